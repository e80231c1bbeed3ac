/* Rules on when inspections took place and under which framework. */
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/rules.h"

static struct str long_date(const struct check *check, const struct date *date)
{
    return date_text(check->diags->arena, date, DATE_LONG);
}

/* A date that is written but could not be read was refused as such. */
void inspection_has_a_date(const struct check *check, const struct inspection *inspection)
{
    if (inspection_date(inspection)->precision != DATE_UNKNOWN ||
        record_states(inspection, "published") || record_states(inspection, "fieldwork"))
        return;
    struct diag *diag =
        diag_report(check->diags, W223, SPAN_OF(inspection, id),
                    "the inspection `" STR_FMT "` has no date", STR_ARG(inspection->id));
    diag_hint(check->diags, diag, "add `published` or `fieldwork`, even if only the year");
}

void report_follows_fieldwork(const struct check *check, const struct inspection *inspection)
{
    struct date start = period_start(&inspection->fieldwork);
    struct date end = period_end(&inspection->fieldwork);
    bool before = date_surely_after(&start, &inspection->published);
    if (!before && !date_surely_after(&end, &inspection->published))
        return;
    struct diag *diag =
        diag_report(check->diags, E228, SPAN_OF(inspection, published),
                    "the report was published before the fieldwork %s", before ? "began" : "ended");
    diag_note(check->diags, diag, SPAN_OF(inspection, fieldwork), "fieldwork is given here");
}

void report_is_out(const struct check *check, const struct inspection *inspection)
{
    if (!is_future(check->briefing, inspection_date(inspection)))
        return;
    bool published = inspection->published.precision != DATE_UNKNOWN;
    struct diag *diag = diag_report(
        check->diags, W228, record_span_of(inspection, published ? "published" : "fieldwork"),
        "`" STR_FMT "` is later than the day of the briefing, and is left out of what is computed",
        STR_ARG(inspection->id));
    diag_hint(check->diags, diag, "the briefing is made for " STR_FMT,
              STR_ARG(long_date(check, &check->briefing->briefing->as_at)));
}

/* "from January 2018 to December 2022", "in April 2026 or later". */
static struct str period_of_use(const struct check *check, const struct framework *framework)
{
    struct str from = long_date(check, &framework->from), to = long_date(check, &framework->to);
    struct arena *arena = check->diags->arena;
    if (framework->to.precision == DATE_UNKNOWN)
        return str_format(arena, "in " STR_FMT " or later", STR_ARG(from));
    if (framework->from.precision == DATE_UNKNOWN)
        return str_format(arena, "in " STR_FMT " or before", STR_ARG(to));
    return str_format(arena, "from " STR_FMT " to " STR_FMT, STR_ARG(from), STR_ARG(to));
}

static bool in_use_throughout(const struct framework *framework, const struct date *start)
{
    bool begun = framework->from.precision == DATE_UNKNOWN ||
                 (start->first != DAY_OPEN_START && start->first >= framework->from.first);
    bool not_ended = framework->to.precision == DATE_UNKNOWN || start->last <= framework->to.last;
    return begun && not_ended;
}

/* The framework of the same family, else the full one, that was surely in use then. */
static const struct framework *
framework_then(const struct check *check, const struct framework *given, const struct date *start)
{
    const struct framework_list *frameworks = &check->briefing->frameworks->frameworks;
    const struct framework *best = NULL;
    for (size_t i = 0; i < frameworks->count; i++) {
        const struct framework *framework = &frameworks->items[i];
        if (framework->full != given->full || !in_use_throughout(framework, start))
            continue;
        if (str_equal(framework->family, given->family))
            return framework;
        best = framework;
    }
    return best;
}

static void report_misfit(const struct check *check, const struct inspection *inspection,
                          const struct framework *framework, enum code code,
                          const struct date *date)
{
    bool fieldwork = inspection->fieldwork.precision != DATE_UNKNOWN;
    struct diag *diag = diag_report(check->diags, code, SPAN_OF(inspection, framework),
                                    "`" STR_FMT "` %s in use when %s", STR_ARG(framework->id),
                                    code == E226 ? "was not" : "may not have been",
                                    fieldwork ? "fieldwork began" : "the report was published");
    const struct framework *then = fieldwork ? framework_then(check, framework, date) : NULL;
    if (then && then != framework) {
        diag_hint(check->diags, diag, "did you mean `" STR_FMT "`?", STR_ARG(then->id));
        diag_suggest(check->diags, diag, diag->span, then->id);
    } else if (!fieldwork) {
        diag_hint(check->diags, diag, "add `fieldwork`, which decides the framework");
    }
    diag_note(check->diags, diag, record_span_of(inspection, fieldwork ? "fieldwork" : "published"),
              "it is for fieldwork that began " STR_FMT, STR_ARG(period_of_use(check, framework)));
}

/* Dates that are only about right, or worked out, prove nothing. */
static bool is_firm(const struct date *date)
{
    return !date->approximate && !date->inferred;
}

/* Without fieldwork, or one that was refused, which has been told: a report may come long after a
   framework's last fieldwork, never before its first. */
static void check_by_publication(const struct check *check, const struct inspection *inspection,
                                 const struct framework *framework)
{
    const struct date *published = &inspection->published;
    if (!node_is_absent(node_get(inspection->fact.head.node, "fieldwork")))
        return;
    if (date_surely_after(&framework->from, published))
        report_misfit(check, inspection, framework,
                      is_firm(published) && is_firm(&framework->from) ? E226 : W220, published);
    else if (date_surely_after(published, &framework->to))
        report_misfit(check, inspection, framework, W220, published);
}

static void check_by_fieldwork(const struct check *check, const struct inspection *inspection,
                               const struct framework *framework, const struct date *start)
{
    bool before = date_surely_after(&framework->from, start);
    bool after = date_surely_after(start, &framework->to);
    if (before || after) {
        bool firm = is_firm(start) && is_firm(before ? &framework->from : &framework->to);
        report_misfit(check, inspection, framework, firm ? E226 : W220, start);
    } else if (!in_use_throughout(framework, start)) {
        report_misfit(check, inspection, framework, W220, start);
    }
}

void framework_was_in_use(const struct check *check, const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(check->briefing, inspection);
    if (!framework)
        return;
    struct date start = period_start(&inspection->fieldwork);
    if (start.precision == DATE_UNKNOWN)
        check_by_publication(check, inspection, framework);
    else
        check_by_fieldwork(check, inspection, framework, &start);
}
