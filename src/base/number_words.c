/* Reads numbers as sources word them: in figures, or in English words from nought to billions. */
#include "base/number_words.h"

#include "base/ascii.h"

enum {
    THOUSANDTHS = 1000,
    DIGITS_MOST = 12,
    YEAR_FIRST = 1900,
    YEAR_LAST = 2099,
};

enum kind {
    NO_NUMBER,
    UNIT,     /* below twenty */
    TENS,     /* twenty to ninety */
    TIMES,    /* hundred, dozen: multiplies what stands just before it */
    SCALE,    /* thousand, million: multiplies all that stands before it */
    ENDING,   /* an ordinal below twenty, which ends a number */
    ALONE,    /* `both`, `twice`: never part of a longer number */
    FRACTION, /* half, thirds: `value` of them make one */
};

static const struct number_word {
    const char *word;
    enum kind kind;
    int64_t value;
} words[] = {
    {"zero", ALONE, 0},         {"nil", ALONE, 0},
    {"nought", ALONE, 0},       {"none", ALONE, 0},
    {"no", ALONE, 0},           {"nobody", ALONE, 0},
    {"never", ALONE, 0},        {"neither", ALONE, 0},
    {"once", ALONE, 1},         {"twice", ALONE, 2},
    {"both", ALONE, 2},         {"pair", ALONE, 2},
    {"couple", ALONE, 2},       {"one", UNIT, 1},
    {"two", UNIT, 2},           {"three", UNIT, 3},
    {"four", UNIT, 4},          {"five", UNIT, 5},
    {"six", UNIT, 6},           {"seven", UNIT, 7},
    {"eight", UNIT, 8},         {"nine", UNIT, 9},
    {"ten", UNIT, 10},          {"eleven", UNIT, 11},
    {"twelve", UNIT, 12},       {"thirteen", UNIT, 13},
    {"fourteen", UNIT, 14},     {"fifteen", UNIT, 15},
    {"sixteen", UNIT, 16},      {"seventeen", UNIT, 17},
    {"eighteen", UNIT, 18},     {"nineteen", UNIT, 19},
    {"twenty", TENS, 20},       {"thirty", TENS, 30},
    {"forty", TENS, 40},        {"fifty", TENS, 50},
    {"sixty", TENS, 60},        {"seventy", TENS, 70},
    {"eighty", TENS, 80},       {"ninety", TENS, 90},
    {"dozen", TIMES, 12},       {"score", TIMES, 20},
    {"hundred", TIMES, 100},    {"thousand", SCALE, 1000},
    {"k", SCALE, 1000},         {"million", SCALE, 1000000},
    {"m", SCALE, 1000000},      {"billion", SCALE, 1000000000},
    {"bn", SCALE, 1000000000},  {"first", ENDING, 1},
    {"second", ENDING, 2},      {"third", ENDING, 3},
    {"fourth", ENDING, 4},      {"fifth", ENDING, 5},
    {"sixth", ENDING, 6},       {"seventh", ENDING, 7},
    {"eighth", ENDING, 8},      {"ninth", ENDING, 9},
    {"tenth", ENDING, 10},      {"eleventh", ENDING, 11},
    {"twelfth", ENDING, 12},    {"thirteenth", ENDING, 13},
    {"fourteenth", ENDING, 14}, {"fifteenth", ENDING, 15},
    {"sixteenth", ENDING, 16},  {"seventeenth", ENDING, 17},
    {"eighteenth", ENDING, 18}, {"nineteenth", ENDING, 19},
    {"twentieth", ALONE, 20},   {"thirtieth", ALONE, 30},
    {"half", FRACTION, 2},      {"halves", FRACTION, 2},
    {"thirds", FRACTION, 3},    {"quarter", FRACTION, 4},
    {"quarters", FRACTION, 4},  {"fifths", FRACTION, 5},
    {"tenths", FRACTION, 10},
};

/* A run of letters, or of figures with their commas and their point. */
struct token {
    struct str text;
    size_t start, end;
    const struct number_word *word; /* NULL: names no number */
    bool figures;
    bool apart; /* more than a space or a hyphen stands before it */
};

static size_t digits_from(struct str text, size_t at)
{
    size_t count = 0;
    while (at + count < text.len && ascii_is_digit(text.at[at + count]))
        count++;
    return count;
}

/* After the figures: thousands are three digits after a comma, decimals any number after a point.
 */
static size_t figures_end(struct str text, size_t at)
{
    at += digits_from(text, at);
    while (at < text.len && text.at[at] == ',' && digits_from(text, at + 1) == 3)
        at += 4;
    size_t decimals = at < text.len && text.at[at] == '.' ? digits_from(text, at + 1) : 0;
    return decimals ? at + 1 + decimals : at;
}

static bool is_word(struct str text, const char *word)
{
    return text.len == strlen(word) && str_alike(text, str_from(word));
}

static const struct number_word *find_word(struct str text)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_word(text, words[i].word))
            return &words[i];
    return NULL;
}

/* At the end of the text, a token with neither a word nor figures. */
static struct token next_token(struct str text, size_t at)
{
    struct token token = {.word = NULL};
    size_t start = at;
    while (start < text.len && !ascii_is_letter(text.at[start]) &&
           !ascii_is_digit(text.at[start])) {
        token.apart = token.apart || start > at || (text.at[start] != ' ' && text.at[start] != '-');
        start++;
    }
    size_t end = start;
    token.figures = start < text.len && ascii_is_digit(text.at[start]);
    if (token.figures)
        end = figures_end(text, start);
    while (!token.figures && end < text.len && ascii_is_letter(text.at[end]))
        end++;
    token.text = str_part(text, start, end);
    token.start = start;
    token.end = end;
    token.word = token.figures ? NULL : find_word(token.text);
    return token;
}

static bool read_figures(struct str text, int64_t *thousandths)
{
    int64_t value = 0, unit = THOUSANDTHS;
    bool decimals = false;
    if (text.len > DIGITS_MOST)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '.')
            decimals = true;
        else if (ascii_is_digit(text.at[i]) && !decimals)
            value = value * 10 + (text.at[i] - '0') * (int64_t)THOUSANDTHS;
        else if (ascii_is_digit(text.at[i]))
            value += (text.at[i] - '0') * (unit /= 10);
    }
    *thousandths = value;
    return true;
}

/* A number while it is read: what its thousands and millions have closed, and what is below
   them. */
struct growing {
    int64_t closed, open; /* thousandths */
    size_t end;           /* in the text */
    bool any, done;
};

/* Can a number below a hundred follow what has been read? */
static bool takes_more(const struct growing *growing, int64_t value)
{
    int64_t below = growing->open % (100 * (int64_t)THOUSANDTHS);
    bool tens = below >= 20 * THOUSANDTHS && below % (10 * THOUSANDTHS) == 0;
    return below == 0 ? !growing->any || growing->open || growing->closed : tens && value < 10;
}

/* Adds a word to a number; false when it does not belong to it. */
static bool grow(struct growing *growing, const struct token *token)
{
    const struct number_word *word = token->word;
    const int64_t most = INT64_C(1000000000) * THOUSANDTHS;
    bool small = word->kind == UNIT || word->kind == TENS || word->kind == ENDING;
    if (small && takes_more(growing, word->value)) {
        growing->open += word->value * THOUSANDTHS;
        growing->done = word->kind == ENDING;
    } else if (word->kind == TIMES && growing->open && growing->open < most) {
        growing->open *= word->value;
    } else if (word->kind == SCALE && growing->open && growing->open < most) {
        growing->closed += growing->open * word->value;
        growing->open = 0;
    } else {
        return false;
    }
    growing->any = true;
    growing->end = token->end;
    return true;
}

/* `and a half`, `and three quarters`: adds it. */
static void add_fraction(struct str text, struct growing *growing)
{
    struct token token = next_token(text, growing->end);
    if (token.apart || !is_word(token.text, "and"))
        return;
    int64_t many = 1;
    token = next_token(text, token.end);
    if (is_word(token.text, "a") || (token.word && token.word->kind == UNIT)) {
        many = token.word ? token.word->value : 1;
        token = next_token(text, token.end);
    }
    if (!token.word || token.word->kind != FRACTION)
        return;
    growing->open += many * THOUSANDTHS / token.word->value;
    growing->end = token.end;
    growing->done = true;
}

static void grow_on(struct str text, struct growing *growing)
{
    while (!growing->done) {
        struct token token = next_token(text, growing->end);
        bool and = !token.apart && growing->any && is_word(token.text, "and");
        bool hundreds = growing->open % (100 * (int64_t)THOUSANDTHS) == 0;
        if (and&&hundreds)
            token = next_token(text, token.end);
        if (token.apart || !token.word || !grow(growing, &token))
            break;
    }
    if (!growing->done)
        add_fraction(text, growing);
}

/* `a` before `hundred`, `dozen` or `couple` is one of them. */
static bool is_one_of(struct str text, const struct token *token)
{
    bool article = is_word(token->text, "a") || is_word(token->text, "an");
    struct token next = next_token(text, token->end);
    return article && !next.apart && next.word &&
           (next.word->kind == TIMES || next.word->kind == SCALE) && next.text.len > 2;
}

static bool is_roughly(struct str word)
{
    static const char *const rough[] = {"nearly",  "almost", "about", "around", "approximately",
                                        "roughly", "some",   "over",  "under",  "than",
                                        "least",   "just",   "circa", "below",  "above"};
    for (size_t i = 0; i < sizeof rough / sizeof *rough; i++)
        if (is_word(word, rough[i]))
            return true;
    return false;
}

static bool is_year(const struct token *token, int64_t thousandths)
{
    return token->figures && token->text.len == 4 && thousandths >= YEAR_FIRST * THOUSANDTHS &&
           thousandths <= YEAR_LAST * THOUSANDTHS;
}

/* `a third of them` and `down by a third` name a part; `a third inspection` counts. */
static bool is_of_a_whole(struct str text, size_t end)
{
    static const char *const behind[] = {"of",     "more",  "less", "fewer",
                                         "higher", "lower", "and",  "or"};
    struct token next = next_token(text, end);
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
        if (is_word(next.text, behind[i]))
            return true;
    return !next.text.len || next.apart;
}

/* `half`, `a quarter`, `two thirds`, `a third`; also `half a dozen`. */
static bool read_part(struct str text, const struct token *token, struct named_number *number)
{
    struct token part = *token;
    int64_t many = 1;
    bool article = is_word(token->text, "a") || is_word(token->text, "an");
    if (article || (token->word && token->word->kind == UNIT)) {
        many = token->word ? token->word->value : 1;
        part = next_token(text, token->end);
    }
    bool third = article && part.word && part.word->kind == ENDING && part.word->value == 3 &&
                 is_of_a_whole(text, part.end);
    if (part.apart || !part.word || (part.word->kind != FRACTION && !third))
        return false;
    number->thousandths = many * THOUSANDTHS / part.word->value;
    number->end = part.end;
    struct token of = next_token(text, part.end), whole = next_token(text, of.end);
    if (is_word(of.text, "a") && whole.word && whole.word->kind == TIMES) {
        number->thousandths *= whole.word->value;
        number->end = whole.end;
    } else {
        number->fraction = number->weak = true;
    }
    return true;
}

static bool read_number(struct str text, const struct token *token, struct named_number *number)
{
    struct growing growing = {.end = token->end};
    if (read_part(text, token, number))
        return true;
    if (token->word && token->word->kind == ALONE) {
        number->thousandths = token->word->value * THOUSANDTHS;
        number->weak = token->word->value == 0;
        number->end = token->end;
        return true;
    }
    if (token->figures ? !read_figures(token->text, &growing.open)
                       : !is_one_of(text, token) && (!token->word || !grow(&growing, token)))
        return false;
    if (!token->figures && !token->word) /* `a` */
        growing.open = THOUSANDTHS;
    growing.any = true;
    grow_on(text, &growing);
    number->thousandths = growing.closed + growing.open;
    number->weak = is_year(token, number->thousandths);
    number->end = growing.end;
    return true;
}

bool number_words_next(struct str text, size_t *at, struct named_number *number)
{
    bool rough = false;
    for (;;) {
        struct token token = next_token(text, *at);
        *at = token.end;
        if (!token.text.len)
            return false;
        *number = (struct named_number){.start = token.start, .rough = rough};
        if (read_number(text, &token, number)) {
            *at = number->end;
            return true;
        }
        rough = is_roughly(token.text) || (rough && is_word(token.text, "a"));
    }
}
