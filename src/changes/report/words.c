/* The report for people: who changed, then each council; and the correction notice. */
#include "changes/report/page.h"

#include "changes/finder.h"

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

/* "1 October 2026", or "the issues of 1 October 2026 to 5 October 2026" where they are of several
   days. */
static struct str days_before(const struct report *report)
{
    struct str first = date_text(report->arena, &report->before_first, DATE_LONG);
    struct str last = date_text(report->arena, &report->before_last, DATE_LONG);
    return str_equal(first, last)
               ? first
               : str_format(report->arena, "the issues of " STR_FMT " to " STR_FMT, STR_ARG(first),
                            STR_ARG(last));
}

static bool is_told(const struct issues *pair)
{
    return pair->fate == ISSUES_COMPARED && issues_are_changed(pair);
}

enum { NAMED_MOST = 5 };

/* ": Kent County Council and Leeds City Council", as long as they are few. */
static void add_changed_names(struct page *page, const struct tally *tally)
{
    size_t count = 0;
    for (size_t i = 0; tally->changed <= NAMED_MOST && i < page->report->count; i++) {
        const struct issues *pair = &page->report->items[i];
        if (!is_told(pair))
            continue;
        page_say(page, "%s", !count ? ": " : count + 1 < tally->changed ? ", " : " and ");
        page_quote(page, pair->council);
        count++;
    }
}

static void add_lead(struct page *page, const struct tally *tally)
{
    struct str days = days_before(page->report);
    const size_t unchanged = tally->compared - tally->changed;
    if (!tally->compared) {
        page_say(page, "No two issues of one council could be compared.\n");
    } else if (!tally->changed) {
        page_say(page, "No change since " STR_FMT " in %zu council%s.\n", STR_ARG(days),
                 tally->compared, plural_end(tally->compared));
    } else {
        page_say(page, "Since " STR_FMT ", %zu of %zu council%s changed", STR_ARG(days),
                 tally->changed, tally->compared, plural_end(tally->compared));
        add_changed_names(page, tally);
        if (unchanged)
            page_say(page, tally->changed <= NAMED_MOST ? "; %zu did not" : " and %zu did not",
                     unchanged);
        page_say(page, ".\n");
    }
}

static void add_names(struct page *page, enum issues_fate fate, const char *words)
{
    size_t count = 0;
    for (size_t i = 0; i < page->report->count; i++) {
        const struct issues *pair = &page->report->items[i];
        if (pair->fate != fate)
            continue;
        page_say(page, "%s%s", count ? ", " : "\n", count ? "" : words);
        page_quote(page, pair->council.len ? pair->council : pair->name);
        count++;
    }
    page_say(page, count ? ".\n" : "");
}

static void add_papers(struct page *page, size_t count, const char *one, const char *many,
                       const char *rest)
{
    if (count)
        page_say(page, "\n%s %zu paper%s%s.\n", count == 1 ? one : many, count, plural_end(count),
                 rest);
}

static void add_rest(struct page *page, const struct tally *tally)
{
    add_names(page, ISSUES_FIRST, "First issue, with none before it: ");
    add_names(page, ISSUES_GONE, "No longer there: ");
    add_names(page, ISSUES_REFUSED, "Not compared, for what is wrong with their facts: ");
    const char *moved = "Comparisons with other councils moved in";
    add_papers(page, tally->comparison, moved, moved,
               tally->comparison == 1 ? ", which is no change of that council"
                                      : ", which is no change of these councils");
    const char *time = "The day alone moved something in";
    add_papers(page, tally->time_alone, time, time, " that did not change otherwise");
    const char *method = "How we compute it changed in";
    add_papers(page, tally->method, method, method, " that did not change otherwise");
    if (tally->minor)
        page_say(page,
                 "\n%zu paper%s minor differences, such as wording or how long ago something was, "
                 "which are not told here.\n",
                 tally->minor, tally->minor == 1 ? " has" : "s have");
}

/* What stands behind "Since 1 October 2026: ". */
static struct str without_day(struct str text)
{
    size_t colon = str_starts(text, "Since ") ? str_find(text, ':', 0) : text.len;
    return str_trim(str_part(text, colon < text.len ? colon + 1 : 0, text.len));
}

/* What stands in front of a row, and between its cells, and behind it. */
struct row_marks {
    const char *head, *start, *between, *end;
};

static struct row_marks marks_of(const struct page *page)
{
    if (page->is_paper)
        return (struct row_marks){"| Council | What changed | Where |\n| --- | --- | --- |\n", "| ",
                                  " | ", ""};
    if (page->is_markdown)
        return (struct row_marks){"| Council | What changed |\n| --- | --- |\n", "| ", " | ",
                                  " |\n"};
    return (struct row_marks){"", "- ", ": ", "\n"};
}

static void add_who(struct page *page)
{
    const struct row_marks marks = marks_of(page);
    page_heading(page, 2, STR("Who changed"));
    page_say(page, "%s", marks.head);
    for (size_t i = 0; i < page->report->count; i++) {
        const struct issues *pair = &page->report->items[i];
        if (!is_told(pair))
            continue;
        page_say(page, "%s", marks.start);
        page_quote(page, pair->council);
        page_say(page, "%s", marks.between);
        page_quote(page, without_day(pair->since->text));
        page_say(page, "%s", marks.end);
        if (page->is_paper)
            page_say(page, " | [page](#council-%zu) |\n", i + 1);
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
        if (!is_told(pair))
            continue;
        if (page->is_paper)
            page_say(page, "\n```place\nid: council-%zu\n```\n", i + 1);
        page_heading(page, 2, pair->council);
        page_council(page, pair, 3);
    }
}

/* ---- corrections ---- */

static bool says(struct str why, const struct date *found, const struct difference *difference)
{
    return difference->why.len && str_equal(why, difference->why) &&
           found->first == difference->on.first;
}

/* The entry that gave the reason; NULL: there is none, or several records have the same one. */
static const struct correction *correction_of(const struct briefing *briefing,
                                              const struct difference *difference)
{
    const struct correction *found = NULL;
    size_t count = 0;
    for (size_t i = 0; i < briefing->corrections.count; i++) {
        const struct correction *one = &briefing->corrections.items[i];
        if (!says(one->why, &one->found, difference))
            continue;
        if (one->of.len && str_equal(one->of, difference->id) &&
            str_equal(one->field, difference->field))
            return one;
        found = one;
        count++;
    }
    return count == 1 ? found : NULL;
}

static const struct withdrawal *withdrawal_of(const struct briefing *briefing,
                                              const struct difference *difference)
{
    const struct withdrawal *found = NULL;
    size_t count = 0;
    for (size_t i = 0; i < briefing->withdrawn.count; i++) {
        const struct withdrawal *one = &briefing->withdrawn.items[i];
        if (!says(one->why, &one->found, difference))
            continue;
        if (one->of.len && str_equal(one->of, difference->id))
            return one;
        found = one;
        count++;
    }
    return count == 1 ? found : NULL;
}

static void add_line(struct page *page, const char *label, struct str words)
{
    if (!words.len)
        return;
    page_item(page);
    page_say(page, "%s: ", label);
    page_quote(page, words);
    page_end_sentence(page);
    page_say(page, "\n");
}

static void add_dates(struct page *page, const struct issues *pair, const struct date *since,
                      const struct difference *difference)
{
    page_item(page);
    page_say(page, "In which issues: ");
    if (since->precision) {
        page_say(page, "since that of ");
        page_date(page, since);
    } else {
        page_say(page, "that of ");
        page_date(page, &pair->since->before);
        page_say(page, ", and perhaps earlier ones");
    }
    page_say(page, ".\n");
    if (difference->on.precision)
        add_line(page, "Found", date_text(page->arena, &difference->on, DATE_LONG));
}

/* "Statutory direction of May 2015: issued" */
static struct str wrong_heading(struct arena *arena, const struct difference *difference)
{
    const struct field *field = difference->changed;
    struct str key = difference->field;
    if (!field)
        return difference->what;
    if (str_starts(key, "judgements."))
        key = str_part(key, strlen("judgements."), key.len);
    struct buf out = {.arena = arena};
    buf_addf(&out, STR_FMT ": ", STR_ARG(difference->what));
    if (field->label)
        buf_addz(&out, field->label);
    for (size_t i = 0; !field->label && i < key.len; i++)
        buf_byte(&out, key.at[i] == '_' ? ' ' : key.at[i]);
    return buf_str(&out);
}

static void add_corrected(struct page *page, const struct issues *pair,
                          const struct difference *difference, int level)
{
    static const struct date unknown;
    const bool gone = difference->class == DIFFERENCE_WITHDRAWN;
    const struct correction *said = gone ? NULL : correction_of(pair->now, difference);
    const struct withdrawal *taken = gone ? withdrawal_of(pair->now, difference) : NULL;
    page_heading(page, level, wrong_heading(page->arena, difference));
    const bool repeats = str_equal(difference->was, difference->what); /* the heading */
    add_line(page, "What we published", taken ? taken->what : repeats ? STR_NONE : difference->was);
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

static const char *of_councils(struct arena *arena, size_t count)
{
    return str_format(arena, " in the papers of " STR_FMT,
                      STR_ARG(count_words(arena, count, "council", "councils")))
        .at;
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
        page_say(page, "No correction since " STR_FMT ".\n", STR_ARG(days_before(report)));
    else
        page_say(page, "What was published up to " STR_FMT " and was wrong: " STR_FMT "%s.\n",
                 STR_ARG(days_before(report)),
                 STR_ARG(count_words(page->arena, wrong, "correction", "corrections")),
                 report->is_of_one ? "" : of_councils(page->arena, councils));
    add_names(page, ISSUES_REFUSED, "Not compared, for what is wrong with their facts: ");
    for (size_t i = 0; i < report->count; i++) {
        if (!count_wrong(&report->items[i]))
            continue;
        if (!report->is_of_one)
            page_heading(page, 2, report->items[i].council);
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
                        .is_markdown = form != REPORT_TEXT,
                        .is_paper = form == REPORT_PAPER};
    page_heading(&page, 1, report_title(report, corrections));
    if (corrections)
        add_notice(&page);
    else if (report->is_of_one && report->items[0].since)
        page_council(&page, &report->items[0], 2);
    else
        add_all(&page);
    return page.is_markdown ? buf_str(&page.out) : with_plain_spaces(&page);
}
