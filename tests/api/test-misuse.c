/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Calls that no caller should make: NULL for each pointer, indices and numbers out of range. What
 * is refused says DTI_E_ARG, what is read gives the neutral value of the headers, nothing crashes.
 */
#include "samples.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))
#define FAR              ((size_t)-2) /* beyond every index, and not DTI_NONE */

static dti_dossier *dossier;
static const dti_framework *framework;
static dti_result *result;
static dti_dossier_builder *builder;

static void setup(void)
{
    dossier = sample_tiny();
    framework = dti_dossier_framework(dossier);
    result = sample_score(dossier, DTI_TRACK_DEFAULT);
    builder = sample_builder(framework);
}

static void teardown(void)
{
    dti_dossier_builder_free(builder);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}

/* The call is refused with a reason, and also when nobody wants to hear it. */
#define REFUSED(call)                                                                              \
    do {                                                                                           \
        dti_error *error = NULL;                                                                   \
        dti_error **const asked = &error;                                                          \
        const dti_status status = (call);                                                          \
        ck_assert_msg(status == DTI_E_ARG, "%s: %s", #call, dti_status_name(status));              \
        ck_assert_msg(error != NULL, "%s: no error", #call);                                       \
        ck_assert_int_eq(dti_error_status(error), DTI_E_ARG);                                      \
        dti_error_free(error);                                                                     \
    } while (0)
#define REFUSED_QUIETLY(call) ck_assert_int_eq((call), DTI_E_ARG)

START_TEST(constructors_refuse_null)
{
    dti_framework *made = NULL;
    dti_dossier *read = NULL;
    dti_report *report = NULL;
    REFUSED(dti_framework_parse(NULL, 0, NULL, &made, asked));
    REFUSED(dti_framework_parse("{}", 2, NULL, NULL, asked));
    REFUSED(dti_framework_load(NULL, NULL, &made, asked));
    REFUSED(dti_framework_load("/dev/null", NULL, NULL, asked));
    REFUSED(dti_framework_builtin(NULL, NULL, &made, asked));
    REFUSED(dti_framework_builtin(SAMPLE_BUILTIN, NULL, NULL, asked));
    REFUSED(dti_framework_check(NULL, 0, NULL, &report, asked));
    REFUSED(dti_framework_check("{}", 2, NULL, NULL, asked));
    REFUSED(dti_dossier_parse(NULL, 0, framework, NULL, &read, asked));
    REFUSED(dti_dossier_parse("{}", 2, framework, NULL, NULL, asked));
    REFUSED(dti_dossier_load(NULL, framework, NULL, &read, asked));
    REFUSED(dti_dossier_check(NULL, 0, framework, NULL, &report, asked));
    REFUSED(dti_dossier_check("{}", 2, framework, NULL, NULL, asked));
    REFUSED_QUIETLY(dti_framework_parse(NULL, 0, NULL, &made, NULL));
    REFUSED_QUIETLY(dti_dossier_load(NULL, NULL, NULL, NULL, NULL));
    REFUSED_QUIETLY(dti_framework_check(NULL, 0, NULL, NULL, NULL));
    ck_assert(made == NULL && read == NULL && report == NULL);
}
END_TEST

START_TEST(writers_refuse_null)
{
    dti_text *text = NULL;
    dti_result *scored = NULL;
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    REFUSED(dti_dossier_write(NULL, &text, asked));
    REFUSED(dti_dossier_write(dossier, NULL, asked));
    REFUSED(dti_score(NULL, NULL, &scored, asked));
    REFUSED(dti_score(dossier, NULL, NULL, asked));
    REFUSED(dti_result_explain(NULL, 0, NULL, DTI_LANG_VI, &text, asked));
    REFUSED(dti_result_explain(result, 0, NULL, DTI_LANG_VI, NULL, asked));
    REFUSED(dti_result_explain(result, DTI_NONE, NULL, DTI_LANG_VI, &text, asked));
    REFUSED(
        dti_result_explain(result, dti_result_node_count(result), NULL, DTI_LANG_VI, &text, asked));
    REFUSED(dti_result_write(NULL, NULL, DTI_LANG_VI, &text, asked));
    REFUSED(dti_result_write(result, NULL, DTI_LANG_VI, NULL, asked));
    REFUSED_QUIETLY(dti_result_write(NULL, NULL, DTI_LANG_VI, NULL, NULL));
    static const int tracks[] = {-1, 6, 77, DTI_TRACK_FORCE_INT};
    for (int i = 0; i < LENGTH_OF(tracks); i++) {
        options.track = (dti_track)tracks[i];
        REFUSED(dti_score(dossier, &options, &scored, asked));
    }
    options.track = DTI_TRACK_DEFAULT;
    options.size = 3;
    REFUSED(dti_score(dossier, &options, &scored, asked));
    ck_assert(text == NULL && scored == NULL);
}
END_TEST

START_TEST(builder_refuses_null)
{
    dti_dossier_builder *made = NULL;
    dti_dossier *built = NULL;
    REFUSED(dti_dossier_builder_new(NULL, "gso:1", 2022, NULL, &made, asked));
    REFUSED(dti_dossier_builder_new(framework, NULL, 2022, NULL, &made, asked));
    REFUSED(dti_dossier_builder_new(framework, "gso:1", 2022, NULL, NULL, asked));
    REFUSED(dti_dossier_builder_set_names(NULL, "a", "b", "c", asked));
    REFUSED(dti_dossier_builder_set_number(NULL, "adults", 1, asked));
    REFUSED(dti_dossier_builder_set_number(builder, NULL, 1, asked));
    REFUSED(dti_dossier_builder_set_answer(NULL, "plan-issued", "yes", asked));
    REFUSED(dti_dossier_builder_set_answer(builder, NULL, "yes", asked));
    REFUSED(dti_dossier_builder_set_answer(builder, "plan-issued", NULL, asked));
    REFUSED(dti_dossier_builder_add_text(NULL, "slogan", "x", asked));
    REFUSED(dti_dossier_builder_add_text(builder, NULL, "x", asked));
    REFUSED(dti_dossier_builder_add_text(builder, "slogan", NULL, asked));
    REFUSED(dti_dossier_builder_set_state(NULL, "slogan", DTI_STATE_MISSING, NULL, asked));
    REFUSED(dti_dossier_builder_set_state(builder, NULL, DTI_STATE_MISSING, NULL, asked));
    REFUSED(dti_dossier_builder_set_agency(NULL, "users", "so", NULL, asked));
    REFUSED(dti_dossier_builder_set_agency(builder, NULL, "so", NULL, asked));
    REFUSED(dti_dossier_builder_set_agency(builder, "users", NULL, NULL, asked));
    REFUSED(dti_dossier_builder_add_stated(NULL, "1", DTI_TRACK_SELF, DTI_QUANTITY_POINTS, "1", -1,
                                           asked));
    REFUSED(dti_dossier_builder_add_stated(builder, NULL, DTI_TRACK_SELF, DTI_QUANTITY_POINTS, "1",
                                           -1, asked));
    REFUSED(dti_dossier_builder_add_stated(builder, "1", DTI_TRACK_SELF, DTI_QUANTITY_POINTS, NULL,
                                           -1, asked));
    REFUSED(dti_dossier_builder_explain(NULL, "1", DTI_TRACK_SELF, "x", NULL, asked));
    REFUSED(dti_dossier_builder_explain(builder, NULL, DTI_TRACK_SELF, "x", NULL, asked));
    REFUSED(dti_dossier_builder_explain(builder, "1", DTI_TRACK_SELF, NULL, NULL, asked));
    REFUSED(dti_dossier_builder_build(NULL, &built, asked));
    REFUSED(dti_dossier_builder_build(builder, NULL, asked));
    ck_assert(made == NULL && built == NULL);
}
END_TEST

START_TEST(builder_refuses_unknown_enums)
{
    static const int tracks[] = {-1, DTI_TRACK_DEFAULT, DTI_TRACK_COMPUTED, DTI_TRACK_SUPPORTED,
                                 99};
    static const int states[] = {-1, DTI_STATE_PRESENT, 5, 99, DTI_STATE_FORCE_INT};
    static const int quantities[] = {-1, 6, DTI_QUANTITY_FORCE_INT};
    static const int decimals[] = {-2, 10, 1000};
    for (int i = 0; i < LENGTH_OF(tracks); i++) {
        REFUSED(dti_dossier_builder_add_stated(builder, "1", (dti_track)tracks[i],
                                               DTI_QUANTITY_POINTS, "1", -1, asked));
        REFUSED(dti_dossier_builder_explain(builder, "1", (dti_track)tracks[i], "x", NULL, asked));
    }
    for (int i = 0; i < LENGTH_OF(states); i++) {
        REFUSED(dti_dossier_builder_set_state(builder, "users", (dti_state)states[i], NULL, asked));
    }
    for (int i = 0; i < LENGTH_OF(quantities); i++) {
        REFUSED(dti_dossier_builder_add_stated(builder, "1", DTI_TRACK_SELF,
                                               (dti_quantity_kind)quantities[i], "1", -1, asked));
    }
    for (int i = 0; i < LENGTH_OF(decimals); i++) {
        REFUSED(dti_dossier_builder_add_stated(builder, "1", DTI_TRACK_SELF, DTI_QUANTITY_POINTS,
                                               "1", decimals[i], asked));
    }
}
END_TEST

/* ---- Getters ---- */

/* A framework that is not there, or an index that is not. */
static void check_node(const dti_framework *of, size_t node)
{
    char text[8] = "unset";
    ck_assert_str_eq(dti_framework_node_code(of, node, NULL), "");
    ck_assert_str_eq(dti_framework_node_name(of, node, DTI_LANG_EN), "");
    ck_assert_int_eq(dti_framework_node_kind(of, node), DTI_NODE_COMPONENT);
    ck_assert_uint_eq(dti_framework_node_parent(of, node), DTI_NONE);
    ck_assert_uint_eq(dti_framework_node_child_count(of, node), 0);
    ck_assert_uint_eq(dti_framework_node_child(of, node, 0), DTI_NONE);
    ck_assert_int_eq(dti_framework_node_max_points(of, node), 0);
    ck_assert_str_eq(dti_framework_node_unit(of, node, DTI_LANG_EN), "");
    ck_assert_int_eq(dti_framework_node_provenance(of, node, DTI_PART_RULE),
                     DTI_PROVENANCE_UNKNOWN);
    ck_assert_str_eq(dti_framework_node_provenance_note(of, node, DTI_PART_RULE, DTI_LANG_EN), "");
    ck_assert_str_eq(dti_framework_node_provenance_source(of, node, DTI_PART_RULE, DTI_LANG_EN),
                     "");
    ck_assert_uint_eq(dti_framework_node_rule_format(of, node, DTI_LANG_EN, text, sizeof text), 0);
    ck_assert_str_eq(text, "");
    ck_assert_uint_eq(dti_framework_node_evidence_format(of, node, DTI_LANG_EN, NULL, 0), 0);
    ck_assert_uint_eq(dti_framework_node_legal_count(of, node), 0);
    ck_assert_uint_eq(dti_framework_node_legal_format(of, node, 0, DTI_LANG_EN, NULL, 0), 0);
    ck_assert_uint_eq(dti_framework_node_input_count(of, node), 0);
    ck_assert_uint_eq(dti_framework_node_input(of, node, 0), DTI_NONE);
}

static void check_input(const dti_framework *of, size_t input)
{
    ck_assert_str_eq(dti_framework_input_id(of, input), "");
    ck_assert_str_eq(dti_framework_input_name(of, input, DTI_LANG_EN), "");
    ck_assert_int_eq(dti_framework_input_kind(of, input), DTI_INPUT_TEXT);
    ck_assert_str_eq(dti_framework_input_unit(of, input, DTI_LANG_EN), "");
    ck_assert_uint_eq(dti_framework_input_choice_count(of, input), 0);
    ck_assert_str_eq(dti_framework_input_choice_id(of, input, 0), "");
    ck_assert_str_eq(dti_framework_input_choice_name(of, input, 0, DTI_LANG_EN), "");
}

START_TEST(framework_getters_are_neutral)
{
    check_node(NULL, 0);
    check_node(framework, dti_framework_node_count(framework));
    check_node(framework, FAR);
    check_node(framework, DTI_NONE);
    check_input(NULL, 0);
    check_input(framework, dti_framework_input_count(framework));
    check_input(framework, DTI_NONE);
    ck_assert_str_eq(dti_framework_id(NULL), "");
    ck_assert_str_eq(dti_framework_version(NULL), "");
    ck_assert_str_eq(dti_framework_title(NULL, DTI_LANG_VI), "");
    ck_assert_str_eq(dti_framework_digest(NULL), "");
    ck_assert_int_eq(dti_framework_year_from(NULL), 0);
    ck_assert_int_eq(dti_framework_year_to(NULL), 0);
    ck_assert_int_eq(dti_framework_points_digits(NULL), 0);
    ck_assert_int_eq(dti_framework_value_digits(NULL), 0);
    ck_assert_uint_eq(dti_framework_numbering_count(NULL), 0);
    ck_assert_str_eq(dti_framework_numbering_id(NULL, 0), "");
    ck_assert_str_eq(dti_framework_numbering_id(framework, 2), "");
    ck_assert_uint_eq(dti_framework_node_count(NULL), 0);
    ck_assert_uint_eq(dti_framework_overall(NULL), DTI_NONE);
    ck_assert_uint_eq(dti_framework_find(NULL, NULL, "1"), DTI_NONE);
    ck_assert_uint_eq(dti_framework_find(framework, NULL, NULL), DTI_NONE);
    ck_assert_uint_eq(dti_framework_find(framework, "", "1"), DTI_NONE);
    ck_assert_str_eq(dti_framework_node_code(framework, 0, "none"), "");
    ck_assert_int_eq(dti_framework_node_provenance(framework, 0, (dti_node_part)-1),
                     DTI_PROVENANCE_UNKNOWN);
    ck_assert_int_eq(dti_framework_node_provenance(framework, 0, (dti_node_part)4),
                     DTI_PROVENANCE_UNKNOWN);
    ck_assert_uint_eq(dti_framework_input_count(NULL), 0);
    ck_assert_uint_eq(dti_framework_input_find(NULL, "users"), DTI_NONE);
    ck_assert_uint_eq(dti_framework_input_find(framework, NULL), DTI_NONE);
    ck_assert_ptr_null(dti_builtin_id(dti_builtin_count()));
}
END_TEST

START_TEST(dossier_getters_are_neutral)
{
    static const size_t inputs[] = {FAR, DTI_NONE};
    ck_assert_ptr_null(dti_dossier_framework(NULL));
    ck_assert_str_eq(dti_dossier_id(NULL), "");
    ck_assert_str_eq(dti_dossier_unit_id(NULL), "");
    ck_assert_str_eq(dti_dossier_unit_name(NULL, DTI_LANG_VI), "");
    ck_assert_int_eq(dti_dossier_year(NULL), 0);
    ck_assert_str_eq(dti_dossier_numbering(NULL), "");
    ck_assert_str_eq(dti_dossier_digest(NULL), "");
    ck_assert_int_eq(dti_dossier_input_state(NULL, 0), DTI_STATE_MISSING);
    ck_assert_double_eq(dti_dossier_input_number(NULL, 0), 0);
    for (int i = 0; i < LENGTH_OF(inputs); i++) {
        ck_assert_int_eq(dti_dossier_input_state(dossier, inputs[i]), DTI_STATE_MISSING);
        ck_assert_double_eq(dti_dossier_input_number(dossier, inputs[i]), 0);
    }
}
END_TEST

static void check_result_node(const dti_result *of, size_t node)
{
    int64_t difference = 77;
    ck_assert_int_eq(dti_result_points(of, node), 0);
    ck_assert_int_eq(dti_result_max_points(of, node), 0);
    ck_assert_double_eq(dti_result_value(of, node), 0);
    ck_assert_int_eq(dti_result_rescaled_points(of, node), 0);
    ck_assert_int_eq(dti_result_lower(of, node), 0);
    ck_assert_int_eq(dti_result_upper(of, node), 0);
    ck_assert_double_le(dti_result_coverage(of, node), 1);
    ck_assert_int_ge(dti_result_state(of, node), DTI_STATE_PRESENT);
    ck_assert_int_eq(dti_result_has_track(of, node, DTI_TRACK_COMPUTED), 0);
    ck_assert_int_eq(dti_result_track_points(of, node, DTI_TRACK_COMPUTED), 0);
    ck_assert_int_eq(dti_result_unallocated(of, node), 0);
    ck_assert_int_eq(dti_result_unallocated_max(of, node), 0);
    ck_assert_int_eq(dti_result_loss(of, node), 0);
    ck_assert_double_eq(dti_result_loss_share_of_parent(of, node), 0);
    ck_assert_double_eq(dti_result_loss_share_of_overall(of, node), 0);
    ck_assert_int_eq(dti_result_cause(of, node), DTI_CAUSE_NONE);
    ck_assert_str_eq(dti_result_explanation(of, node, DTI_LANG_VI), "");
    ck_assert_int_eq(dti_result_step(of, node), DTI_STEP_NONE);
    ck_assert_int_eq(dti_result_step_gain(of, node), 0);
    ck_assert_uint_eq(dti_result_step_input(of, node), DTI_NONE);
    ck_assert_uint_eq(dti_result_agency_count(of, node), 0);
    ck_assert_str_eq(dti_result_agency_id(of, node, 0), "");
    ck_assert_str_eq(dti_result_agency_name(of, node, 0, DTI_LANG_VI), "");
    ck_assert_uint_eq(dti_result_stated_count(of, node), 0);
    ck_assert_str_eq(dti_result_stated_text(of, node, 0), "");
    ck_assert_int_eq(dti_result_stated_quantity(of, node, 0), DTI_QUANTITY_POINTS);
    ck_assert_int_eq(dti_result_stated_track(of, node, 0), DTI_TRACK_DEFAULT);
    ck_assert_int_eq(dti_result_stated_amount(of, node, 0), 0);
    ck_assert_int_eq(dti_result_stated_difference(of, node, 0, &difference), 0);
    ck_assert_int_eq(difference, 77);
}

START_TEST(result_getters_are_neutral)
{
    static const int tracks[] = {-1, DTI_TRACK_DEFAULT, 6, DTI_TRACK_FORCE_INT};
    check_result_node(NULL, 0);
    check_result_node(result, dti_result_node_count(result));
    check_result_node(result, FAR);
    check_result_node(result, DTI_NONE);
    ck_assert_ptr_null(dti_result_dossier(NULL));
    ck_assert_int_eq(dti_result_track(NULL), DTI_TRACK_DEFAULT);
    ck_assert_ptr_null(dti_result_findings(NULL));
    ck_assert_uint_eq(dti_result_node_count(NULL), 0);
    const size_t node = sample_node(result, "1.1.1");
    for (int i = 0; i < LENGTH_OF(tracks); i++) {
        ck_assert_int_eq(dti_result_has_track(result, node, (dti_track)tracks[i]), 0);
        ck_assert_int_eq(dti_result_track_points(result, node, (dti_track)tracks[i]), 0);
    }
    ck_assert_str_eq(dti_result_agency_id(result, node, 99), "");
    ck_assert_str_eq(dti_result_stated_text(result, node, 99), "");
    ck_assert_int_eq(dti_result_stated_difference(result, node, 99, NULL), 0);
    ck_assert_int_eq(dti_result_stated_difference(result, node, 0, NULL), 1);
}
END_TEST

START_TEST(errors_and_reports_are_neutral)
{
    char text[4] = "abc";
    ck_assert_int_eq(dti_error_status(NULL), DTI_OK);
    ck_assert_str_eq(dti_error_id(NULL), "");
    ck_assert_uint_eq(dti_error_format(NULL, DTI_LANG_VI, text, sizeof text), 0);
    ck_assert_str_eq(text, "");
    ck_assert_uint_eq(dti_error_format(NULL, DTI_LANG_VI, NULL, 0), 0);
    ck_assert_str_eq(dti_error_source(NULL), "");
    ck_assert_str_eq(dti_error_pointer(NULL), "");
    ck_assert_uint_eq(dti_error_line(NULL) + dti_error_column(NULL), 0);
    ck_assert_uint_eq(dti_error_offset(NULL), 0);
    ck_assert_uint_eq(dti_error_arg_count(NULL), 0);
    ck_assert_str_eq(dti_error_arg(NULL, 0), "");
    ck_assert_uint_eq(dti_report_count(NULL), 0);
    const dti_report *const reports[] = {NULL, dti_result_findings(result)};
    for (int i = 0; i < LENGTH_OF(reports); i++) {
        const dti_report *report = reports[i];
        ck_assert_uint_eq(dti_report_severity_count(report, (dti_severity)-1), 0);
        ck_assert_uint_eq(dti_report_severity_count(report, (dti_severity)3), 0);
        ck_assert_int_eq(dti_report_severity(report, FAR), DTI_SEVERITY_INFO);
        ck_assert_int_eq(dti_report_status(report, FAR), DTI_OK);
        ck_assert_str_eq(dti_report_id(report, FAR), "");
        ck_assert_uint_eq(dti_report_format(report, FAR, DTI_LANG_EN, NULL, 0), 0);
        ck_assert_str_eq(dti_report_pointer(report, FAR), "");
        ck_assert_str_eq(dti_report_source(report, FAR), "");
        ck_assert_uint_eq(dti_report_line(report, FAR) + dti_report_column(report, FAR), 0);
        ck_assert_uint_eq(dti_report_offset(report, FAR), 0);
        ck_assert_uint_eq(dti_report_arg_count(report, FAR), 0);
        ck_assert_str_eq(dti_report_arg(report, FAR, FAR), "");
    }
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("misuse");
    TCase *tcase = tcase_create("misuse");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, constructors_refuse_null);
    tcase_add_test(tcase, writers_refuse_null);
    tcase_add_test(tcase, builder_refuses_null);
    tcase_add_test(tcase, builder_refuses_unknown_enums);
    tcase_add_test(tcase, framework_getters_are_neutral);
    tcase_add_test(tcase, dossier_getters_are_neutral);
    tcase_add_test(tcase, result_getters_are_neutral);
    tcase_add_test(tcase, errors_and_reports_are_neutral);
    suite_add_tcase(suite, tcase);
    return suite;
}
