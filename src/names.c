/* From the names of themes and templates to their files, and from a wrong name to the one that was
   meant. */
#include "names.h"

#include "files/file.h"
#include "files/files_codes.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static const char ending[] = ".yaml";

struct name_list {
    const char **items;
    size_t count, capacity;
};

bool name_is_plain(struct str name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                     c == '-' || c == '_';
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
