/* Rules on the council: its codes, its time, who controls it, and whose the inspections are. */
#include "brief/lookup.h"
#include "data/data_codes.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

/* ---- codes ---- */

static bool all_digits(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
    return true;
}

/* What is wrong with a code, and what it should look like. */
static void report_code(const struct check *check, const char *field, const char *form)
{
    const struct council *council = check->briefing->council;
    struct diag *diag = diag_report(check->diags, &W244, record_span_of(council, field),
                                    "this does not look like such a code");
    diag_hint(check->diags, diag, "%s", form);
}

/* The first three characters of an ONS code say what kind of area it is for. */
static const struct {
    int type;
    const char *prefix;
} ons_prefixes[] = {
    {COUNCIL_COUNTY, "E10"},
    {COUNCIL_UNITARY, "E06"},
    {COUNCIL_METROPOLITAN, "E08"},
    {COUNCIL_LONDON_BOROUGH, "E09"},
};

static void check_prefix(const struct check *check, const struct council *council)
{
    for (size_t i = 0; i < sizeof ons_prefixes / sizeof *ons_prefixes; i++) {
        if (council->type != ons_prefixes[i].type ||
            str_starts(council->ons_code, ons_prefixes[i].prefix))
            continue;
        struct diag *diag = diag_report(check->diags, &W244, SPAN_OF(council, ons_code),
                                        "this code is not one of a council of that type");
        diag_hint(check->diags, diag, "its code begins with %s", ons_prefixes[i].prefix);
        diag_note(check->diags, diag, SPAN_OF(council, type), "the type is given here");
    }
}

static void council_codes_have_their_form(const struct check *check)
{
    const struct council *council = check->briefing->council;
    struct str la = council->la_code, ons = council->ons_code, urn = council->ofsted_urn;
    if (la.len && (la.len != 3 || !all_digits(la)))
        report_code(check, "la_code", "it has three digits, such as 926");
    if (urn.len && !all_digits(urn))
        report_code(check, "ofsted_urn", "it has only digits, such as 80418");
    if (!ons.len)
        return;
    if (ons.len != 9 || ons.at[0] != 'E' || !all_digits(str_part(ons, 1, ons.len)))
        report_code(check, "ons_code", "it is an E and eight digits, such as E10000020");
    else
        check_prefix(check, council);
}

/* ---- its time ---- */

static void council_still_exists(const struct check *check)
{
    const struct council *council = check->briefing->council;
    if (!is_past(check->briefing, &council->abolished) || council->successors.count)
        return;
    struct diag *diag = diag_report(check->diags, &W227, SPAN_OF(council, abolished),
                                    "the council was abolished before the day of the briefing");
    diag_hint(check->diags, diag, "name the councils that replaced it as `successors`");
}

/* `early` is reported only where there are some. */
static void hint_at_predecessor(const struct check *check, struct diag *diag,
                                const struct council *council)
{
    const struct relation *first = &council->predecessors.items[0];
    if (council->predecessors.count == 1)
        diag_hint(check->diags, diag, "write `of: " STR_FMT "` if that is who was inspected",
                  STR_ARG(text_shown(check->diags->arena, first->name)));
    else
        diag_hint(check->diags, diag, "write under `of` which of its predecessors was inspected");
}

static void check_inspection(const struct check *check, const struct inspection *inspection,
                             const struct date *from, const struct date *to)
{
    struct date start = period_start(&inspection->fieldwork);
    bool early = date_surely_after(from, inspection_date(inspection));
    bool late = date_surely_after(&start, to);
    if (inspection->of.len || (!early && !late))
        return;
    bool known = inspection->published.precision != DATE_UNKNOWN;
    bool published = known && inspection->fieldwork.precision == DATE_UNKNOWN;
    struct diag *diag = diag_report(
        check->diags, &E228, record_span_of(inspection, early && known ? "published" : "fieldwork"),
        early ? published ? "the council did not exist yet when the report of `" STR_FMT
                            "` was published"
                          : "the council did not exist yet when `" STR_FMT "` took place"
              : "the council no longer existed when `" STR_FMT "` took place",
        STR_ARG(inspection->id));
    const struct council *council = check->briefing->council;
    if (early)
        hint_at_predecessor(check, diag, council);
    diag_note(check->diags, diag, record_span_of(council, early ? "predecessors" : "abolished"),
              early ? "it took over from others here" : "it was abolished here");
}

/* The day on which it took over from the councils before it; absent when it always was. */
struct date council_began(const struct council *council)
{
    struct date first = {.precision = DATE_UNKNOWN};
    for (size_t i = 0; i < council->predecessors.count; i++) {
        const struct relation *one = &council->predecessors.items[i];
        if (one->date.precision == DATE_UNKNOWN)
            return (struct date){.precision = DATE_UNKNOWN};
        if (first.precision == DATE_UNKNOWN || one->date.first < first.first)
            first = one->date;
    }
    return first;
}

static void check_successor(const struct check *check, const struct council *council,
                            const struct relation *successor)
{
    if (!date_surely_after(&council->abolished, &successor->date) &&
        !date_surely_after(&successor->date, &council->abolished))
        return;
    struct diag *diag = diag_report(check->diags, &E228, SPAN_OF(successor, date),
                                    "a successor takes over on the day of abolition");
    diag_hint(
        check->diags, diag,
        "`abolished` is the first day without the council, not its last: the day on which its "
        "successors take over");
    diag_note(check->diags, diag, SPAN_OF(council, abolished), "the council is abolished here");
}

static void council_existed_when_inspected(const struct check *check)
{
    const struct council *council = check->briefing->council;
    const struct date from = council_began(council);
    for (size_t i = 0; i < council->successors.count; i++)
        check_successor(check, council, &council->successors.items[i]);
    const struct inspection_list *inspections = &check->briefing->inspections;
    for (size_t i = 0; i < inspections->count; i++)
        check_inspection(check, &inspections->items[i], &from, &council->abolished);
}

/* ---- whose inspections they are ---- */

static void report_itself(const struct check *check, const void *record,
                          const struct former_name *former)
{
    struct diag *diag =
        diag_report(check->diags, &E237, record_span_of(record, "of"),
                    "this is the council itself%s", former ? ", by a former name" : "");
    diag_hint(check->diags, diag, "leave `of` out: it is for other bodies");
    diag_note(check->diags, diag,
              former ? SPAN_OF(former, name) : SPAN_OF(check->briefing->council, name),
              "its %sname is here", former ? "former " : "");
}

static const struct former_name *former_name_called(const struct council *council, struct str name)
{
    for (size_t i = 0; i < council->former_names.count; i++)
        if (str_alike(council->former_names.items[i].name, name))
            return &council->former_names.items[i];
    return NULL;
}

/* Else a reader would be told of a change that there was not, or of the council before it twice. */
static void former_names_are_former(const struct check *check)
{
    const struct council *council = check->briefing->council;
    for (size_t i = 0; i < council->former_names.count; i++) {
        const struct former_name *former = &council->former_names.items[i];
        bool present = str_alike(former->name, council->name);
        if (!present && !predecessor_called(council, former->name))
            continue;
        struct diag *diag = diag_report(check->diags, &W369, SPAN_OF(former, name),
                                        present ? "the council is called so now"
                                                : "a predecessor is called so too");
        if (present)
            diag_hint(check->diags, diag, "write the name that it had before, or delete it");
        else
            diag_hint(check->diags, diag,
                      "keep one: `predecessors` is for another council, "
                      "`former_names` for this one");
    }
}

/* A predecessor whose name is misspelt would be shown as some other body. */
static void check_predecessor(const struct check *check, const void *record, struct str of)
{
    const struct relation_list *predecessors = &check->briefing->council->predecessors;
    const char **names = ARENA_ARRAY(check->diags->arena, const char *, predecessors->count);
    for (size_t i = 0; i < predecessors->count; i++) {
        const struct relation *one = &predecessors->items[i];
        names[i] = str_z(check->diags->arena, one->name);
    }
    const char *nearest = diag_nearest(of, names, predecessors->count, sizeof *names);
    if (!nearest)
        return;
    struct diag *diag = diag_report(check->diags, &W253, record_span_of(record, "of"),
                                    "no predecessor is called `" STR_FMT "`",
                                    STR_ARG(text_shown(check->diags->arena, of)));
    diag_hint(check->diags, diag, "did you mean `%s`?", nearest);
    diag_suggest(check->diags, diag, diag->span, str_from(nearest));
    diag_note(check->diags, diag, SPAN_OF(check->briefing->council, predecessors),
              "the predecessors are named here");
}

void check_body(const struct check *check, const void *record, struct str of)
{
    const struct council *council = check->briefing->council;
    if (!of.len)
        return;
    if (str_alike(of, council->name) ||
        (council->short_name.len && str_alike(of, council->short_name)))
        report_itself(check, record, NULL);
    else if (former_name_called(council, of))
        report_itself(check, record, former_name_called(council, of));
    else if (!predecessor_called(council, of))
        check_predecessor(check, record, of);
}

static void body_is_another(const struct check *check, const struct inspection *inspection)
{
    check_body(check, inspection, inspection->of);
}

/* What the council's grade rests on names its framework; other bodies may have been inspected under
   one that is not known here. */
static void inspection_names_its_framework(const struct check *check,
                                           const struct inspection *inspection)
{
    if (!node_is_absent(node_get(inspection->fact.head.node, "framework")) || inspection->of.len ||
        inspection->scope.len)
        return;
    struct diag *diag =
        diag_report(check->diags, &W201, SPAN_OF(inspection, id),
                    "`framework` is missing from the inspection `" STR_FMT "`, which sets no grade",
                    STR_ARG(inspection->id));
    diag_hint(check->diags, diag,
              "for example `framework: SIF`; where another body was inspected, name it: `of: ...`");
}

static void scope_is_less_than_all(const struct check *check, const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(check->briefing, inspection);
    if (!inspection->scope.len || inspection->of.len || !framework || framework->full != ANSWER_YES)
        return;
    struct diag *diag = diag_report(
        check->diags, &W254, SPAN_OF(inspection, scope),
        "with a `scope`, `" STR_FMT "` does not set the council’s grade", STR_ARG(inspection->id));
    diag_hint(check->diags, diag,
              "delete it if all that the framework judges was inspected; else leave it");
}

/* ---- who controls it ---- */

static void check_control(const struct check *check, const struct control *control)
{
    if (!date_surely_after(&control->from, &control->to))
        return;
    struct diag *diag = diag_report(check->diags, &E228, SPAN_OF(control, to),
                                    "this political control ends before it begins");
    diag_note(check->diags, diag, SPAN_OF(control, from), "it begins here");
}

/* Surely, whichever way their dates are read; `second` is the one that begins later. One that has
   no end lasts until the next begins. */
static bool overlap(const struct control *first, const struct control *second)
{
    const struct date *from = &first->from, *next = &second->from;
    if (from->precision == DATE_UNKNOWN || next->precision == DATE_UNKNOWN ||
        first->to.precision == DATE_UNKNOWN || from->last > next->last)
        return false;
    bool open = second->to.precision == DATE_UNKNOWN;
    bool before_it_ends = open ? next->first >= from->first : next->last < second->to.first;
    return before_it_ends && next->last < first->to.first;
}

static void check_overlap(const struct check *check, const struct control *a,
                          const struct control *b)
{
    if (!overlap(a, b) && !overlap(b, a))
        return;
    struct diag *diag = diag_report(check->diags, &W374, SPAN_OF(b, party),
                                    "`" STR_FMT "` controls the council while `" STR_FMT "` does",
                                    STR_ARG(text_shown(check->diags->arena, b->party)),
                                    STR_ARG(text_shown(check->diags->arena, a->party)));
    diag_hint(check->diags, diag, "correct `from` or `to` of one of them");
    diag_note(check->diags, diag, SPAN_OF(a, party), "the other is here");
}

static void control_is_by_one_at_a_time(const struct check *check)
{
    const struct control_list *all = &check->briefing->council->control;
    for (size_t i = 0; i < all->count; i++) {
        check_control(check, &all->items[i]);
        for (size_t k = 0; k < i; k++)
            check_overlap(check, &all->items[k], &all->items[i]);
    }
}

/* ---- what holds, and why ---- */

const struct rule council_rules[] = {
    {CODES_OF(&W227), .holds = "a council that was abolished names its successors",
     .evidence = "Older briefings about it stay right, so it is no error.",
     .briefing = council_still_exists},
    {CODES_OF(&E228),
     .holds = "a council is not inspected before it begins or after it is abolished",
     .evidence = "Its dates are set by law.", .briefing = council_existed_when_inspected},
    {CODES_OF(&W244), .holds = "the codes of the council have their form and fit its type",
     .evidence = "They are printed and matched, and every code of the 153 councils has this form.",
     .briefing = council_codes_have_their_form},
    {CODES_OF(&W369), .holds = "a former name is this council's, and not its present one",
     .evidence = "What was found under a former name is its own; a predecessor's is not.",
     .briefing = former_names_are_former},
    {CODES_OF(&E237, &W253), .holds = "`of` names a body other than the council",
     .evidence =
         "A predecessor’s grade is not the council’s; another body may have a name like it.",
     .inspection = body_is_another},
    {CODES_OF(&W201), .holds = "an inspection names its framework",
     .evidence = "Only a framework for full inspections lets a record set the council’s grade.",
     .inspection = inspection_names_its_framework},
    {CODES_OF(&W254), .holds = "a full inspection has no scope",
     .evidence = "What is less than the framework judges does not set the council’s grade.",
     .inspection = scope_is_less_than_all},
    {CODES_OF(&E228, &W374), .holds = "one party or coalition controls the council at a time",
     .evidence = "Control changes on a day: at an election or a meeting of the council.",
     .briefing = control_is_by_one_at_a_time},
    {.codes = NULL},
};
