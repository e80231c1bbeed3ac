/* Which values are new or corrected, by the places in the specification that they come from. */
#include "doc/settle/settle.h"

#include "base/ascii.h"
#include "brief/since.h"

#include <string.h>

/* ---- the places of what changed ---- */

/* An officer's own pages stay as they were written. */
static bool is_own_text(const struct record_table *table)
{
    return table == &narrative_table || table == &own_section_table ||
           table == &front_sheet_table || table == &evidence_table;
}

/* The grade of "judgements.adoption". */
static struct span grade_span(const struct difference *difference)
{
    const struct grades *grades = record_member(difference->record, difference->changed);
    size_t dot = str_find(difference->field, '.', 0);
    struct str judgement = str_part(difference->field, dot + 1, difference->field.len);
    for (size_t i = 0; dot < difference->field.len && i < grades->count; i++)
        if (str_equal(grades->items[i].judgement, judgement))
            return grades->items[i].grade_span;
    return (struct span){0};
}

/* A list of records or texts: nobody can tell which of its items is meant. */
static bool is_list(const struct field *field)
{
    return field->kind == FIELD_RECORDS || field->kind == FIELD_RECORD ||
           field->kind == FIELD_TEXTS || field->kind == FIELD_WHOLES || field->kind == FIELD_REFS;
}

/* Where the value of a field is written; nowhere where it is not, or where nobody can tell. */
static struct span field_place(const struct difference *difference)
{
    const struct field *field = difference->changed;
    if (field->kind == FIELD_GRADES)
        return grade_span(difference);
    return is_list(field) || !record_states(difference->record, field->name)
               ? (struct span){0}
               : record_span(difference->record, field);
}

/* ---- all of them ---- */

struct marking {
    struct arena *arena;
    struct marks *marks;
    const struct source *specification;
    const char *word;
};

/* What a mapping says holds for every row of its table, and is no value of one record. */
static void add_place(const struct marking *marking, const struct difference *difference,
                      struct span at, bool whole)
{
    if (at.source && (at.source == marking->specification || at.source->kind == SOURCE_TABLE))
        *LIST_ADD(marking->arena, &marking->marks->list) =
            (struct marked){difference, at, marking->word, whole};
}

/* The cells that a record has values from lie anywhere in their rows. Calls itself no deeper than
   the values are nested. */
static void add_cells(const struct marking *marking, const struct difference *difference,
                      const struct node *node)
{
    if (node->kind == NODE_SCALAR && node->span.source && node->span.source->kind == SOURCE_TABLE)
        add_place(marking, difference, node->span, false);
    for (size_t i = 0; node->kind == NODE_LIST && i < node->count; i++)
        add_cells(marking, difference, node->items[i]);
    for (size_t i = 0; node->kind == NODE_MAP && i < node->count; i++)
        if (node->pairs[i].value)
            add_cells(marking, difference, node->pairs[i].value);
}

static void add_whole(const struct marking *marking, const struct difference *difference)
{
    const struct record_head *head = difference->record;
    if (!head->node)
        return;
    if (!head->node->from_table)
        add_place(marking, difference, head->node->span, true);
    add_cells(marking, difference, head->node);
}

static void add(const struct marking *marking, const struct difference_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct difference *difference = &list->items[i];
        if (!difference->record || !difference->table || is_own_text(difference->table))
            continue;
        if (difference->changed)
            add_place(marking, difference, field_place(difference), false);
        else
            add_whole(marking, difference);
    }
}

struct marks marks_of(struct arena *arena, const struct briefing *briefing)
{
    struct marks marks = {0};
    const struct since *since = briefing->since;
    struct marking marking = {.arena = arena, .marks = &marks, .word = "corrected"};
    if (!since)
        return marks;
    marking.specification = SPAN_OF(briefing->council, name).source;
    add(&marking, &since->corrected);
    marking.word = "new";
    add(&marking, &since->happened);
    add(&marking, &since->recorded);
    return marks;
}

/* ---- once in a block ---- */

void marks_begin_block(struct marks *marks)
{
    marks->told.count = marks->kept = 0;
}

void marks_begin_row(struct marks *marks)
{
    marks->told.count = marks->kept;
}

void marks_keep_heads(struct marks *marks)
{
    marks->kept = marks->told.count;
}

static bool is_told(const struct marks *marks, const struct marked *marked)
{
    for (size_t i = 0; i < marks->told.count; i++)
        if (marks->told.items[i] == marked->difference)
            return true;
    return false;
}

/* ---- values ---- */

static bool is_at(const struct marked *marked, struct span span)
{
    if (span.source != marked->at.source)
        return false;
    return marked->whole ? span.start >= marked->at.start && span.end <= marked->at.end
                         : span.start == marked->at.start && span.end == marked->at.end;
}

/* Is the word over, so that something may stand behind it? Not in a quotation, nor between
   brackets, nor where it is the label of what follows. */
static bool is_over(const struct inline_node *next)
{
    static const char *const goes_on[] = {":", ")", "\u2019", "\u201D"};
    if (!next || next->kind != INLINE_TEXT || !next->text.len)
        return true;
    const char byte = next->text.at[0];
    bool over = !ascii_is_letter(byte) && !ascii_is_digit(byte);
    for (size_t i = 0; i < sizeof goes_on / sizeof *goes_on; i++)
        over = over && !str_starts(next->text, goes_on[i]);
    return over;
}

struct str mark_behind(struct arena *arena, struct marks *marks, const struct inline_node *text)
{
    if (!text->origin.source || !text->text.len || !is_over(text->next))
        return STR_NONE;
    for (size_t i = 0; i < marks->list.count; i++) {
        const struct marked *marked = &marks->list.items[i];
        if (!is_at(marked, text->origin) || is_told(marks, marked))
            continue;
        *LIST_ADD(arena, &marks->told) = marked->difference;
        return str_format(arena, "\u00A0(%s)", marked->word);
    }
    return STR_NONE;
}
