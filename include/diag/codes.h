/* The catalogue of diagnostics: one line a code, in one file a room. */
#ifndef COUNCILBRIEF_DIAG_CODES_H
#define COUNCILBRIEF_DIAG_CODES_H

#include "base/str.h"

enum severity {
    SEVERITY_ERROR,
    SEVERITY_WARNING,
    SEVERITY_FAILURE, /* an error of the machine, not of a text: cannot read, write, find a font */
    SEVERITY_BUG      /* an error of ours */
};

/* X(code, severity, title, explanation): a code once published never changes its meaning.
   1xx reading files and YAML, 2xx specifications, 3xx templates, 4xx Markdown and components,
   5xx theme, fonts and layout, 6xx PDF, 9xx the environment. W codes are warnings. */
#define CODES(X)                                                                                   \
    CODES_READING(X)                                                                               \
    CODES_SPEC(X)                                                                                  \
    CODES_TEMPLATE(X)                                                                              \
    CODES_DOC(X)                                                                                   \
    CODES_LAYOUT(X)                                                                                \
    CODES_PDF(X)                                                                                   \
    CODES_ENVIRONMENT(X)

#include "diag/codes/doc.h"
#include "diag/codes/environment.h"
#include "diag/codes/layout.h"
#include "diag/codes/pdf.h"
#include "diag/codes/reading.h"
#include "diag/codes/spec.h"
#include "diag/codes/template.h"

enum code {
#define CODE_NAME(code, severity, title, explanation) code,
    CODES(CODE_NAME)
#undef CODE_NAME
        CODE_COUNT
};

struct code_info {
    const char *name; /* "E210" */
    enum severity severity;
    const char *title;       /* a noun phrase: "Unknown key" */
    const char *explanation; /* a paragraph: what it means and how to mend it */
};

const struct code_info *code_info(enum code code);

/* By name, in any case; NULL when there is none. */
const struct code_info *code_find(struct str name);

#endif
