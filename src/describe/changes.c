/* What a difference between two issues means, key by key, from the record tables: a page of docs.
 */
#include "brief/briefing.h"
#include "describe/describe.h"

static const char changes_head[] =
    "# What a difference in each key means\n"
    "\n"
    "`councilbrief changes` and the section \"Since ...\" of a paper compare two issues key by "
    "key. "
    "What a\n"
    "difference means depends on the key:\n"
    "\n"
    "- **fact**: a value that is another one now was wrong, and is told as *corrected*; one that "
    "is "
    "better known\n"
    "  is told as *made more exact*, and one that was not there before as *newly recorded*;\n"
    "- **moves**: it changes as time goes on, and is told as *moved*, with what it was. A day that "
    "was not\n"
    "  there before and is there now is told as *happened*, where it lies after the issue before;\n"
    "- **wording**: nothing is meant otherwise; such differences are only counted;\n"
    "- **elsewhere**: other councils moved, and not this one; told apart, as *comparison*.\n"
    "\n"
    "Of a key that holds a list this is said of a record that is new in it or gone. What differs "
    "in "
    "the records\n"
    "of a list that is not a fact means no more than the list: all of `briefing` and `sources` is "
    "wording. What\n"
    "is computed has no place here: it is told by what made it change.\n"
    "\n"
    "A new record *happened* where the day on which it took place lies after the issue before. A "
    "record keeps\n"
    "its identity by its id, by `was`, or else by the keys that it is known by.\n";

static const struct {
    enum how_changed changes;
    const char *name;
} classes[] = {{CHANGES_FACT, "fact"},
               {CHANGES_PROGRESS, "moves"},
               {CHANGES_WORDING, "wording"},
               {CHANGES_ELSEWHERE, "elsewhere"}};

static void add_names(struct buf *out, const char *lead, const char *const *names)
{
    for (size_t i = 0; names && names[i]; i++)
        buf_addf(out, "%s`%s`", i ? ", " : lead, names[i]);
    if (names)
        buf_addz(out, ".\n");
}

/* ---- what a whole record means by its places ---- */

/* What is not a fact in one of the places where a table stands is none in any of its keys there.
   CHANGES_FACT: it stands somewhere as a fact. Calls itself no deeper than the tables are nested.
 */
static enum how_changed meaning_of(const struct tables *all, const struct record_table *table)
{
    enum how_changed meaning = CHANGES_FACT;
    for (size_t i = 0; i < all->count; i++)
        for (const struct field *field = all->items[i]->fields; field->name; field++) {
            if (field->of != table || field_is_derived(field))
                continue;
            meaning = changes_within(meaning_of(all, all->items[i]), field->changes);
            if (meaning == CHANGES_FACT)
                return meaning;
        }
    return meaning;
}

/* ---- a record ---- */

static bool is_of_class(const struct field *field, enum how_changed whole, enum how_changed changes)
{
    return !field_is_derived(field) && changes_within(whole, field->changes) == changes;
}

/* A row for the keys of one class; none where there is no such key. */
static void add_class(struct buf *out, const struct record_table *table, enum how_changed whole,
                      size_t at)
{
    size_t count = 0;
    for (const struct field *field = table->fields; field->name; field++)
        if (is_of_class(field, whole, classes[at].changes))
            buf_addf(out, "%s`%s`", count++ ? ", " : "| ", field->name);
    if (count)
        buf_addf(out, " | %s |\n", classes[at].name);
}

static void add_day(struct buf *out, const struct record_table *table)
{
    if (!table->happens)
        return;
    buf_addf(out, "It took place on the day of `%s`", table->happens);
    if (table->else_happens)
        buf_addf(out, ", or of `%s` where that is absent", table->else_happens);
    buf_addz(out, ".\n");
}

static void add_record(struct buf *out, const struct tables *all, const struct record_table *table)
{
    buf_addf(out, "\n## %s\n\n", table->name);
    add_day(out, table);
    add_names(out, "Without an id it is known by ", table->known_by);
    add_names(out, "A reader is told ", table->called);
    buf_addz(out, table->called ? "\n" : "");
    buf_addz(out, "| a difference in these | is |\n| --- | --- |\n");
    for (size_t at = 0; at < sizeof classes / sizeof *classes; at++)
        add_class(out, table, meaning_of(all, table), at);
}

struct str changes_text(struct arena *arena)
{
    struct buf out = {.arena = arena};
    struct tables tables = tables_from(arena, &briefing_table, false);
    buf_addz(&out, changes_head);
    for (size_t i = 0; i < tables.count; i++)
        add_record(&out, &tables, tables.items[i]);
    return buf_str(&out);
}
