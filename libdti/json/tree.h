/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Strict JSON (RFC 8259) into cJSON trees: the text is checked and counted first, the tree is built
 * with calls that share no state. */
#ifndef DTI_JSON_TREE_H
#define DTI_JSON_TREE_H

#include "diag/finding.h"

#include <cjson/cJSON.h>

struct dti__json_limits {
    uint64_t bytes;
    uint32_t depth;
    uint32_t values;
    uint32_t string;
};

/* Checks all of text[0..length) (one UTF-8 byte order mark at the start is skipped) and builds the
 * tree: keys unique after unescaping, strings UTF-8 without U+0000 and in NFC, numbers finite. A
 * fault goes into the report with line, column and offset, what was found and what was expected. On
 * success *out is the tree (malloc), to be freed with dti__json_free(). DTI_E_SYNTAX, DTI_E_LIMIT
 * or DTI_E_NOMEM otherwise. */
dti_status dti__json_parse(const char *text, size_t length, const struct dti__json_limits *limits,
                           dti_report *report, cJSON **out);
/* tree may be NULL. */
void dti__json_free(cJSON *tree);

/* Gives every finding of the report that has a pointer but no line its place in the text, which
 * must have passed dti__json_parse(). A pointer to something that is not there (a missing key) gets
 * the place of the nearest parent that is. */
void dti__json_locate(const char *text, size_t length, dti_report *report);

#endif
