/* The tables that a specification names: finding each, and the rows that are about its council. */
#include "brief/brief_codes.h"
#include "brief/tables/adding.h"
#include "brief/tables/store.h"
#include "brief/tables/variants.h"

#include "brief/briefing.h"
#include "data/bind/bind.h"
#include "files/input.h"
#include "files/path.h"

#include <sys/stat.h>

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
static void name_source(struct adding *adding, struct table_used *used, const char *path)
{
    const struct node *said = used->taken.mapping->source;
    if (!used->note && !said)
        return;
    size_t again = count_noted(adding, path);
    used->is_noted = again == SIZE_MAX;
    used->source = note_id(adding->arena, path, used->is_noted ? 0 : again);
    used->source_at = used->note ? used->note->span : said->span;
    if (!used->is_noted)
        *LIST_ADD(adding->arena, &adding->noted) = path;
}

/* What was only counted is no reason to say that a paper has all of a kind. */
static bool is_only_compared(const struct table_use *use)
{
    return use->take == TAKE_COMPARISON;
}

static void add_source(struct adding *adding, const struct table_use *use,
                       const struct table_used *used)
{
    struct arena *arena = adding->arena;
    if (!used->source.at || used->is_noted)
        return;
    add_item(adding, "sources",
             note_source(arena, used->note, used->taken.mapping->source, used->source));
    const struct node *covers = is_only_compared(use) ? NULL : node_get(used->note, "covers");
    for (size_t i = 0; covers && covers->kind == NODE_LIST && i < covers->count; i++)
        add_item(adding, "covers", note_cover(arena, used->note, covers->items[i], used->source));
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

static bool open_second(struct adding *adding, const struct table_use *use, struct table_used *used)
{
    const struct mapping *mapping = used->taken.mapping;
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
    used->second = (struct second_table){
        .csv = csv,
        .store = adding->store,
        .indexes = store_indexes(adding->store),
        .key = find_column(adding->arena, adding->diags, csv, mapping->second_key, use->head.node),
        .latest = csv->columns,
        .form = mapping->form,
    };
    if (mapping->second_latest.at)
        used->second.latest =
            find_column(adding->arena, adding->diags, csv, mapping->second_latest, use->head.node);
    return used->second.key < csv->columns;
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

/* The rows about the council, by the i-th of what they hold; empty: there are none. */
static struct row_list own_rows(struct adding *adding, const struct taken *taken, size_t i)
{
    const struct wanted_text *text = &taken->texts.items[i];
    return rows_that_hold(taken->indexes, adding->arena, &text->in, text->text);
}

/* The code of the council in the table, by the first row about it; absent: it has none. */
static struct str code_in_table(struct adding *adding, const struct taken *taken)
{
    for (size_t i = 0; i < taken->texts.count; i++) {
        struct row_list rows = own_rows(adding, taken, i);
        if (rows.count)
            return csv_text(adding->arena, taken->csv, rows.items[0], taken->key_column);
    }
    return STR_NONE;
}

static bool is_own_row(struct adding *adding, const struct taken *taken, size_t row)
{
    for (size_t i = 0; i < taken->texts.count; i++) {
        struct row_list rows = own_rows(adding, taken, i);
        for (size_t k = 0; k < rows.count; k++)
            if (rows.items[k] == row)
                return true;
    }
    return false;
}

static void report_unread(struct adding *adding, const struct table_use *use,
                          const struct unread_row *row)
{
    struct diag *diag = diag_report(
        adding->diags, &W386, SPAN_OF(use, file),
        "this council is not compared with others: the table has a row that cannot be read");
    diag_hint(adding->diags, diag, "mend the row: the specification of its council tells how");
    diag_note(adding->diags, diag, row->at, "it is about this council");
}

/* A row of whichever council that cannot be read would leave a figure wrong without a word. What is
   wrong with one of its own is told where it is read. */
static bool is_whole(struct adding *adding, const struct table_use *use, const struct taken *taken,
                     const struct all_councils *all)
{
    if (!all->unread_count)
        return true;
    store_note_table(adding->store, adding->diags, taken->csv);
    for (size_t i = 0; i < all->unread_count; i++)
        if (is_only_compared(use) || !is_own_row(adding, taken, all->unread[i].row)) {
            report_unread(adding, use, &all->unread[i]);
            break;
        }
    return false;
}

/* Of several tables the first counts, but that which is asked for before others. */
static void compare_with(struct adding *adding, const struct table_use *use,
                         const struct table_used *used, const char *path)
{
    struct all_compared *comparison = adding->comparison;
    const struct taken *taken = &used->taken;
    bool asked = is_only_compared(use);
    if (!comparison || !taken->mapping->compare || use->take == TAKE_RECORDS ||
        (comparison->all && (adding->is_asked_for || !asked)))
        return;
    const struct all_councils *all =
        councils_of(adding->store, adding->frameworks, taken->csv, taken->mapping);
    if (!is_whole(adding, use, taken, all))
        return;
    adding->is_asked_for = asked;
    *comparison = (struct all_compared){.path = path,
                                        .mapping = str_trim(use->mapping),
                                        .all = all,
                                        .code = code_in_table(adding, taken),
                                        .source = used->source};
}

/* Nothing becomes a record of a table that is only compared with. */
static void take(struct adding *adding, const struct table_use *use, struct table_used *used,
                 const char *path)
{
    size_t errors = adding->diags->errors;
    compare_with(adding, use, used, path);
    if (is_only_compared(use))
        return;
    add_rows(adding, used);
    if (adding->diags->errors == errors)
        warn_unread(adding, used->taken.csv, used->taken.mapping);
}

static bool want_comparison(struct adding *adding, const struct table_use *use,
                            const struct mapping *mapping)
{
    if (!is_only_compared(use) || mapping->compare)
        return true;
    struct diag *diag =
        diag_report(adding->diags, &E386, SPAN_OF(use, take),
                    "the mapping `" STR_FMT "` does not say that its tables have all councils",
                    STR_ARG(text_shown(adding->arena, use->mapping)));
    diag_hint(adding->diags, diag,
              "name a mapping that has `compare`, such as `ofsted-inspections`; or delete `take`");
    return false;
}

static void use_table(struct adding *adding, const struct table_use *use, const char *path,
                      const struct csv *csv, const struct mapping *mapping)
{
    struct table_used used = {
        .taken = {.indexes = store_indexes(adding->store),
                  .csv = csv,
                  .mapping = mapping,
                  .span = SPAN_OF(use, file),
                  .council = node_get(adding->root, "council")},
        .source = STR_NONE,
        .told_words = ARENA_NEW(adding->arena, struct told_words),
    };
    const struct node *value = node_get(use->head.node, "value");
    if (!want_comparison(adding, use, mapping) ||
        !has_columns(adding, csv, &mapping->columns, &mapping->optional) ||
        !taken_find(&used.taken, adding->arena, adding->diags,
                    node_is_absent(value) ? NULL : value) ||
        !open_second(adding, use, &used) ||
        (!is_only_compared(use) && is_taken_already(adding, &used.taken)))
        return;
    used.note = find_note(adding, use);
    name_source(adding, &used, path);
    take(adding, use, &used, path);
    add_source(adding, use, &used);
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
                              const struct frameworks *frameworks, struct all_compared *comparison)
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
                            .comparison = frameworks ? comparison : NULL,
                            .additions = {.arena = arena, .frameworks = frameworks}};
    for (size_t i = 0; i < tables->count; i++)
        if (tables->items[i]->kind == NODE_MAP)
            add_table(&adding, tables->items[i]);
    if (diags->errors - adding.cell_faults > errors)
        return NULL;
    return merge_additions(arena, diags, root, &adding.additions);
}
