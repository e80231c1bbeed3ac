/* Record tables of the officers' own words: narrative and glossary. */
#include "fact.h"

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
    .doc = "An officer's own text for a section of the template.",
};

static const struct field term_fields[] = {
    FIELD(struct term, term, FIELD_TEXT, REQUIRED, .doc = "The word or abbreviation.",
          .example = "LSCB"),
    FIELD(struct term, meaning, FIELD_TEXT, REQUIRED, .doc = "What it means, in plain English.",
          .example = "Local Safeguarding Children Board"),
    END_OF_FIELDS,
};

const struct record_table term_table = {
    .name = "term",
    .a_name = "a term",
    .size = sizeof(struct term),
    .fields = term_fields,
    .doc = "A word that readers may not know.",
};
