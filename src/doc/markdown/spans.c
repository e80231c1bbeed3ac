/* What stands inside paragraphs: emphasis, links, values; and the tree that is built of it. */
#include "doc/markdown/spans.h"

#include "base/unseen.h"
#include "base/url.h"
#include "base/utf8.h"
#include "doc/doc_codes.h"

/* ---- opening and closing blocks as the Markdown parser meets them ---- */

static bool holds_inlines(const struct block *block)
{
    return block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH ||
           block->kind == BLOCK_CELL;
}

static bool counts_as_nesting(enum block_kind kind)
{
    return kind == BLOCK_LIST || kind == BLOCK_QUOTE;
}

static void end_implied_paragraph(struct builder *builder)
{
    if (!builder->implied)
        return;
    builder->implied = false;
    builder->block = builder->block->parent;
}

static void start_inlines(struct builder *builder, struct block *block)
{
    builder->inline_depth = 0;
    builder->inlines[0] = (struct open_inline){NULL, &block->inlines};
}

bool builder_open(struct builder *builder, enum block_kind kind, struct block **block)
{
    end_implied_paragraph(builder);
    if (counts_as_nesting(kind) && ++builder->nesting > LIMIT_DOC_DEPTH) {
        diag_report(builder->diags, &E405, builder_here(builder),
                    "lists and quotations stand inside one another more than %d times",
                    LIMIT_DOC_DEPTH);
        builder->given_up = true;
        return false;
    }
    if (kind == BLOCK_HEADING && builder->nesting)
        diag_report(builder->diags, &E408, builder_here(builder),
                    "a heading stands inside a list or a quotation");
    *block = builder->block = block_add(builder->arena, builder->block, kind, (struct span){0});
    if (kind == BLOCK_ITEM)
        (*block)->start = NUMBER_UNKNOWN;
    if (kind == BLOCK_RULE) {
        (*block)->origin = builder_here(builder);
        table_lines_check_rule(builder, builder_next_line(builder));
    }
    if (holds_inlines(*block))
        start_inlines(builder, *block);
    return true;
}

static void check_header_cell(struct builder *builder, const struct block *cell)
{
    if (!unseen_is_blank(inlines_text(builder->arena, cell->inlines)))
        return;
    size_t column = 1;
    for (const struct block *b = cell->parent->children; b != cell; b = b->next)
        column++;
    diag_report(builder->diags, &E414, cell->origin.source ? cell->origin : cell->parent->origin,
                "column %zu of the table has no heading", column);
}

/* Cells without text have no place of their own, so they are checked once their row is complete. */
static void check_header_row(struct builder *builder, const struct block *row)
{
    for (const struct block *cell = row->children; cell; cell = cell->next)
        check_header_cell(builder, cell);
}

/* Items keep the numbers that were written. If all are the same, as in `1. 1. 1.`, they are to be
   counted; if they do not rise, nobody can tell which were meant. */
static void number_list(struct builder *builder, struct block *list)
{
    bool rising = true, same = true;
    for (const struct block *item = list->children; item; item = item->next) {
        rising &= item->start != NUMBER_UNKNOWN && (!item->next || item->start < item->next->start);
        same &= item->start == list->children->start;
    }
    if (rising)
        return;
    struct diag *diag = NULL;
    if (!same)
        diag = diag_report(builder->diags, &W404, list->origin,
                           "the numbers of this list do not rise: its items are counted from %lld",
                           (long long)list->start);
    if (diag)
        diag_hint(builder->diags, diag, "number the items in their order");
    int64_t number = list->start;
    for (struct block *item = list->children; item; item = item->next)
        item->start = number++;
}

static void check_rows(struct builder *builder, const struct block *table)
{
    for (const struct block *row = table->children; row; row = row->next)
        if (!row->header)
            return;
    struct diag *diag =
        diag_report(builder->diags, &W408, table->origin, "this table has a head and no rows");
    diag_hint(builder->diags, diag, "write its rows, or leave it out");
}

void builder_close(struct builder *builder)
{
    end_implied_paragraph(builder);
    struct block *block = builder->block;
    if (counts_as_nesting(block->kind))
        builder->nesting--;
    if (!block->origin.source && block->kind != BLOCK_CELL)
        block->origin = builder_here(builder);
    if (block->kind == BLOCK_ROW && block->header)
        check_header_row(builder, block);
    else if (block->kind == BLOCK_ROW && builder->cursor_in_cell == IN_BODY_CELL &&
             block->origin.source)
        table_lines_check_row(builder, builder->cursor, block->parent->columns);
    if (block->kind == BLOCK_HEADING)
        lookalikes_check_heading(builder, block);
    if (block->kind == BLOCK_TABLE)
        check_rows(builder, block);
    if (block->kind == BLOCK_LIST && block->ordered)
        number_list(builder, block);
    builder->block = block->parent;
}

/* The list that inlines go to: a paragraph is supplied where Markdown leaves it out. */
static void ensure_text_block(struct builder *builder)
{
    if (holds_inlines(builder->block))
        return;
    builder->block =
        block_add(builder->arena, builder->block, BLOCK_PARAGRAPH, builder->block->origin);
    builder->implied = true;
    start_inlines(builder, builder->block);
}

struct inline_node *builder_add_inline(struct builder *builder, enum inline_kind kind)
{
    ensure_text_block(builder);
    struct inline_node *node = ARENA_NEW(builder->arena, struct inline_node);
    node->kind = kind;
    struct open_inline *open = &builder->inlines[builder->inline_depth];
    *open->end = node;
    open->end = &node->next;
    return node;
}

/* ---- emphasis, links, code and pictures: inlines that open and close ---- */

bool builder_open_inline(struct builder *builder, enum inline_kind kind)
{
    if (builder->inline_depth == LIMIT_DOC_DEPTH) {
        diag_report(builder->diags, &E405, builder_origin(builder, (struct part){{0}, NOT_IN_TEXT}),
                    "emphasis and links stand inside one another more than %d times",
                    LIMIT_DOC_DEPTH);
        builder->given_up = true;
        return false;
    }
    struct inline_node *node = builder_add_inline(builder, kind);
    builder->inlines[++builder->inline_depth] = (struct open_inline){node, &node->children};
    return true;
}

/* The first value in a part, to say which value made an address wrong. */
static const struct insert *first_insert(const struct builder *builder, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        const struct insert *insert = builder_insert(builder, utf8_next(text, &at));
        if (insert)
            return insert;
    }
    return NULL;
}

/* An address without a place of its own has that of its link: the next one behind the cursor. */
static struct span address_origin(const struct builder *builder, struct part part)
{
    const struct rendered *rendered = builder->rendered;
    size_t start = str_find(rendered->text, '[', builder->cursor);
    size_t end = str_find(rendered->text, ')', start);
    bool placed = part.at != NOT_IN_TEXT && part.text.len;
    if (placed || end >= str_find(rendered->text, '\n', start))
        return builder_origin(builder, part);
    return rendered_origin(rendered, start, end + 1);
}

static void refuse_url(struct builder *builder, struct part part, struct str url)
{
    struct span here = address_origin(builder, part);
    const struct insert *insert = first_insert(builder, part.text);
    bool from_value = insert && insert->origin.source;
    struct diag *diag;
    if (url.len)
        diag = diag_report(builder->diags, &E403, from_value ? insert->origin : here,
                           "a link cannot lead to `" STR_FMT "`", STR_ARG(url));
    else
        diag = diag_report(builder->diags, &E403, from_value ? insert->origin : here,
                           "a link has no address");
    diag_hint(builder->diags, diag, "write a full address, such as https://www.gov.uk/");
    if (from_value)
        diag_note(builder->diags, diag, insert->expression, "the link is made here");
}

/* [Cyngor Sir](lang:cy) is no link: it says in which language its words are. */
#define LANGUAGE_SCHEME "lang:"

static bool open_language(struct builder *builder, struct part part, struct str code)
{
    if (!builder_open_inline(builder, INLINE_LANGUAGE))
        return false;
    struct inline_node *words = builder->inlines[builder->inline_depth].node;
    words->language = code;
    words->origin = builder_origin(builder, part);
    if (language_is_code(code))
        return true;
    struct diag *diag = diag_report(builder->diags, &E420, words->origin,
                                    "`" STR_FMT "` is not a language code", STR_ARG(code));
    diag_hint(builder->diags, diag, "write lang:cy for Welsh, lang:pl for Polish");
    return true;
}

bool builder_open_link(struct builder *builder, struct part url, struct part title)
{
    *LIST_ADD(builder->arena, &builder->addresses) = url.text;
    struct str address = str_trim(rendered_plain(builder->arena, builder->rendered, url.text));
    if (str_starts(address, LANGUAGE_SCHEME))
        return open_language(builder, url,
                             str_part(address, sizeof LANGUAGE_SCHEME - 1, address.len));
    if (!builder_open_inline(builder, INLINE_LINK))
        return false;
    struct inline_node *link = builder->inlines[builder->inline_depth].node;
    link->url = address;
    link->title = rendered_plain(builder->arena, builder->rendered, title.text);
    link->origin = address_origin(builder, url);
    if (!str_starts(link->url, "#") && !url_is_allowed(link->url))
        refuse_url(builder, url, link->url);
    return true;
}

static void check_link_words(struct builder *builder, const struct inline_node *link)
{
    if (!unseen_is_blank(inlines_text(builder->arena, link->children)) || builder->pictures)
        return;
    struct diag *diag =
        diag_report(builder->diags, &E418, link->origin, "a link has no words to click on");
    diag_hint(builder->diags, diag, "write [what it leads to](address)");
}

void builder_close_inline(struct builder *builder)
{
    const struct inline_node *node = builder->inlines[builder->inline_depth--].node;
    if (node->kind == INLINE_LINK)
        check_link_words(builder, node);
}

void builder_open_code(struct builder *builder)
{
    builder->code = ARENA_NEW(builder->arena, struct buf);
    builder->code->arena = builder->arena;
}

void builder_close_code(struct builder *builder)
{
    struct str text = rendered_plain(builder->arena, builder->rendered, buf_str(builder->code));
    builder->code = NULL;
    if (builder->pictures)
        return;
    struct inline_node *node = builder_add_inline(builder, INLINE_CODE);
    text = unseen_clean(builder->arena, text);
    node->text = inline_text(builder->arena, text, (struct span){0})->text;
    node->origin = builder->block->origin;
}

void builder_open_picture(struct builder *builder, struct part url)
{
    builder->pictures++;
    *LIST_ADD(builder->arena, &builder->addresses) = url.text;
    struct span here = address_origin(builder, url);
    if (here.source && here.start > 0 && here.source->text.at[here.start - 1] == '!')
        here.start--;
    struct diag *diag = diag_report(builder->diags, &E402, here,
                                    "pictures come with a component, not with Markdown");
    diag_hint(builder->diags, diag, "say in words what the picture shows");
}

void builder_close_picture(struct builder *builder)
{
    builder->pictures--;
}
