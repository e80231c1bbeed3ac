/* Whole numbers of up to 2,048 bits, never negative: what exact decimals of a double need. */
#ifndef COUNCILBRIEF_BASE_BIGNUM_H
#define COUNCILBRIEF_BASE_BIGNUM_H

#include <stdbool.h>
#include <stdint.h>

enum { BIGNUM_WORDS = 64 };

struct bignum {
    int count; /* words in use; the highest is not 0 */
    uint32_t words[BIGNUM_WORDS];
};

struct bignum bignum_from(uint64_t number);
void bignum_multiply(struct bignum *number, uint32_t factor);
void bignum_multiply_power(struct bignum *number, int exponent); /* by ten to the exponent */
void bignum_add_small(struct bignum *number, uint32_t addend);
struct bignum bignum_sum(const struct bignum *a, const struct bignum *b);
void bignum_subtract(struct bignum *from, const struct bignum *what); /* what <= from */
void bignum_shift(struct bignum *number, int bits);                   /* to the left */
void bignum_halve(struct bignum *number);
int bignum_compare(const struct bignum *a, const struct bignum *b);
int bignum_bits(const struct bignum *number);
/* The quotient; what remains stays in `number`. */
struct bignum bignum_divide(struct bignum *number, const struct bignum *by);
/* The lowest 64 bits. */
uint64_t bignum_low(const struct bignum *number);

#endif
