/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Markdown says what the page says: whatever a text holds, it is read as that text. */
#include "paper/page.h"

#include "support.h"

#include <stdlib.h>
#include <string.h>

/* The Markdown of a page, terminated; the page is released. */
static char *written(struct dti__page *page)
{
    struct dti__buffer out;
    dti__buffer_init(&out, &dti__malloc_allocator);
    ck_assert(!page->is_out_of_memory);
    dti__page_markdown(page, &out);
    dti__buffer_put_char(&out, '\0');
    ck_assert(!out.failed);
    char *text = strdup(out.data);
    dti__buffer_release(&out);
    dti__page_release(page);
    return text;
}

static void begin(struct dti__page *page, dti_lang lang)
{
    dti__page_init(page, lang, &dti__malloc_allocator);
    dti__page_head(page, "T", NULL, NULL);
}

#define CHECK(page, expected)                                                                      \
    do {                                                                                           \
        char *text_ = written(page);                                                               \
        ck_assert_str_eq(text_, expected);                                                         \
        free(text_);                                                                               \
    } while (0)

/* ── escapes, by the rules of CommonMark 0.30, section 2.4 ── */

static const struct {
    const char *text;
    const char *escaped;
} paragraphs[] = {
    {"Nhận thức số đạt 80/100 điểm.", "Nhận thức số đạt 80/100 điểm."},
    {"a*b_c", "a\\*b\\_c"},
    {"`x` [y](z)", "\\`x\\` \\[y\\](z)"},
    {"1 < 2 > 1", "1 \\< 2 > 1"},
    {"<script>alert(1)</script>", "\\<script>alert(1)\\</script>"},
    {"Bộ TT&TT &amp;", "Bộ TT\\&TT \\&amp;"},
    {"C:\\dti | x", "C:\\\\dti \\| x"},
    {"viễn thông ~ CNTT", "viễn thông \\~ CNTT"},
    {"# 3", "\\# 3"},
    {"#3", "\\#3"},
    {"> 3", "\\> 3"},
    {"- 3", "\\- 3"},
    {"-44", "-44"},
    {"---", "\\---"},
    {"-", "\\-"},
    {"+44", "+44"},
    {"+ 3", "\\+ 3"},
    {"=====", "\\====="},
    {"1. Hệ thống IOC", "1\\. Hệ thống IOC"},
    {"1) Hệ thống IOC", "1\\) Hệ thống IOC"},
    {"2022", "2022"},
    {"2022.", "2022\\."},
    {"933.22 điểm", "933.22 điểm"},
    {"7,13%", "7,13%"},
    {"một\nhai", "một\\\nhai"},
    {"một\n- hai\n3. ba", "một\\\n\\- hai\\\n3\\. ba"},
    {"một\n\n\nhai", "một\\\nhai"}, /* an empty line would end the block */
};

START_TEST(test_paragraph)
{
    char expected[256] = "# T\n\n";
    struct dti__page page;
    begin(&page, DTI_LANG_VI);
    dti__page_say(&page, DTI__BLOCK_PARAGRAPH, paragraphs[_i].text);
    strcat(strcat(expected, paragraphs[_i].escaped), "\n");
    CHECK(&page, expected);
}
END_TEST

static const struct {
    const char *text;
    enum dti__tone tone;
    const char *escaped;
} cells[] = {
    {"a|b", DTI__TONE_PLAIN, "a\\|b"},
    {"một\nhai", DTI__TONE_PLAIN, "một<br>hai"},
    {"<br>", DTI__TONE_PLAIN, "\\<br>"},
    {"- 3", DTI__TONE_BAD, "- 3"}, /* no line begins within a cell */
    {"1. Hệ thống", DTI__TONE_FAINT, "1. Hệ thống"},
    {"", DTI__TONE_PLAIN, ""},
    {"", DTI__TONE_STRONG, ""},
    {"Cộng", DTI__TONE_STRONG, "**Cộng**"},
    {"5*", DTI__TONE_STRONG, "**5\\***"},
    {"\\|", DTI__TONE_PLAIN, "\\\\\\|"},
};

START_TEST(test_cell)
{
    char expected[256] = "# T\n\n| A | B |\n| --- | ---: |\n| ";
    const struct dti__page_column columns[] = {{"A", DTI__ALIGN_TEXT}, {"B", DTI__ALIGN_FIGURE}};
    const struct dti__page_cell row[] = {{cells[_i].text, cells[_i].tone}, {"1", DTI__TONE_PLAIN}};
    struct dti__page page;
    begin(&page, DTI_LANG_VI);
    dti__page_row(&page, dti__page_table(&page, "", columns, 2), row);
    strcat(strcat(expected, cells[_i].escaped), " | 1 |\n");
    CHECK(&page, expected);
}
END_TEST

/* ── blocks ── */

START_TEST(test_blocks)
{
    struct dti__page page;
    dti__page_init(&page, DTI_LANG_VI, &dti__malloc_allocator);
    dti__page_head(&page, "Phân *tích*", "theo Quyết định 922", "libdti_1");
    dti__page_heading(&page, 1, "a", "I. Kết quả");
    dti__page_tile(&page, "Giá trị", "0,5808", "tăng 0,1479");
    dti__page_tile(&page, "Xếp hạng", "31/63", NULL);
    dti__page_say(&page, DTI__BLOCK_PARAGRAPH, "Đoạn.");
    dti__page_heading(&page, 2, NULL, "1. Nhận thức số");
    dti__page_say(&page, DTI__BLOCK_ITEM, "một");
    dti__page_say(&page, DTI__BLOCK_ITEM, "hai\nba");
    dti__page_say(&page, DTI__BLOCK_NOTE, "ghi chú");
    dti__page_say(&page, DTI__BLOCK_WARNING, "chưa khớp\nthật");
    dti__page_say(&page, DTI__BLOCK_QUOTE, "lời");
    CHECK(&page, "# Phân \\*tích\\*\n\n"
                 "*theo Quyết định 922*\n\n"
                 "## I. Kết quả\n\n"
                 "- Giá trị: **0,5808** – tăng 0,1479\n"
                 "- Xếp hạng: **31/63**\n\n"
                 "Đoạn.\n\n"
                 "### 1. Nhận thức số\n\n"
                 "- một\n"
                 "- hai\\\n  ba\n\n"
                 "*ghi chú*\n\n"
                 "> **Lưu ý:** chưa khớp\\\n> thật\n\n"
                 "> lời\n\n"
                 "---\n\n"
                 "*libdti\\_1*\n");
}
END_TEST

START_TEST(test_table)
{
    const struct dti__page_column columns[] = {{"Mã|số", DTI__ALIGN_TEXT},
                                               {"Điểm", DTI__ALIGN_FIGURE}};
    const struct dti__page_cell rows[][2] = {{{"1.3", DTI__TONE_PLAIN}, {"0", DTI__TONE_BAD}},
                                             {{"1.8", DTI__TONE_PLAIN}, {"5", DTI__TONE_PLAIN}}};
    struct dti__page page;
    begin(&page, DTI_LANG_VI);
    struct dti__page_table *table = dti__page_table(&page, "Bảng 1", columns, 2);
    dti__page_row(&page, table, rows[0]);
    dti__page_row(&page, table, rows[1]);
    dti__page_say(&page, DTI__BLOCK_PARAGRAPH, "Sau.");
    CHECK(&page, "# T\n\n**Bảng 1**\n\n| Mã\\|số | Điểm |\n| --- | ---: |\n"
                 "| 1.3 | 0 |\n| 1.8 | 5 |\n\nSau.\n");
}
END_TEST

START_TEST(test_bars)
{
    const struct dti__chart_point points[] = {
        {.label = "Nhận thức số", .text = "0.8", .amount = 0.8, .mark = 0.7, .mark_text = "0.7"},
        {.label = "Thể chế số", .text = "0.6", .amount = 0.6, .mark = -1}};
    struct dti__page page;
    begin(&page, DTI_LANG_EN);
    struct dti__page_chart *chart = dti__page_chart(&page, DTI__CHART_BARS, "Bars", "What it is.");
    chart->mark_label = "Mean";
    dti__page_point(&page, chart, &points[0]);
    dti__page_point(&page, chart, &points[1]);
    chart = dti__page_chart(&page, DTI__CHART_BARS, "Again", "");
    dti__page_point(&page, chart, &points[0]);
    CHECK(&page, "# T\n\n**Bars**\n\nWhat it is.\n\n"
                 "| Indicator | Value | Mean |\n| --- | ---: | ---: |\n"
                 "| Nhận thức số | 0.8 | 0.7 |\n| Thể chế số | 0.6 | – |\n\n"
                 "**Again**\n\n| Indicator | Value |\n| --- | ---: |\n| Nhận thức số | 0.8 |\n");
}
END_TEST

/* 1000 − 20 − 32.36 = 947.64 */
START_TEST(test_waterfall)
{
    const struct dti__chart_point points[] = {
        {.label = "Nhận thức số", .text = "−20", .amount = 20, .mark = -1},
        {.label = "Hạ tầng số", .text = "−32,36", .amount = 32.36, .mark = -1}};
    struct dti__page page;
    begin(&page, DTI_LANG_VI);
    struct dti__page_chart *chart = dti__page_chart(&page, DTI__CHART_WATERFALL, "Mất", "Ở đâu.");
    chart->most = 1000;
    chart->start_label = "Tối đa";
    chart->end_label = "Còn";
    dti__page_point(&page, chart, &points[0]);
    dti__page_point(&page, chart, &points[1]);
    CHECK(&page, "# T\n\n**Mất**\n\nỞ đâu.\n\n| Chỉ số | Điểm |\n| --- | ---: |\n"
                 "| Tối đa | 1000 |\n| Nhận thức số | −20 |\n| Hạ tầng số | −32,36 |\n"
                 "| Còn | 947,64 |\n");
}
END_TEST

/* Lines need not have all years. */
START_TEST(test_ranks)
{
    const struct dti__chart_point points[] = {
        {.label = "DTI", .text = "25", .amount = 25, .mark = -1, .year = 2021},
        {.label = "DTI", .text = "31", .amount = 31, .mark = -1, .year = 2022},
        {.label = "Kinh tế số", .text = "45", .amount = 45, .mark = -1, .year = 2022},
        {.label = "Xã hội số", .text = "7", .amount = 7, .mark = -1, .year = 2020}};
    struct dti__page page;
    begin(&page, DTI_LANG_VI);
    struct dti__page_chart *chart = dti__page_chart(&page, DTI__CHART_RANKS, "Hạng", "");
    for (size_t i = 0; i < 4; i++)
        dti__page_point(&page, chart, &points[i]);
    CHECK(&page, "# T\n\n**Hạng**\n\n| Chỉ số | 2020 | 2021 | 2022 |\n| --- | ---: | ---: | ---: "
                 "|\n| DTI | – | 25 | 31 |\n| Kinh tế số | – | – | 45 |\n| Xã hội số | 7 | – | – "
                 "|\n");
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("markdown");
    TCase *tcase = tcase_create("markdown");
    tcase_add_loop_test(tcase, test_paragraph, 0, sizeof paragraphs / sizeof paragraphs[0]);
    tcase_add_loop_test(tcase, test_cell, 0, sizeof cells / sizeof cells[0]);
    tcase_add_test(tcase, test_blocks);
    tcase_add_test(tcase, test_table);
    tcase_add_test(tcase, test_bars);
    tcase_add_test(tcase, test_waterfall);
    tcase_add_test(tcase, test_ranks);
    suite_add_tcase(suite, tcase);
    return suite;
}
