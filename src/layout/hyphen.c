/* Hyphenation points of English words, by the patterns of the package hyphen-en-gb. */
#include "layout/hyphen.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "layout/hyphen_patterns.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <utf8proc.h>

/* Letters that must stay together at either end of a word. */
enum { LETTERS_EACH_SIDE = 3 };

struct hyphens {
    const struct hyphen_patterns *patterns;
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

size_t hyphens_find(const struct hyphens *hyphens, struct arena *scratch, struct str word,
                    bool *points)
{
    memset(points, 0, word.len * sizeof *points);
    if (word.len > HYPHEN_LONGEST_WORD)
        return 0;
    size_t letters = utf8_count(word, 0, word.len);
    if (letters < 2 * LETTERS_EACH_SIDE)
        return 0;
    struct str lower = lower_word(scratch, word);
    if (lower.len != word.len) /* also of a foreign capital whose small letter takes more room */
        return 0;
    unsigned char values[HYPHEN_LONGEST_WORD];
    hyphen_patterns_find(hyphens->patterns, lower, values);
    size_t found = 0, at = 0;
    for (size_t before = 1; before <= letters - LETTERS_EACH_SIDE; before++) {
        utf8_next(word, &at);
        if (before < LETTERS_EACH_SIDE || !(values[at] & 1))
            continue;
        points[at] = true;
        found++;
    }
    return found;
}
