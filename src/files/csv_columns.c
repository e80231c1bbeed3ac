/* What must hold of a table before its rows can be read: its columns have names, all different, and
   commas stand between its cells. */
#include "files/csv_columns.h"

#include "base/unseen.h"
#include "diag/diag.h"
#include "files/files_codes.h"

#include <stdlib.h>

/* ---- names ---- */

struct named {
    struct str name;
    size_t column;
};

static int by_name(const void *left, const void *right)
{
    const struct named *a = left, *b = right;
    int order = str_compare(a->name, b->name);
    return order ? order : (a->column > b->column) - (a->column < b->column);
}

static void report_twice(struct diags *diags, const struct csv *csv, struct named named)
{
    struct diag *diag = diag_report(diags, &E124, csv_name_span(csv, named.column),
                                    "two columns are named `" STR_FMT "`", STR_ARG(named.name));
    diag_hint(diags, diag, "give each column a name of its own in the first row");
}

/* The first of the next few rows that names every column; 0 when none does. */
static size_t row_with_names(const struct csv *csv)
{
    enum { LOOKED_AT = 20 };
    for (size_t row = 1; row <= csv->rows && row <= LOOKED_AT; row++) {
        size_t column = 0;
        while (column < csv->columns && unseen_trim(span_text(csv_span(csv, row - 1, column))).len)
            column++;
        if (column == csv->columns)
            return row;
    }
    return 0;
}

/* One message, however many are lacking: mostly a title stands where the names should. */
static void report_nameless(struct diags *diags, const struct csv *csv, size_t first, size_t count)
{
    size_t row = row_with_names(csv);
    bool title = count > 1 && row && count * 2 > csv->columns;
    struct span span = title || count > 1 ? csv_header(csv) : csv_name_span(csv, first);
    struct diag *diag =
        count == 1 ? diag_report(diags, &E124, span, "column %zu has no name", first + 1)
        : title    ? diag_report(diags, &E124, span,
                                 "the first row must name the columns, and this one does not")
                   : diag_report(diags, &E124, span,
                                 "%zu columns have no name, column %zu the first of them", count,
                                 first + 1);
    diag_hint(diags, diag, "%s",
              title ? "delete what stands above the row with their names"
                    : "give each column a name of its own in the first row");
    if (title)
        diag_note(diags, diag,
                  span_join(csv_span(csv, row - 1, 0), csv_span(csv, row - 1, csv->columns - 1)),
                  "this row seems to name them");
}

/* Sorted, so that many columns are no harder than few. */
void csv_check_names(struct arena *arena, struct diags *diags, const struct csv *csv,
                     const struct csv_wanted *wanted)
{
    struct named *sorted = ARENA_ARRAY(arena, struct named, csv->columns);
    size_t nameless = 0;
    for (size_t i = 0; i < csv->columns; i++)
        sorted[i] = (struct named){csv->names[i], i};
    qsort(sorted, csv->columns, sizeof *sorted, by_name);
    while (nameless < csv->columns && !sorted[nameless].name.len)
        nameless++;
    if (nameless && !wanted)
        report_nameless(diags, csv, sorted[0].column, nameless);
    for (size_t i = nameless + 1; i < csv->columns; i++)
        if (str_equal(sorted[i].name, sorted[i - 1].name) &&
            (!wanted || csv_is_wanted(wanted, sorted[i].name)))
            report_twice(diags, csv, sorted[i]);
}

/* ---- what stands between cells ---- */

/* How often a mark stands in a line outside quotation marks. */
static size_t marks_in(struct str line, char mark)
{
    size_t count = 0;
    bool quoted = false;
    for (size_t i = 0; i < line.len; i++) {
        quoted = quoted != (line.at[i] == '"');
        count += !quoted && line.at[i] == mark;
    }
    return count;
}

static bool str_has(struct str text, struct str part)
{
    for (size_t i = 0; part.len && i + part.len <= text.len; i++)
        if (memcmp(text.at + i, part.at, part.len) == 0)
            return true;
    return false;
}

/* The first line with anything in it, at or after a place. */
static struct str written_line(struct str text, size_t *at)
{
    while (*at < text.len) {
        struct str line = str_part(text, *at, str_find(text, '\n', *at));
        *at += line.len + 1;
        if (str_trim(line).len)
            return line;
    }
    return STR("");
}

/* Are the cells told apart by this mark from a place on, and not by commas? */
static bool is_separator(struct str text, size_t at, char mark)
{
    struct str first = written_line(text, &at), second = written_line(text, &at);
    size_t marks = marks_in(first, mark), commas = marks_in(first, ',');
    if (!marks || marks < commas)
        return false;
    return commas == 0 || (marks > commas && marks_in(second, mark) == marks);
}

static const struct {
    char mark;
    const char *name;
} separators[] = {{';', "semicolons"}, {'\t', "tabs"}, {'|', "upright strokes"}};

bool csv_is_wanted(const struct csv_wanted *wanted, struct str name)
{
    for (size_t i = 0; i < wanted->count; i++)
        if (str_alike(wanted->names[i], name))
            return true;
    return false;
}

/* The line with the wanted names in it, whatever stands between them: titles stand above it. */
static size_t line_with_names(struct str text, const struct csv_wanted *wanted)
{
    enum { LOOKED_AT = 60 };
    size_t at = 0, best = 0, most = 0;
    for (int i = 0; i < LOOKED_AT && at < text.len; i++) {
        struct str line = str_part(text, at, str_find(text, '\n', at));
        size_t found = 0;
        for (size_t k = 0; k < wanted->count; k++)
            found += str_has(line, wanted->names[k]);
        if (found > most) {
            most = found;
            best = at;
        }
        at += line.len + 1;
    }
    return best;
}

bool csv_check_separator(struct diags *diags, const struct source *source,
                         const struct csv_wanted *wanted)
{
    struct str text = source->text;
    size_t from = wanted ? line_with_names(text, wanted) : 0;
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        if (!is_separator(text, from, separators[i].mark))
            continue;
        size_t at = from;
        struct str line = str_trim(written_line(text, &at));
        size_t start = (size_t)(line.at - text.at);
        struct diag *diag = diag_report(
            diags, &E126, (struct span){source, (uint32_t)start, (uint32_t)(start + line.len)},
            "%s stand between the cells of this table", separators[i].name);
        diag_hint(diags, diag,
                  "save the table with commas between its cells: `CSV UTF-8 (comma delimited)`");
        return false;
    }
    return true;
}
