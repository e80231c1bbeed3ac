/* The class of a difference in one field, and its sentence. */
#include "changes/finder.h"

#include "base/json.h"
#include "brief/work/standing_work.h"

/* ---- the class of one field ---- */

struct two_values {
    const struct field *field;
    enum how_changed how;
    const void *before, *now; /* members */
    bool was, is;             /* filled? */
};

static struct two_values values_at(const struct place *place, const struct field *field)
{
    const void *before = record_member(place->before, field);
    const void *now = record_member(place->now, field);
    return (struct two_values){field,
                               changes_within(place->how, field->changes),
                               before,
                               now,
                               field_is_filled(field, before),
                               field_is_filled(field, now)};
}

/* Had both come to pass before either issue? Then the older one was wrong, and nothing moved. */
static bool are_both_past(const struct finder *finder, const struct date *before,
                          const struct date *now)
{
    day earlier =
        finder->before.as_at < finder->now.as_at ? finder->before.as_at : finder->now.as_at;
    return before->last <= earlier && now->last <= earlier;
}

/* Was it to come on the day of the earlier issue? Then it was planned, and the plan moved. */
static bool was_planned(const struct finder *finder, const struct date *before,
                        const struct date *now)
{
    bool forth = finder->before.as_at <= finder->now.as_at;
    return forth ? before->first > finder->before.as_at : now->first > finder->now.as_at;
}

/* Is it the day on which something takes place or ends, and not one that is planned, or of which
   something was known? */
static bool is_event_day(const struct place *place, const struct field *field)
{
    static const char *const ends[] = {"ended", "to", "until", "done", "actual", "abolished", NULL};
    if (field->kind != FIELD_DATE && field->kind != FIELD_PERIOD)
        return false;
    if (place->table->happens && !strcmp(place->table->happens, field->name))
        return true;
    for (size_t i = 0; ends[i]; i++)
        if (!strcmp(ends[i], field->name))
            return true;
    return false;
}

/* What had come to pass by the earlier issue did not move; a count of homes is of another day each
   time. */
static bool may_have_moved(const struct finder *finder, const struct place *place,
                           const struct two_values *values)
{
    bool stands_as_at = place->table == &provision_table || place->table == &action_table;
    bool is_event = is_event_day(place, values->field) && !stands_as_at;
    bool forth = finder->before.as_at <= finder->now.as_at;
    const struct date *stated = forth ? values->before : values->now;
    day day_of_it = forth ? finder->before.as_at : finder->now.as_at;
    if (values->how != CHANGES_PROGRESS && !values->field->ahead)
        return was_planned(finder, values->before, values->now);
    return is_event ? stated->last > day_of_it
                    : !are_both_past(finder, values->before, values->now);
}

static int class_of_dates(const struct finder *finder, const struct place *place,
                          const struct two_values *values)
{
    enum closeness closeness = dates_compare(values->field, values->before, values->now);
    switch (closeness) {
    case DATES_SAME: return DIFFERENCE_MINOR;
    case DATES_CLOSER: return DIFFERENCE_MORE_EXACT;
    case DATES_WIDER: return DIFFERENCE_CORRECTED;
    case DATES_OTHER: break;
    }
    return may_have_moved(finder, place, values) ? DIFFERENCE_MOVED : DIFFERENCE_CORRECTED;
}

static size_t texts_kept(const struct texts *before, const struct texts *now)
{
    size_t kept = 0;
    for (size_t i = 0; i < before->count; i++) {
        size_t k = 0;
        while (k < now->count && !str_equal(before->items[i], now->items[k]))
            k++;
        kept += k < now->count;
    }
    return kept;
}

/* How many items of a list only the other one lacks. */
static size_t count_alone(const struct finder *finder, const struct field *field, const void *list,
                          const void *other, bool is_old)
{
    const struct texts *texts = list;
    const struct refs *refs = list;
    size_t alone = 0;
    if (field->kind == FIELD_TEXTS)
        return texts->count - texts_kept(texts, other);
    for (size_t i = 0; i < refs->count; i++) {
        const struct refs one = {&refs->items[i], 1};
        alone += is_old ? !refs_kept(finder, &one, other) : !refs_kept(finder, other, &one);
    }
    return alone;
}

/* Of lists whose items stand for themselves: what was added, what was taken away. */
static int class_of_list(const struct finder *finder, const struct two_values *values)
{
    const struct field *field = values->field;
    bool is_source = !strcmp(field->name, "source");
    if (values->how == CHANGES_PROGRESS)
        return DIFFERENCE_MOVED;
    bool any_gone = count_alone(finder, field, values->before, values->now, true);
    bool any_new = count_alone(finder, field, values->now, values->before, false);
    if (any_gone && any_new)
        return is_source ? DIFFERENCE_MINOR : DIFFERENCE_CORRECTED;
    if (any_gone)
        return is_source ? DIFFERENCE_CORRECTED : DIFFERENCE_WITHDRAWN;
    return is_source ? DIFFERENCE_MORE_EXACT : DIFFERENCE_RECORDED;
}

static bool is_past_in_both(const struct finder *finder, const struct place *place,
                            const char *name)
{
    const struct field *field = record_field(place->table, str_from(name));
    const struct date *before = record_member(place->before, field);
    const struct date *now = record_member(place->now, field);
    return before->precision && now->precision &&
           values_same(finder, field, place->before, place->now) &&
           are_both_past(finder, before, now);
}

/* Says the field what was so on one day, or in one time, that both issues have and that was past on
   the day of either? Then it moves no more. */
static bool is_settled(const struct finder *finder, const struct place *place,
                       const struct field *field)
{
    static const struct {
        const struct record_table *table;
        const char *field, *day;
    } settled[] = {
        {&provision_table, "total", "date"},           {&intervention_table, "ended_how", "ended"},
        {&intervention_table, "ended_by", "ended"},    {&complaint_table, "investigated", "period"},
        {&complaint_table, "on_time", "period"},       {&complaint_table, "upheld", "period"},
        {&complaint_table, "partly_upheld", "period"},
    };
    if (place->table == &provision_count_table)
        return place->above && is_past_in_both(finder, place->above, "date");
    if (place->table == &course_table)
        return place->above && !strcmp(field->name, "chosen") &&
               is_past_in_both(finder, place->above, "date");
    for (size_t i = 0; i < sizeof settled / sizeof *settled; i++)
        if (settled[i].table == place->table && !strcmp(settled[i].field, field->name))
            return is_past_in_both(finder, place, settled[i].day);
    return false;
}

/* One of the two has none. */
static int class_of_one(const struct finder *finder, const struct place *place,
                        const struct two_values *values)
{
    bool is_event = is_event_day(place, values->field);
    if (values->how == CHANGES_PROGRESS && !is_event)
        return DIFFERENCE_MOVED;
    if (!values->is)
        return DIFFERENCE_WITHDRAWN;
    return is_event && is_since(finder, values->now) ? DIFFERENCE_HAPPENED : DIFFERENCE_RECORDED;
}

/* Is it the amount or the unit of one sum, "6.49 million" and "6,490 thousand"? */
static bool is_same_sum(const struct place *place, const struct field *field)
{
    bool is_share = place->table == &payer_table && !strcmp(field->name, "amount");
    const struct place *whole = is_share ? place->above : place;
    if (!is_share && (place->table != &funding_table ||
                      (strcmp(field->name, "amount") != 0 && strcmp(field->name, "unit") != 0)))
        return false;
    const struct funding *before = whole->before, *now = whole->now;
    const struct field *amount = record_field(place->table, STR("amount"));
    int64_t was, is;
    return money_pence(record_member(place->before, amount), before->unit, &was) &&
           money_pence(record_member(place->now, amount), now->unit, &is) && was == is;
}

static int class_of(const struct finder *finder, const struct place *place,
                    const struct two_values *values)
{
    int most = class_at_most(values->how);
    struct two_values fixed = *values;
    if (most)
        return most;
    if (values->how == CHANGES_PROGRESS && is_settled(finder, place, values->field)) {
        fixed.how = CHANGES_FACT;
        values = &fixed;
    }
    if (values_alike(finder, values->field, place->before, place->now) ||
        is_same_sum(place, values->field))
        return DIFFERENCE_MINOR;
    if (values->field->kind == FIELD_REFS || values->field->kind == FIELD_TEXTS)
        return class_of_list(finder, values);
    if (!values->was || !values->is)
        return class_of_one(finder, place, values);
    if (values->field->kind == FIELD_DATE || values->field->kind == FIELD_PERIOD)
        return class_of_dates(finder, place, values);
    return values->how == CHANGES_PROGRESS ? DIFFERENCE_MOVED : DIFFERENCE_CORRECTED;
}

/* ---- a field in words ---- */

/* A day that takes the place of the first one, which is what it moved from. */
static const struct field *replaced_by(const struct record_table *table, const struct field *field)
{
    const char *first = !strcmp(field->name, "revised_due") ? "due"
                        : !strcmp(field->name, "revised")   ? "planned"
                                                            : NULL;
    return first ? record_field(table, str_from(first)) : NULL;
}

/* The items of a list that only one of the two has. */
static struct str items_only_in(const struct finder *finder, const struct place *place,
                                const struct field *field, bool new)
{
    const struct issue *issue = new ? &finder->now : &finder->before;
    const void *record = new ? place->now : place->before;
    const void *other = record_member(new ? place->before : place->now, field);
    const void *own = record_member(record, field);
    struct buf out = {.arena = finder->arena};
    for (size_t i = 0; field->kind == FIELD_REFS && i < ((const struct refs *)own)->count; i++) {
        const struct ref *ref = &((const struct refs *)own)->items[i];
        struct refs one = {ref, 1};
        if (!(new ? refs_kept(finder, other, &one) : refs_kept(finder, &one, other)))
            buf_addf(&out, "%s" STR_FMT, out.len ? "; " : "",
                     STR_ARG(ref->record ? record_what(finder, issue, ref->table, ref->record)
                                         : ref->id));
    }
    for (size_t i = 0; field->kind == FIELD_TEXTS && i < ((const struct texts *)own)->count; i++) {
        struct texts one = {&((const struct texts *)own)->items[i], NULL, 1};
        if (!texts_kept(&one, other))
            buf_addf(&out, "%s" STR_FMT, out.len ? "; " : "",
                     STR_ARG(named_among(finder->arena, field, one.items[0], other)));
    }
    return buf_str(&out);
}

/* Two values that read alike are not set side by side. */
static void add_otherwise(struct arena *arena, struct buf *out, const struct field *field,
                          struct str label, struct str is)
{
    bool is_text = field->kind == FIELD_TEXT || field->kind == FIELD_MARKDOWN;
    bool is_record = field->kind == FIELD_REF || field->kind == FIELD_REFS;
    if (str_ends(label, " worded"))
        label = str_part(label, 0, label.len - strlen(" worded"));
    if (is_text)
        buf_addf(out, STR_FMT " worded otherwise", STR_ARG(label));
    else
        buf_addf(out, STR_FMT " " STR_FMT ", %s", STR_ARG(label),
                 STR_ARG(as_named(arena, field, is)),
                 is_record ? "another one of that name" : "stated otherwise before");
}

static void add_list_text(const struct finder *finder, struct buf *out, const struct place *place,
                          const struct field *field, struct str label)
{
    struct str added = items_only_in(finder, place, field, true);
    struct str gone = items_only_in(finder, place, field, false);
    bool is_source = !strcmp(field->name, "source");
    bool first = !field_is_filled(field, record_member(place->before, field));
    if (added.len && str_equal(added, gone)) {
        add_otherwise(finder->arena, out, field, label, added);
        return;
    }
    if (is_source)
        label = added.len && !gone.len && !first ? STR("rests also on") : STR("rests on");
    buf_addf(out, "%s" STR_FMT " " STR_FMT,
             !added.len           ? "no longer "
             : gone.len           ? "now "
             : first || is_source ? ""
                                  : "also ",
             STR_ARG(label), STR_ARG(added.len ? added : gone));
    if (added.len && gone.len)
        buf_addf(out, ", not " STR_FMT, STR_ARG(gone));
}

static void add_field_text(const struct finder *finder, struct buf *out, const struct place *place,
                           const struct field *field, const struct difference *found)
{
    struct str label = field_words(finder, place->table, field);
    struct str is = found->is, was = found->was;
    bool is_plain = words_apart(finder->arena, field, &is, &was);
    if (field->kind == FIELD_REFS || field->kind == FIELD_TEXTS) {
        add_list_text(finder, out, place, field, label);
        return;
    }
    if (!is.len) {
        buf_addf(out, "no longer stated: " STR_FMT " " STR_FMT, STR_ARG(label), STR_ARG(was));
        return;
    }
    if (str_equal(is, was)) {
        add_otherwise(finder->arena, out, field, label, is);
        return;
    }
    if (was.len && is_plain && is_a_sentence(field) && str_holds(found->what, is)) {
        buf_addf(out, "was worded " STR_FMT, STR_ARG(was));
        return;
    }
    buf_addf(out, STR_FMT "%s" STR_FMT, STR_ARG(label), label.len ? " " : "", STR_ARG(is));
    if (was.len)
        buf_addf(out, ", was " STR_FMT, STR_ARG(was));
}

/* How an end came about, told with its day. */
static const char *const ended_with[] = {"ended_how", "ended_by", "ended_source", NULL};

bool end_tells_it(const struct finder *finder, const struct place *place, const struct field *field)
{
    const struct field *ended = record_field(place->table, STR("ended"));
    bool is_one = false;
    for (size_t i = 0; ended_with[i]; i++)
        is_one = is_one || !strcmp(ended_with[i], field->name);
    if (!is_one || !ended)
        return false;
    const struct two_values value = values_at(place, field);
    return value.was != value.is && !values_same(finder, ended, place->before, place->now);
}

static void add_end(const struct finder *finder, struct buf *out, const struct place *place,
                    struct difference *found, const struct field *field)
{
    const struct field *how = record_field(place->table, STR("ended_how"));
    const struct field *source = record_field(place->table, STR("ended_source"));
    if (strcmp(field->name, "ended") || !how || !found->is.len)
        return;
    struct str word = value_words(finder, &finder->now, how, place->now);
    bool has_remark = out->len && out->at[out->len - 1] == ')';
    out->len -= has_remark;
    if (word.len)
        buf_addf(out, "%s" STR_FMT, has_remark ? "; " : " (", STR_ARG(word));
    if (word.len || has_remark)
        buf_byte(out, ')');
    if (source && field_is_filled(source, record_member(place->now, source)))
        found->source = *(const struct refs *)record_member(place->now, source);
}

/* "Alex Morgan, director: left, May 2015: dated ..." has a colon too many. */
static struct str without_colon(struct arena *arena, struct str what)
{
    size_t colon = str_find(what, ':', 0);
    return colon < what.len && !str_holds(what, STR("\342\200\234"))
               ? str_format(arena, STR_FMT "," STR_FMT, STR_ARG(str_part(what, 0, colon)),
                            STR_ARG(str_part(what, colon + 1, what.len)))
               : what;
}

/* Where the day at its end is the one that differs, that is told behind it. */
static struct str name_without_day(const struct finder *finder, const struct place *place,
                                   const struct difference *found)
{
    const struct field *field = found->changed;
    struct str what = found->what;
    if (field->kind != FIELD_DATE || !found->is.len)
        return what;
    struct str end =
        str_format(finder->arena, ", " STR_FMT,
                   STR_ARG(date_text(finder->arena, record_member(place->now, field), DATE_PLAIN)));
    return str_ends(what, str_z(finder->arena, end)) ? str_part(what, 0, what.len - end.len) : what;
}

void tell_field(struct finder *finder, const struct place *place, const struct field *field)
{
    const struct two_values values = values_at(place, field);
    const struct field *first = replaced_by(place->table, field);
    struct difference found = difference_at(finder, place, field->name);
    found.changed = field;
    found.class = class_of(finder, place, &values);
    found.was = value_words(finder, &finder->before, field, place->before);
    found.is = value_words(finder, &finder->now, field, place->now);
    found.was_value = value_json(finder, &finder->before, field, place->before);
    found.is_value = value_json(finder, &finder->now, field, place->now);
    if (first && values.was != values.is && !class_at_most(values.how)) {
        found.class = DIFFERENCE_MOVED;
        struct str due = value_words(finder, &finder->before, first, place->before);
        if (!values.was && !str_equal(due, found.is))
            found.was = due;
    }
    if (found.class == DIFFERENCE_HAPPENED ||
        (found.class == DIFFERENCE_RECORDED && is_event_day(place, field)))
        found.date = *(const struct date *)values.now;
    struct buf out = {.arena = finder->arena};
    buf_addf(&out, STR_FMT ": ",
             STR_ARG(without_colon(finder->arena, name_without_day(finder, place, &found))));
    add_field_text(finder, &out, place, field, &found);
    add_end(finder, &out, place, &found, field);
    if (found.class == DIFFERENCE_RECORDED)
        buf_add(&out, by_its_source(finder, buf_str(&out), &found.date));
    found.text = buf_str(&out);
    tell(finder, place, found);
}

/* ---- a day that came ---- */

void tell_day_come(struct finder *finder, const struct place *place, const struct field *field)
{
    const struct date *date = record_member(place->now, field);
    bool was_ahead = date->first > finder->before.as_at, is_ahead = date->first > finder->now.as_at;
    if (!is_event_day(place, field) || !date->precision || was_ahead == is_ahead ||
        class_at_most(changes_within(place->how, field->changes)))
        return;
    bool happens = place->table->happens && !strcmp(place->table->happens, field->name);
    struct difference found = difference_at(finder, place, field->name);
    found.changed = field;
    found.class = DIFFERENCE_TIME_ALONE;
    found.date = *date;
    found.is = date_text(finder->arena, date, DATE_PLAIN);
    found.text = str_format(finder->arena, STR_FMT ": the day %s, " STR_FMT "%s" STR_FMT,
                            STR_ARG(found.what), is_ahead ? "is still to come" : "has come",
                            STR_ARG(happens ? STR_NONE : field_words(finder, place->table, field)),
                            happens ? "" : " ", STR_ARG(found.is));
    tell(finder, place, found);
}

/* ---- grades ---- */

static struct str as_json(struct arena *arena, struct str text)
{
    struct buf out = {.arena = arena};
    struct json json = {.out = &out};
    json_text(&json, text);
    return buf_str(&out);
}

static int class_of_grade(const struct grade_entry *before, const struct grade_entry *now)
{
    if (!before || !now)
        return before ? DIFFERENCE_WITHDRAWN : DIFFERENCE_RECORDED;
    return str_equal(before->grade, now->grade) ? DIFFERENCE_MINOR : DIFFERENCE_CORRECTED;
}

static struct str grade_text(const struct finder *finder, const struct place *place,
                             const struct difference *found, struct str judgement)
{
    struct buf out = {.arena = finder->arena};
    buf_addf(&out, STR_FMT ": " STR_FMT " " STR_FMT, STR_ARG(found->what),
             STR_ARG(judgement_called(finder, place->table, record_of(place), judgement)),
             STR_ARG(found->is.len ? found->is : STR("no longer stated")));
    if (found->was.len && !str_equal(found->was, found->is))
        buf_addf(&out, ", was " STR_FMT, STR_ARG(found->was));
    else if (found->was.len)
        buf_addz(&out, ", by other sources");
    return buf_str(&out);
}

void tell_grade(struct finder *finder, const struct place *place, const struct field *field,
                const struct grade_entry *before, const struct grade_entry *now)
{
    struct str id = now ? now->judgement : before->judgement;
    struct difference found = difference_at(finder, place, NULL);
    struct str path = path_of(finder->arena, place, field->name);
    found.field = str_format(finder->arena, STR_FMT "." STR_FMT, STR_ARG(path), STR_ARG(id));
    found.changed = field;
    found.was = before ? grade_words(finder, before->grade) : STR_NONE;
    found.is = now ? grade_words(finder, now->grade) : STR_NONE;
    found.was_value = before ? as_json(finder->arena, before->grade) : STR_NONE;
    found.is_value = now ? as_json(finder->arena, now->grade) : STR_NONE;
    if (now && now->source.count)
        found.source = now->source;
    found.class = class_at_most(changes_within(place->how, field->changes));
    if (!found.class)
        found.class = class_of_grade(before, now);
    found.text = grade_text(finder, place, &found, id);
    tell(finder, place, found);
}
