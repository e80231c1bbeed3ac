/* indicators: what is measured, with its latest value, what changed, its target and how others do.
 */
#include "components/measures/measures.h"

/* ---- which of them: what all components on indicators ask ---- */

static const struct field fields[] = {
    FIELD(struct measures_options, group, FIELD_TEXT, OPTIONAL,
          .doc = "Only those of this group; `Other` for those in none.", .example = "Workforce"),
    FIELD(struct measures_options, id, FIELD_TEXT, OPTIONAL,
          .doc = "Only the indicator of this id.", .example = "CASELOAD"),
    CAPTION_OPTION(struct measures_options),
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

/* ---- what is measured ---- */

/* "Percentage; higher is better; reported every quarter; rolling, over 12 months" */
static void add_kind(struct phrase *phrase, const struct indicator *indicator)
{
    struct str unit = LABEL_OF(&indicator_table, indicator, unit);
    phrase_field_after(phrase, ". ", capital(phrase->arena, unit), NAMED(indicator, unit));
    phrase_field_after(phrase, "; ", LABEL_OF(&indicator_table, indicator, better), indicator,
                       "better");
    phrase_field_after(phrase, "; reported ", FIELD_OF(indicator, frequency));
    phrase_whole_after(phrase, "; rolling, over ", FIELD_AT(indicator, rolling));
    if (indicator->rolling.known)
        phrase_addz(phrase, indicator->rolling.value == 1 ? " month" : " months");
    phrase_printed(phrase, NAMED(indicator, decimals));
}

/* "Target set by the improvement board. Within 1 percentage point of the target: within tolerance"
 */
static void add_terms_of_target(struct phrase *phrase, const struct indicator *indicator)
{
    const struct indicator_target *target = indicator->target;
    if (target) {
        phrase_field_after(phrase, ". Target set by ", FIELD_OF(target, set_by));
        phrase_field_after(phrase, ". Note on the target: ", target->fact.note, target, "note");
    }
    struct quantity tolerance = quantity_of(&indicator->tolerance);
    if (!tolerance.known)
        return;
    struct str apart = quantity_apart(phrase->arena, indicator, tolerance.millionths,
                                      quantity_places(&indicator->tolerance));
    phrase_field_after(phrase, ". Tolerance: ", apart, NAMED(indicator, tolerance));
}

static void add_name(struct sheet *sheet, const struct measured *measured)
{
    const struct indicator *indicator = measured->indicator;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, FIELD_OF(indicator, name));
    phrase_cite(&phrase, indicator->fact.source);
    sheet_cell(sheet, phrase.inlines)->header = true;
}

/* How they are counted, below the table: an item each. */
static void set_kinds(struct composer *composer, const struct briefing *briefing,
                      struct chosen chosen)
{
    for (size_t i = 0; i < chosen.count; i++) {
        const struct indicator *indicator = chosen.items[i]->indicator;
        struct phrase phrase = phrase_new(composer, briefing);
        phrase_strong(&phrase, indicator->name);
        phrase_printed(&phrase, NAMED(indicator, group));
        phrase_field_after(&phrase, ": ", FIELD_OF(indicator, definition));
        add_kind(&phrase, indicator);
        add_terms_of_target(&phrase, indicator);
        phrase_field_after(&phrase, ". Note: ", indicator->fact.note, indicator, "note");
        set_note(composer, &phrase);
    }
}

/* ---- its latest value ---- */

static void add_latest(struct sheet *sheet, const struct measured *measured)
{
    const struct indicator_value *latest = measured->latest;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    if (latest) {
        phrase_strong(&phrase, measured->value);
        phrase_printed(&phrase, NAMED(latest, value));
        phrase_printed(&phrase, NAMED(latest, precision));
        phrase_printed(&phrase, NAMED(latest, status));
        phrase_date_after(&phrase, ", ", FIELD_AT(latest, period));
        if (latest->status == VALUE_PROVISIONAL)
            phrase_addz(&phrase, " (provisional)");
        phrase_cite(&phrase, latest->fact.source);
    } else {
        phrase_addz(&phrase, "No value is known");
    }
    if (measured->missing.len)
        phrase_addf(&phrase, "; " STR_FMT, STR_ARG(measured->missing));
    if (measured->ahead.len)
        phrase_addf(&phrase, "; " STR_FMT, STR_ARG(measured->ahead));
    sheet_cell(sheet, phrase.inlines)->muted = !latest;
}

/* ---- what changed ---- */

static void add_one_change(struct phrase *phrase, int verdict, struct str change)
{
    if (!change.len)
        return;
    if (phrase->inlines)
        phrase_break(phrase);
    bool judges = verdict == VERDICT_BETTER || verdict == VERDICT_WORSE;
    if (judges)
        phrase_addz(phrase, verdict == VERDICT_BETTER ? "Better: " : "Worse: ");
    phrase_add(phrase, judges ? change : capital(phrase->arena, change));
}

static void add_change(struct sheet *sheet, const struct measured *measured)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    add_one_change(&phrase, measured->verdict, measured->change);
    add_one_change(&phrase, measured->year_verdict, measured->year_change);
    bool none = !phrase.inlines;
    if (none)
        phrase_addz(&phrase, "nothing before it to compare");
    sheet_cell(sheet, phrase.inlines)->muted = none;
}

/* ---- its target ---- */

/* A mark as well as a word and a colour; not the star, which is for what is outstanding. */
static void set_state(struct cell *cell, int state)
{
    static const enum mark_shape shapes[] = {
        [TARGET_ABSENT] = MARK_NONE,   [TARGET_MET] = MARK_DISC,     [TARGET_NEAR] = MARK_TRIANGLE,
        [TARGET_MISSED] = MARK_SQUARE, [TARGET_TO_COME] = MARK_RING,
    };
    static const enum grade_tone tones[] = {
        [TARGET_ABSENT] = TONE_NONE,  [TARGET_MET] = TONE_BEST,        [TARGET_NEAR] = TONE_WEAK,
        [TARGET_MISSED] = TONE_WORST, [TARGET_TO_COME] = TONE_NEUTRAL,
    };
    cell->tone = tones[state];
    cell->shape = shapes[state];
}

/* The tolerance is told where there is a target, and the values of the target where they are read.
 */
static void tell_target(struct phrase *phrase, const struct indicator *indicator)
{
    phrase_printed(phrase, NAMED(indicator->target, value));
    phrase_printed(phrase, NAMED(indicator->target, low));
    phrase_printed(phrase, NAMED(indicator->target, high));
}

/* "Off target: at least 66%, 5 percentage points under. For 2025-26" */
static void add_target(struct sheet *sheet, const struct measured *measured)
{
    const struct indicator_target *target = measured->indicator->target;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    struct str state = LABEL_OF(&measured_table, measured, target_state);
    if (state.len)
        phrase_addf(&phrase, STR_FMT ": ", STR_ARG(capital(phrase.arena, state)));
    phrase_add(&phrase, state.len ? measured->target : capital(phrase.arena, measured->target));
    if (measured->gap.len)
        phrase_addf(&phrase, "; " STR_FMT, STR_ARG(measured->gap));
    if (target) {
        tell_target(&phrase, measured->indicator);
        phrase_date_after(&phrase, ". For ", FIELD_AT(target, period));
        phrase_cite(&phrase, target->fact.source);
    }
    bool none = !phrase.inlines;
    if (none)
        phrase_addz(&phrase, "none set");
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->muted = none;
    set_state(cell, measured->target_state);
}

/* ---- how others do ---- */

static void add_compared(struct sheet *sheet, const struct measured *measured)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    for (size_t i = 0; i < measured->compared.count; i++) {
        const struct compared *one = &measured->compared.items[i];
        if (i)
            phrase_break(&phrase);
        phrase_add(&phrase, capital(phrase.arena, one->text));
        phrase_cite(&phrase, one->source);
    }
    if (measured->rank.len) {
        phrase_break(&phrase);
        phrase_add(&phrase, capital(phrase.arena, measured->rank));
    }
    bool none = !phrase.inlines;
    if (none)
        phrase_addz(&phrase, "not compared");
    sheet_cell(sheet, phrase.inlines)->muted = none;
}

/* ---- the table: a column that would be empty in all rows is left out ---- */

struct part {
    const char *head;
    int weight;
    bool (*has)(const struct measured *measured);
    void (*add)(struct sheet *sheet, const struct measured *measured);
};

static bool has_change(const struct measured *measured)
{
    return measured->change.len || measured->year_change.len;
}

static bool has_target(const struct measured *measured)
{
    return measured->target.len > 0;
}

static bool has_compared(const struct measured *measured)
{
    return measured->compared.count > 0;
}

static const struct part parts[] = {
    {"Indicator", 4, NULL, add_name},
    {"Latest", 3, NULL, add_latest},
    {"Change", 4, has_change, add_change},
    {"Target", 4, has_target, add_target},
    {"Compared", 4, has_compared, add_compared},
};

enum { PART_COUNT = sizeof parts / sizeof *parts };

static bool is_needed(const struct part *part, struct chosen chosen)
{
    for (size_t i = 0; part->has && i < chosen.count; i++)
        if (part->has(chosen.items[i]))
            return true;
    return !part->has;
}

static void set_table(struct composer *composer, const struct briefing *briefing,
                      const struct measures_options *options, struct str group,
                      struct chosen chosen)
{
    struct column *columns = ARENA_ARRAY(composer->arena, struct column, PART_COUNT);
    const struct part *used[PART_COUNT];
    const char *heads[PART_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < PART_COUNT; i++) {
        if (!is_needed(&parts[i], chosen))
            continue;
        columns[count] = (struct column){.weight = parts[i].weight, .tabular = i == 1};
        heads[count] = parts[i].head;
        used[count++] = &parts[i];
    }
    struct sheet sheet = sheet_new(composer, briefing, columns, count);
    sheet_heads(&sheet, heads);
    for (size_t i = 0; i < chosen.count; i++)
        for (size_t k = 0; k < count; k++)
            used[k]->add(&sheet, chosen.items[i]);
    struct str as_at = date_text(composer->arena, &briefing->briefing->as_at, DATE_LONG);
    struct str words =
        str_format(composer->arena, STR_FMT ": position on " STR_FMT,
                   STR_ARG(group.len ? group : STR("What is measured")), STR_ARG(as_at));
    sheet_set(&sheet, options->caption.len ? options->caption : words, "", caption_span(options));
    set_kinds(composer, briefing, chosen);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    measures_by_group(composer, briefing, options, set_table);
}

const struct component component_indicators = {
    .name = "indicators",
    .doc = "What is measured: the latest value with its time, what changed, the target with the "
           "gap in words, and how others do. A table for each group.",
    .example = "```indicators\n"
               "group: Workforce\n"
               "```\n",
    .options = &measures_options_table,
    .compose = compose,
};
