/* The list of filters and tests: what each is called, and what the reference says of it. */
#include "template/syntax.h"
#include "template/template.h"

#include <string.h>

/* In the order of the reference. A new one is a constant in a file beside this, and a line here. */
#define EACH_BUILTIN(IT)                                                                           \
    IT(filter_default)                                                                             \
    IT(filter_d)                                                                                   \
    IT(filter_length)                                                                              \
    IT(filter_count)                                                                               \
    IT(filter_join)                                                                                \
    IT(filter_upper)                                                                               \
    IT(filter_lower)                                                                               \
    IT(filter_capitalize)                                                                          \
    IT(filter_title)                                                                               \
    IT(filter_trim)                                                                                \
    IT(filter_replace)                                                                             \
    IT(filter_string)                                                                              \
    IT(filter_int)                                                                                 \
    IT(filter_float)                                                                               \
    IT(filter_round)                                                                               \
    IT(filter_abs)                                                                                 \
    IT(filter_first)                                                                               \
    IT(filter_last)                                                                                \
    IT(filter_reverse)                                                                             \
    IT(filter_list)                                                                                \
    IT(filter_sort)                                                                                \
    IT(filter_unique)                                                                              \
    IT(filter_groupby)                                                                             \
    IT(filter_batch)                                                                               \
    IT(filter_items)                                                                               \
    IT(filter_sum)                                                                                 \
    IT(filter_min)                                                                                 \
    IT(filter_max)                                                                                 \
    IT(filter_map)                                                                                 \
    IT(filter_select)                                                                              \
    IT(filter_reject)                                                                              \
    IT(filter_selectattr)                                                                          \
    IT(filter_rejectattr)                                                                          \
    IT(filter_date)                                                                                \
    IT(filter_money)                                                                               \
    IT(filter_number)                                                                              \
    IT(filter_percent)                                                                             \
    IT(filter_spelt)                                                                               \
    IT(filter_ordinal)                                                                             \
    IT(filter_plural)                                                                              \
    IT(filter_words)                                                                               \
    IT(filter_grade)                                                                               \
    IT(filter_judgement)                                                                           \
    IT(filter_framework)                                                                           \
    IT(filter_cite)                                                                                \
    IT(filter_labelled)                                                                            \
    IT(filter_markdown)                                                                            \
    IT(test_defined)                                                                               \
    IT(test_undefined)                                                                             \
    IT(test_none)                                                                                  \
    IT(test_boolean)                                                                               \
    IT(test_true)                                                                                  \
    IT(test_false)                                                                                 \
    IT(test_number)                                                                                \
    IT(test_integer)                                                                               \
    IT(test_float)                                                                                 \
    IT(test_string)                                                                                \
    IT(test_mapping)                                                                               \
    IT(test_iterable)                                                                              \
    IT(test_odd)                                                                                   \
    IT(test_even)                                                                                  \
    IT(test_divisibleby)                                                                           \
    IT(test_in)                                                                                    \
    IT(test_equalto)                                                                               \
    IT(test_eq)                                                                                    \
    IT(test_ne)                                                                                    \
    IT(test_lt)                                                                                    \
    IT(test_lessthan)                                                                              \
    IT(test_le)                                                                                    \
    IT(test_gt)                                                                                    \
    IT(test_greaterthan)                                                                           \
    IT(test_ge)                                                                                    \
    IT(test_graded)                                                                                \
    IT(test_detailed)

#define DECLARED(name) extern const struct builtin name;
EACH_BUILTIN(DECLARED)

#define LISTED(name) &name,
const struct builtin *const builtins[] = {EACH_BUILTIN(LISTED) NULL};

const struct builtin *builtin_find(enum builtin_kind kind, struct str name)
{
    for (const struct builtin *const *each = builtins; *each; each++)
        if ((*each)->kind == kind && str_is(name, (*each)->name))
            return *each;
    return NULL;
}

const char *builtin_nearest(enum builtin_kind kind, struct str name)
{
    const char *names[sizeof builtins / sizeof *builtins];
    size_t count = 0;
    for (const struct builtin *const *each = builtins; *each; each++)
        if ((*each)->kind == kind)
            names[count++] = (*each)->name;
    return diag_nearest(name, names, count, sizeof *names);
}

/* ---- the reference ---- */

/* A bar would end the cell. */
static void print_cell(FILE *out, const char *text)
{
    for (; *text; text++)
        fprintf(out, "%s%c", *text == '|' ? "\\" : "", *text);
}

/* What can only be given by position has a name that nobody can write. */
static const char *parameter_name(const struct builtin *builtin, int i)
{
    if (builtin->kind == BUILTIN_TEST)
        return "value";
    return strchr(builtin->parameters[i].name, ' ') ? "field" : builtin->parameters[i].name;
}

/* sort([reverse], [case_sensitive], [attribute]); what is in square brackets may be left out. */
static void print_signature(FILE *out, const struct builtin *builtin)
{
    static const char *const inner[] = {
        [INNER_NONE] = NULL, [INNER_FILTER] = "[filter, ...]", [INNER_TEST] = "[test, ...]"};
    const char *before = "(";
    fprintf(out, "`%s", builtin->name);
    for (int i = 0; i < PARAMETERS_MAX && builtin->parameters[i].name; i++) {
        bool required = builtin->parameters[i].required;
        fprintf(out, required ? "%s%s" : "%s[%s]", before, parameter_name(builtin, i));
        before = ", ";
    }
    if (inner[builtin->inner])
        fprintf(out, "%s%s", before, inner[builtin->inner]);
    fputs(inner[builtin->inner] || builtin->parameters[0].name ? ")`" : "`", out);
}

static void print_kind(FILE *out, enum builtin_kind kind)
{
    fprintf(out, "| %s | gives |\n| --- | --- |\n", kind == BUILTIN_FILTER ? "filter" : "test");
    for (const struct builtin *const *each = builtins; *each; each++) {
        if ((*each)->kind != kind)
            continue;
        fputs("| ", out);
        print_signature(out, *each);
        fputs(" | ", out);
        print_cell(out, (*each)->doc);
        fputs(" |\n", out);
    }
}

void template_reference(FILE *out)
{
    fputs("### Filters\n\n", out);
    print_kind(out, BUILTIN_FILTER);
    fputs("\n### Tests\n\n", out);
    print_kind(out, BUILTIN_TEST);
}
