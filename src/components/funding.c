/* funding: amounts of money as sources give them; unlike amounts are never added up. */
#include "options.h"
#include "sheet.h"

static void add_amount(struct sheet *sheet, const struct funding *funding)
{
    struct phrase phrase = phrase_new(sheet->flow, sheet->briefing);
    phrase_field(&phrase, money_text(phrase.arena, funding), funding, "amount");
    phrase_field_after(&phrase, ", ", label_of(&funding_table, "status", funding->status), funding,
                       "status");
    phrase_field_after(&phrase, " by ", funding->by, funding, "by");
    if (funding->date.precision) {
        phrase_addz(&phrase, ", ");
        phrase_date(&phrase, &funding->date, funding, "date");
    }
    phrase_cite(&phrase, funding->fact.source);
    sheet_cell(sheet, phrase.inlines)->header = true;
}

static void add_period(struct sheet *sheet, const struct funding *funding)
{
    struct phrase phrase = phrase_new(sheet->flow, sheet->briefing);
    if (funding->period.precision)
        phrase_date(&phrase, &funding->period, funding, "period");
    else if (funding->years.known)
        phrase_addf(&phrase, "%lld year%s", (long long)funding->years.value,
                    funding->years.value == 1 ? "" : "s");
    bool unknown = !phrase.inlines;
    if (unknown)
        phrase_addz(&phrase, "not stated");
    sheet_cell(sheet, phrase.inlines)->muted = unknown;
}

static void add_purpose(struct sheet *sheet, const struct funding *funding)
{
    struct phrase phrase = phrase_new(sheet->flow, sheet->briefing);
    struct str purpose = funding->purpose.len ? funding->purpose : STR("not stated");
    phrase_field(&phrase, capital(phrase.arena, purpose), funding, "purpose");
    phrase_field_after(&phrase, ". Note: ", funding->fact.note, funding, "note");
    sheet_cell(sheet, phrase.inlines)->muted = !funding->purpose.len;
}

static void layout(struct flow *flow, const struct briefing *briefing, const void *options)
{
    static const struct column columns[] = {{.weight = 4}, {.weight = 2}, {.weight = 6}};
    if (!briefing->funding.count)
        return;
    const struct caption_options *chosen = options;
    struct sheet sheet = sheet_new(flow, briefing, columns, sizeof columns / sizeof *columns);
    sheet_heads(&sheet, (const char *const[]){"Amount", "Period", "Purpose"});
    for (size_t i = 0; i < briefing->funding.count; i++) {
        const struct funding *funding = records_at(&briefing->funding, &funding_table, i);
        add_amount(&sheet, funding);
        add_period(&sheet, funding);
        add_purpose(&sheet, funding);
    }
    sheet_set(&sheet, chosen->caption, "Money promised, approved or spent", caption_span(options));
    if (briefing->funding.count < 2)
        return;
    struct phrase note = phrase_new(flow, briefing);
    phrase_addz(&note, "These amounts are not added up: they may differ in status, period and "
                       "purpose, and may overlap.");
    set_note(flow, &note);
}

const struct component component_funding = {
    .name = "funding",
    .doc = "Amounts of money with status, period and purpose, never added up.",
    .example = "```funding\n```\n",
    .options = &caption_options_table,
    .layout = layout,
};
