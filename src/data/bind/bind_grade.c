/* Binds frameworks, grades, and the grades of an inspection's judgements. */
#include "data/bind/binder.h"
#include "data/data_codes.h"

/* ---- frameworks ---- */

static const struct framework *framework_at(const struct frameworks *frameworks, size_t i)
{
    return &frameworks->frameworks.items[i];
}

/* `ILACS_2018`, `ILACS_2023`: the members of a family, when its name was written for one of them.
 */
static struct str list_family(struct arena *arena, const struct frameworks *frameworks,
                              struct str name)
{
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < frameworks->frameworks.count; i++) {
        const struct framework *framework = framework_at(frameworks, i);
        if (str_equal(framework->family, name) || str_equal(framework->short_label, name))
            buf_addf(&out, "%s`" STR_FMT "`", out.len ? ", " : "", STR_ARG(framework->id));
    }
    return out.at ? buf_str(&out) : STR_NONE;
}

/* `2018-2022`, `2023-2026`: the table's own words for them. */
static struct str list_family_words(struct binder *binder, const struct node *words,
                                    struct str name)
{
    struct buf out = {.arena = binder->arena};
    for (size_t i = 0; words && i < words->count; i++) {
        const struct framework *framework =
            framework_find(binder->frameworks, words->pairs[i].value->text);
        if (framework &&
            (str_equal(framework->family, name) || str_equal(framework->short_label, name)))
            buf_addf(&out, "%s`" STR_FMT "`", out.len ? ", " : "", STR_ARG(words->pairs[i].key));
    }
    return out.at ? buf_str(&out) : STR_NONE;
}

/* In a table the cell in front was to say which, where the mapping has one. */
static void hint_family(struct binder *binder, struct diag *diag, const struct node *node,
                        struct str name, struct str family)
{
    const struct cell_origin *origin = node->origin;
    struct str words = origin ? list_family_words(binder, origin->words, name) : STR_NONE;
    if (words.at)
        family = words;
    if (origin && origin->before.at)
        diag_hint(binder->diags, diag, "say which one in the column `" STR_FMT "`: " STR_FMT,
                  STR_ARG(text_shown(binder->arena, origin->before)), STR_ARG(family));
    else
        diag_hint(binder->diags, diag, "write which one: " STR_FMT, STR_ARG(family));
}

static void report_framework(struct binder *binder, const struct node *node, struct str text)
{
    const struct frameworks *frameworks = binder->frameworks;
    struct diag *diag =
        diag_report(binder->diags, &E211, node->span, "there is no framework `" STR_FMT "`",
                    STR_ARG(text_shown(binder->arena, text)));
    struct str family = list_family(binder->arena, frameworks, text);
    if (family.at) {
        hint_family(binder, diag, node, text, family);
        return;
    }
    size_t count = frameworks->frameworks.count;
    const char **ids = ARENA_ARRAY(binder->arena, const char *, count);
    for (size_t i = 0; i < count; i++)
        ids[i] = str_z(binder->arena, framework_at(frameworks, i)->id);
    if (!hint_nearest(binder, diag, text, ids, count))
        hint_table_words(binder, diag, node);
}

void bind_framework(struct binder *binder, const struct slot *slot)
{
    if (!want_scalar(binder, slot))
        return;
    struct str text = want_code(binder, slot->node);
    if (text.at && binder->frameworks) {
        const struct framework *framework = framework_find(binder->frameworks, text);
        if (!framework)
            report_framework(binder, slot->node, text);
        text = framework ? framework->id : STR_NONE;
    }
    *(struct str *)slot->at = text;
}

/* ---- grades ---- */

static void report_grade(struct binder *binder, const struct node *node, struct str text)
{
    const struct grade_list *grades = &binder->frameworks->grades;
    struct diag *diag = diag_report(binder->diags, &E210, node->span,
                                    "`" STR_FMT "` is not a grade of any framework",
                                    STR_ARG(text_shown(binder->arena, text)));
    const char **ids = ARENA_ARRAY(binder->arena, const char *, grades->count);
    for (size_t i = 0; i < grades->count; i++) {
        const struct grade *grade = &grades->items[i];
        ids[i] = str_z(binder->arena, grade->id);
    }
    if (!hint_nearest(binder, diag, text, ids, grades->count))
        hint_table_words(binder, diag, node);
}

/* The canonical id of a grade; absent when there is none of that name. */
static struct str read_grade(struct binder *binder, const struct node *node)
{
    struct str text = node->told ? STR_NONE : want_code(binder, node);
    if (!text.at || !binder->frameworks)
        return text;
    const struct grade *grade = grade_read(binder->frameworks, text);
    if (!grade)
        report_grade(binder, node, text);
    return grade ? grade->id : STR_NONE;
}

void bind_grade(struct binder *binder, const struct slot *slot)
{
    if (want_scalar(binder, slot))
        *(struct str *)slot->at = read_grade(binder, slot->node);
}

/* ---- grades by judgement ---- */

/* A judgement may be written as a map, to give its grade a source of its own. */
struct graded {
    struct record_head head;
    struct str grade;
    struct refs source;
};

static const struct field graded_fields[] = {
    FIELD(struct graded, grade, FIELD_GRADE, REQUIRED, .doc = "The grade of the judgement.",
          .example = "good"),
    FIELD(struct graded, source, FIELD_REFS, OPTIONAL, .ids = IDS_SOURCES,
          .doc = "Its own sources.", .example = "S003"),
    {.name = NULL},
};

const struct record_table graded_table = {
    .name = "judgement",
    .a_name = "a judgement",
    .size = sizeof(struct graded),
    .fields = graded_fields,
    .doc = "The grade of one judgement.",
};

static struct grade_entry read_entry(struct binder *binder, const struct slot *slot,
                                     const struct pair *pair)
{
    struct grade_entry entry = {
        .judgement = pair->key,
        .judgement_span = pair->key_span,
        .grade_span = pair->value->span,
    };
    if (pair->value->kind == NODE_SCALAR) {
        entry.grade = read_grade(binder, pair->value);
    } else if (pair->value->kind == NODE_MAP) {
        struct graded graded = {.grade = STR_NONE};
        struct scope scope = {.table = &graded_table, .record = &graded, .parent = slot->scope};
        bind_map(binder, &scope, pair->value, &graded);
        entry.grade = graded.grade;
        entry.source = graded.source;
        entry.grade_span = record_span_of(&graded, "grade");
    } else {
        struct diag *diag = diag_report(binder->diags, &E203, pair->value->span,
                                        "a judgement has one grade, not a list");
        diag_hint(binder->diags, diag, "write `" STR_FMT ": ` and the grade",
                  STR_ARG(text_shown(binder->arena, pair->key)));
    }
    return entry;
}

/* The sources of the record that the grades belong to; it binds its grades last. */
static struct refs record_sources(const struct scope *scope)
{
    const struct field *field = record_field(scope->table, STR("source"));
    if (!field || field->kind != FIELD_REFS)
        return (struct refs){0};
    return *(const struct refs *)record_member(scope->record, field);
}

void bind_grades(struct binder *binder, const struct slot *slot)
{
    const struct node *node = slot->node;
    if (node->kind != NODE_MAP) {
        struct diag *diag = diag_report(
            binder->diags, &E203, node->span, "`%s` takes a line for each judgement, not " STR_FMT,
            slot->field->name, STR_ARG(node_describe(binder->arena, node)));
        diag_hint(binder->diags, diag, "write lines such as `adoption: good`");
        return;
    }
    struct grade_entry *items = ARENA_ARRAY(binder->arena, struct grade_entry, node->count);
    size_t count = 0;
    for (size_t i = 0; i < node->count; i++) {
        if (node_is_absent(node->pairs[i].value))
            continue;
        struct grade_entry entry = read_entry(binder, slot, &node->pairs[i]);
        if (!entry.source.count)
            entry.source = record_sources(slot->scope);
        if (entry.grade.at)
            items[count++] = entry;
    }
    *(struct grades *)slot->at = (struct grades){items, count};
}
