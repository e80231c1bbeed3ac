/* The report for people: what is told of each council and of all, as text and as Markdown. */
#include "changes/report.h"

#include "base/ascii.h"
#include "base/list.h"
#include "base/shown.h"
#include "base/url.h"
#include "base/utf8.h"

/* ---- a text in two forms ---- */

struct page {
    struct arena *arena;
    const struct report *report;
    struct buf out;
    bool is_markdown;
};

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

/* What is ours: written as it stands in either form. */
__attribute__((format(printf, 2, 3))) static void say(struct page *page, const char *format, ...)
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
static void quote(struct page *page, struct str text)
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

static void quote_date(struct page *page, const struct date *date)
{
    buf_add(&page->out, date_text(page->arena, date, DATE_LONG));
}

static void begin_heading(struct page *page, int level)
{
    say(page, "%s", page->out.len ? "\n" : "");
    for (int i = 0; page->is_markdown && i < level; i++)
        buf_byte(&page->out, '#');
    say(page, "%s", page->is_markdown ? " " : "");
}

/* A line below what was added from `start` on, as wide as that is in characters. */
static void underline(struct page *page, size_t start, char line)
{
    struct str words = str_part(buf_str(&page->out), start, page->out.len);
    size_t width = 0;
    for (size_t at = 0; at < words.len; width++)
        utf8_next(words, &at);
    say(page, "\n");
    while (width--)
        buf_byte(&page->out, line);
}

static void add_heading(struct page *page, int level, struct str words)
{
    begin_heading(page, level);
    const size_t start = page->out.len;
    quote(page, page->is_markdown ? words : shown_path(page->arena, words));
    if (!page->is_markdown && level < 3)
        underline(page, start, level == 1 ? '=' : '-');
    say(page, page->is_markdown || level < 3 ? "\n\n" : "\n");
}

static void begin_item(struct page *page)
{
    say(page, "- ");
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
    say(page, links ? "[" : "");
    quote(page, title);
    if (links)
        say(page, "](" STR_FMT ")", STR_ARG(source->url));
    if (source && source->publisher.len) {
        say(page, " (");
        quote(page, source->publisher);
        say(page, ")");
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
    say(page, refs->count > 1 ? " (sources " : cited->list.count > 1 ? " (source " : " (source: ");
    if (cited->list.count == 1)
        add_source(page, &refs->items[0]);
    size_t told = 0;
    for (size_t i = 0; cited->list.count > 1 && i < cited->list.count; i++)
        if (is_among(refs, &cited->list.items[i]))
            say(page, "%s%zu", told++ ? ", " : "", i + 1);
    say(page, ")");
}

static void add_sources(struct page *page, const struct cited *cited, int level)
{
    if (cited->list.count < 2)
        return;
    add_heading(page, level, STR("Sources"));
    for (size_t i = 0; i < cited->list.count; i++) {
        say(page, "%zu. ", i + 1);
        add_source(page, &cited->list.items[i]);
        say(page, "\n");
    }
}

/* ---- one difference ---- */

static void end_sentence(struct page *page)
{
    const struct buf *out = &page->out;
    if (out->len && !strchr(".?!", out->at[out->len - 1]))
        say(page, ".");
}

/* Of what was wrong: why, and when that was found. */
static void add_reason(struct page *page, const struct difference *difference)
{
    struct str why = str_trim(difference->why);
    if (why.len && why.at[why.len - 1] == '.')
        why.len--;
    if (why.len) {
        say(page, " ");
        quote(page, why);
    }
    if (difference->on.precision) {
        say(page, why.len ? " (found on " : " Found on ");
        quote_date(page, &difference->on);
        say(page, why.len ? ")" : "");
    }
    end_sentence(page);
}

static void add_difference(struct page *page, const struct cited *cited,
                           const struct difference *difference)
{
    begin_item(page);
    quote(page, difference->text);
    add_citation(page, cited, &difference->source);
    end_sentence(page);
    add_reason(page, difference);
    say(page, "\n");
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
    TOLD(recorded, "What we newly know (not news)"),
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
        add_heading(page, level, str_from(told_classes[i].heading));
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
        say(page, "\nComparisons with other councils moved, which is no change of this council.\n");
    if (minor)
        say(page, "\n%zu difference%s in wording alone %s not told.\n", minor, plural(minor),
            minor == 1 ? "is" : "are");
}

static void add_council(struct page *page, const struct issues *pair, int level)
{
    quote(page, pair->since->text);
    end_sentence(page);
    say(page, "\n");
    struct cited cited = cited_by(page->arena, pair->since);
    add_classes(page, pair->since, &cited, level);
    add_counted(page, pair->since);
    add_sources(page, &cited, level);
}

/* ---- all of them ---- */

struct tally {
    size_t compared, changed, first, gone, refused;
    size_t comparison, time_alone, method,
        minor; /* the last three of councils that did not change */
};

static struct tally count_all(const struct report *report)
{
    struct tally tally = {0};
    for (size_t i = 0; i < report->count; i++) {
        const struct issues *pair = &report->items[i];
        const struct since *since = pair->since;
        tally.first += pair->fate == ISSUES_FIRST;
        tally.gone += pair->fate == ISSUES_GONE;
        tally.refused += pair->fate == ISSUES_REFUSED;
        if (pair->fate != ISSUES_COMPARED)
            continue;
        bool changed = issues_are_changed(pair);
        tally.compared++;
        tally.changed += changed;
        tally.comparison += since->comparison.count > 0;
        tally.time_alone += !changed && since->time_alone.count;
        tally.method += !changed && since->method.count;
        tally.minor += since->minor.count > 0;
    }
    return tally;
}

/* "1 October 2026", or "1 October 2026 to 5 October 2026" where the issues before are of several
   days. */
static struct str days_before(const struct report *report)
{
    struct str first = date_text(report->arena, &report->before_first, DATE_LONG);
    struct str last = date_text(report->arena, &report->before_last, DATE_LONG);
    return str_equal(first, last)
               ? first
               : str_format(report->arena, STR_FMT " to " STR_FMT, STR_ARG(first), STR_ARG(last));
}

enum { NAMED_MOST = 5 };

/* ": Kent County Council and Leeds City Council", as long as they are few. */
static void add_changed_names(struct page *page, const struct tally *tally)
{
    size_t count = 0;
    for (size_t i = 0; tally->changed <= NAMED_MOST && i < page->report->count; i++) {
        const struct issues *pair = &page->report->items[i];
        if (pair->fate != ISSUES_COMPARED || !issues_are_changed(pair))
            continue;
        say(page, "%s", !count ? ": " : count + 1 < tally->changed ? ", " : " and ");
        quote(page, pair->council);
        count++;
    }
}

static void add_lead(struct page *page, const struct tally *tally)
{
    struct str days = days_before(page->report);
    const size_t unchanged = tally->compared - tally->changed;
    if (!tally->compared) {
        say(page, "No two issues of one council could be compared.\n");
    } else if (!tally->changed) {
        say(page, "No change since " STR_FMT " in %zu council%s.\n", STR_ARG(days), tally->compared,
            plural(tally->compared));
    } else {
        say(page, "Since " STR_FMT ", %zu of %zu council%s changed", STR_ARG(days), tally->changed,
            tally->compared, plural(tally->compared));
        add_changed_names(page, tally);
        if (unchanged)
            say(page, tally->changed <= NAMED_MOST ? "; %zu did not" : " and %zu did not",
                unchanged);
        say(page, ".\n");
    }
}

static void add_names(struct page *page, enum issues_fate fate, const char *words)
{
    size_t count = 0;
    for (size_t i = 0; i < page->report->count; i++) {
        const struct issues *pair = &page->report->items[i];
        if (pair->fate != fate)
            continue;
        say(page, "%s%s", count ? ", " : "\n", count ? "" : words);
        quote(page, pair->council.len ? pair->council : pair->name);
        count++;
    }
    say(page, count ? ".\n" : "");
}

static void add_papers(struct page *page, size_t count, const char *one, const char *many,
                       const char *rest)
{
    if (count)
        say(page, "\n%s %zu paper%s%s.\n", count == 1 ? one : many, count, plural(count), rest);
}

static void add_rest(struct page *page, const struct tally *tally)
{
    add_names(page, ISSUES_FIRST, "First issue, with none before it: ");
    add_names(page, ISSUES_GONE, "No longer there: ");
    add_names(page, ISSUES_REFUSED, "Not compared, for what is wrong with their facts: ");
    const char *moved = "Comparisons with other councils moved in";
    add_papers(page, tally->comparison, moved, moved, ", which is no change of these councils");
    const char *time = "The day alone moved something in";
    add_papers(page, tally->time_alone, time, time, " that did not change otherwise");
    const char *method = "How we compute it changed in";
    add_papers(page, tally->method, method, method, " that did not change otherwise");
    const char *wording = "The wording alone differs in";
    add_papers(page, tally->minor, wording, wording, "");
}

/* What stands behind "Since 1 October 2026: ". */
static struct str without_day(struct str text)
{
    size_t colon = str_starts(text, "Since ") ? str_find(text, ':', 0) : text.len;
    return str_trim(str_part(text, colon < text.len ? colon + 1 : 0, text.len));
}

static void add_who(struct page *page)
{
    add_heading(page, 2, STR("Who changed"));
    say(page, page->is_markdown ? "| Council | What changed |\n| --- | --- |\n" : "");
    for (size_t i = 0; i < page->report->count; i++) {
        const struct issues *pair = &page->report->items[i];
        if (pair->fate != ISSUES_COMPARED || !issues_are_changed(pair))
            continue;
        say(page, page->is_markdown ? "| " : "- ");
        quote(page, pair->council);
        say(page, page->is_markdown ? " | " : ": ");
        quote(page, without_day(pair->since->text));
        say(page, page->is_markdown ? " |\n" : "\n");
    }
}

static void add_all(struct page *page)
{
    const struct tally tally = count_all(page->report);
    add_lead(page, &tally);
    if (tally.changed)
        add_who(page);
    add_rest(page, &tally);
    for (size_t i = 0; i < page->report->count; i++) {
        const struct issues *pair = &page->report->items[i];
        if (pair->fate != ISSUES_COMPARED || !issues_are_changed(pair))
            continue;
        add_heading(page, 2, pair->council);
        add_council(page, pair, 3);
    }
}

/* ---- corrections ---- */

/* What the specification says of a difference; NULL: nothing. */
static const struct correction *correction_of(const struct briefing *briefing,
                                              const struct difference *difference)
{
    for (size_t i = 0; i < briefing->corrections.count; i++) {
        const struct correction *one = &briefing->corrections.items[i];
        bool named = one->of.len ? str_equal(one->of, difference->id)
                                 : str_equal(one->kind, difference->kind);
        if (named && str_equal(one->field, difference->field) &&
            str_equal(one->why, difference->why))
            return one;
    }
    return NULL;
}

static const struct withdrawal *withdrawal_of(const struct briefing *briefing,
                                              const struct difference *difference)
{
    for (size_t i = 0; i < briefing->withdrawn.count; i++) {
        const struct withdrawal *one = &briefing->withdrawn.items[i];
        bool named = one->of.len ? str_equal(one->of, difference->id)
                                 : str_equal(one->kind, difference->kind);
        if (named && str_equal(one->why, difference->why))
            return one;
    }
    return NULL;
}

static void add_line(struct page *page, const char *label, struct str words)
{
    if (!words.len)
        return;
    begin_item(page);
    say(page, "%s: ", label);
    quote(page, words);
    end_sentence(page);
    say(page, "\n");
}

static void add_dates(struct page *page, const struct issues *pair, const struct date *since,
                      const struct difference *difference)
{
    begin_item(page);
    say(page, "In which issues: ");
    if (since->precision) {
        say(page, "since that of ");
        quote_date(page, since);
    } else {
        say(page, "that of ");
        quote_date(page, &pair->since->before);
        say(page, ", and perhaps earlier ones");
    }
    say(page, ".\n");
    if (difference->on.precision)
        add_line(page, "Found", date_text(page->arena, &difference->on, DATE_LONG));
}

/* "judgements, adoption"; absent: the whole record. */
static struct str detail_of(struct arena *arena, const struct difference *difference)
{
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < difference->field.len; i++) {
        char c = difference->field.at[i];
        buf_addf(&out, c == '.' ? ",%c" : "%c", c == '_' || c == '.' ? ' ' : c);
    }
    return buf_str(&out);
}

static void add_corrected(struct page *page, const struct issues *pair,
                          const struct difference *difference, int level)
{
    static const struct date unknown;
    const bool gone = difference->class == DIFFERENCE_WITHDRAWN;
    const struct correction *said = gone ? NULL : correction_of(pair->now, difference);
    const struct withdrawal *taken = gone ? withdrawal_of(pair->now, difference) : NULL;
    add_heading(page, level, difference->what);
    add_line(page, "Which detail", detail_of(page->arena, difference));
    add_line(page, "What we published", difference->was.len ? difference->was : difference->text);
    add_line(page, "What is right",
             difference->is.len ? difference->is
             : gone             ? STR("it is withdrawn, with nothing in its place")
                                : STR("nothing is recorded in its place"));
    add_line(page, "Why", difference->why.len ? difference->why : STR("no reason is recorded"));
    add_dates(page, pair, said ? &said->since : taken ? &taken->since : &unknown, difference);
}

static size_t count_wrong(const struct issues *pair)
{
    return pair->fate == ISSUES_COMPARED
               ? pair->since->corrected.count + pair->since->withdrawn.count
               : 0;
}

static void add_notice_of(struct page *page, const struct issues *pair, int level)
{
    const struct since *since = pair->since;
    for (size_t i = 0; i < since->corrected.count; i++)
        add_corrected(page, pair, &since->corrected.items[i], level);
    for (size_t i = 0; i < since->withdrawn.count; i++)
        add_corrected(page, pair, &since->withdrawn.items[i], level);
}

static void add_notice(struct page *page)
{
    const struct report *report = page->report;
    size_t wrong = 0, councils = 0;
    for (size_t i = 0; i < report->count; i++) {
        wrong += count_wrong(&report->items[i]);
        councils += count_wrong(&report->items[i]) > 0;
    }
    if (!wrong)
        say(page, "No correction since " STR_FMT ".\n", STR_ARG(days_before(report)));
    else
        say(page, "What was published up to " STR_FMT " and was wrong: %zu correction%s%s.\n",
            STR_ARG(days_before(report)), wrong, plural(wrong),
            report->is_of_one
                ? ""
                : str_format(page->arena, ", of %zu council%s", councils, plural(councils)).at);
    add_names(page, ISSUES_REFUSED, "Not compared, for what is wrong with their facts: ");
    for (size_t i = 0; i < report->count; i++) {
        if (!count_wrong(&report->items[i]))
            continue;
        if (!report->is_of_one)
            add_heading(page, 2, report->items[i].council);
        add_notice_of(page, &report->items[i], report->is_of_one ? 2 : 3);
    }
}

/* ---- the whole ---- */

/* Dates are held together by no-break spaces, which searching a text would miss. */
static struct str with_plain_spaces(const struct page *page)
{
    struct str text = buf_str(&page->out);
    struct buf plain = {.arena = page->arena};
    for (size_t at = 0; at < text.len; at++) {
        bool holds = str_starts(str_part(text, at, text.len), "\302\240");
        buf_byte(&plain, holds ? ' ' : text.at[at]);
        at += holds;
    }
    return buf_str(&plain);
}

struct str report_title(const struct report *report, bool corrections)
{
    struct arena *arena = report->arena;
    const struct issues *only = report->is_of_one ? &report->items[0] : NULL;
    struct str council = only && only->council.len
                             ? str_format(arena, STR_FMT ": ", STR_ARG(only->council))
                             : STR("");
    struct str days = STR("");
    if (corrections && report->as_at.precision)
        days =
            str_format(arena, " of " STR_FMT, STR_ARG(date_text(arena, &report->as_at, DATE_LONG)));
    else if (!corrections && report->before_first.precision)
        days = str_format(arena, " since " STR_FMT, STR_ARG(days_before(report)));
    const char *words = corrections   ? council.len ? "correction notice" : "Correction notice"
                        : council.len ? "what changed"
                                      : "What changed";
    return str_format(arena, STR_FMT "%s" STR_FMT, STR_ARG(council), words, STR_ARG(days));
}

struct str report_text(const struct report *report, enum report_form form, bool corrections)
{
    struct page page = {.arena = report->arena,
                        .report = report,
                        .out = {.arena = report->arena},
                        .is_markdown = form == REPORT_MARKDOWN};
    add_heading(&page, 1, report_title(report, corrections));
    if (corrections)
        add_notice(&page);
    else if (report->is_of_one && report->items[0].since)
        add_council(&page, &report->items[0], 2);
    else
        add_all(&page);
    return page.is_markdown ? buf_str(&page.out) : with_plain_spaces(&page);
}
