/* The pipeline from a path to pages: one function a stage, and two barriers. */
#include "edition.h"

#include "brief/printed.h"
#include "brief/spec.h"
#include "brief/tables.h"
#include "changes/changes.h"
#include "data/yaml/yaml.h"
#include "derive/england.h"
#include "doc/composed.h"
#include "doc/markdown.h"

/* ---- the specification ---- */

static const struct source *open_input(struct diags *diags, const struct job_input *input)
{
    if (!input->bytes.at)
        return source_read(diags->arena, diags, input->path);
    inputs_add(diags->inputs, str_from(input->path), input->bytes);
    return source_from_text(diags->arena, diags, input->path, input->bytes);
}

/* Whoever asks what changed is told so in the paper. */
static void look_back(const struct env *env, struct diags *diags, const struct job_input *input,
                      struct briefing *briefing)
{
    const struct previous_request request = {env->since,   env->project, input->path,
                                             input->facts, briefing,     env->frameworks,
                                             env->calendar};
    if (!diags->errors)
        briefing->since = previous_compare(diags->arena, diags, &request);
}

bool edition_read(const struct env *env, struct diags *diags, const struct job_input *input,
                  struct edition *edition)
{
    struct arena *arena = diags->arena;
    struct all_compared *compared = ARENA_NEW(arena, struct all_compared);
    const struct source *source = open_input(diags, input);
    const struct node *root = source ? yaml_read(arena, diags, source) : NULL;
    if (root)
        root = spec_renew(arena, diags, root);
    if (root)
        root = tables_add(env->tables, arena, diags, input->path, root, env->frameworks, compared);
    struct briefing *briefing =
        root ? spec_bind(arena, diags, root, env->frameworks, env->as_at) : NULL;
    if (briefing)
        spec_check(diags, briefing);
    if (!briefing || diags->errors)
        return false;
    briefing->printed = printed_new(arena);
    briefing->compared = compared->all ? compared : NULL;
    spec_derive(arena, briefing, env->calendar);
    corrections_tell(arena, briefing);
    england_note(diags, briefing);
    spec_check_derived(diags, briefing);
    look_back(env, diags, input, briefing);
    edition->briefing = spec_for_paper(arena, briefing, LENGTH_STANDARD, 0, 0);
    return !diags->errors;
}

/* ---- the document ---- */

/* The ones that the command line names, else those that the specification does. */
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

bool edition_choose(struct env *env, struct diags *diags, struct edition *edition)
{
    const struct front_sheet *sheet = edition->briefing->briefing;
    const struct template_choice choice = choose(env, sheet);
    edition->folder = env_template(env, diags, &choice);
    if (!edition->folder)
        return false;
    struct length_choice length = {.length = env->length, .template_name = choice.name};
    if (!length.length && sheet->length) {
        length.length = (enum paper_length)sheet->length;
        length.at = SPAN_OF(sheet, length);
    }
    edition->length = template_length(diags, edition->folder->lengths, &length);
    template_expect(diags, edition->folder->lengths, sheet);
    return edition->length != LENGTH_ABSENT;
}

bool edition_fill(struct diags *diags, struct edition *edition)
{
    struct arena *arena = diags->arena;
    const struct template_folder *folder = edition->folder;
    edition->briefing = spec_for_paper(arena, edition->briefing, edition->length, edition->fit,
                                       edition->squeeze);
    edition->briefing->printed->is_whole =
        edition->length == template_length_longest(folder->lengths);
    edition->rendered = template_render(arena, diags, folder->text, edition->briefing);
    return edition->rendered != NULL;
}

bool edition_compose(const struct env *env, struct diags *diags, struct edition *edition)
{
    const struct block *read =
        markdown_read(diags->arena, diags, edition->rendered, edition->briefing, env->components);
    if (!read || diags->errors)
        return false;
    edition->document =
        document_compose(diags->arena, read, edition->briefing, env->variant.large_print);
    return true;
}

bool edition_refit(const struct env *env, struct diags *diags, struct edition *edition, int fit,
                   int squeeze)
{
    edition->fit = fit;
    edition->squeeze = squeeze;
    return edition_fill(diags, edition) && edition_compose(env, diags, edition);
}

/* ---- the pages ---- */

/* A reader of a paper copy, or of a file under another name, sees which one it is. */
static struct str marked_title(struct arena *arena, const struct env *env, struct str title)
{
    return env->variant.large_print ? str_format(arena, STR_FMT " (large print)", STR_ARG(title))
                                    : title;
}

/* What every page repeats is printed too. */
static struct running_text running_text(struct diags *diags, struct span at, struct str text,
                                        const struct briefing *briefing)
{
    struct rendered_line line = template_render_line(diags->arena, diags, at, text, briefing);
    if (line.text.len)
        printed_add(briefing, line.origin);
    return (struct running_text){line.text, line.origin};
}

/* In front, where it stays when a long title is cut short. */
static struct running_text marked_footer(struct arena *arena, const struct env *env,
                                         struct running_text line)
{
    if (!env->variant.large_print)
        return line;
    line.text = line.text.len
                    ? str_format(arena, "Large print \302\267 " STR_FMT, STR_ARG(line.text))
                    : STR("Large print");
    return line;
}

static struct layout_request *layout_of(const struct env *env, struct diags *diags,
                                        const struct edition *edition, size_t pages_before)
{
    struct arena *arena = diags->arena;
    struct layout_request *request = ARENA_NEW(arena, struct layout_request);
    const struct theme *theme = edition->folder->theme;
    const struct briefing *briefing = edition->briefing;
    *request = (struct layout_request){
        .theme = theme,
        .metrics = edition->folder->metrics,
        .hyphens = theme->hyphenate && !env->variant.large_print ? env->hyphens : NULL,
        .document = edition->document,
        .refits = edition->fit < PAPER_FIT_MOST,
        .title = marked_title(arena, env, briefing->briefing->title),
        .author = briefing->council->name,
        .subject = briefing->briefing->subtitle,
        .first_left = running_text(diags, theme->first_left_span, theme->first_left, briefing),
        .first_right = running_text(diags, theme->first_right_span, theme->first_right, briefing),
        .footer_left = marked_footer(
            arena, env, running_text(diags, theme->footer_left_span, theme->footer_left, briefing)),
        .pages_before = pages_before,
    };
    return request;
}

/* May it become shorter by going without more? */
static bool is_too_long(const struct env *env, const struct edition *edition)
{
    return edition->squeeze < PAPER_SQUEEZE_MOST &&
           edition->pages->count > document_most_pages(edition->document, env->variant.large_print);
}

static bool lay_out(const struct env *env, struct diags *diags, struct edition *edition,
                    size_t pages_before)
{
    for (;;) {
        edition->request = layout_of(env, diags, edition, pages_before);
        if (diags->errors)
            return false;
        edition->pages = layout_body(diags->arena, diags, edition->request);
        if (diags->errors)
            return false;
        bool fits = edition->pages != NULL; /* page one, on its page */
        if (fits && !is_too_long(env, edition))
            return true;
        if (!edition_refit(env, diags, edition, edition->fit + !fits, edition->squeeze + fits))
            return false;
    }
}

/* Header and footer, once it is known how many pages there are. */
static bool finish(const struct env *env, struct diags *diags, const struct edition *edition,
                   size_t total)
{
    if (!layout_furniture(diags->arena, diags, edition->request, edition->pages, total))
        return false;
    printed_report(diags, edition->briefing);
    if (!env->variant.large_print)
        document_report_length(diags, edition->document, edition->pages->count);
    return true;
}

const struct pages *editions_lay_out(const struct env *env, struct diags *diags,
                                     struct edition *editions, size_t count,
                                     const struct joined_names *names)
{
    const struct pages **documents = ARENA_ARRAY(diags->arena, const struct pages *, count);
    size_t total = 0;
    for (size_t i = 0; i < count; total += editions[i++].pages->count)
        if (!lay_out(env, diags, &editions[i], total))
            return NULL;
    for (size_t i = 0; i < count; i++) {
        if (!finish(env, diags, &editions[i], total))
            return NULL;
        documents[i] = editions[i].pages;
    }
    return count == 1 ? documents[0] : pages_join(diags->arena, documents, count, names);
}
