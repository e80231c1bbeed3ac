/* The theme's logo: its picture, and how wide it can be. */
#include "layout/layout_codes.h"
#include "layout/picture/picture.h"
#include "layout/theme/theme_file.h"

static void check_width(struct diags *diags, const struct theme_logo *logo,
                        const struct theme *theme)
{
    milli most = theme->page_width - theme->margin_left - theme->margin_right;
    if (!theme_is_measure(logo->width))
        return; /* which has been told */
    if (theme->logo.width > 0 && theme->logo.width <= most)
        return;
    struct diag *diag =
        diag_report(diags, &E526, SPAN_OF(logo, width), "the logo cannot be " STR_FMT " mm wide",
                    STR_ARG(logo->width.text));
    diag_hint(diags, diag, "use more than 0 and no more than the text between the margins");
}

void theme_read_logo(struct arena *arena, struct diags *diags, const struct theme_file *file,
                     struct theme *theme)
{
    const struct theme_logo *logo = file->logo;
    if (!logo)
        return;
    check_width(diags, logo, theme);
    struct str folder = picture_folder(theme->logo.span.source->path);
    struct picture_place place = {folder, logo->file, theme->logo.span};
    theme->logo.picture = picture_read(arena, diags, &place);
}
