/* The forms of dates as a regular expression, for editors: the same that date_parse reads. */
#include "date/date.h"

#include "date/date_words.h"

static void add_seasons(struct buf *out)
{
    for (int season = 0; season < SEASONS; season++)
        buf_addf(out, "|%s", date_seasons[season]);
}

/* A year and what may follow it. That 29 February needs a leap year is more than it can say. */
static struct str point_pattern(struct arena *arena)
{
    struct buf out = {.arena = arena};
    buf_addz(&out, "(?!0000)[0-9]{4}(-("
                   "(0[13578]|1[02])(-(0[1-9]|[12][0-9]|3[01]))?"
                   "|(0[469]|11)(-(0[1-9]|[12][0-9]|30))?"
                   "|02(-(0[1-9]|[12][0-9]))?");
    add_seasons(&out);
    buf_addz(&out, "))?");
    return buf_str(&out);
}

struct str date_pattern(struct arena *arena)
{
    const char *point = point_pattern(arena).at;
    return str_format(arena, "^\\s*(%s(/(%s|\\.\\.))?|\\.\\./%s)([?]~?|~[?]?)?\\s*$", point, point,
                      point);
}
