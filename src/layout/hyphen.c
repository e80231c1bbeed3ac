/* Hyphenation points of English words, by the patterns of the package hyphen-en-gb. */
#include "layout/hyphen.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "hyphenated_words.h"
#include "layout/hyphen_patterns.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <utf8proc.h>

/* Letters that must stay together at either end of a word. */
enum { LETTERS_EACH_SIDE = 3 };

struct hyphens {
    const struct hyphen_patterns *patterns;
    struct hyphenated_words *words; /* those that were asked for before */
};

/* The file's bytes; absent when they cannot be read. */
static struct str read_open_file(struct arena *arena, FILE *file)
{
    struct stat status;
    if (fstat(fileno(file), &status) != 0 || !S_ISREG(status.st_mode) ||
        status.st_size > LIMIT_FILE_BYTES)
        return STR_NONE;
    size_t size = (size_t)status.st_size;
    char *bytes = arena_alloc(arena, size + 1);
    return fread(bytes, 1, size, file) == size ? (struct str){bytes, size} : STR_NONE;
}

static struct str read_patterns(struct arena *arena, struct inputs *inputs, const char *path)
{
    FILE *file = fopen(path, "rb");
    struct str text = file ? read_open_file(arena, file) : STR_NONE;
    if (file)
        fclose(file);
    if (text.at)
        inputs_add(inputs, str_from(path), text);
    else if (inputs)
        inputs_add_missing(inputs, str_from(path));
    return text;
}

struct hyphens *hyphens_new(struct arena *arena, struct diags *diags, const char *path)
{
    struct str text = read_patterns(arena, diags->inputs, path);
    struct hyphen_patterns *patterns = text.at ? hyphen_patterns_new(arena, text) : NULL;
    if (!patterns) {
        diag_report_file(diags, W511, path, "no hyphenation patterns could be read");
        return NULL;
    }
    struct hyphens *hyphens = ARENA_NEW(arena, struct hyphens);
    hyphens->patterns = patterns;
    hyphens->words = hyphenated_words_new(arena);
    return hyphens;
}

static bool is_lower(uint32_t code_point)
{
    return utf8proc_category((utf8proc_int32_t)code_point) == UTF8PROC_CATEGORY_LL;
}

static uint32_t to_lower(uint32_t code_point)
{
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
}

/* The patterns know small letters only. Absent for what is not a word, acronyms and figures, and
   for a word with a foreign capital whose small letter takes another number of bytes. */
static struct str lower_word(struct str word, char lower[HYPHEN_LONGEST_WORD])
{
    for (size_t at = 0, start = 0; at < word.len; start = at) {
        uint32_t code_point = utf8_next(word, &at);
        uint32_t small = start == 0 ? to_lower(code_point) : code_point;
        char bytes[4];
        if (!is_lower(small) || utf8_put(small, bytes) != at - start)
            return STR_NONE;
        memcpy(lower + start, bytes, at - start);
    }
    return (struct str){lower, word.len};
}

static uint64_t find_by_patterns(const struct hyphens *hyphens, struct str word)
{
    char bytes[HYPHEN_LONGEST_WORD];
    unsigned char values[HYPHEN_LONGEST_WORD];
    size_t letters = utf8_count(word, 0, word.len), at = 0;
    struct str lower = letters < 2 * LETTERS_EACH_SIDE ? STR_NONE : lower_word(word, bytes);
    if (!lower.at)
        return 0;
    hyphen_patterns_find(hyphens->patterns, lower, values);
    uint64_t points = 0;
    for (size_t before = 1; before <= letters - LETTERS_EACH_SIDE; before++) {
        utf8_next(word, &at);
        if (before >= LETTERS_EACH_SIDE && values[at] & 1)
            points |= UINT64_C(1) << at;
    }
    return points;
}

uint64_t hyphens_find(const struct hyphens *hyphens, struct str word)
{
    uint64_t points = 0;
    if (word.len > HYPHEN_LONGEST_WORD || hyphenated_words_find(hyphens->words, word, &points))
        return points;
    points = find_by_patterns(hyphens, word);
    hyphenated_words_add(hyphens->words, word, points);
    return points;
}
