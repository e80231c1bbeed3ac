/* Objects of a file: how what they hold is spelt, and that libharu's faults are never lost. */
#include "support/cmocka.h"

#include "pdf/file/objects.h"
#include "support/pdf_reader.h"

#include <stdlib.h>
#include <string.h>

struct fixture {
    struct arena *arena;
    struct pdf_deflater *deflater;
    struct objects objects;
    struct object *object; /* a dictionary */
};

static int set_up(void **state)
{
    struct arena *arena = arena_new();
    struct fixture *fixture = ARENA_NEW(arena, struct fixture);
    fixture->arena = arena;
    fixture->deflater = pdf_deflater_new(EFFORT_QUICK);
    objects_open(&fixture->objects, arena, fixture->deflater);
    fixture->object = objects_dict(&fixture->objects);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    objects_close(&fixture->objects);
    pdf_deflater_free(fixture->deflater);
    arena_free(fixture->arena);
    return 0;
}

static void expect_text(const struct object *object, const char *expected)
{
    assert_string_equal(buf_str(&object->text).at, expected);
}

/* ---- how it is spelt ---- */

static void test_values_stand_apart_only_where_they_must(void **state)
{
    struct object *object = ((struct fixture *)*state)->object;
    object_put_name(object, "S", "TH");
    object_put_number(object, "N", -3);
    object_put_true(object, "Marked");
    object_put(object, "P", &(struct object){.number = 12});
    object_open_array(object, "K");
    object_add_number(object, 0);
    object_add_number(object, 1);
    object_add(object, &(struct object){.number = 7});
    object_add_name(object, "XYZ");
    object_add_number(object, 2);
    object_close_array(object);
    object_put_number(object, "F", 4);
    expect_text(object, "/S/TH/N -3/Marked true/P 12 0 R/K[0 1 7 0 R/XYZ 2]/F 4");
}

static void test_dictionaries_and_arrays_stand_inside_each_other(void **state)
{
    struct object *object = ((struct fixture *)*state)->object;
    object_open_array(object, "K");
    object_add_number(object, 1);
    object_open_dict(object, NULL);
    object_put_name(object, "Type", "MCR");
    object_close_dict(object);
    object_add_number(object, 2);
    object_open_array(object, NULL);
    object_close_array(object);
    object_close_array(object);
    object_open_dict(object, "A");
    object_close_dict(object);
    expect_text(object, "/K[1<</Type/MCR>>2[]]/A<<>>");
}

static void test_strings_are_escaped_or_hexadecimal(void **state)
{
    struct object *object = ((struct fixture *)*state)->object;
    object_put_bytes(object, "A", STR("a (b) \\ c/d"));
    object_put_bytes(object, "B", STR("\x01\xFF"));
    object_put_bytes(object, "C", STR(""));
    object_put_bytes(object, "D", STR_NONE);
    object_put_bytes(object, "E", STR("two\nlines"));
    expect_text(object, "/A(a \\(b\\) \\\\ c/d)/B<01FF>/C()/D()/E<74776F0A6C696E6573>");
}

static void test_text_for_people_is_utf_16_unless_it_is_all_ascii(void **state)
{
    struct object *object = ((struct fixture *)*state)->object;
    object_put_text(object, "A", STR("Foo (1)"));
    object_put_text(object, "B", STR("\xE2\x82\xAC\xF0\x9F\x8F\x9B"));
    expect_text(object, "/A(Foo \\(1\\))/B<FEFF20ACD83CDFDB>");
}

static void test_names_hold_any_byte(void **state)
{
    struct object *object = ((struct fixture *)*state)->object;
    object_put_name(object, "S", "a b#/(\xC3\xA9)");
    object_put_name(object, "T", "ABCDEF+Lato-Bold");
    expect_text(object, "/S/a#20b#23#2F#28#C3#A9#29/T/ABCDEF+Lato-Bold");
}

static void test_lengths_are_in_points_and_parts_to_a_thousandth(void **state)
{
    struct object *object = ((struct fixture *)*state)->object;
    object_put_rect(object, "Rect", 0, -1500, 595276, 841890);
    object_open_array(object, "W");
    object_add_part(object, 64);
    object_add_part(object, 16);
    object_add_part(object, -1);
    object_close_array(object);
    expect_text(object, "/Rect[0 -1.5 595.276 841.89]/W[2 0.5 -0.031]");
}

/* ---- the file ---- */

static void expect_start(struct str text, const char *expected)
{
    assert_true(text.len >= strlen(expected));
    assert_memory_equal(text.at, expected, strlen(expected));
}

static void expect_end(struct str text, const char *expected)
{
    assert_true(text.len >= strlen(expected));
    assert_memory_equal(text.at + text.len - strlen(expected), expected, strlen(expected));
}

static struct str saved(struct fixture *fixture)
{
    struct str bytes = pdf_save(&fixture->objects);
    assert_int_equal(fixture->objects.fault, 0);
    assert_non_null(bytes.at);
    return bytes;
}

static struct str read(struct fixture *fixture, struct str file, const struct object *object)
{
    return pdf_read_object(fixture->arena, file, object->number);
}

static void test_every_object_stands_where_the_file_says(void **state)
{
    struct fixture *fixture = *state;
    struct objects *objects = &fixture->objects;
    struct object *array = objects_array(objects), *stream = objects_stream(objects, STR("abc"));
    object_add(array, fixture->object);
    object_put_name(fixture->object, "Type", "Test");
    object_put_name(stream, "Subtype", "XML");
    struct object *image = objects_jpeg(objects, STR("xyz"));
    struct str file = saved(fixture);
    assert_string_equal(read(fixture, file, array).at,
                        str_format(fixture->arena, "[%d 0 R]", (int)fixture->object->number).at);
    assert_string_equal(read(fixture, file, fixture->object).at, "<</Type/Test>>");
    expect_start(read(fixture, file, stream),
                 "<</Length 3/Subtype/XML>>\nstream\r\nabc\nendstream\nendobj\n");
    expect_start(read(fixture, file, image),
                 "<</Length 3/Filter/DCTDecode>>\nstream\r\nxyz\nendstream\nendobj\n");
    expect_start(file, "%PDF-1.7\n%");
    expect_end(file, "\n%%EOF\n");
}

static void test_what_libharu_writes_is_completed(void **state)
{
    struct fixture *fixture = *state;
    struct objects *objects = &fixture->objects;
    struct object *page = objects_page(objects, STR("q Q\n"));
    object_put_rect(page, "MediaBox", 0, 0, 100000, 200500);
    object_put_true(&objects->catalog, "OfTheCatalogue");
    object_put_true(&objects->info, "OfInfo");
    object_put_true(&objects->trailer, "OfTheTrailer");
    struct str file = saved(fixture);
    expect_start(read(fixture, file, page), "<<\n/Type /Page\n");
    expect_end(read(fixture, file, page), "/MediaBox[0 0 100 200.5]>>");
    expect_end(read(fixture, file, &objects->catalog), "/OfTheCatalogue true>>");
    assert_string_equal(read(fixture, file, &objects->info).at, "<<\n/OfInfo true>>");
    struct str trailer = pdf_read_trailer(fixture->arena, file);
    assert_non_null(strstr(trailer.at, "/OfTheTrailer true/Root 1 0 R/Info 3 0 R/ID[<"));
}

/* libharu gives each stream of its own a number for the length, which ours do without. */
static void test_a_number_that_nothing_has_is_free(void **state)
{
    struct fixture *fixture = *state;
    struct object *page = objects_page(&fixture->objects, STR("q Q\n"));
    struct object *last = objects_dict(&fixture->objects);
    struct str file = saved(fixture);
    int free_numbers = 0;
    for (int32_t number = page->number + 1; number < last->number; number++)
        free_numbers += pdf_read_is_free(fixture->arena, file, number);
    assert_int_equal(free_numbers, 1);
    assert_true(pdf_read_is_free(fixture->arena, file, 0));
    assert_false(pdf_read_is_free(fixture->arena, file, last->number));
}

static void test_many_objects_are_in_several_packs(void **state)
{
    enum { MANY = 1203 };
    struct fixture *fixture = *state;
    struct object *made[MANY];
    for (int i = 0; i < MANY; i++) {
        made[i] = objects_dict(&fixture->objects);
        object_put_number(made[i], "N", i);
    }
    struct str file = saved(fixture);
    for (int i = 0; i < MANY; i += 200)
        assert_string_equal(read(fixture, file, made[i]).at,
                            str_format(fixture->arena, "<</N %d>>", i).at);
    assert_string_equal(read(fixture, file, made[MANY - 1]).at, "<</N 1202>>");
}

/* ---- libharu's faults ---- */

static void test_a_fault_of_the_library_stays_and_nothing_is_saved(void **state)
{
    struct objects *objects = &((struct fixture *)*state)->objects;
    assert_int_not_equal(objects_dict(objects)->number, 0);
    HPDF_Dict_Add(objects->haru->catalog, "Nothing", NULL);
    assert_int_equal(objects_dict(objects)->number, 0);
    assert_int_equal(objects->fault, HPDF_INVALID_OBJECT);
    HPDF_Dict_GetItem(objects->haru->catalog, "Type", HPDF_OCLASS_ARRAY); /* it is a name */
    assert_int_equal(objects_page(objects, STR("q Q\n"))->number, 0);
    assert_null(pdf_save(objects).at);
    assert_int_equal(objects->fault, HPDF_INVALID_OBJECT);
}

static int memory_left; /* allocations until there is no more; libharu's functions take no state */

static void *scarce(HPDF_UINT size)
{
    return memory_left-- > 0 ? malloc(size) : NULL;
}

/* Makes a document for which memory runs out; absent when it did before the end. */
static struct str made_with(struct fixture *fixture, int allocations)
{
    struct objects objects;
    objects_open(&objects, fixture->arena, fixture->deflater);
    memory_left = allocations;
    objects.haru->mmgr->alloc_fn = scarce;
    for (int i = 0; i < 3; i++) {
        struct object *page = objects_page(&objects, STR("q Q\n"));
        object_put(page, "Other", objects_dict(&objects));
    }
    struct str bytes = pdf_save(&objects);
    if (!bytes.at)
        assert_int_not_equal(objects.fault, 0); /* not always that of memory: libharu goes on */
    objects_close(&objects);
    return bytes;
}

static void test_a_document_is_whole_or_not_made_when_memory_runs_out(void **state)
{
    enum { ENOUGH = 10000 };
    struct fixture *fixture = *state;
    struct str whole = made_with(fixture, ENOUGH);
    assert_non_null(whole.at);
    int needed = 0;
    for (struct str bytes = STR_NONE; !bytes.at; needed++) {
        bytes = made_with(fixture, needed);
        assert_true(!bytes.at || str_equal(bytes, whole));
    }
    assert_in_range(needed, 50, ENOUGH - 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_values_stand_apart_only_where_they_must),
        TEST(test_dictionaries_and_arrays_stand_inside_each_other),
        TEST(test_strings_are_escaped_or_hexadecimal),
        TEST(test_text_for_people_is_utf_16_unless_it_is_all_ascii),
        TEST(test_names_hold_any_byte),
        TEST(test_lengths_are_in_points_and_parts_to_a_thousandth),
        TEST(test_every_object_stands_where_the_file_says),
        TEST(test_what_libharu_writes_is_completed),
        TEST(test_a_number_that_nothing_has_is_free),
        TEST(test_many_objects_are_in_several_packs),
        TEST(test_a_fault_of_the_library_stays_and_nothing_is_saved),
        TEST(test_a_document_is_whole_or_not_made_when_memory_runs_out),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
