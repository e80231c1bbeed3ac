/* Differences of whole records; and what every difference says of its record, with its reason. */
#include "changes/changes_codes.h"
#include "changes/finder.h"

#include "base/alike.h"
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

/* ---- which correction or withdrawal is meant ---- */

/* Does it name a record, by an id that it has or had, or by its list where it has none? */
static bool names_record(const struct place *place, struct str of, struct str kind)
{
    bool has_id = false;
    for (const struct place *at = place; at; at = at->above) {
        struct str was = record_id(at->table, at->before), is = record_id(at->table, at->now);
        has_id = has_id || was.len || is.len;
        if (of.len && (str_equal(of, was) || str_equal(of, is)))
            return true;
        if (!of.len && str_is(kind, at->list->name) && !was.len && !is.len)
            return true;
    }
    return !of.len && !has_id && !place->above && str_is(kind, place->list->name);
}

/* The key itself, or with the lists that lead to it. */
static bool names_field(const struct difference *found, struct str field)
{
    return str_equal(field, found->field) ||
           (found->changed && found->changed->kind != FIELD_GRADES &&
            str_is(field, found->changed->name));
}

/* Do its words say what was published? Only then is a record without an id surely meant. */
static bool says_what_was(struct finder *finder, const struct difference *found, struct str was)
{
    struct str value = found->was_value;
    if (value.len > 1 && value.at[0] == '"')
        value = str_part(value, 1, value.len - 1);
    return names_agree(finder->arena, was, found->was) || names_agree(finder->arena, was, value);
}

/* Does a correction lead, by the record and the key that it names, to the very value? */
static bool leads_to(const struct finder *finder, const struct place *place,
                     const struct difference *found, const struct key_named *key)
{
    return key->field && key->field == found->changed && key->record == place->now &&
           (!key->judgement.len || str_ends(found->field, str_z(finder->arena, key->judgement)));
}

/* Does it say of the list of a part that is gone what the part was? */
static bool names_part(struct finder *finder, const struct place *place,
                       const struct difference *found, const struct correction *correction,
                       const struct key_named *key)
{
    return !found->changed && place->above && key->field == place->list &&
           key->record == place->above->now && says_what_was(finder, found, correction->was);
}

/* The latest of those that fit. */
static const struct correction *correction_of(struct finder *finder, const struct place *place,
                                              const struct difference *found)
{
    const struct correction_list *all = &finder->now.briefing->corrections;
    const struct correction *best = NULL;
    for (size_t i = 0; i < all->count; i++) {
        const struct correction *one = &all->items[i];
        bool named = names_field(found, one->field) &&
                     (names_record(place, one->of, one->kind) || place->table == &council_table) &&
                     (one->of.len || says_what_was(finder, found, one->was));
        bool fits = named || leads_to(finder, place, found, &finder->corrected[i]) ||
                    names_part(finder, place, found, one, &finder->corrected[i]);
        if (fits && (!best || date_surely_after(&one->found, &best->found)))
            best = one;
    }
    return best;
}

/* How many words of a text stand in another one, of how many. */
static size_t words_shared(struct arena *arena, struct str a, struct str b, size_t *all)
{
    struct str words = name_plain(arena, a), other = name_plain(arena, b);
    size_t shared = 0;
    *all = 0;
    for (size_t at = 0; at < words.len; ++*all) {
        size_t end = str_find(words, ' ', at);
        shared += end > at && str_holds(other, str_part(words, at, end));
        at = end + 1;
    }
    return shared;
}

/* Does it say what the name does not: which of two letters of one month it was? */
static bool says_more(struct arena *arena, struct str what, struct str name)
{
    size_t all, shared = words_shared(arena, what, name, &all);
    return 4 * shared < 3 * all;
}

/* Of a record without an id: the one that calls it as the lines do, or else the one whose words say
   most of what it said. */
static const struct withdrawal *withdrawal_of(struct finder *finder, const struct place *place,
                                              const struct difference *found)
{
    const struct withdrawal_list *all = &finder->now.briefing->withdrawn;
    const struct withdrawal *best = NULL;
    size_t most = 0, words;
    for (size_t i = 0; i < all->count; i++) {
        const struct withdrawal *one = &all->items[i];
        if (!names_record(place, one->of, one->kind))
            continue;
        if (one->of.len || names_agree(finder->arena, one->what, found->what))
            return one;
        size_t shared = words_shared(finder->arena, one->what, found->was_value, &words);
        if (shared > most) {
            most = shared;
            best = one;
        }
    }
    return best;
}

/* ---- reasons, and that there is none ---- */

static struct span span_of(const struct finder *finder, const struct place *place,
                           const struct difference *found)
{
    if (place->now && found->changed)
        return record_span(place->now, found->changed);
    for (const struct place *at = place->above; at; at = at->above)
        if (at->now)
            return record_span_of(at->now, place->list->name);
    return record_span_of(finder->now.briefing, str_z(finder->arena, found->kind));
}

static void warn(struct finder *finder, const struct place *place, const struct difference *found)
{
    bool corrected = found->class == DIFFERENCE_CORRECTED;
    struct diag *diag = diag_report(
        finder->diags, corrected ? &W941 : &W942, span_of(finder, place, found),
        corrected ? "`" STR_FMT "` says something else than the issue before, and nothing says why"
                  : "the issue before had `" STR_FMT "`, and nothing says why it is gone",
        STR_ARG(found->field.len ? str_format(finder->arena, STR_FMT ": " STR_FMT,
                                              STR_ARG(found->what), STR_ARG(found->field))
                                 : found->what));
    hint_at_entry(finder, diag, place, found);
}

/* What moves as time goes on may have been wrong all the same: then a correction says so, that was
   found since and names what was published. */
static bool is_put_right(struct finder *finder, const struct correction *correction,
                         const struct difference *found)
{
    return correction && correction->found.last > finder->before.as_at &&
           says_what_was(finder, found, correction->was);
}

static void reason_attach(struct finder *finder, const struct place *place,
                          struct difference *found)
{
    const struct correction *correction =
        found->changed || place->above ? correction_of(finder, place, found) : NULL;
    const struct withdrawal *withdrawal = found->changed || found->class == DIFFERENCE_MOVED
                                              ? NULL
                                              : withdrawal_of(finder, place, found);
    if (found->class == DIFFERENCE_MOVED && !is_put_right(finder, correction, found))
        return;
    if (found->class == DIFFERENCE_MOVED)
        found->class = DIFFERENCE_CORRECTED;
    if (!correction && !withdrawal)
        warn(finder, place, found);
    if (correction) {
        found->why = correction->why;
        found->on = correction->found;
    }
    if (withdrawal) {
        found->why = withdrawal->why;
        found->on = withdrawal->found;
        if (says_more(finder->arena, withdrawal->what, found->what))
            found->text = str_format(finder->arena,
                                     STR_FMT ", \342\200\234" STR_FMT "\342\200\235: withdrawn",
                                     STR_ARG(found->what), STR_ARG(withdrawal->what));
    }
}

/* ---- what is told ---- */

void tell(struct finder *finder, const struct place *place, struct difference found)
{
    if (found.class == DIFFERENCE_CORRECTED || found.class == DIFFERENCE_WITHDRAWN ||
        found.class == DIFFERENCE_MOVED)
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
    if (found->date.inferred && !str_holds(buf_str(&out), STR("inferred")))
        buf_addz(&out, news.len ? " (its day is inferred)" : " (inferred)");
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

static bool is_of_since(const struct finder *finder, const struct ref *ref)
{
    if (!ref->record)
        return false;
    const struct date made = record_day(ref->table, ref->record);
    return is_since(finder, &made);
}

/* What is due under a direction, and an action that answers a report, are no older than these. */
static bool came_with_what_happened(const struct finder *finder, const struct record_table *table,
                                    const void *record)
{
    if (table == &deadline_table)
        return is_of_since(finder, &((const struct deadline *)record)->about);
    const struct refs *answers =
        table == &action_table ? &((const struct action *)record)->answers : NULL;
    bool all = answers && answers->count;
    for (size_t i = 0; all && i < answers->count; i++)
        all = is_of_since(finder, &answers->items[i]);
    return all;
}

static bool has_happened(const struct finder *finder, const struct place *place,
                         const struct date *date)
{
    if (is_as_it_stood(place->table, place->now))
        return false;
    return date->precision ? is_since(finder, date)
                           : came_with_what_happened(finder, place->table, place->now);
}

void tell_new(struct finder *finder, const struct place *place)
{
    struct difference found = difference_at(finder, place, NULL);
    found.date = record_day(place->table, place->now);
    found.class = class_at_most(place->how);
    if (!found.class)
        found.class = place->above && place->how == CHANGES_PROGRESS ? DIFFERENCE_MOVED
                      : has_happened(finder, place, &found.date)     ? DIFFERENCE_HAPPENED
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
