/* The tables that a specification names: finding each, and the rows that are about its council. */
#include "brief/brief_codes.h"
#include "brief/tables/merge.h"
#include "brief/tables/rows.h"
#include "brief/tables/store.h"
#include "brief/tables/variants.h"

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
    const struct frameworks *frameworks;
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
    diag_correct(adding->diags, diag, span, instead);
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

static const char *find_file(struct adding *adding, struct str file, struct span span)
{
    enum path_fault fault;
    const char *found =
        path_inside(adding->arena, store_project(adding->store), adding->path, file, &fault);
    switch (fault) {
    case PATH_SOUND: return want_file(adding, found, file, span) ? found : NULL;
    case PATH_MISSING: report_missing(adding, file, span); break;
    case PATH_ABSOLUTE: report_absolute(adding, file, span); break;
    case PATH_OUTSIDE: report_outside(adding, file, span); break;
    }
    return NULL;
}

/* ---- records ---- */

/* A table while its rows become records. */
struct using
{
    struct taken taken;
    struct second_table second;
    struct told_words *told_words;
    const struct node *note; /* what stands beside it; NULL: nothing does */
    bool is_noted;           /* another item of `tables` has made a source of it */
    struct str source;       /* the id of the source of all; absent: there is none */
    struct span source_at;
    const size_t *from; /* how many records each list of a specification had before, by its place */
};

static struct filling new_filling(struct adding *adding, const struct using *using, size_t row)
{
    return (struct filling){
        .arena = adding->arena,
        .diags = adding->diags,
        .mapping = using->taken.mapping,
        .csv = using->taken.csv,
        .second = &using->second,
        .frameworks = adding->frameworks,
        .row = row,
        .key_column = using->taken.key_column,
        .joint = row_joint(adding->arena, &using->taken, row),
        .told_words = using->told_words,
    };
}

static const struct node *with_pair(struct arena *arena, const struct node *record, const char *key,
                                    struct str text, struct span span)
{
    struct node *changed = ARENA_NEW(arena, struct node);
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, record->count + 1);
    *changed = *record;
    for (size_t i = 0; i < record->count; i++)
        pairs[i] = record->pairs[i];
    pairs[changed->count++] = (struct pair){str_from(key), span, new_scalar(arena, text, span)};
    changed->pairs = pairs;
    return changed;
}

/* What holds for all that comes from a table: its source, and whose history it is. */
static const struct node *with_origin(struct adding *adding, const struct using *using,
                                      const struct record_table *table, size_t row,
                                      const struct node *record)
{
    const struct field *source = record_field(table, STR("source"));
    if (using->source.at && source && source->ids == IDS_SOURCES &&
        node_is_absent(node_get(record, "source")))
        record = with_pair(adding->arena, record, "source", using->source, using->source_at);
    struct str before = record_field(table, STR("of"))
                            ? row_predecessor(adding->arena, &using->taken, row)
                            : STR_NONE;
    if (before.at && node_is_absent(node_get(record, "of")))
        record = with_pair(adding->arena, record, "of", before,
                           csv_span(using->taken.csv, row, using->taken.name_column));
    return record;
}

/* The parts of a record, each with the table as its source. */
static const struct node *parts_with_source(struct adding *adding, const struct using *using,
                                            const struct record_table *table,
                                            const struct node *list)
{
    const struct field *source = record_field(table, STR("source"));
    if (!using->source.at || !source || source->ids != IDS_SOURCES)
        return list;
    const struct node **items = ARENA_ARRAY(adding->arena, const struct node *, list->count);
    struct node *changed = ARENA_NEW(adding->arena, struct node);
    for (size_t i = 0; i < list->count; i++)
        items[i] = list->items[i]->kind == NODE_MAP && !node_get(list->items[i], "source")
                       ? with_pair(adding->arena, list->items[i], "source", using->source,
                                   using->source_at)
                       : list->items[i];
    *changed = *list;
    changed->items = items;
    return changed;
}

/* A record as it would complete one of another table: what it adds has a source of its own. */
static const struct node *with_sources(struct adding *adding, const struct using *using,
                                       const struct record_table *table, const struct node *record)
{
    struct node *changed = ARENA_NEW(adding->arena, struct node);
    struct pair *pairs = ARENA_ARRAY(adding->arena, struct pair, record->count);
    *changed = *record;
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = record_field(table, record->pairs[i].key);
        pairs[i] = record->pairs[i];
        if (field && field->of && pairs[i].value->kind == NODE_LIST)
            pairs[i].value = parts_with_source(adding, using, field->of, pairs[i].value);
    }
    changed->pairs = pairs;
    return changed;
}

static void add_record(struct adding *adding, const struct using *using, const struct pair *list,
                       const struct node *pattern, struct filling *filling)
{
    const struct field *field = record_field(&briefing_table, list->key);
    const struct node *record = row_record(filling, field->of, pattern);
    struct added *added = additions_list(&adding->additions, list->key, list->key_span);
    size_t from = using->from[field - briefing_table.fields];
    if (record && additions_complete(adding->arena, added, from,
                                     with_sources(adding, using, field->of, record)))
        return;
    if (record)
        additions_add(adding->arena, added, from,
                      with_origin(adding, using, field->of, filling->row, record));
}

typedef void add_pattern(struct adding *adding, const struct using *using, const struct pair *list,
                         const struct node *pattern, const void *data);

/* Each record that the mapping has in each list. */
static void each_pattern(struct adding *adding, const struct using *using,
                         const struct node *records, add_pattern *add, const void *data)
{
    for (size_t i = 0; i < records->count; i++) {
        const struct pair *list = &records->pairs[i];
        bool several = list->value->kind == NODE_LIST;
        for (size_t k = 0; k < (several ? list->value->count : 1); k++)
            add(adding, using, list, several ? list->value->items[k] : list->value, data);
    }
}

static void add_of_row(struct adding *adding, const struct using *using, const struct pair *list,
                       const struct node *pattern, const void *data)
{
    if (node_get(pattern, FOR_EACH))
        return;
    struct filling filling = *(const struct filling *)data;
    add_record(adding, using, list, pattern, &filling);
}

/* Faults of cells need not keep the rest of the specification from being looked at. */
static void read_dates(struct adding *adding, struct filling *filling)
{
    size_t errors = adding->diags->errors;
    row_read_cells(filling);
    adding->cell_faults += adding->diags->errors - errors;
}

static void add_row(struct adding *adding, const struct using *using, size_t row)
{
    struct filling filling = new_filling(adding, using, row);
    read_dates(adding, &filling);
    each_pattern(adding, using, using->taken.mapping->records, add_of_row, &filling);
}

/* A record for each group of the rows. */
static void add_of_groups(struct adding *adding, const struct using *using, const struct pair *list,
                          const struct node *pattern, const void *data)
{
    const struct node *columns = node_get(pattern, FOR_EACH);
    if (!columns)
        return;
    const struct row_groups *groups =
        rows_grouped(adding->arena, adding->diags, using->taken.csv, data, columns);
    for (size_t i = 0; i < groups->groups.count; i++) {
        struct row_list group = groups->groups.items[i];
        struct filling filling = new_filling(adding, using, group.items[0]);
        row_read_cells(&filling);
        filling.group = group;
        add_record(adding, using, list, pattern, &filling);
    }
}

/* ---- rows about other places ---- */

static void join_record(struct adding *adding, const struct using *using, const struct pair *list,
                        const struct node *pattern, const void *data)
{
    struct filling filling = *(const struct filling *)data;
    const struct field *field = record_field(&briefing_table, list->key);
    const struct node *record = row_record(&filling, field->of, pattern);
    if (record)
        additions_join(adding->arena, additions_list(&adding->additions, list->key, list->key_span),
                       using->from[field - briefing_table.fields], record);
}

static void add_others(struct adding *adding, const struct using *using, size_t own)
{
    const struct mapping *mapping = using->taken.mapping;
    for (size_t i = 0; i < mapping->others.count; i++) {
        struct row_list rows = rows_of_others(adding->arena, adding->diags, &using->taken,
                                              &mapping->others.items[i], own);
        for (size_t k = 0; k < rows.count; k++) {
            struct filling filling = new_filling(adding, using, rows.items[k]);
            read_dates(adding, &filling);
            each_pattern(adding, using, mapping->others.items[i].records, join_record, &filling);
        }
    }
}

/* ---- the rows ---- */

static bool is_taken_already(struct adding *adding, const struct taken *taken)
{
    for (size_t i = 0; i < adding->taken.count; i++) {
        const struct taken *first = &adding->taken.items[i];
        bool same_key = first->key && taken->key
                            ? str_equal(str_trim(first->key->text), str_trim(taken->key->text))
                            : first->key == taken->key;
        if (first->csv != taken->csv || first->mapping != taken->mapping || !same_key)
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

/* A change of other rows matters where they are read too, or decide which are. */
static void note_rows(struct adding *adding, const struct taken *taken)
{
    const struct mapping *mapping = taken->mapping;
    bool whole = !mapping->keys.count || mapping->where || mapping->others.count;
    for (size_t i = 0; i < taken->texts.count; i++)
        whole = whole || taken->texts.items[i].in.kind != INDEX_CODES || mapping->joint.at;
    if (whole)
        store_note_table(adding->store, adding->diags, taken->csv);
    for (size_t i = 0; !whole && i < taken->texts.count; i++)
        store_note_rows(adding->store, adding->diags, taken->csv, taken->texts.items[i].in.column,
                        taken->texts.items[i].text);
}

/* How many records each list has, so that those of this table are known from those before. */
static const size_t *counts_before(struct adding *adding)
{
    size_t fields = 0;
    while (briefing_table.fields[fields].name)
        fields++;
    size_t *counts = ARENA_ARRAY(adding->arena, size_t, fields);
    for (size_t i = 0; i < adding->additions.lists.count; i++) {
        const struct added *added = &adding->additions.lists.items[i];
        counts[record_field(&briefing_table, added->list) - briefing_table.fields] =
            added->items.count;
    }
    return counts;
}

static void add_rows(struct adding *adding, struct using *using)
{
    const struct taken *taken = &using->taken;
    struct row_list about = rows_about(adding->arena, adding->diags, taken);
    note_rows(adding, taken);
    check_names(adding->arena, adding->diags, taken, &about);
    check_merged_rows(adding->arena, adding->diags, taken, &about);
    struct row_list rows = rows_chosen(adding->arena, adding->diags, taken, &about);
    using->from = counts_before(adding);
    for (size_t i = 0; i < rows.count; i++)
        add_row(adding, using, rows.items[i]);
    each_pattern(adding, using, taken->mapping->records, add_of_groups, &rows);
    if (rows.count)
        add_others(adding, using, rows.items[0]);
}

/* ---- what stands beside a table ---- */

static void add_item(struct adding *adding, const char *list, const struct node *record)
{
    struct added *added = additions_list(&adding->additions, str_from(list), record->span);
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

/* The table becomes a source: by what stands beside it, or by what its mapping says. */
static void name_source(struct adding *adding, struct using *using, const char *path)
{
    const struct node *said = using->taken.mapping->source;
    if (!using->note && !said)
        return;
    size_t again = count_noted(adding, path);
    using->is_noted = again == SIZE_MAX;
    using->source = note_id(adding->arena, path, using->is_noted ? 0 : again);
    using->source_at = using->note ? using->note->span : said->span;
    if (!using->is_noted)
        *LIST_ADD(adding->arena, &adding->noted) = path;
}

static void add_source(struct adding *adding, const struct using *using)
{
    struct arena *arena = adding->arena;
    if (!using->source.at || using->is_noted)
        return;
    add_item(adding, "sources",
             note_source(arena, using->note, using->taken.mapping->source, using->source));
    const struct node *covers = node_get(using->note, "covers");
    for (size_t i = 0; covers && covers->kind == NODE_LIST && i < covers->count; i++)
        add_item(adding, "covers", note_cover(arena, using->note, covers->items[i], using->source));
}

/* A link that leads nowhere is something too: what it named is lost, and not merely absent. */
static bool is_there(const char *path)
{
    struct stat info;
    return lstat(path, &info) == 0;
}

/* A table may have none (NULL); that it has none is remembered too. */
static const struct node *find_note(struct adding *adding, const struct table_use *use)
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
    else if (want_file(adding, found ? found : named, file, span))
        return store_note(adding->store, adding->diags, found ? found : named, span);
    return NULL;
}

/* ---- columns, and a second table ---- */

/* Each column that is lacking is told once, however often the mapping names it. */
static bool has_columns(struct adding *adding, const struct csv *csv,
                        const struct column_names *names, const struct column_names *optional)
{
    bool all = true;
    for (size_t i = 0; i < names->names.count; i++) {
        if (column_names_have(optional, names->names.items[i]))
            continue;
        size_t column = find_column(adding->arena, adding->diags, csv, names->names.items[i],
                                    names->at.items[i]);
        all = all && column < csv->columns;
    }
    return all;
}

static bool open_second(struct adding *adding, const struct table_use *use, struct using *using)
{
    const struct mapping *mapping = using->taken.mapping;
    if (!mapping->second_key.at)
        return true;
    if (!use->second.len) {
        struct diag *diag = diag_report(adding->diags, &E278, SPAN_OF(use, mapping),
                                        "this mapping looks up what cells hold in a second table");
        diag_hint(adding->diags, diag,
                  "name it below: `second: ../data/x.csv`, which has a column `" STR_FMT "`",
                  STR_ARG(mapping->second_key));
        return false;
    }
    struct span span = SPAN_OF(use, second);
    const char *path = find_file(adding, use->second, span);
    const struct csv *csv =
        path ? store_second_csv(adding->store, adding->diags, path, mapping, span) : NULL;
    if (!csv || !has_columns(adding, csv, &mapping->second_columns, &mapping->optional))
        return false;
    using->second = (struct second_table){
        .csv = csv,
        .store = adding->store,
        .indexes = store_indexes(adding->store),
        .key = find_column(adding->arena, adding->diags, csv, mapping->second_key, use->head.node),
        .latest = csv->columns,
    };
    if (mapping->second_latest.at)
        using->second.latest =
            find_column(adding->arena, adding->diags, csv, mapping->second_latest, use->head.node);
    return using->second.key < csv->columns;
}

/* ---- all of them ---- */

/* Of a table that an officer keeps nothing should be lost without a word. */
static void warn_unread(struct adding *adding, const struct csv *csv, const struct mapping *mapping)
{
    struct buf names = {.arena = adding->arena};
    size_t count = 0, first = 0;
    for (size_t i = 0; !mapping->keys.count && i < csv->columns; i++) {
        bool read = !csv->names[i].len;
        for (size_t k = 0; k < mapping->columns.names.count; k++)
            read = read || csv_column(csv, mapping->columns.names.items[k]) == i;
        if (read)
            continue;
        first = count ? first : i;
        buf_addf(&names, "%s`" STR_FMT "`", count++ ? ", " : "", STR_ARG(csv->names[i]));
    }
    if (!count)
        return;
    struct diag *diag = diag_report(
        adding->diags, &W278, csv_name_span(csv, first), "the mapping does not read %s " STR_FMT,
        count == 1 ? "the column" : "the columns", STR_ARG(buf_str(&names)));
    diag_hint(adding->diags, diag,
              "give it a name that the mapping knows, or delete it from the table");
    if (mapping->optional.at.count)
        diag_note(adding->diags, diag, mapping->optional.at.items[0]->span, "it knows these");
}

static void use_table(struct adding *adding, const struct table_use *use, const char *path,
                      const struct csv *csv, const struct mapping *mapping)
{
    struct using using = {
        .taken = {.indexes = store_indexes(adding->store),
                  .csv = csv,
                  .mapping = mapping,
                  .span = SPAN_OF(use, file),
                  .council = node_get(adding->root, "council")},
        .source = STR_NONE,
        .told_words = ARENA_NEW(adding->arena, struct told_words),
    };
    const struct node *value = node_get(use->head.node, "value");
    if (!has_columns(adding, csv, &mapping->columns, &mapping->optional) ||
        !taken_find(&using.taken, adding->arena, adding->diags,
                    node_is_absent(value) ? NULL : value) ||
        !open_second(adding, use, &using) || is_taken_already(adding, &using.taken))
        return;
    warn_unread(adding, csv, mapping);
    using.note = find_note(adding, use);
    name_source(adding, &using, path);
    add_rows(adding, &using);
    add_source(adding, &using);
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
    const char *path = find_file(adding, use.file, SPAN_OF(&use, file));
    const struct mapping *mapping =
        store_mapping(adding->store, adding->diags, use.mapping, record_span_of(&use, "mapping"));
    const struct csv *csv = path && mapping ? store_csv(adding->store, adding->diags, path, mapping,
                                                        SPAN_OF(&use, file))
                                            : NULL;
    if (csv)
        use_table(adding, &use, path, csv, mapping);
}

const struct node *tables_add(struct table_store *store, struct arena *arena, struct diags *diags,
                              const char *path, const struct node *root,
                              const struct frameworks *frameworks)
{
    root = inspections_by_date(arena, frameworks, root);
    const struct node *tables = node_get(root, "tables");
    if (!tables || tables->kind != NODE_LIST)
        return root;
    size_t errors = diags->errors;
    struct adding adding = {.store = store,
                            .arena = arena,
                            .diags = diags,
                            .path = path,
                            .root = root,
                            .frameworks = frameworks,
                            .additions = {.arena = arena}};
    for (size_t i = 0; i < tables->count; i++)
        if (tables->items[i]->kind == NODE_MAP)
            add_table(&adding, tables->items[i]);
    if (diags->errors - adding.cell_faults > errors)
        return NULL;
    return merge_additions(arena, diags, root, &adding.additions);
}
