/* Colours: luminance, contrast and matching greys. */
#ifndef COUNCILBRIEF_BASE_COLOUR_H
#define COUNCILBRIEF_BASE_COLOUR_H

#include <stdint.h>

struct colour {
    uint8_t red, green, blue; /* sRGB */
};

/* Linear light of an sRGB value, in millionths. */
int32_t colour_light(uint8_t value);

/* Contrast ratio of WCAG 2, times 1000: 4500 is 4.5:1. */
int64_t colour_contrast(struct colour a, struct colour b);

/* Relative luminance as WCAG 2 defines it, in millionths, plus the 0.05 that it adds for light in
   the room. */
int64_t colour_luminance(struct colour colour);

/* The nearest grey that is no lighter, or no darker, than the colour. */
enum grey_rounding { GREY_DARKER, GREY_LIGHTER };
struct colour colour_grey(struct colour colour, enum grey_rounding rounding);

#endif
