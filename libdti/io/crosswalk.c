/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Crosswalks in: from text, from a file, from what is built in; and all findings of one. */
#include <dti/crosswalk.h>

#include "io/crosswalk-find.h"
#include "io/crosswalk-read.h"

static bool review(const void *crosswalk, dti_report *report)
{
    dti__crosswalk_review(crosswalk, report);
    return true;
}

static void drop(void *crosswalk)
{
    dti_crosswalk_unref(crosswalk);
}

static const struct dti__kind kind = {.read = dti__crosswalk_read, .review = review, .drop = drop};

dti_status dti_crosswalk_parse(const char *text, size_t length, const dti_framework *from,
                               const dti_framework *to, const dti_parse_options *options,
                               dti_crosswalk **out, dti_error **error)
{
    const struct dti__given given = {.framework = from, .framework_after = to};
    return dti__document_parse(&kind, text, length, &given, options, out, error);
}

dti_status dti_crosswalk_load(const char *path, const dti_framework *from, const dti_framework *to,
                              const dti_parse_options *options, dti_crosswalk **out,
                              dti_error **error)
{
    const struct dti__given given = {.framework = from, .framework_after = to};
    return dti__document_load(&kind, path, &given, options, out, error);
}

size_t dti_crosswalk_builtin_count(void)
{
    return dti__builtin_crosswalk_count;
}

const char *dti_crosswalk_builtin_id(size_t index)
{
    return index < dti__builtin_crosswalk_count ? dti__builtin_crosswalks[index].id : "";
}

dti_status dti_crosswalk_builtin(const char *id, const dti_parse_options *options,
                                 dti_crosswalk **out, dti_error **error)
{
    return dti__document_builtin(&kind, dti__builtin_crosswalks, dti__builtin_crosswalk_count, id,
                                 DTI__MSG_CROSSWALK_UNKNOWN, options, out, error);
}

dti_status dti__crosswalk_find(const dti_framework *from, const dti_framework *to,
                               const dti_allocator *allocator, dti_crosswalk **out)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    options.allocator = allocator;
    for (size_t i = 0; i < dti__builtin_crosswalk_count; i++) {
        const struct dti__builtin *builtin = &dti__builtin_crosswalks[i];
        const struct dti__given given = {
            .framework = from, .framework_after = to, .digest = builtin->digest};
        dti_status status =
            dti__document_parse(&kind, builtin->text, builtin->length, &given, &options, out, NULL);
        if (status == DTI_OK || status == DTI_E_NOMEM)
            return status; /* else it is bound to others */
    }
    return DTI_E_NOT_FOUND;
}

dti_status dti_crosswalk_check(const char *text, size_t length, const dti_framework *from,
                               const dti_framework *to, const dti_parse_options *options,
                               dti_report **report, dti_error **error)
{
    const struct dti__given given = {.framework = from, .framework_after = to};
    return dti__document_check(&kind, text, length, &given, options, report, error);
}
