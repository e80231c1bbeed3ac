/* The opening of the reference. */
#ifndef COUNCILBRIEF_DESCRIBE_GUIDE_H
#define COUNCILBRIEF_DESCRIBE_GUIDE_H

/* How to write a specification, in Markdown. Ends with NULL. */
extern const char *const reference_guide[];

#endif
