/* What records are called where changes are told, and what their values are in words. */
#include "changes/finder.h"

#include "brief/lookup.h"
#include "brief/quantity.h"

const struct field *id_field(const struct record_table *table)
{
    for (const struct field *field = table->fields; field->name; field++)
        if (field->kind == FIELD_ID)
            return field;
    return NULL;
}

struct str record_id(const struct record_table *table, const void *record)
{
    const struct field *field = record ? id_field(table) : NULL;
    return field ? *(const struct str *)record_member(record, field) : STR_NONE;
}

struct date record_day(const struct record_table *table, const void *record)
{
    const char *const names[] = {table->happens, table->else_happens};
    for (size_t i = 0; record && i < sizeof names / sizeof *names; i++) {
        const struct field *field = names[i] ? record_field(table, str_from(names[i])) : NULL;
        const struct date *date = field ? record_member(record, field) : NULL;
        if (date && date->precision != DATE_UNKNOWN)
            return field->kind == FIELD_PERIOD && date_is_bounded(date) ? date_of_day(date->last)
                                                                        : *date;
    }
    /* What an inspection asks for came with its report. */
    const struct field *from = record ? record_field(table, STR("comes_from")) : NULL;
    const struct ref *ref = from ? record_member(record, from) : NULL;
    return ref && ref->record && !record_field(ref->table, STR("comes_from"))
               ? record_day(ref->table, ref->record)
               : (struct date){.precision = DATE_UNKNOWN};
}

/* ---- texts ---- */

enum { NAMED_MOST = 80 };

/* In one line, cut short behind a word where it is long. */
static struct str shortened(struct arena *arena, struct str text, size_t most)
{
    struct buf out = {.arena = arena};
    size_t end = text.len;
    if (text.len > most)
        for (end = most; end > most / 2 && text.at[end] != ' '; end--)
            ;
    while (end < text.len && end && ((unsigned char)text.at[end] & 0xC0) == 0x80)
        end--;
    for (size_t i = 0; i < end; i++)
        buf_byte(&out, text.at[i] == '\n' ? ' ' : text.at[i]);
    struct str line = str_trim(buf_str(&out));
    return end < text.len ? str_format(arena, STR_FMT "\342\200\246", STR_ARG(line)) : line;
}

bool is_a_sentence(const struct field *field)
{
    static const char *const names[] = {
        "text",      "wording",    "what",    "about",    "title",         "theme",
        "questions", "said",       "learned", "progress", "impact",        "evidence",
        "reason",    "mitigation", "purpose", "says",     "response_text", "meaning",
        "why",       "used",       "lead_in", NULL};
    if (field->kind != FIELD_TEXT && field->kind != FIELD_TEXTS)
        return false;
    for (size_t i = 0; names[i]; i++)
        if (!strcmp(field->name, names[i]))
            return true;
    return false;
}

/* Quotation marks within others are single ones. */
static struct str with_single_marks(struct arena *arena, struct str text)
{
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < text.len; i++) {
        struct str rest = str_part(text, i, text.len);
        bool opens = str_starts(rest, "\342\200\234"), closes = str_starts(rest, "\342\200\235");
        if (opens || closes)
            buf_addz(&out, opens ? "\342\200\230" : "\342\200\231");
        else
            buf_byte(&out, text.at[i]);
        i += opens || closes ? 2 : 0;
    }
    return buf_str(&out);
}

struct str as_named(struct arena *arena, const struct field *field, struct str text)
{
    if (!text.len)
        return text;
    struct str line = shortened(arena, text, NAMED_MOST);
    while (line.len && is_a_sentence(field) && line.at[line.len - 1] == '.')
        line.len--;
    return is_a_sentence(field) ? str_format(arena, "\342\200\234" STR_FMT "\342\200\235",
                                             STR_ARG(with_single_marks(arena, line)))
                                : line;
}

/* ---- days ---- */

/* "of May 2014", ", by 22 January 2018" */
static void add_date(struct buf *out, const struct date *date, const char *joint)
{
    if (date->precision == DATE_UNKNOWN)
        return;
    buf_addz(out, !out->len ? "" : date->precision == DATE_INTERVAL ? ", " : joint);
    buf_add(out, date_text(out->arena, date, DATE_PLAIN));
}

/* ---- values ---- */

struct str grade_words(const struct finder *finder, struct str id)
{
    const struct grade *grade = grade_find(finder->now.briefing->frameworks, id);
    return grade ? grade->label : id;
}

static struct str framework_words(const struct finder *finder, struct str id)
{
    const struct framework *framework = framework_find(finder->now.briefing->frameworks, id);
    return framework ? framework->label : id;
}

static void add_item(struct buf *out, struct str item)
{
    if (item.len)
        buf_addf(out, "%s" STR_FMT, out->len ? "; " : "", STR_ARG(item));
}

/* A record by what it is called; a source by its title. */
static struct str ref_words(const struct finder *finder, const struct issue *issue,
                            const struct ref *ref)
{
    return ref->record ? record_what(finder, issue, ref->table, ref->record) : ref->id;
}

static struct str list_words(const struct finder *finder, const struct issue *issue,
                             const struct field *field, const void *member)
{
    struct buf out = {.arena = finder->arena};
    const struct texts *texts = member;
    const struct wholes *wholes = member;
    const struct refs *refs = member;
    const bool is_grades = field == record_field(&provision_count_table, STR("grades"));
    if (field->kind == FIELD_TEXTS)
        for (size_t i = 0; i < texts->count; i++)
            add_item(&out, is_grades ? grade_words(finder, texts->items[i]) : texts->items[i]);
    else if (field->kind == FIELD_WHOLES)
        for (size_t i = 0; i < wholes->count; i++)
            add_item(&out, whole_text(finder->arena, wholes->items[i]));
    else
        for (size_t i = 0; i < refs->count; i++)
            add_item(&out, ref_words(finder, issue, &refs->items[i]));
    return buf_str(&out);
}

static struct str whole_words(struct arena *arena, const struct field *field,
                              const struct whole *whole)
{
    struct str text = whole_text(arena, whole->value);
    return field->percent ? str_format(arena, STR_FMT "%%", STR_ARG(text)) : text;
}

/* What is left unsaid beside an amount, "pounds", has its own word where it stands alone. */
static struct str word_words(const struct word *words, int value)
{
    const char *label = word_label(words, value);
    return str_from(*label ? label : words[value - 1].id);
}

/* "£16.5 million" */
static struct str amount_words(struct arena *arena, const struct funding *funding)
{
    const struct word *units = record_field(&funding_table, STR("unit"))->words;
    bool is_large = funding->unit > MONEY_POUNDS;
    return str_format(arena, "\302\243" STR_FMT "%s%s", STR_ARG(funding->amount.text),
                      is_large ? " " : "", is_large ? word_label(units, funding->unit) : "");
}

static bool holds(const void *items, size_t count, size_t size, const void *record)
{
    const char *first = items, *at = record;
    return count && at >= first && at < first + count * size;
}

/* The indicator that a value, a target or somebody else's value belongs to; NULL: it is none. */
static const struct indicator *indicator_of(const struct briefing *briefing, const void *record)
{
    for (size_t i = 0; i < briefing->indicators.count; i++) {
        const struct indicator *one = &briefing->indicators.items[i];
        if (record == one || record == one->target ||
            holds(one->values.items, one->values.count, sizeof *one->values.items, record) ||
            holds(one->compare.items, one->compare.count, sizeof *one->compare.items, record))
            return one;
    }
    return NULL;
}

/* With its unit, which stands elsewhere. */
static struct str decimal_words(const struct finder *finder, const struct issue *issue,
                                const struct field *field, const void *record)
{
    const struct decimal *decimal = record_member(record, field);
    const struct indicator *indicator = indicator_of(issue->briefing, record);
    if (field == record_field(&funding_table, STR("amount")))
        return amount_words(finder->arena, record);
    return indicator ? quantity_text(finder->arena, indicator, decimal) : decimal->text;
}

struct str value_words(const struct finder *finder, const struct issue *issue,
                       const struct field *field, const void *record)
{
    const void *member = record_member(record, field);
    if (!field_is_filled(field, member))
        return STR_NONE;
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
    case FIELD_ID: return *(const struct str *)member;
    case FIELD_GRADE: return grade_words(finder, *(const struct str *)member);
    case FIELD_FRAMEWORK: return framework_words(finder, *(const struct str *)member);
    case FIELD_WHOLE: return whole_words(finder->arena, field, member);
    case FIELD_DECIMAL: return decimal_words(finder, issue, field, record);
    case FIELD_ANSWER: return *(const enum answer *)member == ANSWER_YES ? STR("yes") : STR("no");
    case FIELD_DATE:
    case FIELD_PERIOD: return date_text(finder->arena, member, DATE_LONG);
    case FIELD_WORD: return word_words(field->words, *(const int *)member);
    case FIELD_REF: return ref_words(finder, issue, member);
    case FIELD_TEXTS:
    case FIELD_WHOLES:
    case FIELD_REFS: return list_words(finder, issue, field, member);
    case FIELD_GRADES:
    case FIELD_RECORD:
    case FIELD_RECORDS: break; /* told part by part */
    }
    return STR_NONE;
}

/* ---- records ---- */

/* What a record is, where the name of its table is not what a reader calls it. */
static const char *noun_of(const struct record_table *table)
{
    static const struct {
        const struct record_table *table;
        const char *noun;
    } nouns[] = {
        {&evidence_table, ""},
        {&front_sheet_table, "this paper"},
        {&funding_table, "money"},
        {&leadership_event_table, "change in leadership"},
        {&quote_table, "words of"},
        {&helper_table, ""},
        {&indicator_table, ""},
        {&provision_table, ""},
        {&relation_table, ""},
        {&unnamed_table, "judgements that are not named"},
        {&judged_body_table, "judgement"},
        {&cover_table, "what was looked for"},
        {&conflict_table, "sources disagree on"},
        {&comparator_table, ""},
        {&typical_wait_table, "typical wait after"},
        {&indicator_value_table, ""},
        {&indicator_target_table, "target"},
        {&peer_table, "comparison"},
        {&complaint_table, "complaints"},
        {&voice_table, "what people said"},
        {&provision_count_table, ""},
        {&course_table, "option"},
    };
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (nouns[i].table == table)
            return nouns[i].noun;
    return table->name;
}

static struct str inspection_what(struct arena *arena, const struct inspection *inspection)
{
    struct buf out = {.arena = arena};
    const struct word *words = record_field(&inspection_table, STR("kind"))->words;
    bool full = inspection->sets_position == ANSWER_YES;
    if (full)
        buf_addz(&out, inspection->kind > INSPECTION_FULL ? word_label(words, inspection->kind)
                                                          : "full inspection");
    else
        buf_add(&out, inspection->name.len ? inspection->name : STR("inspection"));
    if (full && inspection->kind > INSPECTION_REINSPECTION)
        buf_addz(&out, " inspection");
    bool is_published = inspection->published.precision != DATE_UNKNOWN;
    const struct date *when = is_published ? &inspection->published : &inspection->fieldwork;
    bool is_period = when->precision == DATE_INTERVAL;
    if (when->precision)
        buf_addf(&out, ", %s%s" STR_FMT, is_published ? "report" : "fieldwork",
                 is_published && !is_period ? " of " : " ",
                 STR_ARG(date_text(arena, when, DATE_PLAIN)));
    return buf_str(&out);
}

static struct str intervention_what(struct arena *arena, const struct intervention *intervention)
{
    struct buf out = {.arena = arena};
    buf_add(&out, intervention_kind_name(arena, intervention));
    if (intervention->name.len)
        buf_addf(&out, ", " STR_FMT, STR_ARG(intervention->name));
    add_date(&out, &intervention->issued, intervention->name.len ? ", " : " of ");
    return buf_str(&out);
}

static struct str leadership_what(struct arena *arena, const struct leadership_event *event)
{
    struct buf out = {.arena = arena};
    const struct word *words = record_field(&leadership_event_table, STR("event"))->words;
    buf_add(&out, event->person.len ? event->person : event->role);
    if (event->person.len && event->role.len)
        buf_addf(&out, ", " STR_FMT, STR_ARG(event->role));
    buf_addf(&out, "%s%s", out.len ? ": " : "", word_label(words, event->event));
    add_date(&out, &event->date, ", ");
    return buf_str(&out);
}

static struct str funding_what(struct arena *arena, const struct funding *funding)
{
    struct buf out = {.arena = arena};
    const struct word *states = record_field(&funding_table, STR("status"))->words;
    if (funding->amount.text.len)
        buf_add(&out, amount_as_rounded(arena, funding, amount_words(arena, funding)));
    if (funding->status)
        buf_addf(&out, "%s%s", out.len ? " " : "", word_label(states, funding->status));
    if (funding->purpose.len)
        buf_addf(&out, "%s" STR_FMT, out.len ? ", " : "",
                 STR_ARG(as_named(arena, record_field(&funding_table, STR("purpose")),
                                  funding->purpose)));
    return buf_str(&out);
}

/* Inside a line: "a spokesperson", whatever a capital stands for elsewhere. */
static struct str with_small_article(struct arena *arena, struct str text)
{
    if (!str_starts(text, "A ") && !str_starts(text, "An ") && !str_starts(text, "The "))
        return text;
    return str_format(arena, "%c" STR_FMT, text.at[0] - 'A' + 'a',
                      STR_ARG(str_part(text, 1, text.len)));
}

static struct str called_by(const struct finder *finder, const struct issue *issue,
                            const struct field *field, const void *record, bool first)
{
    struct str words = as_named(finder->arena, field, value_words(finder, issue, field, record));
    return first ? words : with_small_article(finder->arena, words);
}

/* What is due is told behind the name. */
static bool is_in_name(const struct record_table *table, const struct field *field,
                       const void *record)
{
    bool is_date = field->kind == FIELD_DATE || field->kind == FIELD_PERIOD;
    return field_is_filled(field, record_member(record, field)) &&
           !(is_date && table == &deadline_table);
}

/* The first of what it is called by, where that is one of a choice, says what it is. */
static struct str any_what(const struct finder *finder, const struct issue *issue,
                           const struct record_table *table, const void *record)
{
    struct buf out = {.arena = finder->arena};
    const char *joint = "";
    for (const char *const *called = table->called; called && *called; called++) {
        const struct field *field = record_field(table, str_from(*called));
        if (!is_in_name(table, field, record))
            continue;
        if (!out.len && field->kind != FIELD_WORD) {
            buf_addz(&out, noun_of(table));
            joint = out.len ? " " : "";
        }
        if (field->kind == FIELD_DATE || field->kind == FIELD_PERIOD)
            add_date(&out, record_member(record, field), out.len ? ", " : "");
        else
            buf_addf(&out, "%s" STR_FMT, joint,
                     STR_ARG(called_by(finder, issue, field, record, !out.len)));
        joint = ", ";
    }
    if (!out.len)
        buf_addz(&out, noun_of(table));
    const struct date when = record_day(table, record);
    if (table == &review_table) /* a commissioner makes many */
        add_date(&out, &when, ", ");
    return buf_str(&out);
}

struct str record_what(const struct finder *finder, const struct issue *issue,
                       const struct record_table *table, const void *record)
{
    struct str what = table == &inspection_table         ? inspection_what(finder->arena, record)
                      : table == &intervention_table     ? intervention_what(finder->arena, record)
                      : table == &leadership_event_table ? leadership_what(finder->arena, record)
                      : table == &funding_table          ? funding_what(finder->arena, record)
                      : table == &council_table          ? ((const struct council *)record)->name
                                                         : STR_NONE;
    if (!what.len)
        what = any_what(finder, issue, table, record);
    return what;
}
