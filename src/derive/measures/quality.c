/* How many audits were good or better, and which share of complaints was answered on time or
 * upheld. */
#include "brief/lookup.h"
#include "brief/quantity.h"
#include "derive/derive.h"

#include <stdlib.h>

/* "23 of 48 (48%)"; absent where one of the two is not known, or there is nothing to count. */
static struct str part_text(const struct derive *derive, const struct whole *part,
                            const struct whole *all)
{
    if (!part->known || !all->known || all->value <= 0 || part->value < 0 ||
        part->value > all->value)
        return STR_NONE;
    return str_format(derive->arena, STR_FMT " of " STR_FMT STR_FMT,
                      STR_ARG(whole_text(derive->arena, part->value)),
                      STR_ARG(whole_text(derive->arena, all->value)),
                      STR_ARG(percentage_text(derive, part->value, all->value)));
}

/* ---- audits ---- */

/* "of the 48 audits, 2 of them without a known grade" */
static struct str base_of(const struct derive *derive, const struct audit *audit,
                          const struct rating_tally *tally)
{
    struct buf out = {.arena = derive->arena};
    bool counted = audit->count.known;
    int64_t total = counted ? audit->count.value : tally->rated;
    buf_addf(&out, "of the " STR_FMT " audit%s%s", STR_ARG(whole_text(derive->arena, total)),
             total == 1 ? "" : "s", counted ? "" : " whose grade is given");
    int64_t unrated = total - tally->rated;
    if (unrated > 0)
        buf_addf(&out, ", " STR_FMT " of them without a known grade",
                 STR_ARG(whole_text(derive->arena, unrated)));
    if (tally->mixed)
        buf_addz(&out, "; the source does not say how many are good or better");
    return buf_str(&out);
}

static struct audited audited_of(const struct derive *derive, const struct audit *audit)
{
    struct rating_tally tally = rating_tally_of(derive, &audit->ratings);
    int64_t total = audit->count.known ? audit->count.value : tally.rated;
    struct audited audited = {
        .head = audit->fact.head,
        .audit = audit,
        .total = {.known = audit->count.known || audit->ratings.count, .value = total},
        .text = STR("not known"),
        .base = base_of(derive, audit, &tally),
    };
    if (!audit->ratings.count || tally.mixed || total <= 0)
        return audited;
    audited.good_or_better = (struct whole){.known = true, .value = tally.good_or_better};
    audited.percent =
        (struct whole){.known = true, .value = percentage(tally.good_or_better, total)};
    audited.text = part_text(derive, &audited.good_or_better, &audited.total);
    return audited;
}

/* Against the audits before them, of the same theme and of a period as long. */
static void set_change(const struct derive *derive, struct audited *audited, size_t at)
{
    struct audited *now = &audited[at];
    for (size_t i = at; now->percent.known && i-- > 0;) {
        const struct audited *before = &audited[i];
        if (!before->percent.known || !str_alike(before->audit->theme, now->audit->theme) ||
            !periods_are_alike(&before->audit->period, &now->audit->period))
            continue;
        int64_t apart = now->percent.value - before->percent.value;
        struct str since = long_date(derive, &before->audit->period);
        now->verdict = apart > 0 ? VERDICT_BETTER : apart < 0 ? VERDICT_WORSE : VERDICT_SAME;
        now->change = apart ? str_format(derive->arena, "%s %lld percentage point%s since " STR_FMT,
                                         apart > 0 ? "up" : "down", llabs(apart),
                                         llabs(apart) == 1 ? "" : "s", STR_ARG(since))
                            : str_format(derive->arena, "no change since " STR_FMT, STR_ARG(since));
        return;
    }
}

static int audits_by_time(const void *left, const void *right)
{
    const struct audit *a = ((const struct audited *)left)->audit;
    const struct audit *b = ((const struct audited *)right)->audit;
    if (a->period.first != b->period.first)
        return a->period.first < b->period.first ? -1 : 1;
    return a < b ? -1 : a > b;
}

static void derive_audits(const struct derive *derive, struct derived *derived)
{
    const struct audit_list *all = &derive->briefing->audits;
    struct audited *items = ARENA_ARRAY(derive->arena, struct audited, all->count + 1);
    for (size_t i = 0; i < all->count; i++)
        items[i] = audited_of(derive, &all->items[i]);
    qsort(items, all->count, sizeof *items, audits_by_time);
    for (size_t i = 0; i < all->count; i++)
        set_change(derive, items, i);
    derived->audits = (struct audited_list){.items = items, .count = all->count};
}

/* ---- complaints ---- */

static int complaints_by_time(const void *left, const void *right)
{
    const struct complaint *a = ((const struct complained *)left)->complaint;
    const struct complaint *b = ((const struct complained *)right)->complaint;
    if (a->period.first != b->period.first)
        return a->period.first < b->period.first ? -1 : 1;
    return a < b ? -1 : a > b;
}

void derive_quality(const struct derive *derive, struct derived *derived)
{
    derive_audits(derive, derived);
    const struct complaint_list *all = &derive->briefing->complaints;
    struct complained *items = ARENA_ARRAY(derive->arena, struct complained, all->count + 1);
    for (size_t i = 0; i < all->count; i++) {
        const struct complaint *one = &all->items[i];
        items[i] = (struct complained){
            .head = one->fact.head,
            .complaint = one,
            .on_time = part_text(derive, &one->on_time, &one->received),
            .upheld = part_text(derive, &one->upheld,
                                one->investigated.known ? &one->investigated : &one->received),
        };
    }
    qsort(items, all->count, sizeof *items, complaints_by_time);
    derived->complaints = (struct complained_list){.items = items, .count = all->count};
}
