/* What filters and tests are made with. Each is one constant: its name and what the reference says,
   what it takes and gives before there is any data (`check`), and what it does (`run`). It stands
   in a file of filters/, with a line in filters/list.c. */
#ifndef COUNCILBRIEF_TEMPLATE_FILTER_H
#define COUNCILBRIEF_TEMPLATE_FILTER_H

#include "template/check/checker.h"
#include "template/render/render.h"

/* ---- when it is run: the subject ---- */

/* False after a failure, when it is not there. */
bool subject_usable(struct invocation *invocation);
/* The subject's items; NULL after a failure when it is no list. */
const struct list_value *subject_list(struct invocation *invocation);
/* The subject as text; absent after a failure. */
struct str subject_text(struct invocation *invocation);

/* ---- the arguments, by their number ---- */

/* As text or whole number; the given default when it was left out. */
struct str argument_text(struct invocation *invocation, size_t i, struct str otherwise);
int64_t argument_whole(struct invocation *invocation, size_t i, int64_t otherwise);
bool argument_flag(struct invocation *invocation, size_t i); /* false when it was left out */
bool argument_truth(struct invocation *invocation, size_t i);
/* The item itself, or what the dotted path in argument i names. */
struct value argument_path(struct invocation *invocation, size_t i, const struct value *item);
/* A value for a missing field goes only with a path without full stops; false after a failure. */
bool default_fits(struct invocation *invocation, size_t path, size_t otherwise);

/* ---- what it gives ---- */

/* The value, as coming from where the subject came from. */
struct value result_value(const struct invocation *invocation, struct value value);
struct value result_text(const struct invocation *invocation, struct str text);
/* A new list of `count` values. */
struct value list_of(struct invocation *invocation, const struct value *values, size_t count,
                     bool stream);
/* What there is instead of an item of an empty list. */
struct value no_item(struct invocation *invocation);

/* Upper, lower or title case of each character; absent after a failure: texts.c. */
enum letter_case { CASE_UPPER, CASE_LOWER, CASE_CAPITAL };
struct str text_case(struct rendering *rendering, struct str text, enum letter_case wanted,
                     struct span span);

/* ---- when it is checked: the subject ---- */

/* Is it certain to be there, and of one of these kinds? */
bool call_takes(struct checked_call *call, unsigned kinds, const char *wanted);
/* A list: the nothing of an inline if without else counts as an empty one. */
bool call_takes_list(struct checked_call *call);
/* May it be counted, or is it what Jinja would give as a generator? */
bool call_counts(struct checked_call *call);

/* ---- the arguments, by their number ---- */

void call_text_argument(struct checked_call *call, size_t i);
void call_flag_argument(struct checked_call *call, size_t i);  /* true or false, nothing else */
void call_truth_argument(struct checked_call *call, size_t i); /* whatever is true or false */
/* One of these words, or left out; the words end with NULL. */
void call_style(struct checked_call *call, size_t i, const char *const *styles);
/* The item type of the subject or, where argument i names one, of its field. */
struct type call_key(struct checked_call *call, size_t i);
/* The same, or the argument that stands for it where it is missing. */
struct type call_key_or(struct checked_call *call, size_t path, size_t otherwise);

/* ---- what it gives ---- */

/* One item of the subject. */
struct type call_item(struct checked_call *call);
/* The items of the subject as a new list. */
struct type call_same_items(const struct checked_call *call, bool stream);

#endif
