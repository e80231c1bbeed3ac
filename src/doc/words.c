/* The words of a document, each text on a line with the record and the key that it came from: for
   --dump words, to measure by. */
#include "brief/printed.h"
#include "doc/composed.h"

#include <stdlib.h>

/* ---- every key of a specification by its place ---- */

struct key_place {
    struct span span;
    struct str record; /* "inspections[2].findings[1]", counted from 1; "briefing" */
    const struct field *key;
};

struct key_places {
    struct arena *arena;
    LIST(struct key_place) list; /* sorted by source and start */
};

static int compare(const void *left, const void *right)
{
    const struct key_place *a = left, *b = right;
    if (a->span.source != b->span.source)
        return str_compare(a->span.source->path, b->span.source->path);
    return a->span.start == b->span.start ? 0 : a->span.start < b->span.start ? -1 : 1;
}

static void add_record(struct key_places *places, const struct record_table *table,
                       const void *record, struct str path);

static struct str path_below(struct arena *arena, struct str path, const struct field *field)
{
    return path.len ? str_format(arena, STR_FMT ".%s", STR_ARG(path), field->name)
                    : str_from(field->name);
}

static void add_records(struct key_places *places, const struct field *field,
                        const struct records *records, struct str path)
{
    for (size_t i = 0; i < records->count; i++)
        add_record(places, field->of, records_at(records, field->of, i),
                   str_format(places->arena, STR_FMT "[%zu]", STR_ARG(path), i + 1));
}

static void add_field(struct key_places *places, const void *record, const struct field *field,
                      struct str path)
{
    const void *member = record_member(record, field);
    struct span span = record_span(record, field);
    if (field->kind == FIELD_RECORD)
        add_record(places, field->of, *(const void *const *)member,
                   path_below(places->arena, path, field));
    else if (field->kind == FIELD_RECORDS)
        add_records(places, field, member, path_below(places->arena, path, field));
    else if (span.source)
        *LIST_ADD(places->arena, &places->list) = (struct key_place){span, path, field};
}

static void add_record(struct key_places *places, const struct record_table *table,
                       const void *record, struct str path)
{
    for (const struct field *field = table->fields; record && field->name; field++)
        if (!field_is_derived(field) && record_states(record, field->name))
            add_field(places, record, field, path);
}

static struct key_places *key_places_new(struct arena *arena, const struct briefing *briefing)
{
    struct key_places *places = ARENA_NEW(arena, struct key_places);
    places->arena = arena;
    add_record(places, &briefing_table, briefing, STR_NONE);
    if (places->list.count)
        qsort(places->list.items, places->list.count, sizeof *places->list.items, compare);
    return places;
}

static const struct key_place *key_place_at(const struct key_places *places, struct span written)
{
    const struct key_place wanted = {.span = written};
    size_t low = 0, high = written.source ? places->list.count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(&places->list.items[middle], &wanted) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    const struct key_place *found = low && written.source ? &places->list.items[low - 1] : NULL;
    bool holds = found && found->span.source == written.source && found->span.end >= written.end;
    return holds ? found : NULL;
}

/* ---- the words ---- */

struct writing {
    FILE *out;
    const struct key_places *places;
    const char *part; /* of the paper: page one, the rest of it, its annexes */
    size_t block;     /* number of the one that is written */
};

/* One line, whatever the text holds. */
static void write_text(const struct writing *writing, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        fputc(text.at[i] == '\n' || text.at[i] == '\t' ? ' ' : text.at[i], writing->out);
    fputc('\n', writing->out);
}

static void write_run(const struct writing *writing, const char *kind,
                      const struct inline_node *node)
{
    const struct key_place *place = key_place_at(writing->places, node->origin);
    fprintf(writing->out, "%s\t%zu\t%s\t", writing->part, writing->block,
            node->kind == INLINE_CITE ? "cite" : kind);
    if (place)
        fprintf(writing->out, STR_FMT "\t%s\t", STR_ARG(place->record), place->key->name);
    else
        fputs("-\t-\t", writing->out);
    write_text(writing, node->text);
}

static void write_inlines(const struct writing *writing, const char *kind,
                          const struct inline_node *inlines)
{
    for (const struct inline_node *node = inlines; node; node = node->next) {
        if (node->text.len)
            write_run(writing, kind, node);
        write_inlines(writing, kind, node->children);
    }
}

static void write_table(const struct writing *writing, const struct table *table)
{
    write_inlines(writing, "caption", table->caption);
    for (size_t i = 0; i < table->row_count * table->column_count; i++)
        if (!table->places || table->places[i].owner == i)
            write_inlines(writing, "cell", table->cells[i].inlines);
}

static void write_panel(const struct writing *writing, const struct panel *panel)
{
    write_inlines(writing, "caption", panel->caption);
    for (size_t i = 0; i < panel->count; i++) {
        write_inlines(writing, "cell", panel->items[i].term);
        write_inlines(writing, "cell", panel->items[i].value);
        write_inlines(writing, "cell", panel->items[i].details);
    }
}

static void write_contents(const struct writing *writing, const struct contents *contents)
{
    for (size_t i = 0; contents && i < contents->count; i++) {
        fprintf(writing->out, "%s\t%zu\tcontents\t-\t-\t", writing->part, writing->block);
        write_text(writing, contents->entries[i].title);
    }
}

static void write_parts(const struct writing *writing, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_TABLE:
        if (block->table)
            write_table(writing, block->table);
        break;
    case BLOCK_PANEL: write_panel(writing, block->panel); break;
    case BLOCK_CONTENTS: write_contents(writing, block->contents); break;
    case BLOCK_FIGURE: write_inlines(writing, "caption", block->illustration->caption); break;
    case BLOCK_CHART:
        write_inlines(writing, "caption", block->chart->caption);
        write_inlines(writing, "note", block->chart->note);
        break;
    default: break;
    }
}

/* What its words are, whatever the list or source that it stands in. */
static const char *kind_of(const struct block *block, const char *outer)
{
    switch (block->kind) {
    case BLOCK_HEADING: return "heading";
    case BLOCK_NOTE: return outer ? outer : "note";
    case BLOCK_SOURCE: return "source";
    case BLOCK_QUOTATION: return "quotation";
    case BLOCK_ITEM: return "item";
    default: return outer;
    }
}

static void write_block(struct writing *writing, const struct block *block, const char *outer)
{
    const char *kind = kind_of(block, outer);
    if (block->kind == BLOCK_PAGE_ONE_ENDS)
        writing->part = "body";
    if (block->kind == BLOCK_ANNEXES)
        writing->part = "annex";
    writing->block++;
    write_inlines(writing, kind ? kind : "paragraph", block->inlines);
    write_parts(writing, block);
    for (const struct block *child = block->children; child; child = child->next)
        write_block(writing, child, kind);
}

/* What is shown without words: by a chart, by a mark, by its place. One cell of a table may be a
   key of several records. */
static void write_marks(const struct writing *writing, const struct printed *printed)
{
    const struct key_place *first = writing->places->list.items;
    for (size_t i = 0; printed && i < printed->shown.count; i++) {
        const struct key_place *place = key_place_at(writing->places, printed->shown.items[i]);
        const struct key_place *found = place;
        for (; place && place >= first && compare(place, found) == 0; place--)
            fprintf(writing->out, "-\t0\tmark\t" STR_FMT "\t%s\t\n", STR_ARG(place->record),
                    place->key->name);
    }
}

void document_dump_words(struct arena *arena, const struct document *document, FILE *out)
{
    struct writing writing = {
        .out = out, .places = key_places_new(arena, document->briefing), .part = "page-one"};
    write_block(&writing, document->blocks, NULL);
    write_marks(&writing, document->briefing->printed);
}
