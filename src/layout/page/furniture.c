/* What every page repeats: its foot, with "Page X of Y". All of it is artifacts. */
#include "layout/flow/flow.h"

#include "base/utf8.h"

enum { SIDE_GAP = 18000 }; /* between the left and the right text */

struct running {
    struct running_text line;
    enum cell_side side;
    element_id artifact;
    milli width;
    milli baseline;
};

static struct run_list running_runs(struct flow *flow, const struct running *running)
{
    struct look look = look_of(flow, STYLE_RUNNING, running->artifact);
    struct run_list runs = {0};
    runs_add_text(flow, &runs, &look, running->line.text, running->line.origin);
    return runs;
}

static struct paragraph running_paragraph(const struct flow *flow, const struct running *running,
                                          const struct run_list *runs)
{
    const struct text_style *style = &flow->request->theme->styles[STYLE_RUNNING];
    struct paragraph paragraph = setting_paragraph(runs, running->width, style->leading);
    paragraph.side = running->side;
    return paragraph;
}

/* How wide a text is on one line; 0 when it is absent. */
static milli running_width(struct flow *flow, const struct running *running)
{
    struct run_list runs = running_runs(flow, running);
    if (!runs.count)
        return 0;
    struct paragraph paragraph = running_paragraph(flow, running, &runs);
    return setting_measure(flow, &paragraph).natural;
}

static struct lines break_running(struct flow *flow, const struct running *running,
                                  struct run_list *runs, struct paragraph *paragraph)
{
    *runs = running_runs(flow, running);
    *paragraph = running_paragraph(flow, running, runs);
    return setting_break(flow, paragraph, "the foot");
}

/* The words of a text that end within its first `len` bytes; the characters, when that is only a
   part of the first word. */
static struct str words_within(struct str text, size_t len)
{
    size_t most = len < text.len ? len : text.len, end = most;
    while (end > 0 && end < text.len && text.at[end] != ' ')
        end--;
    return str_trim(str_part(text, 0, end ? end : utf8_check(str_part(text, 0, most))));
}

/* As much of a text as fits, followed by an ellipsis; found by bisection, in bytes. No letter is
   narrower than an eighth of its size, so only the beginning of a long text is looked at. */
static struct str cut_to_room(struct flow *flow, const struct running *whole)
{
    enum { NARROWEST = 8 };
    milli size = flow->request->theme->styles[STYLE_RUNNING].size;
    struct str text = whole->line.text, best = words_within(text, 1);
    size_t low = 0, high = (size_t)(whole->width / (size / NARROWEST) + 1);
    high = high < text.len ? high : text.len;
    while (low < high) {
        size_t middle = high - (high - low) / 2;
        struct running tried = *whole;
        struct run_list runs;
        struct paragraph paragraph;
        struct str kept = words_within(text, middle);
        tried.line.text = str_format(flow->arena, STR_FMT "…", STR_ARG(kept));
        if (kept.len <= middle && break_running(flow, &tried, &runs, &paragraph).count <= 1) {
            best = tried.line.text;
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return best;
}

/* What has no room on the line is left out: it repeats what the paper says elsewhere. */
static void set_running(struct flow *flow, struct content *content, const struct running *whole)
{
    if (!whole->line.text.len || whole->width <= 0)
        return;
    struct running cut = *whole, *running = &cut;
    struct run_list runs;
    struct paragraph paragraph;
    struct lines lines = break_running(flow, running, &runs, &paragraph);
    if (lines.count > 1) {
        cut.line.text = cut_to_room(flow, whole);
        lines = break_running(flow, running, &runs, &paragraph);
    }
    bool right = running->side == SIDE_RIGHT;
    milli x = right ? flow->width - running->width : 0;
    for (size_t i = 0; i < lines.count; i++)
        setting_line(flow, content, runs.items, &lines.items[i], x,
                     running->baseline + (milli)i * paragraph.leading);
}

/* The right text takes what it needs, at most half; the left one what is left over. */
static void set_pair(struct flow *flow, struct content *content, struct running left,
                     struct running right)
{
    right.width = flow->width;
    milli wanted = running_width(flow, &right);
    right.width = wanted < flow->width / 2 ? wanted : flow->width / 2;
    milli gap = theme_scaled(flow->request->theme, SIDE_GAP);
    left.width = flow->width - right.width - (right.width ? gap : 0);
    set_running(flow, content, &left);
    set_running(flow, content, &right);
}

/* A copy that is not the final one says so on every page. */
static struct running_text footer_line(struct flow *flow)
{
    struct running_text line = flow->request->footer_left;
    struct str mark = flow->request->document->mark;
    if (mark.len && line.text.len)
        line.text =
            str_format(flow->arena, STR_FMT ": " STR_FMT, STR_ARG(mark), STR_ARG(line.text));
    else if (mark.len)
        line.text = mark;
    return line;
}

/* Above the letters of the foot. */
static void set_hairline(struct flow *flow, struct content *content, milli baseline)
{
    enum { HAIRLINE = 500 };
    const struct theme *theme = flow->request->theme;
    struct rect rect = {0, baseline - theme->styles[STYLE_RUNNING].size, flow->width, HAIRLINE};
    setting_rect(flow, content, rect, theme->rule);
    content->ops.items[content->ops.count - 1].element = ARTIFACT_FOOTER;
}

static void set_footer(struct flow *flow, struct content *content, size_t page, size_t count)
{
    const struct layout_request *request = flow->request;
    milli height = request->theme->page_height;
    const struct running footer = {.artifact = ARTIFACT_FOOTER,
                                   .baseline = height - request->theme->footer_baseline};
    struct running left = footer, right = footer;
    left.line = footer_line(flow);
    if (left.line.text.len)
        set_hairline(flow, content, footer.baseline);
    right.line.text = str_format(flow->arena, "Page %zu of %zu", page + 1, count);
    right.side = SIDE_RIGHT;
    set_pair(flow, content, left, right);
}

static void add_ops(struct flow *flow, struct page *page, const struct op_list *ops)
{
    page->ops = arena_grow(flow->arena, page->ops, page->op_count, page->op_count + ops->count,
                           sizeof *page->ops);
    for (size_t i = 0; i < ops->count; i++) {
        page->ops[page->op_count] = ops->items[i];
        page->ops[page->op_count++].x += flow->request->theme->margin_left;
    }
}

/* ---- what kind of copy it is ---- */

/* The word across the width of the text, in the middle of the page, and as pale as the band of a
   table, on which all text is legible. */
static void set_watermark(struct flow *flow, struct content *content)
{
    const struct theme *theme = flow->request->theme;
    struct look look = look_of(flow, STYLE_TITLE, ARTIFACT_WATERMARK);
    look.colour = theme->band;
    struct run_list runs = {0};
    runs_add_text(flow, &runs, &look, flow->request->document->mark, (struct span){0});
    struct paragraph paragraph = setting_paragraph(&runs, flow->width, 0);
    milli natural = setting_measure(flow, &paragraph).natural;
    if (natural <= 0)
        return;
    runs.items[0].size = (milli)((int64_t)look.size * flow->width / natural * 95 / 100);
    struct lines lines = setting_break(flow, &paragraph, "the page");
    setting_line(flow, content, runs.items, lines.items, 0, theme->page_height / 2);
}

/* Puts it behind everything else, which means first. */
static void put_behind(struct flow *flow, struct page *page, const struct op_list *ops)
{
    struct page all = {0};
    add_ops(flow, &all, ops);
    size_t count = all.op_count + page->op_count;
    all.ops = arena_grow(flow->arena, all.ops, all.op_count, count, sizeof *all.ops);
    for (size_t i = 0; i < page->op_count; i++)
        all.ops[all.op_count++] = page->ops[i];
    page->ops = all.ops;
    page->op_count = all.op_count;
}

static void mark_pages(struct flow *flow, struct pages *pages)
{
    struct content watermark = {0};
    set_watermark(flow, &watermark);
    for (size_t page = 0; page < pages->count; page++)
        put_behind(flow, &pages->items[page], &watermark.ops);
}

void furniture_set(struct flow *flow, struct pages *pages, size_t total)
{
    if (flow->request->document->mark.len)
        mark_pages(flow, pages);
    for (size_t page = 0; page < pages->count; page++) {
        struct content footer = {0};
        set_footer(flow, &footer, flow->request->pages_before + page, total);
        add_ops(flow, &pages->items[page], &footer.ops);
    }
}
