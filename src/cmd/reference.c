/* councilbrief reference: every record and field of a specification, in Markdown. */
#include "cmd/description.h"

#include "spec/describe.h"

static enum status run(const struct invocation *invocation)
{
    return print_description(invocation, &command_reference, reference_text);
}

const struct command command_reference = {
    .name = "reference",
    .usage = "reference [--templates FOLDER]",
    .summary = "Prints how a specification is written, every record and field, in Markdown.",
    .help = DESCRIPTION_HELP,
    .run = run,
};
