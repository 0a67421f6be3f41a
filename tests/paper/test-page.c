/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The page keeps what it is given, copied and safe, in order, and nothing when memory runs out. */
#include "paper/page.h"

#include "support.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *given;
    const char *kept;
} texts[] = {
    {NULL, ""},
    {"", ""},
    {" \n\t ", ""},
    {"Chỉ số", "Chỉ số"},
    {"  hai đầu\r\n", "hai đầu"},
    {"một\nhai", "một\nhai"},
    {"một\n\nhai", "một\n\nhai"},
    {"\x1b[31mđỏ", "\xEF\xBF\xBD[31mđỏ"},
    {"a\xE2\x80\xAE"
     "b",
     "a\xEF\xBF\xBD"
     "b"}, /* U+202E turns a line around */
    {"\x01\x02\x03\x04", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
    {"\xFF", "\xEF\xBF\xBD"},
};

START_TEST(test_text)
{
    struct dti__page page;
    dti__page_init(&page, DTI_LANG_VI, &dti__malloc_allocator);
    ck_assert_str_eq(dti__page_text(&page, texts[_i].given), texts[_i].kept);
    ck_assert(!page.is_out_of_memory);
    dti__page_release(&page);
}
END_TEST

/* A long text is kept whole: sentences are cut elsewhere, papers are not. */
START_TEST(test_long_text)
{
    static char text[100001];
    struct dti__page page;
    memset(text, 'x', sizeof text - 1);
    dti__page_init(&page, DTI_LANG_VI, &dti__malloc_allocator);
    const char *kept = dti__page_text(&page, text);
    ck_assert_ptr_ne(kept, text);
    ck_assert_str_eq(kept, text);
    dti__page_release(&page);
}
END_TEST

/* Every kind of block once, from buffers that are overwritten afterwards. */
static void fill(struct dti__page *page)
{
    char text[32] = "Tiêu đề";
    dti__page_head(page, text, "", text);
    dti__page_heading(page, 2, "one", text);
    for (int i = 0; i < 20; i++) {
        snprintf(text, sizeof text, "mục %d", i);
        dti__page_say(page, DTI__BLOCK_ITEM, text);
    }
    dti__page_say(page, DTI__BLOCK_PARAGRAPH, " ");
    dti__page_tile(page, "Giá trị", "0,5808", NULL);
    const struct dti__page_column columns[] = {{text, DTI__ALIGN_TEXT},
                                               {"Điểm", DTI__ALIGN_FIGURE}};
    struct dti__page_table *table = dti__page_table(page, "Bảng", columns, 2);
    for (int i = 0; i < 20; i++) {
        snprintf(text, sizeof text, "hàng %d", i);
        const struct dti__page_cell cells[] = {{text, DTI__TONE_PLAIN}, {"1,5", DTI__TONE_BAD}};
        dti__page_row(page, table, cells);
    }
    struct dti__page_chart *chart =
        dti__page_chart(page, DTI__CHART_RANKS, "Thứ hạng", "Qua các năm.");
    chart->most = 63;
    for (int i = 0; i < 20; i++) {
        snprintf(text, sizeof text, "%d", i);
        const struct dti__chart_point point = {.label = "DTI",
                                               .short_label = "",
                                               .text = text,
                                               .amount = i,
                                               .mark = -1,
                                               .year = 2000 + i};
        dti__page_point(page, chart, &point);
    }
    memset(text, '#', sizeof text - 1);
}

START_TEST(test_blocks)
{
    struct dti__page page;
    dti__page_init(&page, DTI_LANG_EN, &dti__malloc_allocator);
    ck_assert_str_eq(page.title, "");
    fill(&page);
    ck_assert(!page.is_out_of_memory);
    ck_assert_int_eq(page.lang, DTI_LANG_EN);
    ck_assert_str_eq(page.title, "Tiêu đề");
    ck_assert_ptr_null(page.subtitle);
    ck_assert_str_eq(page.foot, "Tiêu đề");
    ck_assert_uint_eq(page.block_count, 1 + 20 + 1 + 1 + 1); /* an empty paragraph is none */
    ck_assert_int_eq(page.blocks[0].kind, DTI__BLOCK_HEADING);
    ck_assert_int_eq(page.blocks[0].level, 2);
    ck_assert_str_eq(page.blocks[0].id, "one");
    ck_assert_str_eq(page.blocks[1].text, "mục 0");
    ck_assert_str_eq(page.blocks[20].text, "mục 19");
    ck_assert_int_eq(page.blocks[21].kind, DTI__BLOCK_TILE);
    ck_assert_str_eq(page.blocks[21].title, "Giá trị");
    ck_assert_str_eq(page.blocks[21].text, "0,5808");
    ck_assert_ptr_null(page.blocks[21].remark);
    dti__page_release(&page);
}
END_TEST

START_TEST(test_table)
{
    struct dti__page page;
    dti__page_init(&page, DTI_LANG_VI, &dti__malloc_allocator);
    fill(&page);
    const struct dti__page_table *table = page.blocks[22].table;
    ck_assert_int_eq(page.blocks[22].kind, DTI__BLOCK_TABLE);
    ck_assert_str_eq(table->caption, "Bảng");
    ck_assert_uint_eq(table->column_count, 2);
    ck_assert_str_eq(table->columns[0].title, "mục 19");
    ck_assert_int_eq(table->columns[1].align, DTI__ALIGN_FIGURE);
    ck_assert_uint_eq(table->row_count, 20);
    ck_assert_str_eq(table->cells[0].text, "hàng 0");
    ck_assert_str_eq(table->cells[38].text, "hàng 19");
    ck_assert_str_eq(table->cells[39].text, "1,5");
    ck_assert_int_eq(table->cells[39].tone, DTI__TONE_BAD);
    dti__page_release(&page);
}
END_TEST

START_TEST(test_chart)
{
    struct dti__page page;
    dti__page_init(&page, DTI_LANG_VI, &dti__malloc_allocator);
    fill(&page);
    const struct dti__page_chart *chart = page.blocks[23].chart;
    ck_assert_int_eq(page.blocks[23].kind, DTI__BLOCK_CHART);
    ck_assert_int_eq(chart->kind, DTI__CHART_RANKS);
    ck_assert_str_eq(chart->description, "Qua các năm.");
    ck_assert_ptr_null(chart->mark_label);
    ck_assert_str_eq(chart->start_label, "");
    ck_assert_uint_eq(chart->point_count, 20);
    ck_assert_str_eq(chart->points[0].label, "DTI");
    ck_assert_ptr_null(chart->points[0].short_label); /* "" is none */
    ck_assert_str_eq(chart->points[19].text, "19");
    ck_assert_int_eq(chart->points[19].year, 2019);
    dti__page_release(&page);
}
END_TEST

/* Tables and charts are there also without memory, and whoever fills them need not look. */
static dti_status scenario_fill(const dti_allocator *allocator, void *context)
{
    struct dti__page page;
    (void)context;
    dti__page_init(&page, DTI_LANG_VI, allocator ? allocator : &dti__malloc_allocator);
    fill(&page);
    dti_status status = page.is_out_of_memory ? DTI_E_NOMEM : DTI_OK;
    ck_assert(page.is_out_of_memory || page.block_count == 24);
    dti__page_release(&page);
    return status;
}

START_TEST(test_memory)
{
    test_nomem(scenario_fill, NULL);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("page");
    TCase *tcase = tcase_create("page");
    tcase_add_loop_test(tcase, test_text, 0, sizeof texts / sizeof texts[0]);
    tcase_add_test(tcase, test_long_text);
    tcase_add_test(tcase, test_blocks);
    tcase_add_test(tcase, test_table);
    tcase_add_test(tcase, test_chart);
    tcase_add_test(tcase, test_memory);
    suite_add_tcase(suite, tcase);
    return suite;
}
