/* What goes by the table of a record: the filter `labelled`, the tests `graded` and `detailed`. */
#include "template/filter.h"
#include "template/template_codes.h"

#include "brief/printed.h"

#define NO_LABEL "no field of %s has a label of its own"

static const struct value failure = {.kind = VALUE_FAULT};

/* ---- labelled ---- */

/* NULL is the table of a record that may be of several kinds. */
static size_t count_labels(const struct record_table *table)
{
    size_t count = 0;
    for (const struct field *field = table ? table->fields : NULL; field && field->name; field++)
        count += field->label != NULL;
    return count;
}

static struct type check_labelled(struct checked_call *call)
{
    const struct type *subject = &call->subject;
    if (!call_takes(call, IS_RECORD, "a record"))
        return type_unknown();
    if (!type_is_unknown(subject) && !count_labels(subject->record.table))
        return check_fail(call->checker, &E314, call->call->span, NO_LABEL,
                          subject->record.table ? subject->record.table->a_name
                                                : "a record that may be of several kinds");
    struct arena *arena = call->checker->arena;
    struct type *parts = ARENA_ARRAY(arena, struct type, 2);
    parts[0] = type_plain(IS_INSERTED); /* our own words, as if the template had them */
    parts[1] = type_plain(IS_TEXT);
    return type_list(arena, type_parts(arena, parts, 2));
}

/* As a paper prints it, and as coming from where it was written. */
static struct value print_field(struct invocation *invocation, const struct field *field)
{
    struct rendering *rendering = invocation->rendering;
    const struct value *subject = &invocation->subject;
    printed_read(rendering->briefing, subject->record, field);
    struct value value =
        value_of_field(rendering->arena, subject->record, subject->table, field, invocation->span);
    struct value text =
        value_text(value.kind == VALUE_BOOL    ? str_from(value.truth ? "yes" : "no")
                   : value.kind == VALUE_WHOLE ? whole_text(rendering->arena, value.whole)
                                               : value_print(rendering, &value, invocation->span));
    text.origin = value.origin;
    return text;
}

static struct value labelled_field(struct invocation *invocation, const struct field *field)
{
    struct arena *arena = invocation->rendering->arena;
    struct value *parts = ARENA_ARRAY(arena, struct value, 2);
    parts[0] = (struct value){.kind = VALUE_INSERTED_MARKDOWN, .text = str_from(field->label)};
    parts[1] = print_field(invocation, field);
    struct list_value *pair = ARENA_NEW(arena, struct list_value);
    *pair = (struct list_value){
        .backing = LIST_VALUES, .shape = SHAPE_TUPLE, .depth = 1, .count = 2, .values = parts};
    return value_list(pair);
}

static struct value run_labelled(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct value *subject = &invocation->subject;
    if (!subject_usable(invocation))
        return failure;
    if (subject->kind != VALUE_RECORD)
        return render_fail(rendering, &E314, invocation->span, "`labelled` needs a record");
    size_t labels = count_labels(subject->table), count = 0;
    if (!labels)
        return render_fail(rendering, &E314, invocation->span, NO_LABEL, subject->table->a_name);
    if (!render_spend(rendering, labels))
        return failure;
    struct value *pairs = ARENA_ARRAY(rendering->arena, struct value, labels);
    for (const struct field *field = subject->table->fields; field->name; field++)
        if (field->label && field_is_filled(field, record_member(subject->record, field)))
            pairs[count++] = labelled_field(invocation, field);
    return rendering->failed ? failure : list_of(invocation, pairs, count, false);
}

const struct builtin filter_labelled = {
    .name = "labelled",
    .doc = "filled simple fields of a record: {% for label, text in inspection | labelled %}",
    .check = check_labelled,
    .run = run_labelled,
};

/* ---- graded, detailed ---- */

static struct type check_record(struct checked_call *call)
{
    call_takes(call, IS_RECORD, "a record");
    return type_plain(IS_ANSWER);
}

static struct value ask_shown_in(struct invocation *invocation, enum shown_in where)
{
    const struct value *subject = &invocation->subject;
    if (!subject_usable(invocation))
        return failure;
    if (subject->kind != VALUE_RECORD)
        return render_fail(invocation->rendering, &E314, invocation->span, "`%s` needs a record",
                           invocation->call->builtin->name);
    bool found = false;
    for (const struct field *field = subject->table->fields; field->name && !found; field++)
        found = field->shown_in == where && field_is_for_readers(field) &&
                field_is_filled(field, record_member(subject->record, field));
    return value_bool(found);
}

static struct value run_graded(struct invocation *invocation)
{
    return ask_shown_in(invocation, SHOWN_IN_GRADES);
}

const struct builtin test_graded = {
    .kind = BUILTIN_TEST,
    .name = "graded",
    .doc = "an inspection has what the table of grades shows",
    .check = check_record,
    .run = run_graded,
};

/* A new field is a reason to give its record a part of its own, unless its row says otherwise. */
static struct value run_detailed(struct invocation *invocation)
{
    return ask_shown_in(invocation, SHOWN_IN_DETAILS);
}

const struct builtin test_detailed = {
    .kind = BUILTIN_TEST,
    .name = "detailed",
    .doc = "a record has more than a timeline and the table of grades show",
    .check = check_record,
    .run = run_detailed,
};
