/* A template with the files it includes. */
#ifndef COUNCILBRIEF_TEMPLATE_SET_H
#define COUNCILBRIEF_TEMPLATE_SET_H

#include "template/syntax.h"

struct template_set {
    const struct template_file *main;
    LIST(const struct template_file *) files;
};

#endif
