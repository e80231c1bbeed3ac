/* Binds words out of a list of words, and says which one was meant. */
#include "base/ascii.h"
#include "data/bind/binder.h"
#include "data/data_codes.h"

enum { WORDS_LISTED = 10 };

/* The number of a word, whose capitals, spaces and hyphens make no difference; 0: none of them. */
static int find_word(const struct word *words, struct str text)
{
    for (int i = 0; words[i].id; i++)
        if (str_is(text, words[i].id))
            return i + 1;
    for (int i = 0; words[i].id; i++)
        if (str_alike(text, str_from(words[i].id)))
            return i + 1;
    return 0;
}

/* `red`, `amber` or `green` */
static struct str list_words(struct arena *arena, const struct word *words, size_t count)
{
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        buf_addf(&out, "%s`%s`", i == 0 ? "" : i + 1 == count ? " or " : ", ", words[i].id);
    return buf_str(&out);
}

/* As an id would be written: in small letters, `_` for spaces and hyphens. */
static struct str as_id(struct arena *arena, struct str text)
{
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < text.len; i++)
        buf_byte(&out, text.at[i] == ' ' || text.at[i] == '-' ? '_' : ascii_lower(text.at[i]));
    return buf_str(&out);
}

/* `metropolitan borough` and `metropolitan`, `ofsted` and `ofsted_report`. */
static bool begins_alike(struct str a, struct str b)
{
    struct str longer = a.len > b.len ? a : b, shorter = a.len > b.len ? b : a;
    return shorter.len < longer.len && longer.at[shorter.len] == '_' &&
           str_equal(str_part(longer, 0, shorter.len), shorter);
}

/* What officers write for some of the words. */
static const struct {
    const char *written, *word;
} synonyms[] = {
    {"not_started", "planned"},
    {"not_begun", "planned"},
    {"to_do", "planned"},
    {"todo", "planned"},
    {"open", "in_progress"},
    {"pending", "planned"},
    {"proposed", "planned"},
    {"scheduled", "planned"},
    {"not_yet_started", "planned"},
    {"new", "planned"},
    {"started", "in_progress"},
    {"ongoing", "in_progress"},
    {"underway", "in_progress"},
    {"under_way", "in_progress"},
    {"begun", "in_progress"},
    {"on_track", "in_progress"},
    {"active", "in_progress"},
    {"partly_complete", "in_progress"},
    {"done", "complete"},
    {"delivered", "complete"},
    {"finished", "complete"},
    {"closed", "complete"},
    {"achieved", "complete"},
    {"implemented", "complete"},
    {"approved", "complete"},
    {"late", "overdue"},
    {"behind", "overdue"},
    {"delayed", "overdue"},
    {"slipped", "overdue"},
    {"missed", "overdue"},
    {"r", "red"},
    {"a", "amber"},
    {"g", "green"},
    {"b", "blue"},
    {"yellow", "amber"},
    {"orange", "amber"},
    {"on_target", "green"},
    {"at_risk", "amber"},
    {"off_track", "red"},
    {"resigned", "stood_down"},
    {"left", "stood_down"},
    {"retired", "stood_down"},
    {"dismissed", "stood_down"},
    {"permanent", "appointed"},
    {"acting", "interim"},
    {"elected", "took_office"},
    {"agreed", "approved"},
    {"granted", "approved"},
    {"pledged", "promised"},
    {"paid", "spent"},
    {"improvement_notice", "notice"},
    {"statutory_direction", "direction"},
    {"press", "news"},
    {"newspaper", "news"},
    {"minutes", "council_report"},
    {"report", "council_report"},
    {"county_council", "county"},
};

static const char *synonym_of(const struct word *words, struct str id)
{
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
        for (size_t k = 0; str_is(id, synonyms[i].written) && words[k].id; k++)
            if (str_is(str_from(words[k].id), synonyms[i].word))
                return words[k].id;
    return NULL;
}

/* The word that was meant, by what it is called in print, by its letters, or by how it begins. */
static const char *meant_word(struct binder *binder, const struct word *words, size_t count,
                              struct str text)
{
    struct str id = as_id(binder->arena, text);
    for (size_t i = 0; i < count; i++)
        if (str_alike(text, str_from(words[i].label)))
            return words[i].id;
    const char *nearest = diag_nearest(id, words, count, sizeof *words);
    if (!nearest)
        nearest = synonym_of(words, id);
    for (size_t i = 0; i < count && !nearest; i++)
        if (begins_alike(id, str_from(words[i].id)))
            nearest = words[i].id;
    return nearest;
}

static void report_word(struct binder *binder, const struct slot *slot, struct str text)
{
    size_t count = 0;
    while (slot->field->words[count].id)
        count++;
    struct str shown = text_shown(binder->arena, text), name = str_from(slot->field->name);
    struct diag *diag;
    if (count <= WORDS_LISTED)
        diag = diag_report(binder->diags, &E204, slot->node->span,
                           "`" STR_FMT "` is " STR_FMT ", not `" STR_FMT "`", STR_ARG(name),
                           STR_ARG(list_words(binder->arena, slot->field->words, count)),
                           STR_ARG(shown));
    else
        diag = diag_report(binder->diags, &E204, slot->node->span,
                           "`" STR_FMT "` is not one of the words that `" STR_FMT "` takes",
                           STR_ARG(shown), STR_ARG(name));
    const char *nearest = meant_word(binder, slot->field->words, count, text);
    if (nearest) {
        diag_hint(binder->diags, diag, "did you mean `%s`?", nearest);
        diag_suggest(binder->diags, diag, slot->node->span, str_from(nearest));
    } else {
        hint_table_words(binder, diag, slot->node);
    }
}

void bind_word(struct binder *binder, const struct slot *slot)
{
    if (!want_scalar(binder, slot))
        return;
    struct str text = want_code(binder, slot->node);
    if (!text.at)
        return;
    int number = find_word(slot->field->words, text);
    if (number)
        *(int *)slot->at = number;
    else
        report_word(binder, slot, text);
}
