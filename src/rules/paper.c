/* Rules on the paper as a whole, and on what a committee expects of it. */
#include "brief/brief_codes.h"
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

enum { EXEMPT_PARAGRAPHS = 7 }; /* in Part 1 of Schedule 12A to the Local Government Act 1972 */

static void as_at_is_a_day(const struct check *check)
{
    const struct front_sheet *sheet = check->briefing->briefing;
    if (sheet->as_at.precision == DATE_DAY)
        return;
    bool missing = sheet->as_at.precision == DATE_UNKNOWN;
    if (missing && record_states(sheet, "as_at"))
        return; /* it was reported as no date */
    struct diag *diag = diag_report(check->diags, &E227, SPAN_OF(sheet, as_at),
                                    missing ? "the briefing has no day for which it is made"
                                            : "`as_at` must be a day");
    diag_hint(check->diags, diag,
              missing ? "add `as_at` below `briefing`, such as `as_at: 2018-01-22`"
                      : "write year, month and day, such as 2018-01-22");
}

/* Of a source, or of what was looked for. */
static void check_day(const struct check *check, const struct date *as_at, const void *record)
{
    if (as_at->precision == DATE_UNKNOWN || as_at->precision == DATE_DAY)
        return;
    struct diag *diag = diag_report(check->diags, &E250, record_span_of(record, "as_at"),
                                    "this holds up to one day");
    diag_hint(check->diags, diag, "write year, month and day, such as 2026-11-01");
}

static void coverage_ends_on_a_day(const struct check *check)
{
    const struct cover_list *covers = &check->briefing->covers;
    const struct evidence_list *sources = &check->briefing->sources;
    for (size_t i = 0; i < covers->count; i++) {
        const struct cover *cover = &covers->items[i];
        check_day(check, &cover->as_at, cover);
    }
    for (size_t i = 0; i < sources->count; i++) {
        const struct evidence *source = &sources->items[i];
        check_day(check, &source->as_at, source);
    }
}

static void check_paragraph_number(const struct check *check, int64_t number, struct span span)
{
    if (number >= 1 && number <= EXEMPT_PARAGRAPHS)
        return;
    struct diag *diag = diag_report(check->diags, &E231, span, "there is no exempt paragraph %lld",
                                    (long long)number);
    diag_hint(check->diags, diag, "Part 1 of Schedule 12A has paragraphs 1 to 7");
}

static bool class_needs_paragraphs(int classification)
{
    return classification == CLASS_EXEMPT || classification == CLASS_PART_EXEMPT;
}

static void exempt_paragraphs_fit_the_class(const struct check *check)
{
    const struct front_sheet *sheet = check->briefing->briefing;
    const struct wholes *paragraphs = &sheet->exempt_paragraphs;
    for (size_t i = 0; i < paragraphs->count; i++)
        check_paragraph_number(check, paragraphs->items[i], paragraphs->spans[i]);
    bool needed = class_needs_paragraphs(sheet->classification);
    if (needed == (paragraphs->count > 0))
        return;
    struct diag *diag = diag_report(
        check->diags, &E231, record_span_of(sheet, needed ? "classification" : "exempt_paragraphs"),
        needed ? "an exempt report must name the paragraph by which it is exempt"
               : "exempt paragraphs are given, and the report is not classified as exempt");
    diag_hint(check->diags, diag,
              needed ? "add `exempt_paragraphs`, such as [1, 2]"
                     : "write `classification: exempt` or `part_exempt`, or delete them");
}

/* ---- where an officer's own section stands ---- */

static void own_section_has_a_place(const struct check *check, const struct own_section *one)
{
    bool before = record_states(one, "before"), after = record_states(one, "after");
    if (before != after)
        return;
    struct diag *diag = diag_report(
        check->diags, &E342, before ? SPAN_OF(one, before) : SPAN_OF(one, heading),
        before ? "this section has two places" : "this section has no place in the paper");
    diag_hint(check->diags, diag,
              before ? "delete `before` or `after`"
                     : "add the section that it stands after, such as `after: position`");
}

static void own_sections_have_a_place(const struct check *check)
{
    const struct own_section_list *all = &check->briefing->sections;
    for (size_t i = 0; i < all->count; i++)
        own_section_has_a_place(check, &all->items[i]);
}

/* ---- the message ---- */

enum { FINDING_WORDS = 16, LEAD_WORDS = 40 }; /* three lines of a heading; three of the lead */

static size_t count_words(struct str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool begins = i == 0 || text.at[i - 1] == ' ' || text.at[i - 1] == '\n';
        count += begins && text.at[i] != ' ' && text.at[i] != '\n';
    }
    return count;
}

static void check_words(const struct check *check, struct str text, const char *key, size_t most)
{
    const struct front_sheet *sheet = check->briefing->briefing;
    size_t count = count_words(text);
    if (count <= most)
        return;
    struct diag *diag =
        diag_report(check->diags, &W390, record_span_of(sheet, key),
                    "the %s has %zu words, and is read best with at most %zu", key, count, most);
    diag_hint(check->diags, diag, "say what matters most; the rest has room under `key_points`");
}

static void message_is_short(const struct check *check)
{
    check_words(check, check->briefing->briefing->finding, "finding", FINDING_WORDS);
    check_words(check, check->briefing->briefing->lead, "lead", LEAD_WORDS);
}

/* ---- what a committee expects ---- */

static void meeting_is_not_over(const struct check *check)
{
    const struct front_sheet *sheet = check->briefing->briefing;
    if (!date_surely_after(&sheet->as_at, &sheet->meeting_date))
        return;
    struct diag *diag = diag_report(check->diags, &W245, SPAN_OF(sheet, meeting_date),
                                    "the committee meets before the day of the briefing");
    diag_hint(check->diags, diag, "correct the meeting, or make the briefing for an earlier day");
    diag_note(check->diags, diag, SPAN_OF(sheet, as_at), "the briefing is made for here");
}

static bool states(const struct front_sheet *sheet, int kind)
{
    for (size_t i = 0; i < sheet->implications.count; i++) {
        const struct implication *one = &sheet->implications.items[i];
        if (one->kind == kind)
            return true;
    }
    return false;
}

/* A kind that is no such word was refused, and may be one of those that seem to be missing. */
static bool some_are_unreadable(const struct front_sheet *sheet)
{
    return states(sheet, IMPLICATION_ABSENT);
}

/* A paper that goes to a committee, or that states some implications, must state these. */
static void implications_are_stated(const struct check *check)
{
    static const int needed[] = {IMPLICATION_FINANCIAL, IMPLICATION_LEGAL, IMPLICATION_EQUALITY,
                                 IMPLICATION_RISK};
    const struct front_sheet *sheet = check->briefing->briefing;
    if ((!sheet->body.len && !sheet->implications.count) || some_are_unreadable(sheet))
        return;
    const struct word *words = record_field(&implication_table, STR("kind"))->words;
    struct buf missing = {.arena = check->diags->arena};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (!states(sheet, needed[i]))
            buf_addf(&missing, "%s`%s`", missing.len ? ", " : "", words[needed[i] - 1].id);
    if (!missing.len)
        return;
    struct diag *diag = diag_report(
        check->diags, &W239,
        record_span_of(sheet, sheet->implications.count ? "implications" : "body"),
        "a committee paper states its implications; missing: " STR_FMT, STR_ARG(buf_str(&missing)));
    diag_hint(check->diags, diag, "where there are none, write `text: None identified.`");
}

/* ---- what holds, and why ---- */

const struct rule paper_rules[] = {
    {CODES_OF(&E227), .holds = "the briefing is made for one day",
     .evidence = "Everything that is computed depends on it.", .briefing = as_at_is_a_day},
    {CODES_OF(&E250), .holds = "how far a search or a set of data goes is given as one day",
     .evidence = "The paper prints that day; a month would claim days on which nobody looked.",
     .briefing = coverage_ends_on_a_day},
    {CODES_OF(&W245), .holds = "the committee does not meet before the day of the briefing",
     .evidence =
         "A paper is written before its meeting, but may be brought up to date for the minutes.",
     .briefing = meeting_is_not_over},
    {CODES_OF(&E231),
     .holds = "exempt paragraphs are some that exist, and stand with an exempt classification",
     .evidence = "The paragraphs are those of Schedule 12A to the Local Government Act 1972.",
     .briefing = exempt_paragraphs_fit_the_class},
    {CODES_OF(&E342), .holds = "a section of the officers' own has one place",
     .evidence = "Without a place it would silently be missing, with two it would be there twice.",
     .briefing = own_sections_have_a_place},
    {CODES_OF(&W390), .holds = "the finding fits a heading, and the lead three lines",
     .evidence =
         "Members read a first page in two minutes; a heading of more than three lines and a "
         "lead of more than forty words are no message.",
     .briefing = message_is_short},
    {CODES_OF(&W239), .holds = "a committee paper states its implications, or that there are none",
     .evidence = "Lawyers look for them before a paper is published; other papers need none.",
     .briefing = implications_are_stated},
    {.codes = NULL},
};
