/* confidence: how well the facts of the briefing are supported, as numbers out of a total. */
#include "components/kit/kit.h"

enum { SHARE_LEAST = 5 }; /* of fewer, a share says no more than the numbers do */

/* A row such as "48 of 60 (80%)"; none when the total is nothing. */
static void add_share(struct sheet *sheet, const char *term, struct whole part, struct whole all)
{
    if (!all.known || all.value <= 0)
        return;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    int64_t percent = (part.value * 200 + all.value) / (2 * all.value);
    const char *beyond = ""; /* only all is 100% and only none is 0% */
    if (percent >= 100 && part.value < all.value) {
        beyond = "over ";
        percent = 99;
    } else if (percent == 0 && part.value > 0) {
        beyond = "under ";
        percent = 1;
    }
    phrase_addf(&phrase, "%lld of %lld", (long long)part.value, (long long)all.value);
    if (all.value >= SHARE_LEAST)
        phrase_addf(&phrase, " (%s%lld%%)", beyond, (long long)percent);
    sheet_term(sheet, term);
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->bar = true;
    cell->share = (int)(part.value * 1000 / all.value);
}

/* A row with a number alone; none for 0. */
static void add_number(struct sheet *sheet, const char *term, struct whole number)
{
    if (!number.known || number.value <= 0)
        return;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_addf(&phrase, "%lld", (long long)number.value);
    sheet_term(sheet, term);
    sheet_cell(sheet, phrase.inlines);
}

/* Of facts that come out of registers alone there is nothing to weigh, unless something of them was
   worked out, or they disagree. */
static bool is_all_data(const struct assurance *evidence, const struct evidence_list *sources)
{
    if (evidence->inferred.value || evidence->conflicts.value || evidence->unsourced.value)
        return false;
    for (size_t i = 0; i < sources->count; i++)
        if (sources->items[i].kind != EVIDENCE_DATA)
            return false;
    return sources->count > 0;
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    static const struct column columns[] = {{.weight = 4}, {.weight = 3}};
    const struct caption_options *chosen = options;
    const struct assurance *evidence = briefing->derived->evidence;
    if (!evidence->facts.value || is_all_data(evidence, &briefing->sources))
        return;
    struct sheet sheet = sheet_new(composer, briefing, columns, sizeof columns / sizeof *columns);
    add_share(&sheet, "Facts that name a source", evidence->sourced, evidence->facts);
    add_share(&sheet, "Facts that rest on one source alone", evidence->single_source,
              evidence->facts);
    add_share(&sheet, "Dates that were worked out, not stated", evidence->inferred,
              evidence->dates);
    add_share(&sheet, "Dates less exact than a day", evidence->imprecise, evidence->dates);
    add_number(&sheet, "Facts whose date is not known", evidence->undated);
    add_number(&sheet, "Points on which sources disagree", evidence->conflicts);
    add_number(&sheet, "Claims that differ from what is computed", evidence->disputed);
    sheet_set_plain(&sheet, chosen->caption, "How well the facts in this paper are supported",
                    caption_span(options));
}

const struct component component_confidence = {
    .name = "confidence",
    .doc = "How many facts name a source, how many dates were worked out, where sources disagree: "
           "numbers with what they are of, and bars for shares; nothing where all sources are data "
           "and agree.",
    .example = "```confidence\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
