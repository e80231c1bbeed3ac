/* Composes a paper: what Markdown gave, put into sections, with the answers of its components; then
   its words and its lists of contents. */
#include "doc/compose.h"

#include "brief/printed.h"
#include "data/yaml/node.h"
#include "doc/component.h"
#include "doc/composed.h"
#include "doc/settle/settle.h"

#include <assert.h>

/* ---- for components ---- */

struct block *compose_add(struct composer *composer, enum block_kind kind, struct span origin)
{
    return block_add(composer->arena, composer->into, kind, origin);
}

struct block *compose_paragraph(struct composer *composer, struct inline_node *inlines)
{
    struct block *paragraph =
        compose_add(composer, BLOCK_PARAGRAPH, inlines ? inlines->origin : (struct span){0});
    paragraph->inlines = inlines;
    return paragraph;
}

void compose_note(struct composer *composer, struct inline_node *inlines)
{
    if (inlines)
        compose_add(composer, BLOCK_NOTE, inlines->origin)->inlines = inlines;
}

void compose_table(struct composer *composer, const struct table *table)
{
    struct table *copy = ARENA_NEW(composer->arena, struct table);
    *copy = *table;
    compose_add(composer, BLOCK_TABLE, table->origin)->table = copy;
}

void compose_figure(struct composer *composer, const struct briefing *briefing,
                    const struct illustration *illustration)
{
    const struct node *root = briefing->head.node;
    struct illustration *copy = ARENA_NEW(composer->arena, struct illustration);
    *copy = *illustration;
    copy->of_specification = root && root->span.source && root->span.source == copy->named.source;
    compose_add(composer, BLOCK_FIGURE, copy->origin)->illustration = copy;
}

struct block *compose_open(struct composer *composer, enum block_kind kind, struct span origin)
{
    return composer->into = compose_add(composer, kind, origin);
}

struct block *compose_list_open(struct composer *composer, bool ordered, bool tight)
{
    struct block *list = compose_open(composer, BLOCK_LIST, (struct span){0});
    list->ordered = ordered;
    list->tight = tight;
    list->start = 1;
    return list;
}

struct block *compose_item_open(struct composer *composer)
{
    const struct block *list = composer->into, *before = list->last_child;
    struct block *item = compose_open(composer, BLOCK_ITEM, (struct span){0});
    item->start = before ? before->start + 1 : list->start;
    return item;
}

void compose_close(struct composer *composer)
{
    composer->into = composer->into->parent;
}

/* Headings of level 2 open sections, save on the first page of a paper that says where that ends:
   there they are side heads, and those of level 3 are behind it. The next heading of the same level
   or a higher one closes what a heading opened. */
enum { SECTION_LEVEL = 2, SIDE_LEVEL = 3, LOWEST_LEVEL = 6 };

struct block *compose_part_open(struct composer *composer, struct inline_node *heading)
{
    bool heads = composer->level > 0;
    composer->level += heads && composer->level < LOWEST_LEVEL;
    bool side = heads && composer->level == composer->side_level;
    struct block *part = compose_open(composer, side ? BLOCK_SIDE : BLOCK_SECTION, heading->origin);
    part->level = composer->level;
    if (!heads) {
        compose_paragraph(composer, inline_strong(composer->arena, heading))->keeps_next = true;
        return part;
    }
    struct block *words = compose_add(composer, BLOCK_HEADING, heading->origin);
    words->inlines = heading;
    words->level = composer->level;
    return part;
}

void compose_part_close(struct composer *composer)
{
    composer->level = composer->into->level ? composer->into->level - 1 : 0;
    compose_close(composer);
}

/* ---- what Markdown gave ---- */

static void copy_row(const struct block *row, struct cell *cells, struct column *columns,
                     size_t column_count)
{
    const struct block *cell = row->children;
    for (size_t i = 0; i < column_count && cell; i++, cell = cell->next) {
        cells[i].inlines = cell->inlines;
        cells[i].header = cell->header;
        columns[i].align = cell->align;
        columns[i].tabular = cell->align == ALIGN_END;
        columns[i].weight = cell->align == ALIGN_END ? 0 : 1;
    }
}

static void add_table(struct composer *composer, const struct block *block)
{
    size_t rows = 0, header_rows = 0;
    for (const struct block *row = block->children; row; row = row->next) {
        header_rows += row->header && rows == header_rows;
        rows++;
    }
    struct cell *cells = ARENA_ARRAY(composer->arena, struct cell, rows * block->columns);
    struct column *columns = ARENA_ARRAY(composer->arena, struct column, block->columns);
    size_t at = 0;
    for (const struct block *row = block->children; row; row = row->next, at += block->columns)
        copy_row(row, cells + at, columns, block->columns);
    compose_table(composer, &(struct table){
                                .columns = columns,
                                .column_count = block->columns,
                                .cells = cells,
                                .row_count = rows,
                                .header_rows = header_rows,
                                .origin = block->origin,
                            });
}

static void open_copy(struct composer *composer, const struct block *block)
{
    struct block *copy = compose_open(composer, block->kind, block->origin);
    struct block *parent = copy->parent;
    *copy = *block;
    copy->parent = parent;
    copy->children = copy->last_child = copy->next = NULL;
}

/* ---- headings ---- */

struct assembly {
    struct composer composer;
    const struct briefing *briefing;
    struct str mark;
    bool titled;            /* the title has been found */
    bool opens;             /* what comes next opens a first page: a paragraph is its lead */
    bool numbered;          /* sections and their paragraphs are */
    bool tints;             /* the next section is tinted */
    int section, paragraph; /* the last numbers */
};

static void add_mark(struct composer *composer, struct str mark)
{
    struct inline_node *words = inline_text(composer->arena, mark, (struct span){0});
    struct block *block = compose_add(composer, BLOCK_MARK, (struct span){0});
    block->inlines = inline_strong(composer->arena, words);
    block->keeps_next = true;
}

static void close_down_to(struct composer *composer, int level)
{
    while (block_is_section(composer->into) && composer->into->level >= level)
        compose_close(composer);
}

static void open_for(struct assembly *assembly, const struct block *heading)
{
    struct composer *composer = &assembly->composer;
    bool side = heading->level == assembly->composer.side_level;
    close_down_to(composer, heading->level);
    if (!side && heading->level != SECTION_LEVEL)
        return;
    struct block *opened =
        compose_open(composer, side ? BLOCK_SIDE : BLOCK_SECTION, heading->origin);
    opened->level = heading->level;
    opened->tinted = side && assembly->tints;
    assembly->tints = false;
}

/* ---- numbers ---- */

/* The number begins the words, so that it is heard, found and copied with them. */
static void begin_with(struct composer *composer, struct block *block, struct str number)
{
    block->number = number;
    struct str words = str_format(composer->arena, STR_FMT " ", STR_ARG(number));
    struct inline_node *begin = inline_text(composer->arena, words, block->origin);
    begin->next = block->inlines;
    block->inlines = begin;
}

static struct str next_number(struct assembly *assembly)
{
    return str_format(assembly->composer.arena, "%d.%d", assembly->section, ++assembly->paragraph);
}

static void number_section(struct assembly *assembly, struct block *heading)
{
    if (!assembly->numbered || heading->level != SECTION_LEVEL)
        return;
    assembly->paragraph = 0;
    begin_with(&assembly->composer, heading,
               str_format(assembly->composer.arena, "%d", ++assembly->section));
}

/* Paragraphs of a section itself, and the items of its numbered lists: what stands in lists, tables
   and components belongs to the paragraph above. */
static void number_block(struct assembly *assembly, struct block *block)
{
    const struct block *around = block->parent;
    bool item = block->kind == BLOCK_ITEM && around->ordered;
    if (!assembly->numbered || (item ? around->parent : around)->kind != BLOCK_SIDE)
        return;
    if (item)
        block->number = next_number(assembly);
    else if (block->kind == BLOCK_PARAGRAPH && !inlines_are_blank(block->inlines))
        begin_with(&assembly->composer, block, next_number(assembly));
}

static void add_heading(struct assembly *assembly, const struct block *block)
{
    struct composer *composer = &assembly->composer;
    open_for(assembly, block);
    composer->level = block->level;
    open_copy(composer, block);
    struct block *heading = composer->into;
    number_section(assembly, heading);
    compose_close(composer);
    heading->title = block->level == 1 && !assembly->titled;
    if (heading->title && assembly->mark.len)
        add_mark(composer, assembly->mark);
    assembly->titled |= heading->title;
    assembly->opens = heading->title && assembly->composer.side_level;
}

/* ---- where a paper is parted ---- */

static bool parts_paper(const struct block *block)
{
    return block->kind == BLOCK_COMPONENT && block->component->parts;
}

static bool has_first_page(const struct block *read)
{
    for (const struct block *child = read->children; child; child = child->next)
        if (parts_paper(child) && child->component->parts == BLOCK_PAGE_ONE_ENDS)
            return true;
    return false;
}

static void add_parting(struct assembly *assembly, const struct block *block)
{
    close_down_to(&assembly->composer, 1);
    compose_add(&assembly->composer, block->component->parts, block->origin);
    if (block->component->parts == BLOCK_ANNEXES)
        assembly->numbered = false;
    if (assembly->composer.side_level && !assembly->numbered)
        assembly->composer.side_level = SIDE_LEVEL;
}

static void take_marker(struct assembly *assembly, enum section_marker marks)
{
    assembly->tints |= marks == MARKS_TINTED;
    if (marks != MARKS_NUMBERED)
        return;
    assembly->numbered = true;
    assembly->composer.side_level = SECTION_LEVEL;
}

/* ---- all blocks ---- */

static void add_children(struct assembly *assembly, const struct block *block);

static void add_block(struct assembly *assembly, const struct block *block)
{
    struct composer *composer = &assembly->composer;
    open_copy(composer, block);
    struct block *open = composer->into;
    open->large |= assembly->opens && block->kind == BLOCK_PARAGRAPH;
    assembly->opens = false;
    number_block(assembly, open);
    if (block->kind == BLOCK_COMPONENT)
        block->component->compose(composer, assembly->briefing, block->options);
    else
        add_children(assembly, block);
    assert(composer->into == open);
    compose_close(composer);
}

/* Depth is bounded by what Markdown may nest (LIMIT_DOC_DEPTH). */
static void add_children(struct assembly *assembly, const struct block *block)
{
    for (const struct block *child = block->children; child; child = child->next)
        if (child->kind == BLOCK_TABLE && !child->table)
            add_table(&assembly->composer, child);
        else if (child->kind == BLOCK_HEADING)
            add_heading(assembly, child);
        else if (parts_paper(child))
            add_parting(assembly, child);
        else if (child->kind == BLOCK_COMPONENT && child->component->marks)
            take_marker(assembly, child->component->marks);
        else
            add_block(assembly, child);
}

/* ---- lists of contents ---- */

struct headings {
    const struct block **items;
    size_t count, capacity;
};

/* The headings after a block, in the order of the document. */
static void collect_behind(struct arena *arena, const struct block *place,
                           const struct block *block, bool *behind, struct headings *headings)
{
    if (*behind && block->kind == BLOCK_HEADING)
        *LIST_ADD(arena, headings) = block;
    *behind |= block == place;
    for (const struct block *child = block->children; child; child = child->next)
        collect_behind(arena, place, child, behind, headings);
}

static int outermost_level(const struct headings *headings, int outermost)
{
    for (size_t i = 0; i < headings->count; i++)
        if (headings->items[i]->level < outermost)
            outermost = headings->items[i]->level;
    return outermost;
}

static const struct contents *contents_behind(struct arena *arena, const struct block *document,
                                              const struct block *place)
{
    struct headings headings = {0};
    bool behind = false;
    collect_behind(arena, place, document, &behind, &headings);
    int outermost = outermost_level(&headings, place->level);
    struct contents *contents = ARENA_NEW(arena, struct contents);
    contents->entries = ARENA_ARRAY(arena, struct listed_heading, headings.count);
    for (size_t i = 0; i < headings.count; i++) {
        const struct block *heading = headings.items[i];
        struct str title = inlines_text(arena, heading->inlines);
        if (heading->level <= place->level && title.len)
            contents->entries[contents->count++] =
                (struct listed_heading){heading, title, heading->level - outermost};
    }
    return contents;
}

static void list_contents(struct arena *arena, const struct block *document, struct block *block)
{
    if (block->kind == BLOCK_CONTENTS)
        block->contents = contents_behind(arena, document, block);
    for (struct block *child = block->children; child; child = child->next)
        list_contents(arena, document, child);
}

/* ---- paragraphs that tell of all the rest ---- */

static void tell_rest(struct arena *arena, const struct briefing *briefing, struct block *block)
{
    struct block **link = &block->children, *last = NULL;
    while (*link) {
        struct block *child = *link;
        if (child->tell)
            child->inlines = child->tell(arena, briefing, child->options);
        if (child->tell && !child->inlines) {
            *link = child->next;
            continue;
        }
        tell_rest(arena, briefing, child);
        last = child;
        link = &child->next;
    }
    block->last_child = last;
}

/* ---- the stage ---- */

static struct str mark_of(const struct briefing *briefing)
{
    if (!briefing->briefing)
        return STR_NONE;
    printed_key(briefing, NAMED(briefing->briefing, draft));
    return briefing->briefing->draft == ANSWER_YES ? STR("DRAFT") : STR_NONE;
}

const struct document *document_compose(struct arena *arena, const struct block *read,
                                        const struct briefing *briefing, bool large_print)
{
    struct block *blocks = block_add(arena, NULL, BLOCK_DOCUMENT, read->origin);
    struct composer composer = {.arena = arena,
                                .into = blocks,
                                .large_print = large_print,
                                .side_level = has_first_page(read) ? SECTION_LEVEL : 0};
    struct assembly assembly = {composer, briefing, .mark = mark_of(briefing)};
    add_children(&assembly, read);
    document_settle(arena, blocks, briefing);
    tell_rest(arena, briefing, blocks);
    list_contents(arena, blocks, blocks);
    struct document *document = ARENA_NEW(arena, struct document);
    *document = (struct document){blocks, assembly.mark, briefing};
    return document;
}
