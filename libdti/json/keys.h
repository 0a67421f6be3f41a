/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Keys: finds members of one object that have the same name, in any number of members. */
#ifndef DTI_JSON_KEYS_H
#define DTI_JSON_KEYS_H

#include "diag/finding.h"
#include <stdbool.h>

struct dti__key {
    const char *name; /* borrowed */
    size_t offset;
    uint32_t line;
};

struct dti__twin { /* a key that repeats an earlier one of its object */
    struct dti__key key;
    uint32_t first_line;
};

struct dti__keys {
    struct dti__key *open; /* of all objects that are open, the innermost last */
    size_t open_count;
    size_t open_capacity;
    struct dti__twin *twins;
    size_t twin_count;
    size_t twin_capacity;
};

/* A zeroed struct has no keys. Names must live until the report is made. False: out of memory. */
bool dti__keys_add(struct dti__keys *keys, struct dti__key key);
/* The object whose keys are open[first..] ends. */
bool dti__keys_close(struct dti__keys *keys, size_t first);
/* Reports the repeated keys in the order of the text, which begins at `origin`. */
void dti__keys_report(struct dti__keys *keys, const char *text, size_t origin, dti_report *report);
void dti__keys_release(struct dti__keys *keys);

#endif
