/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Quantities: what a rule reads, one input or a sum, difference or ratio of inputs, evaluated over
 * columns. */
#ifndef DTI_MODEL_QUANTITY_H
#define DTI_MODEL_QUANTITY_H

#include <dti/dossier.h>
#include <stdbool.h>

enum dti__form {
    DTI__FORM_NONE, /* nothing is read: the points can only be stated */
    DTI__FORM_SUM,  /* of one or more inputs */
    DTI__FORM_DIFFERENCE,
    DTI__FORM_RATIO, /* sum of `of` over sum of `to` */
};

struct dti__operands {
    const char **names; /* as in the document */
    size_t *inputs;     /* resolved */
    size_t count;
};

struct dti__quantity {
    enum dti__form form;
    bool of_is_list; /* written as {"sum": […]}, not as {"input": …} */
    struct dti__operands of;
    struct dti__operands to;
};

/* Besides the public states: a ratio whose denominator is 0, for the rule to decide
 * (when_base_zero). */
#define DTI__STATE_BASE_ZERO ((uint8_t)5)

/* One input of n units: plain numbers (already divided by the divisor of their unit) with a state
 * each. */
struct dti__column {
    const double *values;
    const uint8_t *states;
};

/* Evaluates a quantity for rows [0, n) of the columns (one per input of the framework). values[i]
 * is meaningful only where states[i] is DTI_STATE_PRESENT; otherwise it is 0. */
void dti__quantity_evaluate(const struct dti__quantity *quantity, const struct dti__column *columns,
                            size_t n, double *values, uint8_t *states);

/* The worse of two states: rejected, missing, not-assessed, not-applicable, a base of
 * 0, present. */
uint8_t dti__state_worse(uint8_t a, uint8_t b);

#endif
