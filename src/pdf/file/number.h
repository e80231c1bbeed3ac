/* Numbers as a content stream spells them, from integers, so that no locale has a say. */
#ifndef COUNCILBRIEF_PDF_FILE_NUMBER_H
#define COUNCILBRIEF_PDF_FILE_NUMBER_H

#include "base/str.h"

/* `thousandths` / 1000 in as few digits as it takes: 12500 is "12.5", -40 is "-0.04". */
void pdf_number(struct buf *out, int64_t thousandths);

/* A whole number in decimal. */
void pdf_integer(struct buf *out, int64_t number);

/* The same at `at`, where there are PDF_NUMBER_ROOM bytes; gives where it ends. */
char *pdf_number_put(char *at, int64_t thousandths);
enum { PDF_NUMBER_ROOM = 24 };

/* The nearest whole number; halves go away from zero. The divisor is positive. */
int64_t pdf_round_div(int64_t dividend, int64_t divisor);

#endif
