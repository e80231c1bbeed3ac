/* Record tables of what page one tells, for the sentences of templates. */
#include "brief/derived.h"
#include "brief/records/fact.h"
#include "brief/records/words.h"

static const struct field judged_fields[] = {
    FIELD(struct judged, judgement, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The judgement's id.",
          .example = "help_protection"),
    FIELD(struct judged, name, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "What it is called in a sentence.", .example = "help and protection"),
    FIELD(struct judged, grade, FIELD_GRADE, DERIVED_ALWAYS,
          .doc = "Its grade at the latest full inspection.", .example = "requires_improvement"),
    FIELD(struct judged, before, FIELD_GRADE, DERIVED,
          .doc = "Its grade at the full inspection before; absent where none can be compared.",
          .example = "inadequate"),
    FIELD(struct judged, direction, FIELD_WORD, DERIVED, .words = direction_words,
          .doc = "Whether it went up, down, stayed the same, is new, or cannot be compared; absent "
                 "without an inspection before.",
          .example = "up"),
    FIELD(struct judged, steps, FIELD_WHOLE, DERIVED, .doc = "By how many grades it moved.",
          .example = "1"),
    FIELD(struct judged, times, FIELD_WHOLE, DERIVED,
          .doc = "How many full inspections in a row, the latest among them, gave this grade on "
                 "comparable ground.",
          .example = "2"),
    FIELD(struct judged, since, FIELD_DATE, DERIVED, .doc = "The date of the first of these.",
          .example = "2015-10-19"),
    FIELD(struct judged, peak, FIELD_GRADE, DERIVED,
          .doc =
              "The best grade of an earlier full inspection on comparable ground, where that was "
              "better than today's.",
          .example = "outstanding"),
    FIELD(struct judged, peak_at, FIELD_DATE, DERIVED,
          .doc = "The date of the last inspection that gave it.", .example = "2015-03-27"),
    END_OF_FIELDS,
};

const struct record_table judged_table = {
    .name = "judgement told",
    .a_name = "a judgement told",
    .size = sizeof(struct judged),
    .fields = judged_fields,
    .doc = "One judgement of the latest full inspection, and where it comes from.",
};

#define COUNTED_NAMES(STRUCT)                                                                      \
    FIELD(struct STRUCT, judgements, FIELD_TEXTS, DERIVED_ALWAYS,                                  \
          .doc = "What the judgements are called in a sentence.",                                  \
          .example = "[leaders, help and protection]"),                                            \
        FIELD(struct STRUCT, count, FIELD_WHOLE, DERIVED_ALWAYS, .doc = "How many they are.",      \
              .example = "2")

static const struct field judged_group_fields[] = {
    FIELD(struct judged_group, grade, FIELD_GRADE, DERIVED_ALWAYS, .doc = "The grade now.",
          .example = "good"),
    COUNTED_NAMES(judged_group),
    END_OF_FIELDS,
};

const struct record_table judged_group_table = {
    .name = "group of judgements",
    .a_name = "a group of judgements",
    .size = sizeof(struct judged_group),
    .fields = judged_group_fields,
    .doc = "Judgements of one grade.",
};

static const struct field judged_move_fields[] = {
    FIELD(struct judged_move, grade, FIELD_GRADE, DERIVED_ALWAYS, .doc = "The grade now.",
          .example = "good"),
    FIELD(struct judged_move, before, FIELD_GRADE, DERIVED_ALWAYS,
          .doc = "The grade at the full inspection before.", .example = "requires_improvement"),
    FIELD(struct judged_move, direction, FIELD_WORD, DERIVED_ALWAYS, .words = direction_words,
          .doc = "Whether they went up, down or stayed the same.", .example = "up"),
    COUNTED_NAMES(judged_move),
    END_OF_FIELDS,
};

const struct record_table judged_move_table = {
    .name = "move of judgements",
    .a_name = "a move of judgements",
    .size = sizeof(struct judged_move),
    .fields = judged_move_fields,
    .doc = "Judgements that moved alike, or stayed at one grade.",
};

static const struct word stepped_in_words[] = {
    [STEPPED_IN_FORCE - 1] = {"in_force", "in force"},
    [STEPPED_LAST_CHECKED - 1] = {"last_checked", "in force when last checked"},
    [STEPPED_ENDED - 1] = {"ended", "ended"},
    [STEPPED_ENDED] = {0},
};

static const struct field stepped_in_fields[] = {
    FIELD(struct stepped_in, first, FIELD_RECORD, DERIVED_ALWAYS, .of = &intervention_table,
          .doc = "The first step of the chain."),
    FIELD(struct stepped_in, latest, FIELD_RECORD, DERIVED_ALWAYS, .of = &intervention_table,
          .doc = "The last one, which replaced what was before it."),
    FIELD(struct stepped_in, state, FIELD_WORD, DERIVED_ALWAYS, .words = stepped_in_words,
          .doc = "Whether it is in force, was when it was last checked, or has ended.",
          .example = "ended"),
    FIELD(struct stepped_in, checked, FIELD_DATE, DERIVED,
          .doc = "The last day of which it is known to be in force.", .example = "2024-12-31"),
    FIELD(struct stepped_in, reported, FIELD_ANSWER, DERIVED,
          .doc = "Of one that has ended, whether its day was worked out or is only about right.",
          .example = "yes"),
    END_OF_FIELDS,
};

const struct record_table stepped_in_table = {
    .name = "intervention told",
    .a_name = "an intervention told",
    .size = sizeof(struct stepped_in),
    .fields = stepped_in_fields,
    .doc = "The government's steps that page one tells of: what runs, else what came last.",
};

static const struct field ahead_fields[] = {
    FIELD(struct ahead, what, FIELD_TEXT, DERIVED_ALWAYS, .doc = "What is due.",
          .example = "Plan of action to Ofsted and the Secretary of State"),
    FIELD(struct ahead, who, FIELD_TEXT, DERIVED, .doc = "From whom, where that is said.",
          .example = "Commissioner"),
    FIELD(struct ahead, due, FIELD_DATE, DERIVED_ALWAYS, .doc = "When.", .example = "2018-05-01~"),
    FIELD(struct ahead, text, FIELD_TEXT, DERIVED_ALWAYS, .doc = "How far off that is.",
          .example = "in 3 months"),
    FIELD(struct ahead, base, FIELD_TEXT, DERIVED,
          .doc = "The rule by which the day was counted; absent where it was written.",
          .example = "70 working days after the council received the report"),
    FIELD(struct ahead, working_days, FIELD_WHOLE, DERIVED,
          .doc = "The working days after publication of that rule.", .example = "70"),
    FIELD(struct ahead, source, FIELD_REFS, DERIVED, .ids = IDS_SOURCES,
          .doc = "The sources of the day, or of the report from which it is counted.",
          .example = "S003"),
    END_OF_FIELDS,
};

const struct record_table ahead_table = {
    .name = "date ahead",
    .a_name = "a date ahead",
    .size = sizeof(struct ahead),
    .fields = ahead_fields,
    .doc = "Something that is due on or after the day of the briefing.",
};

static const struct field wanted_fields[] = {
    FIELD(struct wanted, text, FIELD_TEXT, DERIVED_ALWAYS, .doc = "What it is.",
          .example = "The quality of social work supervision."),
    FIELD(struct wanted, urgent, FIELD_ANSWER, DERIVED_ALWAYS,
          .doc = "Whether it is an area for priority action.", .example = "no"),
    FIELD(struct wanted, owner, FIELD_TEXT, DERIVED, .doc = "Who is to see to it.",
          .example = "Head of quality assurance"),
    FIELD(struct wanted, due, FIELD_DATE, DERIVED, .doc = "By when.", .example = "2018-09-30"),
    FIELD(struct wanted, source, FIELD_REFS, DERIVED, .ids = IDS_SOURCES,
          .doc = "The sources that say so.", .example = "S003"),
    END_OF_FIELDS,
};

const struct record_table wanted_table = {
    .name = "point to put right",
    .a_name = "a point to put right",
    .size = sizeof(struct wanted),
    .fields = wanted_fields,
    .doc = "Something that the latest full inspection wants put right.",
};

static const struct field message_fields[] = {
    FIELD(struct message, overall, FIELD_RECORD, DERIVED, .of = &judged_table,
          .doc = "The overall judgement of the latest full inspection; absent where it has none or "
                 "it is not known."),
    RECORDS_FIELD(struct message, judgements, judged, DERIVED,
                  .doc = "Its other judgements that are on the scale, worst first."),
    RECORDS_FIELD(struct message, stuck, judged, DERIVED,
                  .doc = "Of those, what is below good and had the same grade at the full "
                         "inspection before."),
    RECORDS_FIELD(struct message, grades, judged_group, DERIVED,
                  .doc = "The same by grade, worst first."),
    RECORDS_FIELD(struct message, moves, judged_move, DERIVED,
                  .doc = "Those that can be compared with the inspection before, by how they "
                         "moved: what fell, what rose, what stayed."),
    FIELD(struct message, rose, FIELD_WHOLE, DERIVED_ALWAYS, .doc = "How many rose.",
          .example = "4"),
    FIELD(struct message, fell, FIELD_WHOLE, DERIVED_ALWAYS, .doc = "How many fell.",
          .example = "0"),
    FIELD(struct message, stayed, FIELD_WHOLE, DERIVED_ALWAYS, .doc = "How many stayed.",
          .example = "2"),
    FIELD(struct message, compared, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How many of them can be compared.", .example = "6"),
    FIELD(struct message, stepped_in, FIELD_RECORD, DERIVED, .of = &stepped_in_table,
          .doc = "The government's steps; absent where none that counts is recorded."),
    RECORDS_FIELD(struct message, ahead, ahead, DERIVED,
                  .doc = "What is due on or after the day of the briefing, soonest first."),
    RECORDS_FIELD(struct message, wanted, wanted, DERIVED,
                  .doc = "What the latest full inspection wants put right: its areas for priority "
                         "action, its areas for improvement, and the recommendations that come "
                         "from it."),
    END_OF_FIELDS,
};

const struct record_table message_table = {
    .name = "message",
    .a_name = "a message",
    .size = sizeof(struct message),
    .fields = message_fields,
    .doc = "What page one tells, as values for its sentences.",
};
