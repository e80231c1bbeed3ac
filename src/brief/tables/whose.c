/* Whose rows are taken: what they call their council is held against what the specification does. A
   code copied from another specification is noticed before grades stand under the wrong name. */
#include "brief/brief_codes.h"
#include "brief/tables/row.h"

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

void check_names(struct arena *arena, struct diags *diags, const struct taken *taken,
                 const struct row_list *rows)
{
    const struct node *wanted = taken->mapping->name_at;
    const struct csv *csv = taken->csv;
    const struct node *own = node_get(taken->council, "name");
    if (!wanted || node_is_absent(own) || own->kind != NODE_SCALAR)
        return;
    size_t column = find_column(arena, diags, csv, str_trim(wanted->text), wanted);
    for (size_t i = 0; column < csv->columns && i < rows->count; i++) {
        struct str name = csv_text(arena, csv, rows->items[i], column);
        if (council_is_named(arena, taken->council, name))
            continue;
        report(arena, diags, taken, name, csv_span(csv, rows->items[i], column));
        return;
    }
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
    const struct node *name = taken->mapping->name_at;
    for (size_t i = 0; i < csv->columns; i++) {
        bool names = (name && str_equal(csv->names[i], str_trim(name->text))) ||
                     names_places(arena, csv->names[i]);
        if (names && !is_as_above(csv_text(arena, csv, row, i)))
            return true;
    }
    return false;
}

/* How many rows from this one on have neither a code nor a name. */
static size_t merged_from(struct arena *arena, const struct taken *taken, size_t column, size_t row)
{
    size_t end = row;
    while (end < taken->csv->rows && is_as_above(csv_text(arena, taken->csv, end, column)) &&
           !is_named(arena, taken, end))
        end++;
    return end - row;
}

static void report_merged(struct arena *arena, struct diags *diags, const struct taken *taken,
                          size_t column, size_t row, size_t count)
{
    const struct csv *csv = taken->csv;
    struct span first = csv_span(csv, row, 0),
                last = csv_span(csv, row + count - 1, csv->columns - 1);
    uint32_t line = source_position(csv->source, first.start).line;
    uint32_t end = source_position(csv->source, last.end).line;
    const char *key = str_z(arena, text_shown(arena, taken->mapping->key));
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
                       size_t column, const struct row_list *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        size_t next = rows->items[i] + 1;
        size_t count = merged_from(arena, taken, column, next);
        if (count)
            report_merged(arena, diags, taken, column, next, count);
    }
}
