/* Greyscale: the same theme for printers, copiers and readers without colour. */
#include "layout/theme.h"

static struct colour grey_of(int level)
{
    uint8_t part = (uint8_t)level;
    return (struct colour){part, part, part};
}

/* The darkest grey that is no darker. */
static int lighter_level(int64_t luminance)
{
    int low = 0, high = UINT8_MAX;
    while (low < high) {
        int middle = (low + high) / 2;
        if (colour_luminance(grey_of(middle)) < luminance)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct colour colour_grey(struct colour colour, enum grey_rounding rounding)
{
    int64_t luminance = colour_luminance(colour);
    int level = lighter_level(luminance);
    bool exact = colour_luminance(grey_of(level)) == luminance;
    return grey_of(rounding == GREY_DARKER && !exact ? level - 1 : level);
}

static void grey_all(struct colour *const *colours, size_t count, enum grey_rounding rounding)
{
    for (size_t i = 0; i < count; i++)
        *colours[i] = colour_grey(*colours[i], rounding);
}

static enum grey_rounding opposite(enum grey_rounding rounding)
{
    return rounding == GREY_DARKER ? GREY_LIGHTER : GREY_DARKER;
}

/* How to round what stands on that ground, so that the contrast cannot fall. */
static enum grey_rounding away_from(struct colour ground, struct colour ink)
{
    return colour_luminance(ground) > colour_luminance(ink) ? GREY_DARKER : GREY_LIGHTER;
}

static void grey_tone(struct tone *tone)
{
    enum grey_rounding ink = away_from(tone->fill, tone->ink);
    tone->fill = colour_grey(tone->fill, opposite(ink));
    tone->ink = colour_grey(tone->ink, ink);
    tone->mark = colour_grey(tone->mark, ink);
}

void theme_grey(struct theme *theme)
{
    enum grey_rounding ink = away_from(theme->paper, theme->ink);
    struct colour *const inks[] = {&theme->ink, &theme->muted, &theme->accent, &theme->link,
                                   &theme->rule};
    struct colour *const grounds[] = {&theme->paper, &theme->band, &theme->accent_ink};
    grey_all(inks, sizeof inks / sizeof *inks, ink);
    grey_all(grounds, sizeof grounds / sizeof *grounds, opposite(ink));
    for (int role = 0; role < STYLE_ROLE_COUNT; role++)
        theme->styles[role].colour = colour_grey(theme->styles[role].colour, ink);
    for (int tone = TONE_BEST; tone <= TONE_NEUTRAL; tone++)
        grey_tone(&theme->tones[tone]);
}
