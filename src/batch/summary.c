/* The last line of a run. */
#include "batch/batch.h"

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static void add(struct buf *text, size_t count, const char *what)
{
    if (count)
        buf_addf(text, "%s%zu %s", text->len ? ", " : "", count, what);
}

static void add_rest(struct buf *text, const struct batch_counts *counts)
{
    add(text, counts->failed, "failed");
    add(text, counts->bugs, "crashed");
    add(text, counts->untried, "not tried");
}

struct str batch_summary(struct arena *arena, const struct batch_request *request,
                         const struct batch_counts *counts)
{
    struct buf text = {.arena = arena};
    if (request->is_check) {
        buf_addf(&text, "%zu briefing%s ok, %zu refused", counts->built, plural(counts->built),
                 counts->refused);
        add_rest(&text, counts);
        return buf_str(&text);
    }
    add(&text, counts->built, "built");
    add(&text, counts->unchanged, "unchanged");
    add(&text, counts->refused, "refused");
    add_rest(&text, counts);
    return str_format(arena, "%zu briefing%s: " STR_FMT, counts->jobs, plural(counts->jobs),
                      STR_ARG(buf_str(&text)));
}
