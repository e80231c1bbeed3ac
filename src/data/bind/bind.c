/* Binds maps to records, field by field, as the record tables say. */
#include "data/bind/binder.h"
#include "data/data_codes.h"
#include "data/yaml/yaml.h"
#include "files/input.h"

/* ---- records inside records ---- */

static void report_not_record(struct binder *binder, const struct slot *slot,
                              const struct node *node)
{
    const struct record_table *of = slot->field->of;
    if (node_is_absent(node)) {
        struct diag *diag = diag_report(binder->diags, &E203, node->span,
                                        "this item of `%s` is empty", slot->field->name);
        diag_hint(binder->diags, diag, "write it out, or delete the line");
        return;
    }
    struct diag *diag = diag_report(binder->diags, &E203, node->span,
                                    "%s is written here with keys of its own, not as " STR_FMT,
                                    of->a_name, STR_ARG(node_describe(binder->arena, node)));
    diag_hint(binder->diags, diag, "write `%s: ` and a value", of->fields->name);
}

static void bind_child(struct binder *binder, const struct slot *slot, const struct node *node,
                       void *record)
{
    struct scope scope = {.table = slot->field->of, .record = record, .parent = slot->scope};
    bind_map(binder, &scope, node, record);
}

static void bind_one_record(struct binder *binder, const struct slot *slot)
{
    if (slot->node->kind != NODE_MAP) {
        report_not_record(binder, slot, slot->node);
        return;
    }
    void *record = arena_alloc(binder->arena, slot->field->of->size);
    bind_child(binder, slot, slot->node, record);
    *(const void **)slot->at = record;
}

/* The maps among the items; the others are reported and left out. */
static struct nodes take_maps(struct binder *binder, const struct slot *slot, struct nodes all)
{
    const struct node **maps = ARENA_ARRAY(binder->arena, const struct node *, all.count);
    size_t count = 0;
    for (size_t i = 0; i < all.count; i++) {
        if (all.items[i]->kind == NODE_MAP)
            maps[count++] = all.items[i];
        else
            report_not_record(binder, slot, all.items[i]);
    }
    return (struct nodes){maps, count};
}

static struct nodes record_items(struct binder *binder, const struct slot *slot)
{
    const struct node *node = slot->node;
    if (node->kind == NODE_LIST)
        return take_maps(binder, slot, (struct nodes){node->items, node->count});
    struct span span = node->kind == NODE_MAP && node->count ? node->pairs[0].key_span : node->span;
    struct diag *diag =
        diag_report(binder->diags, &E203, span, "`%s` takes a list", slot->field->name);
    diag_hint(binder->diags, diag, "begin the line with `- `");
    return (struct nodes){&slot->node, node->kind == NODE_MAP ? 1 : 0};
}

static void bind_records(struct binder *binder, const struct slot *slot)
{
    const struct record_table *of = slot->field->of;
    struct nodes maps = record_items(binder, slot);
    char *items = arena_array(binder->arena, maps.count, of->size);
    for (size_t i = 0; i < maps.count; i++)
        bind_child(binder, slot, maps.items[i], items + i * of->size);
    *(struct records *)slot->at = (struct records){items, maps.count};
}

/* ---- one record ---- */

static void (*const bind_kind[])(struct binder *, const struct slot *) = {
    [FIELD_TEXT] = bind_text,
    [FIELD_MARKDOWN] = bind_text,
    [FIELD_WHOLE] = bind_whole,
    [FIELD_DECIMAL] = bind_decimal,
    [FIELD_ANSWER] = bind_answer,
    [FIELD_DATE] = bind_date,
    [FIELD_PERIOD] = bind_date,
    [FIELD_WORD] = bind_word,
    [FIELD_ID] = bind_id,
    [FIELD_REF] = bind_ref,
    [FIELD_REFS] = bind_refs,
    [FIELD_GRADE] = bind_grade,
    [FIELD_GRADES] = bind_grades,
    [FIELD_FRAMEWORK] = bind_framework,
    [FIELD_TEXTS] = bind_texts,
    [FIELD_WHOLES] = bind_wholes,
    [FIELD_RECORD] = bind_one_record,
    [FIELD_RECORDS] = bind_records,
};

static void bind_pair(struct binder *binder, const struct scope *scope, const struct pair *pair,
                      void *record)
{
    const struct field *field = record_field(scope->table, pair->key);
    if (!field) {
        report_unknown_key(binder, scope, pair);
        return;
    }
    if (field_is_derived(field)) {
        struct diag *diag = diag_report(binder->diags, &E209, pair->key_span,
                                        "`%s` is computed and cannot be written", field->name);
        diag_hint(binder->diags, diag, "delete it");
        return;
    }
    if (node_is_absent(pair->value) || (pair->value->told && field->kind != FIELD_ID))
        return;
    struct slot slot = {
        .scope = scope,
        .field = field,
        .node = pair->value,
        .at = (char *)record + field->offset,
    };
    bind_kind[field->kind](binder, &slot);
}

static bool says_nothing(const struct node *node)
{
    return node_is_absent(node) || (node->kind == NODE_LIST && node->count == 0);
}

/* Worded without the record, so that a cell that several are made from is reported once. */
static void report_empty_cell(struct binder *binder, const struct code *code,
                              const struct field *field, const struct node *cell)
{
    bool empty = !str_trim(span_text(cell->span)).len;
    struct diag *diag = diag_report(
        binder->diags, code, cell->span, "`%s` comes from the column `" STR_FMT "`, which %s",
        field->name, STR_ARG(text_shown(binder->arena, cell->origin->column)),
        empty ? "is empty here" : "holds a word here that stands for nothing");
    diag_hint(binder->diags, diag, empty ? "fill this cell" : "correct this cell");
}

/* What is only expected need not be missed where the cell that it shares with the id is empty. */
static bool shares_cell_of_id(const struct node *node, const struct node *cell)
{
    const struct node *id = node_get(node, "id");
    return id && id->origin && node_is_absent(id) && id->span.start == cell->span.start;
}

/* The first source of the file, as an example that can be written as it stands. */
static const char *id_of_a_record(struct binder *binder, const struct scope *scope,
                                  const struct field *field)
{
    while (scope->parent)
        scope = scope->parent;
    const struct record_head *head = scope->record;
    const struct node *list =
        head && field->ids == IDS_SOURCES ? node_get(head->node, "sources") : NULL;
    if (!list || list->kind != NODE_LIST || !list->count)
        return NULL;
    const struct node *id = node_get(list->items[0], "id");
    bool plain = id && id->kind == NODE_SCALAR && str_trim(id->text).len;
    return plain ? text_shown(binder->arena, id->text).at : NULL;
}

static void report_missing(struct binder *binder, const struct scope *scope,
                           const struct node *node, const struct field *field)
{
    const struct code *code = field->presence == REQUIRED ? &E202 : &W201;
    const struct pair *pair = node_pair(node, str_from(field->name));
    if (pair && pair->value->origin) {
        if (code == &E202 || !shares_cell_of_id(node, pair->value))
            report_empty_cell(binder, code, field, pair->value);
        return;
    }
    bool written = node->count && !node->from_table;
    struct span span = written ? node->pairs[0].key_span : node->span;
    struct diag *diag =
        pair ? diag_report(binder->diags, code, pair->key_span, "`%s` has no value", field->name)
             : diag_report(binder->diags, code, span, "`%s` is missing from this %s", field->name,
                           scope->table->name);
    const char *example = field->kind == FIELD_REFS ? id_of_a_record(binder, scope, field) : NULL;
    if (!example)
        example = field->example;
    if (example)
        diag_hint(binder->diags, diag, "for example `%s: %s`", field->name, example);
}

static void check_missing(struct binder *binder, const struct scope *scope, const struct node *node)
{
    for (const struct field *field = scope->table->fields; field->name; field++) {
        bool wanted = field->presence == REQUIRED || field->presence == EXPECTED;
        if (wanted && says_nothing(node_get(node, field->name)))
            report_missing(binder, scope, node, field);
    }
}

static bool holds_grades(const struct scope *scope, const struct pair *pair)
{
    const struct field *field = record_field(scope->table, pair->key);
    return field && field->kind == FIELD_GRADES;
}

/* Calls itself through bind_pair, no deeper than the nodes are nested. Grades come last because
   they may take over the sources of the record. */
void bind_map(struct binder *binder, const struct scope *scope, const struct node *node,
              void *record)
{
    ((struct record_head *)record)->node = node;
    for (size_t i = 0; i < node->count; i++)
        if (!holds_grades(scope, &node->pairs[i]))
            bind_pair(binder, scope, &node->pairs[i], record);
    for (size_t i = 0; i < node->count; i++)
        if (holds_grades(scope, &node->pairs[i]))
            bind_pair(binder, scope, &node->pairs[i], record);
    check_missing(binder, scope, node);
}

bool bind_record(const struct bind_context *context, const struct record_table *table,
                 const struct node *node, void *record)
{
    if (!node)
        return false;
    struct binder binder = {
        .arena = context->arena,
        .diags = context->diags,
        .frameworks = context->frameworks,
    };
    size_t errors = binder.diags->errors;
    if (node->kind != NODE_MAP) {
        struct diag *diag =
            diag_report(binder.diags, &E203, node->span, "%s is written with keys, not as " STR_FMT,
                        table->a_name, STR_ARG(node_describe(binder.arena, node)));
        diag_hint(binder.diags, diag, "write `%s: ` and a value", table->fields->name);
        return false;
    }
    struct scope scope = {.table = table, .record = record};
    bind_map(&binder, &scope, node, record);
    resolve_refs(&binder);
    return binder.diags->errors == errors;
}

void *bind_file(struct arena *arena, struct diags *diags, const struct record_table *table,
                const char *path)
{
    const struct source *source = source_read(arena, diags, path);
    const struct node *root = source ? yaml_read(arena, diags, source) : NULL;
    struct bind_context context = {.arena = arena, .diags = diags};
    void *record = arena_alloc(arena, table->size);
    return root && bind_record(&context, table, root, record) ? record : NULL;
}
