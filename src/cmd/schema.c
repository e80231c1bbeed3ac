/* councilbrief schema: the JSON Schema of a specification, for editors. */
#include "cmd/description.h"
#include "cmd/option.h"

#include "describe/describe.h"

static const struct command_option *const options[] = {&option_templates, NULL};

static void take(struct arena *arena, void *request, const struct option_given *given)
{
    (void)arena;
    const char **templates = request;
    if (given->option->key == OPTION_TEMPLATES)
        *templates = given->text;
}

static enum status run(const struct invocation *invocation)
{
    struct arena *arena = arena_new();
    const char *templates = NULL;
    struct operands operands;
    enum status status =
        command_line_read(arena, invocation, &command_schema, take, &templates, &operands);
    if (status == STATUS_OK && !operands.help)
        status = print_description(invocation, templates, schema_text);
    arena_free(arena);
    return status;
}

const struct command command_schema = {
    .name = "schema",
    .summary = "Prints the JSON Schema of a specification (draft 2020-12), for editors.",
    .options = options,
    .run = run,
};
