/* The one file that calls libharu: objects are numbered, put into the file, and the file is saved.
 */
#include "pdf/file/objects.h"

#include "pdf/file/object.h"

#include <xxhash.h>

/* ---- the document's identifier, drawn from its own bytes ---- */

enum { ID_BYTES = 16, ID_DIGITS = 2 * ID_BYTES, ID_COPIES = 2 };

/* Two strings of zeros, to be overwritten in the finished file. */
static void put_blank_id(struct objects *objects)
{
    static const char zeros[ID_BYTES];
    object_open_array(&objects->trailer, "ID");
    for (int i = 0; i < ID_COPIES; i++)
        object_add_bytes(&objects->trailer, (struct str){zeros, sizeof zeros});
    object_close_array(&objects->trailer);
}

static bool is_blank_id(const char *at)
{
    if (at[0] != '<' || at[ID_DIGITS + 1] != '>')
        return false;
    for (int i = 1; i <= ID_DIGITS; i++)
        if (at[i] != '0')
            return false;
    return true;
}

static void write_digits(char *at, const XXH128_canonical_t *hash)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < ID_BYTES; i++) {
        *at++ = digits[hash->digest[i] >> 4];
        *at++ = digits[hash->digest[i] & 15];
    }
}

/* The trailer stands at the end, so the blanks are sought from there. */
static bool stamp(char *bytes, size_t len)
{
    XXH128_canonical_t hash;
    XXH128_canonicalFromHash(&hash, XXH3_128bits(bytes, len));
    int copies = 0;
    for (size_t left = len; left >= ID_DIGITS + 2 && copies < ID_COPIES; left--) {
        char *at = bytes + left - (ID_DIGITS + 2);
        if (is_blank_id(at)) {
            write_digits(at + 1, &hash);
            copies++;
        }
    }
    return copies == ID_COPIES;
}

struct str pdf_save(struct objects *objects)
{
    put_blank_id(objects);
    size_t len = 0;
    char *bytes = objects_bytes(objects, &len);
    if (!bytes)
        return STR_NONE;
    if (!stamp(bytes, len)) {
        objects->fault = HPDF_INVALID_DOCUMENT;
        return STR_NONE;
    }
    return (struct str){bytes, len};
}

/* ---- number trees and name trees of two levels: enough for 30 million entries ---- */

enum { LEAF = 1000 };

struct source {
    struct object *const *values; /* of a number tree, or else: */
    const struct pdf_named *named;
};

static void add_key(struct object *node, const struct source *source, size_t key)
{
    if (source->named)
        object_add_bytes(node, source->named[key].name);
    else
        object_add_number(node, (int64_t)key);
}

static void put_entries(struct object *node, const struct source *source, size_t start, size_t end)
{
    object_open_array(node, source->named ? "Names" : "Nums");
    for (size_t i = start; i < end; i++) {
        add_key(node, source, i);
        object_add(node, source->named ? source->named[i].value : source->values[i]);
    }
    object_close_array(node);
}

static struct object *leaf(struct objects *objects, const struct source *source, size_t start,
                           size_t end)
{
    struct object *node = objects_dict(objects);
    object_open_array(node, "Limits");
    add_key(node, source, start);
    add_key(node, source, end - 1);
    object_close_array(node);
    put_entries(node, source, start, end);
    return node;
}

static struct object *tree(struct objects *objects, const struct source *source, size_t count)
{
    struct object *root = objects_dict(objects);
    if (count <= LEAF) {
        put_entries(root, source, 0, count);
        return root;
    }
    object_open_array(root, "Kids");
    for (size_t start = 0; start < count; start += LEAF)
        object_add(root, leaf(objects, source, start, count - start < LEAF ? count : start + LEAF));
    object_close_array(root);
    return root;
}

struct object *pdf_number_tree(struct objects *objects, struct object *const *values, size_t count)
{
    return tree(objects, &(struct source){.values = values}, count);
}

struct object *pdf_name_tree(struct objects *objects, const struct pdf_named *items, size_t count)
{
    return tree(objects, &(struct source){.named = items}, count);
}

/* ---- libharu ---- */

/* Remembers the first error: libharu itself keeps only the last. Says whether all is well. */
static bool sound(struct objects *objects)
{
    if (!objects->fault && objects->haru)
        objects->fault = objects->haru->error.error_no;
    return !objects->fault;
}

static void note(struct objects *objects, HPDF_STATUS status)
{
    if (!objects->fault)
        objects->fault = status;
}

static int32_t number_of(const void *haru)
{
    enum { NUMBER = 0x00FFFFFF }; /* the rest are flags */
    return (int32_t)(((const HPDF_Obj_Header *)haru)->obj_id & NUMBER);
}

/* ---- what libharu writes, and we complete ---- */

static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream)
{
    struct objects *objects = stream->attr;
    object_write(&objects->file, objects->by_number.items[number_of(dict)]);
    return HPDF_OK;
}

static void know(struct objects *objects, struct object *object)
{
    while (objects->by_number.count <= (size_t)object->number)
        *LIST_ADD(objects->arena, &objects->by_number) = NULL;
    objects->by_number.items[object->number] = object;
}

/* Makes what libharu has made an object of ours. */
static void adopt(struct objects *objects, struct object *object, enum object_kind kind, void *haru)
{
    *object = (struct object){kind, number_of(haru), {.arena = objects->arena}, STR_NONE};
    know(objects, object);
}

static void share(struct objects *objects, struct object *object, HPDF_Dict dict)
{
    adopt(objects, object, OBJECT_SHARED, dict);
    dict->write_fn = write_entries;
}

void objects_open(struct objects *objects, struct arena *arena, struct pdf_deflater *deflater)
{
    /* libharu's own pool gives memory that is aligned for integers only, and not for pointers. */
    *objects = (struct objects){
        .arena = arena, .deflater = deflater, .haru = HPDF_NewEx(NULL, NULL, NULL, 0, NULL)};
    objects->catalog.text.arena = objects->info.text.arena = objects->trailer.text.arena = arena;
    if (!objects->haru) {
        objects->fault = HPDF_FAILD_TO_ALLOC_MEM;
        return;
    }
    share(objects, &objects->trailer, objects->haru->trailer);
    share(objects, &objects->catalog, objects->haru->catalog);
    share(objects, &objects->info, objects->haru->info);
    HPDF_Dict_RemoveElement(objects->haru->info, "Producer");
}

void objects_close(struct objects *objects)
{
    if (objects->haru)
        HPDF_Free(objects->haru);
    objects->haru = NULL;
}

/* ---- makers ---- */

/* Keeps the place of an object whose content libharu never sees; NULL when that failed. */
static HPDF_Null placeholder(struct objects *objects)
{
    HPDF_Null place = sound(objects) ? HPDF_Null_New(objects->haru->mmgr) : NULL;
    /* When it is not added it is freed. */
    return place && HPDF_Xref_Add(objects->haru->xref, place) == HPDF_OK ? place : NULL;
}

static struct object *object_new(struct objects *objects, enum object_kind kind)
{
    struct object *object = ARENA_NEW(objects->arena, struct object);
    HPDF_Null place = placeholder(objects);
    if (place)
        adopt(objects, object, kind, place);
    object->text.arena = objects->arena;
    return object;
}

struct object *objects_dict(struct objects *objects)
{
    return object_new(objects, OBJECT_DICT);
}

struct object *objects_array(struct objects *objects)
{
    return object_new(objects, OBJECT_ARRAY);
}

struct object *objects_stream(struct objects *objects, struct str bytes)
{
    struct object *stream = object_new(objects, OBJECT_STREAM);
    stream->stream = bytes;
    object_put_number(stream, "Length", (int64_t)bytes.len);
    return stream;
}

struct object *objects_deflated(struct objects *objects, struct str bytes)
{
    struct object *stream = objects_stream(objects, bytes);
    object_put_name(stream, "Filter", "FlateDecode");
    return stream;
}

static struct str deflated(struct objects *objects, struct str bytes)
{
    return str_copy(objects->arena, pdf_deflate(objects->deflater, bytes));
}

struct object *objects_compressed(struct objects *objects, struct str bytes)
{
    return objects_deflated(objects, deflated(objects, bytes));
}

struct object *objects_jpeg(struct objects *objects, struct str bytes)
{
    struct object *stream = objects_stream(objects, bytes);
    object_put_name(stream, "Filter", "DCTDecode");
    return stream;
}

/* ---- pages ---- */

/* libharu has the length of its streams in objects of their own. */
static void put_length(struct object *stream, HPDF_Dict haru)
{
    HPDF_Number length = HPDF_Dict_GetItem(haru, "Length", HPDF_OCLASS_NUMBER);
    HPDF_Number_SetValue(length, (HPDF_INT32)stream->stream.len);
    object_put(stream, "Length", &(struct object){.number = number_of(length)});
}

static void put_content(struct objects *objects, HPDF_Page page, struct str content)
{
    HPDF_Dict haru = ((HPDF_PageAttr)page->attr)->contents;
    struct object *stream = ARENA_NEW(objects->arena, struct object);
    adopt(objects, stream, OBJECT_STREAM, haru);
    stream->stream = deflated(objects, content);
    put_length(stream, haru);
    object_put_name(stream, "Filter", "FlateDecode");
}

struct object *objects_page(struct objects *objects, struct str content)
{
    struct object *object = ARENA_NEW(objects->arena, struct object);
    object->text.arena = objects->arena;
    HPDF_Page page = sound(objects) ? HPDF_AddPage(objects->haru) : NULL;
    if (!page)
        return object;
    share(objects, object, page);
    put_content(objects, page, content);
    HPDF_Dict_RemoveElement(page, "MediaBox");
    HPDF_Dict_RemoveElement(page, "Resources");
    return object;
}

/* ---- the file ---- */

static HPDF_STATUS append(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT len)
{
    struct objects *objects = stream->attr;
    buf_add(&objects->file, (struct str){(const char *)bytes, len});
    return HPDF_OK;
}

static struct object *ours(const struct objects *objects, size_t number)
{
    struct object *object =
        number < objects->by_number.count ? objects->by_number.items[number] : NULL;
    return object && object->kind != OBJECT_SHARED ? object : NULL;
}

static void write_body(struct objects *objects, HPDF_Stream stream)
{
    struct buf *file = &objects->file;
    HPDF_List entries = objects->haru->xref->entries;
    for (HPDF_UINT number = 1; number < entries->count; number++) {
        HPDF_XrefEntry entry = HPDF_List_ItemAt(entries, number);
        const struct object *object = ours(objects, number);
        entry->byte_offset = (HPDF_UINT)file->len;
        pdf_integer(file, number);
        buf_add(file, STR(" 0 obj\n"));
        if (object)
            object_write(file, object);
        else
            note(objects, HPDF_Obj_WriteValue(entry->obj, stream, NULL));
        buf_add(file, STR("\nendobj\n"));
    }
}

static void write_offset(struct buf *file, HPDF_UINT offset)
{
    char line[] = "0000000000 00000 n\r\n";
    enum { DIGITS = 10 };
    for (int i = DIGITS; offset; offset /= 10)
        line[--i] = (char)('0' + offset % 10);
    buf_add(file, (struct str){line, sizeof line - 1});
}

static void write_offsets(struct objects *objects)
{
    struct buf *file = &objects->file;
    HPDF_List entries = objects->haru->xref->entries;
    buf_add(file, STR("xref\n0 "));
    pdf_integer(file, entries->count);
    buf_add(file, STR("\n0000000000 65535 f\r\n"));
    for (HPDF_UINT number = 1; number < entries->count; number++)
        write_offset(file, ((HPDF_XrefEntry)HPDF_List_ItemAt(entries, number))->byte_offset);
}

static void write_trailer(struct objects *objects, HPDF_Stream stream)
{
    HPDF_Doc haru = objects->haru;
    HPDF_Dict_Add(haru->trailer, "Root", haru->catalog);
    HPDF_Dict_Add(haru->trailer, "Info", haru->info);
    HPDF_Dict_AddNumber(haru->trailer, "Size", (HPDF_INT32)haru->xref->entries->count);
    buf_add(&objects->file, STR("trailer\n"));
    note(objects, HPDF_Dict_Write(haru->trailer, stream, NULL));
}

/* As HPDF_SaveToStream does it, which would hold the file twice and copy each byte three times. */
static void write_file(struct objects *objects, HPDF_Stream stream)
{
    struct buf *file = &objects->file;
    buf_add(file, STR("%PDF-1.7\n%\xB7\xBE\xAD\xAA\n"));
    write_body(objects, stream);
    size_t offsets = file->len;
    write_offsets(objects);
    write_trailer(objects, stream);
    buf_add(file, STR("\nstartxref\n"));
    pdf_integer(file, (int64_t)offsets);
    buf_add(file, STR("\n%%EOF\n"));
}

/* Room for the whole file, or nearly: what libharu writes of it is small. */
static size_t expected_len(const struct objects *objects)
{
    enum { AROUND = 64, LEAST = 4096 };
    size_t len = LEAST;
    for (size_t i = 0; i < objects->by_number.count; i++) {
        const struct object *object = objects->by_number.items[i];
        len += AROUND + (object ? object->text.len + object->stream.len : 0);
    }
    return len;
}

char *objects_bytes(struct objects *objects, size_t *len)
{
    if (!sound(objects))
        return NULL;
    size_t room = expected_len(objects);
    objects->file = (struct buf){objects->arena, arena_alloc(objects->arena, room), 0, room};
    HPDF_Stream stream = HPDF_CallbackWriter_New(objects->haru->mmgr, append, objects);
    if (stream) {
        write_file(objects, stream);
        HPDF_Stream_Free(stream);
    }
    if (objects->file.len > UINT32_MAX)
        note(objects, HPDF_INVALID_PARAMETER);
    *len = objects->file.len;
    return sound(objects) ? objects->file.at : NULL;
}
