/* Parses text, {{ }} and {% %}; after a fault it goes on with what follows the tag. */
#include "template/parse/parser.h"
#include "template/template_codes.h"

struct statements {
    LIST(struct statement) list;
};

/* A block whose end has not come yet. */
struct opened {
    const char *word; /* "if" or "for" */
    struct span span;
    bool at_else;
    const struct opened *outer;
};

struct refused {
    const char *word, *end, *hint;
};

static const struct refused refused[] = {
    {"macro", "endmacro", "write the part as a file of its own and use {% include %}"},
    {"call", "endcall", "write the part as a file of its own and use {% include %}"},
    {"block", "endblock", "put the parts together with {% include %}"},
    {"extends", NULL, "put the parts together with {% include %}"},
    {"import", NULL, "use {% include %}"},
    {"from", NULL, "use {% include %}"},
    {"filter", "endfilter", "put the filter behind each value: {{ value | upper }}"},
    {"do", NULL, "use {% set %}"},
    {"with", "endwith", "use {% set %}"},
    {"autoescape", "endautoescape", "leave it out: values never count as Markdown"},
    {"trans", "endtrans", "write the text itself"},
    {"set", "endset", NULL}, /* a set that needs its end was refused where it began */
    {"break", NULL, "use {% for item in list if condition %}"},
    {"continue", NULL, "use {% for item in list if condition %}"},
};

static struct body parse_body(struct parser *parser, struct opened *opened);

/* ---- ends of tags ---- */

static bool at_open(const struct parser *parser)
{
    return parser->next->kind == TOKEN_TAG_OPEN || parser->next->kind == TOKEN_PRINT_OPEN ||
           parser->next->kind == TOKEN_TEXT || parser->next->kind == TOKEN_END;
}

/* After a fault: on to what follows the tag. */
static void recover(struct parser *parser)
{
    if (parser->hopeless) {
        while (parser->next->kind != TOKEN_END)
            parser->next++;
        return;
    }
    while (!at_open(parser)) {
        enum token_kind kind = parser->next++->kind;
        if (kind == TOKEN_TAG_CLOSE || kind == TOKEN_PRINT_CLOSE)
            return;
    }
}

/* The end of a {% %}; `well` says whether all went well so far. */
static bool finish_tag(struct parser *parser, bool well)
{
    if (well && parser->next->kind == TOKEN_TAG_CLOSE) {
        parser->next++;
        return true;
    }
    if (well)
        parser_unexpected(parser, "`%}`");
    recover(parser);
    return false;
}

/* From the opening braces to the token just read. */
static struct span tag_span(const struct parser *parser, const struct token *open)
{
    return span_join(open->span, parser->next[-1].span);
}

/* ---- the names that set and for give: one, or several with commas between ---- */

/* Jinja lets a comma follow the last name. */
static bool at_target(const struct parser *parser)
{
    return !parser_is_mark(parser, "=") && !parser_is_name(parser, "in");
}

/* A name that {% set %} or {% for %} binds; false after a diagnostic. */
static bool parse_target(struct parser *parser, struct target *target)
{
    const struct token *token = parser->next;
    if (token->kind != TOKEN_NAME || template_keyword(token->text))
        return parser_unexpected(parser, "a name") != NULL;
    if (str_is(token->text, "loop") || str_is(token->text, "self") ||
        str_is(token->text, "super") || str_is(token->text, "caller")) {
        diag_report(parser->diags, &E305, token->span,
                    "`" STR_FMT "` has a meaning of its own and cannot be set",
                    STR_ARG(token->text));
        return false;
    }
    parser->next++;
    *target = (struct target){token->text, token->span};
    if (!parser_is_mark(parser, "."))
        return true;
    diag_report(parser->diags, &E305, parser->next->span, "only a plain name can be set");
    return false;
}

/* a, b, c: one name or several; false after a diagnostic. */
static bool parse_targets(struct parser *parser, struct statement *statement)
{
    LIST(struct target) targets = {0};
    do {
        if (targets.count > 0 && !at_target(parser))
            break;
        if (!parse_target(parser, LIST_ADD(parser->arena, &targets)))
            return false;
    } while (parser_skip_mark(parser, ","));
    if (targets.count == 1 && parser->next[-1].kind == TOKEN_MARK) {
        diag_report(parser->diags, &E305, parser->next[-1].span,
                    "a comma needs a second name behind it");
        return false;
    }
    statement->name = targets.items[0].name;
    statement->name_span = targets.items[0].span;
    statement->targets = targets.items;
    statement->target_count = targets.count;
    return true;
}

/* ---- single tags ---- */

static void parse_print(struct parser *parser, struct statements *statements)
{
    const struct token *open = parser->next++;
    const struct expression *value = parse_expression(parser);
    bool sound = value && parser_constant_usable(parser, value);
    if (!sound || parser->next->kind != TOKEN_PRINT_CLOSE) {
        if (sound)
            parser_unexpected(parser, "`}}`");
        recover(parser);
        return;
    }
    parser->next++;
    *LIST_ADD(parser->arena, &statements->list) =
        (struct statement){.kind = STATEMENT_PRINT, .span = tag_span(parser, open), .value = value};
}

static bool refuse_block_set(struct parser *parser)
{
    if (parser->next->kind != TOKEN_TAG_CLOSE && !parser_is_mark(parser, "|"))
        return parser_unexpected(parser, "`=`") != NULL;
    struct diag *diag = diag_report(parser->diags, &E305, parser->next->span,
                                    "templates have no `set` that ends with `endset`");
    diag_hint(parser->diags, diag, "write {%% set name = value %%}");
    return false;
}

static void parse_set(struct parser *parser, const struct token *open,
                      struct statements *statements)
{
    struct statement set = {.kind = STATEMENT_SET};
    bool well = parse_targets(parser, &set) &&
                (parser_skip_mark(parser, "=") || refuse_block_set(parser)) &&
                (set.value = parse_expression(parser)) != NULL;
    if (!finish_tag(parser, well))
        return;
    set.span = tag_span(parser, open);
    *LIST_ADD(parser->arena, &statements->list) = set;
}

static bool refuse_dynamic_include(struct parser *parser)
{
    struct diag *diag = diag_report(parser->diags, &E308, parser->next->span,
                                    "the name of an included file must be written out");
    diag_hint(parser->diags, diag, "write {%% include \"sections/name.md\" %%}");
    return false;
}

static void parse_include(struct parser *parser, const struct token *open,
                          struct statements *statements)
{
    struct statement include = {.kind = STATEMENT_INCLUDE};
    const struct token *name = parser->next;
    bool well = name->kind == TOKEN_STRING || refuse_dynamic_include(parser);
    parser->next += well;
    if (!finish_tag(parser, well))
        return;
    include.span = tag_span(parser, open);
    if (!parser->find) {
        diag_report(parser->diags, &E308, name->span, "nothing can be included here");
        return;
    }
    include.file = parser->find(parser->find_context, name->span, name->text);
    if (include.file)
        *LIST_ADD(parser->arena, &statements->list) = include;
}

/* ---- blocks ---- */

/* Is the tag here {% word ... %}? */
static bool at_tag(const struct parser *parser, const char *word)
{
    return parser->next->kind == TOKEN_TAG_OPEN && parser->next[1].kind == TOKEN_NAME &&
           str_is(parser->next[1].text, word);
}

/* Reads the end of a block, or says that it is missing. */
static void close_block(struct parser *parser, const struct opened *opened, const char *end)
{
    if (at_tag(parser, end)) {
        parser->next += 2;
        finish_tag(parser, true);
        return;
    }
    if (parser->hopeless)
        return;
    struct diag *diag =
        diag_report(parser->diags, &E303, opened->span, "this `%s` has no `%s`", opened->word, end);
    if (parser->next->kind == TOKEN_TAG_OPEN)
        diag_note(parser->diags, diag, span_join(parser->next->span, parser->next[1].span),
                  "it must end before this tag");
}

/* {% else %} and what follows, if it is here. */
static bool parse_else(struct parser *parser, struct opened *opened, struct body *body)
{
    if (!at_tag(parser, "else"))
        return false;
    parser->next += 2;
    finish_tag(parser, true);
    opened->at_else = true;
    *body = parse_body(parser, opened);
    return true;
}

static void parse_if(struct parser *parser, const struct token *open, struct opened *opened,
                     struct statements *statements)
{
    LIST(struct branch) branches = {0};
    do {
        const struct expression *condition = parse_condition(parser);
        finish_tag(parser, condition != NULL);
        opened->span = branches.count ? opened->span : tag_span(parser, open);
        struct body body = parse_body(parser, opened);
        *LIST_ADD(parser->arena, &branches) = (struct branch){condition, body};
        if (!at_tag(parser, "elif"))
            break;
        parser->next += 2;
    } while (true);
    struct body otherwise;
    if (parse_else(parser, opened, &otherwise))
        *LIST_ADD(parser->arena, &branches) = (struct branch){NULL, otherwise};
    close_block(parser, opened, "endif");
    *LIST_ADD(parser->arena, &statements->list) =
        (struct statement){.kind = STATEMENT_IF,
                           .span = opened->span,
                           .branches = branches.items,
                           .branch_count = branches.count};
}

static bool parse_for_head(struct parser *parser, struct statement *loop)
{
    if (!parse_targets(parser, loop))
        return false;
    if (!parser_skip_name(parser, "in"))
        return parser_unexpected(parser, "`in`") != NULL;
    loop->value = parse_condition(parser);
    if (loop->value && parser_skip_name(parser, "if")) {
        loop->filter = parse_expression(parser);
        if (!loop->filter)
            return false;
    }
    if (!loop->value || !parser_is_name(parser, "recursive"))
        return loop->value != NULL;
    diag_report(parser->diags, &E305, parser->next->span, "templates have no recursive loops");
    return false;
}

static void parse_for(struct parser *parser, const struct token *open, struct opened *opened,
                      struct statements *statements)
{
    struct statement loop = {.kind = STATEMENT_FOR};
    finish_tag(parser, parse_for_head(parser, &loop));
    loop.span = opened->span = tag_span(parser, open);
    loop.body = parse_body(parser, opened);
    parse_else(parser, opened, &loop.otherwise);
    close_block(parser, opened, "endfor");
    *LIST_ADD(parser->arena, &statements->list) = loop;
}

/* ---- what is no tag of ours ---- */

static bool is_refused(struct parser *parser, const struct token *word)
{
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        if (refused[i].end && str_is(word->text, refused[i].end))
            return true;
        if (!str_is(word->text, refused[i].word))
            continue;
        struct diag *diag = diag_report(parser->diags, &E305, word->span, "templates have no `%s`",
                                        refused[i].word);
        diag_hint(parser->diags, diag, "%s", refused[i].hint);
        return true;
    }
    return false;
}

static void unknown_tag(struct parser *parser, const struct token *word)
{
    static const char *const tags[] = {"if",     "elif", "else", "endif",   "for",
                                       "endfor", "set",  "raw",  "include", "endraw"};
    if (word->kind != TOKEN_NAME) {
        parser_unexpected(parser, "a word such as `if`, `for`, `set` or `include`");
    } else if (!is_refused(parser, word)) {
        struct diag *diag = diag_report(parser->diags, &E304, word->span,
                                        "there is no tag `" STR_FMT "`", STR_ARG(word->text));
        const char *nearest =
            diag_nearest(word->text, tags, sizeof tags / sizeof *tags, sizeof *tags);
        if (nearest)
            diag_hint(parser->diags, diag, "did you mean `%s`?", nearest);
    }
    recover(parser);
}

/* ---- sequences ---- */

static bool closes(const char *word, const struct token *token, const struct opened *opened)
{
    if (str_is(token->text, "else"))
        return !opened->at_else;
    if (str_is(token->text, "elif"))
        return str_is(str_from(word), "if") && !opened->at_else;
    return str_starts(token->text, "end") &&
           str_is(str_part(token->text, 3, token->text.len), word);
}

static bool is_closer(const struct token *token)
{
    return token->kind == TOKEN_NAME &&
           (str_is(token->text, "else") || str_is(token->text, "elif") ||
            str_is(token->text, "endif") || str_is(token->text, "endfor"));
}

/* Does the tag here end the innermost block, or one further out? Else it is reported. */
static bool ends_body(struct parser *parser, const struct opened *opened)
{
    const struct token *word = parser->next + 1;
    if (!is_closer(word))
        return false;
    for (; opened; opened = opened->outer)
        if (closes(opened->word, word, opened))
            return true;
    const char *partner = str_is(word->text, "endfor") ? "for" : "if";
    diag_report(parser->diags, &E303, word->span, "this `" STR_FMT "` has no `%s` before it",
                STR_ARG(word->text), partner);
    return false;
}

static void parse_tag(struct parser *parser, const struct opened *outer,
                      struct statements *statements)
{
    const struct token *open = parser->next++;
    struct opened opened = {.word = "if", .outer = outer};
    if (is_closer(parser->next))
        recover(parser);
    else if (parser_skip_name(parser, "set"))
        parse_set(parser, open, statements);
    else if (parser_skip_name(parser, "include"))
        parse_include(parser, open, statements);
    else if (!parser_is_name(parser, "if") && !parser_is_name(parser, "for"))
        unknown_tag(parser, parser->next);
    else if (!parser_enter(parser))
        recover(parser);
    else if (parser_skip_name(parser, "if"))
        parse_if(parser, open, &opened, statements), parser->depth--;
    else {
        opened.word = "for";
        parser->next++;
        parse_for(parser, open, &opened, statements);
        parser->depth--;
    }
}

static struct body parse_body(struct parser *parser, struct opened *opened)
{
    struct statements statements = {0};
    while (parser->next->kind != TOKEN_END) {
        const struct token *token = parser->next;
        if (token->kind == TOKEN_TAG_OPEN && ends_body(parser, opened))
            break;
        if (token->kind == TOKEN_TAG_OPEN) {
            parse_tag(parser, opened, &statements);
        } else if (token->kind == TOKEN_PRINT_OPEN) {
            parse_print(parser, &statements);
        } else {
            *LIST_ADD(parser->arena, &statements.list) = (struct statement){
                .kind = STATEMENT_TEXT, .span = token->span, .text = token->text};
            parser->next++;
        }
    }
    return (struct body){statements.list.items, statements.list.count};
}

struct body template_parse(struct parser *parser, struct span at, struct str text)
{
    struct tokens tokens = {0};
    template_lex(parser->arena, parser->diags, at, text, &tokens);
    parser->next = tokens.list.items;
    return parse_body(parser, NULL);
}
