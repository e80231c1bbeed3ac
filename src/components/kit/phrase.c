/* Phrases: the text of a cell or paragraph, put together from words, values and citations; and how
   values are put into words. */
#include "components/kit/kit.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "brief/lookup.h"
#include "brief/printed.h"

#define NO_BREAK_SPACE "\xC2\xA0"
#define RIGHT_QUOTE    "\xE2\x80\x9D"

struct phrase phrase_new(struct composer *composer, const struct briefing *briefing)
{
    return (struct phrase){.arena = composer->arena, .briefing = briefing};
}

static void join(struct phrase *phrase, struct inline_node *tail)
{
    bool known = phrase->last && phrase->head == phrase->inlines;
    struct inline_node *joined = inline_join(known ? phrase->last : phrase->inlines, tail);
    if (!phrase->inlines)
        phrase->inlines = joined;
    phrase->head = phrase->inlines;
    if (tail)
        phrase->last = tail;
}

void phrase_add(struct phrase *phrase, struct str text)
{
    if (text.len)
        join(phrase, inline_text(phrase->arena, text, (struct span){0}));
}

void phrase_addz(struct phrase *phrase, const char *text)
{
    phrase_add(phrase, str_from(text));
}

void phrase_addf(struct phrase *phrase, const char *format, ...)
{
    struct buf buf = {.arena = phrase->arena};
    va_list args;
    va_start(args, format);
    buf_addv(&buf, format, args);
    va_end(args);
    phrase_add(phrase, buf_str(&buf));
}

void phrase_field(struct phrase *phrase, struct str text, const void *record, const char *field)
{
    if (text.len)
        join(phrase, inline_text(phrase->arena, text, record_span_of(record, field)));
}

/* Does it already end in a full stop or the like, perhaps followed by a quotation mark? */
static bool ends_sentence(const struct phrase *phrase)
{
    struct str text = inlines_text(phrase->arena, phrase->inlines);
    if (str_ends(text, RIGHT_QUOTE))
        text.len -= sizeof RIGHT_QUOTE - 1;
    return str_ends(text, ".") || str_ends(text, "?") || str_ends(text, "!");
}

/* What remains of joining words such as ". Note: " when there is nothing to join to: "Note: ". */
static const char *joint(const struct phrase *phrase, const char *before)
{
    if (!phrase->inlines)
        while (*before == '.' || *before == ',' || *before == ';' || *before == ':' ||
               *before == ' ')
            before++;
    else if (*before == '.' && ends_sentence(phrase))
        before++;
    return before;
}

void phrase_field_after(struct phrase *phrase, const char *before, struct str text,
                        const void *record, const char *field)
{
    if (!text.len)
        return;
    phrase_addz(phrase, joint(phrase, before));
    phrase_field(phrase, text, record, field);
}

void phrase_whole_after(struct phrase *phrase, const char *before, const struct whole *whole,
                        const void *record, const char *field)
{
    if (whole->known)
        phrase_field_after(phrase, before, whole_text(phrase->arena, whole->value), record, field);
}

static enum date_style style_of(const struct phrase *phrase)
{
    return phrase->plain ? DATE_PLAIN : DATE_LONG;
}

void phrase_date_after(struct phrase *phrase, const char *before, const struct date *date,
                       const void *record, const char *field)
{
    if (date->precision)
        phrase_field_after(phrase, before, date_text(phrase->arena, date, style_of(phrase)), record,
                           field);
}

void phrase_references_after(struct phrase *phrase, const char *before, const struct refs *refs,
                             const void *record, const char *field)
{
    for (size_t i = 0; i < refs->count; i++)
        phrase_field_after(phrase, i ? "; " : before, referent_text(phrase->arena, &refs->items[i]),
                           record, field);
}

void phrase_printed(const struct phrase *phrase, const void *record, const char *field)
{
    printed_key(phrase->briefing, record, field);
}

void phrase_date(struct phrase *phrase, const struct date *date, const void *record,
                 const char *field)
{
    phrase_field(phrase, date_text(phrase->arena, date, style_of(phrase)), record, field);
}

void phrase_moment(struct phrase *phrase, const struct date *date, const void *record,
                   const char *field)
{
    phrase_field(phrase, bounds_text(phrase->arena, date), record, field);
}

void phrase_strong(struct phrase *phrase, struct str text)
{
    join(phrase, inline_strong(phrase->arena, inline_text(phrase->arena, text, (struct span){0})));
}

void phrase_break(struct phrase *phrase)
{
    join(phrase, inline_break(phrase->arena));
}

static bool ends_in_break(const struct phrase *phrase)
{
    return phrase->last && phrase->head == phrase->inlines && phrase->last->kind == INLINE_BREAK;
}

static void add_cite(struct phrase *phrase, struct refs refs, bool pinned)
{
    struct inline_node *cite = inline_cite(phrase->arena, phrase->briefing, refs);
    if (!cite)
        return;
    cite->pinned = pinned;
    if (phrase->inlines && !ends_in_break(phrase))
        phrase_addz(phrase, NO_BREAK_SPACE);
    join(phrase, cite);
}

void phrase_cite(struct phrase *phrase, struct refs refs)
{
    add_cite(phrase, refs, false);
}

void phrase_cite_here(struct phrase *phrase, struct refs refs)
{
    add_cite(phrase, refs, true);
}

void phrase_stop(struct phrase *phrase)
{
    if (phrase->inlines && !ends_sentence(phrase))
        phrase_addz(phrase, ".");
}

void phrase_plain_date(struct phrase *phrase, const char *before, const struct date *date,
                       const void *record, const char *field)
{
    if (date->precision)
        phrase_field_after(phrase, before, date_text(phrase->arena, date, DATE_PLAIN), record,
                           field);
}

void phrase_left_out(struct phrase *phrase, size_t count, const char *one, const char *many,
                     struct str elsewhere, const void *options)
{
    if (!count)
        return;
    phrase_addf(phrase, "%zu more %s ", count, count == 1 ? one : many);
    phrase_addz(phrase, count == 1 ? "is " : "are ");
    phrase_field(phrase, elsewhere.len ? elsewhere : STR("not shown here"), options, "elsewhere");
    phrase_stop(phrase);
}

void phrase_fact(struct phrase *phrase, const struct fact *fact)
{
    phrase_field_after(phrase, ". Note: ", FIELD_OF(fact, note));
    phrase_cite(phrase, fact->source);
}

/* ---- how values are put into words: labels, grades, inspections, quotations, money ---- */

#define LEFT_QUOTE "\xE2\x80\x9C"

struct str capital(struct arena *arena, struct str text)
{
    return utf8_capital(arena, text);
}

struct str uncapital(struct arena *arena, struct str text)
{
    bool lone = text.len && text.at[0] >= 'A' && text.at[0] <= 'Z';
    for (size_t i = 1; i < text.len; i++)
        lone = lone && !(text.at[i] >= 'A' && text.at[i] <= 'Z');
    if (!lone)
        return text;
    return str_format(arena, "%c" STR_FMT, ascii_lower(text.at[0]),
                      STR_ARG(str_part(text, 1, text.len)));
}

struct str without_remarks(struct arena *arena, struct str text)
{
    static const char remark[] = " (inferred)";
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < text.len; i++) {
        if (str_starts(str_part(text, i, text.len), remark))
            i += sizeof remark - 2;
        else
            buf_add(&out, str_part(text, i, i + 1));
    }
    return buf_str(&out);
}

struct str label_of(const struct record_table *table, const char *field, int word)
{
    return str_from(word_label(record_field(table, str_from(field))->words, word));
}

struct str grade_label(const struct briefing *briefing, struct str grade)
{
    const struct grade *found = grade_find(briefing->frameworks, grade);
    return found ? found->label : grade;
}

enum grade_tone grade_tone(const struct briefing *briefing, struct str grade)
{
    const struct grade *found = grade_find(briefing->frameworks, grade);
    return found ? (enum grade_tone)found->tone : TONE_NONE;
}

struct str quoted(struct arena *arena, struct str text)
{
    if (str_starts(text, LEFT_QUOTE))
        return text;
    return str_format(arena, LEFT_QUOTE STR_FMT RIGHT_QUOTE, STR_ARG(text));
}

/* Does a text contain a word, or the beginning of one, in capitals or not? */
const char *helper_word(const struct intervention *intervention, const struct helper *helper)
{
    if (helper->kind)
        return word_label(record_field(&helper_table, STR("kind"))->words, helper->kind);
    if (intervention->kind == INTERVENTION_ADVISER || str_holds(helper->role, STR("advis")))
        return "adviser";
    if (intervention->kind == INTERVENTION_PARTNERSHIP ||
        intervention->kind == INTERVENTION_IMPROVEMENT_PARTNER)
        return "partner";
    bool by_law = intervention->kind == INTERVENTION_DIRECTION ||
                  intervention->kind == INTERVENTION_COMMISSIONER ||
                  intervention->kind == INTERVENTION_TRUST ||
                  intervention->kind == INTERVENTION_REMOVAL ||
                  intervention->kind == INTERVENTION_BEST_VALUE;
    return by_law ? "commissioner" : "commissioner or adviser";
}

const char *beginning_of(int kind)
{
    static const char *const words[] = {
        [INTERVENTION_ABSENT] = "began",
        [INTERVENTION_LETTER] = "sent",
        [INTERVENTION_ADVISER] = "appointed",
        [INTERVENTION_BOARD] = "set up",
        [INTERVENTION_NOTICE] = "issued",
        [INTERVENTION_DIRECTION] = "issued",
        [INTERVENTION_COMMISSIONER] = "appointed",
        [INTERVENTION_TRUST] = "set up",
        [INTERVENTION_REMOVAL] = "ordered",
        [INTERVENTION_PARTNERSHIP] = "begun",
        [INTERVENTION_IMPROVEMENT_PARTNER] = "appointed",
        [INTERVENTION_SUPPORT] = "begun",
        [INTERVENTION_BEST_VALUE] = "ordered",
    };
    return words[kind];
}

/* One end of an interval as a date of its own. */
static struct date end_date(const struct date *whole, struct date_end end)
{
    return (struct date){.precision = end.precision,
                         .approximate = whole->approximate,
                         .first = end.first,
                         .last = end.last};
}

struct str bounds_text(struct arena *arena, const struct date *date)
{
    if (date->precision == DATE_INTERVAL && !date->end.precision) {
        struct date start = end_date(date, date->start);
        return str_format(arena, STR_FMT " or later%s",
                          STR_ARG(date_text(arena, &start, DATE_LONG)),
                          date->inferred ? " (inferred)" : "");
    }
    if (date->precision != DATE_INTERVAL || !date->start.precision || !date->end.precision)
        return date_text(arena, date, DATE_LONG);
    struct date start = end_date(date, date->start), end = end_date(date, date->end);
    return str_format(arena, "between " STR_FMT " and " STR_FMT "%s",
                      STR_ARG(date_text(arena, &start, DATE_LONG)),
                      STR_ARG(date_text(arena, &end, DATE_LONG)),
                      date->inferred ? " (inferred)" : "");
}

struct refs refs_join(struct arena *arena, struct refs a, struct refs b)
{
    struct ref *items = ARENA_ARRAY(arena, struct ref, a.count + b.count);
    for (size_t i = 0; i < a.count; i++)
        items[i] = a.items[i];
    for (size_t i = 0; i < b.count; i++)
        items[a.count + i] = b.items[i];
    return (struct refs){items, a.count + b.count};
}

struct refs sources_of(const struct fact *part, const struct fact *whole)
{
    return part->source.count ? part->source : whole->source;
}

struct str intervention_name(struct arena *arena, const struct intervention *intervention)
{
    struct str kind = intervention_kind_name(arena, intervention);
    if (intervention->service == SERVICE_SEND || intervention->service == SERVICE_WHOLE_COUNCIL)
        kind = str_format(arena, STR_FMT " for " STR_FMT, STR_ARG(kind),
                          STR_ARG(LABEL_OF(&intervention_table, intervention, service)));
    if (!intervention->name.len)
        return capital(arena, kind);
    return str_format(arena, STR_FMT " (" STR_FMT ")", STR_ARG(intervention->name), STR_ARG(kind));
}

/* ---- what references lead to ---- */

/* With a date behind it, where there is one. */
static struct str dated(struct arena *arena, struct str name, const struct date *date)
{
    if (!date->precision)
        return name;
    return str_format(arena, STR_FMT ", " STR_FMT, STR_ARG(name),
                      STR_ARG(date_text(arena, date, DATE_LONG)));
}

/* Of records that have no better name: what they say. */
static struct str said_in(const void *record, const struct record_table *table)
{
    static const char *const names[] = {"title", "name", "text", "what", "purpose", "kind"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct field *field = record_field(table, str_from(names[i]));
        if (field && field->kind == FIELD_TEXT &&
            field_is_filled(field, record_member(record, field)))
            return *(const struct str *)record_member(record, field);
    }
    return STR_NONE;
}

struct str review_name(struct arena *arena, const struct review *review)
{
    struct str kind = LABEL_OF(&review_table, review, kind);
    kind = kind.len ? kind : STR("review");
    if (!review->reviewer.len)
        return kind;
    return str_format(arena, STR_FMT " by " STR_FMT, STR_ARG(kind), STR_ARG(review->reviewer));
}

/* "£11.49 million, to carry out the improvement plan" */
static struct str amount_of(struct arena *arena, const struct funding *funding)
{
    struct str amount = amount_text(arena, funding);
    if (!funding->purpose.len)
        return amount;
    return str_format(arena, STR_FMT ", " STR_FMT, STR_ARG(amount), STR_ARG(funding->purpose));
}

struct str referent_text(struct arena *arena, const struct ref *ref)
{
    if (!ref->record)
        return STR_NONE;
    if (ref->table == &inspection_table) {
        const struct inspection *inspection = ref->record;
        return dated(arena, inspection->name, order_date(inspection));
    }
    if (ref->table == &intervention_table) {
        const struct intervention *intervention = ref->record;
        return dated(arena, intervention_name(arena, intervention), &intervention->issued);
    }
    if (ref->table == &review_table) {
        const struct review *review = ref->record;
        struct str name = review->name.len ? review->name : review_name(arena, review);
        return dated(arena, name, review->published.precision ? &review->published : &review->date);
    }
    if (ref->table == &action_table) {
        const struct action *action = ref->record;
        return action->number.len ? action->number : action->id;
    }
    if (ref->table == &funding_table)
        return amount_of(arena, ref->record);
    if (ref->table == &recommendation_table || ref->table == &risk_table ||
        ref->table == &milestone_table)
        return ref->id;
    struct str said = said_in(ref->record, ref->table);
    return said.len ? said : ref->id;
}

day date_key(const struct date *date)
{
    return date->first == DAY_OPEN_START ? date->last : date->first;
}

const struct date *order_date(const struct inspection *inspection)
{
    return inspection->published.precision ? &inspection->published : &inspection->fieldwork;
}

/* ---- amounts of money in the style of GOV.UK: £16.5 million, £9,000 ---- */

#define POUND_SIGN "\xC2\xA3"
#define MINUS_SIGN "\xE2\x88\x92"

enum { THOUSANDS_SCALE = 3 }; /* 10^3 */

static uint64_t power_of_ten(int exponent)
{
    uint64_t power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

/* Pounds have two decimals or none; an exact amount keeps any further ones. */
static void set_pence(uint64_t *size, int *scale)
{
    while (*scale > 0 && *size % 10 == 0) {
        *size /= 10;
        --*scale;
    }
    if (*scale == 1) {
        *size *= 10;
        *scale = 2;
    }
}

struct str money_text(struct arena *arena, const struct funding *funding)
{
    int64_t mantissa = funding->amount.mantissa;
    uint64_t size = mantissa < 0 ? 0 - (uint64_t)mantissa : (uint64_t)mantissa;
    int scale = funding->amount.scale;
    bool in_thousands = funding->unit == MONEY_THOUSAND && size < UINT64_MAX / 1000;
    if (in_thousands) {
        size *= power_of_ten(scale < THOUSANDS_SCALE ? THOUSANDS_SCALE - scale : 0);
        scale -= scale < THOUSANDS_SCALE ? scale : THOUSANDS_SCALE;
    }
    if (in_thousands || funding->unit != MONEY_MILLION)
        set_pence(&size, &scale);
    struct buf out = {.arena = arena};
    buf_addf(&out, "%s" POUND_SIGN, mantissa < 0 ? MINUS_SIGN : "");
    buf_grouped(&out, size / power_of_ten(scale));
    if (scale > 0)
        buf_addf(&out, ".%0*llu", scale, (unsigned long long)(size % power_of_ten(scale)));
    struct str unit = LABEL_OF(&funding_table, funding, unit);
    if (unit.len && !in_thousands)
        buf_addf(&out, "\xC2\xA0" STR_FMT, STR_ARG(unit));
    return buf_str(&out);
}

struct str amount_text(struct arena *arena, const struct funding *funding)
{
    return amount_as_rounded(arena, funding, money_text(arena, funding));
}
