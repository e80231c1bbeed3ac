/* The finished document as bytes. */
#ifndef COUNCILBRIEF_PDF_FILE_SAVE_H
#define COUNCILBRIEF_PDF_FILE_SAVE_H

#include "pdf/file/objects.h"

/* Absent when anything failed since objects_open; `fault` then says what. */
struct str pdf_save(struct objects *objects);

#endif
