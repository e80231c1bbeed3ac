/* councilbrief schema and councilbrief reference: how specifications, themes and templates are
   written, made from the tables that the program itself uses. */
#include "cmd/option.h"

#include "changes/report.h"
#include "components/components.h"
#include "describe/describe.h"
#include "env.h"
#include "facts/facts.h"
#include "layout/theme/theme.h"
#include "rules/rule.h"

/* ---- what needs the frameworks ---- */

typedef struct str describe_format(struct arena *arena, const struct frameworks *frameworks);

/* Printed with the frameworks of the folder `templates`; NULL: look for the folder. */
static enum status print_format(struct arena *arena, const struct command_call *call,
                                const char *templates, describe_format *describe)
{
    struct diags diags;
    diags_init(&diags, arena);
    struct env env = {.arena = arena, .templates = templates};
    bool ready = env_open(&env, &diags);
    diags_print(&diags, stderr, call->colour, DIAG_LIMITED);
    enum status status = ready            ? command_print_text(describe(arena, env.frameworks))
                         : diags.failures ? STATUS_ENVIRONMENT
                                          : STATUS_REFUSED;
    env_close(&env);
    return status;
}

/* ---- the keys of a theme ---- */

static struct str theme_text(struct arena *arena)
{
    struct buf out = {.arena = arena};
    buf_addz(&out,
             "# Keys of a theme\n\n"
             "How to make a theme is in [themes.md](themes.md). *Required* keys are written in "
             "the\n`theme.yaml` of a template; a theme of `templates/themes` holds what it "
             "changes and no more.\n");
    buf_add(&out, reference_records(arena, &theme_file_table));
    return buf_str(&out);
}

/* ---- components ---- */

static const char components_head[] =
    "# Components\n"
    "\n"
    "Tables, lists and drawings of a briefing. A template asks for one with a fenced block: its "
    "first line\n"
    "names the component, and the lines inside are its options, written as in YAML. Values may "
    "stand in them:\n"
    "`caption: What {{ council.short_name }} did`. A component takes its records from the "
    "specification,\n"
    "and shows nothing where there are none. [templates.md](templates.md) says how templates are "
    "written.\n"
    "\n"
    "| component | what it shows |\n"
    "| --- | --- |\n";

static void add_component(struct buf *out, const struct component *component)
{
    buf_addf(out, "\n## %s\n\n%s\n", component->name, component->doc);
    if (component->options->fields->name) {
        buf_addz(out, "\n| option | kind | presence | meaning | example |\n"
                      "| --- | --- | --- | --- | --- |\n");
        reference_fields(out, component->options);
    } else {
        buf_addz(out, "\nIt has no options.\n");
    }
    buf_addf(out, "\n````markdown\n%s````\n", component->example);
}

static struct str components_text(struct arena *arena)
{
    struct buf out = {.arena = arena};
    buf_addz(&out, components_head);
    for (size_t i = 0; components[i]; i++)
        if (!components[i]->became)
            buf_addf(&out, "| [%s](#%s) | %s |\n", components[i]->name, components[i]->name,
                     components[i]->doc);
    for (size_t i = 0; components[i]; i++)
        if (components[i]->became)
            buf_addf(&out, "| %s | old, with a warning for one version: use %s |\n",
                     components[i]->name, components[i]->became);
    for (size_t i = 0; components[i]; i++)
        if (!components[i]->became)
            add_component(&out, components[i]);
    return buf_str(&out);
}

/* ---- rules ---- */

static const char rules_head[] =
    "# Rules\n"
    "\n"
    "What must hold between the records of a specification, and how we know. A code that begins "
    "with E\n"
    "refuses the specification; one that begins with W is a warning, for what is rare or doubtful "
    "and may\n"
    "still be right. `councilbrief explain CODE` shows what to write instead. Faults in a single "
    "value, such\n"
    "as a date that cannot be read, have codes of their own that are not listed here:\n"
    "[specification.md](specification.md) says what each key takes.\n"
    "\n"
    "Reports that are counted are those of 492 inspections from 2013 to 2026.\n";

static void add_rule(struct buf *out, const struct rule *rule)
{
    buf_addz(out, "| ");
    for (size_t i = 0; rule->codes[i]; i++)
        buf_addf(out, "%s%s", i ? ", " : "", rule->codes[i]->name);
    buf_addf(out, " | %s | %s |\n", rule->holds, rule->evidence);
}

static struct str rules_text(struct arena *arena)
{
    struct buf out = {.arena = arena};
    buf_addz(&out, rules_head);
    for (const struct rule_group *group = rule_groups; group->title; group++) {
        buf_addf(&out, "\n## %s\n\n| code | what holds | why |\n| --- | --- | --- |\n",
                 group->title);
        for (const struct rule *rule = group->rules; rule->codes; rule++)
            add_rule(&out, rule);
    }
    return buf_str(&out);
}

/* ---- the command line ---- */

struct request {
    const char *templates; /* NULL: look for the folder */
    bool theme, components, rules, changes;
};

static const struct command_option templates = TEMPLATES_ROW(request, templates);

static const struct command_option theme = {
    .name = "theme",
    .does = "the keys of a theme instead",
    KEPT_FLAG(request, theme),
};

static const struct command_option of_components = {
    .name = "components",
    .does = "the components of templates instead",
    KEPT_FLAG(request, components),
};

static const struct command_option of_rules = {
    .name = "rules",
    .does = "the rules that specifications are held to instead",
    KEPT_FLAG(request, rules),
};

static const struct command_option of_changes = {
    .name = "changes",
    .does = "what a difference in each key means from one issue to the next instead",
    KEPT_FLAG(request, changes),
};

static enum status print_reference(struct arena *arena, const struct command_call *call,
                                   const struct request *request)
{
    if (request->theme + request->components + request->rules + request->changes > 1)
        return command_usage(&command_reference);
    if (request->theme)
        return command_print_text(theme_text(arena));
    if (request->components)
        return command_print_text(components_text(arena));
    if (request->rules)
        return command_print_text(rules_text(arena));
    if (request->changes)
        return command_print_text(changes_text(arena));
    return print_format(arena, call, request->templates, reference_text);
}

static enum status run_reference(const struct command_call *call)
{
    struct arena *arena = arena_new();
    struct request request = {.templates = NULL};
    struct command_line line;
    enum status status = command_line_read(arena, call, &command_reference, &request, &line);
    if (status == STATUS_OK && !line.help)
        status = print_reference(arena, call, &request);
    arena_free(arena);
    return status;
}

static const struct command_option *const options_of_reference[] = {
    &theme, &of_components, &of_rules, &of_changes, &templates, NULL};

const struct command command_reference = {
    .name = "reference",
    .summary = "Prints how a specification is written, every record and field, in Markdown.",
    .options = options_of_reference,
    .run = run_reference,
};

/* The formats that have a schema. */
enum schema_format { SCHEMA_BRIEFING, SCHEMA_FACTS, SCHEMA_MAPPING, SCHEMA_CHANGES };

static const char *schema_word(size_t index)
{
    static const char *const formats[] = {[SCHEMA_BRIEFING] = "briefing",
                                          [SCHEMA_FACTS] = "facts",
                                          [SCHEMA_MAPPING] = "mapping",
                                          [SCHEMA_CHANGES] = "changes"};
    return index < sizeof formats / sizeof *formats ? formats[index] : NULL;
}

static enum status print_schema(struct arena *arena, const struct command_call *call,
                                const char *templates_folder, const struct command_line *line)
{
    struct option_given format = {.number = SCHEMA_BRIEFING};
    if (line->count)
        argument_read(arena, "schema", &command_schema.operand, line->operands[0], &format);
    if (format.number == SCHEMA_FACTS)
        return command_print_text(facts_schema(arena));
    if (format.number == SCHEMA_MAPPING)
        return command_print_text(mapping_schema_text(arena));
    if (format.number == SCHEMA_CHANGES)
        return command_print_text(report_schema(arena));
    return print_format(arena, call, templates_folder, schema_text);
}

static enum status run_schema(const struct command_call *call)
{
    struct arena *arena = arena_new();
    struct request request = {.templates = NULL};
    struct command_line line;
    enum status status = command_line_read(arena, call, &command_schema, &request, &line);
    if (status == STATUS_OK && !line.help)
        status = print_schema(arena, call, request.templates, &line);
    arena_free(arena);
    return status;
}

static const struct command_option *const options_of_schema[] = {&templates, NULL};

const struct command command_schema = {
    .name = "schema",
    .summary =
        "Prints the JSON Schema (draft 2020-12) of a specification, facts, a mapping or changes.",
    .options = options_of_schema,
    .operand = {.kind = ARGUMENT_WORD, .name = "[FORMAT]", .word = schema_word},
    .operands_most = 1,
    .run = run_schema,
};
