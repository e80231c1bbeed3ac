/* Fenced blocks: a component's name, and its options as YAML with values as plain text. */
#include "brief/spec.h"
#include "doc/doc_codes.h"
#include "doc/markdown/spans.h"

#include "base/unseen.h"
#include "base/utf8.h"
#include "data/bind/bind.h"
#include "data/yaml/yaml.h"

void fence_open(struct builder *builder, struct part info)
{
    struct fence *fence = ARENA_NEW(builder->arena, struct fence);
    fence->info = info;
    fence->body.arena = builder->arena;
    fence->start = NOT_IN_TEXT;
    struct str text = builder->rendered->text;
    bool placed = info.at != NOT_IN_TEXT && info.text.len;
    fence->opened = placed ? line_start(text, info.at) : builder_next_line(builder);
    lost_check(builder, fence->opened);
    builder->fence = fence;
    builder_seen(builder, info);
    builder_moved(builder, str_find(text, '\n', fence->opened));
}

void fence_text(struct builder *builder, struct part part)
{
    struct fence *fence = builder->fence;
    buf_add(&fence->body, part.text);
    if (part.at == NOT_IN_TEXT || !part.text.len)
        return;
    if (fence->start == NOT_IN_TEXT)
        fence->start = part.at;
    fence->end = part.at + part.text.len;
}

/* ---- options ---- */

static const struct node *with_values(struct builder *builder, const struct node *node);

static bool is_ascii(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.at[i] >= 0x80)
            return false;
    return true;
}

/* Where an option was written. An option that consists of one value has that value's place; so has
   one that contains a value with letters beyond ASCII, because those are what later rooms may
   object to. */
static struct span value_origin(const struct builder *builder, const struct node *node)
{
    for (size_t at = 0, start = 0; at < node->text.len; start = at) {
        const struct insert *insert = builder_insert(builder, utf8_next(node->text, &at));
        bool whole = start == 0 && at == node->text.len;
        if (insert && insert->origin.source && (whole || !is_ascii(insert->text)))
            return insert->origin;
    }
    return node->span;
}

static void fill_list(struct builder *builder, struct node *list)
{
    const struct node **items = ARENA_ARRAY(builder->arena, const struct node *, list->count);
    for (size_t i = 0; i < list->count; i++)
        items[i] = with_values(builder, list->items[i]);
    list->items = items;
}

/* An option for which there is only an empty value is left out. */
static bool is_left_out(const struct node *written, const struct node *filled)
{
    return written->kind == NODE_SCALAR && written->text.len > 0 && unseen_is_blank(filled->text);
}

static void fill_map(struct builder *builder, struct node *map)
{
    struct pair *pairs = ARENA_ARRAY(builder->arena, struct pair, map->count);
    size_t count = 0;
    for (size_t i = 0; i < map->count; i++) {
        struct pair pair = map->pairs[i];
        pair.key = rendered_plain(builder->arena, builder->rendered, pair.key);
        pair.value = with_values(builder, pair.value);
        if (!is_left_out(map->pairs[i].value, pair.value))
            pairs[count++] = pair;
    }
    map->pairs = pairs;
    map->count = count;
}

/* Values are put in after the YAML was read, so that none can be taken for YAML. */
static const struct node *with_values(struct builder *builder, const struct node *node)
{
    struct node *copy = ARENA_NEW(builder->arena, struct node);
    *copy = *node;
    if (node->kind == NODE_LIST) {
        fill_list(builder, copy);
    } else if (node->kind == NODE_MAP) {
        fill_map(builder, copy);
    } else {
        copy->span = value_origin(builder, node);
        copy->text = rendered_plain(builder->arena, builder->rendered, node->text);
        if (!str_equal(copy->text, node->text))
            copy->style = SCALAR_QUOTED;
    }
    return copy;
}

/* The parser adds a line end to every line: without the outer ones the body is as long as its
   place, and every option keeps its own place. */
static struct str without_outer_line_ends(struct str body)
{
    size_t start = 0, end = body.len;
    while (start < end && body.at[start] == '\n')
        start++;
    while (end > start && body.at[end - 1] == '\n')
        end--;
    return str_part(body, start, end);
}

static const struct node *read_options(struct builder *builder, struct span name)
{
    const struct fence *fence = builder->fence;
    bool empty = fence->start == NOT_IN_TEXT;
    struct span at = empty ? name : rendered_origin(builder->rendered, fence->start, fence->end);
    const struct node *node = yaml_read_part(builder->arena, builder->diags, at,
                                             without_outer_line_ends(buf_str(&fence->body)));
    return node ? with_values(builder, node) : NULL;
}

/* ---- the component ---- */

static struct str first_word(struct str info)
{
    return str_part(info, 0, str_find(info, ' ', 0));
}

static const struct component *named_component(struct builder *builder, struct span at,
                                               struct str name)
{
    const struct component *component = component_find(builder->components, name);
    if (component)
        return component;
    struct diag *diag = diag_report(builder->diags, &E407, at,
                                    "there is no component `" STR_FMT "`", STR_ARG(name));
    const char *nearest = component_nearest(builder->arena, builder->components, name);
    if (nearest)
        diag_hint(builder->diags, diag, "did you mean `%s`?", nearest);
    return NULL;
}

static void check_place(struct builder *builder, struct span at, struct str info)
{
    if (builder->nesting)
        diag_report(builder->diags, &E408, at, "a component stands inside a list or a quotation");
    if (first_word(info).len == info.len)
        return;
    struct diag *diag = diag_report(builder->diags, &E409, at,
                                    "only the component's name may stand behind the backticks");
    diag_hint(builder->diags, diag, "write options in the lines below, such as `caption: ...`");
}

static void add_component(struct builder *builder, const struct component *component,
                          struct span at)
{
    const struct node *node = read_options(builder, at);
    if (!node)
        return;
    struct bind_context context = {builder->arena, builder->diags, builder->briefing->frameworks};
    void *options = arena_alloc(builder->arena, component->options->size);
    bool bound = bind_record(&context, component->options, node, options);
    if (bound && component->check)
        component->check(builder->diags, builder->briefing, options);
    struct block *block = block_add(builder->arena, builder->block, BLOCK_COMPONENT, at);
    block->component = component;
    block->options = options;
}

static void refuse_code(struct builder *builder)
{
    const struct fence *fence = builder->fence;
    struct span at = fence->start == NOT_IN_TEXT
                         ? builder_here(builder)
                         : rendered_origin(builder->rendered, fence->start, fence->end);
    struct diag *diag =
        diag_report(builder->diags, &E406, at, "code blocks are not part of a briefing");
    diag_hint(builder->diags, diag, "name a component behind the backticks");
}

static void read_component(struct builder *builder)
{
    struct span at = builder_origin(builder, builder->fence->info);
    struct str info =
        str_trim(rendered_plain(builder->arena, builder->rendered, builder->fence->info.text));
    check_place(builder, at, info);
    const struct component *component = named_component(builder, at, first_word(info));
    if (component)
        add_component(builder, component, at);
}

/* ---- where it ends ---- */

/* How many backticks or tildes a line begins with, behind spaces and marks of quotations and lists;
   `*at` comes to stand behind them. */
static size_t fence_marks(struct str text, size_t *at, size_t end, char *mark)
{
    while (*at < end && text.at[*at] != '`' && text.at[*at] != '~')
        (*at)++;
    *mark = *at < end ? text.at[*at] : '\0';
    size_t start = *at;
    while (*at < end && text.at[*at] == *mark)
        (*at)++;
    return *at - start;
}

static bool closes(struct str text, size_t start, size_t end, size_t opened, char mark)
{
    size_t at = start;
    while (at < end && (text.at[at] == ' ' || text.at[at] == '>'))
        at++;
    size_t first = at;
    char other;
    size_t count = fence_marks(text, &at, end, &other);
    return at - count == first && other == mark && count >= opened &&
           !str_trim(str_part(text, at, end)).len;
}

/* Is there a line that ends the block, in the file that it began in? What follows in the other
   file, as a template's own block behind an officer's text, is not its end. */
static bool is_closed(const struct builder *builder, const struct fence *fence)
{
    const struct rendered *rendered = builder->rendered;
    struct str text = rendered->text;
    size_t at = fence->opened, end = str_find(text, '\n', at);
    char mark;
    size_t opened = fence_marks(text, &at, end, &mark);
    const struct source *source = rendered_origin(rendered, fence->opened, at).source;
    for (size_t start = end + 1; start < text.len; start = end + 1) {
        end = str_find(text, '\n', start);
        if (closes(text, start, end, opened, mark))
            return rendered_origin(rendered, start, end).source == source;
    }
    return false;
}

static void report_unclosed(struct builder *builder)
{
    struct str text = builder->rendered->text;
    size_t start = builder->fence->opened, end = str_find(text, '\n', start);
    struct diag *diag =
        diag_report(builder->diags, &E424, rendered_origin(builder->rendered, start, end),
                    "this block is never closed");
    diag_hint(builder->diags, diag, "write a line of three backticks where it ends");
}

void fence_close(struct builder *builder)
{
    struct fence *fence = builder->fence;
    if (!is_closed(builder, fence))
        report_unclosed(builder);
    else if (str_trim(fence->info.text).len)
        read_component(builder);
    else
        refuse_code(builder);
    if (fence->start != NOT_IN_TEXT)
        builder_moved(builder, fence->end);
    builder->fence = NULL;
}
