/* What stands below the ratings table, and how it names the time of an inspection. */
#include "components/ratings/ratings.h"

/* ---- when ---- */

/* A day as its month; dates that are less precise stay as they are. */
static struct str month_text(struct arena *arena, const struct date *date)
{
    struct date month = *date;
    if (month.precision == DATE_DAY) {
        struct civil civil = civil_from_day(date->first);
        month.precision = DATE_MONTH;
        month.first = day_from_civil(civil.year, civil.month, 1);
        month.last = month.first + days_in_month(civil.year, civil.month) - 1;
    }
    return date_text(arena, &month, DATE_LONG);
}

struct str inspection_month(struct arena *arena, const struct inspection *inspection)
{
    if (inspection->published.precision)
        return month_text(arena, &inspection->published);
    if (!inspection->fieldwork.precision)
        return STR("date not known");
    return str_format(arena, "fieldwork " STR_FMT,
                      STR_ARG(date_text(arena, &inspection->fieldwork, DATE_LONG)));
}

/* ---- judgements without a name, other bodies ---- */

/* Judgements that a source counts without naming them are "further" ones only where a named grade
   is missing. */
static bool lacks_a_grade(const struct inspected *column)
{
    if (!column->framework)
        return true;
    const struct judgement_list *judgements = &column->framework->judgements;
    for (size_t i = 0; i < judgements->count; i++) {
        const struct judgement *judgement = &judgements->items[i];
        if (judgement->level == LEVEL_KEY &&
            !grade_given(column->inspection, judgement->id).grade.len)
            return true;
    }
    return false;
}

static void add_unnamed_count(struct phrase *phrase, const struct unnamed *unnamed, bool further)
{
    phrase_printed(phrase, NAMED(unnamed, count));
    if (unnamed->count.known)
        phrase_addf(phrase, "%lld %sjudgement%s", (long long)unnamed->count.value,
                    further ? "further " : "", unnamed->count.value == 1 ? "" : "s");
    else
        phrase_addz(phrase, further ? "Further judgements" : "Judgements");
}

/* "2 further judgements in October 2015: requires improvement (named by the source only as ...)" */
static void set_unnamed_note(const struct ratings *ratings, const struct inspected *column,
                             const struct unnamed *unnamed)
{
    const struct inspection *inspection = column->inspection;
    struct phrase phrase = phrase_new(ratings->composer, ratings->briefing);
    struct arena *arena = phrase.arena;
    add_unnamed_count(&phrase, unnamed, lacks_a_grade(column));
    phrase_addf(&phrase, " in " STR_FMT ": ", STR_ARG(inspection_month(arena, inspection)));
    phrase_field(&phrase, grade_label(ratings->briefing, unnamed->grade), NAMED(unnamed, grade));
    if (unnamed->wording.len) {
        phrase_addz(&phrase, " (named by the source only as ");
        phrase_field(&phrase, quoted(arena, unnamed->wording), NAMED(unnamed, wording));
        phrase_addz(&phrase, ")");
    }
    phrase_field_after(&phrase, ". Note: ", unnamed->fact.note, unnamed, "note");
    phrase_cite(&phrase,
                unnamed->fact.source.count ? unnamed->fact.source : inspection->fact.source);
    set_note(ratings->composer, &phrase);
}

/* A body for which the framework has no judgement is mentioned below the table. */
static void set_body_note(const struct ratings *ratings, const struct inspected *column,
                          const struct judged_body *body)
{
    if (!body->grade.len || (body->judgement.len && column->framework &&
                             judgement_find(column->framework, body->judgement)))
        return;
    struct phrase phrase = phrase_new(ratings->composer, ratings->briefing);
    phrase_field(&phrase, capital(phrase.arena, body->name), NAMED(body, name));
    phrase_addf(&phrase, ", judged beside the council in " STR_FMT ": ",
                STR_ARG(inspection_month(phrase.arena, column->inspection)));
    phrase_field(&phrase, grade_label(ratings->briefing, body->grade), NAMED(body, grade));
    phrase_cite(&phrase, sources_of(&body->fact, &column->inspection->fact));
    set_note(ratings->composer, &phrase);
}

static void set_inspection_notes(const struct ratings *ratings, const struct inspected *column)
{
    const struct inspection *inspection = column->inspection;
    for (size_t i = 0; i < inspection->unnamed.count; i++)
        set_unnamed_note(ratings, column, &inspection->unnamed.items[i]);
    for (size_t i = 0; i < inspection->bodies.count; i++)
        set_body_note(ratings, column, &inspection->bodies.items[i]);
}

/* ---- the whole ---- */

/* "This paper’s data has no grade for: help and protection; leadership." */
static void set_ungraded_note(const struct ratings *ratings)
{
    struct phrase phrase = phrase_new(ratings->composer, ratings->briefing);
    for (size_t i = 0; i < ratings->ungraded.count; i++) {
        phrase_addz(&phrase, i ? "; " : "This paper’s data has no grade for: ");
        phrase_add(&phrase, ratings->ungraded.items[i]);
    }
    if (phrase.inlines)
        phrase_addz(&phrase, ".");
    set_note(ratings->composer, &phrase);
}

static void set_general_note(const struct ratings *ratings)
{
    struct phrase phrase = phrase_new(ratings->composer, ratings->briefing);
    if (ratings->has_uncomparable)
        phrase_addz(&phrase, "“Not comparable” marks what one framework judged together with "
                             "something else.");
    if (ratings->joint)
        phrase_addf(&phrase,
                    "%s“Joint” marks one grade for " STR_FMT
                    ": it is shown, and compared with nothing.",
                    phrase.inlines ? " " : "", STR_ARG(ratings->joint->short_label));
    set_note(ratings->composer, &phrase);
}

void ratings_set_notes(const struct ratings *ratings)
{
    for (size_t i = 0; i < ratings->shown; i++)
        set_inspection_notes(ratings, &ratings->inspections[i]);
    set_ungraded_note(ratings);
    set_general_note(ratings);
}
