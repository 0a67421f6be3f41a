/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Crosswalks as documents: every kind of pair with what may be compared of it, and the check that
 * says what stands in none. What is refused stands in tests/data/invalid. */
#include "samples.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))
#define BEFORE           "tests/data/walk-before.json"
#define AFTER            "tests/data/walk-after.json"
#define WALK             "tests/data/walk.json"

static dti_framework *before;
static dti_framework *after;
static dti_crosswalk *walk;

static void open_walk(void)
{
    dti_error *error = NULL;
    char *path = test_path(WALK);
    before = sample_framework(BEFORE);
    after = sample_framework(AFTER);
    sample_must(dti_crosswalk_load(path, before, after, NULL, &walk, &error), &error);
    free(path);
}

static void close_walk(void)
{
    dti_crosswalk_unref(walk);
    dti_framework_unref(before);
    dti_framework_unref(after);
}

/* What the document of the test says, pair by pair. */
static const struct {
    dti_crosswalk_kind kind;
    dti_comparable comparable;
    const char *from[4];
    const char *to[4];
    dti_provenance provenance;
    const char *source;
} pairs[] = {
    {DTI_CROSSWALK_RESCALED, DTI_COMPARABLE_VALUE, {"dti"}, {"dti"}, DTI_PROVENANCE_SOURCE, "Plan"},
    {DTI_CROSSWALK_SAME, DTI_COMPARABLE_POINTS, {"1"}, {"1"}, DTI_PROVENANCE_OFFICIAL, "Plan"},
    {DTI_CROSSWALK_RESCALED, DTI_COMPARABLE_RANK, {"2"}, {"2"}, DTI_PROVENANCE_ASSUMED, ""},
    {DTI_CROSSWALK_SPLIT, DTI_COMPARABLE_VALUE, {"3"}, {"3", "4"}, DTI_PROVENANCE_DERIVED, ""},
    {DTI_CROSSWALK_MERGED, DTI_COMPARABLE_VALUE, {"4", "5"}, {"5"}, DTI_PROVENANCE_DERIVED, ""},
    {DTI_CROSSWALK_RETIRED,
     DTI_COMPARABLE_NONE,
     {"6", "6.1", "6.2"},
     {NULL},
     DTI_PROVENANCE_OFFICIAL,
     ""},
    {DTI_CROSSWALK_NEW, DTI_COMPARABLE_NONE, {NULL}, {"6"}, DTI_PROVENANCE_OFFICIAL, ""},
    {DTI_CROSSWALK_RESCALED, DTI_COMPARABLE_VALUE, {"2.1"}, {"2.1"}, DTI_PROVENANCE_ASSUMED, ""},
    {DTI_CROSSWALK_SAME, DTI_COMPARABLE_VALUE, {"1.1"}, {"1.1"}, DTI_PROVENANCE_ASSUMED, ""},
};

START_TEST(a_pair_is_as_written)
{
    const size_t pair = (size_t)_i;
    size_t count = 0;
    ck_assert_int_eq(dti_crosswalk_pair_kind(walk, pair), pairs[pair].kind);
    ck_assert_int_eq(dti_crosswalk_pair_comparable(walk, pair), pairs[pair].comparable);
    ck_assert_int_eq(dti_crosswalk_pair_provenance(walk, pair), pairs[pair].provenance);
    ck_assert_str_eq(dti_crosswalk_pair_provenance_source(walk, pair, DTI_LANG_EN),
                     pairs[pair].source);
    for (; pairs[pair].from[count] != NULL; count++) {
        ck_assert_str_eq(
            dti_framework_node_code(before, dti_crosswalk_pair_from(walk, pair, count), NULL),
            pairs[pair].from[count]);
    }
    ck_assert_uint_eq(dti_crosswalk_pair_from_count(walk, pair), count);
    ck_assert_uint_eq(dti_crosswalk_pair_from(walk, pair, count), DTI_NONE);
    for (count = 0; pairs[pair].to[count] != NULL; count++) {
        ck_assert_str_eq(
            dti_framework_node_code(after, dti_crosswalk_pair_to(walk, pair, count), NULL),
            pairs[pair].to[count]);
    }
    ck_assert_uint_eq(dti_crosswalk_pair_to_count(walk, pair), count);
    ck_assert_uint_eq(dti_crosswalk_pair_to(walk, pair, count), DTI_NONE);
}
END_TEST

START_TEST(has_a_head)
{
    ck_assert_str_eq(dti_crosswalk_id(walk), "walk");
    ck_assert_str_eq(dti_crosswalk_version(walk), "1.0.0");
    ck_assert_str_eq(dti_crosswalk_title(walk, DTI_LANG_EN), "Crosswalk for tests");
    ck_assert_str_eq(dti_crosswalk_title(walk, DTI_LANG_VI), "Đối chiếu để kiểm thử");
    ck_assert_uint_eq(strlen(dti_crosswalk_digest(walk)), 71);
    ck_assert_ptr_eq(dti_crosswalk_from(walk), before);
    ck_assert_ptr_eq(dti_crosswalk_to(walk), after);
    ck_assert_uint_eq(dti_crosswalk_count(walk), (size_t)LENGTH_OF(pairs));
    ck_assert_str_eq(dti_crosswalk_pair_note(walk, 2, DTI_LANG_EN), "It is measured another way");
    ck_assert_str_eq(dti_crosswalk_pair_note(walk, 1, DTI_LANG_EN), "");
    dti_crosswalk *shared = dti_crosswalk_ref(walk);
    ck_assert_ptr_eq(shared, walk);
    dti_crosswalk_unref(shared);
}
END_TEST

/* Before: 3.1, 3.2, 4.1, 4.2, 5.1, 5.2 and of 1 and 2 the second part each are in no pair; after:
 * all parts of 3, 4, 5, 6, and 1.2 and 2.2. */
START_TEST(the_check_tells_of_what_stands_in_no_pair)
{
    static const struct {
        const char *code;
        const char *framework;
        const char *count;
    } expected[] = {
        {"1", "walk-before", "1"}, {"2", "walk-before", "1"}, {"3", "walk-before", "2"},
        {"4", "walk-before", "2"}, {"5", "walk-before", "2"}, {"1", "walk-after", "1"},
        {"2", "walk-after", "1"},  {"3", "walk-after", "2"},  {"4", "walk-after", "2"},
        {"5", "walk-after", "2"},  {"6", "walk-after", "2"},
    };
    size_t length = 0;
    char *text = test_read_file(WALK, &length);
    dti_report *report = NULL;
    dti_error *error = NULL;
    sample_must(dti_crosswalk_check(text, length, before, after, NULL, &report, &error), &error);
    ck_assert_uint_eq(dti_report_count(report), (size_t)LENGTH_OF(expected));
    for (size_t i = 0; i < dti_report_count(report); i++) {
        ck_assert_str_eq(dti_report_id(report, i), "DTI-1218");
        ck_assert_int_eq(dti_report_severity(report, i), DTI_SEVERITY_INFO);
        ck_assert_str_eq(dti_report_arg(report, i, 0), expected[i].code);
        ck_assert_str_eq(dti_report_arg(report, i, 2), expected[i].framework);
        ck_assert_str_eq(dti_report_arg(report, i, 3), expected[i].count);
    }
    dti_report_unref(report);
    free(text);
}
END_TEST

START_TEST(whole_indicators_in_no_pair_are_told_by_name)
{
    static const char text[] =
        "{\"format\":\"dti-crosswalk/1\",\"id\":\"a\",\"version\":\"1\",\"titles\":{\"vi\":\"a\"},"
        "\"from\":{\"id\":\"walk-before\",\"version\":\"1.0.0\"},"
        "\"to\":{\"id\":\"walk-after\",\"version\":\"1.0.0\"},\"pairs\":[]}";
    dti_report *report = NULL;
    dti_error *error = NULL;
    size_t whole = 0;
    sample_must(dti_crosswalk_check(text, sizeof text - 1, before, after, NULL, &report, &error),
                &error);
    for (size_t i = 0; i < dti_report_count(report); i++) {
        whole += strcmp(dti_report_id(report, i), "DTI-1217") == 0;
    }
    ck_assert_uint_eq(whole, 14); /* on each side six main indicators and one index */
    dti_report_unref(report);
}
END_TEST

START_TEST(words_are_in_two_languages)
{
    ck_assert_str_eq(dti_crosswalk_kind_name(DTI_CROSSWALK_MERGED, DTI_LANG_VI), "gộp lại");
    ck_assert_str_eq(dti_crosswalk_kind_name(DTI_CROSSWALK_RETIRED, DTI_LANG_EN), "retired");
    ck_assert_str_eq(dti_comparable_name(DTI_COMPARABLE_NONE, DTI_LANG_VI), "không so sánh được");
    ck_assert_str_eq(dti_comparable_name(DTI_COMPARABLE_RANK, DTI_LANG_EN), "comparable by rank");
    ck_assert_str_ne(dti_comparable_name(DTI_COMPARABLE_FORCE_INT, DTI_LANG_EN), "");
    ck_assert_str_ne(dti_crosswalk_kind_name(DTI_CROSSWALK_KIND_FORCE_INT, DTI_LANG_EN), "");
}
END_TEST

START_TEST(misuse_is_answered)
{
    dti_crosswalk *out = NULL;
    dti_report *report = NULL;
    dti_error *error = NULL;
    sample_refused(dti_crosswalk_builtin(NULL, NULL, &out, &error), DTI_E_ARG, &error);
    sample_refused(dti_crosswalk_builtin("no-such-walk", NULL, &out, &error), DTI_E_NOT_FOUND,
                   &error);
    sample_refused(dti_crosswalk_parse(NULL, 0, before, after, NULL, &out, &error), DTI_E_ARG,
                   &error);
    sample_refused(dti_crosswalk_parse("{}", 2, before, after, NULL, NULL, &error), DTI_E_ARG,
                   &error);
    sample_refused(dti_crosswalk_load("/no/such/file", before, after, NULL, &out, &error), DTI_E_IO,
                   &error);
    sample_refused(dti_crosswalk_check("{}", 2, before, after, NULL, NULL, &error), DTI_E_ARG,
                   &error);
    ck_assert_ptr_null(out);
    ck_assert_ptr_null(report);
    ck_assert_ptr_null(dti_crosswalk_ref(NULL));
    ck_assert_ptr_null(dti_crosswalk_from(NULL));
    ck_assert_ptr_null(dti_crosswalk_to(NULL));
    ck_assert_str_eq(dti_crosswalk_id(NULL), "");
    ck_assert_str_eq(dti_crosswalk_version(NULL), "");
    ck_assert_str_eq(dti_crosswalk_title(NULL, DTI_LANG_VI), "");
    ck_assert_str_eq(dti_crosswalk_digest(NULL), "");
    ck_assert_str_eq(dti_crosswalk_builtin_id(DTI_NONE), "");
    ck_assert_uint_eq(dti_crosswalk_count(NULL), 0);
    ck_assert_int_eq(dti_crosswalk_pair_kind(walk, 99), DTI_CROSSWALK_SAME);
    ck_assert_int_eq(dti_crosswalk_pair_comparable(walk, 99), DTI_COMPARABLE_NONE);
    ck_assert_int_eq(dti_crosswalk_pair_provenance(walk, 99), DTI_PROVENANCE_UNKNOWN);
    ck_assert_str_eq(dti_crosswalk_pair_note(walk, 99, DTI_LANG_VI), "");
    ck_assert_str_eq(dti_crosswalk_pair_provenance_source(walk, 99, DTI_LANG_VI), "");
    ck_assert_uint_eq(dti_crosswalk_pair_from_count(walk, 99), 0);
    ck_assert_uint_eq(dti_crosswalk_pair_to_count(NULL, 0), 0);
    ck_assert_uint_eq(dti_crosswalk_pair_from(NULL, 0, 0), DTI_NONE);
    ck_assert_uint_eq(dti_crosswalk_pair_to(walk, 99, 0), DTI_NONE);
    dti_crosswalk_unref(NULL);
}
END_TEST

struct document {
    char *text;
    size_t length;
    bool is_check;
};

static dti_status read_walk(const dti_allocator *allocator, void *data)
{
    const struct document *document = data;
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_crosswalk *made = NULL;
    dti_report *report = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    const dti_status status = document->is_check
                                  ? dti_crosswalk_check(document->text, document->length, before,
                                                        after, &options, &report, &error)
                                  : dti_crosswalk_parse(document->text, document->length, before,
                                                        after, &options, &made, &error);
    ck_assert_int_eq(made != NULL || report != NULL, status == DTI_OK);
    ck_assert_int_eq(error != NULL, status != DTI_OK);
    dti_error_free(error);
    dti_report_unref(report);
    dti_crosswalk_unref(made);
    return status;
}

START_TEST(no_memory)
{
    struct document document = {.is_check = _i == 1};
    document.text = test_read_file(WALK, &document.length);
    if (document.is_check) { /* qsort() of many findings asks malloc() and does without */
        test_nomem_allocator(read_walk, &document);
    } else {
        test_nomem(read_walk, &document);
    }
    free(document.text);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("io-crosswalk");
    TCase *tcase = tcase_create("crosswalk");
    tcase_add_checked_fixture(tcase, open_walk, close_walk);
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, a_pair_is_as_written, 0, LENGTH_OF(pairs));
    tcase_add_test(tcase, has_a_head);
    tcase_add_test(tcase, the_check_tells_of_what_stands_in_no_pair);
    tcase_add_test(tcase, whole_indicators_in_no_pair_are_told_by_name);
    tcase_add_test(tcase, words_are_in_two_languages);
    tcase_add_test(tcase, misuse_is_answered);
    tcase_add_loop_test(tcase, no_memory, 0, 2);
    suite_add_tcase(suite, tcase);
    return suite;
}
