/* Fixed-point numbers for content streams. */
#include "pdf/number.h"

int64_t pdf_round_div(int64_t dividend, int64_t divisor)
{
    int64_t half = divisor / 2;
    return (dividend >= 0 ? dividend + half : dividend - half) / divisor;
}

/* The digits of a whole number, ending at `end`; gives where they begin. */
static char *digits_before(char *end, uint64_t number)
{
    do {
        *--end = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    return end;
}

enum { LONGEST = 24 };

static uint64_t size_of(int64_t number)
{
    return number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
}

void pdf_integer(struct buf *out, int64_t number)
{
    char room[LONGEST], *const end = room + LONGEST;
    char *start = digits_before(end, size_of(number));
    if (number < 0)
        *--start = '-';
    buf_add(out, (struct str){start, (size_t)(end - start)});
}

void pdf_number(struct buf *out, int64_t thousandths)
{
    char room[LONGEST], *const middle = room + LONGEST - 4, *end = middle;
    uint64_t size = size_of(thousandths);
    char *start = digits_before(middle, size / 1000);
    if (thousandths < 0)
        *--start = '-';
    unsigned rest = (unsigned)(size % 1000);
    if (rest)
        *end++ = '.';
    for (unsigned place = 100; rest; place /= 10) {
        *end++ = (char)('0' + rest / place);
        rest %= place;
    }
    buf_add(out, (struct str){start, (size_t)(end - start)});
}
