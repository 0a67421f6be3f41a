/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Writes the rows of the benchmark, the same ones on every machine: shares from 0 to 1, two of a
 * hundred missing.
 *
 * usage: make-rows FILE COUNT */
#include "rows.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* SplitMix64: the number of a cell gives its value, so that a row is the same in every file. */
static uint64_t scramble(uint64_t x)
{
    x += UINT64_C(0x9e3779b97f4a7c15);
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return x ^ (x >> 31);
}

static double value(size_t component, size_t row)
{
    uint64_t cell = (uint64_t)row * COMPONENTS + component;
    if (scramble(2 * cell) % 50 == 0)
        return (double)NAN;
    return (double)(scramble(2 * cell + 1) >> 11) * 0x1p-53;
}

int main(int argc, char **argv)
{
    size_t count = argc == 3 ? (size_t)strtoull(argv[2], NULL, 10) : 0;
    FILE *file = count > 0 ? fopen(argv[1], "wb") : NULL;
    double *column = count > 0 ? malloc(count * sizeof *column) : NULL;
    if (!file || !column) {
        fprintf(stderr, "usage: make-rows FILE COUNT\n");
        return 2;
    }
    for (size_t component = 0; component < COMPONENTS; component++) {
        for (size_t row = 0; row < count; row++)
            column[row] = value(component, row);
        fwrite(column, sizeof *column, count, file);
    }
    free(column);
    return ferror(file) | fclose(file) ? 1 : 0;
}
