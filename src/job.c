/* The pipeline on one screen: editions are read, filled in, composed and laid out as far as the
   dump or the products need it; then the products are made. */
#include "job.h"

#include "brief/printed.h"
#include "brief/spec.h"
#include "doc/composed.h"
#include "files/input.h"
#include "layout/display.h"

#include <stdlib.h>

/* ---- choices of products ---- */

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

/* ---- results ---- */

enum job_result job_refusal(const struct diags *diags)
{
    const struct diags *shared = diags->shared;
    if (diags->bugs || (shared && shared->bugs))
        return JOB_BUG;
    return diags->failures || (shared && shared->failures) ? JOB_FAILED : JOB_REFUSED;
}

/* ---- dumps ---- */

static void dump(FILE *out, struct arena *arena, enum dump kind, const struct edition *edition,
                 const struct pages *pages)
{
    switch (kind) {
    case DUMP_SPEC: spec_dump(edition->briefing, out); break;
    case DUMP_TEXT: rendered_dump(arena, edition->rendered, out); break;
    case DUMP_BLOCKS: block_dump(edition->document->blocks, out); break;
    case DUMP_WORDS: document_dump_words(arena, edition->document, out); break;
    case DUMP_PAGES: pages_dump(pages, out); break;
    case DUMP_STRUCTURE: structure_dump(pages, out); break;
    case DUMP_NONE: break;
    }
}

/* Dumps are written by functions that only write to files. */
static struct str dumped(struct arena *arena, enum dump kind, const struct publication *publication)
{
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    if (!out)
        arena_exhausted();
    for (size_t i = 0; i < (publication->pages ? 1 : publication->count); i++)
        dump(out, arena, kind, &publication->editions[i], publication->pages);
    if (fclose(out) != 0)
        arena_exhausted();
    struct str copy = str_copy(arena, (struct str){text, len});
    free(text);
    return copy;
}

/* ---- stages ---- */

enum stage { STAGE_RECORDS, STAGE_TEXT, STAGE_DOCUMENT, STAGE_PAGES };

static enum stage last_stage(const struct job *job)
{
    switch (job->dump) {
    case DUMP_SPEC: return STAGE_RECORDS;
    case DUMP_TEXT: return STAGE_TEXT;
    case DUMP_BLOCKS:
    case DUMP_WORDS: return STAGE_DOCUMENT;
    case DUMP_PAGES:
    case DUMP_STRUCTURE: return STAGE_PAGES;
    case DUMP_NONE: break;
    }
    switch (products_need(job->makes)) {
    case NEEDS_RECORDS: return STAGE_RECORDS;
    case NEEDS_DOCUMENT: return STAGE_DOCUMENT;
    case NEEDS_PAGES: break;
    }
    return STAGE_PAGES;
}

/* What is laid out is asked for what it leaves out once its header and footer are made; a product
   of the document has neither. */
static void report_left_out(struct diags *diags, const struct job *job,
                            const struct publication *publication)
{
    for (size_t i = 0; job->dump == DUMP_NONE && i < publication->count; i++)
        if (publication->editions[i].document)
            printed_report(diags, publication->editions[i].briefing);
}

static bool run_stages(struct env *env, struct diags *diags, const struct job *job,
                       struct edition *editions)
{
    const enum stage last = last_stage(job);
    for (size_t i = 0; i < job->count; i++)
        if ((last >= STAGE_TEXT && !edition_fill(diags, &editions[i])) ||
            (last >= STAGE_DOCUMENT && !edition_compose(env, diags, &editions[i])))
            return false;
    return true;
}

/* A dump of the text or the document shows what is printed: where page one was too full, or the
   paper too long, that which was filled in again. What is wrong with the pages is no fault of either, and not told here. */
static void refit_for_dump(const struct env *env, struct diags *diags, const struct job *job,
                           struct edition *edition)
{
    bool shown = job->dump == DUMP_TEXT || job->dump == DUMP_BLOCKS || job->dump == DUMP_WORDS;
    if (job->count != 1 || !shown)
        return;
    struct diags own;
    diags_init(&own, diags->arena);
    own.inputs = diags->inputs;
    struct edition tried = *edition;
    if (edition_compose(env, &own, &tried) && editions_lay_out(env, &own, &tried, 1, &job->names))
        *edition = tried;
}

/* Out of editions that have been read. */
static bool make_publication(struct env *env, struct diags *diags, const struct job *job,
                             struct edition *editions, struct publication *publication)
{
    *publication = (struct publication){.editions = editions, .count = job->count};
    if (!run_stages(env, diags, job, editions))
        return false;
    if (last_stage(job) < STAGE_PAGES) {
        refit_for_dump(env, diags, job, editions);
        report_left_out(diags, job, publication);
        return true;
    }
    publication->pages = editions_lay_out(env, diags, editions, job->count, &job->names);
    return publication->pages != NULL;
}

/* ---- products ---- */

static void make_products(const struct env *env, struct diags *diags, const struct job *job,
                          const struct publication *publication, struct job_made *made)
{
    for (size_t i = 0; products[i]; i++) {
        struct made_file *file = &made->files[i];
        if (!product_is_in(job->makes, i) || (publication->count > 1 && !products[i]->joins))
            continue;
        file->bytes = products[i]->write(env, diags, publication);
        if (!file->bytes.at || diags->errors)
            return;
        file->hash = hash_text(diags->arena, file->bytes);
    }
}

/* ---- a job ---- */

static const char *const length_phrases[] = {[LENGTH_ONE] = "page one alone",
                                             [LENGTH_SHORT] = "the short paper",
                                             [LENGTH_STANDARD] = "the standard paper",
                                             [LENGTH_FULL] = "the full paper"};

static void make_all(struct env *env, struct diags *diags, const struct job *job,
                     struct edition *editions, struct job_made *made)
{
    struct publication publication;
    if (!make_publication(env, diags, job, editions, &publication))
        return;
    const struct edition *first = &editions[0];
    made->title = job->count == 1 ? first->briefing->briefing->title : job->names.title;
    if (job->count == 1 && first->folder) {
        made->template = first->folder->name;
        made->length = first->length;
    }
    made->as_at = first->briefing->written_as_at;
    made->as_at_span = SPAN_OF(first->briefing->briefing, as_at);
    made->since = first->briefing->since;
    made->pages = publication.pages ? publication.pages->count : 0;
    if (job->dump != DUMP_NONE)
        made->dump = dumped(diags->arena, job->dump, &publication);
    else
        make_products(env, diags, job, &publication, made);
}

/* In every length that the template has: what is wrong with several of them is told once. */
static void make_every_length(struct env *env, struct diags *diags, const struct job *job,
                              const struct edition *edition, struct job_made *made)
{
    const struct template_lengths *lengths = edition->folder->lengths;
    struct diags_part parts[PAPER_LENGTHS];
    size_t count = 0;
    for (int length = LENGTH_ONE; length < PAPER_LENGTHS; length++) {
        if (!lengths->has[length])
            continue;
        struct diags_part *part = &parts[count++];
        struct edition own = *edition;
        own.length = (enum paper_length)length;
        part->name = length_phrases[length];
        diags_init(&part->diags, diags->arena);
        part->diags.strict = diags->strict;
        part->diags.inputs = diags->inputs;
        make_all(env, &part->diags, job, &own, made);
    }
    diags_join(diags, parts, count);
}

static bool read_all(struct env *env, struct diags *diags, const struct job *job,
                     struct edition *editions)
{
    const bool is_filled = last_stage(job) >= STAGE_TEXT;
    for (size_t i = 0; i < job->count; i++)
        if (!edition_read(env, diags, &job->inputs[i], &editions[i]) ||
            (is_filled && !edition_choose(env, diags, &editions[i])))
            return false;
    return true;
}

enum job_result job_run(struct env *env, const struct job *job, struct diags *diags,
                        struct job_made *made)
{
    struct edition *editions = ARENA_ARRAY(diags->arena, struct edition, job->count);
    env_rest(env);
    if (!read_all(env, diags, job, editions))
        return job_refusal(diags);
    if (job->every_length && editions[0].folder && job->count == 1 && !env->length)
        make_every_length(env, diags, job, editions, made);
    else
        make_all(env, diags, job, editions, made);
    return diags->errors || (diags->shared && diags->shared->errors) ? job_refusal(diags)
                                                                     : JOB_DONE;
}
