/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Pages for tests of how they are written: one as a province would have it, with figures of plan
 * 7501/KH-UBND (2023) of Quảng Nam and of the ministry's table of 2022, and one of all that is
 * hard to draw. */
#ifndef TESTS_PAPER_PAGES_H
#define TESTS_PAPER_PAGES_H

#include "paper/page.h"

struct page_main {
    const char *code;
    const char *name;
    int most;
    const char *points;
    double lost;
    const char *lost_text;
    double share;
    double first_share; /* of the province in first place */
    const char *first_text;
    int ranks[2]; /* 2021 and 2022 */
};

static const struct page_main page_mains[] = {
    {"1", "Nhận thức số", 100, "80", 20, "20", .8, 1.0, "1,0000", {10, 54}},
    {"2", "Thể chế số", 100, "80", 20, "20", .8, .9, "0,9000", {1, 15}},
    {"3", "Hạ tầng số", 100, "67,64", 32.36, "32,36", .6764, .8253, "0,8253", {45, 21}},
    {"4", "Nhân lực số", 100, "44,77", 55.23, "55,23", .4477, .8487, "0,8487", {52, 59}},
    {"5", "An toàn thông tin mạng", 100, "52,29", 47.71, "47,71", .5229, .7578, "0,7578", {32, 24}},
    {"6",
     "Hoạt động chính quyền số",
     200,
     "145,45",
     54.55,
     "54,55",
     .72725,
     .8575,
     "0,8575",
     {35, 14}},
    {"7", "Hoạt động kinh tế số", 150, "72,33", 77.67, "77,67", .4822, .7836, "0,7836", {31, 49}},
    {"8", "Hoạt động xã hội số", 150, "41,35", 108.65, "108,65", .2757, .5197, "0,5197", {22, 33}},
};
#define PAGE_MAINS (sizeof page_mains / sizeof page_mains[0])

static const char *const page_losses[][5] = {
    {"3.1", "Tỷ lệ dân số trưởng thành có điện thoại thông minh", "10", "6,36",
     "Tỷ lệ do Bộ TTTT công bố đạt 63,56%. Tiêu chí phụ thuộc nhiều vào điều kiện kinh tế của "
     "người dân."},
    {"3.2", "Tỷ lệ hộ gia đình có người có điện thoại thông minh", "10", "7,87",
     "Tỷ lệ do Bộ TTTT công bố đạt 78,53%."},
    {"3.3", "Tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang", "10", "6,53",
     "Tỷ lệ do Bộ TTTT công bố đạt 65,26%. Đây là tiêu chí phụ thuộc vào phạm vi phủ mạng băng "
     "rộng."},
    {"3.5",
     "Triển khai Trung tâm dữ liệu phục vụ Chuyển đổi số theo hướng sử dụng công nghệ điện toán "
     "đám mây",
     "30", "15", "Tỉnh chưa kết nối Nền tảng điện toán đám mây Chính phủ."},
    {"3.6", "Triển khai nền tảng số", "10", "8,57",
     "Phân hệ giám sát trên Q-office chưa đáp ứng yêu cầu tại CV 2224/BTTTT-THH."},
    {"3.7", "Mức độ ứng dụng Trí tuệ nhân tạo (AI) trong nền tảng số", "10", "3,33",
     "Có 02 nền tảng số ứng dụng AI."},
    {"", "Cộng", "80", "47,66", ""},
};

static inline void page_add_pillars(struct dti__page *page)
{
    static const struct dti__page_column columns[] = {
        {"Năm", DTI__ALIGN_TEXT},    {"Chính quyền số", DTI__ALIGN_FIGURE},
        {"Hạng", DTI__ALIGN_FIGURE}, {"Kinh tế số", DTI__ALIGN_FIGURE},
        {"Hạng", DTI__ALIGN_FIGURE}, {"Xã hội số", DTI__ALIGN_FIGURE},
        {"Hạng", DTI__ALIGN_FIGURE},
    };
    static const struct dti__page_cell rows[][7] = {
        {{"2021", 0}, {"0,4689", 0}, {"27", 0}, {"0,4581", 0}, {"19", 0}, {"0,4594", 0}, {"19", 0}},
        {{"2022", 0}, {"0,6674", 0}, {"30", 0}, {"0,6062", 0}, {"45", 0}, {"0,5585", 0}, {"41", 0}},
        {{"Tăng, giảm", DTI__TONE_STRONG},
         {"+0,1985", DTI__TONE_GOOD},
         {"−3", DTI__TONE_BAD},
         {"+0,1481", DTI__TONE_GOOD},
         {"−26", DTI__TONE_BAD},
         {"+0,0991", DTI__TONE_GOOD},
         {"−22", DTI__TONE_BAD}},
    };
    struct dti__page_table *table = dti__page_table(page, "Ba trụ cột qua hai năm", columns, 7);
    for (size_t i = 0; i < 3; i++)
        dti__page_row(page, table, rows[i]);
}

static inline void page_add_losses(struct dti__page *page)
{
    static const struct dti__page_column columns[] = {
        {"Mã", DTI__ALIGN_TEXT},
        {"Chỉ số thành phần", DTI__ALIGN_TEXT},
        {"Điểm tối đa", DTI__ALIGN_FIGURE},
        {"Điểm thẩm định", DTI__ALIGN_FIGURE},
        {"Nguyên nhân", DTI__ALIGN_TEXT},
    };
    const size_t count = sizeof page_losses / sizeof page_losses[0];
    struct dti__page_table *table =
        dti__page_table(page, "Chỉ số thành phần của Hạ tầng số chưa đạt điểm tối đa", columns, 5);
    for (size_t i = 0; i < count; i++) {
        struct dti__page_cell cells[5];
        for (size_t k = 0; k < 5; k++)
            cells[k] = (struct dti__page_cell){page_losses[i][k],
                                               i + 1 == count ? DTI__TONE_STRONG : DTI__TONE_PLAIN};
        dti__page_row(page, table, cells);
    }
}

static inline void page_add_charts(struct dti__page *page)
{
    struct dti__page_chart *bars =
        dti__page_chart(page, DTI__CHART_BARS, "Giá trị tám chỉ số chính, năm 2022",
                        "Mỗi thanh là phần điểm đạt được so với điểm tối đa; vạch là giá trị của "
                        "Đà Nẵng, đơn vị đứng đầu.");
    bars->mark_label = dti__page_text(page, "Đà Nẵng");
    for (size_t i = 0; i < PAGE_MAINS; i++) {
        char text[32];
        size_t n = 0;
        for (const char *c = page_mains[i].points; *c; c++)
            text[n++] = *c;
        text[n++] = '/';
        text[n++] = (char)('0' + page_mains[i].most / 100);
        text[n++] = (char)('0' + page_mains[i].most / 10 % 10);
        text[n++] = '0';
        text[n] = '\0';
        const struct dti__chart_point point = {.label = page_mains[i].name,
                                               .short_label = page_mains[i].code,
                                               .text = text,
                                               .amount = page_mains[i].share,
                                               .mark = page_mains[i].first_share,
                                               .mark_text = page_mains[i].first_text,
                                               .tone = DTI__TONE_PLAIN};
        dti__page_point(page, bars, &point);
    }
    struct dti__page_chart *fall =
        dti__page_chart(page, DTI__CHART_WATERFALL, "Từ điểm tối đa đến điểm đạt được",
                        "Mỗi bậc là điểm mất ở một chỉ số chính.");
    fall->most = 1000;
    fall->start_label = dti__page_text(page, "Điểm tối đa");
    fall->end_label = dti__page_text(page, "Điểm đạt được");
    for (size_t i = 0; i < PAGE_MAINS; i++) {
        char text[32] = "−";
        size_t n = 3;
        for (const char *c = page_mains[i].lost_text; *c; c++)
            text[n++] = *c;
        text[n] = '\0';
        const struct dti__chart_point point = {.label = page_mains[i].name,
                                               .short_label = page_mains[i].code,
                                               .text = text,
                                               .amount = page_mains[i].lost,
                                               .mark = -1,
                                               .tone = DTI__TONE_PLAIN};
        dti__page_point(page, fall, &point);
    }
}

static inline void page_add_ranks(struct dti__page *page)
{
    struct dti__page_chart *ranks =
        dti__page_chart(page, DTI__CHART_RANKS, "Thứ hạng các chỉ số chính, 2021 đến 2022",
                        "Mỗi đường là một chỉ số; hạng 1 ở trên cùng.");
    ranks->most = 63;
    for (size_t i = 0; i < PAGE_MAINS + 1; i++) {
        const int *of = i == 0 ? (const int[]){25, 31} : page_mains[i - 1].ranks;
        for (int year = 0; year < 2; year++) {
            const char text[3] = {(char)('0' + of[year] / 10), (char)('0' + of[year] % 10), '\0'};
            const struct dti__chart_point point = {.label = i == 0 ? "DTI cấp tỉnh"
                                                                   : page_mains[i - 1].name,
                                                   .text = text[0] == '0' ? text + 1 : text,
                                                   .amount = of[year],
                                                   .mark = -1,
                                                   .year = 2021 + year,
                                                   .tone = i == 0          ? DTI__TONE_STRONG
                                                           : of[1] < of[0] ? DTI__TONE_GOOD
                                                                           : DTI__TONE_BAD};
            dti__page_point(page, ranks, &point);
        }
    }
}

/* As a province would have it. */
static inline void page_fill_usual(struct dti__page *page)
{
    dti__page_head(
        page, "Phân tích kết quả Chỉ số chuyển đổi số (DTI) tỉnh Quảng Nam năm 2022",
        "Theo Bộ chỉ số ban hành kèm Quyết định số 922/QĐ-BTTTT ngày 20/5/2022; lập ngày 3/11/2023",
        "libdti 0.1.0; bộ chỉ số vn-dti-province-922 phiên bản 1.0.0, "
        "sha256:0f2c1d6c2a7be1a1f37b5a1f8e1f64fb0f6c7d8e9fa0b1c2d3e4f5a6b7c8d9e0");
    dti__page_heading(page, 1, "ket-qua", "1. Kết quả chung");
    dti__page_tile(page, "Giá trị DTI", "0,5808", "trung bình cả nước 0,5791");
    dti__page_tile(page, "Xếp hạng", "31/63", "giảm 6 bậc so với năm 2021");
    dti__page_tile(page, "Nam Trung Bộ", "5/8", "giảm 3 bậc so với năm 2021");
    dti__page_tile(page, "Điểm mất", "416,17", "trên 1.000 điểm tối đa");
    dti__page_say(
        page, DTI__BLOCK_PARAGRAPH,
        "Quảng Nam đạt 0,5808, xếp thứ 31/63 tỉnh, thành phố, giảm 6 bậc so với năm 2021; giá trị "
        "cao hơn mức trung bình cả nước (0,5791). Chính quyền số đạt 0,6674, xếp thứ 30; Kinh tế "
        "số đạt 0,6062, xếp thứ 45; Xã hội số đạt 0,5585, xếp thứ 41.");
    dti__page_say(page, DTI__BLOCK_WARNING,
                  "Tổng năm chỉ số nền tảng ghi trong kế hoạch là 324,70 điểm, cao hơn 3,00 điểm "
                  "so với tổng suy ra từ bốn giá trị công bố (321,70).");
    dti__page_heading(page, 2, "tru-cot", "1.1. Ba trụ cột");
    page_add_pillars(page);
    dti__page_say(
        page, DTI__BLOCK_NOTE,
        "Nguồn: Kế hoạch số 7501/KH-UBND ngày 03/11/2023 của UBND tỉnh Quảng Nam, mục II.2.");
    dti__page_heading(page, 2, "chi-so-chinh", "1.2. Tám chỉ số chính");
    page_add_charts(page);
    page_add_ranks(page);
    dti__page_heading(page, 1, "han-che", "2. Hạn chế và nguyên nhân");
    dti__page_heading(page, 2, "nhom-3", "2.1. Hạ tầng số");
    dti__page_say(page, DTI__BLOCK_PARAGRAPH,
                  "Hạ tầng số đạt 67,64/100 điểm. Các chỉ số thành phần sau chưa đạt điểm tối đa:");
    page_add_losses(page);
    dti__page_say(
        page, DTI__BLOCK_QUOTE,
        "Hạ tầng số có điểm 67,64/100 điểm, đạt giá trị 0,6764, tăng 24 bậc so với năm 2021.");
    dti__page_heading(page, 1, "buoc-tiep", "3. Việc nên làm trước");
    dti__page_say(page, DTI__BLOCK_ITEM,
                  "2.8: ban hành văn bản về tỷ lệ chi ngân sách tối thiểu hằng năm cho chuyển đổi "
                  "số (+10 điểm).");
    dti__page_say(page, DTI__BLOCK_ITEM,
                  "2.9: ban hành chính sách thuê chuyên gia chuyển đổi số (+10 điểm).");
    dti__page_say(page, DTI__BLOCK_ITEM,
                  "1.3: Chủ tịch UBND tỉnh ký văn bản chỉ đạo chuyên đề (+10 điểm).");
}

/* What is hard to draw: one, many, nothing, everything, long words, equal ranks, a year alone. */
static inline void page_fill_hard(struct dti__page *page)
{
    static const struct dti__page_column columns[] = {{"Tên \"gọi\"", DTI__ALIGN_TEXT},
                                                      {"", DTI__ALIGN_FIGURE}};
    static const struct dti__page_cell row[] = {{"<script>alert('&')</script>", DTI__TONE_GOOD},
                                                {"1\n2", DTI__TONE_FAINT}};
    dti__page_head(page, "Hard <b>& \"quoted\"</b>", NULL, NULL);
    dti__page_heading(page, 2, "deep", "Begins at <two>");
    dti__page_heading(page, 4, "deeper", "Leaves three out");
    dti__page_heading(page, 4, NULL, "Without an id");
    dti__page_heading(page, 1, "top", "Back to the top");
    struct dti__page_table *table = dti__page_table(page, "Caption <em>", columns, 2);
    dti__page_row(page, table, row);
    dti__page_table(page, "Without rows", columns, 2);
    struct dti__page_chart *bars =
        dti__page_chart(page, DTI__CHART_BARS, "Bars <30>", "Thirty, of all sizes.");
    bars->mark_label = dti__page_text(page, "mean & mark");
    for (int i = 0; i < 30; i++) {
        const struct dti__chart_point point = {
            .label = i % 3 == 0 ? "Tỷ lệ công chức, viên chức chuyên trách, kiêm nhiệm về An toàn "
                                  "thông tin mạng tại các cơ quan, đơn vị trên địa bàn tỉnh"
                     : i % 3 == 1 ? "Ngắn"
                                  : "Mộttừrấtdàikhôngcódấucáchnàotrongđócảnênphảibẻgiữachừng",
            .short_label = i % 2 == 0 ? "4.6" : NULL,
            .text = i % 2 == 0 ? "4,35/10" : "0,0045/1.000",
            .amount = i / 20.0 - 0.2,
            .mark = i % 4 == 0 ? -1 : i / 29.0,
            .mark_text = i % 5 == 0 ? NULL : "0,5791",
            .tone = (enum dti__tone)(i % 5)};
        dti__page_point(page, bars, &point);
    }
    dti__page_chart(page, DTI__CHART_BARS, "Bars of nothing", "None.");
    struct dti__page_chart *fall = dti__page_chart(page, DTI__CHART_WATERFALL, "Waterfall of all",
                                                   "All is lost, some of it twice.");
    fall->most = 10;
    for (int i = 0; i < 4; i++) {
        const struct dti__chart_point point = {.label = "Step",
                                               .text = i == 1 ? "+2" : "−6",
                                               .amount = i == 1   ? -2
                                                         : i == 3 ? 0
                                                                  : 6,
                                               .mark = -1,
                                               .tone = (enum dti__tone)i};
        dti__page_point(page, fall, &point);
    }
    dti__page_chart(page, DTI__CHART_WATERFALL, "Waterfall of nothing", "None.");
    struct dti__page_chart *one =
        dti__page_chart(page, DTI__CHART_RANKS, "One year", "Equal ranks.");
    for (int i = 0; i < 4; i++) {
        const struct dti__chart_point point = {.label = i < 2    ? i == 0 ? "Đà Nẵng" : "Huế"
                                                        : i == 2 ? "Cần Thơ"
                                                                 : "Quảng Ninh",
                                               .text = "15",
                                               .amount = 15,
                                               .mark = -1,
                                               .year = 2022};
        dti__page_point(page, one, &point);
    }
    struct dti__page_chart *gaps =
        dti__page_chart(page, DTI__CHART_RANKS, "Years with gaps", "One line leaves a year out.");
    for (int i = 0; i < 9; i++) {
        if (i == 6)
            continue;
        const struct dti__chart_point point = {.label = i < 5 ? "Toàn bộ các năm" : "Thiếu một năm",
                                               .text = "7",
                                               .amount = 3 + i * 7 % (i < 5 ? 5 : 3),
                                               .mark = -1,
                                               .year = 2020 + i % 5,
                                               .tone = i < 5 ? DTI__TONE_STRONG : DTI__TONE_FAINT};
        dti__page_point(page, gaps, &point);
    }
    dti__page_chart(page, DTI__CHART_RANKS, "Ranks of nothing", "None.");
}

#endif
