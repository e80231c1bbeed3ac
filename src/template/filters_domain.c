/* Filters for the things of briefings: dates, lists in words, grades, citations, Markdown. */
#include "template/filter.h"

static const struct value failure = {.kind = VALUE_FAULT};

static struct value result_text(struct invocation *invocation, struct str text)
{
    struct value value = value_text(text);
    value.origin = invocation->subject.origin;
    return value;
}

static bool usable(struct invocation *invocation)
{
    return value_usable(invocation->rendering, &invocation->subject, invocation->span);
}

static struct value refuse_style(struct invocation *invocation, const char *styles)
{
    render_fail(invocation->rendering, E313, invocation->span, "there is no such style of `%s`",
                invocation->call->builtin->name);
    return render_hint(invocation->rendering, "write %s", styles);
}

/* ---- dates ---- */

/* A date, or a text that is one; false after a failure. */
static bool subject_date(struct invocation *invocation, struct date *date)
{
    struct rendering *rendering = invocation->rendering;
    const struct value *subject = &invocation->subject;
    struct str why = STR_NONE, instead = STR_NONE;
    if (!usable(invocation))
        return false;
    if (subject->kind == VALUE_DATE) {
        *date = *subject->date;
        return true;
    }
    if (subject->kind == VALUE_TEXT &&
        date_parse(rendering->arena, subject->text, date, &why, &instead))
        return true;
    struct str kind = value_describe(rendering->arena, subject);
    render_fail(rendering, E314, invocation->span, "`date` needs a date, not " STR_FMT,
                STR_ARG(kind));
    return false;
}

struct value filter_date(struct invocation *invocation)
{
    struct date date;
    enum date_style style = DATE_LONG;
    struct str wanted = argument_text(invocation, 0, STR("long"));
    if (invocation->rendering->failed || !subject_date(invocation, &date))
        return failure;
    if (str_is(wanted, "short"))
        style = DATE_SHORT;
    else if (str_is(wanted, "iso"))
        style = DATE_ISO;
    else if (!str_is(wanted, "long"))
        return refuse_style(invocation, "date(\"long\"), date(\"short\") or date(\"iso\")");
    return result_text(invocation, date_text(invocation->rendering->arena, &date, style));
}

/* ---- words: a, b and c ---- */

struct value filter_words(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    struct str joiner = argument_text(invocation, 0, STR("and"));
    struct buf out = {.arena = rendering->arena};
    buf_addz(&out, "");
    for (size_t i = 0; list && i < list->count && !rendering->failed; i++) {
        struct value item = list_item(list, i);
        item = argument_path(invocation, 1, &item);
        struct str text = value_print(rendering, &item, invocation->span);
        if (rendering->failed || !render_spend_text(rendering, text.len))
            return failure;
        if (i > 0 && i + 1 == list->count)
            buf_addf(&out, " " STR_FMT " ", STR_ARG(joiner));
        else if (i > 0)
            buf_addz(&out, ", ");
        buf_add(&out, text);
    }
    return render_spend_text(rendering, out.len) ? value_text(buf_str(&out)) : failure;
}

/* ---- grades, judgements, frameworks ---- */

static const struct frameworks *frameworks_of(const struct invocation *invocation)
{
    const struct briefing *briefing = invocation->rendering->briefing;
    return briefing ? briefing->frameworks : NULL;
}

static struct value unknown_id(struct invocation *invocation, struct str id)
{
    return render_fail(invocation->rendering, E314, invocation->span,
                       "`" STR_FMT "` is not a %s that the frameworks know", STR_ARG(id),
                       invocation->call->builtin->name);
}

/* The subject as an id; absent after a failure. */
static struct str subject_id(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    if (!usable(invocation))
        return STR_NONE;
    if (subject->kind == VALUE_TEXT || subject->kind == VALUE_GRADE)
        return subject->text;
    struct str kind = value_describe(invocation->rendering->arena, subject);
    render_fail(invocation->rendering, E314, invocation->span, "`%s` needs an id, not " STR_FMT,
                invocation->call->builtin->name, STR_ARG(kind));
    return STR_NONE;
}

struct value filter_grade(struct invocation *invocation)
{
    struct str id = subject_id(invocation);
    const struct frameworks *frameworks = frameworks_of(invocation);
    if (invocation->rendering->failed)
        return failure;
    const struct grade *grade = frameworks ? grade_find(frameworks, id) : NULL;
    return grade ? result_text(invocation, grade->label) : unknown_id(invocation, id);
}

/* The style "long" asks for the full label, "short" (the rule) for the one in running text. */
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

struct value filter_judgement(struct invocation *invocation)
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

struct value filter_framework(struct invocation *invocation)
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

/* ---- citations ---- */

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
    render_fail(invocation->rendering, E314, invocation->span, "%s has no `source` to cite",
                subject->table->a_name);
    return failure;
}

struct value filter_cite(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    if (!usable(invocation))
        return failure;
    if (subject->kind == VALUE_RECORD)
        return cite_record(invocation);
    if (subject->kind == VALUE_LIST && subject->list->backing == LIST_REFS)
        return cite_value(subject, subject->list->refs);
    render_fail(invocation->rendering, E314, invocation->span,
                "`cite` needs a record or its sources");
    return render_hint(invocation->rendering, "write {{ item | cite }}");
}

/* ---- Markdown ---- */

struct value filter_markdown(struct invocation *invocation)
{
    struct value value = invocation->subject;
    if (!usable(invocation))
        return failure;
    if (value.kind != VALUE_MARKDOWN) {
        render_fail(invocation->rendering, E314, invocation->span,
                    "only fields that hold Markdown can be inserted as Markdown");
        return render_hint(invocation->rendering, "leave | markdown out");
    }
    value.kind = VALUE_INSERTED_MARKDOWN;
    return value;
}
