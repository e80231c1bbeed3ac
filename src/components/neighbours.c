/* neighbours: other councils beside this one, each with its latest grade where that is recorded.
   They stand in the order of the specification: grades of unlike frameworks are never ranked. */
#include "brief/printed.h"
#include "components/kit/kit.h"

static void add_muted(struct sheet *sheet, const char *words)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_addz(&phrase, words);
    sheet_cell(sheet, phrase.inlines)->muted = true;
}

static void add_grade(struct sheet *sheet, struct str grade, struct span span,
                      const char *otherwise)
{
    if (!grade.len) {
        add_muted(sheet, otherwise);
        return;
    }
    struct arena *arena = sheet->composer->arena;
    struct str word = capital(arena, grade_label(sheet->briefing, grade));
    struct cell *cell = sheet_cell(sheet, inline_text(arena, word, span));
    cell->tone = grade_tone(sheet->briefing, grade);
    cell->shape = tone_shape(cell->tone);
}

static const char later[] = "After the day of this paper: ";

static bool is_later(const struct sheet *sheet, const struct date *published)
{
    return date_surely_after(published, &sheet->briefing->briefing->as_at);
}

/* "ILACS, 13 May 2024" */
static void add_report(struct sheet *sheet, const char *before, struct str framework_id,
                       const struct date *published, const void *record)
{
    const struct framework *framework = framework_find(sheet->briefing->frameworks, framework_id);
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_addz(&phrase, before);
    if (framework)
        phrase_field(&phrase, capital(phrase.arena, framework->short_label), record, "framework");
    if (published->precision) {
        phrase_addz(&phrase, framework ? ", " : "");
        phrase_moment(&phrase, published, record, "published");
    }
    if (phrase.inlines)
        sheet_cell(sheet, phrase.inlines);
    else
        add_muted(sheet, "not recorded");
}

/* Why there is no grade to show. */
static const char *reason(const struct sheet *sheet, struct str framework_id)
{
    const struct framework *framework = framework_find(sheet->briefing->frameworks, framework_id);
    bool has_none = framework && framework->overall != ANSWER_YES;
    return has_none ? "no overall grade" : "not recorded";
}

static void add_this_council(struct sheet *sheet)
{
    const struct briefing *briefing = sheet->briefing;
    const struct inspection *inspection = briefing->derived->standing->inspection;
    sheet_text(sheet, FIELD_OF(briefing->council, name))->header = true;
    if (!inspection) {
        add_muted(sheet, "not recorded");
        add_muted(sheet, "not recorded");
    } else {
        add_grade(sheet, inspection->overall, SPAN_OF(inspection, overall),
                  reason(sheet, inspection->framework));
        add_report(sheet, "", inspection->framework, order_date(inspection), inspection);
    }
    struct phrase phrase = phrase_new(sheet->composer, briefing);
    phrase_addz(&phrase, "The council of this briefing");
    if (inspection)
        phrase_cite(&phrase, inspection->fact.source);
    sheet_cell(sheet, phrase.inlines);
}

static void add_why(struct sheet *sheet, const struct comparator *other)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase,
                 other->neighbour == ANSWER_YES  ? STR("Statistical neighbour. ")
                 : other->neighbour == ANSWER_NO ? STR("Not a statistical neighbour. ")
                                                 : STR_NONE,
                 other, "neighbour");
    phrase_field(&phrase, capital(phrase.arena, other->why), NAMED(other, why));
    if (other->date.precision) {
        phrase_addz(&phrase, " (");
        phrase_date(&phrase, FIELD_AT(other, date));
        phrase_addz(&phrase, ")");
    }
    phrase_field_after(&phrase, ". Interest: ", FIELD_OF(other, interest));
    phrase_fact(&phrase, &other->fact);
    sheet_cell(sheet, phrase.inlines);
}

/* What its next inspection found was not known on the day of the paper. */
static void add_later(struct sheet *sheet, const struct comparator *other)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_addz(&phrase, later);
    phrase_field(&phrase, grade_label(sheet->briefing, other->overall), NAMED(other, overall));
    phrase_addz(&phrase, other->overall.len ? "" : reason(sheet, other->framework));
    sheet_cell(sheet, phrase.inlines)->muted = true;
    add_report(sheet, "", other->framework, &other->published, other);
}

static void add_other(struct sheet *sheet, const struct comparator *other, bool with_grades)
{
    sheet_text(sheet, FIELD_OF(other, name))->header = true;
    if (with_grades && is_later(sheet, &other->published)) {
        add_later(sheet, other);
    } else if (with_grades) {
        add_grade(sheet, other->overall, SPAN_OF(other, overall), reason(sheet, other->framework));
        add_report(sheet, "", other->framework, &other->published, other);
    }
    add_why(sheet, other);
}

static const struct comparator *comparator_at(const struct briefing *briefing, size_t i)
{
    return &briefing->comparators.items[i];
}

static bool any_inspected(const struct briefing *briefing)
{
    for (size_t i = 0; i < briefing->comparators.count; i++) {
        const struct comparator *other = comparator_at(briefing, i);
        if (other->overall.len || other->framework.len || other->published.precision)
            return true;
    }
    return false;
}

/* Grades stand side by side, but only those of one framework may be compared. */
static void set_caution(struct composer *composer, const struct briefing *briefing)
{
    struct phrase note = phrase_new(composer, briefing);
    phrase_addz(&note, "In no order of merit. Grades given under different frameworks, or years "
                       "apart, are not comparable.");
    set_note(composer, &note);
}

/* ---- judgements side by side: each council's own, under its own report ---- */

enum { SIDE_BY_SIDE = 3 }; /* councils beside this one in one table */

/* What one council was given, by whichever inspection. */
struct peer_grade {
    struct str name;
    struct str framework; /* id */
    const struct grades *grades;
    const struct date *published;
    const void *record;
    struct refs source;
};

/* What the report calls a judgement; councils under unlike frameworks may share a key that means
   something else in each, so that rows go by these words. */
static struct str judgement_label(const struct briefing *briefing, const struct peer_grade *judged,
                                  struct str key)
{
    const struct framework *framework = framework_find(briefing->frameworks, judged->framework);
    const struct judgement *judgement = framework ? judgement_find(framework, key) : NULL;
    return judgement ? judgement->short_label : key;
}

static struct peer_grade judged_here(const struct briefing *briefing)
{
    static const struct grades none = {.count = 0};
    static const struct date unknown = {.precision = DATE_UNKNOWN};
    const struct inspection *inspection = briefing->derived->standing->inspection;
    if (!inspection)
        return (struct peer_grade){council_short_name(briefing->council),
                                   STR_NONE,
                                   &none,
                                   &unknown,
                                   briefing->council,
                                   {0}};
    return (struct peer_grade){council_short_name(briefing->council),
                               inspection->framework,
                               &inspection->judgements,
                               order_date(inspection),
                               inspection,
                               inspection->fact.source};
}

static struct peer_grade judged_there(const struct comparator *other)
{
    return (struct peer_grade){
        other->name, other->framework,  &other->judgements, &other->published,
        other,       other->fact.source};
}

/* Each label once, in the order of the councils. */
static struct texts labels_of(struct arena *arena, const struct briefing *briefing,
                              const struct peer_grade *councils, size_t count)
{
    size_t most = 0;
    for (size_t i = 0; i < count; i++)
        most += councils[i].grades->count;
    struct str *items = ARENA_ARRAY(arena, struct str, most);
    struct texts labels = {.items = items};
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < councils[i].grades->count; k++) {
            struct str key = councils[i].grades->items[k].judgement;
            struct str label = judgement_label(briefing, &councils[i], key);
            bool known = false;
            for (size_t n = 0; n < labels.count; n++)
                known = known || str_alike(items[n], label);
            if (!known)
                items[labels.count++] = label;
        }
    return labels;
}

static void add_judged(struct sheet *sheet, const struct peer_grade *judged, struct str label)
{
    for (size_t i = 0; i < judged->grades->count; i++) {
        const struct grade_entry *entry = &judged->grades->items[i];
        if (str_alike(judgement_label(sheet->briefing, judged, entry->judgement), label)) {
            add_grade(sheet, entry->grade, entry->grade_span, "not recorded");
            return;
        }
    }
    add_muted(sheet, "not recorded");
}

static void add_report_row(struct sheet *sheet, const struct peer_grade *councils, size_t count)
{
    sheet_term(sheet, "Report");
    for (size_t i = 0; i < count; i++)
        add_report(sheet, is_later(sheet, councils[i].published) ? later : "",
                   councils[i].framework, councils[i].published, councils[i].record);
}

static void set_side_by_side(struct composer *composer, const struct briefing *briefing,
                             const struct peer_grade *councils, size_t count)
{
    static const struct column columns[SIDE_BY_SIDE + 2] = {
        {.weight = 4}, {.weight = 4}, {.weight = 4}, {.weight = 4}, {.weight = 4}};
    struct sheet sheet = sheet_new(composer, briefing, columns, count + 1);
    sheet_term(&sheet, "Judgement");
    for (size_t i = 0; i < count; i++) {
        struct phrase phrase = phrase_new(composer, briefing);
        phrase_field(&phrase, councils[i].name, councils[i].record, "name");
        phrase_cite(&phrase, councils[i].source);
        sheet_cell(&sheet, phrase.inlines)->header = true;
    }
    add_report_row(&sheet, councils, count);
    struct texts labels = labels_of(composer->arena, briefing, councils, count);
    for (size_t i = 0; i < labels.count; i++) {
        sheet_term(&sheet, str_z(composer->arena, capital(composer->arena, labels.items[i])));
        for (size_t k = 0; k < count; k++)
            add_judged(&sheet, &councils[k], labels.items[i]);
    }
    sheet_set(&sheet, STR_NONE, "The latest judgements of each council, side by side",
              (struct span){0});
}

/* So many councils in one table, this one first in each. */
static void set_judgements(struct composer *composer, const struct briefing *briefing)
{
    struct peer_grade councils[SIDE_BY_SIDE + 1] = {judged_here(briefing)};
    size_t count = 1;
    bool any = false;
    for (size_t i = 0; i < briefing->comparators.count; i++) {
        const struct comparator *other = comparator_at(briefing, i);
        if (!other->judgements.count)
            continue;
        any = true;
        councils[count++] = judged_there(other);
        printed_key(briefing, NAMED(other, judgements));
        if (count <= SIDE_BY_SIDE)
            continue;
        set_side_by_side(composer, briefing, councils, count);
        count = 1;
    }
    if (count > 1)
        set_side_by_side(composer, briefing, councils, count);
    if (!any)
        return;
    struct phrase note = phrase_new(composer, briefing);
    phrase_addz(&note,
                "Each council has its own inspection, at its own time; one is not measured by "
                "the other.");
    set_note(composer, &note);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    static const struct column graded[] = {
        {.weight = 4}, {.weight = 3}, {.weight = 3}, {.weight = 6}};
    static const struct column plain[] = {{.weight = 3}, {.weight = 7}};
    const struct caption_options *chosen = options;
    if (!briefing->comparators.count)
        return;
    bool with_grades = any_inspected(briefing);
    struct sheet sheet =
        sheet_new(composer, briefing, with_grades ? graded : plain, with_grades ? 4 : 2);
    if (with_grades) {
        sheet_heads(&sheet,
                    (const char *const[]){"Council", "Latest grade", "Report", "Why it is here"});
        add_this_council(&sheet);
    } else {
        sheet_heads(&sheet, (const char *const[]){"Council", "Why it is here"});
    }
    for (size_t i = 0; i < briefing->comparators.count; i++)
        add_other(&sheet, comparator_at(briefing, i), with_grades);
    sheet_set(&sheet, chosen->caption, "Other councils beside this one", caption_span(options));
    if (with_grades)
        set_caution(composer, briefing);
    set_judgements(composer, briefing);
}

const struct component component_neighbours = {
    .name = "neighbours",
    .doc = "Other councils and their latest grades beside this one, never ranked; their judgements "
           "side by side where they are recorded.",
    .example = "```neighbours\ncaption: {{ council.short_name }} and its neighbours\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
