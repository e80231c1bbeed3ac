/* Hyphenation points of English words, from libhyphen. */
#include "layout/hyphen.h"

#include "base/utf8.h"

#include <hyphen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <utf8proc.h>

/* Letters that must stay together at either end of a word, and the longest word looked up. */
enum { LETTERS_EACH_SIDE = 3, LONGEST_WORD = 64 };

struct hyphens {
    HyphenDict *patterns;
};

/* libhyphen reads the file itself. */
static void note_input(struct arena *arena, struct inputs *inputs, const char *path)
{
    struct str hash = inputs ? hash_file(arena, path) : STR_NONE;
    if (hash.at)
        inputs_add_hashed(inputs, str_from(path), hash);
    else
        inputs_add_missing(inputs, str_from(path));
}

struct hyphens *hyphens_new(struct arena *arena, struct diags *diags, const char *path)
{
    struct stat status;
    bool is_file = stat(path, &status) == 0 && S_ISREG(status.st_mode);
    note_input(arena, diags->inputs, path);
    HyphenDict *patterns = is_file ? hnj_hyphen_load(path) : NULL;
    if (patterns && patterns->utf8) {
        struct hyphens *hyphens = ARENA_NEW(arena, struct hyphens);
        hyphens->patterns = patterns;
        return hyphens;
    }
    if (patterns)
        hnj_hyphen_free(patterns);
    diag_report_file(diags, W511, path, "no hyphenation patterns could be read");
    return NULL;
}

void hyphens_free(struct hyphens *hyphens)
{
    if (hyphens)
        hnj_hyphen_free(hyphens->patterns);
}

static bool is_lower(uint32_t code_point)
{
    return utf8proc_category((utf8proc_int32_t)code_point) == UTF8PROC_CATEGORY_LL;
}

static uint32_t to_lower(uint32_t code_point)
{
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
}

/* The patterns know small letters only. Absent for what is not a word: acronyms, figures. */
static struct str lower_word(struct arena *scratch, struct str word)
{
    struct buf lower = {.arena = scratch};
    for (size_t at = 0; at < word.len;) {
        bool first = at == 0;
        uint32_t code_point = utf8_next(word, &at);
        uint32_t small = first ? to_lower(code_point) : code_point;
        if (!is_lower(small))
            return STR_NONE;
        buf_code_point(&lower, small);
    }
    return buf_str(&lower);
}

/* libhyphen's marks, one a character: an odd one allows a hyphen behind it. Absent on failure. */
static const char *marks_of(const struct hyphens *hyphens, struct arena *scratch, struct str word)
{
    char *marks = arena_alloc(scratch, word.len + 5); /* libhyphen asks for five more */
    char **replacements = NULL;
    int *positions = NULL, *cuts = NULL;
    int failed = hnj_hyphen_hyphenate2(hyphens->patterns, word.at, (int)word.len, marks, NULL,
                                       &replacements, &positions, &cuts);
    for (size_t i = 0; replacements && i < word.len; i++) {
        if (replacements[i])
            marks[i] = 0; /* a hyphen that changes the spelling: no English word has one */
        free(replacements[i]);
    }
    free(replacements);
    free(positions);
    free(cuts);
    return failed ? NULL : marks;
}

size_t hyphens_find(const struct hyphens *hyphens, struct arena *scratch, struct str word,
                    bool *points)
{
    memset(points, 0, word.len * sizeof *points);
    if (word.len > LONGEST_WORD)
        return 0;
    size_t letters = utf8_count(word, 0, word.len);
    if (letters < 2 * LETTERS_EACH_SIDE)
        return 0;
    struct str lower = lower_word(scratch, word);
    const char *marks = lower.at ? marks_of(hyphens, scratch, lower) : NULL;
    if (!marks)
        return 0;
    size_t found = 0, at = 0;
    for (size_t before = 1; before <= letters - LETTERS_EACH_SIDE; before++) {
        utf8_next(word, &at);
        if (before < LETTERS_EACH_SIDE || !(marks[before - 1] & 1))
            continue;
        points[at] = true;
        found++;
    }
    return found;
}
