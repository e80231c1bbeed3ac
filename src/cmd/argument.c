/* What stands behind an option: one of some words, a number, a day. */
#include "cmd/option.h"

#include "base/shown.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void argument_words(struct buf *out, const struct argument *argument, const char *last_joint)
{
    for (size_t i = 0; argument->word(i); i++)
        buf_addf(out, "%s%s",
                 i == 0                  ? ""
                 : argument->word(i + 1) ? ", "
                                         : last_joint,
                 argument->word(i));
}

static bool read_word(struct arena *arena, const char *name, const struct argument *argument,
                      const char *text, struct option_given *given)
{
    for (int i = 0; argument->word((size_t)i); i++)
        if (strcmp(argument->word((size_t)i), text) == 0) {
            given->number = i;
            return true;
        }
    struct buf words = {.arena = arena};
    argument_words(&words, argument, " and ");
    shown_line(stderr, "councilbrief: %s knows " STR_FMT ", not `%s`", name,
               STR_ARG(buf_str(&words)), text);
    return false;
}

static bool read_number(const char *name, const struct argument *argument, const char *text,
                        struct option_given *given)
{
    char *end = NULL;
    errno = 0;
    long number = strtol(text, &end, 10);
    bool digits = text[0] >= '0' && text[0] <= '9';
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

bool argument_read(struct arena *arena, const char *name, const struct argument *argument,
                   const char *text, struct option_given *given)
{
    given->text = text;
    switch (argument->kind) {
    case ARGUMENT_NONE: return true;
    case ARGUMENT_WORD: return read_word(arena, name, argument, text, given);
    case ARGUMENT_NUMBER: return read_number(name, argument, text, given);
    case ARGUMENT_DAY: return read_day(arena, name, text, given);
    default: break;
    }
    if (!*text)
        fprintf(stderr, "councilbrief: %s needs %s behind it, not nothing\n", name, argument->name);
    return *text;
}
