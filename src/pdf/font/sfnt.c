/* Reads single values of OpenType tables. */
#include "pdf/font/sfnt.h"

#define OS2 HB_TAG('O', 'S', '/', '2')

bool pdf_sfnt_has(hb_face_t *face, hb_tag_t table)
{
    hb_blob_t *blob = hb_face_reference_table(face, table);
    bool has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

int16_t pdf_sfnt_value(hb_face_t *face, hb_tag_t table, unsigned offset)
{
    hb_blob_t *blob = hb_face_reference_table(face, table);
    unsigned length = 0;
    const char *data = hb_blob_get_data(blob, &length);
    uint16_t value = 0;
    if (data && length >= 2 && offset <= length - 2)
        value = (uint16_t)((uint8_t)data[offset] << 8 | (uint8_t)data[offset + 1]);
    hb_blob_destroy(blob);
    return (int16_t)value;
}

bool pdf_sfnt_is_restricted(hb_face_t *face)
{
    enum { USAGE = 0x000F, USAGE_RESTRICTED = 0x0002, NO_SUBSET = 0x0100, BITMAPS_ONLY = 0x0200 };
    unsigned type = (uint16_t)pdf_sfnt_value(face, OS2, 8);
    return (type & USAGE) == USAGE_RESTRICTED || (type & (NO_SUBSET | BITMAPS_ONLY));
}
