/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The document of a result, part by part. */
#ifndef DTI_IO_RESULT_PARTS_H
#define DTI_IO_RESULT_PARTS_H

#include "io/tree.h"
#include "score/result.h"

struct dti__result_document {
    struct dti__writer writer;
    const dti_result *result;
    const dti_framework *framework;
    const char *numbering;
    dti_lang lang;
    size_t next_gap; /* gaps are in the order of nodes, and so are written */
};

void dti__result_write_trace(struct dti__result_document *document, cJSON *object, size_t node);
/* What is at risk of a node and, of a component, its gaps. Nodes in their order. */
void dti__result_write_gaps(struct dti__result_document *document, cJSON *object, size_t node);
/* What is at risk in all, by agency and by kind of gap. */
void dti__result_write_risk(struct dti__result_document *document, cJSON *tree);

#endif
