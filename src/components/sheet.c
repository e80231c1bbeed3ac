/* A table under construction, cell by cell. */
#include "components/sheet.h"

const struct column term_columns[TERM_COLUMNS] = {{.weight = 2}, {.weight = 5}};

struct sheet sheet_new(struct flow *flow, const struct briefing *briefing,
                       const struct column *columns, size_t column_count)
{
    return (struct sheet){
        .flow = flow, .briefing = briefing, .columns = columns, .column_count = column_count};
}

struct cell *sheet_cell(struct sheet *sheet, const struct inline_node *inlines)
{
    struct cell *cell = LIST_ADD(flow_arena(sheet->flow), &sheet->cells);
    cell->inlines = inlines;
    return cell;
}

struct cell *sheet_text(struct sheet *sheet, struct str text, const void *record, const char *field)
{
    struct phrase phrase = phrase_new(sheet->flow, sheet->briefing);
    phrase_field(&phrase, text, record, field);
    return sheet_cell(sheet, phrase.inlines);
}

struct cell *sheet_date(struct sheet *sheet, const struct date *date, const void *record,
                        const char *field)
{
    struct arena *arena = flow_arena(sheet->flow);
    return sheet_text(sheet, capital(arena, date_text(arena, date, DATE_LONG)), record, field);
}

static void add_head(struct sheet *sheet, const char *word)
{
    struct phrase phrase = phrase_new(sheet->flow, sheet->briefing);
    phrase_addz(&phrase, word);
    sheet_cell(sheet, phrase.inlines)->header = true;
}

void sheet_heads(struct sheet *sheet, const char *const *words)
{
    for (size_t i = 0; i < sheet->column_count; i++)
        add_head(sheet, words[i]);
}

void sheet_term(struct sheet *sheet, const char *word)
{
    add_head(sheet, word);
}

void sheet_term_text(struct sheet *sheet, const char *word, struct str text, const void *record,
                     const char *field)
{
    if (!text.len)
        return;
    sheet_term(sheet, word);
    sheet_text(sheet, text, record, field);
}

void sheet_term_date(struct sheet *sheet, const char *word, const struct date *date,
                     const void *record, const char *field)
{
    if (date->precision == DATE_UNKNOWN)
        return;
    sheet_term(sheet, word);
    sheet_date(sheet, date, record, field);
}

static void set(struct sheet *sheet, struct str caption, const char *otherwise, struct span origin,
                size_t header_rows)
{
    size_t rows = sheet->cells.count / sheet->column_count;
    if (rows <= header_rows)
        return;
    struct str words = caption.len ? caption : str_from(otherwise);
    struct table table = {
        .caption = words.len ? inline_text(flow_arena(sheet->flow), words, origin) : NULL,
        .columns = sheet->columns,
        .column_count = sheet->column_count,
        .cells = sheet->cells.items,
        .row_count = rows,
        .header_rows = header_rows,
        .plain = header_rows == 0,
        .panel = sheet->panel,
        .origin = origin,
    };
    flow_table(sheet->flow, &table);
}

void sheet_set(struct sheet *sheet, struct str caption, const char *otherwise, struct span origin)
{
    set(sheet, caption, otherwise, origin, 1);
}

void sheet_set_plain(struct sheet *sheet, struct str caption, const char *otherwise,
                     struct span origin)
{
    set(sheet, caption, otherwise, origin, 0);
}

void set_note(struct flow *flow, const struct phrase *phrase)
{
    if (!phrase->inlines)
        return;
    flow_keep(flow);
    flow_paragraph(flow, STYLE_SMALL, phrase->inlines);
}

void set_lead_in(struct flow *flow, struct str text)
{
    struct arena *arena = flow_arena(flow);
    flow_paragraph(flow, STYLE_BODY,
                   inline_strong(arena, inline_text(arena, text, (struct span){0})));
    flow_keep(flow);
}

struct str caption_of_later(struct arena *arena, const struct briefing *briefing)
{
    struct str as_at = date_text(arena, &briefing->briefing->as_at, DATE_LONG);
    return str_format(arena, "Dated after " STR_FMT ", the day of this briefing", STR_ARG(as_at));
}
