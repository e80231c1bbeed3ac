/* How long ago the latest full inspection was, and how long its report took. */
#include "brief/lookup.h"
#include "derive/derive.h"

/* From one date to a later one; an imprecise date may reach beyond the other. */
static struct measure *new_measure(const struct derive *derive, const struct date *from,
                                   const struct date *to)
{
    struct range days = days_between(from, to);
    if (!days.known)
        return NULL;
    if (days.low < 0)
        days.low = 0;
    struct measure *measure = ARENA_NEW(derive->arena, struct measure);
    measure_set(measure, days);
    measure->text = time_between_text(derive->arena, from, to);
    return measure;
}

/* From the start of fieldwork, as inspectors count; from publication where that is not known. */
static const struct measure *days_since(const struct derive *derive,
                                        const struct inspection *inspection)
{
    struct date from = period_start(&inspection->fieldwork);
    bool fieldwork = from.precision != DATE_UNKNOWN;
    if (!fieldwork)
        from = inspection->published;
    struct measure *measure = new_measure(derive, &from, &derive->briefing->briefing->as_at);
    if (!measure)
        return NULL;
    measure->base = str_format(derive->arena, "from %s, " STR_FMT,
                               fieldwork ? "the start of fieldwork" : "publication",
                               STR_ARG(long_date(derive, &from)));
    return measure;
}

static const struct measure *days_to_report(const struct derive *derive,
                                            const struct inspection *inspection)
{
    struct date end = period_end(&inspection->fieldwork);
    struct measure *measure = new_measure(derive, &end, &inspection->published);
    if (!measure)
        return NULL;
    measure->base = str_format(
        derive->arena, "from the end of fieldwork, " STR_FMT ", to publication, " STR_FMT,
        STR_ARG(long_date(derive, &end)), STR_ARG(long_date(derive, &inspection->published)));
    return measure;
}

void derive_pace(const struct derive *derive, struct derived *derived)
{
    if (!derive->full_count)
        return;
    derived->days_since_inspection = days_since(derive, derive->full[0]);
    derived->days_to_report = days_to_report(derive, derive->full[0]);
}
