/* What a briefing asks of a table, as a text that the manifest keeps beside a hash of the figures:
   so a later run counts them again without the specification, and builds only where one has moved.
 */
#include "derive/england.h"

#include "brief/lookup.h"
#include "derive/england/counting.h"

/* ---- writing ---- */

/* A line a value; what an officer wrote may hold line breaks. */
static void add_line(struct buf *out, const char *key, struct str value)
{
    if (!value.len)
        return;
    buf_addf(out, "%s ", key);
    for (size_t i = 0; i < value.len; i++)
        buf_byte(out, value.at[i] == '\n' || value.at[i] == '\r' ? ' ' : value.at[i]);
    buf_byte(out, '\n');
}

static void add_date(struct buf *out, const char *key, const struct date *date)
{
    if (date->precision != DATE_UNKNOWN)
        add_line(out, key, date_text(out->arena, date, DATE_ISO));
}

static void add_own(struct buf *out, const struct briefing *briefing, const struct inspection *own)
{
    const struct framework *framework = own ? inspection_framework(briefing, own) : NULL;
    if (!framework)
        return;
    struct date began = period_start(&own->fieldwork);
    add_line(out, "framework", framework->id);
    add_date(out, "published", inspection_date(own));
    add_date(out, "began", &began);
    for (size_t i = 0; i < framework->judgements.count; i++) {
        struct str id = framework->judgements.items[i].id, grade = inspection_grade(own, id);
        if (grade.len)
            add_line(out, "grade",
                     str_format(out->arena, STR_FMT " " STR_FMT, STR_ARG(id), STR_ARG(grade)));
    }
}

static struct str question_text(struct arena *arena, const struct briefing *briefing,
                                const struct standing *standing)
{
    const struct all_compared *compared = briefing->compared;
    struct buf out = {.arena = arena};
    add_line(&out, "mapping", compared->mapping);
    add_date(&out, "day", &briefing->briefing->as_at);
    add_line(&out, "council", compared->code);
    add_line(&out, "region", briefing->council->region);
    add_own(&out, briefing, standing->inspection);
    for (size_t i = 0; i < briefing->comparators.count; i++) {
        const struct comparator *other = &briefing->comparators.items[i];
        if (other->neighbour == ANSWER_YES)
            add_line(&out, "neighbour", other->name);
    }
    return buf_str(&out);
}

/* ---- reading ---- */

static struct date date_in(struct arena *arena, struct str text)
{
    struct str why, instead;
    struct date date = {.precision = DATE_UNKNOWN};
    if (!date_parse(arena, text, &date, &why, &instead))
        date.precision = DATE_UNKNOWN;
    return date;
}

static void read_grade(const struct all_councils *all, struct council_report *own,
                       const struct grade **grades, struct str value)
{
    size_t end = str_find(value, ' ', 0);
    const struct judgement *judgement =
        own->framework ? judgement_find(own->framework, str_part(value, 0, end)) : NULL;
    const struct grade *grade = grade_find(all->frameworks, str_part(value, end + 1, value.len));
    if (judgement && grade && grade->rank.known)
        grades[judgement - own->framework->judgements.items] = grade;
}

static void read_pair(struct arena *arena, const struct all_councils *all, struct str key,
                      struct str value, struct asked_figures *question,
                      const struct grade ***grades)
{
    struct council_report *own = &question->own;
    if (str_is(key, "day"))
        question->day = date_in(arena, value);
    else if (str_is(key, "council"))
        question->listed = council_of_code(all, value);
    else if (str_is(key, "region"))
        question->region = value;
    else if (str_is(key, "framework") && (own->framework = framework_find(all->frameworks, value)))
        own->grades = *grades =
            ARENA_ARRAY(arena, const struct grade *, own->framework->judgements.count);
    else if (str_is(key, "published"))
        own->published = date_in(arena, value);
    else if (str_is(key, "began"))
        own->began = date_in(arena, value);
    else if (str_is(key, "grade"))
        read_grade(all, own, *grades, value);
    else if (str_is(key, "neighbour"))
        *LIST_ADD(arena, &question->neighbours) = value;
}

static void question_read(struct arena *arena, const struct all_councils *all, struct str text,
                          struct asked_figures *question)
{
    const struct grade **grades = NULL;
    *question = (struct asked_figures){.region = STR_NONE};
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find(text, '\n', at), space = str_find(text, ' ', at);
        if (space < end)
            read_pair(arena, all, str_part(text, at, space), str_part(text, space + 1, end),
                      question, &grades);
        at = end + 1;
    }
}

/* ---- a hash of all figures ---- */

static void add_figures(struct buf *out, const struct record_table *table, const void *record);

static void add_texts(struct buf *out, const struct texts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        buf_addf(out, " " STR_FMT ",", STR_ARG(texts->items[i]));
}

static void add_records(struct buf *out, const struct record_table *table,
                        const struct records *records)
{
    for (size_t i = 0; i < records->count; i++)
        add_figures(out, table, records_at(records, table, i));
}

static void add_figure(struct buf *out, const struct field *field, const void *member)
{
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_GRADE: buf_add(out, *(const struct str *)member); break;
    case FIELD_ANSWER: buf_addf(out, "%d", (int)*(const enum answer *)member); break;
    case FIELD_TEXTS: add_texts(out, member); break;
    case FIELD_RECORD: add_figures(out, field->of, *(const void *const *)member); break;
    case FIELD_RECORDS: add_records(out, field->of, member); break;
    case FIELD_WHOLE: {
        const struct whole *whole = member;
        if (whole->known)
            buf_addf(out, "%lld", (long long)whole->value);
        break;
    }
    default: break; /* the day, which the question has, and the source, which is no figure */
    }
}

static void add_figures(struct buf *out, const struct record_table *table, const void *record)
{
    buf_byte(out, '{');
    for (const struct field *field = table->fields; record && field->name; field++) {
        buf_addf(out, "%s:", field->name);
        add_figure(out, field, record_member(record, field));
        buf_byte(out, ';');
    }
    buf_byte(out, '}');
}

static struct str figures_hash(struct arena *arena, const struct england *england)
{
    struct buf out = {.arena = arena};
    add_figures(&out, &england_table, england);
    if (england)
        buf_addf(&out, "%d %d %zu %d", england->is_counted, england->differs, england->listed,
                 (int)england->begins);
    return hash_text(arena, buf_str(&out));
}

/* ---- the comparison of a briefing ---- */

void derive_england(struct arena *arena, const struct briefing *briefing, struct derived *derived)
{
    const struct all_compared *compared = briefing->compared;
    if (derived->abolished == ANSWER_YES)
        return;
    if (!compared) {
        derived->england = briefing->england_told;
        return;
    }
    struct asked_figures question;
    derived->england_question = question_text(arena, briefing, derived->standing);
    question_read(arena, compared->all, derived->england_question, &question);
    struct england *england = england_count(arena, compared->all, &question);
    derived->england_hash = figures_hash(arena, england);
    if (england)
        england_words(arena, briefing, england);
    derived->england = england;
}

void england_note(struct diags *diags, const struct briefing *briefing)
{
    const struct derived *derived = briefing->derived;
    if (!derived->england_hash.len)
        return;
    const struct input figures = {.path = str_from(briefing->compared->path),
                                  .hash = derived->england_hash,
                                  .question = derived->england_question};
    inputs_add_rows(diags->inputs, &figures);
}

bool england_unchanged(struct table_store *store, struct arena *arena, const struct bounds *bounds,
                       const struct frameworks *frameworks, const struct input *figures)
{
    struct asked_figures question;
    size_t start = strlen("mapping "), end = str_find(figures->question, '\n', 0);
    if (!str_starts(figures->question, "mapping "))
        return false;
    const struct all_councils *all = tables_all_councils(
        store, arena, bounds, frameworks, figures->path, str_part(figures->question, start, end));
    if (!all || all->unread_count)
        return false;
    question_read(arena, all, figures->question, &question);
    return str_equal(figures_hash(arena, england_count(arena, all, &question)), figures->hash);
}
