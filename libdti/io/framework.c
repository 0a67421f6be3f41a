/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Frameworks in: from text, from a file, from what is built in; and all findings of one. */
#include <dti/framework.h>

#include "io/framework-read.h"

static bool review(const void *framework, dti_report *report)
{
    dti__framework_review(framework, report);
    return dti__vectors_run(framework, report);
}

static void drop(void *framework)
{
    dti_framework_unref(framework);
}

static const struct dti__kind kind = {.read = dti__framework_read, .review = review, .drop = drop};

dti_status dti_framework_parse(const char *text, size_t length, const dti_parse_options *options,
                               dti_framework **out, dti_error **error)
{
    return dti__document_parse(&kind, text, length, NULL, options, out, error);
}

dti_status dti_framework_load(const char *path, const dti_parse_options *options,
                              dti_framework **out, dti_error **error)
{
    return dti__document_load(&kind, path, NULL, options, out, error);
}

size_t dti_builtin_count(void)
{
    return dti__builtin_framework_count;
}

const char *dti_builtin_id(size_t index)
{
    return index < dti__builtin_framework_count ? dti__builtin_frameworks[index].id : NULL;
}

const struct dti__builtin *dti__builtin_framework(const char *id)
{
    return dti__builtin_find(dti__builtin_frameworks, dti__builtin_framework_count, id);
}

dti_status dti_framework_builtin(const char *id, const dti_parse_options *options,
                                 dti_framework **out, dti_error **error)
{
    return dti__document_builtin(&kind, dti__builtin_frameworks, dti__builtin_framework_count, id,
                                 DTI__MSG_FRAMEWORK_UNKNOWN, options, out, error);
}

dti_status dti_framework_check(const char *text, size_t length, const dti_parse_options *options,
                               dti_report **report, dti_error **error)
{
    return dti__document_check(&kind, text, length, NULL, options, report, error);
}
