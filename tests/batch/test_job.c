/* Jobs: bytes in, bytes out, and several specifications in one document. */
#include "batch/work.h"

#include "files/file.h"
#include "files/input.h"
#include "layout/display.h"
#include "layout/layout.h"
#include "template/template_codes.h"

#include "support/cmocka.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PDF = 1 << 0, FACTS = 1 << 1 }; /* as products.c lists them */

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

static void expect_result(struct fixture *fixture, enum job_result result, enum job_result wanted)
{
    if (result != wanted)
        diags_print(&fixture->diags, stderr, false, DIAG_ALL);
    assert_int_equal(result, wanted);
}

static struct str bytes_of(struct fixture *fixture, const char *path)
{
    struct file file;
    struct str bytes;
    assert_true(file_read(fixture->arena, path, NULL, 1 << 20, &bytes, &file));
    return bytes;
}

static struct job_made run(struct fixture *fixture, const struct job *job)
{
    struct job_made made = {0};
    expect_result(fixture, job_run(&fixture->env, job, &fixture->diags, &made), JOB_DONE);
    return made;
}

/* ---- bytes in, bytes out ---- */

static void a_specification_may_come_as_bytes(void **state)
{
    struct fixture *fixture = *state;
    struct job_input input = {.path = "inputs/calderdale.yaml"};
    const struct job job = {.inputs = &input, .count = 1, .makes = PDF | FACTS};
    const struct job_made of_file = run(fixture, &job);
    input.bytes = bytes_of(fixture, input.path);
    const struct job_made of_bytes = run(fixture, &job);
    assert_true(str_starts(of_file.files[0].bytes, "%PDF-1.7"));
    assert_true(str_starts(of_file.files[1].bytes, "{\n \"format\": 1,"));
    for (int i = 0; i < 2; i++) {
        assert_true(str_equal(of_file.files[i].bytes, of_bytes.files[i].bytes));
        assert_true(str_equal(of_file.files[i].hash, of_bytes.files[i].hash));
    }
}

static void only_what_is_asked_for_is_made(void **state)
{
    struct fixture *fixture = *state;
    const struct job_input input = {.path = "inputs/calderdale.yaml"};
    const struct job facts = {.inputs = &input, .count = 1, .makes = FACTS};
    const struct job_made made = run(fixture, &facts);
    assert_null(made.files[0].bytes.at);
    assert_non_null(made.files[1].bytes.at);
    assert_int_equal(made.pages, 0);
    assert_null(fixture->env.folders); /* no template was read */
}

static void nothing_is_made_of_what_is_refused(void **state)
{
    struct fixture *fixture = *state;
    const struct job_input input = {.path = "x.yaml", .bytes = STR("council: {}\n")};
    const struct job job = {.inputs = &input, .count = 1, .makes = PDF | FACTS};
    struct job_made made = {0};
    assert_int_equal(job_run(&fixture->env, &job, &fixture->diags, &made), JOB_REFUSED);
    assert_null(made.files[0].bytes.at);
    assert_null(made.files[1].bytes.at);
}

/* ---- from bytes to files, in a single process ---- */

struct placing {
    char folder[40];
    const char *paths[2]; /* of the PDF and of the facts */
    struct job_input input;
    struct job job;
    struct jobs jobs;
    struct work work;
};

static void start_placing(struct fixture *fixture, struct placing *placing)
{
    *placing = (struct placing){.folder = "/tmp/councilbrief-placed-XXXXXX",
                                .input = {.path = "inputs/calderdale.yaml"}};
    assert_non_null(mkdtemp(placing->folder));
    placing->paths[0] = str_format(fixture->arena, "%s/a.pdf", placing->folder).at;
    placing->paths[1] = str_format(fixture->arena, "%s/a.facts.json", placing->folder).at;
    placing->job = (struct job){.inputs = &placing->input,
                                .count = 1,
                                .makes = PDF | FACTS,
                                .outputs = {placing->paths[0], placing->paths[1]}};
    placing->jobs = (struct jobs){.items = &placing->job, .count = 1};
    placing->work = (struct work){.env = &fixture->env,
                                  .jobs = &placing->jobs,
                                  .format = &diag_text,
                                  .common = STR("common"),
                                  .here = STR("..")};
}

static size_t names_in(struct fixture *fixture, const struct placing *placing)
{
    struct folder_names names;
    assert_true(folder_list(fixture->arena, placing->folder, &names));
    return names.count;
}

/* What the job gives, before and after its files take their places. */
static struct reply do_and_place(struct fixture *fixture, const struct placing *placing)
{
    struct output outputs[PRODUCTS_MOST];
    int descriptors[PRODUCTS_MOST], errors[PRODUCTS_MOST];
    work_open(fixture->arena, &placing->work, 0, outputs);
    for (size_t i = 0; i < PRODUCTS_MOST; i++)
        descriptors[i] = outputs[i].descriptor;
    struct reply reply = work_do(fixture->arena, &placing->work, 0);
    assert_int_equal(reply.result, JOB_DONE);
    assert_true(reply.texts[REPLY_ENTRY].len > 0);
    assert_int_equal(access(placing->paths[0], F_OK), -1);
    work_fill(&reply, descriptors, errors);
    work_place(fixture->arena, &placing->work, outputs, errors, &reply);
    return reply;
}

static void files_follow_the_bytes_without_another_process(void **state)
{
    struct fixture *fixture = *state;
    struct placing placing;
    start_placing(fixture, &placing);
    struct reply reply = do_and_place(fixture, &placing);
    assert_int_equal(reply.result, JOB_DONE);
    assert_int_equal(reply.texts[REPLY_PLACED].len, 0);
    assert_int_equal(names_in(fixture, &placing), 2);
    for (int i = 0; i < 2; i++) {
        assert_true(str_equal(bytes_of(fixture, placing.paths[i]), reply.files[i]));
        unlink(placing.paths[i]);
    }
    assert_int_equal(rmdir(placing.folder), 0);
}

static void of_two_files_none_is_placed_where_one_cannot_be(void **state)
{
    struct fixture *fixture = *state;
    struct placing placing;
    start_placing(fixture, &placing);
    assert_int_equal(mkdir(placing.paths[1], 0700), 0);
    struct reply reply = do_and_place(fixture, &placing);
    assert_int_equal(reply.result, JOB_FAILED);
    assert_non_null(strstr(str_z(fixture->arena, reply.texts[REPLY_PLACED]), "error[E931]"));
    assert_int_equal(reply.texts[REPLY_ENTRY].len, 0);
    assert_int_equal(names_in(fixture, &placing), 1);
    assert_int_equal(rmdir(placing.paths[1]), 0);
    assert_int_equal(rmdir(placing.folder), 0);
}

/* ---- several documents in one ---- */

/* Two councils, each with a key of its front sheet. */
static void two_inputs(struct fixture *fixture, const char *key, const char *const values[2],
                       struct job_input inputs[2])
{
    static const char *const paths[] = {"inputs/calderdale.yaml", "inputs/norfolk.yaml"};
    for (int i = 0; i < 2; i++) {
        struct str text = bytes_of(fixture, paths[i]);
        const char *head = "briefing:\n", *at = strstr(text.at, head);
        assert_non_null(at);
        size_t end = (size_t)(at - text.at) + strlen(head);
        struct str bytes = str_format(fixture->arena, STR_FMT "  %s: %s\n" STR_FMT,
                                      STR_ARG(str_part(text, 0, end)), key, values[i],
                                      STR_ARG(str_part(text, end, text.len)));
        inputs[i] = (struct job_input){.path = paths[i], .bytes = bytes};
    }
}

static void two_themes(struct fixture *fixture, struct job_input inputs[2])
{
    two_inputs(fixture, "theme", (const char *const[]){"plain", "exampleshire"}, inputs);
}

static const struct pages *lay_out_two(struct fixture *fixture, struct edition editions[2])
{
    struct job_input inputs[2];
    two_themes(fixture, inputs);
    fixture->env.length = LENGTH_FULL; /* with a list of contents */
    for (int i = 0; i < 2; i++)
        if (!edition_read(&fixture->env, &fixture->diags, &inputs[i], &editions[i]) ||
            !edition_choose(&fixture->env, &fixture->diags, &editions[i]) ||
            !edition_fill(&fixture->diags, &editions[i]) ||
            !edition_compose(&fixture->env, &fixture->diags, &editions[i]))
            expect_result(fixture, JOB_REFUSED, JOB_DONE);
    const struct pages *pages =
        editions_lay_out(&fixture->env, &fixture->diags, editions, 2,
                         &(struct joined_names){.title = STR("Two councils")});
    expect_result(fixture, pages ? JOB_DONE : JOB_REFUSED, JOB_DONE);
    return pages;
}

/* The part that an element stands in: 0 for the first document, 1 for the second. */
static uint32_t part_of(const struct pages *pages, element_id id)
{
    while (pages->elements[id].tag != TAG_PART) {
        assert_true(id > 0);
        id = pages->elements[id].parent;
    }
    assert_int_equal(pages->elements[id].parent, 0);
    return pages->elements[id].order;
}

static void the_structure_is_one_tree_of_two_parts(void **state)
{
    struct edition editions[2] = {{0}, {0}};
    const struct pages *pages = lay_out_two(*state, editions);
    size_t first = editions[0].pages->count, elements = editions[0].pages->element_count;
    assert_int_equal(pages->count, first + editions[1].pages->count);
    assert_int_equal(pages->element_count, 1 + elements + editions[1].pages->element_count);
    assert_int_equal(pages->documents, 2);
    assert_int_equal(pages->elements[0].tag, TAG_DOCUMENT);
    for (size_t i = 1; i < pages->element_count; i++) {
        const struct element *element = &pages->elements[i];
        assert_int_equal(part_of(pages, (element_id)i), i > elements);
        assert_true(element->page < 0 || ((size_t)element->page >= first) == (i > elements));
        for (size_t j = 0; j < element->header_count; j++)
            assert_int_equal(pages->elements[element->headers[j]].tag, TAG_TH);
    }
    for (size_t page = 0; page < pages->count; page++)
        for (size_t i = 0; i < pages->items[page].op_count; i++)
            if (pages->items[page].ops[i].element > 0)
                assert_int_equal(part_of(pages, pages->items[page].ops[i].element), page >= first);
}

static void bookmarks_lead_into_their_own_document(void **state)
{
    struct edition editions[2] = {{0}, {0}};
    const struct pages *pages = lay_out_two(*state, editions);
    size_t first = editions[0].pages->count, outermost = 0;
    assert_true(pages->bookmark_count > 10);
    for (size_t i = 0; i < pages->bookmark_count; i++) {
        const struct bookmark *bookmark = &pages->bookmarks[i];
        const struct element *heading = &pages->elements[bookmark->element];
        assert_true(str_equal(heading->title, bookmark->title));
        assert_int_equal(heading->page, bookmark->page);
        assert_int_equal(part_of(pages, bookmark->element), (size_t)bookmark->page >= first);
        outermost += bookmark->level == 1;
    }
    assert_int_equal(outermost, 2);
}

/* "Heading, page 7" is what a link of the contents says that it leads to. */
static bool names_its_page(struct fixture *fixture, const struct pages *pages,
                           const struct link *link)
{
    const struct element *heading = &pages->elements[link->destination];
    struct str wanted = str_format(fixture->arena, STR_FMT ", page %d", STR_ARG(heading->title),
                                   (int)heading->page + 1);
    return str_equal(link->description, wanted);
}

static void links_lead_into_their_own_document(void **state)
{
    struct edition editions[2] = {{0}, {0}};
    const struct pages *pages = lay_out_two(*state, editions);
    size_t inside = 0, of_contents[2] = {0, 0};
    for (size_t page = 0; page < pages->count; page++)
        for (size_t i = 0; i < pages->items[page].link_count; i++) {
            const struct link *link = &pages->items[page].links[i];
            uint32_t part = part_of(pages, link->element);
            assert_int_equal(pages->elements[link->element].tag, TAG_LINK);
            if (link->destination < 0)
                continue;
            inside++;
            assert_int_equal(part_of(pages, link->destination), part);
            if (pages->elements[link->destination].title.len)
                of_contents[part] += names_its_page(*state, pages, link);
        }
    assert_true(inside > 50);
    assert_true(of_contents[0] > 3 && of_contents[1] > 3);
}

/* What a command says of the file or folder whose path is $1. */
static const char *output(struct fixture *fixture, const char *path, const char *command)
{
    struct str line = str_format(fixture->arena, "set -- %s; { %s; } 2>&1", path, command);
    FILE *pipe = popen(line.at, "r");
    assert_non_null(pipe);
    struct buf out = {.arena = fixture->arena};
    char part[4096];
    for (size_t n; (n = fread(part, 1, sizeof part, pipe)) > 0;)
        buf_add(&out, (struct str){part, n});
    const char *text = str_z(fixture->arena, buf_str(&out));
    if (pclose(pipe) != 0)
        fail_msg("%s: %s", command, text);
    return text;
}

static void two_documents_make_one_sound_pdf(void **state)
{
    struct fixture *fixture = *state;
    struct job_input inputs[2];
    two_themes(fixture, inputs);
    const struct job job = {
        .inputs = inputs, .count = 2, .makes = PDF, .names = {.title = STR("Two councils")}};
    const struct job_made made = run(fixture, &job);
    char path[] = "/tmp/councilbrief-joined-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0 && write(file, made.files[0].bytes.at, made.files[0].bytes.len) ==
                                 (ssize_t)made.files[0].bytes.len);
    close(file);
    output(fixture, path, "qpdf --check \"$1\"");
    output(fixture, path, "python3 tests/tools/pdfcheck.py \"$1\"");
    const char *text = output(fixture, path, "pdftotext -layout \"$1\" -");
    for (size_t page = 1; page <= made.pages; page++) {
        struct str number = str_format(fixture->arena, "Page %zu of %zu\n", page, made.pages);
        if (!strstr(text, number.at))
            fail_msg("no " STR_FMT, STR_ARG(number));
    }
    assert_non_null(strstr(output(fixture, path, "pdfinfo \"$1\""), "Two councils"));
    unlink(path);
}

static size_t count_shared(const struct fixture *fixture, const struct code *code)
{
    size_t count = 0;
    for (size_t i = 0; i < fixture->diags.shared->items.count; i++)
        count += fixture->diags.shared->items.items[i].code == code;
    return count;
}

static void warnings_of_all_templates_are_told(void **state)
{
    struct fixture *fixture = *state;
    char folder[] = "/tmp/councilbrief-templates-XXXXXX";
    assert_non_null(mkdtemp(folder));
    output(fixture, folder,
           "cp -r templates/. \"$1\" && for one in briefing committee; do echo A part. "
           ">\"$1/$one/part.md\"; done");
    fixture->env.templates = folder;
    fixture->env.bounds = (struct bounds){0};
    struct job_input inputs[2];
    two_inputs(fixture, "template", (const char *const[]){"briefing", "committee"}, inputs);
    const struct job job = {
        .inputs = inputs, .count = 2, .makes = PDF, .names = {.title = STR("Two councils")}};
    run(fixture, &job);
    assert_int_equal(count_shared(fixture, &W341), 2);
    assert_true(fixture->diags.shared->inputs->list.count > 20); /* files of both */
    output(fixture, folder, "rm -r \"$1\"");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_specification_may_come_as_bytes),
        TEST(only_what_is_asked_for_is_made),
        TEST(nothing_is_made_of_what_is_refused),
        TEST(the_structure_is_one_tree_of_two_parts),
        TEST(bookmarks_lead_into_their_own_document),
        TEST(links_lead_into_their_own_document),
        TEST(two_documents_make_one_sound_pdf),
        TEST(warnings_of_all_templates_are_told),
        TEST(files_follow_the_bytes_without_another_process),
        TEST(of_two_files_none_is_placed_where_one_cannot_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
