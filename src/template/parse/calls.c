/* Finds filters and tests by name, and gives each argument to its parameter. */
#include "template/parse/parser.h"
#include "template/template_codes.h"

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

/* ---- matching them with parameters ---- */

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

/* ---- the node ---- */

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
