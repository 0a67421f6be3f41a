/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reports: sharing them, and reading finding by finding what an error tells about itself. */
#include <dti/report.h>

#include "base/mem.h"
#include "diag/finding.h"
#include "diag/record.h"

/* NULL when out of range, which the accessors of errors answer with their neutral values. */
static const dti_error *record_of(const dti_report *report, size_t index)
{
    return index < dti_report_count(report) ? report->records[index] : NULL;
}

dti_report *dti_report_ref(const dti_report *report)
{
    dti_report *shared = (dti_report *)(uintptr_t)report; /* the count is not part of the content */
    if (shared != NULL) {
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    }
    return shared;
}

void dti_report_unref(dti_report *report)
{
    if (report == NULL ||
        atomic_fetch_sub_explicit(&report->references, 1, memory_order_acq_rel) != 1) {
        return;
    }
    for (size_t i = 0; i < report->count; i++) {
        dti_error_free(report->records[i]);
    }
    dti__release(&dti__malloc_allocator, report->records,
                 report->capacity * sizeof(*report->records));
    dti__release(&dti__malloc_allocator, report, report->block_bytes);
}

size_t dti_report_count(const dti_report *report)
{
    return report != NULL ? report->count : 0;
}

size_t dti_report_severity_count(const dti_report *report, dti_severity severity)
{
    size_t index = (size_t)severity;
    return report != NULL && index < DTI__SEVERITIES ? report->severity_counts[index] : 0;
}

dti_severity dti_report_severity(const dti_report *report, size_t index)
{
    const dti_error *record = record_of(report, index);
    return record != NULL ? dti__message_severity(record->message) : DTI_SEVERITY_INFO;
}

dti_status dti_report_status(const dti_report *report, size_t index)
{
    return dti_error_status(record_of(report, index));
}

const char *dti_report_id(const dti_report *report, size_t index)
{
    return dti_error_id(record_of(report, index));
}

size_t dti_report_format(const dti_report *report, size_t index, dti_lang lang, char *buffer,
                         size_t size)
{
    return dti_error_format(record_of(report, index), lang, buffer, size);
}

const char *dti_report_source(const dti_report *report, size_t index)
{
    return dti_error_source(record_of(report, index));
}

const char *dti_report_pointer(const dti_report *report, size_t index)
{
    return dti_error_pointer(record_of(report, index));
}

uint32_t dti_report_line(const dti_report *report, size_t index)
{
    return dti_error_line(record_of(report, index));
}

uint32_t dti_report_column(const dti_report *report, size_t index)
{
    return dti_error_column(record_of(report, index));
}

uint64_t dti_report_offset(const dti_report *report, size_t index)
{
    return dti_error_offset(record_of(report, index));
}

size_t dti_report_arg_count(const dti_report *report, size_t index)
{
    return dti_error_arg_count(record_of(report, index));
}

const char *dti_report_arg(const dti_report *report, size_t index, size_t argument)
{
    return dti_error_arg(record_of(report, index), argument);
}
