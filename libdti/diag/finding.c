/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Findings: a report under construction; everything is counted, a limited number is kept. */
#include "diag/finding.h"

#include "base/mem.h"
#include "diag/record.h"

#include <string.h>

#define FIRST_CAPACITY ((size_t)8)

dti_report *dti__report_new(const char *source)
{
    source = source != NULL ? source : "";
    const size_t bytes = sizeof(dti_report) + strlen(source) + 1;
    dti_report *report = dti__alloc(&dti__malloc_allocator, bytes);
    if (report == NULL) {
        return NULL;
    }
    atomic_init(&report->references, 1);
    report->block_bytes = bytes;
    memcpy(report->source, source, strlen(source) + 1);
    return report;
}

/* True if one more record can be stored, or if the report is full anyway. */
static bool make_room(dti_report *report)
{
    if (report->count < report->capacity || report->count == DTI_LIMIT_FINDINGS) {
        return true;
    }
    const size_t capacity = report->capacity == 0 ? FIRST_CAPACITY : 2 * report->capacity;
    const size_t slot = sizeof(*report->records);
    dti_error **records = dti__resize(&dti__malloc_allocator, report->records,
                                      report->capacity * slot, capacity * slot);
    if (records == NULL) {
        return false;
    }
    report->records = records;
    report->capacity = capacity;
    return true;
}

/* Counts the finding and keeps it if there is room. The first error is kept even when there is
 * none: it is what the call fails with, so the last warning goes. */
static void add(dti_report *report, enum dti__msg message, const struct dti__place *place,
                const struct dti__arg *args, size_t arg_count)
{
    const dti_severity severity = dti__message_severity(message);
    const bool is_first_error =
        severity == DTI_SEVERITY_ERROR && report->severity_counts[DTI_SEVERITY_ERROR] == 0;
    const bool is_full = report->count == DTI_LIMIT_FINDINGS;
    report->severity_counts[severity]++;
    if (is_full && !is_first_error) {
        return;
    }
    dti_error *record = dti__record_new(message, place, args, arg_count);
    if (record == NULL || !make_room(report)) {
        dti_error_free(record);
        report->out_of_memory = true;
        return;
    }
    if (is_full) {
        dti_error_free(report->records[--report->count]);
    }
    report->records[report->count++] = record;
}

void dti__report_add(dti_report *report, enum dti__msg message, const char *pointer,
                     const struct dti__arg *args, size_t arg_count)
{
    if (report != NULL) {
        const struct dti__place place = {.source = report->source, .pointer = pointer};
        add(report, message, &place, args, arg_count);
    }
}

void dti__report_add_at(dti_report *report, enum dti__msg message, uint32_t line, uint32_t column,
                        uint64_t offset, const struct dti__arg *args, size_t arg_count)
{
    if (report != NULL) {
        const struct dti__place place = {
            .source = report->source, .line = line, .column = column, .offset = offset};
        add(report, message, &place, args, arg_count);
    }
}

void dti__report_place(dti_report *report, size_t index, uint32_t line, uint32_t column,
                       uint64_t offset)
{
    if (report != NULL && index < report->count) {
        struct dti__place *place = &report->records[index]->place;
        place->line = line;
        place->column = column;
        place->offset = offset;
    }
}

void dti__report_drop_pointer(dti_report *report, size_t index)
{
    if (report != NULL && index < report->count) {
        report->records[index]->place.pointer = "";
    }
}

bool dti__report_move(dti_report *report, size_t index, const char *source, const char *pointer)
{
    if (report == NULL || index >= report->count) {
        return true;
    }
    const dti_error *record = report->records[index];
    struct dti__place place = record->place;
    place.source = source;
    place.pointer = pointer;
    dti_error *moved = dti__record_new(record->message, &place, record->args, record->arg_count);
    if (moved == NULL) {
        report->out_of_memory = true;
        return false;
    }
    dti_error_free(report->records[index]);
    report->records[index] = moved;
    return true;
}

size_t dti__report_errors(const dti_report *report)
{
    return dti_report_severity_count(report, DTI_SEVERITY_ERROR);
}

dti_status dti__report_result(const dti_report *report, dti_error **error)
{
    /* A report that could not be made or completed may lack the very error that matters. */
    if (report == NULL || report->out_of_memory) {
        return dti__fail_nomem(error);
    }
    for (size_t i = 0; i < report->count; i++) {
        const dti_error *record = report->records[i];
        if (dti__message_severity(record->message) != DTI_SEVERITY_ERROR) {
            continue;
        }
        if (error != NULL) {
            *error = dti__record_copy(record);
            if (*error == NULL) {
                return dti__fail_nomem(error);
            }
        }
        return dti_error_status(record);
    }
    return DTI_OK;
}
