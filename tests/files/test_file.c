/* Files and folders: what is opened, what is refused, and that half a file is no file. */
#include "support/cmocka.h"

#include "files/file.h"
#include "files/path.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
    struct arena *arena;
    char folder[32];
};

static const char *at(struct fixture *fixture, const char *name)
{
    return str_format(fixture->arena, "%s/%s", fixture->folder, name).at;
}

static void put(struct fixture *fixture, const char *name, const char *text)
{
    int file = open(at(fixture, name), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), strlen(text));
    close(file);
}

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->arena = arena_new();
    strcpy(fixture->folder, "/tmp/test_file.XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    static const char *const made[] = {"a.yaml", "b.yaml", "in/link", "in/own", "in", "pipe"};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        remove(at(fixture, made[i]));
    assert_int_equal(rmdir(fixture->folder), 0);
    arena_free(fixture->arena);
    free(fixture);
    return 0;
}

static enum file_fault verdict(struct fixture *fixture, const char *path,
                               const struct bounds *bounds, size_t limit)
{
    struct file file;
    struct str bytes;
    bool good = file_read(fixture->arena, path, bounds, limit, &bytes, &file);
    assert_int_equal(good, file.fault == FILE_SOUND);
    assert_int_equal(file.descriptor, -1);
    return file.fault;
}

static void only_plain_files_of_a_sane_size_are_read(void **state)
{
    struct fixture *fixture = *state;
    put(fixture, "a.yaml", "four");
    assert_int_equal(mkfifo(at(fixture, "pipe"), 0666), 0);
    assert_int_equal(verdict(fixture, at(fixture, "a.yaml"), NULL, 4), FILE_SOUND);
    assert_int_equal(verdict(fixture, at(fixture, "a.yaml"), NULL, 3), FILE_TOO_LARGE);
    assert_int_equal(verdict(fixture, at(fixture, "none"), NULL, 4), FILE_MISSING);
    assert_int_equal(verdict(fixture, at(fixture, "a.yaml/none"), NULL, 4), FILE_MISSING);
    assert_int_equal(verdict(fixture, at(fixture, "pipe"), NULL, 4), FILE_IS_DEVICE);
    assert_int_equal(verdict(fixture, "/dev/null", NULL, 4), FILE_IS_DEVICE);
    assert_int_equal(verdict(fixture, fixture->folder, NULL, 4), FILE_IS_FOLDER);
}

static void a_file_that_changes_is_refused(void **state)
{
    struct fixture *fixture = *state;
    static const char *const later[] = {"longer than it was", "cut", "same"};
    for (size_t i = 0; i < sizeof later / sizeof *later; i++) {
        put(fixture, "a.yaml", "four");
        const struct timespec past[2] = {{1000, 0}, {1000, 0}};
        assert_int_equal(utimensat(AT_FDCWD, at(fixture, "a.yaml"), past, 0), 0);
        struct file file = file_open(fixture->arena, at(fixture, "a.yaml"), NULL);
        struct str bytes;
        put(fixture, "a.yaml", later[i]);
        assert_false(file_take(fixture->arena, &file, 100, &bytes));
        assert_int_equal(file.fault, FILE_CHANGED);
    }
}

static void what_another_opened_is_looked_at_too(void **state)
{
    struct fixture *fixture = *state;
    put(fixture, "a.yaml", "four");
    struct file file = file_adopt(open(at(fixture, "a.yaml"), O_RDONLY));
    struct str bytes;
    assert_true(file_take(fixture->arena, &file, 4, &bytes));
    assert_true(str_is(bytes, "four"));
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(file_adopt(ends[0]).fault, FILE_IS_DEVICE); /* which closed it */
    close(ends[1]);
}

static void no_link_leads_out_of_the_bounds(void **state)
{
    struct fixture *fixture = *state;
    put(fixture, "a.yaml", "four");
    assert_int_equal(mkdir(at(fixture, "in"), 0777), 0);
    put(fixture, "in/own", "own");
    assert_int_equal(symlink("../a.yaml", at(fixture, "in/link")), 0);
    const struct bounds inner = {{path_real(fixture->arena, at(fixture, "in"))}};
    const struct bounds outer = {{STR_NONE, path_real(fixture->arena, fixture->folder)}};
    assert_int_equal(verdict(fixture, at(fixture, "in/own"), &inner, 9), FILE_SOUND);
    assert_int_equal(verdict(fixture, at(fixture, "in/link"), &inner, 9), FILE_OUTSIDE);
    assert_int_equal(verdict(fixture, at(fixture, "in/../a.yaml"), &inner, 9), FILE_OUTSIDE);
    assert_int_equal(verdict(fixture, at(fixture, "in/link"), &outer, 9), FILE_SOUND);
    assert_int_equal(verdict(fixture, at(fixture, "in/link"), NULL, 9), FILE_SOUND);
}

static void names_are_sorted_and_whole(void **state)
{
    struct fixture *fixture = *state;
    struct folder_names names;
    put(fixture, "b.yaml", "");
    put(fixture, "a.yaml", "");
    assert_true(folder_list(fixture->arena, fixture->folder, &names));
    assert_int_equal(names.count, 2);
    assert_string_equal(names.items[0], "a.yaml");
    assert_string_equal(names.items[1], "b.yaml");
    assert_false(folder_list(fixture->arena, at(fixture, "none"), &names));
    assert_int_equal(errno, ENOENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(only_plain_files_of_a_sane_size_are_read),
        TEST(a_file_that_changes_is_refused),
        TEST(what_another_opened_is_looked_at_too),
        TEST(no_link_leads_out_of_the_bounds),
        TEST(names_are_sorted_and_whole),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
