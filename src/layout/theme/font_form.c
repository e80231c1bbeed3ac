/* What a font file holds, by the list of tables that it begins with. */
#include "layout/theme/font_family.h"

#include "files/file.h"

#include <string.h>

enum { HEAD_BYTES = 12, ENTRY_BYTES = 16, TAG_BYTES = 4 };

static bool is_tag(const char *bytes, const char *tag)
{
    return memcmp(bytes, tag, TAG_BYTES) == 0;
}

static bool is_single(const char *head)
{
    static const char truetype[] = {0, 1, 0, 0};
    return is_tag(head, truetype) || is_tag(head, "OTTO") || is_tag(head, "true");
}

/* Does the list of tables, which is next in the file, name the axes of a variable font? */
static bool has_axes(struct file *file, const char *head)
{
    unsigned count = (unsigned)(unsigned char)head[4] << 8 | (unsigned char)head[5];
    char entry[ENTRY_BYTES];
    for (unsigned i = 0; i < count && file_next(file, entry, sizeof entry) == sizeof entry; i++)
        if (is_tag(entry, "fvar"))
            return true;
    return false;
}

static enum font_form form_of(struct file *file)
{
    char head[HEAD_BYTES];
    if (file_next(file, head, sizeof head) != sizeof head)
        return FONT_FOREIGN;
    if (is_tag(head, "ttcf"))
        return FONT_COLLECTION;
    if (!is_single(head))
        return FONT_FOREIGN;
    return has_axes(file, head) ? FONT_VARIABLE : FONT_SINGLE;
}

enum font_form font_form_of(const char *path)
{
    struct file file = file_open(NULL, path, NULL);
    if (file.fault != FILE_SOUND)
        return FONT_SINGLE;
    enum font_form form = form_of(&file);
    file_close(&file);
    return file.fault == FILE_SOUND ? form : FONT_SINGLE;
}

static size_t number_of(const char *bytes)
{
    size_t number = 0;
    for (int i = 0; i < 4; i++)
        number = number << 8 | (unsigned char)bytes[i];
    return number;
}

bool font_is_whole(struct str bytes)
{
    enum { OFFSET = 8, LENGTH = 12 };
    if (bytes.len < HEAD_BYTES || !is_single(bytes.at))
        return true;
    size_t count = number_of(bytes.at + TAG_BYTES) >> 16;
    if (bytes.len < HEAD_BYTES + count * ENTRY_BYTES)
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *entry = bytes.at + HEAD_BYTES + i * ENTRY_BYTES;
        size_t offset = number_of(entry + OFFSET), length = number_of(entry + LENGTH);
        if (offset > bytes.len || length > bytes.len - offset)
            return false;
    }
    return true;
}
