/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* SHA-256: the examples of FIPS 180-4, every length of padding, every way of cutting the input. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"

static void hex_of(const uint8_t sum[32], char out[65])
{
    for (size_t i = 0; i < 32; i++) {
        snprintf(out + 2 * i, 3, "%02x", sum[i]);
    }
}

/* FIPS 180-4 examples (NIST CSRC) and NIST CAVP. */
static const struct {
    const char *text;
    const char *sum;
} messages[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnop"
     "qrsm"
     "nopqrstnopqrstu",
     "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
};

START_TEST(test_messages)
{
    struct dti__sha256 hash;
    uint8_t sum[32];
    char hex[65];
    dti__sha256_init(&hash);
    dti__sha256_add(&hash, messages[_i].text, strlen(messages[_i].text));
    dti__sha256_end(&hash, sum);
    hex_of(sum, hex);
    ck_assert_str_eq(hex, messages[_i].sum);

    char digest[DTI__DIGEST_SIZE];
    memset(digest, 'x', sizeof digest);
    dti__digest(messages[_i].text, strlen(messages[_i].text), digest);
    ck_assert_uint_eq(strlen(digest), DTI__DIGEST_SIZE - 1);
    ck_assert_int_eq(strncmp(digest, "sha256:", 7), 0);
    ck_assert_str_eq(digest + 7, messages[_i].sum);
}
END_TEST

/* So many times "a", around the ends of blocks and of the room for the length; from coreutils'
 * sha256sum. */
static const struct {
    size_t count;
    const char *sum;
} lengths[] = {
    {1, "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"},
    {55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
    {56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
    {57, "f13b2d724659eb3bf47f2dd6af1accc87b81f09f59f2b75e5c0bed6589dfe8c6"},
    {63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"},
    {64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
    {65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"},
    {119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"},
    {120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"},
    {127, "c57e9278af78fa3cab38667bef4ce29d783787a2f731d4e12200270f0c32320a"},
    {128, "6836cf13bac400e9105071cd6af47084dfacad4e5e302c94bfed24e013afb73e"},
    {1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"}, /* FIPS too */
};

START_TEST(test_lengths)
{
    char digest[DTI__DIGEST_SIZE];
    char *text = malloc(lengths[_i].count);
    ck_assert_ptr_nonnull(text);
    memset(text, 'a', lengths[_i].count);
    dti__digest(text, lengths[_i].count, digest);
    free(text);
    ck_assert_str_eq(digest + 7, lengths[_i].sum);
}
END_TEST

START_TEST(test_pieces)
{
    char text[200];
    char whole[DTI__DIGEST_SIZE];
    for (size_t i = 0; i < sizeof text; i++) {
        text[i] = (char)(i * 7);
    }
    dti__digest(text, sizeof text, whole);
    for (size_t piece = 1; piece <= sizeof text; piece++) {
        struct dti__sha256 hash;
        uint8_t sum[32];
        char hex[65];
        dti__sha256_init(&hash);
        dti__sha256_add(&hash, NULL, 0);
        for (size_t at = 0; at < sizeof text; at += piece) {
            const size_t rest = sizeof text - at;
            dti__sha256_add(&hash, text + at, rest < piece ? rest : piece);
        }
        dti__sha256_end(&hash, sum);
        hex_of(sum, hex);
        ck_assert_str_eq(hex, whole + 7);
    }
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

Suite *test_suite(void)
{
    Suite *suite = suite_create("base-sha256");
    TCase *cases = tcase_create("sha256");
    tcase_add_loop_test(cases, test_messages, 0, COUNT(messages));
    tcase_add_loop_test(cases, test_lengths, 0, COUNT(lengths));
    tcase_add_test(cases, test_pieces);
    suite_add_tcase(suite, cases);
    return suite;
}
