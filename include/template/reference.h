/* The filters and tests of templates as a page of the reference. */
#ifndef COUNCILBRIEF_TEMPLATE_REFERENCE_H
#define COUNCILBRIEF_TEMPLATE_REFERENCE_H

#include <stdio.h>

/* Prints the table of filters and tests as Markdown: a heading and a table for each kind. */
void template_reference(FILE *out);

#endif
