/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Tables in: from text (JSON or CSV), from a file, from what is built in; and all findings of one.
 */
#include <dti/table.h>

#include "io/table-read.h"

static void drop(void *table)
{
    dti_table_unref(table);
}

static const struct dti__kind kind = {
    .read = dti__table_read, .read_csv = dti__table_read_csv, .drop = drop};

dti_status dti_table_parse(const char *text, size_t length, const dti_framework *framework,
                           const dti_units *units, const dti_parse_options *options,
                           dti_table **out, dti_error **error)
{
    const struct dti__given given = {.framework = framework, .units = units};
    return dti__document_parse(&kind, text, length, &given, options, out, error);
}

dti_status dti_table_load(const char *path, const dti_framework *framework, const dti_units *units,
                          const dti_parse_options *options, dti_table **out, dti_error **error)
{
    const struct dti__given given = {.framework = framework, .units = units};
    return dti__document_load(&kind, path, &given, options, out, error);
}

dti_status dti_table_check(const char *text, size_t length, const dti_framework *framework,
                           const dti_units *units, const dti_parse_options *options,
                           dti_report **report, dti_error **error)
{
    const struct dti__given given = {.framework = framework, .units = units};
    return dti__document_check(&kind, text, length, &given, options, report, error);
}

size_t dti_table_builtin_count(void)
{
    return dti__builtin_table_count;
}

const char *dti_table_builtin_id(size_t index)
{
    return index < dti__builtin_table_count ? dti__builtin_tables[index].id : "";
}

dti_status dti_table_builtin(const char *id, const dti_parse_options *options, dti_table **out,
                             dti_error **error)
{
    return dti__document_builtin(&kind, dti__builtin_tables, dti__builtin_table_count, id,
                                 DTI__MSG_TABLE_UNKNOWN, options, out, error);
}
