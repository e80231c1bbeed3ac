/* From theme.yaml's decimals and texts to lengths and colours. */
#include "layout/layout_codes.h"
#include "layout/theme/theme_file.h"

#include "base/ascii.h"

enum { LARGEST_MEASURE = 1000 }; /* points or millimetres; anything larger is a slip of the pen */

static const struct colour black = {0, 0, 0};

/* A measure in thousandths of its unit, of at most LARGEST_MEASURE units; -1 if it is none. */
static int64_t decimal_thousandths(struct decimal value)
{
    const int64_t largest = (int64_t)LARGEST_MEASURE * 1000;
    int64_t result = value.mantissa;
    if (result < 0 || result > largest * 1000) /* with the six places a decimal may have */
        return -1;
    for (int scale = value.scale; scale < 3; scale++)
        result *= 10;
    for (int scale = value.scale; scale > 3; scale--)
        result /= 10;
    return result <= largest ? result : -1;
}

bool theme_is_measure(struct decimal value)
{
    return decimal_thousandths(value) >= 0;
}

/* 0 after a diagnostic. */
static int64_t thousandths(struct diags *diags, const void *record, const char *name,
                           struct decimal value)
{
    int64_t result = value.text.at ? decimal_thousandths(value) : 0;
    if (result >= 0)
        return result;
    struct diag *diag =
        diag_report(diags, &E526, record_span_of(record, name),
                    "`" STR_FMT "` is no measure for `%s`", STR_ARG(value.text), name);
    diag_hint(diags, diag, "write a number from 0 to %d", LARGEST_MEASURE);
    return 0;
}

static milli points(struct diags *diags, const void *record, const char *name, struct decimal value)
{
    return (milli)thousandths(diags, record, name, value);
}

/* An inch is 25.4 mm and 72 pt. */
static milli millimetres(struct diags *diags, const void *record, const char *name,
                         struct decimal value)
{
    return (milli)(thousandths(diags, record, name, value) * 720 / 254);
}

static bool colour_parse(struct str text, struct colour *colour)
{
    if (text.len != 7 || text.at[0] != '#')
        return false;
    uint8_t parts[3];
    for (size_t i = 0; i < 3; i++) {
        int high = ascii_hex_value(text.at[1 + 2 * i]), low = ascii_hex_value(text.at[2 + 2 * i]);
        if (high < 0 || low < 0)
            return false;
        parts[i] = (uint8_t)(high * 16 + low);
    }
    *colour = (struct colour){parts[0], parts[1], parts[2]};
    return true;
}

static struct colour colour_read(struct diags *diags, const void *record, const char *name,
                                 struct str text)
{
    struct colour colour = black;
    if (!text.at || colour_parse(text, &colour))
        return colour;
    struct diag *diag = diag_report(diags, &E525, record_span_of(record, name),
                                    "`" STR_FMT "` is not a colour", STR_ARG(text));
    diag_hint(diags, diag, "write a hash sign and six digits in quotation marks: \"#16385f\"");
    return colour;
}

static void measure_page(struct diags *diags, const struct theme_page *page, struct theme *theme)
{
    enum { A4_WIDTH = 595276, A4_HEIGHT = 841890 }; /* 210 mm by 297 mm */
    theme->page_width = A4_WIDTH;
    theme->page_height = A4_HEIGHT;
    if (!page)
        return;
    theme->margin_top = millimetres(diags, page, "margin_top", page->margin_top);
    theme->margin_bottom = millimetres(diags, page, "margin_bottom", page->margin_bottom);
    theme->margin_left = millimetres(diags, page, "margin_left", page->margin_left);
    theme->margin_right = millimetres(diags, page, "margin_right", page->margin_right);
    theme->zone = millimetres(diags, page, "zone", page->zone);
    theme->gutter = millimetres(diags, page, "gutter", page->gutter);
    theme->footer_baseline = millimetres(diags, page, "footer", page->footer);
}

static void measure_colours(struct diags *diags, const struct theme_colours *colours,
                            struct theme *theme)
{
    if (!colours)
        return;
    struct colour *const places[COLOUR_COUNT] = {
        [COLOUR_PAPER] = &theme->paper,
        [COLOUR_INK] = &theme->ink,
        [COLOUR_MUTED] = &theme->muted,
        [COLOUR_ACCENT] = &theme->accent,
        [COLOUR_ACCENT_INK] = &theme->accent_ink,
        [COLOUR_LINK] = &theme->link,
        [COLOUR_RULE] = &theme->rule,
        [COLOUR_BAND] = &theme->band,
        [COLOUR_SIDE_RULE] = &theme->side_rule,
        [COLOUR_LANE] = &theme->lane,
        [COLOUR_STRIP] = &theme->strip,
        [COLOUR_PANEL] = &theme->panel,
    };
    static const enum theme_colour else_as[COLOUR_COUNT] = {[COLOUR_SIDE_RULE] = COLOUR_MUTED,
                                                            [COLOUR_LANE] = COLOUR_MUTED,
                                                            [COLOUR_STRIP] = COLOUR_BAND,
                                                            [COLOUR_PANEL] = COLOUR_BAND};
    for (size_t i = 0; i < COLOUR_COUNT; i++)
        if (colours->values[i].at || i < COLOUR_SIDE_RULE)
            *places[i] =
                colour_read(diags, colours, theme_colours_table.fields[i].name, colours->values[i]);
        else
            *places[i] = *places[else_as[i]];
}

static struct colour colour_of(const struct theme *theme, int word)
{
    const struct colour colours[COLOUR_COUNT] = {
        [COLOUR_PAPER] = theme->paper,
        [COLOUR_INK] = theme->ink,
        [COLOUR_MUTED] = theme->muted,
        [COLOUR_ACCENT] = theme->accent,
        [COLOUR_ACCENT_INK] = theme->accent_ink,
        [COLOUR_LINK] = theme->link,
        [COLOUR_RULE] = theme->rule,
        [COLOUR_BAND] = theme->band,
    };
    return word ? colours[word - 1] : black;
}

static void measure_style(struct diags *diags, const struct theme_style *style,
                          const struct theme *theme, struct text_style *out)
{
    if (!style)
        return;
    out->face = style->face ? (enum face)(style->face - 1) : FACE_REGULAR;
    out->colour = colour_of(theme, style->colour);
    out->size = points(diags, style, "size", style->size);
    out->leading = points(diags, style, "leading", style->leading);
    out->space_before = points(diags, style, "before", style->before);
    out->space_after = points(diags, style, "after", style->after);
}

static milli share(milli measure, int percent)
{
    return (milli)((int64_t)measure * percent / 100);
}

/* The styles that a theme may do without. */
static void measure_missing(const struct theme_styles *styles, struct theme *theme)
{
    enum { SMALLER = 85 };
    if (!styles->roles[STYLE_SIDE]) {
        theme->styles[STYLE_SIDE] = theme->styles[STYLE_BODY];
        theme->styles[STYLE_SIDE].face = FACE_BOLD;
        theme->styles[STYLE_SIDE].colour = theme->accent;
    }
    if (!styles->roles[STYLE_TITLE_LONG]) {
        struct text_style *style = &theme->styles[STYLE_TITLE_LONG];
        *style = theme->styles[STYLE_TITLE];
        style->size = share(style->size, SMALLER);
        style->leading = share(style->leading, SMALLER);
    }
}

static void measure_tone(struct diags *diags, const struct theme_tone *tone, struct tone *out)
{
    if (!tone)
        return;
    out->fill = colour_read(diags, tone, "fill", tone->fill);
    out->ink = colour_read(diags, tone, "ink", tone->ink);
    out->mark = colour_read(diags, tone, "mark", tone->mark);
    out->mark_on_fill = tone->mark_on_fill.at
                            ? colour_read(diags, tone, "mark_on_fill", tone->mark_on_fill)
                            : out->mark;
}

static void measure_logo(struct diags *diags, const struct theme_logo *logo, struct theme *theme)
{
    if (!logo)
        return;
    theme->logo.alt = logo->alt;
    theme->logo.width = millimetres(diags, logo, "width", logo->width);
    theme->logo.span = SPAN_OF(logo, file);
}

void theme_measure(struct diags *diags, const struct theme_file *file, struct theme *theme)
{
    theme->scale = 1000;
    theme->hyphenate = file->hyphenation == ANSWER_YES;
    measure_page(diags, file->page, theme);
    measure_colours(diags, file->colours, theme);
    measure_logo(diags, file->logo, theme);
    for (int role = 0; file->styles && role < STYLE_ROLE_COUNT; role++)
        measure_style(diags, file->styles->roles[role], theme, &theme->styles[role]);
    if (file->styles)
        measure_missing(file->styles, theme);
    for (int tone = TONE_BEST; file->tones && tone <= TONE_NEUTRAL; tone++)
        measure_tone(diags, file->tones->items[tone], &theme->tones[tone]);
}
