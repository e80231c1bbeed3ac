/* Hyphenation: Liang's algorithm, and reading its patterns. */
#include "layout/paragraph/hyphen.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "files/file.h"
#include "files/input.h"
#include "layout/layout_codes.h"
#include "layout/paragraph/hyphen_patterns.h"

#include <string.h>
#include <utf8proc.h>
#include <xxhash.h>

/* ---- words that were hyphenated before, kept across briefings ---- */

/* A table of fixed size, in which a new word takes the place of an old one. A word and its points
   lie in one place of half a cache line, where the patterns are spread over a hundred times that.
 */
enum { PLACES = 4096, LONGEST_WORD = 27 };

struct place {
    uint32_t points;
    unsigned char len; /* 0: free */
    char text[LONGEST_WORD];
};

struct hyphenated_words {
    struct place places[PLACES];
};

static struct hyphenated_words *hyphenated_words_new(struct arena *arena)
{
    return ARENA_NEW(arena, struct hyphenated_words);
}

static size_t place_of(struct str word)
{
    return (size_t)(XXH3_64bits(word.at, word.len) % PLACES);
}

static bool hyphenated_words_find(const struct hyphenated_words *words, struct str word,
                                  uint64_t *points)
{
    if (word.len == 0 || word.len > LONGEST_WORD)
        return false;
    const struct place *place = &words->places[place_of(word)];
    *points = place->points;
    return place->len == word.len && memcmp(place->text, word.at, word.len) == 0;
}

static void hyphenated_words_add(struct hyphenated_words *words, struct str word, uint64_t points)
{
    if (word.len == 0 || word.len > LONGEST_WORD)
        return;
    struct place *place = &words->places[place_of(word)];
    place->points = (uint32_t)points;
    place->len = (unsigned char)word.len;
    memcpy(place->text, word.at, word.len);
}

/* Letters that must stay together at either end of a word. */
enum { LETTERS_EACH_SIDE = 3 };

struct hyphens {
    const struct hyphen_patterns *patterns;
    struct hyphenated_words *words; /* those that were asked for before */
};

/* A dictionary that exists but cannot be read is a failure, and not a reason to break lines
   elsewhere. */
static struct str refuse(struct diags *diags, const char *path, const char *why)
{
    struct diag *diag =
        diag_report_file(diags, &E551, path, "the hyphenation patterns cannot be read: %s", why);
    diag_hint(diags, diag, "see to the file, or install the package hyphen-en-gb again");
    return STR_NONE;
}

static const char *fault_of(const struct file *file)
{
    switch (file->fault) {
    case FILE_TOO_LARGE: return "too large";
    case FILE_CHANGED: return "it changed while it was read";
    case FILE_FAILED: return strerror(file->error);
    default: return "not a file";
    }
}

/* Absent after a diagnostic: a warning where nothing is installed. */
static struct str read_patterns(struct arena *arena, struct diags *diags, const char *path)
{
    struct file file;
    struct str text;
    if (file_read(arena, path, NULL, LIMIT_FILE_BYTES, &text, &file)) {
        inputs_add(diags->inputs, str_from(path), text);
        return text;
    }
    if (file.fault != FILE_MISSING)
        return refuse(diags, path, fault_of(&file));
    if (diags->inputs)
        inputs_add_missing(diags->inputs, str_from(path));
    diag_report_file(diags, &W511, path, "no hyphenation patterns are installed");
    return STR_NONE;
}

struct hyphens *hyphens_new(struct arena *arena, struct diags *diags, const char *path)
{
    struct str text = read_patterns(arena, diags, path);
    if (!text.at)
        return NULL;
    struct hyphens *hyphens = ARENA_NEW(arena, struct hyphens);
    hyphens->patterns = hyphen_patterns_new(arena, text);
    hyphens->words = hyphenated_words_new(arena);
    if (hyphens->patterns)
        return hyphens;
    refuse(diags, path, "they are none, or damaged");
    return NULL;
}

static bool is_lower(uint32_t code_point)
{
    return utf8proc_category((utf8proc_int32_t)code_point) == UTF8PROC_CATEGORY_LL;
}

static uint32_t to_lower(uint32_t code_point)
{
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
}

/* In small letters, the only ones that the patterns know. Absent for anything but a word, for
   acronyms and figures, and for a word with a foreign capital whose small letter has another number
   of bytes. */
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
