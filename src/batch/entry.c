/* Lines of the manifest, written and read back. */
#include "batch/entry.h"

#include "base/json.h"
#include "batch/stored.h"
#include "files/input.h"
#include "files/json_read.h"

#include <string.h>

/* ---- writing ---- */

static void add_rows(struct json *json, const struct input *input)
{
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

static void add_inputs(struct json *json, const struct inputs *inputs)
{
    json_key(json, "inputs");
    json_begin_array(json);
    for (size_t i = 0; i < inputs->list.count; i++) {
        json_begin_object(json);
        json_pair_text(json, "path", inputs->list.items[i].path);
        json_pair_text(json, "hash", inputs->list.items[i].hash);
        add_rows(json, &inputs->list.items[i]);
        json_end_object(json);
    }
    json_end_array(json);
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
    stored_write(&json, shared);
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
    json_pair_integer(&json, "pages", (int64_t)made->pages);
    json_pair_text(&json, "hash", hash_of_output(job, made));
    add_others(&json, job, made);
    json_pair_text(&json, "options", work->options);
    json_pair_text(&json, "common", work->common);
    json_pair_text(&json, "group", group);
    add_inputs(&json, diags->inputs);
    json_pair_integer(&json, "warnings", (int64_t)diags->warnings);
    json_key(&json, "diagnostics");
    stored_write(&json, diags);
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
        items[i] = (struct input){json_find_text(map, "path"), json_find_text(map, "hash"),
                                  json_find_text(map, "column"), json_find_text(map, "value"),
                                  json_find_text(map, "places")};
        if (!items[i].path.len || !items[i].hash.len)
            return false;
    }
    return true;
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
        .output = json_find_text(map, "output"),
        .specification = json_find_text(map, "specification"),
        .from = json_find_text(map, "from"),
        .options = json_find_text(map, "options"),
        .hash = json_find_text(map, "hash"),
        .common = json_find_text(map, "common"),
        .group = json_find_text(map, "group"),
        .diagnostics = json_find_list(map, "diagnostics"),
    };
    const struct json_list *others = json_find_list(map, "others");
    return read_inputs(arena, json_find_list(map, "inputs"), &entry->inputs) &&
           (!others || read_inputs(arena, others, &entry->others)) &&
           (entry->id.len || (entry->output.len && entry->specification.len));
}
