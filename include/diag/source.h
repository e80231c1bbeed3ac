/* A source text (a file that was read) and spans of bytes in it. */
#ifndef COUNCILBRIEF_DIAG_SOURCE_H
#define COUNCILBRIEF_DIAG_SOURCE_H

#include "base/str.h"

#include <stdint.h>

struct diags;

enum source_kind {
    SOURCE_TEXT,  /* a text that people write: specification, template, theme */
    SOURCE_TABLE, /* CSV: may be larger, and has no fixes */
    SOURCE_FACTS  /* what the program wrote of an earlier issue: the same */
};

/* Valid UTF-8 in NFC, without byte order mark or a carriage return that stands alone, at most
 * LIMIT_FILE_BYTES, LIMIT_TABLE_BYTES or LIMIT_FACTS_BYTES long.
 */
struct source {
    struct str path; /* as the user named it */
    enum source_kind kind;
    struct str text; /* NUL-terminated */
    const uint32_t *line_starts;
    size_t line_count;
    const uint32_t
        *counts; /* characters before each SOURCE_BLOCK bytes, so that columns are cheap */
};

enum { SOURCE_BLOCK = 1024 };

/* Half-open byte range of a source; `source == NULL` means "no place". */
struct span {
    const struct source *source;
    uint32_t start, end;
};

/* 1-based; columns count characters (code points), as editors do. */
struct position {
    uint32_t line, column;
};

/* A source of text that is in memory; `path` is only a name. NULL and a diagnostic (E101 to E109)
   when it is too large, not UTF-8 or holds reserved characters. To read a file: source_read. */
const struct source *source_from_text(struct arena *arena, struct diags *diags, const char *path,
                                      struct str text);
const struct source *source_from_text_as(struct arena *arena, struct diags *diags, const char *path,
                                         struct str text, enum source_kind kind);

struct position source_position(const struct source *source, uint32_t offset);

/* The text of a 1-based line, without its line ending. */
struct str source_line(const struct source *source, uint32_t line);

/* The bytes that a span covers. */
struct str span_text(struct span span);

/* From the start of `a` to the end of `b`, both of one source. */
struct span span_join(struct span a, struct span b);

#endif
