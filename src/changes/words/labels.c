/* What fields, and so many records of a kind, are called where changes are told; and what
   corrections are about. */
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
        return key_said(finder->arena, finder->now.briefing, key);
    struct str words = value_words(finder, &finder->now, key->field, key->record);
    return filled && !words.len ? STR("as this paper has it") : words;
}

static void tell_correction(const struct finder *finder, struct correction *one)
{
    const struct briefing *briefing = finder->now.briefing;
    struct named named = record_named(finder->arena, briefing, one->of, one->kind);
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
