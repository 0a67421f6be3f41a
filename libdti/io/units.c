/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Registers of units in: from text, from a file, from what is built in; and all findings of one. */
#include <dti/units.h>

#include "io/units-read.h"

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
    return dti__document_builtin(&kind, dti__builtin_units, dti__builtin_unit_count, id,
                                 DTI__MSG_UNITS_UNKNOWN, options, out, error);
}
