/* Paths that a specification names: inside the project, or refused, whatever leads there. */
#include "support/cmocka.h"

#include "files/path.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
    struct arena *arena;
    char *before;    /* the working folder to go back to */
    char folder[32]; /* holds the folders project and elsewhere */
};

static void touch(const char *path)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fclose(file);
}

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->arena = arena_new();
    fixture->before = getcwd(NULL, 0);
    snprintf(fixture->folder, sizeof fixture->folder, "/tmp/test_path.XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    assert_int_equal(chdir(fixture->folder), 0);
    mkdir("project", 0777);
    mkdir("project/specs", 0777);
    mkdir("project/data", 0777);
    mkdir("project-2", 0777);
    touch("project/data/t.csv");
    touch("project/specs/own.csv");
    touch("project-2/t.csv");
    assert_int_equal(symlink("../data/t.csv", "project/specs/link.csv"), 0);
    assert_int_equal(symlink("../../project-2", "project/specs/out"), 0);
    assert_int_equal(symlink("nowhere", "project/specs/dead"), 0);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    static const char *const made[] = {"project/specs/link.csv",
                                       "project/specs/out",
                                       "project/specs/dead",
                                       "project/specs/own.csv",
                                       "project/data/t.csv",
                                       "project-2/t.csv",
                                       "project/specs",
                                       "project/data",
                                       "project",
                                       "project-2"};
    assert_int_equal(chdir(fixture->folder), 0);
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        remove(made[i]);
    assert_int_equal(chdir(fixture->before), 0);
    rmdir(fixture->folder);
    free(fixture->before);
    arena_free(fixture->arena);
    free(fixture);
    return 0;
}

static void assert_fault(struct fixture *fixture, const char *from, const char *file,
                         enum path_fault expected)
{
    enum path_fault fault;
    const char *path = path_inside(fixture->arena, NULL, from, str_from(file), &fault);
    if (fault != expected || (path != NULL) != (expected == PATH_SOUND))
        fail_msg("%s from %s: fault %d, not %d", file, from, fault, expected);
}

static void the_project_is_the_working_folder(void **state)
{
    struct fixture *fixture = *state;
    enum path_fault fault;
    assert_int_equal(chdir("project"), 0);
    const char *spec = "specs/a.yaml";
    assert_string_equal(path_inside(fixture->arena, NULL, spec, STR("../data/t.csv"), &fault),
                        "data/t.csv");
    assert_string_equal(path_inside(fixture->arena, NULL, spec, STR("link.csv"), &fault),
                        "data/t.csv");
    assert_string_equal(path_inside(fixture->arena, NULL, spec, STR("./own.csv"), &fault),
                        "specs/own.csv");
    assert_fault(fixture, spec, "../../project-2/t.csv", PATH_OUTSIDE);
    assert_fault(fixture, spec, "out/t.csv", PATH_OUTSIDE);
    assert_fault(fixture, spec, "dead", PATH_MISSING);
    assert_fault(fixture, spec, "../data/u.csv", PATH_MISSING);
    assert_fault(fixture, spec, "/etc/passwd", PATH_ABSOLUTE);
}

static void a_specification_from_elsewhere_has_its_own_folder(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(chdir("project-2"), 0);
    assert_fault(fixture, "../project/specs/a.yaml", "own.csv", PATH_SOUND);
    assert_fault(fixture, "../project/specs/a.yaml", "../data/t.csv", PATH_OUTSIDE);
    assert_fault(fixture, "../project/specs/a.yaml", "../../project-2/t.csv", PATH_OUTSIDE);
}

static void a_specification_named_from_the_root_is_the_same(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(chdir("project"), 0);
    const char *spec = str_format(fixture->arena, "%s/project/specs/a.yaml", fixture->folder).at;
    assert_fault(fixture, spec, "../data/t.csv", PATH_SOUND);
    assert_fault(fixture, spec, "../../project-2/t.csv", PATH_OUTSIDE);
    assert_int_equal(chdir("/"), 0);
    assert_fault(fixture, spec, "own.csv", PATH_SOUND);
    assert_fault(fixture, spec, "../data/t.csv", PATH_OUTSIDE);
}

static void a_path_from_the_root_is_told_from_the_folder(void **state)
{
    struct fixture *fixture = *state;
    struct arena *arena = fixture->arena;
    assert_int_equal(chdir("project"), 0);
    static const struct {
        const char *file, *named;
    } cases[] = {
        {"project/data/t.csv", "../data/t.csv"},
        {"project/specs/own.csv", "own.csv"},
        {"project/specs/link.csv", "../data/t.csv"},
        {"project", ".."},
        {"project/specs", "."},
        {"project-2/t.csv", NULL},
        {"project/data/u.csv", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str file = str_format(arena, "%s/%s", fixture->folder, cases[i].file);
        struct str named = path_from_folder(arena, NULL, "specs/a.yaml", file);
        assert_true(cases[i].named ? str_is(named, cases[i].named) : !named.at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_project_is_the_working_folder, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_specification_from_elsewhere_has_its_own_folder, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_specification_named_from_the_root_is_the_same, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_path_from_the_root_is_told_from_the_folder, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
