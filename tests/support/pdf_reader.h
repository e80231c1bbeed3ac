/* Reads a finished PDF as a viewer does: from the end, by its cross-reference stream. */
#ifndef COUNCILBRIEF_TESTS_SUPPORT_PDF_READER_H
#define COUNCILBRIEF_TESTS_SUPPORT_PDF_READER_H

#include "base/str.h"

/* What stands where the file says that the object is: the object's own text when it is packed, else
   all that follows its heading. Ends the test where the file is not as it should be. */
struct str pdf_read_object(struct arena *arena, struct str file, int32_t number);

/* The dictionary of the cross-reference stream, and the objects of all packs, in their order. */
struct str pdf_read_trailer(struct arena *arena, struct str file);
struct str pdf_read_packed(struct arena *arena, struct str file);

/* Is the number one that nothing has? */
bool pdf_read_is_free(struct arena *arena, struct str file, int32_t number);

#endif
