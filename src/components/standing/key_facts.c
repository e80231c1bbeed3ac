/* key-facts: where the council stands on the day of the briefing, as terms and values. */
#include "components/kit/kit.h"

#include "brief/lookup.h"

/* ---- options ---- */

struct key_facts_options {
    struct record_head head;
    enum answer brief;
    struct str caption;
};

static const struct field fields[] = {
    FIELD(struct key_facts_options, brief, FIELD_ANSWER, OPTIONAL,
          .doc = "Leaves out what at-a-glance says; `no` when left out.", .example = "yes"),
    CAPTION_OPTION(struct key_facts_options),
    END_OF_OPTIONS,
};

static const struct record_table options_table = {
    .name = "key facts list",
    .a_name = "a key facts list",
    .size = sizeof(struct key_facts_options),
    .fields = fields,
    .doc = "Options of the key facts.",
};

/* ---- judgements ---- */

static void add_judgement(struct sheet *sheet, const struct standing *standing)
{
    const struct inspection *inspection = standing->inspection;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    if (standing->overall.len) {
        struct str word = capital(phrase.arena, grade_label(sheet->briefing, standing->overall));
        phrase_field(&phrase, word, NAMED(inspection, overall));
        phrase_addz(&phrase, " overall");
    } else {
        phrase_add(&phrase, capital(phrase.arena, standing->overall_reason.len
                                                      ? standing->overall_reason
                                                      : STR("overall judgement not stated")));
    }
    phrase_addz(&phrase, "; ");
    phrase_add(&phrase, inspection->name);
    phrase_addz(&phrase, inspection->published.precision ? " published " : ", fieldwork ");
    phrase_order_date(&phrase, inspection);
    phrase_cite(&phrase, inspection->fact.source);
    sheet_term(sheet, "Current judgement");
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->tone = grade_tone(sheet->briefing, standing->overall);
    cell->shape = tone_shape(cell->tone);
    cell->strong = true;
}

/* Where there is no overall judgement, each of the others is named. */
static void add_each_judgement(struct sheet *sheet, const struct standing *standing)
{
    const struct inspection *inspection = standing->inspection;
    const struct framework *framework =
        framework_find(sheet->briefing->frameworks, inspection->framework);
    if (standing->overall.len || !framework || !inspection->judgements.count)
        return;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    for (size_t i = 0; i < inspection->judgements.count; i++) {
        const struct grade_entry *entry = &inspection->judgements.items[i];
        const struct judgement *judgement = judgement_find(framework, entry->judgement);
        struct str label =
            judgement && judgement->short_label.len ? judgement->short_label : entry->judgement;
        phrase_addz(&phrase, i ? "; " : "");
        phrase_add(&phrase, i ? label : capital(phrase.arena, label));
        phrase_addz(&phrase, ": ");
        phrase_add(&phrase, grade_label(sheet->briefing, entry->grade));
    }
    phrase_cite(&phrase, inspection->fact.source);
    sheet_term(sheet, "Its judgements");
    sheet_cell(sheet, phrase.inlines);
}

static const struct {
    int direction;
    const char *words;
} direction_words[] = {
    {CHANGE_UP, "up"},
    {CHANGE_SAME, "the same"},
    {CHANGE_DOWN, "down"},
    {CHANGE_NEW, "new"},
};

/* "Up: help and protection, leaders" */
static void add_direction(struct phrase *phrase, const struct change_list *changes, size_t which)
{
    size_t count = 0;
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        if (change->direction != direction_words[which].direction)
            continue;
        if (!count++)
            phrase_addf(phrase, "%s%s: ", phrase->inlines ? "; " : "",
                        direction_words[which].words);
        else
            phrase_addz(phrase, ", ");
        phrase_add(phrase, change->judgement);
    }
}

/* The reasons only where at-a-glance does not give them. */
static void add_changes(struct sheet *sheet, const struct standing *standing, bool whole)
{
    if (!standing->previous)
        return;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    for (size_t i = 0; i < sizeof direction_words / sizeof *direction_words; i++)
        add_direction(&phrase, &standing->changes, i);
    if (whole)
        phrase_reasons(&phrase, &standing->changes, phrase.inlines ? ". " : "", "");
    if (!phrase.inlines)
        return;
    phrase.inlines->text = capital(phrase.arena, phrase.inlines->text);
    phrase_cite(&phrase, refs_join(phrase.arena, standing->previous->fact.source,
                                   standing->inspection->fact.source));
    sheet_term(sheet, "Change since the inspection before");
    sheet_cell(sheet, phrase.inlines);
}

/* ---- computed values, each with its base and with what a source claims instead ---- */

static void set_measure(struct sheet *sheet, const char *term, const struct measure *measure)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_strong(&phrase, capital(phrase.arena, measure->text));
    if (measure->base.len) {
        phrase_addz(&phrase, ". ");
        phrase_add(&phrase, capital(phrase.arena, measure->base));
    }
    if (measure->claimed.len) {
        phrase_addz(&phrase, ". A source says otherwise: ");
        phrase_field(&phrase, quoted(phrase.arena, measure->claimed), measure, "wording");
        phrase_cite(&phrase, measure->claim_source);
    }
    sheet_term(sheet, term);
    sheet_cell(sheet, phrase.inlines);
}

static void add_measure(struct sheet *sheet, const char *term, const struct measure *measure)
{
    bool counts = measure && measure->value.known && measure->value.high > 0;
    bool least = measure && !measure->value.known && measure->at_least.known;
    if (counts || least)
        set_measure(sheet, term, measure);
}

/* "Since then: monitoring visit, 17 October 2024; focused visit, March 2025." Of those that are not
   recorded nothing is said. */
static void add_since(struct phrase *phrase, const struct later_inspection_list *since)
{
    for (size_t i = 0; i < since->count; i++) {
        const struct later_inspection *one = &since->items[i];
        phrase_addz(phrase, i ? "; " : ". Since then: ");
        phrase_add(phrase, one->inspection->name);
        phrase_addz(phrase, ", ");
        phrase_add(phrase, date_text(phrase->arena, &one->date, DATE_LONG));
        if (one->inspection->priority_text.len)
            phrase_addf(phrase, " (" STR_FMT ")", STR_ARG(one->inspection->priority_text));
        phrase_cite(phrase, one->inspection->fact.source);
    }
}

/* How long ago it was, from the first day of fieldwork. */
static void add_last_inspection(struct sheet *sheet, const struct derived *derived)
{
    const struct measure *ago = derived->days_since_inspection;
    const struct inspection *latest = derived->standing->inspection;
    if (!ago)
        return;
    bool began =
        latest->fieldwork.precision != DATE_UNKNOWN &&
        (latest->fieldwork.precision != DATE_INTERVAL || latest->fieldwork.start.precision);
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    struct str text = str_format(phrase.arena, "%s " STR_FMT " ago", began ? "Began" : "Published",
                                 STR_ARG(ago->text));
    phrase_strong(&phrase, ago->value.high ? text
                           : began         ? STR("Began today")
                                           : STR("Published today"));
    phrase_addz(&phrase, ", ");
    if (began)
        phrase_date(&phrase, FIELD_AT(latest, fieldwork));
    else
        phrase_inspection_date(&phrase, latest);
    phrase_cite(&phrase, latest->fact.source);
    add_since(&phrase, &derived->standing->since);
    sheet_term(sheet, "Last full inspection");
    sheet_cell(sheet, phrase.inlines);
}

/* A figure about others and about the past: never a day on which the next one is due. */
static void add_typical_wait(struct sheet *sheet, const struct derived *derived)
{
    const struct council_wait *wait = derived->typical_wait;
    if (!wait)
        return;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_strong(&phrase, wait->text);
    phrase_addf(&phrase, ": " STR_FMT ". Some waited longer, others not so long.",
                STR_ARG(wait->base));
    phrase_cite(&phrase, wait->source);
    sheet_term(sheet, "Typical wait until the next full inspection");
    sheet_cell(sheet, phrase.inlines);
}

static bool has_inadequate(const struct inspection *inspection)
{
    for (size_t i = 0; i < inspection->judgements.count; i++)
        if (grade_is_inadequate(inspection->judgements.items[i].grade))
            return true;
    return false;
}

/* One inspection is not a run; and where no overall grade is given any more, the reader of a
   council that was inadequate is told why there is no number. */
static void add_run(struct sheet *sheet, const struct derived *derived)
{
    const struct standing *standing = derived->standing;
    const struct measure *run = derived->consecutive_inadequate;
    bool counted = run->value.known && run->value.low > 1;
    bool goes_on =
        standing->previous && !run->value.known && !standing->overall.len &&
        has_inadequate(standing->inspection) &&
        (standing->inadequate_both.count || grade_is_inadequate(standing->previous->overall));
    if (counted || goes_on)
        set_measure(sheet, "Inadequate in a row", run);
}

/* What is met, never what follows from it. */
static void add_published_tests(struct sheet *sheet, const struct derived *derived)
{
    const struct published_tests *tests = derived->published_tests;
    if (!tests)
        return;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_strong(&phrase, tests->text);
    phrase_cite(&phrase, tests->source); /* of the reports, not of the tests */
    phrase_addf(&phrase, " " STR_FMT ".", STR_ARG(capital(phrase.arena, tests->base)));
    sheet_term(sheet, "Published tests");
    sheet_cell(sheet, phrase.inlines);
}

/* One row is enough as long as there has been only one spell. */
static void add_time_in_intervention(struct sheet *sheet, const struct derived *derived)
{
    const struct measure *spell = derived->current_intervention;
    const struct measure *all = derived->months_in_intervention;
    bool one_spell =
        spell && str_equal(spell->text, all->text) && str_equal(spell->base, all->base);
    if (!one_spell)
        add_measure(sheet, "This spell of intervention", spell);
    add_measure(sheet, "Time in intervention in all", all);
    if (derived->months_by_law && derived->months_by_law->at_least.known)
        add_measure(sheet, "Of that, by steps that bind in law", derived->months_by_law);
}

static void add_intervention(struct sheet *sheet)
{
    const struct briefing *briefing = sheet->briefing;
    if (!running_intervention(briefing) && !unsure_intervention(briefing) &&
        !ended_intervention(briefing))
        return;
    enum answer answer = briefing->derived->in_intervention;
    struct phrase phrase = phrase_new(sheet->composer, briefing);
    phrase_strong(&phrase, answer == ANSWER_YES  ? STR("Yes")
                           : answer == ANSWER_NO ? STR("No")
                                                 : STR("Not known"));
    const struct intervention *now = answer == ANSWER_YES ? running_intervention(briefing) : NULL;
    if (now) {
        phrase_addz(&phrase, ": ");
        phrase_add(&phrase, intervention_kind_name(phrase.arena, now));
        phrase_addz(&phrase, ", ");
        phrase_date(&phrase, FIELD_AT(now, issued));
        phrase_cite(&phrase, now->fact.source);
    }
    sheet_term(sheet, "In intervention");
    sheet_cell(sheet, phrase.inlines);
}

/* ---- deadlines and actions ---- */

/* Until it is due, and for a while after that. */
static void add_plan(struct sheet *sheet, const struct action_plan *plan, const char *term,
                     const char *to)
{
    if (!plan_is_ahead(plan) && !plan_is_open(plan))
        return;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    if (plan->days.known && plan_is_ahead(plan))
        phrase_addf(&phrase, STR_FMT ", " STR_FMT,
                    STR_ARG(capital(phrase.arena, date_text(phrase.arena, &plan->due, DATE_LONG))),
                    STR_ARG(plan->text));
    else
        phrase_add(&phrase, capital(phrase.arena, plan->text));
    phrase_addf(&phrase, ": " STR_FMT "%s", STR_ARG(plan->base), to);
    phrase_cite(&phrase, plan->inspection->fact.source);
    sheet_term(sheet, term);
    sheet_cell(sheet, phrase.inlines);
}

static void add_plans(struct sheet *sheet)
{
    const struct derived *derived = sheet->briefing->derived;
    add_plan(sheet, derived->action_plan, "Plan of action",
             "; to Ofsted and the Secretary of State");
    for (size_t i = 0; i < derived->other_plans.count; i++) {
        const struct action_plan *plan = &derived->other_plans.items[i];
        add_plan(sheet, plan, str_z(sheet->composer->arena, plan->what), "");
    }
}

static void add_deadline(struct sheet *sheet)
{
    const struct due *due = next_due(sheet->briefing->derived);
    if (!due)
        return;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, due->what, NAMED(due->deadline, what));
    phrase_addz(&phrase, ": ");
    phrase_date(&phrase, &due->due, NAMED(due->deadline, due));
    if (due->text.len)
        phrase_addf(&phrase, ", " STR_FMT, STR_ARG(due->text));
    phrase_cite(&phrase, due->source);
    sheet_term(sheet, "Next deadline");
    sheet_cell(sheet, phrase.inlines);
}

static void add_overdue(struct sheet *sheet)
{
    const struct due_list *deadlines = &sheet->briefing->derived->deadlines;
    for (size_t i = 0; i < deadlines->count; i++) {
        const struct due *due = &deadlines->items[i];
        if (due->state != DUE_OVERDUE && due->state != DUE_NOT_RECORDED)
            continue;
        struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
        phrase_field(&phrase, due->what, NAMED(due->deadline, what));
        phrase_addf(&phrase, due->state == DUE_OVERDUE ? ": " STR_FMT : " " STR_FMT,
                    STR_ARG(due->text));
        phrase_cite(&phrase, due->source);
        sheet_term(sheet, due->state == DUE_OVERDUE ? "Overdue" : "Deadline passed");
        sheet_cell(sheet, phrase.inlines);
    }
}

static void add_actions(struct sheet *sheet)
{
    const struct derived *derived = sheet->briefing->derived;
    if (!derived->actions_total.known || !derived->actions_total.value)
        return;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_add(&phrase, capital(phrase.arena, derived->actions->text));
    if (derived->actions->overdue.value)
        phrase_addf(&phrase, ", %lld overdue", (long long)derived->actions->overdue.value);
    sheet_term(sheet, "Actions");
    sheet_cell(sheet, phrase.inlines);
}

/* ---- the whole ---- */

/* What at-a-glance says too, with less around it. */
static void add_position(struct sheet *sheet, const struct standing *standing)
{
    if (!standing->inspection)
        return;
    add_judgement(sheet, standing);
    add_each_judgement(sheet, standing);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct key_facts_options *chosen = options;
    const struct derived *derived = briefing->derived;
    bool whole = chosen->brief != ANSWER_YES;
    struct sheet sheet = sheet_new(composer, briefing, term_columns, TERM_COLUMNS);
    if (whole)
        add_position(&sheet, derived->standing);
    add_changes(&sheet, derived->standing, whole);
    add_last_inspection(&sheet, derived);
    add_typical_wait(&sheet, derived);
    add_run(&sheet, derived);
    add_published_tests(&sheet, derived);
    if (whole)
        add_intervention(&sheet);
    add_time_in_intervention(&sheet, derived);
    if (whole) {
        add_plans(&sheet);
        add_deadline(&sheet);
        add_overdue(&sheet);
    }
    add_actions(&sheet);
    struct str otherwise = caption_of_day(composer->arena, briefing, "Key facts on");
    sheet_set_plain(&sheet, chosen->caption.len ? chosen->caption : otherwise, "",
                    caption_span(options));
}

const struct component component_key_facts = {
    .name = "key-facts",
    .doc = "Current judgement, change, intervention, next deadline and actions as terms and values; "
           "with `brief: yes`, as in annex A, what page one does not say.",
    .example = "```key-facts\ncaption: Where {{ council.name }} stands\n```\n",
    .options = &options_table,
    .compose = compose,
};
