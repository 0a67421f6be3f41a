/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Combining: several reports of an input, and the decisions about them, become one figure, or a
 * dispute. A pure function of what the dossier keeps: neither the order in which reports came nor
 * the collection they came from plays a part. */
#ifndef DTI_INTAKE_COMBINE_H
#define DTI_INTAKE_COMBINE_H

#include "model/reports.h"

enum dti__outcome {
    DTI__OUTCOME_AGREED,   /* there is one figure */
    DTI__OUTCOME_DISPUTED, /* reporters contradict each other, or themselves */
    DTI__OUTCOME_AWAITED,  /* a sum of which parts are still to come */
    DTI__OUTCOME_SILENT    /* nobody has said anything */
};

enum dti__dispute {             /* what contradicts what; bits */
    DTI__DISPUTE_SELF = 1,      /* one reporter, one row, one revision, two figures */
    DTI__DISPUTE_REPORTS = 2,   /* two rows */
    DTI__DISPUTE_DERIVED = 4,   /* the figure and what it derives from */
    DTI__DISPUTE_DISTRICTS = 8, /* the figure and a sum of reports that it should include */
    DTI__DISPUTE_RANGE = 16     /* the sum and the range of the input */
};

struct dti__combined {
    enum dti__outcome outcome;
    unsigned disputes; /* enum dti__dispute */
    uint8_t state;
    double number;
    const struct dti__report_of *of; /* whose figure it is; NULL: computed */
    size_t said;                     /* rows that were filled in, of those asked */
    size_t asked;
    double derived;    /* with DTI__DISPUTE_DERIVED */
    size_t constraint; /* with DTI__DISPUTE_DISTRICTS: the one that does not hold */
    bool is_decided;   /* the figure is that of a decision */
};

/* What the reports of one input, with is_superseded set, come to by themselves: other inputs and
 * decisions aside. */
void dti__combine_reports(const struct dti__input *input, const struct dti__figure *figure,
                          struct dti__combined *out);

/* Sets the figure, and whether it is disputed, of every input that has reports; the others stay.
 * `all`, if not NULL, is filled with how each of them came about (one per input). False when out
 * of memory. */
bool dti__combine_all(const dti_framework *framework, struct dti__figure *figures,
                      struct dti__combined *all);

/* For a dossier that was read: reports every figure that does not follow from its reports and marks
 * the disputed ones. False when out of memory. */
bool dti__combine_check(dti_dossier *dossier, dti_report *report);

/* The report whose figure a decision takes, where it names a reporter whose rows all say the same;
 * NULL: there is none. */
const struct dti__report_of *dti__decision_of(const struct dti__figure *figure,
                                              const struct dti__decision *decision);
/* True if the reports are added up, or otherwise need all of those who were asked. */
bool dti__combine_needs_all(const struct dti__input *input);

#endif
