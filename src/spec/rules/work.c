/* Rules on actions, reviews, deadlines and the ratings of provision. */
#include "../facts.h"
#include "base/diag.h"
#include "rules.h"

static void check_action(const struct check *check, const struct action *action)
{
    bool revised = action->revised_due.precision != DATE_UNKNOWN;
    const struct date *due = revised ? &action->revised_due : &action->due;
    if (action->status == STATUS_OVERDUE && is_future(check->briefing, due)) {
        struct diag *diag = diag_report(check->diags, W229, record_span_of(action, "status"),
                                        "the action is overdue, and its date has not come");
        diag_note(check->diags, diag, record_span_of(action, revised ? "revised_due" : "due"),
                  "it is due here");
    }
}

static void check_review(const struct check *check, const struct review *review)
{
    bool past = review->date.precision != DATE_UNKNOWN &&
                date_surely_after(&check->briefing->briefing->as_at, &review->date);
    if (review->status == STATUS_PLANNED && past)
        diag_report(check->diags, W229, record_span_of(review, "status"),
                    "the review is planned, and its date has passed");
}

void statuses_fit_their_dates(const struct check *check)
{
    const struct briefing *briefing = check->briefing;
    for (size_t i = 0; i < briefing->actions.count; i++)
        check_action(check, records_at(&briefing->actions, &action_table, i));
    for (size_t i = 0; i < briefing->reviews.count; i++)
        check_review(check, records_at(&briefing->reviews, &review_table, i));
    for (size_t i = 0; i < briefing->deadlines.count; i++) {
        const struct deadline *deadline = records_at(&briefing->deadlines, &deadline_table, i);
        if (is_future(briefing, &deadline->done))
            diag_report(check->diags, W229, record_span_of(deadline, "done"),
                        "the deadline was met after the day of the briefing");
    }
}

static void check_rating_grades(const struct check *check, const struct provision_count *rating)
{
    for (size_t i = 0; i < rating->grades.count; i++)
        if (!grade_read(check->briefing->frameworks, rating->grades.items[i])) {
            struct diag *diag =
                diag_report(check->diags, E210, rating->grades.spans[i],
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
        diag_report(check->diags, sum > total ? E230 : W224, record_span_of(provision, "ratings"),
                    sum > total ? "the ratings add up to %lld, more than the total of %lld"
                                : "the ratings add up to %lld of %lld",
                    (long long)sum, total);
    diag_note(check->diags, diag, record_span_of(provision, "total"), "the total is given here");
}

void provision_adds_up(const struct check *check)
{
    const struct records *provisions = &check->briefing->provision;
    for (size_t i = 0; i < provisions->count; i++) {
        const struct provision *provision = records_at(provisions, &provision_table, i);
        int64_t sum = 0;
        for (size_t j = 0; j < provision->ratings.count; j++) {
            const struct provision_count *rating =
                records_at(&provision->ratings, &provision_count_table, j);
            check_rating_grades(check, rating);
            sum += count_of(&rating->count);
        }
        if (provision->ratings.count)
            check_total(check, provision, sum);
    }
}
