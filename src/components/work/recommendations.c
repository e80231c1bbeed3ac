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

static bool any_states(const struct briefing *briefing, int column)
{
    for (size_t i = 0; i < briefing->recommendations.count; i++)
        if (is_stated(&briefing->recommendations.items[i], column))
            return true;
    return false;
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

static void set_list(struct composer *composer, const struct briefing *briefing)
{
    compose_list_open(composer, true, true);
    for (size_t i = 0; i < briefing->recommendations.count; i++) {
        struct phrase phrase = phrase_new(composer, briefing);
        phrase_recommendation(&phrase, &briefing->recommendations.items[i]);
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

static void set_table(struct composer *composer, const struct briefing *briefing,
                      const bool *columns, size_t count, const void *options)
{
    static const char *const heads[COLUMNS] = {"Response", "Owner and date", "How far it is"};
    static const struct column widths[COLUMNS + 1] = {
        {.weight = 6}, {.weight = 4}, {.weight = 4}, {.weight = 3}};
    const struct caption_options *chosen = options;
    const char *words[COLUMNS + 1] = {"Recommendation"};
    size_t used = 1;
    for (size_t i = 0; i < COLUMNS; i++)
        if (columns[i])
            words[used++] = heads[i];
    struct sheet sheet = sheet_new(composer, briefing, widths, count + 1);
    sheet_heads(&sheet, words);
    for (size_t i = 0; i < briefing->recommendations.count; i++) {
        const struct recommendation *one = &briefing->recommendations.items[i];
        add_recommendation(&sheet, one);
        for (int column = 0; column < COLUMNS; column++)
            if (columns[column])
                add_cell(&sheet, one, column);
    }
    sheet_set(&sheet, chosen->caption, "Recommendations, and what came of them",
              caption_span(options));
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    bool columns[COLUMNS];
    size_t count = 0;
    if (!briefing->recommendations.count)
        return;
    for (int column = 0; column < COLUMNS; column++) {
        columns[column] = any_states(briefing, column);
        count += columns[column];
    }
    if (briefing->recommendations.count > 1 && briefing->derived->recommendations->text.len)
        set_summary(composer, briefing);
    if (count)
        set_table(composer, briefing, columns, count, options);
    else
        set_list(composer, briefing);
}

const struct component component_recommendations = {
    .name = "recommendations",
    .doc = "What others recommend; with response, owner, date and status where they are recorded.",
    .example = "```recommendations\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
