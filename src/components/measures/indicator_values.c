/* indicator-values: every value of each indicator with its period, and those of others over time;
   and which indicators any of the components on them is asked for. */
#include "components/measures/measures.h"

/* ---- which of them: what all components on indicators ask ---- */

static const struct field fields[] = {
    WHICH_INDICATORS,
    END_OF_OPTIONS,
};

const struct record_table measures_options_table = {
    .name = "indicators",
    .a_name = "indicators",
    .size = sizeof(struct measures_options),
    .fields = fields,
    .doc = "Options of what shows indicators.",
};

static bool is_of_group(const struct measured *measured, struct str group)
{
    if (measured->group.len || !str_alike(group, STR("Other")))
        return str_alike(measured->group, group);
    return true;
}

static bool is_wanted(const struct measured *measured, const struct measures_options *options)
{
    return (!options->group.len || is_of_group(measured, options->group)) &&
           (!options->id.len || str_equal(measured->indicator->id, options->id));
}

struct chosen measures_chosen(struct arena *arena, const struct briefing *briefing,
                              const struct measures_options *options)
{
    const struct measured_list *all = &briefing->derived->indicators;
    const struct measured **items = ARENA_ARRAY(arena, const struct measured *, all->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++)
        if (is_wanted(&all->items[i], options))
            items[count++] = &all->items[i];
    return (struct chosen){items, count};
}

void measures_by_group(struct composer *composer, const struct briefing *briefing,
                       const void *options,
                       void (*set)(struct composer *composer, const struct briefing *briefing,
                                   const struct measures_options *options, struct str group,
                                   struct chosen chosen))
{
    const struct texts *groups = &briefing->derived->indicator_groups;
    struct measures_options wanted = *(const struct measures_options *)options;
    struct arena *arena = composer->arena;
    if (wanted.group.len || !groups->count) {
        set(composer, briefing, options, wanted.group, measures_chosen(arena, briefing, options));
        return;
    }
    for (size_t i = 0; i < groups->count; i++) {
        wanted.group = groups->items[i];
        set(composer, briefing, options, wanted.group, measures_chosen(arena, briefing, &wanted));
    }
}

/* ---- every value ---- */

/* Is there more to tell than the table of latest values has? */
static bool has_more(const struct indicator *indicator)
{
    const struct indicator_value *only = indicator->values.items;
    return indicator->values.count > 1 || indicator->compare.count > 0 ||
           (indicator->values.count == 1 &&
            (only->numerator.text.at || only->denominator.text.at || only->reason.len ||
             only->of.len || only->new_series.len || only->fact.note.len || only->status));
}

/* "43 of 70", as counts. */
static void add_fraction(struct phrase *phrase, const struct indicator_value *value)
{
    static const struct indicator counted = {.unit = UNIT_COUNT};
    struct str top = quantity_number(phrase->arena, &counted, &value->numerator);
    struct str bottom = quantity_number(phrase->arena, &counted, &value->denominator);
    const char *between = value->value.text.at ? ", " : "";
    if (value->numerator.text.at)
        phrase_field_after(phrase, between, top, NAMED(value, numerator));
    if (value->denominator.text.at) {
        phrase_addz(phrase, value->numerator.text.at ? " " : between);
        phrase_field_after(phrase, "of ", bottom, NAMED(value, denominator));
    }
}

/* "2024-25: 61%, 43 of 70, provisional" */
static void add_value(struct phrase *phrase, const struct indicator *indicator,
                      const struct indicator_value *value)
{
    bool ahead = date_surely_after(&value->period, &phrase->briefing->briefing->as_at);
    bool counted = value->numerator.text.at || value->denominator.text.at;
    const char *between = value->value.text.at || counted ? ", " : "";
    phrase_date(phrase, FIELD_AT(value, period));
    phrase_addz(phrase, ": ");
    if (value->value.text.at)
        phrase_field(phrase, quantity_exactly(phrase->arena, indicator, value),
                     NAMED(value, value));
    phrase_printed(phrase, NAMED(value, precision));
    add_fraction(phrase, value);
    if (value->status != VALUE_ACTUAL && !(value->status == VALUE_MISSING && value->reason.len))
        phrase_field_after(phrase, between, LABEL_OF(&indicator_value_table, value, status), value,
                           "status");
    phrase_printed(phrase, NAMED(value, status));
    phrase_field_after(phrase, between, FIELD_OF(value, reason));
    if (!value->value.text.at && !value->status && !value->reason.len)
        phrase_addz(phrase, "no value");
    if (ahead && value->status != VALUE_FORECAST)
        phrase_addz(phrase, ", dated after the day of this briefing");
    phrase_field_after(phrase, ", of ", FIELD_OF(value, of));
    phrase_field_after(phrase, ", a new series: ", FIELD_OF(value, new_series));
    phrase_cite(phrase, value->fact.source);
    phrase_field_after(phrase, ". Note: ", value->fact.note, value, "note");
}

static void add_other(struct phrase *phrase, const struct indicator *indicator,
                      const struct peer *one)
{
    struct str period = one->period.precision ? date_text(phrase->arena, &one->period, DATE_LONG)
                                              : STR("time not stated");
    phrase_printed(phrase, NAMED(one, with));
    phrase_field(phrase, period, NAMED(one, period));
    phrase_field_after(phrase, ": ", quantity_text(phrase->arena, indicator, &one->value), one,
                       "value");
    phrase_field_after(phrase, ", ", FIELD_OF(one, basis));
    if (date_surely_after(&one->period, &phrase->briefing->briefing->as_at))
        phrase_addz(phrase, ", dated after the day of this briefing");
    phrase_cite(phrase, one->fact.source);
    phrase_field_after(phrase, ". Note: ", one->fact.note, one, "note");
}

/* "England, 2023-24: 62%; 2024-25: 64%, median" */
static void add_others(struct phrase *phrase, const struct indicator *indicator,
                       const struct peer_series *series)
{
    struct str with = peer_name(phrase->briefing, series->first);
    phrase_break(phrase);
    phrase_field(phrase, capital(phrase->arena, with), NAMED(series->first, with));
    for (size_t i = 0; i < series->count; i++) {
        phrase_addz(phrase, i ? "; " : ", ");
        add_other(phrase, indicator, series->items[i]);
    }
}

static void add_row(struct sheet *sheet, const struct indicator *indicator)
{
    struct arena *arena = sheet->composer->arena;
    sheet_text(sheet, indicator->name, NAMED(indicator, name))->header = true;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    const struct indicator_value *const *values = values_in_order(arena, indicator);
    for (size_t i = 0; i < indicator->values.count; i++) {
        phrase_addz(&phrase, i ? "; " : "");
        add_value(&phrase, indicator, values[i]);
    }
    struct peer_series_list others = peers_by_name(arena, &indicator->compare);
    for (size_t i = 0; i < others.count; i++)
        add_others(&phrase, indicator, &others.items[i]);
    sheet_cell(sheet, phrase.inlines);
}

static void set_values(struct composer *composer, const struct briefing *briefing,
                       const struct measures_options *options, struct str group,
                       struct chosen chosen)
{
    static const struct column columns[] = {{.weight = 2}, {.weight = 5, .tabular = true}};
    struct sheet sheet = sheet_new(composer, briefing, columns, sizeof columns / sizeof *columns);
    sheet_heads(&sheet, (const char *const[]){"Indicator", "Values"});
    for (size_t i = 0; i < chosen.count; i++)
        if (has_more(chosen.items[i]->indicator))
            add_row(&sheet, chosen.items[i]->indicator);
    struct str words = str_format(composer->arena, STR_FMT ": every value",
                                  STR_ARG(group.len ? group : STR("What is measured")));
    sheet_set(&sheet, options->caption.len ? options->caption : words, "", caption_span(options));
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    measures_by_group(composer, briefing, options, set_values);
}

const struct component component_indicator_values = {
    .name = "indicator-values",
    .doc = "Every value of each indicator with its time, what it was counted from and what is "
           "missing, and the values of others over time. A table for each group.",
    .example = "```indicator-values\n"
               "group: Workforce\n"
               "```\n",
    .options = &measures_options_table,
    .compose = compose,
};
