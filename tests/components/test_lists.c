/* Components that are more than a table: timeline, interventions, sources, contents, quotes. */
#include "support/cmocka.h"

#include "components/fixture.h"

#include <string.h>

/* ---- the list of components ---- */

static void every_component_is_complete(void **state)
{
    (void)state;
    for (size_t i = 0; components[i]; i++) {
        const struct component *component = components[i];
        assert_non_null(component->doc);
        assert_non_null(component->options);
        assert_true(!component->compose == (component->parts || component->marks));
        assert_true(str_starts(str_from(component->example), "```"));
        assert_non_null(strstr(component->example, component->name));
        assert_ptr_equal(component_find(components, str_from(component->name)), component);
    }
}

static void a_misspelt_component_has_a_nearest(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(component_nearest(fixture->arena, components, STR("judgement")),
                        "judgements");
    assert_null(component_nearest(fixture->arena, components, STR("photograph")));
}

/* ---- timeline ---- */

static const char events[] =
    "events:\n"
    "  - {text: In the month, date: 2015-05, source: S1}\n"
    "  - {text: Never dated, note: signed yesterday, source: S2}\n"
    "  - {text: On the first, date: 2015-05-01, source: S3}\n"
    "  - {text: By a day, date: ../2015-04-30, source: S1}\n"
    "  - {text: About the year, date: 2014~, source: S1}\n"
    "  - {text: In spring, date: 2014-spring?, who: the council, source: S1}\n";

static void events_are_in_order_and_undated_ones_at_the_end(void **state)
{
    assert_drawn("timeline", "{}", events,
                 "table: What happened, in order of date\n"
                 "  #Date | #What happened\n"
                 "  #Spring~2014 (inferred) | In spring (the council)~[1]\n"
                 "  #About 2014 | About the year~[1]\n"
                 "  #By 30~April~2015 | By a day~[1]\n"
                 "  #1~May~2015 | On the first~[3]\n"
                 "  #May~2015 | In the month~[1]\n"
                 "paragraph: *Date not known*\n"
                 "keep\n"
                 "list\n"
                 "  item\n"
                 "    paragraph: Never dated. Note: signed yesterday~[2]\n");
}

static void only_undated_events_make_no_table(void **state)
{
    assert_drawn("timeline", "{}", "events: [{text: Once, source: S1}]\n",
                 "paragraph: *Date not known*\nkeep\nlist\n  item\n    paragraph: Once~[1]\n");
}

static void no_undated_event_stands_alone_on_a_page(void **state)
{
    assert_drawn("timeline", "{}",
                 "events:\n"
                 "  - {text: A, source: S1}\n"
                 "  - {text: B, source: S1}\n"
                 "  - {text: C, source: S1}\n"
                 "  - {text: D, source: S1}\n",
                 "paragraph: *Date not known*\nkeep\nlist\n"
                 "  item\n    paragraph: A~[1]\n  keep\n  item\n    paragraph: B~[1]\n"
                 "  item\n    paragraph: C~[1]\n  keep\n  item\n    paragraph: D~[1]\n");
}

static void a_window_leaves_out_what_is_surely_outside(void **state)
{
    const char *drawn = draw(*state, "timeline", "{from: 2014-05, to: 2015-05-01}", events);
    assert_non_null(strstr(drawn, "About the year"));
    assert_non_null(strstr(drawn, "In spring"));
    assert_non_null(strstr(drawn, "In the month"));
    assert_non_null(strstr(drawn, "Never dated"));
    drawn = draw(*state, "timeline", "{from: 2015-05, to: 2015-05}", events);
    assert_null(strstr(drawn, "In spring"));
    assert_null(strstr(drawn, "By a day"));
    assert_non_null(strstr(drawn, "On the first"));
}

static const char records[] =
    "inspections:\n"
    "  - {id: A, framework: SIF, kind: reinspection, fieldwork: 2017-11-13/2017-11-24, published: "
    "2018-01-19, overall: good, scope: all services, source: S1}\n"
    "interventions:\n"
    "  - id: D\n"
    "    kind: direction\n"
    "    by: the Secretary of State\n"
    "    issued: 2013-12\n"
    "    ended: 2018-01\n"
    "    ended_how: revoked\n"
    "    ended_source: S2\n"
    "    people: [{name: Dave Hill, employer: Essex, from: 2016-01?}]\n"
    "    source: S3\n"
    "leadership: [{person: Sheila Lock, role: director, event: interim, date: 2013-08, source: "
    "S1}]\n"
    "reviews: [{reviewer: the LGA, purpose: a peer review, date: 2014, status: complete, source: "
    "S2}]\n"
    "funding: [{amount: 12, unit: million, status: approved, purpose: prevention, date: "
    "2018-01-22, source: S3}]\n";

static void events_are_collected_from_all_records(void **state)
{
    assert_drawn("timeline", "caption: Norfolk", records,
                 "table: Norfolk\n"
                 "  #Date | #What happened\n"
                 "  #August~2013 | Sheila Lock, director: in post as interim~[1]\n"
                 "  #December~2013 | Statutory direction issued (the Secretary of State)~[3]\n"
                 "  #2014 | Review by the LGA: a peer review (complete)~[2]\n"
                 "  #January~2016 (inferred) | Dave Hill (Essex) appointed as commissioner~[3]\n"
                 "  #19~January~2018 | SIF re-inspection published: overall good; scope: all "
                 "services; fieldwork 13 to 24~November~2017~[1]\n"
                 "  #22~January~2018 | £12~million approved: prevention~[3]\n"
                 "  #January~2018 | Statutory direction revoked~[2]\n");
}

static void kinds_can_be_chosen(void **state)
{
    assert_drawn("timeline", "include: reviews", records,
                 "table: What happened, in order of date\n"
                 "  #Date | #What happened\n"
                 "  #2014 | Review by the LGA: a peer review (complete)~[2]\n");
}

static void unknown_kinds_are_refused_with_a_suggestion(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(refusal(fixture, "timeline", "include: [events, inspection]"), "E416");
    const struct diag *diag = &fixture->diags.items.items[fixture->diags.items.count - 1];
    assert_string_equal(str_z(fixture->arena, diag->hint), "did you mean `inspections`?");
    assert_string_equal(str_z(fixture->arena, span_text(diag->span)), "inspection");
}

static void a_timeline_cannot_end_before_it_begins(void **state)
{
    assert_string_equal(refusal(*state, "timeline", "{from: 2018, to: 2017}"), "E416");
    assert_string_equal(refusal(*state, "timeline", "{from: 2018, to: 2018-01}"), "accepted");
}

/* ---- interventions ---- */

static void an_intervention_is_told_in_full(void **state)
{
    assert_drawn("interventions", "{}",
                 "inspections: [{id: A, framework: SIF, published: 2015-10-19, source: S2}]\n"
                 "interventions:\n"
                 "  - id: D\n"
                 "    kind: direction\n"
                 "    by: The Secretary of State\n"
                 "    how_known: signed yesterday.\n"
                 "    issued: 2016-01?\n"
                 "    triggered_by: A\n"
                 "    requirements:\n"
                 "      - {text: Improve, due: 2016-03-31, status: complete}\n"
                 "      - {text: Report, source: S1}\n"
                 "    people:\n"
                 "    - name: Dave Hill\n"
                 "      employer: Essex\n"
                 "      report_due: 2016-03-31?\n"
                 "      tasks: [{text: Review}]\n"
                 "    findings: [{text: minded to, quoted: yes, by: the minister}]\n"
                 "    note: In force\n"
                 "    source: S3\n",
                 "part\n"
                 "  paragraph: *Statutory direction, January~2016 (inferred)*\n"
                 "  keep\n"
                 "  plain table: \n"
                 "    #Issued | January~2016 (inferred). Note: In force~[3]\n"
                 "    #By | The Secretary of State\n"
                 "    #Followed | SIF inspection, 19~October~2015~[2]\n"
                 "    #Commissioner | Dave Hill, Essex~[3]\n"
                 "    #Report due | 31~March~2016 (inferred); not recorded whether made~[3]\n"
                 "    #In force when last checked | 31~January~2016\n"
                 "  part\n"
                 "    paragraph: *What it says*\n"
                 "    keep\n"
                 "    list\n"
                 "      item\n"
                 "        paragraph: “minded to” (the minister)~[3]\n"
                 "  part\n"
                 "    paragraph: *What it requires*\n"
                 "    keep\n"
                 "    ordered list\n"
                 "      item\n"
                 "        paragraph: Improve; due 31~March~2016; complete~[3]\n"
                 "      item\n"
                 "        paragraph: Report~[1]\n"
                 "  part\n"
                 "    paragraph: *Commissioner: tasks*\n"
                 "    keep\n"
                 "    ordered list\n"
                 "      item\n"
                 "        paragraph: Review~[3]\n");
}

static void an_adviser_is_not_called_a_commissioner(void **state)
{
    const char *drawn = draw(*state, "interventions", "{}",
                             "interventions:\n"
                             "  - {id: A, kind: adviser, people: [{name: Jo}], source: S1}\n"
                             "  - {id: N, kind: notice, people: [{name: Lee}], source: S1}\n"
                             "  - id: M\n"
                             "    kind: notice\n"
                             "    people: [{name: Kim, role: Improvement Adviser}]\n"
                             "    source: S1\n"
                             "  - {id: D, kind: removal, people: [{name: Ann}], source: S1}\n");
    assert_non_null(strstr(drawn, "#Adviser | Jo~[1]\n"));
    assert_non_null(strstr(drawn, "#Commissioner or adviser | Lee~[1]\n"));
    assert_non_null(strstr(drawn, "#Adviser | Kim, Improvement Adviser~[1]\n"));
    assert_non_null(strstr(drawn, "#Commissioner | Ann~[1]\n"));
}

static void an_intervention_without_dates_says_so(void **state)
{
    assert_drawn("interventions", "{}",
                 "interventions: [{id: N, kind: board, ended_how: lifted, source: S1}]\n",
                 "part\n"
                 "  paragraph: *Improvement board, date not known*\n"
                 "  keep\n"
                 "  plain table: \n"
                 "    #Set up | Date not known~[1]\n"
                 "    #Ended | Date not known, lifted~[1]\n");
}

static void a_trust_has_its_name_and_says_that_it_was_chosen(void **state)
{
    assert_drawn("interventions", "{}",
                 "interventions: [{id: T, kind: trust, voluntary: yes, name: Ashdown Trust, "
                 "issued: 2017-04, known_open: 2024-01-02, source: S1}]\n",
                 "part\n"
                 "  paragraph: *Ashdown Trust (voluntary children’s services trust), April~2017*\n"
                 "  keep\n"
                 "  plain table: \n"
                 "    #Set up | April~2017~[1]\n"
                 "    #Known to be in force on | 2~January~2024\n");
}

/* ---- sources ---- */

static void sources_are_numbered_targets(void **state)
{
    struct fixture *fixture = *state;
    const char *drawn = draw(fixture, "source-list", "{}", "");
    assert_string_equal(drawn, "ordered list\n"
                               "  item\n"
                               "    source S1\n"
                               "      paragraph: One. Publication date not known.\n"
                               "  item\n"
                               "    source S2\n"
                               "      paragraph: Two. Publication date not known.\n"
                               "  item\n"
                               "    source S3\n"
                               "      paragraph: Three. Publication date not known.\n");
}

static void a_source_shows_dates_interest_and_link(void **state)
{
    assert_drawn(
        "source-list", "{}",
        "  - {id: S4, title: Is it true?, publisher: LGC, author: Ann Lee, kind: news, "
        "published: 2014-01-07/2014-02-11, accessed: 2024-01-02, how_known: undated, url: "
        "\"https://x.org/a\", interest: Works for the council, note: Stored copy}\n",
        "ordered list\n"
        "  item\n"
        "    source S1\n"
        "      paragraph: One. Publication date not known.\n"
        "  item\n"
        "    source S2\n"
        "      paragraph: Two. Publication date not known.\n"
        "  item\n"
        "    source S3\n"
        "      paragraph: Three. Publication date not known.\n"
        "  item\n"
        "    source S4\n"
        "      paragraph: <Is it true?|https://x.org/a> Ann Lee. LGC. News report. Published "
        "between 7~January~2014 and 11~February~2014. Read 2~January~2024. x.org/a\n"
        "      note: *Interest:* Works for the council\n"
        "      note: *Note:* Stored copy\n");
}

static void an_address_is_printed_and_a_kind_not_said_twice(void **state)
{
    struct fixture *fixture = *state;
    const char *drawn = draw(
        fixture, "source-list", "{}",
        "  - {id: S4, title: A report, publisher: Ofsted, kind: ofsted_report, published: 2018-01, "
        "url: \"https://files.ofsted.gov.uk/v1/\"}\n"
        "  - {id: S5, title: An Act, publisher: legislation.gov.uk, kind: legislation, published: "
        "2004}\n"
        "  - {id: S6, title: A letter, publisher: LGC, kind: news, published: 2014/..}\n");
    assert_non_null(strstr(drawn, "paragraph: <A report|https://files.ofsted.gov.uk/v1/>. Ofsted. "
                                  "Published January~2018. files.ofsted.gov.uk/v1\n"));
    assert_non_null(strstr(drawn, "paragraph: An Act. legislation.gov.uk. Published 2004.\n"));
    assert_non_null(strstr(drawn, "LGC. News report. Published 2014 or later.\n"));
}

/* ---- contents, quotes, front sheet ---- */

static void contents_have_a_depth(void **state)
{
    assert_drawn("contents", "{}", "", "contents to level 2\n");
    assert_drawn("contents", "depth: 3", "", "contents to level 3\n");
    assert_string_equal(refusal(*state, "contents", "depth: 1"), "E416");
    assert_string_equal(refusal(*state, "contents", "depth: 7"), "E416");
}

static void quotes_keep_their_words_and_say_who(void **state)
{
    assert_drawn("quotes", "{}",
                 "quotes:\n"
                 "  - {text: \"It's 'so far so good'\", speaker: Stuart Smith, role: director, "
                 "occasion: told LGC, source: S1}\n"
                 "  - {text: “so”, organisation: Ofsted, date: 2018-01, source: S2}\n"
                 "  - {text: alone, source: S3}\n",
                 "quotation\n"
                 "  paragraph: “It's 'so far so good'”\n"
                 "  note: Stuart Smith, director, told LGC~[1]\n"
                 "quotation\n"
                 "  paragraph: “so”\n"
                 "  note: Ofsted, January~2018~[2]\n"
                 "quotation\n"
                 "  paragraph: “alone”\n"
                 "  note: [3]\n");
}

/* The front sheet stands in `briefing`, so this test draws from a specification of its own. */
static void the_front_sheet_shows_what_is_given(void **state)
{
    struct fixture *fixture = *state;
    const struct node *root = fixture_yaml(
        fixture, "spec.yaml",
        "briefing: {title: T, as_at: 2024-01-31, body: Scrutiny, meeting_date: 2024-02-06, item: "
        "7, contact_officer: {name: Priya Shah, phone: 01632 960001, email: p@x.gov.uk}, "
        "key_decision: no, decision_type: noting, classification: part_exempt, "
        "exempt_paragraphs: [1, 2]}\n"
        "council: {name: Norfolk}\n");
    const struct briefing *briefing =
        spec_bind(fixture->arena, &fixture->diags, root, fixture->frameworks, NULL);
    assert_string_equal(
        draw_briefing(fixture, "front-sheet", "{}", briefing),
        "plain table: About this report\n"
        "  #Report to | Scrutiny\n"
        "  #Date of meeting | 6~February~2024\n"
        "  #Agenda item | 7\n"
        "  #Contact officer | Priya Shah, 01632 960001, <p@x.gov.uk|mailto:p@x.gov.uk>\n"
        "  #Key decision | No\n"
        "  #Type of item | For noting\n"
        "  #Classification | Part exempt. Not for publication by virtue of paragraphs 1 and 2 of "
        "Part 1 of Schedule 12A to the Local Government Act 1972\n"
        "  #Council | Norfolk\n");
}

/* What is long stands over the whole width, and nothing of the council. */
static void a_compact_front_sheet_has_two_terms_a_row(void **state)
{
    struct fixture *fixture = *state;
    const struct node *root = fixture_yaml(
        fixture, "spec.yaml",
        "briefing: {title: T, as_at: 2024-01-31, body: Scrutiny, meeting_date: 2024-02-06, item: "
        "7, contact_officer: {name: Priya Shah}, key_decision: no, wards: All}\n"
        "council: {name: Norfolk}\n");
    const struct briefing *briefing =
        spec_bind(fixture->arena, &fixture->diags, root, fixture->frameworks, NULL);
    assert_string_equal(draw_briefing(fixture, "front-sheet", "{compact: yes}", briefing),
                        "table: Report to members\n"
                        "  #?Meeting | 6~February~2024 | #?Wards | All\n"
                        "  #?Key decision | No | #?Agenda item | 7\n"
                        "  #?Contact | Priya Shah [3 columns] |  | \n");
    assert_string_equal(draw_briefing(fixture, "council-facts", "{}", briefing),
                        "plain table: The council\n"
                        "  #Council | Norfolk\n");
}

/* ---- quote, questions ---- */

static const char two_quotes[] =
    "quotes:\n"
    "  - {id: Q1, text: Getting there, speaker: Ann, occasion: told LGC, source: S1}\n"
    "  - {id: Q2, text: We are there, speaker: Bob, source: S2}\n";

static void a_pull_quote_is_chosen_by_its_id_or_speaker(void **state)
{
    assert_drawn("quote", "id: Q2", two_quotes,
                 "large quotation\n  paragraph: “We are there”\n  note: Bob~[2]\n");
    assert_drawn("quote", "speaker: Ann", two_quotes,
                 "large quotation\n  paragraph: “Getting there”\n  note: Ann, told LGC~[1]\n");
}

static void a_pull_quote_that_is_not_there_is_refused(void **state)
{
    struct fixture *fixture = *state;
    const struct component *component = component_find(components, STR("quote"));
    const struct briefing *briefing = fixture_briefing(fixture, two_quotes);
    assert_null(fixture_options(fixture, component, briefing, "speaker: Bod"));
    const struct diag *diag = &fixture->diags.items.items[fixture->diags.items.count - 1];
    assert_string_equal(str_z(fixture->arena, diag->hint), "write one of `Ann`, `Bob`");
    assert_string_equal(refusal(fixture, "quote", "id: Q9"), "accepted");
}

static void questions_are_numbered_with_whom_to_ask(void **state)
{
    assert_drawn("questions", "{}",
                 "questions:\n"
                 "  - {text: How many?, to: The director, why: It was high, source: S1}\n"
                 "  - {text: When?}\n",
                 "ordered list\n"
                 "  item\n"
                 "    paragraph: *How many?*\n"
                 "    note: For: The director. Why ask: It was high~[1]\n"
                 "  item\n"
                 "    paragraph: *When?*\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)
    const struct CMUnitTest tests[] = {
        TEST(every_component_is_complete),
        TEST(a_misspelt_component_has_a_nearest),
        TEST(events_are_in_order_and_undated_ones_at_the_end),
        TEST(only_undated_events_make_no_table),
        TEST(no_undated_event_stands_alone_on_a_page),
        TEST(a_window_leaves_out_what_is_surely_outside),
        TEST(events_are_collected_from_all_records),
        TEST(kinds_can_be_chosen),
        TEST(unknown_kinds_are_refused_with_a_suggestion),
        TEST(a_timeline_cannot_end_before_it_begins),
        TEST(an_intervention_is_told_in_full),
        TEST(an_adviser_is_not_called_a_commissioner),
        TEST(an_intervention_without_dates_says_so),
        TEST(a_trust_has_its_name_and_says_that_it_was_chosen),
        TEST(sources_are_numbered_targets),
        TEST(a_source_shows_dates_interest_and_link),
        TEST(an_address_is_printed_and_a_kind_not_said_twice),
        TEST(contents_have_a_depth),
        TEST(quotes_keep_their_words_and_say_who),
        TEST(the_front_sheet_shows_what_is_given),
        TEST(a_compact_front_sheet_has_two_terms_a_row),
        TEST(a_pull_quote_is_chosen_by_its_id_or_speaker),
        TEST(a_pull_quote_that_is_not_there_is_refused),
        TEST(questions_are_numbered_with_whom_to_ask),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
