/* last-known and priorities: what the council set out to do, and of what of it nothing is known of
   the last twelve months. */
#include "brief/lookup.h"
#include "components/work/due_work.h"

#include "base/ascii.h"

bool is_asked_for(enum answer present, const struct date *last_known)
{
    return !present || (present == ANSWER_YES) == !last_known->precision;
}

/* ---- last-known: a sentence for each month ---- */

struct month {
    struct str name;
    struct phrase what;
};

struct months {
    struct composer *composer;
    const struct briefing *briefing;
    LIST(struct month) list; /* as they are first met */
};

static struct phrase *month_of(struct months *months, const struct date *known)
{
    struct str name = date_text(months->composer->arena, known, DATE_BY_MONTH);
    for (size_t i = 0; i < months->list.count; i++)
        if (str_equal(months->list.items[i].name, name))
            return &months->list.items[i].what;
    struct month *month = LIST_ADD(months->composer->arena, &months->list);
    *month = (struct month){name, phrase_new(months->composer, months->briefing)};
    return &month->what;
}

/* "; recruiting social workers (in progress)" */
static void add(struct months *months, const struct date *known, struct str text,
                const void *record, const char *status, struct str label, struct refs source)
{
    if (!known->precision)
        return;
    struct phrase *what = month_of(months, known);
    if (str_ends(text, "."))
        text.len--;
    phrase_addz(what, what->inlines ? "; " : "");
    phrase_field(what, text, record, "text");
    if (label.len)
        phrase_addz(what, " (");
    phrase_field(what, label, record, status);
    phrase_addz(what, label.len ? ")" : "");
    phrase_cite(what, source);
}

static void add_recommendations(struct months *months)
{
    const struct briefing *briefing = months->briefing;
    for (size_t i = 0; i < briefing->recommendations.count; i++) {
        const struct recommendation *one = &briefing->recommendations.items[i];
        struct date known = old_recommendation(briefing, one);
        add(months, &known, one->text, one, "status", LABEL_OF(&recommendation_table, one, status),
            one->fact.source);
    }
}

static void add_own_work(struct months *months)
{
    const struct briefing *briefing = months->briefing;
    for (size_t i = 0; i < briefing->priorities.count; i++) {
        const struct priority *one = &briefing->priorities.items[i];
        struct date known = old_priority(briefing, one);
        add(months, &known, one->text, one, "text", STR("a priority"), one->fact.source);
    }
    for (size_t i = 0; i < briefing->actions.count; i++) {
        const struct action *one = &briefing->actions.items[i];
        struct date known = old_action(briefing, one);
        add(months, &known, one->text, one, "status", LABEL_OF(&action_table, one, status),
            one->fact.source);
    }
}

/* "Known in May 2015: recruiting; training." */
static struct phrase month_phrase(const struct months *months, const struct month *month)
{
    struct phrase phrase = phrase_new(months->composer, months->briefing);
    bool bare =
        ascii_is_digit(month->name.at[0]) || (month->name.at[0] >= 'A' && month->name.at[0] <= 'Z');
    phrase_addf(&phrase, "Known %s" STR_FMT ": ", bare ? "in " : "", STR_ARG(month->name));
    phrase.inlines = inline_join(phrase.inlines, month->what.inlines);
    phrase_addz(&phrase, ".");
    return phrase;
}

/* Of several months it is said once, behind all of them, that there is nothing later. */
static void set_months(const struct months *months)
{
    struct composer *composer = months->composer;
    compose_list_open(composer, false, true);
    for (size_t i = 0; i < months->list.count; i++) {
        compose_item_open(composer);
        compose_paragraph(composer, month_phrase(months, &months->list.items[i]).inlines);
        compose_close(composer);
    }
    compose_close(composer);
    struct phrase phrase = phrase_new(composer, months->briefing);
    phrase_addz(&phrase, "Nothing later is on file for any of these.");
    compose_paragraph(composer, phrase.inlines);
}

struct last_known_options {
    struct record_head head;
    enum answer recommendations;
};

static const struct field last_known_fields[] = {
    FIELD(struct last_known_options, recommendations, FIELD_ANSWER, OPTIONAL,
          .doc = "Whether recommendations are told too, beside the council's own priorities and "
                 "actions; yes when left out.",
          .example = "no"),
    END_OF_OPTIONS,
};

static const struct record_table last_known_options_table = {
    .name = "last-known",
    .a_name = "what was last known",
    .size = sizeof(struct last_known_options),
    .fields = last_known_fields,
    .doc = "Options of what was last known.",
};

static void compose_last_known(struct composer *composer, const struct briefing *briefing,
                               const void *options)
{
    const struct last_known_options *chosen = options;
    struct months months = {.composer = composer, .briefing = briefing};
    add_own_work(&months);
    if (chosen->recommendations != ANSWER_NO)
        add_recommendations(&months);
    if (months.list.count > 1) {
        set_months(&months);
    } else if (months.list.count == 1) {
        struct phrase phrase = month_phrase(&months, &months.list.items[0]);
        phrase_addz(&phrase, " Nothing later is on file.");
        compose_paragraph(composer, phrase.inlines);
    }
}

const struct component component_last_known = {
    .name = "last-known",
    .doc = "Priorities, actions and recommendations of which nothing is known of the last twelve "
           "months, by the month in which they were last known.",
    .example = "```last-known\nrecommendations: no\n```\n",
    .options = &last_known_options_table,
    .compose = compose_last_known,
};

/* ---- priorities ---- */

struct priorities_options {
    struct record_head head;
    enum answer present;
    struct str caption;
};

static const struct field fields[] = {
    PRESENT_OPTION(struct priorities_options),
    CAPTION_OPTION(struct priorities_options),
    END_OF_OPTIONS,
};

static const struct record_table options_table = {
    .name = "list of priorities",
    .a_name = "a list of priorities",
    .size = sizeof(struct priorities_options),
    .fields = fields,
    .doc = "Options of the priorities.",
};

static void set_priority(struct composer *composer, const struct briefing *briefing,
                         const struct priority *priority, bool plain)
{
    struct phrase phrase = phrase_new(composer, briefing);
    phrase.plain = plain;
    phrase_field(&phrase, FIELD_OF(priority, text));
    phrase_field_after(&phrase, " (", FIELD_OF(priority, by));
    phrase_date_after(&phrase, priority->by.len ? ", " : " (", FIELD_AT(priority, date));
    phrase_addz(&phrase, priority->by.len || priority->date.precision ? ")" : "");
    phrase_fact(&phrase, &priority->fact);
    compose_item_open(composer);
    compose_paragraph(composer, phrase.inlines);
    compose_close(composer);
}

static void compose_priorities(struct composer *composer, const struct briefing *briefing,
                               const void *options)
{
    const struct priorities_options *chosen = options;
    size_t set = 0;
    for (size_t i = 0; i < briefing->priorities.count; i++) {
        const struct priority *one = &briefing->priorities.items[i];
        struct date known = old_priority(briefing, one);
        if (!is_asked_for(chosen->present, &known))
            continue;
        if (!set && chosen->caption.len)
            set_lead_in(composer, chosen->caption);
        if (!set++)
            compose_list_open(composer, true, true);
        set_priority(composer, briefing, one, chosen->present == ANSWER_YES);
    }
    if (set)
        compose_close(composer);
}

const struct component component_priorities = {
    .name = "priorities",
    .doc = "What the council says it will concentrate on, in its order.",
    .example = "```priorities\npresent: yes\n```\n",
    .options = &options_table,
    .compose = compose_priorities,
};
