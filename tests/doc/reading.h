/* Reads Markdown as if a template had rendered it: `@0` to `@9` stand for inserted values. */
#ifndef TESTS_DOC_READING_H
#define TESTS_DOC_READING_H

#include "base/utf8.h"
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

struct reading {
    struct arena *arena;
    struct diags diags;
    struct briefing briefing;
    const struct source *template, *spec;
    struct insert inserts[10];
    struct rendered rendered;
    const struct block *document;
};

static inline void reading_start(struct reading *reading)
{
    memset(reading, 0, sizeof *reading);
    reading->arena = arena_new();
    diags_init(&reading->diags, reading->arena);
}

static inline void reading_end(struct reading *reading)
{
    arena_free(reading->arena);
}

/* Value n, which the specification has at `origin` bytes. */
static inline void reading_value(struct reading *reading, int n, const char *text)
{
    reading->spec = source_from_text(reading->arena, &reading->diags, "spec.yaml",
                                     str_copy(reading->arena, str_from("name: Norfolk\n")));
    reading->inserts[n].text = str_from(text);
    reading->inserts[n].origin = (struct span){reading->spec, 6, 13};
}

static inline void reading_cite(struct reading *reading, int n, const char *text)
{
    struct ref *ref = ARENA_NEW(reading->arena, struct ref);
    ref->id = STR("S001");
    reading->inserts[n].text = str_from(text);
    reading->inserts[n].cite = (struct refs){ref, 1};
}

/* The rendered text: `@n` becomes a value's character, and its piece is not verbatim. */
static inline void reading_render(struct reading *reading, const char *markdown)
{
    reading->template = source_from_text(reading->arena, &reading->diags, "briefing.md",
                                         str_copy(reading->arena, str_from(markdown)));
    struct buf out = {.arena = reading->arena};
    LIST(struct text_piece) pieces = {0};
    bool fresh = true;
    for (uint32_t i = 0; markdown[i]; i++) {
        bool value = markdown[i] == '@';
        if (value || fresh)
            *LIST_ADD(reading->arena, &pieces) = (struct text_piece){
                out.len,
                {reading->template, i, value ? i + 2 : (uint32_t)strlen(markdown)},
                !value};
        fresh = value;
        if (!value) {
            buf_byte(&out, markdown[i]);
            continue;
        }
        int n = markdown[++i] - '0';
        reading->inserts[n].expression = (struct span){reading->template, i - 1, i + 1};
        buf_code_point(&out, (uint32_t)(TEMPLATE_INSERT_FIRST + n));
    }
    reading->rendered =
        (struct rendered){buf_str(&out), reading->inserts, 10, pieces.items, pieces.count};
}

static inline const struct block *read_markdown(struct reading *reading, const char *markdown)
{
    reading_render(reading, markdown);
    reading->document = markdown_read(reading->arena, &reading->diags, &reading->rendered,
                                      &reading->briefing, boxes);
    return reading->document;
}

/* What --dump blocks prints. */
static inline const char *reading_dump(struct reading *reading)
{
    if (!reading->document)
        return "refused";
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    block_dump(reading->document, out);
    fclose(out);
    const char *copy = str_z(reading->arena, (struct str){text, size});
    free(text);
    return copy;
}

/* The codes that were reported, in order: "E401 E413". */
static inline const char *reading_codes(struct reading *reading)
{
    struct buf out = {.arena = reading->arena};
    buf_add(&out, STR(""));
    for (size_t i = 0; i < reading->diags.items.count; i++)
        buf_addf(&out, "%s%s", i ? " " : "", reading->diags.items.items[i].code->name);
    return str_z(reading->arena, buf_str(&out));
}

/* What the first diagnostic points at. */
static inline struct str reading_marked(struct reading *reading)
{
    return span_text(reading->diags.items.items[0].span);
}

#endif
