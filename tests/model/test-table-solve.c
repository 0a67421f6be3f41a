/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What printed indices imply: sums, weighted indices, indices of indices, numbers that grow too
 * large. Expected values by hand. */
#include "samples.h"

#include <stdio.h>

#define LENGTH_OF(array) ((int)(sizeof(array) / sizeof((array)[0])))

#define NAMED(code) "\"names\":{\"vi\":\"" code "\"}"
#define DOUBT                                                                                      \
    "\"provenance\":{\"code\":{\"kind\":\"official\"},\"name\":{\"kind\":\"official\"},\"max_"     \
    "points\":{\"kind\":\"official\"}}"
#define MAIN(code, max)                                                                            \
    "{\"codes\":{\"n\":\"" code                                                                    \
    "\"}," NAMED(code) ",\"max_points\":" max ",\"absent\":{\"note\":{\"vi\":\"-\"}}," DOUBT "}"
#define WEIGHT(code, weight) "{\"code\":\"" code "\",\"weight\":" weight "}"
#define INDEX                "{\"provenance\":{\"kind\":\"official\"},"
#define FRAMEWORK(indicators, indices)                                                             \
    "{\"format\":\"dti-framework/1\",\"id\":\"f\",\"version\":\"1\",\"titles\":{\"vi\":\"f\"},"    \
    "\"years\":{\"from\":2020,\"to\":2030},\"rounding\":{\"points_digits\":2,\"value_digits\":4,"  \
    "\"mode\":\"half-up\"},\"numberings\":[{\"id\":\"n\",\"names\":{\"vi\":\"n\"},\"default\":"    \
    "true}],\"units\":[],\"states\":{},\"inputs\":[],\"indicators\":[" indicators                  \
    "],\"indices\":[" indices "]}"

/* v = (3a/100 + 1b/50) / 4, of 200 points: v = 1.5a + b */
#define WEIGHTED                                                                                   \
    FRAMEWORK(MAIN("a", "100") "," MAIN("b", "50"),                                                \
              INDEX "\"code\":\"v\"," NAMED("v") ",\"weights\":[" WEIGHT("a", "3") "," WEIGHT(     \
                  "b", "1") "],\"max_points\":200}")
/* s = a + b, t = b + c, and w is the mean of the values of s and t, of 100 points */
#define NESTED                                                                                     \
    FRAMEWORK(                                                                                     \
        MAIN("a", "10") "," MAIN("b", "20") "," MAIN("c", "30"), INDEX                             \
        "\"code\":\"s\"," NAMED("s") ",\"sum\":[\"a\",\"b\"]}," INDEX "\"code\":\"t\"," NAMED(     \
            "t") ",\"sum\":[\"b\","                                                                \
                 "\"c\"]}," INDEX "\"code\":\"w\"," NAMED("w") ",\"weights\":[" WEIGHT(            \
                     "s", "1") "," WEIGHT("t", "1") "],\"max_points\":100}")

static const struct {
    const char *framework;
    const char *figures; /* "code points code points …", as printed */
    const char *message; /* NULL: nothing is found */
    const char *points;  /* of what was found */
} cases[] = {
    /* b = v − 1.5a */
    {WEIGHTED, "v 100.00 a 40.00", NULL, NULL},       /* b = 40 */
    {WEIGHTED, "v 150.00 a 60.00", "DTI-1153", "60"}, /* of 50 */
    {WEIGHTED, "v 100.00 a 80.00", "DTI-1153", "-20"},
    {WEIGHTED, "v 100.00 b 5.00", NULL, NULL}, /* a = 63.33 */
    {WEIGHTED, "v 160.00 b 5.00", "DTI-1153", "103.333333333"},
    {WEIGHTED, "v 155.00 b 5.00", NULL, NULL}, /* a = 100 */
    {WEIGHTED, "v 155.02 b 5.00", "DTI-1153", "100.013333333"},
    {WEIGHTED, "v 155.01 b 5.00", NULL, NULL}, /* 100.0067, and rounding may be 0.0067 */
    {WEIGHTED, "v 65.00 a 40.00 b 5.00", NULL, NULL},
    {WEIGHTED, "v 65.10 a 40.00 b 5.00", "DTI-1152", "0.1"},
    /* neither of a and b alone is known */
    {WEIGHTED, "v 199.00", NULL, NULL},
    /* w = 100 × (s/30 + t/50) / 2 = (5s + 3t) / 3 */
    {NESTED, "s 15.00 t 30.00 w 55.00", NULL, NULL},
    {NESTED, "s 15.00 t 30.00 w 56.00", "DTI-1152", "1"},
    /* t = (3 × 56 − 75) / 3 = 31, so b + c = 31 */
    {NESTED, "s 15.00 w 56.00", NULL, NULL},
    /* 3 × 90 = 270 = 5s + 45: s = 45 of 30 */
    {NESTED, "t 15.00 w 90.00", "DTI-1153", "45"},
    /* b = s − a = 5, t = 15, w = (75 + 45) / 3 = 40 */
    {NESTED, "a 10.00 s 15.00 c 10.00 w 40.00", NULL, NULL},
    {NESTED, "a 10.00 s 15.00 c 10.00 w 41.00", "DTI-1154", NULL},
    {NESTED, "a 9.00 s 30.00 c 10.00", "DTI-1153", "21"},
};

static dti_framework *framework_of(const char *text)
{
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_parse(text, strlen(text), NULL, &framework, &error), &error);
    return framework;
}

static void document_of(char *out, size_t size, const char *figures)
{
    size_t length = (size_t)snprintf(
        out, size,
        "{\"format\":\"dti-table/1\",\"id\":\"t\",\"version\":\"1\",\"framework\":{\"id\":\"f\","
        "\"version\":\"1\"},\"units\":{\"id\":\"vn-country\",\"version\":\"1.0.0\",\"at\":"
        "\"2022-12-31\"},\"year\":2022,\"rows\":[{\"unit\":\"iso:vn\",\"figures\":[");
    char code[16];
    char points[32];
    int read = 0;
    bool is_first = true;
    for (; sscanf(figures, "%15s %31s%n", code, points, &read) == 2; figures += read) {
        length += (size_t)snprintf(out + length, size - length,
                                   "%s{\"code\":\"%s\",\"quantity\":\"points\",\"text\":\"%s\"}",
                                   is_first ? "" : ",", code, points);
        is_first = false;
    }
    snprintf(out + length, size - length, "]}]}");
}

START_TEST(says_what_follows)
{
    char text[2048];
    dti_report *report = NULL;
    dti_error *error = NULL;
    dti_framework *framework = framework_of(cases[_i].framework);
    document_of(text, sizeof text, cases[_i].figures);
    sample_must(dti_table_check(text, strlen(text), framework, NULL, NULL, &report, &error),
                &error);
    if (!cases[_i].message) {
        char found[512] = "";
        dti_report_format(report, 0, DTI_LANG_EN, found, sizeof found);
        ck_assert_msg(dti_report_count(report) == 0, "%s: %s", cases[_i].figures, found);
    } else {
        ck_assert_msg(dti_report_count(report) == 1, "%s: %zu findings", cases[_i].figures,
                      dti_report_count(report));
        ck_assert_str_eq(dti_report_id(report, 0), cases[_i].message);
        size_t argument = strcmp(cases[_i].message, "DTI-1152") == 0 ? 7 : 3;
        if (cases[_i].points)
            ck_assert_str_eq(dti_report_arg(report, 0, argument), cases[_i].points);
    }
    dti_report_unref(report);
    dti_framework_unref(framework);
}
END_TEST

/* Exact points were computed: where parts were excluded they are rescaled, and need not add up. */
START_TEST(exact_points_are_not_doubted)
{
    char text[2048];
    dti_report *report = NULL;
    dti_error *error = NULL;
    dti_framework *framework = framework_of(NESTED);
    document_of(text, sizeof text, "a 9.000000000 b 5.000000000 s 30.000000000");
    sample_must(dti_table_check(text, strlen(text), framework, NULL, NULL, &report, &error),
                &error);
    ck_assert_uint_eq(dti_report_count(report), 0);
    dti_report_unref(report);
    dti_framework_unref(framework);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("model/table-solve");
    TCase *tcase = tcase_create("table-solve");
    tcase_add_loop_test(tcase, says_what_follows, 0, LENGTH_OF(cases));
    tcase_add_test(tcase, exact_points_are_not_doubted);
    suite_add_tcase(suite, tcase);
    return suite;
}
