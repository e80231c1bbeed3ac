/* Rules on sources: each is used, and was published before it was changed or read. */
#include "base/url.h"
#include "brief/lookup.h"
#include "brief/spec.h"
#include "brief/walk.h"
#include "diag/diag.h"
#include "rules/rules.h"

/* Marks the sources that records name, by their place in `sources`. */
struct usage {
    const struct briefing *briefing;
    bool *used;
};

static void mark_ref(const struct usage *usage, const struct ref *ref)
{
    const struct evidence *first = usage->briefing->sources.items;
    if (ref->record && ref->table == &evidence_table)
        usage->used[(const struct evidence *)ref->record - first] = true;
}

static void mark_refs(const struct usage *usage, const struct refs *refs)
{
    for (size_t i = 0; i < refs->count; i++)
        mark_ref(usage, &refs->items[i]);
}

static void mark_grades(const struct usage *usage, const struct grades *grades)
{
    for (size_t i = 0; i < grades->count; i++)
        mark_refs(usage, &grades->items[i].source);
}

static void mark_field(const void *record, const struct record_table *table,
                       const struct field *field, void *data)
{
    (void)table;
    const struct usage *usage = data;
    const void *member = record_member(record, field);
    if (field->kind == FIELD_REFS)
        mark_refs(usage, member);
    else if (field->kind == FIELD_REF)
        mark_ref(usage, member);
    else if (field->kind == FIELD_GRADES)
        mark_grades(usage, member);
}

void sources_are_used(const struct check *check)
{
    const struct evidence_list *sources = &check->briefing->sources;
    struct usage usage = {
        .briefing = check->briefing,
        .used = ARENA_ARRAY(check->diags->arena, bool, sources->count),
    };
    briefing_walk(check->briefing, mark_field, &usage);
    for (size_t i = 0; i < sources->count; i++) {
        const struct evidence *source = &sources->items[i];
        bool of_a_table = source->head.node && source->head.node->from_table;
        if (!usage.used[i] && !of_a_table &&
            spec_source_number(check->briefing, source->id) == i + 1)
            diag_report(check->diags, W226, SPAN_OF(source, id),
                        "no fact names the source `" STR_FMT "`", STR_ARG(source->id));
    }
}

/* What to write where an address cannot be a link. */
static void hint_address(struct diags *diags, struct diag *diag, struct str url)
{
    bool spaced = str_find(url, ' ', 0) < url.len;
    bool named = str_find(url, ':', 0) < url.len;
    if (spaced)
        diag_hint(diags, diag, "write %%20 for each space in it");
    else if (!named)
        diag_hint(diags, diag, "write https://" STR_FMT, STR_ARG(url));
    else
        diag_hint(diags, diag, "begin it with https:// or http://");
}

void source_addresses_are_links(const struct check *check)
{
    const struct evidence_list *sources = &check->briefing->sources;
    for (size_t i = 0; i < sources->count; i++) {
        const struct evidence *source = &sources->items[i];
        if (!source->url.len || url_is_allowed(source->url))
            continue;
        struct str shown = text_shown(check->diags->arena, source->url);
        struct diag *diag =
            diag_report(check->diags, W407, SPAN_OF(source, url),
                        "`" STR_FMT "` cannot be a link, and is printed as text", STR_ARG(shown));
        hint_address(check->diags, diag, shown);
    }
}

static void check_order(const struct check *check, const struct evidence *source,
                        const struct date *later, const char *name, const char *verb)
{
    if (!date_surely_after(&source->published, later))
        return;
    struct diag *diag = diag_report(check->diags, E228, record_span_of(source, name),
                                    "the source was %s before it was published", verb);
    diag_note(check->diags, diag, SPAN_OF(source, published), "it was published here");
}

void source_dates_are_in_order(const struct check *check)
{
    const struct evidence_list *sources = &check->briefing->sources;
    for (size_t i = 0; i < sources->count; i++) {
        const struct evidence *source = &sources->items[i];
        check_order(check, source, &source->updated, "updated", "changed");
        check_order(check, source, &source->accessed, "accessed", "read");
        if (is_future(check->briefing, &source->published))
            diag_report(check->diags, W228, SPAN_OF(source, published),
                        "the source was published after the day of the briefing");
    }
}
