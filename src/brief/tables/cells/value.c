/* Texts of a mapping with what the cells of a row hold in the place of their columns. */
#include "brief/tables/row.h"

#include "brief/brief_codes.h"
#include "brief/tables/cells/cells.h"
#include "brief/tables/store.h"
#include "data/data_codes.h"

/* ---- columns ---- */

/* A name that holds marks of a mapping is set apart from them by backticks. */
static bool wants_backticks(struct str name)
{
    for (size_t i = 0; i < name.len; i++) {
        struct str rest = str_part(name, i, name.len);
        if (str_starts(rest, " or ") || str_starts(rest, " as ") || rest.at[0] == '<' ||
            rest.at[0] == '>')
            return true;
    }
    return str_starts(name, "\"");
}

static void report_column(struct arena *arena, struct diags *diags, const struct csv *csv,
                          struct str name, const struct node *node)
{
    const char **names = ARENA_ARRAY(arena, const char *, csv->columns);
    for (size_t i = 0; i < csv->columns; i++)
        names[i] = str_z(arena, csv->names[i]);
    struct diag *diag =
        diag_report(diags, &E263, node->span, "`" STR_FMT "` has no column `" STR_FMT "`",
                    STR_ARG(csv->source->path), STR_ARG(text_shown(arena, name)));
    const char *nearest = diag_nearest(name, names, csv->columns, sizeof *names);
    if (nearest && wants_backticks(str_from(nearest)))
        diag_hint(diags, diag, "write the name in backticks: <`%s`>", nearest);
    else if (nearest)
        diag_hint(diags, diag, "did you mean `%s`? Or rename that column of the table", nearest);
    else
        diag_hint(diags, diag, "give a column of the table this name, or name another one here");
    diag_note(diags, diag, csv_header(csv), "these are its columns");
}

size_t find_column(struct arena *arena, struct diags *diags, const struct csv *csv, struct str name,
                   const struct node *node)
{
    size_t column = csv_column(csv, name);
    if (column == csv->columns)
        report_column(arena, diags, csv, name, node);
    return column;
}

/* ---- days, and cells that hold nothing of their own ---- */

bool row_told_of(const struct filling *filling, size_t column)
{
    for (size_t i = 0; i < filling->told.count; i++)
        if (filling->told.items[i] == column)
            return true;
    return false;
}

static void read_day(struct filling *filling, size_t column, struct str text)
{
    struct str iso, why = STR_NONE, instead = STR_NONE;
    enum date_form form = filling->mapping->form;
    bool missing = cell_missing(filling->mapping, text).at != NULL;
    if (missing || str_is(text, "..")) {
        *LIST_ADD(filling->arena, &filling->days) =
            (struct read_day){column, missing ? STR("") : text};
        return;
    }
    if (cell_date(filling->arena, form, text, &iso, &why, &instead)) {
        *LIST_ADD(filling->arena, &filling->days) = (struct read_day){column, iso};
        return;
    }
    struct span span = csv_span(filling->csv, filling->row, column);
    struct diag *diag =
        diag_report(filling->diags, &E205, span, "`" STR_FMT "` is not a date: " STR_FMT,
                    STR_ARG(text_shown(filling->arena, text)), STR_ARG(why));
    if (instead.at) {
        bool slashes = form == DATES_YEAR_FIRST && str_find(text, '/', 0) == 2;
        diag_hint(filling->diags, diag,
                  slashes ? "write " STR_FMT
                            ", or say in the mapping how the table writes all: `dates: "
                            "day/month/year`"
                          : "write " STR_FMT,
                  STR_ARG(instead));
        diag_suggest(filling->diags, diag, span, instead);
    } else if (form != DATES_YEAR_FIRST) {
        diag_hint(filling->diags, diag, "write a day such as %s; leave the cell empty for none",
                  form == DATES_DAY_FIRST ? "31/03/2025" : "03/31/2025");
    }
    *LIST_ADD(filling->arena, &filling->told) = column;
}

static void check_failed(struct filling *filling)
{
    const struct column_names *columns = &filling->mapping->columns;
    for (size_t i = 0; i < columns->names.count; i++) {
        size_t column = csv_column(filling->csv, columns->names.items[i]);
        struct str text = column < filling->csv->columns
                              ? csv_text(filling->arena, filling->csv, filling->row, column)
                              : STR("");
        if (!cell_failed(text) || row_told_of(filling, column))
            continue;
        struct diag *diag = diag_report(
            filling->diags, &E271, csv_span(filling->csv, filling->row, column),
            "the cell holds `" STR_FMT "`, which is no text of anybody's", STR_ARG(text));
        diag_hint(filling->diags, diag,
                  "mend the cell in the spreadsheet, and save the table again");
        *LIST_ADD(filling->arena, &filling->told) = column;
    }
}

void row_read_cells(struct filling *filling)
{
    check_failed(filling);
    const struct column_names *dates = &filling->mapping->dates;
    const struct csv *csv = filling->csv;
    for (size_t i = 0; i < dates->names.count; i++) {
        size_t column = csv_column(csv, dates->names.items[i]);
        if (column == csv->columns)
            continue; /* which is reported when it is filled in */
        struct str text = csv_text(filling->arena, csv, filling->row, column);
        if (text.len && !row_told_of(filling, column))
            read_day(filling, column, text);
    }
}

static const struct read_day *day_of(const struct filling *filling, size_t column)
{
    for (size_t i = 0; i < filling->days.count; i++)
        if (filling->days.items[i].column == column)
            return &filling->days.items[i];
    return NULL;
}

/* ---- what a cell says in a field ---- */

static bool is_id(const struct field *field)
{
    return field &&
           (field->kind == FIELD_ID || field->kind == FIELD_REF || field->kind == FIELD_REFS);
}

static bool is_text(const struct field *field)
{
    return field && (field->kind == FIELD_TEXT || field->kind == FIELD_MARKDOWN ||
                     field->kind == FIELD_TEXTS);
}

/* An id takes no `~` or `?`. */
static struct str day_said(const struct field *field, struct str iso)
{
    while (is_id(field) && iso.len && strchr("~?", iso.at[iso.len - 1]))
        iso.len--;
    return iso;
}

/* What a cell says of a value of this kind: a word for nothing is nothing, and has a reason. */
static struct str cell_said(struct filling *filling, size_t column, struct str text)
{
    const struct field *field = filling->field;
    const struct read_day *read = is_text(field) ? NULL : day_of(filling, column);
    if (read)
        return day_said(field, read->text);
    if (is_text(field) || is_id(field))
        return text;
    struct str reason = cell_missing(filling->mapping, text);
    if (reason.at) {
        filling->reason = reason;
        return STR("");
    }
    bool whole = field && (field->kind == FIELD_WHOLE || field->kind == FIELD_WHOLES);
    bool number = whole || (field && field->kind == FIELD_DECIMAL);
    return number ? cell_number(filling->arena, text, whole) : text;
}

/* What the mapping has for a word of the table, whose capitals and spaces make no difference; false
   when it does not list it. */
static bool look_up(const struct filling *filling, struct str list, struct str *text)
{
    const struct node *words = list.at ? node_pair(filling->mapping->words, list)->value : NULL;
    const struct pair *pair = node_pair(words, *text);
    for (size_t i = 0; words && !pair && i < words->count; i++)
        if (str_alike(words->pairs[i].key, *text))
            pair = &words->pairs[i];
    if (pair)
        *text = pair->value->text;
    return pair != NULL;
}

/* The cell that a choice asks for. */
struct asked {
    const struct csv *csv; /* NULL: there is none */
    size_t row, column;
};

/* An id is made of the list's own words: another would begin a record that nobody wrote a name for.
   Each word of the table is told once. */
static void report_unlisted(struct filling *filling, const struct pick *pick,
                            const struct asked *asked, struct str text)
{
    struct told_words *words = filling->told_words;
    *LIST_ADD(filling->arena, &filling->told) = asked->column;
    for (size_t i = 0; words && i < words->list.count; i++)
        if (str_equal(words->list.items[i], text))
            return;
    if (words)
        *LIST_ADD(filling->arena, &words->list) = text;
    const struct node *list = node_pair(filling->mapping->words, pick->words)->value;
    const char **known = ARENA_ARRAY(filling->arena, const char *, list->count);
    for (size_t i = 0; i < list->count; i++)
        known[i] = str_z(filling->arena, list->pairs[i].key);
    struct diag *diag =
        diag_report(filling->diags, &E277, csv_span(asked->csv, asked->row, asked->column),
                    "the list `" STR_FMT "` of the mapping has no word for `" STR_FMT "`",
                    STR_ARG(pick->words), STR_ARG(text_shown(filling->arena, text)));
    const char *nearest = diag_nearest(text, known, list->count, sizeof *known);
    if (nearest)
        diag_hint(filling->diags, diag, "did you mean `%s`?", nearest);
    else
        diag_hint(filling->diags, diag, "add it under `words`, or leave such rows out by `where`");
    diag_note(filling->diags, diag, list->span, "this is the list");
}

/* ---- putting a value together ---- */

struct place {
    struct span span; /* of a cell; nowhere: none was looked into */
    struct cell_origin origin;
};

/* A value while it is put together: its text so far, and where it comes from. */
struct made {
    struct buf text;
    struct place first; /* that held something */
    struct place last;  /* that was looked into */
    bool told;
};

static void note_place(struct filling *filling, struct made *made, const struct pick *pick,
                       size_t choice, const struct asked *asked)
{
    const struct node *words =
        pick->words.at ? node_pair(filling->mapping->words, pick->words)->value : NULL;
    made->last = (struct place){
        .span = csv_span(asked->csv, asked->row, asked->column),
        .origin = {.column = pick->choices.items[choice].name,
                   .before = choice ? pick->choices.items[choice - 1].name : STR_NONE,
                   .words = words},
    };
    made->told = made->told || (asked->csv == filling->csv && row_told_of(filling, asked->column));
    filling->asked++;
}

/* The row of the second table that a cell of this one names. */
static struct asked ask_second(struct filling *filling, const struct pick *pick,
                               const struct choice *choice, const struct node *node)
{
    const struct second_table *second = filling->second;
    struct asked asked = {.csv = NULL};
    size_t by = find_column(filling->arena, filling->diags, filling->csv, pick->by, node);
    if (!second || !second->csv || by == filling->csv->columns || row_told_of(filling, by))
        return asked;
    asked.column = find_column(filling->arena, filling->diags, second->csv, choice->name, node);
    struct str key = csv_text(filling->arena, filling->csv, filling->row, by);
    if (!key.len || asked.column == second->csv->columns)
        return asked;
    store_note_rows(second->store, filling->diags, second->csv, second->key, key);
    if (newest_row(second, filling->arena, key, &asked.row)) {
        asked.csv = second->csv;
        return asked;
    }
    filling->unfound = true;
    struct diag *diag =
        diag_report(filling->diags, &W275, csv_span(filling->csv, filling->row, by),
                    "`" STR_FMT "` has no row for `" STR_FMT "`",
                    STR_ARG(second->csv->source->path), STR_ARG(text_shown(filling->arena, key)));
    diag_hint(filling->diags, diag, "check the number, and that the second table is the right one");
    return asked;
}

static struct asked ask(struct filling *filling, const struct pick *pick,
                        const struct choice *choice, const struct node *node)
{
    if (pick->by.at)
        return ask_second(filling, pick, choice, node);
    struct asked asked = {.csv = filling->csv, .row = filling->row};
    asked.column = csv_column(filling->csv, choice->name);
    if (asked.column == filling->csv->columns)
        asked.csv = NULL; /* one that the table may lack */
    return asked;
}

/* What stands for no column: a text, how many rows there are, whom a row is about. */
static bool add_special(struct filling *filling, const struct choice *choice, struct made *made)
{
    if (choice->literal) {
        buf_add(&made->text, choice->name);
    } else if (filling->group.count && choice_is_count(choice)) {
        buf_addf(&made->text, "%zu", filling->group.count);
        made->first = (struct place){
            .span = csv_span(filling->csv, filling->row, filling->key_column),
            .origin = {.column = choice->name},
        };
    } else {
        return false;
    }
    return true;
}

/* Adds the first choice that holds something; false when none does. */
static bool add_pick(struct filling *filling, const struct node *node, struct str part,
                     struct made *made)
{
    struct pick pick;
    pick_read(filling->arena, part, filling->mapping->second_key.at, &pick);
    for (size_t i = 0; i < pick.choices.count; i++) {
        const struct choice *choice = &pick.choices.items[i];
        if (add_special(filling, choice, made))
            return true;
        if (filling->mapping->joint.at && choice_is_joint(choice)) {
            buf_add(&made->text, filling->joint);
            return filling->joint.len > 0;
        }
        struct asked asked = ask(filling, &pick, choice, node);
        if (!asked.csv)
            continue;
        note_place(filling, made, &pick, i, &asked);
        struct str text = csv_text(filling->arena, asked.csv, asked.row, asked.column);
        bool listed = text.len && look_up(filling, pick.words, &text);
        if (pick.words.at && text.len && !listed && is_id(filling->field)) {
            report_unlisted(filling, &pick, &asked, text);
            made->told = true;
        }
        if (!listed && text.len)
            text = cell_said(filling, asked.csv == filling->csv ? asked.column : SIZE_MAX, text);
        if (!listed && !text.len)
            continue;
        if (!made->first.span.source)
            made->first = made->last;
        filling->found += text.len > 0;
        buf_add(&made->text, text);
        return text.len > 0;
    }
    return false;
}

static struct node *new_value(struct filling *filling, const struct place *place)
{
    struct node *node = ARENA_NEW(filling->arena, struct node);
    *node = (struct node){.kind = NODE_SCALAR, .span = place->span};
    if (!place->span.source)
        return node;
    struct cell_origin *origin = ARENA_NEW(filling->arena, struct cell_origin);
    *origin = place->origin;
    node->origin = origin;
    node->from_table = true;
    return node;
}

const struct node *value_fill(struct filling *filling, const struct node *node)
{
    filling->reason = STR_NONE;
    filling->unfound = false;
    if (str_find(node->text, '<', 0) == node->text.len)
        return node;
    struct made made = {.text.arena = filling->arena};
    struct str part;
    enum part kind;
    for (size_t at = 0; (kind = next_part(node->text, &at, &part)) != PART_END;) {
        if (kind == PART_LITERAL)
            buf_add(&made.text, part);
        else if (!add_pick(filling, node, part, &made))
            return new_value(filling, &made.last);
    }
    struct node *filled = new_value(filling, &made.first);
    filled->text = buf_str(&made.text);
    filled->style = SCALAR_QUOTED;
    filled->told = made.told;
    if (!filled->from_table)
        filled->span = node->span;
    return filled;
}
