/* How long until each deadline, or since: soonest first, those without a date last. */
#include "../facts.h"
#include "derive.h"

#include <stdlib.h>

/* A deadline "by" a day is due on that day; one "from" a day on, from that day. */
static struct date due_date(const struct deadline *deadline)
{
    struct date due = deadline->due;
    if (due.precision != DATE_UNKNOWN && due.first == DAY_OPEN_START)
        due.first = due.end.first;
    if (due.precision != DATE_UNKNOWN && due.last == DAY_OPEN_END)
        due.last = due.start.last;
    return due;
}

static bool is_done(const struct derive *derive, const struct deadline *deadline)
{
    return deadline->done.precision != DATE_UNKNOWN &&
           !is_future(derive->briefing, &deadline->done);
}

static struct str text_of(const struct derive *derive, const struct due *due,
                          const struct date *date, bool done)
{
    if (done)
        return STR("done");
    if (!due->days.known)
        return STR("no date");
    struct str text = time_from_today(derive, date);
    if (!due->due.inferred)
        return text;
    return str_format(derive->arena, STR_FMT " (date inferred)", STR_ARG(text));
}

static enum answer overdue(const struct range *days, bool done)
{
    if (done || (days->known && days->low >= 0))
        return ANSWER_NO;
    return days->known && days->high < 0 ? ANSWER_YES : ANSWER_ABSENT;
}

static struct due due_of(const struct derive *derive, const struct deadline *deadline)
{
    struct date date = due_date(deadline);
    struct range days = days_between(&derive->briefing->briefing->as_at, &date);
    bool done = is_done(derive, deadline);
    struct due due = {
        .head = deadline->fact.head,
        .deadline = deadline,
        .what = deadline->what,
        .due = deadline->due,
        .days = days,
        .at_least = {.known = days.known, .value = days.low},
        .at_most = {.known = days.known, .value = days.high},
        .overdue = overdue(&days, done),
        .source = deadline->fact.source,
    };
    due.text = text_of(derive, &due, &date, done);
    return due;
}

/* Those of one day stay as they are in the specification. */
static int by_day(const void *left, const void *right)
{
    const struct due *a = left, *b = right;
    if (a->days.known != b->days.known)
        return a->days.known ? -1 : 1;
    if (a->days.high != b->days.high)
        return a->days.high < b->days.high ? -1 : 1;
    if (a->days.low != b->days.low)
        return a->days.low < b->days.low ? -1 : 1;
    return a->deadline < b->deadline ? -1 : a->deadline > b->deadline;
}

struct records derive_deadlines(const struct derive *derive)
{
    const struct records *deadlines = &derive->briefing->deadlines;
    struct due *dues = ARENA_ARRAY(derive->arena, struct due, deadlines->count);
    for (size_t i = 0; i < deadlines->count; i++)
        dues[i] = due_of(derive, records_at(deadlines, &deadline_table, i));
    if (deadlines->count)
        qsort(dues, deadlines->count, sizeof *dues, by_day);
    return (struct records){.items = dues, .count = deadlines->count};
}
