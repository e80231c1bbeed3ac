/* Paragraphs: breaks them in the mildest way that will do: first without hyphens, then with them,
   and between any two characters only in words that fit on no line. */
#include "layout/paragraph/paragraph.h"

#include "layout/paragraph/breaking.h"

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
