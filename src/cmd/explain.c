/* councilbrief explain: what a diagnostic means and how to mend it, or what a component is. */
#include "base/shown.h"
#include "batch/catalogue.h"
#include "cmd/option.h"
#include "components/components.h"
#include "rules/rule.h"

#include <stdio.h>
#include <string.h>

enum { LINE_WIDTH = 80, INDENT = 4 };

/* Characters of the first `len` bytes: all are one column wide. */
static int columns(const char *text, int len)
{
    int count = 0;
    for (int i = 0; i < len; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

/* Prints a paragraph in lines of at most LINE_WIDTH columns, all of them indented. */
static void print_wrapped(const char *text, int indent)
{
    int column = 0;
    while (*text) {
        int len = (int)strcspn(text, " "), width = columns(text, len);
        if (column && column + 1 + width > LINE_WIDTH - indent) {
            putchar('\n');
            column = 0;
        }
        printf("%*s%.*s", column ? 1 : indent, "", len, text);
        column += width + (column ? 1 : 0);
        text += len;
        text += strspn(text, " ");
    }
    putchar('\n');
}

static void print_lines(const char *title, const char *lines)
{
    printf("\n%s\n\n", title);
    while (*lines) {
        int len = (int)strcspn(lines, "\n");
        printf("    %.*s\n", len, lines);
        lines += len + 1;
    }
}

/* ---- codes ---- */

/* A clause and a sentence, as two sentences. */
static void print_rule(struct arena *arena, const struct rule *rule)
{
    struct buf text = {.arena = arena};
    char first = *rule->holds;
    buf_byte(&text, first >= 'a' && first <= 'z' ? (char)(first - 'a' + 'A') : first);
    buf_addf(&text, "%s. %s", rule->holds + 1, rule->evidence);
    putchar('\n');
    print_wrapped(str_z(arena, buf_str(&text)), INDENT);
}

static bool reports(const struct rule *rule, const struct code *code)
{
    for (size_t i = 0; rule->codes[i]; i++)
        if (rule->codes[i] == code)
            return true;
    return false;
}

static void print_rules(struct arena *arena, const struct code *code)
{
    size_t count = 0;
    for (const struct rule_group *group = rule_groups; group->title; group++)
        for (const struct rule *rule = group->rules; rule->codes; rule++) {
            if (!reports(rule, code))
                continue;
            if (count++ == 0)
                printf("\nWhat holds, and how we know:\n");
            print_rule(arena, rule);
        }
}

static void print_code(struct arena *arena, const struct code *code)
{
    printf("%s (%s): %s\n\n", code->name, code->severity == SEVERITY_WARNING ? "warning" : "error",
           code->title);
    print_wrapped(code->explanation, 0);
    if (code->wrong) {
        print_lines("Wrong:", code->wrong);
        print_lines("Right:", code->right);
    }
    print_rules(arena, code);
}

/* ---- components ---- */

static void print_component(const struct component *component)
{
    const struct field *option = component->options->fields;
    printf("%s (component)\n\n", component->name);
    print_wrapped(component->doc, 0);
    if (option->name)
        printf("\nOptions:\n");
    for (; option->name; option++) {
        printf("\n%*s%s%s\n", INDENT, "", option->name,
               option->presence == REQUIRED ? " (required)" : "");
        print_wrapped(option->doc, 2 * INDENT);
    }
    print_lines("Example:", component->example);
}

static void print_all(struct arena *arena)
{
    struct codes codes = codes_in_order(arena);
    for (size_t i = 0; i < codes.count; i++)
        printf("%s  %s\n", codes.items[i]->name, codes.items[i]->title);
}

static void tell_unknown(struct arena *arena, const char *name)
{
    const char *nearest = component_nearest(arena, components, str_from(name));
    shown_line(stderr, "councilbrief: there is no diagnostic and no component `%s`; %s%s%s", name,
               nearest ? "did you mean `" : "`councilbrief explain` lists the diagnostics",
               nearest ? nearest : "", nearest ? "`?" : "");
}

static enum status explain(struct arena *arena, const char *name)
{
    const struct code *code = code_find(str_from(name));
    const struct component *component = component_find(components, str_from(name));
    if (code)
        print_code(arena, code);
    else if (component)
        print_component(component);
    else
        tell_unknown(arena, name);
    return code || component ? STATUS_OK : STATUS_USAGE;
}

static enum status run(const struct command_call *call)
{
    struct arena *arena = arena_new();
    struct command_line line;
    enum status status = command_line_read(arena, call, &command_explain, NULL, &line);
    if (status == STATUS_OK && line.count == 1 && !line.help)
        status = explain(arena, line.operands[0]);
    else if (status == STATUS_OK && !line.help)
        print_all(arena);
    arena_free(arena);
    return status;
}

const struct command command_explain = {
    .name = "explain",
    .summary = "Says what a diagnostic means and how to mend it, or what a component shows; lists "
               "the codes.",
    .operand = {.kind = ARGUMENT_CODE, .name = "[CODE]"},
    .operands_most = 1,
    .run = run,
};
