/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#define HUGE_PAGE ((size_t)2 << 20)

static void fail(const char *what, const char *path)
{
    fprintf(stderr, "cannot %s: %s\n", what, path);
    exit(1);
}

/* From which size on NumPy asks for large pages. */
#define LARGE ((size_t)4 << 20)

void *rows_memory(size_t bytes)
{
    if (bytes < LARGE) {
        void *block = calloc(bytes / 64 + 1, 64);
        if (!block)
            fail("allocate", "memory for rows");
        return block;
    }
    size_t whole = (bytes + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
    void *memory = mmap(NULL, whole, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        fail("allocate", "memory for rows");
    (void)madvise(memory, whole, MADV_HUGEPAGE); /* advice only: it works without */
    return memory;
}

struct rows rows_load(const char *folder, const char *count)
{
    char path[512];
    snprintf(path, sizeof path, "%s/rows-%s.f64", folder, count);
    struct rows rows = {.count = (size_t)strtoull(count, NULL, 10)};
    size_t values = rows.count * COMPONENTS;
    rows.columns = rows_memory(values * sizeof *rows.columns);
    FILE *file = fopen(path, "rb");
    if (values == 0 || !file || fread(rows.columns, sizeof *rows.columns, values, file) != values)
        fail("read", path);
    fclose(file);
    return rows;
}

void rows_save(const char *folder, const char *name, size_t count, const int64_t *nano_points,
               const double *ranks, char *path, size_t size)
{
    snprintf(path, size, "%s/out-%s-%zu.f64", folder, name, count);
    FILE *file = fopen(path, "wb");
    if (!file)
        fail("write", path);
    for (size_t i = 0; i < count; i++) {
        double points = (double)nano_points[i] / 1e9;
        fwrite(&points, sizeof points, 1, file);
    }
    fwrite(ranks, sizeof *ranks, count, file);
    if (ferror(file) | fclose(file))
        fail("write", path);
}
