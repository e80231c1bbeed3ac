/* Parses expressions, with Jinja's precedence: if, or, and, not, comparisons, + -, ~, * / // %. */
#include "template/parse/parser.h"
#include "template/template_codes.h"

struct operator_mark {
    const char *mark;
    enum operator_kind kind;
};

static const struct operator_mark sums[] = {{"+", OPERATOR_ADD}, {"-", OPERATOR_SUBTRACT}, {0}};
static const struct operator_mark joins[] = {{"~", OPERATOR_JOIN}, {0}};
static const struct operator_mark products[] = {{"*", OPERATOR_MULTIPLY},
                                                {"/", OPERATOR_DIVIDE},
                                                {"//", OPERATOR_FLOOR_DIVIDE},
                                                {"%", OPERATOR_REMAINDER},
                                                {0}};
static const struct operator_mark comparisons[] = {{"==", OPERATOR_EQUAL},
                                                   {"!=", OPERATOR_NOT_EQUAL},
                                                   {"<", OPERATOR_LESS},
                                                   {"<=", OPERATOR_LESS_EQUAL},
                                                   {">", OPERATOR_GREATER},
                                                   {">=", OPERATOR_GREATER_EQUAL},
                                                   {0}};

static const struct operator_mark *find_mark(const struct parser *parser,
                                             const struct operator_mark *marks)
{
    while (marks->mark && !parser_is_mark(parser, marks->mark))
        marks++;
    return marks->mark ? marks : NULL;
}

static const struct expression *binary(struct parser *parser, const struct expression *left,
                                       struct operation op, const struct expression *right)
{
    struct expression *node = parser_node(parser, EXPRESSION_BINARY, op.span, 2,
                                          (const struct expression *[]){left, right});
    bool prints = op.kind == OPERATOR_JOIN && left && right;
    if (prints && (!parser_constant_usable(parser, left) || !parser_constant_usable(parser, right)))
        return NULL;
    struct operation *kept = ARENA_NEW(parser->arena, struct operation);
    *kept = op;
    if (node)
        node->operators = kept;
    return node;
}

/* operand (mark operand)*, grouped from the left */
static const struct expression *
parse_level(struct parser *parser, const struct operator_mark *marks,
            const struct expression *(*operand)(struct parser *parser))
{
    const struct expression *left = operand(parser);
    const struct operator_mark *mark;
    while (left && (mark = find_mark(parser, marks)) != NULL) {
        struct operation op = {mark->kind, parser->next->span};
        parser->next++;
        left = binary(parser, left, op, operand(parser));
    }
    return left;
}

static const struct expression *refuse_power(struct parser *parser)
{
    struct diag *diag =
        diag_report(parser->diags, &E305, parser->next->span, "templates have no power `**`");
    diag_hint(parser->diags, diag, "multiply: write a * a");
    return NULL;
}

static const struct expression *parse_operand(struct parser *parser)
{
    const struct expression *operand = parse_unary(parser, true);
    return operand && parser_is_mark(parser, "**") ? refuse_power(parser) : operand;
}

static const struct expression *parse_product(struct parser *parser)
{
    return parse_level(parser, products, parse_operand);
}

static const struct expression *parse_join(struct parser *parser)
{
    return parse_level(parser, joins, parse_product);
}

static const struct expression *parse_sum(struct parser *parser)
{
    return parse_level(parser, sums, parse_join);
}

/* Reads a comparison's operator, if one is here. */
static bool read_comparison(struct parser *parser, struct operation *op)
{
    const struct operator_mark *mark = find_mark(parser, comparisons);
    op->span = parser->next->span;
    if (mark) {
        op->kind = mark->kind;
        parser->next++;
        return true;
    }
    const struct token *after = parser->next->kind == TOKEN_END ? parser->next : parser->next + 1;
    op->kind = OPERATOR_IN;
    if (parser_skip_name(parser, "in"))
        return true;
    if (!parser_is_name(parser, "not") || after->kind != TOKEN_NAME || !str_is(after->text, "in"))
        return false;
    op->kind = OPERATOR_NOT_IN;
    op->span = span_join(op->span, after->span);
    parser->next += 2;
    return true;
}

static const struct expression *parse_comparison(struct parser *parser)
{
    LIST(const struct expression *) operands = {0};
    LIST(struct operation) operators = {0};
    struct operation op;
    const struct expression *left = parse_sum(parser);
    *LIST_ADD(parser->arena, &operands) = left;
    while (operands.items[operands.count - 1] && read_comparison(parser, &op)) {
        *LIST_ADD(parser->arena, &operators) = op;
        *LIST_ADD(parser->arena, &operands) = parse_sum(parser);
    }
    if (operators.count == 0)
        return left;
    struct expression *node = parser_node(parser, EXPRESSION_COMPARE, operators.items[0].span,
                                          operands.count, operands.items);
    if (node)
        node->operators = operators.items;
    return node;
}

static const struct expression *parse_not(struct parser *parser)
{
    struct span span = parser->next->span;
    if (!parser_skip_name(parser, "not"))
        return parse_comparison(parser);
    const struct expression *operand = parser_enter(parser) ? parse_not(parser) : NULL;
    parser->depth--;
    return parser_node(parser, EXPRESSION_NOT, span, 1, &operand);
}

static const struct expression *
parse_words(struct parser *parser, const char *word, enum expression_kind kind,
            const struct expression *(*operand)(struct parser *parser))
{
    const struct expression *left = operand(parser);
    while (left && parser_is_name(parser, word)) {
        if (!parser_constant_usable(parser, left))
            return NULL;
        struct span span = parser->next->span;
        parser->next++;
        left = parser_node(parser, kind, span, 2,
                           (const struct expression *[]){left, operand(parser)});
    }
    return left;
}

static const struct expression *parse_and(struct parser *parser)
{
    return parse_words(parser, "and", EXPRESSION_AND, parse_not);
}

static const struct expression *parse_or(struct parser *parser)
{
    return parse_words(parser, "or", EXPRESSION_OR, parse_and);
}

/* a if b else c, where c may be another of its kind; the else may be left out */
static const struct expression *parse_choice(struct parser *parser)
{
    const struct expression *value = parse_or(parser);
    while (value && parser_is_name(parser, "if")) {
        struct span span = parser->next->span;
        parser->next++;
        const struct expression *parts[3] = {value, parse_or(parser), NULL};
        size_t count = 2;
        if (parts[1] && !parser_constant_usable(parser, parts[1]))
            return NULL;
        if (parts[1] && parser_skip_name(parser, "else")) {
            parts[2] = parser_enter(parser) ? parse_choice(parser) : NULL;
            parser->depth--;
            count = 3;
        }
        value = parser_node(parser, EXPRESSION_CHOICE, span, count, parts);
    }
    return value;
}

const struct expression *parse_expression(struct parser *parser)
{
    const struct expression *expression = parser_enter(parser) ? parse_choice(parser) : NULL;
    parser->depth--;
    return expression;
}

const struct expression *parse_condition(struct parser *parser)
{
    const struct expression *expression = parser_enter(parser) ? parse_or(parser) : NULL;
    parser->depth--;
    return expression;
}
