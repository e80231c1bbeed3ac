/* The PDF: the pages of an edition, of several that were joined, or of a text that the program
   wrote, which goes the same way without a specification and without a template's words. */
#include "product.h"

#include "brief/spec.h"
#include "doc/markdown.h"
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

/* ---- a leaflet ---- */

/* No value was put into it: each byte is its own place. */
static struct rendered as_rendered(const struct source *source, struct text_piece *piece)
{
    *piece = (struct text_piece){.from = {source, 0, (uint32_t)source->text.len}, .verbatim = true};
    return (struct rendered){.text = source->text, .pieces = piece, .piece_count = 1};
}

/* Of no council: what the frameworks call their judgements is all that is known. */
static const struct briefing *of_no_council(struct arena *arena, const struct env *env)
{
    struct briefing *briefing = ARENA_NEW(arena, struct briefing);
    briefing->frameworks = env->frameworks;
    return briefing;
}

static const struct document *compose_leaflet(const struct env *env, struct diags *diags,
                                              const struct leaflet *leaflet)
{
    struct arena *arena = diags->arena;
    const struct source *source = source_from_text(arena, diags, leaflet->name, leaflet->markdown);
    if (!source)
        return NULL;
    struct text_piece piece;
    const struct rendered rendered = as_rendered(source, &piece);
    const struct briefing *briefing = of_no_council(arena, env);
    const struct block *read = markdown_read(arena, diags, &rendered, briefing, env->components);
    return read ? document_compose(arena, read, briefing, env->variant.large_print) : NULL;
}

static const struct pages *lay_out_leaflet(const struct env *env, struct diags *diags,
                                           const struct leaflet *leaflet,
                                           const struct template_folder *folder,
                                           const struct document *document)
{
    const struct theme *theme = folder->theme;
    const struct layout_request request = {
        .theme = theme,
        .metrics = folder->metrics,
        .hyphens = theme->hyphenate && !env->variant.large_print ? env->hyphens : NULL,
        .document = document,
        .title = leaflet->title,
        .author = leaflet->author,
        .subject = leaflet->subject,
        .first_left = {.text = leaflet->left},
        .first_right = {.text = leaflet->right},
        .footer_left = {.text = leaflet->title},
    };
    return layout_pages(diags->arena, diags, &request);
}

struct str leaflet_pdf(struct env *env, struct diags *diags, const struct leaflet *leaflet)
{
    const struct template_choice choice = {
        .name = env->template_name ? str_from(env->template_name) : STR("briefing"),
        .theme = env->theme_name ? str_from(env->theme_name) : STR_NONE,
    };
    const struct template_folder *folder = env_template(env, diags, &choice);
    const struct document *document = folder ? compose_leaflet(env, diags, leaflet) : NULL;
    const struct pages *pages =
        document && !diags->errors ? lay_out_leaflet(env, diags, leaflet, folder, document) : NULL;
    if (!pages || diags->errors)
        return STR_NONE;
    const int64_t created = env->source_date >= 0 ? env->source_date : leaflet->as_at * 86400LL;
    const struct pdf_request request = {pages, &folder->fonts, created, env->cache};
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
