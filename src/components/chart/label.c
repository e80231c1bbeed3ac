/* Labels of the ratings timeline: a title with its date and details below it, and paper behind
 * them. */
#include "components/chart/chart.h"

struct drawn_look chart_look(bool strong, struct colour colour)
{
    return (struct drawn_look){.role = STYLE_CHART, .strong = strong, .colour = colour};
}

milli larger(milli a, milli b)
{
    return a > b ? a : b;
}

milli chart_room(const struct drawing *drawing, const struct theme *theme)
{
    enum { CAPTION_LINES = 2 };
    const struct text_style *caption = &theme->styles[STYLE_CAPTION];
    return drawing_most_height(drawing) - CAPTION_LINES * caption->leading - caption->space_before -
           caption->space_after - theme->styles[STYLE_CHART].space_before;
}

/* In as many lines as `limit` makes of it; no word is broken. */
static const struct drawn_text *fit(struct drawing *drawing, const struct drawn_look *look,
                                    struct str text, milli limit, struct span origin)
{
    milli word = drawing_word_width(drawing, look, text);
    milli most = drawing_width(drawing);
    milli width = larger(word, limit);
    return drawing_text(drawing, look, text, width < most ? width : most, ALIGN_START, origin);
}

struct label label_new(struct drawing *drawing, const struct theme *theme,
                       const struct episode *episode, milli limit)
{
    const char *const fields[LABEL_TEXTS] = {episode->title_field, episode->date_field,
                                             episode->detail_field};
    bool strong = episode->lane == LANE_INSPECTIONS || episode->lane == LANE_INTERVENTIONS;
    const struct str texts[LABEL_TEXTS] = {episode->title, episode->dated, episode->detail};
    struct label label = {0};
    for (size_t i = 0; i < LABEL_TEXTS; i++) {
        struct drawn_look look = chart_look(strong && !i, i ? theme->muted : theme->ink);
        const char *field = fields[i] ? fields[i] : episode->date_field;
        label.lines[i] =
            fit(drawing, &look, texts[i], limit, record_span_of(episode->record, field));
        label.width = larger(label.width, drawn_width(label.lines[i]));
        label.height += drawn_height(label.lines[i]);
    }
    return label;
}

milli label_baseline(const struct label *label)
{
    return drawn_baseline(label->lines[0]);
}

void label_place(struct drawing *drawing, const struct theme *theme, const struct label *label,
                 milli x, milli y)
{
    enum { MARGIN = 1000 };
    drawing_area(drawing, (struct rect){x - MARGIN, y, label->width + 2 * MARGIN, label->height},
                 theme->paper);
    for (size_t i = 0; i < LABEL_TEXTS; i++) {
        drawing_place(drawing, label->lines[i], x, y);
        y += drawn_height(label->lines[i]);
    }
}
