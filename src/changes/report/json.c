/* The report for programs: one document of JSON, and its schema. */
#include "changes/report.h"

#include "base/json.h"

enum { REPORT_FORMAT = 1 };

/* ---- a difference ---- */

static const size_t lists[] = {
    offsetof(struct since, happened),   offsetof(struct since, moved),
    offsetof(struct since, recorded),   offsetof(struct since, more_exact),
    offsetof(struct since, corrected),  offsetof(struct since, withdrawn),
    offsetof(struct since, time_alone), offsetof(struct since, comparison),
    offsetof(struct since, method),     offsetof(struct since, minor),
};

static bool is_correction(size_t list)
{
    return list == offsetof(struct since, corrected) || list == offsetof(struct since, withdrawn);
}

static void add_text(struct json *json, const char *key, struct str text)
{
    if (text.at)
        json_pair_text(json, key, text);
}

static void add_value(struct json *json, const char *key, struct str value)
{
    if (!value.len)
        return;
    json_key(json, key);
    json_written(json, value);
}

static void add_date(struct arena *arena, struct json *json, const char *key,
                     const struct date *date)
{
    if (date->precision)
        json_pair_text(json, key, date_text(arena, date, DATE_ISO));
}

static void add_source(struct json *json, const struct ref *ref)
{
    const struct evidence *source = ref->table == &evidence_table ? ref->record : NULL;
    json_begin_object(json);
    json_pair_text(json, "id", ref->id);
    if (source) {
        add_text(json, "title", source->title);
        add_text(json, "publisher", source->publisher);
        add_text(json, "url", source->url);
    }
    json_end_object(json);
}

static struct str class_word(const struct difference *difference)
{
    const struct field *field = record_field(&difference_table, STR("class"));
    return str_from(field->words[difference->class - 1].id);
}

static void add_change(struct arena *arena, struct json *json, const struct difference *difference)
{
    json_begin_object(json);
    json_pair_text(json, "class", class_word(difference));
    json_pair_text(json, "council", difference->council);
    json_pair_text(json, "kind", difference->kind);
    add_text(json, "id", difference->id);
    add_text(json, "field", difference->field);
    add_text(json, "was", difference->was);
    add_text(json, "is", difference->is);
    add_value(json, "was_value", difference->was_value);
    add_value(json, "is_value", difference->is_value);
    add_text(json, "why", difference->why);
    add_date(arena, json, "on", &difference->on);
    json_key(json, "sources");
    json_begin_array(json);
    for (size_t i = 0; i < difference->source.count; i++)
        add_source(json, &difference->source.items[i]);
    json_end_array(json);
    add_date(arena, json, "date", &difference->date);
    json_pair_text(json, "what", difference->what);
    json_pair_text(json, "text", difference->text);
    json_end_object(json);
}

/* ---- a council ---- */

static const char *const fates[] = {[ISSUES_COMPARED] = "compared",
                                    [ISSUES_FIRST] = "first",
                                    [ISSUES_GONE] = "gone",
                                    [ISSUES_REFUSED] = "refused"};

static void add_answer(struct json *json, const char *key, bool answer)
{
    json_key(json, key);
    json_boolean(json, answer);
}

static void add_changes(struct arena *arena, struct json *json, const struct since *since,
                        bool corrections)
{
    json_key(json, "changes");
    json_begin_array(json);
    for (size_t i = 0; since && i < sizeof lists / sizeof *lists; i++) {
        const struct difference_list *list = (const void *)((const char *)since + lists[i]);
        for (size_t k = 0; k < list->count && (!corrections || is_correction(lists[i])); k++)
            add_change(arena, json, &list->items[k]);
    }
    json_end_array(json);
}

static void add_pair(struct arena *arena, struct json *json, const struct issues *pair,
                     bool corrections)
{
    json_begin_object(json);
    json_pair_text(json, "name", pair->name);
    add_text(json, "council", pair->council);
    json_pair_text(json, "state", str_from(fates[pair->fate]));
    add_answer(json, "changed", issues_are_changed(pair));
    add_answer(json, "first", pair->fate == ISSUES_FIRST);
    if (pair->before)
        add_date(arena, json, "before", &pair->before->briefing->as_at);
    if (pair->now)
        add_date(arena, json, "as_at", &pair->now->briefing->as_at);
    if (pair->since)
        add_text(json, "text", pair->since->text);
    add_changes(arena, json, pair->since, corrections);
    json_end_object(json);
}

static bool is_told(const struct issues *pair, bool corrections)
{
    return !corrections || pair->fate == ISSUES_REFUSED ||
           (pair->since && pair->since->corrected_any == ANSWER_YES);
}

/* A build server takes `##vso[` for a command, wherever it is printed: the same in an escape is
   none. Only texts hold such marks. */
static struct str without_commands(struct arena *arena, struct str document)
{
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < document.len; i++)
        if (str_starts(str_part(document, i, document.len), "##"))
            buf_addz(&out, "\\u0023");
        else
            buf_byte(&out, document.at[i]);
    return buf_str(&out);
}

struct str report_json(const struct report *report, bool corrections)
{
    struct buf out = {.arena = report->arena};
    struct json json = {.out = &out, .indent = 1};
    json_begin_object(&json);
    json_pair_integer(&json, "format", REPORT_FORMAT);
    add_date(report->arena, &json, "before", &report->before_first);
    add_date(report->arena, &json, "as_at", &report->as_at);
    json_key(&json, "councils");
    json_begin_array(&json);
    for (size_t i = 0; i < report->count; i++)
        if (is_told(&report->items[i], corrections))
            add_pair(report->arena, &json, &report->items[i], corrections);
    json_end_array(&json);
    json_end_object(&json);
    buf_byte(&out, '\n');
    return without_commands(report->arena, buf_str(&out));
}

/* ---- the schema ---- */

/* A key of an object, in the order of the document. */
struct key {
    const char *name;
    const char *type;  /* NULL: a list of `items`, or one of some words */
    const char *items; /* another object of the schema */
    bool always;
    const char *doc;
};

static const struct key source_keys[] = {
    {"id", "string", .always = true, .doc = "The source's id in the specification."},
    {"title", "string", .doc = "Its title."},
    {"publisher", "string", .doc = "Who published it."},
    {"url", "string", .doc = "Its address."},
    {0},
};

static const struct key change_keys[] = {
    {"class", NULL, .always = true,
     .doc = "How it is to be taken: docs/changes.md says what each is."},
    {"council", "string", .always = true, .doc = "The council's full name."},
    {"kind", "string", .always = true,
     .doc = "The list of the specification that it stands in; `derived` for what is computed."},
    {"id", "string", .doc = "The record's id, where it has one."},
    {"field", "string", .doc = "The key that differs; absent for a whole record."},
    {"was", "string", .doc = "What the issue before said, in words; absent: nothing."},
    {"is", "string", .doc = "What this one says, in words; absent: nothing."},
    {"was_value", "any", .doc = "The same as the facts of the issue before have it."},
    {"is_value", "any", .doc = "The same as the facts of this issue have it."},
    {"why", "string", .doc = "Why it was corrected or withdrawn, or is computed otherwise."},
    {"on", "string", .doc = "When that was found, in the form that specifications have for dates."},
    {"sources", NULL, "source", .always = true,
     .doc = "What it rests on; of what is withdrawn, in the issue before."},
    {"date", "string", .doc = "When it took place, in the same form."},
    {"what", "string", .always = true, .doc = "The record in words."},
    {"text", "string", .always = true, .doc = "A line to be shown, without a full stop."},
    {0},
};

static const struct key council_keys[] = {
    {"name", "string", .always = true, .doc = "The name of the facts file, without its ending."},
    {"council", "string", .doc = "Its full name; absent where no file could be read."},
    {"state", NULL, .always = true,
     .doc = "Whether it was compared, has its first issue, is gone, or was refused."},
    {"changed", "boolean", .always = true,
     .doc = "Whether anything differs but comparisons, what follows from the day, the method and "
            "the wording; true of a first issue and of one that is gone."},
    {"first", "boolean", .always = true, .doc = "Whether there is no issue before this one."},
    {"before", "string", .doc = "The day of the issue before."},
    {"as_at", "string", .doc = "The day of this issue."},
    {"text", "string", .doc = "All of it in one sentence."},
    {"changes", NULL, "change", .always = true, .doc = "Each difference."},
    {0},
};

static const struct key report_keys[] = {
    {"format", "integer", .always = true,
     .doc = "Another number whenever a key changes its meaning or goes."},
    {"before", "string", .doc = "The earliest day of the issues before; absent: there are none."},
    {"as_at", "string", .doc = "The latest day of these issues."},
    {"councils", NULL, "council", .always = true,
     .doc = "Those that changed, the most important first; then all others by name."},
    {0},
};

static void add_words(struct json *json, const struct key *key)
{
    json_key(json, "enum");
    json_begin_array(json);
    const struct field *class = record_field(&difference_table, str_from(key->name));
    for (size_t i = 0; class && class->words[i].id; i++)
        json_text(json, str_from(class->words[i].id));
    for (size_t i = 0; !class && i < sizeof fates / sizeof *fates; i++)
        json_text(json, str_from(fates[i]));
    json_end_array(json);
}

static void add_items(struct arena *arena, struct json *json, const char *name)
{
    json_pair_text(json, "type", STR("array"));
    json_key(json, "items");
    json_begin_object(json);
    json_pair_text(json, "$ref", str_format(arena, "#/$defs/%s", name));
    json_end_object(json);
}

static void add_key(struct arena *arena, struct json *json, const struct key *key)
{
    json_key(json, key->name);
    json_begin_object(json);
    json_pair_text(json, "description", str_from(key->doc));
    if (key->items)
        add_items(arena, json, key->items);
    else if (key->type && strcmp(key->type, "any") != 0)
        json_pair_text(json, "type", str_from(key->type));
    else if (!key->type)
        add_words(json, key);
    json_end_object(json);
}

/* Pairs of an object that has been begun. */
static void add_object(struct arena *arena, struct json *json, const struct key *keys)
{
    json_pair_text(json, "type", STR("object"));
    json_key(json, "properties");
    json_begin_object(json);
    for (const struct key *key = keys; key->name; key++)
        add_key(arena, json, key);
    json_end_object(json);
    json_key(json, "required");
    json_begin_array(json);
    for (const struct key *key = keys; key->name; key++)
        if (key->always)
            json_text(json, str_from(key->name));
    json_end_array(json);
}

static void add_definition(struct arena *arena, struct json *json, const char *name,
                           const struct key *keys)
{
    json_key(json, name);
    json_begin_object(json);
    add_object(arena, json, keys);
    json_end_object(json);
}

struct str report_schema(struct arena *arena)
{
    struct buf out = {.arena = arena};
    struct json json = {.out = &out, .indent = 1};
    json_begin_object(&json);
    json_pair_text(&json, "$schema", STR("https://json-schema.org/draft/2020-12/schema"));
    json_pair_text(&json, "$id",
                   str_format(arena, "urn:councilbrief:schema:changes:%d", REPORT_FORMAT));
    json_pair_text(&json, "title", STR("changes"));
    json_pair_text(&json, "description",
                   STR("What changed in briefings from one issue to the next, as "
                       "`councilbrief changes --to json` prints it."));
    add_object(arena, &json, report_keys);
    json_key(&json, "$defs");
    json_begin_object(&json);
    add_definition(arena, &json, "council", council_keys);
    add_definition(arena, &json, "change", change_keys);
    add_definition(arena, &json, "source", source_keys);
    json_end_object(&json);
    json_end_object(&json);
    buf_byte(&out, '\n');
    return buf_str(&out);
}
