/* councilbrief reference: every record and field of a specification or a theme, in Markdown. */
#include "cmd/description.h"

#include "layout/theme.h"
#include "spec/describe.h"

#include <string.h>

static enum status print_theme(void)
{
    struct arena *arena = arena_new();
    struct buf out = {.arena = arena};
    buf_addz(&out,
             "# Keys of a theme\n\n"
             "How to make a theme is in [themes.md](themes.md). *Required* keys are written in "
             "the\n`theme.yaml` of a template; a theme of `templates/themes` holds what it "
             "changes and no more.\n");
    buf_add(&out, reference_records(arena, &theme_file_table));
    enum status status = command_print_text(buf_str(&out));
    arena_free(arena);
    return status;
}

static enum status run(const struct invocation *invocation)
{
    if (invocation->argc == 2 && strcmp(invocation->argv[1], "--theme") == 0)
        return print_theme();
    return print_description(invocation, &command_reference, reference_text);
}

const struct command command_reference = {
    .name = "reference",
    .usage = "reference [--theme | --templates FOLDER]",
    .summary = "Prints how a specification is written, every record and field, in Markdown.",
    .help = "      --theme             the keys of a theme instead\n" DESCRIPTION_HELP,
    .run = run,
};
