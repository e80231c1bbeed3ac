/* Themes of earlier versions: keys that nothing is done with any more, and letters that were
   allowed to be smaller. */
#include "layout/layout_codes.h"
#include "layout/theme/theme_file.h"

enum {
    LEAST_TO_READ = 12000, /* of what is read line by line: text, lists, tables */
    LEAST_BESIDE = 10500,  /* of notes, the foot and labels in drawings */
    ONCE_ALLOWED = 9000,   /* what was smaller was refused, and is */
    ONCE_IN_CHARTS = 8000,
};

/* ---- keys ---- */

static void warn_unused(struct diags *diags, const void *record, const char *name, const char *hint)
{
    struct diag *diag = diag_report(diags, &W542, record_span_of(record, name),
                                    "nothing is done with `%s` any more", name);
    diag_hint(diags, diag, "%s", hint);
}

static void warn_keys(struct diags *diags, const struct theme_file *file)
{
    static const char first[] =
        "no page has a running head: write `first_left` and `first_right` for the first page's "
        "first line, or leave it out";
    if (file->page && file->page->header.text.at)
        warn_unused(diags, file->page, "header", "no page has a running head: leave it out");
    if (file->running && file->running->header_left.len)
        warn_unused(diags, file->running, "header_left", first);
    if (file->running && file->running->header_right.len)
        warn_unused(diags, file->running, "header_right", first);
}

/* ---- sizes ---- */

static milli least_of(int role)
{
    switch ((enum style_role)role) {
    case STYLE_BODY:
    case STYLE_LEAD:
    case STYLE_TABLE:
    case STYLE_TABLE_HEADER:
    case STYLE_CAPTION:
    case STYLE_QUOTE:
    case STYLE_CONTENTS:
    case STYLE_SIDE: return LEAST_TO_READ;
    default: return LEAST_BESIDE;
    }
}

/* What was too small before is refused as it was. */
static milli once_allowed(int role)
{
    if (role == STYLE_BODY || role == STYLE_LEAD)
        return LEAST_TO_READ;
    return role == STYLE_CHART ? ONCE_IN_CHARTS : ONCE_ALLOWED;
}

static void warn_raised(struct diags *diags, const struct theme_style *style, int role, milli least)
{
    struct diag *diag =
        diag_report(diags, &W543, SPAN_OF(style, size),
                    "text in the style `%s` is set in %d%s pt, not in " STR_FMT,
                    theme_styles_table.fields[role].name, (int)(least / MILLI_PER_POINT),
                    least % MILLI_PER_POINT ? ".5" : "", STR_ARG(style->size.text));
    diag_hint(diags, diag, "write that size, and a leading that goes with it");
}

static void renew_size(struct diags *diags, const struct theme_style *written, int role,
                       struct text_style *style)
{
    milli least = least_of(role);
    if (!written || style->size >= least || style->size < once_allowed(role))
        return;
    warn_raised(diags, written, role, least);
    style->leading = (milli)((int64_t)style->leading * least / style->size);
    style->size = least;
}

void theme_renew(struct diags *diags, const struct theme_file *file, struct theme *theme)
{
    warn_keys(diags, file);
    for (int role = 0; file->styles && role < STYLE_ROLE_COUNT; role++)
        renew_size(diags, file->styles->roles[role], role, &theme->styles[role]);
}
