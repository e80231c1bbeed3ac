/* Numbers, short names and lists of sources. */
#include "doc/settle/sources.h"

#include "brief/printed.h"
#include "brief/spec.h"
#include "doc/settle/source_names.h"

#include <stdint.h>

#define NO_BREAK_SPACE "\u00A0"

/* ---- who is who ---- */

/* The place in `sources` of the source that a note is on; their number when there is none. */
static size_t place_of_note(const struct numbering *numbering, const struct block *note)
{
    const struct evidence_list *sources = &numbering->briefing->sources;
    for (size_t i = 0; i < sources->count; i++)
        if (str_equal(sources->items[i].id, note->source_id))
            return i;
    return sources->count;
}

static void find_notes(struct numbering *numbering, struct block *block)
{
    size_t place = block->kind == BLOCK_SOURCE ? place_of_note(numbering, block) : SIZE_MAX;
    if (place < numbering->briefing->sources.count)
        numbering->notes[place] = block;
    for (struct block *child = block->children; child; child = child->next)
        find_notes(numbering, child);
}

struct numbering numbering_new(struct arena *arena, const struct briefing *briefing,
                               struct block *document)
{
    size_t count = briefing->sources.count;
    struct numbering numbering = {arena, briefing, ARENA_ARRAY(arena, struct block *, count),
                                  ARENA_ARRAY(arena, size_t, count), 0};
    find_notes(&numbering, document);
    return numbering;
}

/* Its place in `sources`, which holds for references that were resolved. */
static size_t place_of(const struct numbering *numbering, const struct ref *ref)
{
    return spec_ref_number(numbering->briefing, ref) - 1;
}

static const struct evidence *source_of(const struct numbering *numbering, const struct ref *ref)
{
    return &numbering->briefing->sources.items[place_of(numbering, ref)];
}

bool cited_has(const struct numbering *numbering, const struct cited *cited, const struct ref *ref)
{
    for (size_t i = 0; i < cited->count; i++)
        if (place_of(numbering, &cited->items[i]) == place_of(numbering, ref))
            return true;
    return false;
}

static struct ref resolved(const struct numbering *numbering, const struct ref *ref)
{
    struct ref with_record = *ref;
    with_record.record = source_of(numbering, ref);
    with_record.table = &evidence_table;
    return with_record;
}

void cited_add(const struct numbering *numbering, struct cited *cited, struct refs refs)
{
    for (size_t i = 0; i < refs.count; i++)
        if (spec_ref_number(numbering->briefing, &refs.items[i]) &&
            !cited_has(numbering, cited, &refs.items[i]))
            *LIST_ADD(numbering->arena, cited) = resolved(numbering, &refs.items[i]);
}

/* ---- numbers ---- */

/* Who decided comes before who reports. */
static int rank_of(const struct evidence *source)
{
    static const int ranks[] = {
        [EVIDENCE_ABSENT] = 3,     [EVIDENCE_NEWS] = 3,        [EVIDENCE_OFSTED_REPORT] = 0,
        [EVIDENCE_DFE_NOTICE] = 0, [EVIDENCE_LEGISLATION] = 0, [EVIDENCE_COUNCIL_REPORT] = 1,
        [EVIDENCE_DATA] = 2,       [EVIDENCE_OTHER] = 3};
    return ranks[source->kind];
}

/* Of those that are told for the first time the older comes first; one without a date comes last.
 */
static bool is_older(const struct evidence *a, const struct evidence *b)
{
    if (!a->published.precision || !b->published.precision)
        return a->published.precision && !b->published.precision;
    return a->published.last < b->published.last;
}

static bool comes_before(const struct numbering *numbering, const struct ref *a,
                         const struct ref *b)
{
    const struct evidence *source = source_of(numbering, a), *other = source_of(numbering, b);
    size_t number = numbering->numbers[place_of(numbering, a)];
    size_t other_number = numbering->numbers[place_of(numbering, b)];
    if (rank_of(source) != rank_of(other))
        return rank_of(source) < rank_of(other);
    if (number && other_number)
        return number < other_number;
    return number || (!other_number && is_older(source, other));
}

static void sort(const struct numbering *numbering, struct cited *cited)
{
    for (size_t i = 1; i < cited->count; i++)
        for (size_t at = i; at && comes_before(numbering, &cited->items[at], &cited->items[at - 1]);
             at--) {
            struct ref ref = cited->items[at];
            cited->items[at] = cited->items[at - 1];
            cited->items[at - 1] = ref;
        }
}

/* The same sources in the order in which they are told, each with its number. */
static struct cited numbered(struct numbering *numbering, struct refs refs)
{
    struct cited cited = {0};
    cited_add(numbering, &cited, refs);
    sort(numbering, &cited);
    for (size_t i = 0; i < cited.count; i++) {
        size_t *number = &numbering->numbers[place_of(numbering, &cited.items[i])];
        if (!*number)
            *number = ++numbering->given;
    }
    return cited;
}

static const struct citation *citations_of(const struct numbering *numbering,
                                           const struct cited *cited)
{
    struct citation *citations = ARENA_ARRAY(numbering->arena, struct citation, cited->count);
    for (size_t i = 0; i < cited->count; i++) {
        size_t place = place_of(numbering, &cited->items[i]), number = numbering->numbers[place];
        struct str title = source_of(numbering, &cited->items[i])->title;
        if (numbering->notes[place])
            numbering->notes[place]->cited++;
        citations[i] = (struct citation){number, numbering->notes[place],
                                         str_format(numbering->arena, "Source %zu%s" STR_FMT,
                                                    number, title.len ? ": " : "", STR_ARG(title))};
    }
    return citations;
}

static bool leads_anywhere(const struct numbering *numbering, const struct cited *cited)
{
    for (size_t i = 0; i < cited->count; i++)
        if (numbering->notes[place_of(numbering, &cited->items[i])])
            return true;
    return false;
}

/* ---- citations where they stand ---- */

static struct inline_node *cite_of(const struct numbering *numbering, const struct cited *cited)
{
    struct inline_node *cite = ARENA_NEW(numbering->arena, struct inline_node);
    struct buf text = {.arena = numbering->arena};
    cite->kind = INLINE_CITE;
    cite->cite = (struct refs){cited->items, cited->count};
    cite->citations = citations_of(numbering, cited);
    cite->origin = cited->items[0].span;
    for (size_t i = 0; i < cited->count; i++)
        buf_addf(&text, "%s%zu", i ? ", " : "(", cite->citations[i].number);
    buf_byte(&text, ')');
    cite->text = buf_str(&text);
    return cite;
}

void citation_number(struct numbering *numbering, struct inline_node *cite)
{
    struct cited cited = numbered(numbering, cite->cite);
    struct inline_node *next = cite->next;
    struct span origin = cite->origin;
    if (!cited.count)
        return;
    if (leads_anywhere(numbering, &cited)) {
        *cite = *cite_of(numbering, &cited);
    } else {
        struct str names = source_names(numbering->arena, numbering->briefing, &cited);
        struct str text =
            str_format(numbering->arena, NO_BREAK_SPACE "(" STR_FMT ")", STR_ARG(names));
        *cite = *inline_text(numbering->arena, text, origin);
    }
    cite->origin = origin;
    cite->next = next;
}

/* ---- the line of a table or a section ---- */

/* So many names are told; of more than one over them the rest by number: the list has their names. */
enum { MOST_NAMED = 2 };

struct line {
    struct numbering *numbering;
    struct inline_node *inlines;
    bool leads;
};

static void add_words(struct line *line, const char *before, struct str words, struct span origin)
{
    struct str text = str_format(line->numbering->arena, "%s" STR_FMT, before, STR_ARG(words));
    line->inlines = inline_join(line->inlines, inline_text(line->numbering->arena, text, origin));
}

/* Where the publisher was written that a name begins with; it is printed for all of them. */
static struct span origin_of(const struct numbering *numbering, const struct told *told)
{
    for (size_t i = 0; i < told->sources.count; i++) {
        const struct evidence *one = told->sources.items[i].record;
        if (one)
            printed_key(numbering->briefing, NAMED(one, publisher));
    }
    const struct evidence *first = told->sources.items[0].record;
    return first ? SPAN_OF(first, publisher) : (struct span){0};
}

static void add_told(struct line *line, const struct cited *cited, const char *before,
                     struct str name, struct span origin)
{
    add_words(line, before, name, origin);
    if (line->leads)
        line->inlines = inline_join(line->inlines, cite_of(line->numbering, cited));
}

static struct cited rest_of(const struct numbering *numbering, const struct told_list *told)
{
    struct cited rest = {0};
    for (size_t i = MOST_NAMED; i < told->count; i++)
        cited_add(numbering, &rest,
                  (struct refs){told->items[i].sources.items, told->items[i].sources.count});
    sort(numbering, &rest);
    return rest;
}

static const char *words_of_lead(enum source_lead lead, size_t names)
{
    switch (lead) {
    case LEAD_ABOVE: return names ? "Sources: as above; " : "Sources: as above";
    case LEAD_POINTS:
        return names > 1 ? "Sources of the points below: " : "Source of the points below: ";
    case LEAD_PLAIN: break;
    }
    return names > 1 ? "Sources: " : "Source: ";
}

struct inline_node *sources_line(struct numbering *numbering, const struct cited *sources,
                                 enum source_lead lead)
{
    struct cited cited = numbered(numbering, (struct refs){sources->items, sources->count});
    struct told_list told = told_together(numbering->arena, numbering->briefing, &cited);
    struct line line = {numbering, NULL, leads_anywhere(numbering, &cited)};
    bool cut = line.leads && told.count > MOST_NAMED + 1;
    size_t named = cut ? MOST_NAMED : told.count;
    if (!named)
        add_words(&line, words_of_lead(lead, 0), STR_NONE, (struct span){0});
    for (size_t i = 0; i < named; i++)
        add_told(&line, &told.items[i].sources, i ? "; " : words_of_lead(lead, told.count),
                 told_name(numbering->arena, &told.items[i]), origin_of(numbering, &told.items[i]));
    if (cut) {
        struct cited rest = rest_of(numbering, &told);
        add_told(&line, &rest, "; ", STR("and others"), (struct span){0});
    }
    add_words(&line, ".", STR_NONE, (struct span){0});
    return line.inlines;
}

/* ---- the list ---- */

bool block_lists_sources(const struct block *block)
{
    return block->kind == BLOCK_LIST && block->children && block->children->children &&
           block->children->children->kind == BLOCK_SOURCE;
}

/* Takes all items out of a list; gives those with a number by that number, the others behind. */
static struct block **sorted_items(const struct numbering *numbering, const struct block *list,
                                   size_t *count)
{
    size_t most = numbering->given + numbering->briefing->sources.count;
    struct block **items = ARENA_ARRAY(numbering->arena, struct block *, most + 1);
    *count = numbering->given;
    for (struct block *item = list->children; item; item = item->next) {
        size_t place = place_of_note(numbering, item->children);
        size_t number = place < numbering->briefing->sources.count ? numbering->numbers[place] : 0;
        if (number || !item->cited_only || !numbering->given)
            items[number ? number - 1 : (*count)++] = item;
    }
    return items;
}

static void append(struct block *list, struct block *item)
{
    struct block *last = list->last_child;
    item->parent = list;
    item->next = NULL;
    item->start = last ? last->start + 1 : list->start;
    if (last)
        last->next = item;
    else
        list->children = item;
    list->last_child = item;
}

/* Behind a list: what its officer wrote down and this paper does not cite. */
static struct block *further_list(struct numbering *numbering, struct block *list)
{
    struct arena *arena = numbering->arena;
    struct block *words = ARENA_NEW(arena, struct block), *further = ARENA_NEW(arena, struct block);
    *words = (struct block){
        .kind = BLOCK_PARAGRAPH,
        .keeps_next = true,
        .inlines = inline_text(arena, STR("Read, and not cited in this paper:"), (struct span){0}),
        .parent = list->parent,
        .next = further};
    *further = (struct block){.kind = BLOCK_LIST, .parent = list->parent, .next = list->next};
    if (list->parent->last_child == list)
        list->parent->last_child = further;
    list->next = words;
    return further;
}

struct block *source_list_order(struct numbering *numbering, struct block *list)
{
    size_t count;
    struct block **items = sorted_items(numbering, list, &count), *further = NULL;
    list->children = list->last_child = NULL;
    for (size_t i = 0; i < count; i++) {
        if (i == numbering->given && i)
            further = further_list(numbering, list);
        if (items[i])
            append(further ? further : list, items[i]);
    }
    return further;
}
