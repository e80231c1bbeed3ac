/* Inspection frameworks as data: periods, judgements, grades, what may be compared with what. */
#ifndef COUNCILBRIEF_DATA_BIND_FRAMEWORK_H
#define COUNCILBRIEF_DATA_BIND_FRAMEWORK_H

#include "data/bind/record.h"

/* How a grade looks where it is shown as more than a word; the theme has a colour for each. */
enum grade_tone { TONE_NONE, TONE_BEST, TONE_GOOD, TONE_WEAK, TONE_WORST, TONE_NEUTRAL };

struct grade {
    struct record_head head;
    struct str id;          /* requires_improvement */
    struct str label;       /* "requires improvement to be good" is a spelling, this is the word */
    struct texts spellings; /* also accepted in specifications */
    struct whole rank;      /* 1 is best; unknown for grades that are not on the scale */
    int tone;               /* enum grade_tone */
};
RECORD_LIST(grade);

enum judgement_level { LEVEL_ABSENT, LEVEL_OVERALL, LEVEL_KEY, LEVEL_SUB, LEVEL_SEPARATE };

struct judgement {
    struct record_head head;
    struct str id;          /* help_protection */
    struct str label;       /* as the report prints it */
    struct str short_label; /* for tight tables and running text */
    struct str told;        /* behind "for" in a sentence; absent: the short label */
    int level;              /* enum judgement_level */
    struct texts grades;    /* ids; empty means those of the framework */
    struct texts follows;   /* ids of judgements in earlier frameworks it can be compared with */
    struct texts overlaps;  /* ids of earlier ones that covered it in part: never compared */
};
RECORD_LIST(judgement);

/* How the overall judgement hangs together with the others, where the reports bear it out. */
enum overall_rule {
    OVERALL_RULE_ABSENT,
    OVERALL_ANY_KEY_INADEQUATE, /* inadequate if, and only if, a key judgement is */
    OVERALL_WITHIN_JUDGEMENTS   /* never better than the best nor worse than the worst of them */
};

struct framework {
    struct record_head head;
    struct str id;          /* ILACS_2018 */
    struct str label;       /* "inspection of local authority children's services (ILACS)" */
    struct str short_label; /* "ILACS" */
    struct str called;      /* one inspection under it; absent: "ILACS inspection" */
    struct str by;          /* who inspects; absent: Ofsted alone */
    struct str judges;      /* "Services for looked after children"; absent: children's services */
    struct str family;      /* variants of one framework share it: "ILACS" */
    struct date from, to;   /* by start of fieldwork; absent `to` means still in use */
    struct texts grades; /* ids, for every judgement that has none of its own; empty: narrative */
    struct judgement_list judgements;
    enum answer overall;     /* has it an overall judgement */
    struct str overall_note; /* why it has none, as a clause: "the framework has had no ..." */
    int overall_rule;        /* enum overall_rule */
    enum answer full;        /* counts as a full inspection with a current position */
    struct texts kinds;      /* words of `kind` that fit it; empty: all that fit `full` */
    struct whole plan_days;  /* working days in which the council sends Ofsted its action plan */
    struct texts plan_after; /* answers after which it is owed; empty: after any */
    struct str plan_called;  /* absent: "plan of action" */
    struct whole priority_draft_days, priority_plan_days; /* for areas for priority action */
    struct str verified; /* how sure we are of this entry, in words */
};
RECORD_LIST(framework);

struct frameworks {
    struct record_head head;
    struct grade_list grades;
    struct framework_list frameworks;
};

extern const struct record_table grade_table, judgement_table, framework_table, frameworks_table;

const struct framework *framework_find(const struct frameworks *frameworks, struct str id);
const struct grade *grade_find(const struct frameworks *frameworks, struct str id);
/* Any accepted spelling: "requires improvement to be good", in any case, `_` and space alike. */
const struct grade *grade_read(const struct frameworks *frameworks, struct str text);
/* What it is called in sentences, tables and charts. */
struct str judgement_told(const struct judgement *judgement);
const struct judgement *judgement_find(const struct framework *framework, struct str id);
/* May the framework give this grade for this judgement (NULL: for the overall one)? */
bool framework_allows(const struct framework *framework, const struct judgement *judgement,
                      struct str grade);
/* The grades it gives for this judgement (NULL: for the overall one). */
struct texts framework_grades(const struct framework *framework, const struct judgement *judgement);

/* The judgement of `earlier` that `judgement` of `later` may be compared with: itself in the same
   framework, else one that it follows and that was graded on the same scale; NULL when none. */
const struct judgement *judgement_before(const struct framework *later,
                                         const struct judgement *judgement,
                                         const struct framework *earlier);
/* The judgement of `earlier` that covered its ground in part, or more than it; NULL: none did. */
const struct judgement *judgement_overlapped(const struct judgement *judgement,
                                             const struct framework *earlier);
/* Was it one grade for the ground of several judgements of `later`? */
bool judgement_was_joint(const struct judgement *earlier, const struct framework *later);
/* Did `earlier` judge some of the same ground, though it may not be comparable? */
bool judgement_overlaps(const struct judgement *judgement, const struct framework *earlier);
/* Does a framework judge the ground of an earlier judgement, or part of it, with something else? */
bool framework_judges_together(const struct framework *framework, const struct judgement *earlier);

#endif
