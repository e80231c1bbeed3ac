/* Names under the static check: what is set where, fields, paths, and what is known of them. */
#include "template/check/checker.h"
#include "template/template_codes.h"

#include "base/ascii.h"

/* ---- setting names ---- */

struct str check_new_path(struct checker *checker)
{
    return str_format(checker->arena, "#%zu", ++checker->names);
}

void check_bind(struct checker *checker, struct str name, struct type type,
                struct definition *definition)
{
    struct binding *binding = ARENA_NEW(checker->arena, struct binding);
    *binding = (struct binding){
        .name = name, .type = type, .definition = definition, .next = checker->scope->bindings};
    if (!type.path.at)
        binding->type.path = check_new_path(checker);
    checker->scope->bindings = binding;
}

const struct binding *check_lookup(struct checker *checker, const struct check_scope *scope,
                                   struct str name)
{
    enum { NAMES_A_STEP = 8 };
    size_t passed = 0;
    for (; scope; scope = scope->parent)
        for (const struct binding *binding = scope->bindings; binding; binding = binding->next) {
            if (str_equal(binding->name, name))
                return binding;
            if (++passed % NAMES_A_STEP == 0 && !check_spend(checker, 1))
                return NULL;
        }
    return NULL;
}

struct open_bindings {
    LIST(const struct binding *) list;
};

/* The binding and, where several branches have set it, those of the branches; each once. */
static void mark_used(struct checker *checker, const struct binding *binding)
{
    struct open_bindings open = {0};
    *LIST_ADD(checker->arena, &open.list) = binding;
    while (open.list.count > 0) {
        binding = open.list.items[--open.list.count];
        if (!binding->definition || binding->definition->used)
            continue;
        binding->definition->used = true;
        for (const struct origin *origin = binding->origins; origin; origin = origin->next)
            *LIST_ADD(checker->arena, &open.list) = origin->binding;
    }
}

/* ---- the names that are known ---- */

struct words {
    LIST(const char *) list;
};

static struct type suggest(struct checker *checker, struct str wrong, const struct words *words,
                           const char *otherwise)
{
    const char *nearest =
        diag_nearest(wrong, words->list.items, words->list.count, sizeof *words->list.items);
    if (nearest)
        return check_hint(checker, "did you mean `%s`?", nearest);
    return otherwise ? check_hint(checker, "%s", otherwise) : type_unknown();
}

static struct type unknown_name(struct checker *checker, struct str name, struct span span)
{
    struct words words = {0};
    check_fail(checker, &E310, span, "there is no `" STR_FMT "`", STR_ARG(name));
    for (const struct check_scope *scope = checker->scope; scope; scope = scope->parent)
        for (const struct binding *binding = scope->bindings; binding; binding = binding->next)
            *LIST_ADD(checker->arena, &words.list) = str_z(checker->arena, binding->name);
    for (const struct field *field = briefing_table.fields; field->name; field++)
        *LIST_ADD(checker->arena, &words.list) = field->name;
    return suggest(checker, name, &words,
                   "names are those of the specification, such as `council`");
}

static const struct check_scope *find_loop(const struct checker *checker)
{
    const struct check_scope *scope = checker->scope;
    while (scope && !scope->item && !scope->hides_loop)
        scope = scope->parent;
    return scope && scope->item ? scope : NULL;
}

static struct type loop_type(struct checker *checker, struct span span)
{
    const struct check_scope *scope = find_loop(checker);
    if (!scope) {
        check_fail(checker, &E310, span, "`loop` is not known here");
        return check_hint(checker,
                          "it is known between {%% for %%} and {%% endfor %%} of one file");
    }
    struct type type = type_plain(IS_LOOP);
    type.list.item = scope->item;
    type.path = scope->loop_path;
    return type;
}

/* What may be absent is reported where it is named. */
static void set_place(struct checker *checker, struct type *type, struct span span)
{
    if (!type->absence)
        return;
    struct absence *absence = ARENA_NEW(checker->arena, struct absence);
    *absence = *type->absence;
    absence->at = span;
    type->absence = absence;
}

static struct type bound_type(struct checker *checker, const struct binding *binding,
                              const struct expression *expression)
{
    mark_used(checker, binding);
    if (binding->unsure) {
        check_fail(checker, &E310, expression->word, "`" STR_FMT "` is not set in every case",
                   STR_ARG(binding->name));
        return check_hint(checker, "set it before the {%% if %%} too");
    }
    struct type type = binding->type;
    set_place(checker, &type, expression->word);
    return check_known(checker, type, type.path);
}

struct type check_name(struct checker *checker, const struct expression *expression)
{
    struct str name = expression->name;
    if (str_is(name, "loop"))
        return loop_type(checker, expression->word);
    const struct binding *binding = check_lookup(checker, checker->scope, name);
    if (binding)
        return bound_type(checker, binding, expression);
    const struct field *field = record_field(&briefing_table, name);
    if (!field)
        return unknown_name(checker, name, expression->word);
    struct type type = type_field(checker->arena, &briefing_table, field, STR(""));
    set_place(checker, &type, expression->word);
    return check_known(checker, type, name);
}

/* ---- fields ---- */

static struct type loop_member(struct checker *checker, struct type loop, struct str name,
                               struct span span)
{
    static const char *const counts[] = {"index",     "index0", "length", "revindex",
                                         "revindex0", "depth",  "depth0"};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (str_is(name, counts[i]))
            return type_whole(str_ends(name, "0") ? 0 : 1, UINT32_MAX);
    if (str_is(name, "first") || str_is(name, "last"))
        return type_plain(IS_ANSWER);
    if (!str_is(name, "previtem") && !str_is(name, "nextitem")) {
        check_fail(checker, &E310, span, "there is no `" STR_FMT "` in `loop`", STR_ARG(name));
        return check_hint(checker, "it has index, index0, revindex, revindex0, first, last, "
                                   "length, previtem and nextitem");
    }
    struct type type = *loop.list.item;
    struct absence *absence = ARENA_NEW(checker->arena, struct absence);
    bool before = str_is(name, "previtem");
    *absence = (struct absence){name, span, NULL,
                                before ? "the first item has none before it"
                                       : "the last item has none behind it"};
    type.absence = absence;
    return type;
}

static struct type unknown_field(struct checker *checker, const struct record_table *table,
                                 struct str name, struct span span)
{
    struct words words = {0};
    const struct old_key *old = table ? record_old_key(table, name) : NULL;
    check_fail(checker, &E310, span, "there is no `" STR_FMT "` in %s", STR_ARG(name),
               table ? table->a_name : "every record that this may be");
    if (old)
        return check_hint(checker, "since format 1 it is an item of `%s`", old->now);
    if (!table)
        return check_hint(checker,
                          "it may be of any kind, so that only `id`, `note` and `how_known` "
                          "are sure; a component says in words what it is");
    for (const struct field *field = table ? table->fields : NULL; field && field->name; field++)
        *LIST_ADD(checker->arena, &words.list) = field->name;
    return suggest(checker, name, &words, NULL);
}

/* A field of a record that may be of any table with ids: one that all of these have. */
static struct type field_of_any(struct checker *checker, struct str name, struct span span)
{
    static const struct record_table *const tables[] = {&evidence_table, &inspection_table,
                                                        &intervention_table, &recommendation_table,
                                                        &action_table};
    struct type type = {0};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const struct field *field = record_field(tables[i], name);
        if (!field)
            return unknown_field(checker, NULL, name, span);
        struct type each = type_field(checker->arena, tables[i], field, STR(""));
        type = i ? type_join(checker->arena, type, each) : each;
    }
    return type;
}

static struct type no_fields(struct checker *checker, const struct type *type, struct span span)
{
    struct str kind = type_describe(checker->arena, type);
    check_fail(checker, &E314, span, STR_FMT " has no fields", STR_ARG(kind));
    if (type->kinds == IS_LIST)
        return check_hint(checker, "repeat over it with {%% for %%}, or take | first");
    return type_unknown();
}

/* Read for one version more, as the same key of a specification is. */
static void warn_old_field(struct checker *checker, const struct field *field, struct str name,
                           struct span span)
{
    struct diag *diag =
        diag_report(checker->diags, &W360, span, "`" STR_FMT "` has become `%s` in format 1",
                    STR_ARG(name), field->name);
    diag_hint(checker->diags, diag, "write `%s`", field->name);
    diag_suggest(checker->diags, diag, span, str_from(field->name));
}

struct type check_member(struct checker *checker, struct type owner, struct str name,
                         struct span span)
{
    if (type_is_unknown(&owner))
        return type_unknown();
    if (owner.kinds == IS_LOOP)
        return loop_member(checker, owner, name, span);
    if (owner.kinds == IS_LIST && owner.list.group && str_is(name, "grouper"))
        return owner.list.parts[0];
    if (owner.kinds == IS_LIST && owner.list.group && str_is(name, "list"))
        return owner.list.parts[1];
    if (owner.kinds != IS_RECORD)
        return no_fields(checker, &owner, span);
    if (!owner.record.table)
        return field_of_any(checker, name, span);
    const struct field *field = record_field_renewed(owner.record.table, name);
    if (!field)
        return unknown_field(checker, owner.record.table, name, span);
    if (!str_is(name, field->name))
        warn_old_field(checker, field, name, span);
    struct type type = type_field(checker->arena, owner.record.table, field, owner.path);
    if (type.text.meaning == MEANS_JUDGEMENT)
        type.text.owner = owner.record.owner;
    set_place(checker, &type, span);
    return type;
}

static bool is_given(const struct given *given, struct str path)
{
    for (; given; given = given->next)
        if (str_equal(given->path, path))
            return true;
    return false;
}

/* A part of a path that is the number of an item: "findings.0.text". */
static struct type counted_item(struct checker *checker, const struct type *list, struct str part,
                                struct span span)
{
    struct absence *absence = ARENA_NEW(checker->arena, struct absence);
    *absence = (struct absence){part, span, NULL, "the list may be shorter"};
    struct type type = *list->list.item;
    type.absence = absence;
    return type;
}

static struct type part_of_path(struct checker *checker, struct type type, struct str part,
                                struct span span)
{
    bool counts = part.len > 0 && ascii_is_digit(part.at[0]);
    if (counts && type.kinds == IS_LIST)
        return counted_item(checker, &type, part, span);
    return check_member(checker, type, part, span);
}

struct type check_path(struct checker *checker, struct type item, const struct given *given,
                       struct str path, struct span span)
{
    struct type type = item;
    for (size_t start = 0; start <= path.len;) {
        size_t end = str_find(path, '.', start);
        if (!check_present(checker, &type, span))
            return type_unknown();
        type = part_of_path(checker, type, str_part(path, start, end), span);
        type.path = STR_NONE;
        if (is_given(given, str_part(path, 0, end)))
            type.absence = NULL;
        start = end + 1;
    }
    return type;
}

/* ---- paths ---- */

static struct str path_of_name(struct checker *checker, const struct expression *expression)
{
    if (str_is(expression->name, "loop")) {
        const struct check_scope *scope = find_loop(checker);
        return scope ? scope->loop_path : STR_NONE;
    }
    const struct binding *binding = check_lookup(checker, checker->scope, expression->name);
    if (binding)
        return binding->type.path;
    return record_field(&briefing_table, expression->name) ? expression->name : STR_NONE;
}

/* What the last step of a path is called; absent when it leads to no certain value. */
static struct str step_of(struct checker *checker, const struct expression *expression)
{
    const struct expression *index;
    switch (expression->kind) {
    case EXPRESSION_FIELD:
        return str_format(checker->arena, "." STR_FMT, STR_ARG(expression->name));
    case EXPRESSION_INDEX:
        index = expression->operands[1];
        if (index->kind != EXPRESSION_LITERAL)
            return STR_NONE;
        if (index->literal.kind == VALUE_TEXT)
            return str_format(checker->arena, "." STR_FMT, STR_ARG(index->literal.text));
        return str_format(checker->arena, "[%lld]", (long long)index->literal.whole);
    case EXPRESSION_FILTER:
        if (expression->call->builtin->role == ROLE_TAKES_END)
            return str_format(checker->arena, "|%s", expression->call->builtin->name);
        return STR_NONE;
    default: return STR_NONE;
    }
}

struct str check_path_of(struct checker *checker, const struct expression *expression)
{
    if (expression->kind == EXPRESSION_NAME)
        return path_of_name(checker, expression);
    struct str step = step_of(checker, expression);
    struct str path = step.at ? check_path_of(checker, expression->operands[0]) : STR_NONE;
    if (!path.at)
        return STR_NONE;
    return str_format(checker->arena, STR_FMT STR_FMT, STR_ARG(path), STR_ARG(step));
}

/* ---- what a condition tells about the values after it ---- */

void check_know(struct checker *checker, struct str path, bool filled)
{
    if (!path.at)
        return;
    struct known_value *fact = ARENA_NEW(checker->arena, struct known_value);
    *fact = (struct known_value){path, filled, checker->facts};
    checker->facts = fact;
}

struct type check_known(struct checker *checker, struct type type, struct str path)
{
    type.path = path;
    for (const struct known_value *fact = path.at ? checker->facts : NULL; fact;
         fact = fact->next) {
        if (!str_equal(fact->path, path))
            continue;
        type.absence = NULL;
        type.silent = false;
        type.filled = type.filled || fact->filled;
    }
    return type;
}

/* `x is defined`, `x is not undefined` */
static void narrow_by_test(struct checker *checker, const struct expression *test, bool truth)
{
    enum builtin_role role = test->call->builtin->role;
    bool passed = truth != test->negated;
    if ((role == ROLE_ASKS_GIVEN && passed) || (role == ROLE_ASKS_ABSENT && !passed))
        check_know(checker, check_path_of(checker, test->operands[0]), false);
}

static bool is_nought(const struct expression *expression)
{
    return expression->kind == EXPRESSION_LITERAL && expression->literal.kind == VALUE_WHOLE &&
           expression->literal.whole == 0;
}

/* `x > 0`, `x != 0`, `x | length > 0` */
static void narrow_by_comparison(struct checker *checker, const struct expression *comparison,
                                 bool truth)
{
    if (comparison->operand_count != 2 || !is_nought(comparison->operands[1]))
        return;
    enum operator_kind kind = comparison->operators[0].kind;
    bool filled =
        truth ? kind == OPERATOR_GREATER || kind == OPERATOR_NOT_EQUAL : kind == OPERATOR_EQUAL;
    const struct expression *left = comparison->operands[0];
    if (left->kind == EXPRESSION_FILTER && left->call->builtin->role == ROLE_COUNTS)
        left = left->operands[0];
    if (filled)
        check_know(checker, check_path_of(checker, left), true);
}

void check_narrow(struct checker *checker, const struct expression *condition, bool truth)
{
    bool both;
    switch (condition->kind) {
    case EXPRESSION_NOT: check_narrow(checker, condition->operands[0], !truth); break;
    case EXPRESSION_AND:
    case EXPRESSION_OR:
        both = truth == (condition->kind == EXPRESSION_AND);
        for (size_t i = 0; both && i < condition->operand_count; i++)
            check_narrow(checker, condition->operands[i], truth);
        break;
    case EXPRESSION_TEST: narrow_by_test(checker, condition, truth); break;
    case EXPRESSION_COMPARE: narrow_by_comparison(checker, condition, truth); break;
    default:
        if (truth)
            check_know(checker, check_path_of(checker, condition), true);
        break;
    }
}
