/* What a briefing's records are to a template, and what happens when a value is not there. */
#include "template/fixture.h"
#include "template/template_codes.h"

static void fields_are_read_through_the_tables(void **state)
{
    expect_text(state, "{{ council.name }}, {{ council['short_name'] }}",
                "Norfolk County Council, Norfolk");
    expect_text(state, "{{ briefing.as_at }}",
                "22\xC2\xA0January\xC2\xA0"
                "2018");
    expect_text(state, "{{ funding[0].amount }} {{ sources | length }}", "16.5 2");
    expect_text(state,
                "{% for p in briefing.key_points %}{{ p }} {% endfor %}{{ actions | length }}",
                "First Second Third 0");
    expect_text(state, "{{ briefing.exempt_paragraphs | sum }}", "4");
}

static void references_lead_to_the_record(void **state)
{
    expect_text(state, "{{ interventions[1].replaces.id }}", "D1");
    expect_text(state, "{{ interventions[1].replaces.issued | date('iso') }}", "2013-12");
    expect_text(state, "{% for s in inspections[0].source %}{{ s.title }} {% endfor %}",
                "One Two ");
}

static void grades_repeat_as_records(void **state)
{
    expect_text(state,
                "{% for e in inspections[0].judgements %}{{ e.judgement }}={{ e.grade | lower }} "
                "{% endfor %}",
                "help_protection=requires improvement leadership=requires improvement ");
}

static void words_compare_by_id_and_print_their_label(void **state)
{
    expect_text(state, "{{ 'y' if sources[1].kind == 'ofsted_report' }}", "y");
    expect_text(state, "{{ 'y' if interventions[0].kind in ['direction', 'notice'] }}", "y");
    expect_text(state, "{{ 'y' if inspections[0].overall == 'inadequate' else 'n' }}", "y");
}

static void a_word_that_cannot_be_is_refused(void **state)
{
    expect_refused(state, "{% if interventions[0].kind == 'directon' %}{% endif %}", &E320, 1, 32,
                   "`directon` is not a word that this can be");
    expect_hint(state, "did you mean `direction`?");
    expect_refused(state, "{% if inspections[0].overall == 'inadequat' %}{% endif %}", &E320, 1, 33,
                   NULL);
}

static void an_unknown_field_is_named_at_its_segment(void **state)
{
    struct fixture *fixture = *state;
    expect_refused(state, "Report for {{ council.nmae }}", &E310, 1, 23,
                   "there is no `nmae` in a council");
    expect_hint(state, "did you mean `name`?");
    const struct diag *diag = &fixture->diags.items.items[0];
    assert_int_equal(diag->notes.count, 1);
    struct position note =
        source_position(diag->notes.items[0].span.source, diag->notes.items[0].span.start);
    assert_int_equal(note.line, 11);
    expect_refused(state, "{{ counsil.name }}", &E310, 1, 4, "there is no `counsil`");
    expect_hint(state, "did you mean `council`?");
    expect_refused(state, "{{ inspections.id }}", &E314, 1, 16, "a list has no fields");
}

static void what_is_left_out_can_be_asked_for_and_replaced(void **state)
{
    expect_text(state, "{{ 'y' if council.region is defined else 'n' }}", "n");
    expect_text(state, "{{ council.region | default('unknown') }}", "unknown");
    expect_text(state,
                "{{ 'y' if briefing.key_decision is defined }}"
                "{{ 'n' if not briefing.key_decision }}",
                "yn");
    expect_text(state, "{{ 'y' if council.region is undefined and council.region is not none }}",
                "y");
}

static void what_is_left_out_cannot_be_used(void **state)
{
    static const char *const uses[] = {
        "{{ council.region }}",
        "{% if council.region %}{% endif %}",
        "{% if council.region == 'x' %}{% endif %}",
        "{{ council.region ~ 'x' }}",
        "{{ council.region | upper }}",
        "{{ [council.region] | join }}",
        "{% for x in council.region %}{% endfor %}",
        "{{ 1 if council.region in ['x'] }}",
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
        assert_null(render_one(fixture, uses[i]).at);
        const struct diag *diag = &fixture->diags.items.items[0];
        assert_ptr_equal(diag->code, &E311);
        assert_string_equal(str_z(fixture->arena, span_text(diag->span)), "region");
        assert_int_equal(diag->notes.count, 1);
    }
}

static void an_element_that_is_not_there_is_undefined(void **state)
{
    expect_text(state,
                "{{ 'n' if inspections[5] is not defined }}"
                "{{ (actions | first) is defined and 'y' or 'n' }}",
                "nn");
    expect_refused(state, "{{ actions | first }}", &E311, 1, 14,
                   "there is no `first`: the list is empty");
}

static void a_fault_is_reported_once_and_rendering_goes_on(void **state)
{
    struct fixture *fixture = *state;
    expect_refused(state,
                   "{% for i in inspections %}{{ i.scope }}{% endfor %}{% set a = nope %}{{ a }}",
                   &E311, 1, 32, NULL);
    assert_int_equal(fixture->diags.errors, 2);
    expect_diag(fixture, 1, &E310, 1, 63, "there is no `nope`");
}

static void dates_compare_only_when_their_order_is_known(void **state)
{
    expect_text(state, "{{ 'y' if interventions[0].issued < interventions[1].issued }}", "y");
    expect_text(state, "{{ 'y' if briefing.as_at >= sources[1].published }}", "y");
    expect_refused(state, "{{ 'y' if interventions[0].issued < interventions[0].issued }}", &E321,
                   1, 35, NULL);
    expect_refused(state, "{{ 'y' if briefing.as_at == '2018-01-22' }}", &E314, 1, 29, NULL);
}

static void what_has_no_words_is_not_printed(void **state)
{
    expect_refused(state, "{{ briefing.key_decision }}", &E315, 1, 4,
                   "a yes or no cannot be printed");
    expect_refused(state, "{{ inspections }}", &E315, 1, 4, "a list cannot be printed");
    expect_refused(state, "{{ council }}", &E315, 1, 4, "a council cannot be printed");
    expect_refused(state, "{{ none }}", &E315, 1, 4, "`none` cannot be printed");
    expect_refused(state, "{{ 'a' ~ true }}", &E315, 1, 8, NULL);
    expect_refused(state, "{{ briefing.purpose }}", &E322, 1, 4, "this is an officer's Markdown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_read_through_the_tables),
        cmocka_unit_test(references_lead_to_the_record),
        cmocka_unit_test(grades_repeat_as_records),
        cmocka_unit_test(words_compare_by_id_and_print_their_label),
        cmocka_unit_test(a_word_that_cannot_be_is_refused),
        cmocka_unit_test(an_unknown_field_is_named_at_its_segment),
        cmocka_unit_test(what_is_left_out_can_be_asked_for_and_replaced),
        cmocka_unit_test(what_is_left_out_cannot_be_used),
        cmocka_unit_test(an_element_that_is_not_there_is_undefined),
        cmocka_unit_test(a_fault_is_reported_once_and_rendering_goes_on),
        cmocka_unit_test(dates_compare_only_when_their_order_is_known),
        cmocka_unit_test(what_has_no_words_is_not_printed),
    };
    return cmocka_run_group_tests_name("template/values", tests, set_up, tear_down);
}
