/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Lowering: a dossier becomes one row of columns, plain numbers with a state each; derived inputs
 * are filled in. */
#ifndef DTI_SCORE_LOWER_H
#define DTI_SCORE_LOWER_H

#include "intake/support.h"
#include "score/column.h"

struct dti__row {
    double *values;              /* one per input */
    uint8_t *states;             /* one per input: dti_state or DTI__STATE_BASE_ZERO */
    unsigned char *is_derived;   /* one per input: the value was computed from other inputs, or
                                    counted from evidence */
    struct dti__column *columns; /* over values and states, each one row long */
};

/* An empty row, everything missing, in the arena. False when out of memory. */
bool dti__row_new(const dti_framework *framework, struct dti__arena *arena, struct dti__row *row);
/* A figure in an input's unit as the plain number of its column: 51.16 per cent is 0.5116. */
double dti__row_plain(const dti_framework *framework, size_t input, double number);
/* Fills in the derived inputs, operands first: where nothing is reported, or where the framework
 * prefers what is derived. */
void dti__row_derive(const dti_framework *framework, struct dti__row *row);
/* The row of a dossier. Without support (NULL) no input is counted from evidence. False when out of
 * memory. */
bool dti__row_lower(const dti_dossier *dossier, const struct dti__support *support,
                    struct dti__arena *arena, struct dti__row *row);

/* A quantity of the row: its state (dti_state or DTI__STATE_BASE_ZERO), and its value if present.
 */
uint8_t dti__row_quantity(const struct dti__row *row, const struct dti__quantity *quantity,
                          double *value);

/* Reports what does not fit together in a dossier: constraints between inputs, reported figures
 * that are not what others add up to, or not what is counted from evidence. */
void dti__row_check(const dti_dossier *dossier, const struct dti__support *support,
                    const struct dti__row *row, dti_report *report);
/* The same of a dossier that was not lowered yet. False when out of memory. */
bool dti__figures_check(const dti_dossier *dossier, dti_report *report);

#endif
