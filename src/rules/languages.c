/* Rules on texts in other languages than the briefing's. */
#include "base/language.h"
#include "brief/spec.h"
#include "diag/diag.h"
#include "rules/rules.h"

static void check_language(const struct check *check, struct str code, const void *record)
{
    if (!code.len || language_is_code(code))
        return;
    struct diag *diag = diag_report(check->diags, E249, record_span_of(record, "language"),
                                    "`" STR_FMT "` is not a language code", STR_ARG(code));
    diag_hint(check->diags, diag,
              "write `cy` for Welsh, `pl` for Polish, `ur-Latn` for Urdu in "
              "Latin letters");
}

void languages_are_codes(const struct check *check)
{
    const struct briefing *briefing = check->briefing;
    for (size_t i = 0; i < briefing->quotes.count; i++) {
        const struct quote *quote = &briefing->quotes.items[i];
        check_language(check, quote->language, quote);
    }
    for (size_t i = 0; i < briefing->sources.count; i++) {
        const struct evidence *source = &briefing->sources.items[i];
        check_language(check, source->language, source);
    }
}
