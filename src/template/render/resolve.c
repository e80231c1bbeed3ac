/* Resolves names: variables, the fields of records, elements of lists, and `loop`. */
#include "template/render/render.h"
#include "template/template_codes.h"

#include "base/ascii.h"
#include "brief/printed.h"

struct value undefined_value(struct rendering *rendering, struct str name, struct span at,
                             const char *reason)
{
    struct missing *missing = ARENA_NEW(rendering->arena, struct missing);
    *missing = (struct missing){.name = name, .at = at, .reason = reason};
    return (struct value){.kind = VALUE_UNDEFINED, .missing = missing};
}

/* ---- names ---- */

struct names {
    LIST(const char *) list;
};

static void collect_names(struct rendering *rendering, struct names *names)
{
    for (const struct scope *scope = rendering->scope; scope; scope = scope->parent)
        for (size_t i = 0; i < scope->variables.count; i++)
            *LIST_ADD(rendering->arena, &names->list) =
                str_z(rendering->arena, scope->variables.items[i].name);
    for (const struct field *field = briefing_table.fields; field->name; field++)
        *LIST_ADD(rendering->arena, &names->list) = field->name;
}

static struct value unknown_name(struct rendering *rendering, struct str name, struct span span)
{
    struct names names = {0};
    render_fail(rendering, &E310, span, "there is no `" STR_FMT "`", STR_ARG(name));
    collect_names(rendering, &names);
    const char *nearest =
        diag_nearest(name, names.list.items, names.list.count, sizeof *names.list.items);
    if (nearest)
        return render_hint(rendering, "did you mean `%s`?", nearest);
    return render_hint(rendering, "names are those of the specification, such as `council`");
}

static const struct value *find_variable(struct rendering *rendering, struct str name)
{
    for (struct scope *scope = rendering->scope; scope; scope = scope->parent) {
        render_spend(rendering, scope->variables.count / 8);
        for (size_t i = 0; i < scope->variables.count; i++)
            if (str_equal(scope->variables.items[i].name, name))
                return &scope->variables.items[i].value;
    }
    return NULL;
}

void scope_set(struct rendering *rendering, struct str name, struct value value)
{
    struct scope *scope = rendering->scope;
    for (size_t i = 0; i < scope->variables.count; i++) {
        if (!str_equal(scope->variables.items[i].name, name))
            continue;
        scope->variables.items[i].value = value;
        return;
    }
    render_spend(rendering, scope->variables.count);
    *LIST_ADD(rendering->arena, &scope->variables) = (struct variable){name, value};
}

static struct value find_loop(struct rendering *rendering, struct span span)
{
    const struct scope *scope = rendering->scope;
    while (scope && !scope->loop && !scope->hides_loop)
        scope = scope->parent;
    if (scope && scope->loop)
        return (struct value){.kind = VALUE_LOOP, .loop = scope->loop};
    render_fail(rendering, &E310, span, "`loop` is not known here");
    return render_hint(rendering, "it is known between {%% for %%} and {%% endfor %%} of one file");
}

/* The value of a key; undefined when there is none. */
static struct value map_value_of(struct rendering *rendering, const struct map_value *map,
                                 struct str key, struct span span)
{
    const struct value *value = render_spend(rendering, map->count / 8) ? map_find(map, key) : NULL;
    if (value)
        return *value;
    struct missing *missing = ARENA_NEW(rendering->arena, struct missing);
    *missing = (struct missing){.name = key, .at = span, .map = map};
    return (struct value){.kind = VALUE_UNDEFINED, .missing = missing};
}

struct value resolve_name(struct rendering *rendering, struct str name, struct span span)
{
    if (str_is(name, "loop"))
        return find_loop(rendering, span);
    const struct value *variable = find_variable(rendering, name);
    if (variable)
        return *variable;
    if (rendering->data)
        return map_value_of(rendering, rendering->data, name, span);
    const struct field *field = record_field(&briefing_table, name);
    if (!field)
        return unknown_name(rendering, name, span);
    return value_of_field(rendering->arena, rendering->briefing, &briefing_table, field, span);
}

/* ---- .field ---- */

static struct value unknown_field(struct rendering *rendering, const struct value *value,
                                  struct str name, struct span span)
{
    const struct field *fields = value->table->fields;
    size_t count = 0;
    while (fields[count].name)
        count++;
    render_fail(rendering, &E310, span, "there is no `" STR_FMT "` in %s", STR_ARG(name),
                value->table->a_name);
    const char *nearest = diag_nearest(name, &fields[0].name, count, sizeof *fields);
    if (nearest)
        render_hint(rendering, "did you mean `%s`?", nearest);
    render_note(rendering, value->origin, "the record is written here");
    return (struct value){.kind = VALUE_FAULT};
}

static struct value resolve_loop(struct rendering *rendering, const struct loop_state *loop,
                                 struct str name, struct span span)
{
    int64_t index = (int64_t)loop->index, count = (int64_t)loop->list->count;
    const struct {
        const char *name;
        int64_t whole;
    } wholes[] = {{"index", index + 1},
                  {"index0", index},
                  {"length", count},
                  {"revindex", count - index},
                  {"revindex0", count - index - 1}};
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++)
        if (str_is(name, wholes[i].name))
            return value_whole(wholes[i].whole);
    if (str_is(name, "first"))
        return value_bool(index == 0);
    if (str_is(name, "last"))
        return value_bool(index + 1 == count);
    if (str_is(name, "depth") || str_is(name, "depth0"))
        return value_whole(str_is(name, "depth"));
    if (str_is(name, "previtem"))
        return index > 0 ? list_item(loop->list, loop->index - 1)
                         : undefined_value(rendering, name, span, "this is the first item");
    if (str_is(name, "nextitem"))
        return index + 1 < count ? list_item(loop->list, loop->index + 1)
                                 : undefined_value(rendering, name, span, "this is the last item");
    render_fail(rendering, &E310, span, "there is no `" STR_FMT "` in `loop`", STR_ARG(name));
    return render_hint(rendering, "it has index, index0, revindex, revindex0, first, last, length, "
                                  "depth, previtem, nextitem and cycle(a, b)");
}

/* After a full stop these are methods of Python's maps, whether there is such a key or not. */
static bool is_method(struct str name)
{
    static const char *const methods[] = {"clear",      "copy",   "fromkeys", "get",
                                          "items",      "keys",   "pop",      "popitem",
                                          "setdefault", "update", "values"};
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (str_is(name, methods[i]))
            return true;
    return str_starts(name, "__");
}

static struct value refuse_method(struct rendering *rendering, struct str name, struct span span)
{
    render_fail(rendering, &E305, span, "`" STR_FMT "` is a method of every map in Jinja",
                STR_ARG(name));
    return str_is(name, "items") ? render_hint(rendering, "write | items")
                                 : render_hint(rendering, "write [\"" STR_FMT "\"]", STR_ARG(name));
}

static struct value map_field(struct rendering *rendering, const struct map_value *map,
                              struct str name, struct span span)
{
    return is_method(name) ? refuse_method(rendering, name, span)
                           : map_value_of(rendering, map, name, span);
}

/* In brackets a key comes first, and a method only where there is none. */
static struct value resolve_key(struct rendering *rendering, const struct value *value,
                                struct str key, struct span span)
{
    if (value->kind == VALUE_MAP && map_find(value->map, key))
        return map_value_of(rendering, value->map, key, span);
    return resolve_field(rendering, value, key, span);
}

struct value resolve_field(struct rendering *rendering, const struct value *value, struct str name,
                           struct span span)
{
    if (!value_usable(rendering, value, span))
        return (struct value){.kind = VALUE_FAULT};
    if (value->kind == VALUE_LOOP)
        return resolve_loop(rendering, value->loop, name, span);
    if (value->kind == VALUE_MAP)
        return map_field(rendering, value->map, name, span);
    if (value->kind == VALUE_LIST && value->list->shape == SHAPE_GROUP) {
        if (str_is(name, "grouper") || str_is(name, "list"))
            return list_item(value->list, str_is(name, "list"));
    }
    if (value->kind != VALUE_RECORD) {
        struct str kind = value_describe(rendering->arena, value);
        render_fail(rendering, &E314, span, STR_FMT " has no fields", STR_ARG(kind));
        return value->kind == VALUE_LIST
                   ? render_hint(rendering, "repeat over it with {%% for %%}, or take | first")
                   : (struct value){.kind = VALUE_FAULT};
    }
    const struct field *field = record_field_renewed(value->table, name);
    if (!field)
        return unknown_field(rendering, value, name, span);
    /* A template is taken to print what it reads. */
    if (!rendering->asks && !field->of)
        printed_read(rendering->briefing, value->record, field);
    return value_of_field(rendering->arena, value->record, value->table, field, span);
}

/* One part of a path: a field or, when it is a number, an item. */
static struct value resolve_part(struct rendering *rendering, const struct value *value,
                                 struct str part, struct span span)
{
    int64_t number = 0;
    for (size_t i = 0; i < part.len; i++) {
        if (!ascii_is_digit(part.at[i]) || i > 9)
            return resolve_key(rendering, value, part, span);
        number = number * 10 + (part.at[i] - '0');
    }
    struct value index = value_whole(number);
    return part.len ? resolve_index(rendering, value, &index, span)
                    : resolve_key(rendering, value, part, span);
}

struct value resolve_path(struct rendering *rendering, const struct value *value, struct str path,
                          struct span span)
{
    struct value result = *value;
    for (size_t start = 0; start <= path.len && !rendering->failed;) {
        size_t end = str_find(path, '.', start);
        if (!render_spend(rendering, 1))
            break;
        result = resolve_part(rendering, &result, str_part(path, start, end), span);
        start = end + 1;
    }
    return result;
}

/* ---- [index] ---- */

static struct value list_element(struct rendering *rendering, const struct list_value *list,
                                 int64_t index, struct span span)
{
    if (list->stream) {
        render_fail(rendering, &E314, span, "this list has no numbered items yet");
        return render_hint(rendering, "put | list behind the filter that made it");
    }
    int64_t count = (int64_t)list->count;
    if (index < 0)
        index += count;
    if (index >= 0 && index < count)
        return list_item(list, (size_t)index);
    struct str name = span_text(span);
    return undefined_value(rendering, name, span, "the list is shorter");
}

struct value resolve_index(struct rendering *rendering, const struct value *value,
                           const struct value *index, struct span span)
{
    if (!value_usable(rendering, value, span) || !value_usable(rendering, index, span))
        return (struct value){.kind = VALUE_FAULT};
    if (value->kind == VALUE_LIST && index->kind == VALUE_WHOLE)
        return list_element(rendering, value->list, index->whole, span);
    bool named =
        value->kind == VALUE_RECORD || value->kind == VALUE_LOOP || value->kind == VALUE_MAP;
    if (index->kind == VALUE_TEXT && named)
        return resolve_key(rendering, value, index->text, span);
    struct str kind = value_describe(rendering->arena, value);
    struct str by = value_describe(rendering->arena, index);
    return render_fail(rendering, &E314, span, STR_FMT " has no item that is found by " STR_FMT,
                       STR_ARG(kind), STR_ARG(by));
}
