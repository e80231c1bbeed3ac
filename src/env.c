/* Building what jobs share, and finding the template or theme that a name means. */
#include "env.h"

#include "base/ascii.h"
#include "brief/spec.h"
#include "components/components.h"
#include "doc/component.h"
#include "files/file.h"
#include "files/files_codes.h"
#include "files/input.h"
#include "layout/theme/theme.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where packages for hyphenation put the British patterns; not there: nothing is hyphenated. */
static const char hyphenation_patterns[] = "/usr/share/hyphen/hyph_en_GB.dic";

static bool is_templates_folder(struct arena *arena, const char *folder)
{
    return access(str_format(arena, "%s/frameworks.yaml", folder).at, F_OK) == 0;
}

static const char *find_templates(struct arena *arena)
{
    static const char *const places[] = {"templates", COUNCILBRIEF_DATADIR "/templates"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (is_templates_folder(arena, places[i]))
            return places[i];
    return NULL;
}

/* A project's own templates stay in it, or are links to installed ones; installed ones are where
   the installer put them. */
static struct bounds template_bounds(struct arena *arena, const char *project, const char *folder)
{
    const char *own = str_format(arena, "%s/frameworks.yaml", folder).at;
    struct str there = path_real(arena, COUNCILBRIEF_DATADIR "/templates");
    if (there.len && path_lies_in(path_real(arena, folder), there))
        return (struct bounds){0};
    struct bounds bounds = path_bounds(arena, project, own);
    bounds.folders[1] = path_real(arena, folder);
    bounds.folders[2] = there;
    return bounds;
}

/* Otherwise every file would seem to be outside the project. */
static bool is_project(struct env *env, struct diags *diags)
{
    if (!env->project)
        return true;
    struct stat info;
    bool is_there = stat(env->project, &info) == 0;
    if (is_there && S_ISDIR(info.st_mode))
        return true;
    diag_report_file(diags, &E101, env->project, "%s",
                     is_there ? "this is no folder" : "there is no folder of this name");
    return false;
}

bool env_open(struct env *env, struct diags *diags)
{
    if (!is_project(env, diags))
        return false;
    if (!env->templates)
        env->templates = find_templates(env->arena);
    if (!env->templates) {
        struct diag *diag =
            diag_report_file(diags, &E904, "templates", "there is no folder of templates");
        diag_hint(diags, diag,
                  "start in the project's folder, or name the folder with --templates");
        return false;
    }
    env->components = components;
    env->cache = pdf_cache_new();
    env->bounds = template_bounds(env->arena, env->project, env->templates);
    env->inputs = inputs_new(env->arena);
    env->inputs->bounds = env->bounds;
    diags->inputs = env->inputs;
    env->tables = table_store_new(env->arena, env->templates, &env->bounds, env->project);
    env->frameworks = frameworks_read(
        env->arena, diags, str_format(env->arena, "%s/frameworks.yaml", env->templates).at);
    env->calendar = calendar_read(
        env->arena, diags, str_format(env->arena, "%s/bank-holidays.yaml", env->templates).at);
    diags->inputs = NULL;
    return env->frameworks && env->calendar && !diags->failures;
}

void env_close(struct env *env)
{
    for (struct template_folder *folder = env->folders; folder; folder = folder->next)
        metrics_free(folder->metrics);
    env->folders = NULL;
    pdf_cache_free(env->cache);
    env->cache = NULL;
}

void env_rest(const struct env *env)
{
    for (struct template_folder *folder = env->folders; folder; folder = folder->next)
        if (folder->metrics && folder->metrics->rest) /* NULL: not read yet, or refused */
            folder->metrics->rest(folder->metrics->self);
    pdf_cache_rest(env->cache);
}

/* Reads the text and checks all that can be checked before there is any data. */
static bool read_text(const struct env *env, struct diags *diags, struct template_folder *folder,
                      const char *path)
{
    struct arena *arena = env->arena;
    folder->lengths =
        template_lengths_read(arena, diags, str_format(arena, "%s/template.yaml", path).at);
    folder->text = template_read(arena, diags, path, "briefing.md");
    if (!folder->text)
        return false;
    template_check_folder(arena, diags, path, folder->text);
    bool sound = template_check(arena, diags, folder->text, env->frameworks);
    return fences_check(arena, diags, folder->text, env->frameworks, env->components) && sound &&
           folder->lengths;
}

/* The short templates of the first line and the foot. */
static bool check_running(const struct env *env, struct diags *diags, const struct theme *theme)
{
    const struct {
        struct span at;
        struct str text;
    } lines[] = {{theme->first_left_span, theme->first_left},
                 {theme->first_right_span, theme->first_right},
                 {theme->footer_left_span, theme->footer_left}};
    bool sound = true;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (lines[i].text.len)
            sound = template_check_text(env->arena, diags, lines[i].at, lines[i].text,
                                        env->frameworks) &&
                    sound;
    return sound;
}

static bool read_look(struct env *env, struct diags *diags, struct template_folder *folder,
                      const struct theme_request *request)
{
    struct arena *arena = env->arena;
    folder->theme = theme_read(arena, diags, request);
    if (!folder->theme || !check_running(env, diags, folder->theme))
        return false;
    if (folder->theme->hyphenate && !env->hyphens)
        env->hyphens = hyphens_new(arena, diags, hyphenation_patterns);
    folder->fonts = fonts_read(arena, diags, folder->theme);
    folder->metrics = folder->fonts ? metrics_new(arena, diags, folder->fonts) : NULL;
    return folder->metrics != NULL;
}

static bool read_folder(struct env *env, struct diags *diags, struct template_folder *folder,
                        const char *over)
{
    struct arena *arena = env->arena;
    const char *path = str_format(arena, "%s/" STR_FMT, env->templates, STR_ARG(folder->name)).at;
    const struct theme_request look = {str_format(arena, "%s/theme.yaml", path).at, over,
                                       env->variant};
    bool sound = read_text(env, diags, folder, path);
    return read_look(env, diags, folder, &look) && sound;
}

static const struct template_folder *known_folder(const struct env *env,
                                                  const struct template_choice *choice)
{
    const struct template_folder *known = env->folders;
    while (known &&
           !(str_equal(known->name, choice->name) && str_equal(known->theme_name, choice->theme)))
        known = known->next;
    return known;
}

/* An unsound one is kept too, so that its faults are found and reported once. */
static const struct template_folder *read_new(struct env *env, const struct template_choice *choice,
                                              const char *over, const struct strictness *strict)
{
    struct template_folder *folder = ARENA_NEW(env->arena, struct template_folder);
    folder->name = str_copy(env->arena, choice->name);
    folder->theme_name = str_copy(env->arena, choice->theme);
    folder->diags = ARENA_NEW(env->arena, struct diags);
    diags_init(folder->diags, env->arena);
    folder->diags->strict = strict;
    folder->diags->inputs = inputs_new(env->arena);
    folder->diags->inputs->bounds = env->bounds;
    folder->sound = read_folder(env, folder->diags, folder, over) && !folder->diags->errors;
    folder->next = env->folders;
    env->folders = folder;
    return folder;
}

/* Beside what was told of other templates of the same job. */
static void share(struct diags *diags, const struct diags *read)
{
    if (!diags->shared || diags->shared == read) {
        diags->shared = read;
        return;
    }
    struct diags *all = ARENA_NEW(diags->arena, struct diags);
    diags_init(all, diags->arena);
    all->strict = diags->strict;
    all->inputs = inputs_new(diags->arena);
    const struct diags *parts[] = {diags->shared, read};
    for (size_t i = 0; i < 2; i++) {
        diags_repeat(all, parts[i]);
        inputs_repeat(all->inputs, parts[i]->inputs);
    }
    diags->shared = all;
}

const struct template_folder *env_template(struct env *env, struct diags *diags,
                                           const struct template_choice *choice)
{
    if (!template_is_there(env->arena, diags, env->templates, choice->name, choice->name_span))
        return NULL;
    const char *over = choice->theme.len ? theme_path(env->arena, diags, env->templates,
                                                      choice->theme, choice->theme_span)
                                         : NULL;
    if (choice->theme.len && !over)
        return NULL;
    const struct template_folder *folder = known_folder(env, choice);
    if (!folder)
        folder = read_new(env, choice, over, diags->strict);
    share(diags, folder->diags);
    return folder->sound ? folder : NULL;
}

/* ---- from a name to a file, and from a wrong one to the one that was meant ---- */

static const char ending[] = ".yaml";

struct name_list {
    const char **items;
    size_t count, capacity;
};

/* A name, not a path: a specification must not reach out of the templates' folder. */
static bool name_is_plain(struct str name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        bool plain = ascii_is_letter(c) || ascii_is_digit(c) || c == '-' || c == '_';
        if (!plain)
            return false;
    }
    return name.len > 0;
}

/* False when the folder cannot be read to its end; without a folder there are no themes. */
static bool list_themes(struct arena *arena, const char *folder, struct name_list *names)
{
    struct folder_names files;
    bool whole = folder_list(arena, folder, &files) || errno == ENOENT;
    for (size_t i = 0; i < files.count; i++) {
        struct str name = str_from(files.items[i]);
        if (!str_ends(name, ending))
            continue;
        name.len -= sizeof ending - 1;
        if (name_is_plain(name))
            *LIST_ADD(arena, names) = str_z(arena, name);
    }
    return whole;
}

/* The folders that hold a briefing.md. */
static void list_templates(struct arena *arena, const char *folder, struct name_list *names)
{
    struct folder_names files;
    folder_list(arena, folder, &files);
    for (size_t i = 0; i < files.count; i++) {
        const char *text = str_format(arena, "%s/%s/briefing.md", folder, files.items[i]).at;
        if (name_is_plain(str_from(files.items[i])) && access(text, F_OK) == 0)
            *LIST_ADD(arena, names) = files.items[i];
    }
}

static void hint_names(struct arena *arena, struct diags *diags, struct diag *diag,
                       const struct name_list *names, const char *folder)
{
    struct buf list = {.arena = arena};
    for (size_t i = 0; i < names->count; i++)
        buf_addf(&list, "%s`%s`", i ? ", " : "", names->items[i]);
    if (names->count)
        diag_hint(diags, diag, "there are " STR_FMT, STR_ARG(buf_str(&list)));
    else
        diag_hint(diags, diag, "there is none in the folder %s", folder);
}

static void hint_nearest(struct arena *arena, struct diags *diags, struct diag *diag,
                         struct str name, const struct name_list *names, const char *folder)
{
    const char *nearest = diag_nearest(name, names->items, names->count, sizeof *names->items);
    if (!nearest) {
        hint_names(arena, diags, diag, names, folder);
        return;
    }
    diag_hint(diags, diag, "did you mean `%s`?", nearest);
    if (diag->span.source)
        diag_suggest(diags, diag, diag->span, str_from(nearest));
}

static void report_unknown(struct arena *arena, struct diags *diags, const char *templates,
                           struct str name, struct span at)
{
    const char *folder = str_format(arena, "%s/themes", templates).at;
    struct name_list names = {0};
    if (!list_themes(arena, folder, &names)) {
        diag_report_file(diags, &E101, folder, "the folder cannot be read: %s", strerror(errno));
        return;
    }
    struct diag *diag =
        diag_report(diags, &E912, at, "`" STR_FMT "` is not the name of a theme", STR_ARG(name));
    hint_nearest(arena, diags, diag, name, &names, "templates/themes");
}

bool template_is_there(struct arena *arena, struct diags *diags, const char *templates,
                       struct str name, struct span at)
{
    bool plain = name_is_plain(name);
    if (plain && access(str_format(arena, "%s/" STR_FMT, templates, STR_ARG(name)).at, F_OK) == 0)
        return true;
    struct name_list names = {0};
    list_templates(arena, templates, &names);
    struct diag *diag =
        diag_report(diags, &E905, at, "`" STR_FMT "` is not the name of a template", STR_ARG(name));
    hint_nearest(arena, diags, diag, name, &names, templates);
    return false;
}

const char *theme_path(struct arena *arena, struct diags *diags, const char *templates,
                       struct str name, struct span at)
{
    const char *path =
        str_format(arena, "%s/themes/" STR_FMT "%s", templates, STR_ARG(name), ending).at;
    if (name_is_plain(name) && access(path, F_OK) == 0)
        return path;
    report_unknown(arena, diags, templates, name, at);
    return NULL;
}
