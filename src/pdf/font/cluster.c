/* Splits the glyphs of a text operation where its text can be split too. */
#include "pdf/font/cluster.h"

#include "pdf/file/text.h"

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

struct pdf_letters pdf_clusters_letters(struct pdf_clusters *clusters)
{
    const struct op *op = clusters->op;
    const struct glyph *glyphs = op->text.glyphs.items;
    size_t first = clusters->at, last = first;
    if (clusters->whole || first >= clusters->hyphen || (first == 0 && glyphs[0].cluster > 0))
        return (struct pdf_letters){first, STR("")};
    size_t start = glyphs[first].cluster, end = start;
    while (last + 1 < clusters->hyphen && end < op->text.text.len &&
           glyphs[last + 1].cluster == end + 1) {
        last++;
        end++;
    }
    clusters->at = last;
    return (struct pdf_letters){first, str_part(op->text.text, start, end)};
}

bool pdf_clusters_next(struct pdf_clusters *clusters, struct pdf_cluster *cluster)
{
    const struct op *op = clusters->op;
    size_t first = clusters->at;
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
