/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The published table of 2022 (dti.gov.vn/xep-hang-2022): of the six provinces whose eight main
 * indicators are known, five add up to what is published; that the sixth does not is a finding. */
#include "samples.h"

#include <stdio.h>

#define MAIN_COUNT 8

static const int max_points[MAIN_COUNT] = {100, 100, 100, 100, 100, 200, 150, 150};

static const struct province {
    const char *unit;
    const char *name;
    int values[MAIN_COUNT]; /* of the main indicators, in 10⁻⁴ as printed */
    int64_t points;         /* their sum, in 10⁻³ point */
    const char *computed;
    const char *published;
    int tolerance; /* of the published value, in 10⁻⁴ */
    bool is_finding;
} provinces[] = {
    {"gso:48",
     "Đà Nẵng",
     {10000, 9000, 8253, 8487, 7578, 8575, 7836, 5197},
     800175,
     "0.8002",
     "0.8002",
     0,
     false},
    /* From printed values the sum is not exact: one unit of the last digit. */
    {"gso:79",
     "TP Hồ Chí Minh",
     {8917, 9000, 8258, 6267, 5580, 8406, 7611, 3590},
     716355,
     "0.7164",
     "0.7163",
     1,
     true},
    {"gso:22",
     "Quảng Ninh",
     {9581, 9000, 7648, 6250, 5382, 8385, 5904, 4505},
     702445,
     "0.7024",
     "0.7024",
     0,
     false},
    {"gso:46",
     "Thừa Thiên Huế",
     {9500, 9000, 6823, 6794, 6423, 8262, 6787, 3001},
     697460,
     "0.6975",
     "0.6975",
     0,
     false},
    {"gso:92",
     "Cần Thơ",
     {9000, 8000, 7233, 7376, 7226, 7325, 7556, 2947},
     692395,
     "0.6924",
     "0.6924",
     0,
     false},
    {"gso:49",
     "Quảng Nam",
     {8000, 8000, 6764, 4477, 5229, 7270, 4822, 2750},
     583680,
     "0.5837",
     "0.5808",
     29,
     true},
};

static void add_main(dti_dossier_builder *builder, int index, int value)
{
    dti_error *error = NULL;
    char code[2] = {(char)('1' + index), '\0'};
    char text[16];
    const int points = value * max_points[index]; /* in 10⁻⁴ */
    snprintf(text, sizeof text, "%d.%04d", points / 10000, points % 10000);
    sample_must(dti_dossier_builder_add_stated(builder, code, DTI_TRACK_FINAL, DTI_QUANTITY_POINTS,
                                               text, -1, &error),
                &error);
}

static dti_dossier *build(const struct province *province)
{
    dti_framework *framework = sample_builtin();
    dti_dossier_builder *builder = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_builder_new(framework, province->unit, 2022, NULL, &builder, &error),
                &error);
    sample_must(dti_dossier_builder_set_names(builder, NULL, province->name, NULL, &error), &error);
    for (int i = 0; i < MAIN_COUNT; i++) {
        add_main(builder, i, province->values[i]);
    }
    sample_must(dti_dossier_builder_add_stated(builder, "dti", DTI_TRACK_FINAL, DTI_QUANTITY_VALUE,
                                               province->published, -1, &error),
                &error);
    dti_dossier *dossier = sample_build(builder);
    dti_dossier_builder_free(builder);
    dti_framework_unref(framework);
    return dossier;
}

START_TEST(adds_up_as_published)
{
    const struct province *province = &provinces[_i];
    dti_dossier *dossier = build(province);
    dti_result *result = sample_score(dossier, DTI_TRACK_DEFAULT);
    const size_t overall = sample_node(result, "dti");
    int64_t difference = 0;
    char text[16];
    ck_assert_str_eq(dti_dossier_unit_name(dossier, DTI_LANG_EN), province->name);
    ck_assert_int_eq(dti_result_track(result), DTI_TRACK_FINAL);
    ck_assert_int_eq(dti_result_points(result, overall), province->points * DTI_POINT / 1000);
    dti_value_format(dti_result_points(result, overall), dti_result_max_points(result, overall), 4,
                     DTI_LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, province->computed);
    ck_assert_int_eq(dti_result_stated_difference(result, overall, 0, &difference), 1);
    ck_assert_int_le(llabs(difference), (province->tolerance * 2 + 1) * DTI_POINT / 20000);
    ck_assert_msg((sample_finding(dti_result_findings(result), "DTI-0602", "dti") != DTI_NONE) ==
                      province->is_finding,
                  "%s: %zu findings", province->name,
                  dti_report_count(dti_result_findings(result)));
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("provinces");
    TCase *tcase = tcase_create("2022");
    tcase_add_loop_test(tcase, adds_up_as_published, 0,
                        (int)(sizeof provinces / sizeof provinces[0]));
    suite_add_tcase(suite, tcase);
    return suite;
}
