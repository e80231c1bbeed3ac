/* Binding single fields: what each kind takes and refuses, and keys that are wrong or missing. */
#include "data/data_codes.h"
#include "data/fixture.h"

/* ---- texts, words, answers ---- */

static void texts_take_any_scalar_as_it_was_written(void **state)
{
    const struct garden *garden =
        bind_soundly(*state, "title: 2013\nrules:\n  - NO\n  - 09\n  - \"a: b\"\n");
    assert_str(garden->title, "2013");
    assert_int_equal(garden->rules.count, 3);
    assert_str(garden->rules.items[0], "NO");
    assert_str(garden->rules.items[1], "09");
    assert_str(garden->rules.items[2], "a: b");
    assert_str(span_text(garden->rules.spans[1]), "09");
}

static void one_text_stands_for_a_list_of_one(void **state)
{
    const struct garden *garden = bind_soundly(*state, "rules: no dogs\nrows: 7\n");
    assert_int_equal(garden->rules.count, 1);
    assert_str(garden->rules.items[0], "no dogs");
    assert_int_equal(garden->rows.count, 1);
    assert_int_equal(garden->rows.items[0], 7);
}

static void block_texts_lose_their_last_line_end_and_markdown_keeps_its_first_indent(void **state)
{
    const struct garden *garden =
        bind_soundly(*state, "title: |\n  two\n  lines\nstory: |1\n     code\n\n text\n");
    assert_str(garden->title, "two\nlines");
    assert_str(garden->story, "    code\n\ntext");
}

static void null_and_nothing_count_as_absent(void **state)
{
    const struct garden *garden =
        bind_soundly(*state, "title:\nbeds_dug: ~\nhead_gardener: null\nbeds:\nopened:\n");
    assert_null(garden->title.at);
    assert_false(garden->beds_dug.known);
    assert_null(garden->head_gardener);
    assert_int_equal(garden->beds.count, 0);
    assert_int_equal(garden->opened.precision, DATE_UNKNOWN);
}

static void empty_and_misplaced_texts_are_refused(void **state)
{
    (void)state;
    static const struct refusal refusals[] = {
        {"title: ''\n", &E214, "this text is empty", NULL},
        {"title: \"  \"\n", &E214, NULL, NULL},
        {"title: [x]\n", &E203, "`title` takes one value, not a list", NULL},
        {"title: {x: y}\n", &E203, "`title` takes one value, not keys of its own", NULL},
        {"rules:\n  - a\n  -\n", &E214, NULL, NULL},
        {"rules:\n  - a: b\n", &E203, "an item of `rules` is one value, not a map", NULL},
        {"rules: {a: b}\n", &E203, "`rules` takes a list, not keys of its own", NULL},
        {"unit: ''\n", &E214, NULL, NULL},
        {"cost: ''\n", &E214, NULL, NULL},
        {"opened: []\n", &E203, NULL, NULL},
    };
    EXPECT(refusals);
}

static void words_are_bound_to_their_place(void **state)
{
    const struct garden *garden = bind_soundly(*state, "soil: Light-sand\xC2\xA0\nunit: pounds\n");
    assert_int_equal(garden->soil, 2);
    assert_int_equal(garden->unit, 1);
    assert_int_equal(garden->month, 0);
    assert_string_equal(word_label(garden_soil_words, garden->soil), "light sand");
    assert_string_equal(word_label(garden_soil_words, 0), "");
    assert_string_equal(word_label(garden_soil_words, 3), "");
}

static void other_words_are_refused_with_the_nearest(void **state)
{
    (void)state;
    static const struct refusal refusals[] = {
        {"soil: cley\n", &E204, "`soil` is `clay` or `light_sand`, not `cley`",
         "did you mean `clay`?"},
        {"soil: Light sandy\n", &E204, NULL, "did you mean `light_sand`?"},
        {"soil: gravel\n", &E204, NULL, ""},
        {"month: decmber\n", &E204, "`decmber` is not one of the words that `month` takes", ""},
        {"month: octobre\n", &E204, NULL, "did you mean `october`?"},
    };
    EXPECT(refusals);
}

static void answers_are_yes_and_no_in_any_case(void **state)
{
    assert_int_equal(bind_soundly(*state, "open: Yes\n")->open, ANSWER_YES);
    assert_int_equal(bind_soundly(*state, "open: TRUE\n")->open, ANSWER_YES);
    assert_int_equal(bind_soundly(*state, "open: NO\n")->open, ANSWER_NO);
    assert_int_equal(bind_soundly(*state, "open: false\n")->open, ANSWER_NO);
    assert_int_equal(bind_soundly(*state, "title: x\n")->open, ANSWER_ABSENT);
    fault(*state, &E204, "open: on\n");
}

/* ---- numbers and dates ---- */

static void whole_numbers_are_read_in_full(void **state)
{
    assert_int_equal(bind_soundly(*state, "beds_dug: 09\n")->beds_dug.value, 9);
    assert_int_equal(bind_soundly(*state, "beds_dug: -3\n")->beds_dug.value, -3);
    const struct garden *garden = bind_soundly(*state, "beds_dug: 999999999999999999\n");
    assert_true(garden->beds_dug.known);
    assert_true(garden->beds_dug.value == INT64_C(999999999999999999));
    garden = bind_soundly(*state, "rows: [3, 1, 2]\n");
    assert_int_equal(garden->rows.count, 3);
    assert_int_equal(garden->rows.items[1], 1);
}

static void other_numbers_are_refused_with_what_to_write(void **state)
{
    (void)state;
    static const struct refusal refusals[] = {
        {"beds_dug: 9,000\n", &E206, "`9,000` is not a whole number", "write 9000"},
        {"beds_dug: 9_000\n", &E206, NULL, "write 9000"},
        {"beds_dug: 1 234 567\n", &E206, NULL, "write 1234567"},
        {"beds_dug: nine\n", &E206, NULL, "write 9"},
        {"beds_dug: 89%\n", &E206, NULL, "write 89"},
        {"beds_dug: +4\n", &E206, NULL, "write 4"},
        {"beds_dug: 4.5\n", &E206, "`4.5` is not a whole number", "`beds_dug` takes no decimals"},
        {"beds_dug: 4.0\n", &E206, "`4.0` is not a whole number", "write 4"},
        {"beds_dug: 0x1F\n", &E206, NULL, "write it in figures alone, such as 9000"},
        {"beds_dug: 12 million\n", &E206, NULL,
         "write the whole amount in figures alone, such as 9000"},
        {"beds_dug: 9999999999999999999\n", &E206, "`9999999999999999999` has too many digits", ""},
        {"beds_dug: '-'\n", &E206, NULL, NULL},
        {"rows: [1, x, 3]\n", &E206, "`x` is not a whole number", NULL},
    };
    EXPECT(refusals);
}

static void decimals_are_exact(void **state)
{
    struct decimal cost = bind_soundly(*state, "cost: 16.50\n")->cost;
    assert_str(cost.text, "16.50");
    assert_int_equal(cost.mantissa, 1650);
    assert_int_equal(cost.scale, 2);
    cost = bind_soundly(*state, "cost: -0.000001\n")->cost;
    assert_int_equal(cost.mantissa, -1);
    assert_int_equal(cost.scale, 6);
    assert_int_equal(bind_soundly(*state, "cost: 12\n")->cost.scale, 0);
}

static void other_amounts_are_refused_with_what_to_write(void **state)
{
    (void)state;
    static const struct refusal refusals[] = {
        {"cost: \xC2\xA3"
         "16.5m\n",
         &E206,
         "`\xC2\xA3"
         "16.5m` is not a number",
         "write `16.5` here, and `unit: million`"},
        {"cost: 12 million\n", &E206, NULL, "write `12` here, and `unit: million`"},
        {"cost: \xC2\xA3"
         "9,000\n",
         &E206, NULL, "write 9000"},
        {"cost: 16,5\n", &E206, NULL, "write 16.5 if the comma stands for a point"},
        {"cost: $9,000\n", &E206, "`$9,000` is not a number",
         "write it in pounds, and what the source has in the note: amounts are in pounds"},
        {"cost: nearly \u20AC9m\n", &E206, NULL,
         "write it in pounds, and what the source has in the note: amounts are in pounds"},
        {"cost: .5\n", &E206, NULL, "write 0.5"},
        {"cost: 16.\n", &E206, NULL, "write 16"},
        {"cost: 5 thousand\n", &E206, NULL,
         "write the whole amount in figures alone, such as 9000"},
        {"cost: 1.2.3\n", &E206, NULL, "write it in figures alone, such as 9000"},
        {"cost: 1e6\n", &E206, NULL, NULL},
        {"cost: 1.2345678\n", &E206, "`1.2345678` has more than 6 decimals", ""},
        {"cost: 1234567890123.123456\n", &E206, "`1234567890123.123456` has too many digits", ""},
    };
    EXPECT(refusals);
}

static void dates_and_periods_are_read_alike(void **state)
{
    const struct garden *garden =
        bind_soundly(*state, "opened: 2013-12?\nseason: 2017-11-13/2017-11-24\n");
    assert_int_equal(garden->opened.precision, DATE_MONTH);
    assert_true(garden->opened.inferred);
    assert_int_equal(garden->season.precision, DATE_INTERVAL);
}

static void other_dates_are_refused_with_what_to_write(void **state)
{
    const struct diag *diag = fault(*state, &E205, "title: x\nopened: 19/01/2018\n");
    spec_expect(diag, 2, 9, NULL, "write 2018-01-19");
    static const struct refusal refusals[] = {
        {"opened: 2018-02-30\n", &E205, "`2018-02-30` is not a date: February 2018 has 28 days",
         ""},
        {"season: 13-24 November 2017\n", &E205, NULL, "write 2017-11-13/2017-11-24"},
    };
    EXPECT(refusals);
}

/* ---- keys ---- */

static void unknown_keys_get_the_nearest_or_where_they_belong(void **state)
{
    (void)state;
    static const struct refusal refusals[] = {
        {"titel: x\n", &E201, "`titel` is not a key of a garden", "did you mean `title`?"},
        {"phone: x\n", &E201, NULL, "it belongs under `head_gardener`"},
        {"zzzzzzzz: x\n", &E201, NULL, ""},
        {"head_gardener: {name: Rose, daisy and others}\n", &E201, NULL,
         "within { } a comma begins a key: put the text before it in quotation marks"},
        {"ages: 3\n", &E201, NULL, ""},
        {"head_gardener: {name: x, beds_dug: 3}\n", &E201, "`beds_dug` is not a key of a gardener",
         "it is a key of a garden: indent it less"},
        {"head_gardener: {name: x, season: 2018}\n", &E201, NULL, ""}, /* would be the garden's */
        {"beds_dug: 3\nhead_gardener: {name: x, beds_dug: 3}\n", &E201, NULL, ""},
    };
    EXPECT(refusals);
}

static void computed_fields_cannot_be_written(void **state)
{
    spec_expect(fault(*state, &E209, "title: x\nage: 3\n"), 2, 1,
                "`age` is computed and cannot be written", "delete it");
}

static void missing_fields_are_reported_at_the_first_key_of_the_record(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct diag *diag = fault(fixture, &E202, "title: x\nbeds:\n  - id: b\n    about: b\n");
    spec_expect(diag, 3, 5, "`name` is missing from this bed", "for example `name: Roses`");
    assert_int_equal(fixture->diags.warnings, 1);
    spec_expect(spec_diag(fixture, &W201), 3, 5, "`source` is missing from this bed", NULL);
}

static void a_key_without_a_value_is_missing_too(void **state)
{
    spec_expect(fault(*state, &E202, "beds:\n  - id: b\n    name:\n"), 3, 5, "`name` has no value",
                NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(texts_take_any_scalar_as_it_was_written),
        TEST(one_text_stands_for_a_list_of_one),
        TEST(block_texts_lose_their_last_line_end_and_markdown_keeps_its_first_indent),
        TEST(null_and_nothing_count_as_absent),
        TEST(empty_and_misplaced_texts_are_refused),
        TEST(words_are_bound_to_their_place),
        TEST(other_words_are_refused_with_the_nearest),
        TEST(answers_are_yes_and_no_in_any_case),
        TEST(whole_numbers_are_read_in_full),
        TEST(other_numbers_are_refused_with_what_to_write),
        TEST(decimals_are_exact),
        TEST(other_amounts_are_refused_with_what_to_write),
        TEST(dates_and_periods_are_read_alike),
        TEST(other_dates_are_refused_with_what_to_write),
        TEST(unknown_keys_get_the_nearest_or_where_they_belong),
        TEST(computed_fields_cannot_be_written),
        TEST(missing_fields_are_reported_at_the_first_key_of_the_record),
        TEST(a_key_without_a_value_is_missing_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
