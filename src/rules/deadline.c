/* Rule on computed deadlines: the bank holidays they are counted with must be known. */
#include "diag/diag.h"
#include "rules/rules.h"

void bank_holidays_are_known(const struct check *check)
{
    const struct action_plan *plan = check->briefing->derived->action_plan;
    if (!plan || !plan->missing_year)
        return;
    struct diag *diag = diag_report(
        check->diags, W250, SPAN_OF(plan->inspection, published),
        "when the council’s action plan is due is not known: it is counted in working days, and "
        "the bank holidays of %d are missing",
        (int)plan->missing_year);
    diag_hint(check->diags, diag, "add the year %d to templates/bank-holidays.yaml",
              (int)plan->missing_year);
}
