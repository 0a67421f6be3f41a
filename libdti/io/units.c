/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Registers of units in: from text, from a file, from what is built in; and all findings of one. */
#include <dti/units.h>

#include "builtin/builtin.h"
#include "io/units-read.h"

#include <string.h>

static void drop(void *units)
{
    dti_units_unref(units);
}

static const struct dti__kind kind = {.read = dti__units_read, .drop = drop};

dti_status dti_units_parse(const char *text, size_t length, const dti_parse_options *options,
                           dti_units **out, dti_error **error)
{
    return dti__document_parse(&kind, text, length, NULL, options, out, error);
}

dti_status dti_units_load(const char *path, const dti_parse_options *options, dti_units **out,
                          dti_error **error)
{
    return dti__document_load(&kind, path, NULL, options, out, error);
}

dti_status dti_units_check(const char *text, size_t length, const dti_parse_options *options,
                           dti_report **report, dti_error **error)
{
    return dti__document_check(&kind, text, length, NULL, options, report, error);
}

size_t dti_units_builtin_count(void)
{
    return dti__builtin_unit_count;
}

const char *dti_units_builtin_id(size_t index)
{
    return index < dti__builtin_unit_count ? dti__builtin_units[index].id : "";
}

dti_status dti_units_builtin(const char *id, const dti_parse_options *options, dti_units **out,
                             dti_error **error)
{
    if (!id)
        return dti__fail_null(error, "id");
    for (size_t i = 0; i < dti__builtin_unit_count; i++) {
        const struct dti__builtin *builtin = &dti__builtin_units[i];
        const struct dti__given given = {.digest = builtin->digest};
        if (strcmp(builtin->id, id) == 0)
            return dti__document_parse(&kind, builtin->text, builtin->length, &given, options, out,
                                       error);
    }
    return dti__fail(error, DTI__MSG_UNITS_UNKNOWN, DTI__ARGS(DTI__TEXT(id)));
}
