/* action-tracker: what is to be done, by whom, by when, and how far it is. */
#include "options.h"
#include "sheet.h"

/* ---- status: a word and a mark ---- */

static bool is_overdue(const struct briefing *briefing, const struct action *action)
{
    const struct date *due = action->revised_due.precision ? &action->revised_due : &action->due;
    return action->status == STATUS_OVERDUE ||
           (action->status != STATUS_COMPLETE && due->precision &&
            date_surely_after(&briefing->briefing->as_at, due));
}

static enum grade_tone status_tone(const struct action *action, bool overdue)
{
    static const enum grade_tone tones[] = {
        [RAG_ABSENT] = TONE_NONE, [RAG_RED] = TONE_WORST, [RAG_AMBER] = TONE_WEAK,
        [RAG_GREEN] = TONE_GOOD,  [RAG_BLUE] = TONE_BEST,
    };
    if (action->rag)
        return tones[action->rag];
    if (overdue)
        return TONE_WORST;
    return action->status == STATUS_COMPLETE ? TONE_BEST : TONE_NEUTRAL;
}

/* "In progress; at risk; due date has passed" */
static void add_status(struct sheet *sheet, const struct action *action)
{
    bool overdue = is_overdue(sheet->briefing, action);
    struct phrase phrase = phrase_new(sheet->flow, sheet->briefing);
    struct str status = label_of(&action_table, "status", action->status);
    struct str rag = label_of(&action_table, "rag", action->rag);
    phrase_field(&phrase, capital(phrase.arena, status.len ? status : STR("not stated")), action,
                 "status");
    if (!str_equal(status, rag))
        phrase_field_after(&phrase, "; ", rag, action, "rag");
    if (overdue && action->status != STATUS_OVERDUE)
        phrase_addz(&phrase, "; the date has passed");
    phrase_field_after(&phrase, ". Evidence: ", action->evidence, action, "evidence");
    phrase_field_after(&phrase, ". Note: ", action->fact.note, action, "note");
    enum grade_tone tone = status_tone(action, overdue);
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->tone = status.len || action->rag || overdue ? tone : TONE_NONE;
    cell->shape = tone_shape(cell->tone);
}

/* ---- the other cells ---- */

static void add_action(struct sheet *sheet, const struct action *action)
{
    struct phrase phrase = phrase_new(sheet->flow, sheet->briefing);
    phrase_field(&phrase, action->text, action, "text");
    phrase_cite(&phrase, action->fact.source);
    sheet_cell(sheet, phrase.inlines)->header = true;
}

static void add_due(struct sheet *sheet, const struct action *action)
{
    struct phrase phrase = phrase_new(sheet->flow, sheet->briefing);
    bool revised = action->revised_due.precision != DATE_UNKNOWN;
    if (revised)
        phrase_date(&phrase, &action->revised_due, action, "revised_due");
    else if (action->due.precision)
        phrase_date(&phrase, &action->due, action, "due");
    else
        phrase_addz(&phrase, "no date");
    if (revised && action->due.precision) {
        phrase_addz(&phrase, "; first due ");
        phrase_date(&phrase, &action->due, action, "due");
    }
    phrase_field_after(&phrase, ". ", action->date_note, action, "date_note");
    sheet_cell(sheet, phrase.inlines);
}

static void add_owner(struct sheet *sheet, const struct action *action)
{
    sheet_text(sheet, action->owner.len ? action->owner : STR("not stated"), action, "owner")
        ->muted = !action->owner.len;
}

static void set_count(struct flow *flow, const struct briefing *briefing)
{
    size_t complete = 0;
    for (size_t i = 0; i < briefing->actions.count; i++) {
        const struct action *action = records_at(&briefing->actions, &action_table, i);
        complete += action->status == STATUS_COMPLETE;
    }
    struct phrase phrase = phrase_new(flow, briefing);
    phrase_addf(&phrase, "%zu of %zu action%s complete.", complete, briefing->actions.count,
                briefing->actions.count == 1 ? "" : "s");
    set_note(flow, &phrase);
}

static void layout(struct flow *flow, const struct briefing *briefing, const void *options)
{
    static const struct column columns[] = {
        {.weight = 5}, {.weight = 3}, {.weight = 3}, {.weight = 4}};
    if (!briefing->actions.count)
        return;
    const struct caption_options *chosen = options;
    struct sheet sheet = sheet_new(flow, briefing, columns, sizeof columns / sizeof *columns);
    sheet_heads(&sheet, (const char *const[]){"Action", "Owner", "Due", "Status"});
    for (size_t i = 0; i < briefing->actions.count; i++) {
        const struct action *action = records_at(&briefing->actions, &action_table, i);
        add_action(&sheet, action);
        add_owner(&sheet, action);
        add_due(&sheet, action);
        add_status(&sheet, action);
    }
    sheet_set(&sheet, chosen->caption, "Actions, who owns them and how far they are",
              caption_span(options));
    set_count(flow, briefing);
}

const struct component component_action_tracker = {
    .name = "action-tracker",
    .doc = "Actions with owner, due date and status, as words and marks.",
    .example = "```action-tracker\ncaption: The improvement plan\n```\n",
    .options = &caption_options_table,
    .layout = layout,
};
