/* Faults of YAML that come with pasted text. */
#ifndef COUNCILBRIEF_DATA_YAML_YAML_PASTED_H
#define COUNCILBRIEF_DATA_YAML_YAML_PASTED_H

#include "data/yaml/yaml_fault.h"

/* Reports E110 for what keeps the line around a place, or the one above it, from being read, and
   looks as if it should not: a no-break space after the colon or before the key, a bullet in place
   of a hyphen, a colon of another script, a remark that was meant as text. False when there is
   none. */
bool yaml_report_pasted(struct diags *diags, const struct yaml_text *text, size_t at);

/* Reports the remark that ends the text on the line above, of which this one should be more. */
bool yaml_report_cut(struct diags *diags, const struct yaml_text *text, size_t at);

/* Reports curly quotation marks at the beginning of the value of the line around a place. */
bool yaml_report_curly(struct diags *diags, const struct yaml_text *text, size_t at);

/* Reports E110 for a text that begins its line with a bullet or a dash, as an item of a list does,
   or has such a line within. */
bool yaml_report_bullet(struct diags *diags, struct span span);

/* Warns of text after a value that YAML takes for a remark (W267). */
void yaml_warn_of_hash(struct diags *diags, struct span value, bool plain);

#endif
