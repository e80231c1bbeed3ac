/* ratings-table: judgements by inspection, oldest to newest, comparable ones in one row, with what
   changed last; what can be compared with nothing stands in a table of its own. */
#include "components/kit/kit.h"
#include "components/ratings/ratings.h"

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
    FIELD(
        struct ratings_options, most, FIELD_WHOLE, OPTIONAL,
        .doc =
            "How many inspections stand side by side at most, the newest ones; the grades of those "
            "before them are listed below; 4 when left out.",
        .example = "3"),
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

/* ---- cells ---- */

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

static void set_muted(struct sheet *sheet, const char *words)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
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
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
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
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_add(&phrase, capital(phrase.arena, label));
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->header = true;
    cell->strong = strong;
}

/* ---- what changed ---- */

static const struct {
    const char *word;
    enum mark_shape shape;
} changes[] = {
    [CHANGE_ABSENT] = {"not known", MARK_NONE},
    [CHANGE_UP] = {"Up", MARK_UP},
    [CHANGE_DOWN] = {"Down", MARK_DOWN},
    [CHANGE_SAME] = {"The same", MARK_LEVEL},
    [CHANGE_NEW] = {"new", MARK_NONE},
    [CHANGE_NOT_COMPARABLE] = {"not comparable", MARK_NONE},
    [CHANGE_MIXED] = {"mixed", MARK_NONE},
};

static enum direction direction_between(const struct briefing *briefing, struct str before,
                                        struct str after)
{
    const struct grade *a = grade_find(briefing->frameworks, before);
    const struct grade *b = grade_find(briefing->frameworks, after);
    if (!a || !b)
        return CHANGE_ABSENT;
    if (!a->rank.known || !b->rank.known)
        return CHANGE_NOT_COMPARABLE;
    if (a->rank.value == b->rank.value)
        return CHANGE_SAME;
    return b->rank.value < a->rank.value ? CHANGE_UP : CHANGE_DOWN;
}

/* Never for another body; and beside four inspections there is no room for it at the usual size,
   but key-facts says it too. */
static bool shows_change(const struct ratings *ratings)
{
    enum { MOST_BESIDE_CHANGE = 3 };
    return !ratings->of.len && ratings->columns.count > 1 &&
           ratings->columns.count <= MOST_BESIDE_CHANGE;
}

static void set_change(struct sheet *sheet, enum direction direction)
{
    bool moved = changes[direction].shape != MARK_NONE;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_addz(&phrase, changes[direction].word);
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->shape = changes[direction].shape;
    cell->muted = !moved;
}

/* ---- rows ---- */

static bool has_overall(const struct inspected *column)
{
    return column->framework->overall == ANSWER_YES || column->inspection->overall.len;
}

static void set_overall_change(const struct ratings *ratings, struct sheet *sheet)
{
    const struct inspected *last = &ratings->columns.items[ratings->columns.count - 1];
    if (!has_overall(last) && has_overall(last - 1)) {
        set_muted(sheet, "no longer given");
        return;
    }
    const struct judgement *overall = judgement_find(last->framework, STR("overall"));
    bool comparable = has_overall(last) && has_overall(last - 1) && overall &&
                      judgement_before(last->framework, overall, last[-1].framework);
    set_change(sheet, comparable
                          ? direction_between(ratings->briefing, last[-1].inspection->overall,
                                              last->inspection->overall)
                          : CHANGE_NOT_COMPARABLE);
}

static void set_overall_row(const struct ratings *ratings, struct sheet *sheet)
{
    bool any = false;
    for (size_t i = 0; i < ratings->columns.count; i++)
        any |= has_overall(&ratings->columns.items[i]);
    if (!any)
        return;
    set_row_head(sheet, STR("Overall"), true);
    for (size_t i = 0; i < ratings->columns.count; i++) {
        const struct inspected *column = &ratings->columns.items[i];
        if (has_overall(column))
            set_grade(sheet, column->inspection, overall_given(column->inspection), true);
        else
            set_muted(sheet, "no overall judgement");
    }
    if (shows_change(ratings))
        set_overall_change(ratings, sheet);
}

/* Did frameworks judge the ground of a row in a column together with something else? */
static bool is_mixed_up(const struct ratings *ratings, const struct comparable *row, size_t column)
{
    const struct inspected *columns = ratings->columns.items;
    for (size_t i = column + 1; i < ratings->columns.count; i++)
        if (row->judgements[i] && judgement_overlaps(row->judgements[i], columns[column].framework))
            return true;
    for (size_t i = 0; i < column; i++)
        if (row->judgements[i] &&
            framework_judges_together(columns[column].framework, row->judgements[i]))
            return true;
    return false;
}

/* A grade that covers more than the row: shown, and compared with nothing. */
static void set_joint(struct ratings *ratings, struct sheet *sheet,
                      const struct inspection *inspection, const struct judgement *joint)
{
    struct graded graded = grade_given(inspection, joint->id);
    ratings->joint = joint;
    if (!graded.grade.len) {
        set_muted(sheet, "joint, not stated");
        return;
    }
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_addz(&phrase, "Joint: ");
    phrase.inlines = inline_join(
        phrase.inlines,
        inline_text(phrase.arena, grade_label(sheet->briefing, graded.grade), graded.span));
    if (has_sources_of_its_own(graded.source, inspection->fact.source))
        phrase_cite(&phrase, graded.source);
    sheet_cell(sheet, phrase.inlines)->tone = grade_tone(sheet->briefing, graded.grade);
}

/* Why a row has no grade in a column whose framework lacks the judgement. */
static void set_gap(struct ratings *ratings, struct sheet *sheet, const struct comparable *row,
                    size_t column)
{
    const struct judgement *joint = joint_judgement(ratings, row, column);
    if (joint) {
        set_joint(ratings, sheet, ratings->columns.items[column].inspection, joint);
        return;
    }
    if (is_mixed_up(ratings, row, column)) {
        ratings->has_uncomparable = true;
        set_muted(sheet, "not comparable");
        return;
    }
    bool earlier = false;
    for (size_t i = 0; i < column; i++)
        earlier |= row->judgements[i] != NULL;
    set_muted(sheet, earlier ? "no longer judged" : "not judged then");
}

static void set_row_change(const struct ratings *ratings, struct sheet *sheet,
                           const struct comparable *row)
{
    size_t last = ratings->columns.count - 1;
    const struct judgement *now = row->judgements[last], *then = row->judgements[last - 1];
    if (now && !then && joint_judgement(ratings, row, last - 1)) {
        set_muted(sheet, "new separate grade");
        return;
    }
    enum direction direction = CHANGE_NOT_COMPARABLE;
    if (now && then)
        direction = direction_between(
            ratings->briefing,
            grade_given(ratings->columns.items[last - 1].inspection, then->id).grade,
            grade_given(ratings->columns.items[last].inspection, now->id).grade);
    else if (now && !is_mixed_up(ratings, row, last - 1))
        direction = CHANGE_NEW;
    set_change(sheet, direction);
}

static void set_row(struct ratings *ratings, struct sheet *sheet, const struct comparable *row)
{
    set_row_head(sheet, row->label, false);
    for (size_t i = 0; i < ratings->columns.count; i++) {
        const struct inspection *inspection = ratings->columns.items[i].inspection;
        const struct judgement *judgement = row->judgements[i];
        if (judgement)
            set_grade(sheet, inspection, grade_given(inspection, judgement->id), false);
        else
            set_gap(ratings, sheet, row, i);
    }
    if (shows_change(ratings))
        set_row_change(ratings, sheet, row);
}

/* ---- heads of the columns ---- */

static void add_inspected(struct phrase *phrase, const struct inspected *column)
{
    const struct inspection *inspection = column->inspection;
    bool full = inspection_is_full(phrase->briefing, inspection);
    phrase_add(phrase,
               capital(phrase->arena, full ? column->framework->short_label : inspection->name));
    if (full && inspection->kind == INSPECTION_REINSPECTION)
        phrase_addz(phrase, " re-inspection");
    phrase_field_after(phrase, ", ", FIELD_OF(inspection, scope));
    phrase_break(phrase);
    phrase_add(phrase, inspection_month(phrase->arena, column->inspection));
    /* Several numbers beside the month would make the column too wide for a page of five. */
    if (column->inspection->fact.source.count > 1)
        phrase_break(phrase);
    phrase_cite(phrase, column->inspection->fact.source);
}

static void set_column_head(struct sheet *sheet, const struct inspected *column)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    add_inspected(&phrase, column);
    sheet_cell(sheet, phrase.inlines)->header = true;
}

static void set_heads(const struct ratings *ratings, struct sheet *sheet)
{
    set_row_head(sheet, STR("Judgement"), false);
    for (size_t i = 0; i < ratings->columns.count; i++)
        set_column_head(sheet, &ratings->columns.items[i]);
    if (shows_change(ratings))
        set_row_head(sheet, STR("Change"), false);
}

/* ---- the tables ---- */

static const struct column *make_columns(struct arena *arena, size_t inspections, size_t count)
{
    struct column *columns = ARENA_ARRAY(arena, struct column, count);
    columns[0].weight = 4;
    for (size_t i = 1; i < count; i++)
        columns[i].weight = i <= inspections ? 3 : 2;
    return columns;
}

static void set_comparable(struct ratings *ratings, struct str caption, struct span origin)
{
    size_t inspections = ratings->columns.count;
    size_t count = 1 + inspections + shows_change(ratings);
    struct sheet sheet =
        sheet_new(ratings->composer, ratings->briefing,
                  make_columns(ratings->composer->arena, inspections, count), count);
    set_heads(ratings, &sheet);
    set_overall_row(ratings, &sheet);
    for (size_t i = 0; i < ratings->rows.count; i++)
        set_row(ratings, &sheet, &ratings->rows.items[i]);
    sheet_set(&sheet, caption,
              inspections == 1 ? "Ofsted’s judgements at the latest full inspection"
                               : "Ofsted’s judgements by inspection, oldest to newest",
              origin);
}

/* The inspection heads the rows of its judgements. */
static void set_group_head(struct ratings *ratings, struct sheet *sheet, size_t first)
{
    const struct alone *alone = ratings->alone.items;
    size_t rows = 1;
    while (first + rows < ratings->alone.count &&
           alone[first + rows].column.inspection == alone[first].column.inspection)
        rows++;
    bool begins = !first || alone[first - 1].column.inspection != alone[first].column.inspection;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    if (begins)
        add_inspected(&phrase, &alone[first].column);
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->header = true;
    cell->row_span = begins ? (int)rows : 1;
}

static void set_alone(struct ratings *ratings, const char *caption, struct span origin)
{
    static const struct column columns[] = {{.weight = 3}, {.weight = 4}, {.weight = 3}};
    struct sheet sheet = sheet_new(ratings->composer, ratings->briefing, columns, 3);
    sheet_heads(&sheet, (const char *const[]){"Inspection", "Judgement", "Grade"});
    for (size_t i = 0; i < ratings->alone.count; i++) {
        const struct alone *one = &ratings->alone.items[i];
        const struct inspection *inspection = one->column.inspection;
        set_group_head(ratings, &sheet, i);
        struct str label = one->judgement ? one->judgement->short_label : STR("Overall");
        if (one->judgement && !label.len)
            label = one->judgement->label;
        set_row_head(&sheet, label, !one->judgement);
        set_grade(&sheet, inspection,
                  one->judgement ? grade_given(inspection, one->judgement->id)
                                 : overall_given(inspection),
                  !one->judgement);
    }
    sheet_set(&sheet, str_from(caption), "", origin);
}

/* What the columns have no room for. */
static void set_earlier(const struct ratings *later, struct span origin)
{
    struct ratings ratings = {.composer = later->composer,
                              .briefing = later->briefing,
                              .of = later->of,
                              .earlier = later->earlier,
                              .earlier_count = later->earlier_count};
    ratings_set_earlier_apart(&ratings);
    set_alone(&ratings, "Full inspections before these", origin);
    ratings_set_notes(&ratings);
}

/* The inspections of one body, whom `caption` names; only the latest, if `most` is 0. */
static void set_body(struct ratings *ratings, size_t most, struct str caption, struct span origin)
{
    ratings_collect(ratings, most ? most : 1);
    if (!ratings->columns.count)
        return;
    ratings_sort(ratings);
    set_comparable(ratings, caption, origin);
    set_alone(ratings, "Judgements that cannot be compared with these", origin);
    ratings_set_notes(ratings);
    if (most && ratings->earlier_count)
        set_earlier(ratings, origin);
}

static bool is_named_before(const struct briefing *briefing, size_t at, struct str of)
{
    for (size_t i = 0; i < at; i++) {
        const struct inspection *one = &briefing->inspections.items[i];
        if (inspection_is_full(briefing, one) && str_alike(one->of, of))
            return true;
    }
    return false;
}

/* "How Ofsted judged Cumbria County Council, which came before Cumberland (1 April 2023)": it may
   have had other successors too. */
static struct str caption_of_body(const struct ratings *ratings)
{
    struct arena *arena = ratings->composer->arena;
    const struct relation *before = predecessor_called(ratings->briefing->council, ratings->of);
    struct str caption = str_format(arena, "How Ofsted judged " STR_FMT, STR_ARG(ratings->of));
    if (!before)
        return caption;
    caption = str_format(arena, STR_FMT ", which came before " STR_FMT, STR_ARG(caption),
                         STR_ARG(council_short_name(ratings->briefing->council)));
    if (before->date.precision != DATE_UNKNOWN)
        caption = str_format(arena, STR_FMT " (" STR_FMT ")", STR_ARG(caption),
                             STR_ARG(date_text(arena, &before->date, DATE_LONG)));
    return caption;
}

/* Each body under its own name, and never compared with this council. */
static void set_other_bodies(struct composer *composer, const struct briefing *briefing,
                             size_t most, struct span origin)
{
    for (size_t i = 0; i < briefing->inspections.count; i++) {
        const struct inspection *one = &briefing->inspections.items[i];
        if (!one->of.len || !inspection_is_full(briefing, one) ||
            is_named_before(briefing, i, one->of))
            continue;
        struct ratings ratings = {.composer = composer, .briefing = briefing, .of = one->of};
        set_body(&ratings, most, caption_of_body(&ratings), origin);
    }
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct ratings_options *chosen = options;
    bool latest = chosen->inspections == WHICH_LATEST;
    size_t most = chosen->most.known ? (size_t)chosen->most.value : MOST_DEFAULT;
    struct span origin = caption_span(options);
    struct ratings own = {.composer = composer, .briefing = briefing};
    struct ratings others = {.composer = composer, .briefing = briefing};
    set_body(&own, latest ? 0 : most, chosen->caption, origin);
    if (latest)
        return;
    set_other_bodies(composer, briefing, most, origin);
    ratings_collect_others(&others);
    set_alone(&others, "Other inspections, which do not set the council’s grade", origin);
    ratings_set_notes(&others);
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
    .compose = compose,
};
