/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Finding the value that stopped a pass: the loops only say that there is one, so that they need
 * not look twice at a billion good ones. */
#include "diag/finding.h"
#include "score/batch.h"

#include <math.h>
#include <stdio.h>

/* The first row of a tile that is refused; DTI__TILE if none is. */
static size_t refused_row(const struct dti__column *column, const struct dti__rows *rows)
{
    struct dti__cells cells;
    double room[DTI__TILE];
    for (size_t i = 0; i < rows->n; i++) {
        const struct dti__rows one = {rows->row + i, 1};
        if (!dti__operand_read(column, &one, &dti__loops_plain, room, &cells))
            return i;
    }
    return DTI__TILE;
}

dti_status dti__cell_fault(const dti_framework *framework, size_t input, size_t row, double value,
                           uint8_t state, const struct dti__limits *limits, dti_error **error)
{
    const char *id = framework->inputs[input].id;
    char pointer[320];
    snprintf(pointer, sizeof pointer, "/%s/%zu", id, row);
    dti_report *report = dti__report_new(NULL);
    if (state > DTI_STATE_REJECTED)
        dti__report_add(report, DTI__MSG_CELL_STATE, pointer,
                        DTI__ARGS(DTI__TEXT(id), DTI__INTEGER(row), DTI__INTEGER(state),
                                  DTI__INTEGER(DTI_STATE_REJECTED)));
    else if (!isfinite(value))
        dti__report_add(report, DTI__MSG_CELL_NOT_FINITE, pointer,
                        DTI__ARGS(DTI__TEXT(id), DTI__INTEGER(row)));
    else if (value < limits->low || value > limits->high)
        dti__report_add(report, DTI__MSG_CELL_RANGE, pointer,
                        DTI__ARGS(DTI__TEXT(id), DTI__INTEGER(row), DTI__NUMBER(value, -1),
                                  DTI__NUMBER(limits->low, -1), DTI__NUMBER(limits->high, -1)));
    else
        dti__report_add(report, DTI__MSG_CELL_NOT_WHOLE, pointer,
                        DTI__ARGS(DTI__TEXT(id), DTI__INTEGER(row), DTI__NUMBER(value, -1)));
    dti_status status = dti__report_result(report, error);
    dti_report_unref(report);
    return status;
}

static dti_status tell(const dti_scratch *scratch, size_t input, size_t row, dti_error **error)
{
    const struct dti__column *column = &scratch->reported[input];
    return dti__cell_fault(scratch->framework, input, row, column->values[row],
                           column->states ? column->states[row] : DTI_STATE_PRESENT,
                           &column->reading->limits, error);
}

dti_status dti__batch_fault(const struct dti__batch *batch, dti_error **error)
{
    const dti_scratch *scratch = batch->scratch;
    for (size_t input = 0; input < scratch->framework->input_count; input++) {
        if (!scratch->is_read[input] || !scratch->reported[input].values)
            continue;
        for (size_t at = 0; at < batch->count; at += DTI__TILE) {
            size_t left = batch->count - at;
            const struct dti__rows rows = {batch->first + at, left < DTI__TILE ? left : DTI__TILE};
            size_t found = refused_row(&scratch->reported[input], &rows);
            if (found < rows.n)
                return tell(scratch, input, rows.row + found, error);
        }
    }
    return dti__fail(error, DTI__MSG_INTERNAL, DTI__NO_ARGS);
}
