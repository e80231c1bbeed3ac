/* councilbrief check: says what is wrong with specifications and writes nothing. */
#include "cmd/run.h"

static enum status run(const struct invocation *invocation)
{
    struct arena *arena = arena_new();
    struct options options;
    enum status status = options_read(arena, invocation, &command_check, &options);
    if (status == STATUS_OK && options.help)
        command_print_help(&command_check);
    else if (status == STATUS_OK)
        status = run_jobs(arena, &options, RUN_CHECK);
    arena_free(arena);
    return status;
}

const struct command command_check = {
    .name = "check",
    .usage = "check [-j N] [-t TEMPLATE] [--theme THEME] [--large-print] [--greyscale] [--as-at DATE] "
             "[--strict] [--format FORM] "
             "[--all] SPEC...",
    .summary = "Checks specifications as build would, to the last page, and writes nothing.",
    .help =
        "  -t, --template NAME     the template, over the one a specification names (briefing)\n"
        "      --theme NAME        a theme of templates/themes, over the one it names (none)\n"
        "      --large-print       letters of 18 pt or more; build writes NAME-large-print.pdf\n"
        "      --greyscale         greys in place of colours; build writes NAME-greyscale.pdf\n"
        "      --templates FOLDER  where templates and frameworks are (templates)\n"
        "      --as-at DATE        the day of the briefing, over the specification's own\n"
        "      --format FORM       diagnostics as text, json, github or sarif (text)\n"
        "      --color WHEN        colour in text: auto, always or never (auto)\n"
        "  -j, --jobs N            processes at work; 0: none but this one (one for each "
        "processor)\n"
        "      --fail-fast         stop at the first that is refused (--keep-going: do not)\n"
        "      --worker-seconds N  processor time for one briefing (60)\n"
        "      --worker-memory N   memory for one briefing, in MiB (1024)\n"
        "      --strict            warnings count as errors\n"
        "      --all               print every diagnostic, not only the first twenty a file\n",
    .run = run,
};
