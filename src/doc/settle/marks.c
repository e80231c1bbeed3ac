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

static struct span place_of(const struct difference *difference)
{
    const struct field *field = difference->changed;
    const struct record_head *head = difference->record;
    if (!field)
        return head->node ? head->node->span : (struct span){0};
    if (field->kind == FIELD_GRADES)
        return grade_span(difference);
    /* What is not written has the place of its record. */
    return is_list(field) || !record_states(head, field->name) ? (struct span){0}
                                                               : record_span(head, field);
}

static void add(struct arena *arena, struct marks *marks, const struct difference_list *list,
                const char *word)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct difference *difference = &list->items[i];
        if (!difference->record || !difference->table || is_own_text(difference->table))
            continue;
        const struct span at = place_of(difference);
        if (at.source)
            *LIST_ADD(arena, &marks->list) = (struct marked){at, word, !difference->changed};
    }
}

struct marks marks_of(struct arena *arena, const struct briefing *briefing)
{
    struct marks marks = {0};
    const struct since *since = briefing->since;
    if (!since)
        return marks;
    add(arena, &marks, &since->corrected, "corrected");
    add(arena, &marks, &since->happened, "new");
    add(arena, &marks, &since->recorded, "new");
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
        if (marks->told.items[i] == marked)
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

/* Is the word over, and no quotation, so that something may stand behind it? */
static bool is_over(const struct inline_node *next)
{
    if (!next || next->kind != INLINE_TEXT || !next->text.len)
        return true;
    const char byte = next->text.at[0];
    return !ascii_is_letter(byte) && !ascii_is_digit(byte) && byte != ':' && !str_starts(next->text, "\u2019") &&
           !str_starts(next->text, "\u201D");
}

struct str mark_behind(struct arena *arena, struct marks *marks, const struct inline_node *text)
{
    if (!text->origin.source || !text->text.len || !is_over(text->next))
        return STR_NONE;
    for (size_t i = 0; i < marks->list.count; i++) {
        const struct marked *marked = &marks->list.items[i];
        if (!is_at(marked, text->origin) || is_told(marks, marked))
            continue;
        *LIST_ADD(arena, &marks->told) = marked;
        return str_format(arena, "\u00A0(%s)", marked->word);
    }
    return STR_NONE;
}
