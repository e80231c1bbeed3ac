/* Rules on people: two who could be taken for one another are told apart; terms end after they
 * begin. */
#include "base/alike.h"
#include "base/list.h"
#include "brief/spec.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

#include <stdlib.h>

/* A person as one record names them, without a title. */
struct person {
    struct str name, role;
    struct str plain, surname; /* the name and its last word, however they are typed */
    struct span span;
    size_t order; /* in the file */
};

struct people {
    struct arena *arena;
    LIST(struct person) list;
};

static bool is_any_of(struct str word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_is(word, words[i]))
            return true;
    return false;
}

static bool is_title(struct str word)
{
    static const char *const titles[] = {
        "Mr",       "Mrs",      "Ms",   "Miss", "Mx",         "Dr",  "Sir",        "Dame",
        "Lord",     "Lady",     "Cllr", "Rt",   "Councillor", "Hon", "Baroness",   "Professor",
        "Reverend", "Alderman", "Rev",  "Prof", "Baron",      "The", "Honourable", "Right"};
    return is_any_of(word, titles, sizeof titles / sizeof *titles);
}

/* Letters after a name: `Jane Dyke CBE`. */
bool is_post_nominal(struct str word)
{
    static const char *const letters[] = {
        "MP",  "MEP", "MSP",  "MS",   "MLA",  "CBE", "OBE", "MBE", "DBE", "KBE", "GBE", "BEM",
        "KC",  "QC",  "QPM",  "KPM",  "CB",   "KCB", "DCB", "CMG", "CH",  "CVO", "LVO", "MVO",
        "JP",  "DL",  "PC",   "FRSA", "FRS",  "FBA", "PhD", "BA",  "BSc", "MA",  "MSc", "MBA",
        "MEd", "LLB", "CPFA", "ACA",  "FCCA", "RN",  "Bt",  "Jr",  "Snr", "Sr",  "Jnr", "RGN"};
    return is_any_of(word, letters, sizeof letters / sizeof *letters);
}

/* The last word of a name, and in `*start` where it begins. */
static struct str last_word(struct str name, size_t *start)
{
    *start = name.len;
    while (*start > 0 && name.at[*start - 1] != ' ')
        --*start;
    return str_part(name, *start, name.len);
}

static struct str without_marks(struct str text)
{
    while (text.len && (text.at[text.len - 1] == ',' || text.at[text.len - 1] == '.'))
        text.len--;
    return text;
}

/* `Jane Dyke, CBE` is Jane Dyke; two letters alone are left. */
static struct str without_letters(struct str name)
{
    for (;;) {
        size_t start;
        struct str word = without_marks(last_word(name, &start));
        if (start == 0 || !is_post_nominal(word))
            return without_marks(name);
        name = without_marks(str_trim(str_part(name, 0, start)));
    }
}

/* What people do, and bodies that speak: no surname that two could share. */
static bool is_office(struct str word)
{
    static const char *const offices[] = {
        "spokesman",    "spokeswoman", "spokesperson", "leader",  "director",    "executive",
        "officer",      "minister",    "secretary",    "chair",   "chairman",    "chairwoman",
        "inspector",    "member",      "council",      "ofsted",  "government",  "department",
        "commissioner", "adviser",     "board",        "mayor",   "councillor",  "parliament",
        "source",       "group",       "party",        "trust",   "partnership", "committee",
        "education",    "services",    "inspectorate", "union",   "unison",      "staff",
        "team",         "parent",      "parents",      "charity", "worker",      "workers"};
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
        if (str_alike(word, str_from(offices[i])))
            return true;
    return false;
}

static bool has_joining_word(struct str name)
{
    static const char *const joining[] = {" of ", " for ", " and ", " the ",
                                          " at ", " & ",   " from "};
    for (size_t i = 0; i < sizeof joining / sizeof *joining; i++)
        for (size_t at = 0; at < name.len; at++)
            if (str_starts(str_part(name, at, name.len), joining[i]))
                return true;
    return false;
}

/* Is it the name of a person, and not of an office or of a body? */
static bool is_name(struct str name)
{
    size_t start;
    struct str surname = last_word(name, &start);
    bool capitals = name.len && !(name.at[0] >= 'a' && name.at[0] <= 'z') && surname.len &&
                    !(surname.at[0] >= 'a' && surname.at[0] <= 'z');
    return capitals && !str_starts(name, "A ") && !is_office(surname) && !has_joining_word(name);
}

static struct str without_titles(struct str name)
{
    for (;;) {
        name = str_trim(name);
        size_t end = str_find(name, ' ', 0);
        struct str word = str_part(name, 0, end);
        if (str_ends(word, "."))
            word.len--;
        if (end == name.len || !is_title(word))
            return name;
        name = str_part(name, end, name.len);
    }
}

/* Names and the roles beside them: the fields of each table that hold them. */
static const struct {
    const struct record_table *table;
    const char *name, *role;
} named[] = {
    {&leadership_event_table, "person", "role"},
    {&quote_table, "speaker", "role"},
    {&helper_table, "name", "role"},
    {&contact_table, "name", "role"},
};

static void collect(const void *record, const struct record_table *table, const struct field *field,
                    void *data)
{
    struct people *people = data;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if (named[i].table != table || !str_is(str_from(field->name), named[i].name))
            continue;
        const struct str *name = record_member(record, field);
        const struct field *role = record_field(table, str_from(named[i].role));
        struct str plain = without_letters(without_titles(*name));
        size_t order = people->list.count, start;
        if (is_name(plain))
            *LIST_ADD(people->arena, &people->list) = (struct person){
                .name = plain,
                .plain = name_plain(people->arena, plain),
                .surname = name_plain(people->arena, last_word(plain, &start)),
                .role = *(const struct str *)record_member(record, role),
                .span = record_span(record, field),
                .order = order,
            };
    }
}

/* A forename that is written out, not left out or cut to its initial. */
static bool is_full(const struct person *person)
{
    size_t end = str_find(person->name, ' ', 0);
    struct str first = str_part(person->name, 0, end);
    return end < person->name.len && first.len > 1 && !str_ends(first, ".");
}

/* Can these two, of one surname, be told apart? */
static bool are_told_apart(const struct person *a, const struct person *b)
{
    bool roles = a->role.len && b->role.len && !str_equal(a->role, b->role);
    return is_full(a) && is_full(b) && roles;
}

/* By surname, then by name, then in the order of the file. */
static int compare_people(const void *left, const void *right)
{
    const struct person *a = left, *b = right;
    int order = str_compare(a->surname, b->surname);
    if (!order)
        order = str_compare(a->plain, b->plain);
    return order ? order : (a->order > b->order) - (a->order < b->order);
}

/* Leaves each name once, where it stands first, with the first role that is given for it. */
static size_t merge_names(struct person *items, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept && str_equal(items[kept - 1].plain, items[i].plain)) {
            if (!items[kept - 1].role.len)
                items[kept - 1].role = items[i].role;
            continue;
        }
        items[kept++] = items[i];
    }
    return kept;
}

static void report(const struct check *check, const struct person *a, const struct person *b)
{
    const struct person *first = a->order < b->order ? a : b;
    const struct person *second = a->order < b->order ? b : a;
    struct diag *diag = diag_report(check->diags, &W238, second->span,
                                    "`" STR_FMT "` could be taken for `" STR_FMT "`",
                                    STR_ARG(second->name), STR_ARG(first->name));
    diag_hint(check->diags, diag, "say who is meant: give each a full name and a role");
    diag_note(check->diags, diag, first->span, "`" STR_FMT "` is named here", STR_ARG(first->name));
}

static void people_are_told_apart(const struct check *check)
{
    struct people people = {.arena = check->diags->arena};
    briefing_walk(check->briefing, collect, &people);
    if (!people.list.count)
        return;
    struct person *items = people.list.items;
    qsort(items, people.list.count, sizeof *items, compare_people);
    size_t count = merge_names(items, people.list.count);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (!str_equal(items[i].surname, items[first].surname))
            first = i;
        for (size_t k = first; k < i; k++)
            if (!are_told_apart(&items[k], &items[i])) {
                report(check, &items[k], &items[i]);
                break;
            }
    }
}

/* ---- terms of office ---- */

static void fixed_terms_end_after_they_begin(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->leadership.count; i++) {
        const struct leadership_event *event = &check->briefing->leadership.items[i];
        if (!date_surely_after(&event->date, &event->until))
            continue;
        struct diag *diag = diag_report(check->diags, &E228, SPAN_OF(event, until),
                                        "this term ends before it begins");
        diag_hint(check->diags, diag, "`until` is the last day of an appointment for a fixed term");
        diag_note(check->diags, diag, SPAN_OF(event, date), "it begins here");
    }
}

/* ---- what holds, and why ---- */

const struct rule names_rules[] = {
    {CODES_OF(&W238), .holds = "people who are named alike are told apart",
     .evidence = "One article names a councillor and an officer of the same surname in one breath.",
     .briefing = people_are_told_apart},
    {CODES_OF(&E228), .holds = "an appointment for a fixed term ends after it begins",
     .evidence = "It cannot be otherwise.", .briefing = fixed_terms_end_after_they_begin},
    {.codes = NULL},
};
