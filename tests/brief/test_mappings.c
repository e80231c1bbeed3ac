/* Tables as they are published: which rows are read, how cells are, whose councils they are. */
#include "brief/brief_codes.h"
#include "data/data_codes.h"
#include "files/files_codes.h"
#include "support/cmocka.h"

#include "brief/spec.h"
#include "brief/tables.h"
#include "data/yaml/yaml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
    struct arena *arena;
    struct diags diags;
    char folder[32];
};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->arena = arena_new();
    diags_init(&fixture->diags, fixture->arena);
    snprintf(fixture->folder, sizeof fixture->folder, "/tmp/test_mappings.XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    mkdir(str_format(fixture->arena, "%s/tables", fixture->folder).at, 0777);
    *state = fixture;
    return 0;
}

static const char *path_of(struct fixture *fixture, const char *name)
{
    return str_format(fixture->arena, "%s/%s", fixture->folder, name).at;
}

static int tear_down(void **state)
{
    static const char *const files[] = {"tables/m.yaml", "t.csv", "second.csv"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        remove(path_of(fixture, files[i]));
    rmdir(path_of(fixture, "tables"));
    rmdir(fixture->folder);
    arena_free(fixture->arena);
    free(fixture);
    return 0;
}

static void write_file(struct fixture *fixture, const char *name, const char *text)
{
    FILE *file = fopen(path_of(fixture, name), "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

#define COUNCIL "council: {name: Exampleshire County Council, ons_code: E10000001, la_code: 901}\n"
#define TABLE   "tables: [{file: t.csv, mapping: m}]\n"

/* The specification with the records that the mapping makes of the table. */
static const struct node *compare_as(struct fixture *fixture, const char *mapping,
                                     const char *table, const char *spec,
                                     struct all_compared *compared)
{
    write_file(fixture, "tables/m.yaml", mapping);
    write_file(fixture, "t.csv", table);
    const char *path = path_of(fixture, "spec.yaml");
    diags_init(&fixture->diags, fixture->arena);
    const struct source *source =
        source_from_text(fixture->arena, &fixture->diags, path, str_from(spec));
    const struct node *root = yaml_read(fixture->arena, &fixture->diags, source);
    const struct frameworks *frameworks =
        frameworks_read(fixture->arena, &fixture->diags, "templates/frameworks.yaml");
    assert_non_null(frameworks);
    struct table_store *store =
        table_store_new(fixture->arena, fixture->folder, &(struct bounds){0}, NULL);
    return tables_add(store, fixture->arena, &fixture->diags, path, root, frameworks, compared);
}

static const struct node *read_as(struct fixture *fixture, const char *mapping, const char *table,
                                  const char *spec)
{
    return compare_as(fixture, mapping, table, spec, NULL);
}

static const struct node *item(const struct node *root, const char *list, size_t i)
{
    const struct node *items = node_get(root, list);
    assert_non_null(items);
    assert_true(i < items->count);
    return items->items[i];
}

static size_t count_in(const struct node *root, const char *list)
{
    const struct node *items = node_get(root, list);
    return items ? items->count : 0;
}

static void assert_text(const struct node *record, const char *key, const char *text)
{
    const struct node *value = node_get(record, key);
    if (node_is_absent(value) != (text == NULL) || (text && !str_is(value->text, text)))
        fail_msg("%s: `%.*s`, not `%s`", key, value ? (int)value->text.len : 4,
                 value ? value->text.at : "none", text ? text : "none");
}

static void assert_told(struct fixture *fixture, const struct code *code)
{
    for (size_t i = 0; i < fixture->diags.items.count; i++)
        if (fixture->diags.items.items[i].code == code)
            return;
    fail_msg("%s is not told", code->name);
}

static void assert_silent(struct fixture *fixture)
{
    if (fixture->diags.items.count)
        fail_msg("%s: %.*s", fixture->diags.items.items[0].code->name,
                 (int)fixture->diags.items.items[0].message.len,
                 fixture->diags.items.items[0].message.at);
}

/* ---- where the columns are named ---- */

#define ACTIONS "key: code\nrecords: {actions: {text: <what>, due: <when>}}\n"

static void titles_above_the_names_are_passed_over(void **state)
{
    const struct node *root =
        read_as(*state, ACTIONS,
                "Actions of 2025\n\"All, and "
                "\"\"more\"\"\",,\n\n,code,what,when,n\n1,E10000001,First,2025,5\n",
                COUNCIL TABLE);
    assert_silent(*state);
    assert_text(item(root, "actions", 0), "text", "First");
    read_as(*state, ACTIONS, "E10000001,First,2025,5\n", COUNCIL TABLE);
    assert_told(*state, &E274);
    root = read_as(*state, "header: 3\n" ACTIONS,
                   "code,what,when,n\n\ncode,what,when,n\nE10000001,Third,2025,5\n", COUNCIL TABLE);
    assert_text(item(root, "actions", 0), "text", "Third");
    read_as(*state, "header: 90\n" ACTIONS, "code,what,when,n\nE10000001,First,2025,5\n",
            COUNCIL TABLE);
    assert_told(*state, &E274);
}

/* ---- days ---- */

static void assert_day(struct fixture *fixture, const char *form, const char *cell, const char *iso)
{
    const struct node *root =
        read_as(fixture, str_format(fixture->arena, "dates: %s\n" ACTIONS, form).at,
                str_format(fixture->arena, "code,what,when,n\nE10000001,First,%s,5\n", cell).at,
                COUNCIL TABLE);
    assert_silent(fixture);
    assert_text(item(root, "actions", 0), "due", iso);
}

static void days_are_read_in_the_form_that_the_mapping_says(void **state)
{
    assert_day(*state, "day/month/year", "08/10/2025", "2025-10-08");
    assert_day(*state, "day/month/year", "8.10.25", "2025-10-08");
    assert_day(*state, "day/month/year", "08/10/2025 00:00:00", "2025-10-08");
    assert_day(*state, "month/day/year", "08/10/2025", "2025-08-10");
    assert_day(*state, "day/month/year", "2025-10-08", "2025-10-08");
    assert_day(*state, "day/month/year", "07/2022", "2022-07");
    assert_day(*state, "day/month/year", "July 2022", "2022-07");
    assert_day(*state, "day/month/year", "Jul-22", "2022-07");
    assert_day(*state, "day/month/year", "12 July 2022", "2022-07-12");
    assert_day(*state, "day/month/year", "2024-02~", "2024-02~");
    assert_day(*state, "day/month/year", "01/01/1900", NULL);
    assert_day(*state, "day/month/year", "[x]", NULL);
}

static void days_that_cannot_be_are_told_at_their_cell(void **state)
{
    static const char *const cells[] = {"31/02/2024", "03/25/2024", "45567",
                                        "1/2",        "0/1/2024",   "soon"};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        struct fixture *fixture = *state;
        read_as(fixture, "dates: day/month/year\n" ACTIONS,
                str_format(fixture->arena, "code,what,when,n\nE10000001,First,%s,5\n", cells[i]).at,
                COUNCIL TABLE);
        assert_int_equal(fixture->diags.items.count, 1);
        assert_ptr_equal(fixture->diags.items.items[0].code, &E205);
        assert_true(str_is(span_text(fixture->diags.items.items[0].span), cells[i]));
        assert_true(fixture->diags.items.items[0].hint.len > 0);
    }
    read_as(*state, ACTIONS, "code,what,when,n\nE10000001,First,08/10/2025,5\n", COUNCIL TABLE);
    assert_told(*state, &E205);
}

/* ---- numbers, and words for none ---- */

static void numbers_are_tidied_and_words_for_none_are_none(void **state)
{
    static const char *const cells[][2] = {{"\"214,873\"", "214873"},
                                           {"\"\u00A31,250.50\"", "1250.50"},
                                           {"19.400000000000002", "19.4"},
                                           {"18.899999999999999", "18.9"},
                                           {"9.9999999999999999", "10"},
                                           {"0.1", "0.1"},
                                           {"12.50", "12.50"},
                                           {"64%", "64"},
                                           {"-3", "-3"},
                                           {"\"1,2\"", "1,2"},
                                           {"12a", "12a"},
                                           {"c", NULL},
                                           {"[low]", NULL},
                                           {" - ", NULL},
                                           {"NaN", NULL},
                                           {"hidden", NULL}};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        struct fixture *fixture = *state;
        const struct node *root = read_as(
            fixture,
            "key: code\nmissing: {hidden: not said}\n"
            "records: {funding: {amount: <n or m>, note: <what>}}\n",
            str_format(fixture->arena, "code,what,n,m\nE10000001,First,%s,7\n", cells[i][0]).at,
            COUNCIL TABLE);
        assert_text(item(root, "funding", 0), "amount", cells[i][1] ? cells[i][1] : "7");
    }
}

static void a_record_whose_number_is_held_back_is_left_out(void **state)
{
    const struct node *root =
        read_as(*state, "key: code\nrecords: {funding: {amount: <n>, note: <what>}}\n",
                "code,what,n\nE10000001,First,c\nE10000001,Second,5\n", COUNCIL TABLE);
    assert_told(*state, &W277);
    assert_int_equal(count_in(root, "funding"), 1);
}

/* ---- rows ---- */

#define LONG                                                                                       \
    "year,place,code,what,n\n2025,Local authority,E10000001,A,1\n2025,National,,A,9\n"             \
    "2024,Local authority,E10000001,A,2\n2023,Local authority,E10000001,A,3\n"                     \
    "2025,Local authority,E10000001,B,4\n2025,Local authority,E10000002,A,5\n"

static void rows_are_chosen_by_what_columns_hold(void **state)
{
    static const char *const wheres[] = {"{what: a}", "{what: [A, b], year: latest}",
                                         "{what: A, year: latest 2}", "{year: 2023}",
                                         "{place: Local  Authority}"};
    static const size_t counts[] = {3, 2, 2, 1, 4};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct fixture *fixture = *state;
        const struct node *root =
            read_as(fixture,
                    str_format(fixture->arena,
                               "key: code\nwhere: %s\nrecords: {actions: {text: <what> <year>}}\n",
                               wheres[i])
                        .at,
                    LONG, COUNCIL TABLE);
        assert_silent(fixture);
        assert_int_equal(count_in(root, "actions"), counts[i]);
    }
    read_as(*state, "key: code\nwhere: {what: C}\nrecords: {actions: {text: <what>}}\n", LONG,
            COUNCIL TABLE);
    assert_told(*state, &E275);
}

/* The newest of the table, not of the council: an old figure is not shown as today's. */
static void the_newest_is_that_of_the_table(void **state)
{
    const struct node *root =
        read_as(*state, "key: code\nwhere: {year: latest}\nrecords: {actions: {text: <n>}}\n",
                "year,code,n\n2024,E10000001,1\n2025,E10000002,2\n", COUNCIL TABLE);
    assert_told(*state, &W261);
    assert_int_equal(count_in(root, "actions"), 0);
}

static void rows_of_one_id_become_one_record(void **state)
{
    const struct node *root = read_as(
        *state,
        "key: code\nwhere: {place: Local authority, what: A}\n"
        "records: {inspections: {id: <what>, overall: good, areas: [{text: <n> in <year>}]}}\n"
        "others: {england: {where: {place: National}, records: {inspections: {id: <what>, "
        "findings: "
        "[{text: England <n>}]}}}}\n",
        LONG, COUNCIL TABLE);
    assert_silent(*state);
    assert_int_equal(count_in(root, "inspections"), 1);
    assert_int_equal(node_get(item(root, "inspections", 0), "areas")->count, 3);
    assert_text(node_get(item(root, "inspections", 0), "findings")->items[0], "text", "England 9");
}

static void rows_that_say_the_same_count_once(void **state)
{
    const struct node *root =
        read_as(*state, "key: code\nrecords: {actions: {text: <what>}}\n",
                "code,what\nE10000001,A\nE10000001,B\nE10000001,A\n", COUNCIL TABLE);
    assert_told(*state, &W274);
    assert_int_equal(count_in(root, "actions"), 2);
    root = read_as(*state, "key: code\nrecords: {actions: {text: <what>, note: <n>}}\n",
                   "code,what,n\nE10000001,\"A\nB\",C\nE10000001,A,\"B\nC\"\n", COUNCIL TABLE);
    assert_silent(*state);
    assert_int_equal(count_in(root, "actions"), 2);
}

static void rows_are_counted_in_groups(void **state)
{
    const struct node *root =
        read_as(*state,
                "key: code\nrecords:\n  provision:\n    for each: kind\n    kind: <kind>\n    "
                "total: <count>\n"
                "    ratings: {for each: grade, grades: [<grade>], count: <count>}\n",
                "code,kind,grade\nE10000001,home,good\nE10000001,agency,good\nE10000001,home,poor\n"
                "E10000001,home,Good\nE10000001,home,\nE10000002,home,good\n",
                COUNCIL TABLE);
    assert_silent(*state);
    assert_int_equal(count_in(root, "provision"), 2);
    const struct node *homes = item(root, "provision", 0), *ratings = node_get(homes, "ratings");
    assert_text(homes, "total", "4");
    assert_int_equal(ratings->count, 2);
    assert_text(ratings->items[0], "count", "2");
}

/* ---- whose ---- */

static void one_council_may_have_several_codes(void **state)
{
    static const char spec[] = "council: {name: Exampleshire, ons_code: E10000009, la_code: 901, "
                               "former_codes: [E10000001]}\n" TABLE;
    static const char table[] = "code,old,what\nE10000009,901,A\nE10000001,901,B\nE1,901.0,C\n";
    const struct node *root =
        read_as(*state, "key: code\nrecords: {actions: {text: <what>}}\n", table, spec);
    assert_int_equal(count_in(root, "actions"), 2);
    root = read_as(
        *state,
        "key: [code, old]\ncouncil: [ons_code, la_code]\nrecords: {actions: {text: <what>}}\n",
        table, spec);
    assert_int_equal(count_in(root, "actions"), 3);
    read_as(*state, "key: code\nname: old\nrecords: {actions: {text: <what>}}\n",
            "code,old,what\nE10000001,Exampleshire,A\nE10000003,Exampleshire,B\n", COUNCIL TABLE);
    assert_told(*state, &W276);
}

static void columns_that_are_optional_may_be_lacking(void **state)
{
    static const char mapping[] = "optional: [Who, Lead]\nrecords: {actions: {text: <What>, owner: "
                                  "<Who or Lead>}}\n";
    const struct node *root = read_as(*state, mapping, "WHAT,lead\nA,Ann\n", COUNCIL TABLE);
    assert_silent(*state);
    assert_text(item(root, "actions", 0), "owner", "Ann");
    read_as(*state, mapping, "What,Sponsor\nA,Ann\n", COUNCIL TABLE);
    assert_told(*state, &W278);
    read_as(*state, mapping, "Who,Lead\nA,Ann\n", COUNCIL TABLE);
    assert_told(*state, &E263);
}

/* What must improve, to the inspection that found it; what says something else stays apart. */
static void a_later_table_completes_records_of_an_earlier_one(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture, "second.csv", "code,id,what\nE10000001,A,Sports\nE10000001,B,Arts\n");
    const struct node *root = read_as(
        fixture,
        "key: code\nsource: {title: x}\noptional: [what, grade]\nrecords: {inspections: {id: <id>, "
        "overall: <grade>, areas: [{text: <what>}]}}\n",
        "code,id,grade\nE10000001,A,good\n",
        COUNCIL "tables: [{file: t.csv, mapping: m}, {file: second.csv, mapping: m}]\n");
    assert_told(fixture, &W279); /* of B there is no inspection */
    assert_int_equal(count_in(root, "inspections"), 1);
    const struct node *areas = node_get(item(root, "inspections", 0), "areas");
    assert_text(areas->items[0], "text", "Sports");
    assert_text(areas->items[0], "source", "TABLE-second");
    assert_text(item(root, "inspections", 0), "source", "TABLE-t");
}

static void a_council_may_be_known_by_its_name(void **state)
{
    static const char mapping[] = "key: who\ncouncil: name\nrecords: {actions: {text: <what>}}\n";
    const struct node *root =
        read_as(*state, mapping, "who,what\nEXAMPLESHIRE,A\nNorth Exampleshire,B\n", COUNCIL TABLE);
    assert_silent(*state);
    assert_int_equal(count_in(root, "actions"), 1);
}

static void a_row_of_two_councils_is_labelled(void **state)
{
    const struct node *root = read_as(*state,
                                      "key: code\njoint: /\nname: who\nrecords: {actions: {text: "
                                      "<what>, note: Of <joint> together}}\n",
                                      "code,who,what\nE10000001 / E10000002,Exampleshire / "
                                      "Otherland,A\nE10000001,Exampleshire,B\n",
                                      COUNCIL TABLE);
    assert_silent(*state);
    assert_text(item(root, "actions", 0), "note", "Of Exampleshire and Otherland together");
    assert_text(item(root, "actions", 1), "note", NULL);
}

static void a_table_of_one_council_needs_no_key(void **state)
{
    static const char mapping[] = "records: {actions: {text: <what>, note: <n>}}\n";
    const struct node *root = read_as(*state, mapping, "what,n\nA,1\nB,2\n", COUNCIL TABLE);
    assert_silent(*state);
    assert_int_equal(count_in(root, "actions"), 2);
    read_as(*state, mapping, "what,n\n", COUNCIL TABLE);
    assert_told(*state, &W261);
    read_as(*state, mapping, "what,n\nA,E10000001\nB,E10000002\n", COUNCIL TABLE);
    assert_told(*state, &E276);
}

static void what_a_council_before_it_was_given_stays_its_own(void **state)
{
    const struct node *root =
        read_as(*state,
                "key: code\ncouncil: [ons_code, predecessors]\nname: who\nrecords: {inspections: "
                "{id: I<when>, published: <when>}}\n",
                "code,who,when\nE10000001,Exampleshire,2024\nE10000005,Oldshire,2014\n",
                "council: {name: Exampleshire, ons_code: E10000001, predecessors: [{name: Oldshire "
                "County Council, ons_code: E10000005}]}\n" TABLE);
    assert_silent(*state);
    assert_text(item(root, "inspections", 0), "of", NULL);
    assert_text(item(root, "inspections", 1), "of", "Oldshire County Council");
}

/* ---- frameworks, sources, second tables ---- */

static void the_day_tells_the_variant_of_a_framework(void **state)
{
    const struct node *root = read_as(
        *state,
        "key: code\ndates: day/month/year\nrecords:\n  inspections:\n    id: I<pub>\n    "
        "framework: ILACS\n"
        "    fieldwork: <start>/..\n    published: <pub>\n"
        "    judgements: {in_care_and_care_leavers or in_care: <care>, care_leavers: <leavers>}\n",
        "code,start,pub,care,leavers\nE10000001,07/11/2022,13/01/2023,Good,\n"
        "E10000001,11/09/2023,27/10/2023,Good,Good\n,,,,\nE10000001,,18/04/2023,Good,Good\n",
        COUNCIL TABLE);
    assert_silent(*state);
    assert_text(item(root, "inspections", 0), "framework", "ILACS_2018");
    assert_text(item(root, "inspections", 1), "framework", "ILACS_2023");
    assert_text(item(root, "inspections", 2), "framework", "ILACS_2023");
    assert_text(node_get(item(root, "inspections", 0), "judgements"), "in_care_and_care_leavers",
                "Good");
    assert_text(node_get(item(root, "inspections", 1), "judgements"), "in_care", "Good");
}

/* The day is the row's, and tells the variant for what an officer wrote of the same inspection. */
static void an_officer_may_name_the_family_of_what_a_table_dates(void **state)
{
    static const char mapping[] = "key: code\nrecords: {inspections: {id: <id>, framework: ILACS, "
                                  "fieldwork: <start>}}\n";
    static const char table[] = "code,id,start\nE10000001,I1,2023-09-11\n";
    const struct node *root =
        read_as(*state, mapping, table,
                COUNCIL TABLE "inspections: [{id: I1, framework: ILACS, note: Ours}]\n");
    assert_silent(*state);
    assert_text(item(root, "inspections", 0), "framework", "ILACS_2023");
    assert_text(item(root, "inspections", 0), "note", "Ours");
    read_as(*state, mapping, table,
            COUNCIL TABLE "inspections: [{id: I1, framework: ILACS_2018}]\n");
    assert_told(*state, &W262);
}

static void one_source_serves_a_whole_table(void **state)
{
    const struct node *root = read_as(*state,
                                      "key: code\nsource: {title: Workforce, publisher: DfE, "
                                      "published: 2025-02, interest: It counts its own}\n"
                                      "records: {actions: {text: <what>}}\n",
                                      "code,what\nE10000001,A\nE10000001,B\n", COUNCIL TABLE);
    assert_silent(*state);
    assert_int_equal(count_in(root, "sources"), 1);
    assert_text(item(root, "sources", 0), "id", "TABLE-t");
    assert_text(item(root, "sources", 0), "kind", "data");
    assert_text(item(root, "sources", 0), "published", "2025-02");
    assert_text(item(root, "sources", 0), "interest", "It counts its own");
    assert_text(item(root, "actions", 1), "source", "TABLE-t");
}

/* None of them may be passed over without a word. */
static void what_a_mapping_says_in_vain_is_refused(void **state)
{
    static const char *const parts[] = {
        "second: {key: n, lastest: when}\n",
        "second: {key: n, latest: [when]}\n",
        "others: {england: {where: {code: E92}, smae: {a: a}, records: {actions: {text: x}}}}\n",
        "header: 1x\n",
        "header: 12345678\n",
        "words: grades\n",
        "where: {what: }\n",
        "where: {what: []}\n",
        "missing: {none: }\n",
        "source: {id: S, title: Workforce}\n",
        "compare: yes\n",
        "compare: {regoin: what}\n",
        "compare: {}\n", /* no row is an inspection */
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        read_as(fixture,
                str_format(fixture->arena, "%srecords: {actions: {text: <what>}}\n", parts[i]).at,
                "what\nA\n", COUNCIL TABLE);
        assert_told(fixture, &E264);
    }
}

#define INSPECTIONS                                                                                \
    "key: code\nname: council\ncompare: {}\nrecords: {inspections: {id: I<when>, framework: "      \
    "ILACS_2023, kind: <kind>, published: <when>, overall: <grade>}}\n"
#define HALF "code,council,kind,when,grade\nE10000001,Exampleshire,full,2024-05-13,good\n"
#define WHOLE                                                                                      \
    HALF "E10000002,Otherland,full,2024-05-20,inadequate\n"                                        \
         "E10000002,Otherland,monitoring_visit,2025-05-20,\n"                                      \
         "E10000012,Otherland,full,2025-06-20,good\nE10000012,Otherland,full,2025-06-20,good\n"

/* What is no full inspection does not count, nor does a row twice; a council keeps its name where
   its code changes. */
static void all_councils_of_a_table_are_read(void **state)
{
    struct fixture *fixture = *state;
    struct all_compared compared = {.path = NULL};
    const struct node *root = compare_as(fixture, INSPECTIONS, WHOLE, COUNCIL TABLE, &compared);
    assert_int_equal(count_in(root, "inspections"), 1);
    assert_int_equal(compared.all->count, 2);
    assert_true(str_is(compared.code, "E10000001"));
    const struct listed_council *other = council_of_code(compared.all, STR("E10000002"));
    assert_int_equal(other->count, 2);
    assert_ptr_equal(council_called(fixture->arena, compared.all, STR("Otherland Council")), other);
    assert_null(council_of_code(compared.all, STR("E10000003")));
    assert_int_equal(compared.all->begins, day_from_civil(2024, 5, 13));
}

static void a_table_is_compared_with_or_makes_records(void **state)
{
    struct fixture *fixture = *state;
    struct all_compared compared = {.path = NULL};
    write_file(fixture, "u.csv", WHOLE);
    const struct node *root = compare_as(
        fixture, INSPECTIONS, HALF,
        COUNCIL
        "tables: [{file: t.csv, mapping: m}, {file: u.csv, mapping: m, take: comparison}]\n",
        &compared);
    assert_true(str_ends(str_from(compared.path), "u.csv"));
    assert_int_equal(compared.all->count, 2);
    assert_int_equal(count_in(root, "inspections"), 1);
    compared = (struct all_compared){.path = NULL};
    compare_as(fixture, INSPECTIONS, WHOLE,
               COUNCIL "tables: [{file: t.csv, mapping: m, take: records}]\n", &compared);
    assert_null(compared.all);
}

static void a_row_that_cannot_be_read_keeps_all_from_being_compared(void **state)
{
    struct fixture *fixture = *state;
    struct all_compared compared = {.path = NULL};
    compare_as(fixture, INSPECTIONS, HALF "E10000002,Otherland,full,20 Mayish,good\n",
               COUNCIL TABLE, &compared);
    assert_told(fixture, &W386);
    assert_null(compared.all);
    /* what is wrong with one of its own is told where it stands, and only there */
    compare_as(fixture, INSPECTIONS, HALF "E10000001,Exampleshire,full,20 Mayish,good\n",
               COUNCIL TABLE, &compared);
    assert_told(fixture, &E205);
    assert_null(compared.all);
    assert_int_equal(fixture->diags.warnings, 0);
}

static void a_second_table_tells_what_a_number_stands_for(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture, "second.csv",
               "number,name,when,grade\n302,Barnet,2018,good\n302,Barnet,2024,Outstanding\n");
    const struct node *root =
        read_as(fixture,
                "key: code\nsecond: {key: number, latest: when}\nrecords:\n  comparators:\n"
                "    - {name: <name for n1>, why: Neighbour, overall: <grade for n1>}\n"
                "    - {name: <name for n2>, why: Neighbour, overall: <grade for n2>}\n",
                "code,n1,n2\nE10000001,302,999\n",
                COUNCIL "tables: [{file: t.csv, mapping: m, second: second.csv}]\n");
    assert_told(fixture, &W275);
    assert_int_equal(count_in(root, "comparators"), 1);
    assert_text(item(root, "comparators", 0), "name", "Barnet");
    assert_text(item(root, "comparators", 0), "overall", "Outstanding");
}

/* As text, the last day of December comes after all of January. */
static void the_newest_row_of_a_second_table_is_that_of_the_later_day(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture, "second.csv",
               "number,when,grade\n302,10/01/2024,Outstanding\n302,31/12/2023,good\n");
    const struct node *root =
        read_as(fixture,
                "key: code\ndates: day/month/year\nsecond: {key: number, latest: when}\n"
                "records: {comparators: {name: Barnet, why: Neighbour, overall: <grade for n>}}\n",
                "code,n\nE10000001,302\n",
                COUNCIL "tables: [{file: t.csv, mapping: m, second: second.csv}]\n");
    assert_silent(fixture);
    assert_text(item(root, "comparators", 0), "overall", "Outstanding");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(titles_above_the_names_are_passed_over),
        TEST(days_are_read_in_the_form_that_the_mapping_says),
        TEST(days_that_cannot_be_are_told_at_their_cell),
        TEST(numbers_are_tidied_and_words_for_none_are_none),
        TEST(a_record_whose_number_is_held_back_is_left_out),
        TEST(rows_are_chosen_by_what_columns_hold),
        TEST(the_newest_is_that_of_the_table),
        TEST(rows_of_one_id_become_one_record),
        TEST(rows_that_say_the_same_count_once),
        TEST(rows_are_counted_in_groups),
        TEST(one_council_may_have_several_codes),
        TEST(columns_that_are_optional_may_be_lacking),
        TEST(a_later_table_completes_records_of_an_earlier_one),
        TEST(a_council_may_be_known_by_its_name),
        TEST(a_row_of_two_councils_is_labelled),
        TEST(a_table_of_one_council_needs_no_key),
        TEST(what_a_council_before_it_was_given_stays_its_own),
        TEST(the_day_tells_the_variant_of_a_framework),
        TEST(an_officer_may_name_the_family_of_what_a_table_dates),
        TEST(one_source_serves_a_whole_table),
        TEST(what_a_mapping_says_in_vain_is_refused),
        TEST(all_councils_of_a_table_are_read),
        TEST(a_table_is_compared_with_or_makes_records),
        TEST(a_row_that_cannot_be_read_keeps_all_from_being_compared),
        TEST(a_second_table_tells_what_a_number_stands_for),
        TEST(the_newest_row_of_a_second_table_is_that_of_the_later_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
