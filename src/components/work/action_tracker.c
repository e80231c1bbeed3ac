/* action-tracker: what is to be done, by whom, by when, and how far it is. */
#include "brief/lookup.h"
#include "components/work/due_work.h"

#include <stdlib.h>

/* ---- when ---- */

/* The late actions stand in the order of the actions. */
static const struct late_action *find_late(const struct late_action_list *late,
                                           const struct action *action)
{
    for (size_t low = 0, high = late->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        const struct late_action *one = &late->items[middle];
        if (one->action == action)
            return one;
        if (one->action < action)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* What is known of it as an overdue action; NULL: it is not overdue. */
static const struct late_action *lateness(const struct briefing *briefing,
                                          const struct action *action)
{
    return find_late(&briefing->derived->actions->late, action);
}

static struct phrase new_phrase(const struct sheet *sheet)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase.plain = sheet->plain;
    return phrase;
}

/* ---- status: a word and a mark ---- */

static enum grade_tone status_tone(const struct action *action, bool overdue)
{
    if (action->rag || overdue)
        return rag_tone(action->rag, overdue);
    return action->status == STATUS_COMPLETE ? TONE_GOOD : TONE_NEUTRAL;
}

/* "In progress, 60%; at risk; overdue" */
static void phrase_status(struct phrase *phrase, const struct action *action, bool overdue)
{
    struct str status = LABEL_OF(&action_table, action, status);
    struct str rag = LABEL_OF(&action_table, action, rag);
    phrase_field(phrase, capital(phrase->arena, status), action, "status");
    phrase_whole_after(phrase, ", ", FIELD_AT(action, percent));
    phrase_addz(phrase, action->percent.known ? "% done" : "");
    if (str_equal(status, rag))
        phrase_printed(phrase, NAMED(action, rag));
    else
        phrase_field_after(phrase, "; ", rag, action, "rag");
    if (overdue && action->status != STATUS_OVERDUE)
        phrase_addz(phrase, phrase->inlines ? "; overdue" : "Overdue");
}

/* What was done, what it changed, and what shows it. */
static void phrase_account(struct phrase *phrase, const struct action *action)
{
    struct str impact_rag = LABEL_OF(&action_table, action, impact_rag);
    phrase_field_after(phrase, ". Progress: ", FIELD_OF(action, progress));
    phrase_field_after(phrase, ". Impact, rated ", impact_rag, action, "impact_rag");
    phrase_field_after(phrase, impact_rag.len ? ": " : ". Impact: ", FIELD_OF(action, impact));
    phrase_date_after(phrase, ". Done or reported: ", FIELD_AT(action, date));
    phrase_field_after(phrase, ". Evidence: ", FIELD_OF(action, evidence));
    phrase_field_after(phrase, ". Note: ", action->fact.note, action, "note");
    phrase_date_after(phrase, ". Last updated: ", FIELD_AT(action, updated));
}

static void add_status(struct sheet *sheet, const struct action *action)
{
    bool overdue = lateness(sheet->briefing, action) != NULL;
    struct phrase phrase = new_phrase(sheet);
    phrase_status(&phrase, action, overdue);
    phrase_account(&phrase, action);
    if (!phrase.inlines)
        phrase_addz(&phrase, "Not stated");
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    if (action->status || action->rag || overdue)
        cell_mark(cell, status_tone(action, overdue));
}

/* ---- the other cells ---- */

/* As officers have it; a bare number, as spreadsheets give it, as an amount of pounds. */
static struct str cost_text(struct arena *arena, const struct action *action)
{
    const struct funding pounds = {.amount = action->cost_pounds};
    bool is_bare = action->cost_pounds.text.len && str_equal(action->cost, pounds.amount.text);
    return is_bare ? money_text(arena, &pounds) : action->cost;
}

/* "1.2: Recruit a new assistant director. Answers: R1. Cost: £12,500" */
static void add_action(struct sheet *sheet, const struct action *action)
{
    struct phrase phrase = new_phrase(sheet);
    if (action->number.len)
        phrase_field(&phrase, FIELD_OF(action, number));
    else
        phrase_field(&phrase, FIELD_OF(action, id));
    phrase_field_after(&phrase, ": ", FIELD_OF(action, text));
    phrase_cite(&phrase, action->fact.source);
    phrase_references_after(&phrase, ". Answers: ", FIELD_AT(action, answers));
    phrase_field_after(&phrase, ". Cost: ", cost_text(phrase.arena, action), NAMED(action, cost));
    phrase_printed(&phrase, NAMED(action, theme));
    sheet_cell(sheet, phrase.inlines)->header = true;
}

/* "31 December 2023, 4 weeks ago; first due June 2023" */
static void add_due(struct sheet *sheet, const struct action *action)
{
    const struct late_action *late = lateness(sheet->briefing, action);
    struct phrase phrase = new_phrase(sheet);
    bool revised = action->revised_due.precision != DATE_UNKNOWN;
    const struct date *due = action_due(action);
    struct str date = due->precision
                          ? date_text(phrase.arena, due, sheet->plain ? DATE_PLAIN : DATE_LONG)
                          : STR("Not stated");
    phrase_field(&phrase, capital(phrase.arena, date), action, revised ? "revised_due" : "due");
    if (late && due->precision && due->first != DAY_OPEN_START) {
        phrase_addz(&phrase, ", ");
        phrase_strong(&phrase, late->text);
    }
    if (find_late(&sheet->briefing->derived->actions->passed, action))
        phrase_addz(&phrase, "; not recorded whether done");
    if (revised && action->due.precision) {
        phrase_addz(&phrase, "; first due ");
        phrase_date(&phrase, FIELD_AT(action, due));
    }
    sheet_cell(sheet, phrase.inlines);
}

static void add_owner(struct sheet *sheet, const struct action *action)
{
    struct phrase phrase = new_phrase(sheet);
    bool unknown = !action->owner.len && !action->lead_member.len;
    phrase_field(&phrase, FIELD_OF(action, owner));
    phrase_field_after(&phrase, ". Lead member: ", FIELD_OF(action, lead_member));
    phrase_addz(&phrase, unknown ? "not stated" : "");
    sheet_cell(sheet, phrase.inlines)->muted = unknown;
}

/* ---- order: what is late first, then what is due soonest, what is complete last ---- */

static int rank_of(const struct briefing *briefing, const struct action *action)
{
    if (action->status == STATUS_COMPLETE || status_is_dropped(action->status))
        return 3;
    if (lateness(briefing, action))
        return 0;
    return action_due(action)->precision ? 1 : 2;
}

struct ranked_action {
    const struct action *action;
    int rank;
};

/* Actions of one rank and day keep the order of the specification. */
static int by_urgency(const void *left, const void *right)
{
    const struct ranked_action *a = left, *b = right;
    if (a->rank != b->rank)
        return a->rank - b->rank;
    const struct date *due_a = action_due(a->action), *due_b = action_due(b->action);
    if (!due_a->precision != !due_b->precision)
        return due_a->precision ? -1 : 1;
    if (due_a->precision && date_key(due_a) != date_key(due_b))
        return date_key(due_a) < date_key(due_b) ? -1 : 1;
    return a->action < b->action ? -1 : a->action > b->action;
}

static const struct ranked_action *in_order(struct arena *arena, const struct briefing *briefing)
{
    size_t count = briefing->actions.count;
    struct ranked_action *order = ARENA_ARRAY(arena, struct ranked_action, count);
    for (size_t i = 0; i < count; i++) {
        const struct action *action = &briefing->actions.items[i];
        order[i] = (struct ranked_action){action, rank_of(briefing, action)};
    }
    qsort(order, count, sizeof *order, by_urgency);
    return order;
}

/* ---- the whole ---- */

static size_t count_rag(const struct briefing *briefing, int rag)
{
    size_t count = 0;
    for (size_t i = 0; i < briefing->actions.count; i++) {
        const struct action *action = &briefing->actions.items[i];
        count += action->rag == rag;
    }
    return count;
}

/* "3 of 12 complete (25%); 2 overdue. Rated by their owners: 1 off track, 2 at risk." */
static void summarise(struct phrase *phrase, const struct action_tally *tally)
{
    struct str overdue = STR("");
    if (tally->overdue.value)
        overdue = str_format(phrase->arena, "; %lld overdue", (long long)tally->overdue.value);
    phrase_strong(
        phrase, str_format(phrase->arena, STR_FMT STR_FMT, STR_ARG(tally->text), STR_ARG(overdue)));
    phrase_addz(phrase, ".");
    size_t told = 0;
    for (int rag = RAG_RED; rag <= RAG_BLUE; rag++) {
        size_t count = count_rag(phrase->briefing, rag);
        if (!count)
            continue;
        phrase_addz(phrase, told++ ? ", " : " Rated by their owners: ");
        phrase_addf(phrase, "%zu " STR_FMT, count, STR_ARG(label_of(&action_table, "rag", rag)));
    }
    phrase_addz(phrase, told ? "." : "");
}

/* Of one action its cells say all, and of actions without a status there is nothing to count. */
static void set_summary(struct composer *composer, const struct briefing *briefing)
{
    const struct action_tally *tally = briefing->derived->actions;
    struct phrase phrase = phrase_new(composer, briefing);
    if (tally->total.value == 1 || tally->unstated.value == tally->total.value)
        return;
    summarise(&phrase, tally);
    compose_paragraph(composer, phrase.inlines)->keeps_next = true;
}

struct tracker_options {
    struct record_head head;
    enum answer present;
    struct str caption;
};

static const struct field fields[] = {
    PRESENT_OPTION(struct tracker_options),
    CAPTION_OPTION(struct tracker_options),
    END_OF_OPTIONS,
};

static const struct record_table options_table = {
    .name = "list of actions",
    .a_name = "a list of actions",
    .size = sizeof(struct tracker_options),
    .fields = fields,
    .doc = "Options of the actions.",
};

struct tracker {
    struct composer *composer;
    const struct briefing *briefing;
    enum answer present;
    bool some; /* are not all of them shown? */
    const struct ranked_action *order;
};

/* A column without a value in any row is left out. */
struct part {
    const char *head;
    int weight;
    bool (*has)(const struct action *action);
    void (*add)(struct sheet *sheet, const struct action *action);
};

static bool has_owner(const struct action *action)
{
    return action->owner.len || action->lead_member.len;
}

static bool has_due(const struct action *action)
{
    return action_due(action)->precision != DATE_UNKNOWN;
}

static const struct part parts[] = {{"Action", 5, NULL, add_action},
                                    {"Owner", 3, has_owner, add_owner},
                                    {"Due", 3, has_due, add_due},
                                    {"Status", 4, NULL, add_status}};

enum { PARTS = sizeof parts / sizeof *parts };

struct shown {
    LIST(const struct action *) list;
};

/* The actions of one theme; NULL: all there are. */
static struct shown shown_of(const struct tracker *tracker, const struct theme_tally *theme)
{
    struct shown shown = {0};
    for (size_t i = 0; i < tracker->briefing->actions.count; i++) {
        const struct action *action = tracker->order[i].action;
        struct date known = old_action(tracker->briefing, action);
        if ((!theme || str_alike(theme->theme, action->theme)) &&
            is_asked_for(tracker->present, &known))
            *LIST_ADD(tracker->composer->arena, &shown.list) = action;
    }
    return shown;
}

static bool is_needed(const struct part *part, const struct shown *shown)
{
    for (size_t i = 0; part->has && i < shown->list.count; i++)
        if (part->has(shown->list.items[i]))
            return true;
    return !part->has;
}

static void set_actions(const struct tracker *tracker, const struct theme_tally *theme,
                        struct str caption, struct span origin)
{
    struct shown shown = shown_of(tracker, theme);
    struct column *columns = ARENA_ARRAY(tracker->composer->arena, struct column, PARTS);
    const struct part *used[PARTS];
    const char *heads[PARTS];
    size_t count = 0;
    for (size_t i = 0; i < PARTS; i++) {
        if (!is_needed(&parts[i], &shown))
            continue;
        columns[count] = (struct column){.weight = parts[i].weight};
        heads[count] = parts[i].head;
        used[count++] = &parts[i];
    }
    struct sheet sheet = sheet_new(tracker->composer, tracker->briefing, columns, count);
    sheet.plain = tracker->present == ANSWER_YES;
    sheet_heads(&sheet, heads);
    for (size_t i = 0; i < shown.list.count; i++)
        for (size_t k = 0; k < count; k++)
            used[k]->add(&sheet, shown.list.items[i]);
    sheet_set(&sheet, caption, "Actions, who owns them and how far they are", origin);
}

static bool are_all_asked_for(const struct briefing *briefing, enum answer present)
{
    for (size_t i = 0; i < briefing->actions.count; i++) {
        struct date known = old_action(briefing, &briefing->actions.items[i]);
        if (!is_asked_for(present, &known))
            return false;
    }
    return true;
}

static bool is_any_asked_for(const struct briefing *briefing, enum answer present)
{
    for (size_t i = 0; i < briefing->actions.count; i++) {
        struct date known = old_action(briefing, &briefing->actions.items[i]);
        if (is_asked_for(present, &known))
            return true;
    }
    return false;
}

/* What is counted in words is all of them, and never some. */
static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct tracker_options *chosen = options;
    if (!is_any_asked_for(briefing, chosen->present))
        return;
    const struct theme_tally_list *themes = &briefing->derived->actions->themes;
    struct arena *arena = composer->arena;
    bool some = !are_all_asked_for(briefing, chosen->present);
    struct tracker tracker = {composer, briefing, chosen->present, some, in_order(arena, briefing)};
    if (!some)
        set_summary(composer, briefing);
    bool lone = themes->count == 1 && chosen->caption.len;
    if (!themes->count)
        set_actions(&tracker, NULL, chosen->caption, caption_span(options));
    else if (chosen->caption.len && !lone)
        set_lead_in(composer, chosen->caption);
    for (size_t i = 0; i < themes->count; i++) {
        const struct theme_tally *theme = &themes->items[i];
        struct str caption = some && theme->theme.len ? capital(arena, theme->theme)
                                                      : caption_of_theme(arena, theme);
        if (lone)
            caption = str_format(arena, STR_FMT ": " STR_FMT, STR_ARG(caption),
                                 STR_ARG(uncapital(arena, chosen->caption)));
        set_actions(&tracker, theme, caption, lone ? caption_span(options) : (struct span){0});
    }
}

const struct component component_action_tracker = {
    .name = "action-tracker",
    .doc =
        "How many actions are complete and overdue, then each with owner, due date and status, the "
        "late ones first; a table for each theme where they have any.",
    .example = "```action-tracker\ncaption: The improvement plan\n```\n",
    .options = &options_table,
    .compose = compose,
};
