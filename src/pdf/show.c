/* Shows glyphs: strings of glyph numbers with the pen moved to exactly where layout put each. */
#include "pdf/paint.h"

#include "pdf/cluster.h"
#include "pdf/number.h"
#include "pdf/text.h"

struct show {
    struct buf *out;
    const struct pdf_font *font;
    const struct op *op;
    int64_t pen;     /* where PDF has the pen, in 1/32 of a thousandth of the size */
    int64_t advance; /* where layout has it, in milli */
    milli rise;
    bool in_array, in_string;
};

static void end_string(struct show *show)
{
    if (show->in_string)
        buf_byte(show->out, '>');
    show->in_string = false;
}

static void end_array(struct show *show)
{
    end_string(show);
    if (show->in_array)
        buf_addz(show->out, "] TJ\n");
    show->in_array = false;
}

static void set_rise(struct show *show, milli rise)
{
    if (rise == show->rise)
        return;
    end_array(show);
    pdf_number(show->out, rise);
    buf_addz(show->out, " Ts\n");
    show->rise = rise;
}

/* Whole thousandths of the size are fine enough: at 12 pt one is a 2,000th of an inch. */
static void move_pen(struct show *show, milli dx)
{
    int64_t target = (show->advance + dx) * OBJECT_PARTS * 1000;
    int64_t wanted = pdf_round_div(target, show->op->text.size);
    int64_t move = pdf_round_div(wanted - show->pen, OBJECT_PARTS);
    if (!show->in_array)
        buf_byte(show->out, '[');
    show->in_array = true;
    if (move == 0)
        return;
    end_string(show);
    pdf_number(show->out, -move * 1000);
    show->pen += move * OBJECT_PARTS;
}

static void show_glyph(struct show *show, const struct glyph *glyph)
{
    set_rise(show, glyph->dy);
    move_pen(show, glyph->dx);
    if (!show->in_string)
        buf_byte(show->out, '<');
    show->in_string = true;
    buf_addf(show->out, "%04X", (unsigned)glyph->id);
    show->pen += pdf_font_width(show->font, glyph->id);
    show->advance += glyph->advance;
}

/* Does ToUnicode give the cluster's text, whole and nothing else? */
static bool is_told(const struct show *show, const struct pdf_cluster *cluster)
{
    uint32_t glyph = show->op->text.glyphs.items[cluster->first].id;
    return pdf_cluster_is_plain(cluster) && str_equal(show->font->texts[glyph], cluster->text);
}

static void show_cluster(struct show *show, const struct pdf_cluster *cluster)
{
    bool told = is_told(show, cluster);
    if (!told) {
        end_array(show);
        buf_addz(show->out, "/Span <</ActualText ");
        pdf_text_string(show->out, cluster->text);
        buf_addz(show->out, ">> BDC\n");
    }
    for (size_t i = 0; i < cluster->count; i++)
        show_glyph(show, &show->op->text.glyphs.items[cluster->first + i]);
    if (!told) {
        end_array(show);
        buf_addz(show->out, "EMC\n");
    }
}

void paint_glyphs(struct buf *out, const struct pdf_font *font, const struct op *op)
{
    struct show show = {.out = out, .font = font, .op = op};
    struct pdf_cluster cluster;
    for (struct pdf_clusters clusters = pdf_clusters_of(op);
         pdf_clusters_next(&clusters, &cluster);)
        show_cluster(&show, &cluster);
    end_array(&show);
    set_rise(&show, 0);
}
