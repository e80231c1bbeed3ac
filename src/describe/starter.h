/* The starter: a specification to begin with, out of the docs and examples of the record tables. */
#ifndef COUNCILBRIEF_DESCRIBE_STARTER_H
#define COUNCILBRIEF_DESCRIBE_STARTER_H

/* ---- The opening of the reference ---- */

/* How to write a specification, in Markdown. Ends with NULL. */
extern const char *const reference_guide[];

#endif
