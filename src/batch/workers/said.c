/* Keeps what a worker prints until it is known whether it dies of it. */
#include "batch/workers/said.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

enum { LINES = 24, COLUMNS = 160 };

static bool prepare(int end)
{
    return fcntl(end, F_SETFD, FD_CLOEXEC) == 0 && fcntl(end, F_SETFL, O_NONBLOCK) == 0;
}

bool said_open(int ends[2])
{
    if (pipe(ends) != 0)
        return false;
    if (prepare(ends[0]) && prepare(ends[1]))
        return true;
    int error = errno;
    close(ends[0]);
    close(ends[1]);
    errno = error;
    return false;
}

/* Into a place with room; 0 when there is no more. */
static size_t read_some(int end, char *into, size_t room)
{
    ssize_t got;
    do
        got = read(end, into, room);
    while (got < 0 && errno == EINTR);
    return got > 0 ? (size_t)got : 0;
}

void said_forget(int end)
{
    char block[4096];
    while (read_some(end, block, sizeof block))
        continue;
}

void said_read(int end, struct said *said)
{
    size_t got;
    said->len = 0;
    while (said->len < sizeof said->text &&
           (got = read_some(end, said->text + said->len, sizeof said->text - said->len)))
        said->len += got;
    said_forget(end);
}

void said_note(struct diags *diags, struct diag *diag, const struct said *said)
{
    struct str text = {said->text, said->len};
    int lines = 0;
    for (size_t at = 0, end; at < text.len; at = end + 1) {
        end = str_find(text, '\n', at);
        struct str line = str_trim(str_part(text, at, end));
        if (!line.len)
            continue;
        if (lines++ == LINES) {
            diag_note(diags, diag, (struct span){0}, "it printed more");
            return;
        }
        diag_note(diags, diag, (struct span){0}, "it printed: " STR_FMT "%s",
                  STR_ARG(str_part(line, 0, COLUMNS)), line.len > COLUMNS ? "..." : "");
    }
}
