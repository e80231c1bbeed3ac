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

enum { MOST_QUOTES = 100 };

struct quotes_options {
    struct record_head head;
    struct whole most; /* absent: all, as they stand in the file */
    struct str elsewhere;
};

static const struct field all_fields[] = {
    FIELD(struct quotes_options, most, FIELD_WHOLE, OPTIONAL,
          .doc = "How many at most, each as a sentence: those on the latest full inspection and on "
                 "the intervention that page one tells of first, then the newest; one of each "
                 "speaker first.",
          .example = "3"),
    ELSEWHERE_OPTION(struct quotes_options, "quotations"),
    END_OF_OPTIONS,
};

static const struct record_table all_options_table = {
    .name = "list of quotations",
    .a_name = "a list of quotations",
    .size = sizeof(struct quotes_options),
    .fields = all_fields,
    .doc = "Options of the quotations.",
};

static bool check_all(struct diags *diags, const struct briefing *briefing, const void *options)
{
    const struct quotes_options *chosen = options;
    (void)briefing;
    return option_in_range(diags, options, "most", chosen->most, 1, MOST_QUOTES);
}

/* ---- a quotation as a sentence ---- */

static bool is_the_councils(const struct briefing *briefing, const struct quote *quote)
{
    return str_alike(quote->organisation, briefing->council->name) ||
           str_alike(quote->organisation, briefing->council->short_name);
}

/* "Dave Hill, commissioner (Essex County Council)"; false: nobody is named. */
static bool say_speaker(struct phrase *phrase, const struct quote *quote)
{
    bool told = quote->organisation.len && !is_the_councils(phrase->briefing, quote);
    phrase_field(phrase, FIELD_OF(quote, speaker));
    phrase_field_after(phrase, " (", FIELD_OF(quote, party));
    phrase_addz(phrase, quote->party.len ? ")" : "");
    phrase_field_after(phrase, ", ", uncapital(phrase->arena, quote->role), NAMED(quote, role));
    if (!phrase->inlines && quote->organisation.len) {
        phrase_field(phrase, FIELD_OF(quote, organisation));
        return true;
    }
    phrase_field_after(phrase, " (", told ? quote->organisation : STR_NONE,
                       NAMED(quote, organisation));
    phrase_addz(phrase, told ? ")" : "");
    return phrase->inlines != NULL;
}

/* "on 22 January 2018", "in May 2015", "by 11 February 2014", "between May and June 2015". */
static void say_when(struct phrase *phrase, const struct quote *quote)
{
    const struct date *date = &quote->date;
    bool lone = date->approximate || date->precision == DATE_INTERVAL;
    struct str when = without_remarks(phrase->arena, bounds_text(phrase->arena, date));
    if (!date->precision)
        return;
    phrase_addz(phrase, lone ? " " : date->precision == DATE_DAY ? " on " : " in ");
    phrase_field(phrase, when, NAMED(quote, date));
}

/* What it is about, in a few words; absent: in none that fit. */
static struct str about_text(struct arena *arena, const struct quote *quote)
{
    const struct inspection *inspection = quote->about.record;
    if (!quote->about.record)
        return STR_NONE;
    if (quote->about.table == &inspection_table)
        return inspection->published.precision && !inspection->inspectors.len
                   ? STR("Ofsted’s report")
                   : str_format(arena, "the " STR_FMT, STR_ARG(inspection->name));
    if (quote->about.table == &intervention_table)
        return str_format(arena, "the " STR_FMT,
                          STR_ARG(uncapital(arena, intervention_name(arena, quote->about.record))));
    return STR_NONE;
}

/* "Penny Carpenter, chairman, said on 22 January 2018 of Ofsted’s report: ". */
static void say_lead_in(struct phrase *phrase, const struct quote *quote)
{
    struct str about = about_text(phrase->arena, quote);
    if (!say_speaker(phrase, quote))
        return;
    phrase_addz(phrase, quote->speaker.len && quote->role.len ? "," : "");
    phrase_addz(phrase, quote->speaker.len ? " said" : " wrote");
    say_when(phrase, quote);
    phrase_field_after(phrase, " of ", about, NAMED(quote, about));
    if (!about.len)
        phrase_field_after(phrase, " (", FIELD_OF(quote, occasion));
    phrase_addz(phrase, !about.len && quote->occasion.len ? "): " : ": ");
}

/* Behind words that have a lead-in of their own: " (Diane Wood, chief executive, in May 2015)". */
static void say_behind(struct phrase *phrase, const struct quote *quote)
{
    struct phrase who = {.arena = phrase->arena, .briefing = phrase->briefing};
    struct str name = quote->speaker.len ? quote->speaker : quote->organisation;
    bool named = !str_holds(quote->lead_in, name) && say_speaker(&who, quote);
    if (!named && !quote->date.precision)
        return;
    phrase_addz(phrase, " (");
    phrase->inlines = inline_join(phrase->inlines, who.inlines);
    phrase_plain_date(phrase, named ? ", " : "", FIELD_AT(quote, date));
    phrase_addz(phrase, ")");
}

static void set_sentence(struct composer *composer, const struct briefing *briefing,
                         const struct quote *quote)
{
    struct phrase phrase = phrase_new(composer, briefing);
    struct span span = SPAN_OF(quote, text);
    struct inline_node *words = inline_language(
        phrase.arena, inline_text(phrase.arena, quoted(phrase.arena, quote->text), span),
        quote->language, SPAN_OF(quote, language));
    if (quote->lead_in.len)
        phrase_field(&phrase, FIELD_OF(quote, lead_in));
    else
        say_lead_in(&phrase, quote);
    phrase_addz(&phrase, quote->lead_in.len ? " " : "");
    phrase.inlines = inline_join(phrase.inlines, words);
    if (quote->lead_in.len)
        say_behind(&phrase, quote);
    phrase_stop(&phrase);
    phrase_cite(&phrase, quote->fact.source);
    compose_paragraph(composer, phrase.inlines);
}

/* ---- which are chosen ---- */

/* Of what page one tells: the latest full inspection, or the step of the government in force. */
static bool is_of_the_present(const struct briefing *briefing, const struct quote *quote)
{
    const struct stepped_in *step = briefing->derived->message->stepped_in;
    if (!quote->about.record)
        return false;
    return quote->about.record == briefing->derived->standing->inspection ||
           (step && step->state != STEPPED_ENDED && quote->about.record == step->latest);
}

static bool is_same_speaker(const struct quote *a, const struct quote *b)
{
    return str_alike(a->speaker, b->speaker) &&
           (a->speaker.len || str_alike(a->organisation, b->organisation));
}

struct choice {
    const struct briefing *briefing;
    const struct quote **chosen;
    size_t count;
};

static bool is_chosen(const struct choice *choice, const struct quote *quote, bool speaker)
{
    for (size_t i = 0; i < choice->count; i++)
        if (choice->chosen[i] == quote || (speaker && is_same_speaker(choice->chosen[i], quote)))
            return true;
    return false;
}

/* Later by its date; of one date, and without any, as in the file. */
static bool is_newer(const struct quote *a, const struct quote *b)
{
    if (!a->date.precision || !b->date.precision)
        return a->date.precision && !b->date.precision;
    return a->date.last > b->date.last;
}

static bool goes_before(const struct choice *choice, const struct quote *a, const struct quote *b)
{
    bool first = is_of_the_present(choice->briefing, a);
    return first != is_of_the_present(choice->briefing, b) ? first : is_newer(a, b);
}

/* NULL: none is left. */
static const struct quote *next_of(const struct choice *choice, bool new_speaker)
{
    const struct quote_list *all = &choice->briefing->quotes;
    const struct quote *next = NULL;
    for (size_t i = 0; i < all->count; i++) {
        const struct quote *one = &all->items[i];
        bool later = date_surely_after(&one->date, &choice->briefing->briefing->as_at);
        if (!later && !is_chosen(choice, one, new_speaker) &&
            (!next || goes_before(choice, one, next)))
            next = one;
    }
    return next;
}

static void set_most(struct composer *composer, const struct briefing *briefing,
                     const struct quotes_options *options)
{
    size_t most = (size_t)options->most.value;
    struct choice choice = {briefing, ARENA_ARRAY(composer->arena, const struct quote *, most), 0};
    while (choice.count < most) {
        const struct quote *next = next_of(&choice, true);
        next = next ? next : next_of(&choice, false);
        if (!next)
            break;
        choice.chosen[choice.count++] = next;
        set_sentence(composer, briefing, next);
    }
    struct phrase note = phrase_new(composer, briefing);
    phrase_left_out(&note, briefing->quotes.count - choice.count, "quotation", "quotations",
                    options->elsewhere, options);
    set_note(composer, &note);
}

static void compose_all(struct composer *composer, const struct briefing *briefing,
                        const void *options)
{
    const struct quotes_options *chosen = options;
    if (chosen->most.known) {
        set_most(composer, briefing, chosen);
        return;
    }
    for (size_t i = 0; i < briefing->quotes.count; i++)
        set_quotation(composer, briefing, &briefing->quotes.items[i], false);
}

const struct component component_quotes = {
    .name = "quotes",
    .doc = "Exact words of people and documents, each with its attribution and source; with `most` "
           "a few of them, each in a sentence that says who said it, when and of what.",
    .example = "```quotes\nmost: 3\n```\n",
    .options = &all_options_table,
    .check = check_all,
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
