/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Value: what the two halves of the reader, objects and single values, need of each other. */
#ifndef DTI_JSON_VALUE_H
#define DTI_JSON_VALUE_H

#include "json/read.h"

/* Reports that the value at the path is not what was expected, which is a term. Returns false. */
bool dti__value_wrong_type(struct dti__reader *reader, const cJSON *value,
                           const struct dti__path *path, enum dti__msg expected);

#endif
