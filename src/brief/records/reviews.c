/* Record tables of reviews by others and of the ratings of registered provision. */
#include "brief/records/fact.h"
#include "brief/records/words.h"

static const struct field review_fields[] = {
    FIELD(struct review, reviewer, FIELD_TEXT, OPTIONAL,
          .doc = "Who reviews; leave it out where the source does not say.", .example = "LGA"),
    FIELD(struct review, commissioned_by, FIELD_TEXT, OPTIONAL, .doc = "Who asked for it.",
          .example = "Department for Education"),
    FIELD(struct review, purpose, FIELD_TEXT, OPTIONAL, .doc = "What it was for.",
          .example = "to assess progress"),
    FIELD(struct review, date, FIELD_DATE, OPTIONAL, .doc = "When it took place.",
          .example = "2013-10/.."),
    FIELD(struct review, status, FIELD_WORD, OPTIONAL, .words = action_status_words,
          .doc = "How far it has come.", .example = "planned"),
    RECORDS_FIELD(struct review, findings, finding, OPTIONAL, .doc = "What it found.",
                  .example = "[{text: Adequate or better services}]"),
    FACT_FIELDS(struct review),
    END_OF_FIELDS,
};

const struct record_table review_table = {
    .name = "review",
    .a_name = "a review",
    .size = sizeof(struct review),
    .fields = review_fields,
    .doc = "A review by somebody outside the council that is not an inspection and gives no grade.",
};

static const struct field provision_count_fields[] = {
    FIELD(struct provision_count, grades, FIELD_TEXTS, REQUIRED,
          .doc = "The grade, or several where the source does not split them.",
          .example = "[good, outstanding]"),
    FIELD(struct provision_count, count, FIELD_WHOLE, REQUIRED, .doc = "How many have it.",
          .example = "8"),
    END_OF_FIELDS,
};

const struct record_table provision_count_table = {
    .name = "rating",
    .a_name = "a rating",
    .size = sizeof(struct provision_count),
    .fields = provision_count_fields,
    .doc = "How many settings have a grade.",
};

static const struct field provision_fields[] = {
    FIELD(struct provision, kind, FIELD_TEXT, REQUIRED, .doc = "What is rated, in the plural.",
          .example = "children's homes"),
    FIELD(struct provision, total, FIELD_WHOLE, OPTIONAL, .doc = "How many there are in all.",
          .example = "9"),
    FIELD(struct provision, date, FIELD_DATE, OPTIONAL, .doc = "When this was so.",
          .example = "2018-01"),
    RECORDS_FIELD(struct provision, ratings, provision_count, OPTIONAL,
                  .doc = "How many have each grade.",
                  .example = "[{grades: [good, outstanding], count: 8}]"),
    FACT_FIELDS(struct provision),
    END_OF_FIELDS,
};

const struct record_table provision_table = {
    .name = "provision",
    .a_name = "an entry of provision",
    .size = sizeof(struct provision),
    .fields = provision_fields,
    .doc = "How registered settings, such as children's homes, are rated.",
};
