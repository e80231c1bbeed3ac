/* Splits the glyphs of a text operation where its text can be split too. */
#include "pdf/cluster.h"

#include "pdf/text.h"

#define SOFT_HYPHEN "\xC2\xAD"

static bool is_ordered(const struct op *op, size_t end)
{
    for (size_t i = 1; i < end; i++)
        if (op->text.glyphs.items[i].cluster < op->text.glyphs.items[i - 1].cluster)
            return false;
    return true;
}

struct pdf_clusters pdf_clusters_of(const struct op *op)
{
    size_t count = op->text.glyphs.count;
    size_t hyphen = op->text.soft_hyphen && count ? count - 1 : count;
    return (struct pdf_clusters){op, 0, hyphen, !is_ordered(op, hyphen)};
}

/* The glyph behind the cluster that begins at `first`, no further than the soft hyphen. */
static size_t cluster_end(const struct pdf_clusters *clusters, size_t first)
{
    const struct glyph *glyphs = clusters->op->text.glyphs.items;
    size_t end = first + 1;
    while (end < clusters->hyphen &&
           (clusters->whole || glyphs[end].cluster == glyphs[first].cluster))
        end++;
    return end;
}

/* A no-break space looks like a space and is one to whoever copies or searches the text. */
static struct str plain_space(struct str text)
{
    if (text.len < 2 || text.len > 3)
        return text;
    return str_is(text, "\xC2\xA0") || str_is(text, "\xE2\x80\xAF") ? STR(" ") : text;
}

/* Where the text before glyph `end` ends: where that of the glyph begins. */
static size_t text_end(const struct pdf_clusters *clusters, size_t end)
{
    const struct op *op = clusters->op;
    if (end >= op->text.glyphs.count)
        return op->text.text.len;
    bool ordered = op->text.glyphs.items[end].cluster >= op->text.glyphs.items[end - 1].cluster;
    return ordered && !clusters->whole ? op->text.glyphs.items[end].cluster : op->text.text.len;
}

/* One byte and one glyph, as nearly all are: gives it and goes on. */
static bool is_letter_alone(struct pdf_clusters *clusters, struct pdf_cluster *cluster)
{
    size_t first = clusters->at;
    if (clusters->whole || first == 0 || first + 1 >= clusters->hyphen)
        return false;
    const struct op *op = clusters->op;
    uint32_t start = op->text.glyphs.items[first].cluster;
    if (op->text.glyphs.items[first + 1].cluster != start + 1 || start >= op->text.text.len)
        return false;
    *cluster = (struct pdf_cluster){first, 1, {op->text.text.at + start, 1}};
    clusters->at = first + 1;
    return true;
}

bool pdf_clusters_next(struct pdf_clusters *clusters, struct pdf_cluster *cluster)
{
    const struct op *op = clusters->op;
    size_t first = clusters->at;
    if (is_letter_alone(clusters, cluster))
        return true;
    if (first >= op->text.glyphs.count)
        return false;
    if (first == clusters->hyphen) {
        *cluster = (struct pdf_cluster){first, 1, STR(SOFT_HYPHEN)};
        clusters->at = first + 1;
        return true;
    }
    size_t end = cluster_end(clusters, first);
    size_t start = first ? op->text.glyphs.items[first].cluster : 0;
    struct str text = str_part(op->text.text, start, text_end(clusters, end));
    *cluster = (struct pdf_cluster){first, end - first, plain_space(text)};
    clusters->at = end;
    return true;
}

bool pdf_cluster_is_plain(const struct pdf_cluster *cluster)
{
    return cluster->count == 1 && cluster->text.len > 0 && !pdf_text_is_private(cluster->text);
}
