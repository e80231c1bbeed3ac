/* ratings-table: judgements by inspection, oldest to newest, comparable ones in one row. */
#include "options.h"
#include "sheet.h"

/* ---- options ---- */

enum which { WHICH_ABSENT, WHICH_ALL, WHICH_LATEST };
enum { MOST_DEFAULT = 4, MOST_HIGHEST = 6 };

struct ratings_options {
    struct record_head head;
    int inspections; /* enum which */
    struct whole most;
    struct str caption;
};

static const struct word which_words[] = {
    [WHICH_ALL - 1] = {"all", "all"},
    [WHICH_LATEST - 1] = {"latest", "the latest"},
    [WHICH_LATEST] = {0},
};

static const struct field fields[] = {
    FIELD(struct ratings_options, inspections, FIELD_WORD, OPTIONAL, .words = which_words,
          .doc = "All full inspections (what is meant when left out), or the latest alone.",
          .example = "all"),
    FIELD(struct ratings_options, most, FIELD_WHOLE, OPTIONAL,
          .doc = "How many inspections at most, the newest ones; 4 when left out.", .example = "3"),
    CAPTION_OPTION(struct ratings_options),
    END_OF_OPTIONS,
};

static const struct record_table options_table = {
    .name = "ratings table",
    .a_name = "a ratings table",
    .size = sizeof(struct ratings_options),
    .fields = fields,
    .doc = "Options of the table of judgements.",
};

static bool check(struct diags *diags, const struct briefing *briefing, const void *options)
{
    (void)briefing;
    const struct ratings_options *ratings = options;
    return option_in_range(diags, options, "most", ratings->most, 1, MOST_HIGHEST);
}

/* ---- which inspections ---- */

struct inspected { /* a column of the table */
    const struct inspection *inspection;
    const struct framework *framework;
};

struct comparable { /* a row: judgements that may be compared */
    struct str label;
    const struct judgement **judgements; /* one a column; NULL where the framework has none */
};

struct ratings {
    struct flow *flow;
    const struct briefing *briefing;
    LIST(struct inspected) columns; /* oldest first */
    LIST(struct comparable) rows;
    size_t left_out; /* older inspections for which there is no column */
    bool has_gaps;   /* some framework lacks a judgement that another has */
};

static bool is_full(const struct inspection *inspection, const struct framework *framework)
{
    return framework && framework->full == ANSWER_YES &&
           (inspection->kind == INSPECTION_ABSENT || inspection->kind == INSPECTION_FULL ||
            inspection->kind == INSPECTION_REINSPECTION);
}

/* Puts an inspection before those that came after it; undated ones come first. */
static void add_column(struct ratings *ratings, struct inspected column)
{
    const struct date *date = order_date(column.inspection);
    *LIST_ADD(flow_arena(ratings->flow), &ratings->columns) = column;
    struct inspected *columns = ratings->columns.items;
    size_t at = ratings->columns.count - 1;
    while (at > 0 && date_key(order_date(columns[at - 1].inspection)) > date_key(date)) {
        columns[at] = columns[at - 1];
        at--;
    }
    columns[at] = column;
}

static void collect_columns(struct ratings *ratings, const struct ratings_options *options)
{
    const struct briefing *briefing = ratings->briefing;
    for (size_t i = 0; i < briefing->inspections.count; i++) {
        const struct inspection *inspection =
            records_at(&briefing->inspections, &inspection_table, i);
        const struct framework *framework =
            framework_find(briefing->frameworks, inspection->framework);
        if (is_full(inspection, framework) &&
            !date_surely_after(&inspection->published, &briefing->briefing->as_at))
            add_column(ratings, (struct inspected){inspection, framework});
    }
    size_t most = options->most.known ? (size_t)options->most.value : MOST_DEFAULT;
    if (options->inspections == WHICH_LATEST)
        most = 1;
    if (ratings->columns.count <= most)
        return;
    ratings->left_out = ratings->columns.count - most;
    ratings->columns.items += ratings->left_out;
    ratings->columns.count = most;
}

/* ---- which judgements share a row ---- */

static bool row_accepts(const struct ratings *ratings, const struct comparable *row, size_t column,
                        const struct judgement *judgement)
{
    const struct inspected *columns = ratings->columns.items;
    for (size_t i = column + 1; i < ratings->columns.count; i++) {
        const struct judgement *later = row->judgements[i];
        if (later &&
            judgement_before(columns[i].framework, later, columns[column].framework) == judgement)
            return true;
    }
    return false;
}

/* A judgement joins every row it may be compared with, or else begins one. */
static void place_judgement(struct ratings *ratings, size_t column,
                            const struct judgement *judgement)
{
    struct arena *arena = flow_arena(ratings->flow);
    bool placed = false;
    for (size_t i = 0; i < ratings->rows.count; i++) {
        struct comparable *row = &ratings->rows.items[i];
        if (row->judgements[column] || !row_accepts(ratings, row, column, judgement))
            continue;
        row->judgements[column] = judgement;
        placed = true;
    }
    if (placed)
        return;
    struct comparable *row = LIST_ADD(arena, &ratings->rows);
    row->label = judgement->short_label.len ? judgement->short_label : judgement->label;
    row->judgements = ARENA_ARRAY(arena, const struct judgement *, ratings->columns.count);
    row->judgements[column] = judgement;
}

/* The overall judgement has a row of its own, made from inspection.overall. */
static bool is_the_overall(const struct framework *framework, const struct judgement *judgement)
{
    return framework->overall == ANSWER_YES && judgement->level == LEVEL_OVERALL &&
           str_is(judgement->id, "overall");
}

static void collect_rows(struct ratings *ratings)
{
    for (size_t column = ratings->columns.count; column-- > 0;) {
        const struct framework *framework = ratings->columns.items[column].framework;
        for (size_t i = 0; i < framework->judgements.count; i++) {
            const struct judgement *judgement =
                records_at(&framework->judgements, &judgement_table, i);
            if (!is_the_overall(framework, judgement))
                place_judgement(ratings, column, judgement);
        }
    }
}

/* ---- grades ---- */

struct graded {
    struct str grade; /* absent: not stated */
    struct refs source;
    struct span span;
};

static struct graded grade_given(const struct inspection *inspection, struct str judgement)
{
    for (size_t i = 0; i < inspection->judgements.count; i++) {
        const struct grade_entry *entry = &inspection->judgements.items[i];
        if (str_equal(entry->judgement, judgement))
            return (struct graded){entry->grade, entry->source, entry->grade_span};
    }
    for (size_t i = 0; i < inspection->bodies.count; i++) {
        const struct judged_body *body = records_at(&inspection->bodies, &judged_body_table, i);
        if (str_equal(body->judgement, judgement))
            return (struct graded){body->grade, body->fact.source, record_span_of(body, "grade")};
    }
    return (struct graded){0};
}

/* A row is drawn where a grade is known, and for what the newest inspection had to judge. */
static bool row_is_wanted(const struct ratings *ratings, const struct comparable *row)
{
    const struct judgement *newest = row->judgements[ratings->columns.count - 1];
    if (newest && (newest->level == LEVEL_KEY || newest->level == LEVEL_OVERALL))
        return true;
    for (size_t i = 0; i < ratings->columns.count; i++) {
        const struct judgement *judgement = row->judgements[i];
        const struct inspection *inspection = ratings->columns.items[i].inspection;
        if (judgement && grade_given(inspection, judgement->id).grade.len)
            return true;
    }
    return false;
}

static bool is_among(struct refs refs, struct str id)
{
    for (size_t i = 0; i < refs.count; i++)
        if (str_equal(refs.items[i].id, id))
            return true;
    return false;
}

/* A grade cites its own sources only where the head of its column does not. */
static bool has_sources_of_its_own(struct refs source, struct refs column)
{
    for (size_t i = 0; i < source.count; i++)
        if (!is_among(column, source.items[i].id))
            return true;
    return false;
}

/* ---- cells ---- */

static void set_muted(struct sheet *sheet, const char *words)
{
    struct phrase phrase = phrase_new(sheet->flow, sheet->briefing);
    phrase_addz(&phrase, words);
    sheet_cell(sheet, phrase.inlines)->muted = true;
}

static void set_grade(struct sheet *sheet, const struct inspection *inspection,
                      struct graded graded, bool strong)
{
    if (!graded.grade.len) {
        set_muted(sheet, "not stated");
        return;
    }
    struct phrase phrase = phrase_new(sheet->flow, sheet->briefing);
    struct str word = capital(phrase.arena, grade_label(sheet->briefing, graded.grade));
    phrase.inlines = inline_text(phrase.arena, word, graded.span);
    if (has_sources_of_its_own(graded.source, inspection->fact.source))
        phrase_cite(&phrase, graded.source);
    enum grade_tone tone = grade_tone(sheet->briefing, graded.grade);
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->tone = tone;
    cell->shape = tone_shape(tone);
    cell->strong = strong;
}

static void set_row_head(struct sheet *sheet, struct str label, bool strong)
{
    struct phrase phrase = phrase_new(sheet->flow, sheet->briefing);
    phrase_add(&phrase, capital(phrase.arena, label));
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->header = true;
    cell->strong = strong;
}

static void set_overall_row(struct ratings *ratings, struct sheet *sheet)
{
    bool any = false;
    for (size_t i = 0; i < ratings->columns.count; i++)
        any |= ratings->columns.items[i].framework->overall == ANSWER_YES;
    if (!any)
        return;
    set_row_head(sheet, STR("Overall"), true);
    for (size_t i = 0; i < ratings->columns.count; i++) {
        const struct inspected *column = &ratings->columns.items[i];
        const struct inspection *inspection = column->inspection;
        struct graded graded = {inspection->overall, inspection->fact.source,
                                record_span_of(inspection, "overall")};
        if (column->framework->overall == ANSWER_YES || inspection->overall.len) {
            set_grade(sheet, inspection, graded, true);
        } else {
            set_muted(sheet, "no overall judgement");
        }
    }
}

/* Why a row has no grade in a column whose framework lacks the judgement. */
static const char *gap_words(const struct ratings *ratings, const struct comparable *row,
                             size_t column)
{
    const struct inspected *columns = ratings->columns.items;
    for (size_t i = column + 1; i < ratings->columns.count; i++)
        if (row->judgements[i] && judgement_overlaps(row->judgements[i], columns[column].framework))
            return "not comparable";
    for (size_t i = 0; i < column; i++)
        if (row->judgements[i] &&
            framework_judges_together(columns[column].framework, row->judgements[i]))
            return "not comparable";
    return "no such judgement";
}

static void set_row(struct ratings *ratings, struct sheet *sheet, const struct comparable *row)
{
    set_row_head(sheet, row->label, false);
    for (size_t i = 0; i < ratings->columns.count; i++) {
        const struct inspection *inspection = ratings->columns.items[i].inspection;
        const struct judgement *judgement = row->judgements[i];
        if (judgement) {
            set_grade(sheet, inspection, grade_given(inspection, judgement->id), false);
        } else {
            set_muted(sheet, gap_words(ratings, row, i));
            ratings->has_gaps = true;
        }
    }
}

/* ---- heads of the columns ---- */

/* A day as its month; dates that are less precise stay as they are. */
static struct str month_text(struct arena *arena, const struct date *date)
{
    struct date month = *date;
    if (month.precision == DATE_DAY) {
        struct civil civil = civil_from_day(date->first);
        month.precision = DATE_MONTH;
        month.first = day_from_civil(civil.year, civil.month, 1);
        month.last = month.first + days_in_month(civil.year, civil.month) - 1;
    }
    return date_text(arena, &month, DATE_LONG);
}

static struct str inspection_month(struct arena *arena, const struct inspection *inspection)
{
    if (inspection->published.precision)
        return month_text(arena, &inspection->published);
    if (!inspection->fieldwork.precision)
        return STR("date not known");
    return str_format(arena, "fieldwork " STR_FMT,
                      STR_ARG(date_text(arena, &inspection->fieldwork, DATE_LONG)));
}

static void set_column_head(struct sheet *sheet, const struct inspected *column)
{
    struct phrase phrase = phrase_new(sheet->flow, sheet->briefing);
    phrase_add(&phrase, capital(phrase.arena, column->framework->short_label));
    if (column->inspection->kind == INSPECTION_REINSPECTION)
        phrase_addz(&phrase, " re-inspection");
    phrase_break(&phrase);
    phrase_add(&phrase, inspection_month(phrase.arena, column->inspection));
    phrase_cite(&phrase, column->inspection->fact.source);
    sheet_cell(sheet, phrase.inlines)->header = true;
}

static void set_heads(const struct ratings *ratings, struct sheet *sheet)
{
    set_row_head(sheet, STR("Judgement"), false);
    for (size_t i = 0; i < ratings->columns.count; i++)
        set_column_head(sheet, &ratings->columns.items[i]);
}

/* ---- notes below ---- */

/* Judgements that a source counts without names are further ones only where a name is missing. */
static bool lacks_a_grade(const struct inspected *column)
{
    const struct records *judgements = &column->framework->judgements;
    for (size_t i = 0; i < judgements->count; i++) {
        const struct judgement *judgement = records_at(judgements, &judgement_table, i);
        if (judgement->level == LEVEL_KEY &&
            !grade_given(column->inspection, judgement->id).grade.len)
            return true;
    }
    return false;
}

static void add_unnamed_count(struct phrase *phrase, const struct unnamed *unnamed, bool further)
{
    if (unnamed->count.known)
        phrase_addf(phrase, "%lld %sjudgement%s", (long long)unnamed->count.value,
                    further ? "further " : "", unnamed->count.value == 1 ? "" : "s");
    else
        phrase_addz(phrase, further ? "Further judgements" : "Judgements");
}

/* "2 further judgements in October 2015: requires improvement (named by the source only as ...)" */
static void set_unnamed_note(const struct ratings *ratings, const struct inspected *column,
                             const struct unnamed *unnamed)
{
    const struct inspection *inspection = column->inspection;
    struct phrase phrase = phrase_new(ratings->flow, ratings->briefing);
    struct arena *arena = phrase.arena;
    add_unnamed_count(&phrase, unnamed, lacks_a_grade(column));
    phrase_addf(&phrase, " in " STR_FMT ": ", STR_ARG(inspection_month(arena, inspection)));
    phrase_field(&phrase, grade_label(ratings->briefing, unnamed->grade), unnamed, "grade");
    if (unnamed->wording.len) {
        phrase_addz(&phrase, " (named by the source only as ");
        phrase_field(&phrase, quoted(arena, unnamed->wording), unnamed, "wording");
        phrase_addz(&phrase, ")");
    }
    phrase_field_after(&phrase, ". Note: ", unnamed->fact.note, unnamed, "note");
    phrase_cite(&phrase,
                unnamed->fact.source.count ? unnamed->fact.source : inspection->fact.source);
    set_note(ratings->flow, &phrase);
}

/* A body that the framework has no judgement for is told below the table. */
static void set_body_note(const struct ratings *ratings, const struct inspected *column,
                          const struct judged_body *body)
{
    if (!body->grade.len ||
        (body->judgement.len && judgement_find(column->framework, body->judgement)))
        return;
    struct phrase phrase = phrase_new(ratings->flow, ratings->briefing);
    phrase_field(&phrase, capital(phrase.arena, body->name), body, "name");
    phrase_addf(&phrase, ", judged beside the council in " STR_FMT ": ",
                STR_ARG(inspection_month(phrase.arena, column->inspection)));
    phrase_field(&phrase, grade_label(ratings->briefing, body->grade), body, "grade");
    phrase_cite(&phrase, sources_of(&body->fact, &column->inspection->fact));
    set_note(ratings->flow, &phrase);
}

static void set_inspection_notes(const struct ratings *ratings, const struct inspected *column)
{
    const struct inspection *inspection = column->inspection;
    for (size_t i = 0; i < inspection->unnamed.count; i++)
        set_unnamed_note(ratings, column, records_at(&inspection->unnamed, &unnamed_table, i));
    for (size_t i = 0; i < inspection->bodies.count; i++)
        set_body_note(ratings, column, records_at(&inspection->bodies, &judged_body_table, i));
}

static void set_general_note(const struct ratings *ratings, const struct ratings_options *options)
{
    struct phrase phrase = phrase_new(ratings->flow, ratings->briefing);
    if (ratings->has_gaps)
        phrase_addz(&phrase, "Frameworks differ: “no such judgement” and “not comparable” mark "
                             "what one of them did not judge, or judged together with "
                             "something else.");
    if (ratings->left_out && options->inspections != WHICH_LATEST)
        phrase_addf(&phrase, "%sThe table shows the latest %zu of %zu full inspections.",
                    phrase.inlines ? " " : "", ratings->columns.count,
                    ratings->columns.count + ratings->left_out);
    set_note(ratings->flow, &phrase);
}

/* ---- the whole ---- */

static const struct column *make_columns(struct arena *arena, size_t inspections)
{
    struct column *columns = ARENA_ARRAY(arena, struct column, inspections + 1);
    columns[0].weight = 4;
    for (size_t i = 1; i <= inspections; i++)
        columns[i].weight = 3;
    return columns;
}

static void layout(struct flow *flow, const struct briefing *briefing, const void *options)
{
    const struct ratings_options *chosen = options;
    struct ratings ratings = {.flow = flow, .briefing = briefing};
    collect_columns(&ratings, chosen);
    if (!ratings.columns.count)
        return;
    collect_rows(&ratings);
    struct sheet sheet =
        sheet_new(flow, briefing, make_columns(flow_arena(flow), ratings.columns.count),
                  ratings.columns.count + 1);
    set_heads(&ratings, &sheet);
    set_overall_row(&ratings, &sheet);
    for (size_t i = 0; i < ratings.rows.count; i++)
        if (row_is_wanted(&ratings, &ratings.rows.items[i]))
            set_row(&ratings, &sheet, &ratings.rows.items[i]);
    const char *otherwise = ratings.columns.count == 1
                                ? "Ofsted’s judgements at the latest full inspection"
                                : "Ofsted’s judgements by inspection, oldest to newest";
    sheet_set(&sheet, chosen->caption, otherwise, caption_span(options));
    for (size_t i = 0; i < ratings.columns.count; i++)
        set_inspection_notes(&ratings, &ratings.columns.items[i]);
    set_general_note(&ratings, chosen);
}

const struct component component_ratings_table = {
    .name = "ratings-table",
    .doc = "Judgements by inspection, oldest to newest, with a word and a mark for each grade.",
    .example = "```ratings-table\n"
               "inspections: all\n"
               "caption: How Ofsted judged {{ council.name }}\n"
               "```\n",
    .options = &options_table,
    .check = check,
    .layout = layout,
};
