/* Object streams, the cross-reference stream, and the identifier of a file. */
#include "pdf/file/writer.h"

#include <xxhash.h>

/* ---- packs: object streams ---- */

/* The objects of a structure tree are alike, so that large packs pay; but whoever wants one object
   must inflate its pack. */
enum { PACK_OBJECTS = 500 };

void pdf_writer_open(struct pdf_writer *writer, struct arena *arena, struct pdf_deflater *deflater,
                     int32_t count, size_t room)
{
    *writer = (struct pdf_writer){.arena = arena, .deflater = deflater};
    writer->file = (struct buf){arena, arena_alloc(arena, room), 0, room};
    writer->heads.arena = writer->packed.arena = arena;
    for (int32_t number = 0; number < count; number++)
        *LIST_ADD(arena, &writer->places) = (struct pdf_place){0};
    buf_add(&writer->file, STR("%PDF-1.7\n%\xB7\xBE\xAD\xAA\n"));
}

static void write_stream(struct pdf_writer *writer, const struct object *object)
{
    struct buf *file = &writer->file;
    writer->places.items[object->number] = (struct pdf_place){PLACE_OFFSET, (uint32_t)file->len, 0};
    pdf_integer(file, object->number);
    buf_add(file, STR(" 0 obj\n"));
    object_write(file, object);
    buf_add(file, STR("\nendobj\n"));
}

/* A number beyond those that were given from the start. */
static uint32_t further(struct pdf_writer *writer)
{
    *LIST_ADD(writer->arena, &writer->places) = (struct pdf_place){0};
    return (uint32_t)writer->places.count - 1;
}

static void write_deflated(struct pdf_writer *writer, struct object *stream,
                           const struct buf *bytes)
{
    stream->kind = OBJECT_STREAM;
    stream->stream = pdf_deflate(writer->deflater, buf_str(bytes));
    object_put_name(stream, "Filter", "FlateDecode");
    object_put_number(stream, "Length", (int64_t)stream->stream.len);
    write_stream(writer, stream);
}

static void end_pack(struct pdf_writer *writer)
{
    struct object stream = {.number = (int32_t)writer->pack, .text.arena = writer->arena};
    object_put_name(&stream, "Type", "ObjStm");
    object_put_number(&stream, "N", writer->in_pack);
    object_put_number(&stream, "First", (int64_t)writer->heads.len);
    buf_add(&writer->heads, buf_str(&writer->packed));
    write_deflated(writer, &stream, &writer->heads);
    writer->heads.len = writer->packed.len = 0;
    writer->in_pack = writer->pack = 0;
}

struct buf *pdf_writer_pack(struct pdf_writer *writer, int32_t number)
{
    if (writer->in_pack == PACK_OBJECTS)
        end_pack(writer);
    if (!writer->in_pack)
        writer->pack = further(writer);
    writer->places.items[number] =
        (struct pdf_place){PLACE_PACKED, writer->pack, writer->in_pack++};
    struct buf *heads = &writer->heads, *packed = &writer->packed;
    pdf_integer(heads, number);
    buf_byte(heads, ' ');
    if (packed->len)
        buf_byte(packed, '\n');
    pdf_integer(heads, (int64_t)packed->len);
    buf_byte(heads, '\n');
    return packed;
}

void pdf_writer_put(struct pdf_writer *writer, const struct object *object)
{
    switch (object->kind) {
    case OBJECT_FREE: break;
    case OBJECT_STREAM: write_stream(writer, object); break;
    default: object_write(pdf_writer_pack(writer, object->number), object);
    }
}

/* ---- cross-references ---- */

/* Widths of a row: what kind of place, where, and which there. */
enum { KIND_BYTES = 1, AT_BYTES = 4, INDEX_BYTES = 2, ROW = KIND_BYTES + AT_BYTES + INDEX_BYTES };

/* Free numbers are a chain that begins and ends with 0, which is never used. */
static void chain_free(struct pdf_writer *writer)
{
    enum { NEVER = 65535 };
    uint32_t next = 0;
    for (size_t number = writer->places.count; number-- > 0;)
        if (writer->places.items[number].kind == PLACE_FREE) {
            writer->places.items[number].at = next;
            next = (uint32_t)number;
        }
    writer->places.items[0].index = NEVER;
}

static void put_row(unsigned char *row, const struct pdf_place *place)
{
    enum { BITS = 8 };
    *row++ = (unsigned char)place->kind;
    for (int shift = BITS * (AT_BYTES - 1); shift >= 0; shift -= BITS)
        *row++ = (unsigned char)(place->at >> shift);
    for (int shift = BITS * (INDEX_BYTES - 1); shift >= 0; shift -= BITS)
        *row++ = (unsigned char)(place->index >> shift);
}

/* Each row as its difference from the one above it, as PNG has it: most rows then are alike. */
static void put_rows(struct pdf_writer *writer, struct buf *out)
{
    enum { UP = 2 };
    unsigned char above[ROW] = {0}, row[ROW];
    for (size_t number = 0; number < writer->places.count; number++) {
        put_row(row, &writer->places.items[number]);
        buf_byte(out, UP);
        for (int i = 0; i < ROW; i++)
            buf_byte(out, (char)(unsigned char)(row[i] - above[i]));
        memcpy(above, row, ROW);
    }
}

static void put_widths(struct object *trailer, size_t count)
{
    enum { UP_IN_EACH_ROW = 12 };
    object_put_name(trailer, "Type", "XRef");
    object_put_number(trailer, "Size", (int64_t)count);
    object_open_array(trailer, "W");
    object_add_number(trailer, KIND_BYTES);
    object_add_number(trailer, AT_BYTES);
    object_add_number(trailer, INDEX_BYTES);
    object_close_array(trailer);
    object_open_dict(trailer, "DecodeParms");
    object_put_number(trailer, "Predictor", UP_IN_EACH_ROW);
    object_put_number(trailer, "Columns", ROW);
    object_close_dict(trailer);
}

static void write_places(struct pdf_writer *writer, struct object *trailer)
{
    trailer->number = (int32_t)further(writer);
    writer->places.items[trailer->number] =
        (struct pdf_place){PLACE_OFFSET, (uint32_t)writer->file.len, 0};
    chain_free(writer);
    struct buf rows = {.arena = writer->arena};
    put_rows(writer, &rows);
    put_widths(trailer, writer->places.count);
    write_deflated(writer, trailer, &rows);
}

/* ---- the identifier, drawn from the file's own bytes ---- */

enum { ID_BYTES = 16, ID_DIGITS = 2 * ID_BYTES, ID_COPIES = 2 };

/* Two strings of zeros, to be overwritten in the finished file. */
static void put_blank_id(struct object *trailer)
{
    static const char zeros[ID_BYTES];
    object_open_array(trailer, "ID");
    for (int i = 0; i < ID_COPIES; i++)
        object_add_bytes(trailer, (struct str){zeros, sizeof zeros});
    object_close_array(trailer);
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
static bool stamp(struct buf *file)
{
    XXH128_canonical_t hash;
    XXH128_canonicalFromHash(&hash, XXH3_128bits(file->at, file->len));
    int copies = 0;
    for (size_t left = file->len; left >= ID_DIGITS + 2 && copies < ID_COPIES; left--) {
        char *at = file->at + left - (ID_DIGITS + 2);
        if (is_blank_id(at)) {
            write_digits(at + 1, &hash);
            copies++;
        }
    }
    return copies == ID_COPIES;
}

struct str pdf_writer_close(struct pdf_writer *writer, struct object *trailer)
{
    struct buf *file = &writer->file;
    if (writer->in_pack)
        end_pack(writer);
    size_t places = file->len;
    put_blank_id(trailer);
    write_places(writer, trailer);
    buf_add(file, STR("startxref\n"));
    pdf_integer(file, (int64_t)places);
    buf_add(file, STR("\n%%EOF\n"));
    return file->len <= UINT32_MAX && stamp(file) ? buf_str(file) : STR_NONE;
}
