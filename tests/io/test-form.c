/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Forms as JSON documents: written empty, filled in, read back to the same form. What is refused
 * stands in tests/data/invalid. */
#include "samples.h"

#include "model/form.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))
#define TINY_COLLECTION  "tests/data/tiny-collection.json"
#define TINY_FORM        "tests/data/tiny-form.json"

static dti_collection *collection;

static void setup(void)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_error *error = NULL;
    char *path = test_path(TINY_COLLECTION);
    sample_must(dti_collection_load(path, framework, NULL, &collection, &error), &error);
    free(path);
    dti_framework_unref(framework);
}

static void teardown(void)
{
    dti_collection_unref(collection);
}

static dti_form *parse(const char *text)
{
    dti_form *form = NULL;
    dti_error *error = NULL;
    sample_must(dti_form_parse(text, strlen(text), collection, NULL, &form, &error), &error);
    return form;
}

static dti_form *tiny(void)
{
    char *text = test_read_file(TINY_FORM, NULL);
    dti_form *form = parse(text);
    free(text);
    return form;
}

static char *written(const dti_form *form)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(dti_form_write(form, DTI_FORM_JSON, &text, &error), &error);
    char *copy = strdup(dti_text_data(text));
    dti_text_free(text);
    return copy;
}

static dti_form *empty(const char *reporter)
{
    dti_form *form = NULL;
    dti_error *error = NULL;
    const size_t index = dti_collection_reporter_find(collection, reporter);
    sample_must(dti_form_new(collection, index, "gso:49", 2022, NULL, &form, &error), &error);
    return form;
}

START_TEST(tells_what_was_read)
{
    static const struct {
        dti_state state;
        double number;
        const char *note;
    } rows[] = {
        {DTI_STATE_PRESENT, 0, ""},  {DTI_STATE_PRESENT, 910261, "Theo Cục Thống kê"},
        {DTI_STATE_PRESENT, 55, ""}, /* 3 + 12 + 40 */
        {DTI_STATE_PRESENT, 1, ""},  /* nobody, deputy */
        {DTI_STATE_PRESENT, 1, ""},  {DTI_STATE_PRESENT, 1.234, ""},
        {DTI_STATE_PRESENT, 2, ""}, /* two of three are in operation */
        {DTI_STATE_PRESENT, 2, ""},  {DTI_STATE_NOT_ASSESSED, 0, ""},
        {DTI_STATE_MISSING, 0, ""}, /* the first row of another form */
    };
    dti_form *form = tiny();
    for (size_t i = 0; i < LENGTH_OF(rows); i++) {
        ck_assert_int_eq(dti_form_row_state(form, i), rows[i].state);
        ck_assert_double_eq(dti_form_row_number(form, i), rows[i].number);
        ck_assert_str_eq(dti_form_row_note(form, i), rows[i].note);
    }
    ck_assert_ptr_eq(dti_form_collection(form), collection);
    ck_assert_uint_eq(dti_form_reporter(form), 0);
    ck_assert_str_eq(dti_form_unit_id(form), "gso:49");
    ck_assert_int_eq(dti_form_year(form), 2022);
    ck_assert_str_eq(dti_form_date(form), "2023-01-15");
    ck_assert_int_eq(dti_form_revision(form), 2);
    dti_form_unref(form);
}
END_TEST

START_TEST(keeps_what_a_figure_is_made_of)
{
    dti_form *form = tiny();
    const struct dti__cell *cells = form->cells;
    ck_assert_str_eq(cells[0].figure.text, "=Chuyển đổi số, \"vì người dân\"");
    ck_assert_double_eq(cells[2].parts[1], 12);
    ck_assert_uint_eq(cells[6].thing_count, 3);
    ck_assert_str_eq(cells[6].things[1].name, "Họp trực tuyến");
    ck_assert(!cells[6].things[1].counts);
    ck_assert_uint_eq(cells[6].figure.item_count, 2);
    ck_assert_str_eq(cells[6].figure.items[1], "LGSP");
    ck_assert(cells[7].things[0].counts);
    ck_assert_str_eq(cells[8].figure.reason.en, "published by the ministry");
    for (int i = 0; i < 9; i++) {
        ck_assert(cells[i].is_given);
    }
    dti_form_unref(form);
}
END_TEST

START_TEST(written_is_read_again)
{
    dti_form *form = tiny();
    char *first = written(form);
    dti_form *again = parse(first);
    char *second = written(again);
    ck_assert_str_eq(first, second);
    for (size_t i = 0; i < dti_collection_row_count(collection); i++) {
        ck_assert_int_eq(dti_form_row_state(again, i), dti_form_row_state(form, i));
        ck_assert_double_eq(dti_form_row_number(again, i), dti_form_row_number(form, i));
        ck_assert_str_eq(dti_form_row_note(again, i), dti_form_row_note(form, i));
    }
    ck_assert_ptr_nonnull(strstr(first, "\"parts\": [3, 12, 40]"));
    ck_assert_ptr_nonnull(strstr(first, "\"x-name\": \"Số người dùng\""));
    free(first);
    free(second);
    dti_form_unref(form);
    dti_form_unref(again);
}
END_TEST

START_TEST(an_empty_form_has_every_row)
{
    dti_form *form = empty("huyen-hai");
    char *text = written(form);
    dti_form *again = parse(text);
    ck_assert_ptr_nonnull(strstr(text, "\"row\": \"I.1\""));
    ck_assert_ptr_nonnull(strstr(text, "\"row\": \"I.4\""));
    ck_assert_ptr_nonnull(strstr(text, "\"x-parts\": [\"Trực tuyến\", \"Trên giấy\"]"));
    ck_assert_ptr_null(strstr(text, "\"date\""));
    ck_assert_uint_eq(dti_form_reporter(again), 2);
    ck_assert_str_eq(dti_form_date(again), "");
    ck_assert_int_eq(dti_form_revision(again), 1);
    for (size_t i = 0; i < dti_collection_row_count(collection); i++) {
        ck_assert_int_eq(dti_form_row_state(again, i), DTI_STATE_MISSING);
    }
    free(text);
    dti_form_unref(form);
    dti_form_unref(again);
}
END_TEST

START_TEST(empty_forms_need_a_unit_and_a_year)
{
    dti_form *form = NULL;
    dti_error *error = NULL;
    sample_refused(dti_form_new(collection, 0, NULL, 2022, NULL, &form, &error), DTI_E_VALUE,
                   &error);
    sample_refused(dti_form_new(collection, 0, "Quảng Nam", 2022, NULL, &form, &error), DTI_E_VALUE,
                   &error);
    sample_refused(dti_form_new(collection, 0, "gso:49", 1899, NULL, &form, &error), DTI_E_VALUE,
                   &error);
    sample_refused(dti_form_new(collection, 3, "gso:49", 2022, NULL, &form, &error), DTI_E_ARG,
                   &error);
    sample_refused(dti_form_new(NULL, 0, "gso:49", 2022, NULL, &form, &error), DTI_E_ARG, &error);
    ck_assert_ptr_null(form);
}
END_TEST

/* Without a collection given, the built-in one is taken, with its unit. */
START_TEST(names_its_collection)
{
    dti_collection *quangnam = NULL;
    dti_form *form = NULL;
    dti_form *other = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(dti_collection_builtin("vn-quangnam-2023", NULL, &quangnam, &error), &error);
    sample_must(dti_form_new(quangnam, 0, NULL, 2023, NULL, &form, &error), &error);
    sample_must(dti_form_write(form, DTI_FORM_JSON, &text, &error), &error);
    sample_must(
        dti_form_parse(dti_text_data(text), dti_text_length(text), NULL, NULL, &other, &error),
        &error);
    ck_assert_str_eq(dti_form_unit_id(other), "gso:49");
    ck_assert_str_eq(dti_collection_id(dti_form_collection(other)), "vn-quangnam-2023");
    dti_form_unref(other);
    other = NULL;
    const dti_status status = dti_form_parse(dti_text_data(text), dti_text_length(text), collection,
                                             NULL, &other, &error);
    ck_assert_str_eq(dti_error_pointer(error), "/collection/id");
    sample_refused(status, DTI_E_VERSION, &error);
    sample_refused(dti_form_new(quangnam, 0, "gso:48", 2023, NULL, &other, &error), DTI_E_VALUE,
                   &error);
    ck_assert_ptr_null(other);
    dti_text_free(text);
    dti_form_unref(form);
    dti_collection_unref(quangnam);
}
END_TEST

START_TEST(all_findings_are_told)
{
    static const char text[] =
        "{\"format\":\"dti-form/1\",\"collection\":{\"id\":\"tiny-forms\",\"version\":\"1.0.0\"},"
        "\"reporter\":\"so-noi-vu\",\"unit\":{\"id\":\"gso:49\"},\"year\":2022,\"date\":\"2023-01-"
        "15\",\"rows\":[\n{\"row\":\"I.2\",\"value\":-1},\n{\"row\":\"II.2\",\"value\":\"chief\"},"
        "\n{\"row\":\"II.7\",\"value\":51.16}]}";
    dti_report *report = NULL;
    dti_error *error = NULL;
    char words[512];
    sample_must(dti_form_check(text, strlen(text), collection, NULL, &report, &error), &error);
    ck_assert_uint_eq(dti_report_count(report), 2);
    dti_report_format(report, 0, DTI_LANG_EN, words, sizeof words);
    ck_assert_str_eq(words, "Form A, row I.2: the value -1 is too small; it must be at least 0");
    ck_assert_uint_eq(dti_report_line(report, 0), 2);
    dti_report_format(report, 1, DTI_LANG_EN, words, sizeof words);
    ck_assert_str_eq(words, "Form A, row II.2: found \"chief\", expected nobody, deputy, head");
    ck_assert_str_eq(dti_report_pointer(report, 1), "/rows/1/value");
    dti_report_unref(report);
}
END_TEST

START_TEST(outlives_what_it_was_made_of)
{
    dti_form *form = tiny();
    dti_form *shared = dti_form_ref(form);
    dti_form_unref(form);
    teardown();
    setup();
    ck_assert_str_eq(dti_collection_id(dti_form_collection(shared)), "tiny-forms");
    dti_form_unref(shared);
    ck_assert_ptr_null(dti_form_ref(NULL));
    ck_assert_uint_eq(dti_form_reporter(NULL), DTI_NONE);
    ck_assert_int_eq(dti_form_row_state(NULL, 0), DTI_STATE_MISSING);
    ck_assert_str_eq(dti_form_date(NULL), "");
}
END_TEST

/* Read, written, and made empty, with every call for memory failing in its turn. */
static dti_status work(const dti_allocator *allocator, void *data)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_form *form = NULL;
    dti_form *blank = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    dti_status status = dti_form_parse(data, strlen(data), collection, &options, &form, &error);
    ck_assert((status == DTI_OK) == (form != NULL));
    if (status == DTI_OK) {
        status = dti_form_write(form, DTI_FORM_JSON, &text, &error);
    }
    if (status == DTI_OK) {
        status = dti_form_new(collection, 1, "gso:49", 2022, allocator, &blank, &error);
    }
    ck_assert((status == DTI_OK) == (error == NULL));
    dti_text_free(text);
    dti_form_unref(blank);
    dti_form_unref(form);
    dti_error_free(error);
    return status;
}

START_TEST(survives_without_memory)
{
    char *text = test_read_file(TINY_FORM, NULL);
    test_nomem(work, text);
    free(text);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("io-form");
    TCase *tcase = tcase_create("form");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, tells_what_was_read);
    tcase_add_test(tcase, keeps_what_a_figure_is_made_of);
    tcase_add_test(tcase, written_is_read_again);
    tcase_add_test(tcase, an_empty_form_has_every_row);
    tcase_add_test(tcase, empty_forms_need_a_unit_and_a_year);
    tcase_add_test(tcase, names_its_collection);
    tcase_add_test(tcase, all_findings_are_told);
    tcase_add_test(tcase, outlives_what_it_was_made_of);
    tcase_add_test(tcase, survives_without_memory);
    suite_add_tcase(suite, tcase);
    return suite;
}
