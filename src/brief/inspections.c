/* The list of inspections before it is bound: each once, and in order of time, wherever its records
   come from. */
#include "brief/inspections.h"

#include "brief/brief_codes.h"

#include <stdlib.h>

struct listed {
    const struct node *node; /* NULL once it has become part of another */
    size_t place;            /* in the list */
    bool dated;
    day first, last;       /* of publication, else of fieldwork */
    struct str family, of; /* of its framework; whose inspection it is */
    day day;               /* by which the same ones are found */
};

static bool read_scalar(struct arena *arena, const struct node *node, struct date *date)
{
    struct str why, instead;
    return node && node->kind == NODE_SCALAR && !node_is_absent(node) &&
           date_parse(arena, str_trim(node->text), date, &why, &instead);
}

static bool read_date(struct arena *arena, const struct node *record, const char *key,
                      struct date *date)
{
    return read_scalar(arena, node_get(record, key), date);
}

static struct str text_in(const struct node *record, const char *key)
{
    const struct node *node = node_get(record, key);
    return node && node->kind == NODE_SCALAR ? str_trim(node->text) : STR_NONE;
}

static struct listed list_one(struct arena *arena, const struct frameworks *frameworks,
                              const struct node *node, size_t place)
{
    const struct framework *framework =
        frameworks ? framework_find(frameworks, text_in(node, "framework")) : NULL;
    struct listed listed = {.node = node,
                            .place = place,
                            .family = framework ? framework->family : STR_NONE,
                            .of = text_in(node, "of")};
    struct date date;
    listed.dated =
        read_date(arena, node, "published", &date) || read_date(arena, node, "fieldwork", &date);
    if (!listed.dated)
        return listed;
    listed.first = date.first == DAY_OPEN_START ? date.last : date.first;
    listed.last = date.last == DAY_OPEN_END ? date.first : date.last;
    return listed;
}

/* ---- the same inspection twice ---- */

/* What two records of one inspection say differently. */
struct difference {
    struct str key;
    const struct node *a, *b;
};

struct joining {
    struct arena *arena;
    const struct frameworks *frameworks;
    struct difference difference; /* the first; its key is absent while they agree */
    const struct node *published; /* of the second, a few days from that of the first; or NULL */
};

static bool differ(struct joining *joining, struct str key, const struct node *a,
                   const struct node *b)
{
    if (!joining->difference.key.len)
        joining->difference = (struct difference){key, a, b};
    return false;
}

static const struct node *list_of(struct arena *arena, const struct node *first, size_t count,
                                  const struct node **items)
{
    struct node *list = ARENA_NEW(arena, struct node);
    *list = (struct node){.kind = NODE_LIST, .span = first->span, .count = count, .items = items};
    return list;
}

static bool has_item(const struct node *const *items, size_t count, const struct node *wanted)
{
    for (size_t i = 0; i < count; i++)
        if (node_equal(items[i], wanted))
            return true;
    return false;
}

/* A single value counts as a list of one. */
static size_t add_items(const struct node **items, size_t count, const struct node *value)
{
    bool several = value->kind == NODE_LIST;
    for (size_t i = 0; i < (several ? value->count : 1); i++) {
        const struct node *item = several ? value->items[i] : value;
        if (!has_item(items, count, item))
            items[count++] = item;
    }
    return count;
}

static size_t item_count(const struct node *value)
{
    return value->kind == NODE_LIST ? value->count : 1;
}

/* All that either has: sources, findings, areas, bodies. */
static const struct node *unite(struct joining *joining, const struct node *a, const struct node *b)
{
    const struct node **items =
        ARENA_ARRAY(joining->arena, const struct node *, item_count(a) + item_count(b));
    size_t count = add_items(items, 0, a);
    return list_of(joining->arena, a, add_items(items, count, b), items);
}

/* A grade on its own, or with sources of its own. */
static struct str grade_in(struct joining *joining, const struct node *value)
{
    const struct node *grade = value->kind == NODE_MAP ? node_get(value, "grade") : value;
    if (!grade || grade->kind != NODE_SCALAR)
        return STR_NONE;
    const struct grade *known = grade_read(joining->frameworks, str_trim(grade->text));
    return known ? known->id : str_trim(grade->text);
}

/* The fuller of two periods that begin alike; NULL when they differ. */
static const struct node *fuller_period(struct joining *joining, const struct node *a,
                                        const struct node *b)
{
    struct date first, second;
    if (!read_scalar(joining->arena, a, &first) || !read_scalar(joining->arena, b, &second) ||
        first.first != second.first)
        return NULL;
    if (second.last == DAY_OPEN_END || second.precision != DATE_INTERVAL)
        return a;
    bool open = first.last == DAY_OPEN_END || first.precision != DATE_INTERVAL;
    return open ? b : first.last == second.last ? a : NULL;
}

/* Ofsted's list and its reports differ by up to a week. */
static bool published_together(struct joining *joining, const struct node *a, const struct node *b)
{
    enum { DAYS_APART = 7 };
    struct date first, second;
    if (!read_scalar(joining->arena, a, &first) || !read_scalar(joining->arena, b, &second))
        return false;
    struct range days = days_between(&first, &second);
    if (!days.known || days.low < -DAYS_APART || days.high > DAYS_APART)
        return false;
    if (days.low || days.high)
        joining->published = b;
    return true;
}

static const struct node *join_maps(struct joining *joining, const struct node *a,
                                    const struct node *b);

/* A remark is kept beside the other. */
static const struct node *join_remarks(struct joining *joining, const struct node *a,
                                       const struct node *b)
{
    struct node *both = ARENA_NEW(joining->arena, struct node);
    *both = *a;
    both->text = str_format(joining->arena, STR_FMT "; " STR_FMT, STR_ARG(str_trim(a->text)),
                            STR_ARG(str_trim(b->text)));
    return both;
}

/* What becomes of a value that both have; NULL when they differ. */
static const struct node *join_values(struct joining *joining, struct str key, const struct node *a,
                                      const struct node *b)
{
    bool scalars = a->kind == NODE_SCALAR && b->kind == NODE_SCALAR;
    if (str_is(key, "id") || node_equal(a, b))
        return a;
    if (str_is(key, "source") || (a->kind == NODE_LIST && b->kind == NODE_LIST))
        return unite(joining, a, b);
    if (str_is(key, "judgements") && a->kind == NODE_MAP && b->kind == NODE_MAP)
        return join_maps(joining, a, b);
    if (str_is(key, "fieldwork"))
        return fuller_period(joining, a, b);
    if (str_is(key, "published"))
        return published_together(joining, a, b) ? a : NULL;
    if (scalars && (str_is(key, "note") || str_is(key, "how_known")))
        return join_remarks(joining, a, b);
    struct str left = grade_in(joining, a), right = grade_in(joining, b);
    return left.len && str_alike(left, right) ? a : NULL;
}

/* Both together: the pairs of the first, then what only the second has. Calls itself once, for the
   judgements. */
static const struct node *join_maps(struct joining *joining, const struct node *a,
                                    const struct node *b)
{
    struct pair *pairs = ARENA_ARRAY(joining->arena, struct pair, a->count + b->count);
    size_t count = 0;
    for (size_t i = 0; i < a->count; i++) {
        const struct pair *other = node_pair(b, a->pairs[i].key);
        pairs[count] = a->pairs[i];
        if (other && node_is_absent(a->pairs[i].value))
            pairs[count].value = other->value;
        else if (other && !node_is_absent(other->value))
            pairs[count].value = join_values(joining, other->key, a->pairs[i].value, other->value);
        if (!pairs[count].value) {
            differ(joining, other->key, a->pairs[i].value, other->value);
            pairs[count].value = a->pairs[i].value;
        }
        count++;
    }
    for (size_t i = 0; i < b->count; i++)
        if (!node_pair(a, b->pairs[i].key))
            pairs[count++] = b->pairs[i];
    struct node *joined = ARENA_NEW(joining->arena, struct node);
    *joined = *a;
    joined->pairs = pairs;
    joined->count = count;
    return joined;
}

static struct str id_of(const struct node *record)
{
    const struct node *id = node_get(record, "id");
    return id && id->kind == NODE_SCALAR ? str_trim(id->text) : STR("this");
}

static void report_difference(struct diags *diags, const struct joining *joining,
                              const struct listed *a, const struct listed *b)
{
    const struct difference *difference = &joining->difference;
    struct diag *diag = diag_report(diags, &E238, difference->b->span,
                                    "`" STR_FMT "` and `" STR_FMT
                                    "` are one inspection, and differ in `" STR_FMT "`",
                                    STR_ARG(text_shown(diags->arena, id_of(a->node))),
                                    STR_ARG(text_shown(diags->arena, id_of(b->node))),
                                    STR_ARG(text_shown(diags->arena, difference->key)));
    diag_hint(diags, diag, "correct the one that is wrong, or take the inspection from one alone");
    diag_note(diags, diag, difference->a->span, "the other says so here");
}

static void report_two_days(struct diags *diags, const struct joining *joining,
                            const struct listed *a)
{
    struct diag *diag = diag_report(diags, &W255, joining->published->span,
                                    "two days of publication are given for one inspection");
    diag_hint(diags, diag, "the one of `" STR_FMT "` counts; correct it if it is wrong",
              STR_ARG(text_shown(diags->arena, id_of(a->node))));
    diag_note(diags, diag, node_get(a->node, "published")->span, "it is here");
}

/* What an officer wrote comes first, then what stands first. */
static bool comes_first(const struct listed *a, const struct listed *b)
{
    if (a->node->from_table != b->node->from_table)
        return !a->node->from_table;
    return a->place < b->place;
}

/* An officer's own record beside a row: E267 says what to write where their days are near. */
static bool is_told_by_day(struct joining *joining, const struct node *own, const struct node *row)
{
    const struct node *a = node_get(own, "published"), *b = node_get(row, "published");
    return a && b && published_together(joining, a, b);
}

/* The second becomes part of the first, and is no longer listed. */
static void join_two(struct diags *diags, const struct frameworks *frameworks, struct listed *one,
                     struct listed *other)
{
    struct listed *a = comes_first(one, other) ? one : other, *b = a == one ? other : one;
    struct joining joining = {.arena = diags->arena, .frameworks = frameworks};
    const struct node *joined = join_maps(&joining, a->node, b->node);
    if (joining.difference.key.len) {
        if (a->node->from_table || !is_told_by_day(&joining, a->node, b->node))
            report_difference(diags, &joining, a, b);
        if (a->node->from_table)
            b->node = NULL; /* told, and not to be found too near */
        return;
    }
    if (joining.published)
        report_two_days(diags, &joining, a);
    a->node = joined;
    b->node = NULL;
}

static int by_day(const void *left, const void *right)
{
    const struct listed *const *a = left, *const *b = right;
    int order = str_compare((*a)->family, (*b)->family);
    if (!order)
        order = str_compare((*a)->of, (*b)->of);
    if (!order)
        order = ((*a)->day > (*b)->day) - ((*a)->day < (*b)->day);
    return order ? order : ((*a)->place > (*b)->place) - ((*a)->place < (*b)->place);
}

static bool are_one(const struct listed *a, const struct listed *b)
{
    return str_equal(a->family, b->family) && str_alike(a->of, b->of) && a->day == b->day &&
           (a->node->from_table || b->node->from_table);
}

/* Joins those that share a day: of publication, or that on which fieldwork began. */
static void join_by(struct diags *diags, const struct frameworks *frameworks, struct listed *listed,
                    size_t count, const char *key)
{
    struct listed **sorted = ARENA_ARRAY(diags->arena, struct listed *, count);
    size_t dated = 0;
    for (size_t i = 0; i < count; i++) {
        struct date date;
        if (!listed[i].node || !listed[i].family.len ||
            !read_date(diags->arena, listed[i].node, key, &date))
            continue;
        struct date_end start = date.precision == DATE_INTERVAL
                                    ? date.start
                                    : (struct date_end){date.precision, date.first, date.last};
        if (start.precision != DATE_DAY)
            continue;
        listed[i].day = start.first;
        sorted[dated++] = &listed[i];
    }
    if (dated)
        qsort(sorted, dated, sizeof *sorted, by_day);
    for (size_t i = 1; i < dated; i++) {
        if (!sorted[i - 1]->node || !are_one(sorted[i - 1], sorted[i]))
            continue;
        join_two(diags, frameworks, sorted[i - 1], sorted[i]);
        if (!sorted[i]->node)
            sorted[i] = sorted[i - 1];
    }
}

/* ---- order ---- */

/* Those without a date come last. */
static int by_time(const void *left, const void *right)
{
    const struct listed *a = left, *b = right;
    if (a->dated != b->dated)
        return a->dated ? -1 : 1;
    if (a->dated && a->last != b->last)
        return a->last < b->last ? -1 : 1;
    if (a->dated && a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

static const struct node *in_order(struct diags *diags, const struct frameworks *frameworks,
                                   const struct node *list)
{
    struct arena *arena = diags->arena;
    struct listed *listed = ARENA_ARRAY(arena, struct listed, list->count);
    for (size_t i = 0; i < list->count; i++)
        listed[i] = list_one(arena, frameworks, list->items[i], i);
    join_by(diags, frameworks, listed, list->count, "fieldwork");
    join_by(diags, frameworks, listed, list->count, "published");
    qsort(listed, list->count, sizeof *listed, by_time);
    const struct node **items = ARENA_ARRAY(arena, const struct node *, list->count);
    struct node *ordered = ARENA_NEW(arena, struct node);
    *ordered = *list;
    ordered->items = items;
    ordered->count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (listed[i].node)
            items[ordered->count++] = listed[i].node;
    return ordered;
}

const struct node *inspections_in_order(struct diags *diags, const struct node *root,
                                        const struct frameworks *frameworks)
{
    const struct node *list = node_get(root, "inspections");
    if (!list || list->kind != NODE_LIST || list->count < 2)
        return root;
    struct pair *pairs = ARENA_ARRAY(diags->arena, struct pair, root->count);
    for (size_t i = 0; i < root->count; i++) {
        pairs[i] = root->pairs[i];
        if (pairs[i].value == list)
            pairs[i].value = in_order(diags, frameworks, list);
    }
    struct node *ordered = ARENA_NEW(diags->arena, struct node);
    *ordered = *root;
    ordered->pairs = pairs;
    return ordered;
}
