/* Reading a theme: its layers, its pictures, its folders; and its variants: large print and
 * greyscale. */
#include "layout/theme/theme.h"

#include "data/bind/bind.h"
#include "data/yaml/yaml.h"
#include "files/input.h"
#include "layout/layout_codes.h"
#include "layout/picture/picture.h"
#include "layout/theme/theme_file.h"

/* ---- reading a theme: its layers, its pictures, its folders ---- */

static void copy_running(const struct theme_running *running, struct theme *theme)
{
    if (!running)
        return;
    theme->header_left = running->header_left;
    theme->header_right = running->header_right;
    theme->footer_left = running->footer_left;
    theme->header_left_span = SPAN_OF(running, header_left);
    theme->header_right_span = SPAN_OF(running, header_right);
    theme->footer_left_span = SPAN_OF(running, footer_left);
}

static const struct node *read_nodes(struct arena *arena, struct diags *diags, const char *path)
{
    const struct source *source = source_read(arena, diags, path);
    return source ? yaml_read(arena, diags, source) : NULL;
}

/* An empty file changes nothing, and a warning says so. */
static const struct node *read_over(struct arena *arena, struct diags *diags, const char *path)
{
    const struct source *source = source_read(arena, diags, path);
    const struct span whole = {source, 0, source ? (uint32_t)source->text.len : 0};
    return source ? yaml_read_part(arena, diags, whole, source->text) : NULL;
}

static void warn_unchanged(struct diags *diags, const struct node *over)
{
    struct diag *diag = diag_report(diags, &W540, over->span,
                                    "this theme says nothing that the template's own does not");
    diag_hint(diags, diag, "write what is to look different, such as `colours`, or do without it");
}

/* The template's theme and what is laid over it, as one tree. NULL after diagnostics. */
static const struct node *read_layers(struct arena *arena, struct diags *diags,
                                      const struct theme_request *request)
{
    const struct node *base = read_nodes(arena, diags, request->base);
    const struct node *over = request->over ? read_over(arena, diags, request->over) : NULL;
    if (!base || !request->over)
        return base;
    if (!over)
        return NULL;
    const struct node *root = theme_lay_over(arena, base, over);
    if (node_equal(root, base))
        warn_unchanged(diags, over);
    return root;
}

static const struct theme_file *bind_theme(struct arena *arena, struct diags *diags,
                                           const struct node *root)
{
    const struct bind_context context = {.arena = arena, .diags = diags};
    struct theme_file *file = ARENA_NEW(arena, struct theme_file);
    return bind_record(&context, &theme_file_table, root, file) ? file : NULL;
}

/* For other readers; only once the theme has been found sound. */
static void vary(struct arena *arena, struct variant variant, struct theme *theme)
{
    theme->variant = variant;
    if (variant.large_print)
        theme_enlarge(theme);
    if (!variant.greyscale)
        return;
    theme_grey(theme);
    if (theme->logo.picture)
        theme->logo.picture = picture_grey(arena, theme->logo.picture);
}

const struct theme *theme_read(struct arena *arena, struct diags *diags,
                               const struct theme_request *request)
{
    size_t errors = diags->errors;
    const struct theme_file *file = bind_theme(arena, diags, read_layers(arena, diags, request));
    if (!file)
        return NULL;
    struct theme *theme = ARENA_NEW(arena, struct theme);
    theme_measure(diags, file, theme);
    copy_running(file->running, theme);
    if (diags->errors == errors)
        theme_check(diags, file, theme);
    if (diags->errors == errors)
        theme_check_tones(diags, file->tones, theme);
    theme_find_fonts(arena, diags, file, theme);
    theme->folder = picture_folder(str_from(request->base));
    theme_read_logo(arena, diags, file, theme);
    if (diags->errors == errors)
        vary(arena, request->variant, theme);
    if (diags->errors == errors)
        theme_check(diags, file, theme);
    return diags->errors == errors ? theme : NULL;
}

/* ---- a theme over that of a template ---- */

static bool says(const struct node *map, const char *key)
{
    const struct node *value = node_get(map, key);
    return value && !node_is_absent(value);
}

/* Does a font family in the upper theme replace what the template's fonts say under `key`? */
static bool is_replaced(struct str key, const struct node *over)
{
    if (str_is(key, "heading") || str_is(key, "heading_family"))
        return says(over, "family") || says(over, "heading_family");
    return says(over, "family") && record_field(&theme_fonts_table, key) &&
           !str_is(key, "fallback");
}

/* The template's fonts without what is replaced. */
static const struct node *kept_fonts(struct arena *arena, const struct node *fonts,
                                     const struct node *over)
{
    struct node *kept = ARENA_NEW(arena, struct node);
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, fonts->count);
    *kept = *fonts;
    kept->pairs = pairs;
    kept->count = 0;
    for (size_t i = 0; i < fonts->count; i++)
        if (!is_replaced(fonts->pairs[i].key, over))
            pairs[kept->count++] = fonts->pairs[i];
    return kept;
}

static const struct node *with_fonts(struct arena *arena, const struct node *theme,
                                     const struct node *fonts)
{
    struct node *copy = ARENA_NEW(arena, struct node);
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, theme->count);
    *copy = *theme;
    copy->pairs = pairs;
    for (size_t i = 0; i < theme->count; i++) {
        pairs[i] = theme->pairs[i];
        if (str_is(pairs[i].key, "fonts"))
            pairs[i].value = fonts;
    }
    return copy;
}

const struct node *theme_lay_over(struct arena *arena, const struct node *base,
                                  const struct node *over)
{
    const struct node *below = node_get(base, "fonts"), *above = node_get(over, "fonts");
    if (below && below->kind == NODE_MAP)
        base = with_fonts(arena, base, kept_fonts(arena, below, above));
    return node_overlay(arena, base, over);
}

/* ---- the logo ---- */

static void check_width(struct diags *diags, const struct theme_logo *logo,
                        const struct theme *theme)
{
    milli most = theme->page_width - theme->margin_left - theme->margin_right;
    if (!theme_is_measure(logo->width))
        return; /* which has been reported */
    if (theme->logo.width > 0 && theme->logo.width <= most)
        return;
    struct diag *diag =
        diag_report(diags, &E526, SPAN_OF(logo, width), "the logo cannot be " STR_FMT " mm wide",
                    STR_ARG(logo->width.text));
    diag_hint(diags, diag, "use more than 0 and no more than the text between the margins");
}

void theme_read_logo(struct arena *arena, struct diags *diags, const struct theme_file *file,
                     struct theme *theme)
{
    const struct theme_logo *logo = file->logo;
    if (!logo)
        return;
    check_width(diags, logo, theme);
    struct str folder = picture_folder(theme->logo.span.source->path);
    struct picture_place place = {folder, logo->file, theme->logo.span};
    theme->logo.picture = picture_read(arena, diags, &place);
}

/* ---- the same theme for other readers ---- */

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
