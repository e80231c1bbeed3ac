/* Tests that walk every record table: what a table must say about each field. */
#include "support/cmocka.h"

#include <string.h>

#include "brief/briefing.h"
#include "brief/calendar.h"
#include "brief/derived.h"

enum { MOST_TABLES = 200 };

/* The tables that can be reached from the briefing and from the frameworks. */
struct reached {
    const struct record_table *tables[MOST_TABLES];
    size_t count;
};

static void reach(struct reached *reached, const struct record_table *table)
{
    for (size_t i = 0; i < reached->count; i++)
        if (reached->tables[i] == table)
            return;
    assert_true(reached->count < MOST_TABLES);
    reached->tables[reached->count++] = table;
    for (const struct field *field = table->fields; field->name; field++)
        if (field->of)
            reach(reached, field->of);
}

static struct reached reach_all(void)
{
    struct reached reached = {.count = 0};
    reach(&reached, &briefing_table);
    reach(&reached, &frameworks_table);
    reach(&reached, &calendar_table);
    reach(&reached, &table_note_table);
    return reached;
}

/* Calls `test` for every field of every table. */
static void each_field(void (*test)(const struct record_table *, const struct field *))
{
    struct reached reached = reach_all();
    for (size_t i = 0; i < reached.count; i++)
        for (const struct field *field = reached.tables[i]->fields; field->name; field++)
            test(reached.tables[i], field);
}

static void declared_tables_are_all_reached(void **state)
{
    (void)state;
    struct reached reached = reach_all();
    assert_int_equal(reached.count, 54 + 4 + 3 + 2 + 1 + 6 + 5 + 2 + 1 + 1 + 5 + 1 + 6 + 7 + 4 + 4);
}

static void table_has_a_name_and_a_purpose(void **state)
{
    (void)state;
    struct reached reached = reach_all();
    for (size_t i = 0; i < reached.count; i++) {
        const struct record_table *table = reached.tables[i];
        assert_non_null(table->name);
        assert_non_null(strstr(table->a_name, " "));
        assert_true(table->doc && table->doc[strlen(table->doc) - 1] == '.');
        assert_true(table->size >= sizeof(struct record_head));
    }
}

static size_t size_of_kind(enum field_kind kind)
{
    static const size_t sizes[] = {
        [FIELD_TEXT] = sizeof(struct str),      [FIELD_MARKDOWN] = sizeof(struct str),
        [FIELD_WHOLE] = sizeof(struct whole),   [FIELD_DECIMAL] = sizeof(struct decimal),
        [FIELD_ANSWER] = sizeof(enum answer),   [FIELD_DATE] = sizeof(struct date),
        [FIELD_PERIOD] = sizeof(struct date),   [FIELD_WORD] = sizeof(int),
        [FIELD_ID] = sizeof(struct str),        [FIELD_REF] = sizeof(struct ref),
        [FIELD_REFS] = sizeof(struct refs),     [FIELD_GRADE] = sizeof(struct str),
        [FIELD_GRADES] = sizeof(struct grades), [FIELD_FRAMEWORK] = sizeof(struct str),
        [FIELD_TEXTS] = sizeof(struct texts),   [FIELD_WHOLES] = sizeof(struct wholes),
        [FIELD_RECORD] = sizeof(const void *),  [FIELD_RECORDS] = sizeof(struct records),
    };
    return sizes[kind];
}

static void check_lies_inside(const struct record_table *table, const struct field *field)
{
    assert_true(field->offset >= sizeof(struct record_head));
    assert_true(field->offset + size_of_kind(field->kind) <= table->size);
}

static void fields_lie_behind_the_head_and_inside_the_record(void **state)
{
    (void)state;
    each_field(check_lies_inside);
}

static void check_does_not_overlap(const struct record_table *table, const struct field *field)
{
    for (const struct field *other = field + 1; other->name; other++) {
        bool apart = field->offset + size_of_kind(field->kind) <= other->offset ||
                     other->offset + size_of_kind(other->kind) <= field->offset;
        if (!apart)
            fail_msg("%s: %s and %s share memory", table->name, field->name, other->name);
        if (strcmp(field->name, other->name) == 0)
            fail_msg("%s: two fields %s", table->name, field->name);
    }
}

static void fields_of_a_record_differ_in_name_and_place(void **state)
{
    (void)state;
    each_field(check_does_not_overlap);
}

static void check_is_documented(const struct record_table *table, const struct field *field)
{
    bool record = field->kind == FIELD_RECORD || field->kind == FIELD_RECORDS;
    if (!field->doc || field->doc[0] < 'A' || field->doc[0] > 'Z' ||
        field->doc[strlen(field->doc) - 1] != '.')
        fail_msg("%s.%s has no sentence that says what it is", table->name, field->name);
    /* Of two keys that exclude each other, one is shown. */
    bool other = table == &own_section_table && strcmp(field->name, "before") == 0;
    if (!record && !other && (!field->example || strchr(field->example, '\n')))
        fail_msg("%s.%s has no example on one line", table->name, field->name);
}

static void every_field_has_a_sentence_and_an_example(void **state)
{
    (void)state;
    each_field(check_is_documented);
}

static void check_companions(const struct record_table *table, const struct field *field)
{
    bool record = field->kind == FIELD_RECORD || field->kind == FIELD_RECORDS;
    bool id = field->kind == FIELD_ID || field->kind == FIELD_REF || field->kind == FIELD_REFS;
    if (record != (field->of != NULL))
        fail_msg("%s.%s: `of`", table->name, field->name);
    if ((field->kind == FIELD_WORD) != (field->words != NULL))
        fail_msg("%s.%s: `words`", table->name, field->name);
    if (id != (field->ids != IDS_NONE))
        fail_msg("%s.%s: `ids`", table->name, field->name);
}

/* What is printed by its label is one value that fits into a line. */
static void check_label(const struct record_table *table, const struct field *field)
{
    static const bool is_simple[] = {
        [FIELD_TEXT] = true,   [FIELD_WHOLE] = true, [FIELD_DECIMAL] = true,
        [FIELD_ANSWER] = true, [FIELD_DATE] = true,  [FIELD_PERIOD] = true,
        [FIELD_WORD] = true,   [FIELD_GRADE] = true, [FIELD_RECORDS] = false};
    if (field->label && (!is_simple[field->kind] || field->unprinted))
        fail_msg("`%s` of %s cannot be printed by its label", field->name, table->a_name);
    if (field->shown_in != SHOWN_IN_DETAILS && field->shown_in != SHOWN_IN_EVIDENCE)
        assert_ptr_equal(table, &inspection_table);
}

static void labels_are_of_simple_fields(void **state)
{
    (void)state;
    each_field(check_label);
}

static void fields_have_what_their_kind_needs_and_no_more(void **state)
{
    (void)state;
    each_field(check_companions);
}

/* Digits only in a number that a word ends in: `per_10000`. */
static bool is_yaml_name(const char *name)
{
    for (; *name; name++)
        if (!((*name >= 'a' && *name <= 'z') || *name == '_' || (*name >= '0' && *name <= '9')))
            return false;
    return true;
}

static void check_names(const struct record_table *table, const struct field *field)
{
    if (!is_yaml_name(field->name))
        fail_msg("%s.%s", table->name, field->name);
    for (const struct word *word = field->words; word && word->id; word++)
        if (!is_yaml_name(word->id) || !word->label)
            fail_msg("%s.%s: %s", table->name, field->name, word->id);
}

static void names_and_words_are_lower_case(void **state)
{
    (void)state;
    each_field(check_names);
}

static size_t count_words(const struct record_table *table, const char *name)
{
    const struct field *field = record_field(table, str_from(name));
    assert_non_null(field);
    size_t count = 0;
    while (field->words[count].id)
        count++;
    return count;
}

static void words_follow_their_enumerations(void **state)
{
    (void)state;
    assert_int_equal(count_words(&front_sheet_table, "classification"), CLASS_CONFIDENTIAL);
    assert_int_equal(count_words(&inspection_table, "kind"), INSPECTION_REVISIT);
    assert_int_equal(count_words(&finding_table, "polarity"), POLARITY_NEUTRAL);
    assert_int_equal(count_words(&intervention_table, "kind"), INTERVENTION_BEST_VALUE);
    assert_int_equal(count_words(&intervention_table, "ended_how"), END_WITHDRAWN);
    assert_int_equal(count_words(&funding_table, "unit"), MONEY_MILLION);
    assert_int_equal(count_words(&funding_table, "status"), FUNDING_SAVING);
    assert_int_equal(count_words(&funding_table, "amount_is"), AMOUNT_AT_LEAST);
    assert_int_equal(count_words(&action_table, "status"), STATUS_WITHDRAWN);
    assert_int_equal(count_words(&action_table, "rag"), RAG_BLUE);
    assert_int_equal(count_words(&recommendation_table, "response"), RESPONSE_REJECTED);
    assert_int_equal(count_words(&deadline_table, "ended"), DEADLINE_WITHDRAWN);
    assert_int_equal(count_words(&risk_table, "trend"), TREND_FALLING);
    assert_int_equal(count_words(&due_table, "state"), DUE_DROPPED);
    assert_int_equal(count_words(&action_table, "impact_rag"), RAG_BLUE);
    assert_int_equal(count_words(&claim_table, "kind"), CLAIM_OTHER);
    assert_int_equal(count_words(&change_table, "direction"), CHANGE_MIXED);
    assert_int_equal(count_words(&grade_table, "tone"), TONE_NEUTRAL);
    assert_int_equal(count_words(&judgement_table, "level"), LEVEL_SEPARATE);
    assert_int_equal(count_words(&framework_table, "overall_rule"), OVERALL_WITHIN_JUDGEMENTS);
}

static void facts_are_expected_to_have_a_source(void **state)
{
    (void)state;
    const struct record_table *facts[] = {
        &inspection_table,     &intervention_table, &leadership_event_table,
        &funding_table,        &action_table,       &priority_table,
        &review_table,         &provision_table,    &deadline_table,
        &risk_table,           &event_table,        &quote_table,
        &claim_table,          &conflict_table,     &comparator_table,
        &recommendation_table, &indicator_table,
    };
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        const struct field *source = record_field(facts[i], STR("source"));
        assert_non_null(source);
        assert_int_equal(source->presence, EXPECTED);
    }
}

static void check_derived(const struct record_table *table, const struct field *field)
{
    const struct record_table *computed[] = {&derived_table, &standing_table, &change_table,
                                             &measure_table, &due_table,      &share_table};
    for (size_t i = 0; i < sizeof computed / sizeof *computed; i++)
        if (table == computed[i])
            assert_true(field_is_derived(field));
}

static void nobody_may_write_what_is_computed(void **state)
{
    (void)state;
    each_field(check_derived);
    assert_true(field_is_derived(record_field(&briefing_table, STR("derived"))));
}

/* ---- from one issue to the next ---- */

static void check_names_are_fields(const struct record_table *table, const char *const *names)
{
    for (size_t i = 0; names && names[i]; i++)
        if (!record_field(table, str_from(names[i])))
            fail_msg("%s has no field %s", table->name, names[i]);
}

/* What is written, and not computed. */
static bool is_written(const struct field *field)
{
    return !field_is_derived(field) && strcmp(field->name, "derived") != 0;
}

/* Calls `test` for every field that is written of every table that the briefing leads to. */
static void each_written_field(void (*test)(const struct record_table *, const struct field *))
{
    struct reached reached = {.count = 1, .tables = {&briefing_table}};
    for (size_t i = 0; i < reached.count; i++)
        for (const struct field *field = reached.tables[i]->fields; field->name; field++) {
            if (!is_written(field))
                continue;
            test(reached.tables[i], field);
            bool known = !field->of;
            for (size_t j = 0; !known && j < reached.count; j++)
                known = reached.tables[j] == field->of;
            if (!known)
                reached.tables[reached.count++] = field->of;
        }
}

static void check_list_is_known(const struct record_table *table, const struct field *field)
{
    if (field->kind != FIELD_RECORDS)
        return;
    if (!field->of->known_by || !field->of->known_by[0])
        fail_msg("%s.%s: by what is one of them known?", table->name, field->name);
    if (!field->of->called || !field->of->called[0])
        fail_msg("%s.%s: what is a reader told of one?", table->name, field->name);
}

static void records_of_a_list_can_be_known_and_called(void **state)
{
    (void)state;
    each_written_field(check_list_is_known);
}

static void check_day(const struct record_table *table, const char *name)
{
    const struct field *field = name ? record_field(table, str_from(name)) : NULL;
    if (name && (!field || (field->kind != FIELD_DATE && field->kind != FIELD_PERIOD)))
        fail_msg("%s has no day %s on which it took place", table->name, name);
}

static void what_tells_records_apart_are_fields_of_them(void **state)
{
    (void)state;
    struct reached reached = reach_all();
    for (size_t i = 0; i < reached.count; i++) {
        check_names_are_fields(reached.tables[i], reached.tables[i]->known_by);
        check_names_are_fields(reached.tables[i], reached.tables[i]->called);
        check_day(reached.tables[i], reached.tables[i]->happens);
        check_day(reached.tables[i], reached.tables[i]->else_happens);
        assert_true(reached.tables[i]->happens || !reached.tables[i]->else_happens);
    }
}

/* A record keeps its place in the world where its state moves: nothing that moves makes it known.
 */
static void check_does_not_move(const struct record_table *table, const struct field *field)
{
    for (size_t i = 0; table->known_by && table->known_by[i]; i++)
        if (strcmp(table->known_by[i], field->name) == 0 && field->changes == CHANGES_PROGRESS)
            fail_msg("%s is known by %s, which moves", table->name, field->name);
}

static void what_moves_makes_no_record_known(void **state)
{
    (void)state;
    each_written_field(check_does_not_move);
}

/* Days that are neither when a record took place nor move: what was planned, due or said. Whoever
   adds a day decides which it is. */
static const char *const fixed_days[] = {
    "intervention.planned",
    "requirement.due",
    "person.report_due",
    "action.due",
    "deadline.due",
    "milestone.planned",
    "review.commissioned",
    "claim.date",
    "comparator.date",
    "typical wait.since",
    "inspection.fieldwork",
    "leadership event.announced",
    "development.published",
    "funding.period",
    "target.period",
    "comparison.period",
    "briefing.as_at",
    "briefing.meeting_date",
    "implication.consulted",
    "correction.since",
    "withdrawal.since",
    "review.date",
    NULL,
};

static void check_day_is_decided(const struct record_table *table, const struct field *field)
{
    if ((field->kind != FIELD_DATE && field->kind != FIELD_PERIOD) ||
        field->changes != CHANGES_FACT ||
        (table->happens && strcmp(table->happens, field->name) == 0))
        return;
    char name[80];
    (void)snprintf(name, sizeof name, "%s.%s", table->name, field->name);
    for (size_t i = 0; fixed_days[i]; i++)
        if (strcmp(fixed_days[i], name) == 0)
            return;
    fail_msg("%s: does it say when it took place, or move, or stay?", name);
}

static void each_day_is_one_that_happens_moves_or_stays(void **state)
{
    (void)state;
    each_written_field(check_day_is_decided);
}

static void check_was(const struct record_table *table, const struct field *field)
{
    if (field->kind == FIELD_ID && !record_field(table, STR("was")))
        fail_msg("%s has an id, and none that it was", table->name);
}

static void a_record_with_an_id_may_have_had_another(void **state)
{
    (void)state;
    each_written_field(check_was);
}

static void a_part_means_no_more_than_the_whole(void **state)
{
    (void)state;
    assert_int_equal(changes_within(CHANGES_FACT, CHANGES_PROGRESS), CHANGES_PROGRESS);
    assert_int_equal(changes_within(CHANGES_PROGRESS, CHANGES_FACT), CHANGES_PROGRESS);
    assert_int_equal(changes_within(CHANGES_WORDING, CHANGES_FACT), CHANGES_WORDING);
    assert_int_equal(changes_within(CHANGES_FACT, CHANGES_FACT), CHANGES_FACT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(declared_tables_are_all_reached),
        cmocka_unit_test(table_has_a_name_and_a_purpose),
        cmocka_unit_test(fields_lie_behind_the_head_and_inside_the_record),
        cmocka_unit_test(fields_of_a_record_differ_in_name_and_place),
        cmocka_unit_test(every_field_has_a_sentence_and_an_example),
        cmocka_unit_test(fields_have_what_their_kind_needs_and_no_more),
        cmocka_unit_test(labels_are_of_simple_fields),
        cmocka_unit_test(names_and_words_are_lower_case),
        cmocka_unit_test(words_follow_their_enumerations),
        cmocka_unit_test(facts_are_expected_to_have_a_source),
        cmocka_unit_test(nobody_may_write_what_is_computed),
        cmocka_unit_test(records_of_a_list_can_be_known_and_called),
        cmocka_unit_test(what_tells_records_apart_are_fields_of_them),
        cmocka_unit_test(what_moves_makes_no_record_known),
        cmocka_unit_test(each_day_is_one_that_happens_moves_or_stays),
        cmocka_unit_test(a_record_with_an_id_may_have_had_another),
        cmocka_unit_test(a_part_means_no_more_than_the_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
