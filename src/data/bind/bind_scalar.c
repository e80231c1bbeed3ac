/* Binds texts, answers and dates. */
#include "base/ascii.h"
#include "data/bind/binder.h"
#include "data/data_codes.h"

#include "base/unseen.h"
#include "base/utf8.h"

/* ---- what every kind of field asks ---- */

bool want_scalar(struct binder *binder, const struct slot *slot)
{
    if (slot->node->kind == NODE_SCALAR)
        return true;
    bool list = slot->node->kind == NODE_LIST;
    struct diag *diag =
        diag_report(binder->diags, &E203, slot->node->span, "`%s` takes one value, not %s",
                    slot->field->name, list ? "a list" : "keys of its own");
    bool bracketed = str_starts(span_text(slot->node->span), list ? "[" : "{");
    diag_hint(binder->diags, diag,
              bracketed ? "put a text in brackets in quotation marks too"
                        : "write the value behind the colon");
    return false;
}

/* Where a text holds what becomes of a character that was read in another encoding than it was
   written in, such as `â€™` of an apostrophe; absent where it does not. */
static struct str find_garbled(struct str text)
{
    for (size_t i = 0; i + 3 < text.len; i++) {
        if ((unsigned char)text.at[i] < 0x80)
            continue; /* as nearly always */
        struct str rest = str_part(text, i, text.len);
        bool latin = str_starts(rest, "\u00C3") || str_starts(rest, "\u00C2");
        bool behind = text.at[i + 2] == '\xC2' && (unsigned char)text.at[i + 3] >= 0x80;
        size_t end = i + strlen("\u00E2\u20AC");
        if (str_starts(rest, "\u00E2\u20AC")) {
            if (end < text.len)
                utf8_next(text, &end);
            return str_part(text, i, end);
        }
        if (latin && behind)
            return str_part(text, i, i + strlen("\u00C3\u00A9"));
    }
    return STR_NONE;
}

static void warn_garbled(struct binder *binder, const struct node *node)
{
    struct str found = find_garbled(node->text);
    if (!found.at)
        return;
    struct diag *diag = diag_report(
        binder->diags, &W271, node->span,
        "`" STR_FMT "` was another character before this text was saved", STR_ARG(found));
    diag_hint(binder->diags, diag, "type that character, or save the file as UTF-8 anew");
}

struct str want_text(struct binder *binder, const struct node *node)
{
    struct str text = str_trim(node->text);
    if (!unseen_is_blank(text)) {
        warn_garbled(binder, node);
        return text;
    }
    struct diag *diag = diag_report(binder->diags, &E214, node->span, "this text is empty");
    diag_hint(binder->diags, diag, "write it, or delete the line");
    return STR_NONE;
}

struct str want_code(struct binder *binder, const struct node *node)
{
    struct str text = want_text(binder, node);
    struct str shown = unseen_trim(text);
    return shown.len ? unseen_plain(binder->arena, shown) : text;
}

static bool begins_curly(struct str text)
{
    static const char *const marks[] = {"\u201C", "\u201D", "\u201E", "\u2018", "\u00AB", "\u2033"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(text, marks[i]))
            return true;
    return false;
}

static bool is_item(struct binder *binder, const struct slot *slot, const struct node *item)
{
    if (item->kind == NODE_SCALAR)
        return want_text(binder, item).at != NULL;
    bool curly = item->kind == NODE_MAP && item->count && begins_curly(item->pairs[0].key);
    if (curly) {
        struct diag *told = diag_report(binder->diags, &E203, item->span,
                                        "curly quotation marks do not count in YAML");
        diag_hint(binder->diags, told, "write straight ones around the text: \"");
        return false;
    }
    struct diag *diag =
        diag_report(binder->diags, &E203, item->span, "an item of `%s` is one value, not %s",
                    slot->field->name, item->kind == NODE_LIST ? "a list" : "a map");
    diag_hint(binder->diags, diag,
              "write one value an item; put a text with a colon in quotation marks");
    return false;
}

struct nodes want_scalars(struct binder *binder, const struct slot *slot)
{
    const struct node *node = slot->node;
    if (node->kind == NODE_MAP) {
        struct diag *diag =
            diag_report(binder->diags, &E203, node->span, "`%s` takes a list, not keys of its own",
                        slot->field->name);
        diag_hint(binder->diags, diag, "begin each line with `- `");
        return (struct nodes){0};
    }
    struct nodes all = {&slot->node, 1};
    if (node->kind == NODE_LIST)
        all = (struct nodes){node->items, node->count};
    const struct node **kept = ARENA_ARRAY(binder->arena, const struct node *, all.count);
    size_t count = 0;
    for (size_t i = 0; i < all.count; i++)
        if (is_item(binder, slot, all.items[i]))
            kept[count++] = all.items[i];
    return (struct nodes){kept, count};
}

/* ---- texts ---- */

/* Where a character of a value was written; the whole value, where an escape stands for it. */
static struct span character_place(const struct node *node, struct str character)
{
    struct str written = span_text(node->span);
    for (size_t at = 0; at + character.len <= written.len; at++) {
        uint32_t start = node->span.start + (uint32_t)at;
        if (memcmp(written.at + at, character.at, character.len) == 0)
            return (struct span){node->span.source, start, start + (uint32_t)character.len};
    }
    return node->span;
}

/* Each character that cannot be seen is reported once, where it stands first. */
static void tell_unseen(struct binder *binder, const struct node *node)
{
    struct unseen unseen;
    uint32_t told = 0;
    for (size_t at = 0; unseen_find(node->text, at, UNSEEN_TOLD, &unseen); at = unseen.end) {
        if (unseen.code_point == told)
            continue;
        told = unseen.code_point;
        diag_report_unseen(binder->diags, &unseen,
                           character_place(node, str_part(node->text, unseen.at, unseen.end)));
    }
}

/* The end of a tag such as `<br>`, or of a character's name such as `&nbsp;`; 0 when it is none. */
static size_t markup_end(struct str text, size_t at)
{
    char stop = text.at[at] == '<' ? '>' : ';';
    size_t end = at + 1;
    if (end < text.len && (text.at[end] == '/' || text.at[end] == '#'))
        end++;
    size_t name = end;
    while (end < text.len && (ascii_is_letter(text.at[end]) || ascii_is_digit(text.at[end])))
        end++;
    bool named = end > name + (stop == ';' && text.at[at + 1] != '#') && end < text.len &&
                 text.at[end] == stop;
    return named ? end + 1 : 0;
}

/* The first mark in a text that only Markdown or HTML would read; absent when there is none. */
static struct str find_mark(struct str text)
{
    for (size_t at = 0; at + 1 < text.len; at++) {
        char first = text.at[at], next = text.at[at + 1];
        if (first != '<' && first != '&' && first != ']' && first != '*')
            continue; /* as nearly always */
        struct str rest = str_part(text, at, text.len);
        size_t end = 0;
        if (first == '<' || first == '&')
            end = markup_end(text, at);
        else if (str_starts(rest, "](http") || str_starts(rest, "](mailto:"))
            end = at + 2;
        else if (str_starts(rest, "**") && rest.len > 2 && rest.at[2] != '*' && rest.at[2] != ' ')
            end = at + 2;
        if (end)
            return str_part(text, at, end);
        at += next == '*' && first == '*';
    }
    return STR_NONE;
}

static void warn_marks(struct binder *binder, const struct node *node)
{
    struct str mark = find_mark(node->text);
    if (!mark.at)
        return;
    struct diag *diag =
        diag_report(binder->diags, &W405, character_place(node, mark),
                    "`" STR_FMT "` would be printed as it stands: no Markdown is read in this text",
                    STR_ARG(mark));
    diag_hint(binder->diags, diag, "write the words alone");
}

/* Who typed them believed that they quote the text, as straight ones would. */
static void warn_curly(struct binder *binder, const struct node *node)
{
    static const char *const pairs[][2] = {{"\u201C", "\u201D"}, {"\u2018", "\u2019"}};
    struct str text = str_trim(node->text);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t size = strlen(pairs[i][0]);
        if (text.len <= 2 * size || !str_starts(text, pairs[i][0]) || !str_ends(text, pairs[i][1]))
            continue;
        struct str inner = str_part(text, size, text.len - size);
        bool whole = str_find(inner, '\xE2', 0) == inner.len;
        if (!whole || node->style != SCALAR_PLAIN || node->span.source->kind == SOURCE_TABLE)
            continue;
        struct diag *diag = diag_report(binder->diags, &W406, node->span,
                                        "the curly quotation marks around this text are printed");
        diag_hint(binder->diags, diag,
                  "leave them out; to print them, put straight ones around them");
    }
}

static struct str plain_text(struct binder *binder, const struct node *node, struct str text)
{
    tell_unseen(binder, node);
    warn_marks(binder, node);
    warn_curly(binder, node);
    return unseen_clean(binder->arena, text);
}

/* Markdown keeps the indentation of its first line. */
void bind_text(struct binder *binder, const struct slot *slot)
{
    if (!want_scalar(binder, slot))
        return;
    const struct node *node = slot->node;
    struct str text = want_text(binder, node);
    if (text.at && slot->field->kind == FIELD_MARKDOWN) {
        tell_unseen(binder, node);
        text = (struct str){node->text.at, (size_t)(text.at + text.len - node->text.at)};
    } else if (text.at) {
        text = plain_text(binder, node, text);
    }
    *(struct str *)slot->at = text;
}

void bind_texts(struct binder *binder, const struct slot *slot)
{
    struct nodes nodes = want_scalars(binder, slot);
    struct str *items = ARENA_ARRAY(binder->arena, struct str, nodes.count);
    struct span *spans = ARENA_ARRAY(binder->arena, struct span, nodes.count);
    for (size_t i = 0; i < nodes.count; i++) {
        items[i] = plain_text(binder, nodes.items[i], str_trim(nodes.items[i]->text));
        spans[i] = nodes.items[i]->span;
    }
    *(struct texts *)slot->at = (struct texts){items, spans, nodes.count};
}

/* ---- answers and dates ---- */

static bool is_either(struct str text, const char *a, const char *b)
{
    char small[8];
    if (text.len >= sizeof small)
        return false;
    for (size_t i = 0; i < text.len; i++)
        small[i] = ascii_lower(text.at[i]);
    struct str lowered = {small, text.len};
    return str_is(lowered, a) || str_is(lowered, b);
}

void bind_answer(struct binder *binder, const struct slot *slot)
{
    if (!want_scalar(binder, slot))
        return;
    struct str text = want_code(binder, slot->node);
    enum answer *answer = slot->at;
    if (!text.at)
        return;
    if (is_either(text, "yes", "true")) {
        *answer = ANSWER_YES;
    } else if (is_either(text, "no", "false")) {
        *answer = ANSWER_NO;
    } else {
        struct diag *diag = diag_report(binder->diags, &E204, slot->node->span,
                                        "`%s` is yes or no, not `" STR_FMT "`", slot->field->name,
                                        STR_ARG(text_shown(binder->arena, text)));
        diag_hint(binder->diags, diag, "write yes or no, or leave it out when it is not known");
    }
}

bool read_date(struct arena *arena, struct diags *diags, struct str text, struct span span,
               struct date *date)
{
    struct str why, instead;
    if (date_parse(arena, text, date, &why, &instead))
        return true;
    struct diag *diag = diag_report(diags, &E205, span, "`" STR_FMT "` is not a date: " STR_FMT,
                                    STR_ARG(text_shown(arena, text)), STR_ARG(why));
    if (instead.at) {
        diag_hint(diags, diag, "write " STR_FMT, STR_ARG(instead));
        if (date_reads_one_way(arena, text))
            diag_correct(diags, diag, span, instead);
        else
            diag_suggest(diags, diag, span, instead);
    }
    return false;
}

void bind_date(struct binder *binder, const struct slot *slot)
{
    const struct node *node = slot->node;
    if (!want_scalar(binder, slot))
        return;
    struct str text = want_code(binder, node);
    if (text.at)
        read_date(binder->arena, binder->diags, text, node->span, slot->at);
}
