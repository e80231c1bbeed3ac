/* Types: of literals, of fields, of one thing or another; and what is reported about them. */
#include "template/check/checker.h"

#include "base/limits.h"
#include "template/template_codes.h"

enum {
    COUNT_LIMIT = 1000000, /* the most that a specification may count: rule E235 */
    WRITTEN_DIGITS = 18    /* the most that a number may have */
};

#define COMPUTED_LIMIT INT64_C(100000000000)       /* what is computed from counts and dates */
#define WRITTEN_LIMIT  INT64_C(999999999999999999) /* eighteen digits */

struct type type_plain(unsigned kinds)
{
    return (struct type){
        .kinds = kinds,
        .number = {.low = -WRITTEN_LIMIT, .high = WRITTEN_LIMIT, .digits = WRITTEN_DIGITS}};
}

struct type type_unknown(void)
{
    return type_plain(IS_UNKNOWN);
}

static int digits_of(int64_t number)
{
    int digits = 0;
    for (; number != 0; number /= 10)
        digits++;
    return digits;
}

struct type type_whole(int64_t low, int64_t high)
{
    int below = digits_of(low), above = digits_of(high);
    return (struct type){
        .kinds = IS_WHOLE,
        .filled = low > 0 || high < 0,
        .number = {.low = low, .high = high, .digits = below > above ? below : above}};
}

struct type type_list(struct arena *arena, struct type item)
{
    struct type *kept = ARENA_NEW(arena, struct type);
    struct type type = type_plain(IS_LIST);
    item.path = STR_NONE;
    *kept = item;
    type.list.item = kept;
    return type;
}

struct type type_parts(struct arena *arena, const struct type *parts, size_t count)
{
    struct type item = {0};
    for (size_t i = 0; i < count; i++)
        item = i ? type_join(arena, item, parts[i]) : parts[i];
    struct type type = type_list(arena, item);
    type.list.parts = parts;
    type.list.part_count = count;
    type.filled = count > 0;
    return type;
}

static struct type type_record(const struct record_table *table)
{
    struct type type = type_plain(IS_RECORD);
    type.record.table = table;
    return type;
}

static struct type type_float(double real)
{
    struct type type = type_plain(IS_FLOAT);
    for (type.number.digits = 0; real >= 1 || real <= -1; type.number.digits++)
        real /= 10;
    type.filled = real < 0 || real > 0;
    return type;
}

struct type type_literal(const struct value *literal)
{
    struct type type = type_plain(IS_TEXT);
    switch (literal->kind) {
    case VALUE_NONE: return type_plain(IS_NONE);
    case VALUE_BOOL: return type_plain(IS_ANSWER);
    case VALUE_WHOLE: return type_whole(literal->whole, literal->whole);
    case VALUE_TEXT:
        type.text.literal = literal->text;
        type.filled = literal->text.len > 0;
        return type;
    case VALUE_DECIMAL: return type_plain(IS_DECIMAL);
    case VALUE_FLOAT: return type_float(literal->real);
    default: return type_unknown();
    }
}

/* ---- fields ---- */

static const struct record_table *table_of_space(enum id_space space)
{
    switch (space) {
    case IDS_SOURCES: return &evidence_table;
    case IDS_INSPECTIONS: return &inspection_table;
    case IDS_INTERVENTIONS: return &intervention_table;
    case IDS_RECOMMENDATIONS: return &recommendation_table;
    case IDS_ACTIONS: return &action_table;
    case IDS_QUOTES: return &quote_table;
    case IDS_INDICATORS: return &indicator_table;
    case IDS_AREAS: return &improvement_area_table;
    case IDS_DEVELOPMENTS: return &development_table;
    case IDS_REVIEWS: return &review_table;
    case IDS_EVENTS: return &event_table;
    case IDS_LEADERSHIP: return &leadership_event_table;
    case IDS_RISKS: return &risk_table;
    case IDS_MILESTONES: return &milestone_table;
    case IDS_FUNDING: return &funding_table;
    default: return NULL;
    }
}

static struct type whole_of(const struct field *field)
{
    if (field_is_derived(field))
        return type_whole(-COMPUTED_LIMIT, COMPUTED_LIMIT);
    return type_whole(0, COUNT_LIMIT);
}

static struct type text_of(const struct record_table *table, const struct field *field)
{
    struct type type = type_plain(IS_TEXT);
    if (field->kind == FIELD_FRAMEWORK)
        type.text.meaning = MEANS_FRAMEWORK;
    else if (table == &grade_entry_table)
        type.text.meaning = MEANS_JUDGEMENT;
    return type;
}

/* The grades of an inspection: each entry knows whose it is. */
static struct type grades_of(struct arena *arena, struct str path)
{
    struct type item = type_record(&grade_entry_table);
    item.record.owner = path;
    return type_list(arena, item);
}

static struct type refs_of(struct arena *arena, const struct field *field)
{
    struct type type = type_list(arena, type_record(table_of_space(field->ids)));
    type.list.citable = field->ids == IDS_SOURCES;
    return type;
}

static struct type given_field(struct arena *arena, const struct record_table *table,
                               const struct field *field, struct str path)
{
    struct type type;
    switch (field->kind) {
    case FIELD_MARKDOWN: return type_plain(IS_MARKDOWN);
    case FIELD_WHOLE: return whole_of(field);
    case FIELD_DECIMAL: return type_plain(IS_DECIMAL);
    case FIELD_ANSWER: return type_plain(IS_ANSWER);
    case FIELD_DATE:
    case FIELD_PERIOD: return type_plain(IS_DATE);
    case FIELD_WORD:
        type = type_plain(IS_WORD);
        type.words = field->words;
        return type;
    case FIELD_REF: return type_record(table_of_space(field->ids));
    case FIELD_REFS: return refs_of(arena, field);
    case FIELD_GRADE: return type_plain(IS_GRADE);
    case FIELD_GRADES: return grades_of(arena, path);
    case FIELD_TEXTS: return type_list(arena, type_plain(IS_TEXT));
    case FIELD_WHOLES: return type_list(arena, type_plain(IS_WHOLE));
    case FIELD_RECORD: return type_record(field->of);
    case FIELD_RECORDS: return type_list(arena, type_record(field->of));
    default: return text_of(table, field);
    }
}

struct type type_field(struct arena *arena, const struct record_table *table,
                       const struct field *field, struct str path)
{
    struct type type = given_field(arena, table, field, path);
    if (field_may_be_absent(field)) {
        struct absence *absence = ARENA_NEW(arena, struct absence);
        *absence = (struct absence){.name = str_from(field->name), .from = table->a_name};
        type.absence = absence;
    }
    return type;
}

/* ---- one or the other ---- */

/* What both are called; absent when they differ. */
static struct str join_names(struct str a, struct str b)
{
    return a.at && b.at && str_equal(a, b) ? a : STR_NONE;
}

/* Bounds that hold for both; what is no whole number has none. */
static struct number_type join_numbers(const struct type *left, const struct type *right)
{
    const struct number_type *a = &left->number, *b = &right->number;
    bool whole_a = left->kinds & IS_WHOLE, whole_b = right->kinds & IS_WHOLE;
    return (struct number_type){.low = !whole_b || (whole_a && a->low < b->low) ? a->low : b->low,
                                .high =
                                    !whole_b || (whole_a && a->high > b->high) ? a->high : b->high,
                                .digits = a->digits > b->digits ? a->digits : b->digits,
                                .rounded = a->rounded && b->rounded};
}

static struct text_type join_texts(const struct text_type *a, const struct text_type *b)
{
    return (struct text_type){.literal = join_names(a->literal, b->literal),
                              .meaning = a->meaning == b->meaning ? a->meaning : MEANS_NOTHING,
                              .owner = join_names(a->owner, b->owner)};
}

static const struct type *join_items(struct arena *arena, const struct type *a,
                                     const struct type *b)
{
    if (!a || !b || a == b)
        return a ? a : b;
    struct type *item = ARENA_NEW(arena, struct type);
    *item = type_join(arena, *a, *b);
    return item;
}

static struct list_type join_lists(struct arena *arena, const struct list_type *a,
                                   const struct list_type *b)
{
    struct list_type list = {.item = join_items(arena, a->item, b->item),
                             .stream = a->stream || b->stream,
                             .citable = a->citable && b->citable};
    if (a->parts != b->parts)
        return list;
    list.parts = a->parts;
    list.part_count = a->part_count;
    list.group = a->group && b->group;
    return list;
}

/* Records of two tables are of one kind but of no known table: nothing more is said about them. */
static unsigned join_tables(const struct type *a, const struct type *b)
{
    bool both = (a->kinds & IS_RECORD) && (b->kinds & IS_RECORD);
    return both && a->record.table != b->record.table ? IS_UNKNOWN : 0;
}

static bool same_words(const struct type *a, const struct type *b)
{
    return !(a->kinds & IS_WORD) || !(b->kinds & IS_WORD) || a->words == b->words;
}

struct type type_join(struct arena *arena, struct type a, struct type b)
{
    struct type type = {.kinds = a.kinds | b.kinds | join_tables(&a, &b),
                        .silent = a.silent || b.silent,
                        .filled = a.filled && b.filled,
                        .absence = a.absence ? a.absence : b.absence,
                        .path = join_names(a.path, b.path),
                        .number = join_numbers(&a, &b),
                        .text = join_texts(&a.text, &b.text),
                        .list = join_lists(arena, &a.list, &b.list)};
    type.record.table = a.kinds & IS_RECORD ? a.record.table : b.record.table;
    type.record.owner = join_names(a.record.owner, b.record.owner);
    if (same_words(&a, &b))
        type.words = a.kinds & IS_WORD ? a.words : b.words;
    return type;
}

/* ---- asking ---- */

/* Nothing is known about an item of an empty list either. */
bool type_is_unknown(const struct type *type)
{
    return type->kinds == 0 || (type->kinds & IS_UNKNOWN);
}

bool type_is_given(const struct type *type)
{
    return !type->absence && !type->silent;
}

bool type_is_written(const struct type *type)
{
    return type->kinds == IS_TEXT && type->text.literal.at && type_is_given(type);
}

bool type_within(const struct type *type, unsigned kinds)
{
    return type_is_unknown(type) || (type->kinds & ~kinds) == 0;
}

struct str type_describe(struct arena *arena, const struct type *type)
{
    static const struct {
        unsigned kind;
        const char *words;
    } kinds[] = {{IS_NONE, "nothing"},
                 {IS_ANSWER, "a yes or no"},
                 {IS_WHOLE, "a whole number"},
                 {IS_DECIMAL, "a decimal number"},
                 {IS_FLOAT, "a decimal number"},
                 {IS_TEXT, "a text"},
                 {IS_MARKDOWN, "Markdown"},
                 {IS_INSERTED, "Markdown"},
                 {IS_DATE, "a date"},
                 {IS_WORD, "a word"},
                 {IS_GRADE, "a grade"},
                 {IS_LIST, "a list"},
                 {IS_RECORD, "a record"},
                 {IS_CITE, "a citation"},
                 {IS_LOOP, "the loop itself"}};
    struct buf out = {.arena = arena};
    buf_addz(&out, "");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!(type->kinds & kinds[i].kind))
            continue;
        bool named = kinds[i].kind == IS_RECORD && type->record.table;
        buf_addf(&out, "%s%s", out.len ? " or " : "",
                 named ? type->record.table->a_name : kinds[i].words);
    }
    return buf_str(&out);
}

/* ---- reporting ---- */

struct type check_fail(struct checker *checker, const struct code *code, struct span span,
                       const char *format, ...)
{
    struct buf message = {.arena = checker->arena};
    va_list args;
    va_start(args, format);
    buf_addv(&message, format, args);
    va_end(args);
    diag_report(checker->diags, code, span, STR_FMT, STR_ARG(buf_str(&message)));
    return type_unknown();
}

struct type check_hint(struct checker *checker, const char *format, ...)
{
    struct diags *diags = checker->diags;
    struct buf hint = {.arena = checker->arena};
    va_list args;
    va_start(args, format);
    buf_addv(&hint, format, args);
    va_end(args);
    if (diags->items.count)
        diag_hint(diags, &diags->items.items[diags->items.count - 1], STR_FMT,
                  STR_ARG(buf_str(&hint)));
    return type_unknown();
}

bool check_spend(struct checker *checker, size_t steps)
{
    if (checker->stopped)
        return false;
    checker->steps += steps;
    checker->stopped = checker->steps > LIMIT_TEMPLATE_STEPS;
    if (checker->stopped)
        diag_report(checker->diags, &E317, (struct span){0},
                    "the template takes more than 1,000,000 steps to check");
    return !checker->stopped;
}

/* ---- what may be absent ---- */

static void report_absence(struct checker *checker, const struct type *type, struct span span)
{
    const struct absence *absence = type->absence;
    if (!absence) {
        check_fail(checker, &E340, span, "the `if` has no `else`, so there may be no value here");
        return;
    }
    span = absence->at.source ? absence->at : span;
    if (absence->from)
        check_fail(checker, &E340, span, "`" STR_FMT "` may be missing from %s",
                   STR_ARG(absence->name), absence->from);
    else
        check_fail(checker, &E340, span, "there may be no `" STR_FMT "`: %s",
                   STR_ARG(absence->name), absence->reason);
    check_hint(checker, "ask first with `is defined`, or add | default(\"...\")");
}

bool check_present(struct checker *checker, struct type *type, struct span span)
{
    bool present = type_is_unknown(type) || type_is_given(type);
    if (!present)
        report_absence(checker, type, span);
    type->absence = NULL;
    type->silent = false;
    return present;
}

/* The nothing of an inline if without else prints as nothing and is false. */
static bool present_or_silent(struct checker *checker, struct type *type, struct span span)
{
    type->silent = false;
    return check_present(checker, type, span);
}

static void report_unprintable(struct checker *checker, const struct type *type, struct span span)
{
    struct type wrong = *type;
    wrong.kinds &= ~(unsigned)IS_PRINTABLE;
    struct str kind = type_describe(checker->arena, &wrong);
    check_fail(checker, &E315, span, STR_FMT " cannot be printed", STR_ARG(kind));
    if (wrong.kinds == IS_LIST)
        check_hint(checker, "write | words behind it, or use {%% for %%}");
    else if (wrong.kinds == IS_ANSWER)
        check_hint(checker, "write {{ \"yes\" if value else \"no\" }}");
    else if (wrong.kinds == IS_RECORD)
        check_hint(checker, "print one of its fields");
}

void check_printable(struct checker *checker, struct type type, struct span span)
{
    if (!present_or_silent(checker, &type, span) || type_within(&type, IS_PRINTABLE))
        return;
    if (type.kinds & IS_MARKDOWN) {
        check_fail(checker, &E322, span, "this is an officer's Markdown");
        check_hint(checker, "write | markdown behind it");
        return;
    }
    report_unprintable(checker, &type, span);
}

void check_truth(struct checker *checker, struct type type, struct span span)
{
    if (!present_or_silent(checker, &type, span) || !type.list.stream || type_is_unknown(&type))
        return;
    check_fail(checker, &E314, span, "Jinja counts this list as true even when it is empty");
    check_hint(checker, "put | list behind the filter that made it");
}
