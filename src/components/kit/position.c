/* Where the council stands on the day of the briefing: what several components ask. */
#include "components/kit/kit.h"

struct str caption_of_day(struct arena *arena, const struct briefing *briefing, const char *words)
{
    const struct date *today = &briefing->briefing->as_at;
    struct str caption =
        str_format(arena, "%s " STR_FMT, words, STR_ARG(date_text(arena, today, DATE_LONG)));
    const struct cover *cover = cover_of(briefing, COVER_INSPECTIONS);
    if (!cover || cover->as_at.first >= today->first)
        return caption;
    return str_format(arena, STR_FMT ", by inspections complete to " STR_FMT, STR_ARG(caption),
                      STR_ARG(date_text(arena, &cover->as_at, DATE_LONG)));
}

/* ---- interventions ---- */

/* Of the interventions in that state, the one that ended last, or began last. */
static const struct intervention *latest(const struct briefing *briefing, enum force force)
{
    const struct intervention *found = NULL;
    bool ended = force == FORCE_ENDED;
    for (size_t i = 0; i < briefing->interventions.count; i++) {
        const struct intervention *one = &briefing->interventions.items[i];
        if (!intervention_counts(one) || intervention_force(briefing, one) != force)
            continue;
        const struct date *date = ended ? &one->ended : &one->issued;
        if (!found || date_key(date) >= date_key(ended ? &found->ended : &found->issued))
            found = one;
    }
    return found;
}

const struct intervention *running_intervention(const struct briefing *briefing)
{
    return latest(briefing, FORCE_RUNS);
}

const struct intervention *unsure_intervention(const struct briefing *briefing)
{
    return latest(briefing, FORCE_UNKNOWN);
}

const struct intervention *ended_intervention(const struct briefing *briefing)
{
    return latest(briefing, FORCE_ENDED);
}

const struct intervention *doubtful_intervention(const struct briefing *briefing)
{
    const struct standing *standing = briefing->derived->standing;
    enum grade_tone tone = grade_tone(briefing, standing->overall);
    if (tone != TONE_BEST && tone != TONE_GOOD)
        return NULL;
    const struct intervention *running = running_intervention(briefing);
    bool since = running && date_surely_after(order_date(standing->inspection), &running->issued);
    return since ? running : NULL;
}

/* ---- deadlines ---- */

const struct due *next_due(const struct derived *derived)
{
    for (size_t i = 0; i < derived->deadlines.count; i++) {
        const struct due *due = &derived->deadlines.items[i];
        if (due->state == DUE_TO_COME || due->state == DUE_PERHAPS_PASSED)
            return due;
    }
    return NULL;
}

bool plan_is_ahead(const struct action_plan *plan)
{
    return plan && (plan->state == DUE_TO_COME || plan->state == DUE_PERHAPS_PASSED ||
                    plan->state == DUE_UNDATED);
}

bool plan_is_open(const struct action_plan *plan)
{
    return plan && plan->state == DUE_NOT_RECORDED;
}

const struct action_plan *next_plan(const struct derived *derived)
{
    const struct action_plan *next =
        plan_is_ahead(derived->action_plan) ? derived->action_plan : NULL;
    for (size_t i = 0; i < derived->other_plans.count; i++) {
        const struct action_plan *plan = &derived->other_plans.items[i];
        bool sooner =
            !next || (plan->days.known && (!next->days.known || plan->days.high < next->days.high));
        if (plan_is_ahead(plan) && sooner)
            next = plan;
    }
    return next;
}

bool any_plan_is_open(const struct derived *derived)
{
    for (size_t i = 0; i < derived->other_plans.count; i++)
        if (plan_is_open(&derived->other_plans.items[i]))
            return true;
    return plan_is_open(derived->action_plan);
}

/* ---- judgements ---- */

const struct change *overall_change(const struct briefing *briefing)
{
    const struct change_list *changes = &briefing->derived->standing->changes;
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        if (change->is_overall)
            return change;
    }
    return NULL;
}

static bool is_first_with_reason(const struct change_list *changes, size_t at)
{
    const struct change *change = &changes->items[at];
    for (size_t i = 0; i < at; i++) {
        const struct change *before = &changes->items[i];
        if (str_equal(before->reason, change->reason))
            return false;
    }
    return change->reason.len > 0;
}

/* "children in care and care leavers: each a new separate grade; until 2022 joint: good" */
static void add_reason(struct phrase *phrase, const struct change_list *changes, struct str reason)
{
    struct str *labels = ARENA_ARRAY(phrase->arena, struct str, changes->count);
    size_t count = 0;
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        if (str_equal(change->reason, reason))
            labels[count++] = change->judgement;
    }
    for (size_t i = 0; i < count; i++) {
        phrase_addz(phrase, !i ? "" : i + 1 < count ? ", " : " and ");
        phrase_add(phrase, i ? labels[i] : capital(phrase->arena, labels[i]));
    }
    phrase_addz(phrase, ": ");
    if (str_starts(reason, "new separate grade"))
        phrase_addz(phrase, count > 1 ? "each a " : "a ");
    phrase_add(phrase, reason);
}

void phrase_reasons(struct phrase *phrase, const struct change_list *changes, const char *before,
                    const char *behind)
{
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        if (!is_first_with_reason(changes, i))
            continue;
        phrase_addz(phrase, before);
        add_reason(phrase, changes, change->reason);
        phrase_addz(phrase, behind);
    }
}

void phrase_order_date(struct phrase *phrase, const struct inspection *inspection)
{
    if (inspection->published.precision)
        phrase_moment(phrase, FIELD_AT(inspection, published));
    else
        phrase_date(phrase, FIELD_AT(inspection, fieldwork));
}

void phrase_inspection_date(struct phrase *phrase, const struct inspection *inspection)
{
    bool published = inspection->published.precision != DATE_UNKNOWN;
    if (!published && inspection->fieldwork.precision)
        phrase_addz(phrase, "fieldwork ");
    phrase_order_date(phrase, inspection);
}
