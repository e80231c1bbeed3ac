/* questions: what members may want to ask, as officers have written it. */
#include "components/options.h"
#include "components/sheet.h"

static void set_reason(struct flow *flow, const struct briefing *briefing,
                       const struct question *question)
{
    struct phrase phrase = phrase_new(flow, briefing);
    if (question->to.len) {
        phrase_addz(&phrase, "For: ");
        phrase_field(&phrase, FIELD_OF(question, to));
    }
    phrase_field_after(&phrase, ". Why ask: ", FIELD_OF(question, why));
    phrase_source(&phrase, question->source);
    set_note(flow, &phrase);
}

static void set_question(struct flow *flow, const struct briefing *briefing,
                         const struct question *question)
{
    struct arena *arena = flow_arena(flow);
    flow_item_open(flow);
    flow_paragraph(
        flow, STYLE_BODY,
        inline_strong(arena, inline_text(arena, question->text, SPAN_OF(question, text))));
    set_reason(flow, briefing, question);
    flow_item_close(flow);
}

static void layout(struct flow *flow, const struct briefing *briefing, const void *options)
{
    (void)options;
    if (!briefing->questions.count)
        return;
    flow_list_open(flow, true, 1, false);
    for (size_t i = 0; i < briefing->questions.count; i++)
        set_question(flow, briefing, &briefing->questions.items[i]);
    flow_list_close(flow);
}

const struct component component_questions = {
    .name = "questions",
    .doc = "Questions that members may want to ask, numbered, with whom to ask and why.",
    .example = "```questions\n```\n",
    .options = &no_options_table,
    .layout = layout,
};
