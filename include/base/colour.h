/* Colours: their light, contrast and greys. */
#ifndef COUNCILBRIEF_BASE_COLOUR_H
#define COUNCILBRIEF_BASE_COLOUR_H

#include <stdint.h>

struct colour {
    uint8_t red, green, blue; /* sRGB */
};

/* The light of an sRGB value, in millionths. */
int32_t colour_light(uint8_t value);

/* Contrast ratio of WCAG 2, times 1000: 4500 is 4.5:1. */
int64_t colour_contrast(struct colour a, struct colour b);

/* Relative luminance as WCAG 2 has it, in millionths, with the 0.05 that it adds for light in the
   room. */
int64_t colour_luminance(struct colour colour);

/* A grey that looks as light as the colour: the nearest that is no lighter, or no darker. */
enum grey_rounding { GREY_DARKER, GREY_LIGHTER };
struct colour colour_grey(struct colour colour, enum grey_rounding rounding);

#endif
