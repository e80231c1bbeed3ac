/* Patterns in a hash table, by their letters: "l5ex1a" gives 5 to the place between l and e in any
   word that contains "lexa", and 1 to the place before its a. A full stop stands for the start or
   the end of a word. Of all numbers given to a place, the greatest counts. */
#include "layout/paragraph/hyphen_patterns.h"

enum { DOTTED = HYPHEN_LONGEST_WORD + 2 };

struct hyphen_patterns {
    struct str text; /* NUL-terminated */
    uint32_t *slots; /* offset of a pattern in the text, and one more; 0: free */
    uint64_t *
        filter; /* the bit of a hash is set if a pattern may have it; small, to stay in the cache */
    size_t slot_count, filter_bits; /* powers of two */
    size_t longest;                 /* letters of a pattern, in bytes */
};

static bool is_figure(char byte)
{
    return byte >= '0' && byte <= '9';
}

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
        if (is_figure(letter))
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
        if (is_figure(*pattern))
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
        if (!is_figure(*pattern))
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
