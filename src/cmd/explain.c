/* councilbrief explain: what a diagnostic means and how to mend it. */
#include "base/examples.h"
#include "cmd/command.h"

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

static enum status run(const struct invocation *invocation)
{
    if (invocation->argc == 2 && strcmp(invocation->argv[1], "--help") == 0)
        return command_print_help(&command_explain), STATUS_OK;
    if (invocation->argc == 1)
        return print_all(), STATUS_OK;
    if (invocation->argc != 2)
        return command_usage(&command_explain);
    const struct code_info *info = code_find(str_from(invocation->argv[1]));
    if (!info) {
        fprintf(stderr, "councilbrief: there is no diagnostic `%s`\n", invocation->argv[1]);
        return STATUS_USAGE;
    }
    print_code((enum code)(info - code_info((enum code)0)));
    return STATUS_OK;
}

const struct command command_explain = {
    .name = "explain",
    .usage = "explain [CODE]",
    .summary = "Says what a diagnostic means and how to mend it; without a code, lists them all.",
    .help = NULL,
    .run = run,
};
