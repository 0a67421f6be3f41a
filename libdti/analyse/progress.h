/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Progress in memory: what is counted of each reporter. */
#ifndef DTI_ANALYSE_PROGRESS_H
#define DTI_ANALYSE_PROGRESS_H

#include "model/collection.h"
#include "score/result.h"

#include <dti/progress.h>

#define DTI__PROGRESS_MEASURES 8

struct dti__standing_of { /* a reporter */
    size_t counts[DTI__PROGRESS_MEASURES];
    int64_t at_stake;
    size_t *missing;  /* rows */
    size_t *disputed; /* rows */
};

struct dti_progress {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    dti_result *result;
    dti_collection *collection;
    struct dti__date today;
    int32_t days_left; /* INT32_MAX: no due day */
    struct dti__standing_of *reporters;
};

#endif
