/* The PDF: the pages of an edition, or of several that were joined. */
#include "product.h"

#include "brief/spec.h"
#include "pdf/pdf.h"

/* A date from the briefing itself, so that the same inputs give the same bytes on any day. */
static int64_t creation_time(const struct env *env, const struct briefing *briefing)
{
    return env->source_date >= 0 ? env->source_date
                                 : (int64_t)briefing->briefing->as_at.first * 86400;
}

static struct str write(const struct env *env, struct diags *diags,
                        const struct publication *publication)
{
    const struct edition *editions = publication->editions;
    const struct fonts **fonts =
        ARENA_ARRAY(diags->arena, const struct fonts *, publication->count);
    for (size_t i = 0; i < publication->count; i++)
        fonts[i] = editions[i].folder->fonts;
    const struct pdf_request request = {publication->pages, fonts,
                                        creation_time(env, editions[0].briefing), env->cache};
    return pdf_bytes(diags->arena, diags, &request);
}

const struct product product_pdf = {
    .name = "pdf",
    .suffix = ".pdf",
    .usual = true,
    .of_a_look = true,
    .joins = true,
    .needs = NEEDS_PAGES,
    .write = write,
};
