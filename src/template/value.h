/* Values that a template works with, and what Jinja lets one do with them. */
#ifndef COUNCILBRIEF_TEMPLATE_VALUE_H
#define COUNCILBRIEF_TEMPLATE_VALUE_H

#include "brief/briefing.h"

enum value_kind {
    VALUE_UNDEFINED, /* missing: what was looked for */
    VALUE_FAULT,     /* of a variable whose {% set %} failed: using it fails silently */
    VALUE_NONE,
    VALUE_BOOL,              /* truth */
    VALUE_WHOLE,             /* whole */
    VALUE_DECIMAL,           /* decimal: of a record */
    VALUE_FLOAT,             /* real: a float as Python's, from literals, data and arithmetic */
    VALUE_TEXT,              /* text */
    VALUE_MARKDOWN,          /* text: a text to everything but printing */
    VALUE_INSERTED_MARKDOWN, /* text: has passed | markdown */
    VALUE_LIST,              /* list */
    VALUE_MAP,               /* map: of data that has no records */
    VALUE_RECORD,            /* record, table */
    VALUE_DATE,              /* date */
    VALUE_WORD,              /* words, word: a text to comparisons (its id), its label in print */
    VALUE_GRADE,             /* text: the id, its label in print */
    VALUE_CITE,              /* refs: a citation */
    VALUE_LOOP               /* loop: the name `loop` inside a for */
};

/* Why there is no value: told when it is used. */
struct missing {
    struct str name;
    struct span at;     /* the segment of the template that found nothing */
    const char *reason; /* for what is no field: "the list is empty"; else NULL */
    const void *record; /* that leaves the field out; may be NULL */
    const struct record_table *table;
    const struct map_value *map; /* that has no such key; may be NULL */
};

/* Python's tuples never equal its lists. A group is what groupby gives: a pair whose parts are also
   named `grouper` and `list`. */
enum list_shape { SHAPE_LIST, SHAPE_TUPLE, SHAPE_GROUP };

enum list_backing { LIST_VALUES, LIST_RECORDS, LIST_TEXTS, LIST_WHOLES, LIST_GRADES, LIST_REFS };

struct list_value {
    enum list_backing backing;
    enum list_shape shape;
    /* From map, selectattr and their kind: Jinja gives a generator, which has no length, no truth
       and can be used once. Such a list is refused wherever a generator would be a trap. */
    bool stream;
    int depth; /* of lists inside lists */
    size_t count;
    union {
        const struct value *values;
        struct {
            const struct records *records;
            const struct record_table *table;
        };
        struct texts texts;
        struct wholes wholes;
        const struct grade_entry *grades;
        struct refs refs;
    };
};

struct value {
    enum value_kind kind;
    struct span origin; /* the YAML it came from; nowhere for computed values */
    union {
        const struct missing *missing; /* NULL: the silent one of an inline if without else */
        bool truth;
        int64_t whole;
        double real;            /* finite */
        struct decimal decimal; /* with text: printed so; without: as Python prints a float */
        struct str text;
        const struct list_value *list;
        const struct map_value *map;
        struct {
            const void *record;
            const struct record_table *table;
        };
        const struct date *date;
        struct {
            const struct word *words;
            int word; /* counted from 1 */
        };
        struct refs refs;
        const struct loop_state *loop;
    };
};

/* Keys with their values, in the order of the data; no key stands twice. */
struct map_value {
    const struct map_entry *entries;
    size_t count;
};

struct map_entry {
    struct str key;
    struct value value;
};

/* Of a FIELD_GRADES each entry is a record of this table: judgement, grade, source. */
extern const struct record_table grade_entry_table;

struct value value_none(void);
struct value value_bool(bool truth);
struct value value_whole(int64_t whole);
struct value value_real(double real); /* finite */
struct value value_text(struct str text);
struct value value_list(const struct list_value *list);
struct value value_record(const void *record, const struct record_table *table);
struct value value_map(const struct map_value *map);

/* The value of a key; NULL when the map has none. */
const struct value *map_find(const struct map_value *map, struct str key);
/* The keys, as repeating over a map gives them. */
const struct list_value *map_keys(struct arena *arena, const struct map_value *map);

/* Element i of a list, i < count. */
struct value list_item(const struct list_value *list, size_t i);

/* A field of a record as a value; undefined (with `at` and the record) when it is absent. */
struct value value_of_field(struct arena *arena, const void *record,
                            const struct record_table *table, const struct field *field,
                            struct span at);

/* Is it a text to filters such as upper: text, Markdown, the label of a word? */
bool value_is_text(const struct value *value);
bool value_is_number(const struct value *value); /* whole, decimal or float */

/* "a text", "a list", "the record of an inspection": for messages. */
struct str value_describe(struct arena *arena, const struct value *value);

/* A number as a decimal; false for other kinds, and for a float with more digits than a decimal of
   15 places holds. A bool counts as 0 or 1, as in Python. */
bool value_number(const struct value *value, struct decimal *number);

/* The same as a float, for arithmetic. */
bool value_float(const struct value *value, double *real);

/* Compares two numbers exactly; false when one is no number. */
bool numbers_compare(const struct value *a, const struct value *b, int *order);

/* A decimal as Python prints a float: with at least one digit after the point. */
struct str decimal_text(struct arena *arena, struct decimal decimal);

/* What Python takes for white space. */
bool python_space(uint32_t code_point);
struct str python_trim(struct str text);

#endif
