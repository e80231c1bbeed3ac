/* Rules about headings: a title first and once, no level skipped, none empty; and about where a
   paper is parted. */
#include "base/ascii.h"
#include "base/unseen.h"
#include "doc/doc_codes.h"
#include "doc/markdown/spans.h"

static void check_level(struct arena *arena, struct diags *diags, const struct block *heading,
                        const struct block *before)
{
    struct str before_text = inlines_text(arena, before->inlines);
    struct diag *diag =
        diag_report(diags, &E412, heading->origin, "the heading `" STR_FMT "` skips a level",
                    STR_ARG(inlines_text(arena, heading->inlines)));
    diag_hint(diags, diag, "use level %d (%.*s) or less", before->level + 1, before->level + 1,
              "######");
    diag_note(diags, diag, before->origin,
              "the heading before it, `" STR_FMT "`, is of level %d and this one of level %d",
              STR_ARG(before_text), before->level, heading->level);
}

static void check_first(struct arena *arena, struct diags *diags, const struct block *heading)
{
    if (heading->level == 1)
        return;
    struct diag *diag = diag_report(diags, &E410, heading->origin,
                                    "the first heading, `" STR_FMT "`, is not of level 1",
                                    STR_ARG(inlines_text(arena, heading->inlines)));
    diag_hint(diags, diag, "begin with the title: one # and a space");
}

static void check_second_title(struct diags *diags, const struct block *heading,
                               const struct block *title)
{
    struct diag *diag = diag_report(diags, &E411, heading->origin,
                                    "a briefing has one heading of level 1, its title");
    diag_hint(diags, diag, "write ## for a section");
    diag_note(diags, diag, title->origin, "the title is here");
}

/* Does it contain anything but punctuation? */
static bool has_words(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if ((unsigned char)c >= 0x80 || ascii_is_digit(c) || ascii_is_letter(c))
            return !unseen_is_blank(text);
    }
    return false;
}

static void check_heading(struct arena *arena, struct diags *diags, const struct block *heading,
                          const struct block *before, const struct block *title)
{
    if (!has_words(inlines_text(arena, heading->inlines)))
        diag_report(diags, &E413, heading->origin, "a heading of level %d has no words",
                    heading->level);
    if (!before)
        check_first(arena, diags, heading);
    else if (heading->level == 1 && title)
        check_second_title(diags, heading, title);
    else if (heading->level > before->level + 1)
        check_level(arena, diags, heading, before);
}

/* ---- where a paper is parted ---- */

static void refuse_parting(struct diags *diags, const struct block *block, const char *why,
                           const char *hint)
{
    struct diag *diag =
        diag_report(diags, &E552, block->origin, "`%s` stands %s", block->component->name, why);
    diag_hint(diags, diag, "%s", hint);
}

static void check_partings(struct diags *diags, const struct block *document)
{
    bool titled = false, ended = false, annexed = false;
    for (const struct block *block = document->children; block; block = block->next) {
        titled |= block->kind == BLOCK_HEADING;
        enum block_kind parts = block->kind == BLOCK_COMPONENT ? block->component->parts : 0;
        bool ends = parts == BLOCK_PAGE_ONE_ENDS, annexes = parts == BLOCK_ANNEXES;
        if (parts && !titled)
            refuse_parting(diags, block, "before the title", "write it where the page ends");
        else if ((ends && ended) || (annexes && annexed))
            refuse_parting(diags, block, "here a second time", "leave one of the two");
        else if (ends && annexed)
            refuse_parting(diags, block, "behind `annexes`", "the first page ends before them");
        ended |= ends;
        annexed |= annexes;
    }
}

void outline_check(struct arena *arena, struct diags *diags, const struct block *document)
{
    const struct block *before = NULL, *title = NULL;
    check_partings(diags, document);
    for (const struct block *block = document->children; block; block = block->next) {
        if (block->kind != BLOCK_HEADING)
            continue;
        check_heading(arena, diags, block, before, title);
        before = block;
        if (block->level == 1 && !title)
            title = block;
    }
    if (before)
        return;
    struct diag *diag =
        diag_report(diags, &E410, document->origin, "the briefing has no heading at all");
    diag_hint(diags, diag, "begin with the title: one # and a space");
}
