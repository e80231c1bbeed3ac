/* Rules on judgements and grades: those of the framework, and no more than it has. */
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

void note_framework(const struct check *check, struct diag *diag,
                    const struct inspection *inspection)
{
    diag_note(check->diags, diag, SPAN_OF(inspection, framework),
              "framework `" STR_FMT "` is declared here", STR_ARG(inspection->framework));
}

/* "`good`, `requires_improvement` or `inadequate`". */
struct str list_of_words(const struct check *check, const struct texts *texts)
{
    struct buf out = {.arena = check->diags->arena};
    for (size_t i = 0; i < texts->count; i++) {
        if (i)
            buf_addz(&out, i + 1 == texts->count ? " or " : ", ");
        buf_addf(&out, "`" STR_FMT "`", STR_ARG(texts->items[i]));
    }
    return buf_str(&out);
}

/* The ids of a framework's judgements, without the overall one, which has a field of its own. */
static struct texts judgement_ids(const struct check *check, const struct framework *framework)
{
    struct str *items = ARENA_ARRAY(check->diags->arena, struct str, framework->judgements.count);
    struct texts ids = {.items = items};
    for (size_t i = 0; i < framework->judgements.count; i++) {
        const struct judgement *judgement = &framework->judgements.items[i];
        if (!str_is(judgement->id, "overall"))
            items[ids.count++] = judgement->id;
    }
    return ids;
}

static const char *nearest_of(const struct check *check, const struct texts *ids, struct str wrong)
{
    const char **names = ARENA_ARRAY(check->diags->arena, const char *, ids->count);
    for (size_t i = 0; i < ids->count; i++)
        names[i] = str_z(check->diags->arena, ids->items[i]);
    return diag_nearest(wrong, names, ids->count, sizeof *names);
}

/* The judgement that goes by this name in print. */
static const struct judgement *judgement_called(const struct framework *framework, struct str name)
{
    for (size_t i = 0; i < framework->judgements.count; i++) {
        const struct judgement *judgement = &framework->judgements.items[i];
        if (str_alike(judgement->short_label, name) || str_alike(judgement->label, name))
            return judgement;
    }
    return NULL;
}

/* What a judgement of another framework is called in this one; NULL when it has none like it. */
static const struct judgement *counterpart(const struct check *check,
                                           const struct framework *framework, struct str id)
{
    const struct framework_list *all = &check->briefing->frameworks->frameworks;
    for (size_t i = 0; i < all->count; i++) {
        const struct framework *other = &all->items[i];
        const struct judgement *judgement = judgement_find(other, id);
        const struct judgement *same =
            judgement ? judgement_before(other, judgement, framework) : NULL;
        if (same)
            return same;
        for (size_t k = 0; judgement && k < framework->judgements.count; k++) {
            const struct judgement *own = &framework->judgements.items[k];
            if (judgement_before(framework, own, other) == judgement)
                return own;
        }
    }
    return NULL;
}

static void hint_at_judgements(const struct check *check, struct diag *diag,
                               const struct framework *framework, struct str wrong)
{
    struct texts ids = judgement_ids(check, framework);
    const struct judgement *same = judgement_called(framework, wrong);
    if (!same)
        same = counterpart(check, framework, wrong);
    const char *nearest = nearest_of(check, &ids, wrong);
    if (same || nearest)
        diag_suggest(check->diags, diag, diag->span, same ? same->id : str_from(nearest));
    if (same)
        diag_hint(check->diags, diag, "it is called `" STR_FMT "` there", STR_ARG(same->id));
    else if (nearest)
        diag_hint(check->diags, diag, "did you mean `%s`?", nearest);
    else if (ids.count)
        diag_hint(check->diags, diag, "write " STR_FMT, STR_ARG(list_of_words(check, &ids)));
    else
        diag_hint(check->diags, diag, "it gives no grades: write what was found under `findings`");
}

static void check_judgement(const struct check *check, const struct inspection *inspection,
                            const struct framework *framework, struct str id, struct span span)
{
    if (str_is(id, "overall")) {
        struct diag *diag = diag_report(check->diags, &E234, span,
                                        "`overall` is a field of the inspection, not a judgement");
        diag_hint(check->diags, diag, "write it beside `judgements`, not below it");
    } else if (!judgement_find(framework, id)) {
        struct diag *diag =
            diag_report(check->diags, &E212, span, "`" STR_FMT "` is not a judgement of " STR_FMT,
                        STR_ARG(id), STR_ARG(framework->id));
        hint_at_judgements(check, diag, framework, id);
        note_framework(check, diag, inspection);
    }
}

static void judgements_are_of_the_framework(const struct check *check,
                                            const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(check->briefing, inspection);
    if (!framework)
        return;
    for (size_t i = 0; i < inspection->judgements.count; i++) {
        const struct grade_entry *entry = &inspection->judgements.items[i];
        check_judgement(check, inspection, framework, entry->judgement, entry->judgement_span);
    }
    for (size_t i = 0; i < inspection->bodies.count; i++) {
        const struct judged_body *body = &inspection->bodies.items[i];
        if (body->judgement.len)
            check_judgement(check, inspection, framework, body->judgement,
                            SPAN_OF(body, judgement));
    }
}

static void overall_is_of_the_framework(const struct check *check,
                                        const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(check->briefing, inspection);
    if (!framework || framework->overall == ANSWER_YES || !inspection->overall.len)
        return;
    struct diag *diag = diag_report(check->diags, &E222, SPAN_OF(inspection, overall),
                                    STR_FMT " has no overall judgement", STR_ARG(framework->id));
    diag_hint(check->diags, diag, "leave `overall` out");
    if (framework->overall_note.len)
        diag_note(check->diags, diag, SPAN_OF(inspection, framework), STR_FMT,
                  STR_ARG(framework->overall_note));
    else
        note_framework(check, diag, inspection);
}

static bool given_elsewhere(const struct framework *framework, struct str grade)
{
    for (size_t i = 0; i < framework->judgements.count; i++)
        if (framework_allows(framework, &framework->judgements.items[i], grade))
            return true;
    return false;
}

static void check_grade(const struct check *check, const struct inspection *inspection,
                        const struct judgement *judgement, struct str grade, struct span span)
{
    const struct framework *framework = inspection_framework(check->briefing, inspection);
    if (!grade.len || framework_allows(framework, judgement, grade))
        return;
    struct texts allowed = framework_grades(framework, judgement);
    struct diag *diag;
    if (judgement && given_elsewhere(framework, grade))
        diag = diag_report(check->diags, &E220, span,
                           "`" STR_FMT "` is not a grade of " STR_FMT " for `" STR_FMT "`",
                           STR_ARG(grade), STR_ARG(framework->id), STR_ARG(judgement->id));
    else
        diag = diag_report(check->diags, &E220, span, "`" STR_FMT "` is not a grade of " STR_FMT,
                           STR_ARG(grade), STR_ARG(framework->id));
    if (allowed.count)
        diag_hint(check->diags, diag, "write " STR_FMT, STR_ARG(list_of_words(check, &allowed)));
    else
        diag_hint(check->diags, diag, "this framework gives no grades");
    note_framework(check, diag, inspection);
}

static void check_judged_grades(const struct check *check, const struct inspection *inspection,
                                const struct framework *framework)
{
    for (size_t i = 0; i < inspection->judgements.count; i++) {
        const struct grade_entry *entry = &inspection->judgements.items[i];
        const struct judgement *judgement = judgement_find(framework, entry->judgement);
        if (judgement)
            check_grade(check, inspection, judgement, entry->grade, entry->grade_span);
    }
    for (size_t i = 0; i < inspection->bodies.count; i++) {
        const struct judged_body *body = &inspection->bodies.items[i];
        const struct judgement *judgement = judgement_find(framework, body->judgement);
        if (judgement)
            check_grade(check, inspection, judgement, body->grade, SPAN_OF(body, grade));
    }
}

static void grades_are_of_the_framework(const struct check *check,
                                        const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(check->briefing, inspection);
    if (!framework)
        return;
    if (framework->overall == ANSWER_YES)
        check_grade(check, inspection, NULL, inspection->overall, SPAN_OF(inspection, overall));
    check_judged_grades(check, inspection, framework);
    for (size_t i = 0; i < inspection->unnamed.count; i++) {
        const struct unnamed *unnamed = &inspection->unnamed.items[i];
        check_grade(check, inspection, NULL, unnamed->grade, SPAN_OF(unnamed, grade));
    }
}

/* ---- what holds, and why ---- */

const struct rule judgements_rules[] = {
    {CODES_OF(&E212, &E234), .holds = "judgements are those of the framework",
     .evidence = "Every judgement in the 492 reports is.",
     .inspection = judgements_are_of_the_framework},
    {CODES_OF(&E222), .holds = "an overall judgement stands only where the framework has one",
     .evidence = "None of the 11 reports since April 2026 has one.",
     .inspection = overall_is_of_the_framework},
    {CODES_OF(&E220), .holds = "grades are those of the framework",
     .evidence = "`adequate` ended in November 2013, and only the SIF left judgements unmade.",
     .inspection = grades_are_of_the_framework},
    {.codes = NULL},
};
