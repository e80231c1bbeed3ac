/* The ToUnicode map of a font: what copying, searching and screen readers get for its glyphs. */
#include "pdf/font.h"

#include "pdf/text.h"

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

static size_t used_count(const struct pdf_font *font)
{
    size_t count = 0;
    for (unsigned glyph = 0; glyph < font->typeface->glyph_count; glyph++)
        count += font->used[glyph];
    return count;
}

/* A glyph that never stands for one text alone gets the replacement character: wherever it is
   used, an ActualText says what it means there. */
static void add_line(struct buf *map, const struct pdf_font *font, unsigned glyph)
{
    struct str text = font->texts[glyph].at ? font->texts[glyph] : STR("\xEF\xBF\xBD");
    buf_addf(map, "<%04X> <", glyph);
    pdf_text_hex(map, text);
    buf_addz(map, ">\n");
}

struct str pdf_font_to_unicode(struct arena *arena, const struct pdf_font *font)
{
    struct buf map = {.arena = arena};
    buf_addz(&map, opening);
    size_t left = used_count(font), in_block = 0;
    for (unsigned glyph = 0; glyph < font->typeface->glyph_count; glyph++) {
        if (!font->used[glyph])
            continue;
        if (in_block == 0)
            buf_addf(&map, "%zu beginbfchar\n", left < BLOCK ? left : (size_t)BLOCK);
        add_line(&map, font, glyph);
        left--;
        in_block++;
        if (in_block == BLOCK || left == 0) {
            buf_addz(&map, "endbfchar\n");
            in_block = 0;
        }
    }
    buf_addz(&map, closing);
    return buf_str(&map);
}
