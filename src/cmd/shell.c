/* What the scripts for the shells have in common. */
#include "cmd/completion.h"

void shell_quote(struct buf *out, const char *text)
{
    buf_byte(out, '\'');
    for (; *text; text++)
        if (*text == '\'')
            buf_addz(out, "'\\''");
        else
            buf_byte(out, *text);
    buf_byte(out, '\'');
}

void shell_words(struct buf *out, const struct argument *argument)
{
    for (size_t i = 0; argument->word(i); i++)
        buf_addf(out, "%s%s", i ? " " : "", argument->word(i));
}

/* A template is a folder with a look, a theme a file: here, else where the program was installed.
 */
void shell_names(struct buf *out)
{
    buf_addz(out, "sh -c '"
                  "[ -d templates ] || cd \"" COUNCILBRIEF_DATADIR "\" 2>/dev/null || exit 0; "
                  "case $1 in "
                  "template) for f in templates/*/theme.yaml; do f=${f%/theme.yaml}; "
                  "[ ! -d \"$f\" ] || echo \"${f##*/}\"; done ;; "
                  "theme) for f in templates/themes/*.yaml; do "
                  "[ ! -e \"$f\" ] || basename \"$f\" .yaml; done ;; "
                  "esac' sh");
}
