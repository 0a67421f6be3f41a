/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Parts of a framework in words that other sentences are made of. */
#ifndef DTI_MODEL_DESCRIBE_H
#define DTI_MODEL_DESCRIBE_H

#include "diag/sentence.h"
#include "model/framework.h"

/* Kinds and issuers of documents, by their names where the framework names them. */
void dti__describe_terms(struct dti__sentence *line, const dti_framework *framework,
                         const char *const *ids, size_t count);

#endif
