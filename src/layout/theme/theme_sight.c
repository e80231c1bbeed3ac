/* Can the tones of a theme be told apart by their colours, by everybody and in print without
 * colour? */
#include "layout/layout_codes.h"
#include "layout/theme/theme_file.h"

enum {
    ONE = 1000000,           /* full light */
    FILL_DIFFERENCE = 5000,  /* twice what is just noticeable, side by side */
    MARK_DIFFERENCE = 10000, /* twice that again, because shapes are small */
    GRADE_STEP = 6000,       /* of lightness, between two grades that are next to each other */
};

/* What is left of red, green and blue light, from red, green and blue. */
struct sight {
    int32_t matrix[3][3];
    const char *who; /* goes on after "look alike" */
};

static const struct sight sights[] = {
    {{{ONE, 0, 0}, {0, ONE, 0}, {0, 0, ONE}}, ""},
    {{{152286, 1052583, -204868}, {114503, 786281, 99216}, {-3882, -48116, 1051998}},
     " to readers who do not see red (protanopia)"},
    {{{367322, 860646, -227968}, {280085, 672501, 47413}, {-11820, 42940, 968881}},
     " to readers who do not see green (deuteranopia)"},
    {{{1255528, -76749, -178779}, {-78411, 930809, 147602}, {4733, 691367, 303900}},
     " to readers who do not see blue (tritanopia)"},
    {{{212600, 715200, 72200}, {212600, 715200, 72200}, {212600, 715200, 72200}},
     " in print without colour"},
};

struct lab {
    int64_t lightness, a, b;
};

static void see(const struct sight *sight, struct colour colour, int64_t seen[3])
{
    const int64_t light[] = {colour_light(colour.red), colour_light(colour.green),
                             colour_light(colour.blue)};
    for (int row = 0; row < 3; row++) {
        int64_t sum = 0;
        for (int column = 0; column < 3; column++)
            sum += sight->matrix[row][column] * light[column];
        sum /= ONE;
        seen[row] = sum < 0 ? 0 : sum > ONE ? ONE : sum;
    }
}

/* Of a part of ONE, as a part of ONE. */
static int64_t cube_root(int64_t part)
{
    int64_t low = 0, high = ONE;
    while (low < high) {
        int64_t middle = (low + high + 1) / 2;
        if (middle * middle * middle <= part * ONE * ONE)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* CIE's own curve: a straight line near black, and a cube root above. */
static int64_t response(int64_t part)
{
    enum { LINE_ENDS = 8856, LINE_STARTS = 137931, SLOPE = 7787 };
    return part > LINE_ENDS ? cube_root(part) : LINE_STARTS + part * SLOPE / 1000;
}

/* Each weight is that of sRGB divided by white's, in ten-thousandths. */
static struct lab lab_of(const int64_t light[3])
{
    enum { WHOLE = 10000 };
    int64_t x = response((4339 * light[0] + 3762 * light[1] + 1899 * light[2]) / WHOLE);
    int64_t y = response((2126 * light[0] + 7152 * light[1] + 722 * light[2]) / WHOLE);
    int64_t z = response((177 * light[0] + 1095 * light[1] + 8728 * light[2]) / WHOLE);
    return (struct lab){116 * y / 1000 - 16000, (x - y) / 2, (y - z) / 5};
}

static bool differ(const struct sight *sight, struct colour first, struct colour second,
                   int64_t least)
{
    int64_t seen_first[3], seen_second[3];
    see(sight, first, seen_first);
    see(sight, second, seen_second);
    struct lab a = lab_of(seen_first), b = lab_of(seen_second);
    int64_t lightness = a.lightness - b.lightness, red = a.a - b.a, blue = a.b - b.b;
    return lightness * lightness + red * red + blue * blue >= least * least;
}

/* The first of the sights in which neither the fills nor the marks differ enough; NULL: none. */
static const struct sight *alike_in(const struct tone *a, const struct tone *b)
{
    for (size_t i = 0; i < sizeof sights / sizeof *sights; i++)
        if (!differ(&sights[i], a->fill, b->fill, FILL_DIFFERENCE) &&
            !differ(&sights[i], a->mark, b->mark, MARK_DIFFERENCE))
            return &sights[i];
    return NULL;
}

const char *tones_alike(const struct tone *a, const struct tone *b)
{
    const struct sight *sight = alike_in(a, b);
    return sight ? sight->who : NULL;
}

/* In a theme that is laid over another, only its own lines can be mended. */
static bool is_of_theme(const struct theme_tones *tones, struct span span)
{
    return span.source == tones->head.node->span.source;
}

static void check_pair(struct diags *diags, const struct theme_tones *tones,
                       const struct theme *theme, int first, int second)
{
    const char *who = tones_alike(&theme->tones[first], &theme->tones[second]);
    if (!who)
        return;
    const char *a = theme_tones_table.fields[first - TONE_BEST].name;
    const char *b = theme_tones_table.fields[second - TONE_BEST].name;
    struct span here = record_span_of(tones->items[second], "fill");
    struct span other = record_span_of(tones->items[first], "fill");
    bool swap = is_of_theme(tones, other) && !is_of_theme(tones, here);
    struct diag *diag = diag_report(diags, &E541, swap ? other : here,
                                    "the tones `%s` and `%s` look alike%s", a, b, who);
    diag_hint(diags, diag, "make one fill darker than the other, or one mark");
    diag_note(diags, diag, swap ? here : other, "`%s` is here", swap ? b : a);
}

/* ---- do the grades get darker as matters get worse ---- */

static int64_t lightness_of(struct colour colour)
{
    int64_t light[3];
    see(&sights[0], colour, light);
    return lab_of(light).lightness;
}

static void check_step(struct diags *diags, const struct theme_tones *tones,
                       const struct theme *theme, int better)
{
    int64_t step =
        lightness_of(theme->tones[better].fill) - lightness_of(theme->tones[better + 1].fill);
    if (step >= GRADE_STEP || tones_alike(&theme->tones[better], &theme->tones[better + 1]))
        return; /* what is alike was refused */
    const char *a = theme_tones_table.fields[better - TONE_BEST].name;
    const char *b = theme_tones_table.fields[better + 1 - TONE_BEST].name;
    struct span here = record_span_of(tones->items[better + 1], "fill");
    struct span other = record_span_of(tones->items[better], "fill");
    bool swap = is_of_theme(tones, other) && !is_of_theme(tones, here);
    struct diag *diag = diag_report(diags, &E553, swap ? other : here,
                                    "the fill of `%s` is hardly darker than that of `%s`", b, a);
    diag_hint(diags, diag, "make it darker by %d or more in L* of CIE, for print without colour",
              GRADE_STEP / 1000);
    diag_note(diags, diag, swap ? here : other, "the other is here");
}

void theme_check_tones(struct diags *diags, const struct theme_tones *tones,
                       const struct theme *theme)
{
    for (int second = TONE_GOOD; second <= TONE_NEUTRAL; second++)
        for (int first = TONE_BEST; first < second; first++)
            check_pair(diags, tones, theme, first, second);
    for (int better = TONE_BEST; better < TONE_WORST; better++)
        check_step(diags, tones, theme, better);
}
