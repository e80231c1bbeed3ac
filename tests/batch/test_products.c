/* Products of each stage: these take the place of those that the program has. */
#include "job.h"

#include "brief/brief_codes.h"
#include "brief/briefing.h"
#include "doc/composed.h"
#include "support/cmocka.h"

#include <stdlib.h>
#include <string.h>

enum { RECORDS = 1 << 0, DOCUMENT = 1 << 1, PAGES = 1 << 2 };

static struct str write_title(const struct env *env, struct diags *diags,
                              const struct publication *publication)
{
    (void)env;
    assert_null(publication->pages);
    assert_null(publication->editions[0].document);
    return str_copy(diags->arena, publication->editions[0].briefing->briefing->title);
}

/* The whole document, as --dump blocks shows it. */
static struct str write_blocks(const struct env *env, struct diags *diags,
                               const struct publication *publication)
{
    (void)env;
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    assert_non_null(out);
    block_dump(publication->editions[0].document->blocks, out);
    fclose(out);
    struct str copy = str_copy(diags->arena, (struct str){text, len});
    free(text);
    return copy;
}

static struct str write_count(const struct env *env, struct diags *diags,
                              const struct publication *publication)
{
    (void)env;
    assert_non_null(publication->editions[0].document);
    return str_format(diags->arena, "%zu", publication->pages->count);
}

static const struct product title = {
    .name = "title", .suffix = ".title", .write = write_title, .usual = true};
static const struct product blocks = {
    .name = "blocks", .suffix = ".blocks", .needs = NEEDS_DOCUMENT, .write = write_blocks};
static const struct product count = {
    .name = "count", .suffix = ".count", .needs = NEEDS_PAGES, .write = write_count, .usual = true};

const struct product *const products[PRODUCTS_MOST + 1] = {&title, &blocks, &count, NULL};

struct fixture {
    struct arena *arena;
    struct diags diags;
    struct env env;
};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->arena = arena_new();
    fixture->env = (struct env){.arena = fixture->arena, .source_date = -1};
    diags_init(&fixture->diags, fixture->arena);
    *state = fixture;
    return env_open(&fixture->env, &fixture->diags) ? 0 : -1;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    env_close(&fixture->env);
    arena_free(fixture->arena);
    free(fixture);
    return 0;
}

static struct job_made make(struct fixture *fixture, product_set makes)
{
    const struct job_input input = {.path = "inputs/calderdale.yaml"};
    const struct job job = {.inputs = &input, .count = 1, .makes = makes};
    struct job_made made = {0};
    assert_int_equal(job_run(&fixture->env, &job, &fixture->diags, &made), JOB_DONE);
    return made;
}

static void a_choice_needs_what_the_neediest_of_it_does(void **state)
{
    (void)state;
    assert_int_equal(products_need(0), NEEDS_RECORDS);
    assert_int_equal(products_need(RECORDS), NEEDS_RECORDS);
    assert_int_equal(products_need(RECORDS | DOCUMENT), NEEDS_DOCUMENT);
    assert_int_equal(products_need(DOCUMENT | PAGES), NEEDS_PAGES);
    assert_int_equal(products_usual(), RECORDS | PAGES);
}

static void a_product_of_records_reads_no_template(void **state)
{
    struct fixture *fixture = *state;
    const struct job_made made = make(fixture, RECORDS);
    assert_true(made.files[0].bytes.len > 0);
    assert_null(fixture->env.folders);
}

static void a_product_of_the_document_needs_no_pages(void **state)
{
    struct fixture *fixture = *state;
    const struct job_made made = make(fixture, DOCUMENT);
    assert_int_equal(made.pages, 0); /* none were laid out */
    assert_non_null(strstr(str_z(fixture->arena, made.files[1].bytes), "heading"));
    assert_null(made.files[2].bytes.at);
}

static size_t count_left_out(const struct fixture *fixture)
{
    size_t found = 0;
    for (size_t i = 0; i < fixture->diags.items.count; i++)
        found += fixture->diags.items.items[i].code == &W264;
    return found;
}

/* Whatever the product; only a page has a header and a footer, which print some keys more. */
static void a_product_of_the_document_tells_what_is_left_out(void **state)
{
    struct fixture *fixture = *state;
    char folder[] = "/tmp/councilbrief-templates-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *copy =
        "cp -r templates/. %s && echo '# {{ briefing.title }}' >%s/briefing/briefing.md";
    assert_int_equal(system(str_format(fixture->arena, copy, folder, folder).at), 0);
    fixture->env.templates = folder;
    fixture->env.bounds = (struct bounds){0};
    fixture->env.length = LENGTH_FULL;
    make(fixture, DOCUMENT);
    size_t of_document = count_left_out(fixture);
    diags_init(&fixture->diags, fixture->arena);
    make(fixture, DOCUMENT | PAGES);
    size_t of_pages = count_left_out(fixture);
    assert_true(of_document > 10 && of_pages > 10);
    assert_int_equal(system(str_format(fixture->arena, "rm -r %s", folder).at), 0);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_choice_needs_what_the_neediest_of_it_does),
        TEST(a_product_of_records_reads_no_template),
        TEST(a_product_of_the_document_needs_no_pages),
        TEST(a_product_of_the_document_tells_what_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
