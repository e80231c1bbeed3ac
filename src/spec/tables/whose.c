/* Whose rows are taken: what they call their council is held against what the specification does. A
   code copied from another specification is told so before grades stand under the wrong name. */
#include "tables.h"

/* ---- names ---- */

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || (unsigned char)byte >= 0x80;
}

/* Words that say what kind of council it is, or join the others. */
static bool says_nothing(struct str word)
{
    static const char *const words[] = {"and",    "of",           "the",     "city",     "council",
                                        "county", "metropolitan", "borough", "district", "royal"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_alike(word, str_from(words[i])))
            return true;
    return false;
}

/* The next word that tells councils apart; empty at the end. */
static struct str next_word(struct str name, size_t *at)
{
    for (;;) {
        while (*at < name.len && !is_letter(name.at[*at]))
            ++*at;
        size_t start = *at;
        while (*at < name.len && is_letter(name.at[*at]))
            ++*at;
        struct str word = str_part(name, start, *at);
        if (!word.len || !says_nothing(word))
            return word;
    }
}

static bool has_word(struct str name, struct str wanted)
{
    struct str word;
    for (size_t at = 0; (word = next_word(name, &at)).len;)
        if (str_alike(word, wanted))
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

/* `Hull` and `Kingston upon Hull, City of`, but not `East Sussex` and `West Sussex`. */
static bool may_be_same(struct str a, struct str b)
{
    return has_words_of(a, b) || has_words_of(b, a);
}

static bool names_it(const struct node *of, const char *key, struct str name)
{
    const struct node *own = node_get(of, key);
    return own && own->kind == NODE_SCALAR && !node_is_absent(own) && may_be_same(own->text, name);
}

static bool names_one_of(const struct node *list, struct str name)
{
    for (size_t i = 0; list && list->kind == NODE_LIST && i < list->count; i++)
        if (names_it(list->items[i], "name", name))
            return true;
    return false;
}

bool council_is_named(const struct node *council, struct str name)
{
    return names_it(council, "name", name) || names_it(council, "short_name", name) ||
           names_one_of(node_get(council, "predecessors"), name) ||
           names_one_of(node_get(council, "successors"), name);
}

/* ---- rows ---- */

static void report(struct arena *arena, struct diags *diags, const struct taken *taken,
                   struct str name, struct span cell)
{
    struct str own = node_get(taken->council, "name")->text;
    name = text_shown(arena, name);
    struct diag *diag =
        diag_report(diags, taken->by_value ? E269 : W263, taken->key->span,
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
        if (council_is_named(taken->council, name))
            continue;
        report(arena, diags, taken, name, csv_span(csv, rows->items[i], column));
        return;
    }
}
