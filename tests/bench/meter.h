/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* An allocator that knows the most that was ever held; any number of threads may share it. */
#ifndef BENCH_METER_H
#define BENCH_METER_H

#include <dti/alloc.h>
#include <stdatomic.h>

struct meter {
    atomic_size_t held;
    atomic_size_t peak;
};

dti_allocator meter_allocator(struct meter *meter);

#endif
