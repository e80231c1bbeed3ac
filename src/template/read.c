/* Reads a template and the files it includes, each once. */
#include "base/limits.h"
#include "template/set.h"

#include "base/limits.h"
#include "files/input.h"
#include "template/parser.h"

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
    diag_report(reading->diags, E309, at, "files include one another more than %d deep",
                LIMIT_TEMPLATE_INCLUDES);
    return false;
}

static bool may_open(struct reading *reading, struct span at, struct str name)
{
    for (size_t i = 0; i < reading->open_count; i++) {
        if (!str_equal(reading->open[i], name))
            continue;
        diag_report(reading->diags, E309, at, "`" STR_FMT "` includes itself%s", STR_ARG(name),
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
            diag_report(reading->diags, E308, at,
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

static const struct source *read_source(struct reading *reading, struct span at, struct str name)
{
    size_t before = reading->diags->items.count;
    struct str path = str_format(reading->arena, "%s/" STR_FMT, reading->folder, STR_ARG(name));
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
