/* funding: amounts of money as sources give them; unlike amounts are never added up or drawn. */
#include "options.h"
#include "sheet.h"

/* ---- like amounts ---- */

/* Amounts in thousandths of a pound, so that all units are on one scale; -1: beyond it. */
static int64_t size_of(const struct funding *funding)
{
    static const int64_t units[] = {
        [MONEY_ABSENT] = 1, [MONEY_POUNDS] = 1, [MONEY_THOUSAND] = 1000, [MONEY_MILLION] = 1000000};
    int64_t size = funding->amount.mantissa, factor = 1000 * units[funding->unit];
    if (size < 0 || size > INT64_MAX / factor)
        return -1;
    size *= factor;
    for (int i = 0; i < funding->amount.scale; i++)
        size /= 10;
    return size;
}

/* Years that an amount is for; 0: not stated. */
static int64_t years_of(const struct funding *funding)
{
    if (funding->years.known)
        return funding->years.value;
    const struct date *period = &funding->period;
    if (!date_is_bounded(period))
        return 0;
    return (period->last - period->first + 200) / 365;
}

/* Two amounts may be compared when they are promised or spent alike, for as long a time. */
static bool are_alike(const struct funding *a, const struct funding *b)
{
    return a->status && a->status == b->status && years_of(a) && years_of(a) == years_of(b) &&
           size_of(a) >= 0 && size_of(b) >= 0;
}

static const struct funding *funding_at(const struct briefing *briefing, size_t i)
{
    return records_at(&briefing->funding, &funding_table, i);
}

/* The largest amount like this one; 0 where there is no other like it. */
static int64_t largest_alike(const struct briefing *briefing, const struct funding *funding)
{
    int64_t largest = 0;
    size_t count = 0;
    for (size_t i = 0; i < briefing->funding.count; i++) {
        const struct funding *other = funding_at(briefing, i);
        if (!are_alike(funding, other))
            continue;
        count++;
        largest = size_of(other) > largest ? size_of(other) : largest;
    }
    return count > 1 ? largest : 0;
}

/* ---- cells ---- */

/* In thousandths; without multiplying, as sizes may fill the type. */
static int share_of(int64_t size, int64_t largest)
{
    if (largest < 1000)
        return largest > 0 ? (int)(size * 1000 / largest) : 0;
    int64_t share = size / (largest / 1000);
    return share < 1000 ? (int)share : 1000;
}

static void add_amount(struct sheet *sheet, const struct funding *funding)
{
    struct phrase phrase = phrase_new(sheet->flow, sheet->briefing);
    phrase_field(&phrase, money_text(phrase.arena, funding), funding, "amount");
    int64_t largest = largest_alike(sheet->briefing, funding);
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->header = true;
    cell->bar = largest > 0;
    cell->share = share_of(size_of(funding), largest);
}

/* "Promised by the cabinet, 16 August 2013" */
static void add_status(struct sheet *sheet, const struct funding *funding)
{
    struct phrase phrase = phrase_new(sheet->flow, sheet->briefing);
    struct str status = label_of(&funding_table, "status", funding->status);
    bool unknown = !status.len && !funding->by.len;
    phrase_field(&phrase, capital(phrase.arena, status), funding, "status");
    phrase_field_after(&phrase, status.len ? " by " : "By ", funding->by, funding, "by");
    if (unknown)
        phrase_addz(&phrase, "Not stated");
    if (funding->date.precision) {
        phrase_addz(&phrase, ", ");
        phrase_date(&phrase, &funding->date, funding, "date");
    }
    phrase_cite(&phrase, funding->fact.source);
    sheet_cell(sheet, phrase.inlines)->muted = unknown;
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

/* ---- the whole ---- */

/* Why some amounts have bars and others have none. */
static void set_explanation(struct flow *flow, const struct briefing *briefing)
{
    size_t count = briefing->funding.count, barred = 0;
    for (size_t i = 0; i < count; i++)
        barred += largest_alike(briefing, funding_at(briefing, i)) > 0;
    if (count < 2)
        return;
    struct phrase note = phrase_new(flow, briefing);
    if (barred)
        phrase_addz(&note, "Bars compare amounts of the same status for periods of the same "
                           "length. ");
    if (barred < count)
        phrase_addf(&note,
                    "%s not drawn to scale, as status or length of period differ or are not "
                    "stated. ",
                    barred ? "The others are" : "These amounts are");
    phrase_addz(&note, "They are not added up: they may differ in status, period and purpose, and "
                       "may overlap.");
    set_note(flow, &note);
}

static void layout(struct flow *flow, const struct briefing *briefing, const void *options)
{
    static const struct column columns[] = {
        {.weight = 3, .tabular = true}, {.weight = 5}, {.weight = 3}, {.weight = 7}};
    if (!briefing->funding.count)
        return;
    const struct caption_options *chosen = options;
    struct sheet sheet = sheet_new(flow, briefing, columns, sizeof columns / sizeof *columns);
    sheet_heads(&sheet, (const char *const[]){"Amount", "Status", "Period", "Purpose"});
    for (size_t i = 0; i < briefing->funding.count; i++) {
        const struct funding *funding = funding_at(briefing, i);
        add_amount(&sheet, funding);
        add_status(&sheet, funding);
        add_period(&sheet, funding);
        add_purpose(&sheet, funding);
    }
    sheet_set(&sheet, chosen->caption, "Money promised, approved or spent", caption_span(options));
    set_explanation(flow, briefing);
}

const struct component component_funding = {
    .name = "funding",
    .doc = "Amounts of money with status, period and purpose, never added up; bars for like ones.",
    .example = "```funding\n```\n",
    .options = &caption_options_table,
    .layout = layout,
};
