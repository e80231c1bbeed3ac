/* A rendering under way: the state that evaluation, filters and output share. */
#ifndef COUNCILBRIEF_TEMPLATE_RENDER_RENDER_H
#define COUNCILBRIEF_TEMPLATE_RENDER_RENDER_H

#include "template/syntax.h"
#include "template/template.h"

struct variable {
    struct str name;
    struct value value;
};

/* The state of one for loop; `loop` in the template. */
struct loop_state {
    const struct list_value *list;
    size_t index; /* counted from 0 */
};

/* Names of one for body, one included file or the whole template. */
struct scope {
    struct scope *parent;
    LIST(struct variable) variables;
    const struct loop_state *loop; /* NULL: not a {% for %} */
    bool hides_loop; /* an included file, the condition of a for: outer loops are not seen */
};

struct rendering {
    struct arena *arena;
    struct diags *diags;
    const struct briefing *briefing; /* NULL: `data` gives the names */
    const struct map_value *data;
    struct scope *scope;
    size_t steps;
    bool failed;  /* the statement under way was given up */
    bool stopped; /* a limit was passed: nothing more is rendered */
    size_t errors;
    bool hintable;              /* the last failure was reported and can take a hint */
    struct span here;           /* the statement under way: where limits are reported */
    LIST(struct span) reported; /* places complained about, so that no loop does it again */
    bool asks;                  /* what is looked up is only asked after, not read */
    bool late;                  /* values become characters */
    struct span rare;           /* the YAML of the first value with letters beyond ASCII */
    size_t printed;             /* values put into the text */
    struct buf text;
    LIST(struct insert) inserts;
    LIST(struct text_piece) pieces;
};

/* A filter or test at work: what it is applied to and its arguments, evaluated. */
struct invocation {
    struct rendering *rendering;
    const struct call *call;
    struct span span; /* of the name of the filter */
    struct value subject;
    bool given[PARAMETERS_MAX];
    struct value arguments[PARAMETERS_MAX];
    struct invocation *inner; /* of map and select; its subject is set for each item */
};

/* ---- failing ---- */

/* Reports once per place and gives the statement up. Returns the value to return. */
__attribute__((format(printf, 4, 5))) struct value render_fail(struct rendering *rendering,
                                                               const struct code *code,
                                                               struct span span, const char *format,
                                                               ...);
/* A hint for the diagnostic that render_fail has just added, if it did. */
__attribute__((format(printf, 2, 3))) struct value render_hint(struct rendering *rendering,
                                                               const char *format, ...);
/* A note for it, when the span is somewhere. */
void render_note(struct rendering *rendering, struct span span, const char *what);
/* A limit was passed: reports it at the statement under way and ends the rendering. */
void render_stop(struct rendering *rendering, const struct code *code, const char *message);
/* Uses up steps; false after E317. */
bool render_spend(struct rendering *rendering, size_t steps);
/* Uses up the steps for a text of that length; false after E317 or E318. */
bool render_spend_text(struct rendering *rendering, size_t len);

/* ---- statements, expressions, names ---- */

/* Renders a whole template into `text`; true without errors. */
bool render_all(struct rendering *rendering, struct body body);
struct value evaluate(struct rendering *rendering, const struct expression *expression);
/* Is it true in Python's sense? False, and a failure, for what is neither true nor false. */
bool value_truth(struct rendering *rendering, const struct value *value, struct span span);
struct value evaluate_arithmetic(struct rendering *rendering, struct operation op,
                                 struct value left, struct value right);
struct value evaluate_sign(struct rendering *rendering, struct operation op, struct value operand);

/* The one place where names become values. */
struct value resolve_name(struct rendering *rendering, struct str name, struct span span);
struct value resolve_field(struct rendering *rendering, const struct value *value, struct str name,
                           struct span span);
struct value resolve_index(struct rendering *rendering, const struct value *value,
                           const struct value *index, struct span span);
/* "inspection.published" on one value. */
struct value resolve_path(struct rendering *rendering, const struct value *value, struct str path,
                          struct span span);
void scope_set(struct rendering *rendering, struct str name, struct value value);
struct value undefined_value(struct rendering *rendering, struct str name, struct span at,
                             const char *reason);

/* Can the value be used? Fails when it is undefined (E311) or left over from a failure. */
bool value_usable(struct rendering *rendering, const struct value *value, struct span span);

/* ---- comparing ---- */

bool values_equal(struct rendering *rendering, const struct value *a, const struct value *b,
                  struct span span);
/* a < b and so on; `op` is one of the four orderings. */
bool values_ordered(struct rendering *rendering, struct operation op, const struct value *a,
                    const struct value *b);
bool value_in(struct rendering *rendering, const struct value *item, const struct value *whole,
              struct span span);
/* Order for sort, min and max: less than 0, 0 or more. */
int values_compare(struct rendering *rendering, const struct value *a, const struct value *b,
                   struct span span);

/* ---- texts ---- */

/* What printing the value gives; absent after a failure. */
struct str value_print(struct rendering *rendering, const struct value *value, struct span span);

/* ---- output ---- */

void output_text(struct rendering *rendering, struct str text, struct span from);
void output_value(struct rendering *rendering, const struct value *value,
                  const struct statement *print);

#endif
