/* The starter: a specification to begin with, out of the docs and examples of the record tables. */
#include "brief/briefing.h"
#include "data/yaml/written.h"
#include "describe/describe.h"

#include <stddef.h>

enum { REMARK_COLUMN = 48 };

/* ---- lines ---- */

static void add_remark(struct buf *out, size_t start, const struct field *field)
{
    while (out->len - start < REMARK_COLUMN)
        buf_byte(out, ' ');
    buf_addf(out, "  # %s", field->doc);
    for (const struct word *word = field->words; word && word->id; word++)
        buf_addf(out, "%s %s", word == field->words ? " One of" : ",", word->id);
    buf_addz(out, field->words ? ".\n" : "\n");
}

/* `lead` is what stands before the key: the switch-off, the indentation, the hyphen of an item. */
static void add_line(struct buf *out, const char *lead, const struct field *field, struct str value)
{
    size_t start = out->len;
    buf_addf(out, "%s%s: " STR_FMT, lead, field->name, STR_ARG(value));
    add_remark(out, start, field);
}

/* A record that stands alone in its list has no other of its kind to name. */
static bool names_its_own_kind(const struct record_table *table, const struct field *field)
{
    for (const struct field *id = table->fields; field->kind == FIELD_REF && id->name; id++)
        if (id->kind == FIELD_ID && id->ids == field->ids)
            return true;
    return false;
}

static bool is_shown(const struct record_table *table, const struct field *field)
{
    return !field_is_derived(field) && field->example && !names_its_own_kind(table, field);
}

/* ---- records ---- */

/* What is written from the start; absent for a field that is switched off. */
static struct str own_value(struct arena *arena, const struct starter *starter,
                            const struct record_table *table, const struct field *field)
{
    struct str name = str_from(field->name);
    if (table == &council_table && str_is(name, "name"))
        return written_text(arena, starter->council, false);
    if (table == &front_sheet_table && str_is(name, "title"))
        return written_text(
            arena, str_format(arena, "Children's services in " STR_FMT, STR_ARG(starter->council)),
            false);
    if (table == &front_sheet_table && str_is(name, "as_at"))
        return starter->as_at;
    return field->presence == REQUIRED ? str_from(field->example) : STR_NONE;
}

/* The briefing and the council: what must be written is written. */
static void add_single(struct buf *out, const struct starter *starter, const struct field *record)
{
    buf_addf(out, "\n## %s\n%s:\n", record->doc, record->name);
    for (const struct field *field = record->of->fields; field->name; field++) {
        if (!is_shown(record->of, field))
            continue;
        struct str own = own_value(out->arena, starter, record->of, field);
        if (own.at)
            add_line(out, "  ", field, own);
        else
            add_line(out, "#   ", field, str_from(field->example));
    }
}

/* A list with one item, switched off. */
static void add_list(struct buf *out, const struct field *list)
{
    const char *lead = "#   - ";
    buf_addf(out, "\n## %s\n# %s:\n", list->doc, list->name);
    for (const struct field *field = list->of->fields; field->name; field++) {
        if (!is_shown(list->of, field))
            continue;
        add_line(out, lead, field, str_from(field->example));
        lead = "#     ";
    }
}

static void add_opening(struct buf *out, const struct starter *starter)
{
    buf_addf(out, "# yaml-language-server: $schema=" STR_FMT "\n", STR_ARG(starter->schema));
    buf_addz(
        out,
        "##\n"
        "## A line that begins with one # is an example that is switched off. Take away the # and\n"
        "## the space behind it (editors: toggle comment), and write what your source says: the\n"
        "## examples are about another council. What stands behind a # further along is a remark.\n"
        "## For the next item of a list, copy the lines from its hyphen on. Delete what you do "
        "not\n"
        "## need.\n"
        "##\n"
        "## Dates: 2018-01-19, 2018-01, 2018, 2013-spring, 2017-11-13/2017-11-24 for a period,\n"
        "## ../2018-01-22 for by, 2014-01-07/.. for from; ? behind one that you worked out, ~\n"
        "## behind one that is about right. Leave out what nobody knows.\n"
        "##\n"
        "## `councilbrief check` says what is wrong; docs/specification.md lists every key, and "
        "the\n"
        "## judgements of every framework.\n");
}

struct str starter_text(struct arena *arena, const struct starter *starter)
{
    struct buf out = {.arena = arena};
    add_opening(&out, starter);
    for (const struct field *field = briefing_table.fields; field->name; field++) {
        if (field_is_derived(field))
            continue;
        if (field->kind == FIELD_RECORD)
            add_single(&out, starter, field);
        else if (field->kind == FIELD_RECORDS)
            add_list(&out, field);
        else
            add_line(&out, "", field, str_from(field->example));
    }
    return buf_str(&out);
}
