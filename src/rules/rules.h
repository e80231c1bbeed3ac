/* The rules that spec_check applies, one function each; src/rules/check.c lists them. */
#ifndef COUNCILBRIEF_RULES_RULES_H
#define COUNCILBRIEF_RULES_RULES_H

#include "brief/briefing.h"

struct diag;
struct diags;

/* What every rule is given. */
struct check {
    struct diags *diags;
    const struct briefing *briefing;
};

/* paper.c */
void as_at_is_a_day(const struct check *check);
void coverage_ends_on_a_day(const struct check *check);
void exempt_paragraphs_fit_the_class(const struct check *check);
void council_still_exists(const struct check *check);
void meeting_is_not_over(const struct check *check);
void implications_are_stated(const struct check *check);

/* council.c */
void council_existed_when_inspected(const struct check *check);
void council_codes_have_their_form(const struct check *check);
void body_is_another(const struct check *check, const struct inspection *inspection);
void inspection_names_its_framework(const struct check *check, const struct inspection *inspection);
void scope_is_less_than_all(const struct check *check, const struct inspection *inspection);

/* dates.c: wherever they stand */
void events_are_not_in_the_future(const struct check *check);
void facts_are_not_later_than_their_sources(const struct check *check);
void quotes_are_of_their_sources_time(const struct check *check);

/* names.c */
void people_are_told_apart(const struct check *check);

/* wording.c */
void numbers_agree_with_their_wording(const struct check *check);
void conflicts_have_two_sides(const struct check *check);

/* inspections.c: when it was */
void inspection_has_a_date(const struct check *check, const struct inspection *inspection);
void report_follows_fieldwork(const struct check *check, const struct inspection *inspection);
void report_is_out(const struct check *check, const struct inspection *inspection);
void framework_was_in_use(const struct check *check, const struct inspection *inspection);

/* pace.c: what is usual */
void inspection_takes_its_time(const struct check *check, const struct inspection *inspection);
void inspections_keep_their_distance(const struct check *check);
void inspection_has_the_date_of_its_report(const struct check *check,
                                           const struct inspection *inspection);
void kind_fits_the_framework(const struct check *check, const struct inspection *inspection);

/* tables.c: what is in a table too */
void inspections_are_written_once(const struct check *check);

/* judgements.c: what was judged, with what grades */
void judgements_are_of_the_framework(const struct check *check,
                                     const struct inspection *inspection);
void overall_is_of_the_framework(const struct check *check, const struct inspection *inspection);
void grades_are_of_the_framework(const struct check *check, const struct inspection *inspection);
void note_framework(const struct check *check, struct diag *diag,
                    const struct inspection *inspection); /* points at `framework` */

/* counts.c */
void counts_fit_the_framework(const struct check *check, const struct inspection *inspection);
void counts_agree_with_names(const struct check *check, const struct inspection *inspection);
void overall_is_within_counts(const struct check *check, const struct inspection *inspection);

/* overall.c: whether the overall judgement agrees with the others */
void overall_agrees_with_key_judgements(const struct check *check,
                                        const struct inspection *inspection);
void overall_is_within_judgements(const struct check *check, const struct inspection *inspection);
void inadequate_judgement_shows_in_overall(const struct check *check,
                                           const struct inspection *inspection);
void overall_is_a_grade_given(const struct check *check, const struct inspection *inspection);
void judgements_are_near_the_overall_one(const struct check *check,
                                         const struct inspection *inspection);

/* steps.c: the chain of interventions */
void replacement_joins_up(const struct check *check, const struct intervention *intervention);
void steps_follow_one_another(const struct check *check, const struct intervention *intervention);
void powers_are_those_of_the_step(const struct check *check,
                                  const struct intervention *intervention);
void intervention_follows_its_inspection(const struct check *check,
                                         const struct intervention *intervention);
void deadlines_follow_the_intervention(const struct check *check,
                                       const struct intervention *intervention);

/* interventions.c */
void intervention_ends_after_it_begins(const struct check *check,
                                       const struct intervention *intervention);
void intervention_has_begun(const struct check *check, const struct intervention *intervention);
void intervention_is_the_departments(const struct check *check,
                                     const struct intervention *intervention);
void intervention_replaces_an_earlier_one(const struct check *check,
                                          const struct intervention *intervention);

/* languages.c */
void languages_are_codes(const struct check *check);

/* numbers.c */
void counts_are_plausible(const struct check *check);
void amounts_are_money(const struct check *check);
void amounts_are_positive(const struct check *check);

/* figures.c */
void figures_fit_the_page(const struct check *check);

/* sources.c */
void sources_are_used(const struct check *check);
void source_dates_are_in_order(const struct check *check);
void source_addresses_are_links(const struct check *check);

/* work.c */
void statuses_fit_their_dates(const struct check *check);
void ratings_fit_the_status(const struct check *check);
void dates_are_put_off(const struct check *check);
void provision_adds_up(const struct check *check);
void provision_counts_grades_once(const struct check *check);
void years_fit_the_period(const struct check *check);

/* deadline.c: needs the derived facts */
void bank_holidays_are_known(const struct check *check);

/* claims.c: needs the derived facts */
void claims_agree_with_what_is_computed(const struct check *check);

void running_steps_are_looked_at(const struct check *check,
                                 const struct intervention *intervention);
void departments_are_named(const struct check *check, const struct intervention *intervention);

#endif
