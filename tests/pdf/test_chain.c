/* From blocks to a PDF with real fonts: structure over pages, text that can be found again, and
   damaged fonts. With COUNCILBRIEF_KEEP_PDF set to a folder the documents are kept there. */
#include "support/cmocka.h"

#include "layout/fixture.h"
#include "pdf/pdf.h"

#include "brief/spec.h"

#include <sys/wait.h>
#include <unistd.h>

#define FONTS "/usr/share/fonts/truetype/"

enum { CREATED = 1768469400, DAMAGED_FONTS = 200 };

struct chain {
    struct fixture *fixture;
    const struct fonts *fonts;
    struct metrics *metrics;
    char path[64];
};

static void name_fonts(struct theme *theme)
{
    static const char *const names[] = {"lato/Lato-Regular.ttf", "lato/Lato-Italic.ttf",
                                        "lato/Lato-Bold.ttf",    "lato/Lato-BoldItalic.ttf",
                                        "lato/Lato-Bold.ttf",    "dejavu/DejaVuSans.ttf"};
    static char paths[sizeof names / sizeof *names][80];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(paths[i], sizeof paths[i], FONTS "%s", names[i]);
        theme->fonts[i] = str_from(paths[i]);
    }
    theme->fallback_count = 1;
}

static int set_up(void **state)
{
    struct chain *chain = calloc(1, sizeof *chain);
    fixture_setup((void **)&chain->fixture);
    struct fixture *fixture = chain->fixture;
    name_fonts(&fixture->theme);
    fixture->theme.styles[STYLE_TITLE].face = FACE_HEADING;
    fixture->theme.band = (struct colour){230, 235, 240};
    fixture->request.title = STR("A chain");
    chain->fonts = fonts_read(fixture->arena, &fixture->diags, &fixture->theme);
    if (!chain->fonts)
        fail_msg("the fonts are missing: run make deps");
    chain->metrics = metrics_new(fixture->arena, &fixture->diags, chain->fonts);
    fixture->request.metrics = chain->metrics;
    strcpy(chain->path, "/tmp/councilbrief-chain-XXXXXX");
    close(mkstemp(chain->path));
    *state = chain;
    return 0;
}

static int tear_down(void **state)
{
    struct chain *chain = *state;
    unlink(chain->path);
    metrics_free(chain->metrics);
    fixture_teardown((void **)&chain->fixture);
    free(chain);
    return 0;
}

/* ---- making and looking ---- */

static void write_bytes(const char *path, struct str bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.at, 1, bytes.len, file), bytes.len);
    fclose(file);
}

static void keep(struct chain *chain, const char *name, struct str bytes)
{
    const char *folder = getenv("COUNCILBRIEF_KEEP_PDF");
    if (folder)
        write_bytes(str_format(chain->fixture->arena, "%s/%s.pdf", folder, name).at, bytes);
}

static const struct pages *make(struct chain *chain, const char *name)
{
    struct fixture *fixture = chain->fixture;
    const struct pages *pages = fixture_lay(fixture);
    if (!pages)
        diags_print(&fixture->diags, stderr, false, DIAG_ALL);
    assert_non_null(pages);
    const struct pdf_request request = {pages, (const struct fonts *const[]){chain->fonts}, CREATED,
                                        NULL};
    struct str bytes = pdf_bytes(fixture->arena, &fixture->diags, &request);
    if (!bytes.at)
        diags_print(&fixture->diags, stderr, false, DIAG_ALL);
    assert_non_null(bytes.at);
    write_bytes(chain->path, bytes);
    keep(chain, name, bytes);
    return pages;
}

/* What a command says that has the PDF's path as $1. */
static struct str output(struct chain *chain, const char *command)
{
    struct arena *arena = chain->fixture->arena;
    struct str line = str_format(arena, "set -- %s; { %s; } 2>&1", chain->path, command);
    FILE *pipe = popen(line.at, "r");
    assert_non_null(pipe);
    struct buf out = {.arena = arena};
    char part[4096];
    for (size_t n; (n = fread(part, 1, sizeof part, pipe)) > 0;)
        buf_add(&out, (struct str){part, n});
    int status = pclose(pipe);
    if (status != 0)
        fprintf(stderr, "%s: %s\n", command, out.at);
    assert_int_equal(status, 0);
    return str_copy(arena, buf_str(&out));
}

static void expect_sound(struct chain *chain)
{
    output(chain, "qpdf --check \"$1\"");
    output(chain, "python3 tests/tools/pdfcheck.py \"$1\"");
}

static void expect_part(struct str text, const char *part)
{
    if (!strstr(text.at, part))
        fprintf(stderr, "no \"%s\" in: %s\n", part, text.at);
    assert_non_null(strstr(text.at, part));
}

static size_t count_parts(struct str text, const char *part)
{
    size_t count = 0;
    for (const char *at = text.at; (at = strstr(at, part)) != NULL; at++)
        count++;
    return count;
}

/* ---- over pages ---- */

static struct block *add_child(struct fixture *fixture, struct block *parent, enum block_kind kind,
                               const char *text)
{
    return fixture_block(fixture, parent, kind, text);
}

static const char *many_words(struct fixture *fixture, const char *word, int count)
{
    struct buf text = {.arena = fixture->arena};
    for (int i = 0; i < count; i++)
        buf_addf(&text, "%s%03d ", word, i);
    return str_z(fixture->arena, buf_str(&text));
}

static void paragraphs_and_items_go_on_over_pages(void **state)
{
    struct chain *chain = *state;
    struct fixture *fixture = chain->fixture;
    add_heading(fixture, 1, "Title");
    add_paragraph(fixture, many_words(fixture, "word", 300));
    struct block *list = add_child(fixture, fixture->document, BLOCK_LIST, NULL);
    struct block *item = add_child(fixture, list, BLOCK_ITEM, NULL);
    add_child(fixture, item, BLOCK_PARAGRAPH, many_words(fixture, "item", 300));
    struct block *inner = add_child(fixture, item, BLOCK_LIST, NULL);
    add_child(fixture, add_child(fixture, inner, BLOCK_ITEM, NULL), BLOCK_PARAGRAPH, "inner item");
    add_child(fixture, list, BLOCK_ITEM, NULL); /* an empty one */
    const struct pages *pages = make(chain, "paragraphs");
    assert_true(pages->count >= 4);
    expect_sound(chain);
    struct str structure = output(chain, "pdfinfo -struct-text \"$1\"");
    assert_int_equal(count_parts(structure, "  P (block)\n"), 3);
    struct str text = output(chain, "pdfinfo -struct-text \"$1\" | tr -d '\\n\" '");
    for (int i = 0; i < 300; i += 7) {
        expect_part(text, str_format(fixture->arena, "word%03d", i).at);
        expect_part(text, str_format(fixture->arena, "item%03d", i).at);
    }
    output(chain, "qpdf --qdf \"$1\" - | grep -a -q /MCR");
}

/* ---- tables ---- */

/* Heads of two levels; `rows` rows under them, whose row heads each take two. */
static struct table *new_table(struct fixture *fixture, size_t rows)
{
    enum { COLUMNS = 4, HEADS = 2 };
    static const struct column columns[COLUMNS] = {
        {.weight = 2}, {.weight = 1}, {.weight = 1}, {.weight = 1}};
    static const char *const heads[HEADS * COLUMNS] = {"Area", "Kind", "Grade", NULL,
                                                       NULL,   NULL,   "2015",  "2017"};
    struct cell *cells = ARENA_ARRAY(fixture->arena, struct cell, (rows + HEADS) * COLUMNS);
    for (size_t i = 0; i < HEADS * COLUMNS; i++)
        cells[i].inlines = heads[i] ? fixture_inline(fixture, heads[i]) : NULL;
    cells[0].row_span = cells[1].row_span = cells[2].column_span = 2;
    for (size_t row = HEADS; row < rows + HEADS; row++) {
        struct cell *at = &cells[row * COLUMNS];
        at[0].inlines = fixture_inline(
            fixture, str_format(fixture->arena, "area %zu of the county council", row / 2).at);
        at[0].header = at[1].header = true;
        at[0].row_span = 2;
        at[1].inlines = fixture_inline(fixture, row % 2 ? "before" : "after");
        at[2].inlines = row % 3 ? fixture_inline(fixture, "good") : NULL; /* some are empty */
        at[3].inlines = fixture_inline(fixture, "weak");
    }
    struct table *table = ARENA_NEW(fixture->arena, struct table);
    *table = (struct table){.caption = fixture_inline(fixture, "Grades by area"),
                            .columns = columns,
                            .column_count = COLUMNS,
                            .cells = cells,
                            .row_count = rows + HEADS,
                            .header_rows = HEADS};
    return table;
}

static void tables_of_two_levels_go_on_over_pages(void **state)
{
    struct chain *chain = *state;
    struct fixture *fixture = chain->fixture;
    add_heading(fixture, 1, "Title");
    add_table(fixture, new_table(fixture, 40));
    const struct pages *pages = make(chain, "levels");
    assert_true(pages->count >= 4);
    expect_sound(chain);
    struct str structure = output(chain, "pdfinfo -struct-text \"$1\"");
    assert_int_equal(count_parts(structure, "\"Grade\""), 1); /* repeated heads are no content */
    assert_int_equal(count_parts(structure, " TR\n"), 42);
    assert_int_equal(count_parts(structure, "/RowSpan 2"), 22);
    expect_part(structure, "/ColSpan 2");
}

static void a_cell_goes_on_over_pages(void **state)
{
    struct chain *chain = *state;
    struct fixture *fixture = chain->fixture;
    struct table *table = new_table(fixture, 2);
    struct cell *cell = (struct cell *)&table->cells[2 * table->column_count + 2];
    cell->inlines = fixture_inline(fixture, many_words(fixture, "cell", 60));
    add_heading(fixture, 1, "Title");
    add_table(fixture, table);
    const struct pages *pages = make(chain, "cell");
    assert_true(pages->count >= 3);
    expect_sound(chain);
    expect_part(output(chain, "pdfinfo -struct-text \"$1\" | tr -d '\\n\" '"), "cell059");
}

/* ---- notes, spans, drafts ---- */

static void add_notes(struct fixture *fixture)
{
    struct composer composer = {.arena = fixture->arena, .into = fixture->document};
    compose_list_open(&composer, true, false);
    for (int i = 0; i < 2; i++) {
        struct inline_node *words = fixture_inline(fixture, "Adroddiad");
        compose_item_open(&composer);
        compose_open(&composer, BLOCK_SOURCE, (struct span){0})->source_id =
            i ? STR("B") : STR("A");
        compose_paragraph(&composer,
                          inline_language(fixture->arena, words, STR("cy"), (struct span){0}));
        compose_close(&composer);
        compose_close(&composer);
    }
}

static void fill_briefing(struct fixture *fixture)
{
    static const struct evidence sources[] = {{.id = {"A", 1}, .title = {"First report", 12}},
                                              {.id = {"B", 1}, .title = {"Second report", 13}}};
    static const struct term terms[] = {
        {.term = {"DfE", 3}, .expansion = {"Department for Education", 24}}};
    static const struct front_sheet front = {.draft = ANSWER_YES};
    struct briefing *briefing = ARENA_NEW(fixture->arena, struct briefing);
    briefing->sources = (struct evidence_list){.items = sources, .count = 2};
    briefing->glossary = (struct term_list){.items = terms, .count = 1};
    briefing->briefing = &front;
    fixture->briefing = briefing;
}

static void citations_lead_to_notes(void **state)
{
    struct chain *chain = *state;
    struct fixture *fixture = chain->fixture;
    fill_briefing(fixture);
    static const struct ref refs[] = {{.id = {"A", 1}}, {.id = {"B", 1}}};
    add_heading(fixture, 1, "Title");
    struct block *paragraph = add_paragraph(fixture, "The DfE says so. The DfE wrote.");
    struct inline_node *cite =
        inline_cite(fixture->arena, fixture->briefing, (struct refs){refs, 2});
    cite->pinned = true;
    inline_join(paragraph->inlines, cite);
    add_notes(fixture);
    make(chain, "notes");
    expect_sound(chain);
    struct str structure = output(chain, "pdfinfo -struct-text \"$1\"");
    assert_int_equal(count_parts(structure, " Note <note-"), 2);
    expect_part(structure, "Reference (inline)\n      \" (\"\n      Link (inline)\n        \"1\"\n");
    struct str objects = output(chain, "qpdf --qdf --object-streams=disable \"$1\" - | strings");
    assert_int_equal(count_parts(objects, "/ID (note-"), 2);
    assert_int_equal(count_parts(objects, "/Alt (source 2)"), 1);
    expect_part(structure, "(Department for Education)");
    assert_int_equal(count_parts(objects, "/Lang (cy)"), 2);
    assert_int_equal(count_parts(objects, "/Subtype /Watermark"), 1);
    expect_part(output(chain, "pdftotext \"$1\" -"), "DRAFT");
}

/* ---- text that must be found again ---- */

static void words_of_many_languages_are_found_again(void **state)
{
    static const char *const words[] = {
        "office", "affidavit",     "flawed",   "Nguyễn", "Trần",    "Đặng",  "Phương", "Łódź",
        "Wałęsa", "źdźbło",        "Ŵyl",      "ŷd",     "Llanfâr", "naïve", "Ελλάδα", "λόγος",
        "Жуков",  "საქართველო",    "Հայաստան", "Şahin",  "Đukić",   "AV",    "£16.5m", "Zoë",
        "Siân",   "Ó\u00A0Briain", "Žižek",    "Ħal",    "ſecond",  "№",
    };
    struct chain *chain = *state;
    struct fixture *fixture = chain->fixture;
    add_heading(fixture, 1, "Names");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        add_paragraph(fixture, words[i]);
    add_paragraph(fixture, "decomposed: Nguye\u0302\u0303n Sia\u0302n");
    make(chain, "names");
    expect_sound(chain);
    struct str text = output(chain, "pdftotext -raw \"$1\" -");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strstr(words[i], "\u00A0"))
            expect_part(text, words[i]);
    expect_part(text, "Ó Briain");
    expect_part(text, "Nguye\u0302\u0303n Sia\u0302n");
    expect_part(output(chain, "pdffonts \"$1\""), "DejaVuSans");
}

static void a_hyphenated_word_is_found_whole(void **state)
{
    struct chain *chain = *state;
    struct fixture *fixture = chain->fixture;
    add_heading(fixture, 1, "Words");
    for (int i = 1; i < 30; i++)
        add_paragraph(fixture,
                      str_format(fixture->arena, "%.*s un\u00ADac\u00ADcom\u00ADpa\u00ADnied end",
                                 i, "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmm mmm")
                          .at);
    make(chain, "hyphens");
    struct str text =
        output(chain, "pdftotext -raw \"$1\" - | "
                      "python3 -c 'import sys; t = sys.stdin.read(); "
                      "print(t.replace(chr(0xad) + chr(10), \"\"), \"\\u00ad\" in t)'");
    assert_int_equal(count_parts(text, "unaccompanied end"), 29);
}

/* ---- damaged fonts ---- */

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

static struct str damaged(struct arena *arena, struct str whole, uint32_t *seed, int round)
{
    struct str copy = str_copy(arena, whole);
    char *bytes = (char *)(uintptr_t)copy.at;
    for (uint32_t edits = 1 + next_random(seed) % 16; edits > 0; edits--) {
        size_t range = next_random(seed) % 2 ? copy.len : 512;
        bytes[next_random(seed) % range] = (char)next_random(seed);
    }
    size_t end = round % 4 ? copy.len : next_random(seed) % copy.len;
    return str_copy(arena, str_part(copy, 0, end));
}

/* A PDF, or a diagnostic that says why there is none. */
static bool set_with(struct chain *chain, const struct fonts *fonts)
{
    struct arena *arena = arena_new();
    struct diags diags;
    diags_init(&diags, arena);
    struct metrics *metrics = metrics_new(arena, &diags, fonts);
    struct layout_request request = chain->fixture->request;
    request.document =
        document_compose(arena, chain->fixture->document, chain->fixture->briefing, false);
    request.metrics = metrics;
    const struct pages *pages = metrics ? layout_pages(arena, &diags, &request) : NULL;
    const struct pdf_request wanted = {pages, (const struct fonts *const[]){fonts}, CREATED, NULL};
    struct str bytes = pages ? pdf_bytes(arena, &diags, &wanted) : STR_NONE;
    assert_true(bytes.at ? diags.errors == 0 : diags.errors > 0);
    if (bytes.at)
        write_bytes(chain->path, bytes);
    metrics_free(metrics);
    arena_free(arena);
    return bytes.at != NULL;
}

static void damaged_fonts_give_a_pdf_or_a_diagnostic(void **state)
{
    struct chain *chain = *state;
    struct arena *scratch = arena_new();
    add_heading(chain->fixture, 1, "Office");
    add_paragraph(chain->fixture, "AV office Siân 0123 — £5m");
    uint32_t seed = 20180119;
    int made = 0;
    for (int i = 0; i < DAMAGED_FONTS; i++) {
        arena_reset(scratch);
        struct fonts fonts = {0};
        struct str bytes = damaged(scratch, chain->fonts->files[i % FACE_COUNT].bytes, &seed, i);
        for (int face = 0; face < FACE_COUNT; face++)
            fonts.files[face] = (struct font_file){.path = STR("damaged.ttf"), .bytes = bytes};
        if (!set_with(chain, &fonts))
            continue;
        if (made++ % 20 == 0)
            output(chain, "qpdf --check \"$1\"");
    }
    assert_in_range(made, 1, DAMAGED_FONTS - 1);
    arena_free(scratch);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(paragraphs_and_items_go_on_over_pages),
        TEST(tables_of_two_levels_go_on_over_pages),
        TEST(a_cell_goes_on_over_pages),
        TEST(citations_lead_to_notes),
        TEST(words_of_many_languages_are_found_again),
        TEST(a_hyphenated_word_is_found_whole),
        TEST(damaged_fonts_give_a_pdf_or_a_diagnostic),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
