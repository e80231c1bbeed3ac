/* How many settings of each kind are good or better. */
#include "derive/derive.h"

static bool is_good(const struct derive *derive, struct str text)
{
    const struct grade *grade = grade_read(derive->briefing->frameworks, text);
    return grade && (grade->tone == TONE_BEST || grade->tone == TONE_GOOD);
}

static void add_rating(const struct derive *derive, struct rating_tally *tally,
                       const struct provision_count *rating)
{
    size_t good = 0;
    for (size_t i = 0; i < rating->grades.count; i++)
        good += is_good(derive, rating->grades.items[i]);
    tally->rated += rating->count.value;
    tally->unsplit = tally->unsplit || rating->grades.count > 1;
    if (good == rating->grades.count)
        tally->good_or_better += rating->count.value;
    else if (good)
        tally->mixed = true;
}

struct rating_tally rating_tally_of(const struct derive *derive,
                                    const struct provision_count_list *ratings)
{
    struct rating_tally tally = {0};
    for (size_t i = 0; i < ratings->count; i++)
        add_rating(derive, &tally, &ratings->items[i]);
    return tally;
}

static int64_t rounded(int64_t part, int64_t whole)
{
    return (part * 200 + whole) / (2 * whole);
}

int64_t percentage(int64_t part, int64_t whole)
{
    int64_t percent = rounded(part, whole);
    if (part < whole && percent >= 100)
        return 99;
    return part > 0 && percent == 0 ? 1 : percent;
}

enum { WHOLE_LEAST = 5 };

struct str percentage_text(const struct derive *derive, int64_t part, int64_t whole)
{
    int64_t percent = percentage(part, whole);
    const char *beyond = "";
    if (percent < rounded(part, whole))
        beyond = "over ";
    else if (percent > rounded(part, whole))
        beyond = "under ";
    if (whole < WHOLE_LEAST)
        return STR_NONE;
    return str_format(derive->arena, " (%s%lld%%)", beyond, (long long)percent);
}

/* "of the 9 children's homes; the split between grades is not known" */
static struct str base_of(const struct derive *derive, const struct provision *provision,
                          const struct rating_tally *tally)
{
    struct buf out = {.arena = derive->arena};
    bool total_known = provision->total.known;
    struct str all = whole_text(derive->arena, total_known ? provision->total.value : tally->rated);
    buf_addf(&out, "of the " STR_FMT " " STR_FMT "%s", STR_ARG(all), STR_ARG(provision->kind),
             total_known ? "" : " whose rating is given");
    int64_t unrated = provision->total.value - tally->rated;
    if (total_known && unrated > 0)
        buf_addf(&out, ", " STR_FMT " of them without a known rating",
                 STR_ARG(whole_text(derive->arena, unrated)));
    if (tally->mixed)
        buf_addz(&out, "; the source does not say how many are good or better");
    else if (tally->unsplit)
        buf_addz(&out, "; the split between grades is not known");
    return buf_str(&out);
}

static struct share share_of(const struct derive *derive, const struct provision *provision)
{
    struct rating_tally tally = rating_tally_of(derive, &provision->ratings);
    int64_t total = provision->total.known ? provision->total.value : tally.rated;
    struct share share = {
        .head = provision->fact.head,
        .kind = provision->kind,
        .total = {.known = provision->total.known || provision->ratings.count, .value = total},
        .text = STR("not known"),
        .base = base_of(derive, provision, &tally),
        .source = provision->fact.source,
    };
    if (!provision->ratings.count || tally.mixed || total <= 0)
        return share;
    int64_t percent = percentage(tally.good_or_better, total);
    share.good_or_better = (struct whole){.known = true, .value = tally.good_or_better};
    share.percent = (struct whole){.known = true, .value = percent};
    share.text = str_format(derive->arena, STR_FMT " of " STR_FMT STR_FMT,
                            STR_ARG(whole_text(derive->arena, tally.good_or_better)),
                            STR_ARG(whole_text(derive->arena, total)),
                            STR_ARG(percentage_text(derive, tally.good_or_better, total)));
    return share;
}

struct share_list derive_provision(const struct derive *derive)
{
    const struct provision_list *provisions = &derive->briefing->provision;
    struct share *shares = ARENA_ARRAY(derive->arena, struct share, provisions->count);
    for (size_t i = 0; i < provisions->count; i++)
        shares[i] = share_of(derive, &provisions->items[i]);
    return (struct share_list){.items = shares, .count = provisions->count};
}
