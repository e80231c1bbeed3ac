/* Greyscale: the same theme for printers, copiers and readers without colour. */
#include "layout/theme/theme.h"

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
