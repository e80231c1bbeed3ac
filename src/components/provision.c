/* provision: how homes and other services of the council are rated. */
#include "components/kit/kit.h"

static void add_grades(struct phrase *phrase, const struct provision_count *count)
{
    for (size_t i = 0; i < count->grades.count; i++) {
        if (i)
            phrase_addz(phrase, i + 1 == count->grades.count ? " or " : ", ");
        struct str label = grade_label(phrase->briefing, count->grades.items[i]);
        phrase_field(phrase, label, NAMED(count, grades));
    }
}

/* "8 good or outstanding; 1 requires improvement" */
static void add_ratings(struct sheet *sheet, const struct provision *provision)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    for (size_t i = 0; i < provision->ratings.count; i++) {
        const struct provision_count *count = &provision->ratings.items[i];
        if (i)
            phrase_addz(&phrase, "; ");
        phrase_whole_after(&phrase, "", FIELD_AT(count, count));
        phrase_addz(&phrase, count->count.known ? " " : "");
        add_grades(&phrase, count);
    }
    if (!provision->ratings.count)
        phrase_addz(&phrase, "not stated");
    phrase_field_after(&phrase, ". Note: ", provision->fact.note, provision, "note");
    sheet_cell(sheet, phrase.inlines)->muted = !provision->ratings.count;
}

static void set_share(struct sheet *sheet, const struct phrase *phrase, const struct share *share)
{
    struct cell *cell = sheet_cell(sheet, phrase->inlines);
    cell->bar = true;
    cell->share = (int)(share->good_or_better.value * 1000 / share->total.value);
}

/* "8 of 9 (89%)", with its bar. */
static void add_share(struct sheet *sheet, const struct provision *provision)
{
    const struct derived *derived = sheet->briefing->derived;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    for (size_t i = 0; derived && i < derived->provision.count; i++) {
        const struct share *share = &derived->provision.items[i];
        if (!str_equal(share->kind, provision->kind) || !share->percent.known)
            continue;
        phrase_add(&phrase, share->text);
        set_share(sheet, &phrase, share);
        return;
    }
    phrase_addz(&phrase, "not known");
    sheet_cell(sheet, phrase.inlines)->muted = true;
}

static void add_kind(struct sheet *sheet, const struct provision *provision)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, capital(phrase.arena, provision->kind), NAMED(provision, kind));
    phrase_whole_after(&phrase, " (", FIELD_AT(provision, total));
    phrase_addz(&phrase, provision->total.known ? ")" : "");
    phrase_date_after(&phrase, ", ", FIELD_AT(provision, date));
    phrase_cite(&phrase, provision->fact.source);
    sheet_cell(sheet, phrase.inlines)->header = true;
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    static const struct column columns[] = {{.weight = 4}, {.weight = 4}, {.weight = 3}};
    const struct caption_options *chosen = options;
    struct sheet sheet = sheet_new(composer, briefing, columns, sizeof columns / sizeof *columns);
    sheet_heads(&sheet, (const char *const[]){"Provision", "Ratings", "Good or better"});
    for (size_t i = 0; i < briefing->provision.count; i++) {
        const struct provision *provision = &briefing->provision.items[i];
        add_kind(&sheet, provision);
        add_ratings(&sheet, provision);
        add_share(&sheet, provision);
    }
    sheet_set(&sheet, chosen->caption, "How the council’s provision is rated",
              caption_span(options));
}

const struct component component_provision = {
    .name = "provision",
    .doc =
        "How homes and other services are rated, with the share that is good or better as a bar.",
    .example = "```provision\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
