/* The edits that diagnostics carry, made in the text that they are about. */
#include "diag/edits.h"

#include <stdlib.h>

static bool is_for(const struct diag *diag, const char *path)
{
    const struct source *source = diag->fix.span.source;
    return diag->fix.certain && source && source->kind == SOURCE_TEXT && str_is(source->path, path);
}

/* By where they begin; of those that begin together, the longer ones first. */
static int compare(const void *left, const void *right)
{
    const struct span *a = &((const struct diag_fix *)left)->span;
    const struct span *b = &((const struct diag_fix *)right)->span;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->end < b->end) - (a->end > b->end);
}

/* With the line ends that the file has. */
static void add_lines(struct buf *out, struct str text, bool returns)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '\n' && returns && (i == 0 || text.at[i - 1] != '\r'))
            buf_byte(out, '\r');
        buf_byte(out, text.at[i]);
    }
}

struct str edits_made(struct arena *arena, const struct diags *diags, const char *path,
                      size_t *made)
{
    struct diag_fix *fixes = ARENA_ARRAY(arena, struct diag_fix, diags->items.count);
    size_t count = 0, at = 0;
    for (size_t i = 0; i < diags->items.count; i++)
        if (is_for(&diags->items.items[i], path))
            fixes[count++] = diags->items.items[i].fix;
    *made = 0;
    if (!count)
        return STR_NONE;
    qsort(fixes, count, sizeof *fixes, compare);
    struct str text = fixes[0].span.source->text;
    size_t line = str_find(text, '\n', 0);
    bool returns = line > 0 && line < text.len && text.at[line - 1] == '\r';
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        if (*made && fixes[i].span.start < at)
            continue; /* it overlaps the one before: the next time will tell */
        buf_add(&out, str_part(text, at, fixes[i].span.start));
        add_lines(&out, fixes[i].text, returns);
        at = fixes[i].span.end;
        ++*made;
    }
    buf_add(&out, str_part(text, at, text.len));
    return buf_str(&out);
}
