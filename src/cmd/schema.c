/* councilbrief schema: the JSON Schema of a specification, for editors. */
#include "cmd/description.h"

#include "spec/describe.h"

static enum status run(const struct invocation *invocation)
{
    return print_description(invocation, &command_schema, schema_text);
}

const struct command command_schema = {
    .name = "schema",
    .usage = "schema [--templates FOLDER]",
    .summary = "Prints the JSON Schema of a specification (draft 2020-12), for editors.",
    .help = DESCRIPTION_HELP,
    .run = run,
};
