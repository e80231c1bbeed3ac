/* Builds the sample document; see tests/support/pdf_sample.h. */
#include "support/pdf_sample.h"

#include "base/utf8.h"

#include <hb.h>
#include <stdio.h>
#include <stdlib.h>

#define LATO "/usr/share/fonts/truetype/lato/"

enum { LEFT = 56693, TOP = 90000, LEADING = 16000, SIZE = 12000 };

static struct font_file read_font(struct arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        fprintf(stderr, "%s is missing: run make deps\n", path);
        exit(1);
    }
    struct buf bytes = {.arena = arena};
    char part[65536];
    for (size_t n; (n = fread(part, 1, sizeof part, file)) > 0;)
        buf_add(&bytes, (struct str){part, n});
    fclose(file);
    return (struct font_file){.path = str_from(path), .bytes = buf_str(&bytes)};
}

struct sample *sample_new(struct arena *arena)
{
    struct sample *sample = ARENA_NEW(arena, struct sample);
    sample->arena = arena;
    sample->pages.width = SAMPLE_PAGE_WIDTH;
    sample->pages.height = SAMPLE_PAGE_HEIGHT;
    sample->pages.title = STR("Children\xE2\x80\x99s services");
    sample->pages.language = STR("en-GB");
    sample->pages.documents = 1;
    struct font_file regular = read_font(arena, LATO "Lato-Regular.ttf");
    for (int face = 0; face < FACE_COUNT; face++)
        sample->fonts.files[face] = regular;
    sample->fonts.files[FACE_ITALIC] = read_font(arena, LATO "Lato-Italic.ttf");
    sample->fonts.files[FACE_BOLD] = read_font(arena, LATO "Lato-Bold.ttf");
    sample_element(sample, TAG_DOCUMENT, -1);
    return sample;
}

void sample_page(struct sample *sample)
{
    size_t count = sample->page_list.count;
    LIST_ADD(sample->arena, &sample->page_list);
    sample->op_room = arena_grow(sample->arena, sample->op_room, count, count + 1, sizeof(size_t));
    sample->link_room =
        arena_grow(sample->arena, sample->link_room, count, count + 1, sizeof(size_t));
    sample->op_room[count] = sample->link_room[count] = 0;
    sample->pages.items = sample->page_list.items;
    sample->pages.count = sample->page_list.count;
    sample->y = TOP;
}

element_id sample_element(struct sample *sample, enum tag tag, element_id parent)
{
    *LIST_ADD(sample->arena, &sample->elements) =
        (struct element){.tag = tag, .parent = parent, .order = sample->order++, .page = -1};
    sample->pages.elements = sample->elements.items;
    sample->pages.element_count = sample->elements.count;
    return (element_id)(sample->elements.count - 1);
}

struct op *sample_op(struct sample *sample, struct op op)
{
    size_t last = sample->page_list.count - 1;
    struct page *page = &sample->page_list.items[last];
    page->ops = list_room(sample->arena, page->ops, page->op_count, &sample->op_room[last],
                          sizeof *page->ops);
    op.order = sample->order++;
    page->ops[page->op_count] = op;
    return &page->ops[page->op_count++];
}

struct link *sample_link(struct sample *sample, element_id element, struct rect area)
{
    size_t last = sample->page_list.count - 1;
    struct page *page = &sample->page_list.items[last];
    page->links = list_room(sample->arena, page->links, page->link_count, &sample->link_room[last],
                            sizeof *page->links);
    page->links[page->link_count] =
        (struct link){.element = element, .area = area, .destination = -1};
    return &page->links[page->link_count++];
}

static struct glyphs glyphs_of(const struct sample *sample, enum face face, struct str text)
{
    struct str file = sample->fonts.files[face].bytes;
    hb_blob_t *blob =
        hb_blob_create(file.at, (unsigned)file.len, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *hb_face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(hb_face);
    int64_t em = hb_face_get_upem(hb_face);
    struct glyph *items = ARENA_ARRAY(sample->arena, struct glyph, text.len);
    struct glyphs glyphs = {.items = items};
    for (size_t at = 0; at < text.len;) {
        struct glyph *glyph = &items[glyphs.count++];
        glyph->cluster = (uint32_t)at;
        hb_codepoint_t id = 0;
        hb_font_get_nominal_glyph(font, utf8_next(text, &at), &id);
        glyph->id = id;
        glyph->advance = (milli)(hb_font_get_glyph_h_advance(font, id) * (int64_t)SIZE / em);
        glyphs.width += glyph->advance;
    }
    hb_font_destroy(font);
    hb_face_destroy(hb_face);
    hb_blob_destroy(blob);
    return glyphs;
}

struct op *sample_text(struct sample *sample, element_id element, milli x, milli y,
                       const char *text)
{
    enum tag tag = element >= 0 ? sample->elements.items[element].tag : TAG_DOCUMENT;
    bool bold = tag == TAG_STRONG || (tag >= TAG_H1 && tag <= TAG_H6);
    enum face face = bold ? FACE_BOLD : FACE_REGULAR;
    struct op op = {.kind = OP_TEXT, .element = element, .x = x, .y = y, .colour = {11, 12, 12}};
    op.text.face = face;
    op.text.size = SIZE;
    op.text.text = str_from(text);
    op.text.glyphs = glyphs_of(sample, face, op.text.text);
    return sample_op(sample, op);
}

struct op *sample_line(struct sample *sample, element_id element, const char *text)
{
    sample->y += LEADING;
    return sample_text(sample, element, LEFT, sample->y, text);
}

/* ---- the full sample ---- */

static element_id heading(struct sample *sample, enum tag tag, const char *text)
{
    element_id id = sample_element(sample, tag, 0);
    sample_line(sample, id, text);
    *LIST_ADD(sample->arena, &sample->bookmarks) =
        (struct bookmark){.level = (int)(tag - TAG_H1) + 1,
                          .title = str_from(text),
                          .element = id,
                          .page = (int32_t)sample->page_list.count - 1,
                          .y = sample->y - SIZE};
    sample->pages.bookmarks = sample->bookmarks.items;
    sample->pages.bookmark_count = sample->bookmarks.count;
    return id;
}

static void furniture(struct sample *sample, const char *number)
{
    sample_text(sample, ARTIFACT_HEADER, LEFT, 40000, "Running header");
    sample_op(sample, (struct op){.kind = OP_RECT,
                                  .element = ARTIFACT_LAYOUT,
                                  .x = LEFT,
                                  .y = 60000,
                                  .rect = {480000, 500}});
    sample_text(sample, ARTIFACT_FOOTER, LEFT, 820000, number);
}

static void list(struct sample *sample)
{
    static const char *const points[] = {"First point", "Second point"};
    element_id id = sample_element(sample, TAG_L, 0);
    sample->elements.items[id].numbering = NUMBERING_DISC;
    for (int i = 0; i < 2; i++) {
        element_id item = sample_element(sample, TAG_LI, id);
        element_id label = sample_element(sample, TAG_LBL, item);
        sample_line(sample, label, "\xE2\x80\xA2");
        element_id body = sample_element(sample, TAG_LBODY, item);
        sample_text(sample, body, LEFT + 12000, sample->y, points[i]);
    }
}

static element_id cell(struct sample *sample, element_id row, enum scope scope, int column,
                       const char *text)
{
    element_id id = sample_element(sample, scope == SCOPE_NONE ? TAG_TD : TAG_TH, row);
    sample->elements.items[id].scope = scope;
    if (text)
        sample_text(sample, id, LEFT + column * 90000, sample->y, text);
    return id;
}

static void table(struct sample *sample)
{
    element_id id = sample_element(sample, TAG_TABLE, 0);
    element_id caption = sample_element(sample, TAG_CAPTION, id);
    sample_line(sample, caption, "Homes by ward");
    sample->y += LEADING;
    element_id head = sample_element(sample, TAG_TR, sample_element(sample, TAG_THEAD, id));
    cell(sample, head, SCOPE_COLUMN, 0, "Ward");
    cell(sample, head, SCOPE_COLUMN, 1, "Homes");
    sample->y += LEADING;
    element_id row = sample_element(sample, TAG_TR, sample_element(sample, TAG_TBODY, id));
    cell(sample, row, SCOPE_ROW, 0, "North");
    cell(sample, row, SCOPE_NONE, 1, NULL);
}

static void span(struct sample *sample, element_id cell, int columns, int rows)
{
    sample->elements.items[cell].column_span = columns;
    sample->elements.items[cell].row_span = rows;
}

static element_id named(struct sample *sample, element_id cell, const element_id *headers,
                        size_t count)
{
    struct element *element = &sample->elements.items[cell];
    element->named = element->tag == TAG_TH;
    element->headers = headers;
    element->header_count = count;
    return cell;
}

/* "Area" beside "Grade", which stands over "2015" and "2017": cells name their headers. */
static void table_of_two_levels(struct sample *sample)
{
    element_id *names = ARENA_ARRAY(sample->arena, element_id, 4);
    element_id id = sample_element(sample, TAG_TABLE, 0);
    element_id head = sample_element(sample, TAG_THEAD, id);
    element_id row = sample_element(sample, TAG_TR, head);
    sample->y += LEADING;
    sample_op(sample, (struct op){.kind = OP_RECT,
                                  .element = ARTIFACT_BACKGROUND,
                                  .x = LEFT,
                                  .y = sample->y - SIZE,
                                  .colour = {230, 230, 230},
                                  .rect = {280000, 2 * LEADING}});
    span(sample, cell(sample, row, SCOPE_COLUMN, 0, "Area"), 1, 2);
    names[0] = named(sample, cell(sample, row, SCOPE_COLUMN, 1, "Grade"), NULL, 0);
    span(sample, names[0], 2, 1);
    sample->y += LEADING;
    row = sample_element(sample, TAG_TR, head);
    names[1] = named(sample, cell(sample, row, SCOPE_COLUMN, 1, "2015"), names, 1);
    names[3] = named(sample, cell(sample, row, SCOPE_COLUMN, 2, "2017"), names, 1);
    sample->y += LEADING;
    row = sample_element(sample, TAG_TR, sample_element(sample, TAG_TBODY, id));
    names[2] = named(sample, cell(sample, row, SCOPE_ROW, 0, "Leaders"), NULL, 0);
    named(sample, cell(sample, row, SCOPE_NONE, 1, "weak"), names, 3);
    named(sample, cell(sample, row, SCOPE_NONE, 2, "good"), names + 2, 2);
}

/* An abbreviation told in full, and words of another language. */
static void spans(struct sample *sample)
{
    element_id paragraph = sample_element(sample, TAG_P, 0);
    element_id short_form = sample_element(sample, TAG_SPAN, paragraph);
    sample->elements.items[short_form].expansion = STR("Department for Education");
    sample_line(sample, short_form, "DfE");
    element_id welsh = sample_element(sample, TAG_SPAN, paragraph);
    sample->elements.items[welsh].language = STR("cy");
    sample_line(sample, welsh, "Cyngor Sir");
}

static void links(struct sample *sample, element_id destination)
{
    element_id paragraph = sample_element(sample, TAG_P, 0);
    sample_line(sample, paragraph, "See ");
    element_id outside = sample_element(sample, TAG_LINK, paragraph);
    sample_text(sample, outside, LEFT + 30000, sample->y, "the report");
    struct link *link =
        sample_link(sample, outside, (struct rect){LEFT + 30000, sample->y - 10000, 60000, 13000});
    link->url = STR("https://example.org/a b/\xC3\xA9?x=1&y=2");
    link->description = STR("The report on example.org");
    sample_text(sample, paragraph, LEFT + 100000, sample->y, " and ");
    element_id inside = sample_element(sample, TAG_LINK, paragraph);
    sample_text(sample, inside, LEFT + 140000, sample->y, "the top");
    link =
        sample_link(sample, inside, (struct rect){LEFT + 140000, sample->y - 10000, 50000, 13000});
    link->destination = destination;
    link->description = STR("The beginning of this document");
}

/* A link in a Reference of its own below `parent`. */
static void reference(struct sample *sample, element_id parent, const char *text,
                      element_id destination)
{
    element_id reference = sample_element(sample, TAG_REFERENCE, parent);
    element_id words = sample_element(sample, TAG_LINK, reference);
    sample_line(sample, words, text);
    struct link *link =
        sample_link(sample, words, (struct rect){LEFT, sample->y - 10000, 60000, 13000});
    link->destination = destination;
    link->description = STR("Another place in this document");
    sample->elements.items[words].alt = STR("another place");
}

static void figure(struct sample *sample)
{
    static const struct path_step triangle[] = {
        {PATH_MOVE, 0, 0, 0, 0, 60000, 600000},
        {PATH_LINE, 0, 0, 0, 0, 160000, 600000},
        {PATH_CURVE, 160000, 560000, 120000, 520000, 110000, 520000},
        {.verb = PATH_CLOSE},
    };
    element_id id = sample_element(sample, TAG_FIGURE, 0);
    struct element *element = &sample->elements.items[id];
    element->alt = STR("Bar chart: 120 homes in North");
    element->page = (int32_t)sample->page_list.count - 1;
    element->box = (struct rect){60000, 520000, 100000, 80000};
    sample_op(sample, (struct op){.kind = OP_PATH,
                                  .element = id,
                                  .colour = {0, 94, 165},
                                  .path = {triangle, 4, true, 0}});
    sample_op(sample, (struct op){.kind = OP_PATH,
                                  .element = id,
                                  .colour = {0, 48, 120},
                                  .path = {triangle, 4, false, 750}});
}

struct sample *sample_full(struct arena *arena)
{
    struct sample *sample = sample_new(arena);
    sample->pages.author = STR("Corporate director");
    sample->pages.subject = STR("Briefing");
    sample_page(sample);
    furniture(sample, "Page 1 of 2");
    element_id top = heading(sample, TAG_H1, "Position");
    heading(sample, TAG_H2, "Inspections");
    list(sample);
    table(sample);
    element_id paragraph = sample_element(sample, TAG_P, 0);
    milli width = sample_line(sample, paragraph, "A paragraph that be")->text.glyphs.width;
    struct op *hyphen = sample_text(sample, paragraph, LEFT + width, sample->y, "-");
    hyphen->text.soft_hyphen = true;
    hyphen->text.text = STR("\xC2\xAD");
    sample_page(sample);
    furniture(sample, "Page 2 of 2");
    sample_line(sample, paragraph, "gins on the page before.");
    heading(sample, TAG_H2, "Sources");
    links(sample, top);
    figure(sample);
    element_id note = sample_element(sample, TAG_NOTE, 0);
    sample_line(sample, note, "1. A note.");
    element_id strong = sample_element(sample, TAG_STRONG, sample_element(sample, TAG_P, 0));
    sample_line(sample, strong, "Strong words.");
    table_of_two_levels(sample);
    spans(sample);
    reference(sample, sample_element(sample, TAG_P, 0), "(1)", note);
    element_id contents = sample_element(sample, TAG_TOC, 0);
    reference(sample, sample_element(sample, TAG_TOCI, contents), "Position", top);
    return sample;
}
