/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The rows that every peer scores: 98 columns of numbers from one file, NaN where one is missing.
 */
#ifndef BENCH_ROWS_H
#define BENCH_ROWS_H

#include <stddef.h>
#include <stdint.h>

#define COMPONENTS 98

struct rows {
    size_t count;
    double *columns; /* column after column */
};

/* Zeroed memory, for large blocks in large pages where the system has them: NumPy asks for them as
 * well. Never NULL: without memory there is nothing to measure, and the program ends. */
void *rows_memory(size_t bytes);

/* FOLDER/rows-COUNT.f64; ends the program if it cannot be read. */
struct rows rows_load(const char *folder, const char *count);

static inline double *rows_column(const struct rows *rows, size_t component)
{
    return rows->columns + component * rows->count;
}

/* Overall points, then ranks, into FOLDER/out-NAME-COUNT.f64, for comparison with the other peers.
 * The path stands in `path`. */
void rows_save(const char *folder, const char *name, size_t count, const int64_t *nano_points,
               const double *ranks, char *path, size_t size);

#endif
