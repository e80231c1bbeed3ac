/* councilbrief build: specifications to PDF files. */
#include "cmd/run.h"

static enum status run(const struct invocation *invocation)
{
    struct arena *arena = arena_new();
    struct options options;
    enum status status = options_read(arena, invocation, &command_build, &options);
    if (status == STATUS_OK && options.help)
        command_print_help(&command_build);
    else if (status == STATUS_OK)
        status = run_jobs(arena, &options, RUN_BUILD);
    arena_free(arena);
    return status;
}

const struct command command_build = {
    .name = "build",
    .usage = "build [-o FOLDER] [-j N] [-t TEMPLATE] [--theme THEME] [--large-print] [--greyscale] "
             "[--as-at DATE] [--strict] [--format "
             "FORM] [--dump STAGE] "
             "SPEC...",
    .summary = "Makes a PDF briefing from each specification; a folder stands for those in it.",
    .help =
        "  -o, --output FOLDER     where the PDF files go (out)\n"
        "  -t, --template NAME     the template, over the one a specification names (briefing)\n"
        "      --theme NAME        a theme of templates/themes, over the one it names (none)\n"
        "      --large-print       letters of 18 pt or more; build writes NAME-large-print.pdf\n"
        "      --greyscale         greys in place of colours; build writes NAME-greyscale.pdf\n"
        "      --templates FOLDER  where templates and frameworks are (templates)\n"
        "      --as-at DATE        the day of the briefing, over the specification's own\n"
        "      --dump STAGE        print spec, text, blocks, pages or structure; write nothing\n"
        "      --format FORM       diagnostics as text, json, github or sarif (text)\n"
        "      --color WHEN        colour in text: auto, always or never (auto)\n"
        "  -j, --jobs N            processes at work; 0: none but this one (one for each "
        "processor)\n"
        "      --force             build what did not change, too\n"
        "      --fail-fast         stop at the first that is refused (--keep-going: do not)\n"
        "      --deps FILE         write rules for make: what each PDF was made from\n"
        "      --worker-seconds N  processor time for one briefing (60)\n"
        "      --worker-memory N   memory for one briefing, in MiB (1024)\n"
        "      --strict            warnings count as errors\n"
        "      --all               print every diagnostic, not only the first twenty a file\n",
    .run = run,
};
