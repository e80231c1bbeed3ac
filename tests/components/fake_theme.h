/* A theme of made-up colours, each of which has a name, for tests of components. */
#ifndef TESTS_COMPONENTS_FAKE_THEME_H
#define TESTS_COMPONENTS_FAKE_THEME_H

#include "doc/table.h"
#include "layout/theme/theme.h"

/* The colours differ in their red alone, which says which they are. */
enum fake_colour {
    FAKE_INK,
    FAKE_MUTED,
    FAKE_ACCENT,
    FAKE_ACCENT_INK,
    FAKE_LINK,
    FAKE_RULE,
    FAKE_BAND,
    FAKE_PAPER,
    FAKE_TONES, /* from here on three of each: fill, ink, mark */
};

static inline struct colour fake_colour(int which)
{
    return (struct colour){(uint8_t)which, 0, 0};
}

static inline struct theme fake_theme(int scale)
{
    struct theme theme = {
        .scale = scale,
        .ink = fake_colour(FAKE_INK),
        .muted = fake_colour(FAKE_MUTED),
        .accent = fake_colour(FAKE_ACCENT),
        .accent_ink = fake_colour(FAKE_ACCENT_INK),
        .link = fake_colour(FAKE_LINK),
        .rule = fake_colour(FAKE_RULE),
        .band = fake_colour(FAKE_BAND),
        .paper = fake_colour(FAKE_PAPER),
    };
    for (int role = 0; role < STYLE_ROLE_COUNT; role++)
        theme.styles[role] = (struct text_style){.size = 10000, .leading = 12000};
    for (int tone = 0; tone <= TONE_NEUTRAL; tone++)
        theme.tones[tone] = (struct tone){.fill = fake_colour(FAKE_TONES + 3 * tone),
                                          .ink = fake_colour(FAKE_TONES + 3 * tone + 1),
                                          .mark = fake_colour(FAKE_TONES + 3 * tone + 2)};
    return theme;
}

static const char *const fake_tones[] = {"", "best", "good", "weak", "worst", "neutral"};
static const char *const fake_shapes[] = {"",     "star", "disc", "triangle", "square",
                                          "ring", "up",   "down", "level"};

/* "ink", "worst mark". */
static inline void fake_colour_name(struct buf *out, struct colour colour)
{
    static const char *const names[] = {"ink",  "muted", "accent", "accent ink",
                                        "link", "rule",  "band",   "paper"};
    static const char *const parts[] = {"fill", "ink", "mark"};
    int tone = (colour.red - FAKE_TONES) / 3;
    if (colour.red < FAKE_TONES)
        buf_addz(out, names[colour.red]);
    else
        buf_addf(out, "%s %s", fake_tones[tone], parts[(colour.red - FAKE_TONES) % 3]);
}

#endif
