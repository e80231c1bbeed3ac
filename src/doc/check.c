/* Checks the fenced blocks of a template: each names a component, and gives options that it has. */
#include "doc/component.h"

#include "data/bind/bind.h"
#include "data/data_codes.h"
#include "data/yaml/yaml.h"
#include "diag/diag.h"
#include "doc/doc_codes.h"
#include "template/template.h"

const struct component *component_find(const struct component *const *list, struct str name)
{
    for (; *list; list++)
        if (str_is(name, (*list)->name))
            return *list;
    return NULL;
}

const char *component_nearest(struct arena *arena, const struct component *const *list,
                              struct str name)
{
    LIST(const char *) names = {0};
    for (; *list; list++)
        if (!(*list)->became)
            *LIST_ADD(arena, &names) = (*list)->name;
    return diag_nearest(name, names.items, names.count, sizeof *names.items);
}

struct scan {
    struct arena *arena;
    struct diags *diags;
    const struct frameworks *frameworks;
    const struct component *const *components;
    const struct source *source; /* the file */
    struct source
        plain; /* the same with its tags filled in, so that everything else keeps its place */
    const char *marks; /* enum template_mark of each byte */
};

/* A fenced block: offsets of its name, and of the lines below it. */
struct found {
    size_t name, name_end, body, body_end;
};

/* ---- blotting out tags ---- */

static void begin(struct scan *scan, const struct template_set *set, size_t file)
{
    scan->source = template_source(set, file);
    scan->marks = template_marks(scan->arena, set, file);
    struct str text = scan->source->text;
    char *bytes = ARENA_ARRAY(scan->arena, char, text.len + 1);
    for (size_t i = 0; i < text.len; i++) {
        bool kept = scan->marks[i] == TEMPLATE_TEXT || text.at[i] == '\n';
        char filler = scan->marks[i] == TEMPLATE_VALUE ? 'x' : ' ';
        bytes[i] = kept ? text.at[i] : filler;
    }
    scan->plain = *scan->source;
    scan->plain.text = (struct str){bytes, text.len};
}

static bool holds(const struct scan *scan, size_t start, size_t end, enum template_mark mark)
{
    while (start < end && scan->marks[start] != (char)mark)
        start++;
    return start < end;
}

static struct span span_of(const struct scan *scan, size_t start, size_t end)
{
    return (struct span){scan->source, (uint32_t)start, (uint32_t)end};
}

/* ---- options ---- */

/* A fault in a part that the template fills in later is not a fault yet. */
static void pass_on(struct scan *scan, const struct diags *faults)
{
    for (size_t i = 0; i < faults->items.count; i++) {
        const struct diag *fault = &faults->items.items[i];
        struct span at = fault->span;
        if (holds(scan, at.start, at.end, TEMPLATE_VALUE))
            continue;
        struct diag *diag = diag_report(scan->diags, fault->code, span_of(scan, at.start, at.end),
                                        STR_FMT, STR_ARG(fault->message));
        if (fault->hint.at)
            diag_hint(scan->diags, diag, STR_FMT, STR_ARG(fault->hint));
    }
}

static void bind_options(struct scan *scan, const struct component *component,
                         const struct found *found)
{
    struct diags faults;
    diags_init(&faults, scan->arena);
    struct span at = {&scan->plain, (uint32_t)found->body, (uint32_t)found->body_end};
    const struct node *node = yaml_read_part(scan->arena, &faults, at, span_text(at));
    struct bind_context context = {
        .arena = scan->arena, .diags = &faults, .frameworks = scan->frameworks};
    if (node)
        bind_record(&context, component->options, node,
                    arena_alloc(scan->arena, component->options->size));
    pass_on(scan, &faults);
}

static void check_key(struct scan *scan, const struct component *component, size_t start,
                      size_t end)
{
    struct str key = str_part(scan->plain.text, start, end);
    const struct record_table *table = component->options;
    if (record_field(table, key))
        return;
    size_t count = 0;
    while (table->fields[count].name)
        count++;
    struct diag *diag =
        diag_report(scan->diags, &E201, span_of(scan, start, end),
                    "`%s` has no option `" STR_FMT "`", component->name, STR_ARG(key));
    const char *nearest = diag_nearest(key, &table->fields[0].name, count, sizeof *table->fields);
    if (nearest)
        diag_hint(scan->diags, diag, "did you mean `%s`?", nearest);
}

/* Where tags choose between lines, only the keys at the start of lines can be looked at. */
static void check_keys(struct scan *scan, const struct component *component,
                       const struct found *found)
{
    struct str text = scan->plain.text;
    for (size_t start = found->body; start < found->body_end;) {
        size_t end = str_find(text, '\n', start), colon = str_find(text, ':', start);
        while (start < end && scan->marks[start] == TEMPLATE_TAG)
            start++;
        bool letter = start < end && text.at[start] >= 'a' && text.at[start] <= 'z';
        if (letter && colon < end && !holds(scan, start, colon, TEMPLATE_VALUE) &&
            !holds(scan, start, colon, TEMPLATE_TAG))
            check_key(scan, component, start, colon);
        start = end + 1;
    }
}

/* ---- finding fenced blocks ---- */

static void check_age(struct scan *scan, const struct component *component,
                      const struct found *found)
{
    if (!component->became)
        return;
    struct diag *diag =
        diag_report(scan->diags, &W420, span_of(scan, found->name, found->name_end),
                    "`%s` is old, and the next version will not know it", component->name);
    diag_hint(scan->diags, diag, "write `%s`", component->became);
}

static void check_options(struct scan *scan, const struct component *component,
                          const struct found *found)
{
    if (holds(scan, found->body, found->body_end, TEMPLATE_TAG))
        check_keys(scan, component, found);
    else
        bind_options(scan, component, found);
}

static void check_fence(struct scan *scan, const struct found *found)
{
    struct str name = str_part(scan->plain.text, found->name, found->name_end);
    if (!name.len || holds(scan, found->name, found->name_end, TEMPLATE_VALUE))
        return; /* reported, or looked at, once it is rendered */
    const struct component *component = component_find(scan->components, name);
    if (!component) {
        struct diag *diag =
            diag_report(scan->diags, &E407, span_of(scan, found->name, found->name_end),
                        "there is no component `" STR_FMT "`", STR_ARG(name));
        const char *nearest = component_nearest(scan->arena, scan->components, name);
        if (nearest)
            diag_hint(scan->diags, diag, "did you mean `%s`?", nearest);
        return;
    }
    check_age(scan, component, found);
    check_options(scan, component, found);
}

/* How many backticks begin the line, behind spaces; 0 when fewer than three. */
static size_t backticks(struct str text, size_t *at)
{
    size_t count = 0;
    while (*at < text.len && text.at[*at] == ' ')
        (*at)++;
    for (; *at < text.len && text.at[*at] == '`'; (*at)++)
        count++;
    return count < 3 ? 0 : count;
}

static bool closes_fence(struct str text, size_t at, size_t end, size_t opened)
{
    return backticks(text, &at) >= opened && str_trim(str_part(text, at, end)).len == 0;
}

/* The block whose first line begins at `start`; returns where to go on. */
static size_t read_fence(struct scan *scan, size_t at, size_t opened)
{
    struct str text = scan->plain.text;
    size_t end = str_find(text, '\n', at), line = end + 1;
    while (at < end && text.at[at] == ' ')
        at++;
    struct found found = {.name = at, .body = line};
    while (at < end && text.at[at] != ' ')
        at++;
    found.name_end = at;
    while (line < text.len && !closes_fence(text, line, str_find(text, '\n', line), opened))
        line = str_find(text, '\n', line) + 1;
    found.body = found.body < text.len ? found.body : text.len;
    found.body_end = line < text.len ? line : text.len;
    check_fence(scan, &found);
    return str_find(text, '\n', found.body_end) + 1;
}

static void check_file(struct scan *scan, const struct template_set *set, size_t file)
{
    begin(scan, set, file);
    struct str text = scan->plain.text;
    for (size_t start = 0; start < text.len;) {
        size_t at = start, opened = backticks(text, &at);
        start = opened ? read_fence(scan, at, opened) : str_find(text, '\n', start) + 1;
    }
}

bool fences_check(struct arena *arena, struct diags *diags, const struct template_set *set,
                  const struct frameworks *frameworks, const struct component *const *components)
{
    size_t errors = diags->errors;
    struct scan scan = {
        .arena = arena, .diags = diags, .frameworks = frameworks, .components = components};
    for (size_t i = 0; i < template_file_count(set); i++)
        check_file(&scan, set, i);
    return diags->errors == errors;
}
