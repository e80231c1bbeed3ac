/* The ToUnicode map of a font: what copying, searching and screen readers get for its glyphs. */
#include "pdf/font/font.h"

#include "pdf/file/text.h"

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
