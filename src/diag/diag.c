/* The sink of diagnostics: adding them, with hints and notes, and finding what was meant. */
#include "diag/diag.h"

#include "base/limits.h"
#include "base/shown.h"
#include "base/unseen.h"
#include "diag/diag_codes.h"

#include <string.h>

void diags_init(struct diags *diags, struct arena *arena)
{
    *diags = (struct diags){.arena = arena};
}

/* ---- the same fault told once ---- */

static uint64_t mix(uint64_t hash, const void *bytes, size_t len)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ at[i]) * 1099511628211ULL; /* FNV-1a */
    return hash;
}

static uint64_t hash_of(const struct diag *diag)
{
    const uint32_t numbers[] = {diag->span.start, diag->span.end};
    uint64_t hash = mix(14695981039346656037ULL, numbers, sizeof numbers);
    hash = mix(hash, diag->code->name, strlen(diag->code->name));
    hash = mix(hash, diag->path.at, diag->path.len);
    return mix(hash, diag->message.at, diag->message.len);
}

static bool is_same(const struct diag *a, const struct diag *b)
{
    return a->code == b->code && a->span.source == b->span.source &&
           a->span.start == b->span.start && a->span.end == b->span.end &&
           str_equal(a->path, b->path) && str_equal(a->message, b->message);
}

/* Where a fault is in the table, or would be. */
static uint32_t *slot_of(const struct diags *diags, const struct diag *diag)
{
    size_t mask = diags->told.capacity - 1;
    size_t at = (size_t)hash_of(diag) & mask;
    while (diags->told.slots[at] && !is_same(&diags->items.items[diags->told.slots[at] - 1], diag))
        at = (at + 1) & mask;
    return &diags->told.slots[at];
}

/* Keeps the table at most half full. */
static void make_room(struct diags *diags)
{
    struct diag_table *told = &diags->told;
    if (diags->items.count * 2 < told->capacity)
        return;
    told->capacity = told->capacity ? told->capacity * 2 : 64;
    told->slots = ARENA_ARRAY(diags->arena, uint32_t, told->capacity);
    for (size_t i = 0; i < diags->items.count; i++)
        *slot_of(diags, &diags->items.items[i]) = (uint32_t)i + 1;
}

/* ---- adding ---- */

static void count(struct diags *diags, enum severity severity)
{
    diags->errors += severity != SEVERITY_WARNING;
    diags->failures += severity == SEVERITY_FAILURE;
    diags->bugs += severity == SEVERITY_BUG;
    diags->warnings += severity == SEVERITY_WARNING;
}

static struct diag *keep(struct diags *diags, const struct diag *diag)
{
    make_room(diags);
    *slot_of(diags, diag) = (uint32_t)diags->items.count + 1;
    struct diag *kept = LIST_ADD(diags->arena, &diags->items);
    *kept = *diag;
    return kept;
}

static struct diag *lose(struct diags *diags, const struct diag *diag)
{
    struct diag *lost = ARENA_NEW(diags->arena, struct diag);
    *lost = *diag;
    return lost;
}

static enum severity severity_in(const struct diags *diags, const struct code *code)
{
    bool refuses = diags->strict && code->severity == SEVERITY_WARNING;
    for (size_t i = 0; refuses && i < diags->strict->allowed.count; i++)
        refuses = diags->strict->allowed.items[i] != code;
    return refuses ? SEVERITY_ERROR : code->severity;
}

/* The last that is kept says that there are more. */
static void keep_limit(struct diags *diags, const struct diag *first_lost)
{
    struct diag limit = {.code = &W101, .severity = severity_in(diags, &W101)};
    limit.path = first_lost->span.source ? first_lost->span.source->path : first_lost->path;
    limit.message = str_format(diags->arena, "only %d faults are listed", LIMIT_DIAGNOSTICS);
    limit.hint = STR("mend these first, and check again");
    count(diags, limit.severity);
    keep(diags, &limit);
}

/* What was told before, and what is past the limit, is counted and lost: the caller cannot tell. */
static struct diag *add_text(struct diags *diags, struct diag diag, struct str message)
{
    diag.message = message;
    diag.severity = severity_in(diags, diag.code);
    count(diags, diag.severity);
    if (diags->told.capacity && *slot_of(diags, &diag)) {
        diags->repeated++;
        return lose(diags, &diag);
    }
    if (diags->items.count < LIMIT_DIAGNOSTICS)
        return keep(diags, &diag);
    if (diags->items.count == LIMIT_DIAGNOSTICS)
        keep_limit(diags, &diag);
    return lose(diags, &diag);
}

/* Whatever values stand in it: nobody else makes a text of a diagnostic. */
static struct str text_of(const struct diags *diags, const char *format, va_list args)
{
    struct buf text = {.arena = diags->arena};
    buf_addv(&text, format, args);
    return shown_text(diags->arena, buf_str(&text));
}

static struct diag *add(struct diags *diags, struct diag diag, const char *format, va_list args)
{
    return add_text(diags, diag, text_of(diags, format, args));
}

struct diag *diag_report(struct diags *diags, const struct code *code, struct span span,
                         const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct diag *diag = add(diags, (struct diag){.code = code, .span = span}, format, args);
    va_end(args);
    return diag;
}

struct diag *diag_report_file(struct diags *diags, const struct code *code, const char *path,
                              const char *format, ...)
{
    struct diag whole = {.code = code, .path = str_copy(diags->arena, str_from(path))};
    va_list args;
    va_start(args, format);
    struct diag *diag = add(diags, whole, format, args);
    va_end(args);
    return diag;
}

void diag_hint(struct diags *diags, struct diag *diag, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    diag->hint = text_of(diags, format, args);
    va_end(args);
}

void diag_note(struct diags *diags, struct diag *diag, struct span span, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str message = text_of(diags, format, args);
    va_end(args);
    *LIST_ADD(diags->arena, &diag->notes) = (struct diag_note){span, message};
}

void diag_report_unseen(struct diags *diags, const struct unseen *unseen, struct span span)
{
    struct str label = unseen_label(diags->arena, unseen);
    struct diag *diag;
    if (unseen->kind & (UNSEEN_DIRECTION | UNSEEN_LOST | UNSEEN_PRIVATE))
        diag = diag_report(diags, &E425, span, "the text holds " STR_FMT, STR_ARG(label));
    else
        diag = diag_report(
            diags, &W401, span, "the text holds " STR_FMT ", which cannot be seen and is %s",
            STR_ARG(label), unseen->kind == UNSEEN_LINE ? "read as a space" : "left out");
    diag_hint(diags, diag, "%s", unseen->cure);
}

void diag_suggest(struct diags *diags, struct diag *diag, struct span span, struct str text)
{
    if (span.source && span.source->kind != SOURCE_TEXT)
        return; /* a value may be made of several cells, or stand for another word */
    diag->fix = (struct diag_fix){span, str_copy(diags->arena, text), false};
}

void diag_correct(struct diags *diags, struct diag *diag, struct span span, struct str text)
{
    diag_suggest(diags, diag, span, text);
    diag->fix.certain = diag->fix.span.source != NULL;
}

static struct diag *repeat(struct diags *diags, const struct diag *diag)
{
    struct diag again = {.code = diag->code, .span = diag->span, .path = diag->path};
    struct diag *added = add_text(diags, again, diag->message);
    added->hint = diag->hint;
    added->fix = diag->fix;
    for (size_t i = 0; i < diag->notes.count; i++)
        *LIST_ADD(diags->arena, &added->notes) = diag->notes.items[i];
    return added;
}

void diags_repeat(struct diags *diags, const struct diags *from)
{
    for (size_t i = 0; i < from->items.count; i++)
        repeat(diags, &from->items.items[i]);
}

void diags_repeat_for(struct diags *diags, const struct diags *from, struct span span,
                      const char *note)
{
    for (size_t i = 0; i < from->items.count; i++) {
        struct diag *added = repeat(diags, &from->items.items[i]);
        if (i == 0 && span.source)
            diag_note(diags, added, span, "%s", note);
    }
}

/* ---- several sinks as one ---- */

static bool was_told(const struct diags *diags, const struct diag *diag)
{
    return diags->told.capacity && *slot_of(diags, diag);
}

static void join_one(struct diags *diags, const struct diags_part *parts, size_t count, size_t own,
                     const struct diag *diag)
{
    size_t told = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_told = i == own || was_told(&parts[i].diags, diag);
        if (is_told && i < own)
            return;
        told += is_told;
    }
    struct diag *added = repeat(diags, diag);
    if (told == 1 && count > 1 && !diag->code->of_all)
        added->message = str_format(diags->arena, STR_FMT " (only in %s)", STR_ARG(diag->message),
                                    parts[own].name);
}

void diags_join(struct diags *diags, const struct diags_part *parts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < parts[i].diags.items.count; j++)
            join_one(diags, parts, count, i, &parts[i].diags.items.items[j]);
}

static const char *word_at(const void *words, size_t i, size_t stride)
{
    return *(const char *const *)(const void *)((const char *)words + i * stride);
}

/* Capitals are no mistake in spelling: `ONS_code` is `ons_code`, however near others are. */
const char *diag_nearest(struct str wrong, const void *words, size_t count, size_t stride)
{
    for (size_t i = 0; i < count; i++)
        if (word_at(words, i, stride) && str_alike(wrong, str_from(word_at(words, i, stride))))
            return word_at(words, i, stride);
    size_t limit = wrong.len < 4 ? 1 : wrong.len < 8 ? 2 : 3;
    const char *best = NULL;
    for (size_t i = 0; i < count; i++) {
        const char *word = word_at(words, i, stride);
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
