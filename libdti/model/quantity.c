/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "model/quantity.h"

#include <math.h>

/* How much a state blocks: a rejected figure is decided and stays so whatever else is missing. */
static unsigned severity(uint8_t state)
{
    switch (state) {
    case DTI_STATE_PRESENT:
        return 0;
    case DTI__STATE_BASE_ZERO:
        return 1; /* for the rule to decide, but only if everything else is there */
    case DTI_STATE_NOT_APPLICABLE:
        return 2;
    case DTI_STATE_NOT_ASSESSED:
        return 3;
    case DTI_STATE_MISSING:
        return 4;
    default:
        return 5;
    }
}

uint8_t dti__state_worse(uint8_t a, uint8_t b)
{
    return severity(a) >= severity(b) ? a : b;
}

/* Adds columns in the order of the document, so that every compiler and every batch gives the same
 * bits. */
static void add(const struct dti__operands *operands, double sign,
                const struct dti__column *columns, size_t n, double *values, uint8_t *states)
{
    for (size_t k = 0; k < operands->count; k++) {
        const struct dti__column *column = &columns[operands->inputs[k]];
        for (size_t i = 0; i < n; i++) {
            values[i] += sign * column->values[i];
            states[i] = dti__state_worse(states[i], column->states[i]);
        }
    }
}

/* A base smaller than this is nothing in any unit: no result may hang on whether the host flushes
 * subnormals to zero, and every quotient stays finite. */
#define LEAST_BASE 1e-100

/* Figures are bounded, but what is derived from what is derived could grow without end; beyond this
 * it is no figure of anything. Far below the largest double: no later step can overflow. */
#define MOST_QUANTITY 1e150

static void divide(const struct dti__operands *operands, const struct dti__column *columns,
                   size_t n, double *values, uint8_t *states)
{
    for (size_t i = 0; i < n; i++) {
        double base = 0;
        for (size_t k = 0; k < operands->count; k++) {
            base += columns[operands->inputs[k]].values[i];
            states[i] = dti__state_worse(states[i], columns[operands->inputs[k]].states[i]);
        }
        if (states[i] != DTI_STATE_PRESENT)
            continue;
        if (base > LEAST_BASE || base < -LEAST_BASE)
            values[i] /= base;
        else
            states[i] = DTI__STATE_BASE_ZERO;
    }
}

void dti__quantity_evaluate(const struct dti__quantity *quantity, const struct dti__column *columns,
                            size_t n, double *values, uint8_t *states)
{
    for (size_t i = 0; i < n; i++) {
        values[i] = 0;
        states[i] = quantity->form == DTI__FORM_NONE ? DTI_STATE_NOT_ASSESSED : DTI_STATE_PRESENT;
    }
    add(&quantity->of, 1, columns, n, values, states);
    if (quantity->form == DTI__FORM_DIFFERENCE)
        add(&quantity->to, -1, columns, n, values, states);
    if (quantity->form == DTI__FORM_RATIO)
        divide(&quantity->to, columns, n, values, states);
    for (size_t i = 0; i < n; i++) {
        if (states[i] == DTI_STATE_PRESENT && !(fabs(values[i]) <= MOST_QUANTITY))
            states[i] = DTI_STATE_REJECTED;
        if (states[i] != DTI_STATE_PRESENT)
            values[i] = 0;
    }
}
