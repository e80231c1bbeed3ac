/* The reference in Markdown: the guide, then every record and field of the tables. */
#include "base/list.h"
#include "brief/briefing.h"
#include "data/bind/bind.h"
#include "describe/describe.h"

/* ---- the guide ---- */

/* A string a paragraph: no compiler need take one longer than 4095 bytes. */
static const char *const reference_guide[] = {
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
    "\"Exampleshire County Council\"` writes a file that can be built as it is, with the\n"
    "codes, the region and the statistical neighbours of a council of England. In it, a\n"
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
    "| the financial year, April to March | `2024-25` |\n"
    "| a quarter of it: July to September 2024 | `2024-25-Q2` |\n"
    "| a period, or that it lies between two dates | `2017-11-13/2017-11-24` |\n"
    "| that it was no later than | `../2018-01-22` |\n"
    "| that it was no earlier than | `2014-01-07/..` |\n"
    "| it, but worked part of it out yourself | a `?` behind it: `2013-08-16?` |\n"
    "| it only roughly | a `~` behind it: `2016-01~` |\n"
    "\n",
    "What is computed from such dates is a range: \"48 to 49 months\". Say in `how_known`\n"
    "how the source words a date that you had to work out; it is printed with the evidence.\n"
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
    "Excel), up to 64 MiB. What its columns mean is said once for all councils, in the\n"
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
    "quotation marks around it; within `{ }` and `[ ]`, so does one with a comma. A long\n"
    "text goes on the lines below its key, indented,\n"
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

/* ---- the reference in Markdown: the guide, then every record and field of the tables ---- */

static const struct {
    const char *name; /* in the tables of fields */
    const char *how;  /* what to write */
} kinds[] = {
    [FIELD_TEXT] = {"text", "a text, printed as it stands; Markdown in it means nothing"},
    [FIELD_MARKDOWN] = {"Markdown", "a text in Markdown: paragraphs, lists, emphasis, links"},
    [FIELD_WHOLE] = {"whole number", "figures alone, from 0 to a million: `12`"},
    [FIELD_DECIMAL] = {"number", "figures, a full stop, at most six decimals: `16.5`"},
    [FIELD_ANSWER] = {"yes or no", "`yes` or `no`"},
    [FIELD_DATE] = {"date", "a date in any of the forms above"},
    [FIELD_PERIOD] = {"period", "the same; most often from one day to another"},
    [FIELD_WORD] = {"word", "one of the words listed"},
    [FIELD_ID] = {"id", "a short name that other records use"},
    [FIELD_REF] = {"id of a record", "the id of one record"},
    [FIELD_REFS] = {"ids of records", "the id of a record, or a list of them"},
    [FIELD_GRADE] = {"grade", "a grade of the framework, in any of its [spellings](#grades)"},
    [FIELD_GRADES] = {"judgements", "a line for each judgement: its key in the "
                                    "[framework](#frameworks), and its grade"},
    [FIELD_FRAMEWORK] = {"framework", "the id of a [framework](#frameworks)"},
    [FIELD_TEXTS] = {"texts", "a text, or a list of them"},
    [FIELD_WHOLES] = {"whole numbers", "a whole number, or a list of them"},
    [FIELD_RECORD] = {"record", "keys of its own, indented below"},
    [FIELD_RECORDS] = {"list of records", "a list; each item has keys of its own"},
};

static const char *const spaces[] = {
    [IDS_SOURCES] = "a source",
    [IDS_INSPECTIONS] = "an inspection",
    [IDS_INTERVENTIONS] = "an intervention",
    [IDS_RECOMMENDATIONS] = "a recommendation",
    [IDS_ACTIONS] = "an action",
    [IDS_QUOTES] = "a quote",
    [IDS_INDICATORS] = "an indicator",
    [IDS_AREAS] = "an area for improvement",
    [IDS_DEVELOPMENTS] = "a development",
    [IDS_REVIEWS] = "a review",
    [IDS_EVENTS] = "an event",
    [IDS_LEADERSHIP] = "a leadership event",
    [IDS_RISKS] = "a risk",
    [IDS_MILESTONES] = "a milestone",
    [IDS_FUNDING] = "an amount of funding",
    [IDS_ANY] = "any record",
};

static void add_cell(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '|')
            buf_byte(out, '\\');
        buf_byte(out, text.at[i]);
    }
}

/* ---- one field ---- */

/* A link to the heading of a table: spaces become hyphens, as renderers of Markdown have it. */
static void add_link(struct buf *out, const struct record_table *table)
{
    buf_addf(out, "[%s](#", table->name);
    for (const char *at = table->name; *at; at++)
        buf_byte(out, *at == ' ' ? '-' : *at);
    buf_byte(out, ')');
}

static void add_kind(struct buf *out, const struct field *field)
{
    if (field->kind == FIELD_RECORDS)
        buf_addz(out, "list of ");
    if (field->of)
        add_link(out, field->of);
    else if (field->kind == FIELD_REF || field->kind == FIELD_REFS)
        buf_addf(out, "id%s of %s", field->kind == FIELD_REFS ? " or ids" : "", spaces[field->ids]);
    else
        buf_addz(out, kinds[field->kind].name);
}

static const char *presence(const struct field *field)
{
    switch (field->presence) {
    case REQUIRED: return "required";
    case EXPECTED: return "expected";
    default: return "";
    }
}

static void add_meaning(struct buf *out, const struct field *field)
{
    add_cell(out, str_from(field->doc));
    for (const struct word *word = field->words; word && word->id; word++) {
        bool same = str_is(str_from(word->label), word->id) || !*word->label;
        buf_addf(out, same ? "%s `%s`" : "%s `%s` (%s)", word == field->words ? " One of" : ",",
                 word->id, word->label);
    }
    if (field->words)
        buf_byte(out, '.');
    if (field->unprinted)
        buf_addf(out, " Never printed; it is for %s.", field->unprinted);
}

static void add_field(struct buf *out, const struct field *field)
{
    buf_addf(out, "| `%s` | ", field->name);
    add_kind(out, field);
    if (!field_is_derived(field))
        buf_addf(out, " | %s", presence(field));
    buf_addz(out, " | ");
    add_meaning(out, field);
    buf_addz(out, " | ");
    if (field->example) {
        buf_byte(out, '`');
        add_cell(out, str_from(field->example));
        buf_byte(out, '`');
    }
    buf_addz(out, " |\n");
}

/* ---- records ---- */

/* Where in the file a record stands: "`inspections` of the specification". */
static void add_places(struct buf *out, const struct tables *all, const struct record_table *table)
{
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++)
        for (const struct field *field = all->items[i]->fields; field->name; field++) {
            if (field->of != table || field_is_derived(field))
                continue;
            buf_addf(out, "%s`%s` of ", count++ ? ", " : "\n\nStands in ", field->name);
            add_link(out, all->items[i]);
        }
    buf_addz(out, count ? "." : "");
}

static void add_table(struct buf *out, const struct tables *all, const struct record_table *table)
{
    bool derived = field_is_derived(table->fields);
    buf_addf(out, "\n### %s\n\n%s", table->name, table->doc);
    add_places(out, all, table);
    buf_addz(out, derived ? "\n\n| key | kind | meaning | example |\n| --- | --- | --- | --- |\n"
                          : "\n\n| key | kind | presence | meaning | example |\n"
                            "| --- | --- | --- | --- | --- |\n");
    for (const struct field *field = table->fields; field->name; field++)
        if (derived || !field_is_derived(field))
            add_field(out, field);
    for (const struct old_key *old = table->old; old && old->was; old++)
        buf_addf(out, "%s`%s` has become `%s`%s", old == table->old ? "\nSince format 0.9: " : ", ",
                 old->was, old->now, old[1].was ? "" : ".\n");
}

static void add_kinds(struct buf *out)
{
    buf_addz(out, "\n## Kinds of values\n\n| kind | what to write |\n| --- | --- |\n");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        buf_addf(out, "| %s | %s |\n", kinds[i].name, kinds[i].how);
}

static void add_records(struct arena *arena, struct buf *out)
{
    struct tables tables = tables_from(arena, &briefing_table, false);
    buf_addz(out, "\n## Records\n\n"
                  "*Required*: the specification is refused without it. *Expected*: there is a "
                  "warning\nwithout it. All other keys may be left out. Examples are as they stand "
                  "in the file.\n");
    for (size_t i = 0; i < tables.count; i++) {
        add_table(out, &tables, tables.items[i]);
        if (tables.items[i] == &inspection_table) {
            buf_addz(out, "\nThe grade of a judgement may have keys of its own, where its sources "
                          "differ from those of\nthe inspection: `adoption: {grade: outstanding, "
                          "source: S004}`.\n");
            add_table(out, &tables, &graded_table);
        }
    }
}

static void add_computed(struct arena *arena, struct buf *out)
{
    struct tables tables = tables_from(arena, &briefing_table, true);
    buf_addz(out,
             "\n## What is computed\n\n"
             "Nobody writes these. Templates read them below `derived`, and those of the paper "
             "below\n`paper`.\n");
    for (size_t i = 0; i < tables.count; i++)
        if (field_is_derived(tables.items[i]->fields))
            add_table(out, &tables, tables.items[i]);
}

/* ---- grades and frameworks ---- */

static void add_ids(struct buf *out, const struct texts *ids)
{
    for (size_t i = 0; i < ids->count; i++)
        buf_addf(out, "%s`" STR_FMT "`", i ? ", " : "", STR_ARG(ids->items[i]));
}

static void add_date(struct buf *out, const struct date *date, const char *unknown)
{
    if (date->precision == DATE_UNKNOWN)
        buf_addz(out, unknown);
    else
        buf_add(out, date_text(out->arena, date, DATE_LONG));
}

static void add_grades(struct buf *out, const struct grade_list *grades)
{
    buf_addz(out, "\n## Grades\n\n"
                  "Capitals make no difference, and a space, a hyphen and an underscore are the "
                  "same.\n\n"
                  "| grade | in print | also accepted |\n| --- | --- | --- |\n");
    for (size_t i = 0; i < grades->count; i++) {
        const struct grade *grade = &grades->items[i];
        buf_addf(out, "| `" STR_FMT "` | ", STR_ARG(grade->id));
        add_cell(out, grade->label);
        buf_addz(out, " | ");
        for (size_t k = 0; k < grade->spellings.count; k++) {
            buf_addz(out, k ? ", " : "");
            add_cell(out, grade->spellings.items[k]);
        }
        buf_addz(out, " |\n");
    }
}

static void add_summary(struct buf *out, const struct framework *framework)
{
    buf_addf(out, "| `" STR_FMT "` | ", STR_ARG(framework->id));
    add_cell(out, framework->label);
    buf_addz(out, " | ");
    add_date(out, &framework->from, "not known");
    buf_addz(out, " | ");
    add_date(out, &framework->to, framework->from.precision ? "in use" : "not known");
    buf_addf(out, " | %s | %s |\n", framework->overall == ANSWER_YES ? "yes" : "no",
             framework->full == ANSWER_YES ? "yes" : "no");
}

static void add_judgement(struct buf *out, const struct judgement *judgement)
{
    const struct field *level = record_field(&judgement_table, STR("level"));
    buf_addf(out, "| `" STR_FMT "` | ", STR_ARG(judgement->id));
    add_cell(out, judgement->label);
    buf_addf(out, " | %s | ", word_label(level->words, judgement->level));
    add_ids(out, &judgement->grades);
    buf_addz(out, " | ");
    add_ids(out, &judgement->follows);
    buf_addz(out, " |\n");
}

static void add_judgements(struct buf *out, const struct framework *framework)
{
    buf_addz(out, "\n| key | judgement | level | grades of its own | compared with earlier |\n"
                  "| --- | --- | --- | --- | --- |\n");
    for (size_t i = 0; i < framework->judgements.count; i++)
        add_judgement(out, &framework->judgements.items[i]);
}

static void add_framework(struct buf *out, const struct framework *framework)
{
    buf_addf(out, "\n### `" STR_FMT "`\n\n", STR_ARG(framework->id));
    buf_addf(out, "The " STR_FMT ". ", STR_ARG(framework->label));
    if (framework->overall_note.len)
        buf_addf(out, "It takes no `overall`: " STR_FMT ". ", STR_ARG(framework->overall_note));
    buf_addz(out, framework->grades.count ? "Grades: " : "It gives no grades");
    add_ids(out, &framework->grades);
    buf_addf(out, ".\n\nHow sure this is: " STR_FMT "\n", STR_ARG(framework->verified));
    if (framework->judgements.count)
        add_judgements(out, framework);
}

static void add_frameworks(struct buf *out, const struct frameworks *frameworks)
{
    const struct framework_list *all = &frameworks->frameworks;
    add_grades(out, &frameworks->grades);
    buf_addz(out, "\n## Frameworks\n\n"
                  "A framework is chosen by the first day of fieldwork, never by the day of "
                  "publication. They\nare data: `templates/frameworks.yaml` says how to add one. "
                  "A judgement `overall` is written\nas `overall` beside `judgements`.\n\n"
                  "| id | name | fieldwork from | to | overall | sets the position |\n"
                  "| --- | --- | --- | --- | --- | --- |\n");
    for (size_t i = 0; i < all->count; i++)
        add_summary(out, &all->items[i]);
    for (size_t i = 0; i < all->count; i++)
        add_framework(out, &all->items[i]);
}

/* ---- all of it ---- */

void reference_fields(struct buf *out, const struct record_table *table)
{
    for (const struct field *field = table->fields; field->name; field++)
        add_field(out, field);
}

struct str reference_records(struct arena *arena, const struct record_table *root)
{
    struct buf out = {.arena = arena};
    struct tables tables = tables_from(arena, root, false);
    for (size_t i = 0; i < tables.count; i++)
        add_table(&out, &tables, tables.items[i]);
    return buf_str(&out);
}

struct str reference_text(struct arena *arena, const struct frameworks *frameworks)
{
    struct buf out = {.arena = arena};
    for (size_t i = 0; reference_guide[i]; i++)
        buf_addz(&out, reference_guide[i]);
    add_kinds(&out);
    add_records(arena, &out);
    add_frameworks(&out, frameworks);
    add_computed(arena, &out);
    return buf_str(&out);
}

/* ---- walks the record tables from a root, each once, in the order of their fields ---- */

struct found {
    struct arena *arena;
    bool derived;
    LIST(const struct record_table *) tables;
};

static bool is_known(const struct found *found, const struct record_table *table)
{
    for (size_t i = 0; i < found->tables.count; i++)
        if (found->tables.items[i] == table)
            return true;
    return false;
}

/* Calls itself no deeper than the tables are nested. */
static void find_table(struct found *found, const struct record_table *table)
{
    if (is_known(found, table))
        return;
    *LIST_ADD(found->arena, &found->tables) = table;
    for (const struct field *field = table->fields; field->name; field++)
        if (field->of && (found->derived || !field_is_derived(field)))
            find_table(found, field->of);
}

struct tables tables_from(struct arena *arena, const struct record_table *root, bool derived)
{
    struct found found = {.arena = arena, .derived = derived};
    find_table(&found, root);
    return (struct tables){found.tables.items, found.tables.count};
}
