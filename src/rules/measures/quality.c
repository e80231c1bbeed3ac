/* Rules on audits and complaints: parts that are no more than the whole. */
#include "brief/lookup.h"
#include "data/data_codes.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

/* A number that is a part of another: E375 where it is more. */
static void check_part(const struct check *check, int64_t part, int64_t whole, struct span at,
                       struct span of, const char *words)
{
    if (part <= whole)
        return;
    struct diag *diag = diag_report(check->diags, &E375, at, "%lld %s, of %lld", (long long)part,
                                    words, (long long)whole);
    diag_hint(check->diags, diag, "correct one of the two");
    diag_note(check->diags, diag, of, "there are so many in all");
}

/* ---- audits ---- */

static int64_t graded(const struct audit *audit)
{
    int64_t sum = 0;
    for (size_t i = 0; i < audit->ratings.count; i++)
        sum += count_of(&audit->ratings.items[i].count);
    return sum;
}

static void check_grades(const struct check *check, const struct audit *audit)
{
    for (size_t i = 0; i < audit->ratings.count; i++) {
        const struct provision_count *rating = &audit->ratings.items[i];
        for (size_t k = 0; k < rating->grades.count; k++) {
            if (grade_read(check->briefing->frameworks, rating->grades.items[k]))
                continue;
            struct diag *diag =
                diag_report(check->diags, &E210, rating->grades.spans[k],
                            "`" STR_FMT "` is not a grade", STR_ARG(rating->grades.items[k]));
            diag_hint(check->diags, diag,
                      "write `outstanding`, `good`, `requires_improvement` or `inadequate`");
        }
    }
}

static void grades_of_audits_are_known(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->audits.count; i++)
        check_grades(check, &check->briefing->audits.items[i]);
}

static void audits_add_up(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->audits.count; i++) {
        const struct audit *audit = &check->briefing->audits.items[i];
        if (audit->count.known)
            check_part(check, graded(audit), count_of(&audit->count), SPAN_OF(audit, ratings),
                       SPAN_OF(audit, count), "audits have a grade");
        if (audit->count.known && audit->moderated.known)
            check_part(check, count_of(&audit->moderated), count_of(&audit->count),
                       SPAN_OF(audit, moderated), SPAN_OF(audit, count), "audits were moderated");
        if (audit->moderated.known && audit->changed.known)
            check_part(check, count_of(&audit->changed), count_of(&audit->moderated),
                       SPAN_OF(audit, changed), SPAN_OF(audit, moderated),
                       "audits were given another grade");
    }
}

/* ---- complaints, and those who were asked ---- */

static void check_upheld(const struct check *check, const struct complaint *one)
{
    const struct whole *all = one->investigated.known ? &one->investigated : &one->received;
    if (!all->known)
        return;
    check_part(check, count_of(&one->upheld) + count_of(&one->partly_upheld), count_of(all),
               record_span_of(one, one->upheld.known ? "upheld" : "partly_upheld"),
               record_span_of(one, one->investigated.known ? "investigated" : "received"),
               "complaints were upheld, in whole or in part");
}

static void check_complaint(const struct check *check, const struct complaint *one)
{
    int64_t all = count_of(&one->received);
    check_upheld(check, one);
    if (!one->received.known)
        return;
    check_part(check, count_of(&one->on_time), all, SPAN_OF(one, on_time), SPAN_OF(one, received),
               "complaints were answered on time");
    check_part(check, count_of(&one->investigated), all, SPAN_OF(one, investigated),
               SPAN_OF(one, received), "complaints were investigated");
}

static void complaints_add_up(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->complaints.count; i++)
        check_complaint(check, &check->briefing->complaints.items[i]);
    for (size_t i = 0; i < check->briefing->voices.count; i++) {
        const struct voice *voice = &check->briefing->voices.items[i];
        if (voice->asked.known)
            check_part(check, count_of(&voice->count), count_of(&voice->asked),
                       SPAN_OF(voice, count), SPAN_OF(voice, asked), "people answered");
    }
}

/* ---- what holds, and why ---- */

const struct rule quality_rules[] = {
    {CODES_OF(&E210), .holds = "the grades of audits are grades",
     .evidence = "The service grades its practice in the words of inspectors.",
     .briefing = grades_of_audits_are_known},
    {CODES_OF(&E375),
     .holds = "of the audits no more are graded, moderated or changed than there are",
     .evidence = "Each is counted once.", .briefing = audits_add_up},
    {CODES_OF(&E375),
     .holds = "no more complaints are answered or upheld than received, and no more people answer "
              "than are asked",
     .evidence = "A part is not more than the whole.", .briefing = complaints_add_up},
    {.codes = NULL},
};
