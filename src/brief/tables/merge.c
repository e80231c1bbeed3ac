/* Gathers the records of rows list by list, and puts them into the lists of a specification. Rows
   of several years or kinds that give one record each of the same id become one: what an indicator
   is called is said once, its values follow each other. Where the officer wrote a record of the
   same id, the two become one: what the officer wrote counts, and the row adds the rest. */
#include "brief/brief_codes.h"
#include "brief/tables/adding.h"

#include "base/alike.h"
#include "data/bind/framework.h"

#include <stdlib.h>

/* ---- records of one id out of several rows, which become one ---- */

static struct str id_of(const struct node *record)
{
    const struct node *id = node_get(record, "id");
    return id && id->kind == NODE_SCALAR ? str_trim(id->text) : STR_NONE;
}

static struct added *find_added(const struct additions *additions, struct str list)
{
    for (size_t i = 0; i < additions->lists.count; i++)
        if (str_equal(additions->lists.items[i].list, list))
            return &additions->lists.items[i];
    return NULL;
}

struct added *additions_list(struct additions *additions, struct str name, struct span span)
{
    struct added *found = find_added(additions, name);
    if (found)
        return found;
    struct added *added = LIST_ADD(additions->arena, &additions->lists);
    *added = (struct added){.list = name, .span = span};
    return added;
}

static bool is_list(const struct node *node)
{
    return node && node->kind == NODE_LIST;
}

/* Has `b` all that `a` has, but for lists? */
static bool says_as_much(const struct node *a, const struct node *b)
{
    for (size_t i = 0; i < a->count; i++) {
        const struct node *value = a->pairs[i].value;
        const struct pair *other = node_pair(b, a->pairs[i].key);
        if (is_list(value) || node_is_absent(value))
            continue;
        if (!other || !node_equal(value, other->value))
            return false;
    }
    return true;
}

static bool has_item(const struct node *list, const struct node *item)
{
    for (size_t i = 0; i < list->count; i++)
        if (node_equal(list->items[i], item))
            return true;
    return false;
}

static const struct node *join_lists(struct arena *arena, const struct node *a,
                                     const struct node *b)
{
    const struct node **items = ARENA_ARRAY(arena, const struct node *, a->count + b->count);
    struct node *joined = ARENA_NEW(arena, struct node);
    *joined = *a;
    for (size_t i = 0; i < a->count; i++)
        items[i] = a->items[i];
    for (size_t i = 0; i < b->count; i++)
        if (!has_item(a, b->items[i]))
            items[joined->count++] = b->items[i];
    joined->items = items;
    return joined;
}

/* `a` with the lists of `b`, and those of its values that `a` has not. */
static const struct node *join_records(struct arena *arena, const struct node *a,
                                       const struct node *b)
{
    struct node *joined = ARENA_NEW(arena, struct node);
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, a->count + b->count);
    *joined = *a;
    for (size_t i = 0; i < a->count; i++) {
        const struct pair *other = node_pair(b, a->pairs[i].key);
        pairs[i] = a->pairs[i];
        if (is_list(pairs[i].value) && other && is_list(other->value))
            pairs[i].value = join_lists(arena, pairs[i].value, other->value);
        else if (node_is_absent(pairs[i].value) && other)
            pairs[i].value = other->value;
    }
    for (size_t i = 0; i < b->count; i++)
        if (!node_pair(a, b->pairs[i].key))
            pairs[joined->count++] = b->pairs[i];
    joined->pairs = pairs;
    return joined;
}

/* The first of the records `from` to `to` with its id. */
static const struct node **same_id(struct added *added, size_t from, size_t to,
                                   const struct node *record)
{
    struct str id = id_of(record);
    for (size_t i = from; id.len && i < to; i++)
        if (str_equal(id_of(added->items.items[i]), id))
            return &added->items.items[i];
    return NULL;
}

void additions_add(struct arena *arena, struct added *added, size_t from, const struct node *record)
{
    const struct node **same = same_id(added, from, added->items.count, record);
    if (same && says_as_much(*same, record) && says_as_much(record, *same))
        *same = join_records(arena, *same, record);
    else
        *LIST_ADD(arena, &added->items) = record;
}

/* Has it lists for an earlier record, or else no more than its name? */
static bool adds_lists(const struct node *record)
{
    bool lists = false, values = false;
    for (size_t i = 0; i < record->count; i++) {
        const struct pair *pair = &record->pairs[i];
        bool names = str_is(pair->key, "id") || str_is(pair->key, "source");
        lists = lists || is_list(pair->value);
        values = values || !(names || is_list(pair->value) || node_is_absent(pair->value));
    }
    return lists || !values;
}

bool additions_complete(struct arena *arena, struct added *added, size_t from,
                        const struct node *record)
{
    const struct node **same = same_id(added, 0, from, record);
    if (!same || !adds_lists(record) || !says_as_much(record, *same))
        return false;
    *same = join_records(arena, *same, record);
    return true;
}

void additions_join(struct arena *arena, struct added *added, size_t from,
                    const struct node *record)
{
    const struct node **same = same_id(added, from, added->items.count, record);
    if (same)
        *same = join_records(arena, *same, record);
}

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

/* `ILACS` of an officer, to a row whose day tells which of them it was: the row says it in full. */
static bool names_family_of(const struct frameworks *frameworks, const struct pair *own,
                            const struct node *row)
{
    bool words = own->value->kind == NODE_SCALAR && row->kind == NODE_SCALAR;
    const struct framework *framework = frameworks && words && str_is(own->key, "framework")
                                            ? framework_find(frameworks, str_trim(row->text))
                                            : NULL;
    return framework && str_equal(framework->family, str_trim(own->value->text));
}

static const struct node *join(const struct additions *additions, struct diags *diags,
                               const struct node *own, const struct node *row);

static const struct node *join_value(const struct additions *additions, struct diags *diags,
                                     const struct pair *own, const struct node *row)
{
    if (node_is_absent(own->value) || names_family_of(additions->frameworks, own, row))
        return row;
    if (own->value->kind == NODE_MAP && row->kind == NODE_MAP)
        return join(additions, diags, own->value, row);
    compare_values(diags, own, row);
    return own->value;
}

/* The officer's pairs in their order, then those that only the row has. Calls itself no deeper than
   the two are nested. */
static const struct node *join(const struct additions *additions, struct diags *diags,
                               const struct node *own, const struct node *row)
{
    struct arena *arena = additions->arena;
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, own->count + row->count);
    size_t count = 0;
    for (size_t i = 0; i < own->count; i++) {
        const struct pair *other = node_pair(row, own->pairs[i].key);
        pairs[count] = own->pairs[i];
        if (other)
            pairs[count].value = join_value(additions, diags, &own->pairs[i], other->value);
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

static const struct node *merge_list(const struct additions *additions, struct diags *diags,
                                     const struct node *list, const struct added *added)
{
    struct arena *arena = additions->arena;
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
            items[found->place] = join(additions, diags, items[found->place], row);
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
            pairs[i].value =
                merge_list(additions, diags, node_is_absent(value) ? NULL : value, added);
    }
    for (size_t i = 0; i < additions->lists.count; i++) {
        const struct added *added = &additions->lists.items[i];
        if (!node_pair(root, added->list))
            pairs[merged->count++] =
                (struct pair){added->list, added->span, merge_list(additions, diags, NULL, added)};
    }
    return merged;
}
