/* Finds keys that are given twice in one map. */
#include "data/yaml/yaml_keys.h"

#include "data/data_codes.h"

#include <stdlib.h>

static int compare_pairs(const void *left, const void *right)
{
    const struct pair *a = *(const struct pair *const *)left;
    const struct pair *b = *(const struct pair *const *)right;
    int order = str_compare(a->key, b->key);
    return order ? order : (a > b) - (a < b);
}

static void report_repeat(struct arena *arena, struct diags *diags, const struct pair *first,
                          const struct pair *again)
{
    struct diag *diag = diag_report(diags, &E113, again->key_span, "`" STR_FMT "` is given twice",
                                    STR_ARG(text_shown(arena, again->key)));
    bool lists = first->value->kind == NODE_LIST && again->value->kind == NODE_LIST;
    diag_hint(diags, diag, lists ? "join the two lists under one key" : "keep one of the two");
    diag_note(diags, diag, first->key_span, "the first is here");
}

/* Sorted, so that a map of very many keys stays cheap. */
static struct pair **sort_pairs(struct arena *arena, struct pair *pairs, size_t count)
{
    struct pair **sorted = ARENA_ARRAY(arena, struct pair *, count);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &pairs[i];
    qsort(sorted, count, sizeof *sorted, compare_pairs);
    return sorted;
}

size_t yaml_drop_repeats(struct arena *arena, struct diags *diags, struct pair *pairs, size_t count)
{
    if (count < 2)
        return count;
    struct pair **sorted = sort_pairs(arena, pairs, count);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (!str_equal(sorted[i]->key, sorted[first]->key)) {
            first = i;
            continue;
        }
        report_repeat(arena, diags, sorted[first], sorted[i]);
        sorted[i]->value = NULL;
    }
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (pairs[i].value)
            pairs[kept++] = pairs[i];
    return kept;
}
