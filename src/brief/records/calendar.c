/* Record tables of bank holidays: the shape of templates/bank-holidays.yaml. */
#include "brief/calendar.h"

#include "brief/records/fact.h"

static const struct field holiday_fields[] = {
    FIELD(struct holiday, date, FIELD_DATE, REQUIRED, .doc = "The day that is kept as a holiday.",
          .example = "2023-05-08"),
    FIELD(struct holiday, name, FIELD_TEXT, REQUIRED, .doc = "What is kept.",
          .example = "Coronation of King Charles III"),
    END_OF_FIELDS,
};

const struct record_table holiday_table = {
    .name = "holiday",
    .a_name = "a bank holiday",
    .size = sizeof(struct holiday),
    .fields = holiday_fields,
    .doc = "One bank holiday of England and Wales.",
};

static const struct field calendar_year_fields[] = {
    FIELD(struct calendar_year, year, FIELD_WHOLE, REQUIRED, .doc = "The year.", .example = "2023"),
    RECORDS_FIELD(struct calendar_year, holidays, holiday, REQUIRED,
                  .doc = "All bank holidays of that year.",
                  .example = "[{date: 2023-05-08, name: Coronation of King Charles III}]"),
    END_OF_FIELDS,
};

const struct record_table calendar_year_table = {
    .name = "year",
    .a_name = "a year of bank holidays",
    .size = sizeof(struct calendar_year),
    .fields = calendar_year_fields,
    .doc = "The bank holidays of one year, complete.",
};

static const struct field calendar_fields[] = {
    RECORDS_FIELD(struct calendar, years, calendar_year, REQUIRED,
                  .doc = "The years whose bank holidays are known.", .example = NULL),
    END_OF_FIELDS,
};

const struct record_table calendar_table = {
    .name = "bank holidays",
    .a_name = "a file of bank holidays",
    .size = sizeof(struct calendar),
    .fields = calendar_fields,
    .doc = "The bank holidays with which working days are counted.",
};
