/* source-list: the numbered sources that citations lead to, with their addresses for readers on
   paper. */
#include "components/kit/kit.h"

#include <string.h>

struct source_list_options {
    struct record_head head;
    enum answer brief, titles;
};

static const struct field option_fields[] = {
    FIELD(struct source_list_options, brief, FIELD_ANSWER, OPTIONAL,
          .doc = "Whether only what is cited is listed, each with its title, publisher, date and "
                 "interest; no when nothing is written.",
          .example = "yes"),
    FIELD(struct source_list_options, titles, FIELD_ANSWER, OPTIONAL,
          .doc = "Of a brief list: `no` for publisher and day alone, as the lines below tables and "
                 "sections call a source; yes when nothing is written.",
          .example = "no"),
    END_OF_OPTIONS,
};

static const struct record_table options_table = {
    .name = "source list",
    .a_name = "a source list",
    .size = sizeof(struct source_list_options),
    .fields = option_fields,
    .doc = "Options of the list of sources.",
};

/* ". " between two parts of an entry, but not where the first ends in a full stop of its own. */
static void add_sentence(struct phrase *phrase, struct str text, const void *record,
                         const char *field)
{
    if (!text.len)
        return;
    phrase_addz(phrase, " ");
    phrase_field(phrase, text, record, field);
    if (!str_ends(text, ".") && !str_ends(text, "?") && !str_ends(text, "!"))
        phrase_addz(phrase, ".");
}

static void add_title(struct phrase *phrase, const struct evidence *source)
{
    if (url_is_allowed(source->url))
        phrase->inlines =
            inline_link(phrase->arena, source->title, source->url, SPAN_OF(source, title));
    else
        phrase_field(phrase, FIELD_OF(source, title));
    phrase->inlines = inline_language(phrase->arena, phrase->inlines, source->language,
                                      SPAN_OF(source, language));
    if (!str_ends(source->title, ".") && !str_ends(source->title, "?"))
        phrase_addz(phrase, ".");
}

/* When it came out; of data, how far it goes. */
static void add_day(struct phrase *phrase, const struct evidence *source)
{
    struct arena *arena = phrase->arena;
    if (source->published.precision)
        add_sentence(phrase, capital(arena, bounds_text(arena, &source->published)), source,
                     "published");
    if (source->as_at.precision)
        add_sentence(phrase,
                     str_format(arena, "Complete to " STR_FMT,
                                STR_ARG(date_text(arena, &source->as_at, DATE_LONG))),
                     source, "as_at");
}

static void add_dates(struct phrase *phrase, const struct evidence *source)
{
    struct arena *arena = phrase->arena;
    struct str published = bounds_text(arena, &source->published);
    if (source->published.precision)
        add_sentence(phrase, str_format(arena, "Published " STR_FMT, STR_ARG(published)), source,
                     "published");
    else if (!source->as_at.precision)
        add_sentence(phrase, STR("Publication date not known"), source, "published");
    if (source->updated.precision)
        add_sentence(phrase,
                     str_format(arena, "Updated " STR_FMT,
                                STR_ARG(date_text(arena, &source->updated, DATE_LONG))),
                     source, "updated");
    if (source->accessed.precision)
        add_sentence(phrase,
                     str_format(arena, "Read " STR_FMT,
                                STR_ARG(date_text(arena, &source->accessed, DATE_LONG))),
                     source, "accessed");
    if (source->as_at.precision)
        add_sentence(phrase,
                     str_format(arena, "Complete to " STR_FMT,
                                STR_ARG(date_text(arena, &source->as_at, DATE_LONG))),
                     source, "as_at");
}

/* "Ofsted" says what "Ofsted report" would, and "legislation.gov.uk" is legislation. */
static bool says_kind(struct arena *arena, struct str publisher, struct str kind)
{
    struct str name = capital(arena, publisher), word = capital(arena, kind);
    if (!name.len || !word.len)
        return false;
    size_t shorter = name.len < word.len ? name.len : word.len;
    return str_equal(str_part(name, 0, shorter), str_part(word, 0, shorter));
}

static void add_kind(struct phrase *phrase, const struct evidence *source)
{
    struct str kind = LABEL_OF(&evidence_table, source, kind);
    if (says_kind(phrase->arena, source->publisher, kind))
        phrase_printed(phrase, NAMED(source, kind));
    else
        add_sentence(phrase, capital(phrase->arena, kind), NAMED(source, kind));
}

/* The address as one would type it, without what browsers add. The title is the link. */
static void add_address(struct phrase *phrase, const struct evidence *source)
{
    static const char *const schemes[] = {"https://", "http://", "mailto:"};
    struct str address = source->url;
    if (!address.len)
        return;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (str_starts(address, schemes[i]))
            address = str_part(address, strlen(schemes[i]), address.len);
    if (str_ends(address, "/") && url_is_allowed(source->url))
        address.len--;
    phrase_addz(phrase, " ");
    phrase_field(phrase, address, NAMED(source, url));
}

/* Title, publisher and day: enough to find it. */
static void set_briefly(struct composer *composer, const struct briefing *briefing,
                        const struct evidence *source)
{
    struct phrase phrase = phrase_new(composer, briefing);
    add_title(&phrase, source);
    if (source->publisher.len)
        add_sentence(&phrase, FIELD_OF(source, publisher));
    else
        add_sentence(&phrase, FIELD_OF(source, author));
    add_day(&phrase, source);
    compose_paragraph(composer, phrase.inlines);
}

/* "Ofsted, 19 January 2018.", with a link to it. */
static void set_name(struct composer *composer, const struct briefing *briefing,
                     const struct evidence *source)
{
    struct phrase phrase = phrase_new(composer, briefing);
    struct arena *arena = composer->arena;
    const char *field = source->publisher.len ? "publisher"
                        : source->author.len  ? "author"
                                              : "title";
    struct str name = source->publisher.len ? source->publisher
                      : source->author.len  ? source->author
                                            : source->title;
    struct str when =
        bounds_text(arena, source->published.precision ? &source->published : &source->as_at);
    if (source->published.precision || source->as_at.precision)
        name = str_format(arena, STR_FMT ", " STR_FMT, STR_ARG(name), STR_ARG(when));
    struct span origin = record_span_of(source, field);
    phrase.inlines = url_is_allowed(source->url) ? inline_link(arena, name, source->url, origin)
                                                 : inline_text(arena, name, origin);
    phrase_addz(&phrase, ".");
    compose_paragraph(composer, phrase.inlines);
}

static void set_description(struct composer *composer, const struct briefing *briefing,
                            const struct evidence *source)
{
    struct phrase phrase = phrase_new(composer, briefing);
    add_title(&phrase, source);
    add_sentence(&phrase, FIELD_OF(source, author));
    add_sentence(&phrase, FIELD_OF(source, publisher));
    add_kind(&phrase, source);
    add_dates(&phrase, source);
    add_sentence(&phrase, FIELD_OF(source, licence));
    add_address(&phrase, source);
    compose_paragraph(composer, phrase.inlines);
}

static void set_remark(struct composer *composer, const struct briefing *briefing, const char *word,
                       struct str text, const struct evidence *source, const char *field)
{
    if (!text.len)
        return;
    struct phrase phrase = phrase_new(composer, briefing);
    phrase_strong(&phrase, str_from(word));
    phrase_addz(&phrase, " ");
    phrase_field(&phrase, text, source, field);
    compose_note(composer, phrase.inlines);
}

static void set_source(struct composer *composer, const struct briefing *briefing,
                       const struct evidence *source, const struct source_list_options *chosen)
{
    const bool brief = chosen->brief == ANSWER_YES;
    struct block *item = compose_item_open(composer);
    item->cited_only = brief;
    compose_open(composer, BLOCK_SOURCE, SPAN_OF(source, id))->source_id = source->id;
    if (brief && chosen->titles == ANSWER_NO)
        set_name(composer, briefing, source);
    else if (brief)
        set_briefly(composer, briefing, source);
    else
        set_description(composer, briefing, source);
    set_remark(composer, briefing, "Interest:", FIELD_OF(source, interest));
    if (!brief)
        set_remark(composer, briefing, "Note:", FIELD_OF(source, note));
    compose_close(composer);
    compose_close(composer);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct source_list_options *chosen = options;
    if (!briefing->sources.count)
        return;
    compose_list_open(composer, true, chosen->brief == ANSWER_YES);
    for (size_t i = 0; i < briefing->sources.count; i++)
        set_source(composer, briefing, &briefing->sources.items[i], chosen);
    compose_close(composer);
}

const struct component component_source_list = {
    .name = "source-list",
    .doc = "The sources in the order of their numbers, with dates, interests, notes, addresses, "
           "and the "
           "pages on which each is cited; those that the paper does not cite stand apart.",
    .example = "```source-list\nbrief: yes\n```\n",
    .options = &options_table,
    .compose = compose,
};
