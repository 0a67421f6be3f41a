/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Weighted indices and absent parts: by hand, against Python's fractions, and in the sources. */
#include "random.h"

#include "base/number.h"
#include "scenarios.h"

#include <dti/program.h>
#include <dti/scoreboard.h>

#define MOST_PARTS 4
#define HEAD                                                                                       \
    "{\"format\":\"dti-framework/"                                                                 \
    "1\",\"id\":\"weighted\",\"version\":\"1\",\"titles\":{\"vi\":\"x\"},"                         \
    "\"years\":{\"from\":2020,\"to\":2022},\"rounding\":{\"points_digits\":2,"                     \
    "\"value_digits\":4,\"mode\":\"half-up\"},\"numberings\":[{\"id\":\"only\","                   \
    "\"names\":{\"vi\":\"x\"},\"default\":true}],"
#define NO_INPUTS "\"units\":[],\"states\":{},\"inputs\":[],\"indicators\":["
#define ANY       "{\"kind\":\"assumed\"}"
#define ABSENT    "\"absent\":{\"note\":{\"vi\":\"chưa rõ\",\"en\":\"not known\"}}"

static int64_t nano(const char *decimal)
{
    int64_t amount = 0;
    int decimals = 0;
    ck_assert(dti__decimal_read(decimal, strlen(decimal), &amount, &decimals));
    return amount;
}

static dti_framework *parse(const struct random_text *text)
{
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_parse(text->bytes, text->length, NULL, &framework, &error), &error);
    return framework;
}

static void put_absent(struct random_text *text, const char *code, const char *most)
{
    random_put(text,
               "{\"codes\":{\"only\":\"%s\"},\"names\":{\"vi\":\"x\"},\"max_points\":%s," ABSENT
               ",\"provenance\":{\"code\":" ANY ",\"name\":" ANY ",\"max_points\":" ANY "}}",
               code, most);
}

/* ---- Points of a weighted index ---- */

struct part {
    const char *weight;
    const char *most;
    const char *points; /* NULL: nothing is stated */
};

/* The points of an index of so many over absent main indicators; `upper` where the others have all
 * that they can have, where that differs. */
struct mean {
    const char *most;
    struct part parts[MOST_PARTS];
    const char *points;
    const char *upper;
};

static dti_framework *framework_of(const struct mean *mean)
{
    struct random_text text = {NULL, 0, 0};
    random_put(&text, HEAD NO_INPUTS);
    for (int i = 0; i < MOST_PARTS && mean->parts[i].weight; i++) {
        const char code[2] = {(char)('1' + i), 0};
        random_put(&text, i > 0 ? "," : "");
        put_absent(&text, code, mean->parts[i].most);
    }
    random_put(&text,
               "],\"indices\":[{\"code\":\"mean\",\"names\":{\"vi\":\"x\"},\"overall\":true,"
               "\"max_points\":%s,\"provenance\":" ANY ",\"weights\":[",
               mean->most);
    for (int i = 0; i < MOST_PARTS && mean->parts[i].weight; i++)
        random_put(&text, "%s{\"code\":\"%d\",\"weight\":%s}", i > 0 ? "," : "", i + 1,
                   mean->parts[i].weight);
    random_put(&text, "]}]}");
    dti_framework *framework = parse(&text);
    free(text.bytes);
    return framework;
}

static dti_result *score_mean(const struct mean *mean)
{
    dti_framework *framework = framework_of(mean);
    dti_dossier_builder *builder = sample_builder(framework);
    dti_error *error = NULL;
    for (int i = 0; i < MOST_PARTS && mean->parts[i].weight; i++) {
        const char code[2] = {(char)('1' + i), 0};
        if (mean->parts[i].points)
            sample_must(dti_dossier_builder_add_stated(builder, code, DTI_TRACK_FINAL,
                                                       DTI_QUANTITY_POINTS, mean->parts[i].points,
                                                       -1, &error),
                        &error);
    }
    dti_framework_unref(framework);
    return sample_end(builder, DTI_TRACK_DEFAULT);
}

static void hold(const struct mean *mean)
{
    dti_result *result = score_mean(mean);
    const size_t node = sample_node(result, "mean");
    const int64_t points = nano(mean->points);
    ck_assert_int_eq(dti_result_points(result, node), points);
    ck_assert_int_eq(dti_result_lower(result, node), points);
    ck_assert_int_eq(dti_result_upper(result, node), mean->upper ? nano(mean->upper) : points);
    ck_assert_int_eq(dti_result_max_points(result, node), nano(mean->most));
    dti_result_unref(result);
}

static const struct mean by_hand[] = {
    /* (2 × p/7 + q/11) ÷ 3 */
    {"1000", {{"2", "7", "3.5"}, {"1", "11", "5.5"}}, "500", NULL},
    {"1000", {{"2", "7", "7"}, {"1", "11", "11"}}, "1000", NULL},
    {"1000", {{"2", "7", "0"}, {"1", "11", "0"}}, "0", NULL},
    {"1000", {{"2", "7", "7"}, {"1", "11", "0"}}, "666.666666667", NULL},
    {"1000", {{"2", "7", "0"}, {"1", "11", "11"}}, "333.333333333", NULL},
    {"1000", {{"2", "7", "1"}, {"1", "11", "1"}}, "125.541125541", NULL}, /* 29000/231 */
    {"231", {{"2", "7", "1"}, {"1", "11", "1"}}, "29", NULL},
    /* What is not stated is open with its weight: 2 ÷ 3 of 300. */
    {"300", {{"2", "7", NULL}, {"1", "11", "5.5"}}, "50", "250"},
    {"300", {{"2", "7", "3.5"}, {"1", "11", NULL}}, "100", "200"},
    /* Half of an odd number of 10⁻⁹ points: to the even one. */
    {"0.000000001", {{"1", "1", "1"}, {"1", "1", "0"}}, "0", NULL},
    {"0.000000003", {{"1", "1", "1"}, {"1", "1", "0"}}, "0.000000002", NULL},
    {"0.000000005", {{"1", "1", "1"}, {"1", "1", "0"}}, "0.000000002", NULL},
    {"0.000000007", {{"1", "1", "0"}, {"1", "1", "1"}}, "0.000000004", NULL},
    /* A third more than a half, by the smallest figure there is. */
    {"0.000000001", {{"1", "1", "1"}, {"1", "1", "0.000000001"}}, "0.000000001", NULL},
    {"0.000000003", {{"1", "1", "0.999999999"}, {"1", "1", "0"}}, "0.000000001", NULL},
    /* Only how weights stand to each other counts. */
    {"1000", {{"0.000000002", "7", "1"}, {"0.000000001", "11", "1"}}, "125.541125541", NULL},
    {"1000", {{"1000000", "7", "1"}, {"500000", "11", "1"}}, "125.541125541", NULL},
    /* Bắc Ninh 2020. */
    {"1000",
     {{"400", "400", "177.96"}, {"300", "300", "110.04"}, {"300", "300", "121.56"}},
     "409.56",
     NULL},
    /* More than the maximum, and less than nothing, are findings, and still add up. */
    {"100", {{"1", "10", "20"}, {"1", "10", "10"}}, "150", NULL},
    {"100", {{"1", "10", "-5"}, {"1", "10", "10"}}, "25", NULL},
    {"3", {{"1", "1", "-0.000000001"}, {"1", "1", "0"}}, "-0.000000002", NULL},
    /* What is out of all proportion stops at a million points. */
    {"1000000", {{"1", "0.000000001", "1000000"}, {"1", "1", "1"}}, "1000000", NULL},
    {"1000000", {{"1", "0.000000001", "-1000000"}, {"1", "1", "1"}}, "-1000000", NULL},
    /* 50,050,000 and 49,950,000 below nothing */
    {"100000", {{"1", "1", "1000"}, {"1", "1", "1"}}, "1000000", NULL},
    {"100000", {{"1", "1", "-1000"}, {"1", "1", "1"}}, "-1000000", NULL},
};

START_TEST(test_by_hand)
{
    hold(&by_hand[_i]);
}
END_TEST

/* max × Σ weight × points ÷ maximum ÷ Σ weight with Python's fractions, rounded half to even. */
static const struct mean by_fractions[] = {
    {"1", {{"0.862", "48.1", "24.109656699"}, {"225", "219", "136.864462677"}}, "0.62447974", NULL},
    {"0.7",
     {{"172", "70.8", "24.276594718"},
      {"390", "228", "150.388585256"},
      {"162", "112", "63.562529069"}},
     "0.394629185",
     NULL},
    {"333.3",
     {{"344", "237", "165.142314731"}, {"7.5", "53.5", "8.74228163"}},
     "228.451112694",
     NULL},
    {"500",
     {{"0.46", "115", "110.220710307"},
      {"344", "70", "61.16200259"},
      {"1.1", "108", "13.805513402"}},
     "435.740609644",
     NULL},
    {"1000", {{"3", "44.8", "44.32053831"}, {"1.8", "80.9", "6.946269902"}}, "650.509489408", NULL},
    {"333.3",
     {{"4", "60.1", "8.839485117"},
      {"9.7", "59.6", "57.892183521"},
      {"205", "21.7", "11.943003121"}},
     "187.202698374",
     NULL},
    {"0.7",
     {{"327", "34", "16.525974567"}, {"0.412", "97.5", "22.050083536"}},
     "0.340011718",
     NULL},
    {"1000",
     {{"58", "22.8", "16.401264954"},
      {"6.8", "90.3", "16.563025635"},
      {"5.1", "40", "18.414022221"}},
     "648.320099823",
     NULL},
    {"1000", {{"381", "9", "2.851887633"}, {"1.4", "30.2", "5.388837528"}}, "316.36956971", NULL},
    {"1000",
     {{"357", "95.7", "81.144199427"}, {"284", "58", "37.049640692"}},
     "755.251815976",
     NULL},
    {"0.7",
     {{"18", "296", "183.048306322"},
      {"0.65", "95", "49.469905103"},
      {"4.4", "191", "144.088509159"}},
     "0.449127005",
     NULL},
    {"1000",
     {{"7.4", "125", "110.323829962"}, {"0.386", "64", "29.931660193"}},
     "862.021071062",
     NULL},
    {"500",
     {{"135", "186", "169.211476131"}, {"0.162", "48", "36.778093705"}},
     "454.783545409",
     NULL},
    {"1000",
     {{"368", "8.5", "1.690972661"}, {"34", "34.8", "29.62220907"}, {"9", "179", "54.377380436"}},
     "255.193348672",
     NULL},
    {"333.3",
     {{"0.536", "58.4", "11.566120336"},
      {"0.328", "190", "70.06590112"},
      {"34", "268", "257.553181678"}},
     "314.541053568",
     NULL},
    {"1000",
     {{"29", "22.6", "10.063213507"}, {"6.4", "21", "14.895950029"}},
     "493.013875375",
     NULL},
    {"500",
     {{"0.312", "241", "37.572013641"}, {"373", "241", "131.346635341"}},
     "272.34079268",
     NULL},
    {"1000",
     {{"0.695", "71", "69.546516636"}, {"2.1", "82.6", "80.194418849"}},
     "973.028049191",
     NULL},
    {"333.3",
     {{"0.464", "69.8", "12.903775028"}, {"245", "24.3", "22.004075769"}},
     "301.354954497",
     NULL},
    {"333.3",
     {{"285", "66.6", "62.502972252"},
      {"5.6", "90.1", "59.087863716"},
      {"73", "172", "166.650183814"}},
     "313.380475984",
     NULL},
    {"333.3",
     {{"0.252", "26.8", "1.794785723"}, {"333", "30.4", "27.78525212"}},
     "304.418906391",
     NULL},
    {"1000",
     {{"125", "66.6", "18.874063855"},
      {"6", "95.4", "62.390904433"},
      {"0.204", "212", "25.614725665"}},
     "300.089161977",
     NULL},
    {"1", {{"385", "93.2", "30.192260277"}, {"0.085", "34.6", "20.209352308"}}, "0.32400871", NULL},
    {"0.7",
     {{"258", "185", "32.193576989"},
      {"2.5", "24.9", "2.623080495"},
      {"1.7", "32", "18.386760826"}},
     "0.12317316",
     NULL},
};

START_TEST(test_by_fractions)
{
    hold(&by_fractions[_i]);
}
END_TEST

/* ---- Parts that leave the sums, losses through weights ---- */

/* Main 1 of 20 points has a component of 15 and one of 5, main 2 one of 10. "both" is their sum,
 * "deep" weighs it 3 to 1 against main 2 and stands before it in the document. */
static const char deep[] = HEAD
    "\"units\":[{\"id\":\"percent\",\"names\":{\"vi\":\"%\"},\"divisor\":100}],\"states\":{},"
    "\"inputs\":["
    "{\"id\":\"a\",\"names\":{\"vi\":\"a\"},\"kind\":\"ratio\",\"unit\":\"percent\","
    "\"origin\":{\"kind\":\"agency\"}},"
    "{\"id\":\"b\",\"names\":{\"vi\":\"b\"},\"kind\":\"ratio\",\"unit\":\"percent\","
    "\"origin\":{\"kind\":\"agency\"}},"
    "{\"id\":\"c\",\"names\":{\"vi\":\"c\"},\"kind\":\"ratio\",\"unit\":\"percent\","
    "\"origin\":{\"kind\":\"agency\"}}],"
    "\"indicators\":[{\"codes\":{\"only\":\"1\"},\"names\":{\"vi\":\"x\"},\"provenance\":{"
    "\"code\":" ANY ",\"name\":" ANY "},\"children\":["
    "{\"codes\":{\"only\":\"1.1\"},\"names\":{\"vi\":\"x\"},\"max_points\":15,\"rule\":{"
    "\"kind\":\"ratio\",\"quantity\":{\"input\":\"a\"}},\"provenance\":{\"code\":" ANY
    ",\"name\":" ANY ",\"max_points\":" ANY ",\"rule\":" ANY "}},"
    "{\"codes\":{\"only\":\"1.2\"},\"names\":{\"vi\":\"x\"},\"max_points\":5,\"rule\":{"
    "\"kind\":\"ratio\",\"quantity\":{\"input\":\"b\"}},\"provenance\":{\"code\":" ANY
    ",\"name\":" ANY ",\"max_points\":" ANY ",\"rule\":" ANY "}}]},"
    "{\"codes\":{\"only\":\"2\"},\"names\":{\"vi\":\"x\"},\"max_points\":10,\"rule\":{"
    "\"kind\":\"ratio\",\"quantity\":{\"input\":\"c\"}},\"provenance\":{\"code\":" ANY
    ",\"name\":" ANY ",\"max_points\":" ANY ",\"rule\":" ANY "}}],"
    "\"indices\":[{\"code\":\"deep\",\"names\":{\"vi\":\"x\"},\"max_points\":40,"
    "\"overall\":true,\"provenance\":" ANY ",\"weights\":[{\"code\":\"both\",\"weight\":3},"
    "{\"code\":\"2\",\"weight\":1}]},"
    "{\"code\":\"both\",\"names\":{\"vi\":\"x\"},\"sum\":[\"1\",\"2\"],\"provenance\":" ANY "}]}";

static dti_framework *parse_deep(void)
{
    struct random_text text = {NULL, sizeof deep - 1, 0};
    text.bytes = strdup(deep);
    dti_framework *framework = parse(&text);
    free(text.bytes);
    return framework;
}

/* Points of deep: 40 × (3 × both/30 + two/10) ÷ 4 = both + two. */
static const struct {
    struct sample_row rows[3];
    const char *points;
    const char *upper;
    const char *most;
    double coverage;
    dti_state state;
} states[] = {
    {{SAMPLE_NUMBER("a", 60), SAMPLE_NUMBER("b", 100), SAMPLE_NUMBER("c", 30)},
     "20", /* 9 + 5 + 3, and 3 */
     "20",
     "40",
     1,
     DTI_STATE_PRESENT},
    {{SAMPLE_NUMBER("a", 60), SAMPLE_STATE("b", DTI_STATE_NOT_ASSESSED), SAMPLE_NUMBER("c", 30)},
     "15",
     "20",
     "40",
     0.875,
     DTI_STATE_PRESENT},
    {{SAMPLE_NUMBER("a", 60), SAMPLE_NUMBER("b", 0), SAMPLE_STATE("c", DTI_STATE_NOT_ASSESSED)},
     "9",
     "29",
     "40",
     0.5,
     DTI_STATE_PRESENT},
    {{SAMPLE_NUMBER("a", 60), SAMPLE_NUMBER("b", 0), SAMPLE_STATE("c", DTI_STATE_NOT_APPLICABLE)},
     "9",
     "9",
     "20",
     1,
     DTI_STATE_PRESENT},
    {{SAMPLE_STATE("a", DTI_STATE_NOT_APPLICABLE), SAMPLE_STATE("b", DTI_STATE_NOT_APPLICABLE),
      SAMPLE_STATE("c", DTI_STATE_NOT_APPLICABLE)},
     "0",
     "0",
     "0",
     1,
     DTI_STATE_NOT_APPLICABLE},
    {{SAMPLE_STATE("a", DTI_STATE_NOT_APPLICABLE), SAMPLE_STATE("b", DTI_STATE_NOT_ASSESSED),
      SAMPLE_STATE("c", DTI_STATE_NOT_ASSESSED)},
     "0",
     "25",
     "25",
     0,
     DTI_STATE_NOT_ASSESSED},
};

START_TEST(test_states_go_with_their_weight)
{
    dti_framework *framework = parse_deep();
    dti_dossier_builder *builder = sample_builder(framework);
    for (int i = 0; i < 3; i++)
        sample_enter(builder, &states[_i].rows[i]);
    dti_framework_unref(framework);
    dti_result *result = sample_end(builder, DTI_TRACK_COMPUTED);
    const size_t node = sample_node(result, "deep");
    ck_assert_int_eq(dti_result_points(result, node), nano(states[_i].points));
    ck_assert_int_eq(dti_result_upper(result, node), nano(states[_i].upper));
    ck_assert_int_eq(dti_result_max_points(result, node), nano(states[_i].most));
    ck_assert_double_eq(dti_result_coverage(result, node), states[_i].coverage);
    ck_assert_int_eq(dti_result_state(result, node), states[_i].state);
    dti_result_unref(result);
}
END_TEST

/* A point of main 1 is one of deep, a point of main 2 is two. */
START_TEST(test_losses_go_through_weights)
{
    dti_framework *framework = parse_deep();
    dti_dossier_builder *builder = sample_builder(framework);
    const struct sample_row rows[] = {SAMPLE_NUMBER("a", 60), SAMPLE_NUMBER("b", 60),
                                      SAMPLE_NUMBER("c", 40)};
    for (int i = 0; i < 3; i++)
        sample_enter(builder, &rows[i]);
    dti_framework_unref(framework);
    dti_result *result = sample_end(builder, DTI_TRACK_COMPUTED); /* loses 8, and 6 twice */
    ck_assert_double_eq(dti_result_loss_share_of_overall(result, sample_node(result, "1")), 0.4);
    ck_assert_double_eq(dti_result_loss_share_of_overall(result, sample_node(result, "1.1")), 0.3);
    ck_assert_double_eq(dti_result_loss_share_of_overall(result, sample_node(result, "2")), 0.6);
    ck_assert_double_eq(dti_result_loss_share_of_parent(result, sample_node(result, "1.1")), 0.75);
    dti_result_unref(result);
}
END_TEST

/* ---- Absent nodes ---- */

static dti_result *score_stated(const char *builtin, const char *code, dti_quantity_kind quantity,
                                const char *text)
{
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_builtin(builtin, NULL, &framework, &error), &error);
    dti_dossier_builder *builder = NULL;
    sample_must(dti_dossier_builder_new(framework, "gso:27", 2020, NULL, &builder, &error), &error);
    if (code)
        sample_must(dti_dossier_builder_add_stated(builder, code, DTI_TRACK_FINAL, quantity, text,
                                                   -1, &error),
                    &error);
    dti_framework_unref(framework);
    return sample_end(builder, DTI_TRACK_DEFAULT);
}

START_TEST(test_absent_is_open)
{
    dti_result *result = score_stated("vn-dti-province-405", NULL, DTI_QUANTITY_POINTS, NULL);
    const size_t pillar = sample_node(result, "digital-economy");
    ck_assert_int_eq(dti_result_track(result), DTI_TRACK_COMPUTED);
    ck_assert_int_eq(dti_result_state(result, sample_node(result, "7")), DTI_STATE_NOT_ASSESSED);
    ck_assert_int_eq(dti_result_cause(result, sample_node(result, "7")), DTI_CAUSE_NOT_ASSESSED);
    ck_assert_int_eq(dti_result_upper(result, sample_node(result, "7")), 150 * DTI_POINT);
    ck_assert_int_eq(dti_result_state(result, pillar), DTI_STATE_NOT_ASSESSED);
    ck_assert_int_eq(dti_result_lower(result, pillar), 0);
    ck_assert_int_eq(dti_result_upper(result, pillar), 650 * DTI_POINT);
    ck_assert_double_eq(dti_result_coverage(result, pillar), 0);
    dti_result_unref(result);
}
END_TEST

/* 120 of 150 points of one main indicator, which three sums have. */
START_TEST(test_stated_counts_for_absent)
{
    static const struct {
        dti_quantity_kind quantity;
        const char *text;
    } ways[] = {{DTI_QUANTITY_POINTS, "120"}, {DTI_QUANTITY_VALUE, "0,8000"}};
    dti_result *result = score_stated("vn-dti-province-405", "7", ways[_i].quantity, ways[_i].text);
    ck_assert_int_eq(dti_result_track(result), DTI_TRACK_FINAL);
    ck_assert_int_eq(dti_result_points(result, sample_node(result, "7")), 120 * DTI_POINT);
    ck_assert_int_eq(dti_result_state(result, sample_node(result, "7")), DTI_STATE_PRESENT);
    ck_assert_int_eq(dti_result_cause(result, sample_node(result, "7")), DTI_CAUSE_STATED);
    ck_assert_int_eq(dti_result_points(result, sample_node(result, "dti")), 120 * DTI_POINT);
    ck_assert_int_eq(dti_result_upper(result, sample_node(result, "dti")), 970 * DTI_POINT);
    ck_assert_int_eq(dti_result_upper(result, sample_node(result, "digital-society")),
                     650 * DTI_POINT);
    ck_assert_uint_eq(dti_report_count(dti_result_findings(result)), 0);
    dti_result_unref(result);
}
END_TEST

/* An index that is computed stays so, whatever is stated of it. */
START_TEST(test_stated_does_not_count_for_sums)
{
    dti_result *result =
        score_stated("vn-dti-province-405", "digital-economy", DTI_QUANTITY_VALUE, "0.8");
    ck_assert_int_eq(dti_result_track(result), DTI_TRACK_COMPUTED);
    ck_assert_int_eq(dti_result_points(result, sample_node(result, "digital-economy")), 0);
    dti_result_unref(result);
}
END_TEST

START_TEST(test_bacninh)
{
    dti_dossier *dossier = sample_dossier("examples/data/bacninh-2020.json", NULL);
    dti_result *result = sample_score(dossier, DTI_TRACK_DEFAULT);
    const size_t overall = sample_node(result, "dti");
    char text[32];
    ck_assert_int_eq(dti_result_points(result, overall), nano("409.56"));
    ck_assert_int_eq(dti_result_points(result, sample_node(result, "digital-government")),
                     nano("177.96"));
    dti_points_format(dti_result_points(result, overall) / 1000, 4, DTI_LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, "0.4096");
    ck_assert_uint_eq(dti_report_count(dti_result_findings(result)), 0);
    ck_assert_uint_eq(dti_framework_overall(dti_dossier_framework(dossier)), overall);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

/* Points win over a value, and their disagreement is told. */
START_TEST(test_points_and_value)
{
    dti_framework *framework = NULL;
    dti_dossier_builder *builder = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_builtin("vn-dti-province-1726", NULL, &framework, &error), &error);
    sample_must(dti_dossier_builder_new(framework, "gso:27", 2020, NULL, &builder, &error), &error);
    const char *code = "digital-economy";
    sample_must(dti_dossier_builder_add_stated(builder, code, DTI_TRACK_SELF, DTI_QUANTITY_VALUE,
                                               "0.5", -1, &error),
                &error);
    sample_refused(dti_dossier_builder_add_stated(builder, code, DTI_TRACK_SELF, DTI_QUANTITY_VALUE,
                                                  "0.6", -1, &error),
                   DTI_E_VALUE, &error);
    sample_must(dti_dossier_builder_add_stated(builder, code, DTI_TRACK_SELF, DTI_QUANTITY_POINTS,
                                               "90", -1, &error),
                &error);
    /* The overall index is computed: it may be told twice. */
    for (int i = 0; i < 2; i++)
        sample_must(dti_dossier_builder_add_stated(builder, "dti", DTI_TRACK_SELF,
                                                   DTI_QUANTITY_VALUE, "0.4", -1, &error),
                    &error);
    dti_framework_unref(framework);
    dti_result *result = sample_end(builder, DTI_TRACK_DEFAULT);
    ck_assert_int_eq(dti_result_points(result, sample_node(result, code)), 90 * DTI_POINT);
    ck_assert_uint_ne(sample_finding(dti_result_findings(result), "DTI-1308", code), DTI_NONE);
    dti_result_unref(result);
}
END_TEST

/* A percentage where a value should be: 44.49 × 400 points. */
START_TEST(test_value_outside)
{
    dti_result *result =
        score_stated("vn-dti-province-1726", "digital-government", DTI_QUANTITY_VALUE, "44.49");
    ck_assert_int_eq(dti_result_points(result, sample_node(result, "digital-government")),
                     17796 * DTI_POINT);
    ck_assert_uint_eq(dti_report_count(dti_result_findings(result)), 1);
    ck_assert_str_eq(dti_report_id(dti_result_findings(result), 0), "DTI-0555");
    dti_result_unref(result);
}
END_TEST

/* In a document the second value, and one that is no points at all, are refused at their place. */
START_TEST(test_values_refused)
{
    static const struct {
        const char *texts[2];
        dti_status status;
        const char *pointer;
    } cases[] = {{{"0.1", "0.2"}, DTI_E_VALUE, "/stated/1"},
                 {{"0.1", "5000"}, DTI_E_VALUE, "/stated/1/text"},
                 {{"-5000", "0.1"}, DTI_E_VALUE, "/stated/0/text"}};
    char text[1024];
    dti_framework *framework = NULL;
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_builtin("vn-dti-province-1726", NULL, &framework, &error), &error);
    int length = snprintf(
        text, sizeof text,
        "{\"format\":\"dti-dossier/1\",\"id\":\"x\",\"version\":\"1\",\"framework\":{"
        "\"id\":\"vn-dti-province-1726\",\"version\":\"1.0.0\"},\"unit\":{\"id\":\"gso:1\""
        "},\"year\":2020,\"inputs\":[],\"stated\":[{\"code\":\"digital-government\","
        "\"track\":\"self\",\"quantity\":\"value\",\"text\":\"%s\"},{\"code\":"
        "\"digital-government\",\"track\":\"%s\",\"quantity\":\"value\",\"text\":\"%s\"}]}",
        cases[_i].texts[0], _i == 0 ? "self" : "final", cases[_i].texts[1]);
    dti_status status = dti_dossier_parse(text, (size_t)length, framework, NULL, &dossier, &error);
    ck_assert_int_eq(status, cases[_i].status);
    ck_assert_str_eq(dti_error_pointer(error), cases[_i].pointer);
    ck_assert_ptr_null(dossier);
    dti_error_free(error);
    dti_framework_unref(framework);
}
END_TEST

/* ---- The frameworks that are built in ---- */

START_TEST(test_every_framework_works)
{
    dti_framework *framework = NULL;
    dti_dossier_builder *builder = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_builtin(dti_builtin_id((size_t)_i), NULL, &framework, &error),
                &error);
    const size_t overall = dti_framework_overall(framework);
    ck_assert_uint_ne(overall, DTI_NONE);
    ck_assert_str_eq(dti_framework_node_code(framework, overall, NULL), "dti");
    sample_must(dti_dossier_builder_new(framework, "gso:27", dti_framework_year_from(framework),
                                        NULL, &builder, &error),
                &error);
    dti_framework_unref(framework);
    dti_result *result = sample_end(builder, DTI_TRACK_DEFAULT);
    ck_assert_int_eq(dti_result_upper(result, overall),
                     dti_framework_node_max_points(framework, overall));
    for (int lang = DTI_LANG_VI; lang <= DTI_LANG_EN; lang++) {
        dti_text *text = NULL;
        sample_must(dti_result_write(result, NULL, (dti_lang)lang, &text, &error), &error);
        dti_text_free(text);
        for (size_t node = 0; node < dti_result_node_count(result); node++) {
            text = NULL;
            sample_must(dti_result_explain(result, node, NULL, (dti_lang)lang, &text, &error),
                        &error);
            ck_assert_ptr_nonnull(strstr(dti_text_data(text),
                                         dti_framework_node_name(framework, node, (dti_lang)lang)));
            dti_text_free(text);
        }
    }
    dti_result_unref(result);
}
END_TEST

/* ---- Columns and scoreboards ---- */

/* Of a framework in which nothing can be computed everything is open, in columns too. */
START_TEST(test_columns_of_absent)
{
    static const dti_column none = {NULL, NULL, NULL, 0};
    dti_framework *framework = NULL;
    dti_program *program = NULL;
    dti_scoreboard *board = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_builtin("vn-dti-province-1726", NULL, &framework, &error), &error);
    sample_must(dti_program_new(framework, NULL, &program, &error), &error);
    const size_t node = dti_framework_overall(framework);
    int64_t points[3] = {7, 7, 7};
    int64_t upper[3];
    double coverage[3];
    uint8_t state[3];
    const dti_output outputs[] = {{node, DTI_MEASURE_POINTS, points},
                                  {node, DTI_MEASURE_UPPER, upper},
                                  {node, DTI_MEASURE_COVERAGE, coverage},
                                  {node, DTI_MEASURE_STATE, state}};
    sample_must(dti_program_run(program, &none, outputs, 4, 0, 3, NULL, &error), &error);
    sample_must(dti_scoreboard_new(program, &none, 3, NULL, &board, &error), &error);
    for (size_t i = 0; i < 3; i++) {
        ck_assert_int_eq(points[i], 0);
        ck_assert_int_eq(upper[i], 1000 * DTI_POINT);
        ck_assert_double_eq(coverage[i], 0);
        ck_assert_uint_eq(state[i], DTI_STATE_NOT_ASSESSED);
        ck_assert_int_eq(dti_scoreboard_upper(board, i, node), 1000 * DTI_POINT);
        ck_assert_int_eq(dti_scoreboard_state(board, i, node), DTI_STATE_NOT_ASSESSED);
        ck_assert_uint_eq(dti_scoreboard_rank(board, i, node), 0);
    }
    dti_scoreboard_free(board);
    dti_program_unref(program);
    dti_framework_unref(framework);
}
END_TEST

/* The rows of the states above, as columns and on a board: all of them agree. */
START_TEST(test_columns_are_as_dossiers)
{
    enum {
        ROWS = sizeof states / sizeof states[0]
    };
    double values[3][ROWS];
    uint8_t column_states[3][ROWS];
    int64_t points[ROWS];
    int64_t upper[ROWS];
    int64_t most[ROWS];
    double coverage[ROWS];
    uint8_t state[ROWS];
    dti_framework *framework = parse_deep();
    dti_program *program = NULL;
    dti_scoreboard *board = NULL;
    dti_error *error = NULL;
    sample_must(dti_program_new(framework, NULL, &program, &error), &error);
    for (size_t row = 0; row < ROWS; row++)
        for (size_t i = 0; i < 3; i++) {
            values[i][row] = states[row].rows[i].number;
            column_states[i][row] = (uint8_t)states[row].rows[i].state;
        }
    const dti_column columns[] = {{values[0], column_states[0], NULL, 0},
                                  {values[1], column_states[1], NULL, 0},
                                  {values[2], column_states[2], NULL, 0}};
    const size_t node = dti_framework_find(framework, NULL, "deep");
    const dti_output outputs[] = {{node, DTI_MEASURE_POINTS, points},
                                  {node, DTI_MEASURE_UPPER, upper},
                                  {node, DTI_MEASURE_MAX_POINTS, most},
                                  {node, DTI_MEASURE_COVERAGE, coverage},
                                  {node, DTI_MEASURE_STATE, state}};
    sample_must(dti_program_run(program, columns, outputs, 5, 0, ROWS, NULL, &error), &error);
    sample_must(dti_scoreboard_new(program, columns, ROWS, NULL, &board, &error), &error);
    for (size_t row = 0; row < ROWS; row++) {
        ck_assert_int_eq(points[row], nano(states[row].points));
        ck_assert_int_eq(upper[row], nano(states[row].upper));
        ck_assert_int_eq(most[row], nano(states[row].most));
        ck_assert_double_eq(coverage[row], states[row].coverage);
        ck_assert_uint_eq(state[row], states[row].state);
        ck_assert_int_eq(dti_scoreboard_points(board, row, node), nano(states[row].points));
        ck_assert_int_eq(dti_scoreboard_max_points(board, row, node), nano(states[row].most));
    }
    /* Its points alone: another way through the same sums. */
    memset(points, 0, sizeof points);
    sample_must(dti_program_run(program, columns, outputs, 1, 0, ROWS, NULL, &error), &error);
    for (size_t row = 0; row < ROWS; row++)
        ck_assert_int_eq(points[row], nano(states[row].points));
    dti_scoreboard_free(board);
    dti_program_unref(program);
    dti_framework_unref(framework);
}
END_TEST

/* ---- What is asked of a framework ---- */

START_TEST(test_getters)
{
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_builtin("vn-dti-province-1726", NULL, &framework, &error), &error);
    const size_t overall = dti_framework_overall(framework);
    const size_t pillar = dti_framework_find(framework, NULL, "digital-economy");
    ck_assert_uint_eq(dti_framework_node_child_count(framework, overall), 3);
    ck_assert_uint_eq(dti_framework_node_child(framework, overall, 1), pillar);
    ck_assert_int_eq(dti_framework_node_weight(framework, overall, 0), 400 * DTI_POINT);
    ck_assert_int_eq(dti_framework_node_weight(framework, overall, 2), 300 * DTI_POINT);
    ck_assert_int_eq(dti_framework_node_weight(framework, overall, 3), 0);
    ck_assert_int_eq(dti_framework_node_weight(framework, pillar, 0), 0);
    ck_assert_int_eq(dti_framework_node_weight(NULL, 0, 0), 0);
    ck_assert_int_eq(dti_framework_node_is_absent(framework, pillar), 1);
    ck_assert_int_eq(dti_framework_node_is_absent(framework, overall), 0);
    ck_assert_int_eq(dti_framework_node_is_absent(framework, DTI_NONE), 0);
    ck_assert_int_eq(dti_framework_node_is_absent(NULL, 0), 0);
    ck_assert_uint_eq(dti_framework_node_absent_count(framework, pillar), 7);
    ck_assert_uint_eq(dti_framework_node_absent_count(framework, overall), 0);
    ck_assert_uint_eq(dti_framework_node_absent_count(NULL, 0), 0);
    ck_assert_ptr_nonnull(strstr(dti_framework_node_absent_note(framework, pillar, DTI_LANG_VI),
                                 "Chuyển đổi nhận thức"));
    ck_assert_str_eq(dti_framework_node_absent_note(framework, overall, DTI_LANG_VI), "");
    ck_assert_str_eq(dti_framework_node_absent_note(NULL, 0, DTI_LANG_EN), "");
    ck_assert_uint_eq(dti_framework_band_count(framework), 0);
    dti_framework_unref(framework);

    framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    ck_assert_uint_eq(dti_framework_band_count(framework), 3);
    ck_assert_str_eq(dti_framework_band_id(framework, 0), "good");
    ck_assert_str_eq(dti_framework_band_name(framework, 2, DTI_LANG_EN), "Low");
    ck_assert_str_eq(dti_framework_band_id(framework, 3), "");
    ck_assert_str_eq(dti_framework_band_name(framework, 3, DTI_LANG_EN), "");
    ck_assert_uint_eq(dti_framework_band_count(NULL), 0);
    ck_assert_str_eq(dti_framework_band_id(NULL, 0), "");
    ck_assert_str_eq(dti_framework_band_name(NULL, 0, DTI_LANG_VI), "");
    dti_framework_unref(framework);
}
END_TEST

static dti_status check_and_score(const dti_allocator *allocator, void *data)
{
    dti_parse_options parse_options = DTI_PARSE_OPTIONS_INIT;
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_framework *framework = NULL;
    dti_dossier *dossier = NULL;
    dti_result *result = NULL;
    dti_error *error = NULL;
    const char *text = data;
    parse_options.allocator = options.allocator = allocator;
    dti_status status =
        dti_framework_builtin("vn-dti-province-1726", &parse_options, &framework, &error);
    if (status == DTI_OK)
        status = dti_dossier_parse(text, strlen(text), framework, &parse_options, &dossier, &error);
    if (status == DTI_OK)
        status = dti_score(dossier, &options, &result, &error);
    ck_assert(status == DTI_OK || !result);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
    dti_framework_unref(framework);
    ck_assert_int_eq(dti_error_status(error), status);
    dti_error_free(error);
    return status;
}

START_TEST(test_out_of_memory)
{
    char *text = test_read_file("examples/data/bacninh-2020.json", NULL);
    test_nomem(check_and_score, text);
    free(text);
}
END_TEST

#define COUNT(array) (int)(sizeof(array) / sizeof(array)[0])

Suite *test_suite(void)
{
    Suite *suite = suite_create("score-weighted");
    TCase *weights = tcase_create("weights");
    tcase_add_loop_test(weights, test_by_hand, 0, COUNT(by_hand));
    tcase_add_loop_test(weights, test_by_fractions, 0, COUNT(by_fractions));
    tcase_add_loop_test(weights, test_states_go_with_their_weight, 0, COUNT(states));
    tcase_add_test(weights, test_losses_go_through_weights);
    tcase_add_test(weights, test_columns_are_as_dossiers);
    suite_add_tcase(suite, weights);
    TCase *absent = tcase_create("absent");
    tcase_add_test(absent, test_absent_is_open);
    tcase_add_loop_test(absent, test_stated_counts_for_absent, 0, 2);
    tcase_add_test(absent, test_stated_does_not_count_for_sums);
    tcase_add_test(absent, test_bacninh);
    tcase_add_test(absent, test_points_and_value);
    tcase_add_test(absent, test_value_outside);
    tcase_add_loop_test(absent, test_values_refused, 0, 3);
    tcase_add_test(absent, test_columns_of_absent);
    suite_add_tcase(suite, absent);
    TCase *frameworks = tcase_create("frameworks");
    tcase_add_loop_test(frameworks, test_every_framework_works, 0, (int)dti_builtin_count());
    tcase_add_test(frameworks, test_getters);
    tcase_add_test(frameworks, test_out_of_memory);
    suite_add_tcase(suite, frameworks);
    return suite;
}
