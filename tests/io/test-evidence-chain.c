/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What was approved can be proved: every state of a review stays readable as it was, and whatever
 * is cut from its history or changed in it is found. */
#include "evidence.h"
#include "random.h"

#include <cjson/cJSON.h>

#define SEQUENCES  150
#define MOST_STEPS 12

/* ── every state stays as it was ── */

struct review {
    dti_evidence *now;
    dti_evidence *after[MOST_STEPS + 1]; /* the record as it was right after so many steps */
    size_t steps;
    int64_t minute; /* of the last step */
};

/* What may come next, told independently of the library's table. */
static dti_action random_action(uint64_t *seed, dti_review_state state)
{
    static const dti_action open[] = {DTI_ACTION_RECALL, DTI_ACTION_ACCEPT, DTI_ACTION_REJECT};
    switch (state) {
    case DTI_REVIEW_DRAFT:
        return DTI_ACTION_SUBMIT;
    case DTI_REVIEW_SUBMITTED:
        return open[random_below(seed, 3)];
    case DTI_REVIEW_ACCEPTED:
        return DTI_ACTION_REJECT;
    default:
        return DTI_ACTION_RESUBMIT;
    }
}

/* Few contents, so that they come back now and then. */
static void random_edit(struct review *review, uint64_t *seed)
{
    static const char *const pages[] = {"1", "2-3", NULL};
    const dti_review_state state = dti_evidence_state(review->now);
    if ((state == DTI_REVIEW_DRAFT || state == DTI_REVIEW_REJECTED) && random_below(seed, 2) == 0) {
        dti_evidence *edited =
            evidence_with(review->now, DTI_EVIDENCE_PAGES, pages[random_below(seed, 3)]);
        dti_evidence_unref(review->now);
        review->now = edited;
    }
}

static void random_step(struct review *review, uint64_t *seed)
{
    static const char *const people[] = {"Trần Thị B", "Lê Văn C", "Nguyễn Văn A"};
    static const char *const conditions[] = {"states-ratio", "signed-in-time"};
    char at[32];
    review->minute += random_below(seed, 3); /* two steps can have one time */
    snprintf(at, sizeof at, "2024-01-12T%02d:%02d:00+07:00", (int)(review->minute / 60),
             (int)(review->minute % 60));
    dti_history_step step = evidence_step(random_action(seed, dti_evidence_state(review->now)), at);
    step.by = people[random_below(seed, 3)];
    step.agency = random_below(seed, 2) == 0 ? "so-noi-vu" : NULL;
    step.reason_en = step.reason_vi != NULL && random_below(seed, 2) == 0 ? "Not signed" : NULL;
    if (step.action == DTI_ACTION_ACCEPT) {
        step.names = conditions;
        step.name_count = random_below(seed, 3);
    }
    dti_evidence *next = evidence_after(review->now, &step);
    dti_evidence_unref(review->now);
    review->now = next;
    review->steps++;
    review->after[review->steps] = dti_evidence_ref(next);
}

static void check_state(const dti_evidence *evidence, const dti_evidence *was)
{
    ck_assert_str_eq(dti_evidence_digest(evidence), dti_evidence_digest(was));
    ck_assert_str_eq(dti_evidence_content_digest(evidence), dti_evidence_content_digest(was));
    ck_assert_str_eq(dti_evidence_text(evidence, DTI_EVIDENCE_PAGES),
                     dti_evidence_text(was, DTI_EVIDENCE_PAGES));
    ck_assert_int_eq(dti_evidence_state(evidence), dti_evidence_state(was));
}

static void check_review(const struct review *review)
{
    for (size_t i = 0; i < review->steps; i++) {
        dti_evidence *then = NULL;
        dti_error *error = NULL;
        sample_must(dti_evidence_at(review->now, i, &then, &error), &error);
        check_state(then, review->after[i]);
        ck_assert_uint_eq(dti_history_count(dti_evidence_history(then)), i);
        ck_assert_int_eq(dti_evidence_extends(review->now, review->after[i]), 1);
        ck_assert_int_eq(dti_evidence_extends(review->after[i], review->now), 0);
        dti_evidence_unref(then);
    }
    char *text = evidence_text(review->now);
    dti_evidence *read = evidence_of(text);
    check_state(read, review->now);
    ck_assert_int_eq(dti_evidence_extends(read, review->now), 1);
    dti_evidence_unref(read);
    free(text);
}

START_TEST(earlier_states_stay)
{
    uint64_t seed = (uint64_t)_i * 7919 + 1;
    struct review review = {.now = evidence_with(NULL, DTI_EVIDENCE_PAGES, "1")};
    const size_t steps = 1 + random_below(&seed, MOST_STEPS);
    random_edit(&review, &seed);
    review.after[0] = dti_evidence_ref(review.now);
    while (review.steps < steps) {
        random_step(&review, &seed);
        random_edit(&review, &seed);
    }
    check_review(&review);
    for (size_t i = 0; i <= review.steps; i++) {
        dti_evidence_unref(review.after[i]);
    }
    dti_evidence_unref(review.now);
}
END_TEST

/* ── what is changed or cut is found ── */

/* Submitted, rejected, changed, resubmitted, accepted: four steps, two contents. */
static dti_evidence *make_long(void)
{
    static const char *const conditions[] = {"states-ratio"};
    dti_evidence *evidence = evidence_with(NULL, DTI_EVIDENCE_PAGES, "1");
    dti_history_step reject = evidence_step(DTI_ACTION_REJECT, "2024-01-13T09:00:00+07:00");
    dti_history_step accept = evidence_step(DTI_ACTION_ACCEPT, "2024-01-15T09:00:00Z");
    reject.reason_en = "Not signed";
    reject.agency = "so-ttt";
    accept.names = conditions;
    accept.name_count = 1;
    evidence = evidence_go(evidence, DTI_ACTION_SUBMIT, "2024-01-12T09:00:00+07:00");
    dti_evidence *rejected = evidence_after(evidence, &reject);
    dti_evidence *edited = evidence_with(rejected, DTI_EVIDENCE_PAGES, "1-2");
    edited = evidence_go(edited, DTI_ACTION_RESUBMIT, "2024-01-14T09:00:00+07:00");
    dti_evidence *accepted = evidence_after(edited, &accept);
    dti_evidence_unref(evidence);
    dti_evidence_unref(rejected);
    dti_evidence_unref(edited);
    return accepted;
}

static dti_status parse(const char *text, dti_error **error)
{
    dti_evidence *evidence = NULL;
    const dti_status status = dti_evidence_parse(text, strlen(text), NULL, &evidence, error);
    ck_assert_int_eq(evidence != NULL, status == DTI_OK);
    dti_evidence_unref(evidence);
    return status;
}

/* Another character of its class, so that the text stays JSON. */
static char other(char c)
{
    if ((c >= 'a' && c < 'z') || (c >= 'A' && c < 'Z') || (c >= '0' && c < '9')) {
        return (char)(c + 1);
    }
    if (c == 'z' || c == 'Z' || c == '9') {
        return (char)(c - 1);
    }
    if ((unsigned char)c >= 0x80) {
        return (char)(c ^ 1); /* another letter, or no UTF-8 any more */
    }
    return c == '_' ? '-' : '_';
}

/* Flips every byte inside the strings of text[from..to); returns how many there were. */
static size_t try_every_byte(char *text, size_t from, size_t to)
{
    bool is_inside = false;
    size_t tried = 0;
    for (size_t i = from; i < to; i++) {
        const char was = text[i];
        if (was == '"') {
            is_inside = !is_inside;
        } else if (is_inside) {
            text[i] = other(was);
            ck_assert_msg(parse(text, NULL) != DTI_OK, "byte %zu, '%c' instead of '%c': %.60s", i,
                          text[i], was, text + i);
            text[i] = was;
            tried++;
        }
    }
    return tried;
}

START_TEST(no_byte_of_a_history_can_change)
{
    dti_evidence *evidence = make_long();
    char *text = evidence_text(evidence);
    const char *history = strstr(text, "\"history\"");
    const char *earlier = strstr(text, "\"earlier\"");
    ck_assert_ptr_nonnull(history);
    ck_assert_ptr_nonnull(earlier);
    ck_assert_int_eq(parse(text, NULL), DTI_OK);
    /* Four steps with two or three digests each, and their words. */
    ck_assert_uint_gt(try_every_byte(text, (size_t)(history - text), (size_t)(earlier - text)),
                      4 * 2 * 71);
    ck_assert_int_eq(parse(text, NULL), DTI_OK);
    free(text);
    dti_evidence_unref(evidence);
}
END_TEST

/* The same for the contents, of which the accepted one and the rejected one are kept. */
START_TEST(no_byte_of_a_reviewed_content_can_change)
{
    dti_evidence *evidence = make_long();
    char *text = evidence_text(evidence);
    const char *content = strstr(text, "\"id\"");
    const char *history = strstr(text, "\"history\"");
    const char *earlier = strstr(text, "\"earlier\"");
    ck_assert_uint_gt(try_every_byte(text, (size_t)(content - text), (size_t)(history - text)), 20);
    ck_assert_uint_gt(try_every_byte(text, (size_t)(earlier - text), strlen(text)), 20);
    free(text);
    dti_evidence_unref(evidence);
}
END_TEST

/* The document with some steps taken out; the head is kept. */
static char *without_steps(const dti_evidence *evidence, int first, int count)
{
    char *text = evidence_text(evidence);
    cJSON *tree = cJSON_Parse(text);
    cJSON *history = cJSON_GetObjectItemCaseSensitive(tree, "history");
    ck_assert_int_eq(cJSON_GetArraySize(history), 4);
    for (int i = 0; i < count; i++) {
        cJSON_DeleteItemFromArray(history, first);
    }
    char *cut = cJSON_PrintUnformatted(tree);
    ck_assert_ptr_nonnull(cut);
    cJSON_Delete(tree);
    free(text);
    return cut;
}

static const struct {
    int first;
    int count;
    const char *id;
    const char *pointer;
} cuts[] = {
    {0, 1, "DTI-0888", "/history/0/previous"}, /* the beginning */
    {0, 3, "DTI-0888", "/history/0/previous"},
    {1, 1, "DTI-0887", "/history/1/previous"},
    {2, 1, "DTI-0887", "/history/2/previous"},
    {1, 2, "DTI-0887", "/history/1/previous"},
    {3, 1, "DTI-0889", "/head"}, /* the end */
    {2, 2, "DTI-0889", "/head"},
    {0, 4, "DTI-0890", "/head"},
};

START_TEST(steps_cannot_be_cut)
{
    dti_evidence *evidence = make_long();
    char *text = without_steps(evidence, cuts[_i].first, cuts[_i].count);
    dti_error *error = NULL;
    ck_assert_int_eq(parse(text, &error), DTI_E_VALUE);
    ck_assert_str_eq(dti_error_id(error), cuts[_i].id);
    ck_assert_str_eq(dti_error_pointer(error), cuts[_i].pointer);
    dti_error_free(error);
    free(text);
    dti_evidence_unref(evidence);
}
END_TEST

/* Who forges all of a history, head included, makes a sound document; but whoever has kept the
 * earlier one knows. */
START_TEST(a_forged_history_does_not_continue_the_true_one)
{
    dti_evidence *draft = evidence_with(NULL, DTI_EVIDENCE_PAGES, "1");
    dti_evidence *other_draft = evidence_with(NULL, DTI_EVIDENCE_ID, "other");
    const dti_history_step submit = evidence_step(DTI_ACTION_SUBMIT, "2024-01-29T23:59:59+07:00");
    dti_history_step late = submit;
    late.at = "2024-01-30T00:00:00+07:00";
    dti_evidence *true_one = evidence_after(draft, &submit);
    dti_evidence *forged = evidence_after(draft, &late);
    forged = evidence_go(forged, DTI_ACTION_ACCEPT, "2024-02-01T00:00:00+07:00");
    ck_assert_int_eq(dti_evidence_extends(forged, true_one), 0);
    ck_assert_int_eq(dti_evidence_extends(draft, true_one), 0);
    ck_assert_int_eq(dti_evidence_extends(true_one, draft), 1);
    ck_assert_int_eq(dti_evidence_extends(true_one, true_one), 1);
    ck_assert_int_eq(dti_evidence_extends(true_one, other_draft), 0);
    ck_assert_int_eq(dti_evidence_extends(NULL, true_one), 0);
    ck_assert_int_eq(dti_evidence_extends(true_one, NULL), 0);
    dti_evidence_unref(draft);
    dti_evidence_unref(other_draft);
    dti_evidence_unref(true_one);
    dti_evidence_unref(forged);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("evidence-chain");
    TCase *tests = tcase_create("evidence-chain");
    tcase_add_loop_test(tests, earlier_states_stay, 0, SEQUENCES);
    tcase_add_test(tests, no_byte_of_a_history_can_change);
    tcase_add_test(tests, no_byte_of_a_reviewed_content_can_change);
    tcase_add_loop_test(tests, steps_cannot_be_cut, 0, sizeof cuts / sizeof cuts[0]);
    tcase_add_test(tests, a_forged_history_does_not_continue_the_true_one);
    suite_add_tcase(suite, tests);
    return suite;
}
