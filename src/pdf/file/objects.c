/* The one file that calls libharu: objects are numbered, put into the file, and the file is saved.
 */
#include "pdf/file/objects.h"

#include "pdf/file/object.h"
#include "pdf/file/writer.h"

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
    object_write(objects->out, objects->by_number.items[number_of(dict)]);
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

/* libharu has the length of its streams in objects of their own, which ours do without. */
static void drop_length(struct objects *objects, HPDF_Dict haru)
{
    struct object *length = ARENA_NEW(objects->arena, struct object);
    adopt(objects, length, OBJECT_FREE, HPDF_Dict_GetItem(haru, "Length", HPDF_OCLASS_NUMBER));
}

static void put_content(struct objects *objects, HPDF_Page page, struct str content)
{
    HPDF_Dict haru = ((HPDF_PageAttr)page->attr)->contents;
    struct object *stream = ARENA_NEW(objects->arena, struct object);
    adopt(objects, stream, OBJECT_STREAM, haru);
    stream->stream = deflated(objects, content);
    object_put_number(stream, "Length", (int64_t)stream->stream.len);
    drop_length(objects, haru);
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
    buf_add(objects->out, (struct str){(const char *)bytes, len});
    return HPDF_OK;
}

/* What libharu writes, or begins. */
static void write_shared(struct objects *objects, struct pdf_writer *writer, HPDF_UINT number,
                         HPDF_Stream stream)
{
    HPDF_XrefEntry entry = HPDF_List_ItemAt(objects->haru->xref->entries, number);
    objects->out = pdf_writer_pack(writer, (int32_t)number);
    note(objects, HPDF_Obj_WriteValue(entry->obj, stream, NULL));
}

static struct object *ours(const struct objects *objects, size_t number)
{
    struct object *object =
        number < objects->by_number.count ? objects->by_number.items[number] : NULL;
    return object && object->kind != OBJECT_SHARED ? object : NULL;
}

static void write_body(struct objects *objects, struct pdf_writer *writer, HPDF_Stream stream)
{
    HPDF_UINT count = objects->haru->xref->entries->count;
    for (HPDF_UINT number = 1; number < count; number++) {
        const struct object *object = ours(objects, number);
        if (object)
            pdf_writer_put(writer, object);
        else
            write_shared(objects, writer, number, stream);
    }
}

/* Room for the whole file, or nearly: what is no stream is packed to less. */
static size_t expected_len(const struct objects *objects)
{
    enum { AROUND = 64, LEAST = 4096 };
    size_t len = LEAST;
    for (size_t i = 0; i < objects->by_number.count; i++) {
        const struct object *object = objects->by_number.items[i];
        len += object && object->kind == OBJECT_STREAM ? AROUND + object->stream.len : 0;
    }
    return len;
}

static struct str written(struct objects *objects, HPDF_Stream stream)
{
    struct pdf_writer writer;
    int32_t count = (int32_t)objects->haru->xref->entries->count;
    pdf_writer_open(&writer, objects->arena, objects->deflater, count, expected_len(objects));
    write_body(objects, &writer, stream);
    object_put(&objects->trailer, "Root", &objects->catalog);
    object_put(&objects->trailer, "Info", &objects->info);
    struct str bytes = pdf_writer_close(&writer, &objects->trailer);
    if (!bytes.at)
        note(objects, HPDF_INVALID_PARAMETER);
    return bytes;
}

struct str pdf_save(struct objects *objects)
{
    struct str bytes = STR_NONE;
    if (!sound(objects))
        return bytes;
    HPDF_Stream stream = HPDF_CallbackWriter_New(objects->haru->mmgr, append, objects);
    if (stream) {
        bytes = written(objects, stream);
        HPDF_Stream_Free(stream);
    }
    return sound(objects) ? bytes : STR_NONE;
}
