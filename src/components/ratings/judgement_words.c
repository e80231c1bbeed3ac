/* What stands below the table of judgements: one note, and what is told in place of columns that a
   page with short lines has no room for. */
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

/* The same in a sentence, where it makes no difference of what it is the month. */
static struct str month_of(struct arena *arena, const struct inspection *inspection)
{
    if (inspection->published.precision || !inspection->fieldwork.precision)
        return inspection_month(arena, inspection);
    return date_text(arena, &inspection->fieldwork, DATE_LONG);
}

static bool all_published(const struct ratings *ratings)
{
    for (size_t i = 0; i < ratings->columns.count; i++)
        if (!ratings->columns.items[i].inspection->published.precision)
            return false;
    return true;
}

/* ---- sources ---- */

static bool is_among(struct refs refs, struct str id)
{
    for (size_t i = 0; i < refs.count; i++)
        if (str_equal(refs.items[i].id, id))
            return true;
    return false;
}

bool has_sources_of_its_own(struct refs source, struct refs column)
{
    for (size_t i = 0; i < source.count; i++)
        if (!is_among(column, source.items[i].id))
            return true;
    return false;
}

/* ---- lists in words ---- */

struct word_list {
    struct str *items;
    size_t count, capacity;
};

/* With semicolons: names of judgements have commas and "and" of their own. */
static void add_list(struct phrase *phrase, const struct word_list *words)
{
    for (size_t i = 0; i < words->count; i++) {
        phrase_addz(phrase, i ? "; " : "");
        phrase_add(phrase, words->items[i]);
    }
}

static void begin_sentence(struct phrase *phrase)
{
    if (phrase->inlines)
        phrase_addz(phrase, " ");
}

static struct str line_name(const struct line *line)
{
    return line->kind == LINE_OVERALL ? STR("overall") : line->label;
}

/* ---- the note: which frameworks, in words ---- */

/* "single inspection framework": the label without what stands behind it. */
static struct str framework_words(const struct framework *framework)
{
    struct str label = framework->label;
    size_t end = str_find(label, '(', 0);
    return end < label.len ? str_trim(str_part(label, 0, end)) : label;
}

static bool families_differ(const struct ratings *ratings)
{
    for (size_t i = 1; i < ratings->columns.count; i++)
        if (ratings->columns.items[i].framework != ratings->columns.items[0].framework &&
            !str_equal(ratings->columns.items[i].framework->family,
                       ratings->columns.items[0].framework->family))
            return true;
    return false;
}

/* "October 2015: single inspection framework; August 2023: inspection of ...": where they differ.
 */
static void add_frameworks(struct phrase *phrase, const struct ratings *ratings)
{
    const struct inspected *columns = ratings->columns.items;
    if (!families_differ(ratings))
        return;
    begin_sentence(phrase);
    for (size_t i = 0; i < ratings->columns.count; i++) {
        if (i && str_equal(columns[i].framework->family, columns[i - 1].framework->family))
            continue;
        phrase_addf(phrase, "%s" STR_FMT "%s: " STR_FMT, i ? "; " : "",
                    STR_ARG(month_of(phrase->arena, columns[i].inspection)),
                    i + 1 < ratings->columns.count && str_equal(columns[i].framework->family,
                                                                columns[i + 1].framework->family)
                        ? " and later"
                        : "",
                    STR_ARG(framework_words(columns[i].framework)));
    }
    phrase_addz(phrase, ".");
}

static void add_scopes(struct phrase *phrase, const struct ratings *ratings)
{
    for (size_t i = 0; i < ratings->columns.count; i++) {
        const struct inspection *inspection = ratings->columns.items[i].inspection;
        bool again = inspection->kind == INSPECTION_REINSPECTION;
        if (!again && !inspection->scope.len)
            continue;
        begin_sentence(phrase);
        phrase_add(phrase, month_of(phrase->arena, inspection));
        phrase_addz(phrase, again ? " was a re-inspection" : " was of ");
        if (again && inspection->scope.len)
            phrase_addz(phrase, " of ");
        phrase_field(phrase, inspection->scope, NAMED(inspection, scope));
        phrase_addz(phrase, ".");
    }
}

/* ---- what has no row, or no column ---- */

static struct str alone_name(const struct alone *alone)
{
    if (!alone->judgement)
        return STR("overall");
    return judgement_told(alone->judgement);
}

/* A judgement without an heir is told in a sentence: "October 2015 also judged adoption: good." */
static void add_without_heirs(struct phrase *phrase, const struct ratings *ratings)
{
    const struct inspection *last = NULL;
    for (size_t i = ratings->apart; i < ratings->alone.count; i++) {
        const struct alone *alone = &ratings->alone.items[i];
        const struct inspection *inspection = alone->column.inspection;
        struct graded graded = grade_given(inspection, alone->judgement->id);
        if (grade_tone(phrase->briefing, graded.grade) == TONE_NEUTRAL)
            continue;
        if (inspection != last) {
            phrase_addz(phrase, last ? "." : "");
            begin_sentence(phrase);
            phrase_addf(phrase, "Judged only in " STR_FMT ": ",
                        STR_ARG(month_of(phrase->arena, inspection)));
        }
        phrase_addf(phrase, "%s" STR_FMT ", ", inspection == last ? "; " : "",
                    STR_ARG(alone_name(alone)));
        struct str word = grade_label(phrase->briefing, graded.grade);
        phrase->inlines =
            inline_join(phrase->inlines, inline_text(phrase->arena, word, graded.span));
        last = inspection;
    }
    if (last)
        phrase_addz(phrase, ".");
}

/* "Full inspections before these: February 2013 and May 2015." */
static void add_earlier(struct phrase *phrase, const struct ratings *ratings)
{
    struct word_list months = {0};
    for (size_t i = 0; i < ratings->earlier_count; i++)
        *LIST_ADD(phrase->arena, &months) = month_of(phrase->arena, ratings->earlier[i].inspection);
    for (size_t i = 0; i < ratings->apart; i++)
        if (!i || ratings->alone.items[i].column.inspection !=
                      ratings->alone.items[i - 1].column.inspection)
            *LIST_ADD(phrase->arena, &months) =
                month_of(phrase->arena, ratings->alone.items[i].column.inspection);
    if (!months.count)
        return;
    begin_sentence(phrase);
    phrase_addf(phrase, "Full inspection%s before: ", months.count == 1 ? "" : "s");
    add_list(phrase, &months);
    phrase_addz(phrase, ".");
}

/* ---- judgements without a name ---- */

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
static void add_unnamed(struct phrase *phrase, const struct inspected *column,
                        const struct unnamed *unnamed)
{
    const struct inspection *inspection = column->inspection;
    begin_sentence(phrase);
    add_unnamed_count(phrase, unnamed, lacks_a_grade(column));
    phrase_addf(phrase, " in " STR_FMT ": ", STR_ARG(month_of(phrase->arena, inspection)));
    phrase_field(phrase, grade_label(phrase->briefing, unnamed->grade), NAMED(unnamed, grade));
    if (unnamed->wording.len) {
        phrase_addz(phrase, " (named by the source only as ");
        phrase_field(phrase, quoted(phrase->arena, unnamed->wording), NAMED(unnamed, wording));
        phrase_addz(phrase, ")");
    }
    phrase_field_after(phrase, ". ", unnamed->fact.note, unnamed, "note");
    phrase_addz(phrase, ".");
    phrase_cite(phrase,
                unnamed->fact.source.count ? unnamed->fact.source : inspection->fact.source);
}

static void add_all_unnamed(struct phrase *phrase, const struct ratings *ratings)
{
    for (size_t i = 0; i < ratings->shown; i++)
        for (size_t k = 0; k < ratings->inspections[i].inspection->unnamed.count; k++)
            add_unnamed(phrase, &ratings->inspections[i],
                        &ratings->inspections[i].inspection->unnamed.items[k]);
}

/* "This paper’s data has no grade for help and protection and leadership." */
static void add_ungraded(struct phrase *phrase, const struct ratings *ratings)
{
    const struct word_list words = {ratings->ungraded.items, ratings->ungraded.count,
                                    ratings->ungraded.count};
    if (!words.count)
        return;
    begin_sentence(phrase);
    phrase_addz(phrase, "This paper’s data has no grade for: ");
    add_list(phrase, &words);
    phrase_addz(phrase, ".");
}

/* ---- England ---- */

enum { WHOLE_WORD = 6 }; /* letters that fit the narrow columns of England and its region */

bool region_fits(struct str region)
{
    size_t letters = 0;
    for (size_t i = 0; i < region.len; i++) {
        letters = region.at[i] == ' ' ? 0 : letters + 1;
        if (letters > WHOLE_WORD)
            return false;
    }
    return region.len;
}

static void add_england(struct phrase *phrase, const struct judgement_table *table)
{
    if (!table->england)
        return;
    if (table->region && table->england->region.len && !region_fits(table->england->region)) {
        begin_sentence(phrase);
        phrase_addf(phrase, "Region: " STR_FMT ".", STR_ARG(table->england->region));
    }
    /* Which they are and why is said below the bars of England, where there is room. */
    if (table->england->totals.len) {
        begin_sentence(phrase);
        phrase_addz(phrase,
                    "Councils without a grade of their own for a row are not counted in it.");
    }
    phrase_cite(phrase, table->england->source);
}

void set_judgements_note(const struct judgement_table *table, bool all)
{
    const struct ratings *ratings = table->ratings;
    struct phrase phrase = phrase_new(ratings->composer, ratings->briefing);
    if (all_published(ratings))
        phrase_addz(&phrase, "Each column is headed by the month of its report.");
    if (!table->england) { /* beside England's councils there is enough to explain */
        add_frameworks(&phrase, ratings);
        add_scopes(&phrase, ratings);
    }
    if (!all) {
        add_without_heirs(&phrase, ratings);
        add_earlier(&phrase, ratings);
    }
    add_all_unnamed(&phrase, ratings);
    add_ungraded(&phrase, ratings);
    add_england(&phrase, table);
    set_note(ratings->composer, &phrase);
}

/* ---- in place of columns ---- */

/* "Up since October 2015: overall (1 grade) and adoption (2 grades)." The first says since when. */
static void add_changed(struct phrase *phrase, const struct judgement_table *table, int direction,
                        const char *words)
{
    const struct ratings *ratings = table->ratings;
    const struct inspected *before = &ratings->columns.items[ratings->columns.count - 2];
    bool first = !phrase->inlines;
    struct word_list names = {0};
    for (size_t i = 0; i < table->lines.count; i++) {
        const struct line *line = &table->lines.items[i];
        struct line_change change = line_change(table, line);
        struct str name = line_name(line);
        if (change.direction != direction || change.was_joint)
            continue;
        if (change.grades)
            name = str_format(phrase->arena, STR_FMT " (%lld grade%s)", STR_ARG(name),
                              (long long)change.grades, change.grades == 1 ? "" : "s");
        *LIST_ADD(phrase->arena, &names) = name;
    }
    if (!names.count)
        return;
    begin_sentence(phrase);
    phrase_addz(phrase, words);
    if (first)
        phrase_addf(phrase, " since " STR_FMT,
                    STR_ARG(month_of(phrase->arena, before->inspection)));
    phrase_addz(phrase, ": ");
    add_list(phrase, &names);
    phrase_addz(phrase, ".");
}

static void add_all_changed(struct phrase *phrase, const struct judgement_table *table)
{
    add_changed(phrase, table, CHANGE_UP, "Up");
    add_changed(phrase, table, CHANGE_SAME, "The same");
    add_changed(phrase, table, CHANGE_DOWN, "Down");
}

/* "In May 2019: overall, inadequate; help and protection, good." */
static void add_column(struct phrase *phrase, const struct judgement_table *table, size_t column)
{
    bool any = false;
    for (size_t i = 0; i < table->lines.count; i++) {
        const struct line *line = &table->lines.items[i];
        struct finding_on finding = line_finding(table, line, column);
        if (finding.found == FOUND_NOTHING)
            continue;
        if (!any) {
            begin_sentence(phrase);
            phrase_addf(
                phrase, "In " STR_FMT ": ",
                STR_ARG(month_of(phrase->arena, table->ratings->columns.items[column].inspection)));
        }
        phrase_addf(phrase, "%s" STR_FMT ", " STR_FMT "%s", any ? "; " : "",
                    STR_ARG(line_name(line)),
                    STR_ARG(grade_label(phrase->briefing, finding.graded.grade)),
                    finding.found == FOUND_JOINT ? " (judged together)" : "");
        any = true;
    }
    if (any)
        phrase_addz(phrase, ".");
}

/* "Councils that are good or better, in the region and in England: overall, 14 of 15 and 107 of
   142; ..." */
static void add_compared(struct phrase *phrase, const struct judgement_table *table)
{
    bool any = false;
    for (size_t i = 0; i < table->lines.count; i++) {
        const struct england_judgement *one = line_compared(table, &table->lines.items[i]);
        if (!one || !one->judged.known || !one->good_or_better.known)
            continue;
        if (!any) {
            begin_sentence(phrase);
            phrase_addf(phrase, "Councils that are good or better, %sin England: ",
                        table->region ? "in the region and " : "");
        }
        phrase_addf(phrase, "%s" STR_FMT ", ", any ? "; " : "",
                    STR_ARG(line_name(&table->lines.items[i])));
        if (one->region_judged.known && one->region_good_or_better.known)
            phrase_addf(phrase, "%lld of %lld and ", (long long)one->region_good_or_better.value,
                        (long long)one->region_judged.value);
        else if (table->region)
            phrase_addz(phrase, "not counted and ");
        phrase_addf(phrase, "%lld of %lld", (long long)one->good_or_better.value,
                    (long long)one->judged.value);
        any = true;
    }
    if (any)
        phrase_addz(phrase, ".");
}

const struct inline_node *judgements_instead(const struct judgement_table *table, size_t spare)
{
    struct phrase phrase = phrase_new(table->ratings->composer, table->ratings->briefing);
    if (table->change)
        add_all_changed(&phrase, table);
    for (size_t column = spare; column-- > 0;)
        add_column(&phrase, table, column);
    if (table->england)
        add_compared(&phrase, table);
    return phrase.inlines;
}
