/* Markdown to blocks: md4c's events become calls of the builder, and nothing more. */
#include "doc/markdown.h"

#include "doc/doc_codes.h"
#include "doc/markdown/spans.h"

#include <md4c.h>

enum { STOP = 1 }; /* what a callback returns to end the parse */

/* ---- where md4c's texts are ---- */

/* md4c hands out parts of the text it was given, or texts of its own where that is impossible. */
static struct part part_of(const struct builder *builder, const char *text, size_t size)
{
    uintptr_t start = (uintptr_t)builder->rendered->text.at;
    uintptr_t at = (uintptr_t)text;
    bool inside = at >= start && at + size <= start + builder->rendered->text.len;
    return (struct part){{text, size}, inside ? (size_t)(at - start) : NOT_IN_TEXT};
}

static void add_entity(struct builder *builder, struct buf *out, struct part entity)
{
    struct str text = entity_text(builder->arena, entity.text);
    if (!text.at)
        diag_report(builder->diags, &E404, builder_origin(builder, entity),
                    "`" STR_FMT "` is not the name of a character we know", STR_ARG(entity.text));
    buf_add(out, text);
}

/* An attribute's text with its entities decoded; its place is known when it has none. */
static struct part attribute(struct builder *builder, const MD_ATTRIBUTE *attribute)
{
    struct part whole = part_of(builder, attribute->text, attribute->size);
    if (whole.at != NOT_IN_TEXT || !attribute->size)
        return whole;
    struct buf out = {.arena = builder->arena};
    for (size_t i = 0; attribute->substr_offsets[i] < attribute->size; i++) {
        MD_OFFSET start = attribute->substr_offsets[i], end = attribute->substr_offsets[i + 1];
        struct part part = {str_part(whole.text, start, end), NOT_IN_TEXT};
        if (attribute->substr_types[i] == MD_TEXT_ENTITY)
            add_entity(builder, &out, part);
        else
            buf_add(&out, part.text);
    }
    return (struct part){buf_str(&out), NOT_IN_TEXT};
}

/* ---- blocks ---- */

static int open_list(struct builder *builder, bool ordered, int64_t start, bool tight)
{
    struct block *block;
    if (!builder_open(builder, BLOCK_LIST, &block))
        return STOP;
    block->ordered = ordered;
    block->start = start;
    block->tight = tight;
    return 0;
}

static void open_cell(struct builder *builder, const MD_BLOCK_TD_DETAIL *detail)
{
    static const enum cell_align aligns[] = {[MD_ALIGN_DEFAULT] = ALIGN_START,
                                             [MD_ALIGN_LEFT] = ALIGN_START,
                                             [MD_ALIGN_CENTER] = ALIGN_CENTRE,
                                             [MD_ALIGN_RIGHT] = ALIGN_END};
    struct block *block;
    if (!builder_open(builder, BLOCK_CELL, &block))
        return;
    block->header = builder->in_table_head;
    block->align = aligns[detail->align];
}

static int open_plain(struct builder *builder, enum block_kind kind)
{
    struct block *block;
    return builder_open(builder, kind, &block) ? 0 : STOP;
}

static void open_heading(struct builder *builder, const MD_BLOCK_H_DETAIL *detail)
{
    struct block *block;
    if (builder_open(builder, BLOCK_HEADING, &block))
        block->level = (int)detail->level;
}

static void open_table(struct builder *builder, const MD_BLOCK_TABLE_DETAIL *detail)
{
    struct block *block;
    if (builder_open(builder, BLOCK_TABLE, &block))
        block->columns = detail->col_count;
}

static void open_row(struct builder *builder)
{
    struct block *block;
    if (builder_open(builder, BLOCK_ROW, &block))
        block->header = builder->in_table_head;
}

static int open_ordered(struct builder *builder, const MD_BLOCK_OL_DETAIL *detail)
{
    return open_list(builder, true, detail->start, detail->is_tight);
}

static int open_bullets(struct builder *builder, const MD_BLOCK_UL_DETAIL *detail)
{
    return open_list(builder, false, 1, detail->is_tight);
}

static void open_fence(struct builder *builder, const MD_BLOCK_CODE_DETAIL *detail)
{
    fence_open(builder, attribute(builder, &detail->info));
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct builder *builder = data;
    switch (type) {
    case MD_BLOCK_QUOTE: return open_plain(builder, BLOCK_QUOTE);
    case MD_BLOCK_UL: return open_bullets(builder, detail);
    case MD_BLOCK_OL: return open_ordered(builder, detail);
    case MD_BLOCK_LI: return open_plain(builder, BLOCK_ITEM);
    case MD_BLOCK_HR: return open_plain(builder, BLOCK_RULE);
    case MD_BLOCK_P: return open_plain(builder, BLOCK_PARAGRAPH);
    case MD_BLOCK_H: open_heading(builder, detail); break;
    case MD_BLOCK_CODE: open_fence(builder, detail); break;
    case MD_BLOCK_TABLE: open_table(builder, detail); break;
    case MD_BLOCK_THEAD: builder->in_table_head = true; break;
    case MD_BLOCK_TR: open_row(builder); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: open_cell(builder, detail); break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_HTML: break;
    }
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    (void)detail;
    struct builder *builder = data;
    if (type == MD_BLOCK_THEAD)
        builder->in_table_head = false;
    else if (type == MD_BLOCK_CODE)
        fence_close(builder);
    else if (type != MD_BLOCK_DOC && type != MD_BLOCK_TBODY && type != MD_BLOCK_HTML)
        builder_close(builder);
    return 0;
}

/* ---- inlines ---- */

static bool open_link(struct builder *builder, const MD_SPAN_A_DETAIL *detail)
{
    return builder_open_link(builder, attribute(builder, &detail->href),
                             attribute(builder, &detail->title));
}

static void open_picture(struct builder *builder, const MD_SPAN_IMG_DETAIL *detail)
{
    builder_open_picture(builder, attribute(builder, &detail->src));
}

static int enter_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct builder *builder = data;
    bool going = true;
    switch (type) {
    case MD_SPAN_EM:
        lost_check_asterisk(builder);
        going = builder_open_inline(builder, INLINE_EMPHASIS);
        break;
    case MD_SPAN_STRONG: going = builder_open_inline(builder, INLINE_STRONG); break;
    case MD_SPAN_A: going = open_link(builder, detail); break;
    case MD_SPAN_IMG: open_picture(builder, detail); break;
    case MD_SPAN_CODE: builder_open_code(builder); break;
    default: break; /* of extensions that are off */
    }
    return going ? 0 : STOP;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *data)
{
    (void)detail;
    struct builder *builder = data;
    switch (type) {
    case MD_SPAN_EM:
    case MD_SPAN_STRONG:
    case MD_SPAN_A: builder_close_inline(builder); break;
    case MD_SPAN_IMG: builder_close_picture(builder); break;
    case MD_SPAN_CODE: builder_close_code(builder); break;
    default: break;
    }
    return 0;
}

static int text(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE size, void *data)
{
    struct builder *builder = data;
    struct part part = part_of(builder, at, size);
    switch (type) {
    case MD_TEXT_BR: builder_break(builder, true); break;
    case MD_TEXT_SOFTBR: builder_break(builder, false); break;
    case MD_TEXT_ENTITY: builder_entity(builder, part); break;
    case MD_TEXT_CODE:
        if (builder->fence)
            fence_text(builder, part);
        else
            builder_code_text(builder, part);
        break;
    default: builder_text(builder, part); break;
    }
    return 0;
}

/* ---- the whole ---- */

/* False when the parse had to be given up before the end. */
static bool parse(struct builder *builder)
{
    static const MD_PARSER parser = {
        .abi_version = 0,
        .flags = MD_FLAG_TABLES | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = text,
    };
    struct str source = builder->rendered->text;
    int result = md_parse(source.at, (MD_SIZE)source.len, &parser, builder);
    if (result < 0)
        diag_report(builder->diags, &E419, rendered_origin(builder->rendered, 0, source.len),
                    "the text cannot be taken apart for want of memory");
    return result == 0 && !builder->given_up;
}

const struct block *markdown_read(struct arena *arena, struct diags *diags,
                                  const struct rendered *rendered, const struct briefing *briefing,
                                  const struct component *const *components)
{
    size_t errors = diags->errors;
    rendered = table_lines_widen(arena, rendered);
    struct builder builder = {.arena = arena,
                              .diags = diags,
                              .rendered = rendered,
                              .briefing = briefing,
                              .components = components};
    builder.document = block_add(arena, NULL, BLOCK_DOCUMENT, (struct span){0});
    builder.block = builder.document;
    bool whole = parse(&builder);
    if (!builder.document->origin.source)
        builder.document->origin = rendered_origin(rendered, 0, rendered->text.len);
    if (whole) {
        lost_check(&builder, rendered->text.len);
        lost_check_definitions(&builder);
        outline_check(arena, diags, builder.document);
    }
    return diags->errors == errors ? builder.document : NULL;
}
