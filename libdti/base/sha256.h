/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* SHA-256 (FIPS 180-4), streaming. */
#ifndef DTI_BASE_SHA256_H
#define DTI_BASE_SHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dti__sha256 {
    uint32_t state[8];
    uint64_t bytes;
    uint8_t block[64];
};

#define DTI__DIGEST_SIZE 72 /* "sha256:" + 64 hexadecimal digits + terminator */

void dti__sha256_init(struct dti__sha256 *hash);
void dti__sha256_add(struct dti__sha256 *hash, const void *bytes, size_t length);
void dti__sha256_end(struct dti__sha256 *hash, uint8_t out[32]);
/* The digest of one text in the written form of documents. */
void dti__digest(const void *bytes, size_t length, char out[DTI__DIGEST_SIZE]);
/* True for "sha256:" and 64 hexadecimal digits in lower case. */
bool dti__is_digest(const char *text);

#endif
