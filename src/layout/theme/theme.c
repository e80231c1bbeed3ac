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
    theme->first_left = running->first_left;
    theme->first_right = running->first_right;
    theme->footer_left = running->footer_left;
    theme->first_left_span = SPAN_OF(running, first_left);
    theme->first_right_span = SPAN_OF(running, first_right);
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
    theme_renew(diags, file, theme);
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
static const milli running_size = 16000; /* of the first line, the foot and labels in drawings */
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

static bool is_aside(int role)
{
    return role == STYLE_RUNNING || role == STYLE_CHART;
}

static bool is_display(int role)
{
    return role == STYLE_TITLE || role == STYLE_TITLE_LONG ||
           (role >= STYLE_HEADING_1 && role <= STYLE_HEADING_4) || role == STYLE_FIGURE;
}

/* Headings grow by as many points as text does, which is less in proportion: long words must fit.
   What is read is all of one size. */
static milli enlarged_size(const struct text_style *style, int role)
{
    if (is_display(role) && style->size > standard_size)
        return large_size + style->size - standard_size;
    return is_aside(role) ? running_size : large_size;
}

/* As far apart in proportion as they were, within what is neither dense nor loose. */
static milli enlarged_leading(const struct text_style *style, int role, milli size)
{
    enum { DENSE = 118, LOOSE = 139, LOOSE_DISPLAY = 122 };
    milli leading = (milli)((int64_t)style->leading * size / style->size);
    milli most = size / 100 * (is_display(role) ? LOOSE_DISPLAY : LOOSE);
    return at_least(leading < most ? leading : most, size / 100 * DENSE);
}

static void enlarge_style(struct text_style *style, int role)
{
    enum { SPACE_GROWTH = 120 };
    milli size = enlarged_size(style, role);
    style->leading = enlarged_leading(style, role, size);
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

/* Without a zone: its labels become headings above their text, which has the whole width. */
void theme_enlarge(struct theme *theme)
{
    for (int role = 0; role < STYLE_ROLE_COUNT; role++)
        enlarge_style(&theme->styles[role], role);
    theme->scale = theme->scale * (large_size / 1000) / (standard_size / 1000);
    theme->margin_left = narrowed(theme->margin_left);
    theme->margin_right = narrowed(theme->margin_right);
    theme->zone = theme->gutter = 0;
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

/* Marks stand on the paper too. */
static void grey_tone(struct tone *tone, enum grey_rounding on_paper)
{
    enum grey_rounding ink = away_from(tone->fill, tone->ink);
    tone->fill = colour_grey(tone->fill, opposite(ink));
    tone->ink = colour_grey(tone->ink, ink);
    tone->mark_on_fill = colour_grey(tone->mark_on_fill, ink);
    tone->mark = colour_grey(tone->mark, on_paper);
}

void theme_grey(struct theme *theme)
{
    enum grey_rounding ink = away_from(theme->paper, theme->ink);
    struct colour *const inks[] = {&theme->ink,  &theme->muted,     &theme->accent, &theme->link,
                                   &theme->rule, &theme->side_rule, &theme->lane};
    struct colour *const grounds[] = {&theme->paper, &theme->band, &theme->accent_ink,
                                      &theme->strip, &theme->panel};
    grey_all(inks, sizeof inks / sizeof *inks, ink);
    grey_all(grounds, sizeof grounds / sizeof *grounds, opposite(ink));
    for (int role = 0; role < STYLE_ROLE_COUNT; role++)
        theme->styles[role].colour = colour_grey(theme->styles[role].colour, ink);
    for (int tone = TONE_BEST; tone <= TONE_NEUTRAL; tone++)
        grey_tone(&theme->tones[tone], ink);
}
