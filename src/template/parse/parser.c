/* What the parser is made with: tokens, reports, nodes, and the calls of filters and tests. */
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

/* ---- filters and tests, by name ---- */

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

const struct builtin *call_find(struct parser *parser, enum builtin_kind kind, struct str name,
                                struct span span)
{
    const struct builtin *builtin = builtin_find(kind, name);
    if (builtin)
        return builtin;
    const char *kind_text = kind == BUILTIN_FILTER ? "filter" : "test";
    struct diag *diag = diag_report(parser->diags, &E312, span, "there is no %s `" STR_FMT "`",
                                    kind_text, STR_ARG(name));
    const char *nearest = builtin_nearest(kind, name);
    if (nearest)
        diag_hint(parser->diags, diag, "did you mean `%s`?", nearest);
    return NULL;
}

/* ---- arguments and parameters ---- */

/* The parameter that an argument is for; -1 after a diagnostic. */
static int parameter_of(struct parser *parser, const struct builtin *builtin,
                        const struct argument *argument, size_t position)
{
    size_t count = parameter_count(builtin);
    if (!argument->name.at && position < count)
        return (int)position;
    for (size_t i = 0; argument->name.at && i < count; i++)
        if (str_is(argument->name, builtin->parameters[i].name))
            return (int)i;
    if (!argument->name.at) {
        diag_report(parser->diags, &E313, argument->value->span,
                    "the %s `%s` takes no more than %zu argument%s", kind_name(builtin),
                    builtin->name, count, count == 1 ? "" : "s");
        return -1;
    }
    struct diag *diag = diag_report(parser->diags, &E313, argument->span,
                                    "the %s `%s` has no argument `" STR_FMT "`", kind_name(builtin),
                                    builtin->name, STR_ARG(argument->name));
    const char *nearest = diag_nearest(argument->name, &builtin->parameters[0].name, count,
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
            diag_report(parser->diags, &E313, call->span, "the %s `%s` needs its argument `%s`",
                        kind_name(call->builtin), call->builtin->name, parameter->name);
        diag_hint(parser->diags, diag, "%s", call->builtin->doc);
        return false;
    }
    return true;
}

/* map(attribute="x") and select() apply nothing else; map("upper") and select("odd") do. */
static const struct call *make_call(struct parser *parser, const struct builtin *builtin,
                                    struct span span, const struct argument *arguments,
                                    size_t count);

static bool stream_inside(struct parser *parser, const struct call *call, const struct call *inner)
{
    if (!inner->builtin->stream && inner->builtin->inner == INNER_NONE)
        return false;
    diag_report(parser->diags, &E305, inner->span, "`%s` cannot be applied through `%s`",
                inner->builtin->name, call->builtin->name);
    return true;
}

/* The filter or test named by the text in arguments[0]; those after it are its own. */
static bool add_inner(struct parser *parser, struct call *call, const struct argument *arguments,
                      size_t count)
{
    const struct expression *name = arguments[0].value;
    if (arguments[0].name.at) {
        diag_report(parser->diags, &E313, arguments[0].span, "`%s` has no argument `" STR_FMT "`",
                    call->builtin->name, STR_ARG(arguments[0].name));
        return false;
    }
    if (name->kind != EXPRESSION_LITERAL || name->literal.kind != VALUE_TEXT) {
        diag_report(parser->diags, &E305, name->span,
                    "the name of a filter or test must be written out, in quotation marks");
        return false;
    }
    enum builtin_kind kind = call->builtin->inner == INNER_TEST ? BUILTIN_TEST : BUILTIN_FILTER;
    const struct builtin *builtin = call_find(parser, kind, name->literal.text, name->span);
    if (!builtin)
        return false;
    call->inner = make_call(parser, builtin, name->span, arguments + 1, count - 1);
    return call->inner && !stream_inside(parser, call, call->inner);
}

/* How many of the arguments are the builtin's own: the others belong to what it applies. */
static size_t own_count(const struct builtin *builtin, const struct argument *arguments,
                        size_t count)
{
    if (builtin->inner == INNER_NONE)
        return count;
    size_t own = builtin->inner == INNER_TEST ? parameter_count(builtin) : 0;
    if (count > 0 && arguments[0].name.at)
        return count;
    return own < count ? own : count;
}

static const struct call *make_call(struct parser *parser, const struct builtin *builtin,
                                    struct span span, const struct argument *arguments,
                                    size_t count)
{
    struct call *call = ARENA_NEW(parser->arena, struct call);
    *call = (struct call){.builtin = builtin, .span = span};
    size_t own = own_count(builtin, arguments, count);
    for (size_t i = 0; i < own; i++) {
        int at = parameter_of(parser, builtin, &arguments[i], i);
        if (at < 0)
            return NULL;
        if (call->arguments[at]) {
            diag_report(parser->diags, &E313, arguments[i].span, "the argument `%s` is given twice",
                        builtin->parameters[at].name);
            return NULL;
        }
        call->arguments[at] = arguments[i].value;
    }
    if (own < count && !add_inner(parser, call, arguments + own, count - own))
        return NULL;
    return check_required(parser, call) ? call : NULL;
}

/* ---- the node of a filter or test ---- */

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

struct expression *call_node(struct parser *parser, enum expression_kind kind,
                             const struct expression *operand, const struct builtin *builtin,
                             struct span span, const struct arguments *arguments)
{
    const struct call *call =
        make_call(parser, builtin, span, arguments->list.items, arguments->list.count);
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
