/* Fixed-point numbers for content streams. */
#include "pdf/number.h"

#include <inttypes.h>

int64_t pdf_round_div(int64_t dividend, int64_t divisor)
{
    int64_t half = divisor / 2;
    return (dividend >= 0 ? dividend + half : dividend - half) / divisor;
}

void pdf_number(struct buf *out, int64_t thousandths)
{
    if (thousandths < 0)
        buf_byte(out, '-');
    uint64_t size = thousandths < 0 ? 0 - (uint64_t)thousandths : (uint64_t)thousandths;
    buf_addf(out, "%" PRIu64, size / 1000);
    unsigned rest = (unsigned)(size % 1000);
    if (!rest)
        return;
    buf_byte(out, '.');
    for (unsigned place = 100; rest; place /= 10) {
        buf_byte(out, (char)('0' + rest / place));
        rest %= place;
    }
}
