/* Runs to one text: collapsing white space, finding joints, leaving out what has no glyph. */
#include "layout/paragraph/join.h"

#include "base/list.h"
#include "base/utf8.h"
#include "layout/paragraph/binding.h"
#include "layout/paragraph/linebreak.h"

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

/* Copies what stands between white space that must go or become another. */
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

/* Every forced line has a space at its end, and so is never empty text. */
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

/* Moves what has a glyph together; a joint before what is left out goes to what follows it. */
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

/* Runs begin nowhere behind the end of the text, where its last line ends too. */
static void keep_whole(struct joined *joined, struct arena *arena, size_t runs)
{
    joined->text = str_copy(arena, joined->text);
    for (size_t run = 0; run <= runs; run++)
        if (run == runs || joined->run_starts[run] > joined->text.len)
            joined->run_starts[run] = joined->text.len;
    joined->joints[joined->text.len] = JOINT_FORCED;
}

struct joined join_runs(struct arena *arena, struct arena *scratch, const struct run *runs,
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
