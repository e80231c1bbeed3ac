/* Which rows of a table are about a council: by its codes of today and before, by the department's
   number, or by its name. */
#include "brief/tables/rows.h"

#include "brief/brief_codes.h"
#include "brief/briefing.h"
#include "data/bind/bind.h"
#include "data/data_codes.h"

#include <stdlib.h>

/* ---- what the rows hold ---- */

static bool is_name(struct str key)
{
    return str_is(key, "name") || str_is(key, "short_name");
}

static void want(struct taken *taken, struct arena *arena, const struct key_column *key,
                 size_t column, enum index_kind kind, const struct node *node)
{
    if (!node || node->kind != NODE_SCALAR || node_is_absent(node))
        return;
    *LIST_ADD(arena, &taken->texts) = (struct wanted_text){
        .in = {taken->csv, column, kind, taken->mapping->joint},
        .text = str_trim(node->text),
        .at = node,
        .column = key->column,
    };
}

static void want_each(struct taken *taken, struct arena *arena, const struct key_column *key,
                      size_t column, enum index_kind kind, const struct node *node)
{
    bool list = node && node->kind == NODE_LIST;
    for (size_t i = 0; i < (list ? node->count : 1); i++)
        want(taken, arena, key, column, kind, list ? node->items[i] : node);
}

/* Codes and names of the councils before this one. */
static void want_predecessors(struct taken *taken, struct arena *arena,
                              const struct key_column *key, size_t column)
{
    const struct node *list = node_get(taken->council, "predecessors");
    for (size_t i = 0; list && list->kind == NODE_LIST && i < list->count; i++) {
        want(taken, arena, key, column, INDEX_CODES, node_get(list->items[i], "ons_code"));
        want(taken, arena, key, column, INDEX_NAMES, node_get(list->items[i], "name"));
    }
}

/* Its codes before count as the code of today does: boundaries move, and tables keep the old one.
 */
static void want_own(struct taken *taken, struct arena *arena, const struct key_column *key,
                     size_t column)
{
    const struct node *council = taken->council;
    if (str_is(key->council, "predecessors")) {
        want_predecessors(taken, arena, key, column);
    } else if (is_name(key->council)) {
        want(taken, arena, key, column, INDEX_NAMES, node_get(council, "short_name"));
        want(taken, arena, key, column, INDEX_NAMES, node_get(council, "name"));
    } else {
        const struct pair *pair = node_pair(council, key->council);
        want(taken, arena, key, column, INDEX_CODES, pair ? pair->value : NULL);
        if (str_is(key->council, "ons_code"))
            want_each(taken, arena, key, column, INDEX_CODES, node_get(council, "former_codes"));
    }
}

/* A code under a key that is not quite its own is what the officer should mend. */
static bool report_misspelt_key(struct arena *arena, struct diags *diags,
                                const struct node *council, struct str key)
{
    const char *wanted = str_z(arena, key);
    for (size_t i = 0; council && council->kind == NODE_MAP && i < council->count; i++) {
        const struct pair *pair = &council->pairs[i];
        if (record_field(&council_table, pair->key) ||
            !diag_nearest(pair->key, &wanted, 1, sizeof wanted))
            continue;
        struct diag *diag =
            diag_report(diags, &E201, pair->key_span, "`" STR_FMT "` is not a key of %s",
                        STR_ARG(text_shown(arena, pair->key)), council_table.a_name);
        diag_hint(diags, diag, "did you mean `%s`?", wanted);
        diag_suggest(diags, diag, pair->key_span, key);
        return true;
    }
    return false;
}

static bool report_no_key(const struct taken *taken, struct arena *arena, struct diags *diags)
{
    const struct key_column *first = &taken->mapping->keys.items[0];
    if (report_misspelt_key(arena, diags, taken->council, first->council))
        return false;
    struct diag *diag = diag_report(diags, &E266, taken->span,
                                    "nothing says which rows of the table are about this council");
    diag_hint(diags, diag, "write `" STR_FMT "` under `council`, or `value` here",
              STR_ARG(first->council));
    return false;
}

bool taken_find(struct taken *taken, struct arena *arena, struct diags *diags,
                const struct node *value)
{
    const struct mapping *mapping = taken->mapping;
    bool sound = true;
    taken->by_value = value != NULL;
    taken->name_column = taken->csv->columns;
    if (mapping->name_at)
        taken->name_column = find_column(arena, diags, taken->csv, str_trim(mapping->name_at->text),
                                         mapping->name_at);
    for (size_t i = 0; i < mapping->keys.count; i++) {
        const struct key_column *key = &mapping->keys.items[i];
        size_t column = find_column(arena, diags, taken->csv, key->column, key->at);
        sound = sound && column < taken->csv->columns;
        if (column == taken->csv->columns)
            continue;
        if (!i)
            taken->key_column = column;
        if (value)
            want_each(taken, arena, key, column, is_name(key->council) ? INDEX_NAMES : INDEX_CODES,
                      value);
        else
            want_own(taken, arena, key, column);
    }
    taken->key = taken->texts.count ? taken->texts.items[0].at : NULL;
    if (!sound || taken->texts.count || !mapping->keys.count)
        return sound;
    return report_no_key(taken, arena, diags);
}

/* ---- the rows ---- */

static int by_number(const void *left, const void *right)
{
    const size_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

struct row_numbers {
    LIST(size_t) list;
};

static void add_rows(struct arena *arena, struct row_numbers *rows, struct row_list more)
{
    for (size_t i = 0; i < more.count; i++)
        *LIST_ADD(arena, &rows->list) = more.items[i];
}

/* In their order, each once. */
static struct row_list in_order(struct row_numbers *rows)
{
    size_t count = 0, *items = rows->list.items;
    if (rows->list.count)
        qsort(items, rows->list.count, sizeof *items, by_number);
    for (size_t i = 0; i < rows->list.count; i++)
        if (!count || items[i] != items[count - 1])
            items[count++] = items[i];
    return (struct row_list){items, count};
}

static struct row_list all_rows(struct arena *arena, const struct csv *csv)
{
    size_t *items = ARENA_ARRAY(arena, size_t, csv->rows);
    for (size_t i = 0; i < csv->rows; i++)
        items[i] = i;
    return (struct row_list){items, csv->rows};
}

static bool has_row(const struct row_list *rows, size_t row)
{
    return rows->count && bsearch(&row, rows->items, rows->count, sizeof row, by_number);
}

/* Is a code another but for capitals, blanks, an apostrophe, or O in place of 0? */
static char next_sign(struct str text, size_t *at)
{
    while (*at < text.len) {
        char c = text.at[(*at)++];
        c = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
        if (c == 'O' || c == 'I' || c == 'L')
            return c == 'O' ? '0' : '1';
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            return c;
    }
    return '\0';
}

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

/* Rows that name the council as it is called here, and hold none of its codes. */
static bool warn_of_others(struct arena *arena, struct diags *diags, const struct taken *taken,
                           const struct row_list *rows, const char *key)
{
    const struct node *name = node_get(taken->council, key);
    if (!name || name->kind != NODE_SCALAR || node_is_absent(name))
        return false;
    const struct lookup in = {taken->csv, taken->name_column, INDEX_NAMES, taken->mapping->joint};
    struct row_list named = rows_that_hold(taken->indexes, arena, &in, name->text);
    size_t count = 0, first = 0;
    for (size_t i = named.count; i-- > 0;)
        if (!has_row(rows, named.items[i]) &&
            csv_text(arena, taken->csv, named.items[i], taken->key_column).len &&
            row_meets(arena, taken, taken->mapping->where, named.items[i])) {
            first = named.items[i];
            count++;
        }
    if (!count)
        return false;
    struct span cell = csv_span(taken->csv, first, taken->key_column);
    struct str code = csv_text(arena, taken->csv, first, taken->key_column);
    bool near = is_nearly(code, taken->texts.items[0].text);
    if (near && !rows->count)
        return false;
    struct diag *diag = diag_report(
        diags, &W276, taken->key->span,
        "%zu row%s of `" STR_FMT "` name%s `" STR_FMT "` with another code, and %s not read", count,
        count == 1 ? "" : "s", STR_ARG(taken->csv->source->path), count == 1 ? "s" : "",
        STR_ARG(text_shown(arena, str_trim(name->text))), count == 1 ? "is" : "are");
    diag_hint(diags, diag,
              near ? "correct it in the table, where it has `" STR_FMT "`"
                   : "if that was its code before, write `former_codes: [" STR_FMT
                     "]` under `council`",
              STR_ARG(text_shown(arena, code)));
    diag_note(diags, diag, cell, "the first of them has this code");
    return true;
}

/* `"E1" as its `new_la_code`, nor "926" as its `old_la_code`` */
static struct str texts_said(struct arena *arena, const struct taken *taken)
{
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < taken->texts.count; i++) {
        const struct wanted_text *text = &taken->texts.items[i];
        buf_addf(&out, "%s`" STR_FMT "` as its `" STR_FMT "`", i ? ", nor " : "",
                 STR_ARG(text_shown(arena, text->text)), STR_ARG(text->column));
    }
    return buf_str(&out);
}

static void note_near_row(struct arena *arena, struct diags *diags, struct diag *diag,
                          const struct wanted_text *wanted)
{
    const struct csv *csv = wanted->in.csv;
    for (size_t i = 0; i < csv->rows; i++) {
        struct str code = csv_text(arena, csv, i, wanted->in.column);
        if (!code.len || !is_nearly(code, wanted->text))
            continue;
        diag_note(diags, diag, csv_span(csv, i, wanted->in.column),
                  "this row has nearly the same: correct it in the table");
        return;
    }
}

static void warn_no_row(struct arena *arena, struct diags *diags, const struct taken *taken)
{
    struct diag *diag =
        diag_report(diags, &W261, taken->key->span, "no row of `" STR_FMT "` has " STR_FMT,
                    STR_ARG(taken->csv->source->path), STR_ARG(texts_said(arena, taken)));
    const struct wanted_text *first = &taken->texts.items[0];
    struct str nearest = first->in.kind == INDEX_NAMES
                             ? nearest_held(taken->indexes, arena, &first->in, first->text)
                             : STR_NONE;
    if (nearest.at)
        diag_hint(diags, diag,
                  "if `" STR_FMT "` is meant, write `value: " STR_FMT "` beside `mapping`",
                  STR_ARG(text_shown(arena, nearest)), STR_ARG(text_shown(arena, nearest)));
    else if (first->in.kind == INDEX_NAMES)
        diag_hint(diags, diag, "write what the table calls it in `value` beside `mapping`");
    else
        diag_hint(diags, diag, "check the code, and that the table is the right one");
    note_near_row(arena, diags, diag, first);
}

/* Of a table about one council: the names of its columns are there, and nothing below them. */
static void warn_empty(struct diags *diags, const struct taken *taken)
{
    struct diag *diag =
        diag_report(diags, &W261, taken->span, "`" STR_FMT "` has no rows below its columns",
                    STR_ARG(taken->csv->source->path));
    diag_hint(diags, diag, "check that the sheet with the rows was saved");
}

struct row_list rows_about(struct arena *arena, struct diags *diags, const struct taken *taken)
{
    if (!taken->mapping->keys.count) {
        check_one_council(arena, diags, taken);
        if (!taken->csv->rows)
            warn_empty(diags, taken);
        return all_rows(arena, taken->csv);
    }
    struct row_numbers found = {{0}};
    for (size_t i = 0; i < taken->texts.count; i++)
        add_rows(arena, &found,
                 rows_that_hold(taken->indexes, arena, &taken->texts.items[i].in,
                                taken->texts.items[i].text));
    struct row_list rows = in_order(&found);
    bool by_name = taken->texts.items[0].in.kind == INDEX_NAMES, told = false;
    if (!by_name && !taken->by_value && taken->name_column < taken->csv->columns)
        told = warn_of_others(arena, diags, taken, &rows,
                              node_get(taken->council, "short_name") ? "short_name" : "name");
    if (!rows.count && !told)
        warn_no_row(arena, diags, taken);
    return rows;
}
