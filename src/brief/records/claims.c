/* Record tables of what sources say: events, quotes, claims, conflicts and comparisons. */
#include "brief/derived.h"
#include "brief/records/fact.h"

static const struct field event_fields[] = {
    FIELD(struct event, id, FIELD_ID, OPTIONAL, .ids = IDS_EVENTS,
          .doc = "A short name by which other records name this event.",
          .unprinted = "other records, which name this one by it", .example = "E2016"),
    WAS_FIELD(struct event, fact.was),
    FIELD(struct event, text, FIELD_TEXT, REQUIRED, .doc = "What happened.",
          .example = "The commissioner met councillors and staff"),
    FIELD(struct event, who, FIELD_TEXT, OPTIONAL, .doc = "Who was concerned.",
          .example = "Dave Hill"),
    FIELD(struct event, date, FIELD_DATE, OPTIONAL, .doc = "When it happened.",
          .example = "2016-01~"),
    FACT_FIELDS(struct event),
    END_OF_FIELDS,
};

const struct record_table event_table = {
    .name = "event",
    .a_name = "an event",
    .size = sizeof(struct event),
    .fields = event_fields,
    .old = old_notes,
    .happens = "date",
    .known_by = NAMES("text"),
    .called = NAMES("text"),
    .doc = "Anything else with a date that belongs in the timeline.",
};

static const struct field quote_fields[] = {
    FIELD(struct quote, id, FIELD_ID, OPTIONAL, .ids = IDS_QUOTES,
          .doc = "A short name by which a template can name this quotation.",
          .unprinted = "templates, which name this one by it", .example = "Q1"),
    WAS_FIELD(struct quote, fact.was),
    FIELD(struct quote, lead_in, FIELD_TEXT, OPTIONAL, .changes = CHANGES_WORDING,
          .doc = "The words that stand before the quotation, where it begins in the middle of a "
                 "sentence.",
          .example = "The judge said that he had"),
    FIELD(struct quote, text, FIELD_TEXT, REQUIRED,
          .doc = "The exact words, without the quotation marks around them.",
          .example = "\"It's 'so far so good'\""),
    FIELD(struct quote, language, FIELD_TEXT, OPTIONAL, .changes = CHANGES_WORDING,
          .doc = "The language of the words, where it is not English, as a code.", .example = "cy"),
    FIELD(struct quote, speaker, FIELD_TEXT, OPTIONAL,
          .doc = "Who said it; leave it out for a document.", .example = "Penny Carpenter"),
    FIELD(struct quote, role, FIELD_TEXT, OPTIONAL, .doc = "The speaker's post or office.",
          .example = "chairman of the Children's Services Committee"),
    FIELD(struct quote, organisation, FIELD_TEXT, OPTIONAL,
          .doc = "The speaker's organisation, or whose document it is.", .example = "Ofsted"),
    FIELD(struct quote, party, FIELD_TEXT, OPTIONAL, .doc = "The speaker's political party.",
          .example = "Labour"),
    FIELD(struct quote, occasion, FIELD_TEXT, OPTIONAL, .doc = "Where or to whom it was said.",
          .example = "told LGC"),
    FIELD(struct quote, date, FIELD_DATE, OPTIONAL, .doc = "When it was said.",
          .example = "2018-01-22"),
    FIELD(struct quote, about, FIELD_REF, OPTIONAL, .ids = IDS_ANY,
          .doc = "The record that it speaks about.", .unprinted = "templates, which choose by it",
          .example = "I2015"),
    FACT_FIELDS(struct quote),
    END_OF_FIELDS,
};

const struct record_table quote_table = {
    .name = "quote",
    .a_name = "a quote",
    .size = sizeof(struct quote),
    .fields = quote_fields,
    .happens = "date",
    .known_by = NAMES("text"),
    .called = NAMES("speaker", "organisation", "text"),
    .doc = "The exact words of a person or a document.",
};

static const struct word claim_words[] = {
    [CLAIM_CONSECUTIVE_INADEQUATE - 1] = {"consecutive_inadequate", "inadequate in a row"},
    [CLAIM_MONTHS_IN_INTERVENTION - 1] = {"months_in_intervention", "months in intervention"},
    [CLAIM_COUNT - 1] = {"count", "count"},
    [CLAIM_DATE - 1] = {"date", "date"},
    [CLAIM_OTHER - 1] = {"other", "other"},
    [CLAIM_OTHER] = {0},
};

static const struct field claim_fields[] = {
    FIELD(struct claim, kind, FIELD_WORD, REQUIRED, .words = claim_words,
          .doc = "What is claimed; the first two are compared with what is computed.",
          .example = "consecutive_inadequate"),
    FIELD(struct claim, what, FIELD_TEXT, OPTIONAL, .doc = "What the claim is about, as a phrase.",
          .example = "time in intervention"),
    FIELD(struct claim, wording, FIELD_TEXT, REQUIRED, .doc = "The source's own words.",
          .example = "for the first time in five years"),
    FIELD(struct claim, value, FIELD_WHOLE, OPTIONAL,
          .doc = "The number claimed: a count, or months for time in intervention.",
          .example = "60"),
    FIELD(struct claim, date, FIELD_DATE, OPTIONAL, .ahead = true, .doc = "The date claimed.",
          .example = "2013-12"),
    FIELD(struct claim, by, FIELD_TEXT, OPTIONAL, .doc = "Who claims it.",
          .example = "Public Sector Executive"),
    FIELD(struct claim, about, FIELD_REF, OPTIONAL, .ids = IDS_ANY,
          .doc = "The record that it speaks about.", .unprinted = "templates, which choose by it",
          .example = "D2015"),
    FACT_FIELDS(struct claim),
    END_OF_FIELDS,
};

const struct record_table claim_table = {
    .name = "claim",
    .a_name = "a claim",
    .size = sizeof(struct claim),
    .fields = claim_fields,
    .known_by = NAMES("kind", "wording"),
    .called = NAMES("what", "wording", "by"),
    .doc = "A count or a duration as a source states it, kept beside what is computed.",
};

static const struct field conflict_fields[] = {
    FIELD(struct conflict, about, FIELD_TEXT, REQUIRED, .doc = "What the sources disagree about.",
          .example = "How long the council was in intervention"),
    FIELD(struct conflict, says, FIELD_TEXTS, REQUIRED, .changes = CHANGES_PROGRESS,
          .doc = "What each of them says.",
          .example = "[\"S004: five years\", \"S003: since December 2013\"]"),
    FIELD(struct conflict, used, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "What this briefing uses.", .example = "48 to 49 months"),
    FIELD(struct conflict, why, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "Why it uses that.", .example = "It counts from the first statutory direction"),
    FACT_FIELDS(struct conflict),
    END_OF_FIELDS,
};

const struct record_table conflict_table = {
    .name = "conflict",
    .a_name = "a conflict",
    .size = sizeof(struct conflict),
    .fields = conflict_fields,
    .known_by = NAMES("about"),
    .called = NAMES("about"),
    .doc = "A point on which sources disagree, with what is used and why.",
};

static const struct field comparator_fields[] = {
    FIELD(struct comparator, name, FIELD_TEXT, REQUIRED, .doc = "The other council's name.",
          .example = "Doncaster"),
    FIELD(struct comparator, why, FIELD_TEXT, REQUIRED, .doc = "Why it is mentioned.",
          .example = "Government intervened there in 2013"),
    FIELD(struct comparator, interest, FIELD_TEXT, OPTIONAL,
          .doc = "An interest of whoever compares that a reader must know.",
          .example = "The firm quoted has worked there"),
    FIELD(struct comparator, date, FIELD_DATE, OPTIONAL, .doc = "When that was so.",
          .example = "2013"),
    FIELD(struct comparator, neighbour, FIELD_ANSWER, OPTIONAL,
          .doc = "Whether it is a statistical neighbour of this council.", .example = "yes"),
    FIELD(struct comparator, framework, FIELD_FRAMEWORK, OPTIONAL,
          .doc = "The framework of its latest full inspection.", .example = "ILACS_2023"),
    FIELD(struct comparator, published, FIELD_DATE, OPTIONAL,
          .doc = "When that inspection's report was published.", .example = "2024-05-13"),
    FIELD(struct comparator, overall, FIELD_GRADE, OPTIONAL,
          .doc = "The overall grade it was given; leave it out where there is none.",
          .example = "good"),
    FIELD(struct comparator, judgements, FIELD_GRADES, OPTIONAL,
          .doc = "The grades of that inspection, by judgement; they stand beside those of this "
                 "council, each under its own report, and are compared with nothing.",
          .example = "{leaders: good}"),
    FACT_FIELDS(struct comparator),
    END_OF_FIELDS,
};

const struct record_table comparator_table = {
    .name = "comparator",
    .a_name = "a comparator",
    .size = sizeof(struct comparator),
    .fields = comparator_fields,
    .happens = "published",
    .known_by = NAMES("name"),
    .called = NAMES("name"),
    .doc = "Another council that a source mentions beside this one.",
};

/* ---- what holds for all England, beside which a council's own position stands ---- */

static const struct field typical_wait_fields[] = {
    FIELD(struct typical_wait, after, FIELD_GRADE, REQUIRED,
          .doc = "The overall grade of the full inspection from which the wait is counted.",
          .example = "good"),
    FIELD(struct typical_wait, months, FIELD_WHOLE, REQUIRED,
          .doc = "The median of the months from the start of one full inspection to the start of "
                 "the next.",
          .example = "49"),
    FIELD(struct typical_wait, inspections, FIELD_WHOLE, REQUIRED,
          .doc = "Of how many inspections it is the median.", .example = "63"),
    FIELD(struct typical_wait, since, FIELD_DATE, OPTIONAL,
          .doc = "Since when the later ones of these began.", .example = "2023-07"),
    FACT_FIELDS(struct typical_wait),
    END_OF_FIELDS,
};

const struct record_table typical_wait_table = {
    .name = "typical wait",
    .a_name = "a typical wait",
    .size = sizeof(struct typical_wait),
    .fields = typical_wait_fields,
    .known_by = NAMES("after"),
    .called = NAMES("after"),
    .doc = "How long councils with one grade have typically waited for their next full inspection; "
           "a figure about the past, for all England.",
};

static const struct field question_fields[] = {
    FIELD(struct question, text, FIELD_TEXT, REQUIRED, .doc = "The question, in full.",
          .example = "How many social worker posts are vacant today?"),
    FIELD(struct question, why, FIELD_TEXT, OPTIONAL,
          .doc = "What makes it worth asking, as a sentence.",
          .example = "Ofsted found that caseloads were too high"),
    FIELD(struct question, to, FIELD_TEXT, OPTIONAL, .doc = "Who can answer it.",
          .example = "Director of children's services"),
    {.name = "source",
     .kind = FIELD_REFS,
     .presence = OPTIONAL,
     .offset = offsetof(struct question, source),
     .ids = IDS_SOURCES,
     .doc = "The sources that give rise to it.",
     .example = "S004"},
    END_OF_FIELDS,
};

const struct record_table question_table = {
    .name = "question",
    .a_name = "a question",
    .size = sizeof(struct question),
    .fields = question_fields,
    .known_by = NAMES("text"),
    .called = NAMES("text"),
    .doc = "A question that members may want to ask. Officers write them; none is made up.",
};
