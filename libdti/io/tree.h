/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Building trees for writing: members are added one after the other, and a failure of memory is
 * remembered. */
#ifndef DTI_IO_TREE_H
#define DTI_IO_TREE_H

#include "base/date.h"
#include "base/mem.h"
#include "base/sha256.h"
#include "base/text2.h"
#include "diag/finding.h"

#include <cjson/cJSON.h>
#include <stdatomic.h>
#include <stdbool.h>

struct dti__writer {
    bool out_of_memory;
};

/* Each adds a member to an object, or an item to an array when key is NULL; parent may be NULL
 * (after a failure). */
cJSON *dti__write_object(struct dti__writer *writer, cJSON *parent, const char *key);
cJSON *dti__write_array(struct dti__writer *writer, cJSON *parent, const char *key);
void dti__write_text(struct dti__writer *writer, cJSON *parent, const char *key, const char *text);
void dti__write_number(struct dti__writer *writer, cJSON *parent, const char *key, double number);
void dti__write_bool(struct dti__writer *writer, cJSON *parent, const char *key, bool value);
void dti__write_null(struct dti__writer *writer, cJSON *parent, const char *key);
/* Amounts of 10^-9: exact for up to 15 digits, as every total of points is. */
void dti__write_points(struct dti__writer *writer, cJSON *parent, const char *key, int64_t points);

/* The same, but nothing at all is written for what is not given. */
void dti__write_text_if(struct dti__writer *writer, cJSON *parent, const char *key,
                        const char *text);
void dti__write_names_if(struct dti__writer *writer, cJSON *parent, const char *key,
                         struct dti__text2 names);
void dti__write_date_if(struct dti__writer *writer, cJSON *parent, const char *key,
                        struct dti__date date);
void dti__write_number_if(struct dti__writer *writer, cJSON *parent, const char *key,
                          int64_t number, int64_t none);

/* The finished tree as an owned pretty text. Takes the tree, which is NULL when memory ran out
 * before. */
dti_status dti__write_out(cJSON *tree, const dti_allocator *allocator, dti_text **out,
                          dti_error **error);

/* The digest of an object that computes it when it is first asked for, kept in a slot which is no
 * part of its value: NULL as long as the slot is empty. */
const char *dti__digest_kept(const _Atomic(char *) *slot);
/* Fills the empty slot with the digest of the document. Threads that ask at once compute the same
 * bytes, and one of them is kept. Takes the tree. "" when out of memory. */
const char *dti__digest_keep(const _Atomic(char *) *slot, cJSON *tree);

#endif
