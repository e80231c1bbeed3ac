/* interventions: each one with its dates, basis, requirements and commissioner. */
#include "components/kit/kit.h"

#include "brief/lookup.h"
#include "brief/printed.h"

static struct str title_of(struct arena *arena, const struct intervention *intervention)
{
    struct str name = intervention_name(arena, intervention);
    if (!intervention->issued.precision)
        return str_format(arena, STR_FMT ", date not known", STR_ARG(name));
    return str_format(arena, STR_FMT ", " STR_FMT, STR_ARG(name),
                      STR_ARG(date_text(arena, &intervention->issued, DATE_LONG)));
}

/* ---- what is known about it, as terms and values ---- */

static void add_issued(struct sheet *sheet, const struct intervention *intervention)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    struct str date = date_text(phrase.arena, &intervention->issued, DATE_LONG);
    phrase_field(&phrase, capital(phrase.arena, date), NAMED(intervention, issued));
    phrase_fact(&phrase, &intervention->fact);
    sheet_term(sheet, str_z(phrase.arena,
                            capital(phrase.arena, str_from(beginning_of(intervention->kind)))));
    sheet_cell(sheet, phrase.inlines);
}

/* What led to it, by its own word and by that of a development. */
static void add_triggered_by(struct sheet *sheet, const struct intervention *intervention)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_refs(&phrase, "", FIELD_AT(intervention, triggered_by));
    const struct development_list *all = &sheet->briefing->developments;
    for (size_t i = 0; i < all->count; i++) {
        const struct development *one = &all->items[i];
        if (refs_name(&one->led_to, intervention) && !refs_name(&intervention->triggered_by, one))
            phrase_record(&phrase, "; ", &development_table, one);
    }
    if (!phrase.inlines)
        return;
    sheet_term(sheet, "Followed");
    sheet_cell(sheet, phrase.inlines);
}

static void add_replaces(struct sheet *sheet, const struct intervention *intervention)
{
    const struct intervention *earlier = intervention->replaces.record;
    if (!earlier)
        return;
    struct arena *arena = sheet->composer->arena;
    sheet_term_text(sheet, "Replaced", title_of(arena, earlier), intervention, "replaces");
}

/* The latest day on which it was known to be in force: as written, or as its sources have it. */
static void add_known_open(struct sheet *sheet, const struct intervention *intervention)
{
    bool is_step = intervention->kind != INTERVENTION_LETTER;
    struct date known = intervention_known_open(sheet->briefing, intervention);
    bool unsure = intervention_force(sheet->briefing, intervention) == FORCE_UNKNOWN;
    sheet_term_date(sheet, "Known to be in force on", FIELD_AT(intervention, known_open));
    if (is_step && unsure)
        sheet_term_date(sheet, "In force when last checked", &known, intervention, "known_open");
}

static void add_ended(struct sheet *sheet, const struct intervention *intervention)
{
    if (!intervention->ended.precision && !intervention->ended_how && !intervention->ended_by.len)
        return;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    struct str date = date_text(phrase.arena, &intervention->ended, DATE_LONG);
    phrase_field(&phrase, capital(phrase.arena, date), NAMED(intervention, ended));
    phrase_field_after(&phrase, ", ", LABEL_OF(&intervention_table, intervention, ended_how),
                       intervention, "ended_how");
    phrase_field_after(&phrase, ", by ", FIELD_OF(intervention, ended_by));
    phrase_cite(&phrase, intervention->ended_source.count ? intervention->ended_source
                                                          : intervention->fact.source);
    sheet_term(sheet, "Ended");
    sheet_cell(sheet, phrase.inlines);
}

/* "from December 2015 to June 2016, for at least 12 months". */
static void add_times(struct phrase *phrase, const struct helper *helper)
{
    phrase_date_after(phrase, "; from ", FIELD_AT(helper, from));
    phrase_date_after(phrase, helper->from.precision ? " to " : "; to ", FIELD_AT(helper, to));
    phrase_field_after(phrase, "; term: ", FIELD_OF(helper, term));
    phrase_field_after(phrase, "; pay: ", FIELD_OF(helper, pay));
}

static void add_report_due(struct sheet *sheet, const struct intervention *intervention,
                           const struct helper *helper)
{
    if (!helper->report_due.precision)
        return;
    struct phrase due = phrase_new(sheet->composer, sheet->briefing);
    if (intervention->people.count > 1)
        phrase_addf(&due, STR_FMT ", ", STR_ARG(helper->name));
    phrase_date(&due, FIELD_AT(helper, report_due));
    if (has_passed(sheet->briefing, &helper->report_due))
        phrase_addz(&due, "; not recorded whether made");
    phrase_cite(&due, sources_of(&helper->fact, &intervention->fact));
    sheet_term(sheet, "Report due");
    sheet_cell(sheet, due.inlines);
}

static void add_helper(struct sheet *sheet, const struct intervention *intervention,
                       const struct helper *helper)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, FIELD_OF(helper, name));
    phrase_field_after(&phrase, ", ", FIELD_OF(helper, role));
    phrase_field_after(&phrase, ", ", FIELD_OF(helper, employer));
    add_times(&phrase, helper);
    phrase_field_after(&phrase, ". Note: ", helper->fact.note, helper, "note");
    phrase_cite(&phrase, sources_of(&helper->fact, &intervention->fact));
    phrase_printed(&phrase, NAMED(helper, kind));
    struct str word = str_from(helper_word(intervention, helper));
    sheet_term(sheet, str_z(phrase.arena, capital(phrase.arena, word)));
    sheet_cell(sheet, phrase.inlines);
    add_report_due(sheet, intervention, helper);
}

/* Of a trust: whose it is, whom it serves and for how long. */
static void add_trust(struct sheet *sheet, const struct intervention *intervention)
{
    struct phrase councils = phrase_new(sheet->composer, sheet->briefing);
    for (size_t i = 0; i < intervention->councils.count; i++)
        phrase_field_after(&councils, "; ", intervention->councils.items[i],
                           NAMED(intervention, councils));
    if (councils.inlines) {
        sheet_term(sheet, "For");
        sheet_cell(sheet, councils.inlines);
    }
    sheet_term_text(sheet, "Owned by", FIELD_OF(intervention, owned_by));
    sheet_term_date(sheet, "Contract", FIELD_AT(intervention, contract));
    sheet_term_date(sheet, "Contract reviewed", FIELD_AT(intervention, contract_review));
    sheet_term_text(sheet, "Reserved matters", FIELD_OF(intervention, reserved_matters));
}

static void set_terms(struct composer *composer, const struct briefing *briefing,
                      const struct intervention *intervention)
{
    struct sheet sheet = sheet_new(composer, briefing, term_columns, TERM_COLUMNS);
    printed_key(briefing, NAMED(intervention, name));
    printed_key(briefing, NAMED(intervention, voluntary));
    printed_key(briefing, NAMED(intervention, statutory));
    add_issued(&sheet, intervention);
    sheet_term_date(&sheet, "Planned for", FIELD_AT(intervention, planned));
    sheet_term_text(&sheet, "Term", FIELD_OF(intervention, term));
    sheet_term_text(&sheet, "Department", FIELD_OF(intervention, department));
    if (intervention->service)
        sheet_term_text(
            &sheet, "About",
            capital(composer->arena, LABEL_OF(&intervention_table, intervention, service)),
            intervention, "service");
    sheet_term_text(&sheet, "By", FIELD_OF(intervention, by));
    sheet_term_text(&sheet, "Signed by", FIELD_OF(intervention, signatory));
    sheet_term_text(&sheet, "Legal basis", FIELD_OF(intervention, legal_basis));
    add_triggered_by(&sheet, intervention);
    add_replaces(&sheet, intervention);
    for (size_t i = 0; i < intervention->people.count; i++)
        add_helper(&sheet, intervention, &intervention->people.items[i]);
    add_trust(&sheet, intervention);
    add_ended(&sheet, intervention);
    add_known_open(&sheet, intervention);
    sheet_set_plain(&sheet, STR_NONE, "", SPAN_OF(intervention, kind));
}

/* ---- requirements, tasks and findings, as lists ---- */

static void set_requirement(struct composer *composer, const struct briefing *briefing,
                            const struct requirement *requirement, const struct fact *whole)
{
    struct phrase phrase = phrase_new(composer, briefing);
    phrase_field(&phrase, FIELD_OF(requirement, text));
    if (requirement->due.precision) {
        phrase_addz(&phrase, "; due ");
        phrase_date(&phrase, FIELD_AT(requirement, due));
        if (has_passed(briefing, &requirement->due) && !requirement->status)
            phrase_addz(&phrase, "; not recorded whether done");
    }
    phrase_field_after(&phrase, "; ", LABEL_OF(&requirement_table, requirement, status),
                       requirement, "status");
    phrase_field_after(&phrase, "; else: ", FIELD_OF(requirement, consequence));
    phrase_field_after(&phrase, ". Note: ", requirement->fact.note, requirement, "note");
    phrase_cite(&phrase, sources_of(&requirement->fact, whole));
    compose_item_open(composer);
    compose_paragraph(composer, phrase.inlines);
    compose_close(composer);
}

static void set_requirements(struct composer *composer, const struct briefing *briefing,
                             struct str lead_in, const struct requirement_list *requirements,
                             const struct fact *whole)
{
    if (!requirements->count)
        return;
    part_open(composer, lead_in, (struct span){0});
    compose_list_open(composer, true, true);
    for (size_t i = 0; i < requirements->count; i++)
        set_requirement(composer, briefing, &requirements->items[i], whole);
    compose_close(composer);
    compose_part_close(composer);
}

/* ---- the whole ---- */

static void set_tasks(struct composer *composer, const struct briefing *briefing,
                      const struct intervention *intervention, const struct helper *helper)
{
    struct arena *arena = composer->arena;
    struct fact from = helper->fact;
    from.source = sources_of(&helper->fact, &intervention->fact);
    struct str word = capital(arena, str_from(helper_word(intervention, helper)));
    if (intervention->people.count > 1)
        word = str_format(arena, STR_FMT ", " STR_FMT, STR_ARG(word), STR_ARG(helper->name));
    set_requirements(composer, briefing, str_format(arena, STR_FMT ": tasks", STR_ARG(word)),
                     &helper->tasks, &from);
}

static void set_intervention(struct composer *composer, const struct briefing *briefing,
                             const struct intervention *intervention)
{
    part_open(composer, title_of(composer->arena, intervention), SPAN_OF(intervention, kind));
    set_terms(composer, briefing, intervention);
    set_findings(composer, briefing, "What it says", &intervention->findings, &intervention->fact);
    set_requirements(composer, briefing, STR("What it requires"), &intervention->requirements,
                     &intervention->fact);
    for (size_t i = 0; i < intervention->people.count; i++)
        set_tasks(composer, briefing, intervention, &intervention->people.items[i]);
    compose_part_close(composer);
}

struct interventions_options {
    struct record_head head;
    struct str department;
    enum answer brief;
    struct str caption;
};

static const struct field fields[] = {
    FIELD(struct interventions_options, department, FIELD_TEXT, OPTIONAL,
          .doc = "Only what this department did; all where it is left out.",
          .example = "Department for Education"),
    FIELD(struct interventions_options, brief, FIELD_ANSWER, OPTIONAL,
          .doc = "`yes`: one table, a row for each, without what it says and requires.",
          .example = "yes"),
    CAPTION_OPTION(struct interventions_options),
    END_OF_OPTIONS,
};

static const struct record_table options_table = {
    .name = "list of interventions",
    .a_name = "a list of interventions",
    .size = sizeof(struct interventions_options),
    .fields = fields,
    .doc = "Options of the interventions.",
};

static bool is_wanted(const struct intervention *intervention, struct str department)
{
    if (!department.len)
        return true;
    const struct intervention asked = {.department = department};
    if (intervention_is_of_education(&asked))
        return intervention_is_of_education(intervention);
    return str_alike(intervention->department, department);
}

/* ---- in brief: a row for each ---- */

struct brief {
    const struct intervention **items; /* in the order of time */
    size_t count;
};

static bool comes_before(const struct intervention *a, const struct intervention *b)
{
    if (!a->issued.precision || !b->issued.precision)
        return a->issued.precision && !b->issued.precision;
    return date_key(&a->issued) < date_key(&b->issued);
}

static struct brief brief_of(struct arena *arena, const struct briefing *briefing,
                             struct str department)
{
    const struct intervention_list *all = &briefing->interventions;
    struct brief brief = {ARENA_ARRAY(arena, const struct intervention *, all->count), 0};
    for (size_t i = 0; i < all->count; i++) {
        if (!is_wanted(&all->items[i], department))
            continue;
        size_t at = brief.count++;
        for (; at > 0 && comes_before(&all->items[i], brief.items[at - 1]); at--)
            brief.items[at] = brief.items[at - 1];
        brief.items[at] = &all->items[i];
    }
    return brief;
}

/* "to January 2016, replaced", "to January 2018, as reported". */
static void say_brief_end(struct phrase *phrase, const struct intervention *intervention)
{
    struct str how = LABEL_OF(&intervention_table, intervention, ended_how);
    const struct date *ended = &intervention->ended;
    if (ended->precision)
        phrase_plain_date(phrase, is_future(phrase->briefing, ended) ? ", to end " : " to ", ended,
                          intervention, "ended");
    else
        phrase_addz(phrase, "; ended, day not known");
    bool replaced = intervention_is_replaced_then(phrase->briefing, intervention);
    if (replaced && !intervention->ended_how)
        phrase_addz(phrase, ", replaced");
    phrase_field_after(phrase, ", ", how, NAMED(intervention, ended_how));
    if (!replaced && (ended->inferred || ended->approximate))
        phrase_addz(phrase, ", as reported");
}

/* What is known of one that has not ended. */
static void say_brief_state(struct phrase *phrase, const struct intervention *intervention)
{
    struct date known = intervention_known_open(phrase->briefing, intervention);
    if (intervention_force(phrase->briefing, intervention) == FORCE_RUNS)
        phrase_addz(phrase, ", in force");
    else if (known.precision)
        phrase_plain_date(phrase, "; in force when last checked, ", &known, intervention,
                          "known_open");
}

static void add_brief_time(struct sheet *sheet, const struct intervention *intervention)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    bool over = intervention->ended.precision || intervention->ended_how;
    bool letter = intervention->kind == INTERVENTION_LETTER;
    const char *since = over || letter ? "" : "Since ";
    if (is_future(sheet->briefing, &intervention->issued))
        since = "To begin ";
    if (!intervention->issued.precision)
        phrase_addz(&phrase, "Beginning not known");
    else if (*since) {
        phrase_addz(&phrase, since);
        phrase_plain_date(&phrase, "", FIELD_AT(intervention, issued));
    } else
        phrase_field(
            &phrase,
            capital(phrase.arena, date_text(phrase.arena, &intervention->issued, DATE_PLAIN)),
            NAMED(intervention, issued));
    if (over)
        say_brief_end(&phrase, intervention);
    else if (!letter && !is_future(sheet->briefing, &intervention->issued))
        say_brief_state(&phrase, intervention);
    phrase_cite(&phrase, refs_join(phrase.arena, intervention->fact.source,
                                   over ? intervention->ended_source : (struct refs){0}));
    sheet_cell(sheet, phrase.inlines);
}

static void say_brief_helper(struct phrase *phrase, const struct intervention *intervention,
                             const struct helper *helper)
{
    phrase_field_after(phrase, ". ", FIELD_OF(helper, name));
    phrase_field_after(phrase, " (", FIELD_OF(helper, employer));
    phrase_addz(phrase, helper->employer.len ? ")" : "");
    if (helper->kind != HELPER_OTHER)
        phrase_addf(phrase, ", %s", helper_word(intervention, helper));
    bool later = helper->from.precision && !dates_may_be_one(&helper->from, &intervention->issued);
    if (later)
        phrase_plain_date(phrase, ", from ", FIELD_AT(helper, from));
    phrase_plain_date(phrase, later ? " to " : ", to ", FIELD_AT(helper, to));
    phrase_cite(phrase, helper->fact.source);
}

/* What led to it, and who carries it out. */
static struct phrase brief_story(struct composer *composer, const struct briefing *briefing,
                                 const struct intervention *intervention)
{
    struct phrase phrase = phrase_new(composer, briefing);
    for (size_t i = 0; i < intervention->triggered_by.count; i++)
        phrase_field_after(&phrase, i ? "; " : "After ",
                           cause_text(phrase.arena, &intervention->triggered_by.items[i]),
                           NAMED(intervention, triggered_by));
    for (size_t i = 0; i < intervention->people.count; i++)
        if (!str_holds(intervention->name, intervention->people.items[i].name))
            say_brief_helper(&phrase, intervention, &intervention->people.items[i]);
    return phrase;
}

static void add_brief_row(struct sheet *sheet, const struct intervention *intervention)
{
    struct phrase story = brief_story(sheet->composer, sheet->briefing, intervention);
    sheet_text(sheet, intervention_name(sheet->composer->arena, intervention),
               NAMED(intervention, kind))
        ->header = true;
    add_brief_time(sheet, intervention);
    if (sheet->column_count > 2)
        sheet_cell(sheet, story.inlines);
}

/* How long the council was in intervention, where that can be computed. */
static void set_time_in_all(struct composer *composer, const struct briefing *briefing)
{
    const struct measure *all = briefing->derived->months_in_intervention;
    struct phrase note = phrase_new(composer, briefing);
    if (!all || !all->value.known)
        return;
    phrase_addf(&note, "In intervention for " STR_FMT " in all", STR_ARG(all->text));
    if (all->base.len)
        phrase_addf(&note, ": " STR_FMT, STR_ARG(without_remarks(composer->arena, all->base)));
    phrase_stop(&note);
    set_note(composer, &note);
}

static void set_brief(struct composer *composer, const struct briefing *briefing,
                      const struct interventions_options *options)
{
    static const struct column columns[] = {{.weight = 440}, {.weight = 480}, {.weight = 780}};
    struct brief brief = brief_of(composer->arena, briefing, options->department);
    size_t told = 2;
    for (size_t i = 0; i < brief.count && told == 2; i++)
        told += brief_story(composer, briefing, brief.items[i]).inlines != NULL;
    struct sheet sheet = sheet_new(composer, briefing, columns, told);
    sheet.axis = true;
    sheet_heads(&sheet, (const char *const[]){"Intervention", "From and to",
                                              "Cause, and who carries it out"});
    for (size_t i = 0; i < brief.count; i++)
        add_brief_row(&sheet, brief.items[i]);
    sheet_set(&sheet, options->caption, "Interventions, in the order of time",
              caption_span(options));
    if (brief.count)
        set_time_in_all(composer, briefing);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct interventions_options *chosen = options;
    if (chosen->brief == ANSWER_YES) {
        set_brief(composer, briefing, chosen);
        return;
    }
    for (size_t i = 0; i < briefing->interventions.count; i++) {
        const struct intervention *one = &briefing->interventions.items[i];
        if (is_wanted(one, chosen->department))
            set_intervention(composer, briefing, one);
    }
}

const struct component component_interventions = {
    .name = "interventions",
    .doc =
        "Each intervention: dates, basis, what it requires, the commissioner and the tasks; with "
        "`brief` one table, a row for each, and how long the council was in intervention.",
    .example = "```interventions\nbrief: yes\n```\n",
    .options = &options_table,
    .compose = compose,
};
