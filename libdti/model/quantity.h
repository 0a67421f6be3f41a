/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Quantities: what a rule reads, one input or a sum, difference or ratio of inputs, of one or more.
 */
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

#endif
