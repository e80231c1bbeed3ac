/* Reads CSV into cells, each a place in the source whose text is made only when it is asked for. */
#include "files/csv.h"

#include "base/limits.h"
#include "base/unseen.h"
#include "diag/diag.h"
#include "files/csv_columns.h"
#include "files/files_codes.h"
#include "files/input.h"

struct reader {
    struct arena *arena;
    struct diags *diags;
    const struct source *source;
    size_t at;
    struct csv_cell *cells; /* room for as many as there can be */
    size_t count;
    size_t columns;                  /* 0 before the header */
    const struct csv_wanted *wanted; /* NULL: the first row names the columns */
    bool stopped;                    /* after a fault past which rows cannot be told apart */
};

static struct span span_of(const struct source *source, struct csv_cell cell)
{
    return (struct span){source, cell.start, cell.end};
}

static struct span span_from(const struct reader *reader, size_t start, size_t end)
{
    return (struct span){reader->source, (uint32_t)start, (uint32_t)end};
}

static char byte_at(const struct reader *reader, size_t at)
{
    return at < reader->source->text.len ? reader->source->text.at[at] : '\n';
}

/* A line feed, the two bytes before which a row ends, or the end of the text. */
static bool ends_row(const struct reader *reader, size_t at)
{
    return byte_at(reader, at) == '\n' ||
           (byte_at(reader, at) == '\r' && byte_at(reader, at + 1) == '\n');
}

static bool ends_cell(const struct reader *reader, size_t at)
{
    return byte_at(reader, at) == ',' || ends_row(reader, at);
}

/* ---- cells ---- */

static void report_beside(struct reader *reader, size_t start, size_t end, const char *what)
{
    struct diag *diag =
        diag_report(reader->diags, &E123, span_from(reader, start, end), "%s", what);
    diag_hint(reader->diags, diag,
              "put the whole cell in quotation marks, and double those inside: \"a \"\"b\"\" c\"");
}

/* Moves past the closing quotation mark; false when there is none. */
static bool skip_quoted(struct reader *reader)
{
    struct str text = reader->source->text;
    size_t open = reader->at;
    for (size_t at = open + 1; (at = str_find(text, '"', at)) < text.len; at += 2) {
        if (at + 1 < text.len && text.at[at + 1] == '"')
            continue;
        reader->at = at + 1;
        return true;
    }
    struct diag *diag = diag_report(reader->diags, &E122, span_from(reader, open, open + 1),
                                    "this quotation mark is never closed");
    diag_hint(reader->diags, diag, "close it with another one, in front of the next comma");
    reader->stopped = true;
    return false;
}

static void skip_to_end_of_cell(struct reader *reader)
{
    while (!ends_cell(reader, reader->at))
        reader->at++;
}

/* `="001"` keeps a spreadsheet from taking a code for a number. */
static bool is_kept_text(const struct reader *reader, size_t at)
{
    return byte_at(reader, at) == '=' && byte_at(reader, at + 1) == '"';
}

static void read_cell(struct reader *reader)
{
    size_t start = reader->at;
    reader->at += is_kept_text(reader, start);
    bool quoted = byte_at(reader, reader->at) == '"';
    if (quoted && !skip_quoted(reader))
        return;
    size_t plain = reader->at;
    skip_to_end_of_cell(reader);
    struct str rest = str_part(reader->source->text, plain, reader->at);
    if (quoted && rest.len)
        report_beside(reader, plain, reader->at, "there is text behind the closing quotation mark");
    else if (!quoted && str_find(rest, '"', 0) < rest.len)
        report_beside(reader, start, reader->at, "there is a quotation mark inside this cell");
    reader->cells[reader->count++] = (struct csv_cell){(uint32_t)start, (uint32_t)reader->at};
}

/* ---- rows ---- */

/* A row without any text: an empty line, or the commas that a spreadsheet leaves at its end. */
static bool is_blank(const struct reader *reader, size_t first)
{
    for (size_t i = first; i < reader->count; i++)
        if (unseen_trim(span_text(span_of(reader->source, reader->cells[i]))).len)
            return false;
    return true;
}

static void report_ragged(struct reader *reader, size_t first)
{
    const struct csv_cell *cells = reader->cells;
    size_t count = reader->count - first;
    struct csv_cell last = cells[reader->count - 1];
    struct diag *diag =
        diag_report(reader->diags, &E121, span_from(reader, cells[first].start, last.end),
                    "this row has %zu cell%s, and the table %zu column%s", count,
                    count == 1 ? "" : "s", reader->columns, reader->columns == 1 ? "" : "s");
    diag_hint(reader->diags, diag,
              count > reader->columns ? "put a cell that holds a comma in quotation marks"
                                      : "write a comma for each empty cell");
    diag_note(reader->diags, diag,
              span_from(reader, cells[0].start, cells[reader->columns - 1].end),
              "the columns are named here");
}

/* Most of the cells of a row with names hold one; a title over the table stands in one or two. */
static void report_title(struct reader *reader, size_t first)
{
    const struct csv_cell *cells = reader->cells;
    struct diag *diag = diag_report(
        reader->diags, &E124, span_from(reader, cells[0].start, cells[reader->columns - 1].end),
        "the first row must name the columns, and this one does not");
    diag_hint(reader->diags, diag, "delete what stands above the row with their names");
    diag_note(reader->diags, diag,
              span_from(reader, cells[first].start, cells[reader->count - 1].end),
              "this row has %zu cells", reader->count - first);
    reader->stopped = true;
}

/* Takes the empty cells off the end of a row that has too many. */
static void drop_empty_end(struct reader *reader, size_t first)
{
    while (reader->count - first > reader->columns && is_blank(reader, reader->count - 1))
        reader->count--;
}

/* What was read of a row stays, or is taken back. */
static void end_row(struct reader *reader, size_t first)
{
    bool header = reader->columns == 0;
    if (is_blank(reader, first)) {
        reader->count = first;
        return;
    }
    if (header) {
        reader->columns = reader->count;
        return;
    }
    drop_empty_end(reader, first);
    size_t cells = reader->count - first;
    if (cells == reader->columns)
        return;
    if (first == reader->columns && cells > 2 * reader->columns)
        report_title(reader, first);
    else
        report_ragged(reader, first);
    reader->count = first;
}

/* To the end of the row; false when cells cannot be told apart any more. */
static bool read_cells(struct reader *reader)
{
    for (;;) {
        read_cell(reader);
        if (reader->stopped)
            return false;
        if (byte_at(reader, reader->at) != ',')
            break;
        reader->at++;
    }
    reader->at += byte_at(reader, reader->at) == '\r' ? 2 : 1;
    return true;
}

static void read_row(struct reader *reader)
{
    size_t first = reader->count;
    if (read_cells(reader))
        end_row(reader, first);
}

/* ---- the header ---- */

static struct str text_of(struct arena *arena, const struct source *source, struct csv_cell cell)
{
    struct str text = span_text(span_of(source, cell));
    bool kept = str_starts(text, "=\"") && str_ends(text, "\"") && text.len > 2;
    if (kept)
        text = str_part(text, 1, text.len);
    if (!str_starts(text, "\""))
        return unseen_trim(text);
    text = unseen_trim(str_part(text, 1, text.len - 1));
    if (str_starts(text, "=\"\"") && str_ends(text, "\"\"") && text.len > 4)
        text = str_part(text, 3, text.len - 2);
    if (str_find(text, '"', 0) == text.len)
        return text;
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < text.len; i++) {
        buf_byte(&out, text.at[i]);
        i += text.at[i] == '"'; /* the second of two */
    }
    return buf_str(&out);
}

/* ---- the columns ---- */

/* How many cells at the end of each row hold nothing, names included. */
static size_t empty_at_end(const struct reader *reader)
{
    size_t empty = reader->columns;
    for (size_t row = 0; row < reader->count / reader->columns && empty; row++) {
        const struct csv_cell *end = reader->cells + (row + 1) * reader->columns;
        size_t here = 0;
        while (here < empty &&
               !unseen_trim(span_text(span_of(reader->source, end[-1 - (ptrdiff_t)here]))).len)
            here++;
        empty = here;
    }
    return empty;
}

/* A spreadsheet writes columns in which something once stood; they hold nothing. */
static void drop_empty_columns(struct reader *reader)
{
    size_t empty = empty_at_end(reader), kept = reader->columns - empty;
    if (!empty || !kept)
        return;
    size_t rows = reader->count / reader->columns;
    for (size_t row = 0; row < rows; row++)
        for (size_t i = 0; i < kept; i++)
            reader->cells[row * kept + i] = reader->cells[row * reader->columns + i];
    reader->columns = kept;
    reader->count = rows * kept;
}

static bool check_columns(struct reader *reader)
{
    if (!reader->columns) {
        struct diag *diag = diag_report(reader->diags, &E106, span_from(reader, 0, 0),
                                        "there is nothing in this table");
        diag_hint(reader->diags, diag, "begin with a row that names the columns");
        return false;
    }
    if (reader->columns <= LIMIT_TABLE_COLUMNS)
        return true;
    struct diag *diag = diag_report(reader->diags, &E125,
                                    span_of(reader->source, reader->cells[LIMIT_TABLE_COLUMNS]),
                                    "the table has more than %d columns", LIMIT_TABLE_COLUMNS);
    diag_hint(reader->diags, diag, "delete the columns that are not needed");
    return false;
}

/* A name may be broken over lines within its cell, or typed with spaces of another kind. */
static struct str as_name(struct arena *arena, struct str text)
{
    text = unseen_plain(arena, text);
    if (str_find(text, '\n', 0) == text.len && str_find(text, '\r', 0) == text.len)
        return text;
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < text.len; i++) {
        bool blank = text.at[i] == '\n' || text.at[i] == '\r' || text.at[i] == ' ';
        if (!blank)
            buf_byte(&out, text.at[i]);
        else if (out.len && out.at[out.len - 1] != ' ')
            buf_byte(&out, ' ');
    }
    return buf_str(&out);
}

/* ---- the row that names the columns ---- */

/* How many of the wanted names the next row holds; the reader stands after it then. */
static size_t names_in_row(struct reader *reader)
{
    size_t first = reader->count, found = 0;
    if (!read_cells(reader))
        return 0;
    for (size_t i = first; i < reader->count; i++) {
        struct str text = text_of(reader->arena, reader->source, reader->cells[i]);
        found += csv_is_wanted(reader->wanted, as_name(reader->arena, text));
    }
    reader->count = first;
    return found;
}

/* Not a fault of one column: the table is another one, or has lost its names. */
static void report_no_header(struct reader *reader, size_t start)
{
    size_t end = str_find(reader->source->text, '\n', start);
    struct buf names = {.arena = reader->arena};
    enum { NAMED = 3 };
    for (size_t i = 0; i < reader->wanted->count && i < NAMED; i++)
        buf_addf(&names, "%s`" STR_FMT "`", i ? ", " : "", STR_ARG(reader->wanted->names[i]));
    struct diag *diag =
        diag_report(reader->diags, &E274, span_from(reader, start, end),
                    "no row of this table names the columns that its mapping reads");
    diag_hint(reader->diags, diag,
              "put back the row with their names, such as " STR_FMT
              ", or name the mapping for this kind of table",
              STR_ARG(buf_str(&names)));
    reader->stopped = true;
}

static void report_no_line(struct reader *reader)
{
    struct diag *diag = diag_report(reader->diags, &E274, span_from(reader, 0, 0),
                                    "the table has no line %zu, which its mapping says names the "
                                    "columns",
                                    reader->wanted->line);
    diag_hint(reader->diags, diag, "correct `header` in the mapping, or leave it out");
    reader->stopped = true;
}

/* Where the row begins that holds most of the names, the first of several; titles and remarks stand
   above it, and what is wrong with those is no concern of the table. */
static size_t find_header(struct reader *reader)
{
    enum { LOOKED_AT = 60 };
    struct diags unheard, *diags = reader->diags;
    diags_init(&unheard, reader->arena);
    reader->diags = &unheard;
    size_t start = reader->at, header = start, most = 0;
    for (int row = 0; row < LOOKED_AT && reader->at < reader->source->text.len; row++) {
        size_t here = reader->at, found = names_in_row(reader);
        if (reader->stopped)
            break;
        if (found > most) {
            most = found;
            header = here;
        }
    }
    reader->diags = diags;
    reader->count = 0;
    if (!most && !reader->stopped && start < reader->at)
        report_no_header(reader, start);
    else
        reader->stopped = false;
    return header;
}

/* Where a line begins; the end of the text when there are fewer. */
static size_t line_start(const struct reader *reader, size_t line)
{
    size_t at = 0;
    while (--line && at < reader->source->text.len)
        at = str_find(reader->source->text, '\n', at) + 1;
    return at;
}

static void go_to_header(struct reader *reader)
{
    const struct csv_wanted *wanted = reader->wanted;
    if (!wanted)
        return;
    size_t header = wanted->line ? line_start(reader, wanted->line) : find_header(reader);
    if (header && header >= reader->source->text.len)
        report_no_line(reader);
    if (!reader->stopped)
        reader->at = header;
}

static void name_columns(struct reader *reader, struct csv *csv)
{
    struct str *names = ARENA_ARRAY(reader->arena, struct str, csv->columns);
    for (size_t i = 0; i < csv->columns; i++)
        names[i] = as_name(reader->arena, text_of(reader->arena, csv->source, csv->cells[i]));
    csv->names = names;
    csv_check_names(reader->arena, reader->diags, csv, reader->wanted);
}

/* Behind each cell stands a comma or the end of a line, but for the last. */
static size_t most_cells(struct str text)
{
    size_t count = 1;
    for (size_t i = 0; i < text.len; i++)
        count += text.at[i] == ',' || text.at[i] == '\n';
    return count;
}

/* `sep=,` in the first line is meant for a spreadsheet alone. */
static void skip_separator_line(struct reader *reader)
{
    struct str line =
        str_trim(str_part(reader->source->text, 0, str_find(reader->source->text, '\n', 0)));
    if (str_is(line, "sep=,") || str_is(line, "\"sep=,\""))
        reader->at = str_find(reader->source->text, '\n', 0) + 1;
}

const struct csv *csv_from_source(struct arena *arena, struct diags *diags,
                                  const struct source *source, const struct csv_wanted *wanted)
{
    size_t errors = diags->errors;
    struct reader reader = {.arena = arena, .diags = diags, .source = source, .wanted = wanted};
    reader.cells = ARENA_ARRAY(arena, struct csv_cell, most_cells(source->text));
    if (!csv_check_separator(diags, source, wanted))
        return NULL;
    skip_separator_line(&reader);
    go_to_header(&reader);
    while (reader.at < source->text.len && !reader.stopped && reader.columns <= LIMIT_TABLE_COLUMNS)
        read_row(&reader);
    if (reader.stopped || !check_columns(&reader))
        return NULL;
    drop_empty_columns(&reader);
    struct csv *csv = ARENA_NEW(arena, struct csv);
    *csv = (struct csv){
        .source = source,
        .cells = reader.cells,
        .columns = reader.columns,
        .rows = reader.count / reader.columns - 1,
    };
    name_columns(&reader, csv);
    return diags->errors == errors ? csv : NULL;
}

const struct csv *csv_read(struct arena *arena, struct diags *diags, const char *path,
                           const struct csv_wanted *wanted)
{
    const struct source *source = source_read_as(arena, diags, path, SOURCE_TABLE);
    return source ? csv_from_source(arena, diags, source, wanted) : NULL;
}

/* ---- questions ---- */

size_t csv_column(const struct csv *csv, struct str name)
{
    size_t column = 0, alike = 0;
    while (column < csv->columns && !str_equal(csv->names[column], name))
        column++;
    while (column == csv->columns && alike < csv->columns && !str_alike(csv->names[alike], name))
        alike++;
    return column < csv->columns ? column : alike;
}

static struct csv_cell cell_at(const struct csv *csv, size_t row, size_t column)
{
    return csv->cells[(row + 1) * csv->columns + column];
}

struct str csv_text(struct arena *arena, const struct csv *csv, size_t row, size_t column)
{
    return text_of(arena, csv->source, cell_at(csv, row, column));
}

void csv_add_row(struct buf *out, const struct csv *csv, size_t row)
{
    for (size_t i = 0; i < csv->columns; i++) {
        struct str text = csv_text(out->arena, csv, row, i);
        buf_addf(out, "%zu:" STR_FMT, text.len, STR_ARG(text));
    }
}
