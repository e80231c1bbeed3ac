/* The words of a composed document: citations learn their numbers and where they lead,
   abbreviations are told in full at their first use, and of all that is printed it is noted where
   it was written. What a component or Markdown gave is copied and stays as it is. */
#include "doc/settle.h"

#include "base/ascii.h"
#include "base/list.h"
#include "base/utf8.h"
#include "brief/printed.h"
#include "brief/spec.h"
#include "doc/composed.h"

#include <string.h>
#include <utf8proc.h>

/* ---- where a word that a diagnostic names was written ---- */

/* A label may begin a line, and has a capital letter there. */
static bool holds(struct str text, struct str word)
{
    for (size_t at = 0; at + word.len <= text.len; at++) {
        size_t same = 0;
        while (same < word.len && ascii_is_same(text.at[at + same], word.at[same]))
            same++;
        if (same == word.len)
            return true;
    }
    return false;
}

/* Where one of the record's texts has the word; nowhere when none has. */
static struct span place_in(const void *record, const struct record_table *table, struct str word)
{
    for (const struct field *field = table->fields; field->name; field++)
        if (field->kind == FIELD_TEXT && !field_is_derived(field) &&
            holds(*(const struct str *)record_member(record, field), word))
            return record_span(record, field);
    return (struct span){0};
}

static struct span place_among(const struct records *records, const struct record_table *table,
                               struct str word)
{
    struct span span = {0};
    for (size_t i = 0; i < records->count && !span.source; i++)
        span = place_in(records_at(records, table, i), table, word);
    return span;
}

static struct span place_in_frameworks(const struct frameworks *frameworks, struct str word)
{
    struct span span = place_among(&frameworks->grades.untyped, &grade_table, word);
    if (!span.source)
        span = place_among(&frameworks->frameworks.untyped, &framework_table, word);
    for (size_t i = 0; i < frameworks->frameworks.count && !span.source; i++) {
        const struct framework *framework = &frameworks->frameworks.items[i];
        span = place_among(&framework->judgements.untyped, &judgement_table, word);
    }
    return span;
}

struct span document_word_place(const struct document *document, struct str word,
                                struct span origin)
{
    const struct briefing *briefing = document->briefing;
    if (!word.len || !briefing || holds(span_text(origin), word))
        return origin;
    struct span span = {0};
    if (briefing->frameworks)
        span = place_in_frameworks(briefing->frameworks, word);
    if (!span.source)
        span = origin;
    /* A word in no file was written by the program, about this council. */
    return span.source ? span : SPAN_OF(briefing->council, name);
}

/* ---- abbreviations of the glossary, which wait for their first use ---- */

struct abbreviation {
    struct str term, expansion;
    bool used;
};

struct abbreviations {
    struct abbreviation *items;
    size_t count, capacity;
};

static struct abbreviations abbreviations_of(struct arena *arena, const struct briefing *briefing)
{
    struct abbreviations all = {0};
    for (size_t i = 0; i < briefing->glossary.count; i++) {
        const struct term *term = &briefing->glossary.items[i];
        if (term->expansion.len && term->term.len)
            *LIST_ADD(arena, &all) =
                (struct abbreviation){.term = term->term, .expansion = term->expansion};
    }
    return all;
}

static bool is_word_character(uint32_t code_point)
{
    switch (utf8proc_category((utf8proc_int32_t)code_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND: return true;
    default: return false;
    }
}

static bool is_whole_word(struct str text, size_t start, size_t end)
{
    size_t before = start;
    while (before > 0 && ((unsigned char)text.at[--before] & 0xC0) == 0x80)
        continue;
    if (start > 0 && is_word_character(utf8_next(text, &before)))
        return false;
    return end == text.len || !is_word_character(utf8_next(text, &end));
}

/* Where the word begins in text[from...]; text.len when it is not there. */
static size_t find_word(struct str text, struct str word, size_t from)
{
    for (size_t at = str_find(text, word.at[0], from); at + word.len <= text.len;
         at = str_find(text, word.at[0], at + 1))
        if (memcmp(text.at + at, word.at, word.len) == 0 && is_whole_word(text, at, at + word.len))
            return at;
    return text.len;
}

struct abbreviated {
    size_t start, end;
    struct str expansion;
};

/* The first use of a waiting abbreviation in text[from...], as a whole word: where it stands, and
   what it is short for. False when there is none. Its turn is then over. Of two that begin at one
   place the longer is meant: "DfE Commissioner", not "DfE". */
static bool abbreviation_find(struct abbreviations *all, struct str text, size_t from,
                              struct abbreviated *found)
{
    struct abbreviation *best = NULL;
    size_t best_start = text.len;
    for (size_t i = 0; i < all->count; i++) {
        struct abbreviation *candidate = &all->items[i];
        size_t start = candidate->used ? text.len : find_word(text, candidate->term, from);
        bool longer = best && start == best_start && candidate->term.len > best->term.len;
        if (start == text.len || (start >= best_start && !longer))
            continue;
        best = candidate;
        best_start = start;
    }
    if (!best)
        return false;
    best->used = true;
    *found = (struct abbreviated){best_start, best_start + best->term.len, best->expansion};
    return true;
}

/* ---- citations ---- */

struct settling {
    struct arena *arena;
    const struct briefing *briefing;
    LIST(const struct block *) sources; /* the notes on them */
    struct abbreviations abbreviations;
};

static void collect_sources(struct settling *settling, const struct block *block)
{
    if (block->kind == BLOCK_SOURCE)
        *LIST_ADD(settling->arena, &settling->sources) = block;
    for (const struct block *child = block->children; child; child = child->next)
        collect_sources(settling, child);
}

static const struct block *find_source(const struct settling *settling, struct str id)
{
    for (size_t i = 0; i < settling->sources.count; i++)
        if (str_equal(settling->sources.items[i]->source_id, id))
            return settling->sources.items[i];
    return NULL;
}

static struct str describe(struct arena *arena, const struct ref *ref, size_t number)
{
    const struct evidence *source = ref->table == &evidence_table ? ref->record : NULL;
    if (!source || !source->title.len)
        return str_format(arena, "Source %zu", number);
    return str_format(arena, "Source %zu: " STR_FMT, number, STR_ARG(source->title));
}

static const struct citation *citations_of(const struct settling *settling, struct refs refs)
{
    struct citation *citations = ARENA_ARRAY(settling->arena, struct citation, refs.count);
    for (size_t i = 0; i < refs.count; i++) {
        const struct ref *ref = &refs.items[i];
        size_t number = spec_ref_number(settling->briefing, ref);
        citations[i] = (struct citation){number, find_source(settling, ref->id),
                                         describe(settling->arena, ref, number)};
    }
    return refs.count ? citations : NULL;
}

/* ---- lists of inlines ---- */

/* Where inlines stand. */
struct standing_in {
    bool running; /* in running text, where abbreviations are told in full */
    bool link;    /* inside a link, where no other may begin */
};

struct copy {
    struct inline_node *first, **end;
};

static struct inline_node *add_copy(const struct settling *settling, struct copy *copy,
                                    const struct inline_node *node)
{
    struct inline_node *added = ARENA_NEW(settling->arena, struct inline_node);
    *added = *node;
    added->next = NULL;
    *copy->end = added;
    copy->end = &added->next;
    return added;
}

static void add_part(const struct settling *settling, struct copy *copy,
                     const struct inline_node *node, size_t start, size_t end)
{
    if (start < end)
        add_copy(settling, copy, node)->text = str_part(node->text, start, end);
}

static void add_text(struct settling *settling, struct copy *copy, const struct inline_node *node,
                     struct standing_in in)
{
    struct abbreviated found;
    size_t done = 0;
    while (in.running && !in.link &&
           abbreviation_find(&settling->abbreviations, node->text, done, &found)) {
        add_part(settling, copy, node, done, found.start);
        struct inline_node *word = add_copy(settling, copy, node);
        word->kind = INLINE_SHORT;
        word->text = str_part(node->text, found.start, found.end);
        word->expansion = found.expansion;
        done = found.end;
    }
    add_part(settling, copy, node, done, node->text.len);
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
        in.running = false;
    }
    if (node->kind == INLINE_CITE && !in.link)
        group->citations = citations_of(settling, node->cite);
    group->children = settled(settling, node->children, in);
}

static struct inline_node *settled(struct settling *settling, const struct inline_node *inlines,
                                   struct standing_in in)
{
    struct copy copy = {.end = &copy.first};
    for (const struct inline_node *node = inlines; node; node = node->next) {
        if (node->text.len)
            printed_add(settling->briefing, node->origin);
        if (node->kind == INLINE_TEXT)
            add_text(settling, &copy, node, in);
        else
            add_group(settling, &copy, node, in);
    }
    return copy.first;
}

/* Nothing is printed of what is blank. */
static struct inline_node *words(struct settling *settling, const struct inline_node *inlines)
{
    return inlines_are_blank(inlines)
               ? NULL
               : settled(settling, inlines, (struct standing_in){true, false});
}

/* The same for what is not running text: headings, captions. */
static struct inline_node *name(struct settling *settling, const struct inline_node *inlines)
{
    return inlines_are_blank(inlines) ? NULL : settled(settling, inlines, (struct standing_in){0});
}

/* ---- blocks ---- */

static const struct table *settle_table(struct settling *settling, const struct table *from)
{
    struct table *table = ARENA_NEW(settling->arena, struct table);
    size_t count = from->row_count * from->column_count;
    struct cell *cells = ARENA_ARRAY(settling->arena, struct cell, count);
    *table = *from;
    table_settle(settling->arena, table);
    table->caption = name(settling, from->caption);
    for (size_t i = 0; i < count; i++) {
        struct standing_in in = {.running = table_heading_of(from, i) == HEADS_NOTHING};
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
    chart->caption = words(settling, from->caption);
    chart->note = words(settling, from->note);
    return chart;
}

/* In the order in which they are read. */
static void settle_block(struct settling *settling, struct block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING: block->inlines = name(settling, block->inlines); break;
    case BLOCK_TABLE: block->table = settle_table(settling, block->table); break;
    case BLOCK_PANEL: block->panel = settle_panel(settling, block->panel); break;
    case BLOCK_FIGURE: block->illustration = settle_figure(settling, block->illustration); break;
    case BLOCK_CHART: block->chart = settle_chart(settling, block->chart); break;
    default: block->inlines = words(settling, block->inlines); break;
    }
    for (struct block *child = block->children; child; child = child->next)
        settle_block(settling, child);
}

void document_settle(struct arena *arena, struct block *document, const struct briefing *briefing)
{
    struct settling settling = {
        .arena = arena, .briefing = briefing, .abbreviations = abbreviations_of(arena, briefing)};
    collect_sources(&settling, document);
    settle_block(&settling, document);
}
