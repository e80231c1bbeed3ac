/* Patterns in a hash table, by their letters: "l5ex1a" says 5 of the place between l and e in any
   word that has "lexa" in it, and 1 of that before its a. A full stop stands for the start and for
   the end of a word. Of all that is said of a place the greatest number counts. */
#include "layout/hyphen_patterns.h"

enum { DOTTED = HYPHEN_LONGEST_WORD + 2 };

struct slot {
    uint32_t hash;
    uint32_t behind; /* offset of the pattern in the text, and one more; 0: free */
};

struct hyphen_patterns {
    struct str text; /* NUL-terminated */
    struct slot *slots;
    size_t slot_count; /* a power of two, more than twice the patterns */
    size_t longest;    /* letters of a pattern, in bytes */
};

static bool is_figure(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Patterns stand one a line. */
static bool is_line_end(char byte)
{
    return (unsigned char)byte < ' ';
}

/* ---- hashes ---- */

static const uint32_t hash_seed = UINT32_C(2166136261);

/* FNV-1a, a letter at a time, so that longer stretches of a word begin with shorter ones. */
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

/* ---- reading ---- */

static void add_pattern(struct hyphen_patterns *patterns, struct str pattern)
{
    uint32_t hash = hash_seed;
    size_t letters = 0;
    for (size_t i = 0; i < pattern.len; i++) {
        if (is_figure(pattern.at[i]))
            continue;
        hash = hash_next(hash, pattern.at[i]);
        letters++;
    }
    if (letters > patterns->longest)
        patterns->longest = letters;
    size_t slot = first_slot(patterns, hash);
    while (patterns->slots[slot].behind)
        slot = next_slot(patterns, slot);
    size_t at = (size_t)(pattern.at - patterns->text.at);
    patterns->slots[slot] = (struct slot){.hash = hash, .behind = (uint32_t)at + 1};
}

/* Not an option such as LEFTHYPHENMIN, a comment, or a hyphen that changes the spelling, which no
   English word has. */
static bool is_pattern(struct str line)
{
    bool option = line.len && line.at[0] >= 'A' && line.at[0] <= 'Z';
    return line.len && !option && line.at[0] != '%' && line.at[0] != '#' &&
           str_find(line, '/', 0) == line.len;
}

static size_t count_lines(struct str text)
{
    size_t lines = 0;
    for (size_t at = 0; at < text.len; at = str_find(text, '\n', at) + 1)
        lines++;
    return lines;
}

struct hyphen_patterns *hyphen_patterns_new(struct arena *arena, struct str file)
{
    if (!str_starts(file, "UTF-8") || file.len >= UINT32_MAX)
        return NULL;
    struct hyphen_patterns *patterns = ARENA_NEW(arena, struct hyphen_patterns);
    patterns->text = file;
    size_t lines = count_lines(file);
    patterns->slot_count = 1;
    while (patterns->slot_count <= 2 * lines)
        patterns->slot_count *= 2;
    patterns->slots = ARENA_ARRAY(arena, struct slot, patterns->slot_count);
    for (size_t at = 0, end; at < file.len; at = end + 1) {
        end = str_find(file, '\n', at);
        struct str line = str_trim(str_part(file, at, end));
        if (is_pattern(line))
            add_pattern(patterns, line);
    }
    return patterns;
}

/* ---- looking up ---- */

/* Are these the letters of a pattern? */
static bool has_letters(const char *pattern, struct str letters)
{
    size_t at = 0;
    for (; !is_line_end(*pattern); pattern++) {
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
    for (; !is_line_end(*pattern); pattern++)
        if (!is_figure(*pattern))
            values++;
        else if (*pattern - '0' > *values)
            *values = (unsigned char)(*pattern - '0');
}

static void apply(const struct hyphen_patterns *patterns, uint32_t hash, struct str letters,
                  unsigned char *values)
{
    size_t slot = first_slot(patterns, hash);
    for (; patterns->slots[slot].behind; slot = next_slot(patterns, slot)) {
        const char *pattern = patterns->text.at + patterns->slots[slot].behind - 1;
        if (patterns->slots[slot].hash == hash && has_letters(pattern, letters))
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
            apply(patterns, hash, (struct str){bytes + start, end + 1 - start}, dotted + start);
        }
    }
    memcpy(values, dotted + 1, word.len);
}
