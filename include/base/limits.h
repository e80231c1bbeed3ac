/* Every limit of the program in one place; each has a diagnostic of its own. */
#ifndef COUNCILBRIEF_BASE_LIMITS_H
#define COUNCILBRIEF_BASE_LIMITS_H

enum {
    LIMIT_FILE_BYTES = 1 << 20,       /* one input file: specification, template, theme */
    LIMIT_TABLE_BYTES = 64 << 20,     /* one table: the department’s longest has 641,070 rows */
    LIMIT_FACTS_BYTES = 64 << 20,     /* of an earlier issue: many times its specification */
    LIMIT_TABLE_COLUMNS = 1000,       /* of one table */
    LIMIT_FONT_BYTES = 32 << 20,      /* one font file */
    LIMIT_FALLBACK_FONTS = 8,         /* fallback fonts of one theme */
    LIMIT_PICTURE_BYTES = 16 << 20,   /* one picture file */
    LIMIT_PICTURE_SIDE = 10000,       /* pixels along one side of a picture */
    LIMIT_PICTURE_PIXELS = 24000000,  /* of a whole picture: 6,000 by 4,000 */
    LIMIT_PICTURE_MEMORY = 256 << 20, /* that may be taken to judge a JPEG; 144 MiB are needed */
    LIMIT_PICTURE_SCANS = 100,        /* of a progressive JPEG; programs write about ten */
    LIMIT_YAML_DEPTH = 64,            /* lists and maps inside one another */
    LIMIT_YAML_NODES = 200000,        /* values in one file */
    LIMIT_DIAGNOSTICS = 10000,        /* kept in memory for one job; more are counted */
    LIMIT_DIAGNOSTICS_SHOWN = 20,     /* printed for one file */
    LIMIT_TEMPLATE_DEPTH = 64,        /* blocks and brackets inside one another */
    LIMIT_TEMPLATE_INCLUDES = 8,      /* includes inside one another */
    LIMIT_TEMPLATE_STEPS = 1000000,   /* nodes evaluated in one rendering */
    LIMIT_TEMPLATE_OUTPUT = 4 << 20,  /* bytes one rendering may write */
    LIMIT_TEMPLATE_INSERTS = 65000,   /* values put into one rendering: plane 15 holds no more */
    LIMIT_DATA_KEYS = 4096,           /* in one map of a file of JSON */
    LIMIT_DATA_DEPTH = 64,            /* lists and maps inside one another in such a file */
    LIMIT_DOC_DEPTH = 32,             /* Markdown lists and quotes inside one another */
    LIMIT_PAGES = 2000,               /* pages of one briefing */
    LIMIT_SHORT_PAGES = 2,            /* of a short paper: what has more is warned of, */
    LIMIT_SHORT_WORDS = 700,
    LIMIT_STANDARD_PAGES = 6, /* and the same of a standard one */
    LIMIT_STANDARD_WORDS = 2200,
    LIMIT_LARGE_PRINT_PERCENT = 220, /* pages of the same in large print, in hundredths */
    LIMIT_LONG_TEXT = 80,       /* words of an officer’s text that is named as long */
    LIMIT_SHAPED_WORDS = 4096,  /* kept across briefings; more are shaped each time: no fault */
    LIMIT_WORKERS = 256,        /* processes at work at a time */
    LIMIT_SHARDS = 10000,       /* parts of one list, each perhaps on a machine of its own */
    LIMIT_WORKER_SECONDS = 60,  /* of processor time for one briefing, unless asked for more */
    LIMIT_WORKER_MEMORY = 1024, /* MiB of a worker process, unless asked for more */
    LIMIT_WORKER_PATIENCE = 10, /* times its seconds that a worker may wait for the machine */
    LIMIT_JOBS_AHEAD = 256,     /* jobs done before the first whose turn to be told it is */
    LIMIT_MANIFEST_BYTES = 256 << 20, /* the list of what was built */
    LIMIT_HASHED_BYTES =
        512 << 20 /* a file that is only compared with what it was; larger: it counts as changed */
};

#endif
