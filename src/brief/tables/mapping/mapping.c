/* Reads a mapping: a file that says which records the rows of a kind of table become, in the shape
   in which an officer would have written them. What can be checked without a table is checked. */
#include "base/ascii.h"
#include "brief/tables/mapping/check.h"
#include "data/yaml/yaml.h"
#include "files/input.h"

static bool is_a(struct checking *checking, const struct node *node, enum node_kind kind,
                 const char *what, const char *example)
{
    if (node->kind == kind)
        return true;
    mapping_hint(checking, mapping_refuse(checking, node->span, "%s", what), "write %s", example);
    return false;
}

/* A key that is misspelt says nothing without a word. `names` are pointers `stride` bytes apart. */
static void check_keys(struct checking *checking, const struct node *map, const void *names,
                       size_t count, size_t stride, const char *of)
{
    for (size_t i = 0; map->kind == NODE_MAP && i < map->count; i++) {
        const struct pair *pair = &map->pairs[i];
        const char *nearest = diag_nearest(pair->key, names, count, stride);
        if (nearest && str_is(pair->key, nearest))
            continue;
        struct diag *diag =
            mapping_refuse(checking, pair->key_span, "`" STR_FMT "` is not a key of %s",
                           STR_ARG(text_shown(checking->binder.arena, pair->key)), of);
        if (nearest)
            mapping_hint(checking, diag, "did you mean `%s`?", nearest);
    }
}

/* ---- which rows ---- */

static size_t count_of(const struct node *node)
{
    return node_is_absent(node) ? 0 : node->kind == NODE_LIST ? node->count : 1;
}

static const struct node *item_of(const struct node *node, size_t i)
{
    return node->kind == NODE_LIST ? node->items[i] : node;
}

/* Several columns for one key, one for several, or one each. */
static void read_keys(struct checking *checking, const struct node *key, const struct node *council)
{
    size_t columns = count_of(key), codes = count_of(council);
    if (codes && !columns)
        mapping_hint(checking,
                     mapping_refuse(checking, council->span,
                                    "`council` says what a column holds, and `key` names none"),
                     "write `key:` and the column that tells the councils apart");
    codes = codes ? codes : 1;
    if (columns > 1 && codes > 1 && columns != codes)
        mapping_hint(checking,
                     mapping_refuse(checking, council->span,
                                    "`key` names %zu columns, and `council` %zu codes", columns,
                                    codes),
                     "name as many of each, or one for all");
    for (size_t i = 0; columns && checking->sound && i < (columns > codes ? columns : codes); i++) {
        const struct node *at = want_column(checking, item_of(key, columns > 1 ? i : 0),
                                            "`key` names a column that tells councils apart");
        const struct node *code =
            node_is_absent(council) ? NULL : item_of(council, codes > 1 ? i : 0);
        struct str of = want_council_key(checking, code);
        if (at && of.at)
            *LIST_ADD(checking->binder.arena, &checking->mapping->keys) =
                (struct key_column){str_trim(at->text), at, of};
    }
}

/* Conditions on columns: one word, or a list of them. */
static const struct node *read_where(struct checking *checking, const struct node *where)
{
    if (node_is_absent(where) ||
        !is_a(checking, where, NODE_MAP, "`where` names columns and what they hold",
              "`where:` and lines such as `geographic_level: Local authority` below it"))
        return NULL;
    for (size_t i = 0; i < where->count; i++) {
        const struct node *value = where->pairs[i].value;
        column_names_add(checking->binder.arena, &checking->mapping->columns, where->pairs[i].key,
                         where);
        if (!count_of(value))
            mapping_hint(checking,
                         mapping_refuse(checking, where->pairs[i].key_span,
                                        "nothing says what this column must hold"),
                         "write a word behind it, or a list of them");
        for (size_t k = 0; k < count_of(value); k++)
            is_a(checking, item_of(value, k), NODE_SCALAR, "a column holds a word or a number",
                 "one, or a list of them");
    }
    return where;
}

/* ---- words ---- */

/* Lists of words, one a key. */
static const struct node *read_words(struct checking *checking, const struct node *words)
{
    if (node_is_absent(words) ||
        !is_a(checking, words, NODE_MAP, "`words` has lists of words",
              "a name such as `grades:` below it, and below that `Good: good`"))
        return NULL;
    for (size_t i = 0; i < words->count; i++) {
        const struct node *list = words->pairs[i].value;
        if (list->kind != NODE_MAP)
            mapping_refuse(checking, words->pairs[i].key_span, "a list of words is a map of words");
        for (size_t j = 0; list->kind == NODE_MAP && j < list->count; j++)
            if (list->pairs[j].value->kind != NODE_SCALAR)
                mapping_refuse(checking, list->pairs[j].key_span, "a word stands for one word");
    }
    return words;
}

static const struct node *read_missing(struct checking *checking, const struct node *missing)
{
    if (node_is_absent(missing) ||
        !is_a(checking, missing, NODE_MAP, "`missing` lists words and what each means",
              "lines such as `\"*\": not published, as too few children` below it"))
        return NULL;
    for (size_t i = 0; i < missing->count; i++)
        if (missing->pairs[i].value->kind != NODE_SCALAR || node_is_absent(missing->pairs[i].value))
            mapping_hint(
                checking,
                mapping_refuse(checking, missing->pairs[i].key_span, "a word has one meaning"),
                "write why the value is not given behind it, such as `not applicable`");
    return missing;
}

/* ---- columns that the table may lack ---- */

static void read_optional(struct checking *checking, const struct node *names)
{
    for (size_t i = 0; i < count_of(names); i++) {
        const struct node *name = item_of(names, i);
        if (is_a(checking, name, NODE_SCALAR, "`optional` names columns", "one, or a list of them"))
            column_names_add(checking->binder.arena, &checking->mapping->optional,
                             str_trim(name->text), name);
    }
}

/* ---- single values ---- */

const char *const mapping_forms[] = {"year-month-day", "day/month/year", "month/day/year", NULL};

static void read_form(struct checking *checking, const struct node *node)
{
    if (node_is_absent(node))
        return;
    for (size_t i = 0; mapping_forms[i]; i++)
        if (node->kind == NODE_SCALAR && str_is(str_trim(node->text), mapping_forms[i])) {
            checking->mapping->form = (enum date_form)i;
            return;
        }
    mapping_hint(checking,
                 mapping_refuse(checking, node->span, "`dates` says how the table writes its days"),
                 "write `day/month/year`, `month/day/year` or `year-month-day`");
}

static void read_header(struct checking *checking, const struct node *node)
{
    size_t line = 0;
    struct str text =
        node_is_absent(node) || node->kind != NODE_SCALAR ? STR_NONE : str_trim(node->text);
    bool number = text.len <= 6;
    for (size_t i = 0; number && i < text.len; i++) {
        number = ascii_is_digit(text.at[i]);
        line = line * 10 + (size_t)(text.at[i] - '0');
    }
    if (!node_is_absent(node) && (!number || !line))
        mapping_hint(checking,
                     mapping_refuse(checking, node->span,
                                    "`header` is the number of the line that names the columns"),
                     "write `header: 3`, or leave it out: the line is found by the names");
    checking->mapping->header = line;
}

static void read_joint(struct checking *checking, const struct node *node)
{
    if (!node_is_absent(node) &&
        is_a(checking, node, NODE_SCALAR, "`joint` is what stands between two councils of a row",
             "`joint: /`"))
        checking->mapping->joint = str_trim(node->text);
}

/* `second: {key: la_code, latest: published}` */
static void read_second(struct checking *checking, const struct node *node)
{
    if (node_is_absent(node) ||
        !is_a(checking, node, NODE_MAP, "`second` says how rows of a second table are found",
              "`second:` and `key: la_code` below it"))
        return;
    static const char *const keys[] = {"key", "latest"};
    const struct node *key = node_get(node, "key"), *latest = node_get(node, "latest");
    check_keys(checking, node, keys, sizeof keys / sizeof *keys, sizeof *keys, "`second`");
    struct mapping *mapping = checking->mapping;
    struct arena *arena = checking->binder.arena;
    if (node_is_absent(key) || key->kind != NODE_SCALAR) {
        mapping_refuse(checking, node->span, "`second` names no column under `key`");
        return;
    }
    mapping->second_key = str_trim(key->text);
    column_names_add(arena, &mapping->second_columns, mapping->second_key, key);
    if (node_is_absent(latest) ||
        !is_a(checking, latest, NODE_SCALAR,
              "`latest` is the column by which the newest row is known", "the name of one column"))
        return;
    mapping->second_latest = str_trim(latest->text);
    column_names_add(arena, &mapping->second_columns, mapping->second_latest, latest);
}

/* The source of all that comes from the table, in the keys of a source. */
static const struct node *read_source(struct checking *checking, const struct node *node)
{
    if (node_is_absent(node) ||
        !is_a(checking, node, NODE_MAP, "`source` says where the table comes from",
              "`source:` and `title`, `publisher` and `url` below it"))
        return NULL;
    check_source(checking, node);
    return node;
}

/* ---- rows about other places ---- */

static void read_same(struct checking *checking, const struct node *same)
{
    for (size_t i = 0; i < same->count; i++) {
        column_names_add(checking->binder.arena, &checking->mapping->columns, same->pairs[i].key,
                         same);
        want_column(checking, same->pairs[i].value, "`same` names two columns");
    }
}

static void read_others(struct checking *checking, const struct node *others)
{
    if (node_is_absent(others) ||
        !is_a(checking, others, NODE_MAP, "`others` names the other places that rows are about",
              "`england:` below it, with `where` and `records`"))
        return;
    static const char *const keys[] = {"where", "same", "records"};
    for (size_t i = 0; i < others->count; i++) {
        const struct node *each = others->pairs[i].value;
        check_keys(checking, each, keys, sizeof keys / sizeof *keys, sizeof *keys,
                   "rows about other places");
        struct other_rows rows = {.where = read_where(checking, node_get(each, "where")),
                                  .same = node_get(each, "same"),
                                  .records = node_get(each, "records")};
        bool sound = rows.records && rows.records->kind == NODE_MAP && (rows.where || rows.same) &&
                     (!rows.same || rows.same->kind == NODE_MAP);
        if (!sound) {
            mapping_hint(checking,
                         mapping_refuse(checking, others->pairs[i].key_span,
                                        "nothing says which rows these are, or what they add"),
                         "write `where` or `same`, and `records`, below it");
            continue;
        }
        if (rows.same)
            read_same(checking, rows.same);
        rows.records = records_renewed(checking, rows.records);
        check_records(checking, rows.records);
        *LIST_ADD(checking->binder.arena, &checking->mapping->others) = rows;
    }
}

/* ---- all councils ---- */

/* Is a row one inspection, found without a second table and by one code of one council? */
static bool rows_are_inspections(const struct mapping *mapping)
{
    const struct node *pattern = node_get(mapping->records, "inspections");
    return pattern && pattern->kind == NODE_MAP && !node_get(pattern, FOR_EACH) &&
           mapping->keys.count && mapping->name_at && !mapping->joint.at && !mapping->second_key.at;
}

/* `compare: {region: region}` */
static void read_compare(struct checking *checking, const struct node *node)
{
    static const char *const keys[] = {"region"};
    if (!node || !is_a(checking, node, NODE_MAP, "`compare` says what a comparison needs",
                       "`compare:` and `region: region` below it, or `compare: {}`"))
        return;
    struct mapping *mapping = checking->mapping;
    check_keys(checking, node, keys, sizeof keys / sizeof *keys, sizeof *keys, "`compare`");
    const struct node *region = node_get(node, "region");
    if (region && want_column(checking, region, "`region` is the column with a council's region"))
        mapping->region = str_trim(region->text);
    if (mapping->region.at) /* without it nothing is said of the region */
        column_names_add(checking->binder.arena, &mapping->optional, mapping->region, region);
    mapping->compare = node;
    if (checking->sound && !rows_are_inspections(mapping))
        mapping_hint(checking,
                     mapping_refuse(checking, node->span,
                                    "councils are compared where each row is one inspection of one "
                                    "council"),
                     "name `key`, `name` and one record under `inspections`, without `joint`, "
                     "`second` or `for each`; or leave out `compare`");
}

/* ---- the file ---- */

const struct mapping_key mapping_keys[] = {
    {"key", MAPPING_TEXTS,
     "The column that says which council a row is about, or a list of them. Without it "
     "every row is about the council."},
    {"council", MAPPING_TEXTS,
     "The key of `council` that holds the same: `ons_code` where nothing is said, "
     "`la_code`, `ofsted_urn`, `name` or `predecessors`; or a list."},
    {"name", MAPPING_TEXT,
     "The column with the council's name: rows about another council are noticed."},
    {"joint", MAPPING_TEXT, "What stands between several councils that share a row, such as `/`."},
    {"header", MAPPING_LINE,
     "The number of the line that names the columns, where it is not found by them."},
    {"dates", MAPPING_FORM,
     "How the table writes its days: `day/month/year`, `month/day/year` or "
     "`year-month-day`."},
    {"where", MAPPING_WHERE,
     "Which rows are read: columns, and the word or words that each must hold; `latest` "
     "or `latest 5` for the newest."},
    {"optional", MAPPING_TEXTS,
     "Columns that the table may lack; what they would hold then counts as empty."},
    {"missing", MAPPING_WORDS,
     "Words of this table for a value that is not given, and what each means."},
    {"words", MAPPING_LISTS, "Lists of the table's words and ours."},
    {"source", MAPPING_SOURCE,
     "The source of all that comes from the table, with the keys of a source."},
    {"second", MAPPING_SECOND,
     "How rows of a second table are found: its `key` column, and `latest`, the column "
     "by which the newest of several is known."},
    {"compare", MAPPING_COMPARE,
     "The table has all councils, so that one is compared with the others: `region` is the column "
     "that says where a council lies."},
    {"records", MAPPING_RECORDS, "What a row becomes in each list of the specification."},
    {"others", MAPPING_OTHERS,
     "Rows about other places, such as England: `where` or `same`, and the `records` that "
     "they add to."},
    {0},
};

static const struct node *want_records(struct checking *checking, const struct node *root)
{
    const struct node *node = node_get(root, "records");
    if (!node_is_absent(node) && node->kind == NODE_MAP)
        return records_renewed(checking, node);
    struct diag *diag = mapping_refuse(checking, node ? node->span : root->span,
                                       "a mapping says under `records` what a row becomes");
    mapping_hint(checking, diag, "write `records:` and a list below it");
    return NULL;
}

/* What is asked of records comes before them. */
static void read_parts(struct checking *checking, const struct node *root)
{
    struct mapping *mapping = checking->mapping;
    check_keys(checking, root, mapping_keys, sizeof mapping_keys / sizeof *mapping_keys - 1,
               sizeof *mapping_keys, "a mapping");
    mapping->words = read_words(checking, node_get(root, "words"));
    mapping->missing = read_missing(checking, node_get(root, "missing"));
    mapping->source = read_source(checking, node_get(root, "source"));
    read_optional(checking, node_get(root, "optional"));
    read_form(checking, node_get(root, "dates"));
    read_header(checking, node_get(root, "header"));
    read_joint(checking, node_get(root, "joint"));
    read_second(checking, node_get(root, "second"));
    read_keys(checking, node_get(root, "key"), node_get(root, "council"));
    const struct node *name = node_get(root, "name");
    if (!node_is_absent(name))
        mapping->name_at =
            want_column(checking, name, "`name` is the column that names the council");
    mapping->where = read_where(checking, node_get(root, "where"));
    mapping->records = want_records(checking, root);
    check_records(checking, mapping->records);
    read_compare(checking, node_get(root, "compare"));
    read_others(checking, node_get(root, "others"));
}

static const struct mapping *read_root(struct arena *arena, struct diags *diags,
                                       const struct node *root)
{
    struct mapping *mapping = ARENA_NEW(arena, struct mapping);
    *mapping = (struct mapping){.header = 0};
    struct checking checking = {
        .binder = {.arena = arena, .diags = diags}, .mapping = mapping, .sound = true};
    read_parts(&checking, root);
    return checking.sound ? mapping : NULL;
}

const struct mapping *mapping_read(struct arena *arena, struct diags *diags, const char *path)
{
    const struct source *source = source_read(arena, diags, path);
    const struct node *root = source ? yaml_read(arena, diags, source) : NULL;
    return root ? read_root(arena, diags, root) : NULL;
}

bool mapping_check(struct arena *arena, struct diags *diags, const struct node *root)
{
    if (!node_get(root, "records") || node_get(root, "briefing"))
        return false;
    read_root(arena, diags, root);
    return true;
}
