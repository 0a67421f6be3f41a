/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reconciling figures made by hand: suspects, verdicts, problems, repairs and their order.
 * Intervals are those of half-up rounding, calculated by hand. */
#include "analyse/figures.h"
#include "samples.h"
#include "support.h"

#include <stdio.h>
#include <string.h>

/* ── figures by hand ── */

struct hand {
    dti_framework *framework;
    dti_figures *figures;
};

static struct hand hand_open(void)
{
    struct hand hand = {sample_builtin(), NULL};
    dti_error *error = NULL;
    sample_must(dti_figures_new(hand.framework, NULL, &hand.figures, &error), &error);
    return hand;
}

static void hand_close(struct hand *hand)
{
    dti_figures_free(hand->figures);
    dti_framework_unref(hand->framework);
}

static size_t node_of(const struct hand *hand, const char *code)
{
    size_t node = dti_framework_find(hand->framework, NULL, code);
    ck_assert_uint_ne(node, DTI_NONE);
    return node;
}

/* Points of a node of Quảng Nam in 2022; in a year without indices and a sum of its own. */
static size_t points(const struct hand *hand, const char *code)
{
    return dti__figures_points(hand->figures, "gso:49", 2022, node_of(hand, code));
}

static struct dti__said printed(size_t unknown, const char *text, int64_t low, int64_t high)
{
    return (struct dti__said){.unknown = unknown,
                              .span = {low, high},
                              .quantity = DTI_QUANTITY_POINTS,
                              .text = text,
                              .unit = "gso:49",
                              .unit_names = {"Quảng Nam", "Quang Nam"},
                              .source = {"Kế hoạch", "Plan"},
                              .place = "III.4",
                              .node = DTI_NONE,
                              .input = DTI_NONE,
                              .year = 2022};
}

/* A figure in hundredths, right to its last digit. */
static struct dti__said in_hundredths(const struct hand *hand, const char *code, const char *text,
                                      int64_t hundredths)
{
    struct dti__said said = printed(points(hand, code), text, hundredths * 10000000 - 5000000,
                                    hundredths * 10000000 + 4999999);
    said.node = node_of(hand, code);
    return said;
}

static size_t say(struct hand *hand, struct dti__said said)
{
    return dti__figures_say(hand->figures, &said);
}

static struct dti__identity sum_of(const struct hand *hand, const char *code,
                                   const struct dti__addend *terms, size_t count)
{
    return (struct dti__identity){.kind = DTI_IDENTITY_SUM,
                                  .terms = terms,
                                  .term_count = count,
                                  .node = node_of(hand, code),
                                  .subject = 0,
                                  .unit = "gso:49",
                                  .unit_names = {"Quảng Nam", "Quang Nam"},
                                  .year = 2022,
                                  .stated = {1, 0},
                                  .expected = {1, 0}};
}

static dti_reconciliation *reconcile(const struct hand *hand, uint32_t most)
{
    dti_reconcile_options options = DTI_RECONCILE_OPTIONS_INIT;
    dti_reconciliation *found = NULL;
    dti_error *error = NULL;
    options.most = most;
    sample_must(dti_reconcile(hand->figures, &options, &found, &error), &error);
    return found;
}

/* ── a sum that cannot be ── */

/* 3.1 + 3.2 = 3.3, of which "3", "4" and "8" are printed. Components of one group whose other
 * components nobody states: nothing else ties them. */
static dti_reconciliation *three_figures(struct hand *hand, uint32_t most)
{
    say(hand, in_hundredths(hand, "3.1", "3,00", 300));
    say(hand, in_hundredths(hand, "3.2", "4,00", 400));
    say(hand, in_hundredths(hand, "3.3", "8,00", 800));
    const struct dti__addend terms[] = {
        {points(hand, "3.3"), 1}, {points(hand, "3.1"), -1}, {points(hand, "3.2"), -1}};
    struct dti__identity sum = sum_of(hand, "3.3", terms, 3);
    dti__figures_tie(hand->figures, &sum);
    return reconcile(hand, most);
}

static void check_range(const dti_reconciliation *found, size_t repair, const char *text,
                        int64_t low, int64_t high)
{
    int64_t is_low = 0;
    int64_t is_high = 0;
    size_t figure = dti_reconciliation_repair_figure(found, 0, repair, 0, 0);
    ck_assert_str_eq(dti_reconciliation_figure_text(found, figure), text);
    ck_assert_int_eq(dti_reconciliation_repair_range(found, 0, repair, 0, &is_low, &is_high), 1);
    ck_assert_int_eq(is_low, low);
    ck_assert_int_eq(is_high, high);
}

START_TEST(test_sum)
{
    struct hand hand = hand_open();
    dti_reconciliation *found = three_figures(&hand, 0);
    int64_t low = 0;
    int64_t high = 0;
    ck_assert_uint_eq(dti_reconciliation_problem_count(found), 1);
    ck_assert_uint_eq(dti_reconciliation_problem_size(found, 0), 1);
    ck_assert_int_eq(dti_reconciliation_problem_is_complete(found, 0), 1);
    size_t identity = dti_reconciliation_problem_identity(found, 0, 0);
    ck_assert_int_eq(dti_reconciliation_identity(found, identity), DTI_IDENTITY_SUM);
    ck_assert_int_eq(dti_reconciliation_identity_verdict(found, identity), DTI_VERDICT_VIOLATED);
    ck_assert_uint_eq(dti_reconciliation_identity_node(found, identity), node_of(&hand, "3.3"));
    ck_assert_uint_eq(dti_reconciliation_identity_size(found, identity), 3);
    ck_assert_int_eq(dti_reconciliation_identity_stated(found, identity, &low, &high), 1);
    ck_assert_int_eq(low, INT64_C(7995000000));
    ck_assert_int_eq(high, INT64_C(8004999999));
    ck_assert_int_eq(dti_reconciliation_identity_expected(found, identity, &low, &high), 1);
    ck_assert_int_eq(low, INT64_C(6990000000)); /* 2.995 + 3.995 */
    ck_assert_int_eq(high, INT64_C(7009999998));
    ck_assert_uint_eq(dti_reconciliation_repair_count(found, 0), 3);
    for (size_t i = 0; i < 3; i++)
        ck_assert_uint_eq(dti_reconciliation_repair_size(found, 0, i), 1);
    check_range(found, 0, "3,00", INT64_C(3990000001), INT64_C(4009999999));
    check_range(found, 1, "4,00", INT64_C(4990000001), INT64_C(5009999999));
    check_range(found, 2, "8,00", INT64_C(6990000000), INT64_C(7009999998));
    dti_reconciliation_unref(found);
    hand_close(&hand);
}
END_TEST

/* Intervals that just touch are no contradiction: 2.995 + 3.995 = 6.99, the least that "6,99"
 * rounded to two digits stands for is 6.985, the most below 6.995. */
START_TEST(test_touching)
{
    static const struct {
        int64_t hundredths; /* of the sum of "3,00" and "4,00" */
        size_t problems;
    } cases[] = {{698, 1}, {699, 0}, {700, 0}, {701, 0}, {702, 1}};
    struct hand hand = hand_open();
    say(&hand, in_hundredths(&hand, "3.1", "3,00", 300));
    say(&hand, in_hundredths(&hand, "3.2", "4,00", 400));
    say(&hand, in_hundredths(&hand, "3.3", "x", cases[_i].hundredths));
    const struct dti__addend terms[] = {
        {points(&hand, "3.3"), 1}, {points(&hand, "3.1"), -1}, {points(&hand, "3.2"), -1}};
    struct dti__identity sum = sum_of(&hand, "3.3", terms, 3);
    dti__figures_tie(hand.figures, &sum);
    dti_reconciliation *found = reconcile(&hand, 0);
    ck_assert_uint_eq(dti_reconciliation_problem_count(found), cases[_i].problems);
    dti_reconciliation_unref(found);
    hand_close(&hand);
}
END_TEST

/* ── suspects ── */

/* "8,00" stands in two places and agrees with "0,80" of ten: one suspect, whose printed figure
 * comes before the calculated one. */
START_TEST(test_agreeing)
{
    struct hand hand = hand_open();
    struct dti__said value = printed(points(&hand, "3.3"), "0,80", 7950000000, 8049999999);
    value.node = node_of(&hand, "3.3");
    value.quantity = DTI_QUANTITY_VALUE;
    value.place = "II.2";
    value.is_calculated = true;
    say(&hand, value); /* gathered first */
    struct dti__said sum = in_hundredths(&hand, "3.3", "8,00", 800);
    say(&hand, sum);
    say(&hand, in_hundredths(&hand, "3.1", "3,00", 300));
    say(&hand, in_hundredths(&hand, "3.2", "4,00", 400));
    const struct dti__addend terms[] = {
        {points(&hand, "3.3"), 1}, {points(&hand, "3.1"), -1}, {points(&hand, "3.2"), -1}};
    struct dti__identity tie = sum_of(&hand, "3.3", terms, 3);
    dti__figures_tie(hand.figures, &tie);
    dti_reconciliation *found = reconcile(&hand, 0);
    ck_assert_uint_eq(dti_reconciliation_problem_count(found), 1);
    ck_assert_uint_eq(dti_reconciliation_repair_count(found, 0), 3);
    /* It stands in two places, the others in one each: it is the last that one suspects. */
    ck_assert_str_eq(
        dti_reconciliation_figure_text(found, dti_reconciliation_repair_figure(found, 0, 2, 0, 0)),
        "8,00");
    ck_assert_str_eq(
        dti_reconciliation_figure_text(found, dti_reconciliation_repair_figure(found, 0, 2, 0, 1)),
        "0,80");
    ck_assert_uint_eq(dti_reconciliation_repair_figure(found, 0, 2, 0, 2), DTI_NONE);
    dti_reconciliation_unref(found);
    hand_close(&hand);
}
END_TEST

/* "41,35" of 150 is 0.27563 to 0.27570: neither 0.2745 to 0.2755, but what 0,275 is cut from. */
static dti_reconciliation *cut_figure(struct hand *hand)
{
    struct dti__said value =
        printed(points(hand, "8"), "0,275", INT64_C(41175000000), INT64_C(41324999999));
    value.node = node_of(hand, "8");
    value.quantity = DTI_QUANTITY_VALUE;
    value.is_calculated = true;
    say(hand, in_hundredths(hand, "8", "41,35", 4135));
    say(hand, value);
    return reconcile(hand, 0);
}

START_TEST(test_same)
{
    static const char *const problem[] = {
        "Hoạt động xã hội số (chỉ số 8): giá trị 0,275 không khớp với 41,35 điểm, tức 0,2757; số "
        "in "
        "bị cắt bớt chứ không làm tròn",
        "Digital society activities (8): value 0.275 does not agree with 41.35 points, which is "
        "0.2757; what is printed was cut instead of rounded"};
    static const char *const repair[] = {
        "giá trị 0,275 lẽ ra phải là 0,2757 – số in sẽ đúng nếu bị cắt bớt chứ không làm tròn; đây "
        "là số tính từ các số khác",
        "value 0.275 should be 0.2757 – the printed one would be right if it was cut instead of "
        "rounded; it was calculated from others"};
    struct hand hand = hand_open();
    dti_reconciliation *found = cut_figure(&hand);
    char text[512];
    ck_assert_uint_eq(dti_reconciliation_problem_count(found), 1);
    size_t identity = dti_reconciliation_problem_identity(found, 0, 0);
    ck_assert_int_eq(dti_reconciliation_identity(found, identity), DTI_IDENTITY_SAME);
    size_t length = dti_reconciliation_problem_format(found, 0, (dti_lang)_i, text, sizeof text);
    ck_assert_str_eq(text, problem[_i]);
    ck_assert_uint_eq(length, strlen(problem[_i]));
    ck_assert_uint_eq(dti_reconciliation_problem_format(found, 0, (dti_lang)_i, NULL, 0), length);
    ck_assert_uint_eq(dti_reconciliation_repair_count(found, 0), 2);
    dti_reconciliation_repair_format(found, 0, 0, (dti_lang)_i, text, sizeof text);
    ck_assert_str_eq(text, repair[_i]);
    dti_reconciliation_unref(found);
    hand_close(&hand);
}
END_TEST

/* ── the order of repairs ── */

/* Whoever made a claim, the same violated sum; what differs is what speaks for and against 3.1. */
enum doubt {
    DOUBT_NOTHING,    /* order of codes: 3.1, 3.2, 3.3 */
    DOUBT_CALCULATED, /* 3.3 is calculated: it comes first */
    DOUBT_PLACES,     /* 3.1 stands in three places: it comes last */
    DOUBT_ASSUMED,    /* the sum needs an assumption: that comes first */
    DOUBT_CONFIRMED,  /* a soft tie that holds confirms 3.1: it comes last */
    DOUBT_WON,        /* a soft tie would hold with another 3.2: that comes first */
};

static void doubt(struct hand *hand, enum doubt kind)
{
    struct dti__said first = in_hundredths(hand, "3.1", "3,00", 300);
    struct dti__said last = in_hundredths(hand, "3.3", "8,00", 800);
    const struct dti__addend terms[] = {
        {points(hand, "3.3"), 1}, {points(hand, "3.1"), -1}, {points(hand, "3.2"), -1}};
    struct dti__identity sum = sum_of(hand, "3.3", terms, 3);
    first.place = kind == DOUBT_PLACES ? "II.2; III.3; III.4" : first.place;
    last.is_calculated = kind == DOUBT_CALCULATED;
    say(hand, first);
    say(hand, in_hundredths(hand, "3.2", "4,00", 400));
    say(hand, last);
    size_t needs[1];
    if (kind == DOUBT_ASSUMED) {
        struct dti__said rule = printed(DTI_NONE, "", 0, 0);
        rule.is_assumed = true;
        rule.node = node_of(hand, "3.3");
        rule.note = (struct dti__text2){"cách tính 3.3", "rule of 3.3"};
        needs[0] = say(hand, rule);
        sum.needs = needs;
        sum.need_count = 1;
    }
    dti__figures_tie(hand->figures, &sum);
    if (kind == DOUBT_CONFIRMED || kind == DOUBT_WON) {
        /* 3.1 = 3 as printed; 3.2 = 5, which would repair the sum */
        struct dti__addend one = {kind == DOUBT_WON ? terms[2].unknown : terms[1].unknown, 1};
        struct dti__identity rest = sum_of(hand, kind == DOUBT_WON ? "3.2" : "3.1", &one, 1);
        rest.kind = DTI_IDENTITY_REST;
        rest.is_soft = true;
        rest.span.low = rest.span.high = kind == DOUBT_WON ? 5000000000 : 3000000000;
        dti__figures_tie(hand->figures, &rest);
    }
}

START_TEST(test_order)
{
    static const struct {
        const char *texts[4];
        const char *says; /* of the first, or of the last if it is against */
        bool is_last;
    } cases[] = {
        [DOUBT_NOTHING] = {{"3,00", "4,00", "8,00"}, "should be 3.99 to 4.01 points", false},
        [DOUBT_CALCULATED] = {{"8,00", "3,00", "4,00"}, "calculated from others", false},
        [DOUBT_PLACES] = {{"4,00", "8,00", "3,00"}, "in several places", true},
        [DOUBT_ASSUMED] = {{"", "3,00", "4,00", "8,00"},
                           "the assumed rule is wrong (rule of 3.3) – no source",
                           false},
        [DOUBT_CONFIRMED] = {{"4,00", "8,00", "3,00"}, "components listed confirm what", true},
        [DOUBT_WON] = {{"4,00", "3,00", "8,00"}, "then confirm it", false},
    };
    struct hand hand = hand_open();
    doubt(&hand, (enum doubt)_i);
    dti_reconciliation *found = reconcile(&hand, 0);
    char text[512];
    size_t count = cases[_i].texts[3] ? 4 : 3;
    ck_assert_uint_eq(dti_reconciliation_problem_count(found), 1);
    ck_assert_uint_eq(dti_reconciliation_repair_count(found, 0), count);
    for (size_t i = 0; i < count; i++) {
        size_t figure = dti_reconciliation_repair_figure(found, 0, i, 0, 0);
        ck_assert_str_eq(dti_reconciliation_figure_text(found, figure), cases[_i].texts[i]);
        ck_assert_int_eq(dti_reconciliation_figure_is_assumed(found, figure), i == 0 && count == 4);
        ck_assert_int_eq(dti_reconciliation_repair_range(found, 0, i, 0, NULL, NULL),
                         !(i == 0 && count == 4));
    }
    dti_reconciliation_repair_format(found, 0, cases[_i].is_last ? count - 1 : 0, DTI_LANG_EN, text,
                                     sizeof text);
    ck_assert_msg(strstr(text, cases[_i].says) != NULL, "%s", text);
    dti_reconciliation_unref(found);
    hand_close(&hand);
}
END_TEST

/* ── remarks ── */

START_TEST(test_remarks)
{
    static const dti_verdict remarks[] = {DTI_VERDICT_IMPLAUSIBLE, DTI_VERDICT_INCOMPLETE};
    static const char *const words[] = {
        "indicator 3.1: 3.00 points is printed, far from the usual 5 to 6 points",
        "indicator 3.1: the counts account for 5 of 6 indicators"};
    struct hand hand = hand_open();
    size_t figure = say(&hand, in_hundredths(&hand, "3.1", "3,00", 300));
    const struct dti__addend one = {points(&hand, "3.1"), 1};
    struct dti__identity remark = sum_of(&hand, "3.1", &one, 1);
    remark.kind = _i == 0 ? DTI_IDENTITY_USUAL : DTI_IDENTITY_COUNT;
    remark.remark = remarks[_i];
    remark.span = (struct dti__span){5000000000, 6000000000}; /* required it would be violated */
    remark.stated = (struct dti__span){5000000000, 5000000000};
    remark.expected = _i == 0 ? remark.span : (struct dti__span){6000000000, 6000000000};
    dti__figures_tie(hand.figures, &remark);
    dti_reconciliation *found = reconcile(&hand, 0);
    char text[512];
    bool is_found = false;
    ck_assert_uint_eq(dti_reconciliation_problem_count(found), 0);
    for (size_t i = 0; i < dti_reconciliation_identity_count(found); i++)
        if (dti_reconciliation_identity_verdict(found, i) == remarks[_i]) {
            is_found = true;
            ck_assert_uint_eq(dti_reconciliation_identity_figure(found, i, 0), figure);
            dti_reconciliation_identity_format(found, i, DTI_LANG_EN, text, sizeof text);
            ck_assert_str_eq(text, words[_i]);
        }
    ck_assert(is_found);
    dti_reconciliation_unref(found);
    hand_close(&hand);
}
END_TEST

/* ── changes ── */

static struct dti__said ranked(const struct hand *hand, enum dti__about about, int32_t year,
                               int32_t against, const char *text, int64_t places)
{
    const struct dti__subject_of of = {about, "gso:49", "", node_of(hand, "5"), year, against, 0};
    size_t unknown = dti__figures_unknown(
        hand->figures, &of,
        (struct dti__span){about == DTI__ABOUT_RANK ? DTI_POINT : -62 * DTI_POINT, 63 * DTI_POINT});
    struct dti__said said = printed(unknown, text, places * DTI_POINT, places * DTI_POINT);
    said.quantity = about == DTI__ABOUT_RANK ? DTI_QUANTITY_RANK : DTI_QUANTITY_DIFFERENCE;
    said.node = of.node;
    said.year = year;
    said.is_calculated = about == DTI__ABOUT_RANK_CHANGE;
    return said;
}

/* Quảng Nam, ATTT: from 32 to 24 is 8, the plan prints 18. */
START_TEST(test_change)
{
    struct hand hand = hand_open();
    struct dti__said new = ranked(&hand, DTI__ABOUT_RANK, 2022, 0, "24", 24);
    struct dti__said old = ranked(&hand, DTI__ABOUT_RANK, 2021, 0, "32", 32);
    struct dti__said change = ranked(&hand, DTI__ABOUT_RANK_CHANGE, 2022, 2021, "18", 18);
    say(&hand, new);
    say(&hand, old);
    say(&hand, change);
    const struct dti__addend terms[] = {{change.unknown, 1}, {old.unknown, -1}, {new.unknown, 1}};
    struct dti__identity tie = sum_of(&hand, "5", terms, 3);
    tie.kind = DTI_IDENTITY_CHANGE;
    dti__figures_tie(hand.figures, &tie);
    dti_reconciliation *found = reconcile(&hand, 0);
    char text[512];
    ck_assert_uint_eq(dti_reconciliation_problem_count(found), 1);
    dti_reconciliation_problem_format(found, 0, DTI_LANG_VI, text, sizeof text);
    ck_assert_msg(strstr(text, "hạng 32 → 24 là tăng 8 bậc, nhưng in tăng 18 bậc") != NULL, "%s",
                  text);
    dti_reconciliation_repair_format(found, 0, 0, DTI_LANG_VI, text, sizeof text);
    ck_assert_msg(strstr(text, "tăng 18 bậc lẽ ra phải là tăng 8 bậc") != NULL, "%s", text);
    dti_reconciliation_repair_format(found, 0, 1, DTI_LANG_VI, text, sizeof text);
    ck_assert_msg(strstr(text, "hạng 24 lẽ ra phải là 14") != NULL ||
                      strstr(text, "hạng 32 lẽ ra phải là 42") != NULL,
                  "%s", text);
    dti_reconciliation_unref(found);
    hand_close(&hand);
}
END_TEST

/* ── arguments ── */

START_TEST(test_arguments)
{
    struct hand hand = hand_open();
    dti_reconcile_options options = DTI_RECONCILE_OPTIONS_INIT;
    dti_reconciliation *found = NULL;
    dti_error *error = NULL;
    sample_refused(dti_reconcile(NULL, NULL, &found, &error), DTI_E_ARG, &error);
    sample_refused(dti_reconcile(hand.figures, NULL, NULL, &error), DTI_E_ARG, &error);
    options.most = 4;
    sample_refused(dti_reconcile(hand.figures, &options, &found, &error), DTI_E_ARG, &error);
    options.size = 3;
    sample_refused(dti_reconcile(hand.figures, &options, &found, &error), DTI_E_ARG, &error);
    ck_assert_ptr_null(found);
    sample_must(dti_reconcile(hand.figures, NULL, &found, &error), &error);
    ck_assert_uint_eq(dti_reconciliation_problem_count(found), 0);
    ck_assert_uint_eq(dti_reconciliation_figure_count(found), 0);
    dti_text *text = NULL;
    sample_refused(dti_reconciliation_write(NULL, NULL, DTI_LANG_VI, &text, &error), DTI_E_ARG,
                   &error);
    sample_refused(dti_reconciliation_write(found, NULL, DTI_LANG_VI, NULL, &error), DTI_E_ARG,
                   &error);
    sample_refused(dti_reconciliation_write(found, "nobody", DTI_LANG_VI, &text, &error),
                   DTI_E_NOT_FOUND, &error);
    sample_must(dti_reconciliation_write(found, NULL, DTI_LANG_VI, &text, &error), &error);
    dti_text_free(text);
    dti_reconciliation *shared = dti_reconciliation_ref(found);
    ck_assert_ptr_eq(shared, found);
    dti_reconciliation_unref(shared);
    dti_reconciliation_unref(found);
    dti_reconciliation_unref(NULL);
    hand_close(&hand);
}
END_TEST

/* Of NULL, and beyond what there is. */
START_TEST(test_neutral)
{
    struct hand hand = hand_open();
    dti_reconciliation *made = _i == 0 ? NULL : three_figures(&hand, 0);
    const dti_reconciliation *found = made;
    const size_t far = 1000000;
    char text[16] = "x";
    ck_assert_ptr_eq(dti_reconciliation_framework(NULL), NULL);
    ck_assert_str_eq(dti_reconciliation_figure_text(found, far), "");
    ck_assert_int_eq(dti_reconciliation_figure_quantity(found, far), DTI_QUANTITY_POINTS);
    ck_assert_uint_eq(dti_reconciliation_figure_node(found, far), DTI_NONE);
    ck_assert_str_eq(dti_reconciliation_figure_unit(found, far), "");
    ck_assert_int_eq(dti_reconciliation_figure_year(found, far), 0);
    ck_assert_int_eq(dti_reconciliation_figure_is_assumed(found, far), 0);
    ck_assert_uint_eq(dti_reconciliation_figure_format(found, far, DTI_LANG_VI, text, 16), 0);
    ck_assert_str_eq(text, "");
    ck_assert_int_eq(dti_reconciliation_identity(found, far), DTI_IDENTITY_SAME);
    ck_assert_int_eq(dti_reconciliation_identity_verdict(found, far), DTI_VERDICT_HOLDS);
    ck_assert_uint_eq(dti_reconciliation_identity_node(found, far), DTI_NONE);
    ck_assert_uint_eq(dti_reconciliation_identity_size(found, far), 0);
    ck_assert_uint_eq(dti_reconciliation_identity_figure(found, 0, far), DTI_NONE);
    ck_assert_int_eq(dti_reconciliation_identity_stated(found, far, NULL, NULL), 0);
    ck_assert_int_eq(dti_reconciliation_identity_expected(found, far, NULL, NULL), 0);
    ck_assert_uint_eq(dti_reconciliation_identity_format(found, far, DTI_LANG_VI, text, 16), 0);
    ck_assert_uint_eq(dti_reconciliation_problem_size(found, far), 0);
    ck_assert_uint_eq(dti_reconciliation_problem_identity(found, 0, far), DTI_NONE);
    ck_assert_int_eq(dti_reconciliation_problem_is_complete(found, far), 0);
    ck_assert_uint_eq(dti_reconciliation_problem_format(found, far, DTI_LANG_VI, text, 16), 0);
    ck_assert_uint_eq(dti_reconciliation_repair_count(found, far), 0);
    ck_assert_uint_eq(dti_reconciliation_repair_size(found, 0, far), 0);
    ck_assert_uint_eq(dti_reconciliation_repair_figure(found, 0, 0, far, 0), DTI_NONE);
    ck_assert_int_eq(dti_reconciliation_repair_range(found, 0, 0, far, NULL, NULL), 0);
    ck_assert_uint_eq(dti_reconciliation_repair_format(found, 0, far, DTI_LANG_VI, text, 16), 0);
    ck_assert_str_eq(dti_reconciliation_part_unit(found, far), "");
    ck_assert_int_eq(dti_reconciliation_part_year(found, far), 0);
    ck_assert_uint_eq(dti_reconciliation_part_size(found, far), 0);
    ck_assert_uint_eq(dti_reconciliation_part_node(found, far, 0), DTI_NONE);
    ck_assert_int_eq(dti_reconciliation_part_range(found, far, NULL, NULL), 0);
    ck_assert_int_eq(dti_reconciliation_part_max(found, far), 0);
    ck_assert_str_eq(dti_identity_id((dti_identity)99), "");
    ck_assert_str_eq(dti_identity_name((dti_identity)99, DTI_LANG_VI), "");
    ck_assert_str_eq(dti_verdict_id((dti_verdict)99), "");
    ck_assert_str_eq(dti_verdict_name((dti_verdict)99, DTI_LANG_EN), "");
    dti_reconciliation_unref(made);
    hand_close(&hand);
}
END_TEST

/* ── too much to look at ── */

static size_t count_told(const dti_reconciliation *found, size_t identity)
{
    size_t count = 0;
    for (size_t i = 0; i < dti_reconciliation_problem_count(found); i++)
        for (size_t k = 0; k < dti_reconciliation_problem_size(found, i); k++)
            count += dti_reconciliation_problem_identity(found, i, k) == identity;
    return count;
}

/* So many values of one node, no two of which can be right: each but one would have to be another.
 * What is wrong is told once, and the number of problems ends somewhere. */
START_TEST(test_many)
{
    static const size_t numbers[] = {20, 260};
    const size_t count = numbers[_i];
    struct hand hand = hand_open();
    for (size_t i = 0; i < count; i++) {
        char text[48];
        (void)snprintf(text, sizeof text, "%zu,%02zu", i / 100, i % 100);
        say(&hand, in_hundredths(&hand, "3.1", text, (int64_t)i));
    }
    dti_reconciliation *found = reconcile(&hand, 3);
    const size_t problems = dti_reconciliation_problem_count(found);
    ck_assert_uint_ge(problems, 1);
    ck_assert_uint_le(problems, count - 1 < 201 ? count - 1 : 201);
    size_t violated = 0;
    for (size_t i = 0; i < dti_reconciliation_identity_count(found); i++) {
        const bool is_wrong = dti_reconciliation_identity_verdict(found, i) == DTI_VERDICT_VIOLATED;
        ck_assert_uint_eq(count_told(found, i), is_wrong);
        violated += is_wrong;
    }
    ck_assert_uint_ge(violated, count - 1);
    dti_reconciliation_unref(found);
    hand_close(&hand);
}
END_TEST

/* ── looking on ── */

struct onlooker {
    size_t calls;
    size_t stop_at; /* the call that calls a halt; 0: none */
    uint64_t done;
    uint64_t total;
};

static int look_on(void *context, uint64_t done, uint64_t total)
{
    struct onlooker *onlooker = context;
    ck_assert_uint_ge(done, onlooker->done);
    ck_assert_uint_le(done, total);
    ck_assert(onlooker->calls == 0 || total == onlooker->total);
    onlooker->done = done;
    onlooker->total = total;
    return ++onlooker->calls == onlooker->stop_at;
}

static dti_status reconcile_watched(const struct hand *hand, struct onlooker *onlooker,
                                    dti_reconciliation **found, dti_error **error)
{
    dti_reconcile_options options = DTI_RECONCILE_OPTIONS_INIT;
    options.progress = look_on;
    options.progress_context = onlooker;
    return dti_reconcile(hand->figures, &options, found, error);
}

/* Points for all nodes, each within its maximum, that do not hold together at all. */
static void say_anything(const struct hand *hand)
{
    for (size_t node = 0; node < dti_framework_node_count(hand->framework); node++) {
        dti_statement statement = DTI_STATEMENT_INIT;
        char text[32];
        const size_t most =
            (size_t)(dti_framework_node_max_points(hand->framework, node) / 10000000);
        const size_t hundredths = node * 7919 % (most + 1);
        (void)snprintf(text, sizeof text, "%zu,%02zu", hundredths / 100, hundredths % 100);
        statement.code = dti_framework_node_code(hand->framework, node, NULL);
        statement.text = text;
        ck_assert_int_eq(dti_figures_add(hand->figures, &statement, NULL), DTI_OK);
    }
}

/* The halt is called early and late; who only looks on changes nothing. */
START_TEST(test_watched)
{
    struct hand hand = hand_open();
    say_anything(&hand);
    dti_reconciliation *plain = reconcile(&hand, 0);
    dti_reconciliation *watched = NULL;
    dti_error *error = NULL;
    struct onlooker patient = {.stop_at = 0};
    sample_must(reconcile_watched(&hand, &patient, &watched, &error), &error);
    ck_assert_uint_ge(patient.calls, 2);
    ck_assert_uint_eq(dti_reconciliation_problem_count(watched),
                      dti_reconciliation_problem_count(plain));
    for (size_t i = 1; i <= patient.calls; i += patient.calls / 4 + 1) {
        struct onlooker impatient = {.stop_at = i};
        dti_reconciliation *found = NULL;
        ck_assert_int_eq(reconcile_watched(&hand, &impatient, &found, &error), DTI_E_CANCELLED);
        ck_assert_int_eq(dti_error_status(error), DTI_E_CANCELLED);
        ck_assert_uint_eq(impatient.calls, i); /* nobody is asked again */
        ck_assert_ptr_eq(found, NULL);
        dti_error_free(error);
        error = NULL;
    }
    dti_reconciliation_unref(watched);
    dti_reconciliation_unref(plain);
    hand_close(&hand);
}
END_TEST

/* ── memory ── */

static dti_status reconcile_with(const dti_allocator *allocator, void *data)
{
    const struct hand *hand = data;
    dti_reconcile_options options = DTI_RECONCILE_OPTIONS_INIT;
    dti_reconciliation *found = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    dti_status status = dti_reconcile(hand->figures, &options, &found, &error);
    ck_assert_int_eq(found != NULL, status == DTI_OK);
    if (status == DTI_OK)
        status = dti_reconciliation_write(found, NULL, DTI_LANG_VI, &text, &error);
    ck_assert_int_eq(text != NULL, status == DTI_OK);
    ck_assert_int_eq(error != NULL, status != DTI_OK);
    dti_error_free(error);
    dti_text_free(text);
    dti_reconciliation_unref(found);
    return status;
}

START_TEST(test_memory)
{
    struct hand hand = hand_open();
    doubt(&hand, DOUBT_CONFIRMED);
    test_nomem(reconcile_with, &hand);
    hand_close(&hand);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("reconcile");
    TCase *figures = tcase_create("figures");
    TCase *interface = tcase_create("interface");
    tcase_set_timeout(interface, 60);
    tcase_add_test(figures, test_sum);
    tcase_add_loop_test(figures, test_touching, 0, 5);
    tcase_add_test(figures, test_agreeing);
    tcase_add_loop_test(figures, test_same, 0, 2);
    tcase_add_loop_test(figures, test_order, 0, DOUBT_WON + 1);
    tcase_add_loop_test(figures, test_remarks, 0, 2);
    tcase_add_test(figures, test_change);
    tcase_add_loop_test(figures, test_many, 0, 2);
    tcase_add_test(interface, test_arguments);
    tcase_add_test(interface, test_watched);
    tcase_add_loop_test(interface, test_neutral, 0, 2);
    tcase_add_test(interface, test_memory);
    suite_add_tcase(suite, figures);
    suite_add_tcase(suite, interface);
    return suite;
}
