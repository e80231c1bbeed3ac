/* Pictures on the page: figures with their captions. */
#include "layout/flow/flow.h"
#include "layout/picture/picture.h"

enum {
    PIXEL = 750,       /* a 96th of an inch: the size of a pixel unless stated otherwise */
    CAPTION_SHARE = 5, /* one part in five of a page is left for a caption */
};

/* ---- reading ---- */

/* A file is looked for in the folder of the specification when that names it, else of the template.
 */
static struct str folder_of(const struct flow *flow, const struct illustration *illustration)
{
    return illustration->of_specification ? picture_folder(illustration->named.source->path)
                                          : flow->request->theme->folder;
}

static const struct picture *read_once(struct flow *flow, const struct picture_place *place)
{
    for (size_t i = 0; i < flow->pictures.count; i++) {
        const struct known_picture *known = &flow->pictures.items[i];
        if (str_equal(known->file, place->file) && str_equal(known->folder, place->folder))
            return known->picture;
    }
    const struct picture *picture = picture_read(flow->arena, flow->diags, place);
    if (picture && flow->request->theme->variant.greyscale)
        picture = picture_grey(flow->arena, picture);
    if (picture)
        *LIST_ADD(flow->arena, &flow->pictures) =
            (struct known_picture){place->folder, place->file, picture};
    return picture;
}

/* ---- size ---- */

struct size {
    milli width, height;
};

static milli in_proportion(milli length, int32_t part, int32_t whole)
{
    int64_t result = (int64_t)length * part / whole;
    return result < 1 ? 1 : result > INT32_MAX ? INT32_MAX : (milli)result;
}

/* As wide as that, unless it would then be taller than `most`. */
static struct size size_of(const struct picture *picture, milli width, milli most)
{
    int32_t across = picture_shown_width(picture), down = picture_shown_height(picture);
    struct size size = {width, in_proportion(width, down, across)};
    if (size.height > most)
        size = (struct size){in_proportion(most, across, down), most};
    return size;
}

static milli wanted_width(const struct flow *flow, const struct picture *picture, int64_t percent)
{
    milli own = picture_shown_width(picture) * PIXEL;
    milli most = flow_width(flow);
    if (percent > 0)
        return (milli)(most * percent / 100);
    return own < most ? own : most;
}

/* ---- setting ---- */

static void set_image(struct flow *flow, const struct picture *picture, struct size size,
                      element_id figure)
{
    struct element *element = flow_element(flow, figure);
    element->box = (struct rect){flow->left, 0, size.width, size.height};
    struct strip *strip = flow_strip(flow, size.height, 0);
    strip->figure = figure;
    *LIST_ADD(flow->arena, &strip->content.ops) = (struct op){
        .kind = OP_IMAGE,
        .element = figure,
        .order = ++flow->order,
        .x = flow->left,
        .image = {picture, size.width, size.height},
    };
}

struct str figure_told(struct arena *arena, const struct inline_node *caption, struct str alt)
{
    struct str words = inlines_text(arena, caption);
    if (!words.len)
        return alt;
    const char *stop = str_ends(words, ".") || str_ends(words, "?") ? "" : ".";
    return str_format(arena, STR_FMT "%s " STR_FMT, STR_ARG(words), stop, STR_ARG(alt));
}

void flow_caption(struct flow *flow, const struct inline_node *caption)
{
    element_id element = flow_open(flow, TAG_CAPTION, caption->origin);
    struct look look = look_of(flow, STYLE_CAPTION, element);
    struct run_list runs = {0};
    runs_add(flow, &runs, &look, caption);
    setting_strips(flow, &runs, STYLE_CAPTION);
    flow_close(flow);
}

/* The caption is inside its figure, as both standards want. Readers that take a figure's
   alternative text for all that is in it hear the caption there. */
void flow_picture(struct flow *flow, const struct illustration *illustration)
{
    struct picture_place place = {folder_of(flow, illustration), illustration->file,
                                  illustration->named};
    const struct picture *picture = read_once(flow, &place);
    if (!picture)
        return;
    bool has_caption = !inlines_are_blank(illustration->caption);
    milli most = flow_page_height(flow);
    most -= has_caption ? most / CAPTION_SHARE : 0;
    struct size size = size_of(picture, wanted_width(flow, picture, illustration->percent), most);
    labels_flush(flow);
    side_clear(flow);
    element_id figure = flow_open(flow, TAG_FIGURE, illustration->origin);
    flow_element(flow, figure)->alt =
        figure_told(flow->arena, illustration->caption, illustration->alt);
    set_image(flow, picture, size, figure);
    if (has_caption) {
        flow_keep(flow);
        flow_caption(flow, illustration->caption);
    }
    flow_close(flow);
    flow->pending.after = flow->request->theme->styles[STYLE_BODY].space_after;
}
