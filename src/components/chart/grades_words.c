/* What grade-chart says in words: its description, the same as a list, and the note below it. */
#include "components/chart/grades.h"

/* A day is told as its month; a mark in a drawing is no more exact. */
struct str history_month(struct arena *arena, const struct date *date)
{
    struct date month = *date;
    month.inferred = false;
    if (date->precision == DATE_DAY)
        month.precision = DATE_MONTH;
    bool open = month.precision == DATE_INTERVAL && !month.end.precision;
    return open ? bounds_text(arena, &month) : date_text(arena, &month, DATE_LONG);
}

const char *ordinal(size_t number)
{
    static const char *const words[] = {"First", "Second",  "Third",  "Fourth", "Fifth",
                                        "Sixth", "Seventh", "Eighth", "Ninth",  "Tenth"};
    enum { COUNT = sizeof words / sizeof *words };
    return number && number <= COUNT ? words[number - 1] : "Later";
}

/* ---- one line, one band ---- */

/* "Overall: inadequate in October 2015, requires improvement in January 2018." */
static void tell_line(const struct history *history, const struct grade_line *line, struct buf *out)
{
    buf_addf(out, STR_FMT ": ", STR_ARG(line->name));
    for (size_t i = 0; i < line->points.count; i++) {
        const struct grade_point *point = &line->points.items[i];
        buf_addf(out, "%s" STR_FMT " in " STR_FMT, i ? ", " : "",
                 STR_ARG(grade_label(history->briefing, point->grade)), STR_ARG(point->month));
        if (point->joint)
            buf_addz(out, " (judged together)");
        else if (point->alone && !history->of.len)
            buf_addf(out, " (" STR_FMT ")", STR_ARG(point->inspection->name));
    }
    buf_addz(out, ".");
}

static void tell_band(const struct history *history, const struct grade_band *band, struct buf *out)
{
    buf_addf(out, STR_FMT ": " STR_FMT ".",
             STR_ARG(intervention_name(history->arena, band->intervention)), STR_ARG(band->told));
}

/* Every grade with its month, and every intervention with its span. */
struct str history_told(const struct history *history)
{
    struct arena *arena = history->arena;
    struct buf out = {.arena = arena};
    struct date last = date_of_day(history->last);
    buf_addf(&out, "Grades from %d to " STR_FMT ".", (int)civil_from_day(history->first).year,
             STR_ARG(history_month(arena, &last)));
    for (size_t i = 0; i < history->lines.count; i++) {
        buf_addz(&out, " ");
        tell_line(history, &history->lines.items[i], &out);
    }
    for (size_t i = 0; i < history->bands.count; i++) {
        buf_addz(&out, " ");
        tell_band(history, &history->bands.items[i], &out);
    }
    return buf_str(&out);
}

static void set_item(struct composer *composer, struct str text, struct span origin)
{
    compose_item_open(composer);
    compose_paragraph(composer, inline_text(composer->arena, text, origin));
    compose_close(composer);
}

void history_set_list(const struct history *history)
{
    struct composer *composer = history->composer;
    compose_list_open(composer, false, true);
    for (size_t i = 0; i < history->lines.count; i++) {
        struct buf out = {.arena = composer->arena};
        tell_line(history, &history->lines.items[i], &out);
        set_item(composer, buf_str(&out), history->origin);
    }
    for (size_t i = 0; i < history->bands.count; i++) {
        struct buf out = {.arena = composer->arena};
        tell_band(history, &history->bands.items[i], &out);
        set_item(composer, buf_str(&out), history->origin);
    }
    compose_close(composer);
}

void history_set_line(const struct history *history)
{
    const struct grade_line *line = &history->lines.items[0];
    struct phrase phrase = phrase_new(history->composer, history->briefing);
    phrase_strong(&phrase, history->of);
    phrase_addz(&phrase, ", overall: ");
    for (size_t i = 0; i < line->points.count; i++) {
        const struct grade_point *point = &line->points.items[i];
        phrase_addf(&phrase, "%s" STR_FMT " in " STR_FMT, i ? ", " : "",
                    STR_ARG(grade_label(history->briefing, point->grade)), STR_ARG(point->month));
    }
    phrase_addz(&phrase, ".");
    history_cite(&phrase, history);
    compose_paragraph(history->composer, phrase.inlines);
}

/* ---- the note ---- */

struct seen { /* what needs to be explained */
    bool alone, joint, unknown_end, runs;
};

static struct seen look_through(const struct history *history)
{
    struct seen seen = {0};
    for (size_t i = 0; i < history->lines.count; i++)
        for (size_t k = 0; k < history->lines.items[i].points.count; k++) {
            seen.alone |= history->lines.items[i].points.items[k].alone;
            seen.joint |= history->lines.items[i].points.items[k].joint;
        }
    for (size_t i = 0; i < history->bands.count; i++) {
        seen.unknown_end |=
            history->bands.items[i].end == BAND_END_UNKNOWN && !history->bands.items[i].letter;
        seen.runs |= history->bands.items[i].end == BAND_RUNS;
    }
    return seen;
}

/* "Open marks: inspections of a part of the service, in February 2013 (child protection ...)." */
static void explain_alone(struct phrase *phrase, const struct history *history)
{
    const struct grade_line *line = &history->lines.items[0];
    size_t told = 0;
    for (size_t i = 0; i < line->points.count; i++) {
        const struct grade_point *point = &line->points.items[i];
        if (!point->alone)
            continue;
        phrase_addf(phrase, "%s" STR_FMT " (" STR_FMT ")",
                    told++ ? "; " : "Open marks: inspections of a part of the service, in ",
                    STR_ARG(point->month), STR_ARG(point->inspection->name));
    }
    phrase_addz(phrase, told ? ". " : "");
}

void history_cite(struct phrase *phrase, const struct history *history)
{
    struct refs all = {0};
    for (size_t i = 0; i < history->lines.count; i++)
        for (size_t k = 0; k < history->lines.items[i].points.count; k++)
            all = refs_join(
                phrase->arena, all,
                reports_among(phrase->arena, history->briefing,
                              history->lines.items[i].points.items[k].inspection->fact.source));
    for (size_t i = 0; i < history->bands.count; i++)
        all = refs_join(phrase->arena, all, history->bands.items[i].intervention->fact.source);
    struct ref *once = ARENA_ARRAY(phrase->arena, struct ref, all.count);
    size_t count = 0;
    for (size_t i = 0; i < all.count; i++) {
        bool known = false;
        for (size_t k = 0; k < count && !known; k++)
            known = str_equal(once[k].id, all.items[i].id);
        if (!known)
            once[count++] = all.items[i];
    }
    phrase_cite(phrase, (struct refs){once, count});
}

/* What is only seen is explained where there is a drawing. */
static void explain(struct phrase *phrase, const struct history *history)
{
    const struct seen seen = look_through(history);
    if (history->of.len)
        phrase_addz(phrase, "Open marks: of the body named above, and not joined. ");
    else if (seen.alone)
        explain_alone(phrase, history);
    phrase_addz(phrase, history->of.len ? ""
                        : history->overall
                            ? "The line is the overall grade, held from report to "
                              "report."
                            : "Each step is a report; the largest mark is the latest.");
    if (seen.joint)
        phrase_addz(phrase, " Open marks on a broken line: judged together with another service.");
    if (seen.unknown_end)
        phrase_addz(phrase, " Broken end of a bar: the day on which it ended is not known.");
    if (seen.runs)
        phrase_addz(phrase, " A bar without an end: in force when last checked.");
}

const struct inline_node *history_note(const struct history *history)
{
    struct phrase phrase = phrase_new(history->composer, history->briefing);
    explain(&phrase, history);
    history_cite(&phrase, history);
    return phrase.inlines;
}
