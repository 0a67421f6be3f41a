/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Built-in documents and styles: as the build put them into the library, with the digests it
 * computed. */
#ifndef DTI_BUILTIN_BUILTIN_H
#define DTI_BUILTIN_BUILTIN_H

#include <stddef.h>

struct dti__builtin {
    const char *id;
    const char *digest;
    const char *text; /* not terminated */
    size_t length;
};

/* In the order of the meson.build of their folders: frameworks/, collections/ … */
extern const struct dti__builtin dti__builtin_frameworks[];
extern const size_t dti__builtin_framework_count;
extern const struct dti__builtin dti__builtin_collections[];
extern const size_t dti__builtin_collection_count;
extern const struct dti__builtin dti__builtin_units[];
extern const size_t dti__builtin_unit_count;
extern const struct dti__builtin dti__builtin_tables[];
extern const size_t dti__builtin_table_count;
extern const struct dti__builtin dti__builtin_crosswalks[];
extern const size_t dti__builtin_crosswalk_count;
extern const struct dti__builtin dti__builtin_styles[];
extern const size_t dti__builtin_style_count;

#endif
