/* What a beginner gets: the specification that `new` writes, and the guide of the reference page.
 */
#include "describe/starter.h"

#include "brief/briefing.h"
#include "describe/describe.h"

#include <stddef.h>

/* ---- the opening of the reference ---- */

/* A string a paragraph: no compiler need take one longer than 4095 bytes. */
const char *const reference_guide[] = {
    "# The specification\n"
    "\n",
    "One specification makes one briefing on one council. It is a plain text file in\n"
    "YAML: a key, a colon, a value, and indentation by spaces to say what belongs to\n"
    "what. This page says how to write one, then lists every record and every key.\n"
    "`councilbrief reference` prints it and `make reference` writes it, so it is never\n"
    "older than the program.\n"
    "\n",
    "## How to write one\n"
    "\n",
    "**Begin with a starter.** `councilbrief new -o inputs/exampleshire.yaml\n"
    "\"Exampleshire County Council\"` writes a file that can be built as it is. In it, a\n"
    "line that begins with one `#` is an example that is switched off: take away that `#`\n"
    "and the space behind it (editors call it \"toggle comment\"), and write what your\n"
    "source says in place of the example. Two of them, or one further along, begin a\n"
    "remark. `councilbrief check inputs/exampleshire.yaml` says what is wrong, with the\n"
    "line and what to write instead; run it often. `councilbrief explain E207` says more\n"
    "about one message.\n"
    "\n",
    "**Let the editor help.** The first line of a specification names its schema (`#\n"
    "yaml-language-server: $schema=../docs/specification.schema.json`). An editor with\n"
    "the YAML language server (VS Code with the extension \"YAML\" by Red Hat, Neovim,\n"
    "Emacs and others) then offers the keys and words that may stand at the cursor, shows\n"
    "what a key means and underlines what cannot be right. Some faults only `check`\n"
    "finds: ids that lead nowhere, dates in the wrong order, figures that contradict each\n"
    "other.\n"
    "\n",
    "**Write facts, each with its source.** List the documents under `sources`, each with\n"
    "an id of your own making. Every other record says in `source` where it comes from,\n"
    "by those ids: `source: OFSTED-2018`, or `source: [OFSTED-2018, EDP-2016]` for\n"
    "several. A fact without a source is allowed and earns a warning. A source that\n"
    "nothing names earns one too.\n"
    "\n",
    "**Write dates as exactly as the source does, and no more.**\n"
    "\n",
    "| you know | you write |\n"
    "| --- | --- |\n"
    "| the day | `2018-01-19` |\n"
    "| the month | `2018-01` |\n"
    "| the season (winter ends in the next year) | `2013-spring` |\n"
    "| the year | `2018` |\n"
    "| a period, or that it lies between two dates | `2017-11-13/2017-11-24` |\n"
    "| that it was no later than | `../2018-01-22` |\n"
    "| that it was no earlier than | `2014-01-07/..` |\n"
    "| it, but worked part of it out yourself | a `?` behind it: `2013-08-16?` |\n"
    "| it only roughly | a `~` behind it: `2016-01~` |\n"
    "\n",
    "What is computed from such dates is a range: \"48 to 49 months\". Say in `date_note`\n"
    "how the source words a date that you had to work out.\n"
    "\n",
    "**Leave out what nobody knows.** Leave the whole key out, or write nothing behind\n"
    "it. Do not write \"unknown\" or \"n/a\": that would be printed. A judgement that is not\n"
    "named is not known, which is not the same as \"no judgement\".\n"
    "\n",
    "**Take records from a table.** What is in a table in CSV need not be written again:\n"
    "\n"
    "```yaml\n"
    "tables:\n"
    "  - file: ../data/ofsted_inspections.csv\n"
    "    mapping: ofsted-inspections\n"
    "```\n"
    "\n",
    "The rows with this council's `ons_code` become records as if they stood in the\n"
    "specification: they are checked alike, and a message about one points at the line and\n"
    "column of the table. To add to such a record, write one with the same `id` and only\n"
    "what the table does not say; where both say something, what you wrote counts, and a\n"
    "warning says that they differ. `councilbrief build --dump spec` shows the ids. The\n"
    "table may not lie outside the project. It is read as UTF-8 with commas (`CSV UTF-8` in\n"
    "Excel), up to 16 MiB. What its columns mean is said once for all councils, in the\n"
    "file that `mapping` names in `templates/tables`; [mappings](mappings.md) says how one\n"
    "is written.\n"
    "\n",
    "**Ids** are short names without spaces: letters, digits, hyphens, full stops and\n"
    "underscores, such as `SIF-2015`. Within one kind of record each id stands once.\n"
    "\n",
    "**Words and numbers.** Where a key takes one of a few words, they are listed below.\n"
    "Numbers are figures alone: `16.5` with `unit: million`, never `£16.5m`.\n"
    "\n",
    "**Texts.** A text with a colon and a space in it, or one that begins with a\n"
    "quotation mark, `[`, `{`, `*`, `&`, `!`, `%`, `@`, `-` or `#`, needs double\n"
    "quotation marks around it. A long text goes on the lines below its key, indented,\n"
    "behind `>-`; these lines become one paragraph. Behind `|` line ends are kept: use\n"
    "that where Markdown is allowed, for paragraphs and lists.\n"
    "\n",
    "```yaml\n"
    "title: \"Norfolk: what changed in January 2018\"\n"
    "note: >-\n"
    "  The article gives the day and the month, and no year;\n"
    "  the year follows from the inspection that it reports.\n"
    "text: |\n"
    "  The council has run its services itself *throughout*.\n"
    "\n"
    "  - first point\n"
    "  - second point\n"
    "```\n"
    "\n",
    "**Lists** have a line for each item that begins with `- `. Short ones fit in\n"
    "brackets: `[OFSTED-2018, EDP-2016]`. Where one item is enough, the brackets can go.\n"
    "\n",
    "**When sources disagree**, record both. A count or a duration that a source states\n"
    "goes under `claims`, beside what is computed; the disagreement goes under\n"
    "`conflicts`, with what the briefing uses and why. What is computed can never be\n"
    "written.\n",
    NULL,
};

/* ---- the starter ---- */

enum { REMARK_COLUMN = 48 };

/* ---- scalars ---- */

static bool is_plain(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == ' ' || byte == '.' || byte == '-' ||
           byte == '(' || byte == ')' || byte == '\'' || (unsigned char)byte >= 0x80;
}

static bool needs_quotes(struct str text)
{
    char first = text.at[0];
    bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    for (size_t i = 0; i < text.len; i++)
        if (!is_plain(text.at[i]))
            return true;
    return !letter;
}

static struct str scalar(struct arena *arena, struct str text)
{
    if (!needs_quotes(text))
        return text;
    struct buf out = {.arena = arena};
    buf_byte(&out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\')
            buf_byte(&out, '\\');
        buf_byte(&out, text.at[i]);
    }
    buf_byte(&out, '"');
    return buf_str(&out);
}

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
        return scalar(arena, starter->council);
    if (table == &front_sheet_table && str_is(name, "title"))
        return scalar(
            arena, str_format(arena, "Children's services in " STR_FMT, STR_ARG(starter->council)));
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
        else
            add_list(&out, field);
    }
    return buf_str(&out);
}
