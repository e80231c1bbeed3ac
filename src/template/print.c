/* Values as text: what {{ }} shows. */
#include "base/real.h"
#include "template/render.h"

#include <inttypes.h>

static struct str no_text(struct rendering *rendering, struct span span, const char *what,
                          const char *hint)
{
    render_fail(rendering, E315, span, "%s cannot be printed", what);
    render_hint(rendering, "%s", hint);
    return STR_NONE;
}

/* The label of a grade; the id where the frameworks do not know it. */
static struct str grade_label(const struct rendering *rendering, struct str id)
{
    const struct frameworks *frameworks =
        rendering->briefing ? rendering->briefing->frameworks : NULL;
    const struct grade *grade = frameworks ? grade_find(frameworks, id) : NULL;
    return grade && grade->label.at ? grade->label : id;
}

/* "[2]" or "[1, 3]"; empty without sources. */
static struct str cite_text(struct rendering *rendering, struct refs refs)
{
    struct buf text = {.arena = rendering->arena};
    buf_addz(&text, "");
    for (size_t i = 0; i < refs.count; i++) {
        size_t number = spec_ref_number(rendering->briefing, &refs.items[i]);
        buf_addf(&text, "%s%zu", i ? ", " : "[", number);
    }
    buf_addz(&text, refs.count ? "]" : "");
    return buf_str(&text);
}

static struct str decimal_print(struct rendering *rendering, const struct decimal *decimal)
{
    return decimal->text.at ? decimal->text : decimal_text(rendering->arena, *decimal);
}

struct str value_print(struct rendering *rendering, const struct value *value, struct span span)
{
    if (value->kind == VALUE_UNDEFINED && !value->missing)
        return STR("");
    if (!value_usable(rendering, value, span))
        return STR_NONE;
    switch (value->kind) {
    case VALUE_WHOLE: return str_format(rendering->arena, "%" PRId64, value->whole);
    case VALUE_DECIMAL: return decimal_print(rendering, &value->decimal);
    case VALUE_FLOAT: return real_text(rendering->arena, value->real);
    case VALUE_TEXT:
    case VALUE_INSERTED_MARKDOWN: return value->text;
    case VALUE_DATE: return date_text(rendering->arena, value->date, DATE_LONG);
    case VALUE_WORD: return str_from(word_label(value->words, value->word));
    case VALUE_GRADE: return grade_label(rendering, value->text);
    case VALUE_CITE: return cite_text(rendering, value->refs);
    case VALUE_MARKDOWN:
        render_fail(rendering, E322, span, "this is an officer's Markdown");
        render_hint(rendering, "write | markdown behind it");
        return STR_NONE;
    case VALUE_BOOL:
        return no_text(rendering, span, "a yes or no", "write {{ \"yes\" if value else \"no\" }}");
    case VALUE_LIST:
        return no_text(rendering, span, "a list", "write | words behind it, or use {% for %}");
    case VALUE_MAP: return no_text(rendering, span, "a map", "print one of its values");
    case VALUE_RECORD:
        return no_text(rendering, span, value->table->a_name, "print one of its fields");
    default: return no_text(rendering, span, "`none`", "ask first with {% if %}");
    }
}
