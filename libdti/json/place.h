/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Place: every value of a tree knows where its text begins, so that it can go to another tree and
 * still be found. */
#ifndef DTI_JSON_PLACE_H
#define DTI_JSON_PLACE_H

#include "json/tree.h"

void dti__place_set(cJSON *value, size_t offset);

#endif
