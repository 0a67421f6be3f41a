/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A digest is the hash of the canonical text, which is never held as a whole. */
#include "json/canonical.h"
#include "json/write.h"

#include <string.h>

static void write_hex(const uint8_t bytes[32], char out[DTI__DIGEST_SIZE])
{
    static const char prefix[] = "sha256:";
    static const char digits[] = "0123456789abcdef";
    char *at = out + sizeof prefix - 1;
    memcpy(out, prefix, sizeof prefix - 1);
    for (size_t i = 0; i < 32; i++) {
        *at++ = digits[bytes[i] >> 4];
        *at++ = digits[bytes[i] & 0xF];
    }
    *at = '\0';
}

bool dti__json_digest(const cJSON *tree, const char *const *skip, char out[DTI__DIGEST_SIZE])
{
    struct dti__sha256 hash;
    struct dti__buffer buffer;
    uint8_t bytes[32];
    dti__sha256_init(&hash);
    dti__buffer_init(&buffer, &dti__malloc_allocator);
    dti__canonical_write(&(struct dti__canonical){&buffer, &hash, skip}, tree);
    const bool is_good = !buffer.failed;
    dti__buffer_release(&buffer);
    if (is_good) {
        dti__sha256_end(&hash, bytes);
        write_hex(bytes, out);
    }
    return is_good;
}
