/* Codes of layout/: theme, fonts, pictures and layout. */
#include "layout/layout_codes.h"

#include <stddef.h>

const struct code E501 = {
    .name = "E501",
    .severity = SEVERITY_FAILURE,
    .title = "Font file cannot be read",
    .explanation =
        "A font that the theme names was found but could not be read. Check the permissions of "
        "the file, and that it is not empty, or name another font under `fonts` in theme.yaml.",
};

const struct code E502 = {
    .name = "E502",
    .severity = SEVERITY_ERROR,
    .title = "Not a font",
    .explanation =
        "The file is not a TrueType or OpenType font, or it is damaged. Fonts for the web (.woff, "
        ".woff2), old PostScript fonts (.pfb), collections (.ttc) and variable fonts do not work. "
        "Name a file that ends in .ttf or .otf and holds one weight, or fetch the font again.",
};

const struct code E503 = {
    .name = "E503",
    .severity = SEVERITY_ERROR,
    .title = "Font file too large",
    .explanation =
        "A font may have up to 32 MiB. A larger one is usually a collection for many scripts. "
        "Name a font for Latin script.",
};

const struct code E504 = {
    .name = "E504",
    .severity = SEVERITY_ERROR,
    .title = "Font may not be embedded",
    .explanation =
        "The makers of this font do not allow it to be put into a PDF, and an accessible PDF must "
        "hold its fonts. Name another font under `fonts` in theme.yaml, such as Lato or Open Sans, "
        "which are free to use.",
};

const struct code E510 = {
    .name = "E510",
    .severity = SEVERITY_ERROR,
    .title = "Character that the font lacks",
    .explanation =
        "The text has a character that the theme's font cannot show; readers would see an empty "
        "box. Write it another way, or name a font in theme.yaml that has the character.",
    .wrong = "The council\342\200\231s motto is \351\200\262\346\255\251.\n",
    .right = "The council\342\200\231s motto is Progress.\n",
};

const struct code W511 = {
    .name = "W511",
    .severity = SEVERITY_WARNING,
    .title = "No hyphenation",
    .explanation =
        "The file with the hyphenation patterns for British English is not installed. Briefings "
        "are "
        "built all the same, without hyphens at the ends of lines. Install the package "
        "hyphen-en-gb to have them.",
};

const struct code E512 = {
    .name = "E512",
    .severity = SEVERITY_ERROR,
    .title = "Right-to-left writing",
    .explanation =
        "The text has words in Arabic, Hebrew or another script that runs from right to left. "
        "They cannot be set yet: their letters would stand in the wrong order. Write the words in "
        "Latin letters, as a passport does.",
    .wrong = "The council\342\200\231s motto is \327\251\327\234\327\225\327\235.\n",
    .right = "The council\342\200\231s motto is Peace.\n",
};

const struct code E513 = {
    .name = "E513",
    .severity = SEVERITY_ERROR,
    .title = "Emoji",
    .explanation =
        "The text has an emoji. Emoji look different on every device and are read aloud under "
        "names that a reader may not expect, so a briefing does not print them. Say in words "
        "what it stands for.",
    .wrong = "A good year \360\237\216\211.\n",
    .right = "A good year.\n",
};

const struct code E514 = {
    .name = "E514",
    .severity = SEVERITY_ERROR,
    .title = "Too many fallback fonts",
    .explanation =
        "A theme may name up to 8 fallback fonts. One font of a large family, such as DejaVu Sans "
        "or Noto Sans, has the letters of all European languages.",
    .wrong = "  fallback: [a.ttf, b.ttf, c.ttf, d.ttf, e.ttf, f.ttf, g.ttf, h.ttf, i.ttf]\n",
    .right = "  fallback: [dejavu/DejaVuSans.ttf]\n",
};

const struct code E520 = {
    .name = "E520",
    .severity = SEVERITY_ERROR,
    .title = "Word wider than its place",
    .explanation =
        "A word, a web address or a number has no place in its column or on the line where "
        "it may be parted, and would run into what stands beside it. Shorten it, give the "
        "table fewer columns, or write the address as the target of a link with words of its "
        "own.",
    .wrong = "| 2018 | "
             "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234"
             "56789012"
             "34567890123456789012345678901234567890123456789 |\n",
    .right = "| 2018 | 0123456789 |\n",
};

const struct code E521 = {
    .name = "E521",
    .severity = SEVERITY_ERROR,
    .title = "Briefing too long",
    .explanation = "A briefing may have up to 2,000 pages. One that is longer is nearly always a "
                   "template that repeats itself; check its loops.",
};

const struct code E522 = {
    .name = "E522",
    .severity = SEVERITY_ERROR,
    .title = "Contrast too low",
    .explanation =
        "Two colours of the theme are too close to one another for readers with low vision, "
        "or for print without colour. Text needs a contrast of 4.5:1 and shapes need 3:1, as "
        "the accessibility regulations ask (WCAG 2.1 AA). Make the darker colour darker or "
        "the paler one paler.",
    .wrong = "  muted: \"#c9d1db\"\n",
    .right = "  muted: \"#55606e\"\n",
};

const struct code E523 = {
    .name = "E523",
    .severity = SEVERITY_ERROR,
    .title = "Text too small",
    .explanation = "The theme's text would be hard to read. Running text needs 12 pt or more, "
                   "everything else 9 pt or more (what is under 10.5 is set in that: W543), and "
                   "lines may not touch one another.",
    .wrong = "  body: {face: regular, size: 10, leading: 17, before: 0, after: 8.5, colour: ink}\n",
    .right = "  body: {face: regular, size: 12, leading: 17, before: 0, after: 8.5, colour: ink}\n",
};

const struct code E524 = {
    .name = "E524",
    .severity = SEVERITY_FAILURE,
    .title = "Font not found",
    .explanation =
        "A font of the theme is in none of its font folders. Install the package that holds "
        "it, put the file into a folder `fonts` beside theme.yaml, or name another font.",
    .wrong = "  regular: lato/Latin-Regular.ttf\n",
    .right = "  regular: lato/Lato-Regular.ttf\n",
};

const struct code E525 = {
    .name = "E525",
    .severity = SEVERITY_ERROR,
    .title = "Not a colour",
    .explanation =
        "Colours in a theme are written as a hash sign and six hexadecimal digits, two each "
        "for red, green and blue. Quotation marks are needed, or YAML takes the rest of the "
        "line for a comment.",
    .wrong = "  ink: black\n",
    .right = "  ink: \"#1b2430\"\n",
};

const struct code E526 = {
    .name = "E526",
    .severity = SEVERITY_ERROR,
    .title = "Impossible measure",
    .explanation = "A size, a space or a margin in the theme is negative or far too large, or the "
                   "margins leave no room for text. Sizes are in points, margins in millimetres.",
    .wrong = "  margin_left: 240\n",
    .right = "  margin_left: 24\n",
};

const struct code E527 = {
    .name = "E527",
    .severity = SEVERITY_ERROR,
    .title = "Drawing taller than a page",
    .explanation =
        "A drawing must fit on one page, and this one is taller. Show fewer rows in it, or "
        "use a table, which may go on over several pages.",
};

const struct code E530 = {
    .name = "E530",
    .severity = SEVERITY_ERROR,
    .title = "Picture cannot be read",
    .explanation =
        "The file of a picture does not exist, is not a file, or may not be read. Pictures that a "
        "specification names lie in its own folder or below it, those of a template in the "
        "template's folder. Check the name, with its ending and its capital letters.",
};

const struct code E531 = {
    .name = "E531",
    .severity = SEVERITY_ERROR,
    .title = "Picture outside its folder",
    .explanation =
        "A picture is named by its path inside the folder of the specification or template, such "
        "as pictures/map.png. The path cannot begin with a slash, lead upwards with .., or go "
        "through a link, so that a briefing can hold nothing but what was put there for it.",
};

const struct code E532 = {
    .name = "E532",
    .severity = SEVERITY_ERROR,
    .title = "Picture too large",
    .explanation =
        "The file of a picture may have up to 16 MiB, and the picture up to 10,000 pixels a side "
        "and 24 million in all. A page printed at 300 dots an inch needs a third of that. Save "
        "the picture with fewer pixels.",
};

const struct code E533 = {
    .name = "E533",
    .severity = SEVERITY_ERROR,
    .title = "Neither PNG nor JPEG",
    .explanation =
        "Briefings show PNG files (for logos, maps and charts) and JPEG files (for photographs). "
        "The contents of the file count, not the ending of its name: open it in a picture program "
        "and save it as one of the two.",
};

const struct code E534 = {
    .name = "E534",
    .severity = SEVERITY_ERROR,
    .title = "Damaged picture",
    .explanation =
        "The file of the picture is cut short or contradicts itself, often because it was not "
        "copied or downloaded to its end. Copy it again, or open it in a picture program and save "
        "it anew.",
};

const struct code E535 = {
    .name = "E535",
    .severity = SEVERITY_ERROR,
    .title = "Kind of JPEG that is not accepted",
    .explanation =
        "An archival PDF for the screen holds pictures in grey or RGB. JPEG files in the colours "
        "of print (CMYK), with arithmetic coding, without loss or with more than 8 bits a colour "
        "cannot be shown by every reader, or in the right colours. Save the picture as an "
        "ordinary RGB JPEG, or as PNG.",
};

const struct code W540 = {
    .name = "W540",
    .severity = SEVERITY_WARNING,
    .title = "Theme that changes nothing",
    .explanation =
        "A theme of templates/themes holds what is to look different from the template's own "
        "theme.yaml. This one says the same in every place, so that briefings look as they would "
        "without it. Change a value, or do without the theme.",
    .wrong = "  ink: \"#16202a\" # the template's own\n",
    .right = "  ink: \"#000000\"\n",
};

const struct code E541 = {
    .name = "E541",
    .severity = SEVERITY_ERROR,
    .title = "Tones that look alike",
    .explanation =
        "Grades and progress are shown as a word, a shape and a tone. These two tones cannot be "
        "told apart by their colours, by one reader in twelve who sees colours differently or in "
        "print without colour. Tones should differ in lightness and not in hue alone: give each "
        "fill or each mark a step of its own from pale to dark.",
    .wrong = "  weak: {fill: \"#c3ddf0\", mark: \"#0b4a78\"}\n",
    .right = "  weak: {fill: \"#e8b050\", mark: \"#6e3b00\"}\n",
};

const struct code E545 = {
    .name = "E545",
    .severity = SEVERITY_FAILURE,
    .title = "Family of fonts not installed",
    .explanation =
        "A theme names a family of fonts that this machine does not have. No other family is put "
        "in its place. Correct the name (`fc-list : family` lists what is installed), install the "
        "family, or put its files beside the theme and name them there.",
    .wrong = "  family: Latto\n",
    .right = "  family: Lato\n",
};

const struct code E546 = {
    .name = "E546",
    .severity = SEVERITY_FAILURE,
    .title = "Family that lacks a font",
    .explanation =
        "A briefing is set in regular, italic, bold and bold italic letters, and its headings in "
        "bold or semi-bold. The family of the theme is installed without some of them, and letters "
        "that are slanted or thickened by the program are no replacement. Install the rest of the "
        "family, choose another, or name files for what it lacks.",
    .wrong = "  family: DejaVu Sans\n",
    .right = "  family: Lato\n",
};

const struct code E547 = {
    .name = "E547",
    .severity = SEVERITY_ERROR,
    .title = "Family that a PDF cannot hold",
    .explanation =
        "The family of the theme is installed as a variable font (all weights in one file), as a "
        "collection of fonts (.ttc), or as a font for the web or an old PostScript font. A PDF "
        "takes one TrueType or OpenType file for each weight; most makers offer those too, as "
        "static fonts.",
};

const struct code E550 = {
    .name = "E550",
    .severity = SEVERITY_ERROR,
    .title = "Font with impossible widths",
    .explanation =
        "The font gives a letter no width, or a width of several lines' height, so that words "
        "would "
        "be printed over one another or off the page. The file is damaged, or it was not made for "
        "text. Name another font under `fonts` in theme.yaml.",
};

const struct code E551 = {
    .name = "E551",
    .severity = SEVERITY_FAILURE,
    .title = "Hyphenation patterns cannot be read",
    .explanation =
        "The file with the hyphenation patterns for British English is installed, but it could not "
        "be read. Without it lines would break at other places than they did before, so nothing is "
        "built. See to the permissions of the file and to its disk, install the package "
        "hyphen-en-gb again, or remove it to do without hyphens.",
};

const struct code W541 = {
    .name = "W541",
    .severity = SEVERITY_WARNING,
    .title = "Page one longer than a page",
    .explanation =
        "The first page is the paper for who reads no more, and should be one page. Where it is "
        "too long, the spaces on it are made smaller, and then the template leaves out what it can "
        "say later. It is still too long, so it runs on to a second page. Shorten what the "
        "warning names; nothing that you wrote is cut.",
    .wrong = "- A point that is long enough to take two lines of the paper, and that could well "
             "be said in half as many words by somebody.\n"
             "- And another.\n",
    .right = "- A point.\n",
};

const struct code W542 = {
    .name = "W542",
    .severity = SEVERITY_WARNING,
    .title = "Key of a theme that is not used any more",
    .explanation =
        "Pages have no running head any more, so nothing is done with `header` under `page`, or "
        "with `header_left` and `header_right` under `running`. What the first page says on top, "
        "beside the council's name, stands in `first_left` and `first_right`; the next version "
        "will refuse the old keys.",
    .wrong = "  header_right: \"{{ council.name }}\"\n",
    .right = "  first_right: \"{{ council.name }}\"\n",
};

const struct code W543 = {
    .name = "W543",
    .severity = SEVERITY_WARNING,
    .title = "Text set larger than the theme says",
    .explanation =
        "Text that is read line by line, such as lists and tables, is set in 12 points or more, "
        "and "
        "all else in 10.5 or more. A theme of an earlier version may ask for less; the text is set "
        "in the least size, and its lines further apart. Write that size in the theme.",
    .wrong = "  small: {size: 9.5, leading: 13.5}\n",
    .right = "  small: {size: 11, leading: 15}\n",
};

const struct code E553 = {
    .name = "E553",
    .severity = SEVERITY_ERROR,
    .title = "Grades that do not get darker",
    .explanation =
        "The fills of the four grades are a ramp: each is darker than that of the better grade by "
        "6 or more in L*, the lightness of CIE, of 100 from black to white. So a page that was "
        "copied "
        "without colour still shows at arm's length where matters are worst.",
    .wrong = "  weak: {fill: \"#c9d8a8\", mark: \"#1f1500\"}\n",
    .right = "  weak: {fill: \"#edb65a\", mark: \"#1f1500\"}\n",
};

const struct code E554 = {
    .name = "E554",
    .severity = SEVERITY_ERROR,
    .title = "Place that is not in the paper",
    .explanation =
        "A link such as [page](#wanted) leads to a place of the same paper and is printed with its "
        "page. The paper has no block `place` of that name, or nothing stands behind it. Name the "
        "place, or write the link inside the same {% if %} as what it leads to.",
    .wrong = "Ofsted wants five things ([page](#wnated)).\n",
    .right = "Ofsted wants five things ([page](#wanted)).\n",
};

const struct code E935 = {
    .name = "E935",
    .severity = SEVERITY_FAILURE,
    .title = "A picture that the machine does not give",
    .explanation =
        "The file of a picture is there, but reading it failed, or it changed while it was read. "
        "That is no fault of the specification. See whether the disk or the shared drive answers, "
        "and build the briefing again.",
};

const struct code *const layout_codes[] = {
    &E501, &E502, &E503, &E504, &E510, &W511, &E512, &E513, &E514, &E520, &E521, &E522, &E523,
    &E524, &E525, &E526, &E527, &E530, &E531, &E532, &E533, &E534, &E535, &W540, &W541, &E541,
    &W542, &W543, &E545, &E546, &E547, &E550, &E551, &E553, &E554, &E935, NULL};
