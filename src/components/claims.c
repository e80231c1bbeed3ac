/* claims: what sources say beside what is computed, and where sources disagree. */
#include "components/kit/kit.h"

#include "brief/printed.h"

/* ---- claims ---- */

static const struct measure *computed_for(const struct briefing *briefing,
                                          const struct claim *claim)
{
    const struct tested_claim_list *tested = &briefing->derived->claims;
    for (size_t i = 0; i < tested->count; i++) {
        const struct tested_claim *one = &tested->items[i];
        if (one->claim == claim)
            return one->computed;
    }
    return NULL;
}

static void add_subject(struct sheet *sheet, const struct claim *claim)
{
    struct arena *arena = sheet->composer->arena;
    struct str kind = LABEL_OF(&claim_table, claim, kind);
    struct str what = claim->what.len ? claim->what : kind;
    sheet_text(sheet, capital(arena, what), claim, claim->what.len ? "what" : "kind")->header =
        true;
    printed_key(sheet->briefing, NAMED(claim, kind)); /* it says what stands in the last column */
}

/* "1,393" for 1393: the number was stated as such, not read out of words. */
static bool is_the_number(struct arena *arena, struct str wording, int64_t value)
{
    struct str digits = str_format(arena, "%lld", (long long)value);
    size_t at = 0;
    for (size_t i = 0; i < wording.len; i++) {
        if (wording.at[i] == ',')
            continue;
        if (at == digits.len || wording.at[i] != digits.at[at++])
            return false;
    }
    return at == digits.len;
}

static void add_wording(struct sheet *sheet, const struct claim *claim)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, quoted(phrase.arena, claim->wording), NAMED(claim, wording));
    phrase_field_after(&phrase, ", ", FIELD_OF(claim, by));
    phrase_date_after(&phrase, ", ", FIELD_AT(claim, date));
    bool months = claim->kind == CLAIM_MONTHS_IN_INTERVENTION;
    bool plain = claim->value.known && !months &&
                 is_the_number(phrase.arena, claim->wording, claim->value.value);
    if (plain)
        phrase_printed(&phrase, NAMED(claim, value));
    else
        phrase_whole_after(&phrase, "; taken as ", FIELD_AT(claim, value));
    if (claim->value.known && months)
        phrase_addz(&phrase, claim->value.value == 1 ? " month" : " months");
    phrase_field_after(&phrase, ". Note: ", FIELD_OF(&claim->fact, note));
    phrase_cite_here(&phrase, claim->fact.source);
    sheet_cell(sheet, phrase.inlines);
}

/* What the records give; NULL: nothing that can be set beside it. */
static const struct measure *given_for(const struct briefing *briefing, const struct claim *claim)
{
    const struct measure *measure = computed_for(briefing, claim);
    return measure && measure->value.known ? measure : NULL;
}

static void add_computed(struct sheet *sheet, const struct measure *measure)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_add(&phrase, capital(phrase.arena, measure->text));
    if (measure->base.len) {
        phrase_addz(&phrase, ". ");
        phrase_add(&phrase, capital(phrase.arena, measure->base));
    }
    sheet_cell(sheet, phrase.inlines);
}

/* Those that the records give something beside, or those that stand alone. */
static void set_claims(struct composer *composer, const struct briefing *briefing, bool beside,
                       struct str caption, struct span origin)
{
    static const struct column columns[] = {{.weight = 3}, {.weight = 6}, {.weight = 4}};
    struct sheet sheet = sheet_new(composer, briefing, columns, beside ? 3 : 2);
    sheet_heads(&sheet,
                (const char *const[]){"About", "What the source says", "What the records give"});
    for (size_t i = 0; i < briefing->claims.count; i++) {
        const struct claim *claim = &briefing->claims.items[i];
        const struct measure *measure = given_for(briefing, claim);
        if ((measure != NULL) != beside)
            continue;
        add_subject(&sheet, claim);
        add_wording(&sheet, claim);
        if (beside)
            add_computed(&sheet, measure);
    }
    sheet_set(&sheet, caption,
              beside ? "What sources say, beside what the records give" : "What sources say",
              origin);
}

/* ---- conflicts ---- */

static struct block *set_positions(struct composer *composer, const struct conflict *conflict)
{
    struct arena *arena = composer->arena;
    struct block *list = compose_list_open(composer, false, true);
    for (size_t i = 0; i < conflict->says.count; i++) {
        compose_item_open(composer);
        compose_paragraph(composer,
                          inline_text(arena, conflict->says.items[i], conflict->says.spans[i]));
        compose_close(composer);
    }
    compose_close(composer);
    return list;
}

static void set_conflict(struct composer *composer, const struct briefing *briefing,
                         const struct conflict *conflict)
{
    struct phrase about = phrase_new(composer, briefing);
    phrase_strong(&about, STR("Sources disagree:"));
    phrase_addz(&about, " ");
    phrase_field(&about, FIELD_OF(conflict, about));
    phrase_fact(&about, &conflict->fact);
    struct block *last = compose_paragraph(composer, about.inlines);
    last->keeps_next = true;
    if (conflict->says.count)
        last = set_positions(composer, conflict);
    struct phrase used = phrase_new(composer, briefing);
    phrase_field_after(&used, "This briefing uses: ", FIELD_OF(conflict, used));
    phrase_field_after(&used, ". Why: ", FIELD_OF(conflict, why));
    if (!used.inlines)
        return;
    last->keeps_next = true;
    compose_paragraph(composer, used.inlines);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct caption_options *chosen = options;
    bool beside = false;
    for (size_t i = 0; i < briefing->claims.count; i++)
        beside |= given_for(briefing, &briefing->claims.items[i]) != NULL;
    set_claims(composer, briefing, true, chosen->caption, caption_span(options));
    set_claims(composer, briefing, false, beside ? STR_NONE : chosen->caption,
               beside ? (struct span){0} : caption_span(options));
    for (size_t i = 0; i < briefing->conflicts.count; i++)
        set_conflict(composer, briefing, &briefing->conflicts.items[i]);
}

const struct component component_claims = {
    .name = "claims",
    .doc = "What sources claim beside what is computed, and where sources disagree.",
    .example = "```claims\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
