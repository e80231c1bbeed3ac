/* Plain sentences of the short timeline: inspections and interventions; and which are told. */
#include "brief/lookup.h"
#include "components/timeline/timeline.h"

/* ---- which are told ---- */

bool timeline_is_later(const struct timeline *timeline, const struct date *date)
{
    return date_surely_after(date, &timeline->briefing->briefing->as_at);
}

bool timeline_is_wanted(const struct timeline *timeline, const struct date *date)
{
    const struct timeline_options *options = timeline->options;
    return !date_surely_after(date, &options->to) && !date_surely_after(&options->from, date);
}

struct happening *timeline_tell(struct timeline *timeline, struct phrase *what, struct refs source,
                                enum happening_rank rank, const struct date *date,
                                const void *record, const char *date_field)
{
    if (!timeline_is_wanted(timeline, date) || timeline_is_later(timeline, date))
        return NULL;
    if (!date->precision) {
        timeline->left_out++;
        return NULL;
    }
    phrase_stop(what);
    phrase_cite(what, source);
    bool months = timeline->options->months == ANSWER_YES;
    struct happening *told = LIST_ADD(what->arena, &timeline->items);
    *told = (struct happening){
        .date = date,
        .record = record,
        .date_field = date_field,
        .what = what->inlines,
        .when = date_text(what->arena, date, months ? DATE_BY_MONTH : DATE_PLAIN),
        .rank = rank};
    return told;
}

static struct phrase new_phrase(const struct timeline *timeline)
{
    return phrase_new(timeline->composer, timeline->briefing);
}

/* ---- what was inspected ---- */

struct subject {
    struct str words;
    bool one; /* "requires improvement", not "require" */
};

static bool judges_a_part(const struct briefing *briefing, const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(briefing, inspection);
    return framework && framework->full == ANSWER_YES && framework->judges.len &&
           !inspection->of.len;
}

/* "the whole service" where other inspections of the file judged a part of it. */
static struct subject subject_of(const struct timeline *timeline,
                                 const struct inspection *inspection)
{
    struct arena *arena = timeline->composer->arena;
    const struct briefing *briefing = timeline->briefing;
    const struct framework *framework = inspection_framework(briefing, inspection);
    if (framework && framework->judges.len && !inspection->of.len)
        return (struct subject){uncapital(arena, framework->judges), false};
    if (inspection->of.len)
        return (struct subject){
            str_format(arena, "children’s services of " STR_FMT, STR_ARG(inspection->of)), false};
    for (size_t i = 0; i < briefing->inspections.count; i++)
        if (judges_a_part(briefing, &briefing->inspections.items[i]))
            return (struct subject){STR("the whole service"), true};
    return (struct subject){STR("children’s services"), false};
}

/* ---- what it was judged ---- */

/* Some grades are verbs: "requires improvement", "performs well". Of several it is "require". */
static struct str verb_of(struct arena *arena, struct str label, const struct subject *subject)
{
    if (subject->one)
        return label;
    size_t end = str_find(label, ' ', 0);
    return str_format(arena, STR_FMT STR_FMT, STR_ARG(str_part(label, 0, end - 1)),
                      STR_ARG(str_part(label, end, label.len)));
}

static bool is_a_verb(struct str label)
{
    return str_starts(label, "requires ") || str_starts(label, "performs ");
}

/* Where nothing says when it was judged, it stands at the time of the inspection. */
static void tell_overall(struct phrase *what, const struct timeline *timeline,
                         const struct inspection *inspection)
{
    struct str who = inspection->inspectors.len ? inspection->inspectors : STR("Ofsted");
    struct str label = grade_label(timeline->briefing, inspection->overall);
    struct subject subject = subject_of(timeline, inspection);
    bool published = inspection->published.precision, verb = published && is_a_verb(label);
    phrase_field(what, capital(what->arena, who), NAMED(inspection, inspected_by));
    phrase_addz(what, published ? " judge" : " inspect");
    phrase_addz(what, str_holds(who, STR(" and ")) ? " " : "s ");
    phrase_addz(what, verb ? "that " : "");
    phrase_field(what, subject.words, NAMED(inspection, of));
    phrase_addz(what, published ? " " : "; overall: ");
    phrase_field(what, verb ? verb_of(what->arena, label, &subject) : label,
                 NAMED(inspection, overall));
}

static int64_t rank_of(const struct briefing *briefing, struct str grade)
{
    const struct grade *found = grade_find(briefing->frameworks, grade);
    return found && found->rank.known ? found->rank.value : 0;
}

/* "inadequate for leaders and for help and protection": those of one rank; true where any are. */
static bool tell_graded(struct phrase *what, const struct briefing *briefing,
                        const struct inspection *inspection, int64_t rank, const char *before)
{
    const struct framework *framework = inspection_framework(briefing, inspection);
    struct str last = STR_NONE;
    size_t told = 0;
    for (size_t i = 0; framework && i < framework->judgements.count; i++) {
        const struct judgement *judgement = &framework->judgements.items[i];
        struct str grade = inspection_grade(inspection, judgement->id);
        if (judgement->level == LEVEL_SEPARATE || judgement->level == LEVEL_SUB ||
            rank_of(briefing, grade) != rank)
            continue;
        if (told++ == 0)
            phrase_addf(what, "%s" STR_FMT, before, STR_ARG(grade_label(briefing, grade)));
        else
            phrase_addf(what, "%s" STR_FMT, told > 2 ? ", for " : " for ", STR_ARG(last));
        last = judgement->told.len ? judgement->told : judgement->short_label;
    }
    if (told)
        phrase_addf(what, "%s" STR_FMT, told > 1 ? " and for " : " for ", STR_ARG(last));
    return told > 0;
}

enum { WORST_RANK = 4 };

/* Of a full inspection without an overall grade: its grades, the worst first. */
static void tell_grades(struct phrase *what, const struct briefing *briefing,
                        const struct inspection *inspection)
{
    bool any = false;
    for (int64_t rank = WORST_RANK; rank > 0; rank--)
        any |= tell_graded(what, briefing, inspection, rank, any ? "; " : "Ofsted’s grades: ");
    if (any)
        phrase_printed(what, NAMED(inspection, judgements));
    else
        phrase_addf(what, "The %s of the " STR_FMT " %s",
                    inspection->published.precision ? "report" : "fieldwork",
                    STR_ARG(inspection->name),
                    inspection->published.precision ? "comes out" : "begins");
}

/* Of a visit and the like: what it is, what it was about, and what it gave. */
static bool tell_visit(struct phrase *what, const struct framework *framework,
                       const struct inspection *inspection)
{
    bool graded = false;
    phrase_add(what, capital(what->arena, inspection->name));
    phrase_field_after(what, ", about ", FIELD_OF(inspection, theme));
    for (size_t i = 0; framework && i < inspection->judgements.count; i++) {
        const struct grade_entry *entry = &inspection->judgements.items[i];
        const struct judgement *judgement = judgement_find(framework, entry->judgement);
        if (!judgement)
            continue;
        phrase_addz(what, graded ? "; " : ": ");
        if (inspection->judgements.count > 1)
            phrase_addf(what, STR_FMT ": ", STR_ARG(judgement->short_label));
        what->inlines = inline_join(
            what->inlines,
            inline_text(what->arena, grade_label(what->briefing, entry->grade), entry->grade_span));
        graded = true;
    }
    return graded;
}

void tell_inspection(struct timeline *timeline, const void *record)
{
    const struct inspection *inspection = record;
    const struct framework *framework = inspection_framework(timeline->briefing, inspection);
    bool full = framework && framework->full == ANSWER_YES;
    enum happening_rank rank = inspection->of.len ? RANK_REST : RANK_POSITION;
    struct phrase what = new_phrase(timeline);
    if (full && rank_of(timeline->briefing, inspection->overall))
        tell_overall(&what, timeline, inspection);
    else if (full)
        tell_grades(&what, timeline->briefing, inspection);
    else
        rank = tell_visit(&what, framework, inspection) ? RANK_DEVELOPMENT : RANK_REST;
    struct refs source = reports_among(what.arena, timeline->briefing, inspection->fact.source);
    if (inspection->published.precision)
        timeline_tell(timeline, &what, source, rank, FIELD_AT(inspection, published));
    else
        timeline_tell(timeline, &what, source, rank, FIELD_AT(inspection, fieldwork));
}

/* ---- interventions ---- */

/* Those who carry it out from the start, or of whom no start is known, are told with it. */
static bool is_told_with(const struct intervention *intervention, const struct helper *helper)
{
    return !helper->from.precision || dates_may_be_one(&helper->from, &intervention->issued);
}

/* "improvement notice", "statutory direction for the whole council". */
static struct str kind_of(struct arena *arena, const struct intervention *intervention)
{
    struct intervention nameless = *intervention;
    nameless.name = STR_NONE;
    struct str kind = intervention_name(arena, &nameless);
    return intervention->kind == INTERVENTION_BEST_VALUE ? kind : uncapital(arena, kind);
}

static const char *article_of(struct str word)
{
    static const char vowels[] = "aeiouAEIOU";
    for (const char *vowel = vowels; *vowel; vowel++)
        if (word.len && word.at[0] == *vowel)
            return "an";
    return "a";
}

/* Is one of its kind recorded that began before it? */
static bool is_another(const struct briefing *briefing, const struct intervention *intervention)
{
    for (size_t i = 0; i < briefing->interventions.count; i++) {
        const struct intervention *one = &briefing->interventions.items[i];
        if (one != intervention && one->kind == intervention->kind && one->issued.precision &&
            date_surely_after(&intervention->issued, &one->issued))
            return true;
    }
    return false;
}

static bool is_of_one(struct str kind)
{
    return !str_starts(kind, "support") && !str_starts(kind, "removal");
}

/* "an improvement board is set up", "Sandwell Children’s Trust is set up": what no department gives
   the council is told without one. */
static void tell_beginning(struct phrase *what, const struct intervention *intervention)
{
    struct str kind = kind_of(what->arena, intervention);
    const char *how = beginning_of(intervention->kind);
    bool begins = str_is(str_from(how), "began") || str_is(str_from(how), "begun");
    if (intervention->name.len)
        phrase_field(what, capital(what->arena, intervention->name), NAMED(intervention, name));
    else
        phrase_add(what, capital(what->arena, is_of_one(kind)
                                                  ? str_format(what->arena, "%s " STR_FMT,
                                                               article_of(kind), STR_ARG(kind))
                                                  : kind));
    phrase_addf(what, begins ? " begins" : " is %s", how);
}

static void tell_order(struct phrase *what, const struct intervention *intervention)
{
    struct str kind = kind_of(what->arena, intervention);
    bool letter = intervention->kind == INTERVENTION_LETTER;
    bool another = is_another(what->briefing, intervention) && !letter;
    phrase_addf(what, "The government %s ", letter ? "sends" : "issues");
    phrase_addf(what, "%s " STR_FMT, another ? "another" : article_of(kind), STR_ARG(kind));
}

static void tell_helpers(struct phrase *what, const struct intervention *intervention)
{
    bool told = false;
    for (size_t i = 0; i < intervention->people.count; i++) {
        const struct helper *helper = &intervention->people.items[i];
        if (!is_told_with(intervention, helper) || str_holds(intervention->name, helper->name))
            continue;
        phrase_addz(what, told ? " and " : ", with ");
        phrase_field(what, FIELD_OF(helper, name));
        phrase_field_after(what, " (", FIELD_OF(helper, employer));
        phrase_addz(what, helper->employer.len ? ")" : "");
        if (helper->kind != HELPER_OTHER)
            phrase_addf(what, " as %s", helper_word(intervention, helper));
        told = true;
    }
}

static void tell_issue(struct timeline *timeline, const struct intervention *intervention)
{
    struct phrase what = new_phrase(timeline);
    const struct intervention *earlier = intervention->replaces.record;
    bool order = intervention->kind == INTERVENTION_LETTER ||
                 intervention->kind == INTERVENTION_NOTICE ||
                 intervention->kind == INTERVENTION_DIRECTION;
    if (order && !intervention->name.len)
        tell_order(&what, intervention);
    else
        tell_beginning(&what, intervention);
    if (earlier)
        phrase_addf(&what, ", in place of the " STR_FMT,
                    STR_ARG(earlier->kind == intervention->kind ? STR("earlier one")
                                                                : kind_of(what.arena, earlier)));
    tell_helpers(&what, intervention);
    timeline_tell(timeline, &what, intervention->fact.source, RANK_POSITION,
                  FIELD_AT(intervention, issued));
}

static bool is_a_person(const struct intervention *intervention)
{
    return intervention->kind == INTERVENTION_ADVISER ||
           intervention->kind == INTERVENTION_COMMISSIONER ||
           intervention->kind == INTERVENTION_IMPROVEMENT_PARTNER;
}

/* How it ended: "is lifted"; as reported where its day was worked out. */
static void tell_how(struct phrase *what, const struct intervention *intervention)
{
    bool reported = intervention->ended.inferred || intervention->ended.approximate;
    bool person = is_a_person(intervention);
    bool plain = person || !intervention->ended_how || intervention->ended_how == END_TERM_OVER;
    struct str how = person ? STR_NONE : LABEL_OF(&intervention_table, intervention, ended_how);
    phrase_addz(what, reported ? plain ? " is reported to have " : " is reported to have been "
                      : plain  ? " "
                               : " is ");
    if (how.len && intervention->ended_how == END_TERM_OVER)
        how = reported ? how : STR("ends at its term");
    phrase_field(what,
                 how.len    ? how
                 : reported ? STR("ended")
                            : STR("ends"),
                 NAMED(intervention, ended_how));
}

static void tell_end(struct timeline *timeline, const struct intervention *intervention)
{
    bool ended = intervention->ended.precision || intervention->ended_how;
    struct phrase what = new_phrase(timeline);
    if (!ended || intervention_is_replaced_then(timeline->briefing, intervention))
        return;
    if (intervention->name.len)
        phrase_field(&what, capital(what.arena, intervention->name), NAMED(intervention, name));
    else
        phrase_addf(&what, "The " STR_FMT, STR_ARG(kind_of(what.arena, intervention)));
    phrase_addz(&what, is_a_person(intervention) ? "’s appointment" : "");
    tell_how(&what, intervention);
    timeline_tell(timeline, &what,
                  intervention->ended_source.count ? intervention->ended_source
                                                   : intervention->fact.source,
                  RANK_POSITION, FIELD_AT(intervention, ended));
}

/* Who took it up later, and whose time at it ended. */
static void tell_helper(struct timeline *timeline, const struct intervention *intervention,
                        const struct helper *helper)
{
    struct refs source = sources_of(&helper->fact, &intervention->fact);
    const char *word = helper_word(intervention, helper);
    struct phrase began = new_phrase(timeline), ended = new_phrase(timeline);
    phrase_field(&began, FIELD_OF(helper, name));
    phrase_addf(&began, helper->kind == HELPER_OTHER ? " is %s" : " becomes %s", word);
    if (!is_told_with(intervention, helper))
        timeline_tell(timeline, &began, source, RANK_REST, FIELD_AT(helper, from));
    phrase_field(&ended, FIELD_OF(helper, name));
    phrase_addf(&ended, helper->kind == HELPER_OTHER ? "’s appointment ends" : "’s time as %s ends",
                word);
    if (helper->to.precision)
        timeline_tell(timeline, &ended, source, RANK_REST, FIELD_AT(helper, to));
}

void tell_intervention(struct timeline *timeline, const void *record)
{
    const struct intervention *intervention = record;
    tell_issue(timeline, intervention);
    for (size_t i = 0; i < intervention->people.count; i++)
        tell_helper(timeline, intervention, &intervention->people.items[i]);
    tell_end(timeline, intervention);
}
