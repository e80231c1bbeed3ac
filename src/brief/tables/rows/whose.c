/* Whose rows are taken: what they call their council is held against what the specification does. A
   code copied from another specification is noticed before grades stand under the wrong name. */
#include "brief/brief_codes.h"
#include "brief/tables/rows.h"

#include "base/alike.h"

/* ---- names ---- */

/* Words that say what kind of council it is, or join the others. */
static bool says_nothing(struct str word)
{
    static const char *const words[] = {"and",    "of",           "the",     "city",     "council",
                                        "county", "metropolitan", "borough", "district", "royal"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(word, words[i]))
            return true;
    return false;
}

/* The next word of what a name says that tells councils apart; empty at the end. */
static struct str next_word(struct str name, size_t *at)
{
    while (*at < name.len) {
        size_t start = *at, end = str_find(name, ' ', start);
        struct str word = str_part(name, start, end);
        *at = end + 1;
        if (word.len && !says_nothing(word))
            return word;
    }
    return STR("");
}

static bool has_word(struct str name, struct str wanted)
{
    struct str word;
    for (size_t at = 0; (word = next_word(name, &at)).len;)
        if (str_equal(word, wanted))
            return true;
    return false;
}

static bool has_words_of(struct str name, struct str other)
{
    struct str word;
    for (size_t at = 0; (word = next_word(other, &at)).len;)
        if (!has_word(name, word))
            return false;
    return true;
}

/* What a name says, without the brackets and strokes around its words. */
static struct str words_only(struct arena *arena, struct str name)
{
    struct buf out = {.arena = arena};
    struct str plain = name_plain(arena, name);
    for (size_t i = 0; i < plain.len; i++)
        buf_byte(&out, strchr("()[]/;:\"", plain.at[i]) ? ' ' : plain.at[i]);
    return buf_str(&out);
}

/* `Hull` and `Kingston upon Hull, City of`, but not `East Sussex` and `West Sussex`. */
static bool may_be_same(struct arena *arena, struct str a, struct str b)
{
    a = words_only(arena, a);
    b = words_only(arena, b);
    return has_words_of(a, b) || has_words_of(b, a);
}

static bool names_it(struct arena *arena, const struct node *of, const char *key, struct str name)
{
    const struct node *own = node_get(of, key);
    return own && own->kind == NODE_SCALAR && !node_is_absent(own) &&
           may_be_same(arena, own->text, name);
}

static bool names_one_of(struct arena *arena, const struct node *list, struct str name)
{
    for (size_t i = 0; list && list->kind == NODE_LIST && i < list->count; i++)
        if (names_it(arena, list->items[i], "name", name))
            return true;
    return false;
}

bool council_is_named(struct arena *arena, const struct node *council, struct str name)
{
    return names_it(arena, council, "name", name) || names_it(arena, council, "short_name", name) ||
           names_one_of(arena, node_get(council, "former_names"), name) ||
           names_one_of(arena, node_get(council, "predecessors"), name) ||
           names_one_of(arena, node_get(council, "successors"), name);
}

/* ---- rows ---- */

static void report(struct arena *arena, struct diags *diags, const struct taken *taken,
                   struct str name, struct span cell)
{
    struct str own = node_get(taken->council, "name")->text;
    name = text_shown(arena, name);
    struct diag *diag =
        diag_report(diags, taken->by_value ? &E269 : &W263, taken->key->span,
                    "the rows with `" STR_FMT "` are about `" STR_FMT "`, not about `" STR_FMT "`",
                    STR_ARG(text_shown(arena, taken->key->text)), STR_ARG(name),
                    STR_ARG(text_shown(arena, own)));
    if (taken->by_value)
        diag_hint(diags, diag, "delete `value`, or name that council under `predecessors`");
    else
        diag_hint(diags, diag, "correct the code, or write `short_name: " STR_FMT "`",
                  STR_ARG(name));
    diag_note(diags, diag, cell, "the table says so here");
}

/* Does one of the councils that a row is about have the council's name? */
static bool is_named_in(struct arena *arena, const struct taken *taken, struct str names)
{
    struct str name;
    for (size_t at = 0; (name = next_joint(names, taken->mapping->joint, &at)).at;)
        if (council_is_named(arena, taken->council, name))
            return true;
    return false;
}

void check_names(struct arena *arena, struct diags *diags, const struct taken *taken,
                 const struct row_list *rows)
{
    const struct csv *csv = taken->csv;
    const struct node *own = node_get(taken->council, "name");
    size_t column = taken->name_column;
    if (!taken->key || node_is_absent(own) || own->kind != NODE_SCALAR)
        return;
    for (size_t i = 0; column < csv->columns && i < rows->count; i++) {
        struct str name = csv_text(arena, csv, rows->items[i], column);
        if (is_named_in(arena, taken, name))
            continue;
        report(arena, diags, taken, name, csv_span(csv, rows->items[i], column));
        return;
    }
}

/* ---- the councils of a row ---- */

static bool is_said(struct arena *arena, const struct node *of, const char *key, struct str said)
{
    const struct node *name = node_get(of, key);
    return name && name->kind == NODE_SCALAR && !node_is_absent(name) &&
           str_equal(council_said(arena, name->text), said);
}

struct str row_predecessor(struct arena *arena, const struct taken *taken, size_t row)
{
    const struct node *council = taken->council, *list = node_get(council, "predecessors");
    if (taken->name_column == taken->csv->columns || !list || list->kind != NODE_LIST)
        return STR_NONE;
    struct str said = council_said(arena, csv_text(arena, taken->csv, row, taken->name_column));
    if (is_said(arena, council, "name", said) || is_said(arena, council, "short_name", said))
        return STR_NONE;
    for (size_t i = 0; i < list->count; i++)
        if (is_said(arena, list->items[i], "name", said))
            return str_trim(node_get(list->items[i], "name")->text);
    return STR_NONE;
}

struct str row_joint(struct arena *arena, const struct taken *taken, size_t row)
{
    const struct csv *csv = taken->csv;
    struct str joint = taken->mapping->joint, part;
    size_t column = taken->name_column < csv->columns ? taken->name_column : taken->key_column;
    struct str text = csv_text(arena, csv, row, column);
    struct buf out = {.arena = arena};
    size_t count = 0;
    for (size_t at = 0; joint.at && (part = next_joint(text, joint, &at)).at;)
        buf_addf(&out, "%s" STR_FMT, count++ ? " and " : "", STR_ARG(part));
    return count > 1 ? buf_str(&out) : STR_NONE;
}

/* ---- rows without a code ---- */

/* A cell that says nothing, or "the same as above" as people write it. */
static bool is_as_above(struct str text)
{
    static const char *const words[] = {"do", "do.", "ditto", "Do", "Do.", "Ditto"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(text, words[i]))
            return true;
    static const char *const signs[] = {"\u2033", "\u201D", "\u2013", "\u2014", "\u2193"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_is(text, signs[i]))
            return true;
    for (size_t i = 0; i < text.len; i++)
        if (!memchr("\"'-,.^*", text.at[i], 8))
            return false;
    return true;
}

/* Does a column name what a row is about: a council, or the region or nation that holds it? */
static bool names_places(struct arena *arena, struct str column)
{
    static const char *const places[] = {
        "council",  "local authority", "authority", "la",        "lad",
        "utla",     "region",          "country",   "nation",    "county",
        "district", "borough",         "area",      "geography", "place"};
    struct str plain = name_plain(arena, column);
    if (str_ends(plain, " name"))
        plain.len -= strlen(" name");
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (str_is(plain, places[i]))
            return true;
    return false;
}

/* Has the row a name of its own, so that it is about another place, or all of them? */
static bool is_named(struct arena *arena, const struct taken *taken, size_t row)
{
    const struct csv *csv = taken->csv;
    for (size_t i = 0; i < csv->columns; i++) {
        bool names = i == taken->name_column || names_places(arena, csv->names[i]);
        if (names && !is_as_above(csv_text(arena, csv, row, i)))
            return true;
    }
    return false;
}

/* Does a row say in a column of `where` that it is none of those that are read? */
static bool is_of_others(struct arena *arena, const struct taken *taken, size_t row)
{
    const struct node *where = taken->mapping->where;
    bool says = false;
    for (size_t i = 0; where && i < where->count; i++) {
        size_t column = csv_column(taken->csv, where->pairs[i].key);
        says = says || (column < taken->csv->columns &&
                        !is_as_above(csv_text(arena, taken->csv, row, column)));
    }
    return says && !row_meets(arena, taken, where, row);
}

/* How many rows from this one on have neither a code nor a name. */
static size_t merged_from(struct arena *arena, const struct taken *taken, size_t row)
{
    size_t end = row, column = taken->key_column;
    while (end < taken->csv->rows && is_as_above(csv_text(arena, taken->csv, end, column)) &&
           !is_named(arena, taken, end) && !is_of_others(arena, taken, end))
        end++;
    return end - row;
}

static void report_merged(struct arena *arena, struct diags *diags, const struct taken *taken,
                          size_t row, size_t count)
{
    const struct csv *csv = taken->csv;
    size_t column = taken->key_column;
    struct span first = csv_span(csv, row, 0),
                last = csv_span(csv, row + count - 1, csv->columns - 1);
    uint32_t line = source_position(csv->source, first.start).line;
    uint32_t end = source_position(csv->source, last.end).line;
    const char *key = str_z(arena, text_shown(arena, csv->names[column]));
    struct diag *diag =
        count == 1
            ? diag_report(diags, &E270, csv_span(csv, row, column),
                          "the row on line %u has no `%s`, so nobody can tell whose it is",
                          (unsigned)line, key)
            : diag_report(diags, &E270, csv_span(csv, row, column),
                          "the %zu rows on lines %u %s %u have no `%s`, so nobody can tell "
                          "whose they are",
                          count, (unsigned)line, count == 2 ? "and" : "to", (unsigned)end, key);
    diag_hint(diags, diag,
              "write `" STR_FMT
              "` into %s if this council is meant: merged cells keep only the first",
              STR_ARG(text_shown(arena, taken->key->text)), count == 1 ? "it" : "each");
    diag_note(diags, diag, csv_span(csv, row - 1, column), "the row above is about this council");
}

void check_merged_rows(struct arena *arena, struct diags *diags, const struct taken *taken,
                       const struct row_list *rows)
{
    for (size_t i = 0; taken->key && i < rows->count; i++) {
        size_t next = rows->items[i] + 1;
        size_t count = merged_from(arena, taken, next);
        if (count)
            report_merged(arena, diags, taken, next, count);
    }
}

/* ---- tables of one council ---- */

static bool holds_code(struct str text)
{
    bool code = text.len == 9 && text.at[0] == 'E';
    for (size_t i = 1; code && i < text.len; i++)
        code = text.at[i] >= '0' && text.at[i] <= '9';
    return code;
}

void check_one_council(struct arena *arena, struct diags *diags, const struct taken *taken)
{
    const struct csv *csv = taken->csv;
    for (size_t column = 0; column < csv->columns; column++) {
        struct str first = STR("");
        for (size_t row = 0; row < csv->rows; row++) {
            struct str text = csv_text(arena, csv, row, column);
            if (!text.len)
                continue;
            if (!holds_code(text))
                break;
            if (first.len && !str_equal(first, text)) {
                struct diag *diag = diag_report(
                    diags, &E276, csv_span(csv, row, column),
                    "`" STR_FMT "` is about several councils, and the mapping has no `key`",
                    STR_ARG(csv->source->path));
                diag_hint(diags, diag, "write `key: " STR_FMT "` in the mapping",
                          STR_ARG(text_shown(arena, csv->names[column])));
                diag_note(diags, diag, taken->span, "this asks for the table");
                return;
            }
            first = text;
        }
    }
}
