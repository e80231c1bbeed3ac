/* corrections: what earlier issues had wrong, in the officers' own words, beside the record that it
   is about. */
#include "components/kit/kit.h"

/* A record of the specification; `record` is NULL where there is none of that id. */
struct named {
    const struct record_table *table;
    const void *record;
};

/* The first with that id, in any list. */
static struct named named_record(const struct briefing *briefing, struct str id)
{
    for (const struct field *list = briefing_table.fields; id.len && list->name; list++) {
        const struct records *records = record_member(briefing, list);
        const struct field *key = list->kind == FIELD_RECORDS ? list->of->fields : NULL;
        while (key && key->name && key->kind != FIELD_ID)
            key++;
        for (size_t i = 0; key && key->name && i < records->count; i++) {
            const void *record = records_at(records, list->of, i);
            if (str_equal(*(const struct str *)record_member(record, key), id))
                return (struct named){list->of, record};
        }
    }
    return (struct named){NULL, NULL};
}

/* "deadline" of "deadlines"; a list that is none is told as it was written. */
static struct str kind_words(struct arena *arena, struct str kind)
{
    const struct field *list = record_field(&briefing_table, kind);
    return capital(arena, list && list->of ? str_from(list->of->name) : kind);
}

static struct str key_words(struct arena *arena, const struct record_table *table, struct str key)
{
    const struct field *field = table ? record_field(table, key) : NULL;
    struct buf out = {.arena = arena};
    if (field && field->label)
        return uncapital(arena, str_from(field->label));
    for (size_t i = 0; i < key.len; i++)
        buf_byte(&out, key.at[i] == '_' || key.at[i] == '.' ? ' ' : key.at[i]);
    return buf_str(&out);
}

static void add_why(struct phrase *phrase, struct str why, const void *record)
{
    phrase_field_after(phrase, ". ", why, record, "why");
    phrase_stop(phrase);
}

static void end_item(struct composer *composer, struct phrase *phrase, const struct fact *fact)
{
    phrase_fact(phrase, fact);
    compose_item_open(composer);
    compose_paragraph(composer, phrase->inlines);
    compose_close(composer);
}

/* "Improvement notice, 1 April 2020: issued was given as 11 April 2020. The last issue had ..." */
static void set_correction(struct composer *composer, const struct briefing *briefing,
                           const struct correction *correction)
{
    struct phrase phrase = phrase_new(composer, briefing);
    struct named named = named_record(briefing, correction->of);
    struct str what = named.record ? record_title(phrase.arena, named.table, named.record)
                                   : kind_words(phrase.arena, correction->kind);
    if (what.len)
        phrase_addf(&phrase, STR_FMT ": ", STR_ARG(what));
    phrase_addf(&phrase, "“" STR_FMT "” was given as ",
                STR_ARG(key_words(phrase.arena, named.table, correction->field)));
    phrase_field(&phrase, correction->was, NAMED(correction, was));
    add_why(&phrase, correction->why, correction);
    phrase_date_after(&phrase, " Found ", FIELD_AT(correction, found));
    phrase_date_after(&phrase, "; in issues since ", FIELD_AT(correction, since));
    phrase_stop(&phrase);
    end_item(composer, &phrase, &correction->fact);
}

static void set_withdrawal(struct composer *composer, const struct briefing *briefing,
                           const struct withdrawal *withdrawal)
{
    struct phrase phrase = phrase_new(composer, briefing);
    phrase_addz(&phrase, "Withdrawn: ");
    phrase_field(&phrase, withdrawal->what, NAMED(withdrawal, what));
    add_why(&phrase, withdrawal->why, withdrawal);
    phrase_date_after(&phrase, " Found ", FIELD_AT(withdrawal, found));
    phrase_date_after(&phrase, "; in issues since ", FIELD_AT(withdrawal, since));
    phrase_stop(&phrase);
    end_item(composer, &phrase, &withdrawal->fact);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    (void)options;
    if (!briefing->corrections.count && !briefing->withdrawn.count)
        return;
    compose_list_open(composer, false, true);
    for (size_t i = 0; i < briefing->corrections.count; i++)
        set_correction(composer, briefing, &briefing->corrections.items[i]);
    for (size_t i = 0; i < briefing->withdrawn.count; i++)
        set_withdrawal(composer, briefing, &briefing->withdrawn.items[i]);
    compose_close(composer);
}

const struct component component_corrections = {
    .name = "corrections",
    .doc = "What earlier issues had wrong or should not have had, why, and when that was found.",
    .example = "```corrections\n```\n",
    .options = &no_options_table,
    .compose = compose,
};
