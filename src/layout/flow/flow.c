/* The flow: keeps the open elements, the left edge and the space that is due, and sets lines into
 * it. */
#include "layout/flow/flow.h"

#include "base/unseen.h"
#include "base/utf8.h"
#include "layout/layout_codes.h"

#include <assert.h>

/* ---- from runs to lines ---- */

struct paragraph setting_paragraph(const struct run_list *runs, milli width, milli leading)
{
    return (struct paragraph){
        .runs = runs->items, .count = runs->count, .width = width, .leading = leading};
}

/* ---- what cannot be set ---- */

static void report_wide(struct flow *flow, struct str word, struct span origin, const char *place)
{
    enum { SHOWN = 60 };
    size_t end = word.len < SHOWN ? word.len : utf8_check(str_part(word, 0, SHOWN));
    struct span written = document_word_place(flow->request->document, word, origin);
    struct diag *diag =
        diag_report(flow->diags, &E520, written, "the word `" STR_FMT "%s` is too wide for %s",
                    STR_ARG(str_part(word, 0, end)), end < word.len ? "..." : "", place);
    struct unseen blank;
    if (unseen_find(word, 0, UNSEEN_BLANK, &blank))
        diag_hint(flow->diags, diag, "it is held together by " STR_FMT ": write plain spaces",
                  STR_ARG(unseen_label(flow->arena, &blank)));
    else
        diag_hint(flow->diags, diag, "write it shorter, or in parts that a space separates");
    if (origin.source && written.source != origin.source)
        diag_note(flow->diags, diag, origin, "it is printed for this");
}

static void report_overfull(struct flow *flow, const struct paragraph *paragraph,
                            const struct lines *lines, const char *place)
{
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->items[i];
        if (line->overfull && line->count)
            report_wide(flow, str_trim(line->pieces[0].text),
                        paragraph->runs[line->pieces[0].run].origin, place);
    }
}

struct lines setting_finish(struct flow *flow, struct breaking *begun,
                            const struct paragraph *paragraph, const char *place)
{
    struct lines lines = paragraph_finish(begun, flow->request->hyphens, paragraph);
    report_overfull(flow, paragraph, &lines, place);
    return lines;
}

struct paragraph_widths setting_measure(struct flow *flow, const struct paragraph *paragraph)
{
    struct arena_mark mark = arena_mark(flow->scratch);
    struct paragraph_widths widths = paragraph_widths_of(
        paragraph_begin(flow->arena, flow->scratch, flow->request->metrics, paragraph));
    arena_release(flow->scratch, mark);
    return widths;
}

struct lines setting_break(struct flow *flow, const struct paragraph *paragraph, const char *place)
{
    struct arena_mark mark = arena_mark(flow->scratch);
    struct breaking *begun =
        paragraph_begin(flow->arena, flow->scratch, flow->request->metrics, paragraph);
    struct lines lines = setting_finish(flow, begun, paragraph, place);
    arena_release(flow->scratch, mark);
    return lines;
}

/* The first word of a run that is wider than `width`; absent when it takes several runs. */
static struct str wide_word(struct flow *flow, const struct run *run, milli width)
{
    struct run word = *run;
    struct paragraph paragraph = {.runs = &word, .count = 1, .width = flow->width};
    for (size_t at = 0; at < run->text.len;) {
        size_t end = str_find(run->text, ' ', at);
        word.text = str_part(run->text, at, end);
        if (setting_measure(flow, &paragraph).least > width)
            return word.text;
        at = end + 1;
    }
    return STR_NONE;
}

void setting_report_wide(struct flow *flow, const struct run_list *runs, milli width,
                         const char *place)
{
    for (size_t i = 0; i < runs->count; i++) {
        struct str word = wide_word(flow, &runs->items[i], width);
        if (!word.at)
            continue;
        report_wide(flow, word, runs->items[i].origin, place);
        return;
    }
    report_wide(flow, str_trim(runs->items[0].text), runs->items[0].origin, place);
}

bool flow_lacks_anew(struct flow *flow, uint32_t code_point)
{
    for (size_t i = 0; i < flow->lacking.count; i++)
        if (flow->lacking.items[i] == code_point)
            return false;
    *LIST_ADD(flow->arena, &flow->lacking) = code_point;
    return true;
}

/* Does none of the faces that may set the text have this character? */
static bool is_lacking(const struct flow *flow, enum face face, struct str character)
{
    const struct metrics *metrics = flow->request->metrics;
    bool covered = metrics->covers(metrics->self, face, character);
    for (size_t i = 0; i < metrics->fallback_count && !covered; i++)
        covered = metrics->covers(metrics->self, (enum face)(FACE_FALLBACK + i), character);
    return !covered;
}

/* The character to blame for a glyph that is not there: of a letter with marks, the one that no
   font has. */
static struct str lacking_character(const struct flow *flow, enum face face, struct str letter)
{
    for (size_t at = 0, end = 0; at < letter.len; at = end) {
        utf8_next(letter, &end);
        if (is_lacking(flow, face, str_part(letter, at, end)))
            return str_part(letter, at, end);
    }
    return letter;
}

/* Once a character, however often it stands in the text. */
static void report_lacking(struct flow *flow, enum face face, struct str letter, struct span origin)
{
    struct str character = lacking_character(flow, face, letter);
    size_t end = 0;
    uint32_t code_point = character.len ? utf8_next(character, &end) : 0;
    if (!flow_lacks_anew(flow, code_point))
        return;
    const char *circle = utf8_columns(code_point) ? "" : "\u25CC"; /* for a mark to stand on */
    struct diag *diag = diag_report(flow->diags, &E510, origin,
                                    "the fonts have no character for `%s" STR_FMT "` (U+%04X)",
                                    circle, STR_ARG(character), (unsigned)code_point);
    diag_hint(flow->diags, diag, "write it in letters that English text has");
}

/* All characters of the glyph's letter: up to where another glyph begins. */
static struct str glyph_letter(const struct piece *piece, size_t i)
{
    size_t start = piece->glyphs.items[i].cluster, end = piece->text.len;
    for (size_t k = 0; k < piece->glyphs.count; k++) {
        size_t other = piece->glyphs.items[k].cluster;
        end = other > start && other < end ? other : end;
    }
    return str_part(piece->text, start, end);
}

static void check_glyphs(struct flow *flow, const struct piece *piece, enum face face,
                         struct span origin)
{
    for (size_t i = 0; i < piece->glyphs.count; i++)
        if (!piece->glyphs.items[i].id)
            report_lacking(flow, face, glyph_letter(piece, i), origin);
}

/* ---- operations ---- */

milli setting_baseline(const struct flow *flow, const struct look *look, milli leading)
{
    const struct metrics *metrics = flow->request->metrics;
    struct extent extent = metrics->extent(metrics->self, look->face, look->size);
    return (leading - extent.ascent - extent.descent) / 2 + extent.ascent;
}

/* Inline elements take their place, outermost first, when their first text is set. */
static void take_place(struct flow *flow, element_id element)
{
    if (element <= 0 || flow->elements.items[element].order)
        return;
    take_place(flow, flow->elements.items[element].parent);
    flow->elements.items[element].order = ++flow->order;
}

void setting_rect(struct flow *flow, struct content *content, struct rect rect,
                  struct colour colour)
{
    struct op *op = LIST_ADD(flow->arena, &content->ops);
    op->kind = OP_RECT;
    op->element = ARTIFACT_LAYOUT;
    op->order = ++flow->order;
    op->x = rect.x;
    op->y = rect.y;
    op->colour = colour;
    op->rect.width = rect.width;
    op->rect.height = rect.height;
}

void setting_background(struct flow *flow, struct content *content, struct rect rect,
                        struct colour colour)
{
    setting_rect(flow, content, rect, colour);
    content->ops.items[content->ops.count - 1].element = ARTIFACT_BACKGROUND;
}

static void add_area(struct flow *flow, struct content *content, const struct run *run,
                     const struct piece *piece, milli x, milli baseline)
{
    const struct metrics *metrics = flow->request->metrics;
    struct extent extent = metrics->extent(metrics->self, run->face, run->size);
    milli top = baseline - run->rise - extent.ascent;
    *LIST_ADD(flow->arena, &content->areas) = (struct link_area){
        .link = run->link,
        .area = {x + piece->x, top, piece->width, extent.ascent + extent.descent},
    };
    if (!flow->links.items[run->link].url.at)
        return;
    struct rect underline = {x + piece->x, baseline + run->size / 8, piece->width, run->size / 18};
    setting_rect(flow, content, underline, run->colour);
}

static void add_piece(struct flow *flow, struct content *content, const struct run *run,
                      const struct piece *piece, milli x, milli baseline)
{
    check_glyphs(flow, piece, run->face, run->origin);
    take_place(flow, run->element);
    struct op *op = LIST_ADD(flow->arena, &content->ops);
    op->kind = OP_TEXT;
    op->element = run->element;
    op->order = ++flow->order;
    op->x = x + piece->x;
    op->y = baseline - run->rise;
    op->colour = run->colour;
    op->text.face = run->face;
    op->text.size = run->size;
    op->text.glyphs = piece->glyphs;
    op->text.text = piece->text;
    op->text.soft_hyphen = piece->soft_hyphen;
    if (run->link >= 0)
        add_area(flow, content, run, piece, x, baseline);
}

void setting_line(struct flow *flow, struct content *content, const struct run *runs,
                  const struct line *line, milli x, milli baseline)
{
    for (size_t i = 0; i < line->count; i++)
        add_piece(flow, content, &runs[line->pieces[i].run], &line->pieces[i], x, baseline);
}

void setting_space(struct flow *flow, struct content *content, const struct run *runs,
                   const struct line *line, milli x, milli baseline)
{
    if (!line->count)
        return;
    const struct piece *last = &line->pieces[line->count - 1];
    const struct run *run = &runs[last->run];
    const struct metrics *metrics = flow->request->metrics;
    const struct piece space = {
        .x = last->x + last->glyphs.width,
        .run = last->run,
        .text = STR(" "),
        .glyphs = metrics->shape(metrics->self, flow->arena, run->face, run->size, STR(" "),
                                 run->features),
    };
    add_piece(flow, content, run, &space, x, baseline);
}

/* ---- the flow ---- */

static element_id add_element(struct flow *flow, enum tag tag, element_id parent)
{
    element_id id = (element_id)flow->elements.count;
    struct element *element = LIST_ADD(flow->arena, &flow->elements);
    element->tag = tag;
    element->parent = parent;
    element->page = -1;
    return id;
}

void flow_init(struct flow *flow, struct arena *arena, struct arena *scratch, struct diags *diags,
               const struct layout_request *request)
{
    const struct theme *theme = request->theme;
    *flow = (struct flow){.arena = arena, .scratch = scratch, .diags = diags, .request = request};
    flow->width = theme->page_width - theme->margin_left - theme->margin_right;
    add_element(flow, TAG_DOCUMENT, -1);
    *LIST_ADD(arena, &flow->open) = 0;
}

milli flow_width(const struct flow *flow)
{
    return flow->width - flow->left - flow->right;
}

milli flow_to_column(const struct flow *flow)
{
    milli axis = theme_axis(flow->request->theme);
    return flow->left < axis ? axis - flow->left : 0;
}

milli flow_page_height(const struct flow *flow)
{
    const struct theme *theme = flow->request->theme;
    return theme->page_height - theme->margin_top - theme->margin_bottom;
}

static element_id current(const struct flow *flow)
{
    return flow->open.items[flow->open.count - 1];
}

element_id flow_open(struct flow *flow, enum tag tag, struct span origin)
{
    element_id id = add_element(flow, tag, current(flow));
    flow->elements.items[id].order = ++flow->order;
    flow->elements.items[id].origin = origin;
    *LIST_ADD(flow->arena, &flow->open) = id;
    return id;
}

element_id flow_inline_element(struct flow *flow, enum tag tag, element_id parent)
{
    return add_element(flow, tag, parent);
}

struct element *flow_element(struct flow *flow, element_id element)
{
    return &flow->elements.items[element];
}

void flow_close(struct flow *flow)
{
    assert(flow->open.count > 1);
    flow->open.count--;
}

milli flow_tightened(const struct flow *flow, milli space, const int shares[TIGHTEST + 1])
{
    return (milli)((int64_t)space * shares[flow->tight] / 100);
}

milli flow_height(const struct flow *flow)
{
    const struct strip_list *strips = &flow->galley.strips;
    milli height = 0;
    for (size_t i = 0; i < strips->count; i++)
        height += strips->items[i].height + (i ? strips->items[i].space : 0);
    return height;
}

struct strip *flow_strip(struct flow *flow, milli height, milli space_before)
{
    struct pending due = flow->pending;
    flow->pending = (struct pending){0};
    struct strip *strip = LIST_ADD(flow->arena, &flow->galley.strips);
    strip->before = due.next;
    strip->begins = due.begins;
    strip->space = (due.after > space_before ? due.after : space_before) + due.extra;
    strip->height = height;
    strip->header = strip->heading = strip->entry = strip->figure = strip->cited_on = -1;
    return strip;
}

void flow_space(struct flow *flow, milli height)
{
    if (height > 0)
        flow->pending.extra += height;
}

void flow_keep(struct flow *flow)
{
    flow->pending.next = BREAK_FORBIDDEN;
}

void flow_page_end(struct flow *flow)
{
    flow->pending.begins = true;
}

void flow_indent(struct flow *flow, milli left)
{
    flow->left += left;
}

/* ---- citations lead to the notes of their sources ---- */

void flow_source_target(struct flow *flow, const struct block *source, element_id element)
{
    *LIST_ADD(flow->arena, &flow->sources) = (struct source_place){source, element};
}

static element_id find_source(const struct flow *flow, const struct block *source)
{
    for (size_t i = 0; i < flow->sources.count; i++)
        if (flow->sources.items[i].block == source)
            return flow->sources.items[i].element;
    return -1;
}

void citations_resolve(struct flow *flow)
{
    for (size_t i = 0; i < flow->links.count; i++)
        if (flow->links.items[i].source)
            flow->links.items[i].destination = find_source(flow, flow->links.items[i].source);
}
