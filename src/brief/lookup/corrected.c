/* Finds the record and the key that a correction names, and says what stands there now. */
#include "brief/corrected.h"

#include "base/alike.h"
#include "base/ascii.h"
#include "brief/lookup.h"

/* ---- lists ---- */

static bool holds_records(const struct field *field)
{
    return field->kind == FIELD_RECORDS || field->kind == FIELD_RECORD;
}

const struct field *briefing_list(struct str kind)
{
    const struct field *field = record_field(&briefing_table, kind);
    return field && holds_records(field) && !field_is_derived(field) ? field : NULL;
}

/* A list of one for a record that is none. */
static struct records records_in(const void *record, const struct field *field)
{
    const void *member = record_member(record, field);
    if (field->kind == FIELD_RECORDS)
        return *(const struct records *)member;
    const void *only = *(const void *const *)member;
    return (struct records){only, only ? 1 : 0};
}

const struct field *first_known_by(const struct record_table *table)
{
    return table->known_by ? record_field(table, str_from(table->known_by[0])) : NULL;
}

/* ---- records ---- */

static bool has_id(const struct record_table *table, const void *record, struct str id)
{
    for (const struct field *field = table->fields; field->name; field++)
        if (field->kind == FIELD_ID)
            return str_equal(*(const struct str *)record_member(record, field), id);
    return false;
}

static struct named_record find_id(const struct field *list, const struct record_table *table,
                                   const void *record, struct str id);

/* Calls itself no deeper than the tables are nested. */
static struct named_record find_id_in(const struct field *list, const struct field *field,
                                      const void *record, struct str id)
{
    struct named_record named = {.list = NULL};
    struct records records = records_in(record, field);
    for (size_t i = 0; i < records.count && !named.record; i++)
        named = find_id(list, field->of, records_at(&records, field->of, i), id);
    return named;
}

static struct named_record find_id(const struct field *list, const struct record_table *table,
                                   const void *record, struct str id)
{
    struct named_record named = {.list = NULL};
    if (has_id(table, record, id))
        return (struct named_record){.list = list, .table = table, .record = record};
    for (const struct field *field = table->fields; field->name && !named.record; field++)
        if (holds_records(field) && !field_is_derived(field))
            named = find_id_in(list, field, record, id);
    return named;
}

/* The record whose text is that, to the letter. */
static const void *find_text(const struct records *records, const struct record_table *table,
                             const struct field *known_by, struct str words)
{
    for (size_t i = 0; i < records->count && known_by->kind == FIELD_TEXT; i++) {
        const void *record = records_at(records, table, i);
        if (str_equal(*(const struct str *)record_member(record, known_by), words))
            return record;
    }
    return NULL;
}

enum { ALIKE_MOST = 500 }; /* in a longer list a record is named to the letter */

static const void *find_by(struct arena *arena, const struct briefing *briefing,
                           const struct field *list, const struct field *known_by, struct str words)
{
    struct records records = records_in(briefing, list);
    const void *found = find_text(&records, list->of, known_by, words);
    for (size_t i = 0; i < records.count && records.count <= ALIKE_MOST && !found; i++) {
        const void *record = records_at(&records, list->of, i);
        struct key_named key = {.table = list->of, .record = record, .field = known_by};
        struct arena_mark mark = arena_mark(arena);
        if (key_says(arena, briefing, &key, words))
            found = record;
        arena_release(arena, mark);
    }
    return found;
}

/* By the first key by which its table is known; else by the next ones. */
static struct named_record find_called(struct arena *arena, const struct briefing *briefing,
                                       const struct field *list, struct str words)
{
    struct named_record named = {.list = list, .table = list->of};
    for (const char *const *name = list->of->known_by; name && *name && !named.record; name++) {
        const struct field *known_by = record_field(list->of, str_from(*name));
        if (known_by)
            named.record = find_by(arena, briefing, list, known_by, words);
    }
    return named;
}

static struct named_record find_only(const struct briefing *briefing, const struct field *list)
{
    struct records records = records_in(briefing, list);
    return (struct named_record){.list = list,
                                 .table = list->of,
                                 .record = records.count == 1 ? records.items : NULL,
                                 .candidates = records.count};
}

struct named_record record_named(struct arena *arena, const struct briefing *briefing,
                                 struct str of, struct str kind)
{
    const struct field *list = briefing_list(kind);
    struct named_record named = {.list = NULL};
    if (!of.len)
        return list ? find_only(briefing, list) : named;
    for (const struct field *field = briefing_table.fields; field->name && !named.record; field++)
        if (holds_records(field) && !field_is_derived(field) && (!list || field == list))
            named = find_id_in(field, field, briefing, of);
    return named.record || !list ? named : find_called(arena, briefing, list, of);
}

/* ---- keys ---- */

enum { PATH_MOST = 400 }; /* bytes: a longer one leads nowhere */

static struct str step_of(struct str path, struct str *rest)
{
    size_t dot = str_find(path, '.', 0);
    *rest = dot < path.len ? str_part(path, dot + 1, path.len) : STR_NONE;
    return str_part(path, 0, dot);
}

/* The number from 1 that a text is; 0 when it is none. */
static size_t number_of(struct str text)
{
    size_t number = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!ascii_is_digit(text.at[i]) || number > COUNT_MOST)
            return 0;
        number = number * 10 + (size_t)(text.at[i] - '0');
    }
    return number;
}

/* Does the path begin with what the record is known by? `rest`: what follows. Names have full
   stops: the longest that fits is the one that is meant. */
static bool begins_with(struct arena *arena, const struct briefing *briefing,
                        const struct key_named *known, struct str path, struct str *rest)
{
    for (size_t end = path.len; end > 0; end--) {
        if ((end < path.len && path.at[end] != '.') ||
            !key_says(arena, briefing, known, str_part(path, 0, end)))
            continue;
        *rest = end < path.len ? str_part(path, end + 1, path.len) : STR_NONE;
        return true;
    }
    return false;
}

/* Which of a list the path speaks of; its only one where it names none. NULL: none of it. */
static const void *item_named(struct arena *arena, const struct briefing *briefing,
                              const struct record_table *table, const struct records *records,
                              struct str *path)
{
    struct str rest, step = step_of(*path, &rest);
    size_t number = number_of(step);
    const struct field *known_by = first_known_by(table);
    for (size_t i = 0; i < records->count; i++) {
        struct key_named known = {
            .table = table, .record = records_at(records, table, i), .field = known_by};
        if (known_by && begins_with(arena, briefing, &known, *path, path))
            return known.record;
    }
    if (number > 0 && number <= records->count)
        *path = rest;
    else if (records->count != 1 || number)
        return NULL;
    return records_at(records, table, number ? number - 1 : 0);
}

static struct key_named part_named(struct arena *arena, const struct briefing *briefing,
                                   const struct key_named *whole, struct str path)
{
    const struct record_table *table = whole->field->of;
    struct records records = {NULL, 0};
    if (whole->record)
        records = records_in(whole->record, whole->field);
    const void *item = records.count ? item_named(arena, briefing, table, &records, &path) : NULL;
    if (whole->record && !item)
        return (struct key_named){.table = table, .unknown = path};
    if (!path.len)
        return (struct key_named){
            .table = whole->table, .record = whole->record, .field = whole->field};
    return key_named(arena, briefing, table, item, path);
}

/* Calls itself once for each step, of which there are no more than tables are nested. */
struct key_named key_named(struct arena *arena, const struct briefing *briefing,
                           const struct record_table *table, const void *record, struct str path)
{
    struct str rest, step = step_of(path, &rest);
    struct key_named key = {
        .table = table, .record = record, .field = record_field_renewed(table, step)};
    if (key.field && field_is_derived(key.field))
        key.field = NULL;
    if (!key.field || path.len > PATH_MOST)
        key = (struct key_named){.table = table, .unknown = step};
    else if (rest.len && holds_records(key.field))
        key = part_named(arena, briefing, &key, rest);
    else if (rest.len && key.field->kind == FIELD_GRADES)
        key.judgement = rest;
    else if (rest.len)
        key = (struct key_named){.table = table, .unknown = rest};
    return key;
}

const struct key_named *corrections_named(struct arena *arena, const struct briefing *briefing)
{
    const struct correction_list *all = &briefing->corrections;
    struct key_named *keys = ARENA_ARRAY(arena, struct key_named, all->count);
    for (size_t i = 0; i < all->count; i++) {
        const struct correction *one = &all->items[i];
        const struct named_record named = record_named(arena, briefing, one->of, one->kind);
        if (named.record)
            keys[i] = key_named(arena, briefing, named.table, named.record, one->field);
    }
    return keys;
}

/* ---- what stands there ---- */

static struct str grade_said(const struct briefing *briefing, struct str id)
{
    const struct grade *grade = grade_find(briefing->frameworks, id);
    return grade ? grade->label : id;
}

static struct str framework_said(const struct briefing *briefing, struct str id)
{
    const struct framework *framework = framework_find(briefing->frameworks, id);
    return framework ? framework->short_label : id;
}

static struct str whole_said(struct arena *arena, const struct field *field,
                             const struct whole *whole)
{
    struct str text = whole_text(arena, whole->value);
    return field->percent ? str_format(arena, STR_FMT "%%", STR_ARG(text)) : text;
}

/* A list is no value: nothing is compared with it. */
static struct str value_said(struct arena *arena, const struct briefing *briefing,
                             const struct field *field, const void *record)
{
    const void *member = record_member(record, field);
    if (!field_is_filled(field, member))
        return STR_NONE;
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
    case FIELD_ID: return *(const struct str *)member;
    case FIELD_GRADE: return grade_said(briefing, *(const struct str *)member);
    case FIELD_FRAMEWORK: return framework_said(briefing, *(const struct str *)member);
    case FIELD_WHOLE: return whole_said(arena, field, member);
    case FIELD_DECIMAL: return ((const struct decimal *)member)->text;
    case FIELD_ANSWER: return *(const enum answer *)member == ANSWER_YES ? STR("yes") : STR("no");
    case FIELD_DATE:
    case FIELD_PERIOD: return date_text(arena, member, DATE_PLAIN);
    case FIELD_WORD: return str_from(word_label(field->words, *(const int *)member));
    case FIELD_REF: return ((const struct ref *)member)->id;
    default: return STR_NONE;
    }
}

struct str key_grade(const struct key_named *key)
{
    const struct grades *grades = record_member(key->record, key->field);
    for (size_t i = 0; i < grades->count; i++)
        if (str_equal(grades->items[i].judgement, key->judgement))
            return grades->items[i].grade;
    return STR_NONE;
}

/* As a reader is told it. */
static struct str key_said(struct arena *arena, const struct briefing *briefing,
                           const struct key_named *key)
{
    if (key->judgement.len)
        return grade_said(briefing, key_grade(key));
    return value_said(arena, briefing, key->field, key->record);
}

/* The same as the specification has it: a word's id, a date as it is written. */
static struct str key_written(struct arena *arena, const struct key_named *key)
{
    const void *member = record_member(key->record, key->field);
    if (key->judgement.len)
        return key_grade(key);
    if (!field_is_filled(key->field, member))
        return STR_NONE;
    switch (key->field->kind) {
    case FIELD_GRADE:
    case FIELD_FRAMEWORK: return *(const struct str *)member;
    case FIELD_WORD: return str_from(key->field->words[*(const int *)member - 1].id);
    case FIELD_DATE:
    case FIELD_PERIOD: return date_text(arena, member, DATE_ISO);
    case FIELD_WHOLE:
        return str_format(arena, "%lld", (long long)((const struct whole *)member)->value);
    default: return STR_NONE;
    }
}

bool key_says(struct arena *arena, const struct briefing *briefing, const struct key_named *key,
              struct str words)
{
    if (!key->field || !key->record)
        return false;
    struct str said = key_said(arena, briefing, key), written = key_written(arena, key);
    return (said.len && names_agree(arena, said, words)) ||
           (written.len && names_agree(arena, written, words));
}
