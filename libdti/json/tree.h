/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Strict JSON (RFC 8259) into cJSON trees: the text is checked and counted first, the tree is built
 * with calls that share no state. */
#ifndef DTI_JSON_TREE_H
#define DTI_JSON_TREE_H

#include "diag/finding.h"

#include <cjson/cJSON.h>
#include <limits.h>

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

/* Where a value begins: its offset in the text, or, once trees were joined, as if their texts stood
 * one after the other. DTI__NO_PLACE beyond 2 GiB. */
#define DTI__NO_PLACE ((size_t)INT_MAX)
size_t dti__json_place(const cJSON *value);
/* The value counts as standing where the other one stands. */
void dti__json_replace(cJSON *value, const cJSON *other);
/* Moves all places of a tree behind the texts of others. */
void dti__json_shift(cJSON *tree, size_t by);

/* Reports a finding at a value, wherever in a tree the value is going to be. */
void dti__json_find(dti_report *report, enum dti__msg message, const cJSON *value,
                    const struct dti__arg *args, size_t arg_count);

struct dti__json_text { /* of which a tree is made */
    const char *text;
    size_t length;
    const char *source; /* its name in findings; not used of a single text */
    bool is_packed;     /* nobody reads it by lines: findings in it have a pointer only */
};

/* Gives every finding of the report that has no line its place in the text, which must have passed
 * dti__json_parse(). A pointer to something that is not there (a missing key) gets the place of the
 * nearest parent that is. In a tree that was joined from several texts, the first of which is the
 * report's own, source and pointer become those of the text in which the value stands. False when
 * out of memory: then nothing, or not everything, has its place. */
bool dti__json_locate(const cJSON *tree, const struct dti__json_text *texts, size_t count,
                      dti_report *report);

#endif
