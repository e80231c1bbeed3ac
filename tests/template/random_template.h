/* Random templates over the record tables: paths that mostly exist, filters that often fit, and
   questions that are often asked first. Whether one is sound is for the check to say. */
#ifndef COUNCILBRIEF_TESTS_TEMPLATE_RANDOM_TEMPLATE_H
#define COUNCILBRIEF_TESTS_TEMPLATE_RANDOM_TEMPLATE_H

#include "template/random.h"
#include "template/syntax.h"

#include <stdio.h>

enum { NAMES_MOST = 12, BLOCKS_DEPTH = 3 };

/* A name that stands for a record here. */
struct known_name {
    char name[8];
    const struct record_table *table;
};

struct writer {
    struct buf out;
    struct chance *chance;
    struct known_name names[NAMES_MOST];
    size_t name_count, made;
    int depth;
};

/* A path with the field it ends in. */
struct written_path {
    char text[160];
    const struct field *field;
};

static inline size_t field_count(const struct record_table *table)
{
    size_t count = 0;
    while (table->fields[count].name)
        count++;
    return count;
}

static inline const struct field *random_field(struct writer *writer,
                                               const struct record_table *table)
{
    return &table->fields[chance_below(writer->chance, field_count(table))];
}

static inline const struct record_table *item_table(const struct field *field)
{
    if (field->kind == FIELD_REFS)
        return field->ids == IDS_SOURCES ? &evidence_table : NULL;
    if (field->kind == FIELD_GRADES)
        return &grade_entry_table;
    return field->kind == FIELD_RECORDS ? field->of : NULL;
}

static inline bool is_list(const struct field *field)
{
    return item_table(field) || field->kind == FIELD_REFS || field->kind == FIELD_TEXTS ||
           field->kind == FIELD_WHOLES;
}

static inline bool is_number(const struct field *field)
{
    return field->kind == FIELD_WHOLE || field->kind == FIELD_DECIMAL;
}

static inline const struct record_table *reached_table(const struct field *field)
{
    if (field->kind == FIELD_RECORD)
        return field->of;
    return field->kind == FIELD_REF && field->ids != IDS_ANY ? table_with_ids(field->ids) : NULL;
}

static inline struct written_path random_path(struct writer *writer)
{
    struct written_path path = {.text = ""};
    const struct record_table *table = &briefing_table;
    size_t len = 0;
    if (writer->name_count > 0 && chance_of(writer->chance, 75)) {
        const struct known_name *name =
            &writer->names[chance_below(writer->chance, writer->name_count)];
        len = (size_t)snprintf(path.text, sizeof path.text, "%s.", name->name);
        table = name->table;
    }
    for (int step = 0; table && step < 4; step++) {
        path.field = random_field(writer, table);
        for (int i = 0; i < 3 && is_list(path.field); i++)
            path.field = random_field(writer, table);
        len += (size_t)snprintf(path.text + len, sizeof path.text - len, "%s%s", step ? "." : "",
                                path.field->name);
        table = reached_table(path.field);
    }
    return path;
}

/* ---- expressions ---- */

static inline const char *fitting_filter(struct chance *chance, enum field_kind kind)
{
    static const char *const texts[] = {
        "upper",      "lower", "trim",  "length", "replace(\"a\", \"b\")",
        "capitalize", "title", "string"};
    static const char *const wholes[] = {
        "number", "abs", "percent", "string", "round", "plural(\"one\", \"many\")", "float", "int"};
    static const char *const dates[] = {"date", "date(\"short\")", "date(\"iso\")", "string"};
    static const char *const lists[] = {"length", "cite", "first", "last", "list | length"};
    static const char *const grades[] = {"grade", "upper", "string"};
    switch (kind) {
    case FIELD_WHOLE:
    case FIELD_DECIMAL: return CHANCE_PICK(chance, wholes);
    case FIELD_DATE:
    case FIELD_PERIOD: return CHANCE_PICK(chance, dates);
    case FIELD_GRADE: return CHANCE_PICK(chance, grades);
    case FIELD_MARKDOWN: return "markdown";
    case FIELD_FRAMEWORK: return "framework";
    case FIELD_RECORD:
    case FIELD_RECORDS:
    case FIELD_REF:
    case FIELD_REFS:
    case FIELD_TEXTS:
    case FIELD_WHOLES:
    case FIELD_GRADES: return CHANCE_PICK(chance, lists);
    default: return CHANCE_PICK(chance, texts);
    }
}

static inline const char *any_filter(struct chance *chance)
{
    static const char *const filters[] = {
        "default(\"none\")",
        "default(0)",
        "join(\", \")",
        "words",
        "money",
        "ordinal",
        "grade",
        "date",
        "sum",
        "sort",
        "sort | first",
        "reverse | list",
        "unique | list",
        "min",
        "max",
        "map(attribute=\"id\") | join",
        "map(attribute=\"text\") | list",
        "selectattr(\"source\") | list",
        "groupby(\"kind\")",
        "batch(2) | list",
        "int",
        "float",
        "selectattr(\"date\", \"defined\") | map(attribute=\"date\") | list | length",
        "sort(attribute=\"date\") | length",
        "sum(attribute=\"count\")"};
    return CHANCE_PICK(chance, filters);
}

/* A value that is written out or, now and then, only where council.region is given. */
static inline void write_literal(struct writer *writer)
{
    static const char *const literals[] = {
        "0",        "1",         "2",           "-1",       "1.5",
        "true",     "none",      "\"a\"",       "\"\"",     "\"name\"",
        "\"id\"",   "\"long\"",  "\"12\"",      "\"good\"", "\"2018-01-19\"",
        "\"ceil\"", "\"upper\"", "\"defined\"", "\"odd\"",  "[1, \"b\"]",
        "\"SIF\"",  "\"common\""};
    const char *literal = CHANCE_PICK(writer->chance, literals);
    if (chance_of(writer->chance, 20))
        buf_addf(&writer->out, "(%s if council.region is defined)", literal);
    else
        buf_addz(&writer->out, literal);
}

/* Any of the list, with what it needs and now and then with what it may have: a new one is tried
   without being named here. */
static inline void write_listed(struct writer *writer, enum builtin_kind kind)
{
    const struct builtin *chosen = NULL;
    for (size_t i = 0, seen = 0; builtins[i]; i++)
        if (builtins[i]->kind == kind && chance_below(writer->chance, ++seen) == 0)
            chosen = builtins[i];
    const char *before = "(";
    buf_addz(&writer->out, chosen->name);
    for (size_t i = 0; i < PARAMETERS_MAX; i++) {
        const struct parameter *parameter = &chosen->parameters[i];
        bool inner = !parameter->name && chosen->inner != INNER_NONE && *before == '(';
        bool written = parameter->name && parameter->required;
        if (!written && !((parameter->name || inner) && chance_of(writer->chance, 25)))
            break;
        buf_addz(&writer->out, before);
        write_literal(writer);
        before = ", ";
    }
    buf_addz(&writer->out, *before == '(' ? "" : ")");
}

static inline void write_condition(struct writer *writer, const struct written_path *path);

/* Filters that look into the items of a list, by a field that they have. */
static inline void write_list_filter(struct writer *writer, const struct record_table *table)
{
    static const char *const formats[] = {
        " | selectattr(\"%s\", \"defined\") | map(attribute=\"%s\") | list | length",
        " | selectattr(\"%s\", \"defined\") | map(attribute=\"%s\") | join(\", \")",
        " | selectattr(\"%s\", \"defined\") | sort(attribute=\"%s\") | length",
        " | rejectattr(\"%s\", \"undefined\") | map(attribute=\"%s\") | first | default(\"x\")",
        " | map(attribute=\"%s\", default=\"-\") | words",
        " | selectattr(\"%s\", \"defined\") | sum(attribute=\"%s\")",
        " | groupby(\"%s\", default=\"-\") | length",
        " | groupby(\"%s\") | map(attribute=\"grouper\") | join(\"; \")",
        " | map(attribute=\"%s\") | unique | list | length",
        " | map(attribute=\"%s\", default=\"-\") | first",
        " | map(attribute=\"%s\", default=\"-\") | list | last",
        " | map(attribute=\"%s\", default=\"-\") | length",
        " | words(attribute=\"%s\")",
        " | min(attribute=\"%s\") is defined",
        " | map(attribute=\"%s\") | map(\"upper\") | join",
        " | selectattr(\"%s\", \"none\") | list | length"};
    const char *name = random_field(writer, table)->name;
    const char *format = CHANCE_PICK(writer->chance, formats);
    for (; *format; format++) {
        if (*format == '%')
            buf_addz(&writer->out, name), format++;
        else
            buf_byte(&writer->out, *format);
    }
}

static inline void write_operand(struct writer *writer, const struct written_path *path)
{
    struct chance *chance = writer->chance;
    const struct record_table *items = item_table(path->field);
    if (chance_of(chance, 4)) {
        write_literal(writer);
        buf_addz(&writer->out, " | ");
        write_listed(writer, BUILTIN_FILTER);
        return;
    }
    buf_addf(&writer->out, "%s", path->text);
    if (items && chance_of(chance, 60))
        write_list_filter(writer, items);
    else if (is_list(path->field) || chance_of(chance, 60))
        buf_addf(&writer->out, " | %s",
                 chance_of(chance, 85) ? fitting_filter(chance, path->field->kind)
                                       : any_filter(chance));
    if (chance_of(chance, 12))
        buf_addf(&writer->out, " | %s", any_filter(chance));
    if (chance_of(chance, 6)) {
        buf_addz(&writer->out, " | ");
        write_listed(writer, BUILTIN_FILTER);
    }
}

static inline void write_expression(struct writer *writer, const struct written_path *path)
{
    static const char *const operators[] = {" ~ ", " + ", " * ", " - ", " / ", " // ", " % "};
    static const char *const numbers[] = {"2", "100", "0", "1.5", "-3"};
    struct chance *chance = writer->chance;
    write_operand(writer, path);
    if (chance_of(chance, is_number(path->field) ? 50 : 12)) {
        struct written_path other = random_path(writer);
        bool number = is_number(path->field);
        buf_addf(&writer->out, "%s", number ? CHANCE_PICK(chance, operators) : " ~ ");
        if (number && chance_of(chance, 40))
            buf_addz(&writer->out, CHANCE_PICK(chance, numbers));
        else
            write_operand(writer, chance_of(chance, 60) ? path : &other);
    }
    if (chance_of(chance, 8)) {
        buf_addz(&writer->out, " if ");
        write_condition(writer, path);
        if (chance_of(chance, 50))
            buf_addz(&writer->out, " else \"nothing\"");
    }
}

static inline void write_comparison(struct writer *writer, const struct written_path *path)
{
    static const char *const operators[] = {" == ", " != ", " < ", " >= ", " in ", " not in "};
    static const char *const literals[] = {"0",   "\"good\"", "\"text\"", "[1, \"x\"]",
                                           "1.5", "none",     "true"};
    const struct word *words = path->field->words;
    if (words && chance_of(writer->chance, 30)) {
        buf_addf(&writer->out, "%s == council.name", path->text);
        return;
    }
    if (words && chance_of(writer->chance, 80)) {
        buf_addf(&writer->out, "%s == \"%s\"", path->text,
                 words[random_word(writer->chance, words) - 1].id);
        return;
    }
    struct written_path other = random_path(writer);
    buf_addf(&writer->out, "%s%s%s", path->text, CHANCE_PICK(writer->chance, operators),
             chance_of(writer->chance, 70) ? CHANCE_PICK(writer->chance, literals) : other.text);
}

static inline void write_condition(struct writer *writer, const struct written_path *path)
{
    struct chance *chance = writer->chance;
    switch (chance_below(chance, 9)) {
    case 0: buf_addf(&writer->out, "%s", path->text); break;
    case 1: write_comparison(writer, path); break;
    case 2:
        buf_addf(&writer->out, "%s is defined and ", path->text);
        write_comparison(writer, path);
        break;
    case 3: buf_addf(&writer->out, "%s is defined and %s", path->text, path->text); break;
    case 4: buf_addf(&writer->out, "not %s is undefined", path->text); break;
    case 5:
        buf_addf(&writer->out, "%s is undefined or ", path->text);
        write_comparison(writer, path);
        break;
    case 6:
        buf_addf(&writer->out, "%s is defined and %s is ", path->text, path->text);
        write_listed(writer, BUILTIN_TEST);
        break;
    default: buf_addf(&writer->out, "%s is defined", path->text); break;
    }
}

/* ---- statements ---- */

static inline void write_statements(struct writer *writer);

static inline void write_print(struct writer *writer, const struct written_path *path)
{
    buf_addz(&writer->out, "{{ ");
    write_expression(writer, path);
    buf_addz(&writer->out, " }}\n");
}

/* Asks about a path, and mostly prints what was asked about. */
static inline void write_if(struct writer *writer)
{
    struct written_path path = random_path(writer);
    buf_addz(&writer->out, "{% if ");
    write_condition(writer, &path);
    buf_addz(&writer->out, " %}\n");
    if (chance_of(writer->chance, 80))
        write_print(writer, &path);
    write_statements(writer);
    if (chance_of(writer->chance, 30)) {
        buf_addz(&writer->out, "{% else %}\n");
        write_statements(writer);
    }
    buf_addz(&writer->out, "{% endif %}\n");
}

static inline void write_for(struct writer *writer)
{
    struct written_path path = random_path(writer);
    for (int i = 0; i < 20 && !item_table(path.field); i++)
        path = random_path(writer);
    struct known_name *name = &writer->names[writer->name_count];
    *name = (struct known_name){.table = item_table(path.field)};
    snprintf(name->name, sizeof name->name, "n%zu", writer->made++ % 1000);
    buf_addf(&writer->out, "{%% for %s in %s", name->name, path.text);
    bool named = name->table && writer->name_count + 1 < NAMES_MOST;
    writer->name_count += named;
    if (named && chance_of(writer->chance, 25)) {
        buf_addf(&writer->out, " if %s.%s is defined", name->name,
                 random_field(writer, name->table)->name);
    }
    buf_addz(&writer->out, " %}\n");
    write_statements(writer);
    buf_addz(&writer->out, "{% endfor %}\n");
    writer->name_count -= named;
}

static inline void write_set(struct writer *writer)
{
    struct written_path path = random_path(writer);
    size_t number = writer->made++ % 1000;
    buf_addf(&writer->out, "{%% set s%zu = ", number);
    write_operand(writer, &path);
    buf_addf(&writer->out, " %%}{%% if s%zu is defined and s%zu %%}{{ s%zu }}{%% endif %%}\n",
             number, number, number);
}

static inline void write_statements(struct writer *writer)
{
    if (++writer->depth <= BLOCKS_DEPTH)
        for (size_t i = 1 + chance_below(writer->chance, 2); i > 0; i--) {
            struct written_path path = random_path(writer);
            switch (chance_below(writer->chance, 6)) {
            case 0: write_set(writer); break;
            case 1:
            case 2: write_if(writer); break;
            case 3:
            case 4: write_for(writer); break;
            default: write_print(writer, &path); break;
            }
        }
    writer->depth--;
}

static inline const char *random_template(struct arena *arena, struct chance *chance)
{
    struct writer writer = {.out = {.arena = arena}, .chance = chance};
    buf_addz(&writer.out, "");
    write_statements(&writer);
    return buf_str(&writer.out).at;
}

#endif
