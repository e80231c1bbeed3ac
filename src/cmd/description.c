/* Printing a description of the format on standard output. */
#include "cmd/description.h"

#include "env.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum status command_print_text(struct str text)
{
    fwrite(text.at, 1, text.len, stdout);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return STATUS_OK;
    fprintf(stderr, "councilbrief: standard output cannot be written: %s\n", strerror(errno));
    return STATUS_ENVIRONMENT;
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
