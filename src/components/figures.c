/* figures and figure: pictures of the specification, those of one section or all; and one of the
   template's own. */
#include "components/kit/kit.h"

#include "doc/doc_codes.h"

struct figures_options {
    struct record_head head;
    struct str section;
};

static const struct field all_fields[] = {
    FIELD(struct figures_options, section, FIELD_TEXT, OPTIONAL,
          .doc = "Shows the figures of this section only; all of them when left out.",
          .example = "background"),
    END_OF_OPTIONS,
};

static const struct record_table all_options_table = {
    .name = "figures",
    .a_name = "figures",
    .size = sizeof(struct figures_options),
    .fields = all_fields,
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

static bool check_all(struct diags *diags, const struct briefing *briefing, const void *options)
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
    phrase_cite(&caption, figure->fact.source);
    phrase_printed(&caption, NAMED(figure, section));
    phrase_printed(&caption, NAMED(figure, width));
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

static void compose_all(struct composer *composer, const struct briefing *briefing,
                        const void *options)
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
    .options = &all_options_table,
    .check = check_all,
    .compose = compose_all,
};

/* ---- figure: a picture of the template's own, with its caption and sources ---- */

struct figure_options {
    struct record_head head;
    struct str file, alt, caption;
    struct whole width;
    struct texts source;
};

static const struct field one_fields[] = {
    FIELD(struct figure_options, file, FIELD_TEXT, REQUIRED,
          .doc = "PNG or JPEG file in the folder of the template; a file that a specification "
                 "names is in the folder of that.",
          .example = "pictures/structure.png"),
    FIELD(struct figure_options, alt, FIELD_TEXT, REQUIRED,
          .doc = "What it shows, in a sentence for people who do not see it.",
          .example = "The director answers to the chief executive and to the lead member"),
    FIELD(struct figure_options, caption, FIELD_TEXT, OPTIONAL, .doc = "What is printed below it.",
          .example = "Who answers to whom"),
    FIELD(struct figure_options, width, FIELD_WHOLE, OPTIONAL,
          .doc = "How wide it is, in percent of the width of the text; left out, it has its own "
                 "size.",
          .example = "60"),
    FIELD(struct figure_options, source, FIELD_TEXTS, OPTIONAL,
          .doc = "Ids of the sources it comes from; they are cited in the caption.",
          .example = "[S003]"),
    END_OF_OPTIONS,
};

static const struct record_table one_options_table = {
    .name = "figure",
    .a_name = "a figure",
    .size = sizeof(struct figure_options),
    .fields = one_fields,
    .doc = "Options of the figure.",
};

/* ---- checking ---- */

static bool check_source(struct diags *diags, const struct briefing *briefing, struct str id,
                         struct span span)
{
    if (spec_source_number(briefing, id))
        return true;
    diag_report(diags, &E416, span, "no source has the id `" STR_FMT "`", STR_ARG(id));
    return false;
}

static bool check_one(struct diags *diags, const struct briefing *briefing, const void *options)
{
    const struct figure_options *figure = options;
    bool fine = option_in_range(diags, options, "width", figure->width, FIGURE_WIDTH_LEAST,
                                FIGURE_WIDTH_MOST);
    for (size_t i = 0; i < figure->source.count; i++)
        fine &= check_source(diags, briefing, figure->source.items[i], figure->source.spans[i]);
    return fine;
}

/* ---- drawing ---- */

static struct refs refs_of(struct arena *arena, const struct texts *ids)
{
    struct ref *items = ARENA_ARRAY(arena, struct ref, ids->count);
    for (size_t i = 0; i < ids->count; i++)
        items[i] = (struct ref){.id = ids->items[i], .span = ids->spans[i]};
    return (struct refs){items, ids->count};
}

static void compose_one(struct composer *composer, const struct briefing *briefing,
                        const void *options)
{
    const struct figure_options *figure = options;
    struct phrase caption = phrase_new(composer, briefing);
    phrase_field(&caption, FIELD_OF(figure, caption));
    phrase_cite(&caption, refs_of(caption.arena, &figure->source));
    const struct illustration illustration = {
        .file = figure->file,
        .named = SPAN_OF(figure, file),
        .alt = figure->alt,
        .caption = caption.inlines,
        .percent = figure->width.known ? figure->width.value : 0,
        .origin = figure->head.node->span,
    };
    compose_figure(composer, briefing, &illustration);
}

const struct component component_figure = {
    .name = "figure",
    .doc = "A picture with its alternative text, caption and sources.",
    .example = "```figure\n"
               "file: pictures/structure.png\n"
               "alt: The director answers to the chief executive and to the lead member\n"
               "caption: Who answers to whom\n"
               "width: 60\n"
               "```\n",
    .options = &one_options_table,
    .check = check_one,
    .compose = compose_one,
};
