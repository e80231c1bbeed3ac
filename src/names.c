/* From the names of themes to their files, and from a wrong name to the one that was meant. */
#include "names.h"

#include "base/file.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static const char ending[] = ".yaml";

struct theme_names {
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
static bool list_themes(struct arena *arena, const char *folder, struct theme_names *names)
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

static void hint_names(struct arena *arena, struct diags *diags, struct diag *diag,
                       const struct theme_names *names)
{
    struct buf list = {.arena = arena};
    for (size_t i = 0; i < names->count; i++)
        buf_addf(&list, "%s`%s`", i ? ", " : "", names->items[i]);
    if (names->count)
        diag_hint(diags, diag, "there are " STR_FMT, STR_ARG(buf_str(&list)));
    else
        diag_hint(diags, diag, "there is none in the folder templates/themes");
}

static void report_unknown(struct arena *arena, struct diags *diags, const char *templates,
                           struct str name, struct span at)
{
    const char *folder = str_format(arena, "%s/themes", templates).at;
    struct theme_names names = {0};
    if (!list_themes(arena, folder, &names)) {
        diag_report_file(diags, E101, folder, "the folder cannot be read: %s", strerror(errno));
        return;
    }
    struct diag *diag =
        diag_report(diags, E912, at, "`" STR_FMT "` is not the name of a theme", STR_ARG(name));
    const char *nearest = diag_nearest(name, names.items, names.count, sizeof *names.items);
    if (!nearest) {
        hint_names(arena, diags, diag, &names);
        return;
    }
    diag_hint(diags, diag, "did you mean `%s`?", nearest);
    if (at.source)
        diag_suggest(diags, diag, at, str_from(nearest));
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
