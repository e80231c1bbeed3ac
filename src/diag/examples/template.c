/* Examples of the codes 3xx: templates. */
#include "diag/examples/rooms.h"

#include <stddef.h>

const struct example template_examples[] = {
    {E301, "The council is {{ council name }}.\n", "The council is {{ council.name }}.\n"},
    {E302, "The council is {{ council.name.\n", "The council is {{ council.name }}.\n"},
    {E303,
     "{% if council.region is defined %}\n"
     "It lies in {{ council.region }}.\n",
     "{% if council.region is defined %}\n"
     "It lies in {{ council.region }}.\n"
     "{% endif %}\n"},
    {E304, "{% foreach inspection in inspections %}\n",
     "There are {{ inspections | length }} inspections.\n"},
    {E305, "{{ council.name.upper() }}\n", "{{ council.name | upper }}\n"},
    {E306, "{{ council.region | default(\"not known') }}\n",
     "{{ council.region | default(\"not known\") }}\n"},
    {E307,
     "{{ "
     "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))"
     ")))))))))))))))))))))))))))))))))))))))))))))))) }}\n",
     "{{ (1) }}\n"},
    {E308, "{% include \"../../inputs/norfolk.yaml\" %}\n", "{% include \"part.md\" %}\n"},
    {E309, "{% include \"briefing.md\" %}\n", "{% include \"part.md\" %}\n"},
    {E310, "{{ council.nmae }}\n", "{{ council.name }}\n"},
    {E312, "{{ council.name | uper }}\n", "{{ council.name | upper }}\n"},
    {E313, "{{ council.name | upper(1) }}\n", "{{ council.name | upper }}\n"},
    {E314, "{{ council.name + 1 }}\n", "{{ council.name ~ 1 }}\n"},
    {E315, "{{ inspections }}\n", "{{ inspections | length }}\n"},
    {E320, "{% if council.type is defined and council.type == \"countty\" %}\n",
     "{% if council.type is defined and council.type == \"county\" %}\n"},
    {E321, "{% if source.published < inspection.published %}\n",
     "{% if source.id != inspection.id %}\n"},
    {E322, "{{ briefing.purpose }}\n", "{{ briefing.purpose | markdown }}\n"},
    {E340, "It lies in {{ council.region }}.\n",
     "It lies in {{ council.region | default(\"England\") }}.\n"},
    {E341, "There is one report in {{ 10 / total }} years.\n",
     "{% if total %}\n"
     "There is one report in {{ 10 / total }} years.\n"
     "{% endif %}\n"},
    {W340, "{% set first = inspections | first %}\n",
     "{% set count = inspections | length %}\n"
     "There are {{ count }}.\n"},
    {.wrong = NULL},
};
