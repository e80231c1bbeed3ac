/* What was probably meant: keys that a record does not have, and words that are none of a list. */
#include "base/ascii.h"
#include "base/unseen.h"
#include "data/bind/binder.h"
#include "data/data_codes.h"

#include <string.h>

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

/* What a key holds that cannot be seen, or that YAML does not take for what it looks like. */
static bool report_pasted_key(struct binder *binder, const struct pair *pair)
{
    struct unseen unseen;
    if (unseen_find(pair->key, 0, UNSEEN_ANY & ~UNSEEN_PRIVATE, &unseen)) {
        bool behind = str_find(pair->key, ':', 0) < unseen.at;
        struct diag *diag = diag_report(binder->diags, &E201, pair->key_span, STR_FMT " stands %s",
                                        STR_ARG(unseen_label(binder->arena, &unseen)),
                                        behind           ? "behind the colon"
                                        : unseen.at == 0 ? "before this key"
                                                         : "in this key");
        diag_hint(binder->diags, diag, "%s", unseen.cure);
        return true;
    }
    if (!str_ends(pair->key, "\xE2\x80\x9D") && !str_starts(pair->key, "\xE2\x80\x9C"))
        return false;
    struct diag *diag = diag_report(binder->diags, &E201, pair->key_span,
                                    "curly quotation marks do not count in YAML");
    diag_hint(binder->diags, diag, "write straight ones around the text: \"");
    return true;
}

/* What officers call a key, and its name here. */
static const struct {
    const char *written, *key;
} synonyms[] = {
    {"lead_officer", "owner"},
    {"lead", "owner"},
    {"responsible", "owner"},
    {"responsible_officer", "owner"},
    {"responsibility", "owner"},
    {"officer", "owner"},
    {"assigned_to", "owner"},
    {"action_owner", "owner"},
    {"deadline", "due"},
    {"due_date", "due"},
    {"target_date", "due"},
    {"due_by", "due"},
    {"revised_date", "revised_due"},
    {"new_date", "revised_due"},
    {"description", "text"},
    {"action", "text"},
    {"details", "text"},
    {"comment", "note"},
    {"comments", "note"},
    {"notes", "note"},
    {"remarks", "note"},
    {"rating", "rag"},
    {"progress", "status"},
    {"state", "status"},
    {"sources", "source"},
    {"reference", "source"},
    {"ref", "source"},
    {"link", "url"},
    {"web", "url"},
    {"address", "url"},
    {"date_published", "published"},
    {"publication_date", "published"},
    {"start", "issued"},
    {"start_date", "issued"},
    {"end", "ended"},
    {"end_date", "ended"},
    {"start", "from"},
    {"start_date", "from"},
    {"started", "from"},
    {"appointed", "from"},
    {"end", "to"},
    {"end_date", "to"},
    {"ended", "to"},
    {"left", "to"},
    {"court", "body"},
    {"handed_down", "date"},
    {"author", "publisher"},
    {"name", "title"},
    {"headline", "title"},
    {"grade", "overall"},
    {"outcome", "overall"},
    {"who", "person"},
    {"said_by", "speaker"},
    {"person", "speaker"},
    {"position", "role"},
    {"job_title", "role"},
    {"post", "role"},
    {"sum", "amount"},
    {"cost", "amount"},
    {"value", "amount"},
    {"reason", "purpose"},
    {"what", "text"},
    {"when", "date"},
    {"date", "published"},
    {"date", "issued"},
    {"inspected", "fieldwork"},
    {"inspection_date", "fieldwork"},
    {"day", "date"},
};

static struct str as_key(struct arena *arena, struct str text)
{
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < text.len; i++) {
        char byte = text.at[i];
        bool capital = byte >= 'A' && byte <= 'Z';
        buf_byte(&out, byte == ' ' || byte == '-' ? '_'
                       : capital                  ? (char)(byte - 'A' + 'a')
                                                  : byte);
    }
    return buf_str(&out);
}

static const char *synonym_of(struct arena *arena, const char *const *names, size_t count,
                              struct str key)
{
    struct str written = as_key(arena, key);
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++) {
        if (!str_is(written, synonyms[i].written))
            continue;
        for (size_t k = 0; k < count; k++)
            if (strcmp(names[k], synonyms[i].key) == 0)
                return names[k];
    }
    return NULL;
}

static void note_keys(struct binder *binder, struct diag *diag, const struct scope *scope,
                      const char *const *names, size_t count)
{
    struct buf list = {.arena = binder->arena};
    for (size_t i = 0; i < count; i++)
        buf_addf(&list, "%s`%s`", !i ? "" : i + 1 < count ? ", " : " and ", names[i]);
    diag_note(binder->diags, diag, (struct span){0}, "%s may have " STR_FMT, scope->table->a_name,
              STR_ARG(buf_str(&list)));
}

/* A key of an outer record may be moved there where it says nothing of that record that would
   change it: the day or the state of a part is no day or state of the whole. */
static bool may_move(const struct scope *outer, struct str key)
{
    const struct field *field = record_field(outer->table, key);
    bool changes = field->kind == FIELD_DATE || field->kind == FIELD_PERIOD ||
                   field->kind == FIELD_WORD || field->kind == FIELD_ANSWER ||
                   field->kind == FIELD_REF;
    const struct record_head *head = outer->record;
    bool written = head && head->node && node_pair(head->node, key);
    return !changes && !written && !field_is_derived(field);
}

/* In a text within { } a comma begins another key, which then has no colon: {text: Health, police}.
 */
static bool is_after_a_comma(const struct pair *pair)
{
    const struct source *source = pair->key_span.source;
    if (!source || !node_is_absent(pair->value))
        return false;
    size_t at = ascii_past_blanks(source->text, pair->key_span.end);
    return at < source->text.len && (source->text.at[at] == ',' || source->text.at[at] == '}');
}

void report_unknown_key(struct binder *binder, const struct scope *scope, const struct pair *pair)
{
    if (report_pasted_key(binder, pair))
        return;
    struct diag *diag =
        diag_report(binder->diags, &E201, pair->key_span, "`" STR_FMT "` is not a key of %s",
                    STR_ARG(text_shown(binder->arena, pair->key)), scope->table->a_name);
    if (is_after_a_comma(pair)) {
        diag_hint(binder->diags, diag,
                  "within { } a comma begins a key: put the text before it in quotation marks");
        return;
    }
    size_t count;
    const char **names = writable_names(binder->arena, scope->table, &count);
    const char *synonym = synonym_of(binder->arena, names, count, pair->key);
    if (!synonym && hint_nearest(binder, diag, pair->key, names, count))
        return;
    const struct field *inner = field_with_key(scope->table, pair->key);
    const struct scope *outer = outer_with_key(scope, pair->key);
    if (synonym)
        diag_hint(binder->diags, diag, "did you mean `%s`?", synonym);
    else if (inner)
        diag_hint(binder->diags, diag, "it belongs under `%s`", inner->name);
    else if (outer && may_move(outer, pair->key))
        diag_hint(binder->diags, diag, "it is a key of %s: indent it less", outer->table->a_name);
    note_keys(binder, diag, scope, names, count);
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
