/* Which program this is: asks the linker's build ids, which stand for the bytes of a program and of
   each library, as reading those bytes would take longer than making a page. What has no id is
   read. */
#define _GNU_SOURCE /* dl_iterate_phdr */
#include "batch/manifest/entry.h"

#include <link.h>

struct identity {
    struct arena *arena;
    struct buf ids;
};

static size_t aligned(size_t size, size_t alignment)
{
    return (size + alignment - 1) / alignment * alignment;
}

/* The build id among some notes; absent when there is none. */
static struct str id_of_notes(struct str notes, size_t alignment)
{
    ElfW(Nhdr) note;
    for (size_t at = 0; notes.len - at >= sizeof note;) {
        memcpy(&note, notes.at + at, sizeof note);
        struct str rest = str_part(notes, at + sizeof note, notes.len);
        size_t name_size = aligned(note.n_namesz, alignment);
        if (name_size > rest.len || note.n_descsz > rest.len - name_size)
            break;
        struct str name = str_part(rest, 0, note.n_namesz);
        if (note.n_type == NT_GNU_BUILD_ID && str_equal(name, STR("GNU\0")))
            return str_part(rest, name_size, name_size + note.n_descsz);
        at += sizeof note + name_size + aligned(note.n_descsz, alignment);
        if (at > notes.len)
            break;
    }
    return STR_NONE;
}

static struct str build_id(const struct dl_phdr_info *object)
{
    for (size_t i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        if (part->p_type != PT_NOTE)
            continue;
        const char *notes = (const char *)(uintptr_t)(object->dlpi_addr + part->p_vaddr);
        struct str id = id_of_notes((struct str){notes, part->p_memsz}, part->p_align == 8 ? 8 : 4);
        if (id.len)
            return id;
    }
    return STR_NONE;
}

/* The part of a process that is the kernel's own: it is not a file, and no page depends on it. */
static bool is_of_system(const char *name)
{
    return str_starts(str_from(name), "linux-");
}

/* The program comes first and has no name. */
static int add_object(struct dl_phdr_info *object, size_t size, void *data)
{
    (void)size;
    struct identity *identity = data;
    if (is_of_system(object->dlpi_name))
        return 0;
    struct str id = build_id(object);
    if (!id.len)
        id = hash_file(identity->arena, *object->dlpi_name ? object->dlpi_name : "/proc/self/exe",
                       NULL);
    buf_add(&identity->ids, id);
    return 0;
}

struct str program_identity(struct arena *arena)
{
    struct identity identity = {.arena = arena, .ids = {.arena = arena}};
    dl_iterate_phdr(add_object, &identity);
    struct str hash = hash_text(arena, buf_str(&identity.ids));
    return str_format(arena, "councilbrief " COUNCILBRIEF_VERSION " " STR_FMT, STR_ARG(hash));
}
