/* What the files of the parser share: looking at tokens, reporting, making nodes. */
#include "template/parse/parser.h"

#include "base/limits.h"
#include "template/render/render.h"
#include "template/template_codes.h"

bool template_keyword(struct str word)
{
    static const char *const keywords[] = {"and",  "or",    "not",   "in",   "is",
                                           "if",   "else",  "elif",  "for",  "true",
                                           "True", "false", "False", "none", "None"};
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        if (str_is(word, keywords[i]))
            return true;
    return false;
}

bool parser_is_mark(const struct parser *parser, const char *mark)
{
    return parser->next->kind == TOKEN_MARK && str_is(parser->next->text, mark);
}

bool parser_is_name(const struct parser *parser, const char *name)
{
    return parser->next->kind == TOKEN_NAME && str_is(parser->next->text, name);
}

bool parser_skip_mark(struct parser *parser, const char *mark)
{
    bool here = parser_is_mark(parser, mark);
    parser->next += here;
    return here;
}

bool parser_skip_name(struct parser *parser, const char *name)
{
    bool here = parser_is_name(parser, name);
    parser->next += here;
    return here;
}

static struct str token_describe(struct arena *arena, const struct token *token)
{
    switch (token->kind) {
    case TOKEN_PRINT_CLOSE: return STR("`}}`");
    case TOKEN_TAG_CLOSE: return STR("`%}`");
    case TOKEN_STRING: return STR("a text");
    case TOKEN_WHOLE:
    case TOKEN_DECIMAL:
    case TOKEN_NAME:
    case TOKEN_MARK: return str_format(arena, "`" STR_FMT "`", STR_ARG(token->text));
    default: return STR("the end of the tag");
    }
}

const void *parser_unexpected(struct parser *parser, const char *wanted)
{
    const struct token *token = parser->next;
    if (token->kind == TOKEN_FAULT)
        return NULL;
    struct str here = token_describe(parser->arena, token);
    diag_report(parser->diags, &E301, token->span, "%s is expected here, not " STR_FMT, wanted,
                STR_ARG(here));
    return NULL;
}

bool parser_expect_mark(struct parser *parser, const char *mark, const char *where)
{
    if (parser_skip_mark(parser, mark))
        return true;
    const char *wanted = str_z(parser->arena, str_format(parser->arena, "`%s` %s", mark, where));
    return parser_unexpected(parser, wanted) != NULL;
}

static void too_deep(struct parser *parser, struct span span)
{
    if (!parser->hopeless)
        diag_report(parser->diags, &E307, span, "this is nested more than %d deep",
                    LIMIT_TEMPLATE_DEPTH);
    parser->hopeless = true;
}

bool parser_enter(struct parser *parser)
{
    if (++parser->depth <= LIMIT_TEMPLATE_DEPTH)
        return true;
    too_deep(parser, parser->next->span);
    return false;
}

static struct span span_around(struct span span, const struct expression *operand)
{
    if (operand->span.source != span.source)
        return span;
    struct span whole = span;
    whole.start = operand->span.start < span.start ? operand->span.start : span.start;
    whole.end = operand->span.end > span.end ? operand->span.end : span.end;
    return whole;
}

struct expression *parser_node(struct parser *parser, enum expression_kind kind, struct span span,
                               size_t count, const struct expression *const *operands)
{
    struct expression *node = ARENA_NEW(parser->arena, struct expression);
    const struct expression **kept = ARENA_ARRAY(parser->arena, const struct expression *, count);
    *node = (struct expression){.kind = kind, .span = span, .word = span, .height = 1};
    node->constant = kind != EXPRESSION_NAME && kind != EXPRESSION_CYCLE;
    for (size_t i = 0; i < count; i++) {
        kept[i] = operands[i];
        if (!operands[i])
            return NULL;
        node->span = span_around(node->span, operands[i]);
        node->constant = node->constant && operands[i]->constant;
        node->picks = node->picks || operands[i]->picks;
        if (operands[i]->height >= node->height)
            node->height = operands[i]->height + 1;
    }
    node->picks = node->constant && (node->picks || kind == EXPRESSION_INDEX);
    node->operands = kept;
    node->operand_count = count;
    if (node->height <= LIMIT_TEMPLATE_DEPTH)
        return node;
    too_deep(parser, node->span);
    return NULL;
}

bool parser_constant_usable(struct parser *parser, const struct expression *expression)
{
    if (!expression->picks)
        return true;
    struct rendering rendering = {
        .arena = parser->arena, .diags = parser->diags, .here = expression->span};
    struct value value = evaluate(&rendering, expression);
    if (!rendering.failed && (value.kind != VALUE_UNDEFINED || value.missing))
        value_usable(&rendering, &value, expression->span);
    return !rendering.failed;
}
