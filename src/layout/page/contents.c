/* The list of contents: its lines are set after everything else and then put in their place; they
   get their page numbers once the galley is cut. No page is laid out twice. */
#include "layout/flow/flow.h"

enum {
    NUMBER_WIDTH = 36000, /* kept free at the right for the number of a page */
    LEVEL_INDENT = 16000,
};

void flow_contents(struct flow *flow, const struct contents *contents)
{
    labels_flush(flow);
    element_id element = flow_open(flow, TAG_TOC, (struct span){0});
    flow_close(flow);
    *LIST_ADD(flow->arena, &flow->contents) = (struct contents_place){
        .element = element,
        .contents = contents,
        .strip = flow->galley.strips.count,
        .left = flow->left + flow_to_column(flow),
        .pending = flow->pending,
    };
    flow->pending = (struct pending){0};
    flow->pending.after = flow->request->theme->styles[STYLE_BODY].space_after;
}

/* ---- lines ---- */

static int32_t add_target(struct flow *flow, element_id link, const struct heading_place *heading)
{
    *LIST_ADD(flow->arena, &flow->links) = (struct link_target){
        .element = link,
        .destination = heading->element,
        .description = heading->title,
    };
    return (int32_t)(flow->links.count - 1);
}

/* The whole line is a link, up to the number. */
static void widen_areas(struct flow *flow, struct strip *strip, int32_t link)
{
    strip->content.areas.count = 0;
    *LIST_ADD(flow->arena, &strip->content.areas) = (struct link_area){
        .link = link,
        .area = {flow->left, 0, flow_width(flow), strip->height},
    };
}

static void set_title(struct flow *flow, const struct heading_place *heading, struct look look,
                      int32_t entry)
{
    const struct text_style *style = &flow->request->theme->styles[STYLE_CONTENTS];
    struct run_list runs = {0};
    runs_add_text(flow, &runs, &look, heading->title, (struct span){0});
    struct paragraph paragraph = setting_paragraph(
        &runs, flow_width(flow) - theme_scaled(flow->request->theme, NUMBER_WIDTH), style->leading);
    struct lines lines = setting_break(flow, &paragraph, "the list of contents");
    milli baseline = setting_baseline(flow, &look, style->leading);
    for (size_t i = 0; i < lines.count; i++) {
        struct strip *strip = flow_strip(flow, style->leading, i ? 0 : style->space_before);
        strip->before = i ? BREAK_FORBIDDEN : strip->before;
        strip->entry = i + 1 == lines.count ? entry : -1;
        setting_line(flow, &strip->content, runs.items, &lines.items[i], flow->left, baseline);
        widen_areas(flow, strip, look.link);
    }
    flow->entries.items[entry].baseline = baseline;
    flow->pending.after = style->space_after;
}

static void set_entry(struct flow *flow, size_t index, int depth)
{
    const struct heading_place *heading = &flow->headings.items[index];
    milli indent = depth * theme_scaled(flow->request->theme, LEVEL_INDENT);
    flow_open(flow, TAG_TOCI, (struct span){0});
    element_id reference = flow_open(flow, TAG_REFERENCE, (struct span){0});
    struct look look = look_of(flow, STYLE_CONTENTS, 0);
    look.element = flow_inline_element(flow, TAG_LINK, reference);
    look.link = add_target(flow, look.element, heading);
    look.features = SHAPE_TABULAR;
    int32_t entry = (int32_t)flow->entries.count;
    *LIST_ADD(flow->arena, &flow->entries) =
        (struct contents_entry){.heading = index, .link = look.link};
    flow_indent(flow, indent);
    set_title(flow, heading, look, entry);
    flow_indent(flow, -indent);
    flow_close(flow);
    flow_close(flow);
}

/* Like the lines of a paragraph: at least two entries stand together on a page. The entries are all
   that is in the galley now. */
static void bind_ends(struct flow *flow)
{
    struct strip_list *strips = &flow->galley.strips;
    size_t entries = 0, count = 0;
    for (size_t i = 0; i < strips->count; i++)
        count += strips->items[i].entry >= 0;
    for (size_t i = 0; i < strips->count; i++) {
        bool begins = i && strips->items[i - 1].entry >= 0;
        entries += begins;
        if (begins)
            strips->items[i].before =
                entries == 1 || entries + 1 == count ? BREAK_FORBIDDEN : BREAK_INSIDE;
    }
}

/* Headings and entries are both in the order of the document. */
static void set_entries(struct flow *flow, const struct contents_place *place)
{
    flow->pending = place->pending;
    flow->left = place->left;
    *LIST_ADD(flow->arena, &flow->open) = place->element;
    size_t heading = 0;
    for (size_t i = 0; i < place->contents->count; i++) {
        while (flow->headings.items[heading].block != place->contents->entries[i].heading)
            heading++;
        set_entry(flow, heading, place->contents->entries[i].depth);
    }
    if (!place->contents->count) /* with no entries, it should not be announced as a list */
        flow_element(flow, place->element)->tag = TAG_DIV;
    flow_close(flow);
    bind_ends(flow);
}

/* ---- in their place ---- */

static void add_strips(struct arena *arena, struct strip_list *to, const struct strip_list *from,
                       size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        *LIST_ADD(arena, to) = from->items[i];
}

/* The entries were set into a list of their own: put them before the strip that came after. */
static void splice(struct flow *flow, const struct strip_list *all, size_t at)
{
    struct strip_list entries = flow->galley.strips, joined = {0};
    add_strips(flow->arena, &joined, all, 0, at);
    add_strips(flow->arena, &joined, &entries, 0, entries.count);
    add_strips(flow->arena, &joined, all, at, all->count);
    flow->galley.strips = joined;
}

void contents_set(struct flow *flow)
{
    for (size_t i = flow->contents.count; i-- > 0;) { /* from behind, so that places stay right */
        const struct contents_place place = flow->contents.items[i];
        const struct strip_list all = flow->galley.strips;
        flow->galley.strips = (struct strip_list){0};
        set_entries(flow, &place);
        splice(flow, &all, place.strip);
    }
}

/* ---- numbers ---- */

static void find_pages(struct flow *flow, const struct cuts *cuts)
{
    for (size_t page = 0; page < cuts->count; page++)
        for (size_t i = cuts->starts[page]; i < cut_end(cuts, page, &flow->galley); i++)
            if (flow->galley.strips.items[i].heading >= 0)
                flow->headings.items[flow->galley.strips.items[i].heading].page = (int32_t)page;
}

static void set_number(struct flow *flow, struct strip *strip)
{
    const struct contents_entry *entry = &flow->entries.items[strip->entry];
    struct link_target *target = &flow->links.items[entry->link];
    int32_t page =
        (int32_t)flow->request->pages_before + flow->headings.items[entry->heading].page + 1;
    struct look look = look_of(flow, STYLE_CONTENTS, target->element);
    look.features = SHAPE_TABULAR;
    struct run_list runs = {0};
    /* The space keeps the number apart from the title when the line is read out or copied. */
    struct str number = str_format(flow->arena, "\u00A0%d", (int)page);
    runs_add_text(flow, &runs, &look, number, (struct span){0});
    struct paragraph paragraph = setting_paragraph(&runs, flow->width, 0);
    paragraph.side = SIDE_RIGHT;
    struct lines lines = setting_break(flow, &paragraph, "the list of contents");
    if (lines.count)
        setting_line(flow, &strip->content, runs.items, lines.items, 0, entry->baseline);
    target->description =
        str_format(flow->arena, STR_FMT ", page %d", STR_ARG(target->description), (int)page);
}

void contents_number(struct flow *flow, const struct cuts *cuts)
{
    find_pages(flow, cuts);
    for (size_t i = 0; i < flow->galley.strips.count; i++)
        if (flow->galley.strips.items[i].entry >= 0)
            set_number(flow, &flow->galley.strips.items[i]);
}
