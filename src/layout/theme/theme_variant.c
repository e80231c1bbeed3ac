/* The same theme for other readers: in large print, for those who need letters of 18 pt, and in
   greys. */
#include "layout/theme/theme.h"

static const milli standard_size = 12000; /* of running text, for which sizes are chosen */
static const milli large_size = 18000;
static const milli running_size = 16000;     /* of headers, footers and labels in drawings */
static const milli narrowest_margin = 51024; /* 18 mm */

const char *variant_suffix(struct variant variant)
{
    if (variant.large_print)
        return variant.greyscale ? "-large-print-greyscale" : "-large-print";
    return variant.greyscale ? "-greyscale" : "";
}

static milli at_least(milli value, milli least)
{
    return value > least ? value : least;
}

/* Text that is larger than running text stays so, but grows by less: long words must fit. */
static milli enlarged_size(milli size, milli least)
{
    enum { GROWTH = 80 };
    return size > standard_size ? large_size + (size - standard_size) * GROWTH / 100 : least;
}

/* Lines at least as far apart as they were in proportion, and 1.4 times the size; display text
   needs less. */
static milli enlarged_leading(const struct text_style *style, milli size)
{
    enum { TEXT_LEADING = 140, DISPLAY_LEADING = 125 };
    static const milli display_size = 24000;
    int64_t in_proportion = (int64_t)style->leading * size / style->size;
    return at_least((milli)in_proportion,
                    size / 100 * (size < display_size ? TEXT_LEADING : DISPLAY_LEADING));
}

static void enlarge_style(struct text_style *style, milli least)
{
    enum { SPACE_GROWTH = 135 };
    milli size = enlarged_size(style->size, least);
    style->leading = enlarged_leading(style, size);
    style->size = size;
    style->space_before = style->space_before * SPACE_GROWTH / 100;
    style->space_after = style->space_after * SPACE_GROWTH / 100;
}

static milli narrowed(milli margin)
{
    enum { SHARE = 80 };
    milli wanted = at_least(margin * SHARE / 100, narrowest_margin);
    return wanted < margin ? wanted : margin;
}

/* Room for a header of three lines, which a long title may now take. */
static milli room_for_header(const struct theme *theme)
{
    return theme->header_baseline + theme->styles[STYLE_RUNNING].leading * 5 / 2;
}

void theme_enlarge(struct theme *theme)
{
    for (int role = 0; role < STYLE_ROLE_COUNT; role++) {
        bool aside = role == STYLE_RUNNING || role == STYLE_CHART;
        enlarge_style(&theme->styles[role], aside ? running_size : large_size);
    }
    theme->scale = theme->scale * (large_size / 1000) / (standard_size / 1000);
    theme->margin_left = narrowed(theme->margin_left);
    theme->margin_right = narrowed(theme->margin_right);
    theme->margin_top = at_least(theme->margin_top, room_for_header(theme));
}

/* ---- greyscale: the same theme for printers, copiers and readers without colour ---- */

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
