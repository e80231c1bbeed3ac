/* councilbrief reference: every record and field of a specification or a theme, in Markdown. */
#include "cmd/description.h"
#include "cmd/option.h"

#include "describe/describe.h"
#include "layout/theme/theme.h"

static const struct command_option theme = {
    .key = OPTION_THEME, .name = "theme", .does = "the keys of a theme instead"};

static const struct command_option *const options[] = {&theme, &option_templates, NULL};

struct request {
    const char *templates; /* NULL: look for the folder */
    bool theme;
};

static void take(struct arena *arena, void *request, const struct option_given *given)
{
    (void)arena;
    struct request *asked = request;
    if (given->option->key == OPTION_THEME)
        asked->theme = true;
    else if (given->option->key == OPTION_TEMPLATES)
        asked->templates = given->text;
}

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
    struct arena *arena = arena_new();
    struct request request = {.theme = false};
    struct operands operands;
    enum status status =
        command_line_read(arena, invocation, &command_reference, take, &request, &operands);
    if (status == STATUS_OK && !operands.help)
        status = request.theme ? print_theme()
                               : print_description(invocation, request.templates, reference_text);
    arena_free(arena);
    return status;
}

const struct command command_reference = {
    .name = "reference",
    .summary = "Prints how a specification is written, every record and field, in Markdown.",
    .options = options,
    .run = run,
};
