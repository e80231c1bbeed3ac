/* What is counted of England as sentences: each with the number that it rests on, and no word that
   the figures do not bear. */
#include "brief/spec.h"
#include "derive/england/counting.h"

/* ---- small pieces ---- */

long long number_of(const struct whole *whole)
{
    return (long long)whole->value;
}

struct str label_of_grade(const struct wording *wording, struct str id)
{
    const struct grade *grade = grade_find(wording->briefing->frameworks, id);
    return grade ? grade->label : id;
}

/* "is inadequate", "require improvement": what is said of so many. */
static struct str verb_of(const struct wording *wording, struct str grade, bool several)
{
    struct str label = label_of_grade(wording, grade);
    if (!str_starts(label, GRADE_VERB))
        return str_format(wording->arena, "%s " STR_FMT, several ? "are" : "is", STR_ARG(label));
    struct str what = str_part(label, strlen(GRADE_VERB), label.len);
    return str_format(wording->arena, "%s " STR_FMT, several ? "require" : "requires",
                      STR_ARG(what));
}

/* "", ", " or " and " before the i-th of so many. */
const char *joint_of(size_t i, size_t count)
{
    return !i ? "" : i + 1 == count ? " and " : ", ";
}

static struct str texts_joined(const struct wording *wording, const struct texts *texts)
{
    struct buf out = {.arena = wording->arena};
    for (size_t i = 0; i < texts->count; i++)
        buf_addf(&out, "%s" STR_FMT, joint_of(i, texts->count), STR_ARG(texts->items[i]));
    return buf_str(&out);
}

static struct str small_number(struct arena *arena, size_t count)
{
    static const char *const words[] = {"no",  "one",   "two",   "three", "four", "five",
                                        "six", "seven", "eight", "nine",  "ten"};
    return count < sizeof words / sizeof *words ? str_from(words[count])
                                                : whole_text(arena, (int64_t)count);
}

/* ---- each judgement ---- */

/* "118 of 153 councils are good or better" */
static struct str judgement_text(const struct wording *wording,
                                 const struct england_judgement *judgement)
{
    long long good = number_of(&judgement->good_or_better), judged = number_of(&judgement->judged);
    if (good == judged)
        return str_format(wording->arena, "all %lld councils are good or better", judged);
    if (!good)
        return str_format(wording->arena, "none of %lld councils is good or better", judged);
    return str_format(wording->arena, "%lld of %lld councils %s good or better", good, judged,
                      good == 1 ? "is" : "are");
}

static int64_t count_with(const struct england_judgement *judgement, struct str grade)
{
    for (size_t i = 0; i < judgement->grades.count; i++)
        if (str_equal(judgement->grades.items[i].grade, grade))
            return judgement->grades.items[i].councils.value;
    return 0;
}

/* "one of the 16 that are inadequate"; of a council that the table lacks: "inadequate, as are 16"
 */
static struct str place_text(const struct wording *wording,
                             const struct england_judgement *judgement)
{
    long long count = (long long)count_with(judgement, judgement->own);
    if (!judgement->own.len)
        return STR_NONE;
    struct str verb = verb_of(wording, judgement->own, count != 1);
    if (!wording->england->is_counted)
        return str_format(wording->arena, STR_FMT ", as in %lld of %lld councils",
                          STR_ARG(label_of_grade(wording, judgement->own)), count,
                          number_of(&judgement->judged));
    if (count == 1)
        return str_format(wording->arena, "the only one that " STR_FMT, STR_ARG(verb));
    return str_format(wording->arena, "one of the %lld that " STR_FMT, count, STR_ARG(verb));
}

static struct str judgement_base(const struct wording *wording,
                                 const struct england_judgement *judgement)
{
    return str_format(wording->arena,
                      "the latest full inspections of the %lld councils with a grade for it, by "
                      "reports published by " STR_FMT,
                      number_of(&judgement->judged), STR_ARG(wording->day));
}

static void word_judgements(const struct wording *wording)
{
    const struct england_judgement_list *list = &wording->england->judgements;
    struct england_judgement *worded =
        ARENA_ARRAY(wording->arena, struct england_judgement, list->count);
    for (size_t i = 0; i < list->count; i++) {
        worded[i] = list->items[i];
        worded[i].text = judgement_text(wording, &worded[i]);
        worded[i].place = place_text(wording, &worded[i]);
        worded[i].base = judgement_base(wording, &worded[i]);
    }
    wording->england->judgements.items = worded;
}

/* ---- why totals differ ---- */

static bool same_texts(const struct texts *a, const struct texts *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++)
        same = str_equal(a->items[i], b->items[i]);
    return same;
}

/* Are two judgements lacking at the same number of councils, for the same reason? */
static bool lack_alike(const struct england_judgement *a, const struct england_judgement *b)
{
    return a->judged.value == b->judged.value && a->joint.value == b->joint.value &&
           same_texts(&a->joint_councils, &b->joint_councils) && str_equal(a->why_not, b->why_not);
}

/* "(Dudley and Nottingham have one grade for both)" */
static void add_reason(const struct wording *wording, struct buf *out,
                       const struct england_judgement *judgement, size_t labels)
{
    const struct texts *joint = &judgement->joint_councils;
    if (joint->count)
        buf_addf(out, " (" STR_FMT " %s one grade for %s)", STR_ARG(texts_joined(wording, joint)),
                 joint->count == 1 ? "has" : "have",
                 labels == 2 ? "both" : "it and something else");
    else if (judgement->why_not.len)
        buf_addf(out, " (" STR_FMT ")", STR_ARG(judgement->why_not));
}

/* "142 have a grade for overall effectiveness (...)" for the judgements that lack alike. */
static bool add_lacking(const struct wording *wording, struct buf *out, size_t first, bool begun)
{
    const struct england_judgement_list *list = &wording->england->judgements;
    const struct england_judgement *judgement = &list->items[first];
    size_t labels = 0;
    for (size_t i = 0; i < first; i++)
        if (lack_alike(&list->items[i], judgement))
            return false;
    if (judgement->judged.value == wording->england->councils.value)
        return false;
    buf_addf(out, begun ? ", and %lld for " : "%lld have a grade for ",
             number_of(&judgement->judged));
    for (size_t i = first; i < list->count; i++)
        if (lack_alike(&list->items[i], judgement))
            buf_addf(out, "%s" STR_FMT, labels++ ? " and for " : "", STR_ARG(list->items[i].label));
    add_reason(wording, out, judgement, labels);
    return true;
}

static struct str totals_text(const struct wording *wording)
{
    struct buf out = {.arena = wording->arena};
    bool begun = false;
    buf_addf(&out, "Of %lld councils, ", number_of(&wording->england->councils));
    for (size_t i = 0; i < wording->england->judgements.count; i++)
        begun = add_lacking(wording, &out, i, begun) || begun;
    buf_byte(&out, '.');
    return begun ? buf_str(&out) : STR_NONE;
}

/* ---- who stands alike ---- */

/* "both impact of leaders and help and protection" */
static struct str weak_labels(const struct wording *wording, const struct texts *labels)
{
    struct buf out = {.arena = wording->arena};
    for (size_t i = 0; i < labels->count; i++)
        buf_addf(&out, "%s" STR_FMT,
                 !i                       ? ""
                 : i + 1 == labels->count ? " and for "
                                          : ", for ",
                 STR_ARG(labels->items[i]));
    return buf_str(&out);
}

static struct str position_text(const struct wording *wording,
                                const struct england_position *position)
{
    struct arena *arena = wording->arena;
    struct str labels = weak_labels(wording, &position->labels);
    long long alike = number_of(&position->alike), all = number_of(&position->councils);
    struct str verb = verb_of(wording, position->grade, alike != 1);
    const char *both = position->labels.count == 2 ? " both" : "";
    if (!wording->england->is_counted)
        return str_format(
            arena, "%lld of %lld councils " STR_FMT "%s for " STR_FMT ", as " STR_FMT " %s.", alike,
            all, STR_ARG(verb), both, STR_ARG(labels), STR_ARG(wording->council),
            str_starts(label_of_grade(wording, position->grade), GRADE_VERB) ? "does" : "is");
    if (alike == 1)
        return str_format(
            arena, STR_FMT " is the only council of %lld that " STR_FMT "%s for " STR_FMT ".",
            STR_ARG(wording->council), all, STR_ARG(verb), both, STR_ARG(labels));
    return str_format(
        arena, STR_FMT " is one of %lld councils, of %lld, that " STR_FMT "%s for " STR_FMT ".",
        STR_ARG(wording->council), alike, all, STR_ARG(verb), both, STR_ARG(labels));
}

static void word_position(const struct wording *wording)
{
    if (!wording->england->position)
        return;
    struct england_position *position = ARENA_NEW(wording->arena, struct england_position);
    *position = *wording->england->position;
    position->text = position_text(wording, position);
    position->base = str_format(wording->arena,
                                "the latest full inspections of the %lld councils with a grade for "
                                "%s, by reports published "
                                "by " STR_FMT,
                                number_of(&position->councils),
                                position->labels.count == 1 ? "it" : "each", STR_ARG(wording->day));
    wording->england->position = position;
}

/* ---- the neighbours ---- */

static struct str neighbours_called(const struct wording *wording)
{
    const struct england *england = wording->england;
    struct str named = small_number(wording->arena, england->neighbours_named);
    size_t counted = (size_t)england->neighbours.value;
    if (counted == england->neighbours_named)
        return str_format(wording->arena, "the " STR_FMT " councils most like " STR_FMT,
                          STR_ARG(named), STR_ARG(wording->council));
    return str_format(wording->arena,
                      STR_FMT " of the " STR_FMT " councils most like " STR_FMT
                              ", those with a full inspection in the table",
                      STR_ARG(small_number(wording->arena, counted)), STR_ARG(named),
                      STR_ARG(wording->council));
}

static const struct england_judgement *judgement_of(const struct wording *wording, struct str id)
{
    for (size_t i = 0; i < wording->england->judgements.count; i++)
        if (str_equal(wording->england->judgements.items[i].judgement, id))
            return &wording->england->judgements.items[i];
    return NULL;
}

/* "none is inadequate for A, nor for B", "2 are inadequate for A and none for B" */
static void add_neighbours(const struct wording *wording, struct buf *out,
                           const struct england_judgement *const *judgements, size_t count)
{
    const struct england_position *position = wording->england->position;
    bool none = true;
    for (size_t i = 0; i < count; i++)
        none = none && !judgements[i]->neighbours_alike.value;
    for (size_t i = 0; i < count; i++) {
        int64_t alike = judgements[i]->neighbours_alike.value;
        buf_addz(out, none && i ? ", nor" : joint_of(i, count));
        if (!none || !i)
            buf_add(out, alike ? whole_text(wording->arena, alike) : STR("none"));
        if (judgements[i]->neighbours_judged.value != wording->england->neighbours.value && !none)
            buf_addf(out, " of %lld", number_of(&judgements[i]->neighbours_judged));
        if (!i)
            buf_addf(out, " " STR_FMT, STR_ARG(verb_of(wording, position->grade, alike > 1)));
        buf_addf(out, " for " STR_FMT, STR_ARG(judgements[i]->label));
    }
}

static struct str neighbours_text(const struct wording *wording)
{
    const struct england_position *position = wording->england->position;
    if (!position || !wording->england->neighbours.known)
        return STR_NONE;
    const struct england_judgement **judgements =
        ARENA_ARRAY(wording->arena, const struct england_judgement *, position->judgements.count);
    size_t count = 0;
    for (size_t i = 0; i < position->judgements.count; i++) {
        const struct england_judgement *found =
            judgement_of(wording, position->judgements.items[i]);
        if (found && found->neighbours_alike.known)
            judgements[count++] = found;
    }
    if (!count)
        return STR_NONE;
    struct buf out = {.arena = wording->arena};
    buf_addf(&out, "Of " STR_FMT ", ", STR_ARG(wording->neighbours));
    add_neighbours(wording, &out, judgements, count);
    buf_byte(&out, '.');
    return buf_str(&out);
}

/* ---- the whole ---- */

static struct str base_text(const struct wording *wording)
{
    const struct england *england = wording->england;
    struct buf out = {.arena = wording->arena};
    buf_addf(&out, "the latest full inspections, by reports published by " STR_FMT ", of ",
             STR_ARG(wording->day));
    if ((int64_t)england->listed > england->councils.value)
        buf_addf(&out, "%lld of the %zu councils in the table", number_of(&england->councils),
                 england->listed);
    else
        buf_addf(&out, "the %zu councils in the table", england->listed);
    if (!england->is_counted)
        buf_addf(&out, ", of which " STR_FMT " is not one", STR_ARG(wording->council));
    return buf_str(&out);
}

/* The table as a source. */
static struct refs source_of(const struct wording *wording)
{
    const struct briefing *briefing = wording->briefing;
    for (size_t i = 0; i < briefing->sources.count; i++) {
        const struct evidence *source = &briefing->sources.items[i];
        if (!briefing->compared->source.len || !str_equal(source->id, briefing->compared->source))
            continue;
        struct ref *ref = ARENA_NEW(wording->arena, struct ref);
        *ref = (struct ref){.id = source->id, .record = source, .table = &evidence_table};
        return (struct refs){ref, 1};
    }
    return (struct refs){NULL, 0};
}

void word_grades(struct wording *wording)
{
    struct england *england = wording->england;
    if (england->neighbours.known)
        wording->neighbours = neighbours_called(wording);
    word_judgements(wording);
    word_position(wording);
    england->neighbours_text = neighbours_text(wording);
    england->totals = totals_text(wording);
    england->base = base_text(wording);
    england->source = source_of(wording);
}
