/* Rules on the chain of interventions: what may follow what, with which powers, and by when. */
#include "base/alike.h"
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

enum strength { NO_POWER, BY_AGREEMENT, BY_NOTICE, BY_LAW };

/* How strong a step is: notices forewarn directions, and directions bind in law. Best Value stands
   apart, and support and partners bind nobody. What `statutory` says of a letter or a direction
   cannot change it (W284). */
static enum strength strength_of(const struct intervention *intervention)
{
    if (intervention->kind == INTERVENTION_LETTER)
        return NO_POWER;
    if (intervention_is_an_order(intervention) || intervention_binds(intervention) == ANSWER_YES)
        return BY_LAW;
    switch (intervention->kind) {
    case INTERVENTION_ABSENT: return NO_POWER;
    case INTERVENTION_NOTICE: return BY_NOTICE;
    default: return BY_AGREEMENT;
    }
}

static struct str kind_label(const struct intervention *intervention)
{
    const struct field *kind = record_field(&intervention_table, STR("kind"));
    return str_from(word_label(kind->words, intervention->kind));
}

/* The intervention that replaces this one; NULL when none does. */
static const struct intervention *successor(const struct check *check,
                                            const struct intervention *intervention)
{
    const struct intervention_list *all = &check->briefing->interventions;
    for (size_t i = 0; i < all->count; i++) {
        const struct intervention *one = &all->items[i];
        if (one->replaces.record == intervention)
            return one;
    }
    return NULL;
}

/* ---- replacing ---- */

static void replacement_joins_up(const struct check *check, const struct intervention *intervention)
{
    const struct intervention *next = successor(check, intervention);
    if (!next && intervention->ended_how == END_REPLACED) {
        struct diag *diag = diag_report(check->diags, &W231, SPAN_OF(intervention, ended_how),
                                        "`" STR_FMT "` was replaced, and nothing replaces it",
                                        STR_ARG(intervention->id));
        diag_hint(check->diags, diag, "add `replaces: " STR_FMT "` to the one that did",
                  STR_ARG(intervention->id));
    } else if (next && (date_surely_after(&next->issued, &intervention->ended) ||
                        date_surely_after(&intervention->ended, &next->issued))) {
        struct diag *diag = diag_report(check->diags, &W231, SPAN_OF(intervention, ended),
                                        "`" STR_FMT "` did not end when `" STR_FMT "` replaced it",
                                        STR_ARG(intervention->id), STR_ARG(next->id));
        diag_hint(check->diags, diag, "correct one of the dates, or delete `replaces`");
        diag_note(check->diags, diag, SPAN_OF(next, issued), "`" STR_FMT "` was issued here",
                  STR_ARG(next->id));
    }
}

/* ---- the order of steps ---- */

static void check_replaced(const struct check *check, const struct intervention *intervention,
                           const struct intervention *earlier)
{
    if (strength_of(earlier) == NO_POWER || strength_of(intervention) == NO_POWER) {
        struct diag *diag =
            diag_report(check->diags, &W234, SPAN_OF(intervention, replaces),
                        "a letter is not an intervention: it neither replaces one nor is replaced");
        diag_hint(check->diags, diag, "delete `replaces`, or correct the `kind`");
    } else if (strength_of(intervention) < strength_of(earlier) &&
               earlier->ended_how != END_STEPPED_DOWN) {
        struct diag *diag = diag_report(check->diags, &W234, SPAN_OF(intervention, kind),
                                        "the " STR_FMT " replaces a stronger step",
                                        STR_ARG(kind_label(intervention)));
        diag_hint(check->diags, diag,
                  "if the department stepped down, write `ended_how: stepped_down` below `" STR_FMT
                  "`",
                  STR_ARG(earlier->id));
    }
}

/* A weaker step that was in force when a stronger one came, and of which nothing is said. */
static bool is_left_open(const struct check *check, const struct intervention *weaker,
                         const struct intervention *stronger)
{
    bool open = weaker->ended.precision == DATE_UNKNOWN && weaker->ended_how == END_ABSENT;
    return open && strength_of(weaker) == BY_NOTICE && strength_of(stronger) == BY_LAW &&
           date_surely_after(&stronger->issued, &weaker->issued) && !successor(check, weaker);
}

static void steps_follow_one_another(const struct check *check,
                                     const struct intervention *intervention)
{
    if (intervention->replaces.record)
        check_replaced(check, intervention, intervention->replaces.record);
    const struct intervention_list *all = &check->briefing->interventions;
    for (size_t i = 0; i < all->count; i++) {
        const struct intervention *weaker = &all->items[i];
        if (!is_left_open(check, weaker, intervention))
            continue;
        struct diag *diag = diag_report(check->diags, &W234, SPAN_OF(intervention, id),
                                        "`" STR_FMT "` was still open when `" STR_FMT "` came",
                                        STR_ARG(weaker->id), STR_ARG(intervention->id));
        diag_hint(check->diags, diag, "add `replaces: " STR_FMT "`, or say when it ended",
                  STR_ARG(weaker->id));
        diag_note(check->diags, diag, SPAN_OF(weaker, id), "it is described here");
    }
}

/* ---- powers ---- */

static void report_power(const struct check *check, const struct intervention *intervention,
                         const char *field, const char *what)
{
    struct diag *diag = diag_report(check->diags, &W232, record_span_of(intervention, field),
                                    "%s belongs to a direction, not to this step: " STR_FMT, what,
                                    STR_ARG(kind_label(intervention)));
    diag_hint(check->diags, diag, "correct the `kind`, or keep the source's words in a note");
}

/* Is one of them said to be a commissioner? Of who is named alone, nothing is known. */
static const struct helper *commissioner_of(const struct intervention *intervention)
{
    for (size_t i = 0; i < intervention->people.count; i++) {
        const struct helper *helper = &intervention->people.items[i];
        if (helper->kind == HELPER_COMMISSIONER ||
            (!helper->kind && str_holds(helper->role, STR("commissioner"))))
            return helper;
    }
    return NULL;
}

static void powers_are_those_of_the_step(const struct check *check,
                                         const struct intervention *intervention)
{
    const struct date first_notice = date_of_day(day_from_civil(2008, 4, 1));
    const struct date first_power = date_of_day(day_from_civil(2004, 11, 15));
    bool by_law = strength_of(intervention) == BY_LAW;
    if (!by_law && intervention->legal_basis.len)
        report_power(check, intervention, "legal_basis", "a legal basis");
    if (!by_law && commissioner_of(intervention))
        report_power(check, intervention, "people", "a commissioner");
    const struct date *first = by_law ? &first_power : &first_notice;
    if (!date_surely_after(first, &intervention->issued))
        return;
    struct diag *diag = diag_report(check->diags, &W232, SPAN_OF(intervention, issued),
                                    "there were no such interventions yet");
    diag_hint(check->diags, diag,
              by_law ? "the power comes from the Children Act of November 2004"
                     : "improvement notices began in April 2008");
}

/* ---- what led to it ---- */

static bool is_worst(const struct check *check, struct str grade)
{
    const struct grade *found = grade_find(check->briefing->frameworks, grade);
    return found && found->tone == TONE_WORST;
}

/* Are there grades, and was none of them the worst, named or counted? */
static bool found_nothing_inadequate(const struct check *check, const struct inspection *inspection)
{
    bool any = inspection->overall.len || inspection->judgements.count;
    bool worst = is_worst(check, inspection->overall);
    for (size_t i = 0; i < inspection->judgements.count; i++)
        worst = worst || is_worst(check, inspection->judgements.items[i].grade);
    for (size_t i = 0; i < inspection->unnamed.count; i++) {
        const struct unnamed *unnamed = &inspection->unnamed.items[i];
        worst = worst || is_worst(check, unnamed->grade);
    }
    return any && !worst;
}

static void check_inspection(const struct check *check, const struct intervention *intervention,
                             const struct inspection *cause)
{
    struct date start = period_start(&cause->fieldwork);
    const struct date *begun = start.precision != DATE_UNKNOWN ? &start : &cause->published;
    if (date_surely_after(begun, &intervention->issued)) {
        struct diag *diag =
            diag_report(check->diags, &E228, SPAN_OF(intervention, triggered_by),
                        "`" STR_FMT "` was issued before the inspection that led to it",
                        STR_ARG(intervention->id));
        bool fieldwork = begun == &start;
        diag_note(check->diags, diag, record_span_of(cause, fieldwork ? "fieldwork" : "published"),
                  fieldwork ? "the inspection began here" : "its report was published here");
    } else if (found_nothing_inadequate(check, cause)) {
        struct diag *diag =
            diag_report(check->diags, &W233, SPAN_OF(intervention, triggered_by),
                        "`" STR_FMT "` found nothing inadequate", STR_ARG(cause->id));
        diag_hint(check->diags, diag, "check which inspection led to `" STR_FMT "`",
                  STR_ARG(intervention->id));
    }
}

static void check_cause(const struct check *check, const struct intervention *intervention,
                        const struct ref *cause)
{
    if (!date_surely_after(ref_day(cause->table, cause->record), &intervention->issued))
        return;
    struct diag *diag =
        diag_report(check->diags, &E228, cause->span,
                    "`" STR_FMT "` was issued before `" STR_FMT "`, which led to it",
                    STR_ARG(intervention->id), STR_ARG(cause->id));
    diag_note(check->diags, diag, record_span_of(cause->record, "date"), "it is dated here");
}

static void intervention_follows_its_cause(const struct check *check,
                                           const struct intervention *intervention)
{
    for (size_t i = 0; i < intervention->triggered_by.count; i++) {
        const struct ref *cause = &intervention->triggered_by.items[i];
        if (cause->record == intervention)
            report_own_cause(check, cause);
        else if (cause->record && cause->table == &inspection_table)
            check_inspection(check, intervention, cause->record);
        else if (cause->record)
            check_cause(check, intervention, cause);
    }
}

/* ---- deadlines ---- */

static void check_due(const struct check *check, const struct intervention *intervention,
                      const struct date *due, struct span span)
{
    if (!date_surely_after(&intervention->issued, due))
        return;
    struct diag *diag =
        diag_report(check->diags, &E228, span, "this is due before `" STR_FMT "` was issued",
                    STR_ARG(intervention->id));
    diag_note(check->diags, diag, SPAN_OF(intervention, issued), "it was issued here");
}

/* The commissioner's report may stand among the deadlines too: then with the same date. */
static void check_same_due(const struct check *check, const struct helper *helper,
                           const struct deadline *deadline)
{
    const struct date *a = &helper->report_due, *b = &deadline->due;
    if (!names_agree(check->diags->arena, deadline->who, helper->name) ||
        (!date_surely_after(a, b) && !date_surely_after(b, a)))
        return;
    struct diag *diag =
        diag_report(check->diags, &W235, SPAN_OF(deadline, due),
                    "the report of " STR_FMT " is given two dates", STR_ARG(helper->name));
    diag_hint(check->diags, diag, "correct one of them");
    diag_note(check->diags, diag, SPAN_OF(helper, report_due), "the other one is here");
}

static void check_requirements(const struct check *check, const struct intervention *intervention,
                               const struct requirement_list *requirements)
{
    for (size_t i = 0; i < requirements->count; i++) {
        const struct requirement *one = &requirements->items[i];
        check_due(check, intervention, &one->due, SPAN_OF(one, due));
    }
}

static void check_helper_due(const struct check *check, const struct intervention *intervention,
                             const struct helper *helper)
{
    check_requirements(check, intervention, &helper->tasks);
    check_due(check, intervention, &helper->report_due, SPAN_OF(helper, report_due));
    const struct deadline_list *deadlines = &check->briefing->deadlines;
    for (size_t i = 0; i < deadlines->count; i++)
        if (deadlines->items[i].about.record == intervention)
            check_same_due(check, helper, &deadlines->items[i]);
}

static void deadlines_follow_the_intervention(const struct check *check,
                                              const struct intervention *intervention)
{
    check_requirements(check, intervention, &intervention->requirements);
    for (size_t i = 0; i < intervention->people.count; i++)
        check_helper_due(check, intervention, &intervention->people.items[i]);
    const struct deadline_list *deadlines = &check->briefing->deadlines;
    for (size_t i = 0; i < deadlines->count; i++) {
        const struct deadline *deadline = &deadlines->items[i];
        if (deadline->about.record == intervention)
            check_due(check, intervention, &deadline->due, SPAN_OF(deadline, due));
    }
}

/* ---- what holds, and why ---- */

const struct rule steps_rules[] = {
    {CODES_OF(&W231), .holds = "one intervention takes over where the one before it ends",
     .evidence = "On GOV.UK what replaces and what is replaced share a day; sources often differ.",
     .intervention = replacement_joins_up},
    {CODES_OF(&W234), .holds = "steps follow one another as they do in law and guidance",
     .evidence = "Notices forewarn directions; stepping down is rare and is then said.",
     .intervention = steps_follow_one_another},
    {CODES_OF(&W232), .holds = "powers are those of the step",
     .evidence =
         "A letter, adviser, board or notice has no statutory basis; sources mix the names.",
     .intervention = powers_are_those_of_the_step},
    {CODES_OF(&E228, &W233, &E284), .holds = "an intervention follows what led to it",
     .evidence = "It cannot come first; and it was inadequate services that led to most.",
     .intervention = intervention_follows_its_cause},
    {CODES_OF(&E228, &W235),
     .holds = "deadlines of an intervention come after it, and are given once",
     .evidence = "It cannot be otherwise; two dates for one report contradict each other.",
     .intervention = deadlines_follow_the_intervention},
    {.codes = NULL},
};
