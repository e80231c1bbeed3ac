/* Pages as text, one operation a line: for tests and --dump pages. Lengths are in points. */
#include "layout/display.h"
#include "layout/picture/picture.h"

#include <inttypes.h>

static const char *const face_names[FACE_COUNT] = {
    [FACE_REGULAR] = "regular",         [FACE_ITALIC] = "italic",   [FACE_BOLD] = "bold",
    [FACE_BOLD_ITALIC] = "bold-italic", [FACE_HEADING] = "heading",
};

static void print_points(FILE *out, milli value)
{
    int64_t size = value < 0 ? -(int64_t)value : value;
    fprintf(out, " %s%" PRId64 ".%03d", value < 0 ? "-" : "", size / MILLI_PER_POINT,
            (int)(size % MILLI_PER_POINT));
}

static void print_colour(FILE *out, struct colour colour)
{
    fprintf(out, " #%02x%02x%02x", colour.red, colour.green, colour.blue);
}

static const char *artifact_name(element_id element)
{
    switch (element) {
    case ARTIFACT_HEADER: return "header";
    case ARTIFACT_FOOTER: return "footer";
    case ARTIFACT_BACKGROUND: return "background";
    case ARTIFACT_WATERMARK: return "watermark";
    default: return "artifact";
    }
}

static bool is_inline(enum tag tag)
{
    return tag == TAG_LINK || tag == TAG_REFERENCE || tag == TAG_SPAN || tag == TAG_STRONG ||
           tag == TAG_EM || tag == TAG_CODE;
}

/* An element within a line stands behind the paragraph, cell or entry that it is part of. */
static void print_element(FILE *out, const struct pages *pages, element_id element)
{
    if (element < 0) {
        fprintf(out, " %s", artifact_name(element));
        return;
    }
    element_id block = element;
    while (is_inline(pages->elements[block].tag))
        block = pages->elements[block].parent;
    fprintf(out, " %s:%d", tag_name(pages->elements[block].tag), (int)block);
    if (block != element)
        fprintf(out, "/%s:%d", tag_name(pages->elements[element].tag), (int)element);
}

static void print_face(FILE *out, enum face face)
{
    if ((int)face < FACE_FALLBACK)
        fprintf(out, " %s", face_names[face]);
    else
        fprintf(out, " fallback-%d", (int)face - FACE_FALLBACK + 1);
}

static bool is_space_at(struct str text, size_t at)
{
    return at < text.len &&
           (text.at[at] == ' ' || str_starts(str_part(text, at, text.len), "\u00A0"));
}

/* The width of what is seen: space at its end is left out. */
static milli seen_width(const struct op *op)
{
    const struct glyphs *glyphs = &op->text.glyphs;
    milli width = glyphs->width;
    for (size_t i = glyphs->count; i-- > 0; width -= glyphs->items[i].advance)
        if (!is_space_at(op->text.text, glyphs->items[i].cluster))
            break;
    return width;
}

static void print_text(FILE *out, const struct op *op)
{
    print_points(out, seen_width(op));
    print_face(out, op->text.face);
    print_points(out, op->text.size);
    print_colour(out, op->colour);
    fprintf(out, " \"" STR_FMT "\"%s", STR_ARG(op->text.text), op->text.soft_hyphen ? " -" : "");
}

static void print_rect(FILE *out, const struct op *op)
{
    print_points(out, op->rect.width);
    print_points(out, op->rect.height);
    print_colour(out, op->colour);
}

/* A path stands where its first step is. */
static void print_path(FILE *out, const struct op *op)
{
    fprintf(out, " %zu steps %s", op->path.count, op->path.filled ? "filled" : "stroked");
    print_colour(out, op->colour);
}

static void print_image(FILE *out, const struct op *op)
{
    const struct picture *picture = op->image.picture;
    print_points(out, op->image.width);
    print_points(out, op->image.height);
    fprintf(out, " %s %dx%d %s%s", picture->kind == PICTURE_JPEG ? "jpeg" : "pixels",
            (int)picture->width, (int)picture->height, picture->channels == 1 ? "grey" : "rgb",
            picture->alpha.at ? " with alpha" : "");
}

static void print_op(FILE *out, const struct pages *pages, size_t page, const struct op *op)
{
    static const char *const kinds[] = {
        [OP_TEXT] = "text", [OP_RECT] = "rect", [OP_PATH] = "path", [OP_IMAGE] = "image"};
    bool moved = op->kind == OP_PATH && op->path.count;
    fprintf(out, "%zu %s", page + 1, kinds[op->kind]);
    print_element(out, pages, op->element);
    print_points(out, moved ? op->path.steps[0].x : op->x);
    print_points(out, moved ? op->path.steps[0].y : op->y);
    switch (op->kind) {
    case OP_TEXT: print_text(out, op); break;
    case OP_RECT: print_rect(out, op); break;
    case OP_PATH: print_path(out, op); break;
    case OP_IMAGE: print_image(out, op); break;
    }
    fputc('\n', out);
}

static void print_link(FILE *out, const struct pages *pages, size_t page, const struct link *link)
{
    fprintf(out, "%zu link", page + 1);
    print_element(out, pages, link->element);
    print_points(out, link->area.x);
    print_points(out, link->area.y);
    print_points(out, link->area.width);
    print_points(out, link->area.height);
    if (link->url.at)
        fprintf(out, " to " STR_FMT, STR_ARG(link->url));
    else if (link->destination >= 0) {
        fputs(" to", out);
        print_element(out, pages, link->destination);
    }
    fprintf(out, " \"" STR_FMT "\"\n", STR_ARG(link->description));
}

void pages_dump(const struct pages *pages, FILE *out)
{
    fprintf(out, "pages %zu", pages->count);
    print_points(out, pages->width);
    print_points(out, pages->height);
    fputs(" text", out);
    print_points(out, pages->area.x);
    print_points(out, pages->area.y);
    print_points(out, pages->area.width);
    print_points(out, pages->area.height);
    fputc('\n', out);
    for (size_t page = 0; page < pages->count; page++) {
        for (size_t i = 0; i < pages->items[page].op_count; i++)
            print_op(out, pages, page, &pages->items[page].ops[i]);
        for (size_t i = 0; i < pages->items[page].link_count; i++)
            print_link(out, pages, page, &pages->items[page].links[i]);
    }
    for (size_t i = 0; i < pages->bookmark_count; i++) {
        const struct bookmark *bookmark = &pages->bookmarks[i];
        fprintf(out, "%d bookmark", (int)bookmark->page + 1);
        print_element(out, pages, bookmark->element);
        print_points(out, bookmark->y);
        fprintf(out, " %d \"" STR_FMT "\"\n", bookmark->level, STR_ARG(bookmark->title));
    }
}
