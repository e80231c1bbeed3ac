/* A typeface in the PDF: its metrics, its descriptor, and which characters its glyphs stand for. */
#include "pdf/font/typeface.h"

#include "pdf/file/object.h"
#include "pdf/font/font.h"

#include <hb-ot.h>

/* ---- splits the glyphs of a text operation where its text can be split too ---- */

#define SOFT_HYPHEN "\xC2\xAD"

static bool is_ordered(const struct op *op, size_t end)
{
    for (size_t i = 1; i < end; i++)
        if (op->text.glyphs.items[i].cluster < op->text.glyphs.items[i - 1].cluster)
            return false;
    return true;
}

struct pdf_clusters pdf_clusters_of(const struct op *op)
{
    size_t count = op->text.glyphs.count;
    size_t hyphen = op->text.soft_hyphen && count ? count - 1 : count;
    return (struct pdf_clusters){op, 0, hyphen, !is_ordered(op, hyphen)};
}

/* The glyph after the cluster that begins at `first`, no further than the soft hyphen. */
static size_t cluster_end(const struct pdf_clusters *clusters, size_t first)
{
    const struct glyph *glyphs = clusters->op->text.glyphs.items;
    size_t end = first + 1;
    while (end < clusters->hyphen &&
           (clusters->whole || glyphs[end].cluster == glyphs[first].cluster))
        end++;
    return end;
}

/* A no-break space looks like a space and is one to whoever copies or searches the text. */
static struct str plain_space(struct str text)
{
    if (text.len < 2 || text.len > 3)
        return text;
    return str_is(text, "\xC2\xA0") || str_is(text, "\xE2\x80\xAF") ? STR(" ") : text;
}

/* Where the text before glyph `end` ends: where that of the glyph begins. */
static size_t text_end(const struct pdf_clusters *clusters, size_t end)
{
    const struct op *op = clusters->op;
    if (end >= op->text.glyphs.count)
        return op->text.text.len;
    bool ordered = op->text.glyphs.items[end].cluster >= op->text.glyphs.items[end - 1].cluster;
    return ordered && !clusters->whole ? op->text.glyphs.items[end].cluster : op->text.text.len;
}

struct pdf_letters pdf_clusters_letters(struct pdf_clusters *clusters)
{
    const struct op *op = clusters->op;
    const struct glyph *glyphs = op->text.glyphs.items;
    size_t first = clusters->at, last = first;
    if (clusters->whole || first >= clusters->hyphen || (first == 0 && glyphs[0].cluster > 0))
        return (struct pdf_letters){first, STR("")};
    size_t start = glyphs[first].cluster, end = start;
    while (last + 1 < clusters->hyphen && end < op->text.text.len &&
           glyphs[last + 1].cluster == end + 1) {
        last++;
        end++;
    }
    clusters->at = last;
    return (struct pdf_letters){first, str_part(op->text.text, start, end)};
}

bool pdf_clusters_next(struct pdf_clusters *clusters, struct pdf_cluster *cluster)
{
    const struct op *op = clusters->op;
    size_t first = clusters->at;
    if (first >= op->text.glyphs.count)
        return false;
    if (first == clusters->hyphen) {
        *cluster = (struct pdf_cluster){first, 1, STR(SOFT_HYPHEN)};
        clusters->at = first + 1;
        return true;
    }
    size_t end = cluster_end(clusters, first);
    size_t start = first ? op->text.glyphs.items[first].cluster : 0;
    struct str text = str_part(op->text.text, start, text_end(clusters, end));
    *cluster = (struct pdf_cluster){first, end - first, plain_space(text)};
    clusters->at = end;
    return true;
}

bool pdf_cluster_is_plain(const struct pdf_cluster *cluster)
{
    return cluster->count == 1 && cluster->text.len > 0 && !pdf_text_is_private(cluster->text);
}

/* ---- the ToUnicode map of a font ---- */

enum { BLOCK = 100 }; /* lines that a CMap may have between beginbfchar and endbfchar */

static const char opening[] = "/CIDInit /ProcSet findresource begin\n"
                              "12 dict begin\n"
                              "begincmap\n"
                              "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) "
                              "/Supplement 0>> def\n"
                              "/CMapName /Adobe-Identity-UCS def\n"
                              "/CMapType 2 def\n"
                              "1 begincodespacerange\n"
                              "<0000> <FFFF>\n"
                              "endcodespacerange\n";

static const char closing[] = "endcmap\n"
                              "CMapName currentdict /CMap defineresource pop\n"
                              "end\n"
                              "end\n";

/* A glyph that never stands for one text alone gets the replacement character: wherever it is
   used, an ActualText says what it means there. */
static void add_line(struct buf *map, const struct pdf_shown *shown)
{
    buf_byte(map, '<');
    pdf_text_hex_unit(map, (uint16_t)shown->glyph);
    buf_addz(map, "> <");
    pdf_text_hex(map, shown->text.at ? shown->text : STR("\xEF\xBF\xBD"));
    buf_addz(map, ">\n");
}

struct str pdf_font_to_unicode(struct arena *arena, const struct pdf_font *font)
{
    struct buf map = {.arena = arena};
    size_t count = font->shown.count;
    buf_addz(&map, opening);
    for (size_t start = 0; start < count; start += BLOCK) {
        size_t end = count - start < BLOCK ? count : start + BLOCK;
        buf_addf(&map, "%zu beginbfchar\n", end - start);
        for (size_t i = start; i < end; i++)
            add_line(&map, &font->shown.items[i]);
        buf_addz(&map, "endbfchar\n");
    }
    buf_addz(&map, closing);
    return buf_str(&map);
}

/* ---- the font descriptor: the measures that a viewer needs of a font as a whole ---- */

#define HEAD HB_TAG('h', 'e', 'a', 'd')
#define POST HB_TAG('p', 'o', 's', 't')
#define OS2  HB_TAG('O', 'S', '/', '2')

enum { FLAG_FIXED_PITCH = 1, FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64 };

/* Font units to thousandths of the em. */
static int32_t em(const struct pdf_font *font, int64_t units)
{
    return (int32_t)pdf_round_div(units * 1000, font->typeface->units_per_em);
}

static int32_t cap_height(const struct pdf_font *font)
{
    hb_position_t height = 0;
    if (hb_ot_metrics_get_position(font->typeface->font, HB_OT_METRICS_TAG_CAP_HEIGHT, &height) &&
        height > 0)
        return em(font, height);
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents = {0};
    if (hb_font_get_nominal_glyph(font->typeface->font, 'H', &glyph) &&
        hb_font_get_glyph_extents(font->typeface->font, glyph, &extents))
        return em(font, extents.y_bearing);
    hb_font_extents_t line = {0};
    hb_font_get_h_extents(font->typeface->font, &line);
    return em(font, line.ascender);
}

/* No font file says how thick its stems are; this follows its weight: 88 for regular, 165 for
   bold. */
static int32_t stem(const struct pdf_font *font)
{
    int32_t weight = (uint16_t)pdf_sfnt_value(font->typeface->face, OS2, 4);
    if (weight < 1 || weight > 1000)
        weight = 400;
    return 50 + weight * weight / (65 * 65);
}

/* The codes are glyph numbers and not those of a known alphabet: PDF calls that symbolic. */
static int32_t flags(const struct pdf_font *font)
{
    int32_t flags = FLAG_SYMBOLIC;
    if (pdf_sfnt_value(font->typeface->face, POST, 4) != 0)
        flags |= FLAG_ITALIC;
    if (pdf_sfnt_value(font->typeface->face, POST, 14) != 0)
        flags |= FLAG_FIXED_PITCH;
    return flags;
}

static void put_bounding_box(struct object *descriptor, const struct pdf_font *font)
{
    object_open_array(descriptor, "FontBBox");
    for (unsigned i = 0; i < 4; i++)
        object_add_number(descriptor,
                          em(font, pdf_sfnt_value(font->typeface->face, HEAD, 36 + 2 * i)));
    object_close_array(descriptor);
}

struct object *pdf_font_descriptor(struct objects *objects, const struct pdf_font *font,
                                   const char *name, const struct object *file)
{
    hb_font_extents_t line = {0};
    hb_font_get_h_extents(font->typeface->font, &line);
    struct object *descriptor = objects_dict(objects);
    object_put_name(descriptor, "Type", "FontDescriptor");
    object_put_name(descriptor, "FontName", name);
    object_put_number(descriptor, "Flags", flags(font));
    put_bounding_box(descriptor, font);
    object_put_number(descriptor, "ItalicAngle", pdf_sfnt_value(font->typeface->face, POST, 4));
    object_put_number(descriptor, "Ascent", em(font, line.ascender));
    object_put_number(descriptor, "Descent", em(font, line.descender));
    object_put_number(descriptor, "CapHeight", cap_height(font));
    object_put_number(descriptor, "StemV", stem(font));
    object_put(descriptor, font->typeface->is_cff ? "FontFile3" : "FontFile2", file);
    return descriptor;
}

/* ---- opens font files for PDFs and measures their glyphs ---- */

static hb_face_t *face_of(struct str file)
{
    unsigned size = file.len <= UINT32_MAX ? (unsigned)file.len : 0;
    hb_blob_t *blob = hb_blob_create(file.at, size, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    return face;
}

static const char *refusal_of(const struct pdf_typeface *typeface)
{
    if (typeface->glyph_count == 0)
        return "is damaged or is not a font";
    if (!typeface->is_cff && !pdf_sfnt_has(typeface->face, HB_TAG('g', 'l', 'y', 'f')))
        return "has no outlines that a PDF can hold";
    if (pdf_sfnt_is_restricted(typeface->face))
        return "has a licence that forbids embedding";
    return NULL;
}

void pdf_typeface_open(struct pdf_typeface *typeface, struct arena *arena, struct str bytes)
{
    hb_face_t *face = face_of(bytes);
    *typeface = (struct pdf_typeface){
        .bytes = bytes,
        .face = face,
        .font = hb_font_create(face),
        .units_per_em = hb_face_get_upem(face),
        .glyph_count = hb_face_get_glyph_count(face),
        .is_cff = pdf_sfnt_has(face, HB_TAG('C', 'F', 'F', ' ')),
    };
    typeface->refusal = refusal_of(typeface);
    if (typeface->refusal)
        return;
    typeface->widths = ARENA_ARRAY(arena, int32_t, typeface->glyph_count);
    for (unsigned glyph = 0; glyph < typeface->glyph_count; glyph++)
        typeface->widths[glyph] = -1;
}

void pdf_typeface_close(struct pdf_typeface *typeface)
{
    hb_font_destroy(typeface->font);
    hb_face_destroy(typeface->face);
}

int32_t pdf_typeface_measure(const struct pdf_typeface *typeface, uint32_t glyph)
{
    int64_t advance = hb_font_get_glyph_h_advance(typeface->font, glyph);
    int64_t width = pdf_round_div(advance * 1000 * OBJECT_PARTS, typeface->units_per_em);
    return typeface->widths[glyph] = (int32_t)width;
}

bool pdf_typeface_is_blank(const struct pdf_typeface *typeface, uint32_t glyph)
{
    hb_glyph_extents_t extents = {0};
    return !hb_font_get_glyph_extents(typeface->font, glyph, &extents) || !extents.width ||
           !extents.height;
}
