/* Which variant of a framework an inspection was made under: tables and officers know `ILACS`, and
   the day on which inspectors came says the rest. */
#include "brief/tables/variants.h"

enum {
    /* From the first day of fieldwork to the report: the longest of 492 inspections took 225. */
    DAYS_TO_REPORT = 225
};

/* ---- when ---- */

static bool read_date(struct arena *arena, const struct node *record, const char *key,
                      struct date *date)
{
    const struct node *node = node_get(record, key);
    struct str why, instead;
    return node && node->kind == NODE_SCALAR && !node_is_absent(node) &&
           date_parse(arena, str_trim(node->text), date, &why, &instead) &&
           date->first != DAY_OPEN_START;
}

/* The days on one of which fieldwork began; known from those of the report where it is not said. */
static bool read_start(struct arena *arena, const struct node *inspection, day *first, day *last)
{
    struct date date;
    if (read_date(arena, inspection, "fieldwork", &date)) {
        bool period = date.precision == DATE_INTERVAL;
        *first = period ? date.start.first : date.first;
        *last = period ? date.start.last : date.last;
        return true;
    }
    if (!read_date(arena, inspection, "published", &date) || date.last == DAY_OPEN_END)
        return false;
    *first = date.first - DAYS_TO_REPORT;
    *last = date.last;
    return true;
}

static bool in_force(const struct framework *framework, day first, day last)
{
    bool begun = framework->from.precision == DATE_UNKNOWN || framework->from.first <= last;
    bool over = framework->to.precision != DATE_UNKNOWN && framework->to.last < first;
    return begun && !over;
}

/* ---- judgements that have one of several names ---- */

/* Goes through `a or b`; absent at the end. */
static struct str next_name(struct str key, size_t *at)
{
    if (*at >= key.len)
        return STR_NONE;
    size_t end = *at;
    while (end < key.len && !str_starts(str_part(key, end, key.len), " or "))
        end++;
    struct str name = str_trim(str_part(key, *at, end));
    *at = end + 4;
    return name;
}

/* The first of the names that the framework has; absent when it has none. */
static struct str known_name(const struct framework *framework, struct str key)
{
    struct str name;
    for (size_t at = 0; (name = next_name(key, &at)).at;)
        if (judgement_find(framework, name))
            return name;
    return STR_NONE;
}

/* Has the framework every judgement that was given a grade? */
static bool knows_all(const struct framework *framework, const struct node *judgements)
{
    for (size_t i = 0; judgements && judgements->kind == NODE_MAP && i < judgements->count; i++)
        if (!node_is_absent(judgements->pairs[i].value) &&
            !known_name(framework, judgements->pairs[i].key).at)
            return false;
    return true;
}

static const struct node *with_names(struct arena *arena, const struct framework *framework,
                                     const struct node *judgements)
{
    struct node *named = ARENA_NEW(arena, struct node);
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, judgements->count);
    *named = *judgements;
    for (size_t i = 0; i < judgements->count; i++) {
        struct str name = known_name(framework, judgements->pairs[i].key);
        size_t at = 0;
        pairs[i] = judgements->pairs[i];
        pairs[i].key = name.at ? name : next_name(pairs[i].key, &at);
    }
    named->pairs = pairs;
    return named;
}

/* ---- the variant ---- */

static bool is_of_family(const struct framework *framework, struct str name)
{
    return str_equal(framework->family, name);
}

/* The one variant that was in force and has the judgements; NULL when there is none, or several. */
static const struct framework *choose(struct arena *arena, const struct frameworks *frameworks,
                                      const struct node *inspection, struct str name)
{
    const struct framework *chosen = framework_find(frameworks, name);
    day first, last;
    if (chosen || !read_start(arena, inspection, &first, &last))
        return chosen;
    for (size_t i = 0; i < frameworks->frameworks.count; i++) {
        const struct framework *framework = &frameworks->frameworks.items[i];
        if (!is_of_family(framework, name) || !in_force(framework, first, last) ||
            !knows_all(framework, node_get(inspection, "judgements")))
            continue;
        if (chosen)
            return NULL;
        chosen = framework;
    }
    return chosen;
}

static const struct node *with_text(struct arena *arena, const struct node *node, struct str text)
{
    struct node *changed = ARENA_NEW(arena, struct node);
    *changed = *node;
    changed->text = text;
    return changed;
}

const struct node *inspection_by_date(struct arena *arena, const struct frameworks *frameworks,
                                      const struct node *inspection)
{
    const struct node *name = node_get(inspection, "framework");
    if (node_is_absent(name) || name->kind != NODE_SCALAR)
        return inspection;
    const struct framework *framework = choose(arena, frameworks, inspection, str_trim(name->text));
    if (!framework)
        return inspection;
    struct node *changed = ARENA_NEW(arena, struct node);
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, inspection->count);
    *changed = *inspection;
    for (size_t i = 0; i < inspection->count; i++) {
        pairs[i] = inspection->pairs[i];
        bool judgements = str_is(pairs[i].key, "judgements") && pairs[i].value->kind == NODE_MAP;
        if (pairs[i].value == name)
            pairs[i].value = with_text(arena, name, framework->id);
        else if (judgements && pairs[i].value->from_table)
            pairs[i].value = with_names(arena, framework, pairs[i].value);
    }
    changed->pairs = pairs;
    return changed;
}

static const struct node *list_by_date(struct arena *arena, const struct frameworks *frameworks,
                                       const struct node *list)
{
    const struct node **items = ARENA_ARRAY(arena, const struct node *, list->count);
    struct node *changed = ARENA_NEW(arena, struct node);
    for (size_t i = 0; i < list->count; i++)
        items[i] = list->items[i]->kind == NODE_MAP
                       ? inspection_by_date(arena, frameworks, list->items[i])
                       : list->items[i];
    *changed = *list;
    changed->items = items;
    return changed;
}

const struct node *inspections_by_date(struct arena *arena, const struct frameworks *frameworks,
                                       const struct node *root)
{
    if (!frameworks || root->kind != NODE_MAP)
        return root;
    struct node *changed = ARENA_NEW(arena, struct node);
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, root->count);
    *changed = *root;
    for (size_t i = 0; i < root->count; i++) {
        pairs[i] = root->pairs[i];
        bool judged = str_is(pairs[i].key, "inspections") || str_is(pairs[i].key, "comparators");
        if (judged && pairs[i].value->kind == NODE_LIST)
            pairs[i].value = list_by_date(arena, frameworks, pairs[i].value);
    }
    changed->pairs = pairs;
    return changed;
}
