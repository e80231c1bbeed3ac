/* Scripts with which a shell completes a command line, made from the table of commands. */
#ifndef COUNCILBRIEF_CMD_COMPLETION_H
#define COUNCILBRIEF_CMD_COMPLETION_H

#include "cmd/option.h"

/* One shell: one file, one const struct. */
struct shell {
    const char *name;
    void (*write)(struct buf *out, const struct command *const *all);
};

extern const struct shell shell_bash, shell_zsh, shell_fish;

/* Adds a text in single quotes, as all three shells read it. */
void shell_quote(struct buf *out, const char *text);
/* Adds the words of an argument with a blank between. */
void shell_words(struct buf *out, const struct argument *argument);
/* Adds a function that prints the names of templates or themes ("template" or "theme" as its
   argument): it runs under every one of the shells, by sh. */
void shell_names(struct buf *out);

#endif
