/* councilbrief explain: what a diagnostic means and how to mend it. */
#include "base/shown.h"
#include "cmd/option.h"
#include "diag/examples.h"

#include <stdio.h>
#include <string.h>

enum { LINE_WIDTH = 80 };

/* Prints a paragraph in lines of at most LINE_WIDTH columns; the texts are ASCII. */
static void print_wrapped(const char *text)
{
    int column = 0;
    while (*text) {
        int len = (int)strcspn(text, " ");
        if (column && column + 1 + len > LINE_WIDTH) {
            putchar('\n');
            column = 0;
        }
        column += printf("%s%.*s", column ? " " : "", len, text);
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

static void print_code(enum code code)
{
    const struct code_info *info = code_info(code);
    const struct example *example = code_example(code);
    printf("%s (%s): %s\n\n", info->name, info->severity == SEVERITY_WARNING ? "warning" : "error",
           info->title);
    print_wrapped(info->explanation);
    if (example) {
        print_lines("Wrong:", example->wrong);
        print_lines("Right:", example->right);
    }
}

static void print_all(void)
{
    for (int code = 0; code < CODE_COUNT; code++)
        printf("%s  %s\n", code_info((enum code)code)->name, code_info((enum code)code)->title);
}

static enum status explain(const char *name)
{
    const struct code_info *info = code_find(str_from(name));
    if (!info) {
        shown_line(stderr,
                   "councilbrief: there is no diagnostic `%s`; `councilbrief explain` lists them",
                   name);
        return STATUS_USAGE;
    }
    print_code((enum code)(info - code_info((enum code)0)));
    return STATUS_OK;
}

static enum status run(const struct invocation *invocation)
{
    struct arena *arena = arena_new();
    struct operands codes;
    enum status status = command_line_read(arena, invocation, &command_explain, NULL, NULL, &codes);
    if (status == STATUS_OK && codes.count == 1 && !codes.help)
        status = explain(codes.at[0]);
    else if (status == STATUS_OK && !codes.help)
        print_all();
    arena_free(arena);
    return status;
}

const struct command command_explain = {
    .name = "explain",
    .summary = "Says what a diagnostic means and how to mend it; without a code, lists them all.",
    .operand = {.kind = ARGUMENT_CODE, .name = "[CODE]"},
    .operands_most = 1,
    .run = run,
};
