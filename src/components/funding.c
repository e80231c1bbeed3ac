/* funding: amounts of money as sources give them; they are never added up or compared. */
#include "components/kit/kit.h"

/* ---- kinds: amounts of unlike kinds never stand in one table ---- */

enum kind { KIND_DECIDED, KIND_BUDGET, KIND_SAVING, KIND_RATE, KINDS };

static const char *const captions[KINDS] = {
    [KIND_DECIDED] = "Money promised, approved or spent",
    [KIND_BUDGET] = "Budgets, and what came of them",
    [KIND_SAVING] = "Savings",
    [KIND_RATE] = "Rates",
};

static enum kind kind_of(const struct funding *funding)
{
    if (funding->per.len)
        return KIND_RATE;
    if (funding->status == FUNDING_SAVING)
        return KIND_SAVING;
    return funding->status >= FUNDING_BUDGET ? KIND_BUDGET : KIND_DECIDED;
}

/* ---- one amount ---- */

static void add_amount(struct sheet *sheet, const struct funding *funding)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    struct str amount = capital(phrase.arena, amount_text(phrase.arena, funding));
    phrase_field(&phrase, amount, NAMED(funding, amount));
    phrase_printed(&phrase, NAMED(funding, unit));
    phrase_printed(&phrase, NAMED(funding, amount_is));
    phrase_printed(&phrase, NAMED(funding, per));
    sheet_cell(sheet, phrase.inlines)->header = true;
}

/* "Department for Education (£2.5 million, 40%)" */
static void phrase_payer(struct phrase *phrase, const struct funding *funding,
                         const struct payer *payer)
{
    const struct funding share = {.amount = payer->amount, .unit = funding->unit};
    phrase_field(phrase, FIELD_OF(payer, name));
    if (payer->amount.text.len)
        phrase_field_after(phrase, " (", money_text(phrase->arena, &share), payer, "amount");
    phrase_whole_after(phrase, payer->amount.text.len ? ", " : " (", FIELD_AT(payer, percent));
    phrase_addz(phrase, payer->percent.known ? "%" : "");
    phrase_addz(phrase, payer->percent.known || payer->amount.text.len ? ")" : "");
    phrase_field_after(phrase, ", ", payer->fact.note, payer, "note");
    phrase_cite(phrase, payer->fact.source);
}

static void phrase_payers(struct phrase *phrase, const struct funding *funding)
{
    for (size_t i = 0; i < funding->payers.count; i++) {
        phrase_addz(phrase, i ? "; " : ". Paid by: ");
        phrase_payer(phrase, funding, &funding->payers.items[i]);
    }
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
    bool muted = unknown && !funding->fund.len && !funding->payers.count && !funding->condition.len;
    phrase_field_after(&phrase, ". From: ", FIELD_OF(funding, fund));
    phrase_payers(&phrase, funding);
    phrase_field_after(&phrase, ". On condition: ", FIELD_OF(funding, condition));
    sheet_cell(sheet, phrase.inlines)->muted = muted;
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

/* What is known of the parts of an amount; NULL: it has none. */
static const struct amount_parts *parts_of(const struct briefing *briefing,
                                           const struct funding *funding)
{
    const struct amount_parts_list *all = &briefing->derived->funding_parts;
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].whole == funding)
            return &all->items[i];
    return NULL;
}

static void add_purpose(struct sheet *sheet, const struct funding *funding)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    struct str purpose = funding->purpose.len ? funding->purpose : STR("not stated");
    phrase_field(&phrase, capital(phrase.arena, purpose), NAMED(funding, purpose));
    const struct refs whole = {.items = &funding->part_of, .count = 1};
    phrase_references_after(&phrase, ". Part of ", &whole, funding, "part_of");
    const struct amount_parts *parts = parts_of(sheet->briefing, funding);
    if (parts)
        phrase_addf(&phrase, ". " STR_FMT, STR_ARG(parts->text));
    phrase_field_after(&phrase, ". Note: ", funding->fact.note, funding, "note");
    bool unknown = !funding->purpose.len && !funding->part_of.record && !parts;
    sheet_cell(sheet, phrase.inlines)->muted = unknown;
}

/* ---- the whole ---- */

static size_t count_kind(const struct briefing *briefing, enum kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < briefing->funding.count; i++)
        count += kind_of(&briefing->funding.items[i]) == kind;
    return count;
}

static void set_kind(struct composer *composer, const struct briefing *briefing, enum kind kind,
                     struct str caption, struct span origin)
{
    static const struct column columns[] = {
        {.weight = 3, .tabular = true}, {.weight = 5}, {.weight = 3}, {.weight = 7}};
    struct sheet sheet = sheet_new(composer, briefing, columns, sizeof columns / sizeof *columns);
    sheet_heads(&sheet, (const char *const[]){"Amount", "Status", "Period", "Purpose"});
    for (size_t i = 0; i < briefing->funding.count; i++) {
        const struct funding *funding = &briefing->funding.items[i];
        if (kind_of(funding) != kind)
            continue;
        add_amount(&sheet, funding);
        add_status(&sheet, funding);
        add_period(&sheet, funding);
        add_purpose(&sheet, funding);
    }
    sheet_set(&sheet, caption, captions[kind], origin);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct caption_options *chosen = options;
    size_t kinds = 0;
    for (enum kind kind = 0; kind < KINDS; kind++)
        kinds += count_kind(briefing, kind) > 0;
    if (kinds > 1 && chosen->caption.len)
        set_lead_in(composer, chosen->caption);
    for (enum kind kind = 0; kind < KINDS; kind++)
        set_kind(composer, briefing, kind, kinds > 1 ? STR_NONE : chosen->caption,
                 kinds > 1 ? (struct span){0} : caption_span(options));
    if (briefing->funding.count < 2)
        return;
    struct phrase note = phrase_new(composer, briefing);
    phrase_addz(&note, "The amounts are not added up or compared: they may differ in status, "
                       "period and purpose, and may overlap.");
    set_note(composer, &note);
}

const struct component component_funding = {
    .name = "funding",
    .doc = "Amounts of money with status, period and purpose, never added up; a table for each "
           "kind: what was decided, budgets, savings, rates.",
    .example = "```funding\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
