/* Ids and the references to them: gathered while records are bound, resolved when all are known. */
#include "base/ascii.h"
#include "base/unseen.h"
#include "data/bind/binder.h"
#include "data/data_codes.h"

#include <stdlib.h>
#include <string.h>

static const char *const space_names[] = {
    [IDS_SOURCES] = "source",
    [IDS_INSPECTIONS] = "inspection",
    [IDS_INTERVENTIONS] = "intervention",
    [IDS_RECOMMENDATIONS] = "recommendation",
    [IDS_ACTIONS] = "action",
    [IDS_QUOTES] = "quote",
    [IDS_INDICATORS] = "indicator",
    [IDS_AREAS] = "area for improvement",
    [IDS_DEVELOPMENTS] = "development",
    [IDS_REVIEWS] = "review",
    [IDS_EVENTS] = "event",
    [IDS_LEADERSHIP] = "leadership event",
    [IDS_RISKS] = "risk",
    [IDS_MILESTONES] = "milestone",
    [IDS_FUNDING] = "amount of funding",
    [IDS_ANY] = "record",
};

/* ---- gathering ---- */

static bool is_letter_or_digit(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte);
}

static bool is_id(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        bool mark = text.at[i] == '-' || text.at[i] == '_' || text.at[i] == '.';
        if (!is_letter_or_digit(text.at[i]) && !(mark && i > 0))
            return false;
    }
    return text.len > 0;
}

/* An id as near to the text as the rules allow: runs of anything else become a hyphen. */
static struct str make_id(struct arena *arena, struct str text)
{
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < text.len; i++) {
        if (is_letter_or_digit(text.at[i]))
            buf_byte(&out, text.at[i]);
        else if (out.len > 0 && out.at[out.len - 1] != '-')
            buf_byte(&out, '-');
    }
    while (out.len > 0 && out.at[out.len - 1] == '-')
        out.len--;
    return buf_str(&out);
}

static void report_form(struct binder *binder, const struct node *node, struct str text)
{
    struct diag *diag =
        diag_report(binder->diags, &E213, node->span, "`" STR_FMT "` cannot be an id",
                    STR_ARG(text_shown(binder->arena, text)));
    struct str id = make_id(binder->arena, text);
    if (id.len > 0) {
        diag_hint(binder->diags, diag, "write `" STR_FMT "`",
                  STR_ARG(text_shown(binder->arena, id)));
        diag_suggest(binder->diags, diag, node->span, id);
    }
}

void bind_id(struct binder *binder, const struct slot *slot)
{
    if (!want_scalar(binder, slot))
        return;
    struct str text = want_code(binder, slot->node);
    if (!text.at)
        return;
    if (!is_id(text) && !slot->node->told)
        report_form(binder, slot->node,
                    text); /* and is known, so that references to it are sound */
    *(struct str *)slot->at = text;
    size_t order = binder->ids.count;
    *LIST_ADD(binder->arena, &binder->ids) = (struct known_id){
        .id = str_z(binder->arena, text),
        .space = slot->field->ids,
        .order = order,
        .span = slot->node->span,
        .record = slot->scope->record,
        .table = slot->scope->table,
    };
}

/* `ref` must stay where it is until resolve_refs. */
static void await(struct binder *binder, struct ref *ref, const struct node *node,
                  enum id_space space)
{
    *ref = (struct ref){.id = unseen_plain(binder->arena, unseen_trim(node->text)),
                        .span = node->span};
    *LIST_ADD(binder->arena, &binder->refs) = (struct pending_ref){ref, space};
}

void bind_ref(struct binder *binder, const struct slot *slot)
{
    if (want_scalar(binder, slot) && want_text(binder, slot->node).at)
        await(binder, slot->at, slot->node, slot->field->ids);
}

struct refs read_refs(struct binder *binder, const struct slot *slot, enum id_space space)
{
    struct nodes nodes = want_scalars(binder, slot);
    struct ref *items = ARENA_ARRAY(binder->arena, struct ref, nodes.count);
    for (size_t i = 0; i < nodes.count; i++)
        await(binder, &items[i], nodes.items[i], space);
    return (struct refs){items, nodes.count};
}

void bind_refs(struct binder *binder, const struct slot *slot)
{
    *(struct refs *)slot->at = read_refs(binder, slot, slot->field->ids);
}

/* ---- resolving ---- */

static int compare_names(const struct known_id *a, enum id_space space, struct str id)
{
    int order = (a->space > space) - (a->space < space);
    return order ? order : str_compare(str_from(a->id), id);
}

static int compare_ids(const void *left, const void *right)
{
    const struct known_id *a = left, *b = right;
    int order = compare_names(a, b->space, str_from(b->id));
    return order ? order : (a->order > b->order) - (a->order < b->order);
}

static void report_repeats(struct binder *binder)
{
    const struct known_id *ids = binder->ids.items;
    for (size_t i = 1, first = 0; i < binder->ids.count; i++) {
        if (compare_names(&ids[i], ids[first].space, str_from(ids[first].id)) != 0) {
            first = i;
            continue;
        }
        struct diag *diag =
            diag_report(binder->diags, &E208, ids[i].span, "the id `%s` is used twice", ids[i].id);
        diag_hint(binder->diags, diag, "give this %s another id", ids[i].table->name);
        diag_note(binder->diags, diag, ids[first].span, "it is first used here");
    }
}

/* The place in the sorted ids where an id of a space stands or would stand. */
static size_t lower_bound(const struct binder *binder, enum id_space space, struct str id)
{
    size_t low = 0, high = binder->ids.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_names(&binder->ids.items[middle], space, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct known_id *find_in(const struct binder *binder, enum id_space space,
                                      struct str id)
{
    size_t at = lower_bound(binder, space, id);
    if (at == binder->ids.count || compare_names(&binder->ids.items[at], space, id) != 0)
        return NULL;
    return &binder->ids.items[at];
}

static const struct known_id *find_anywhere(const struct binder *binder, struct str id)
{
    const struct known_id *found = NULL;
    for (enum id_space space = IDS_SOURCES; space < IDS_ANY && !found; space++)
        found = find_in(binder, space, id);
    return found;
}

/* Beyond this many nothing is suggested: thousands of references that lead nowhere have one
   cause. */
enum { COMPARISONS = 50000 };

/* Ids that are all as near to a wrong one: S2023 and S2024 to S24. */
struct near_ids {
    const struct known_id *items[3];
    size_t count;
};

static struct near_ids nearest_ids(struct binder *binder, enum id_space space, struct str id)
{
    struct near_ids near = {.count = 0};
    size_t start = 0, end = binder->ids.count;
    if (space != IDS_ANY) {
        start = lower_bound(binder, space, STR(""));
        end = lower_bound(binder, space + 1, STR(""));
    }
    binder->compared += end - start;
    if (start == end || binder->compared > COMPARISONS)
        return near;
    const struct known_id *ids = binder->ids.items + start;
    const char *nearest = diag_nearest(id, ids, end - start, sizeof *ids);
    size_t distance = nearest ? str_distance(id, str_from(nearest), id.len) : 0;
    for (size_t i = 0; nearest && i < end - start && near.count < 3; i++) {
        bool repeated = i && strcmp(ids[i - 1].id, ids[i].id) == 0;
        if (!repeated && str_distance(id, str_from(ids[i].id), distance) == distance)
            near.items[near.count++] = &ids[i];
    }
    return near;
}

static void suggest_near(struct binder *binder, struct diag *diag, const struct ref *ref,
                         const struct near_ids *near)
{
    struct buf words = {.arena = binder->arena};
    for (size_t i = 0; i < near->count; i++) {
        const char *between = !i ? "" : i + 1 < near->count ? ", " : " or ";
        buf_addf(&words, "%s`%s`", between, near->items[i]->id);
        diag_note(binder->diags, diag, near->items[i]->span, "`%s` is here", near->items[i]->id);
    }
    diag_hint(binder->diags, diag, "did you mean " STR_FMT "?", STR_ARG(buf_str(&words)));
    if (near->count == 1)
        diag_suggest(binder->diags, diag, ref->span, str_from(near->items[0]->id));
}

/* All ids that there are, where they are few. */
static void hint_ids(struct binder *binder, struct diag *diag, enum id_space space)
{
    enum { LISTED = 8 };
    if (space == IDS_ANY)
        return;
    size_t start = lower_bound(binder, space, STR("")),
           end = lower_bound(binder, space + 1, STR(""));
    struct buf list = {.arena = binder->arena};
    if (start == end)
        diag_hint(binder->diags, diag, "there is no %s with an id", space_names[space]);
    if (start == end || end - start > LISTED)
        return;
    for (size_t i = start; i < end; i++)
        buf_addf(&list, "%s`%s`",
                 i == start    ? ""
                 : i + 1 < end ? ", "
                               : " or ",
                 binder->ids.items[i].id);
    diag_hint(binder->diags, diag, "write " STR_FMT, STR_ARG(buf_str(&list)));
}

static void report_dangling(struct binder *binder, const struct pending_ref *pending)
{
    const struct ref *ref = pending->ref;
    struct diag *diag =
        diag_report(binder->diags, &E207, ref->span, "no %s has the id `" STR_FMT "`",
                    space_names[pending->space], STR_ARG(text_shown(binder->arena, ref->id)));
    const struct known_id *other = find_anywhere(binder, ref->id);
    if (other) {
        diag_note(binder->diags, diag, other->span, "this is the id of %s", other->table->a_name);
        return;
    }
    struct near_ids near = nearest_ids(binder, pending->space, ref->id);
    if (near.count)
        suggest_near(binder, diag, ref, &near);
    else
        hint_ids(binder, diag, pending->space);
}

void resolve_refs(struct binder *binder)
{
    if (binder->ids.count > 1)
        qsort(binder->ids.items, binder->ids.count, sizeof *binder->ids.items, compare_ids);
    report_repeats(binder);
    for (size_t i = 0; i < binder->refs.count; i++) {
        const struct pending_ref *pending = &binder->refs.items[i];
        const struct known_id *known = pending->space == IDS_ANY
                                           ? find_anywhere(binder, pending->ref->id)
                                           : find_in(binder, pending->space, pending->ref->id);
        if (!known) {
            report_dangling(binder, pending);
            continue;
        }
        pending->ref->record = known->record;
        pending->ref->table = known->table;
    }
}
