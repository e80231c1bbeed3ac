/* Finds the facts of the issue before, sees to it that they are this council's, and has the two
   compared. */
#include "edition.h"

#include "base/json.h"
#include "changes/changes.h"
#include "changes/changes_codes.h"
#include "facts/facts.h"
#include "files/files_codes.h"
#include "files/input.h"
#include "files/path.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

struct looking {
    struct arena *arena;
    struct diags *diags;
    const struct previous_request *request;
    struct str said; /* as the specification has it; absent: the command line names it */
    struct span at;
};

/* ---- what is named ---- */

/* issues/2026-10/norfolk.facts.json */
static const char *facts_in(struct arena *arena, const char *folder, const char *specification)
{
    size_t len = strlen(folder);
    return str_format(arena, "%s%s" STR_FMT FACTS_SUFFIX, folder,
                      len && folder[len - 1] == '/' ? "" : "/",
                      STR_ARG(specification_name(specification)))
        .at;
}

static bool is_facts_name(const char *name)
{
    return name[0] != '.' && str_ends(str_from(name), FACTS_SUFFIX);
}

static struct str last_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return str_from(slash ? slash + 1 : path);
}

static void report_absolute(const struct looking *looking)
{
    const struct previous_request *request = looking->request;
    struct diag *diag =
        diag_report(looking->diags, &E955, looking->at,
                    "`" STR_FMT "` is named from the root of the disk", STR_ARG(looking->said));
    struct str instead =
        path_from_folder(looking->arena, request->project, request->path, looking->said);
    if (!instead.at) {
        diag_hint(looking->diags, diag, "name it from the folder of this specification");
        return;
    }
    diag_hint(looking->diags, diag,
              "name it from the folder of this specification: write `" STR_FMT "`",
              STR_ARG(instead));
    diag_correct(looking->diags, diag, looking->at, instead);
}

/* What lies beside it under a name that is spelt much like it, named from the same folder. */
static struct str nearest_to(const struct looking *looking)
{
    struct arena *arena = looking->arena;
    struct str near =
        path_nearest(arena, path_beside(arena, looking->request->path, looking->said));
    const char *said = str_z(arena, looking->said), *slash = strrchr(said, '/');
    if (!near.at)
        return near;
    struct str folder = str_part(looking->said, 0, slash ? (size_t)(slash - said) + 1 : 0);
    return str_format(arena, STR_FMT STR_FMT, STR_ARG(folder),
                      STR_ARG(last_name(str_z(arena, near))));
}

static void report_missing(const struct looking *looking)
{
    struct diag *diag =
        diag_report(looking->diags, &E955, looking->at, "`" STR_FMT "` is no folder and no file",
                    STR_ARG(looking->said));
    struct str nearest = nearest_to(looking);
    if (!nearest.at) {
        diag_hint(looking->diags, diag,
                  "name it as seen from the folder of this specification; "
                  "of a first issue, delete the key");
        return;
    }
    diag_hint(looking->diags, diag, "did you mean `" STR_FMT "`?", STR_ARG(nearest));
    diag_suggest(looking->diags, diag, looking->at, nearest);
}

static void report_outside(const struct looking *looking)
{
    struct diag *diag =
        diag_report(looking->diags, &E955, looking->at, "`" STR_FMT "` lies outside the project",
                    STR_ARG(looking->said));
    diag_hint(looking->diags, diag,
              "put the facts into the project, or name their folder with --since");
}

static void report_fault(const struct looking *looking, enum path_fault fault)
{
    switch (fault) {
    case PATH_SOUND: break;
    case PATH_ABSOLUTE: report_absolute(looking); break;
    case PATH_OUTSIDE: report_outside(looking); break;
    case PATH_MISSING: report_missing(looking); break;
    }
}

/* A link such as `issues/latest` leads elsewhere next month, and what it led to stays as it is: so
   what is found by way of it counts as read too. */
static void note_link(const struct looking *looking)
{
    const struct previous_request *request = looking->request;
    const char *named = path_beside(looking->arena, request->path, looking->said);
    struct stat info;
    if (lstat(named, &info) != 0 || !S_ISLNK(info.st_mode))
        return;
    if (path_is_folder(named))
        named = facts_in(looking->arena, named, request->path);
    inputs_add_hashed(looking->diags->inputs, str_from(named),
                      hash_file(looking->arena, named, NULL));
}

/* Whoever writes down that there was an issue before is not told that this is the first. */
static const char *found_by_specification(const struct looking *looking)
{
    const struct previous_request *request = looking->request;
    enum path_fault fault;
    const char *found =
        path_inside(looking->arena, request->project, request->path, looking->said, &fault);
    if (!found) {
        report_fault(looking, fault);
        return NULL;
    }
    note_link(looking);
    if (!path_is_folder(found))
        return found;
    const char *facts = facts_in(looking->arena, found, request->path);
    struct stat info;
    if (lstat(facts, &info) == 0)
        return facts;
    struct diag *diag =
        diag_report(looking->diags, &E955, looking->at,
                    "the folder `" STR_FMT "` holds no `" STR_FMT FACTS_SUFFIX "`",
                    STR_ARG(looking->said), STR_ARG(specification_name(request->path)));
    diag_hint(looking->diags, diag,
              "name the folder with the facts of the issue before; of a "
              "first issue, delete the key");
    return NULL;
}

static const char *found_by_command(const struct looking *looking)
{
    const char *named = looking->request->named;
    return path_is_folder(named) ? facts_in(looking->arena, named, looking->request->path) : named;
}

/* ---- what would be compared with itself ---- */

static bool are_one_folder(struct arena *arena, const char *a, const char *b)
{
    struct str first = path_real(arena, a);
    return first.len && str_equal(first, path_real(arena, b));
}

static void hint_folder(struct diags *diags, struct diag *diag)
{
    diag_hint(diags, diag,
              "keep the facts of each issue in a folder of its own, such as "
              "`issues/2026-10`, or build into another with -o");
}

static bool would_be_replaced(const struct looking *looking, const char *facts)
{
    const char *written = looking->request->facts;
    if (!written || !path_is_same(looking->arena, facts, written))
        return false;
    const char *message = "the facts of the issue before would be replaced by those of this one";
    struct diag *diag = looking->said.at
                            ? diag_report(looking->diags, &E957, looking->at, "%s", message)
                            : diag_report_file(looking->diags, &E957, facts, "%s", message);
    hint_folder(looking->diags, diag);
    return true;
}

/* A folder without any is the wrong one, or one that did not arrive: not every paper of a run is
   the first issue by accident. */
static bool holds_facts(struct arena *arena, struct diags *diags, const char *folder)
{
    struct folder_names names = {0};
    if (!folder_list(arena, folder, &names)) {
        diag_report_file(diags, &E101, folder, "the folder cannot be read: %s", strerror(errno));
        return false;
    }
    for (size_t i = 0; i < names.count; i++)
        if (is_facts_name(names.items[i]))
            return true;
    struct diag *diag = diag_report_file(
        diags, &E951, folder, "this folder holds no file that ends in `" FACTS_SUFFIX "`");
    diag_hint(diags, diag,
              "name the folder that an earlier `councilbrief build` wrote to; of a first issue, "
              "leave --since out");
    return false;
}

bool previous_is_there(struct arena *arena, struct diags *diags, const char *named,
                       const char *facts_folder)
{
    struct stat info;
    if (stat(named, &info) != 0) {
        struct diag *diag =
            diag_report_file(diags, &E955, named, "there is no folder and no file of this name");
        struct str nearest = path_nearest(arena, named);
        if (nearest.at)
            diag_hint(diags, diag, "did you mean `" STR_FMT "`?", STR_ARG(nearest));
        else
            diag_hint(diags, diag, "of a first issue, leave --since out");
        return false;
    }
    if (S_ISDIR(info.st_mode) && !holds_facts(arena, diags, named))
        return false;
    if (!facts_folder || !S_ISDIR(info.st_mode) || !are_one_folder(arena, named, facts_folder))
        return true;
    struct diag *diag =
        diag_report_file(diags, &E957, named,
                         "the facts in this folder would be compared with and replaced at once");
    hint_folder(diags, diag);
    return false;
}

/* ---- reading it ---- */

/* What a command line names is trusted, with what lies beside it. */
static const struct briefing *read_named(const struct looking *looking, const char *facts)
{
    struct inputs *inputs = looking->diags->inputs;
    const struct bounds before = inputs ? inputs->bounds : (struct bounds){0};
    if (inputs && inputs->bounds.folders[0].len && !looking->said.at)
        inputs->bounds.folders[1] = path_real(looking->arena, path_folder(looking->arena, facts));
    const struct briefing *read = facts_read_file(looking->arena, looking->diags, facts);
    if (inputs)
        inputs->bounds = before;
    return read;
}

/* ---- the same council under another name ---- */

/* What a facts file of that council begins with. */
static struct str beginning_of(struct arena *arena, struct str council)
{
    struct buf out = {.arena = arena};
    struct json json = {.out = &out, .indent = 1};
    json_begin_object(&json);
    json_pair_integer(&json, "format", FACTS_FORMAT);
    json_pair_text(&json, "council", council);
    buf_byte(&out, ',');
    return buf_str(&out);
}

/* Only the beginnings are read: of a folder with all councils, that is little. */
static bool begins_with(struct arena *arena, const char *path, struct str beginning)
{
    const struct bounds bounds = {.folders = {path_real(arena, path_folder(arena, path))}};
    char *bytes = ARENA_ARRAY(arena, char, beginning.len);
    struct file file = file_open(arena, path, &bounds);
    size_t len = 0;
    for (size_t more = 1; file.fault == FILE_SOUND && more && len < beginning.len; len += more)
        more = file_next(&file, bytes + len, beginning.len - len);
    file_close(&file);
    return str_equal((struct str){bytes, len}, beginning);
}

static const char *facts_under_another_name(const struct looking *looking)
{
    struct arena *arena = looking->arena;
    const char *folder = looking->request->named;
    struct folder_names names = {0};
    struct str beginning = beginning_of(arena, looking->request->briefing->council->name);
    if (!folder_list(arena, folder, &names))
        return NULL;
    for (size_t i = 0; i < names.count; i++) {
        const char *path = str_format(arena, "%s%s%s", folder,
                                      str_ends(str_from(folder), "/") ? "" : "/", names.items[i])
                               .at;
        if (is_facts_name(names.items[i]) && begins_with(arena, path, beginning))
            return path;
    }
    return NULL;
}

/* The paper of a specification that got another name would say that it is the first issue. */
static void warn_of_another_name(const struct looking *looking, const char *facts)
{
    const struct council *council = looking->request->briefing->council;
    const char *found = facts_under_another_name(looking);
    if (!found)
        return;
    inputs_add_hashed(looking->diags->inputs, str_from(found),
                      hash_file(looking->arena, found, NULL));
    struct diag *diag =
        diag_report(looking->diags, &W967, SPAN_OF(council, name),
                    "there are facts of this council in `%s`, and the paper says that this is its "
                    "first issue",
                    found);
    diag_hint(looking->diags, diag,
              "where they are those of the issue before, rename them to `" STR_FMT
              "`, or name that file with --since",
              STR_ARG(last_name(facts)));
}

static void warn_of_later(const struct looking *looking, const struct briefing *old)
{
    const struct front_sheet *before = old->briefing, *sheet = looking->request->briefing->briefing;
    if (!date_surely_after(&before->as_at, &sheet->as_at))
        return;
    struct str was = date_text(looking->arena, &before->as_at, DATE_PLAIN);
    struct str is = date_text(looking->arena, &sheet->as_at, DATE_PLAIN);
    struct diag *diag =
        diag_report(looking->diags, &W955, looking->said.at ? looking->at : SPAN_OF(sheet, as_at),
                    "the issue before is of " STR_FMT ", and this one of an earlier day, " STR_FMT,
                    STR_ARG(was), STR_ARG(is));
    diag_hint(looking->diags, diag, "name an earlier issue, or give this one its day with `as_at`");
}

/* ---- all of it ---- */

static const struct since *compare(const struct looking *looking, const struct briefing *old)
{
    const struct previous_request *request = looking->request;
    const struct changes_request changes = {old, request->briefing, request->frameworks,
                                            request->calendar};
    if (old)
        warn_of_later(looking, old);
    return changes_find(looking->arena, looking->diags, &changes);
}

const struct since *previous_compare(struct arena *arena, struct diags *diags,
                                     const struct previous_request *request)
{
    const struct front_sheet *sheet = request->briefing->briefing;
    struct looking looking = {.arena = arena, .diags = diags, .request = request};
    if (!request->named) {
        looking.said = sheet->previous;
        looking.at = SPAN_OF(sheet, previous);
    }
    if (!request->named && !looking.said.len)
        return NULL;
    const char *facts =
        request->named ? found_by_command(&looking) : found_by_specification(&looking);
    struct stat info;
    if (!facts || would_be_replaced(&looking, facts))
        return NULL;
    if (request->named && path_is_folder(request->named) && lstat(facts, &info) != 0) {
        inputs_add_missing(diags->inputs, str_from(facts));
        warn_of_another_name(&looking, facts);
        return compare(&looking, NULL);
    }
    const struct briefing *old = read_named(&looking, facts);
    return old ? compare(&looking, old) : NULL;
}
