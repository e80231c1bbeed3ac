/* A quotation with its attribution and sources, as `quotes` and `quote` set it. */
#ifndef COUNCILBRIEF_COMPONENTS_QUOTATION_H
#define COUNCILBRIEF_COMPONENTS_QUOTATION_H

#include "components/sheet.h"

void set_quotation(struct flow *flow, const struct briefing *briefing, const struct quote *quote,
                   enum style_role role);

#endif
