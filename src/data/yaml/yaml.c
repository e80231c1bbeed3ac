/* Reads YAML by libyaml's events into a tree of nodes, and refuses what specifications do without.
 */
#include "data/yaml/yaml.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "data/data_codes.h"
#include "data/yaml/yaml_fault.h"
#include "data/yaml/yaml_pasted.h"
#include "diag/diag_codes.h"
#include "files/files_codes.h"

#include <string.h>
#include <yaml.h>

struct reader {
    struct arena *arena;
    struct diags *diags;
    struct yaml_text text;
    yaml_parser_t parser;
    yaml_event_t event;         /* the current one */
    size_t mark_index, mark_at; /* a place counted in characters, and the same in bytes */
    size_t nodes;
    size_t quote_start, quote_end; /* of the last scalar in quotation marks */
    bool failed;                   /* was anything reported that leaves no tree */
};

/* ---- places ---- */

static bool starts_character(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

/* The offset in bytes of a mark, which counts characters. Marks come nearly in order, so that
   walking from the last one keeps the whole linear. */
static size_t offset_of(struct reader *reader, const yaml_mark_t *mark)
{
    struct str text = reader->text.text;
    while (reader->mark_index < mark->index && reader->mark_at < text.len) {
        utf8_next(text, &reader->mark_at);
        reader->mark_index++;
    }
    while (reader->mark_index > mark->index && reader->mark_at > 0) {
        do
            reader->mark_at--;
        while (reader->mark_at > 0 && !starts_character(text.at[reader->mark_at]));
        reader->mark_index--;
    }
    return reader->mark_at;
}

/* Where the current event stands; a block scalar without the line ends after it. */
static struct span event_span(struct reader *reader)
{
    size_t start = offset_of(reader, &reader->event.start_mark);
    size_t end = offset_of(reader, &reader->event.end_mark);
    struct str text = str_part(reader->text.text, start, end);
    while (text.len > 0 && strchr(" \t\r\n", text.at[text.len - 1]))
        text.len--;
    return yaml_span(&reader->text, start, start + text.len);
}

/* ---- faults ---- */

__attribute__((format(printf, 4, 5))) static void
refuse(struct reader *reader, const struct code *code, const char *hint, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct buf message = {.arena = reader->arena};
    buf_addv(&message, format, args);
    va_end(args);
    struct diag *diag =
        diag_report(reader->diags, code, event_span(reader), STR_FMT, STR_ARG(buf_str(&message)));
    diag_hint(reader->diags, diag, "%s", hint);
    reader->failed = true;
}

/* libyaml refuses a character as such; its place is counted in bytes. */
static void report_character(struct reader *reader)
{
    struct str text = reader->text.text;
    size_t at = reader->parser.problem_offset, end = at;
    if (at < text.len)
        utf8_next(text, &end);
    struct diag *diag =
        diag_report(reader->diags, &E105, yaml_span(&reader->text, at < text.len ? at : 0, end),
                    "the character U+%04X is not allowed", (unsigned)reader->parser.problem_value);
    diag_hint(reader->diags, diag, "delete it and type the text by hand");
}

static void report_fault(struct reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    reader->failed = true;
    if (parser->error == YAML_MEMORY_ERROR)
        arena_exhausted();
    if (parser->error == YAML_READER_ERROR) {
        report_character(reader);
        return;
    }
    struct yaml_fault fault = {
        .problem = str_from(parser->problem),
        .context = str_from(parser->context),
        .context_at = offset_of(reader, &parser->context_mark),
        .at = offset_of(reader, &parser->problem_mark),
        .quote_start = reader->quote_start,
        .quote_end = reader->quote_end,
    };
    yaml_fault_report(reader->diags, &reader->text, &fault);
}

/* ---- events ---- */

/* Goes to the next event; false after a fault. */
static bool advance(struct reader *reader)
{
    yaml_event_delete(&reader->event);
    if (yaml_parser_parse(&reader->parser, &reader->event))
        return true;
    report_fault(reader);
    return false;
}

static const yaml_char_t *event_anchor(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT: return event->data.scalar.anchor;
    case YAML_SEQUENCE_START_EVENT: return event->data.sequence_start.anchor;
    case YAML_MAPPING_START_EVENT: return event->data.mapping_start.anchor;
    default: return NULL;
    }
}

static const yaml_char_t *event_tag(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT: return event->data.scalar.tag;
    case YAML_SEQUENCE_START_EVENT: return event->data.sequence_start.tag;
    case YAML_MAPPING_START_EVENT: return event->data.mapping_start.tag;
    default: return NULL;
    }
}

/* Refuses aliases, anchors and tags. After a tag reading goes on, to find more of them. */
static bool is_plain_event(struct reader *reader)
{
    const yaml_event_t *event = &reader->event;
    if (event->type == YAML_ALIAS_EVENT) {
        refuse(reader, &E112, "write the text out, or put it in quotation marks",
               "`*%s` is an alias, and aliases are not accepted",
               (const char *)event->data.alias.anchor);
        return false;
    }
    if (event_anchor(event)) {
        refuse(reader, &E112, "delete it, or put the text in quotation marks",
               "`&%s` is an anchor, and anchors are not accepted",
               (const char *)event_anchor(event));
        return false;
    }
    if (event_tag(event))
        refuse(reader, &E115, "delete it, or put the text in quotation marks",
               "a text that begins with `!` is a tag, and tags are not accepted");
    return true;
}

/* ---- scalars ---- */

static bool holds(struct str text, uint32_t code_point)
{
    for (size_t at = 0; at < text.len;)
        if (utf8_next(text, &at) == code_point)
            return true;
    return false;
}

/* Escapes can name characters that were not in the file when it was checked. A reserved one that
   stands in the text itself is a template's value. */
static void check_escaped(struct reader *reader, struct str written, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
        bool reserved = utf8_is_reserved(c) && !holds(written, c);
        if (!control && !reserved)
            continue;
        refuse(reader, &E105, "delete it and type the text by hand",
               "the character U+%04X is not allowed", (unsigned)c);
        return;
    }
}

static enum scalar_style style_of(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return SCALAR_QUOTED;
    case YAML_LITERAL_SCALAR_STYLE:
    case YAML_FOLDED_SCALAR_STYLE: return SCALAR_BLOCK;
    default: return SCALAR_PLAIN;
    }
}

static struct str read_text(struct reader *reader)
{
    const yaml_event_t *event = &reader->event;
    struct str text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    if (style_of(event->data.scalar.style) == SCALAR_QUOTED) {
        reader->quote_start = offset_of(reader, &event->start_mark);
        reader->quote_end = offset_of(reader, &event->end_mark);
    }
    if (event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
        check_escaped(reader, str_part(reader->text.text, reader->quote_start, reader->quote_end),
                      text);
    return str_copy(reader->arena, text);
}

static void read_scalar(struct reader *reader, struct node *node)
{
    node->kind = NODE_SCALAR;
    node->style = style_of(reader->event.data.scalar.style);
    node->span = event_span(reader);
    node->text = read_text(reader);
    if (!reader->text.exact)
        return;
    if (node->style == SCALAR_PLAIN && yaml_report_swallowed(reader->diags, node->span))
        reader->failed = true;
    if (node->style != SCALAR_BLOCK)
        yaml_warn_of_hash(reader->diags, node->span, node->style == SCALAR_PLAIN);
}

/* ---- lists and maps ---- */

static bool read_node(struct reader *reader, size_t depth, const struct node **out);

/* Brackets end with themselves, and lists and maps by indentation with what is last in them. */
static void end_span(struct reader *reader, struct node *node, bool bracketed, struct span last)
{
    struct span end = bracketed ? event_span(reader) : last;
    if (end.source && reader->text.exact)
        node->span.end = end.end;
}

static bool read_list(struct reader *reader, size_t depth, struct node *node)
{
    LIST(const struct node *) items = {0};
    bool bracketed = reader->event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    struct span last = {0};
    node->kind = NODE_LIST;
    node->span = event_span(reader);
    while (advance(reader) && reader->event.type != YAML_SEQUENCE_END_EVENT) {
        const struct node *item;
        if (!read_node(reader, depth + 1, &item))
            return false;
        *LIST_ADD(reader->arena, &items) = item;
        last = item->span;
    }
    if (reader->event.type != YAML_SEQUENCE_END_EVENT)
        return false;
    end_span(reader, node, bracketed, last);
    node->items = items.items;
    node->count = items.count;
    return true;
}

static bool read_key(struct reader *reader, struct pair *pair)
{
    if (!is_plain_event(reader))
        return false;
    if (reader->event.type != YAML_SCALAR_EVENT) {
        refuse(reader, &E117, "put the text in quotation marks",
               "a list or a map stands where a key is expected");
        return false;
    }
    pair->key_span = event_span(reader);
    pair->key = read_text(reader);
    if (pair->key.len == 0) {
        refuse(reader, &E117, "write `key: value`", "there is no key before the colon");
        return false;
    }
    return true;
}

static bool read_map(struct reader *reader, size_t depth, struct node *node)
{
    LIST(struct pair) pairs = {0};
    bool bracketed = reader->event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    struct span last = {0};
    node->kind = NODE_MAP;
    node->span = event_span(reader);
    while (advance(reader) && reader->event.type != YAML_MAPPING_END_EVENT) {
        struct pair pair;
        if (!read_key(reader, &pair) || !advance(reader) ||
            !read_node(reader, depth + 1, &pair.value))
            return false;
        *LIST_ADD(reader->arena, &pairs) = pair;
        last = pair.value->span;
    }
    if (reader->event.type != YAML_MAPPING_END_EVENT)
        return false;
    end_span(reader, node, bracketed, last);
    node->pairs = pairs.items;
    node->count = yaml_drop_repeats(reader->arena, reader->diags, pairs.items, pairs.count);
    return true;
}

static bool within_limits(struct reader *reader, size_t depth)
{
    if (depth > LIMIT_YAML_DEPTH) {
        refuse(reader, &E111, "look for brackets or indentation that went wrong",
               "lists and maps stand inside one another more than %d times", LIMIT_YAML_DEPTH);
        return false;
    }
    if (++reader->nodes > LIMIT_YAML_NODES) {
        refuse(reader, &E116, "check that this is the right file",
               "the file holds more than %d values", LIMIT_YAML_NODES);
        return false;
    }
    return true;
}

/* The value that begins with the current event; ends at its last event. Calls itself through lists
   and maps, at most LIMIT_YAML_DEPTH deep. */
static bool read_node(struct reader *reader, size_t depth, const struct node **out)
{
    if (!is_plain_event(reader) || !within_limits(reader, depth))
        return false;
    struct node *node = ARENA_NEW(reader->arena, struct node);
    *out = node;
    if (reader->event.type == YAML_SEQUENCE_START_EVENT)
        return read_list(reader, depth, node);
    if (reader->event.type == YAML_MAPPING_START_EVENT)
        return read_map(reader, depth, node);
    read_scalar(reader, node);
    return true;
}

/* ---- documents ---- */

static void refuse_second(struct reader *reader)
{
    refuse(reader, &E114, "put it in a file of its own", "a second specification begins here");
}

/* The one document; `*root` stays NULL when there is none. False after a fault. */
static bool read_document(struct reader *reader, const struct node **root)
{
    if (!advance(reader) || !advance(reader)) /* the start of the stream */
        return false;
    if (reader->event.type == YAML_STREAM_END_EVENT)
        return true;
    if (!advance(reader) || !read_node(reader, 0, root) || !advance(reader) || !advance(reader))
        return false;
    if (reader->event.type != YAML_STREAM_END_EVENT)
        refuse_second(reader);
    return !reader->failed;
}

static bool read_tree(struct arena *arena, struct diags *diags, struct yaml_text text,
                      const struct node **root)
{
    struct reader reader = {.arena = arena, .diags = diags, .text = text};
    *root = NULL;
    if (!yaml_parser_initialize(&reader.parser))
        arena_exhausted();
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    const char *bytes = text.text.at ? text.text.at : "";
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)bytes, text.text.len);
    bool ok = read_document(&reader, root);
    yaml_event_delete(&reader.event);
    yaml_parser_delete(&reader.parser);
    return ok;
}

const struct node *yaml_read(struct arena *arena, struct diags *diags, const struct source *source)
{
    struct span whole = {source, 0, (uint32_t)source->text.len};
    struct yaml_text text = {.text = source->text, .at = whole, .exact = true};
    const struct node *root;
    if (!read_tree(arena, diags, text, &root))
        return NULL;
    if (node_is_absent(root)) {
        diag_report(diags, &E106, (struct span){source, 0, 0}, "there is nothing in this file");
        return NULL;
    }
    return root;
}

const struct node *yaml_read_part(struct arena *arena, struct diags *diags, struct span at,
                                  struct str text)
{
    struct yaml_text part = {.text = text, .at = at};
    part.exact = at.source && str_equal(span_text(at), text);
    const struct node *root;
    if (!read_tree(arena, diags, part, &root))
        return NULL;
    if (!node_is_absent(root))
        return root;
    struct node *empty = ARENA_NEW(arena, struct node);
    empty->kind = NODE_MAP;
    empty->span = at;
    return empty;
}
