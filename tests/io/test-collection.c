/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Collections as documents: the built-in one is what the plan of the province prints, names are
 * resolved, and the check says what is odd about it. What is refused stands in tests/data/invalid.
 */
#include "samples.h"

#include "builtin/builtin.h"
#include "model/collection.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))
#define QUANGNAM         "vn-quangnam-2023"
#define TINY             "tests/data/tiny-collection.json"

static dti_collection *collection;

static void open_builtin(void)
{
    dti_error *error = NULL;
    sample_must(dti_collection_builtin(QUANGNAM, NULL, &collection, &error), &error);
}

static void close_collection(void)
{
    dti_collection_unref(collection);
}

static dti_collection *tiny(void)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_collection *made = NULL;
    dti_error *error = NULL;
    char *path = test_path(TINY);
    sample_must(dti_collection_load(path, framework, NULL, &made, &error), &error);
    free(path);
    dti_framework_unref(framework);
    return made;
}

/* The row of a form by its key. */
static size_t row(const char *form_id, const char *key)
{
    for (size_t i = 0; i < dti_collection_form_count(collection); i++) {
        if (strcmp(dti_collection_form_id(collection, i), form_id) == 0) {
            return dti__collection_find_row(collection, i, key);
        }
    }
    return DTI_NONE;
}

START_TEST(has_the_forms_of_the_plan)
{
    /* Appendices I to XVI: the number of numbered rows of each, counted in print. */
    static const struct {
        const char *id;
        size_t rows;
        size_t reporters;
    } forms[] = {
        {"I", 63, 1},    {"II", 12, 1},  {"III", 11, 1}, {"IV", 9, 1},  {"V", 6, 1},  {"VI", 7, 1},
        {"VII", 2, 1},   {"VIII", 2, 1}, {"IX", 10, 1},  {"X", 1, 1},   {"XI", 1, 1}, {"XII", 1, 1},
        {"XIII", 7, 18}, {"XIV", 3, 1},  {"XV", 1, 1},   {"XVI", 1, 2},
    };
    size_t first = 0;
    ck_assert_uint_eq(dti_collection_form_count(collection), LENGTH_OF(forms));
    ck_assert_uint_eq(dti_collection_row_count(collection), 137);
    ck_assert_uint_eq(dti_collection_reporter_count(collection), 34);
    for (size_t i = 0; i < LENGTH_OF(forms); i++) {
        size_t reporters = 0;
        ck_assert_str_eq(dti_collection_form_id(collection, i), forms[i].id);
        ck_assert_msg(dti_collection_form_row_count(collection, i) == forms[i].rows,
                      "form %s has %zu rows", forms[i].id,
                      dti_collection_form_row_count(collection, i));
        ck_assert_uint_eq(dti_collection_form_first_row(collection, i), first);
        for (size_t k = 0; k < dti_collection_reporter_count(collection); k++) {
            reporters += dti_collection_reporter_form(collection, k) == i;
        }
        ck_assert_uint_eq(reporters, forms[i].reporters);
        first += forms[i].rows;
    }
}
END_TEST

START_TEST(asks_for_inputs_of_its_framework)
{
    const dti_framework *framework = dti_collection_framework(collection);
    ck_assert_str_eq(dti_framework_id(framework), SAMPLE_BUILTIN);
    for (size_t i = 0; i < dti_collection_row_count(collection); i++) {
        const size_t form = dti_collection_row_form(collection, i);
        ck_assert_uint_lt(dti_collection_row_input(collection, i),
                          dti_framework_input_count(framework));
        ck_assert_uint_eq(
            dti__collection_find_row(collection, form, dti_collection_row_key(collection, i)), i);
        ck_assert_int_ne(*dti_collection_row_name(collection, i, DTI_LANG_EN), '\0');
        ck_assert_int_ne(*dti_collection_row_section(collection, i, DTI_LANG_VI), '\0');
    }
}
END_TEST

/* Copied by hand from the appendices of 7501/KH-UBND. */
static const struct {
    const char *form;
    const char *key;
    const char *section;
    const char *name;
    const char *unit;
    const char *input;
    size_t parts;
    bool is_list;
} printed[] = {
    {"I", "I.1", "Thông tin chung", "Tên Tỉnh, thành phố", "", "province-name", 0, false},
    {"I", "IV.4", "Hạ tầng số", "Mức độ triển khai các nền tảng số dùng chung", "Nền tảng số",
     "shared-platforms-deployed", 0, true},
    {"I", "VII.12", "Hoạt động chính quyền số", "Tỷ lệ hồ sơ xử lý trực tuyến", "Tỷ lệ",
     "files-processed-online-share", 0, false},
    {"I", "VII.15", "Hoạt động chính quyền số",
     "Triển khai nền tảng số quản trị tổng thể, thống nhất toàn Tỉnh, thành phố phục vụ hoạt động "
     "chỉ đạo, điều hành và quản trị nội bộ của cơ quan nhà nước",
     "nền tảng", "governance-platform-meets-requirements", 0, false},
    {"II", "II.5", "Nhân lực số",
     "Số lượng công chức, viên chức chuyên trách, kiêm nhiệm về An toàn thông tin mạng gồm (Số "
     "lượng công chức chuyên trách về ATTT; Số lượng viên chức, hợp đồng chuyên trách về ATTT; Số "
     "lượng công chức bán chuyên trách về ATTT (kiêm nhiệm); Số lượng viên chức, hợp đồng bán "
     "chuyên trách về ATTT (kiêm nhiệm) )",
     "Người", "infosec-staff", 4, false},
    {"IV", "VI.1", "Hoạt động xã hội số",
     "Tổng Kinh phí chi thường xuyên từ Ngân sách nhà nước cho xã hội số", "Tỷ đồng",
     "digital-society-recurrent", 0, false},
    {"VII", "I.1", "Kinh tế số", "Số lượng doanh nghiệp sử dụng Hợp đồng điện tử trên địa bàn",
     "Người", "enterprises-using-e-contracts", 0, false},
    {"IX", "IV.1", "Hoạt động chính quyền số", "Tổng chi Ngân sách nhà nước trên địa bàn",
     "Tỷ đồng", "budget-spending-total", 0, false},
    {"IX", "V.2", "Hoạt động kinh tế số", "Giá trị tăng thêm của kinh tế số năm 2022", "Tỷ đồng",
     "digital-economy-value-added", 0, false},
    {"XI", "I.2", "Nhận thức số",
     "Tần suất Đài Phát thanh truyền hình của Tỉnh, thành phố phát sóng chuyên mục riêng về chuyển "
     "đổi số",
     "1 tuần/ 1 lần; 1 tháng/1 lần; Dưới 1 tháng", "broadcast-frequency", 0, false},
    {"XII", "I.2", "Nhận thức số", "Số lượng người dân có danh tính số/tài khoản định danh điện tử",
     "Người", "people-with-digital-identity", 0, false},
    {"XIII", "I.7", "Nhận thức số",
     "Số lượng công chức, viên chức được bồi dưỡng, tập huấn về chuyển đổi số", "Người",
     "officials-trained-dx-districts", 0, false},
    {"XIV", "I.3", "Nhận thức số", "Số lượng hộ gia đình có địa chỉ số (trên tổng số hộ gia đình)",
     "hộ", "households-with-digital-address", 0, false},
    {"XVI", "I.1", "Nhận thức số", "Tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang",
     "Hộ", "fibre-households", 0, false},
};

START_TEST(prints_rows_as_the_plan_does)
{
    const dti_framework *framework = dti_collection_framework(collection);
    const size_t at = row(printed[_i].form, printed[_i].key);
    ck_assert_uint_ne(at, DTI_NONE);
    ck_assert_str_eq(dti_collection_row_section(collection, at, DTI_LANG_VI), printed[_i].section);
    ck_assert_str_eq(dti_collection_row_name(collection, at, DTI_LANG_VI), printed[_i].name);
    ck_assert_str_eq(dti_collection_row_unit(collection, at), printed[_i].unit);
    ck_assert_uint_eq(dti_collection_row_input(collection, at),
                      dti_framework_input_find(framework, printed[_i].input));
    ck_assert_uint_eq(dti_collection_row_part_count(collection, at), printed[_i].parts);
    ck_assert_int_eq(dti_collection_row_is_list(collection, at), printed[_i].is_list);
}
END_TEST

START_TEST(knows_its_reporters)
{
    static const struct {
        const char *id;
        const char *name;
        const char *form;
    } reporters[] = {
        {"so-thong-tin-va-truyen-thong", "Sở Thông tin và Truyền thông", "I"},
        {"huyen-nui-thanh", "UBND huyện Núi Thành", "XIII"},
        {"thi-xa-dien-ban", "UBND thị xã Điện Bàn", "XIII"},
        {"thanh-pho-tam-ky", "UBND thành phố Tam Kỳ", "XIII"},
        {"viettel-post", "Viettel Post Quảng Nam", "XV"},
        {"vnpt-quang-nam", "VNPT Quảng Nam", "XVI"},
        {"viettel-quang-nam", "Viettel Quảng Nam", "XVI"},
    };
    for (int i = 0; i < LENGTH_OF(reporters); i++) {
        const size_t at = dti_collection_reporter_find(collection, reporters[i].id);
        ck_assert_msg(at != DTI_NONE, "no reporter %s", reporters[i].id);
        ck_assert_str_eq(dti_collection_reporter_id(collection, at), reporters[i].id);
        ck_assert_str_eq(dti_collection_reporter_name(collection, at, DTI_LANG_VI),
                         reporters[i].name);
        ck_assert_str_eq(
            dti_collection_form_id(collection, dti_collection_reporter_form(collection, at)),
            reporters[i].form);
    }
    ck_assert_uint_eq(dti_collection_reporter_find(collection, "so-cong-an"), DTI_NONE);
    ck_assert_uint_eq(dti_collection_reporter_find(collection, NULL), DTI_NONE);
    ck_assert_str_eq(dti_collection_unit_id(collection), "gso:49");
}
END_TEST

/* 2024-01-30T00:00:00+07:00; whoever asks, wherever the clock of the machine stands. */
START_TEST(is_due_by_the_clock_of_vietnam)
{
    static const char *const zones[] = {"UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles"};
    for (int i = 0; i < LENGTH_OF(zones); i++) {
        setenv("TZ", zones[i], 1);
        ck_assert_int_eq(dti_collection_deadline(collection, 2023), INT64_C(1706547600));
    }
    ck_assert_int_eq(dti_collection_deadline(collection, 1899), INT64_MAX);
    ck_assert_int_eq(dti_collection_deadline(collection, 9999), INT64_MAX);
    ck_assert_int_eq(dti_collection_deadline(NULL, 2023), INT64_MAX);
    dti_collection *other = tiny(); /* 1 March, after the day of a leap year */
    ck_assert_int_eq(dti_collection_deadline(other, 2023), INT64_C(1709226000));
    dti_collection_unref(other);
}
END_TEST

/* The digest of the build is the digest of the library. */
START_TEST(has_one_digest)
{
    const struct dti__builtin *builtin = &dti__builtin_collections[0];
    dti_collection *other = NULL;
    dti_error *error = NULL;
    sample_must(dti_collection_parse(builtin->text, builtin->length, NULL, NULL, &other, &error),
                &error);
    ck_assert_str_eq(dti_collection_digest(other), dti_collection_digest(collection));
    ck_assert_int_eq(strncmp(dti_collection_digest(other), "sha256:", 7), 0);
    dti_collection_unref(other);
}
END_TEST

START_TEST(lists_what_is_built_in)
{
    dti_collection *other = NULL;
    dti_error *error = NULL;
    ck_assert_uint_eq(dti_collection_builtin_count(), 1);
    ck_assert_str_eq(dti_collection_builtin_id(0), QUANGNAM);
    ck_assert_str_eq(dti_collection_builtin_id(1), "");
    sample_refused(dti_collection_builtin("vn-nowhere", NULL, &other, &error), DTI_E_NOT_FOUND,
                   &error);
    sample_refused(dti_collection_builtin(NULL, NULL, &other, &error), DTI_E_ARG, &error);
    ck_assert_ptr_null(other);
}
END_TEST

static dti_report *check(const char *path, const dti_framework *framework)
{
    dti_report *report = NULL;
    dti_error *error = NULL;
    size_t length = 0;
    char *text = test_read_file(path, &length);
    sample_must(dti_collection_check(text, length, framework, NULL, &report, &error), &error);
    free(text);
    return report;
}

static bool has_finding(const dti_report *report, const char *id, const char *pointer,
                        const char *words)
{
    for (size_t i = 0; i < dti_report_count(report); i++) {
        char text[512];
        dti_report_format(report, i, DTI_LANG_EN, text, sizeof text);
        if (strcmp(dti_report_id(report, i), id) == 0 &&
            strcmp(dti_report_pointer(report, i), pointer) == 0 && strstr(text, words) != NULL) {
            return true;
        }
    }
    return false;
}

START_TEST(remarks_what_is_odd)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_report *report = check(TINY, framework);
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_ERROR), 0);
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_WARNING), 0);
    /* portal-open and spending-returned are asked of agencies in the framework, and on no row;
     * files-on-paper is asked as a part. */
    ck_assert(has_finding(report, "DTI-0908", "/forms", "\"portal-open\""));
    ck_assert(has_finding(report, "DTI-0908", "/forms", "\"spending-returned\""));
    ck_assert(!has_finding(report, "DTI-0908", "/forms", "\"files-on-paper\""));
    ck_assert(has_finding(report, "DTI-0909", "/forms/0/sections/1/rows/2/unit",
                          "row II.4: the unit is printed as \"Triệu đồng\", that of the input is "
                          "\"Tỷ đồng\""));
    ck_assert(!has_finding(report, "DTI-0909", "/forms/0/sections/0/rows/2/unit", ""));
    ck_assert(has_finding(report, "DTI-0910", "/forms/2", "form C"));
    ck_assert_uint_eq(dti_report_count(report), 4);
    dti_report_unref(report);
    dti_framework_unref(framework);
}
END_TEST

START_TEST(the_plan_has_its_oddities)
{
    dti_report *report = check("libdti/collections/" QUANGNAM ".json", NULL);
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_ERROR), 0);
    ck_assert(has_finding(report, "DTI-0909", "/forms/6/sections/0/rows/0/unit",
                          "Form VII, row I.1: the unit is printed as \"Người\""));
    for (size_t i = 0; i < dti_report_count(report); i++) {
        ck_assert_str_ne(dti_report_id(report, i),
                         "DTI-0908"); /* everything is asked of somebody */
        ck_assert_str_ne(dti_report_id(report, i), "DTI-0910");
    }
    dti_report_unref(report);
}
END_TEST

START_TEST(outlives_what_it_was_made_of)
{
    dti_collection *other = tiny();
    dti_collection *shared = dti_collection_ref(other);
    dti_collection_unref(other);
    ck_assert_str_eq(dti_framework_id(dti_collection_framework(shared)), "tiny");
    ck_assert_str_eq(dti_collection_title(shared, DTI_LANG_EN), "Small forms");
    ck_assert_str_eq(dti_collection_version(shared), "1.0.0");
    ck_assert_str_eq(dti_collection_unit_id(shared), "");
    ck_assert_int_eq(dti_collection_row_is_list(shared, 6), 1);
    dti_collection_unref(shared);
    ck_assert_ptr_null(dti_collection_ref(NULL));
}
END_TEST

START_TEST(answers_nobody)
{
    ck_assert_str_eq(dti_collection_form_id(collection, 16), "");
    ck_assert_str_eq(dti_collection_form_title(collection, DTI_NONE, DTI_LANG_VI), "");
    ck_assert_uint_eq(dti_collection_form_row_count(NULL, 0), 0);
    ck_assert_uint_eq(dti_collection_row_form(collection, 137), DTI_NONE);
    ck_assert_uint_eq(dti_collection_row_input(collection, 137), DTI_NONE);
    ck_assert_str_eq(dti_collection_row_key(NULL, 0), "");
    ck_assert_str_eq(dti_collection_row_unit(collection, 0), "");
    ck_assert_int_eq(dti_collection_row_is_list(collection, 137), 0);
    ck_assert_uint_eq(dti_collection_reporter_form(collection, 34), DTI_NONE);
    ck_assert_str_eq(dti_collection_digest(NULL), "");
}
END_TEST

static dti_status make_tiny(const dti_allocator *allocator, void *data)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_collection *made = NULL;
    dti_error *error = NULL;
    size_t length = 0;
    char *text = test_read_file(TINY, &length);
    options.allocator = allocator;
    const dti_status status = dti_collection_parse(text, length, data, &options, &made, &error);
    ck_assert((status == DTI_OK) == (made != NULL) && (status == DTI_OK) == (error == NULL));
    dti_collection_unref(made);
    dti_error_free(error);
    free(text);
    return status;
}

START_TEST(survives_without_memory)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    test_nomem(make_tiny, framework);
    dti_framework_unref(framework);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("io-collection");
    TCase *tcase = tcase_create("collection");
    tcase_add_checked_fixture(tcase, open_builtin, close_collection);
    tcase_add_test(tcase, has_the_forms_of_the_plan);
    tcase_add_test(tcase, asks_for_inputs_of_its_framework);
    tcase_add_loop_test(tcase, prints_rows_as_the_plan_does, 0, LENGTH_OF(printed));
    tcase_add_test(tcase, knows_its_reporters);
    tcase_add_test(tcase, is_due_by_the_clock_of_vietnam);
    tcase_add_test(tcase, has_one_digest);
    tcase_add_test(tcase, lists_what_is_built_in);
    tcase_add_test(tcase, remarks_what_is_odd);
    tcase_add_test(tcase, the_plan_has_its_oddities);
    tcase_add_test(tcase, outlives_what_it_was_made_of);
    tcase_add_test(tcase, answers_nobody);
    tcase_add_test(tcase, survives_without_memory);
    suite_add_tcase(suite, tcase);
    return suite;
}
