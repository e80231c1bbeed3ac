/* The record tables of theme.yaml: which keys there are and what each means. */
#include "layout/theme/theme_file.h"

#include <stddef.h>

/* A field that is one element of an array, under a name of its own. */
#define SLOT(type, array, index, key, field_kind, how, ...)                                        \
    {                                                                                              \
        .name = (key), .kind = (field_kind), .presence = (how),                                    \
        .offset = offsetof(type, array[index]), __VA_ARGS__                                        \
    }

static const struct word face_words[] = {
    {"regular", "regular"},         {"italic", "italic"},   {"bold", "bold"},
    {"bold_italic", "bold italic"}, {"heading", "heading"}, {0},
};

static const struct word colour_words[] = {
    {"paper", "paper"},
    {"ink", "ink"},
    {"muted", "muted"},
    {"accent", "accent"},
    {"accent_ink", "accent ink"},
    {"link", "link"},
    {"rule", "rule"},
    {"band", "band"},
    {0},
};

static const struct word page_size_words[] = {{"a4", "A4"}, {0}};

#define FONT(index, key, text)                                                                     \
    SLOT(struct theme_fonts, files, index, key, FIELD_TEXT, OPTIONAL, .doc = (text),               \
         .example = "lato/Lato-Regular.ttf")

static const struct field font_fields[] = {
    FONT(FACE_REGULAR, "regular", "Font file for running text."),
    FONT(FACE_ITALIC, "italic", "Font file for emphasis."),
    FONT(FACE_BOLD, "bold", "Font file for strong text."),
    FONT(FACE_BOLD_ITALIC, "bold_italic", "Font file for text that is both."),
    FONT(FACE_HEADING, "heading", "Font file for headings."),
    FIELD(struct theme_fonts, family, FIELD_TEXT, OPTIONAL,
          .doc = "Family of installed fonts, for all the above that name no file.",
          .example = "Lato"),
    FIELD(struct theme_fonts, heading_family, FIELD_TEXT, OPTIONAL,
          .doc = "Another family for headings.", .example = "DejaVu Serif"),
    FIELD(struct theme_fonts, fallback, FIELD_TEXTS, OPTIONAL,
          .doc = "Font files for words with characters that the fonts above lack, the first that "
                 "has them.",
          .example = "[dejavu/DejaVuSans.ttf]"),
    {0},
};

const struct record_table theme_fonts_table = {
    .name = "set of fonts",
    .a_name = "a set of fonts",
    .size = sizeof(struct theme_fonts),
    .fields = font_fields,
    .doc = "The fonts of a theme: files, each looked for in the font folders, or a family that is "
           "installed. Each of the first five needs the one or the other.",
};

#define MILLIMETRES(member, text)                                                                  \
    FIELD(struct theme_page, member, FIELD_DECIMAL, REQUIRED, .doc = (text), .example = "24")

static const struct field page_fields[] = {
    FIELD(struct theme_page, size, FIELD_WORD, REQUIRED, .words = page_size_words,
          .doc = "Size of the paper.", .example = "a4"),
    MILLIMETRES(margin_top, "Margin above the text, in millimetres."),
    MILLIMETRES(margin_bottom, "Margin below the text, in millimetres."),
    MILLIMETRES(margin_left, "Margin left of the text, in millimetres."),
    MILLIMETRES(margin_right, "Margin right of the text, in millimetres."),
    MILLIMETRES(footer, "From the bottom edge to the baseline of the foot, in millimetres."),
    FIELD(struct theme_page, zone, FIELD_DECIMAL, OPTIONAL,
          .doc = "At the left of the text, for labels: how wide, in millimetres. 0: there is none.",
          .example = "40"),
    FIELD(struct theme_page, gutter, FIELD_DECIMAL, OPTIONAL,
          .doc = "Between that zone and the text, in millimetres.", .example = "4"),
    FIELD(struct theme_page, header, FIELD_DECIMAL, OPTIONAL,
          .doc = "Not used any more: no page has a running head.", .example = "14"),
    {0},
};

static const struct record_table theme_page_table = {
    .name = "page",
    .a_name = "a page",
    .size = sizeof(struct theme_page),
    .fields = page_fields,
    .doc = "The paper and its margins.",
};

#define COLOUR(index, key, text)                                                                   \
    SLOT(struct theme_colours, values, index, key, FIELD_TEXT, REQUIRED, .doc = (text),            \
         .example = "\"#16385f\"")

#define COLOUR_OR(index, key, text)                                                                \
    SLOT(struct theme_colours, values, index, key, FIELD_TEXT, OPTIONAL, .doc = (text),            \
         .example = "\"#6b7884\"")

static const struct field colour_fields[] = {
    COLOUR(COLOUR_PAPER, "paper", "The page itself."),
    COLOUR(COLOUR_INK, "ink", "Text."),
    COLOUR(COLOUR_MUTED, "muted", "Details and running text."),
    COLOUR(COLOUR_ACCENT, "accent", "Headings and drawings."),
    COLOUR(COLOUR_ACCENT_INK, "accent_ink", "Text on the accent colour."),
    COLOUR(COLOUR_LINK, "link", "Links and citations."),
    COLOUR(COLOUR_RULE, "rule", "Thin lines between the rows of a table."),
    COLOUR(COLOUR_BAND, "band", "Behind parts of drawings, and behind the header row of a table."),
    COLOUR_OR(COLOUR_SIDE_RULE, "side_rule", "Rules above side heads; `muted` when left out."),
    COLOUR_OR(COLOUR_LANE, "lane", "Lanes of a chart; `muted` when left out."),
    COLOUR_OR(COLOUR_STRIP, "strip", "Spans of time in a strip; `band` when left out."),
    COLOUR_OR(COLOUR_PANEL, "panel", "Behind what members are asked; `band` when left out."),
    {0},
};

const struct record_table theme_colours_table = {
    .name = "set of colours",
    .a_name = "a set of colours",
    .size = sizeof(struct theme_colours),
    .fields = colour_fields,
    .doc = "The colours of a theme, each as a hash sign and six hexadecimal digits.",
};

#define POINTS(member, text, value)                                                                \
    FIELD(struct theme_style, member, FIELD_DECIMAL, REQUIRED, .doc = (text), .example = (value))

static const struct field style_fields[] = {
    FIELD(struct theme_style, face, FIELD_WORD, REQUIRED, .words = face_words,
          .doc = "Which of the theme's fonts.", .example = "regular"),
    POINTS(size, "Size of the letters, in points.", "12"),
    POINTS(leading, "From one baseline to the next, in points.", "17"),
    POINTS(before, "Space above, in points.", "0"),
    POINTS(after, "Space below, in points.", "8.5"),
    FIELD(struct theme_style, colour, FIELD_WORD, REQUIRED, .words = colour_words,
          .doc = "Which of the theme's colours.", .example = "ink"),
    {0},
};

static const struct record_table theme_style_table = {
    .name = "style",
    .a_name = "a style",
    .size = sizeof(struct theme_style),
    .fields = style_fields,
    .doc = "How one role of text looks.",
};

#define STYLE(index, key, text)                                                                    \
    SLOT(struct theme_styles, roles, index, key, FIELD_RECORD, REQUIRED, .of = &theme_style_table, \
         .doc = (text))

#define STYLE_OR(index, key, text)                                                                 \
    SLOT(struct theme_styles, roles, index, key, FIELD_RECORD, OPTIONAL, .of = &theme_style_table, \
         .doc = (text))

static const struct field styles_fields[] = {
    STYLE(STYLE_BODY, "body", "Running text."),
    STYLE(STYLE_LEAD, "lead", "The opening statement."),
    STYLE(STYLE_TITLE, "title", "The title of the briefing."),
    STYLE(STYLE_SUBTITLE, "subtitle", "The line below the title."),
    STYLE(STYLE_HEADING_1, "heading_1", "Headings of the first level after the title."),
    STYLE(STYLE_HEADING_2, "heading_2", "Headings of the second level."),
    STYLE(STYLE_HEADING_3, "heading_3", "Headings of the third level."),
    STYLE(STYLE_HEADING_4, "heading_4", "Headings of the fourth level and below."),
    STYLE(STYLE_TABLE, "table", "Cells of tables."),
    STYLE(STYLE_TABLE_HEADER, "table_header", "Header cells of tables."),
    STYLE(STYLE_CAPTION, "caption", "Captions of tables."),
    STYLE(STYLE_SMALL, "small", "Notes and details of sources."),
    STYLE(STYLE_QUOTE, "quote", "Quotations."),
    STYLE(STYLE_CONTENTS, "contents", "Lines of the list of contents."),
    STYLE(STYLE_RUNNING, "running", "The first line of the first page, and the foot of all."),
    STYLE(STYLE_FIGURE, "figure", "A number that stands out."),
    STYLE(STYLE_CHART, "chart", "Labels in drawings."),
    STYLE_OR(STYLE_SIDE, "side",
             "Labels beside their text; bold `body` in the accent colour when left out."),
    STYLE_OR(STYLE_TITLE_LONG, "title_long",
             "A title that would take more than three lines in its own style; `title` made smaller "
             "when left out."),
    {0},
};

const struct record_table theme_styles_table = {
    .name = "set of styles",
    .a_name = "a set of styles",
    .size = sizeof(struct theme_styles),
    .fields = styles_fields,
    .doc = "How each role of text looks.",
};

#define TONE_COLOUR(member, text)                                                                  \
    FIELD(struct theme_tone, member, FIELD_TEXT, REQUIRED, .doc = (text), .example = "\"#d3ead9\"")

static const struct field tone_fields[] = {
    TONE_COLOUR(fill, "Background of the cell."),
    TONE_COLOUR(ink, "Text on that background."),
    TONE_COLOUR(mark, "The shape before the word."),
    FIELD(struct theme_tone, mark_on_fill, FIELD_TEXT, OPTIONAL,
          .doc = "The same shape on the background; `mark` when left out.",
          .example = "\"#ffffff\""),
    {0},
};

static const struct record_table theme_tone_table = {
    .name = "tone",
    .a_name = "a tone",
    .size = sizeof(struct theme_tone),
    .fields = tone_fields,
    .doc = "The colours of one tone.",
};

#define TONE(index, key, text)                                                                     \
    SLOT(struct theme_tones, items, index, key, FIELD_RECORD, REQUIRED, .of = &theme_tone_table,   \
         .doc = (text))

static const struct field tones_fields[] = {
    TONE(TONE_BEST, "best", "The best of four grades."),
    TONE(TONE_GOOD, "good", "The second of four grades."),
    TONE(TONE_WEAK, "weak", "The third of four grades."),
    TONE(TONE_WORST, "worst", "The last of four grades."),
    TONE(TONE_NEUTRAL, "neutral", "What is not on the scale."),
    {0},
};

const struct record_table theme_tones_table = {
    .name = "set of tones",
    .a_name = "a set of tones",
    .size = sizeof(struct theme_tones),
    .fields = tones_fields,
    .doc = "How grades look where they are more than a word.",
};

static const struct field running_fields[] = {
    FIELD(struct theme_running, first_left, FIELD_TEXT, OPTIONAL,
          .doc = "Template of the first page's first line, on the left.",
          .example = "\"{{ council.name }}\""),
    FIELD(struct theme_running, first_right, FIELD_TEXT, OPTIONAL,
          .doc = "Template of the same line, on the right.",
          .example = "\"position on {{ briefing.as_at | date }}\""),
    FIELD(struct theme_running, footer_left, FIELD_TEXT, OPTIONAL,
          .doc = "Template of the left side of every page's foot; the right side is its number.",
          .example = "\"{{ council.name }}\""),
    FIELD(struct theme_running, header_left, FIELD_TEXT, OPTIONAL,
          .doc = "Not used any more: no page has a running head.",
          .example = "\"{{ briefing.title }}\""),
    FIELD(struct theme_running, header_right, FIELD_TEXT, OPTIONAL,
          .doc = "Not used any more: no page has a running head.",
          .example = "\"{{ council.name }}\""),
    {0},
};

static const struct record_table theme_running_table = {
    .name = "set of running texts",
    .a_name = "a set of running texts",
    .size = sizeof(struct theme_running),
    .fields = running_fields,
    .doc = "What is printed at the head of the first page and at the foot of every page.",
};

static const struct field logo_fields[] = {
    FIELD(struct theme_logo, file, FIELD_TEXT, REQUIRED,
          .doc = "PNG or JPEG file, in the folder of the file that names it or below.",
          .example = "logo.png"),
    FIELD(struct theme_logo, alt, FIELD_TEXT, REQUIRED,
          .doc = "What the logo says, for people who do not see it.",
          .example = "Norfolk County Council"),
    FIELD(struct theme_logo, width, FIELD_DECIMAL, REQUIRED,
          .doc = "How wide it is printed, in millimetres.", .example = "40"),
    {0},
};

static const struct record_table theme_logo_table = {
    .name = "logo",
    .a_name = "a logo",
    .size = sizeof(struct theme_logo),
    .fields = logo_fields,
    .doc = "A picture at the right of the title.",
};

#define PART(member, table, how, text)                                                             \
    FIELD(struct theme_file, member, FIELD_RECORD, how, .of = &(table), .doc = (text))

static const struct field theme_fields[] = {
    PART(fonts, theme_fonts_table, REQUIRED, "The fonts."),
    FIELD(struct theme_file, font_folders, FIELD_TEXTS, REQUIRED,
          .doc = "Folders with font files, searched in this order.",
          .example = "[fonts, /usr/share/fonts/truetype]"),
    PART(page, theme_page_table, REQUIRED, "The paper and its margins."),
    PART(colours, theme_colours_table, REQUIRED, "The colours."),
    PART(styles, theme_styles_table, REQUIRED, "How each role of text looks."),
    PART(tones, theme_tones_table, REQUIRED, "How grades look."),
    PART(running, theme_running_table, OPTIONAL, "The first line, and the foot."),
    PART(logo, theme_logo_table, OPTIONAL, "The picture at the right of the title."),
    FIELD(struct theme_file, hyphenation, FIELD_ANSWER, OPTIONAL,
          .doc = "Are words of running text parted at the ends of lines? No when left out.",
          .example = "yes"),
    {0},
};

const struct record_table theme_file_table = {
    .name = "theme",
    .a_name = "a theme",
    .size = sizeof(struct theme_file),
    .fields = theme_fields,
    .doc = "How a briefing looks: fonts, page, colours, styles and running texts.",
};
