/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* SHA-256 after FIPS 180-4; the names of the variables are those of the standard. */
#include "base/sha256.h"

#include <string.h>

#define BLOCK 64

static uint32_t rotate(uint32_t x, int n)
{
    return x >> n | x << (32 - n);
}

static uint32_t load(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static void store(uint32_t word, uint8_t *bytes)
{
    bytes[0] = (uint8_t)(word >> 24);
    bytes[1] = (uint8_t)(word >> 16);
    bytes[2] = (uint8_t)(word >> 8);
    bytes[3] = (uint8_t)word;
}

/* Section 4.2.2: fractional parts of the cube roots of the first 64 primes. */
static const uint32_t K[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

/* Section 6.2.2, step 3: of the eight variables only d and h get new values. The caller passes them
 * rotated by one place each time, which saves the eight moves that the standard writes; this is
 * where the time of reading a document goes. */
static inline void round_of(uint32_t a, uint32_t b, uint32_t c, uint32_t *d, uint32_t e, uint32_t f,
                            uint32_t g, uint32_t *h, uint32_t k_and_w)
{
    const uint32_t sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const uint32_t t1 = *h + sum1 + (g ^ (e & (f ^ g))) + k_and_w;
    const uint32_t sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    *d += t1;
    *h = t1 + sum0 + ((a & b) | (c & (a | b)));
}

/* Section 6.2.2: one block. */
static void compress(uint32_t state[8], const uint8_t *block)
{
    uint32_t w[64];
    for (int t = 0; t < 16; t++) {
        w[t] = load(block + 4 * t);
    }
    for (int t = 16; t < 64; t++) {
        const uint32_t s0 = rotate(w[t - 15], 7) ^ rotate(w[t - 15], 18) ^ w[t - 15] >> 3;
        const uint32_t s1 = rotate(w[t - 2], 17) ^ rotate(w[t - 2], 19) ^ w[t - 2] >> 10;
        w[t] = s1 + w[t - 7] + s0 + w[t - 16];
    }
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
    for (int t = 0; t < 64; t += 8) {
        round_of(a, b, c, &d, e, f, g, &h, K[t] + w[t]);
        round_of(h, a, b, &c, d, e, f, &g, K[t + 1] + w[t + 1]);
        round_of(g, h, a, &b, c, d, e, &f, K[t + 2] + w[t + 2]);
        round_of(f, g, h, &a, b, c, d, &e, K[t + 3] + w[t + 3]);
        round_of(e, f, g, &h, a, b, c, &d, K[t + 4] + w[t + 4]);
        round_of(d, e, f, &g, h, a, b, &c, K[t + 5] + w[t + 5]);
        round_of(c, d, e, &f, g, h, a, &b, K[t + 6] + w[t + 6]);
        round_of(b, c, d, &e, f, g, h, &a, K[t + 7] + w[t + 7]);
    }
    const uint32_t add[8] = {a, b, c, d, e, f, g, h};
    for (int i = 0; i < 8; i++) {
        state[i] += add[i];
    }
}

void dti__sha256_init(struct dti__sha256 *hash)
{
    /* Section 5.3.3: fractional parts of the square roots of the first 8 primes. */
    *hash = (struct dti__sha256){
        .state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c,
                  0x1f83d9ab, 0x5be0cd19},
    };
}

void dti__sha256_add(struct dti__sha256 *hash, const void *bytes, size_t length)
{
    const uint8_t *at = bytes;
    size_t filled = (size_t)(hash->bytes % BLOCK);
    hash->bytes += length;
    while (length > 0) {
        if (filled == 0 && length >= BLOCK) {
            compress(hash->state, at);
            at += BLOCK;
            length -= BLOCK;
            continue;
        }
        const size_t step = length < BLOCK - filled ? length : BLOCK - filled;
        memcpy(hash->block + filled, at, step);
        filled += step;
        at += step;
        length -= step;
        if (filled == BLOCK) {
            compress(hash->state, hash->block);
            filled = 0;
        }
    }
}

void dti__sha256_end(struct dti__sha256 *hash, uint8_t out[32])
{
    static const uint8_t padding[BLOCK] = {0x80};
    const uint64_t bits = hash->bytes * 8;
    const size_t filled = (size_t)(hash->bytes % BLOCK);
    uint8_t length[8];
    store((uint32_t)(bits >> 32), length);
    store((uint32_t)bits, length + 4);
    dti__sha256_add(hash, padding, filled < 56 ? 56 - filled : 120 - filled);
    dti__sha256_add(hash, length, sizeof length);
    for (int i = 0; i < 8; i++) {
        store(hash->state[i], out + 4 * i);
    }
}

void dti__digest(const void *bytes, size_t length, char out[DTI__DIGEST_SIZE])
{
    static const char prefix[] = "sha256:";
    static const char digits[] = "0123456789abcdef";
    struct dti__sha256 hash;
    uint8_t sum[32];
    dti__sha256_init(&hash);
    dti__sha256_add(&hash, bytes, length);
    dti__sha256_end(&hash, sum);
    memcpy(out, prefix, sizeof prefix - 1);
    char *at = out + sizeof prefix - 1;
    for (size_t i = 0; i < sizeof sum; i++) {
        *at++ = digits[sum[i] >> 4];
        *at++ = digits[sum[i] & 15];
    }
    *at = '\0';
}

bool dti__is_digest(const char *text)
{
    static const char prefix[] = "sha256:";
    const size_t start = sizeof prefix - 1;
    return strncmp(text, prefix, start) == 0 && strlen(text) == DTI__DIGEST_SIZE - 1 &&
           strspn(text + start, "0123456789abcdef") == DTI__DIGEST_SIZE - 1 - start;
}
