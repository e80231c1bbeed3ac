/* A small page and a way to fill it, for the tests of the layout room. The text of a page is 300 pt
   wide and 200 pt high: ten lines of at most 60 letters. */
#ifndef COUNCILBRIEF_TESTS_LAYOUT_FIXTURE_H
#define COUNCILBRIEF_TESTS_LAYOUT_FIXTURE_H

#include "brief/briefing.h"
#include "doc/compose.h"
#include "doc/composed.h"
#include "layout/layout.h"
#include "support/fake_metrics.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct fixture {
    struct arena *arena;
    struct diags diags;
    struct theme theme;
    struct metrics metrics;
    struct block *document;
    struct briefing *briefing;
    struct layout_request request;
    char *text; /* of the last dump */
};

static inline void fixture_theme(struct theme *theme)
{
    *theme = (struct theme){
        .scale = 1000,
        .page_width = 400000,
        .page_height = 300000,
        .margin_top = 50000,
        .margin_bottom = 50000,
        .margin_left = 50000,
        .margin_right = 50000,
        .footer_baseline = 20000,
    };
    for (int role = 0; role < STYLE_ROLE_COUNT; role++)
        theme->styles[role] = (struct text_style){.size = 10000, .leading = 20000};
    theme->link = (struct colour){0, 0, 255};
}

static inline int fixture_setup(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->arena = arena_new();
    diags_init(&fixture->diags, fixture->arena);
    fixture_theme(&fixture->theme);
    fixture->metrics = fake_metrics();
    fixture->document = block_add(fixture->arena, NULL, BLOCK_DOCUMENT, (struct span){0});
    fixture->briefing = ARENA_NEW(fixture->arena, struct briefing);
    fixture->request = (struct layout_request){
        .theme = &fixture->theme,
        .metrics = &fixture->metrics,
        .title = STR("A title"),
    };
    *state = fixture;
    return 0;
}

static inline int fixture_teardown(void **state)
{
    struct fixture *fixture = *state;
    free(fixture->text);
    arena_free(fixture->arena);
    free(fixture);
    return 0;
}

#define FIXTURE_TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

/* ---- filling ---- */

static inline struct inline_node *fixture_inline(struct fixture *fixture, const char *text)
{
    return inline_text(fixture->arena, str_from(text), (struct span){0});
}

static inline struct block *fixture_block(struct fixture *fixture, struct block *parent,
                                          enum block_kind kind, const char *text)
{
    struct block *block = block_add(fixture->arena, parent, kind, (struct span){0});
    block->inlines = text ? fixture_inline(fixture, text) : NULL;
    return block;
}

static inline struct block *add_paragraph(struct fixture *fixture, const char *text)
{
    return fixture_block(fixture, fixture->document, BLOCK_PARAGRAPH, text);
}

static inline struct block *add_heading(struct fixture *fixture, int level, const char *text)
{
    struct block *block = fixture_block(fixture, fixture->document, BLOCK_HEADING, text);
    block->level = level;
    return block;
}

/* A paragraph of exactly so many lines: a word fills more than half of a line. */
static inline void add_lines(struct fixture *fixture, int count)
{
    struct buf text = {.arena = fixture->arena};
    for (int i = 0; i < count; i++)
        buf_addz(&text, "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm ");
    add_paragraph(fixture, str_z(fixture->arena, buf_str(&text)));
}

static inline void add_table(struct fixture *fixture, const struct table *table)
{
    fixture_block(fixture, fixture->document, BLOCK_TABLE, NULL)->table = table;
}

/* ---- looking ---- */

static inline const struct pages *fixture_lay(struct fixture *fixture)
{
    fixture->request.document =
        document_compose(fixture->arena, fixture->document, fixture->briefing, false);
    return layout_pages(fixture->arena, &fixture->diags, &fixture->request);
}

static inline const char *fixture_dump(struct fixture *fixture, const struct pages *pages,
                                       void (*dump)(const struct pages *, FILE *))
{
    size_t size;
    free(fixture->text);
    FILE *out = open_memstream(&fixture->text, &size);
    dump(pages, out);
    fclose(out);
    return fixture->text;
}

/* How many lines of text of the document (no artifacts) stand on a page. */
static inline size_t lines_on(const struct pages *pages, size_t page)
{
    size_t count = 0;
    for (size_t i = 0; i < pages->items[page].op_count; i++)
        count +=
            pages->items[page].ops[i].kind == OP_TEXT && pages->items[page].ops[i].element >= 0;
    return count;
}

/* The first operation with this text on a page; NULL when there is none. */
static inline const struct op *find_text(const struct pages *pages, size_t page, const char *text)
{
    for (size_t i = 0; i < pages->items[page].op_count; i++) {
        const struct op *op = &pages->items[page].ops[i];
        if (op->kind == OP_TEXT && str_is(op->text.text, text))
            return op;
    }
    return NULL;
}

#endif
