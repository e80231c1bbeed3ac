/* Paragraphs: breaks them in the mildest way that will do: first without hyphens, then with them,
   and between any two characters only in words that fit on no line. */
#include "layout/paragraph/paragraph.h"

#include "layout/paragraph/breaking.h"

/* ---- sets one line ---- */

/* A chunk or the part of one that stands on the line. */
struct part {
    size_t run;
    size_t at, end;   /* in the text */
    size_t shaped_at; /* where clusters count from */
    struct glyphs glyphs;
};

struct parts {
    LIST(struct part) list;
};

static bool is_space(const struct breaking *breaking, const struct part *part)
{
    return breaking->text.at[part->at] == ' ';
}

struct setting {
    const struct breaking *breaking;
    LIST(struct piece) pieces;
    int64_t x;
};

static struct part part_of(const struct breaking *breaking, const struct chunk *chunk, size_t from,
                           size_t to)
{
    bool whole = from == 0 && to == chunk->len;
    return (struct part){.run = chunk->run,
                         .at = chunk->at + from,
                         .end = chunk->at + to,
                         .shaped_at = whole ? chunk->shaped_at : chunk->at + from,
                         .glyphs = chunk_part(breaking, chunk, from, to)};
}

static struct parts collect(const struct breaking *breaking, const struct breakpoint *from,
                            const struct breakpoint *to)
{
    struct parts parts = {0};
    size_t offset = from->offset;
    for (size_t i = from->chunk; i < to->chunk; i++, offset = 0) {
        const struct chunk *chunk = &breaking->chunks[i];
        *LIST_ADD(breaking->scratch, &parts.list) = part_of(breaking, chunk, offset, chunk->len);
    }
    if (to->offset > 0)
        *LIST_ADD(breaking->scratch, &parts.list) =
            part_of(breaking, &breaking->chunks[to->chunk], offset, to->offset);
    return parts;
}

/* ---- letting out ---- */

static int64_t space_in(const struct breaking *breaking, const struct part *part)
{
    return is_space(breaking, part) && part->glyphs.width > 0 ? part->glyphs.width : 0;
}

static int64_t spaces_in(const struct breaking *breaking, const struct part *parts, size_t count)
{
    int64_t width = 0;
    for (size_t i = 0; i < count; i++)
        width += space_in(breaking, &parts[i]);
    return width;
}

static void widen(struct arena *arena, struct part *space, int64_t by)
{
    struct glyph *glyphs = ARENA_ARRAY(arena, struct glyph, space->glyphs.count);
    for (size_t i = 0; i < space->glyphs.count; i++)
        glyphs[i] = space->glyphs.items[i];
    milli more = milli_clamp(by);
    glyphs[space->glyphs.count - 1].advance += more;
    space->glyphs = (struct glyphs){glyphs, space->glyphs.count, space->glyphs.width + more};
}

/* Shares `give` among the spaces of the line by their widths; the one at its end gets nothing. */
static void let_out(const struct breaking *breaking, struct parts *parts, int64_t give)
{
    size_t count = parts->list.count;
    if (give <= 0)
        return;
    if (is_space(breaking, &parts->list.items[count - 1]))
        count--;
    int64_t all = spaces_in(breaking, parts->list.items, count), passed = 0;
    for (size_t i = 0; i < count; i++) {
        struct part *part = &parts->list.items[i];
        int64_t space = space_in(breaking, part);
        if (space)
            widen(breaking->scratch, part, give * (passed + space) / all - give * passed / all);
        passed += space;
    }
}

/* ---- pieces ---- */

/* Puts the glyphs of parts of one run one behind the other; clusters count from the first part. */
static struct glyphs join_glyphs(struct arena *arena, const struct part *parts, size_t count)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += parts[i].glyphs.count;
    struct glyph *items = ARENA_ARRAY(arena, struct glyph, total);
    struct glyphs joined = {.items = items};
    int64_t width = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < parts[i].glyphs.count; j++) {
            struct glyph *glyph = &items[joined.count++];
            *glyph = parts[i].glyphs.items[j];
            glyph->cluster += (uint32_t)(parts[i].shaped_at - parts[0].at);
        }
        width += parts[i].glyphs.width;
    }
    joined.width = milli_clamp(width);
    return joined;
}

static void add_piece(struct setting *setting, const struct part *parts, size_t count)
{
    const struct breaking *breaking = setting->breaking;
    struct piece piece = {.x = milli_clamp(setting->x), .run = parts[0].run};
    piece.glyphs = join_glyphs(breaking->arena, parts, count);
    piece.text = str_part(breaking->text, parts[0].at, parts[count - 1].end);
    piece.width = piece.glyphs.width;
    setting->x += piece.glyphs.width;
    *LIST_ADD(breaking->arena, &setting->pieces) = piece;
}

static void add_pieces(struct setting *setting, const struct parts *parts)
{
    size_t count = parts->list.count;
    for (size_t first = 0, end; first < count; first = end) {
        end = first + 1;
        while (end < count && parts->list.items[end].run == parts->list.items[first].run)
            end++;
        add_piece(setting, parts->list.items + first, end - first);
    }
}

/* A space at the end of the line stays in its piece, for who reads the text, and has no width. */
static void hide_trailing_space(struct setting *setting, const struct parts *parts)
{
    if (parts->list.count == 0)
        return;
    const struct part *last = &parts->list.items[parts->list.count - 1];
    if (!is_space(setting->breaking, last))
        return;
    setting->x -= last->glyphs.width;
    struct piece *piece = &setting->pieces.items[setting->pieces.count - 1];
    piece->width = milli_clamp((int64_t)piece->width - last->glyphs.width);
}

static void add_hyphen(struct setting *setting, size_t run)
{
    const struct glyphs *hyphen = breaking_hyphen(setting->breaking, run);
    *LIST_ADD(setting->breaking->arena, &setting->pieces) =
        (struct piece){.x = milli_clamp(setting->x),
                       .run = run,
                       .glyphs = *hyphen,
                       .text = STR("\xC2\xAD"),
                       .width = hyphen->width,
                       .soft_hyphen = true};
    setting->x += hyphen->width;
}

static milli line_x(const struct paragraph *paragraph, milli indent, int64_t slack)
{
    switch (paragraph->side) {
    case SIDE_CENTRE: return milli_clamp(indent + slack / 2);
    case SIDE_RIGHT: return milli_clamp(indent + slack);
    case SIDE_LEFT: break;
    }
    return indent;
}

struct line setline(const struct breaking *breaking, size_t from, size_t to)
{
    struct setting setting = {.breaking = breaking};
    struct parts parts = collect(breaking, &breaking->points[from], &breaking->points[to]);
    int64_t room = breaking_room(breaking, from), width = breaking_width(breaking, from, to);
    let_out(breaking, &parts, breaking_give(breaking, from, to, room - width));
    add_pieces(&setting, &parts);
    hide_trailing_space(&setting, &parts);
    if (breaking->points[to].soft_hyphen)
        add_hyphen(&setting, parts.list.items[parts.list.count - 1].run);
    int64_t slack = setting.x < room ? room - setting.x : 0;
    milli indent = from == 0 ? breaking->paragraph->first_indent : 0;
    milli x = line_x(breaking->paragraph, indent, slack);
    for (size_t i = 0; i < setting.pieces.count; i++)
        setting.pieces.items[i].x = milli_clamp((int64_t)setting.pieces.items[i].x + x);
    return (struct line){.pieces = setting.pieces.items,
                         .count = setting.pieces.count,
                         .x = x,
                         .width = milli_clamp(setting.x),
                         .overfull = setting.x > room};
}

/* ---- paragraphs ---- */

static bool is_overfull(const struct breaking *breaking, const struct fit *fit, size_t line)
{
    size_t from = fit->items[line], to = fit->items[line + 1];
    return breaking_width(breaking, from, to) > breaking_room(breaking, from);
}

/* Marks the chunks on lines that are too wide; false when there are none. */
static bool mark_overfull(const struct breaking *breaking, const struct fit *fit, bool *marked)
{
    bool any = false;
    for (size_t line = 0; line < fit->lines; line++) {
        if (!is_overfull(breaking, fit, line))
            continue;
        const struct breakpoint *from = &breaking->points[fit->items[line]];
        const struct breakpoint *to = &breaking->points[fit->items[line + 1]];
        for (size_t i = from->chunk; i < to->chunk || (i == to->chunk && to->offset > 0); i++)
            marked[i] = true;
        any = true;
    }
    return any;
}

static struct fit fit_again(struct breaking *breaking)
{
    breaking_find_points(breaking);
    return totalfit(breaking);
}

static struct fit fit_paragraph(struct breaking *breaking, const struct hyphens *hyphens)
{
    struct fit fit = totalfit(breaking);
    bool worth_it = fit.cost > PENALTY_HYPHEN; /* else no hyphen could pay for itself */
    if (hyphens && breaking->paragraph->hyphenate && worth_it) {
        breaking_hyphenate(breaking, hyphens);
        fit = fit_again(breaking);
    }
    bool *marked = ARENA_ARRAY(breaking->scratch, bool, breaking->chunk_count);
    if (mark_overfull(breaking, &fit, marked)) {
        breaking_shatter(breaking, marked);
        fit = fit_again(breaking);
    }
    return fit;
}

struct breaking *paragraph_begin(struct arena *arena, struct arena *scratch,
                                 const struct metrics *metrics, const struct paragraph *paragraph)
{
    struct breaking *breaking = breaking_new(arena, scratch, metrics, paragraph);
    breaking_find_points(breaking);
    return breaking;
}

struct lines paragraph_finish(struct breaking *breaking, const struct hyphens *hyphens,
                              const struct paragraph *paragraph)
{
    breaking->paragraph = paragraph;
    struct fit fit = fit_paragraph(breaking, hyphens);
    struct line *items = ARENA_ARRAY(breaking->arena, struct line, fit.lines);
    struct lines lines = {.items = items, .count = fit.lines};
    for (size_t i = 0; i < fit.lines; i++) {
        items[i] = setline(breaking, fit.items[i], fit.items[i + 1]);
        if (items[i].width > lines.widest)
            lines.widest = items[i].width;
    }
    return lines;
}

struct lines paragraph_break(struct arena *arena, const struct metrics *metrics,
                             const struct hyphens *hyphens, const struct paragraph *paragraph)
{
    struct arena *scratch = arena_new();
    struct breaking *breaking = paragraph_begin(arena, scratch, metrics, paragraph);
    struct lines lines = paragraph_finish(breaking, hyphens, paragraph);
    arena_free(scratch);
    return lines;
}

struct paragraph_widths paragraph_widths_of(const struct breaking *breaking)
{
    int64_t natural = 0, least = 0;
    for (size_t to = 1, line_start = 0; to < breaking->point_count; to++) {
        int64_t part = breaking_width(breaking, to - 1, to);
        least = part > least ? part : least;
        if (!breaking->points[to].forced)
            continue;
        int64_t whole = breaking_width(breaking, line_start, to);
        natural = whole > natural ? whole : natural;
        line_start = to;
    }
    return (struct paragraph_widths){.natural = milli_clamp(natural), .least = milli_clamp(least)};
}
