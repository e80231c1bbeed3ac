/* Reading a rendered text: where a part of it came from, and how it reads with its values in. */
#include "base/utf8.h"
#include "template/template.h"

/* The last piece that begins at or before the offset. */
static const struct text_piece *piece_at(const struct rendered *rendered, size_t at)
{
    size_t low = 0, high = rendered->piece_count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (rendered->pieces[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return rendered->piece_count ? &rendered->pieces[low] : NULL;
}

/* The byte `at`, or all of a piece that has no bytes of its own in the source. */
static struct span byte_origin(const struct rendered *rendered, size_t at)
{
    const struct text_piece *piece = piece_at(rendered, at);
    if (!piece)
        return (struct span){0};
    if (!piece->verbatim)
        return piece->from;
    uint32_t start = piece->from.start + (uint32_t)(at - piece->at);
    if (start >= piece->from.end)
        return (struct span){piece->from.source, piece->from.end, piece->from.end};
    return (struct span){piece->from.source, start, start + 1};
}

struct span rendered_origin(const struct rendered *rendered, size_t start, size_t end)
{
    struct span first = byte_origin(rendered, start);
    if (end <= start)
        return first.source ? (struct span){first.source, first.start, first.start} : first;
    struct span last = byte_origin(rendered, end - 1);
    if (first.source != last.source || last.end < first.start)
        return first;
    return span_join(first, last);
}

struct str rendered_plain(struct arena *arena, const struct rendered *rendered, struct str text)
{
    struct buf plain = {.arena = arena};
    buf_addz(&plain, "");
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t code_point = utf8_next(text, &at);
        size_t index = code_point - TEMPLATE_INSERT_FIRST;
        if (code_point >= TEMPLATE_INSERT_FIRST && index < rendered->insert_count)
            buf_add(&plain, rendered->inserts[index].text);
        else
            buf_add(&plain, str_part(text, start, at));
    }
    return buf_str(&plain);
}

void rendered_dump(struct arena *arena, const struct rendered *rendered, FILE *out)
{
    struct str plain = rendered_plain(arena, rendered, rendered->text);
    fwrite(plain.at, 1, plain.len, out);
}
