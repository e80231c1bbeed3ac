/* Tables as they were typed: delimiter rows too short for the parser, rows that it would fill up,
   and lines that were meant as part of a table but are not. */
#include "doc/doc_codes.h"
#include "doc/markdown/spans.h"

#include "base/ascii.h"

/* hyphens a column that the parser requires; GitHub's Markdown is content with one */
enum { LEAST_HYPHENS = 3 };

static struct str line_at(struct str text, size_t at)
{
    return str_part(text, line_start(text, at), str_find(text, '\n', at));
}

/* Without what stands before it: marks of quotations and of lists. */
static struct str bare_line(struct str line)
{
    size_t at = 0;
    while (at < line.len && (ascii_is_blank(line.at[at]) || line.at[at] == '>'))
        at++;
    bool bullet = at + 1 < line.len && memchr("-*+", line.at[at], 3) && line.at[at + 1] == ' ';
    return str_trim(str_part(line, bullet ? at + 2 : at, line.len));
}

static struct str without_outer_bars(struct str line)
{
    if (str_starts(line, "|"))
        line = str_part(line, 1, line.len);
    bool escaped = str_ends(line, "\\|");
    return str_ends(line, "|") && !escaped ? str_part(line, 0, line.len - 1) : line;
}

/* Behind a stretch of code that begins here; else 0. */
static size_t code_end(struct str line, size_t at)
{
    size_t count = 0;
    while (at + count < line.len && line.at[at + count] == '`')
        count++;
    size_t run = 0;
    for (size_t i = at + count; count && i <= line.len; i++) {
        if (i < line.len && line.at[i] == '`') {
            run++;
            continue;
        }
        if (run == count)
            return i;
        run = 0;
    }
    return 0;
}

static size_t count_cells(struct str line)
{
    struct str inner = without_outer_bars(line);
    size_t cells = 1;
    for (size_t at = 0; at < inner.len; at++) {
        size_t end = code_end(inner, at);
        if (end)
            at = end - 1;
        else if (inner.at[at] == '\\')
            at++;
        else
            cells += inner.at[at] == '|';
    }
    return cells;
}

/* ---- delimiter rows ---- */

/* Reads one cell of a delimiter row, `:--:`, and moves `*at` behind it; 0 hyphens: it is not one.
 */
static size_t delimiter_cell(struct str row, size_t *at)
{
    size_t hyphens = 0;
    while (*at < row.len && ascii_is_blank(row.at[*at]))
        (*at)++;
    *at += *at < row.len && row.at[*at] == ':';
    for (; *at < row.len && row.at[*at] == '-'; (*at)++)
        hyphens++;
    *at += *at < row.len && row.at[*at] == ':';
    while (*at < row.len && ascii_is_blank(row.at[*at]))
        (*at)++;
    return *at == row.len || row.at[*at] == '|' ? hyphens : 0;
}

/* Is the line a delimiter row that GitHub's Markdown takes and the parser does not? */
static bool is_narrow_row(struct str line)
{
    struct str row = without_outer_bars(bare_line(line));
    bool narrow = false, barred = str_find(line, '|', 0) < line.len;
    for (size_t at = 0; at < row.len; at++) {
        size_t hyphens = delimiter_cell(row, &at);
        if (!hyphens)
            return false;
        narrow |= hyphens < LEAST_HYPHENS;
    }
    return narrow && barred && row.len;
}

static void add_widened(struct buf *out, struct str line)
{
    size_t hyphens = 0;
    for (size_t i = 0; i <= line.len; i++) {
        bool hyphen = i < line.len && line.at[i] == '-';
        for (; hyphens && !hyphen && hyphens < LEAST_HYPHENS; hyphens++)
            buf_byte(out, '-');
        hyphens = hyphen ? hyphens + 1 : 0;
        if (i < line.len)
            buf_byte(out, line.at[i]);
    }
}

struct widening {
    struct arena *arena;
    const struct rendered *from;
    struct buf text;
    LIST(struct text_piece) pieces;
    size_t piece; /* the next one of `from` */
};

/* Copies [start, end) with the places that it came from. */
static void copy_part(struct widening *widening, size_t start, size_t end)
{
    const struct text_piece *pieces = widening->from->pieces;
    size_t count = widening->from->piece_count, shift = widening->text.len;
    while (widening->piece < count && pieces[widening->piece].at <= start)
        widening->piece++;
    if (widening->piece && start < end) {
        struct text_piece piece = pieces[widening->piece - 1];
        if (piece.verbatim)
            piece.from.start += (uint32_t)(start - piece.at);
        piece.at = shift;
        *LIST_ADD(widening->arena, &widening->pieces) = piece;
    }
    for (; widening->piece < count && pieces[widening->piece].at < end; widening->piece++) {
        struct text_piece piece = pieces[widening->piece];
        piece.at = piece.at - start + shift;
        *LIST_ADD(widening->arena, &widening->pieces) = piece;
    }
    buf_add(&widening->text, str_part(widening->from->text, start, end));
}

static void widen_row(struct widening *widening, size_t start, size_t end)
{
    struct span origin = rendered_origin(widening->from, start, end);
    *LIST_ADD(widening->arena, &widening->pieces) =
        (struct text_piece){widening->text.len, origin, false};
    add_widened(&widening->text, str_part(widening->from->text, start, end));
}

/* Does the line continue a table: is there a head above it with as many cells? */
static bool has_head(struct str text, size_t start, struct str row)
{
    if (!start)
        return false;
    struct str head = bare_line(line_at(text, start - 1));
    return str_find(head, '|', 0) < head.len && count_cells(head) == count_cells(bare_line(row));
}

const struct rendered *table_lines_widen(struct arena *arena, const struct rendered *rendered)
{
    struct str text = rendered->text;
    struct widening widening = {.arena = arena, .from = rendered, .text = {.arena = arena}};
    size_t done = 0;
    for (size_t start = 0, end; start < text.len; start = end + 1) {
        end = str_find(text, '\n', start);
        struct str line = str_part(text, start, end);
        if (!is_narrow_row(line) || !has_head(text, start, line))
            continue;
        copy_part(&widening, done, start);
        widen_row(&widening, start, end);
        done = end;
    }
    if (!done)
        return rendered;
    copy_part(&widening, done, text.len);
    struct rendered *wide = ARENA_NEW(arena, struct rendered);
    *wide = *rendered;
    wide->text = buf_str(&widening.text);
    wide->pieces = widening.pieces.items;
    wide->piece_count = widening.pieces.count;
    return wide;
}

/* ---- lines that are no table ---- */

/* Nothing but bars, hyphens, colons and the corners that other kinds of Markdown draw. */
static bool is_drawn_line(struct str line)
{
    size_t bars = 0, hyphens = 0, groups = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (!memchr("|-:+= ", line.at[i], 6))
            return false;
        bool begins = line.at[i] == '-' && (i == 0 || line.at[i - 1] != '-');
        bars += line.at[i] == '|' || line.at[i] == '+';
        hyphens += line.at[i] == '-';
        groups += begins && i + 1 < line.len && line.at[i + 1] == '-';
    }
    return hyphens && (bars || groups > 1);
}

static bool is_row(struct str line)
{
    return line.len > 2 && str_starts(line, "|") && str_ends(line, "|") && !str_ends(line, "\\|");
}

static const char *const dashes[] = {"\u2013", "\u2014", "\u2212", "\u2010",
                                     "\u2011", "\u2015", "\u2500", "\u00A0"};

/* A line below a head whose hyphens are something else, such as the dashes that a word processor
   makes. */
static bool has_other_dashes(struct str line)
{
    bool found = false;
    for (size_t i = 0; i < line.len;) {
        size_t start = i;
        for (size_t k = 0; k < sizeof dashes / sizeof *dashes && i == start; k++)
            if (str_starts(str_part(line, i, line.len), dashes[k]))
                i += strlen(dashes[k]);
        found |= i > start;
        if (i == start && !memchr("|-:+= ", line.at[i++], 6))
            return false;
    }
    return found && str_find(line, '|', 0) < line.len;
}

static const char *head_hint(struct str text, size_t at)
{
    size_t next = str_find(text, '\n', at) + 1;
    if (next < text.len && has_other_dashes(bare_line(line_at(text, next))))
        return "the line below holds dashes or spaces of another kind: write | --- | --- | anew";
    return "write a line such as `| --- | --- |` below its head, a `---` for each column";
}

void table_lines_check(struct builder *builder, struct part part)
{
    struct str line = bare_line(line_at(builder->rendered->text, part.at));
    bool found = is_drawn_line(line) || is_row(line);
    if (!found || builder->block->kind == BLOCK_CELL || builder->table_told == builder->block)
        return;
    bool first = !builder->block->inlines;
    builder->table_told = builder->block;
    struct diag *diag = diag_report(builder->diags, &E415, builder_origin(builder, part),
                                    "this looks like a table, but it stands in a paragraph");
    diag_hint(builder->diags, diag, "%s",
              first ? head_hint(builder->rendered->text, part.at)
                    : "leave a blank line before the table");
}

void table_lines_check_rule(struct builder *builder, size_t at)
{
    struct str line = line_at(builder->rendered->text, at);
    if (!is_drawn_line(bare_line(line)))
        return;
    struct diag *diag =
        diag_report(builder->diags, &E415, rendered_origin(builder->rendered, at, at + line.len),
                    "this looks like a line of a table, but it would be a rule across the page");
    diag_hint(builder->diags, diag, "write a bar between the columns: | --- | --- |");
}

void table_lines_check_row(struct builder *builder, size_t at, size_t columns)
{
    struct str text = builder->rendered->text, line = line_at(text, at);
    struct str row = bare_line(line);
    size_t cells = count_cells(row), start = line_start(text, at);
    if (cells >= columns)
        return;
    struct span origin = rendered_origin(builder->rendered, start, start + line.len);
    bool barred = str_find(row, '|', 0) < row.len;
    struct diag *diag;
    if (barred)
        diag = diag_report(builder->diags, &W402, origin,
                           "this row has %zu of the %zu cells that its table has", cells, columns);
    else
        diag = diag_report(builder->diags, &W402, origin,
                           "this line becomes a row of the table above it");
    diag_hint(builder->diags, diag,
              barred ? "write a bar for each cell, also for those that are empty"
                     : "leave a blank line between the table and the text");
}
