/* A PDF from pages: the parts in their order, and what the file says of itself. */
#include "pdf/pdf.h"

#include "base/utf8.h"
#include "date/date.h"
#include "pdf/document.h"
#include "pdf/file/objects.h"
#include "pdf/pdf_codes.h"
#include "pdf/tags/gate.h"

/* ---- what a PDF says of itself: title, author, language, standards ---- */

/* ---- the XMP packet ---- */

static const char opening[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";

/* PDF/A knows no property pdfuaid:part, so the packet must describe it. */
static const char conformance[] =
    "<pdfaid:part>2</pdfaid:part>\n"
    "<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static const char closing[] = "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
                              "<?xpacket end=\"w\"?>";

/* XML has no way to write most control characters, nor U+FFFE and U+FFFF. */
static bool is_xml(uint32_t code_point)
{
    return code_point == '\t' || code_point == '\n' || code_point == '\r' ||
           (code_point >= ' ' && code_point != 0xFFFE && code_point != 0xFFFF);
}

static void add_escaped(struct buf *out, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t code_point = utf8_next(text, &at);
        switch (code_point) {
        case '&': buf_addz(out, "&amp;"); break;
        case '<': buf_addz(out, "&lt;"); break;
        case '>': buf_addz(out, "&gt;"); break;
        default:
            if (is_xml(code_point))
                buf_code_point(out, code_point);
        }
    }
}

/* A property's text between what opens and what closes it; nothing when there is no text. */
static void add_property(struct buf *out, const char *before, struct str text, const char *after)
{
    struct str trimmed = str_trim(text);
    if (trimmed.len == 0)
        return;
    buf_addz(out, before);
    add_escaped(out, trimmed);
    buf_addz(out, after);
}

static void add_dates(struct buf *out, const struct pdf_moment *at)
{
    static const char *const names[] = {"CreateDate", "ModifyDate", "MetadataDate"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        buf_addf(out, "<xmp:%s>%04d-%02d-%02dT%02d:%02d:%02dZ</xmp:%s>\n", names[i], at->year,
                 at->month, at->day, at->hour, at->minute, at->second, names[i]);
}

struct str pdf_xmp(struct arena *arena, const struct pages *pages, const struct pdf_moment *created)
{
    struct buf out = {.arena = arena};
    buf_addz(&out, opening);
    add_property(&out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", pages->title,
                 "</rdf:li></rdf:Alt></dc:title>\n");
    add_property(&out, "<dc:creator><rdf:Seq><rdf:li>", pages->author,
                 "</rdf:li></rdf:Seq></dc:creator>\n");
    add_property(&out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", pages->subject,
                 "</rdf:li></rdf:Alt></dc:description>\n");
    add_property(&out, "<dc:language><rdf:Bag><rdf:li>", pages->language,
                 "</rdf:li></rdf:Bag></dc:language>\n");
    add_dates(&out, created);
    buf_addz(&out, "<pdf:Producer>" PDF_PRODUCER "</pdf:Producer>\n");
    buf_addz(&out, conformance);
    buf_addz(&out, closing);
    return buf_str(&out);
}

/* ---- what the file says of itself ---- */

struct pdf_moment pdf_moment_of(int64_t seconds)
{
    const int64_t in_day = 86400;
    int64_t days = seconds / in_day, rest = seconds % in_day;
    if (rest < 0) {
        rest += in_day;
        days--;
    }
    struct civil civil = civil_from_day((day)days);
    return (struct pdf_moment){civil.year,         civil.month,           civil.day,
                               (int)(rest / 3600), (int)(rest / 60 % 60), (int)(rest % 60)};
}

static struct str info_date(struct arena *arena, const struct pdf_moment *at)
{
    return str_format(arena, "D:%04d%02d%02d%02d%02d%02dZ", at->year, at->month, at->day, at->hour,
                      at->minute, at->second);
}

static void put_info(struct pdf_document *document, const struct pdf_moment *created)
{
    struct object *info = &document->objects.info;
    const struct pages *pages = document->pages;
    struct str date = info_date(document->arena, created);
    object_put_text(info, "Title", str_trim(pages->title));
    if (str_trim(pages->author).len)
        object_put_text(info, "Author", str_trim(pages->author));
    if (str_trim(pages->subject).len)
        object_put_text(info, "Subject", str_trim(pages->subject));
    object_put_bytes(info, "Producer", STR(PDF_PRODUCER));
    object_put_bytes(info, "CreationDate", date);
    object_put_bytes(info, "ModDate", date);
}

static void put_xmp(struct pdf_document *document, const struct pdf_moment *created)
{
    struct objects *objects = &document->objects;
    struct object *metadata =
        objects_stream(objects, pdf_xmp(document->arena, document->pages, created));
    object_put_name(metadata, "Type", "Metadata");
    object_put_name(metadata, "Subtype", "XML");
    object_put(&objects->catalog, "Metadata", metadata);
}

static void put_output_intent(struct pdf_document *document)
{
    struct objects *objects = &document->objects;
    struct str bytes = pdf_cache_profile(document->cache);
    if (!bytes.at) {
        diag_report(document->diags, &E691, (struct span){0}, "the colour profile was not made");
        return;
    }
    struct object *catalog = &objects->catalog, *profile = objects_deflated(objects, bytes);
    object_put_number(profile, "N", 3);
    object_open_array(catalog, "OutputIntents");
    object_open_dict(catalog, NULL);
    object_put_name(catalog, "Type", "OutputIntent");
    object_put_name(catalog, "S", "GTS_PDFA1");
    object_put_bytes(catalog, "OutputConditionIdentifier", STR("sRGB IEC61966-2.1"));
    object_put_bytes(catalog, "Info", STR("sRGB IEC61966-2.1"));
    object_put(catalog, "DestOutputProfile", profile);
    object_close_dict(catalog);
    object_close_array(catalog);
}

/* Pages are called 1, 2, 3... in a viewer too, as in "page X of Y" on them. */
static void put_page_labels(struct object *catalog)
{
    object_open_dict(catalog, "PageLabels");
    object_open_array(catalog, "Nums");
    object_add_number(catalog, 0);
    object_open_dict(catalog, NULL);
    object_put_name(catalog, "S", "D");
    object_close_dict(catalog);
    object_close_array(catalog);
    object_close_dict(catalog);
}

static void put_catalog(struct pdf_document *document)
{
    struct object *catalog = &document->objects.catalog;
    object_put_bytes(catalog, "Lang", document->pages->language);
    object_open_dict(catalog, "MarkInfo");
    object_put_true(catalog, "Marked");
    object_close_dict(catalog);
    object_open_dict(catalog, "ViewerPreferences");
    object_put_true(catalog, "DisplayDocTitle");
    object_close_dict(catalog);
    put_page_labels(catalog);
}

void pdf_metadata_make(struct pdf_document *document)
{
    struct pdf_moment created = pdf_moment_of(document->created);
    put_catalog(document);
    put_info(document, &created);
    put_xmp(document, &created);
    put_output_intent(document);
}

/* ---- from a display list to bytes: the steps in their order ---- */

/* Marked content first, for the structure points at it; fonts last, for content uses glyphs. */
static void build(struct pdf_document *document)
{
    pdf_pages_make(document);
    pdf_places_find(document);
    pdf_annotations_make(document);
    if (!pdf_structure_make(document))
        return;
    pdf_links_lead(document);
    pdf_references_make(document);
    pdf_outline_make(document);
    pdf_resources_make(document);
    pdf_metadata_make(document);
}

static struct str finish(struct pdf_document *document, size_t errors_before)
{
    if (document->diags->errors != errors_before)
        return STR_NONE;
    struct str bytes = pdf_save(&document->objects);
    if (!bytes.at)
        diag_report(document->diags, &E691, (struct span){0},
                    "the PDF library stopped with fault 0x%04lX",
                    (unsigned long)document->objects.fault);
    return bytes;
}

static struct str make(struct pdf_document *document, const struct fonts *const *fonts)
{
    struct str bytes = STR_NONE;
    size_t errors = document->diags->errors;
    objects_open(&document->objects, document->arena, pdf_cache_deflater(document->cache));
    if (pdf_fonts_open(&document->fonts, document->arena, document->diags, document->pages, fonts,
                       document->cache)) {
        build(document);
        bytes = finish(document, errors);
    }
    objects_close(&document->objects);
    return bytes;
}

static struct str make_with(struct arena *arena, struct diags *diags,
                            const struct pdf_request *request, struct pdf_cache *cache)
{
    struct pdf_document document = {.arena = arena,
                                    .diags = diags,
                                    .pages = request->pages,
                                    .created = request->created,
                                    .cache = cache,
                                    .tree = pdf_tree_make(arena, request->pages),
                                    .pictures = pdf_pictures_of(arena, request->pages)};
    if (!pdf_gate_accessible(diags, request, &document.tree))
        return STR_NONE;
    return make(&document, request->fonts);
}

struct str pdf_bytes(struct arena *arena, struct diags *diags, const struct pdf_request *request)
{
    if (!pdf_gate_sound(diags, request))
        return STR_NONE;
    struct pdf_cache *cache = request->cache ? request->cache : pdf_cache_new();
    struct str bytes = make_with(arena, diags, request, cache);
    if (cache != request->cache)
        pdf_cache_free(cache);
    return bytes;
}
