/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* How fast one core reads the columns when it has nothing else to do with them: no scoring can be
 * faster.
 *
 * usage: floor FOLDER COUNT */
#include "rows.h"
#include "turns.h"

#include <stdio.h>
#include <string.h>

struct reading {
    struct rows rows;
    uint64_t sum; /* for the compiler, which would leave out a reading that nobody needs */
};

/* The exclusive or of all bits: the least that needs every value. */
static uint64_t read_plain(const double *values, size_t count)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t bits;
        memcpy(&bits, values + i, sizeof bits);
        sum ^= bits;
    }
    return sum;
}

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

/* Written out, because the floor must not hang on what a compiler makes of a loop: four sums side
 * by side, since one would wait for itself. */
__attribute__((target("avx2"))) static uint64_t read_avx2(const double *values, size_t count)
{
    __m256d sums[4] = {_mm256_setzero_pd(), _mm256_setzero_pd(), _mm256_setzero_pd(),
                       _mm256_setzero_pd()};
    size_t i = 0;
    for (; i + 16 <= count; i += 16) {
        sums[0] = _mm256_xor_pd(sums[0], _mm256_loadu_pd(values + i));
        sums[1] = _mm256_xor_pd(sums[1], _mm256_loadu_pd(values + i + 4));
        sums[2] = _mm256_xor_pd(sums[2], _mm256_loadu_pd(values + i + 8));
        sums[3] = _mm256_xor_pd(sums[3], _mm256_loadu_pd(values + i + 12));
    }
    double lanes[16];
    for (size_t k = 0; k < 4; k++)
        _mm256_storeu_pd(lanes + 4 * k, sums[k]);
    return read_plain(lanes, 16) ^ read_plain(values + i, count - i);
}

static uint64_t read_all(const double *values, size_t count)
{
    return __builtin_cpu_supports("avx2") ? read_avx2(values, count) : read_plain(values, count);
}
#else
#define read_all read_plain
#endif

static int read_columns(void *context)
{
    struct reading *reading = context;
    for (size_t i = 0; i < COMPONENTS; i++)
        reading->sum ^= read_all(rows_column(&reading->rows, i), reading->rows.count);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: floor FOLDER COUNT\n");
        return 2;
    }
    static const struct turns_part parts[] = {{"whole", read_columns}, {NULL, NULL}};
    struct reading reading = {.rows = rows_load(argv[1], argv[2])};
    struct turns_peer peer = {.name = "floor",
                              .version = "one core, " TURNS_COMPILER,
                              .rows = reading.rows.count,
                              .parts = parts,
                              .context = &reading};
    return turns_serve(&peer);
}
