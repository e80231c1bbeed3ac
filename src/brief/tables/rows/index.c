/* Finds rows by what a column holds: sorted once, then looked up in a few steps for each council.
 */
#include "brief/tables/rows.h"

#include "base/alike.h"
#include "base/ascii.h"
#include "base/unseen.h"
#include "brief/tables/cells/cells.h"
#include "diag/diag.h"

#include <stdlib.h>

struct keyed_row {
    struct str key;
    size_t row;
};

struct key_index {
    struct lookup of;
    struct str *keys; /* sorted, with the rows beside them */
    size_t *rows;
    size_t count;
    struct key_index *next;
};

/* ---- how texts are compared ---- */

struct str next_joint(struct str text, struct str joint, size_t *at)
{
    if (*at > text.len)
        return STR_NONE;
    size_t end = *at;
    while (end < text.len &&
           (!joint.len || !str_equal(str_part(text, end, end + joint.len), joint)))
        end++;
    struct str part = str_trim(str_part(text, *at, end));
    *at = end + (joint.len ? joint.len : 1);
    return part;
}

struct str council_said(struct arena *arena, struct str name)
{
    static const char *const before[] = {"the ", "london borough of ", "royal borough of ",
                                         "metropolitan borough of ", "county "};
    static const char *const after[] = {" council",
                                        " metropolitan borough",
                                        " metropolitan district",
                                        " county",
                                        " borough",
                                        " district",
                                        " city",
                                        " city of",
                                        " county of",
                                        " corporation"};
    struct str said = name_plain(arena, name);
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (str_starts(said, before[i]))
            said = str_part(said, strlen(before[i]), said.len);
    for (size_t i = 0; i < sizeof after / sizeof *after; i++)
        if (str_ends(said, after[i]))
            said.len -= strlen(after[i]);
    return said;
}

/* `909.0` is what a number becomes that went through a program for arithmetic. */
static struct str code_said(struct arena *arena, struct str text)
{
    text = unseen_trim(unseen_plain(arena, text));
    bool number = text.len > 2 && str_ends(text, ".0");
    for (size_t i = 0; number && i + 2 < text.len; i++)
        number = ascii_is_digit(text.at[i]);
    return number ? str_part(text, 0, text.len - 2) : text;
}

static struct str said_as(struct arena *arena, enum index_kind kind, struct str text)
{
    switch (kind) {
    case INDEX_CODES: return code_said(arena, text);
    case INDEX_NAMES: return council_said(arena, text);
    default: return name_plain(arena, text);
    }
}

/* ---- the index of a column ---- */

static int by_key(const void *left, const void *right)
{
    const struct keyed_row *a = left, *b = right;
    int order = str_compare(a->key, b->key);
    return order ? order : (a->row > b->row) - (a->row < b->row);
}

static struct key_index *index_column(struct arena *arena, const struct lookup *of)
{
    LIST(struct keyed_row) sorted = {0};
    for (size_t row = 0; row < of->csv->rows; row++) {
        struct str text = csv_text(arena, of->csv, row, of->column), part;
        for (size_t at = 0; (part = next_joint(text, of->joint, &at)).at;)
            *LIST_ADD(arena, &sorted) = (struct keyed_row){said_as(arena, of->kind, part), row};
    }
    if (sorted.count)
        qsort(sorted.items, sorted.count, sizeof *sorted.items, by_key);
    struct key_index *index = ARENA_NEW(arena, struct key_index);
    *index = (struct key_index){.of = *of, .count = sorted.count};
    index->keys = ARENA_ARRAY(arena, struct str, sorted.count);
    index->rows = ARENA_ARRAY(arena, size_t, sorted.count);
    for (size_t i = 0; i < sorted.count; i++) {
        index->keys[i] = sorted.items[i].key;
        index->rows[i] = sorted.items[i].row;
    }
    return index;
}

static const struct key_index *index_of(struct table_indexes *indexes, const struct lookup *of)
{
    struct key_index *index = indexes->first;
    while (index && (index->of.csv != of->csv || index->of.column != of->column ||
                     index->of.kind != of->kind || !str_equal(index->of.joint, of->joint)))
        index = index->next;
    if (!index) {
        index = index_column(indexes->arena, of);
        index->next = indexes->first;
        indexes->first = index;
    }
    return index;
}

struct row_list rows_that_hold(struct table_indexes *indexes, struct arena *arena,
                               const struct lookup *lookup, struct str text)
{
    const struct key_index *index = index_of(indexes, lookup);
    text = said_as(arena, lookup->kind, text);
    size_t low = 0, high = index->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(index->keys[middle], text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    size_t end = low;
    while (end < index->count && str_equal(index->keys[end], text))
        end++;
    return (struct row_list){index->rows + low, end - low};
}

struct row_list rows_with(struct table_indexes *indexes, struct arena *arena, const struct csv *csv,
                          size_t column, struct str code)
{
    return rows_that_hold(indexes, arena, &(struct lookup){csv, column, INDEX_CODES, STR_NONE},
                          code);
}

struct str nearest_held(struct table_indexes *indexes, struct arena *arena,
                        const struct lookup *lookup, struct str text)
{
    const struct key_index *index = index_of(indexes, lookup);
    LIST(const char *) held = {0};
    LIST(size_t) rows = {0};
    for (size_t i = 0; i < index->count; i++)
        if (!i || !str_equal(index->keys[i], index->keys[i - 1])) {
            *LIST_ADD(arena, &held) = str_z(arena, index->keys[i]);
            *LIST_ADD(arena, &rows) = index->rows[i];
        }
    const char *nearest = diag_nearest(said_as(arena, lookup->kind, text), held.items, held.count,
                                       sizeof *held.items);
    for (size_t i = 0; nearest && i < held.count; i++)
        if (held.items[i] == nearest)
            return csv_text(arena, lookup->csv, rows.items[i], lookup->column);
    return STR_NONE;
}

/* ---- the newest ---- */

/* A text by which times are put in order: a day as a specification writes it, else as it stands. */
static struct str time_said(struct arena *arena, enum date_form form, struct str text)
{
    struct str iso, why, instead;
    return cell_date(arena, form, text, &iso, &why, &instead) ? iso : text;
}

struct latest {
    const struct csv *csv;
    const void *where;
    LIST(struct str) times; /* from the newest on, each once */
    struct latest *next;
};

static int newest_first(const void *left, const void *right)
{
    return -str_compare(*(const struct str *)left, *(const struct str *)right);
}

static struct latest *find_latest(struct table_indexes *indexes, const struct latest_of *of)
{
    struct arena *arena = indexes->arena;
    struct latest *latest = ARENA_NEW(arena, struct latest);
    LIST(struct str) all = {0};
    *latest = (struct latest){.csv = of->csv, .where = of->where};
    for (size_t row = 0; row < of->csv->rows; row++) {
        struct str text = csv_text(arena, of->csv, row, of->column);
        if (text.len && of->meets(of->data, row))
            *LIST_ADD(arena, &all) = time_said(arena, of->form, text);
    }
    if (all.count)
        qsort(all.items, all.count, sizeof *all.items, newest_first);
    for (size_t i = 0; i < all.count && latest->times.count < of->count; i++)
        if (!i || !str_equal(all.items[i], all.items[i - 1]))
            *LIST_ADD(arena, &latest->times) = all.items[i];
    return latest;
}

bool is_latest(struct table_indexes *indexes, struct arena *arena, const struct latest_of *of,
               size_t row)
{
    struct latest *latest = indexes->latest;
    while (latest && (latest->csv != of->csv || latest->where != of->where))
        latest = latest->next;
    if (!latest) {
        latest = find_latest(indexes, of);
        latest->next = indexes->latest;
        indexes->latest = latest;
    }
    struct str time = time_said(arena, of->form, csv_text(arena, of->csv, row, of->column));
    for (size_t i = 0; i < latest->times.count; i++)
        if (str_equal(latest->times.items[i], time))
            return true;
    return false;
}

bool newest_row(const struct second_table *second, struct arena *arena, struct str code,
                size_t *row)
{
    const struct csv *csv = second->csv;
    struct row_list rows = rows_with(second->indexes, arena, csv, second->key, code);
    struct str newest = STR("");
    for (size_t i = 0; i < rows.count; i++) {
        struct str time = STR("");
        if (second->latest < csv->columns)
            time =
                time_said(arena, second->form, csv_text(arena, csv, rows.items[i], second->latest));
        if (i && str_compare(time, newest) < 0)
            continue;
        newest = time;
        *row = rows.items[i];
    }
    return rows.count > 0;
}
