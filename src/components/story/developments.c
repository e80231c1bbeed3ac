/* developments and reviews: what others decided, found or asked for, with what came of it. */
#include "components/kit/kit.h"

#include "brief/lookup.h"
#include "brief/printed.h"

/* ---- what came of a development ---- */

static void set_course(struct composer *composer, const struct briefing *briefing,
                       const struct course *course, const struct fact *whole)
{
    struct phrase phrase = phrase_new(composer, briefing);
    phrase_field(&phrase, FIELD_OF(course, text));
    if (course->chosen)
        phrase_field(&phrase, course->chosen == ANSWER_YES ? STR(": chosen") : STR(": not chosen"),
                     NAMED(course, chosen));
    phrase_field_after(&phrase, ". Reason: ", FIELD_OF(course, reason));
    phrase_field_after(&phrase, ". Note: ", course->fact.note, course, "note");
    phrase_cite(&phrase, sources_of(&course->fact, whole));
    compose_item_open(composer);
    compose_paragraph(composer, phrase.inlines);
    compose_close(composer);
}

static void set_courses(struct composer *composer, const struct briefing *briefing,
                        const struct development *development)
{
    if (!development->options.count)
        return;
    part_open(composer, STR("Options considered"), (struct span){0});
    compose_list_open(composer, false, true);
    for (size_t i = 0; i < development->options.count; i++)
        set_course(composer, briefing, &development->options.items[i], &development->fact);
    compose_close(composer);
    compose_part_close(composer);
}

/* By its own word, and by that of the interventions that name it. */
static void set_led_to(struct composer *composer, const struct briefing *briefing,
                       const struct development *development)
{
    struct phrase phrase = phrase_new(composer, briefing);
    phrase_refs(&phrase, "", FIELD_AT(development, led_to));
    for (size_t i = 0; i < briefing->interventions.count; i++) {
        const struct intervention *one = &briefing->interventions.items[i];
        if (refs_name(&one->triggered_by, development) && !refs_name(&development->led_to, one))
            phrase_record(&phrase, "; ", &intervention_table, one);
    }
    if (!phrase.inlines)
        return;
    struct phrase whole = phrase_new(composer, briefing);
    phrase_addz(&whole, "Led to: ");
    whole.inlines = inline_join(whole.inlines, phrase.inlines);
    compose_paragraph(composer, whole.inlines);
}

/* "Judgment, Family Court, 26 November 2015" */
static struct inline_node *heading_of(struct composer *composer, const struct briefing *briefing,
                                      const struct development *one)
{
    struct phrase phrase = phrase_new(composer, briefing);
    phrase_field(&phrase, capital(phrase.arena, LABEL_OF(&development_table, one, kind)),
                 NAMED(one, kind));
    phrase_field_after(&phrase, ", ", FIELD_OF(one, body));
    phrase_date_after(&phrase, ", ", FIELD_AT(one, date));
    return phrase.inlines;
}

static void set_text(struct composer *composer, const struct briefing *briefing,
                     const struct development *one)
{
    struct phrase phrase = phrase_new(composer, briefing);
    phrase_field(&phrase, capital(phrase.arena, one->text), NAMED(one, text));
    phrase_field_after(&phrase, ". Reference: ", FIELD_OF(one, reference));
    phrase_date_after(&phrase, ". Published: ", FIELD_AT(one, published));
    phrase_whole_after(&phrase, ". Signatures: ", FIELD_AT(one, signatures));
    phrase_field_after(&phrase, ". Answer: ", FIELD_OF(one, response));
    phrase_fact(&phrase, &one->fact);
    compose_paragraph(composer, phrase.inlines);
}

/* What it led to stands before what was considered: below a heading it would belong to that. */
static void set_development(struct composer *composer, const struct briefing *briefing,
                            const struct development *development)
{
    compose_part_open(composer, heading_of(composer, briefing, development));
    set_text(composer, briefing, development);
    set_findings(composer, briefing, NULL, &development->findings, &development->fact);
    set_led_to(composer, briefing, development);
    set_courses(composer, briefing, development);
    compose_part_close(composer);
}

static void set_developments(struct composer *composer, const struct briefing *briefing, bool ahead)
{
    size_t set = 0;
    for (size_t i = 0; i < briefing->developments.count; i++) {
        const struct development *one = &briefing->developments.items[i];
        if (one->has_more != ANSWER_YES ||
            is_future(briefing, ref_day(&development_table, one)) != ahead)
            continue;
        if (!set++ && ahead)
            part_open(composer, caption_of_later(composer->arena, briefing), (struct span){0});
        set_development(composer, briefing, one);
    }
    if (set && ahead)
        compose_part_close(composer);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    (void)options;
    set_developments(composer, briefing, false);
    set_developments(composer, briefing, true);
}

const struct component component_developments = {
    .name = "developments",
    .doc = "Decisions, judgments, practice reviews and petitions of which there is more to tell "
           "than when they were: what was found, what was considered, what it led to.",
    .example = "```developments\n```\n",
    .options = &no_options_table,
    .compose = compose,
};

/* ---- reviews ---- */

static void set_texts(struct composer *composer, const struct briefing *briefing,
                      const char *lead_in, const struct texts *texts)
{
    if (!texts->count)
        return;
    part_open(composer, str_from(lead_in), (struct span){0});
    compose_list_open(composer, true, true);
    for (size_t i = 0; i < texts->count; i++) {
        struct phrase phrase = phrase_new(composer, briefing);
        phrase.inlines = inline_text(phrase.arena, texts->items[i], texts->spans[i]);
        compose_item_open(composer);
        compose_paragraph(composer, phrase.inlines);
        compose_close(composer);
    }
    compose_close(composer);
    compose_part_close(composer);
}

static void add_members(struct phrase *phrase, const struct review *review)
{
    for (size_t i = 0; i < review->members.count; i++)
        phrase_field_after(phrase, i ? ", " : ". Members: ", review->members.items[i],
                           NAMED(review, members));
}

/* By its name, or by who reviewed. */
static struct inline_node *review_heading(struct composer *composer,
                                          const struct briefing *briefing,
                                          const struct review *review)
{
    struct phrase phrase = phrase_new(composer, briefing);
    bool nameless = !review->name.len && !review->kind && !review->reviewer.len;
    struct str name = review->name.len ? review->name : review_name(phrase.arena, review);
    phrase_field(&phrase, nameless ? STR("Reviewer not named") : capital(phrase.arena, name),
                 NAMED(review, name));
    printed_key(briefing, NAMED(review, name));
    printed_key(briefing, NAMED(review, kind));
    printed_key(briefing, NAMED(review, reviewer));
    return phrase.inlines;
}

/* "Peer review by the LGA, complete, 14 June 2014": what the heading does not say. */
static void say_review(struct phrase *phrase, const struct review *review)
{
    if (review->name.len && (review->kind || review->reviewer.len))
        phrase_field(phrase, capital(phrase->arena, review_name(phrase->arena, review)),
                     NAMED(review, kind));
    struct str status = LABEL_OF(&review_table, review, status);
    phrase_field_after(phrase, ", ", phrase->inlines ? status : capital(phrase->arena, status),
                       NAMED(review, status));
    phrase_date_after(phrase, ", ", FIELD_AT(review, date));
    phrase_date_after(phrase, phrase->inlines ? ", published " : "Published ",
                      FIELD_AT(review, published));
    phrase_field_after(phrase, phrase->inlines ? ", commissioned by " : "Commissioned by ",
                       FIELD_OF(review, commissioned_by));
    phrase_date_after(phrase, phrase->inlines ? ", asked for " : "Asked for ",
                      FIELD_AT(review, commissioned));
    phrase_field_after(phrase, ": ",
                       phrase->inlines ? review->purpose : capital(phrase->arena, review->purpose),
                       NAMED(review, purpose));
}

static void set_review(struct composer *composer, const struct briefing *briefing,
                       const struct review *review)
{
    struct phrase phrase = phrase_new(composer, briefing);
    say_review(&phrase, review);
    add_members(&phrase, review);
    phrase_whole_after(&phrase, ". Sessions: ", FIELD_AT(review, sessions));
    phrase_whole_after(&phrase,
                       ". Questions that it asks in all: ", FIELD_AT(review, questions_in_all));
    phrase_refs(&phrase, ". About: ", FIELD_AT(review, about));
    phrase_fact(&phrase, &review->fact);
    compose_part_open(composer, review_heading(composer, briefing, review));
    compose_paragraph(composer, phrase.inlines);
    set_findings(composer, briefing, NULL, &review->findings, &review->fact);
    set_texts(composer, briefing, "What it asks", &review->questions);
    compose_part_close(composer);
}

static void compose_reviews(struct composer *composer, const struct briefing *briefing,
                            const void *options)
{
    (void)options;
    for (size_t i = 0; i < briefing->reviews.count; i++)
        set_review(composer, briefing, &briefing->reviews.items[i]);
}

const struct component component_reviews = {
    .name = "reviews",
    .doc = "Reviews by others: who reviewed, for whom, what was found and asked.",
    .example = "```reviews\n```\n",
    .options = &no_options_table,
    .compose = compose_reviews,
};
