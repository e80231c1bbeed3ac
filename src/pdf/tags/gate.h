/* What is refused before anything of the PDF is made. */
#ifndef COUNCILBRIEF_PDF_TAGS_GATE_H
#define COUNCILBRIEF_PDF_TAGS_GATE_H

#include "diag/diag.h"
#include "pdf/page/content.h"
#include "pdf/pdf.h"

/* Do the numbers in the display list fit together? Must hold before pdf_tree_make; else E690. */
bool pdf_gate_sound(struct diags *diags, const struct pdf_request *request);

/* Can the document be an accessible one? Reports all that stands against it: E601 to E613. */
bool pdf_gate_accessible(struct diags *diags, const struct pdf_request *request,
                         const struct pdf_tree *tree);

#endif
