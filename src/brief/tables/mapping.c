/* Mappings: files that say which records the rows of a kind of table become, in the shape in which
   an officer would have written them; and the file that may stand beside a table. What can be
   checked without a table is checked here. */
#include "base/ascii.h"
#include "brief/brief_codes.h"
#include "brief/briefing.h"
#include "brief/tables/row.h"
#include "data/bind/binder.h"
#include "data/yaml/yaml.h"
#include "files/input.h"
#include "files/path.h"

#include <string.h>
#include <sys/stat.h>

/* ---- what stands beside a table ---- */

/* ---- nodes as an officer would have written them ---- */

static const struct node *new_scalar(struct arena *arena, struct str text, struct span span)
{
    struct node *node = ARENA_NEW(arena, struct node);
    *node = (struct node){.kind = NODE_SCALAR,
                          .span = span,
                          .text = text,
                          .style = SCALAR_QUOTED,
                          .from_table = true};
    return node;
}

struct map {
    struct arena *arena;
    struct node *node;
    LIST(struct pair) pairs;
};

static struct map new_map(struct arena *arena, struct span span)
{
    struct map map = {.arena = arena, .node = ARENA_NEW(arena, struct node)};
    *map.node = (struct node){.kind = NODE_MAP, .span = span, .from_table = true};
    return map;
}

static void put(struct map *map, const char *key, const struct node *value)
{
    if (value && !node_is_absent(value))
        *LIST_ADD(map->arena, &map->pairs) = (struct pair){str_from(key), value->span, value};
}

static const struct node *finish(struct map *map)
{
    map->node->pairs = map->pairs.items;
    map->node->count = map->pairs.count;
    return map->node;
}

/* ---- the source, and what is covered ---- */

/* "TABLE-ofsted_inspections": letters and digits of the name without its ending. */
struct str note_id(struct arena *arena, const char *table, size_t again)
{
    const char *slash = strrchr(table, '/');
    struct str name = str_from(slash ? slash + 1 : table);
    if (str_ends(name, ".csv"))
        name.len -= strlen(".csv");
    struct buf out = {.arena = arena};
    buf_addz(&out, "TABLE-");
    for (size_t i = 0; i < name.len; i++) {
        char byte = name.at[i];
        bool plain = ascii_is_letter(byte) || ascii_is_digit(byte) || byte == '_';
        buf_byte(&out, plain ? byte : '-');
    }
    if (again)
        buf_addf(&out, "-%zu", again + 1);
    return buf_str(&out);
}

const struct node *note_source(struct arena *arena, const struct node *note, struct str id)
{
    static const char *const keys[] = {"title", "publisher", "url", "as_at", "licence", "note"};
    struct map map = new_map(arena, note->span);
    put(&map, "id", new_scalar(arena, id, note->span));
    put(&map, "kind", new_scalar(arena, STR("data"), note->span));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        put(&map, keys[i], node_get(note, keys[i]));
    return finish(&map);
}

const struct node *note_cover(struct arena *arena, const struct node *note,
                              const struct node *cover, struct str id)
{
    struct map map = new_map(arena, cover->span);
    put(&map, "kind", node_get(cover, "kind"));
    put(&map, "note", node_get(cover, "note"));
    put(&map, "as_at", node_get(note, "as_at"));
    put(&map, "source", new_scalar(arena, id, cover->span));
    return finish(&map);
}

/* ---- mappings ---- */

struct checking {
    struct binder binder; /* for its arena, its diagnostics and its way of reporting keys */
    const struct node *words;
    struct column_names dates;
    bool sound;
};

__attribute__((format(printf, 3, 4))) static struct diag *
refuse(struct checking *checking, struct span span, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct buf message = {.arena = checking->binder.arena};
    buf_addv(&message, format, args);
    va_end(args);
    checking->sound = false;
    return diag_report(checking->binder.diags, &E264, span, STR_FMT, STR_ARG(buf_str(&message)));
}

/* ---- records ---- */

static void check_record(struct checking *checking, const struct scope *scope,
                         const struct node *node);

/* A value that is no record: a text with columns, a list of them, or judgements and their grades.
   Calls itself no deeper than the file is nested. */
static void check_value(struct checking *checking, const struct node *node)
{
    for (size_t i = 0; node->kind == NODE_LIST && i < node->count; i++)
        check_value(checking, node->items[i]);
    for (size_t i = 0; node->kind == NODE_MAP && i < node->count; i++)
        check_value(checking, node->pairs[i].value);
    if (node->kind == NODE_SCALAR)
        checking->sound =
            value_check(checking->binder.arena, checking->binder.diags, checking->words, node) &&
            checking->sound;
}

/* Columns with dates are known by what they become somewhere; so a bad one is reported as such,
   also where it goes into an id. */
static void note_dates(struct checking *checking, const struct field *field,
                       const struct node *value)
{
    bool date = field->kind == FIELD_DATE || field->kind == FIELD_PERIOD;
    if (date && value->kind == NODE_SCALAR && value_is_period(value))
        value_columns(checking->binder.arena, value, &checking->dates);
}

static void check_records(struct checking *checking, const struct scope *scope,
                          const struct node *node)
{
    bool list = node->kind == NODE_LIST;
    for (size_t i = 0; i < (list ? node->count : 1); i++) {
        const struct node *item = list ? node->items[i] : node;
        if (item->kind == NODE_MAP)
            check_record(checking, scope, item);
        else
            refuse(checking, item->span, "%s is written here with keys of its own",
                   scope->table->a_name);
    }
}

static void check_pair(struct checking *checking, const struct scope *scope,
                       const struct pair *pair)
{
    const struct field *field = record_field(scope->table, pair->key);
    if (!field) {
        report_unknown_key(&checking->binder, scope, pair);
        checking->sound = false;
    } else if (field->of) {
        struct scope inner = {.table = field->of, .parent = scope};
        check_records(checking, &inner, pair->value);
    } else {
        check_value(checking, pair->value);
        note_dates(checking, field, pair->value);
    }
}

/* Calls itself through check_pair, no deeper than the file is nested. */
static void check_record(struct checking *checking, const struct scope *scope,
                         const struct node *node)
{
    for (size_t i = 0; i < node->count; i++)
        check_pair(checking, scope, &node->pairs[i]);
}

static void check_list(struct checking *checking, const struct pair *pair)
{
    const struct field *field = record_field(&briefing_table, pair->key);
    if (!field || field->kind != FIELD_RECORDS || field->of == &table_use_table) {
        struct diag *diag =
            refuse(checking, pair->key_span, "`" STR_FMT "` is not a list of a specification",
                   STR_ARG(text_shown(checking->binder.arena, pair->key)));
        diag_hint(checking->binder.diags, diag, "write `inspections`, `actions` or another list");
        return;
    }
    struct scope scope = {.table = field->of};
    check_records(checking, &scope, pair->value);
}

/* ---- the file ---- */

static void check_words(struct checking *checking, const struct node *words)
{
    for (size_t i = 0; i < words->count; i++) {
        const struct node *list = words->pairs[i].value;
        if (list->kind != NODE_MAP)
            refuse(checking, words->pairs[i].key_span, "a list of words is a map of words");
        for (size_t j = 0; list->kind == NODE_MAP && j < list->count; j++)
            if (list->pairs[j].value->kind != NODE_SCALAR)
                refuse(checking, list->pairs[j].key_span, "a word stands for one word");
    }
}

static void check_keys(struct checking *checking, const struct node *root)
{
    static const char *const keys[] = {"key", "council", "name", "words", "records"};
    for (size_t i = 0; i < root->count; i++) {
        const struct pair *pair = &root->pairs[i];
        bool known = false;
        for (size_t j = 0; j < sizeof keys / sizeof *keys; j++)
            known = known || str_is(pair->key, keys[j]);
        if (!known)
            refuse(checking, pair->key_span, "`" STR_FMT "` is not a key of a mapping",
                   STR_ARG(text_shown(checking->binder.arena, pair->key)));
    }
}

static const struct node *want(struct checking *checking, const struct node *root, const char *key,
                               enum node_kind kind)
{
    const struct node *node = node_get(root, key);
    if (node && node->kind == kind && !node_is_absent(node))
        return node;
    struct diag *diag = refuse(
        checking, node ? node->span : root->span, "a mapping says under `%s` %s", key,
        kind == NODE_SCALAR ? "which column tells the councils apart" : "what a row becomes");
    diag_hint(checking->binder.diags, diag,
              kind == NODE_SCALAR ? "write `%s: ons_code`" : "write `%s:` and a list below it",
              key);
    return NULL;
}

/* The key of `council` that holds what the column does. */
static struct str council_key(struct checking *checking, const struct node *root)
{
    const struct node *node = node_get(root, "council");
    if (node_is_absent(node))
        return STR("ons_code");
    if (node->kind == NODE_SCALAR && record_field(&council_table, node->text))
        return node->text;
    struct diag *diag = refuse(checking, node->span, "this is not a key of a council");
    diag_hint(checking->binder.diags, diag, "write `ons_code`, `la_code` or `ofsted_urn`");
    return STR_NONE;
}

/* The column that names the council; NULL when the mapping says none. */
static const struct node *name_column(struct checking *checking, const struct node *root)
{
    const struct node *node = node_get(root, "name");
    if (node_is_absent(node) || (node->kind == NODE_SCALAR && str_trim(node->text).len))
        return node_is_absent(node) ? NULL : node;
    struct diag *diag = refuse(checking, node->span, "this does not name one column");
    diag_hint(checking->binder.diags, diag,
              "write the column that names the council: `name: Council`");
    return NULL;
}

const struct mapping *mapping_read(struct arena *arena, struct diags *diags, const char *path)
{
    const struct source *source = source_read(arena, diags, path);
    const struct node *root = source ? yaml_read(arena, diags, source) : NULL;
    if (!root)
        return NULL;
    struct checking checking = {.binder = {.arena = arena, .diags = diags}, .sound = true};
    const struct node *key = want(&checking, root, "key", NODE_SCALAR);
    const struct node *records = want(&checking, root, "records", NODE_MAP);
    const struct node *words = node_get(root, "words");
    if (records)
        records = keys_renewed(arena, diags, &briefing_table, records);
    checking.words = words && words->kind == NODE_MAP ? words : NULL;
    check_keys(&checking, root);
    if (checking.words)
        check_words(&checking, words);
    struct str council = council_key(&checking, root);
    const struct node *name = name_column(&checking, root);
    for (size_t i = 0; records && i < records->count; i++)
        check_list(&checking, &records->pairs[i]);
    if (!checking.sound)
        return NULL;
    struct mapping *mapping = ARENA_NEW(arena, struct mapping);
    *mapping = (struct mapping){
        .key = str_trim(key->text),
        .council = council,
        .key_at = key,
        .name_at = name,
        .words = checking.words,
        .dates = checking.dates,
        .records = records,
    };
    return mapping;
}
