/* Spells under intervention: chains of interventions that replace one another, and their union. */
#include "spells.h"

#include "../facts.h"

#include <stdlib.h>

static bool has_begun(const struct derive *derive, const struct intervention *intervention)
{
    return intervention_counts(intervention) && !is_future(derive->briefing, &intervention->issued);
}

static size_t index_of(const struct derive *derive, const struct intervention *intervention)
{
    const struct intervention *first = derive->briefing->interventions.items;
    return (size_t)(intervention - first);
}

/* The one it replaces, where that is an intervention that had begun. */
static const struct intervention *before(const struct derive *derive,
                                         const struct intervention *intervention)
{
    const struct intervention *earlier = intervention->replaces.record;
    return earlier && has_begun(derive, earlier) ? earlier : NULL;
}

/* Which interventions had been replaced. */
static bool *find_replaced(const struct derive *derive)
{
    const struct records *interventions = &derive->briefing->interventions;
    bool *replaced = ARENA_ARRAY(derive->arena, bool, interventions->count);
    for (size_t i = 0; i < interventions->count; i++) {
        const struct intervention *later = records_at(interventions, &intervention_table, i);
        const struct intervention *earlier =
            has_begun(derive, later) ? before(derive, later) : NULL;
        if (earlier)
            replaced[index_of(derive, earlier)] = true;
    }
    return replaced;
}

static day earlier_day(day a, day b)
{
    return a < b ? a : b;
}

static day later_day(day a, day b)
{
    return a > b ? a : b;
}

/* A chain has begun by the time that any of it was issued. */
static void set_start(const struct derive *derive, struct spell *spell)
{
    spell->from_last = derive->briefing->briefing->as_at.first;
    size_t steps = derive->briefing->interventions.count;
    for (const struct intervention *at = spell->leaf; at && steps; steps--) {
        spell->head = at;
        if (at->issued.precision != DATE_UNKNOWN)
            spell->from_last = earlier_day(spell->from_last, at->issued.last);
        at = before(derive, at);
    }
    bool known = spell->head->issued.precision != DATE_UNKNOWN;
    spell->from_first = known ? spell->head->issued.first : DAY_OPEN_START;
}

static void set_end(const struct derive *derive, struct spell *spell)
{
    day today = derive->briefing->briefing->as_at.first;
    const struct date *ended = &spell->leaf->ended;
    bool dated = ended->precision != DATE_UNKNOWN;
    spell->running = dated ? ended->first > today : spell->leaf->ended_how == END_ABSENT;
    spell->to_first = spell->to_last = today;
    if (spell->running)
        return;
    spell->to_first = dated ? later_day(ended->first, spell->from_first) : spell->from_first;
    if (dated)
        spell->to_last = earlier_day(ended->last, today);
}

struct spells spells_find(const struct derive *derive)
{
    const struct records *interventions = &derive->briefing->interventions;
    const bool *replaced = find_replaced(derive);
    struct spells spells = {ARENA_ARRAY(derive->arena, struct spell, interventions->count), 0};
    for (size_t i = 0; i < interventions->count; i++) {
        const struct intervention *leaf = records_at(interventions, &intervention_table, i);
        if (replaced[i] || !has_begun(derive, leaf))
            continue;
        struct spell *spell = &spells.items[spells.count++];
        spell->leaf = leaf;
        set_start(derive, spell);
        set_end(derive, spell);
    }
    return spells;
}

static struct stretch read_spell(const struct spell *spell, enum reading reading)
{
    bool longest = reading == READ_LONGEST;
    return (struct stretch){
        .from = longest ? spell->from_first : spell->from_last,
        .to = longest ? spell->to_last : spell->to_first,
        .first = spell,
        .last = spell,
        .spells = 1,
        .running = spell->running,
    };
}

/* Those that begin on one day in the order in which they were found. */
static int by_start(const void *left, const void *right)
{
    const struct stretch *a = left, *b = right;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return a->first < b->first ? -1 : a->first > b->first;
}

/* In order of their first day; a spell that may not have lasted at all is left out. */
static struct stretches read_spells(struct arena *arena, const struct spells *spells,
                                    enum reading reading)
{
    struct stretches read = {ARENA_ARRAY(arena, struct stretch, spells->count), 0};
    for (size_t i = 0; i < spells->count; i++) {
        struct stretch stretch = read_spell(&spells->items[i], reading);
        if (stretch.from <= stretch.to)
            read.items[read.count++] = stretch;
    }
    if (read.count)
        qsort(read.items, read.count, sizeof *read.items, by_start);
    return read;
}

struct stretches spells_union(struct arena *arena, const struct spells *spells,
                              enum reading reading)
{
    struct stretches all = read_spells(arena, spells, reading);
    struct stretches joined = {all.items, 0};
    for (size_t i = 0; i < all.count; i++) {
        struct stretch next = all.items[i];
        struct stretch *last = joined.count ? &joined.items[joined.count - 1] : NULL;
        if (!last || (int64_t)next.from > (int64_t)last->to + 1) {
            joined.items[joined.count++] = next;
            continue;
        }
        if (next.to > last->to || (next.to == last->to && next.running)) {
            last->to = next.to;
            last->last = next.last;
        }
        last->spells += next.spells;
        last->running = last->running || next.running;
    }
    return joined;
}
