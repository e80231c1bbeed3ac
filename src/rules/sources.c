/* Rules about sources, and about what they claim. */
#include "base/url.h"
#include "base/utf8.h"
#include "brief/lookup.h"
#include "brief/spec.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

/* ---- rules on sources ---- */

/* Marks the sources that records name, by their place in `sources`. */
struct usage {
    const struct briefing *briefing;
    bool *used;
};

static void mark_ref(const struct usage *usage, const struct ref *ref)
{
    const struct evidence *first = usage->briefing->sources.items;
    if (ref->record && ref->table == &evidence_table)
        usage->used[(const struct evidence *)ref->record - first] = true;
}

static void mark_refs(const struct usage *usage, const struct refs *refs)
{
    for (size_t i = 0; i < refs->count; i++)
        mark_ref(usage, &refs->items[i]);
}

static void mark_grades(const struct usage *usage, const struct grades *grades)
{
    for (size_t i = 0; i < grades->count; i++)
        mark_refs(usage, &grades->items[i].source);
}

static void mark_field(const void *record, const struct record_table *table,
                       const struct field *field, void *data)
{
    (void)table;
    const struct usage *usage = data;
    const void *member = record_member(record, field);
    if (field->kind == FIELD_REFS)
        mark_refs(usage, member);
    else if (field->kind == FIELD_REF)
        mark_ref(usage, member);
    else if (field->kind == FIELD_GRADES)
        mark_grades(usage, member);
}

static void sources_are_used(const struct check *check)
{
    const struct evidence_list *sources = &check->briefing->sources;
    struct usage usage = {
        .briefing = check->briefing,
        .used = ARENA_ARRAY(check->diags->arena, bool, sources->count),
    };
    briefing_walk(check->briefing, mark_field, &usage);
    for (size_t i = 0; i < sources->count; i++) {
        const struct evidence *source = &sources->items[i];
        bool of_a_table = source->head.node && source->head.node->from_table;
        if (!usage.used[i] && !of_a_table &&
            spec_source_number(check->briefing, source->id) == i + 1)
            diag_report(check->diags, &W226, SPAN_OF(source, id),
                        "no fact names the source `" STR_FMT "`", STR_ARG(source->id));
    }
}

/* What to write where an address cannot be a link. */
static void hint_address(struct diags *diags, struct diag *diag, struct str url)
{
    bool spaced = str_find(url, ' ', 0) < url.len;
    bool named = str_find(url, ':', 0) < url.len;
    if (spaced)
        diag_hint(diags, diag, "write %%20 for each space in it");
    else if (!named)
        diag_hint(diags, diag, "write https://" STR_FMT, STR_ARG(url));
    else
        diag_hint(diags, diag, "begin it with https:// or http://");
}

static void source_addresses_are_links(const struct check *check)
{
    const struct evidence_list *sources = &check->briefing->sources;
    for (size_t i = 0; i < sources->count; i++) {
        const struct evidence *source = &sources->items[i];
        if (!source->url.len || url_is_allowed(source->url))
            continue;
        struct str shown = text_shown(check->diags->arena, source->url);
        struct diag *diag =
            diag_report(check->diags, &W407, SPAN_OF(source, url),
                        "`" STR_FMT "` cannot be a link, and is printed as text", STR_ARG(shown));
        hint_address(check->diags, diag, shown);
    }
}

static void check_order(const struct check *check, const struct evidence *source,
                        const struct date *later, const char *name, const char *verb)
{
    if (!date_surely_after(&source->published, later))
        return;
    struct diag *diag = diag_report(check->diags, &E228, record_span_of(source, name),
                                    "the source was %s before it was published", verb);
    diag_note(check->diags, diag, SPAN_OF(source, published), "it was published here");
}

static void source_dates_are_in_order(const struct check *check)
{
    const struct evidence_list *sources = &check->briefing->sources;
    for (size_t i = 0; i < sources->count; i++) {
        const struct evidence *source = &sources->items[i];
        check_order(check, source, &source->updated, "updated", "changed");
        check_order(check, source, &source->accessed, "accessed", "read");
        if (is_future(check->briefing, &source->published))
            diag_report(check->diags, &W228, SPAN_OF(source, published),
                        "the source was published after the day of the briefing");
    }
}

/* ---- in which language they are ---- */

static void check_language(const struct check *check, struct str code, const void *record)
{
    if (!code.len || language_is_code(code))
        return;
    struct diag *diag = diag_report(check->diags, &E249, record_span_of(record, "language"),
                                    "`" STR_FMT "` is not a language code", STR_ARG(code));
    diag_hint(check->diags, diag,
              "write `cy` for Welsh, `pl` for Polish, `ur-Latn` for Urdu in "
              "Latin letters");
}

static void languages_are_codes(const struct check *check)
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

/* ---- what holds, and why ---- */

const struct rule sources_rules[] = {
    {CODES_OF(&E249), .holds = "languages are given as codes",
     .evidence = "A screen reader can act on nothing else.", .briefing = languages_are_codes},
    {CODES_OF(&W226), .holds = "every source is used",
     .evidence =
         "A source that nothing names does no harm, but points at a fact that was forgotten.",
     .briefing = sources_are_used},
    {CODES_OF(&W407), .holds = "the address of a source can be a link",
     .evidence = "It is printed as it stands, but nobody can follow it.",
     .briefing = source_addresses_are_links},
    {CODES_OF(&E228, &W228), .holds = "a source is published before it is changed or read",
     .evidence = "It cannot be otherwise, whichever way imprecise dates are read.",
     .briefing = source_dates_are_in_order},
    {.codes = NULL},
};

/* ---- rules on what sources claim and where they differ ---- */

static bool share_a_source(const struct refs *a, const struct refs *b)
{
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++)
            if (str_equal(a->items[i].id, b->items[j].id))
                return true;
    return false;
}

static bool is_explained(const struct check *check, const struct claim *claim)
{
    const struct conflict_list *conflicts = &check->briefing->conflicts;
    for (size_t i = 0; i < conflicts->count; i++) {
        const struct conflict *conflict = &conflicts->items[i];
        if (share_a_source(&conflict->fact.source, &claim->fact.source))
            return true;
    }
    return false;
}

static void claims_agree_with_what_is_computed(const struct check *check)
{
    const struct tested_claim_list *claims = &check->briefing->derived->claims;
    for (size_t i = 0; i < claims->count; i++) {
        const struct tested_claim *tested = &claims->items[i];
        const struct claim *claim = tested->claim;
        if (!claim_disagrees(claim, tested->computed) || is_explained(check, claim))
            continue;
        struct diag *diag =
            diag_report(check->diags, &W225, SPAN_OF(claim, value),
                        "the source claims %lld, and what is computed is " STR_FMT,
                        (long long)claim->value.value, STR_ARG(tested->computed->text));
        diag_hint(check->diags, diag, "add a conflict that says which is used and why");
    }
}

static void conflicts_have_two_sides(const struct check *check)
{
    const struct conflict_list *conflicts = &check->briefing->conflicts;
    for (size_t i = 0; i < conflicts->count; i++) {
        const struct conflict *conflict = &conflicts->items[i];
        if (conflict->says.count != 1)
            continue;
        struct diag *diag = diag_report(check->diags, &W241, SPAN_OF(conflict, says),
                                        "a conflict needs two who disagree");
        diag_hint(check->diags, diag, "add what the other source says");
    }
}

/* ---- quotations ---- */

/* Does a text begin in the middle of a sentence? */
static bool is_fragment(struct arena *arena, struct str text)
{
    return str_starts(text, "...") || str_starts(text, "\xE2\x80\xA6") ||
           !str_equal(utf8_capital(arena, text), text);
}

static void quotations_stand_alone(const struct check *check)
{
    const struct quote_list *quotes = &check->briefing->quotes;
    for (size_t i = 0; i < quotes->count; i++) {
        const struct quote *quote = &quotes->items[i];
        if (quote->lead_in.len || !is_fragment(check->diags->arena, quote->text))
            continue;
        struct diag *diag = diag_report(check->diags, &W384, SPAN_OF(quote, text),
                                        "the quotation begins in the middle of a sentence");
        diag_hint(check->diags, diag, "write the words that lead up to it under `lead_in`");
    }
}

/* ---- judgements of other councils ---- */

static void check_comparator(const struct check *check, const struct comparator *other,
                             const struct framework *framework)
{
    for (size_t i = 0; i < other->judgements.count; i++) {
        const struct grade_entry *entry = &other->judgements.items[i];
        const struct judgement *judgement = judgement_find(framework, entry->judgement);
        if (!judgement) {
            struct diag *diag = diag_report(check->diags, &E212, entry->judgement_span,
                                            "`" STR_FMT "` is not a judgement of " STR_FMT,
                                            STR_ARG(entry->judgement), STR_ARG(framework->id));
            diag_note(check->diags, diag, SPAN_OF(other, framework), "the framework is named here");
        } else if (!framework_allows(framework, judgement, entry->grade)) {
            struct diag *diag = diag_report(check->diags, &E220, entry->grade_span,
                                            STR_FMT " gives no grade `" STR_FMT "`",
                                            STR_ARG(framework->id), STR_ARG(entry->grade));
            diag_note(check->diags, diag, SPAN_OF(other, framework), "the framework is named here");
        }
    }
}

static void other_councils_have_judgements_of_a_framework(const struct check *check)
{
    const struct comparator_list *all = &check->briefing->comparators;
    for (size_t i = 0; i < all->count; i++) {
        const struct comparator *other = &all->items[i];
        const struct framework *framework =
            framework_find(check->briefing->frameworks, other->framework);
        if (framework) {
            check_comparator(check, other, framework);
        } else if (other->judgements.count && !record_states(other, "framework")) {
            struct diag *diag = diag_report(
                check->diags, &W385, SPAN_OF(other, judgements),
                "these judgements are of no framework, so that their names are unknown");
            diag_hint(check->diags, diag, "add the `framework` of the inspection, and `published`");
        }
    }
}

/* ---- what holds, and why ---- */

const struct rule claims_rules[] = {
    {CODES_OF(&W384), .holds = "a quotation can stand alone, or words lead up to it",
     .evidence = "What begins in lower case or with dots is the end of somebody's sentence.",
     .briefing = quotations_stand_alone},
    {CODES_OF(&E212, &E220, &W385),
     .holds = "judgements of other councils are those of their framework",
     .evidence = "They stand beside this council's, under the names of their own report.",
     .briefing = other_councils_have_judgements_of_a_framework},
    {CODES_OF(&W241), .holds = "a conflict has at least two sides",
     .evidence = "One side alone tells the reader nothing, but may be all that is known yet.",
     .briefing = conflicts_have_two_sides},
    {CODES_OF(&W225), .holds = "claims agree with what is computed, or a conflict says why not",
     .evidence = "Both are printed; sources count differently.",
     .derived = claims_agree_with_what_is_computed},
    {.codes = NULL},
};
