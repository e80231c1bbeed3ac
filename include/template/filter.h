/* Filters and tests: one table of names, parameters, documentation and functions. */
#ifndef COUNCILBRIEF_TEMPLATE_FILTER_H
#define COUNCILBRIEF_TEMPLATE_FILTER_H

#include "template/render.h"

enum builtin_kind { BUILTIN_FILTER, BUILTIN_TEST };

/* What a filter such as map applies: the argument behind its own ones is the name. */
enum builtin_inner { INNER_NONE, INNER_FILTER, INNER_TEST };

struct parameter {
    const char *name; /* NULL: no more */
    bool required;
};

/* A call at work: what it is applied to and its arguments, evaluated. */
struct invocation {
    struct rendering *rendering;
    const struct call *call;
    struct span span; /* of the name of the filter */
    struct value subject;
    bool given[PARAMETERS_MAX];
    struct value arguments[PARAMETERS_MAX];
    struct invocation *inner; /* of map and select; its subject is set for each item */
};

/* A test gives a bool. */
typedef struct value builtin_function(struct invocation *invocation);

struct builtin {
    enum builtin_kind kind;
    const char *name;
    const char *doc;
    builtin_function *run;
    struct parameter parameters[PARAMETERS_MAX];
    enum builtin_inner inner;
    bool stream; /* gives what Jinja would give as a generator */
    bool picks;  /* takes one item of a list, if there is one */
};

/* All of them; ends with one without name. */
extern const struct builtin builtin_table[];

const struct builtin *builtin_find(enum builtin_kind kind, struct str name);
const char *builtin_nearest(enum builtin_kind kind, struct str name);

/* Evaluates the arguments of a call and runs it. */
struct value builtin_call(struct rendering *rendering, const struct call *call,
                          struct value subject);

/* ---- for the functions ---- */

/* The subject's items; NULL after a failure when it is no list. */
const struct list_value *subject_list(struct invocation *invocation);
/* The subject as text; absent after a failure. */
struct str subject_text(struct invocation *invocation);
/* An argument as text or whole number; the given default when it was left out. */
struct str argument_text(struct invocation *invocation, size_t i, struct str otherwise);
bool argument_flag(struct invocation *invocation, size_t i); /* false when it was left out */
int64_t argument_whole(struct invocation *invocation, size_t i, int64_t otherwise);
bool argument_truth(struct invocation *invocation, size_t i);
/* The item itself, or what the dotted path in argument i names. */
struct value argument_path(struct invocation *invocation, size_t i, const struct value *item);
/* A new list of `count` values. */
struct value list_of(struct invocation *invocation, const struct value *values, size_t count,
                     bool stream);

builtin_function filter_default, filter_string;                               /* filters_value.c */
builtin_function filter_int, filter_float, filter_abs, filter_round;          /* filters_number.c */
builtin_function filter_upper, filter_lower, filter_capitalize, filter_title; /* filters_text.c */
builtin_function filter_trim, filter_replace;                                 /* filters_text.c */
builtin_function filter_length, filter_join, filter_first, filter_last,
    filter_list;                                                            /* filters_list.c */
builtin_function filter_reverse, filter_unique;                             /* filters_list.c */
builtin_function filter_sum;                                                /* filters_sum.c */
builtin_function filter_groupby, filter_batch, filter_items;                /* filters_group.c */
builtin_function filter_sort, filter_min, filter_max;                       /* filters_sort.c */
builtin_function filter_map, filter_select, filter_reject;                  /* filters_pick.c */
builtin_function filter_selectattr, filter_rejectattr;                      /* filters_pick.c */
builtin_function filter_date, filter_words, filter_grade, filter_judgement; /* filters_domain.c */
builtin_function filter_framework, filter_cite, filter_markdown;            /* filters_domain.c */
builtin_function filter_money, filter_number, filter_percent,
    filter_ordinal;             /* filters_figures.c */
builtin_function filter_plural; /* filters_figures.c */
builtin_function test_defined, test_undefined, test_none, test_boolean, test_true, test_false;
builtin_function test_number, test_integer, test_float, test_string, test_mapping, test_iterable;
builtin_function test_odd, test_even, test_divisibleby, test_in;
builtin_function test_equal, test_not_equal, test_less, test_less_equal, test_greater;
builtin_function test_greater_equal;

#endif
