/* A specification: bound, checked, walked through record by record. */
#include "brief/spec.h"

#include "base/ascii.h"
#include "brief/brief_codes.h"
#include "brief/inspections.h"
#include "brief/lookup.h"
#include "brief/printed.h"
#include "data/bind/bind.h"

/* ---- visits every field that was written, in every record of a specification ---- */

struct walk {
    walk_visit *visit;
    void *data;
};

static void walk_record(const struct walk *walk, const struct record_table *table,
                        const void *record);

static void walk_records(const struct walk *walk, const struct record_table *table,
                         const struct records *records)
{
    for (size_t i = 0; i < records->count; i++)
        walk_record(walk, table, records_at(records, table, i));
}

static void walk_field(const struct walk *walk, const void *record,
                       const struct record_table *table, const struct field *field)
{
    const void *member = record_member(record, field);
    walk->visit(record, table, field, walk->data);
    if (field->kind == FIELD_RECORDS)
        walk_records(walk, field->of, member);
    else if (field->kind == FIELD_RECORD)
        walk_record(walk, field->of, *(const void *const *)member);
}

static void walk_record(const struct walk *walk, const struct record_table *table,
                        const void *record)
{
    for (const struct field *field = table->fields; record && field->name; field++)
        if (!field_is_derived(field))
            walk_field(walk, record, table, field);
}

void briefing_walk(const struct briefing *briefing, walk_visit *visit, void *data)
{
    struct walk walk = {visit, data};
    walk_record(&walk, &briefing_table, briefing);
}

/* ---- the specification stage ---- */

enum { FORMAT = 1 }; /* the major version of the program */

/* Is it a number of a format, and another than ours? Anything else is told when it is bound. */
static bool is_other_format(const struct node *format)
{
    struct str text = format && format->kind == NODE_SCALAR ? str_trim(format->text) : STR_NONE;
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_digit(text.at[i]))
            return false;
    return text.len && !str_is(text, "1");
}

const struct node *spec_renew(struct arena *arena, struct diags *diags, const struct node *root)
{
    const struct node *format = node_get(root, "format");
    if (!is_other_format(format))
        return keys_renewed(arena, diags, &briefing_table, root);
    struct diag *diag =
        diag_report(diags, &E256, format->span,
                    "this file is in format " STR_FMT ", and this program reads format %d",
                    STR_ARG(text_shown(arena, str_trim(format->text))), FORMAT);
    diag_hint(diags, diag, "build it with a later version of councilbrief");
    return NULL;
}

/* The front sheet as bound, or an empty one, with the day that the command line asks for. */
static const struct front_sheet *front_sheet_for(struct arena *arena,
                                                 const struct front_sheet *bound,
                                                 const struct node *root, const struct date *as_at)
{
    bool override = as_at && as_at->precision != DATE_UNKNOWN;
    if (bound && !override)
        return bound;
    struct front_sheet *sheet = ARENA_NEW(arena, struct front_sheet);
    if (bound)
        *sheet = *bound;
    else
        sheet->head.node = root;
    if (override)
        sheet->as_at = *as_at;
    return sheet;
}

static const struct council *empty_council(struct arena *arena, const struct node *root)
{
    struct council *council = ARENA_NEW(arena, struct council);
    council->head.node = root;
    return council;
}

struct briefing *spec_bind(struct arena *arena, struct diags *diags, const struct node *root,
                           const struct frameworks *frameworks, const struct date *as_at)
{
    struct bind_context context = {.arena = arena, .diags = diags, .frameworks = frameworks};
    struct briefing *briefing = ARENA_NEW(arena, struct briefing);
    root = inspections_in_order(diags, root, frameworks);
    bind_record(&context, &briefing_table, root, briefing);
    if (root->kind != NODE_MAP)
        return NULL;
    briefing->frameworks = frameworks;
    if (briefing->briefing)
        briefing->written_as_at = briefing->briefing->as_at;
    briefing->briefing = front_sheet_for(arena, briefing->briefing, root, as_at);
    if (!briefing->council)
        briefing->council = empty_council(arena, root);
    inspections_name(arena, briefing);
    developments_weigh(briefing);
    return briefing;
}

/* ---- one paper of it ---- */

static enum answer is_from(enum paper_length least, enum paper_length length)
{
    return length >= least ? ANSWER_YES : ANSWER_NO;
}

const struct briefing *spec_for_paper(struct arena *arena, const struct briefing *briefing,
                                      enum paper_length length, int fit, int squeeze)
{
    struct paper *paper = ARENA_NEW(arena, struct paper);
    paper->length = (int)length;
    paper->from_short = is_from(LENGTH_SHORT, length);
    paper->from_standard = is_from(LENGTH_STANDARD, length);
    paper->from_full = is_from(LENGTH_FULL, length);
    paper->fit = (struct whole){true, fit};
    paper->squeeze = (struct whole){true, squeeze};
    struct briefing *of_paper = ARENA_NEW(arena, struct briefing);
    *of_paper = *briefing;
    of_paper->paper = paper;
    of_paper->printed = briefing->printed ? printed_new(arena) : NULL;
    return of_paper;
}

struct str council_short_name(const struct council *council)
{
    return council->short_name.len ? council->short_name : council->name;
}

/* ---- what a grade rests on ---- */

struct refs reports_among(struct arena *arena, const struct briefing *briefing, struct refs sources)
{
    struct ref *reports = ARENA_ARRAY(arena, struct ref, sources.count);
    size_t count = 0;
    for (size_t i = 0; i < sources.count; i++) {
        size_t number = spec_ref_number(briefing, &sources.items[i]);
        if (number && briefing->sources.items[number - 1].kind == EVIDENCE_OFSTED_REPORT)
            reports[count++] = sources.items[i];
    }
    return count ? (struct refs){reports, count} : sources;
}
