/* Filters for what briefings speak of: dates, grades, judgements, citations, Markdown. */
#include "template/filter.h"
#include "template/template_codes.h"

static const struct value failure = {.kind = VALUE_FAULT};

static struct value refuse_style(struct invocation *invocation, const char *styles)
{
    render_fail(invocation->rendering, &E313, invocation->span, "there is no such style of `%s`",
                invocation->call->builtin->name);
    return render_hint(invocation->rendering, "write %s", styles);
}

/* ---- dates ---- */

static bool is_date(struct checked_call *call, struct str text)
{
    struct date date;
    struct str why = STR_NONE, instead = STR_NONE;
    return date_parse(call->checker->arena, text, &date, &why, &instead);
}

static struct type check_date(struct checked_call *call)
{
    static const char *const styles[] = {"long", "plain", "month", "short", "iso", NULL};
    const struct type *subject = &call->subject;
    if (!type_is_written(subject) || !is_date(call, subject->text.literal))
        call_takes(call, IS_DATE, "a date");
    call_style(call, 0, styles);
    return type_plain(IS_TEXT);
}

/* A date, or a text that is one; false after a failure. */
static bool subject_date(struct invocation *invocation, struct date *date)
{
    struct rendering *rendering = invocation->rendering;
    const struct value *subject = &invocation->subject;
    struct str why = STR_NONE, instead = STR_NONE;
    if (!subject_usable(invocation))
        return false;
    if (subject->kind == VALUE_DATE) {
        *date = *subject->date;
        return true;
    }
    if (subject->kind == VALUE_TEXT &&
        date_parse(rendering->arena, subject->text, date, &why, &instead))
        return true;
    struct str kind = value_describe(rendering->arena, subject);
    render_fail(rendering, &E314, invocation->span, "`date` needs a date, not " STR_FMT,
                STR_ARG(kind));
    return false;
}

static struct value run_date(struct invocation *invocation)
{
    struct date date;
    enum date_style style = DATE_LONG;
    struct str wanted = argument_text(invocation, 0, STR("long"));
    if (invocation->rendering->failed || !subject_date(invocation, &date))
        return failure;
    if (str_is(wanted, "plain"))
        style = DATE_PLAIN;
    else if (str_is(wanted, "month"))
        style = DATE_BY_MONTH;
    else if (str_is(wanted, "short"))
        style = DATE_SHORT;
    else if (str_is(wanted, "iso"))
        style = DATE_ISO;
    else if (!str_is(wanted, "long"))
        return refuse_style(
            invocation,
            "date(\"long\"), date(\"plain\"), date(\"month\"), date(\"short\") or date(\"iso\")");
    return result_text(invocation, date_text(invocation->rendering->arena, &date, style));
}

const struct builtin filter_date = {
    .name = "date",
    .doc = "19 January 2018; date(\"plain\"): without the remark `(inferred)`; date(\"month\"): "
           "January 2018; date(\"short\"): 19 Jan 2018; date(\"iso\"): 2018-01-19",
    .parameters = {{"style", false}},
    .check = check_date,
    .run = run_date,
};

/* ---- grades, judgements, frameworks: under check ---- */

static const char *const label_styles[] = {"short", "long", NULL};

static struct type id_unknown(struct checked_call *call, struct str id)
{
    return check_fail(call->checker, &E314, call->call->span,
                      "`" STR_FMT "` is not a %s that the frameworks know", STR_ARG(id),
                      call->call->builtin->name);
}

static struct type check_grade(struct checked_call *call)
{
    const struct frameworks *frameworks = call->checker->frameworks;
    struct str id = call->subject.text.literal;
    if (!type_is_written(&call->subject))
        call_takes(call, IS_GRADE, "a grade");
    else if (frameworks && !grade_find(frameworks, id))
        return id_unknown(call, id);
    return type_plain(IS_TEXT);
}

/* A field that holds the id of a framework, or one that is written out. */
static bool is_framework(struct checked_call *call, struct type *type, struct span span)
{
    const struct frameworks *frameworks = call->checker->frameworks;
    if (!check_present(call->checker, type, span) || type_is_unknown(type))
        return true;
    bool written =
        type_is_written(type) && (!frameworks || framework_find(frameworks, type->text.literal));
    if (written || (type->kinds == IS_TEXT && type->text.meaning == MEANS_FRAMEWORK))
        return true;
    check_fail(call->checker, &E314, span, "this is not the framework of an inspection");
    check_hint(call->checker, "write the field `framework` of an inspection");
    return false;
}

static struct type check_framework(struct checked_call *call)
{
    is_framework(call, &call->subject, call->call->span);
    call_style(call, 0, label_styles);
    return type_plain(IS_TEXT);
}

/* A judgement is certain to be one of its own inspection's framework, and of no other. */
static bool belongs(const struct checked_call *call)
{
    struct str owner = call->subject.text.owner, framework = call->arguments[0].path;
    if (!owner.at || !framework.at)
        return false;
    struct str wanted = str_format(call->checker->arena, STR_FMT ".framework", STR_ARG(owner));
    return str_equal(wanted, framework);
}

static struct type check_judgement(struct checked_call *call)
{
    const struct type *subject = &call->subject;
    bool known = call_takes(call, IS_TEXT, "a judgement") &&
                 is_framework(call, &call->arguments[0], call->call->arguments[0]->span) &&
                 !type_is_unknown(&call->arguments[0]) && !type_is_unknown(subject);
    call_style(call, 1, label_styles);
    if (!known || (subject->text.meaning == MEANS_JUDGEMENT && belongs(call)))
        return type_plain(IS_TEXT);
    check_fail(call->checker, &E314, call->call->span,
               "this may not be a judgement of that framework");
    check_hint(call->checker,
               "take both from one inspection: {%% for item in inspection.judgements "
               "%%}{{ item.judgement | judgement(inspection.framework) }}");
    return type_plain(IS_TEXT);
}

/* ---- grades, judgements, frameworks ---- */

static const struct frameworks *frameworks_of(const struct invocation *invocation)
{
    const struct briefing *briefing = invocation->rendering->briefing;
    return briefing ? briefing->frameworks : NULL;
}

static struct value unknown_id(struct invocation *invocation, struct str id)
{
    return render_fail(invocation->rendering, &E314, invocation->span,
                       "`" STR_FMT "` is not a %s that the frameworks know", STR_ARG(id),
                       invocation->call->builtin->name);
}

/* The subject as an id; absent after a failure. */
static struct str subject_id(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    if (!subject_usable(invocation))
        return STR_NONE;
    if (subject->kind == VALUE_TEXT || subject->kind == VALUE_GRADE)
        return subject->text;
    struct str kind = value_describe(invocation->rendering->arena, subject);
    render_fail(invocation->rendering, &E314, invocation->span, "`%s` needs an id, not " STR_FMT,
                invocation->call->builtin->name, STR_ARG(kind));
    return STR_NONE;
}

static struct value run_grade(struct invocation *invocation)
{
    struct str id = subject_id(invocation);
    const struct frameworks *frameworks = frameworks_of(invocation);
    if (invocation->rendering->failed)
        return failure;
    const struct grade *grade = frameworks ? grade_find(frameworks, id) : NULL;
    return grade ? result_text(invocation, grade->label) : unknown_id(invocation, id);
}

const struct builtin filter_grade = {
    .name = "grade",
    .doc = "the label of a grade",
    .check = check_grade,
    .run = run_grade,
};

/* "long" asks for the full label; "short", as when nothing is said, for the one in running text. */
static bool wants_long(struct invocation *invocation, size_t i)
{
    struct str style = argument_text(invocation, i, STR("short"));
    if (!invocation->rendering->failed && !str_is(style, "short") && !str_is(style, "long"))
        refuse_style(invocation, "\"short\" or \"long\"");
    return str_is(style, "long");
}

static struct value label(struct invocation *invocation, bool full, struct str label_text,
                          struct str short_label)
{
    return result_text(invocation, full || !short_label.at ? label_text : short_label);
}

static struct value run_judgement(struct invocation *invocation)
{
    struct str id = subject_id(invocation);
    struct str framework_id = argument_text(invocation, 0, STR_NONE);
    bool full = wants_long(invocation, 1);
    const struct frameworks *frameworks = frameworks_of(invocation);
    if (invocation->rendering->failed)
        return failure;
    const struct framework *framework =
        frameworks ? framework_find(frameworks, framework_id) : NULL;
    const struct judgement *judgement = framework ? judgement_find(framework, id) : NULL;
    return judgement ? label(invocation, full, judgement->label, judgement->short_label)
                     : unknown_id(invocation, id);
}

const struct builtin filter_judgement = {
    .name = "judgement",
    .doc = "the label of a judgement: judgement(inspection.framework)",
    .parameters = {{"framework", true}, {"style", false}},
    .check = check_judgement,
    .run = run_judgement,
};

static struct value run_framework(struct invocation *invocation)
{
    struct str id = subject_id(invocation);
    bool full = wants_long(invocation, 0);
    const struct frameworks *frameworks = frameworks_of(invocation);
    if (invocation->rendering->failed)
        return failure;
    const struct framework *framework = frameworks ? framework_find(frameworks, id) : NULL;
    return framework ? label(invocation, full, framework->label, framework->short_label)
                     : unknown_id(invocation, id);
}

const struct builtin filter_framework = {
    .name = "framework",
    .doc = "the label of a framework; framework(\"long\"): its full name",
    .parameters = {{"style", false}},
    .check = check_framework,
    .run = run_framework,
};

/* ---- citations ---- */

static bool can_be_cited(const struct record_table *table)
{
    const struct field *field = table ? record_field(table, STR("source")) : NULL;
    return !table || table == &evidence_table || (field && field->kind == FIELD_REFS);
}

static struct type check_cite(struct checked_call *call)
{
    const struct type *subject = &call->subject;
    if (subject->kinds == IS_LIST && subject->list.citable) {
        check_present(call->checker, &call->subject, call->call->span);
        return type_plain(IS_CITE);
    }
    if (!call_takes(call, IS_RECORD, "a record or its sources") ||
        can_be_cited(subject->record.table))
        return type_plain(IS_CITE);
    check_fail(call->checker, &E314, call->call->span, "%s has no `source` to cite",
               subject->record.table->a_name);
    return type_unknown();
}

static struct value cite_value(const struct value *from, struct refs refs)
{
    return (struct value){.kind = VALUE_CITE, .origin = from->origin, .refs = refs};
}

/* A single source is cited by its own id. */
static struct value cite_source(struct invocation *invocation)
{
    const struct evidence *source = invocation->subject.record;
    struct ref *ref = ARENA_NEW(invocation->rendering->arena, struct ref);
    *ref = (struct ref){.id = source->id,
                        .span = invocation->subject.origin,
                        .record = source,
                        .table = &evidence_table};
    return cite_value(&invocation->subject, (struct refs){ref, 1});
}

static struct value cite_record(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    if (subject->table == &evidence_table)
        return cite_source(invocation);
    const struct field *field = record_field(subject->table, STR("source"));
    if (field && field->kind == FIELD_REFS) {
        const struct refs *refs = record_member(subject->record, field);
        return cite_value(subject, *refs);
    }
    render_fail(invocation->rendering, &E314, invocation->span, "%s has no `source` to cite",
                subject->table->a_name);
    return failure;
}

static struct value run_cite(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    if (!subject_usable(invocation))
        return failure;
    if (subject->kind == VALUE_RECORD)
        return cite_record(invocation);
    if (subject->kind == VALUE_LIST && subject->list->backing == LIST_REFS)
        return cite_value(subject, subject->list->refs);
    render_fail(invocation->rendering, &E314, invocation->span,
                "`cite` needs a record or its sources");
    return render_hint(invocation->rendering, "write {{ item | cite }}");
}

const struct builtin filter_cite = {
    .name = "cite",
    .doc = "a citation of the sources of a record, or of a list of sources",
    .check = check_cite,
    .run = run_cite,
};

/* ---- Markdown ---- */

static struct type check_markdown(struct checked_call *call)
{
    if (check_present(call->checker, &call->subject, call->call->span) &&
        !type_within(&call->subject, IS_MARKDOWN)) {
        check_fail(call->checker, &E314, call->call->span,
                   "only fields that hold Markdown can be inserted as Markdown");
        return check_hint(call->checker, "leave | markdown out");
    }
    return type_plain(IS_INSERTED);
}

static struct value run_markdown(struct invocation *invocation)
{
    struct value value = invocation->subject;
    if (!subject_usable(invocation))
        return failure;
    if (value.kind != VALUE_MARKDOWN) {
        render_fail(invocation->rendering, &E314, invocation->span,
                    "only fields that hold Markdown can be inserted as Markdown");
        return render_hint(invocation->rendering, "leave | markdown out");
    }
    value.kind = VALUE_INSERTED_MARKDOWN;
    return value;
}

const struct builtin filter_markdown = {
    .name = "markdown",
    .doc = "an officer's Markdown as Markdown",
    .check = check_markdown,
    .run = run_markdown,
};
