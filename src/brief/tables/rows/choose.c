/* Which rows about a council are read: those that meet the conditions of `where`, each once; and
   rows about other places beside them. */
#include "brief/tables/rows.h"

#include "base/alike.h"
#include "brief/brief_codes.h"

#include <stdlib.h>

/* ---- conditions ---- */

struct condition {
    const struct taken *taken;
    const struct node *where;
    struct arena *arena;
};

/* `latest` is 1, `latest 5` is 5; 0: it is no such word. */
static size_t latest_count(const struct node *value)
{
    struct str text = value->kind == NODE_SCALAR ? str_trim(value->text) : STR_NONE;
    if (str_is(text, "latest"))
        return 1;
    if (!str_starts(text, "latest "))
        return 0;
    size_t count = 0;
    for (size_t i = strlen("latest "); i < text.len; i++) {
        if (text.at[i] < '0' || text.at[i] > '9' || count > 1000)
            return 0;
        count = count * 10 + (size_t)(text.at[i] - '0');
    }
    return count;
}

static bool holds(struct arena *arena, struct str cell, const struct node *value)
{
    bool list = value->kind == NODE_LIST;
    for (size_t i = 0; i < (list ? value->count : 1); i++)
        if (names_agree(arena, cell, (list ? value->items[i] : value)->text))
            return true;
    return false;
}

/* Leaving out which are the newest: that is found among those that meet the rest. */
static bool meets_words(const void *data, size_t row)
{
    const struct condition *condition = data;
    const struct csv *csv = condition->taken->csv;
    for (size_t i = 0; i < condition->where->count; i++) {
        const struct pair *pair = &condition->where->pairs[i];
        size_t column = csv_column(csv, pair->key);
        if (column < csv->columns && !latest_count(pair->value) &&
            !holds(condition->arena, csv_text(condition->arena, csv, row, column), pair->value))
            return false;
    }
    return true;
}

bool row_meets(struct arena *arena, const struct taken *taken, const struct node *where, size_t row)
{
    const struct condition condition = {taken, where, arena};
    const struct csv *csv = taken->csv;
    if (!where)
        return true;
    if (!meets_words(&condition, row))
        return false;
    for (size_t i = 0; i < where->count; i++) {
        size_t column = csv_column(csv, where->pairs[i].key);
        size_t count = latest_count(where->pairs[i].value);
        const struct latest_of of = {
            csv, column, count, &where->pairs[i], taken->mapping->form, meets_words, &condition};
        if (count && column < csv->columns && !is_latest(taken->indexes, arena, &of, row))
            return false;
    }
    return true;
}

/* ---- conditions that no row can meet ---- */

static bool is_held(struct arena *arena, const struct taken *taken, size_t column,
                    const struct node *value)
{
    const struct lookup in = {taken->csv, column, INDEX_WORDS, STR_NONE};
    bool list = value->kind == NODE_LIST;
    for (size_t i = 0; i < (list ? value->count : 1); i++)
        if (rows_that_hold(taken->indexes, arena, &in, (list ? value->items[i] : value)->text)
                .count)
            return true;
    return false;
}

/* The table has changed its words, or is another one. */
static void check_held(struct arena *arena, struct diags *diags, const struct taken *taken,
                       const struct pair *pair)
{
    const struct csv *csv = taken->csv;
    size_t column = csv_column(csv, pair->key);
    const struct node *value = pair->value;
    if (column == csv->columns || latest_count(value) || is_held(arena, taken, column, value))
        return;
    const struct node *first = value->kind == NODE_LIST && value->count ? value->items[0] : value;
    struct diag *diag = diag_report(
        diags, &E275, first->span, "no row of `" STR_FMT "` has `" STR_FMT "` as its `" STR_FMT "`",
        STR_ARG(csv->source->path), STR_ARG(text_shown(arena, str_trim(first->text))),
        STR_ARG(text_shown(arena, pair->key)));
    const struct lookup in = {csv, column, INDEX_WORDS, STR_NONE};
    struct str nearest = nearest_held(taken->indexes, arena, &in, first->text);
    if (nearest.at)
        diag_hint(diags, diag, "did you mean `" STR_FMT "`?", STR_ARG(text_shown(arena, nearest)));
    diag_note(diags, diag, csv_name_span(csv, column), "this is the column");
}

static void check_conditions(struct arena *arena, struct diags *diags, const struct taken *taken,
                             const struct node *where)
{
    for (size_t i = 0; where && i < where->count; i++)
        if (find_column(arena, diags, taken->csv, where->pairs[i].key, where) < taken->csv->columns)
            check_held(arena, diags, taken, &where->pairs[i]);
}

/* ---- rows that say the same ---- */

struct told_row {
    struct str text;
    size_t place; /* among the rows */
};

static int by_text(const void *left, const void *right)
{
    const struct told_row *a = left, *b = right;
    int order = str_compare(a->text, b->text);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

static struct str row_text(struct arena *arena, const struct csv *csv, size_t row)
{
    struct buf out = {.arena = arena};
    csv_add_row(&out, csv, row);
    return buf_str(&out);
}

static void warn_twice(struct diags *diags, const struct csv *csv, size_t row, size_t first)
{
    struct span span = csv_span(csv, row, 0), at = csv_span(csv, first, 0);
    struct diag *diag =
        diag_report(diags, &W274, span_join(span, csv_span(csv, row, csv->columns - 1)),
                    "this row says the same as that on line %u, and counts once",
                    (unsigned)source_position(csv->source, at.start).line);
    diag_hint(diags, diag, "delete it from the table");
}

/* Takes out rows of which every cell is that of an earlier one. */
static struct row_list without_copies(struct arena *arena, struct diags *diags,
                                      const struct csv *csv, const size_t *rows, size_t count)
{
    struct told_row *sorted = ARENA_ARRAY(arena, struct told_row, count);
    size_t *kept = ARENA_ARRAY(arena, size_t, count), left = 0;
    for (size_t i = 0; i < count; i++)
        sorted[i] = (struct told_row){row_text(arena, csv, rows[i]), i};
    if (count)
        qsort(sorted, count, sizeof *sorted, by_text);
    bool *copies = ARENA_ARRAY(arena, bool, count);
    for (size_t i = 1; i < count; i++)
        if (str_equal(sorted[i].text, sorted[i - 1].text)) {
            copies[sorted[i].place] = true;
            warn_twice(diags, csv, rows[sorted[i].place], rows[sorted[i - 1].place]);
        }
    for (size_t i = 0; i < count; i++)
        if (!copies[i])
            kept[left++] = rows[i];
    return (struct row_list){kept, left};
}

/* ---- the rows ---- */

static void warn_none(struct diags *diags, const struct taken *taken, const struct row_list *rows)
{
    struct diag *diag = diag_report(
        diags, &W261, taken->key ? taken->key->span : taken->span,
        "`" STR_FMT "` has %zu row%s about this council, and none that its mapping reads",
        STR_ARG(taken->csv->source->path), rows->count, rows->count == 1 ? "" : "s");
    diag_hint(diags, diag, "the table may be of another year; `where` of the mapping says which");
    diag_note(diags, diag, csv_span(taken->csv, rows->items[0], 0), "this is one of them");
}

struct row_list rows_chosen(struct arena *arena, struct diags *diags, const struct taken *taken,
                            const struct row_list *rows)
{
    const struct node *where = taken->mapping->where;
    size_t *items = ARENA_ARRAY(arena, size_t, rows->count), count = 0, errors = diags->errors;
    check_conditions(arena, diags, taken, where);
    for (size_t i = 0; i < rows->count; i++)
        if (row_meets(arena, taken, where, rows->items[i]))
            items[count++] = rows->items[i];
    if (rows->count && !count && diags->errors == errors)
        warn_none(diags, taken, rows);
    return without_copies(arena, diags, taken->csv, items, count);
}

/* ---- rows about other places ---- */

/* What a column holds in them: what `same` takes from the council's own row, or one of the words of
   the first condition. */
static struct row_list candidates(struct arena *arena, const struct taken *taken,
                                  const struct other_rows *others, size_t own)
{
    const struct csv *csv = taken->csv;
    struct lookup in = {csv, 0, INDEX_WORDS, STR_NONE};
    if (others->same && others->same->count) {
        const struct pair *pair = &others->same->pairs[0];
        size_t from = csv_column(csv, str_trim(pair->value->text));
        in.column = csv_column(csv, pair->key);
        if (from == csv->columns || in.column == csv->columns)
            return (struct row_list){0};
        return rows_that_hold(taken->indexes, arena, &in, csv_text(arena, csv, own, from));
    }
    const struct pair *pair = &others->where->pairs[0];
    bool list = pair->value->kind == NODE_LIST;
    in.column = csv_column(csv, pair->key);
    LIST(size_t) rows = {0};
    for (size_t i = 0; in.column < csv->columns && i < (list ? pair->value->count : 1); i++) {
        const struct node *word = list ? pair->value->items[i] : pair->value;
        struct row_list more = rows_that_hold(taken->indexes, arena, &in, word->text);
        for (size_t k = 0; k < more.count; k++)
            *LIST_ADD(arena, &rows) = more.items[k];
    }
    return (struct row_list){rows.items, rows.count};
}

static bool is_same_as(struct arena *arena, const struct csv *csv, const struct node *same,
                       size_t row, size_t own)
{
    for (size_t i = 0; same && i < same->count; i++) {
        size_t column = csv_column(csv, same->pairs[i].key);
        size_t from = csv_column(csv, str_trim(same->pairs[i].value->text));
        if (column == csv->columns || from == csv->columns ||
            !names_agree(arena, csv_text(arena, csv, row, column), csv_text(arena, csv, own, from)))
            return false;
    }
    return true;
}

struct row_list rows_of_others(struct arena *arena, struct diags *diags, const struct taken *taken,
                               const struct other_rows *others, size_t own)
{
    struct row_list rows = candidates(arena, taken, others, own);
    size_t *items = ARENA_ARRAY(arena, size_t, rows.count), count = 0;
    for (size_t i = 0; others->where && i < others->where->count; i++)
        find_column(arena, diags, taken->csv, others->where->pairs[i].key, others->where);
    for (size_t i = 0; i < rows.count; i++)
        if (is_same_as(arena, taken->csv, others->same, rows.items[i], own) &&
            row_meets(arena, taken, others->where, rows.items[i]))
            items[count++] = rows.items[i];
    return (struct row_list){items, count};
}
