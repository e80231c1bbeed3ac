/* Checks the statements of a template before there is any data, in every branch. */
#include "template/check/checker.h"
#include "template/template_codes.h"

static void check_body(struct checker *checker, struct body body);

static void enter_scope(struct checker *checker, struct check_scope *scope)
{
    scope->parent = checker->scope;
    checker->scope = scope;
}

static void leave_scope(struct checker *checker)
{
    checker->scope = checker->scope->parent;
}

/* ---- if ---- */

/* The names that are set at the end of each branch. */
struct outcomes {
    LIST(const struct binding *) ends;
};

/* The newest binding of a name at the end of a branch, or further out. */
static const struct binding *binding_at(struct checker *checker, const struct binding *end,
                                        struct str name)
{
    struct check_scope scope = *checker->scope;
    scope.bindings = end;
    return check_lookup(checker, &scope, name);
}

/* Names that a branch leaves unset may still be fields of the specification. */
static struct type field_or_unknown(struct checker *checker, struct str name, bool *unsure)
{
    const struct field *field = record_field(&briefing_table, name);
    *unsure = *unsure || !field;
    return field ? type_field(checker->arena, &briefing_table, field, STR("")) : type_unknown();
}

static void add_outcome(struct checker *checker, struct binding *joined,
                        const struct binding *found)
{
    bool first = !joined->definition->name.at;
    bool unsure = joined->unsure || (found && found->unsure);
    struct type type = found ? found->type : field_or_unknown(checker, joined->name, &unsure);
    joined->definition->name = joined->name;
    joined->type = first ? type : type_join(checker->arena, joined->type, type);
    joined->unsure = unsure;
    if (!found)
        return;
    struct origin *origin = ARENA_NEW(checker->arena, struct origin);
    *origin = (struct origin){found, joined->origins};
    joined->origins = origin;
}

static void join_name(struct checker *checker, const struct outcomes *outcomes, struct str name)
{
    struct binding *joined = ARENA_NEW(checker->arena, struct binding);
    joined->name = name;
    joined->definition = ARENA_NEW(checker->arena, struct definition);
    for (size_t i = 0; i < outcomes->ends.count; i++)
        add_outcome(checker, joined, binding_at(checker, outcomes->ends.items[i], name));
    if (!joined->type.path.at)
        joined->type.path = check_new_path(checker);
    joined->next = checker->scope->bindings;
    checker->scope->bindings = joined;
}

static bool is_bound(struct checker *checker, const struct binding *from,
                     const struct binding *until, struct str name)
{
    for (; from != until && check_spend(checker, 1); from = from->next)
        if (str_equal(from->name, name))
            return true;
    return false;
}

/* A name that any branch has set stands from here on for whatever a branch may have made of it. */
static void join_outcomes(struct checker *checker, const struct outcomes *outcomes,
                          const struct binding *before)
{
    checker->scope->bindings = before;
    for (size_t i = 0; i < outcomes->ends.count; i++)
        for (const struct binding *each = outcomes->ends.items[i]; each != before;
             each = each->next)
            if (!is_bound(checker, checker->scope->bindings, before, each->name))
                join_name(checker, outcomes, each->name);
}

static void check_if(struct checker *checker, const struct statement *statement)
{
    const struct known_value *facts = checker->facts;
    const struct binding *before = checker->scope->bindings;
    struct outcomes outcomes = {0};
    bool complete = false;
    for (size_t i = 0; i < statement->branch_count; i++) {
        const struct branch *branch = &statement->branches[i];
        const struct known_value *otherwise = checker->facts;
        complete = complete || !branch->condition;
        if (branch->condition) {
            struct type type = check_expression(checker, branch->condition);
            check_truth(checker, type, branch->condition->span);
            check_narrow(checker, branch->condition, false);
            const struct known_value *refuted = checker->facts;
            checker->facts = otherwise;
            check_narrow(checker, branch->condition, true);
            otherwise = refuted;
        }
        check_body(checker, branch->body);
        *LIST_ADD(checker->arena, &outcomes.ends) = checker->scope->bindings;
        checker->scope->bindings = before;
        checker->facts = otherwise;
    }
    if (!complete)
        *LIST_ADD(checker->arena, &outcomes.ends) = before;
    join_outcomes(checker, &outcomes, before);
    checker->facts = facts;
}

/* ---- giving names ---- */

/* One for each {% set %}, though its file may be included in several places. */
static struct definition *define(struct checker *checker, const struct target *target)
{
    for (size_t i = 0; i < checker->definitions.count && check_spend(checker, 1); i++) {
        struct definition *known = checker->definitions.items[i];
        if (known->span.source == target->span.source && known->span.start == target->span.start)
            return known;
    }
    struct definition *definition = ARENA_NEW(checker->arena, struct definition);
    *definition = (struct definition){.name = target->name, .span = target->span};
    *LIST_ADD(checker->arena, &checker->definitions) = definition;
    return definition;
}

/* ---- for ---- */

/* The list that a {% for %} runs over; after a fault, one of which nothing is known. */
static struct type check_repeated(struct checker *checker, const struct statement *statement)
{
    struct type type = check_expression(checker, statement->value);
    type.silent = false;
    if (check_present(checker, &type, statement->value->span) && !type_is_unknown(&type) &&
        !type_within(&type, IS_LIST)) {
        struct str kind = type_describe(checker->arena, &type);
        check_fail(checker, &E314, statement->value->span, STR_FMT " cannot be repeated over",
                   STR_ARG(kind));
        check_hint(checker, "{%% for %%} needs a list");
        return type_unknown();
    }
    return type;
}

/* Several names need a list that is known to have as many items. */
static bool can_be_unpacked(struct checker *checker, const struct statement *statement,
                            const struct type *type)
{
    if (type_is_unknown(type) || (type->kinds == IS_LIST && type->list.parts &&
                                  type->list.part_count == statement->target_count))
        return true;
    struct str kind = type_describe(checker->arena, type);
    if (type->kinds == IS_LIST && type->list.parts)
        check_fail(checker, &E314, statement->value->span, "there are %zu names for a list of %zu",
                   statement->target_count, type->list.part_count);
    else
        check_fail(checker, &E314, statement->value->span,
                   "%zu names need a list of as many items, not " STR_FMT, statement->target_count,
                   STR_ARG(kind));
    return false;
}

/* Binds the names of a {% set %} or a {% for %} to a value, or to its items. */
static void bind_names(struct checker *checker, const struct statement *statement, struct type type,
                       bool defines)
{
    bool several = statement->target_count > 1;
    bool known = !several || (check_present(checker, &type, statement->value->span) &&
                              can_be_unpacked(checker, statement, &type) && type.list.parts);
    for (size_t i = 0; i < statement->target_count; i++) {
        const struct target *target = &statement->targets[i];
        struct type part = several ? known ? type.list.parts[i] : type_unknown() : type;
        check_bind(checker, target->name, part, defines ? define(checker, target) : NULL);
    }
}

static void bind_item(struct checker *checker, const struct statement *statement,
                      const struct type *list)
{
    struct type item = list->list.item ? *list->list.item : type_unknown();
    item.path = check_new_path(checker);
    bind_names(checker, statement, item, false);
    for (const struct given *given = list->list.given; given; given = given->next)
        check_know(checker,
                   str_format(checker->arena, STR_FMT "." STR_FMT, STR_ARG(item.path),
                              STR_ARG(given->path)),
                   false);
}

static void check_loop_body(struct checker *checker, const struct statement *statement,
                            const struct type *list)
{
    struct type unknown = type_unknown();
    struct check_scope picking = {.hides_loop = true};
    struct check_scope scope = {.item = list->list.item ? list->list.item : &unknown};
    scope.loop_path = check_new_path(checker);
    enter_scope(checker, &picking);
    bind_item(checker, statement, list);
    scope.bindings = picking.bindings;
    if (statement->filter) {
        struct type type = check_expression(checker, statement->filter);
        check_truth(checker, type, statement->filter->span);
        check_narrow(checker, statement->filter, true);
    }
    leave_scope(checker);
    enter_scope(checker, &scope);
    check_body(checker, statement->body);
    leave_scope(checker);
}

static void check_for(struct checker *checker, const struct statement *statement)
{
    const struct known_value *facts = checker->facts;
    struct type list = check_repeated(checker, statement);
    check_know(checker, list.path, true);
    check_loop_body(checker, statement, &list);
    checker->facts = facts;
    struct check_scope scope = {0};
    enter_scope(checker, &scope);
    check_body(checker, statement->otherwise);
    leave_scope(checker);
}

/* ---- set, include, print ---- */

static void check_set(struct checker *checker, const struct statement *statement)
{
    struct type type = check_expression(checker, statement->value);
    if (!type_is_unknown(&type) && (type.list.stream || (type.kinds & IS_LOOP))) {
        bool stream = type.list.stream;
        type = check_fail(checker, &E314, statement->value->span,
                          "this can be used only once in Jinja");
        if (stream)
            check_hint(checker, "put | list behind the filter that made it");
    }
    bind_names(checker, statement, type, true);
}

static void check_include(struct checker *checker, const struct statement *statement)
{
    struct check_scope scope = {.hides_loop = true};
    enter_scope(checker, &scope);
    check_body(checker, statement->file->body);
    leave_scope(checker);
}

static void check_statement(struct checker *checker, const struct statement *statement)
{
    switch (statement->kind) {
    case STATEMENT_TEXT: break;
    case STATEMENT_PRINT:
        check_printable(checker, check_expression(checker, statement->value),
                        statement->value->span);
        break;
    case STATEMENT_IF: check_if(checker, statement); break;
    case STATEMENT_FOR: check_for(checker, statement); break;
    case STATEMENT_SET: check_set(checker, statement); break;
    case STATEMENT_INCLUDE: check_include(checker, statement); break;
    }
}

static void check_body(struct checker *checker, struct body body)
{
    for (size_t i = 0; i < body.count && check_spend(checker, 1); i++)
        check_statement(checker, &body.items[i]);
}

static void report_unused(struct checker *checker)
{
    for (size_t i = 0; i < checker->definitions.count; i++) {
        const struct definition *definition = checker->definitions.items[i];
        if (definition->used)
            continue;
        struct diag *diag =
            diag_report(checker->diags, &W340, definition->span,
                        "`" STR_FMT "` is set and not used", STR_ARG(definition->name));
        diag_hint(checker->diags, diag, "take the {%% set %%} out");
    }
}

bool check_whole(struct arena *arena, struct diags *diags, struct body body,
                 const struct frameworks *frameworks)
{
    size_t errors = diags->errors;
    struct check_scope scope = {0};
    struct checker checker = {
        .arena = arena, .diags = diags, .frameworks = frameworks, .scope = &scope};
    check_body(&checker, body);
    if (diags->errors == errors)
        report_unused(&checker);
    return diags->errors == errors;
}
