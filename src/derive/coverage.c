/* What the data covers and what it does not: the one place where the absence of a record is put
   into words, and only where somebody looked for it. */
#include "brief/lookup.h"
#include "derive/derive.h"

#include "base/utf8.h"

/* How the absence of a kind is worded, up to its day. */
static const char *const absences[COVER_KINDS] = {
    [COVER_INSPECTIONS] = "No full inspection published by ",
    [COVER_AREAS] = "No area for improvement in full inspections published by ",
    [COVER_VISITS] = "No visit by Ofsted published by ",
    [COVER_SEND_INSPECTIONS] = "No area SEND inspection published by ",
    [COVER_INTERVENTIONS] = "No intervention on ",
    [COVER_LEADERSHIP] = "No change in leadership by ",
    [COVER_ACTIONS] = "No action on ",
    [COVER_DEADLINES] = "No deadline on ",
    [COVER_RECOMMENDATIONS] = "No recommendation by ",
    [COVER_FUNDING] = "No funding by ",
    [COVER_PROVISION] = "No home or other provision on ",
    [COVER_REVIEWS] = "No review by others by ",
    [COVER_RISKS] = "No risk on ",
};

/* ---- what was looked for ---- */

/* What is known for a later day is known for the day of the briefing. */
struct date cover_day(const struct briefing *briefing, const struct cover *cover)
{
    day today = briefing->briefing->as_at.first;
    return date_of_day(cover->as_at.first < today ? cover->as_at.first : today);
}

struct str absence_text(struct arena *arena, const struct briefing *briefing,
                        const struct cover *cover)
{
    if (!cover)
        return STR_NONE;
    struct date as_at = cover_day(briefing, cover);
    return str_format(arena, "%s" STR_FMT, absences[cover->kind],
                      STR_ARG(date_text(arena, &as_at, DATE_LONG)));
}

/* ---- what is recorded ---- */

static bool is_of_kind(const struct inspection *inspection, enum cover_kind kind)
{
    if (kind == COVER_SEND_INSPECTIONS)
        return str_starts(inspection->framework, "AREA_SEND");
    return inspection->kind == INSPECTION_FOCUSED || inspection->kind == INSPECTION_MONITORING;
}

static bool has_inspection(const struct derive *derive, enum cover_kind kind)
{
    const struct inspection_list *inspections = &derive->briefing->inspections;
    for (size_t i = 0; i < inspections->count; i++) {
        const struct inspection *one = &inspections->items[i];
        if (is_of_kind(one, kind) && !is_future(derive->briefing, inspection_date(one)))
            return true;
    }
    return false;
}

static bool has_areas(const struct derive *derive)
{
    for (size_t i = 0; i < derive->full_count; i++)
        if (derive->full[i]->areas.count)
            return true;
    return false;
}

static bool has_any(const struct derive *derive, enum cover_kind kind)
{
    const struct briefing *all = derive->briefing;
    switch (kind) {
    case COVER_INSPECTIONS: return derive->full_count > 0;
    case COVER_AREAS: return has_areas(derive);
    case COVER_VISITS:
    case COVER_SEND_INSPECTIONS: return has_inspection(derive, kind);
    case COVER_INTERVENTIONS: return all->interventions.count > 0;
    case COVER_LEADERSHIP: return all->leadership.count > 0;
    case COVER_ACTIONS: return all->actions.count > 0;
    case COVER_DEADLINES: return all->deadlines.count > 0;
    case COVER_RECOMMENDATIONS: return all->recommendations.count > 0;
    case COVER_FUNDING: return all->funding.count > 0;
    case COVER_PROVISION: return all->provision.count > 0;
    case COVER_REVIEWS: return all->reviews.count > 0;
    default: return all->risks.count > 0;
    }
}

/* ---- both together ---- */

static struct str kind_words(enum cover_kind kind)
{
    const struct field *field = record_field(&cover_table, STR("kind"));
    return str_from(word_label(field->words, (int)kind));
}

static struct covered covered_of(const struct derive *derive, const struct cover *cover)
{
    const struct briefing *briefing = derive->briefing;
    bool found = has_any(derive, (enum cover_kind)cover->kind);
    struct covered covered = {
        .head = cover->fact.head,
        .kind = cover->kind,
        .as_at = cover_day(briefing, cover),
        .found = found ? ANSWER_YES : ANSWER_NO,
        .text = absence_text(derive->arena, briefing, cover),
        .note = cover->fact.note,
        .source = cover->fact.source,
    };
    if (found)
        covered.text = str_format(
            derive->arena, STR_FMT ": complete to " STR_FMT,
            STR_ARG(utf8_capital(derive->arena, kind_words((enum cover_kind)cover->kind))),
            STR_ARG(long_date(derive, &covered.as_at)));
    return covered;
}

/* "... does not cover funding, reviews by others or risks." */
static struct str missing_text(const struct derive *derive, const struct texts *missing)
{
    if (!missing->count)
        return STR_NONE;
    struct buf out = {.arena = derive->arena};
    buf_addz(&out, "This paper’s data does not cover ");
    for (size_t i = 0; i < missing->count; i++) {
        if (i)
            buf_addz(&out, i + 1 == missing->count ? " or " : ", ");
        buf_add(&out, missing->items[i]);
    }
    buf_byte(&out, '.');
    return buf_str(&out);
}

const struct coverage *derive_coverage(const struct derive *derive)
{
    struct coverage *coverage = ARENA_NEW(derive->arena, struct coverage);
    struct covered *covered = ARENA_ARRAY(derive->arena, struct covered, COVER_KINDS);
    struct str *missing = ARENA_ARRAY(derive->arena, struct str, COVER_KINDS);
    for (enum cover_kind kind = COVER_ABSENT + 1; kind < COVER_KINDS; kind++) {
        const struct cover *cover = cover_of(derive->briefing, kind);
        if (cover)
            covered[coverage->covered.count++] = covered_of(derive, cover);
        else if (!has_any(derive, kind))
            missing[coverage->missing.count++] = kind_words(kind);
    }
    coverage->covered.items = covered;
    coverage->missing.items = missing;
    coverage->missing.spans = ARENA_ARRAY(derive->arena, struct span, COVER_KINDS);
    coverage->text = missing_text(derive, &coverage->missing);
    return coverage;
}
