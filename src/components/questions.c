/* questions: what members may want to ask, as officers have written it. */
#include "components/kit/kit.h"

static void set_reason(struct composer *composer, const struct briefing *briefing,
                       const struct question *question)
{
    struct phrase phrase = phrase_new(composer, briefing);
    if (question->to.len) {
        phrase_addz(&phrase, "For: ");
        phrase_field(&phrase, FIELD_OF(question, to));
    }
    phrase_field_after(&phrase, ". Why ask: ", FIELD_OF(question, why));
    phrase_cite(&phrase, question->source);
    set_note(composer, &phrase);
}

static void set_question(struct composer *composer, const struct briefing *briefing,
                         const struct question *question)
{
    struct arena *arena = composer->arena;
    compose_item_open(composer);
    compose_paragraph(composer, inline_strong(arena, inline_text(arena, question->text,
                                                                 SPAN_OF(question, text))));
    set_reason(composer, briefing, question);
    compose_close(composer);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    (void)options;
    if (!briefing->questions.count)
        return;
    compose_list_open(composer, true, false);
    for (size_t i = 0; i < briefing->questions.count; i++)
        set_question(composer, briefing, &briefing->questions.items[i]);
    compose_close(composer);
}

const struct component component_questions = {
    .name = "questions",
    .doc = "Questions that members may want to ask, numbered, with whom to ask and why.",
    .example = "```questions\n```\n",
    .options = &no_options_table,
    .compose = compose,
};
