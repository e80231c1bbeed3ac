/* The tables that a specification names: finding each, and the rows that are about its council. */
#include "base/ascii.h"
#include "brief/brief_codes.h"
#include "brief/tables/row.h"
#include "data/data_codes.h"

#include "brief/briefing.h"
#include "data/bind/bind.h"
#include "files/input.h"
#include "files/path.h"

#include <sys/stat.h>

struct adding {
    struct table_store *store;
    struct arena *arena;
    struct diags *diags;
    const char *path; /* of the specification */
    const struct node *root;
    struct additions additions;
    LIST(struct taken) taken;
    LIST(const char *) noted; /* tables of which the note has been added */
    size_t cell_faults;       /* that need not keep the rest from being looked at */
};

/* ---- the file ---- */

static void report_missing(struct adding *adding, struct str file, struct span span)
{
    struct diag *diag =
        diag_report(adding->diags, &E262, span, "there is no table `" STR_FMT "`", STR_ARG(file));
    diag_hint(adding->diags, diag, "name it as seen from the folder of this specification");
}

static void report_outside(struct adding *adding, struct str file, struct span span)
{
    struct diag *diag = diag_report(adding->diags, &E261, span,
                                    "`" STR_FMT "` lies outside the project", STR_ARG(file));
    diag_hint(adding->diags, diag,
              "put a copy into the project, and name it from here: `../data/x.csv`");
}

/* It would lie elsewhere on another machine, wherever it lies on this one. */
static void report_absolute(struct adding *adding, struct str file, struct span span)
{
    struct str instead =
        path_from_folder(adding->arena, store_project(adding->store), adding->path, file);
    if (!instead.at) {
        report_outside(adding, file, span);
        return;
    }
    struct diag *diag =
        diag_report(adding->diags, &E261, span, "`" STR_FMT "` is named from the root of the disk",
                    STR_ARG(file));
    diag_hint(adding->diags, diag,
              "name it from the folder of this specification: write `" STR_FMT "`",
              STR_ARG(instead));
    diag_suggest(adding->diags, diag, span, instead);
}

/* What is none is the specification's fault, not the machine's. */
static bool want_file(struct adding *adding, const char *path, struct str file, struct span span)
{
    struct stat info;
    if (stat(path, &info) != 0 || S_ISREG(info.st_mode))
        return true;
    struct diag *diag = diag_report(adding->diags, &E262, span, "`" STR_FMT "` is %s, not a table",
                                    STR_ARG(file), S_ISDIR(info.st_mode) ? "a folder" : "a device");
    diag_hint(adding->diags, diag, "name a file, such as `../data/x.csv`");
    return false;
}

static const char *find_file(struct adding *adding, const struct table_use *use)
{
    enum path_fault fault;
    const char *found =
        path_inside(adding->arena, store_project(adding->store), adding->path, use->file, &fault);
    struct span span = SPAN_OF(use, file);
    switch (fault) {
    case PATH_SOUND: return want_file(adding, found, use->file, span) ? found : NULL;
    case PATH_MISSING: report_missing(adding, use->file, span); break;
    case PATH_ABSOLUTE: report_absolute(adding, use->file, span); break;
    case PATH_OUTSIDE: report_outside(adding, use->file, span); break;
    }
    return NULL;
}

/* ---- whose rows ---- */

/* A code under a key that is not quite its own is what the officer should mend. */
static bool report_misspelt_key(struct adding *adding, const struct node *council, struct str key)
{
    const char *wanted = str_z(adding->arena, key);
    for (size_t i = 0; council && council->kind == NODE_MAP && i < council->count; i++) {
        const struct pair *pair = &council->pairs[i];
        if (record_field(&council_table, pair->key) ||
            !diag_nearest(pair->key, &wanted, 1, sizeof wanted))
            continue;
        struct diag *diag =
            diag_report(adding->diags, &E201, pair->key_span, "`" STR_FMT "` is not a key of %s",
                        STR_ARG(text_shown(adding->arena, pair->key)), council_table.a_name);
        diag_hint(adding->diags, diag, "did you mean `%s`?", wanted);
        diag_suggest(adding->diags, diag, pair->key_span, key);
        return true;
    }
    return false;
}

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
    if (report_misspelt_key(adding, council, mapping->council))
        return NULL;
    struct diag *diag = diag_report(adding->diags, &E266, use->head.node->pairs[0].key_span,
                                    "nothing says which rows of the table are about this council");
    diag_hint(adding->diags, diag, "write `" STR_FMT "` under `council`, or `value` here",
              STR_ARG(mapping->council));
    return NULL;
}

/* The next letter or digit, as a capital; a letter that is mistaken for a digit as that digit. */
static char next_sign(struct str text, size_t *at)
{
    while (*at < text.len) {
        char c = text.at[(*at)++];
        c = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
        if (c == 'O' || c == 'I' || c == 'L')
            return c == 'O' ? '0' : '1';
        if ((c >= 'A' && c <= 'Z') || ascii_is_digit(c))
            return c;
    }
    return '\0';
}

/* Is a code another but for capitals, blanks, an apostrophe, or O in place of 0? */
static bool is_nearly(struct str a, struct str b)
{
    size_t i = 0, k = 0;
    char sign;
    do {
        sign = next_sign(a, &i);
        if (sign != next_sign(b, &k))
            return false;
    } while (sign);
    return true;
}

static void note_near_row(struct adding *adding, struct diag *diag, const struct csv *csv,
                          const struct mapping *mapping, struct str key)
{
    size_t column = 0;
    while (column < csv->columns && !str_equal(csv->names[column], mapping->key))
        column++;
    for (size_t i = 0; column < csv->columns && i < csv->rows; i++) {
        struct str code = csv_text(adding->arena, csv, i, column);
        if (!code.len || !is_nearly(code, key))
            continue;
        diag_note(adding->diags, diag, csv_span(csv, i, column),
                  "this row has nearly the same: correct it in the table");
        return;
    }
}

static void warn_no_row(struct adding *adding, const struct csv *csv, const struct mapping *mapping,
                        const struct node *key)
{
    struct diag *diag =
        diag_report(adding->diags, &W261, key->span,
                    "no row of `" STR_FMT "` has `" STR_FMT "` as its `" STR_FMT "`",
                    STR_ARG(csv->source->path), STR_ARG(text_shown(adding->arena, key->text)),
                    STR_ARG(mapping->key));
    diag_hint(adding->diags, diag, "check the code, and that the table is the right one");
    note_near_row(adding, diag, csv, mapping, key->text);
}

/* ---- records ---- */

static struct added *list_named(struct adding *adding, struct str name, struct span span)
{
    struct additions *all = &adding->additions;
    for (size_t i = 0; i < all->lists.count; i++)
        if (str_equal(all->lists.items[i].list, name))
            return &all->lists.items[i];
    struct added *added = LIST_ADD(adding->arena, &all->lists);
    *added = (struct added){.list = name, .span = span};
    return added;
}

static struct added *list_of(struct adding *adding, const struct pair *pair)
{
    return list_named(adding, pair->key, pair->key_span);
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

static void fill_row(struct adding *adding, const struct taken *taken, size_t column, size_t row)
{
    struct filling filling = {
        .arena = adding->arena,
        .diags = adding->diags,
        .mapping = taken->mapping,
        .csv = taken->csv,
        .row = row,
        .key_column = column,
    };
    size_t errors = adding->diags->errors;
    row_check_dates(&filling);
    adding->cell_faults += adding->diags->errors - errors;
    const struct node *records = taken->mapping->records;
    for (size_t i = 0; i < records->count; i++)
        add_row(adding, &filling, &records->pairs[i]);
}

static bool is_taken_already(struct adding *adding, const struct taken *taken)
{
    for (size_t i = 0; i < adding->taken.count; i++) {
        const struct taken *first = &adding->taken.items[i];
        if (first->csv != taken->csv || first->mapping != taken->mapping ||
            !str_equal(str_trim(first->key->text), str_trim(taken->key->text)))
            continue;
        struct diag *diag = diag_report(adding->diags, &E268, taken->span,
                                        "these rows are taken from `" STR_FMT "` already",
                                        STR_ARG(taken->csv->source->path));
        diag_hint(adding->diags, diag, "delete this item of `tables`");
        diag_note(adding->diags, diag, first->span, "they are taken here");
        return true;
    }
    *LIST_ADD(adding->arena, &adding->taken) = *taken;
    return false;
}

static void add_rows(struct adding *adding, const struct table_use *use, const struct csv *csv,
                     const struct mapping *mapping)
{
    size_t column = find_column(adding->arena, adding->diags, csv, mapping->key, mapping->key_at);
    const struct taken taken = {
        .csv = csv,
        .mapping = mapping,
        .span = SPAN_OF(use, file),
        .key = find_key(adding, use, mapping),
        .council = node_get(adding->root, "council"),
        .by_value = use->value.len > 0,
    };
    if (!taken.key || column == csv->columns || is_taken_already(adding, &taken))
        return;
    struct str value = str_trim(taken.key->text);
    struct row_list rows = store_rows(adding->store, csv, column, value);
    store_note_rows(adding->store, adding->diags, csv, column, value);
    if (!rows.count)
        warn_no_row(adding, csv, mapping, taken.key);
    check_names(adding->arena, adding->diags, &taken, &rows);
    check_merged_rows(adding->arena, adding->diags, &taken, column, &rows);
    for (size_t i = 0; i < rows.count; i++)
        fill_row(adding, &taken, column, rows.items[i]);
}

/* ---- what stands beside a table ---- */

static void add_item(struct adding *adding, const char *list, const struct node *record)
{
    struct added *added = list_named(adding, str_from(list), record->span);
    *LIST_ADD(adding->arena, &added->items) = record;
}

/* How many tables of this name, in other folders, have a note already; SIZE_MAX: this one has. */
static size_t count_noted(struct adding *adding, const char *path)
{
    struct str id = note_id(adding->arena, path, 0);
    size_t count = 0;
    for (size_t i = 0; i < adding->noted.count; i++) {
        if (str_equal(str_from(adding->noted.items[i]), str_from(path)))
            return SIZE_MAX;
        count += str_equal(note_id(adding->arena, adding->noted.items[i], 0), id);
    }
    return count;
}

static void add_note(struct adding *adding, const struct node *note, const char *path)
{
    size_t again = count_noted(adding, path);
    if (again == SIZE_MAX)
        return;
    *LIST_ADD(adding->arena, &adding->noted) = path;
    struct str id = note_id(adding->arena, path, again);
    add_item(adding, "sources", note_source(adding->arena, note, id));
    const struct node *covers = node_get(note, "covers");
    for (size_t i = 0; covers && covers->kind == NODE_LIST && i < covers->count; i++)
        add_item(adding, "covers", note_cover(adding->arena, note, covers->items[i], id));
}

/* A link that leads nowhere is something too: what it named is lost, and not merely absent. */
static bool is_there(const char *path)
{
    struct stat info;
    return lstat(path, &info) == 0;
}

/* A table may have none; that it has none is remembered too. */
static void find_note(struct adding *adding, const struct table_use *use, const char *table)
{
    struct span span = SPAN_OF(use, file);
    struct str file = str_format(adding->arena, STR_FMT ".yaml", STR_ARG(use->file));
    enum path_fault fault;
    const char *found =
        path_inside(adding->arena, store_project(adding->store), adding->path, file, &fault);
    const char *named = path_beside(adding->arena, adding->path, file);
    if (fault == PATH_OUTSIDE)
        report_outside(adding, file, span);
    else if (fault != PATH_SOUND && !is_there(named))
        inputs_add_missing(adding->diags->inputs, str_from(named));
    else if (want_file(adding, found ? found : named, file, span)) {
        const struct node *note =
            store_note(adding->store, adding->diags, found ? found : named, span);
        if (note)
            add_note(adding, note, table);
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
    const struct csv *csv =
        path ? store_csv(adding->store, adding->diags, path, record_span_of(&use, "file")) : NULL;
    if (csv && mapping) {
        add_rows(adding, &use, csv, mapping);
        find_note(adding, &use, path);
    }
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
    if (diags->errors - adding.cell_faults > errors)
        return NULL;
    return merge_additions(arena, diags, root, &adding.additions);
}
