/* councilbrief schema: the JSON Schema of a specification, for editors, or of facts, for programs. */
#include "cmd/description.h"
#include "cmd/option.h"

#include "describe/describe.h"
#include "facts/facts.h"

static const struct command_option *const options[] = {&option_templates, NULL};

static void take(struct arena *arena, void *request, const struct option_given *given)
{
    (void)arena;
    const char **templates = request;
    if (given->option->key == OPTION_TEMPLATES)
        *templates = given->text;
}

/* The formats that have one, in the order of `formats`. */
enum schema_format { SCHEMA_BRIEFING, SCHEMA_FACTS };

static const char *format_word(size_t index)
{
    static const char *const formats[] = {
        [SCHEMA_BRIEFING] = "briefing", [SCHEMA_FACTS] = "facts"};
    return index < sizeof formats / sizeof *formats ? formats[index] : NULL;
}

static enum status print(const struct invocation *invocation, struct arena *arena,
                         const char *templates, const struct operands *operands)
{
    struct option_given format = {.number = SCHEMA_BRIEFING};
    if (operands->count)
        argument_read(arena, "schema", &command_schema.operand, operands->at[0], &format);
    if (format.number == SCHEMA_FACTS)
        return command_print_text(facts_schema(arena));
    return print_description(invocation, templates, schema_text);
}

static enum status run(const struct invocation *invocation)
{
    struct arena *arena = arena_new();
    const char *templates = NULL;
    struct operands operands;
    enum status status =
        command_line_read(arena, invocation, &command_schema, take, &templates, &operands);
    if (status == STATUS_OK && !operands.help)
        status = print(invocation, arena, templates, &operands);
    arena_free(arena);
    return status;
}

const struct command command_schema = {
    .name = "schema",
    .summary = "Prints the JSON Schema (draft 2020-12) of a specification or of a facts file.",
    .options = options,
    .operand = {.kind = ARGUMENT_WORD, .name = "[FORMAT]", .word = format_word},
    .operands_most = 1,
    .run = run,
};
