/* The products: how each is made of an edition, and the list of them. */
#include "product.h"

#include "facts/facts.h"
#include "pdf/pdf.h"

/* A date of the paper itself, so that the same inputs give the same bytes on any day. */
static int64_t creation_time(const struct env *env, const struct briefing *briefing)
{
    return env->source_date >= 0 ? env->source_date
                                 : (int64_t)briefing->briefing->as_at.first * 86400;
}

static struct str write_pdf(const struct env *env, struct diags *diags, const struct issue *issue)
{
    const struct fonts **fonts = ARENA_ARRAY(diags->arena, const struct fonts *, issue->count);
    for (size_t i = 0; i < issue->count; i++)
        fonts[i] = issue->editions[i].folder->fonts;
    const struct pdf_request request = {
        issue->pages, fonts, creation_time(env, issue->editions[0].briefing), env->shelf};
    return pdf_bytes(diags->arena, diags, &request);
}

static const struct product pdf = {
    .name = "pdf",
    .suffix = ".pdf",
    .of_a_look = true,
    .joins = true,
    .usual = true,
    .needs = NEEDS_PAGES,
    .write = write_pdf,
};

static struct str write_facts(const struct env *env, struct diags *diags, const struct issue *issue)
{
    (void)env;
    return facts_text(diags->arena, issue->editions[0].briefing);
}

static const struct product facts = {
    .name = "facts",
    .suffix = ".facts.json",
    .usual = true,
    .needs = NEEDS_RECORDS,
    .write = write_facts,
};

const struct product *const products[PRODUCTS_MOST + 1] = {&pdf, &facts, NULL};

product_set products_usual(void)
{
    product_set usual = 0;
    for (size_t i = 0; products[i]; i++)
        usual |= products[i]->usual ? 1u << i : 0;
    return usual;
}

enum product_needs products_need(product_set set)
{
    enum product_needs most = NEEDS_RECORDS;
    for (size_t i = 0; products[i]; i++)
        if (product_is_in(set, i) && products[i]->needs > most)
            most = products[i]->needs;
    return most;
}
