/* Cuts the joined text of a paragraph into chunks and shapes them. */
#include "layout/paragraph/breaking.h"

#include "base/list.h"
#include "base/utf8.h"
#include "layout/shape/shaped_words.h"

/* ---- joining the runs to one text ---- */

struct joined {
    struct str text;
    unsigned char *joints; /* text.len + 1, each an enum joint */
    size_t *run_starts;    /* one a run, and text.len */
};

enum {
    SOFT_HYPHEN = 0xAD,
    ZERO_WIDTH_SPACE = 0x200B,
    WORD_JOINER = 0x2060,
    ZERO_WIDTH_GLUE = 0xFEFF
};

struct collapse {
    struct buf text;
    LIST(size_t) forced; /* offsets of forced breaks */
    bool after_space;    /* also at the start of a line that is forced */
};

static bool is_white(uint32_t code_point)
{
    if (code_point > ' ' && code_point < 0x85)
        return false;
    return code_point == ' ' || (code_point >= '\t' && code_point <= '\r') || code_point == 0x85 ||
           code_point == 0x2028 || code_point == 0x2029;
}

/* Copies the stretches between white space that must go or change. */
static void collapse_text(struct collapse *collapse, struct str text)
{
    size_t kept = 0;
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t code_point = utf8_next(text, &at);
        bool white = is_white(code_point);
        if (white && (code_point != ' ' || collapse->after_space)) {
            buf_add(&collapse->text, str_part(text, kept, start));
            if (!collapse->after_space)
                buf_byte(&collapse->text, ' ');
            kept = at;
        }
        collapse->after_space = white;
    }
    buf_add(&collapse->text, str_part(text, kept, text.len));
}

/* Every forced line ends in a space, so that none is empty text. */
static void force_break(struct collapse *collapse)
{
    size_t count = collapse->forced.count;
    size_t line_start = count ? collapse->forced.items[count - 1] : 0;
    if (!collapse->after_space || collapse->text.len == line_start)
        buf_byte(&collapse->text, ' ');
    collapse->after_space = true;
    *LIST_ADD(collapse->text.arena, &collapse->forced) = collapse->text.len;
}

/* A break at the very end is no break; white space there, unless it ends a forced line, is none. */
static void end_text(struct collapse *collapse)
{
    size_t count = collapse->forced.count;
    if (count && collapse->forced.items[count - 1] == collapse->text.len)
        collapse->forced.count--;
    else if (collapse->after_space && collapse->text.len)
        collapse->text.len--;
}

static struct collapse collapse_runs(struct arena *arena, const struct run *runs, size_t count,
                                     size_t *starts)
{
    struct collapse collapse = {.text = {.arena = arena}, .after_space = true};
    for (size_t i = 0; i < count; i++) {
        starts[i] = collapse.text.len;
        collapse_text(&collapse, runs[i].text);
        if (runs[i].forced_break)
            force_break(&collapse);
    }
    end_text(&collapse);
    return collapse;
}

/* ---- joints ---- */

static bool is_invisible(uint32_t code_point)
{
    return code_point == SOFT_HYPHEN || code_point == ZERO_WIDTH_SPACE ||
           code_point == WORD_JOINER || code_point == ZERO_WIDTH_GLUE;
}

static enum joint joint_for(enum line_break may, bool behind_soft_hyphen, bool bound)
{
    if (bound)
        return JOINT_BOUND;
    if (may == BREAK_IN_ADDRESS)
        return JOINT_ADDRESS;
    return behind_soft_hyphen ? JOINT_HYPHEN : JOINT_BREAK;
}

/* Makes joints of the breaks, in their place. */
static unsigned char *find_joints(struct arena *arena, const struct collapse *collapse)
{
    struct str text = buf_str(&collapse->text);
    unsigned char *joints = ARENA_ARRAY(arena, unsigned char, text.len + 1);
    bool *bound = ARENA_ARRAY(arena, bool, text.len + 1);
    linebreak_find(text, joints);
    binding_find(text, bound);
    for (size_t at = 0; at < text.len; at++)
        if (joints[at] != BREAK_NEVER) {
            bool hyphen = str_ends(str_part(text, 0, at), "\u00AD");
            joints[at] = (unsigned char)joint_for((enum line_break)joints[at], hyphen, bound[at]);
        }
    joints[text.len] = JOINT_NONE;
    for (size_t i = 0; i < collapse->forced.count; i++)
        joints[collapse->forced.items[i]] = JOINT_FORCED;
    return joints;
}

/* Closes the gaps left by characters without a glyph; a joint before such a character moves to the
   one after it. */
static void leave_out_invisible(struct joined *joined, char *bytes, size_t runs)
{
    struct str text = joined->text;
    size_t kept = 0, run = 0;
    unsigned char carried = JOINT_NONE;
    for (size_t at = 0; at < text.len;) {
        for (; run < runs && joined->run_starts[run] <= at; run++)
            joined->run_starts[run] = kept;
        size_t start = at;
        uint32_t code_point = utf8_next(text, &at);
        if (joined->joints[start] > carried)
            carried = joined->joints[start];
        if (is_invisible(code_point))
            continue;
        for (size_t i = start; i < at; i++, kept++, carried = JOINT_NONE) {
            bytes[kept] = text.at[i];
            joined->joints[kept] = carried;
        }
    }
    for (; run <= runs; run++)
        joined->run_starts[run] = kept;
    joined->text = (struct str){bytes, kept};
    joined->joints[kept] = JOINT_FORCED;
}

static bool has_invisible(struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t code_point = utf8_next(text, &at);
        if (code_point >= SOFT_HYPHEN && is_invisible(code_point))
            return true;
    }
    return false;
}

/* No run begins beyond the end of the text, which is also where its last line ends. */
static void keep_whole(struct joined *joined, struct arena *arena, size_t runs)
{
    joined->text = str_copy(arena, joined->text);
    for (size_t run = 0; run <= runs; run++)
        if (run == runs || joined->run_starts[run] > joined->text.len)
            joined->run_starts[run] = joined->text.len;
    joined->joints[joined->text.len] = JOINT_FORCED;
}

/* The text in `arena`, the rest in `scratch`. White space becomes one space, also where runs meet;
   none at the start and the end. A forced break stands behind a space, so that words on both sides
   stay apart for a reader of the text. Soft hyphens, zero width spaces and word joiners leave
   nothing but their joints. */
static struct joined join_runs(struct arena *arena, struct arena *scratch, const struct run *runs,
                               size_t count)
{
    size_t *starts = ARENA_ARRAY(scratch, size_t, count + 1);
    struct collapse collapse = collapse_runs(scratch, runs, count, starts);
    struct joined joined = {.text = buf_str(&collapse.text),
                            .joints = find_joints(scratch, &collapse),
                            .run_starts = starts};
    if (has_invisible(joined.text))
        leave_out_invisible(&joined, arena_alloc(arena, joined.text.len), count);
    else
        keep_whole(&joined, arena, count);
    return joined;
}

/* A word longer than this is cut where it may break, so that long ones are not shaped over and
   over. */
enum { LONG_CHUNK = 32 };

struct chunks {
    LIST(struct chunk) list;
    int64_t x, spaces;
};

static struct glyphs shape_run(const struct breaking *breaking, size_t run, struct str text)
{
    const struct run *look = &breaking->paragraph->runs[run];
    return breaking->metrics->shape(breaking->metrics->self, breaking->scratch, look->face,
                                    look->size, text, look->features);
}

/* Every other chunk is a space: those of one run share their glyphs. */
static struct glyphs shape_chunk(const struct breaking *breaking, size_t run, struct str text)
{
    struct glyphs *space = &breaking->spaces[run];
    if (!str_is(text, " "))
        return shape_run(breaking, run, text);
    if (space->count == 0)
        *space = shape_run(breaking, run, text);
    return *space;
}

/* ---- kerning over spaces ---- */

/* The space with its two neighbours, some of which fonts kern: ". T". Absent at an end of the run,
   and before a forced break. */
static struct str around_space(const struct breaking *breaking, size_t space, size_t run_start,
                               size_t run_end)
{
    size_t before = space, after = space + 1;
    if (space == run_start || after == run_end || breaking->joints[after] == JOINT_FORCED)
        return STR_NONE;
    do
        before--;
    while (before > run_start && ((unsigned char)breaking->text.at[before] & 0xC0) == 0x80);
    utf8_next(breaking->text, &after);
    return str_part(breaking->text, before, after);
}

/* A space takes the kerning on both its sides: that with the word before it shows only if a word
   follows. */
static struct glyphs kern_space(const struct breaking *breaking, struct glyphs plain,
                                const struct chunk *before, struct str around)
{
    if (!before->glyphs.count)
        return plain;
    const struct glyph *last = &before->glyphs.items[before->glyphs.count - 1];
    const struct run *run = &breaking->paragraph->runs[before->run];
    const struct voice voice = {run->face, run->size, run->features};
    struct kerned_space kerned = kerned_space(breaking->metrics, breaking->scratch, &voice, around);
    milli advance = kerned.advance - last->advance;
    if (kerned.before != last->id || plain.count != 1 || advance == plain.width)
        return plain;
    struct glyph *space = ARENA_NEW(breaking->scratch, struct glyph);
    *space = plain.items[0];
    space->advance = advance;
    return (struct glyphs){.items = space, .count = 1, .width = space->advance};
}

/* ---- cutting ---- */

/* End of the part of a run that begins at `at`: a space, or text up to the next joint or space. */
static size_t part_end(const struct breaking *breaking, size_t at, size_t run_end)
{
    const char *bytes = breaking->text.at;
    if (bytes[at] == ' ')
        return at + 1;
    do
        at++;
    while (at < run_end && bytes[at] != ' ' && breaking->joints[at] == JOINT_NONE);
    return at;
}

/* Parts of one word stay in one chunk, for kerning across their joints, unless it grows long or is
   a web address. */
static size_t chunk_end(const struct breaking *breaking, size_t at, size_t first_end,
                        size_t run_end)
{
    const char *bytes = breaking->text.at;
    size_t end = first_end;
    while (bytes[at] != ' ' && end < run_end && bytes[end] != ' ' &&
           breaking->joints[end] != JOINT_ADDRESS) {
        size_t next = part_end(breaking, end, run_end);
        if (next - at > LONG_CHUNK)
            break;
        end = next;
    }
    return end;
}

static void add_chunk(const struct breaking *breaking, struct chunks *chunks, struct chunk chunk)
{
    chunk.x = chunks->x;
    chunk.spaces = chunks->spaces;
    chunks->x += chunk.glyphs.width;
    if (breaking->text.at[chunk.at] == ' ' && chunk.glyphs.width > 0)
        chunks->spaces += chunk.glyphs.width;
    *LIST_ADD(breaking->scratch, &chunks->list) = chunk;
}

static void cut_run(const struct breaking *breaking, struct chunks *chunks, size_t run,
                    size_t start, size_t end)
{
    for (size_t at = start, next; at < end; at = next) {
        size_t first_end = part_end(breaking, at, end);
        next = chunk_end(breaking, at, first_end, end);
        struct chunk chunk = {.at = at, .len = next - at, .run = run, .shaped_at = at};
        chunk.jointed = next > first_end;
        chunk.glyphs = shape_chunk(breaking, run, str_part(breaking->text, at, next));
        struct str around = STR_NONE;
        if (breaking->text.at[at] == ' ')
            around = around_space(breaking, at, start, end);
        if (around.at)
            chunk.glyphs = kern_space(breaking, chunk.glyphs,
                                      &chunks->list.items[chunks->list.count - 1], around);
        add_chunk(breaking, chunks, chunk);
    }
}

static void take_chunks(struct breaking *breaking, const struct chunks *chunks)
{
    breaking->chunks = chunks->list.items;
    breaking->chunk_count = chunks->list.count;
}

struct breaking *breaking_new(struct arena *arena, struct arena *scratch,
                              const struct metrics *metrics, const struct paragraph *paragraph)
{
    struct joined joined = join_runs(arena, scratch, paragraph->runs, paragraph->count);
    struct breaking *breaking = ARENA_NEW(scratch, struct breaking);
    *breaking = (struct breaking){.arena = arena,
                                  .scratch = scratch,
                                  .metrics = metrics,
                                  .paragraph = paragraph,
                                  .text = joined.text,
                                  .joints = joined.joints};
    breaking->hyphens = ARENA_ARRAY(scratch, struct glyphs, paragraph->count);
    breaking->spaces = ARENA_ARRAY(scratch, struct glyphs, paragraph->count);
    struct chunks chunks = {0};
    for (size_t run = 0; run < paragraph->count; run++)
        cut_run(breaking, &chunks, run, joined.run_starts[run], joined.run_starts[run + 1]);
    take_chunks(breaking, &chunks);
    return breaking;
}

struct glyphs chunk_part(const struct breaking *breaking, const struct chunk *chunk, size_t from,
                         size_t to)
{
    if (from == 0 && to == chunk->len)
        return chunk->glyphs;
    return shape_run(breaking, chunk->run,
                     str_part(breaking->text, chunk->at + from, chunk->at + to));
}

/* ---- shattering ---- */

/* Offset in the text that a glyph's characters begin at; of the last glyph's successor, the end. */
static size_t glyph_at(const struct chunk *chunk, size_t glyph)
{
    if (glyph == chunk->glyphs.count)
        return chunk->at + chunk->len;
    return chunk->shaped_at + chunk->glyphs.items[glyph].cluster;
}

/* One chunk for each cluster: glyphs that share characters stay together. */
static void shatter_chunk(const struct breaking *breaking, struct chunks *chunks,
                          const struct chunk *whole)
{
    size_t first = 0;
    while (first < whole->glyphs.count) {
        struct chunk shard = *whole;
        size_t end = first;
        shard.at = first == 0 ? whole->at : glyph_at(whole, first);
        shard.shattered = true;
        shard.glyphs = (struct glyphs){.items = whole->glyphs.items + first};
        do
            shard.glyphs.width =
                milli_clamp((int64_t)shard.glyphs.width + whole->glyphs.items[end++].advance);
        while (end < whole->glyphs.count && glyph_at(whole, end) == glyph_at(whole, first));
        shard.glyphs.count = end - first;
        shard.len = glyph_at(whole, end) - shard.at;
        add_chunk(breaking, chunks, shard);
        first = end;
    }
}

void breaking_shatter(struct breaking *breaking, const bool *marked)
{
    struct chunks chunks = {0};
    for (size_t i = 0; i < breaking->chunk_count; i++) {
        const struct chunk *chunk = &breaking->chunks[i];
        bool space = breaking->text.at[chunk->at] == ' ';
        if (marked[i] && !space && chunk->glyphs.count > 0)
            shatter_chunk(breaking, &chunks, chunk);
        else
            add_chunk(breaking, &chunks, *chunk);
    }
    take_chunks(breaking, &chunks);
}
