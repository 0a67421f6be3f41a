/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Analyses say what plan 7501/KH-UBND of Quảng Nam says in its sections II and III, in their order;
 * every kind of dossier has one. */
#include <dti/dti.h>

#include "samples.h"

#include <stdlib.h>
#include <string.h>

#define PLAN  "examples/data/quangnam-2022.json"
#define OLD   "examples/data/bacninh-2020.json"
#define REPLY "examples/data/example-reply-2023.json"

struct papers {
    dti_result *result;
    dti_table *tables[2];
    dti_paper_options options;
};

static dti_table *builtin(const char *id)
{
    dti_table *table = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_builtin(id, NULL, &table, &error), &error);
    return table;
}

/* The later table first: papers put them in order. */
static void begin(struct papers *papers, const char *path, dti_track track, size_t tables)
{
    dti_dossier *dossier = sample_dossier(path, NULL);
    papers->result = sample_score(dossier, track);
    papers->tables[0] = tables > 0 ? builtin("vn-dti-province-2022") : NULL;
    papers->tables[1] = tables > 1 ? builtin("vn-dti-province-2021") : NULL;
    papers->options = (dti_paper_options)DTI_PAPER_OPTIONS_INIT;
    papers->options.tables = (const dti_table *const *)papers->tables;
    papers->options.table_count = tables;
    dti_dossier_unref(dossier);
}

static void end(struct papers *papers)
{
    dti_table_unref(papers->tables[0]);
    dti_table_unref(papers->tables[1]);
    dti_result_unref(papers->result);
}

static dti_text *write(struct papers *papers)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(dti_paper_write(papers->result, &papers->options, &text, &error), &error);
    return text;
}

static void has(const dti_text *text, const char *part)
{
    ck_assert_msg(strstr(dti_text_data(text), part) != NULL, "«%s» is not in\n%s", part,
                  dti_text_data(text));
}

static void has_not(const dti_text *text, const char *part)
{
    ck_assert_msg(strstr(dti_text_data(text), part) == NULL, "«%s» is in\n%s", part,
                  dti_text_data(text));
}

/* Each behind the one before it. */
static void has_in_order(const dti_text *text, const char *const *parts, size_t count)
{
    const char *at = dti_text_data(text);
    for (size_t i = 0; i < count; i++) {
        const char *next = strstr(at, parts[i]);
        ck_assert_msg(next != NULL, "«%s» is not behind the others in\n%s", parts[i],
                      dti_text_data(text));
        at = next + strlen(parts[i]);
    }
}

#define IN_ORDER(text, parts) has_in_order(text, parts, sizeof parts / sizeof parts[0])

/* ── the plan ── */

/* II.1 to II.3 and III.1 to III.8 as the plan prints them; figures the plan has wrong are those of
 * its own points: 41.35 of 150 is 0.2757, from 32 to 24 it is 8. */
START_TEST(test_plan_vi)
{
    static const char *const parts[] = {
        "# Phân tích kết quả chuyển đổi số (DTI) năm 2022 của tỉnh Quảng Nam\n",
        "theo Quyết định 922/QĐ-BTTTT; điểm thẩm định; lập ngày 12/10/2023*\n",
        "## I. Kết quả chung\n",
        "**0,5808** – tăng 0,1479 so với năm 2021 (0,4329)\n",
        "**31/63** – giảm 6 bậc so với năm 2021 (thứ 25)\n",
        "**5/8** – Nam Trung Bộ\n",
        "Chỉ số chuyển đổi số (DTI) năm 2022 của Quảng Nam đạt 0,5808, tăng 0,1479 so với năm 2021 "
        "(0,4329), xếp thứ 31/63, giảm 6 bậc so với năm 2021 (thứ 25). Trong nhóm Nam Trung Bộ, "
        "Quảng Nam xếp thứ 5/8. Giá trị trung bình năm 2022 là 0,5786; Quảng Nam cao hơn 0,0022.\n",
        "cộng lại được 583,83/1000, tương ứng giá trị 0,5838, khác với giá trị công bố là 0,5808.",
        "## II. Kết quả theo trụ cột\n",
        "| Chính quyền số | 0,4689 | 0,6674 | 27 | 30 | −3 |\n",
        "| Kinh tế số | 0,4581 | 0,6062 | 19 | 45 | −26 |\n",
        "| Xã hội số | 0,4594 | 0,5585 | 19 | 41 | −22 |\n",
        "- Chính quyền số đạt 0,6674, xếp thứ 30/63, giảm 3 bậc so với năm 2021 (thứ 27).\n",
        "| Chỉ số | 2021 | 2022 |\n| --- | ---: | ---: |\n| Chỉ số chuyển đổi số (DTI) | 25 | 31 "
        "|\n",
        "## III. Kết quả theo chỉ số chính\n",
        "| 1 | Nhận thức số | 100 | 80 | 0,8 | 10 | 54 | −44 |\n",
        "| 3 | Hạ tầng số | 100 | 67,64 | 0,6764 | 45 | 21 | +24 |\n",
        "| 5 | An toàn thông tin mạng | 100 | 52,29 | 0,5229 | 32 | 24 | +8 |\n",
        "| 8 | Hoạt động xã hội số | 150 | 41,35 | 0,2757 | 22 | 33 | −11 |\n",
        "Có 3/8 chỉ số chính tăng bậc so với năm 2021, tăng nhiều nhất là Hạ tầng số, 24 bậc (từ "
        "45 lên 21). Có 5/8 chỉ số chính giảm bậc so với năm 2021, giảm nhiều nhất là Nhận thức "
        "số, 44 bậc (từ 10 xuống 54).\n",
        "không có trung bình của từng chỉ số chính.\n\n| Chỉ số | Giá trị | Trung bình |\n| --- | "
        "---: | ---: |\n"
        "| Chỉ số chuyển đổi số (DTI) | 0,5808 | 0,5786 |\n| Nhận thức số | 0,8 | – |\n",
        "## IV. Hạn chế và nguyên nhân\n",
        "Tổng số điểm bị mất là 416,17/1000 điểm, nhiều nhất ở Hoạt động xã hội số: 108,65 điểm, "
        "bằng 26,1 % tổng số điểm bị mất.\n",
        "| Điểm tối đa | 1000 |\n| Nhận thức số | −20 |\n| Thể chế số | −20 |\n| Hạ tầng số | "
        "−32,36 |\n",
        "| Hoạt động xã hội số | −108,65 |\n| Điểm | 583,83 |\n",
        "### 1. Nhận thức số\n",
        "xếp thứ 54/63, giảm 44 bậc so với năm 2021 (thứ 10). Trong 10 chỉ số thành phần, 7 chỉ số "
        "đạt điểm tối đa, 3 chỉ số chưa đạt.",
        "cộng lại vừa đủ 70/70 điểm.\n",
        "| 1.3 | Văn bản chỉ đạo chuyên đề",
        " | 10 | 0 | Hầu hết các văn bản chỉ đạo",
        "| 1.8 |",
        "| 1.10 |",
        "### 2. Thể chế số\n",
        "9 chỉ số đạt điểm tối đa, 2 chỉ số chưa đạt.",
        "### 3. Hạ tầng số\n",
        "cộng lại được 19,98/20 điểm, chênh lệch không quá mức làm tròn.",
        "### 4. Nhân lực số\n",
        "Trong 13 chỉ số thành phần, 5 chỉ số chưa đạt điểm tối đa; 8 chỉ số còn lại không có điểm "
        "riêng. Các chỉ số này cộng lại đạt 42,99/60 điểm;",
        " | 5 | 0,005 |",
        " | 60 | 42,99 |",
        "### 5. An toàn thông tin mạng\n",
        "5 chỉ số đạt điểm tối đa, 7 chỉ số chưa đạt.",
        "cộng lại được 35,01/35 điểm",
        "### 6. Hoạt động chính quyền số\n",
        "Bộ TTTT, Tỷ trọng kinh tế số trong GRDP đạt tỷ lệ 7,13%",
        " | 30 | 29,67 |",
        "### 8. Hoạt động xã hội số\n",
        "| 8.8 |",
        " | 20 | 15,12 |",
        "## V. Điểm bị mất theo cơ quan\n",
        "| Công an tỉnh | 20 | 8.1 |\n",
        "## VI. Việc cần làm tiếp theo\n",
        "| 3.5 |",
        "thì được thêm 15 điểm (\\*) | 0,015 |\n",
        "## VII. Số liệu chưa khớp\n",
        "## VIII. Những điểm được giả định\n",
        "Trong 95 chỉ số thành phần, 80 chỉ số có quy tắc",
        "- Số lượng hệ thống thông tin: 30 hệ thống thông tin – Không được nêu;",
        "---\n\n*Lập bằng libdti ",
        " từ hồ sơ quangnam-2022 (sha256:",
        "bảng vn-dti-province-2021 phiên bản 1.0.0; bảng vn-dti-province-2022 phiên bản 1.0.0.*\n",
    };
    struct papers papers;
    begin(&papers, PLAN, DTI_TRACK_DEFAULT, 2);
    papers.options.day = "2023-10-12";
    dti_text *text = write(&papers);
    IN_ORDER(text, parts);
    dti_text_free(text);
    end(&papers);
}
END_TEST

START_TEST(test_plan_en)
{
    static const char *const parts[] = {
        "# Analysis of the digital transformation result (DTI) of Quang Nam province, 2022\n",
        "## I. Overall result\n",
        "The Digital Transformation Index (DTI) of Quang Nam for 2022 is 0.5808, up by 0.1479 from "
        "0.4329 in 2021, rank 31 of 63, down by 6 from rank 25 in 2021. Within South Central "
        "Coast, Quang Nam has rank 5 of 8. The mean of 2022 is 0.5786; Quang Nam is above it by "
        "0.0022.\n",
        "## II. Results by pillar\n",
        "- Digital society: 0.5585, rank 41 of 63, down by 22 from rank 19 in 2021.\n",
        "## III. Results by main indicator\n",
        "## IV. Points lost, and why\n",
        "### 4. Digital human resources\n",
        "Digital human resources has 44.77 of 100 points, a value of 0.4477, rank 59 of 63, down "
        "by "
        "7 from rank 52 in 2021. Components: 13 in all, 5 below the maximum; 8 without points of "
        "their own. Together these have 42.99 of 60 points;",
        "## V. Points lost by agency\n",
        "## VI. Next steps\n",
        "## VII. Figures that do not hold together\n",
        "## VIII. What is assumed\n",
    };
    struct papers papers;
    begin(&papers, PLAN, DTI_TRACK_DEFAULT, 2);
    papers.options.lang = DTI_LANG_EN;
    dti_text *text = write(&papers);
    IN_ORDER(text, parts);
    has_not(text, "written on");
    dti_text_free(text);
    end(&papers);
}
END_TEST

/* A reader is told of 32 → 24 and of 3.2, and not of what rounding explains. */
START_TEST(test_findings)
{
    struct papers papers;
    begin(&papers, PLAN, DTI_TRACK_DEFAULT, 2);
    dti_text *text = write(&papers);
    const char *findings = strstr(dti_text_data(text), "## VII.");
    ck_assert_ptr_nonnull(findings);
    ck_assert_ptr_nonnull(strstr(findings, "32 → 24"));
    ck_assert_ptr_nonnull(strstr(findings, "7,87 điểm lẽ ra phải là 7,85 điểm"));
    ck_assert_ptr_nonnull(strstr(findings, "0,5791")); /* a mean of all units is of the plan too */
    ck_assert_ptr_nonnull(strstr(findings, "\n### Những chỗ cần xem lại\n"));
    ck_assert_ptr_null(strstr(findings, "52,29 điểm, nhưng"));
    dti_text_free(text);
    end(&papers);
}
END_TEST

static dti_reconciliation *reconcile_nothing(const dti_result *result)
{
    dti_figures *figures = NULL;
    dti_reconciliation *found = NULL;
    dti_error *error = NULL;
    const dti_framework *framework = dti_dossier_framework(dti_result_dossier(result));
    sample_must(dti_figures_new(framework, NULL, &figures, &error), &error);
    sample_must(dti_reconcile(figures, NULL, &found, &error), &error);
    dti_figures_free(figures);
    return found;
}

/* What somebody reconciled is told as it was found: of nothing there is no section. */
START_TEST(test_given_reconciliation)
{
    struct papers papers;
    begin(&papers, PLAN, DTI_TRACK_DEFAULT, 0);
    dti_reconciliation *found = reconcile_nothing(papers.result);
    papers.options.reconciliation = found;
    dti_text *text = write(&papers);
    has_not(text, "Số liệu chưa khớp\n");
    has(text, "## VI. Việc cần làm tiếp theo\n");
    has(text, "## VII. Những điểm được giả định\n");
    dti_text_free(text);
    dti_reconciliation_unref(found);
    end(&papers);
}
END_TEST

/* ── other dossiers ── */

/* Without tables the dossier's own figures of both years are told; nobody says what kind of unit it
 * is, nor where it stands in its region beyond what is printed. */
START_TEST(test_without_tables)
{
    struct papers papers;
    begin(&papers, PLAN, DTI_TRACK_DEFAULT, 0);
    dti_text *text = write(&papers);
    has(text, "# Phân tích kết quả chuyển đổi số (DTI) năm 2022 của Quảng Nam\n");
    has(text, "đạt 0,5808, xếp thứ 31/63, giảm 6 bậc so với năm 2021 (thứ 25).");
    has(text, "| Chính quyền số | 0,4689 | 0,6674 | 27 | 30 | −3 |\n");
    has_not(text, "Giá trị trung bình năm 2022 là"); /* the plan prints two */
    has_not(text, "Nam Trung Bộ, Quảng Nam");
    dti_text_free(text);
    end(&papers);
}
END_TEST

/* A computed result was never ranked, and what is open is held against nothing. 144.31 to 779.31:
 * what the rules give for the inputs that the plan prints. */
START_TEST(test_computed)
{
    struct papers papers;
    begin(&papers, PLAN, DTI_TRACK_COMPUTED, 2);
    dti_text *text = write(&papers);
    has(text, "điểm tính từ số liệu*\n");
    has(text, "chưa phải là kết quả công bố.*\n");
    has(text, "kết quả cuối cùng có thể từ 144,31 đến 779,31 điểm.");
    has_not(text, "31/63");
    has_not(text, "Giá trị trung bình năm 2022 là");
    has_not(text, "so với năm 2021");
    has(text, " | 10 | – | thiếu số liệu |\n");
    dti_text_free(text);
    end(&papers);
}
END_TEST

/* 400 × 0.4449 + 300 × 0.3668 + 300 × 0.4052 = 409.56; parts stand in no source. */
START_TEST(test_absent_parts)
{
    static const char *const parts[] = {
        "## I. Kết quả chung\n",
        "Chỉ số chuyển đổi số (DTI) năm 2020 của Bắc Ninh đạt 0,4096",
        "## II. Kết quả theo trụ cột\n",
        "| Chính quyền số | 0,4449 |",
        "## III. Hạn chế và nguyên nhân\n",
        "Từ 1000 điểm tối đa còn 409,56 điểm; mất nhiều nhất ở Chính quyền số: 222,04 điểm.\n",
        "### Kinh tế số\n",
        "Kinh tế số đạt 110,04/300 điểm, giá trị 0,3668",
        "*bảy chỉ số chính: ",
        "## IV. Việc cần làm tiếp theo\n\nSố liệu hiện có chưa đủ",
    };
    dti_framework *framework = NULL;
    dti_dossier *dossier = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    struct papers papers = {.options = DTI_PAPER_OPTIONS_INIT};
    char *path = test_path(OLD);
    sample_must(dti_framework_builtin("vn-dti-province-1726", NULL, &framework, &error), &error);
    sample_must(dti_dossier_load(path, framework, NULL, &dossier, &error), &error);
    papers.result = sample_score(dossier, DTI_TRACK_DEFAULT);
    text = write(&papers);
    IN_ORDER(text, parts);
    has_not(text, "Kết quả theo chỉ số chính");
    has_not(text, "theo cơ quan");
    dti_text_free(text);
    dti_dossier_unref(dossier);
    dti_framework_unref(framework);
    free(path);
    end(&papers);
}
END_TEST

/* 1.1 and 1.8: 10 claimed, 5 appraised. */
START_TEST(test_cuts)
{
    static const char *const parts[] = {
        "## IV. Hạn chế và nguyên nhân\n",
        "### 4. Nhân lực số\n\nĐiểm thẩm định: ",
        "### Chênh lệch giữa điểm tự đánh giá và điểm thẩm định\n",
        "| 1.1 |",
        " | 10 | 5 | 5 |",
        "| 3.4 |",
        " | 20 | 18,58 | 1,42 |",
        "## V.",
    };
    struct papers papers;
    begin(&papers, REPLY, DTI_TRACK_DEFAULT, 0);
    dti_text *text = write(&papers);
    IN_ORDER(text, parts);
    dti_text_free(text);
    end(&papers);
}
END_TEST

/* Nothing but a unit and a year: it is said that there is nothing. */
START_TEST(test_empty)
{
    dti_dossier_builder *builder = NULL;
    dti_dossier *dossier = NULL;
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    struct papers papers = {.options = DTI_PAPER_OPTIONS_INIT};
    sample_must(dti_framework_builtin("vn-dti-ministry-922", NULL, &framework, &error), &error);
    sample_must(
        dti_dossier_builder_new(framework, "org:bo-tai-chinh", 2022, NULL, &builder, &error),
        &error);
    sample_must(dti_dossier_builder_build(builder, &dossier, &error), &error);
    papers.result = sample_score(dossier, DTI_TRACK_DEFAULT);
    dti_text *text = write(&papers);
    has(text, "## I. Kết quả chung\n\nHồ sơ chưa có số liệu nào đủ để xác định điểm");
    has_not(text, "## III.");
    dti_text_free(text);
    dti_dossier_unref(dossier);
    dti_dossier_builder_free(builder);
    dti_framework_unref(framework);
    end(&papers);
}
END_TEST

/* ── forms ── */

START_TEST(test_same_bytes)
{
    for (int format = 0; format <= 1; format++) {
        struct papers papers;
        begin(&papers, PLAN, DTI_TRACK_DEFAULT, 2);
        papers.options.format = (dti_paper_format)format;
        dti_text *first = write(&papers);
        const dti_table *const swapped[] = {papers.tables[1], papers.tables[0]};
        papers.options.tables = swapped; /* their order says nothing */
        dti_text *second = write(&papers);
        ck_assert_str_eq(dti_text_data(first), dti_text_data(second));
        dti_text_free(first);
        dti_text_free(second);
        end(&papers);
    }
}
END_TEST

START_TEST(test_html)
{
    struct papers papers;
    begin(&papers, PLAN, DTI_TRACK_DEFAULT, 2);
    papers.options.format = DTI_PAPER_HTML;
    dti_text *text = write(&papers);
    ck_assert_int_eq(strncmp(dti_text_data(text), "<!DOCTYPE html>", 15), 0);
    has(text, "năm 2022 của tỉnh Quảng Nam</h1>");
    has(text, "<svg");
    has_not(text, "<script");
    dti_text_free(text);
    end(&papers);
}
END_TEST

START_TEST(test_numbering)
{
    struct papers papers;
    begin(&papers, PLAN, DTI_TRACK_DEFAULT, 0);
    papers.options.numbering = "official"; /* Decision 922 counts the smart city as 6 */
    dti_text *text = write(&papers);
    has(text, "### 9. Hoạt động xã hội số\n");
    has(text, "| 9.8 |");
    dti_text_free(text);
    papers.options.numbering = NULL;
    papers.options.kind = DTI_PAPER_EXPLANATION;
    text = write(&papers);
    has(text, "# Giải trình");
    dti_text_free(text);
    end(&papers);
}
END_TEST

/* ── what is refused ── */

static void refuse(struct papers *papers, dti_status expected)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    dti_status status = dti_paper_write(papers->result, &papers->options, &text, &error);
    ck_assert_int_eq(status, expected);
    ck_assert_int_eq(dti_error_status(error), expected);
    ck_assert_ptr_null(text);
    dti_error_free(error);
}

START_TEST(test_refused)
{
    const dti_table *none[] = {NULL};
    dti_table *ministries = builtin("vn-dti-ministry-2022");
    const dti_table *others[] = {ministries};
    dti_text *text = NULL;
    struct papers papers;
    begin(&papers, PLAN, DTI_TRACK_DEFAULT, 0);
    const dti_paper_options plain = papers.options;
    ck_assert_int_eq(dti_paper_write(NULL, NULL, &text, NULL), DTI_E_ARG);
    ck_assert_int_eq(dti_paper_write(papers.result, NULL, NULL, NULL), DTI_E_ARG);
    papers.options.size = 1;
    refuse(&papers, DTI_E_ARG);
    papers.options = plain;
    papers.options.kind = (dti_paper_kind)7;
    refuse(&papers, DTI_E_ARG);
    papers.options = plain;
    papers.options.format = (dti_paper_format)7;
    refuse(&papers, DTI_E_ARG);
    papers.options = plain;
    papers.options.numbering = "own";
    refuse(&papers, DTI_E_NOT_FOUND);
    papers.options = plain;
    papers.options.day = "2023-02-30";
    refuse(&papers, DTI_E_VALUE);
    papers.options = plain;
    papers.options.table_count = 1;
    papers.options.tables = NULL;
    refuse(&papers, DTI_E_ARG);
    papers.options.tables = none;
    refuse(&papers, DTI_E_ARG);
    papers.options.tables = others;
    refuse(&papers, DTI_E_VERSION);
    dti_table_unref(ministries);
    end(&papers);
}
END_TEST

/* ── memory ── */

static dti_status scenario_paper(const dti_allocator *allocator, void *context)
{
    struct papers *papers = context;
    dti_paper_options options = papers->options;
    dti_text *text = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    dti_status status = dti_paper_write(papers->result, &options, &text, &error);
    ck_assert_int_eq(dti_error_status(error), status);
    ck_assert((text != NULL) == (status == DTI_OK));
    dti_error_free(error);
    dti_text_free(text);
    return status;
}

/* Reconciling has tests of its own. */
START_TEST(test_memory)
{
    dti_reconciliation *found = NULL;
    struct papers papers;
    begin(&papers, PLAN, DTI_TRACK_DEFAULT, 2);
    papers.options.format = (dti_paper_format)_i;
    papers.options.reconciliation = found = reconcile_nothing(papers.result);
    test_nomem_spread(scenario_paper, &papers, 60);
    dti_reconciliation_unref(found);
    end(&papers);
}
END_TEST

START_TEST(test_memory_of_findings)
{
    struct papers papers;
    begin(&papers, REPLY, DTI_TRACK_DEFAULT, 0);
    test_nomem_spread(scenario_paper, &papers, 25);
    end(&papers);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("paper");
    TCase *tcase = tcase_create("paper");
    tcase_add_test(tcase, test_plan_vi);
    tcase_add_test(tcase, test_plan_en);
    tcase_add_test(tcase, test_findings);
    tcase_add_test(tcase, test_given_reconciliation);
    tcase_add_test(tcase, test_without_tables);
    tcase_add_test(tcase, test_computed);
    tcase_add_test(tcase, test_absent_parts);
    tcase_add_test(tcase, test_cuts);
    tcase_add_test(tcase, test_empty);
    tcase_add_test(tcase, test_same_bytes);
    tcase_add_test(tcase, test_html);
    tcase_add_test(tcase, test_numbering);
    tcase_add_test(tcase, test_refused);
    suite_add_tcase(suite, tcase);
    TCase *memory = tcase_create("memory");
    tcase_set_timeout(memory, 240);
    tcase_add_loop_test(memory, test_memory, 0, 2);
    tcase_add_test(memory, test_memory_of_findings);
    suite_add_tcase(suite, memory);
    return suite;
}
