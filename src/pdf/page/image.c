/* Pictures as image objects: pixels compressed anew, JPEG data as it is, alpha as a soft mask. */
#include "pdf/page/image.h"

#include "base/list.h"

/* ---- which there are ---- */

static bool same(const struct picture *a, const struct picture *b)
{
    return a == b || (a->kind == b->kind && a->width == b->width && a->height == b->height &&
                      a->channels == b->channels && str_equal(a->data, b->data) &&
                      str_equal(a->alpha, b->alpha));
}

/* Its place in the list; the length of the list when it is not there. */
static size_t find(const struct pdf_pictures *pictures, const struct picture *picture)
{
    size_t at = 0;
    while (at < pictures->items.count && !same(pictures->items.items[at], picture))
        at++;
    return at;
}

struct pdf_pictures pdf_pictures_of(struct arena *arena, const struct pages *pages)
{
    struct pdf_pictures pictures = {.arena = arena};
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->items[p].op_count; i++) {
            const struct op *op = &pages->items[p].ops[i];
            if (op->kind == OP_IMAGE && find(&pictures, op->image.picture) == pictures.items.count)
                *LIST_ADD(arena, &pictures.items) = op->image.picture;
        }
    return pictures;
}

static const char *name_of(const struct pdf_pictures *pictures, size_t number)
{
    return str_format(pictures->arena, "I%zu", number).at;
}

const char *pdf_picture_name(const struct pdf_pictures *pictures, const struct picture *picture)
{
    return name_of(pictures, find(pictures, picture));
}

/* ---- objects ---- */

static void put_image(struct object *image, const struct picture *picture, const char *colours)
{
    object_put_name(image, "Type", "XObject");
    object_put_name(image, "Subtype", "Image");
    object_put_number(image, "Width", picture->width);
    object_put_number(image, "Height", picture->height);
    object_put_name(image, "ColorSpace", colours);
    object_put_number(image, "BitsPerComponent", 8);
}

static struct object *write_picture(struct objects *objects, const struct picture *picture)
{
    struct object *image = picture->kind == PICTURE_JPEG
                               ? objects_jpeg(objects, picture->data)
                               : objects_compressed(objects, picture->data);
    put_image(image, picture, picture->channels == 1 ? "DeviceGray" : "DeviceRGB");
    if (picture->alpha.at) {
        struct object *mask = objects_compressed(objects, picture->alpha);
        put_image(mask, picture, "DeviceGray");
        object_put(image, "SMask", mask);
    }
    return image;
}

void pdf_pictures_put(const struct pdf_pictures *pictures, struct object *resources,
                      struct objects *objects)
{
    if (!pictures->items.count)
        return;
    object_open_dict(resources, "XObject");
    for (size_t i = 0; i < pictures->items.count; i++)
        object_put(resources, name_of(pictures, i),
                   write_picture(objects, pictures->items.items[i]));
    object_close_dict(resources);
}
