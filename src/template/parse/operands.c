/* Parses what stands between operators: literals, names, brackets, fields, items, filters. */
#include "template/parse/parser.h"
#include "template/template_codes.h"

#include "base/real.h"

static struct expression *literal(struct parser *parser, struct span span, struct value value)
{
    struct expression *node = parser_node(parser, EXPRESSION_LITERAL, span, 0, NULL);
    node->literal = value;
    return node;
}

/* Digits as a number; false when it would not fit. */
static bool read_digits(struct str digits, int64_t *number)
{
    *number = 0;
    for (size_t i = 0; i < digits.len; i++) {
        int digit = digits.at[i] - '0';
        if (*number > (INT64_MAX - digit) / 10)
            return false;
        *number = *number * 10 + digit;
    }
    return true;
}

static const struct expression *number_fault(struct parser *parser, const struct token *token)
{
    struct diag *diag = diag_report(parser->diags, &E306, token->span,
                                    "`" STR_FMT "` has too many digits", STR_ARG(token->text));
    diag_hint(parser->diags, diag, "a whole number may have 18 digits, a decimal 40");
    return NULL;
}

static const struct expression *parse_whole(struct parser *parser)
{
    const struct token *token = parser->next++;
    int64_t number;
    if (!read_digits(token->text, &number))
        return number_fault(parser, token);
    return literal(parser, token->span, value_whole(number));
}

static const struct expression *parse_decimal(struct parser *parser)
{
    const struct token *token = parser->next++;
    double real;
    if (!real_parse(token->text, &real))
        return number_fault(parser, token);
    return literal(parser, token->span, value_real(real));
}

/* Texts next to one another are one text, as in Python. */
static const struct expression *parse_string(struct parser *parser)
{
    struct span span = parser->next->span;
    struct buf text = {.arena = parser->arena};
    buf_addz(&text, "");
    for (; parser->next->kind == TOKEN_STRING; parser->next++) {
        buf_add(&text, parser->next->text);
        span = span_join(span, parser->next->span);
    }
    return literal(parser, span, value_text(buf_str(&text)));
}

static const struct expression *parse_name(struct parser *parser)
{
    const struct token *token = parser->next;
    if (str_is(token->text, "true") || str_is(token->text, "True"))
        return parser->next++, literal(parser, token->span, value_bool(true));
    if (str_is(token->text, "false") || str_is(token->text, "False"))
        return parser->next++, literal(parser, token->span, value_bool(false));
    if (str_is(token->text, "none") || str_is(token->text, "None"))
        return parser->next++, literal(parser, token->span, value_none());
    if (template_keyword(token->text))
        return parser_unexpected(parser, "a value");
    parser->next++;
    struct expression *node = parser_node(parser, EXPRESSION_NAME, token->span, 0, NULL);
    node->name = token->text;
    return node;
}

static const struct expression *refuse_tuple(struct parser *parser)
{
    struct diag *diag = diag_report(parser->diags, &E305, parser->next->span,
                                    "values with commas between them need square brackets");
    diag_hint(parser->diags, diag, "write [a, b]");
    return NULL;
}

static const struct expression *parse_brackets(struct parser *parser)
{
    parser->next++;
    if (parser_is_mark(parser, ")"))
        return refuse_tuple(parser);
    const struct expression *inner = parse_expression(parser);
    if (inner && parser_is_mark(parser, ","))
        return refuse_tuple(parser);
    return inner && parser_expect_mark(parser, ")", "to close the bracket") ? inner : NULL;
}

static const struct expression *parse_list(struct parser *parser)
{
    struct span span = parser->next->span;
    LIST(const struct expression *) items = {0};
    parser->next++;
    while (!parser_is_mark(parser, "]")) {
        if (items.count > 0 && !parser_expect_mark(parser, ",", "or `]`"))
            return NULL;
        if (parser_is_mark(parser, "]"))
            break;
        const struct expression *item = parse_expression(parser);
        if (!item)
            return NULL;
        *LIST_ADD(parser->arena, &items) = item;
    }
    span = span_join(span, parser->next->span);
    parser->next++;
    return parser_node(parser, EXPRESSION_LIST, span, items.count, items.items);
}

static const struct expression *refuse_map(struct parser *parser)
{
    struct diag *diag =
        diag_report(parser->diags, &E305, parser->next->span, "templates have no maps in braces");
    diag_hint(parser->diags, diag, "use {%% if %%} and {%% elif %%} to choose between values");
    return NULL;
}

static const struct expression *parse_primary(struct parser *parser)
{
    switch (parser->next->kind) {
    case TOKEN_NAME: return parse_name(parser);
    case TOKEN_STRING: return parse_string(parser);
    case TOKEN_WHOLE: return parse_whole(parser);
    case TOKEN_DECIMAL: return parse_decimal(parser);
    default: break;
    }
    if (parser_is_mark(parser, "("))
        return parse_brackets(parser);
    if (parser_is_mark(parser, "["))
        return parse_list(parser);
    return parser_is_mark(parser, "{") ? refuse_map(parser) : parser_unexpected(parser, "a value");
}

/* ---- after an operand ---- */

static const struct expression *parse_field(struct parser *parser, const struct expression *operand)
{
    parser->next++;
    const struct token *token = parser->next;
    if (token->kind == TOKEN_WHOLE) {
        const struct expression *parts[2] = {operand, parse_whole(parser)};
        struct expression *node = parser_node(parser, EXPRESSION_INDEX, token->span, 2, parts);
        return node;
    }
    if (token->kind != TOKEN_NAME)
        return parser_unexpected(parser, "the name of a field");
    parser->next++;
    struct expression *node = parser_node(parser, EXPRESSION_FIELD, token->span, 1, &operand);
    if (node)
        node->name = token->text;
    return node;
}

static const struct expression *refuse_slice(struct parser *parser)
{
    struct diag *diag = diag_report(parser->diags, &E305, parser->next->span,
                                    "templates cannot take a part of a list with `:`");
    diag_hint(parser->diags, diag, "use {%% for %%} with loop.index, or | first and | last");
    return NULL;
}

static const struct expression *parse_index(struct parser *parser, const struct expression *operand)
{
    parser->next++;
    if (parser_is_mark(parser, ":"))
        return refuse_slice(parser);
    const struct expression *index = parse_expression(parser);
    if (index && parser_is_mark(parser, ":"))
        return refuse_slice(parser);
    struct span close = parser->next->span;
    if (!index || !parser_expect_mark(parser, "]", "to close the bracket"))
        return NULL;
    struct expression *node = parser_node(parser, EXPRESSION_INDEX, index->span, 2,
                                          (const struct expression *[]){operand, index});
    if (node)
        node->span = span_join(node->span, close);
    return node;
}

/* loop.cycle(a, b) is the one call there is. */
static const struct expression *parse_cycle(struct parser *parser, struct span word)
{
    LIST(const struct expression *) items = {0};
    parser->next++;
    while (!parser_is_mark(parser, ")")) {
        if (items.count > 0 && !parser_expect_mark(parser, ",", "or `)`"))
            return NULL;
        if (items.count > 0 && parser_is_mark(parser, ")"))
            break;
        const struct expression *item = parse_expression(parser);
        if (!item)
            return NULL;
        *LIST_ADD(parser->arena, &items) = item;
    }
    if (items.count == 0)
        return parser_unexpected(parser, "a value");
    struct span close = parser->next++->span;
    struct expression *node = parser_node(parser, EXPRESSION_CYCLE, word, items.count, items.items);
    if (node)
        node->span = span_join(node->span, close);
    return node;
}

static bool is_cycle(const struct expression *operand)
{
    return operand->kind == EXPRESSION_FIELD && str_is(operand->name, "cycle") &&
           operand->operands[0]->kind == EXPRESSION_NAME &&
           str_is(operand->operands[0]->name, "loop");
}

static const struct expression *refuse_call(struct parser *parser)
{
    struct diag *diag =
        diag_report(parser->diags, &E305, parser->next->span, "templates cannot call functions");
    diag_hint(parser->diags, diag, "use a filter: value | filter");
    return NULL;
}

/* Jinja looks into values that are written out before it renders, even where nothing is printed. */
static const struct expression *refuse_literal(struct parser *parser)
{
    diag_report(parser->diags, &E314, parser->next->span,
                "a value that is written out here has no fields or numbered items");
    return NULL;
}

static bool takes_part(const struct parser *parser)
{
    return parser_is_mark(parser, ".") || parser_is_mark(parser, "[");
}

static const struct expression *parse_postfix(struct parser *parser,
                                              const struct expression *operand)
{
    while (operand) {
        bool literal_operand =
            operand->kind == EXPRESSION_LITERAL || operand->kind == EXPRESSION_LIST;
        if (literal_operand && takes_part(parser))
            operand = refuse_literal(parser);
        else if (parser_is_mark(parser, "."))
            operand = parse_field(parser, operand);
        else if (parser_is_mark(parser, "["))
            operand = parse_index(parser, operand);
        else if (parser_is_mark(parser, "("))
            operand = is_cycle(operand) ? parse_cycle(parser, operand->span) : refuse_call(parser);
        else
            break;
    }
    return operand;
}

/* ---- arguments ---- */

static bool parse_argument(struct parser *parser, struct arguments *arguments)
{
    struct argument argument = {.span = parser->next->span};
    bool named = parser->next->kind == TOKEN_NAME && parser->next[1].kind == TOKEN_MARK &&
                 str_is(parser->next[1].text, "=");
    if (named) {
        argument.name = parser->next->text;
        parser->next += 2;
    }
    size_t count = arguments->list.count;
    if (!named && count > 0 && arguments->list.items[count - 1].name.at) {
        parser_unexpected(parser, "an argument with a name");
        return false;
    }
    argument.value = parse_expression(parser);
    if (argument.value)
        *LIST_ADD(parser->arena, &arguments->list) = argument;
    return argument.value != NULL;
}

/* ( a, b, name=c ) */
static bool parse_arguments(struct parser *parser, struct arguments *arguments)
{
    parser->next++;
    while (!parser_is_mark(parser, ")")) {
        if (arguments->list.count > 0 && !parser_expect_mark(parser, ",", "or `)`"))
            return false;
        if (parser_is_mark(parser, ")"))
            break;
        if (!parse_argument(parser, arguments))
            return false;
    }
    parser->next++;
    return true;
}

/* ---- | filter, is test ---- */

static const struct expression *parse_filter(struct parser *parser,
                                             const struct expression *operand)
{
    struct arguments arguments = {0};
    parser->next++;
    const struct token *name = parser->next;
    if (name->kind != TOKEN_NAME)
        return parser_unexpected(parser, "the name of a filter");
    parser->next++;
    const struct builtin *builtin = call_find(parser, BUILTIN_FILTER, name->text, name->span);
    if (!builtin)
        return NULL;
    if (parser_is_mark(parser, "(") && !parse_arguments(parser, &arguments))
        return NULL;
    return call_node(parser, EXPRESSION_FILTER, operand, builtin, name->span, &arguments);
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

static bool parse_test_arguments(struct parser *parser, struct arguments *arguments)
{
    if (parser_is_mark(parser, "("))
        return parse_arguments(parser, arguments);
    if (!bare_argument(parser))
        return true;
    struct argument argument = {.span = parser->next->span};
    argument.value = parse_postfix(parser, parse_primary(parser));
    if (argument.value)
        *LIST_ADD(parser->arena, &arguments->list) = argument;
    return argument.value != NULL;
}

static const struct expression *parse_test(struct parser *parser, const struct expression *operand)
{
    struct arguments arguments = {0};
    parser->next++;
    bool negated = parser_skip_name(parser, "not");
    const struct token *name = parser->next;
    if (name->kind != TOKEN_NAME)
        return parser_unexpected(parser, "the name of a test");
    parser->next++;
    const struct builtin *builtin = call_find(parser, BUILTIN_TEST, name->text, name->span);
    if (!builtin || !parse_test_arguments(parser, &arguments))
        return NULL;
    struct expression *node =
        call_node(parser, EXPRESSION_TEST, operand, builtin, name->span, &arguments);
    if (node)
        node->negated = negated;
    return node;
}

static const struct expression *parse_filters(struct parser *parser,
                                              const struct expression *operand)
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

/* ---- signs ---- */

static const struct expression *parse_sign(struct parser *parser, enum operator_kind kind)
{
    struct operation *op = ARENA_NEW(parser->arena, struct operation);
    *op = (struct operation){kind, parser->next->span};
    parser->next++;
    const struct expression *operand = parser_enter(parser) ? parse_unary(parser, false) : NULL;
    parser->depth--;
    struct expression *node = parser_node(parser, EXPRESSION_SIGN, op->span, 1, &operand);
    if (node)
        node->operators = op;
    return node;
}

const struct expression *parse_unary(struct parser *parser, bool with_filters)
{
    const struct expression *operand;
    if (parser_is_mark(parser, "-"))
        operand = parse_sign(parser, OPERATOR_SUBTRACT);
    else if (parser_is_mark(parser, "+"))
        operand = parse_sign(parser, OPERATOR_ADD);
    else
        operand = parse_postfix(parser, parse_primary(parser));
    return with_filters && operand ? parse_filters(parser, operand) : operand;
}
