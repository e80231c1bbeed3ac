/* Rule on pictures: how wide they can be. */
#include "diag/diag.h"
#include "rules/rules.h"

void figures_fit_the_page(const struct check *check)
{
    const struct figure_list *figures = &check->briefing->figures;
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *figure = &figures->items[i];
        int64_t width = figure->width.value;
        bool fits = width >= FIGURE_WIDTH_LEAST && width <= FIGURE_WIDTH_MOST;
        if (!figure->width.known || fits || width < 0)
            continue; /* what is below zero was reported as such */
        struct diag *diag = diag_report(check->diags, E235, SPAN_OF(figure, width),
                                        "a figure cannot be %lld percent wide", (long long)width);
        diag_hint(check->diags, diag, "write a number from %d to %d", FIGURE_WIDTH_LEAST,
                  FIGURE_WIDTH_MOST);
    }
}
