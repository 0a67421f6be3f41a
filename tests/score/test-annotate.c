/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Why points are lost, who is behind a component, and what its source says of it. */
#include "samples.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

/* ---- Causes ---- */

static const struct cause_case {
    const char *code;
    struct sample_row row;
    const char *stated; /* appraised points, or NULL: computed track */
    dti_cause cause;
} cause_cases[] = {
    {"1.1.1", SAMPLE_NUMBER("users-share", 51.16), NULL, DTI_CAUSE_BELOW_TARGET},
    {"1.1.1", SAMPLE_NUMBER("users-share", 80), NULL, DTI_CAUSE_NONE},
    {"1.1.1", SAMPLE_NUMBER("incidents", 0), NULL, DTI_CAUSE_MISSING_INPUT},
    {"1.1.1", SAMPLE_STATE("users-share", DTI_STATE_REJECTED), NULL, DTI_CAUSE_REJECTED},
    {"1.1.1", SAMPLE_STATE("users-share", DTI_STATE_NOT_ASSESSED), NULL, DTI_CAUSE_NOT_ASSESSED},
    /* Not applicable: its maximum is out of the sum, so that nothing is lost. */
    {"1.1.1", SAMPLE_STATE("users-share", DTI_STATE_NOT_APPLICABLE), NULL, DTI_CAUSE_NONE},
    {"1.2", SAMPLE_ANSWER("committee-head", "deputy"), NULL, DTI_CAUSE_TIER_NOT_REACHED},
    {"1.9", SAMPLE_ANSWER("plan-issued", "yes"), NULL,
     DTI_CAUSE_MISSING_INPUT}, /* the other item */
    {"1.10", SAMPLE_NUMBER("decisions", 1), NULL, DTI_CAUSE_NO_DOCUMENT},
    {"2.3", SAMPLE_NUMBER("incidents", 11), NULL, DTI_CAUSE_TIER_NOT_REACHED},
    {"2.4", SAMPLE_NUMBER("satisfaction", 10), NULL, DTI_CAUSE_BELOW_TARGET},
    {"2.5", SAMPLE_NUMBER("satisfaction", 10), NULL, DTI_CAUSE_NOT_ASSESSED},
    {"1", SAMPLE_NUMBER("users-share", 51.16), NULL, DTI_CAUSE_COMPONENTS},
    {"1.1", SAMPLE_NUMBER("users-share", 51.16), NULL, DTI_CAUSE_COMPONENTS},
    {"total", SAMPLE_NUMBER("users-share", 51.16), NULL, DTI_CAUSE_COMPONENTS},
    /* The appraiser gave less than the full points that the figure earns. */
    {"1.1.1", SAMPLE_NUMBER("users-share", 90), "7,5", DTI_CAUSE_STATED},
    {"1.1.1", SAMPLE_NUMBER("users-share", 51.16), "6,39", DTI_CAUSE_BELOW_TARGET},
    {"1.1.1", SAMPLE_NUMBER("users-share", 51.16), "10", DTI_CAUSE_NONE},
    {"1.1.1", SAMPLE_NUMBER("incidents", 0), "3", DTI_CAUSE_STATED},
};

START_TEST(finds_the_cause)
{
    const struct cause_case *at = &cause_cases[_i];
    dti_dossier_builder *builder = sample_begin(false);
    dti_error *error = NULL;
    sample_enter(builder, &at->row);
    if (at->stated != NULL) {
        sample_must(dti_dossier_builder_add_stated(builder, at->code, DTI_TRACK_APPRAISED,
                                                   DTI_QUANTITY_POINTS, at->stated, -1, &error),
                    &error);
    }
    dti_result *result =
        sample_end(builder, at->stated != NULL ? DTI_TRACK_APPRAISED : DTI_TRACK_COMPUTED);
    const size_t node = sample_node(result, at->code);
    ck_assert_msg(dti_result_cause(result, node) == at->cause, "%s [%d]: cause %d", at->code, _i,
                  dti_result_cause(result, node));
    ck_assert_int_eq(dti_result_loss(result, node) == 0, at->cause == DTI_CAUSE_NONE);
    dti_result_unref(result);
}
END_TEST

/* What a node that is excluded leaves behind: less maximum, and points rescaled to the whole. */
START_TEST(excluded_maximum_rescales)
{
    dti_dossier_builder *builder = sample_begin(false);
    sample_enter(builder,
                 &(struct sample_row)SAMPLE_STATE("users-share", DTI_STATE_NOT_APPLICABLE));
    sample_enter(builder, &(struct sample_row)SAMPLE_ANSWER("committee-head", "head"));
    dti_result *result = sample_end(builder, DTI_TRACK_COMPUTED);
    const size_t base = sample_node(result, "1");
    ck_assert_int_eq(dti_result_state(result, sample_node(result, "1.1.1")),
                     DTI_STATE_NOT_APPLICABLE);
    ck_assert_int_eq(dti_result_points(result, base), 20 * DTI_POINT);
    ck_assert_int_eq(dti_result_max_points(result, base), 50 * DTI_POINT);
    ck_assert_int_eq(dti_result_rescaled_points(result, base), 24 * DTI_POINT); /* 20 × 60/50 */
    ck_assert_int_eq(dti_result_rescaled_points(result, sample_node(result, "1.2")),
                     20 * DTI_POINT);
    dti_result_unref(result);
}
END_TEST

/* ---- Agencies and explanations ---- */

START_TEST(names_the_agencies)
{
    dti_dossier *dossier = sample_quangnam();
    dti_result *result = sample_score(dossier, DTI_TRACK_APPRAISED);
    const size_t node = sample_node(result, "6.12");
    ck_assert_uint_eq(dti_result_agency_count(result, node), 1);
    ck_assert_str_eq(dti_result_agency_id(result, node, 0), "so-thong-tin-va-truyen-thong");
    ck_assert_str_eq(dti_result_agency_name(result, node, 0, DTI_LANG_VI),
                     "Sở Thông tin và Truyền thông");
    ck_assert_str_eq(dti_result_agency_name(result, node, 0, DTI_LANG_EN),
                     "Department of Information and Communications");
    /* Two figures of one agency are one agency: communes and villages of Sở Nội vụ. */
    ck_assert_uint_eq(dti_result_agency_count(result, sample_node(result, "4.6")), 1);
    ck_assert_uint_eq(dti_result_agency_count(result, sample_node(result, "6")), 0);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

/* Behind a share that is computed stand those who report its parts. */
START_TEST(agencies_of_derived_inputs)
{
    dti_dossier_builder *builder = sample_begin(false);
    dti_error *error = NULL;
    sample_enter(builder, &(struct sample_row)SAMPLE_NUMBER("users", 3));
    sample_enter(builder, &(struct sample_row)SAMPLE_NUMBER("adults", 9));
    sample_must(dti_dossier_builder_set_agency(builder, "users", "so-a", "Sở A", &error), &error);
    sample_must(dti_dossier_builder_set_agency(builder, "adults", "so-b", NULL, &error), &error);
    dti_result *result = sample_end(builder, DTI_TRACK_COMPUTED);
    const size_t node = sample_node(result, "1.1.1");
    ck_assert_uint_eq(dti_result_agency_count(result, node), 2);
    ck_assert_str_eq(dti_result_agency_name(result, node, 0, DTI_LANG_EN), "Sở A");
    ck_assert_str_eq(dti_result_agency_id(result, node, 1), "so-b");
    dti_result_unref(result);
}
END_TEST

static const struct {
    dti_track track;
    const char *vi;
    const char *en;
} told[] = {
    {DTI_TRACK_SELF, "tự chấm", "tự chấm"}, /* no English: better than nothing */
    {DTI_TRACK_APPRAISED, "thẩm định", "appraised"},
    {DTI_TRACK_FINAL, "", ""},
    {DTI_TRACK_COMPUTED, "thẩm định", "appraised"}, /* borrowed from the highest stated track */
};

static void explain(dti_dossier_builder *builder, const char *code, dti_track track)
{
    dti_error *error = NULL;
    const bool is_self = track == DTI_TRACK_SELF;
    sample_must(dti_dossier_builder_explain(builder, code, track, is_self ? "tự chấm" : "thẩm định",
                                            is_self ? NULL : "appraised", &error),
                &error);
}

/* In whichever order they were given. */
START_TEST(explanations_belong_to_tracks)
{
    static const char *const codes[] = {"1.2", "1.9"};
    dti_dossier_builder *builder = sample_begin(false);
    dti_error *error = NULL;
    for (dti_track track = DTI_TRACK_SELF; track <= DTI_TRACK_FINAL;
         track = (dti_track)(track + 1)) {
        sample_must(dti_dossier_builder_add_stated(builder, "1.2", track, DTI_QUANTITY_POINTS, "5",
                                                   -1, &error),
                    &error);
    }
    explain(builder, codes[0], DTI_TRACK_APPRAISED);
    explain(builder, codes[0], DTI_TRACK_SELF);
    explain(builder, codes[1], DTI_TRACK_SELF);
    explain(builder, codes[1], DTI_TRACK_APPRAISED);
    dti_result *result = sample_end(builder, told[_i].track);
    for (int i = 0; i < LENGTH_OF(codes); i++) {
        const size_t node = sample_node(result, codes[i]);
        ck_assert_str_eq(dti_result_explanation(result, node, DTI_LANG_VI), told[_i].vi);
        ck_assert_str_eq(dti_result_explanation(result, node, DTI_LANG_EN), told[_i].en);
    }
    ck_assert_str_eq(dti_result_explanation(result, sample_node(result, "1"), DTI_LANG_VI), "");
    dti_result_unref(result);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("annotate");
    TCase *tcase = tcase_create("annotate");
    tcase_add_loop_test(tcase, finds_the_cause, 0, LENGTH_OF(cause_cases));
    tcase_add_test(tcase, excluded_maximum_rescales);
    tcase_add_test(tcase, names_the_agencies);
    tcase_add_test(tcase, agencies_of_derived_inputs);
    tcase_add_loop_test(tcase, explanations_belong_to_tracks, 0, LENGTH_OF(told));
    suite_add_tcase(suite, tcase);
    return suite;
}
