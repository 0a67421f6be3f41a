/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Inputs that count evidence: the component exists and asks for evidence, and the input is a count.
 */
#include "model/check.h"

static void check_count(dti_framework *framework, size_t index, dti_report *report)
{
    struct dti__input *input = &framework->inputs[index];
    struct dti__evidence_count *counts = &input->counts;
    counts->node = dti__names_find(&framework->numberings[0].codes, counts->code);
    const struct dti__node *node =
        counts->node == DTI_NONE ? NULL : &framework->nodes[counts->node];
    if (input->kind != DTI_INPUT_COUNT)
        dti__check_find(report, DTI__MSG_COUNTS_NO_COUNT, DTI__ARGS(DTI__TEXT(input->id)),
                        "/inputs/%zu/derive/evidence", index);
    else if (!node || !node->rule)
        dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                        DTI__ARGS(DTI__TERM(DTI__MSG_TERM_COMPONENT), DTI__TEXT(counts->code)),
                        "/inputs/%zu/derive/evidence/component", index);
    else if (!node->evidence)
        dti__check_find(report, DTI__MSG_COUNTS_NO_EVIDENCE, DTI__ARGS(DTI__TEXT(counts->code)),
                        "/inputs/%zu/derive/evidence/component", index);
}

void dti__check_counts(dti_framework *framework, dti_report *report)
{
    for (size_t i = 0; i < framework->input_count; i++)
        if (framework->inputs[i].counts.code)
            check_count(framework, i, report);
}
