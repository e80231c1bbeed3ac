/* Where a word of a text was written, for diagnostics that name it. */
#include "base/ascii.h"
#include "brief/briefing.h"
#include "doc/composed.h"

/* A label may begin a line, and has a capital letter there. */
static bool holds(struct str text, struct str word)
{
    for (size_t at = 0; at + word.len <= text.len; at++) {
        size_t same = 0;
        while (same < word.len && ascii_is_same(text.at[at + same], word.at[same]))
            same++;
        if (same == word.len)
            return true;
    }
    return false;
}

/* Where one of the record's texts has the word; nowhere when none has. */
static struct span place_in(const void *record, const struct record_table *table, struct str word)
{
    for (const struct field *field = table->fields; field->name; field++)
        if (field->kind == FIELD_TEXT && !field_is_derived(field) &&
            holds(*(const struct str *)record_member(record, field), word))
            return record_span(record, field);
    return (struct span){0};
}

static struct span place_among(const struct records *records, const struct record_table *table,
                               struct str word)
{
    struct span span = {0};
    for (size_t i = 0; i < records->count && !span.source; i++)
        span = place_in(records_at(records, table, i), table, word);
    return span;
}

static struct span place_in_frameworks(const struct frameworks *frameworks, struct str word)
{
    struct span span = place_among(&frameworks->grades.untyped, &grade_table, word);
    if (!span.source)
        span = place_among(&frameworks->frameworks.untyped, &framework_table, word);
    for (size_t i = 0; i < frameworks->frameworks.count && !span.source; i++) {
        const struct framework *framework = &frameworks->frameworks.items[i];
        span = place_among(&framework->judgements.untyped, &judgement_table, word);
    }
    return span;
}

struct span document_word_place(const struct document *document, struct str word,
                                struct span origin)
{
    const struct briefing *briefing = document->briefing;
    if (!word.len || !briefing || holds(span_text(origin), word))
        return origin;
    struct span span = {0};
    if (briefing->frameworks)
        span = place_in_frameworks(briefing->frameworks, word);
    if (!span.source)
        span = origin;
    /* A word in no file was written by the program, about this council if about any. */
    return span.source || !briefing->council ? span : SPAN_OF(briefing->council, name);
}
