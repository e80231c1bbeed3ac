/* An indicator's values as points on a scale, with the words that stand beside them and those in
   which it is told. */
#include "components/measures/trends.h"

/* ---- points ---- */

static bool is_drawn(const struct briefing *briefing, const struct indicator_value *value)
{
    return value_is_measured(briefing, value) ||
           (value->status == VALUE_FORECAST && quantity_of(&value->value).known);
}

/* Is a year left out between two that follow each other? */
static bool skips_a_year(const struct indicator_value *before, const struct indicator_value *value)
{
    enum { DAYS_OF_TWO_YEARS = 700 };
    return value->period.precision >= DATE_YEAR && value->period.precision != DATE_QUARTER &&
           (int64_t)value->period.first - before->period.first > DAYS_OF_TWO_YEARS;
}

static bool continues(const struct indicator_value *before, const struct indicator_value *value)
{
    return before && str_alike(before->of, value->of) && !value->new_series.len &&
           periods_are_alike(&before->period, &value->period) && !skips_a_year(before, value);
}

/* What is missing parts the line: then `before` is NULL. */
static void add_points(const struct briefing *briefing, struct trend *trend,
                       const struct indicator_value *const *values)
{
    const struct indicator_value *before = NULL;
    for (size_t i = 0; i < trend->measured->indicator->values.count; i++) {
        const struct indicator_value *value = values[i];
        if (!is_drawn(briefing, value)) {
            before = NULL;
            continue;
        }
        bool forecast = value->status == VALUE_FORECAST;
        if (value == trend->measured->latest)
            trend->latest = trend->count;
        trend->points[trend->count++] = (struct point){
            .at = value->period.last,
            .value = quantity_of(&value->value).millionths,
            .joined = continues(before, value),
            .hollow = forecast || value->of.len || value->precision,
            .forecast = forecast,
        };
        before = value;
    }
}

/* ---- levels and the scale ---- */

static void add_target(struct trend *trend, const struct decimal *end)
{
    struct quantity value = quantity_of(end);
    if (value.known && trend->target_count < MOST_LEVELS)
        trend->targets[trend->target_count++].value = value.millionths;
}

static void add_levels(struct arena *arena, struct trend *trend)
{
    const struct measured *measured = trend->measured;
    const struct indicator_target *target = measured->indicator->target;
    if (target && measured->target.len) {
        add_target(trend, &target->value);
        add_target(trend, &target->low);
        add_target(trend, &target->high);
        trend->targets[0].label = str_format(arena, "target %s", str_z(arena, measured->target));
    }
    for (size_t i = 0; i < measured->indicator->compare.count; i++) {
        const struct peer *peer = &measured->indicator->compare.items[i];
        if (trend->peer.label.len || !measured->latest || !quantity_of(&peer->value).known ||
            !periods_are_the_same(&peer->period, &measured->period))
            continue;
        trend->peer.value = quantity_of(&peer->value).millionths;
        trend->peer.label = peer->with;
    }
}

static void reach_to(struct trend *trend, int64_t value)
{
    trend->low = value < trend->low ? value : trend->low;
    trend->high = value > trend->high ? value : trend->high;
}

/* Shares begin at nought; whatever else has no scale but its ends. */
static void set_scale(struct trend *trend)
{
    trend->low = trend->high = trend->points[0].value;
    for (size_t i = 1; i < trend->count; i++)
        reach_to(trend, trend->points[i].value);
    for (size_t i = 0; i < trend->target_count; i++)
        reach_to(trend, trend->targets[i].value);
    if (trend->peer.label.len)
        reach_to(trend, trend->peer.value);
    if (trend->measured->indicator->unit == UNIT_PERCENT)
        reach_to(trend, 0);
}

/* ---- words ---- */

static struct str period_text(struct arena *arena, const struct indicator_value *value)
{
    return date_text(arena, &value->period, DATE_SHORT);
}

static void set_labels(struct arena *arena, const struct briefing *briefing, struct trend *trend,
                       const struct indicator_value *const *values)
{
    const struct indicator *indicator = trend->measured->indicator;
    const struct indicator_value *latest = trend->measured->latest, *ahead = NULL;
    bool first = true;
    for (size_t i = 0; i < indicator->values.count; i++) {
        if (!is_drawn(briefing, values[i]))
            continue;
        if (first) {
            trend->first_value = quantity_exactly(arena, indicator, values[i]);
            trend->first_period = period_text(arena, values[i]);
        }
        first = false;
        ahead = values[i]->status == VALUE_FORECAST ? values[i] : NULL;
    }
    trend->last_value = quantity_exactly(arena, indicator, latest);
    trend->last_period = period_text(arena, latest);
    if (!ahead)
        return;
    trend->forecast =
        str_format(arena, STR_FMT " forecast", STR_ARG(quantity_exactly(arena, indicator, ahead)));
    trend->last_period =
        str_format(arena, STR_FMT "; forecast " STR_FMT, STR_ARG(trend->last_period),
                   STR_ARG(period_text(arena, ahead)));
}

static void label_peer(struct arena *arena, const struct briefing *briefing, struct trend *trend)
{
    const struct peer_list *all = &trend->measured->indicator->compare;
    for (size_t i = 0; i < all->count && trend->peer.label.len; i++) {
        const struct peer *peer = &all->items[i];
        if (!str_equal(peer->with, trend->peer.label) ||
            !periods_are_the_same(&peer->period, &trend->measured->period))
            continue;
        trend->peer.label =
            str_format(arena, STR_FMT " " STR_FMT, STR_ARG(peer_name(briefing, peer)),
                       STR_ARG(quantity_number(arena, trend->measured->indicator, &peer->value)));
        return;
    }
}

/* "2021: 16.9", "2022: not published", "2025: 7% (forecast)" */
static void tell_value(struct buf *out, struct arena *arena, const struct indicator *indicator,
                       const struct indicator_value *value)
{
    struct str period = date_text(arena, &value->period, DATE_LONG);
    buf_addf(out, STR_FMT ": ", STR_ARG(period));
    if (!value->value.text.at) {
        buf_add(out, value->reason.len ? value->reason : STR("missing"));
        return;
    }
    buf_add(out, quantity_exactly(arena, indicator, value));
    if (value->status == VALUE_FORECAST || value->status == VALUE_PROVISIONAL)
        buf_addz(out, value->status == VALUE_FORECAST ? " (forecast)" : " (provisional)");
    if (value->of.len)
        buf_addf(out, " (" STR_FMT ")", STR_ARG(value->of));
}

enum { MOST_TOLD = 40 }; /* values that anyone is asked to listen to */

/* Of very many values the first and the last, the lowest and the highest that are drawn. */
static void tell_ends(struct buf *out, struct arena *arena, const struct trend *trend,
                      const struct indicator_value *const *values)
{
    const struct indicator *indicator = trend->measured->indicator;
    const struct indicator_value *low = NULL, *high = NULL;
    size_t count = indicator->values.count;
    for (size_t i = 0; i < count; i++) {
        struct quantity value = quantity_of(&values[i]->value);
        if (!value.known)
            continue;
        if (!low || value.millionths < quantity_of(&low->value).millionths)
            low = values[i];
        if (!high || value.millionths > quantity_of(&high->value).millionths)
            high = values[i];
    }
    buf_addf(out, "%zu values, which are not all told here. The first is ", count);
    tell_value(out, arena, indicator, values[0]);
    buf_addz(out, "; the last ");
    tell_value(out, arena, indicator, values[count - 1]);
    buf_addz(out, "; the lowest ");
    tell_value(out, arena, indicator, low);
    buf_addz(out, "; the highest ");
    tell_value(out, arena, indicator, high);
}

static void tell_values(struct buf *out, struct arena *arena, const struct trend *trend,
                        const struct indicator_value *const *values)
{
    size_t count = trend->measured->indicator->values.count;
    if (count > MOST_TOLD) {
        tell_ends(out, arena, trend, values);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        buf_addz(out, i ? "; " : "");
        tell_value(out, arena, trend->measured->indicator, values[i]);
    }
}

static struct str told(struct arena *arena, const struct trend *trend,
                       const struct indicator_value *const *values)
{
    struct buf out = {.arena = arena};
    const struct measured *measured = trend->measured;
    struct str name = capital(arena, measured->name);
    buf_addf(&out, STR_FMT ". ", STR_ARG(name));
    tell_values(&out, arena, trend, values);
    buf_addz(&out, ".");
    if (trend->target_count)
        buf_addf(&out, " Target: " STR_FMT ".", STR_ARG(measured->target));
    if (trend->peer.label.len)
        buf_addf(&out, " " STR_FMT " (" STR_FMT ").", STR_ARG(capital(arena, trend->peer.label)),
                 STR_ARG(date_text(arena, &measured->period, DATE_LONG)));
    return buf_str(&out);
}

bool trend_new(struct arena *arena, const struct briefing *briefing,
               const struct measured *measured, struct trend *trend)
{
    const struct indicator_value *const *values = values_in_order(arena, measured->indicator);
    size_t most = measured->indicator->values.count;
    *trend =
        (struct trend){.measured = measured, .points = ARENA_ARRAY(arena, struct point, most + 1)};
    if (!measured->latest)
        return false;
    add_points(briefing, trend, values);
    if (trend->count < 2)
        return false;
    add_levels(arena, trend);
    set_scale(trend);
    set_labels(arena, briefing, trend, values);
    label_peer(arena, briefing, trend);
    trend->told = told(arena, trend, values);
    return true;
}
