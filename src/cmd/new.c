/* councilbrief new: a commented starter specification with what is known of the council, to
   standard output or to a new file. */
#include "base/shown.h"
#include "batch/clock.h"
#include "brief/briefing.h"
#include "cmd/option.h"
#include "cmd/run_options.h"
#include "describe/councils.h"
#include "describe/describe.h"
#include "files/output.h"
#include "files/path.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct request {
    struct starter starter;
    const char *file;  /* NULL: standard output */
    const char *as_at; /* NULL: the day that stands for now */
    LIST(const char *) with;
    bool blank; /* nothing is filled in but the name */
    bool help;  /* was asked for and given */
    struct arena *arena;
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

/* The kinds of records, and after them `all`. */
static const char *kind_word(size_t index)
{
    for (const struct field *field = briefing_table.fields; field->name; field++)
        if (field->kind == FIELD_RECORDS && !field_is_derived(field) && index-- == 0)
            return field->name;
    return index == 0 ? "all" : NULL;
}

static void take_kind(void *request, const struct option_given *given)
{
    struct request *to = request;
    *LIST_ADD(to->arena, &to->with) = kind_word((size_t)given->number);
}

static const struct command_option with = {
    .name = "with",
    .argument = {.kind = ARGUMENT_WORD, .name = "KIND", .word = kind_word},
    .does = "show one more kind of records, or all keys of one:",
    .take = take_kind,
};

static const struct command_option blank = {
    .name = "blank",
    .does = "fill in the name alone, also of a council that is known",
    KEPT_FLAG(request, blank),
};

static const struct command_option *const options[] = {&output, &as_at, &with, &blank, NULL};

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
    *request = (struct request){.arena = arena};
    struct command_line line;
    enum status status = command_line_read(arena, call, &command_new, request, &line);
    request->help = line.help;
    if (status == STATUS_OK && !line.help)
        status = choose_day(arena, call, request);
    if (status != STATUS_OK || line.help)
        return status;
    return read_name(arena, request, line.operands[0]);
}

/* ---- what is known of the council ---- */

/* "`A`, `B` or `C`" */
static struct str list_of(struct arena *arena, const struct council_search *search)
{
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < search->near_count; i++) {
        const char *joint = !i ? "" : i + 1 < search->near_count ? ", " : " or ";
        buf_addf(&out, "%s" STR_FMT, joint, STR_ARG(search->near[i]));
    }
    return buf_str(&out);
}

static enum status report_near(struct arena *arena, struct str name,
                               const struct council_search *search)
{
    shown_line(stderr, "councilbrief: which council is `" STR_FMT "`: " STR_FMT "?", STR_ARG(name),
               STR_ARG(list_of(arena, search)));
    fputs("Write its name in full, or --blank for a council that is none of them\n", stderr);
    return STATUS_USAGE;
}

static enum status look_up(struct arena *arena, const struct csv *csv, struct request *request)
{
    struct starter *starter = &request->starter;
    struct council_search search = councils_find(arena, csv, starter->council, starter->as_at);
    if (!search.found && search.near_count)
        return report_near(arena, starter->council, &search);
    if (!search.found) {
        shown_line(stderr,
                   "councilbrief: no council of England is called `" STR_FMT
                   "`: its codes, region and neighbours are left to you",
                   STR_ARG(starter->council));
        return STATUS_OK;
    }
    struct known_council *known = ARENA_NEW(arena, struct known_council);
    *known = council_in(arena, csv, search.row);
    starter->known = known;
    starter->council = known->name;
    return STATUS_OK;
}

/* The table is beside the templates: those of this project, else those that were installed. */
static enum status fill_in(struct arena *arena, struct request *request, bool colour)
{
    static const char *const places[] = {"templates/councils.csv",
                                         COUNCILBRIEF_DATADIR "/templates/councils.csv"};
    size_t i = 0;
    while (i < 2 && access(places[i], R_OK) != 0)
        i++;
    if (request->blank || i == 2)
        return STATUS_OK;
    struct diags diags;
    diags_init(&diags, arena);
    const struct csv *csv = csv_read(arena, &diags, places[i], NULL);
    diags_print(&diags, stderr, colour, DIAG_LIMITED);
    return csv ? look_up(arena, csv, request) : STATUS_ENVIRONMENT;
}

/* ---- where an editor finds the schema ---- */

/* That of this project, as seen from the folder of the file; else the one that was installed;
   absent when there is neither: an address that leads nowhere is worse than none. */
static struct str find_schema(struct arena *arena, const char *file)
{
    static const char ours[] = "docs/specification.schema.json";
    static const char installed[] = COUNCILBRIEF_DATADIR "/specification.schema.json";
    if (access(ours, R_OK) == 0) {
        const char *folder = file ? path_folder(arena, file) : "inputs";
        struct str way = path_between(arena, folder, "docs");
        return way.at ? str_format(arena, STR_FMT "/specification.schema.json", STR_ARG(way))
                      : STR("../docs/specification.schema.json");
    }
    return access(installed, R_OK) == 0 ? str_from(installed) : STR_NONE;
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
    if (status == STATUS_OK && !request.help)
        status = fill_in(arena, &request, call->colour);
    if (status == STATUS_OK && !request.help) {
        request.starter.with = request.with.items;
        request.starter.with_count = request.with.count;
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
    .summary = "Writes a starter specification for a council, with what is known of it.",
    .options = options,
    .operand = {.kind = ARGUMENT_TEXT, .name = "NAME"},
    .operands_least = 1,
    .operands_most = 1,
    .run = run,
};
