/* Emphasis, links, code and pictures: inlines that open and close. */
#ifndef COUNCILBRIEF_DOC_MARKDOWN_SPANS_H
#define COUNCILBRIEF_DOC_MARKDOWN_SPANS_H

#include "base/limits.h"
#include "doc/block.h"
#include "doc/component.h"
#include "template/template.h"

/* ---- Building the document tree: what the Markdown parser reports, one call an event ---- */

/* A part of the rendered text; `at` is NOT_IN_TEXT for what the parser wrote itself. */
struct part {
    struct str text;
    size_t at;
};

#define NOT_IN_TEXT SIZE_MAX

enum { NUMBER_UNKNOWN = -1 }; /* of a list's item */

/* `[label]: address`, which is printed only as the address of a link. */
struct link_definition {
    size_t start, end; /* in the rendered text */
    struct str address;
};

enum in_cell { IN_NO_CELL, IN_HEAD_CELL, IN_BODY_CELL };

struct builder {
    struct arena *arena;
    struct diags *diags;
    const struct rendered *rendered;
    const struct briefing *briefing;
    const struct component *const *components;

    struct block *document;
    struct block *block; /* the innermost open one */
    bool implied;        /* it is a paragraph that Markdown left out, as in a tight list */
    size_t nesting;      /* open lists and quotations */
    bool in_table_head;

    /* Where inlines go: [0] is the block's own list, above it open emphasis, links, ... */
    struct open_inline {
        struct inline_node *node;
        struct inline_node **end;
    } inlines[LIMIT_DOC_DEPTH + 1];
    size_t inline_depth;
    size_t pictures;  /* how many are open: their content is left out */
    struct buf *code; /* of the open code span */

    struct fence {
        struct part info;
        struct buf body;
        size_t opened;     /* where its first line begins in the rendered text */
        size_t start, end; /* of the body there; start is NOT_IN_TEXT if empty */
    } * fence;

    bool given_up; /* E405: what follows is not read */
    size_t cursor; /* end of the last part of the rendered text that was seen */
    enum in_cell cursor_in_cell;
    const struct block *table_told; /* for whose lines E415 has been reported */
    LIST(struct link_definition) definitions;
    LIST(struct str) addresses; /* of all links */
};

/* ---- blocks: builder.c ---- */
/* False after E405: reading cannot go on. */
bool builder_open(struct builder *builder, enum block_kind kind, struct block **block);
void builder_close(struct builder *builder);

/* ---- fenced blocks: fence.c ---- */
void fence_open(struct builder *builder, struct part info);
void fence_text(struct builder *builder, struct part part);
void fence_close(struct builder *builder);

/* ---- inlines: spans.c ---- */
bool builder_open_inline(struct builder *builder, enum inline_kind kind); /* emphasis or strong */
bool builder_open_link(struct builder *builder, struct part url, struct part title);
void builder_close_inline(struct builder *builder);
void builder_open_code(struct builder *builder);
void builder_close_code(struct builder *builder);
void builder_open_picture(struct builder *builder, struct part url);
void builder_close_picture(struct builder *builder);

/* ---- text: text.c ---- */
void builder_text(struct builder *builder, struct part part);
void builder_entity(struct builder *builder, struct part part);
void builder_code_text(struct builder *builder, struct part part);
void builder_break(struct builder *builder, bool hard);
/* Adds an inline to the innermost open list. */
struct inline_node *builder_add_inline(struct builder *builder, enum inline_kind kind);

/* ---- entities: entity.c ---- */
/* What "&pound;", "&#163;" or "&#xA3;" stands for; absent when it stands for nothing we print. */
struct str entity_text(struct arena *arena, struct str entity);

/* ---- places: place.c ---- */
/* Where a part of the rendered text was written; without a place, that of the block it is in. */
struct span builder_origin(const struct builder *builder, struct part part);
/* The first line with text after what was seen last. */
struct span builder_here(const struct builder *builder);
/* Where that line begins in the rendered text. */
size_t builder_next_line(const struct builder *builder);
/* Moves the cursor, and gives the open blocks that have no place yet this one. */
void builder_seen(struct builder *builder, struct part part);
/* Moves only the cursor, past text that was dealt with in another way. */
void builder_moved(struct builder *builder, size_t cursor);

/* The inserted value that a character stands for; NULL for other characters. */
const struct insert *builder_insert(const struct builder *builder, uint32_t code_point);

/* ---- what would vanish: lost.c ---- */
/* Reports words between the cursor and `end` that the parser passed over (E422). */
void lost_check(struct builder *builder, size_t end);
void lost_check_definitions(struct builder *builder);
/* The same for an asterisk between figures, where emphasis begins. */
void lost_check_asterisk(struct builder *builder);
/* Where the line begins that `at` stands in. */
size_t line_start(struct str text, size_t at);

/* ---- marks of other kinds of Markdown: dialects.c ---- */
void dialects_check(struct builder *builder, struct part part);

/* ---- what only looks like something: lookalikes.c ---- */
/* A line of a paragraph, which begins at `at` behind its blanks (W403). */
void lookalikes_check_line(struct builder *builder, size_t at);
/* Headings that a line of hyphens made, which may have been meant for something else. */
void lookalikes_check_heading(struct builder *builder, const struct block *heading);

/* ---- tables as they were written: table_lines.c ---- */
/* The text with delimiter rows such as `| - | - |` made long enough for the parser. */
const struct rendered *table_lines_widen(struct arena *arena, const struct rendered *rendered);
/* A paragraph's line that was meant to be one of a table (E415). */
void table_lines_check(struct builder *builder, struct part part);
/* A rule across the page, in the line at `at`, that was meant to be a table's line. */
void table_lines_check_rule(struct builder *builder, size_t at);
/* A row that is shorter than its table (W402); `at` lies in its line. */
void table_lines_check_row(struct builder *builder, size_t at, size_t columns);

/* ---- rules about headings: outline.c ---- */
void outline_check(struct arena *arena, struct diags *diags, const struct block *document);

#endif
