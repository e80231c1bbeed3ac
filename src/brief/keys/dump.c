/* Prints a briefing as its tables see it: for --dump spec and for tests. */
#include "brief/spec.h"

static void dump_record(const struct record_table *table, const void *record, int depth, FILE *out);

static void print_text(FILE *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] == '\n')
            fputs("\\n", out);
        else
            fputc(text.at[i], out);
}

static void print_refs(FILE *out, const struct refs *refs)
{
    for (size_t i = 0; i < refs->count; i++)
        fprintf(out, "%s" STR_FMT, i ? ", " : "", STR_ARG(refs->items[i].id));
}

static void print_grades(FILE *out, const struct grades *grades)
{
    for (size_t i = 0; i < grades->count; i++) {
        const struct grade_entry *entry = &grades->items[i];
        fprintf(out, "%s" STR_FMT "=" STR_FMT, i ? ", " : "", STR_ARG(entry->judgement),
                STR_ARG(entry->grade));
        if (entry->source.count) {
            fputs(" (", out);
            print_refs(out, &entry->source);
            fputc(')', out);
        }
    }
}

static void print_texts(FILE *out, const struct texts *texts)
{
    for (size_t i = 0; i < texts->count; i++) {
        fputs(i ? " | " : "", out);
        print_text(out, texts->items[i]);
    }
}

static void print_wholes(FILE *out, const struct wholes *wholes)
{
    for (size_t i = 0; i < wholes->count; i++)
        fprintf(out, "%s%lld", i ? ", " : "", (long long)wholes->items[i]);
}

static void print_date(FILE *out, const struct date *date)
{
    struct arena *scratch = arena_new();
    fprintf(out, STR_FMT, STR_ARG(date_text(scratch, date, DATE_ISO)));
    arena_free(scratch);
}

static void print_value(FILE *out, const struct field *field, const void *member)
{
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
    case FIELD_ID:
    case FIELD_GRADE:
    case FIELD_FRAMEWORK: print_text(out, *(const struct str *)member); break;
    case FIELD_WHOLE: fprintf(out, "%lld", (long long)((const struct whole *)member)->value); break;
    case FIELD_DECIMAL: print_text(out, ((const struct decimal *)member)->text); break;
    case FIELD_ANSWER: fputs(*(const enum answer *)member == ANSWER_YES ? "yes" : "no", out); break;
    case FIELD_DATE:
    case FIELD_PERIOD: print_date(out, member); break;
    case FIELD_WORD: fputs(field->words[*(const int *)member - 1].id, out); break;
    case FIELD_REF: print_text(out, ((const struct ref *)member)->id); break;
    case FIELD_REFS: print_refs(out, member); break;
    case FIELD_GRADES: print_grades(out, member); break;
    case FIELD_TEXTS: print_texts(out, member); break;
    case FIELD_WHOLES: print_wholes(out, member); break;
    case FIELD_RECORD:
    case FIELD_RECORDS: break; /* printed by dump_field, over several lines */
    }
}

static void dump_field(const struct field *field, const void *member, int depth, FILE *out)
{
    fprintf(out, "%*s%s:", depth * 2, "", field->name);
    if (field->kind == FIELD_RECORD) {
        fputc('\n', out);
        dump_record(field->of, *(const void *const *)member, depth + 1, out);
    } else if (field->kind == FIELD_RECORDS) {
        const struct records *records = member;
        fputc('\n', out);
        for (size_t i = 0; i < records->count; i++) {
            fprintf(out, "%*s- %s %zu\n", depth * 2 + 2, "", field->of->name, i + 1);
            dump_record(field->of, records_at(records, field->of, i), depth + 2, out);
        }
    } else {
        fputc(' ', out);
        print_value(out, field, member);
        fputc('\n', out);
    }
}

/* Records that a derived one points back to are printed where they belong, not again. */
static bool is_elsewhere(const struct field *field, int depth)
{
    return field->kind == FIELD_RECORD && field_is_derived(field) && field->of->fields && depth > 1;
}

static void dump_record(const struct record_table *table, const void *record, int depth, FILE *out)
{
    for (const struct field *field = table->fields; field->name; field++) {
        const void *member = record_member(record, field);
        if (field_is_filled(field, member) && !is_elsewhere(field, depth) &&
            field->of != &paper_table && field->of != &since_table)
            dump_field(field, member, depth, out);
    }
}

void spec_dump(const struct briefing *briefing, FILE *out)
{
    dump_record(&briefing_table, briefing, 0, out);
}
