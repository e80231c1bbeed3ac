/* recommendations: what others recommend, what the council answered, and how far it has come. */
#include "brief/lookup.h"
#include "components/work/due_work.h"

/* ---- which columns there are ---- */

enum { COLUMN_RESPONSE, COLUMN_OWNER, COLUMN_STATUS, COLUMNS };

static bool is_stated(const struct recommendation *one, int column)
{
    switch (column) {
    case COLUMN_RESPONSE: return one->response || one->response_text.len;
    case COLUMN_OWNER: return one->owner.len || one->due.precision;
    default: return one->status || one->updated.precision;
    }
}

/* ---- what is said of one ---- */

/* "R1: Ensure that systems can manage capacity. By Ofsted, SIF inspection, 19 October 2015" */
static void phrase_recommendation(struct phrase *phrase, const struct recommendation *one)
{
    phrase_field(phrase, FIELD_OF(one, id));
    phrase_field_after(phrase, ": ", FIELD_OF(one, text));
    phrase_cite(phrase, one->fact.source);
    phrase_field_after(phrase, ". By: ", FIELD_OF(one, by));
    const struct refs from = {.items = &one->comes_from, .count = 1};
    phrase_references_after(phrase, ". From: ", &from, one, "comes_from");
    if (one->priority)
        phrase_field_after(phrase, ". ",
                           one->priority == ANSWER_YES ? STR("Priority action")
                                                       : STR("Not a priority action"),
                           one, "priority");
    phrase_field_after(phrase, ". ", FIELD_OF(one, correction));
    phrase_field_after(phrase, ". Note: ", one->fact.note, one, "note");
}

static void add_recommendation(struct sheet *sheet, const struct recommendation *one)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_recommendation(&phrase, one);
    sheet_cell(sheet, phrase.inlines)->header = true;
}

static void phrase_response(struct phrase *phrase, const struct recommendation *one)
{
    struct str response = LABEL_OF(&recommendation_table, one, response);
    phrase_field(phrase, capital(phrase->arena, response), one, "response");
    phrase_field_after(phrase, ": ", FIELD_OF(one, response_text));
}

static void phrase_owner(struct phrase *phrase, const struct recommendation *one)
{
    phrase_field(phrase, FIELD_OF(one, owner));
    phrase_date_after(phrase, "; due ", FIELD_AT(one, due));
    if (one->due.precision)
        phrase_state(phrase, one->state, one->state_text, "done");
}

static void phrase_status(struct phrase *phrase, const struct recommendation *one)
{
    bool overdue = one->state == DUE_OVERDUE;
    struct str status = LABEL_OF(&recommendation_table, one, status);
    phrase_field(phrase, capital(phrase->arena, status), one, "status");
    if (overdue && one->status != STATUS_OVERDUE)
        phrase_addz(phrase, "; overdue");
    phrase_date_after(phrase, ". Last updated: ", FIELD_AT(one, updated));
}

static void add_cell(struct sheet *sheet, const struct recommendation *one, int column)
{
    static void (*const says[])(struct phrase *, const struct recommendation *) = {
        [COLUMN_RESPONSE] = phrase_response,
        [COLUMN_OWNER] = phrase_owner,
        [COLUMN_STATUS] = phrase_status,
    };
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    says[column](&phrase, one);
    bool unknown = !phrase.inlines;
    if (unknown)
        phrase_addz(&phrase, "not stated");
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->muted = unknown;
    if (column == COLUMN_STATUS && one->status)
        cell_mark(cell, one->state == DUE_OVERDUE        ? TONE_WORST
                        : one->status == STATUS_COMPLETE ? TONE_GOOD
                                                         : TONE_NEUTRAL);
}

/* ---- the whole ---- */

struct recommendations_options {
    struct record_head head;
    enum answer brief, present;
    struct str caption;
};

static const struct field fields[] = {
    FIELD(struct recommendations_options, brief, FIELD_ANSWER, OPTIONAL,
          .doc = "`yes`: number, words, owner and date; what is the same for all, such as that no "
                 "owner is named, is said once.",
          .example = "yes"),
    PRESENT_OPTION(struct recommendations_options),
    CAPTION_OPTION(struct recommendations_options),
    END_OF_OPTIONS,
};

static const struct record_table options_table = {
    .name = "list of recommendations",
    .a_name = "a list of recommendations",
    .size = sizeof(struct recommendations_options),
    .fields = fields,
    .doc = "Options of the recommendations.",
};

/* Those that are shown. */
struct shown {
    const struct recommendation **items;
    size_t count;
};

static struct shown shown_of(struct arena *arena, const struct briefing *briefing,
                             const struct recommendations_options *options)
{
    const struct recommendation_list *all = &briefing->recommendations;
    struct shown shown = {ARENA_ARRAY(arena, const struct recommendation *, all->count), 0};
    for (size_t i = 0; i < all->count; i++) {
        struct date known = old_recommendation(briefing, &all->items[i]);
        if (is_asked_for(options->present, &known))
            shown.items[shown.count++] = &all->items[i];
    }
    return shown;
}

static void set_list(struct composer *composer, const struct briefing *briefing,
                     const struct shown *shown)
{
    compose_list_open(composer, true, true);
    for (size_t i = 0; i < shown->count; i++) {
        struct phrase phrase = phrase_new(composer, briefing);
        phrase_recommendation(&phrase, shown->items[i]);
        compose_item_open(composer);
        compose_paragraph(composer, phrase.inlines);
        compose_close(composer);
    }
    compose_close(composer);
}

static void set_summary(struct composer *composer, const struct briefing *briefing)
{
    struct phrase phrase = phrase_new(composer, briefing);
    phrase_strong(&phrase, briefing->derived->recommendations->text);
    phrase_addz(&phrase, ".");
    compose_paragraph(composer, phrase.inlines)->keeps_next = true;
}

static bool any_states(const struct shown *shown, int column)
{
    for (size_t i = 0; i < shown->count; i++)
        if (is_stated(shown->items[i], column))
            return true;
    return false;
}

static void set_table(struct composer *composer, const struct briefing *briefing,
                      const struct shown *shown, const bool *columns,
                      const struct recommendations_options *options)
{
    static const char *const heads[COLUMNS] = {"Response", "Owner and date", "How far it is"};
    static const struct column widths[COLUMNS + 1] = {
        {.weight = 6}, {.weight = 4}, {.weight = 4}, {.weight = 3}};
    const char *words[COLUMNS + 1] = {"Recommendation"};
    size_t used = 1;
    for (size_t i = 0; i < COLUMNS; i++)
        if (columns[i])
            words[used++] = heads[i];
    struct sheet sheet = sheet_new(composer, briefing, widths, used);
    sheet_heads(&sheet, words);
    for (size_t i = 0; i < shown->count; i++) {
        const struct recommendation *one = shown->items[i];
        add_recommendation(&sheet, one);
        for (int column = 0; column < COLUMNS; column++)
            if (columns[column])
                add_cell(&sheet, one, column);
    }
    sheet_set(&sheet, options->caption, "Recommendations, and what came of them",
              caption_span(options));
}

/* ---- in brief ---- */

enum { ROWS_MOST = 12 }; /* of a tall cell: more rows than that may be parted by a page */

/* "None named for any of the five". */
static struct str none_of(struct arena *arena, const char *what, size_t count)
{
    static const char *const words[] = {"",    "",      "",      "three", "four", "five",
                                        "six", "seven", "eight", "nine",  "ten"};
    if (count == 1)
        return str_from(what);
    if (count == 2)
        return str_format(arena, "%s for either", what);
    if (count < sizeof words / sizeof *words)
        return str_format(arena, "%s for any of the %s", what, words[count]);
    return str_format(arena, "%s for any of the %zu", what, count);
}

/* The plan for Ofsted that is still to come, where all of them are of its inspection. */
static const struct action_plan *plan_for(const struct briefing *briefing,
                                          const struct shown *shown)
{
    const struct action_plan *plan = briefing->derived->action_plan;
    if (!plan_is_ahead(plan) || plan->inspection != shown->items[0]->comes_from.record)
        return NULL;
    for (size_t i = 1; i < shown->count; i++)
        if (shown->items[i]->comes_from.record != shown->items[0]->comes_from.record)
            return NULL;
    return plan;
}

static void say_owner(struct phrase *phrase, const struct recommendation *one)
{
    phrase_field(phrase, FIELD_OF(one, owner));
}

static void say_due(struct phrase *phrase, const struct recommendation *one)
{
    struct str status = LABEL_OF(&recommendation_table, one, status);
    if (one->due.precision)
        phrase_field(phrase,
                     capital(phrase->arena, date_text(phrase->arena, &one->due, DATE_PLAIN)),
                     NAMED(one, due));
    if (one->due.precision && one->status != STATUS_COMPLETE)
        phrase_state(phrase, one->state, one->state_text, "done");
    if (!phrase->inlines)
        status = capital(phrase->arena, status);
    phrase_field_after(phrase, "; ", status, NAMED(one, status));
}

/* A column of the short table: what it says of each, and what where nothing is said of any. */
struct brief_column {
    void (*say)(struct phrase *phrase, const struct recommendation *one);
    struct str none;
    const char *missing; /* of one, where others have it */
    bool alike;          /* one tall cell for all */
};

static struct str said(struct composer *composer, const struct briefing *briefing,
                       const struct brief_column *column, const struct recommendation *one)
{
    struct phrase phrase = phrase_new(composer, briefing);
    column->say(&phrase, one);
    return inlines_text(composer->arena, phrase.inlines);
}

static bool are_alike(struct composer *composer, const struct briefing *briefing,
                      const struct brief_column *column, const struct shown *shown)
{
    struct str first = said(composer, briefing, column, shown->items[0]);
    for (size_t i = 1; i < shown->count; i++)
        if (!str_equal(first, said(composer, briefing, column, shown->items[i])))
            return false;
    return shown->count > 1 && shown->count <= ROWS_MOST;
}

static void add_brief_cell(struct sheet *sheet, const struct brief_column *column,
                           const struct shown *shown, size_t row)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    if (column->alike && row > 0) {
        sheet_cell(sheet, NULL);
        return;
    }
    column->say(&phrase, shown->items[row]);
    bool missing = !phrase.inlines;
    if (missing && (column->alike || shown->count == 1))
        phrase_add(&phrase, column->none);
    else if (missing)
        phrase_addz(&phrase, column->missing);
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->muted = missing && !column->alike;
    cell->row_span = column->alike ? (int)shown->count : 0;
}

/* "Ofsted’s recommendation" where all are by one; else each says by whom. */
static bool are_by_one(const struct shown *shown)
{
    for (size_t i = 1; i < shown->count; i++)
        if (!str_alike(shown->items[i]->by, shown->items[0]->by))
            return false;
    return shown->items[0]->by.len > 0;
}

static void add_brief_text(struct sheet *sheet, const struct recommendation *one, bool by_one)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, FIELD_OF(one, text));
    phrase_stop(&phrase);
    phrase_field_after(&phrase, " ", FIELD_OF(one, correction));
    if (one->priority == ANSWER_YES)
        phrase_field_after(&phrase, " ", STR("A priority action."), one, "priority");
    if (by_one)
        phrase_printed(&phrase, NAMED(one, by));
    else
        phrase_field_after(&phrase, " By: ", FIELD_OF(one, by));
    phrase_cite(&phrase, one->fact.source);
    sheet_cell(sheet, phrase.inlines)->header = true;
}

static struct str none_due(struct composer *composer, const struct briefing *briefing,
                           const struct shown *shown)
{
    const struct action_plan *plan = plan_for(briefing, shown);
    struct arena *arena = composer->arena;
    if (!plan)
        return none_of(arena, "None set", shown->count);
    if (!plan->due.precision)
        return STR("To be in the plan of action");
    return str_format(arena, "To be in the plan of action, due " STR_FMT,
                      STR_ARG(date_text(arena, &plan->due, DATE_PLAIN)));
}

static void set_brief(struct composer *composer, const struct briefing *briefing,
                      const struct shown *shown, const struct recommendations_options *options)
{
    static const struct column widths[] = {
        {.weight = 8, .tabular = true}, {.weight = 95}, {.weight = 30}, {.weight = 37}};
    struct arena *arena = composer->arena;
    struct brief_column owner = {.say = say_owner,
                                 .none = none_of(arena, "None named", shown->count),
                                 .missing = "none named"};
    struct brief_column due = {
        .say = say_due, .none = none_due(composer, briefing, shown), .missing = "none set"};
    bool by_one = are_by_one(shown);
    owner.alike = are_alike(composer, briefing, &owner, shown);
    due.alike = are_alike(composer, briefing, &due, shown);
    struct str head = by_one ? str_format(arena, STR_FMT "’s recommendation",
                                          STR_ARG(capital(arena, shown->items[0]->by)))
                             : STR("Recommendation");
    struct sheet sheet = sheet_new(composer, briefing, widths, sizeof widths / sizeof *widths);
    sheet_heads(&sheet, (const char *const[]){"No.", str_z(arena, head), "Owner", "Due"});
    for (size_t i = 0; i < shown->count; i++) {
        struct phrase number = phrase_new(composer, briefing);
        phrase_addf(&number, "%zu", i + 1);
        sheet_cell(&sheet, number.inlines);
        add_brief_text(&sheet, shown->items[i], by_one);
        add_brief_cell(&sheet, &owner, shown, i);
        add_brief_cell(&sheet, &due, shown, i);
    }
    sheet_set(&sheet, options->caption, "What is recommended, by whom and by when",
              caption_span(options));
}

static void set_full(struct composer *composer, const struct briefing *briefing,
                     const struct shown *shown, const struct recommendations_options *options)
{
    bool columns[COLUMNS], any = false;
    for (int column = 0; column < COLUMNS; column++) {
        columns[column] = any_states(shown, column);
        any |= columns[column];
    }
    bool all = shown->count == briefing->recommendations.count;
    if (all && shown->count > 1 && briefing->derived->recommendations->text.len)
        set_summary(composer, briefing);
    if (any)
        set_table(composer, briefing, shown, columns, options);
    else
        set_list(composer, briefing, shown);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct recommendations_options *chosen = options;
    struct shown shown = shown_of(composer->arena, briefing, chosen);
    if (shown.count && chosen->brief == ANSWER_YES)
        set_brief(composer, briefing, &shown, chosen);
    else if (shown.count)
        set_full(composer, briefing, &shown, chosen);
}

const struct component component_recommendations = {
    .name = "recommendations",
    .doc = "What others recommend; with response, owner, date and status where they are recorded. "
           "With `brief` a table of number, words, owner and date.",
    .example = "```recommendations\n```\n",
    .options = &options_table,
    .compose = compose,
};
