/* The parts of arithmetic: whole numbers exactly, floats as Python's. The divisor is never 0. */
#ifndef COUNCILBRIEF_TEMPLATE_ARITHMETIC_H
#define COUNCILBRIEF_TEMPLATE_ARITHMETIC_H

#include "template/render.h"

struct value whole_arithmetic(struct rendering *rendering, struct operation op, int64_t a,
                              int64_t b);
struct value real_arithmetic(struct rendering *rendering, struct operation op, double a, double b);

/* E316 at the operator. */
struct value arithmetic_refuse(struct rendering *rendering, struct operation op, const char *why,
                               const char *hint);
struct value arithmetic_too_large(struct rendering *rendering, struct operation op);

#endif
