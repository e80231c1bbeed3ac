/* Rules on who carries an intervention out, on whether it binds in law, and on what a trust has. */
#include "base/alike.h"
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

/* ---- terms ---- */

static void check_term(const struct check *check, const struct intervention *intervention,
                       const struct helper *helper)
{
    if (date_surely_after(&helper->from, &helper->to)) {
        struct diag *diag = diag_report(check->diags, &E228, SPAN_OF(helper, to),
                                        "the appointment of " STR_FMT " ended before it began",
                                        STR_ARG(helper->name));
        diag_note(check->diags, diag, SPAN_OF(helper, from), "it began here");
    }
    if (date_surely_after(&helper->from, &intervention->ended)) {
        struct diag *diag = diag_report(check->diags, &E228, SPAN_OF(helper, from),
                                        STR_FMT " was appointed after `" STR_FMT "` ended",
                                        STR_ARG(helper->name), STR_ARG(intervention->id));
        diag_note(check->diags, diag, SPAN_OF(intervention, ended), "it ended here");
    }
}

static void appointments_end_after_they_begin(const struct check *check,
                                              const struct intervention *intervention)
{
    for (size_t i = 0; i < intervention->people.count; i++)
        check_term(check, intervention, &intervention->people.items[i]);
}

/* ---- one person twice ---- */

/* One post of one person, unless the one surely ended before the other began. */
static bool is_same_post(struct arena *arena, const struct helper *a, const struct helper *b)
{
    bool apart = date_surely_after(&b->from, &a->to) || date_surely_after(&a->from, &b->to);
    return a->kind == b->kind && str_equal(a->role, b->role) && !apart &&
           names_agree(arena, a->name, b->name);
}

static void people_are_named_once(const struct check *check,
                                  const struct intervention *intervention)
{
    const struct helper_list *people = &intervention->people;
    for (size_t i = 1; i < people->count; i++)
        for (size_t k = 0; k < i; k++) {
            const struct helper *one = &people->items[i], *before = &people->items[k];
            if (!is_same_post(check->diags->arena, before, one))
                continue;
            struct diag *diag =
                diag_report(check->diags, &W371, SPAN_OF(one, name),
                            STR_FMT " stands here twice, in one post", STR_ARG(one->name));
            diag_hint(check->diags, diag,
                      "delete one of the two, or say what each post was and when it ended: `kind`, "
                      "`to`");
            diag_note(check->diags, diag, SPAN_OF(before, name), "the other one is here");
            break;
        }
}

/* ---- whether it binds ---- */

static void report_statutory(const struct check *check, const struct intervention *intervention,
                             const char *what, const char *other)
{
    struct diag *diag =
        diag_report(check->diags, &W284, SPAN_OF(intervention, statutory), "%s", what);
    diag_hint(check->diags, diag, "delete `statutory`, or correct `%s`", other);
    diag_note(check->diags, diag, record_span_of(intervention, other), "it stands here");
}

static void what_binds_is_not_voluntary(const struct check *check,
                                        const struct intervention *intervention)
{
    bool ordered = intervention_is_an_order(intervention);
    if (intervention->statutory == ANSWER_YES && intervention->voluntary == ANSWER_YES)
        report_statutory(check, intervention, "what binds in law is not voluntary", "voluntary");
    else if (intervention->statutory == ANSWER_YES && intervention->kind == INTERVENTION_LETTER)
        report_statutory(check, intervention, "a letter that warns does not bind", "kind");
    else if (intervention->statutory == ANSWER_NO && ordered)
        report_statutory(check, intervention, "a direction binds in law", "kind");
    else if (intervention->statutory == ANSWER_NO && intervention->legal_basis.len)
        report_statutory(check, intervention, "what has a basis in law binds", "legal_basis");
}

/* ---- trusts and partnerships ---- */

static const char *key_of_a_trust(const struct intervention *intervention)
{
    if (intervention->owned_by.len)
        return "owned_by";
    if (intervention->contract.precision)
        return "contract";
    if (intervention->contract_review.precision)
        return "contract_review";
    return intervention->reserved_matters.len ? "reserved_matters" : NULL;
}

static void keys_of_a_trust_are_a_trusts(const struct check *check,
                                         const struct intervention *intervention)
{
    const char *key = key_of_a_trust(intervention);
    if (!key || intervention->kind == INTERVENTION_TRUST || !intervention->kind)
        return;
    struct diag *diag = diag_report(check->diags, &W372, record_span_of(intervention, key),
                                    "`%s` belongs to a trust", key);
    diag_hint(check->diags, diag, "correct the `kind`: `trust`, or say this in `note`");
}

static void partnerships_name_the_partner(const struct check *check,
                                          const struct intervention *intervention)
{
    bool partnership = intervention->kind == INTERVENTION_PARTNERSHIP ||
                       intervention->kind == INTERVENTION_IMPROVEMENT_PARTNER;
    if (!partnership || intervention->people.count || intervention->councils.count)
        return;
    struct diag *diag =
        diag_report(check->diags, &W373, SPAN_OF(intervention, kind),
                    "`" STR_FMT "` does not say who the partner is", STR_ARG(intervention->id));
    diag_hint(check->diags, diag, "add `people: [{name: THE PARTNER, kind: partner_council}]`");
}

/* ---- what holds, and why ---- */

const struct rule people_rules[] = {
    {CODES_OF(&E228),
     .holds = "an appointment ends after it begins, and begins before the "
              "intervention has ended",
     .evidence = "It cannot be otherwise.", .intervention = appointments_end_after_they_begin},
    {CODES_OF(&W371), .holds = "nobody has one post twice at a time",
     .evidence = "A commissioner may have been adviser before; that is another post.",
     .intervention = people_are_named_once},
    {CODES_OF(&W284),
     .holds = "what binds in law is neither voluntary nor a letter, and a direction binds",
     .evidence = "Directions rest on section 497A of the Education Act 1996; notices do not.",
     .intervention = what_binds_is_not_voluntary},
    {CODES_OF(&W372), .holds = "it is a trust that has owners and a contract",
     .evidence = "A direction names the trust that is to be set up; it has no owners itself.",
     .intervention = keys_of_a_trust_are_a_trusts},
    {CODES_OF(&W373), .holds = "a partnership says who the partner is",
     .evidence = "Members ask at once which council it is.",
     .intervention = partnerships_name_the_partner},
    {.codes = NULL},
};
