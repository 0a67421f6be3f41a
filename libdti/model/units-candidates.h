/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Candidates: the units that somebody may have meant, told in an error. */
#ifndef DTI_MODEL_UNITS_CANDIDATES_H
#define DTI_MODEL_UNITS_CANDIDATES_H

#include "model/units.h"

#define DTI__MOST_CANDIDATES 6 /* that are named; the rest is counted */

struct dti__candidates {
    size_t items[DTI__MOST_CANDIDATES]; /* entries, each once */
    size_t count;
    size_t more;
};

struct dti__search { /* for what a text means */
    const dti_units *units;
    struct dti__arena arena; /* of this search */
    const char *text;
    bool has_day;
    struct dti__date date;
    int32_t day;
    bool is_code;
    bool is_brief; /* nobody is looked for who may have been meant */
    struct dti__candidates candidates;
    struct dti__candidates elsewhen; /* what it means on other days */
};

void dti__candidates_add(struct dti__candidates *candidates, size_t entry);

/* Says why a search did not end with one unit, and who may have been meant. */
dti_status dti__search_fail(const struct dti__search *search, dti_error **error);

#endif
