/* What the file says of itself: catalogue entries, Info dictionary, XMP, output intent. */
#include "pdf/metadata.h"

#include "base/date.h"
#include "pdf/document.h"

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
    struct objects *objects = &document->objects;
    const struct pages *pages = document->pages;
    HPDF_Dict info = object_info(objects);
    struct str date = info_date(document->arena, created);
    object_put_text(objects, info, "Title", str_trim(pages->title));
    if (str_trim(pages->author).len)
        object_put_text(objects, info, "Author", str_trim(pages->author));
    if (str_trim(pages->subject).len)
        object_put_text(objects, info, "Subject", str_trim(pages->subject));
    object_put_bytes(objects, info, "Producer", STR(PDF_PRODUCER));
    object_put_bytes(objects, info, "CreationDate", date);
    object_put_bytes(objects, info, "ModDate", date);
}

static void put_xmp(struct pdf_document *document, const struct pdf_moment *created)
{
    struct objects *objects = &document->objects;
    struct str xmp = pdf_xmp(document->arena, document->pages, created);
    HPDF_Dict metadata = object_stream(objects, xmp, false);
    object_put_name(objects, metadata, "Type", "Metadata");
    object_put_name(objects, metadata, "Subtype", "XML");
    object_put(objects, object_catalog(objects), "Metadata", metadata);
}

static void put_output_intent(struct pdf_document *document)
{
    struct objects *objects = &document->objects;
    struct str bytes = pdf_shelf_profile(document->shelf);
    if (!bytes.at) {
        diag_report(document->diags, E691, (struct span){0}, "the colour profile was not made");
        return;
    }
    HPDF_Dict profile = object_stream(objects, bytes, true);
    object_put_number(objects, profile, "N", 3);
    HPDF_Dict intent = object_dict(objects);
    object_put_name(objects, intent, "Type", "OutputIntent");
    object_put_name(objects, intent, "S", "GTS_PDFA1");
    object_put_bytes(objects, intent, "OutputConditionIdentifier", STR("sRGB IEC61966-2.1"));
    object_put_bytes(objects, intent, "Info", STR("sRGB IEC61966-2.1"));
    object_put(objects, intent, "DestOutputProfile", profile);
    HPDF_Array intents = object_array(objects);
    object_add(objects, intents, intent);
    object_put(objects, object_catalog(objects), "OutputIntents", intents);
}

/* Pages are called 1, 2, 3... in a viewer too, as in "page X of Y" on them. */
static HPDF_Dict page_labels(struct objects *objects)
{
    HPDF_Dict decimal = object_dict(objects), labels = object_dict(objects);
    HPDF_Array ranges = object_array(objects);
    object_put_name(objects, decimal, "S", "D");
    object_add_number(objects, ranges, 0);
    object_add(objects, ranges, decimal);
    object_put(objects, labels, "Nums", ranges);
    return labels;
}

static void put_catalog(struct pdf_document *document)
{
    struct objects *objects = &document->objects;
    HPDF_Dict catalog = object_catalog(objects), marked = object_dict(objects),
              preferences = object_dict(objects);
    object_put_true(objects, marked, "Marked");
    object_put_true(objects, preferences, "DisplayDocTitle");
    object_put_bytes(objects, catalog, "Lang", document->pages->language);
    object_put(objects, catalog, "MarkInfo", marked);
    object_put(objects, catalog, "ViewerPreferences", preferences);
    object_put(objects, catalog, "PageLabels", page_labels(objects));
}

void pdf_metadata_make(struct pdf_document *document)
{
    struct pdf_moment created = pdf_moment_of(document->created);
    put_catalog(document);
    put_info(document, &created);
    put_xmp(document, &created);
    put_output_intent(document);
}
