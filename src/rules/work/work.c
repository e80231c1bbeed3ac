/* Rules on actions, reviews, deadlines and the ratings of provision. */
#include "brief/lookup.h"
#include "data/data_codes.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

static void check_action(const struct check *check, const struct action *action)
{
    bool revised = action->revised_due.precision != DATE_UNKNOWN;
    const struct date *due = action_due(action);
    if (action->status == STATUS_OVERDUE && is_future(check->briefing, due)) {
        struct diag *diag = diag_report(check->diags, &W229, SPAN_OF(action, status),
                                        "the action is overdue, and its date has not come");
        diag_note(check->diags, diag, record_span_of(action, revised ? "revised_due" : "due"),
                  "it is due here");
    }
}

/* Is its date over, though its status says that it is still to be done? */
static bool is_late(const struct check *check, const struct action *action)
{
    const struct date *due = action_due(action);
    return action->status == STATUS_OVERDUE ||
           (status_is_open(action->status) && due->precision != DATE_UNKNOWN &&
            date_surely_after(&check->briefing->briefing->as_at, due));
}

/* What a rating and a status say of each other. */
static const struct clash {
    int rag;
    const char *fault, *hint;
} clashes[] = {
    {RAG_BLUE, "blue is for what is complete", "write `status: complete`, or another `rag`"},
    {RAG_GREEN, "green is for what is on track",
     "write `amber` or `red`, or give it a `revised_due`"},
    {RAG_RED, "red is for what is off track", "write `rag: blue`, or another `status`"},
    {RAG_AMBER, "amber is for what is at risk", "write `rag: blue`, or another `status`"},
};

static bool clashes_with(const struct check *check, const struct action *action, int rag)
{
    bool complete = action->status == STATUS_COMPLETE;
    switch (rag) {
    case RAG_BLUE: return status_is_open(action->status);
    case RAG_GREEN: return is_late(check, action) || action->status == STATUS_ON_HOLD;
    default: return complete;
    }
}

/* Blue is for what is complete, green for what is on track, the others for what is not. */
static void check_rag(const struct check *check, const struct action *action)
{
    for (size_t i = 0; i < sizeof clashes / sizeof *clashes; i++) {
        const struct clash *clash = &clashes[i];
        if (action->rag != clash->rag || !clashes_with(check, action, clash->rag))
            continue;
        struct diag *diag =
            diag_report(check->diags, &W265, SPAN_OF(action, rag), "%s", clash->fault);
        diag_hint(check->diags, diag, "%s", clash->hint);
        diag_note(check->diags, diag, SPAN_OF(action, status), "the status is here");
        bool revised = action->revised_due.precision != DATE_UNKNOWN;
        if (action->rag == RAG_GREEN && is_late(check, action) && action->status != STATUS_OVERDUE)
            diag_note(check->diags, diag, record_span_of(action, revised ? "revised_due" : "due"),
                      "it was due here");
    }
}

/* All of it is done, or it is not. */
static void check_percent(const struct check *check, const struct action *action)
{
    enum { ALL = 100 };
    if (!action->percent.known)
        return;
    bool complete = action->status == STATUS_COMPLETE;
    bool all = action->percent.value == ALL;
    if (all ? !status_is_open(action->status) : !complete)
        return;
    struct diag *diag =
        diag_report(check->diags, &W293, SPAN_OF(action, percent),
                    all ? "%lld per cent of it are done, and its status says otherwise"
                        : "it is complete, and %lld per cent of it are done",
                    (long long)action->percent.value);
    diag_hint(check->diags, diag, "%s",
              all ? "write `status: complete`, or a lower `percent`"
                  : "leave `percent` out, or write another `status`");
    diag_note(check->diags, diag, SPAN_OF(action, status), "the status is here");
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
    for (size_t i = 0; i < actions->count; i++) {
        check_rag(check, &actions->items[i]);
        check_percent(check, &actions->items[i]);
    }
}

/* ---- what actions answer, and their numbers ---- */

/* A source says something; it asks for nothing. */
static void check_answers(const struct check *check, const struct refs *refs)
{
    for (size_t i = 0; i < refs->count; i++) {
        const struct ref *ref = &refs->items[i];
        if (ref->table != &evidence_table && ref->table != &quote_table)
            continue;
        struct diag *diag = diag_report(check->diags, &W294, ref->span,
                                        "`" STR_FMT "` is %s: nothing that an action can answer",
                                        STR_ARG(ref->id), ref->table->a_name);
        diag_hint(check->diags, diag,
                  "name a recommendation, an area for improvement or what else asked for it, and "
                  "the source under `source`");
    }
}

static void answers_name_what_was_asked(const struct check *check)
{
    const struct action_list *actions = &check->briefing->actions;
    for (size_t i = 0; i < actions->count; i++)
        check_answers(check, &actions->items[i].answers);
}

static const struct action *numbered_before(const struct action_list *actions, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (str_alike(actions->items[i].number, actions->items[at].number))
            return &actions->items[i];
    return NULL;
}

static void numbers_stand_once(const struct check *check)
{
    const struct action_list *actions = &check->briefing->actions;
    for (size_t i = 1; i < actions->count; i++) {
        const struct action *action = &actions->items[i];
        const struct action *first = action->number.len ? numbered_before(actions, i) : NULL;
        if (!first)
            continue;
        struct diag *diag =
            diag_report(check->diags, &W295, SPAN_OF(action, number),
                        "two actions have the number `" STR_FMT "`", STR_ARG(action->number));
        diag_hint(check->diags, diag, "give one of them another, or leave one of them out");
        diag_note(check->diags, diag, SPAN_OF(first, number), "the other is here");
    }
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
    {CODES_OF(&W265, &W293), .holds = "ratings and percentages fit the status of their actions",
     .evidence = "Owners rate by hand, and rate again later than they report.",
     .briefing = ratings_fit_the_status},
    {CODES_OF(&W294), .holds = "an action answers something that asked for it",
     .evidence = "A source says so; a recommendation, an area or a direction asks.",
     .briefing = answers_name_what_was_asked},
    {CODES_OF(&W295), .holds = "no two actions have one number",
     .evidence = "Members name actions by their numbers; a row copied twice has both.",
     .briefing = numbers_stand_once},
    {CODES_OF(&W268), .holds = "actions are revised to later dates",
     .evidence = "A date may be brought forward, but seldom is.", .briefing = dates_are_put_off},
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
