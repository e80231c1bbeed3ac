/* Components that are tables: what stands in which cell, what is left out, what is cited. */
#include "support/cmocka.h"

#include "components/fixture.h"

#include <string.h>

/* ---- nothing to show ---- */

static void without_records_nothing_is_drawn(void **state)
{
    static const char *const names[] = {
        "ratings-table", "timeline", "interventions", "leadership", "action-tracker",
        "provision",     "funding",  "claims",        "quotes",     "glossary",
        "confidence",    "quote",    "questions",     "neighbours",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_drawn(names[i], "{}", "", "");
}

static void key_facts_of_nothing_are_nothing(void **state)
{
    assert_drawn("key-facts", "{}", "", "");
}

/* ---- confidence ---- */

static void confidence_counts_with_what_it_counts_of(void **state)
{
    assert_drawn("confidence", "caption: How sure",
                 "events:\n"
                 "  - {text: A, date: 2023-05-01, source: [S1, S2]}\n"
                 "  - {text: B, date: 2023?, source: S2}\n"
                 "  - {text: C}\n"
                 "conflicts: [{about: X, says: [a, b], source: [S1, S2]}]\n",
                 "plain table: How sure\n"
                 "  #Facts that name a source | 3 of 4 [750]\n"
                 "  #Facts that rest on one source alone | 1 of 4 [250]\n"
                 "  #Dates that were worked out, not stated | 1 of 2 [500]\n"
                 "  #Dates less exact than a day | 1 of 2 [500]\n"
                 "  #Facts whose date is not known | 1\n"
                 "  #Points on which sources disagree | 1\n");
}

/* ---- claims ---- */

static void claims_without_a_counterpart_stand_apart(void **state)
{
    assert_drawn(
        "claims", "{}",
        "claims:\n"
        "  - {kind: other, what: the pace, wording: \"It’s ‘fast’\", by: PSE, date: 2018, "
        "source: S3}\n"
        "conflicts:\n"
        "  - {about: The day, says: [\"S1: Monday.\", \"S2: Tuesday\"], used: Monday., "
        "why: It is the report, source: [S2, S1]}\n"
        "  - {about: The count, says: [One says 3], used: Two, source: S3}\n",
        "table: What sources say\n"
        "  #About | #What the source says\n"
        "  #The pace | “It’s ‘fast’”, PSE, 2018~[3]\n"
        "table: Where sources disagree\n"
        "  #Point | #We use | #What sources say\n"
        "  #The count~[3] | Two. | One says 3.\n"
        "  #The day~[1, 2] | Monday. / Why: It is the report. | S1: Monday. / S2: Tuesday.\n");
}

/* ---- money, provision, actions ---- */

static void money_is_written_out_and_never_added_up(void **state)
{
    assert_drawn(
        "funding", "{}",
        "funding:\n"
        "  - {amount: 16.5, unit: million, status: promised, by: the council, source: S1}\n"
        "  - {amount: 9000, unit: pounds, period: 2018/2022, purpose: training, date: "
        "2018-01-22, source: S2}\n"
        "  - {amount: 2.5, unit: thousand, years: 4, source: S2}\n",
        "table: Money promised, approved or spent\n"
        "  #Amount | #Status | #Period | #Purpose\n"
        "  #£16.5~million | Promised by the council~[1] | ?not stated | ?Not stated\n"
        "  #£9,000 | ?Not stated, 22~January~2018~[2] | 2018 to 2022 | Training\n"
        "  #£2,500 | ?Not stated~[2] | 4 years | ?Not stated\n"
        "note: The amounts are not added up or compared: they may differ in status, period and "
        "purpose, and may overlap.\n");
}

/* Of two amounts alike in status and period, one may be the whole and the other a part of it. */
static void amounts_have_no_bars(void **state)
{
    const char *drawn =
        draw(*state, "funding", "{}",
             "funding:\n"
             "  - {amount: 3, unit: million, status: spent, years: 1, source: S1}\n"
             "  - {amount: 1500, unit: thousand, status: spent, period: 2022, years: 1, "
             "source: S1}\n");
    assert_non_null(strstr(drawn, "#£3~million | Spent~[1] | 1 year |"));
    assert_non_null(strstr(drawn, "#£1,500,000 | Spent~[1] | 2022, 1 year |"));
}

static void one_amount_needs_no_warning(void **state)
{
    const char *drawn =
        draw(*state, "funding", "{}", "funding: [{amount: 1, unit: million, source: S1}]\n");
    assert_non_null(strstr(drawn, "#£1~million | ?Not stated~[1]"));
    assert_null(strstr(drawn, "added up"));
}

static void provision_shows_the_share_with_its_base(void **state)
{
    assert_drawn("provision", "{}",
                 "provision:\n"
                 "  - kind: children’s homes\n"
                 "    total: 9\n"
                 "    ratings: [{grades: [good, outstanding], count: 8}, {grades: "
                 "requires_improvement, count: 1}]\n"
                 "    source: S1\n"
                 "  - {kind: agencies, note: Counts not given, source: S2}\n",
                 "table: How the council’s provision is rated\n"
                 "  #Provision | #Ratings | #Good or better\n"
                 "  #Children’s homes (9)~[1] | 8 good or outstanding; 1 requires improvement | 8 "
                 "of 9 (89%) [888]\n"
                 "  #Agencies~[2] | ?not stated. Note: Counts not given | ?not known\n");
}

static void one_action_is_not_counted(void **state)
{
    assert_drawn("action-tracker", "{}",
                 "actions: [{text: Recruit, owner: The director, status: overdue, rag: red, due: "
                 "../2023, source: S1}]\n",
                 "table: Actions, who owns them and how far they are\n"
                 "  #Action | #Owner | #Due | #Status\n"
                 "  #Recruit~[1] | The director | By 2023 | Overdue; off track {worst square}\n");
}

static void actions_have_a_word_and_a_mark(void **state)
{
    assert_drawn(
        "action-tracker", "{}",
        "actions:\n"
        "  - {text: Recruit, owner: The director, status: in_progress, rag: amber, due: "
        "2024-06-30, source: S1}\n"
        "  - {text: Train., status: planned, due: 2023-06, revised_due: 2023-12, evidence: "
        "A plan, source: S1}\n"
        "  - {text: Appoint, status: complete, rag: blue, source: S2}\n"
        "  - {text: Wait, source: S2}\n",
        "paragraph: *1 of 3 complete, 1 without a status; 1 overdue*. Rated by their owners: "
        "1 at risk, 1 complete.\n"
        "keep\n"
        "table: Actions, who owns them and how far they are\n"
        "  #Action | #Owner | #Due | #Status\n"
        "  #Train.~[1] | ?not stated | December~2023, *4 to 8 weeks ago*; first due June~2023 | "
        "Planned; overdue. Evidence: A plan {worst square}\n"
        "  #Recruit~[1] | The director | 30~June~2024 | In progress; at risk {weak "
        "triangle}\n"
        "  #Wait~[2] | ?not stated | Not stated | Not stated\n"
        "  #Appoint~[2] | ?not stated | Not stated | Complete {good disc}\n");
}

/* A number in place of the id, progress and impact apart, a cost as it was written or in pounds. */
static void actions_of_one_theme_stand_together(void **state)
{
    assert_drawn(
        "action-tracker", "caption: The plan",
        "recommendations: [{id: R1, text: Recruit more, source: S1}]\n"
        "actions:\n"
        "  - {id: A1, number: \"1.1\", theme: workforce, text: Recruit, answers: R1, lead_member: "
        "Cllr "
        "Lee, status: in_progress, percent: 60%, rag: green, progress: Six came, impact: Less "
        "work, "
        "impact_rag: red, cost: \"12500\", updated: 2023-12-01, source: S1}\n"
        "  - {text: Wait, status: withdrawn, cost: TBC, due: 2023-06, source: S2}\n"
        "  - {number: \"1.2\", theme: Workforce, text: Train, status: complete, percent: 100, "
        "cost: "
        "£1.2m, source: S1}\n",
        "paragraph: *1 of 3 complete*. Rated by their owners: 1 on track.\n"
        "keep\n"
        "paragraph: *The plan*\n"
        "keep\n"
        "table: Workforce: 1 of 2 complete\n"
        "  #Action | #Owner | #Status\n"
        "  #1.1: Recruit~[1]. Answers: R1. Cost: £12,500 | Lead member: Cllr Lee | In "
        "progress, 60% done; on track. Progress: Six came. Impact, rated red: Less work. Last "
        "updated: 1~December~2023 {best star}\n"
        "  #1.2: Train~[1]. Cost: £1.2m | ?not stated | Complete, 100% done {good "
        "disc}\n"
        "table: Without a theme\n"
        "  #Action | #Due | #Status\n"
        "  #Wait~[2]. Cost: TBC | June~2023 | Withdrawn {neutral ring}\n");
}

/* What is overdue is never calm. */
static void overdue_outweighs_a_calm_rating(void **state)
{
    assert_drawn(
        "action-tracker", "{}",
        "actions: [{text: Recruit, status: in_progress, rag: green, due: 2023-06, updated: "
        "2023-12-01, source: S1}]\n",
        "table: Actions, who owns them and how far they are\n"
        "  #Action | #Due | #Status\n"
        "  #Recruit~[1] | June~2023, *7 months ago; not done on "
        "1~December~2023* | In progress; on track; overdue. Last updated: 1~December~2023 "
        "{worst square}\n");
}

/* ---- people, words, front sheet ---- */

static void leadership_says_who_is_not_named(void **state)
{
    assert_drawn("leadership", "{}",
                 "leadership:\n"
                 "  - {person: Anne Burns, role: cabinet member, event: resignation_declined, by: "
                 "the leader, date: 2015-05~, party: Labour, source: S1}\n"
                 "  - {role: director, event: stood_down, source: S2}\n",
                 "table: Who led, from when to when\n"
                 "  #From and to | #Who | #Post, and what happened\n"
                 "  #About May~2015 | Anne Burns (Labour) | Cabinet member. Resignation declined, "
                 "by the leader~[1]\n"
                 "  #Date not known | ?Not named | Director. Stood down~[2]\n");
}

static void what_is_one_change_is_one_row(void **state)
{
    assert_drawn(
        "leadership", "{}",
        "leadership:\n"
        "  - {person: A Lee, role: Director of children’s services, event: interim, date: "
        "2013-07, source: S1}\n"
        "  - {person: B Roy, role: Leader, event: in_post, date: \"2014-01?\", source: S1}\n"
        "  - {person: C Day, role: Chief executive, event: resignation_offered, date: "
        "2014-02, source: S1}\n"
        "  - {person: C Day, role: Chief executive, event: resignation_declined, by: the "
        "leader, date: 2014-02, source: S2}\n"
        "  - {person: A Lee, role: Director of children’s services, event: permanent, "
        "date: 2014-03, source: S1}\n"
        "  - {person: A Lee, role: Director of children’s services, event: left, date: "
        "../2015-04-30, source: S2}\n",
        "table: Who led, from when to when\n"
        "  #From and to | #Who | #Post, and what happened\n"
        "  #July~2013 to March~2014 | A Lee | Director of children’s services. In post as "
        "interim~[1]\n"
        "  #In post January~2014 | B Roy | Leader~[1]\n"
        "  #February~2014 | C Day | Chief executive. Resignation offered. Resignation "
        "declined, by the leader~[1, 2]\n"
        "  #March~2014, ended by 30~April~2015 | A Lee | Director of children’s services. "
        "Appointed permanently. Left~[1, 2]\n");
}

static void the_glossary_has_a_row_for_each_term(void **state)
{
    assert_drawn("glossary", "caption: Words", "glossary: [{term: DfE, meaning: The ministry}]\n",
                 "table: Words\n  #Term | #Meaning\n  #DfE | The ministry\n");
}

/* ---- other councils ---- */

static void councils_stand_beside_this_one(void **state)
{
    assert_drawn("neighbours", "caption: Neighbours",
                 "inspections: [{id: A, framework: ILACS_2023, published: 2023-05-01, overall: "
                 "good, source: S1}]\n"
                 "comparators:\n"
                 "  - {name: Suffolk, why: very close, neighbour: yes, framework: ILACS_2018, "
                 "published: 2019-06, overall: outstanding, source: S2}\n"
                 "  - {name: Trafford, why: a county too, framework: ILACS_2026, source: S2}\n"
                 "  - {name: Essex, why: employer of the adviser, date: 2016, source: S3}\n",
                 "table: Neighbours\n"
                 "  #Council | #Latest grade | #Report | #Why it is here\n"
                 "  #Norfolk County Council | Good {good disc} | ILACS, 1~May~2023 | The council "
                 "of this briefing~[1]\n"
                 "  #Suffolk | Outstanding {best star} | ILACS, June~2019 | Statistical neighbour. "
                 "Very close~[2]\n"
                 "  #Trafford | ?no overall grade | ILACS | A county too~[2]\n"
                 "  #Essex | ?not recorded | ?not recorded | Employer of the adviser (2016)~[3]\n"
                 "note: In no order of merit. Grades given under different frameworks, or years "
                 "apart, are not comparable.\n");
}

static void councils_without_grades_need_fewer_columns(void **state)
{
    assert_drawn("neighbours", "{}",
                 "comparators: [{name: Essex, why: employer of the adviser, interest: none, "
                 "source: S3}]\n",
                 "table: Other councils beside this one\n"
                 "  #Council | #Why it is here\n"
                 "  #Essex | Employer of the adviser. Interest: none~[3]\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)
    const struct CMUnitTest tests[] = {
        TEST(without_records_nothing_is_drawn),
        TEST(key_facts_of_nothing_are_nothing),
        TEST(confidence_counts_with_what_it_counts_of),
        TEST(claims_without_a_counterpart_stand_apart),
        TEST(money_is_written_out_and_never_added_up),
        TEST(amounts_have_no_bars),
        TEST(one_amount_needs_no_warning),
        TEST(provision_shows_the_share_with_its_base),
        TEST(actions_have_a_word_and_a_mark),
        TEST(one_action_is_not_counted),
        TEST(actions_of_one_theme_stand_together),
        TEST(overdue_outweighs_a_calm_rating),
        TEST(leadership_says_who_is_not_named),
        TEST(what_is_one_change_is_one_row),
        TEST(the_glossary_has_a_row_for_each_term),
        TEST(councils_stand_beside_this_one),
        TEST(councils_without_grades_need_fewer_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
