/* The pipeline: one call a stage, two barriers. */
#include "job.h"

#include "brief/tables.h"
#include "brief/told.h"
#include "data/yaml/yaml.h"
#include "doc/markdown.h"
#include "layout/layout.h"
#include "pdf/pdf.h"

#include "files/input.h"
#include "files/output.h"

enum job_result job_refusal(const struct diags *diags)
{
    const struct diags *shared = diags->shared;
    if (diags->bugs || (shared && shared->bugs))
        return JOB_BUG;
    return diags->failures || (shared && shared->failures) ? JOB_FAILED : JOB_REFUSED;
}

const struct briefing *job_briefing(const struct env *env, const char *input, struct diags *diags)
{
    struct arena *arena = diags->arena;
    const struct source *source = source_read(arena, diags, input);
    const struct node *root = source ? yaml_read(arena, diags, source) : NULL;
    if (root)
        root = tables_add(env->tables, arena, diags, input, root);
    struct briefing *briefing =
        root ? spec_bind(arena, diags, root, env->frameworks, env->as_at) : NULL;
    if (briefing)
        spec_check(diags, briefing);
    if (!briefing || diags->errors)
        return NULL;
    briefing->told = told_new(arena);
    spec_derive(arena, briefing, env->calendar);
    spec_check_derived(diags, briefing);
    return diags->errors ? NULL : briefing;
}

/* What the command line names, else what the specification does. */
static struct template_choice choose(const struct env *env, const struct front_sheet *sheet)
{
    struct template_choice choice = {
        .name = sheet->template.len ? sheet->template : STR("briefing"),
        .name_span = SPAN_OF(sheet, template),
        .theme = sheet->theme,
        .theme_span = SPAN_OF(sheet, theme),
    };
    if (env->template_name)
        choice.name = str_from(env->template_name);
    if (env->theme_name)
        choice.theme = str_from(env->theme_name);
    return choice;
}

/* Whoever holds a paper copy, or a file under another name, sees which one it is. */
static struct str marked_title(struct arena *arena, const struct env *env, struct str title)
{
    return env->variant.large_print ? str_format(arena, STR_FMT " (large print)", STR_ARG(title))
                                    : title;
}

static struct rendered_line marked_footer(struct arena *arena, const struct env *env,
                                          struct rendered_line line)
{
    if (!env->variant.large_print)
        return line;
    line.text = line.text.len
                    ? str_format(arena, STR_FMT " \302\267 large print", STR_ARG(line.text))
                    : STR("Large print");
    return line;
}

static const struct pages *lay_out(const struct env *env, const struct template_folder *folder,
                                   const struct briefing *briefing, const struct block *document,
                                   struct diags *diags)
{
    struct arena *arena = diags->arena;
    const struct theme *theme = folder->theme;
    const struct layout_request request = {
        .theme = theme,
        .metrics = folder->metrics,
        .hyphens = env->variant.large_print ? NULL : env->hyphens,
        .briefing = briefing,
        .document = document,
        .title = marked_title(arena, env, briefing->briefing->title),
        .author = briefing->council->name,
        .subject = briefing->briefing->subtitle,
        .header_left = template_render_line(arena, diags, theme->header_left_span,
                                            theme->header_left, briefing),
        .header_right = template_render_line(arena, diags, theme->header_right_span,
                                             theme->header_right, briefing),
        .footer_left = marked_footer(arena, env,
                                     template_render_line(arena, diags, theme->footer_left_span,
                                                          theme->footer_left, briefing)),
    };
    return diags->errors ? NULL : layout_pages(arena, diags, &request);
}

/* A date of the paper itself, so that the same inputs give the same bytes on any day. */
static int64_t creation_time(const struct env *env, const struct briefing *briefing)
{
    return env->source_date >= 0 ? env->source_date
                                 : (int64_t)briefing->briefing->as_at.first * 86400;
}

enum job_result job_run(struct env *env, const struct job *job, struct diags *diags,
                        struct job_made *made)
{
    struct arena *arena = diags->arena;
    env_rest(env);
    const struct briefing *briefing = job_briefing(env, job->input, diags);
    if (!briefing)
        return job_refusal(diags);
    if (job->stage == STAGE_SPEC)
        return spec_dump(briefing, made->dump), JOB_DONE;

    const struct template_choice choice = choose(env, briefing->briefing);
    const struct template_folder *folder = env_template(env, diags, &choice);
    const struct rendered *rendered =
        folder ? template_render(arena, diags, folder->text, briefing) : NULL;
    if (rendered && job->stage == STAGE_TEXT)
        return rendered_dump(arena, rendered, made->dump), JOB_DONE;
    const struct block *document =
        rendered ? markdown_read(arena, diags, rendered, briefing, env->components) : NULL;
    if (!document || diags->errors)
        return job_refusal(diags);
    if (job->stage == STAGE_BLOCKS)
        return block_dump(document, made->dump), JOB_DONE;

    const struct pages *pages = lay_out(env, folder, briefing, document, diags);
    if (!pages || diags->errors)
        return job_refusal(diags);
    told_report(diags, briefing);
    if (job->stage == STAGE_PAGES)
        return pages_dump(pages, made->dump), JOB_DONE;
    if (job->stage == STAGE_STRUCTURE)
        return structure_dump(pages, made->dump), JOB_DONE;

    const struct pdf_request request = {pages, folder->fonts, creation_time(env, briefing),
                                        env->shelf};
    struct str bytes = pdf_bytes(arena, diags, &request);
    if (!bytes.at || diags->errors)
        return job_refusal(diags);
    *made = (struct job_made){made->dump, briefing->briefing->title, pages->count,
                              hash_text(arena, bytes)};
    if (job->output && !output_write_one(arena, diags, job->output, bytes))
        return JOB_FAILED;
    return JOB_DONE;
}
