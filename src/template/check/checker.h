/* The static check at work: what an expression can be, and what is known where it stands. */
#ifndef COUNCILBRIEF_TEMPLATE_CHECK_CHECKER_H
#define COUNCILBRIEF_TEMPLATE_CHECK_CHECKER_H

#include "data/bind/framework.h"
#include "template/syntax.h"

/* ---- types ---- */

/* The kinds of value that an expression can have. `IS_UNKNOWN`: a fault was reported, so nothing
   more is said. */
enum type_kind {
    IS_NONE = 1 << 0,
    IS_ANSWER = 1 << 1,
    IS_WHOLE = 1 << 2,
    IS_DECIMAL = 1 << 3, /* of a record: exact */
    IS_TEXT = 1 << 4,
    IS_MARKDOWN = 1 << 5,
    IS_INSERTED = 1 << 6, /* Markdown that has passed | markdown */
    IS_DATE = 1 << 7,
    IS_WORD = 1 << 8,
    IS_GRADE = 1 << 9,
    IS_LIST = 1 << 10,
    IS_RECORD = 1 << 11,
    IS_CITE = 1 << 12,
    IS_LOOP = 1 << 13,
    IS_FLOAT = 1 << 14,
    IS_UNKNOWN = 1 << 15,
    IS_NUMBER = IS_WHOLE | IS_DECIMAL | IS_FLOAT,
    IS_WORDING = IS_TEXT | IS_MARKDOWN,
    IS_CHOSEN = IS_WORD | IS_GRADE,
    IS_PRINTABLE = IS_NUMBER | IS_TEXT | IS_INSERTED | IS_DATE | IS_CHOSEN | IS_CITE,
    IS_ANYTHING = (IS_UNKNOWN << 1) - 1
};

/* What a text stands for, where a filter needs to know. */
enum text_meaning { MEANS_NOTHING, MEANS_FRAMEWORK, MEANS_JUDGEMENT };

/* Why there may be no value. */
struct absence {
    struct str name; /* of the field, filter or loop item */
    struct span at;
    const char *from;   /* "an inspection": what may leave it out; or else */
    const char *reason; /* "the list may be empty" */
};

/* A field that every item of a list has, because a filter asked for it. */
struct given {
    struct str path;
    const struct given *next;
};

/* What is known of a value, where it is a number. */
struct number_type {
    int64_t low, high; /* of a whole number */
    int digits;        /* the size of a float is below 10 to this power */
    bool rounded;      /* a float with few enough decimals to be printed as a figure */
};

/* Where it is a text. */
struct text_type {
    struct str literal; /* absent: not written out */
    enum text_meaning meaning;
    struct str owner; /* of a judgement: the path of its inspection */
};

/* Where it is a list, or the `loop` over one. */
struct list_type {
    const struct type *item;
    const struct type *parts; /* of a list whose length is known: one for each item */
    size_t part_count;
    bool group;                /* what groupby gives: its parts are also called grouper and list */
    bool stream;               /* Jinja would give it as a generator */
    bool citable;              /* sources, as a field holds them */
    const struct given *given; /* of its items */
};

/* Where it is a record. */
struct record_type {
    const struct record_table *table; /* NULL: of any table that has ids */
    struct str owner;                 /* of an entry of judgements: the path of its inspection */
};

/* What a value can be: several kinds at once, each with what is known of it. */
struct type {
    unsigned kinds;                /* a set of enum type_kind */
    bool silent;                   /* it may be the nothing that an inline if without else gives */
    bool filled;                   /* neither empty nor nought */
    const struct absence *absence; /* NULL: there always is a value */
    struct str path;               /* which value it is: two of one path are equal; may be absent */
    struct number_type number;
    struct text_type text;
    struct list_type list;
    struct record_type record;
    const struct word *words; /* of a word; NULL: of several enumerations */
};

struct type type_plain(unsigned kinds);
struct type type_unknown(void);
struct type type_whole(int64_t low, int64_t high);
struct type type_literal(const struct value *literal);
struct type type_list(struct arena *arena, struct type item);
/* A list of known length: one type for each item, in `parts`. */
struct type type_parts(struct arena *arena, const struct type *parts, size_t count);
/* `path` is that of the record. */
struct type type_field(struct arena *arena, const struct record_table *table,
                       const struct field *field, struct str path);
/* The type of what is one or the other. */
struct type type_join(struct arena *arena, struct type a, struct type b);
/* Is it certain to be of one of these kinds? */
bool type_within(const struct type *type, unsigned kinds);
bool type_is_unknown(const struct type *type);
/* Is there always a value? */
bool type_is_given(const struct type *type);
/* Is it always one text, which is written out? */
bool type_is_written(const struct type *type);
/* "a date", "a text or a list". */
struct str type_describe(struct arena *arena, const struct type *type);

/* ---- what is known ---- */

/* The value of this path is there and, when `filled`, neither empty nor nought. */
struct known_value {
    struct str path;
    bool filled;
    const struct known_value *next;
};

/* A {% set %} of the template, however often it is come across. */
struct definition {
    struct str name;
    struct span span;
    bool used;
};

/* A name and what it stands for from here on. When several branches have set it, it has a
   definition of its own that stands for all of theirs. */
struct binding {
    struct str name;
    struct type type;
    struct definition *definition; /* NULL: bound by a {% for %} */
    const struct origin *origins;  /* set in several branches: what each made of it */
    bool unsure;                   /* some branch leaves it unset */
    const struct binding *next;
};

struct origin {
    const struct binding *binding;
    const struct origin *next;
};

struct check_scope {
    struct check_scope *parent;
    const struct binding *bindings; /* newest first */
    const struct type *item; /* of the list that a {% for %} runs over; NULL: not a {% for %} */
    struct str loop_path;
    bool hides_loop;
};

struct checker {
    struct arena *arena;
    struct diags *diags;
    const struct frameworks *frameworks; /* may be NULL: then grades are not checked */
    struct check_scope *scope;
    const struct known_value *facts;
    size_t names; /* bound so far: each gets a path of its own */
    size_t steps;
    bool stopped;
    LIST(struct definition *) definitions;
};

/* A filter or test under check: what its subject and its arguments can be. */
struct checked_call {
    struct checker *checker;
    const struct call *call;
    struct type subject;
    struct type arguments[PARAMETERS_MAX];
};

/* Checks a whole template; true without errors. */
bool check_whole(struct arena *arena, struct diags *diags, struct body body,
                 const struct frameworks *frameworks);

/* ---- reporting: types.c ---- */

/* Reports a fault and returns the unknown type. */
__attribute__((format(printf, 4, 5))) struct type check_fail(struct checker *checker,
                                                             const struct code *code,
                                                             struct span span, const char *format,
                                                             ...);
/* A hint for what check_fail has just reported. */
__attribute__((format(printf, 2, 3))) struct type check_hint(struct checker *checker,
                                                             const char *format, ...);
/* Uses up steps; false after E317. */
bool check_spend(struct checker *checker, size_t steps);

/* Reports, once, a value that may be absent: from then on it counts as given. False after E340. */
bool check_present(struct checker *checker, struct type *type, struct span span);
void check_printable(struct checker *checker, struct type type, struct span span);
void check_truth(struct checker *checker, struct type type, struct span span);

/* ---- names and facts: names.c ---- */

void check_bind(struct checker *checker, struct str name, struct type type,
                struct definition *definition);
const struct binding *check_lookup(struct checker *checker, const struct check_scope *scope,
                                   struct str name);
struct str check_new_path(struct checker *checker);
struct type check_name(struct checker *checker, const struct expression *expression);
/* A field of a record or of `loop`, by name. */
struct type check_member(struct checker *checker, struct type owner, struct str name,
                         struct span span);
/* "inspection.published" of an item of a list, whose items are known to have the fields `given`. */
struct type check_path(struct checker *checker, struct type item, const struct given *given,
                       struct str path, struct span span);
/* The path of an expression; absent when it has none. */
struct str check_path_of(struct checker *checker, const struct expression *expression);
void check_know(struct checker *checker, struct str path, bool filled);
/* The type of the value with this path, with all that is known about it. */
struct type check_known(struct checker *checker, struct type type, struct str path);
/* Adds what follows from a condition that has turned out true or false. */
void check_narrow(struct checker *checker, const struct expression *condition, bool truth);

/* ---- expressions: expression.c ---- */

struct type check_expression(struct checker *checker, const struct expression *expression);
struct type check_call(struct checker *checker, const struct call *call, struct type subject);

/* ---- comparing and computing: operations.c ---- */

void check_equal(struct checker *checker, struct type a, struct type b, struct span span);
void check_ordered(struct checker *checker, struct type a, struct type b, struct span span);
/* Can items be sorted by keys of this type? */
void check_sortable(struct checker *checker, struct type key, struct span span);
void check_membership(struct checker *checker, struct type item, struct type whole,
                      struct span span);
struct type check_arithmetic(struct checker *checker, struct operation op, struct type left,
                             struct type right);
struct type check_sign(struct checker *checker, struct operation op, struct type operand);

#endif
