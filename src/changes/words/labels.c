/* What fields, and so many records of a kind, are called where changes are told; two values side by
   side; what is told of a new record; and what corrections are about. */
#include "changes/finder.h"

#include "base/utf8.h"
#include "brief/corrected.h"

/* ---- fields ---- */

static const struct {
    const struct record_table *table; /* NULL: of any */
    const char *field, *words;
} labels[] = {
    {&leadership_event_table, "from", "coming from"},
    {&deadline_table, "ended", "no longer awaited:"},
    {&provision_table, "total", "total"},
    {&provision_table, "date", "as at"},
    {&provision_count_table, "count", ""},
    {&indicator_value_table, "value", ""},
    {&comparator_table, "published", "report published"},
    {&typical_wait_table, "inspections", "inspections counted:"},
    {&typical_wait_table, "months", "months:"},
    {NULL, "abolished", "abolished"},
    {NULL, "ended_how", "how it ended:"},
    {NULL, "ended_by", "ended by"},
    {NULL, "known_open", "known to be in force on"},
    {NULL, "overall", "overall grade"},
    {NULL, "revised_due", "due now"},
    {NULL, "revised", "planned now for"},
    {NULL, "planned", "planned for"},
    {NULL, "actual", "reached"},
    {NULL, "rag", "progress rated"},
    {NULL, "impact_rag", "impact rated"},
    {NULL, "percent", "done so far:"},
    {NULL, "updated", "brought up to date"},
    {NULL, "text", "now worded"},
    {NULL, "source", "source:"},
    {NULL, "from", "from"},
    {NULL, "to", "until"},
    {NULL, "until", "until"},
    {NULL, "of", "of"},
    {NULL, "name", "named"},
    {NULL, "kind", "kind:"},
    {NULL, "date", "dated"},
    {NULL, "period", "for"},
    {NULL, "not_done", "not done on"},
    {NULL, "areas_in_all", "areas for improvement in all:"},
    {NULL, "priority_areas_in_all", "areas for priority action in all:"},
    {NULL, "visits_in_all", "visits in all:"},
    {NULL, "triggered_by", "follows"},
    {NULL, "replaces", "takes the place of"},
    {NULL, "owner", "owned by"},
    {NULL, "by", "by"},
    {NULL, "role", "as"},
};

struct str field_words(const struct finder *finder, const struct record_table *table,
                       const struct field *field)
{
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if ((!labels[i].table || labels[i].table == table) && !strcmp(labels[i].field, field->name))
            return str_from(labels[i].words);
    struct buf out = {.arena = finder->arena};
    for (const char *at = field->name; *at; at++)
        buf_byte(&out, *at == '_' ? ' ' : *at);
    return buf_str(&out);
}

struct str judgement_called(const struct finder *finder, const struct record_table *table,
                            const void *record, struct str id)
{
    const struct field *field = record_field(table, STR("framework"));
    const struct framework *framework =
        field ? framework_find(finder->now.briefing->frameworks,
                               *(const struct str *)record_member(record, field))
              : NULL;
    const struct judgement *judgement = framework ? judgement_find(framework, id) : NULL;
    return judgement ? judgement_told(judgement) : id;
}

/* ---- two texts that read alike ---- */

enum { APART_LEAD = 30 };

/* Where the second text begins to differ, with a few words in front of it. */
static size_t apart_at(struct str a, struct str b)
{
    size_t at = 0;
    while (at < a.len && at < b.len && a.at[at] == b.at[at])
        at++;
    size_t from = at > APART_LEAD ? at - APART_LEAD : 0;
    while (from && from < at && a.at[from - 1] != ' ')
        from++;
    while (from && from < a.len && ((unsigned char)a.at[from] & 0xC0) == 0x80)
        from--;
    return from;
}

static struct str named_from(struct arena *arena, const struct field *field, struct str text,
                             size_t from)
{
    return as_named(
        arena, field,
        str_format(arena, "\342\200\246" STR_FMT, STR_ARG(str_part(text, from, text.len))));
}

bool words_apart(struct arena *arena, const struct field *field, struct str *is, struct str *was)
{
    struct str a = as_named(arena, field, *is), b = as_named(arena, field, *was);
    bool is_plain = !str_equal(a, b) || str_equal(*is, *was);
    size_t from = is_plain ? 0 : apart_at(*is, *was);
    if (!is_plain && from) {
        a = named_from(arena, field, *is, from);
        b = named_from(arena, field, *was, from);
    }
    *is = a;
    *was = b;
    return is_plain;
}

struct str named_among(struct arena *arena, const struct field *field, struct str text,
                       const struct texts *others)
{
    struct str named = as_named(arena, field, text);
    for (size_t i = 0; i < others->count; i++) {
        struct str is = text, was = others->items[i];
        if (!words_apart(arena, field, &is, &was))
            return str_equal(is, was) ? STR("another wording") : is;
    }
    return named;
}

/* ---- what is told of a new record ---- */

struct piece_of_news {
    const char *field, *label, *behind;
};

static void add_news(struct buf *out, struct str what, struct piece_of_news piece, struct str text)
{
    if (text.len && !str_holds(what, text))
        buf_addf(out, "%s%s%s" STR_FMT "%s", out->len ? ", " : "", piece.label,
                 *piece.label ? " " : "", STR_ARG(text), piece.behind);
}

/* Money is called by its status, and a claim's words say what it counts. */
static bool is_piece_of_news(const struct record_table *table, const struct field *field)
{
    return field && table != &funding_table && table != &claim_table &&
           (field->kind == FIELD_WORD || field->kind == FIELD_GRADE || field->kind == FIELD_DATE ||
            field->kind == FIELD_WHOLE || field->kind == FIELD_DECIMAL);
}

/* Is it a day that its name has already? */
static bool is_day_of_name(struct arena *arena, struct str what, const struct field *field,
                           const void *member)
{
    return field->kind == FIELD_DATE && str_holds(what, date_text(arena, member, DATE_PLAIN));
}

static struct str judgement_words(const struct framework *framework, struct str id)
{
    const struct judgement *judgement = framework ? judgement_find(framework, id) : NULL;
    return judgement ? judgement_told(judgement) : id;
}

/* Of the inspection at which the council stands: a judgement of it, set beside the one before as
   the paper does; NULL: nothing is said of it. */
static const struct judged *judged_of(const struct briefing *briefing,
                                      const struct inspection *inspection, struct str judgement)
{
    const struct derived *derived = briefing->derived;
    if (!derived || derived->standing->inspection != inspection)
        return NULL;
    if (!judgement.len)
        return derived->message->overall;
    for (size_t i = 0; i < derived->message->judgements.count; i++)
        if (str_equal(derived->message->judgements.items[i].judgement, judgement))
            return &derived->message->judgements.items[i];
    return NULL;
}

/* ", up from inadequate", where the two can be compared and differ. */
static void add_move(const struct finder *finder, struct buf *out, const struct judged *judged)
{
    bool up = judged && judged->direction == CHANGE_UP;
    if (judged && judged->before.len && (up || judged->direction == CHANGE_DOWN))
        buf_addf(out, ", %s from " STR_FMT, up ? "up" : "down",
                 STR_ARG(grade_words(finder, judged->before)));
}

/* The overall grade; where there is none, each judgement for itself. */
static struct str inspection_news(const struct finder *finder, const struct inspection *inspection)
{
    struct buf out = {.arena = finder->arena};
    const struct briefing *briefing = finder->now.briefing;
    const struct framework *framework = framework_find(briefing->frameworks, inspection->framework);
    if (inspection->overall.len)
        buf_addf(&out, STR_FMT " overall", STR_ARG(grade_words(finder, inspection->overall)));
    if (inspection->overall.len)
        add_move(finder, &out, judged_of(briefing, inspection, STR_NONE));
    for (size_t i = 0; !inspection->overall.len && i < inspection->judgements.count; i++) {
        const struct grade_entry *entry = &inspection->judgements.items[i];
        buf_addf(&out, "%s" STR_FMT ": " STR_FMT, out.len ? "; " : "",
                 STR_ARG(judgement_words(framework, entry->judgement)),
                 STR_ARG(grade_words(finder, entry->grade)));
        add_move(finder, &out, judged_of(briefing, inspection, entry->judgement));
    }
    if (!out.len && inspection->theme.len)
        buf_add(&out, as_named(finder->arena, record_field(&inspection_table, STR("theme")),
                               inspection->theme));
    if (inspection->priority_text.len)
        buf_addf(&out, "%s" STR_FMT, out.len ? "; " : "", STR_ARG(inspection->priority_text));
    return buf_str(&out);
}

struct str record_news(const struct finder *finder, const struct issue *issue,
                       const struct record_table *table, const void *record)
{
    static const struct piece_of_news pieces[] = {
        {"response", "", ""},        {"status", "", ""},
        {"due", "due", ""},          {"planned", "planned for", ""},
        {"ended", "ended", ""},      {"done", "done", ""},
        {"until", "until", ""},      {"total", "", " in all"},
        {"overall", "", " overall"}, {"value", "", ""},
    };
    struct buf out = {.arena = finder->arena};
    if (table == &inspection_table)
        return inspection_news(finder, record);
    struct str what = record_what(finder, issue, table, record);
    if (table == &development_table)
        return as_named(finder->arena, record_field(table, STR("text")),
                        ((const struct development *)record)->text);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        const struct field *field = record_field(table, str_from(pieces[i].field));
        if (is_piece_of_news(table, field) &&
            !is_day_of_name(finder->arena, what, field, record_member(record, field)))
            add_news(&out, what, pieces[i], value_words(finder, issue, field, record));
    }
    const struct date when = record_day(table, record);
    if (!out.len && when.precision && !str_holds(what, date_text(finder->arena, &when, DATE_PLAIN)))
        add_news(&out, what, (struct piece_of_news){"", "", ""},
                 date_text(finder->arena, &when, DATE_LONG));
    return buf_str(&out);
}

/* ---- counts ---- */

struct str count_words(struct arena *arena, size_t count, const char *one, const char *many)
{
    static const char *const words[] = {"no",  "one",   "two",   "three", "four", "five",
                                        "six", "seven", "eight", "nine",  "ten"};
    struct str number = count < sizeof words / sizeof *words ? str_from(words[count])
                                                             : whole_text(arena, (int64_t)count);
    return str_format(arena, STR_FMT " %s", STR_ARG(number), count == 1 ? one : many);
}

struct str kind_count(struct arena *arena, struct str kind, size_t count)
{
    static const struct {
        const char *kind, *one, *many;
    } nouns[] = {
        {"council", "council", "councils"},
        {"inspections", "inspection", "inspections"},
        {"interventions", "intervention", "interventions"},
        {"leadership", "change in leadership", "changes in leadership"},
        {"funding", "amount of money", "amounts of money"},
        {"actions", "action", "actions"},
        {"priorities", "priority", "priorities"},
        {"reviews", "review", "reviews"},
        {"provision", "count of provision", "counts of provision"},
        {"recommendations", "recommendation", "recommendations"},
        {"deadlines", "deadline", "deadlines"},
        {"risks", "risk", "risks"},
        {"developments", "development", "developments"},
        {"milestones", "milestone", "milestones"},
        {"events", "event", "events"},
        {"quotes", "quotation", "quotations"},
        {"claims", "claim", "claims"},
        {"indicators", "indicator", "indicators"},
        {"audits", "audit", "audits"},
        {"complaints", "period of complaints", "periods of complaints"},
        {"voices", "record of what people said", "records of what people said"},
    };
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (str_is(kind, nouns[i].kind))
            return count_words(arena, count, nouns[i].one, nouns[i].many);
    return count_words(arena, count, "other fact", "other facts");
}

/* ---- what corrections say by themselves ---- */

/* What is no single value is not told again: it stands in the paper. */
static struct str words_now(const struct finder *finder, const struct key_named *key)
{
    bool filled = field_is_filled(key->field, record_member(key->record, key->field));
    if (key->judgement.len)
        return grade_words(finder, key_grade(key));
    struct str words = value_words(finder, &finder->now, key->field, key->record);
    return filled && !words.len ? STR("as this paper has it") : words;
}

static void tell_correction(const struct finder *finder, struct correction *one)
{
    const struct briefing *briefing = finder->now.briefing;
    struct named_record named = record_named(finder->arena, briefing, one->of, one->kind);
    if (!named.record)
        return;
    struct key_named key =
        key_named(finder->arena, briefing, named.table, named.record, one->field);
    if (!key.field)
        return;
    struct str what = record_what(finder, &finder->now, named.table, named.record);
    if (key.record != named.record)
        what = str_format(finder->arena, STR_FMT ", " STR_FMT, STR_ARG(what),
                          STR_ARG(record_what(finder, &finder->now, key.table, key.record)));
    one->what = utf8_capital(finder->arena, what);
    one->key = key.judgement.len ? judgement_called(finder, key.table, key.record, key.judgement)
                                 : field_words(finder, key.table, key.field);
    one->is = words_now(finder, &key);
}

void corrections_tell(struct arena *arena, struct briefing *briefing)
{
    struct finder finder = {.arena = arena, .now = {briefing, briefing->briefing->as_at.last}};
    for (size_t i = 0; i < briefing->corrections.count; i++)
        tell_correction(&finder, (struct correction *)&briefing->corrections.items[i]);
}
