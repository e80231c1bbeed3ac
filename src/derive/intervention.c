/* How long the council was under intervention: spells, and the one that runs now. */
#include "brief/lookup.h"
#include "derive/derive.h"

#include <stdlib.h>

/* From the first of a chain to the last: what replaces ends what was, so the dates between them do
   not matter. The days are the earliest and the latest that each end can be. */
struct spell {
    const struct intervention *head, *leaf;
    day from_first, from_last; /* DAY_OPEN_START: not known */
    day to_first, to_last;
    bool running; /* on the day of the briefing */
    bool unsure;  /* it had no end when it was last looked at; it may have gone on */
};

struct spells {
    struct spell *items;
    size_t count;
};

/* A stretch of days under at least one intervention. */
struct stretch {
    day from, to;
    const struct spell *first, *last; /* that begin and end it */
    size_t spells;
    bool running, unsure;
};

struct stretches {
    struct stretch *items;
    size_t count;
};

enum reading { READ_SHORTEST, READ_LONGEST };

/* ---- spells under intervention ---- */

static bool has_begun(const struct derive *derive, const struct intervention *intervention)
{
    return intervention_counts(intervention) && !is_future(derive->briefing, &intervention->issued);
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
        if (other != later && has_begun(derive, other) && passes_on(earlier, other) &&
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
        return has_begun(derive, named) ? named : NULL;
    const struct intervention_list *all = &derive->briefing->interventions;
    for (size_t i = 0; i < all->count; i++) {
        const struct intervention *earlier = &all->items[i];
        if (earlier != intervention && has_begun(derive, earlier) &&
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

/* The chains that had begun by the day of the briefing. */
static struct spells spells_find(const struct derive *derive)
{
    const struct intervention_list *interventions = &derive->briefing->interventions;
    const bool *replaced = find_replaced(derive);
    struct spells spells = {ARENA_ARRAY(derive->arena, struct spell, interventions->count), 0};
    for (size_t i = 0; i < interventions->count; i++) {
        const struct intervention *leaf = &interventions->items[i];
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

/* The union of the spells, each read as short or as long as its dates allow, oldest first. */
static struct stretches spells_union(struct arena *arena, const struct spells *spells,
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

/* ---- how long, in all and in the spell that runs now ---- */

enum { DAYS_IN_A_MONTH = 30 }; /* when parts of months from several stretches are added up */

/* Months and days over from one day to another. */
struct length {
    int64_t months, days;
};

static struct length length_of(day from, day to)
{
    struct date a = date_of_day(from), b = date_of_day(to);
    int64_t months = months_between(&a, &b).low;
    struct civil civil = civil_from_day(from);
    int64_t month = civil.month - 1 + months;
    int32_t year = civil.year + (int32_t)(month / 12);
    int month_of_year = (int)(month % 12) + 1;
    int last = days_in_month(year, month_of_year);
    day whole = day_from_civil(year, month_of_year, civil.day < last ? civil.day : last);
    return (struct length){.months = months, .days = (int64_t)to - whole};
}

static int64_t total_months(const struct stretches *stretches)
{
    struct length total = {0};
    for (size_t i = 0; i < stretches->count; i++) {
        struct length length = length_of(stretches->items[i].from, stretches->items[i].to);
        total.months += length.months;
        total.days += length.days;
    }
    return total.months + total.days / DAYS_IN_A_MONTH;
}

static struct stretches running_only(struct arena *arena, const struct stretches *stretches)
{
    struct stretches running = {ARENA_ARRAY(arena, struct stretch, stretches->count), 0};
    for (size_t i = 0; i < stretches->count; i++)
        if (stretches->items[i].running)
            running.items[running.count++] = stretches->items[i];
    return running;
}

static bool begins_at_no_known_day(const struct stretches *stretches)
{
    return stretches->count && stretches->items[0].from == DAY_OPEN_START;
}

static bool is_open_ended(const struct stretches *stretches)
{
    for (size_t i = 0; i < stretches->count; i++)
        if (stretches->items[i].unsure && !stretches->items[i].running)
            return true;
    return false;
}

/* Without a known beginning or end there is only a least value. */
static void set_months(const struct derive *derive, struct measure *measure,
                       const struct stretches *shortest, const struct stretches *longest)
{
    int64_t low = total_months(shortest);
    if (begins_at_no_known_day(longest) || is_open_ended(longest)) {
        measure->at_least = (struct whole){.known = low > 0, .value = low};
        measure->text = low > 0 ? str_format(derive->arena, "at least %lld month%s", (long long)low,
                                             low == 1 ? "" : "s")
                                : STR("not known");
        return;
    }
    int64_t high = total_months(longest);
    measure_set(measure,
                (struct range){.known = true, .low = low, .high = high > low ? high : low});
    measure->text = range_text(derive->arena, measure->value, "month", "months");
}

static const char *kind_of(const struct intervention *intervention)
{
    const struct field *field = record_field(&intervention_table, STR("kind"));
    return word_label(field->words, intervention->kind);
}

static void add_end(const struct derive *derive, struct buf *out, const struct stretch *stretch)
{
    const struct intervention *leaf = stretch->last->leaf;
    if (stretch->running) {
        buf_addf(out, " to " STR_FMT ", the day of this briefing",
                 STR_ARG(long_date(derive, &derive->briefing->briefing->as_at)));
        return;
    }
    if (stretch->unsure) {
        struct date known = intervention_known_open(derive->briefing, leaf);
        buf_addf(out, " to " STR_FMT ", when it was last known to be in force",
                 STR_ARG(long_date(derive, &known)));
        return;
    }
    if (leaf == stretch->first->head)
        buf_addz(out, " to its end, ");
    else if (stretch->first == stretch->last)
        buf_addf(out, " to the end of the %s that replaced it, ", kind_of(leaf));
    else
        buf_addf(out, " to the end of the %s, ", kind_of(leaf));
    buf_addf(out, STR_FMT, STR_ARG(long_date(derive, &leaf->ended)));
}

/* "from the statutory direction, December 2013, to its end, January 2018" */
static struct str base_of(const struct derive *derive, const struct stretches *stretches)
{
    struct buf out = {.arena = derive->arena};
    bool overlapping = false;
    for (size_t i = 0; i < stretches->count; i++) {
        const struct stretch *stretch = &stretches->items[i];
        const struct intervention *head = stretch->first->head;
        if (i)
            buf_addz(&out, i + 1 == stretches->count ? ", and " : ", ");
        buf_addf(&out, "from the %s, " STR_FMT ",", kind_of(head),
                 STR_ARG(long_date(derive, &head->issued)));
        add_end(derive, &out, stretch);
        overlapping = overlapping || stretch->spells > 1;
    }
    if (overlapping)
        buf_addz(&out, "; time under several interventions at once is counted once");
    return buf_str(&out);
}

static struct measure *new_measure(const struct derive *derive, const struct stretches *shortest,
                                   const struct stretches *longest)
{
    struct measure *measure = ARENA_NEW(derive->arena, struct measure);
    set_months(derive, measure, shortest, longest);
    measure->base = base_of(derive, longest);
    return measure;
}

static struct measure *no_intervention(const struct derive *derive)
{
    struct measure *measure = ARENA_NEW(derive->arena, struct measure);
    const struct cover *cover = cover_of(derive->briefing, COVER_INTERVENTIONS);
    measure->text = cover ? absence_text(derive->arena, derive->briefing, cover) : STR("not known");
    return measure;
}

static struct str department_of(const struct intervention *intervention)
{
    return intervention_is_of_education(intervention) ? STR("Department for Education")
                                                      : intervention->department;
}

static bool is_listed(const struct str *names, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_alike(names[i], name))
            return true;
    return false;
}

static struct texts find_departments(const struct derive *derive)
{
    const struct intervention_list *all = &derive->briefing->interventions;
    struct str *names = ARENA_ARRAY(derive->arena, struct str, all->count);
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++) {
        struct str name = department_of(&all->items[i]);
        if (!is_listed(names, count, name))
            names[count++] = name;
    }
    return (struct texts){.items = names,
                          .spans = ARENA_ARRAY(derive->arena, struct span, all->count),
                          .count = count};
}

void derive_interventions(const struct derive *derive, struct derived *derived)
{
    derived->departments = find_departments(derive);
    struct spells spells = spells_find(derive);
    struct stretches shortest = spells_union(derive->arena, &spells, READ_SHORTEST);
    struct stretches longest = spells_union(derive->arena, &spells, READ_LONGEST);
    struct measure *total =
        spells.count ? new_measure(derive, &shortest, &longest) : no_intervention(derive);
    measure_set_claim(derive, total, CLAIM_MONTHS_IN_INTERVENTION);
    derived->months_in_intervention = total;
    if (!spells.count)
        return;
    struct stretches running = running_only(derive->arena, &longest);
    derived->in_intervention = running.count             ? ANSWER_YES
                               : is_open_ended(&longest) ? ANSWER_ABSENT
                                                         : ANSWER_NO;
    if (!running.count)
        return;
    struct stretches running_shortest = running_only(derive->arena, &shortest);
    derived->current_intervention = new_measure(derive, &running_shortest, &running);
}
