/* Frameworks and grades in the reference. */
#include "describe/reference_parts.h"

static void add_ids(struct buf *out, const struct texts *ids)
{
    for (size_t i = 0; i < ids->count; i++)
        buf_addf(out, "%s`" STR_FMT "`", i ? ", " : "", STR_ARG(ids->items[i]));
}

static void add_date(struct buf *out, const struct date *date, const char *unknown)
{
    if (date->precision == DATE_UNKNOWN)
        buf_addz(out, unknown);
    else
        buf_add(out, date_text(out->arena, date, DATE_LONG));
}

/* ---- grades ---- */

static void add_grades(struct buf *out, const struct grade_list *grades)
{
    buf_addz(out, "\n## Grades\n\n"
                  "Capitals make no difference, and a space, a hyphen and an underscore are the "
                  "same.\n\n"
                  "| grade | in print | also accepted |\n| --- | --- | --- |\n");
    for (size_t i = 0; i < grades->count; i++) {
        const struct grade *grade = &grades->items[i];
        buf_addf(out, "| `" STR_FMT "` | ", STR_ARG(grade->id));
        reference_add_cell(out, grade->label);
        buf_addz(out, " | ");
        for (size_t k = 0; k < grade->spellings.count; k++) {
            buf_addz(out, k ? ", " : "");
            reference_add_cell(out, grade->spellings.items[k]);
        }
        buf_addz(out, " |\n");
    }
}

/* ---- frameworks ---- */

static void add_summary(struct buf *out, const struct framework *framework)
{
    buf_addf(out, "| `" STR_FMT "` | ", STR_ARG(framework->id));
    reference_add_cell(out, framework->label);
    buf_addz(out, " | ");
    add_date(out, &framework->from, "not known");
    buf_addz(out, " | ");
    add_date(out, &framework->to, framework->from.precision ? "in use" : "not known");
    buf_addf(out, " | %s | %s |\n", framework->overall == ANSWER_YES ? "yes" : "no",
             framework->full == ANSWER_YES ? "yes" : "no");
}

static void add_judgement(struct buf *out, const struct judgement *judgement)
{
    const struct field *level = record_field(&judgement_table, STR("level"));
    buf_addf(out, "| `" STR_FMT "` | ", STR_ARG(judgement->id));
    reference_add_cell(out, judgement->label);
    buf_addf(out, " | %s | ", word_label(level->words, judgement->level));
    add_ids(out, &judgement->grades);
    buf_addz(out, " | ");
    add_ids(out, &judgement->follows);
    buf_addz(out, " |\n");
}

static void add_judgements(struct buf *out, const struct framework *framework)
{
    buf_addz(out, "\n| key | judgement | level | grades of its own | compared with earlier |\n"
                  "| --- | --- | --- | --- | --- |\n");
    for (size_t i = 0; i < framework->judgements.count; i++)
        add_judgement(out, &framework->judgements.items[i]);
}

static void add_framework(struct buf *out, const struct framework *framework)
{
    buf_addf(out, "\n### `" STR_FMT "`\n\n", STR_ARG(framework->id));
    buf_addf(out, "The " STR_FMT ". ", STR_ARG(framework->label));
    if (framework->overall_note.len)
        buf_addf(out, "It takes no `overall`: " STR_FMT ". ", STR_ARG(framework->overall_note));
    buf_addz(out, framework->grades.count ? "Grades: " : "It gives no grades");
    add_ids(out, &framework->grades);
    buf_addf(out, ".\n\nHow sure this is: " STR_FMT "\n", STR_ARG(framework->verified));
    if (framework->judgements.count)
        add_judgements(out, framework);
}

void reference_add_frameworks(struct buf *out, const struct frameworks *frameworks)
{
    const struct framework_list *all = &frameworks->frameworks;
    add_grades(out, &frameworks->grades);
    buf_addz(out, "\n## Frameworks\n\n"
                  "A framework is chosen by the first day of fieldwork, never by the day of "
                  "publication. They\nare data: `templates/frameworks.yaml` says how to add one. "
                  "A judgement `overall` is written\nas `overall` beside `judgements`.\n\n"
                  "| id | name | fieldwork from | to | overall | sets the position |\n"
                  "| --- | --- | --- | --- | --- | --- |\n");
    for (size_t i = 0; i < all->count; i++)
        add_summary(out, &all->items[i]);
    for (size_t i = 0; i < all->count; i++)
        add_framework(out, &all->items[i]);
}
