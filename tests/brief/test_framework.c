/* Tests of the file of frameworks and of the questions asked of it. */
#include "brief/brief_codes.h"
#include "files/files_codes.h"
#include "support/cmocka.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "brief/spec.h"
#include "diag/diag.h"

#define SHIPPED "templates/frameworks.yaml"

struct fixture {
    struct arena *arena;
    struct diags diags;
    const struct frameworks *frameworks;
};

static int open_shipped(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->arena = arena_new();
    diags_init(&fixture->diags, fixture->arena);
    fixture->frameworks = frameworks_read(fixture->arena, &fixture->diags, SHIPPED);
    *state = fixture;
    return fixture->frameworks ? 0 : -1;
}

static int close_fixture(void **state)
{
    struct fixture *fixture = *state;
    arena_free(fixture->arena);
    free(fixture);
    return 0;
}

static const struct framework *framework(const struct fixture *fixture, const char *id)
{
    const struct framework *found = framework_find(fixture->frameworks, str_from(id));
    assert_non_null(found);
    return found;
}

static const struct judgement *judgement(const struct fixture *fixture, const char *in,
                                         const char *id)
{
    const struct judgement *found = judgement_find(framework(fixture, in), str_from(id));
    assert_non_null(found);
    return found;
}

static void shipped_file_reads_without_a_diagnostic(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(fixture->diags.errors, 0);
    assert_int_equal(fixture->diags.warnings, 0);
    assert_int_equal(fixture->frameworks->frameworks.count, 23);
}

static void full_inspections_are_those_that_set_a_position(void **state)
{
    const struct fixture *fixture = *state;
    const char *full[] = {"SLAC",       "CP_2012",    "LAC_2013",  "SIF",
                          "ILACS_2018", "ILACS_2023", "ILACS_2026"};
    const char *other[] = {"UCRA",
                           "ACSA",
                           "LSCB_REVIEW",
                           "ILACS_FOCUSED",
                           "MONITORING",
                           "JTAI",
                           "AREA_SEND_2023",
                           "AREA_SEND_2016",
                           "SCCIF_FOSTERING",
                           "SCCIF_ADOPTION",
                           "SCCIF_HOME",
                           "SCCIF_SUPPORTED",
                           "LA_FOSTERING",
                           "LA_ADOPTION",
                           "YOUTH_JUSTICE_2018",
                           "YOUTH_JUSTICE_2025"};
    for (size_t i = 0; i < sizeof full / sizeof *full; i++)
        assert_int_equal(framework(fixture, full[i])->full, ANSWER_YES);
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        assert_int_equal(framework(fixture, other[i])->full, ANSWER_NO);
}

static void overall_judgement_ends_with_march_2026(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(framework(fixture, "ILACS_2023")->overall, ANSWER_YES);
    const struct framework *now = framework(fixture, "ILACS_2026");
    assert_int_equal(now->overall, ANSWER_NO);
    assert_null(judgement_find(now, STR("overall")));
    assert_true(now->overall_note.len > 0);
}

static void every_framework_without_overall_says_why(void **state)
{
    const struct fixture *fixture = *state;
    const struct framework_list *all = &fixture->frameworks->frameworks;
    for (size_t i = 0; i < all->count; i++) {
        const struct framework *one = &all->items[i];
        assert_true(one->overall == ANSWER_YES || one->overall_note.len > 0);
    }
}

static void assert_reads_as(const struct fixture *fixture, const char *text, const char *id)
{
    const struct grade *grade = grade_read(fixture->frameworks, str_from(text));
    assert_non_null(grade);
    assert_true(str_is(grade->id, id));
}

static void grade_is_read_in_any_spelling(void **state)
{
    const struct fixture *fixture = *state;
    const char *wordings[] = {"requires_improvement",     "requires improvement",
                              "Requires-Improvement",     "REQUIRES IMPROVEMENT TO BE GOOD",
                              "requiring improvement",    "require_improvement",
                              "  requires improvement  ", "RI"};
    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++)
        assert_reads_as(fixture, wordings[i], "requires_improvement");
    assert_reads_as(fixture, "Not judged", "not_judged");
    assert_reads_as(fixture, "performs excellently", "performs_excellently");
}

static void grade_that_is_none_is_not_guessed(void **state)
{
    const struct fixture *fixture = *state;
    assert_null(grade_read(fixture->frameworks, STR("requires improvment")));
    assert_null(grade_read(fixture->frameworks, STR("requires")));
    assert_null(grade_read(fixture->frameworks, STR("")));
    assert_null(grade_read(fixture->frameworks, STR_NONE));
}

static void finders_take_exact_ids_only(void **state)
{
    const struct fixture *fixture = *state;
    assert_null(framework_find(fixture->frameworks, STR("sif")));
    assert_null(framework_find(fixture->frameworks, STR_NONE));
    assert_null(grade_find(fixture->frameworks, STR("Good")));
    assert_null(judgement_find(framework(fixture, "SIF"), STR("leaders")));
}

static void adequate_ends_where_requires_improvement_begins(void **state)
{
    const struct fixture *fixture = *state;
    const struct framework *old = framework(fixture, "LAC_2013"), *sif = framework(fixture, "SIF");
    assert_true(framework_allows(old, NULL, STR("adequate")));
    assert_false(framework_allows(old, NULL, STR("requires_improvement")));
    assert_false(framework_allows(sif, NULL, STR("adequate")));
    assert_true(framework_allows(sif, NULL, STR("requires_improvement")));
}

static void not_judged_is_for_three_lines_of_the_sif(void **state)
{
    const struct fixture *fixture = *state;
    const struct framework *sif = framework(fixture, "SIF");
    struct str grade = STR("not_judged");
    assert_true(framework_allows(sif, judgement(fixture, "SIF", "adoption"), grade));
    assert_true(framework_allows(sif, judgement(fixture, "SIF", "cla_permanence"), grade));
    assert_false(framework_allows(sif, judgement(fixture, "SIF", "leadership"), grade));
    assert_false(framework_allows(sif, NULL, grade));
}

static void narrative_framework_allows_no_grade(void **state)
{
    const struct fixture *fixture = *state;
    assert_false(framework_allows(framework(fixture, "MONITORING"), NULL, STR("good")));
}

static void assert_follows(const struct fixture *fixture, const char *later, const char *id,
                           const char *earlier, const char *expected)
{
    const struct judgement *before = judgement_before(
        framework(fixture, later), judgement(fixture, later, id), framework(fixture, earlier));
    if (!expected) {
        assert_null(before);
        return;
    }
    assert_non_null(before);
    assert_true(str_is(before->id, expected));
}

static void judgements_are_compared_across_frameworks(void **state)
{
    const struct fixture *fixture = *state;
    assert_follows(fixture, "ILACS_2018", "leaders", "SIF", "leadership");
    assert_follows(fixture, "ILACS_2018", "in_care_and_care_leavers", "SIF", "cla_permanence");
    assert_follows(fixture, "ILACS_2023", "in_care", "SIF", "cla_permanence");
    assert_follows(fixture, "ILACS_2023", "care_leavers", "SIF", "care_leavers");
    assert_follows(fixture, "ILACS_2026", "care_leavers", "ILACS_2023", "care_leavers");
    assert_follows(fixture, "SIF", "adoption", "SIF", "adoption");
}

static void joint_grade_is_compared_with_neither_of_its_parts(void **state)
{
    const struct fixture *fixture = *state;
    const struct framework *joint = framework(fixture, "ILACS_2018");
    const char *parts[] = {"in_care", "care_leavers"};
    for (size_t i = 0; i < 2; i++) {
        assert_follows(fixture, "ILACS_2023", parts[i], "ILACS_2018", NULL);
        assert_true(judgement_overlaps(judgement(fixture, "ILACS_2023", parts[i]), joint));
    }
}

static void grades_of_the_old_scale_are_never_compared(void **state)
{
    const struct fixture *fixture = *state;
    assert_follows(fixture, "SIF", "overall", "LAC_2013", NULL);
    assert_follows(fixture, "ILACS_2018", "help_protection", "CP_2012", NULL);
}

/* ---- faulty files ---- */

static size_t errors_in(const char *text, const struct code *code)
{
    char path[] = "/tmp/councilbrief-frameworks-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    FILE *out = fdopen(file, "w");
    fputs(text, out);
    fclose(out);
    struct arena *arena = arena_new();
    struct diags diags;
    diags_init(&diags, arena);
    const struct frameworks *frameworks = frameworks_read(arena, &diags, path);
    assert_true((frameworks == NULL) == (diags.errors > 0));
    size_t count = 0;
    for (size_t i = 0; i < diags.items.count; i++)
        count += diags.items.items[i].code == code;
    arena_free(arena);
    unlink(path);
    return count;
}

#define GRADES "grades: [{id: good, label: good}, {id: bad, label: bad}]\n"
#define FRAMEWORK(more)                                                                            \
    "  - {id: A, label: a, short_label: a, family: A, overall: no, full: yes, verified: x" more    \
    "}\n"

static void sound_small_file_is_accepted(void **state)
{
    (void)state;
    assert_int_equal(errors_in(GRADES "frameworks:\n" FRAMEWORK(", grades: [good]"), &E233), 0);
}

static void faults_of_the_file_are_reported(void **state)
{
    (void)state;
    assert_int_equal(errors_in(GRADES "frameworks:\n" FRAMEWORK(", grades: [fair]"), &E233), 1);
    assert_int_equal(errors_in(GRADES "frameworks:\n" FRAMEWORK("") FRAMEWORK(""), &E233), 1);
    assert_int_equal(errors_in(GRADES "frameworks:\n" FRAMEWORK(", from: 2019, to: 2018"), &E233),
                     1);
    assert_int_equal(
        errors_in(GRADES "frameworks:\n" FRAMEWORK(
                      ", judgements: [{id: overall, label: o, short_label: o, level: overall}]"),
                  &E233),
        1);
    assert_int_equal(
        errors_in(GRADES "frameworks:\n" FRAMEWORK(", judgements: [{id: j, label: j, short_label: "
                                                   "j, level: key, follows: [nowhere]}]"),
                  &E233),
        1);
    assert_int_equal(
        errors_in("grades: [{id: good, label: good}, {id: fine, label: f, spellings: [Good]},"
                  " {id: fine, label: f}]\nframeworks:\n" FRAMEWORK(""),
                  &E233),
        1);
}

static void file_that_is_not_there_is_reported(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct diags diags;
    diags_init(&diags, arena);
    assert_null(frameworks_read(arena, &diags, "no/such/frameworks.yaml"));
    assert_ptr_equal(diags.items.items[0].code, &E101);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped_file_reads_without_a_diagnostic),
        cmocka_unit_test(full_inspections_are_those_that_set_a_position),
        cmocka_unit_test(overall_judgement_ends_with_march_2026),
        cmocka_unit_test(every_framework_without_overall_says_why),
        cmocka_unit_test(grade_is_read_in_any_spelling),
        cmocka_unit_test(grade_that_is_none_is_not_guessed),
        cmocka_unit_test(finders_take_exact_ids_only),
        cmocka_unit_test(adequate_ends_where_requires_improvement_begins),
        cmocka_unit_test(not_judged_is_for_three_lines_of_the_sif),
        cmocka_unit_test(narrative_framework_allows_no_grade),
        cmocka_unit_test(judgements_are_compared_across_frameworks),
        cmocka_unit_test(joint_grade_is_compared_with_neither_of_its_parts),
        cmocka_unit_test(grades_of_the_old_scale_are_never_compared),
        cmocka_unit_test(sound_small_file_is_accepted),
        cmocka_unit_test(faults_of_the_file_are_reported),
        cmocka_unit_test(file_that_is_not_there_is_reported),
    };
    return cmocka_run_group_tests(tests, open_shipped, close_fixture);
}
