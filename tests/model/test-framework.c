/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What a framework says of itself: numberings, tree, indices, provenance, inputs, and each kind of
 * rule in words. The misuse of the getters is tested in tests/api. */
#include "samples.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

static dti_framework *tiny;
static dti_framework *builtin;

static void setup(void)
{
    tiny = sample_framework(SAMPLE_TINY_FRAMEWORK);
    builtin = sample_builtin();
}

static void teardown(void)
{
    dti_framework_unref(builtin);
    dti_framework_unref(tiny);
}

static size_t node(const char *code)
{
    return dti_framework_find(tiny, NULL, code);
}

START_TEST(tells_its_head)
{
    ck_assert_str_eq(dti_framework_id(tiny), "tiny");
    ck_assert_str_eq(dti_framework_version(tiny), "1.0.0");
    ck_assert_str_eq(dti_framework_title(tiny, DTI_LANG_VI), "Bộ chỉ số nhỏ để kiểm thử");
    ck_assert_str_eq(dti_framework_title(tiny, DTI_LANG_EN), "Small framework for tests");
    ck_assert_int_eq(dti_framework_year_from(tiny), 2021);
    ck_assert_int_eq(dti_framework_year_to(tiny), 2023);
    ck_assert_int_eq(dti_framework_points_digits(tiny), 2);
    ck_assert_int_eq(dti_framework_value_digits(tiny), 4);
    ck_assert_uint_eq(strlen(dti_framework_digest(tiny)), strlen("sha256:") + 64);
    ck_assert_int_eq(strncmp(dti_framework_digest(tiny), "sha256:", 7), 0);
    ck_assert_uint_ge(dti_builtin_count(), 1);
    ck_assert_str_eq(dti_builtin_id(0), SAMPLE_BUILTIN);
}
END_TEST

/* ---- Codes ---- */

static const struct {
    const char *numbering;
    const char *code;
    const char *name; /* English; NULL: there is no such node */
} codes[] = {
    {NULL, "1.10", "Decisions"},
    {NULL, "1.1", "People"},
    {NULL, "1.1.1", "Users of services"},
    {"province", "1.10", "Decisions"},
    {"official", "2.10", "Decisions"},
    {"official", "1.1", "Net spending"}, /* 2.1 of the provinces */
    {"official", "1", "Activity"},
    {"province", "1", "Foundation"},
    {"province", "2.5", "Scored by the ministry"},
    {"official", "1.5", NULL}, /* 2.5 has no official code */
    {"official", "2.5", NULL},
    {NULL, "1.100", NULL},
    {NULL, "1.01", NULL},
    {NULL, "1.1.", NULL},
    {NULL, " 1.1", NULL},
    {NULL, "", NULL},
    {NULL, "01", NULL},
    {"no-such", "1", NULL},
    {"", "1", NULL},
    {NULL, "total", "Total"},
    {"official", "total", "Total"}, /* indices have one code for all numberings */
    {NULL, "TOTAL", NULL},
};

START_TEST(finds_codes_of_a_numbering)
{
    const size_t found = dti_framework_find(tiny, codes[_i].numbering, codes[_i].code);
    if (codes[_i].name == NULL) {
        ck_assert_uint_eq(found, DTI_NONE);
        return;
    }
    ck_assert_uint_ne(found, DTI_NONE);
    ck_assert_str_eq(dti_framework_node_name(tiny, found, DTI_LANG_EN), codes[_i].name);
    ck_assert_str_eq(dti_framework_node_code(tiny, found, codes[_i].numbering), codes[_i].code);
}
END_TEST

START_TEST(default_numbering_comes_first)
{
    ck_assert_uint_eq(dti_framework_numbering_count(tiny), 2);
    ck_assert_str_eq(dti_framework_numbering_id(tiny, 0), "province"); /* second in the document */
    ck_assert_str_eq(dti_framework_numbering_id(tiny, 1), "official");
    ck_assert_str_eq(dti_framework_node_code(tiny, node("2.5"), "official"), "");
    ck_assert_str_eq(dti_framework_node_code(tiny, node("2.5"), NULL), "2.5");
}
END_TEST

/* ---- The built-in catalogue: figures of Decision 922 (structure of the index, section 1) ---- */

static const struct {
    const char *code;
    const char *official;
    size_t components;
    int max_points;
} mains[] = {
    {"1", "1", 10, 100}, {"2", "2", 11, 100}, {"3", "3", 7, 100},
    {"4", "4", 13, 100}, {"5", "5", 12, 100}, {"6", "7", 22, 200},
    {"7", "8", 12, 150}, {"8", "9", 8, 150},  {"9", "6", 3, 0},
};

START_TEST(catalogue_has_nine_main_indicators)
{
    const size_t at = dti_framework_find(builtin, "province", mains[_i].code);
    ck_assert_uint_eq(dti_framework_find(builtin, "official", mains[_i].official), at);
    ck_assert_int_eq(dti_framework_node_kind(builtin, at), DTI_NODE_MAIN);
    ck_assert_uint_eq(dti_framework_node_child_count(builtin, at), mains[_i].components);
    ck_assert_int_eq(dti_framework_node_max_points(builtin, at), mains[_i].max_points * DTI_POINT);
    int64_t sum = 0;
    for (size_t i = 0; i < mains[_i].components; i++) {
        const size_t child = dti_framework_node_child(builtin, at, i);
        ck_assert_int_eq(dti_framework_node_kind(builtin, child), DTI_NODE_COMPONENT);
        sum += dti_framework_node_max_points(builtin, child);
    }
    ck_assert_int_eq(sum, mains[_i].max_points * DTI_POINT);
}
END_TEST

START_TEST(catalogue_has_98_components)
{
    size_t components = 0;
    for (size_t i = 0; i < dti_framework_node_count(builtin); i++) {
        components += dti_framework_node_kind(builtin, i) == DTI_NODE_COMPONENT;
    }
    ck_assert_uint_eq(components, 98);
    const size_t overall = dti_framework_overall(builtin);
    ck_assert_uint_eq(overall, dti_framework_find(builtin, NULL, "dti"));
    ck_assert_int_eq(dti_framework_node_max_points(builtin, overall), 1000 * DTI_POINT);
    ck_assert_uint_eq(dti_framework_node_child_count(builtin, overall), 8);
}
END_TEST

/* ---- Tree and indices ---- */

START_TEST(knows_its_tree)
{
    ck_assert_uint_eq(dti_framework_node_count(tiny), 15); /* 13 of the tree, 2 indices */
    ck_assert_int_eq(dti_framework_node_kind(tiny, node("1")), DTI_NODE_MAIN);
    ck_assert_int_eq(dti_framework_node_kind(tiny, node("1.1")), DTI_NODE_GROUP);
    ck_assert_int_eq(dti_framework_node_kind(tiny, node("1.1.1")), DTI_NODE_COMPONENT);
    ck_assert_int_eq(dti_framework_node_kind(tiny, node("base")), DTI_NODE_INDEX);
    ck_assert_uint_eq(dti_framework_node_parent(tiny, node("1.1.2")), node("1.1"));
    ck_assert_uint_eq(dti_framework_node_parent(tiny, node("1.1")), node("1"));
    ck_assert_uint_eq(dti_framework_node_parent(tiny, node("1")), DTI_NONE);
    ck_assert_uint_eq(dti_framework_node_parent(tiny, node("total")), DTI_NONE);
    ck_assert_uint_eq(dti_framework_overall(tiny), node("total"));
    ck_assert_uint_eq(dti_framework_node_child_count(tiny, node("1")), 4);
    ck_assert_uint_eq(dti_framework_node_child(tiny, node("1"), 3), node("1.10"));
    ck_assert_uint_eq(dti_framework_node_child(tiny, node("1"), 4), DTI_NONE);
    ck_assert_uint_eq(dti_framework_node_child(tiny, node("total"), 1), node("2"));
    ck_assert_uint_eq(dti_framework_node_child_count(tiny, node("base")), 1);
    /* Maxima that are not written are added up. */
    ck_assert_int_eq(dti_framework_node_max_points(tiny, node("1.1")), 20 * DTI_POINT);
    ck_assert_int_eq(dti_framework_node_max_points(tiny, node("1.9")), 12 * DTI_POINT + 500000000);
    ck_assert_int_eq(dti_framework_node_max_points(tiny, node("base")), 60 * DTI_POINT);
    ck_assert_str_eq(dti_framework_node_unit(tiny, node("2.1"), DTI_LANG_EN), "billion dong");
    ck_assert_str_eq(dti_framework_node_unit(tiny, node("1.2"), DTI_LANG_EN), "");
}
END_TEST

START_TEST(knows_where_parts_come_from)
{
    char text[256];
    const size_t decisions = node("1.10");
    ck_assert_int_eq(dti_framework_node_provenance(tiny, decisions, DTI_PART_MAX_POINTS),
                     DTI_PROVENANCE_DERIVED);
    ck_assert_int_eq(dti_framework_node_provenance(tiny, node("1.9"), DTI_PART_NAME),
                     DTI_PROVENANCE_UNKNOWN);
    ck_assert_int_eq(dti_framework_node_provenance(tiny, node("1.9"), DTI_PART_RULE),
                     DTI_PROVENANCE_ASSUMED);
    ck_assert_str_eq(
        dti_framework_node_provenance_source(tiny, decisions, DTI_PART_RULE, DTI_LANG_EN),
        "Circular 2");
    ck_assert_str_eq(
        dti_framework_node_provenance_source(tiny, decisions, DTI_PART_NAME, DTI_LANG_VI),
        "Kế hoạch");
    ck_assert_uint_eq(dti_framework_node_legal_count(tiny, decisions), 2);
    dti_framework_node_legal_format(tiny, decisions, 0, DTI_LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, "1/TT, 2017-04-24: Circular 1; until 2022-09-30");
    dti_framework_node_legal_format(tiny, decisions, 1, DTI_LANG_VI, text, sizeof text);
    ck_assert_str_eq(text, "2/TT, ngày 12/8/2022: Thông tư 2; áp dụng từ 1/10/2022");
    ck_assert_uint_eq(dti_framework_node_legal_format(tiny, decisions, 2, DTI_LANG_VI, text, 9), 0);
    dti_framework_node_evidence_format(tiny, decisions, DTI_LANG_EN, text, sizeof text);
    const char *const parts[] = {"2",
                                 "decision, directive",
                                 "provincial-peoples-committee",
                                 "head",
                                 "in force",
                                 "it names a target",
                                 "assumed"};
    for (int i = 0; i < LENGTH_OF(parts); i++) {
        ck_assert_msg(strstr(text, parts[i]) != NULL, "no \"%s\" in %s", parts[i], text);
    }
}
END_TEST

START_TEST(knows_its_terms)
{
    ck_assert_str_eq(dti_framework_term_name(builtin, "decision", DTI_LANG_VI), "Quyết định");
    ck_assert_str_eq(dti_framework_term_name(builtin, "plan", DTI_LANG_EN), "plan");
    ck_assert_str_eq(dti_framework_term_name(builtin, "Decision", DTI_LANG_VI), "");
    ck_assert_str_eq(dti_framework_term_name(builtin, NULL, DTI_LANG_VI), "");
    ck_assert_str_eq(dti_framework_term_name(NULL, "decision", DTI_LANG_VI), "");
}
END_TEST

START_TEST(knows_its_inputs)
{
    const size_t head = sample_input(tiny, "committee-head");
    const size_t share = sample_input(tiny, "users-share");
    ck_assert_uint_eq(dti_framework_input_count(tiny), 17);
    ck_assert_uint_eq(dti_framework_input_find(tiny, "Users"), DTI_NONE);
    ck_assert_str_eq(dti_framework_input_id(tiny, share), "users-share");
    ck_assert_str_eq(dti_framework_input_name(tiny, share, DTI_LANG_VI), "Tỷ lệ người dùng");
    ck_assert_int_eq(dti_framework_input_kind(tiny, share), DTI_INPUT_RATIO);
    ck_assert_str_eq(dti_framework_input_unit(tiny, share, DTI_LANG_EN), "%");
    ck_assert_str_eq(dti_framework_input_unit(tiny, head, DTI_LANG_EN), "");
    ck_assert_uint_eq(dti_framework_input_choice_count(tiny, head), 3);
    ck_assert_str_eq(dti_framework_input_choice_id(tiny, head, 1), "deputy");
    ck_assert_str_eq(dti_framework_input_choice_name(tiny, head, 2, DTI_LANG_VI), "Người đứng đầu");
    ck_assert_str_eq(dti_framework_input_choice_id(tiny, head, 3), "");
    ck_assert_uint_eq(dti_framework_input_choice_count(tiny, share), 0);
    /* What a rule reads, each once, in the order of the document. */
    ck_assert_uint_eq(dti_framework_node_input_count(tiny, node("1.1.2")), 2);
    ck_assert_uint_eq(dti_framework_node_input(tiny, node("1.1.2"), 0),
                      sample_input(tiny, "files-online"));
    ck_assert_uint_eq(dti_framework_node_input(tiny, node("1.1.2"), 1),
                      sample_input(tiny, "files"));
    ck_assert_uint_eq(dti_framework_node_input_count(tiny, node("1.9")), 2);
    ck_assert_uint_eq(dti_framework_node_input_count(tiny, node("2.5")), 0);
    ck_assert_uint_eq(dti_framework_node_input_count(tiny, node("1")), 0);
}
END_TEST

/* ---- Rules in words ---- */

static const struct {
    const char *code;
    const char *vi[3]; /* what the words must hold */
    const char *en[3];
} rules[] = {
    {"1.1.1", {"80 %", "mục tiêu"}, {"80 %", "target"}},
    {"1.1.2",
     {"từ 80 % trở lên: 100 %", "từ 50 % trở lên: 50 %", "còn lại: 10 %"},
     {"80 % or more: 100 %", "50 % or more: 50 %", "otherwise: 10 %"}},
    {"1.2",
     {"Người đứng đầu: 100 %", "Cấp phó: 50 %", "Chưa có: 0 %"},
     {"the head of the province: 100 %", "a deputy: 50 %", "nobody: 0 %"}},
    {"1.9",
     {"Ban hành kế hoạch: 60 %", "Có cổng dữ liệu: 40 %"},
     {"Plan issued: 60 %", "Data portal open: 40 %"}},
    {"1.10", {"2", "văn bản"}, {"2", "document"}},
    {"2.1", {"1000", "50 %"}, {"1000", "50 %"}},
    {"2.2", {"25 %", "90 %"}, {"25 %", "90 %"}},
    {"2.3",
     {"từ 0 trở xuống: 100 %", "từ 10 trở xuống: 30 %", "còn lại: 0 %"},
     {"0 or less: 100 %", "10 or less: 30 %", "otherwise: 0 %"}},
    {"2.4", {"90 %"}, {"90 %"}},
    {"2.5", {"chưa rõ"}, {"not known"}},
};

static void check_words(const char *code, dti_lang lang, const char *const parts[3])
{
    char text[512];
    char cut[8];
    const size_t length = dti_framework_node_rule_format(tiny, node(code), lang, text, sizeof text);
    ck_assert_uint_eq(strlen(text), length);
    ck_assert_ptr_null(strchr(text, '{'));
    for (int i = 0; i < 3 && parts[i] != NULL; i++) {
        ck_assert_msg(strstr(text, parts[i]) != NULL, "%s: no \"%s\" in %s", code, parts[i], text);
    }
    /* As snprintf(): the whole length, whatever fits. */
    ck_assert_uint_eq(dti_framework_node_rule_format(tiny, node(code), lang, NULL, 0), length);
    ck_assert_uint_eq(dti_framework_node_rule_format(tiny, node(code), lang, cut, sizeof cut),
                      length);
    ck_assert_uint_lt(strlen(cut), sizeof cut);
    ck_assert_int_eq(strncmp(text, cut, strlen(cut)), 0);
}

START_TEST(says_rules_in_words)
{
    check_words(rules[_i].code, DTI_LANG_VI, rules[_i].vi);
    check_words(rules[_i].code, DTI_LANG_EN, rules[_i].en);
}
END_TEST

START_TEST(groups_have_no_rule)
{
    char text[16] = "unset";
    ck_assert_uint_eq(
        dti_framework_node_rule_format(tiny, node("1"), DTI_LANG_VI, text, sizeof text), 0);
    ck_assert_str_eq(text, "");
    ck_assert_uint_eq(
        dti_framework_node_evidence_format(tiny, node("2.1"), DTI_LANG_VI, text, sizeof text), 0);
}
END_TEST

static const struct {
    const char *input;
    const char *words; /* English */
    bool is_builtin;
} derivations[] = {
    {"users-share", "(users) ÷ (adults)", false},
    {"files", "files-online + files-on-paper", false},
    {"spending-net", "spending − spending-returned", false},
    {"adults", "", false},
    {"directives-signed-by-head", "the number of qualifying records of evidence of 1.3", true},
    {"directives-total", "the number of qualifying records of evidence of 1.3, whoever signed it",
     true},
    {"minimum-spending-policies", "the number of qualifying records of evidence of 2.8", true},
    {"spending-conferences", "", true}, /* no document: its papers are not its number */
};

START_TEST(says_what_inputs_derive_from)
{
    const dti_framework *framework = derivations[_i].is_builtin ? builtin : tiny;
    const size_t input = dti_framework_input_find(framework, derivations[_i].input);
    char text[256];
    ck_assert_uint_ne(input, DTI_NONE);
    const size_t length =
        dti_framework_input_derive_format(framework, input, DTI_LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, derivations[_i].words);
    ck_assert_uint_eq(length, strlen(text));
    ck_assert_uint_eq(dti_framework_input_derive_format(framework, input, DTI_LANG_EN, NULL, 0),
                      length);
    ck_assert_uint_eq(dti_framework_input_derive_format(NULL, 0, DTI_LANG_EN, text, 256), 0);
    ck_assert_str_eq(text, "");
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("framework");
    TCase *tcase = tcase_create("framework");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, tells_its_head);
    tcase_add_loop_test(tcase, finds_codes_of_a_numbering, 0, LENGTH_OF(codes));
    tcase_add_test(tcase, default_numbering_comes_first);
    tcase_add_loop_test(tcase, catalogue_has_nine_main_indicators, 0, LENGTH_OF(mains));
    tcase_add_test(tcase, catalogue_has_98_components);
    tcase_add_test(tcase, knows_its_tree);
    tcase_add_test(tcase, knows_where_parts_come_from);
    tcase_add_test(tcase, knows_its_terms);
    tcase_add_test(tcase, knows_its_inputs);
    tcase_add_loop_test(tcase, says_rules_in_words, 0, LENGTH_OF(rules));
    tcase_add_test(tcase, groups_have_no_rule);
    tcase_add_loop_test(tcase, says_what_inputs_derive_from, 0, LENGTH_OF(derivations));
    suite_add_tcase(suite, tcase);
    return suite;
}
