/* All codes of diagnostics: the lists of the rooms. */
#include "batch/catalogue.h"

#include "base/ascii.h"
#include "base/list.h"
#include "batch/batch_codes.h"
#include "brief/brief_codes.h"
#include "changes/changes_codes.h"
#include "data/data_codes.h"
#include "diag/diag_codes.h"
#include "doc/doc_codes.h"
#include "files/files_codes.h"
#include "layout/layout_codes.h"
#include "pdf/pdf_codes.h"
#include "rules/rules_codes.h"
#include "template/template_codes.h"

#include <stdlib.h>
#include <string.h>

const struct code *const *const catalogue[] = {
    diag_codes,   files_codes,       data_codes,          brief_codes,
    rules_codes,  inspections_codes, interventions_codes, measures_codes,
    work_codes,   issues_codes,      template_codes,      doc_codes,
    layout_codes, pdf_codes,         batch_codes,         changes_codes,
    NULL,
};

static bool is_named(const struct code *code, struct str name)
{
    size_t len = strlen(code->name);
    for (size_t i = 0; i < name.len && i < len; i++)
        if (!ascii_is_same(name.at[i], code->name[i]))
            return false;
    return name.len == len;
}

const struct code *code_find(struct str name)
{
    for (const struct code *const *const *room = catalogue; *room; room++)
        for (const struct code *const *code = *room; *code; code++)
            if (is_named(*code, name))
                return *code;
    return NULL;
}

static int by_number(const void *left, const void *right)
{
    const struct code *a = *(const struct code *const *)left;
    const struct code *b = *(const struct code *const *)right;
    int order = strncmp(a->name + 1, b->name + 1, 1); /* the hundreds: a room has its own */
    return order ? order : strcmp(a->name, b->name);
}

struct codes codes_in_order(struct arena *arena)
{
    LIST(const struct code *) all = {0};
    for (const struct code *const *const *room = catalogue; *room; room++)
        for (const struct code *const *code = *room; *code; code++)
            *LIST_ADD(arena, &all) = *code;
    qsort(all.items, all.count, sizeof *all.items, by_number);
    return (struct codes){all.items, all.count};
}
