/* How many full inspections in a row, newest first, were inadequate overall. */
#include "brief/lookup.h"
#include "derive/derive.h"

/* The run: inspections that were inadequate, then perhaps some whose overall judgement is not
   known, behind which it may go on. */
struct run {
    size_t sure;     /* inspections at the head of the list that were inadequate */
    size_t possible; /* the same if those that are not known were inadequate too */
};

static struct run find_run(const struct derive *derive)
{
    struct run run = {0};
    bool unbroken = true;
    for (size_t i = 0; i < derive->full_count; i++) {
        struct str overall = derive->full[i]->overall;
        if (overall.len && !grade_is_inadequate(overall))
            break;
        unbroken = unbroken && overall.len;
        run.sure += unbroken;
        run.possible++;
    }
    return run;
}

static void add_inspection(const struct derive *derive, struct buf *out,
                           const struct inspection *inspection)
{
    const char *verb = inspection->published.precision != DATE_UNKNOWN ? "published" : "fieldwork";
    buf_addf(out, STR_FMT ", %s " STR_FMT, STR_ARG(inspection_label(derive->briefing, inspection)),
             verb, STR_ARG(long_date(derive, inspection_date(inspection))));
}

static bool frameworks_differ(const struct derive *derive, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (!str_equal(derive->full[i]->framework, derive->full[0]->framework))
            return true;
    return false;
}

static bool has_overall(const struct derive *derive, const struct inspection *inspection)
{
    return inspection_framework(derive->briefing, inspection)->overall == ANSWER_YES;
}

/* Behind a run that may go on: with an inspection that gave no overall grade, or one that is older
   than anything recorded. */
static void add_limits(const struct derive *derive, struct buf *out, struct run run)
{
    if (run.possible > run.sure) {
        const struct inspection *unknown = derive->full[run.sure];
        buf_addf(out, "; the run may be longer, because no overall judgement %s for ",
                 has_overall(derive, unknown) ? "is known" : "was made");
        add_inspection(derive, out, unknown);
    }
    if (run.possible == derive->full_count)
        buf_addf(out, "; this paper’s data has no full inspection before that of " STR_FMT,
                 STR_ARG(long_date(derive, inspection_date(derive->full[derive->full_count - 1]))));
}

/* "counting SIF, published 19 October 2015; and ...; the frameworks differ" */
static void add_counted(const struct derive *derive, struct buf *out, struct run run)
{
    buf_addz(out, "counting ");
    for (size_t i = 0; i < run.sure; i++) {
        if (i)
            buf_addz(out, i + 1 == run.sure ? "; and " : "; ");
        add_inspection(derive, out, derive->full[i]);
    }
    if (frameworks_differ(derive, run.sure))
        buf_addz(out, "; the frameworks differ, so they do not judge quite the same services");
    add_limits(derive, out, run);
}

static struct str base_of(const struct derive *derive, struct run run)
{
    struct buf out = {.arena = derive->arena};
    if (!derive->full_count)
        return STR("not known");
    if (run.sure) {
        add_counted(derive, &out, run);
        return buf_str(&out);
    }
    buf_addz(&out, run.possible ? "no overall judgement is known for the latest full inspection ("
                                : "the latest full inspection was not inadequate overall (");
    add_inspection(derive, &out, derive->full[0]);
    buf_byte(&out, ')');
    return buf_str(&out);
}

/* ---- where no overall grade is given any more ---- */

static struct str joined(const struct derive *derive, const struct texts *texts)
{
    struct buf out = {.arena = derive->arena};
    for (size_t i = 0; i < texts->count; i++) {
        buf_addz(&out, !i ? "" : i + 1 < texts->count ? ", " : " and ");
        buf_add(&out, texts->items[i]);
    }
    return buf_str(&out);
}

static struct str base_without_overall(const struct derive *derive, const struct standing *standing)
{
    struct buf out = {.arena = derive->arena};
    buf_add(&out, standing->overall_reason);
    if (standing->inadequate_both.count)
        buf_addf(&out, "; inadequate both times: " STR_FMT,
                 STR_ARG(joined(derive, &standing->inadequate_both)));
    const struct inspection *previous = standing->previous;
    if (previous && grade_is_inadequate(previous->overall)) {
        buf_addz(&out, "; the inspection before was inadequate overall (");
        add_inspection(derive, &out, previous);
        buf_byte(&out, ')');
    }
    return buf_str(&out);
}

static bool was_counted_before(const struct derive *derive)
{
    for (size_t i = 1; i < derive->full_count; i++)
        if (has_overall(derive, derive->full[i]))
            return true;
    return false;
}

/* ---- the whole ---- */

static struct str text_of(const struct derive *derive, struct range value)
{
    if (value.known && value.high == 0)
        return STR("none");
    return range_text(derive->arena, value, "inspection", "inspections");
}

const struct measure *derive_consecutive(const struct derive *derive,
                                         const struct standing *standing)
{
    struct measure *measure = ARENA_NEW(derive->arena, struct measure);
    if (derive->full_count && !has_overall(derive, derive->full[0])) {
        measure->text =
            was_counted_before(derive) ? STR("can no longer be counted") : STR("cannot be counted");
        measure->base = base_without_overall(derive, standing);
        return measure;
    }
    struct run run = find_run(derive);
    bool known = derive->full_count && (run.sure || !run.possible);
    measure_set(measure, (struct range){
                             .known = known,
                             .low = known ? (int64_t)run.sure : 0,
                             .high = known ? (int64_t)run.possible : 0,
                         });
    measure->text = text_of(derive, measure->value);
    measure->base = base_of(derive, run);
    measure_set_claim(derive, measure, CLAIM_CONSECUTIVE_INADEQUATE);
    return measure;
}
