/* The cache: what documents share changes none of them. */
#include "support/cmocka.h"

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

static struct str make(struct arena *arena, const struct sample *sample, struct pdf_cache *cache)
{
    struct diags diags;
    diags_init(&diags, arena);
    const struct pdf_request request = {&sample->pages,
                                        (const struct fonts *const[]){&sample->fonts}, 0, cache};
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
    struct pdf_cache *up = pdf_cache_new(), *down = pdf_cache_new();
    for (size_t i = 0; i < TEXTS; i++) {
        assert_true(str_equal(make(arena, samples[i], up), alone[i]));
        assert_true(str_equal(make(arena, samples[TEXTS - 1 - i], down), alone[TEXTS - 1 - i]));
        pdf_cache_rest(up);
    }
    pdf_cache_free(up);
    pdf_cache_free(down);
}

static void a_repertoire_holds_its_letters_figures_and_ligatures_only(void **state)
{
    struct arena *arena = *state;
    const struct sample *sample = sample_with(arena, texts[0]);
    struct pdf_cache *cache = pdf_cache_new();
    struct pdf_typeface *typeface = pdf_cache_typeface(cache, &sample->fonts.files[FACE_REGULAR]);
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
    pdf_cache_free(cache);
}

/* ---- outlines that got lost ---- */

static hb_blob_t *blob_of(struct str bytes)
{
    return hb_blob_create(bytes.at, (unsigned)bytes.len, HB_MEMORY_MODE_READONLY, NULL, NULL);
}

/* A font of the tables of another, of which one is replaced. */
static hb_face_t *with_table(hb_face_t *face, hb_tag_t replaced, struct str bytes)
{
    static const hb_tag_t tags[] = {HB_TAG('h', 'e', 'a', 'd'), HB_TAG('m', 'a', 'x', 'p'),
                                    HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
                                    HB_TAG('l', 'o', 'c', 'a'), HB_TAG('g', 'l', 'y', 'f')};
    hb_face_t *made = hb_face_builder_create();
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        hb_blob_t *table = hb_face_reference_table(face, tags[i]);
        if (tags[i] != replaced && hb_blob_get_length(table))
            hb_face_builder_add_table(made, tags[i], table);
        hb_blob_destroy(table);
    }
    hb_blob_t *table = blob_of(bytes);
    hb_face_builder_add_table(made, replaced, table);
    hb_blob_destroy(table);
    return made;
}

static bool is_whole(hb_face_t *subset, const struct pdf_typeface *typeface, const bool *wanted)
{
    bool whole = pdf_subset_is_whole(subset, typeface, wanted);
    hb_face_destroy(subset);
    return whole;
}

static hb_codepoint_t glyph_of(const struct pdf_typeface *typeface, hb_codepoint_t character)
{
    hb_codepoint_t glyph = 0;
    assert_true(hb_font_get_nominal_glyph(typeface->font, character, &glyph));
    return glyph;
}

/* The table `loca` of a font, where one glyph begins where it ends. */
static struct str places_without(struct arena *arena, hb_face_t *face, hb_codepoint_t glyph)
{
    hb_blob_t *blob = hb_face_reference_table(face, HB_TAG('l', 'o', 'c', 'a'));
    unsigned length = 0;
    const char *bytes = hb_blob_get_data(blob, &length);
    char *places = (char *)(uintptr_t)str_copy(arena, (struct str){bytes, length}).at;
    size_t size = length / (hb_face_get_glyph_count(face) + 1);
    memcpy(places + glyph * size, places + (glyph + 1) * size, size);
    hb_blob_destroy(blob);
    return (struct str){places, length};
}

static void outlines_that_a_subset_lost_are_noticed(void **state)
{
    struct arena *arena = *state;
    const struct sample *sample = sample_with(arena, texts[0]);
    struct pdf_cache *cache = pdf_cache_new();
    struct pdf_typeface *typeface = pdf_cache_typeface(cache, &sample->fonts.files[FACE_REGULAR]);
    const hb_codepoint_t a = glyph_of(typeface, 'a'), acute = glyph_of(typeface, 0xE1);
    bool *wanted = ARENA_ARRAY(arena, bool, typeface->glyph_count);
    wanted[acute] = wanted[glyph_of(typeface, ' ')] = wanted[glyph_of(typeface, 'q')] = true;
    hb_blob_t *file = blob_of(pdf_subset(arena, typeface, wanted));
    hb_face_t *subset = hb_face_create(file, 0);
    const hb_tag_t loca = HB_TAG('l', 'o', 'c', 'a'), glyf = HB_TAG('g', 'l', 'y', 'f');
    assert_true(is_whole(hb_face_reference(subset), typeface, wanted));
    assert_false(is_whole(with_table(subset, glyf, STR("")), typeface, wanted));
    assert_false(is_whole(with_table(subset, loca, STR("")), typeface, wanted));
    assert_false(
        is_whole(with_table(subset, loca, places_without(arena, subset, acute)), typeface, wanted));
    assert_false(is_whole(with_table(subset, loca, places_without(arena, subset, a)), typeface,
                          wanted)); /* of which a with an accent is made */
    hb_face_destroy(subset);
    hb_blob_destroy(file);
    pdf_cache_free(cache);
}

/* A font with a program that ends with the glyph of a character, which `maxp` must know. */
static hb_face_t *with_program(struct arena *arena, const struct pdf_typeface *typeface,
                               struct str program, hb_codepoint_t last)
{
    unsigned count = glyph_of(typeface, last) + 1;
    char *most = ARENA_ARRAY(arena, char, 6);
    memcpy(most, (const char[]){0, 0, 0x50, 0, (char)(count >> 8), (char)count}, 6);
    hb_face_t *made = with_table(typeface->face, HB_TAG('m', 'a', 'x', 'p'), (struct str){most, 6});
    hb_blob_t *table = blob_of(program);
    hb_face_builder_add_table(made, HB_TAG('C', 'F', 'F', ' '), table);
    hb_blob_destroy(table);
    return made;
}

/* The outlines of another kind of font are programs in one table. */
static void programs_that_a_subset_lost_are_noticed(void **state)
{
    struct arena *arena = *state;
    const char *path = "/usr/share/fonts/opentype/urw-base35/NimbusSans-Regular.otf";
    hb_blob_t *file = hb_blob_create_from_file(path);
    unsigned length = 0;
    const char *bytes = hb_blob_get_data(file, &length);
    assert_true(length > 0);
    struct pdf_typeface typeface;
    pdf_typeface_open(&typeface, arena, (struct str){bytes, length});
    bool *wanted = ARENA_ARRAY(arena, bool, typeface.glyph_count);
    wanted[glyph_of(&typeface, 'a')] = wanted[glyph_of(&typeface, ' ')] = true;
    struct str program = pdf_subset(arena, &typeface, wanted);
    assert_true(program.len > 0);
    assert_true(is_whole(with_program(arena, &typeface, program, 'a'), &typeface, wanted));
    wanted[glyph_of(&typeface, 'b')] = true;
    assert_false(is_whole(with_program(arena, &typeface, program, 'a'), &typeface, wanted));
    assert_false(is_whole(with_program(arena, &typeface, STR(""), 'a'), &typeface, wanted));
    pdf_typeface_close(&typeface);
    hb_blob_destroy(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(documents_are_the_same_in_any_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_repertoire_holds_its_letters_figures_and_ligatures_only,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(outlines_that_a_subset_lost_are_noticed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(programs_that_a_subset_lost_are_noticed, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("cache", tests, NULL, NULL);
}
