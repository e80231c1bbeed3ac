/* Record tables of the paper itself: the front sheet of a committee report. */
#include "brief/records/fact.h"

static const struct field contact_fields[] = {
    FIELD(struct contact, name, FIELD_TEXT, REQUIRED, .doc = "The officer's name.",
          .example = "Priya Shah"),
    FIELD(struct contact, role, FIELD_TEXT, OPTIONAL, .doc = "The officer's post.",
          .example = "Head of quality assurance"),
    FIELD(struct contact, phone, FIELD_TEXT, OPTIONAL, .doc = "A telephone number for questions.",
          .example = "01632 960001"),
    FIELD(struct contact, email, FIELD_TEXT, OPTIONAL, .doc = "An email address for questions.",
          .example = "priya.shah@example.gov.uk"),
    END_OF_FIELDS,
};

const struct record_table contact_table = {
    .name = "contact",
    .a_name = "a contact",
    .size = sizeof(struct contact),
    .fields = contact_fields,
    .doc = "The officer whom members may ask about the report.",
};

static const struct word implication_words[] = {
    [IMPLICATION_FINANCIAL - 1] = {"financial", "financial"},
    [IMPLICATION_LEGAL - 1] = {"legal", "legal"},
    [IMPLICATION_EQUALITY - 1] = {"equality", "equality"},
    [IMPLICATION_RISK - 1] = {"risk", "risk"},
    [IMPLICATION_SAFEGUARDING - 1] = {"safeguarding", "safeguarding and corporate parenting"},
    [IMPLICATION_HUMAN_RESOURCES - 1] = {"human_resources", "human resources"},
    [IMPLICATION_SUSTAINABILITY - 1] = {"sustainability", "sustainability and climate"},
    [IMPLICATION_CRIME_AND_DISORDER - 1] = {"crime_and_disorder", "crime and disorder"},
    [IMPLICATION_PUBLIC_HEALTH - 1] = {"public_health", "public health"},
    [IMPLICATION_DATA_PROTECTION - 1] = {"data_protection", "data protection"},
    [IMPLICATION_DATA_PROTECTION] = {0},
};

static const struct field implication_fields[] = {
    FIELD(struct implication, kind, FIELD_WORD, REQUIRED, .words = implication_words,
          .doc = "What the implication concerns.", .example = "financial"),
    FIELD(struct implication, text, FIELD_TEXT, REQUIRED,
          .doc = "The implication; where there is none, say `None identified.` yourself.",
          .example = "None identified."),
    FIELD(struct implication, officer, FIELD_TEXT, OPTIONAL,
          .doc = "The finance officer, lawyer or other officer who was consulted.",
          .example = "Tom Reed, finance business partner"),
    FIELD(struct implication, consulted, FIELD_DATE, OPTIONAL,
          .doc = "When that officer was consulted.", .example = "2018-01-15"),
    END_OF_FIELDS,
};

const struct record_table implication_table = {
    .name = "implication",
    .a_name = "an implication",
    .size = sizeof(struct implication),
    .fields = implication_fields,
    .known_by = NAMES("kind"),
    .called = NAMES("kind"),
    .doc = "What the report means for money, law, equality and so on.",
};

static const struct field considered_option_fields[] = {
    FIELD(struct considered_option, text, FIELD_TEXT, REQUIRED,
          .doc = "What could be done; that nothing is done is an option too.",
          .example = "Commission the service from a neighbouring council"),
    FIELD(struct considered_option, recommended, FIELD_ANSWER, OPTIONAL,
          .doc = "Whether it is what the report recommends.", .example = "no"),
    FIELD(struct considered_option, reason, FIELD_TEXT, OPTIONAL,
          .doc = "What speaks for it and against it.",
          .example = "It would cost less, and take a year to begin."),
    END_OF_FIELDS,
};

const struct record_table considered_option_table = {
    .name = "considered_option",
    .a_name = "an option that was considered",
    .size = sizeof(struct considered_option),
    .fields = considered_option_fields,
    .known_by = NAMES("text"),
    .called = NAMES("text"),
    .doc = "A course that the report weighs, whether it recommends it or not.",
};

static const struct field consultation_fields[] = {
    FIELD(struct consultation, who, FIELD_TEXT, OPTIONAL, .doc = "Who was asked.",
          .example = "Children in Care Council"),
    FIELD(struct consultation, date, FIELD_DATE, OPTIONAL, .ahead = true,
          .doc = "When they were asked, or will be.", .example = "2018-02-14"),
    FIELD(struct consultation, text, FIELD_TEXT, REQUIRED,
          .doc = "What they said, and what was made of it; where nobody had to be asked, say so "
                 "yourself.",
          .example = "Members asked for one social worker for each family; the plan now says so."),
    END_OF_FIELDS,
};

const struct record_table consultation_table = {
    .name = "consultation",
    .a_name = "a consultation",
    .size = sizeof(struct consultation),
    .fields = consultation_fields,
    .happens = "date",
    .known_by = NAMES("who", "text"),
    .called = NAMES("who"),
    .doc = "Who was asked about what the report recommends, and what they said.",
};

static const struct field enclosure_fields[] = {
    FIELD(struct enclosure, title, FIELD_TEXT, REQUIRED, .doc = "Its title.",
          .example = "Improvement plan, version 3"),
    FIELD(struct enclosure, url, FIELD_TEXT, OPTIONAL, .doc = "Its address on the web.",
          .example = "https://www.example.gov.uk/plan"),
    FIELD(struct enclosure, note, FIELD_TEXT, OPTIONAL,
          .doc = "What a reader must know about it, such as where it can be seen.",
          .example = "It can be seen at County Hall"),
    END_OF_FIELDS,
};

const struct record_table enclosure_table = {
    .name = "enclosure",
    .a_name = "a paper that goes with the report",
    .size = sizeof(struct enclosure),
    .fields = enclosure_fields,
    .known_by = NAMES("title"),
    .called = NAMES("title"),
    .doc = "A background paper, or an appendix.",
};

const struct word length_words[] = {
    [LENGTH_ONE - 1] = {"one", "page one alone"},
    [LENGTH_SHORT - 1] = {"short", "short"},
    [LENGTH_STANDARD - 1] = {"standard", "standard"},
    [LENGTH_FULL - 1] = {"full", "full"},
    [LENGTH_FULL] = {0},
};

static const struct field paper_fields[] = {
    FIELD(struct paper, length, FIELD_WORD, DERIVED_ALWAYS, .words = length_words,
          .doc = "The length that is made.", .example = "standard"),
    {.name = "short",
     .kind = FIELD_ANSWER,
     .presence = DERIVED_ALWAYS,
     .offset = offsetof(struct paper, from_short),
     .doc = "Whether it is short or longer: not page one alone.",
     .example = "yes"},
    {.name = "standard",
     .kind = FIELD_ANSWER,
     .presence = DERIVED_ALWAYS,
     .offset = offsetof(struct paper, from_standard),
     .doc = "Whether it is standard or longer.",
     .example = "yes"},
    {.name = "full",
     .kind = FIELD_ANSWER,
     .presence = DERIVED_ALWAYS,
     .offset = offsetof(struct paper, from_full),
     .doc = "Whether it is full, with its annexes.",
     .example = "no"},
    FIELD(struct paper, fit, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How tight page one must be: 0 at first, and one more, up to 5, each time that it "
                 "did not fit on its page.",
          .example = "0"),
    FIELD(struct paper, squeeze, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How much the paper goes without: 0 at first, and one more, up to 3, each time that "
                 "it had more pages than its length should have.",
          .example = "0"),
    END_OF_FIELDS,
};

const struct record_table paper_table = {
    .name = "paper",
    .a_name = "a paper",
    .size = sizeof(struct paper),
    .fields = paper_fields,
    .doc = "The paper that a template is filled in for: `{% if paper.standard %}` is what stands "
           "in the standard length and in longer ones.",
};

static const struct word decision_words[] = {
    {"decision", "for decision"}, {"discussion", "for discussion"}, {"noting", "for noting"},
    {"briefing", "briefing"},     {"scrutiny", "for scrutiny"},     {0},
};

static const struct word classification_words[] = {
    [CLASS_PUBLIC - 1] = {"public", "public"},
    [CLASS_PART_EXEMPT - 1] = {"part_exempt", "part exempt"},
    [CLASS_EXEMPT - 1] = {"exempt", "exempt"},
    [CLASS_CONFIDENTIAL - 1] = {"confidential", "confidential"},
    [CLASS_CONFIDENTIAL] = {0},
};

static const struct field front_sheet_fields[] = {
    FIELD(struct front_sheet, title, FIELD_TEXT, REQUIRED,
          .doc = "The title of the briefing; it is also the title of the PDF.",
          .example = "Children's services in Norfolk after the January 2018 Ofsted report"),
    FIELD(struct front_sheet, finding, FIELD_TEXT, OPTIONAL,
          .doc = "The message of the paper in one sentence, which heads page one; without it the "
                 "paper heads page one with what the latest inspection judged.",
          .example = "Norfolk's children's services are no longer inadequate"),
    FIELD(struct front_sheet, lead, FIELD_TEXT, OPTIONAL,
          .doc = "The two or three sentences below it, of forty words at most.",
          .example = "Ofsted now judges that they require improvement. The next grade is good."),
    FIELD(struct front_sheet, subtitle, FIELD_TEXT, OPTIONAL, .doc = "A second line below it.",
          .example = "Briefing for members"),
    FIELD(struct front_sheet, draft, FIELD_ANSWER, OPTIONAL,
          .doc =
              "Whether this is a draft: DRAFT is then printed below the title, in the header and "
              "pale behind the text of every page.",
          .example = "yes"),
    FIELD(struct front_sheet, as_at, FIELD_DATE, OPTIONAL, .settled = true, .ahead = true,
          .doc = "The day for which everything is computed; `--as-at` may give it instead.",
          .example = "2018-01-22"),
    FIELD(struct front_sheet, template, FIELD_TEXT, OPTIONAL,
          .doc = "The template to use where the command line names none.",
          .unprinted = "the program, which chooses by it", .example = "briefing"),
    FIELD(struct front_sheet, theme, FIELD_TEXT, OPTIONAL,
          .doc = "The theme of templates/themes that is laid over the template's own look, where "
                 "the command line names none.",
          .unprinted = "the program, which chooses by it", .example = "plain"),
    FIELD(struct front_sheet, length, FIELD_WORD, OPTIONAL, .words = length_words,
          .doc = "How long the paper is, where the command line does not say: page one alone, two "
                 "pages, the usual paper, or all of it with its annexes.",
          .unprinted = "the program, which chooses by it", .example = "short"),
    FIELD(struct front_sheet, body, FIELD_TEXT, OPTIONAL,
          .doc = "The committee, cabinet or panel that receives the report.",
          .example = "Children's Services Committee"),
    FIELD(struct front_sheet, meeting_date, FIELD_DATE, OPTIONAL, .ahead = true,
          .doc = "The day it meets.", .example = "2018-03-13"),
    FIELD(struct front_sheet, item, FIELD_TEXT, OPTIONAL, .doc = "The number of the agenda item.",
          .example = "8"),
    FIELD(struct front_sheet, report_number, FIELD_TEXT, OPTIONAL,
          .doc = "The number of the report.", .example = "CS/18/04"),
    FIELD(struct front_sheet, report_of, FIELD_TEXT, OPTIONAL,
          .doc = "The director in whose name the report is made.",
          .example = "Executive Director of Children's Services"),
    FIELD(struct front_sheet, portfolio_holder, FIELD_TEXT, OPTIONAL,
          .doc = "The cabinet member or committee chair responsible.",
          .example = "Chairman of the Children's Services Committee"),
    FIELD(struct front_sheet, author, FIELD_RECORD, OPTIONAL, .of = &contact_table,
          .doc = "The officer who wrote the report, where that is not the one to ask.",
          .example = "{name: Tom Reed, role: Improvement manager}"),
    FIELD(struct front_sheet, contact_officer, FIELD_RECORD, OPTIONAL, .of = &contact_table,
          .doc = "The officer whom members may ask.",
          .example = "{name: Priya Shah, phone: 01632 960001}"),
    FIELD(struct front_sheet, wards, FIELD_TEXT, OPTIONAL, .doc = "The wards affected.",
          .example = "All"),
    FIELD(struct front_sheet, key_decision, FIELD_ANSWER, OPTIONAL,
          .doc = "Whether the report asks for a key decision.", .example = "no"),
    FIELD(struct front_sheet, forward_plan, FIELD_TEXT, OPTIONAL,
          .doc = "The reference of the key decision in the forward plan.",
          .example = "FP/2018/031"),
    FIELD(struct front_sheet, decision_type, FIELD_WORD, OPTIONAL, .words = decision_words,
          .doc = "What the meeting is asked to do with the report.", .example = "noting"),
    FIELD(struct front_sheet, classification, FIELD_WORD, OPTIONAL, .words = classification_words,
          .doc = "Who may see the report.", .example = "part_exempt"),
    FIELD(struct front_sheet, exempt_paragraphs, FIELD_WHOLES, OPTIONAL,
          .doc = "Paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972, 1 to 7, "
                 "by which the report or a part of it is exempt.",
          .example = "[1, 2]"),
    FIELD(struct front_sheet, purpose, FIELD_MARKDOWN, OPTIONAL,
          .doc = "Why the report is made, in Markdown.",
          .example = "To brief members on the outcome of the re-inspection."),
    FIELD(struct front_sheet, key_points, FIELD_TEXTS, OPTIONAL,
          .doc = "What a member must know who reads nothing else.",
          .example = "[Overall effectiveness now requires improvement]"),
    FIELD(struct front_sheet, recommendations, FIELD_TEXTS, OPTIONAL,
          .doc = "What members are asked to do, one text for each recommendation.",
          .example = "[Note the outcome of the re-inspection]"),
    FIELD(struct front_sheet, reasons, FIELD_TEXTS, OPTIONAL,
          .doc = "Why that is recommended, one text for each reason.",
          .example = "[Members answer for the plan that Ofsted asks for]"),
    RECORDS_FIELD(struct front_sheet, options, considered_option, OPTIONAL,
                  .doc = "What else could be recommended, and why it is not.",
                  .example = "[{text: Wait for Ofsted’s next visit, recommended: no}]"),
    RECORDS_FIELD(struct front_sheet, consultation, consultation, OPTIONAL,
                  .doc = "Who was asked about what is recommended, and what they said.",
                  .example = "[{who: Trade unions, text: They support it.}]"),
    FIELD(struct front_sheet, scrutiny, FIELD_TEXTS, OPTIONAL,
          .doc = "What scrutiny has said of the report, or when it will see it.",
          .example = "[The scrutiny committee sees this report on 20 March 2018]"),
    RECORDS_FIELD(struct front_sheet, implications, implication, OPTIONAL,
                  .doc = "What the report means for money, law, equality and so on.",
                  .example = "[{kind: legal, text: None identified.}]"),
    RECORDS_FIELD(struct front_sheet, background_papers, enclosure, OPTIONAL,
                  .doc = "Papers that the report draws on beside its `sources`.",
                  .example = "[{title: \"Improvement plan, version 3\"}]"),
    RECORDS_FIELD(struct front_sheet, appendices, enclosure, OPTIONAL,
                  .doc = "What is published with the report, in the order of its appendices.",
                  .example = "[{title: Ofsted’s report of 19 January 2018}]"),
    FIELD(struct front_sheet, version_note, FIELD_TEXT, OPTIONAL,
          .doc = "What changed since the last issue of this briefing.",
          .example = "Adds the re-inspection published in January 2018"),
    FIELD(struct front_sheet, previous, FIELD_TEXT, OPTIONAL,
          .doc = "The folder that holds the facts of the issue before, or the facts file itself, "
                 "seen from the specification.",
          .unprinted = "the program, which says what changed since then",
          .example = "../issues/2018-01"),
    END_OF_FIELDS,
};

const struct record_table front_sheet_table = {
    .name = "briefing",
    .a_name = "a briefing's front sheet",
    .size = sizeof(struct front_sheet),
    .fields = front_sheet_fields,
    .doc = "The paper itself: its title, its day, and what a committee's front sheet asks for.",
};
