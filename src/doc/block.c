/* The document tree's blocks. */
#include "doc/block.h"

struct block *block_add(struct arena *arena, struct block *parent, enum block_kind kind,
                        struct span origin)
{
    struct block *block = ARENA_NEW(arena, struct block);
    block->kind = kind;
    block->origin = origin;
    block->parent = parent;
    if (!parent)
        return block;
    if (parent->last_child)
        parent->last_child->next = block;
    else
        parent->children = block;
    parent->last_child = block;
    return block;
}
