/* milestones: what a plan is to reach, by when, and how progress and impact are rated. Here too
   what several components on work share. */
#include "components/work/due_work.h"

/* ---- shared ---- */

enum grade_tone rag_tone(int rag, bool overdue)
{
    static const enum grade_tone tones[] = {
        [RAG_ABSENT] = TONE_NONE, [RAG_RED] = TONE_WORST, [RAG_AMBER] = TONE_WEAK,
        [RAG_GREEN] = TONE_BEST,  [RAG_BLUE] = TONE_GOOD,
    };
    bool is_loud = rag == RAG_RED || rag == RAG_AMBER;
    return overdue && !is_loud ? TONE_WORST : tones[rag];
}

void cell_mark(struct cell *cell, enum grade_tone tone)
{
    cell->tone = tone;
    cell->shape = tone_shape(tone);
}

void phrase_state(struct phrase *phrase, int state, struct str text, const char *verb)
{
    if (state == DUE_OVERDUE) {
        phrase_addz(phrase, ", ");
        phrase_strong(phrase, text);
    } else if (state == DUE_NOT_RECORDED || state == DUE_HISTORY) {
        phrase_addf(phrase, "; not recorded whether %s", verb);
    }
}

struct str caption_of_theme(struct arena *arena, const struct theme_tally *theme)
{
    struct str name = theme->theme.len ? capital(arena, theme->theme) : STR("Without a theme");
    if (str_holds(theme->text, STR("of 1"))) /* its row says it */
        return name;
    return str_format(arena, STR_FMT ": " STR_FMT, STR_ARG(name), STR_ARG(theme->text));
}

/* ---- one milestone ---- */

static void add_milestone(struct sheet *sheet, const struct milestone *one)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, FIELD_OF(one, id));
    phrase_field_after(&phrase, ": ", FIELD_OF(one, text));
    phrase_cite(&phrase, one->fact.source);
    phrase_field_after(&phrase, ". Owner: ", FIELD_OF(one, owner));
    phrase_references_after(&phrase, ". Actions: ", FIELD_AT(one, actions));
    phrase_field_after(&phrase, ". Note: ", one->fact.note, one, "note");
    phrase_printed(&phrase, NAMED(one, theme));
    sheet_cell(sheet, phrase.inlines)->header = true;
}

/* "30 June 2018, 8 weeks ago; first planned for 31 March 2018. Reached: 12 July 2018" */
static void add_dates(struct sheet *sheet, const struct milestone *one)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    bool revised = one->revised.precision != DATE_UNKNOWN;
    const struct date *due = revised ? &one->revised : &one->planned;
    struct str date = due->precision ? date_text(phrase.arena, due, DATE_LONG) : STR("Not stated");
    phrase_field(&phrase, capital(phrase.arena, date), one, revised ? "revised" : "planned");
    if (due->precision)
        phrase_state(&phrase, one->state, one->state_text, "reached");
    if (revised)
        phrase_date_after(&phrase, "; first planned for ", FIELD_AT(one, planned));
    phrase_date_after(&phrase, ". Reached: ", FIELD_AT(one, actual));
    sheet_cell(sheet, phrase.inlines);
}

static void add_progress(struct sheet *sheet, const struct milestone *one)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    bool overdue = one->state == DUE_OVERDUE;
    struct str rag = LABEL_OF(&milestone_table, one, rag);
    struct str state = overdue                  ? STR("overdue")
                       : one->state == DUE_DONE ? STR("reached")
                                                : STR_NONE;
    phrase_field(&phrase, capital(phrase.arena, rag), one, "rag");
    if (!rag.len)
        phrase_add(&phrase, capital(phrase.arena, state));
    else if (overdue)
        phrase_addz(&phrase, "; overdue");
    phrase_field_after(&phrase, ". ", FIELD_OF(one, progress));
    phrase_field_after(&phrase, ". Evidence: ", FIELD_OF(one, evidence));
    phrase_date_after(&phrase, ". Last updated: ", FIELD_AT(one, updated));
    bool unknown = !phrase.inlines;
    if (unknown)
        phrase_addz(&phrase, "not stated");
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->muted = unknown;
    if (one->rag || overdue)
        cell_mark(cell, rag_tone(one->rag, overdue));
}

static void add_impact(struct sheet *sheet, const struct milestone *one)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    struct str rag = LABEL_OF(&milestone_table, one, impact_rag);
    phrase_field_after(&phrase, "Rated ", rag, one, "impact_rag");
    phrase_field_after(&phrase, ": ", FIELD_OF(one, impact));
    bool unknown = !phrase.inlines;
    if (unknown)
        phrase_addz(&phrase, "not stated");
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->muted = unknown;
    if (one->impact_rag)
        cell_mark(cell, rag_tone(one->impact_rag, false));
}

/* ---- the whole ---- */

/* Those of one theme; NULL: all there are. */
static void set_table(struct composer *composer, const struct briefing *briefing,
                      const struct theme_tally *theme, struct str caption, struct span origin)
{
    static const struct column columns[] = {
        {.weight = 5}, {.weight = 3}, {.weight = 4}, {.weight = 3}};
    struct sheet sheet = sheet_new(composer, briefing, columns, sizeof columns / sizeof *columns);
    sheet_heads(&sheet, (const char *const[]){"Milestone", "Planned for", "Progress", "Impact"});
    for (size_t i = 0; i < briefing->milestones.count; i++) {
        const struct milestone *one = &briefing->milestones.items[i];
        if (theme && !str_alike(theme->theme, one->theme))
            continue;
        add_milestone(&sheet, one);
        add_dates(&sheet, one);
        add_progress(&sheet, one);
        add_impact(&sheet, one);
    }
    sheet_set(&sheet, caption, "Milestones, and how they stand", origin);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    if (!briefing->milestones.count)
        return;
    const struct caption_options *chosen = options;
    const struct milestone_tally *tally = briefing->derived->milestones;
    if (briefing->milestones.count > 1) {
        struct phrase phrase = phrase_new(composer, briefing);
        phrase_strong(&phrase, tally->text);
        phrase_addz(&phrase, ".");
        compose_paragraph(composer, phrase.inlines)->keeps_next = true;
    }
    if (!tally->themes.count)
        set_table(composer, briefing, NULL, chosen->caption, caption_span(options));
    else if (chosen->caption.len)
        set_lead_in(composer, chosen->caption);
    for (size_t i = 0; i < tally->themes.count; i++)
        set_table(composer, briefing, &tally->themes.items[i],
                  caption_of_theme(composer->arena, &tally->themes.items[i]), (struct span){0});
}

const struct component component_milestones = {
    .name = "milestones",
    .doc =
        "What the plan is to reach by when, with progress and impact rated apart; a table for each "
        "theme where they have any.",
    .example = "```milestones\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
