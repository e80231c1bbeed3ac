/* audits, complaints and voices: how practice is looked at, by the service itself, by those who
   complain and by those who were asked. */
#include "brief/derived.h"
#include "components/kit/kit.h"

/* ---- audits ---- */

static void add_audit_period(struct sheet *sheet, const struct audit *audit)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_date(&phrase, FIELD_AT(audit, period));
    phrase_field_after(&phrase, ": ", FIELD_OF(audit, theme));
    phrase_cite(&phrase, audit->fact.source);
    sheet_cell(sheet, phrase.inlines)->header = true;
}

static void add_grades(struct phrase *phrase, const struct provision_count *count)
{
    for (size_t i = 0; i < count->grades.count; i++) {
        if (i)
            phrase_addz(phrase, i + 1 == count->grades.count ? " or " : ", ");
        phrase_field(phrase, grade_label(phrase->briefing, count->grades.items[i]),
                     NAMED(count, grades));
    }
}

/* "20 good; 3 inadequate. 48 audits by team managers; 12 moderated, of which 3 got another grade"
 */
static void add_audit_grades(struct sheet *sheet, const struct audit *audit)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    for (size_t i = 0; i < audit->ratings.count; i++) {
        const struct provision_count *count = &audit->ratings.items[i];
        phrase_addz(&phrase, i ? "; " : "");
        phrase_whole_after(&phrase, "", FIELD_AT(count, count));
        phrase_addz(&phrase, " ");
        add_grades(&phrase, count);
    }
    phrase_whole_after(&phrase, ". Audits: ", FIELD_AT(audit, count));
    phrase_field_after(&phrase, ". Made by ", FIELD_OF(audit, by));
    phrase_whole_after(&phrase, ". Moderated: ", FIELD_AT(audit, moderated));
    phrase_whole_after(&phrase, ". Given another grade then: ", FIELD_AT(audit, changed));
    phrase_field_after(&phrase, ". What came of it: ", FIELD_OF(audit, learned));
    phrase_field_after(&phrase, ". Note: ", audit->fact.note, audit, "note");
    bool none = !phrase.inlines;
    if (none)
        phrase_addz(&phrase, "not stated");
    sheet_cell(sheet, phrase.inlines)->muted = none;
}

static void add_audit_share(struct sheet *sheet, const struct audited *audited)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_add(&phrase, audited->text);
    if (audited->change.len) {
        phrase_break(&phrase);
        phrase_addz(&phrase, audited->verdict == VERDICT_BETTER  ? "Better: "
                             : audited->verdict == VERDICT_WORSE ? "Worse: "
                                                                 : "");
        phrase_add(&phrase, audited->change);
    }
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->muted = !audited->percent.known;
    cell->bar = audited->percent.known;
    if (cell->bar)
        cell->share = (int)(audited->good_or_better.value * 1000 / audited->total.value);
}

static void compose_audits(struct composer *composer, const struct briefing *briefing,
                           const void *options)
{
    static const struct column columns[] = {{.weight = 3}, {.weight = 5}, {.weight = 3}};
    const struct caption_options *chosen = options;
    struct sheet sheet = sheet_new(composer, briefing, columns, sizeof columns / sizeof *columns);
    sheet_heads(&sheet, (const char *const[]){"Audits", "Grades", "Good or better"});
    for (size_t i = 0; i < briefing->derived->audits.count; i++) {
        const struct audited *audited = &briefing->derived->audits.items[i];
        add_audit_period(&sheet, audited->audit);
        add_audit_grades(&sheet, audited->audit);
        add_audit_share(&sheet, audited);
    }
    sheet_set(&sheet, chosen->caption, "How the service graded its own practice",
              caption_span(options));
}

const struct component component_audits = {
    .name = "audits",
    .doc =
        "Audits of practice by period, with their grades, how many were moderated, and the share "
        "that was good or better as a bar.",
    .example = "```audits\n```\n",
    .options = &caption_options_table,
    .compose = compose_audits,
};

/* ---- complaints ---- */

static void add_complaint_name(struct sheet *sheet, const struct complaint *one)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_date(&phrase, FIELD_AT(one, period));
    phrase_field_after(&phrase, ", ", LABEL_OF(&complaint_table, one, stage), one, "stage");
    phrase_field_after(&phrase, ": ", FIELD_OF(one, about));
    phrase_cite(&phrase, one->fact.source);
    sheet_cell(sheet, phrase.inlines)->header = true;
}

/* A share in words where it can be counted, else the number alone. */
static void add_part(struct sheet *sheet, struct str share, const struct whole *number,
                     const void *record, const char *field)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, share, record, field);
    if (!share.len)
        phrase_whole_after(&phrase, "", number, record, field);
    bool none = !phrase.inlines;
    if (none)
        phrase_addz(&phrase, "not stated");
    sheet_cell(sheet, phrase.inlines)->muted = none;
}

/* "148, of which 34 were investigated". */
static void add_received(struct sheet *sheet, const struct complaint *one)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_whole_after(&phrase, "", FIELD_AT(one, received));
    phrase_whole_after(&phrase, phrase.inlines ? "; investigated: " : "Investigated: ",
                       FIELD_AT(one, investigated));
    bool none = !phrase.inlines;
    if (none)
        phrase_addz(&phrase, "not stated");
    sheet_cell(sheet, phrase.inlines)->muted = none;
}

static void add_upheld(struct sheet *sheet, const struct complained *complained)
{
    const struct complaint *one = complained->complaint;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, complained->upheld, NAMED(one, upheld));
    if (!complained->upheld.len)
        phrase_whole_after(&phrase, "", FIELD_AT(one, upheld));
    phrase_whole_after(&phrase, "; in part: ", FIELD_AT(one, partly_upheld));
    phrase_field_after(&phrase, ". What was learned: ", FIELD_OF(one, learned));
    phrase_field_after(&phrase, ". Note: ", one->fact.note, one, "note");
    bool none = !phrase.inlines;
    if (none)
        phrase_addz(&phrase, "not stated");
    sheet_cell(sheet, phrase.inlines)->muted = none;
}

static void compose_complaints(struct composer *composer, const struct briefing *briefing,
                               const void *options)
{
    static const struct column columns[] = {
        {.weight = 4}, {.weight = 2, .tabular = true}, {.weight = 3}, {.weight = 4}};
    const struct caption_options *chosen = options;
    struct sheet sheet = sheet_new(composer, briefing, columns, sizeof columns / sizeof *columns);
    sheet_heads(&sheet, (const char *const[]){"Complaints", "Received", "On time", "Upheld"});
    for (size_t i = 0; i < briefing->derived->complaints.count; i++) {
        const struct complained *complained = &briefing->derived->complaints.items[i];
        const struct complaint *one = complained->complaint;
        add_complaint_name(&sheet, one);
        add_received(&sheet, one);
        add_part(&sheet, complained->on_time, FIELD_AT(one, on_time));
        add_upheld(&sheet, complained);
    }
    sheet_set(&sheet, chosen->caption, "Complaints about children’s services",
              caption_span(options));
}

const struct component component_complaints = {
    .name = "complaints",
    .doc = "Complaints by period and stage: how many, how many answered on time, how many upheld, "
           "and what was learned.",
    .example = "```complaints\n```\n",
    .options = &caption_options_table,
    .compose = compose_complaints,
};

/* ---- voices ---- */

static void add_who(struct sheet *sheet, const struct voice *voice)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, capital(phrase.arena, voice->who), NAMED(voice, who));
    phrase_whole_after(&phrase, ", ", FIELD_AT(voice, count));
    phrase_whole_after(&phrase, voice->count.known ? " of " : ", asked: ", FIELD_AT(voice, asked));
    phrase_field_after(&phrase, ", ", FIELD_OF(voice, how));
    phrase_date_after(&phrase, ", ", FIELD_AT(voice, date));
    phrase_cite(&phrase, voice->fact.source);
    sheet_cell(sheet, phrase.inlines)->header = true;
}

static void add_texts(struct sheet *sheet, const struct texts *texts, const void *record,
                      const char *field, struct str note)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    for (size_t i = 0; i < texts->count; i++)
        phrase_field_after(&phrase, i ? ". " : "", texts->items[i], record, field);
    phrase_field_after(&phrase, ". Note: ", note, record, "note");
    bool none = !phrase.inlines;
    if (none)
        phrase_addz(&phrase, "not stated");
    sheet_cell(sheet, phrase.inlines)->muted = none;
}

static void compose_voices(struct composer *composer, const struct briefing *briefing,
                           const void *options)
{
    static const struct column columns[] = {{.weight = 3}, {.weight = 4}, {.weight = 4}};
    const struct caption_options *chosen = options;
    struct sheet sheet = sheet_new(composer, briefing, columns, sizeof columns / sizeof *columns);
    sheet_heads(&sheet, (const char *const[]){"Who was asked", "What they said", "What changed"});
    for (size_t i = 0; i < briefing->voices.count; i++) {
        const struct voice *voice = &briefing->voices.items[i];
        add_who(&sheet, voice);
        add_texts(&sheet, &voice->said, NAMED(voice, said), STR_NONE);
        add_texts(&sheet, &voice->changed, NAMED(voice, changed), voice->fact.note);
    }
    sheet_set(&sheet, chosen->caption, "What those said who were asked", caption_span(options));
}

const struct component component_voices = {
    .name = "voices",
    .doc = "Who was asked, what they said, and what was changed because of it.",
    .example = "```voices\n```\n",
    .options = &caption_options_table,
    .compose = compose_voices,
};
