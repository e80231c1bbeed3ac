/* What is known of the councils of England: finding one by its name, however it is typed. */
#include "describe/councils.h"
#include "base/alike.h"

#include <stdlib.h>

enum { NEAR_MOST = 4 };

static struct str cell(struct arena *arena, const struct csv *csv, size_t row, const char *column)
{
    size_t at = csv_column(csv, str_from(column));
    return at < csv->columns ? csv_text(arena, csv, row, at) : STR("");
}

/* ---- names ---- */

/* Words for the kind of council, with which a name is a name with or without. */
static bool is_of_a_kind(struct str word)
{
    static const char *const words[] = {"council",      "county", "borough", "city",    "district",
                                        "metropolitan", "london", "royal",   "unitary", "authority",
                                        "of",           "the",    "mbc",     "bc",      "cc"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(word, words[i]))
            return true;
    return false;
}

/* The name in plain form without such words; with them, when nothing else is left. */
static struct str bare(struct arena *arena, struct str name)
{
    struct str plain = name_plain(arena, name);
    struct buf out = {.arena = arena};
    for (size_t at = 0; at < plain.len;) {
        size_t end = str_find(plain, ' ', at);
        struct str word = str_part(plain, at, end);
        if (!is_of_a_kind(word))
            buf_addf(&out, "%s" STR_FMT, out.len ? " " : "", STR_ARG(word));
        at = end + 1;
    }
    return out.len ? buf_str(&out) : plain;
}

/* The next of several in a cell, with `; ` between them; absent after the last. */
static struct str next_part(struct str list, size_t *at)
{
    if (*at >= list.len)
        return STR_NONE;
    size_t end = str_find(list, ';', *at);
    struct str part = str_trim(str_part(list, *at, end));
    *at = end + 1;
    return part;
}

typedef struct str form(struct arena *arena, struct str name);

/* Is the council of a row called so, in that form of names? */
static bool is_called(struct arena *arena, const struct csv *csv, size_t row, struct str name,
                      form *form_of)
{
    static const char *const columns[] = {"name", "short_name", "also"};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        struct str list = cell(arena, csv, row, columns[i]), one;
        for (size_t at = 0; (one = next_part(list, &at)).len;)
            if (str_equal(form_of(arena, one), name))
                return true;
    }
    return false;
}

/* ---- finding ---- */

/* Was it gone by that day? One that is to go is still there. */
static bool is_gone(struct arena *arena, const struct csv *csv, size_t row, struct str today)
{
    struct str end = cell(arena, csv, row, "abolished");
    return end.len && str_compare(end, today) <= 0;
}

/* How many are called so; `found` is one of those that are still there, if any is. */
static size_t count_called(struct arena *arena, const struct csv *csv, struct str name,
                           struct str today, form *form_of, size_t *found)
{
    size_t here = 0, gone = 0;
    struct str formed = form_of(arena, name);
    for (size_t row = 0; row < csv->rows; row++) {
        if (!is_called(arena, csv, row, formed, form_of))
            continue;
        bool is_here = !is_gone(arena, csv, row, today);
        if (is_here || !here)
            *found = row;
        here += is_here;
        gone += !is_here;
    }
    return here ? here : gone;
}

static void add_near(struct council_search *search, struct str name)
{
    if (search->near_count < NEAR_MOST)
        search->near[search->near_count++] = name;
}

/* Does a word of the name begin so: `northampton` in `west northamptonshire`? */
static bool has_begun(const char *name, const char *wanted)
{
    enum { TELLING = 3 };
    const char *at = strlen(wanted) < TELLING ? NULL : strstr(name, wanted);
    while (at && at != name && at[-1] != ' ')
        at = strstr(at + 1, wanted);
    return at != NULL;
}

/* Those that hold the same words come first, then those that are spelt almost so. */
static void look_near(struct arena *arena, const struct csv *csv, struct str name,
                      struct council_search *search)
{
    const char **names = ARENA_ARRAY(arena, const char *, csv->rows);
    struct str *full = ARENA_ARRAY(arena, struct str, csv->rows);
    size_t count = 0;
    const char *wanted = str_z(arena, bare(arena, name));
    for (size_t row = 0; row < csv->rows; row++) {
        struct str one = cell(arena, csv, row, "name");
        const char *formed = str_z(arena, bare(arena, one));
        if (has_begun(formed, wanted)) {
            add_near(search, one);
            continue;
        }
        full[count] = one;
        names[count++] = formed;
    }
    const char *nearest;
    while ((nearest = diag_nearest(str_from(wanted), names, count, sizeof *names))) {
        size_t at = 0;
        while (names[at] != nearest)
            at++;
        add_near(search, full[at]);
        names[at] = names[--count];
        full[at] = full[count];
    }
}

struct council_search councils_find(struct arena *arena, const struct csv *csv, struct str name,
                                    struct str today)
{
    struct council_search search = {.near_count = 0};
    size_t count = count_called(arena, csv, name, today, name_plain, &search.row);
    if (!count)
        count = count_called(arena, csv, name, today, bare, &search.row);
    search.found = count == 1;
    search.near = ARENA_ARRAY(arena, struct str, NEAR_MOST);
    for (size_t row = 0; count > 1 && row < csv->rows; row++)
        if (is_called(arena, csv, row, bare(arena, name), bare))
            add_near(&search, cell(arena, csv, row, "name"));
    if (!count)
        look_near(arena, csv, name, &search);
    return search;
}

/* ---- what is known ---- */

static struct council_relations relations_in(struct arena *arena, struct str list)
{
    struct council_relations relations = {.count = 0};
    relations.items = ARENA_ARRAY(arena, struct council_relation, list.len);
    struct str one;
    for (size_t at = 0; (one = next_part(list, &at)).len;) {
        size_t code = str_find(one, '|', 0), date = str_find(one, '|', code + 1);
        relations.items[relations.count++] =
            (struct council_relation){str_part(one, 0, code), str_part(one, code + 1, date),
                                      str_part(one, date + 1, one.len)};
    }
    return relations;
}

/* The full names of the councils with these codes. */
static struct texts names_of(struct arena *arena, const struct csv *csv, struct str codes)
{
    struct str *names = ARENA_ARRAY(arena, struct str, codes.len);
    size_t count = 0;
    for (size_t at = 0; at < codes.len;) {
        size_t end = str_find(codes, ' ', at);
        for (size_t row = 0; row < csv->rows; row++)
            if (str_equal(cell(arena, csv, row, "la_code"), str_part(codes, at, end)) &&
                cell(arena, csv, row, "neighbours").len)
                names[count++] = cell(arena, csv, row, "name");
        at = end + 1;
    }
    return (struct texts){names, NULL, count};
}

struct known_council council_in(struct arena *arena, const struct csv *csv, size_t row)
{
    return (struct known_council){
        .name = cell(arena, csv, row, "name"),
        .short_name = cell(arena, csv, row, "short_name"),
        .type = cell(arena, csv, row, "type"),
        .la_code = cell(arena, csv, row, "la_code"),
        .ons_code = cell(arena, csv, row, "ons_code"),
        .ofsted_urn = cell(arena, csv, row, "ofsted_urn"),
        .region = cell(arena, csv, row, "region"),
        .abolished = cell(arena, csv, row, "abolished"),
        .renamed = cell(arena, csv, row, "renamed").len > 0,
        .predecessors = relations_in(arena, cell(arena, csv, row, "predecessors")),
        .successors = relations_in(arena, cell(arena, csv, row, "successors")),
        .neighbours = names_of(arena, csv, cell(arena, csv, row, "neighbours")),
    };
}
