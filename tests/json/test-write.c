/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Written JSON: the canonical form after the examples of RFC 8785, the pretty form, digests, and
 * that what is written reads back as it was. */
#include "base/buffer.h"
#include "base/sha256.h"
#include "support.h"
#include "json/tree.h"
#include "json/write.h"

#include <dti/base.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct dti__json_limits limits = {DTI_LIMIT_BYTES, DTI_LIMIT_DEPTH, DTI_LIMIT_VALUES,
                                               DTI_LIMIT_STRING};

static cJSON *read_tree(const char *text)
{
    cJSON *tree = NULL;
    ck_assert_msg(dti__json_parse(text, strlen(text), &limits, NULL, &tree) == DTI_OK,
                  "cannot be read: %s", text);
    return tree;
}

static dti_text *write_tree(const cJSON *tree, enum dti__json_style style)
{
    struct dti__buffer buffer;
    dti__buffer_init(&buffer, &dti__malloc_allocator);
    dti__json_write(tree, style, &buffer);
    return dti__buffer_take_text(&buffer);
}

static void check_written(const char *text, enum dti__json_style style, const char *expected)
{
    cJSON *tree = read_tree(text);
    dti_text *written = write_tree(tree, style);
    ck_assert_str_eq(dti_text_data(written), expected);
    dti_text_free(written);
    dti__json_free(tree);
}

/* ---- Canonical ---- */

static const struct {
    const char *text;
    const char *canonical;
} canonical_cases[] = {
    /* RFC 8785, sections 3.2.2 and 3.2.3: numbers, strings and literals; the text of section
       3.2.4 is this one. */
    {"{\n"
     "  \"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],\n"
     "  \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\n"
     "  \"literals\": [null, true, false]\n"
     "}",
     "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
     "\"string\":\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"},
    /* Beyond U+FFFF comes before U+E000 to U+FFFF and after U+D7FF, unlike in UTF-8. */
    {"{\"\\uffee\":1,\"\\ue000\":2,\"\\ud83d\\ude00\":3,\"\\udbff\\udfff\":4,\"\\ud7ff\":5,"
     "\"a\\ue000\":6,\"a\\ud800\\udc00\":7,\"\\uabcd\":8}",
     "{\"a\xF0\x90\x80\x80\":7,\"a\xEE\x80\x80\":6,\"\xEA\xAF\x8D\":8,\"\xED\x9F\xBF\":5,"
     "\"\xF0\x9F\x98\x80\":3,\"\xF4\x8F\xBF\xBF\":4,\"\xEE\x80\x80\":2,\"\xEF\xBF\xAE\":1}"},
    /* A key is before those that begin with it; upper case is before lower case. */
    {"{\"ab\":1,\"a\":2,\"\":3,\"B\":4,\"a-b\":5,\"10\":6,\"9\":7}",
     "{\"\":3,\"10\":6,\"9\":7,\"B\":4,\"a\":2,\"a-b\":5,\"ab\":1}"},
    {"[{\"b\":{\"d\":1,\"c\":2},\"a\":[3,{}]}, [], {}]",
     "[{\"a\":[3,{}],\"b\":{\"c\":2,\"d\":1}},[],{}]"},
    {" \"x\" ", "\"x\""},
    /* Keys of users' own belong to the text. */
    {"{\"x-b\":1,\"a\":{\"x-c\":2}}", "{\"a\":{\"x-c\":2},\"x-b\":1}"},
    {"\"\\u0001\\u0008\\u0009\\u000b\\u001f\\u007f\\u2028<\\/script>\"",
     "\"\\u0001\\b\\t\\u000b\\u001f\x7F\xE2\x80\xA8</script>\""},
};

START_TEST(writes_canonical_text)
{
    check_written(canonical_cases[_i].text, DTI__JSON_CANONICAL, canonical_cases[_i].canonical);
}
END_TEST

/* RFC 8785, section 3.2.3: the order of keys. The tree is made by hand because U+FB33 is not NFC
 * and would be read as two letters. */
START_TEST(sorts_keys_by_utf16)
{
    static const char *const keys[] = {
        "\xE2\x82\xAC", "\r", "\xEF\xAC\xB3", "1", "\xF0\x9F\x98\x80", "\xC2\x80", "\xC3\xB6",
    };
    static const char expected[] =
        "{\"\\r\":1,\"1\":3,\"\xC2\x80\":5,\"\xC3\xB6\":6,\"\xE2\x82\xAC\":0,"
        "\"\xF0\x9F\x98\x80\":4,\"\xEF\xAC\xB3\":2}";
    cJSON *tree = cJSON_CreateObject();
    for (size_t i = 0; i < COUNT(keys); i++) {
        cJSON_AddItemToObject(tree, keys[i], cJSON_CreateNumber((double)i));
    }
    dti_text *written = write_tree(tree, DTI__JSON_CANONICAL);
    ck_assert_str_eq(dti_text_data(written), expected);
    dti_text_free(written);
    dti__json_free(tree);
}
END_TEST

/* RFC 8785, appendix B: IEEE 754 bits and their text. */
static const struct {
    uint64_t bits;
    const char *text;
} number_cases[] = {
    {0x0000000000000000, "0"},
    {0x8000000000000000, "0"},
    {0x0000000000000001, "5e-324"},
    {0x8000000000000001, "-5e-324"},
    {0x7fefffffffffffff, "1.7976931348623157e+308"},
    {0xffefffffffffffff, "-1.7976931348623157e+308"},
    {0x4340000000000000, "9007199254740992"},
    {0xc340000000000000, "-9007199254740992"},
    {0x4430000000000000, "295147905179352830000"},
    {0x44b52d02c7e14af5, "9.999999999999997e+22"},
    {0x44b52d02c7e14af6, "1e+23"},
    {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
    {0x444b1ae4d6e2ef4e, "999999999999999700000"},
    {0x444b1ae4d6e2ef4f, "999999999999999900000"},
    {0x444b1ae4d6e2ef50, "1e+21"},
    {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
    {0x3eb0c6f7a0b5ed8d, "0.000001"},
    {0x41b3de4355555553, "333333333.3333332"},
    {0x41b3de4355555554, "333333333.33333325"},
    {0x41b3de4355555555, "333333333.3333333"},
    {0x41b3de4355555556, "333333333.3333334"},
    {0x41b3de4355555557, "333333333.33333343"},
    {0xbecbf647612f3696, "-0.0000033333333333333333"},
    {0x43143ff3c1cb0959, "1424953923781206.2"},
};

START_TEST(writes_numbers_as_ecmascript)
{
    double value;
    memcpy(&value, &number_cases[_i].bits, sizeof value);
    cJSON *tree = cJSON_CreateNumber(value);
    dti_text *written = write_tree(tree, DTI__JSON_CANONICAL);
    ck_assert_str_eq(dti_text_data(written), number_cases[_i].text);
    dti_text_free(written);
    dti__json_free(tree);
}
END_TEST

/* ---- Pretty ---- */

#define TEN   "0123456789"
#define FIFTY TEN TEN TEN TEN TEN

static const struct {
    const char *text;
    const char *pretty;
} pretty_cases[] = {
    {"{}", "{}\n"},
    {"[]", "[]\n"},
    {"1.50", "1.5\n"},
    {"\"\xE1\xBA\xBF\"", "\"\xE1\xBA\xBF\"\n"},
    {"[1,2,3]", "[1, 2, 3]\n"},
    {"{\"vi\":\"t\",\"en\":\"e\"}", "{\"vi\": \"t\", \"en\": \"e\"}\n"},
    {"{\"b\":{},\"a\":[]}", "{\n  \"b\": {},\n  \"a\": []\n}\n"},
    {"[[1,2],[3]]", "[\n  [1, 2],\n  [3]\n]\n"},
    {"{\"a\":{\"b\":[{\"c\":1},{\"d\":[]}]},\"e\":null}", "{\n"
                                                          "  \"a\": {\n"
                                                          "    \"b\": [\n"
                                                          "      {\"c\": 1},\n"
                                                          "      {\n"
                                                          "        \"d\": []\n"
                                                          "      }\n"
                                                          "    ]\n"
                                                          "  },\n"
                                                          "  \"e\": null\n"
                                                          "}\n"},
    /* 100 columns fit, 101 do not. */
    {"[\"" FIFTY "\",\"" FIFTY "\"]", "[\n  \"" FIFTY "\",\n  \"" FIFTY "\"\n]\n"},
    {"[\"" FIFTY "\",\"" TEN TEN TEN TEN "0\"]", "[\"" FIFTY "\", \"" TEN TEN TEN TEN "0\"]\n"},
    {"[\"" FIFTY "\",\"" TEN TEN TEN TEN "01\"]", "[\"" FIFTY "\", \"" TEN TEN TEN TEN "01\"]\n"},
    {"[\"" FIFTY "\",\"" TEN TEN TEN TEN "012\"]",
     "[\n  \"" FIFTY "\",\n  \"" TEN TEN TEN TEN "012\"\n]\n"},
    /* Characters count, not bytes. */
    {"[\"" FIFTY "\",\"" TEN TEN TEN TEN "0\xE1\xBA\xBF\"]",
     "[\"" FIFTY "\", \"" TEN TEN TEN TEN "0\xE1\xBA\xBF\"]\n"},
    /* So do the indention, the key, and the comma behind. */
    {"{\"key\":[\"" FIFTY "\",\"" TEN TEN TEN "01\"],\"a\":{}}",
     "{\n  \"key\": [\"" FIFTY "\", \"" TEN TEN TEN "01\"],\n  \"a\": {}\n}\n"},
    {"{\"key\":[\"" FIFTY "\",\"" TEN TEN TEN "012\"],\"a\":{}}",
     "{\n  \"key\": [\n    \"" FIFTY "\",\n    \"" TEN TEN TEN "012\"\n  ],\n  \"a\": {}\n}\n"},
    {"{\"a\":{},\"key\":[\"" FIFTY "\",\"" TEN TEN TEN "012\"]}",
     "{\n  \"a\": {},\n  \"key\": [\"" FIFTY "\", \"" TEN TEN TEN "012\"]\n}\n"},
    {"{\"a\":{},\"key\":[\"" FIFTY "\",\"" TEN TEN TEN "0123\"]}",
     "{\n  \"a\": {},\n  \"key\": [\n    \"" FIFTY "\",\n    \"" TEN TEN TEN "0123\"\n  ]\n}\n"},
    {"[\"" FIFTY FIFTY "\"]", "[\n  \"" FIFTY FIFTY "\"\n]\n"},
    {"{\"" FIFTY FIFTY "\":[]}", "{\n  \"" FIFTY FIFTY "\": []\n}\n"},
};

START_TEST(writes_pretty_text)
{
    check_written(pretty_cases[_i].text, DTI__JSON_PRETTY, pretty_cases[_i].pretty);
}
END_TEST

/* The buffer may hold something already; it is neither lost nor counted. */
START_TEST(appends_to_a_buffer)
{
    cJSON *tree = read_tree("[\"" FIFTY "\",\"" TEN TEN TEN TEN "01\"]");
    struct dti__buffer buffer;
    dti__buffer_init(&buffer, &dti__malloc_allocator);
    dti__buffer_put_text(&buffer, FIFTY "\n");
    dti__json_write(tree, DTI__JSON_PRETTY, &buffer);
    dti_text *written = dti__buffer_take_text(&buffer);
    ck_assert_str_eq(dti_text_data(written),
                     FIFTY "\n[\"" FIFTY "\", \"" TEN TEN TEN TEN "01\"]\n");
    dti_text_free(written);
    dti__json_free(tree);
}
END_TEST

/* ---- Digest ---- */

static const char *const vectors[] = {"vectors", "also", NULL};

static const struct {
    const char *text;
    const char *const *skip;
    const char *digested;
} digest_cases[] = {
    {"{}", NULL, "{}"},
    {"[1, \"x-a\"]", NULL, "[1,\"x-a\"]"},
    {"{\"b\": 1, \"a\": 2}", NULL, "{\"a\":2,\"b\":1}"},
    {"{\"b\": 1, \"x-a\": 2}", NULL, "{\"b\":1}"},
    {"{\"x-\": 1}", NULL, "{}"},
    {"{\"x\": 1, \"X-a\": 2, \"ax-\": 3}", NULL, "{\"X-a\":2,\"ax-\":3,\"x\":1}"},
    {"{\"a\": [{\"x-a\": {\"b\": 1}, \"c\": {\"x-d\": 1}}]}", NULL, "{\"a\":[{\"c\":{}}]}"},
    {"[{\"x-a\": 1}]", NULL, "[{}]"},
    {"{\"vectors\": [1], \"a\": 1, \"also\": {}}", vectors, "{\"a\":1}"},
    {"{\"vectors\": [1], \"a\": 1}", NULL, "{\"a\":1,\"vectors\":[1]}"},
    /* Only those at the top are left out. */
    {"{\"a\": {\"vectors\": [1]}, \"vectorses\": 1}", vectors,
     "{\"a\":{\"vectors\":[1]},\"vectorses\":1}"},
    {"[{\"vectors\": [1]}]", vectors, "[{\"vectors\":[1]}]"},
};

START_TEST(digests_what_counts)
{
    char expected[DTI__DIGEST_SIZE];
    char found[DTI__DIGEST_SIZE] = "untouched";
    cJSON *tree = read_tree(digest_cases[_i].text);
    dti__digest(digest_cases[_i].digested, strlen(digest_cases[_i].digested), expected);
    ck_assert(dti__json_digest(tree, digest_cases[_i].skip, found));
    ck_assert_str_eq(found, expected);
    dti__json_free(tree);
}
END_TEST

/* By sha256sum: printf '{"a":2,"b":1}' | sha256sum */
START_TEST(digests_as_sha256sum)
{
    char found[DTI__DIGEST_SIZE];
    cJSON *tree = read_tree("{\"b\": 1.0, \"a\": 2, \"x-note\": \"none\"}");
    ck_assert(dti__json_digest(tree, NULL, found));
    ck_assert_str_eq(found, "sha256:"
                            "d3626ac30a87e6f7a6428233b3c68299976865fa5508e4267c5415c76af7a772");
    dti__json_free(tree);
}
END_TEST

/* Longer than any piece that is hashed at a time; order and form of the text do not matter. */
START_TEST(digests_long_documents)
{
    struct dti__buffer one;
    struct dti__buffer two;
    dti__buffer_init(&one, &dti__malloc_allocator);
    dti__buffer_init(&two, &dti__malloc_allocator);
    for (size_t i = 0; i < 5000; i++) {
        char member[64];
        snprintf(member, sizeof member, "%s\"key-%05zu\":[%zu.5,\"%zu\"]", i == 0 ? "{" : ",", i, i,
                 i);
        dti__buffer_put_text(&one, member);
        snprintf(member, sizeof member, "%s\n \"key-%05zu\": [ %zu.50, \"%zu\" ]",
                 i == 0 ? "{\"x-mine\": {}," : ",", 4999 - i, 4999 - i, 4999 - i);
        dti__buffer_put_text(&two, member);
    }
    dti__buffer_put_text(&one, "}");
    dti__buffer_put_text(&two, "}");
    dti_text *canonical = dti__buffer_take_text(&one);
    dti_text *shuffled = dti__buffer_take_text(&two);
    cJSON *tree = read_tree(dti_text_data(shuffled));
    char expected[DTI__DIGEST_SIZE];
    char found[DTI__DIGEST_SIZE];
    dti__digest(dti_text_data(canonical), dti_text_length(canonical), expected);
    ck_assert(dti__json_digest(tree, NULL, found));
    ck_assert_str_eq(found, expected);
    dti__json_free(tree);
    dti_text_free(canonical);
    dti_text_free(shuffled);
}
END_TEST

/* ---- Round trip ---- */

static uint32_t draw(uint32_t *random, uint32_t below)
{
    *random = *random * 1664525u + 1013904223u;
    return (*random >> 8) % below;
}

/* Letters of all lengths; none of them combines, so every text of them is NFC. */
static void draw_text(uint32_t *random, char out[64])
{
    static const char *const letters[] = {
        "a",  "Z",  "0",    " ",    "/",        "\"",           "\\",           "~",
        "\n", "\t", "\x01", "\x7F", "\xC4\x91", "\xE1\xBB\x87", "\xE2\x82\xAC", "\xF0\x9F\x98\x80",
    };
    const uint32_t count = draw(random, 12);
    out[0] = '\0';
    for (uint32_t i = 0; i < count; i++) {
        strcat(out, letters[draw(random, COUNT(letters))]);
    }
}

static double draw_number(uint32_t *random)
{
    double value;
    switch (draw(random, 4)) {
    case 0:
        return draw(random, 2000);
    case 1:
        return draw(random, 100000) / 100.0;
    case 2:
        return -(double)draw(random, 1000) / 7;
    default:
        do {
            uint64_t bits = 0;
            for (int i = 0; i < 4; i++) {
                bits = bits << 16 | draw(random, 0x10000);
            }
            memcpy(&value, &bits, sizeof value);
        } while (!isfinite(value));
        return value;
    }
}

static cJSON *draw_tree(uint32_t *random, uint32_t depth)
{
    char text[64];
    switch (draw(random, depth > 5 ? 4 : 6)) {
    case 0:
        return cJSON_CreateNumber(draw_number(random));
    case 1:
        draw_text(random, text);
        return cJSON_CreateString(text);
    case 2:
        return draw(random, 2) ? cJSON_CreateTrue() : cJSON_CreateFalse();
    case 3:
        return cJSON_CreateNull();
    default:
        break;
    }
    const bool is_object = draw(random, 2) != 0;
    cJSON *tree = is_object ? cJSON_CreateObject() : cJSON_CreateArray();
    const uint32_t count = draw(random, 7);
    for (uint32_t i = 0; i < count; i++) {
        if (is_object) {
            draw_text(random, text);
            const char number[] = {(char)('A' + i), '\0'};
            strcat(text, number); /* no two keys of an object are equal */
            cJSON_AddItemToObject(tree, text, draw_tree(random, depth + 1));
        } else {
            cJSON_AddItemToArray(tree, draw_tree(random, depth + 1));
        }
    }
    return tree;
}

static bool is_equal(const cJSON *a, const cJSON *b)
{
    if (a == NULL || b == NULL) {
        return a == b;
    }
    if ((a->type & 0xFF) != (b->type & 0xFF)) {
        return false;
    }
    if (strcmp(a->string == NULL ? "" : a->string, b->string == NULL ? "" : b->string) != 0) {
        return false;
    }
    if ((a->type & 0xFF) == cJSON_Number && a->valuedouble != b->valuedouble) {
        return false;
    }
    if ((a->type & 0xFF) == cJSON_String && strcmp(a->valuestring, b->valuestring) != 0) {
        return false;
    }
    const cJSON *left = a->child;
    const cJSON *right = b->child;
    for (; left != NULL && right != NULL; left = left->next, right = right->next) {
        if (!is_equal(left, right)) {
            return false;
        }
    }
    return left == right;
}

START_TEST(reads_back_what_was_written)
{
    for (uint32_t round = 0; round < 2000; round++) {
        uint32_t random = round;
        cJSON *tree = draw_tree(&random, 0);
        dti_text *pretty = write_tree(tree, DTI__JSON_PRETTY);
        cJSON *again = read_tree(dti_text_data(pretty));
        ck_assert_msg(is_equal(tree, again), "round %u: %s", (unsigned)round,
                      dti_text_data(pretty));
        dti_text *canonical = write_tree(tree, DTI__JSON_CANONICAL);
        cJSON *sorted = read_tree(dti_text_data(canonical));
        dti_text *twice = write_tree(sorted, DTI__JSON_CANONICAL);
        ck_assert_str_eq(dti_text_data(twice), dti_text_data(canonical));
        dti__json_free(tree);
        dti__json_free(again);
        dti__json_free(sorted);
        dti_text_free(pretty);
        dti_text_free(canonical);
        dti_text_free(twice);
    }
}
END_TEST

/* ---- Memory ---- */

struct job {
    cJSON *tree;
    enum dti__json_style style;
};

static dti_status write_job(const dti_allocator *allocator, void *context)
{
    const struct job *job = context;
    struct dti__buffer buffer;
    dti__buffer_init(&buffer, allocator == NULL ? &dti__malloc_allocator : allocator);
    dti__json_write(job->tree, job->style, &buffer);
    dti_text *text = dti__buffer_take_text(&buffer);
    const dti_status status = text == NULL ? DTI_E_NOMEM : DTI_OK;
    dti_text_free(text);
    return status;
}

static dti_status digest_job(const dti_allocator *allocator, void *context)
{
    const struct job *job = context;
    (void)allocator;
    char digest[DTI__DIGEST_SIZE] = "untouched";
    const bool is_good = dti__json_digest(job->tree, vectors, digest);
    ck_assert_int_eq(strcmp(digest, "untouched") != 0, is_good);
    return is_good ? DTI_OK : DTI_E_NOMEM;
}

START_TEST(survives_without_memory)
{
    struct job job = {read_tree("{\"b\": [\"" FIFTY FIFTY FIFTY "\", {\"d\": {\"f\": 1}}],"
                                " \"a\": [\"" FIFTY "\", \"" FIFTY "\"], \"x-c\": 1}"),
                      DTI__JSON_PRETTY};
    test_nomem(write_job, &job);
    test_nomem(digest_job, &job);
    job.style = DTI__JSON_CANONICAL;
    test_nomem(write_job, &job);
    dti__json_free(job.tree);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("json/write");
    TCase *canonical = tcase_create("canonical");
    tcase_add_loop_test(canonical, writes_canonical_text, 0, (int)COUNT(canonical_cases));
    tcase_add_test(canonical, sorts_keys_by_utf16);
    tcase_add_loop_test(canonical, writes_numbers_as_ecmascript, 0, (int)COUNT(number_cases));
    suite_add_tcase(suite, canonical);
    TCase *pretty = tcase_create("pretty");
    tcase_add_loop_test(pretty, writes_pretty_text, 0, (int)COUNT(pretty_cases));
    tcase_add_test(pretty, appends_to_a_buffer);
    suite_add_tcase(suite, pretty);
    TCase *digest = tcase_create("digest");
    tcase_add_loop_test(digest, digests_what_counts, 0, (int)COUNT(digest_cases));
    tcase_add_test(digest, digests_as_sha256sum);
    tcase_add_test(digest, digests_long_documents);
    suite_add_tcase(suite, digest);
    TCase *whole = tcase_create("round trip");
    tcase_add_test(whole, reads_back_what_was_written);
    tcase_add_test(whole, survives_without_memory);
    suite_add_tcase(suite, whole);
    return suite;
}
