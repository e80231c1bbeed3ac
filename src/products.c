/* The list of products: a new one is a file of its own and a line here. */
#include "product.h"

extern const struct product product_pdf;

const struct product *const products[PRODUCTS_MOST + 1] = {
    &product_pdf,
    &product_facts,
    NULL,
};
