/* The rendered text: the values put into it, and where each byte came from. */
#include "template/render/render.h"
#include "template/template_codes.h"

#include "base/limits.h"
#include "base/utf8.h"

static bool output_fits(struct rendering *rendering, size_t len)
{
    if (rendering->text.len + len <= LIMIT_TEMPLATE_OUTPUT)
        return !rendering->stopped;
    render_stop(rendering, &E318, "the template writes more than 4 MiB");
    return false;
}

/* Only a text that goes on to the Markdown parser is asked where it came from. */
static void add_piece(struct rendering *rendering, struct span from, bool verbatim)
{
    if (!rendering->late)
        return;
    *LIST_ADD(rendering->arena, &rendering->pieces) =
        (struct text_piece){rendering->text.len, from, verbatim};
}

static void add_bytes(struct rendering *rendering, struct str bytes, struct span from,
                      bool verbatim)
{
    if (bytes.len == 0 || !output_fits(rendering, bytes.len))
        return;
    add_piece(rendering, from, verbatim);
    buf_add(&rendering->text, bytes);
}

static struct span span_slice(struct span span, bool exact, size_t start, size_t end)
{
    if (!exact)
        return span;
    return (struct span){span.source, span.start + (uint32_t)start, span.start + (uint32_t)end};
}

void output_text(struct rendering *rendering, struct str text, struct span from)
{
    bool exact = from.source && str_equal(span_text(from), text);
    for (size_t start = 0; start < text.len;) {
        size_t end = str_find(text, '\r', start);
        struct str run = str_part(text, start, end);
        add_bytes(rendering, run, span_slice(from, exact, start, end), exact);
        if (end == text.len)
            break;
        /* Jinja writes every line end as a line feed. */
        start = end + 1 + (end + 1 < text.len && text.at[end + 1] == '\n');
        add_bytes(rendering, STR("\n"), span_slice(from, exact, end, start), false);
    }
}

/* ---- an officer's Markdown ---- */

/* Past blank lines: the text has lost those at its start. */
static size_t skip_blank_lines(struct str source, size_t at)
{
    size_t end = str_find(source, '\n', at);
    while (end < source.len && str_trim(str_part(source, at, end)).len == 0) {
        at = end + 1;
        end = str_find(source, '\n', at);
    }
    return at;
}

/* Where `line` of the text stands in the source, from `at` on; nowhere when it is not there. */
static struct span find_line(struct span whole, size_t *at, struct str line)
{
    struct str source = span_text(whole);
    size_t end = str_find(source, '\n', *at);
    struct str raw = str_part(source, *at, end);
    size_t indent = raw.len >= line.len ? raw.len - line.len : 0;
    bool blank = str_trim(str_part(raw, 0, indent)).len == 0;
    bool same = blank && str_equal(str_part(raw, indent, raw.len), line);
    struct span span = span_slice(whole, true, *at + indent, *at + raw.len);
    *at = end + 1;
    return same ? span : (struct span){0};
}

/* Of a text in the source that starts with | or >: its lines, less their indentation. */
static void output_lines(struct rendering *rendering, struct str text, struct span origin)
{
    struct str source = span_text(origin);
    size_t at = skip_blank_lines(source, str_find(source, '\n', 0) + 1);
    for (size_t start = 0; start < text.len;) {
        size_t end = str_find(text, '\n', start);
        struct str line = str_part(text, start, end);
        struct span from = find_line(origin, &at, line);
        add_bytes(rendering, line, from.source ? from : origin, from.source != NULL);
        if (end < text.len)
            add_bytes(rendering, STR("\n"), from.source ? from : origin, false);
        start = end + 1;
    }
}

static void output_markdown(struct rendering *rendering, struct str text, struct span origin,
                            struct span expression)
{
    if (!origin.source) {
        add_bytes(rendering, text, expression, false);
        return;
    }
    struct str written = span_text(origin);
    if (str_starts(written, "|") || str_starts(written, ">")) {
        output_lines(rendering, text, origin);
        return;
    }
    bool quoted = str_starts(written, "\"") || str_starts(written, "'");
    struct span inside = origin;
    if (quoted && origin.end - origin.start >= 2)
        inside = (struct span){origin.source, origin.start + 1, origin.end - 1};
    bool verbatim = str_equal(span_text(inside), text);
    add_bytes(rendering, text, verbatim ? inside : origin, verbatim);
}

/* ---- values ---- */

static void insert_value(struct rendering *rendering, const struct value *value, struct str text,
                         struct span expression)
{
    if (!output_fits(rendering, 4))
        return;
    uint32_t character = TEMPLATE_INSERT_FIRST + (uint32_t)rendering->inserts.count;
    struct insert *insert = LIST_ADD(rendering->arena, &rendering->inserts);
    *insert = (struct insert){.text = text, .origin = value->origin, .expression = expression};
    if (value->kind == VALUE_CITE)
        insert->cite = value->refs;
    add_piece(rendering, expression, false);
    buf_code_point(&rendering->text, character);
}

/* Values are counted even where they become no characters, so that a text is refused either way. */
static bool count_value(struct rendering *rendering)
{
    if (rendering->printed++ < LIMIT_TEMPLATE_INSERTS)
        return true;
    render_stop(rendering, &E319, "the template prints more than 65,000 values");
    return false;
}

static bool is_ascii(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.at[i] >= 0x80)
            return false;
    return true;
}

void output_value(struct rendering *rendering, const struct value *value,
                  const struct statement *print)
{
    struct str text = value_print(rendering, value, print->value->span);
    if (rendering->failed || !render_spend_text(rendering, text.len) || !count_value(rendering))
        return;
    if (!rendering->late && !rendering->rare.source && !is_ascii(text))
        rendering->rare = value->origin;
    if (value->kind == VALUE_INSERTED_MARKDOWN)
        output_markdown(rendering, text, value->origin, print->span);
    else if (rendering->late)
        insert_value(rendering, value, text, print->span);
    else
        add_bytes(rendering, text, print->span, false);
}

/* ---- reading it ---- */

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
