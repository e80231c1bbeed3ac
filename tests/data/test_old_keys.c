/* Keys of the format before: what they are read as, and the edits that write today's. */
#include "data/data_codes.h"
#include "data/fixture.h"

struct plot {
    struct record_head head;
    struct str note;
    struct records beds;
    const struct plot *inner;
    struct str grade; /* of which two cannot be one */
};

static const struct old_key old_keys[] = {
    {.was = "remark", .now = "note"},
    {.was = "hint", .now = "note"},
    {.was = "bed", .now = "beds", .form = OLD_LISTED},
    {.was = "mark", .now = "grade"},
    {.was = NULL},
};

static const struct record_table plot_table;
static const struct field plot_fields[] = {
    FIELD(struct plot, note, FIELD_TEXT, OPTIONAL, .doc = "A remark."),
    FIELD(struct plot, beds, FIELD_RECORDS, OPTIONAL, .of = &plot_table, .doc = "Its beds."),
    FIELD(struct plot, inner, FIELD_RECORD, OPTIONAL, .of = &plot_table, .doc = "One in it."),
    FIELD(struct plot, grade, FIELD_GRADE, OPTIONAL, .doc = "How good it is."),
    {.name = NULL},
};
static const struct record_table plot_table = {
    .name = "plot",
    .a_name = "a plot",
    .size = sizeof(struct plot),
    .fields = plot_fields,
    .doc = "A plot.",
    .old = old_keys,
};

static const struct node *renewed(struct spec_fixture *fixture, const char *text)
{
    const struct node *root =
        yaml_read(fixture->arena, &fixture->diags, spec_source(fixture, text));
    assert_non_null(root);
    return keys_renewed(fixture->arena, &fixture->diags, &plot_table, root);
}

/* The text with the first edit that was suggested made. */
static struct str edited(struct spec_fixture *fixture, const char *text)
{
    for (size_t i = 0; i < fixture->diags.items.count; i++) {
        const struct diag_fix *fix = &fixture->diags.items.items[i].fix;
        if (fix->span.source)
            return str_format(fixture->arena, "%.*s" STR_FMT "%s", (int)fix->span.start, text,
                              STR_ARG(fix->text), text + fix->span.end);
    }
    return STR_NONE;
}

/* `was` is read as what `now` says, and its edits make `now` of it, after `rounds` of them. */
static void expect_becomes(const char *was, const char *now, int rounds)
{
    void *state;
    assert_int_equal(spec_set_up(&state), 0);
    struct spec_fixture *fixture = state;
    const struct node *read = renewed(fixture, was);
    spec_diag(fixture, &W256);
    for (int round = 0; round < rounds; round++) {
        struct str edit = edited(fixture, was);
        assert_non_null(edit.at);
        was = str_z(fixture->arena, edit);
        diags_init(&fixture->diags, fixture->arena);
        const struct node *again = renewed(fixture, was);
        assert_true(node_equal(read, again));
    }
    assert_string_equal(was, now);
    assert_int_equal(fixture->diags.items.count, 0);
    spec_tear_down(&state);
}

static void a_key_gets_its_name_of_today(void **state)
{
    (void)state;
    expect_becomes("remark: Wet # in winter\n", "note: Wet # in winter\n", 1);
    expect_becomes("inner:\n  inner: {hint: Wet}\n", "inner:\n  inner: {note: Wet}\n", 1);
    expect_becomes("beds:\n  - remark: |\n      Wet\n  - hint: 'Dry'\n",
                   "beds:\n  - note: |\n      Wet\n  - note: 'Dry'\n", 2);
}

static void two_texts_become_one_and_remarks_stay(void **state)
{
    (void)state;
    expect_becomes("note: Wet\n# Ask Ann.\ninner: {}\nremark: In winter # or not\n# Last.\n",
                   "note: Wet. In winter\n# Ask Ann.\ninner: {}\n # or not\n# Last.\n", 1);
    expect_becomes("remark: Wet.\nnote: \"It's cold: very\"\n", "note: \"Wet. It's cold: very\"\n",
                   1);
    expect_becomes("remark: Wet\nhint: Cold\n", "note: Wet. Cold\n", 2);
    expect_becomes("note: Wet\nhint: Cold\ninner: {}\nremark: \"Hot: dry\"\n",
                   "note: \"Wet. Cold. Hot: dry\"\ninner: {}\n", 2);
    expect_becomes("hint: Wet\nnote: Cold\nremark: Hot\n", "note: Wet. Cold. Hot\n", 2);
    expect_becomes("{remark: Wet, inner: {}, note: \"cold, [very]\"}\n",
                   "{note: \"Wet. cold, [very]\", inner: {}}\n", 1);
    expect_becomes("beds:\n  - remark:\n    note: Wet\n", "beds:\n  - note: Wet\n", 1);
}

static void a_long_text_is_folded(void **state)
{
    (void)state;
    expect_becomes(
        "inner:\n"
        "  note: It was wet in the winter, and the path behind it could not be used\n"
        "  remark: >-\n"
        "    Ann says so, who has\n"
        "    tended it for years\n",
        "inner:\n"
        "  note: >-\n"
        "    It was wet in the winter, and the path behind it could not be used. Ann says "
        "so, who has tended\n"
        "    it for years\n",
        1);
}

static void a_record_becomes_an_item(void **state)
{
    (void)state;
    expect_becomes("bed: # the only one\n"
                   "  note: Wet\n"
                   "\n"
                   "  # Why?\n"
                   "  beds:\n"
                   "    - note: >-\n"
                   "        Deep\n"
                   "note: Dry\n",
                   "beds: # the only one\n"
                   "  - note: Wet\n"
                   "\n"
                   "    # Why?\n"
                   "    beds:\n"
                   "      - note: >-\n"
                   "          Deep\n"
                   "note: Dry\n",
                   1);
    expect_becomes("inner: {bed: {note: Wet}}\n", "inner: {beds: [{note: Wet}]}\n", 1);
}

/* An edit that would lose a remark is not offered. */
static void what_cannot_be_edited_is_still_read(void **state)
{
    struct spec_fixture *fixture = *state;
    const char *text = "note: > # one\n  Wet\nremark: Cold\n";
    const struct node *read = renewed(fixture, text);
    assert_str(node_get(read, "note")->text, "Wet. Cold");
    assert_null(edited(fixture, text).at);
    assert_null(edited(fixture, "note: ~\nremark: null\n").at);
}

static void what_cannot_be_joined_is_refused(void **state)
{
    struct spec_fixture *fixture = *state;
    renewed(fixture, "beds: []\nbed: {note: Wet}\n");
    spec_expect(spec_diag(fixture, &E259), 2, 1,
                "`bed` has become `beds`, and that is written here too",
                "put all of it under `beds`");
    const struct node *read = renewed(fixture, "bed: {note: Wet}\nbeds: []\n");
    assert_int_equal(node_get(read, "beds")->kind, NODE_LIST);
    diags_init(&fixture->diags, fixture->arena);
    renewed(fixture, "mark: good\ngrade: inadequate\n");
    spec_expect(spec_diag(fixture, &E259), 1, 1,
                "`mark` has become `grade`, and that is written here too",
                "put all of it under `grade`");
}

static void todays_keys_are_left_as_they_are(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct node *root = yaml_read(fixture->arena, &fixture->diags,
                                        spec_source(fixture, "note: Wet\nbeds:\n  - note: Dry\n"));
    assert_ptr_equal(keys_renewed(fixture->arena, &fixture->diags, &plot_table, root), root);
    assert_int_equal(fixture->diags.items.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_key_gets_its_name_of_today),
        TEST(two_texts_become_one_and_remarks_stay),
        TEST(a_long_text_is_folded),
        TEST(a_record_becomes_an_item),
        TEST(what_cannot_be_edited_is_still_read),
        TEST(what_cannot_be_joined_is_refused),
        TEST(todays_keys_are_left_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
