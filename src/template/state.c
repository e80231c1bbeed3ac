/* The state of a rendering: failures, limits, and the names that are set. */
#include "base/limits.h"
#include "template/render.h"

#include "base/limits.h"

static const struct value failure = {.kind = VALUE_FAULT};

/* True the first time a place is complained about: a loop meets the same fault at every turn. */
static bool first_report(struct rendering *rendering, struct span span)
{
    for (size_t i = 0; i < rendering->reported.count; i++) {
        const struct span *old = &rendering->reported.items[i];
        if (old->source == span.source && old->start == span.start && old->end == span.end)
            return false;
    }
    *LIST_ADD(rendering->arena, &rendering->reported) = span;
    return true;
}

struct value render_fail(struct rendering *rendering, enum code code, struct span span,
                         const char *format, ...)
{
    rendering->errors++;
    rendering->hintable = false;
    if (!rendering->failed && first_report(rendering, span)) {
        va_list args;
        va_start(args, format);
        struct buf message = {.arena = rendering->arena};
        buf_addv(&message, format, args);
        va_end(args);
        diag_report(rendering->diags, code, span, STR_FMT, STR_ARG(buf_str(&message)));
        rendering->hintable = true;
    }
    rendering->failed = true;
    if (rendering->reported.count > LIMIT_DIAGNOSTICS_SHOWN)
        rendering->stopped = true;
    return failure;
}

static struct diag *last_diag(struct rendering *rendering)
{
    struct diags *diags = rendering->diags;
    return rendering->hintable && diags->items.count ? &diags->items.items[diags->items.count - 1]
                                                     : NULL;
}

struct value render_hint(struct rendering *rendering, const char *format, ...)
{
    struct diag *diag = last_diag(rendering);
    if (!diag)
        return failure;
    va_list args;
    va_start(args, format);
    struct buf hint = {.arena = rendering->arena};
    buf_addv(&hint, format, args);
    va_end(args);
    diag_hint(rendering->diags, diag, STR_FMT, STR_ARG(buf_str(&hint)));
    return failure;
}

void render_note(struct rendering *rendering, struct span span, const char *what)
{
    struct diag *diag = last_diag(rendering);
    if (diag && span.source)
        diag_note(rendering->diags, diag, span, "%s", what);
}

void render_stop(struct rendering *rendering, enum code code, const char *message)
{
    if (!rendering->stopped)
        diag_report(rendering->diags, code, rendering->here, "%s", message);
    rendering->errors++;
    rendering->failed = rendering->stopped = true;
}

bool render_spend(struct rendering *rendering, size_t steps)
{
    if (rendering->stopped)
        return false;
    rendering->steps += steps;
    if (rendering->steps <= LIMIT_TEMPLATE_STEPS)
        return true;
    render_stop(rendering, E317, "the template takes more than 1,000,000 steps");
    return false;
}

bool render_spend_text(struct rendering *rendering, size_t len)
{
    enum { BYTES_A_STEP = 16 };
    if (len > LIMIT_TEMPLATE_OUTPUT) {
        render_stop(rendering, E318, "a text in the template grows beyond 4 MiB");
        return false;
    }
    return render_spend(rendering, len / BYTES_A_STEP);
}

void scope_set(struct rendering *rendering, struct str name, struct value value)
{
    struct scope *scope = rendering->scope;
    for (size_t i = 0; i < scope->variables.count; i++) {
        if (!str_equal(scope->variables.items[i].name, name))
            continue;
        scope->variables.items[i].value = value;
        return;
    }
    render_spend(rendering, scope->variables.count);
    *LIST_ADD(rendering->arena, &scope->variables) = (struct variable){name, value};
}
