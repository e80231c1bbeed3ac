/* A template that passes the static check cannot fail for any briefing. Random templates and random
   briefings, from seeds: a few hundred as a rule, `make property` tries many more. */
#include "template/checking.h"
#include "template/random_template.h"
#include "template/template_codes.h"

#include <stdlib.h>
#include <string.h>

enum { TEMPLATES = 400, BRIEFINGS = 4, OWN_BRIEFINGS = 50, PARTS_MOST = 5, TRIES_MOST = 40 };

/* How many are tried: the variable TEMPLATES says so. */
static size_t template_count(void)
{
    const char *wanted = getenv("TEMPLATES");
    return wanted ? strtoull(wanted, NULL, 10) : TEMPLATES;
}

static bool is_limit(const struct code *code)
{
    return code == &E317 || code == &E318 || code == &E319;
}

/* Fails the test when rendering reports anything but a limit. */
static void expect_rendered(struct arena *arena, const char *text, uint64_t seed,
                            const struct template_set *set, const struct briefing *briefing)
{
    struct diags diags;
    diags_init(&diags, arena);
    const struct rendered *rendered = template_render(arena, &diags, set, briefing);
    if (rendered || is_limit(diags.items.items[0].code))
        return;
    const struct diag *diag = &diags.items.items[0];
    fail_msg("seed %llu: passes the check and then: %s: %s, at `%s`\n%s", (unsigned long long)seed,
             diag->code->name, str_z(arena, diag->message), str_z(arena, span_text(diag->span)),
             text);
}

static const struct template_set *checked(struct arena *arena, const struct frameworks *frameworks,
                                          const char *text)
{
    struct diags diags;
    diags_init(&diags, arena);
    const struct template_set *set = set_of_text(arena, &diags, text);
    return set && template_check(arena, &diags, set, frameworks) ? set : NULL;
}

/* Puts a template together from parts that pass, and counts those that do not. */
static const char *gather(struct arena *arena, struct chance *chance,
                          const struct frameworks *frameworks, size_t *refused)
{
    struct buf text = {.arena = arena};
    buf_addz(&text, "");
    for (int tries = 0, parts = 0; tries < TRIES_MOST && parts < PARTS_MOST; tries++) {
        const char *part = random_template(arena, chance);
        bool passes = checked(arena, frameworks, part);
        *refused += !passes;
        parts += passes;
        if (passes)
            buf_addz(&text, part);
    }
    return buf_str(&text).at;
}

/* True when the template passed the check and was tried. */
static bool try_template(const struct frameworks *frameworks, uint64_t seed, size_t *refused)
{
    struct chance chance = {seed};
    struct arena *arena = arena_new();
    const char *text = gather(arena, &chance, frameworks, refused);
    const struct template_set *set = checked(arena, frameworks, text);
    for (int i = 0; set && i < BRIEFINGS; i++)
        expect_rendered(arena, text, seed, set, random_briefing(arena, &chance, frameworks));
    arena_free(arena);
    return set;
}

static void what_passes_can_be_rendered(void **state)
{
    const struct fixture *fixture = *state;
    size_t count = template_count(), passed = 0, refused = 0;
    for (uint64_t seed = 1; seed <= count; seed++)
        passed += try_template(fixture->briefing->frameworks, seed, &refused);
    print_message("%zu random templates were checked and rendered, %zu parts refused\n", passed,
                  refused);
    assert_true(passed > count / 2);
    assert_true(refused > 0);
}

/* The templates that come with the program pass, and no briefing makes them fail. */
static void expect_sound(struct fixture *fixture, const char *folder)
{
    const struct frameworks *frameworks = fixture->briefing->frameworks;
    const struct template_set *set =
        template_read(fixture->arena, &fixture->diags, folder, "briefing.md");
    struct chance chance = {1};
    assert_non_null(set);
    assert_true(template_check(fixture->arena, &fixture->diags, set, frameworks));
    template_check_folder(fixture->arena, &fixture->diags, folder, set);
    assert_int_equal(fixture->diags.items.count, 0);
    for (uint64_t i = 0; i < OWN_BRIEFINGS; i++)
        expect_rendered(fixture->arena, folder, i, set,
                        random_briefing(fixture->arena, &chance, frameworks));
}

static void our_own_templates_pass(void **state)
{
    expect_sound(*state, "templates/briefing");
    expect_sound(*state, "templates/committee");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_passes_can_be_rendered, set_up, tear_down),
        cmocka_unit_test_setup_teardown(our_own_templates_pass, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
