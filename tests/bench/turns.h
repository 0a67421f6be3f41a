/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Taking turns: a measured program loads and warms up, says that it is ready, and from then on does
 * one timed run for every line that it reads, so that the runner can let peers run in turn.
 *
 * Standard output: "ready, version, file of results, bytes of working memory" once, then for each
 * run "name, rows, wall seconds, CPU seconds, file of results"; tabs between. */
#ifndef BENCH_TURNS_H
#define BENCH_TURNS_H

#include <stddef.h>

#define TURNS_PARTS 8 /* of one program, at most */

#ifdef __clang__
#define TURNS_COMPILER __VERSION__
#else
#define TURNS_COMPILER "gcc " __VERSION__
#endif

struct turns_part {
    const char *name;           /* what the runner asks for; the first one is the whole work */
    int (*work)(void *context); /* 0: done */
};

struct turns_peer {
    const char *name;
    const char *version;
    size_t rows;
    const struct turns_part *parts; /* up to one without a name */
    void *context;
    /* Called once after the warm-up; NULL: there are no results to compare. */
    void (*save)(void *context, char *path, size_t size);
    size_t (*memory)(const void *context); /* NULL: not counted */
};

/* @return what main() returns. */
int turns_serve(const struct turns_peer *peer);

#endif
