/* What is wrong with YAML that cannot be read, in words for officers. */
#include "data/yaml/yaml_fault.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/data_codes.h"
#include "data/yaml/yaml_pasted.h"

#include <stdlib.h>

/* ---- finds keys that are given twice in one map ---- */

static int compare_pairs(const void *left, const void *right)
{
    const struct pair *a = *(const struct pair *const *)left;
    const struct pair *b = *(const struct pair *const *)right;
    int order = str_compare(a->key, b->key);
    return order ? order : (a > b) - (a < b);
}

static void report_repeat(struct arena *arena, struct diags *diags, const struct pair *first,
                          const struct pair *again)
{
    struct diag *diag = diag_report(diags, &E113, again->key_span, "`" STR_FMT "` is given twice",
                                    STR_ARG(text_shown(arena, again->key)));
    bool lists = first->value->kind == NODE_LIST && again->value->kind == NODE_LIST;
    diag_hint(diags, diag, lists ? "join the two lists under one key" : "keep one of the two");
    diag_note(diags, diag, first->key_span, "the first is here");
}

/* Sorted, so that a map of very many keys stays cheap. */
static struct pair **sort_pairs(struct arena *arena, struct pair *pairs, size_t count)
{
    struct pair **sorted = ARENA_ARRAY(arena, struct pair *, count);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &pairs[i];
    qsort(sorted, count, sizeof *sorted, compare_pairs);
    return sorted;
}

size_t yaml_drop_repeats(struct arena *arena, struct diags *diags, struct pair *pairs, size_t count)
{
    if (count < 2)
        return count;
    struct pair **sorted = sort_pairs(arena, pairs, count);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (!str_equal(sorted[i]->key, sorted[first]->key)) {
            first = i;
            continue;
        }
        report_repeat(arena, diags, sorted[first], sorted[i]);
        sorted[i]->value = NULL;
    }
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (pairs[i].value)
            pairs[kept++] = pairs[i];
    return kept;
}

/* ---- from the parser's complaints to sentences that say what to mend ---- */

/* The word at a place; at the end of a line nothing. */
static struct span word_span(const struct yaml_text *text, size_t at)
{
    size_t end = at;
    while (end < text->text.len && !ascii_is_blank(text->text.at[end]) &&
           !ascii_ends_line(text->text.at[end]))
        end++;
    return yaml_span(text, at, end);
}

/* The line around a place, without its indentation. */
static struct span line_span(const struct yaml_text *text, size_t at)
{
    size_t start = ascii_past_blanks(text->text, ascii_line_start(text->text, at));
    return yaml_span(text, start, ascii_line_end(text->text, start));
}

/* Is there a colon with white space or nothing after it in [start, end)? */
static bool has_key(struct str text, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (text.at[i] == ':' && (i + 1 == end || ascii_is_blank(text.at[i + 1])))
            return true;
    return false;
}

static void report(struct diags *diags, struct span span, const char *message, const char *hint)
{
    struct diag *diag = diag_report(diags, &E110, span, "%s", message);
    diag_hint(diags, diag, "%s", hint);
}

/* ---- complaints that have more than one cause ---- */

static void not_key_and_value(struct diags *diags, const struct yaml_text *text, size_t at)
{
    if (yaml_report_cut(diags, text, at))
        return;
    struct str line =
        str_part(text->text, ascii_line_start(text->text, at), ascii_line_end(text->text, at));
    bool colon = str_find(line, ':', 0) < line.len;
    report(diags, line_span(text, at), "this line is not of the form `key: value`",
           colon ? "put a space behind the colon" : "write a key, a colon and a space before it");
}

/* Where the key of a line stands, after its hyphens. */
static size_t key_column(struct str text, size_t start)
{
    size_t at = ascii_past_blanks(text, start);
    while (at + 1 < text.len && text.at[at] == '-' && ascii_is_blank(text.at[at + 1]))
        at = ascii_past_blanks(text, at + 1);
    return at - start;
}

/* The first byte of the line before; of the same when there is none. */
static size_t line_before(struct str text, size_t start)
{
    return start ? ascii_line_start(text, start - 1) : 0;
}

static bool is_key_without_value(struct str text, size_t start)
{
    return str_ends(str_trim(str_part(text, start, ascii_line_end(text, start))), ":");
}

/* The first of the keys below another stands beside it, and those after it are indented. */
static void report_not_indented(struct diags *diags, const struct yaml_text *text, size_t at,
                                size_t key)
{
    struct diag *diag = diag_report(diags, &E110, line_span(text, at),
                                    "this line is not indented like the one below");
    diag_hint(diags, diag, "indent it exactly as the line below");
    diag_note(diags, diag, line_span(text, key), "both seem to belong to this");
}

/* "mapping values are not allowed": a second colon in a line, a line that is indented too far, or
   one above that is no key and so swallowed this one. */
static void unexpected_colon(struct diags *diags, const struct yaml_text *text, size_t at)
{
    struct str all = text->text;
    size_t start = ascii_line_start(all, at);
    if (yaml_report_curly(diags, text, at))
        return;
    if (has_key(all, start, at)) {
        report(diags, word_span(text, at), "there is a second `: ` in this line",
               "put the text in quotation marks");
        return;
    }
    size_t above_end = start;
    while (above_end > 0 &&
           (ascii_ends_line(all.at[above_end - 1]) || ascii_is_blank(all.at[above_end - 1])))
        above_end--;
    size_t above = ascii_line_start(all, above_end);
    bool deeper = ascii_past_blanks(all, start) - start > ascii_past_blanks(all, above) - above;
    if (above_end > 0 && !deeper && !has_key(all, above, above_end))
        not_key_and_value(diags, text, above);
    else if (is_key_without_value(all, line_before(all, above)) &&
             key_column(all, above) == key_column(all, line_before(all, above)))
        report_not_indented(diags, text, above, line_before(all, above));
    else
        report(diags, line_span(text, at),
               "this line is indented further than the one above allows",
               "line it up with the key above, or put the text above in quotation marks");
}

/* Why a quotation mark at `start` has no other: the one at the end of the line is curly, or it was
   meant as an apostrophe. */
static const char *unclosed_hint(struct str text, size_t start)
{
    struct str line = str_trim(str_part(text, start, ascii_line_end(text, start)));
    size_t next = start + 1;
    if (str_ends(line, "\u201D") || str_ends(line, "\u201C") || str_ends(line, "\u2019") ||
        str_ends(line, "\u2018"))
        return "the mark at the end of the line is a curly one: write a straight one";
    if (text.at[start] != '\'' || next >= text.len || ascii_is_blank(text.at[next]))
        return "add the closing quotation mark";
    return "add the closing quotation mark; a text that begins with an apostrophe stands in \" \"";
}

/* A closing mark was forgotten, and the next one further down was taken for it. */
static void report_long_quote(struct diags *diags, const struct yaml_text *text, size_t start,
                              size_t end)
{
    struct diag *diag = diag_report(diags, &E110, word_span(text, start),
                                    "this quotation mark is not closed on its line");
    diag_hint(diags, diag, "%s", unclosed_hint(text->text, start));
    diag_note(diags, diag, yaml_span(text, end - 1, end), "it is closed only here");
}

static void report_after_quote(struct diags *diags, const struct yaml_text *text,
                               const struct yaml_fault *fault)
{
    if (ascii_line_end(text->text, fault->quote_start) < fault->quote_end) {
        report_long_quote(diags, text, fault->quote_start, fault->quote_end);
        return;
    }
    bool single = text->text.at[fault->quote_start] == '\'';
    struct diag *diag = diag_report(diags, &E110, word_span(text, fault->at),
                                    "there is more text behind the closing quotation mark");
    diag_hint(diags, diag, "%s",
              single ? "write an apostrophe inside as two: ''"
                     : "write a quotation mark inside as \\\"");
    diag_note(diags, diag, yaml_span(text, fault->quote_start, fault->quote_start + 1),
              "the quotation marks open here");
}

static void report_unclosed(struct diags *diags, const struct yaml_text *text, size_t start)
{
    report(diags, word_span(text, start), "this quotation mark is never closed",
           unclosed_hint(text->text, start));
}

/* Does a fault stand after a closing bracket, on its line? */
static bool is_after_bracket(struct str text, size_t at)
{
    while (at > 0 && ascii_is_blank(text.at[at - 1]))
        at--;
    return at > 0 && (text.at[at - 1] == ']' || text.at[at - 1] == '}');
}

static void report_after_bracket(struct diags *diags, const struct yaml_text *text, size_t at)
{
    report(diags, word_span(text, at), "there is more text behind the closing bracket",
           "put a text that begins with a bracket in quotation marks");
}

/* "did not find expected key": more text behind a quotation, or a line out of line. */
static void out_of_line(struct diags *diags, const struct yaml_text *text,
                        const struct yaml_fault *fault)
{
    bool same_line = ascii_line_end(text->text, fault->quote_end) >= fault->at;
    if (fault->quote_end > 0 && fault->quote_end <= fault->at && same_line) {
        report_after_quote(diags, text, fault);
        return;
    }
    size_t start = ascii_line_start(text->text, fault->at),
           end = ascii_line_end(text->text, fault->at);
    if (!has_key(text->text, start, end) && yaml_report_cut(diags, text, fault->at))
        return;
    struct diag *diag = diag_report(diags, &E110, line_span(text, fault->at),
                                    "this line does not line up with the keys above");
    diag_hint(diags, diag, "indent it exactly as the lines that it belongs with");
    diag_note(diags, diag, word_span(text, fault->context_at), "the keys around it begin here");
}

static void bad_first_character(struct diags *diags, const struct yaml_text *text, size_t at)
{
    struct str all = text->text;
    size_t end = at;
    uint32_t c = at < all.len ? utf8_next(all, &end) : 0;
    struct span span = yaml_span(text, at, end);
    if (c == '\t') {
        report(diags, span, "a tab is used to indent", "use spaces");
        return;
    }
    struct diag *diag = diag_report(diags, &E110, span, "a text cannot begin with `" STR_FMT "`",
                                    STR_ARG(str_part(all, at, end)));
    diag_hint(diags, diag, "put the text in quotation marks");
}

/* ---- complaints that have one ---- */

struct saying {
    const char *problem; /* how the parser's words begin */
    const char *context; /* and those of its context; NULL: any */
    bool at_context;     /* is the context the better place to show */
    const char *message, *hint;
    const char *note; /* for the context; may be NULL */
};

static const struct saying sayings[] = {
    {"found unknown escape character", NULL, false,
     "`\\` has a special meaning in double quotation marks, and none before this character",
     "use single quotation marks, or write `\\\\`", NULL},
    {"did not find expected hexdecimal number", NULL, false,
     "a character's number is expected here", "use single quotation marks, or write `\\\\`", NULL},
    {"found invalid Unicode character escape code", NULL, false, "there is no such character",
     "type the character itself", NULL},
    {"block sequence entries are not allowed", NULL, false, "a list cannot begin here",
     "begin each item with `- ` on a line of its own", NULL},
    {"mapping keys are not allowed", NULL, false, "a text cannot begin with `? `",
     "put the text in quotation marks", NULL},
    {"found a tab character", NULL, false, "a tab is used to indent", "use spaces", NULL},
    {"did not find expected comment or line break", "while scanning a block", false,
     "nothing may follow `|` or `>` on its line",
     "begin the text on the next line, or put it in quotation marks", NULL},
    {"did not find expected alphabetic", "while scanning an alias", true,
     "a text cannot begin with `*`", "put the text in quotation marks", NULL},
    {"did not find expected alphabetic", "while scanning an anchor", true,
     "a text cannot begin with `&`", "put the text in quotation marks", NULL},
    {"", "while scanning a tag", true, "a text cannot begin with `!`",
     "put the text in quotation marks", NULL},
    {"", "while parsing a tag", true, "a text cannot begin with `!`",
     "put the text in quotation marks", NULL},
    {"found undefined tag handle", NULL, false, "a text cannot begin with `!`",
     "put the text in quotation marks", NULL},
    {"", "while scanning a directive", true, "a line cannot begin with `%`",
     "delete the line, or put the text in quotation marks", NULL},
    {"found unexpected ':'", NULL, false, "a colon stands inside a text without quotation marks",
     "put the text in quotation marks", NULL},
    {"did not find expected '-' indicator", NULL, false,
     "this line does not line up with the list above", "indent it exactly as the items above",
     "the list begins here"},
    {"did not find expected ',' or ']'", NULL, false, "a comma or the closing `]` is missing here",
     "separate items with commas and close the list with `]`", "the list is opened here"},
    {"did not find expected ',' or '}'", NULL, false, "a comma or the closing `}` is missing here",
     "separate pairs with commas and close them with `}`", "the bracket is opened here"},
    {"did not find expected node content", NULL, false, "a value is expected here",
     "write the value, or put the text in quotation marks", NULL},
    {"did not find expected <document start>", NULL, false,
     "this does not belong to what stands above", "delete it, or line it up with the lines above",
     NULL},
};

static const struct saying *find_saying(const struct yaml_fault *fault)
{
    for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++) {
        const struct saying *saying = &sayings[i];
        if (str_starts(fault->problem, saying->problem) &&
            (!saying->context || str_starts(fault->context, saying->context)))
            return saying;
    }
    return NULL;
}

static void say(struct diags *diags, const struct yaml_text *text, const struct yaml_fault *fault)
{
    const struct saying *saying = find_saying(fault);
    if (!saying) {
        diag_report(diags, &E110, word_span(text, fault->at), "this is not valid YAML: " STR_FMT,
                    STR_ARG(fault->problem));
        return;
    }
    struct span span = word_span(text, saying->at_context ? fault->context_at : fault->at);
    struct diag *diag = diag_report(diags, &E110, span, "%s", saying->message);
    diag_hint(diags, diag, "%s", saying->hint);
    if (saying->note)
        diag_note(diags, diag, word_span(text, fault->context_at), "%s", saying->note);
}

/* Does the fault stand after a closing quotation mark, on its line? */
static bool is_after_quote(const struct yaml_text *text, const struct yaml_fault *fault)
{
    return fault->quote_end > 0 && fault->quote_end <= fault->at &&
           ascii_line_end(text->text, fault->quote_end) >= fault->at &&
           ascii_past_blanks(text->text, fault->quote_end) == fault->at;
}

void yaml_fault_report(struct diags *diags, const struct yaml_text *text,
                       const struct yaml_fault *fault)
{
    bool scanning = str_starts(fault->context, "while scanning a quoted");
    if (!scanning && yaml_report_pasted(diags, text, fault->at))
        return;
    bool in_list = str_starts(fault->problem, "did not find expected '-' indicator") ||
                   str_starts(fault->problem, "did not find expected ',' or");
    if (in_list && is_after_quote(text, fault))
        report_after_quote(diags, text, fault);
    else if (scanning && str_starts(fault->problem, "found unexpected"))
        report_unclosed(diags, text, fault->context_at);
    else if (str_starts(fault->problem, "did not find expected") &&
             is_after_bracket(text->text, fault->at))
        report_after_bracket(diags, text, fault->at);
    else if (str_starts(fault->problem, "mapping values are not allowed"))
        unexpected_colon(diags, text, fault->at);
    else if (str_starts(fault->problem, "could not find expected ':'"))
        not_key_and_value(diags, text, fault->context_at);
    else if (str_starts(fault->problem, "did not find expected key"))
        out_of_line(diags, text, fault);
    else if (str_starts(fault->context, "while scanning an alias") &&
             fault->context_at + 1 < text->text.len &&
             ascii_is_blank(text->text.at[fault->context_at + 1]))
        report(diags, yaml_span(text, fault->context_at, fault->context_at + 1),
               "an asterisk is no hyphen, and begins no item", "begin each item with `- `");
    else if (str_starts(fault->problem, "found character that cannot start any token"))
        bad_first_character(diags, text, fault->at);
    else
        say(diags, text, fault);
}

bool yaml_report_swallowed(struct diags *diags, struct span span)
{
    if (yaml_report_bullet(diags, span))
        return true;
    struct str text = span_text(span);
    for (size_t i = str_find(text, '\n', 0); i < text.len; i = str_find(text, '\n', i + 1)) {
        size_t at = ascii_past_blanks(text, i + 1);
        if (!str_starts(str_part(text, at, text.len), "- "))
            continue;
        uint32_t start = span.start + (uint32_t)at;
        struct span dash = {span.source, start, start + 1};
        struct diag *diag =
            diag_report(diags, &E110, dash, "this line is read as more of the text above it");
        diag_hint(diags, diag, "line it up with the items above");
        diag_note(diags, diag, span, "the text begins here");
        return true;
    }
    return false;
}
