/* What a template says of itself, its template.yaml, read and asked: its lengths, what it expects.
 */
#include "lengths.h"

#include "base/ascii.h"
#include "brief/briefing.h"
#include "data/bind/bind.h"
#include "files/files_codes.h"
#include "files/input.h"

#include <unistd.h>

static const struct field lengths_fields[] = {
    FIELD(struct template_lengths, lengths, FIELD_TEXTS, REQUIRED,
          .doc = "The lengths that the template has: `one`, `short`, `standard`, `full`.",
          .example = "[standard, full]"),
    {.name = "default",
     .kind = FIELD_WORD,
     .presence = OPTIONAL,
     .offset = offsetof(struct template_lengths, usual),
     .words = length_words,
     .doc = "The one that is made where nobody asks for another; `standard` where the template has "
            "it, else its first.",
     .example = "standard"},
    FIELD(struct template_lengths, expects, FIELD_TEXTS, OPTIONAL,
          .doc =
              "Keys of `briefing` that a paper of this kind must have: whoever makes one without "
              "them is warned.",
          .example = "[meeting_date, contact_officer]"),
    {0},
};

const struct record_table template_lengths_table = {
    .name = "template",
    .a_name = "a template",
    .size = sizeof(struct template_lengths),
    .fields = lengths_fields,
    .doc = "What a template says about itself.",
};

/* ---- the words ---- */

static enum paper_length length_called(struct str name)
{
    for (int i = 0; length_words[i].id; i++)
        if (str_is(name, length_words[i].id))
            return (enum paper_length)(i + 1);
    return LENGTH_ABSENT;
}

static void refuse_word(struct diags *diags, struct str word, struct span at)
{
    struct diag *diag =
        diag_report(diags, &E127, at, "`" STR_FMT "` is not a length", STR_ARG(word));
    const char *nearest = diag_nearest(word, length_words, PAPER_LENGTHS - 1, sizeof *length_words);
    if (nearest) {
        diag_hint(diags, diag, "did you mean `%s`?", nearest);
        diag_suggest(diags, diag, at, str_from(nearest));
    } else {
        diag_hint(diags, diag, "there are `one`, `short`, `standard` and `full`");
    }
}

static void read_words(struct diags *diags, struct template_lengths *read)
{
    const struct texts *words = &read->lengths;
    for (size_t i = 0; i < words->count; i++) {
        enum paper_length length = length_called(words->items[i]);
        if (!length)
            refuse_word(diags, words->items[i], words->spans[i]);
        else if (read->has[length])
            diag_report(diags, &E127, words->spans[i], "`" STR_FMT "` is listed twice",
                        STR_ARG(words->items[i]));
        read->has[length] = true;
    }
    read->has[LENGTH_ABSENT] = false;
}

static struct str names_of(struct arena *arena, const struct template_lengths *lengths)
{
    struct buf names = {.arena = arena};
    size_t count = 0, done = 0;
    for (int i = LENGTH_ONE; i < PAPER_LENGTHS; i++)
        count += lengths->has[i];
    for (int i = LENGTH_ONE; i < PAPER_LENGTHS; i++)
        if (lengths->has[i])
            buf_addf(&names, "%s`%s`",
                     !done++         ? ""
                     : done == count ? " and "
                                     : ", ",
                     length_words[i - 1].id);
    return buf_str(&names);
}

static void settle_usual(struct diags *diags, struct template_lengths *read)
{
    if (!read->usual && read->has[LENGTH_STANDARD])
        read->usual = LENGTH_STANDARD;
    else if (!read->usual && read->lengths.count)
        read->usual = (int)length_called(read->lengths.items[0]);
    if (read->has[read->usual])
        return;
    struct diag *diag = diag_report(diags, &E129, record_span_of(read, "default"),
                                    "`default` is a length that `lengths` does not list");
    diag_hint(diags, diag, "it lists " STR_FMT, STR_ARG(names_of(diags->arena, read)));
}

static struct template_lengths *standard_alone(struct arena *arena)
{
    struct template_lengths *alone = ARENA_NEW(arena, struct template_lengths);
    alone->usual = LENGTH_STANDARD;
    alone->has[LENGTH_STANDARD] = true;
    return alone;
}

/* ---- what it expects ---- */

static size_t count_keys(const struct record_table *table)
{
    size_t count = 0;
    while (table->fields[count].name)
        count++;
    return count;
}

static void refuse_key(struct diags *diags, struct str key, struct span at)
{
    struct diag *diag =
        diag_report(diags, &E343, at, "`" STR_FMT "` is not a key of `briefing`", STR_ARG(key));
    const char *nearest =
        diag_nearest(key, front_sheet_table.fields, count_keys(&front_sheet_table),
                     sizeof *front_sheet_table.fields);
    if (!nearest)
        return;
    diag_hint(diags, diag, "did you mean `%s`?", nearest);
    diag_suggest(diags, diag, at, str_from(nearest));
}

static void check_expected(struct diags *diags, const struct texts *keys)
{
    for (size_t i = 0; i < keys->count; i++)
        if (!record_field(&front_sheet_table, keys->items[i]))
            refuse_key(diags, keys->items[i], keys->spans[i]);
}

/* "the officer whom members may ask" */
static struct str as_clause(struct arena *arena, const char *doc)
{
    struct str text = str_from(doc);
    text.len -= str_ends(text, ".");
    return str_format(arena, "%c" STR_FMT, ascii_lower(text.at[0]),
                      STR_ARG(str_part(text, 1, text.len)));
}

static bool is_given(const struct front_sheet *sheet, const struct field *field)
{
    const void *member = record_member(sheet, field);
    if (field->kind == FIELD_TEXTS)
        return ((const struct texts *)member)->count;
    if (field->kind == FIELD_RECORDS)
        return ((const struct records *)member)->count;
    return record_states(sheet, field->name);
}

/* Of a paper that names its committee a rule says which implications are missing. */
static bool is_told_elsewhere(const struct front_sheet *sheet, const struct field *field)
{
    return sheet->body.len && str_is(str_from(field->name), "implications");
}

static void warn_of_missing(struct diags *diags, const struct front_sheet *sheet,
                            const struct field *field)
{
    struct diag *diag = diag_report(diags, &W350, SPAN_OF(sheet, title),
                                    "this template expects `%s`, which is missing: " STR_FMT,
                                    field->name, STR_ARG(as_clause(diags->arena, field->doc)));
    diag_hint(diags, diag, "add it below `briefing`, such as `%s: %s`", field->name,
              field->example);
}

void template_expect(struct diags *diags, const struct template_lengths *lengths,
                     const struct front_sheet *sheet)
{
    const struct texts *keys = &lengths->expects;
    for (size_t i = 0; i < keys->count; i++) {
        const struct field *field = record_field(&front_sheet_table, keys->items[i]);
        if (field && !is_given(sheet, field) && !is_told_elsewhere(sheet, field))
            warn_of_missing(diags, sheet, field);
    }
}

/* ---- the file ---- */

const struct template_lengths *template_lengths_read(struct arena *arena, struct diags *diags,
                                                     const char *path)
{
    if (access(path, F_OK) != 0) {
        if (diags->inputs)
            inputs_add_missing(diags->inputs, str_from(path));
        return standard_alone(arena);
    }
    size_t errors = diags->errors;
    struct template_lengths *read = bind_file(arena, diags, &template_lengths_table, path);
    if (!read)
        return NULL;
    read_words(diags, read);
    check_expected(diags, &read->expects);
    if (diags->errors == errors)
        settle_usual(diags, read);
    return diags->errors == errors ? read : NULL;
}

enum paper_length template_length_longest(const struct template_lengths *lengths)
{
    int longest = LENGTH_FULL;
    while (longest > LENGTH_ABSENT && !lengths->has[longest])
        longest--;
    return (enum paper_length)longest;
}

/* ---- asking for one ---- */

enum paper_length template_length(struct diags *diags, const struct template_lengths *lengths,
                                  const struct length_choice *choice)
{
    if (!choice->length)
        return (enum paper_length)lengths->usual;
    if (lengths->has[choice->length])
        return choice->length;
    struct diag *diag = diag_report(
        diags, &E128, choice->at, "the template `" STR_FMT "` has no length `%s`, only " STR_FMT,
        STR_ARG(choice->template_name), length_words[choice->length - 1].id,
        STR_ARG(names_of(diags->arena, lengths)));
    if (choice->at.source)
        diag_hint(diags, diag, "leave `length` out, or write one that it has");
    else
        diag_hint(diags, diag, "leave --length out, or give one that it has");
    return LENGTH_ABSENT;
}
