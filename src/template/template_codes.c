/* Codes of template/: templates. */
#include "template/template_codes.h"

#include <stddef.h>

const struct code E301 = {
    .name = "E301",
    .severity = SEVERITY_ERROR,
    .title = "Tag that cannot be understood",
    .explanation =
        "Something stands inside {{ }} or {% %} that does not fit there. Templates follow Jinja: "
        "{{ council.name }} prints a value, {% if council.region is defined %} asks a question, "
        "{% for item in inspections %} repeats. Compare the tag with one that works.",
    .wrong = "The council is {{ council name }}.\n",
    .right = "The council is {{ council.name }}.\n",
};

const struct code E302 = {
    .name = "E302",
    .severity = SEVERITY_ERROR,
    .title = "Tag or comment that is not closed",
    .explanation =
        "A tag was opened and its end is missing. {{ ends with }}, {% ends with %}, {# ends with "
        "#}, and {% raw %} ends with {% endraw %}.",
    .wrong = "The council is {{ council.name.\n",
    .right = "The council is {{ council.name }}.\n",
};

const struct code E303 = {
    .name = "E303",
    .severity = SEVERITY_ERROR,
    .title = "Block that is not closed, or not open",
    .explanation =
        "Every {% if %} needs its {% endif %} and every {% for %} its {% endfor %}, and the blocks "
        "must not cross. The message names the tag that has no partner.",
    .wrong = "{% if council.region is defined %}\n"
             "It lies in {{ council.region }}.\n",
    .right = "{% if council.region is defined %}\n"
             "It lies in {{ council.region }}.\n"
             "{% endif %}\n",
};

const struct code E304 = {
    .name = "E304",
    .severity = SEVERITY_ERROR,
    .title = "Unknown tag",
    .explanation =
        "The first word of {% %} is not one that templates know. They know if, elif, else, endif, "
        "for, endfor, set, include, raw and endraw.",
    .wrong = "{% foreach inspection in inspections %}\n",
    .right = "There are {{ inspections | length }} inspections.\n",
};

const struct code E305 = {
    .name = "E305",
    .severity = SEVERITY_ERROR,
    .title = "Part of Jinja that is not accepted",
    .explanation =
        "The template uses something that Jinja has and briefings do without, such as a macro, "
        "template inheritance, a method call or a power. The message says what to write instead.",
    .wrong = "{{ council.name.upper() }}\n",
    .right = "{{ council.name | upper }}\n",
};

const struct code E306 = {
    .name = "E306",
    .severity = SEVERITY_ERROR,
    .title = "Text or number written wrongly",
    .explanation =
        "A text in a tag needs the same quotation mark at both ends, and the only escapes are "
        "\\n, \\t, \\\\, \\', \\\" and \\u with four hexadecimal digits. Numbers are plain digits, "
        "with a full stop before decimals.",
    .wrong = "{{ council.region | default(\"not known') }}\n",
    .right = "{{ council.region | default(\"not known\") }}\n",
};

const struct code E307 = {
    .name = "E307",
    .severity = SEVERITY_ERROR,
    .title = "Template nested too deeply",
    .explanation =
        "Blocks or brackets stand inside one another more than 64 times, or one expression is that "
        "long. Move a part into a {% set %} of its own or into an included file.",
    .wrong = "{{ "
             "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))"
             "))))))))"
             ")))))))))))))))))))))))))))))))))))))))))))))))) }}\n",
    .right = "{{ (1) }}\n",
};

const struct code E308 = {
    .name = "E308",
    .severity = SEVERITY_ERROR,
    .title = "Include outside the template folder",
    .explanation =
        "An include names a file below the template folder, with forward slashes, such as "
        "\"sections/summary.md\". It cannot leave the folder, and the name must be written out.",
    .wrong = "{% include \"../../inputs/norfolk.yaml\" %}\n",
    .right = "{% include \"part.md\" %}\n",
};

const struct code E309 = {
    .name = "E309",
    .severity = SEVERITY_ERROR,
    .title = "Include without end",
    .explanation =
        "A file includes itself, directly or through other files, or files include one another "
        "more "
        "than 8 deep. Take one of the includes out.",
    .wrong = "{% include \"briefing.md\" %}\n",
    .right = "{% include \"part.md\" %}\n",
};

const struct code E310 = {
    .name = "E310",
    .severity = SEVERITY_ERROR,
    .title = "Unknown name in a template",
    .explanation =
        "The name is not a field of that record, nor something set in the template. The reference "
        "page lists the fields of every record; the message names the nearest one.",
    .wrong = "{{ council.nmae }}\n",
    .right = "{{ council.name }}\n",
};

const struct code E311 = {
    .name = "E311",
    .severity = SEVERITY_ERROR,
    .title = "Value that is not given",
    .explanation =
        "The template uses a field that this specification leaves out. Either fill the field in, "
        "or "
        "let the template ask first: {% if item.published is defined %}, or give it another text: "
        "{{ item.published | default(\"date not known\") }}.",
};

const struct code E312 = {
    .name = "E312",
    .severity = SEVERITY_ERROR,
    .title = "Unknown filter or test",
    .explanation =
        "After | stands the name of a filter and after is the name of a test. The message names "
        "the nearest one that exists.",
    .wrong = "{{ council.name | uper }}\n",
    .right = "{{ council.name | upper }}\n",
};

const struct code E313 = {
    .name = "E313",
    .severity = SEVERITY_ERROR,
    .title = "Wrong arguments",
    .explanation =
        "A filter or a test was given too few or too many arguments, or one that it cannot use. "
        "The message says what it takes.",
    .wrong = "{{ council.name | upper(1) }}\n",
    .right = "{{ council.name | upper }}\n",
};

const struct code E314 = {
    .name = "E314",
    .severity = SEVERITY_ERROR,
    .title = "Wrong kind of value",
    .explanation =
        "The value is of a kind for which this cannot be done, such as adding a text to a number, "
        "or repeating over something that is not a list.",
    .wrong = "{{ council.name + 1 }}\n",
    .right = "{{ council.name ~ 1 }}\n",
};

const struct code E315 = {
    .name = "E315",
    .severity = SEVERITY_ERROR,
    .title = "Value that cannot be printed",
    .explanation =
        "Lists, records, yes-or-no answers and nothing have no words of their own. Print a field "
        "of "
        "the record, join the list with | words, or ask with {% if %}.",
    .wrong = "{{ inspections }}\n",
    .right = "{{ inspections | length }}\n",
};

const struct code E316 = {
    .name = "E316",
    .severity = SEVERITY_ERROR,
    .title = "Arithmetic without an answer",
    .explanation =
        "The result is too large, divides by nothing, or is a sum of decimals that would read "
        "differently from one machine to another. Ask first with {% if %}, round the numbers, or "
        "use a computed field.",
};

const struct code E317 = {
    .name = "E317",
    .severity = SEVERITY_ERROR,
    .title = "Template that takes too long",
    .explanation =
        "The rendering took more than 1,000,000 steps. Look for loops inside loops over long "
        "lists.",
};

const struct code E318 = {
    .name = "E318",
    .severity = SEVERITY_ERROR,
    .title = "Template that writes too much",
    .explanation =
        "The rendered text, or one value in it, is longer than 4 MiB. Look for a loop that repeats "
        "a long text.",
};

const struct code E319 = {
    .name = "E319",
    .severity = SEVERITY_ERROR,
    .title = "Too many values in one briefing",
    .explanation = "The template prints more than 65,000 values. Look for loops inside loops.",
};

const struct code E320 = {
    .name = "E320",
    .severity = SEVERITY_ERROR,
    .title = "Comparison that can never be true",
    .explanation =
        "The value is compared with a word that it cannot have, so the question always has the "
        "same "
        "answer. It is nearly always a spelling mistake; the message names the words there are.",
    .wrong = "{% if council.type is defined and council.type == \"countty\" %}\n",
    .right = "{% if council.type is defined and council.type == \"county\" %}\n",
};

const struct code E321 = {
    .name = "E321",
    .severity = SEVERITY_ERROR,
    .title = "Dates whose order is not known",
    .explanation =
        "One of the dates is a month, a year or a period that overlaps the other, so which came "
        "first is not known. Give the dates more exactly, or do not compare them.",
    .wrong = "{% if source.published < inspection.published %}\n",
    .right = "{% if source.id != inspection.id %}\n",
};

const struct code E322 = {
    .name = "E322",
    .severity = SEVERITY_ERROR,
    .title = "Markdown that would be printed as plain text",
    .explanation =
        "The field holds an officer's own Markdown. Write {{ item.text | markdown }} to print it.",
    .wrong = "{{ briefing.purpose }}\n",
    .right = "{{ briefing.purpose | markdown }}\n",
};

const struct code E340 = {
    .name = "E340",
    .severity = SEVERITY_ERROR,
    .title = "Value that may be missing",
    .explanation =
        "A specification may leave this field out, or a list may be empty, and the template would "
        "then have nothing to work with. Let it ask first: {% if item.published is defined %}, or "
        "give it another text: {{ item.title | default(\"not known\") }}. The reference page says "
        "which fields are always there.",
    .wrong = "It lies in {{ council.region }}.\n",
    .right = "It lies in {{ council.region | default(\"England\") }}.\n",
};

const struct code W340 = {
    .name = "W340",
    .severity = SEVERITY_WARNING,
    .title = "Name that is not used",
    .explanation =
        "The template sets a name and never looks at it. Either it is misspelt where it is used, "
        "or the {% set %} can go.",
    .wrong = "{% set first = inspections | first %}\n",
    .right = "{% set count = inspections | length %}\n"
             "There are {{ count }}.\n",
};

const struct code E341 = {
    .name = "E341",
    .severity = SEVERITY_ERROR,
    .title = "Arithmetic that may fail",
    .explanation =
        "For some specification the result would have more digits than can be computed exactly, or "
        "the sum would divide by nothing. Ask first whether the divisor is there: {% if total %}, "
        "or print one of the computed fields.",
    .wrong = "There is one report in {{ 10 / total }} years.\n",
    .right = "{% if total %}\n"
             "There is one report in {{ 10 / total }} years.\n"
             "{% endif %}\n",
};

const struct code W341 = {
    .name = "W341",
    .severity = SEVERITY_WARNING,
    .title = "File that nothing includes",
    .explanation =
        "The file lies in the template folder and no other file includes it, so nothing of it is "
        "ever printed. Include it, or delete it.",
};

const struct code W360 = {
    .name = "W360",
    .severity = SEVERITY_WARNING,
    .title = "Field of the format before",
    .explanation =
        "The field has another name since version 1.0 of the format. It is still read, in this "
        "version only. docs/format.md lists what has become of each.",
    .wrong = "{% for event in events if event.date_note is defined %}\n"
             "{{ event.date_note }}\n"
             "{% endfor %}\n",
    .right = "{% for event in events if event.how_known is defined %}\n"
             "{{ event.how_known }}\n"
             "{% endfor %}\n",
};

const struct code *const template_codes[] = {&E301, &E302, &E303, &E304, &E305, &E306, &E307,
                                             &E308, &E309, &E310, &E311, &E312, &E313, &E314,
                                             &E315, &E316, &E317, &E318, &E319, &E320, &E321,
                                             &E322, &E340, &W340, &E341, &W341, &W360, NULL};
