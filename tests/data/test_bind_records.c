/* Binding records in records, ids, references, and grades by judgement. */
#include "data/data_codes.h"
#include "data/fixture.h"

/* ---- records in records ---- */

static void records_nest_and_keep_their_nodes(void **state)
{
    const struct garden *garden = bind_soundly(
        *state, "head_gardener:\n  name: Ann\nbeds:\n  - name: A\n    trees:\n      - id: t1\n"
                "      - id: t2\n        planted: 2018\n  - name: B\n");
    assert_str(garden->head_gardener->name, "Ann");
    assert_int_equal(garden->beds.count, 2);
    assert_str(bed_at(garden, 1)->name, "B");
    const struct bed *bed = bed_at(garden, 0);
    assert_int_equal(bed->trees.count, 2);
    const struct tree *tree = &bed->trees.items[1];
    assert_str(tree->id, "t2");
    assert_str(span_text(record_span_of(tree, "planted")), "2018");
    assert_str(span_text(record_span_of(tree, "name")), "id: t2\n        planted: 2018");
    assert_str(span_text(record_span(garden->head_gardener, gardener_table.fields)), "Ann");
    assert_null(records_at(&bed->trees.untyped, &tree_table, 2));
}

static void derived_records_have_no_place(void **state)
{
    (void)state;
    struct gardener derived = {.head = {NULL}};
    assert_null(record_span_of(&derived, "name").source);
}

static void a_map_for_a_list_is_refused_and_still_read(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct garden *garden = bind(fixture, "beds:\n  name: A\n  id: \"?\"\n");
    spec_expect_errors(fixture, 2);
    spec_expect(spec_diag(fixture, &E203), 2, 3, "`beds` takes a list", "begin the line with `- `");
    spec_diag(fixture, &E213);
    assert_int_equal(garden->beds.count, 1);
    assert_str(bed_at(garden, 0)->name, "A");
}

static void faulty_items_are_reported_and_left_out(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct garden *garden = bind(fixture, "beds:\n  - A\n  -\n  - [x]\n  - name: B\n");
    spec_expect_errors(fixture, 3);
    assert_int_equal(garden->beds.count, 1);
    assert_str(bed_at(garden, 0)->name, "B");
}

static void other_kinds_of_value_for_records_are_refused(void **state)
{
    (void)state;
    static const struct refusal refusals[] = {
        {"head_gardener: Ann\n", &E203,
         "a gardener is written here with keys of its own, not as the text `Ann`",
         "write `name: ` and a value"},
        {"head_gardener: [Ann]\n", &E203, NULL, NULL},
        {"beds: A\n", &E203, "`beds` takes a list", NULL},
        {"- title: x\n", &E203, "a garden is written with keys, not as a list", NULL},
        {"title\n", &E203, NULL, "write `title: ` and a value"},
    };
    EXPECT(refusals);
}

static void a_missing_tree_binds_to_nothing(void **state)
{
    struct spec_fixture *fixture = *state;
    struct bind_context context = {fixture->arena, &fixture->diags, NULL};
    struct garden garden = {.title = STR_NONE};
    assert_false(bind_record(&context, &garden_table, NULL, &garden));
    spec_expect_errors(fixture, 0);
}

/* ---- ids and references ---- */

static void references_find_their_records_before_and_behind_them(void **state)
{
    const struct garden *garden =
        bind_soundly(*state, "beds:\n  - name: A\n    source: [s2, s1]\n    about: b2\n"
                             "  - {name: B, id: b2, source: s1, about: s2}\n"
                             "sources:\n  - id: s1\n  - id: s2\n");
    const struct bed *first = bed_at(garden, 0), *second = bed_at(garden, 1);
    assert_int_equal(first->source.count, 2);
    assert_ptr_equal(first->source.items[0].record, &garden->sources.items[1]);
    assert_ptr_equal(first->source.items[1].record, &garden->sources.items[0]);
    assert_ptr_equal(first->about.record, second);
    assert_ptr_equal(first->about.table, &bed_table);
    assert_ptr_equal(second->about.table, &tree_table);
    assert_str(span_text(second->source.items[0].span), "s1");
}

static void one_id_may_stand_in_two_spaces(void **state)
{
    bind_soundly(*state, "sources:\n  - id: x\nbeds:\n  - {name: A, id: x, source: x}\n");
}

static void ids_used_twice_note_the_first(void **state)
{
    const struct diag *diag =
        fault(*state, &E208,
              "sources:\n  - id: s\n  - id: r\n  - id: s\nbeds:\n  - name: A\n"
              "    source: s\n");
    spec_expect(diag, 4, 9, "the id `s` is used twice", "give this tree another id");
    spec_expect_note(diag, 0, 2, 9);
}

static void dangling_references_get_the_nearest_id(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct garden *garden =
        bind(fixture, "sources:\n  - id: ofsted-2018\nbeds:\n  - {name: A, source: ofsted-2081}\n");
    spec_expect_errors(fixture, 1);
    const struct diag *diag = spec_diag(fixture, &E207);
    spec_expect(diag, 4, 23, "no source has the id `ofsted-2081`", "did you mean `ofsted-2018`?");
    spec_expect_note(diag, 0, 2, 9);
    assert_null(bed_at(garden, 0)->source.items[0].record);
}

static void ids_that_are_all_as_near_are_all_named(void **state)
{
    const struct diag *diag = fault(*state, &E207,
                                    "sources:\n  - id: s-2023\n  - id: s-2024\n  - id: other\n"
                                    "beds:\n  - {name: A, source: s-202}\n");
    spec_expect(diag, 6, 23, "no source has the id `s-202`", "did you mean `s-2023` or `s-2024`?");
    spec_expect_note(diag, 0, 2, 9);
    spec_expect_note(diag, 1, 3, 9);
    assert_null(diag->fix.text.at);
}

static void ids_of_another_kind_of_record_are_named_as_such(void **state)
{
    const struct diag *diag = fault(*state, &E207, "beds:\n  - {name: A, id: b1, source: b1}\n");
    spec_expect(diag, 2, 31, "no source has the id `b1`", "");
    spec_expect_note(diag, 0, 2, 19);
    assert_str(diag->notes.items[0].message, "this is the id of a bed");
}

static void dangling_references_to_anything_are_reported(void **state)
{
    spec_expect(fault(*state, &E207, "beds:\n  - {name: A, about: x}\n"), 2, 22,
                "no record has the id `x`", "");
}

static void ids_have_a_form(void **state)
{
    bind_soundly(*state, "sources:\n  - id: a.B-9_c\n  - id: 2018\n");
    static const struct refusal refusals[] = {
        {"sources:\n  - id: my source (2)\n", &E213, "`my source (2)` cannot be an id",
         "write `my-source-2`"},
        {"sources:\n  - id: '-x'\n", &E213, NULL, "write `x`"},
        {"sources:\n  - id: '!!!'\n", &E213, NULL, ""},
        {"sources:\n  - id: a/b\nbeds:\n  - {name: A, source: a/b}\n", &E213, NULL, "write `a-b`"},
    };
    EXPECT(refusals);
}

static void very_many_references_are_no_burden(void **state)
{
    struct spec_fixture *fixture = *state;
    struct buf text = {.arena = fixture->arena};
    buf_addz(&text, "sources:\n");
    for (int i = 0; i < 20000; i++)
        buf_addf(&text, "  - id: s%d\n", i);
    buf_addz(&text, "beds:\n  - name: A\n    source:\n");
    for (int i = 0; i < 20000; i++)
        buf_addf(&text, "      - s%d\n", 19999 - i);
    const struct garden *garden = bind_soundly(fixture, text.at);
    const struct refs *refs = &bed_at(garden, 0)->source;
    assert_int_equal(refs->count, 20000);
    assert_ptr_equal(refs->items[0].record, &garden->sources.items[19999]);
}

/* ---- grades ---- */

static void grades_are_bound_to_their_canonical_id(void **state)
{
    const struct garden *garden = bind_soundly(*state, "framework: PLOT_2018\ngrade: Needs work\n");
    assert_str(garden->grade, "requires_improvement");
    assert_str(garden->framework, "PLOT_2018");
}

static void without_frameworks_grades_stay_as_they_are(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct garden *garden = bind_with(fixture, "framework: x\ngrade: splendid\n", NULL);
    spec_expect_errors(fixture, 0);
    assert_str(garden->grade, "splendid");
    assert_str(garden->framework, "x");
}

static void unknown_grades_and_frameworks_are_refused(void **state)
{
    (void)state;
    static const struct refusal refusals[] = {
        {"grade: requires_improvment\n", &E210,
         "`requires_improvment` is not a grade of any framework",
         "did you mean `requires_improvement`?"},
        {"grade: splendid\n", &E210, NULL, ""},
        {"framework: YRAD\n", &E211, "there is no framework `YRAD`", "did you mean `YARD`?"},
        {"framework: PLOT\n", &E211, NULL, "write which one: `PLOT_2018`, `PLOT_2023`"},
    };
    EXPECT(refusals);
}

static void grades_by_judgement_take_their_own_source_or_the_record_s(void **state)
{
    const struct garden *garden =
        bind_soundly(*state, "sources:\n  - id: s1\n  - id: s2\nbeds:\n  - name: A\n    grades:\n"
                             "      roses: good\n      tulips: {grade: needs work, source: s2}\n"
                             "      weeds: ~\n    source: s1\n");
    const struct grades *bound = &bed_at(garden, 0)->grades;
    assert_int_equal(bound->count, 2);
    assert_str(bound->items[0].judgement, "roses");
    assert_str(bound->items[0].source.items[0].id, "s1");
    assert_ptr_equal(bound->items[0].source.items[0].record, &garden->sources.items[0]);
    assert_str(bound->items[1].grade, "requires_improvement");
    assert_int_equal(bound->items[1].source.count, 1);
    assert_ptr_equal(bound->items[1].source.items[0].record, &garden->sources.items[1]);
    assert_str(span_text(bound->items[1].judgement_span), "tulips");
    assert_str(span_text(bound->items[1].grade_span), "needs work");
}

static void faulty_grades_by_judgement_are_left_out(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct garden *garden =
        bind(fixture, "beds:\n  - name: A\n    grades:\n      a: goood\n      b: [good]\n"
                      "      c: {source: s}\n      d: {grade: good, sorce: s}\n      e: good\n");
    spec_expect_errors(fixture, 5);
    spec_diag(fixture, &E210);
    spec_expect(spec_diag(fixture, &E203), 5, 10, "a judgement has one grade, not a list", NULL);
    spec_expect(spec_diag(fixture, &E202), 6, 11, "`grade` is missing from this judgement", NULL);
    spec_expect(spec_diag(fixture, &E201), 7, 24, NULL, "did you mean `source`?");
    assert_int_equal(bed_at(garden, 0)->grades.count, 2);
}

static void grades_by_judgement_must_be_a_map(void **state)
{
    spec_expect(fault(*state, &E203, "beds:\n  - name: A\n    grades: good\n"), 3, 13,
                "`grades` takes a line for each judgement, not the text `good`", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(records_nest_and_keep_their_nodes),
        TEST(derived_records_have_no_place),
        TEST(a_map_for_a_list_is_refused_and_still_read),
        TEST(faulty_items_are_reported_and_left_out),
        TEST(other_kinds_of_value_for_records_are_refused),
        TEST(a_missing_tree_binds_to_nothing),
        TEST(references_find_their_records_before_and_behind_them),
        TEST(one_id_may_stand_in_two_spaces),
        TEST(ids_used_twice_note_the_first),
        TEST(dangling_references_get_the_nearest_id),
        TEST(ids_that_are_all_as_near_are_all_named),
        TEST(ids_of_another_kind_of_record_are_named_as_such),
        TEST(dangling_references_to_anything_are_reported),
        TEST(ids_have_a_form),
        TEST(very_many_references_are_no_burden),
        TEST(grades_are_bound_to_their_canonical_id),
        TEST(without_frameworks_grades_stay_as_they_are),
        TEST(unknown_grades_and_frameworks_are_refused),
        TEST(grades_by_judgement_take_their_own_source_or_the_record_s),
        TEST(faulty_grades_by_judgement_are_left_out),
        TEST(grades_by_judgement_must_be_a_map),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
