/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The supported track by hand calculation, gaps with what hangs on them, and what holds for any
 * evidence: supported is never more than computed, more that is accepted takes nothing away, and
 * the gaps add up to what is at risk. */
#include "papers.h"
#include "random.h"

#include "score/result.h"

#define LENGTH_OF(array) ((int)(sizeof(array) / sizeof(array)[0]))
#define P                DTI_POINT
#define NO_GAP           ((dti_gap)-1)

static const struct paper directive = {.component = "1.3",
                                       .kind = "directive",
                                       .issuer = "provincial-peoples-committee",
                                       .date = "2023-05-04",
                                       .role = "head",
                                       .condition = "dedicated-to-dx",
                                       .reporter = "van-phong-ubnd"};
static const struct paper schedule = {.component = "1.8",
                                      .kind = "broadcast-schedule",
                                      .date = "2023-01-05",
                                      .reporter = "dai-phat-thanh"};
static const struct paper policy = {.component = "2.8",
                                    .kind = "resolution",
                                    .issuer = "provincial-peoples-council",
                                    .date = "2021-12-08",
                                    .condition = "states-ratio",
                                    .reporter = "so-tai-chinh"};
static const struct paper platforms = {.component = "3.6",
                                       .kind = "report",
                                       .date = "2023-12-20",
                                       .condition = "meets-cv-2224",
                                       .reporter = "so-tttt"};

#define MOST_FIGURES 3
#define MOST_PAPERS  3

/* Points by hand from the rules of the catalogue; the gap is the one that they are put down to. */
static const struct {
    const char *what;
    const char *code;
    struct figure_row figures[MOST_FIGURES];
    const struct paper *base;
    struct paper papers[MOST_PAPERS];
    int64_t computed;
    int64_t supported;
    size_t qualifying;
    dti_gap gap;
    const char *agency;
    const char *words; /* that the gap is told in, Vietnamese */
} goldens[] = {
    {"1.8 monthly, with a schedule: half of 10",
     "1.8",
     {{"broadcast-frequency", 0, "monthly"}},
     &schedule,
     {{.id = "a"}},
     5 * P,
     5 * P,
     1,
     NO_GAP,
     "",
     ""},
    {"1.8 weekly, with a schedule",
     "1.8",
     {{"broadcast-frequency", 0, "weekly"}},
     &schedule,
     {{.id = "a"}},
     10 * P,
     10 * P,
     1,
     NO_GAP,
     "",
     ""},
    {"1.8 weekly, without",
     "1.8",
     {{"broadcast-frequency", 0, "weekly"}},
     &schedule,
     {{.id = NULL}},
     10 * P,
     0,
     0,
     DTI_GAP_MISSING,
     "",
     "chưa có tài liệu kiểm chứng; cần ít nhất 1 tài liệu"},
    {"2.8 accepted",
     "2.8",
     {{"minimum-spending-policies", 1, NULL}},
     &policy,
     {{.id = "a"}},
     10 * P,
     10 * P,
     1,
     NO_GAP,
     "",
     ""},
    {"2.8 rejected",
     "2.8",
     {{"minimum-spending-policies", 1, NULL}},
     &policy,
     {{.id = "a",
       .review = 'r',
       .condition = "-",
       .reason = "Nghị quyết không nêu tỷ lệ chi hằng năm"}},
     10 * P,
     0,
     0,
     DTI_GAP_REJECTED,
     "so-tai-chinh",
     "bị từ chối, lý do: Nghị quyết không nêu tỷ lệ chi hằng năm"},
    {"2.8 accepted, the ratio not confirmed",
     "2.8",
     {{"minimum-spending-policies", 1, NULL}},
     &policy,
     {{.id = "a", .condition = "-"}},
     10 * P,
     0,
     0,
     DTI_GAP_CONDITION,
     "so-tai-chinh",
     "chưa được xác nhận: Văn bản nêu tỷ lệ chi cụ thể"},
    {"2.8 not reported, counted from its evidence",
     "2.8",
     {{NULL, 0, NULL}},
     &policy,
     {{.id = "a"}},
     10 * P,
     10 * P,
     1,
     NO_GAP,
     "",
     ""},
    {"2.8 for the input that its rule reads",
     "2.8",
     {{"minimum-spending-policies", 1, NULL}},
     &policy,
     {{.id = "a", .component = "-", .input = "minimum-spending-policies"}},
     10 * P,
     10 * P,
     1,
     NO_GAP,
     "",
     ""},
    {"3.6 with 6 of 7 platforms",
     "3.6",
     {{"shared-platforms-deployed", 6, NULL}},
     &platforms,
     {{.id = "a"}},
     8571428571,
     8571428571,
     1,
     NO_GAP,
     "",
     ""},
    {"3.6 not reviewed",
     "3.6",
     {{"shared-platforms-deployed", 6, NULL}},
     &platforms,
     {{.id = "a", .review = 's'}},
     8571428571,
     0,
     0,
     DTI_GAP_NOT_REVIEWED,
     "so-tttt",
     "đã nộp, chưa được chấp nhận"},
    {"1.3 reported 3 of 4, two of the three signed by the head",
     "1.3",
     {{"directives-signed-by-head", 3, NULL}, {"directives-total", 4, NULL}},
     &directive,
     {{.id = "a"}, {.id = "b"}, {.id = "c", .role = "-", .mark = "KT. CHỦ TỊCH"}},
     7500000000,
     5 * P,
     2,
     DTI_GAP_SIGNER,
     "van-phong-ubnd",
     "do cấp phó ký; cần người đứng đầu ký"},
    {"1.3 reported 3 of 4, and two records in all",
     "1.3",
     {{"directives-signed-by-head", 3, NULL}, {"directives-total", 4, NULL}},
     &directive,
     {{.id = "a"}, {.id = "b"}},
     7500000000,
     5 * P,
     2,
     DTI_GAP_TOO_FEW,
     "",
     "có 2 tài liệu đạt yêu cầu, ít hơn số đã báo cáo"},
    {"1.3 one file twice",
     "1.3",
     {{"directives-signed-by-head", 2, NULL}, {"directives-total", 2, NULL}},
     &directive,
     {{.id = "a", .file = "x"}, {.id = "b", .file = "x"}},
     10 * P,
     5 * P,
     1,
     DTI_GAP_DUPLICATE,
     "van-phong-ubnd",
     "cùng một tệp với tài liệu [a] đã được tính"},
    {"1.3 a rejected record does not use up its file",
     "1.3",
     {{"directives-signed-by-head", 1, NULL}, {"directives-total", 1, NULL}},
     &directive,
     {{.id = "a", .file = "x", .review = 'r', .condition = "-", .reason = "Mờ"},
      {.id = "b", .file = "x"}},
     10 * P,
     10 * P,
     1,
     NO_GAP,
     "",
     ""},
    {"1.3 not reported, one file signed by two: one directive in all",
     "1.3",
     {{NULL, 0, NULL}},
     &directive,
     {{.id = "a", .role = "deputy", .file = "x"},
      {.id = "b", .role = "deputy", .file = "x"},
      {.id = "c"}},
     5 * P,
     5 * P,
     1,
     NO_GAP,
     "",
     ""},
    {"the record nearest to qualifying carries the points",
     "2.8",
     {{"minimum-spending-policies", 1, NULL}},
     &policy,
     {{.id = "a", .kind = "report", .date = "-"},
      {.id = "b", .kind = "report"},
      {.id = "c", .file = ""}},
     10 * P,
     0,
     0,
     DTI_GAP_KIND,
     "so-tai-chinh",
     "[b]: thuộc loại Báo cáo; cần: "},
    {"nothing computed, nothing at risk",
     "2.8",
     {{"minimum-spending-policies", 0, NULL}},
     &policy,
     {{.id = "a", .review = 'd'}},
     0,
     0,
     0,
     NO_GAP,
     "",
     ""},
};

static dti_dossier *keep(const dti_framework *framework, const struct figure_row *figures,
                         const struct paper *base, const struct paper *papers)
{
    dti_dossier *dossier = papers_figures(framework, figures, MOST_FIGURES);
    dti_evidence *records[MOST_PAPERS];
    size_t count = 0;
    for (; count < MOST_PAPERS && papers[count].id != NULL; count++) {
        const struct paper paper = paper_like(base, &papers[count]);
        records[count] = paper_record(&paper);
    }
    papers_keep(dossier, records, count);
    return dossier;
}

static size_t carrier_of(const dti_result *result, size_t node)
{
    for (size_t i = 0; i < dti_result_gap_count(result); i++)
        if (dti_result_gap_node(result, i) == node && dti_result_gap_points(result, i) != 0)
            return i;
    return DTI_NONE;
}

START_TEST(points_are_carried_by_evidence)
{
    dti_framework *framework = sample_builtin();
    dti_dossier *dossier =
        keep(framework, goldens[_i].figures, goldens[_i].base, goldens[_i].papers);
    dti_result *result = papers_score(dossier, DTI_TRACK_SUPPORTED, NULL);
    const size_t node = dti_framework_find(framework, "province", goldens[_i].code);
    const size_t gap = carrier_of(result, node);
    char words[1024];
    const char *what = goldens[_i].what;
    ck_assert_msg(dti_result_track_points(result, node, DTI_TRACK_COMPUTED) == goldens[_i].computed,
                  "%s: computed %lld", what,
                  (long long)dti_result_track_points(result, node, DTI_TRACK_COMPUTED));
    ck_assert_msg(dti_result_points(result, node) == goldens[_i].supported, "%s: supported %lld",
                  what, (long long)dti_result_points(result, node));
    ck_assert_int_eq(dti_result_at_risk(result, node),
                     goldens[_i].computed - goldens[_i].supported);
    ck_assert_msg(dti_result_evidence_count(result, node) == goldens[_i].qualifying,
                  "%s: %zu qualify", what, dti_result_evidence_count(result, node));
    if (goldens[_i].gap == NO_GAP) {
        ck_assert_msg(gap == DTI_NONE, "%s: a gap", what);
    } else {
        ck_assert_msg(gap != DTI_NONE, "%s: no gap", what);
        ck_assert_msg(dti_result_gap(result, gap) == goldens[_i].gap, "%s: gap %s", what,
                      dti_gap_id(dti_result_gap(result, gap)));
        ck_assert_int_eq(dti_result_gap_points(result, gap),
                         goldens[_i].computed - goldens[_i].supported);
        ck_assert_str_eq(dti_result_gap_agency(result, gap), goldens[_i].agency);
        const size_t length = dti_result_gap_format(result, gap, DTI_LANG_VI, words, sizeof words);
        ck_assert_uint_eq(length, strlen(words));
        ck_assert_msg(strstr(words, goldens[_i].words) != NULL, "%s: told as: %s", what, words);
        ck_assert_int_eq(strncmp(words, goldens[_i].code, strlen(goldens[_i].code)), 0);
        ck_assert_int_eq(dti_result_cause(result, node), DTI_CAUSE_EVIDENCE);
        ck_assert_int_eq(dti_result_step(result, node), DTI_STEP_NONE);
    }
    dti_result_unref(result);
    papers_drop(dossier);
    dti_framework_unref(framework);
}
END_TEST

/* Ten accepted directives, three of them signed by the head: 3 of 10 of 10 points. Nothing is
 * reported: both figures are counted. */
START_TEST(directives_of_the_head_are_a_share_of_all)
{
    dti_framework *framework = sample_builtin();
    dti_dossier *dossier = papers_figures(framework, NULL, 0);
    dti_evidence *records[10];
    char ids[10][8];
    for (int i = 0; i < 10; i++) {
        const struct paper row = {.id = ids[i], .role = i < 3 ? "head" : "deputy"};
        snprintf(ids[i], sizeof ids[i], "d-%d", i);
        const struct paper paper = paper_like(&directive, &row);
        records[i] = paper_record(&paper);
    }
    papers_keep(dossier, records, 10);
    dti_result *result = papers_score(dossier, DTI_TRACK_DEFAULT, NULL);
    const size_t node = dti_framework_find(framework, "province", "1.3");
    ck_assert_int_eq(dti_result_track(result), DTI_TRACK_COMPUTED);
    ck_assert_int_eq(dti_result_track_points(result, node, DTI_TRACK_COMPUTED), 3 * P);
    ck_assert_int_eq(dti_result_track_points(result, node, DTI_TRACK_SUPPORTED), 3 * P);
    ck_assert_uint_eq(dti_result_evidence_count(result, node), 3);
    dti_result_unref(result);
    papers_drop(dossier);
    dti_framework_unref(framework);
}
END_TEST

/* 1.10 of the small framework asks for two documents; one carries nothing, and lacks the other. */
START_TEST(fewer_than_are_asked_for_carry_nothing)
{
    static const struct {
        int records;
        int64_t supported;
        int64_t carried; /* by the gap of too few */
    } rows[] = {{1, 0, 75 * P / 10}, {2, 75 * P / 10, 0}, {3, 75 * P / 10, 0}};
    static const struct figure_row figures[MOST_FIGURES] = {{"decisions", 2, NULL}};
    static const char *const ids[] = {"a", "b", "c"};
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_dossier *dossier = papers_figures(framework, figures, 1);
    dti_evidence *records[3];
    for (int i = 0; i < rows[_i].records; i++) {
        const struct paper paper = {.id = ids[i],
                                    .component = "1.10",
                                    .kind = "decision",
                                    .issuer = "provincial-peoples-committee",
                                    .date = "2023-05-01",
                                    .role = "head",
                                    .condition = "names-a-target"};
        records[i] = paper_record(&paper);
    }
    papers_keep(dossier, records, (size_t)rows[_i].records);
    dti_result *result = papers_score(dossier, DTI_TRACK_SUPPORTED, NULL);
    const size_t node = dti_framework_find(framework, "province", "1.10");
    const size_t gap = carrier_of(result, node);
    ck_assert_int_eq(dti_result_track_points(result, node, DTI_TRACK_COMPUTED), 75 * P / 10);
    ck_assert_int_eq(dti_result_points(result, node), rows[_i].supported);
    if (rows[_i].carried == 0) {
        ck_assert_uint_eq(gap, DTI_NONE);
    } else {
        ck_assert_int_eq(dti_result_gap(result, gap), DTI_GAP_TOO_FEW);
        ck_assert_int_eq(dti_result_gap_points(result, gap), rows[_i].carried);
    }
    dti_result_unref(result);
    papers_drop(dossier);
    dti_framework_unref(framework);
}
END_TEST

/* Kept, be it an empty list, evidence makes a track; not kept, there is none to ask for. */
START_TEST(a_dossier_without_evidence_has_no_supported_track)
{
    dti_framework *framework = sample_builtin();
    dti_dossier *dossier = papers_figures(framework, NULL, 0);
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    dti_error *error = NULL;
    options.track = DTI_TRACK_SUPPORTED;
    sample_refused(dti_score(dossier, &options, &result, &error), DTI_E_NOT_FOUND, &error);
    ck_assert_ptr_null(result);
    result = papers_score(dossier, DTI_TRACK_DEFAULT, NULL);
    ck_assert_uint_eq(dti_result_gap_count(result), 0);
    ck_assert_int_eq(dti_result_has_track(result, 0, DTI_TRACK_SUPPORTED), 0);
    dti_result_unref(result);
    papers_keep(dossier, NULL, 0);
    result = papers_score(dossier, DTI_TRACK_SUPPORTED, NULL);
    ck_assert_int_eq(dti_result_track(result), DTI_TRACK_SUPPORTED);
    ck_assert_uint_gt(dti_result_gap_count(result), 0);
    for (size_t i = 0; i < dti_result_gap_count(result); i++)
        ck_assert_int_eq(dti_result_gap(result, i), DTI_GAP_MISSING);
    dti_result_unref(result);
    papers_drop(dossier);
    dti_framework_unref(framework);
}
END_TEST

/* A component that asks for no evidence is what it is computed. A quarter of the adults is a
 * quarter of 10 points. */
START_TEST(components_that_ask_for_none_are_as_computed)
{
    static const struct figure_row figures[] = {{"adults-with-smartphone", 1, NULL},
                                                {"adult-population", 4, NULL}};
    dti_framework *framework = sample_builtin();
    dti_dossier *dossier = papers_figures(framework, figures, 2);
    papers_keep(dossier, NULL, 0);
    dti_result *result = papers_score(dossier, DTI_TRACK_SUPPORTED, NULL);
    const size_t node = dti_framework_find(framework, "province", "3.1");
    ck_assert_int_eq(dti_result_points(result, node), 2500000000);
    ck_assert_int_eq(dti_result_cause(result, node), DTI_CAUSE_BELOW_TARGET);
    ck_assert_int_eq(dti_result_step(result, node), DTI_STEP_PERCENT_POINT);
    dti_result_unref(result);
    papers_drop(dossier);
    dti_framework_unref(framework);
}
END_TEST

static dti_collection *quangnam_forms(void)
{
    dti_collection *collection = NULL;
    dti_error *error = NULL;
    sample_must(dti_collection_builtin("vn-quangnam-2023", NULL, &collection, &error), &error);
    return collection;
}

/* Who hands in a record can close its gaps; where there is none, whoever is asked for the figure:
 * form IV asks the department of finance for the policies of 2.8, form XI the station for 1.8. What
 * the dossier says of the origin comes first. */
START_TEST(gaps_are_somebodys)
{
    static const struct figure_row figures[] = {{"minimum-spending-policies", 1, NULL},
                                                {"broadcast-frequency", 0, "weekly"}};
    dti_framework *framework = sample_builtin();
    dti_collection *collection = quangnam_forms();
    dti_dossier *dossier = papers_figures(framework, figures, 2);
    papers_keep(dossier, NULL, 0);
    dti_result *result = papers_score(dossier, DTI_TRACK_SUPPORTED, collection);
    dti_collection_unref(collection);
    const size_t policies = dti_framework_find(framework, "province", "2.8");
    const size_t broadcast = dti_framework_find(framework, "province", "1.8");
    ck_assert_str_eq(dti_result_gap_agency(result, carrier_of(result, policies)), "so-tai-chinh");
    ck_assert_str_eq(dti_result_gap_agency(result, carrier_of(result, broadcast)),
                     "dai-phat-thanh-va-truyen-hinh");
    dti_result_unref(result);
    const size_t input = dti_framework_input_find(framework, "minimum-spending-policies");
    dossier->figures[input].has_origin = true;
    dossier->figures[input].origin.agency = "hdnd-tinh";
    dossier->figures[input].origin.agency_index = DTI_NONE;
    result = papers_score(dossier, DTI_TRACK_SUPPORTED, NULL);
    ck_assert_str_eq(dti_result_gap_agency(result, carrier_of(result, policies)), "hdnd-tinh");
    ck_assert_str_eq(dti_result_gap_agency(result, carrier_of(result, broadcast)), "");
    dti_result_unref(result);
    papers_drop(dossier);
    dti_framework_unref(framework);
}
END_TEST

/* Due before 30 January, in Vietnam. Late is a remark: the points stay. */
static const struct {
    const char *submitted;
    bool is_late;
} submissions[] = {
    {"2024-01-29T23:59:59+07:00", false},
    {"2024-01-29T16:59:59Z", false},
    {"2024-01-30T00:00:00+07:00", true},
    {"2024-01-29T17:00:00Z", true},
};

START_TEST(late_takes_no_points)
{
    static const struct figure_row figures[] = {{"minimum-spending-policies", 1, NULL}};
    const struct paper row = {.id = "a", .submitted = submissions[_i].submitted};
    const struct paper paper = paper_like(&policy, &row);
    dti_framework *framework = sample_builtin();
    dti_collection *collection = quangnam_forms();
    dti_dossier *dossier = papers_figures(framework, figures, 1);
    dti_evidence *record = paper_record(&paper);
    papers_keep(dossier, &record, 1);
    dti_result *result = papers_score(dossier, DTI_TRACK_SUPPORTED, collection);
    const size_t node = dti_framework_find(framework, "province", "2.8");
    int late = 0;
    for (size_t i = 0; i < dti_result_gap_count(result); i++) {
        if (dti_result_gap(result, i) != DTI_GAP_LATE)
            continue;
        char words[512];
        late++;
        ck_assert_uint_eq(dti_result_gap_node(result, i), node);
        ck_assert_uint_eq(dti_result_gap_evidence(result, i), 0);
        ck_assert_int_eq(dti_result_gap_points(result, i), 0);
        dti_result_gap_format(result, i, DTI_LANG_EN, words, sizeof words);
        ck_assert_ptr_nonnull(strstr(words, "at 2024-01-30 00:00:00")); /* in Vietnam */
    }
    ck_assert_int_eq(late, submissions[_i].is_late);
    ck_assert_int_eq(dti_result_points(result, node), 10 * P);
    dti_result_unref(result);
    papers_drop(dossier);
    dti_collection_unref(collection);
    dti_framework_unref(framework);
}
END_TEST

/* Nor does it put a record further from qualifying: of two that were rejected the first one has
 * what is at risk, late or not. */
START_TEST(late_is_no_step_away)
{
    static const struct figure_row figures[] = {{"minimum-spending-policies", 1, NULL}};
    const struct paper rows[] = {
        {.id = "a",
         .submitted = "2024-01-30T00:00:00+07:00",
         .condition = "-",
         .reason = "Thiếu",
         .review = 'r'},
        {.id = "b", .condition = "-", .reason = "Thiếu", .review = 'r'},
    };
    dti_framework *framework = sample_builtin();
    dti_collection *collection = quangnam_forms();
    dti_dossier *dossier = papers_figures(framework, figures, 1);
    dti_evidence *records[2];
    for (size_t i = 0; i < 2; i++) {
        const struct paper paper = paper_like(&policy, &rows[i]);
        records[i] = paper_record(&paper);
    }
    papers_keep(dossier, records, 2);
    dti_result *result = papers_score(dossier, DTI_TRACK_SUPPORTED, collection);
    int paid = 0;
    for (size_t i = 0; i < dti_result_gap_count(result); i++) {
        if (dti_result_gap_points(result, i) == 0)
            continue;
        paid++;
        ck_assert_int_eq(dti_result_gap(result, i), DTI_GAP_REJECTED);
        ck_assert_uint_eq(dti_result_gap_evidence(result, i), 0);
        ck_assert_int_eq(dti_result_gap_points(result, i), 10 * P);
    }
    ck_assert_int_eq(paid, 1);
    dti_result_unref(result);
    papers_drop(dossier);
    dti_collection_unref(collection);
    dti_framework_unref(framework);
}
END_TEST

START_TEST(a_collection_of_another_framework_is_refused)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_dossier *dossier = sample_dossier(SAMPLE_TINY_DOSSIER, framework);
    dti_collection *collection = quangnam_forms();
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    dti_error *error = NULL;
    options.collection = collection;
    sample_refused(dti_score(dossier, &options, &result, &error), DTI_E_VERSION, &error);
    ck_assert_ptr_null(result);
    dti_collection_unref(collection);
    dti_dossier_unref(dossier);
    dti_framework_unref(framework);
}
END_TEST

/* A count that is not what is reported is a finding; where nobody put forward anything, the gap
 * says enough. */
START_TEST(counts_that_disagree_are_found)
{
    static const struct figure_row figures[] = {{"minimum-spending-policies", 2, NULL},
                                                {"annual-plans", 1, NULL}};
    const struct paper row = {.id = "a"};
    const struct paper paper = paper_like(&policy, &row);
    dti_framework *framework = sample_builtin();
    dti_dossier *dossier = papers_figures(framework, figures, 2);
    dti_evidence *record = paper_record(&paper);
    papers_keep(dossier, &record, 1);
    dti_result *result = papers_score(dossier, DTI_TRACK_DEFAULT, NULL);
    const dti_report *findings = dti_result_findings(result);
    char words[512] = "";
    for (size_t i = 0; i < dti_report_count(findings); i++)
        if (strcmp(dti_report_id(findings, i), "DTI-0835") == 0) {
            ck_assert_str_eq(words, "");
            dti_report_format(findings, i, DTI_LANG_EN, words, sizeof words);
        }
    ck_assert_str_eq(words, "\"minimum-spending-policies\" is reported as 2, but qualifying "
                            "evidence counts 1");
    dti_result_unref(result);
    papers_drop(dossier);
    dti_framework_unref(framework);
}
END_TEST

/* Nothing is known of a figure where nobody reported it and nobody put forward a record: it stays
 * missing and open. A record that is rejected says that there is none. */
START_TEST(no_record_is_no_count)
{
    const struct paper row = {.id = "a", .review = 'r', .condition = "-", .reason = "Mờ"};
    const struct paper paper = paper_like(&policy, &row);
    dti_framework *framework = sample_builtin();
    dti_dossier *dossier = papers_figures(framework, NULL, 0);
    const size_t node = dti_framework_find(framework, "province", "2.8");
    papers_keep(dossier, NULL, 0);
    dti_result *result = papers_score(dossier, DTI_TRACK_SUPPORTED, NULL);
    ck_assert_int_eq(dti_result_state(result, node), DTI_STATE_MISSING);
    ck_assert_int_eq(dti_result_upper(result, node), 10 * P);
    dti_result_unref(result);
    dti_evidence *record = paper_record(&paper);
    papers_keep(dossier, &record, 1);
    result = papers_score(dossier, DTI_TRACK_SUPPORTED, NULL);
    ck_assert_int_eq(dti_result_state(result, node), DTI_STATE_PRESENT);
    ck_assert_int_eq(dti_result_upper(result, node), 0);
    dti_result_unref(result);
    papers_drop(dossier);
    dti_framework_unref(framework);
}
END_TEST

/* ---- Telling ---- */

static dti_dossier *told_dossier(const dti_framework *framework)
{
    static const struct figure_row figures[MOST_FIGURES] = {{"directives-signed-by-head", 3, NULL},
                                                            {"directives-total", 4, NULL}};
    static const struct paper papers[MOST_PAPERS] = {
        {.id = "a"}, {.id = "b"}, {.id = "c", .role = "-", .mark = "KT. CHỦ TỊCH"}};
    return keep(framework, figures, &directive, papers);
}

START_TEST(explanations_tell_records_and_gaps)
{
    dti_framework *framework = sample_builtin();
    dti_dossier *dossier = told_dossier(framework);
    dti_result *result = papers_score(dossier, DTI_TRACK_SUPPORTED, NULL);
    dti_text *text = NULL;
    dti_error *error = NULL;
    const size_t node = dti_framework_find(framework, "province", "1.3");
    sample_must(dti_result_explain(result, node, NULL, DTI_LANG_EN, &text, &error), &error);
    const char *told = dti_text_data(text);
    ck_assert_msg(strstr(told, "Evidence: 2 qualify, at least 1 asked for\n") != NULL, "%s", told);
    ck_assert_msg(strstr(told, "[b]: qualifies\n") != NULL, "%s", told);
    ck_assert_msg(strstr(told, "document [c]: wrong signer\n") != NULL, "%s", told);
    ck_assert_msg(strstr(told, "Points at risk for want of evidence: 2.5\n") != NULL, "%s", told);
    ck_assert_msg(strstr(told, "signed by a deputy; the signature of the head was expected") !=
                      NULL,
                  "%s", told);
    dti_text_free(text);
    text = NULL;
    const size_t overall = dti_result_node_count(result) - 1;
    sample_must(dti_result_explain(result, overall, NULL, DTI_LANG_EN, &text, &error), &error);
    ck_assert_ptr_nonnull(strstr(dti_text_data(text), "Points at risk"));
    dti_text_free(text);
    dti_result_unref(result);
    papers_drop(dossier);
    dti_framework_unref(framework);
}
END_TEST

START_TEST(documents_hold_risks_and_gaps)
{
    static const char *const parts[] = {
        "\"at_risk\": {\n    \"points\": 2.5,\n    \"agencies\": [\n      {\"agency\": "
        "\"van-phong-ubnd\", \"points\": 2.5}\n    ],",
        "{\"kind\": \"wrong-signer\", \"count\": 1, \"points\": 2.5}",
        "\"supported\": 5",
        "\"required\": 1,\n        \"qualifying\": 2,",
        "\"kind\": \"wrong-signer\",\n            \"evidence\": \"c\",\n            \"agency\": "
        "\"van-phong-ubnd\",\n            \"points\": 2.5,",
        "\"cause\": \"evidence\"",
    };
    dti_framework *framework = sample_builtin();
    dti_dossier *dossier = told_dossier(framework);
    dti_result *result = papers_score(dossier, DTI_TRACK_SUPPORTED, NULL);
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(dti_result_write(result, NULL, DTI_LANG_EN, &text, &error), &error);
    for (int i = 0; i < LENGTH_OF(parts); i++)
        ck_assert_msg(strstr(dti_text_data(text), parts[i]) != NULL, "%s", parts[i]);
    dti_text_free(text);
    dti_result_unref(result);
    papers_drop(dossier);
    dti_framework_unref(framework);
}
END_TEST

START_TEST(words_and_getters_are_total)
{
    char words[8] = "unset";
    for (int gap = DTI_GAP_MISSING; gap <= DTI_GAP_LATE; gap++) {
        ck_assert_str_ne(dti_gap_id((dti_gap)gap), "");
        ck_assert_str_ne(dti_gap_name((dti_gap)gap, DTI_LANG_VI),
                         dti_gap_name((dti_gap)gap, DTI_LANG_EN));
    }
    ck_assert_str_eq(dti_gap_id((dti_gap)(DTI_GAP_LATE + 1)), "");
    ck_assert_str_eq(dti_gap_id((dti_gap)-1), "");
    ck_assert_str_eq(dti_gap_name((dti_gap)99, DTI_LANG_EN), "unknown");
    ck_assert_uint_eq(dti_result_gap_count(NULL), 0);
    ck_assert_uint_eq(dti_result_gap_node(NULL, 0), DTI_NONE);
    ck_assert_uint_eq(dti_result_gap_evidence(NULL, 0), DTI_NONE);
    ck_assert_int_eq(dti_result_gap_points(NULL, 0), 0);
    ck_assert_str_eq(dti_result_gap_agency(NULL, 0), "");
    ck_assert_uint_eq(dti_result_gap_format(NULL, 0, DTI_LANG_VI, words, sizeof words), 0);
    ck_assert_str_eq(words, "");
    ck_assert_int_eq(dti_result_at_risk(NULL, 0), 0);
    ck_assert_uint_eq(dti_result_evidence_count(NULL, 0), 0);
}
END_TEST

static dti_status score_told(const dti_allocator *allocator, void *context)
{
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    options.track = DTI_TRACK_SUPPORTED;
    dti_status status = dti_score(context, &options, &result, &error);
    ck_assert_int_eq(result != NULL, status == DTI_OK);
    ck_assert_int_eq(dti_error_status(error), status);
    dti_error_free(error);
    error = NULL;
    if (status == DTI_OK)
        status = dti_result_explain(result, 3, NULL, DTI_LANG_VI, &text, &error);
    dti_error_free(error);
    dti_text_free(text);
    dti_result_unref(result);
    return status;
}

START_TEST(survives_without_memory)
{
    dti_framework *framework = sample_builtin();
    dti_dossier *dossier = told_dossier(framework);
    test_nomem(score_told, dossier);
    papers_drop(dossier);
    dti_framework_unref(framework);
}
END_TEST

/* ---- What holds for any evidence ---- */

#define BASES 6

static const struct paper *base_of(size_t index)
{
    static const struct paper resolution = {.component = "2.1",
                                            .kind = "resolution",
                                            .issuer = "provincial-party-committee",
                                            .date = "2022-03-01"};
    static const struct paper report = {.component = "3.7", .kind = "report", .date = "2023-12-01"};
    static const struct paper *const bases[BASES] = {&directive, &schedule,  &resolution,
                                                     &policy,    &platforms, &report};
    return bases[index];
}

static struct paper random_paper(uint64_t *seed, const char *id, bool is_accepted)
{
    static const char reviews[] = "dsraaaa";
    static const char *const roles[] = {"head", "head", "deputy", "other"};
    static const char *const files[] = {NULL, NULL, NULL, "one", "two"};
    static const char *const dates[] = {NULL, NULL, NULL, "2023-07-01", "2020-01-01"};
    const struct paper *base = base_of(random_below(seed, BASES));
    struct paper row = {.id = id};
    row.role = roles[random_below(seed, LENGTH_OF(roles))];
    row.file = files[random_below(seed, LENGTH_OF(files))];
    row.date = dates[random_below(seed, LENGTH_OF(dates))];
    row.review = reviews[random_below(seed, 7)];
    row.condition = random_below(seed, 4) == 0 ? "-" : NULL;
    if (is_accepted)
        row.review = 'a';
    if (row.review == 'r') {
        row.reason = "Chưa đạt";
        row.condition = "-";
    }
    return paper_like(base, &row);
}

#define RANDOM_PAPERS 12

static dti_dossier *random_figures(const dti_framework *framework, uint64_t *seed)
{
    static const char *const choices[] = {"less-than-monthly", "monthly", "weekly"};
    struct figure_row figures[] = {
        {"directives-total", 0, NULL},          {"directives-signed-by-head", 0, NULL},
        {"broadcast-frequency", 0, NULL},       {"party-committee-resolutions", 0, NULL},
        {"minimum-spending-policies", 0, NULL}, {"shared-platforms-deployed", 0, NULL},
        {"platforms-using-ai", 0, NULL}};
    for (int i = 0; i < LENGTH_OF(figures); i++)
        figures[i].number = random_below(seed, 6);
    figures[2].answer = choices[random_below(seed, 3)];
    return papers_figures(framework, figures, LENGTH_OF(figures));
}

/* Of every node, whatever is at risk below it is put down to gaps, each of one component. */
static void check_sums(const dti_framework *framework, const dti_result *result)
{
    for (size_t node = 0; node < dti_framework_node_count(framework); node++) {
        int64_t sum = 0;
        for (size_t i = 0; i < dti_result_gap_count(result); i++) {
            size_t at = dti_result_gap_node(result, i);
            bool is_below = at == node;
            for (; at != DTI_NONE && !is_below; at = framework->nodes[at].parent) {
                const struct dti__node *above = &framework->nodes[node];
                for (size_t k = 0; k < above->child_count; k++)
                    is_below = is_below || above->children[k] == at;
            }
            sum += is_below ? dti_result_gap_points(result, i) : 0;
        }
        ck_assert_int_eq(sum, dti_result_at_risk(result, node));
        ck_assert_int_ge(dti_result_at_risk(result, node), 0);
    }
}

START_TEST(supported_is_sound_and_monotone)
{
    uint64_t seed = (uint64_t)_i + 1;
    dti_framework *framework = sample_builtin();
    dti_dossier *dossier = random_figures(framework, &seed);
    dti_evidence *records[RANDOM_PAPERS + 1];
    char ids[RANDOM_PAPERS + 1][8];
    /* The one that comes later stands anywhere among the others. */
    const size_t later = random_below(&seed, RANDOM_PAPERS + 1);
    for (size_t i = 0; i <= RANDOM_PAPERS; i++) {
        snprintf(ids[i], sizeof ids[i], "r-%02zu", i);
        const struct paper paper = random_paper(&seed, ids[i], i == later);
        records[i] = paper_record(&paper);
    }
    dti_evidence *fewer[RANDOM_PAPERS];
    for (size_t i = 0, k = 0; i <= RANDOM_PAPERS; i++)
        if (i != later)
            fewer[k++] = records[i];
    papers_keep(dossier, fewer, RANDOM_PAPERS);
    dti_result *before = papers_score(dossier, DTI_TRACK_SUPPORTED, NULL);
    check_sums(framework, before);
    papers_keep(dossier, records, RANDOM_PAPERS + 1);
    dti_result *after = papers_score(dossier, DTI_TRACK_SUPPORTED, NULL);
    check_sums(framework, after);
    for (size_t i = 0; i < dti_result_node_count(after); i++)
        ck_assert_msg(dti_result_points(after, i) >= dti_result_points(before, i),
                      "%s: %lld after %lld", dti_framework_node_code(framework, i, NULL),
                      (long long)dti_result_points(after, i),
                      (long long)dti_result_points(before, i));
    dti_result_unref(before);
    dti_result_unref(after);
    papers_drop(dossier);
    dti_framework_unref(framework);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("support");
    TCase *tcase = tcase_create("support");
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, points_are_carried_by_evidence, 0, LENGTH_OF(goldens));
    tcase_add_test(tcase, directives_of_the_head_are_a_share_of_all);
    tcase_add_loop_test(tcase, fewer_than_are_asked_for_carry_nothing, 0, 3);
    tcase_add_test(tcase, a_dossier_without_evidence_has_no_supported_track);
    tcase_add_test(tcase, components_that_ask_for_none_are_as_computed);
    tcase_add_test(tcase, gaps_are_somebodys);
    tcase_add_loop_test(tcase, late_takes_no_points, 0, LENGTH_OF(submissions));
    tcase_add_test(tcase, late_is_no_step_away);
    tcase_add_test(tcase, a_collection_of_another_framework_is_refused);
    tcase_add_test(tcase, counts_that_disagree_are_found);
    tcase_add_test(tcase, no_record_is_no_count);
    tcase_add_test(tcase, explanations_tell_records_and_gaps);
    tcase_add_test(tcase, documents_hold_risks_and_gaps);
    tcase_add_test(tcase, words_and_getters_are_total);
    tcase_add_test(tcase, survives_without_memory);
    tcase_add_loop_test(tcase, supported_is_sound_and_monotone, 0, 60);
    suite_add_tcase(suite, tcase);
    return suite;
}
