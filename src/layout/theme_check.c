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

/* A colour as somebody wrote it. */
struct written {
    struct colour colour;
    struct span span;
};

struct checking {
    struct diags *diags;
    const struct theme *theme;
    const struct theme_file *file;
};

/* Where a theme is laid over the template's own, the one who wrote it can mend only that. */
static bool is_own(const struct checking *checking, struct span span)
{
    return span.source == checking->file->head.node->span.source;
}

static void refuse_contrast(const struct checking *checking, const char *what,
                            const struct written *text, const struct written *ground, int64_t is,
                            int64_t least)
{
    bool at_ground = !is_own(checking, text->span) && is_own(checking, ground->span);
    const struct written *at = at_ground ? ground : text, *other = at_ground ? text : ground;
    struct diags *diags = checking->diags;
    struct diag *diag = diag_report(diags, E522, at->span, "the contrast of %s is %d.%02d:1", what,
                                    (int)(is / 1000), (int)(is % 1000 / 10));
    diag_hint(diags, diag, "choose colours with at least %d.%d:1", (int)(least / 1000),
              (int)(least % 1000 / 100));
    if (other->span.source)
        diag_note(diags, diag, other->span, "the other colour is chosen here");
}

static void check_contrast(const struct checking *checking, const char *what, struct written text,
                           struct written ground, int64_t least)
{
    int64_t contrast = colour_contrast(text.colour, ground.colour);
    if (contrast < least)
        refuse_contrast(checking, what, &text, &ground, contrast, least);
}

static struct written colour_written(const struct checking *checking, enum theme_colour colour)
{
    const struct theme *theme = checking->theme;
    const struct colour colours[COLOUR_COUNT] = {
        [COLOUR_PAPER] = theme->paper, [COLOUR_INK] = theme->ink,
        [COLOUR_MUTED] = theme->muted, [COLOUR_ACCENT] = theme->accent,
        [COLOUR_LINK] = theme->link,   [COLOUR_ACCENT_INK] = theme->accent_ink,
        [COLOUR_RULE] = theme->rule,   [COLOUR_BAND] = theme->band,
    };
    return (struct written){
        colours[colour], record_span(checking->file->colours, &theme_colours_table.fields[colour])};
}

static void check_colours(const struct checking *checking)
{
    static const struct {
        const char *what;
        enum theme_colour text, ground;
        int64_t least;
    } checks[] = {
        {"text", COLOUR_INK, COLOUR_PAPER, TEXT_CONTRAST},
        {"muted text", COLOUR_MUTED, COLOUR_PAPER, TEXT_CONTRAST},
        {"links", COLOUR_LINK, COLOUR_PAPER, TEXT_CONTRAST},
        {"drawings in the accent colour", COLOUR_ACCENT, COLOUR_PAPER, GRAPHIC_CONTRAST},
        {"text on the accent colour", COLOUR_ACCENT_INK, COLOUR_ACCENT, TEXT_CONTRAST},
        {"text on the band of a table", COLOUR_INK, COLOUR_BAND, TEXT_CONTRAST},
        {"muted text on the band", COLOUR_MUTED, COLOUR_BAND, TEXT_CONTRAST},
        {"links on the band", COLOUR_LINK, COLOUR_BAND, TEXT_CONTRAST},
        {"headings on the band", COLOUR_ACCENT, COLOUR_BAND, TEXT_CONTRAST},
    };
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        check_contrast(checking, checks[i].what, colour_written(checking, checks[i].text),
                       colour_written(checking, checks[i].ground), checks[i].least);
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

/* Is the colour checked as text on that ground whatever the styles are? */
static bool is_checked(enum theme_colour colour, enum theme_colour ground)
{
    return colour == COLOUR_INK || colour == COLOUR_MUTED || colour == COLOUR_LINK ||
           (colour == COLOUR_ACCENT && ground == COLOUR_BAND);
}

/* A colour for text is at fault itself; one that is for something else was the wrong choice. */
static void check_style_colour(const struct checking *checking, const struct theme_style *style,
                               int role)
{
    enum theme_colour colour = style->colour ? (enum theme_colour)(style->colour - 1) : COLOUR_INK;
    enum theme_colour ground = role == STYLE_TABLE_HEADER ? COLOUR_BAND : COLOUR_PAPER;
    if (is_checked(colour, ground))
        return;
    struct written text = colour_written(checking, colour);
    struct span chosen = record_span_of(style, "colour");
    bool for_text = colour == COLOUR_ACCENT;
    if (!for_text || (is_own(checking, chosen) && !is_own(checking, text.span)))
        text.span = chosen;
    check_contrast(checking, for_text ? "text in the accent colour" : "text in this colour", text,
                   colour_written(checking, ground), TEXT_CONTRAST);
}

static void check_styles(const struct checking *checking)
{
    for (int role = 0; role < STYLE_ROLE_COUNT; role++) {
        const struct theme_style *style = checking->file->styles->roles[role];
        check_size(checking->diags, style, role, &checking->theme->styles[role]);
        check_style_colour(checking, style, role);
    }
}

static struct written tone_written(struct colour colour, const struct theme_tone *tone,
                                   const char *key)
{
    return (struct written){colour, record_span_of(tone, key)};
}

static void check_tones(const struct checking *checking)
{
    struct written paper = colour_written(checking, COLOUR_PAPER);
    struct written band = colour_written(checking, COLOUR_BAND);
    for (int i = TONE_BEST; i <= TONE_NEUTRAL; i++) {
        const struct theme_tone *tone = checking->file->tones->items[i];
        const struct tone *measured = &checking->theme->tones[i];
        struct written fill = tone_written(measured->fill, tone, "fill");
        struct written ink = tone_written(measured->ink, tone, "ink");
        struct written mark = tone_written(measured->mark, tone, "mark");
        check_contrast(checking, "text on this tone", ink, fill, TEXT_CONTRAST);
        check_contrast(checking, "the shape on this tone", mark, fill, GRAPHIC_CONTRAST);
        check_contrast(checking, "drawings in this tone", mark, paper, GRAPHIC_CONTRAST);
        check_contrast(checking, "drawings in this tone on a band", mark, band, GRAPHIC_CONTRAST);
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
    const struct checking checking = {diags, theme, file};
    check_page(diags, file->page, theme);
    check_colours(&checking);
    check_styles(&checking);
    check_tones(&checking);
}
