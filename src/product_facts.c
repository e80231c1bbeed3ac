/* The facts: one file for each specification, whatever the look. */
#include "product.h"

#include "facts/facts.h"

static struct str write(const struct env *env, struct diags *diags,
                        const struct publication *publication)
{
    (void)env;
    return facts_text(diags->arena, publication->editions[0].briefing);
}

const struct product product_facts = {
    .name = "facts",
    .suffix = FACTS_SUFFIX,
    .usual = true,
    .needs = NEEDS_RECORDS,
    .write = write,
};
