/* The line of progress (done, failed, rate, time left), and the last line of a run. */
#include "batch/workers/progress.h"

#include "batch/batch.h"
#include "batch/clock.h"

#include <inttypes.h>

/* Milliseconds: how long a line stands at least, and how long before anything is said of time. */
enum { PAUSE = 100, TOO_EARLY = 1000 };

void progress_begin(struct progress *progress, FILE *terminal, size_t total)
{
    *progress = (struct progress){.terminal = terminal, .total = total, .began = clock_now()};
}

static void print_time_left(FILE *out, int64_t seconds)
{
    if (seconds >= 120)
        fprintf(out, ", about %" PRId64 " minutes left", (seconds + 30) / 60);
    else
        fprintf(out, ", about %" PRId64 " s left", seconds);
}

static void print_rate(const struct progress *progress, size_t ended, int64_t elapsed)
{
    int64_t a_minute = (int64_t)ended * 60000 / elapsed;
    if (a_minute >= 120)
        fprintf(progress->terminal, ", %" PRId64 " a second", a_minute / 60);
    else
        fprintf(progress->terminal, ", %" PRId64 " a minute", a_minute);
    int64_t left = (int64_t)(progress->total - ended);
    print_time_left(progress->terminal, (left * elapsed / (int64_t)ended + 999) / 1000);
}

void progress_show(struct progress *progress, size_t done, size_t failed)
{
    int64_t now = progress->terminal ? clock_now() : 0;
    if (!progress->terminal || (progress->shown && now - progress->shown < PAUSE))
        return;
    progress_clear(progress);
    size_t ended = done + failed;
    fprintf(progress->terminal, "%zu of %zu: %zu done, %zu failed", ended, progress->total, done,
            failed);
    if (ended && now - progress->began >= TOO_EARLY)
        print_rate(progress, ended, now - progress->began);
    fflush(progress->terminal);
    progress->shown = now ? now : 1;
}

void progress_clear(struct progress *progress)
{
    if (progress->terminal && progress->shown)
        fputs("\r\033[K", progress->terminal);
    progress->shown = 0;
}

/* ---- the last line ---- */

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static void add_count(struct buf *text, size_t count, const char *what)
{
    if (count)
        buf_addf(text, "%s%zu %s", text->len ? ", " : "", count, what);
}

static void add_rest(struct buf *text, const struct batch_counts *counts)
{
    add_count(text, counts->failed, "failed");
    add_count(text, counts->bugs, "crashed");
    add_count(text, counts->untried, "not tried");
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
    add_count(&text, counts->built, "built");
    add_count(&text, counts->unchanged, "unchanged");
    add_count(&text, counts->refused, "refused");
    add_rest(&text, counts);
    return str_format(arena, "%zu briefing%s: " STR_FMT, counts->jobs, plural(counts->jobs),
                      STR_ARG(buf_str(&text)));
}
