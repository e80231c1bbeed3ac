/* risks: what may go wrong, with the scores of a register where it has any, the highest first. */
#include "components/work/due_work.h"

#include <stdlib.h>

/* ---- what is said of one ---- */

static void phrase_risk(struct phrase *phrase, const struct risk *risk)
{
    phrase_field(phrase, FIELD_OF(risk, id));
    phrase_field_after(phrase, ": ", FIELD_OF(risk, text));
    phrase_cite(phrase, risk->fact.source);
    phrase_field_after(phrase, ". Raised by: ", FIELD_OF(risk, raised_by));
    phrase_plain_date(phrase, risk->raised_by.len ? ", " : ". Raised: ", FIELD_AT(risk, date));
}

/* "12: likelihood 3, impact 4"; where there is no score, what is known of its parts. */
static void phrase_score(struct phrase *phrase, const struct risk *risk, bool after)
{
    const struct whole *level = after ? &risk->level_after : &risk->level;
    const struct whole *likelihood = after ? &risk->likelihood_after : &risk->likelihood;
    const struct whole *impact = after ? &risk->impact_after : &risk->impact;
    phrase_whole_after(phrase, "", level, risk, after ? "score_after" : "score");
    phrase_whole_after(phrase, ": likelihood ", likelihood, risk,
                       after ? "likelihood_after" : "likelihood");
    phrase_whole_after(phrase, likelihood->known ? ", impact " : ": impact ", impact, risk,
                       after ? "impact_after" : "impact");
}

static void phrase_treatment(struct phrase *phrase, const struct risk *risk)
{
    phrase_field_after(phrase, ". Mitigation: ", FIELD_OF(risk, mitigation));
    phrase_references_after(phrase, ". Actions: ", FIELD_AT(risk, actions));
    phrase_field_after(phrase, ". Note: ", risk->fact.note, risk, "note");
}

static void phrase_care(struct phrase *phrase, const struct risk *risk)
{
    phrase_treatment(phrase, risk);
    phrase_field_after(phrase, ". Owner: ", FIELD_OF(risk, owner));
    phrase_date_after(phrase, ". To be reviewed: ", FIELD_AT(risk, review_due));
    phrase_field_after(phrase, ". Appetite: ", FIELD_OF(risk, appetite));
    struct str trend = LABEL_OF(&risk_table, risk, trend);
    phrase_field_after(phrase, ". Trend: ", trend, risk, "trend");
}

/* ---- a table, where any of it is in a register ---- */

static void add(struct sheet *sheet, const struct risk *risk,
                void (*say)(struct phrase *, const struct risk *))
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    say(&phrase, risk);
    bool unknown = !phrase.inlines;
    if (unknown)
        phrase_addz(&phrase, "not stated");
    sheet_cell(sheet, phrase.inlines)->muted = unknown;
}

static void phrase_before(struct phrase *phrase, const struct risk *risk)
{
    phrase_score(phrase, risk, false);
}

static void phrase_after(struct phrase *phrase, const struct risk *risk)
{
    phrase_score(phrase, risk, true);
}

static void add_risk(struct sheet *sheet, const struct risk *risk)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_risk(&phrase, risk);
    sheet_cell(sheet, phrase.inlines)->header = true;
    add(sheet, risk, phrase_before);
    add(sheet, risk, phrase_after);
    add(sheet, risk, phrase_care);
}

static bool is_scored(const struct risk *risk)
{
    return risk->level.known || risk->level_after.known;
}

static bool is_rated(const struct risk *risk)
{
    return risk->likelihood.known || risk->impact.known || risk->likelihood_after.known ||
           risk->impact_after.known;
}

static bool is_registered(const struct risk *risk)
{
    return is_scored(risk) || is_rated(risk) || risk->owner.len || risk->review_due.precision ||
           risk->appetite.len || risk->trend;
}

/* What it scores as things stand: with what is done about it, where that is known. */
static int64_t standing_of(const struct risk *risk)
{
    return risk->level_after.known ? risk->level_after.value : risk->level.value;
}

/* Those that score alike, and those without a score behind them, stay as they are in the file. */
static int by_score(const void *left, const void *right)
{
    const struct risk *a = *(const struct risk *const *)left;
    const struct risk *b = *(const struct risk *const *)right;
    if (is_scored(a) != is_scored(b))
        return is_scored(a) ? -1 : 1;
    if (is_scored(a) && standing_of(a) != standing_of(b))
        return standing_of(a) > standing_of(b) ? -1 : 1;
    return (a > b) - (a < b);
}

static const struct risk **in_order(struct arena *arena, const struct risk_list *risks)
{
    const struct risk **order = ARENA_ARRAY(arena, const struct risk *, risks->count);
    for (size_t i = 0; i < risks->count; i++)
        order[i] = &risks->items[i];
    qsort(order, risks->count, sizeof *order, by_score);
    return order;
}

/* ---- the whole ---- */

static void set_list(struct composer *composer, const struct briefing *briefing)
{
    compose_list_open(composer, false, true);
    for (size_t i = 0; i < briefing->risks.count; i++) {
        struct phrase phrase = phrase_new(composer, briefing);
        phrase_risk(&phrase, &briefing->risks.items[i]);
        phrase_treatment(&phrase, &briefing->risks.items[i]);
        compose_item_open(composer);
        compose_paragraph(composer, phrase.inlines);
        compose_close(composer);
    }
    compose_close(composer);
}

/* Of a register that has scores alone, nobody knows how they were come by. */
static bool any_rated(const struct risk_list *risks)
{
    for (size_t i = 0; i < risks->count; i++)
        if (is_rated(&risks->items[i]))
            return true;
    return false;
}

static void set_scale(struct composer *composer, const struct briefing *briefing)
{
    if (!any_rated(&briefing->risks))
        return;
    struct phrase note = phrase_new(composer, briefing);
    phrase_addz(&note, "Likelihood and impact are rated from 1 to 5. The score is the one that was "
                       "written down, or else likelihood times impact.");
    set_note(composer, &note);
}

static void set_table(struct composer *composer, const struct briefing *briefing,
                      const void *options, bool scored)
{
    static const struct column columns[] = {
        {.weight = 5}, {.weight = 3}, {.weight = 3}, {.weight = 6}};
    const struct caption_options *chosen = options;
    const struct risk **order = in_order(composer->arena, &briefing->risks);
    struct sheet sheet = sheet_new(composer, briefing, columns, sizeof columns / sizeof *columns);
    sheet_heads(&sheet, (const char *const[]){"Risk", "Score before mitigation",
                                              "Score after mitigation", "What is done about it"});
    for (size_t i = 0; i < briefing->risks.count; i++)
        add_risk(&sheet, order[i]);
    sheet_set(&sheet, chosen->caption, scored ? "Risks, the highest score first" : "Risks",
              caption_span(options));
    if (scored)
        set_scale(composer, briefing);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    bool registered = false, scored = false;
    for (size_t i = 0; i < briefing->risks.count; i++) {
        registered = registered || is_registered(&briefing->risks.items[i]);
        scored = scored || is_scored(&briefing->risks.items[i]);
    }
    if (registered)
        set_table(composer, briefing, options, scored);
    else if (briefing->risks.count)
        set_list(composer, briefing);
}

const struct component component_risks = {
    .name = "risks",
    .doc = "What may go wrong; with scores, owner and review where they are recorded, the highest "
           "score first.",
    .example = "```risks\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
