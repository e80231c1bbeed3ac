/* The line breaking classes of UAX #14 that are told apart here. */
#ifndef COUNCILBRIEF_LAYOUT_PARAGRAPH_LINEBREAK_CLASS_H
#define COUNCILBRIEF_LAYOUT_PARAGRAPH_LINEBREAK_CLASS_H

#include <stdint.h>

enum linebreak_class {
    LB_START, /* before the first character; no character has it */
    LB_AL,    /* letters and everything not named below */
    LB_B2,    /* em dash */
    LB_BA,    /* break after: hyphens, en dash, soft hyphen, typographic spaces */
    LB_BB,    /* break before: accents that stand alone */
    LB_BK,    /* line and paragraph separators */
    LB_CB,    /* objects */
    LB_CL,    /* closing punctuation */
    LB_CM,    /* combining marks and controls */
    LB_CP,    /* closing brackets */
    LB_CR,
    LB_EX, /* exclamation and question marks */
    LB_GL, /* glue: no-break space and hyphen */
    LB_HY, /* hyphen-minus */
    LB_IN, /* ellipsis */
    LB_IS, /* full stop, comma, colon, semicolon */
    LB_LF,
    LB_NL,
    LB_NS, /* may not start a line */
    LB_NU, /* figures */
    LB_OP, /* opening punctuation */
    LB_PO, /* behind numbers: per cent, degree */
    LB_PR, /* before numbers: pound, plus */
    LB_QU, /* quotation marks */
    LB_SP,
    LB_SY, /* slash */
    LB_WJ, /* word joiner */
    LB_ZW, /* zero width space */
    LB_ZWJ
};

enum linebreak_class linebreak_class(uint32_t code_point);

#endif
