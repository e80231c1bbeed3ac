/* A rendering under way: failures, limits, and whether a value can be used or printed. */
#include "brief/spec.h"
#include "template/render/render.h"
#include "template/template_codes.h"

#include "base/limits.h"
#include "base/real.h"

#include <inttypes.h>

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

struct value render_fail(struct rendering *rendering, const struct code *code, struct span span,
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

void render_stop(struct rendering *rendering, const struct code *code, const char *message)
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
    render_stop(rendering, &E317, "the template takes more than 1,000,000 steps");
    return false;
}

bool render_spend_text(struct rendering *rendering, size_t len)
{
    enum { BYTES_A_STEP = 16 };
    if (len > LIMIT_TEMPLATE_OUTPUT) {
        render_stop(rendering, &E318, "a text in the template grows beyond 4 MiB");
        return false;
    }
    return render_spend(rendering, len / BYTES_A_STEP);
}

/* ---- may it be used? ---- */

static struct span written_at(const void *record, const struct record_table *table)
{
    if (!record)
        return (struct span){0};
    return value_record(record, table).origin;
}

/* A key that data does not have. */
static void unknown_key(struct rendering *rendering, const struct missing *missing)
{
    const struct map_value *map = missing->map;
    const char **keys = ARENA_ARRAY(rendering->arena, const char *, map->count);
    for (size_t i = 0; i < map->count; i++)
        keys[i] = str_z(rendering->arena, map->entries[i].key);
    render_fail(rendering, &E311, missing->at, "there is no `" STR_FMT "` in the data",
                STR_ARG(missing->name));
    const char *nearest = diag_nearest(missing->name, keys, map->count, sizeof *keys);
    if (nearest)
        render_hint(rendering, "did you mean `%s`?", nearest);
}

bool value_usable(struct rendering *rendering, const struct value *value, struct span span)
{
    if (value->kind == VALUE_FAULT)
        rendering->failed = true;
    if (rendering->failed)
        return false;
    if (value->kind != VALUE_UNDEFINED)
        return true;
    const struct missing *missing = value->missing;
    if (!missing) {
        render_fail(rendering, &E311, span, "the `if` has no `else`, so there is no value here");
    } else if (missing->map) {
        unknown_key(rendering, missing);
    } else if (missing->reason) {
        render_fail(rendering, &E311, missing->at, "there is no `" STR_FMT "`: %s",
                    STR_ARG(missing->name), missing->reason);
    } else {
        render_fail(rendering, &E311, missing->at, "`" STR_FMT "` is not given for this %s",
                    STR_ARG(missing->name), missing->table->name);
        render_hint(rendering, "fill it in, or ask first with `is defined`");
        render_note(rendering, written_at(missing->record, missing->table),
                    "this is the record that leaves it out");
    }
    return false;
}

bool value_truth(struct rendering *rendering, const struct value *value, struct span span)
{
    if (value->kind == VALUE_UNDEFINED && !value->missing)
        return false;
    if (!value_usable(rendering, value, span))
        return false;
    switch (value->kind) {
    case VALUE_NONE: return false;
    case VALUE_BOOL: return value->truth;
    case VALUE_WHOLE: return value->whole != 0;
    case VALUE_DECIMAL: return value->decimal.mantissa != 0;
    case VALUE_FLOAT: return value->real != 0;
    case VALUE_MAP: return value->map->count > 0;
    case VALUE_TEXT:
    case VALUE_MARKDOWN:
    case VALUE_INSERTED_MARKDOWN: return value->text.len > 0;
    case VALUE_LIST: break;
    default: return true;
    }
    if (value->list->stream) {
        render_fail(rendering, &E314, span, "Jinja counts this list as true even when it is empty");
        render_hint(rendering, "put | list behind the filter that made it");
        return false;
    }
    return value->list->count > 0;
}

/* ---- what {{ }} shows ---- */

static struct str no_text(struct rendering *rendering, struct span span, const char *what,
                          const char *hint)
{
    render_fail(rendering, &E315, span, "%s cannot be printed", what);
    render_hint(rendering, "%s", hint);
    return STR_NONE;
}

/* The label of a grade; the id where the frameworks do not know it. */
static struct str grade_label(const struct rendering *rendering, struct str id)
{
    const struct frameworks *frameworks =
        rendering->briefing ? rendering->briefing->frameworks : NULL;
    const struct grade *grade = frameworks ? grade_find(frameworks, id) : NULL;
    return grade && grade->label.at ? grade->label : id;
}

/* "[2]" or "[1, 3]"; empty without sources. */
static struct str cite_text(struct rendering *rendering, struct refs refs)
{
    struct buf text = {.arena = rendering->arena};
    buf_addz(&text, "");
    for (size_t i = 0; i < refs.count; i++) {
        size_t number = spec_ref_number(rendering->briefing, &refs.items[i]);
        buf_addf(&text, "%s%zu", i ? ", " : "[", number);
    }
    buf_addz(&text, refs.count ? "]" : "");
    return buf_str(&text);
}

static struct str decimal_print(struct rendering *rendering, const struct decimal *decimal)
{
    return decimal->text.at ? decimal->text : decimal_text(rendering->arena, *decimal);
}

struct str value_print(struct rendering *rendering, const struct value *value, struct span span)
{
    if (value->kind == VALUE_UNDEFINED && !value->missing)
        return STR("");
    if (!value_usable(rendering, value, span))
        return STR_NONE;
    switch (value->kind) {
    case VALUE_WHOLE: return str_format(rendering->arena, "%" PRId64, value->whole);
    case VALUE_DECIMAL: return decimal_print(rendering, &value->decimal);
    case VALUE_FLOAT: return real_text(rendering->arena, value->real);
    case VALUE_TEXT:
    case VALUE_INSERTED_MARKDOWN: return value->text;
    case VALUE_DATE: return date_text(rendering->arena, value->date, DATE_LONG);
    case VALUE_WORD: return str_from(word_label(value->words, value->word));
    case VALUE_GRADE: return grade_label(rendering, value->text);
    case VALUE_CITE: return cite_text(rendering, value->refs);
    case VALUE_MARKDOWN:
        render_fail(rendering, &E322, span, "this is an officer's Markdown");
        render_hint(rendering, "write | markdown behind it");
        return STR_NONE;
    case VALUE_BOOL:
        return no_text(rendering, span, "a yes or no", "write {{ \"yes\" if value else \"no\" }}");
    case VALUE_LIST:
        return no_text(rendering, span, "a list", "write | words behind it, or use {% for %}");
    case VALUE_MAP: return no_text(rendering, span, "a map", "print one of its values");
    case VALUE_RECORD:
        return no_text(rendering, span, value->table->a_name, "print one of its fields");
    default: return no_text(rendering, span, "`none`", "ask first with {% if %}");
    }
}
