/* Commands that print a description of the format, and read nothing but the frameworks. */
#ifndef COUNCILBRIEF_CMD_DESCRIPTION_H
#define COUNCILBRIEF_CMD_DESCRIPTION_H

#include "base/str.h"
#include "cmd/command.h"

struct frameworks;

/* Prints a whole result on standard output. */
enum status command_print_text(struct str text);

typedef struct str describe_format(struct arena *arena, const struct frameworks *frameworks);

/* Prints it as the frameworks of the folder `templates` have it; NULL: look for the folder. */
enum status print_description(const struct invocation *invocation, const char *templates,
                              describe_format *describe);

#endif
