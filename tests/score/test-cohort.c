/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Rules that are measured against a cohort: which quantities they take, how they are told, and what
 * comes out where there is nothing to measure against. */
#include "samples.h"

#include <stdio.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

static dti_dossier *dossier;
static dti_bounds *bounds;

static void setup(void)
{
    dti_framework *framework = sample_framework(SAMPLE_COHORT_FRAMEWORK);
    dossier = sample_dossier(SAMPLE_COHORT_DOSSIER, framework);
    bounds = sample_bounds(SAMPLE_COHORT_BOUNDS, framework);
    dti_framework_unref(framework);
}

static void teardown(void)
{
    dti_bounds_unref(bounds);
    dti_dossier_unref(dossier);
}

static dti_result *score(const dti_bounds *against)
{
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    dti_error *error = NULL;
    options.bounds = against;
    sample_must(dti_score(dossier, &options, &result, &error), &error);
    return result;
}

static char *explained(const dti_result *result, const char *code, dti_lang lang)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(dti_result_explain(result, sample_node(result, code), NULL, lang, &text, &error),
                &error);
    char *copy = strdup(dti_text_data(text));
    ck_assert_ptr_nonnull(copy);
    dti_text_free(text);
    return copy;
}

static void check_explained(const dti_result *result, const char *code, dti_lang lang,
                            const char *part)
{
    char *text = explained(result, code, lang);
    ck_assert_msg(strstr(text, part) != NULL, "\"%s\" is not in:\n%s", part, text);
    free(text);
}

/* ---- What they read ---- */

static const char *const components[] = {
    "{\"kind\":\"best-of-cohort\",\"quantity\":{\"input\":\"share\"}}",
    "{\"kind\":\"best-of-cohort\",\"quantity\":{\"input\":\"count\"},\"clamp\":[0,0.5]}",
    "{\"kind\":\"best-of-cohort\",\"quantity\":{\"input\":\"list\"},\"when_base_zero\":\"full\"}",
    "{\"kind\":\"best-of-cohort\",\"quantity\":{\"input\":\"amount\"},\"direction\":\"lower\"}",
    "{\"kind\":\"best-of-cohort\",\"quantity\":{\"sum\":[\"count\",\"counted\"]}}",
    "{\"kind\":\"best-of-cohort\",\"quantity\":{\"ratio\":{\"of\":[\"amount\"],\"to\":[\"count\"]}}"
    ","
    "\"direction\":\"lower\",\"when_base_zero\":\"full\"}",
    "{\"kind\":\"min-max\",\"quantity\":{\"input\":\"share\"},\"when_base_zero\":\"zero\"}",
    "{\"kind\":\"min-max\",\"quantity\":{\"input\":\"open\"},\"direction\":\"lower\"}",
    "{\"kind\":\"min-max\",\"quantity\":{\"input\":\"list\"}}",
    "{\"kind\":\"min-max\",\"quantity\":{\"difference\":[\"count\",\"counted\"]}}",
    "{\"kind\":\"min-max\",\"quantity\":{\"difference\":[\"share\",\"shared\"]}}",
    "{\"kind\":\"min-max\",\"quantity\":{\"ratio\":{\"of\":[\"open\"],\"to\":[\"count\"]}}}",
};

static const char before[] =
    "{\"format\":\"dti-framework/1\",\"id\":\"one\",\"version\":\"1\",\"titles\":{\"vi\":\"Một\"},"
    "\"years\":{\"from\":2021,\"to\":2023},\"states\":{},\"indices\":[],"
    "\"rounding\":{\"points_digits\":2,\"value_digits\":4,\"mode\":\"half-up\"},"
    "\"numberings\":[{\"id\":\"n\",\"names\":{\"vi\":\"n\"},\"default\":true}],"
    "\"units\":[{\"id\":\"u\",\"names\":{\"vi\":\"u\"}},"
    "{\"id\":\"percent\",\"names\":{\"vi\":\"%\"},\"divisor\":100}],\"inputs\":[";
static const char between[] =
    "],\"indicators\":[{\"codes\":{\"n\":\"1\"},\"names\":{\"vi\":\"Một\"},\"max_points\":10,"
    "\"provenance\":{\"code\":{\"kind\":\"assumed\"},\"name\":{\"kind\":\"assumed\"},"
    "\"max_points\":{\"kind\":\"assumed\"},\"rule\":{\"kind\":\"assumed\"}},\"rule\":";
static const char after[] = "}]}";

static const struct {
    const char *id;
    const char *kind;
    const char *unit;
    const char *more;
} inputs[] = {
    {"share", "ratio", "percent", ""}, {"shared", "ratio", "percent", ""},
    {"count", "count", "u", ""},       {"counted", "count", "u", ""},
    {"list", "list", "u", ""},         {"amount", "amount", "u", "\"range\":{\"low\":0},"},
    {"open", "amount", "u", ""},
};

static char *framework_with(const char *rule)
{
    const size_t size = 8192;
    char *text = malloc(size);
    ck_assert_ptr_nonnull(text);
    int length = snprintf(text, size, "%s", before);
    for (int i = 0; i < LENGTH_OF(inputs); i++) {
        length += snprintf(text + length, size - (size_t)length,
                           "%s{\"id\":\"%s\",\"names\":{\"vi\":\"%s\"},\"kind\":\"%s\","
                           "\"unit\":\"%s\",%s\"origin\":{\"kind\":\"agency\"}}",
                           i > 0 ? "," : "", inputs[i].id, inputs[i].id, inputs[i].kind,
                           inputs[i].unit, inputs[i].more);
    }
    length += snprintf(text + length, size - (size_t)length, "%s%s%s", between, rule, after);
    ck_assert_uint_lt((size_t)length, size);
    return text;
}

/* What is refused stands in tests/data/invalid. */
START_TEST(takes_figures_of_many_kinds)
{
    char *text = framework_with(components[_i]);
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_parse(text, strlen(text), NULL, &framework, &error), &error);
    ck_assert_uint_gt(dti_framework_node_rule_format(framework, 0, DTI_LANG_VI, NULL, 0), 0);
    dti_framework_unref(framework);
    free(text);
}
END_TEST

/* ---- In words ---- */

static const struct {
    const char *code;
    const char *vi;
    const char *en;
} words[] = {
    {"1.1", "so với đơn vị cao nhất; đơn vị đó được điểm tối đa, các đơn vị khác được theo tỷ lệ",
     "against the highest unit of the cohort, which earns the maximum; the others in proportion"},
    {"1.2",
     "càng thấp càng tốt, so với đơn vị thấp nhất; đơn vị đó được điểm tối đa, đơn vị cao gấp đôi "
     "được một nửa; mẫu số bằng 0 thì không áp dụng",
     "the lower the better, against the lowest unit of the cohort, which earns the maximum; twice "
     "as much earns half; with a base of 0 it does not apply"},
    {"1.3",
     "theo vị trí giữa các đơn vị: đơn vị cao nhất được điểm tối đa, đơn vị thấp nhất không có "
     "điểm",
     "by the place within the cohort: the highest unit earns the maximum, the lowest nothing"},
    {"1.4",
     "càng thấp càng tốt, theo vị trí giữa các đơn vị: đơn vị thấp nhất được điểm tối đa, đơn vị "
     "cao nhất không có điểm; luôn giữ trong khoảng 10 % đến 100 % điểm tối đa; các đơn vị bằng "
     "nhau hoặc mẫu số bằng 0 thì được điểm tối đa",
     "the lower the better, by the place within the cohort: the lowest unit earns the maximum, the "
     "highest nothing; always kept between 10 % and 100 % of the maximum; where all units are "
     "equal, or with a base of 0, the maximum is earned"},
};

START_TEST(rules_have_words)
{
    char text[1024];
    const dti_framework *framework = dti_dossier_framework(dossier);
    const size_t node = dti_framework_find(framework, NULL, words[_i].code);
    dti_framework_node_rule_format(framework, node, DTI_LANG_VI, text, sizeof text);
    ck_assert_str_eq(text, words[_i].vi);
    dti_framework_node_rule_format(framework, node, DTI_LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, words[_i].en);
}
END_TEST

/* ---- Without bounds ---- */

static const char *const cohort_codes[] = {"1.1", "1.2", "1.3", "1.4"};

START_TEST(without_bounds_nothing_is_assessed)
{
    dti_result *result = score(NULL);
    const size_t node = sample_node(result, cohort_codes[_i]);
    ck_assert_int_eq(dti_result_state(result, node), DTI_STATE_NOT_ASSESSED);
    ck_assert_int_eq(dti_result_cause(result, node), DTI_CAUSE_NOT_ASSESSED);
    ck_assert_int_eq(dti_result_points(result, node), 0);
    ck_assert_int_eq(dti_result_upper(result, node), dti_result_max_points(result, node));
    ck_assert_int_eq(dti_result_step(result, node), DTI_STEP_NONE);
    check_explained(result, cohort_codes[_i], DTI_LANG_VI,
                    "Tính: chưa tính được, chưa đánh giá; chưa có mức so sánh (thấp nhất, cao "
                    "nhất) của các đơn vị\n");
    check_explained(result, cohort_codes[_i], DTI_LANG_EN,
                    "Calculation: not possible, not assessed; there are no bounds of a cohort "
                    "to measure against\n");
    dti_result_unref(result);
}
END_TEST

/* The bounds are not to blame where the figure is not there. */
START_TEST(missing_figures_are_to_blame)
{
    static const dti_state states[] = {DTI_STATE_MISSING, DTI_STATE_NOT_ASSESSED,
                                       DTI_STATE_REJECTED, DTI_STATE_NOT_APPLICABLE};
    dti_dossier_builder *builder = sample_builder(dti_dossier_framework(dossier));
    const struct sample_row row = SAMPLE_STATE("coverage", states[_i]);
    sample_enter(builder, &row);
    dti_result *result = sample_end(builder, DTI_TRACK_COMPUTED);
    ck_assert_int_eq(dti_result_state(result, sample_node(result, "1.1")), states[_i]);
    char *text = explained(result, "1.1", DTI_LANG_EN);
    ck_assert_ptr_nonnull(strstr(text, "Calculation: not possible"));
    ck_assert_ptr_null(strstr(text, "bounds"));
    free(text);
    dti_result_unref(result);
}
END_TEST

/* ---- With bounds ---- */

START_TEST(results_hold_their_bounds)
{
    dti_result *result = score(bounds);
    dti_text *text = NULL;
    dti_error *error = NULL;
    char named[128];
    ck_assert_ptr_eq(dti_result_bounds(result), bounds);
    snprintf(named, sizeof named, "\"bounds\": {\"digest\": \"%s\"}", dti_bounds_digest(bounds));
    dti_bounds_unref(bounds);
    bounds = NULL;
    ck_assert_uint_eq(dti_bounds_count(dti_result_bounds(result), sample_node(result, "1.1")), 63);
    sample_must(dti_result_write(result, NULL, DTI_LANG_EN, &text, &error), &error);
    ck_assert_ptr_nonnull(strstr(dti_text_data(text), named));
    dti_text_free(text);
    dti_result_unref(result);
}
END_TEST

START_TEST(results_without_bounds_say_so)
{
    dti_result *result = score(NULL);
    dti_text *text = NULL;
    dti_error *error = NULL;
    ck_assert_ptr_null(dti_result_bounds(result));
    ck_assert_ptr_null(dti_result_bounds(NULL));
    sample_must(dti_result_write(result, NULL, DTI_LANG_EN, &text, &error), &error);
    ck_assert_ptr_nonnull(strstr(dti_text_data(text), "\"bounds\": null"));
    dti_text_free(text);
    dti_result_unref(result);
}
END_TEST

START_TEST(bounds_of_another_framework_are_refused)
{
    dti_dossier *other = sample_tiny();
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    dti_error *error = NULL;
    char text[512];
    options.bounds = bounds;
    const dti_status status = dti_score(other, &options, &result, &error);
    dti_error_format(error, DTI_LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, "The bounds are those of framework \"cohort\" version 1.0.0, not of "
                           "\"tiny\" version 1.0.0");
    sample_refused(status, DTI_E_VERSION, &error);
    ck_assert_ptr_null(result);
    dti_dossier_unref(other);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("cohort");
    TCase *tcase = tcase_create("rules");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_loop_test(tcase, takes_figures_of_many_kinds, 0, LENGTH_OF(components));
    tcase_add_loop_test(tcase, rules_have_words, 0, LENGTH_OF(words));
    tcase_add_loop_test(tcase, without_bounds_nothing_is_assessed, 0, LENGTH_OF(cohort_codes));
    tcase_add_loop_test(tcase, missing_figures_are_to_blame, 0, 4);
    tcase_add_test(tcase, results_hold_their_bounds);
    tcase_add_test(tcase, results_without_bounds_say_so);
    tcase_add_test(tcase, bounds_of_another_framework_are_refused);
    suite_add_tcase(suite, tcase);
    return suite;
}
