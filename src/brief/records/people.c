/* Record tables of who leads the service and the council. */
#include "brief/records/fact.h"

static const struct word leadership_words[] = {
    [LEADERSHIP_APPOINTED - 1] = {"appointed", "appointed"},
    [LEADERSHIP_IN_POST - 1] = {"in_post", "in post"},
    [LEADERSHIP_INTERIM - 1] = {"interim", "in post as interim"},
    [LEADERSHIP_STOOD_DOWN - 1] = {"stood_down", "stood down"},
    [LEADERSHIP_RESIGNATION_OFFERED - 1] = {"resignation_offered", "resignation offered"},
    [LEADERSHIP_RESIGNATION_DECLINED - 1] = {"resignation_declined", "resignation declined"},
    [LEADERSHIP_TEAM_BROUGHT_IN - 1] = {"team_brought_in", "team brought in"},
    [LEADERSHIP_VACANT - 1] = {"vacant", "post vacant"},
    [LEADERSHIP_TOOK_OFFICE - 1] = {"took_office", "took office"},
    [LEADERSHIP_TOOK_OFFICE] = {0},
};

static const struct field leadership_event_fields[] = {
    FIELD(struct leadership_event, person, FIELD_TEXT, OPTIONAL,
          .doc = "The person's name; leave it out where the source gives none.",
          .example = "Sheila Lock"),
    FIELD(struct leadership_event, role, FIELD_TEXT, REQUIRED, .doc = "The post or office.",
          .example = "Director of children's services"),
    FIELD(struct leadership_event, event, FIELD_WORD, REQUIRED, .words = leadership_words,
          .doc = "What happened.", .example = "interim"),
    FIELD(struct leadership_event, date, FIELD_DATE, OPTIONAL, .doc = "When it happened.",
          .example = "../2013-08-16"),
    FIELD(struct leadership_event, by, FIELD_TEXT, OPTIONAL,
          .doc = "Who appointed, accepted or declined.",
          .example = "Stewart Young, council leader"),
    FIELD(struct leadership_event, party, FIELD_TEXT, OPTIONAL,
          .doc = "The person's political party.", .example = "Labour"),
    FIELD(struct leadership_event, organisation, FIELD_TEXT, OPTIONAL,
          .doc = "Where the person comes from, or whose post it is.",
          .example = "Norfolk County Council"),
    FIELD(struct leadership_event, count, FIELD_WHOLE, OPTIONAL,
          .doc = "How many people, of a team that is not named.", .example = "5"),
    FIELD(struct leadership_event, background, FIELD_TEXT, OPTIONAL,
          .doc = "What the source says about the person's experience.",
          .example = "Led another authority out of a notice to improve"),
    FACT_FIELDS(struct leadership_event),
    END_OF_FIELDS,
};

const struct record_table leadership_event_table = {
    .name = "leadership event",
    .a_name = "a leadership event",
    .size = sizeof(struct leadership_event),
    .fields = leadership_event_fields,
    .old = old_notes,
    .doc = "A change in who leads the service or the council.",
};
