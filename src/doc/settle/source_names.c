/* Short names of sources: who published them, what they are, and of which days. */
#include "doc/settle/source_names.h"

#include "brief/spec.h"
#include "date/date.h"

/* ---- those that are told together ---- */

static struct str until(struct str text, char end)
{
    return str_part(text, 0, str_find(text, end, 0));
}

/* "Department for Education, on GOV.UK" is the department; an act is known by its name. */
static struct str publisher_of(const struct evidence *source)
{
    if (source->kind == EVIDENCE_LEGISLATION && source->title.len)
        return until(source->title, ',');
    if (source->publisher.len)
        return until(source->publisher, ',');
    return source->author.len ? source->author : source->title;
}

static struct told *told_of(struct told_list *list, struct str publisher, int kind)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].kind == kind && str_equal(list->items[i].publisher, publisher))
            return &list->items[i];
    return NULL;
}

struct told_list told_together(struct arena *arena, const struct briefing *briefing,
                               const struct cited *cited)
{
    struct told_list list = {0};
    for (size_t i = 0; i < cited->count; i++) {
        const struct ref *ref = &cited->items[i];
        const struct evidence *source =
            &briefing->sources.items[spec_ref_number(briefing, ref) - 1];
        struct str publisher = publisher_of(source);
        struct told *told = told_of(&list, publisher, source->kind);
        if (!told) {
            told = LIST_ADD(arena, &list);
            *told = (struct told){.publisher = publisher, .kind = source->kind};
        }
        *LIST_ADD(arena, &told->sources) = *ref;
    }
    return list;
}

/* ---- their days ---- */

/* Absent where it was worked out, or is an interval: the list says how it is known. */
static struct str day_of(struct arena *arena, const struct evidence *source)
{
    const struct date *date = source->kind == EVIDENCE_DATA ? &source->as_at : &source->published;
    bool plain = date->precision && date->precision != DATE_INTERVAL && !date->inferred;
    return plain ? date_text(arena, date, DATE_LONG) : STR_NONE;
}

struct days {
    struct str *items;
    size_t count, capacity;
};

static void add_day(struct arena *arena, struct days *days, struct str text)
{
    for (size_t i = 0; i < days->count; i++)
        if (str_equal(days->items[i], text))
            return;
    if (text.len)
        *LIST_ADD(arena, days) = text;
}

static struct days days_of(struct arena *arena, const struct told *told)
{
    struct days days = {0};
    for (size_t i = 0; i < told->sources.count; i++)
        add_day(arena, &days, day_of(arena, told->sources.items[i].record));
    return days;
}

/* "19 October 2015, 3 May 2016 and 19 January 2018". */
static void add_days(struct buf *out, const struct days *days, const char *before)
{
    for (size_t i = 0; i < days->count; i++) {
        buf_addz(out, !i ? before : i + 1 == days->count ? " and " : ", ");
        buf_add(out, days->items[i]);
    }
}

/* ---- the name ---- */

static const char *kind_word(const struct told *told, bool dated)
{
    bool several = told->sources.count > 1;
    switch (told->kind) {
    case EVIDENCE_OFSTED_REPORT:
    case EVIDENCE_COUNCIL_REPORT: return several ? "reports" : "report";
    case EVIDENCE_DFE_NOTICE: return several ? "notices" : "notice";
    case EVIDENCE_DATA: return dated ? "data" : NULL;
    default: return NULL;
    }
}

/* One word takes "’s": "Ofsted’s report", but "Department for Education, notice". */
static const char *behind_publisher(struct str publisher)
{
    bool one_word = str_find(publisher, ' ', 0) == publisher.len && !str_ends(publisher, "s");
    return one_word ? "\u2019s " : ", ";
}

struct str told_name(struct arena *arena, const struct told *told)
{
    struct buf out = {.arena = arena};
    struct days days = days_of(arena, told);
    const char *word = kind_word(told, days.count);
    buf_add(&out, told->publisher);
    if (word) {
        buf_addz(&out, behind_publisher(told->publisher));
        buf_addz(&out, word);
    }
    add_days(&out, &days, !word ? ", " : told->kind == EVIDENCE_DATA ? " to " : " of ");
    return buf_str(&out);
}

struct str source_names(struct arena *arena, const struct briefing *briefing,
                        const struct cited *cited)
{
    struct told_list told = told_together(arena, briefing, cited);
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < told.count; i++) {
        buf_addz(&out, i ? "; " : "");
        buf_add(&out, told_name(arena, &told.items[i]));
    }
    return buf_str(&out);
}
