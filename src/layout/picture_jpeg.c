/* JPEG files: their markers are read and checked, the compressed data passes through unchanged.
   What a PDF does not need (comments, camera data, where a photograph was taken) is left out. */
#include "layout/picture.h"

#include <string.h>

enum marker {
    SOF_BASELINE = 0xC0,
    SOF_EXTENDED = 0xC1,
    SOF_PROGRESSIVE = 0xC2,
    HUFFMAN_TABLES = 0xC4,
    SOF_ARITHMETIC = 0xC9, /* and above */
    ARITHMETIC_TABLES = 0xCC,
    SOF_LAST = 0xCF,
    RESTART_FIRST = 0xD0,
    RESTART_LAST = 0xD7,
    START_OF_IMAGE = 0xD8,
    END_OF_IMAGE = 0xD9,
    START_OF_SCAN = 0xDA,
    QUANT_TABLES = 0xDB,
    RESTART_INTERVAL = 0xDD,
    APP_JFIF = 0xE0,
    APP_EXIF = 0xE1,
    APP_ADOBE = 0xEE,
    APP_LAST = 0xEF,
    COMMENT = 0xFE
};

enum { TABLES = 4, COMPONENTS = 3 };

struct component {
    unsigned char id, quant;
    bool scanned;
};

struct jpeg {
    struct diags *diags;
    const struct picture_place *place;
    struct str bytes;
    size_t at;
    char *out; /* as long as `bytes` */
    size_t out_len;
    struct picture *picture;
    struct component components[COMPONENTS];
    bool is_progressive, is_jfif, is_adobe, refused;
    bool quant[TABLES], dc[TABLES], ac[TABLES]; /* which tables were defined */
};

/* ---- refusing: each returns false, and only the first is reported ---- */

static bool damaged(struct jpeg *jpeg, const char *how)
{
    if (jpeg->refused)
        return false;
    jpeg->refused = true;
    struct diag *diag =
        picture_refuse(jpeg->diags, jpeg->place, E534, "is a damaged JPEG file: %s", how);
    diag_hint(jpeg->diags, diag, "save it again, or copy it again from where it came");
    return false;
}

static bool unfit(struct jpeg *jpeg, const char *why, const char *hint)
{
    if (jpeg->refused)
        return false;
    jpeg->refused = true;
    struct diag *diag = picture_refuse(jpeg->diags, jpeg->place, E535, "%s", why);
    diag_hint(jpeg->diags, diag, "%s", hint);
    return false;
}

static bool unusual(struct jpeg *jpeg, const char *why)
{
    return unfit(jpeg, why, "save it as an ordinary JPEG (baseline or progressive) or as PNG");
}

/* ---- bytes ---- */

static unsigned byte_at(struct str bytes, size_t at)
{
    return (unsigned char)bytes.at[at];
}

static unsigned pair_at(struct str bytes, size_t at)
{
    return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}

static void keep(struct jpeg *jpeg, size_t start, size_t end)
{
    memcpy(jpeg->out + jpeg->out_len, jpeg->bytes.at + start, end - start);
    jpeg->out_len += end - start;
}

/* ---- tables ---- */

static bool read_quant_tables(struct jpeg *jpeg, struct str segment)
{
    for (size_t at = 0; at < segment.len;) {
        unsigned which = byte_at(segment, at) & 15, wide = byte_at(segment, at) >> 4;
        size_t size = 1 + 64 * (wide + 1);
        if (which >= TABLES || wide > 1 || size > segment.len - at)
            return damaged(jpeg, "a quantisation table is wrong");
        jpeg->quant[which] = true;
        at += size;
    }
    return true;
}

static bool read_huffman_tables(struct jpeg *jpeg, struct str segment)
{
    enum { LENGTHS = 16, MOST_CODES = 256 };
    for (size_t at = 0; at < segment.len;) {
        unsigned which = byte_at(segment, at) & 15, kind = byte_at(segment, at) >> 4;
        if (which >= TABLES || kind > 1 || segment.len - at < 1 + LENGTHS)
            return damaged(jpeg, "a code table is wrong");
        size_t codes = 0;
        for (size_t i = 0; i < LENGTHS; i++)
            codes += byte_at(segment, at + 1 + i);
        at += 1 + LENGTHS;
        if (codes > MOST_CODES || codes > segment.len - at)
            return damaged(jpeg, "a code table is wrong");
        (kind ? jpeg->ac : jpeg->dc)[which] = true;
        at += codes;
    }
    return true;
}

/* ---- the frame: how large, how many colours ---- */

static bool read_components(struct jpeg *jpeg, struct str segment)
{
    enum { FIRST = 6, EACH = 3 };
    for (int i = 0; i < jpeg->picture->channels; i++) {
        size_t at = FIRST + (size_t)i * EACH;
        unsigned across = byte_at(segment, at + 1) >> 4, down = byte_at(segment, at + 1) & 15;
        unsigned quant = byte_at(segment, at + 2);
        if (across < 1 || across > 4 || down < 1 || down > 4 || quant >= TABLES)
            return damaged(jpeg, "its header contradicts itself");
        jpeg->components[i].id = (unsigned char)byte_at(segment, at);
        jpeg->components[i].quant = (unsigned char)quant;
    }
    return true;
}

static bool check_channels(struct jpeg *jpeg, unsigned channels)
{
    if (channels == 1 || channels == 3)
        return true;
    if (channels == 4)
        return unfit(jpeg, "is in the colours of print (CMYK)",
                     "save it in RGB: an accessible, archival PDF for the screen has no CMYK");
    return unusual(jpeg, "has neither one colour nor three");
}

static bool read_frame(struct jpeg *jpeg, unsigned marker, struct str segment)
{
    enum { HEAD = 6, EACH = 3 };
    if (marker >= SOF_ARITHMETIC)
        return unusual(jpeg, "is a JPEG with arithmetic coding, which a PDF cannot hold");
    if (marker > SOF_PROGRESSIVE)
        return unusual(jpeg, "is a lossless or layered JPEG, which a PDF cannot hold");
    if (jpeg->picture->width || segment.len < HEAD)
        return damaged(jpeg, "its header contradicts itself");
    if (byte_at(segment, 0) != 8)
        return unusual(jpeg, "has more than 8 bits a colour");
    unsigned height = pair_at(segment, 1), width = pair_at(segment, 3);
    unsigned channels = byte_at(segment, 5);
    if (!check_channels(jpeg, channels))
        return false;
    if (!width || !height || segment.len != HEAD + channels * EACH)
        return damaged(jpeg, "its header contradicts itself");
    if (!picture_size_allowed(jpeg->diags, jpeg->place, width, height)) {
        jpeg->refused = true;
        return false;
    }
    jpeg->is_progressive = marker == SOF_PROGRESSIVE;
    jpeg->picture->width = (int32_t)width;
    jpeg->picture->height = (int32_t)height;
    jpeg->picture->channels = (int)channels;
    return read_components(jpeg, segment);
}

/* ---- scans ---- */

static struct component *find_component(struct jpeg *jpeg, unsigned id)
{
    for (int i = 0; i < jpeg->picture->channels; i++)
        if (jpeg->components[i].id == id)
            return &jpeg->components[i];
    return NULL;
}

/* What a scan covers: coefficients of each block, and how many of their bits were in earlier ones.
 */
struct reach {
    unsigned first, last, refines;
};

static bool check_reach(struct jpeg *jpeg, const struct reach *reach)
{
    bool whole = reach->first == 0 && reach->last == 63 && !reach->refines;
    bool part = reach->last <= 63 && (reach->first ? reach->first <= reach->last : !reach->last);
    return (jpeg->is_progressive ? part : whole) || damaged(jpeg, "a scan is wrong");
}

static bool read_scan_component(struct jpeg *jpeg, unsigned id, unsigned tables,
                                const struct reach *reach)
{
    struct component *component = find_component(jpeg, id);
    unsigned dc = tables >> 4, ac = tables & 15;
    if (!component || dc >= TABLES || ac >= TABLES)
        return damaged(jpeg, "a scan is wrong");
    bool needs_dc = reach->first == 0 && !reach->refines, needs_ac = reach->last > 0;
    if (!jpeg->quant[component->quant] || (needs_dc && !jpeg->dc[dc]) ||
        (needs_ac && !jpeg->ac[ac]))
        return damaged(jpeg, "a table is missing");
    component->scanned = true;
    return true;
}

static bool read_scan(struct jpeg *jpeg, struct str segment)
{
    enum { TAIL = 3 };
    unsigned count = segment.len ? byte_at(segment, 0) : 0;
    if (!jpeg->picture->width || count < 1 || count > COMPONENTS ||
        segment.len != 1 + 2 * count + TAIL)
        return damaged(jpeg, "a scan is wrong");
    size_t tail = segment.len - TAIL;
    struct reach reach = {byte_at(segment, tail), byte_at(segment, tail + 1),
                          byte_at(segment, tail + 2) >> 4};
    if (!check_reach(jpeg, &reach))
        return false;
    for (size_t at = 1; at < tail; at += 2)
        if (!read_scan_component(jpeg, byte_at(segment, at), byte_at(segment, at + 1), &reach))
            return false;
    return true;
}

/* Goes over compressed data, to the marker that ends it or to the end of the file. */
static void skip_data(struct jpeg *jpeg)
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

/* ---- segments ---- */

static void read_application_data(struct jpeg *jpeg, unsigned marker, struct str segment)
{
    enum { ADOBE_LEAST = 12 };
    if (marker == APP_JFIF && str_starts(segment, "JFIF"))
        jpeg->is_jfif = true;
    if (marker == APP_ADOBE && segment.len >= ADOBE_LEAST && str_starts(segment, "Adobe"))
        jpeg->is_adobe = true;
    if (marker == APP_EXIF && jpeg->picture->turn == TURN_NONE)
        jpeg->picture->turn = picture_exif_turn(segment);
}

static bool is_kept(unsigned marker)
{
    bool is_application_data = marker >= APP_JFIF && marker <= APP_LAST;
    return marker == APP_JFIF || marker == APP_ADOBE || (marker != COMMENT && !is_application_data);
}

static bool read_segment(struct jpeg *jpeg, unsigned marker, struct str segment)
{
    switch (marker) {
    case HUFFMAN_TABLES: return read_huffman_tables(jpeg, segment);
    case QUANT_TABLES: return read_quant_tables(jpeg, segment);
    case START_OF_SCAN: return read_scan(jpeg, segment);
    case ARITHMETIC_TABLES: return read_frame(jpeg, SOF_ARITHMETIC, segment);
    case COMMENT: return true;
    case RESTART_INTERVAL: return segment.len == 2 || damaged(jpeg, "a segment is wrong");
    default: break;
    }
    if (marker >= SOF_BASELINE && marker <= SOF_LAST)
        return read_frame(jpeg, marker, segment);
    if (marker < APP_JFIF || marker > APP_LAST)
        return damaged(jpeg, "a segment is wrong");
    read_application_data(jpeg, marker, segment);
    return true;
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

static bool read_marked(struct jpeg *jpeg, unsigned marker)
{
    size_t start = jpeg->at;
    size_t room = jpeg->bytes.len - start;
    size_t size = room >= 2 ? pair_at(jpeg->bytes, start) : 0;
    if (size < 2 || size > room)
        return damaged(jpeg, "it ends too early");
    jpeg->at += size;
    if (!read_segment(jpeg, marker, str_part(jpeg->bytes, start + 2, start + size)))
        return false;
    if (is_kept(marker)) {
        jpeg->out[jpeg->out_len++] = (char)0xFF;
        jpeg->out[jpeg->out_len++] = (char)marker;
        keep(jpeg, start, jpeg->at);
    }
    if (marker == START_OF_SCAN)
        skip_data(jpeg);
    return true;
}

static bool read_markers(struct jpeg *jpeg)
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
            return true;
        if (!read_marked(jpeg, marker))
            return false;
    }
}

/* ---- the whole ---- */

static bool check_whole(struct jpeg *jpeg)
{
    const struct component *components = jpeg->components;
    for (int i = 0; i < jpeg->picture->channels; i++)
        if (!components[i].scanned)
            return damaged(jpeg, "a colour is missing");
    if (!jpeg->picture->channels)
        return damaged(jpeg, "there is no picture in it");
    bool is_named_rgb =
        components[0].id == 'R' && components[1].id == 'G' && components[2].id == 'B';
    if (is_named_rgb && !jpeg->is_adobe && !jpeg->is_jfif)
        return unusual(jpeg, "is a JPEG that does not say how its colours are stored");
    return true;
}

const struct picture *picture_from_jpeg(struct arena *arena, struct diags *diags,
                                        const struct picture_place *place, struct str bytes)
{
    struct jpeg jpeg = {
        .diags = diags,
        .place = place,
        .bytes = bytes,
        .out = arena_alloc(arena, bytes.len),
        .picture = ARENA_NEW(arena, struct picture),
    };
    jpeg.picture->kind = PICTURE_JPEG;
    jpeg.picture->turn = TURN_NONE;
    if (!read_markers(&jpeg) || !check_whole(&jpeg))
        return NULL;
    jpeg.out[jpeg.out_len++] = (char)0xFF;
    jpeg.out[jpeg.out_len++] = (char)END_OF_IMAGE;
    jpeg.picture->data = (struct str){jpeg.out, jpeg.out_len};
    return jpeg.picture;
}
