/* Questions about bound records that both the rules and the derived facts ask. */
#include "brief/lookup.h"

#include "brief/spec.h"

int64_t count_of(const struct whole *number)
{
    bool usable = number->known && number->value >= 0 && number->value <= COUNT_MOST;
    return usable ? number->value : 0;
}

bool grade_is_inadequate(struct str grade)
{
    return str_is(grade, "inadequate");
}

const struct framework *inspection_framework(const struct briefing *briefing,
                                             const struct inspection *inspection)
{
    return framework_find(briefing->frameworks, inspection->framework);
}

bool kind_is_of_a_full_one(int kind)
{
    return kind == INSPECTION_FULL || kind == INSPECTION_REINSPECTION || kind == INSPECTION_SHORT ||
           kind == INSPECTION_STANDARD;
}

bool kind_is_of_a_visit(int kind)
{
    return kind == INSPECTION_FOCUSED || kind == INSPECTION_MONITORING ||
           kind == INSPECTION_JOINT || kind == INSPECTION_REVISIT;
}

bool inspection_is_full(const struct briefing *briefing, const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(briefing, inspection);
    bool kind_is_full =
        inspection->kind == INSPECTION_ABSENT || kind_is_of_a_full_one(inspection->kind);
    return framework && framework->full == ANSWER_YES && kind_is_full && !inspection->scope.len;
}

bool inspection_sets_position(const struct briefing *briefing, const struct inspection *inspection)
{
    return inspection_is_full(briefing, inspection) && !inspection->of.len;
}

struct str inspection_kind_name(struct arena *arena, const struct briefing *briefing,
                                const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(briefing, inspection);
    bool full = inspection->kind == INSPECTION_ABSENT || inspection->kind == INSPECTION_FULL;
    const struct word *words = record_field(&inspection_table, STR("kind"))->words;
    struct str kind = full ? STR("inspection") : str_from(word_label(words, inspection->kind));
    if (!framework)
        return kind;
    if (framework->called.len && inspection->kind != INSPECTION_REVISIT)
        return framework->called;
    return str_format(arena, STR_FMT " " STR_FMT, STR_ARG(framework->short_label), STR_ARG(kind));
}

static bool is_ahead(const struct briefing *briefing, const struct inspection *inspection)
{
    const struct date *date = inspection->published.precision != DATE_UNKNOWN
                                  ? &inspection->published
                                  : &inspection->fieldwork;
    return briefing->briefing && date_surely_after(date, &briefing->briefing->as_at);
}

static struct str inspectors_of(const struct briefing *briefing,
                                const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(briefing, inspection);
    if (inspection->inspected_by.len)
        return inspection->inspected_by;
    return framework ? framework->by : STR_NONE;
}

int64_t priority_area_count(const struct inspection *inspection)
{
    int64_t stated = count_of(&inspection->priority_areas_in_all);
    int64_t named = (int64_t)inspection->priority_areas.count;
    return stated > named ? stated : named;
}

static struct str priority_text(struct arena *arena, const struct inspection *inspection)
{
    int64_t count = priority_area_count(inspection);
    if (!count)
        return STR_NONE;
    return str_format(arena, STR_FMT " area%s for priority action",
                      STR_ARG(whole_text(arena, count)), count == 1 ? "" : "s");
}

/* ---- visits that follow one inspection ---- */

/* Of one framework, or else of one kind, and of one body. */
static bool are_of_one_kind(const struct briefing *briefing, const struct inspection *a,
                            const struct inspection *b)
{
    const struct framework *of_a = inspection_framework(briefing, a);
    const struct framework *of_b = inspection_framework(briefing, b);
    bool same = of_a && of_b ? str_equal(of_a->family, of_b->family) : a->kind == b->kind;
    return same && str_alike(a->of, b->of);
}

/* Is there a full inspection of the same body after one of them and before the other? */
static bool are_parted(const struct briefing *briefing, const struct inspection *a,
                       const struct inspection *b)
{
    const struct date *of_a = inspection_date(a), *of_b = inspection_date(b);
    if (of_a->precision == DATE_UNKNOWN || of_b->precision == DATE_UNKNOWN)
        return false;
    for (size_t i = 0; i < briefing->inspections.count; i++) {
        const struct inspection *full = &briefing->inspections.items[i];
        const struct date *date = inspection_date(full);
        if (inspection_is_full(briefing, full) && str_alike(full->of, a->of) &&
            date_surely_after(date, of_a) != date_surely_after(date, of_b))
            return true;
    }
    return false;
}

bool visits_are_one_series(const struct briefing *briefing, const struct inspection *a,
                           const struct inspection *b)
{
    return !inspection_is_full(briefing, a) && !inspection_is_full(briefing, b) &&
           are_of_one_kind(briefing, a, b) && !are_parted(briefing, a, b);
}

int64_t visits_recorded(const struct briefing *briefing, const struct inspection *visit)
{
    int64_t count = 0;
    for (size_t i = 0; i < briefing->inspections.count; i++)
        count += visits_are_one_series(briefing, visit, &briefing->inspections.items[i]);
    return count;
}

static void add_count(struct buf *out, const char *before, int64_t count)
{
    buf_addz(out, before);
    buf_grouped(out, (uint64_t)count);
}

/* "visit 7 of 7, the last; 5 of them are recorded here" */
static struct str series_text(struct arena *arena, const struct briefing *briefing,
                              const struct inspection *visit)
{
    int64_t number = count_of(&visit->visit_number), all = count_of(&visit->visits_in_all);
    if (!number && !all)
        return STR_NONE;
    struct buf out = {.arena = arena};
    if (number)
        add_count(&out, "visit ", number);
    if (all)
        add_count(&out, number ? " of " : "one of ", all);
    buf_addz(&out, !number ? " visits" : number == all ? ", the last" : "");
    int64_t recorded = visits_recorded(briefing, visit);
    if (all && recorded < all) {
        add_count(&out, "; ", recorded);
        buf_addz(&out, recorded == 1 ? " of them is recorded here" : " of them are recorded here");
    }
    return buf_str(&out);
}

void inspections_name(struct arena *arena, struct briefing *briefing)
{
    struct inspection *inspections = (struct inspection *)briefing->inspections.items;
    for (size_t i = 0; i < briefing->inspections.count; i++) {
        struct inspection *one = &inspections[i];
        one->name = inspection_kind_name(arena, briefing, one);
        if (one->of.len)
            one->name =
                str_format(arena, STR_FMT " of " STR_FMT, STR_ARG(one->name), STR_ARG(one->of));
        one->sets_position = inspection_sets_position(briefing, one) ? ANSWER_YES : ANSWER_NO;
        one->ahead = is_ahead(briefing, one) ? ANSWER_YES : ANSWER_NO;
        one->inspectors = inspectors_of(briefing, one);
        one->priority_text = priority_text(arena, one);
    }
    for (size_t i = 0; i < briefing->inspections.count; i++)
        inspections[i].series = series_text(arena, briefing, &inspections[i]);
}

const struct date *ref_day(const struct record_table *table, const void *record)
{
    static const char *const names[] = {"issued", "date", "published", "fieldwork"};
    static const struct date unknown = {.precision = DATE_UNKNOWN};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct field *field = record_field(table, str_from(names[i]));
        const struct date *date = field ? record_member(record, field) : NULL;
        if (date && date->precision != DATE_UNKNOWN)
            return date;
    }
    return &unknown;
}

bool is_departure(int event)
{
    return event == LEADERSHIP_STOOD_DOWN || event == LEADERSHIP_RESIGNED ||
           event == LEADERSHIP_LEFT || event == LEADERSHIP_RETIRED ||
           event == LEADERSHIP_DISMISSED || event == LEADERSHIP_TERM_ENDED;
}

bool role_is_director(struct str role)
{
    return str_holds(role, STR("director")) && str_holds(role, STR("children")) &&
           !str_holds(role, STR("assistant")) && !str_holds(role, STR("deputy"));
}

bool refs_name(const struct refs *refs, const void *record)
{
    for (size_t i = 0; i < refs->count; i++)
        if (refs->items[i].record == record)
            return true;
    return false;
}

const struct relation *predecessor_called(const struct council *council, struct str name)
{
    for (size_t i = 0; i < council->predecessors.count; i++) {
        const struct relation *one = &council->predecessors.items[i];
        if (name.len && str_alike(one->name, name))
            return one;
    }
    return NULL;
}

const struct date *inspection_date(const struct inspection *inspection)
{
    return inspection->published.precision != DATE_UNKNOWN ? &inspection->published
                                                           : &inspection->fieldwork;
}

struct str inspection_label(const struct briefing *briefing, const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(briefing, inspection);
    return framework ? framework->short_label : STR("inspection");
}

struct str inspection_grade(const struct inspection *inspection, struct str judgement)
{
    if (str_is(judgement, "overall"))
        return inspection->overall;
    for (size_t i = 0; i < inspection->judgements.count; i++)
        if (str_equal(inspection->judgements.items[i].judgement, judgement))
            return inspection->judgements.items[i].grade;
    return STR_NONE;
}

static struct date end_of(const struct date *period, struct date_end end)
{
    if (period->precision != DATE_INTERVAL)
        return *period;
    return (struct date){
        .precision = end.precision,
        .inferred = period->inferred,
        .approximate = period->approximate,
        .first = end.first,
        .last = end.last,
    };
}

struct date period_start(const struct date *period)
{
    return end_of(period, period->start);
}

struct date period_end(const struct date *period)
{
    return end_of(period, period->end);
}

bool is_past(const struct briefing *briefing, const struct date *date)
{
    return date->precision != DATE_UNKNOWN && date->last <= briefing->briefing->as_at.first;
}

bool is_future(const struct briefing *briefing, const struct date *date)
{
    return date_surely_after(date, &briefing->briefing->as_at);
}

static void keep_later(struct date *latest, const struct date *date)
{
    if (date->precision == DATE_UNKNOWN || date->last == DAY_OPEN_END)
        return;
    if (latest->precision == DATE_UNKNOWN || date->last > latest->last)
        *latest = *date;
}

struct date source_day(const struct briefing *briefing, const struct ref *ref)
{
    struct date latest = {.precision = DATE_UNKNOWN};
    size_t number = spec_ref_number(briefing, ref);
    if (!number)
        return latest;
    const struct evidence *source = &briefing->sources.items[number - 1];
    const struct date *days[] = {&source->published, &source->updated, &source->accessed,
                                 &source->as_at};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        keep_later(&latest, days[i]);
    return latest;
}

const struct cover *cover_of(const struct briefing *briefing, enum cover_kind kind)
{
    const struct cover *latest = NULL;
    for (size_t i = 0; i < briefing->covers.count; i++) {
        const struct cover *cover = &briefing->covers.items[i];
        if (cover->kind == (int)kind && (!latest || cover->as_at.first > latest->as_at.first))
            latest = cover;
    }
    return latest;
}

size_t spec_ref_number(const struct briefing *briefing, const struct ref *ref)
{
    if (!ref->record || ref->table != &evidence_table)
        return spec_source_number(briefing, ref->id);
    const struct evidence *first = briefing->sources.items, *source = ref->record;
    return (size_t)(source - first) + 1;
}

size_t spec_source_number(const struct briefing *briefing, struct str id)
{
    for (size_t i = 0; i < briefing->sources.count; i++) {
        const struct evidence *source = &briefing->sources.items[i];
        if (id.len && str_equal(source->id, id))
            return i + 1;
    }
    return 0;
}
