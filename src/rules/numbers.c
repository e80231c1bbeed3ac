/* Rule on whole numbers: they count things, and so are neither below zero nor beyond belief. */
#include "brief/lookup.h"
#include "brief/walk.h"
#include "diag/diag.h"
#include "rules/rules.h"

static void check_number(const void *record, const struct record_table *table,
                         const struct field *field, void *data)
{
    (void)table;
    if (field->kind != FIELD_WHOLE)
        return;
    struct diags *diags = data;
    const struct whole *number = record_member(record, field);
    if (!number->known || (number->value >= 0 && number->value <= COUNT_MOST))
        return;
    struct diag *diag = diag_report(diags, E235, record_span(record, field), "`%s` cannot be %lld",
                                    field->name, (long long)number->value);
    diag_hint(diags, diag, "write a number from 0 to %d", COUNT_MOST);
}

void counts_are_plausible(const struct check *check)
{
    briefing_walk(check->briefing, check_number, check->diags);
}
