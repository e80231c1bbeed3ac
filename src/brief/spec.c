/* The specification stage: binds a tree to a briefing and answers questions about the whole. */
#include "brief/spec.h"

#include "brief/inspections.h"
#include "brief/lookup.h"
#include "data/bind/bind.h"

/* The front sheet as bound, or an empty one, with the day that the command line asks for. */
static const struct front_sheet *front_sheet_for(struct arena *arena,
                                                 const struct front_sheet *bound,
                                                 const struct node *root, const struct date *as_at)
{
    bool override = as_at && as_at->precision != DATE_UNKNOWN;
    if (bound && !override)
        return bound;
    struct front_sheet *sheet = ARENA_NEW(arena, struct front_sheet);
    if (bound)
        *sheet = *bound;
    else
        sheet->head.node = root;
    if (override)
        sheet->as_at = *as_at;
    return sheet;
}

static const struct council *empty_council(struct arena *arena, const struct node *root)
{
    struct council *council = ARENA_NEW(arena, struct council);
    council->head.node = root;
    return council;
}

struct briefing *spec_bind(struct arena *arena, struct diags *diags, const struct node *root,
                           const struct frameworks *frameworks, const struct date *as_at)
{
    struct bind_context context = {.arena = arena, .diags = diags, .frameworks = frameworks};
    struct briefing *briefing = ARENA_NEW(arena, struct briefing);
    root = inspections_in_order(diags, root, frameworks);
    bind_record(&context, &briefing_table, root, briefing);
    if (root->kind != NODE_MAP)
        return NULL;
    briefing->frameworks = frameworks;
    briefing->briefing = front_sheet_for(arena, briefing->briefing, root, as_at);
    if (!briefing->council)
        briefing->council = empty_council(arena, root);
    inspections_name(arena, briefing);
    return briefing;
}

size_t spec_source_number(const struct briefing *briefing, struct str id)
{
    for (size_t i = 0; i < briefing->sources.count; i++) {
        const struct evidence *source = &briefing->sources.items[i];
        if (id.len && str_equal(source->id, id))
            return i + 1;
    }
    return 0;
}

size_t spec_ref_number(const struct briefing *briefing, const struct ref *ref)
{
    if (!ref->record || ref->table != &evidence_table)
        return spec_source_number(briefing, ref->id);
    const struct evidence *first = briefing->sources.items, *source = ref->record;
    return (size_t)(source - first) + 1;
}

struct str council_short_name(const struct council *council)
{
    return council->short_name.len ? council->short_name : council->name;
}
