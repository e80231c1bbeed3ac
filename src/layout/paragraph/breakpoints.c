/* Breakpoints: each joint as a place on one endless line, with what it costs to end a line there.
   The penalties say by how much of its width a line may be short before that is as bad. */
#include "base/utf8.h"
#include "layout/paragraph/breaking.h"

#include <string.h>
#include <utf8proc.h>

/* ---- where words of a paragraph may be hyphenated ---- */

static bool is_letter(uint32_t code_point)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_MN;
}

static bool is_capital(uint32_t code_point)
{
    return utf8proc_category((utf8proc_int32_t)code_point) == UTF8PROC_CATEGORY_LU;
}

static bool is_apostrophe(uint32_t code_point)
{
    return code_point == '\'' || code_point == 0x2019;
}

/* Characters that may stand around a word that is hyphenated. Any other, such as a figure, a hyphen
   or a slash, makes it something other than a word. */
static bool is_wrapping(uint32_t code_point)
{
    return utf8proc_category((utf8proc_int32_t)code_point) != UTF8PROC_CATEGORY_ND &&
           !(code_point < 0x80 && strchr("-/@_.&=\\", (int)code_point)) && code_point != 0x2010 &&
           code_point != 0x2011 && code_point != 0x2013 && code_point != 0xA0;
}

/* Offset behind the letters that begin at `at`. */
static size_t letters_end(struct str text, size_t at)
{
    size_t end = at;
    while (at < text.len && is_letter(utf8_next(text, &at)))
        end = at;
    return end;
}

/* May these characters stand behind the letters of a word: "'s", ")," and the like? */
static bool is_ending(struct str text, size_t at)
{
    bool after_apostrophe = false;
    while (at < text.len) {
        uint32_t code_point = utf8_next(text, &at);
        bool stop = code_point == '.' && at == text.len;
        if (is_letter(code_point) ? !after_apostrophe : !stop && !is_wrapping(code_point))
            return false;
        after_apostrophe = is_apostrophe(code_point) || (after_apostrophe && is_letter(code_point));
    }
    return true;
}

/* The one word of letters in a text that has punctuation around it; empty when there is none. */
static struct str only_word(struct str text)
{
    size_t start = 0, at = 0;
    while (at < text.len) {
        start = at;
        uint32_t code_point = utf8_next(text, &at);
        if (is_letter(code_point))
            break;
        if (!is_wrapping(code_point))
            return str_part(text, 0, 0);
    }
    size_t end = letters_end(text, start);
    return is_ending(text, end) ? str_part(text, start, end) : str_part(text, 0, 0);
}

static uint32_t character_before(struct str text, size_t at)
{
    do
        at--;
    while (at > 0 && ((unsigned char)text.at[at] & 0xC0) == 0x80);
    return utf8_next(text, &at);
}

static bool starts_word(const struct breaking *breaking, size_t at)
{
    if (at == 0 || (breaking->joints[at] != JOINT_NONE && breaking->joints[at] != JOINT_ADDRESS))
        return true;
    uint32_t before = character_before(breaking->text, at);
    return !is_letter(before) && !is_apostrophe(before) && is_wrapping(before);
}

/* Nothing but punctuation and the bracket of a citation stands between it and the next space. */
static bool ends_word(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.len && text.at[end] != ' ' && text.at[end] != '[')
        end++;
    return is_ending(str_part(text, at, end), 0);
}

/* Has the chunk no joints, and beside it nothing of the same word, such as a letter in bold? */
static bool stands_alone(const struct breaking *breaking, const struct chunk *chunk)
{
    return !chunk->jointed && starts_word(breaking, chunk->at) &&
           ends_word(breaking->text, chunk->at + chunk->len);
}

/* Names stay whole: a capital makes a word a name, unless it fits on no line. */
static bool may_hyphenate(const struct breaking *breaking, const struct chunk *chunk,
                          struct str word)
{
    size_t at = 0;
    return word.len &&
           (!is_capital(utf8_next(word, &at)) || chunk->glyphs.width > breaking->paragraph->width);
}

static void hyphenate_chunk(struct breaking *breaking, const struct hyphens *hyphens,
                            struct chunk *chunk)
{
    enum { LONGEST = 64, SHORTEST = 6 };
    if (chunk->len > LONGEST || chunk->len < SHORTEST || !stands_alone(breaking, chunk))
        return;
    struct str text = str_part(breaking->text, chunk->at, chunk->at + chunk->len);
    struct str word = only_word(text);
    if (!may_hyphenate(breaking, chunk, word))
        return;
    uint64_t points = hyphens_find(hyphens, word);
    chunk->jointed = points != 0;
    unsigned char *joints = breaking->joints + (word.at - breaking->text.at);
    for (; points; points >>= 1, joints++)
        if (points & 1)
            *joints = JOINT_HYPHEN;
}

void breaking_hyphenate(struct breaking *breaking, const struct hyphens *hyphens)
{
    for (size_t i = 0; i < breaking->chunk_count; i++)
        hyphenate_chunk(breaking, hyphens, &breaking->chunks[i]);
}

/* ---- breakpoints ---- */

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
    bool dash = before == '-' || before == HYPHEN || before == EN_DASH || before == EM_DASH;
    return dash ? penalty_dash : 0;
}

/* The penalty of a joint and, for JOINT_NONE, of a place inside a word that fits no line. */
static int64_t penalty_of(enum joint joint, uint32_t before)
{
    switch (joint) {
    case JOINT_FORCED: return 0;
    case JOINT_HYPHEN: return PENALTY_HYPHEN;
    case JOINT_ADDRESS: return penalty_web;
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

/* The places in the text are in order, so each character is counted once. */
static void count_characters(const struct breaking *breaking, struct breakpoint *points,
                             size_t count)
{
    size_t at = 0, characters = 0;
    for (size_t i = 0; i < count; i++) {
        const struct breakpoint *point = &points[i];
        bool last = point->chunk == breaking->chunk_count;
        size_t here = last ? breaking->text.len : breaking->chunks[point->chunk].at + point->offset;
        for (; at < here; at++)
            characters += ((unsigned char)breaking->text.at[at] & 0xC0) != 0x80;
        bool spaced = here && breaking->text.at[here - 1] == ' ';
        points[i].begun = characters;
        points[i].ended = characters - (spaced ? 1 : 0);
    }
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
    if (breaking->paragraph->most)
        count_characters(breaking, points.items, points.count);
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
