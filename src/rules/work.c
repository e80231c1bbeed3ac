/* Rules on actions, reviews, deadlines and the ratings of provision. */
#include "brief/lookup.h"
#include "data/data_codes.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

static void check_action(const struct check *check, const struct action *action)
{
    bool revised = action->revised_due.precision != DATE_UNKNOWN;
    const struct date *due = revised ? &action->revised_due : &action->due;
    if (action->status == STATUS_OVERDUE && is_future(check->briefing, due)) {
        struct diag *diag = diag_report(check->diags, &W229, SPAN_OF(action, status),
                                        "the action is overdue, and its date has not come");
        diag_note(check->diags, diag, record_span_of(action, revised ? "revised_due" : "due"),
                  "it is due here");
    }
}

/* Blue is for what is complete, and green for what is on track. */
static void check_rag(const struct check *check, const struct action *action)
{
    bool revised = action->revised_due.precision != DATE_UNKNOWN;
    const struct date *due = revised ? &action->revised_due : &action->due;
    bool open = action->status != STATUS_ABSENT && action->status != STATUS_COMPLETE;
    bool late = action->status == STATUS_OVERDUE ||
                (open && due->precision != DATE_UNKNOWN &&
                 date_surely_after(&check->briefing->briefing->as_at, due));
    const char *fault = action->rag == RAG_BLUE && open    ? "blue is for what is complete"
                        : action->rag == RAG_GREEN && late ? "green is for what is on track"
                                                           : NULL;
    if (!fault)
        return;
    struct diag *diag = diag_report(check->diags, &W265, SPAN_OF(action, rag), "%s", fault);
    diag_hint(check->diags, diag, "%s",
              action->rag == RAG_BLUE ? "write `status: complete`, or another `rag`"
                                      : "write `amber` or `red`, or give it a `revised_due`");
    diag_note(check->diags, diag, SPAN_OF(action, status), "the status is here");
    if (action->rag == RAG_GREEN && action->status != STATUS_OVERDUE)
        diag_note(check->diags, diag, record_span_of(action, revised ? "revised_due" : "due"),
                  "it was due here");
}

static void check_review(const struct check *check, const struct review *review)
{
    bool past = review->date.precision != DATE_UNKNOWN &&
                date_surely_after(&check->briefing->briefing->as_at, &review->date);
    if (review->status == STATUS_PLANNED && past)
        diag_report(check->diags, &W229, SPAN_OF(review, status),
                    "the review is planned, and its date has passed");
}

static void statuses_fit_their_dates(const struct check *check)
{
    const struct briefing *briefing = check->briefing;
    for (size_t i = 0; i < briefing->actions.count; i++)
        check_action(check, &briefing->actions.items[i]);
    for (size_t i = 0; i < briefing->reviews.count; i++)
        check_review(check, &briefing->reviews.items[i]);
    for (size_t i = 0; i < briefing->deadlines.count; i++) {
        const struct deadline *deadline = &briefing->deadlines.items[i];
        if (is_future(briefing, &deadline->done))
            diag_report(check->diags, &W229, SPAN_OF(deadline, done),
                        "the deadline was met after the day of the briefing");
    }
}

static void ratings_fit_the_status(const struct check *check)
{
    const struct action_list *actions = &check->briefing->actions;
    for (size_t i = 0; i < actions->count; i++)
        check_rag(check, &actions->items[i]);
}

static void check_rating_grades(const struct check *check, const struct provision_count *rating)
{
    for (size_t i = 0; i < rating->grades.count; i++)
        if (!grade_read(check->briefing->frameworks, rating->grades.items[i])) {
            struct diag *diag =
                diag_report(check->diags, &E210, rating->grades.spans[i],
                            "`" STR_FMT "` is not a grade", STR_ARG(rating->grades.items[i]));
            diag_hint(check->diags, diag,
                      "write `outstanding`, `good`, `requires_improvement` or `inadequate`");
        }
}

static void check_total(const struct check *check, const struct provision *provision, int64_t sum)
{
    long long total = (long long)provision->total.value;
    if (!provision->total.known || sum == total)
        return;
    struct diag *diag =
        diag_report(check->diags, sum > total ? &E230 : &W224, SPAN_OF(provision, ratings),
                    sum > total ? "the ratings add up to %lld, more than the total of %lld"
                                : "the ratings add up to %lld of %lld",
                    (long long)sum, total);
    diag_note(check->diags, diag, SPAN_OF(provision, total), "the total is given here");
}

static void provision_adds_up(const struct check *check)
{
    const struct provision_list *provisions = &check->briefing->provision;
    for (size_t i = 0; i < provisions->count; i++) {
        const struct provision *provision = &provisions->items[i];
        int64_t sum = 0;
        bool all_known = provision->ratings.count > 0; /* what could not be read is not nought */
        for (size_t j = 0; j < provision->ratings.count; j++) {
            const struct provision_count *rating = &provision->ratings.items[j];
            check_rating_grades(check, rating);
            all_known = all_known && rating->count.known;
            sum += count_of(&rating->count);
        }
        if (all_known)
            check_total(check, provision, sum);
    }
}

/* Is the grade of rating `at`, place `which`, among those of an earlier rating? */
static bool counted_before(const struct check *check, const struct provision *provision, size_t at,
                           struct str text)
{
    const struct grade *grade = grade_read(check->briefing->frameworks, text);
    for (size_t i = 0; grade && i < at; i++) {
        const struct provision_count *rating = &provision->ratings.items[i];
        for (size_t k = 0; k < rating->grades.count; k++)
            if (grade_read(check->briefing->frameworks, rating->grades.items[k]) == grade)
                return true;
    }
    return false;
}

static void check_counted_once(const struct check *check, const struct provision *provision,
                               size_t at)
{
    const struct provision_count *rating = &provision->ratings.items[at];
    for (size_t i = 0; i < rating->grades.count; i++) {
        if (!counted_before(check, provision, at, rating->grades.items[i]))
            continue;
        struct diag *diag =
            diag_report(check->diags, &W240, rating->grades.spans[i],
                        "`" STR_FMT "` stands in two counts of one kind of provision",
                        STR_ARG(rating->grades.items[i]));
        diag_hint(check->diags, diag, "count each setting once");
    }
}

static void provision_counts_grades_once(const struct check *check)
{
    const struct provision_list *provisions = &check->briefing->provision;
    for (size_t i = 0; i < provisions->count; i++) {
        const struct provision *provision = &provisions->items[i];
        for (size_t k = 1; k < provision->ratings.count; k++)
            check_counted_once(check, provision, k);
    }
}

/* A period from one year to another may count both, or only the time between them. */
static void years_fit_the_period(const struct check *check)
{
    enum { MONTHS = 12 };
    for (size_t i = 0; i < check->briefing->funding.count; i++) {
        const struct funding *funding = &check->briefing->funding.items[i];
        struct date start = period_start(&funding->period), end = period_end(&funding->period);
        struct range months = months_between(&start, &end);
        int64_t asked = funding->years.value * MONTHS;
        if (!funding->years.known || !months.known || funding->years.value < 0 ||
            funding->years.value > COUNT_MOST ||
            (asked >= months.low && asked <= months.high + MONTHS))
            continue;
        struct diag *diag = diag_report(
            check->diags, &W249, SPAN_OF(funding, years), "the period does not have %lld year%s",
            (long long)funding->years.value, funding->years.value == 1 ? "" : "s");
        diag_note(check->diags, diag, SPAN_OF(funding, period), "the period is here");
    }
}

/* A date is revised to a later one; nearly always. */
static void check_revised(const struct check *check, const struct action *action)
{
    if (!date_surely_after(&action->due, &action->revised_due))
        return;
    struct diag *diag = diag_report(check->diags, &W268, SPAN_OF(action, revised_due),
                                    "the revised date lies before the first one");
    diag_hint(check->diags, diag, "check both dates: they may stand in each other's place");
    diag_note(check->diags, diag, SPAN_OF(action, due), "the first one is here");
}

static void dates_are_put_off(const struct check *check)
{
    const struct action_list *actions = &check->briefing->actions;
    for (size_t i = 0; i < actions->count; i++)
        check_revised(check, &actions->items[i]);
}

/* ---- deadlines that are computed ---- */

static void bank_holidays_are_known(const struct check *check)
{
    const struct action_plan *plan = check->briefing->derived->action_plan;
    if (!plan || !plan->missing_year)
        return;
    struct diag *diag = diag_report(
        check->diags, &W250, SPAN_OF(plan->inspection, published),
        "when the council’s action plan is due is not known: it is counted in working days, and "
        "the bank holidays of %d are missing",
        (int)plan->missing_year);
    diag_hint(check->diags, diag, "add the year %d to templates/bank-holidays.yaml",
              (int)plan->missing_year);
}

/* ---- what holds, and why ---- */

const struct rule work_rules[] = {
    {CODES_OF(&W229), .holds = "statuses fit their dates",
     .evidence = "A status may be older than the briefing.", .briefing = statuses_fit_their_dates},
    {CODES_OF(&W265), .holds = "ratings fit the status of their actions",
     .evidence = "Owners rate by hand, and rate again later than they report.",
     .briefing = ratings_fit_the_status},
    {CODES_OF(&W268), .holds = "actions are revised to later dates",
     .evidence = "A date may be brought forward, but seldom is.", .briefing = dates_are_put_off},
    {CODES_OF(&W249), .holds = "the years of funding fit its period",
     .evidence = "A period given in years can be counted in two ways.",
     .briefing = years_fit_the_period},
    {CODES_OF(&E230, &W224, &E210), .holds = "ratings of provision add up to the total",
     .evidence = "More than all cannot be rated; fewer can.", .briefing = provision_adds_up},
    {CODES_OF(&W240), .holds = "each grade of provision is counted once",
     .evidence = "A source may split a grade that it had given together with another.",
     .briefing = provision_counts_grades_once},
    {CODES_OF(&W250), .holds = "the bank holidays are known by which a deadline is counted",
     .evidence = "Without them the deadline is given as not known.",
     .derived = bank_holidays_are_known},
    {.codes = NULL},
};
