/* The tables that a specification names: finding each, and the rows that are about its council. */
#include "tables.h"

#include "base/path.h"
#include "spec/bind.h"
#include "spec/briefing.h"

struct adding {
    struct table_store *store;
    struct arena *arena;
    struct diags *diags;
    const char *path; /* of the specification */
    const struct node *root;
    struct additions additions;
};

/* ---- the file ---- */

static const char *find_file(struct adding *adding, const struct table_use *use)
{
    enum path_fault fault;
    const char *found = path_inside(adding->arena, adding->path, use->file, &fault);
    struct span span = record_span_of(use, "file");
    struct diag *diag;
    switch (fault) {
    case PATH_SOUND: return found;
    case PATH_MISSING:
        diag = diag_report(adding->diags, E262, span, "there is no table `" STR_FMT "`",
                           STR_ARG(use->file));
        diag_hint(adding->diags, diag, "name it as seen from the folder of this specification");
        return NULL;
    case PATH_ABSOLUTE:
    case PATH_OUTSIDE: break;
    }
    diag = diag_report(adding->diags, E261, span, "`" STR_FMT "` lies outside the project",
                       STR_ARG(use->file));
    diag_hint(adding->diags, diag,
              "put a copy into the project, and name it from here: `../data/x.csv`");
    return NULL;
}

/* ---- whose rows ---- */

/* What the key column holds in this council's rows, and where that was written. */
static const struct node *find_key(struct adding *adding, const struct table_use *use,
                                   const struct mapping *mapping)
{
    if (use->value.len)
        return node_get(use->head.node, "value");
    const struct node *council = node_get(adding->root, "council");
    const struct pair *pair = node_pair(council, mapping->council);
    if (pair && pair->value->kind == NODE_SCALAR && !node_is_absent(pair->value))
        return pair->value;
    struct diag *diag = diag_report(adding->diags, E266, use->head.node->pairs[0].key_span,
                                    "nothing says which rows of the table are about this council");
    diag_hint(adding->diags, diag, "write `" STR_FMT "` under `council`, or `value` here",
              STR_ARG(mapping->council));
    return NULL;
}

static void warn_no_row(struct adding *adding, const struct csv *csv, const struct mapping *mapping,
                        const struct node *key)
{
    struct diag *diag =
        diag_report(adding->diags, W261, key->span,
                    "no row of `" STR_FMT "` has `" STR_FMT "` as its `" STR_FMT "`",
                    STR_ARG(csv->source->path), STR_ARG(text_shown(adding->arena, key->text)),
                    STR_ARG(mapping->key));
    diag_hint(adding->diags, diag, "check the code, and that the table is the right one");
}

/* ---- records ---- */

static struct added *list_of(struct adding *adding, const struct pair *pair)
{
    struct additions *all = &adding->additions;
    for (size_t i = 0; i < all->lists.count; i++)
        if (str_equal(all->lists.items[i].list, pair->key))
            return &all->lists.items[i];
    struct added *added = LIST_ADD(adding->arena, &all->lists);
    *added = (struct added){.list = pair->key, .span = pair->key_span};
    return added;
}

/* What a row becomes in one list: a record, or one for each that the mapping has. */
static void add_row(struct adding *adding, struct filling *filling, const struct pair *pair)
{
    bool several = pair->value->kind == NODE_LIST;
    struct added *added = list_of(adding, pair);
    for (size_t i = 0; i < (several ? pair->value->count : 1); i++) {
        const struct node *pattern = several ? pair->value->items[i] : pair->value;
        const struct node *record = row_record(filling, pattern);
        if (record)
            *LIST_ADD(adding->arena, &added->items) = record;
    }
}

static void add_rows(struct adding *adding, const struct table_use *use, const struct csv *csv,
                     const struct mapping *mapping)
{
    size_t column = find_column(adding->arena, adding->diags, csv, mapping->key, mapping->key_at);
    const struct node *key = find_key(adding, use, mapping);
    if (!key || column == csv->columns)
        return;
    struct row_list rows = store_rows(adding->store, csv, column, str_trim(key->text));
    store_note_rows(adding->store, adding->diags, csv, column, str_trim(key->text));
    if (!rows.count)
        warn_no_row(adding, csv, mapping, key);
    for (size_t i = 0; i < rows.count; i++) {
        struct filling filling = {
            .arena = adding->arena,
            .diags = adding->diags,
            .mapping = mapping,
            .csv = csv,
            .row = rows.items[i],
            .key_column = column,
        };
        for (size_t j = 0; j < mapping->records->count; j++)
            add_row(adding, &filling, &mapping->records->pairs[j]);
    }
}

/* Faults in how a table is named are reported when the whole specification is bound. */
static void add_table(struct adding *adding, const struct node *node)
{
    struct diags unheard;
    diags_init(&unheard, adding->arena);
    struct table_use use = {.file = STR_NONE};
    struct bind_context context = {.arena = adding->arena, .diags = &unheard};
    if (!bind_record(&context, &table_use_table, node, &use))
        return;
    const char *path = find_file(adding, &use);
    const struct mapping *mapping =
        store_mapping(adding->store, adding->diags, use.mapping, record_span_of(&use, "mapping"));
    const struct csv *csv = path ? store_csv(adding->store, adding->diags, path) : NULL;
    if (csv && mapping)
        add_rows(adding, &use, csv, mapping);
}

const struct node *tables_add(struct table_store *store, struct arena *arena, struct diags *diags,
                              const char *path, const struct node *root)
{
    const struct node *tables = node_get(root, "tables");
    if (!tables || tables->kind != NODE_LIST)
        return root;
    size_t errors = diags->errors;
    struct adding adding = {
        .store = store, .arena = arena, .diags = diags, .path = path, .root = root};
    for (size_t i = 0; i < tables->count; i++)
        if (tables->items[i]->kind == NODE_MAP)
            add_table(&adding, tables->items[i]);
    if (diags->errors > errors)
        return NULL;
    return merge_additions(arena, diags, root, &adding.additions);
}
