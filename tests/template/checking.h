/* Checking templates in tests: a text as a template of one file. */
#ifndef COUNCILBRIEF_TESTS_TEMPLATE_CHECKING_H
#define COUNCILBRIEF_TESTS_TEMPLATE_CHECKING_H

#include "template/fixture.h"

#include "template/check/checker.h"
#include "template/parse/parser.h"

/* NULL after diagnostics of the parser. */
static inline const struct template_set *set_of_text(struct arena *arena, struct diags *diags,
                                                     const char *text)
{
    size_t errors = diags->errors;
    const struct source *source = source_from_text(arena, diags, "test.md", str_from(text));
    assert_non_null(source);
    struct parser parser = {.arena = arena, .diags = diags};
    struct span whole = {source, 0, (uint32_t)source->text.len};
    struct template_file *file = ARENA_NEW(arena, struct template_file);
    *file = (struct template_file){.name = STR("test.md"), .source = source};
    file->body = template_parse(&parser, whole, source->text);
    struct template_set *set = ARENA_NEW(arena, struct template_set);
    set->main = file;
    *LIST_ADD(arena, &set->files) = file;
    return diags->errors == errors ? set : NULL;
}

#endif
