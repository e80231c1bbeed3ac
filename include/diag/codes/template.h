/* Codes 3xx: templates. */
#ifndef COUNCILBRIEF_DIAG_CODES_TEMPLATE_H
#define COUNCILBRIEF_DIAG_CODES_TEMPLATE_H

#define CODES_TEMPLATE(X)                                                                          \
    X(E301, SEVERITY_ERROR, "Tag that cannot be understood",                                       \
      "Something stands inside {{ }} or {% %} that does not fit there. Templates follow Jinja: "   \
      "{{ council.name }} prints a value, {% if council.region is defined %} asks a question, "    \
      "{% for item in inspections %} repeats. Compare the tag with one that works.")               \
    X(E302, SEVERITY_ERROR, "Tag or comment that is not closed",                                   \
      "A tag was opened and its end is missing. {{ ends with }}, {% ends with %}, {# ends with "   \
      "#}, and {% raw %} ends with {% endraw %}.")                                                 \
    X(E303, SEVERITY_ERROR, "Block that is not closed, or not open",                               \
      "Every {% if %} needs its {% endif %} and every {% for %} its {% endfor %}, and the blocks " \
      "must not cross. The message names the tag that has no partner.")                            \
    X(E304, SEVERITY_ERROR, "Unknown tag",                                                         \
      "The first word of {% %} is not one that templates know. They know if, elif, else, endif, "  \
      "for, endfor, set, include, raw and endraw.")                                                \
    X(E305, SEVERITY_ERROR, "Part of Jinja that is not accepted",                                  \
      "The template uses something that Jinja has and briefings do without, such as a macro, "     \
      "template inheritance, a method call or a power. The message says what to write instead.")   \
    X(E306, SEVERITY_ERROR, "Text or number written wrongly",                                      \
      "A text in a tag needs the same quotation mark at both ends, and the only escapes are "      \
      "\\n, \\t, \\\\, \\', \\\" and \\u with four hexadecimal digits. Numbers are plain digits, " \
      "with a full stop before decimals.")                                                         \
    X(E307, SEVERITY_ERROR, "Template nested too deeply",                                          \
      "Blocks or brackets stand inside one another more than 64 times, or one expression is that " \
      "long. Move a part into a {% set %} of its own or into an included file.")                   \
    X(E308, SEVERITY_ERROR, "Include outside the template folder",                                 \
      "An include names a file below the template folder, with forward slashes, such as "          \
      "\"sections/summary.md\". It cannot leave the folder, and the name must be written out.")    \
    X(E309, SEVERITY_ERROR, "Include without end",                                                 \
      "A file includes itself, directly or through other files, or files include one another "     \
      "more "                                                                                      \
      "than 8 deep. Take one of the includes out.")                                                \
    X(E310, SEVERITY_ERROR, "Unknown name in a template",                                          \
      "The name is not a field of that record, nor something set in the template. The reference "  \
      "page lists the fields of every record; the message names the nearest one.")                 \
    X(E311, SEVERITY_ERROR, "Value that is not given",                                             \
      "The template uses a field that this specification leaves out. Either fill the field in, "   \
      "or "                                                                                        \
      "let the template ask first: {% if item.published is defined %}, or give it another text: "  \
      "{{ item.published | default(\"date not known\") }}.")                                       \
    X(E312, SEVERITY_ERROR, "Unknown filter or test",                                              \
      "After | stands the name of a filter and after is the name of a test. The message names "    \
      "the nearest one that exists.")                                                              \
    X(E313, SEVERITY_ERROR, "Wrong arguments",                                                     \
      "A filter or a test was given too few or too many arguments, or one that it cannot use. "    \
      "The message says what it takes.")                                                           \
    X(E314, SEVERITY_ERROR, "Wrong kind of value",                                                 \
      "The value is of a kind for which this cannot be done, such as adding a text to a number, "  \
      "or repeating over something that is not a list.")                                           \
    X(E315, SEVERITY_ERROR, "Value that cannot be printed",                                        \
      "Lists, records, yes-or-no answers and nothing have no words of their own. Print a field "   \
      "of "                                                                                        \
      "the record, join the list with | words, or ask with {% if %}.")                             \
    X(E316, SEVERITY_ERROR, "Arithmetic without an answer",                                        \
      "The result is too large, divides by nothing, or is a sum of decimals that would read "      \
      "differently from one machine to another. Ask first with {% if %}, round the numbers, or "   \
      "use a computed field.")                                                                     \
    X(E317, SEVERITY_ERROR, "Template that takes too long",                                        \
      "The rendering took more than 1,000,000 steps. Look for loops inside loops over long "       \
      "lists.")                                                                                    \
    X(E318, SEVERITY_ERROR, "Template that writes too much",                                       \
      "The rendered text, or one value in it, is longer than 4 MiB. Look for a loop that repeats " \
      "a long text.")                                                                              \
    X(E319, SEVERITY_ERROR, "Too many values in one briefing",                                     \
      "The template prints more than 65,000 values. Look for loops inside loops.")                 \
    X(E320, SEVERITY_ERROR, "Comparison that can never be true",                                   \
      "The value is compared with a word that it cannot have, so the question always has the "     \
      "same "                                                                                      \
      "answer. It is nearly always a spelling mistake; the message names the words there are.")    \
    X(E321, SEVERITY_ERROR, "Dates whose order is not known",                                      \
      "One of the dates is a month, a year or a period that overlaps the other, so which came "    \
      "first is not known. Give the dates more exactly, or do not compare them.")                  \
    X(E322, SEVERITY_ERROR, "Markdown that would be printed as plain text",                        \
      "The field holds an officer's own Markdown. Write {{ item.text | markdown }} to print it.")  \
    X(E330, SEVERITY_ERROR, "Data that is not JSON",                                               \
      "The file named with --data holds one map of JSON in braces: keys and texts in double "      \
      "quotation marks, numbers, true, false, null, lists in brackets. The message points at the " \
      "place where that ends to be so.")                                                           \
    X(E340, SEVERITY_ERROR, "Value that may be missing",                                           \
      "A specification may leave this field out, or a list may be empty, and the template would "  \
      "then have nothing to work with. Let it ask first: {% if item.published is defined %}, or "  \
      "give it another text: {{ item.title | default(\"not known\") }}. The reference page says "  \
      "which fields are always there.")                                                            \
    X(E341, SEVERITY_ERROR, "Arithmetic that may fail",                                            \
      "For some specification the result would have more digits than can be computed exactly, or " \
      "the sum would divide by nothing. Ask first whether the divisor is there: {% if total %}, "  \
      "or print one of the computed fields.")                                                      \
    X(W340, SEVERITY_WARNING, "Name that is not used",                                             \
      "The template sets a name and never looks at it. Either it is misspelt where it is used, "   \
      "or the {% set %} can go.")                                                                  \
    X(W341, SEVERITY_WARNING, "File that nothing includes",                                        \
      "The file lies in the template folder and no other file includes it, so nothing of it is "   \
      "ever printed. Include it, or delete it.")

#endif
