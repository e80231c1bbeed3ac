/* Words in other scripts and languages: fallback fonts, what is refused, abbreviations told in
   full, and the draft that says so. */
#include "layout/layout_codes.h"
#include "support/cmocka.h"

#include "base/utf8.h"
#include "layout/fixture.h"

/* ---- fallback fonts ---- */

/* The theme's faces lack what lies beyond Latin; the first fallback has Greek, the second all but
   the private use area. */
static bool covers(const void *self, enum face face, struct str text)
{
    (void)self;
    for (size_t at = 0; at < text.len;) {
        uint32_t code_point = utf8_next(text, &at);
        bool greek = code_point >= 0x370 && code_point < 0x400;
        bool latin = code_point < 0x370;
        if ((int)face < FACE_FALLBACK    ? !latin
            : (int)face == FACE_FALLBACK ? !greek
                                         : code_point >= 0xE000)
            return false;
    }
    return true;
}

static const struct pages *lay(struct fixture *fixture)
{
    return fixture_lay(fixture);
}

static const struct pages *lay_with_fallbacks(struct fixture *fixture, const char *text)
{
    fixture->metrics.covers = covers;
    fixture->metrics.fallback_count = 2;
    add_paragraph(fixture, text);
    return lay(fixture);
}

static void assert_face(const struct pages *pages, const char *text, int face)
{
    const struct op *op = find_text(pages, 0, text);
    assert_non_null(op);
    assert_int_equal(op->text.face, face);
}

static void a_word_goes_whole_to_the_first_font_that_has_it(void **state)
{
    const struct pages *pages = lay_with_fallbacks(*state, "The word λόγος and ж too");
    assert_non_null(pages);
    assert_face(pages, "The word ", FACE_REGULAR);
    assert_face(pages, "λόγος", FACE_FALLBACK);
    assert_face(pages, " and ", FACE_REGULAR);
    assert_face(pages, "ж", FACE_FALLBACK + 1);
    assert_face(pages, " too", FACE_REGULAR);
}

static void a_word_that_no_font_has_whole_is_set_letter_by_letter(void **state)
{
    struct fixture *fixture = *state;
    assert_null(lay_with_fallbacks(fixture, "abж\xEE\x80\x81λ"));
    assert_int_equal(fixture->diags.errors, 1);
    assert_ptr_equal(fixture->diags.items.items[0].code, &E510);
    assert_non_null(strstr(fixture->diags.items.items[0].message.at, "U+E001"));
}

static void a_letter_keeps_its_marks(void **state)
{
    struct fixture *fixture = *state;
    fixture->metrics.covers = covers;
    fixture->metrics.fallback_count = 1; /* has Greek alone, and no mark */
    add_paragraph(fixture, "a\u0301λ");
    const struct pages *pages = lay(fixture);
    assert_face(pages, "a\u0301", FACE_REGULAR);
    assert_face(pages, "λ", FACE_FALLBACK);
}

static void words_of_one_font_are_one_stretch(void **state)
{
    const struct pages *pages = lay_with_fallbacks(*state, "Ynys Môn, Łódź and Nguyễn");
    assert_face(pages, "Ynys Môn, Łódź and ", FACE_REGULAR);
}

static void the_dump_names_a_fallback_font(void **state)
{
    const struct pages *pages = lay_with_fallbacks(*state, "ж");
    assert_non_null(strstr(fixture_dump(*state, pages, pages_dump), " fallback-2 10.000"));
}

/* ---- what is refused ---- */

static const struct diag *expect_refused(struct fixture *fixture, const char *text,
                                         const struct code *code)
{
    add_paragraph(fixture, text);
    assert_null(lay(fixture));
    assert_int_equal(fixture->diags.errors, 1);
    const struct diag *diag = &fixture->diags.items.items[0];
    assert_ptr_equal(diag->code, code);
    return diag;
}

static void writing_from_right_to_left_is_refused_by_its_words(void **state)
{
    struct fixture *fixture = *state;
    const struct diag *diag =
        expect_refused(fixture, "The family is called שלום עליכם here", &E512);
    assert_non_null(strstr(str_z(fixture->arena, diag->message), "`שלום`"));
    assert_true(diag->hint.len > 0);
}

static void arabic_is_refused_even_if_a_font_has_it(void **state)
{
    struct fixture *fixture = *state;
    fixture->metrics.covers = covers;
    fixture->metrics.fallback_count = 2;
    expect_refused(fixture, "القاهرة", &E512);
}

static void emoji_are_refused_with_their_code_point(void **state)
{
    struct fixture *fixture = *state;
    const struct diag *diag = expect_refused(fixture, "happy 🙂 with it, very 🙂", &E513);
    assert_string_equal(str_z(fixture->arena, diag->message),
                        "`🙂` (U+1F642) is an emoji, which is not printed");
}

static void a_sign_made_a_picture_is_told_with_its_sign(void **state)
{
    struct fixture *fixture = *state;
    const struct diag *diag = expect_refused(fixture, "take care \u26A0\uFE0F", &E513);
    assert_non_null(strstr(str_z(fixture->arena, diag->message), "(U+26A0)"));
}

static void flags_are_emoji(void **state)
{
    struct fixture *fixture = *state;
    add_paragraph(fixture, "\U0001F1EC\U0001F1E7");
    assert_null(lay(fixture));
    assert_ptr_equal(fixture->diags.items.items[0].code, &E513);
}

static void plain_signs_are_not_emoji(void **state)
{
    struct fixture *fixture = *state;
    add_paragraph(fixture, "\u00A9 \u00AE \u2122 \u2194 \u2713 \u260E 1 # *");
    assert_non_null(lay(fixture));
    assert_int_equal(fixture->diags.errors, 0);
}

/* ---- abbreviations ---- */

static void add_glossary(struct fixture *fixture, const struct term *terms, size_t count)
{
    struct briefing *briefing = ARENA_NEW(fixture->arena, struct briefing);
    briefing->glossary = (struct term_list){.items = terms, .count = count};
    fixture->briefing = briefing;
}

static const struct term terms[] = {
    {.term = {"DfE", 3}, .expansion = {"Department for Education", 24}},
    {.term = {"LSCB", 4}, .expansion = {"Local Safeguarding Children Board", 33}},
    {.term = {"Threshold", 9}},
};

static const char *structure_of(struct fixture *fixture)
{
    add_glossary(fixture, terms, sizeof terms / sizeof *terms);
    const struct pages *pages = lay(fixture);
    assert_non_null(pages);
    return fixture_dump(fixture, pages, structure_dump);
}

static void an_abbreviation_is_told_in_full_once(void **state)
{
    add_paragraph(*state, "The DfE’s letter. The DfE wrote; the Threshold stays.");
    assert_string_equal(structure_of(*state), "Document page 1\n"
                                              "  P page 1\n"
                                              "    \"The \"\n"
                                              "    \"DfE’s\"\n"
                                              "    \" (Department for Education)\"\n"
                                              "    \" letter. The DfE wrote; the \"\n"
                                              "    \"Threshold stays.\"\n");
}

static void only_whole_words_are_abbreviations(void **state)
{
    add_paragraph(*state, "LSCBs, ÉLSCB and LSCB2 are others; this is (LSCB).");
    const char *dump = structure_of(*state);
    const char *told = strstr(dump, "\", Local \"");
    assert_non_null(told);
    assert_true(told > strstr(dump, "this is ("));
    assert_null(strstr(told + strlen("\", Local"), "Local"));
}

/* In a heading it is read out in full, and print has the long form where there is room. */
static void a_heading_tells_it_to_readers_of_the_structure(void **state)
{
    struct fixture *fixture = *state;
    add_heading(fixture, 1, "The DfE");
    struct block *block = fixture_block(fixture, fixture->document, BLOCK_PARAGRAPH, NULL);
    block->inlines =
        inline_link(fixture->arena, STR("DfE"), STR("https://example.org/"), (struct span){0});
    struct inline_node *code = fixture_inline(fixture, " DfE ");
    code->kind = INLINE_CODE;
    inline_join(block->inlines, inline_join(code, fixture_inline(fixture, "DfE")));
    const char *dump = structure_of(fixture);
    const char *span = strstr(dump, "Span page 1 short for \"Department for Education\"");
    assert_non_null(span);
    assert_null(strstr(span + 1, "Span"));
    assert_true(span < strstr(dump, "Link"));
    const char *told = strstr(dump, "(Department for Education)");
    assert_non_null(told);
    assert_true(told > strstr(dump, "Link"));
}

static void the_longer_of_two_abbreviations_is_meant(void **state)
{
    static const struct term both[] = {
        {.term = {"DfE", 3}, .expansion = {"short", 5}},
        {.term = {"DfE board", 9}, .expansion = {"long", 4}},
    };
    struct fixture *fixture = *state;
    add_paragraph(fixture, "The DfE board met.");
    add_glossary(fixture, both, 2);
    const struct pages *pages = lay(fixture);
    assert_non_null(strstr(fixture_dump(fixture, pages, structure_dump),
                           "    \"DfE board\"\n    \" (long)\"\n"));
}

/* ---- languages ---- */

static void words_in_another_language_are_a_span_of_it(void **state)
{
    struct fixture *fixture = *state;
    struct block *block = fixture_block(fixture, fixture->document, BLOCK_PARAGRAPH, NULL);
    block->inlines = inline_language(fixture->arena, fixture_inline(fixture, "Cyngor Sir"),
                                     STR("cy"), (struct span){0});
    inline_join(block->inlines, fixture_inline(fixture, " is Welsh"));
    const struct pages *pages = lay(fixture);
    assert_string_equal(fixture_dump(fixture, pages, structure_dump), "Document page 1\n"
                                                                      "  P page 1\n"
                                                                      "    Span page 1 lang cy\n"
                                                                      "      \"Cyngor Sir\"\n"
                                                                      "    \" is Welsh\"\n");
}

static void words_without_a_language_are_themselves(void **state)
{
    struct fixture *fixture = *state;
    struct inline_node *words = fixture_inline(fixture, "words");
    assert_ptr_equal(inline_language(fixture->arena, words, STR_NONE, (struct span){0}), words);
}

/* ---- drafts ---- */

static void a_draft_says_so_everywhere(void **state)
{
    struct fixture *fixture = *state;
    static const struct front_sheet front = {.draft = ANSWER_YES};
    struct briefing *briefing = ARENA_NEW(fixture->arena, struct briefing);
    briefing->briefing = &front;
    fixture->briefing = briefing;
    fixture->request.footer_left.text = STR("Title");
    fixture->theme.band = (struct colour){1, 2, 3};
    add_heading(fixture, 1, "Title");
    add_lines(fixture, 20);
    const struct pages *pages = lay(fixture);
    assert_int_equal(pages->elements[2].tag, TAG_P);
    assert_non_null(strstr(fixture_dump(fixture, pages, structure_dump),
                           "  P page 1\n    Strong page 1\n      \"DRAFT\"\n"));
    for (size_t page = 0; page < pages->count; page++) {
        const struct op *behind = &pages->items[page].ops[0];
        assert_int_equal(behind->element, ARTIFACT_WATERMARK);
        assert_int_equal(behind->colour.green, 2);
        assert_in_range(behind->text.glyphs.width, 270000, 300000);
        assert_int_equal(find_text(pages, page, "DRAFT: Title")->element, ARTIFACT_FOOTER);
    }
}

static void what_is_no_draft_does_not_say_so(void **state)
{
    add_heading(*state, 1, "Title");
    const struct pages *pages = lay(*state);
    assert_null(strstr(fixture_dump(*state, pages, pages_dump), "DRAFT"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(a_word_goes_whole_to_the_first_font_that_has_it),
        FIXTURE_TEST(a_word_that_no_font_has_whole_is_set_letter_by_letter),
        FIXTURE_TEST(a_letter_keeps_its_marks),
        FIXTURE_TEST(words_of_one_font_are_one_stretch),
        FIXTURE_TEST(the_dump_names_a_fallback_font),
        FIXTURE_TEST(writing_from_right_to_left_is_refused_by_its_words),
        FIXTURE_TEST(arabic_is_refused_even_if_a_font_has_it),
        FIXTURE_TEST(emoji_are_refused_with_their_code_point),
        FIXTURE_TEST(a_sign_made_a_picture_is_told_with_its_sign),
        FIXTURE_TEST(flags_are_emoji),
        FIXTURE_TEST(plain_signs_are_not_emoji),
        FIXTURE_TEST(an_abbreviation_is_told_in_full_once),
        FIXTURE_TEST(only_whole_words_are_abbreviations),
        FIXTURE_TEST(a_heading_tells_it_to_readers_of_the_structure),
        FIXTURE_TEST(the_longer_of_two_abbreviations_is_meant),
        FIXTURE_TEST(words_in_another_language_are_a_span_of_it),
        FIXTURE_TEST(words_without_a_language_are_themselves),
        FIXTURE_TEST(a_draft_says_so_everywhere),
        FIXTURE_TEST(what_is_no_draft_does_not_say_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
