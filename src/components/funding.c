/* funding: amounts of money as sources give them; they are never added up or compared. */
#include "components/kit/kit.h"

static const struct funding *funding_at(const struct briefing *briefing, size_t i)
{
    return &briefing->funding.items[i];
}

static void add_amount(struct sheet *sheet, const struct funding *funding)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, money_text(phrase.arena, funding), NAMED(funding, amount));
    phrase_printed(&phrase, NAMED(funding, unit));
    sheet_cell(sheet, phrase.inlines)->header = true;
}

/* "Promised by the cabinet, 16 August 2013" */
static void add_status(struct sheet *sheet, const struct funding *funding)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    struct str status = LABEL_OF(&funding_table, funding, status);
    bool unknown = !status.len && !funding->by.len;
    phrase_field(&phrase, capital(phrase.arena, status), NAMED(funding, status));
    phrase_field_after(&phrase, status.len ? " by " : "By ", FIELD_OF(funding, by));
    if (unknown)
        phrase_addz(&phrase, "Not stated");
    phrase_date_after(&phrase, ", ", FIELD_AT(funding, date));
    phrase_cite(&phrase, funding->fact.source);
    sheet_cell(sheet, phrase.inlines)->muted = unknown;
}

static void add_period(struct sheet *sheet, const struct funding *funding)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_date_after(&phrase, "", FIELD_AT(funding, period));
    phrase_whole_after(&phrase, ", ", FIELD_AT(funding, years));
    if (funding->years.known)
        phrase_addz(&phrase, funding->years.value == 1 ? " year" : " years");
    bool unknown = !phrase.inlines;
    if (unknown)
        phrase_addz(&phrase, "not stated");
    sheet_cell(sheet, phrase.inlines)->muted = unknown;
}

static void add_purpose(struct sheet *sheet, const struct funding *funding)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    struct str purpose = funding->purpose.len ? funding->purpose : STR("not stated");
    phrase_field(&phrase, capital(phrase.arena, purpose), NAMED(funding, purpose));
    phrase_field_after(&phrase, ". Note: ", funding->fact.note, funding, "note");
    sheet_cell(sheet, phrase.inlines)->muted = !funding->purpose.len;
}

/* ---- the whole ---- */

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    static const struct column columns[] = {
        {.weight = 3, .tabular = true}, {.weight = 5}, {.weight = 3}, {.weight = 7}};
    if (!briefing->funding.count)
        return;
    const struct caption_options *chosen = options;
    struct sheet sheet = sheet_new(composer, briefing, columns, sizeof columns / sizeof *columns);
    sheet_heads(&sheet, (const char *const[]){"Amount", "Status", "Period", "Purpose"});
    for (size_t i = 0; i < briefing->funding.count; i++) {
        const struct funding *funding = funding_at(briefing, i);
        add_amount(&sheet, funding);
        add_status(&sheet, funding);
        add_period(&sheet, funding);
        add_purpose(&sheet, funding);
    }
    sheet_set(&sheet, chosen->caption, "Money promised, approved or spent", caption_span(options));
    if (briefing->funding.count < 2)
        return;
    struct phrase note = phrase_new(composer, briefing);
    phrase_addz(&note, "The amounts are not added up or compared: they may differ in status, "
                       "period and purpose, and may overlap.");
    set_note(composer, &note);
}

const struct component component_funding = {
    .name = "funding",
    .doc = "Amounts of money with status, period and purpose, never added up.",
    .example = "```funding\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
