/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Which action is legal in which state, for all three processes, as docs/formats.md says. */
#include "support.h"

#include "model/history.h"

#include <dti/dossier.h>
#include <dti/evidence.h>
#include <stdio.h>
#include <string.h>

/* One line for each state: the legal actions and where each leads; everything else is illegal. */
static const struct {
    int process;
    int state;
    const char *legal;
} states[] = {
    {DTI__PROCESS_REVIEW, DTI_REVIEW_DRAFT, "submit>submitted"},
    {DTI__PROCESS_REVIEW, DTI_REVIEW_SUBMITTED, "recall>draft accept>accepted reject>rejected"},
    {DTI__PROCESS_REVIEW, DTI_REVIEW_ACCEPTED, "reject>rejected"},
    {DTI__PROCESS_REVIEW, DTI_REVIEW_REJECTED, "resubmit>submitted"},
    {DTI__PROCESS_REPLY, DTI__REPLY_OPEN, "agree>agreed disagree>contested"},
    {DTI__PROCESS_REPLY, DTI__REPLY_AGREED, "disagree>contested"},
    {DTI__PROCESS_REPLY, DTI__REPLY_CONTESTED,
     "agree>agreed supply>contested uphold>decided change>decided"},
    {DTI__PROCESS_REPLY, DTI__REPLY_DECIDED, ""},
    {DTI__PROCESS_STAGES, DTI_STAGE_COLLECTING, "self-score>self-scored"},
    {DTI__PROCESS_STAGES, DTI_STAGE_SELF_SCORED, "recall>collecting approve>approved"},
    {DTI__PROCESS_STAGES, DTI_STAGE_APPROVED, "recall>collecting send>submitted"},
    {DTI__PROCESS_STAGES, DTI_STAGE_SUBMITTED, "recall>collecting appraise>appraised"},
    {DTI__PROCESS_STAGES, DTI_STAGE_APPRAISED, "finalise>final"},
    {DTI__PROCESS_STAGES, DTI_STAGE_FINAL, ""},
};

START_TEST(states_have_their_actions)
{
    const int process = states[_i].process;
    const int state = states[_i].state;
    char found[256] = "";
    for (int action = DTI_ACTION_SUBMIT; action <= DTI_ACTION_FINALISE; action++) {
        const int next = dti__history_next(process, state, action);
        if (next >= 0) {
            const size_t length = strlen(found);
            snprintf(found + length, sizeof found - length, "%s%s>%s", length > 0 ? " " : "",
                     dti_action_id((dti_action)action),
                     dti__message_text(dti__process_state_term(process, next), DTI_LANG_EN));
        }
    }
    ck_assert_str_eq(found, states[_i].legal);
}
END_TEST

START_TEST(unknown_actions_are_illegal)
{
    ck_assert_int_eq(dti__history_next(DTI__PROCESS_REVIEW, 0, -1), -1);
    ck_assert_int_eq(dti__history_next(DTI__PROCESS_REVIEW, 0, 15), -1);
    ck_assert_int_eq(dti__history_next(DTI__PROCESS_REVIEW, 17, DTI_ACTION_SUBMIT), -1);
    ck_assert_str_eq(dti_action_id((dti_action)-1), "");
    ck_assert_str_eq(dti_action_id((dti_action)15), "");
    ck_assert_str_eq(dti_action_name((dti_action)15, DTI_LANG_VI), "");
}
END_TEST

/* Every word of a process is an action with that id, and all actions have words. */
START_TEST(words_and_actions_go_together)
{
    bool has_word[DTI_ACTION_FINALISE + 1] = {false};
    for (int process = DTI__PROCESS_REVIEW; process <= DTI__PROCESS_STAGES; process++) {
        const char *const *words = dti__process_words(process);
        for (int i = 0; words[i] != NULL; i++) {
            const int action = dti__process_action(process, i);
            ck_assert_str_eq(dti_action_id((dti_action)action), words[i]);
            has_word[action] = true;
        }
    }
    for (int action = 0; action <= DTI_ACTION_FINALISE; action++) {
        ck_assert(has_word[action]);
    }
    ck_assert_str_eq(dti_action_name(DTI_ACTION_ACCEPT, DTI_LANG_VI), "chấp nhận");
    ck_assert_str_eq(dti_action_name(DTI_ACTION_FINALISE, DTI_LANG_EN), "finalise");
}
END_TEST

START_TEST(some_actions_need_a_reason)
{
    static const char expected[] = "reject disagree uphold change ";
    char found[256] = "";
    for (int action = 0; action <= DTI_ACTION_FINALISE; action++) {
        if (dti__action_needs_reason(action)) {
            const size_t length = strlen(found);
            snprintf(found + length, sizeof found - length, "%s ",
                     dti_action_id((dti_action)action));
        }
    }
    ck_assert_str_eq(found, expected);
}
END_TEST

/* What is refused says where things stand and what is possible, in words that are not cut. */
static const struct {
    int process;
    int state;
    int action;
    const char *vi;
    const char *en;
} refusals[] = {
    {DTI__PROCESS_REVIEW, DTI_REVIEW_SUBMITTED, DTI_ACTION_RESUBMIT,
     "Không thể «nộp lại» ở trạng thái «đã nộp»; lúc này được phép: rút lại, chấp nhận, từ chối",
     "\"resubmit\" is not possible in the state \"submitted\"; possible now: recall, accept, "
     "reject"},
    {DTI__PROCESS_REPLY, DTI__REPLY_CONTESTED, DTI_ACTION_DISAGREE,
     "Không thể «không đồng ý» ở trạng thái «đang giải trình»; lúc này được phép: bổ sung tài "
     "liệu, "
     "đồng ý, giữ nguyên điểm, thay đổi điểm",
     "\"disagree\" is not possible in the state \"contested\"; possible now: supply evidence, "
     "agree, uphold, change"},
    {DTI__PROCESS_STAGES, DTI_STAGE_FINAL, DTI_ACTION_RECALL,
     "Không thể «rút lại» ở trạng thái «chính thức»; lúc này được phép: không còn bước nào",
     "\"recall\" is not possible in the state \"final\"; possible now: none"},
};

START_TEST(refusals_name_what_is_legal)
{
    const dti_history history = {.process = refusals[_i].process};
    const struct dti__history_step step = {
        .action = refusals[_i].action, .reason = {"vì", NULL}, .content = "a"};
    dti_report *report = dti__report_new(NULL);
    char text[512];
    ck_assert(
        !dti__history_admits(&history, 0, refusals[_i].state, &step, report, "/stages/history/3"));
    ck_assert_uint_eq(dti_report_count(report), 1);
    ck_assert_str_eq(dti_report_pointer(report, 0), "/stages/history/3/action");
    dti_report_format(report, 0, DTI_LANG_VI, text, sizeof text);
    ck_assert_str_eq(text, refusals[_i].vi);
    dti_report_format(report, 0, DTI_LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, refusals[_i].en);
    dti_report_unref(report);
}
END_TEST

START_TEST(getters_have_neutral_values)
{
    struct dti__history_step step = {.action = DTI_ACTION_ACCEPT,
                                     .at = "x",
                                     .time = 9,
                                     .by = "b",
                                     .content = "c",
                                     .digest = "d"};
    const dti_history one = {DTI__PROCESS_REVIEW, &step, 1};
    const dti_history *const histories[] = {NULL, &one};
    ck_assert_int_eq(dti_history_action(&one, 0), DTI_ACTION_ACCEPT);
    ck_assert_str_eq(dti_history_agency(&one, 0), "");
    ck_assert_str_eq(dti_history_reason(&one, 0, DTI_LANG_VI), "");
    ck_assert_str_eq(dti_history_name(&one, 0, 0), "");
    for (size_t i = 0; i < 2; i++) {
        ck_assert_uint_eq(dti_history_count(histories[i]), i);
        ck_assert_int_eq(dti_history_action(histories[i], 1), DTI_ACTION_SUBMIT);
        ck_assert_str_eq(dti_history_at(histories[i], 1), "");
        ck_assert_int_eq(dti_history_time(histories[i], 1), 0);
        ck_assert_str_eq(dti_history_by(histories[i], 1), "");
        ck_assert_str_eq(dti_history_agency(histories[i], 1), "");
        ck_assert_str_eq(dti_history_reason(histories[i], 1, DTI_LANG_EN), "");
        ck_assert_str_eq(dti_history_content(histories[i], 1), "");
        ck_assert_str_eq(dti_history_digest(histories[i], 1), "");
        ck_assert_uint_eq(dti_history_name_count(histories[i], 1), 0);
        ck_assert_str_eq(dti_history_name(histories[i], 1, 0), "");
    }
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("history");
    TCase *tests = tcase_create("history");
    tcase_add_loop_test(tests, states_have_their_actions, 0, sizeof states / sizeof states[0]);
    tcase_add_test(tests, unknown_actions_are_illegal);
    tcase_add_test(tests, words_and_actions_go_together);
    tcase_add_test(tests, some_actions_need_a_reason);
    tcase_add_loop_test(tests, refusals_name_what_is_legal, 0,
                        sizeof refusals / sizeof refusals[0]);
    tcase_add_test(tests, getters_have_neutral_values);
    suite_add_tcase(suite, tests);
    return suite;
}
