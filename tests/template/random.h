/* Random numbers that are the same on every machine, and random briefings drawn from the record
   tables: whatever a table says may be absent sometimes is, and nothing else ever. */
#ifndef COUNCILBRIEF_TESTS_TEMPLATE_RANDOM_H
#define COUNCILBRIEF_TESTS_TEMPLATE_RANDOM_H

#include "template/fixture.h"

#include <string.h>

struct chance {
    uint64_t state;
};

/* splitmix64 */
static inline uint64_t chance_next(struct chance *chance)
{
    uint64_t z = chance->state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* 0 to below - 1 */
static inline size_t chance_below(struct chance *chance, size_t below)
{
    return (size_t)(chance_next(chance) % below);
}

/* True so many times in a hundred. */
static inline bool chance_of(struct chance *chance, size_t percent)
{
    return chance_below(chance, 100) < percent;
}

#define CHANCE_PICK(chance, list) ((list)[chance_below((chance), sizeof(list) / sizeof *(list))])

struct random_briefing {
    struct arena *arena;
    struct chance *chance;
    const struct frameworks *frameworks;
};

enum { RECORDS_DEPTH = 4 }; /* records inside one another; further in, what may be absent is */

/* ---- single values ---- */

static inline struct str random_text(struct chance *chance)
{
    static const char *const texts[] = {"Norfolk",
                                        "a | b",
                                        "**bold**",
                                        "{{ council.name }}",
                                        "{% if %}",
                                        "# one",
                                        "x\ny",
                                        " spaced ",
                                        "<b>",
                                        "`code`",
                                        "[2]",
                                        "- item",
                                        "1. first",
                                        "\xC3\xA9t\xC3\xA9",
                                        "0",
                                        "",
                                        "\"quoted\"",
                                        "good",
                                        "A longer text, of several words; with a full stop."};
    return str_from(CHANCE_PICK(chance, texts));
}

static inline struct date random_date(struct random_briefing *random)
{
    static const char *const dates[] = {
        "2018-01-19", "2018-01",     "2018",          "2013-spring",
        "2013-10?",   "2018-01-22~", "../2018-01-22", "2017-11-13/2017-11-24"};
    struct date date = {0};
    struct str why, instead;
    const char *text = CHANCE_PICK(random->chance, dates);
    assert_true(date_parse(random->arena, str_from(text), &date, &why, &instead));
    return date;
}

static inline struct whole random_whole(struct random_briefing *random, const struct field *field)
{
    static const int64_t counted[] = {0, 1, 2, 7, 1000, 1000000};
    static const int64_t computed[] = {0, 1, -1, 12, -365, 1000000, 90000000000};
    return (struct whole){.known = true,
                          .value = field_is_derived(field) ? CHANCE_PICK(random->chance, computed)
                                                           : CHANCE_PICK(random->chance, counted)};
}

/* Amounts of funding are pounds and pence: rule E253. */
static inline struct decimal random_decimal(struct random_briefing *random)
{
    static const struct decimal decimals[] = {{{"0", 1}, 0, 0},
                                              {{"16.5", 4}, 165, 1},
                                              {{"9", 1}, 9, 0},
                                              {{"0.25", 4}, 25, 2},
                                              {{"999999999999999", 15}, 999999999999999, 0}};
    return CHANCE_PICK(random->chance, decimals);
}

static inline int random_word(struct chance *chance, const struct word *words)
{
    size_t count = 0;
    while (words[count].id)
        count++;
    return 1 + (int)chance_below(chance, count);
}

static inline const struct framework *random_framework(struct random_briefing *random)
{
    const struct framework_list *all = &random->frameworks->frameworks;
    return &all->items[chance_below(random->chance, all->count)];
}

static inline struct str random_grade(struct random_briefing *random)
{
    const struct grade_list *grades = &random->frameworks->grades;
    const struct grade *grade = &grades->items[chance_below(random->chance, grades->count)];
    return grade->id;
}

/* ---- records ---- */

static inline void *random_record(struct random_briefing *random, const struct record_table *table,
                                  int depth);

static inline const struct record_table *table_with_ids(enum id_space space)
{
    static const struct record_table *const tables[IDS_ANY] = {
        [IDS_SOURCES] = &evidence_table,
        [IDS_INSPECTIONS] = &inspection_table,
        [IDS_INTERVENTIONS] = &intervention_table,
        [IDS_RECOMMENDATIONS] = &recommendation_table,
        [IDS_ACTIONS] = &action_table,
        [IDS_QUOTES] = &quote_table,
        [IDS_INDICATORS] = &indicator_table,
        [IDS_AREAS] = &improvement_area_table,
        [IDS_DEVELOPMENTS] = &development_table,
        [IDS_REVIEWS] = &review_table,
        [IDS_EVENTS] = &event_table,
        [IDS_LEADERSHIP] = &leadership_event_table,
        [IDS_RISKS] = &risk_table,
        [IDS_MILESTONES] = &milestone_table,
        [IDS_FUNDING] = &funding_table,
    };
    return tables[space];
}

static inline struct ref random_ref(struct random_briefing *random, enum id_space space, int depth)
{
    bool any = space == IDS_ANY;
    const struct record_table *table = table_with_ids(
        any ? (enum id_space)(1 + chance_below(random->chance, IDS_ANY - 1)) : space);
    return (struct ref){
        .id = STR("X1"), .table = table, .record = random_record(random, table, depth + 1)};
}

static inline size_t random_count(struct random_briefing *random, int depth)
{
    return depth >= RECORDS_DEPTH ? 0 : chance_below(random->chance, 4);
}

static inline struct refs random_refs(struct random_briefing *random, enum id_space space,
                                      int depth)
{
    size_t count = random_count(random, depth);
    struct ref *items = ARENA_ARRAY(random->arena, struct ref, count);
    for (size_t i = 0; i < count; i++)
        items[i] = random_ref(random, space, depth);
    return (struct refs){items, count};
}

static inline struct records random_records(struct random_briefing *random,
                                            const struct record_table *table, int depth)
{
    size_t count = random_count(random, depth);
    char *items = arena_array(random->arena, count, table->size);
    for (size_t i = 0; i < count; i++)
        memcpy(items + i * table->size, random_record(random, table, depth + 1), table->size);
    return (struct records){items, count};
}

static inline struct texts random_texts(struct random_briefing *random, int depth)
{
    size_t count = random_count(random, depth);
    struct str *items = ARENA_ARRAY(random->arena, struct str, count);
    for (size_t i = 0; i < count; i++)
        items[i] = random_text(random->chance);
    return (struct texts){.items = items, .count = count};
}

static inline struct wholes random_wholes(struct random_briefing *random, int depth)
{
    size_t count = random_count(random, depth);
    int64_t *items = ARENA_ARRAY(random->arena, int64_t, count);
    for (size_t i = 0; i < count; i++)
        items[i] = (int64_t)chance_below(random->chance, 100);
    return (struct wholes){.items = items, .count = count};
}

/* ---- fields ---- */

static inline void fill_field(struct random_briefing *random, const struct field *field,
                              void *member, int depth)
{
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
    case FIELD_ID: *(struct str *)member = random_text(random->chance); break;
    case FIELD_WHOLE: *(struct whole *)member = random_whole(random, field); break;
    case FIELD_DECIMAL: *(struct decimal *)member = random_decimal(random); break;
    case FIELD_ANSWER:
        *(enum answer *)member = chance_of(random->chance, 50) ? ANSWER_YES : ANSWER_NO;
        break;
    case FIELD_DATE:
    case FIELD_PERIOD: *(struct date *)member = random_date(random); break;
    case FIELD_WORD: *(int *)member = random_word(random->chance, field->words); break;
    case FIELD_REF: *(struct ref *)member = random_ref(random, field->ids, depth); break;
    case FIELD_REFS: *(struct refs *)member = random_refs(random, field->ids, depth); break;
    case FIELD_GRADE: *(struct str *)member = random_grade(random); break;
    case FIELD_FRAMEWORK: *(struct str *)member = random_framework(random)->id; break;
    case FIELD_TEXTS: *(struct texts *)member = random_texts(random, depth); break;
    case FIELD_WHOLES: *(struct wholes *)member = random_wholes(random, depth); break;
    case FIELD_RECORD: *(const void **)member = random_record(random, field->of, depth + 1); break;
    case FIELD_RECORDS: *(struct records *)member = random_records(random, field->of, depth); break;
    default: break; /* FIELD_GRADES: with its framework */
    }
}

/* The judgements of an inspection are those of its framework, once that is known. */
static inline void fill_judgements(struct random_briefing *random, struct inspection *inspection)
{
    const struct framework *framework = framework_find(random->frameworks, inspection->framework);
    size_t count = framework ? framework->judgements.count : 0;
    struct grade_entry *entries = ARENA_ARRAY(random->arena, struct grade_entry, count);
    for (size_t i = 0; i < count; i++) {
        const struct judgement *judgement = &framework->judgements.items[i];
        entries[i].judgement = judgement->id;
        entries[i].grade = random_grade(random);
        entries[i].source = random_refs(random, IDS_SOURCES, RECORDS_DEPTH);
    }
    inspection->judgements = (struct grades){entries, count};
}

static inline void *random_record(struct random_briefing *random, const struct record_table *table,
                                  int depth)
{
    char *record = arena_alloc(random->arena, table->size);
    for (const struct field *field = table->fields; field->name; field++) {
        bool deep = depth >= RECORDS_DEPTH;
        bool absent = field_may_be_absent(field) && (deep || chance_of(random->chance, 40));
        if (!absent)
            fill_field(random, field, record + field->offset, depth);
    }
    if (table == &inspection_table)
        fill_judgements(random, (struct inspection *)(void *)record);
    return record;
}

static inline struct briefing *random_briefing(struct arena *arena, struct chance *chance,
                                               const struct frameworks *frameworks)
{
    struct random_briefing random = {arena, chance, frameworks};
    struct briefing *briefing = random_record(&random, &briefing_table, 0);
    briefing->frameworks = frameworks;
    return briefing;
}

#endif
