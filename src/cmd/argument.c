/* What stands behind an option: one of some words, a number, a day. */
#include "cmd/option.h"
#include "diag/diag.h"

#include "base/unseen.h"
#include "batch/catalogue.h"

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

struct str argument_part(struct str list, size_t *at)
{
    if (*at > list.len)
        return STR_NONE;
    size_t end = str_find(list, ',', *at);
    struct str part = str_trim(str_part(list, *at, end));
    *at = end + 1;
    return part;
}

/* The index of a word; -1 after a message when there is none such. */
static int find_word(struct arena *arena, const char *name, const struct argument *argument,
                     struct str text)
{
    for (int i = 0; argument->word((size_t)i); i++)
        if (str_is(text, argument->word((size_t)i)))
            return i;
    struct buf words = {.arena = arena};
    argument_words(&words, argument, " and ");
    shown_line(stderr, "councilbrief: %s knows " STR_FMT ", not `" STR_FMT "`", name,
               STR_ARG(buf_str(&words)), STR_ARG(text));
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

/* The code of a warning that is spelt almost so; NULL when none is. */
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
    case ARGUMENT_WARNINGS: return read_warnings(arena, name, text);
    default: break;
    }
    if (!*text)
        fprintf(stderr, "councilbrief: %s needs %s behind it, not nothing\n", name, argument->name);
    return *text;
}
