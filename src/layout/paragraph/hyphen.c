/* Hyphenation: Liang's algorithm, and reading its patterns. */
#include "layout/paragraph/hyphen.h"

#include "base/ascii.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "files/file.h"
#include "files/input.h"
#include "layout/layout_codes.h"

#include <string.h>
#include <utf8proc.h>
#include <xxhash.h>

/* ---- patterns in a hash table ---- */

enum { DOTTED = HYPHEN_LONGEST_WORD + 2 };

struct hyphen_patterns {
    struct str text; /* NUL-terminated */
    uint32_t *slots; /* offset of a pattern in the text, and one more; 0: free */
    uint64_t *
        filter; /* the bit of a hash is set if a pattern may have it; small, to stay in the cache */
    size_t slot_count, filter_bits; /* powers of two */
    size_t longest;                 /* letters of a pattern, in bytes */
};

/* Patterns stand one a line, and no word has a space in it. */
static bool is_pattern_end(char byte)
{
    return (unsigned char)byte <= ' ';
}

/* ---- hashes ---- */

static const uint32_t hash_seed = UINT32_C(2166136261);

/* FNV-1a, a letter at a time, so that the hash of a longer stretch continues that of a shorter one.
 */
static inline uint32_t hash_next(uint32_t hash, char letter)
{
    return (hash ^ (unsigned char)letter) * UINT32_C(16777619);
}

static size_t first_slot(const struct hyphen_patterns *patterns, uint32_t hash)
{
    return (hash ^ hash >> 15) & (patterns->slot_count - 1);
}

static size_t next_slot(const struct hyphen_patterns *patterns, size_t slot)
{
    return (slot + 1) & (patterns->slot_count - 1);
}

static inline uint64_t filter_bit(uint32_t hash)
{
    return UINT64_C(1) << hash % 64;
}

static inline uint64_t *filter_word(const struct hyphen_patterns *patterns, uint32_t hash)
{
    return &patterns->filter[(hash / 64 ^ hash >> 20) & (patterns->filter_bits / 64 - 1)];
}

/* ---- reading ---- */

static void add_pattern(struct hyphen_patterns *patterns, size_t at, uint32_t hash, size_t letters)
{
    if (letters > patterns->longest)
        patterns->longest = letters;
    size_t slot = first_slot(patterns, hash);
    while (patterns->slots[slot])
        slot = next_slot(patterns, slot);
    patterns->slots[slot] = (uint32_t)at + 1;
    *filter_word(patterns, hash) |= filter_bit(hash);
}

/* An option such as LEFTHYPHENMIN, or a comment. */
static bool is_no_pattern(char first)
{
    return (first >= 'A' && first <= 'Z') || first == '%' || first == '#';
}

/* Adds the pattern at `at`, unless its hyphen changes the spelling, which no English word's does;
   returns where it ends. */
static size_t read_pattern(struct hyphen_patterns *patterns, size_t at)
{
    uint32_t hash = hash_seed;
    size_t letters = 0, end = at;
    bool respelt = false;
    for (char letter; !is_pattern_end(letter = patterns->text.at[end]); end++) {
        respelt = respelt || letter == '/';
        if (ascii_is_digit(letter))
            continue;
        hash = hash_next(hash, letter);
        letters++;
    }
    if (!respelt)
        add_pattern(patterns, at, hash, letters);
    return end;
}

static void read_all(struct hyphen_patterns *patterns)
{
    struct str text = patterns->text;
    for (size_t at = 0; at < text.len; at++) {
        while (at < text.len && is_pattern_end(text.at[at]))
            at++;
        if (at < text.len && !is_no_pattern(text.at[at]))
            at = read_pattern(patterns, at);
        if (at < text.len && text.at[at] != '\n')
            at = str_find(text, '\n', at);
    }
}

static size_t count_lines(struct str text)
{
    size_t lines = 1;
    for (size_t at = 0; at < text.len; at++)
        lines += text.at[at] == '\n';
    return lines;
}

struct hyphen_patterns *hyphen_patterns_new(struct arena *arena, struct str file)
{
    enum {
        ROOM = 2,
        BITS = 4
    }; /* least slots for each pattern; bits of the filter for each slot */
    if (!str_starts(file, "UTF-8") || file.len >= UINT32_MAX)
        return NULL;
    struct hyphen_patterns *patterns = ARENA_NEW(arena, struct hyphen_patterns);
    size_t lines = count_lines(file);
    patterns->text = file;
    patterns->slot_count = 64 / BITS;
    while (patterns->slot_count <= ROOM * lines)
        patterns->slot_count *= 2;
    patterns->filter_bits = BITS * patterns->slot_count;
    patterns->slots = ARENA_ARRAY(arena, uint32_t, patterns->slot_count);
    patterns->filter = ARENA_ARRAY(arena, uint64_t, patterns->filter_bits / 64);
    read_all(patterns);
    return patterns;
}

/* ---- looking up ---- */

/* Are these the letters of a pattern? */
static bool has_letters(const char *pattern, struct str letters)
{
    size_t at = 0;
    for (; !is_pattern_end(*pattern); pattern++) {
        if (ascii_is_digit(*pattern))
            continue;
        if (at == letters.len || *pattern != letters.at[at])
            return false;
        at++;
    }
    return at == letters.len;
}

static void raise(const char *pattern, unsigned char *values)
{
    for (; !is_pattern_end(*pattern); pattern++)
        if (!ascii_is_digit(*pattern))
            values++;
        else if (*pattern - '0' > *values)
            *values = (unsigned char)(*pattern - '0');
}

static void apply(const struct hyphen_patterns *patterns, uint32_t hash, struct str letters,
                  unsigned char *values)
{
    size_t slot = first_slot(patterns, hash);
    for (; patterns->slots[slot]; slot = next_slot(patterns, slot)) {
        const char *pattern = patterns->text.at + patterns->slots[slot] - 1;
        if (has_letters(pattern, letters))
            raise(pattern, values);
    }
}

void hyphen_patterns_find(const struct hyphen_patterns *patterns, struct str word,
                          unsigned char values[HYPHEN_LONGEST_WORD])
{
    char bytes[DOTTED] = ".";
    unsigned char dotted[DOTTED + 1] = {0};
    memcpy(bytes + 1, word.at, word.len);
    bytes[word.len + 1] = '.';
    size_t len = word.len + 2;
    for (size_t start = 0; start < len; start++) {
        uint32_t hash = hash_seed;
        for (size_t end = start; end < len && end < start + patterns->longest; end++) {
            hash = hash_next(hash, bytes[end]);
            if (*filter_word(patterns, hash) & filter_bit(hash))
                apply(patterns, hash, (struct str){bytes + start, end + 1 - start}, dotted + start);
        }
    }
    memcpy(values, dotted + 1, word.len);
}

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
