/* Rules on interventions: their dates, who makes them, and what replaces what. */
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

static void intervention_ends_after_it_begins(const struct check *check,
                                              const struct intervention *intervention)
{
    if (!date_surely_after(&intervention->issued, &intervention->ended))
        return;
    struct diag *diag =
        diag_report(check->diags, &E228, SPAN_OF(intervention, ended),
                    "`" STR_FMT "` ended before it was issued", STR_ARG(intervention->id));
    diag_note(check->diags, diag, SPAN_OF(intervention, issued), "it was issued here");
}

static void intervention_has_begun(const struct check *check,
                                   const struct intervention *intervention)
{
    if (is_future(check->briefing, &intervention->issued))
        diag_report(check->diags, &W228, SPAN_OF(intervention, issued),
                    "`" STR_FMT "` is later than the day of the briefing, and is left out of what "
                    "is computed",
                    STR_ARG(intervention->id));
}

static void intervention_is_the_departments(const struct check *check,
                                            const struct intervention *intervention)
{
    if (str_holds(intervention->by, STR("Ofsted"))) {
        struct diag *diag = diag_report(check->diags, &W222, SPAN_OF(intervention, by),
                                        "Ofsted inspects; it does not intervene");
        diag_hint(check->diags, diag, "interventions are issued by the Department for Education");
    }
    if (str_holds(intervention->ended_by, STR("Ofsted"))) {
        struct diag *diag = diag_report(check->diags, &W222, SPAN_OF(intervention, ended_by),
                                        "Ofsted cannot end an intervention; only the Department "
                                        "for Education can");
        diag_hint(check->diags, diag, "leave it out and put the source's wording in `how_known`");
    }
}

/* Does following `replaces` lead back to where it began? The count of records bounds the walk, so
   that a circle elsewhere does not hold it. */
static bool replaces_itself(const struct check *check, const struct intervention *intervention)
{
    const struct intervention *at = intervention->replaces.record;
    for (size_t steps = check->briefing->interventions.count; at && steps; steps--) {
        if (at == intervention)
            return true;
        at = at->replaces.record;
    }
    return false;
}

static void intervention_replaces_an_earlier_one(const struct check *check,
                                                 const struct intervention *intervention)
{
    const struct intervention *earlier = intervention->replaces.record;
    if (!earlier)
        return;
    if (replaces_itself(check, intervention)) {
        diag_report(check->diags, &E229, SPAN_OF(intervention, replaces),
                    earlier == intervention ? "`" STR_FMT "` replaces itself"
                                            : "`" STR_FMT "` replaces itself by way of others",
                    STR_ARG(intervention->id));
    } else if (date_surely_after(&earlier->issued, &intervention->issued)) {
        struct diag *diag =
            diag_report(check->diags, &E228, SPAN_OF(intervention, issued),
                        "`" STR_FMT "` was issued before `" STR_FMT "`, which it replaces",
                        STR_ARG(intervention->id), STR_ARG(earlier->id));
        diag_note(check->diags, diag, SPAN_OF(earlier, issued), "`" STR_FMT "` was issued here",
                  STR_ARG(earlier->id));
    }
}

/* ---- whether it is still in force, and whose it is ---- */

/* A partner or support is no intervention, and fades out more often than it is ended. */
static bool is_help_alone(const struct intervention *intervention)
{
    bool help = intervention->kind == INTERVENTION_PARTNERSHIP ||
                intervention->kind == INTERVENTION_IMPROVEMENT_PARTNER ||
                intervention->kind == INTERVENTION_SUPPORT;
    return help && intervention->statutory != ANSWER_YES;
}

static void running_steps_are_looked_at(const struct check *check,
                                        const struct intervention *intervention)
{
    if (intervention->kind == INTERVENTION_LETTER || is_help_alone(intervention) ||
        intervention_force(check->briefing, intervention) != FORCE_UNKNOWN)
        return;
    struct date known = intervention_known_open(check->briefing, intervention);
    struct str when = known.precision != DATE_UNKNOWN
                          ? date_text(check->diags->arena, &known, DATE_LONG)
                          : STR("a day that is not known");
    struct diag *diag =
        diag_report(check->diags, &W257, SPAN_OF(intervention, id),
                    "`" STR_FMT "` has no end, and was last known to be in force on " STR_FMT,
                    STR_ARG(intervention->id), STR_ARG(when));
    diag_hint(check->diags, diag, "add `known_open` with the day of your check, or `ended`");
}

static void departments_are_named(const struct check *check,
                                  const struct intervention *intervention)
{
    if (intervention->department.len || intervention->kind == INTERVENTION_BEST_VALUE)
        return;
    bool by = str_holds(intervention->by, STR("Ministry of Housing")) ||
              str_holds(intervention->by, STR("Levelling Up"));
    if (!by && !str_holds(intervention->legal_basis, STR("Local Government Act 1999")))
        return;
    struct diag *diag =
        diag_report(check->diags, &W258, record_span_of(intervention, by ? "by" : "legal_basis"),
                    "this step counts as one of the Department for Education");
    diag_hint(check->diags, diag,
              "add `department: Ministry of Housing, Communities and Local Government`");
}

/* ---- what holds, and why ---- */

const struct rule interventions_rules[] = {
    {CODES_OF(&E228), .holds = "an intervention ends after it begins",
     .evidence = "It cannot be otherwise.", .intervention = intervention_ends_after_it_begins},
    {CODES_OF(&W228), .holds = "an intervention has begun by the day of the briefing",
     .evidence = "Later ones are left out of what is computed.",
     .intervention = intervention_has_begun},
    {CODES_OF(&W222), .holds = "only the Department for Education intervenes",
     .evidence = "Sources do say that Ofsted did.",
     .intervention = intervention_is_the_departments},
    {CODES_OF(&E229, &E228),
     .holds = "an intervention replaces one that came before it, and not itself",
     .evidence = "It cannot be otherwise.", .intervention = intervention_replaces_an_earlier_one},
    {CODES_OF(&W257), .holds = "an intervention without an end was lately known to be in force",
     .evidence = "An end is often not written down; three months is as far back as a quarterly "
                 "paper looks.",
     .intervention = running_steps_are_looked_at},
    {CODES_OF(&W258), .holds = "another department's step says whose it is",
     .evidence = "Best Value commissioners are sent by the ministry for local government.",
     .intervention = departments_are_named},
    {.codes = NULL},
};
