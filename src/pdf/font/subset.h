/* Cuts a font file down to the glyphs that are wanted, and checks that they came through. */
#ifndef COUNCILBRIEF_PDF_FONT_SUBSET_H
#define COUNCILBRIEF_PDF_FONT_SUBSET_H

#include <hb.h>
#include <stdbool.h>
#include <stdint.h>

/* ---- Single values out of a font file's tables ---- */

bool pdf_sfnt_has(hb_face_t *face, hb_tag_t table);

/* The signed 16 bits at an offset of a table; 0 when the table is missing or too short. */
int16_t pdf_sfnt_value(hb_face_t *face, hb_tag_t table, unsigned offset);

/* Does the licence field (OS/2 fsType) forbid to embed the font or to cut it down? */
bool pdf_sfnt_is_restricted(hb_face_t *face);

#endif
