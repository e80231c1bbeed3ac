/* Parses filters and tests with their arguments, and checks these against the table. */
#include "template/filter.h"
#include "template/parser.h"

struct given {
    struct str name; /* absent: by position */
    struct span span;
    const struct expression *value;
};

struct givens {
    LIST(struct given) list;
};

static size_t parameter_count(const struct builtin *builtin)
{
    size_t count = 0;
    while (count < PARAMETERS_MAX && builtin->parameters[count].name)
        count++;
    return count;
}

static const char *kind_name(const struct builtin *builtin)
{
    return builtin->kind == BUILTIN_FILTER ? "filter" : "test";
}

static const struct builtin *find(struct parser *parser, enum builtin_kind kind, struct str name,
                                  struct span span)
{
    const struct builtin *builtin = builtin_find(kind, name);
    if (builtin)
        return builtin;
    const char *kind_text = kind == BUILTIN_FILTER ? "filter" : "test";
    struct diag *diag = diag_report(parser->diags, E312, span, "there is no %s `" STR_FMT "`",
                                    kind_text, STR_ARG(name));
    const char *nearest = builtin_nearest(kind, name);
    if (nearest)
        diag_hint(parser->diags, diag, "did you mean `%s`?", nearest);
    return NULL;
}

/* ---- reading arguments ---- */

static bool parse_argument(struct parser *parser, struct givens *givens)
{
    struct given given = {.span = parser->next->span};
    bool named = parser->next->kind == TOKEN_NAME && parser->next[1].kind == TOKEN_MARK &&
                 str_is(parser->next[1].text, "=");
    if (named) {
        given.name = parser->next->text;
        parser->next += 2;
    }
    size_t count = givens->list.count;
    if (!named && count > 0 && givens->list.items[count - 1].name.at) {
        parser_unexpected(parser, "an argument with a name");
        return false;
    }
    given.value = parse_expression(parser);
    if (given.value)
        *LIST_ADD(parser->arena, &givens->list) = given;
    return given.value != NULL;
}

/* ( a, b, name=c ) */
static bool parse_arguments(struct parser *parser, struct givens *givens)
{
    parser->next++;
    while (!parser_is_mark(parser, ")")) {
        if (givens->list.count > 0 && !parser_expect_mark(parser, ",", "or `)`"))
            return false;
        if (parser_is_mark(parser, ")"))
            break;
        if (!parse_argument(parser, givens))
            return false;
    }
    parser->next++;
    return true;
}

/* ---- matching them with parameters ---- */

/* The parameter that an argument is for; -1 after a diagnostic. */
static int parameter_of(struct parser *parser, const struct builtin *builtin,
                        const struct given *given, size_t position)
{
    size_t count = parameter_count(builtin);
    if (!given->name.at && position < count)
        return (int)position;
    for (size_t i = 0; given->name.at && i < count; i++)
        if (str_is(given->name, builtin->parameters[i].name))
            return (int)i;
    if (!given->name.at) {
        diag_report(parser->diags, E313, given->value->span,
                    "the %s `%s` takes no more than %zu argument%s", kind_name(builtin),
                    builtin->name, count, count == 1 ? "" : "s");
        return -1;
    }
    struct diag *diag =
        diag_report(parser->diags, E313, given->span, "the %s `%s` has no argument `" STR_FMT "`",
                    kind_name(builtin), builtin->name, STR_ARG(given->name));
    const char *nearest = diag_nearest(given->name, &builtin->parameters[0].name, count,
                                       sizeof builtin->parameters[0]);
    if (nearest)
        diag_hint(parser->diags, diag, "did you mean `%s`?", nearest);
    return -1;
}

static bool check_required(struct parser *parser, const struct call *call)
{
    for (size_t i = 0; i < parameter_count(call->builtin); i++) {
        const struct parameter *parameter = &call->builtin->parameters[i];
        if (!parameter->required || call->arguments[i])
            continue;
        struct diag *diag =
            diag_report(parser->diags, E313, call->span, "the %s `%s` needs its argument `%s`",
                        kind_name(call->builtin), call->builtin->name, parameter->name);
        diag_hint(parser->diags, diag, "%s", call->builtin->doc);
        return false;
    }
    return true;
}

/* map(attribute="x") and select() apply nothing else; map("upper") and select("odd") do. */
static const struct call *make_call(struct parser *parser, const struct builtin *builtin,
                                    struct span span, const struct given *givens, size_t count);

static bool stream_inside(struct parser *parser, const struct call *call, const struct call *inner)
{
    if (!inner->builtin->stream && inner->builtin->inner == INNER_NONE)
        return false;
    diag_report(parser->diags, E305, inner->span, "`%s` cannot be applied through `%s`",
                inner->builtin->name, call->builtin->name);
    return true;
}

/* The filter or test named by the text in givens[0], with the givens behind it as arguments. */
static bool add_inner(struct parser *parser, struct call *call, const struct given *givens,
                      size_t count)
{
    const struct expression *name = givens[0].value;
    if (givens[0].name.at) {
        diag_report(parser->diags, E313, givens[0].span, "`%s` has no argument `" STR_FMT "`",
                    call->builtin->name, STR_ARG(givens[0].name));
        return false;
    }
    if (name->kind != EXPRESSION_LITERAL || name->literal.kind != VALUE_TEXT) {
        diag_report(parser->diags, E305, name->span,
                    "the name of a filter or test must be written out, in quotation marks");
        return false;
    }
    enum builtin_kind kind = call->builtin->inner == INNER_TEST ? BUILTIN_TEST : BUILTIN_FILTER;
    const struct builtin *builtin = find(parser, kind, name->literal.text, name->span);
    if (!builtin)
        return false;
    call->inner = make_call(parser, builtin, name->span, givens + 1, count - 1);
    return call->inner && !stream_inside(parser, call, call->inner);
}

/* How many of the arguments are the builtin's own: the others belong to what it applies. */
static size_t own_count(const struct builtin *builtin, const struct given *givens, size_t count)
{
    if (builtin->inner == INNER_NONE)
        return count;
    size_t own = builtin->inner == INNER_TEST ? parameter_count(builtin) : 0;
    if (count > 0 && givens[0].name.at)
        return count;
    return own < count ? own : count;
}

static const struct call *make_call(struct parser *parser, const struct builtin *builtin,
                                    struct span span, const struct given *givens, size_t count)
{
    struct call *call = ARENA_NEW(parser->arena, struct call);
    *call = (struct call){.builtin = builtin, .span = span};
    size_t own = own_count(builtin, givens, count);
    for (size_t i = 0; i < own; i++) {
        int at = parameter_of(parser, builtin, &givens[i], i);
        if (at < 0)
            return NULL;
        if (call->arguments[at]) {
            diag_report(parser->diags, E313, givens[i].span, "the argument `%s` is given twice",
                        builtin->parameters[at].name);
            return NULL;
        }
        call->arguments[at] = givens[i].value;
    }
    if (own < count && !add_inner(parser, call, givens + own, count - own))
        return NULL;
    return check_required(parser, call) ? call : NULL;
}

/* ---- | filter, is test ---- */

static int arguments_height(const struct call *call)
{
    int height = 0;
    for (size_t i = 0; i < PARAMETERS_MAX; i++)
        if (call->arguments[i] && call->arguments[i]->height > height)
            height = call->arguments[i]->height;
    if (call->inner && arguments_height(call->inner) > height)
        height = arguments_height(call->inner);
    return height;
}

static bool constant_arguments(const struct call *call)
{
    for (size_t i = 0; i < PARAMETERS_MAX; i++)
        if (call->arguments[i] && !call->arguments[i]->constant)
            return false;
    return !call->inner || constant_arguments(call->inner);
}

static struct expression *call_node(struct parser *parser, enum expression_kind kind,
                                    const struct expression *operand, const struct builtin *builtin,
                                    struct span span, const struct givens *givens)
{
    const struct call *call =
        make_call(parser, builtin, span, givens->list.items, givens->list.count);
    struct expression *node = call ? parser_node(parser, kind, span, 1, &operand) : NULL;
    if (!node)
        return NULL;
    node->call = call;
    node->constant = node->constant && constant_arguments(call);
    node->picks = node->constant && (node->picks || builtin->picks);
    if (arguments_height(call) >= node->height)
        node->height = arguments_height(call) + 1;
    return node;
}

static const struct expression *parse_filter(struct parser *parser,
                                             const struct expression *operand)
{
    struct givens givens = {0};
    parser->next++;
    const struct token *name = parser->next;
    if (name->kind != TOKEN_NAME)
        return parser_unexpected(parser, "the name of a filter");
    parser->next++;
    const struct builtin *builtin = find(parser, BUILTIN_FILTER, name->text, name->span);
    if (!builtin)
        return NULL;
    if (parser_is_mark(parser, "(") && !parse_arguments(parser, &givens))
        return NULL;
    return call_node(parser, EXPRESSION_FILTER, operand, builtin, name->span, &givens);
}

/* Does an argument without brackets follow, as in `is divisibleby 3`? */
static bool bare_argument(const struct parser *parser)
{
    switch (parser->next->kind) {
    case TOKEN_NAME:
        return !parser_is_name(parser, "else") && !parser_is_name(parser, "or") &&
               !parser_is_name(parser, "and");
    case TOKEN_STRING:
    case TOKEN_WHOLE:
    case TOKEN_DECIMAL: return true;
    default: return parser_is_mark(parser, "[") || parser_is_mark(parser, "{");
    }
}

static bool parse_test_arguments(struct parser *parser, struct givens *givens)
{
    if (parser_is_mark(parser, "("))
        return parse_arguments(parser, givens);
    if (!bare_argument(parser))
        return true;
    struct given given = {.span = parser->next->span};
    given.value = parse_postfix(parser, parse_primary(parser));
    if (given.value)
        *LIST_ADD(parser->arena, &givens->list) = given;
    return given.value != NULL;
}

static const struct expression *parse_test(struct parser *parser, const struct expression *operand)
{
    struct givens givens = {0};
    parser->next++;
    bool negated = parser_skip_name(parser, "not");
    const struct token *name = parser->next;
    if (name->kind != TOKEN_NAME)
        return parser_unexpected(parser, "the name of a test");
    parser->next++;
    const struct builtin *builtin = find(parser, BUILTIN_TEST, name->text, name->span);
    if (!builtin || !parse_test_arguments(parser, &givens))
        return NULL;
    struct expression *node =
        call_node(parser, EXPRESSION_TEST, operand, builtin, name->span, &givens);
    if (node)
        node->negated = negated;
    return node;
}

const struct expression *parse_filters(struct parser *parser, const struct expression *operand)
{
    while (operand) {
        if (parser_is_mark(parser, "|"))
            operand = parse_filter(parser, operand);
        else if (parser_is_name(parser, "is"))
            operand = parse_test(parser, operand);
        else if (parser_is_mark(parser, "("))
            return parse_postfix(parser, operand);
        else
            break;
    }
    return operand;
}
