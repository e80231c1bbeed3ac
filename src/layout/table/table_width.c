/* Shares the width of a table among its columns. */
#include "layout/flow/setting.h"

/* Gives `spare` to columns by their shares, none beyond its cap; returns what nobody could take.
   Each round fills at least one column up or gives everything away. */
static milli share_out(milli spare, const int64_t *shares, const milli *caps, size_t count,
                       milli *widths)
{
    for (size_t round = 0; round <= count && spare > 0; round++) {
        int64_t total = 0;
        for (size_t i = 0; i < count; i++)
            total += widths[i] < caps[i] ? shares[i] : 0;
        if (!total)
            break;
        milli left = spare;
        for (size_t i = 0; i < count; i++) {
            if (widths[i] >= caps[i] || !shares[i])
                continue;
            milli part = (milli)((int64_t)spare * shares[i] / total);
            milli room = caps[i] - widths[i];
            widths[i] += part < room ? part : room;
            left -= part < room ? part : room;
        }
        if (left == spare)
            break;
        spare = left;
    }
    return spare;
}

/* A column whose content is long may not starve the ones beside it. */
static milli modest(milli natural, milli least, milli width)
{
    milli cap = width / 3;
    if (natural <= cap)
        return natural;
    return least > cap ? least : cap;
}

/* Columns that need no more than an even share of what is left keep what they need: only those with
   the widest words are cut, and only these words are reported. */
static void shrink_to_fit(const struct column_need *needs, size_t count, milli width, milli *widths)
{
    size_t cut = 0; /* columns that must share what is left */
    for (size_t i = 0; i < count; i++)
        cut += needs[i].least > 0;
    for (bool found = true; found && cut > 0;) {
        milli even = width / (milli)cut;
        found = false;
        for (size_t i = 0; i < count; i++) {
            if (widths[i] > 0 || needs[i].least <= 0 || needs[i].least > even)
                continue;
            widths[i] = needs[i].least;
            width -= needs[i].least;
            cut--;
            found = true;
        }
    }
    for (size_t i = 0; i < count; i++)
        if (needs[i].least > widths[i])
            widths[i] = width / (milli)cut;
}

enum phase { PHASE_NARROW, PHASE_WEIGHTED, PHASE_REST };

struct sharing {
    const struct column_need *needs;
    size_t count;
    milli width;
    bool weighted;   /* has any column a weight? */
    int64_t *shares; /* of the phase */
    milli *caps;
};

/* Who takes part in a phase, with which share and up to which width. */
static void prepare_phase(struct sharing *sharing, enum phase phase)
{
    for (size_t i = 0; i < sharing->count; i++) {
        const struct column_need *need = &sharing->needs[i];
        bool narrow = need->weight <= 0;
        sharing->caps[i] = phase == PHASE_REST ? sharing->width : need->natural;
        sharing->shares[i] = narrow ? 0 : need->weight;
        if (phase == PHASE_NARROW) {
            sharing->shares[i] = narrow ? need->natural - need->least : 0;
            if (sharing->weighted)
                sharing->caps[i] = modest(need->natural, need->least, sharing->width);
        } else if (phase == PHASE_REST && !sharing->weighted) {
            sharing->shares[i] = need->natural;
        }
    }
}

static size_t widest(const milli *widths, size_t count)
{
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (widths[i] > widths[best])
            best = i;
    return best;
}

static void share_spare(struct sharing *sharing, milli spare, milli *widths)
{
    for (size_t i = 0; i < sharing->count; i++) {
        widths[i] = sharing->needs[i].least;
        sharing->weighted |= sharing->needs[i].weight > 0;
    }
    for (enum phase phase = PHASE_NARROW; phase <= PHASE_REST; phase++) {
        prepare_phase(sharing, phase);
        spare = share_out(spare, sharing->shares, sharing->caps, sharing->count, widths);
    }
    widths[widest(widths, sharing->count)] += spare; /* what rounding left over */
}

void table_widths(struct arena *arena, const struct column_need *needs, size_t count, milli width,
                  milli *widths)
{
    int64_t least = 0;
    for (size_t i = 0; i < count; i++)
        least += needs[i].least;
    if (least > width) {
        shrink_to_fit(needs, count, width, widths);
        return;
    }
    struct sharing sharing = {.needs = needs, .count = count, .width = width};
    sharing.shares = ARENA_ARRAY(arena, int64_t, count);
    sharing.caps = ARENA_ARRAY(arena, milli, count);
    share_spare(&sharing, (milli)(width - least), widths);
}
