/* Replies on their way from a worker process to the one that started it: both are the same program,
   so numbers go as they lie in memory. */
#include "batch/reply.h"

#include "batch/clock.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

/* What goes ahead of the texts. */
struct reply_head {
    size_t job, warnings;
    enum job_result result;
    bool is_last;
    size_t lens[REPLY_TEXTS];
};

/* The system is short of memory for what is on its way: worth a little patience, as all is lost
   without. */
static bool may_pass(int error, int *tries)
{
    enum { TRIES = 40, PAUSE = 25 /* milliseconds */ };
    if (error == EINTR)
        return true;
    if ((error != ENOBUFS && error != ENOMEM && error != EAGAIN) || ++*tries > TRIES)
        return false;
    clock_sleep(PAUSE);
    return true;
}

bool socket_send(int socket, const void *bytes, size_t len)
{
    const char *at = bytes;
    int tries = 0;
    for (size_t done = 0; done < len;) {
        ssize_t sent = send(socket, at + done, len - done, MSG_NOSIGNAL);
        if (sent < 0 && may_pass(errno, &tries))
            continue;
        if (sent <= 0)
            return false;
        done += (size_t)sent;
    }
    return true;
}

bool reply_send(int socket, const struct reply *reply)
{
    struct reply_head head;
    memset(&head, 0, sizeof head);
    head.job = reply->job;
    head.warnings = reply->warnings;
    head.result = reply->result;
    head.is_last = reply->is_last;
    for (int i = 0; i < REPLY_TEXTS; i++)
        head.lens[i] = reply->texts[i].len;
    bool sent = socket_send(socket, &head, sizeof head);
    for (int i = 0; i < REPLY_TEXTS && sent; i++)
        sent = socket_send(socket, reply->texts[i].at, reply->texts[i].len);
    return sent;
}

bool reply_parse(struct str received, struct reply *reply)
{
    struct reply_head head;
    if (received.len < sizeof head)
        return false;
    memcpy(&head, received.at, sizeof head);
    size_t end = sizeof head;
    for (int i = 0; i < REPLY_TEXTS; i++)
        end += head.lens[i];
    if (received.len < end)
        return false;
    *reply = (struct reply){
        .job = head.job, .result = head.result, .is_last = head.is_last, .warnings = head.warnings};
    size_t at = sizeof head;
    for (int i = 0; i < REPLY_TEXTS; at += head.lens[i], i++)
        reply->texts[i] = str_part(received, at, at + head.lens[i]);
    return true;
}
