/* What a theme may not do: text too small or too pale, margins that leave no page. */
#include "layout/layout_codes.h"
#include "layout/theme/theme_file.h"

#include <string.h>

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

/* Two colours of which one stands on the other. */
struct pairing {
    const char *what;
    struct written text, ground;
    int64_t least;
};

struct checking {
    struct diags *diags;
    const struct theme *theme;
    const struct theme_file *file;
    LIST(struct pairing) pairings;
};

static void check_contrast(struct checking *checking, const char *what, struct written text,
                           struct written ground, int64_t least)
{
    *LIST_ADD(checking->diags->arena, &checking->pairings) =
        (struct pairing){what, text, ground, least};
}

/* ---- contrast: one message for a colour, however often it is used ---- */

static bool passes(const struct pairing *pairing)
{
    return colour_contrast(pairing->text.colour, pairing->ground.colour) >= pairing->least;
}

/* If a theme is laid over the template's own, its author can only mend the upper one. */
static bool is_own(const struct checking *checking, struct span span)
{
    return span.source == checking->file->head.node->span.source;
}

/* The colour of a pairing that is to be changed. */
static const struct written *at_fault(const struct checking *checking,
                                      const struct pairing *pairing)
{
    bool at_ground =
        !is_own(checking, pairing->text.span) && is_own(checking, pairing->ground.span);
    return at_ground ? &pairing->ground : &pairing->text;
}

static bool same_place(struct span a, struct span b)
{
    return a.source == b.source && a.start == b.start && a.end == b.end;
}

/* Would all pairings of the colour at `at` pass if it were another colour? */
static bool would_pass(const struct checking *checking, struct span at, struct colour colour)
{
    for (size_t i = 0; i < checking->pairings.count; i++) {
        struct pairing pairing = checking->pairings.items[i];
        bool text = same_place(pairing.text.span, at), ground = same_place(pairing.ground.span, at);
        if (text)
            pairing.text.colour = colour;
        if (ground)
            pairing.ground.colour = colour;
        if ((text || ground) && !passes(&pairing))
            return false;
    }
    return true;
}

/* The colour `step` 255ths of the way to black or white. */
static struct colour nearer_to(struct colour colour, unsigned step, bool white)
{
    uint8_t *parts[] = {&colour.red, &colour.green, &colour.blue};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        unsigned part = *parts[i];
        *parts[i] = (uint8_t)(white ? part + (UINT8_MAX - part) * step / UINT8_MAX
                                    : part - part * step / UINT8_MAX);
    }
    return colour;
}

/* Finds the nearest darker or lighter colour that passes; false if there is none. */
static bool find_passing(const struct checking *checking, const struct written *at,
                         struct colour *found)
{
    for (unsigned step = 1; step <= UINT8_MAX; step++)
        for (int white = 0; white <= 1; white++) {
            *found = nearer_to(at->colour, step, white);
            if (would_pass(checking, at->span, *found))
                return true;
        }
    return false;
}

static void hint_colour(const struct checking *checking, struct diag *diag,
                        const struct pairing *pairing, const struct written *at)
{
    struct colour found;
    if (!at->span.source || !find_passing(checking, at, &found)) {
        diag_hint(checking->diags, diag, "choose colours with at least %d.%d:1",
                  (int)(pairing->least / 1000), (int)(pairing->least % 1000 / 100));
        return;
    }
    struct str name =
        str_format(checking->diags->arena, "#%02x%02x%02x", found.red, found.green, found.blue);
    diag_hint(checking->diags, diag,
              "write " STR_FMT ", the nearest colour that can be read wherever this one stands",
              STR_ARG(name));
    diag_suggest(checking->diags, diag, at->span,
                 str_format(checking->diags->arena, "\"" STR_FMT "\"", STR_ARG(name)));
}

/* "1.54:1" */
static struct str ratio_text(const struct checking *checking, const struct pairing *pairing)
{
    int64_t is = colour_contrast(pairing->text.colour, pairing->ground.colour);
    return str_format(checking->diags->arena, "%d.%02d:1", (int)(is / 1000), (int)(is % 1000 / 10));
}

static bool fails_at(const struct checking *checking, const struct pairing *pairing, struct span at)
{
    return !passes(pairing) && same_place(at_fault(checking, pairing)->span, at);
}

/* What else fails for the same colour; the same fault of several styles is reported once. */
static void note_others(const struct checking *checking, struct diag *diag, size_t first,
                        struct span at)
{
    const char *last = checking->pairings.items[first].what;
    for (size_t i = first + 1; i < checking->pairings.count; i++) {
        const struct pairing *pairing = &checking->pairings.items[i];
        if (!fails_at(checking, pairing, at) || strcmp(pairing->what, last) == 0)
            continue;
        last = pairing->what;
        diag_note(checking->diags, diag, (struct span){0}, "that of %s is " STR_FMT, pairing->what,
                  STR_ARG(ratio_text(checking, pairing)));
    }
}

static void refuse_contrast(const struct checking *checking, size_t i)
{
    const struct pairing *pairing = &checking->pairings.items[i];
    const struct written *at = at_fault(checking, pairing);
    const struct written *other = at == &pairing->text ? &pairing->ground : &pairing->text;
    struct diag *diag =
        diag_report(checking->diags, &E522, at->span, "the contrast of %s is " STR_FMT,
                    pairing->what, STR_ARG(ratio_text(checking, pairing)));
    hint_colour(checking, diag, pairing, at);
    if (other->span.source)
        diag_note(checking->diags, diag, other->span, "the other colour is chosen here");
    note_others(checking, diag, i, at->span);
}

static bool was_refused(const struct checking *checking, size_t i)
{
    struct span at = at_fault(checking, &checking->pairings.items[i])->span;
    for (size_t k = 0; k < i; k++)
        if (fails_at(checking, &checking->pairings.items[k], at))
            return true;
    return false;
}

static void report_contrasts(const struct checking *checking)
{
    for (size_t i = 0; i < checking->pairings.count; i++)
        if (!passes(&checking->pairings.items[i]) && !was_refused(checking, i))
            refuse_contrast(checking, i);
}

/* ---- what is checked ---- */

static struct written colour_written(const struct checking *checking, enum theme_colour colour)
{
    const struct theme *theme = checking->theme;
    const struct colour colours[COLOUR_COUNT] = {
        [COLOUR_PAPER] = theme->paper, [COLOUR_INK] = theme->ink,
        [COLOUR_MUTED] = theme->muted, [COLOUR_ACCENT] = theme->accent,
        [COLOUR_LINK] = theme->link,   [COLOUR_ACCENT_INK] = theme->accent_ink,
        [COLOUR_RULE] = theme->rule,   [COLOUR_BAND] = theme->band,
        [COLOUR_LANE] = theme->lane,   [COLOUR_SIDE_RULE] = theme->side_rule,
        [COLOUR_STRIP] = theme->strip, [COLOUR_PANEL] = theme->panel,
    };
    return (struct written){
        colours[colour], record_span(checking->file->colours, &theme_colours_table.fields[colour])};
}

/* One that was left out is another, which is looked at. */
static bool is_written(const struct checking *checking, enum theme_colour colour)
{
    return checking->file->colours->values[colour].at != NULL;
}

static void check_colours(struct checking *checking)
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
        {"lanes of charts", COLOUR_LANE, COLOUR_PAPER, GRAPHIC_CONTRAST},
        {"text on a strip", COLOUR_INK, COLOUR_STRIP, TEXT_CONTRAST},
        {"text on a panel", COLOUR_INK, COLOUR_PANEL, TEXT_CONTRAST},
        {"numbers on a panel", COLOUR_ACCENT, COLOUR_PANEL, TEXT_CONTRAST},
    };
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        if (is_written(checking, checks[i].text) && is_written(checking, checks[i].ground))
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
        struct diag *diag = diag_report(diags, &E523, SPAN_OF(style, size),
                                        "text in the style `%s` is too small to read", name);
        diag_hint(diags, diag, "use %d pt or more", least / MILLI_PER_POINT);
    }
    if (measured->leading < measured->size) {
        struct diag *diag = diag_report(diags, &E523, SPAN_OF(style, leading),
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

/* A colour meant for text is itself at fault; one meant for something else was the wrong choice. */
static void check_style_colour(struct checking *checking, const struct theme_style *style, int role)
{
    enum theme_colour colour = style->colour ? (enum theme_colour)(style->colour - 1) : COLOUR_INK;
    enum theme_colour ground = role == STYLE_TABLE_HEADER ? COLOUR_BAND : COLOUR_PAPER;
    if (is_checked(colour, ground))
        return;
    struct written text = colour_written(checking, colour);
    struct span chosen = SPAN_OF(style, colour);
    bool for_text = colour == COLOUR_ACCENT;
    if (!for_text || (is_own(checking, chosen) && !is_own(checking, text.span)))
        text.span = chosen;
    check_contrast(checking, for_text ? "text in the accent colour" : "text in this colour", text,
                   colour_written(checking, ground), TEXT_CONTRAST);
}

static void check_styles(struct checking *checking)
{
    for (int role = 0; role < STYLE_ROLE_COUNT; role++) {
        const struct theme_style *style = checking->file->styles->roles[role];
        if (!style)
            continue; /* made of another, which is looked at */
        check_size(checking->diags, style, role, &checking->theme->styles[role]);
        check_style_colour(checking, style, role);
    }
}

static struct written tone_written(struct colour colour, const struct theme_tone *tone,
                                   const char *key)
{
    return (struct written){colour, record_span_of(tone, key)};
}

static void check_tones(struct checking *checking)
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
        struct written on_fill = tone->mark_on_fill.at
                                     ? tone_written(measured->mark_on_fill, tone, "mark_on_fill")
                                     : mark;
        check_contrast(checking, "the shape on this tone", on_fill, fill, GRAPHIC_CONTRAST);
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
    struct diag *diag = diag_report(diags, &E526, record_span_of(page, name),
                                    "the %s has no room in its margin", name);
    diag_hint(diags, diag,
              "it counts from the edge of the paper, in millimetres; 9 is a good place in a "
              "margin of 19");
}

static void check_page(struct diags *diags, const struct theme_page *page,
                       const struct theme *theme)
{
    check_running_place(diags, page, "footer", theme->footer_baseline, theme->margin_bottom, theme);
    milli width = theme->page_width - theme->margin_left - theme->margin_right - theme_axis(theme);
    milli height = theme->page_height - theme->margin_top - theme->margin_bottom;
    if (width >= LEAST_WIDTH && height >= LEAST_HEIGHT)
        return;
    const char *across = theme->zone ? "zone" : "margin_left";
    const char *side = width < LEAST_WIDTH ? across : "margin_top";
    struct diag *diag = diag_report(diags, &E526, record_span_of(page, side),
                                    "the margins leave too little of the page for text");
    diag_hint(diags, diag, "margins are in millimetres; 24 is a good width");
}

void theme_check(struct diags *diags, const struct theme_file *file, const struct theme *theme)
{
    struct checking checking = {.diags = diags, .theme = theme, .file = file};
    check_page(diags, file->page, theme);
    check_colours(&checking);
    check_styles(&checking);
    check_tones(&checking);
    report_contrasts(&checking);
}
