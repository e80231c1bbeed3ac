/* JPEG files, and the one file that calls libjpeg: it decodes the whole picture to judge it, and
   what it warns of is refused. The compressed data passes through unchanged; what a PDF does not
   need (comments, camera data, where a photograph was taken) is left out. */
#include "base/limits.h"
#include "layout/layout_codes.h"
#include "layout/picture/picture.h"

#include <jpeglib.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

/* ---- exif in a JPEG: only which way up the picture is, of all that a camera writes there ---- */

/* The numbers of a TIFF file, in either order of bytes. */
struct tiff {
    struct str bytes;
    bool little;
};

/* `count` bytes, 2 or 4, as a number; 0 beyond the end. */
static uint32_t number_at(const struct tiff *tiff, size_t at, size_t count)
{
    if (at > tiff->bytes.len || count > tiff->bytes.len - at)
        return 0;
    uint32_t number = 0;
    for (size_t i = 0; i < count; i++) {
        size_t from = tiff->little ? count - 1 - i : i;
        number = number << 8 | (unsigned char)tiff->bytes.at[at + from];
    }
    return number;
}

static enum picture_turn turn_in_directory(const struct tiff *tiff, size_t directory)
{
    enum { ENTRY = 12, TAG_ORIENTATION = 0x0112, VALUE = 8 };
    uint32_t count = number_at(tiff, directory, 2);
    for (size_t i = 0; i < count; i++) {
        size_t entry = directory + 2 + i * ENTRY;
        if (number_at(tiff, entry, 2) != TAG_ORIENTATION)
            continue;
        uint32_t turn = number_at(tiff, entry + VALUE, 2);
        return turn >= TURN_NONE && turn <= TURN_LEFT ? (enum picture_turn)turn : TURN_NONE;
    }
    return TURN_NONE;
}

enum picture_turn picture_exif_turn(struct str segment)
{
    enum { HEADER = 6, DIRECTORY = 4 }; /* "Exif" and two NULs; where its offset stands */
    struct str bytes = str_part(segment, HEADER, segment.len);
    struct tiff tiff = {bytes, str_starts(bytes, "II")};
    if (!str_starts(segment, "Exif") || !(tiff.little || str_starts(bytes, "MM")))
        return TURN_NONE;
    return turn_in_directory(&tiff, number_at(&tiff, DIRECTORY, 4));
}

/* ---- JPEG files ---- */

/* After it, for it has names of its own. */
#include <jerror.h>

enum marker {
    SOF_BASELINE = 0xC0,
    SOF_PROGRESSIVE = 0xC2,
    HUFFMAN_TABLES = 0xC4,
    SOF_ARITHMETIC = 0xC9, /* and above */
    SOF_LAST = 0xCF,
    RESTART_FIRST = 0xD0,
    RESTART_LAST = 0xD7,
    START_OF_IMAGE = 0xD8,
    END_OF_IMAGE = 0xD9,
    START_OF_SCAN = 0xDA,
    APP_JFIF = 0xE0,
    APP_EXIF = 0xE1,
    APP_ADOBE = 0xEE,
    APP_LAST = 0xEF,
    COMMENT = 0xFE
};

struct jpeg {
    struct diags *diags;
    const struct picture_place *place;
    struct str bytes;
    size_t at;
    char *out; /* as long as `bytes` */
    size_t out_len;
    size_t scans;
    struct picture *picture;
    bool refused;

    /* Of libjpeg, and across its long jump: none of it is a local variable that a jump could lose.
     */
    struct jpeg_decompress_struct decoder;
    struct jpeg_error_mgr errors;
    jmp_buf jump;
    char fault[JMSG_LENGTH_MAX]; /* libjpeg's words; empty: none */
};

/* ---- refusing: each returns false, and only the first is reported ---- */

static bool damaged(struct jpeg *jpeg, const char *how)
{
    if (jpeg->refused)
        return false;
    jpeg->refused = true;
    struct diag *diag =
        picture_refuse(jpeg->diags, jpeg->place, &E534, "is a damaged JPEG file: %s", how);
    diag_hint(jpeg->diags, diag, "save it again, or copy it again from where it came");
    if (jpeg->fault[0])
        diag_note(jpeg->diags, diag, (struct span){0}, "the JPEG library says: %s", jpeg->fault);
    return false;
}

static bool unfit(struct jpeg *jpeg, const char *why, const char *hint)
{
    if (jpeg->refused)
        return false;
    jpeg->refused = true;
    struct diag *diag = picture_refuse(jpeg->diags, jpeg->place, &E535, "%s", why);
    diag_hint(jpeg->diags, diag, "%s", hint);
    return false;
}

static bool unusual(struct jpeg *jpeg, const char *why)
{
    return unfit(jpeg, why, "save it as an ordinary JPEG (baseline or progressive) or as PNG");
}

/* ---- what libjpeg calls ---- */

static _Noreturn void on_error(j_common_ptr decoder)
{
    struct jpeg *jpeg = decoder->client_data;
    if (decoder->err->msg_code == JERR_OUT_OF_MEMORY)
        arena_exhausted();
    decoder->err->format_message(decoder, jpeg->fault);
    longjmp(jpeg->jump, 1);
}

/* A warning, which has a level below 0, says that data is missing or makes no sense. */
static void on_message(j_common_ptr decoder, int level)
{
    if (level < 0)
        on_error(decoder);
}

/* ---- judging; all of this may jump ---- */

static bool check_channels(struct jpeg *jpeg)
{
    int channels = jpeg->decoder.num_components;
    if (channels == 4)
        return unfit(jpeg, "is in the colours of print (CMYK)",
                     "save it in RGB: an accessible, archival PDF for the screen has no CMYK");
    if (channels != 1 && channels != 3)
        return unusual(jpeg, "has neither one colour nor three");
    if (jpeg->decoder.jpeg_color_space == JCS_RGB && !jpeg->decoder.saw_Adobe_marker)
        return unusual(jpeg, "is a JPEG that does not say how its colours are stored");
    return true;
}

static bool read_header(struct jpeg *jpeg)
{
    jpeg_read_header(&jpeg->decoder, TRUE);
    if (!check_channels(jpeg))
        return false;
    if (!picture_size_allowed(jpeg->diags, jpeg->place, jpeg->decoder.image_width,
                              jpeg->decoder.image_height)) {
        jpeg->refused = true;
        return false;
    }
    jpeg->picture->width = (int32_t)jpeg->decoder.image_width;
    jpeg->picture->height = (int32_t)jpeg->decoder.image_height;
    jpeg->picture->channels = jpeg->decoder.num_components;
    return true;
}

/* All data is read; of the picture, only an eighth of its side is computed. */
static void read_rows(struct jpeg *jpeg)
{
    struct jpeg_decompress_struct *decoder = &jpeg->decoder;
    decoder->scale_num = 1;
    decoder->scale_denom = 8;
    decoder->do_fancy_upsampling = FALSE;
    jpeg_start_decompress(decoder);
    JDIMENSION width = decoder->output_width * (JDIMENSION)decoder->output_components;
    JSAMPARRAY row = decoder->mem->alloc_sarray((j_common_ptr)decoder, JPOOL_IMAGE, width, 1);
    while (decoder->output_scanline < decoder->output_height)
        jpeg_read_scanlines(decoder, row, 1);
}

/* A colour without a scan, and a progressive file whose last scans were cut off, are no fault to
   libjpeg. */
static bool check_whole(struct jpeg *jpeg)
{
    const struct jpeg_decompress_struct *decoder = &jpeg->decoder;
    for (int i = 0; i < decoder->num_components; i++) {
        if (!decoder->comp_info[i].quant_table)
            return damaged(jpeg, "a colour is missing");
        for (int k = 0; decoder->progressive_mode && k < DCTSIZE2; k++)
            if (decoder->coef_bits[i][k] != 0)
                return damaged(jpeg, "its last parts are missing");
    }
    return true;
}

static void judge(struct jpeg *jpeg)
{
    if (setjmp(jpeg->jump))
        return;
    jpeg_create_decompress(&jpeg->decoder);
    jpeg->decoder.mem->max_memory_to_use = LIMIT_PICTURE_MEMORY;
    jpeg_mem_src(&jpeg->decoder, (const unsigned char *)jpeg->out, (unsigned long)jpeg->out_len);
    if (!read_header(jpeg))
        return;
    read_rows(jpeg);
    if (check_whole(jpeg))
        jpeg_finish_decompress(&jpeg->decoder);
}

static bool is_whole(struct jpeg *jpeg)
{
    jpeg->decoder.err = jpeg_std_error(&jpeg->errors);
    jpeg->errors.error_exit = on_error;
    jpeg->errors.emit_message = on_message;
    jpeg->decoder.client_data = jpeg;
    judge(jpeg);
    jpeg_destroy_decompress(&jpeg->decoder);
    if (jpeg->fault[0] && jpeg->errors.msg_code == JERR_BAD_PRECISION)
        return unusual(jpeg, "has more than 8 bits a colour");
    if (jpeg->fault[0] && jpeg->errors.msg_code == JERR_IMAGE_TOO_BIG)
        jpeg->refused = !picture_size_allowed(jpeg->diags, jpeg->place, jpeg->decoder.image_width,
                                              jpeg->decoder.image_height);
    if (jpeg->fault[0])
        return damaged(jpeg, "its data is corrupt or ends too early");
    return !jpeg->refused;
}

/* ---- what is kept of the file ---- */

static unsigned byte_at(struct str bytes, size_t at)
{
    return (unsigned char)bytes.at[at];
}

static void keep(struct jpeg *jpeg, size_t start, size_t end)
{
    memcpy(jpeg->out + jpeg->out_len, jpeg->bytes.at + start, end - start);
    jpeg->out_len += end - start;
}

static void keep_marker(struct jpeg *jpeg, unsigned marker)
{
    jpeg->out[jpeg->out_len++] = (char)0xFF;
    jpeg->out[jpeg->out_len++] = (char)marker;
}

/* Kinds that libjpeg reads and a PDF cannot hold, and more scans than a picture has use for. */
static bool check_kind(struct jpeg *jpeg, unsigned marker)
{
    bool frame = marker >= SOF_BASELINE && marker <= SOF_LAST && marker != HUFFMAN_TABLES;
    if (frame && marker >= SOF_ARITHMETIC)
        return unusual(jpeg, "is a JPEG with arithmetic coding, which a PDF cannot hold");
    if (frame && marker > SOF_PROGRESSIVE)
        return unusual(jpeg, "is a lossless or layered JPEG, which a PDF cannot hold");
    jpeg->scans += marker == START_OF_SCAN;
    if (jpeg->scans > LIMIT_PICTURE_SCANS)
        return unusual(jpeg, "is a JPEG in more parts than any program writes");
    bool alone = marker < SOF_BASELINE || (marker >= RESTART_FIRST && marker <= START_OF_IMAGE);
    return !alone || damaged(jpeg, "a segment is wrong");
}

static bool is_kept(unsigned marker)
{
    bool is_application_data = marker >= APP_JFIF && marker <= APP_LAST;
    return marker == APP_JFIF || marker == APP_ADOBE || (marker != COMMENT && !is_application_data);
}

/* Goes over compressed data, to the marker that ends it or to the end of the file. */
static void keep_data(struct jpeg *jpeg)
{
    size_t start = jpeg->at, len = jpeg->bytes.len;
    for (; jpeg->at < len; jpeg->at++) {
        jpeg->at = str_find(jpeg->bytes, (char)0xFF, jpeg->at);
        unsigned next = jpeg->at + 1 < len ? byte_at(jpeg->bytes, jpeg->at + 1) : 0;
        bool is_data = next == 0 || (next >= RESTART_FIRST && next <= RESTART_LAST);
        if (jpeg->at < len && !is_data)
            break;
    }
    jpeg->at = jpeg->at < len ? jpeg->at : len;
    keep(jpeg, start, jpeg->at);
}

/* The next marker; 0 when there is none where one must be. */
static unsigned next_marker(struct jpeg *jpeg)
{
    size_t at = jpeg->at, len = jpeg->bytes.len;
    if (at >= len || byte_at(jpeg->bytes, at) != 0xFF)
        return 0;
    while (at < len && byte_at(jpeg->bytes, at) == 0xFF)
        at++;
    jpeg->at = at < len ? at + 1 : len;
    return at < len ? byte_at(jpeg->bytes, at) : 0;
}

static bool take_segment(struct jpeg *jpeg, unsigned marker)
{
    size_t start = jpeg->at, room = jpeg->bytes.len - start, size = 0;
    if (room >= 2)
        size = byte_at(jpeg->bytes, start) << 8 | byte_at(jpeg->bytes, start + 1);
    if (size < 2 || size > room)
        return damaged(jpeg, "it ends too early");
    jpeg->at += size;
    if (marker == APP_EXIF && jpeg->picture->turn == TURN_NONE)
        jpeg->picture->turn = picture_exif_turn(str_part(jpeg->bytes, start + 2, start + size));
    if (is_kept(marker)) {
        keep_marker(jpeg, marker);
        keep(jpeg, start, jpeg->at);
    }
    if (marker == START_OF_SCAN)
        keep_data(jpeg);
    return true;
}

static bool take_segments(struct jpeg *jpeg)
{
    enum { SIGNATURE = 2 };
    keep(jpeg, 0, SIGNATURE);
    jpeg->at = SIGNATURE;
    for (;;) {
        unsigned marker = next_marker(jpeg);
        if (!marker)
            return damaged(jpeg,
                           jpeg->at < jpeg->bytes.len ? "a segment is wrong" : "it ends too early");
        if (marker == END_OF_IMAGE)
            break;
        if (!check_kind(jpeg, marker) || !take_segment(jpeg, marker))
            return false;
    }
    keep_marker(jpeg, END_OF_IMAGE);
    return true;
}

/* ---- the whole ---- */

const struct picture *picture_from_jpeg(struct arena *arena, struct diags *diags,
                                        const struct picture_place *place, struct str bytes)
{
    struct jpeg *jpeg = ARENA_NEW(arena, struct jpeg);
    jpeg->diags = diags;
    jpeg->place = place;
    jpeg->bytes = bytes;
    jpeg->out = arena_alloc(arena, bytes.len);
    jpeg->picture = ARENA_NEW(arena, struct picture);
    jpeg->picture->kind = PICTURE_JPEG;
    jpeg->picture->turn = TURN_NONE;
    if (!take_segments(jpeg) || !is_whole(jpeg))
        return NULL;
    jpeg->picture->data = (struct str){jpeg->out, jpeg->out_len};
    return jpeg->picture;
}
