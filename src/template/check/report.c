/* Reports what the static check finds, such as what may be absent or cannot be printed. */
#include "template/check/checker.h"
#include "template/template_codes.h"

#include "base/limits.h"

struct type check_fail(struct checker *checker, const struct code *code, struct span span,
                       const char *format, ...)
{
    struct buf message = {.arena = checker->arena};
    va_list args;
    va_start(args, format);
    buf_addv(&message, format, args);
    va_end(args);
    diag_report(checker->diags, code, span, STR_FMT, STR_ARG(buf_str(&message)));
    return type_unknown();
}

struct type check_hint(struct checker *checker, const char *format, ...)
{
    struct diags *diags = checker->diags;
    struct buf hint = {.arena = checker->arena};
    va_list args;
    va_start(args, format);
    buf_addv(&hint, format, args);
    va_end(args);
    if (diags->items.count)
        diag_hint(diags, &diags->items.items[diags->items.count - 1], STR_FMT,
                  STR_ARG(buf_str(&hint)));
    return type_unknown();
}

bool check_spend(struct checker *checker, size_t steps)
{
    if (checker->stopped)
        return false;
    checker->steps += steps;
    checker->stopped = checker->steps > LIMIT_TEMPLATE_STEPS;
    if (checker->stopped)
        diag_report(checker->diags, &E317, (struct span){0},
                    "the template takes more than 1,000,000 steps to check");
    return !checker->stopped;
}

/* ---- what may be absent ---- */

static void report_absence(struct checker *checker, const struct type *type, struct span span)
{
    const struct absence *absence = type->absence;
    if (!absence) {
        check_fail(checker, &E340, span, "the `if` has no `else`, so there may be no value here");
        return;
    }
    span = absence->at.source ? absence->at : span;
    if (absence->from)
        check_fail(checker, &E340, span, "`" STR_FMT "` may be missing from %s",
                   STR_ARG(absence->name), absence->from);
    else
        check_fail(checker, &E340, span, "there may be no `" STR_FMT "`: %s",
                   STR_ARG(absence->name), absence->reason);
    check_hint(checker, "ask first with `is defined`, or add | default(\"...\")");
}

bool check_present(struct checker *checker, struct type *type, struct span span)
{
    bool present = type_is_unknown(type) || type_is_given(type);
    if (!present)
        report_absence(checker, type, span);
    type->absence = NULL;
    type->silent = false;
    return present;
}

/* The nothing of an inline if without else prints as nothing and is false. */
static bool present_or_silent(struct checker *checker, struct type *type, struct span span)
{
    type->silent = false;
    return check_present(checker, type, span);
}

static void report_unprintable(struct checker *checker, const struct type *type, struct span span)
{
    struct type wrong = *type;
    wrong.kinds &= ~(unsigned)IS_PRINTABLE;
    struct str kind = type_describe(checker->arena, &wrong);
    check_fail(checker, &E315, span, STR_FMT " cannot be printed", STR_ARG(kind));
    if (wrong.kinds == IS_LIST)
        check_hint(checker, "write | words behind it, or use {%% for %%}");
    else if (wrong.kinds == IS_ANSWER)
        check_hint(checker, "write {{ \"yes\" if value else \"no\" }}");
    else if (wrong.kinds == IS_RECORD)
        check_hint(checker, "print one of its fields");
}

void check_printable(struct checker *checker, struct type type, struct span span)
{
    if (!present_or_silent(checker, &type, span) || type_within(&type, IS_PRINTABLE))
        return;
    if (type.kinds & IS_MARKDOWN) {
        check_fail(checker, &E322, span, "this is an officer's Markdown");
        check_hint(checker, "write | markdown behind it");
        return;
    }
    report_unprintable(checker, &type, span);
}

void check_truth(struct checker *checker, struct type type, struct span span)
{
    if (!present_or_silent(checker, &type, span) || !type.list.stream || type_is_unknown(&type))
        return;
    check_fail(checker, &E314, span, "Jinja counts this list as true even when it is empty");
    check_hint(checker, "put | list behind the filter that made it");
}
