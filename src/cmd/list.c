/* The commands, in the order in which help names them. */
#include "cmd/command.h"

const struct command *const commands[] = {
    &command_build,   &command_check,  &command_changes,    &command_merge,
    &command_fix,     &command_new,    &command_schema,     &command_reference,
    &command_explain, &command_render, &command_completion, NULL,
};
