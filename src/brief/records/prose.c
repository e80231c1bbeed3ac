/* Record tables of the officers' own words and pictures: narrative, figures, glossary. */
#include "brief/records/fact.h"

/* The places a template keeps for officers' own words. A fixed list: a text under a misspelt name
   would silently be missing from the briefing. */
static const struct word section_words[] = {
    {"summary", "summary"},
    {"background", "background"},
    {"next", "what comes next"},
    {0},
};

static const struct field narrative_fields[] = {
    FIELD(struct narrative, section, FIELD_WORD, REQUIRED, .words = section_words,
          .doc = "The section of the template that it belongs to.", .example = "background"),
    FIELD(struct narrative, text, FIELD_MARKDOWN, REQUIRED, .doc = "The text, in Markdown.",
          .example = "The council has run its children's services itself *throughout*."),
    END_OF_FIELDS,
};

const struct record_table narrative_table = {
    .name = "narrative",
    .a_name = "a narrative",
    .size = sizeof(struct narrative),
    .fields = narrative_fields,
    .known_by = NAMES("section"),
    .called = NAMES("section"),
    .doc = "An officer's own text for a section of the template.",
};

/* The sections that an officer's own stand before or after: the same words for each template, in
   the order in which a report to a committee has them. */
static const struct word place_words[] = {
    {"purpose", "why this report is made"},
    {"recommendations", "recommendations"},
    {"position", "where the service stands"},
    {"background", "background"},
    {"next", "what comes next"},
    {"indicators", "what is measured"},
    {"options", "options considered"},
    {"reasons", "reasons for the recommendations"},
    {"consultation", "consultation"},
    {"implications", "implications"},
    {"risks", "risks"},
    {"sources", "sources"},
    {0},
};

static const struct field own_section_fields[] = {
    FIELD(struct own_section, heading, FIELD_TEXT, REQUIRED, .doc = "Its heading.",
          .example = "Family hubs"),
    FIELD(struct own_section, after, FIELD_WORD, OPTIONAL, .words = place_words,
          .doc =
              "The section that it stands after. One of `after` and `before` is needed; where the "
              "paper has no such section, it stands where that one would.",
          .example = "position"),
    /* Without an example: a starter shows `after`, and both together are refused. */
    FIELD(struct own_section, before, FIELD_WORD, OPTIONAL, .words = place_words,
          .doc = "The section that it stands before."),
    FIELD(struct own_section, text, FIELD_MARKDOWN, REQUIRED, .doc = "The text, in Markdown.",
          .example = "Three family hubs open in *May*."),
    END_OF_FIELDS,
};

const struct record_table own_section_table = {
    .name = "own_section",
    .a_name = "a section of the officers’ own",
    .size = sizeof(struct own_section),
    .fields = own_section_fields,
    .known_by = NAMES("heading"),
    .called = NAMES("heading"),
    .doc = "A section that officers write themselves, with its heading, between those of the "
           "template.",
};

static const struct field figure_fields[] = {
    FIELD(struct figure, section, FIELD_WORD, REQUIRED, .words = section_words,
          .doc = "The section of the template that it belongs to.", .example = "background"),
    FIELD(struct figure, file, FIELD_TEXT, REQUIRED,
          .doc = "PNG or JPEG file in the folder of the specification or below it.",
          .example = "pictures/districts.png"),
    FIELD(struct figure, alt, FIELD_TEXT, REQUIRED,
          .doc = "What it shows, in a sentence for people who do not see it.",
          .example = "Map of Norfolk in which three of seven districts have a children's centre"),
    FIELD(struct figure, caption, FIELD_TEXT, OPTIONAL, .doc = "What is printed below it.",
          .example = "Where the children's centres are"),
    FIELD(struct figure, width, FIELD_WHOLE, OPTIONAL, .percent = true,
          .doc = "How wide it is, in percent of the width of the text; left out, it has its own "
                 "size.",
          .example = "60"),
    FACT_FIELDS(struct figure),
    END_OF_FIELDS,
};

const struct record_table figure_table = {
    .name = "figure",
    .a_name = "a figure",
    .size = sizeof(struct figure),
    .fields = figure_fields,
    .known_by = NAMES("section", "file"),
    .called = NAMES("section", "caption"),
    .doc = "An officer's own picture for a section of the template.",
};

static const struct field term_fields[] = {
    FIELD(struct term, term, FIELD_TEXT, REQUIRED, .doc = "The word or abbreviation.",
          .example = "LSCB"),
    FIELD(struct term, meaning, FIELD_TEXT, REQUIRED, .doc = "What it means, in plain English.",
          .example = "Local Safeguarding Children Board"),
    FIELD(struct term, expansion, FIELD_TEXT, OPTIONAL,
          .doc =
              "What the abbreviation is short for; it is printed, or read out, where the term is "
              "used first.",
          .example = "Local Safeguarding Children Board"),
    END_OF_FIELDS,
};

const struct record_table term_table = {
    .name = "term",
    .a_name = "a term",
    .size = sizeof(struct term),
    .fields = term_fields,
    .known_by = NAMES("term"),
    .called = NAMES("term"),
    .doc = "A word that readers may not know.",
};
