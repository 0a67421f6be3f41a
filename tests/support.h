/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What every test program shares: main(), memory that counts and fails, files of the source tree.
 *
 * A test program is one file that defines test_suite(); support.c runs it and writes TAP. */
#ifndef TESTS_SUPPORT_H
#define TESTS_SUPPORT_H

#include <check.h>
#include <dti/alloc.h>
#include <stdbool.h>
#include <stddef.h>

/* The suite of this program. */
Suite *test_suite(void);

/* An allocator that counts, can fail, and aborts when a block comes back with a wrong size, twice,
 * or from elsewhere. */
struct test_memory {
    dti_allocator allocator; /* hand out its address */
    size_t live;             /* blocks out now */
    size_t live_bytes;
    size_t calls;   /* of alloc and resize so far */
    size_t fail_at; /* this call fails, counted from 0; SIZE_MAX: none */
    bool fail_ever; /* and every later one too */
    bool failed;    /* a call did fail */
};

/* Counts from zero and fails never. The struct must stay where it is: the allocator points to it.
 */
void test_memory_init(struct test_memory *memory);

/* A piece of work that makes something with the allocator (NULL: malloc), drops it again, and tells
 * how it went. It must leave nothing behind in either case, and should check itself that a failed
 * call left its outputs alone. */
typedef dti_status (*test_scenario)(const dti_allocator *allocator, void *context);

/* Runs the scenario with call 0, 1, 2 ... failing, once alone and once together with all later
 * ones, until it succeeds without a failure. Each failure must give DTI_E_NOMEM and leave no block
 * behind. The scenario is run twice in this way: with an allocator of its own, and, in unit tests,
 * with NULL, where every malloc() of the library and of cJSON fails in its turn, also those for
 * errors, reports and trees. */
void test_nomem(test_scenario scenario, void *context);

/* As test_nomem(), only with an allocator of its own: for scenarios of which a part of the memory
 * comes from elsewhere. */
void test_nomem_allocator(test_scenario scenario, void *context);

/* As test_nomem(), for scenarios with too many calls to fail each of them: so many calls in all,
 * spread evenly from the first to the last. */
void test_nomem_spread(test_scenario scenario, void *context, size_t points);

/* Content of a file, given relative to the root of the source tree ("examples/data/x.json"); fails
 * the test if it cannot be read. The text is terminated; *length (may be NULL) is without the
 * terminator. Free it with free(). */
char *test_read_file(const char *path, size_t *length);

/* Absolute path of a file of the source tree. Free it with free(). */
char *test_path(const char *path);

/* A copy that ends where its last byte ends, so that the address sanitizer sees each look beyond
 * it. Free it with free(). */
char *test_exact(const char *bytes, size_t length);

#endif
