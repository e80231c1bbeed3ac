/* Templates: text with Jinja's syntax, filled with a briefing's values. */
#ifndef COUNCILBRIEF_TEMPLATE_TEMPLATE_H
#define COUNCILBRIEF_TEMPLATE_TEMPLATE_H

#include "data/bind/framework.h"

struct briefing;
struct diags;

struct template_set;
struct json_map;

/* Reads and parses FOLDER/NAME and the files that it includes. NULL after E101 or E3xx. Read-only
   from then on. */
const struct template_set *template_read(struct arena *arena, struct diags *diags,
                                         const char *folder, const char *name);

/* Checks a template against the record tables, in every branch and before there is any data: one
   that passes cannot fail for a specification without errors, except at the limits. Reports E3xx,
   and W340 for names that are never used; true when there are no errors. */
bool template_check(struct arena *arena, struct diags *diags, const struct template_set *set,
                    const struct frameworks *frameworks);

/* W341 for each .md file below the folder that the template does not read. */
void template_check_folder(struct arena *arena, struct diags *diags, const char *folder,
                           const struct template_set *set);

/* ---- its files, before there is any data ---- */

/* What a byte of a file belongs to: a tag or a comment, the text, or a {{ }}. */
enum template_mark { TEMPLATE_TAG, TEMPLATE_TEXT, TEMPLATE_VALUE };

size_t template_file_count(const struct template_set *set);
const struct source *template_source(const struct template_set *set, size_t file);
/* An enum template_mark for each byte of the file. */
const char *template_marks(struct arena *arena, const struct template_set *set, size_t file);

/* ---- what is rendered ---- */

/* One value put into the text: its character is TEMPLATE_INSERT_FIRST + its index. */
struct insert {
    struct str text;        /* what a reader sees; for a citation what plain text shows: "[2]" */
    struct span origin;     /* the YAML it came from; nowhere for computed values */
    struct span expression; /* the {{ }} in the template */
    struct refs cite;       /* a citation when count > 0: its sources */
};

enum { TEMPLATE_INSERT_FIRST = 0xF0000 };

/* From byte `at` on the rendered text comes from `from`: the template, or an officer's Markdown. */
struct text_piece {
    size_t at;
    struct span from;
    bool verbatim; /* byte n after `at` is byte n of `from` */
};

struct rendered {
    struct str text; /* Markdown with one private-use character per inserted value */
    const struct insert *inserts;
    size_t insert_count;
    const struct text_piece *pieces; /* sorted by `at`, the first at 0 */
    size_t piece_count;
};

/* Renders for one briefing. NULL after diagnostics E3xx. */
const struct rendered *template_render(struct arena *arena, struct diags *diags,
                                       const struct template_set *set,
                                       const struct briefing *briefing);

/* Renders as Jinja would, each value in its place. Absent after diagnostics. */
struct str template_render_plain(struct arena *arena, struct diags *diags,
                                 const struct template_set *set, const struct briefing *briefing);
/* The same for data without records: names are the keys of the map. */
struct str template_render_data(struct arena *arena, struct diags *diags,
                                const struct template_set *set, const struct json_map *data);

/* A short text, and where to point when a font lacks one of its characters: at the YAML of the
   first value with letters beyond ASCII, or else at the text itself. */
struct rendered_line {
    struct str text;
    struct span origin;
};

/* Renders a short text such as a component's option or a theme's footer, with the briefing's values
   as plain text. `at` is the text's place. Its text is absent after diagnostics. */
struct rendered_line template_render_line(struct arena *arena, struct diags *diags, struct span at,
                                          struct str text, const struct briefing *briefing);

/* Checks such a short text before there is any data, as template_check does a template. */
bool template_check_text(struct arena *arena, struct diags *diags, struct span at, struct str text,
                         const struct frameworks *frameworks);

/* Where a byte of the rendered text came from. */
struct span rendered_origin(const struct rendered *rendered, size_t start, size_t end);

/* `text` (a part of the rendered text) with each inserted value in place of its character. */
struct str rendered_plain(struct arena *arena, const struct rendered *rendered, struct str text);

/* Prints the filters and tests as Markdown: a heading and a table for each kind. */
void template_reference(FILE *out);

/* Prints the text with its values in place: for --dump text. */
void rendered_dump(struct arena *arena, const struct rendered *rendered, FILE *out);

#endif
