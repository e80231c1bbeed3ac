/* front-sheet: what a committee needs on the first page of a report; council-facts: the council's
   part of it alone. */
#include "components/kit/kit.h"

#include "brief/lookup.h"

/* ---- options ---- */

struct front_sheet_options {
    struct record_head head;
    enum answer compact;
    struct str caption;
};

static const struct field fields[] = {
    FIELD(struct front_sheet_options, compact, FIELD_ANSWER, OPTIONAL,
          .doc = "Two terms a row, and what is said of the report alone: of the council says "
                 "`council-facts`; `no` when left out.",
          .example = "yes"),
    CAPTION_OPTION(struct front_sheet_options),
    END_OF_OPTIONS,
};

static const struct record_table options_table = {
    .name = "front sheet",
    .a_name = "a front sheet",
    .size = sizeof(struct front_sheet_options),
    .fields = fields,
    .doc = "Options of the front sheet.",
};

/* ---- what is said of the report ---- */

static void add_email(struct phrase *phrase, const struct contact *contact)
{
    struct str address = str_format(phrase->arena, "mailto:" STR_FMT, STR_ARG(contact->email));
    if (!url_is_allowed(address)) {
        phrase_field_after(phrase, ", ", FIELD_OF(contact, email));
        return;
    }
    phrase_addz(phrase, ", ");
    struct inline_node *link =
        inline_link(phrase->arena, contact->email, address, SPAN_OF(contact, email));
    phrase->inlines = inline_join(phrase->inlines, link);
}

static void add_contact(struct sheet *sheet, const char *term, const struct contact *contact)
{
    if (!contact)
        return;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, FIELD_OF(contact, name));
    phrase_field_after(&phrase, ", ", FIELD_OF(contact, role));
    phrase_field_after(&phrase, ", ", FIELD_OF(contact, phone));
    add_email(&phrase, contact);
    sheet_term(sheet, term);
    sheet_cell(sheet, phrase.inlines);
}

static void add_key_decision(struct sheet *sheet, const struct front_sheet *front)
{
    if (!front->key_decision)
        return;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, front->key_decision == ANSWER_YES ? STR("Yes") : STR("No"), front,
                 "key_decision");
    sheet_term(sheet, "Key decision");
    sheet_cell(sheet, phrase.inlines);
}

/* "Paragraphs 1 and 2 of Part 1 of Schedule 12A to the Local Government Act 1972" */
static void add_exempt(struct phrase *phrase, const struct wholes *paragraphs)
{
    if (!paragraphs->count)
        return;
    phrase_addf(phrase, ". Not for publication by virtue of paragraph%s ",
                paragraphs->count == 1 ? "" : "s");
    for (size_t i = 0; i < paragraphs->count; i++) {
        if (i)
            phrase_addz(phrase, i + 1 == paragraphs->count ? " and " : ", ");
        phrase_addf(phrase, "%lld", (long long)paragraphs->items[i]);
    }
    phrase_addz(phrase, " of Part 1 of Schedule 12A to the Local Government Act 1972");
}

static void add_classification(struct sheet *sheet, const struct front_sheet *front)
{
    if (!front->classification)
        return;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    struct str label = LABEL_OF(&front_sheet_table, front, classification);
    phrase_field(&phrase, capital(phrase.arena, label), NAMED(front, classification));
    add_exempt(&phrase, &front->exempt_paragraphs);
    phrase_printed(&phrase, NAMED(front, exempt_paragraphs));
    sheet_term(sheet, "Classification");
    sheet_cell(sheet, phrase.inlines);
}

static void add_decision(struct sheet *sheet, const char *term, const struct front_sheet *front)
{
    struct str label = LABEL_OF(&front_sheet_table, front, decision_type);
    sheet_term_text(sheet, term, capital(sheet->composer->arena, label), front, "decision_type");
}

/* ---- what is said of the council ---- */

/* "Norfolk County Council (Norfolk), county council, East of England" */
static void add_council(struct sheet *sheet, const struct council *council)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, FIELD_OF(council, name));
    phrase_field_after(&phrase, ", in short ", FIELD_OF(council, short_name));
    phrase_field_after(&phrase, ", ", LABEL_OF(&council_table, council, type), council, "type");
    phrase_field_after(&phrase, ", ", FIELD_OF(council, region));
    phrase_field_after(&phrase, ". Note: ", FIELD_OF(council, note));
    phrase_cite(&phrase, council->source);
    sheet_term(sheet, "Council");
    sheet_cell(sheet, phrase.inlines);
}

/* "Cumberland Council (1 April 2023); Westmorland and Furness Council (1 April 2023)" */
static void add_relations(struct sheet *sheet, const char *word,
                          const struct relation_list *relations)
{
    if (!relations->count)
        return;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    for (size_t i = 0; i < relations->count; i++) {
        const struct relation *relation = &relations->items[i];
        phrase_field_after(&phrase, "; ", FIELD_OF(relation, name));
        phrase_field_after(&phrase, ", for ", FIELD_OF(relation, area));
        phrase_date_after(&phrase, " (", FIELD_AT(relation, date));
        phrase_addz(&phrase, relation->date.precision ? ")" : "");
    }
    sheet_term(sheet, word);
    sheet_cell(sheet, phrase.inlines);
}

/* "Doncaster Metropolitan Borough Council (until 2022)" */
static void add_former_names(struct sheet *sheet, const struct former_name_list *names)
{
    if (!names->count)
        return;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    for (size_t i = 0; i < names->count; i++) {
        const struct former_name *former = &names->items[i];
        phrase_field_after(&phrase, "; ", FIELD_OF(former, name));
        phrase_date_after(&phrase, " (until ", FIELD_AT(former, until));
        phrase_addz(&phrase, former->until.precision ? ")" : "");
    }
    sheet_term(sheet, "Called before");
    sheet_cell(sheet, phrase.inlines);
}

/* ---- who controls it ---- */

static void add_control(struct phrase *phrase, const struct control *control)
{
    struct str party = capital(phrase->arena, control->party);
    phrase_field_after(phrase, "; ", phrase->inlines ? control->party : party,
                       NAMED(control, party));
    phrase_date_after(phrase, ", from ", FIELD_AT(control, from));
    phrase_date_after(phrase, control->from.precision ? " to " : ", until ", FIELD_AT(control, to));
    phrase_field_after(phrase, ", led by ", FIELD_OF(control, leader));
    phrase_fact(phrase, &control->fact);
}

/* Nothing is said of the day of the paper that no record covers. */
static void add_control_now(struct sheet *sheet, const struct control_list *all)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    for (size_t i = 0; i < all->count; i++) {
        const struct control *control = &all->items[i];
        if (!control_is_current(sheet->briefing, control))
            continue;
        add_control(&phrase, control);
        if (!control->to.precision)
            phrase_addz(&phrase, "; no later change is recorded");
    }
    if (!phrase.inlines)
        return;
    struct str as_at = date_text(phrase.arena, &sheet->briefing->briefing->as_at, DATE_LONG);
    sheet_term(sheet, str_z(phrase.arena, str_format(phrase.arena, "Political control on " STR_FMT,
                                                     STR_ARG(as_at))));
    sheet_cell(sheet, phrase.inlines);
}

static void add_other_control(struct sheet *sheet, const struct control_list *all)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    size_t others = 0;
    for (size_t i = 0; i < all->count; i++)
        if (!control_is_current(sheet->briefing, &all->items[i])) {
            add_control(&phrase, &all->items[i]);
            others++;
        }
    if (!others)
        return;
    sheet_term(sheet,
               others == all->count ? "Political control" : "Political control before or after");
    sheet_cell(sheet, phrase.inlines);
}

static void add_council_terms(struct sheet *sheet)
{
    const struct briefing *briefing = sheet->briefing;
    const struct council *council = briefing->council;
    add_council(sheet, council);
    add_former_names(sheet, &council->former_names);
    add_control_now(sheet, &council->control);
    add_other_control(sheet, &council->control);
    sheet_term_date(sheet, "Day of abolition", FIELD_AT(council, abolished));
    add_relations(sheet, "It replaced", &council->predecessors);
    add_relations(sheet,
                  date_surely_after(&council->abolished, &briefing->briefing->as_at)
                      ? "To be replaced by"
                      : "Replaced by",
                  &council->successors);
}

/* ---- one term a row ---- */

static void compose_long(struct composer *composer, const struct briefing *briefing,
                         const struct front_sheet_options *chosen)
{
    const struct front_sheet *front = briefing->briefing;
    struct sheet sheet = sheet_new(composer, briefing, term_columns, TERM_COLUMNS);
    sheet_term_text(&sheet, "Report to", FIELD_OF(front, body));
    sheet_term_date(&sheet, "Date of meeting", FIELD_AT(front, meeting_date));
    sheet_term_text(&sheet, "Agenda item", FIELD_OF(front, item));
    sheet_term_text(&sheet, "Report number", FIELD_OF(front, report_number));
    sheet_term_text(&sheet, "Report of", FIELD_OF(front, report_of));
    sheet_term_text(&sheet, "Portfolio holder", FIELD_OF(front, portfolio_holder));
    add_contact(&sheet, "Author", front->author);
    add_contact(&sheet, "Contact officer", front->contact_officer);
    sheet_term_text(&sheet, "Wards affected", FIELD_OF(front, wards));
    add_key_decision(&sheet, front);
    sheet_term_text(&sheet, "Forward plan", FIELD_OF(front, forward_plan));
    add_decision(&sheet, "Type of item", front);
    add_classification(&sheet, front);
    sheet_term_text(&sheet, "Changed since the last issue", FIELD_OF(front, version_note));
    add_council_terms(&sheet);
    sheet_set_plain(&sheet, chosen->caption, "About this report", caption_span(chosen));
}

/* ---- two terms a row ---- */

enum { PAIR_COLUMNS = 4 };
static const struct column pair_columns[PAIR_COLUMNS] = {
    {.weight = 30}, {.weight = 76}, {.weight = 30}, {.weight = 34}};

/* What stands on the left, on the right, and over the whole width; each a list of two columns. */
struct pairs {
    struct sheet left, right, wide;
};

static void fill_left(struct sheet *sheet, const struct front_sheet *front)
{
    sheet_term_date(sheet, "Meeting", FIELD_AT(front, meeting_date));
    sheet_term_text(sheet, "Report of", FIELD_OF(front, report_of));
    sheet_term_text(sheet, "Portfolio", FIELD_OF(front, portfolio_holder));
}

static void fill_right(struct sheet *sheet, const struct front_sheet *front)
{
    add_decision(sheet, "Decision", front);
    sheet_term_text(sheet, "Wards", FIELD_OF(front, wards));
    add_key_decision(sheet, front);
    sheet_term_text(sheet, "Agenda item", FIELD_OF(front, item));
    sheet_term_text(sheet, "Report no.", FIELD_OF(front, report_number));
    sheet_term_text(sheet, "Forward plan", FIELD_OF(front, forward_plan));
    if (!front->exempt_paragraphs.count)
        add_classification(sheet, front);
}

static void fill_wide(struct sheet *sheet, const struct front_sheet *front)
{
    if (front->exempt_paragraphs.count)
        add_classification(sheet, front);
    add_contact(sheet, "Author", front->author);
    add_contact(sheet, "Contact", front->contact_officer);
    sheet_term_text(sheet, "Changed", FIELD_OF(front, version_note));
}

/* The next term with its value, where there is one. */
static bool move_pair(struct sheet *to, const struct sheet *from, size_t *at)
{
    if (*at >= from->cells.count)
        return false;
    for (size_t i = 0; i < TERM_COLUMNS; i++) {
        struct cell *cell = sheet_cell(to, NULL);
        *cell = from->cells.items[(*at)++];
        cell->muted = cell->header;
    }
    return true;
}

/* Nothing stands beside it. */
static void widen_last(struct sheet *sheet)
{
    sheet->cells.items[sheet->cells.count - 1].column_span = PAIR_COLUMNS - 1;
    sheet_cell(sheet, NULL);
    sheet_cell(sheet, NULL);
}

/* What is left over of the short ones fills rows of its own. */
static struct sheet paired(const struct pairs *pairs, struct composer *composer,
                           const struct briefing *briefing)
{
    struct sheet sheet = sheet_new(composer, briefing, pair_columns, PAIR_COLUMNS);
    size_t left = 0, right = 0, wide = 0;
    while (move_pair(&sheet, &pairs->left, &left) || move_pair(&sheet, &pairs->right, &right))
        if (!move_pair(&sheet, &pairs->right, &right))
            widen_last(&sheet);
    while (move_pair(&sheet, &pairs->wide, &wide))
        widen_last(&sheet);
    return sheet;
}

static void compose_compact(struct composer *composer, const struct briefing *briefing,
                            const struct front_sheet_options *chosen)
{
    const struct front_sheet *front = briefing->briefing;
    struct sheet terms = sheet_new(composer, briefing, term_columns, TERM_COLUMNS);
    struct pairs pairs = {terms, terms, terms};
    fill_left(&pairs.left, front);
    fill_right(&pairs.right, front);
    fill_wide(&pairs.wide, front);
    struct sheet sheet = paired(&pairs, composer, briefing);
    sheet_set_pairs(&sheet, chosen->caption, "Report to members", caption_span(chosen));
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct front_sheet_options *chosen = options;
    if (chosen->compact == ANSWER_YES)
        compose_compact(composer, briefing, chosen);
    else
        compose_long(composer, briefing, chosen);
}

const struct component component_front_sheet = {
    .name = "front-sheet",
    .doc = "Committee, date, item, officers and classification, where they are given; the council.",
    .example = "```front-sheet\n```\n",
    .options = &options_table,
    .compose = compose,
};

static void compose_council(struct composer *composer, const struct briefing *briefing,
                            const void *options)
{
    const struct caption_options *chosen = options;
    struct sheet sheet = sheet_new(composer, briefing, term_columns, TERM_COLUMNS);
    add_council_terms(&sheet);
    sheet_set_plain(&sheet, chosen->caption, "The council", caption_span(options));
}

const struct component component_council_facts = {
    .name = "council-facts",
    .doc = "What the council is, was and became, and who controls it. The front sheet says so too, "
           "where it is not compact.",
    .example = "```council-facts\n```\n",
    .options = &caption_options_table,
    .compose = compose_council,
};
