/* Which records of two issues are the same one: by id, by the id that it had, by what it is known
   by, by its whole content, and last by likeness. No order of records matters. */
#include "changes/changes_codes.h"
#include "changes/finder.h"

#include "base/alike.h"
#include "facts/facts.h"

#include <stdlib.h>

enum {
    LIKE_ENOUGH = 600,     /* thousandths */
    LIKENESS_MOST = 250000 /* pairs that are looked at in one list */
};

struct candidate {
    const void *record;
    struct str id, was, key, content;
    struct str
        part; /* of the key: all but its days; absent where it has none, or the record an id */
    const struct candidate *partner;
};

struct candidates {
    struct candidate *items;
    size_t count;
};

/* ---- what records are known by ---- */

static bool is_day(const struct field *field)
{
    return field->kind == FIELD_DATE || field->kind == FIELD_PERIOD;
}

/* The values by which it is known without an id, as the file has them, with days or without;
   absent: none is filled. */
static struct str natural_key(struct finder *finder, const struct issue *issue,
                              const struct record_table *table, const void *record, bool days)
{
    struct buf out = {.arena = finder->arena};
    bool any = false;
    for (size_t i = 0; table->known_by && table->known_by[i]; i++) {
        const struct field *field = record_field(table, str_from(table->known_by[i]));
        if (!days && is_day(field))
            continue;
        struct str json = value_json(finder, issue, field, record);
        any = any || json.len;
        buf_add(&out, json);
        buf_byte(&out, '\n');
    }
    return any ? buf_str(&out) : STR_NONE;
}

/* All that it says but its id, so that records that got another one are the same. */
static struct str content_of(struct finder *finder, const struct issue *issue,
                             const struct record_table *table, const void *record)
{
    struct buf out = {.arena = finder->arena};
    for (const struct field *field = table->fields; field->name; field++) {
        if (field->kind == FIELD_ID || field_is_derived(field))
            continue;
        buf_add(&out, value_json(finder, issue, field, record));
        buf_byte(&out, '\n');
    }
    return buf_str(&out);
}

static int by_content(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    int order = str_compare(a->content, b->content);
    return order ? order : str_compare(a->id, b->id);
}

static struct candidates candidates_of(struct finder *finder, const struct issue *issue,
                                       const struct record_table *table,
                                       const struct records *records)
{
    struct candidate *items = ARENA_ARRAY(finder->arena, struct candidate, records->count);
    for (size_t i = 0; i < records->count; i++) {
        const void *record = records_at(records, table, i);
        items[i] = (struct candidate){
            .record = record,
            .id = record_id(table, record),
            .was = record_was(table, record),
            .key = natural_key(finder, issue, table, record, true),
            .part = id_field(table) ? STR_NONE : natural_key(finder, issue, table, record, false),
            .content = content_of(finder, issue, table, record),
        };
    }
    if (records->count)
        qsort(items, records->count, sizeof *items, by_content);
    return (struct candidates){items, records->count};
}

/* ---- by what is equal ---- */

/* Which texts of two candidates must be equal. */
struct criterion {
    size_t before, now; /* offsets of texts of a candidate */
};

struct named {
    struct str name;
    size_t place;
    struct candidate *candidate;
};

static int by_name(const void *left, const void *right)
{
    const struct named *a = left, *b = right;
    int order = str_compare(a->name, b->name);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

/* Those without a partner that have the text, sorted by it; equal ones by their content. */
static size_t list_named(struct candidates candidates, size_t offset, struct named *named)
{
    size_t count = 0;
    for (size_t i = 0; i < candidates.count; i++) {
        struct candidate *one = &candidates.items[i];
        struct str name = *(const struct str *)((const char *)one + offset);
        if (!one->partner && name.len)
            named[count++] = (struct named){name, i, one};
    }
    if (count)
        qsort(named, count, sizeof *named, by_name);
    return count;
}

static void join(struct candidate *before, struct candidate *now)
{
    before->partner = now;
    now->partner = before;
}

static void match_equal(struct finder *finder, struct candidates before, struct candidates now,
                        struct criterion by)
{
    struct named *old = ARENA_ARRAY(finder->arena, struct named, before.count);
    struct named *new = ARENA_ARRAY(finder->arena, struct named, now.count);
    size_t olds = list_named(before, by.before, old), news = list_named(now, by.now, new);
    for (size_t i = 0, k = 0; i < olds && k < news;) {
        int order = str_compare(old[i].name, new[k].name);
        if (order == 0)
            join(old[i].candidate, new[k].candidate);
        i += order <= 0;
        k += order >= 0;
    }
}

/* Are both alone under their name? */
static bool is_single(const struct named *named, size_t count, size_t at)
{
    return (!at || !str_equal(named[at - 1].name, named[at].name)) &&
           (at + 1 == count || !str_equal(named[at + 1].name, named[at].name));
}

/* Was the earlier of the two done, and is the later still to be done on a later day? What was done
   is not put off: that is the next of its kind. */
static bool is_the_next(const struct finder *finder, const struct record_table *table,
                        const void *before, const void *now)
{
    bool forth = finder->before.as_at <= finder->now.as_at;
    const void *earlier = forth ? before : now, *later = forth ? now : before;
    if (!record_day(table, earlier).precision || record_day(table, later).precision)
        return false;
    for (size_t i = 0; table->known_by && table->known_by[i]; i++) {
        const struct field *field = record_field(table, str_from(table->known_by[i]));
        if (is_day(field) &&
            date_surely_after(record_member(later, field), record_member(earlier, field)))
            return true;
    }
    return false;
}

/* Did they take place at times that cannot be one? A day that moves with the record says nothing of
   that, but where it had come. */
static bool are_apart(const struct finder *finder, const struct record_table *table,
                      const void *before, const void *now)
{
    const struct field *happens =
        table->happens ? record_field(table, str_from(table->happens)) : NULL;
    if (!happens)
        return false;
    if (happens->changes == CHANGES_PROGRESS)
        return is_the_next(finder, table, before, now);
    const struct date was = record_day(table, before), is = record_day(table, now);
    return date_surely_after(&was, &is) || date_surely_after(&is, &was);
}

/* By the key without its days, where that leaves no choice: a deadline that was put off. */
static void match_part(struct finder *finder, const struct record_table *table,
                       struct candidates before, struct candidates now)
{
    struct named *old = ARENA_ARRAY(finder->arena, struct named, before.count);
    struct named *new = ARENA_ARRAY(finder->arena, struct named, now.count);
    size_t olds = list_named(before, offsetof(struct candidate, part), old);
    size_t news = list_named(now, offsetof(struct candidate, part), new);
    for (size_t i = 0, k = 0; i < olds && k < news;) {
        int order = str_compare(old[i].name, new[k].name);
        if (order == 0 && is_single(old, olds, i) && is_single(new, news, k) &&
            !are_apart(finder, table, old[i].candidate->record, new[k].candidate->record))
            join(old[i].candidate, new[k].candidate);
        i += order <= 0;
        k += order >= 0;
    }
}

/* ---- by likeness ---- */

enum { SIGNATURE_WORDS = 32 };

/* Which groups of three letters its texts have, and how many; and its other facts, as the file has
   them. */
struct signature {
    uint64_t bits[SIGNATURE_WORDS];
    unsigned count;
    struct str *facts; /* one a field of the table; absent: none, or no plain fact */
};

static void sign_text(struct arena *arena, struct signature *signature, struct str text)
{
    struct str plain = name_plain(arena, text);
    for (size_t i = 0; i + 3 <= plain.len; i++) {
        uint32_t hash = 2166136261U;
        for (size_t k = 0; k < 3; k++)
            hash = (hash ^ (unsigned char)plain.at[i + k]) * 16777619U;
        hash ^= hash >> 15;
        signature->bits[hash / 64 % SIGNATURE_WORDS] |= (uint64_t)1 << hash % 64;
    }
}

static bool is_plain_fact(const struct field *field)
{
    return field->changes == CHANGES_FACT && !field_is_derived(field) &&
           field->kind != FIELD_TEXT && field->kind != FIELD_MARKDOWN && field->kind != FIELD_ID &&
           field->kind != FIELD_REFS && field->kind != FIELD_TEXTS && field->kind != FIELD_RECORD &&
           field->kind != FIELD_RECORDS;
}

static size_t field_count(const struct record_table *table)
{
    size_t count = 0;
    while (table->fields[count].name)
        count++;
    return count;
}

/* The facts of a record that is not matched yet, to be compared with many. */
static void sign_facts(struct finder *finder, const struct issue *issue,
                       const struct record_table *table, const void *record,
                       struct signature *signature)
{
    signature->facts = ARENA_ARRAY(finder->arena, struct str, field_count(table));
    for (size_t i = 0; table->fields[i].name; i++)
        if (is_plain_fact(&table->fields[i]))
            signature->facts[i] = value_json(finder, issue, &table->fields[i], record);
}

static void sign_record(struct finder *finder, const struct record_table *table, const void *record,
                        struct signature *signature)
{
    for (const struct field *field = table->fields; field->name; field++) {
        const void *member = record_member(record, field);
        const struct texts *texts = member;
        if (field_is_derived(field) || field->changes == CHANGES_PROGRESS)
            continue;
        if (field->kind == FIELD_TEXT || field->kind == FIELD_MARKDOWN)
            sign_text(finder->arena, signature, *(const struct str *)member);
        for (size_t i = 0; field->kind == FIELD_TEXTS && i < texts->count; i++)
            sign_text(finder->arena, signature, texts->items[i]);
    }
    for (size_t i = 0; i < SIGNATURE_WORDS; i++)
        signature->count += (unsigned)__builtin_popcountll(signature->bits[i]);
}

static unsigned shared(const struct signature *a, const struct signature *b)
{
    unsigned count = 0;
    for (size_t i = 0; i < SIGNATURE_WORDS; i++)
        count += (unsigned)__builtin_popcountll(a->bits[i] & b->bits[i]);
    return count;
}

/* How like each other two records are, in thousandths: their texts count for three, and each other
   fact that both state for one. What took place at other times is not one thing. */
static int64_t likeness(const struct finder *finder, const struct record_table *table,
                        const struct candidate *before, const struct candidate *now,
                        const struct signature *old, const struct signature *new)
{
    if (are_apart(finder, table, before->record, now->record))
        return 0;
    int64_t points = 0, most = 0;
    if (old->count + new->count) {
        points = 6000 * (int64_t)shared(old, new) / (old->count + new->count);
        most = 3;
    }
    for (size_t i = 0; table->fields[i].name; i++) {
        if (!old->facts[i].len || !new->facts[i].len)
            continue;
        points += str_equal(old->facts[i], new->facts[i]) ? 1000 : 0;
        most++;
    }
    return most >= 2 ? points / most : 0;
}

struct likely {
    int64_t score;
    size_t before, now;
};

/* The likest first; the rest by content, which is how candidates stand. */
static int by_score(const void *left, const void *right)
{
    const struct likely *a = left, *b = right;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    if (a->before != b->before)
        return a->before < b->before ? -1 : 1;
    return (a->now > b->now) - (a->now < b->now);
}

static size_t count_alone(struct candidates candidates)
{
    size_t count = 0;
    for (size_t i = 0; i < candidates.count; i++)
        count += !candidates.items[i].partner;
    return count;
}

static struct signature *signatures_of(struct finder *finder, const struct issue *issue,
                                       const struct record_table *table,
                                       struct candidates candidates)
{
    struct signature *signatures = ARENA_ARRAY(finder->arena, struct signature, candidates.count);
    for (size_t i = 0; i < candidates.count; i++) {
        const struct candidate *one = &candidates.items[i];
        if (one->partner)
            continue;
        sign_record(finder, table, one->record, &signatures[i]);
        sign_facts(finder, issue, table, one->record, &signatures[i]);
    }
    return signatures;
}

static void warn_of_likeness(struct finder *finder, const struct record_table *table,
                             const struct candidate *before, const struct candidate *now)
{
    const struct record_head *head = now->record;
    struct str old = record_what(finder, &finder->before, table, before->record);
    struct str new = record_what(finder, &finder->now, table, now->record);
    struct diag *diag =
        diag_report(finder->diags, &W940, head->node ? head->node->span : (struct span){0},
                    "`" STR_FMT "` is taken for what the issue before called `" STR_FMT
                    "`, as the two are much alike",
                    STR_ARG(new), STR_ARG(old));
    if (before->id.len)
        diag_hint(finder->diags, diag, "if it is the same, write `was: " STR_FMT "`",
                  STR_ARG(before->id));
    else if (id_field(table))
        diag_hint(finder->diags, diag, "give it an `id`, by which the next issue will know it");
}

static void match_alike(struct finder *finder, const struct record_table *table,
                        struct candidates before, struct candidates now)
{
    size_t olds = count_alone(before), news = count_alone(now);
    if (!olds || !news || olds > LIKENESS_MOST / news)
        return;
    const struct signature *old = signatures_of(finder, &finder->before, table, before);
    const struct signature *new = signatures_of(finder, &finder->now, table, now);
    LIST(struct likely) all = {0};
    for (size_t i = 0; i < before.count; i++)
        for (size_t k = 0; !before.items[i].partner && k < now.count; k++) {
            if (now.items[k].partner)
                continue;
            int64_t score =
                likeness(finder, table, &before.items[i], &now.items[k], &old[i], &new[k]);
            if (score >= LIKE_ENOUGH)
                *LIST_ADD(finder->arena, &all) = (struct likely){score, i, k};
        }
    if (all.count)
        qsort(all.items, all.count, sizeof *all.items, by_score);
    for (size_t i = 0; i < all.count; i++) {
        struct candidate *was = &before.items[all.items[i].before];
        struct candidate *is = &now.items[all.items[i].now];
        if (was->partner || is->partner)
            continue;
        join(was, is);
        warn_of_likeness(finder, table, was, is);
    }
}

/* ---- all ways ---- */

static struct matching matching_of(struct finder *finder, const struct record_table *table,
                                   struct candidates before, struct candidates now,
                                   const struct records *records)
{
    const void **partners = ARENA_ARRAY(finder->arena, const void *, now.count);
    const void **gone = ARENA_ARRAY(finder->arena, const void *, before.count);
    struct matching matching = {partners, gone, 0};
    for (size_t i = 0; i < now.count; i++) {
        const struct candidate *one = &now.items[i];
        size_t place =
            (size_t)((const char *)one->record - (const char *)records->items) / table->size;
        partners[place] = one->partner ? one->partner->record : NULL;
    }
    for (size_t i = 0; i < before.count; i++)
        if (!before.items[i].partner)
            gone[matching.gone_count++] = before.items[i].record;
    return matching;
}

struct matching match_records(struct finder *finder, const struct record_table *table,
                              const struct records *before, const struct records *now)
{
    static const struct criterion ways[] = {
        {offsetof(struct candidate, id), offsetof(struct candidate, id)},
        {offsetof(struct candidate, id), offsetof(struct candidate, was)},
        {offsetof(struct candidate, was), offsetof(struct candidate, id)},
        {offsetof(struct candidate, content), offsetof(struct candidate, content)},
        {offsetof(struct candidate, key), offsetof(struct candidate, key)},
    };
    struct candidates old = candidates_of(finder, &finder->before, table, before);
    struct candidates new = candidates_of(finder, &finder->now, table, now);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        match_equal(finder, old, new, ways[i]);
    match_part(finder, table, old, new);
    match_alike(finder, table, old, new);
    return matching_of(finder, table, old, new, now);
}
