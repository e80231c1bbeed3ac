/* at-a-glance: grade, change, intervention and next deadline, as a member sees them first. A
   table, so that it is read aloud as text: side by side, or one below the other where the column is
   narrow for its letters. */
#include "components/glance.h"
#include "components/options.h"
#include "components/sheet.h"

#include "layout/theme/theme.h"

enum {
    GLANCE_COUNT = 4,
    LEAST_EMS = 32, /* of body text in the column, for four side by side */
};

/* Those that have something to say. */
static size_t collect(struct flow *flow, const struct briefing *briefing, struct glance *glances)
{
    const struct glance all[GLANCE_COUNT] = {
        glance_grade(flow, briefing),
        glance_change(flow, briefing),
        glance_intervention(flow, briefing),
        glance_deadline(flow, briefing),
    };
    size_t count = 0;
    for (size_t i = 0; i < GLANCE_COUNT; i++)
        if (glance_speaks(&all[i]))
            glances[count++] = all[i];
    return count;
}

void say_absence(struct glance *glance, enum cover_kind kind)
{
    const struct cover *cover = cover_of(glance->value.briefing, kind);
    if (!cover)
        return;
    phrase_addz(&glance->value, "None");
    phrase_add(&glance->details,
               absence_text(glance->details.arena, glance->details.briefing, cover));
    phrase_addz(&glance->details, ".");
    phrase_cite(&glance->details, cover->fact.source);
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

/* Several judgements in place of one grade need more room. */
static const struct column *columns_for(const struct briefing *briefing)
{
    static const struct column one_grade[GLANCE_COUNT] = {
        {.weight = 5}, {.weight = 4}, {.weight = 4}, {.weight = 4}};
    static const struct column many_grades[GLANCE_COUNT] = {
        {.weight = 9}, {.weight = 4}, {.weight = 4}, {.weight = 4}};
    static const struct column no_grade[GLANCE_COUNT] = {
        {.weight = 1}, {.weight = 1}, {.weight = 1}, {.weight = 1}};
    const struct standing *standing = briefing->derived->standing;
    if (!standing->inspection)
        return no_grade;
    return standing->overall.len ? one_grade : many_grades;
}

static struct sheet side_by_side(struct flow *flow, const struct briefing *briefing,
                                 const struct glance *glances, size_t count)
{
    struct sheet sheet = sheet_new(flow, briefing, columns_for(briefing), count);
    for (size_t i = 0; i < count; i++)
        sheet_term(&sheet, glances[i].term);
    for (size_t i = 0; i < count; i++)
        add_value(&sheet, &glances[i]);
    for (size_t i = 0; i < count; i++)
        add_details(&sheet, &glances[i]);
    return sheet;
}

static struct sheet one_below_the_other(struct flow *flow, const struct briefing *briefing,
                                        const struct glance *glances, size_t count)
{
    struct sheet sheet = sheet_new(flow, briefing, term_columns, TERM_COLUMNS);
    sheet_heads(&sheet, (const char *const[]){"Question", "Answer"});
    for (size_t i = 0; i < count; i++) {
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
    size_t count = collect(flow, briefing, glances);
    if (!count)
        return;
    milli em = flow_theme(flow)->styles[STYLE_BODY].size;
    struct sheet sheet = flow_width(flow) >= LEAST_EMS * em
                             ? side_by_side(flow, briefing, glances, count)
                             : one_below_the_other(flow, briefing, glances, count);
    struct str otherwise = caption_of_day(flow_arena(flow), briefing, "Position on");
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
