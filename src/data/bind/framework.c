/* Inspection frameworks: finding what is in them, and what may be compared. */
#include "data/bind/framework.h"

const struct framework *framework_find(const struct frameworks *frameworks, struct str id)
{
    for (size_t i = 0; i < frameworks->frameworks.count; i++) {
        const struct framework *framework = &frameworks->frameworks.items[i];
        if (id.len && str_equal(framework->id, id))
            return framework;
    }
    return NULL;
}

const struct grade *grade_find(const struct frameworks *frameworks, struct str id)
{
    for (size_t i = 0; i < frameworks->grades.count; i++) {
        const struct grade *grade = &frameworks->grades.items[i];
        if (id.len && str_equal(grade->id, id))
            return grade;
    }
    return NULL;
}

static bool is_spelled(const struct grade *grade, struct str text)
{
    if (str_alike(grade->id, text) || str_alike(grade->label, text))
        return true;
    for (size_t i = 0; i < grade->spellings.count; i++)
        if (str_alike(grade->spellings.items[i], text))
            return true;
    return false;
}

const struct grade *grade_read(const struct frameworks *frameworks, struct str text)
{
    struct str trimmed = str_trim(text);
    for (size_t i = 0; i < frameworks->grades.count; i++) {
        const struct grade *grade = &frameworks->grades.items[i];
        if (trimmed.len && is_spelled(grade, trimmed))
            return grade;
    }
    return NULL;
}

struct str judgement_told(const struct judgement *judgement)
{
    if (judgement->told.len)
        return judgement->told;
    return judgement->short_label.len ? judgement->short_label : judgement->label;
}

const struct judgement *judgement_find(const struct framework *framework, struct str id)
{
    for (size_t i = 0; i < framework->judgements.count; i++) {
        const struct judgement *judgement = &framework->judgements.items[i];
        if (id.len && str_equal(judgement->id, id))
            return judgement;
    }
    return NULL;
}

static bool texts_have(const struct texts *texts, struct str text)
{
    for (size_t i = 0; i < texts->count; i++)
        if (str_equal(texts->items[i], text))
            return true;
    return false;
}

struct texts framework_grades(const struct framework *framework, const struct judgement *judgement)
{
    if (!judgement && framework->overall == ANSWER_YES)
        judgement = judgement_find(framework, STR("overall"));
    return judgement && judgement->grades.count ? judgement->grades : framework->grades;
}

bool framework_allows(const struct framework *framework, const struct judgement *judgement,
                      struct str grade)
{
    struct texts allowed = framework_grades(framework, judgement);
    return texts_have(&allowed, grade);
}

/* Grades can be compared only between frameworks that give the same ones. */
static bool same_scale(const struct framework *a, const struct framework *b)
{
    if (a->grades.count != b->grades.count)
        return false;
    for (size_t i = 0; i < a->grades.count; i++)
        if (!texts_have(&b->grades, a->grades.items[i]))
            return false;
    return true;
}

const struct judgement *judgement_before(const struct framework *later,
                                         const struct judgement *judgement,
                                         const struct framework *earlier)
{
    if (later == earlier)
        return judgement;
    if (!same_scale(later, earlier))
        return NULL;
    for (size_t i = 0; i < judgement->follows.count; i++) {
        const struct judgement *before = judgement_find(earlier, judgement->follows.items[i]);
        if (before)
            return before;
    }
    return NULL;
}

static bool any_judged(const struct framework *framework, const struct texts *ids)
{
    for (size_t i = 0; i < ids->count; i++)
        if (judgement_find(framework, ids->items[i]))
            return true;
    return false;
}

const struct judgement *judgement_overlapped(const struct judgement *judgement,
                                             const struct framework *earlier)
{
    for (size_t i = 0; i < judgement->overlaps.count; i++) {
        const struct judgement *found = judgement_find(earlier, judgement->overlaps.items[i]);
        if (found)
            return found;
    }
    return NULL;
}

bool judgement_was_joint(const struct judgement *earlier, const struct framework *later)
{
    size_t parts = 0;
    for (size_t i = 0; i < later->judgements.count; i++) {
        const struct judgement *judgement = &later->judgements.items[i];
        parts += texts_have(&judgement->overlaps, earlier->id);
    }
    return parts > 1;
}

bool judgement_overlaps(const struct judgement *judgement, const struct framework *earlier)
{
    return judgement_find(earlier, judgement->id) || any_judged(earlier, &judgement->follows) ||
           any_judged(earlier, &judgement->overlaps);
}

bool framework_judges_together(const struct framework *framework, const struct judgement *earlier)
{
    for (size_t i = 0; i < framework->judgements.count; i++) {
        const struct judgement *judgement = &framework->judgements.items[i];
        if (texts_have(&judgement->overlaps, earlier->id))
            return true;
    }
    return false;
}
