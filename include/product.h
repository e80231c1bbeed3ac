/* What can be made of a checked document: one const struct for each kind of file. */
#ifndef COUNCILBRIEF_PRODUCT_H
#define COUNCILBRIEF_PRODUCT_H

#include "edition.h"

/* How far an edition must have been taken. */
enum product_needs { NEEDS_RECORDS, NEEDS_DOCUMENT, NEEDS_PAGES };

/* What products are made of: one edition, or several in their order. */
struct publication {
    const struct edition *editions;
    size_t count;
    const struct pages *pages; /* of all; NULL: nothing needs them */
};

struct product {
    const char *name;   /* after --to */
    const char *suffix; /* of the file's name */
    bool of_a_look;     /* each template, and each variant of it, has a file of its own */
    bool usual;         /* made when --to is not given */
    bool joins;         /* can be made of several editions, with their pages joined */
    enum product_needs needs;
    /* The file as bytes; absent after diagnostics. */
    struct str (*write)(const struct env *env, struct diags *diags,
                        const struct publication *publication);
};

enum { PRODUCTS_MOST = 8 };

/* A choice of products: bit i stands for products[i]. */
typedef unsigned product_set;

/* All of them, in the order in which they are made and named; ends in NULL. */
extern const struct product *const products[PRODUCTS_MOST + 1];

static inline bool product_is_in(product_set set, size_t i)
{
    return set >> i & 1;
}

/* Those that are made when --to is not given. */
product_set products_usual(void);

/* The facts: what the issue after this one is compared with. */
extern const struct product product_facts;

/* How far an edition must be taken for all of a choice. */
enum product_needs products_need(product_set set);

/* ---- a document that is not one council's briefing ---- */

/* Markdown that the program wrote. */
struct leaflet {
    const char *name;       /* of the text, in messages about it: "the report" */
    struct str markdown;    /* begins with its title */
    struct str title;       /* of the file, and at the foot of every page */
    struct str author;      /* absent: none is named */
    struct str subject;     /* absent: none */
    struct str left, right; /* on top of the first page; may be absent */
    day as_at;              /* dates the file, unless SOURCE_DATE_EPOCH does */
};

/* Its PDF, as accessible as a briefing's; absent after diagnostics. The look is that of the
   template that the command line names, else of `briefing`. */
struct str leaflet_pdf(struct env *env, struct diags *diags, const struct leaflet *leaflet);

#endif
