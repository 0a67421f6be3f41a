/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Numbers as text, whatever the locale and the rounding mode of the host. */
#ifndef DTI_BASE_NUMBER_H
#define DTI_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DTI__NUMBER_SIZE 32 /* bytes that hold any number written below, terminator included */

/* Reads a JSON number (the whole of text[0..length) must be one). False if it is not one or not
 * finite. -0 becomes 0. Correctly rounded. */
bool dti__number_read(const char *text, size_t length, double *out);

/* Writes a finite double as ECMAScript does (RFC 8785): shortest digits that read back, nearest of
 * those. Returns the length. */
size_t dti__number_write(double value, char out[DTI__NUMBER_SIZE]);

/* Writes a finite double with at most `digits` (0..15) decimals, trailing zeros dropped, decimal
 * mark as given; for sentences. */
size_t dti__number_write_short(double value, int digits, char mark, char out[DTI__NUMBER_SIZE]);

/* Number of decimals in the shortest text of a value: 16.39 has 2, 5000 has 0, 1e-7 has 7. At
 * most 30. */
int dti__number_decimals(double value);

/* Decimal text as printed in a source: optional sign, digits, at most one mark "," or "." followed
 * by digits ("0,8", "7.87", "-44"). *scaled receives value × 10^9 exactly and *decimals the digits
 * printed after the mark. False if it is no such text, has more than 9 decimals, or does not fit.
 * Thousands marks are not understood: "910.261" reads as 910 and 261 thousandths. */
bool dti__decimal_read(const char *text, size_t length, int64_t *scaled, int *decimals);

/* An exact amount of 10^-9 as plain decimal text without trailing zeros: 12790000000 is "12.79".
 * Returns the length. */
size_t dti__decimal_write(int64_t scaled, char mark, char out[DTI__NUMBER_SIZE]);

/* The nearest 10^-9 of a finite double (ties to even); false when it does not fit int64. For maxima
 * and other amounts in documents, where *exact says whether the decimal text of the value had at
 * most 9 decimals. */
bool dti__number_to_nano(double value, int64_t *nano, bool *exact);

#endif
