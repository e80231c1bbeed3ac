/* What stands behind an option or a command. */
#ifndef COUNCILBRIEF_CMD_ARGUMENT_H
#define COUNCILBRIEF_CMD_ARGUMENT_H

#include <stddef.h>

/* As far as a shell can offer it. */
enum argument_kind {
    ARGUMENT_NONE,
    ARGUMENT_TEXT,
    ARGUMENT_WORD,  /* one of some */
    ARGUMENT_WORDS, /* several of some, with commas between them */
    ARGUMENT_NUMBER,
    ARGUMENT_DAY,
    ARGUMENT_FILE,
    ARGUMENT_FOLDER,
    ARGUMENT_SPEC,     /* a specification, or a folder of them */
    ARGUMENT_TEMPLATE, /* the name of one */
    ARGUMENT_THEME,    /* the name of one */
    ARGUMENT_CODE,     /* of a diagnostic */
    ARGUMENT_WARNINGS  /* codes of warnings, with commas between them */
};

struct argument {
    enum argument_kind kind;
    const char *name;                  /* in capitals; NULL: there is none */
    const char *(*word)(size_t index); /* ARGUMENT_WORD, ARGUMENT_WORDS: NULL behind the last */
    int least, most;                   /* ARGUMENT_NUMBER */
    int usual;                         /* ARGUMENT_NUMBER: without the option; 0: not to be told */
};

#endif
