/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Changes: each kind lands in the next dossier and leaves the one before alone; stages lock it, and
 * what cannot be is refused with the way out. */
#include "samples.h"

#define AT(day, clock) "2024-" day "T" clock "+07:00"
#define DEADLINE       INT64_C(1706547600) /* 2024-01-30T00:00:00+07:00 */

static dti_dossier *dossier;
static dti_changes *changes;

static void setup(void)
{
    dti_error *error = NULL;
    dossier = sample_tiny();
    sample_must(dti_changes_new(dti_dossier_framework(dossier), NULL, &changes, &error), &error);
}

static void teardown(void)
{
    dti_changes_free(changes);
    dti_dossier_unref(dossier);
}

/* Applies the list to the dossier, which is replaced, and begins a new one. */
static void apply(void)
{
    dti_dossier *next = NULL;
    dti_error *error = NULL;
    char *before = sample_written(dossier);
    sample_must(dti_changes_apply(changes, dossier, &next, &error), &error);
    char *after = sample_written(dossier);
    ck_assert_str_eq(before, after);
    free(before);
    free(after);
    dti_changes_free(changes);
    changes = NULL;
    sample_must(dti_changes_new(dti_dossier_framework(dossier), NULL, &changes, &error), &error);
    dti_dossier_unref(dossier);
    dossier = next;
}

/* The list is refused with that message; a new one is begun. */
static void refuse(const char *id, const char *words)
{
    dti_dossier *next = NULL;
    dti_error *error = NULL;
    char text[512];
    ck_assert_int_ne(dti_changes_apply(changes, dossier, &next, &error), DTI_OK);
    ck_assert_ptr_null(next);
    dti_error_format(error, DTI_LANG_EN, text, sizeof text);
    ck_assert_msg(strcmp(dti_error_id(error), id) == 0, "%s: %s", dti_error_id(error), text);
    ck_assert_msg(strstr(text, words) != NULL, "%s", text);
    dti_error_free(error);
    error = NULL;
    dti_changes_free(changes);
    changes = NULL;
    sample_must(dti_changes_new(dti_dossier_framework(dossier), NULL, &changes, &error), &error);
}

static dti_history_step step_at(dti_action action, const char *at)
{
    dti_history_step step = DTI_HISTORY_STEP_INIT;
    step.action = action;
    step.at = at;
    step.by = "Trần Thị B";
    return step;
}

static void stage(dti_action action, const char *at)
{
    const dti_history_step step = step_at(action, at);
    dti_error *error = NULL;
    sample_must(dti_changes_stage(changes, &step, DEADLINE, &error), &error);
}

static void reply(dti_action action, const char *at, const char *reason, const char *points,
                  const char *record)
{
    dti_history_step step = step_at(action, at);
    dti_error *error = NULL;
    step.reason_vi = reason;
    step.names = &record;
    step.name_count = record != NULL;
    sample_must(dti_changes_reply(changes, "1.2", &step, points, &error), &error);
}

static void set_number(const char *input, double value)
{
    dti_error *error = NULL;
    sample_must(dti_changes_set_number(changes, input, value, NULL, &error), &error);
}

static dti_evidence *record(const char *id, const char *title)
{
    dti_evidence_builder *builder = NULL;
    dti_evidence *evidence = NULL;
    dti_error *error = NULL;
    sample_must(dti_evidence_builder_new(id, NULL, NULL, &builder, &error), &error);
    sample_must(dti_evidence_builder_set(builder, DTI_EVIDENCE_KIND, "decision", &error), &error);
    sample_must(dti_evidence_builder_set(builder, DTI_EVIDENCE_TITLE_VI, title, &error), &error);
    sample_must(dti_evidence_builder_add_input(builder, "decisions", &error), &error);
    sample_must(dti_evidence_builder_build(builder, &evidence, &error), &error);
    dti_evidence_builder_free(builder);
    return evidence;
}

static void set_evidence(const dti_evidence *evidence)
{
    dti_error *error = NULL;
    sample_must(dti_changes_set_evidence(changes, evidence, &error), &error);
}

static size_t input_of(const char *id)
{
    return sample_input(dti_dossier_framework(dossier), id);
}

/* ── figures ── */

START_TEST(figures_are_set)
{
    dti_error *error = NULL;
    char text[256];
    sample_must(dti_changes_set_number(changes, "users", 6000, "Đính chính", &error), &error);
    sample_must(dti_changes_set_answer(changes, "plan-issued", "no", NULL, &error), &error);
    sample_must(dti_changes_set_state(changes, "incidents", DTI_STATE_REJECTED, "Sai", &error),
                &error);
    ck_assert_uint_eq(dti_changes_count(changes), 3);
    ck_assert_int_eq(dti_changes_kind(changes, 2), DTI_CHANGE_INPUT);
    ck_assert_str_eq(dti_changes_target(changes, 0), "users");
    ck_assert_uint_eq(dti_changes_format(changes, 0, DTI_LANG_EN, text, sizeof text), strlen(text));
    ck_assert_ptr_nonnull(strstr(text, "[users] becomes 6000 – Đính chính"));
    apply();
    ck_assert_double_eq(dti_dossier_input_number(dossier, input_of("users")), 6000);
    ck_assert_double_eq(dti_dossier_input_number(dossier, input_of("plan-issued")), 0);
    ck_assert_int_eq(dti_dossier_input_state(dossier, input_of("incidents")), DTI_STATE_REJECTED);
    char *written = sample_written(dossier);
    ck_assert_ptr_nonnull(strstr(written, "Đính chính"));
    free(written);
}
END_TEST

START_TEST(wrong_figures_are_refused_at_once)
{
    dti_error *error = NULL;
    sample_refused(dti_changes_set_number(changes, "users", -1, NULL, &error), DTI_E_VALUE, &error);
    sample_refused(dti_changes_set_number(changes, "user", 1, NULL, &error), DTI_E_REFERENCE,
                   &error);
    sample_refused(dti_changes_set_answer(changes, "committee-head", "everybody", NULL, &error),
                   DTI_E_REFERENCE, &error);
    sample_refused(dti_changes_set_state(changes, "users", DTI_STATE_PRESENT, NULL, &error),
                   DTI_E_ARG, &error);
    sample_refused(
        dti_changes_decide(changes, "users", NULL, 1, "A", "2024-02-30T00:00:00Z", "x", &error),
        DTI_E_VALUE, &error);
    sample_refused(dti_changes_set_points(changes, "1.1.1", DTI_TRACK_COMPUTED, "1", &error),
                   DTI_E_ARG, &error);
    sample_refused(dti_changes_set_points(changes, "1.1.1", DTI_TRACK_SELF, "1%", &error),
                   DTI_E_VALUE, &error);
    ck_assert_uint_eq(dti_changes_count(changes), 0);
    sample_must(
        dti_changes_decide(changes, "users", NULL, 1, "A", AT("02-01", "08:00:00"), "x", &error),
        &error);
    refuse("DTI-0958", "nothing to decide");
}
END_TEST

START_TEST(no_changes_no_other_dossier)
{
    dti_dossier *next = NULL;
    dti_error *error = NULL;
    sample_must(dti_changes_apply(changes, dossier, &next, &error), &error);
    ck_assert_ptr_eq(next, dossier);
    dti_dossier_unref(next);
}
END_TEST

/* ── stated points and explanations ── */

START_TEST(points_and_explanations_are_replaced)
{
    static const char *const codes[] = {"1.2", "1.10"};
    dti_error *error = NULL;
    sample_must(dti_changes_set_points(changes, "1.1.1", DTI_TRACK_APPRAISED, "6,5", &error),
                &error);
    sample_must(dti_changes_set_points(changes, "1.1.1", DTI_TRACK_FINAL, "7", &error), &error);
    sample_must(dti_changes_explain(changes, codes, 2, DTI_TRACK_APPRAISED, "Vì", &error), &error);
    apply();
    char *text = sample_written(dossier);
    ck_assert_ptr_nonnull(strstr(text, "\"6,5\""));
    ck_assert_ptr_null(strstr(text, "\"6.39\""));
    ck_assert_ptr_nonnull(strstr(text, "\"7\""));
    ck_assert_ptr_nonnull(strstr(text, "\"Vì\""));
    ck_assert_ptr_null(strstr(text, "Người đứng đầu chưa làm Trưởng ban"));
    free(text);
}
END_TEST

/* ── evidence ── */

START_TEST(evidence_continues_its_history)
{
    dti_evidence *first = record("qd-1", "Quyết định");
    dti_evidence *other = record("qd-0", "Quyết định khác");
    dti_evidence *submitted = NULL;
    dti_error *error = NULL;
    dti_history_step step = step_at(DTI_ACTION_SUBMIT, AT("01-10", "08:00:00"));
    ck_assert_int_eq(dti_dossier_has_evidence(dossier), 0);
    sample_must(dti_evidence_review(first, &step, &submitted, &error), &error);
    set_evidence(first);
    set_evidence(other);
    apply();
    ck_assert_int_eq(dti_dossier_has_evidence(dossier), 1);
    ck_assert_uint_eq(dti_dossier_evidence_count(dossier), 2);
    ck_assert_uint_eq(dti_dossier_evidence_find(dossier, "qd-0"), 0); /* by id */
    ck_assert_uint_eq(dti_dossier_evidence_find(dossier, "qd-1"), 1);
    ck_assert_uint_eq(dti_dossier_evidence_find(dossier, "qd-2"), DTI_NONE);
    set_evidence(submitted);
    apply();
    const dti_evidence *now = dti_dossier_evidence(dossier, 1);
    ck_assert_int_eq(dti_evidence_state(now), DTI_REVIEW_SUBMITTED);
    ck_assert_str_eq(dti_evidence_digest(now), dti_evidence_digest(submitted));
    set_evidence(first); /* the submission would be lost */
    refuse("DTI-0982", "qd-1");
    dti_evidence_unref(first);
    dti_evidence_unref(other);
    dti_evidence_unref(submitted);
}
END_TEST

START_TEST(evidence_of_unknown_inputs_is_refused)
{
    dti_evidence_builder *builder = NULL;
    dti_evidence *evidence = NULL;
    dti_error *error = NULL;
    sample_must(dti_evidence_builder_new("a", NULL, NULL, &builder, &error), &error);
    sample_must(dti_evidence_builder_set(builder, DTI_EVIDENCE_KIND, "decision", &error), &error);
    sample_must(dti_evidence_builder_add_input(builder, "decision", &error), &error);
    sample_must(dti_evidence_builder_build(builder, &evidence, &error), &error);
    set_evidence(evidence);
    refuse("DTI-0429", "decisions");
    dti_evidence_unref(evidence);
    dti_evidence_builder_free(builder);
}
END_TEST

/* ── stages ── */

static void send_it(void)
{
    stage(DTI_ACTION_SELF_SCORE, AT("01-20", "08:00:00"));
    stage(DTI_ACTION_APPROVE, AT("01-21", "08:00:00"));
    stage(DTI_ACTION_SEND, AT("01-22", "08:00:00"));
    apply();
    ck_assert_int_eq(dti_dossier_stage(dossier), DTI_STAGE_SUBMITTED);
    ck_assert_uint_eq(dti_history_count(dti_dossier_stages(dossier)), 3);
}

START_TEST(stages_lock_and_recall_opens)
{
    char *digest = strdup(dti_dossier_digest(dossier));
    send_it();
    ck_assert_str_eq(dti_dossier_digest(dossier), digest); /* which stages are no part of */
    ck_assert_str_eq(dti_history_content(dti_dossier_stages(dossier), 2), digest);
    free(digest);
    set_number("users", 6000);
    refuse("DTI-0977", "recalled");
    stage(DTI_ACTION_RECALL, AT("01-29", "23:59:59"));
    set_number("users", 6000);
    apply();
    ck_assert_int_eq(dti_dossier_stage(dossier), DTI_STAGE_COLLECTING);
    ck_assert_double_eq(dti_dossier_input_number(dossier, input_of("users")), 6000);
}
END_TEST

START_TEST(recall_ends_at_the_deadline)
{
    static const char *const late[] = {AT("01-30", "00:00:00"), "2024-01-29T17:00:00Z",
                                       AT("01-31", "08:00:00")};
    static const char *const early[] = {AT("01-29", "23:59:59"), "2024-01-29T16:59:59Z",
                                        "2024-01-30T00:59:59+08:00"};
    send_it();
    stage(DTI_ACTION_RECALL, late[_i]);
    refuse("DTI-0980", "before 2024-01-30 00:00:00");
    stage(DTI_ACTION_RECALL, early[_i]);
    apply();
    ck_assert_int_eq(dti_dossier_stage(dossier), DTI_STAGE_COLLECTING);
}
END_TEST

/* Only what was sent is bound to the deadline. */
START_TEST(what_was_not_sent_is_recalled_at_any_time)
{
    stage(DTI_ACTION_SELF_SCORE, AT("01-20", "08:00:00"));
    if (_i == 1)
        stage(DTI_ACTION_APPROVE, AT("01-21", "08:00:00"));
    stage(DTI_ACTION_RECALL, AT("02-15", "08:00:00"));
    apply();
    ck_assert_int_eq(dti_dossier_stage(dossier), DTI_STAGE_COLLECTING);
}
END_TEST

START_TEST(an_illegal_stage_names_the_legal_ones)
{
    stage(DTI_ACTION_SEND, AT("01-22", "08:00:00"));
    refuse("DTI-0883", "self-score");
}
END_TEST

/* What the province has claimed stays; a table that repeats it, as the ministry's does, changes
 * nothing. */
START_TEST(what_was_claimed_stays)
{
    const char *code = "1.2";
    dti_error *error = NULL;
    sample_must(dti_changes_set_points(changes, code, DTI_TRACK_SELF, "8", &error), &error);
    sample_must(dti_changes_explain(changes, &code, 1, DTI_TRACK_SELF, "Đã họp", &error), &error);
    apply();
    send_it();
    sample_must(dti_changes_set_points(changes, code, DTI_TRACK_SELF, "8,0", &error), &error);
    sample_must(dti_changes_explain(changes, &code, 1, DTI_TRACK_SELF, "Đã họp", &error), &error);
    sample_must(dti_changes_set_points(changes, code, DTI_TRACK_APPRAISED, "6", &error), &error);
    apply();
    sample_must(dti_changes_set_points(changes, code, DTI_TRACK_SELF, "9", &error), &error);
    refuse("DTI-0977", code);
    sample_must(dti_changes_explain(changes, &code, 1, DTI_TRACK_SELF, "Họp lại", &error), &error);
    refuse("DTI-0977", code);
}
END_TEST

/* ── replies ── */

START_TEST(a_reply_brings_new_evidence)
{
    dti_evidence *evidence = record("qd-9", "Quyết định bổ sung");
    send_it();
    stage(DTI_ACTION_APPRAISE, AT("03-01", "08:00:00"));
    apply();
    set_evidence(evidence); /* without a reply it stays out */
    refuse("DTI-0979", "supply");
    reply(DTI_ACTION_DISAGREE, AT("03-05", "08:00:00"), "Đã có quyết định", NULL, NULL);
    set_evidence(evidence);
    reply(DTI_ACTION_SUPPLY, AT("03-05", "09:00:00"), NULL, NULL, "qd-9");
    apply();
    ck_assert_uint_eq(dti_dossier_evidence_find(dossier, "qd-9"), 0);
    reply(DTI_ACTION_CHANGE, AT("04-01", "08:00:00"), "Chấp nhận giải trình", "12,5", NULL);
    stage(DTI_ACTION_FINALISE, AT("04-02", "08:00:00"));
    apply();
    const size_t node = dti_framework_find(dti_dossier_framework(dossier), NULL, "1.2");
    const dti_history *history = dti_dossier_reply(dossier, node);
    ck_assert_uint_eq(dti_history_count(history), 3);
    ck_assert_int_eq(dti_history_action(history, 2), DTI_ACTION_CHANGE);
    ck_assert_ptr_null(dti_dossier_reply(dossier, node + 1));
    dti_error *error = NULL;
    sample_must(dti_changes_set_points(changes, "1.2", DTI_TRACK_FINAL, "12,5", &error), &error);
    refuse("DTI-0978", "final");
    dti_evidence_unref(evidence);
}
END_TEST

/* What is supplied is new, and comes once the appraisal is there: the reply is no way around the
 * lock. */
START_TEST(a_reply_opens_nothing_else)
{
    dti_evidence *old = record("qd-9", "Quyết định");
    dti_evidence *edited = record("qd-9", "Quyết định khác");
    dti_evidence *another = record("qd-10", "Quyết định bổ sung");
    set_evidence(old);
    apply();
    send_it();
    if (_i == 1) {
        stage(DTI_ACTION_APPRAISE, AT("03-01", "08:00:00"));
        apply();
    }
    const bool is_sent = _i == 0;
    reply(DTI_ACTION_DISAGREE, AT("03-05", "08:00:00"), "Đã có quyết định", NULL, NULL);
    set_evidence(is_sent ? another : edited);
    reply(DTI_ACTION_SUPPLY, AT("03-05", "09:00:00"), NULL, NULL, is_sent ? "qd-10" : "qd-9");
    refuse(is_sent ? "DTI-0977" : "DTI-0979", is_sent ? "qd-10" : "qd-9");
    dti_evidence_unref(old);
    dti_evidence_unref(edited);
    dti_evidence_unref(another);
}
END_TEST

START_TEST(nothing_is_replied_to_before_it_is_appraised)
{
    dti_dossier_builder *builder = NULL;
    dti_dossier *bare = NULL;
    dti_dossier *replied = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_builder_new(dti_dossier_framework(dossier), "gso:49", 2022, NULL,
                                        &builder, &error),
                &error);
    sample_must(dti_dossier_builder_build(builder, &bare, &error), &error);
    reply(DTI_ACTION_AGREE, AT("03-05", "08:00:00"), NULL, NULL, NULL);
    ck_assert_int_eq(dti_changes_apply(changes, bare, &replied, &error), DTI_E_VALUE);
    ck_assert_str_eq(dti_error_id(error), "DTI-1080");
    ck_assert_ptr_null(replied);
    dti_error_free(error);
    dti_dossier_unref(bare);
    dti_dossier_builder_free(builder);
}
END_TEST

START_TEST(supplied_evidence_must_be_there)
{
    reply(DTI_ACTION_DISAGREE, AT("03-05", "08:00:00"), "Đã có quyết định", NULL, NULL);
    reply(DTI_ACTION_SUPPLY, AT("03-05", "09:00:00"), NULL, NULL, "qd-9");
    refuse("DTI-0400", "qd-9");
}
END_TEST

/* All of it, written and read: the same document. */
START_TEST(what_is_written_is_read_again)
{
    dti_evidence *evidence = record("qd-9", "Quyết định bổ sung");
    dti_dossier *again = NULL;
    dti_error *error = NULL;
    set_evidence(evidence);
    reply(DTI_ACTION_DISAGREE, AT("01-05", "08:00:00"), "Đã có quyết định", NULL, NULL);
    send_it();
    char *text = sample_written(dossier);
    sample_must(
        dti_dossier_parse(text, strlen(text), dti_dossier_framework(dossier), NULL, &again, &error),
        &error);
    char *twice = sample_written(again);
    ck_assert_str_eq(twice, text);
    ck_assert_str_eq(dti_dossier_digest(again), dti_dossier_digest(dossier));
    ck_assert_int_eq(dti_dossier_stage(again), DTI_STAGE_SUBMITTED);
    free(twice);
    /* One letter of the reply's reason is another. */
    char *letter = strstr(text, "Đã có quyết định");
    letter[strlen("Đã ")] = 'k';
    ck_assert_int_eq(
        dti_dossier_parse(text, strlen(text), dti_dossier_framework(dossier), NULL, &again, &error),
        DTI_E_VALUE);
    dti_error_free(error);
    free(text);
    dti_dossier_unref(again);
    dti_evidence_unref(evidence);
}
END_TEST

/* ── memory ── */

static dti_status fill(dti_changes *list, const dti_evidence *evidence, dti_error **error)
{
    const dti_history_step self = step_at(DTI_ACTION_SELF_SCORE, AT("01-20", "08:00:00"));
    dti_history_step disagree = step_at(DTI_ACTION_DISAGREE, AT("01-05", "08:00:00"));
    static const char *const codes[] = {"1.2"};
    disagree.reason_vi = "Sai";
    dti_status status = dti_changes_set_number(list, "users", 6000, "Đúng", error);
    if (status == DTI_OK)
        status = dti_changes_set_evidence(list, evidence, error);
    if (status == DTI_OK)
        status = dti_changes_set_points(list, "1.2", DTI_TRACK_FINAL, "3", error);
    if (status == DTI_OK)
        status = dti_changes_explain(list, codes, 1, DTI_TRACK_FINAL, "Vì", error);
    if (status == DTI_OK)
        status = dti_changes_reply(list, "1.2", &disagree, NULL, error);
    return status == DTI_OK ? dti_changes_stage(list, &self, DEADLINE, error) : status;
}

struct shortage {
    char *text;
    dti_framework *framework;
    dti_evidence *evidence;
};

/* The dossier brings the allocator: what is made of it uses the same. */
static dti_status work(const dti_allocator *allocator, void *context)
{
    const struct shortage *with = context;
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_dossier *from = NULL;
    dti_dossier *to = NULL;
    dti_changes *list = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    dti_status status =
        dti_dossier_parse(with->text, strlen(with->text), with->framework, &options, &from, &error);
    if (status == DTI_OK)
        status = dti_changes_new(with->framework, allocator, &list, &error);
    if (status == DTI_OK)
        status = fill(list, with->evidence, &error);
    if (status == DTI_OK)
        status = dti_changes_apply(list, from, &to, &error);
    ck_assert_int_eq(status == DTI_OK, to != NULL);
    ck_assert_int_eq(status == DTI_OK, error == NULL);
    dti_error_free(error);
    dti_dossier_unref(to);
    dti_changes_free(list);
    dti_dossier_unref(from);
    return status;
}

START_TEST(memory_may_run_out)
{
    struct shortage with = {sample_written(dossier),
                            dti_framework_ref(dti_dossier_framework(dossier)),
                            record("qd-9", "Quyết định")};
    test_nomem_spread(work, &with, 300);
    dti_evidence_unref(with.evidence);
    dti_framework_unref(with.framework);
    free(with.text);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("changes");
    TCase *tc = tcase_create("changes");
    tcase_set_timeout(tc, 120);
    tcase_add_checked_fixture(tc, setup, teardown);
    tcase_add_test(tc, figures_are_set);
    tcase_add_test(tc, wrong_figures_are_refused_at_once);
    tcase_add_test(tc, no_changes_no_other_dossier);
    tcase_add_test(tc, points_and_explanations_are_replaced);
    tcase_add_test(tc, evidence_continues_its_history);
    tcase_add_test(tc, evidence_of_unknown_inputs_is_refused);
    tcase_add_test(tc, stages_lock_and_recall_opens);
    tcase_add_loop_test(tc, recall_ends_at_the_deadline, 0, 3);
    tcase_add_loop_test(tc, what_was_not_sent_is_recalled_at_any_time, 0, 2);
    tcase_add_loop_test(tc, a_reply_opens_nothing_else, 0, 2);
    tcase_add_test(tc, an_illegal_stage_names_the_legal_ones);
    tcase_add_test(tc, what_was_claimed_stays);
    tcase_add_test(tc, a_reply_brings_new_evidence);
    tcase_add_test(tc, nothing_is_replied_to_before_it_is_appraised);
    tcase_add_test(tc, supplied_evidence_must_be_there);
    tcase_add_test(tc, what_is_written_is_read_again);
    tcase_add_test(tc, memory_may_run_out);
    suite_add_tcase(suite, tc);
    return suite;
}
