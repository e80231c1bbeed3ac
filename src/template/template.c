/* Templates as the other rooms see them: read with what they include, checked, and rendered. */
#include "template/template.h"

#include "base/limits.h"
#include "files/file.h"
#include "files/files_codes.h"
#include "files/input.h"
#include "files/json_read.h"
#include "template/check/checker.h"
#include "template/parse/parser.h"
#include "template/render/render.h"
#include "template/template_codes.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

struct reading {
    struct arena *arena;
    struct diags *diags;
    const char *folder;
    struct template_set *set;
    struct str open[LIMIT_TEMPLATE_INCLUDES + 1]; /* names of the files being read */
    size_t open_count;
    size_t depth_below[LIMIT_TEMPLATE_INCLUDES + 2]; /* includes inside one another, by open file */
};

static const struct template_file *read_file(struct reading *reading, struct span at,
                                             struct str name);

/* A name below the folder, with nothing in it that leads out. */
static bool stays_inside(struct str name)
{
    if (name.len == 0 || str_find(name, '\\', 0) < name.len || str_find(name, ':', 0) < name.len)
        return false;
    for (size_t start = 0; start <= name.len;) {
        size_t end = str_find(name, '/', start);
        struct str part = str_part(name, start, end);
        if (part.len == 0 || str_is(part, ".") || str_is(part, ".."))
            return false;
        start = end + 1;
    }
    return true;
}

static bool too_deep(struct reading *reading, struct span at)
{
    diag_report(reading->diags, &E309, at, "files include one another more than %d deep",
                LIMIT_TEMPLATE_INCLUDES);
    return false;
}

static bool may_open(struct reading *reading, struct span at, struct str name)
{
    for (size_t i = 0; i < reading->open_count; i++) {
        if (!str_equal(reading->open[i], name))
            continue;
        diag_report(reading->diags, &E309, at, "`" STR_FMT "` includes itself%s", STR_ARG(name),
                    i + 1 < reading->open_count ? ", through the files in between" : "");
        return false;
    }
    if (reading->open_count <= LIMIT_TEMPLATE_INCLUDES)
        return true;
    return too_deep(reading, at);
}

static const struct template_file *find_include(void *context, struct span at, struct str name)
{
    struct reading *reading = context;
    if (!stays_inside(name)) {
        struct diag *diag =
            diag_report(reading->diags, &E308, at,
                        "`" STR_FMT "` is not a file in the template folder", STR_ARG(name));
        diag_hint(reading->diags, diag, "write a name such as \"sections/summary.md\"");
        return NULL;
    }
    const struct template_file *file =
        may_open(reading, at, name) ? read_file(reading, at, name) : NULL;
    if (!file)
        return NULL;
    /* A file that was read before brings the depth of its own includes with it. */
    size_t deepest = reading->open_count + file->depth;
    if (deepest > LIMIT_TEMPLATE_INCLUDES)
        return too_deep(reading, at) ? file : NULL;
    if (reading->depth_below[reading->open_count] < file->depth + 1)
        reading->depth_below[reading->open_count] = file->depth + 1;
    return file;
}

static const struct template_file *known_file(const struct reading *reading, struct str name)
{
    for (size_t i = 0; i < reading->set->files.count; i++)
        if (str_equal(reading->set->files.items[i]->name, name))
            return reading->set->files.items[i];
    return NULL;
}

/* What templates share lies beside their folders: `shared/finding.md` is one file for all. */
static struct str path_of(const struct reading *reading, struct str name)
{
    const char *up = str_starts(name, "shared/") ? "/.." : "";
    return str_format(reading->arena, "%s%s/" STR_FMT, reading->folder, up, STR_ARG(name));
}

static const struct source *read_source(struct reading *reading, struct span at, struct str name)
{
    size_t before = reading->diags->items.count;
    struct str path = path_of(reading, name);
    const struct source *source =
        source_read(reading->arena, reading->diags, str_z(reading->arena, path));
    if (!source && at.source && reading->diags->items.count > before)
        diag_note(reading->diags, &reading->diags->items.items[before], at, "it is included here");
    return source;
}

static const struct template_file *read_file(struct reading *reading, struct span at,
                                             struct str name)
{
    const struct template_file *known = known_file(reading, name);
    if (known)
        return known;
    const struct source *source = read_source(reading, at, name);
    if (!source)
        return NULL;
    struct template_file *file = ARENA_NEW(reading->arena, struct template_file);
    reading->open[reading->open_count++] = name;
    reading->depth_below[reading->open_count] = 0;
    struct parser parser = {.arena = reading->arena,
                            .diags = reading->diags,
                            .find = find_include,
                            .find_context = reading};
    struct span whole = {source, 0, (uint32_t)source->text.len};
    file->name = name;
    file->source = source;
    file->body = template_parse(&parser, whole, source->text);
    file->depth = reading->depth_below[reading->open_count--];
    *LIST_ADD(reading->arena, &reading->set->files) = file;
    return file;
}

const struct template_set *template_read(struct arena *arena, struct diags *diags,
                                         const char *folder, const char *name)
{
    size_t errors = diags->errors;
    struct template_set *set = ARENA_NEW(arena, struct template_set);
    struct reading reading = {.arena = arena, .diags = diags, .folder = folder, .set = set};
    set->main = read_file(&reading, (struct span){0}, str_copy(arena, str_from(name)));
    return diags->errors == errors ? set : NULL;
}

/* ---- its files ---- */

size_t template_file_count(const struct template_set *set)
{
    return set->files.count;
}

const struct source *template_source(const struct template_set *set, size_t file)
{
    return set->files.items[file]->source;
}

static void mark_body(char *marks, struct body body);

static void mark_statement(char *marks, const struct statement *statement)
{
    struct span span = statement->span;
    switch (statement->kind) {
    case STATEMENT_TEXT: memset(marks + span.start, TEMPLATE_TEXT, span.end - span.start); break;
    case STATEMENT_PRINT: memset(marks + span.start, TEMPLATE_VALUE, span.end - span.start); break;
    case STATEMENT_IF:
        for (size_t i = 0; i < statement->branch_count; i++)
            mark_body(marks, statement->branches[i].body);
        break;
    case STATEMENT_FOR:
        mark_body(marks, statement->body);
        mark_body(marks, statement->otherwise);
        break;
    default: break;
    }
}

static void mark_body(char *marks, struct body body)
{
    for (size_t i = 0; i < body.count; i++)
        mark_statement(marks, &body.items[i]);
}

const char *template_marks(struct arena *arena, const struct template_set *set, size_t file)
{
    const struct template_file *read = set->files.items[file];
    char *marks = ARENA_ARRAY(arena, char, read->source->text.len + 1);
    memset(marks, TEMPLATE_TAG, read->source->text.len);
    mark_body(marks, read->body);
    return marks;
}

/* ---- files that nothing includes ---- */

struct visit {
    struct arena *arena;
    struct diags *diags;
    const char *folder;
    struct folder_names names; /* below the folder: "sections/money.md" */
};

static bool is_folder(const char *path)
{
    struct stat info;
    return lstat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static void visit_folder(struct visit *visit, const char *below, int depth);

static void visit_entry(struct visit *visit, const char *below, const char *entry, int depth)
{
    const char *name = str_format(visit->arena, "%s%s", below, entry).at;
    if (entry[0] == '.')
        return;
    if (is_folder(str_format(visit->arena, "%s/%s", visit->folder, name).at))
        visit_folder(visit, str_format(visit->arena, "%s/", name).at, depth + 1);
    else if (str_ends(str_from(name), ".md"))
        *LIST_ADD(visit->arena, &visit->names) = name;
}

static void visit_folder(struct visit *visit, const char *below, int depth)
{
    const char *path = str_format(visit->arena, "%s/%s", visit->folder, below).at;
    struct folder_names names;
    if (depth > LIMIT_TEMPLATE_INCLUDES)
        return;
    if (!folder_list(visit->arena, path, &names)) {
        diag_report_file(visit->diags, &E101, path, "the folder cannot be read: %s",
                         strerror(errno));
        return;
    }
    for (size_t i = 0; i < names.count; i++)
        visit_entry(visit, below, names.items[i], depth);
}

static bool is_read(const struct template_set *set, const char *name)
{
    for (size_t i = 0; i < set->files.count; i++)
        if (str_is(set->files.items[i]->name, name))
            return true;
    return false;
}

void template_check_folder(struct arena *arena, struct diags *diags, const char *folder,
                           const struct template_set *set)
{
    struct visit visit = {.arena = arena, .diags = diags, .folder = folder};
    visit_folder(&visit, "", 0);
    folder_sort(&visit.names);
    for (size_t i = 0; i < visit.names.count; i++)
        if (!is_read(set, visit.names.items[i]))
            diag_report_file(diags, &W341,
                             str_format(arena, "%s/%s", folder, visit.names.items[i]).at,
                             "no file of the template includes this one");
}

/* ---- checking ---- */

bool template_check(struct arena *arena, struct diags *diags, const struct template_set *set,
                    const struct frameworks *frameworks)
{
    return check_whole(arena, diags, set->main->body, frameworks);
}

bool template_check_text(struct arena *arena, struct diags *diags, struct span at, struct str text,
                         const struct frameworks *frameworks)
{
    size_t errors = diags->errors;
    struct parser parser = {.arena = arena, .diags = diags};
    struct body body = template_parse(&parser, at, text);
    return diags->errors == errors && check_whole(arena, diags, body, frameworks);
}

/* ---- data from JSON as values, which have no records ---- */

static struct value value_of(struct arena *arena, const struct json_value *json);

static struct value list_of(struct arena *arena, const struct json_list *json)
{
    struct value *values = ARENA_ARRAY(arena, struct value, json->count);
    struct list_value *list = ARENA_NEW(arena, struct list_value);
    *list = (struct list_value){
        .backing = LIST_VALUES, .depth = 1, .count = json->count, .values = values};
    for (size_t i = 0; i < json->count; i++) {
        values[i] = value_of(arena, &json->items[i]);
        if (values[i].kind == VALUE_LIST && values[i].list->depth >= list->depth)
            list->depth = values[i].list->depth + 1;
    }
    return value_list(list);
}

static const struct map_value *map_from_json(struct arena *arena, const struct json_map *json)
{
    struct map_entry *entries = ARENA_ARRAY(arena, struct map_entry, json->count);
    struct map_value *map = ARENA_NEW(arena, struct map_value);
    for (size_t i = 0; i < json->count; i++)
        entries[i] =
            (struct map_entry){json->entries[i].key, value_of(arena, &json->entries[i].value)};
    *map = (struct map_value){entries, json->count};
    return map;
}

static struct value value_of(struct arena *arena, const struct json_value *json)
{
    struct value value = value_none();
    switch (json->kind) {
    case JSON_NULL: break;
    case JSON_ANSWER: value = value_bool(json->answer); break;
    case JSON_WHOLE: value = value_whole(json->whole); break;
    case JSON_REAL: value = value_real(json->real); break;
    case JSON_TEXT: value = value_text(json->text); break;
    case JSON_LIST: value = list_of(arena, &json->list); break;
    case JSON_MAP: value = value_map(map_from_json(arena, &json->map)); break;
    }
    value.origin = json->span;
    return value;
}

/* ---- rendering ---- */

const struct rendered *template_render(struct arena *arena, struct diags *diags,
                                       const struct template_set *set,
                                       const struct briefing *briefing)
{
    struct rendering rendering = {
        .arena = arena, .diags = diags, .briefing = briefing, .late = true};
    if (!render_all(&rendering, set->main->body))
        return NULL;
    struct rendered *rendered = ARENA_NEW(arena, struct rendered);
    *rendered = (struct rendered){.text = buf_str(&rendering.text),
                                  .inserts = rendering.inserts.items,
                                  .insert_count = rendering.inserts.count,
                                  .pieces = rendering.pieces.items,
                                  .piece_count = rendering.pieces.count};
    return rendered;
}

/* Without late binding, as Jinja would. */
static struct str render_plain(struct rendering *rendering, const struct template_set *set)
{
    return render_all(rendering, set->main->body) ? buf_str(&rendering->text) : STR_NONE;
}

struct str template_render_plain(struct arena *arena, struct diags *diags,
                                 const struct template_set *set, const struct briefing *briefing)
{
    struct rendering rendering = {.arena = arena, .diags = diags, .briefing = briefing};
    return render_plain(&rendering, set);
}

struct str template_render_data(struct arena *arena, struct diags *diags,
                                const struct template_set *set, const struct json_map *data)
{
    struct rendering rendering = {
        .arena = arena, .diags = diags, .data = map_from_json(arena, data)};
    return render_plain(&rendering, set);
}

struct rendered_line template_render_line(struct arena *arena, struct diags *diags, struct span at,
                                          struct str text, const struct briefing *briefing)
{
    size_t errors = diags->errors;
    struct parser parser = {.arena = arena, .diags = diags};
    struct body body = template_parse(&parser, at, text);
    struct rendering rendering = {.arena = arena, .diags = diags, .briefing = briefing};
    if (diags->errors != errors || !render_all(&rendering, body))
        return (struct rendered_line){.origin = at};
    return (struct rendered_line){buf_str(&rendering.text),
                                  rendering.rare.source ? rendering.rare : at};
}
