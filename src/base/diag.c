/* The sink of diagnostics: adding them, with hints and notes, and finding what was meant. */
#include "base/diag.h"

#include "base/limits.h"

void diags_init(struct diags *diags, struct arena *arena)
{
    *diags = (struct diags){.arena = arena};
}

/* A place past the limit is counted and its details are lost: nobody reads the thousandth fault. */
static struct diag *add(struct diags *diags, enum code code, const char *format, va_list args)
{
    enum severity severity = code_info(code)->severity;
    diags->errors += severity != SEVERITY_WARNING;
    diags->failures += severity == SEVERITY_FAILURE;
    diags->bugs += severity == SEVERITY_BUG;
    diags->warnings += severity == SEVERITY_WARNING;
    struct diag *diag = diags->items.count < LIMIT_DIAGNOSTICS
                            ? LIST_ADD(diags->arena, &diags->items)
                            : ARENA_NEW(diags->arena, struct diag);
    struct buf message = {.arena = diags->arena};
    buf_addv(&message, format, args);
    diag->code = code;
    diag->severity = severity;
    diag->message = buf_str(&message);
    return diag;
}

struct diag *diag_report(struct diags *diags, enum code code, struct span span, const char *format,
                         ...)
{
    va_list args;
    va_start(args, format);
    struct diag *diag = add(diags, code, format, args);
    va_end(args);
    diag->span = span;
    return diag;
}

struct diag *diag_report_file(struct diags *diags, enum code code, const char *path,
                              const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct diag *diag = add(diags, code, format, args);
    va_end(args);
    diag->path = str_copy(diags->arena, str_from(path));
    return diag;
}

void diag_hint(struct diags *diags, struct diag *diag, const char *format, ...)
{
    struct buf hint = {.arena = diags->arena};
    va_list args;
    va_start(args, format);
    buf_addv(&hint, format, args);
    va_end(args);
    diag->hint = buf_str(&hint);
}

void diag_note(struct diags *diags, struct diag *diag, struct span span, const char *format, ...)
{
    struct buf message = {.arena = diags->arena};
    va_list args;
    va_start(args, format);
    buf_addv(&message, format, args);
    va_end(args);
    *LIST_ADD(diags->arena, &diag->notes) = (struct diag_note){span, buf_str(&message)};
}

const char *diag_nearest(struct str wrong, const void *words, size_t count, size_t stride)
{
    size_t limit = wrong.len < 4 ? 1 : wrong.len < 8 ? 2 : 3;
    const char *best = NULL;
    for (size_t i = 0; i < count; i++) {
        const char *word = *(const char *const *)(const void *)((const char *)words + i * stride);
        size_t distance = word ? str_distance(wrong, str_from(word), limit) : limit + 1;
        if (distance > limit || distance >= wrong.len)
            continue;
        best = word;
        limit = distance == 0 ? 0 : distance - 1;
        if (distance <= 1)
            break;
    }
    return best;
}
