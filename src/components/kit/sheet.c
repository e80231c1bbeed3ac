/* A table under construction, cell by cell; and the options that several components share. */
#include "components/kit/kit.h"

const struct column term_columns[TERM_COLUMNS] = {{.weight = 2}, {.weight = 5}};

struct sheet sheet_new(struct composer *composer, const struct briefing *briefing,
                       const struct column *columns, size_t column_count)
{
    return (struct sheet){.composer = composer,
                          .briefing = briefing,
                          .columns = columns,
                          .column_count = column_count};
}

struct cell *sheet_cell(struct sheet *sheet, const struct inline_node *inlines)
{
    struct cell *cell = LIST_ADD(sheet->composer->arena, &sheet->cells);
    cell->inlines = inlines;
    return cell;
}

struct cell *sheet_text(struct sheet *sheet, struct str text, const void *record, const char *field)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, text, record, field);
    return sheet_cell(sheet, phrase.inlines);
}

struct cell *sheet_date(struct sheet *sheet, const struct date *date, const void *record,
                        const char *field)
{
    struct arena *arena = sheet->composer->arena;
    return sheet_text(sheet, capital(arena, date_text(arena, date, DATE_LONG)), record, field);
}

static void add_head(struct sheet *sheet, const char *word)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
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

/* `form`: what kind of table it is. */
static void set(struct sheet *sheet, struct str caption, const char *otherwise, struct span origin,
                struct table form)
{
    size_t rows = sheet->cells.count / sheet->column_count;
    if (rows <= form.header_rows)
        return;
    struct str words = caption.len ? caption : str_from(otherwise);
    form.caption = words.len ? inline_text(sheet->composer->arena, words, origin) : NULL;
    form.columns = sheet->columns;
    form.column_count = sheet->column_count;
    form.cells = sheet->cells.items;
    form.row_count = rows;
    form.axis = sheet->axis;
    form.origin = origin;
    compose_table(sheet->composer, &form);
}

void sheet_set(struct sheet *sheet, struct str caption, const char *otherwise, struct span origin)
{
    set(sheet, caption, otherwise, origin, (struct table){.header_rows = 1});
}

void sheet_set_plain(struct sheet *sheet, struct str caption, const char *otherwise,
                     struct span origin)
{
    set(sheet, caption, otherwise, origin, (struct table){.plain = true});
}

void sheet_set_pairs(struct sheet *sheet, struct str caption, const char *otherwise,
                     struct span origin)
{
    set(sheet, caption, otherwise, origin, (struct table){.pairs = true});
}

void set_note(struct composer *composer, const struct phrase *phrase)
{
    compose_note(composer, phrase->inlines);
}

void set_lead_in(struct composer *composer, struct str text)
{
    struct arena *arena = composer->arena;
    struct inline_node *words = inline_text(arena, text, (struct span){0});
    compose_paragraph(composer, inline_strong(arena, words))->keeps_next = true;
}

void part_open(struct composer *composer, struct str heading, struct span origin)
{
    compose_part_open(composer, inline_text(composer->arena, heading, origin));
}

struct str caption_of_later(struct arena *arena, const struct briefing *briefing)
{
    struct str as_at = date_text(arena, &briefing->briefing->as_at, DATE_LONG);
    return str_format(arena, "Dated after " STR_FMT ", the day of this briefing", STR_ARG(as_at));
}
