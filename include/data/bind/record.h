/* Record tables: one description of each record drives binding, templates, schema and reference. */
#ifndef COUNCILBRIEF_DATA_BIND_RECORD_H
#define COUNCILBRIEF_DATA_BIND_RECORD_H

#include "data/yaml/node.h"
#include "date/date.h"

/* What a field holds, and the C type it is bound to. */
enum field_kind {
    FIELD_TEXT,      /* struct str; one line or several, never Markdown */
    FIELD_MARKDOWN,  /* struct str; an officer's own Markdown */
    FIELD_WHOLE,     /* struct whole */
    FIELD_DECIMAL,   /* struct decimal */
    FIELD_ANSWER,    /* enum answer: yes or no */
    FIELD_DATE,      /* struct date: a point in time, known more or less well */
    FIELD_PERIOD,    /* struct date: from one day to another */
    FIELD_WORD,      /* int: position in `words` counted from 1; 0 is absent */
    FIELD_ID,        /* struct str: this record's name in the space `ids` */
    FIELD_REF,       /* struct ref: the id of a record in the space `ids` */
    FIELD_REFS,      /* struct refs: one id or a list of them */
    FIELD_GRADE,     /* struct str: the id of a grade; the bound text is the canonical id */
    FIELD_GRADES,    /* struct grades: a map from judgement to grade */
    FIELD_FRAMEWORK, /* struct str: the id of a framework */
    FIELD_TEXTS,     /* struct texts: a list of texts, or one text */
    FIELD_WHOLES,    /* struct wholes: a list of whole numbers, or one */
    FIELD_RECORD,    /* const pointer to a record of `of`; NULL is absent */
    FIELD_RECORDS    /* struct records: a list of records of `of` */
};

struct whole {
    bool known;
    int64_t value;
};

/* An exact decimal: mantissa / 10^scale. The text is as the officer wrote it ("16.5"). */
struct decimal {
    struct str text; /* absent: not known */
    int64_t mantissa;
    int scale; /* 0 to 6 */
};

enum answer { ANSWER_ABSENT, ANSWER_NO, ANSWER_YES };

/* Every id belongs to one space; within it an id stands for one record. */
enum id_space {
    IDS_NONE,
    IDS_SOURCES,
    IDS_INSPECTIONS,
    IDS_INTERVENTIONS,
    IDS_RECOMMENDATIONS,
    IDS_ACTIONS,
    IDS_QUOTES,
    IDS_INDICATORS,
    IDS_AREAS,
    IDS_DEVELOPMENTS,
    IDS_REVIEWS,
    IDS_EVENTS,
    IDS_LEADERSHIP,
    IDS_RISKS,
    IDS_MILESTONES,
    IDS_FUNDING,
    IDS_ANY /* a reference to a record of any space */
};

struct ref {
    struct str id; /* absent: none */
    struct span span;
    const void *record;               /* what it names, once resolved; NULL when dangling */
    const struct record_table *table; /* of that record */
};

struct refs {
    const struct ref *items;
    size_t count;
};

struct grade_entry {
    struct str judgement; /* key, as in the framework */
    struct str grade;     /* canonical id */
    struct refs source;   /* its own, or that of the inspection */
    struct span judgement_span, grade_span;
};

struct grades {
    const struct grade_entry *items;
    size_t count;
};

struct texts {
    const struct str *items;
    const struct span *spans; /* one a text */
    size_t count;
};

struct wholes {
    const int64_t *items;
    const struct span *spans;
    size_t count;
};

struct records {
    const void *items; /* count times table->size bytes */
    size_t count;
};

/* Names a list of records of one type: `struct action_list`. Whoever goes by tables takes it as
   `untyped`; everybody else sees `items` of the type. */
#define RECORD_LIST(record)                                                                        \
    struct record##_list {                                                                         \
        union {                                                                                    \
            struct records untyped;                                                                \
            struct {                                                                               \
                const struct record *items;                                                        \
                size_t count;                                                                      \
            };                                                                                     \
        };                                                                                         \
    }

enum presence {
    OPTIONAL,
    EXPECTED,      /* a warning when absent */
    REQUIRED,      /* an error when absent */
    DERIVED,       /* computed, where that can be done; an error when written */
    DERIVED_ALWAYS /* the same, and never absent */
};

struct word {
    const char *id;    /* in YAML */
    const char *label; /* in print, lower case inside a sentence */
};

/* What shows a field besides the part of the paper that is the record's own. */
enum shown_in {
    SHOWN_IN_DETAILS,  /* nothing: it is a reason to give the record a part of its own */
    SHOWN_IN_TIMELINE, /* what says that it took place: when, and what it was */
    SHOWN_IN_GRADES,   /* the table of grades */
    SHOWN_IN_EVIDENCE  /* what says how it is known, at the end */
};

/* What it means when two issues differ in a field. Of a list: when one of its records is new or
   gone; what differs in a record of it means no more than that (`changes_within`). */
enum how_changed {
    CHANGES_FACT,     /* one of them is wrong, or knows less */
    CHANGES_PROGRESS, /* it moves with time: a status, an end, a revised day */
    CHANGES_WORDING,  /* nothing is meant otherwise: a note, an address, a title */
    CHANGES_ELSEWHERE /* it is of other councils: what is compared moved, and not this council */
};

struct field {
    const char *name;
    enum field_kind kind;
    enum presence presence;
    size_t offset;
    const struct record_table *of; /* FIELD_RECORD, FIELD_RECORDS */
    const struct word *words;      /* FIELD_WORD; ends with {0} */
    enum id_space ids;             /* FIELD_ID, FIELD_REF, FIELD_REFS */
    bool settled;                  /* its key may be left out, but a sound briefing has it */
    bool ahead;                    /* FIELD_DATE: may lie after the day of the briefing */
    bool percent;                  /* FIELD_WHOLE: of a hundred; `%` may stand behind it */
    enum shown_in shown_in;        /* of an inspection */
    enum how_changed changes;
    const char *label;        /* of a simple field: what a line of its own begins with; or NULL */
    const char *doc;          /* a sentence for the reference page and the schema */
    const char *rule;         /* of a derived fact: the heading in docs/computed.md with its rule */
    const char *unprinted;    /* who reads it, where no paper prints it; else NULL */
    const char *const *tells; /* of a computed text: the keys that it puts into words; or NULL */
    const char *example;      /* as YAML, on one line; may be NULL for records */
};

struct record_table {
    const char *name; /* "inspection", with its article in `a_name`: "an inspection" */
    const char *a_name;
    size_t size;                /* of the struct, whose first member is a struct record_head */
    const struct field *fields; /* ends with a field without name */
    const char *doc;
    const struct old_key *old; /* keys of the format before; ends with one without name; or NULL */
    const char *happens;       /* the field that says when it took place; NULL: it has no day */
    const char *else_happens;  /* the field that does where that is absent; NULL: none */
    const char *const *known_by; /* fields by which it is known without an id; ends with NULL */
    const char *const *called;   /* fields that tell a reader which one it is; ends with NULL */
};

/* Names of fields, as `known_by` and `called` have them. */
#define NAMES(...) ((const char *const[]){__VA_ARGS__, NULL})

/* What a key of the format before has become. It is read for one version more, with a warning. */
enum old_form {
    OLD_RENAMED, /* the same value; two under one key are joined where it holds text */
    OLD_LISTED   /* the record is the only item of a list now */
};

struct old_key {
    const char *was, *now;
    enum old_form form;
};

/* The first member of every record. */
struct record_head {
    const struct node *node; /* of derived records: of what they were derived from, or NULL */
};

/* Shorthand for tables: FIELD(struct council, name, FIELD_TEXT, REQUIRED, .doc = "...") */
#define FIELD(type, member, field_kind, how, ...)                                                  \
    {                                                                                              \
        .name = #member, .kind = (field_kind), .presence = (how),                                  \
        .offset = offsetof(type, member), __VA_ARGS__                                              \
    }

/* The same for a list of records, whose type and table must be of one name. */
#define RECORDS_FIELD(type, member, record, how, ...)                                              \
    FIELD(type, member, FIELD_RECORDS, how,                                                        \
          .of = _Generic(((type *)NULL)->member, struct record##_list                              \
                         : &record##_table),                                                       \
          __VA_ARGS__)

const struct field *record_field(const struct record_table *table, struct str name);
/* What a key of the format before has become; NULL when it is none. */
const struct old_key *record_old_key(const struct record_table *table, struct str name);
/* The field of that name, or that an old key of that name has become; NULL when there is none. */
const struct field *record_field_renewed(const struct record_table *table, struct str name);
bool field_is_derived(const struct field *field);
/* What a difference in a part means, which stands in a list or record whose field is `whole`. */
enum how_changed changes_within(enum how_changed whole, enum how_changed part);
/* Is it for readers? Names of records are for other records; a source stands by its number. */
bool field_is_for_readers(const struct field *field);
/* May a record of a specification without errors leave the field out? A list is never left out: it
   is empty. */
bool field_may_be_absent(const struct field *field);
const void *record_member(const void *record, const struct field *field);
/* Does a member of a record hold anything? */
bool field_is_filled(const struct field *field, const void *member);
const void *records_at(const struct records *records, const struct record_table *table, size_t i);

/* Has a record a value under that key, be it one that was refused? */
bool record_states(const void *record, const char *name);
/* Where a field of a record was written; the whole record when it was not. */
struct span record_span(const void *record, const struct field *field);
/* The same by name. */
struct span record_span_of(const void *record, const char *name);

/* A field by its member, so that the compiler sees a misspelt one. `record` points to a struct:
   SPAN_OF(action, due) is where its day was written. */
#define NAME_OF(record, member) (sizeof((record)->member) ? #member : "")
#define SPAN_OF(record, member) record_span_of((record), NAME_OF(record, member))
/* For parameters that follow each other: a record and the name of its field; before them the
   field's value; or where that stands. */
#define NAMED(record, member)    (record), NAME_OF(record, member)
#define FIELD_OF(record, member) (record)->member, NAMED(record, member)
#define FIELD_AT(record, member) &(record)->member, NAMED(record, member)

/* The label of a bound FIELD_WORD; "" for absent. */
const char *word_label(const struct word *words, int word);

#endif
