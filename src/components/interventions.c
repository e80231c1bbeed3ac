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
    sheet_set_plain(&sheet, title_of(composer->arena, intervention), "",
                    SPAN_OF(intervention, kind));
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
    set_lead_in(composer, lead_in);
    compose_list_open(composer, true, true);
    for (size_t i = 0; i < requirements->count; i++)
        set_requirement(composer, briefing, &requirements->items[i], whole);
    compose_close(composer);
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
    set_terms(composer, briefing, intervention);
    set_findings(composer, briefing, "What it says", &intervention->findings, &intervention->fact);
    set_requirements(composer, briefing, STR("What it requires"), &intervention->requirements,
                     &intervention->fact);
    for (size_t i = 0; i < intervention->people.count; i++)
        set_tasks(composer, briefing, intervention, &intervention->people.items[i]);
}

struct interventions_options {
    struct record_head head;
    struct str department;
};

static const struct field fields[] = {
    FIELD(struct interventions_options, department, FIELD_TEXT, OPTIONAL,
          .doc = "Only what this department did; all where it is left out.",
          .example = "Department for Education"),
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

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct interventions_options *chosen = options;
    for (size_t i = 0; i < briefing->interventions.count; i++) {
        const struct intervention *one = &briefing->interventions.items[i];
        if (is_wanted(one, chosen->department))
            set_intervention(composer, briefing, one);
    }
}

const struct component component_interventions = {
    .name = "interventions",
    .doc = "Each intervention: dates, basis, what it requires, the commissioner and the tasks.",
    .example = "```interventions\n```\n",
    .options = &options_table,
    .compose = compose,
};
