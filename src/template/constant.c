/* Computes, before rendering, the constants that Jinja computes then. */
#include "template/parser.h"
#include "template/render.h"

bool constant_usable(struct parser *parser, const struct expression *expression)
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
