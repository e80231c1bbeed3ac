/* Codes 2xx: specifications: records, dates and rules. */
#ifndef COUNCILBRIEF_DIAG_CODES_SPEC_H
#define COUNCILBRIEF_DIAG_CODES_SPEC_H

#define CODES_SPEC(X)                                                                              \
    CODES_SPEC_BINDING(X)                                                                          \
    CODES_SPEC_RULES(X) CODES_SPEC_USUAL(X) CODES_SPEC_TABLES(X) CODES_SPEC_PAPER(X)

/* Raised while a tree is bound to records: E201 to E211, E213, E214, W201, W267, W271. */
#define CODES_SPEC_BINDING(X)                                                                      \
    X(E201, SEVERITY_ERROR, "Unknown key",                                                         \
      "The specification format has no such key at this place. It is probably misspelt, or "       \
      "indented under the wrong record. Keys that nobody reads are refused, because a fact "       \
      "written under one would silently be missing from the briefing.")                            \
    X(E202, SEVERITY_ERROR, "Required field missing",                                              \
      "The record cannot be used without this field. Add the key and its value. A key with "       \
      "nothing behind it counts as left out.")                                                     \
    X(E203, SEVERITY_ERROR, "Wrong kind of value",                                                 \
      "A single value, a list or a set of keys was expected, and something else is written. "      \
      "A list has a line that begins with a hyphen for each item; a record has indented lines "    \
      "of the form `key: value`.")                                                                 \
    X(E204, SEVERITY_ERROR, "Not one of the words allowed",                                        \
      "This field takes one of a few fixed words, so that it can be counted, sorted and "          \
      "coloured. Choose the nearest of them, and put any detail into the record's note.")          \
    X(E205, SEVERITY_ERROR, "Date not understood",                                                 \
      "Dates are written with the year first: 2018-01-19 for a day, 2018-01 for a month, "         \
      "2013-spring for a season, 2018 for a year, 2017-11-13/2017-11-24 for a period, "            \
      "../2018-01-22 for no later than, 2014-01-07/.. for no earlier than. Put ? behind a date "   \
      "of which a part was worked out and not stated, and ~ behind one that is only about right. " \
      "Leave the key out when the date is not known.")                                             \
    X(E206, SEVERITY_ERROR, "Number not understood",                                               \
      "Numbers are written in figures alone: no currency sign, no commas between thousands, no "   \
      "words such as million, and a full stop before decimals (six at most). The unit has a "      \
      "field of its own.")                                                                         \
    X(E207, SEVERITY_ERROR, "Reference leads nowhere",                                             \
      "The field names a record by its id, and no record of the right kind has that id. Check "    \
      "the spelling, or add the record.")                                                          \
    X(E208, SEVERITY_ERROR, "Id used twice",                                                       \
      "Two records of one kind have the same id, so a reference to it could mean either. Give "    \
      "one of them another id and change the references that mean it.")                            \
    X(E209, SEVERITY_ERROR, "Computed field written",                                              \
      "This field is worked out from the rest of the specification and cannot be set by hand, so " \
      "that it always agrees with the facts. Delete the key. If a source states another figure, "  \
      "record it under `claims`: the briefing then shows both.")                                   \
    X(E210, SEVERITY_ERROR, "Unknown grade",                                                       \
      "No inspection framework has a grade of this name. Write the grade as Ofsted words it, "     \
      "such as good or requires_improvement.")                                                     \
    X(E211, SEVERITY_ERROR, "Unknown framework",                                                   \
      "There is no inspection framework of this name. The framework is chosen by the start of "    \
      "fieldwork, not by the date of publication; see the list in the reference.")                 \
    X(E213, SEVERITY_ERROR, "Not an id",                                                           \
      "An id is a short name without spaces: letters, digits, hyphens, full stops and "            \
      "underscores, beginning with a letter or a digit, such as ofsted-2018.")                     \
    X(E214, SEVERITY_ERROR, "Empty text",                                                          \
      "The quotation marks have nothing between them. Write the text, or leave the key out when "  \
      "it is not known.")                                                                          \
    X(W271, SEVERITY_WARNING, "Garbled characters",                                                \
      "The text holds what becomes of an apostrophe, a dash or a letter with an accent when a "    \
      "file is saved in one encoding and read in another. It would be printed as it stands. "      \
      "Type the character itself, or save the file or table as UTF-8 anew.")                       \
    X(W267, SEVERITY_WARNING, "Text behind a hash sign is left out",                               \
      "In YAML a `#` behind a space begins a remark, which nobody prints. Remarks mostly have a "  \
      "space behind their sign; this one has none, so it is probably part of the text: `Motion "   \
      "#12`. Put the whole text in quotation marks; or put a space behind the sign where it is a " \
      "remark.")                                                                                   \
    X(W201, SEVERITY_WARNING, "Expected field missing",                                            \
      "The record can be used without this field, but most have it and readers will look for it. " \
      "Add it if it is known.")

/* Raised when the rules of the field are checked on bound records: E212, E220 and after. */
#define CODES_SPEC_RULES(X)                                                                        \
    X(E212, SEVERITY_ERROR, "Judgement not in the framework",                                      \
      "The framework that the inspection names has no judgement with this key. Either the "        \
      "key is misspelt, or the framework is another: its variants have different "                 \
      "judgements, and the variant is chosen by the start of fieldwork.")                          \
    X(E220, SEVERITY_ERROR, "Grade not in the framework",                                          \
      "The grade exists, but not in the framework that the inspection names. The third "           \
      "grade was adequate until 2013 and is requires_improvement since. Visits and other "         \
      "letters have no grades at all.")                                                            \
    X(E222, SEVERITY_ERROR, "Overall judgement where there is none",                               \
      "The framework that the inspection names has no judgement of overall effectiveness, "        \
      "so none can have been given. Leave `overall` out: the briefing then says why there "        \
      "is none. Check the framework if the report does print one.")                                \
    X(E223, SEVERITY_ERROR, "More judgements than the framework has",                              \
      "The judgements that a source counts without naming them, and those it does name, "          \
      "are together more than the framework has. Sources count differently: some count "           \
      "key judgements only, some count every line. Check what the source counted.")                \
    X(E224, SEVERITY_ERROR, "Overall judgement contradicts a key judgement",                       \
      "Under the single inspection framework a council is inadequate overall if, and only "        \
      "if, one of the three key judgements is inadequate. All 167 reports bear this out, "         \
      "so one of the grades must be wrong. Adoption and care leavers do not count for "            \
      "this rule.")                                                                                \
    X(E225, SEVERITY_ERROR, "Overall judgement outside the judgements",                            \
      "The overall judgement is better or worse than every judgement below it. No report "         \
      "has had this in 310 inspections, so one of the grades must be wrong.")                      \
    X(E226, SEVERITY_ERROR, "Framework not in use",                                                \
      "Fieldwork began at a time when the framework that is named was not in use. The "            \
      "framework, and its variant, are chosen by the first day of fieldwork, not by the "          \
      "date of publication: a report published in May 2023 on fieldwork of December 2022 "         \
      "follows the variant of 2018 to 2022.")                                                      \
    X(E227, SEVERITY_ERROR, "No day for the briefing",                                             \
      "Every computed value is computed for one day, so that the same specification "              \
      "always gives the same briefing. Write it as `as_at` below `briefing`, with year, "          \
      "month and day, or give it on the command line with --as-at.")                               \
    X(E228, SEVERITY_ERROR, "Dates out of order",                                                  \
      "One date lies before another that must come first, whichever way imprecise dates "          \
      "are read: a report before its fieldwork, an end before a beginning, a source read "         \
      "before it was published, an inspection of a council that was not there yet. Correct the "   \
      "date that is wrong, or make it less precise; where an earlier council was inspected, name " \
      "it under `of`.")                                                                            \
    X(E229, SEVERITY_ERROR, "Intervention replaces itself",                                        \
      "Following `replaces` from one intervention to the next leads back to the first. "           \
      "Each intervention names the earlier one that it replaces, never a later one.")              \
    X(E230, SEVERITY_ERROR, "Ratings exceed the total",                                            \
      "The numbers of settings with each grade add up to more than the total. Count each "         \
      "setting once; where a source gives two grades together, write both in one entry.")          \
    X(E231, SEVERITY_ERROR, "Exempt paragraphs and classification do not fit",                     \
      "An exempt or part exempt report must name the paragraphs, 1 to 7, of Part 1 of "            \
      "Schedule 12A to the Local Government Act 1972 by which it is exempt, and a report "         \
      "that names them must be classified so. A confidential report is another thing and "         \
      "names none.")                                                                               \
    X(E233, SEVERITY_ERROR, "Fault in the file of frameworks",                                     \
      "The file that describes the inspection frameworks contradicts itself: a name is "           \
      "used twice, or names something that is nowhere, or a period ends before it begins. "        \
      "The comment at the top of the file says how an entry is written.")                          \
    X(E237, SEVERITY_ERROR, "Other body that is the council itself",                               \
      "`of` is for an inspection of another body than the council of the briefing: a council "     \
      "before it, a trust's agency, a partnership. With it, what was found never sets the "        \
      "council's grade. Leave it out where the council itself was inspected.")                     \
    X(E236, SEVERITY_ERROR, "Fault in the file of bank holidays",                                  \
      "The file of bank holidays contradicts itself: a year or a day is listed twice, a day "      \
      "stands under another year, or lies at a weekend. Working days are counted with it, so a "   \
      "fault there would give a wrong deadline.")                                                  \
    X(E234, SEVERITY_ERROR, "Overall judgement among the others",                                  \
      "The overall judgement has a field of its own, `overall`, beside `judgements`. Move "        \
      "it there.")                                                                                 \
    X(E235, SEVERITY_ERROR, "Number out of range",                                                 \
      "Whole numbers in a specification count things: homes, judgements, people, months. They "    \
      "cannot be below zero, and none is above a million. Sums of money have a unit of their "     \
      "own. The width of a figure is from 5 to 100 percent of that of the text.")                  \
    X(E249, SEVERITY_ERROR, "Not a language code",                                                 \
      "A screen reader changes its voice by the language of the words, and must be told it as a "  \
      "code: cy for Welsh, pl for Polish, fr for French. The name of the language will not do.")   \
    X(E250, SEVERITY_ERROR, "Not one day",                                                         \
      "That nothing was found, or that a table is complete, holds up to one day, and the paper "   \
      "prints it. A month or a year would claim to know days that nobody looked at. Write the "    \
      "last day for which you know it.")                                                           \
    X(E253, SEVERITY_ERROR, "Amount that is not one of pounds and pence",                          \
      "An amount in pounds has two decimals or none, one in thousands at most five, and no sum "   \
      "here has more than 15 digits. Check the amount and its unit: 16.5 with `unit: million` is " \
      "sixteen and a half million pounds.")                                                        \
    X(E267, SEVERITY_ERROR, "Inspection also in the table",                                        \
      "An inspection is written in the specification and is in the table too, so that it would "   \
      "be counted twice. To add to what the table says, give your record the id that the table's " \
      "has, and write only what the table does not say; else delete one of the two.")              \
    X(W220, SEVERITY_WARNING, "Framework may not have been in use",                                \
      "The dates given leave open, or make it likely, that fieldwork began when this "             \
      "framework was not in use. Give the first day of fieldwork if it is known, or check "        \
      "the framework.")                                                                            \
    X(W221, SEVERITY_WARNING, "Inadequate judgement under a better overall one",                   \
      "A judgement is inadequate and the overall judgement is not. It has happened: "              \
      "leaders alone were inadequate three times in councils that required improvement. "          \
      "It is rare enough to check both grades against the report.")                                \
    X(W222, SEVERITY_WARNING, "Intervention ascribed to Ofsted",                                   \
      "Ofsted inspects and judges. Only the Department for Education issues, closes, "             \
      "revokes or lifts an intervention. Where a source says otherwise, keep its words in "        \
      "a note and do not name Ofsted as the one who acted.")                                       \
    X(W223, SEVERITY_WARNING, "Inspection without a date",                                         \
      "The inspection has neither a date of publication nor one of fieldwork, so it "              \
      "cannot be placed in the timeline and is left out of what is computed. Even a year "         \
      "or an interval helps.")                                                                     \
    X(W224, SEVERITY_WARNING, "Ratings below the total",                                           \
      "The numbers of settings with each grade add up to less than the total, so that "            \
      "some have no grade here. That may be right: settings can be new or not yet "                \
      "inspected. The briefing says how many.")                                                    \
    X(W225, SEVERITY_WARNING, "Claim disagrees with what is computed",                             \
      "A source states a number that differs from the one computed from the facts in this "        \
      "specification. Both are printed. Add an entry under `conflicts` that names the "            \
      "source and says which figure is used and why, or correct the facts.")                       \
    X(W226, SEVERITY_WARNING, "Source that nothing names",                                         \
      "The source is listed, and no fact in the specification names it. Add its id to the "        \
      "facts that come from it, or delete it.")                                                    \
    X(W227, SEVERITY_WARNING, "Council abolished",                                                 \
      "The council had ceased to exist on the day of the briefing, and nothing says which "        \
      "councils replaced it. Name them under `successors`, or make the briefing for an "           \
      "earlier day.")                                                                              \
    X(W228, SEVERITY_WARNING, "Later than the day of the briefing",                                \
      "The date lies after the day for which the briefing is made. Inspections and "               \
      "interventions after that day are left out of everything that is computed. Move "            \
      "`as_at`, or check the date.")                                                               \
    X(W268, SEVERITY_WARNING, "Revised to an earlier date",                                        \
      "The date to which an action was revised lies before the one that was set first. Dates "     \
      "are nearly always put off and seldom brought forward, so the two may have changed places. " \
      "Where the date was brought forward, nothing is wrong.")                                     \
    X(W270, SEVERITY_WARNING, "Negative amount of money",                                          \
      "The amount is less than nothing, and would be printed with a minus sign as money that was " \
      "approved, asked for or spent. Where it is a cut, a saving or a deficit, write the amount "  \
      "without the sign and say under `purpose` what it is.")                                      \
    X(W229, SEVERITY_WARNING, "Status contradicts a date",                                         \
      "The status says one thing and the date another, on the day of the briefing: "               \
      "something is overdue before its date, or still planned after it. Correct one of "           \
      "the two.")

/* Raised when facts are set beside one another and beside what is usual: W230 to W254, W265. */
#define CODES_SPEC_USUAL(X)                                                                        \
    X(W230, SEVERITY_WARNING, "Unusual time between dates",                                        \
      "Fieldwork has lasted up to 28 days, and a report has followed its end by 18 to "            \
      "214 days, in 490 full inspections from 2013 to 2026. What is given here is far "            \
      "outside that. It is rare enough to check both dates against the report.")                   \
    X(W231, SEVERITY_WARNING, "Replacement that does not join up",                                 \
      "One intervention replaces another, and the earlier one ended on another day, or "           \
      "is said to have been replaced by one that is not here. Time in intervention is "            \
      "computed from these dates. Correct the date, or say how the earlier one ended.")            \
    X(W232, SEVERITY_WARNING, "Power that the step does not have",                                 \
      "Only a direction has a basis in law and a commissioner; letters, advisers, "                \
      "boards and improvement notices bind nobody. Directions on children's services "             \
      "rest on the Children Act of November 2004, and improvement notices began in "               \
      "April 2008. The kind of step or its date is probably wrong, or the source mixed "           \
      "the two.")                                                                                  \
    X(W233, SEVERITY_WARNING, "Intervention after nothing inadequate",                             \
      "The inspection that is named as the cause of the intervention has grades, and "             \
      "none of them is inadequate. It is nearly always inadequate services that lead to "          \
      "an intervention. Check which inspection is meant.")                                         \
    X(W234, SEVERITY_WARNING, "Steps in an unusual order",                                         \
      "A notice may forewarn a direction, which then replaces it. The other way round "            \
      "the department steps down, and says so. A letter is no intervention at all, so "            \
      "it replaces nothing. Correct the kind, or say what replaced what and how it "               \
      "ended.")                                                                                    \
    X(W235, SEVERITY_WARNING, "Two dates for one report",                                          \
      "The commissioner's report stands with the commissioner and among the deadlines, "           \
      "with two different dates. Correct one, or leave one of the two out.")                       \
    X(W236, SEVERITY_WARNING, "Later than its sources",                                            \
      "The date, or the record that is referred to, lies after all the sources that are "          \
      "named for it were published. A source cannot know what came later, so one of the "          \
      "dates or the source is wrong. Where a later source reports it, name that one "              \
      "too.")                                                                                      \
    X(W237, SEVERITY_WARNING, "Report dated otherwise than its inspection",                        \
      "The inspection names an Ofsted report as its source, and the two were published "           \
      "more than two weeks apart. Ofsted's list and its reports differ by a few days at "          \
      "most. One date is wrong, or it is the report of another inspection.")                       \
    X(W238, SEVERITY_WARNING, "People named alike",                                                \
      "Two people have the same surname, and a reader could take one for the other. "              \
      "Give each a full name and a role wherever they are named. Two full names with "             \
      "different roles are enough.")                                                               \
    X(W239, SEVERITY_WARNING, "Implications missing",                                              \
      "A committee paper states its financial, legal and equality implications and its "           \
      "risks, and says so where there are none: lawyers check this before it is "                  \
      "published. Add an entry under `implications` for each that is missing, with the "           \
      "text \"None identified.\" if that is so.")                                                  \
    X(W240, SEVERITY_WARNING, "Grade counted twice",                                               \
      "One kind of provision has two counts with the same grade in them, so that a "               \
      "setting may have been counted twice. Write each grade in one count only.")                  \
    X(W241, SEVERITY_WARNING, "Conflict with one side",                                            \
      "A conflict shows the reader on what sources disagree, so it needs at least two "            \
      "statements under `says`. If only one source speaks, it is no conflict: use a "              \
      "note.")                                                                                     \
    X(W242, SEVERITY_WARNING, "Kind of inspection not of the framework",                           \
      "The kind says that it was a full inspection and the framework is one for visits, "          \
      "or the other way round. Full inspections set the council's position; visits do "            \
      "not. Change one of the two.")                                                               \
    X(W243, SEVERITY_WARNING, "Count disagrees with the judgements named",                         \
      "Every judgement of the inspection is named with its grade, and a source counts "            \
      "more with this grade than there are. A count that is lower can be right, because "          \
      "sources count on different bases. Correct the count or its grade.")                         \
    X(W244, SEVERITY_WARNING, "Code that does not look right",                                     \
      "The Department for Education's code has three digits, Ofsted's number only "                \
      "digits, and the code of the Office for National Statistics an E and eight "                 \
      "digits, of which the first two tell the type of council: 10 county, 06 unitary, "           \
      "08 metropolitan, 09 London borough.")                                                       \
    X(W245, SEVERITY_WARNING, "Meeting before the day of the briefing",                            \
      "The committee meets before the day for which the briefing is made, so it could "            \
      "not have read it. Correct one of the two dates.")                                           \
    X(W246, SEVERITY_WARNING, "Full inspections close together",                                   \
      "Two full inspections of one framework are less than a year apart. The closest "             \
      "that a council has had were 582 days apart. They may be one inspection that was "           \
      "written down twice, or a date is wrong. A re-inspection may come after four months.")       \
    X(W247, SEVERITY_WARNING, "Number that its wording does not name",                             \
      "The source's own words name one or more numbers, and the number given beside "              \
      "them is none of these. One of the two was probably mistyped.")                              \
    X(W248, SEVERITY_WARNING, "Overall grade that no judgement has",                               \
      "The overall grade lies between those of the judgements, and none of them has it. "          \
      "In all of 477 reports at least one had. Check the grades against the report.")              \
    X(W249, SEVERITY_WARNING, "Years and period differ",                                           \
      "The number of years does not fit the period that is given for the money. Correct "          \
      "one, or leave one out.")                                                                    \
    X(W250, SEVERITY_WARNING, "Bank holidays not known",                                           \
      "A deadline is counted in working days, and the bank holidays of a year that it "            \
      "reaches into are not in templates/bank-holidays.yaml. The deadline is given as "            \
      "not known rather than guessed. Add the year once its bank holidays are "                    \
      "announced.")                                                                                \
    X(W251, SEVERITY_WARNING, "Judgement far from the overall one",                                \
      "A key judgement is two grades or more from the overall one. Under the single "              \
      "inspection framework that was never so, in 167 reports, nor under ILACS in the "            \
      "276 reports of councils that were not inadequate overall. Check both grades "               \
      "against the report.")                                                                       \
    X(W257, SEVERITY_WARNING, "Not known to be still in force",                                    \
      "An intervention without an end is not for ever in force: nobody may have written down its " \
      "end. It counts as in force for three months after the last day on which that was known: "   \
      "`known_open`, or the day of its latest source. After that the paper says when it was last " \
      "checked. Look again, and write `known_open` with the day, or its end.")                     \
    X(W258, SEVERITY_WARNING, "Perhaps another department's",                                      \
      "Commissioners under the Local Government Act 1999 are sent by the ministry for local "      \
      "government, for the whole council. Without `department` a step counts as the Department "   \
      "for Education's, and its months as intervention in children's services.")                   \
    X(W252, SEVERITY_WARNING, "Statement long before its source",                                  \
      "A quotation is dated more than half a year before every source that is named for "          \
      "it. Sources mostly report what was just said. Check the year; where it is right, "          \
      "name the source that reported it first.")                                                   \
    X(W253, SEVERITY_WARNING, "Body that is nearly a predecessor",                                 \
      "`of` names a body that is not among `predecessors`, and one of them is called almost the "  \
      "same. A predecessor’s inspections are shown as those of the council before this one; "    \
      "those "                                                                                     \
      "of a body with another name are not. Write the name as it stands under `predecessors`.")    \
    X(W254, SEVERITY_WARNING, "Full inspection with a scope",                                      \
      "`scope` says that less was inspected than the framework judges. Such a record is shown "    \
      "apart and does not set the council's grade, what changed, or anything that is counted. "    \
      "Delete `scope` where the whole of what the framework judges was inspected; a remark for "   \
      "readers belongs under `note`.")                                                             \
    X(W265, SEVERITY_WARNING, "Rating contradicts the status",                                     \
      "An action is rated blue, which stands for complete, and its status is another; or it is "   \
      "rated green, which stands for on track, and it is overdue. Readers see both side by side. " \
      "Correct one of the two, or give the action its new date in `revised_due`.")

/* Raised while records are taken from tables: E238, W255, E261 to E271, W261 to W263. */
#define CODES_SPEC_TABLES(X)                                                                       \
    X(E238, SEVERITY_ERROR, "One inspection told in two ways",                                     \
      "Two records are of one body, under one framework, and share the day on which fieldwork "    \
      "began or that of publication, so they are one inspection. Where they agree they become "    \
      "one, with the sources of both. Here they do not, and nobody can know which is right: "      \
      "correct one, or take the inspection from one table alone.")                                 \
    X(W255, SEVERITY_WARNING, "Two days of publication for one inspection",                        \
      "An inspection stands in two places, and the days of publication differ by up to a week, "   \
      "as those of Ofsted's list and of its reports do. The first counts. Correct it where it is " \
      "wrong.")                                                                                    \
    X(E261, SEVERITY_ERROR, "Table outside the project",                                           \
      "A specification may take records only from tables in its own project: the folder in "       \
      "which councilbrief was started when the specification lies in it, else the folder of the "  \
      "specification. Links are followed before that is looked at. Put a copy of the table into "  \
      "the project, and name it from the folder of the specification, not from the root of the "   \
      "disk: there it may lie elsewhere on another machine.")                                      \
    X(E262, SEVERITY_ERROR, "No such table",                                                       \
      "There is no file of this name, or it is a folder. A table is named from the folder of the " \
      "specification, so that `../data/x.csv` lies in the folder data beside that folder.")        \
    X(E263, SEVERITY_ERROR, "No such column",                                                      \
      "The mapping asks for a column that the table does not have. Column names are compared "     \
      "letter by letter. If the table has changed, change the mapping in templates/tables; if "    \
      "the table is another kind of table, name its own mapping.")                                 \
    X(E264, SEVERITY_ERROR, "Mapping not sound",                                                   \
      "A mapping has five keys: `key`, the column that tells councils apart; `council`, the "      \
      "key of the council that holds the same (ons_code where nothing is said); `name`, the "      \
      "column with the council's name, which may be left out; `words`, lists of the table's "      \
      "words and ours; `records`, what a row becomes in each list of the specification. In a "     \
      "value, `<column>` stands for what a row holds there.")                                      \
    X(E265, SEVERITY_ERROR, "No such mapping",                                                     \
      "A mapping says which records the rows of a table become. Mappings are files in "            \
      "templates/tables; a specification names one without its folder and its ending.")            \
    X(E266, SEVERITY_ERROR, "Rows of no council",                                                  \
      "The rows about this council are found by one of its codes, and the specification does "     \
      "not say it. Write the code under `council`, or say in `value` what the rows hold.")         \
    X(E268, SEVERITY_ERROR, "Table named twice",                                                   \
      "Two items of `tables` take the same rows by the same mapping, so that every record would "  \
      "be there twice. Delete one of them. The same table may be named again for other rows, "     \
      "with another `value`, or with another mapping.")                                            \
    X(E269, SEVERITY_ERROR, "Rows of another council",                                             \
      "`value` asks for rows that name another council than the specification. If this council "   \
      "took over from that one, name it under `predecessors`; then its rows may be taken. Else "   \
      "delete `value`, so that the rows are found by the council's own code.")                     \
    X(E270, SEVERITY_ERROR, "Rows without a code below those of this council",                     \
      "Below a row of this council stand rows without a code and without a name. Where cells "     \
      "are merged in a spreadsheet, only the first of them keeps its text when the table is "      \
      "saved, so that the rows are probably about this council too; left out, the paper would "    \
      "lack them without a word. Undo the merging and fill in the code. Rows with a name of "      \
      "their own, such as that of a region, are no concern of this.")                              \
    X(E271, SEVERITY_ERROR, "Fault of a formula in a cell",                                        \
      "The cell holds what a spreadsheet writes when a formula of its own fails, or #### where "   \
      "a column is too narrow. It would be printed as if it were text. Mend the formula and save " \
      "the table again, or let the mapping say under `words` that it stands for nothing.")         \
    X(W261, SEVERITY_WARNING, "No row about this council",                                         \
      "The table has no row with this council's code, so nothing came out of it. Every council "   \
      "has been inspected, so the code is probably wrong or has changed.")                         \
    X(W262, SEVERITY_WARNING, "Specification and table differ",                                    \
      "A record of the specification has the same id as one from the table, and the two say "      \
      "different things. What the specification says counts. Find out which is right.")            \
    X(W263, SEVERITY_WARNING, "Rows seem to be of another council",                                \
      "The rows with this council's code name a council whose name has other words. Most often "   \
      "the code was copied from the specification of that council. Where the names are two of "    \
      "one council, write the table's as `short_name`.")

/* Raised when the paper is set beside what was written: W264. */
#define CODES_SPEC_PAPER(X)                                                                        \
    X(W264, SEVERITY_WARNING, "Not printed by this template",                                      \
      "The key is filled, and this template has no place for it, so readers of the paper will "    \
      "not see what it says. Both templates that come with councilbrief print every key. In a "    \
      "template of your own, print the key, or use a component that does. What the paper leaves "  \
      "out on purpose may stay as it is.")

#endif
