/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* HTML: nothing is taken for markup, neighbours become lists, pictures have their coordinates. The
 * structure of whole pages is held by check-page.py. */
#include "pages.h"

#include "paper/chart-axis.h"
#include "paper/chart-spread.h"
#include "paper/html.h"
#include "paper/svg.h"
#include "support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The body of a page, without head and style; free() it. */
static char *body_of(struct dti__page *page)
{
    struct dti__buffer out;
    dti__buffer_init(&out, &dti__malloc_allocator);
    dti__page_html(page, &out);
    dti__buffer_put_char(&out, '\0');
    ck_assert(!out.failed && !page->is_out_of_memory);
    const char *body = strstr(out.data, "<body>");
    ck_assert_ptr_nonnull(body);
    char *copy = malloc(strlen(body) + 1);
    ck_assert_ptr_nonnull(copy);
    strcpy(copy, body);
    dti__buffer_release(&out);
    dti__page_release(page);
    return copy;
}

static void expect(const char *body, const char *part)
{
    ck_assert_msg(strstr(body, part) != NULL, "%s is not in %s", part, body);
}

static void expect_not(const char *body, const char *part)
{
    ck_assert_msg(strstr(body, part) == NULL, "%s is in %s", part, body);
}

static size_t count(const char *body, const char *part)
{
    size_t found = 0;
    for (const char *at = strstr(body, part); at; at = strstr(at + 1, part))
        found++;
    return found;
}

/* One text, wherever a text can stand. */
static void fill_with(struct dti__page *page, const char *text)
{
    const struct dti__page_column columns[] = {{text, DTI__ALIGN_TEXT}, {text, DTI__ALIGN_FIGURE}};
    const struct dti__page_cell cells[] = {{text, DTI__TONE_PLAIN}, {text, DTI__TONE_PLAIN}};
    static const enum dti__block_kind kinds[] = {DTI__BLOCK_PARAGRAPH, DTI__BLOCK_NOTE,
                                                 DTI__BLOCK_WARNING, DTI__BLOCK_QUOTE,
                                                 DTI__BLOCK_ITEM};
    dti__page_head(page, text, text, text);
    dti__page_heading(page, 1, "one", text);
    dti__page_heading(page, 1, "two", text);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        dti__page_say(page, kinds[i], text);
    dti__page_tile(page, text, text, text);
    dti__page_row(page, dti__page_table(page, text, columns, 2), cells);
    for (int kind = DTI__CHART_BARS; kind <= DTI__CHART_RANKS; kind++) {
        struct dti__page_chart *chart =
            dti__page_chart(page, (enum dti__chart_kind)kind, text, text);
        chart->mark_label = chart->start_label = chart->end_label = dti__page_text(page, text);
        const struct dti__chart_point point = {.label = text,
                                               .short_label = text,
                                               .text = text,
                                               .amount = 0.5,
                                               .mark = 0.5,
                                               .mark_text = text,
                                               .year = 2022};
        dti__page_point(page, chart, &point);
    }
}

START_TEST(test_escaping)
{
    struct dti__page page;
    dti__page_init(&page, DTI_LANG_VI, &dti__malloc_allocator);
    fill_with(&page, "<i>&\"'");
    char *body = body_of(&page);
    expect_not(body, "<i>");
    expect_not(body, "&\"");
    expect_not(body, "\"'");
    /* Title, subtitle and foot; 2 headings and 2 links; 5 that are said; 3 of a tile; 5 of a table.
     * Charts: caption, title, description; in the figures told: label, figure, name of the mark and
     * its figure. Drawn: of the bar the same four, of the waterfall two totals, label and figure,
     * of the ranks label and figure. */
    ck_assert_uint_eq(count(body, "&lt;i&gt;&amp;&quot;&#39;"),
                      3 + 4 + 5 + 3 + 5 + 3 * (3 + 4) + 4 + (2 + 2) + 2);
    free(body);
}
END_TEST

START_TEST(test_head)
{
    struct dti__page page;
    struct dti__buffer out;
    dti__page_init(&page, DTI_LANG_EN, &dti__malloc_allocator);
    dti__page_head(&page, "A & B", NULL, NULL);
    dti__buffer_init(&out, &dti__malloc_allocator);
    dti__page_html(&page, &out);
    dti__buffer_put_char(&out, '\0');
    static const char start[] = "<!DOCTYPE html>\n<html lang=\"en\">\n";
    ck_assert_mem_eq(out.data, start, strlen(start));
    expect(out.data, "<title>A &amp; B</title>");
    expect(out.data, "<h1>A &amp; B</h1>\n</header>\n");
    expect(out.data, "--ink:");
    expect_not(out.data, "/*"); /* comments of the style sheet are not for readers of pages */
    expect_not(out.data, "<footer>");
    expect_not(out.data, "<nav");
    dti__buffer_release(&out);
    dti__page_release(&page);
}
END_TEST

START_TEST(test_neighbours)
{
    struct dti__page page;
    dti__page_init(&page, DTI_LANG_VI, &dti__malloc_allocator);
    dti__page_say(&page, DTI__BLOCK_ITEM, "a");
    dti__page_say(&page, DTI__BLOCK_ITEM, "b\nc");
    dti__page_say(&page, DTI__BLOCK_PARAGRAPH, "d");
    dti__page_say(&page, DTI__BLOCK_ITEM, "e");
    dti__page_tile(&page, "f", "1", NULL);
    dti__page_tile(&page, "g", "2", "h");
    char *body = body_of(&page);
    expect(body, "<ul>\n<li>a</li>\n<li>b<br>\nc</li>\n</ul>\n<p>d</p>\n<ul>\n<li>e</li>\n</ul>\n"
                 "<dl class=\"tiles\">\n<div>\n<dt>f</dt>\n<dd class=\"figure\">1</dd>\n</div>\n"
                 "<div>\n<dt>g</dt>\n<dd class=\"figure\">2</dd>\n<dd>h</dd>\n</div>\n</dl>\n"
                 "</main>");
    free(body);
}
END_TEST

/* Given levels, and the depth that each is written with. */
static const struct {
    int levels[6];
    int depths[6];
} outlines[] = {
    {{1, 2, 3, 4, 1, 2}, {1, 2, 3, 4, 1, 2}}, {{2, 2, 3, 2, 1, 2}, {1, 1, 2, 1, 1, 2}},
    {{1, 4, 4, 3, 2, 1}, {1, 2, 2, 2, 2, 1}}, {{1, 3, 2, 3, 4, 4}, {1, 2, 2, 3, 4, 4}},
    {{4, 1, 4, 2, 4, 3}, {1, 1, 2, 2, 3, 3}},
};

START_TEST(test_outline)
{
    struct dti__outline outline = {.depth = 0};
    for (size_t i = 0; i < 6; i++)
        ck_assert_int_eq(dti__outline_enter(&outline, outlines[_i].levels[i]),
                         outlines[_i].depths[i]);
}
END_TEST

START_TEST(test_contents)
{
    struct dti__page page;
    dti__page_init(&page, DTI_LANG_VI, &dti__malloc_allocator);
    dti__page_heading(&page, 1, "a", "A");
    dti__page_heading(&page, 2, "b", "B");
    dti__page_heading(&page, 3, "c", "C");
    dti__page_heading(&page, 1, NULL, "D");
    dti__page_heading(&page, 2, "e", "E");
    dti__page_heading(&page, 1, "f", "F");
    char *body = body_of(&page);
    expect(body, "<ul>\n<li><a href=\"#a\">A</a>\n<ul>\n<li><a href=\"#b\">B</a></li>\n"
                 "<li><a href=\"#e\">E</a></li>\n</ul>\n</li>\n<li><a href=\"#f\">F</a></li>\n"
                 "</ul>\n</nav>");
    expect(body, "<h4 id=\"c\">C</h4>\n<h2>D</h2>\n");
    free(body);
}
END_TEST

/* A region needs a name, and two of them different ones. */
START_TEST(test_captions)
{
    static const struct dti__page_column columns[] = {{"A", 0}, {"B", 0}, {"C", 0}, {"D", 0}};
    static const struct dti__page_cell row[] = {{"1", 0}, {"2", 0}, {"3", 0}, {"4", 0}};
    static const char *const captions[] = {"", "Own", NULL};
    struct dti__page page;
    dti__page_init(&page, DTI_LANG_EN, &dti__malloc_allocator);
    dti__page_head(&page, "Title", NULL, NULL);
    dti__page_row(&page, dti__page_table(&page, "", columns, 4), row);
    dti__page_heading(&page, 1, NULL, "H & H");
    for (size_t i = 0; i < 3; i++)
        dti__page_row(&page, dti__page_table(&page, captions[i], columns, 4), row);
    char *body = body_of(&page);
    expect(body, "<caption id=\"table-1\"><span class=\"unseen\">Title</span>");
    expect(body, "<caption id=\"table-2\"><span class=\"unseen\">H &amp; H</span>");
    expect(body, "<caption id=\"table-3\"><span>Own</span>");
    expect(body, "<caption id=\"table-4\"><span class=\"unseen\">H &amp; H (2)</span>");
    free(body);
}
END_TEST

START_TEST(test_tables)
{
    static const struct dti__page_column columns[] = {{"Mã", DTI__ALIGN_TEXT},
                                                      {"Điểm", DTI__ALIGN_FIGURE},
                                                      {"", DTI__ALIGN_TEXT},
                                                      {"Ghi chú", DTI__ALIGN_TEXT}};
    static const struct dti__page_cell rows[][4] = {
        {{"1.1", 0}, {"7,85", DTI__TONE_GOOD}, {"một hai ba", 0}, {"", 0}},
        {{"Cộng", DTI__TONE_STRONG}, {"8", DTI__TONE_STRONG}, {"", 0}, {"", 0}},
        {{"", 0}, {"0", DTI__TONE_BAD}, {"", 0}, {"", 0}},
        {{"3", DTI__TONE_STRONG}, {"4", 0}, {"", 0}, {"", 0}}, /* no total */
    };
    struct dti__page page;
    dti__page_init(&page, DTI_LANG_VI, &dti__malloc_allocator);
    dti__page_row(&page, dti__page_table(&page, "Hẹp", columns, 2), rows[0]);
    struct dti__page_table *wide = dti__page_table(&page, "Rộng", columns, 4);
    for (size_t i = 0; i < 4; i++)
        dti__page_row(&page, wide, rows[i]);
    dti__page_table(&page, "Trống", columns, 4);
    char *body = body_of(&page);
    expect(body, "<main id=\"main\" tabindex=\"-1\">\n<table>\n<caption "
                 "id=\"table-1\"><span>Hẹp</span></caption>\n<thead>\n"
                 "<tr><th scope=\"col\" class=\"code\">Mã</th><th scope=\"col\" "
                 "class=\"figure\">Điểm</th></tr>\n</thead>\n<tbody>\n"
                 "<tr><th scope=\"row\" class=\"code\">1.1</th><td class=\"figure good\">7,85</td>"
                 "</tr>\n</tbody>\n</table>\n");
    expect(body, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
                 "aria-labelledby=\"table-2\">\n<table>\n<caption id=\"table-2\">");
    expect(body, "<tr class=\"total\"><th scope=\"row\" class=\"code strong\">Cộng</th>");
    expect(body, "<td></td><th scope=\"col\" class=\"code\">Ghi chú</th>"); /* heads nothing */
    expect(body, "<tr><td class=\"code\"></td><td class=\"figure bad\">0</td>");
    ck_assert_uint_eq(count(body, "<tr class=\"total\">"), 1);
    expect_not(body, "Trống");
    free(body);
}
END_TEST

/* ── pictures ── */

static struct dti__page_chart *chart_of(struct dti__page *page, enum dti__chart_kind kind)
{
    dti__page_init(page, DTI_LANG_VI, &dti__malloc_allocator);
    return dti__page_chart(page, kind, "T", "D.");
}

/* A quarter, nothing, more than all, no number. */
START_TEST(test_bars)
{
    static const struct {
        double amount;
        double mark;
        const char *bar;
        const char *mark_at;
    } cases[] = {
        {0.25, 0.5, "width=\"25%\"", "x1=\"50%\""},
        {1.0 / 3, 2.0 / 3, "width=\"33.33%\"", "x1=\"66.67%\""},
        {0, 0, NULL, "x1=\"0.4%\""},
        {7, 7, "<rect class=\"bar\" x=\"0%\" y=\"1.55rem\" width=\"100%\"", "x1=\"99.6%\""},
        {-1, -1, NULL, NULL},
        {(double)NAN, 0.5, NULL, "x1=\"50%\""},
    };
    struct dti__page page;
    struct dti__page_chart *chart = chart_of(&page, DTI__CHART_BARS);
    const struct dti__chart_point point = {
        .label = "L", .text = "F", .amount = cases[_i].amount, .mark = cases[_i].mark};
    dti__page_point(&page, chart, &point);
    char *body = body_of(&page);
    ck_assert_uint_eq(count(body, "class=\"bar\""), cases[_i].bar ? 1 : 0);
    ck_assert_uint_eq(count(body, "class=\"mark\""), cases[_i].mark_at ? 1 : 0);
    if (cases[_i].bar)
        expect(body, cases[_i].bar);
    if (cases[_i].mark_at)
        expect(body, cases[_i].mark_at);
    expect(body, "<title id=\"chart-1-title\">T</title>\n<desc id=\"chart-1-desc\">D. L: F</desc>");
    free(body);
}
END_TEST

/* 10 − 2.5 − 5: steps from 75 to 100 % and from 25 to 75 %; 2,5 is left. */
START_TEST(test_waterfall)
{
    struct dti__page page;
    struct dti__page_chart *chart = chart_of(&page, DTI__CHART_WATERFALL);
    chart->most = 10;
    const struct dti__chart_point one = {.label = "a", .text = "−2,5", .amount = 2.5, .mark = -1};
    const struct dti__chart_point two = {.label = "b", .text = "−5", .amount = 5, .mark = -1};
    dti__page_point(&page, chart, &one);
    dti__page_point(&page, chart, &two);
    char *body = body_of(&page);
    expect(body, "<rect class=\"step\" x=\"75%\" y=\"4.65rem\" width=\"25%\"");
    expect(body, "<rect class=\"step\" x=\"25%\" y=\"7.75rem\" width=\"50%\"");
    expect(body, "<rect class=\"bar strong\" x=\"0%\" y=\"10.85rem\" width=\"25%\"");
    expect(body, ">10</text>");
    expect(body, ">2,5</text>");
    free(body);
}
END_TEST

/* One line falls, one leaves a year out and is broken there, one rises and says itself what it is.
 */
START_TEST(test_ranks)
{
    static const struct {
        const char *label;
        int year;
        double rank;
    } points[] = {{"a", 2020, 1}, {"a", 2021, 5}, {"a", 2022, 9}, {"b", 2020, 3},
                  {"b", 2022, 3}, {"c", 2021, 8}, {"c", 2022, 2}};
    struct dti__page page;
    struct dti__page_chart *chart = chart_of(&page, DTI__CHART_RANKS);
    chart->most = 63;
    for (size_t i = 0; i < sizeof points / sizeof points[0]; i++) {
        const struct dti__chart_point point = {.label = points[i].label,
                                               .text = "x",
                                               .amount = points[i].rank,
                                               .mark = -1,
                                               .year = points[i].year,
                                               .tone = *points[i].label == 'c' ? DTI__TONE_FAINT
                                                                               : DTI__TONE_PLAIN};
        dti__page_point(&page, chart, &point);
    }
    char *body = body_of(&page);
    ck_assert_uint_eq(count(body, "<line class=\"rank bad\""), 2);
    ck_assert_uint_eq(count(body, "<line class=\"rank gap\""), 1);
    ck_assert_uint_eq(count(body, "<line class=\"rank faint\""), 1);
    ck_assert_uint_eq(count(body, "<line class=\"rank"), 4);
    ck_assert_uint_eq(count(body, "<circle"), 7);
    ck_assert_uint_eq(count(body, "<tspan class=\"sign bad\">▼ </tspan>x</tspan> a<"), 1);
    ck_assert_uint_eq(count(body, "class=\"sign"), 1);
    expect(body, "D. a 2020: x; a 2021: x; a 2022: x; b 2020: x; b 2022: x; c 2021: x; c "
                 "2022: x</desc>");
    expect(body, ">2020</text>");
    expect(body, ">2021</text>");
    expect(body, ">2022</text>");
    expect(body, "<circle class=\"dot bad\" cx=\"11%\" cy=\"1.8rem\""); /* rank 1 is on top */
    free(body);
}
END_TEST

static const struct {
    double ranks[3];
    double units;
    int64_t first;
    int64_t last;
    int64_t step;
} axes[] = {
    {{1, 59, 30}, 63, 1, 60, 10},  {{1, 63, 30}, 63, 1, 63, 10},  {{31, 25, 28}, 63, 25, 31, 1},
    {{1, 1, 1}, 63, 1, 5, 1},      {{15, 15, 15}, 63, 13, 17, 1}, {{1, 2, 3}, 3, 1, 5, 1},
    {{40, 60, 52}, 63, 40, 60, 5}, {{0, -1, 8}, 0, 1, 8, 1},      {{1, 2, 900}, 0, 1, 1000, 200},
};

START_TEST(test_axis)
{
    struct dti__chart_point points[3];
    memset(points, 0, sizeof points);
    for (size_t i = 0; i < 3; i++)
        points[i] = (struct dti__chart_point){.label = "a", .amount = axes[_i].ranks[i]};
    const struct dti__page_chart chart = {
        .kind = DTI__CHART_RANKS, .most = axes[_i].units, .points = points, .point_count = 3};
    const struct dti__axis axis = dti__axis_of_ranks(&chart);
    ck_assert_int_eq(axis.first, axes[_i].first);
    ck_assert_int_eq(axis.last, axes[_i].last);
    ck_assert_int_eq(axis.step, axes[_i].step);
}
END_TEST

/* Wanted middles of blocks of height 10 between 0 and 100, and their tops by hand. */
static const struct {
    int64_t wanted[4];
    int64_t tops[4];
} spreads[] = {
    {{5, 25, 45, 65}, {0, 20, 40, 60}},   /* all have what they want */
    {{50, 50, 50, 50}, {30, 40, 50, 60}}, /* around where all want to be */
    {{0, 0, 0, 0}, {0, 10, 20, 30}},      /* not above the top */
    {{99, 99, 99, 99}, {60, 70, 80, 90}}, /* not below the bottom */
    {{20, 22, 80, 81}, {11, 21, 70, 80}}, /* two pairs: means of 15 and 7, of 75 and 66 */
    {{30, 41, 49, 90}, {25, 35, 45, 85}}, /* 25, 36 and 44: 36 meets 44, then 35 meets 25 */
};

START_TEST(test_spread)
{
    struct dti__spread blocks[4];
    memset(blocks, 0, sizeof blocks);
    for (size_t i = 0; i < 4; i++) {
        blocks[3 - i].wanted = spreads[_i].wanted[i]; /* given in any order */
        blocks[3 - i].height = 10;
        blocks[3 - i].index = i;
    }
    dti__spread(blocks, 4, 0, 100);
    for (size_t i = 0; i < 4; i++) {
        ck_assert_uint_eq(blocks[i].index, i);
        ck_assert_int_eq(blocks[i].top, spreads[_i].tops[i]);
    }
}
END_TEST

static const struct {
    const char *text;
    int64_t width;
    int lines;
    const char *first;
    const char *last;
    bool is_cut;
} labels[] = {
    {"", 100, 1, "", "", false},
    {"ab", 1000, 1, "ab", "ab", false},
    {"ab cd", 150, 2, "ab", "cd", false},        /* 56 each, 34 between: 258 */
    {"ab  cd", 180, 2, "ab ", "cd", false},      /* a space at the end of a line is not seen */
    {"abcdef", 168, 2, "abc", "def", false},     /* no space: whole characters */
    {"ơơơơ", 120, 2, "ơơ", "ơơ", false},         /* of two bytes each */
    {"ab cd ef gh ij", 150, 3, "ab", "e", true}, /* 150 − 90 for the mark of a cut: one letter */
};

START_TEST(test_label)
{
    const struct dti__svg_label label = dti__svg_break(labels[_i].text, labels[_i].width, 0);
    ck_assert_int_eq(label.count, labels[_i].lines);
    ck_assert_int_eq(label.is_cut, labels[_i].is_cut);
    ck_assert_uint_eq(label.lengths[0], strlen(labels[_i].first));
    ck_assert_int_eq(strncmp(label.starts[0], labels[_i].first, label.lengths[0]), 0);
    const int last = label.count - 1;
    ck_assert_uint_eq(label.lengths[last], strlen(labels[_i].last));
    ck_assert_int_eq(strncmp(label.starts[last], labels[_i].last, label.lengths[last]), 0);
}
END_TEST

/* ── memory ── */

static dti_status write_all(const dti_allocator *allocator, void *context)
{
    const dti_allocator *used = allocator ? allocator : &dti__malloc_allocator;
    struct dti__page page;
    struct dti__buffer out;
    (void)context;
    dti__page_init(&page, DTI_LANG_VI, used);
    dti__buffer_init(&out, used);
    page_fill_usual(&page);
    dti__page_html(&page, &out);
    const bool is_made = !page.is_out_of_memory && !out.failed;
    dti__buffer_release(&out);
    dti__page_release(&page);
    return is_made ? DTI_OK : DTI_E_NOMEM;
}

START_TEST(test_out_of_memory)
{
    test_nomem(write_all, NULL);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("html");
    TCase *tcase = tcase_create("html");
    tcase_add_test(tcase, test_escaping);
    tcase_add_test(tcase, test_head);
    tcase_add_test(tcase, test_neighbours);
    tcase_add_loop_test(tcase, test_outline, 0, sizeof outlines / sizeof outlines[0]);
    tcase_add_test(tcase, test_contents);
    tcase_add_test(tcase, test_captions);
    tcase_add_test(tcase, test_tables);
    tcase_add_loop_test(tcase, test_bars, 0, 6);
    tcase_add_test(tcase, test_waterfall);
    tcase_add_test(tcase, test_ranks);
    tcase_add_loop_test(tcase, test_axis, 0, sizeof axes / sizeof axes[0]);
    tcase_add_loop_test(tcase, test_spread, 0, sizeof spreads / sizeof spreads[0]);
    tcase_add_loop_test(tcase, test_label, 0, sizeof labels / sizeof labels[0]);
    tcase_add_test(tcase, test_out_of_memory);
    suite_add_tcase(suite, tcase);
    return suite;
}
