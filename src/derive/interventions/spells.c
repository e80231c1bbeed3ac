/* Finds spells under intervention, and puts together those that overlap. */
#include "brief/lookup.h"
#include "derive/derive.h"

#include <stdlib.h>

bool intervention_begun(const struct derive *derive, const struct intervention *intervention)
{
    bool wanted = !derive->binding || intervention_binds(intervention) == ANSWER_YES;
    return wanted && intervention_counts(intervention) &&
           !is_future(derive->briefing, &intervention->issued);
}

static size_t index_of(const struct derive *derive, const struct intervention *intervention)
{
    const struct intervention *first = derive->briefing->interventions.items;
    return (size_t)(intervention - first);
}

/* Did one end in the month in which the other was issued? */
static bool in_one_month(const struct date *ended, const struct date *issued)
{
    if (ended->precision == DATE_UNKNOWN || issued->precision == DATE_UNKNOWN ||
        ended->first == DAY_OPEN_START || ended->last == DAY_OPEN_END)
        return false;
    struct civil a = civil_from_day(ended->first), b = civil_from_day(ended->last);
    struct civil c = civil_from_day(issued->first), d = civil_from_day(issued->last);
    return a.year == b.year && a.month == b.month && c.year == d.year && c.month == d.month &&
           a.year == c.year && a.month == c.month;
}

/* Does an end say, without `replaces`, that the later one took its place? */
static bool passes_on(const struct intervention *earlier, const struct intervention *later)
{
    bool first = earlier->issued.precision != DATE_UNKNOWN &&
                 later->issued.precision != DATE_UNKNOWN &&
                 earlier->issued.first < later->issued.first;
    if (!first)
        return false;
    return in_one_month(&earlier->ended, &later->issued) ||
           (earlier->ended_how == END_REPLACED &&
            (int64_t)later->issued.last >= (int64_t)earlier->ended.first);
}

/* The first to be issued after the one that was replaced: no other may take its place. */
static bool is_next(const struct derive *derive, const struct intervention *earlier,
                    const struct intervention *later)
{
    const struct intervention_list *all = &derive->briefing->interventions;
    for (size_t i = 0; i < all->count; i++) {
        const struct intervention *other = &all->items[i];
        if (other != later && intervention_begun(derive, other) && passes_on(earlier, other) &&
            other->issued.first < later->issued.first)
            return false;
    }
    return true;
}

/* The one it replaces, where that is an intervention that had begun: by its own word, or because
   that one ended as replaced, or in the month in which this one began. */
static const struct intervention *before(const struct derive *derive,
                                         const struct intervention *intervention)
{
    const struct intervention *named = intervention->replaces.record;
    if (named)
        return intervention_begun(derive, named) ? named : NULL;
    const struct intervention_list *all = &derive->briefing->interventions;
    for (size_t i = 0; i < all->count; i++) {
        const struct intervention *earlier = &all->items[i];
        if (earlier != intervention && intervention_begun(derive, earlier) &&
            passes_on(earlier, intervention) && is_next(derive, earlier, intervention))
            return earlier;
    }
    return NULL;
}

/* Which interventions had been replaced. */
static bool *find_replaced(const struct derive *derive)
{
    const struct intervention_list *interventions = &derive->briefing->interventions;
    bool *replaced = ARENA_ARRAY(derive->arena, bool, interventions->count);
    for (size_t i = 0; i < interventions->count; i++) {
        const struct intervention *later = &interventions->items[i];
        const struct intervention *earlier =
            intervention_begun(derive, later) ? before(derive, later) : NULL;
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
    enum force force = intervention_force(derive->briefing, spell->leaf);
    spell->running = force == FORCE_RUNS;
    spell->unsure = force == FORCE_UNKNOWN;
    spell->to_first = spell->to_last = today;
    if (spell->running)
        return;
    spell->to_first = dated ? later_day(ended->first, spell->from_first) : spell->from_first;
    if (dated)
        spell->to_last = earlier_day(ended->last, today);
    if (!spell->unsure)
        return;
    struct date known = intervention_known_open(derive->briefing, spell->leaf);
    if (known.precision != DATE_UNKNOWN)
        spell->to_first = spell->to_last = known.first;
}

struct spells spells_find(const struct derive *derive)
{
    const struct intervention_list *interventions = &derive->briefing->interventions;
    const bool *replaced = find_replaced(derive);
    struct spells spells = {ARENA_ARRAY(derive->arena, struct spell, interventions->count), 0};
    for (size_t i = 0; i < interventions->count; i++) {
        const struct intervention *leaf = &interventions->items[i];
        if (replaced[i] || !intervention_begun(derive, leaf))
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
        .unsure = spell->unsure,
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
        last->unsure = last->unsure || next.unsure;
    }
    return joined;
}
