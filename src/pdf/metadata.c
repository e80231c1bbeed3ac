/* What the file says of itself: catalogue entries, Info dictionary, XMP, output intent. */
#include "pdf/metadata.h"

#include "date/date.h"
#include "pdf/document.h"
#include "pdf/pdf_codes.h"

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
    struct str bytes = pdf_shelf_profile(document->shelf);
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
