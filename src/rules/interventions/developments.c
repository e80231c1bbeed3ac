/* Rules on developments: what each kind has, and what may have come of it. */
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

static void published_after_it_was(const struct check *check, const struct development *one)
{
    if (!date_surely_after(&one->date, &one->published))
        return;
    struct diag *diag = diag_report(check->diags, &E228, SPAN_OF(one, published),
                                    "this was made public before it was decided or said");
    diag_note(check->diags, diag, SPAN_OF(one, date), "it was decided or said on this day");
}

static void developments_are_public_later(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->developments.count; i++)
        published_after_it_was(check, &check->briefing->developments.items[i]);
}

/* ---- what it led to ---- */

void report_own_cause(const struct check *check, const struct ref *ref)
{
    struct diag *diag = diag_report(check->diags, &E284, ref->span,
                                    "`" STR_FMT "` cannot lead to itself", STR_ARG(ref->id));
    diag_hint(check->diags, diag, "name another record, or delete this");
}

static void check_outcome(const struct check *check, const struct development *development,
                          const struct ref *outcome)
{
    const struct date *begun = ref_day(&development_table, development);
    if (outcome->record == development) {
        report_own_cause(check, outcome);
    } else if (outcome->record &&
               date_surely_after(begun, ref_day(outcome->table, outcome->record))) {
        struct diag *diag = diag_report(check->diags, &E228, outcome->span,
                                        "`" STR_FMT "` came before what is said to have led to it",
                                        STR_ARG(outcome->id));
        diag_note(check->diags, diag, SPAN_OF(development, date), "this is dated here");
    }
}

static void developments_come_before_what_they_led_to(const struct check *check)
{
    const struct development_list *all = &check->briefing->developments;
    for (size_t i = 0; i < all->count; i++) {
        const struct development *one = &all->items[i];
        for (size_t k = 0; k < one->led_to.count; k++)
            check_outcome(check, one, &one->led_to.items[k]);
    }
}

/* ---- what belongs to a kind ---- */

static void report_stray(const struct check *check, const struct development *one,
                         const char *field, const char *owner)
{
    struct diag *diag = diag_report(check->diags, &W370, record_span_of(one, field),
                                    "`%s` belongs to a %s", field, owner);
    diag_hint(check->diags, diag, "correct the `kind`, or say this in `text`");
}

static void keys_are_those_of_the_kind(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->developments.count; i++) {
        const struct development *one = &check->briefing->developments.items[i];
        if (!one->kind || one->kind == DEVELOPMENT_OTHER)
            continue;
        if (one->signatures.known && one->kind != DEVELOPMENT_PETITION &&
            one->kind != DEVELOPMENT_CALL_FOR_INQUIRY)
            report_stray(check, one, "signatures", "petition");
        if (one->options.count && one->kind != DEVELOPMENT_DECISION)
            report_stray(check, one, "options", "decision");
    }
}

/* ---- what holds, and why ---- */

const struct rule developments_rules[] = {
    {CODES_OF(&E228), .holds = "what is decided or said is made public then or later",
     .evidence = "Judgments are handed down first: one of 26 March 2021 was published on 16 April.",
     .briefing = developments_are_public_later},
    {CODES_OF(&E228, &E284), .holds = "a development comes before what it led to",
     .evidence = "It cannot be otherwise.", .briefing = developments_come_before_what_they_led_to},
    {CODES_OF(&W370), .holds = "keys of a development are those of its kind",
     .evidence = "People sign petitions; ministers and cabinets weigh options.",
     .briefing = keys_are_those_of_the_kind},
    {.codes = NULL},
};
