/* How each indicator stands: its latest value, what changed, what is missing and what is forecast.
 */
#include "derive/measures/indicators.h"

static bool is_measured(const struct look *look, size_t i)
{
    const struct indicator_value *value = look->values[i];
    return !value->of.len && value_is_measured(look->derive->briefing, value);
}

static size_t find_latest(const struct look *look)
{
    for (size_t i = look->count; i-- > 0;)
        if (is_measured(look, i))
            return i;
    return look->count;
}

/* ---- what changed ---- */

/* "up 3 percentage points since 2023-24"; "down since 2019 (at least 300)" */
static struct str change_text(const struct look *look, const struct indicator_value *before,
                              enum verdict order)
{
    const struct indicator_value *latest = look->values[look->latest];
    struct str since = long_date(look->derive, &before->period);
    if (order == VERDICT_SAME)
        return str_format(look->arena, "no change since " STR_FMT, STR_ARG(since));
    struct str then = quantity_exactly(look->arena, look->indicator, before);
    if (order == VERDICT_ABSENT)
        return str_format(look->arena, STR_FMT " " STR_FMT, STR_ARG(then),
                          STR_ARG(when_text(look, &before->period)));
    const char *way = order == VERDICT_HIGHER ? "up" : "down";
    if (latest->precision || before->precision)
        return str_format(look->arena, "%s since " STR_FMT " (" STR_FMT ")", way, STR_ARG(since),
                          STR_ARG(then));
    int64_t apart = quantity_of(&latest->value).millionths - quantity_of(&before->value).millionths;
    int places = places_of_both(&latest->value, &before->value);
    return str_format(look->arena, "%s " STR_FMT " since " STR_FMT, way,
                      STR_ARG(quantity_apart(look->arena, look->indicator, apart, places)),
                      STR_ARG(since));
}

/* Why the latest value cannot be compared with one at `before`; absent: it can. */
static struct str new_series_since(const struct look *look, size_t before)
{
    for (size_t i = look->latest; i > before; i--)
        if (look->values[i]->new_series.len)
            return look->values[i]->new_series;
    return STR_NONE;
}

static enum verdict compare_with(const struct look *look, size_t before, struct str *text)
{
    const struct indicator_value *latest = look->values[look->latest];
    struct str broken = new_series_since(look, before);
    if (broken.len) {
        *text = str_format(look->arena, "not comparable with " STR_FMT,
                           STR_ARG(long_date(look->derive, &look->values[before]->period)));
        return VERDICT_ABSENT;
    }
    enum verdict order = order_of(reach_of(latest), reach_of(look->values[before]));
    *text = change_text(look, look->values[before], order);
    return judged(look->indicator, order);
}

/* The value before the latest, of a period as long; `count`: there is none. */
static size_t find_previous(const struct look *look)
{
    const struct date *period = &look->values[look->latest]->period;
    for (size_t i = look->latest; i-- > 0;)
        if (is_measured(look, i) && periods_are_alike(&look->values[i]->period, period) &&
            look->values[i]->period.first < period->first)
            return i;
    return look->count;
}

/* The value for the same time a year earlier. */
static size_t find_year_before(const struct look *look)
{
    const struct date *period = &look->values[look->latest]->period;
    enum { LEAST = 363, MOST = 369 };
    for (size_t i = look->latest; i-- > 0;) {
        int64_t days = (int64_t)period->first - look->values[i]->period.first;
        if (is_measured(look, i) && periods_are_alike(&look->values[i]->period, period) &&
            days >= LEAST && days <= MOST)
            return i;
    }
    return look->count;
}

static void set_changes(const struct look *look, struct measured *measured)
{
    size_t previous = find_previous(look), year = find_year_before(look);
    if (previous < look->count)
        measured->verdict = (int)compare_with(look, previous, &measured->change);
    if (year < look->count && year != previous)
        measured->year_verdict = (int)compare_with(look, year, &measured->year_change);
}

/* ---- what has no value, and what is forecast ---- */

static void add_part(struct buf *out, const char *between, struct str part)
{
    if (!part.len)
        return;
    buf_addz(out, out->len ? between : "");
    buf_add(out, part);
}

/* Those after the latest value; all, where there is none. */
static bool is_after_latest(const struct look *look, size_t i)
{
    return look->latest == look->count || i > look->latest;
}

static struct str missing_text(const struct look *look)
{
    struct buf out = {.arena = look->arena};
    for (size_t i = 0; i < look->count; i++) {
        const struct indicator_value *value = look->values[i];
        if (value->value.text.at || value->of.len || !is_after_latest(look, i))
            continue;
        struct str reason = value->reason.len ? value->reason : STR("no value, no reason given");
        add_part(&out, "; ",
                 str_format(look->arena, STR_FMT ": " STR_FMT,
                            STR_ARG(long_date(look->derive, &value->period)), STR_ARG(reason)));
    }
    return out.len ? buf_str(&out) : STR_NONE;
}

static struct str ahead_text(const struct look *look)
{
    struct buf out = {.arena = look->arena};
    for (size_t i = 0; i < look->count; i++) {
        const struct indicator_value *value = look->values[i];
        if (value->status != VALUE_FORECAST || !value->value.text.at || !is_after_latest(look, i))
            continue;
        add_part(&out, "; ",
                 str_format(look->arena, STR_FMT " forecast for " STR_FMT,
                            STR_ARG(quantity_exactly(look->arena, look->indicator, value)),
                            STR_ARG(long_date(look->derive, &value->period))));
    }
    return out.len ? buf_str(&out) : STR_NONE;
}

/* ---- the whole ---- */

static struct str with_verdict(const struct look *look, int verdict, struct str change)
{
    bool judges = verdict == VERDICT_BETTER || verdict == VERDICT_WORSE;
    if (!judges)
        return change;
    return str_format(look->arena, "%s: " STR_FMT, verdict == VERDICT_BETTER ? "better" : "worse",
                      STR_ARG(change));
}

/* "off target: at least 66%, 5 percentage points under" */
static struct str target_in_words(const struct look *look, const struct measured *measured)
{
    static const char *const words[] = {
        [TARGET_ABSENT] = "target",
        [TARGET_MET] = "on target",
        [TARGET_NEAR] = "within tolerance of the target",
        [TARGET_MISSED] = "off target",
        [TARGET_TO_COME] = "target not yet due",
    };
    if (!measured->target.len)
        return STR_NONE;
    return str_format(look->arena, "%s: " STR_FMT "%s" STR_FMT, words[measured->target_state],
                      STR_ARG(measured->target), measured->gap.len ? ", " : "",
                      STR_ARG(measured->gap));
}

static struct str text_of(const struct look *look, const struct measured *measured)
{
    struct buf out = {.arena = look->arena};
    if (measured->latest)
        buf_addf(&out, STR_FMT " " STR_FMT, STR_ARG(measured->value),
                 STR_ARG(when_text(look, &measured->period)));
    else
        buf_addz(&out, "no value is known");
    add_part(&out, "; ", with_verdict(look, measured->verdict, measured->change));
    add_part(&out, "; ", with_verdict(look, measured->year_verdict, measured->year_change));
    add_part(&out, "; ", target_in_words(look, measured));
    for (size_t i = 0; i < measured->compared.count; i++)
        add_part(&out, "; ", measured->compared.items[i].text);
    add_part(&out, "; ", measured->rank);
    add_part(&out, "; ", measured->missing);
    add_part(&out, "; ", measured->ahead);
    return buf_str(&out);
}

/* Only here with "per 10,000", which goes without saying wherever else the indicator is spoken of.
 */
static struct str latest_text(const struct look *look)
{
    struct str value = quantity_exactly(look->arena, look->indicator, look->values[look->latest]);
    return str_format(look->arena, STR_FMT "%s", STR_ARG(value),
                      look->indicator->unit == UNIT_PER_10000 ? " per 10,000" : "");
}

static struct measured measured_of(const struct derive *derive, const struct indicator *indicator)
{
    struct look look = {
        .derive = derive,
        .arena = derive->arena,
        .indicator = indicator,
        .values = values_in_order(derive->arena, indicator),
        .count = indicator->values.count,
    };
    look.latest = find_latest(&look);
    struct measured measured = {
        .head = indicator->fact.head,
        .indicator = indicator,
        .name = indicator->name,
        .group = indicator->group,
    };
    if (look.latest < look.count) {
        measured.latest = look.values[look.latest];
        measured.value = latest_text(&look);
        measured.period = measured.latest->period;
        set_changes(&look, &measured);
    }
    set_target(&look, &measured);
    set_compared(&look, &measured);
    measured.missing = missing_text(&look);
    measured.ahead = ahead_text(&look);
    measured.text = text_of(&look, &measured);
    return measured;
}

/* ---- what stands out ---- */

enum { MOST_NAMES = 5 }; /* that a sentence lists; more are counted */

static bool is_met(const struct measured *measured)
{
    return measured->target_state == TARGET_MET;
}

static bool is_near(const struct measured *measured)
{
    return measured->target_state == TARGET_NEAR;
}

static bool is_missed(const struct measured *measured)
{
    return measured->target_state == TARGET_MISSED;
}

static bool is_better(const struct measured *measured)
{
    return measured->verdict == VERDICT_BETTER;
}

static bool is_worse(const struct measured *measured)
{
    return measured->verdict == VERDICT_WORSE;
}

static size_t count_of_them(const struct measured_list *all,
                            bool (*belongs)(const struct measured *measured))
{
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++)
        count += belongs(&all->items[i]);
    return count;
}

/* "Off target: agency social workers; vacant posts.", "Off target: 12 indicators." */
static void add_named(struct buf *out, const char *words, const struct measured_list *all,
                      bool (*belongs)(const struct measured *measured))
{
    size_t count = count_of_them(all, belongs), named = 0;
    if (!count)
        return;
    buf_addf(out, "%s%s: ", out->len ? " " : "", words);
    if (count > MOST_NAMES)
        buf_addf(out, "%zu indicators", count);
    for (size_t i = 0; i < all->count && count <= MOST_NAMES; i++)
        if (belongs(&all->items[i]))
            buf_addf(out, "%s" STR_FMT, named++ ? "; " : "", STR_ARG(all->items[i].name));
    buf_addz(out, ".");
}

/* "2 of 5 targets are met." */
static void add_met(struct buf *out, size_t met, size_t held)
{
    if (held == 1)
        buf_addz(out, met ? "The one target is met." : "The one target is not met.");
    else if (met == held)
        buf_addf(out, "All %zu targets are met.", held);
    else if (!met)
        buf_addf(out, "None of %zu targets is met.", held);
    else
        buf_addf(out, "%zu of %zu targets %s met.", met, held, met == 1 ? "is" : "are");
}

static struct str targets_in_short(const struct derive *derive, const struct measured_list *all)
{
    size_t met = count_of_them(all, is_met);
    size_t held = met + count_of_them(all, is_near) + count_of_them(all, is_missed);
    struct buf out = {.arena = derive->arena};
    if (held)
        add_met(&out, met, held);
    add_named(&out, "Within tolerance", all, is_near);
    add_named(&out, "Off target", all, is_missed);
    return buf_str(&out);
}

static struct texts summary_of(const struct derive *derive, const struct measured_list *all)
{
    enum { SENTENCES = 3 };
    struct buf better = {.arena = derive->arena}, worse = {.arena = derive->arena};
    add_named(&better, "Better than the time before", all, is_better);
    add_named(&worse, "Worse than the time before", all, is_worse);
    const struct str said[SENTENCES] = {targets_in_short(derive, all), buf_str(&worse),
                                        buf_str(&better)};
    struct str *items = ARENA_ARRAY(derive->arena, struct str, SENTENCES);
    size_t count = 0;
    for (size_t i = 0; i < SENTENCES; i++)
        if (said[i].len)
            items[count++] = said[i];
    return (struct texts){.items = items,
                          .spans = ARENA_ARRAY(derive->arena, struct span, SENTENCES),
                          .count = count};
}

/* ---- groups, and the whole list ---- */

static bool is_among(const struct str *groups, size_t count, struct str group)
{
    for (size_t i = 0; i < count; i++)
        if (str_alike(groups[i], group))
            return true;
    return false;
}

/* Each once, in the order of the file; none where no indicator names any. */
static struct texts groups_of(const struct derive *derive)
{
    const struct indicator_list *all = &derive->briefing->indicators;
    struct str *groups = ARENA_ARRAY(derive->arena, struct str, all->count + 1);
    size_t count = 0;
    bool others = false;
    for (size_t i = 0; i < all->count; i++) {
        struct str group = all->items[i].group;
        others = others || !group.len;
        if (group.len && !is_among(groups, count, group))
            groups[count++] = group;
    }
    if (count && others && !is_among(groups, count, STR("Other")))
        groups[count++] = STR("Other");
    return (struct texts){.items = groups,
                          .spans = ARENA_ARRAY(derive->arena, struct span, all->count + 1),
                          .count = count};
}

void derive_indicators(const struct derive *derive, struct derived *derived)
{
    const struct indicator_list *all = &derive->briefing->indicators;
    struct measured *items = ARENA_ARRAY(derive->arena, struct measured, all->count);
    for (size_t i = 0; i < all->count; i++)
        items[i] = measured_of(derive, &all->items[i]);
    derived->indicators = (struct measured_list){.items = items, .count = all->count};
    derived->indicators_summary = summary_of(derive, &derived->indicators);
    derived->indicator_groups = groups_of(derive);
}
