/* Writes what is told of one council, as text or as Markdown. */
#include "changes/report/page.h"

#include "base/ascii.h"
#include "base/list.h"
#include "base/shown.h"
#include "base/url.h"
#include "base/utf8.h"
#include "changes/finder.h"

/* ---- a text in two forms ---- */

const char *plural_end(size_t count)
{
    return count == 1 ? "" : "s";
}

/* What is ours: written as it stands in either form. */
void page_say(struct page *page, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_addv(&page->out, format, args);
    va_end(args);
}

static bool is_plain(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c) || (unsigned char)c >= 0x80 || c == ' ' ||
           (c && strchr(".,;:'\"()/%?!-", c));
}

/* `1.` or `-` at the start of a line would begin a list. */
static size_t marker_end(struct str text)
{
    size_t end = 0;
    while (end < text.len && ascii_is_digit(text.at[end]))
        end++;
    bool marks = end < text.len && strchr(end ? ".)" : "-", text.at[end]);
    return marks ? end : text.len;
}

/* What was read from files: on one line, and never taken for Markdown. */
void page_quote(struct page *page, struct str text)
{
    text = shown_text(page->arena, text);
    if (!page->is_markdown) {
        buf_add(&page->out, text);
        return;
    }
    const size_t marker = marker_end(text);
    for (size_t i = 0; i < text.len; i++) {
        if (i == marker || !is_plain(text.at[i]))
            buf_byte(&page->out, '\\');
        buf_byte(&page->out, text.at[i]);
    }
}

void page_date(struct page *page, const struct date *date)
{
    buf_add(&page->out, date_text(page->arena, date, DATE_LONG));
}

static void begin_heading(struct page *page, int level)
{
    page_say(page, "%s", page->out.len ? "\n" : "");
    for (int i = 0; page->is_markdown && i < level; i++)
        buf_byte(&page->out, '#');
    page_say(page, "%s", page->is_markdown ? " " : "");
}

/* A line below what was added from `start` on, as wide as that is in characters. */
static void underline(struct page *page, size_t start, char line)
{
    struct str words = str_part(buf_str(&page->out), start, page->out.len);
    size_t width = 0;
    for (size_t at = 0; at < words.len; width++)
        utf8_next(words, &at);
    page_say(page, "\n");
    while (width--)
        buf_byte(&page->out, line);
}

void page_heading(struct page *page, int level, struct str words)
{
    begin_heading(page, level);
    const size_t start = page->out.len;
    page_quote(page, page->is_markdown ? words : shown_path(page->arena, words));
    if (!page->is_markdown && level < 3)
        underline(page, start, level == 1 ? '=' : '-');
    page_say(page, page->is_markdown || level < 3 ? "\n\n" : "\n");
}

void page_item(struct page *page)
{
    page_say(page, "- ");
}

/* ---- where it is written ---- */

static bool can_be_linked(struct str url)
{
    bool plain = url_is_allowed(url);
    for (size_t i = 0; i < url.len && plain; i++)
        plain = url.at[i] > ' ' && url.at[i] < 0x7F && !strchr("()<>\\[]`", url.at[i]);
    return plain;
}

static void add_source(struct page *page, const struct ref *ref)
{
    const struct evidence *source = ref->table == &evidence_table ? ref->record : NULL;
    struct str title = source && source->title.len ? source->title : ref->id;
    bool links = page->is_markdown && source && can_be_linked(source->url);
    page_say(page, links ? "[" : "");
    page_quote(page, title);
    if (links)
        page_say(page, "](" STR_FMT ")", STR_ARG(source->url));
    if (source && source->publisher.len && !str_holds(title, source->publisher)) {
        page_say(page, ", ");
        page_quote(page, source->publisher);
    }
}

/* The sources of one council, each once, in the order in which they are told. */
struct cited {
    LIST(struct ref) list;
};

static struct str url_of(const struct ref *ref)
{
    const struct evidence *source = ref->table == &evidence_table ? ref->record : NULL;
    return source ? source->url : STR_NONE;
}

/* Two issues may have given one id to two sources. */
static bool is_same_source(const struct ref *a, const struct ref *b)
{
    return str_equal(a->id, b->id) && str_equal(url_of(a), url_of(b));
}

static bool is_among(const struct refs *refs, const struct ref *ref)
{
    for (size_t i = 0; i < refs->count; i++)
        if (is_same_source(&refs->items[i], ref))
            return true;
    return false;
}

static void cite(struct arena *arena, struct cited *cited, const struct refs *refs)
{
    for (size_t i = 0; i < refs->count; i++) {
        const struct refs so_far = {cited->list.items, cited->list.count};
        if (!is_among(&so_far, &refs->items[i]))
            *LIST_ADD(arena, &cited->list) = refs->items[i];
    }
}

/* The only source of all is named where it is cited; of several, each has a number. */
static void add_citation(struct page *page, const struct cited *cited, const struct refs *refs)
{
    if (!refs->count)
        return;
    page_say(page, refs->count > 1         ? " (sources "
                   : cited->list.count > 1 ? " (source "
                                           : " (source: ");
    if (cited->list.count == 1)
        add_source(page, &refs->items[0]);
    size_t told = 0;
    for (size_t i = 0; cited->list.count > 1 && i < cited->list.count; i++)
        if (is_among(refs, &cited->list.items[i]))
            page_say(page, "%s%zu", told++ ? ", " : "", i + 1);
    page_say(page, ")");
}

static void add_sources(struct page *page, const struct cited *cited, int level)
{
    if (cited->list.count < 2)
        return;
    page_heading(page, level, STR("Sources"));
    for (size_t i = 0; i < cited->list.count; i++) {
        page_say(page, "%zu. ", i + 1);
        add_source(page, &cited->list.items[i]);
        page_say(page, "\n");
    }
}

/* ---- one difference ---- */

void page_end_sentence(struct page *page)
{
    const struct buf *out = &page->out;
    if (out->len && !strchr(".?!", out->at[out->len - 1]))
        page_say(page, ".");
}

/* Of what was wrong: why, and when that was found. */
static void add_reason(struct page *page, const struct difference *difference)
{
    struct str why = str_trim(difference->why);
    if (why.len && why.at[why.len - 1] == '.')
        why.len--;
    if (why.len) {
        page_say(page, " ");
        page_quote(page, why);
    }
    if (difference->on.precision) {
        page_say(page, why.len ? " (found on " : " Found on ");
        page_date(page, &difference->on);
        page_say(page, why.len ? ")" : "");
    }
    page_end_sentence(page);
}

static void add_difference(struct page *page, const struct cited *cited,
                           const struct difference *difference)
{
    page_item(page);
    page_quote(page, difference->text);
    add_citation(page, cited, &difference->source);
    page_end_sentence(page);
    add_reason(page, difference);
    page_say(page, "\n");
}

struct told_class {
    size_t list; /* of struct since */
    const char *heading;
};

#define TOLD(member, words)                                                                        \
    {                                                                                              \
        offsetof(struct since, member), words                                                      \
    }

static const struct told_class told_classes[] = {
    TOLD(happened, "What happened"),
    TOLD(moved, "What moved"),
    TOLD(corrected, "What we had wrong"),
    TOLD(withdrawn, "Withdrawn"),
    TOLD(recorded, "Newly recorded, not known to be new"),
    TOLD(more_exact, "More exact"),
    TOLD(time_alone, "What follows from the day"),
    TOLD(method, "How we compute it changed"),
};

enum { TOLD_CLASSES = sizeof told_classes / sizeof *told_classes };

static const struct difference_list *list_of(const struct since *since, size_t told)
{
    return (const struct difference_list *)((const char *)since + told_classes[told].list);
}

static struct cited cited_by(struct arena *arena, const struct since *since)
{
    struct cited cited = {0};
    for (size_t i = 0; i < TOLD_CLASSES; i++)
        for (size_t k = 0; k < list_of(since, i)->count; k++)
            cite(arena, &cited, &list_of(since, i)->items[k].source);
    return cited;
}

static void add_classes(struct page *page, const struct since *since, const struct cited *cited,
                        int level)
{
    for (size_t i = 0; i < TOLD_CLASSES; i++) {
        const struct difference_list *list = list_of(since, i);
        if (!list->count)
            continue;
        page_heading(page, level, str_from(told_classes[i].heading));
        for (size_t k = 0; k < list->count; k++)
            add_difference(page, cited, &list->items[k]);
    }
}

/* ---- one council ---- */

/* Of many councils that is told of all together. */
static void add_counted(struct page *page, const struct since *since)
{
    const size_t minor = since->minor.count;
    if (!page->report->is_of_one)
        return;
    if (since->comparison.count)
        page_say(page,
                 "\nComparisons with other councils moved, which is no change of this council.\n");
    if (minor)
        page_say(page, "\nNot told: " STR_FMT ", such as wording or how long ago something was.\n",
                 STR_ARG(count_words(page->arena, minor, "minor difference", "minor differences")));
}

void page_council(struct page *page, const struct issues *pair, int level)
{
    page_quote(page, pair->since->text);
    page_end_sentence(page);
    page_say(page, "\n");
    struct cited cited = cited_by(page->arena, pair->since);
    add_classes(page, pair->since, &cited, level);
    add_counted(page, pair->since);
    add_sources(page, &cited, level);
}
