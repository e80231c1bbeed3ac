/* Puts records out of tables into the lists of a specification. Where the officer wrote a record of
   the same id, the two become one: what the officer wrote counts, and the row adds the rest. */
#include "brief/brief_codes.h"
#include "brief/tables/row.h"

#include "base/alike.h"
#include "data/bind/framework.h"

#include <stdlib.h>

/* ---- one record ---- */

static bool says_the_same(struct arena *arena, const struct node *own, const struct node *row);

static bool same_pairs(struct arena *arena, const struct node *own, const struct node *row)
{
    for (size_t i = 0; i < row->count; i++) {
        const struct pair *pair = node_pair(own, row->pairs[i].key);
        if (node_is_absent(row->pairs[i].value))
            continue;
        if (!pair || !says_the_same(arena, pair->value, row->pairs[i].value))
            return false;
    }
    return true;
}

/* Several sources, of which the row has one. */
static bool holds_scalar(struct arena *arena, const struct node *own, const struct node *row)
{
    for (size_t i = 0; i < own->count; i++)
        if (own->items[i]->kind == NODE_SCALAR && says_the_same(arena, own->items[i], row))
            return true;
    return false;
}

/* Has what the officer wrote all that the row says? No deeper than a mapping is nested. */
static bool says_the_same(struct arena *arena, const struct node *own, const struct node *row)
{
    if (node_is_absent(row))
        return true;
    if (own->kind == NODE_LIST && row->kind == NODE_SCALAR)
        return holds_scalar(arena, own, row);
    if (own->kind != row->kind)
        return false;
    if (own->kind == NODE_SCALAR)
        return names_agree(arena, own->text, row->text);
    if (own->kind == NODE_MAP)
        return same_pairs(arena, own, row);
    bool same = own->count >= row->count;
    for (size_t i = 0; same && i < row->count; i++)
        same = says_the_same(arena, own->items[i], row->items[i]);
    return same;
}

/* `A`, or `A, B` of a list. */
static struct str own_sources(struct arena *arena, const struct node *own)
{
    struct buf out = {.arena = arena};
    for (size_t i = 0; own->kind == NODE_LIST && i < own->count; i++)
        if (own->items[i]->kind == NODE_SCALAR)
            buf_addf(&out, "%s" STR_FMT, out.len ? ", " : "", STR_ARG(own->items[i]->text));
    return own->kind == NODE_SCALAR ? str_trim(own->text) : buf_str(&out);
}

static void compare_values(struct diags *diags, const struct pair *own, const struct node *row)
{
    if (says_the_same(diags->arena, own->value, row))
        return;
    bool scalar = row->kind == NODE_SCALAR;
    struct diag *diag =
        scalar ? diag_report(diags, &W262, own->value->span, "the table says `" STR_FMT "`",
                             STR_ARG(text_shown(diags->arena, row->text)))
               : diag_report(diags, &W262, own->value->span,
                             "the table says something else, and is not joined with this list");
    if (scalar && str_is(own->key, "source"))
        diag_hint(diags, diag, "name both: `source: [" STR_FMT ", " STR_FMT "]`",
                  STR_ARG(own_sources(diags->arena, own->value)), STR_ARG(row->text));
    else
        diag_hint(diags, diag, "what is written here counts; delete it if the table is right");
    diag_note(diags, diag, row->span, "the table says so here");
}

static const struct node *join(struct arena *arena, struct diags *diags, const struct node *own,
                               const struct node *row);

static const struct node *join_value(struct arena *arena, struct diags *diags,
                                     const struct pair *own, const struct node *row)
{
    if (node_is_absent(own->value))
        return row;
    if (own->value->kind == NODE_MAP && row->kind == NODE_MAP)
        return join(arena, diags, own->value, row);
    compare_values(diags, own, row);
    return own->value;
}

/* The officer's pairs in their order, then those that only the row has. Calls itself no deeper than
   the two are nested. */
static const struct node *join(struct arena *arena, struct diags *diags, const struct node *own,
                               const struct node *row)
{
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, own->count + row->count);
    size_t count = 0;
    for (size_t i = 0; i < own->count; i++) {
        const struct pair *other = node_pair(row, own->pairs[i].key);
        pairs[count] = own->pairs[i];
        if (other)
            pairs[count].value = join_value(arena, diags, &own->pairs[i], other->value);
        count++;
    }
    for (size_t i = 0; i < row->count; i++)
        if (!node_pair(own, row->pairs[i].key))
            pairs[count++] = row->pairs[i];
    struct node *joined = ARENA_NEW(arena, struct node);
    *joined = *own;
    joined->pairs = pairs;
    joined->count = count;
    return joined;
}

/* ---- one list ---- */

/* A record that an officer wrote and gave an id. */
struct own_record {
    struct str id;
    size_t place; /* in the list */
};

static int by_id(const void *left, const void *right)
{
    const struct own_record *a = left, *b = right;
    int order = str_compare(a->id, b->id);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

static struct str id_of(const struct node *record)
{
    const struct node *id = node_get(record, "id");
    return id && id->kind == NODE_SCALAR ? str_trim(id->text) : STR_NONE;
}

static struct own_record *own_ids(struct arena *arena, const struct node *list, size_t *count)
{
    struct own_record *records = ARENA_ARRAY(arena, struct own_record, list ? list->count : 0);
    *count = 0;
    for (size_t i = 0; list && i < list->count; i++)
        if (id_of(list->items[i]).len)
            records[(*count)++] = (struct own_record){id_of(list->items[i]), i};
    if (*count)
        qsort(records, *count, sizeof *records, by_id);
    return records;
}

static int by_id_alone(const void *id, const void *record)
{
    return str_compare(*(const struct str *)id, ((const struct own_record *)record)->id);
}

static const struct node *merge_list(struct arena *arena, struct diags *diags,
                                     const struct node *list, const struct added *added)
{
    size_t count = list ? list->count : 0, own_count;
    struct own_record *own = own_ids(arena, list, &own_count);
    const struct node **items = ARENA_ARRAY(arena, const struct node *, count + added->items.count);
    for (size_t i = 0; i < count; i++)
        items[i] = list->items[i];
    for (size_t i = 0; i < added->items.count; i++) {
        const struct node *row = added->items.items[i];
        struct str id = id_of(row);
        const struct own_record *found =
            id.len && own_count ? bsearch(&id, own, own_count, sizeof *own, by_id_alone) : NULL;
        if (found)
            items[found->place] = join(arena, diags, items[found->place], row);
        else
            items[count++] = row;
    }
    struct node *merged = ARENA_NEW(arena, struct node);
    *merged = (struct node){.kind = NODE_LIST, .span = list ? list->span : added->span};
    merged->items = items;
    merged->count = count;
    return merged;
}

/* ---- all of them ---- */

static const struct added *find_added(const struct additions *additions, struct str list)
{
    for (size_t i = 0; i < additions->lists.count; i++)
        if (str_equal(additions->lists.items[i].list, list))
            return &additions->lists.items[i];
    return NULL;
}

/* Something else in the place of a list is left for binding to report. */
static bool takes_records(const struct node *value)
{
    return node_is_absent(value) || value->kind == NODE_LIST;
}

const struct node *merge_additions(struct arena *arena, struct diags *diags,
                                   const struct node *root, const struct additions *additions)
{
    struct node *merged = ARENA_NEW(arena, struct node);
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, root->count + additions->lists.count);
    *merged = *root;
    merged->pairs = pairs;
    for (size_t i = 0; i < root->count; i++) {
        const struct node *value = root->pairs[i].value;
        const struct added *added = find_added(additions, root->pairs[i].key);
        pairs[i] = root->pairs[i];
        if (added && takes_records(value))
            pairs[i].value = merge_list(arena, diags, node_is_absent(value) ? NULL : value, added);
    }
    for (size_t i = 0; i < additions->lists.count; i++) {
        const struct added *added = &additions->lists.items[i];
        if (!node_pair(root, added->list))
            pairs[merged->count++] =
                (struct pair){added->list, added->span, merge_list(arena, diags, NULL, added)};
    }
    return merged;
}
