/* Breakpoints: each joint as a place on one endless line, with what it costs to end a line there.
   The penalties say by how much of its width a line may be short before that is as bad. */
#include "layout/paragraph/breaking.h"

#include "base/utf8.h"

static const int64_t penalty_dash = SLACK(5);       /* behind a hyphen or a dash of the text */
static const int64_t penalty_web = SLACK(10);       /* inside a web address, behind a slash */
static const int64_t penalty_glue = SLACK(300);     /* behind a no-break space, or one that binds */
static const int64_t penalty_shatter = SLACK(1000); /* between any two characters */

enum { NO_BREAK_SPACE = 0xA0, HYPHEN = 0x2010, EN_DASH = 0x2013, EM_DASH = 0x2014 };

/* ---- penalties ---- */

static uint32_t code_point_before(struct str text, size_t at)
{
    if (at == 0)
        return 0;
    do
        at--;
    while (at > 0 && ((unsigned char)text.at[at] & 0xC0) == 0x80);
    return utf8_next(text, &at);
}

static int64_t break_penalty(uint32_t before)
{
    switch (before) {
    case '-':
    case HYPHEN:
    case EN_DASH:
    case EM_DASH: return penalty_dash;
    case '/':
    case '?':
    case '&':
    case '=':
    case '_':
    case '.': return penalty_web;
    default: return 0;
    }
}

/* The penalty of a joint and, for JOINT_NONE, of a place inside a word that fits no line. */
static int64_t penalty_of(enum joint joint, uint32_t before)
{
    switch (joint) {
    case JOINT_FORCED: return 0;
    case JOINT_HYPHEN: return PENALTY_HYPHEN;
    case JOINT_ADDRESS:
    case JOINT_BREAK: return break_penalty(before);
    case JOINT_BOUND: return penalty_glue;
    case JOINT_NONE: break;
    }
    return before == NO_BREAK_SPACE ? penalty_glue : penalty_shatter;
}

/* ---- the hyphen that is added ---- */

static struct glyphs shape_hyphen(const struct breaking *breaking, size_t run)
{
    const struct run *look = &breaking->paragraph->runs[run];
    const struct metrics *metrics = breaking->metrics;
    struct glyphs hyphen = metrics->shape(metrics->self, breaking->arena, look->face, look->size,
                                          STR("\xE2\x80\x90"), look->features);
    if (hyphen.count && hyphen.items[0].id)
        return hyphen;
    return metrics->shape(metrics->self, breaking->arena, look->face, look->size, STR("-"),
                          look->features);
}

const struct glyphs *breaking_hyphen(const struct breaking *breaking, size_t run)
{
    struct glyphs *hyphen = &breaking->hyphens[run];
    if (hyphen->count == 0)
        *hyphen = shape_hyphen(breaking, run);
    return hyphen;
}

/* ---- places ---- */

static bool is_space(const struct breaking *breaking, const struct chunk *chunk)
{
    return breaking->text.at[chunk->at] == ' ';
}

static struct breakpoint point_at(const struct breaking *breaking, size_t at)
{
    enum joint joint = (enum joint)breaking->joints[at];
    uint32_t before = code_point_before(breaking->text, at);
    return (struct breakpoint){.penalty = penalty_of(joint, before),
                               .forced = joint == JOINT_FORCED,
                               .soft_hyphen = joint == JOINT_HYPHEN,
                               .hyphenated =
                                   joint == JOINT_HYPHEN || before == '-' || before == HYPHEN};
}

/* Between two chunks; behind the last one, `chunk` is their count. */
static struct breakpoint point_before(const struct breaking *breaking, size_t chunk)
{
    const struct chunk *last = &breaking->chunks[chunk - 1];
    struct breakpoint point = point_at(breaking, last->at + last->len);
    point.chunk = chunk;
    point.start = last->x + last->glyphs.width;
    point.spaces = last->spaces;
    point.end = is_space(breaking, last) ? last->x : point.start;
    if (point.soft_hyphen)
        point.end += breaking_hyphen(breaking, last->run)->width;
    return point;
}

/* Inside a chunk: both sides are shaped on their own, so that no ligature spans the break. */
static struct breakpoint point_inside(const struct breaking *breaking, size_t index, size_t offset)
{
    const struct chunk *chunk = &breaking->chunks[index];
    struct breakpoint point = point_at(breaking, chunk->at + offset);
    point.chunk = index;
    point.offset = offset;
    point.spaces = chunk->spaces;
    point.end = chunk->x + chunk_part(breaking, chunk, 0, offset).width;
    point.start =
        chunk->x + chunk->glyphs.width - chunk_part(breaking, chunk, offset, chunk->len).width;
    if (point.soft_hyphen)
        point.end += breaking_hyphen(breaking, chunk->run)->width;
    return point;
}

static bool may_end_before(const struct breaking *breaking, size_t index)
{
    const struct chunk *chunk = &breaking->chunks[index];
    return breaking->joints[chunk->at] != JOINT_NONE ||
           (chunk->shattered && breaking->chunks[index - 1].shattered);
}

void breaking_find_points(struct breaking *breaking)
{
    LIST(struct breakpoint) points = {0};
    *LIST_ADD(breaking->scratch, &points) = (struct breakpoint){.forced = true};
    for (size_t i = 0; i < breaking->chunk_count; i++) {
        const struct chunk *chunk = &breaking->chunks[i];
        if (i > 0 && may_end_before(breaking, i))
            *LIST_ADD(breaking->scratch, &points) = point_before(breaking, i);
        for (size_t offset = 1; chunk->jointed && offset < chunk->len; offset++)
            if (breaking->joints[chunk->at + offset] != JOINT_NONE)
                *LIST_ADD(breaking->scratch, &points) = point_inside(breaking, i, offset);
    }
    if (breaking->chunk_count > 0)
        *LIST_ADD(breaking->scratch, &points) = point_before(breaking, breaking->chunk_count);
    breaking->points = points.items;
    breaking->point_count = points.count;
}

int64_t breaking_part_width(const struct breaking *breaking, const struct breakpoint *from,
                            const struct breakpoint *to)
{
    const struct chunk *chunk = &breaking->chunks[from->chunk];
    int64_t hyphen = to->soft_hyphen ? breaking_hyphen(breaking, chunk->run)->width : 0;
    return chunk_part(breaking, chunk, from->offset, to->offset).width + hyphen;
}
