/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Comparing two tables: by the crosswalk that is given, that is built in, or none. */
#include <dti/comparison.h>

#include "diag/options.h"
#include "io/crosswalk-find.h"
#include "rank/comparison.h"

static dti_status refuse_crosswalk(const dti_crosswalk *crosswalk, const dti_framework *before,
                                   const dti_framework *after, dti_error **error)
{
    return dti__fail(error, DTI__MSG_COMPARISON_OTHER_CROSSWALK,
                     DTI__ARGS(DTI__TEXT(crosswalk->id), DTI__TEXT(crosswalk->from->id),
                               DTI__TEXT(crosswalk->to->id), DTI__TEXT(before->id),
                               DTI__TEXT(after->id)));
}

/* *found is the caller's; NULL if none is needed. */
static dti_status find_crosswalk(const dti_framework *before, const dti_framework *after,
                                 const dti_crosswalk *given, const dti_allocator *allocator,
                                 dti_crosswalk **found, dti_error **error)
{
    if (given) {
        if (!dti__framework_is_same(given->from, before) ||
            !dti__framework_is_same(given->to, after))
            return refuse_crosswalk(given, before, after, error);
        *found = dti_crosswalk_ref(given);
        return DTI_OK;
    }
    if (dti__framework_is_same(before, after))
        return DTI_OK;
    dti_status status = dti__crosswalk_find(before, after, allocator, found);
    if (status == DTI_E_NOMEM)
        return dti__fail_nomem(error);
    if (status != DTI_OK)
        return dti__fail(error, DTI__MSG_COMPARISON_NO_CROSSWALK,
                         DTI__ARGS(DTI__TEXT(before->id), DTI__TEXT(before->version),
                                   DTI__TEXT(after->id), DTI__TEXT(after->version)));
    return DTI_OK;
}

dti_status dti_comparison_new(const dti_table *before, const dti_table *after,
                              const dti_comparison_options *options, dti_comparison **out,
                              dti_error **error)
{
    dti_comparison_options known = DTI_COMPARISON_OPTIONS_INIT;
    dti_allocator allocator;
    dti_crosswalk *crosswalk = NULL;
    if (!before || !after || !out)
        return dti__fail_null(error, !before ? "before" : !after ? "after" : "out");
    dti_status status =
        dti__options_read(options, &known, sizeof known, "dti_comparison_options", error);
    if (status == DTI_OK)
        status = dti__options_allocator(known.allocator, &allocator, error);
    if (status == DTI_OK)
        status = find_crosswalk(before->framework, after->framework, known.crosswalk, &allocator,
                                &crosswalk, error);
    if (status == DTI_OK)
        status = dti__comparison_make(before, after, crosswalk, &allocator, out, error);
    dti_crosswalk_unref(crosswalk);
    return status;
}
