/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Explanations tell what was read, calculated, lost and what comes next, in both languages; and
 * whatever the node, they are whole sentences of valid text. */
#include "samples.h"

#include "base/utf8.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))
#define MOST_PARTS       8

static dti_text *explain(const dti_result *result, size_t node, dti_lang lang)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(dti_result_explain(result, node, NULL, lang, &text, &error), &error);
    return text;
}

static const struct explain_case {
    bool is_tiny;
    dti_track track;
    const char *code;
    dti_lang lang;
    const char *parts[MOST_PARTS]; /* in the order in which they are told */
} explain_cases[] = {
    {false,
     DTI_TRACK_APPRAISED,
     "6.12",
     DTI_LANG_VI,
     {"6.12  Tỷ lệ hồ sơ xử lý trực tuyến\n", "12,79 trên tối đa 20", "80 %", "51,16 %",
      "Sở Thông tin và Truyền thông",
      "51,16 % so với mục tiêu 80 %, trên tối đa 20 điểm, được 12,79 điểm", "thêm 0,25 điểm",
      "Cơ quan liên quan: Sở Thông tin và Truyền thông"}},
    {false,
     DTI_TRACK_APPRAISED,
     "6.12",
     DTI_LANG_EN,
     {"6.12  ", "12.79 of 20", "80 %", "51.16 %", "Department of Information and Communications",
      "51.16 % against a target of 80 % of 20 points is 12.79 points", "0.25",
      "Department of Information and Communications"}},
    /* A component without figures says what is missing, who is asked for it, and what may come. */
    {false,
     DTI_TRACK_COMPUTED,
     "4.5",
     DTI_LANG_VI,
     {"4.5", "thiếu số liệu", "trong khoảng từ 0 đến 10", "giả định",
      "[dx-civil-servants-full-time]", "Sở Nội vụ, biểu II, dòng II.1", "[public-employees]",
      "0,05"}},
    {false,
     DTI_TRACK_COMPUTED,
     "4.5",
     DTI_LANG_EN,
     {"4.5", "missing", "between 0 and 10", "assumed", "[dx-civil-servants-full-time]",
      "Department of Home Affairs, form II, row II.1", "[public-employees]", "0.05"}},
    /* A main indicator lists its components and what none of them accounts for. */
    {false,
     DTI_TRACK_APPRAISED,
     "3",
     DTI_LANG_VI,
     {"3  Hạ tầng số\n", "67,64 trên tối đa 100", "32,36", "3.1 ", "6,36 trên 10", "3.7 ",
      "3,33 trên 10", "19,98"}},
    {false,
     DTI_TRACK_APPRAISED,
     "3",
     DTI_LANG_EN,
     {"3  ", "67.64 of 100", "32.36", "3.1 ", "6.36 of 10", "3.7 ", "3.33 of 10", "19.98"}},
    /* An index lists its main indicators, and what is stated of it with the difference. */
    {false,
     DTI_TRACK_APPRAISED,
     "dti",
     DTI_LANG_VI,
     {"583,83 trên tối đa 1000", "416,17", "145,45 trên 200", "72,33 trên 150", "41,35 trên 150",
      "0,5808", "0,00303"}},
    {false,
     DTI_TRACK_APPRAISED,
     "dti",
     DTI_LANG_EN,
     {"583.83 of 1000", "416.17", "145.45 of 200", "72.33 of 150", "41.35 of 150", "0.5808",
      "0.00303"}},
    {false,
     DTI_TRACK_APPRAISED,
     "3.2",
     DTI_LANG_EN,
     {"7.87 of 10", "78.53 %", "is 7.853 points", "7.87", "-0.017"}},
    /* A figure that is computed from others is told with its parts. */
    {true,
     DTI_TRACK_COMPUTED,
     "1.1.2",
     DTI_LANG_VI,
     {"5 trên tối đa 10", "[files-online]: 60 Hồ sơ", "[files]: 100 Hồ sơ",
      "tính từ các số liệu khác", "↳ Hồ sơ trực tuyến [files-online]: 60",
      "↳ Hồ sơ giấy [files-on-paper]: 40", "80 %", "5 điểm"}},
    {true,
     DTI_TRACK_COMPUTED,
     "1.1.2",
     DTI_LANG_EN,
     {"5 of 10", "[files-online]: 60 file", "[files]: 100 file", "computed from other inputs",
      "↳ Files online [files-online]: 60", "↳ Files on paper [files-on-paper]: 40", "80 %",
      "5 points"}},
    {true,
     DTI_TRACK_COMPUTED,
     "2.1",
     DTI_LANG_EN,
     {"4 of 10", "[spending-net]: 200 billion dong", "[spending]: 250", "Department of Finance",
      "[spending-returned]: 50", "assumed", "4 points"}},
    {true,
     DTI_TRACK_COMPUTED,
     "1.10",
     DTI_LANG_VI,
     {"không được chấp nhận", "[decisions]: không được chấp nhận", "Thiếu chữ ký"}},
    {true,
     DTI_TRACK_COMPUTED,
     "1.9",
     DTI_LANG_EN,
     {"7.5 of 12.5", "[plan-issued]: yes", "[portal-open]: no", "60 % of 12.5 points is 7.5",
      "Data portal open", "5 points"}},
    {true,
     DTI_TRACK_COMPUTED,
     "2.5",
     DTI_LANG_EN,
     {"not assessed", "between 0 and 4", "not known", "unknown"}},
};

START_TEST(tells_the_trace)
{
    const struct explain_case *at = &explain_cases[_i];
    dti_dossier *dossier = at->is_tiny ? sample_tiny() : sample_quangnam();
    dti_result *result = sample_score(dossier, at->track);
    dti_text *text = explain(result, sample_node(result, at->code), at->lang);
    const char *rest = dti_text_data(text);
    for (int i = 0; i < MOST_PARTS && at->parts[i] != NULL; i++) {
        const char *found = strstr(rest, at->parts[i]);
        ck_assert_msg(found != NULL, "%s: no \"%s\" in\n%s", at->code, at->parts[i], rest);
        rest = found + strlen(at->parts[i]);
    }
    dti_text_free(text);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

/* The numbering of the dossier names the nodes: what the provinces print as 6.12. */
START_TEST(names_codes_as_the_dossier_does)
{
    size_t length = 0;
    char *document = test_read_file(SAMPLE_QUANGNAM, &length);
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    /* The document without its stated figures, in the other numbering. */
    char *numbering = strstr(document, "\"province\"");
    ck_assert_ptr_nonnull(numbering);
    memcpy(numbering, "\"official\"", strlen("\"official\""));
    memcpy(strstr(document, "\"stated\""), "\"x-told\"", strlen("\"x-told\""));
    char *explanations = strstr(document, "\"explanations\"");
    memcpy(explanations, "\"x-planations\"", strlen("\"x-planations\""));
    sample_must(dti_dossier_parse(document, length, NULL, NULL, &dossier, &error), &error);
    dti_result *result = sample_score(dossier, DTI_TRACK_DEFAULT);
    ck_assert_int_eq(dti_result_track(result), DTI_TRACK_COMPUTED);
    dti_text *text = explain(result, sample_node(result, "6.12"), DTI_LANG_VI);
    ck_assert_int_eq(strncmp(dti_text_data(text), "7.12  ", 6), 0);
    dti_text_free(text);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
    free(document);
}
END_TEST

static void check_text(const dti_text *text, const char *code)
{
    const char *data = dti_text_data(text);
    const size_t length = dti_text_length(text);
    size_t bad = 0;
    ck_assert_uint_eq(strlen(data), length);
    ck_assert_msg(length > 0 && data[length - 1] == '\n', "%s: no end of line", code);
    ck_assert_msg(dti__utf8_valid(data, length, &bad), "%s: not UTF-8 at %zu", code, bad);
    ck_assert_msg(strchr(data, '{') == NULL, "%s: argument not filled in:\n%s", code, data);
    ck_assert_msg(strstr(data, "(null)") == NULL, "%s:\n%s", code, data);
    ck_assert_msg(strstr(data, "\n\n") == NULL, "%s: empty line in\n%s", code, data);
    ck_assert_msg(strstr(data, " \n") == NULL, "%s: blank at the end of a line in\n%s", code, data);
}

START_TEST(every_node_has_sound_text)
{
    static const dti_track tracks[] = {DTI_TRACK_APPRAISED, DTI_TRACK_COMPUTED};
    dti_dossier *dossier = _i == 0 ? sample_tiny() : sample_quangnam();
    for (int t = 0; t < LENGTH_OF(tracks); t++) {
        dti_result *result = sample_score(dossier, tracks[t]);
        for (size_t node = 0; node < dti_result_node_count(result); node++) {
            for (int lang = DTI_LANG_VI; lang <= DTI_LANG_EN; lang++) {
                dti_text *text = explain(result, node, (dti_lang)lang);
                check_text(text,
                           dti_framework_node_code(dti_dossier_framework(dossier), node, NULL));
                dti_text_free(text);
            }
        }
        dti_result_unref(result);
    }
    dti_dossier_unref(dossier);
}
END_TEST

/* A dossier in which nothing at all is said. */
START_TEST(empty_dossier_has_sound_text)
{
    dti_result *result = sample_end(sample_begin(_i != 0), DTI_TRACK_DEFAULT);
    for (size_t node = 0; node < dti_result_node_count(result); node++) {
        dti_text *text = explain(result, node, DTI_LANG_VI);
        check_text(text, "");
        dti_text_free(text);
    }
    dti_result_unref(result);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("explain");
    TCase *tcase = tcase_create("explain");
    tcase_add_loop_test(tcase, tells_the_trace, 0, LENGTH_OF(explain_cases));
    tcase_add_test(tcase, names_codes_as_the_dossier_does);
    tcase_add_loop_test(tcase, every_node_has_sound_text, 0, 2);
    tcase_add_loop_test(tcase, empty_dossier_has_sound_text, 0, 2);
    suite_add_tcase(suite, tcase);
    return suite;
}
