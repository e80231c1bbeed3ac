/* left-out: what this length of the paper does not print, and where that stands. */
#include "brief/printed.h"
#include "components/kit/kit.h"

/* More kinds than these are one number, so that it stays a line. */
enum { KINDS_NAMED = 6 };

struct left_out_options {
    struct record_head head;
    struct str lead;
    struct whole most;
};

static const struct field fields[] = {
    FIELD(struct left_out_options, lead, FIELD_TEXT, OPTIONAL,
          .doc = "Where the rest stands, as the words that the line begins with; \"In the full "
                 "version\" when left out.",
          .example = "In the full version, at www.example.gov.uk"),
    FIELD(struct left_out_options, most, FIELD_WHOLE, OPTIONAL,
          .doc = "How many kinds are named, up to 6; all others are one number. 6 when left out.",
          .example = "3"),
    END_OF_OPTIONS,
};

static const struct record_table options_table = {
    .name = "line on what is left out",
    .a_name = "a line on what is left out",
    .size = sizeof(struct left_out_options),
    .fields = fields,
    .doc = "Options of the line on what is left out.",
};

/* ---- what kinds of record are called ---- */

/* Others are called by the name of their table. */
static const struct {
    const struct record_table *table;
    const char *one, *many;
} names[] = {
    {&action_table, "action", "actions"},
    {&amount_parts_table, "amount", "amounts"},
    {&conflict_table, "disagreement of sources", "disagreements of sources"},
    {&contact_table, "person to ask", "people to ask"},
    {&control_table, "change of political control", "changes of political control"},
    {&considered_option_table, "option considered", "options considered"},
    {&course_table, "option", "options"},
    {&cover_table, "note on what was looked for", "notes on what was looked for"},
    {&development_table, "decision or finding of others", "decisions and findings of others"},
    {&evidence_table, "source", "sources"},
    {&former_name_table, "former name", "former names"},
    {&funding_table, "amount of money", "amounts of money"},
    {&helper_table, "person who helped", "people who helped"},
    {&improvement_area_table, "area for improvement", "areas for improvement"},
    {&judged_body_table, "other body that was judged", "other bodies that were judged"},
    {&leadership_event_table, "change in leadership", "changes in leadership"},
    {&narrative_table, "section of the officers\342\200\231 own",
     "sections of the officers\342\200\231 own"},
    {&priority_table, "priority", "priorities"},
    {&provision_table, "count of provision", "counts of provision"},
    {&provision_count_table, "number", "numbers"},
    {&quote_table, "quotation", "quotations"},
    {&relation_table, "council before or after", "councils before or after"},
    {&term_table, "term", "terms"},
    {&typical_wait_table, "typical wait", "typical waits"},
    {&unnamed_table, "judgement without a name", "judgements without a name"},
    {&comparator_table, "council compared", "councils compared"},
    {&figure_table, "picture", "pictures"},
    {&payer_table, "payer", "payers"},
    {&voice_table, "account of what people said", "accounts of what people said"},
};

static struct str kind_text(struct arena *arena, const struct unprinted *left)
{
    bool is_one = left->count == 1;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].table == left->table)
            return str_format(arena, "%zu %s", left->count, is_one ? names[i].one : names[i].many);
    return str_format(arena, "%zu %s%s", left->count, left->table->name, is_one ? "" : "s");
}

/* ---- the line ---- */

/* The most first; equal ones stay in the order of the specification. */
static void sort_by_count(struct unprinted *items, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const struct unprinted moved = items[i];
        size_t to = i;
        for (; to > 0 && items[to - 1].count < moved.count; to--)
            items[to] = items[to - 1];
        items[to] = moved;
    }
}

static struct str others_text(struct arena *arena, const struct unprinted_kinds *kinds,
                              size_t named)
{
    size_t others = 0;
    for (size_t i = named; i < kinds->list.count; i++)
        others += kinds->list.items[i].count;
    return others ? str_format(arena, "%zu other record%s", others, others == 1 ? "" : "s")
                  : STR_NONE;
}

static struct str kinds_text(struct arena *arena, struct unprinted_kinds *kinds, size_t named)
{
    struct str parts[KINDS_NAMED + 2];
    size_t count = 0;
    sort_by_count(kinds->list.items, kinds->list.count);
    for (size_t i = 0; i < kinds->list.count && i < named; i++)
        parts[count++] = kind_text(arena, &kinds->list.items[i]);
    struct str others = others_text(arena, kinds, named);
    if (others.len)
        parts[count++] = others;
    if (kinds->how_known)
        parts[count++] = STR("how we know");
    struct buf text = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        buf_addf(&text, "%s" STR_FMT,
                 i == 0           ? ""
                 : i + 1 == count ? " and "
                                  : ", ",
                 STR_ARG(parts[i]));
    return buf_str(&text);
}

static struct inline_node *tell(struct arena *arena, const struct briefing *briefing,
                                const void *options)
{
    const struct left_out_options *chosen = options;
    if (!briefing->printed || briefing->printed->is_whole)
        return NULL;
    struct unprinted_kinds kinds = printed_kinds_left_out(arena, briefing);
    if (!kinds.list.count && !kinds.how_known)
        return NULL;
    struct str lead = chosen->lead.len ? chosen->lead : STR("In the full version");
    size_t named = chosen->most.known ? (size_t)chosen->most.value : KINDS_NAMED;
    struct str rest = kinds_text(arena, &kinds, named);
    return inline_text(arena,
                       str_format(arena, STR_FMT ": " STR_FMT ".", STR_ARG(lead), STR_ARG(rest)),
                       (struct span){0});
}

static bool check(struct diags *diags, const struct briefing *briefing, const void *options)
{
    (void)briefing;
    const struct left_out_options *chosen = options;
    return option_in_range(diags, options, "most", chosen->most, 1, KINDS_NAMED);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    (void)briefing;
    struct block *line = compose_add(composer, BLOCK_PARAGRAPH, (struct span){0});
    line->options = options;
    line->tell = tell;
}

const struct component component_left_out = {
    .name = "left-out",
    .doc = "One line on the records of which this length of the paper prints nothing, by kind and "
           "with their number, and where they stand. Nothing in the template\342\200\231s longest "
           "length.",
    .example = "```left-out\nlead: In the full version\n```\n",
    .options = &options_table,
    .check = check,
    .compose = compose,
};
