/* Metrics of real fonts: shaping with HarfBuzz. No other file shapes. */
#include "layout/layout_codes.h"
#include "layout/shape/metrics.h"

#include "base/unseen.h"
#include "base/utf8.h"
#include "diag/diag.h"
#include "layout/shape/shaped_words.h"

#include <hb-ot.h>
#include <hb.h>

/* What metrics.self points at. The HarfBuzz objects are immutable once made. */
struct shaper {
    hb_font_t *fonts[FACE_LIMIT];
    struct extent extents[FACE_LIMIT]; /* in units of the font */
    hb_language_t language;
    struct shaped_words *words, *unscaled; /* the second in font units, for words of a new size */
};

/* ---- shaping ---- */

/* Font units to thousandths of a point, to the nearest; damaged fonts may ask for anything. */
static milli scaled(hb_position_t units, milli size, unsigned upem)
{
    enum { LARGEST = 1 << 28 };
    int64_t product = (int64_t)units * size;
    int64_t half = (int64_t)upem / 2;
    int64_t value = (product < 0 ? product - half : product + half) / (int64_t)upem;
    return (milli)(value > LARGEST ? LARGEST : value < -LARGEST ? -LARGEST : value);
}

static milli sum(milli a, milli b)
{
    int64_t total = (int64_t)a + b;
    return (milli)(total > INT32_MAX ? INT32_MAX : total < INT32_MIN ? INT32_MIN : total);
}

static void shape_buffer(const struct shaper *shaper, hb_font_t *font, hb_buffer_t *buffer,
                         unsigned features)
{
    const hb_feature_t wanted[] = {
        {HB_TAG('k', 'e', 'r', 'n'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('l', 'i', 'g', 'a'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('l', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    };
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, shaper->language);
    hb_buffer_guess_segment_properties(buffer);
    bool shaped = hb_shape_full(font, buffer, wanted, features & SHAPE_TABULAR ? 4 : 2, NULL);
    if (!shaped || !hb_buffer_allocation_successful(buffer))
        arena_exhausted(); /* else text would be missing, and nobody be told */
}

/* In font units. */
static struct glyphs glyphs_of(struct arena *arena, hb_buffer_t *buffer)
{
    unsigned count = 0;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &count);
    struct glyph *items = ARENA_ARRAY(arena, struct glyph, count);
    for (unsigned i = 0; i < count; i++)
        items[i] = (struct glyph){.id = infos[i].codepoint,
                                  .cluster = infos[i].cluster,
                                  .advance = positions[i].x_advance,
                                  .dx = positions[i].x_offset,
                                  .dy = positions[i].y_offset};
    return (struct glyphs){.items = items, .count = count};
}

/* ---- characters that come out as nothing ---- */

/* The glyphs [first, end) that stand for the text [start, stop): nearly always one for one. */
struct glyph_cluster {
    size_t first, end, start, stop;
};

static struct glyph_cluster cluster_at(struct glyphs glyphs, struct str text, size_t first)
{
    size_t end = first + 1;
    while (end < glyphs.count && glyphs.items[end].cluster == glyphs.items[first].cluster)
        end++;
    return (struct glyph_cluster){first, end, first ? glyphs.items[first].cluster : 0,
                                  end < glyphs.count ? glyphs.items[end].cluster : text.len};
}

static bool shows(struct glyphs glyphs, const struct glyph_cluster *cluster, uint32_t glyph)
{
    for (size_t i = cluster->first; i < cluster->end; i++)
        if (glyphs.items[i].id == glyph)
            return true;
    return false;
}

/* Does each glyph stand for one character of the cluster, and none for several, as a ligature or an
   accented letter does? */
static bool is_letter_by_letter(hb_font_t *font, struct str text, struct glyphs glyphs,
                                const struct glyph_cluster *cluster)
{
    size_t letters = 0;
    for (size_t i = cluster->first; i < cluster->end; i++) {
        bool found = false;
        hb_codepoint_t glyph;
        for (size_t at = cluster->start; at < cluster->stop && !found;)
            found = hb_font_get_nominal_glyph(font, utf8_next(text, &at), &glyph) &&
                    glyph == glyphs.items[i].id;
        letters += found;
    }
    return letters == cluster->end - cluster->first;
}

struct glyph_list {
    LIST(struct glyph) list;
};

/* A character that the font's own rules take away is as one that it lacks: glyph 0. What nobody
   would see may go. */
static void add_lost(struct arena *arena, struct glyph_list *shown, hb_font_t *font,
                     struct str text, struct glyphs glyphs, const struct glyph_cluster *cluster)
{
    for (size_t at = cluster->start; at < cluster->stop;) {
        uint32_t start = (uint32_t)at, c = utf8_next(text, &at);
        hb_codepoint_t glyph = 0;
        hb_font_get_nominal_glyph(font, c, &glyph);
        bool matters = c == ' ' || !unseen_is_blank(str_part(text, start, at));
        if (matters && !shows(glyphs, cluster, glyph))
            *LIST_ADD(arena, &shown->list) = (struct glyph){.id = 0, .cluster = start};
    }
}

/* Does each cluster stand for one character? */
static bool is_one_by_one(struct str text, struct glyphs glyphs)
{
    size_t clusters = 0;
    for (size_t i = 0; i < glyphs.count; i++)
        clusters += i == 0 || glyphs.items[i].cluster != glyphs.items[i - 1].cluster;
    return clusters == utf8_count(text, 0, text.len);
}

static struct glyphs with_lost(struct arena *arena, hb_font_t *font, struct str text,
                               struct glyphs glyphs)
{
    if (is_one_by_one(text, glyphs))
        return glyphs;
    struct glyph_list shown = {0};
    struct glyph_cluster cluster = {.stop = text.len};
    for (size_t first = 0; first < glyphs.count; first = cluster.end) {
        cluster = cluster_at(glyphs, text, first);
        for (size_t i = first; i < cluster.end; i++)
            *LIST_ADD(arena, &shown.list) = glyphs.items[i];
        if (is_letter_by_letter(font, text, glyphs, &cluster))
            add_lost(arena, &shown, font, text, glyphs, &cluster);
    }
    if (!glyphs.count)
        add_lost(arena, &shown, font, text, glyphs, &cluster);
    return (struct glyphs){.items = shown.list.items, .count = shown.list.count};
}

static struct glyphs shape_anew(const struct shaper *shaper, struct arena *arena,
                                const struct shaped_key *key)
{
    hb_font_t *font = shaper->fonts[key->face];
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, key->text.at, (int)key->text.len, 0, (int)key->text.len);
    shape_buffer(shaper, font, buffer, key->features);
    struct glyphs glyphs = with_lost(arena, font, key->text, glyphs_of(arena, buffer));
    hb_buffer_destroy(buffer);
    return glyphs;
}

/* The same word is often set in several sizes, and takes far longer to shape than to scale. */
static struct glyphs shape_unscaled(const struct shaper *shaper, struct arena *arena,
                                    const struct shaped_key *key)
{
    const struct shaped_key sizeless = {key->text, key->face, 0, key->features};
    struct glyphs glyphs;
    if (shaped_words_find(shaper->unscaled, &sizeless, &glyphs))
        return glyphs;
    glyphs = shape_anew(shaper, arena, &sizeless);
    shaped_words_add(shaper->unscaled, &sizeless, glyphs);
    return glyphs;
}

static struct glyphs scale(struct arena *arena, struct glyphs unscaled, milli size, unsigned upem)
{
    struct glyph *items = ARENA_ARRAY(arena, struct glyph, unscaled.count);
    struct glyphs glyphs = {.items = items, .count = unscaled.count};
    for (size_t i = 0; i < unscaled.count; i++) {
        const struct glyph *glyph = &unscaled.items[i];
        items[i] = (struct glyph){.id = glyph->id,
                                  .cluster = glyph->cluster,
                                  .advance = scaled(glyph->advance, size, upem),
                                  .dx = scaled(glyph->dx, size, upem),
                                  .dy = scaled(glyph->dy, size, upem)};
        glyphs.width = sum(glyphs.width, items[i].advance);
    }
    return glyphs;
}

static struct glyphs shape(const void *self, struct arena *arena, enum face face, milli size,
                           struct str text, unsigned features)
{
    const struct shaper *shaper = self;
    const struct shaped_key key = {text, face, size, features};
    struct glyphs glyphs;
    if (shaped_words_find(shaper->words, &key, &glyphs))
        return glyphs;
    unsigned upem = hb_face_get_upem(hb_font_get_face(shaper->fonts[face]));
    glyphs = scale(arena, shape_unscaled(shaper, arena, &key), size, upem);
    shaped_words_add(shaper->words, &key, glyphs);
    return glyphs;
}

static milli metric(hb_font_t *font, hb_ot_metrics_tag_t tag)
{
    hb_position_t units = 0;
    hb_ot_metrics_get_position_with_fallback(font, tag, &units);
    return units;
}

static struct extent extent_of(hb_font_t *font)
{
    return (struct extent){
        .ascent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER),
        .descent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER),
        .cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT),
        .x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT),
    };
}

static milli scaled_size(milli units, milli size, unsigned upem)
{
    milli value = scaled(units, size, upem);
    return value < 0 ? -value : value;
}

static struct extent extent(const void *self, enum face face, milli size)
{
    const struct shaper *shaper = self;
    const struct extent *units = &shaper->extents[face];
    unsigned upem = hb_face_get_upem(hb_font_get_face(shaper->fonts[face]));
    return (struct extent){
        .ascent = scaled_size(units->ascent, size, upem),
        .descent = scaled_size(units->descent, size, upem),
        .cap_height = scaled_size(units->cap_height, size, upem),
        .x_height = scaled_size(units->x_height, size, upem),
    };
}

static void rest(const void *self)
{
    const struct shaper *shaper = self;
    shaped_words_rest(shaper->words);
    shaped_words_rest(shaper->unscaled);
}

/* ---- coverage ---- */

static bool has_each_character(hb_font_t *font, struct str text)
{
    hb_codepoint_t glyph;
    for (size_t at = 0; at < text.len;)
        if (!hb_font_get_nominal_glyph(font, utf8_next(text, &at), &glyph))
            return false;
    return true;
}

/* A letter with a mark may have one glyph where neither has one alone: only shaping tells. */
static bool covers(const void *self, enum face face, struct str text)
{
    const struct shaper *shaper = self;
    hb_font_t *font = shaper->fonts[face];
    if (has_each_character(font, text))
        return true;
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.at, (int)text.len, 0, (int)text.len);
    shape_buffer(shaper, font, buffer, 0);
    unsigned count = 0;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    bool whole = true;
    for (unsigned i = 0; i < count; i++)
        whole = whole && infos[i].codepoint != 0;
    hb_buffer_destroy(buffer);
    return whole;
}

/* ---- opening fonts ---- */

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool present = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return present;
}

/* The embedding permissions in OS/2: bytes 8 and 9. A font that says nothing forbids nothing. */
static unsigned embedding_bits(hb_face_t *face)
{
    hb_blob_t *table = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    unsigned length = 0;
    const uint8_t *bytes = (const uint8_t *)hb_blob_get_data(table, &length);
    unsigned bits = length >= 10 ? (unsigned)bytes[8] << 8 | bytes[9] : 0;
    hb_blob_destroy(table);
    return bits;
}

/* Only parts of a font are embedded, as outlines; where several levels are given, the mildest
   counts. */
static bool may_embed(hb_face_t *face)
{
    enum { LEVELS = 0xF, RESTRICTED = 2, NO_SUBSETTING = 0x100, BITMAP_ONLY = 0x200 };
    unsigned bits = embedding_bits(face);
    return (bits & LEVELS) != RESTRICTED && !(bits & (NO_SUBSETTING | BITMAP_ONLY));
}

static bool is_usable(hb_face_t *face)
{
    return hb_face_get_glyph_count(face) > 0 && has_table(face, HB_TAG('h', 'e', 'a', 'd')) &&
           has_table(face, HB_TAG('c', 'm', 'a', 'p')) &&
           has_table(face, HB_TAG('h', 'm', 't', 'x')) &&
           (has_table(face, HB_TAG('g', 'l', 'y', 'f')) ||
            has_table(face, HB_TAG('C', 'F', 'F', ' ')));
}

/* What is wrong with a file; NULL when a PDF can hold it. */
static const char *fault_of(hb_face_t *face, unsigned count)
{
    if (count > 1)
        return "is a collection of fonts, not a single one";
    if (count == 0 || !is_usable(face))
        return "is not a TrueType or OpenType font, or it is damaged";
    if (has_table(face, HB_TAG('f', 'v', 'a', 'r')))
        return "is a variable font, of which a PDF cannot show the weights";
    return NULL;
}

static bool check_face(struct diags *diags, const struct font_file *file, unsigned count,
                       hb_face_t *face)
{
    const char *fault = fault_of(face, count);
    if (fault)
        font_refuse(diags, &E502, file, fault);
    else if (!may_embed(face))
        font_refuse(diags, &E504, file, "may not be put into a PDF");
    else
        return true;
    return false;
}

/* What some letters of Latin script say about all: of a font for text none is without width, nor
   several times as wide as it is high. */
static const char *fault_of_widths(struct arena *arena, hb_font_t *font, int upem)
{
    enum { FIRST_ACCENTED = 0xC0, LAST = 0x17F, MOST_EMS = 4 };
    for (hb_codepoint_t c = ' '; c <= LAST; c = c == '~' ? FIRST_ACCENTED : c + 1) {
        hb_codepoint_t glyph;
        if (!hb_font_get_nominal_glyph(font, c, &glyph))
            continue;
        hb_position_t width = hb_font_get_glyph_h_advance(font, glyph);
        if (width > 0 && width <= MOST_EMS * upem)
            continue;
        struct buf why = {.arena = arena};
        buf_addz(&why, "gives `");
        buf_code_point(&why, c);
        buf_addz(&why, width > 0 ? "` the width of a whole word" : "` no width");
        return buf_str(&why).at;
    }
    return NULL;
}

static bool check_widths(struct diags *diags, const struct font_file *file, hb_font_t *font,
                         int upem)
{
    const char *fault = fault_of_widths(diags->arena, font, upem);
    if (fault)
        font_refuse(diags, &E550, file, fault);
    return !fault;
}

static hb_font_t *open_font(struct diags *diags, const struct font_file *file)
{
    hb_blob_t *blob = hb_blob_create(file->bytes.at, (unsigned)file->bytes.len,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = NULL;
    if (check_face(diags, file, hb_face_count(blob), face)) {
        int upem = (int)hb_face_get_upem(face);
        font = hb_font_create(face);
        hb_font_set_scale(font, upem, upem);
        hb_font_make_immutable(font);
        if (!check_widths(diags, file, font, upem)) {
            hb_font_destroy(font);
            font = NULL;
        }
    }
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return font;
}

/* The font of an earlier face of the same bytes, or the file opened. */
static hb_font_t *font_for(struct diags *diags, const struct fonts *fonts,
                           const struct shaper *shaper, int face)
{
    for (int earlier = 0; earlier < face; earlier++)
        if (fonts->files[earlier].bytes.at == fonts->files[face].bytes.at)
            return shaper->fonts[earlier] ? hb_font_reference(shaper->fonts[earlier]) : NULL;
    return open_font(diags, &fonts->files[face]);
}

struct metrics *metrics_new(struct arena *arena, struct diags *diags, const struct fonts *fonts)
{
    struct shaper *shaper = ARENA_NEW(arena, struct shaper);
    struct metrics *metrics = ARENA_NEW(arena, struct metrics);
    *metrics = (struct metrics){.self = shaper,
                                .shape = shape,
                                .extent = extent,
                                .covers = covers,
                                .rest = rest,
                                .fallback_count = fonts->fallback_count,
                                .spaces = kerned_spaces_new(arena)};
    shaper->language = hb_language_from_string("en-GB", -1);
    shaper->words = shaped_words_new(arena);
    shaper->unscaled = shaped_words_new(arena);
    bool complete = true;
    for (int face = 0; face < FACE_FALLBACK + (int)fonts->fallback_count; face++) {
        shaper->fonts[face] = font_for(diags, fonts, shaper, face);
        complete = complete && shaper->fonts[face];
        if (shaper->fonts[face])
            shaper->extents[face] = extent_of(shaper->fonts[face]);
    }
    if (complete)
        return metrics;
    metrics_free(metrics);
    return NULL;
}

void metrics_free(struct metrics *metrics)
{
    if (!metrics)
        return;
    const struct shaper *shaper = metrics->self;
    for (int face = 0; face < FACE_LIMIT; face++)
        hb_font_destroy(shaper->fonts[face]);
    shaped_words_free(shaper->words);
    shaped_words_free(shaper->unscaled);
}
