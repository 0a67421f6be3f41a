/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Built-in frameworks: their documents as the build put them into the library, with the digests it
 * computed. */
#ifndef DTI_FRAMEWORKS_BUILTIN_H
#define DTI_FRAMEWORKS_BUILTIN_H

#include <stddef.h>

struct dti__builtin {
    const char *id;
    const char *digest;
    const char *text; /* not terminated */
    size_t length;
};

extern const struct dti__builtin dti__builtins[]; /* in the order of frameworks/meson.build */
extern const size_t dti__builtin_count;

#endif
