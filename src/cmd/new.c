/* councilbrief new: a commented starter specification, to standard output or to a new file. */
#include "base/date.h"
#include "base/output.h"
#include "cmd/description.h"
#include "spec/describe.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { OPTION_AS_AT = 256, OPTION_HELP };

static const struct option long_options[] = {
    {"output", required_argument, NULL, 'o'},
    {"as-at", required_argument, NULL, OPTION_AS_AT},
    {"help", no_argument, NULL, OPTION_HELP},
    {NULL, 0, NULL, 0},
};

struct request {
    struct starter starter;
    const char *file; /* NULL: standard output */
    bool help;
};

/* ---- the command line ---- */

static enum status read_as_at(struct arena *arena, struct request *request, const char *text)
{
    struct str why, instead;
    struct date date;
    request->starter.as_at = str_from(text);
    if (date_parse(arena, str_from(text), &date, &why, &instead) && date.precision == DATE_DAY)
        return STATUS_OK;
    fprintf(stderr, "councilbrief: --as-at needs a day such as 2018-01-22, not `%s`\n", text);
    return STATUS_USAGE;
}

/* A name goes into one line of the file, so it has no line ends, and is text at all. */
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

static enum status read_request(struct arena *arena, const struct invocation *invocation,
                                struct request *request)
{
    *request = (struct request){.file = NULL};
    optind = 1;
    for (int option; (option = getopt_long(invocation->argc, invocation->argv, "o:", long_options,
                                           NULL)) != -1;) {
        if (option == 'o')
            request->file = optarg;
        else if (option == OPTION_HELP)
            request->help = true;
        else if (option != OPTION_AS_AT)
            return STATUS_USAGE; /* getopt_long has said what is wrong */
        else if (read_as_at(arena, request, optarg) != STATUS_OK)
            return STATUS_USAGE;
    }
    if (request->help)
        return STATUS_OK;
    if (invocation->argc != optind + 1)
        return command_usage(&command_new);
    return read_name(arena, request, invocation->argv[optind]);
}

/* ---- where an editor finds the schema ---- */

/* Beside the folder of the file, as in the project's own, else where the program was installed. */
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
    printf("%s\n", file);
    return STATUS_OK;
}

static enum status run(const struct invocation *invocation)
{
    struct arena *arena = arena_new();
    struct request request;
    enum status status = read_request(arena, invocation, &request);
    if (status == STATUS_OK && request.help) {
        command_print_help(&command_new);
    } else if (status == STATUS_OK) {
        request.starter.schema = find_schema(arena, request.file);
        struct str text = starter_text(arena, &request.starter);
        status = request.file ? write_starter(arena, request.file, text, invocation->colour)
                              : command_print_text(text);
    }
    arena_free(arena);
    return status;
}

const struct command command_new = {
    .name = "new",
    .usage = "new [-o FILE] [--as-at DATE] NAME",
    .summary = "Writes a commented starter specification for the council of that name.",
    .help = "  -o, --output FILE       a new file; one that exists is left as it is (stdout)\n"
            "      --as-at DATE        the day of the briefing\n",
    .run = run,
};
