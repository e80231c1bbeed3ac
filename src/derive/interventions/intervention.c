/* How long the council was under intervention: in all, now, and by steps that bind in law. */
#include "brief/lookup.h"
#include "derive/derive.h"

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

static const char *kind_of(const struct derive *derive, const struct intervention *intervention)
{
    return str_z(derive->arena, intervention_kind_name(derive->arena, intervention));
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
        buf_addf(out, " to the end of the %s that replaced it, ", kind_of(derive, leaf));
    else
        buf_addf(out, " to the end of the %s, ", kind_of(derive, leaf));
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
        buf_addf(&out, "from the %s, " STR_FMT ",", kind_of(derive, head),
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

/* Do steps that bind nobody count beside others, and is it known of each? */
static bool is_part_by_law(const struct derive *derive)
{
    const struct intervention_list *all = &derive->briefing->interventions;
    bool binding = false, other = false;
    for (size_t i = 0; i < all->count; i++) {
        if (!intervention_begun(derive, &all->items[i]))
            continue;
        enum answer answer = intervention_binds(&all->items[i]);
        if (answer == ANSWER_ABSENT)
            return false;
        binding = binding || answer == ANSWER_YES;
        other = other || answer == ANSWER_NO;
    }
    return binding && other;
}

/* The same time by the steps that bind in law; NULL where that is all of it, or not known. */
static const struct measure *months_by_law(const struct derive *derive)
{
    if (!is_part_by_law(derive))
        return NULL;
    struct derive by_law = *derive;
    by_law.binding = true;
    struct spells spells = spells_find(&by_law);
    struct stretches shortest = spells_union(derive->arena, &spells, READ_SHORTEST);
    struct stretches longest = spells_union(derive->arena, &spells, READ_LONGEST);
    return new_measure(&by_law, &shortest, &longest);
}

static struct str department_of(const struct intervention *intervention)
{
    if (intervention_is_of_education(intervention))
        return STR("Department for Education");
    return intervention->department.len ? intervention->department
                                        : STR("ministry for local government");
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
    derived->months_by_law = months_by_law(derive);
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
