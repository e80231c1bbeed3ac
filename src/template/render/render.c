/* Renders statements: text, values, choices, loops, names and included files. */
#include "template/render/render.h"

#include "template/template_codes.h"

static void render_body(struct rendering *rendering, struct body body);

static void enter_scope(struct rendering *rendering, struct scope *scope)
{
    scope->parent = rendering->scope;
    rendering->scope = scope;
}

static void leave_scope(struct rendering *rendering)
{
    rendering->scope = rendering->scope->parent;
}

static void render_if(struct rendering *rendering, const struct statement *statement)
{
    for (size_t i = 0; i < statement->branch_count; i++) {
        const struct branch *branch = &statement->branches[i];
        bool taken = true;
        if (branch->condition) {
            struct value value = evaluate(rendering, branch->condition);
            taken = !rendering->failed && value_truth(rendering, &value, branch->condition->span);
        }
        if (rendering->failed)
            return;
        if (taken) {
            render_body(rendering, branch->body);
            return;
        }
    }
}

/* ---- names ---- */

/* The items to be given to several names; NULL after a failure. */
static const struct list_value *list_to_unpack(struct rendering *rendering,
                                               const struct statement *statement,
                                               const struct value *value)
{
    struct span span = statement->value->span;
    if (!value_usable(rendering, value, span))
        return NULL;
    if (value->kind != VALUE_LIST) {
        struct str kind = value_describe(rendering->arena, value);
        render_fail(rendering, &E314, span, "%zu names need a list of as many items, not " STR_FMT,
                    statement->target_count, STR_ARG(kind));
        return NULL;
    }
    if (value->list->count == statement->target_count)
        return value->list;
    render_fail(rendering, &E314, span, "there are %zu names for a list of %zu",
                statement->target_count, value->list->count);
    return NULL;
}

/* Binds the name of a {% set %} or {% for %} to a value, or its names to the items. */
static void bind_names(struct rendering *rendering, const struct statement *statement,
                       struct value value)
{
    if (statement->target_count == 1) {
        scope_set(rendering, statement->name, value);
        return;
    }
    const struct list_value *list = list_to_unpack(rendering, statement, &value);
    for (size_t i = 0; i < statement->target_count; i++)
        scope_set(rendering, statement->targets[i].name,
                  list ? list_item(list, i) : (struct value){.kind = VALUE_FAULT});
}

/* ---- for ---- */

static const struct list_value *list_to_repeat(struct rendering *rendering,
                                               const struct statement *statement)
{
    static const struct list_value empty = {.backing = LIST_VALUES};
    struct value value = evaluate(rendering, statement->value);
    if (value.kind == VALUE_UNDEFINED && !value.missing)
        return &empty;
    if (!value_usable(rendering, &value, statement->value->span))
        return NULL;
    if (value.kind == VALUE_LIST)
        return value.list;
    if (value.kind == VALUE_MAP)
        return map_keys(rendering->arena, value.map);
    struct str kind = value_describe(rendering->arena, &value);
    render_fail(rendering, &E314, statement->value->span, STR_FMT " cannot be repeated over",
                STR_ARG(kind));
    render_hint(rendering, "{%% for %%} needs a list");
    return NULL;
}

/* The items for which the condition after the list holds. `loop` is not known in it. */
static const struct list_value *keep_matching(struct rendering *rendering,
                                              const struct statement *statement,
                                              const struct list_value *list)
{
    struct value *kept = ARENA_ARRAY(rendering->arena, struct value, list->count);
    struct list_value *result = ARENA_NEW(rendering->arena, struct list_value);
    *result = (struct list_value){.backing = LIST_VALUES, .depth = list->depth, .values = kept};
    struct scope scope = {.hides_loop = true};
    enter_scope(rendering, &scope);
    for (size_t i = 0; i < list->count && render_spend(rendering, 1); i++) {
        struct value item = list_item(list, i);
        bind_names(rendering, statement, item);
        if (rendering->failed)
            break;
        struct value value = evaluate(rendering, statement->filter);
        bool keep = value_truth(rendering, &value, statement->filter->span);
        if (rendering->failed)
            break;
        if (keep)
            kept[result->count++] = item;
    }
    leave_scope(rendering);
    return rendering->failed ? NULL : result;
}

static void repeat(struct rendering *rendering, const struct statement *statement,
                   const struct list_value *list)
{
    struct loop_state loop = {.list = list};
    struct scope scope = {.loop = &loop};
    enter_scope(rendering, &scope);
    for (; loop.index < list->count && render_spend(rendering, 1); loop.index++) {
        scope.variables.count = 0;
        bind_names(rendering, statement, list_item(list, loop.index));
        if (rendering->failed)
            break;
        render_body(rendering, statement->body);
    }
    leave_scope(rendering);
}

static void render_for(struct rendering *rendering, const struct statement *statement)
{
    const struct list_value *list = list_to_repeat(rendering, statement);
    if (list && statement->filter && render_spend(rendering, list->count))
        list = keep_matching(rendering, statement, list);
    if (!list || rendering->failed)
        return;
    if (list->count > 0) {
        repeat(rendering, statement, list);
        return;
    }
    struct scope scope = {0};
    enter_scope(rendering, &scope);
    render_body(rendering, statement->otherwise);
    leave_scope(rendering);
}

/* ---- set, include, text, print ---- */

static void render_set(struct rendering *rendering, const struct statement *statement)
{
    struct value value = evaluate(rendering, statement->value);
    bool stream = value.kind == VALUE_LIST && value.list->stream;
    if (!rendering->failed && (stream || value.kind == VALUE_LOOP)) {
        render_fail(rendering, &E314, statement->value->span,
                    "this can be used only once in Jinja");
        if (stream)
            render_hint(rendering, "put | list behind the filter that made it");
    }
    if (!rendering->failed)
        bind_names(rendering, statement, value);
    for (size_t i = 0; rendering->failed && i < statement->target_count; i++)
        scope_set(rendering, statement->targets[i].name, (struct value){.kind = VALUE_FAULT});
}

static void render_include(struct rendering *rendering, const struct statement *statement)
{
    struct scope scope = {.hides_loop = true};
    enter_scope(rendering, &scope);
    render_body(rendering, statement->file->body);
    leave_scope(rendering);
}

static void render_print(struct rendering *rendering, const struct statement *statement)
{
    struct value value = evaluate(rendering, statement->value);
    if (!rendering->failed)
        output_value(rendering, &value, statement);
}

static void render_statement(struct rendering *rendering, const struct statement *statement)
{
    rendering->here = statement->span;
    switch (statement->kind) {
    case STATEMENT_TEXT: output_text(rendering, statement->text, statement->span); break;
    case STATEMENT_PRINT: render_print(rendering, statement); break;
    case STATEMENT_IF: render_if(rendering, statement); break;
    case STATEMENT_FOR: render_for(rendering, statement); break;
    case STATEMENT_SET: render_set(rendering, statement); break;
    case STATEMENT_INCLUDE: render_include(rendering, statement); break;
    }
}

/* A statement that fails is given up and the next one tried, to find several faults at once. */
static void render_body(struct rendering *rendering, struct body body)
{
    for (size_t i = 0; i < body.count; i++) {
        if (!render_spend(rendering, 1))
            return;
        render_statement(rendering, &body.items[i]);
        rendering->failed = rendering->stopped;
    }
}

bool render_all(struct rendering *rendering, struct body body)
{
    struct scope scope = {0};
    enter_scope(rendering, &scope);
    rendering->text.arena = rendering->arena;
    buf_addz(&rendering->text, "");
    render_body(rendering, body);
    return rendering->errors == 0;
}
