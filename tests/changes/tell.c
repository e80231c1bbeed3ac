/* Prints what changed between facts files, one difference a line, for tests/tools/changes.py:

   tell FRAMEWORKS HOLIDAYS (OLD NEW)...

   `==`, the sentence; then class, kind, id, key, text, what was and is as JSON, and why; then each
   diagnostic with its hint. Parts of a line are parted by tabs, a missing one is `-`. */
#include "brief/spec.h"
#include "changes/changes.h"
#include "facts/facts.h"
#include "files/input.h"

#include <stdio.h>

static void print_part(struct str text, char behind)
{
    for (size_t i = 0; i < text.len; i++)
        putchar(text.at[i] == '\t' || text.at[i] == '\n' ? ' ' : text.at[i]);
    if (!text.len)
        putchar('-');
    putchar(behind);
}

static void print_list(const struct difference_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct difference *one = &list->items[i];
        const struct field *words = record_field(&difference_table, STR("class"));
        print_part(str_from(words->words[one->class - 1].id), '\t');
        print_part(one->kind, '\t');
        print_part(one->id, '\t');
        print_part(one->field, '\t');
        print_part(one->text, '\t');
        print_part(one->was_value, '\t');
        print_part(one->is_value, '\t');
        print_part(one->why, '\n');
    }
}

static void print_since(const struct since *since)
{
    const struct difference_list *const lists[] = {
        &since->happened,   &since->moved,     &since->time_alone, &since->recorded,
        &since->more_exact, &since->corrected, &since->withdrawn,  &since->comparison,
        &since->method,     &since->minor,
    };
    printf("==\t" STR_FMT "\n", STR_ARG(since->text));
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        print_list(lists[i]);
}

static const struct briefing *read_issue(struct diags *diags, const char *path)
{
    const struct source *source = source_read_as(diags->arena, diags, path, SOURCE_TABLE);
    return source ? facts_read(diags->arena, diags, source) : NULL;
}

/* False when they cannot be compared. */
static bool tell(const char *frameworks, const char *holidays, const char *before, const char *now)
{
    struct arena *arena = arena_new();
    struct diags diags;
    diags_init(&diags, arena);
    struct changes_request request = {
        .before = read_issue(&diags, before),
        .now = read_issue(&diags, now),
        .frameworks = frameworks_read(arena, &diags, frameworks),
        .calendar = calendar_read(arena, &diags, holidays),
    };
    const struct since *since = diags.errors ? NULL : changes_find(arena, &diags, &request);
    if (since)
        print_since(since);
    for (size_t i = 0; i < diags.items.count; i++) {
        printf("%s\t", diags.items.items[i].code->name);
        print_part(diags.items.items[i].message, '\t');
        print_part(diags.items.items[i].hint, '\n');
    }
    arena_free(arena);
    return since != NULL;
}

int main(int argc, char **argv)
{
    bool all_told = argc > 3;
    for (int i = 3; i + 1 < argc; i += 2)
        all_told = tell(argv[1], argv[2], argv[i], argv[i + 1]) && all_told;
    return all_told ? 0 : 1;
}
