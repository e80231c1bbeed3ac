/* judgements: the one table of what Ofsted judged, by inspection, the latest last; comparable
   judgements in one row, joint ones over their rows, with what changed or how England's councils
   stand behind them. */
#include "brief/printed.h"
#include "components/ratings/ratings.h"
#include "doc/doc_codes.h"

/* ---- options ---- */

enum which { WHICH_ABSENT, WHICH_ALL, WHICH_LATEST };
enum whose { WHOSE_ABSENT, WHOSE_OWN, WHOSE_OTHERS };
enum { MOST_DEFAULT = 3 };

struct judgements_options {
    struct record_head head;
    int inspections; /* enum which */
    int whose;       /* enum whose */
    struct whole most;
    enum answer compare, bodies;
    struct str caption;
};

static const struct word which_words[] = {
    [WHICH_ALL - 1] = {"all", "all"},
    [WHICH_LATEST - 1] = {"latest", "the latest"},
    [WHICH_LATEST] = {0},
};

static const struct word whose_words[] = {
    [WHOSE_OWN - 1] = {"own", "the council’s own"},
    [WHOSE_OTHERS - 1] = {"others", "those of other bodies"},
    [WHOSE_OTHERS] = {0},
};

static const struct field fields[] = {
    FIELD(struct judgements_options, inspections, FIELD_WORD, OPTIONAL, .words = which_words,
          .doc =
              "`all` full inspections, in as many tables as it takes, with what stands alone; or "
              "the `latest` alone. When left out, the newest three, or as many as `most` says.",
          .example = "all"),
    FIELD(struct judgements_options, whose, FIELD_WORD, OPTIONAL, .words = whose_words,
          .doc = "`own` for this council alone, `others` for those before it and other bodies; "
                 "both, each in a table of its own, when left out.",
          .example = "own"),
    FIELD(struct judgements_options, most, FIELD_WHOLE, OPTIONAL,
          .doc =
              "How many inspections stand side by side at most, the newest ones: up to 4; 3 when "
              "left out, 4 of all.",
          .example = "2"),
    FIELD(struct judgements_options, compare, FIELD_ANSWER, OPTIONAL,
          .doc = "Whether columns say how many councils of the region and of England are good or "
                 "better now, in place of what changed; not beside four inspections.",
          .example = "yes"),
    FIELD(struct judgements_options, bodies, FIELD_ANSWER, OPTIONAL,
          .doc = "Whether bodies that were judged beside the council, such as the safeguarding "
                 "board, have rows of their own; yes when left out.",
          .example = "no"),
    CAPTION_OPTION(struct judgements_options),
    END_OF_OPTIONS,
};

static const struct record_table options_table = {
    .name = "judgements",
    .a_name = "a table of judgements",
    .size = sizeof(struct judgements_options),
    .fields = fields,
    .doc = "Options of the table of judgements.",
};

static bool check(struct diags *diags, const struct briefing *briefing, const void *options)
{
    (void)briefing;
    const struct judgements_options *chosen = options;
    return option_in_range(diags, options, "most", chosen->most, 1, MOST_COLUMNS);
}

/* ---- one body's inspections ---- */

/* The newest that stand side by side, without the `newer` ones; how many they are. */
static size_t set_columns(struct ratings *ratings, const struct judgements_options *chosen,
                          size_t newer, struct str caption)
{
    bool all = chosen->inspections == WHICH_ALL, latest = chosen->inspections == WHICH_LATEST;
    size_t most = chosen->most.known ? (size_t)chosen->most.value
                  : all              ? MOST_COLUMNS
                                     : MOST_DEFAULT;
    struct span origin = caption_span(chosen);
    ratings_collect(ratings, latest ? 1 : most, newer);
    size_t count = ratings->columns.count;
    if (!count)
        return 0;
    ratings_sort(ratings);
    struct judgement_table table = {.ratings = ratings, .quiet = ratings->of.len || newer,
                                    .alone = chosen->bodies == ANSWER_NO};
    judgements_choose_columns(&table, chosen->compare == ANSWER_YES && !newer);
    lines_find(&table);
    judgements_set_table(&table, caption, origin);
    set_judgements_note(&table, all);
    if (all)
        judgements_set_alone(ratings, "Judgements that cannot be compared with these", origin);
    return count;
}

/* All of them, in as many tables as it takes, or the newest ones. */
static void set_body(struct composer *composer, const struct briefing *briefing,
                     const struct judgements_options *chosen, struct str of, struct str caption)
{
    size_t newer = 0, count = 0;
    do {
        struct ratings ratings = {.composer = composer, .briefing = briefing, .of = of};
        count = set_columns(&ratings, chosen, newer, caption);
        newer += count;
        caption = STR("Full inspections before these");
    } while (count && chosen->inspections == WHICH_ALL);
}

/* ---- other bodies ---- */

static bool is_named_before(const struct briefing *briefing, size_t at, struct str of)
{
    for (size_t i = 0; i < at; i++) {
        const struct inspection *one = &briefing->inspections.items[i];
        if (inspection_is_full(briefing, one) && str_alike(one->of, of))
            return true;
    }
    return false;
}

/* "How Ofsted judged Cumbria County Council, which came before Cumberland (1 April 2023)": it may
   have had other successors too. */
static struct str caption_of_body(struct arena *arena, const struct briefing *briefing,
                                  struct str of)
{
    const struct relation *before = predecessor_called(briefing->council, of);
    struct str caption = str_format(arena, "How Ofsted judged " STR_FMT, STR_ARG(of));
    if (!before)
        return caption;
    caption = str_format(arena, STR_FMT ", which came before " STR_FMT, STR_ARG(caption),
                         STR_ARG(council_short_name(briefing->council)));
    if (before->date.precision != DATE_UNKNOWN)
        caption = str_format(arena, STR_FMT " (" STR_FMT ")", STR_ARG(caption),
                             STR_ARG(date_text(arena, &before->date, DATE_LONG)));
    return caption;
}

/* Each body under its own name, and never compared with this council. */
static void set_other_bodies(struct composer *composer, const struct briefing *briefing,
                             const struct judgements_options *chosen)
{
    for (size_t i = 0; i < briefing->inspections.count; i++) {
        const struct inspection *one = &briefing->inspections.items[i];
        if (!one->of.len || !inspection_is_full(briefing, one))
            continue;
        printed_key(briefing, NAMED(one, of)); /* the caption says whose it is */
        if (!is_named_before(briefing, i, one->of))
            set_body(composer, briefing, chosen, one->of,
                     caption_of_body(composer->arena, briefing, one->of));
    }
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct judgements_options *chosen = options;
    if (chosen->whose != WHOSE_OTHERS)
        set_body(composer, briefing, chosen, STR_NONE, chosen->caption);
    if (chosen->inspections == WHICH_LATEST)
        return;
    if (chosen->whose != WHOSE_OWN)
        set_other_bodies(composer, briefing, chosen);
    if (chosen->inspections != WHICH_ALL || chosen->whose)
        return;
    struct ratings others = {.composer = composer, .briefing = briefing};
    ratings_collect_others(&others);
    judgements_set_alone(&others, "Other inspections, which do not set the council’s grade",
                         caption_span(options));
}

const struct component component_judgements = {
    .name = "judgements",
    .doc =
        "What Ofsted judged, by inspection, the latest last and strong: a word and a mark for each "
        "grade, one cell for what was judged together, and what changed.",
    .example = "```judgements\n"
               "compare: yes\n"
               "caption: How Ofsted judged {{ council.name }}\n"
               "```\n",
    .options = &options_table,
    .check = check,
    .compose = compose,
};

const struct component component_ratings_table = {
    .name = "ratings-table",
    .became = "judgements",
    .doc = "The old name of `judgements`.",
    .example = "```ratings-table\ncaption: How Ofsted judged {{ council.name }}\n```\n",
    .options = &options_table,
    .check = check,
    .compose = compose,
};
