/* The one file that makes libharu's objects; see include/pdf/object.h. */
#include "pdf/object.h"

#include "pdf/number.h"
#include "pdf/text.h"

/* Remembers the first error: libharu itself keeps only the last. Says whether all is well. */
static bool sound(struct objects *objects)
{
    if (!objects->fault && objects->haru)
        objects->fault = objects->haru->error.error_no;
    return !objects->fault;
}

void objects_open(struct objects *objects, struct arena *arena, struct pdf_deflater *deflater)
{
    /* libharu's own pool gives memory that is aligned for integers only, and not for pointers. */
    *objects = (struct objects){
        .arena = arena, .deflater = deflater, .haru = HPDF_NewEx(NULL, NULL, NULL, 0, NULL)};
    if (!objects->haru)
        objects->fault = HPDF_FAILD_TO_ALLOC_MEM;
}

void objects_close(struct objects *objects)
{
    if (objects->haru)
        HPDF_Free(objects->haru);
    objects->haru = NULL;
}

/* ---- makers ---- */

HPDF_Dict object_dict(struct objects *objects)
{
    return sound(objects) ? HPDF_Dict_New(objects->haru->mmgr) : NULL;
}

/* The object, now one of the file's own; NULL when that failed (libharu then freed it). */
static void *indirect(struct objects *objects, void *object)
{
    if (!sound(objects) || !object)
        return NULL;
    return HPDF_Xref_Add(objects->haru->xref, object) == HPDF_OK ? object : NULL;
}

HPDF_Dict object_indirect_dict(struct objects *objects)
{
    return indirect(objects, object_dict(objects));
}

HPDF_Array object_array(struct objects *objects)
{
    return sound(objects) ? HPDF_Array_New(objects->haru->mmgr) : NULL;
}

HPDF_Array object_indirect_array(struct objects *objects)
{
    return indirect(objects, object_array(objects));
}

static void stream_write(HPDF_Stream stream, struct str bytes)
{
    if (bytes.len <= UINT32_MAX)
        HPDF_Stream_Write(stream, (const HPDF_BYTE *)bytes.at, (HPDF_UINT)bytes.len);
    else
        HPDF_SetError(stream->error, HPDF_INVALID_PARAMETER, 0);
}

/* libharu would compress what it says is compressed: it is told nothing, and this says it. */
static HPDF_STATUS write_filter(HPDF_Dict dict, HPDF_Stream stream)
{
    (void)dict;
    return HPDF_Stream_WriteStr(stream, "/Filter /FlateDecode\n");
}

static void put_deflated(HPDF_Dict dict, struct str bytes)
{
    dict->filter = HPDF_STREAM_FILTER_NONE;
    dict->write_fn = write_filter;
    stream_write(dict->stream, bytes);
}

static HPDF_Dict new_stream(struct objects *objects)
{
    return sound(objects) ? HPDF_DictStream_New(objects->haru->mmgr, objects->haru->xref) : NULL;
}

HPDF_Dict object_stream(struct objects *objects, struct str bytes, bool compressed)
{
    HPDF_Dict stream = new_stream(objects);
    if (stream && compressed)
        put_deflated(stream, pdf_deflate(objects->deflater, bytes));
    else if (stream)
        stream_write(stream->stream, bytes);
    return stream;
}

HPDF_Dict object_deflated_stream(struct objects *objects, struct str bytes)
{
    HPDF_Dict stream = new_stream(objects);
    if (stream)
        put_deflated(stream, bytes);
    return stream;
}

HPDF_Dict object_jpeg_stream(struct objects *objects, struct str bytes)
{
    HPDF_Dict stream = object_stream(objects, bytes, false);
    if (stream)
        stream->filter = HPDF_STREAM_FILTER_DCT_DECODE;
    return stream;
}

HPDF_Array object_rect(struct objects *objects, milli left, milli bottom, milli right, milli top)
{
    HPDF_Array rect = object_array(objects);
    object_add_milli(objects, rect, left);
    object_add_milli(objects, rect, bottom);
    object_add_milli(objects, rect, right);
    object_add_milli(objects, rect, top);
    return rect;
}

HPDF_Page object_page(struct objects *objects, milli width, milli height)
{
    HPDF_Page page = sound(objects) ? HPDF_AddPage(objects->haru) : NULL;
    object_put(objects, page, "MediaBox", object_rect(objects, 0, 0, width, height));
    return page;
}

void object_page_content(struct objects *objects, HPDF_Page page, struct str content)
{
    if (sound(objects) && page)
        put_deflated(((HPDF_PageAttr)page->attr)->contents,
                     pdf_deflate(objects->deflater, content));
}

HPDF_Dict object_page_resources(struct objects *objects, HPDF_Page page)
{
    return sound(objects) && page ? HPDF_Dict_GetItem(page, "Resources", HPDF_OCLASS_DICT) : NULL;
}

HPDF_Dict object_catalog(struct objects *objects)
{
    return objects->haru ? objects->haru->catalog : NULL;
}

HPDF_Dict object_info(struct objects *objects)
{
    return objects->haru ? objects->haru->info : NULL;
}

HPDF_Dict object_trailer(struct objects *objects)
{
    return objects->haru ? objects->haru->trailer : NULL;
}

static HPDF_STATUS append(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT len)
{
    buf_add(stream->attr, (struct str){(const char *)bytes, len});
    return HPDF_OK;
}

static void put_root(struct objects *objects)
{
    HPDF_Doc haru = objects->haru;
    object_put(objects, haru->trailer, "Root", haru->catalog);
    object_put(objects, haru->trailer, "Info", haru->info);
}

/* As HPDF_SaveToStream does it, which would hold the file twice and copy each byte three times. */
static void write_file(struct objects *objects, struct buf *file)
{
    HPDF_Stream stream = HPDF_CallbackWriter_New(objects->haru->mmgr, append, file);
    if (!stream)
        return;
    put_root(objects);
    HPDF_Stream_WriteStr(stream, "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n");
    HPDF_Xref_WriteToStream(objects->haru->xref, stream, NULL);
    HPDF_Stream_Free(stream);
}

char *object_bytes(struct objects *objects, size_t *len)
{
    enum { USUAL = 256 << 10 };
    if (!sound(objects))
        return NULL;
    struct buf file = {
        .arena = objects->arena, .at = arena_alloc(objects->arena, USUAL), .capacity = USUAL};
    write_file(objects, &file);
    *len = file.len;
    return sound(objects) ? file.at : NULL;
}

/* ---- entries ---- */

void object_put(struct objects *objects, HPDF_Dict dict, const char *key, void *value)
{
    if (sound(objects) && dict)
        HPDF_Dict_Add(dict, key, value);
}

void object_put_name(struct objects *objects, HPDF_Dict dict, const char *key, const char *name)
{
    if (sound(objects) && dict)
        HPDF_Dict_AddName(dict, key, name);
}

void object_put_number(struct objects *objects, HPDF_Dict dict, const char *key, int32_t number)
{
    if (sound(objects) && dict)
        HPDF_Dict_AddNumber(dict, key, number);
}

void object_put_true(struct objects *objects, HPDF_Dict dict, const char *key)
{
    if (sound(objects) && dict)
        HPDF_Dict_AddBoolean(dict, key, HPDF_TRUE);
}

static bool is_printable(struct str bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        if (bytes.at[i] < ' ' || bytes.at[i] > '~')
            return false;
    return true;
}

/* As (text) where that can be, else as <hexadecimal>, which takes twice the room. libharu takes the
   bytes as not const and only copies them. */
static void *bytes_object(struct objects *objects, struct str bytes)
{
    if (!sound(objects))
        return NULL;
    if (is_printable(bytes))
        return HPDF_String_New(objects->haru->mmgr, str_z(objects->arena, bytes), NULL);
    char *copy = (char *)(uintptr_t)bytes.at;
    return HPDF_Binary_New(objects->haru->mmgr, (HPDF_BYTE *)copy, (HPDF_UINT)bytes.len);
}

void object_put_bytes(struct objects *objects, HPDF_Dict dict, const char *key, struct str bytes)
{
    if (dict)
        object_put(objects, dict, key, bytes_object(objects, bytes));
}

void object_put_text(struct objects *objects, HPDF_Dict dict, const char *key, struct str text)
{
    struct str bytes = is_printable(text) ? text : pdf_text_utf16(objects->arena, text);
    object_put_bytes(objects, dict, key, bytes);
}

/* ---- items ---- */

void object_add(struct objects *objects, HPDF_Array array, void *value)
{
    if (sound(objects) && array)
        HPDF_Array_Add(array, value);
}

void object_add_name(struct objects *objects, HPDF_Array array, const char *name)
{
    if (sound(objects) && array)
        HPDF_Array_AddName(array, name);
}

void object_add_number(struct objects *objects, HPDF_Array array, int32_t number)
{
    if (sound(objects) && array)
        HPDF_Array_AddNumber(array, number);
}

void object_add_bytes(struct objects *objects, HPDF_Array array, struct str bytes)
{
    if (array)
        object_add(objects, array, bytes_object(objects, bytes));
}

void object_add_part(struct objects *objects, HPDF_Array array, int64_t parts)
{
    if (!sound(objects) || !array)
        return;
    if (parts % OBJECT_PARTS == 0)
        HPDF_Array_AddNumber(array, (HPDF_INT32)(parts / OBJECT_PARTS));
    else
        HPDF_Array_AddReal(array, (HPDF_REAL)parts / OBJECT_PARTS);
}

void object_add_milli(struct objects *objects, HPDF_Array array, milli length)
{
    int64_t parts = (int64_t)length * OBJECT_PARTS;
    object_add_part(objects, array, pdf_round_div(parts, MILLI_PER_POINT));
}
