/* The rules that spec_check applies, one function each; src/spec/check.c lists them. */
#ifndef COUNCILBRIEF_SPEC_RULES_RULES_H
#define COUNCILBRIEF_SPEC_RULES_RULES_H

#include "spec/briefing.h"

struct diag;
struct diags;

/* What every rule is given. */
struct check {
    struct diags *diags;
    const struct briefing *briefing;
};

/* paper.c */
void as_at_is_a_day(const struct check *check);
void exempt_paragraphs_fit_the_class(const struct check *check);
void council_still_exists(const struct check *check);

/* inspections.c: when it was */
void inspection_has_a_date(const struct check *check, const struct inspection *inspection);
void report_follows_fieldwork(const struct check *check, const struct inspection *inspection);
void report_is_out(const struct check *check, const struct inspection *inspection);
void framework_was_in_use(const struct check *check, const struct inspection *inspection);

/* judgements.c: what was judged, with what grades */
void judgements_are_of_the_framework(const struct check *check,
                                     const struct inspection *inspection);
void overall_is_of_the_framework(const struct check *check, const struct inspection *inspection);
void grades_are_of_the_framework(const struct check *check, const struct inspection *inspection);
void note_framework(const struct check *check, struct diag *diag,
                    const struct inspection *inspection); /* points at `framework` */

/* counts.c */
void counts_fit_the_framework(const struct check *check, const struct inspection *inspection);

/* overall.c: whether the overall judgement agrees with the others */
void overall_agrees_with_key_judgements(const struct check *check,
                                        const struct inspection *inspection);
void overall_is_within_judgements(const struct check *check, const struct inspection *inspection);
void inadequate_judgement_shows_in_overall(const struct check *check,
                                           const struct inspection *inspection);

/* interventions.c */
void intervention_ends_after_it_begins(const struct check *check,
                                       const struct intervention *intervention);
void intervention_has_begun(const struct check *check, const struct intervention *intervention);
void intervention_is_the_departments(const struct check *check,
                                     const struct intervention *intervention);
void intervention_replaces_an_earlier_one(const struct check *check,
                                          const struct intervention *intervention);

/* numbers.c */
void counts_are_plausible(const struct check *check);

/* sources.c */
void sources_are_used(const struct check *check);
void source_dates_are_in_order(const struct check *check);

/* work.c */
void statuses_fit_their_dates(const struct check *check);
void provision_adds_up(const struct check *check);

/* claims.c: needs the derived facts */
void claims_agree_with_what_is_computed(const struct check *check);

#endif
