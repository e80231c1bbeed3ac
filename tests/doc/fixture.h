/* Reads Markdown as if a template had rendered it: `@0` to `@9` stand for inserted values. */
#ifndef COUNCILBRIEF_TESTS_DOC_FIXTURE_H
#define COUNCILBRIEF_TESTS_DOC_FIXTURE_H

#include "base/utf8.h"
#include "brief/spec.h"
#include "doc/doc_codes.h"
#include "doc/markdown.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A component to read, with an option of its own check. */
struct box_options {
    struct record_head head;
    struct str caption;
    struct whole most;
};

static const struct field box_fields[] = {
    FIELD(struct box_options, caption, FIELD_TEXT, OPTIONAL, .doc = "Words."),
    FIELD(struct box_options, most, FIELD_WHOLE, OPTIONAL, .doc = "How many."),
    {.name = NULL},
};

static const struct record_table box_table = {
    .name = "box",
    .a_name = "a box",
    .size = sizeof(struct box_options),
    .fields = box_fields,
};

static bool box_check(struct diags *diags, const struct briefing *briefing, const void *options)
{
    (void)briefing;
    const struct box_options *box = options;
    if (box->most.value <= 5)
        return true;
    diag_report(diags, &E416, record_span_of(options, "most"), "too many");
    return false;
}

static const struct component box = {.name = "box", .options = &box_table, .check = box_check};
static const struct component *const boxes[] = {&box, NULL};

struct fixture {
    struct arena *arena;
    struct diags diags;
    struct briefing briefing;
    const struct source *template, *spec;
    struct insert inserts[10];
    struct rendered rendered;
    const struct block *document;
};

static inline void fixture_start(struct fixture *fixture)
{
    memset(fixture, 0, sizeof *fixture);
    fixture->arena = arena_new();
    diags_init(&fixture->diags, fixture->arena);
}

static inline void fixture_end(struct fixture *fixture)
{
    arena_free(fixture->arena);
}

/* Value n, which the specification has at `origin` bytes. */
static inline void fixture_value(struct fixture *fixture, int n, const char *text)
{
    fixture->spec = source_from_text(fixture->arena, &fixture->diags, "spec.yaml",
                                     str_copy(fixture->arena, str_from("name: Norfolk\n")));
    fixture->inserts[n].text = str_from(text);
    fixture->inserts[n].origin = (struct span){fixture->spec, 6, 13};
}

static inline void fixture_cite(struct fixture *fixture, int n, const char *text)
{
    struct ref *ref = ARENA_NEW(fixture->arena, struct ref);
    ref->id = STR("S001");
    fixture->inserts[n].text = str_from(text);
    fixture->inserts[n].cite = (struct refs){ref, 1};
}

/* The rendered text: `@n` becomes a value's character, and its piece is not verbatim. */
static inline void fixture_render(struct fixture *fixture, const char *markdown)
{
    fixture->template = source_from_text(fixture->arena, &fixture->diags, "briefing.md",
                                         str_copy(fixture->arena, str_from(markdown)));
    struct buf out = {.arena = fixture->arena};
    LIST(struct text_piece) pieces = {0};
    bool fresh = true;
    for (uint32_t i = 0; markdown[i]; i++) {
        bool value = markdown[i] == '@';
        if (value || fresh)
            *LIST_ADD(fixture->arena, &pieces) = (struct text_piece){
                out.len,
                {fixture->template, i, value ? i + 2 : (uint32_t)strlen(markdown)},
                !value};
        fresh = value;
        if (!value) {
            buf_byte(&out, markdown[i]);
            continue;
        }
        int n = markdown[++i] - '0';
        fixture->inserts[n].expression = (struct span){fixture->template, i - 1, i + 1};
        buf_code_point(&out, (uint32_t)(TEMPLATE_INSERT_FIRST + n));
    }
    fixture->rendered =
        (struct rendered){buf_str(&out), fixture->inserts, 10, pieces.items, pieces.count};
}

static inline const struct block *read_markdown(struct fixture *fixture, const char *markdown)
{
    fixture_render(fixture, markdown);
    fixture->document = markdown_read(fixture->arena, &fixture->diags, &fixture->rendered,
                                      &fixture->briefing, boxes);
    return fixture->document;
}

/* What --dump blocks prints. */
static inline const char *fixture_dump(struct fixture *fixture)
{
    if (!fixture->document)
        return "refused";
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    block_dump(fixture->document, out);
    fclose(out);
    const char *copy = str_z(fixture->arena, (struct str){text, size});
    free(text);
    return copy;
}

/* The codes that were reported, in order: "E401 E413". */
static inline const char *fixture_codes(struct fixture *fixture)
{
    struct buf out = {.arena = fixture->arena};
    buf_add(&out, STR(""));
    for (size_t i = 0; i < fixture->diags.items.count; i++)
        buf_addf(&out, "%s%s", i ? " " : "", fixture->diags.items.items[i].code->name);
    return str_z(fixture->arena, buf_str(&out));
}

/* What the first diagnostic points at. */
static inline struct str fixture_marked(struct fixture *fixture)
{
    return span_text(fixture->diags.items.items[0].span);
}

#endif
