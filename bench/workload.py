#!/usr/bin/env python3
"""Specifications of made-up councils, the same at every run: six pages of text and four tables each.

usage: workload.py FOLDER [COUNT] [--inspections N [--crowded]] [--sections N] [--bare]

Writes COUNT (153) specifications for the template bench/templates/bench, or for the series of growth,
with bench/templates/long: `--inspections` gives each so many, at first full ones and then visits, or
with `--crowded` full ones that all fall into one year, each of which is warned of; `--sections` gives
each so many sections. `--bare` leaves the front sheet and the council, for bench/templates/bare."""
import argparse
import random
from pathlib import Path

PLACES_A = """Alder Birch Crake Drift Ember Finch Gorse Heron Ivel Juniper Knap Linden Merle Nettle
Otter Plover Quill Rowan Sedge Teal Ulver Vetch Wren Yarrow""".split()
PLACES_B = "beck bridge cliffe cote den ford grove hope lea marsh minster over ridge stow thorpe well".split()
KINDS = [("County Council", "county", "E10"), ("City Council", "unitary", "E06"),
         ("Borough Council", "unitary", "E06"), ("Metropolitan Borough Council", "metropolitan", "E08"),
         ("London Borough Council", "london_borough", "E09")]
REGIONS = ["East Midlands", "East of England", "London", "North East", "North West", "South East",
           "South West", "West Midlands", "Yorkshire and the Humber"]
FIRST = """Aisha Bronwen Callum Deepa Ewan Farah Gareth Hannah Imran Jolene Kofi Lucía Megan Neil Olwen
Pádraig Renée Simon Tamsin Victor""".split()
LAST = """Adeyemi Barraclough Choudhury Davies Eastwood Fernández Goldberg Howells Iqbal Jankowski
Kavanagh Lovelace McKenna Novák O’Connor Pemberton Quayle Richardson Szymański Tennant""".split()
PANELS = ["Children’s Services Scrutiny Committee", "Overview and Scrutiny Board",
          "Education and Children’s Policy Panel"]
MONTHS = """January February March April May June July August September October November
December""".split()

# Each section: its heading, and sentences of which every council gets a selection in an order of its
# own. Names in brackets are filled in.
SECTIONS = [
    ("Summary", """
This paper reports to the {panel} on {day} how children’s services in {council} have changed since they were last inspected.
At the latest full inspection the overall judgement was {latest}, after {before} at the one that came before.
Since {since} there have been {count} full inspections, and their judgements stand side by side in the first table.
The director of children’s services, {director}, and the lead member, {member}, will both be present to answer.
Members may wish to ask what has improved for children, how the council knows, and what has not moved at all.
Last year the service cost £{spent} million, while the budget that was agreed in February had allowed £{budget} million.
Three pressures account for most of the difference: residential care, transport for pupils with special needs, and interim staff.
Inspectors wrote that managers understand where practice is weak, yet that the remedies reach some teams much later than others.
A board with an independent chair meets every second month and publishes its minutes within a fortnight.
Every figure in this paper names the document from which it was taken, and those documents are listed at the end.
The risks described below agree with those in the register that the audit committee approved at its summer meeting.
No child, parent or carer can be recognised from what is written here, and counts below ten have been left out."""),
    ("The area and its children", """
About {people} people live in {council}, and {children} of them have not yet reached their eighteenth birthday.
When the year ended in March, {looked_after} children were looked after, which is {rate} for every ten thousand who live here.
Contacts with the front door have grown by {growth} per cent since the pandemic, although the share that leads to an assessment has hardly changed.
Councils elsewhere in the {region} report much the same, so that local arrangements cannot be the only explanation.
Poverty is concentrated in a handful of neighbourhoods along the ring road, where one household in three depends on benefits.
The partnership brings together {schools} schools, two hospital trusts, the constabulary and more than a hundred charities.
Young people who arrived without their parents now form one fifth of the older teenagers in care, and few carers speak their languages.
A social worker in the safeguarding teams was responsible for {cases} children on average, slightly more than the council intends.
Of all posts that require a registered social worker, {interim} per cent were occupied by agency staff at midsummer.
Families receive help sooner since seven hubs replaced the former children’s centres, and fewer of them return within a year.
Foster homes for brothers and sisters who ought to stay together remain exceptionally hard to find.
The closure of a secure home in the neighbouring county has lengthened the journeys of parents and of social workers alike."""),
    ("How good the practice is", """
Of the records examined by senior practitioners last quarter, {good} per cent met the standard that the council has set itself.
Assessments usually say what daily life is like for the child, but too many still repeat history without weighing it.
Where supervision is reflective, plans are shorter and clearer; where it is hurried, the same goals return month after month.
Inspectors praised workers for their patience, their persistence and the trust that teenagers placed in them.
Health visitors, teachers and police officers attend strategy discussions promptly, and minutes reach them the same day.
The approach to practice that was adopted in {model} has become familiar in every team, including those that work at night.
Reviewing officers question drift more often than they did, although their concerns are not always resolved before the next meeting.
Pupils who live outside the county are followed closely by the virtual school, and their attendance has risen for three years running.
Decisions about permanence are made earlier, and more babies are placed at once with carers who may adopt them.
Work before care proceedings is overseen weekly by a panel, so that most families know the outcome within four months.
When missing children come home they are offered a conversation with somebody independent, yet patterns are rarely drawn from what they say.
Care leavers described their advisers as people who stay, but several had waited in temporary lodgings for longer than promised."""),
    ("Intervention and improvement", """
After the inspection the Department for Education {step}, and officials have reviewed progress twice in every year since.
A former director from another region advises {director} and tells ministers whether change is likely to last.
A partner council with a strong record has lent managers to the assessment service, to legal planning and to the leaving care team.
The plan for improvement lists {planned} actions; {done} of them are finished, and the board has seen the evidence for each.
Those still in difficulty concern recruitment, the electronic record, and homes for adolescents with complex needs.
An additional £{extra} million over three years was set aside for this work, on condition that savings elsewhere are achieved.
Visits by inspectors since then found gradual progress and repeated that plans for individual children differ too much in quality.
More employees now recommend the council as a place to work, and the number who resign has dropped in each of the last four quarters.
Sixteen indicators are watched by the board, every one with a threshold below which somebody must explain what went wrong.
What was learned from a review of practice in a serious incident has been taught to professionals from all agencies.
Councillors requested a short report every quarter, so that delay becomes visible before it becomes a habit.
Intervention ends only when a further inspection finds that improvement has been sustained without outside support."""),
    ("What comes next", """
Another inspection is likely during {next_year}, and the service has begun to rehearse for it with partners.
Prices asked by private homes are the largest financial uncertainty: the average has climbed {dearer} per cent within two years.
The council hopes to convert most agency posts by training its own graduates and by paying a premium in the hardest teams.
Should fewer households offer to foster, more children would have to live far from their friends and schools.
A new system for records replaces the present one next autumn, and each team will check its own data before the transfer.
{member} wishes the opinions of children in care to be heard at this committee as regularly as statistics are.
Pending legislation would give relatives who bring up children stronger rights, at a cost that nobody has estimated reliably.
Officers suggest that members spend a morning in one of the hubs before they discuss the subject again.
Readiness for a joint inspection with health, probation and police will be tested by colleagues from a neighbouring area.
A small group of councillors could examine the supply of homes more thoroughly than a full meeting allows.
Audited accounts and a revised register of risks will follow in the report that is due some weeks after {day}.
As in comparable places, success in {council} depends on leaders who remain and on workloads that people can manage."""),
]
STEPS = ["issued an improvement notice", "appointed a commissioner by statutory direction",
         "took no formal step but asked for regular letters"]
EVENTS = """
Inspection|Full inspection published|The report described the experiences of children who need help, of those who are looked after and of young adults who have left care, and named six priorities.
Intervention|Improvement notice|Ministers asked for a plan with measurable milestones, for an independent chair, and for letters on progress at least every half year.
Visit|Monitoring visit to the front door|Decisions at first contact had become more consistent, but earlier contacts about the same child were not always read together before the risk was judged.
Visit|Monitoring visit on care plans|Most plans were now written with the child, and in words the child would use; arrangements for an emergency were missing from about one third.
Leadership|Permanent director appointed|The appointment ended eighteen months of interim cover and was followed by a simpler structure with three divisions instead of five.
Intervention|Commissioner’s first report|The commissioner advised that services should stay with the council as long as a strong partner supports them and the position is examined again after a year.
Practice|New approach to practice|Everybody from call handlers to the director was trained in the same method, with group discussions of real cases and tools for work with younger children.
Money|Additional posts approved|Cabinet paid for forty more posts in assessment and court work, for an academy of newly qualified workers, and for higher allowances to foster carers.
Visit|Focused visit on care leavers|Inspectors saw a better offer and fuller health histories, and they urged the council to provide decent accommodation at shorter notice.
Intervention|Notice lifted|After a better judgement the notice was lifted; voluntary support and quarterly conversations with officials continued until the following spring.
Partners|Joint inspection of exploitation|Four inspectorates commended frontline cooperation, while they noted that partners had no shared picture of who was exploiting children, and where.
Leadership|Chief executive retired|The council used the vacancy to merge two departments, and appointed as successor a former director with long experience of children’s services.
""".strip().split("\n")
ADVICE = """
Plan enough homes for children|Publish a costed forecast of the foster and residential places that will be needed over three years, by age and by kind of need, and compare it with actual demand at every second meeting of this committee.
Depend less on agency workers|Bring agency staff below one tenth of registered posts by offering conversion, progression and manageable workloads, and show vacancies and turnover team by team so that trouble is noticed early.
Make supervision count|Define how often it takes place, what is recorded and how reflection is shown; read a sample from each team every quarter and tell the improvement board what was done where it fell short.
Finish every planned audit|Have each month’s audits moderated by a senior practitioner, return what was learned to workers within ten days, and demonstrate how repeated findings have changed training or guidance.
See a doctor in good time|Agree with the health board one route to a first medical assessment for every child who enters care, one named person on each side, and an explanation whenever twenty working days are exceeded.
Tell care leavers what they may expect|Rewrite the local offer together with young people, covering rent, council tax, health and work until the age of twenty-five, and explain how to complain when a promise is broken.
Join up what is known of exploitation|Combine what schools, health services, police and returning children report into one monthly picture, direct disruption by it, and give members a summary from which nobody can be identified.
Move safely to the new record system|Rehearse the transfer of data, keep a documented way back, support users at their desks for six weeks and count missing records daily until the error rate stays within the agreed tolerance.
Bring members closer to practice|Arrange visits throughout the year, a conversation with children in care at each meeting and an anonymous example of real work, so that scrutiny does not rest on tables alone.
Share the cost of complex needs|Review each expensive placement monthly with health and education, record what every partner contributes, and report the effect on the budget to the finance panel before decisions are taken.
""".strip().split("\n")
OWNERS = ["Director of Children’s Services", "Head of Safeguarding and Care", "Principal Social Worker",
          "Head of Commissioning", "Assistant Director for Resources", "Head of the Virtual School",
          "Head of Fostering and Adoption", "Chief Information Officer"]
TITLES = ["Inspection of local authority children’s services: report", "Children looked after in England",
          "Characteristics of children in need", "Children and family social work workforce",
          "Local authority revenue expenditure and financing", "Mid-year estimates of the population",
          "Indices of multiple deprivation", "Report of the children’s services commissioner",
          "Minutes and action log of the improvement board", "Corporate risk register for the third quarter",
          "Strategy for sufficient homes for children", "Children in care council: yearly statement"]
PUBLISHERS = ["Ofsted", "Department for Education", "Office for National Statistics", "The council"]
JUDGEMENTS = ["leaders", "protection", "care", "leavers", "adoption"]
GRADES = ["outstanding", "good", "requires_improvement", "inadequate"]


def quoted(text):
    return '"' + str(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def folded(text, indent, width=96):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join(" " * indent + each for each in [*lines, line])


class Council:
    def __init__(self, number, rng, args):
        self.rng, self.args = rng, args
        place = PLACES_A[number % len(PLACES_A)] + PLACES_B[number // len(PLACES_A) % len(PLACES_B)]
        kind, self.type, prefix = rng.choice(KINDS)
        self.slug, self.name = f"{number + 1:05d}-{place.lower()}", f"{place} {kind}"
        self.panel, self.region = rng.choice(PANELS), rng.choice(REGIONS)
        self.code = f"{prefix}{900000 + rng.randrange(100000)}"
        self.reference = f"CS/2025/{number + 1:04d}"
        self.month, self.day = rng.randint(2, 12), rng.randint(1, 28)
        self.inspections = self.make_inspections(random.Random(f"{number} inspections"))
        self.facts = self.make_facts()

    def person(self):
        return f"{self.rng.choice(FIRST)} {self.rng.choice(LAST)}"

    def make_inspections(self, rng):
        """Full ones every second or third year; beyond them visits, at any time."""
        made, year = [], 2009 + rng.randint(0, 2)
        level, full = rng.choice([1, 1, 2, 2, 3]), rng.randint(4, 6)
        for number in range(self.args.inspections or full):
            level = min(3, max(0, level + rng.choice([-1, 0, 0, 1])))
            grades = [min(3, max(0, level + rng.choice([-1, 0, 0, 0, 1]))) for _ in JUDGEMENTS]
            is_full = self.args.crowded or number < full
            then = 2024 if self.args.crowded else year if is_full else rng.randint(2010, 2024)
            framework = ("NEW" if then >= 2018 else "OLD") if is_full else "VISIT"
            made.append((f"{then}-{rng.randint(1, 12):02d}", framework, level, grades))
            year = min(2024, year + rng.randint(2, 3))
        return sorted(made)

    def make_facts(self):
        rng = self.rng
        people = rng.randint(90000, 1400000)
        children = int(people * rng.uniform(.19, .26))
        care = int(children * rng.uniform(.004, .012))
        words = [GRADES[level].replace("_", " ")
                 for _, framework, level, _ in self.inspections if framework != "VISIT"]
        return dict(
            panel=self.panel, council=self.name, day=f"{self.day} {MONTHS[self.month - 1]} 2025",
            latest=words[-1], before=words[max(0, len(words) - 2)], since=self.inspections[0][0][:4],
            count=len(words), director=self.person(), member=f"Councillor {self.person()}",
            spent=f"{rng.uniform(40, 310):.1f}", budget=f"{rng.uniform(38, 300):.1f}",
            people=f"{people:,}", children=f"{children:,}", looked_after=f"{care:,}",
            rate=round(care / children * 10000), growth=rng.randint(3, 31), region=self.region,
            schools=rng.randint(60, 420), cases=f"{rng.uniform(13, 22):.1f}",
            interim=f"{rng.uniform(6, 34):.1f}", good=rng.randint(48, 86), model=rng.randint(2017, 2023),
            step=rng.choice(STEPS), planned=rng.randint(38, 120), done=rng.randint(12, 37),
            extra=f"{rng.uniform(2, 24):.1f}", next_year=rng.choice([2026, 2027]), dearer=rng.randint(9, 38))

    def template(self):
        if self.args.bare:
            return "bare"
        return "long" if self.args.inspections or self.args.sections else "bench"

    def head(self):
        day = f"2025-{self.month:02d}-{self.day:02d}"
        yield "briefing:"
        yield f"  title: {quoted('Improving children’s services: report to members')}"
        yield f"  subtitle: {quoted(self.name)}"
        yield f"  as_at: {day}"
        yield f"  template: {self.template()}"
        yield f"  body: {quoted(self.panel)}"
        yield f"  meeting_date: {day}"
        yield f"  report_number: {quoted(self.reference)}"
        yield f"  report_of: {quoted(self.facts['director'])}"
        yield f"  portfolio_holder: {quoted(self.facts['member'])}"
        yield "  implications:"
        for kind in ("financial", "legal", "equality", "risk"):
            yield f"    - {{kind: {kind}, text: None identified.}}"
        yield "council:"
        yield f"  name: {quoted(self.name)}"
        yield f"  type: {self.type}"
        yield f"  ons_code: {self.code}"
        yield f"  region: {quoted(self.region)}"
        if not self.args.bare:
            yield "  source: S1"

    def records(self):
        rng = self.rng
        yield "inspections:"
        for number, (date, framework, overall, grades) in enumerate(self.inspections):
            yield f"  - id: I{number + 1}"
            yield f"    framework: {framework}"
            yield f"    published: {date}"
            yield f"    overall: {GRADES[overall]}"
            yield "    judgements:"
            for key, grade in zip(JUDGEMENTS, grades):
                yield f"      {key}: {GRADES[grade]}"
            yield "    source: S1"
        yield "events:"
        year = 2013
        for number, event in enumerate(rng.sample(EVENTS, rng.randint(6, 10))):
            kind, title, text = event.split("|")
            year = min(2024, year + rng.randint(0, 2))
            yield f"  - who: {quoted(title)}"
            yield f"    date: {year}-{rng.randint(1, 12):02d}"
            yield f"    note: {quoted(kind)}"
            yield f"    text: >-\n{folded(text, 6)}"
            yield f"    source: [S2, S{number % 8 + 3}]"
        yield "actions:"
        for number, advice in enumerate(rng.sample(ADVICE, 8)):
            title, text = advice.split("|")
            yield f"  - id: R{number + 1}"
            yield f"    text: {quoted(title)}"
            yield f"    evidence: >-\n{folded(text, 6)}"
            yield f"    owner: {quoted(rng.choice(OWNERS))}"
            yield f"    due: {rng.choice([2026, 2027])}-{rng.randint(1, 12):02d}"
            yield f"    rag: {rng.choice(['red', 'amber', 'amber', 'green'])}"
            yield f"    source: S{number % 8 + 3}"

    def narrative(self):
        rng = self.rng
        yield "narrative:"
        for number in range(self.args.sections or len(SECTIONS)):
            heading, text = SECTIONS[number % len(SECTIONS)]
            first, *rest = text.strip().format(**self.facts).split("\n")
            rng.shuffle(rest)
            wanted, taken, words = rng.randint(150, 250), [first], len(first.split())
            for sentence in rest:
                if words < wanted - 12:
                    taken.append(sentence)
                    words += len(sentence.split())
            half = (len(taken) + 1) // 2
            yield "  - section: background"
            yield "    text: |"
            yield f"      ## {heading}"
            yield ""
            yield folded(" ".join(taken[:half]), 6)
            yield ""
            yield folded(" ".join(taken[half:]), 6)

    def sources(self):
        rng = self.rng
        yield "sources:"
        for number, title in enumerate(rng.sample(TITLES, 10)):
            yield f"  - id: S{number + 1}"
            yield f"    title: {quoted(title)}"
            yield f"    publisher: {quoted(rng.choice(PUBLISHERS))}"
            yield f"    published: 2025-01-{rng.randint(1, 31):02d}"
            yield f"    url: https://example.org/{self.code.lower()}/document-{number + 1}"

    def text(self):
        parts = [*self.head()]
        if not self.args.bare:
            parts += [*self.records(), *self.narrative(), *self.sources()]
        return "\n".join(parts) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int, nargs="?", default=153)
    parser.add_argument("--inspections", type=int)
    parser.add_argument("--crowded", action="store_true")
    parser.add_argument("--bare", action="store_true")
    parser.add_argument("--sections", type=int)
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(7)
    for number in range(args.count):
        council = Council(number, rng, args)
        (args.folder / f"{council.slug}.yaml").write_text(council.text(), encoding="utf-8")


main()
