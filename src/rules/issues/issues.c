/* Rules on what one issue says of those before it: corrections, withdrawals, ids that changed. */
#include "base/alike.h"
#include "base/list.h"
#include "brief/corrected.h"
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

#include <stdlib.h>
#include <string.h>

/* ---- which record is meant ---- */

/* Names of lists, or of keys, to choose the nearest from. */
struct names {
    struct arena *arena;
    LIST(const char *) list;
};

/* `wrong` is what `written` is, or ends in; nothing is suggested where it stands within that. */
static void hint_near(const struct check *check, struct diag *diag, struct str written,
                      struct str wrong, const struct names *names, const char *else_hint)
{
    const char *near =
        diag_nearest(wrong, names->list.items, names->list.count, sizeof *names->list.items);
    if (!near) {
        diag_hint(check->diags, diag, "%s", else_hint);
        return;
    }
    diag_hint(check->diags, diag, "did you mean `%s`?", near);
    size_t kept = written.len - wrong.len;
    if (str_equal(str_part(written, kept, written.len), wrong))
        diag_suggest(check->diags, diag, diag->span,
                     str_format(check->diags->arena, STR_FMT "%s",
                                STR_ARG(str_part(written, 0, kept)), near));
}

static void report_no_list(const struct check *check, struct span span, struct str kind)
{
    struct names names = {.arena = check->diags->arena};
    for (const struct field *field = briefing_table.fields; field->name; field++)
        if (briefing_list(str_from(field->name)))
            *LIST_ADD(names.arena, &names.list) = field->name;
    struct diag *diag = diag_report(check->diags, &E391, span, "there is no list `" STR_FMT "`",
                                    STR_ARG(text_shown(check->diags->arena, kind)));
    hint_near(check, diag, kind, kind, &names, "write the key under which the record stood");
}

struct ids {
    struct names names;
    const struct field *list; /* of these records alone; NULL: of all */
};

static void gather_id(const void *record, const struct record_table *table,
                      const struct field *field, void *data)
{
    struct ids *ids = data;
    const struct str *id = record_member(record, field);
    if (field->kind == FIELD_ID && id->len && (!ids->list || ids->list->of == table))
        *LIST_ADD(ids->names.arena, &ids->names.list) = str_z(ids->names.arena, *id);
}

static const struct field *id_of(const struct record_table *table)
{
    for (const struct field *field = table->fields; field->name; field++)
        if (field->kind == FIELD_ID)
            return field;
    return NULL;
}

/* The record that says of itself that it had that id; NULL: none. */
struct renamed {
    struct str id;
    const void *record;
    struct str now; /* its id */
};

static void find_renamed(const void *record, const struct record_table *table,
                         const struct field *field, void *data)
{
    struct renamed *renamed = data;
    const struct field *id = id_of(table);
    if (!id || strcmp(field->name, "was") != 0 ||
        !str_equal(*(const struct str *)record_member(record, field), renamed->id))
        return;
    renamed->record = record;
    renamed->now = *(const struct str *)record_member(record, id);
}

static void report_no_record(const struct check *check, const struct correction *one,
                             const struct named_record *named)
{
    if (!one->of.len && named->candidates) {
        struct diag *diag = diag_report(check->diags, &E391, SPAN_OF(one, kind),
                                        "nothing says which of the %zu `" STR_FMT "` was wrong",
                                        named->candidates, STR_ARG(one->kind));
        const struct field *known_by = first_known_by(named->table);
        diag_hint(check->diags, diag, "add `of`, with its id%s%s%s",
                  known_by ? " or with what stands under its `" : "",
                  known_by ? known_by->name : "", known_by ? "`" : "");
        return;
    }
    struct ids ids = {.names = {.arena = check->diags->arena}, .list = named->list};
    struct diag *diag = diag_report(
        check->diags, &E391, one->of.len ? SPAN_OF(one, of) : SPAN_OF(one, field),
        one->of.len ? "no record is called `" STR_FMT "`" : "nothing says which record was wrong",
        STR_ARG(text_shown(check->diags->arena, one->of)));
    struct renamed renamed = {.id = one->of};
    if (one->of.len)
        briefing_walk(check->briefing, find_renamed, &renamed);
    if (renamed.now.len) {
        diag_hint(check->diags, diag, "write `" STR_FMT "`, the id that it has now",
                  STR_ARG(renamed.now));
        diag_suggest(check->diags, diag, diag->span, renamed.now);
        return;
    }
    briefing_walk(check->briefing, gather_id, &ids);
    hint_near(check, diag, one->of, one->of, &ids.names,
              one->of.len ? "write its id, or the list it stands in under `kind`; what is gone "
                            "stands under `withdrawn`"
                          : "add `of`, with the id of the record");
}

/* ---- which key, and what stands there ---- */

static void gather_keys(const struct key_named *key, struct names *names)
{
    for (const struct field *field = key->table->fields; field->name; field++)
        if (!field_is_derived(field))
            *LIST_ADD(names->arena, &names->list) = field->name;
}

static void report_no_key(const struct check *check, const struct correction *one,
                          const struct key_named *key)
{
    struct names names = {.arena = check->diags->arena};
    struct diag *diag =
        diag_report(check->diags, &E392, SPAN_OF(one, field), "%s has no key `" STR_FMT "`",
                    key->table->a_name, STR_ARG(text_shown(check->diags->arena, key->unknown)));
    gather_keys(key, &names);
    hint_near(check, diag, one->field, key->unknown, &names,
              "write the key whose value was wrong, such as `published` or `judgements.adoption`");
}

/* The judgements of the report itself, and those of its framework. */
static bool gather_judgements(const struct check *check, const struct key_named *key,
                              struct names *names)
{
    const struct grades *grades = record_member(key->record, key->field);
    const struct field *field = record_field(key->table, STR("framework"));
    const struct framework *framework =
        field ? framework_find(check->briefing->frameworks,
                               *(const struct str *)record_member(key->record, field))
              : NULL;
    for (size_t i = 0; i < grades->count; i++)
        *LIST_ADD(names->arena, &names->list) = str_z(names->arena, grades->items[i].judgement);
    for (size_t i = 0; framework && i < framework->judgements.count; i++)
        *LIST_ADD(names->arena, &names->list) =
            str_z(names->arena, framework->judgements.items[i].id);
    for (size_t i = 0; i < names->list.count; i++)
        if (str_is(key->judgement, names->list.items[i]))
            return true;
    return false;
}

static void judgement_exists(const struct check *check, const struct correction *one,
                             const struct key_named *key)
{
    struct names names = {.arena = check->diags->arena};
    if (gather_judgements(check, key, &names))
        return;
    struct diag *diag = diag_report(check->diags, &E392, SPAN_OF(one, field),
                                    "the report has no judgement `" STR_FMT "`",
                                    STR_ARG(text_shown(check->diags->arena, key->judgement)));
    hint_near(check, diag, one->field, key->judgement, &names, "write its key in the framework");
}

static void value_differs(const struct check *check, const struct correction *one,
                          const struct key_named *key)
{
    if (!key_says(check->diags->arena, check->briefing, key, one->was))
        return;
    struct diag *diag =
        diag_report(check->diags, &E393, SPAN_OF(one, was),
                    "`" STR_FMT "` still has the value that is said to have been wrong",
                    STR_ARG(text_shown(check->diags->arena, one->field)));
    diag_hint(check->diags, diag,
              "write what is right into the record, and what an earlier issue said under `was`");
    diag_note(check->diags, diag, record_span(key->record, key->field), "it stands here");
}

static void check_correction(const struct check *check, const struct correction *one)
{
    struct arena *arena = check->diags->arena;
    if (one->kind.len && !briefing_list(one->kind)) {
        report_no_list(check, SPAN_OF(one, kind), one->kind);
        return;
    }
    const struct named_record named = record_named(arena, check->briefing, one->of, one->kind);
    if (!named.record) {
        report_no_record(check, one, &named);
        return;
    }
    const struct key_named key =
        key_named(arena, check->briefing, named.table, named.record, one->field);
    if (!key.field && one->field.len)
        report_no_key(check, one, &key);
    else if (key.field && key.judgement.len)
        judgement_exists(check, one, &key);
    if (key.field && one->was.len)
        value_differs(check, one, &key);
}

static void corrections_name_what_is_there(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->corrections.count; i++)
        check_correction(check, &check->briefing->corrections.items[i]);
}

/* ---- when it was found ---- */

static void check_days(const struct check *check, const void *record, const struct date *found,
                       const struct date *since)
{
    if (is_future(check->briefing, found)) {
        struct diag *diag = diag_report(check->diags, &E394, record_span_of(record, "found"),
                                        "this was found after the day of the briefing");
        diag_note(check->diags, diag, SPAN_OF(check->briefing->briefing, as_at),
                  "the briefing is made for here");
    }
    if (!date_surely_after(since, found))
        return;
    struct diag *diag =
        diag_report(check->diags, &E394, record_span_of(record, "since"),
                    "the first issue that had it came after the day on which that was found");
    diag_hint(check->diags, diag,
              "`since` is the day of the first issue that had it, `found` the day on which that "
              "was noticed");
}

static void faults_are_found_after_they_were_made(const struct check *check)
{
    const struct briefing *briefing = check->briefing;
    for (size_t i = 0; i < briefing->corrections.count; i++) {
        const struct correction *one = &briefing->corrections.items[i];
        check_days(check, one, &one->found, &one->since);
    }
    for (size_t i = 0; i < briefing->withdrawn.count; i++) {
        const struct withdrawal *one = &briefing->withdrawn.items[i];
        check_days(check, one, &one->found, &one->since);
    }
}

/* ---- what is withdrawn is gone ---- */

static void report_there(const struct check *check, const struct withdrawal *one,
                         const struct named_record *named, struct str name)
{
    struct diag *diag =
        diag_report(check->diags, &E395, one->of.len ? SPAN_OF(one, of) : SPAN_OF(one, what),
                    "`" STR_FMT "` is withdrawn, and is still there",
                    STR_ARG(text_shown(check->diags->arena, name)));
    diag_hint(check->diags, diag, "delete the record, or this entry of `withdrawn`");
    diag_note(check->diags, diag, ((const struct record_head *)named->record)->node->span,
              "the record stands here");
}

static void check_withdrawal(const struct check *check, const struct withdrawal *one)
{
    struct arena *arena = check->diags->arena;
    if (!one->of.len && !one->kind.len) {
        struct diag *diag = diag_report(check->diags, &E391, SPAN_OF(one, what),
                                        "nothing says which record is withdrawn");
        diag_hint(check->diags, diag,
                  "add `of`, with the id that it had, or `kind`, with the list that it was in");
        return;
    }
    if (one->kind.len && !briefing_list(one->kind)) {
        report_no_list(check, SPAN_OF(one, kind), one->kind);
        return;
    }
    struct str name = one->of.len ? one->of : one->what;
    struct named_record named = record_named(arena, check->briefing, name, one->kind);
    struct renamed renamed = {.id = one->of};
    if (!named.record && one->of.len)
        briefing_walk(check->briefing, find_renamed, &renamed);
    if (renamed.record)
        named.record = renamed.record;
    if (named.record && (one->of.len || one->kind.len))
        report_there(check, one, &named, name);
}

static void withdrawn_records_are_gone(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->withdrawn.count; i++)
        check_withdrawal(check, &check->briefing->withdrawn.items[i]);
}

/* ---- ids that were others ---- */

struct id_in_use {
    struct str id;
    enum id_space space;
    const void *record;
    struct span span;
    bool former; /* it was that of the record */
};

struct ids_in_use {
    struct arena *arena;
    LIST(struct id_in_use) list;
};

static void gather_use(const void *record, const struct record_table *table,
                       const struct field *field, void *data)
{
    struct ids_in_use *ids = data;
    const struct field *id = id_of(table);
    bool former = id && !strcmp(field->name, "was");
    const struct str *text = record_member(record, field);
    if ((field != id && !former) || !id || !text->len)
        return;
    *LIST_ADD(ids->arena, &ids->list) =
        (struct id_in_use){*text, id->ids, record, record_span(record, field), former};
}

static int compare_uses(const void *left, const void *right)
{
    const struct id_in_use *a = left, *b = right;
    int order = (a->space > b->space) - (a->space < b->space);
    order = order ? order : str_compare(a->id, b->id);
    order = order ? order : (a->former > b->former) - (a->former < b->former);
    return order ? order : (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

static void report_use(const struct check *check, const struct id_in_use *first,
                       const struct id_in_use *one)
{
    struct str id = text_shown(check->diags->arena, one->id);
    struct diag *diag;
    if (first->record == one->record) {
        diag = diag_report(check->diags, &E396, one->span,
                           "`" STR_FMT "` is the id that the record has", STR_ARG(id));
        diag_hint(check->diags, diag, "delete `was`, or write the id of an earlier issue");
        return;
    }
    diag = diag_report(check->diags, &E396, one->span,
                       first->former ? "`" STR_FMT "` is named by two records as the id they had"
                                     : "`" STR_FMT "` is the id of another record",
                       STR_ARG(id));
    diag_hint(check->diags, diag, "an id stands for one record in all issues");
    diag_note(check->diags, diag, first->span, first->former ? "the other one" : "it is used here");
}

static void former_ids_are_free(const struct check *check)
{
    struct ids_in_use ids = {.arena = check->diags->arena};
    briefing_walk(check->briefing, gather_use, &ids);
    if (ids.list.count)
        qsort(ids.list.items, ids.list.count, sizeof *ids.list.items, compare_uses);
    for (size_t i = 1, first = 0; i < ids.list.count; i++) {
        const struct id_in_use *one = &ids.list.items[i], *before = &ids.list.items[first];
        if (one->space != before->space || !str_equal(one->id, before->id))
            first = i;
        else if (one->former)
            report_use(check, before, one);
    }
}

/* ---- where the issue before is ---- */

static bool ends_with(struct str text, const char *end)
{
    size_t len = strlen(end);
    return text.len >= len && str_is(str_part(text, text.len - len, text.len), end);
}

static void previous_may_hold_facts(const struct check *check)
{
    static const char *const papers[] = {".pdf", ".yaml", ".yml", ".md", ".html"};
    const struct front_sheet *sheet = check->briefing->briefing;
    bool address =
        str_starts(sheet->previous, "http://") || str_starts(sheet->previous, "https://");
    bool paper = false;
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        paper = paper || ends_with(sheet->previous, papers[i]);
    if (!address && !paper)
        return;
    struct diag *diag = diag_report(
        check->diags, &E397, SPAN_OF(sheet, previous),
        address ? "the issue before is read from a file, and this is an address on the web"
                : "the issue before is read from its facts, and this is another file of it");
    diag_hint(check->diags, diag,
              address ? "save the facts of that issue, and write the folder they lie in"
                      : "write the folder of that issue, or its file that ends in `.facts.json`");
}

/* ---- what holds, and why ---- */

const struct rule issues_rules[] = {
    {CODES_OF(&E391, &E392, &E393),
     .holds = "a correction names a record, a key of it, and a value that it has no more",
     .evidence =
         "Whoever reads that something was wrong must be able to see what is right; a paper "
         "that repeats the fault says two things at once.",
     .briefing = corrections_name_what_is_there},
    {CODES_OF(&E394),
     .holds = "a fault is found after the first issue that had it, and not after the briefing",
     .evidence = "Both days are printed, and follow from when the issues were made.",
     .briefing = faults_are_found_after_they_were_made},
    {CODES_OF(&E395, &E391), .holds = "what is withdrawn is not among the records",
     .evidence = "It would be printed as a fact and as a fault in one paper.",
     .briefing = withdrawn_records_are_gone},
    {CODES_OF(&E396), .holds = "the id that a record had is no record's now, and was no other's",
     .evidence = "An id stands for one record in all issues; else its history is another's.",
     .briefing = former_ids_are_free},
    {CODES_OF(&E397), .holds = "the issue before is named by a folder or by its facts",
     .evidence = "Nothing but the facts file says what an issue knew.",
     .briefing = previous_may_hold_facts},
    {.codes = NULL},
};
