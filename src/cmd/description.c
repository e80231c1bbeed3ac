/* Printing a description of the format on standard output. */
#include "cmd/description.h"

#include "env.h"

#include <stdio.h>

enum status command_print_text(struct str text)
{
    fwrite(text.at, 1, text.len, stdout);
    return STATUS_OK; /* main.c looks at what became of it */
}

static enum status describe_from(struct arena *arena, const char *templates, bool colour,
                                 describe_format *describe)
{
    struct diags diags;
    diags_init(&diags, arena);
    struct env env = {.arena = arena, .templates = templates};
    bool ready = env_open(&env, &diags);
    diags_print(&diags, stderr, colour, DIAG_LIMITED);
    enum status status = ready            ? command_print_text(describe(arena, env.frameworks))
                         : diags.failures ? STATUS_ENVIRONMENT
                                          : STATUS_REFUSED;
    env_close(&env);
    return status;
}

enum status print_description(const struct invocation *invocation, const char *templates,
                              describe_format *describe)
{
    struct arena *arena = arena_new();
    enum status status = describe_from(arena, templates, invocation->colour, describe);
    arena_free(arena);
    return status;
}
