/* neighbours: other councils beside this one, each with its latest grade where that is recorded.
   They stand in the order of the specification: grades of unlike frameworks are never ranked. */
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

/* "ILACS, 13 May 2024" */
static void add_report(struct sheet *sheet, struct str framework_id, const struct date *published,
                       const void *record)
{
    const struct framework *framework = framework_find(sheet->briefing->frameworks, framework_id);
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    if (framework)
        phrase_field(&phrase, capital(phrase.arena, framework->short_label), record, "framework");
    if (published->precision) {
        phrase_addz(&phrase, phrase.inlines ? ", " : "");
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
        add_report(sheet, inspection->framework, order_date(inspection), inspection);
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
    phrase_addz(&phrase, "After the day of this paper: ");
    phrase_field(&phrase, grade_label(sheet->briefing, other->overall), NAMED(other, overall));
    phrase_addz(&phrase, other->overall.len ? "" : "no overall grade");
    sheet_cell(sheet, phrase.inlines)->muted = true;
    add_report(sheet, other->framework, &other->published, other);
}

static void add_other(struct sheet *sheet, const struct comparator *other, bool with_grades)
{
    sheet_text(sheet, FIELD_OF(other, name))->header = true;
    if (with_grades && date_surely_after(&other->published, &sheet->briefing->briefing->as_at)) {
        add_later(sheet, other);
    } else if (with_grades) {
        add_grade(sheet, other->overall, SPAN_OF(other, overall), reason(sheet, other->framework));
        add_report(sheet, other->framework, &other->published, other);
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
}

const struct component component_neighbours = {
    .name = "neighbours",
    .doc = "Other councils and their latest grades beside this one, never ranked.",
    .example = "```neighbours\ncaption: {{ council.short_name }} and its neighbours\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
