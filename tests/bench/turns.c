/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "turns.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* CPU seconds: a run is a loop of calls that takes at least so long, for a clock cannot tell
 * microseconds apart. */
#define SHORTEST_RUN 0.2

struct moment {
    double wall;
    double cpu;
};

static double seconds(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* Seconds of `calls` calls. */
static struct moment measure(const struct turns_part *part, void *context, size_t calls,
                             int *failed)
{
    double wall = seconds(CLOCK_MONOTONIC);
    double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    for (size_t i = 0; i < calls && !*failed; i++)
        *failed = part->work(context);
    return (struct moment){.wall = seconds(CLOCK_MONOTONIC) - wall,
                           .cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu};
}

/* Warms up: more and more calls, until they last long enough. */
static size_t calls_that_last(const struct turns_part *part, void *context, int *failed)
{
    size_t calls = 1;
    while (!*failed && measure(part, context, calls, failed).cpu < SHORTEST_RUN)
        calls *= 2;
    return calls;
}

/* `calls_of_parts` holds for each part how many make a run, 0 before its first one. */
static int turn(const struct turns_peer *peer, const char *asked, const char *path,
                size_t calls_of_parts[TURNS_PARTS])
{
    size_t i = 0;
    while (i < TURNS_PARTS && peer->parts[i].name && strcmp(peer->parts[i].name, asked) != 0)
        i++;
    if (i == TURNS_PARTS || !peer->parts[i].name) {
        fprintf(stderr, "%s: no part called %s\n", peer->name, asked);
        return 1;
    }
    const struct turns_part *part = &peer->parts[i];
    int failed = 0;
    if (calls_of_parts[i] == 0)
        calls_of_parts[i] = calls_that_last(part, peer->context, &failed);
    size_t calls = calls_of_parts[i];
    struct moment time = measure(part, peer->context, calls, &failed);
    printf("%s\t%zu\t%.9e\t%.9e\t%s\n", peer->name, peer->rows, time.wall / (double)calls,
           time.cpu / (double)calls, path);
    fflush(stdout);
    return failed;
}

int turns_serve(const struct turns_peer *peer)
{
    char path[512] = "";
    int failed = peer->parts->work(peer->context);
    if (peer->save && !failed)
        peer->save(peer->context, path, sizeof path);
    if (!failed)
        printf("ready\t%s\t%s\t%zu\n", peer->version, path,
               peer->memory ? peer->memory(peer->context) : 0);
    fflush(stdout);
    size_t calls[TURNS_PARTS] = {0};
    char asked[64];
    while (!failed && fgets(asked, sizeof asked, stdin)) {
        asked[strcspn(asked, "\n")] = '\0';
        failed = turn(peer, asked, path, calls);
    }
    return failed;
}
