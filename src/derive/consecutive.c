/* How many full inspections in a row, newest first, were inadequate overall; and the department's
   published tests of how often and how widely. */
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

/* ---- the department's published tests for appointing a commissioner ---- */

enum { FIVE_YEARS = 60 }; /* months */

/* The tests were given in answer to a written question of 11 April 2016, which the Lords answer
   within ten working days. A paper of an earlier day could not name them. */
static bool tests_were_published(const struct derive *derive)
{
    return derive->briefing->briefing->as_at.first >= day_from_civil(2016, 5, 1);
}

static bool is_dated_report(const struct inspection *inspection)
{
    return date_is_bounded(&inspection->published) && !inspection->published.approximate;
}

/* Both reports surely lie in one period of five years. A report five years after another to the day
   may begin the next period, and is not counted. */
static bool counts_with_latest(const struct derive *derive, const struct inspection *earlier)
{
    const struct inspection *latest = derive->full[0];
    return grade_is_inadequate(earlier->overall) && is_dated_report(earlier) &&
           is_dated_report(latest) && date_surely_after(&latest->published, &earlier->published) &&
           months_between(&earlier->published, &latest->published).high < FIVE_YEARS;
}

/* The reports that count, the latest first; alone, it meets no test of more than one. */
static size_t find_repeated(const struct derive *derive, const struct inspection **found)
{
    size_t count = 0;
    found[count++] = derive->full[0];
    for (size_t i = 1; i < derive->full_count; i++)
        if (counts_with_latest(derive, derive->full[i]))
            found[count++] = derive->full[i];
    return count;
}

/* Only where the framework says how the judgements that it calls key decide the overall one: those
   of one service alone are not the whole council. */
static enum answer is_inadequate_throughout(const struct derive *derive, size_t *key)
{
    const struct inspection *latest = derive->full[0];
    const struct framework *framework = inspection_framework(derive->briefing, latest);
    bool all = framework->overall_rule != OVERALL_RULE_ABSENT, any_better = false;
    *key = 0;
    for (size_t i = 0; i < framework->judgements.count; i++) {
        const struct judgement *judgement = &framework->judgements.items[i];
        struct str grade = inspection_grade(latest, judgement->id);
        if (judgement->level != LEVEL_KEY)
            continue;
        const struct grade *found = grade_find(derive->briefing->frameworks, grade);
        any_better |= found && found->rank.known && !grade_is_inadequate(grade);
        all = all && grade_is_inadequate(grade);
        ++*key;
    }
    if (any_better)
        return ANSWER_NO;
    return all && *key ? ANSWER_YES : ANSWER_ABSENT;
}

/* "22 February 2013, 16 August 2013 and 19 October 2015", of reports with the latest first. */
static void add_dates(const struct derive *derive, struct buf *out,
                      const struct inspection *const *reports, size_t count)
{
    for (size_t i = count; i-- > 0;) {
        buf_add(out, long_date(derive, &reports[i]->published));
        buf_addz(out, i > 1 ? ", " : i ? " and " : "");
    }
}

static struct refs sources_of(const struct derive *derive, const struct inspection *const *reports,
                              size_t count)
{
    size_t most = 0, kept = 0;
    for (size_t i = 0; i < count; i++)
        most += reports[i]->fact.source.count;
    struct ref *refs = ARENA_ARRAY(derive->arena, struct ref, most);
    for (size_t i = count; i-- > 0;)
        for (size_t k = 0; k < reports[i]->fact.source.count; k++) {
            struct ref ref = reports[i]->fact.source.items[k];
            if (!refs_name(&(struct refs){refs, kept}, ref.record))
                refs[kept++] = ref;
        }
    return (struct refs){refs, kept};
}

static struct str text_of_tests(const struct derive *derive, const struct published_tests *tests,
                                const struct inspection *const *reports, size_t count, size_t key)
{
    struct buf out = {.arena = derive->arena};
    buf_addz(&out, "Meets the Department for Education’s published test of ");
    if (tests->persistent == ANSWER_YES) {
        buf_addz(&out, "persistent failure: inadequate in reports of ");
        add_dates(derive, &out, reports, count);
        buf_addz(&out, ", within five years.");
    }
    if (tests->persistent == ANSWER_YES && tests->systemic == ANSWER_YES)
        buf_addz(&out, " Meets that of ");
    if (tests->systemic == ANSWER_YES)
        buf_addf(&out,
                 "systemic failure: inadequate on all %zu key judgements at the latest full "
                 "inspection (" STR_FMT ").",
                 key, STR_ARG(long_date(derive, inspection_date(reports[0]))));
    return buf_str(&out);
}

/* They speak of a council that is inadequate: a later report that it is not ends them, and where no
   overall judgement is made or known it is not known what they would be. */
const struct published_tests *derive_published_tests(const struct derive *derive)
{
    if (!derive->full_count || !grade_is_inadequate(derive->full[0]->overall) ||
        !tests_were_published(derive))
        return NULL;
    const struct inspection **reports =
        ARENA_ARRAY(derive->arena, const struct inspection *, derive->full_count);
    size_t count = find_repeated(derive, reports), key = 0;
    struct published_tests *tests = ARENA_NEW(derive->arena, struct published_tests);
    tests->systemic = is_inadequate_throughout(derive, &key);
    if (count > 1)
        tests->persistent = ANSWER_YES;
    else if (tests->systemic != ANSWER_YES)
        return NULL;
    tests->text = text_of_tests(derive, tests, reports, count, key);
    tests->base =
        STR("the tests for appointing a commissioner are those that a minister, Lord Nash, gave in "
            "answer to a written question of 11 April 2016; they do not tell what "
            "the department decides");
    tests->source = sources_of(derive, reports, count);
    return tests;
}
