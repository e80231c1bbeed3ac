/* Every council of a table of inspections with its full inspections, read once for all jobs: each
   row becomes what it would for its own council, and only what a comparison counts is kept. */
#include "brief/all_councils.h"
#include "brief/tables/adding.h"
#include "brief/tables/store.h"

#include "base/alike.h"
#include "brief/lookup.h"
#include "data/bind/bind.h"

#include <stdlib.h>

struct reading {
    struct arena *arena;   /* for what is kept */
    struct arena *scratch; /* for a row */
    struct diags unheard;  /* what is wrong with that row */
    struct taken taken;
    const struct frameworks *frameworks;
    struct node pattern; /* what a row becomes, without what a comparison does not ask for */
    size_t name_column, region_column;
};

/* All councils of a table, once a job has compared its own with them. */
struct councils_read {
    const struct csv *csv;
    const struct mapping *mapping;
    const struct all_councils *all;
    struct councils_read *next;
};

/* A row that counts. */
struct read_row {
    size_t council;
    struct council_report report;
};

/* ---- councils ---- */

const struct listed_council *council_of_code(const struct all_councils *all, struct str code)
{
    for (size_t i = 0; i < all->count; i++)
        if (code.len && str_equal(all->items[i].code, code))
            return &all->items[i];
    return NULL;
}

const struct listed_council *council_called(struct arena *arena, const struct all_councils *all,
                                            struct str name)
{
    struct str said = council_said(arena, name);
    for (size_t i = 0; i < all->count; i++)
        if (said.len && str_equal(all->items[i].said, said))
            return &all->items[i];
    return NULL;
}

struct councils {
    LIST(struct listed_council) list;
};

/* The council of a row: by its code, and by its name where its code has changed. Rows of one
   council mostly follow each other. */
static size_t council_of_row(const struct reading *reading, struct councils *councils, size_t row)
{
    const struct csv *csv = reading->taken.csv;
    struct str code = csv_text(reading->scratch, csv, row, reading->taken.key_column);
    struct str name = csv_text(reading->scratch, csv, row, reading->name_column);
    for (size_t i = councils->list.count; i-- > 0;)
        if (str_equal(councils->list.items[i].code, code) ||
            str_equal(councils->list.items[i].name, name))
            return i;
    struct str region = reading->region_column < csv->columns
                            ? csv_text(reading->scratch, csv, row, reading->region_column)
                            : STR("");
    *LIST_ADD(reading->arena, &councils->list) =
        (struct listed_council){.code = str_copy(reading->arena, code),
                                .name = str_copy(reading->arena, name),
                                .region = region.len ? str_copy(reading->arena, region) : STR_NONE};
    return councils->list.count - 1;
}

/* ---- a row as an inspection ---- */

/* Of the record only what is counted: references would lead nowhere here. */
static struct node counted_part(struct arena *arena, const struct node *record)
{
    static const char *const keys[] = {"id",        "framework", "kind",    "of",        "scope",
                                       "fieldwork", "published", "overall", "judgements"};
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, sizeof keys / sizeof *keys);
    struct node part = *record;
    part.pairs = pairs;
    part.count = 0;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct pair *pair = node_pair(record, str_from(keys[i]));
        if (pair)
            pairs[part.count++] = *pair;
    }
    return part;
}

/* False when the row says nothing, or cannot be read. */
static bool read_inspection(struct reading *reading, size_t row, struct inspection *inspection)
{
    const struct second_table none = {.csv = NULL};
    struct filling filling = {.arena = reading->scratch,
                              .diags = &reading->unheard,
                              .mapping = reading->taken.mapping,
                              .csv = reading->taken.csv,
                              .second = &none,
                              .frameworks = reading->frameworks,
                              .row = row,
                              .key_column = reading->taken.key_column};
    struct bind_context context = {reading->scratch, &reading->unheard, reading->frameworks};
    row_read_cells(&filling);
    const struct node *node = row_record(&filling, &inspection_table, &reading->pattern);
    if (!node || reading->unheard.errors)
        return false;
    return bind_record(&context, &inspection_table, node, inspection);
}

static const struct grade *const *grades_of(const struct reading *reading,
                                            const struct framework *framework,
                                            const struct inspection *inspection)
{
    const struct grade **grades =
        ARENA_ARRAY(reading->arena, const struct grade *, framework->judgements.count);
    for (size_t i = 0; i < framework->judgements.count; i++) {
        struct str id = inspection_grade(inspection, framework->judgements.items[i].id);
        const struct grade *grade = grade_find(reading->frameworks, id);
        grades[i] = grade && grade->rank.known ? grade : NULL;
    }
    return grades;
}

/* Does a row that was read count: a full inspection of the council itself, with a date? */
static bool report_of(const struct reading *reading, const struct inspection *inspection,
                      struct council_report *report)
{
    const struct briefing briefing = {.frameworks = reading->frameworks};
    const struct date *published = inspection_date(inspection);
    if (!inspection_sets_position(&briefing, inspection) || published->precision == DATE_UNKNOWN)
        return false;
    const struct framework *framework = inspection_framework(&briefing, inspection);
    *report = (struct council_report){.framework = framework,
                                      .published = *published,
                                      .began = period_start(&inspection->fieldwork),
                                      .grades = grades_of(reading, framework, inspection)};
    return true;
}

/* ---- the table ---- */

static int by_time(const void *left, const void *right)
{
    const struct read_row *a = left, *b = right;
    if (a->council != b->council)
        return a->council < b->council ? -1 : 1;
    if (a->report.published.last != b->report.published.last)
        return a->report.published.last < b->report.published.last ? -1 : 1;
    return (a->report.published.first > b->report.published.first) -
           (a->report.published.first < b->report.published.first);
}

/* A row that a table has twice counts once. */
static bool same_report(const struct read_row *a, const struct read_row *b)
{
    return a->council == b->council && a->report.framework == b->report.framework &&
           a->report.published.first == b->report.published.first &&
           a->report.published.last == b->report.published.last;
}

static void share_out(struct all_councils *all, struct councils *councils, struct read_row *rows,
                      size_t count, struct arena *arena)
{
    struct council_report *reports = ARENA_ARRAY(arena, struct council_report, count);
    size_t kept = 0;
    if (count)
        qsort(rows, count, sizeof *rows, by_time);
    all->begins = DAY_OPEN_END;
    for (size_t i = 0; i < count; i++) {
        struct listed_council *council = &councils->list.items[rows[i].council];
        if (i && same_report(&rows[i - 1], &rows[i]))
            continue;
        if (!council->count)
            council->reports = &reports[kept];
        council->count++;
        reports[kept++] = rows[i].report;
        if (rows[i].report.published.first < all->begins)
            all->begins = rows[i].report.published.first;
    }
    for (size_t i = 0; i < councils->list.count; i++)
        councils->list.items[i].said = council_said(arena, councils->list.items[i].name);
    all->items = councils->list.items;
    all->count = councils->list.count;
}

static void read_rows(struct reading *reading, struct all_councils *all)
{
    const struct csv *csv = reading->taken.csv;
    struct councils councils = {0};
    LIST(struct read_row) rows = {0};
    LIST(struct unread_row) unread = {0};
    for (size_t row = 0; row < csv->rows; row++) {
        struct arena_mark mark = arena_mark(reading->scratch);
        struct inspection inspection = {.scope = STR_NONE};
        struct read_row read;
        diags_init(&reading->unheard, reading->scratch);
        bool counts =
            row_meets(reading->scratch, &reading->taken, reading->taken.mapping->where, row) &&
            read_inspection(reading, row, &inspection) &&
            report_of(reading, &inspection, &read.report);
        if (reading->unheard.errors)
            *LIST_ADD(reading->arena, &unread) =
                (struct unread_row){row, csv_span(csv, row, reading->name_column)};
        if (counts) {
            read.council = council_of_row(reading, &councils, row);
            *LIST_ADD(reading->arena, &rows) = read;
        }
        arena_release(reading->scratch, mark);
    }
    all->unread = unread.items;
    all->unread_count = unread.count;
    share_out(all, &councils, rows.items, rows.count, reading->arena);
}

static const struct all_councils *read_councils(struct table_store *store, struct arena *arena,
                                                const struct frameworks *frameworks,
                                                const struct csv *csv,
                                                const struct mapping *mapping)
{
    struct all_councils *all = ARENA_NEW(arena, struct all_councils);
    struct reading reading = {
        .arena = arena,
        .scratch = arena_new(),
        .taken = {.indexes = store_indexes(store),
                  .csv = csv,
                  .mapping = mapping,
                  .key_column = csv_column(csv, mapping->keys.items[0].column)},
        .frameworks = frameworks,
        .name_column = csv_column(csv, str_trim(mapping->name_at->text)),
        .region_column = mapping->region.at ? csv_column(csv, mapping->region) : csv->columns,
    };
    all->frameworks = frameworks;
    reading.pattern = counted_part(reading.scratch, node_get(mapping->records, "inspections"));
    read_rows(&reading, all);
    arena_free(reading.scratch);
    return all;
}

/* ---- all councils of a table ---- */

const struct all_councils *councils_of(struct table_store *store,
                                       const struct frameworks *frameworks, const struct csv *csv,
                                       const struct mapping *mapping)
{
    struct table_indexes *indexes = store_indexes(store);
    struct councils_read *stored = indexes->councils;
    while (stored && (stored->csv != csv || stored->mapping != mapping))
        stored = stored->next;
    if (stored)
        return stored->all;
    stored = ARENA_NEW(indexes->arena, struct councils_read);
    *stored = (struct councils_read){csv, mapping, NULL, indexes->councils};
    stored->all = read_councils(store, indexes->arena, frameworks, csv, mapping);
    indexes->councils = stored;
    return stored->all;
}

const struct all_councils *tables_all_councils(struct table_store *store, struct arena *arena,
                                               const struct bounds *bounds,
                                               const struct frameworks *frameworks, struct str path,
                                               struct str name)
{
    struct diags unheard;
    diags_init(&unheard, arena);
    unheard.inputs = inputs_new(arena);
    unheard.inputs->bounds = *bounds;
    const struct span nowhere = {0};
    const struct mapping *mapping = store_mapping(store, &unheard, name, nowhere);
    const struct csv *csv =
        mapping ? store_csv(store, &unheard, str_z(arena, path), mapping, nowhere) : NULL;
    bool sound = csv && mapping->compare;
    for (size_t i = 0; sound && i < mapping->columns.names.count; i++)
        sound = csv_column(csv, mapping->columns.names.items[i]) < csv->columns ||
                column_names_have(&mapping->optional, mapping->columns.names.items[i]);
    return sound ? councils_of(store, frameworks, csv, mapping) : NULL;
}
