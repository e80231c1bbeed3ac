/* Reading a command's options and operands, as its table has them, and saying how it is used. */
#include "base/ascii.h"
#include "base/limits.h"
#include "cmd/option.h"

#include "base/shown.h"
#include "batch/catalogue.h"
#include "brief/length.h"
#include "diag/diag.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- an argument: one of some words, a number, a day ---- */

void argument_words(struct buf *out, const struct argument *argument, const char *last_joint)
{
    for (size_t i = 0; argument->word(i); i++)
        buf_addf(out, "%s%s",
                 i == 0                  ? ""
                 : argument->word(i + 1) ? ", "
                                         : last_joint,
                 argument->word(i));
}

const char *length_word(size_t index)
{
    return length_words[index].id;
}

struct str argument_part(struct str list, size_t *at)
{
    if (*at > list.len)
        return STR_NONE;
    size_t end = str_find(list, ',', *at);
    struct str part = str_trim(str_part(list, *at, end));
    *at = end + 1;
    return part;
}

/* The index of a word; -1 after a message when there is no such word. */
static int find_word(struct arena *arena, const char *name, const struct argument *argument,
                     struct str text)
{
    for (int i = 0; argument->word((size_t)i); i++)
        if (str_is(text, argument->word((size_t)i)))
            return i;
    struct buf words = {.arena = arena};
    argument_words(&words, argument, " and ");
    if (text.len)
        shown_line(stderr, "councilbrief: %s knows " STR_FMT ", not `" STR_FMT "`", name,
                   STR_ARG(buf_str(&words)), STR_ARG(text));
    else
        shown_line(stderr, "councilbrief: %s lacks a word; it knows " STR_FMT, name,
                   STR_ARG(buf_str(&words)));
    return -1;
}

static bool read_word(struct arena *arena, const char *name, const struct argument *argument,
                      const char *text, struct option_given *given)
{
    given->number = find_word(arena, name, argument, str_from(text));
    return given->number >= 0;
}

static bool read_words(struct arena *arena, const char *name, const struct argument *argument,
                       const char *text, struct option_given *given)
{
    struct str list = str_from(text), part;
    given->number = 0;
    for (size_t at = 0; (part = argument_part(list, &at)).at;) {
        int index = find_word(arena, name, argument, part);
        if (index < 0)
            return false;
        given->number |= 1 << index;
    }
    return true;
}

static bool read_number(const char *name, const struct argument *argument, const char *text,
                        struct option_given *given)
{
    char *end = NULL;
    errno = 0;
    long number = strtol(text, &end, 10);
    bool digits = ascii_is_digit(text[0]);
    if (digits && !errno && !*end && number >= argument->least && number <= argument->most) {
        given->number = (int)number;
        return true;
    }
    shown_line(stderr, "councilbrief: %s needs a number from %d to %d, not `%s`", name,
               argument->least, argument->most, text);
    return false;
}

static bool read_day(struct arena *arena, const char *name, const char *text,
                     struct option_given *given)
{
    struct str why, instead;
    if (date_parse(arena, str_from(text), &given->day, &why, &instead) &&
        given->day.precision == DATE_DAY)
        return true;
    shown_line(stderr, "councilbrief: %s needs a day such as 2018-01-22, not `%s`", name, text);
    return false;
}

/* The code of a warning with almost the same spelling; NULL when there is none. */
static const char *nearest_warning(struct arena *arena, struct str code)
{
    struct codes codes = codes_in_order(arena);
    const char **names = ARENA_ARRAY(arena, const char *, codes.count);
    for (size_t i = 0; i < codes.count; i++)
        if (codes.items[i]->severity == SEVERITY_WARNING)
            names[i] = codes.items[i]->name;
    return diag_nearest(code, names, codes.count, sizeof *names);
}

static bool read_warnings(struct arena *arena, const char *name, const char *text)
{
    struct str list = str_from(text), code;
    for (size_t at = 0; (code = argument_part(list, &at)).at;) {
        const struct code *found = code_find(code);
        if (found && found->severity == SEVERITY_WARNING)
            continue;
        const char *nearest = found ? NULL : nearest_warning(arena, code);
        shown_line(stderr,
                   "councilbrief: %s takes codes of warnings, and `" STR_FMT "` is %s%s%s%s", name,
                   STR_ARG(code), found ? "one of an error" : "none",
                   nearest ? "; did you mean `" : "", nearest ? nearest : "", nearest ? "`?" : "");
        return false;
    }
    return true;
}

/* Figures alone: the number before `end`, 0 when there is none of at most `most`. */
static int read_figures(const char *text, const char *end, int most)
{
    int number = 0;
    for (; text < end && ascii_is_digit(*text) && number <= most; text++)
        number = number * 10 + (*text - '0');
    return text == end && number <= most ? number : 0;
}

static bool read_part(const char *name, const char *text, struct option_given *given)
{
    const char *slash = strchr(text, '/');
    given->of = slash ? read_figures(slash + 1, text + strlen(text), LIMIT_SHARDS) : 0;
    given->number = slash ? read_figures(text, slash, given->of) : 0;
    if (given->number)
        return true;
    shown_line(stderr,
               "councilbrief: %s needs a part and the number of parts, from 1/1 to %d/%d, such as "
               "2/4, not `%s`",
               name, LIMIT_SHARDS, LIMIT_SHARDS, text);
    return false;
}

bool argument_read(struct arena *arena, const char *name, const struct argument *argument,
                   const char *text, struct option_given *given)
{
    given->text = text;
    switch (argument->kind) {
    case ARGUMENT_NONE: return true;
    case ARGUMENT_WORD: return read_word(arena, name, argument, text, given);
    case ARGUMENT_WORDS: return read_words(arena, name, argument, text, given);
    case ARGUMENT_NUMBER: return read_number(name, argument, text, given);
    case ARGUMENT_DAY: return read_day(arena, name, text, given);
    case ARGUMENT_PART: return read_part(name, text, given);
    case ARGUMENT_WARNINGS: return read_warnings(arena, name, text);
    default: break;
    }
    if (!*text)
        fprintf(stderr, "councilbrief: %s needs %s behind it, not nothing\n", name, argument->name);
    return *text;
}

/* ---- the rows of a command ---- */

enum {
    FIRST_LONG = 256, /* what getopt gives for option 0; letters are below */
    LABEL_WIDTH = 26  /* of an option and its argument, in --help */
};

const struct command_option option_help = {.spares_pdf = true, .name = "help", .does = "say this"};

const struct command_option *command_option_at(const struct command *command, size_t i)
{
    size_t count = 0;
    while (command->options && command->options[count])
        count++;
    return i < count ? command->options[i] : i == count ? &option_help : NULL;
}

/* "(pdf and facts)" */
static void add_usual_words(struct buf *out, const struct argument *argument)
{
    size_t last = 0, count = 0;
    for (size_t i = 0; argument->word(i); i++)
        last = argument->is_usual(i) ? i : last;
    for (size_t i = 0; i <= last; i++)
        if (argument->is_usual(i))
            buf_addf(out, "%s%s",
                     count++ == 0 ? " ("
                     : i == last  ? " and "
                                  : ", ",
                     argument->word(i));
    buf_addz(out, ")");
}

/* ---- help ---- */

static void add_option(struct buf *out, const struct command_option *option)
{
    size_t start = out->len;
    if (option->letter)
        buf_addf(out, "  -%c, --%s", option->letter, option->name);
    else
        buf_addf(out, "      --%s", option->name);
    if (option->argument.name)
        buf_addf(out, " %s", option->argument.name);
    do {
        buf_byte(out, ' ');
    } while (out->len - start < LABEL_WIDTH);
    buf_addz(out, option->does);
    if (option->argument.word) {
        buf_byte(out, ' ');
        argument_words(out, &option->argument, " or ");
    }
    if (option->argument.is_usual)
        add_usual_words(out, &option->argument);
    else if (option->usual)
        buf_addf(out, " (%s)", option->usual);
    else if (option->argument.usual)
        buf_addf(out, " (%d)", option->argument.usual);
    buf_byte(out, '\n');
}

void command_synopsis(struct buf *out, const struct command *command)
{
    buf_addf(out, "councilbrief %s%s", command->name, command->options ? " [OPTIONS]" : "");
    if (command->operand.name)
        buf_addf(out, " %s", command->operand.name);
}

static void print(FILE *file, struct arena *arena, const struct command *command)
{
    struct buf out = {.arena = arena};
    buf_addz(&out, "usage: ");
    command_synopsis(&out, command);
    buf_addf(&out, "\n%s\n\n", command->summary);
    const struct command_option *option;
    for (size_t i = 0; (option = command_option_at(command, i)); i++)
        add_option(&out, option);
    fprintf(file, STR_FMT, STR_ARG(buf_str(&out)));
}

void command_print_help(struct arena *arena, const struct command *command)
{
    print(stdout, arena, command);
}

enum status command_usage(const struct command *command)
{
    struct arena *arena = arena_new();
    print(stderr, arena, command);
    arena_free(arena);
    return STATUS_USAGE;
}

enum status command_print_text(struct str text)
{
    fwrite(text.at, 1, text.len, stdout);
    return STATUS_OK; /* main.c checks whether it was written */
}

/* ---- for getopt ---- */

struct forms {
    struct option *longs; /* long_count of them, and the end */
    size_t long_count;
    const char *letters;
};

static void add_long(struct forms *forms, const char *name, const struct command_option *option,
                     size_t index)
{
    int takes = option->argument.kind ? required_argument : no_argument;
    forms->longs[forms->long_count++] = (struct option){name, takes, NULL, FIRST_LONG + (int)index};
}

static struct forms make_forms(struct arena *arena, const struct command *command)
{
    size_t count = 0;
    while (command_option_at(command, count))
        count++;
    struct forms forms = {.longs = ARENA_ARRAY(arena, struct option, 2 * count + 1)};
    struct buf letters = {.arena = arena};
    buf_byte(&letters, ':'); /* what is missing or unknown is reported here, not by getopt */
    for (size_t i = 0; i < count; i++) {
        const struct command_option *option = command_option_at(command, i);
        add_long(&forms, option->name, option, i);
        if (option->also)
            add_long(&forms, option->also, option, i);
        if (option->letter)
            buf_addf(&letters, "%c%s", option->letter, option->argument.kind ? ":" : "");
    }
    forms.longs[forms.long_count] = (struct option){0};
    forms.letters = str_z(arena, buf_str(&letters));
    return forms;
}

/* The option for what getopt gave; NULL when there is none. */
static const struct command_option *find_option(const struct command *command, int got)
{
    if (got >= FIRST_LONG)
        return command_option_at(command, (size_t)(got - FIRST_LONG));
    const struct command_option *option;
    for (size_t i = 0; (option = command_option_at(command, i)); i++)
        if (option->letter && option->letter == got)
            return option;
    return NULL;
}

/* ---- what is wrong ---- */

/* A name may be cut short as long as only one option begins with it. */
static bool is_ambiguous(const struct forms *forms, struct str name)
{
    size_t found = 0;
    for (size_t i = 0; i < forms->long_count; i++)
        found += str_starts(str_from(forms->longs[i].name), name.at);
    return found > 1;
}

static void say_unknown(struct arena *arena, const struct command *command,
                        const struct forms *forms, const char *word)
{
    struct str name = str_from(word + 2);
    name = str_copy(arena, str_part(name, 0, str_find(name, '=', 0)));
    bool ambiguous = is_ambiguous(forms, name);
    const char *nearest = diag_nearest(name, forms->longs, forms->long_count, sizeof *forms->longs);
    struct str meant =
        nearest && !ambiguous ? str_format(arena, "; did you mean `--%s`?", nearest) : STR("");
    shown_line(stderr, "councilbrief: %s has %s `--" STR_FMT "`" STR_FMT, command->name,
               ambiguous ? "several options that begin with" : "no option", STR_ARG(name),
               STR_ARG(meant));
    shown_line(stderr, "`councilbrief %s --help` lists them", command->name);
}

static void say_unknown_letter(const struct command *command, int letter)
{
    shown_line(stderr, "councilbrief: %s has no option `-%c`", command->name, letter);
    shown_line(stderr, "`councilbrief %s --help` lists them", command->name);
}

/* `word` is the last that getopt read. */
static enum status refuse_option(struct arena *arena, const struct command *command,
                                 const struct forms *forms, const char *word, bool is_missing)
{
    const struct command_option *option = find_option(command, optopt);
    if (!option && optopt)
        say_unknown_letter(command, optopt);
    else if (!option)
        say_unknown(arena, command, forms, word);
    else if (is_missing)
        fprintf(stderr, "councilbrief: --%s needs %s behind it\n", option->name,
                option->argument.name);
    else
        fprintf(stderr, "councilbrief: --%s takes nothing behind it\n", option->name);
    return STATUS_USAGE;
}

static enum status check_operands(struct arena *arena, const struct command *command,
                                  const struct command_line *line)
{
    struct option_given given;
    if (line->count < command->operands_least || line->count > command->operands_most)
        return command_usage(command);
    for (int i = 0; i < line->count; i++)
        if (!argument_read(arena, command->name, &command->operand, line->operands[i], &given))
            return STATUS_USAGE;
    return STATUS_OK;
}

/* ---- what was given ---- */

static void keep(void *request, const struct option_given *given)
{
    void *member = (char *)request + given->option->kept;
    if (given->option->take)
        given->option->take(request, given);
    else if (given->option->argument.kind == ARGUMENT_NONE)
        *(bool *)member = true;
    else if (given->option->argument.kind == ARGUMENT_NUMBER)
        *(int *)member = given->number;
    else
        *(const char **)member = given->text;
}

static void note_choice(struct buf *chosen, const struct option_given *given)
{
    if (given->option->spares_pdf)
        return;
    buf_addf(chosen, "--%s ", given->option->name);
    if (given->text)
        buf_addf(chosen, "%s ", given->text);
}

/* ---- all of it ---- */

enum status command_line_read(struct arena *arena, const struct command_call *call,
                              const struct command *command, void *request,
                              struct command_line *line)
{
    const struct forms forms = make_forms(arena, command);
    struct buf chosen = {.arena = arena};
    *line = (struct command_line){0};
    opterr = 0;
    optind = 0; /* from the start, whatever was read before */
    for (int got;
         (got = getopt_long(call->argc, call->argv, forms.letters, forms.longs, NULL)) != -1;) {
        if (got == '?' || got == ':')
            return refuse_option(arena, command, &forms, call->argv[optind - 1], got == ':');
        struct option_given given = {.option = find_option(command, got)};
        const char *name = str_format(arena, "--%s", given.option->name).at;
        if (given.option->argument.kind &&
            !argument_read(arena, name, &given.option->argument, optarg, &given))
            return STATUS_USAGE;
        if (given.option == &option_help) {
            line->help = true;
            continue;
        }
        keep(request, &given);
        note_choice(&chosen, &given);
    }
    line->operands = call->argv + optind;
    line->count = call->argc - optind;
    line->chosen = str_trim(buf_str(&chosen));
    if (line->help)
        return command_print_help(arena, command), STATUS_OK;
    return check_operands(arena, command, line);
}
