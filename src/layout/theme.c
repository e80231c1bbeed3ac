/* Reads theme.yaml: binds it, measures it, checks it, finds its fonts. */
#include "layout/picture.h"
#include "layout/theme_file.h"

#include "spec/bind.h"

static void copy_running(const struct theme_running *running, struct theme *theme)
{
    if (!running)
        return;
    theme->header_left = running->header_left;
    theme->header_right = running->header_right;
    theme->footer_left = running->footer_left;
    theme->header_left_span = record_span_of(running, "header_left");
    theme->header_right_span = record_span_of(running, "header_right");
    theme->footer_left_span = record_span_of(running, "footer_left");
}

const struct theme *theme_read(struct arena *arena, struct diags *diags, const char *path)
{
    size_t errors = diags->errors;
    const struct theme_file *file = bind_file(arena, diags, &theme_file_table, path);
    if (!file)
        return NULL;
    struct theme *theme = ARENA_NEW(arena, struct theme);
    theme_measure(diags, file, theme);
    copy_running(file->running, theme);
    if (diags->errors == errors)
        theme_check(diags, file, theme);
    theme_find_fonts(arena, diags, file, path, theme);
    theme->folder = picture_folder(str_from(path));
    theme_read_logo(arena, diags, file, theme);
    return diags->errors == errors ? theme : NULL;
}

enum mark_shape tone_shape(enum grade_tone tone)
{
    static const enum mark_shape shapes[] = {
        [TONE_NONE] = MARK_NONE,     [TONE_BEST] = MARK_STAR,    [TONE_GOOD] = MARK_DISC,
        [TONE_WEAK] = MARK_TRIANGLE, [TONE_WORST] = MARK_SQUARE, [TONE_NEUTRAL] = MARK_RING,
    };
    return shapes[tone];
}
