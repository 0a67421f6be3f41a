/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* One record of evidence against what a component asks for: the gaps between the two, as a set. */
#ifndef DTI_INTAKE_REQUIREMENT_H
#define DTI_INTAKE_REQUIREMENT_H

#include "model/evidence.h"
#include "model/framework.h"

#include <dti/result.h>

#define DTI__GAP_COUNT ((unsigned)DTI_GAP_LATE + 1)

/* A gap (dti_gap) as a member of a set. */
#define DTI__GAP(gap) (1u << (unsigned)(gap))
/* Those that keep a record from qualifying: all but lateness, which is a remark. */
#define DTI__GAPS_BLOCKING (DTI__GAP(DTI_GAP_LATE) - 1)

/* The gaps of a record, whatever other records there are: duplicates are for the support to find.
 * Handed in at or after `deadline` (seconds since 1970 UTC; INT64_MAX: none) is late. */
unsigned dti__requirement_gaps(const struct dti__requirement *requirement,
                               const dti_evidence *evidence, int64_t year, int64_t deadline);

/* True if the reviewer confirmed a condition, or it is not the reviewer's turn yet. */
bool dti__requirement_is_met(const struct dti__condition *condition, const dti_evidence *evidence);

#endif
