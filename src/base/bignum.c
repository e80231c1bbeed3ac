/* Large whole numbers in words of 32 bits, the lowest first. The callers bound what can grow. */
#include "bignum.h"

#include <string.h>

static void trim(struct bignum *number)
{
    while (number->count > 0 && number->words[number->count - 1] == 0)
        number->count--;
}

struct bignum bignum_from(uint64_t value)
{
    struct bignum number = {.count = 2, .words = {(uint32_t)value, (uint32_t)(value >> 32)}};
    trim(&number);
    return number;
}

static void carry_over(struct bignum *number, uint32_t carry)
{
    if (carry)
        number->words[number->count++] = carry;
}

void bignum_multiply(struct bignum *number, uint32_t factor)
{
    uint64_t carry = 0;
    for (int i = 0; i < number->count; i++) {
        carry += (uint64_t)number->words[i] * factor;
        number->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
    carry_over(number, (uint32_t)carry);
}

void bignum_multiply_power(struct bignum *number, int exponent)
{
    for (; exponent >= 9; exponent -= 9)
        bignum_multiply(number, 1000000000);
    for (; exponent > 0; exponent--)
        bignum_multiply(number, 10);
}

void bignum_add_small(struct bignum *number, uint32_t addend)
{
    uint64_t carry = addend;
    for (int i = 0; i < number->count && carry; i++) {
        carry += number->words[i];
        number->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
    carry_over(number, (uint32_t)carry);
}

struct bignum bignum_sum(const struct bignum *a, const struct bignum *b)
{
    struct bignum sum = {.count = a->count > b->count ? a->count : b->count};
    uint64_t carry = 0;
    for (int i = 0; i < sum.count; i++) {
        carry += (uint64_t)(i < a->count ? a->words[i] : 0) + (i < b->count ? b->words[i] : 0);
        sum.words[i] = (uint32_t)carry;
        carry >>= 32;
    }
    carry_over(&sum, (uint32_t)carry);
    return sum;
}

void bignum_subtract(struct bignum *from, const struct bignum *what)
{
    uint64_t borrow = 0;
    for (int i = 0; i < from->count; i++) {
        uint64_t take = borrow + (i < what->count ? what->words[i] : 0);
        borrow = from->words[i] < take;
        from->words[i] = (uint32_t)(from->words[i] - take);
    }
    trim(from);
}

void bignum_shift(struct bignum *number, int bits)
{
    int words = bits / 32;
    if (number->count == 0)
        return;
    memmove(number->words + words, number->words, (size_t)number->count * sizeof *number->words);
    memset(number->words, 0, (size_t)words * sizeof *number->words);
    number->count += words;
    bignum_multiply(number, (uint32_t)1 << bits % 32);
}

void bignum_halve(struct bignum *number)
{
    for (int i = 0; i < number->count; i++) {
        uint32_t above = i + 1 < number->count ? number->words[i + 1] : 0;
        number->words[i] = number->words[i] >> 1 | above << 31;
    }
    trim(number);
}

int bignum_compare(const struct bignum *a, const struct bignum *b)
{
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (int i = a->count - 1; i >= 0; i--)
        if (a->words[i] != b->words[i])
            return a->words[i] < b->words[i] ? -1 : 1;
    return 0;
}

int bignum_bits(const struct bignum *number)
{
    if (number->count == 0)
        return 0;
    int bits = (number->count - 1) * 32;
    for (uint32_t top = number->words[number->count - 1]; top; top >>= 1)
        bits++;
    return bits;
}

struct bignum bignum_divide(struct bignum *number, const struct bignum *by)
{
    struct bignum quotient = {0}, part = *by;
    int shift = bignum_bits(number) - bignum_bits(by);
    bignum_shift(&part, shift > 0 ? shift : 0);
    for (; shift >= 0; shift--) {
        bignum_shift(&quotient, 1);
        if (bignum_compare(number, &part) >= 0) {
            bignum_subtract(number, &part);
            if (quotient.count == 0)
                quotient.count = 1;
            quotient.words[0] |= 1;
        }
        bignum_halve(&part);
    }
    return quotient;
}

uint64_t bignum_low(const struct bignum *number)
{
    uint64_t low = number->count > 0 ? number->words[0] : 0;
    return number->count > 1 ? low | (uint64_t)number->words[1] << 32 : low;
}
