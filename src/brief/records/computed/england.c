/* Record tables of the comparison with all councils of a table, as at the day of the briefing. */
#include "brief/derived.h"
#include "brief/records/fact.h"

static const struct field grade_count_fields[] = {
    FIELD(struct grade_count, grade, FIELD_GRADE, DERIVED_ALWAYS, .doc = "The grade.",
          .example = "inadequate"),
    FIELD(struct grade_count, councils, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How many there are with it.", .example = "16"),
    FIELD(struct grade_count, own, FIELD_ANSWER, DERIVED_ALWAYS,
          .doc = "Whether this council is one of them.", .example = "yes"),
    END_OF_FIELDS,
};

const struct record_table grade_count_table = {
    .name = "count of a grade",
    .a_name = "a count of a grade",
    .size = sizeof(struct grade_count),
    .fields = grade_count_fields,
    .doc = "How many councils, or inspections, have one grade.",
};

static const struct field england_judgement_fields[] = {
    FIELD(struct england_judgement, judgement, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "The judgement's id, as in an inspection's `judgements`; or `overall`.",
          .example = "help_protection"),
    FIELD(struct england_judgement, label, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "The judgement's short label.", .example = "help and protection"),
    RECORDS_FIELD(struct england_judgement, grades, grade_count, DERIVED_ALWAYS,
                  .doc = "How many councils have each grade of the scale, the best first."),
    FIELD(struct england_judgement, judged, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How many councils have a grade for it alone.", .example = "153"),
    FIELD(struct england_judgement, good_or_better, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How many of those are good or better.", .example = "104"),
    FIELD(struct england_judgement, joint, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How many councils it was judged at together with something else.",
          .example = "2"),
    FIELD(struct england_judgement, joint_councils, FIELD_TEXTS, DERIVED,
          .doc = "Their names; absent where they are more than three.",
          .example = "[Dudley, Nottingham]"),
    FIELD(struct england_judgement, why_not, FIELD_TEXT, DERIVED,
          .doc = "Why the other councils have no grade, as a clause; absent where all have one, or "
                 "for several reasons.",
          .example = "the framework has had no overall judgement since April 2026"),
    FIELD(struct england_judgement, region_judged, FIELD_WHOLE, DERIVED,
          .doc = "How many councils of the region have a grade for it; absent where they are too "
                 "few to say.",
          .example = "24"),
    FIELD(struct england_judgement, region_good_or_better, FIELD_WHOLE, DERIVED,
          .doc = "How many of those are good or better.", .example = "9"),
    FIELD(struct england_judgement, neighbours_judged, FIELD_WHOLE, DERIVED,
          .doc = "How many of the statistical neighbours have a grade for it; absent where they "
                 "are too few to say.",
          .example = "10"),
    FIELD(struct england_judgement, neighbours_good_or_better, FIELD_WHOLE, DERIVED,
          .doc = "How many of those are good or better.", .example = "6"),
    FIELD(struct england_judgement, neighbours_alike, FIELD_WHOLE, DERIVED,
          .doc = "How many of those have the council's own grade.", .example = "0"),
    FIELD(struct england_judgement, own, FIELD_GRADE, DERIVED,
          .doc = "The council's own grade; absent where it has none for this alone.",
          .example = "inadequate"),
    FIELD(struct england_judgement, own_reason, FIELD_TEXT, DERIVED,
          .doc = "Why it has none, as a clause.",
          .example = "judged together as children in care and care leavers"),
    FIELD(struct england_judgement, place, FIELD_TEXT, DERIVED,
          .doc = "Where the council stands among them, in words.",
          .example = "one of the 16 that are inadequate"),
    FIELD(struct england_judgement, text, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "How many are good or better, in words.",
          .example = "104 of 153 councils are good or better"),
    FIELD(struct england_judgement, base, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "What was counted, as a phrase without a full stop.",
          .example = "the latest full inspections of 153 councils, by reports published by 31 "
                     "August 2026"),
    END_OF_FIELDS,
};

const struct record_table england_judgement_table = {
    .name = "judgement compared",
    .a_name = "a judgement compared",
    .size = sizeof(struct england_judgement),
    .fields = england_judgement_fields,
    .doc = "One judgement at the latest full inspection of every council of a table.",
};

static const struct field england_wait_fields[] = {
    FIELD(struct england_wait, months, FIELD_WHOLE, DERIVED,
          .doc = "Whole months since the council's own latest full inspection began; absent where "
                 "that is not known.",
          .example = "2"),
    FIELD(struct england_wait, began, FIELD_DATE, DERIVED,
          .doc = "When the latest full inspection of this council began.", .example = "2026-06-08"),
    FIELD(struct england_wait, typical, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "Half of all councils have waited so many months or longer.", .example = "22"),
    FIELD(struct england_wait, longer, FIELD_WHOLE, DERIVED,
          .doc = "How many councils have waited longer than this one.", .example = "146"),
    FIELD(struct england_wait, councils, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How many councils were counted.", .example = "153"),
    FIELD(struct england_wait, text, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The same in words.",
          .example = "2 months; half of all councils have waited 22 months or longer"),
    FIELD(struct england_wait, base, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "What was counted, as a phrase without a full stop.",
          .example = "from the start of fieldwork of the latest full inspections of 153 councils"),
    END_OF_FIELDS,
};

const struct record_table england_wait_table = {
    .name = "wait compared",
    .a_name = "a wait compared",
    .size = sizeof(struct england_wait),
    .fields = england_wait_fields,
    .doc = "How long ago the latest full inspections began, at this council and at all.",
};

static const struct field england_followed_fields[] = {
    FIELD(struct england_followed, judgement, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "The id of the council's weakest judgement, the first of several.",
          .example = "leaders"),
    FIELD(struct england_followed, label, FIELD_TEXT, DERIVED_ALWAYS, .doc = "Its short label.",
          .example = "impact of leaders"),
    FIELD(struct england_followed, grade, FIELD_GRADE, DERIVED_ALWAYS,
          .doc = "The council's grade, after which the next ones were counted.",
          .example = "inadequate"),
    RECORDS_FIELD(struct england_followed, grades, grade_count, DERIVED_ALWAYS,
                  .doc = "What the next full inspections gave, the best first."),
    FIELD(struct england_followed, inspections, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How many full inspections in England gave that grade and were followed by "
                 "another.",
          .example = "59"),
    FIELD(struct england_followed, rose, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How many of the next ones gave a better grade.", .example = "51"),
    FIELD(struct england_followed, same, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How many gave the same one.", .example = "8"),
    FIELD(struct england_followed, fell, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How many gave a worse one.", .example = "0"),
    FIELD(struct england_followed, months, FIELD_WHOLE, DERIVED,
          .doc = "For half of them the next one began after so many months or later; absent where "
                 "that is not known.",
          .example = "35"),
    FIELD(struct england_followed, text, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "The same in a sentence or two. It is no forecast.",
          .example = "Of 59 full inspections in England that judged impact of leaders inadequate, "
                     "51 were followed by a better grade and 8 by the same one."),
    FIELD(struct england_followed, base, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "What was counted, as a phrase without a full stop.",
          .example = "full inspections since August 2013 that were followed by another by 31 "
                     "August 2026"),
    END_OF_FIELDS,
};

const struct record_table england_followed_table = {
    .name = "sequel elsewhere",
    .a_name = "a sequel elsewhere",
    .size = sizeof(struct england_followed),
    .fields = england_followed_fields,
    .doc = "What the next full inspection gave wherever a council had this council's grade. It is "
           "no forecast.",
};

static const struct field england_position_fields[] = {
    FIELD(struct england_position, grade, FIELD_GRADE, DERIVED_ALWAYS,
          .doc = "The worst of the council's grades; where none is worse than good, the best.",
          .example = "inadequate"),
    FIELD(struct england_position, judgements, FIELD_TEXTS, DERIVED_ALWAYS,
          .doc = "The ids of the judgements in which it has that grade, without the overall one.",
          .example = "[leaders, help_protection]"),
    FIELD(struct england_position, labels, FIELD_TEXTS, DERIVED_ALWAYS, .doc = "Their labels.",
          .example = "[impact of leaders, help and protection]"),
    FIELD(struct england_position, alike, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How many councils have that grade in each of them, this one among them.",
          .example = "7"),
    FIELD(struct england_position, councils, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How many councils have a grade in each of them.", .example = "153"),
    FIELD(struct england_position, others, FIELD_TEXTS, DERIVED,
          .doc = "The names of the others, in order of name; absent where they are more than ten.",
          .example = "[Halton, Havering, Isles of Scilly, Knowsley, Swindon, Tameside]"),
    FIELD(struct england_position, text, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "The same in a sentence.",
          .example = "Trafford is one of 7 councils of 153 that are inadequate for both impact of "
                     "leaders and help and protection."),
    FIELD(struct england_position, base, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "What was counted, as a phrase without a full stop.",
          .example = "the latest full inspections of 153 councils"),
    END_OF_FIELDS,
};

const struct record_table england_position_table = {
    .name = "position compared",
    .a_name = "a position compared",
    .size = sizeof(struct england_position),
    .fields = england_position_fields,
    .doc = "How many councils share this council's weakest judgements.",
};

static const struct field england_fields[] = {
    FIELD(struct england, as_at, FIELD_DATE, DERIVED_ALWAYS,
          .doc = "The day up to which reports count, those of that day among them.",
          .example = "2026-08-31"),
    FIELD(struct england, region, FIELD_TEXT, DERIVED, .doc = "The council's region.",
          .example = "North West"),
    FIELD(struct england, councils, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How many councils of the table have a full inspection by that day.",
          .example = "153"),
    FIELD(struct england, region_councils, FIELD_WHOLE, DERIVED,
          .doc = "How many of those are in the region; absent where they are too few to say.",
          .example = "24"),
    FIELD(struct england, neighbours, FIELD_WHOLE, DERIVED,
          .doc = "How many statistical neighbours are named and in the table; absent where they "
                 "are too few to say.",
          .example = "10"),
    RECORDS_FIELD(struct england, judgements, england_judgement, DERIVED_ALWAYS,
                  .doc = "The judgements, the council's own first and in their order."),
    FIELD(struct england, wait, FIELD_RECORD, DERIVED, .of = &england_wait_table,
          .doc = "How long ago the latest full inspections began."),
    FIELD(struct england, followed, FIELD_RECORD, DERIVED, .of = &england_followed_table,
          .doc = "What followed elsewhere after the grade of the council's weakest judgement."),
    FIELD(struct england, position, FIELD_RECORD, DERIVED, .of = &england_position_table,
          .doc = "How many councils share its weakest judgements."),
    FIELD(struct england, neighbours_text, FIELD_TEXT, DERIVED,
          .doc = "How the ten councils most like it stand where it is weakest, in a sentence.",
          .example = "None of the 10 councils most like Trafford is inadequate for impact of "
                     "leaders or for help and protection."),
    FIELD(struct england, totals, FIELD_TEXT, DERIVED,
          .doc = "Why the totals of the judgements differ, in a sentence; absent where they do "
                 "not.",
          .example = "Totals differ: 142 councils have an overall grade, and 151 one for children "
                     "in care alone."),
    FIELD(struct england, base, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "What was counted, as a phrase without a full stop.",
          .example = "the latest full inspection of each of 153 councils, by reports published by "
                     "31 August 2026"),
    FIELD(struct england, source, FIELD_REFS, DERIVED, .ids = IDS_SOURCES,
          .doc = "The table as a source.", .example = "TABLE-ofsted_inspections"),
    END_OF_FIELDS,
};

const struct record_table england_table = {
    .name = "comparison with England",
    .a_name = "a comparison with England",
    .size = sizeof(struct england),
    .fields = england_fields,
    .doc = "The council beside all councils of a table of inspections, as at the day of the "
           "briefing.",
};
