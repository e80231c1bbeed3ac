/* What is computed and differs though no record does: by another rule, or of other councils. */
#include "changes/finder.h"

#include "base/utf8.h"
#include "facts/facts.h"

/* ---- a difference of what is computed ---- */

struct difference computed_difference(const struct finder *finder, const char *field)
{
    return (struct difference){
        .council = finder->now.briefing->council->name,
        .kind = STR("derived"),
        .field = str_from(field),
        .table = &derived_table,
        .changed = record_field(&derived_table, str_from(field)),
    };
}

/* "WHAT: IS, was WAS"; one of the two may be absent, and the second is where it reads the same. */
struct str computed_text(struct arena *arena, const struct difference *found)
{
    struct buf out = {.arena = arena};
    buf_add(&out, found->what);
    if (found->is.len)
        buf_addf(&out, ": " STR_FMT, STR_ARG(found->is));
    if (found->was.len && !str_equal(found->is, found->was))
        buf_addf(&out, "%s " STR_FMT, found->is.len ? ", was" : ": no longer", STR_ARG(found->was));
    return buf_str(&out);
}

void computed_tell(struct finder *finder, struct difference found)
{
    *LIST_ADD(finder->arena, &finder->found) = found;
}

/* ---- are two answers the same, whatever their wording? ---- */

static bool answers_agree(const struct finder *finder, const struct issue *before,
                          const struct issue *now, const struct record_table *table,
                          const void *was, const void *is);

static bool lists_agree(const struct finder *finder, const struct issue *before,
                        const struct issue *now, const struct record_table *table,
                        const struct records *was, const struct records *is)
{
    bool agree = was->count == is->count;
    for (size_t i = 0; agree && i < was->count; i++)
        agree = answers_agree(finder, before, now, table, records_at(was, table, i),
                              records_at(is, table, i));
    return agree;
}

static bool json_agrees(const struct finder *finder, const struct issue *before,
                        const struct issue *now, const struct field *field, const void *was,
                        const void *is)
{
    return str_equal(facts_value(finder->arena, before->briefing, field, was),
                     facts_value(finder->arena, now->briefing, field, is));
}

/* A record of the briefing is named; one that was computed is looked into. */
static bool are_computed(const struct field *field)
{
    for (const struct field *kind = briefing_table.fields; kind->name; kind++)
        if (kind->kind == FIELD_RECORDS && kind->of == field->of)
            return false;
    return true;
}

bool answers_agree_in(const struct finder *finder, const struct issue *before,
                      const struct issue *now, const struct field *field, const void *was,
                      const void *is)
{
    if (field->kind == FIELD_TEXT || field->kind == FIELD_TEXTS)
        return true;
    bool filled = field_is_filled(field, was);
    if (!filled || !field_is_filled(field, is))
        return filled == field_is_filled(field, is);
    if (field->kind == FIELD_RECORDS)
        return lists_agree(finder, before, now, field->of, was, is);
    if (field->kind == FIELD_RECORD && are_computed(field))
        return answers_agree(finder, before, now, field->of, *(const void *const *)was,
                             *(const void *const *)is);
    return json_agrees(finder, before, now, field, was, is);
}

static bool answers_agree(const struct finder *finder, const struct issue *before,
                          const struct issue *now, const struct record_table *table,
                          const void *was, const void *is)
{
    for (const struct field *field = table->fields; field->name; field++)
        if (!answers_agree_in(finder, before, now, field, record_member(was, field),
                              record_member(is, field)))
            return false;
    return true;
}

/* ---- method ---- */

/* What says again what another one says. */
static bool is_told_elsewhere(const struct field *field)
{
    static const char *const names[] = {"message", "evidence", "coverage", "england", NULL};
    for (size_t i = 0; names[i]; i++)
        if (!strcmp(names[i], field->name))
            return true;
    return false;
}

/* Of a number, or a number of months. */
struct str measure_words(const struct field *field, const void *record)
{
    const struct measure *measure =
        field->of == &measure_table ? *(const void *const *)record_member(record, field) : NULL;
    return measure ? measure->text : STR_NONE;
}

static bool is_told(const struct finder *finder, struct str what)
{
    for (size_t i = 0; i < finder->found.count; i++)
        if (str_equal(finder->found.items[i].what, what))
            return true;
    return false;
}

/* The issue before was made by a program that did not compute this yet: nobody was told otherwise.
   Of a list it cannot be known, since one without items has no key. */
static bool was_never_computed(const struct field *field, const void *was)
{
    return field->presence == DERIVED_ALWAYS && field->kind != FIELD_RECORDS &&
           field->kind != FIELD_TEXTS && !field_is_filled(field, was);
}

void compare_method(struct finder *finder, const struct issue *anew)
{
    const struct issue *as_it_was = &finder->before;
    for (const struct field *field = derived_table.fields; field->name; field++) {
        const void *was = as_it_was->briefing->derived, *is = anew->briefing->derived;
        struct str what = str_format(
            finder->arena, "\342\200\234%s\342\200\235 is computed otherwise", field->rule);
        if (is_told_elsewhere(field) || is_told(finder, what) ||
            was_never_computed(field, record_member(was, field)) ||
            answers_agree_in(finder, as_it_was, anew, field, record_member(was, field),
                             record_member(is, field)))
            continue;
        struct difference found = computed_difference(finder, field->name);
        found.class = DIFFERENCE_METHOD;
        found.what = what;
        found.was = measure_words(field, was);
        found.is = measure_words(field, is);
        found.was_value = value_json(finder, as_it_was, field, was);
        found.is_value = value_json(finder, anew, field, is);
        found.text = computed_text(finder->arena, &found);
        computed_tell(finder, found);
    }
}

/* ---- other councils ---- */

static void tell_comparison(struct finder *finder, const char *field, const char *what,
                            struct str was, struct str is)
{
    struct difference found = computed_difference(finder, "england");
    found.class = DIFFERENCE_COMPARISON;
    found.field = str_format(finder->arena, "england.%s", field);
    found.what = str_from(what);
    found.was = was;
    found.is = is;
    found.text = computed_text(finder->arena, &found);
    computed_tell(finder, found);
}

static const struct england_judgement *judgement_in(const struct england *england, struct str id)
{
    for (size_t i = 0; england && i < england->judgements.count; i++)
        if (str_equal(england->judgements.items[i].judgement, id))
            return &england->judgements.items[i];
    return NULL;
}

static struct whole count_of(const struct grade_count_list *grades, struct str grade)
{
    for (size_t i = 0; i < grades->count; i++)
        if (str_equal(grades->items[i].grade, grade))
            return grades->items[i].councils;
    return (struct whole){0};
}

/* "30 outstanding, 72 good": of those grades that are more or fewer in the other one. */
static struct str counts_of(const struct finder *finder, const struct grade_count_list *own,
                            const struct grade_count_list *other)
{
    struct buf out = {.arena = finder->arena};
    for (size_t i = 0; i < own->count; i++) {
        const struct grade_count *one = &own->items[i];
        if (one->councils.value != count_of(other, one->grade).value)
            buf_addf(&out, "%s%lld " STR_FMT, out.len ? ", " : "", (long long)one->councils.value,
                     STR_ARG(grade_words(finder, one->grade)));
    }
    return buf_str(&out);
}

static void compare_judgement(struct finder *finder, const struct england_judgement *was,
                              const struct england_judgement *is)
{
    bool same_share = was->judged.value == is->judged.value &&
                      was->good_or_better.value == is->good_or_better.value;
    struct str old = counts_of(finder, &was->grades, &is->grades);
    struct str new = counts_of(finder, &is->grades, &was->grades);
    if (same_share && !new.len)
        return;
    struct str path = str_format(finder->arena, "judgements." STR_FMT, STR_ARG(is->judgement));
    struct str share =
        str_format(finder->arena, "%lld of %lld", (long long)was->good_or_better.value,
                   (long long)was->judged.value);
    tell_comparison(finder, path.at, str_z(finder->arena, utf8_capital(finder->arena, is->label)),
                    same_share ? old : share, same_share ? new : is->text);
}

static void compare_waits(struct finder *finder, const struct england_wait *was,
                          const struct england_wait *is)
{
    if (was && is && was->typical.value != is->typical.value)
        tell_comparison(
            finder, "wait", "Half of all councils have waited for their next full inspection",
            str_format(finder->arena, "%lld months", (long long)was->typical.value),
            str_format(finder->arena, "%lld months or longer", (long long)is->typical.value));
}

void compare_england(struct finder *finder)
{
    const struct england *was = finder->before.briefing->derived->england;
    const struct england *is = finder->now.briefing->derived->england;
    if (!was != !is) {
        tell_comparison(finder, "councils",
                        is ? "All councils are compared for the first time"
                           : "All councils are no longer compared",
                        STR_NONE, STR_NONE);
        return;
    }
    /* What only one of the two frameworks judges has nothing beside it. */
    for (size_t i = 0; is && i < is->judgements.count; i++) {
        const struct england_judgement *one = &is->judgements.items[i];
        const struct england_judgement *old = judgement_in(was, one->judgement);
        if (old)
            compare_judgement(finder, old, one);
    }
    if (is)
        compare_waits(finder, was->wait, is->wait);
}
