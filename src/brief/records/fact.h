/* The fields that every statement of fact shares. Private to the record tables. */
#ifndef COUNCILBRIEF_BRIEF_RECORDS_FACT_H
#define COUNCILBRIEF_BRIEF_RECORDS_FACT_H

#include "brief/briefing.h"

/* The last line of every table. */
#define END_OF_FIELDS                                                                              \
    {                                                                                              \
        .name = NULL                                                                               \
    }

/* `source` and `note` of a record whose first member is a struct fact. A record that stands in a
   list of its own must say where it comes from; a part of one may leave that to the whole. */
#define SOURCE_FIELD(type, how, sentence)                                                          \
    {                                                                                              \
        .name = "source", .kind = FIELD_REFS, .presence = (how),                                   \
        .offset = offsetof(type, fact.source), .ids = IDS_SOURCES, .doc = (sentence),              \
        .example = "S004"                                                                          \
    }
#define NOTE_FIELD(type)                                                                           \
    {                                                                                              \
        .name = "note", .kind = FIELD_TEXT, .presence = OPTIONAL,                                  \
        .offset = offsetof(type, fact.note), .changes = CHANGES_WORDING,                           \
        .doc = "What a reader must know about this fact; printed with it.",                        \
        .example = "The day is that of the letter, not of its publication"                         \
    }
#define HOW_KNOWN_FIELD(type, member_of)                                                           \
    {                                                                                              \
        .name = "how_known", .kind = FIELD_TEXT, .presence = OPTIONAL,                             \
        .offset = offsetof(type, member_of), .shown_in = SHOWN_IN_EVIDENCE,                        \
        .changes = CHANGES_WORDING,                                                                \
        .doc = "How we know: how a date was worked out, how the source words it, why one "         \
               "account is used. Printed once, with the evidence at the end.",                     \
        .example = "The article gives the day and the month; the year was inferred"                \
    }

/* The line after an id: the id that the record had before, by which it is still known. */
#define WAS_FIELD(type, member_of)                                                                 \
    {                                                                                              \
        .name = "was", .kind = FIELD_TEXT, .presence = OPTIONAL,                                   \
        .offset = offsetof(type, member_of), .changes = CHANGES_WORDING,                           \
        .doc = "The id that it had in an earlier issue, where it has another one now.",            \
        .unprinted = "the program, which knows it by that from one issue to the next",             \
        .example = "OLD-7"                                                                         \
    }

/* What has become of the keys for it of format 0.9. */
static const struct old_key old_notes[] = {
    {.was = "date_note", .now = "how_known"},
    {.was = "ended_note", .now = "how_known"},
    {.was = NULL},
};

#define FACT_FIELDS(type)                                                                          \
    SOURCE_FIELD(type, EXPECTED, "The sources that say so: an id from `sources`, or several."),    \
        NOTE_FIELD(type), HOW_KNOWN_FIELD(type, fact.how_known)

#define PART_FIELDS(type)                                                                          \
    SOURCE_FIELD(type, OPTIONAL,                                                                   \
                 "Its own sources, where they differ from those of the record "                    \
                 "it belongs to."),                                                                \
        NOTE_FIELD(type), HOW_KNOWN_FIELD(type, fact.how_known)

#endif
