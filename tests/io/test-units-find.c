/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What somebody means by a code or a name: one unit, or an error that names those who may be meant.
 */
#include "samples.h"

#include <stdio.h>
#include <utf8proc.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))
#define TINY             "tests/data/tiny-units.json"

static dti_units *provinces;
static dti_units *agencies;
static dti_units *tiny;

static void open_units(void)
{
    dti_error *error = NULL;
    char *path = test_path(TINY);
    sample_must(dti_units_builtin("vn-provinces", NULL, &provinces, &error), &error);
    sample_must(dti_units_builtin("vn-agencies", NULL, &agencies, &error), &error);
    sample_must(dti_units_load(path, NULL, &tiny, &error), &error);
    free(path);
}

static void close_units(void)
{
    dti_units_unref(provinces);
    dti_units_unref(agencies);
    dti_units_unref(tiny);
}

/* Fails the test unless the text means that entry on that day. */
static void must_mean(const dti_units *units, const char *text, const char *day, size_t entry)
{
    size_t found = DTI_NONE;
    dti_error *error = NULL;
    char message[512] = "";
    const dti_status status = dti_units_resolve(units, text, day, &found, &error);
    dti_error_format(error, DTI_LANG_EN, message, sizeof message);
    ck_assert_msg(status == DTI_OK, "\"%s\" on %s: %s", text, day ? day : "any day", message);
    ck_assert_msg(found == entry, "\"%s\" on %s is %s %s", text, day ? day : "any day",
                  dti_units_unit_id(units, found), dti_units_unit_name(units, found, DTI_LANG_VI));
}

/* Composed and decomposed, in capitals or not. */
static void must_mean_anyhow(const dti_units *units, const char *text, const char *day,
                             size_t entry)
{
    char *composed = (char *)utf8proc_NFC((const utf8proc_uint8_t *)text);
    char *decomposed = (char *)utf8proc_NFD((const utf8proc_uint8_t *)text);
    must_mean(units, composed, day, entry);
    must_mean(units, decomposed, day, entry);
    free(composed);
    free(decomposed);
}

static void must_answer_to_everything(const dti_units *units, size_t entry)
{
    const char *from = dti_units_unit_from(units, entry);
    const char *until = dti_units_unit_until(units, entry);
    const char *day = *until ? until : *from ? from : "2022-12-31";
    char code[64];
    must_mean_anyhow(units, dti_units_unit_id(units, entry), day, entry);
    for (size_t i = 0; i < dti_units_system_count(units); i++) {
        const char *system = dti_units_system_id(units, i);
        snprintf(code, sizeof code, "%s:%s", system, dti_units_unit_code(units, entry, system));
        must_mean_anyhow(units, code, day, entry);
    }
    must_mean_anyhow(units, dti_units_unit_name(units, entry, DTI_LANG_VI), day, entry);
    must_mean_anyhow(units, dti_units_unit_name(units, entry, DTI_LANG_EN), day, entry);
    for (size_t i = 0; i < dti_units_unit_alias_count(units, entry); i++) {
        must_mean_anyhow(units, dti_units_unit_alias(units, entry, i), day, entry);
    }
}

START_TEST(everybody_answers_to_every_name)
{
    for (size_t i = 0; i < dti_units_count(provinces); i++) {
        must_answer_to_everything(provinces, i);
    }
    for (size_t i = 0; i < dti_units_count(agencies); i++) {
        must_answer_to_everything(agencies, i);
    }
}
END_TEST

/* What tables, plans and people write. */
static const struct {
    const char *text;
    const char *day;
    const char *id;
    const char *from;
} meant[] = {
    {"Đà Nẵng", "2024-12-31", "gso:48", ""},
    {"Đà Nẵng", "2025-07-02", "gso:48", "2025-07-01"},
    {"Đà Nẵng", NULL, "gso:48", "2025-07-01"},
    {"đà nẵng", "2024-12-31", "gso:48", ""},
    {"ĐÀ NẴNG", "2024-12-31", "gso:48", ""},
    {"da nang", "2024-12-31", "gso:48", ""},
    {"Danang", "2024-12-31", "gso:48", ""},
    {"tỉnh Quảng Nam", "2024-12-31", "gso:49", ""},
    {"tinh quang nam", "2024-12-31", "gso:49", ""},
    {"  Quảng  Nam\n", "2024-12-31", "gso:49", ""},
    {"gso:49", "2024-12-31", "gso:49", ""},
    {" GSO:49 ", "2024-12-31", "gso:49", ""},
    {"iso:VN-27", "2024-12-31", "gso:49", ""},
    {"iso:vn-27", NULL, "gso:49", ""},
    {"TP Hồ Chí Minh", "2024-12-31", "gso:79", ""},
    {"Thành phố Hồ Chí Minh", "2024-12-31", "gso:79", ""},
    {"thanh pho Ho Chi Minh", "2024-12-31", "gso:79", ""},
    {"TP.HCM", "2024-12-31", "gso:79", ""},
    {"tphcm", "2025-07-01", "gso:79", "2025-07-01"},
    {"Sài Gòn", "2025-07-01", "gso:79", "2025-07-01"},
    {"TT-Huế", "2022-12-31", "gso:46", ""},
    {"TT Huế", "2022-12-31", "gso:46", ""},
    {"Thừa Thiên – Huế", "2022-12-31", "gso:46", ""},
    {"Huế", "2022-12-31", "gso:46", ""},
    {"Huế", "2025-01-01", "gso:46", "2025-01-01"},
    {"Bà Rịa – Vũng Tàu", "2022-12-31", "gso:77", ""},
    {"BR-VT", "2022-12-31", "gso:77", ""},
    {"Hoà Bình", "2022-12-31", "gso:17", ""},
    {"Hòa Bình", "2022-12-31", "gso:17", ""},
    {"Khánh Hoà", "2025-07-01", "gso:56", "2025-07-01"},
    {"Thanh Hoá", NULL, "gso:38", ""},
    {"Đăk Lăk", "2022-12-31", "gso:66", ""},
    {"Đắc Lắc", "2022-12-31", "gso:66", ""},
    {"Đắc Nông", "2022-12-31", "gso:67", ""},
    {"Bắc Cạn", "2022-12-31", "gso:06", ""},
    {"Kiến Giang", "2022-12-31", "gso:91", ""},
    {"An Giang", "2025-06-30", "gso:89", ""},
    {"An Giang", "2025-07-01", "gso:91", "2025-07-01"},
    {"An Giang", NULL, "gso:91", "2025-07-01"}, /* the last of two that never met */
    {"gso:91", NULL, "gso:91", "2025-07-01"},
};

START_TEST(knows_what_is_meant)
{
    size_t entry = DTI_NONE;
    must_mean(provinces, meant[_i].text, meant[_i].day,
              dti_units_find(provinces, meant[_i].id, meant[_i].day));
    ck_assert_int_eq(dti_units_resolve(provinces, meant[_i].text, meant[_i].day, &entry, NULL),
                     DTI_OK);
    ck_assert_str_eq(dti_units_unit_from(provinces, entry), meant[_i].from);
}
END_TEST

START_TEST(names_of_agencies_and_districts)
{
    must_mean(agencies, "Bộ TT&TT", NULL, 6);
    must_mean(agencies, "bộ kế hoạch & đầu tư", NULL, 1);
    must_mean(agencies, "Viện Hàn lâm KH&CN Việt Nam", NULL, 12);
    must_mean(tiny, "Gia", "2021-01-01", 4);
    must_mean(tiny, "Tĩnh Gia", "2021-01-01", 3);
    must_mean(tiny, "tinh gia", "2021-01-01", 3); /* not "tỉnh" and "Gia" */
    must_mean(tiny, "Tân Lập", "2015-01-01", 2);
    must_mean(tiny, "post:51", "2015-01-01", 1);
    must_mean(tiny, "post:51", NULL, 5);
    must_mean(tiny, "Hòa Vang", NULL, 5);
}
END_TEST

/* What is said in both languages: the candidates and their ids, periods where they differ. */
static const struct {
    const char *text;
    const char *day;
    const char *id;
    const char *vi;
    const char *en;
} refused[] = {
    {"Quảng Nm", "2022-12-31", "DTI-1101", "có phải là: Quảng Nam (gso:49)?",
     "did you mean: Quang Nam (gso:49)?"},
    {"Quảng Nm", "2025-07-02", "DTI-1101",
     "có phải là: Quảng Nam (gso:49, đến hết 30/6/2025, sau đó là Đà Nẵng)?",
     "did you mean: Quang Nam (gso:49, until 2025-06-30, then Da Nang)?"},
    {"Quảng", "2025-07-02", "DTI-1101",
     "Quảng Ngãi (gso:51); Quảng Ninh (gso:22); Quảng Trị (gso:44); Tuyên Quang (gso:08)?", ""},
    {"Ninh", NULL, "DTI-1101", "Bắc Ninh (gso:24, từ 1/7/2025);", "; and 2 more?"},
    {"Quảng Nam", "2025-07-01", "DTI-1103",
     "Ngày 1/7/2025 không có đơn vị nào là «Quảng Nam»; vào lúc khác có: Quảng Nam (gso:49, đến "
     "hết 30/6/2025, sau đó là Đà Nẵng)",
     "On 2025-07-01 there is no unit \"Quảng Nam\""},
    {"Thừa Thiên Huế", "2025-01-01", "DTI-1103", "sau đó là Huế", "then Hue)"},
    {"gso:49", "2025-07-01", "DTI-1103", "Quảng Nam (gso:49, đến hết 30/6/2025", ""},
    {"49", "2022-12-31", "DTI-1104", "gso:49 (Quảng Nam); iso:VN-49 (Vĩnh Long)",
     "gso:49 (Quang Nam); iso:VN-49 (Vinh Long)"},
    {"49", "2025-07-01", "DTI-1104", "gso:49 (Quảng Nam); iso:VN-49 (Vĩnh Long)", ""},
    {"1", NULL, "DTI-1104", "hãy viết rõ: gso:01 (Hà Nội)", ""}, /* as spreadsheets write 01 */
    {"vn-27", NULL, "DTI-1104", "hãy viết rõ: iso:VN-27 (Quảng Nam)", ""},
    {"91", NULL, "DTI-1104", "gso:91 (An Giang)", ""},
    {"gso:99", NULL, "DTI-1100", "Không có đơn vị nào là «gso:99»", "There is no unit \"gso:99\""},
    {"Atlantis", NULL, "DTI-1100", "Không có đơn vị nào là «Atlantis»", ""},
    {"–", NULL, "DTI-1100", "«–»", ""},
    {" ", NULL, "DTI-1100", "«»", ""},
    {"hue:1", NULL, "DTI-1101", "Huế (gso:46, từ 1/1/2025)", ""},
    {"foo:1", NULL, "DTI-1100", "«foo:1»", ""},
};

static void must_refuse(const dti_units *units, const char *text, const char *day, const char *id,
                        const char *vi, const char *en)
{
    size_t entry = 4711;
    dti_error *error = NULL;
    char message[512];
    ck_assert_int_eq(dti_units_resolve(units, text, day, &entry, &error), DTI_E_NOT_FOUND);
    ck_assert_uint_eq(entry, 4711);
    ck_assert_str_eq(dti_error_id(error), id);
    dti_error_format(error, DTI_LANG_VI, message, sizeof message);
    ck_assert_msg(strstr(message, vi) != NULL, "%s", message);
    dti_error_format(error, DTI_LANG_EN, message, sizeof message);
    ck_assert_msg(strstr(message, en) != NULL, "%s", message);
    dti_error_free(error);
    ck_assert_int_eq(dti_units_resolve(units, text, day, &entry, NULL), DTI_E_NOT_FOUND);
}

START_TEST(says_who_may_be_meant)
{
    must_refuse(provinces, refused[_i].text, refused[_i].day, refused[_i].id, refused[_i].vi,
                refused[_i].en);
}
END_TEST

START_TEST(says_when_several_are_meant)
{
    must_refuse(
        tiny, "Tân Lập", "2005-01-01", "DTI-1102",
        "hãy dùng mã: Tân Lập (gso:503, đến hết 31/12/2010, sau đó là Tân Thành); Tân Lập "
        "(gso:504)",
        "use an id: Tan Lap (gso:503, until 2010-12-31, then Tan Thanh); Tân Lập (gso:504)");
    must_refuse(tiny, "tan lap", NULL, "DTI-1102", "gso:503", "gso:504");
    must_refuse(tiny, "51", "2015-01-01", "DTI-1104", "post:51 (Hoà Vang)", "post:51");
}
END_TEST

/* Seven namesakes: six are named, one is counted. */
START_TEST(lists_as_many_as_can_be_read)
{
    char text[4096];
    dti_units *units = NULL;
    dti_error *error = NULL;
    size_t length = (size_t)snprintf(
        text, sizeof text,
        "{\"format\": \"dti-units/1\", \"id\": \"communes\", \"version\": \"1\", \"titles\": "
        "{\"vi\": \"Xã\"}, \"level\": \"commune\", \"systems\": [{\"id\": \"gso\", \"names\": "
        "{\"vi\": \"Mã\"}, \"key\": true}], \"units\": [");
    for (int i = 1; i <= 7; i++) {
        length += (size_t)snprintf(text + length, sizeof text - length,
                                   "%s{\"id\": \"gso:%d\", \"names\": {\"vi\": \"Tân Lập\"}, "
                                   "\"provenance\": {\"id\": {\"kind\": \"assumed\"}}}",
                                   i > 1 ? ", " : "", i);
    }
    length += (size_t)snprintf(text + length, sizeof text - length, "]}");
    sample_must(dti_units_parse(text, length, NULL, &units, &error), &error);
    must_refuse(units, "Tân Lập", NULL, "DTI-1102",
                "Tân Lập (gso:1); Tân Lập (gso:2); Tân Lập (gso:3); Tân Lập (gso:4); Tân Lập "
                "(gso:5); Tân Lập (gso:6); và 1 đơn vị khác",
                "(gso:6); and 1 more");
    dti_units_unref(units);
}
END_TEST

/* A name of another day is not taken for one that reads alike; without marks both may be meant. */
START_TEST(marks_tell_a_name_from_one_that_reads_alike)
{
    static const char text[] =
        "{\"format\": \"dti-units/1\", \"id\": \"communes\", \"version\": \"1\", \"titles\": "
        "{\"vi\": \"Xã\"}, \"level\": \"commune\", \"systems\": [{\"id\": \"gso\", \"names\": "
        "{\"vi\": \"Mã\"}, \"key\": true}], \"units\": ["
        "{\"id\": \"gso:1\", \"names\": {\"vi\": \"Tân Lập\"}, \"until\": \"2010-12-31\", "
        "\"provenance\": {\"id\": {\"kind\": \"assumed\"}}},"
        "{\"id\": \"gso:2\", \"names\": {\"vi\": \"Tấn Lập\", \"en\": \"Tan Lap\"}, "
        "\"provenance\": {\"id\": {\"kind\": \"assumed\"}}}]}";
    dti_units *units = NULL;
    dti_error *error = NULL;
    sample_must(dti_units_parse(text, sizeof text - 1, NULL, &units, &error), &error);
    must_mean(units, "Tân Lập", "2005-01-01", 0);
    must_mean(units, "Tấn Lập", "2005-01-01", 1);
    must_mean(units, "tan lap", "2015-01-01", 1);
    must_refuse(units, "Tân Lập", "2015-01-01", "DTI-1103", "Tân Lập (gso:1, đến hết 31/12/2010)",
                "");
    must_refuse(units, "tan lap", "2005-01-01", "DTI-1102", "Tân Lập (gso:1, ", "Tan Lap (gso:2)");
    dti_units_unref(units);
}
END_TEST

START_TEST(checks_its_arguments)
{
    size_t entry = 4711;
    dti_error *error = NULL;
    sample_refused(dti_units_resolve(NULL, "Huế", NULL, &entry, &error), DTI_E_ARG, &error);
    sample_refused(dti_units_resolve(tiny, NULL, NULL, &entry, &error), DTI_E_ARG, &error);
    sample_refused(dti_units_resolve(tiny, "Gia", NULL, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_units_resolve(tiny, "Gia", "1/7/2025", &entry, &error), DTI_E_VALUE, &error);
    sample_refused(dti_units_resolve(tiny, "", NULL, &entry, &error), DTI_E_VALUE, &error);
    sample_refused(dti_units_resolve(tiny, "Hu\xE1\xBA", NULL, &entry, &error), DTI_E_SYNTAX,
                   &error);
    ck_assert_uint_eq(entry, 4711);
}
END_TEST

/* A register with its memory: every search takes from there. */
static dti_status search(const dti_allocator *allocator, void *data)
{
    static const struct {
        const char *text;
        const char *day;
        dti_status status;
    } searches[] = {
        {"tan thanh", "2015-01-01", DTI_OK},        {"post:51", NULL, DTI_OK},
        {"Tân Lập", NULL, DTI_E_NOT_FOUND},         {"Tân Thành", "2021-01-01", DTI_E_NOT_FOUND},
        {"Hoà Vag", "2021-01-01", DTI_E_NOT_FOUND}, {"51", NULL, DTI_E_NOT_FOUND},
    };
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_units *units = NULL;
    const char *text = data;
    options.allocator = allocator;
    dti_status status = dti_units_parse(text, strlen(text), &options, &units, NULL);
    for (size_t i = 0; i < LENGTH_OF(searches) && status == DTI_OK; i++) {
        size_t entry = 4711;
        dti_error *error = NULL;
        status = dti_units_resolve(units, searches[i].text, searches[i].day, &entry, &error);
        ck_assert((status == DTI_OK) == (entry != 4711) && (status == DTI_OK) == (error == NULL));
        dti_error_free(error);
        if (status != DTI_E_NOMEM) {
            ck_assert_int_eq(status, searches[i].status);
            status = DTI_OK;
        }
    }
    dti_units_unref(units);
    return status;
}

START_TEST(survives_without_memory)
{
    char *text = test_read_file(TINY, NULL);
    test_nomem(search, text);
    free(text);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("io-units-find");
    TCase *tcase = tcase_create("find");
    tcase_add_checked_fixture(tcase, open_units, close_units);
    tcase_add_test(tcase, everybody_answers_to_every_name);
    tcase_add_loop_test(tcase, knows_what_is_meant, 0, LENGTH_OF(meant));
    tcase_add_test(tcase, names_of_agencies_and_districts);
    tcase_add_loop_test(tcase, says_who_may_be_meant, 0, LENGTH_OF(refused));
    tcase_add_test(tcase, says_when_several_are_meant);
    tcase_add_test(tcase, lists_as_many_as_can_be_read);
    tcase_add_test(tcase, marks_tell_a_name_from_one_that_reads_alike);
    tcase_add_test(tcase, checks_its_arguments);
    tcase_add_test(tcase, survives_without_memory);
    suite_add_tcase(suite, tcase);
    return suite;
}
