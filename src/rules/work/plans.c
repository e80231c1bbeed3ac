/* Rules on what was asked for and planned: recommendations, risks, milestones. */
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

/* ---- recommendations ---- */

static bool is_pursued(int status)
{
    return status == STATUS_COMPLETE || status == STATUS_IN_PROGRESS || status == STATUS_OVERDUE;
}

/* What the council rejects it does not do. */
static void responses_fit_the_status(const struct check *check)
{
    const struct recommendation_list *all = &check->briefing->recommendations;
    for (size_t i = 0; i < all->count; i++) {
        const struct recommendation *one = &all->items[i];
        if (one->response != RESPONSE_REJECTED || !is_pursued(one->status))
            continue;
        struct diag *diag =
            diag_report(check->diags, &W296, SPAN_OF(one, response),
                        "the recommendation is rejected, and its status says that it %s",
                        one->status == STATUS_COMPLETE ? "was done" : "is to be done");
        diag_hint(check->diags, diag,
                  "write another `response`, such as `partly`, or leave out "
                  "the `status`");
        diag_note(check->diags, diag, SPAN_OF(one, status), "the status is here");
    }
}

static void check_origin(const struct check *check, const struct recommendation *one)
{
    const struct ref *ref = &one->comes_from;
    bool says_only = ref->table == &evidence_table || ref->table == &quote_table;
    if (!says_only && ref->record != one)
        return;
    struct diag *diag =
        diag_report(check->diags, &W294, ref->span,
                    "`" STR_FMT "` is %s: nothing that a recommendation comes from",
                    STR_ARG(ref->id), says_only ? ref->table->a_name : "the recommendation itself");
    diag_hint(check->diags, diag,
              "name an inspection, a review or what else made it, and the source "
              "under `source`");
}

static void origins_are_records(const struct check *check)
{
    const struct recommendation_list *all = &check->briefing->recommendations;
    for (size_t i = 0; i < all->count; i++)
        check_origin(check, &all->items[i]);
}

/* ---- risks ---- */

enum { RATING_LEAST = 1, RATING_MOST = 5 };

static void check_rating(const struct check *check, const struct whole *rating, const void *risk,
                         const char *field)
{
    bool fits = rating->value >= RATING_LEAST && rating->value <= RATING_MOST;
    if (!rating->known || fits || rating->value < 0)
        return; /* what is below zero was reported as such */
    struct diag *diag =
        diag_report(check->diags, &E293, record_span_of(risk, field),
                    "`%s` of a risk cannot be %lld", field, (long long)rating->value);
    diag_hint(check->diags, diag, "write a number from %d to %d", RATING_LEAST, RATING_MOST);
}

static void check_product(const struct check *check, const struct whole *score,
                          const struct whole *likelihood, const struct whole *impact,
                          const void *risk, const char *field)
{
    bool known = score->known && likelihood->known && impact->known;
    int64_t product = count_of(likelihood) * count_of(impact);
    if (!known || score->value == product)
        return;
    struct diag *diag = diag_report(check->diags, &W297, record_span_of(risk, field),
                                    "the score is %lld, and likelihood times impact are %lld",
                                    (long long)score->value, (long long)product);
    diag_hint(check->diags, diag, "leave `%s` out, or correct one of the three", field);
}

static void scores_are_products(const struct check *check)
{
    const struct risk_list *risks = &check->briefing->risks;
    for (size_t i = 0; i < risks->count; i++) {
        const struct risk *risk = &risks->items[i];
        check_rating(check, FIELD_AT(risk, likelihood));
        check_rating(check, FIELD_AT(risk, impact));
        check_rating(check, FIELD_AT(risk, likelihood_after));
        check_rating(check, FIELD_AT(risk, impact_after));
        check_product(check, &risk->score, &risk->likelihood, &risk->impact, risk, "score");
        check_product(check, &risk->score_after, &risk->likelihood_after, &risk->impact_after, risk,
                      "score_after");
    }
}

/* As written, or else the product; -1: not known. */
static int64_t level(const struct whole *score, const struct whole *likelihood,
                     const struct whole *impact)
{
    if (score->known)
        return score->value;
    return likelihood->known && impact->known ? count_of(likelihood) * count_of(impact) : -1;
}

static void mitigation_lessens_risks(const struct check *check)
{
    const struct risk_list *risks = &check->briefing->risks;
    for (size_t i = 0; i < risks->count; i++) {
        const struct risk *risk = &risks->items[i];
        int64_t before = level(&risk->score, &risk->likelihood, &risk->impact);
        int64_t after = level(&risk->score_after, &risk->likelihood_after, &risk->impact_after);
        if (before < 0 || after <= before)
            continue;
        struct diag *diag =
            diag_report(check->diags, &W298, SPAN_OF(risk, text),
                        "the risk scores %lld before what is done about it, and %lld after",
                        (long long)before, (long long)after);
        diag_hint(check->diags, diag, "check both scores: they may stand in each other's place");
    }
}

/* ---- milestones ---- */

static void report_clash(const struct check *check, const struct milestone *one, const char *fault,
                         const char *hint, const char *field, const char *note)
{
    struct diag *diag = diag_report(check->diags, &W265, SPAN_OF(one, rag), "%s", fault);
    diag_hint(check->diags, diag, "%s", hint);
    diag_note(check->diags, diag, record_span_of(one, field), "%s", note);
}

static void check_milestone(const struct check *check, const struct milestone *one)
{
    bool revised = one->revised.precision != DATE_UNKNOWN;
    const struct date *due = revised ? &one->revised : &one->planned;
    bool reached = one->actual.precision != DATE_UNKNOWN;
    bool late = !reached && due->precision != DATE_UNKNOWN &&
                date_surely_after(&check->briefing->briefing->as_at, due);
    if (reached && (one->rag == RAG_RED || one->rag == RAG_AMBER))
        report_clash(check, one,
                     one->rag == RAG_RED ? "red is for what is off track"
                                         : "amber is for what is at risk",
                     "write `rag: blue`: it was reached", "actual", "it was reached here");
    if (late && one->rag == RAG_GREEN)
        report_clash(check, one, "green is for what is on track",
                     "write `amber` or `red`, or give it a date under `revised`",
                     revised ? "revised" : "planned", "it was to be reached here");
    if (!date_surely_after(&one->planned, &one->revised))
        return;
    struct diag *diag = diag_report(check->diags, &W268, SPAN_OF(one, revised),
                                    "the revised date lies before the first one");
    diag_hint(check->diags, diag, "check both dates: they may stand in each other's place");
    diag_note(check->diags, diag, SPAN_OF(one, planned), "the first one is here");
}

static void milestones_agree_with_their_dates(const struct check *check)
{
    const struct milestone_list *all = &check->briefing->milestones;
    for (size_t i = 0; i < all->count; i++)
        check_milestone(check, &all->items[i]);
}

/* ---- deadlines ---- */

static void ended_deadlines_were_not_met(const struct check *check)
{
    const struct deadline_list *all = &check->briefing->deadlines;
    for (size_t i = 0; i < all->count; i++) {
        const struct deadline *one = &all->items[i];
        if (!one->ended || one->done.precision == DATE_UNKNOWN)
            continue;
        struct diag *diag = diag_report(check->diags, &W299, SPAN_OF(one, ended),
                                        "the deadline was met, and nobody waits for it any more");
        diag_hint(check->diags, diag, "leave out `ended`, or `done`");
        diag_note(check->diags, diag, SPAN_OF(one, done), "it was met here");
    }
}

/* ---- what holds, and why ---- */

const struct rule plans_rules[] = {
    {CODES_OF(&W296), .holds = "what the council rejects it does not do",
     .evidence = "A response is given once, and the status is kept up by another officer.",
     .briefing = responses_fit_the_status},
    {CODES_OF(&W294), .holds = "a recommendation comes from a record that can make one",
     .evidence = "A source only says that there is one.", .briefing = origins_are_records},
    {CODES_OF(&E293, &W297),
     .holds = "risks are rated from 1 to 5, and score likelihood times impact",
     .evidence = "Registers of councils use five steps; some weigh impact more than likelihood.",
     .briefing = scores_are_products},
    {CODES_OF(&W298), .holds = "a risk scores no more after what is done about it than before",
     .evidence = "A register may be brought up to date in one column alone.",
     .briefing = mitigation_lessens_risks},
    {CODES_OF(&W265, &W268), .holds = "milestones agree with their dates",
     .evidence = "Owners rate by hand; a date may be brought forward, but seldom is.",
     .briefing = milestones_agree_with_their_dates},
    {CODES_OF(&W299), .holds = "a deadline that was met did not end without it",
     .evidence = "What was met needs no reason why nobody waits for it.",
     .briefing = ended_deadlines_were_not_met},
    {.codes = NULL},
};
