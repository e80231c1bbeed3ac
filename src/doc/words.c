/* The words of a document, each text on a line with the record and the key that it came from: for
   --dump words, to measure by. */
#include "base/limits.h"
#include "brief/printed.h"
#include "diag/diag.h"
#include "doc/composed.h"
#include "doc/doc_codes.h"

#include <stdint.h>
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

/* Each text of a list has a place of its own. */
static void add_texts(struct key_places *places, const struct field *field,
                      const struct texts *texts, struct str path)
{
    for (size_t i = 0; texts->spans && i < texts->count; i++)
        if (texts->spans[i].source)
            *LIST_ADD(places->arena, &places->list) =
                (struct key_place){texts->spans[i], path, field};
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
    else if (field->kind == FIELD_TEXTS)
        add_texts(places, field, member, path);
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

/* How many words there are, and how many of them came from each key. */
struct tally {
    size_t words;
    size_t *of_place; /* one a place */
};

struct writing {
    FILE *out;
    struct tally *tally; /* in place of writing; NULL: the words are written */
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

static size_t count_words(struct str text)
{
    size_t words = 0;
    for (size_t i = 0; i < text.len; i++)
        words += text.at[i] != ' ' && (i + 1 == text.len || text.at[i + 1] == ' ');
    return words;
}

static void tally_run(const struct writing *writing, const struct inline_node *node)
{
    const struct key_place *place = key_place_at(writing->places, node->origin);
    size_t words = node->kind == INLINE_CITE ? 0 : count_words(node->text);
    writing->tally->words += words;
    if (place)
        writing->tally->of_place[place - writing->places->list.items] += words;
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
        if (node->text.len && writing->tally)
            tally_run(writing, node);
        else if (node->text.len)
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
        if (writing->tally) {
            writing->tally->words += count_words(contents->entries[i].title);
            continue;
        }
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

/* ---- a paper that is too long ---- */

/* The longest texts that officers wrote are named, so many at most. */
enum { TEXTS_NAMED = 3 };

struct budget {
    const char *called;
    size_t words, pages;
};

static const struct budget budgets[PAPER_LENGTHS] = {
    [LENGTH_SHORT] = {"short", LIMIT_SHORT_WORDS, LIMIT_SHORT_PAGES},
    [LENGTH_STANDARD] = {"standard", LIMIT_STANDARD_WORDS, LIMIT_STANDARD_PAGES},
};

/* Where there is no longer paper, nothing could be left to it. */
static bool has_budget(const struct document *document)
{
    const struct briefing *briefing = document->briefing;
    return budgets[briefing->paper->length].pages && !briefing->printed->is_whole;
}

size_t document_most_pages(const struct document *document, bool large_print)
{
    if (!has_budget(document))
        return SIZE_MAX;
    size_t pages = budgets[document->briefing->paper->length].pages;
    return large_print ? pages * LIMIT_LARGE_PRINT_PERCENT / 100 : pages;
}

static bool is_prose(const struct key_place *place)
{
    enum field_kind kind = place->key->kind;
    return kind == FIELD_TEXT || kind == FIELD_TEXTS || kind == FIELD_MARKDOWN;
}

/* The place of the longest text that is not told of yet; NULL: the others are short. */
static const struct key_place *take_longest(const struct key_places *places, struct tally *tally,
                                            size_t *words)
{
    const struct key_place *longest = NULL;
    *words = LIMIT_LONG_TEXT - 1;
    for (size_t i = 0; i < places->list.count; i++)
        if (tally->of_place[i] > *words && is_prose(&places->list.items[i])) {
            longest = &places->list.items[i];
            *words = tally->of_place[i];
        }
    if (longest)
        tally->of_place[longest - places->list.items] = 0;
    return longest;
}

static void report_too_long(struct diags *diags, const struct budget *budget,
                            const struct key_places *places, struct tally *tally, size_t pages)
{
    size_t words = 0;
    const struct key_place *place = take_longest(places, tally, &words);
    if (!place)
        return; /* it is the template that is long */
    struct diag *diag =
        diag_report(diags, &W410, place->span,
                    "the %s paper has %zu words on %zu pages, and should have at most %zu on %zu",
                    budget->called, tally->words, pages, budget->words, budget->pages);
    diag_hint(diags, diag, "of these, %zu are from this text: shorten it; nothing is cut for you",
              words);
    for (int i = 1; i < TEXTS_NAMED && (place = take_longest(places, tally, &words)); i++)
        diag_note(diags, diag, place->span, "%zu words are from this text", words);
}

void document_report_length(struct diags *diags, const struct document *document, size_t pages)
{
    const struct budget *budget = &budgets[document->briefing->paper->length];
    if (!has_budget(document))
        return;
    struct key_places *places = key_places_new(diags->arena, document->briefing);
    struct tally tally = {.of_place = ARENA_ARRAY(diags->arena, size_t, places->list.count + 1)};
    struct writing writing = {.places = places, .tally = &tally};
    write_block(&writing, document->blocks, NULL);
    if (tally.words > budget->words || pages > budget->pages)
        report_too_long(diags, budget, places, &tally, pages);
}
