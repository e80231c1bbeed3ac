/* Parses the names that set and for give: one, or several with commas between. */
#include "template/parser.h"

/* Jinja lets a comma stand behind the last name. */
static bool at_target(const struct parser *parser)
{
    return !parser_is_mark(parser, "=") && !parser_is_name(parser, "in");
}

/* A name that {% set %} or {% for %} gives; false after a diagnostic. */
static bool parse_target(struct parser *parser, struct target *target)
{
    const struct token *token = parser->next;
    if (token->kind != TOKEN_NAME || template_keyword(token->text))
        return parser_unexpected(parser, "a name") != NULL;
    if (str_is(token->text, "loop") || str_is(token->text, "self") ||
        str_is(token->text, "super") || str_is(token->text, "caller")) {
        diag_report(parser->diags, E305, token->span,
                    "`" STR_FMT "` has a meaning of its own and cannot be set",
                    STR_ARG(token->text));
        return false;
    }
    parser->next++;
    *target = (struct target){token->text, token->span};
    if (!parser_is_mark(parser, "."))
        return true;
    diag_report(parser->diags, E305, parser->next->span, "only a plain name can be set");
    return false;
}

/* a, b, c: one name or several; false after a diagnostic. */
bool parse_targets(struct parser *parser, struct statement *statement)
{
    LIST(struct target) targets = {0};
    do {
        if (targets.count > 0 && !at_target(parser))
            break;
        if (!parse_target(parser, LIST_ADD(parser->arena, &targets)))
            return false;
    } while (parser_skip_mark(parser, ","));
    if (targets.count == 1 && parser->next[-1].kind == TOKEN_MARK) {
        diag_report(parser->diags, E305, parser->next[-1].span,
                    "a comma needs a second name behind it");
        return false;
    }
    statement->name = targets.items[0].name;
    statement->name_span = targets.items[0].span;
    statement->targets = targets.items;
    statement->target_count = targets.count;
    return true;
}
