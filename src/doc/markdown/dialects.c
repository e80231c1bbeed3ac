/* Marks of other kinds of Markdown: each is refused by name, because it would be printed as it
   stands. */
#include "doc/doc_codes.h"
#include "doc/markdown/spans.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* A place in a line of the rendered text. */
struct mark_place {
    struct str text; /* up to the end of the line */
    size_t line, at; /* where the line begins, and the mark */
    bool first;      /* nothing but spaces and > stand before it in the line */
    const struct block *block;
};

static bool is_word(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c) || (unsigned char)c >= 0x80;
}

static char byte_at(struct str text, size_t at)
{
    return at < text.len ? text.at[at] : '\0';
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\0';
}

static bool starts_at(struct str text, size_t at, const char *mark)
{
    return str_starts(str_part(text, at, text.len), mark);
}

static char before(const struct mark_place *place)
{
    return place->at > place->line ? place->text.at[place->at - 1] : '\0';
}

/* Where the next `mark` behind `from` ends; 0 when there is none in the line. */
static size_t end_of_next(struct str text, size_t from, const char *mark)
{
    for (size_t at = from; at < text.len; at++)
        if (starts_at(text, at, mark))
            return at + strlen(mark);
    return 0;
}

/* ---- one function a mark: where it ends, 0 when it is none ---- */

static size_t footnote(const struct mark_place *place)
{
    if (starts_at(place->text, place->at, "^[") && place->at + 2 < place->text.len)
        return end_of_next(place->text, place->at + 2, "]");
    size_t end = end_of_next(place->text, place->at, "]");
    bool blank = end && str_find(str_part(place->text, 0, end), ' ', place->at) < end;
    return starts_at(place->text, place->at, "[^") && end > place->at + 3 && !blank ? end : 0;
}

/* A footnote whose text reads as the address of a link. */
static size_t linked_footnote(const struct mark_place *place)
{
    bool opened = byte_at(place->text, place->at) == '^' && before(place) == '[' &&
                  (place->at < 2 || place->text.at[place->at - 2] != '\\');
    return opened ? end_of_next(place->text, place->at, "]") : 0;
}

static size_t task(const struct mark_place *place)
{
    bool in_item = place->block->kind == BLOCK_ITEM || place->block->parent->kind == BLOCK_ITEM;
    char state = byte_at(place->text, place->at + 1);
    bool box = byte_at(place->text, place->at) == '[' &&
               byte_at(place->text, place->at + 2) == ']' &&
               (state == ' ' || state == 'x' || state == 'X');
    bool begins = is_space(byte_at(place->text, place->at + 3));
    for (size_t i = place->line; box && i < place->at; i++)
        begins &= memchr(" \t>-*+.)0123456789", place->text.at[i], 18) != NULL;
    return box && in_item && begins ? place->at + 3 : 0;
}

static size_t wiki_link(const struct mark_place *place)
{
    return starts_at(place->text, place->at, "[[") ? end_of_next(place->text, place->at + 2, "]]")
                                                   : 0;
}

static size_t alert(const struct mark_place *place)
{
    size_t end = place->at + 2;
    if (!starts_at(place->text, place->at, "[!") || !place->first)
        return 0;
    while (ascii_is_letter(byte_at(place->text, end)))
        end++;
    return byte_at(place->text, end) == ']' ? end + 1 : 0;
}

/* `==words==`: with no blank just inside the marks, and no more of the same sign just outside. */
static size_t paired(const struct mark_place *place, const char *mark, bool one_word)
{
    size_t len = strlen(mark), start = place->at + len;
    if (!starts_at(place->text, place->at, mark) || before(place) == mark[0] ||
        is_space(byte_at(place->text, start)) || byte_at(place->text, start) == mark[0])
        return 0;
    size_t end = end_of_next(place->text, start, mark);
    if (!end || is_space(place->text.at[end - len - 1]) || byte_at(place->text, end) == mark[0])
        return 0;
    bool spaced = str_find(str_part(place->text, 0, end), ' ', start) < end;
    return one_word && spaced ? 0 : end;
}

static size_t highlight(const struct mark_place *place)
{
    return paired(place, "==", false);
}

static size_t struck(const struct mark_place *place)
{
    return paired(place, "~~", false);
}

static size_t subscript(const struct mark_place *place)
{
    return paired(place, "~", true);
}

static size_t superscript(const struct mark_place *place)
{
    return paired(place, "^", true);
}

static size_t inserted(const struct mark_place *place)
{
    return is_word(before(place)) ? 0 : paired(place, "++", false);
}

static size_t attributes(const struct mark_place *place)
{
    char first = byte_at(place->text, place->at + 1), second = byte_at(place->text, place->at + 2);
    bool class = (first == '.' || first == '#') && ascii_is_letter(second);
    bool list = first == ':' && (second == ' ' || second == '.' || second == '#');
    size_t end =
        byte_at(place->text, place->at) == '{' ? end_of_next(place->text, place->at, "}") : 0;
    bool pair = end && ascii_is_letter(first) &&
                str_find(str_part(place->text, 0, end), '=', place->at) < end &&
                str_find(str_part(place->text, 0, end), ' ', place->at) == end;
    return class || list || pair ? end : 0;
}

static size_t template_tag(const struct mark_place *place)
{
    if (starts_at(place->text, place->at, "{{"))
        return end_of_next(place->text, place->at, "}}");
    return starts_at(place->text, place->at, "{%") ? end_of_next(place->text, place->at, "%}") : 0;
}

static size_t fenced(const struct mark_place *place)
{
    bool box = starts_at(place->text, place->at, ":::");
    bool note =
        starts_at(place->text, place->at, "!!! ") || starts_at(place->text, place->at, "??? ");
    return place->first && (box || note) ? place->text.len : 0;
}

static size_t front_matter(const struct mark_place *place)
{
    bool plus = str_is(str_trim(str_part(place->text, place->line, place->text.len)), "+++");
    return place->first && plus ? place->text.len : 0;
}

/* Below its term, with a colon. */
static size_t definition(const struct mark_place *place)
{
    bool marked =
        byte_at(place->text, place->at) == ':' && byte_at(place->text, place->at + 1) == ' ';
    return place->first && marked ? place->text.len : 0;
}

static size_t sign_by_name(const struct mark_place *place)
{
    size_t end = place->at + 1;
    if (byte_at(place->text, place->at) != ':' || is_word(before(place)) || before(place) == ':')
        return 0;
    while (ascii_is_letter(byte_at(place->text, end)) || byte_at(place->text, end) == '_')
        end++;
    bool closed = end > place->at + 2 && byte_at(place->text, end) == ':';
    return closed && !is_word(byte_at(place->text, end + 1)) ? end + 1 : 0;
}

static size_t formula(const struct mark_place *place)
{
    return starts_at(place->text, place->at, "$$") ? place->at + 2 : 0;
}

/* `$x^2$`, and not two sums of dollars. */
static size_t formula_in_line(const struct mark_place *place)
{
    size_t end = paired(place, "$", false);
    for (size_t i = place->at; i < end; i++)
        if (memchr("^_\\{", place->text.at[i], 4))
            return end;
    return 0;
}

static size_t spoiler(const struct mark_place *place)
{
    return place->first ? 0 : paired(place, "||", false);
}

/* `*[HTML]: words` */
static size_t abbreviation(const struct mark_place *place)
{
    size_t end = end_of_next(place->text, place->at, "]:");
    return place->first && starts_at(place->text, place->at, "*[") ? end : 0;
}

static size_t cited_by_key(const struct mark_place *place)
{
    return starts_at(place->text, place->at, "[@") ? end_of_next(place->text, place->at, "]") : 0;
}

/* A link whose address contains a blank is not taken for a link. */
static size_t cut_link(const struct mark_place *place)
{
    size_t words = end_of_next(place->text, place->at, "](");
    size_t end = words ? end_of_next(place->text, words, ")") : 0;
    bool address =
        words && (starts_at(place->text, words, "http") || starts_at(place->text, words, "www."));
    return byte_at(place->text, place->at) == '[' && address ? end : 0;
}

/* `[words][name]`: the line that gives the name its address is missing. */
static size_t lost_link(const struct mark_place *place)
{
    size_t words = end_of_next(place->text, place->at, "]");
    size_t end = words ? end_of_next(place->text, words, "]") : 0;
    bool spaced = words && str_find(str_part(place->text, 0, words), ' ', place->at) < words;
    return byte_at(place->text, place->at) == '[' && spaced && byte_at(place->text, words) == '['
               ? end
               : 0;
}

static size_t seventh_level(const struct mark_place *place)
{
    size_t end = place->at;
    while (byte_at(place->text, end) == '#')
        end++;
    return place->first && end > place->at + 6 ? end : 0;
}

static size_t page_command(const struct mark_place *place)
{
    static const char *const commands[] = {"\\newpage", "\\pagebreak", "\\clearpage", "\\toc"};
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (starts_at(place->text, place->at, commands[i]))
            return place->at + strlen(commands[i]);
    return 0;
}

static size_t contents(const struct mark_place *place)
{
    return place->first && starts_at(place->text, place->at, "[TOC]") ? place->at + 5 : 0;
}

/* Marks that did not make text strong or emphatic, mostly because of a blank just inside them. */
static size_t loose_strong(const struct mark_place *place)
{
    const char *mark = starts_at(place->text, place->at, "**") ? "**" : "__";
    char first = mark[0];
    bool alone = before(place) != first && byte_at(place->text, place->at + 2) != first;
    bool near = is_word(before(place)) || is_word(byte_at(place->text, place->at + 2));
    return starts_at(place->text, place->at, mark) && alone && near ? place->at + 2 : 0;
}

static size_t last_backslash(const struct mark_place *place)
{
    bool last = place->at + 1 == place->text.len && place->at > place->line;
    return last && byte_at(place->text, place->at) == '\\' ? place->at + 1 : 0;
}

static const struct {
    const char *first; /* the signs that it may begin with */
    size_t (*end)(const struct mark_place *place);
    const char *name; /* NULL: of this Markdown too, but without effect where it stands */
    const char *cure;
} marks[] = {
    {"[^", footnote, "a footnote", "cite a source, or put it into the text in brackets"},
    {"^", linked_footnote, "a footnote", "cite a source, or put it into the text in brackets"},
    {"[", task, "a box to tick", "say in words what is done and what is not"},
    {"[", contents, "a list of contents", "leave it out: the template makes one"},
    {"[", alert, "a heading of a box", "write what it is in words, such as **Note:**"},
    {"[", wiki_link, "a link of a wiki", "write [words](address)"},
    {"=", highlight, "a highlight", "write **words** for what is important"},
    {"~", struck, "text that is struck out", "delete what no longer holds"},
    {"~", subscript, "a subscript",
     "type the character itself, such as \u2082, or write it in line"},
    {"^", superscript, "a superscript",
     "type the character itself, such as \u00B2, or write it out"},
    {"+", front_matter, "a line around data about a file", "delete it with the lines it encloses"},
    {"+", inserted, "text that is marked as new", "write the words alone"},
    {"{", template_tag, "a tag of a template",
     "write the words themselves: tags are read in templates"},
    {"{", attributes, "a set of attributes", "delete it: the theme says how text looks"},
    {":!?", fenced, "the edge of a box", "write a heading or a quotation (> ...) instead"},
    {":", definition, "a definition below its term",
     "write **Term:** and its meaning in one paragraph"},
    {":", sign_by_name, "a sign by its name", "say in words what it stands for"},
    {"$", formula, "a formula", "write it in words and figures"},
    {"$", formula_in_line, "a formula", "write it in words and figures"},
    {"|", spoiler, "text that is hidden", "write the words alone"},
    {"*", abbreviation, "an abbreviation", "explain it under `glossary`, or where it stands first"},
    {"[", cited_by_key, "a citation", "name the source in words, or in the `source` of a record"},
    {"[", cut_link, "a link with a space in its address", "write %20 for each space in it"},
    {"[", lost_link, "a link whose address stands elsewhere", "write [words](address)"},
    {"#", seventh_level, "a heading", "write six # at most"},
    {"\\", page_command, "a command for the page", "delete it: pages are cut by the program"},
    {"*_", loose_strong, NULL,
     "write **words** with no blank within the asterisks and one behind them, or \\* for the sign"},
    {"\\", last_backslash, NULL, "delete it: a line is broken within a paragraph only"},
};

static bool is_escaped(struct str text, size_t at)
{
    size_t count = 0;
    while (count < at && text.at[at - count - 1] == '\\')
        count++;
    return count % 2 != 0;
}

/* Only spaces and marks of quotations stand before `at` in its line. */
static bool is_first(struct str text, size_t line, size_t at)
{
    for (size_t i = line; i < at; i++)
        if (text.at[i] != ' ' && text.at[i] != '>' && text.at[i] != '\t')
            return false;
    return true;
}

static void report_mark(struct builder *builder, struct span origin, const char *name,
                        const char *cure)
{
    struct diag *diag;
    if (name)
        diag = diag_report(
            builder->diags, &E421, origin,
            "this is %s in other kinds of Markdown; here it would be printed as it stands", name);
    else
        diag = diag_report(builder->diags, &E421, origin,
                           "this mark has no effect here, and would be printed as it stands");
    diag_hint(builder->diags, diag, "%s", cure);
}

static size_t refuse_mark(struct builder *builder, const struct mark_place *place)
{
    char sign = place->text.at[place->at];
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t end = strchr(marks[i].first, sign) ? marks[i].end(place) : 0;
        if (!end)
            continue;
        report_mark(builder, rendered_origin(builder->rendered, place->at, end), marks[i].name,
                    marks[i].cure);
        return end;
    }
    return place->at + 1;
}

void dialects_check(struct builder *builder, struct part part)
{
    struct str whole = builder->rendered->text;
    struct mark_place place = {
        .text = str_part(whole, 0, str_find(whole, '\n', part.at)),
        .line = line_start(whole, part.at),
        .block = builder->block,
    };
    for (size_t at = part.at, next; at < part.at + part.text.len; at = next) {
        next = at + 1;
        place.at = at;
        place.first = is_first(whole, place.line, at);
        if (is_escaped(whole, at))
            continue;
        if (at == part.at && place.first)
            lookalikes_check_line(builder, at);
        if ((unsigned char)whole.at[at] < 0x80 && !is_word(whole.at[at]) && whole.at[at] != ' ')
            next = refuse_mark(builder, &place);
    }
}
