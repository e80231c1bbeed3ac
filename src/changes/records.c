/* Differences of whole records, and what every difference says of its record. */
#include "changes/finder.h"

#include "base/utf8.h"
#include "facts/facts.h"

/* ---- where a difference is ---- */

static const struct place *outermost(const struct place *place)
{
    while (place->above)
        place = place->above;
    return place;
}

static const struct issue *issue_of(const struct finder *finder, const struct place *place)
{
    return place->now ? &finder->now : &finder->before;
}

const void *record_of(const struct place *place)
{
    return place->now ? place->now : place->before;
}

/* "people.to": the lists inside the record, then the field. */
static void add_path(struct buf *out, const struct place *place)
{
    if (!place->above)
        return;
    add_path(out, place->above);
    buf_addf(out, "%s%s", out->len ? "." : "", place->list->name);
}

struct str path_of(struct arena *arena, const struct place *place, const char *field)
{
    struct buf out = {.arena = arena};
    add_path(&out, place);
    if (field)
        buf_addf(&out, "%s%s", out.len ? "." : "", field);
    return out.len ? buf_str(&out) : STR_NONE;
}

static struct str what_of(const struct finder *finder, const struct place *place)
{
    struct str what = record_what(finder, issue_of(finder, place), place->table, record_of(place));
    return place->above ? str_format(finder->arena, STR_FMT ", " STR_FMT,
                                     STR_ARG(what_of(finder, place->above)), STR_ARG(what))
                        : what;
}

/* Its own sources, else those of the record that it is part of. */
static struct refs sources_of(const struct place *place)
{
    const struct field *field = record_field(place->table, STR("source"));
    const struct refs *own =
        field && field->kind == FIELD_REFS ? record_member(record_of(place), field) : NULL;
    return own && own->count ? *own : place->above ? sources_of(place->above) : (struct refs){0};
}

struct difference difference_at(const struct finder *finder, const struct place *place,
                                const char *field)
{
    const struct place *whole = outermost(place);
    return (struct difference){
        .council = finder->now.briefing->council->name,
        .kind = str_from(whole->list->name),
        .id = record_id(whole->table, record_of(whole)),
        .field = path_of(finder->arena, place, field),
        .what = utf8_capital(finder->arena, what_of(finder, place)),
        .source = sources_of(place),
        .record = place->now,
        .table = place->table,
    };
}

void tell(struct finder *finder, const struct place *place, struct difference found)
{
    if (found.class == DIFFERENCE_CORRECTED || found.class == DIFFERENCE_WITHDRAWN)
        reason_attach(finder, place, &found);
    *LIST_ADD(finder->arena, &finder->found) = found;
}

/* What says of other councils, or of nothing, is that whatever differs; absent: it does matter. */
int class_at_most(enum how_changed how)
{
    return how == CHANGES_WORDING     ? DIFFERENCE_MINOR
           : how == CHANGES_ELSEWHERE ? DIFFERENCE_COMPARISON
                                      : DIFFERENCE_ABSENT;
}

/* Does a date lie wholly behind the day of the issue before, and not behind that of this one? */
bool is_since(const struct finder *finder, const struct date *date)
{
    return date->precision && date->first > finder->before.as_at &&
           date->first <= finder->now.as_at;
}

/* ---- whole records ---- */

/* May it have been on either side of the day of the issue before? */
static bool is_astride(const struct finder *finder, const struct date *date)
{
    return date->precision && date->first != DAY_OPEN_START &&
           date->first <= finder->before.as_at && date->last > finder->before.as_at &&
           date->first <= finder->now.as_at;
}

struct str by_its_source(const struct finder *finder, struct str text, const struct date *date)
{
    if (!is_astride(finder, date))
        return STR_NONE;
    struct str when = date_text(finder->arena, date, DATE_PLAIN);
    return str_holds(text, when)
               ? STR(" (its source gives no exact day)")
               : str_format(finder->arena, " (by its source, " STR_FMT ")", STR_ARG(when));
}

static struct str news_text(const struct finder *finder, const struct place *place,
                            const struct difference *found)
{
    struct buf out = {.arena = finder->arena};
    struct str news = record_news(finder, issue_of(finder, place), place->table, record_of(place));
    buf_add(&out, found->what);
    if (news.len)
        buf_addf(&out, ": " STR_FMT, STR_ARG(news));
    if (found->class == DIFFERENCE_RECORDED)
        buf_add(&out, by_its_source(finder, buf_str(&out), &found->date));
    return buf_str(&out);
}

/* Does its day say when it was so, and not when it came to be so? */
static bool is_as_it_stood(const struct record_table *table, const void *record)
{
    return table == &provision_table ||
           (table == &leadership_event_table &&
            ((const struct leadership_event *)record)->event == LEADERSHIP_IN_POST);
}

void tell_new(struct finder *finder, const struct place *place)
{
    struct difference found = difference_at(finder, place, NULL);
    found.date = record_day(place->table, place->now);
    found.class = class_at_most(place->how);
    if (!found.class)
        found.class = place->above && place->how == CHANGES_PROGRESS ? DIFFERENCE_MOVED
                      : !is_as_it_stood(place->table, place->now) && is_since(finder, &found.date)
                          ? DIFFERENCE_HAPPENED
                          : DIFFERENCE_RECORDED;
    found.text = news_text(finder, place, &found);
    found.is = found.what;
    found.is_value = facts_record(finder->arena, finder->now.briefing, place->table, place->now);
    tell(finder, place, found);
}

void tell_gone(struct finder *finder, const struct place *place)
{
    struct difference found = difference_at(finder, place, NULL);
    found.date = record_day(place->table, place->before);
    found.class = class_at_most(place->how);
    if (!found.class)
        found.class = place->above && place->how == CHANGES_PROGRESS ? DIFFERENCE_MOVED
                                                                     : DIFFERENCE_WITHDRAWN;
    found.text = str_format(finder->arena, STR_FMT ": %s", STR_ARG(found.what),
                            found.class == DIFFERENCE_WITHDRAWN ? "withdrawn" : "no longer stated");
    found.was = found.what;
    found.was_value =
        facts_record(finder->arena, finder->before.briefing, place->table, place->before);
    tell(finder, place, found);
}
