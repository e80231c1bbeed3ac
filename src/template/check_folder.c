/* Looks for files of a template folder that nothing includes. */
#include "base/limits.h"
#include "files/file.h"
#include "template/set.h"
#include "template/template.h"

#include "diag/diag.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct visit {
    struct arena *arena;
    struct diags *diags;
    const char *folder;
    LIST(const char *) names; /* below the folder: "sections/money.md" */
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
        diag_report_file(visit->diags, E101, path, "the folder cannot be read: %s",
                         strerror(errno));
        return;
    }
    for (size_t i = 0; i < names.count; i++)
        visit_entry(visit, below, names.items[i], depth);
}

static int by_name(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
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
    if (visit.names.count)
        qsort(visit.names.items, visit.names.count, sizeof *visit.names.items, by_name);
    for (size_t i = 0; i < visit.names.count; i++)
        if (!is_read(set, visit.names.items[i]))
            diag_report_file(diags, W341,
                             str_format(arena, "%s/%s", folder, visit.names.items[i]).at,
                             "no file of the template includes this one");
}
