/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Numbers as people type and read them: a decimal comma or point, and nothing that reads two ways.
 */
#ifndef DTI_CLI_NUMBER_H
#define DTI_CLI_NUMBER_H

#include "figure.h"

#include <stdbool.h>

/* False for what is no number, and for "1.234", which may be thousands or decimals. */
bool number_read(const char *text, double *out);

/* A whole number above 0 of at most so many digits; anything else is none. */
bool number_read_count(const char *text, size_t most_digits, int64_t *out);

/* The shortest that means this number, with the decimal mark of the language. */
struct figure number_print(double value, dti_lang lang);

#endif
