/* Keys of the format before: read for one version more, each with a warning that carries the edit.
 */
#include "data/bind/bind.h"
#include "data/data_codes.h"
#include "data/yaml/written.h"

struct renewal {
    struct arena *arena;
    struct diags *diags;
};

/* ---- the edits ---- */

static struct diag *warn(struct renewal *renewal, const struct old_key *old, struct span key)
{
    return diag_report(renewal->diags, &W256, key, "`%s` has become `%s` in format 1", old->was,
                       old->now);
}

static void warn_renamed(struct renewal *renewal, const struct old_key *old, struct span key)
{
    struct diag *diag = warn(renewal, old, key);
    diag_hint(renewal->diags, diag, "write `%s`, as `councilbrief fix` does", old->now);
    diag_correct(renewal->diags, diag, key, str_from(old->now));
}

/* Is a value the one that was written, and not what others have been joined to? */
static bool is_as_written(const struct node *map, const struct node *value)
{
    for (size_t i = 0; i < map->count; i++)
        if (map->pairs[i].value == value)
            return true;
    return false;
}

/* The edit for a third text has to wait until that for the second is made: it would swallow it. */
static void warn_joined(struct renewal *renewal, const struct old_key *old, const struct node *map,
                        const struct pair *first, const struct pair *second, struct span written,
                        struct str text)
{
    struct diag *diag = warn(renewal, old, written);
    diag_hint(renewal->diags, diag, "write both texts under one `%s`", old->now);
    struct span place;
    if (!is_as_written(map, first->value) || !text.len)
        return;
    struct str edit =
        written_joined(renewal->arena, map, first, second, str_from(old->now), text, &place);
    if (edit.at)
        diag_correct(renewal->diags, diag, place, edit);
}

static void warn_listed(struct renewal *renewal, const struct old_key *old, const struct pair *pair)
{
    struct diag *diag = warn(renewal, old, pair->key_span);
    diag_hint(renewal->diags, diag, "write `%s:`, and the same as an item of a list", old->now);
    struct str edit = written_as_item(renewal->arena, pair, str_from(old->now));
    if (edit.at)
        diag_correct(renewal->diags, diag, span_join(pair->key_span, pair->value->span), edit);
}

static void report_both(struct renewal *renewal, const struct old_key *old, struct span written,
                        struct span there)
{
    struct diag *diag =
        diag_report(renewal->diags, &E259, written,
                    "`%s` has become `%s`, and that is written here too", old->was, old->now);
    diag_hint(renewal->diags, diag, "put all of it under `%s`", old->now);
    diag_note(renewal->diags, diag, there, "it is here");
}

/* ---- the nodes ---- */

static bool ends_sentence(struct str text)
{
    static const char *const ends[] = {".", "?", "!", ":", ".\"", ".\xE2\x80\x9D"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(text, ends[i]))
            return true;
    return false;
}

/* What is said; nothing where a key has no value. */
static struct str text_of(const struct node *node)
{
    return node_is_absent(node) ? STR("") : str_trim(node->text);
}

/* Two texts as two sentences. */
static const struct node *join_texts(struct renewal *renewal, const struct node *a,
                                     const struct node *b)
{
    struct str first = text_of(a), second = text_of(b);
    if (!first.len || !second.len)
        return first.len ? a : b;
    struct node *both = ARENA_NEW(renewal->arena, struct node);
    *both = *a;
    both->text = str_format(renewal->arena, STR_FMT "%s" STR_FMT, STR_ARG(first),
                            ends_sentence(first) ? " " : ". ", STR_ARG(second));
    return both;
}

static const struct node *list_of(struct renewal *renewal, const struct node *record)
{
    const struct node **items = ARENA_ARRAY(renewal->arena, const struct node *, 1);
    items[0] = record;
    struct node *list = ARENA_NEW(renewal->arena, struct node);
    *list = (struct node){.kind = NODE_LIST, .span = record->span, .count = 1};
    list->items = items;
    return list;
}

/* What an old key says, put to what stands under the key of today; `first` stands first. Where that
   cannot be, what stands under the key of today is gone on with, and its faults are told too. */
static const struct node *put_together(struct renewal *renewal, const struct record_table *table,
                                       const struct old_key *old, const struct node *map,
                                       const struct pair *first, const struct pair *second,
                                       struct span written)
{
    const struct field *field = record_field(table, str_from(old->now));
    bool scalars = first->value->kind == NODE_SCALAR && second->value->kind == NODE_SCALAR;
    if (field->kind != FIELD_TEXT || !scalars) { /* two references are no one reference */
        bool second_is_old = written.start == second->key_span.start;
        report_both(renewal, old, written, second_is_old ? first->key_span : second->key_span);
        return second_is_old ? first->value : second->value;
    }
    const struct node *both = join_texts(renewal, first->value, second->value);
    warn_joined(renewal, old, map, first, second, written, text_of(both));
    return both;
}

static struct pair *find_pair(struct pair *pairs, size_t count, struct str key)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(pairs[i].key, key))
            return &pairs[i];
    return NULL;
}

static struct pair renew_pair(struct renewal *renewal, const struct old_key *old,
                              const struct pair *pair)
{
    struct pair renewed = {str_from(old->now), pair->key_span, pair->value};
    if (old->form == OLD_LISTED && pair->value->kind == NODE_MAP) {
        warn_listed(renewal, old, pair);
        renewed.value = list_of(renewal, pair->value);
    } else {
        warn_renamed(renewal, old, pair->key_span);
    }
    return renewed;
}

/* The pairs of a map of which one at least has an old key, in their order. */
static const struct node *renew_pairs(struct renewal *renewal, const struct record_table *table,
                                      const struct node *map)
{
    struct pair *pairs = ARENA_ARRAY(renewal->arena, struct pair, map->count);
    size_t count = 0;
    for (size_t i = 0; i < map->count; i++) {
        const struct pair *pair = &map->pairs[i], *later;
        const struct old_key *old = record_old_key(table, pair->key);
        struct pair *there = find_pair(pairs, count, old ? str_from(old->now) : pair->key);
        if (!old && !there) {
            pairs[count++] = *pair;
        } else if (old && there) {
            there->value = put_together(renewal, table, old, map, there, pair, pair->key_span);
        } else if (old && (later = node_pair(map, str_from(old->now)))) {
            pairs[count] = (struct pair){later->key, pair->key_span, NULL};
            pairs[count++].value =
                put_together(renewal, table, old, map, pair, later, pair->key_span);
        } else if (old) {
            pairs[count++] = renew_pair(renewal, old, pair);
        }
    }
    struct node *renewed = ARENA_NEW(renewal->arena, struct node);
    *renewed = *map;
    renewed->pairs = pairs;
    renewed->count = count;
    return renewed;
}

static const struct node *renew(struct renewal *renewal, const struct record_table *table,
                                const struct node *node);

/* What is written under a key, when it holds records; a copy is made where something changes. */
static void renew_value(struct renewal *renewal, const struct record_table *table,
                        const struct node **map, size_t at)
{
    const struct pair *pair = &(*map)->pairs[at];
    if (pair->value->kind == NODE_SCALAR)
        return;
    const struct field *field = record_field(table, pair->key);
    const struct node *value = field && field->of ? renew(renewal, field->of, pair->value) : NULL;
    if (!value || value == pair->value)
        return;
    struct node *copy = ARENA_NEW(renewal->arena, struct node);
    struct pair *pairs = ARENA_ARRAY(renewal->arena, struct pair, (*map)->count);
    memcpy(pairs, (*map)->pairs, (*map)->count * sizeof *pairs);
    pairs[at].value = value;
    *copy = **map;
    copy->pairs = pairs;
    *map = copy;
}

static const struct node *renew_map(struct renewal *renewal, const struct record_table *table,
                                    const struct node *map)
{
    for (size_t i = 0; table->old && i < map->count; i++)
        if (record_old_key(table, map->pairs[i].key)) {
            map = renew_pairs(renewal, table, map);
            break;
        }
    for (size_t i = 0; i < map->count; i++)
        renew_value(renewal, table, &map, i);
    return map;
}

static const struct node *renew_list(struct renewal *renewal, const struct record_table *table,
                                     const struct node *list)
{
    const struct node **items = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const struct node *item = renew(renewal, table, list->items[i]);
        if (item == list->items[i])
            continue;
        if (!items) {
            items = ARENA_ARRAY(renewal->arena, const struct node *, list->count);
            memcpy(items, list->items, list->count * sizeof(const struct node *));
        }
        items[i] = item;
    }
    if (!items)
        return list;
    struct node *copy = ARENA_NEW(renewal->arena, struct node);
    *copy = *list;
    copy->items = items;
    return copy;
}

/* Calls itself through the records in a record, no deeper than the tables are nested. */
static const struct node *renew(struct renewal *renewal, const struct record_table *table,
                                const struct node *node)
{
    if (node->kind == NODE_MAP)
        return renew_map(renewal, table, node);
    return node->kind == NODE_LIST ? renew_list(renewal, table, node) : node;
}

const struct node *keys_renewed(struct arena *arena, struct diags *diags,
                                const struct record_table *table, const struct node *node)
{
    struct renewal renewal = {arena, diags};
    return renew(&renewal, table, node);
}
