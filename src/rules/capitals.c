/* A rule on words in capitals: what a councillor does not know is explained in the glossary. */
#include "base/ascii.h"
#include "base/list.h"
#include "brief/spec.h"
#include "data/yaml/node.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

#include <string.h>

/* What every reader of a council's paper knows, and what no reader would look up. */
static const char *const known[] = {
    "UK",  "GB",  "EU",  "UN",   "US",   "USA", "NHS", "BBC",  "ITV",  "GP",    "MP",
    "IT",  "ID",  "TV",  "PDF",  "AM",   "PM",  "OK",  "CV",   "HR",   "NB",    "TBC",
    "TBA", "DIY", "VAT", "GCSE", "HTML", "MIT", "CC",  "BY",   "CCTV", "COVID", "AGM",
    "FAQ", "RAG", "II",  "III",  "IV",   "VI",  "VII", "VIII", "IX",   "XI",    "XII"};

struct capitals {
    const struct check *check;
    LIST(struct str) told; /* each once */
};

static bool is_in_word(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c) || (unsigned char)c >= 0x80;
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* "LGC", "DfE" and "MoJ", but not "McDonald": it begins and ends with a capital, and has at least
   as many of them as of small letters. Numbers and codes are none. */
static bool is_short_form(struct str word)
{
    size_t capitals = 0;
    for (size_t i = 0; i < word.len; i++) {
        if (!ascii_is_letter(word.at[i]))
            return false;
        capitals += is_capital(word.at[i]);
    }
    return capitals >= 2 && 2 * capitals >= word.len && is_capital(word.at[0]) &&
           is_capital(word.at[word.len - 1]);
}

/* One LSCB, many LSCBs. */
static struct str of_one(struct str word)
{
    bool plural = word.len > 2 && str_ends(word, "s") && is_capital(word.at[word.len - 2]);
    return plural ? str_part(word, 0, word.len - 1) : word;
}

/* The next word of text[*from...]; false when there is none. */
static bool next_word(struct str text, size_t *from, size_t *start)
{
    while (*from < text.len && !is_in_word(text.at[*from]))
        ++*from;
    *start = *from;
    while (*from < text.len && is_in_word(text.at[*from]))
        ++*from;
    return *from > *start;
}

static bool has_word(struct str text, struct str word)
{
    size_t from = 0, start;
    while (next_word(text, &from, &start))
        if (str_equal(of_one(str_part(text, start, from)), word))
            return true;
    return false;
}

/* "gov.uk/LGC", "office@LGC.example": what stands between blanks is an address. */
static bool is_in_address(struct str text, size_t start, size_t end)
{
    while (start > 0 && text.at[start - 1] != ' ')
        start--;
    end = str_find(text, ' ', end);
    for (size_t i = start; i + 1 < end; i++) {
        bool dotted = i > start && is_in_word(text.at[i - 1]) && is_in_word(text.at[i + 1]);
        if (text.at[i] == '@' || (text.at[i] == '.' && dotted))
            return true;
    }
    return false;
}

static bool joins(struct str text, size_t mark, size_t beyond)
{
    return mark < text.len && beyond < text.len && strchr("-/_", text.at[mark]) &&
           ascii_is_digit(text.at[beyond]);
}

/* "KPI-3", "12/LGC": a code, which nobody reads as a word. */
static bool is_of_code(struct str text, size_t start, size_t end)
{
    return joins(text, end, end + 1) || (start > 1 && joins(text, start - 1, start - 2)) ||
           is_in_address(text, start, end);
}

/* ---- what explains it ---- */

static bool is_known(struct str word)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_is(word, known[i]))
            return true;
    return is_post_nominal(word);
}

/* "SIF", or "Single inspection framework (SIF)"; "SIF inspectors" are others. */
static bool explains(struct str term, struct str word)
{
    return str_equal(of_one(term), word) || (str_ends(term, ")") && has_word(term, word));
}

static bool is_in_glossary(const struct briefing *briefing, struct str word)
{
    for (size_t i = 0; i < briefing->glossary.count; i++)
        if (explains(briefing->glossary.items[i].term, word))
            return true;
    return false;
}

static bool is_framework(const struct frameworks *frameworks, struct str word)
{
    for (size_t i = 0; frameworks && i < frameworks->frameworks.count; i++)
        if (str_equal(frameworks->frameworks.items[i].short_label, word))
            return true;
    return false;
}

static char small(char c)
{
    return is_capital(c) ? (char)(c - 'A' + 'a') : c;
}

/* Does a word of text[from...end] begin with this letter? */
static bool has_initial(struct str text, size_t from, size_t end, char letter)
{
    size_t start;
    while (next_word(text, &from, &start) && start < end)
        if (small(text.at[start]) == small(letter))
            return true;
    return false;
}

/* "Local Government Chronicle (LGC)", or "LGC (Local Government Chronicle)". */
static bool is_beside_its_words(struct str text, size_t start, size_t end)
{
    struct str word = str_part(text, start, end);
    bool bracketed = start > 0 && text.at[start - 1] == '(';
    bool explained = str_starts(str_part(text, end, text.len), " (");
    return (bracketed && has_initial(text, 0, start, word.at[0])) ||
           (explained && has_initial(text, end, str_find(text, ')', end), word.at[0]));
}

/* Where a whole text is in capitals, they say nothing. */
static bool is_shouted(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] >= 'a' && text.at[i] <= 'z')
            return false;
    return str_find(text, ' ', 0) < text.len;
}

/* ---- the rule ---- */

/* Once a word; what its own text explains counts as told from there on. */
static bool is_new(struct capitals *all, struct str word)
{
    for (size_t i = 0; i < all->told.count; i++)
        if (str_equal(all->told.items[i], word))
            return false;
    *LIST_ADD(all->check->diags->arena, &all->told) = word;
    return true;
}

static void report(const struct check *check, struct str word, struct span span)
{
    struct diag *diag =
        diag_report(check->diags, &W430, span, "nothing explains `" STR_FMT "`", STR_ARG(word));
    diag_hint(check->diags, diag,
              "add to `glossary`, with what it means: - {term: " STR_FMT
              ", expansion: ..., meaning: ...}",
              STR_ARG(word));
}

static void look_at(struct capitals *all, struct str text, struct span span)
{
    const struct briefing *briefing = all->check->briefing;
    size_t from = 0, start;
    while (!is_shouted(text) && next_word(text, &from, &start)) {
        struct str word = of_one(str_part(text, start, from));
        if (!is_short_form(word) || is_of_code(text, start, from) || is_known(word) ||
            is_in_glossary(briefing, word) || is_framework(briefing->frameworks, word) ||
            has_word(briefing->council->short_name, word) || !is_new(all, word))
            continue;
        if (!is_beside_its_words(text, start, from))
            report(all->check, word, span);
    }
}

/* Not what machines read, what others named so, nor the explanations themselves. */
static bool is_for_readers(const struct record_table *table, const struct field *field)
{
    struct str name = str_from(field->name);
    bool text =
        field->kind == FIELD_TEXT || field->kind == FIELD_MARKDOWN || field->kind == FIELD_TEXTS;
    bool own = table == &evidence_table ? str_is(name, "note") : table != &term_table;
    return text && own && !field->unprinted && !str_is(name, "url") && !str_is(name, "file") &&
           !str_is(name, "reference");
}

/* What a table has is in the words of who publishes it, which no officer can explain in passing. */
static bool is_of_specification(const struct briefing *briefing, struct span span)
{
    const struct node *root = briefing->head.node;
    return root && span.source == root->span.source;
}

static void collect(const void *record, const struct record_table *table, const struct field *field,
                    void *data)
{
    struct capitals *all = data;
    struct span span = record_span(record, field);
    if (!is_for_readers(table, field) || !is_of_specification(all->check->briefing, span))
        return;
    if (field->kind != FIELD_TEXTS) {
        look_at(all, *(const struct str *)record_member(record, field), span);
        return;
    }
    const struct texts *texts = record_member(record, field);
    for (size_t i = 0; i < texts->count; i++)
        look_at(all, texts->items[i], texts->spans[i]);
}

static void capitals_are_explained(const struct check *check)
{
    struct capitals all = {.check = check};
    briefing_walk(check->briefing, collect, &all);
}

const struct rule capitals_rules[] = {
    {CODES_OF(&W430), .holds = "what is written in capitals is explained, or known to everybody",
     .evidence = "A paper said `LGC` three times and nowhere that it is a newspaper.",
     .briefing = capitals_are_explained},
    {.codes = NULL},
};
