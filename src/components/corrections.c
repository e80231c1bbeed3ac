/* corrections: what earlier issues had wrong, in the officers' own words, with what is right. */
#include "components/kit/kit.h"

static void add_why(struct phrase *phrase, struct str why, const void *record)
{
    phrase_field_after(phrase, ". ", why, record, "why");
    phrase_stop(phrase);
}

static void end_item(struct composer *composer, struct phrase *phrase, const struct fact *fact)
{
    phrase_fact(phrase, fact);
    compose_item_open(composer);
    compose_paragraph(composer, phrase->inlines);
    compose_close(composer);
}

/* "Improvement notice of 14 May 2014: issued 14 May 2014. Earlier issues said 1 May 2014. ..." */
static void set_correction(struct composer *composer, const struct briefing *briefing,
                           const struct correction *correction)
{
    struct phrase phrase = phrase_new(composer, briefing);
    phrase_strong(&phrase, correction->what);
    phrase_addf(&phrase, ": " STR_FMT " ", STR_ARG(correction->key));
    phrase_add(&phrase,
               correction->is.len ? correction->is : STR("(nothing is recorded any more)"));
    phrase_field_after(&phrase, ". Earlier issues said ", correction->was, NAMED(correction, was));
    add_why(&phrase, correction->why, correction);
    phrase_date_after(&phrase, " Found ", FIELD_AT(correction, found));
    phrase_date_after(&phrase, "; in issues since ", FIELD_AT(correction, since));
    phrase_stop(&phrase);
    end_item(composer, &phrase, &correction->fact);
}

static void set_withdrawal(struct composer *composer, const struct briefing *briefing,
                           const struct withdrawal *withdrawal)
{
    struct phrase phrase = phrase_new(composer, briefing);
    phrase_addz(&phrase, "Withdrawn: ");
    phrase_field(&phrase, withdrawal->what, NAMED(withdrawal, what));
    add_why(&phrase, withdrawal->why, withdrawal);
    phrase_date_after(&phrase, " Found ", FIELD_AT(withdrawal, found));
    phrase_date_after(&phrase, "; in issues since ", FIELD_AT(withdrawal, since));
    phrase_stop(&phrase);
    end_item(composer, &phrase, &withdrawal->fact);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    (void)options;
    if (!briefing->corrections.count && !briefing->withdrawn.count)
        return;
    compose_list_open(composer, false, true);
    for (size_t i = 0; i < briefing->corrections.count; i++)
        set_correction(composer, briefing, &briefing->corrections.items[i]);
    for (size_t i = 0; i < briefing->withdrawn.count; i++)
        set_withdrawal(composer, briefing, &briefing->withdrawn.items[i]);
    compose_close(composer);
}

const struct component component_corrections = {
    .name = "corrections",
    .doc = "What earlier issues had wrong or should not have had, what is right, why, and when "
           "that was found.",
    .example = "```corrections\n```\n",
    .options = &no_options_table,
    .compose = compose,
};
