/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The published table of 2022 (dti.gov.vn/xep-hang-2022): of the six provinces whose eight main
 * indicators are known, five add up to what is published; that the sixth does not is a finding. The
 * numbers stand in tests/data/golden. */
#include "golden.h"
#include "samples.h"

#include <stdio.h>

#define MAIN_COUNT     8
#define PROVINCE_COUNT 6

static const int max_points[MAIN_COUNT] = {100, 100, 100, 100, 100, 200, 150, 150};

/* Values of the main indicators and of the overall one in 10⁻⁴ as printed; their sum; the
 * difference to what is published, in 10⁻⁴; whether it is told. */
enum {
    UNIT,
    NAME,
    FIRST_MAIN,
    POINTS = FIRST_MAIN + MAIN_COUNT,
    COMPUTED,
    PUBLISHED,
    OFF,
    TOLD,
    EXACT,
    VALUE
};
static struct golden provinces;

static void setup(void)
{
    golden_read(&provinces, "tests/data/golden/provinces-2022.txt", "provinces", PROVINCE_COUNT);
}

static void teardown(void)
{
    golden_free(&provinces);
}

static void add_main(dti_dossier_builder *builder, int index, const char *value)
{
    dti_error *error = NULL;
    char code[2] = {(char)('1' + index), '\0'};
    char text[16];
    const int64_t points = golden_points(value) * max_points[index] / (DTI_POINT / 10000);
    snprintf(text, sizeof text, "%d.%04d", (int)(points / 10000), (int)(points % 10000));
    sample_must(dti_dossier_builder_add_stated(builder, code, DTI_TRACK_FINAL, DTI_QUANTITY_POINTS,
                                               text, -1, &error),
                &error);
}

static dti_dossier *build(const char *const *row)
{
    dti_framework *framework = sample_builtin();
    dti_dossier_builder *builder = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_builder_new(framework, row[UNIT], 2022, NULL, &builder, &error),
                &error);
    sample_must(dti_dossier_builder_set_names(builder, NULL, row[NAME], NULL, &error), &error);
    for (int i = 0; i < MAIN_COUNT; i++) {
        add_main(builder, i, row[FIRST_MAIN + i]);
    }
    sample_must(dti_dossier_builder_add_stated(builder, "dti", DTI_TRACK_FINAL, DTI_QUANTITY_VALUE,
                                               row[PUBLISHED], -1, &error),
                &error);
    dti_dossier *dossier = sample_build(builder);
    dti_dossier_builder_free(builder);
    dti_framework_unref(framework);
    return dossier;
}

START_TEST(adds_up_as_published)
{
    const char *const *row = provinces.cells[_i];
    dti_dossier *dossier = build(row);
    dti_result *result = sample_score(dossier, DTI_TRACK_DEFAULT);
    const size_t overall = sample_node(result, "dti");
    int64_t difference = 0;
    char text[16];
    ck_assert_str_eq(dti_dossier_unit_name(dossier, DTI_LANG_EN), row[NAME]);
    ck_assert_int_eq(dti_result_track(result), DTI_TRACK_FINAL);
    ck_assert_int_eq(dti_result_points(result, overall), golden_points(row[POINTS]));
    ck_assert_int_eq(dti_result_points(result, overall), golden_whole(row[EXACT]));
    ck_assert_double_eq(dti_result_value(result, overall), golden_double(row[VALUE]));
    dti_value_format(dti_result_points(result, overall), dti_result_max_points(result, overall), 4,
                     DTI_LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, row[COMPUTED]);
    ck_assert_int_eq(dti_result_stated_difference(result, overall, 0, &difference), 1);
    ck_assert_int_le(llabs(difference), (golden_whole(row[OFF]) * 2 + 1) * DTI_POINT / 20000);
    ck_assert_msg((sample_finding(dti_result_findings(result), "DTI-0602", "dti") != DTI_NONE) ==
                      (strcmp(row[TOLD], "yes") == 0),
                  "%s: %zu findings", row[NAME], dti_report_count(dti_result_findings(result)));
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("provinces");
    TCase *tcase = tcase_create("2022");
    tcase_add_loop_test(tcase, adds_up_as_published, 0, PROVINCE_COUNT);
    tcase_add_checked_fixture(tcase, setup, teardown);
    suite_add_tcase(suite, tcase);
    return suite;
}
