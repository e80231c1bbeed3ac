/* What all parts of reading a mapping ask; and its records, which have the shape of a
   specification, with columns in their texts. */
#include "brief/tables/mapping/check.h"

#include "brief/brief_codes.h"
#include "brief/briefing.h"

/* ---- what all parts of checking ask ---- */

static struct diag *refuse_with(struct checking *checking, struct span span, const char *format,
                                va_list args)
{
    struct buf message = {.arena = checking->binder.arena};
    buf_addv(&message, format, args);
    checking->sound = false;
    return diag_report(checking->binder.diags, &E264, span, STR_FMT, STR_ARG(buf_str(&message)));
}

struct diag *mapping_refuse(struct checking *checking, struct span span, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct diag *diag = refuse_with(checking, span, format, args);
    va_end(args);
    return diag;
}

void mapping_hint(struct checking *checking, struct diag *diag, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct buf hint = {.arena = checking->binder.arena};
    buf_addv(&hint, format, args);
    va_end(args);
    diag_hint(checking->binder.diags, diag, STR_FMT, STR_ARG(buf_str(&hint)));
}

const struct node *want_column(struct checking *checking, const struct node *node, const char *what)
{
    if (node->kind == NODE_SCALAR && str_trim(node->text).len) {
        column_names_add(checking->binder.arena, &checking->mapping->columns, str_trim(node->text),
                         node);
        return node;
    }
    mapping_refuse(checking, node->span, "%s", what);
    return NULL;
}

bool column_names_have(const struct column_names *names, struct str name)
{
    for (size_t i = 0; i < names->names.count; i++)
        if (str_equal(names->names.items[i], name))
            return true;
    return false;
}

void column_names_add(struct arena *arena, struct column_names *names, struct str name,
                      const struct node *at)
{
    if (column_names_have(names, name))
        return;
    *LIST_ADD(arena, &names->names) = name;
    *LIST_ADD(arena, &names->at) = at;
}

/* The key of `council` that holds what a column does. */
struct str want_council_key(struct checking *checking, const struct node *node)
{
    if (!node)
        return STR("ons_code");
    struct str key = node->kind == NODE_SCALAR ? str_trim(node->text) : STR_NONE;
    const struct field *field = key.at ? record_field(&council_table, key) : NULL;
    if (field && (field->kind == FIELD_TEXT || str_is(key, "predecessors")))
        return key;
    mapping_hint(checking, mapping_refuse(checking, node->span, "this is not a key of a council"),
                 "write `ons_code`, `la_code`, `ofsted_urn`, `name` or `predecessors`");
    return STR_NONE;
}

/* The keys of a source, but for its id, which is made of the table's name. */
void check_source(struct checking *checking, const struct node *source)
{
    struct scope scope = {.table = &evidence_table};
    const struct pair *id = node_pair(source, STR("id"));
    if (id)
        mapping_hint(checking,
                     mapping_refuse(checking, id->key_span,
                                    "the id of this source is made of the name of the table"),
                     "delete it: records of the table name the source by themselves");
    for (size_t i = 0; i < source->count; i++)
        if (!record_field(&evidence_table, source->pairs[i].key)) {
            report_unknown_key(&checking->binder, &scope, &source->pairs[i]);
            checking->sound = false;
        }
}

/* ---- texts ---- */

/* A column, or what stands for one; what is no column is none to look for. */
static void note_choice(struct checking *checking, const struct pick *pick,
                        const struct choice *choice, const struct node *at)
{
    struct arena *arena = checking->binder.arena;
    struct mapping *mapping = checking->mapping;
    bool special = choice_is_count(choice) || (mapping->joint.at && choice_is_joint(choice));
    if (choice->literal || special)
        return;
    column_names_add(arena, pick->by.at ? &mapping->second_columns : &mapping->columns,
                     choice->name, at);
}

static void check_pick(struct checking *checking, const struct node *node, struct str part)
{
    struct mapping *mapping = checking->mapping;
    struct pick pick;
    if (!pick_read(checking->binder.arena, part, mapping->second_key.at, &pick)) {
        struct diag *diag = mapping_refuse(checking, node->span,
                                           "`<" STR_FMT ">` does not name columns", STR_ARG(part));
        mapping_hint(checking, diag,
                     "write `<column>`, `<column or \"text\">` or `<column as words>`");
        return;
    }
    for (size_t i = 0; i < pick.choices.count; i++)
        note_choice(checking, &pick, &pick.choices.items[i], node);
    if (pick.by.at)
        column_names_add(checking->binder.arena, &mapping->columns, pick.by, node);
    if (!pick.words.at || node_pair(mapping->words, pick.words))
        return;
    struct diag *diag =
        mapping_refuse(checking, node->span, "there is no list of words `" STR_FMT "`",
                       STR_ARG(text_shown(checking->binder.arena, pick.words)));
    mapping_hint(checking, diag, "add it under `words`");
}

static void check_text(struct checking *checking, const struct node *node)
{
    struct str part;
    enum part kind;
    for (size_t at = 0; (kind = next_part(node->text, &at, &part)) != PART_END;) {
        if (kind == PART_COLUMNS) {
            check_pick(checking, node, part);
        } else if (kind == PART_UNCLOSED) {
            struct diag *diag =
                mapping_refuse(checking, node->span, "there is a `<` without a `>`");
            mapping_hint(checking, diag, "write `<<` for the sign itself");
        }
    }
}

/* ---- columns with dates ---- */

/* Is a text only columns, or two of them with `/` between them, as a date or a period is? */
static bool is_period(const struct node *node)
{
    struct str part;
    enum part kind;
    bool sound = true;
    for (size_t at = 0; (kind = next_part(node->text, &at, &part)) != PART_END;)
        sound = sound && (kind == PART_COLUMNS || str_is(part, "/") || str_is(part, "/..") ||
                          str_is(part, "../"));
    return sound;
}

/* Columns with dates are known by what they become somewhere; so a bad one is reported as such,
   also where it goes into an id. Those whose words are looked up may hold anything. */
static void note_dates(struct checking *checking, const struct field *field,
                       const struct node *node)
{
    bool date = field->kind == FIELD_DATE || field->kind == FIELD_PERIOD;
    if (!date || node->kind != NODE_SCALAR || !is_period(node))
        return;
    struct arena *arena = checking->binder.arena;
    struct str part;
    enum part kind;
    for (size_t at = 0; (kind = next_part(node->text, &at, &part)) != PART_END;) {
        struct pick pick;
        if (kind != PART_COLUMNS ||
            !pick_read(arena, part, checking->mapping->second_key.at, &pick) || pick.words.at ||
            pick.by.at)
            continue;
        for (size_t i = 0; i < pick.choices.count; i++)
            if (!pick.choices.items[i].literal)
                column_names_add(arena, &checking->mapping->dates, pick.choices.items[i].name,
                                 node);
    }
}

/* ---- records ---- */

static void check_record(struct checking *checking, const struct scope *scope,
                         const struct node *node);

/* A value that is no record: a text with columns, a list of them, or judgements and their grades.
   Calls itself no deeper than the file is nested. */
static void check_value(struct checking *checking, const struct node *node)
{
    for (size_t i = 0; node->kind == NODE_LIST && i < node->count; i++)
        check_value(checking, node->items[i]);
    for (size_t i = 0; node->kind == NODE_MAP && i < node->count; i++)
        check_value(checking, node->pairs[i].value);
    if (node->kind == NODE_SCALAR)
        check_text(checking, node);
}

static void check_parts(struct checking *checking, const struct scope *scope,
                        const struct node *node)
{
    bool list = node->kind == NODE_LIST;
    for (size_t i = 0; i < (list ? node->count : 1); i++) {
        const struct node *item = list ? node->items[i] : node;
        if (item->kind == NODE_MAP)
            check_record(checking, scope, item);
        else
            mapping_refuse(checking, item->span, "%s is written here with keys of its own",
                           scope->table->a_name);
    }
}

/* `for each: Sector`, or a list of columns. */
static void check_groups(struct checking *checking, const struct node *node)
{
    bool list = node->kind == NODE_LIST;
    for (size_t i = 0; i < (list ? node->count : 1); i++)
        want_column(checking, list ? node->items[i] : node, "`for each` names a column");
}

static void check_pair(struct checking *checking, const struct scope *scope,
                       const struct pair *pair)
{
    const struct field *field = record_field(scope->table, pair->key);
    if (str_is(pair->key, FOR_EACH)) {
        check_groups(checking, pair->value);
    } else if (!field) {
        report_unknown_key(&checking->binder, scope, pair);
        checking->sound = false;
    } else if (field->of) {
        struct scope inner = {.table = field->of, .parent = scope};
        check_parts(checking, &inner, pair->value);
    } else {
        check_value(checking, pair->value);
        note_dates(checking, field, pair->value);
    }
}

/* Calls itself through check_pair, no deeper than the file is nested. */
static void check_record(struct checking *checking, const struct scope *scope,
                         const struct node *node)
{
    for (size_t i = 0; i < node->count; i++)
        check_pair(checking, scope, &node->pairs[i]);
}

static void check_list(struct checking *checking, const struct pair *pair)
{
    const struct field *field = record_field(&briefing_table, pair->key);
    if (!field || field->kind != FIELD_RECORDS || field->of == &table_use_table) {
        struct diag *diag = mapping_refuse(checking, pair->key_span,
                                           "`" STR_FMT "` is not a list of a specification",
                                           STR_ARG(text_shown(checking->binder.arena, pair->key)));
        mapping_hint(checking, diag, "write `inspections`, `actions` or another list");
        return;
    }
    struct scope scope = {.table = field->of};
    check_parts(checking, &scope, pair->value);
}

const struct node *records_renewed(struct checking *checking, const struct node *records)
{
    return keys_renewed(checking->binder.arena, checking->binder.diags, &briefing_table, records);
}

void check_records(struct checking *checking, const struct node *records)
{
    for (size_t i = 0; records && i < records->count; i++)
        check_list(checking, &records->pairs[i]);
}
