/* Rules of the filters for briefings: dates, figures, grades, citations, Markdown. */
#include "template/check.h"

static const char *const label_styles[] = {"short", "long", NULL};

static bool is_date(struct checked_call *call, struct str text)
{
    struct date date;
    struct str why = STR_NONE, instead = STR_NONE;
    return date_parse(call->checker->arena, text, &date, &why, &instead);
}

struct type rule_date(struct checked_call *call)
{
    static const char *const styles[] = {"long", "short", "iso", NULL};
    const struct type *subject = &call->subject;
    bool written = subject->kinds == IS_TEXT && subject->literal.at;
    if (!written || !is_date(call, subject->literal))
        call_takes(call, IS_DATE, "a date");
    call_style(call, 0, styles);
    return type_plain(IS_TEXT);
}

/* ---- figures ---- */

struct type rule_figure(struct checked_call *call)
{
    const struct type *subject = &call->subject;
    if (call_takes(call, IS_NUMBER, "a number") && (subject->kinds & IS_FLOAT) &&
        !subject->rounded && !type_is_unknown(subject)) {
        check_fail(call->checker, E314, call->call->span, "this may have too many decimals");
        check_hint(call->checker, "write | round(1) before it");
    }
    return type_plain(IS_TEXT);
}

/* Of other decimals it is not known whether they are pounds and pence. */
struct type rule_money(struct checked_call *call)
{
    if (call->subject.kinds == IS_RECORD && call->subject.table == &funding_table)
        check_present(call->checker, &call->subject, call->call->span);
    else
        call_takes(call, IS_WHOLE, "a record of funding or a whole number");
    return type_plain(IS_TEXT);
}

struct type rule_ordinal(struct checked_call *call)
{
    if (call_takes(call, IS_WHOLE, "a whole number") && !type_is_unknown(&call->subject) &&
        call->subject.low < 0)
        check_fail(call->checker, E314, call->call->span,
                   "`ordinal` needs a number that cannot be below 0");
    return type_plain(IS_TEXT);
}

struct type rule_plural(struct checked_call *call)
{
    enum { COUNTED = IS_LIST | IS_WHOLE | IS_DECIMAL };
    if (call_takes(call, COUNTED, "a number or a list"))
        call_counts(call);
    call_text_argument(call, 0);
    call_text_argument(call, 1);
    return type_plain(IS_TEXT);
}

/* ---- grades, judgements, frameworks ---- */

static struct type unknown_id(struct checked_call *call, struct str id)
{
    return check_fail(call->checker, E314, call->call->span,
                      "`" STR_FMT "` is not a %s that the frameworks know", STR_ARG(id),
                      call->call->builtin->name);
}

static bool is_written_out(const struct type *type)
{
    return type->kinds == IS_TEXT && type->literal.at;
}

struct type rule_grade(struct checked_call *call)
{
    const struct frameworks *frameworks = call->checker->frameworks;
    struct str id = call->subject.literal;
    if (!is_written_out(&call->subject))
        call_takes(call, IS_GRADE, "a grade");
    else if (frameworks && !grade_find(frameworks, id))
        return unknown_id(call, id);
    return type_plain(IS_TEXT);
}

/* A field that holds the id of a framework, or one that is written out. */
static bool is_framework(struct checked_call *call, struct type *type, struct span span)
{
    const struct frameworks *frameworks = call->checker->frameworks;
    if (!check_present(call->checker, type, span) || type_is_unknown(type))
        return true;
    bool written =
        is_written_out(type) && (!frameworks || framework_find(frameworks, type->literal));
    if (written || (type->kinds == IS_TEXT && type->meaning == MEANS_FRAMEWORK))
        return true;
    check_fail(call->checker, E314, span, "this is not the framework of an inspection");
    check_hint(call->checker, "write the field `framework` of an inspection");
    return false;
}

struct type rule_framework(struct checked_call *call)
{
    is_framework(call, &call->subject, call->call->span);
    call_style(call, 0, label_styles);
    return type_plain(IS_TEXT);
}

/* Every judgement is one of its own inspection's framework, and of no other for certain. */
static bool belongs(const struct checked_call *call)
{
    struct str owner = call->subject.owner, framework = call->arguments[0].path;
    if (!owner.at || !framework.at)
        return false;
    struct str wanted = str_format(call->checker->arena, STR_FMT ".framework", STR_ARG(owner));
    return str_equal(wanted, framework);
}

struct type rule_judgement(struct checked_call *call)
{
    const struct type *subject = &call->subject;
    bool known = call_takes(call, IS_TEXT, "a judgement") &&
                 is_framework(call, &call->arguments[0], call->call->arguments[0]->span) &&
                 !type_is_unknown(&call->arguments[0]) && !type_is_unknown(subject);
    call_style(call, 1, label_styles);
    if (!known || (subject->meaning == MEANS_JUDGEMENT && belongs(call)))
        return type_plain(IS_TEXT);
    check_fail(call->checker, E314, call->call->span,
               "this may not be a judgement of that framework");
    check_hint(call->checker,
               "take both from one inspection: {%% for item in inspection.judgements "
               "%%}{{ item.judgement | judgement(inspection.framework) }}");
    return type_plain(IS_TEXT);
}

/* ---- citations, Markdown ---- */

static bool can_be_cited(const struct record_table *table)
{
    const struct field *field = table ? record_field(table, STR("source")) : NULL;
    return !table || table == &evidence_table || (field && field->kind == FIELD_REFS);
}

struct type rule_cite(struct checked_call *call)
{
    const struct type *subject = &call->subject;
    if (subject->kinds == IS_LIST && subject->citable)
        return type_plain(IS_CITE);
    if (!call_takes(call, IS_RECORD, "a record or its sources") || can_be_cited(subject->table))
        return type_plain(IS_CITE);
    check_fail(call->checker, E314, call->call->span, "%s has no `source` to cite",
               subject->table->a_name);
    return type_unknown();
}

struct type rule_markdown(struct checked_call *call)
{
    if (check_present(call->checker, &call->subject, call->call->span) &&
        !type_within(&call->subject, IS_MARKDOWN)) {
        check_fail(call->checker, E314, call->call->span,
                   "only fields that hold Markdown can be inserted as Markdown");
        return check_hint(call->checker, "leave | markdown out");
    }
    return type_plain(IS_INSERTED);
}
