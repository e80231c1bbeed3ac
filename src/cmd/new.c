/* councilbrief new: a commented starter specification, to standard output or to a new file. */
#include "base/shown.h"
#include "batch/clock.h"
#include "cmd/option.h"
#include "cmd/run_options.h"
#include "describe/describe.h"
#include "files/output.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct request {
    struct starter starter;
    const char *file;  /* NULL: standard output */
    const char *as_at; /* NULL: the day that stands for now */
    bool help;         /* was asked for and given */
};

/* ---- the command line ---- */

static const struct command_option output = {
    .letter = 'o',
    .name = "output",
    .argument = {.kind = ARGUMENT_FILE, .name = "FILE"},
    .does = "a new file; one that exists is left as it is",
    .usual = "standard output",
    KEPT_TEXT(request, file),
};

static const struct command_option as_at = {
    .name = "as-at",
    .argument = {.kind = ARGUMENT_DAY, .name = "DATE"},
    .does = "the day of the briefing",
    .usual = "SOURCE_DATE_EPOCH, or today",
    KEPT_TEXT(request, as_at),
};

static const struct command_option *const options[] = {&output, &as_at, NULL};

/* The day that was asked for, else the one that stands for now. */
static enum status choose_day(struct arena *arena, const struct command_call *call,
                              struct request *request)
{
    int64_t seconds = -1;
    enum status status = source_date_read(call->source_date, &seconds);
    if (request->as_at)
        request->starter.as_at = str_from(request->as_at);
    if (status != STATUS_OK || request->as_at)
        return status;
    enum { SECONDS_A_DAY = 86400 };
    const struct date today =
        date_of_day(seconds >= 0 ? (day)(seconds / SECONDS_A_DAY) : (day)clock_today());
    request->starter.as_at = date_text(arena, &today, DATE_ISO);
    return STATUS_OK;
}

/* A name goes into one line of the file, so it must be text without line breaks. */
static enum status read_name(struct arena *arena, struct request *request, const char *text)
{
    struct diags diags;
    diags_init(&diags, arena);
    const struct source *source = source_from_text(arena, &diags, "NAME", str_from(text));
    request->starter.council = source ? str_trim(source->text) : STR_NONE;
    bool good = request->starter.council.len > 0;
    for (size_t i = 0; i < request->starter.council.len; i++)
        good = good && (unsigned char)request->starter.council.at[i] >= ' ';
    if (good)
        return STATUS_OK;
    fputs("councilbrief: NAME is the council's full name, such as \"Norfolk County Council\"\n",
          stderr);
    return STATUS_USAGE;
}

static enum status read_request(struct arena *arena, const struct command_call *call,
                                struct request *request)
{
    *request = (struct request){.file = NULL};
    struct command_line line;
    enum status status = command_line_read(arena, call, &command_new, request, &line);
    request->help = line.help;
    if (status == STATUS_OK && !line.help)
        status = choose_day(arena, call, request);
    if (status != STATUS_OK || line.help)
        return status;
    return read_name(arena, request, line.operands[0]);
}

/* ---- where an editor finds the schema ---- */

/* Beside the folder of the file, as in this project, else where the program was installed. */
static struct str find_schema(struct arena *arena, const char *file)
{
    static const char beside[] = "../docs/specification.schema.json";
    static const char installed[] = COUNCILBRIEF_DATADIR "/specification.schema.json";
    const char *slash = file ? strrchr(file, '/') : NULL;
    struct str folder = slash ? str_part(str_from(file), 0, (size_t)(slash - file) + 1) : STR("");
    bool is_beside = access(str_format(arena, STR_FMT "%s", STR_ARG(folder), beside).at, R_OK) == 0;
    return str_from(!is_beside && access(installed, R_OK) == 0 ? installed : beside);
}

/* ---- output ---- */

static enum status write_starter(struct arena *arena, const char *file, struct str text,
                                 bool colour)
{
    struct diags diags;
    diags_init(&diags, arena);
    bool written = output_write_new(arena, &diags, file, text);
    diags_print(&diags, stderr, colour, DIAG_LIMITED);
    if (!written)
        return STATUS_ENVIRONMENT;
    shown_line(stdout, STR_FMT, STR_ARG(shown_path(arena, str_from(file))));
    return STATUS_OK;
}

static enum status run(const struct command_call *call)
{
    struct arena *arena = arena_new();
    struct request request;
    enum status status = read_request(arena, call, &request);
    if (status == STATUS_OK && !request.help) {
        request.starter.schema = find_schema(arena, request.file);
        struct str text = starter_text(arena, &request.starter);
        status = request.file ? write_starter(arena, request.file, text, call->colour)
                              : command_print_text(text);
    }
    arena_free(arena);
    return status;
}

const struct command command_new = {
    .name = "new",
    .summary = "Writes a commented starter specification for the council of that name.",
    .options = options,
    .operand = {.kind = ARGUMENT_TEXT, .name = "NAME"},
    .operands_least = 1,
    .operands_most = 1,
    .run = run,
};
