/* The static check: what it refuses, where it points, and what conditions tell it. */
#include "template/checking.h"
#include "template/template_codes.h"

struct refusal {
    const char *text;
    const struct code *code;
    uint32_t line, column;
    const char *message, *hint;
};

static bool check(struct fixture *fixture, const char *text)
{
    diags_init(&fixture->diags, fixture->arena);
    const struct template_set *set = set_of_text(fixture->arena, &fixture->diags, text);
    if (!set)
        fail_msg("%s: is not even read", text);
    return template_check(fixture->arena, &fixture->diags, set, fixture->briefing->frameworks);
}

static void expect_fault(void **state, const struct refusal *refusal)
{
    struct fixture *fixture = *state;
    if (check(fixture, refusal->text))
        fail_msg("%s: passes", refusal->text);
    const struct diag *diag = &fixture->diags.items.items[0];
    if (fixture->diags.items.count != 1)
        fail_msg("%s: %zu faults", refusal->text, fixture->diags.items.count);
    struct position position = source_position(diag->span.source, diag->span.start);
    assert_string_equal(str_z(fixture->arena, diag->message), refusal->message);
    assert_string_equal(diag->code->name, refusal->code->name);
    assert_int_equal(position.line, refusal->line);
    assert_int_equal(position.column, refusal->column);
    if (refusal->hint)
        assert_string_equal(str_z(fixture->arena, diag->hint), refusal->hint);
}

static void expect_faults(void **state, const struct refusal *refusals, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect_fault(state, &refusals[i]);
}

static void expect_passes(void **state, const char *const *texts, size_t count)
{
    struct fixture *fixture = *state;
    for (size_t i = 0; i < count; i++)
        if (!check(fixture, texts[i]) || fixture->diags.warnings)
            fail_msg("%s: %s", texts[i],
                     str_z(fixture->arena, fixture->diags.items.items[0].message));
}

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* ---- names ---- */

static void unknown_paths_are_refused(void **state)
{
    static const struct refusal refusals[] = {
        {"{{ concil.name }}", &E310, 1, 4, "there is no `concil`", "did you mean `council`?"},
        {"\n{{ council.nmae }}", &E310, 2, 12, "there is no `nmae` in a council",
         "did you mean `name`?"},
        {"{{ council[\"nmae\"] }}", &E310, 1, 12, "there is no `nmae` in a council", NULL},
        {"{% if false %}{{ council.nmae }}{% endif %}", &E310, 1, 26,
         "there is no `nmae` in a council", NULL},
        {"{% for i in inspections %}{% else %}{{ i.id }}{% endfor %}", &E310, 1, 40,
         "there is no `i`", NULL},
        {"{{ inspections | map(attribute=\"idd\") | join }}", &E310, 1, 32,
         "there is no `idd` in an inspection", "did you mean `id`?"},
        {"{{ loop.index }}", &E310, 1, 4, "`loop` is not known here", NULL},
        {"{% for i in inspections %}{{ loop.indx }}{% endfor %}", &E310, 1, 35,
         "there is no `indx` in `loop`", NULL},
        {"{{ council.name.first }}", &E314, 1, 17, "a text has no fields", NULL},
        {"{{ inspections.id }}", &E314, 1, 16, "a list has no fields",
         "repeat over it with {% for %}, or take | first"},
        {"{% if inspections %}{% set x = 1 %}{% endif %}{{ x }}", &E310, 1, 50,
         "`x` is not set in every case", "set it before the {% if %} too"},
        {"{% for d in deadlines %}{% if d.about is defined %}{{ d.about.url }}{% endif %}{% "
         "endfor %}",
         &E310, 1, 63, "there is no `url` in every record that this may be",
         "it may be of any kind, so that only `id`, `note` and `how_known` are sure; a component "
         "says "
         "in words what it is"},
    };
    expect_faults(state, refusals, COUNT(refusals));
}

static void names_are_followed(void **state)
{
    static const char *const texts[] = {
        "{% set x = 1 %}{% if inspections %}{% set x = 2 %}{% endif %}{{ x }}",
        "{% if inspections %}{% set x = 1 %}{% else %}{% set x = \"none\" %}{% endif %}{{ x }}",
        "{% if inspections %}{% set council = briefing.title %}{% endif %}"
        "{{ briefing.title }}{% if council %}{% endif %}",
        "{% for i in inspections %}{% set n = i.id %}{{ n }}{{ loop.index }}{% endfor %}",
        "{% for i in inspections %}{{ i.id }}{% for f in i.findings %}{{ f.text }}{{ i.id }}"
        "{% endfor %}{% endfor %}",
        "{% for d in deadlines %}{% if d.about is defined and d.about.id is defined %}"
        "{{ d.about.id }}{% endif %}{% endfor %}",
        "{% set a, b = [1, \"two\"] %}{{ a + 1 }}{{ b }}",
        "{% for g in interventions | groupby(\"kind\") %}{{ g.grouper }}"
        "{% for i in g.list %}{{ i.id }}{% endfor %}{% endfor %}",
        "{% for kind, list in interventions | groupby(\"kind\") %}{{ kind }}{{ list | length }}"
        "{% endfor %}",
    };
    expect_passes(state, texts, COUNT(texts));
}

/* ---- what may be missing ---- */

#define SOMETIMES(literal)   "(" literal " if council.region is defined)"
#define NO_ELSE              "the `if` has no `else`, so there may be no value here"
#define MISSING(field, from) "`" field "` may be missing from " from

static void values_that_may_be_missing_are_refused(void **state)
{
    static const struct refusal refusals[] = {
        {"{{ council.region }}", &E340, 1, 12, MISSING("region", "a council"),
         "ask first with `is defined`, or add | default(\"...\")"},
        {"{% if council.region %}{% endif %}", &E340, 1, 15, MISSING("region", "a council"), NULL},
        {"{{ council.region | upper }}", &E340, 1, 12, MISSING("region", "a council"), NULL},
        {"{{ \"x\" ~ council.region }}", &E340, 1, 18, MISSING("region", "a council"), NULL},
        {"{% if council.region == \"East\" %}{% endif %}", &E340, 1, 15,
         MISSING("region", "a council"), NULL},
        {"{% set r = council.region %}{{ r }}", &E340, 1, 32, MISSING("region", "a council"), NULL},
        {"{% if council.region is undefined %}{{ council.region }}{% endif %}", &E340, 1, 48,
         MISSING("region", "a council"), NULL},
        {"{% if council.region is defined %}{% endif %}{{ council.region }}", &E340, 1, 57,
         MISSING("region", "a council"), NULL},
        {"{% if council.region is defined or council.note is defined %}{{ council.note }}"
         "{% endif %}",
         &E340, 1, 73, MISSING("note", "a council"), NULL},
        {"{{ council.region | default(council.note) }}", &E340, 1, 37, MISSING("note", "a council"),
         NULL},
        {"{{ derived.standing.inspection.id }}", &E340, 1, 21, MISSING("inspection", "a standing"),
         NULL},
        {"{% for i in inspections %}{{ i.published | date }}{% endfor %}", &E340, 1, 32,
         MISSING("published", "an inspection"), NULL},
        {"{{ (inspections | first).id }}", &E340, 1, 19,
         "there may be no `first`: the list may be empty", NULL},
        {"{{ inspections[0].id }}", &E340, 1, 16, "there may be no `0`: the list may be shorter",
         NULL},
        {"{% for i in inspections %}{{ loop.previtem.id }}{% endfor %}", &E340, 1, 35,
         "there may be no `previtem`: the first item has none before it", NULL},
        {"{{ inspections | sort(attribute=\"published\") | length }}", &E340, 1, 33,
         MISSING("published", "an inspection"), NULL},
        {"{{ inspections | map(attribute=\"overall\") | join }}", &E340, 1, 32,
         MISSING("overall", "an inspection"), NULL},
        {"{{ inspections | map(attribute=\"source\") | first | cite }}", &E340, 1, 44,
         "there may be no `first`: the list may be empty", NULL},
        {"{{ (council.name if inspections) | date }}", &E340, 1, 36, NO_ELSE, NULL},
        {"{{ " SOMETIMES("\"2018-01-19\"") " | date }}", &E340, 1, 50, NO_ELSE, NULL},
        {"{{ " SOMETIMES("\"inadequate\"") " | grade }}", &E340, 1, 50, NO_ELSE, NULL},
        {"{{ " SOMETIMES("\"12\"") " | int }}", &E340, 1, 42, NO_ELSE, NULL},
        {"{{ " SOMETIMES("\"12\"") " | float }}", &E340, 1, 42, NO_ELSE, NULL},
        {"{{ 1.5 | round(" SOMETIMES("1") ") }}", &E313, 1, 17, "`round` takes 0 to 15 decimals",
         NULL},
        {"{{ \"aa\" | replace(\"a\", \"b\", " SOMETIMES("1") ") }}", &E313, 1, 30,
         "the argument `count` of `replace` must be a whole number", NULL},
        {"{{ 1 if 4 is divisibleby(" SOMETIMES("2") ") }}", &E313, 1, 27,
         "the argument of `divisibleby` must be a whole number", NULL},
    };
    expect_faults(state, refusals, COUNT(refusals));
}

static void conditions_are_understood(void **state)
{
    static const char *const texts[] = {
        "{{ council.region | default(\"not known\") }}",
        "{% if council.region is defined %}{{ council.region }}{% endif %}",
        "{% if council.region is not undefined %}{{ council.region }}{% endif %}",
        "{% if not council.region is undefined %}{{ council.region }}{% endif %}",
        "{% if council.region is undefined %}{% else %}{{ council.region }}{% endif %}",
        "{% if council.region is undefined %}{% elif council.region %}{{ council.region }}"
        "{% endif %}",
        "{% if council.region is defined and council.region == \"East\" %}{% endif %}",
        "{% if council.region is undefined or council.region %}{% endif %}",
        "{% if not (council.region is undefined or council.note is undefined) %}"
        "{{ council.region }}{{ council.note }}{% endif %}",
        "{{ council.region if council.region is defined else \"not known\" }}",
        "{{ council.region if council.region is defined }}",
        "{% set r = council.region %}{% if r is defined %}{{ r }}{{ council.region }}{% endif %}",
        "{% if council.region is defined %}{% set r = council.region %}{{ r }}{% endif %}",
        "{% set s = derived.standing %}{% if s.inspection is defined %}"
        "{{ derived.standing.inspection.id }}{% endif %}",
        "{% for i in inspections if i.overall is defined %}{{ i.overall }}{% endfor %}",
        "{% for i in inspections | selectattr(\"overall\", \"defined\") %}{{ i.overall }}"
        "{% endfor %}",
        "{% for i in inspections | rejectattr(\"overall\", \"undefined\") %}{{ i.overall }}"
        "{% endfor %}",
        "{{ inspections | selectattr(\"overall\", \"defined\") | map(attribute=\"overall\") | join "
        "}}",
        "{{ inspections | map(attribute=\"overall\", default=\"not known\") | join }}",
        "{% if inspections %}{{ (inspections | first).id }}{{ inspections[0].id }}{% endif %}",
        "{% if inspections | length > 0 %}{{ (inspections | first).id }}{% endif %}",
        "{% for i in inspections %}{{ (inspections | last).id }}{% endfor %}",
        "{% for i in inspections %}{% if loop.previtem is defined %}{{ loop.previtem.id }}"
        "{% endif %}{% endfor %}",
        "{% set x = council.region | default(council.note) %}{% if x is defined %}{{ x }}"
        "{% endif %}",
    };
    expect_passes(state, texts, COUNT(texts));
}

/* ---- kinds ---- */

static void wrong_kinds_are_refused(void **state)
{
    static const struct refusal refusals[] = {
        {"{{ council.name | date }}", &E314, 1, 19, "`date` needs a date, not a text", NULL},
        {"{{ council.name | money }}", &E314, 1, 19,
         "`money` needs a record of funding or a whole number, not a text", NULL},
        {"{{ council.name | markdown }}", &E314, 1, 19,
         "only fields that hold Markdown can be inserted as Markdown", "leave | markdown out"},
        {"{{ council.name | words }}", &E314, 1, 19, "`words` needs a list, not a text", NULL},
        {"{{ council.name | grade }}", &E314, 1, 19, "`grade` needs a grade, not a text", NULL},
        {"{{ \"goood\" | grade }}", &E314, 1, 14, "`goood` is not a grade that the frameworks know",
         NULL},
        {"{{ council.name | framework }}", &E314, 1, 19,
         "this is not the framework of an inspection", NULL},
        {"{{ briefing.as_at | date(\"shrt\") }}", &E313, 1, 26, "there is no such style of `date`",
         "write \"long\", \"plain\", \"month\", \"short\" or \"iso\""},
        {"{% for c in council %}{% endfor %}", &E314, 1, 13, "a council cannot be repeated over",
         "{% for %} needs a list"},
        {"{{ inspections }}", &E315, 1, 4, "a list cannot be printed",
         "write | words behind it, or use {% for %}"},
        {"{{ council }}", &E315, 1, 4, "a council cannot be printed", "print one of its fields"},
        {"{{ not inspections }}", &E315, 1, 4, "a yes or no cannot be printed", NULL},
        {"{% for n in narrative %}{{ n.text }}{% endfor %}", &E322, 1, 28,
         "this is an officer's Markdown", "write | markdown behind it"},
        {"{{ inspections | first | length }}", &E340, 1, 18,
         "there may be no `first`: the list may be empty", NULL},
        {"{{ inspections | map(attribute=\"id\") | length }}", &E314, 1, 40,
         "this list cannot be counted yet", "write | list | length"},
        {"{% if inspections | map(attribute=\"id\") %}{% endif %}", &E314, 1, 7,
         "Jinja counts this list as true even when it is empty", NULL},
        {"{% set x = inspections | map(attribute=\"id\") %}{{ x | join }}", &E314, 1, 12,
         "this can be used only once in Jinja", NULL},
        {"{{ inspections | sort | length }}", &E314, 1, 18, "an inspection cannot be put in order",
         "say by which field: attribute=\"name\""},
        {"{{ council.name | int }}", &E314, 1, 19, "`int` needs a number, not a text", NULL},
        {"{{ council.name | replace(\"\", \"x\") }}", &E313, 1, 27,
         "what is replaced must be written out, and not be empty", NULL},
        {"{% set a, b = inspections %}{{ a.id ~ b.id }}", &E314, 1, 15,
         "2 names need a list of as many items, not a list", NULL},
        {"{% set a, b = [1, 2, 3] %}{{ a ~ b }}", &E314, 1, 15, "there are 2 names for a list of 3",
         NULL},
        {"{% for i in inspections %}{% for j in i.judgements %}"
         "{{ j.judgement | judgement(\"SIF\") }}{% endfor %}{% endfor %}",
         &E314, 1, 71, "this may not be a judgement of that framework", NULL},
    };
    expect_faults(state, refusals, COUNT(refusals));
}

static void right_kinds_pass(void **state)
{
    static const char *const texts[] = {
        "{{ briefing.as_at }}{{ briefing.as_at | date(\"short\") }}{{ \"2018-01\" | date }}",
        "{% for f in funding %}{{ f | money }}{{ f.amount | number }}{{ f | cite }}{% endfor %}",
        "{% for n in narrative if n.section == \"next\" %}{{ n.text | markdown }}{% endfor %}",
        "{% for i in inspections %}{{ i.source | cite }}{% if i.framework is defined %}"
        "{{ i.framework | framework(\"long\") }}{% for j in i.judgements %}"
        "{{ j.judgement | judgement(i.framework) }}: {{ j.grade }}{% endfor %}{% endif %}"
        "{% endfor %}",
        "{{ inspections | length }} {{ inspections | plural(\"one\", \"many\") }}",
        "{{ inspections | map(attribute=\"id\") | sort | join(\", \") }}",
        "{{ inspections | map(attribute=\"id\") | map(\"upper\") | words }}",
        "{{ inspections | map(attribute=\"id\") | list | length }}",
        "{{ interventions | map(attribute=\"kind\") | unique | words }}",
        "{{ (10 | round(1)) | percent }}{{ (derived.actions_total * 100 / 3) | round | percent }}",
        "{% for row in inspections | batch(2) %}{% for i in row %}{{ i.id }}{% endfor %}"
        "{% endfor %}",
        "{% for i in inspections %}{{ loop.cycle(\"odd\", \"even\") }}{{ loop.index | ordinal }}"
        "{% endfor %}",
    };
    expect_passes(state, texts, COUNT(texts));
}

/* ---- comparing and computing ---- */

static void comparisons_that_fail_are_refused(void **state)
{
    static const struct refusal refusals[] = {
        {"{% for i in interventions if i.kind == \"notce\" %}{% endfor %}", &E320, 1, 40,
         "`notce` is not a word that this can be", "did you mean `notice`?"},
        {"{% for i in interventions if i.kind in [\"notice\", \"notce\"] %}{% endfor %}", &E320, 1,
         51, "`notce` is not a word that this can be", NULL},
        {"{% for i in interventions if i.kind == council.name %}{% endfor %}", &E314, 1, 40,
         "a word or a grade cannot be compared with just any text",
         "write the word out, in quotation marks"},
        {"{% for i in inspections if i.overall is defined and i.overall == \"gut\" %}{% endfor %}",
         &E320, 1, 66, "`gut` is not a word that this can be", NULL},
        {"{{ interventions | selectattr(\"kind\", \"equalto\", \"notce\") | list | length }}",
         &E320, 1, 39, "`notce` is not a word that this can be", NULL},
        {"{% if derived.actions_total == \"3\" %}{% endif %}", &E320, 1, 32,
         "a whole number never equals a text", NULL},
        {"{% if briefing.as_at == \"2018-01-22\" %}{% endif %}", &E314, 1, 25,
         "a date cannot be compared with a text", NULL},
        {"{% if briefing.as_at < briefing.as_at %}{% endif %}", &E321, 1, 22,
         "which of two dates came first may not be known", NULL},
        {"{% if council.name < 3 %}{% endif %}", &E314, 1, 20,
         "a text cannot be compared with a whole number", NULL},
        {"{% if \"x\" in briefing.as_at %}{% endif %}", &E314, 1, 14,
         "`in` needs a list, not a date", NULL},
        {"{{ council.name + 1 }}", &E314, 1, 17, "`+` cannot be used on a text and a whole number",
         "join texts with `~`"},
        {"{{ 1 / derived.actions_total }}", &E341, 1, 6, "this may divide by nothing",
         "ask first: {% if total %}"},
        {"{% for c in claims if c.value is defined %}"
         "{{ c.value * c.value * c.value * c.value }}{% endfor %}",
         &E341, 1, 75, "the result may have too many digits", NULL},
    };
    expect_faults(state, refusals, COUNT(refusals));
}

static void sound_comparisons_pass(void **state)
{
    static const char *const texts[] = {
        "{% for i in interventions if i.kind == \"notice\" or \"board\" != i.kind %}{% endfor %}",
        "{% for i in interventions if i.kind in [\"notice\", \"board\"] %}{% endfor %}",
        "{% for i in inspections if i.overall is defined and i.overall == \"good\" %}{% endfor %}",
        "{{ interventions | selectattr(\"kind\", \"equalto\", \"notice\") | list | length }}",
        "{% if derived.actions_total > 3 and derived.actions_total == 4 %}{% endif %}",
        "{% if council.name < briefing.title and \"x\" in council.name %}{% endif %}",
        ("{% if derived.actions_total %}"
         "{{ derived.actions_complete * 100 // derived.actions_total }}{% endif %}"),
        "{% for c in claims if c.value is defined %}{{ c.value * c.value }}{% endfor %}",
        "{{ 1 + 2 * 3 - 4 }}{{ 7 % 2 }}{{ 7 / 2 }}{{ -1 }}",
    };
    expect_passes(state, texts, COUNT(texts));
}

/* ---- the whole ---- */

static void unused_names_are_warned_of(void **state)
{
    struct fixture *fixture = *state;
    assert_true(check(fixture, "{% set x = 1 %}\n{% set y = 2 %}{{ y }}"));
    expect_diag(fixture, 0, &W340, 1, 8, "`x` is set and not used");
    assert_int_equal(fixture->diags.items.count, 1);
    assert_true(check(fixture, "{% set x = 1 %}{% set x = 2 %}{{ x }}"));
    assert_int_equal(fixture->diags.warnings, 1);
}

static void several_faults_are_found_at_once(void **state)
{
    struct fixture *fixture = *state;
    assert_false(check(fixture, "{{ concil }}{% if nothing %}{{ council.nmae }}{% endif %}"));
    assert_int_equal(fixture->diags.items.count, 3);
}

static void every_filter_and_test_has_a_rule(void **state)
{
    (void)state;
    for (const struct builtin *const *builtin = builtins; *builtin; builtin++)
        if (!(*builtin)->check || !(*builtin)->run)
            fail_msg("`%s` is not checked or not run", (*builtin)->name);
}

static void checking_ends(void **state)
{
    struct fixture *fixture = *state;
    struct buf text = {.arena = fixture->arena};
    for (int i = 0; i < 6000; i++)
        buf_addf(&text,
                 "{%% if inspections %%}{%% set v%d = 1 %%}{%% elif actions %%}{%% endif %%}", i);
    buf_addz(&text, "{{ v0 }}");
    assert_false(check(fixture, buf_str(&text).at));
    assert_ptr_equal(fixture->diags.items.items[0].code, &E317);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(unknown_paths_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_are_followed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(values_that_may_be_missing_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(conditions_are_understood, set_up, tear_down),
        cmocka_unit_test_setup_teardown(wrong_kinds_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(right_kinds_pass, set_up, tear_down),
        cmocka_unit_test_setup_teardown(comparisons_that_fail_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sound_comparisons_pass, set_up, tear_down),
        cmocka_unit_test_setup_teardown(unused_names_are_warned_of, set_up, tear_down),
        cmocka_unit_test_setup_teardown(several_faults_are_found_at_once, set_up, tear_down),
        cmocka_unit_test(every_filter_and_test_has_a_rule),
        cmocka_unit_test_setup_teardown(checking_ends, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
