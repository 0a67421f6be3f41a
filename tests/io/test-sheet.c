/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Tables of points: titles in either language, causes that cover several indicators, and what is
 * written reads back to the same points. */
#include "samples.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

static dti_framework *framework;

static void setup(void)
{
    framework = sample_builtin();
}

static void teardown(void)
{
    dti_framework_unref(framework);
}

static dti_changes *parse(const char *text, const char *numbering)
{
    dti_changes *changes = NULL;
    dti_error *error = NULL;
    char line[512] = "";
    dti_status status =
        dti_sheet_parse(text, strlen(text), framework, numbering, NULL, &changes, &error);
    dti_error_format(error, DTI_LANG_EN, line, sizeof line);
    ck_assert_msg(status == DTI_OK, "%s line %u", line, dti_error_line(error));
    return changes;
}

static void check_change(const dti_changes *changes, size_t index, dti_change_kind kind,
                         const char *words)
{
    char text[512];
    dti_changes_format(changes, index, DTI_LANG_EN, text, sizeof text);
    ck_assert_int_eq(dti_changes_kind(changes, index), kind);
    ck_assert_msg(strcmp(text, words) == 0, "%s", text);
}

/* ── reading ── */

static const char *const tables[] = {
    "code,maximum,self,appraised,cause\r\n"
    "4.5,10,8,\"6,5\",\r\n4.6,10,,4,\r\n\"4.5, 4.6\",,,,Thiếu tài liệu\r\n",
    /* titles in Vietnamese, semicolons, a byte order mark, a column more, one cell over two lines
     */
    "\xEF\xBB\xBFSTT;Tên;ĐIỂM TỐI ĐA;Điểm tự đánh giá;Điểm thẩm định;Nguyên nhân\n"
    ";Chỉ số chính;;;;\n"
    "4.5;a;10;8;6,5;Thiếu tài liệu\n4.6;b;10;;4;Thiếu tài liệu\n",
};

START_TEST(tables_are_read)
{
    dti_changes *changes = parse(tables[_i], NULL);
    ck_assert_uint_eq(dti_changes_count(changes), 4);
    check_change(changes, 0, DTI_CHANGE_STATED, "4.5: 8 points (self-assessed)");
    check_change(changes, 1, DTI_CHANGE_STATED, "4.5: 6,5 points (appraised)");
    check_change(changes, 2, DTI_CHANGE_STATED, "4.6: 4 points (appraised)");
    check_change(changes, 3, DTI_CHANGE_EXPLAIN, "4.5, 4.6: cause (appraised) – Thiếu tài liệu");
    dti_changes_free(changes);
}
END_TEST

static const struct {
    const char *text;
    const char *id;
    dti_status status;
    unsigned line;
    unsigned column;
} wrong[] = {
    {"maximum,self\n10,5\n", "DTI-0934", DTI_E_SCHEMA, 1, 1},
    {"code,self\n4.99,5\n", "DTI-0996", DTI_E_REFERENCE, 2, 1},
    {"code,self\n4.5,năm\n", "DTI-0503", DTI_E_VALUE, 2, 5},
    {"code,maximum,self\n4.5,11,5\n", "DTI-0997", DTI_E_VALUE, 2, 5},
    {"code,cause\n4.5,vì\n", "DTI-0998", DTI_E_VALUE, 2, 5},
    {"code,self\ndti,1.000\n", "DTI-0999", DTI_E_VALUE, 2, 5},
    {"code,self,code\n4.5,5,\n", "DTI-0935", DTI_E_SCHEMA, 1, 11},
    {"code,self\n1.1,5\n1.2,5\n1.1,3\n", "DTI-0995", DTI_E_VALUE, 4, 1},
    {"code,self\n\"4.5,5\n", "DTI-0930", DTI_E_SYNTAX, 2, 1},
    {"", "DTI-0934", DTI_E_SCHEMA, 1, 1},
    {"[code]\n4.5\n", "DTI-0934", DTI_E_SCHEMA, 1, 1}, /* a table, never JSON */
};

START_TEST(faults_have_their_place)
{
    dti_changes *changes = NULL;
    dti_error *error = NULL;
    ck_assert_int_eq(dti_sheet_parse(wrong[_i].text, strlen(wrong[_i].text), framework, NULL, NULL,
                                     &changes, &error),
                     wrong[_i].status);
    ck_assert_ptr_null(changes);
    ck_assert_str_eq(dti_error_id(error), wrong[_i].id);
    ck_assert_uint_eq(dti_error_line(error), wrong[_i].line);
    ck_assert_uint_eq(dti_error_column(error), wrong[_i].column);
    dti_error_free(error);
}
END_TEST

/* Three decimals that cannot be thousands are decimals. */
START_TEST(three_decimals_of_a_small_maximum)
{
    dti_changes *changes = parse("code,self\n4.5,5.808\n", NULL);
    check_change(changes, 0, DTI_CHANGE_STATED, "4.5: 5.808 points (self-assessed)");
    dti_changes_free(changes);
}
END_TEST

/* ── there and back ── */

static dti_dossier *empty_dossier(void)
{
    dti_dossier_builder *builder = sample_builder(framework);
    dti_dossier *dossier = sample_build(builder);
    dti_dossier_builder_free(builder);
    return dossier;
}

static char *table_of(const dti_dossier *dossier, const char *numbering)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(dti_sheet_write(dossier, numbering, &text, &error), &error);
    char *copy = strdup(dti_text_data(text));
    dti_text_free(text);
    return copy;
}

START_TEST(written_reads_back)
{
    static const char *const numberings[] = {NULL, "official"};
    dti_dossier *dossier = sample_quangnam();
    dti_dossier *empty = empty_dossier();
    dti_dossier *again = NULL;
    dti_error *error = NULL;
    char *text = table_of(dossier, numberings[_i]);
    dti_changes *changes = parse(text, numberings[_i]);
    sample_must(dti_changes_apply(changes, empty, &again, &error), &error);
    char *twice = table_of(again, numberings[_i]);
    size_t same = 0;
    while (text[same] != '\0' && text[same] == twice[same])
        same++;
    ck_assert_msg(text[same] == twice[same], "%.200s", text + (same > 50 ? same - 50 : 0));
    ck_assert_ptr_nonnull(strstr(text, "code,maximum,self,appraised,final,cause"));
    ck_assert_uint_gt(dti_changes_count(changes), 20);
    free(text);
    free(twice);
    dti_changes_free(changes);
    dti_dossier_unref(again);
    dti_dossier_unref(empty);
    dti_dossier_unref(dossier);
}
END_TEST

/* What a spreadsheet would run is text, and stays the same text. */
START_TEST(causes_are_no_formulas)
{
    static const char *const codes[] = {"4.5"};
    dti_dossier *empty = empty_dossier();
    dti_dossier *dossier = NULL;
    dti_changes *changes = NULL;
    dti_error *error = NULL;
    sample_must(dti_changes_new(framework, NULL, &changes, &error), &error);
    sample_must(dti_changes_set_points(changes, "4.5", DTI_TRACK_APPRAISED, "1", &error), &error);
    sample_must(dti_changes_explain(changes, codes, 1, DTI_TRACK_APPRAISED, "=1+1", &error),
                &error);
    sample_must(dti_changes_explain(changes, codes, 1, DTI_TRACK_SELF, "\"Tự\", thấy", &error),
                &error);
    sample_must(dti_changes_apply(changes, empty, &dossier, &error), &error);
    dti_changes_free(changes);
    char *text = table_of(dossier, NULL);
    ck_assert_ptr_nonnull(strstr(text, "'=1+1"));
    ck_assert_ptr_nonnull(strstr(text, ",cause,cause_self\r\n"));
    changes = parse(text, NULL);
    ck_assert_uint_eq(dti_changes_count(changes), 3);
    check_change(changes, 1, DTI_CHANGE_EXPLAIN, "4.5: cause (appraised) – =1+1");
    check_change(changes, 2, DTI_CHANGE_EXPLAIN, "4.5: cause (self-assessed) – \"Tự\", thấy");
    free(text);
    dti_changes_free(changes);
    dti_dossier_unref(dossier);
    dti_dossier_unref(empty);
}
END_TEST

/* ── memory ── */

static dti_status read_short(const dti_allocator *allocator, void *context)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_changes *changes = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    dti_status status =
        dti_sheet_parse(context, strlen(context), framework, NULL, &options, &changes, &error);
    ck_assert_int_eq(status == DTI_OK, changes != NULL);
    ck_assert_int_eq(status == DTI_OK, error == NULL);
    dti_error_free(error);
    dti_changes_free(changes);
    return status;
}

START_TEST(memory_may_run_out)
{
    char *text = strdup(tables[1]);
    test_nomem(read_short, text);
    free(text);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("sheet");
    TCase *tc = tcase_create("sheet");
    tcase_set_timeout(tc, 60);
    tcase_add_checked_fixture(tc, setup, teardown);
    tcase_add_loop_test(tc, tables_are_read, 0, LENGTH_OF(tables));
    tcase_add_loop_test(tc, faults_have_their_place, 0, LENGTH_OF(wrong));
    tcase_add_test(tc, three_decimals_of_a_small_maximum);
    tcase_add_loop_test(tc, written_reads_back, 0, 2);
    tcase_add_test(tc, causes_are_no_formulas);
    tcase_add_test(tc, memory_may_run_out);
    suite_add_tcase(suite, tc);
    return suite;
}
