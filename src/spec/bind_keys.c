/* What was probably meant: keys that a record does not have, and words that are none of a list. */
#include "binder.h"

static size_t field_count(const struct record_table *table)
{
    size_t count = 0;
    while (table->fields[count].name)
        count++;
    return count;
}

/* The names an officer may write. */
static const char **writable_names(struct arena *arena, const struct record_table *table,
                                   size_t *count)
{
    const char **names = ARENA_ARRAY(arena, const char *, field_count(table));
    *count = 0;
    for (const struct field *field = table->fields; field->name; field++)
        if (!field_is_derived(field))
            names[(*count)++] = field->name;
    return names;
}

/* The field of a record whose own records have that key. */
static const struct field *field_with_key(const struct record_table *table, struct str key)
{
    for (const struct field *field = table->fields; field->name; field++)
        if (field->of && !field_is_derived(field) && record_field(field->of, key))
            return field;
    return NULL;
}

static const struct scope *outer_with_key(const struct scope *scope, struct str key)
{
    for (scope = scope->parent; scope; scope = scope->parent)
        if (record_field(scope->table, key))
            return scope;
    return NULL;
}

void report_unknown_key(struct binder *binder, const struct scope *scope, const struct pair *pair)
{
    struct diag *diag =
        diag_report(binder->diags, E201, pair->key_span, "`" STR_FMT "` is not a key of %s",
                    STR_ARG(text_shown(binder->arena, pair->key)), scope->table->a_name);
    size_t count;
    const char **names = writable_names(binder->arena, scope->table, &count);
    if (hint_nearest(binder, diag, pair->key, names, count))
        return;
    const struct field *inner = field_with_key(scope->table, pair->key);
    const struct scope *outer = outer_with_key(scope, pair->key);
    if (inner)
        diag_hint(binder->diags, diag, "it belongs under `%s`", inner->name);
    else if (outer)
        diag_hint(binder->diags, diag, "it is a key of %s: indent it less", outer->table->a_name);
}

bool hint_nearest(struct binder *binder, struct diag *diag, struct str wrong,
                  const char *const *words, size_t count)
{
    const char *nearest = diag_nearest(wrong, words, count, sizeof *words);
    if (nearest) {
        diag_hint(binder->diags, diag, "did you mean `%s`?", nearest);
        diag_suggest(binder->diags, diag, diag->span, str_from(nearest));
    }
    return nearest;
}

void hint_table_words(struct binder *binder, struct diag *diag, const struct node *node)
{
    enum { LISTED = 10 };
    const struct node *words = node->origin ? node->origin->words : NULL;
    if (!words || !words->count || words->count > LISTED)
        return;
    struct buf list = {.arena = binder->arena};
    for (size_t i = 0; i < words->count; i++) {
        const char *between = !i ? "" : i + 1 < words->count ? ", " : " or ";
        buf_addf(&list, "%s`" STR_FMT "`", between, STR_ARG(words->pairs[i].key));
    }
    diag_hint(binder->diags, diag, "the mapping knows " STR_FMT, STR_ARG(buf_str(&list)));
}
