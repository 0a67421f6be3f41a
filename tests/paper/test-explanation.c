/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The reply to an appraisal says what was appraised otherwise, why that is contested, with which
 * evidence, and what is missing. */
#include "paper/letter.h"

#include "samples.h"

#define SAMPLE_REPLY "examples/data/example-reply-2023.json"

/* ── a reply as one text ── */

static void add_table(struct dti__buffer *out, const struct dti__page_table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        dti__buffer_put_text(out, i > 0 ? "|" : "! ");
        dti__buffer_put_text(out, table->columns[i].title);
    }
    dti__buffer_put_text(out, "\n");
    for (size_t i = 0; i < table->row_count * table->column_count; i++) {
        dti__buffer_put_text(out, i % table->column_count > 0 ? "|" : "| ");
        dti__buffer_put_text(out, table->cells[i].text);
        dti__buffer_put_text(out, (i + 1) % table->column_count > 0 ? "" : "\n");
    }
}

/* A block each on a line of its own, with a mark for its kind. */
static char *flatten(const struct dti__page *page)
{
    static const char *const marks[] = {"# ", "", "~ ", "! ", "> ", "- ", "= ", "", ""};
    struct dti__buffer out;
    dti__buffer_init(&out, &dti__malloc_allocator);
    dti__buffer_put_text(&out, page->title);
    dti__buffer_put_text(&out, "\n");
    dti__buffer_put_text(&out, page->subtitle ? page->subtitle : "");
    dti__buffer_put_text(&out, "\n");
    for (size_t i = 0; i < page->block_count; i++) {
        const struct dti__block *block = &page->blocks[i];
        for (int k = 1; block->kind == DTI__BLOCK_HEADING && k < block->level; k++)
            dti__buffer_put_text(&out, "#");
        dti__buffer_put_text(&out, marks[block->kind]);
        dti__buffer_put_text(&out, block->table ? "" : block->text);
        dti__buffer_put_text(&out, block->table ? "" : "\n");
        if (block->table)
            add_table(&out, block->table);
    }
    dti__buffer_put_char(&out, '\0');
    ck_assert(!out.failed);
    char *text = strdup(out.data);
    dti__buffer_release(&out);
    return text;
}

static void compose(const dti_result *result, dti_lang lang, const char *day,
                    const dti_allocator *allocator, struct dti__paper *paper)
{
    *paper = (struct dti__paper){.result = result,
                                 .framework = dti_dossier_framework(dti_result_dossier(result)),
                                 .numbering = dti_dossier_numbering(dti_result_dossier(result)),
                                 .day = day,
                                 .lang = lang,
                                 .year = dti_dossier_year(dti_result_dossier(result))};
    dti__page_init(&paper->page, lang, allocator);
    dti__paper_explanation(paper);
}

static char *reply_of(const dti_result *result, dti_lang lang, const char *day)
{
    struct dti__paper paper;
    compose(result, lang, day, &dti__malloc_allocator, &paper);
    ck_assert(!paper.page.is_out_of_memory);
    char *text = flatten(&paper.page);
    dti__page_release(&paper.page);
    return text;
}

static char *reply_to(const char *path, dti_lang lang, const char *day)
{
    dti_dossier *dossier = sample_dossier(path, NULL);
    dti_result *result = sample_score(dossier, DTI_TRACK_DEFAULT);
    char *text = reply_of(result, lang, day);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
    return text;
}

static void has(const char *text, const char *line)
{
    ck_assert_msg(strstr(text, line) != NULL, "«%s» is not in\n%s", line, text);
}

static void has_not(const char *text, const char *line)
{
    ck_assert_msg(strstr(text, line) == NULL, "«%s» is in\n%s", line, text);
}

/* ── the example ── */

/* Sums by hand: 10 + 10 + 10 + 10 + 5 + 20 + 6,2 + 10 + 15,4 = 96,6 and 5 + 5 + 10 + 0 + 0 + 18,58
 * + 6,8 + 9,4 + 12 = 66,78; contested are 1.1, 1.8 and 3.4: 5 + 5 + 1,42 = 11,42. */
static const char *const lines_vi[] = {
    "Giải trình kết quả thẩm định chỉ số chuyển đổi số (DTI) năm 2023 của Tỉnh mẫu\n",
    "\nKính gửi: Bộ Thông tin và Truyền thông – 15/6/2024\n",
    "\n9 chỉ số thành phần có cả hai cột điểm: tự đánh giá 96,6 điểm, thẩm định 66,78 điểm, chênh "
    "lệch 29,82 điểm.\n",
    "\nĐề nghị xem xét lại 3 chỉ số thành phần, tổng cộng 11,42 điểm; đồng ý với kết quả thẩm định "
    "1 chỉ số; đã có quyết định 2 chỉ số; còn 1 chỉ số chưa có ý kiến.\n",
    "\n! Mã|Chỉ số thành phần|Điểm tối đa|Tự đánh giá|Thẩm định|Chênh lệch|Ý kiến\n",
    "chương trình SMEdx|20|6,2|6,8|-0,6|thẩm định cao hơn\n",
    "|10|10|9,4|0,6|đồng ý\n",
    "|20|15,4|12|3,4|chưa có ý kiến\n",
    "|10|10|0|10|đã quyết định\n",
    "|20|20|18,58|1,42|đề nghị xem xét lại\n",
    "\n| Cộng||105|86,6|56,78|29,82|\n", /* the eight rows: all but 2.2, where nothing differs */
    "\nĐiểm tối đa 10; tự đánh giá 10; thẩm định 5; chênh lệch 5.\n",
    "\nÝ kiến thẩm định:\n> Quyết định gửi kèm (158/QĐ-UBND năm 2021) ghi Phó Chủ tịch UBND tỉnh "
    "là "
    "Trưởng ban.\nGiải trình:\n> Chủ tịch UBND tỉnh là Trưởng ban Ban Chỉ đạo chuyển đổi số từ "
    "tháng "
    "8/2023.\n> Quyết định 158/QĐ-UBND đã được thay thế;",
    /* the supplied record first, although its id is the later one of the two */
    "\nTài liệu kiểm chứng:\n- Quyết định 1420/QĐ-UBND, 15/8/2023: Quyết định kiện toàn Ban Chỉ "
    "đạo "
    "chuyển đổi số (người ký Nguyễn Văn A); đã chấp nhận; bổ sung ngày 27/5/2024\n- Quyết định "
    "158/QĐ-UBND,",
    "\nTính từ số liệu trong hồ sơ: 20/20 điểm (theo cách tính giả định) – Tỷ lệ UBND cấp xã kết "
    "nối "
    "mạng Truyền số liệu chuyên dùng: 100 %.\nĐề nghị xem xét, ghi nhận 20/20 điểm (điểm thẩm "
    "định: "
    "18,58).\n",
    "|9,4|Điểm tự đánh giá tính thừa 15 điểm phục vụ chưa có cáp quang.\n",
    "|giữ nguyên điểm: 0 (10/6/2024)|Phụ lục chỉ ghi số tiền, không ghi tỷ lệ chi ngân sách.\n",
    "|thay đổi điểm: 0 → 5 (10/6/2024)|Chấp nhận tài liệu bổ sung.\n",
    "\n| Lịch phát sóng 45/BC-PTTH|20/12/2023|Lịch phát sóng chuyên mục chuyển đổi số năm "
    "2023|Trần "
    "Thị B|đã nộp|1.8\n",
    "\n- 1.8 Tần suất Đài Phát thanh truyền hình của Tỉnh, thành phố phát sóng chuyên mục riêng về "
    "chuyển đổi số: tài liệu 45/BC-PTTH [lich-phat-song-2023]: đã nộp, chưa được chấp nhận.\n",
    "\n- 8.4 Số lượng hộ gia đình có địa chỉ số (trên tổng số hộ gia đình): chênh lệch 3,4 điểm mà "
    "chưa có ý kiến; cần ghi đồng ý, hoặc không đồng ý kèm lý do và tài liệu kiểm chứng.\n",
};

static const char *const lines_en[] = {
    "Reply to the appraisal of the Digital Transformation Index (DTI) of 2023: Sample Province\n",
    "\nTo: Ministry of Information and Communications – 2024-06-15\n",
    ("\n9 components have points in both columns: self-assessed 96.6, appraised 66.78, difference "
     "29.82.\n"),
    "\nMaximum 10; self-assessed 10; appraised 5; difference 5.\n",
    "|change: 0 → 5 (2024-06-10)|",
    "\nWe ask that 20 of 20 points be recognised (appraised: 18.58).\n",
};

START_TEST(test_example)
{
    char *vi = reply_to(SAMPLE_REPLY, DTI_LANG_VI, "2024-06-15");
    for (size_t i = 0; i < sizeof lines_vi / sizeof lines_vi[0]; i++)
        has(vi, lines_vi[i]);
    has_not(vi, "| 2.2|");  /* 10 and 10 */
    has_not(vi, "56/2022"); /* a record of what is decided goes with nothing */
    has_not(vi, "Hồ sơ không có điểm tự đánh giá");
    free(vi);
    char *en = reply_to(SAMPLE_REPLY, DTI_LANG_EN, "2024-06-15");
    for (size_t i = 0; i < sizeof lines_en / sizeof lines_en[0]; i++)
        has(en, lines_en[i]);
    free(en);
}
END_TEST

START_TEST(test_without_day)
{
    char *text = reply_to(SAMPLE_REPLY, DTI_LANG_VI, "");
    has(text, "\nKính gửi: Bộ Thông tin và Truyền thông\n");
    free(text);
}
END_TEST

/* ── Quảng Nam: nothing is self-assessed ── */

/* By the rules 3.2 is 7,853 where 7,87 was appraised, and 5.12 more than was appraised; 3.1, where
 * 7,92 is what the rule gives for 79,2 %, does not differ. */
START_TEST(test_without_self_assessment)
{
    char *text = reply_to(SAMPLE_QUANGNAM, DTI_LANG_VI, "2024-06-15");
    has(text, "\n! Hồ sơ không có điểm tự đánh giá.");
    has(text, "|Tính từ số liệu|Thẩm định|Chênh lệch|Ý kiến\n");
    has(text,
        "\n| 3.2|Tỷ lệ hộ gia đình có người có điện thoại thông minh|10|7,853|7,87|-0,017|thẩm "
        "định cao hơn\n");
    has(text, "\n| 5.12|");
    has_not(text, "\n| 3.1|");
    has_not(text, "Đề nghị xem xét lại 0");
    has(text, "\nKhông có chỉ số nào đề nghị xem xét lại.\n");
    has(text,
        "\n- 5.12 Tổng kinh phí chi cho an toàn thông tin (ATTT): chênh lệch 1,6243 điểm mà chưa "
        "có ý kiến;");
    free(text);
}
END_TEST

/* ── dossiers made for one thing each ── */

static void state(dti_dossier_builder *builder, const char *code, dti_track track, const char *text)
{
    dti_error *error = NULL;
    sample_must(
        dti_dossier_builder_add_stated(builder, code, track, DTI_QUANTITY_POINTS, text, -1, &error),
        &error);
}

static dti_dossier *reply(const dti_dossier *dossier, const char *code, dti_action action)
{
    dti_history_step step = DTI_HISTORY_STEP_INIT;
    dti_changes *changes = NULL;
    dti_dossier *next = NULL;
    dti_error *error = NULL;
    step.action = action;
    step.at = "2023-06-01T00:30:00+07:00"; /* in UTC it is the day before */
    step.by = "Đỗ Thị H";
    step.reason_vi = "Lý do của tỉnh";
    sample_must(dti_changes_new(dti_dossier_framework(dossier), NULL, &changes, &error), &error);
    sample_must(dti_changes_reply(changes, code, &step, NULL, &error), &error);
    sample_must(dti_changes_apply(changes, dossier, &next, &error), &error);
    dti_changes_free(changes);
    return next;
}

/* A deputy heads the committee: the rule gives 5 of the 10 points that are claimed. */
static dti_dossier *overclaimed(void)
{
    static const struct sample_row deputy = SAMPLE_ANSWER("steering-committee-head", "deputy");
    dti_dossier_builder *builder = sample_begin(true);
    sample_enter(builder, &deputy);
    state(builder, "1.1", DTI_TRACK_SELF, "10");
    state(builder, "1.1", DTI_TRACK_APPRAISED, "2,5");
    dti_dossier *dossier = sample_build(builder);
    dti_dossier_builder_free(builder);
    return dossier;
}

START_TEST(test_contested_without_evidence)
{
    dti_dossier *before = overclaimed();
    dti_dossier *dossier = reply(before, "1.1", DTI_ACTION_DISAGREE);
    dti_result *result = sample_score(dossier, DTI_TRACK_SELF);
    char *text = reply_of(result, DTI_LANG_VI, "");
    has(text, "\nĐiểm tối đa 10; tự đánh giá 10; thẩm định 2,5; chênh lệch 7,5.\n");
    has(text, "\nGiải trình:\n> Lý do của tỉnh\n");
    has(text, "Tính từ số liệu trong hồ sơ: 5/10 điểm");
    has(text, ": đề nghị xem xét lại mà chưa có tài liệu kiểm chứng nào.\n");
    has(text, ": số liệu trong hồ sơ chỉ cho 5 điểm, ít hơn 10 điểm đề nghị;");
    has_not(text, "Danh mục tài liệu");
    has_not(text, "Tài liệu kiểm chứng:");
    free(text);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
    dti_dossier_unref(before);
}
END_TEST

START_TEST(test_agreed_after_disagreeing)
{
    dti_dossier *open = overclaimed();
    dti_dossier *contested = reply(open, "1.1", DTI_ACTION_DISAGREE);
    dti_dossier *agreed = reply(contested, "1.1", DTI_ACTION_AGREE);
    dti_result *result = sample_score(agreed, DTI_TRACK_DEFAULT);
    char *text = reply_of(result, DTI_LANG_EN, "");
    has(text, "|10|10|2.5|7.5|agreed\n");
    has(text, "\nNo component is contested.\n");
    has(text, "\n# III. Components agreed with\n");
    has_not(text, "Decision");
    has_not(text, "To be done");
    free(text);
    dti_result_unref(result);
    dti_dossier_unref(agreed);
    dti_dossier_unref(contested);
    dti_dossier_unref(open);
}
END_TEST

/* Both columns in full agreement: nothing to say but that. */
START_TEST(test_nothing_differs)
{
    dti_dossier_builder *builder = sample_begin(true);
    state(builder, "1.1", DTI_TRACK_SELF, "10");
    state(builder, "1.1", DTI_TRACK_APPRAISED, "10");
    dti_result *result = sample_end(builder, DTI_TRACK_DEFAULT);
    char *text = reply_of(result, DTI_LANG_VI, "");
    has(text,
        "\n1 chỉ số thành phần có cả hai cột điểm: tự đánh giá 10 điểm, thẩm định 10 điểm, chênh "
        "lệch 0 điểm.\n");
    has_not(text, "| Cộng|");
    free(text);
    dti_result_unref(result);
}
END_TEST

START_TEST(test_what_was_appraised)
{
    dti_dossier_builder *builder = sample_begin(true);
    state(builder, "1.1", DTI_TRACK_SELF, "10");
    dti_dossier *dossier = sample_build(builder);
    dti_result *result = sample_score(dossier, DTI_TRACK_SELF);
    ck_assert(!dti__paper_has_appraisal(result));
    dti_result_unref(result);
    dti_dossier_unref(dossier);
    state(builder, "2", DTI_TRACK_APPRAISED, "60");
    result = sample_end(builder, DTI_TRACK_DEFAULT);
    ck_assert(dti__paper_has_appraisal(result));
    dti_result_unref(result);
}
END_TEST

/* ── memory ── */

static dti_status scenario(const dti_allocator *allocator, void *data)
{
    const dti_result *result = data;
    struct dti__paper paper;
    compose(result, DTI_LANG_VI, "2024-06-15", allocator, &paper);
    const bool failed = paper.page.is_out_of_memory;
    dti__page_release(&paper.page);
    return failed ? DTI_E_NOMEM : DTI_OK;
}

START_TEST(test_no_memory)
{
    dti_dossier *dossier = sample_dossier(SAMPLE_REPLY, NULL);
    dti_result *result = sample_score(dossier, DTI_TRACK_DEFAULT);
    test_nomem_allocator(scenario, result);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("explanation");
    TCase *tcase = tcase_create("explanation");
    tcase_add_test(tcase, test_example);
    tcase_add_test(tcase, test_without_day);
    tcase_add_test(tcase, test_without_self_assessment);
    tcase_add_test(tcase, test_contested_without_evidence);
    tcase_add_test(tcase, test_agreed_after_disagreeing);
    tcase_add_test(tcase, test_nothing_differs);
    tcase_add_test(tcase, test_what_was_appraised);
    tcase_add_test(tcase, test_no_memory);
    suite_add_tcase(suite, tcase);
    return suite;
}
