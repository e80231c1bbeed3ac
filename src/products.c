/* The list of products: a new one is a file of its own and a line here. */
#include "product.h"

extern const struct product product_pdf, product_facts;

const struct product *const products[PRODUCTS_MOST + 1] = {
    &product_pdf,
    &product_facts,
    NULL,
};

product_set products_usual(void)
{
    product_set usual = 0;
    for (size_t i = 0; products[i]; i++)
        usual |= products[i]->usual ? 1u << i : 0;
    return usual;
}

enum product_needs products_need(product_set set)
{
    enum product_needs most = NEEDS_RECORDS;
    for (size_t i = 0; products[i]; i++)
        if (product_is_in(set, i) && products[i]->needs > most)
            most = products[i]->needs;
    return most;
}
