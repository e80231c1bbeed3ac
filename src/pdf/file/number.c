/* Fixed-point numbers for content streams. */
#include "pdf/file/number.h"

int64_t pdf_round_div(int64_t dividend, int64_t divisor)
{
    int64_t half = divisor / 2;
    return (dividend >= 0 ? dividend + half : dividend - half) / divisor;
}

static uint64_t size_of(int64_t number)
{
    return number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
}

static char *put_whole(char *at, uint64_t number)
{
    if (number >= 10)
        at = put_whole(at, number / 10);
    *at++ = (char)('0' + number % 10);
    return at;
}

/* What follows the point, without noughts at its end. */
static char *put_decimals(char *at, unsigned thousandths)
{
    *at++ = '.';
    *at++ = (char)('0' + thousandths / 100);
    if (thousandths % 100)
        *at++ = (char)('0' + thousandths / 10 % 10);
    if (thousandths % 10)
        *at++ = (char)('0' + thousandths % 10);
    return at;
}

char *pdf_number_put(char *at, int64_t thousandths)
{
    uint64_t size = size_of(thousandths);
    if (thousandths < 0)
        *at++ = '-';
    at = put_whole(at, size / 1000);
    return size % 1000 ? put_decimals(at, (unsigned)(size % 1000)) : at;
}

void pdf_number(struct buf *out, int64_t thousandths)
{
    buf_end(out, pdf_number_put(buf_room(out, PDF_NUMBER_ROOM), thousandths));
}

void pdf_integer(struct buf *out, int64_t number)
{
    char *at = buf_room(out, PDF_NUMBER_ROOM);
    if (number < 0)
        *at++ = '-';
    buf_end(out, put_whole(at, size_of(number)));
}
