/* The reader of JSON at work, shared by its half for structure and its half for texts. */
#ifndef COUNCILBRIEF_TEMPLATE_DATA_READER_H
#define COUNCILBRIEF_TEMPLATE_DATA_READER_H

#include "template/data.h"

struct data_reader {
    struct arena *arena;
    struct diags *diags;
    const struct source *source;
    uint32_t pos;
    int depth;
};

/* Reports E330 at [start, end) and returns false. */
__attribute__((format(printf, 4, 5))) bool data_fail(struct data_reader *reader, uint32_t start,
                                                     uint32_t end, const char *format, ...);

/* The byte at the reader; 0 at the end. */
char data_byte(const struct data_reader *reader);

/* A text in quotation marks at the reader; false after E330. */
bool data_read_text(struct data_reader *reader, struct str *text);

#endif
