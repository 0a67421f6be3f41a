/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Figures as people write them, and names as people type them. */
#include "support.h"

#include "base/figure-text.h"
#include "base/fold.h"
#include "random.h"

#include <stdlib.h>
#include <string.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

static const struct {
    const char *text;
    enum dti__reading reading;
    double number;
    double other;
    bool is_percent;
} figures[] = {
    {"18", DTI__READING_ONE, 18, 18, false},
    {" 18 ", DTI__READING_ONE, 18, 18, false},
    {"+18", DTI__READING_ONE, 18, 18, false},
    {"-18", DTI__READING_ONE, -18, -18, false},
    {"\xE2\x88\x92"
     "18",
     DTI__READING_ONE, -18, -18, false},
    {"007", DTI__READING_ONE, 7, 7, false},
    {"0", DTI__READING_ONE, 0, 0, false},
    {"1.234,5", DTI__READING_ONE, 1234.5, 0, false},
    {"1,234.5", DTI__READING_ONE, 1234.5, 0, false},
    {"1.234,567", DTI__READING_ONE, 1234.567, 0, false},
    {"1.234.567,8", DTI__READING_ONE, 1234567.8, 0, false},
    {"910.261", DTI__READING_TWO, 910.261, 910261, false},
    {"1.234", DTI__READING_TWO, 1.234, 1234, false},
    {"1,234", DTI__READING_TWO, 1.234, 1234, false},
    {"-12.000", DTI__READING_TWO, -12, -12000, false},
    {"20.304.000", DTI__READING_ONE, 20304000, 0, false},
    {"20,304,000", DTI__READING_ONE, 20304000, 0, false},
    {"1234,5", DTI__READING_ONE, 1234.5, 0, false},
    {"1234.567", DTI__READING_ONE, 1234.567, 0, false},
    {"12,79", DTI__READING_ONE, 12.79, 0, false},
    {"12.79", DTI__READING_ONE, 12.79, 0, false},
    {"12.7900", DTI__READING_ONE, 12.79, 0, false},
    {"0,005", DTI__READING_ONE, 0.005, 0, false},
    {"0.264", DTI__READING_ONE, 0.264, 0, false},
    {"1 234", DTI__READING_ONE, 1234, 0, false},
    {"1 234,567", DTI__READING_ONE, 1234.567, 0, false},
    {"1 234 567.5", DTI__READING_ONE, 1234567.5, 0, false},
    {"1\xC2\xA0"
     "234,5",
     DTI__READING_ONE, 1234.5, 0, false},
    {"1\xE2\x80\xAF"
     "234",
     DTI__READING_ONE, 1234, 0, false},
    {"51,16%", DTI__READING_ONE, 51.16, 0, true},
    {"51,16 %", DTI__READING_ONE, 51.16, 0, true},
    {"51,16\xC2\xA0%", DTI__READING_ONE, 51.16, 0, true},
    {"5.116 %", DTI__READING_TWO, 5.116, 5116, true},
    {"", DTI__READING_NONE, 0, 0, false},
    {" ", DTI__READING_NONE, 0, 0, false},
    {"-", DTI__READING_NONE, 0, 0, false},
    {"%", DTI__READING_NONE, 0, 0, false},
    {",5", DTI__READING_NONE, 0, 0, false},
    {"5,", DTI__READING_NONE, 0, 0, false},
    {"1..5", DTI__READING_NONE, 0, 0, false},
    {"1 2", DTI__READING_NONE, 0, 0, false},
    {"1234 567", DTI__READING_NONE, 0, 0, false},
    {"1  234", DTI__READING_NONE, 0, 0, false},
    {"12.34.567", DTI__READING_NONE, 0, 0, false},
    {"1,2.3", DTI__READING_NONE, 0, 0, false},
    {"1.234,5.6", DTI__READING_NONE, 0, 0, false},
    {"0.123.456", DTI__READING_NONE, 0, 0, false},
    {"18 người", DTI__READING_NONE, 0, 0, false},
    {"1e6", DTI__READING_NONE, 0, 0, false},
    {"2,0304E+07", DTI__READING_NONE, 0, 0, false},
    {"- 18", DTI__READING_NONE, 0, 0, false},
    {"18%%", DTI__READING_NONE, 0, 0, false},
    {"1/2", DTI__READING_NONE, 0, 0, false},
    {"NaN", DTI__READING_NONE, 0, 0, false},
    {"99999999999999999999999999999999999999999999999999999999999999999999", DTI__READING_ONE, 1e68,
     0, false},
};

START_TEST(reads_what_can_be_read_one_way)
{
    struct dti__figure_text figure = {-1, -1, false};
    char *text = test_exact(figures[_i].text, strlen(figures[_i].text) + 1);
    ck_assert_msg(dti__figure_text_read(text, &figure) == figures[_i].reading, "%s", text);
    if (figures[_i].reading != DTI__READING_NONE) {
        ck_assert_double_eq(figure.number, figures[_i].number);
        ck_assert_int_eq(figure.is_percent, figures[_i].is_percent);
    }
    if (figures[_i].reading == DTI__READING_TWO) {
        ck_assert_double_eq(figure.other, figures[_i].other);
    }
    free(text);
}
END_TEST

static const struct {
    double value;
    const char *text;
} written[] = {
    {0, "0"},
    {18, "18"},
    {-18, "-18"},
    {910261, "910261"},
    {12.79, "12.79"},
    {1.234, "1.2340"},
    {0.005, "0.0050"},
    {1e-7, "0.0000001"},
    {1e15, "1000000000000000"},
    {1234.567, "1234.5670"},
    {100, "100"},
    {-0.5, "-0.5"},
    {120000, "120000"},
};

START_TEST(writes_plain_figures)
{
    char text[DTI__FIGURE_TEXT_SIZE];
    const size_t length = dti__figure_text_write(written[_i].value, text);
    ck_assert_str_eq(text, written[_i].text);
    ck_assert_uint_eq(length, strlen(text));
}
END_TEST

START_TEST(what_is_written_has_one_reading)
{
    uint64_t state = 20230130;
    for (int i = 0; i < 20000; i++) {
        static const double scales[] = {1, 10, 100, 1000, 1e6, 1e9};
        const double high = random_below(&state, 1000);
        const double low = random_next(&state);
        const double scale = scales[random_below(&state, 6)];
        const double sign = random_below(&state, 2) == 0 ? 1 : -1;
        const double value = sign * (high * 4294967296.0 + low) / scale;
        struct dti__figure_text figure;
        char text[DTI__FIGURE_TEXT_SIZE];
        dti__figure_text_write(value, text);
        ck_assert_msg(dti__figure_text_read(text, &figure) == DTI__READING_ONE, "%s", text);
        ck_assert_double_eq(figure.number, value);
    }
}
END_TEST

/* The smallest and the largest figures that there are take hundreds of digits. */
static const double extremes[] = {
    5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, -1e-60, 123456789e-70, 1e64, -1e150};

START_TEST(no_figure_has_more_digits_than_are_written)
{
    struct dti__figure_text figure = {-1, -1, false};
    char text[DTI__FIGURE_TEXT_SIZE + 2];
    memset(text, '9', sizeof text);
    text[sizeof text - 1] = '\0';
    ck_assert_int_eq(dti__figure_text_read(text, &figure), DTI__READING_NONE);
    ck_assert_double_eq(figure.number, -1);
}
END_TEST

START_TEST(extreme_figures_read_back)
{
    struct dti__figure_text figure;
    char text[DTI__FIGURE_TEXT_SIZE];
    dti__figure_text_write(extremes[_i], text);
    ck_assert_msg(dti__figure_text_read(text, &figure) == DTI__READING_ONE, "%s", text);
    ck_assert_msg(memcmp(&figure.number, &extremes[_i], sizeof(double)) == 0, "%s", text);
}
END_TEST

static const struct {
    const char *a;
    const char *b;
    bool is_same;
} names[] = {
    {"Sở Nội vụ", "sở  nội\tvụ", true},
    {"Người", "NGƯỜI", true},
    {"Người", "Ngu\xCC\x9Bo\xCC\x9B\xCC\x80i", true}, /* decomposed */
    {"Đơn vị", "đơn vị", true},
    {"Đơn vị", "\xC3\x90\xC6\xA1n v\xE1\xBB\x8B", true}, /* with the Icelandic eth */
    {"1 tuần/ 1 lần", "1 tuần/1 lần", true},
    {"Số\xC2\xA0liệu", "Số liệu", true},
    {"Số liệu\xE2\x80\x8B", "Số liệu", true}, /* a space of no width */
    {"ＤＴＩ", "dti", true},                  /* full width */
    {"Nam", "Năm", false},
    {"dân", "dan", false},
    {"", " ", true},
};

START_TEST(folds_what_is_one_name)
{
    struct dti__arena arena;
    dti__arena_init(&arena, &dti__malloc_allocator);
    const char *a = dti__fold(&arena, names[_i].a);
    const char *b = dti__fold(&arena, names[_i].b);
    ck_assert_msg((strcmp(a, b) == 0) == names[_i].is_same, "%s, %s", a, b);
    dti__arena_release(&arena);
}
END_TEST

START_TEST(long_names_are_left_alone)
{
    struct dti__arena arena;
    char *name = malloc(DTI__MOST_FOLDED + 2);
    memset(name, 'A', DTI__MOST_FOLDED + 1);
    name[DTI__MOST_FOLDED + 1] = '\0';
    dti__arena_init(&arena, &dti__malloc_allocator);
    ck_assert_str_eq(dti__fold(&arena, name), name);
    name[DTI__MOST_FOLDED] = '\0';
    ck_assert_int_eq(dti__fold(&arena, name)[0], 'a');
    dti__arena_release(&arena);
    free(name);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("base-figure-text");
    TCase *tcase = tcase_create("figures");
    tcase_add_loop_test(tcase, reads_what_can_be_read_one_way, 0, LENGTH_OF(figures));
    tcase_add_test(tcase, no_figure_has_more_digits_than_are_written);
    tcase_add_loop_test(tcase, extreme_figures_read_back, 0, LENGTH_OF(extremes));
    tcase_add_loop_test(tcase, writes_plain_figures, 0, LENGTH_OF(written));
    tcase_add_test(tcase, what_is_written_has_one_reading);
    tcase_add_loop_test(tcase, folds_what_is_one_name, 0, LENGTH_OF(names));
    tcase_add_test(tcase, long_names_are_left_alone);
    suite_add_tcase(suite, tcase);
    return suite;
}
