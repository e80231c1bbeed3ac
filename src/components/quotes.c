/* quotes and quote: exact words, with who said them and where below; all of them, or one that
   stands out. */
#include "components/kit/kit.h"
#include "diag/diag.h"
#include "doc/doc_codes.h"

static void add_part(struct phrase *phrase, struct str text, const struct quote *quote,
                     const char *field)
{
    phrase_field_after(phrase, ", ", text, quote, field);
}

static void set_attribution(struct composer *composer, const struct briefing *briefing,
                            const struct quote *quote)
{
    struct phrase phrase = phrase_new(composer, briefing);
    add_part(&phrase, FIELD_OF(quote, speaker));
    add_part(&phrase, FIELD_OF(quote, role));
    add_part(&phrase, FIELD_OF(quote, organisation));
    add_part(&phrase, FIELD_OF(quote, party));
    add_part(&phrase, FIELD_OF(quote, occasion));
    if (quote->date.precision)
        add_part(&phrase, bounds_text(phrase.arena, &quote->date), NAMED(quote, date));
    phrase_fact(&phrase, &quote->fact);
    set_note(composer, &phrase);
}

static void set_quotation(struct composer *composer, const struct briefing *briefing,
                          const struct quote *quote, bool large)
{
    struct arena *arena = composer->arena;
    struct span span = SPAN_OF(quote, text);
    compose_open(composer, BLOCK_QUOTATION, span)->large = large;
    struct inline_node *words =
        inline_language(arena, inline_text(arena, quoted(arena, quote->text), span),
                        quote->language, SPAN_OF(quote, language));
    struct phrase lead_in = phrase_new(composer, briefing);
    phrase_field(&lead_in, FIELD_OF(quote, lead_in));
    phrase_addz(&lead_in, quote->lead_in.len ? " " : "");
    compose_paragraph(composer, inline_join(lead_in.inlines, words));
    set_attribution(composer, briefing, quote);
    compose_close(composer);
}

/* ---- quotes: all of them ---- */

static void compose_all(struct composer *composer, const struct briefing *briefing,
                        const void *options)
{
    (void)options;
    for (size_t i = 0; i < briefing->quotes.count; i++)
        set_quotation(composer, briefing, &briefing->quotes.items[i], false);
}

const struct component component_quotes = {
    .name = "quotes",
    .doc = "Exact words of people and documents, each with its attribution and source.",
    .example = "```quotes\n```\n",
    .options = &no_options_table,
    .compose = compose_all,
};

/* ---- quote: one that stands out ---- */

struct quote_options {
    struct record_head head;
    struct str id, speaker;
};

static const struct field fields[] = {
    FIELD(struct quote_options, id, FIELD_TEXT, OPTIONAL,
          .doc = "Which quotation, by its id in the specification.", .example = "Q1"),
    FIELD(struct quote_options, speaker, FIELD_TEXT, OPTIONAL,
          .doc = "Or the first one of this speaker.", .example = "Penny Carpenter"),
    END_OF_OPTIONS,
};

static const struct record_table one_options_table = {
    .name = "pull quote",
    .a_name = "a pull quote",
    .size = sizeof(struct quote_options),
    .fields = fields,
    .doc = "Options of a quotation that stands out. Without any, it is the first one.",
};

static const struct quote *quote_at(const struct briefing *briefing, size_t i)
{
    return &briefing->quotes.items[i];
}

static bool is_meant(const struct quote *quote, const struct quote_options *options)
{
    return (!options->id.len || str_equal(quote->id, options->id)) &&
           (!options->speaker.len || str_equal(quote->speaker, options->speaker));
}

/* NULL: there is none. */
static const struct quote *find(const struct briefing *briefing,
                                const struct quote_options *options)
{
    for (size_t i = 0; i < briefing->quotes.count; i++)
        if (is_meant(quote_at(briefing, i), options))
            return quote_at(briefing, i);
    return NULL;
}

static struct str choice_of(const struct quote *quote, const struct quote_options *options)
{
    return options->id.len ? quote->id : quote->speaker;
}

/* Would the same option choose an earlier quotation? */
static bool is_repeated(const struct briefing *briefing, size_t at,
                        const struct quote_options *options)
{
    for (size_t i = 0; i < at; i++)
        if (str_equal(choice_of(quote_at(briefing, i), options),
                      choice_of(quote_at(briefing, at), options)))
            return true;
    return false;
}

/* Hints at the ids or speakers by which the quotations could be chosen. */
static void hint_at_choices(struct diags *diags, struct diag *diag, const struct briefing *briefing,
                            const struct quote_options *options)
{
    struct buf out = {.arena = diags->arena};
    for (size_t i = 0; i < briefing->quotes.count; i++) {
        struct str choice = choice_of(quote_at(briefing, i), options);
        if (choice.len && !is_repeated(briefing, i, options))
            buf_addf(&out, "%s`" STR_FMT "`", out.len ? ", " : "", STR_ARG(choice));
    }
    if (out.len)
        diag_hint(diags, diag, "write one of " STR_FMT, STR_ARG(buf_str(&out)));
    else if (options->id.len)
        diag_hint(diags, diag, "give a quotation in the specification this `id`");
    else
        diag_hint(diags, diag, "no quotation in the specification names its speaker");
}

/* A template is written for many councils: where there are no quotations, none is missed. */
static bool check(struct diags *diags, const struct briefing *briefing, const void *options)
{
    const struct quote_options *chosen = options;
    if (!briefing || !briefing->quotes.count || find(briefing, chosen))
        return true;
    const char *name = chosen->id.len ? "id" : "speaker";
    struct str value = chosen->id.len ? chosen->id : chosen->speaker;
    struct diag *diag =
        diag_report(diags, &E416, record_span_of(options, name),
                    "there is no quotation with the %s `" STR_FMT "`", name, STR_ARG(value));
    hint_at_choices(diags, diag, briefing, chosen);
    return false;
}

static void compose_one(struct composer *composer, const struct briefing *briefing,
                        const void *options)
{
    const struct quote *quote = find(briefing, options);
    if (quote)
        set_quotation(composer, briefing, quote, true);
}

const struct component component_quote = {
    .name = "quote",
    .doc = "One quotation in large letters, with its attribution and source.",
    .example = "```quote\nspeaker: Penny Carpenter\n```\n",
    .options = &one_options_table,
    .check = check,
    .compose = compose_one,
};
