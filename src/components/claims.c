/* claims: what sources say beside what is computed, and where sources disagree. */
#include "components/kit/kit.h"

#include "base/ascii.h"
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

/* The point, and the sources that disagree on it: which ones is what matters here. */
static void add_point(struct sheet *sheet, const struct conflict *conflict)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, FIELD_OF(conflict, about));
    phrase_cite_here(&phrase, conflict->fact.source);
    sheet_cell(sheet, phrase.inlines)->header = true;
}

static void add_positions(struct sheet *sheet, const struct conflict *conflict)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    for (size_t i = 0; i < conflict->says.count; i++) {
        struct inline_node *words =
            inline_text(phrase.arena, conflict->says.items[i], conflict->says.spans[i]);
        if (i)
            phrase_break(&phrase);
        phrase.inlines = inline_join(phrase.inlines, words);
        phrase.last = NULL;
        phrase.head = NULL;
        phrase_stop(&phrase);
    }
    sheet_cell(sheet, phrase.inlines);
}

/* What is used, why, and what else is to be said of it. */
static void add_choice(struct sheet *sheet, const struct conflict *conflict)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, FIELD_OF(conflict, used));
    phrase_stop(&phrase);
    if (phrase.inlines && conflict->why.len)
        phrase_break(&phrase);
    phrase_field_after(&phrase, "Why: ", FIELD_OF(conflict, why));
    phrase_field_after(&phrase, ". Note: ", FIELD_OF(&conflict->fact, note));
    phrase_stop(&phrase);
    sheet_cell(sheet, phrase.inlines);
}

/* "3 times", "£12 million"; not "S1", which is the name of something. */
static bool has_figure(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_digit(text.at[i]) && (i == 0 || !ascii_is_letter(text.at[i - 1])))
            return true;
    return false;
}

/* Does it change a number? Such a point comes before one that changes a word. */
static bool is_about_a_number(const struct conflict *conflict)
{
    bool number = has_figure(conflict->used);
    for (size_t i = 0; i < conflict->says.count; i++)
        number |= has_figure(conflict->says.items[i]);
    return number;
}

static void add_conflict(struct sheet *sheet, const struct conflict *conflict)
{
    add_point(sheet, conflict);
    add_choice(sheet, conflict);
    add_positions(sheet, conflict);
}

static void set_conflicts(struct composer *composer, const struct briefing *briefing)
{
    static const struct column columns[] = {{.weight = 3}, {.weight = 5}, {.weight = 4}};
    struct sheet sheet = sheet_new(composer, briefing, columns, sizeof columns / sizeof *columns);
    sheet_heads(&sheet, (const char *const[]){"Point", "We use", "What sources say"});
    for (int numbers = 1; numbers >= 0; numbers--)
        for (size_t i = 0; i < briefing->conflicts.count; i++)
            if (is_about_a_number(&briefing->conflicts.items[i]) == numbers)
                add_conflict(&sheet, &briefing->conflicts.items[i]);
    sheet_set(&sheet, STR_NONE, "Where sources disagree", (struct span){0});
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
    set_conflicts(composer, briefing);
}

const struct component component_claims = {
    .name = "claims",
    .doc = "What sources claim beside what is computed, and where sources disagree.",
    .example = "```claims\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
