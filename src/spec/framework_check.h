/* Checks the file of frameworks once it is bound. Private to reading it. */
#ifndef COUNCILBRIEF_SPEC_FRAMEWORK_CHECK_H
#define COUNCILBRIEF_SPEC_FRAMEWORK_CHECK_H

#include "spec/framework.h"

struct diags;

/* Names used twice, grades and judgements that are nowhere, periods that end before they begin. */
void frameworks_check(struct diags *diags, const struct frameworks *frameworks);

#endif
