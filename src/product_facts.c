/* The facts: one file for each specification, whatever the look. */
#include "product.h"

#include "env.h"
#include "facts/facts.h"

static struct str write(const struct env *env, struct diags *diags,
                        const struct publication *publication)
{
    /* In the order in which the file has the records, so that whoever reads them computes the same.
     */
    const struct briefing *briefing = publication->editions[0].briefing;
    const struct briefing *ordered =
        facts_derive(diags->arena, briefing, env->frameworks, env->calendar, NULL);
    return facts_text(diags->arena, ordered ? ordered : briefing);
}

const struct product product_facts = {
    .name = "facts",
    .suffix = FACTS_SUFFIX,
    .usual = true,
    .needs = NEEDS_RECORDS,
    .write = write,
};
