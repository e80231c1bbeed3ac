/* england-bars: how many councils have each grade, one bar a judgement, with this council's part
   marked, and named below the first bar; in large print the same as a table of numbers. */
#include "components/kit/kit.h"
#include "layout/drawing/drawing.h"

/* ---- options ---- */

struct bars_options {
    struct record_head head;
    struct str caption;
    struct texts judgements;
};

static const struct field fields[] = {
    FIELD(struct bars_options, judgements, FIELD_TEXTS, OPTIONAL,
          .doc = "The judgements that are shown, by their ids; when left out, all that are "
                 "compared, without an overall grade where the council has none.",
          .example = "[leaders, help_protection]"),
    CAPTION_OPTION(struct bars_options),
    END_OF_OPTIONS,
};

static const struct record_table options_table = {
    .name = "comparison of councils",
    .a_name = "a comparison of councils",
    .size = sizeof(struct bars_options),
    .fields = fields,
    .doc = "Options of the drawing of all councils by grade.",
};

/* ---- what is shown ---- */

struct bars {
    struct arena *arena;
    const struct briefing *briefing;
    const struct england *england;
    struct span origin;
    LIST(const struct england_judgement *) shown;
};

static bool is_wanted(const struct bars_options *options, const struct england_judgement *judgement)
{
    for (size_t i = 0; i < options->judgements.count; i++)
        if (str_equal(options->judgements.items[i], judgement->judgement))
            return true;
    return !options->judgements.count && (!judgement->is_overall || judgement->own.len);
}

static struct bars bars_of(struct arena *arena, const struct briefing *briefing,
                           const struct bars_options *options)
{
    const struct england *england = briefing->derived ? briefing->derived->england : NULL;
    struct bars bars = {arena, briefing, england, caption_span(options), {0}};
    for (size_t i = 0; england && i < england->judgements.count; i++)
        if (is_wanted(options, &england->judgements.items[i]) &&
            england->judgements.items[i].grades.count == england->judgements.items[0].grades.count)
            *LIST_ADD(arena, &bars.shown) = &england->judgements.items[i];
    return bars;
}

static struct str council_of(const struct bars *bars)
{
    return council_short_name(bars->briefing->council);
}

/* ---- in words ---- */

/* "60 outstanding, 58 good, 27 requires improvement, 8 inadequate, Trafford among these." */
static void tell_row(const struct bars *bars, struct buf *out,
                     const struct england_judgement *judgement)
{
    buf_addf(out, " " STR_FMT ": ", STR_ARG(capital(bars->arena, judgement->label)));
    for (size_t i = 0; i < judgement->grades.count; i++) {
        const struct grade_count *count = &judgement->grades.items[i];
        buf_addf(out, "%s%lld " STR_FMT, i ? ", " : "", (long long)count->councils.value,
                 STR_ARG(grade_label(bars->briefing, count->grade)));
        if (count->own == ANSWER_YES)
            buf_addf(out, " (" STR_FMT " among these)", STR_ARG(council_of(bars)));
    }
    buf_byte(out, '.');
}

static struct str told(const struct bars *bars)
{
    struct buf out = {.arena = bars->arena};
    buf_addf(&out, "Bars of how many councils have each grade, on " STR_FMT ".",
             STR_ARG(date_text(bars->arena, &bars->england->as_at, DATE_LONG)));
    for (size_t i = 0; i < bars->shown.count; i++)
        tell_row(bars, &out, bars->shown.items[i]);
    return buf_str(&out);
}

/* Why the other councils have no grade for it: "(Dudley and Nottingham have one grade for both)".
 */
static void add_reason(struct phrase *phrase, const struct england_judgement *judgement,
                       size_t rows)
{
    const struct texts *joint = &judgement->joint_councils;
    for (size_t i = 0; i < joint->count; i++)
        phrase_addf(phrase, "%s" STR_FMT,
                    !i                      ? " ("
                    : i + 1 == joint->count ? " and "
                                            : ", ",
                    STR_ARG(joint->items[i]));
    if (joint->count)
        phrase_addf(phrase, " %s one grade for %s)", joint->count == 1 ? "has" : "have",
                    rows == 2 ? "both" : "it and something else");
    else if (judgement->why_not.len)
        phrase_addf(phrase, " (" STR_FMT ")", STR_ARG(judgement->why_not));
}

static bool lack_alike(const struct england_judgement *a, const struct england_judgement *b)
{
    return a->judged.value == b->judged.value && a->joint.value == b->joint.value;
}

/* ", and 151 for children in care and for care leavers", of rows with another total. */
static void add_other_total(struct phrase *phrase, const struct bars *bars, size_t first)
{
    const struct england_judgement *judgement = bars->shown.items[first];
    size_t rows = 0;
    for (size_t i = 0; i < first; i++)
        if (lack_alike(bars->shown.items[i], judgement))
            return;
    if (judgement->judged.value == bars->england->councils.value)
        return;
    phrase_addf(phrase, ", and %lld for ", (long long)judgement->judged.value);
    for (size_t i = first; i < bars->shown.count; i++)
        if (lack_alike(bars->shown.items[i], judgement))
            phrase_addf(phrase, "%s" STR_FMT, rows++ ? " and for " : "",
                        STR_ARG(bars->shown.items[i]->label));
    add_reason(phrase, judgement, rows);
}

/* What was counted, why totals differ, and in which order the parts stand. */
static void add_note(struct phrase *phrase, const struct bars *bars, bool drawn)
{
    const struct england *england = bars->england;
    const struct grade_count_list *grades = &bars->shown.items[0]->grades;
    phrase_addf(phrase,
                "Number of councils by latest grade, by reports published by " STR_FMT ": %lld",
                STR_ARG(date_text(phrase->arena, &england->as_at, DATE_LONG)),
                (long long)england->councils.value);
    if ((int64_t)england->listed > england->councils.value)
        phrase_addf(phrase, " of the %zu in the table", england->listed);
    for (size_t i = 0; i < bars->shown.count; i++)
        add_other_total(phrase, bars, i);
    phrase_addz(phrase, ".");
    for (size_t i = 0; drawn && i < grades->count; i++)
        phrase_addf(phrase, "%s" STR_FMT, i ? ", " : " From the left: ",
                    STR_ARG(grade_label(bars->briefing, grades->items[i].grade)));
    phrase_addz(phrase, drawn ? "." : "");
    if (!england->is_counted)
        phrase_addf(phrase, " " STR_FMT " is not among them.", STR_ARG(council_of(bars)));
    phrase_cite(phrase, england->source);
}

static struct str caption_for(const struct bars *bars, const struct bars_options *options)
{
    if (options->caption.len)
        return options->caption;
    return bars->england->is_counted
               ? str_format(bars->arena, STR_FMT " among all councils", STR_ARG(council_of(bars)))
               : STR("All councils by grade");
}

/* ---- drawing ---- */

enum {
    BAR = 22677, /* 8 mm */
    EDGE = 500,
    MARK = 8500,
    MARK_SPACE = 3500,
    LEAST_WITH_MARK = 25512,  /* 9 mm */
    LEAST_WITH_COUNT = 11339, /* 4 mm */
    OWN_SPACE = 1500,
    OWN_BAR = 3118, /* 1.1 mm */
    NAME_SPACE = 1000,
    ROW_SPACE = 7000,
    LABEL_SPACE = 6000,
    LABEL_PART = 44, /* millimetres of the width's 170 */
    LABEL_WHOLE = 170,
};

/* One bar while it is drawn. */
struct row {
    const struct bars *bars;
    struct drawing *drawing;
    const struct theme *theme;
    milli left, right, top; /* of the bar */
    milli free;             /* below it: the left edge of what is free for another text */
    milli bottom;           /* of all that has been drawn */
    bool first;             /* of the bars: it says whose part is marked */
};

/* A part of a bar. */
struct piece {
    const struct grade_count *count;
    const struct tone *tone;
    enum mark_shape shape;
    milli x, width;
};

static milli larger(milli a, milli b)
{
    return a > b ? a : b;
}

static struct drawn_look chart_look_of(bool strong, struct colour colour)
{
    return (struct drawn_look){.role = STYLE_CHART, .strong = strong, .colour = colour};
}

/* Centred on a part, but within the bar and not over what stands there already. */
static void place_below(struct row *row, const struct piece *piece, struct str text, bool strong,
                        milli y)
{
    struct drawn_look look = chart_look_of(strong, row->theme->ink);
    milli width = drawing_text_width(row->drawing, &look, text);
    milli x = piece->x + piece->width / 2 - width / 2;
    if (x + width > row->right)
        x = row->right - width;
    x = larger(x, row->free);
    struct drawn_text *drawn = drawing_text(
        row->drawing, &look, text, larger(width, row->right - x), ALIGN_START, row->bars->origin);
    drawing_place(row->drawing, drawn, x, y);
    row->free = x + width + drawing_scaled(row->drawing, MARK_SPACE);
    row->bottom = larger(row->bottom, y + drawn_height(drawn));
}

static void place_inside(struct row *row, const struct piece *piece, struct str text, bool strong)
{
    struct drawing *drawing = row->drawing;
    struct drawn_look look = chart_look_of(strong, piece->tone->ink);
    milli bar = drawing_scaled(drawing, BAR), mark = drawing_scaled(drawing, MARK);
    milli space = drawing_scaled(drawing, MARK_SPACE);
    milli width = drawing_text_width(drawing, &look, text), x = piece->x + piece->width / 2;
    bool marked = piece->width >= drawing_scaled(drawing, LEAST_WITH_MARK);
    struct drawn_text *drawn =
        drawing_text(drawing, &look, text, width, ALIGN_START, row->bars->origin);
    x -= (width + (marked ? mark + space : 0)) / 2;
    if (marked) {
        drawing_mark(drawing, piece->shape, x, row->top + (bar - mark) / 2, mark,
                     piece->tone->mark_on_fill);
        x += mark + space;
    }
    drawing_place(drawing, drawn, x, row->top + (bar - drawn_height(drawn)) / 2);
}

/* The council's part: a bar below it, and its name. */
static void mark_own(struct row *row, const struct piece *piece, struct str count)
{
    struct drawing *drawing = row->drawing;
    milli y = row->top + drawing_scaled(drawing, BAR + OWN_SPACE);
    milli own = drawing_scaled(drawing, OWN_BAR);
    bool inside = piece->width >= drawing_scaled(drawing, LEAST_WITH_COUNT);
    drawing_area(drawing, (struct rect){piece->x, y, piece->width, own}, row->theme->ink);
    struct str name = council_of(row->bars);
    if (!inside)
        name = row->first ? str_format(row->bars->arena, STR_FMT " " STR_FMT, STR_ARG(count),
                                       STR_ARG(name))
                          : count;
    if (row->first || !inside)
        place_below(row, piece, name, true, y + own + drawing_scaled(drawing, NAME_SPACE));
    row->bottom = larger(row->bottom, y + own);
}

static void draw_piece(struct row *row, const struct piece *piece)
{
    struct drawing *drawing = row->drawing;
    struct rect area = {piece->x, row->top, piece->width, drawing_scaled(drawing, BAR)};
    struct str count = whole_text(row->bars->arena, piece->count->councils.value);
    bool own = piece->count->own == ANSWER_YES;
    drawing_area(drawing, area, piece->tone->fill);
    drawing_outline(drawing, area, drawing_scaled(drawing, EDGE), row->theme->ink);
    if (piece->width >= drawing_scaled(drawing, LEAST_WITH_COUNT))
        place_inside(row, piece, count, own);
    else if (!own)
        place_below(row, piece, count, false, row->top + drawing_scaled(drawing, BAR + OWN_SPACE));
    if (own)
        mark_own(row, piece, count);
}

static void draw_pieces(struct row *row, const struct england_judgement *judgement)
{
    int64_t before = 0, judged = judgement->judged.value;
    milli width = row->right - row->left;
    for (size_t i = 0; i < judgement->grades.count; i++) {
        const struct grade_count *count = &judgement->grades.items[i];
        enum grade_tone tone = grade_tone(row->bars->briefing, count->grade);
        milli from = row->left + (milli)(width * before / judged);
        before += count->councils.value;
        struct piece piece = {.count = count,
                              .tone = &row->theme->tones[tone],
                              .shape = tone_shape(tone),
                              .x = from,
                              .width = row->left + (milli)(width * before / judged) - from};
        if (count->councils.value)
            draw_piece(row, &piece);
    }
}

/* The name of the judgement, beside the middle of its bar. */
static milli draw_label(struct row *row, const struct england_judgement *judgement, milli width)
{
    const struct drawn_look look = {.role = STYLE_TABLE, .colour = row->theme->ink};
    struct str label = capital(row->bars->arena, judgement->label);
    milli word = drawing_word_width(row->drawing, &look, label);
    struct drawn_text *drawn = drawing_text(row->drawing, &look, label, larger(width, word),
                                            ALIGN_START, row->bars->origin);
    milli height = drawn_height(drawn), bar = drawing_scaled(row->drawing, BAR);
    drawing_place(row->drawing, drawn, 0, row->top + larger(0, (bar - height) / 2));
    return row->top + larger(height, bar);
}

static void draw(struct canvas *canvas, const void *self)
{
    const struct bars *bars = self;
    struct drawing *drawing = drawing_open(canvas, bars->origin);
    milli width = drawing_width(drawing), y = 0;
    milli left = theme_axis(drawing_theme(drawing));
    left = left ? left : (milli)((int64_t)width * LABEL_PART / LABEL_WHOLE);
    for (size_t i = 0; i < bars->shown.count; i++) {
        const struct england_judgement *judgement = bars->shown.items[i];
        struct row row = {bars, drawing, drawing_theme(drawing), left, width, y, left, y, !i};
        milli label = draw_label(&row, judgement, left - drawing_scaled(drawing, LABEL_SPACE));
        draw_pieces(&row, judgement);
        y = larger(row.bottom, label) + drawing_scaled(drawing, ROW_SPACE);
    }
    drawing_close(drawing, y - drawing_scaled(drawing, ROW_SPACE), told(bars));
}

static void set_drawing(struct composer *composer, const struct bars *bars, struct str caption)
{
    struct bars *kept = ARENA_NEW(composer->arena, struct bars);
    struct chart *chart = ARENA_NEW(composer->arena, struct chart);
    struct phrase note = phrase_new(composer, bars->briefing);
    *kept = *bars;
    add_note(&note, bars, true);
    *chart = (struct chart){.caption = inline_text(composer->arena, caption, bars->origin),
                            .alt = told(bars),
                            .note = note.inlines,
                            .draw = draw,
                            .self = kept};
    compose_add(composer, BLOCK_CHART, bars->origin)->chart = chart;
}

/* ---- a table of numbers ---- */

/* Of one judgement there is room to name the council, of several for no more than a word below. */
static void add_count(struct sheet *sheet, const struct bars *bars, const struct grade_count *count)
{
    struct phrase phrase = phrase_new(sheet->composer, bars->briefing);
    bool own = count->own == ANSWER_YES, lone = bars->shown.count == 1;
    phrase_add(&phrase, whole_text(bars->arena, count->councils.value));
    if (own && lone)
        phrase_addf(&phrase, ", with " STR_FMT, STR_ARG(council_of(bars)));
    struct cell *cell = sheet_cell(sheet, phrase.inlines);
    cell->strong = own;
    if (own && !lone)
        cell->below = inline_text(bars->arena, STR("this council"), bars->origin);
}

static void add_grade(struct sheet *sheet, const struct bars *bars, size_t grade)
{
    struct phrase name = phrase_new(sheet->composer, bars->briefing);
    struct str label = grade_label(bars->briefing, bars->shown.items[0]->grades.items[grade].grade);
    phrase_add(&name, capital(bars->arena, label));
    sheet_cell(sheet, name.inlines)->header = true;
    for (size_t i = 0; i < bars->shown.count; i++)
        add_count(sheet, bars, &bars->shown.items[i]->grades.items[grade]);
}

/* A row a grade, a column a judgement: of up to four the words are short enough for large letters.
 */
static void set_table(struct composer *composer, const struct bars *bars, struct str caption)
{
    enum { MOST_COLUMNS = 4 };
    if (bars->shown.count > MOST_COLUMNS) { /* overall effectiveness, and what lies behind it */
        struct bars first = *bars, others = *bars;
        first.shown.count = 1;
        others.shown.items++;
        others.shown.count--;
        struct str label = bars->shown.items[0]->label;
        set_table(composer, &first,
                  str_format(bars->arena, STR_FMT ": " STR_FMT, STR_ARG(caption), STR_ARG(label)));
        set_table(composer, &others,
                  str_format(bars->arena, STR_FMT ": the other judgements", STR_ARG(caption)));
        return;
    }
    size_t width = bars->shown.count + 1;
    struct column *columns = ARENA_ARRAY(composer->arena, struct column, width);
    const char **heads = ARENA_ARRAY(composer->arena, const char *, width);
    heads[0] = "Grade";
    columns[0] = (struct column){.weight = 5};
    for (size_t i = 1; i < width; i++) {
        columns[i] = (struct column){.weight = 4};
        heads[i] = str_z(composer->arena,
                         capital(composer->arena, bars->shown.items[i - 1]->label));
    }
    struct sheet sheet = sheet_new(composer, bars->briefing, columns, width);
    sheet_heads(&sheet, heads);
    for (size_t i = 0; i < bars->shown.items[0]->grades.count; i++)
        add_grade(&sheet, bars, i);
    sheet_set(&sheet, caption, "", bars->origin);
    struct phrase note = phrase_new(composer, bars->briefing);
    add_note(&note, bars, false);
    set_note(composer, &note);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct bars bars = bars_of(composer->arena, briefing, options);
    if (!bars.shown.count)
        return;
    struct str caption = caption_for(&bars, options);
    if (composer->large_print)
        set_table(composer, &bars, caption);
    else
        set_drawing(composer, &bars, caption);
}

const struct component component_england_bars = {
    .name = "england-bars",
    .doc = "How many councils have each grade, one bar a judgement, with the part of this council "
           "marked; a table in large print. Nothing without a comparison.",
    .example = "```england-bars\n"
               "caption: {{ council.short_name }} among all councils\n"
               "```\n",
    .options = &options_table,
    .compose = compose,
};
