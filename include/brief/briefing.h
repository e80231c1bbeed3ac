/* The records of one specification: what a council's briefing is made of. Tables:
 * src/brief/records/. */
#ifndef COUNCILBRIEF_BRIEF_BRIEFING_H
#define COUNCILBRIEF_BRIEF_BRIEFING_H

#include "brief/length.h"
#include "data/bind/framework.h"
#include "data/bind/record.h"

/* What every statement of fact carries. The first member of each record that states facts. */
struct fact {
    struct record_head head;
    struct refs source;   /* one or more sources; none is a warning */
    struct str note;      /* what a reader must know about this fact; printed with it */
    struct str how_known; /* for whoever asks how we know; printed with the evidence */
    struct str was;       /* of a record with an id: the one that it had before; or absent */
};

/* ---- the paper itself: `briefing:` ---- */

enum classification {
    CLASS_ABSENT,
    CLASS_PUBLIC,
    CLASS_PART_EXEMPT,
    CLASS_EXEMPT,
    CLASS_CONFIDENTIAL
};

struct contact {
    struct record_head head;
    struct str name, role, phone, email;
};

enum implication_kind {
    IMPLICATION_ABSENT,
    IMPLICATION_FINANCIAL,
    IMPLICATION_LEGAL,
    IMPLICATION_EQUALITY,
    IMPLICATION_RISK,
    IMPLICATION_SAFEGUARDING,
    IMPLICATION_HUMAN_RESOURCES,
    IMPLICATION_SUSTAINABILITY,
    IMPLICATION_CRIME_AND_DISORDER,
    IMPLICATION_PUBLIC_HEALTH,
    IMPLICATION_DATA_PROTECTION
};

struct implication {
    struct record_head head;
    int kind;        /* enum implication_kind */
    struct str text; /* "None identified." must be said, never left out */
    struct str officer;
    struct date consulted;
};
RECORD_LIST(implication);

struct considered_option { /* a course that the report weighs, recommended or not */
    struct record_head head;
    struct str text;
    enum answer recommended;
    struct str reason;
};
RECORD_LIST(considered_option);

struct consultation { /* who was asked about what the report proposes */
    struct record_head head;
    struct str who;
    struct date date;
    struct str text; /* what they said */
};
RECORD_LIST(consultation);

struct enclosure { /* a background paper, or an appendix */
    struct record_head head;
    struct str title, url, note;
};
RECORD_LIST(enclosure);

enum { PAPER_FIT_MOST = 5, PAPER_SQUEEZE_MOST = 3 };

/* What a template may ask about the paper that it is filled in for; not of the specification. */
struct paper {
    struct record_head head;
    int length;                                       /* enum paper_length; never absent */
    enum answer from_short, from_standard, from_full; /* is it at least this long? */
    struct whole fit; /* how tight page one must be: 0, or up to PAPER_FIT_MOST where it was full */
    /* how much the paper goes without: 0, or up to PAPER_SQUEEZE_MOST where it had too many pages */
    struct whole squeeze;
};

struct front_sheet {
    struct record_head head;
    struct str title, finding, lead, subtitle;
    enum answer draft;
    struct date as_at; /* everything computed is computed for this day; precision DATE_DAY */
    struct str template, theme;
    int length;      /* enum paper_length */
    struct str body; /* committee */
    struct date meeting_date;
    struct str item, report_number, report_of, portfolio_holder;
    const struct contact *author, *contact_officer;
    struct str wards;
    enum answer key_decision;
    struct str forward_plan;
    int decision_type;  /* decision, discussion, noting, briefing, scrutiny */
    int classification; /* enum classification */
    struct wholes exempt_paragraphs;
    struct str purpose; /* Markdown */
    struct texts key_points;
    struct texts recommendations; /* what members are asked to do */
    struct texts reasons;         /* why they are recommended */
    struct considered_option_list options;
    struct consultation_list consultation;
    struct texts scrutiny; /* what scrutiny said of it, or when it will see it */
    struct implication_list implications;
    struct enclosure_list background_papers, appendices;
    struct str version_note; /* what changed since the last issue */
    struct str previous;     /* folder or facts file of the issue before; absent: none is named */
};

/* ---- the council ---- */

struct relation {
    struct record_head head;
    struct str name, ons_code;
    struct date date;
    struct str area; /* the part of the council's area that it served, or serves */
};
RECORD_LIST(relation);

struct former_name { /* of the same council in law */
    struct record_head head;
    struct str name;
    struct date until;
};
RECORD_LIST(former_name);

struct control { /* who led the council politically, for a time */
    struct fact fact;
    struct str party; /* or "no overall control" */
    struct date from, to;
    struct str leader;
};
RECORD_LIST(control);

enum council_type {
    COUNCIL_ABSENT,
    COUNCIL_COUNTY,
    COUNCIL_UNITARY,
    COUNCIL_METROPOLITAN,
    COUNCIL_LONDON_BOROUGH,
    COUNCIL_TRUST_AREA
};

struct council {
    struct record_head head;
    struct str name, short_name;
    int type; /* enum council_type */
    struct str la_code, ons_code, ofsted_urn, region;
    struct texts former_codes;
    struct date abolished;
    struct relation_list predecessors, successors;
    struct former_name_list former_names;
    struct control_list control;
    struct str note, how_known;
    struct refs source;
};

/* ---- where facts come from ---- */

enum evidence_kind {
    EVIDENCE_ABSENT,
    EVIDENCE_NEWS,
    EVIDENCE_OFSTED_REPORT,
    EVIDENCE_DFE_NOTICE,
    EVIDENCE_LEGISLATION,
    EVIDENCE_COUNCIL_REPORT,
    EVIDENCE_DATA,
    EVIDENCE_OTHER
};

struct evidence { /* one source */
    struct record_head head;
    struct str id, was;                            /* was: the id that it had before; or absent */
    struct str title, language, publisher, author; /* language: of the title, "cy" */
    struct date published;                         /* a date, or an interval that bounds it */
    struct date updated, accessed;
    struct str url;
    struct date as_at;   /* data: complete to this day */
    struct str licence;  /* under which it may be printed */
    int kind;            /* enum evidence_kind */
    struct str interest; /* whose interest its author has, where a reader must know */
    struct str note, how_known;
};
RECORD_LIST(evidence);

enum table_take { TAKE_BOTH, TAKE_RECORDS, TAKE_COMPARISON };

struct table_use { /* a table that records are taken from */
    struct record_head head;
    struct str file, mapping;
    int take;          /* enum table_take */
    struct str value;  /* of its key column; absent: the council's own code */
    struct str second; /* a table in which cells of this one are looked up; absent: none */
};
RECORD_LIST(table_use);

/* ---- what was looked for, and when: without it, that there is no record means nothing ---- */

enum cover_kind {
    COVER_ABSENT,
    COVER_INSPECTIONS, /* full ones */
    COVER_AREAS,       /* for improvement, by full inspections */
    COVER_VISITS,
    COVER_SEND_INSPECTIONS,
    COVER_INTERVENTIONS,
    COVER_LEADERSHIP,
    COVER_ACTIONS,
    COVER_DEADLINES,
    COVER_RECOMMENDATIONS,
    COVER_FUNDING,
    COVER_PROVISION,
    COVER_REVIEWS,
    COVER_RISKS,
    COVER_KINDS
};

struct cover {
    struct fact fact;
    int kind; /* enum cover_kind */
    struct date as_at;
};
RECORD_LIST(cover);

struct table_cover {
    struct record_head head;
    int kind; /* enum cover_kind */
    struct str note;
};
RECORD_LIST(table_cover);

struct table_note { /* what stands beside a table, in TABLE.csv.yaml */
    struct record_head head;
    struct date as_at; /* complete to this day */
    struct str title, publisher, url, licence, note;
    struct table_cover_list covers;
};

/* ---- inspections ---- */

enum inspection_kind {
    INSPECTION_ABSENT,
    INSPECTION_FULL,
    INSPECTION_REINSPECTION,
    INSPECTION_FOCUSED,
    INSPECTION_MONITORING,
    INSPECTION_JOINT,
    INSPECTION_REVIEW,
    INSPECTION_SHORT,    /* a full one, of a week, after good or outstanding */
    INSPECTION_STANDARD, /* a full one, of two weeks */
    INSPECTION_REVISIT   /* to see what was made of an earlier one */
};

struct unnamed { /* judgements that a source counts without naming them */
    struct fact fact;
    struct whole count; /* absent: "most", "some"; then `wording` says it */
    struct str grade;
    struct str wording; /* "two other areas" */
};
RECORD_LIST(unnamed);

struct judged_body { /* a body that is judged beside the council, such as the LSCB */
    struct fact fact;
    struct str name;
    struct str judgement; /* key in the framework, where it has one */
    struct str grade;
};
RECORD_LIST(judged_body);

enum polarity {
    POLARITY_ABSENT,
    POLARITY_POSITIVE,
    POLARITY_NEGATIVE,
    POLARITY_MIXED,
    POLARITY_NEUTRAL
};

struct finding {
    struct fact fact;
    struct str text;
    int polarity;
    enum answer quoted; /* are the words the source's own */
    struct str by;
};
RECORD_LIST(finding);

struct improvement_area {
    struct fact fact;
    struct str id;
    struct str text;
    struct str timescale; /* "within three months" */
    struct str outcome;   /* National Framework outcome or enabler, as the report tags it */
};
RECORD_LIST(improvement_area);

struct inspection {
    struct fact fact;
    struct str id;
    struct str framework;
    int kind;      /* enum inspection_kind; absent means full */
    struct str of; /* the body that was inspected, where it is not this council */
    struct str scope;
    struct date fieldwork; /* a period */
    struct date published;
    struct str overall; /* grade id; absent: unknown, or the framework has none */
    struct grades judgements;
    struct unnamed_list unnamed;
    struct judged_body_list bodies;
    struct finding_list findings;
    struct improvement_area_list areas;               /* areas for improvement */
    struct improvement_area_list priority_areas;      /* areas for priority action */
    struct whole areas_in_all, priority_areas_in_all; /* where the source counts them */
    struct str theme;                                 /* of a visit: "front door" */
    struct whole visit_number, visits_in_all;         /* in the series that follows an inspection */
    struct str inspected_by, published_by;            /* absent: as the framework says; Ofsted */
    struct str score;                                 /* "24 of 36", where it is no grade */
    struct str lead_inspector;
    struct str name;           /* computed: "SIF re-inspection" */
    struct str inspectors;     /* computed: who inspected, where that is not Ofsted alone */
    struct str series;         /* computed: "visit 7 of 7, the last; 5 of them recorded here" */
    struct str priority_text;  /* computed: "2 areas for priority action"; absent: none */
    enum answer sets_position; /* computed: is it a full one of this council itself */
    enum answer ahead;         /* computed: does it lie after the day of the briefing */
};
RECORD_LIST(inspection);

/* ---- interventions ---- */

enum intervention_kind {
    INTERVENTION_ABSENT,
    INTERVENTION_LETTER, /* "minded to": before an intervention, not one */
    INTERVENTION_ADVISER,
    INTERVENTION_BOARD,
    INTERVENTION_NOTICE,
    INTERVENTION_DIRECTION,
    INTERVENTION_COMMISSIONER,
    INTERVENTION_TRUST,
    INTERVENTION_REMOVAL,
    INTERVENTION_PARTNERSHIP,         /* with another council */
    INTERVENTION_IMPROVEMENT_PARTNER, /* from within the sector: no intervention */
    INTERVENTION_SUPPORT,             /* support and supervision: no intervention any more */
    INTERVENTION_BEST_VALUE           /* of the ministry for local government */
};

enum intervention_end {
    END_ABSENT,
    END_CLOSED,
    END_REVOKED,
    END_LIFTED,
    END_REPLACED,
    END_STEPPED_DOWN,
    END_RETURNED_IN_HOUSE,
    END_TERM_OVER,
    END_WITHDRAWN
};

struct requirement {
    struct fact fact;
    struct str text;
    struct date due;
    int status;             /* enum action_status */
    struct str consequence; /* what follows if it is not done */
};
RECORD_LIST(requirement);

enum helper_kind {
    HELPER_ABSENT, /* as the intervention has it */
    HELPER_COMMISSIONER,
    HELPER_ADVISER,
    HELPER_CHAIR,
    HELPER_BOARD_MEMBER,
    HELPER_PARTNER_COUNCIL,
    HELPER_CHIEF_EXECUTIVE,
    HELPER_ENVOY,
    HELPER_OTHER
};

struct helper { /* who carries an intervention out: a person, or a council that is the partner */
    struct fact fact;
    struct str name;
    int kind;                  /* enum helper_kind */
    struct str role, employer; /* role: the title of the post */
    struct date from, to;
    struct str term; /* "for a minimum of 12 months, until the Secretary of State is satisfied" */
    struct str pay;
    struct requirement_list tasks; /* in order */
    struct date report_due;
};
RECORD_LIST(helper);

enum service {
    SERVICE_ABSENT, /* social care */
    SERVICE_SOCIAL_CARE,
    SERVICE_SEND,
    SERVICE_BOTH,
    SERVICE_WHOLE_COUNCIL
};

struct intervention {
    struct fact fact;
    struct str id;
    int kind;               /* enum intervention_kind */
    struct str name;        /* of a trust, board or programme: "Sandwell Children’s Trust" */
    int voluntary;          /* enum answer: agreed without a direction, and so no intervention */
    int statutory;          /* enum answer: whether it binds in law; absent: as its kind has it */
    struct str department;  /* whose it is; absent: the Department for Education's */
    int service;            /* enum service */
    struct str by;          /* who issued it; "Department for Education" */
    struct date known_open; /* a day on which it was still in force */
    struct str signatory;
    struct date issued;
    struct date ended;
    int ended_how; /* enum intervention_end */
    struct str ended_by;
    struct refs ended_source;
    struct str legal_basis;
    struct refs triggered_by; /* any records */
    struct ref replaces;      /* intervention */
    struct requirement_list requirements;
    struct finding_list findings; /* what the letter or direction says */
    struct helper_list people;
    struct date planned; /* the day for which it was first planned */
    struct str term;
    struct texts councils; /* of a trust or partnership that serves several */
    struct str owned_by, reserved_matters;
    struct date contract, contract_review;
};
RECORD_LIST(intervention);

/* ---- people, money, work ---- */

enum leadership_kind {
    LEADERSHIP_ABSENT,
    LEADERSHIP_APPOINTED,
    LEADERSHIP_IN_POST,
    LEADERSHIP_INTERIM,
    LEADERSHIP_STOOD_DOWN,
    LEADERSHIP_RESIGNATION_OFFERED,
    LEADERSHIP_RESIGNATION_DECLINED,
    LEADERSHIP_TEAM_BROUGHT_IN,
    LEADERSHIP_VACANT,
    LEADERSHIP_TOOK_OFFICE,
    LEADERSHIP_RESIGNED,
    LEADERSHIP_LEFT,
    LEADERSHIP_RETIRED,
    LEADERSHIP_DISMISSED,
    LEADERSHIP_TERM_ENDED,
    LEADERSHIP_PERMANENT,
    LEADERSHIP_ACTING
};

struct leadership_event {
    struct fact fact;
    struct str id;
    struct str person; /* absent: not named */
    struct str role;
    int event; /* enum leadership_kind */
    struct date date;
    struct date announced, until; /* until: the end of a term that was fixed from the start */
    struct str by;                /* who appointed, declined, ... */
    struct str party;
    struct str from, organisation; /* where the person comes from; whose post it is */
    struct str shared_with, pay;
    struct whole count; /* of a team */
    struct str background;
};
RECORD_LIST(leadership_event);

enum money_unit { MONEY_ABSENT, MONEY_POUNDS, MONEY_THOUSAND, MONEY_MILLION };

enum funding_status {
    FUNDING_ABSENT,
    FUNDING_PROMISED,
    FUNDING_REQUESTED,
    FUNDING_APPROVED,
    FUNDING_COMMITTED,
    FUNDING_SPENT,
    FUNDING_REFUSED,
    FUNDING_WITHDRAWN,
    FUNDING_BUDGET,
    FUNDING_FORECAST,
    FUNDING_OUTTURN,
    FUNDING_OVERSPEND,
    FUNDING_UNDERSPEND,
    FUNDING_SAVING
};

enum amount_is {
    AMOUNT_ABSENT, /* exact, as far as is known */
    AMOUNT_ABOUT,
    AMOUNT_NEARLY,
    AMOUNT_OVER,
    AMOUNT_UP_TO,
    AMOUNT_AT_LEAST
};

struct payer {
    struct fact fact;
    struct str name;
    struct decimal amount; /* in the unit of the whole */
    struct whole percent;
};
RECORD_LIST(payer);

struct funding {
    struct fact fact;
    struct str id; /* optional */
    struct decimal amount;
    int unit;       /* enum money_unit */
    int amount_is;  /* enum amount_is */
    struct str per; /* of a rate: "week" */
    int status;     /* enum funding_status */
    struct ref part_of;
    struct date period;
    struct whole years;
    struct str purpose, by, fund;
    struct payer_list payers;
    struct str condition;
    struct date date; /* when it was said */
};
RECORD_LIST(funding);

enum action_status {
    STATUS_ABSENT,
    STATUS_PLANNED,
    STATUS_IN_PROGRESS,
    STATUS_COMPLETE,
    STATUS_OVERDUE,
    STATUS_ON_HOLD,
    STATUS_SUPERSEDED,
    STATUS_WITHDRAWN
};

enum rag { RAG_ABSENT, RAG_RED, RAG_AMBER, RAG_GREEN, RAG_BLUE };

struct action {
    struct fact fact;
    struct str id;            /* optional */
    struct str number, theme; /* as the plan has them */
    struct str text, owner, lead_member;
    int status; /* enum action_status */
    int rag;    /* enum rag; of progress */
    struct whole percent;
    struct str progress, impact;
    int impact_rag; /* enum rag */
    struct str cost;
    struct decimal cost_pounds; /* computed: the cost, where it is an amount */
    struct date date, due, revised_due, updated;
    struct str evidence;
    struct refs answers;
};
RECORD_LIST(action);

struct priority { /* an ordered list of what the council says it will concentrate on */
    struct fact fact;
    struct str text, by;
    struct date date;
};
RECORD_LIST(priority);

enum review_kind {
    REVIEW_ABSENT,
    REVIEW_PEER,
    REVIEW_DIAGNOSTIC,
    REVIEW_PROGRESS,
    REVIEW_COMMISSIONERS_REPORT,
    REVIEW_AUDIT,
    REVIEW_COMMISSION,
    REVIEW_OTHER
};

struct review { /* by someone other than an inspection; never graded */
    struct fact fact;
    struct str id;   /* optional */
    int kind;        /* enum review_kind */
    struct str name; /* of the report or of the body that was set up for it */
    struct str reviewer, commissioned_by, purpose;
    struct refs about; /* any records: the direction under which a commissioner reports */
    struct date commissioned, date, published;
    int status; /* enum action_status */
    struct texts members;
    struct whole sessions, questions_in_all; /* where the source counts the questions */
    struct texts questions;                  /* that it puts to the council */
    struct finding_list findings;
};
RECORD_LIST(review);

/* ---- what others decided, found or asked for ---- */

enum development_kind {
    DEVELOPMENT_ABSENT,
    DEVELOPMENT_DECISION,
    DEVELOPMENT_JUDGMENT,
    DEVELOPMENT_PRACTICE_REVIEW,
    DEVELOPMENT_SERIOUS_CASE_REVIEW,
    DEVELOPMENT_INQUIRY,
    DEVELOPMENT_CALL_FOR_INQUIRY,
    DEVELOPMENT_PETITION,
    DEVELOPMENT_PUBLIC_QUESTION,
    DEVELOPMENT_APOLOGY,
    DEVELOPMENT_SECTION_114,
    DEVELOPMENT_REPORT,
    DEVELOPMENT_BROADCAST,
    DEVELOPMENT_STATEMENT,
    DEVELOPMENT_OTHER
};

struct course { /* one that a decision had to choose from */
    struct fact fact;
    struct str text;
    enum answer chosen;
    struct str reason;
};
RECORD_LIST(course);

struct development {
    struct fact fact;
    struct str id;               /* optional */
    int kind;                    /* enum development_kind */
    struct str body;             /* who decided, found, asked or said it */
    struct str reference;        /* by which it is cited: a case number */
    struct date date, published; /* when it was decided or handed down, and made public */
    struct str text;             /* what it is about, in a sentence */
    struct str response;         /* what was answered */
    struct whole signatures;     /* of a petition */
    struct finding_list findings;
    struct course_list options; /* that were considered */
    struct refs led_to;         /* any records */
    enum answer has_more;       /* computed: is there more to tell than when it was? */
};
RECORD_LIST(development);

struct provision_count {
    struct record_head head;
    struct texts grades; /* one grade, or several when the source does not split them */
    struct whole count;
};
RECORD_LIST(provision_count);

struct provision {
    struct fact fact;
    struct str kind; /* "children's homes" */
    struct whole total;
    struct date date;
    struct provision_count_list ratings;
};
RECORD_LIST(provision);

enum response { RESPONSE_ABSENT, RESPONSE_ACCEPTED, RESPONSE_PARTLY, RESPONSE_REJECTED };

struct recommendation {
    struct fact fact;
    struct str id; /* optional */
    struct str text, by;
    struct ref comes_from; /* any record */
    enum answer priority;
    int response; /* enum response */
    struct str response_text;
    struct str owner;
    int status; /* enum action_status */
    struct date due, updated;
    struct str correction; /* where the source's wording is wrong */
    int state;             /* computed: enum due_state */
    struct str state_text; /* computed: "8 weeks ago" */
};
RECORD_LIST(recommendation);

enum deadline_end { DEADLINE_ABSENT, DEADLINE_SUPERSEDED, DEADLINE_LAPSED, DEADLINE_WITHDRAWN };

struct deadline {
    struct fact fact;
    struct str what, who;
    struct date due, done;
    struct date not_done; /* a day on which it was known not to be done */
    int ended;            /* enum deadline_end: why nobody waits for it any more */
    struct ref about;
};
RECORD_LIST(deadline);

enum risk_trend { TREND_ABSENT, TREND_RISING, TREND_STEADY, TREND_FALLING };

struct risk {
    struct fact fact;
    struct str id; /* optional */
    struct str text, raised_by;
    struct date date;
    struct str owner;
    struct whole likelihood, impact, score;                   /* before what is done about it */
    struct whole likelihood_after, impact_after, score_after; /* and after that */
    int trend;                                                /* enum risk_trend */
    struct str appetite;
    struct date review_due;
    struct str mitigation;
    struct refs actions;
    struct whole level, level_after; /* computed: the score as written, or else the product */
};
RECORD_LIST(risk);

struct milestone { /* of a plan */
    struct fact fact;
    struct str id; /* optional */
    struct str theme, text, owner;
    struct date planned, revised, actual, updated;
    int rag; /* enum rag; of progress */
    struct str progress;
    int impact_rag; /* enum rag */
    struct str impact;
    struct str evidence;
    struct refs actions;
    int state;             /* computed: enum due_state */
    struct str state_text; /* computed: "8 weeks ago" */
};
RECORD_LIST(milestone);

struct event { /* anything else with a date that belongs in the timeline */
    struct fact fact;
    struct str id; /* optional */
    struct str text, who;
    struct date date;
};
RECORD_LIST(event);

struct quote {
    struct fact fact;
    struct str id;             /* optional */
    struct str lead_in;        /* words before it that make a sentence of it */
    struct str text, language; /* "cy" */
    struct str speaker, role, organisation, party;
    struct str occasion; /* "told LGC" */
    struct date date;
    struct ref about;
};
RECORD_LIST(quote);

/* ---- what sources say, beside what is computed ---- */

enum claim_kind {
    CLAIM_ABSENT,
    CLAIM_CONSECUTIVE_INADEQUATE, /* a count */
    CLAIM_MONTHS_IN_INTERVENTION, /* months */
    CLAIM_COUNT,
    CLAIM_DATE,
    CLAIM_OTHER
};

struct claim {
    struct fact fact;
    int kind;           /* enum claim_kind */
    struct str what;    /* what the claim is about, as a phrase */
    struct str wording; /* the source's words */
    struct whole value;
    struct date date;
    struct str by;
    struct ref about;
};
RECORD_LIST(claim);

struct conflict {
    struct fact fact; /* its sources are the ones that disagree */
    struct str about;
    struct texts says; /* what each says */
    struct str used;   /* what this briefing uses */
    struct str why;
};
RECORD_LIST(conflict);

struct comparator {
    struct fact fact;
    struct str name, why;
    struct str interest;
    struct date date;
    enum answer neighbour; /* a statistical neighbour */
    struct str framework;  /* of its latest full inspection */
    struct date published;
    struct str overall; /* grade id */
    struct grades judgements;
};
RECORD_LIST(comparator);

struct typical_wait { /* between full inspections, for all England */
    struct fact fact;
    struct str after; /* grade id of the earlier one */
    struct whole months, inspections;
    struct date since;
};
RECORD_LIST(typical_wait);

struct question { /* that members may want to ask; written by officers */
    struct record_head head;
    struct str text, why, to;
    struct refs source;
};
RECORD_LIST(question);

struct narrative { /* an officer's own Markdown for a section of the template */
    struct record_head head;
    int section;     /* summary, background, next */
    struct str text; /* Markdown */
};
RECORD_LIST(narrative);

struct own_section { /* an officer's own, between those of the template */
    struct record_head head;
    struct str heading;
    int before, after; /* a place; one of the two is given */
    struct str text;   /* Markdown */
};
RECORD_LIST(own_section);

enum { FIGURE_WIDTH_LEAST = 5, FIGURE_WIDTH_MOST = 100 }; /* percent of the text's */

struct figure { /* an officer's own picture for a section of the template */
    struct fact fact;
    int section;     /* the words of narrative */
    struct str file; /* in the folder of the specification */
    struct str alt, caption;
    struct whole width; /* percent */
};
RECORD_LIST(figure);

struct term {
    struct record_head head;
    struct str term, meaning, expansion;
};
RECORD_LIST(term);

/* ---- what is measured: tables in src/brief/records/measures/ ---- */

enum measure_unit {
    UNIT_ABSENT,
    UNIT_PERCENT,
    UNIT_PER_10000,
    UNIT_COUNT,
    UNIT_DAYS,
    UNIT_POUNDS,
    UNIT_RATIO
};

enum better { BETTER_ABSENT, BETTER_HIGHER, BETTER_LOWER, BETTER_NEITHER };

enum value_status {
    VALUE_ABSENT, /* as good as actual */
    VALUE_ACTUAL,
    VALUE_PROVISIONAL,
    VALUE_FORECAST,
    VALUE_MISSING
};

enum exactness { EXACT, EXACT_ABOUT, EXACT_AT_LEAST, EXACT_AT_MOST };

struct indicator_value {
    struct fact fact;
    struct date period;
    struct decimal value; /* absent: missing, for the `reason` */
    struct decimal numerator, denominator;
    int status;            /* enum value_status */
    int precision;         /* enum exactness */
    struct str reason;     /* why it is missing: "not published: too few children" */
    struct str of;         /* a predecessor, whose value it is */
    struct str new_series; /* why it cannot be compared with what was before it */
};
RECORD_LIST(indicator_value);

struct indicator_target {
    struct fact fact;
    struct decimal value, low, high; /* one value, or a range */
    struct date period;              /* for which, or by when; absent: always */
    struct str set_by;
};

struct peer {
    struct fact fact;
    struct str with; /* "england", "region", "neighbours", or a name */
    struct decimal value;
    struct date period;
    struct str basis; /* "median" */
};
RECORD_LIST(peer);

struct indicator {
    struct fact fact;
    struct str id, name, group, definition, frequency;
    int unit;   /* enum measure_unit */
    int better; /* enum better */
    struct whole decimals, rolling;
    struct indicator_value_list values;
    const struct indicator_target *target; /* NULL: none */
    struct decimal tolerance;
    struct peer_list compare;
};
RECORD_LIST(indicator);

struct audit { /* of the quality of practice, by the service itself */
    struct fact fact;
    struct date period;
    struct str theme, by;
    struct whole count;                  /* of audits, those without a grade too */
    struct provision_count_list ratings; /* how many have each grade */
    struct whole moderated, changed;     /* looked at again; given another grade then */
    struct str learned;
};
RECORD_LIST(audit);

enum complaint_stage { STAGE_ABSENT, STAGE_1, STAGE_2, STAGE_3, STAGE_OMBUDSMAN, STAGE_ALL };

struct complaint {
    struct fact fact;
    struct date period;
    int stage; /* enum complaint_stage */
    struct str about;
    struct whole received, investigated, on_time, upheld, partly_upheld;
    struct str learned;
};
RECORD_LIST(complaint);

struct voice { /* what people said who were asked */
    struct fact fact;
    struct str who, how;
    struct whole count; /* of those who answered */
    struct whole asked;
    struct date date;
    struct texts said, changed;
};
RECORD_LIST(voice);

extern const struct record_table audit_table, complaint_table, voice_table;
extern const struct record_table indicator_table, indicator_value_table, indicator_target_table,
    peer_table;

/* ---- what an earlier issue had wrong ---- */

struct correction { /* of one key of one record that an issue had published */
    struct fact fact;
    struct str of;   /* the record's id; absent: it has none */
    struct str kind; /* its list: "deadlines"; needed where it has no id */
    struct str field;
    struct str was, why;      /* was: as it was published, in words */
    struct date found;        /* on which day that was found */
    struct date since;        /* the day of the first issue that had it wrong; absent: not known */
    struct str what, key, is; /* of a paper: the record, the key and what stands there, in words */
};
RECORD_LIST(correction);

struct withdrawal { /* of a record that an issue had published */
    struct fact fact;
    struct str of;   /* its id; absent: it had none */
    struct str kind; /* its list, needed where it had no id */
    struct str what; /* what it said, in words */
    struct str why;
    struct date found, since;
};
RECORD_LIST(withdrawal);

extern const struct record_table correction_table, withdrawal_table;

/* ---- the whole ---- */

struct briefing {
    struct record_head head;
    struct whole format;                /* absent: not said */
    const struct front_sheet *briefing; /* never NULL once bound */
    const struct council *council;      /* never NULL once bound */
    struct table_use_list tables;       /* struct table_use; what came out of them is below */
    struct evidence_list sources;
    struct cover_list covers;
    struct inspection_list inspections;
    struct intervention_list interventions;
    struct leadership_event_list leadership;
    struct funding_list funding;
    struct action_list actions;
    struct priority_list priorities;
    struct review_list reviews;
    struct provision_list provision;
    struct recommendation_list recommendations;
    struct deadline_list deadlines;
    struct risk_list risks;
    struct development_list developments;
    struct milestone_list milestones;
    struct event_list events;
    struct quote_list quotes;
    struct claim_list claims;
    struct conflict_list conflicts;
    struct comparator_list comparators;
    struct typical_wait_list typical_waits;
    struct question_list questions;
    struct narrative_list narrative;
    struct own_section_list sections;
    struct figure_list figures;
    struct term_list glossary;
    struct indicator_list indicators;
    struct audit_list audits;
    struct complaint_list complaints;
    struct voice_list voices;
    const struct derived *derived; /* never NULL once derived */
    const struct paper *paper;     /* nor this; see spec_for_paper */
    struct correction_list corrections;
    struct withdrawal_list withdrawn;
    const struct since *since;           /* NULL: nobody asked what changed; brief/since.h */
    const struct frameworks *frameworks; /* not a field: the environment's */
    struct date written_as_at;           /* nor this: what --as-at stands in for */
    const struct all_compared *compared; /* nor this: with whom; NULL: nobody */
    const struct england *england_told;  /* nor this: of facts that were read back, where nobody is
                                            compared anew; NULL: none */
    struct printed *printed;             /* nor this: what was printed so far; NULL: nobody asks */
};

extern const struct record_table since_table; /* brief/since.h */
extern const struct record_table briefing_table, paper_table, front_sheet_table, contact_table,
    implication_table, considered_option_table, consultation_table, enclosure_table,
    own_section_table, council_table, relation_table, former_name_table, control_table,
    evidence_table, inspection_table, table_use_table, unnamed_table, judged_body_table,
    finding_table, improvement_area_table, intervention_table, requirement_table, helper_table,
    leadership_event_table, funding_table, action_table, priority_table, review_table,
    development_table, course_table, provision_table, provision_count_table, recommendation_table,
    deadline_table, risk_table, event_table, quote_table, claim_table, conflict_table,
    comparator_table, typical_wait_table, question_table, narrative_table, figure_table, term_table,
    derived_table, message_table, judged_table, judged_group_table, judged_move_table,
    stepped_in_table, ahead_table, wanted_table, standing_table, change_table,
    later_inspection_table, measure_table, tested_claim_table, due_table, share_table,
    action_plan_table, council_wait_table, published_tests_table, late_action_table,
    action_tally_table, tenure_table, assurance_table, cover_table, table_cover_table,
    table_note_table, covered_table, coverage_table;
/* Of work and money. */
extern const struct record_table payer_table, amount_parts_table, milestone_table,
    theme_tally_table, recommendation_tally_table, milestone_tally_table;

#endif
