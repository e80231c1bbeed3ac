/* indicators: what is measured, with its latest value, what changed, its target and how others do.
 */
#include "components/measures/measures.h"

/* ---- options ---- */

static const struct field fields_of_table[] = {
    WHICH_INDICATORS,
    FIELD(struct measures_options, most, FIELD_WHOLE, OPTIONAL,
          .doc = "How many at most, in one table of all groups: off target first, then worse than "
                 "before or than others, then what else changed. How each is counted is left out, "
                 "but for its definition.",
          .example = "6"),
    ELSEWHERE_OPTION(struct measures_options, "indicators"),
    END_OF_OPTIONS,
};

static const struct record_table options_of_table = {
    .name = "indicators",
    .a_name = "indicators",
    .size = sizeof(struct measures_options),
    .fields = fields_of_table,
    .doc = "Options of the table of indicators.",
};

enum { MOST_INDICATORS = 60 };

static bool check_options(struct diags *diags, const struct briefing *briefing, const void *options)
{
    const struct measures_options *chosen = options;
    (void)briefing;
    return option_in_range(diags, options, "most", chosen->most, 1, MOST_INDICATORS);
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

static struct cell *put_name(struct sheet *sheet, const struct measured *measured)
{
    const struct indicator *indicator = measured->indicator;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, FIELD_OF(indicator, name));
    phrase_cite(&phrase, indicator->fact.source);
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->header = true;
    return cell;
}

static void add_name(struct sheet *sheet, const struct measured *measured)
{
    put_name(sheet, measured);
}

/* In short: what is counted stands below its name. */
static void add_defined_name(struct sheet *sheet, const struct measured *measured)
{
    struct phrase below = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&below, FIELD_OF(measured->indicator, definition));
    put_name(sheet, measured)->below = below.inlines;
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

/* In short: the officers' own remarks, in one note, and how many are told elsewhere. */
static void set_remarks(struct composer *composer, const struct briefing *briefing,
                        const struct measures_options *options, struct chosen chosen,
                        size_t left_out)
{
    struct phrase phrase = phrase_new(composer, briefing);
    for (size_t i = 0; i < chosen.count; i++) {
        const struct indicator *indicator = chosen.items[i]->indicator;
        if (!indicator->fact.note.len)
            continue;
        phrase_addf(&phrase, "%s" STR_FMT, phrase.inlines ? " " : "", STR_ARG(indicator->name));
        phrase_field_after(&phrase, ": ", indicator->fact.note, indicator, "note");
        phrase_stop(&phrase);
    }
    if (left_out && phrase.inlines)
        phrase_addz(&phrase, " ");
    phrase_left_out(&phrase, left_out, "indicator", "indicators", options->elsewhere, options);
    if (phrase.inlines)
        set_note(composer, &phrase);
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

static void add_changes(struct phrase *phrase, const struct measured *measured)
{
    add_one_change(phrase, measured->verdict, measured->change);
    add_one_change(phrase, measured->year_verdict, measured->year_change);
}

/* A cell of these words; muted ones where there are none. */
static void add_words(struct sheet *sheet, struct phrase *phrase, const char *otherwise)
{
    bool none = !phrase->inlines;
    if (none)
        phrase_addz(phrase, otherwise);
    sheet_cell(sheet, phrase->inlines)->muted = none;
}

static void add_change(struct sheet *sheet, const struct measured *measured)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    add_changes(&phrase, measured);
    add_words(sheet, &phrase, "nothing before it to compare");
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

static void add_others(struct phrase *phrase, const struct measured *measured)
{
    for (size_t i = 0; i < measured->compared.count; i++) {
        const struct compared *one = &measured->compared.items[i];
        if (phrase->inlines)
            phrase_break(phrase);
        phrase_add(phrase, capital(phrase->arena, one->text));
        phrase_cite(phrase, one->source);
    }
    if (!measured->rank.len)
        return;
    if (phrase->inlines)
        phrase_break(phrase);
    phrase_add(phrase, capital(phrase->arena, measured->rank));
}

static void add_compared(struct sheet *sheet, const struct measured *measured)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    add_others(&phrase, measured);
    add_words(sheet, &phrase, "not compared");
}

/* In short both are told in one cell. */
static void add_beside(struct sheet *sheet, const struct measured *measured)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    add_changes(&phrase, measured);
    add_others(&phrase, measured);
    add_words(sheet, &phrase, "nothing to compare it with");
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
    {0},
};

static bool has_beside(const struct measured *measured)
{
    return has_change(measured) || has_compared(measured);
}

static const struct part parts_in_short[] = {
    {"Indicator", 4, NULL, add_defined_name},
    {"Latest", 3, NULL, add_latest},
    {"Before, and others", 5, has_beside, add_beside},
    {"Target", 4, has_target, add_target},
    {0},
};

enum { MOST_PARTS = sizeof parts / sizeof *parts - 1 };

static bool is_needed(const struct part *part, struct chosen chosen)
{
    for (size_t i = 0; part->has && i < chosen.count; i++)
        if (part->has(chosen.items[i]))
            return true;
    return !part->has;
}

static void set_rows(struct composer *composer, const struct briefing *briefing,
                     const struct measures_options *options, struct str group,
                     struct chosen chosen)
{
    struct column *columns = ARENA_ARRAY(composer->arena, struct column, MOST_PARTS);
    const struct part *all = options->most.known ? parts_in_short : parts, *used[MOST_PARTS];
    const char *heads[MOST_PARTS];
    size_t count = 0;
    for (size_t i = 0; all[i].head; i++) {
        if (!is_needed(&all[i], chosen))
            continue;
        columns[count] = (struct column){.weight = all[i].weight, .tabular = i == 1};
        heads[count] = all[i].head;
        used[count++] = &all[i];
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
}

static void set_table(struct composer *composer, const struct briefing *briefing,
                      const struct measures_options *options, struct str group,
                      struct chosen chosen)
{
    set_rows(composer, briefing, options, group, chosen);
    set_kinds(composer, briefing, chosen);
}

/* ---- the few that matter most ---- */

enum rank {
    RANK_MISSED,
    RANK_WORSE,  /* than before */
    RANK_BEHIND, /* others */
    RANK_NEAR,
    RANK_JUDGED,  /* met, better or the same */
    RANK_CHANGED, /* where neither way is better */
    RANK_ALONE,   /* a value to be high or low, with nothing beside it */
    RANK_REST
};

static bool is_compared_as(const struct measured *measured, int verdict)
{
    for (size_t i = 0; i < measured->compared.count; i++)
        if (measured->compared.items[i].verdict == verdict)
            return true;
    return false;
}

static enum rank rank_of(const struct measured *measured)
{
    bool judged = measured->verdict == VERDICT_BETTER || measured->year_verdict == VERDICT_BETTER ||
                  measured->target_state || is_compared_as(measured, VERDICT_BETTER);
    if (measured->target_state == TARGET_MISSED)
        return RANK_MISSED;
    if (measured->verdict == VERDICT_WORSE || measured->year_verdict == VERDICT_WORSE)
        return RANK_WORSE;
    if (is_compared_as(measured, VERDICT_WORSE))
        return RANK_BEHIND;
    if (measured->target_state == TARGET_NEAR)
        return RANK_NEAR;
    if (judged)
        return RANK_JUDGED;
    if (has_beside(measured))
        return RANK_CHANGED;
    bool sided = measured->indicator->better && measured->indicator->better != BETTER_NEITHER;
    return sided ? RANK_ALONE : RANK_REST;
}

/* By rank; of one rank in the order of the file. */
static struct chosen ranked(struct arena *arena, struct chosen all)
{
    const struct measured **items = ARENA_ARRAY(arena, const struct measured *, all.count + 1);
    size_t count = 0;
    for (enum rank rank = RANK_MISSED; rank <= RANK_REST; rank++)
        for (size_t i = 0; i < all.count; i++)
            if (rank_of(all.items[i]) == rank)
                items[count++] = all.items[i];
    return (struct chosen){items, count};
}

static void set_most(struct composer *composer, const struct briefing *briefing,
                     const struct measures_options *options)
{
    struct chosen all = measures_chosen(composer->arena, briefing, options);
    struct chosen chosen = ranked(composer->arena, all);
    if (chosen.count > (size_t)options->most.value)
        chosen.count = (size_t)options->most.value;
    set_rows(composer, briefing, options, options->group, chosen);
    set_remarks(composer, briefing, options, chosen, all.count - chosen.count);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct measures_options *chosen = options;
    if (chosen->most.known)
        set_most(composer, briefing, chosen);
    else
        measures_by_group(composer, briefing, options, set_table);
}

const struct component component_indicators = {
    .name = "indicators",
    .doc = "What is measured: the latest value with its time, what changed, the target with the "
           "gap in words, and how others do. A table for each group; with `most`, one of the few that "
           "matter most.",
    .example = "```indicators\n"
               "group: Workforce\n"
               "```\n",
    .options = &options_of_table,
    .check = check_options,
    .compose = compose,
};
