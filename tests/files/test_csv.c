/* Tables in CSV: what is accepted, what is refused and where, and random tables there and back. */
#include "data/data_codes.h"
#include "diag/diag_codes.h"
#include "files/files_codes.h"
#include "support/cmocka.h"

#include "base/limits.h"
#include "diag/diag.h"
#include "files/csv.h"

#include <stdlib.h>
#include <string.h>

struct fixture {
    struct arena *arena;
    struct diags diags;
    const struct csv *csv;
};

static void open_bytes(struct fixture *fixture, struct str text)
{
    fixture->arena = arena_new();
    diags_init(&fixture->diags, fixture->arena);
    const struct source *source =
        source_from_text_as(fixture->arena, &fixture->diags, "table.csv", text, SOURCE_TABLE);
    fixture->csv = source ? csv_from_source(fixture->arena, &fixture->diags, source, NULL) : NULL;
}

static void close_table(struct fixture *fixture)
{
    arena_free(fixture->arena);
}

static void assert_cell(struct fixture *fixture, size_t row, size_t column, const char *text)
{
    struct str cell = csv_text(fixture->arena, fixture->csv, row, column);
    if (!str_is(cell, text))
        fail_msg("row %zu, column %zu: `" STR_FMT "`, not `%s`", row, column, STR_ARG(cell), text);
}

static void assert_place(struct fixture *fixture, size_t row, size_t column, uint32_t line,
                         uint32_t place, const char *bytes)
{
    struct span span = csv_span(fixture->csv, row, column);
    struct position position = source_position(span.source, span.start);
    assert_int_equal(position.line, line);
    assert_int_equal(position.column, place);
    assert_true(str_is(span_text(span), bytes));
}

static void cells_are_texts_with_places(void **state)
{
    (void)state;
    struct fixture fixture;
    open_bytes(&fixture, STR("name, code ,note\n"
                             "Bo\xC3\xB6t,E1,\"one, \"\"two\"\"\"\n"
                             ",  E2 ,\"a\nb\"\n"
                             "x,y,z"));
    assert_non_null(fixture.csv);
    assert_int_equal(fixture.csv->columns, 3);
    assert_int_equal(fixture.csv->rows, 3);
    assert_int_equal(csv_column(fixture.csv, STR("code")), 1);
    assert_int_equal(csv_column(fixture.csv, STR("Code")), 1); /* where none is so written */
    assert_int_equal(csv_column(fixture.csv, STR("codes")), 3);
    assert_cell(&fixture, 0, 2, "one, \"two\"");
    assert_cell(&fixture, 1, 0, "");
    assert_cell(&fixture, 1, 1, "E2");
    assert_cell(&fixture, 1, 2, "a\nb");
    assert_cell(&fixture, 2, 2, "z");
    assert_place(&fixture, 0, 1, 2, 6, "E1");
    assert_place(&fixture, 0, 2, 2, 9, "\"one, \"\"two\"\"\"");
    assert_place(&fixture, 2, 0, 5, 1, "x");
    close_table(&fixture);
}

static void marks_and_line_ends_are_accepted(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "a,b\n1,2\n3,4\n",
        "a,b\r\n1,2\r\n3,4\r\n",
        "a,b\r1,2\r3,4\r",
        "a,b\n1,2\n3,4",
        "\xEF\xBB\xBF\x61,b\n1,2\n3,4\n",
        "\n\na,b\n\n1,2\n,\n3,4\n \n,\n",
        "\"a\",\"b\"\n1,2\n3,4",
        "a,b\r\n1,2\r\r\n3,4\r",
        "a,b,\n1,2,,\n3,4,\n",
        "sep=,\na,b\n1,2\n3,4\n",
        "=\"a\",b\n1,=\"2\"\n\"=\"\"3\"\"\",4",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct fixture fixture;
        open_bytes(&fixture, str_from(texts[i]));
        assert_non_null(fixture.csv);
        assert_int_equal(fixture.csv->columns, 2);
        assert_int_equal(fixture.csv->rows, 2);
        assert_true(str_is(fixture.csv->names[0], "a"));
        assert_cell(&fixture, 0, 1, "2");
        assert_cell(&fixture, 1, 0, "3");
        close_table(&fixture);
    }
}

static void assert_refused(struct str text, const struct code *code, uint32_t line, uint32_t column)
{
    struct fixture fixture;
    open_bytes(&fixture, text);
    assert_null(fixture.csv);
    const struct diag *diag = &fixture.diags.items.items[0];
    assert_ptr_equal(diag->code, code);
    struct position position = source_position(diag->span.source, diag->span.start);
    if (position.line != line || position.column != column || !diag->hint.len)
        fail_msg("`" STR_FMT "` at %u:%u, not %u:%u, or without a hint", STR_ARG(diag->message),
                 position.line, position.column, line, column);
    close_table(&fixture);
}

static void faults_are_refused_where_they_stand(void **state)
{
    (void)state;
    assert_refused(STR(""), &E106, 1, 1);
    assert_refused(STR("\n,\n \r\n"), &E106, 1, 1);
    assert_refused(STR("a,b\n1,2\n1\n"), &E121, 3, 1);
    assert_refused(STR("a,b\n1,2,3\n"), &E121, 2, 1);
    assert_refused(STR("a,b\n1,\"2\n3,4\n"), &E122, 2, 3);
    assert_refused(STR("a,b\n1,\"2\"\"\n"), &E122, 2, 3);
    assert_refused(STR("a,b\n1,\"2\" \n"), &E123, 2, 6);
    assert_refused(STR("a,b\n1,2\"\n"), &E123, 2, 3);
    assert_refused(STR("a,b,a\n"), &E124, 1, 5);
    assert_refused(STR("a,,c\n1,2,3\n"), &E124, 1, 3);
    assert_refused(STR("a,b\ncaf\xE9,1\n"), &E104, 2, 4); /* Windows-1252 */
    assert_refused(STR("\xFF\xFE"
                       "a\0,\0b\0\n\0"),
                   &E104, 1, 1); /* UTF-16 */
    assert_refused(STR("a,b\n1,\0\n"), &E105, 2, 3);
    assert_refused(STR("a,b\n1,\x07\n"), &E105, 2, 3);
}

static void every_ragged_row_is_told(void **state)
{
    (void)state;
    struct fixture fixture;
    open_bytes(&fixture, STR("a,b\n1\n1,2\n1,2,3\n\"x\"y,2\n"));
    assert_null(fixture.csv);
    assert_int_equal(fixture.diags.errors, 3);
    close_table(&fixture);
}

static void columns_have_a_limit(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buf text = {.arena = arena};
    for (int i = 0; i < LIMIT_TABLE_COLUMNS; i++)
        buf_addf(&text, "%sc%d", i ? "," : "", i);
    struct fixture fixture;
    open_bytes(&fixture, buf_str(&text));
    assert_non_null(fixture.csv);
    close_table(&fixture);
    buf_addz(&text, ",one more");
    open_bytes(&fixture, buf_str(&text));
    assert_null(fixture.csv);
    assert_ptr_equal(fixture.diags.items.items[0].code, &E125);
    close_table(&fixture);
    arena_free(arena);
}

static void no_edit_is_suggested_in_a_table(void **state)
{
    (void)state;
    struct fixture fixture;
    open_bytes(&fixture, STR("a,b\n1,2\n"));
    struct span span = csv_span(fixture.csv, 0, 0);
    struct diag *diag = diag_report(&fixture.diags, &E205, span, "not a date");
    diag_suggest(&fixture.diags, diag, span, STR("2"));
    assert_null(diag->fix.span.source);
    close_table(&fixture);
}

/* ---- random tables ---- */

static uint32_t next_random(uint32_t *random)
{
    *random = *random * 1664525u + 1013904223u;
    return *random >> 8;
}

static struct str random_cell(struct arena *arena, uint32_t *random)
{
    static const char *const parts[] = {"a", "\"", ",", "\n", "\r\n", "\xC3\xA9", " ", "7"};
    struct buf out = {.arena = arena};
    buf_byte(&out, 'x'); /* so that nothing is trimmed, and no row is blank */
    for (uint32_t i = next_random(random) % 6; i > 0; i--)
        buf_addz(&out, parts[next_random(random) % 8]);
    buf_byte(&out, 'x');
    return buf_str(&out);
}

static void add_cell(struct buf *out, struct str text, bool quote)
{
    bool must = false;
    for (size_t i = 0; i < text.len; i++)
        must = must || strchr("\",\r\n", text.at[i]);
    if (!must && !quote) {
        buf_add(out, text);
        return;
    }
    buf_byte(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        buf_byte(out, text.at[i]);
        if (text.at[i] == '"')
            buf_byte(out, '"');
    }
    buf_byte(out, '"');
}

enum { RANDOM_TABLES = 300, ROWS = 7, COLUMNS = 4 };

static struct str random_table(struct arena *arena, uint32_t *random, struct str *cells)
{
    const char *end = next_random(random) % 2 ? "\n" : "\r\n";
    struct buf out = {.arena = arena};
    buf_addf(&out, "a,b,c,d%s", end);
    for (int i = 0; i < ROWS * COLUMNS; i++) {
        cells[i] = random_cell(arena, random);
        add_cell(&out, cells[i], next_random(random) % 3 == 0);
        buf_addz(&out, i % COLUMNS == COLUMNS - 1 ? end : ",");
    }
    return buf_str(&out);
}

static void what_was_written_is_read(void **state)
{
    (void)state;
    uint32_t random = 7;
    for (int round = 0; round < RANDOM_TABLES; round++) {
        struct arena *arena = arena_new();
        struct str cells[ROWS * COLUMNS];
        struct fixture fixture;
        open_bytes(&fixture, random_table(arena, &random, cells));
        assert_non_null(fixture.csv);
        assert_int_equal(fixture.csv->rows, ROWS);
        for (size_t i = 0; i < ROWS * COLUMNS; i++)
            assert_cell(&fixture, i / COLUMNS, i % COLUMNS, str_z(arena, cells[i]));
        close_table(&fixture);
        arena_free(arena);
    }
}

/* Broken tables are refused or read; either way every cell lies in the source, in order. */
static void broken_tables_do_no_harm(void **state)
{
    (void)state;
    static const char bytes[] = "\",\n\rx\0\xFF";
    uint32_t random = 11;
    for (int round = 0; round < RANDOM_TABLES; round++) {
        struct arena *arena = arena_new();
        struct str cells[ROWS * COLUMNS];
        struct str text = str_copy(arena, random_table(arena, &random, cells));
        for (uint32_t i = next_random(&random) % 4; i > 0; i--)
            ((char *)(uintptr_t)text.at)[next_random(&random) % text.len] =
                bytes[next_random(&random) % (sizeof bytes - 1)];
        struct fixture fixture;
        open_bytes(&fixture, text);
        assert_true(fixture.csv != NULL || fixture.diags.errors > 0);
        uint32_t at = 0;
        for (size_t i = 0; fixture.csv && i < (fixture.csv->rows + 1) * fixture.csv->columns; i++) {
            assert_true(fixture.csv->cells[i].start >= at);
            at = fixture.csv->cells[i].end;
            assert_true(at <= fixture.csv->source->text.len);
        }
        close_table(&fixture);
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_texts_with_places),
        cmocka_unit_test(marks_and_line_ends_are_accepted),
        cmocka_unit_test(faults_are_refused_where_they_stand),
        cmocka_unit_test(every_ragged_row_is_told),
        cmocka_unit_test(columns_have_a_limit),
        cmocka_unit_test(no_edit_is_suggested_in_a_table),
        cmocka_unit_test(what_was_written_is_read),
        cmocka_unit_test(broken_tables_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
