/* What a theme may not do: text too small or too pale, margins that leave no page. */
#include "layout/theme_file.h"

enum {
    TEXT_CONTRAST = 4500,    /* WCAG 2.1 AA, 1.4.3 */
    GRAPHIC_CONTRAST = 3000, /* 1.4.11 */
    BODY_SIZE = 12000,
    SMALLEST_SIZE = 9000,
    SMALLEST_IN_CHARTS = 8000,
    LEAST_WIDTH = 200000, /* of the text on a page */
    LEAST_HEIGHT = 300000,
};

static void refuse_contrast(struct diags *diags, struct span span, const char *what, int64_t is,
                            int64_t least)
{
    struct diag *diag = diag_report(diags, E522, span, "the contrast of %s is %d.%02d:1", what,
                                    (int)(is / 1000), (int)(is % 1000 / 10));
    diag_hint(diags, diag, "choose colours with at least %d.%d:1", (int)(least / 1000),
              (int)(least % 1000 / 100));
}

static void check_contrast(struct diags *diags, struct span span, const char *what,
                           const struct colour colours[2], int64_t least)
{
    int64_t contrast = colour_contrast(colours[0], colours[1]);
    if (contrast < least)
        refuse_contrast(diags, span, what, contrast, least);
}

static void check_colours(struct diags *diags, const struct theme_colours *colours,
                          const struct theme *theme)
{
    const struct {
        const char *key, *what;
        struct colour pair[2];
        int64_t least;
    } checks[] = {
        {"ink", "text", {theme->ink, theme->paper}, TEXT_CONTRAST},
        {"muted", "muted text", {theme->muted, theme->paper}, TEXT_CONTRAST},
        {"link", "links", {theme->link, theme->paper}, TEXT_CONTRAST},
        {"accent",
         "drawings in the accent colour",
         {theme->accent, theme->paper},
         GRAPHIC_CONTRAST},
        {"accent_ink",
         "text on the accent colour",
         {theme->accent_ink, theme->accent},
         TEXT_CONTRAST},
        {"band", "text on the band of a table", {theme->ink, theme->band}, TEXT_CONTRAST},
        {"band", "muted text on the band", {theme->muted, theme->band}, TEXT_CONTRAST},
        {"band", "links on the band", {theme->link, theme->band}, TEXT_CONTRAST},
        {"band", "headings on the band", {theme->accent, theme->band}, TEXT_CONTRAST},
    };
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        check_contrast(diags, record_span_of(colours, checks[i].key), checks[i].what,
                       checks[i].pair, checks[i].least);
}

static void check_size(struct diags *diags, const struct theme_style *style, int role,
                       const struct text_style *measured)
{
    bool body = role == STYLE_BODY || role == STYLE_LEAD;
    int least = body ? BODY_SIZE : role == STYLE_CHART ? SMALLEST_IN_CHARTS : SMALLEST_SIZE;
    const char *name = theme_styles_table.fields[role].name;
    if (measured->size < least) {
        struct diag *diag = diag_report(diags, E523, record_span_of(style, "size"),
                                        "text in the style `%s` is too small to read", name);
        diag_hint(diags, diag, "use %d pt or more", least / MILLI_PER_POINT);
    }
    if (measured->leading < measured->size) {
        struct diag *diag = diag_report(diags, E523, record_span_of(style, "leading"),
                                        "the lines of the style `%s` would touch", name);
        diag_hint(diags, diag, "make `leading` larger than `size`");
    }
}

static void check_styles(struct diags *diags, const struct theme_styles *styles,
                         const struct theme *theme)
{
    for (int role = 0; role < STYLE_ROLE_COUNT; role++) {
        const struct theme_style *style = styles->roles[role];
        const struct text_style *measured = &theme->styles[role];
        struct colour ground = role == STYLE_TABLE_HEADER ? theme->band : theme->paper;
        check_size(diags, style, role, measured);
        check_contrast(diags, record_span_of(style, "colour"), "this text",
                       (const struct colour[]){measured->colour, ground}, TEXT_CONTRAST);
    }
}

static void check_tones(struct diags *diags, const struct theme_tones *tones,
                        const struct theme *theme)
{
    for (int i = TONE_BEST; i <= TONE_NEUTRAL; i++) {
        const struct theme_tone *tone = tones->items[i];
        const struct tone *measured = &theme->tones[i];
        check_contrast(diags, record_span_of(tone, "ink"), "text on this tone",
                       (const struct colour[]){measured->ink, measured->fill}, TEXT_CONTRAST);
        check_contrast(diags, record_span_of(tone, "mark"), "the shape on this tone",
                       (const struct colour[]){measured->mark, measured->fill}, GRAPHIC_CONTRAST);
        check_contrast(diags, record_span_of(tone, "mark"), "drawings in this tone",
                       (const struct colour[]){measured->mark, theme->paper}, GRAPHIC_CONTRAST);
        check_contrast(diags, record_span_of(tone, "mark"), "drawings in this tone on a band",
                       (const struct colour[]){measured->mark, theme->band}, GRAPHIC_CONTRAST);
    }
}

/* A running text needs its letters above its baseline and some space below it, in the margin. */
static void check_running_place(struct diags *diags, const struct theme_page *page,
                                const char *name, milli baseline, milli margin,
                                const struct theme *theme)
{
    const struct text_style *style = &theme->styles[STYLE_RUNNING];
    if (baseline >= style->size && margin - baseline >= style->size / 2)
        return;
    struct diag *diag = diag_report(diags, E526, record_span_of(page, name),
                                    "the %s has no room in its margin", name);
    diag_hint(diags, diag,
              "it counts from the edge of the paper, in millimetres; 14 is a good "
              "place in a margin of 26");
}

static void check_page(struct diags *diags, const struct theme_page *page,
                       const struct theme *theme)
{
    check_running_place(diags, page, "header", theme->header_baseline, theme->margin_top, theme);
    check_running_place(diags, page, "footer", theme->footer_baseline, theme->margin_bottom, theme);
    milli width = theme->page_width - theme->margin_left - theme->margin_right;
    milli height = theme->page_height - theme->margin_top - theme->margin_bottom;
    if (width >= LEAST_WIDTH && height >= LEAST_HEIGHT)
        return;
    const char *side = width < LEAST_WIDTH ? "margin_left" : "margin_top";
    struct diag *diag = diag_report(diags, E526, record_span_of(page, side),
                                    "the margins leave too little of the page for text");
    diag_hint(diags, diag, "margins are in millimetres; 24 is a good width");
}

void theme_check(struct diags *diags, const struct theme_file *file, const struct theme *theme)
{
    check_page(diags, file->page, theme);
    check_colours(diags, file->colours, theme);
    check_styles(diags, file->styles, theme);
    check_tones(diags, file->tones, theme);
}
