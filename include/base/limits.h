/* Every limit of the program in one place; each has a diagnostic of its own. */
#ifndef COUNCILBRIEF_BASE_LIMITS_H
#define COUNCILBRIEF_BASE_LIMITS_H

enum {
    LIMIT_FILE_BYTES = 1 << 20,      /* one input file: specification, template, theme */
    LIMIT_FONT_BYTES = 32 << 20,     /* one font file */
    LIMIT_YAML_DEPTH = 64,           /* lists and maps inside one another */
    LIMIT_YAML_NODES = 200000,       /* values in one file */
    LIMIT_DIAGNOSTICS = 1000,        /* kept in memory for one job; more are counted */
    LIMIT_DIAGNOSTICS_SHOWN = 20,    /* printed for one file */
    LIMIT_TEMPLATE_DEPTH = 64,       /* blocks and brackets inside one another */
    LIMIT_TEMPLATE_INCLUDES = 8,     /* includes inside one another */
    LIMIT_TEMPLATE_STEPS = 1000000,  /* nodes evaluated in one rendering */
    LIMIT_TEMPLATE_OUTPUT = 4 << 20, /* bytes one rendering may write */
    LIMIT_TEMPLATE_INSERTS = 65000,  /* values put into one rendering: plane 15 holds no more */
    LIMIT_DOC_DEPTH = 32,            /* Markdown lists and quotes inside one another */
    LIMIT_PAGES = 2000               /* pages of one briefing */
};

#endif
