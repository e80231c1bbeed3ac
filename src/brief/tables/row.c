/* From a row to records: the mapping's own shape, with values from the row's cells. */
#include "brief/tables/row.h"

#include "brief/brief_codes.h"
#include "data/bind/bind.h"

/* ---- texts of a mapping ---- */

struct choice {
    struct str name; /* of a column, or the text itself */
    bool literal;
};

/* What stands between angle brackets. */
struct pick {
    LIST(struct choice) choices;
    struct str words; /* the list that what a column holds is looked up in; absent: none */
};

/* ---- reading `a or b as words` ---- */

static size_t skip_spaces(struct str text, size_t at)
{
    while (at < text.len && text.at[at] == ' ')
        at++;
    return at;
}

/* Where the next ` or ` or ` as ` begins, or the end. */
static size_t find_joint(struct str text, size_t at)
{
    while (at < text.len) {
        struct str rest = str_part(text, at, text.len);
        if (str_starts(rest, " or ") || str_starts(rest, " as "))
            return at;
        at++;
    }
    return at;
}

/* A text in quotation marks, a column in backticks, or a column as it stands. */
static bool read_choice(struct str text, size_t *at, struct choice *choice)
{
    *at = skip_spaces(text, *at);
    char mark = *at < text.len ? text.at[*at] : ' ';
    choice->literal = mark == '"';
    size_t end;
    if (mark == '"' || mark == '`') {
        end = str_find(text, mark, *at + 1);
        choice->name = str_part(text, *at + 1, end);
        *at = end + 1;
        return end < text.len;
    }
    end = find_joint(text, *at);
    choice->name = str_trim(str_part(text, *at, end));
    *at = end;
    return choice->name.len > 0;
}

static bool read_pick(struct arena *arena, struct str text, struct pick *pick)
{
    for (size_t at = 0;;) {
        struct choice choice = {.literal = false};
        if (!read_choice(text, &at, &choice))
            return false;
        *LIST_ADD(arena, &pick->choices) = choice;
        struct str rest = str_part(text, at, text.len);
        if (!str_trim(rest).len)
            return true;
        if (str_starts(rest, " as ")) {
            pick->words = str_trim(str_part(rest, 4, rest.len));
            return pick->words.len > 0;
        }
        if (!str_starts(rest, " or "))
            return false;
        at += 4;
    }
}

/* ---- going through a text ---- */

enum part { PART_END, PART_LITERAL, PART_COLUMNS, PART_UNCLOSED };

/* The angle bracket that closes the one at `open`; those in quotation marks or backticks are part
   of a text or of a name. */
static size_t find_close(struct str text, size_t open)
{
    for (size_t at = open + 1;;) {
        at = skip_spaces(text, at);
        char mark = at < text.len ? text.at[at] : ' ';
        size_t end = mark == '"' || mark == '`' ? str_find(text, mark, at + 1) : text.len;
        if (end < text.len)
            at = end + 1;
        while (at < text.len && text.at[at] != '>' &&
               !str_starts(str_part(text, at, text.len), " or "))
            at++;
        if (at >= text.len || text.at[at] == '>')
            return at;
        at += 4;
    }
}

/* The next part of a text: literal up to an angle bracket (`<<` stands for one), or what is between
   two of them. */
static enum part next_part(struct str text, size_t *at, struct str *part)
{
    if (*at >= text.len)
        return PART_END;
    size_t open = str_find(text, '<', *at);
    if (open > *at) {
        *part = str_part(text, *at, open);
        *at = open;
        return PART_LITERAL;
    }
    if (open + 1 < text.len && text.at[open + 1] == '<') {
        *part = STR("<");
        *at = open + 2;
        return PART_LITERAL;
    }
    size_t close = find_close(text, open);
    *part = str_part(text, open + 1, close);
    *at = close + 1;
    return close < text.len ? PART_COLUMNS : PART_UNCLOSED;
}

/* ---- checking ---- */

static bool check_pick(struct arena *arena, struct diags *diags, const struct node *words,
                       const struct node *node, struct str part)
{
    struct pick pick = {.words = STR_NONE};
    if (!read_pick(arena, part, &pick)) {
        struct diag *diag = diag_report(diags, &E264, node->span,
                                        "`<" STR_FMT ">` does not name columns", STR_ARG(part));
        diag_hint(diags, diag, "write `<column>`, `<column or \"text\">` or `<column as words>`");
        return false;
    }
    if (!pick.words.at || node_pair(words, pick.words))
        return true;
    struct diag *diag =
        diag_report(diags, &E264, node->span, "there is no list of words `" STR_FMT "`",
                    STR_ARG(text_shown(arena, pick.words)));
    diag_hint(diags, diag, "add it under `words`");
    return false;
}

bool value_check(struct arena *arena, struct diags *diags, const struct node *words,
                 const struct node *node)
{
    struct str part;
    bool sound = true;
    enum part kind;
    for (size_t at = 0; (kind = next_part(node->text, &at, &part)) != PART_END;) {
        if (kind == PART_COLUMNS) {
            sound = check_pick(arena, diags, words, node, part) && sound;
        } else if (kind == PART_UNCLOSED) {
            struct diag *diag =
                diag_report(diags, &E264, node->span, "there is a `<` without a `>`");
            diag_hint(diags, diag, "write `<<` for the sign itself");
            sound = false;
        }
    }
    return sound;
}

/* ---- columns that hold dates ---- */

static void add_name(struct arena *arena, struct column_names *names, struct str name)
{
    for (size_t i = 0; i < names->names.count; i++)
        if (str_equal(names->names.items[i], name))
            return;
    *LIST_ADD(arena, &names->names) = name;
}

void value_columns(struct arena *arena, const struct node *node, struct column_names *names)
{
    struct str part;
    enum part kind;
    for (size_t at = 0; (kind = next_part(node->text, &at, &part)) != PART_END;) {
        struct pick pick = {.words = STR_NONE};
        if (kind == PART_COLUMNS && read_pick(arena, part, &pick) && !pick.words.at)
            for (size_t i = 0; i < pick.choices.count; i++)
                if (!pick.choices.items[i].literal)
                    add_name(arena, names, pick.choices.items[i].name);
    }
}

bool value_is_period(const struct node *node)
{
    struct str part;
    enum part kind;
    bool sound = true;
    for (size_t at = 0; (kind = next_part(node->text, &at, &part)) != PART_END;)
        sound = sound && (kind == PART_COLUMNS || str_is(part, "/"));
    return sound;
}

/* ---- filling in ---- */

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
        diag_hint(diags, diag, "did you mean `%s`?", nearest);
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

/* What the mapping has for a word of the table; a word it does not list stays as it is. */
static struct str look_up(const struct filling *filling, struct str list, struct str text)
{
    const struct node *words = list.at ? node_pair(filling->mapping->words, list)->value : NULL;
    const struct pair *pair = node_pair(words, text);
    return pair ? pair->value->text : text;
}

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
                       size_t choice, size_t column)
{
    const struct node *words =
        pick->words.at ? node_pair(filling->mapping->words, pick->words)->value : NULL;
    made->last = (struct place){
        .span = csv_span(filling->csv, filling->row, column),
        .origin = {.column = pick->choices.items[choice].name,
                   .before = choice ? pick->choices.items[choice - 1].name : STR_NONE,
                   .words = words},
    };
    made->told = made->told || row_told_of(filling, column);
    filling->asked++;
}

/* Adds the first choice that holds something; false when none does. */
static bool add_pick(struct filling *filling, const struct node *node, struct str part,
                     struct made *made)
{
    struct pick pick = {.words = STR_NONE};
    read_pick(filling->arena, part, &pick);
    for (size_t i = 0; i < pick.choices.count; i++) {
        const struct choice *choice = &pick.choices.items[i];
        if (choice->literal) {
            buf_add(&made->text, choice->name);
            return true;
        }
        const struct csv *csv = filling->csv;
        size_t column = find_column(filling->arena, filling->diags, csv, choice->name, node);
        if (column == csv->columns)
            return false;
        note_place(filling, made, &pick, i, column);
        struct str text = csv_text(filling->arena, csv, filling->row, column);
        if (!text.len)
            continue;
        if (!made->first.span.source)
            made->first = made->last;
        text = look_up(filling, pick.words, text);
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

/* ---- records ---- */

static const struct node *fill(struct filling *filling, const struct node *pattern);

static struct span key_cell(const struct filling *filling)
{
    return csv_span(filling->csv, filling->row, filling->key_column);
}

static const struct node *fill_list(struct filling *filling, const struct node *pattern)
{
    const struct node **items = ARENA_ARRAY(filling->arena, const struct node *, pattern->count);
    size_t count = 0;
    for (size_t i = 0; i < pattern->count; i++) {
        const struct node *item = fill(filling, pattern->items[i]);
        if (!node_is_absent(item))
            items[count++] = item;
    }
    if (!count)
        return NULL;
    struct node *list = ARENA_NEW(filling->arena, struct node);
    *list =
        (struct node){.kind = NODE_LIST, .span = items[0]->span, .items = items, .count = count};
    return list;
}

/* Left out when it asks for columns and all of them are empty: words around nothing say nothing. A
   key stands where its value does, so that what is said about a judgement points at its grade, and
   about a value that is lacking at the empty cell. */
static const struct node *fill_map(struct filling *filling, const struct node *pattern)
{
    size_t asked = filling->asked, found = filling->found, count = 0;
    bool says_something = false;
    struct pair *pairs = ARENA_ARRAY(filling->arena, struct pair, pattern->count);
    for (size_t i = 0; i < pattern->count; i++) {
        struct pair pair = pattern->pairs[i];
        pair.value = fill(filling, pair.value);
        if (!pair.value)
            continue;
        if (pair.value->from_table)
            pair.key_span = pair.value->span;
        says_something = says_something || !node_is_absent(pair.value);
        pairs[count++] = pair;
    }
    if (!says_something || (filling->asked > asked && filling->found == found))
        return NULL;
    struct node *map = ARENA_NEW(filling->arena, struct node);
    *map = (struct node){
        .kind = NODE_MAP,
        .span = key_cell(filling),
        .pairs = pairs,
        .count = count,
        .from_table = true,
    };
    return map;
}

/* Calls itself no deeper than the mapping is nested. */
static const struct node *fill(struct filling *filling, const struct node *pattern)
{
    switch (pattern->kind) {
    case NODE_LIST: return fill_list(filling, pattern);
    case NODE_MAP: return fill_map(filling, pattern);
    default: return value_fill(filling, pattern);
    }
}

/* ---- cells that hold no date ---- */

void row_check_dates(struct filling *filling)
{
    const struct column_names *dates = &filling->mapping->dates;
    const struct csv *csv = filling->csv;
    for (size_t i = 0; i < dates->names.count; i++) {
        size_t column = csv_column(csv, dates->names.items[i]);
        if (column == csv->columns)
            continue; /* which is reported when it is filled in */
        struct str text = csv_text(filling->arena, csv, filling->row, column);
        struct date date;
        if (text.len && !str_is(text, "..") &&
            !read_date(filling->arena, filling->diags, text, csv_span(csv, filling->row, column),
                       &date))
            *LIST_ADD(filling->arena, &filling->told) = column;
    }
}

bool row_told_of(const struct filling *filling, size_t column)
{
    for (size_t i = 0; i < filling->told.count; i++)
        if (filling->told.items[i] == column)
            return true;
    return false;
}

const struct node *row_record(struct filling *filling, const struct node *pattern)
{
    return fill_map(filling, pattern);
}
