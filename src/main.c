/* The program: the command that was asked for, and an exit status. */
#include "base/arena.h"
#include "base/shown.h"
#include "cmd/command.h"
#include "diag/diag.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void print_usage(FILE *out)
{
    struct arena *arena = arena_new();
    struct buf text = {.arena = arena};
    buf_addz(&text,
             "councilbrief makes accessible PDF briefings on a council's children's services.\n"
             "\n");
    for (size_t i = 0; commands[i]; i++) {
        buf_addz(&text, "  ");
        command_synopsis(&text, commands[i]);
        buf_addf(&text, "\n      %s\n", commands[i]->summary);
    }
    buf_addz(&text, "\n`councilbrief COMMAND --help` lists the options of a command.\n");
    fprintf(out, STR_FMT, STR_ARG(buf_str(&text)));
    arena_free(arena);
}

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; commands[i]; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

/* Someone who misspelt a command need not read about all of them. */
static int refuse_command(const char *name)
{
    size_t count = 0;
    const char *names[16];
    for (; commands[count] && count < sizeof names / sizeof *names; count++)
        names[count] = commands[count]->name;
    const char *nearest = diag_nearest(str_from(name), names, count, sizeof *names);
    if (nearest) {
        shown_line(stderr, "councilbrief: there is no command `%s`; did you mean `%s`?", name,
                   nearest);
        fputs("`councilbrief --help` lists them\n", stderr);
    } else {
        shown_line(stderr, "councilbrief: there is no command `%s`", name);
        fputc('\n', stderr);
        print_usage(stderr);
    }
    return STATUS_USAGE;
}

static int run(int argc, char **argv)
{
    if (argc < 2) {
        print_usage(stderr);
        return STATUS_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0) {
        print_usage(stdout);
        return STATUS_OK;
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("councilbrief " COUNCILBRIEF_VERSION);
        return STATUS_OK;
    }
    const struct command *command = find_command(argv[1]);
    if (!command) {
        return refuse_command(argv[1]);
    }
    const struct command_call call = {
        .argc = argc - 1,
        .argv = argv + 1,
        .source_date = getenv("SOURCE_DATE_EPOCH"),
        .colour = isatty(STDERR_FILENO) && !getenv("NO_COLOR"),
        .terminal = isatty(STDERR_FILENO),
        .commands = commands,
    };
    return (int)command->run(&call);
}

/* A standard stream that the caller has closed would be reused for the first file that is opened,
   and what is printed would end up in a PDF. Its number is taken by a stream that can neither be
   written nor read. */
static bool occupy_streams(void)
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        if (fcntl(stream, F_GETFD) < 0 &&
            open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) != stream)
            return false;
    return true;
}

/* Output that was lost, to a full disk or a closed stream, must not look like success. Whoever has
   reported it already has cleared the error. */
static int check_printed(int status)
{
    errno = 0;
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "councilbrief: standard output cannot be written%s%s\n", errno ? ": " : "",
                errno ? strerror(errno) : "");
        status = STATUS_ENVIRONMENT;
    }
    bool told = fflush(stderr) == 0 && !ferror(stderr);
    return told || status > STATUS_ENVIRONMENT ? status : STATUS_ENVIRONMENT;
}

int main(int argc, char **argv)
{
    return occupy_streams() ? check_printed(run(argc, argv)) : STATUS_ENVIRONMENT;
}
