/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Every message of the registry can be rendered in both languages, with every kind of argument. */
#include "diag/message.h"

#include "support.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH_OF(array) (sizeof(array) / sizeof((array)[0]))
#define TEXT_10          "0123456789"
#define TEXT_100         TEXT_10 TEXT_10 TEXT_10 TEXT_10 TEXT_10 TEXT_10 TEXT_10 TEXT_10 TEXT_10 TEXT_10

/* The registry */

static const struct {
    enum dti__msg message;
    const char *id;
    dti_severity severity;
    dti_status status;
} entry_cases[] = {
    {DTI__MSG_NOMEM, "DTI-0100", DTI_SEVERITY_ERROR, DTI_E_NOMEM},
    {DTI__MSG_ARG_NULL, "DTI-0101", DTI_SEVERITY_ERROR, DTI_E_ARG},
    {DTI__MSG_OPTIONS_VERSION, "DTI-0104", DTI_SEVERITY_ERROR, DTI_E_VERSION},
    {DTI__MSG_FILE_WRITE, "DTI-0107", DTI_SEVERITY_ERROR, DTI_E_IO},
    {DTI__MSG_INTERNAL, "DTI-0108", DTI_SEVERITY_ERROR, DTI_E_INTERNAL},
    {DTI__MSG_NOT_FOUND, "DTI-0109", DTI_SEVERITY_ERROR, DTI_E_NOT_FOUND},
    {DTI__MSG_CANCELLED, "DTI-0110", DTI_SEVERITY_ERROR, DTI_E_CANCELLED},
    {DTI__MSG_TERM_NUMBER, "DTI-0150", DTI_SEVERITY_INFO, DTI_OK},
    {DTI__MSG_JSON_EXPECTED, "DTI-0200", DTI_SEVERITY_ERROR, DTI_E_SYNTAX},
    {DTI__MSG_JSON_DEPTH, "DTI-0211", DTI_SEVERITY_ERROR, DTI_E_LIMIT},
    {DTI__MSG_UNKNOWN_KEY, "DTI-0300", DTI_SEVERITY_ERROR, DTI_E_SCHEMA},
    {DTI__MSG_OUT_OF_RANGE, "DTI-0304", DTI_SEVERITY_ERROR, DTI_E_VALUE},
    /* What no message has is a fault of ours and says so. */
    {DTI__MSG_COUNT, "DTI-0108", DTI_SEVERITY_ERROR, DTI_E_INTERNAL},
    {(enum dti__msg)0x7fffffff, "DTI-0108", DTI_SEVERITY_ERROR, DTI_E_INTERNAL},
};

START_TEST(test_entry)
{
    const enum dti__msg message = entry_cases[_i].message;
    ck_assert_str_eq(dti__message_id(message), entry_cases[_i].id);
    ck_assert_int_eq(dti__message_severity(message), entry_cases[_i].severity);
    ck_assert_int_eq(dti__message_status(message), entry_cases[_i].status);
}
END_TEST

START_TEST(test_every_entry)
{
    const enum dti__msg message = (enum dti__msg)_i;
    const char *id = dti__message_id(message);
    ck_assert_uint_eq(strlen(id), strlen("DTI-0000"));
    ck_assert_int_eq(strncmp(id, "DTI-", 4), 0);
    for (const char *digit = id + 4; *digit != '\0'; digit++) {
        ck_assert(isdigit((unsigned char)*digit));
    }
    ck_assert(_i == 0 || strcmp(dti__message_id((enum dti__msg)(_i - 1)), id) < 0);
    ck_assert_int_eq(dti__message_severity(message) == DTI_SEVERITY_ERROR,
                     dti__message_status(message) != DTI_OK);
}
END_TEST

/* Which of the arguments "‹0›" to "‹7›" stand in the text, as bits. */
static unsigned arguments_shown(const char *text)
{
    unsigned shown = 0;
    for (unsigned i = 0; i < DTI__MAX_ARGS; i++) {
        const char mark[] = {'\xE2', '\x80', '\xB9', (char)('0' + i), '\xE2', '\x80', '\xBA', '\0'};
        shown |= strstr(text, mark) != NULL ? 1u << i : 0u;
    }
    return shown;
}

START_TEST(test_every_rendering)
{
    const struct dti__arg args[DTI__MAX_ARGS] = {
        DTI__TEXT("‹0›"), DTI__TEXT("‹1›"), DTI__TEXT("‹2›"), DTI__TEXT("‹3›"),
        DTI__TEXT("‹4›"), DTI__TEXT("‹5›"), DTI__TEXT("‹6›"), DTI__TEXT("‹7›"),
    };
    unsigned shown[2];
    for (int lang = DTI_LANG_VI; lang <= DTI_LANG_EN; lang++) {
        char text[512];
        const size_t length = dti__message_format((enum dti__msg)_i, (dti_lang)lang, args,
                                                  LENGTH_OF(args), text, sizeof text);
        ck_assert_uint_gt(length, 0);
        ck_assert_uint_le(length, 500);
        ck_assert_uint_eq(strlen(text), length);
        for (const char *brace = strchr(text, '{'); brace; brace = strchr(brace + 1, '{')) {
            ck_assert_msg(!isdigit((unsigned char)brace[1]), "placeholder left: %s", text);
        }
        ck_assert_ptr_null(strstr(text, "{{"));
        shown[lang] = arguments_shown(text);
    }
    ck_assert_uint_eq(shown[DTI_LANG_VI], shown[DTI_LANG_EN]);
    ck_assert_uint_eq(shown[DTI_LANG_VI] & (shown[DTI_LANG_VI] + 1), 0); /* {0}, {1} … no gap */
}
END_TEST

/* Rendering */

static const struct {
    enum dti__msg message;
    struct dti__arg args[3];
    const char *vi;
    const char *en;
} format_cases[] = {
    {DTI__MSG_UNKNOWN_KEY_NEAR,
     {{.kind = DTI__ARG_TEXT, .text = "max_point"}, {.kind = DTI__ARG_TEXT, .text = "max_points"}},
     "Không có khóa «max_point» ở đây; có phải là «max_points»?",
     "Key \"max_point\" is not known here; did you mean \"max_points\"?"},
    {DTI__MSG_WRONG_TYPE,
     {{.kind = DTI__ARG_TEXT, .text = "year"},
      {.kind = DTI__ARG_TERM, .integer = DTI__MSG_TERM_STRING},
      {.kind = DTI__ARG_TERM, .integer = DTI__MSG_TERM_WHOLE_NUMBER}},
     "«year» là chữ trong dấu nháy; cần một số nguyên",
     "\"year\" is a string; expected a whole number"},
    {DTI__MSG_OUT_OF_RANGE,
     {{.kind = DTI__ARG_NUMBER, .number = 100.5, .digits = -1},
      {.kind = DTI__ARG_NUMBER, .number = 0, .digits = -1},
      {.kind = DTI__ARG_INTEGER, .integer = 100}},
     "Giá trị 100,5 nằm ngoài phạm vi; phải từ 0 đến 100",
     "The value 100.5 is out of range; it must be from 0 to 100"},
    {DTI__MSG_JSON_DUPLICATE,
     {{.kind = DTI__ARG_TEXT, .text = "id"}, {.kind = DTI__ARG_INTEGER, .integer = 12}},
     "Khóa «id» lặp lại trong cùng một đối tượng; lần đầu ở dòng 12",
     "Key \"id\" is repeated in the same object; it first stands on line 12"},
    /* Braces of the catalogue and of arguments. */
    {DTI__MSG_JSON_EXPECTED,
     {{.kind = DTI__ARG_TEXT, .text = "{1}"},
      {.kind = DTI__ARG_TERM, .integer = DTI__MSG_TERM_OBJECT}},
     "Gặp «{1}» ở nơi cần một đối tượng {…}",
     "Found \"{1}\" where an object {…} was expected"},
    {DTI__MSG_NOT_FOUND,
     {{.kind = DTI__ARG_NAMES, .text = "Sở Nội vụ", .other = "Department of Home Affairs"}},
     "Không tìm thấy «Sở Nội vụ»",
     "\"Department of Home Affairs\" was not found"},
    {DTI__MSG_NOT_FOUND,
     {{.kind = DTI__ARG_NAMES, .text = "Sở Nội vụ"}},
     "Không tìm thấy «Sở Nội vụ»",
     "\"Sở Nội vụ\" was not found"},
    {DTI__MSG_NOT_FOUND,
     {{.kind = DTI__ARG_TEXT, .text = NULL}},
     "Không tìm thấy «»",
     "\"\" was not found"},
    {DTI__MSG_NOT_FOUND,
     {{.kind = DTI__ARG_TEXT, .text = "\xE2\x80\xAE\tx"}},
     "Không tìm thấy «\xEF\xBF\xBD\xEF\xBF\xBDx»",
     "\"\xEF\xBF\xBD\xEF\xBF\xBDx\" was not found"},
};

START_TEST(test_format)
{
    char text[512];
    size_t length = dti__message_format(format_cases[_i].message, DTI_LANG_VI,
                                        format_cases[_i].args, 3, text, sizeof text);
    ck_assert_str_eq(text, format_cases[_i].vi);
    ck_assert_uint_eq(length, strlen(text));
    length = dti__message_format(format_cases[_i].message, DTI_LANG_EN, format_cases[_i].args, 3,
                                 text, sizeof text);
    ck_assert_str_eq(text, format_cases[_i].en);
    ck_assert_uint_eq(length, strlen(text));
}
END_TEST

START_TEST(test_missing_arguments)
{
    const struct dti__arg arg = DTI__TEXT("a");
    char text[512];
    dti__message_format(DTI__MSG_UNKNOWN_KEY_NEAR, DTI_LANG_EN, &arg, 1, text, sizeof text);
    ck_assert_str_eq(text, "Key \"a\" is not known here; did you mean \"{1}\"?");
    dti__message_format(DTI__MSG_NOT_FOUND, DTI_LANG_EN, NULL, 0, text, sizeof text);
    ck_assert_str_eq(text, "\"{0}\" was not found");
    dti__message_format(DTI__MSG_NOT_FOUND, DTI_LANG_EN, NULL, 8, text, sizeof text);
    ck_assert_str_eq(text, "\"{0}\" was not found");
}
END_TEST

/* Arguments alone: between the quotation marks of NOT_FOUND. */
static void check_argument(struct dti__arg arg, dti_lang lang, const char *expected)
{
    char text[512];
    const size_t length = dti__message_format(DTI__MSG_NOT_FOUND, lang, &arg, 1, text, sizeof text);
    const char *before = lang == DTI_LANG_EN ? "\"" : "Không tìm thấy «";
    const char *after = lang == DTI_LANG_EN ? "\" was not found" : "»";
    ck_assert_uint_eq(length, strlen(before) + strlen(expected) + strlen(after));
    ck_assert_int_eq(strncmp(text + strlen(before), expected, strlen(expected)), 0);
}

static const struct {
    int64_t points;
    int digits;
    const char *vi;
    const char *en;
} points_cases[] = {
    {12790000000, 2, "12,79", "12.79"},
    {12790000000, -1, "12,79", "12.79"},
    {12785000000, 2, "12,79", "12.79"}, /* half up */
    {12784999999, 2, "12,78", "12.78"},
    {-12785000000, 2, "-12,79", "-12.79"}, /* away from zero */
    {12784999999, -1, "12,784999999", "12.784999999"},
    {12784999999, 9, "12,784999999", "12.784999999"},
    {12784999999, 100, "12,784999999", "12.784999999"},
    {80000000000, 2, "80", "80"},
    {999999999, 0, "1", "1"},
    {1500000000, 0, "2", "2"},
    {0, 2, "0", "0"},
    {5400000, 2, "0,005", "0.005"}, /* never a 0 that is not one */
    {-1, 2, "-0,000000001", "-0.000000001"},
    {9960000, 2, "0,01", "0.01"},
    {14900000, 2, "0,01", "0.01"},
    {INT64_MAX, -1, "9223372036,854775807", "9223372036.854775807"},
    {INT64_MAX, 2, "9223372036,85", "9223372036.85"},
    {INT64_MIN, -1, "-9223372036,854775808", "-9223372036.854775808"},
    /* Rounds to what no int64 holds: shown exactly. */
    {INT64_MAX, 4, "9223372036,854775807", "9223372036.854775807"},
};

START_TEST(test_points)
{
    const struct dti__arg arg = DTI__POINTS(points_cases[_i].points, points_cases[_i].digits);
    check_argument(arg, DTI_LANG_VI, points_cases[_i].vi);
    check_argument(arg, DTI_LANG_EN, points_cases[_i].en);
}
END_TEST

static const struct {
    double number;
    int digits;
    const char *vi;
    const char *en;
} number_cases[] = {
    /* clang-format off */
    {0.5, -1, "0,5", "0.5"},
    {-0.25, -5, "-0,25", "-0.25"},
    {51.16, 2, "51,16", "51.16"},
    {51.16, 1, "51,2", "51.2"},
    {51.16, 0, "51", "51"},
    {910261, 15, "910261", "910261"},
    {0.1, 100, "0,1", "0.1"},
    {(double)NAN, -1, "?", "?"},
    {(double)INFINITY, 2, "?", "?"},
    {-(double)INFINITY, 2, "?", "?"},
    /* clang-format on */
};

START_TEST(test_number)
{
    const struct dti__arg arg = DTI__NUMBER(number_cases[_i].number, number_cases[_i].digits);
    check_argument(arg, DTI_LANG_VI, number_cases[_i].vi);
    check_argument(arg, DTI_LANG_EN, number_cases[_i].en);
}
END_TEST

START_TEST(test_integer)
{
    check_argument(DTI__INTEGER(0), DTI_LANG_VI, "0");
    check_argument(DTI__INTEGER(1234567), DTI_LANG_VI, "1234567");
    check_argument(DTI__INTEGER(INT64_MIN), DTI_LANG_EN, "-9223372036854775808");
}
END_TEST

START_TEST(test_long_argument)
{
    const char *fits = TEXT_100 TEXT_10 TEXT_10;
    check_argument(DTI__TEXT(fits), DTI_LANG_VI, fits);
    check_argument(DTI__TEXT(TEXT_100 TEXT_10 TEXT_10 "x"), DTI_LANG_VI,
                   TEXT_100 TEXT_10 "0123456…");
    check_argument(DTI__TEXT(TEXT_100 TEXT_10 "012345ệệ"), DTI_LANG_VI, TEXT_100 TEXT_10 "012345…");
    check_argument(DTI__NAMES("vi", TEXT_100 TEXT_100), DTI_LANG_EN, TEXT_100 TEXT_10 "0123456…");
}
END_TEST

/* As snprintf(), but a character is written whole or not at all. */
START_TEST(test_truncation)
{
    const struct dti__arg arg = DTI__TEXT("Điện Bàn \xF0\x9F\x8C\xBE");
    char whole[512];
    const size_t length =
        dti__message_format(DTI__MSG_NOT_FOUND, DTI_LANG_VI, &arg, 1, whole, sizeof whole);
    ck_assert_str_eq(whole, "Không tìm thấy «Điện Bàn \xF0\x9F\x8C\xBE»");
    ck_assert_uint_eq(dti__message_format(DTI__MSG_NOT_FOUND, DTI_LANG_VI, &arg, 1, NULL, 0),
                      length);
    for (size_t size = 1; size <= length + 1; size++) {
        char *part = malloc(size);
        ck_assert_ptr_nonnull(part);
        ck_assert_uint_eq(dti__message_format(DTI__MSG_NOT_FOUND, DTI_LANG_VI, &arg, 1, part, size),
                          length);
        size_t end = size - 1;
        while (((unsigned char)whole[end] & 0xC0) == 0x80) {
            end--; /* whole[end] continues a character */
        }
        ck_assert_uint_eq(strlen(part), end);
        ck_assert_int_eq(memcmp(part, whole, end), 0);
        free(part);
    }
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("diag/message");
    TCase *registry = tcase_create("registry");
    tcase_add_loop_test(registry, test_entry, 0, (int)LENGTH_OF(entry_cases));
    tcase_add_loop_test(registry, test_every_entry, 0, DTI__MSG_COUNT);
    tcase_add_loop_test(registry, test_every_rendering, 0, DTI__MSG_COUNT);
    suite_add_tcase(suite, registry);
    TCase *format = tcase_create("format");
    tcase_add_loop_test(format, test_format, 0, (int)LENGTH_OF(format_cases));
    tcase_add_test(format, test_missing_arguments);
    tcase_add_loop_test(format, test_points, 0, (int)LENGTH_OF(points_cases));
    tcase_add_loop_test(format, test_number, 0, (int)LENGTH_OF(number_cases));
    tcase_add_test(format, test_integer);
    tcase_add_test(format, test_long_argument);
    tcase_add_test(format, test_truncation);
    suite_add_tcase(suite, format);
    return suite;
}
