/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Support: all records of a dossier against all components that ask for evidence. */
#ifndef DTI_INTAKE_SUPPORT_H
#define DTI_INTAKE_SUPPORT_H

#include "intake/requirement.h"
#include "model/dossier.h"

struct dti__verdict { /* one record for one component */
    size_t record;    /* index in the dossier */
    unsigned gaps;    /* a set, see DTI__GAP() */
};

struct dti__backing { /* the records of one component */
    size_t first;     /* of its verdicts, which are in the order of records */
    size_t count;
    size_t qualifying;
    size_t any_signer; /* would qualify if anybody could sign */
};

struct dti__support {
    struct dti__verdict *verdicts;
    size_t verdict_count;
    struct dti__backing *nodes; /* one per node of the tree */
};

/* Judges every record of the dossier for every component that it names, or one of whose inputs it
 * names. False when out of memory. */
bool dti__support_find(const dti_dossier *dossier, int64_t deadline, struct dti__arena *arena,
                       struct dti__support *out);

/* What an input counts that counts evidence. False if there is nothing to count: no record at all
 * was put forward for its component, which says nothing about a figure; the count is then 0. */
bool dti__support_count(const struct dti__support *support, const struct dti__input *input,
                        double *count);

#endif
