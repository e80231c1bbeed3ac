/* The shelf: what documents share changes none of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/pdf.h"
#include "support/pdf_sample.h"

static int set_up(void **state)
{
    *state = arena_new();
    return 0;
}

static int tear_down(void **state)
{
    arena_free(*state);
    return 0;
}

static const struct sample *sample_with(struct arena *arena, const char *text)
{
    struct sample *sample = sample_new(arena);
    sample_page(sample);
    element_id paragraph = sample_element(sample, TAG_P, 0);
    sample_line(sample, paragraph, text);
    return sample;
}

static struct str make(struct arena *arena, const struct sample *sample, struct pdf_shelf *shelf)
{
    struct diags diags;
    diags_init(&diags, arena);
    const struct pdf_request request = {&sample->pages, &sample->fonts, 0, shelf};
    struct str bytes = pdf_bytes(arena, &diags, &request);
    assert_non_null(bytes.at);
    return bytes;
}

static const char *const texts[] = {
    "Plain English \xE2\x80\x93 \xE2\x80\x9Cquoted\xE2\x80\x9D, at \xC2\xA3\x31\x32.50", /* smallest
                                                                                          */
    "Sz\xC4\x85\x66ra\xC5\x84ski",              /* needs the second repertoire */
    "\xCE\xA9\xCE\xBC\xCE\xAD\xCE\xB3\xCE\xB1", /* needs glyphs of neither */
};

enum { TEXTS = sizeof texts / sizeof *texts };

static void documents_are_the_same_in_any_order(void **state)
{
    struct arena *arena = *state;
    const struct sample *samples[TEXTS];
    struct str alone[TEXTS];
    for (size_t i = 0; i < TEXTS; i++) {
        samples[i] = sample_with(arena, texts[i]);
        alone[i] = make(arena, samples[i], NULL);
    }
    struct pdf_shelf *up = pdf_shelf_new(), *down = pdf_shelf_new();
    for (size_t i = 0; i < TEXTS; i++) {
        assert_true(str_equal(make(arena, samples[i], up), alone[i]));
        assert_true(str_equal(make(arena, samples[TEXTS - 1 - i], down), alone[TEXTS - 1 - i]));
        pdf_shelf_rest(up);
    }
    pdf_shelf_free(up);
    pdf_shelf_free(down);
}

static void a_repertoire_holds_its_letters_figures_and_ligatures_only(void **state)
{
    struct arena *arena = *state;
    const struct sample *sample = sample_with(arena, texts[0]);
    struct pdf_shelf *shelf = pdf_shelf_new();
    struct pdf_typeface *typeface = pdf_shelf_typeface(shelf, &sample->fonts.files[FACE_REGULAR]);
    assert_null(typeface->refusal);
    hb_codepoint_t a, acute, omega;
    assert_true(hb_font_get_nominal_glyph(typeface->font, 'a', &a));
    assert_true(hb_font_get_nominal_glyph(typeface->font, 0xE1, &acute));
    assert_true(hb_font_get_nominal_glyph(typeface->font, 0x3A9, &omega));
    const bool *english = pdf_repertoire_glyphs(arena, typeface->font, REPERTOIRE_ENGLISH);
    const bool *european = pdf_repertoire_glyphs(arena, typeface->font, REPERTOIRE_EUROPEAN);
    assert_true(english[a] && !english[acute] && !english[omega]);
    assert_true(european[a] && european[acute] && !european[omega]);
    for (unsigned glyph = 0; glyph < typeface->glyph_count; glyph++)
        assert_true(!english[glyph] || european[glyph]);
    pdf_shelf_free(shelf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(documents_are_the_same_in_any_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_repertoire_holds_its_letters_figures_and_ligatures_only,
                                        set_up, tear_down),
    };
    return cmocka_run_group_tests_name("shelf", tests, NULL, NULL);
}
