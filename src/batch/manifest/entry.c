/* Lines of the manifest, written and read back, with the diagnostics that they keep. */
#include "batch/manifest/entry.h"

#include "base/json.h"
#include "base/limits.h"
#include "batch/catalogue.h"
#include "brief/since.h"
#include "files/input.h"
#include "files/json_read.h"

#include <string.h>

/* ---- writing ---- */

static void add_rows(struct json *json, const struct input *input)
{
    if (input->question.len)
        json_pair_text(json, "question", input->question);
    if (!input->column.len)
        return;
    json_pair_text(json, "column", input->column);
    json_pair_text(json, "value", input->value);
    json_pair_text(json, "places", input->places);
}

/* The files of a job besides the one that it is known by. */
static void add_others(struct json *json, const struct job *job, const struct job_made *made)
{
    json_key(json, "others");
    json_begin_array(json);
    for (size_t i = 0; products[i]; i++) {
        if (!job->outputs[i] || job->outputs[i] == job_output(job))
            continue;
        json_begin_object(json);
        json_pair_text(json, "path", entry_name(job->outputs[i]));
        json_pair_text(json, "hash", made->files[i].hash);
        json_end_object(json);
    }
    json_end_array(json);
}

static struct str hash_of_output(const struct job *job, const struct job_made *made)
{
    size_t first = 0;
    while (job->outputs[first] != job_output(job))
        first++;
    return made->files[first].hash;
}

static void add_list(struct json *json, const char *key, struct input_list list)
{
    json_key(json, key);
    json_begin_array(json);
    for (size_t i = 0; i < list.count; i++) {
        json_begin_object(json);
        json_pair_text(json, "path", list.items[i].path);
        json_pair_text(json, "hash", list.items[i].hash);
        add_rows(json, &list.items[i]);
        json_end_object(json);
    }
    json_end_array(json);
}

static void add_inputs(struct json *json, const struct inputs *inputs)
{
    add_list(json, "inputs", (struct input_list){inputs->list.items, inputs->list.count});
}

/* `body` is an object; the line is the same with its hash in front. */
static struct group name_group(struct arena *arena, struct str body)
{
    struct str id = hash_text(arena, body);
    struct str rest = str_part(body, 1, body.len);
    return (struct group){
        id, str_format(arena, "{\"id\":\"" STR_FMT "\"," STR_FMT, STR_ARG(id), STR_ARG(rest))};
}

struct group group_of(struct arena *arena, const struct diags *shared)
{
    struct buf body = {.arena = arena};
    struct json json = {.out = &body};
    struct diags nothing;
    diags_init(&nothing, arena);
    nothing.inputs = inputs_new(arena);
    shared = shared ? shared : &nothing;
    json_begin_object(&json);
    add_inputs(&json, shared->inputs);
    json_key(&json, "diagnostics");
    stored_diags_write(&json, shared);
    json_end_object(&json);
    return name_group(arena, buf_str(&body));
}

struct group group_common(struct arena *arena, struct str program, const struct inputs *inputs)
{
    struct buf body = {.arena = arena};
    struct json json = {.out = &body};
    json_begin_object(&json);
    json_pair_text(&json, "program", program);
    add_inputs(&json, inputs);
    json_end_object(&json);
    return name_group(arena, buf_str(&body));
}

struct str entry_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return str_from(slash ? slash + 1 : path);
}

struct str entry_output(const struct job *job)
{
    return entry_name(job_output(job));
}

struct str moved_text(struct arena *arena, const struct since *since)
{
    if (!since)
        return STR_NONE;
    if (since->first == ANSWER_YES)
        return STR("first issue");
    if (since->changed != ANSWER_YES)
        return STR("as before");
    return str_format(arena, "moved\n" STR_FMT "\n" STR_FMT, STR_ARG(since->council),
                      STR_ARG(since->text));
}

struct str entry_line(struct arena *arena, const struct work *work, const struct job *job,
                      const struct job_made *made, const struct diags *diags, struct str group)
{
    struct buf line = {.arena = arena};
    struct json json = {.out = &line};
    json_begin_object(&json);
    json_pair_text(&json, "output", entry_output(job));
    json_pair_text(&json, "specification", str_from(job->inputs->path));
    if (job->inputs->path[0] != '/' && work->here.len)
        json_pair_text(&json, "from", work->here);
    json_pair_text(&json, "title", made->title);
    if (made->length) {
        json_pair_text(&json, "template", made->template);
        json_pair_text(&json, "length", str_from(length_words[made->length - 1].id));
    }
    json_pair_integer(&json, "pages", (int64_t)made->pages);
    json_pair_text(&json, "hash", hash_of_output(job, made));
    add_others(&json, job, made);
    if (made->since)
        json_pair_text(&json, "since", moved_text(arena, made->since));
    json_pair_text(&json, "options", work->options);
    json_pair_text(&json, "common", work->common);
    json_pair_text(&json, "group", group);
    add_inputs(&json, diags->inputs);
    json_pair_integer(&json, "warnings", (int64_t)diags->warnings);
    json_key(&json, "diagnostics");
    stored_diags_write(&json, diags);
    json_end_object(&json);
    return buf_str(&line);
}

/* ---- reading ---- */

static bool read_inputs(struct arena *arena, const struct json_list *list,
                        struct input_list *inputs)
{
    if (!list)
        return false;
    struct input *items = ARENA_ARRAY(arena, struct input, list->count);
    *inputs = (struct input_list){items, list->count};
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].kind != JSON_MAP)
            return false;
        const struct json_map *map = &list->items[i].map;
        items[i] = (struct input){json_find_text(map, "path"),   json_find_text(map, "hash"),
                                  json_find_text(map, "column"), json_find_text(map, "value"),
                                  json_find_text(map, "places"), json_find_text(map, "question")};
        if (!items[i].path.len || !items[i].hash.len)
            return false;
    }
    return true;
}

static struct str from_pair(struct arena *arena, struct str from)
{
    struct buf pair = {.arena = arena};
    struct json json = {.out = &pair};
    if (!from.len)
        return STR_NONE;
    buf_addz(&pair, "\"from\":");
    json_text(&json, from);
    buf_addz(&pair, ",");
    return buf_str(&pair);
}

/* Inside a text a quotation mark has a backslash in front, so that no text holds such a pair. */
struct str entry_seen_from(struct arena *arena, struct str line, const struct entry *entry,
                           struct str here)
{
    struct str old = from_pair(arena, entry->from), new = from_pair(arena, here);
    size_t at = 0;
    if (!old.len)
        return line;
    while (at < line.len && !str_equal(str_part(line, at, at + old.len), old))
        at++;
    return str_format(arena, STR_FMT STR_FMT STR_FMT, STR_ARG(str_part(line, 0, at)), STR_ARG(new),
                      STR_ARG(str_part(line, at + old.len, line.len)));
}

bool entry_parse(struct arena *arena, struct str line, struct entry *entry)
{
    struct diags unheard;
    diags_init(&unheard, arena);
    const struct source *source = source_from_text(arena, &unheard, "manifest.json", line);
    const struct json_map *map = source ? json_read(arena, &unheard, source) : NULL;
    if (!map)
        return false;
    *entry = (struct entry){
        .id = json_find_text(map, "id"),
        .program = json_find_text(map, "program"),
        .output = json_find_text(map, "output"),
        .specification = json_find_text(map, "specification"),
        .from = json_find_text(map, "from"),
        .options = json_find_text(map, "options"),
        .template = json_find_text(map, "template"),
        .length = json_find_text(map, "length"),
        .hash = json_find_text(map, "hash"),
        .common = json_find_text(map, "common"),
        .group = json_find_text(map, "group"),
        .since = json_find_text(map, "since"),
        .diagnostics = json_find_list(map, "diagnostics"),
    };
    const struct json_list *others = json_find_list(map, "others");
    return read_inputs(arena, json_find_list(map, "inputs"), &entry->inputs) &&
           (!others || read_inputs(arena, others, &entry->others)) &&
           (entry->id.len || (entry->output.len && entry->specification.len));
}

/* ---- which part ---- */

struct str part_line(struct arena *arena, const struct part *part)
{
    struct buf line = {.arena = arena};
    struct json json = {.out = &line};
    json_begin_object(&json);
    json_pair_integer(&json, "part", part->shard.part);
    json_pair_integer(&json, "of", part->shard.of);
    json_key(&json, "whole");
    json_boolean(&json, part->whole);
    json_pair_integer(&json, "lacking", part->lacking);
    json_pair_integer(&json, "listed", part->listed);
    json_pair_text(&json, "names", part->names);
    json_pair_text(&json, "options", part->options);
    json_pair_text(&json, "common", part->common);
    add_list(&json, "tables", part->tables);
    json_end_object(&json);
    return buf_str(&line);
}

static int64_t whole_of(const struct json_map *map, const char *key)
{
    const struct json_value *value = json_find(map, str_from(key));
    return value && value->kind == JSON_WHOLE ? value->whole : -1;
}

bool part_parse(struct arena *arena, struct str line, struct part *part)
{
    struct diags unheard;
    diags_init(&unheard, arena);
    const struct source *source = source_from_text(arena, &unheard, "manifest.json", line);
    const struct json_map *map = source ? json_read(arena, &unheard, source) : NULL;
    int64_t number = map ? whole_of(map, "part") : 0, of = map ? whole_of(map, "of") : 0;
    if (number < 1 || number > of || of > LIMIT_SHARDS)
        return false;
    const struct json_value *whole = json_find(map, STR("whole"));
    *part = (struct part){
        {(int)number, (int)of},        whole && whole->kind == JSON_ANSWER && whole->answer,
        whole_of(map, "lacking"),      whole_of(map, "listed"),
        json_find_text(map, "names"),  json_find_text(map, "options"),
        json_find_text(map, "common"), {0}};
    return part->lacking >= 0 && part->listed >= 0 && part->names.len &&
           read_inputs(arena, json_find_list(map, "tables"), &part->tables);
}

/* ---- diagnostics as JSON and back, so that they can be printed again in any form ---- */

/* ---- writing ---- */

/* Counted from the start of its line: a table may grow above the row in question. */
static void add_span(struct json *json, struct span span)
{
    if (!span.source)
        return;
    uint32_t line = source_position(span.source, span.start).line;
    const char *start = source_line(span.source, line).at;
    json_pair_text(json, span.source->kind == SOURCE_TABLE ? "table" : "file", span.source->path);
    json_pair_integer(json, "line", line);
    json_pair_integer(json, "start", span.source->text.at + span.start - start);
    json_pair_integer(json, "length", span.end - span.start);
}

static void add_notes(struct json *json, const struct diag *diag)
{
    json_key(json, "notes");
    json_begin_array(json);
    for (size_t i = 0; i < diag->notes.count; i++) {
        json_begin_object(json);
        json_pair_text(json, "message", diag->notes.items[i].message);
        add_span(json, diag->notes.items[i].span);
        json_end_object(json);
    }
    json_end_array(json);
}

static void add_fix(struct json *json, const struct diag_fix *fix)
{
    if (!fix->span.source)
        return;
    json_key(json, "fix");
    json_begin_object(json);
    json_pair_text(json, "text", fix->text);
    add_span(json, fix->span);
    json_end_object(json);
}

void stored_diags_write(struct json *json, const struct diags *diags)
{
    json_begin_array(json);
    for (size_t i = 0; i < diags->items.count; i++) {
        const struct diag *diag = &diags->items.items[i];
        json_begin_object(json);
        json_pair_text(json, "code", str_from(diag->code->name));
        json_pair_text(json, "message", diag->message);
        json_pair_text(json, "hint", diag->hint);
        json_pair_text(json, "path", diag->path);
        add_span(json, diag->span);
        add_notes(json, diag);
        add_fix(json, &diag->fix);
        json_end_object(json);
    }
    json_end_array(json);
}

/* ---- reading ---- */

/* The files that places lie in, each read once. */
struct reader {
    struct diags *diags;
    LIST(const struct source *) sources;
    bool sound;
};

/* The file of a place; empty: it is nowhere. */
static struct str path_of(const struct json_map *map, enum source_kind *kind)
{
    struct str table = json_find_text(map, "table");
    *kind = table.len ? SOURCE_TABLE : SOURCE_TEXT;
    return table.len ? table : json_find_text(map, "file");
}

static const struct source *source_of(struct reader *reader, struct str path, enum source_kind kind)
{
    for (size_t i = 0; i < reader->sources.count; i++)
        if (str_equal(reader->sources.items[i]->path, path))
            return reader->sources.items[i];
    struct arena *arena = reader->diags->arena;
    struct diags unheard;
    diags_init(&unheard, arena);
    unheard.inputs = inputs_new(arena);
    if (reader->diags->inputs)
        unheard.inputs->bounds = reader->diags->inputs->bounds;
    const struct source *source = source_read_as(arena, &unheard, str_z(arena, path), kind);
    if (source)
        *LIST_ADD(arena, &reader->sources) = source;
    return source;
}

/* At most `most`; 0 for anything unsound. */
static uint32_t number_of(struct reader *reader, const struct json_map *map, const char *key,
                          size_t most)
{
    const struct json_value *value = json_find(map, str_from(key));
    if (value && value->kind == JSON_WHOLE && value->whole >= 0 && (uint64_t)value->whole <= most)
        return (uint32_t)value->whole;
    reader->sound = false;
    return 0;
}

static struct span place_in(struct reader *reader, const struct json_map *map,
                            const struct source *source)
{
    struct str line = source_line(source, number_of(reader, map, "line", UINT32_MAX));
    if (!line.at) {
        reader->sound = false;
        return (struct span){0};
    }
    size_t start = (size_t)(line.at - source->text.at);
    start += number_of(reader, map, "start", source->text.len - start);
    size_t length = number_of(reader, map, "length", source->text.len - start);
    return (struct span){source, (uint32_t)start, (uint32_t)(start + length)};
}

static struct span span_of(struct reader *reader, const struct json_map *map)
{
    enum source_kind kind;
    struct str path = path_of(map, &kind);
    if (!path.len)
        return (struct span){0};
    const struct source *source = source_of(reader, path, kind);
    if (source)
        return place_in(reader, map, source);
    reader->sound = false;
    return (struct span){0};
}

static void read_notes(struct reader *reader, struct diag *diag, const struct json_map *map)
{
    const struct json_list *notes = json_find_list(map, "notes");
    for (size_t i = 0; notes && i < notes->count; i++) {
        const struct json_value *note = &notes->items[i];
        if (note->kind == JSON_MAP)
            diag_note(reader->diags, diag, span_of(reader, &note->map), STR_FMT,
                      STR_ARG(json_find_text(&note->map, "message")));
    }
}

static void read_diag(struct reader *reader, const struct json_map *map)
{
    struct diags *diags = reader->diags;
    const struct code *code = code_find(json_find_text(map, "code"));
    if (!code) {
        reader->sound = false;
        return;
    }
    struct str message = json_find_text(map, "message"), path = json_find_text(map, "path");
    struct diag *diag =
        path.len
            ? diag_report_file(diags, code, str_z(diags->arena, path), STR_FMT, STR_ARG(message))
            : diag_report(diags, code, span_of(reader, map), STR_FMT, STR_ARG(message));
    diag->hint = str_copy(diags->arena, json_find_text(map, "hint"));
    read_notes(reader, diag, map);
    const struct json_value *fix = json_find(map, STR("fix"));
    if (fix && fix->kind == JSON_MAP)
        diag_suggest(diags, diag, span_of(reader, &fix->map), json_find_text(&fix->map, "text"));
}

bool stored_diags_read(struct diags *diags, const struct json_list *list)
{
    struct reader reader = {.diags = diags, .sound = list != NULL};
    for (size_t i = 0; list && i < list->count; i++) {
        if (list->items[i].kind == JSON_MAP)
            read_diag(&reader, &list->items[i].map);
        else
            reader.sound = false;
    }
    return reader.sound;
}

/* ---- where they lie ---- */

static bool is_place_known(const struct json_value *value,
                           bool (*is_known)(void *context, struct str path), void *context)
{
    enum source_kind kind;
    struct str path = value && value->kind == JSON_MAP ? path_of(&value->map, &kind) : STR_NONE;
    return !path.len || is_known(context, path);
}

bool stored_diags_places(const struct json_list *list,
                         bool (*is_known)(void *context, struct str path), void *context)
{
    bool known = list != NULL;
    for (size_t i = 0; known && i < list->count; i++) {
        const struct json_value *value = &list->items[i];
        known = is_place_known(value, is_known, context);
        const struct json_list *notes =
            value->kind == JSON_MAP ? json_find_list(&value->map, "notes") : NULL;
        for (size_t j = 0; known && notes && j < notes->count; j++)
            known = is_place_known(&notes->items[j], is_known, context);
    }
    return known;
}
