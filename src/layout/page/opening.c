/* What the first page opens with: a rule, a line that says whose paper it is and for whom, and the
   logo beside the title. */
#include "layout/flow/flow.h"
#include "layout/picture/picture.h"

enum {
    RULE_HEIGHT = 3000,
    RULE_SPACE = 2500, /* from the rule to the line */
    LINE_SPACE = 8000, /* from the line to the title */
    LEAST_GAP = 14173, /* 5 mm between what stands at both ends of the line; else it has two */
    LOGO_GAP = 11339,  /* 4 mm between the logo and what it stands beside */
    BESIDE_SHARE = 40, /* a logo of up to so many hundredths of the width stands beside the title */
};

/* ---- the line ---- */

/* One of the two texts, a paragraph each. */
struct part {
    struct run_list runs;
    struct lines lines;
    milli natural;
};

static struct part part_of(struct flow *flow, const struct running_text *text, bool council)
{
    struct part part = {0};
    if (!text->text.len)
        return part;
    struct look look = look_of(flow, STYLE_RUNNING, flow_open(flow, TAG_P, text->origin));
    if (council) {
        look.colour = flow->request->theme->accent;
        look.face = face_strong(look.face);
        look.element = flow_inline_element(flow, TAG_STRONG, look.element);
    }
    runs_add_text(flow, &part.runs, &look, text->text, text->origin);
    flow_close(flow);
    const struct paragraph paragraph = setting_paragraph(&part.runs, flow_width(flow), 0);
    part.natural = setting_measure(flow, &paragraph).natural;
    part.lines = setting_break(flow, &paragraph, "the page");
    return part;
}

/* Returns how many lines it took. */
static size_t set_part(struct flow *flow, struct content *content, const struct part *part, milli x,
                       milli top)
{
    milli leading = flow->request->theme->styles[STYLE_RUNNING].leading;
    struct look look = look_of(flow, STYLE_RUNNING, 0);
    milli baseline = top + setting_baseline(flow, &look, leading);
    for (size_t i = 0; i < part->lines.count; i++)
        setting_line(flow, content, part->runs.items, &part->lines.items[i], x,
                     baseline + (milli)i * leading);
    return part->lines.count;
}

/* Side by side where there is room, else one below the other. Returns the height. */
static milli set_line(struct flow *flow, struct content *content, milli top)
{
    struct part left = part_of(flow, &flow->request->first_left, true);
    struct part right = part_of(flow, &flow->request->first_right, false);
    milli leading = flow->request->theme->styles[STYLE_RUNNING].leading;
    bool beside = left.natural + LEAST_GAP + right.natural <= flow_width(flow);
    milli x = beside && left.natural ? flow_width(flow) - right.natural : 0;
    size_t lines = set_part(flow, content, &left, 0, top);
    milli below = beside ? top : top + (milli)lines * leading;
    size_t more = set_part(flow, content, &right, x, below);
    size_t all = beside ? (lines > more ? lines : more) : lines + more;
    return (milli)all * leading;
}

/* ---- the logo ---- */

static void add_logo(struct flow *flow, struct strip *strip, milli x, milli y, milli height)
{
    const struct logo *logo = &flow->request->theme->logo;
    element_id figure = flow_open(flow, TAG_FIGURE, logo->span);
    flow_element(flow, figure)->alt = logo->alt;
    flow_element(flow, figure)->box = (struct rect){x, y, logo->width, height};
    strip->figure = figure;
    *LIST_ADD(flow->arena, &strip->content.ops) = (struct op){
        .kind = OP_IMAGE,
        .element = figure,
        .order = ++flow->order,
        .x = x,
        .y = y,
        .image = {logo->picture, logo->width, height},
    };
    flow_close(flow);
}

static milli logo_height(const struct logo *logo)
{
    int64_t height = (int64_t)logo->width * picture_shown_height(logo->picture) /
                     picture_shown_width(logo->picture);
    return height < 1 ? 1 : height > INT32_MAX ? INT32_MAX : (milli)height;
}

/* Beside the title at its right; a broad one above it. Its foot is remembered, for the title's. */
static void set_logo(struct flow *flow, struct strip *strip)
{
    const struct logo *logo = &flow->request->theme->logo;
    milli top = strip->height, height = logo_height(logo);
    bool beside = (int64_t)logo->width * 100 <= (int64_t)flow->width * BESIDE_SHARE;
    add_logo(flow, strip, beside ? flow->width - logo->width : 0, top, height);
    if (beside) {
        flow->right = logo->width + LOGO_GAP;
        flow->logo_foot = top + height;
    } else {
        strip->height += height + LINE_SPACE;
    }
}

/* ---- all of it ---- */

void opening_set(struct flow *flow)
{
    const struct layout_request *request = flow->request;
    const struct theme *theme = request->theme;
    if (!request->first_left.text.len && !request->first_right.text.len && !theme->logo.picture)
        return;
    struct strip *strip = flow_strip(flow, RULE_HEIGHT, 0);
    setting_rect(flow, &strip->content, (struct rect){0, 0, flow->width, RULE_HEIGHT},
                 theme->accent);
    strip->height += RULE_SPACE;
    if (theme->logo.picture)
        set_logo(flow, strip);
    strip->height += set_line(flow, &strip->content, strip->height);
    flow->pending.after = LINE_SPACE;
    flow_keep(flow);
}
