/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* One record against one requirement of the catalogue: each row differs from a record that
 * qualifies in what it says, and has the gaps that follow from docs/formats.md. */
#include "intake/requirement.h"

#include "papers.h"

#define LENGTH_OF(array) ((int)(sizeof(array) / sizeof(array)[0]))

/* 1.3: a directive, decision, plan or programme of the People's Committee, signed by the head, of
 * the year, about digital transformation. 2.8: in force in the year, signed by anybody. */
static const struct paper directive = {.id = "a",
                                       .component = "1.3",
                                       .kind = "directive",
                                       .issuer = "provincial-peoples-committee",
                                       .date = "2023-05-04",
                                       .role = "head",
                                       .condition = "dedicated-to-dx"};
static const struct paper policy = {.id = "a",
                                    .component = "2.8",
                                    .kind = "resolution",
                                    .issuer = "provincial-peoples-council",
                                    .date = "2021-12-08",
                                    .condition = "states-ratio"};

/* 00:00 of 30 January 2024 in Vietnam: 17:00 of the day before in UTC. date -u -d 2024-01-29T17:00Z
 * +%s */
#define DEADLINE INT64_C(1706547600)

#define GAP(name) DTI__GAP(DTI_GAP_##name)

static const struct {
    const char *what;
    const struct paper *base;
    struct paper paper;
    unsigned gaps;
} rows[] = {
    {"what 1.3 asks for", &directive, {.id = "a"}, 0},
    {"a plan", &directive, {.kind = "plan"}, 0},
    {"a report", &directive, {.kind = "report"}, GAP(KIND)},
    {"by the council", &directive, {.issuer = "provincial-peoples-council"}, GAP(ISSUER)},
    {"by nobody", &directive, {.issuer = "-"}, GAP(ISSUER)},
    {"signed KT. CHỦ TỊCH", &directive, {.role = "-", .mark = "KT. CHỦ TỊCH"}, GAP(SIGNER)},
    {"signed CHỦ TỊCH, as said", &directive, {.mark = "CHỦ TỊCH"}, 0},
    {"signed TL.", &directive, {.role = "-", .mark = "TL. CHỦ TỊCH"}, GAP(SIGNER)},
    {"signed by a deputy", &directive, {.role = "deputy"}, GAP(SIGNER)},
    {"signed by nobody known", &directive, {.role = "-"}, GAP(SIGNER)},
    {"unsigned", &directive, {.unsigned_by = 'p'}, GAP(UNSIGNED)},
    {"edited", &directive, {.unsigned_by = 'i'}, GAP(UNSIGNED)},
    {"not trusted", &directive, {.unsigned_by = 'c'}, GAP(UNSIGNED)},
    {"appended to", &directive, {.unsigned_by = 'w'}, GAP(UNSIGNED)},
    {"without seal", &directive, {.unsigned_by = 's'}, GAP(UNSIGNED)},
    {"first day", &directive, {.date = "2023-01-01"}, 0},
    {"last day", &directive, {.date = "2023-12-31"}, 0},
    {"day before", &directive, {.date = "2022-12-31"}, GAP(PERIOD)},
    {"day after", &directive, {.date = "2024-01-01"}, GAP(PERIOD)},
    {"without date", &directive, {.date = "-"}, GAP(PERIOD)},
    {"period before its date",
     &directive,
     {.date = "2024-01-05", .from = "2023-10-01", .to = "2023-12-31"},
     0},
    {"period of a day", &directive, {.from = "2022-06-01", .to = "2023-01-01"}, 0},
    {"period over", &directive, {.from = "2022-06-01", .to = "2022-12-31"}, GAP(PERIOD)},
    {"period to come", &directive, {.from = "2024-01-01", .to = "2024-03-31"}, GAP(PERIOD)},
    {"period around the year",
     &directive,
     {.date = "2021-01-01", .from = "2021-01-01", .to = "2025-12-31"},
     0},
    {"without file", &directive, {.file = ""}, GAP(NO_FILE)},
    {"draft", &directive, {.review = 'd'}, GAP(NOT_SUBMITTED)},
    {"submitted", &directive, {.review = 's'}, GAP(NOT_REVIEWED)},
    {"rejected", &directive, {.review = 'r', .condition = "-", .reason = "Sai mẫu"}, GAP(REJECTED)},
    {"not confirmed", &directive, {.condition = "-"}, GAP(CONDITION)},
    {"another condition", &directive, {.condition = "states-ratio"}, GAP(CONDITION)},
    {"all at once",
     &directive,
     {.kind = "report", .role = "deputy", .date = "2020-01-01", .file = "", .review = 'd'},
     GAP(NOT_SUBMITTED) | GAP(SIGNER) | GAP(KIND) | GAP(PERIOD) | GAP(NO_FILE)},
    {"a second before the deadline", &directive, {.submitted = "2024-01-29T23:59:59+07:00"}, 0},
    {"at the deadline", &directive, {.submitted = "2024-01-30T00:00:00+07:00"}, GAP(LATE)},
    {"at the deadline, in UTC", &directive, {.submitted = "2024-01-29T17:00:00Z"}, GAP(LATE)},
    {"late and not reviewed",
     &directive,
     {.submitted = "2024-02-02T08:00:00+07:00", .review = 's'},
     GAP(NOT_REVIEWED) | GAP(LATE)},
    {"what 2.8 asks for", &policy, {.id = "a"}, 0},
    {"by a deputy, where anybody may", &policy, {.role = "deputy"}, 0},
    {"ended on the first day", &policy, {.until = "2023-01-01"}, 0},
    {"ended the day before", &policy, {.until = "2022-12-31"}, GAP(PERIOD)},
    {"from the last day on", &policy, {.date = "2023-12-01", .effective = "2023-12-31"}, 0},
    {"from the day after on",
     &policy,
     {.date = "2023-12-01", .effective = "2024-01-01"},
     GAP(PERIOD)},
    {"in force since nobody knows when", &policy, {.date = "-"}, GAP(PERIOD)},
    {"ratio not confirmed", &policy, {.condition = "-"}, GAP(CONDITION)},
};

START_TEST(finds_the_gaps_of_a_record)
{
    const struct paper paper = paper_like(rows[_i].base, &rows[_i].paper);
    dti_framework *framework = sample_builtin();
    dti_evidence *record = paper_record(&paper);
    const size_t node = dti_framework_find(framework, "province", paper.component);
    const unsigned gaps =
        dti__requirement_gaps(framework->nodes[node].evidence, record, PAPERS_YEAR, DEADLINE);
    ck_assert_msg(gaps == rows[_i].gaps, "%s: %#x instead of %#x", rows[_i].what, gaps,
                  rows[_i].gaps);
    dti_evidence_unref(record);
    dti_framework_unref(framework);
}
END_TEST

START_TEST(without_deadline_nothing_is_late)
{
    const struct paper late = {.submitted = "2030-01-01T00:00:00Z", .review = 's'};
    const struct paper paper = paper_like(&directive, &late);
    dti_framework *framework = sample_builtin();
    dti_evidence *record = paper_record(&paper);
    const size_t node = dti_framework_find(framework, "province", "1.3");
    ck_assert_uint_eq(
        dti__requirement_gaps(framework->nodes[node].evidence, record, PAPERS_YEAR, INT64_MAX),
        GAP(NOT_REVIEWED));
    dti_evidence_unref(record);
    dti_framework_unref(framework);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("requirement");
    TCase *tcase = tcase_create("requirement");
    tcase_add_loop_test(tcase, finds_the_gaps_of_a_record, 0, LENGTH_OF(rows));
    tcase_add_test(tcase, without_deadline_nothing_is_late);
    suite_add_tcase(suite, tcase);
    return suite;
}
