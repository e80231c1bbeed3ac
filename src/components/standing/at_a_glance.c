/* at-a-glance: grade, change, intervention and next deadline, as a member sees them first: a panel
   of answers. */
#include "components/kit/options.h"
#include "components/standing/glance.h"

enum { GLANCE_COUNT = 4 };

/* Those that have something to say. */
static size_t collect(struct composer *composer, const struct briefing *briefing,
                      struct glance *glances)
{
    const struct glance all[GLANCE_COUNT] = {
        glance_grade(composer, briefing),
        glance_change(composer, briefing),
        glance_intervention(composer, briefing),
        glance_deadline(composer, briefing),
    };
    size_t count = 0;
    for (size_t i = 0; i < GLANCE_COUNT; i++)
        if (glance_speaks(&all[i]))
            glances[count++] = all[i];
    return count;
}

/* Several judgements in place of one grade need more room. */
static const int *weights_for(const struct briefing *briefing)
{
    static const int one_grade[GLANCE_COUNT] = {5, 4, 4, 4};
    static const int many_grades[GLANCE_COUNT] = {9, 4, 4, 4};
    static const int no_grade[GLANCE_COUNT] = {1, 1, 1, 1};
    const struct standing *standing = briefing->derived->standing;
    if (!standing->inspection)
        return no_grade;
    return standing->overall.len ? one_grade : many_grades;
}

static struct inline_node *words(struct composer *composer, const char *text)
{
    return inline_text(composer->arena, str_from(text), (struct span){0});
}

static const struct panel_item *items_of(struct composer *composer, const struct briefing *briefing,
                                         const struct glance *glances, size_t count)
{
    const int *weights = weights_for(briefing);
    struct panel_item *items = ARENA_ARRAY(composer->arena, struct panel_item, count);
    for (size_t i = 0; i < count; i++)
        items[i] = (struct panel_item){
            .term = words(composer, glances[i].term),
            .value = glances[i].value.inlines,
            .details = glances[i].details.inlines,
            .tone = glances[i].tone,
            .shape = glances[i].shape,
            .weight = weights[i],
        };
    return items;
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct caption_options *chosen = options;
    struct span origin = caption_span(options);
    struct glance glances[GLANCE_COUNT];
    size_t count = collect(composer, briefing, glances);
    if (!count)
        return;
    struct str caption = chosen->caption.len
                             ? chosen->caption
                             : caption_of_day(composer->arena, briefing, "Position on");
    struct panel *panel = ARENA_NEW(composer->arena, struct panel);
    *panel = (struct panel){
        .caption = inline_text(composer->arena, caption, origin),
        .terms_head = words(composer, "Question"),
        .answers_head = words(composer, "Answer"),
        .items = items_of(composer, briefing, glances, count),
        .count = count,
        .origin = origin,
    };
    compose_add(composer, BLOCK_PANEL, origin)->panel = panel;
}

const struct component component_at_a_glance = {
    .name = "at-a-glance",
    .doc = "The grade, what changed, intervention and the next deadline: what a reader sees first.",
    .example = "```at-a-glance\ncaption: Where {{ council.name }} stands\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
