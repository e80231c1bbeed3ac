/* figures: the specification's own pictures, those of one section or all. */
#include "components/kit/options.h"
#include "components/kit/phrase.h"
#include "doc/doc_codes.h"

struct figures_options {
    struct record_head head;
    struct str section;
};

static const struct field fields[] = {
    FIELD(struct figures_options, section, FIELD_TEXT, OPTIONAL,
          .doc = "Shows the figures of this section only; all of them when left out.",
          .example = "background"),
    END_OF_OPTIONS,
};

static const struct record_table options_table = {
    .name = "figures",
    .a_name = "figures",
    .size = sizeof(struct figures_options),
    .fields = fields,
    .doc = "Options of the figures.",
};

/* ---- sections ---- */

static const struct word *section_words(void)
{
    return record_field(&figure_table, STR("section"))->words;
}

/* Its position as a figure's `section` has it; 0 when there is no such section. */
static int section_of(struct str name)
{
    const struct word *words = section_words();
    for (int i = 0; words[i].id; i++)
        if (str_is(name, words[i].id))
            return i + 1;
    return 0;
}

static bool check(struct diags *diags, const struct briefing *briefing, const void *options)
{
    (void)briefing;
    const struct figures_options *chosen = options;
    if (!chosen->section.at || section_of(chosen->section))
        return true;
    struct diag *diag =
        diag_report(diags, &E416, SPAN_OF(chosen, section), "figures have no section `" STR_FMT "`",
                    STR_ARG(chosen->section));
    const struct word *words = section_words();
    size_t count = 0;
    while (words[count].id)
        count++;
    const char *nearest = diag_nearest(chosen->section, words, count, sizeof *words);
    if (nearest)
        diag_hint(diags, diag, "did you mean `%s`?", nearest);
    return false;
}

/* ---- drawing ---- */

static void set_figure(struct composer *composer, const struct briefing *briefing,
                       const struct figure *figure)
{
    struct phrase caption = phrase_new(composer, briefing);
    phrase_field(&caption, FIELD_OF(figure, caption));
    phrase_field_after(&caption, ". Note: ", figure->fact.note, figure, "note");
    phrase_source(&caption, figure->fact.source);
    phrase_told(&caption, NAMED(figure, section));
    phrase_told(&caption, NAMED(figure, width));
    const struct illustration illustration = {
        .file = figure->file,
        .named = SPAN_OF(figure, file),
        .alt = figure->alt,
        .caption = caption.inlines,
        .percent = figure->width.known ? figure->width.value : 0,
        .origin = SPAN_OF(figure, alt),
    };
    compose_figure(composer, briefing, &illustration);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct figures_options *chosen = options;
    int section = section_of(chosen->section);
    for (size_t i = 0; i < briefing->figures.count; i++) {
        const struct figure *figure = &briefing->figures.items[i];
        if (!section || figure->section == section)
            set_figure(composer, briefing, figure);
    }
}

const struct component component_figures = {
    .name = "figures",
    .doc = "The pictures of the specification that belong to a section.",
    .example = "```figures\nsection: background\n```\n",
    .options = &options_table,
    .check = check,
    .compose = compose,
};
