/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Targets in: from text, from a file; and all findings of a document. */
#include <dti/targets.h>

#include "io/targets-read.h"

static void drop(void *targets)
{
    dti_targets_unref(targets);
}

static const struct dti__kind kind = {.read = dti__targets_read, .drop = drop};

dti_status dti_targets_parse(const char *text, size_t length, const dti_framework *framework,
                             const dti_parse_options *options, dti_targets **out, dti_error **error)
{
    const struct dti__given given = {.framework = framework};
    return dti__document_parse(&kind, text, length, &given, options, out, error);
}

dti_status dti_targets_load(const char *path, const dti_framework *framework,
                            const dti_parse_options *options, dti_targets **out, dti_error **error)
{
    const struct dti__given given = {.framework = framework};
    return dti__document_load(&kind, path, &given, options, out, error);
}

dti_status dti_targets_check(const char *text, size_t length, const dti_framework *framework,
                             const dti_parse_options *options, dti_report **report,
                             dti_error **error)
{
    const struct dti__given given = {.framework = framework};
    return dti__document_check(&kind, text, length, &given, options, report, error);
}
