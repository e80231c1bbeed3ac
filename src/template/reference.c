/* Prints the one table of filters and tests as Markdown. */
#include "template/reference.h"

#include "template/filter.h"

#include <string.h>

/* A bar would end the cell. */
static void print_cell(FILE *out, const char *text)
{
    for (; *text; text++)
        fprintf(out, "%s%c", *text == '|' ? "\\" : "", *text);
}

/* What can only be given by position has a name that nobody can write. */
static const char *parameter_name(const struct builtin *builtin, int i)
{
    if (builtin->kind == BUILTIN_TEST)
        return "value";
    return strchr(builtin->parameters[i].name, ' ') ? "field" : builtin->parameters[i].name;
}

/* sort([reverse], [case_sensitive], [attribute]); what is in square brackets may be left out. */
static void print_signature(FILE *out, const struct builtin *builtin)
{
    static const char *const inner[] = {
        [INNER_NONE] = NULL, [INNER_FILTER] = "[filter, ...]", [INNER_TEST] = "[test, ...]"};
    const char *before = "(";
    fprintf(out, "`%s", builtin->name);
    for (int i = 0; i < PARAMETERS_MAX && builtin->parameters[i].name; i++) {
        bool required = builtin->parameters[i].required;
        fprintf(out, required ? "%s%s" : "%s[%s]", before, parameter_name(builtin, i));
        before = ", ";
    }
    if (inner[builtin->inner])
        fprintf(out, "%s%s", before, inner[builtin->inner]);
    fputs(inner[builtin->inner] || builtin->parameters[0].name ? ")`" : "`", out);
}

static void print_kind(FILE *out, enum builtin_kind kind)
{
    fprintf(out, "| %s | gives |\n| --- | --- |\n", kind == BUILTIN_FILTER ? "filter" : "test");
    for (const struct builtin *builtin = builtin_table; builtin->name; builtin++) {
        if (builtin->kind != kind)
            continue;
        fputs("| ", out);
        print_signature(out, builtin);
        fputs(" | ", out);
        print_cell(out, builtin->doc);
        fputs(" |\n", out);
    }
}

void template_reference(FILE *out)
{
    fputs("### Filters\n\n", out);
    print_kind(out, BUILTIN_FILTER);
    fputs("\n### Tests\n\n", out);
    print_kind(out, BUILTIN_TEST);
}
