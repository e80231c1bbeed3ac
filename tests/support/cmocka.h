/* cmocka, and what it wants to have been included before it. */
#ifndef COUNCILBRIEF_TESTS_SUPPORT_CMOCKA_H
#define COUNCILBRIEF_TESTS_SUPPORT_CMOCKA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
