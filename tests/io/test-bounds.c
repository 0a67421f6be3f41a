/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Bounds as documents: what is read is what was written, and the digest tells content from
 * spelling. What is refused stands in tests/data/invalid. */
#include "samples.h"

#include <math.h>
#include <stdio.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))
#define HEAD             "{\"format\":\"dti-bounds/1\",\"framework\":{\"id\":\"cohort\",\"version\":\"1.0.0\"}"

static dti_framework *framework;

static void setup(void)
{
    framework = sample_framework(SAMPLE_COHORT_FRAMEWORK);
}

static void teardown(void)
{
    dti_framework_unref(framework);
}

static size_t node(const char *code)
{
    return dti_framework_find(framework, NULL, code);
}

static dti_bounds *parse(const char *text)
{
    dti_bounds *bounds = NULL;
    dti_error *error = NULL;
    sample_must(dti_bounds_parse(text, strlen(text), framework, NULL, &bounds, &error), &error);
    return bounds;
}

static char *written(const dti_bounds *bounds)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(dti_bounds_write(bounds, &text, &error), &error);
    char *copy = strdup(dti_text_data(text));
    ck_assert_ptr_nonnull(copy);
    dti_text_free(text);
    return copy;
}

START_TEST(tells_what_was_read)
{
    static const struct {
        const char *code;
        double low;
        double high;
        uint64_t count;
    } rows[] = {
        {"1.1", 0.2, 0.8, 63}, {"1.2", 0.05, 0.5, 62}, {"1.3", -100, 400, 63},
        {"1.4", 0, 200, 60},   {"1", 0, 0, 0},         {"total", 0, 0, 0},
    };
    dti_bounds *bounds = sample_bounds(SAMPLE_COHORT_BOUNDS, framework);
    for (int i = 0; i < LENGTH_OF(rows); i++) {
        ck_assert_double_eq(dti_bounds_low(bounds, node(rows[i].code)), rows[i].low);
        ck_assert_double_eq(dti_bounds_high(bounds, node(rows[i].code)), rows[i].high);
        ck_assert_uint_eq(dti_bounds_count(bounds, node(rows[i].code)), rows[i].count);
    }
    ck_assert_ptr_eq(dti_bounds_framework(bounds), framework);
    dti_bounds_unref(bounds);
}
END_TEST

static const char *const documents[] = {
    NULL, /* the file */
    HEAD ",\"bounds\":[]}",
    HEAD ",\"bounds\":[{\"code\":\"1.3\",\"low\":-1e150,\"high\":1e150,"
         "\"count\":9007199254740991}]}",
    HEAD ",\"bounds\":[{\"code\":\"1.2\",\"low\":0.30000000000000004,\"high\":1.7,\"count\":1}],"
         "\"note\":{\"vi\":\"Cả nước\"}}",
};

START_TEST(written_is_read_again)
{
    dti_bounds *bounds = documents[_i] == NULL ? sample_bounds(SAMPLE_COHORT_BOUNDS, framework)
                                               : parse(documents[_i]);
    char *first = written(bounds);
    dti_bounds *again = parse(first);
    char *second = written(again);
    ck_assert_str_eq(first, second);
    ck_assert_str_eq(dti_bounds_digest(again), dti_bounds_digest(bounds));
    for (size_t i = 0; i < dti_framework_node_count(framework); i++) {
        ck_assert_double_eq(dti_bounds_low(again, i), dti_bounds_low(bounds, i));
        ck_assert_double_eq(dti_bounds_high(again, i), dti_bounds_high(bounds, i));
        ck_assert_uint_eq(dti_bounds_count(again, i), dti_bounds_count(bounds, i));
    }
    free(first);
    free(second);
    dti_bounds_unref(bounds);
    dti_bounds_unref(again);
}
END_TEST

#define ENTRY "{\"code\":\"1.3\",\"low\":-1,\"high\":0,\"count\":63}"
#define OTHER "{\"code\":\"1.1\",\"low\":0,\"high\":1,\"count\":63}"

/* Against HEAD,"bounds":[OTHER, ENTRY]. */
static const struct {
    const char *text;
    bool is_same;
} spellings[] = {
    {HEAD ",\"bounds\":[" OTHER "," ENTRY "]}", true},
    {HEAD ",\"bounds\":[" ENTRY "," OTHER "]}", true},
    {HEAD ",\"x-by\":\"me\",\"bounds\":[" ENTRY "," OTHER "]}", true},
    {HEAD ",\"bounds\":[" OTHER ",{\"count\":63.0,\"low\":-1e0,\"high\":-0.0,\"code\":\"1.3\"}]}",
     true},
    {HEAD ",\"bounds\":[" OTHER "]}", false},
    {HEAD ",\"bounds\":[" OTHER ",{\"code\":\"1.3\",\"low\":-1,\"high\":0,\"count\":62}]}", false},
    {HEAD ",\"bounds\":[" OTHER ",{\"code\":\"1.3\",\"low\":-2,\"high\":0,\"count\":63}]}", false},
    {HEAD ",\"note\":{\"vi\":\"Cả nước\"},\"bounds\":[" OTHER "," ENTRY "]}", false},
};

START_TEST(digests_tell_content)
{
    dti_bounds *bounds = parse(spellings[0].text);
    dti_bounds *other = parse(spellings[_i].text);
    const bool is_same = strcmp(dti_bounds_digest(bounds), dti_bounds_digest(other)) == 0;
    ck_assert_int_eq(strncmp(dti_bounds_digest(bounds), "sha256:", 7), 0);
    ck_assert_uint_eq(strlen(dti_bounds_digest(bounds)), strlen("sha256:") + 64);
    ck_assert_ptr_eq(dti_bounds_digest(bounds), dti_bounds_digest(bounds));
    ck_assert_int_eq(is_same, spellings[_i].is_same);
    dti_bounds_unref(bounds);
    dti_bounds_unref(other);
}
END_TEST

/* Equal bounds have equal bits. */
START_TEST(there_is_one_zero)
{
    dti_bounds *bounds =
        parse(HEAD ",\"bounds\":[{\"code\":\"1.3\",\"low\":-0.0,\"high\":-0.0,\"count\":1}]}");
    ck_assert_int_eq(signbit(dti_bounds_low(bounds, node("1.3"))), 0);
    ck_assert_int_eq(signbit(dti_bounds_high(bounds, node("1.3"))), 0);
    dti_bounds_unref(bounds);
}
END_TEST

/* Without a framework given, the built-in one is taken; there is none of that name. */
START_TEST(names_its_framework)
{
    static const char builtin[] =
        "{\"format\":\"dti-bounds/1\",\"framework\":{\"id\":\"" SAMPLE_BUILTIN
        "\",\"version\":\"1.0.0\"},\"bounds\":[]}";
    static const char absent[] = HEAD ",\"bounds\":[]}";
    dti_bounds *bounds = NULL;
    dti_error *error = NULL;
    sample_must(dti_bounds_parse(builtin, strlen(builtin), NULL, NULL, &bounds, &error), &error);
    ck_assert_str_eq(dti_framework_id(dti_bounds_framework(bounds)), SAMPLE_BUILTIN);
    dti_bounds_unref(bounds);
    bounds = NULL;
    const dti_status status = dti_bounds_parse(absent, strlen(absent), NULL, NULL, &bounds, &error);
    ck_assert_str_eq(dti_error_pointer(error), "/framework/id");
    sample_refused(status, DTI_E_NOT_FOUND, &error);
    ck_assert_ptr_null(bounds);
}
END_TEST

START_TEST(outlives_what_it_was_made_of)
{
    dti_framework *own = sample_framework(SAMPLE_COHORT_FRAMEWORK);
    dti_bounds *bounds = sample_bounds(SAMPLE_COHORT_BOUNDS, own);
    dti_framework_unref(own);
    dti_bounds *shared = dti_bounds_ref(bounds);
    ck_assert_ptr_eq(shared, bounds);
    dti_bounds_unref(bounds);
    ck_assert_str_eq(dti_framework_id(dti_bounds_framework(shared)), "cohort");
    dti_bounds_unref(shared);
}
END_TEST

START_TEST(absent_files_are_named)
{
    dti_bounds *bounds = NULL;
    dti_error *error = NULL;
    const dti_status status = dti_bounds_load("no/such/file", framework, NULL, &bounds, &error);
    ck_assert_str_eq(dti_error_arg(error, 0), "no/such/file");
    sample_refused(status, DTI_E_IO, &error);
    ck_assert_ptr_null(bounds);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("io-bounds");
    TCase *tcase = tcase_create("bounds");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, tells_what_was_read);
    tcase_add_loop_test(tcase, written_is_read_again, 0, LENGTH_OF(documents));
    tcase_add_loop_test(tcase, digests_tell_content, 0, LENGTH_OF(spellings));
    tcase_add_test(tcase, there_is_one_zero);
    tcase_add_test(tcase, names_its_framework);
    tcase_add_test(tcase, outlives_what_it_was_made_of);
    tcase_add_test(tcase, absent_files_are_named);
    suite_add_tcase(suite, tcase);
    return suite;
}
