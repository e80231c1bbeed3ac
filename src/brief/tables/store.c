/* Tables and mappings that jobs share: each is read when it is first asked for. What was wrong with
   one is reported in every job. */
#include "brief/tables/store.h"
#include "brief/brief_codes.h"

#include "base/unseen.h"
#include "brief/briefing.h"
#include "data/bind/bind.h"
#include "files/input.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct stored {
    const char *path;
    const void *asked_by;  /* the mapping, which says where the columns are named; or NULL */
    struct str column;     /* of a table of which one column is asked for; else absent */
    const struct csv *csv; /* of a table that could be read */
    const struct mapping *mapping; /* of a mapping that could be read */
    const struct node *note;       /* of what stands beside a table, once it could be read */
    struct diags faults;
    struct stored *next;
};

struct table_store {
    struct arena *arena;
    const char *templates, *project;
    struct bounds bounds; /* of mappings */
    struct stored *tables, *mappings, *notes;
    struct table_indexes indexes;
};

struct table_store *table_store_new(struct arena *arena, const char *templates,
                                    const struct bounds *bounds, const char *project)
{
    struct table_store *store = ARENA_NEW(arena, struct table_store);
    *store = (struct table_store){.arena = arena,
                                  .templates = templates,
                                  .project = project,
                                  .bounds = *bounds,
                                  .indexes = {.arena = arena}};
    return store;
}

const char *store_project(const struct table_store *store)
{
    return store->project;
}

static struct stored *find(struct stored *first, const char *path)
{
    while (first && strcmp(first->path, path) != 0)
        first = first->next;
    return first;
}

static struct stored *add(struct table_store *store, struct stored **list, const char *path,
                          const struct bounds *bounds)
{
    struct stored *stored = ARENA_NEW(store->arena, struct stored);
    stored->path = str_z(store->arena, str_from(path));
    diags_init(&stored->faults, store->arena);
    stored->faults.inputs = inputs_new(store->arena);
    if (bounds)
        stored->faults.inputs->bounds = *bounds;
    stored->next = *list;
    *list = stored;
    return stored;
}

struct table_indexes *store_indexes(struct table_store *store)
{
    return &store->indexes;
}

static struct stored *find_table(struct stored *stored, const char *path, const void *asked_by,
                                 struct str column)
{
    while (stored && (strcmp(stored->path, path) != 0 || stored->asked_by != asked_by ||
                      !str_equal(stored->column, column)))
        stored = stored->next;
    return stored;
}

/* One text for all who read the table, so that a place in it is one place. */
static const struct csv *read_csv(struct table_store *store, struct stored *stored,
                                  const struct csv_wanted *wanted)
{
    for (const struct stored *other = stored->next; other; other = other->next)
        if (other->csv && strcmp(other->path, stored->path) == 0) {
            inputs_repeat(stored->faults.inputs, other->faults.inputs);
            return csv_from_source(store->arena, &stored->faults, other->csv->source, wanted);
        }
    return csv_read(store->arena, &stored->faults, stored->path, wanted);
}

/* What is wrong with a table is told wherever it is asked for. */
static const struct stored *read_table(struct table_store *store, struct diags *diags,
                                       const char *path, const void *asked_by, struct str column,
                                       const struct csv_wanted *wanted)
{
    struct stored *stored = find_table(store->tables, path, asked_by, column);
    if (!stored) {
        stored = add(store, &store->tables, path, inputs_bounds(diags->inputs));
        stored->asked_by = asked_by;
        stored->column = str_copy(store->arena, column);
        stored->csv = read_csv(store, stored, wanted);
    }
    return stored;
}

const struct csv *store_csv(struct table_store *store, struct diags *diags, const char *path,
                            const struct mapping *mapping, struct span at)
{
    const struct csv_wanted wanted = {mapping->columns.names.items, mapping->columns.names.count,
                                      mapping->header};
    const struct stored *stored = read_table(store, diags, path, mapping, STR_NONE, &wanted);
    diags_repeat_for(diags, &stored->faults, at, "this asks for the table");
    return stored->csv;
}

const struct csv *store_second_csv(struct table_store *store, struct diags *diags, const char *path,
                                   const struct mapping *mapping, struct span at)
{
    const struct csv_wanted wanted = {mapping->second_columns.names.items,
                                      mapping->second_columns.names.count, 0};
    const struct stored *stored =
        read_table(store, diags, path, &mapping->second_columns, STR_NONE, &wanted);
    diags_repeat_for(diags, &stored->faults, at, "this asks for the second table");
    return stored->csv;
}

void store_note_table(struct table_store *store, struct diags *diags, const struct csv *csv)
{
    for (const struct stored *stored = store->tables; stored; stored = stored->next)
        if (stored->csv == csv)
            inputs_repeat(diags->inputs, stored->faults.inputs);
}

/* The tree of the file, once all of it could be bound: its values keep their places. */
static const struct node *read_note(struct arena *arena, struct diags *diags, const char *path)
{
    size_t errors = diags->errors;
    const struct table_note *note = bind_file(arena, diags, &table_note_table, path);
    if (note && note->as_at.precision != DATE_UNKNOWN && note->as_at.precision != DATE_DAY) {
        struct diag *diag =
            diag_report(diags, &E250, SPAN_OF(note, as_at), "a table is complete to one day");
        diag_hint(diags, diag, "write the last day that it has, such as `2026-08-22`");
    }
    return note && diags->errors == errors ? note->head.node : NULL;
}

const struct node *store_note(struct table_store *store, struct diags *diags, const char *path,
                              struct span at)
{
    struct stored *stored = find(store->notes, path);
    if (!stored) {
        stored = add(store, &store->notes, path, inputs_bounds(diags->inputs));
        stored->note = read_note(store->arena, &stored->faults, stored->path);
    }
    diags_repeat_for(diags, &stored->faults, at, "this asks for the table it stands beside");
    inputs_repeat(diags->inputs, stored->faults.inputs);
    return stored->note;
}

/* A name, not a path: a specification must not reach out of the templates' folder. */
static bool is_plain_name(struct str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (name.at[i] == '/' || name.at[i] == '.' || name.at[i] == '\\')
            return false;
    return name.len > 0;
}

const struct mapping *store_mapping(struct table_store *store, struct diags *diags, struct str name,
                                    struct span at)
{
    const char *path =
        str_format(store->arena, "%s/tables/" STR_FMT ".yaml", store->templates, STR_ARG(name)).at;
    struct stored *stored = find(store->mappings, path);
    if (!stored && (!is_plain_name(name) || access(path, F_OK) != 0)) {
        struct diag *diag = diag_report(diags, &E265, at, "there is no mapping `" STR_FMT "`",
                                        STR_ARG(text_shown(diags->arena, name)));
        diag_hint(diags, diag, "mappings are the files in `%s/tables`", store->templates);
        return NULL;
    }
    if (!stored) {
        stored = add(store, &store->mappings, path, &store->bounds);
        stored->mapping = mapping_read(store->arena, &stored->faults, stored->path);
    }
    diags_repeat_for(diags, &stored->faults, at, "this asks for the mapping");
    inputs_repeat(diags->inputs, stored->faults.inputs);
    return stored->mapping;
}

/* ---- what rows hold ---- */

/* Names of columns count too: a mapping finds cells by them. */
static struct str rows_hash(struct arena *arena, const struct csv *csv, struct row_list rows)
{
    struct buf text = {.arena = arena};
    for (size_t i = 0; i < csv->columns; i++)
        buf_addf(&text, "%zu:" STR_FMT, csv->names[i].len, STR_ARG(csv->names[i]));
    for (size_t i = 0; i < rows.count; i++)
        csv_add_row(&text, csv, rows.items[i]);
    return hash_text(arena, buf_str(&text));
}

/* The lines on which they begin; what they hold then says where all of it stands. */
static struct str rows_places(struct arena *arena, const struct csv *csv, struct row_list rows)
{
    struct buf text = {.arena = arena};
    for (size_t i = 0; i < rows.count; i++) {
        struct span first = csv_span(csv, rows.items[i], 0);
        buf_addf(&text, "%u ", source_position(csv->source, first.start).line);
    }
    return hash_text(arena, buf_str(&text));
}

void store_note_rows(struct table_store *store, struct diags *diags, const struct csv *csv,
                     size_t column, struct str value)
{
    struct arena *arena = diags->arena;
    struct row_list found = rows_with(&store->indexes, arena, csv, column, value);
    const struct input rows = {
        .path = csv->source->path,
        .hash = rows_hash(arena, csv, found),
        .column = csv->names[column],
        .value = value,
        .places = rows_places(arena, csv, found),
    };
    inputs_add_rows(diags->inputs, &rows);
}

/* The rows of now that a note of a former run stands for; `csv` NULL: the table cannot be used. */
static struct row_list rows_noted(struct table_store *store, struct arena *arena,
                                  const struct bounds *bounds, const struct input *rows,
                                  const struct csv **csv)
{
    struct diags unheard;
    diags_init(&unheard, arena);
    unheard.inputs = inputs_new(arena);
    unheard.inputs->bounds = *bounds;
    const struct csv_wanted wanted = {&rows->column, 1, 0};
    *csv = read_table(store, &unheard, str_z(arena, rows->path), NULL, rows->column, &wanted)->csv;
    size_t column = *csv ? csv_column(*csv, rows->column) : 0;
    if (*csv && column < (*csv)->columns)
        return rows_with(&store->indexes, arena, *csv, column, rows->value);
    *csv = NULL;
    return (struct row_list){0};
}

bool tables_unchanged(struct table_store *store, struct arena *arena, const struct bounds *bounds,
                      const struct input *rows)
{
    const struct csv *csv;
    struct row_list found = rows_noted(store, arena, bounds, rows, &csv);
    return csv && str_equal(rows_hash(arena, csv, found), rows->hash);
}

bool tables_unmoved(struct table_store *store, struct arena *arena, const struct bounds *bounds,
                    const struct input *rows)
{
    const struct csv *csv;
    struct row_list found = rows_noted(store, arena, bounds, rows, &csv);
    return csv && str_equal(rows_places(arena, csv, found), rows->places);
}
