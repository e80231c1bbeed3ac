/* The words of a composed document: citations learn their numbers and where they lead,
   abbreviations are told in full at their first use, what is new or corrected is told beside it,
   and of all that is printed it is noted where it was written. What a component or Markdown gave is
   copied and stays as it is. */
#include "doc/settle/settle.h"

#include "base/list.h"
#include "brief/printed.h"
#include "brief/spec.h"
#include "doc/composed.h"
#include "doc/settle/short_forms.h"
#include "doc/settle/sources.h"

#include <string.h>

#define NO_BREAK_SPACE "\u00A0"

/* ---- what is known while the words are gone through ---- */

/* What a section says with a source, outside its sections of its own: told in one line at the end.
 */
struct home {
    struct cited cited; /* by its text */
    struct cited told;  /* by the lines below its tables */
    /* The last of these lines: the note that ends in it, and what the note says before it. */
    struct block *note;
    struct inline_node *before;
    struct cited line;
    enum source_lead lead;
};

struct settling {
    struct arena *arena;
    const struct briefing *briefing;
    struct abbreviations abbreviations;
    struct numbering numbering;
    struct marks marks;
    bool first_page;   /* of a paper that says where it ends: one section, whatever heads it */
    struct home *home; /* NULL among the evidence, where citations stay where they are */
    LIST(struct block *) lists; /* of sources: their turn comes when all have their numbers */
    struct cited *gathering;    /* takes the citations of what is gone through; NULL: they stay */
};

/* ---- lists of inlines ---- */

/* Where inlines stand. */
struct standing_in {
    bool running; /* in running text, where abbreviations are told in full */
    bool foreign; /* in another language */
    bool link;    /* inside a link, where no other may begin */
    bool marked;  /* where what is new or corrected is told */
};

struct copy {
    struct inline_node *first, *last, **end;
};

static struct inline_node *add_copy(const struct settling *settling, struct copy *copy,
                                    const struct inline_node *node)
{
    struct inline_node *added = ARENA_NEW(settling->arena, struct inline_node);
    *added = *node;
    added->next = NULL;
    *copy->end = copy->last = added;
    copy->end = &added->next;
    return added;
}

static void add_part(const struct settling *settling, struct copy *copy,
                     const struct inline_node *node, size_t start, size_t end)
{
    if (start < end)
        add_copy(settling, copy, node)->text = str_part(node->text, start, end);
}

/* The long form is printed behind it in running text; elsewhere it is only read out. */
static void add_short(const struct settling *settling, struct copy *copy,
                      const struct inline_node *node, const struct abbreviated *found,
                      struct standing_in in)
{
    struct inline_node *word = add_copy(settling, copy, node);
    word->text = str_part(node->text, found->start, found->end);
    if (found->expansion.len && !in.running) {
        word->kind = INLINE_SHORT;
        word->expansion = found->expansion;
    } else if (found->expansion.len) {
        add_copy(settling, copy, node)->text = found->behind;
    }
}

static void add_text(struct settling *settling, struct copy *copy, const struct inline_node *node,
                     struct standing_in in)
{
    struct abbreviated found;
    size_t done = 0;
    while (!in.link && !in.foreign &&
           abbreviation_find(settling->arena, &settling->abbreviations, node->text, done,
                             in.running, &found)) {
        add_part(settling, copy, node, done, found.start);
        add_short(settling, copy, node, &found, in);
        done = found.end;
    }
    add_part(settling, copy, node, done, node->text.len);
}

/* Beside what is new or corrected. */
static void add_mark(struct settling *settling, struct copy *copy, const struct inline_node *node,
                     struct standing_in in)
{
    struct str mark =
        in.marked && !in.link ? mark_behind(settling->arena, &settling->marks, node) : STR_NONE;
    const struct inline_node said = {.kind = INLINE_TEXT, .text = mark};
    add_part(settling, copy, &said, 0, mark.len);
}

static struct inline_node *settled(struct settling *settling, const struct inline_node *inlines,
                                   struct standing_in in);

static bool is_link(const struct inline_node *node, struct standing_in in)
{
    return node->kind == INLINE_LINK && node->url.len && !in.link &&
           !inlines_are_blank(node->children);
}

static void add_group(struct settling *settling, struct copy *copy, const struct inline_node *node,
                      struct standing_in in)
{
    struct inline_node *group = add_copy(settling, copy, node);
    in.link |= is_link(node, in);
    if (node->kind == INLINE_LANGUAGE) {
        printed_add(settling->briefing, node->origin);
        in.foreign = true;
    }
    group->children = settled(settling, node->children, in);
}

static void drop_space(struct inline_node *node)
{
    while (node && node->kind == INLINE_TEXT &&
           (str_ends(node->text, " ") || str_ends(node->text, NO_BREAK_SPACE)))
        node->text.len -= str_ends(node->text, " ") ? 1 : strlen(NO_BREAK_SPACE);
}

static void add_cite(struct settling *settling, struct copy *copy, const struct inline_node *node,
                     struct standing_in in)
{
    if (settling->gathering && !node->pinned) {
        drop_space(copy->last);
        cited_add(&settling->numbering, settling->gathering, node->cite);
        return;
    }
    struct inline_node *cite = add_copy(settling, copy, node);
    if (!in.link)
        citation_number(&settling->numbering, cite);
}

static struct inline_node *settled(struct settling *settling, const struct inline_node *inlines,
                                   struct standing_in in)
{
    struct copy copy = {.end = &copy.first};
    for (const struct inline_node *node = inlines; node; node = node->next) {
        if (node->text.len)
            printed_add(settling->briefing, node->origin);
        if (node->kind == INLINE_TEXT) {
            add_text(settling, &copy, node, in);
            add_mark(settling, &copy, node, in);
        } else if (node->kind == INLINE_CITE) {
            add_cite(settling, &copy, node, in);
        } else {
            add_group(settling, &copy, node, in);
        }
    }
    return copy.first;
}

/* Nothing is printed of what is blank. */
static struct inline_node *words(struct settling *settling, const struct inline_node *inlines)
{
    return inlines_are_blank(inlines)
               ? NULL
               : settled(settling, inlines, (struct standing_in){.running = true, .marked = true});
}

/* The same of the sentences that a paper begins with: nothing stands between their words. */
static struct inline_node *lead(struct settling *settling, const struct inline_node *inlines)
{
    return inlines_are_blank(inlines)
               ? NULL
               : settled(settling, inlines, (struct standing_in){.running = true});
}

/* The same for what is not running text: headings, captions. */
static struct inline_node *name(struct settling *settling, const struct inline_node *inlines)
{
    return inlines_are_blank(inlines) ? NULL : settled(settling, inlines, (struct standing_in){0});
}

/* ---- blocks ---- */

/* What the heads of columns tell is not told again in these. */
static void begin_cell(struct settling *settling, const struct table *table, size_t cell)
{
    const size_t heads = table->header_rows * table->column_count;
    if (cell == heads)
        marks_keep_heads(&settling->marks);
    if (cell >= heads && cell % table->column_count == 0)
        marks_begin_row(&settling->marks);
}

static const struct table *settle_table(struct settling *settling, const struct table *from)
{
    struct table *table = ARENA_NEW(settling->arena, struct table);
    size_t count = from->row_count * from->column_count;
    struct cell *cells = ARENA_ARRAY(settling->arena, struct cell, count);
    *table = *from;
    table_settle(settling->arena, table);
    table->caption = name(settling, from->caption);
    for (size_t i = 0; i < count; i++) {
        struct standing_in in = {.running = table_heading_of(from, i) == HEADS_NOTHING,
                                 .marked = true};
        begin_cell(settling, from, i);
        cells[i] = from->cells[i];
        if (table->places[i].owner != i)
            continue;
        cells[i].inlines = settled(settling, cells[i].inlines, in);
        cells[i].below = settled(settling, cells[i].below, in);
    }
    table->cells = cells;
    table->instead = name(settling, from->instead);
    return table;
}

/* Values come before details, as they do where they stand side by side. */
static const struct panel *settle_panel(struct settling *settling, const struct panel *from)
{
    struct panel *panel = ARENA_NEW(settling->arena, struct panel);
    struct panel_item *items = ARENA_ARRAY(settling->arena, struct panel_item, from->count);
    *panel = *from;
    panel->caption = name(settling, from->caption);
    panel->items = items;
    for (size_t i = 0; i < from->count; i++) {
        items[i] = from->items[i];
        items[i].term = name(settling, items[i].term);
        items[i].value = words(settling, items[i].value);
    }
    for (size_t i = 0; i < from->count; i++)
        items[i].details = words(settling, items[i].details);
    return panel;
}

static const struct illustration *settle_figure(struct settling *settling,
                                                const struct illustration *from)
{
    struct illustration *figure = ARENA_NEW(settling->arena, struct illustration);
    printed_add(settling->briefing, from->named);
    printed_add(settling->briefing, from->origin);
    *figure = *from;
    figure->caption = name(settling, from->caption);
    return figure;
}

static const struct chart *settle_chart(struct settling *settling, const struct chart *from)
{
    struct chart *chart = ARENA_NEW(settling->arena, struct chart);
    *chart = *from;
    chart->caption = name(settling, from->caption);
    chart->alt = abbreviations_told(settling->arena, &settling->abbreviations, from->alt);
    chart->note = words(settling, from->note);
    return chart;
}

/* ---- lines that name sources ---- */

/* Behind a note's own words, which end in a full stop then. */
static struct inline_node *with_line(struct settling *settling, const struct inline_node *before,
                                     const struct cited *cited, enum source_lead lead)
{
    struct inline_node *line = sources_line(&settling->numbering, cited, lead);
    if (inlines_are_blank(before))
        return line;
    struct str words = inlines_text(settling->arena, before);
    struct str space = str_ends(words, ".") ? STR(" ") : STR(". ");
    struct copy copy = {.end = &copy.first};
    for (const struct inline_node *node = before; node; node = node->next)
        add_copy(settling, &copy, node);
    add_copy(settling, &copy, inline_text(settling->arena, space, (struct span){0}));
    *copy.end = line;
    return copy.first;
}

static struct block *add_note(struct settling *settling, struct block *behind)
{
    struct block *note = ARENA_NEW(settling->arena, struct block), *parent = behind->parent;
    *note = (struct block){.kind = BLOCK_NOTE, .parent = parent, .next = behind->next};
    if (parent->last_child == behind)
        parent->last_child = note;
    behind->next = note;
    return note;
}

/* Those of a list that no line of the section names yet. */
static struct cited untold(const struct settling *settling, const struct cited *cited)
{
    struct cited left = {0};
    for (size_t i = 0; i < cited->count; i++)
        if (!cited_has(&settling->numbering, &settling->home->told, &cited->items[i]))
            *LIST_ADD(settling->arena, &left) = cited->items[i];
    return left;
}

/* Below a table or a chart, at the end of its note: what the lines above it in its section do not
   name. Gives the block that it stands in. */
static struct block *tell_below(struct settling *settling, struct block *last,
                                const struct cited *all)
{
    struct home *home = settling->home;
    const struct cited left = untold(settling, all), *cited = &left;
    enum source_lead lead = left.count < all->count ? LEAD_ABOVE : LEAD_PLAIN;
    cited_add(&settling->numbering, &home->told, (struct refs){left.items, left.count});
    if (last->kind == BLOCK_CHART) {
        struct chart *chart = ARENA_NEW(settling->arena, struct chart);
        *chart = *last->chart;
        chart->note = with_line(settling, chart->note, cited, lead);
        last->chart = chart;
        return last;
    }
    struct block *note = last->kind == BLOCK_NOTE ? last : add_note(settling, last);
    home->note = note;
    home->before = note->inlines;
    home->line = *cited;
    home->lead = lead;
    note->inlines = with_line(settling, home->before, cited, lead);
    return note;
}

static const struct block *last_leaf(const struct block *block)
{
    while (block->kind == BLOCK_COMPONENT && block->last_child)
        block = block->last_child;
    return block;
}

/* At the end of a section: what no line in it names already. On the first page it joins the note
   below the table, where it is not taken for the sources of the last of its parts. */
static struct block *tell_at_end(struct settling *settling, struct block *last)
{
    struct home *home = settling->home;
    struct cited left = home ? untold(settling, &home->cited) : (struct cited){0};
    if (!left.count)
        return last;
    if (home->note && last_leaf(last) == home->note) {
        cited_add(&settling->numbering, &home->line, (struct refs){left.items, left.count});
        home->note->inlines = with_line(settling, home->before, &home->line, home->lead);
        return last;
    }
    if (home->note && settling->first_page) {
        home->note->inlines = with_line(settling, home->note->inlines, &left, LEAD_POINTS);
        return last;
    }
    struct block *note = add_note(settling, last);
    note->inlines = with_line(settling, NULL, &left, LEAD_PLAIN);
    return note;
}

/* ---- all blocks, in the order in which they are read ---- */

static void settle_children(struct settling *settling, struct block *block);

static void settle_block(struct settling *settling, struct block *block)
{
    marks_begin_block(&settling->marks);
    switch (block->kind) {
    case BLOCK_HEADING: block->inlines = name(settling, block->inlines); break;
    case BLOCK_TABLE: block->table = settle_table(settling, block->table); break;
    case BLOCK_PANEL: block->panel = settle_panel(settling, block->panel); break;
    case BLOCK_FIGURE: block->illustration = settle_figure(settling, block->illustration); break;
    case BLOCK_CHART: block->chart = settle_chart(settling, block->chart); break;
    default:
        block->inlines =
            block->large ? lead(settling, block->inlines) : words(settling, block->inlines);
        break;
    }
    settle_children(settling, block);
}

static bool has_line_of_its_own(const struct block *block)
{
    return block->kind == BLOCK_TABLE || block->kind == BLOCK_PANEL ||
           block->kind == BLOCK_FIGURE || block->kind == BLOCK_CHART;
}

/* A table with the notes below it. Gives the last block of these. */
static struct block *settle_with_notes(struct settling *settling, struct block *block)
{
    struct cited cited = {0}, *outer = settling->gathering;
    settling->gathering = &cited;
    settle_block(settling, block);
    while (block->next && block->next->kind == BLOCK_NOTE) {
        block = block->next;
        settle_block(settling, block);
    }
    settling->gathering = outer;
    return cited.count ? tell_below(settling, block, &cited) : block;
}

static struct block *settle_child(struct settling *settling, struct block *child)
{
    if (block_lists_sources(child)) {
        *LIST_ADD(settling->arena, &settling->lists) = child;
        return child;
    }
    if (settling->gathering && has_line_of_its_own(child))
        return settle_with_notes(settling, child);
    settle_block(settling, child);
    return child;
}

/* A section of level 2 has one line for all that it says, below its parts too. */
static bool opens_home(const struct settling *settling, const struct block *block)
{
    return block_is_section(block) && block->level <= 2 && !settling->first_page;
}

static bool has_first_page(const struct block *document)
{
    for (const struct block *child = document->children; child; child = child->next)
        if (child->kind == BLOCK_PAGE_ONE_ENDS)
            return true;
    return false;
}

/* Its own blocks, up to the sections in it, and these. */
static void settle_section(struct settling *settling, struct block *section)
{
    struct home home = {0}, *outer = settling->home;
    struct block *last = NULL;
    bool gathers = settling->gathering != NULL;
    for (struct block *child = section->children; child; child = child->next) {
        bool ends = opens_home(settling, child) || block_parts_paper(child);
        if (ends && last)
            tell_at_end(settling, last);
        if (ends)
            home = (struct home){0};
        gathers &= child->kind != BLOCK_ANNEXES;
        settling->first_page &= child->kind != BLOCK_PAGE_ONE_ENDS;
        settling->home = gathers ? &home : NULL;
        settling->gathering = gathers ? &home.cited : NULL;
        last = child = settle_child(settling, child);
    }
    if (last)
        tell_at_end(settling, last);
    settling->home = outer;
    settling->gathering = outer ? &outer->cited : NULL;
}

/* Evidence stays evidence: what follows a section in it does not gather again. */
static void settle_children(struct settling *settling, struct block *block)
{
    if (opens_home(settling, block) || block->kind == BLOCK_DOCUMENT) {
        settle_section(settling, block);
        return;
    }
    for (struct block *child = block->children; child; child = child->next)
        child = settle_child(settling, child);
}

static void settle_lists(struct settling *settling)
{
    settling->gathering = NULL;
    settling->marks = (struct marks){0};
    for (size_t i = 0; i < settling->lists.count; i++) {
        struct block *list = settling->lists.items[i];
        struct block *further = source_list_order(&settling->numbering, list);
        settle_children(settling, list);
        if (further)
            settle_children(settling, further);
    }
}

void document_settle(struct arena *arena, struct block *document, const struct briefing *briefing)
{
    struct cited none = {0}; /* the document's own sections gather for themselves */
    struct settling settling = {.arena = arena,
                                .briefing = briefing,
                                .abbreviations = abbreviations_of(arena, briefing),
                                .numbering = numbering_new(arena, briefing, document),
                                .marks = marks_of(arena, briefing),
                                .first_page = has_first_page(document),
                                .gathering = &none};
    settle_children(&settling, document);
    settle_lists(&settling);
}
