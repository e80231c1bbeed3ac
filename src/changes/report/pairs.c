/* Two files or two folders of facts: which belong together, and what changed in each. */
#include "changes/report.h"

#include "base/limits.h"
#include "base/list.h"
#include "changes/changes.h"
#include "facts/facts.h"
#include "files/files_codes.h"
#include "files/input.h"
#include "files/path.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* ---- the facts files that somebody names: one, or a folder of them ---- */

static const char suffix[] = FACTS_SUFFIX;

struct facts_file {
    struct str name; /* "norfolk" of issues/2026-10/norfolk.facts.json */
    const char *path;
};

struct side {
    bool is_folder;
    struct facts_file *items; /* in the order of their names, as by_stem has it; no hidden ones */
    size_t count, capacity;
};

static void add_file(struct arena *arena, struct side *files, struct str name, const char *path)
{
    size_t rest = str_ends(name, suffix) ? sizeof suffix - 1 : 0;
    *LIST_ADD(arena, files) = (struct facts_file){str_part(name, 0, name.len - rest), path};
}

/* A folder is listed by whole names, where `h-draft.facts.json` stands before `h.facts.json`. */
static int by_stem(const void *left, const void *right)
{
    const struct facts_file *a = left, *b = right;
    return str_compare(a->name, b->name);
}

static void add_files(struct arena *arena, struct side *files, const char *folder,
                      const struct folder_names *names)
{
    const char *between = str_ends(str_from(folder), "/") ? "" : "/";
    for (size_t i = 0; i < names->count; i++) {
        struct str name = str_from(names->items[i]);
        if (str_ends(name, suffix) && !str_starts(name, "."))
            add_file(arena, files, name,
                     str_format(arena, "%s%s%s", folder, between, names->items[i]).at);
    }
    if (files->count)
        qsort(files->items, files->count, sizeof *files->items, by_stem);
}

static bool list_folder(struct arena *arena, struct diags *diags, const char *path,
                        struct side *files)
{
    struct folder_names names = {0};
    files->is_folder = true;
    if (!folder_list(arena, path, &names)) {
        diag_report_file(diags, &E101, path, "the folder cannot be read: %s", strerror(errno));
        return false;
    }
    add_files(arena, files, path, &names);
    if (files->count)
        return true;
    struct diag *diag =
        diag_report_file(diags, &E951, path, "this folder holds no file that ends in `%s`", suffix);
    diag_hint(diags, diag, "name the folder that an earlier `councilbrief build` wrote to");
    return false;
}

static bool list_side(struct arena *arena, struct diags *diags, const char *path,
                      struct side *files)
{
    struct stat info;
    *files = (struct side){.is_folder = false};
    if (stat(path, &info) != 0) {
        struct file missing = {.fault = errno == ENOENT ? FILE_MISSING : FILE_FAILED,
                               .error = errno};
        file_refuse(diags, path, &missing, LIMIT_FACTS_BYTES);
        return false;
    }
    if (S_ISDIR(info.st_mode))
        return list_folder(arena, diags, path, files);
    const char *slash = strrchr(path, '/');
    add_file(arena, files, str_from(slash ? slash + 1 : path), path);
    return true;
}

/* ---- the files of one council ---- */

struct comparing {
    struct arena *arena;
    const struct report_request *request;
    struct report *report;
};

static void begin_diags(const struct comparing *comparing, struct diags *diags, const char *path)
{
    diags_init(diags, comparing->arena);
    diags->strict = comparing->request->strict;
    diags->inputs = inputs_new(comparing->arena);
    diags->inputs->bounds = path_bounds(comparing->arena, comparing->request->project, path);
}

/* What is said of records says in which file: facts have no places. */
static void name_file(struct diags *diags, size_t from, const char *path)
{
    for (size_t i = from; i < diags->items.count; i++)
        if (!diags->items.items[i].span.source && !diags->items.items[i].path.len)
            diags->items.items[i].path = str_from(path);
}

static void end_diags(const struct comparing *comparing, const struct diags *diags)
{
    struct report *report = comparing->report;
    report->refused |= diags->errors > 0;
    report->failed |= diags->failures > 0;
    report->is_bug |= diags->bugs > 0;
    comparing->request->tell(comparing->request->self, diags);
}

static const struct briefing *read_one(const struct comparing *comparing,
                                       const struct facts_file *file)
{
    struct diags diags;
    begin_diags(comparing, &diags, file->path);
    const struct briefing *briefing = facts_read_file(comparing->arena, &diags, file->path);
    end_diags(comparing, &diags);
    return briefing;
}

static void warn_of_order(struct diags *diags, const char *path, const struct issues *pair)
{
    const struct date *before = &pair->before->briefing->as_at, *now = &pair->now->briefing->as_at;
    if (before->first <= now->first)
        return;
    struct diag *diag = diag_report_file(
        diags, &W950, path, "this issue is of %s, and the one before it of %s",
        date_text(diags->arena, now, DATE_LONG).at, date_text(diags->arena, before, DATE_LONG).at);
    diag_hint(diags, diag, "name the earlier one first");
}

static void compare(const struct comparing *comparing, struct issues *pair, const char *path)
{
    struct diags diags;
    begin_diags(comparing, &diags, path);
    if (pair->before)
        warn_of_order(&diags, path, pair);
    const size_t told = diags.items.count;
    const struct changes_request request = {pair->before, pair->now, comparing->request->frameworks,
                                            comparing->request->calendar};
    pair->since = changes_find(comparing->arena, &diags, &request);
    name_file(&diags, told, path);
    if (!pair->since)
        pair->fate = ISSUES_REFUSED;
    end_diags(comparing, &diags);
}

static struct str council_of(const struct issues *pair)
{
    const struct briefing *of = pair->now ? pair->now : pair->before;
    return of ? of->council->name : STR_NONE;
}

/* `before` or `now` may be NULL: there is no such file. */
static void add_pair(const struct comparing *comparing, const struct facts_file *before,
                     const struct facts_file *now)
{
    struct issues pair = {.name = now ? now->name : before->name};
    pair.before = before ? read_one(comparing, before) : NULL;
    pair.now = now ? read_one(comparing, now) : NULL;
    pair.council = council_of(&pair);
    if ((before && !pair.before) || (now && !pair.now))
        pair.fate = ISSUES_REFUSED;
    else if (!now)
        pair.fate = ISSUES_GONE;
    else
        pair.fate = before ? ISSUES_COMPARED : ISSUES_FIRST;
    if (pair.before && pair.now)
        compare(comparing, &pair, now->path);
    *LIST_ADD(comparing->arena, comparing->report) = pair;
}

/* ---- folders ---- */

/* Both lists are in the order of their names without the suffix. */
static void add_folders(const struct comparing *comparing, const struct side *before,
                        const struct side *now)
{
    for (size_t i = 0, k = 0; i < before->count || k < now->count;) {
        const struct facts_file *old = i < before->count ? &before->items[i] : NULL;
        const struct facts_file *new = k < now->count ? &now->items[k] : NULL;
        int order = !old ? 1 : !new ? -1 : str_compare(old->name, new->name);
        add_pair(comparing, order <= 0 ? old : NULL, order >= 0 ? new : NULL);
        i += order <= 0;
        k += order >= 0;
    }
}

static const char *path_of(const struct side *files, struct str name)
{
    for (size_t i = 0; i < files->count; i++)
        if (str_equal(files->items[i].name, name))
            return files->items[i].path;
    return NULL;
}

/* The only issue of that fate and council; NULL: there is none, or nobody knows which. */
static struct issues *only_one(const struct report *report, enum issues_fate fate,
                               struct str council)
{
    struct issues *found = NULL;
    for (size_t i = 0; i < report->count; i++) {
        struct issues *pair = &report->items[i];
        if (pair->fate != fate || !str_equal(pair->council, council))
            continue;
        if (found)
            return NULL;
        found = pair;
    }
    return found;
}

static void join(const struct comparing *comparing, struct issues *first, struct issues *gone,
                 const char *path)
{
    struct diags diags;
    begin_diags(comparing, &diags, path);
    struct diag *diag = diag_report_file(
        &diags, &W951, path, "the facts of " STR_FMT " were in `" STR_FMT ".facts.json`",
        STR_ARG(first->council), STR_ARG(gone->name));
    diag_hint(&diags, diag, "they are compared; a file that keeps its name is found sooner");
    end_diags(comparing, &diags);
    first->before = gone->before;
    first->fate = ISSUES_COMPARED;
    gone->before = NULL; /* and taken out below */
    compare(comparing, first, path);
}

/* A council whose file has got another name has not gone and come again. */
static void join_renamed(const struct comparing *comparing, const struct side *now)
{
    struct report *report = comparing->report;
    for (size_t i = 0; i < report->count; i++) {
        struct issues *pair = &report->items[i];
        if (pair->fate != ISSUES_FIRST || only_one(report, ISSUES_FIRST, pair->council) != pair)
            continue;
        struct issues *gone = only_one(report, ISSUES_GONE, pair->council);
        if (gone && gone->before)
            join(comparing, pair, gone, path_of(now, pair->name));
    }
    size_t kept = 0;
    for (size_t i = 0; i < report->count; i++)
        if (report->items[i].fate != ISSUES_GONE || report->items[i].before)
            report->items[kept++] = report->items[i];
    report->count = kept;
}

/* The first file of that council which only the other issue has, or which has its counterpart. */
static const struct issues *elsewhere(const struct report *report, const struct issues *than)
{
    for (size_t i = 0; i < report->count; i++) {
        const struct issues *pair = &report->items[i];
        if (pair != than && str_equal(pair->council, than->council) &&
            (than->fate == ISSUES_FIRST ? pair->before : pair->now))
            return pair;
    }
    return NULL;
}

/* A council that both issues have is no first issue, and has not gone: which of its files belong
   together is for an officer to say, by their names. */
static void warn_of_several(const struct comparing *comparing, const struct issues *pair,
                            const char *path)
{
    const bool is_first = pair->fate == ISSUES_FIRST;
    const struct issues *other = elsewhere(comparing->report, pair);
    if (!other)
        return;
    struct diags diags;
    begin_diags(comparing, &diags, path);
    struct diag *diag =
        diag_report_file(&diags, &W966, path,
                         "the %s has facts of " STR_FMT " in `" STR_FMT ".facts.json`: this "
                         "file is told as %s",
                         is_first ? "issue before" : "later issue", STR_ARG(pair->council),
                         STR_ARG(other->name), is_first ? "a first issue" : "no longer there");
    diag_hint(&diags, diag,
              "keep one file of a council in each folder, or name two files to compare");
    end_diags(comparing, &diags);
}

static void warn_of_all(const struct comparing *comparing, const struct side *before,
                        const struct side *now)
{
    const struct report *report = comparing->report;
    for (size_t i = 0; i < report->count; i++) {
        const struct issues *pair = &report->items[i];
        if (pair->fate == ISSUES_FIRST && pair->now)
            warn_of_several(comparing, pair, path_of(now, pair->name));
        else if (pair->fate == ISSUES_GONE && pair->before)
            warn_of_several(comparing, pair, path_of(before, pair->name));
    }
}

static void tell_first_issues(const struct comparing *comparing, const struct side *now)
{
    struct report *report = comparing->report;
    for (size_t i = 0; i < report->count; i++)
        if (report->items[i].fate == ISSUES_FIRST)
            compare(comparing, &report->items[i], path_of(now, report->items[i].name));
}

/* ---- the order, and what is known of all ---- */

enum { RANKS_OF_CHANGES = 6, RANK_NEW_OR_GONE, RANK_UNCHANGED };

static size_t count_at(const struct since *since, int rank)
{
    const size_t counts[RANKS_OF_CHANGES] = {since->happened.count,  since->corrected.count,
                                             since->withdrawn.count, since->moved.count,
                                             since->recorded.count,  since->more_exact.count};
    return counts[rank];
}

/* The smaller, the sooner it is told. */
static int rank(const struct issues *pair)
{
    if (!issues_are_changed(pair))
        return RANK_UNCHANGED;
    if (pair->fate != ISSUES_COMPARED)
        return RANK_NEW_OR_GONE;
    int first = 0;
    while (first < RANKS_OF_CHANGES - 1 && !count_at(pair->since, first))
        first++;
    return first;
}

static int by_importance(const void *left, const void *right)
{
    const struct issues *a = left, *b = right;
    const int first = rank(a);
    if (first != rank(b))
        return first - rank(b);
    size_t of_a = first < RANKS_OF_CHANGES ? count_at(a->since, first) : 0;
    size_t of_b = first < RANKS_OF_CHANGES ? count_at(b->since, first) : 0;
    if (of_a != of_b)
        return of_a > of_b ? -1 : 1;
    int councils = str_compare(a->council, b->council);
    return councils ? councils : str_compare(a->name, b->name);
}

/* Keeps the earlier or the later of two days. */
static void note_day(struct date *kept, const struct date *day_of_issue, bool later)
{
    if (!kept->precision ||
        (later ? day_of_issue->first > kept->first : day_of_issue->first < kept->first))
        *kept = *day_of_issue;
}

static void note_days(struct report *report)
{
    for (size_t i = 0; i < report->count; i++) {
        const struct issues *pair = &report->items[i];
        if (pair->before && pair->fate == ISSUES_COMPARED) {
            note_day(&report->before_first, &pair->before->briefing->as_at, false);
            note_day(&report->before_last, &pair->before->briefing->as_at, true);
        }
        if (pair->now)
            note_day(&report->as_at, &pair->now->briefing->as_at, true);
    }
}

bool issues_are_changed(const struct issues *pair)
{
    switch (pair->fate) {
    case ISSUES_COMPARED: return pair->since->changed == ANSWER_YES;
    case ISSUES_FIRST:
    case ISSUES_GONE: return true;
    case ISSUES_REFUSED: break;
    }
    return false;
}

bool report_is_changed(const struct report *report)
{
    return report->count && issues_are_changed(&report->items[0]);
}

bool report_tells(const struct report *report)
{
    for (size_t i = 0; i < report->count; i++)
        if (report->items[i].fate != ISSUES_REFUSED)
            return true;
    return false;
}

/* ---- all of it ---- */

static bool list_sides(struct diags *diags, const struct report_request *request,
                       struct side *before, struct side *now)
{
    bool listed = list_side(diags->arena, diags, request->before, before);
    if (!list_side(diags->arena, diags, request->now, now) || !listed)
        return false;
    if (before->is_folder == now->is_folder)
        return true;
    struct diag *diag = diag_report_file(
        diags, &E950, request->now, "this is a %s, and `%s` is a %s",
        now->is_folder ? "folder" : "file", request->before, before->is_folder ? "folder" : "file");
    diag_hint(diags, diag, "name two facts files, or two folders of them");
    return false;
}

const struct report *report_make(struct arena *arena, struct diags *diags,
                                 const struct report_request *request)
{
    struct side before, now;
    if (!list_sides(diags, request, &before, &now))
        return NULL;
    struct report *report = ARENA_NEW(arena, struct report);
    *report = (struct report){.arena = arena, .is_of_one = !now.is_folder};
    const struct comparing comparing = {arena, request, report};
    if (report->is_of_one) {
        add_pair(&comparing, &before.items[0], &now.items[0]);
    } else {
        add_folders(&comparing, &before, &now);
        join_renamed(&comparing, &now);
        warn_of_all(&comparing, &before, &now);
        tell_first_issues(&comparing, &now);
    }
    note_days(report);
    if (report->count)
        qsort(report->items, report->count, sizeof *report->items, by_importance);
    return report;
}
