/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Tokens: the scanner's strings, numbers and literals. Each call moves behind one, or notes a fault
 * and returns false. */
#ifndef DTI_JSON_TOKEN_H
#define DTI_JSON_TOKEN_H

#include "json/scan.h"

/* scan->at is at the quotation mark. */
bool dti__token_string(struct dti__scan *scan);
bool dti__token_number(struct dti__scan *scan);
/* true, false, null: `event` says which. */
bool dti__token_literal(struct dti__scan *scan, enum dti__scan_event *event);

#endif
