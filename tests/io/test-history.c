/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Histories of replies and stages: continued, written, read again; and records that stand in a
 * list. */
#include "support.h"

#include "io/evidence-read.h"
#include "json/tree.h"

#include <dti/dossier.h>
#include <string.h>

#define CONTENT "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static const char *const records[] = {"nq-36-2021", "qd-1-2022"};

struct step {
    dti_history_step step;
    const char *points;
};

/* One history being made; the arena keeps all of it. */
struct chain {
    struct dti__arena arena;
    dti_history history;
};

static void open_chain(struct chain *chain, int process)
{
    dti__arena_init(&chain->arena, &dti__malloc_allocator);
    chain->history = (dti_history){.process = process};
}

static dti_history_step step_of(dti_action action, const char *reason, size_t names)
{
    dti_history_step step = DTI_HISTORY_STEP_INIT;
    step.action = action;
    step.at = "2024-05-01T09:00:00+07:00";
    step.by = "Lê Văn C";
    step.reason_vi = reason;
    step.names = names > 0 ? records : NULL;
    step.name_count = names;
    return step;
}

static dti_status append(struct chain *chain, const dti_history_step *step, const char *points,
                         dti_error **error)
{
    return dti__history_append(&chain->history, &chain->arena, step, CONTENT, points,
                               &chain->history, error);
}

static void must_append(struct chain *chain, dti_action action, const char *reason, size_t names,
                        const char *points)
{
    const dti_history_step step = step_of(action, reason, names);
    dti_error *error = NULL;
    char text[512] = "";
    const dti_status status = append(chain, &step, points, &error);
    dti_error_format(error, DTI_LANG_EN, text, sizeof text);
    ck_assert_msg(status == DTI_OK, "%s: %s", dti_action_id(action), text);
}

/* What is written and read again has the same last digest, which speaks for all. */
static void check_round(struct chain *chain)
{
    struct dti__writer writer = {false};
    struct dti__path place = {NULL, "stages", 0};
    dti_history read;
    cJSON *tree = cJSON_CreateObject();
    dti_report *report = dti__report_new(NULL);
    struct dti__reader reader = {&chain->arena, report, false};
    dti__write_history(&writer, tree, &chain->history);
    ck_assert(!writer.out_of_memory);
    const cJSON *head = dti__member(tree, "head");
    ck_assert(dti__read_history(&reader, dti__member(tree, "history"),
                                head != NULL ? head->valuestring : NULL, &place,
                                chain->history.process, &read));
    ck_assert_uint_eq(read.count, chain->history.count);
    ck_assert_int_eq(dti__history_state(&read, read.count),
                     dti__history_state(&chain->history, read.count));
    ck_assert(dti__history_extends(&read, &chain->history));
    dti_report_unref(report);
    dti__json_free(tree);
}

START_TEST(replies_are_kept)
{
    struct chain chain;
    open_chain(&chain, DTI__PROCESS_REPLY);
    check_round(&chain); /* nothing is written, nothing is read */
    must_append(&chain, DTI_ACTION_AGREE, NULL, 0, NULL);
    must_append(&chain, DTI_ACTION_DISAGREE, "Đã có tỷ lệ chi", 0, NULL);
    must_append(&chain, DTI_ACTION_SUPPLY, NULL, 2, NULL);
    check_round(&chain);
    must_append(&chain, DTI_ACTION_CHANGE, "Tài liệu bổ sung đạt yêu cầu", 0, "7,5");
    ck_assert_int_eq(dti__history_state(&chain.history, 4), DTI__REPLY_DECIDED);
    ck_assert_str_eq(chain.history.steps[3].points, "7,5");
    ck_assert_str_eq(dti_history_name(&chain.history, 2, 1), "qd-1-2022");
    ck_assert_str_eq(chain.history.steps[3].previous, dti_history_digest(&chain.history, 2));
    check_round(&chain);
    dti__arena_release(&chain.arena);
}
END_TEST

START_TEST(stages_are_kept)
{
    static const dti_action actions[] = {
        DTI_ACTION_SELF_SCORE, DTI_ACTION_RECALL,   DTI_ACTION_SELF_SCORE, DTI_ACTION_APPROVE,
        DTI_ACTION_SEND,       DTI_ACTION_APPRAISE, DTI_ACTION_FINALISE};
    struct chain chain;
    open_chain(&chain, DTI__PROCESS_STAGES);
    for (size_t i = 0; i < sizeof actions / sizeof actions[0]; i++) {
        must_append(&chain, actions[i], NULL, 0, NULL);
    }
    ck_assert_int_eq(dti__history_state(&chain.history, chain.history.count), DTI_STAGE_FINAL);
    check_round(&chain);
    dti__arena_release(&chain.arena);
}
END_TEST

/* Steps that a contested reply refuses. */
static const struct {
    dti_action action;
    const char *reason;
    size_t names;
    const char *points;
    dti_status status;
    const char *pointer;
} bad_replies[] = {
    {DTI_ACTION_SUPPLY, NULL, 0, NULL, DTI_E_SCHEMA, ""},
    {DTI_ACTION_UPHOLD, NULL, 0, NULL, DTI_E_VALUE, ""},
    {DTI_ACTION_UPHOLD, "vì", 0, "7,5", DTI_E_SCHEMA, "/points"},
    {DTI_ACTION_UPHOLD, "vì", 1, NULL, DTI_E_SCHEMA, "/names"},
    {DTI_ACTION_CHANGE, "vì", 0, NULL, DTI_E_SCHEMA, ""},
    {DTI_ACTION_CHANGE, "vì", 0, "bảy", DTI_E_VALUE, "/points"},
    {DTI_ACTION_DISAGREE, "vì", 0, NULL, DTI_E_VALUE, ""},
    {DTI_ACTION_SEND, NULL, 0, NULL, DTI_E_VALUE, "/action"},
};

START_TEST(wrong_replies_are_refused)
{
    const dti_history_step step =
        step_of(bad_replies[_i].action, bad_replies[_i].reason, bad_replies[_i].names);
    struct chain chain;
    dti_error *error = NULL;
    open_chain(&chain, DTI__PROCESS_REPLY);
    must_append(&chain, DTI_ACTION_DISAGREE, "Đã có tỷ lệ chi", 0, NULL);
    ck_assert_int_eq(append(&chain, &step, bad_replies[_i].points, &error), bad_replies[_i].status);
    ck_assert_str_eq(dti_error_pointer(error), bad_replies[_i].pointer);
    ck_assert_uint_eq(chain.history.count, 1);
    dti_error_free(error);
    dti__arena_release(&chain.arena);
}
END_TEST

START_TEST(histories_have_an_end)
{
    struct chain chain;
    const dti_history_step step = step_of(DTI_ACTION_SUPPLY, NULL, 1);
    dti_error *error = NULL;
    open_chain(&chain, DTI__PROCESS_REPLY);
    must_append(&chain, DTI_ACTION_DISAGREE, "vì", 0, NULL);
    while (chain.history.count < DTI__MOST_STEPS) {
        ck_assert_int_eq(append(&chain, &step, NULL, &error), DTI_OK);
    }
    check_round(&chain);
    ck_assert_int_eq(append(&chain, &step, NULL, &error), DTI_E_LIMIT);
    dti_error_free(error);
    dti__arena_release(&chain.arena);
}
END_TEST

/* ── records in a list ── */

static cJSON *tree_of(const char *text)
{
    static const struct dti__json_limits limits = {4096, 8, 1000, 1000};
    dti_report *report = dti__report_new(NULL);
    cJSON *tree = NULL;
    ck_assert_int_eq(dti__json_parse(text, strlen(text), &limits, report, &tree), DTI_OK);
    dti_report_unref(report);
    return tree;
}

/* Places are those in the document around; "format" is the document's own. */
static const struct {
    const char *text;
    const char *pointer; /* NULL: sound */
} embedded[] = {
    {"{\"id\":\"a\",\"kind\":\"b\",\"pages\":\"1\"}", NULL},
    {"{\"format\":\"dti-evidence/1\",\"id\":\"a\",\"kind\":\"b\"}", "/evidence/3/format"},
    {"{\"id\":\"a\",\"kind\":\"b\",\"signer\":{\"role\":\"head\",\"mark\":\"KT. A\"}}",
     "/evidence/3/signer/role"},
    {"{\"id\":\"a\",\"kind\":\"b\",\"head\":\"x\"}", "/evidence/3/head"},
    {"{\"id\":\"a\",\"kind\":\"b\",\"earlier\":[{\"id\":\"a\",\"kind\":\"c\"}]}",
     "/evidence/3/earlier/0"},
    {"[]", "/evidence/3"},
};

START_TEST(records_can_stand_in_a_list)
{
    const struct dti__path list = {NULL, "evidence", 0};
    const struct dti__path place = {&list, NULL, 3};
    cJSON *tree = tree_of(embedded[_i].text);
    dti_report *report = dti__report_new(NULL);
    dti_evidence *evidence = dti__evidence_read(tree, &place, &dti__malloc_allocator, report, true);
    ck_assert_ptr_nonnull(evidence);
    if (embedded[_i].pointer != NULL) {
        ck_assert_uint_eq(dti_report_count(report), 1);
        ck_assert_str_eq(dti_report_pointer(report, 0), embedded[_i].pointer);
    } else {
        struct dti__writer writer = {false};
        cJSON *array = cJSON_CreateArray();
        ck_assert_uint_eq(dti_report_count(report), 0);
        dti__write_evidence(&writer, array, evidence);
        ck_assert(!writer.out_of_memory);
        ck_assert(cJSON_Compare(array->child, tree, true));
        dti__json_free(array);
    }
    dti_evidence_unref(evidence);
    dti_report_unref(report);
    dti__json_free(tree);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("history");
    TCase *tests = tcase_create("history");
    tcase_add_test(tests, replies_are_kept);
    tcase_add_test(tests, stages_are_kept);
    tcase_add_loop_test(tests, wrong_replies_are_refused, 0,
                        sizeof bad_replies / sizeof bad_replies[0]);
    tcase_add_test(tests, histories_have_an_end);
    tcase_add_loop_test(tests, records_can_stand_in_a_list, 0,
                        sizeof embedded / sizeof embedded[0]);
    suite_add_tcase(suite, tests);
    return suite;
}
