/* The starter: a specification to begin with, out of the docs and examples of the record tables,
   with what is known of the council. */
#include "brief/briefing.h"
#include "data/yaml/written.h"
#include "describe/councils.h"
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
    struct str called = starter->known ? starter->known->short_name : starter->council;
    if (table == &front_sheet_table && str_is(name, "title"))
        return written_text(
            arena, str_format(arena, "Children’s services in " STR_FMT, STR_ARG(called)), false);
    if (table == &front_sheet_table && str_is(name, "as_at"))
        return starter->as_at;
    return table == &council_table && str_is(name, "name")
               ? written_text(arena, starter->council, false)
               : STR_NONE;
}

/* ---- which keys are shown ---- */

/* The lists with which most papers begin, and of each the keys that most of its records have. */
static const struct {
    const char *list, *keys;
} usual[] = {
    {"briefing", "title as_at draft"},
    {"council", "name short_name type la_code ons_code ofsted_urn region"},
    {"sources", "id title publisher published url kind"},
    {"covers", "kind as_at source"},
    {"inspections", "id kind framework fieldwork published overall judgements source"},
    {"interventions", "id kind issued known_open triggered_by source"},
    {"leadership", "person role event date source"},
    {"funding", "amount unit status purpose date source"},
    {"actions", "text owner status due source"},
    {"deadlines", "what due about source"},
};

/* The keys of a list that are shown where nothing else was asked for; absent: none. */
static struct str usual_keys(const struct field *list)
{
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (strcmp(list->name, usual[i].list) == 0)
            return str_from(usual[i].keys);
    return STR_NONE;
}

static bool is_among(struct str words, const char *name)
{
    for (size_t at = 0; at < words.len;) {
        size_t end = str_find(words, ' ', at);
        if (str_is(str_part(words, at, end), name))
            return true;
        at = end + 1;
    }
    return false;
}

static bool is_asked_for(const struct starter *starter, const struct field *list)
{
    for (size_t i = 0; i < starter->with_count; i++)
        if (strcmp(starter->with[i], "all") == 0 || strcmp(starter->with[i], list->name) == 0)
            return true;
    return false;
}

static bool is_shown_of(const struct starter *starter, const struct field *list,
                        const struct field *field)
{
    return is_shown(list->of, field) &&
           (is_asked_for(starter, list) || is_among(usual_keys(list), field->name));
}

/* ---- what is known of the council ---- */

static void add_known(struct buf *out, const char *key, struct str value)
{
    if (value.len)
        buf_addf(out, "  %s: " STR_FMT "\n", key, STR_ARG(written_text(out->arena, value, false)));
}

static void add_relations(struct buf *out, const char *key,
                          const struct council_relations *relations)
{
    if (relations->count)
        buf_addf(out, "  %s:\n", key);
    for (size_t i = 0; i < relations->count; i++) {
        const struct council_relation *one = &relations->items[i];
        buf_addf(out, "    - name: " STR_FMT "\n",
                 STR_ARG(written_text(out->arena, one->name, false)));
        if (one->ons_code.len)
            buf_addf(out, "      ons_code: " STR_FMT "\n", STR_ARG(one->ons_code));
        if (one->date.len)
            buf_addf(out, "      date: " STR_FMT "\n", STR_ARG(one->date));
    }
}

static void add_known_council(struct buf *out, const struct known_council *known)
{
    add_known(out, "short_name", known->short_name);
    add_known(out, "type", known->type);
    add_known(out, "la_code", known->la_code);
    add_known(out, "ons_code", known->ons_code);
    add_known(out, "ofsted_urn", known->ofsted_urn);
    add_known(out, "region", known->region);
    add_known(out, "abolished", known->abolished);
    add_relations(out, "predecessors", &known->predecessors);
    add_relations(out, "successors", &known->successors);
    if (known->renamed)
        buf_addz(out,
                 "  note: It is the same council in law as its predecessor, under another name\n");
    add_known(out, "source", STR("AUTHORITIES"));
}

static const char authorities[] =
    "  - id: AUTHORITIES\n"
    "    title: Names and codes of local authorities in the United Kingdom\n"
    "    publisher: mySociety\n"
    "    url: https://github.com/mysociety/uk_local_authority_names_and_codes\n"
    "    kind: data\n"
    "    licence: CC BY 4.0\n";
static const char neighbours[] =
    "  - id: NEIGHBOURS\n"
    "    title: Statistical neighbours of local authorities\n"
    "    publisher: Data to Insight\n"
    "    url: https://github.com/data-to-insight/ofsted-ilacs-scrape-tool\n"
    "    kind: data\n"
    "    licence: MIT License\n";

static void add_neighbours(struct buf *out, const struct known_council *known)
{
    for (size_t i = 0; i < known->neighbours.count; i++)
        buf_addf(out,
                 "  - {name: " STR_FMT ", why: Among the ten most like it, neighbour: yes, "
                 "source: NEIGHBOURS}\n",
                 STR_ARG(written_text(out->arena, known->neighbours.items[i], true)));
}

/* What stands in a list from the start; false: nothing does. */
static bool add_known_items(struct buf *out, const struct starter *starter,
                            const struct field *list)
{
    const struct known_council *known = starter->known;
    bool sources = known && list->of == &evidence_table;
    bool others = known && list->of == &comparator_table && known->neighbours.count;
    if (!sources && !others)
        return false;
    buf_addf(out, "%s:\n%s", list->name, sources ? authorities : "");
    if (sources && known->neighbours.count)
        buf_addz(out, neighbours);
    if (others)
        add_neighbours(out, known);
    return true;
}

/* ---- the briefing, the council, and the lists ---- */

/* What must be written is written. */
static void add_single(struct buf *out, const struct starter *starter, const struct field *record)
{
    bool known = starter->known && record->of == &council_table;
    buf_addf(out, "\n## %s\n%s:\n", record->doc, record->name);
    for (const struct field *field = record->of->fields; field->name; field++) {
        if (!is_shown_of(starter, record, field))
            continue;
        struct str own = own_value(out->arena, starter, record->of, field);
        if (own.at)
            add_line(out, "  ", field, own);
        else if (!known)
            add_line(out, "#   ", field, str_from(field->example));
    }
    if (known)
        add_known_council(out, starter->known);
}

/* A list with one item, switched off; above it what is known. */
static void add_list(struct buf *out, const struct starter *starter, const struct field *list)
{
    const char *lead = "#   - ";
    bool shown = usual_keys(list).at || is_asked_for(starter, list);
    bool known =
        starter->known && list->of == &comparator_table && starter->known->neighbours.count;
    if (!shown && !known)
        return;
    buf_addf(out, "\n## %s\n", list->doc);
    if (!add_known_items(out, starter, list))
        buf_addf(out, "# %s:\n", list->name);
    for (const struct field *field = list->of->fields; field->name; field++) {
        if (!is_shown_of(starter, list, field))
            continue;
        add_line(out, lead, field, str_from(field->example));
        lead = "#     ";
    }
}

/* The kinds of records, in lines of a sane length. */
static void add_kinds(struct buf *out)
{
    enum { LINE = 75 };
    size_t line = 0;
    for (const struct field *list = briefing_table.fields; list->name; list++) {
        if (list->kind != FIELD_RECORDS)
            continue;
        buf_addz(out, line > LINE ? "\n##  " : "");
        line = line > LINE ? 0 : line;
        buf_addf(out, " %s", list->name);
        line += strlen(list->name) + 1;
    }
    buf_byte(out, '\n');
}

static void add_opening(struct buf *out, const struct starter *starter)
{
    if (starter->schema.len)
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
        "##\n");
    buf_addz(
        out,
        "## `councilbrief check` says what is wrong. `councilbrief new --with KIND NAME` shows "
        "all\n## keys of a kind of records. The kinds are:\n##  ");
    add_kinds(out);
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
            add_list(&out, starter, field);
        else
            add_line(&out, "", field, str_from(field->example));
    }
    return buf_str(&out);
}
