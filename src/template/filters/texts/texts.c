/* Filters on texts, as Python changes them: letter case for Latin letters, or refused. */
#include "template/filter.h"
#include "template/template_codes.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <utf8proc.h>

/* The nothing of an inline if without else counts as an empty text. */
static bool takes_wording(struct checked_call *call)
{
    call->subject.silent = false;
    return call_takes(call, IS_PRINTABLE | IS_MARKDOWN, "a text");
}

static struct type check_text(struct checked_call *call)
{
    takes_wording(call);
    return type_plain(IS_TEXT);
}

static struct value run_string(struct invocation *invocation)
{
    return result_text(invocation, subject_text(invocation));
}

const struct builtin filter_string = {
    .name = "string",
    .doc = "the value as text",
    .check = check_text,
    .run = run_string,
};

static struct value run_trim(struct invocation *invocation)
{
    return result_text(invocation, python_trim(subject_text(invocation)));
}

const struct builtin filter_trim = {
    .name = "trim",
    .doc = "without white space at both ends",
    .check = check_text,
    .run = run_trim,
};

/* ---- letter case ---- */

/* Not that of letters whose case Python changes by rules of their own: sharp s, n with apostrophe,
   j with caron, capital I with dot; nor of any letter beyond Latin. */
static bool case_is_simple(uint32_t code_point)
{
    if (code_point == 0xDF || code_point == 0x149 || code_point == 0x1F0 || code_point == 0x130)
        return false;
    if (code_point < 0x250 || (code_point >= 0x1E00 && code_point <= 0x1E95) ||
        (code_point >= 0x1EA0 && code_point <= 0x1EFF))
        return true;
    int32_t signed_point = (int32_t)code_point;
    switch (utf8proc_category(signed_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return false;
    default:
        return utf8proc_toupper(signed_point) == signed_point &&
               utf8proc_tolower(signed_point) == signed_point;
    }
}

static uint32_t change_case(uint32_t code_point, enum letter_case wanted)
{
    int32_t signed_point = (int32_t)code_point;
    switch (wanted) {
    case CASE_UPPER: return (uint32_t)utf8proc_toupper(signed_point);
    case CASE_CAPITAL: return (uint32_t)utf8proc_totitle(signed_point);
    default: return (uint32_t)utf8proc_tolower(signed_point);
    }
}

static bool add_case(struct rendering *rendering, struct buf *out, uint32_t code_point,
                     enum letter_case wanted, struct span span)
{
    if (!case_is_simple(code_point)) {
        char bytes[4];
        struct str letter = {bytes, utf8_put(code_point, bytes)};
        render_fail(rendering, &E314, span, "the case of `" STR_FMT "` cannot be changed",
                    STR_ARG(letter));
        return false;
    }
    buf_code_point(out, change_case(code_point, wanted));
    return true;
}

struct str text_case(struct rendering *rendering, struct str text, enum letter_case wanted,
                     struct span span)
{
    struct buf out = {.arena = rendering->arena};
    if (!render_spend_text(rendering, text.len))
        return STR_NONE;
    buf_addz(&out, "");
    for (size_t at = 0; at < text.len;) {
        uint32_t code_point = utf8_next(text, &at);
        if (!add_case(rendering, &out, code_point, wanted, span))
            return STR_NONE;
        wanted = wanted == CASE_CAPITAL ? CASE_LOWER : wanted;
    }
    return buf_str(&out);
}

static struct value in_case(struct invocation *invocation, enum letter_case wanted)
{
    struct str text = subject_text(invocation);
    if (invocation->rendering->failed)
        return (struct value){.kind = VALUE_FAULT};
    return result_text(invocation,
                       text_case(invocation->rendering, text, wanted, invocation->span));
}

static struct value run_upper(struct invocation *invocation)
{
    return in_case(invocation, CASE_UPPER);
}

const struct builtin filter_upper = {
    .name = "upper",
    .doc = "in capital letters",
    .check = check_text,
    .run = run_upper,
};

static struct value run_lower(struct invocation *invocation)
{
    return in_case(invocation, CASE_LOWER);
}

const struct builtin filter_lower = {
    .name = "lower",
    .doc = "in small letters",
    .check = check_text,
    .run = run_lower,
};

static struct value run_capitalize(struct invocation *invocation)
{
    return in_case(invocation, CASE_CAPITAL);
}

const struct builtin filter_capitalize = {
    .name = "capitalize",
    .doc = "the first letter large, the others small",
    .check = check_text,
    .run = run_capitalize,
};

/* Jinja begins a word after white space, a hyphen or an opening bracket. */
static bool parts_words(uint32_t code_point)
{
    return python_space(code_point) || code_point == '-' || code_point == '(' ||
           code_point == '{' || code_point == '[' || code_point == '<';
}

static struct value run_title(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    struct str text = subject_text(invocation);
    struct buf out = {.arena = rendering->arena};
    enum letter_case wanted = CASE_UPPER;
    buf_addz(&out, "");
    for (size_t at = 0; at < text.len && !rendering->failed;) {
        uint32_t code_point = utf8_next(text, &at);
        add_case(rendering, &out, code_point, wanted, invocation->span);
        wanted = parts_words(code_point) ? CASE_UPPER : CASE_LOWER;
    }
    return result_text(invocation, buf_str(&out));
}

const struct builtin filter_title = {
    .name = "title",
    .doc = "the first letter of each word large, the others small",
    .check = check_text,
    .run = run_title,
};

/* ---- replace ---- */

static struct type check_replace(struct checked_call *call)
{
    takes_wording(call);
    call_text_argument(call, 0);
    call_text_argument(call, 1);
    const struct type *count = &call->arguments[2], *old = &call->arguments[0];
    if (call->call->arguments[2] && (!type_within(count, IS_WHOLE) || !type_is_given(count)))
        check_fail(call->checker, &E313, call->call->arguments[2]->span,
                   "the argument `count` of `replace` must be a whole number");
    if (!type_is_unknown(old) && !old->text.literal.len)
        check_fail(call->checker, &E313, call->call->arguments[0]->span,
                   "what is replaced must be written out, and not be empty");
    return type_plain(IS_TEXT);
}

/* Offset of the next `part` in `text`; text.len when there is none. */
static size_t find_text(struct str text, struct str part, size_t from)
{
    size_t at = str_find(text, part.at[0], from);
    while (at < text.len && !str_equal(str_part(text, at, at + part.len), part))
        at = str_find(text, part.at[0], at + 1);
    return at;
}

static struct str replaced(struct rendering *rendering, struct str text, struct str old,
                           struct str with, int64_t count)
{
    struct buf out = {.arena = rendering->arena};
    size_t start = 0;
    buf_addz(&out, "");
    for (; count != 0 && out.len <= LIMIT_TEMPLATE_OUTPUT; count--) {
        size_t at = find_text(text, old, start);
        if (at == text.len || !render_spend(rendering, 1))
            break;
        buf_add(&out, str_part(text, start, at));
        buf_add(&out, with);
        start = at + old.len;
    }
    render_spend_text(rendering, out.len + text.len - start);
    buf_add(&out, str_part(text, start, text.len));
    return buf_str(&out);
}

static struct value run_replace(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    struct str text = subject_text(invocation);
    struct str old = argument_text(invocation, 0, STR_NONE);
    struct str with = argument_text(invocation, 1, STR_NONE);
    int64_t count = argument_whole(invocation, 2, -1);
    if (rendering->failed)
        return (struct value){.kind = VALUE_FAULT};
    if (old.len == 0)
        return render_fail(rendering, &E313, invocation->span, "there is nothing to replace");
    return result_text(invocation, replaced(rendering, text, old, with, count));
}

const struct builtin filter_replace = {
    .name = "replace",
    .doc = "one text for another in all places: replace(\"old\", \"new\")",
    .parameters = {{"old", true}, {"new", true}, {"count", false}},
    .check = check_replace,
    .run = run_replace,
};
