/* A hash table of shaped words, open addressing, at most half full. When it holds as many words as
   it may, it takes no more until the next briefing begins; shaping then gives the same glyphs, only
   later. */
#include "shaped_words.h"

#include "base/limits.h"

#include <xxhash.h>

enum { FIRST_SLOTS = 1024, LONGEST_WORD = 48 };

struct shaped_word {
    uint64_t hash;
    struct shaped_key key;
    struct glyphs glyphs;
};

struct shaped_words {
    struct arena *arena;
    const struct shaped_word **slots; /* NULL: free */
    size_t slot_count;                /* a power of two */
    size_t count;
};

static void start(struct shaped_words *words)
{
    words->arena = arena_new();
    words->slots = ARENA_ARRAY(words->arena, const struct shaped_word *, FIRST_SLOTS);
    words->slot_count = FIRST_SLOTS;
    words->count = 0;
}

struct shaped_words *shaped_words_new(struct arena *arena)
{
    struct shaped_words *words = ARENA_NEW(arena, struct shaped_words);
    start(words);
    return words;
}

void shaped_words_free(struct shaped_words *words)
{
    arena_free(words->arena);
    words->arena = NULL;
}

void shaped_words_rest(struct shaped_words *words)
{
    if (words->count < LIMIT_SHAPED_WORDS)
        return;
    arena_free(words->arena);
    start(words);
}

static uint64_t hash_of(const struct shaped_key *key)
{
    uint64_t look =
        (uint64_t)(uint32_t)key->size << 32 | (uint64_t)key->face << 8 | (uint64_t)key->features;
    return XXH3_64bits_withSeed(key->text.at, key->text.len, look);
}

static bool is_same(const struct shaped_key *a, const struct shaped_key *b)
{
    return a->face == b->face && a->size == b->size && a->features == b->features &&
           str_equal(a->text, b->text);
}

/* The slot of a word, or the free one where it belongs. */
static size_t slot_of(const struct shaped_words *words, uint64_t hash, const struct shaped_key *key)
{
    size_t slot = (size_t)hash & (words->slot_count - 1);
    for (; words->slots[slot]; slot = (slot + 1) & (words->slot_count - 1))
        if (words->slots[slot]->hash == hash && is_same(&words->slots[slot]->key, key))
            break;
    return slot;
}

const struct glyphs *shaped_words_find(const struct shaped_words *words,
                                       const struct shaped_key *key)
{
    if (key->text.len > LONGEST_WORD)
        return NULL;
    const struct shaped_word *word = words->slots[slot_of(words, hash_of(key), key)];
    return word ? &word->glyphs : NULL;
}

bool shaped_words_keeps(const struct shaped_words *words, const struct shaped_key *key)
{
    return key->text.len <= LONGEST_WORD && words->count < LIMIT_SHAPED_WORDS;
}

struct arena *shaped_words_arena(struct shaped_words *words)
{
    return words->arena;
}

static void grow(struct shaped_words *words)
{
    struct shaped_words wider = *words;
    wider.slot_count = 2 * words->slot_count;
    wider.slots = ARENA_ARRAY(words->arena, const struct shaped_word *, wider.slot_count);
    for (size_t i = 0; i < words->slot_count; i++)
        if (words->slots[i])
            wider.slots[slot_of(&wider, words->slots[i]->hash, &words->slots[i]->key)] =
                words->slots[i];
    *words = wider;
}

void shaped_words_add(struct shaped_words *words, const struct shaped_key *key,
                      struct glyphs glyphs)
{
    if (2 * (words->count + 1) > words->slot_count)
        grow(words);
    struct shaped_word *word = ARENA_NEW(words->arena, struct shaped_word);
    *word = (struct shaped_word){.hash = hash_of(key), .key = *key, .glyphs = glyphs};
    word->key.text = str_copy(words->arena, key->text);
    words->slots[slot_of(words, word->hash, &word->key)] = word;
    words->count++;
}
