/* Rules of the filters that make lists of lists: groupby, batch, items. */
#include "template/check.h"

static bool is_dotted(struct str path)
{
    return path.at && str_find(path, '.', 0) < path.len;
}

/* The key of each group: the field of its items, or what stands for it where they have none. */
static struct type group_key(struct checked_call *call)
{
    struct type key = call_key(call, 0);
    if (!call->call->arguments[1])
        return key;
    if (is_dotted(call->arguments[0].literal))
        return check_fail(call->checker, E313, call->call->span,
                          "`default` works with a single field only");
    bool absent = key.absence;
    key.absence = NULL;
    return absent ? type_join(call->checker->arena, key, call->arguments[1]) : key;
}

struct type rule_groupby(struct checked_call *call)
{
    struct arena *arena = call->checker->arena;
    if (!call_takes_list(call))
        return type_unknown();
    struct type *parts = ARENA_ARRAY(arena, struct type, 2);
    parts[0] = group_key(call);
    call_truth_argument(call, 2);
    check_sortable(call->checker, parts[0], call->call->span);
    parts[0].absence = NULL;
    parts[1] = type_list(arena, *call->subject.item);
    parts[1].filled = true;
    parts[1].given = call->subject.given;
    struct type group = type_parts(arena, parts, 2);
    group.group = true;
    struct type type = type_list(arena, group);
    type.filled = call->subject.filled;
    return type;
}

struct type rule_batch(struct checked_call *call)
{
    struct arena *arena = call->checker->arena;
    struct type size = call->arguments[0], fill = call->arguments[1];
    struct span span = call->call->arguments[0]->span;
    if (!call_takes_list(call))
        return type_unknown();
    if (check_present(call->checker, &size, span) && !type_is_unknown(&size) &&
        (size.kinds != IS_WHOLE || size.low < 1))
        return check_fail(call->checker, E313, span, "a row needs at least 1 item");
    struct type item = *call->subject.item;
    if (call->call->arguments[1] && check_present(call->checker, &fill, call->call->span))
        item = type_join(arena, item, fill);
    struct type row = type_list(arena, item);
    row.filled = true;
    struct type type = type_list(arena, row);
    type.stream = true;
    type.filled = call->subject.filled;
    return type;
}

/* Records are no maps: their fields are known. */
struct type rule_items(struct checked_call *call)
{
    if (type_is_unknown(&call->subject))
        return type_unknown();
    struct str kind = type_describe(call->checker->arena, &call->subject);
    return check_fail(call->checker, E314, call->call->span, "`items` needs a map, not " STR_FMT,
                      STR_ARG(kind));
}
