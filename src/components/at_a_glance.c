/* at-a-glance: grade, change, intervention and next deadline, as a member sees them first. A
   table, so that it is read aloud as text: side by side, or one below the other where the column is
   narrow for its letters. */
#include "glance.h"
#include "options.h"
#include "sheet.h"

#include "layout/theme.h"

enum {
    GLANCE_COUNT = 4,
    LEAST_EMS = 32, /* of body text in the column, for four side by side */
};

static void collect(struct flow *flow, const struct briefing *briefing, struct glance *glances)
{
    glances[0] = glance_grade(flow, briefing);
    glances[1] = glance_change(flow, briefing);
    glances[2] = glance_intervention(flow, briefing);
    glances[3] = glance_deadline(flow, briefing);
}

static void add_value(struct sheet *sheet, const struct glance *glance)
{
    struct cell *cell = sheet_cell(sheet, glance->value.inlines);
    cell->tone = glance->tone;
    cell->shape = glance->shape;
    cell->large = true;
}

static void add_details(struct sheet *sheet, const struct glance *glance)
{
    sheet_cell(sheet, glance->details.inlines)->tone = glance->tone;
}

static struct sheet side_by_side(struct flow *flow, const struct briefing *briefing,
                                 const struct glance *glances)
{
    static const struct column one_grade[GLANCE_COUNT] = {
        {.weight = 5}, {.weight = 4}, {.weight = 4}, {.weight = 4}};
    static const struct column many_grades[GLANCE_COUNT] = {
        {.weight = 9}, {.weight = 4}, {.weight = 4}, {.weight = 4}};
    const struct standing *standing = briefing->derived->standing;
    bool has_many = standing->inspection && !standing->overall.len;
    struct sheet sheet =
        sheet_new(flow, briefing, has_many ? many_grades : one_grade, GLANCE_COUNT);
    for (size_t i = 0; i < GLANCE_COUNT; i++)
        sheet_term(&sheet, glances[i].term);
    for (size_t i = 0; i < GLANCE_COUNT; i++)
        add_value(&sheet, &glances[i]);
    for (size_t i = 0; i < GLANCE_COUNT; i++)
        add_details(&sheet, &glances[i]);
    return sheet;
}

static struct sheet one_below_the_other(struct flow *flow, const struct briefing *briefing,
                                        const struct glance *glances)
{
    struct sheet sheet = sheet_new(flow, briefing, term_columns, TERM_COLUMNS);
    sheet_heads(&sheet, (const char *const[]){"Question", "Answer"});
    for (size_t i = 0; i < GLANCE_COUNT; i++) {
        sheet_term(&sheet, glances[i].term);
        sheet.cells.items[sheet.cells.count - 1].row_span = 2;
        add_value(&sheet, &glances[i]);
        sheet_cell(&sheet, NULL); /* under the term */
        add_details(&sheet, &glances[i]);
    }
    return sheet;
}

static void layout(struct flow *flow, const struct briefing *briefing, const void *options)
{
    const struct caption_options *chosen = options;
    struct glance glances[GLANCE_COUNT];
    collect(flow, briefing, glances);
    milli em = flow_theme(flow)->styles[STYLE_BODY].size;
    struct sheet sheet = flow_width(flow) >= LEAST_EMS * em
                             ? side_by_side(flow, briefing, glances)
                             : one_below_the_other(flow, briefing, glances);
    struct str otherwise =
        str_format(flow_arena(flow), "Position on " STR_FMT,
                   STR_ARG(date_text(flow_arena(flow), &briefing->briefing->as_at, DATE_LONG)));
    sheet.panel = true;
    sheet_set(&sheet, chosen->caption.len ? chosen->caption : otherwise, "", caption_span(options));
}

const struct component component_at_a_glance = {
    .name = "at-a-glance",
    .doc = "The grade, what changed, intervention and the next deadline: what a reader sees first.",
    .example = "```at-a-glance\ncaption: Where {{ council.name }} stands\n```\n",
    .options = &caption_options_table,
    .layout = layout,
};
