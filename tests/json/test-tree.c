/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Strict JSON: what is accepted and as what, what is refused and where. The documents follow the
 * JSONTestSuite of Nicolas Seriot; what it leaves to the implementation is decided here. */
#include "base/buffer.h"
#include "support.h"
#include "json/tree.h"
#include "json/write.h"

#include <dti/base.h>
#include <dti/report.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct dti__json_limits standard = {DTI_LIMIT_BYTES, DTI_LIMIT_DEPTH, DTI_LIMIT_VALUES,
                                                 DTI_LIMIT_STRING};

/* Parses a copy that ends at its last byte, so that the address sanitizer sees reads beyond it. */
static dti_status parse(const char *text, size_t length, const struct dti__json_limits *limits,
                        dti_report *report, cJSON **out)
{
    char *exact = test_exact(text, length);
    const dti_status status = dti__json_parse(exact, length, limits, report, out);
    free(exact);
    return status;
}

/* Parses what must be refused. The report is the caller's. */
static dti_report *refuse(const char *text, size_t length, const struct dti__json_limits *limits,
                          dti_status expected)
{
    cJSON untouched;
    cJSON *out = &untouched;
    dti_report *report = dti__report_new("test.json");
    ck_assert_ptr_nonnull(report);
    const dti_status status = parse(text, length, limits, report, &out);
    ck_assert_msg(status == expected, "'%s' gives status %d", text, (int)status);
    ck_assert_ptr_eq(out, &untouched);
    ck_assert_uint_gt(dti_report_count(report), 0);
    ck_assert_int_eq(dti_report_status(report, 0), expected);
    return report;
}

static void check_finding(const dti_report *report, size_t index, enum dti__msg message,
                          uint32_t line, uint32_t column, const char *text)
{
    char rendered[512];
    dti_report_format(report, index, DTI_LANG_EN, rendered, sizeof rendered);
    ck_assert_msg(
        strcmp(dti_report_id(report, index), dti__message_id(message)) == 0 &&
            dti_report_line(report, index) == line && dti_report_column(report, index) == column,
        "'%s': found %s at %u:%u, expected %s at %u:%u (%s)", text, dti_report_id(report, index),
        (unsigned)dti_report_line(report, index), (unsigned)dti_report_column(report, index),
        dti__message_id(message), (unsigned)line, (unsigned)column, rendered);
}

/* ---- Refused ---- */

#define BAD(text, message, line, column)                                                           \
    {                                                                                              \
        text, sizeof(text) - 1, DTI__MSG_JSON_##message, line, column                              \
    }

/* clang-format off */
static const struct {
    const char *text;
    size_t length;
    enum dti__msg message;
    uint32_t line;
    uint32_t column;
} bad_documents[] = {
    /* Nothing, or not all of it. */
    BAD("", END, 1, 1),
    BAD(" ", END, 1, 2),
    BAD("\n\n", END, 3, 1),
    BAD("\xEF\xBB\xBF", END, 1, 1),
    BAD("[", END, 1, 2),
    BAD("[1", END, 1, 3),
    BAD("[1,", END, 1, 4),
    BAD("[\"a\",\n4\n,1,", END, 3, 4),
    BAD("[1\n,1\n,1", END, 3, 3),
    BAD("[[[[", END, 1, 5),
    BAD("[{}", END, 1, 4),
    BAD("{", END, 1, 2),
    BAD("{\"a\"", END, 1, 5),
    BAD("{\"a\":", END, 1, 6),
    BAD("{\"a\":1", END, 1, 7),
    BAD("{\"a\":1,", END, 1, 8),
    BAD("{\"asd\":\"asd\"", END, 1, 13),
    BAD("\"", END, 1, 2),
    BAD("[\"", END, 1, 3),
    BAD("[\"a", END, 1, 4),
    BAD("[\"asd]", END, 1, 7),
    BAD("[\"\\", END, 1, 4),
    BAD("[\"\\\"]", END, 1, 6),
    BAD("[\"\\\\\\\"]", END, 1, 8),
    BAD("{\"a\":\"a", END, 1, 8),
    /* Too much. */
    BAD("[1]x", TRAILING, 1, 4),
    BAD("[][]", TRAILING, 1, 3),
    BAD("[\"x\"]]", TRAILING, 1, 6),
    BAD("{}}", TRAILING, 1, 3),
    BAD("[]\0", TRAILING, 1, 3),
    BAD("1]", TRAILING, 1, 2),
    BAD("2@", TRAILING, 1, 2),
    BAD("\"\"x", TRAILING, 1, 3),
    BAD("{\"a\":\"b\"}/**/", TRAILING, 1, 10),
    BAD("{\"a\":\"b\"}//", TRAILING, 1, 10),
    BAD("{\"a\":\"b\"}#", TRAILING, 1, 10),
    BAD("{\"a\": 1}\n\n x", TRAILING, 3, 2),
    BAD("{\"a\": true} \"x\"", TRAILING, 1, 13),
    /* Brackets, commas and colons. */
    BAD("]", EXPECTED, 1, 1),
    BAD("}", EXPECTED, 1, 1),
    BAD("[1}", EXPECTED, 1, 3),
    BAD("{\"a\":1]", EXPECTED, 1, 7),
    BAD("[3[4]]", EXPECTED, 1, 3),
    BAD("[1,]", EXPECTED, 1, 4),
    BAD("[\"\",]", EXPECTED, 1, 5),
    BAD("[1,,2]", EXPECTED, 1, 4),
    BAD("[,1]", EXPECTED, 1, 2),
    BAD("[,]", EXPECTED, 1, 2),
    BAD("[1 true]", EXPECTED, 1, 4),
    BAD("[\"a\" \"b\"]", EXPECTED, 1, 6),
    BAD("[\"a\":1]", EXPECTED, 1, 5),
    BAD("[1 000.0]", EXPECTED, 1, 4),
    BAD("[1\"a\"]", EXPECTED, 1, 3),
    BAD("{\"a\":1,}", EXPECTED, 1, 8),
    BAD("{,\"a\":1}", EXPECTED, 1, 2),
    BAD("{\"id\":0,,,,,}", EXPECTED, 1, 9),
    BAD("{\"a\":\"b\",,\"c\":\"d\"}", EXPECTED, 1, 10),
    BAD("{\"a\" 1}", EXPECTED, 1, 6),
    BAD("{\"a\" b}", EXPECTED, 1, 6),
    BAD("{\"x\", null}", EXPECTED, 1, 5),
    BAD("{\"x\"::\"b\"}", EXPECTED, 1, 6),
    BAD("{\"a\":\"a\" 123}", EXPECTED, 1, 10),
    BAD("{\"a\": 0,8}", DECIMAL_COMMA, 1, 8),
    BAD("{\"a\"}", EXPECTED, 1, 5),
    BAD("{\"a\":}", EXPECTED, 1, 6),
    BAD("{\r\n\"a\": 1\r\n\"b\": 2}", EXPECTED, 3, 1),
    BAD("{\"t\xC3\xAAn\": 1 \"m\xC3\xA3\": 2}", EXPECTED, 1, 11),
    BAD("\xEF\xBB\xBF{x", EXPECTED, 1, 2),
    /* Keys. */
    BAD("{a:1}", EXPECTED, 1, 2),
    BAD("{'a':0}", EXPECTED, 1, 2),
    BAD("{1:1}", EXPECTED, 1, 2),
    BAD("{null:null,null:null}", EXPECTED, 1, 2),
    BAD("{[: \"x\"}\n", EXPECTED, 1, 2),
    BAD("{:\"b\"}", EXPECTED, 1, 2),
    BAD("{\xF0\x9F\x87\xA8\xF0\x9F\x87\xAD}", EXPECTED, 1, 2),
    BAD("{\"a\":1,2}", DECIMAL_COMMA, 1, 7),
    /* Words. */
    BAD("[nul]", EXPECTED, 1, 2),
    BAD("[tru]", EXPECTED, 1, 2),
    BAD("[fals]", EXPECTED, 1, 2),
    BAD("[nulll]", EXPECTED, 1, 2),
    BAD("[True]", EXPECTED, 1, 2),
    BAD("[TRUE]", EXPECTED, 1, 2),
    BAD("[truefalse]", EXPECTED, 1, 2),
    BAD("[NaN]", EXPECTED, 1, 2),
    BAD("[Infinity]", EXPECTED, 1, 2),
    BAD("[undefined]", EXPECTED, 1, 2),
    BAD("{\"a\": tr ue}", EXPECTED, 1, 7),
    BAD("abc", EXPECTED, 1, 1),
    BAD("*", EXPECTED, 1, 1),
    BAD("<.>", EXPECTED, 1, 1),
    BAD("[<null>]", EXPECTED, 1, 2),
    BAD("['single']", EXPECTED, 1, 2),
    BAD("[\xE2\x80\x9Csmart\xE2\x80\x9D]", EXPECTED, 1, 2),
    BAD("\xC3\xA5", EXPECTED, 1, 1),
    BAD("[\\n]", EXPECTED, 1, 2),
    BAD("[\\u0020\"asd\"]", EXPECTED, 1, 2),
    BAD("// x\n1", EXPECTED, 1, 1),
    BAD("{\"a\":/*comment*/\"b\"}", EXPECTED, 1, 6),
    /* White space that is none. */
    BAD("[\f]", EXPECTED, 1, 2),
    BAD("[\v]", EXPECTED, 1, 2),
    BAD("[\0]", EXPECTED, 1, 2),
    BAD("[\xC2\xA0]", EXPECTED, 1, 2),
    BAD("[\xE2\x81\xA0]", EXPECTED, 1, 2),
    BAD("[\xE2\x80\xA8]", EXPECTED, 1, 2),
    BAD("\xEF\xBB\xBF\xEF\xBB\xBF[]", EXPECTED, 1, 1),
    BAD("[\xEF\xBB\xBF]", EXPECTED, 1, 2),
    BAD("\0", EXPECTED, 1, 1),
    BAD("{\"a\":\0 1}", EXPECTED, 1, 6),
    /* Numbers. */
    BAD("[-]", NUMBER, 1, 2),
    BAD("[- 1]", NUMBER, 1, 2),
    BAD("[+]", NUMBER, 1, 2),
    BAD("[+1]", NUMBER, 1, 2),
    BAD("[++1234]", NUMBER, 1, 2),
    BAD("[--2.]", NUMBER, 1, 2),
    BAD("[012]", NUMBER, 1, 2),
    BAD("[00]", NUMBER, 1, 2),
    BAD("[-01]", NUMBER, 1, 2),
    BAD("[-012]", NUMBER, 1, 2),
    BAD("[.5]", NUMBER, 1, 2),
    BAD("[.2e-3]", NUMBER, 1, 2),
    BAD("[.-1]", NUMBER, 1, 2),
    BAD("[-.123]", NUMBER, 1, 2),
    BAD("[.]", NUMBER, 1, 2),
    BAD("[1.]", NUMBER, 1, 2),
    BAD("[-2.]", NUMBER, 1, 2),
    BAD("[0.1.2]", NUMBER, 1, 2),
    BAD("[1.5.3]", NUMBER, 1, 2),
    BAD("[0.e1]", NUMBER, 1, 2),
    BAD("[2.e3]", NUMBER, 1, 2),
    BAD("[2.e+3]", NUMBER, 1, 2),
    BAD("[2.e-3]", NUMBER, 1, 2),
    BAD("[9.e+]", NUMBER, 1, 2),
    BAD("[0e]", NUMBER, 1, 2),
    BAD("[0e+]", NUMBER, 1, 2),
    BAD("[0E]", NUMBER, 1, 2),
    BAD("[0E+]", NUMBER, 1, 2),
    BAD("[0.3e]", NUMBER, 1, 2),
    BAD("[0.3e+]", NUMBER, 1, 2),
    BAD("[1.0e-]", NUMBER, 1, 2),
    BAD("[1eE2]", NUMBER, 1, 2),
    BAD("[1ea]", NUMBER, 1, 2),
    BAD("[1e5.5]", NUMBER, 1, 2),
    BAD("[1e--5]", NUMBER, 1, 2),
    BAD("[0x1]", NUMBER, 1, 2),
    BAD("[0x42]", NUMBER, 1, 2),
    BAD("[1+2]", NUMBER, 1, 2),
    BAD("[-1x]", NUMBER, 1, 2),
    BAD("[1_000]", NUMBER, 1, 2),
    BAD("[-foo]", NUMBER, 1, 2),
    BAD("[-Infinity]", NUMBER, 1, 2),
    BAD("[-NaN]", NUMBER, 1, 2),
    BAD("[+Inf]", NUMBER, 1, 2),
    BAD("[1.8011670033376514H-308]", NUMBER, 1, 2),
    BAD("[-1.0.]", NUMBER, 1, 2),
    BAD("[\xEF\xBC\x91]", EXPECTED, 1, 2),
    BAD("-", NUMBER, 1, 1),
    BAD("[1e999]", NUMBER_RANGE, 1, 2),
    BAD("[-1e999]", NUMBER_RANGE, 1, 2),
    BAD("[1.8e308]", NUMBER_RANGE, 1, 2),
    BAD("[1.7976931348623159e308]", NUMBER_RANGE, 1, 2),
    BAD("[123123e100000]", NUMBER_RANGE, 1, 2),
    BAD("[1E+99999999999999999999]", NUMBER_RANGE, 1, 2),
    BAD("[0.4e00669999999999999999999999999999999999999999999999999999999999999999999999999999]",
        NUMBER_RANGE, 1, 2),
    /* Strings: controls and escapes. */
    BAD("[\"new\nline\"]", CONTROL, 1, 6),
    BAD("[\"\t\"]", CONTROL, 1, 3),
    BAD("[\"\x1F\"]", CONTROL, 1, 3),
    BAD("[\"\va\"\f]", CONTROL, 1, 3),
    BAD("{\"a\r\": 1}", CONTROL, 1, 4),
    BAD("[\"a\0a\"]", NUL, 1, 4),
    BAD("[\"\\u0000\"]", NUL, 1, 3),
    BAD("{\"id\\u0000x\": 1}", NUL, 1, 5),
    BAD("[\"\\x00\"]", ESCAPE, 1, 3),
    BAD("[\"\\a\"]", ESCAPE, 1, 3),
    BAD("[\"\\'\"]", ESCAPE, 1, 3),
    BAD("[\"\\0\"]", ESCAPE, 1, 3),
    BAD("[\"\\\t\"]", ESCAPE, 1, 3),
    BAD("[\"\\\n\"]", ESCAPE, 1, 3),
    BAD("[\"\\\0\"]", ESCAPE, 1, 3),
    BAD("[\"\\\xF0\x9F\x8C\x80\"]", ESCAPE, 1, 3),
    BAD("[\"\\U0041\"]", ESCAPE, 1, 3),
    BAD("[\"\\u\"]", ESCAPE, 1, 3),
    BAD("[\"\\uqqqq\"]", ESCAPE, 1, 3),
    BAD("[\"\\u00A\"]", ESCAPE, 1, 3),
    BAD("[\"\\u00G0\"]", ESCAPE, 1, 3),
    BAD("[\"\\u{1F600}\"]", ESCAPE, 1, 3),
    BAD("[\"\\u-123\"]", ESCAPE, 1, 3),
    BAD("[\"\\u12", ESCAPE, 1, 3),
    BAD("[\"ok\\qno\"]", ESCAPE, 1, 5),
    BAD("[\"\\uD834\\uDd\"]", SURROGATE, 1, 3),
    BAD("[\"\\uD800\\u\"]", SURROGATE, 1, 3),
    BAD("[\"\\uD800\\u1x\"]", SURROGATE, 1, 3),
    BAD("[\"\\uD800\\n\"]", SURROGATE, 1, 3),
    BAD("[\"\\ud800\"]", SURROGATE, 1, 3),
    BAD("[\"\\uDBFF\"]", SURROGATE, 1, 3),
    BAD("[\"\\uDC00\"]", SURROGATE, 1, 3),
    BAD("[\"\\uDFFF\"]", SURROGATE, 1, 3),
    BAD("[\"\\uD888\\u1234\"]", SURROGATE, 1, 3),
    BAD("[\"\\uD800\\uD800\"]", SURROGATE, 1, 3),
    BAD("[\"\\uD834\\uDBFF\"]", SURROGATE, 1, 3),
    BAD("[\"\\uDC00\\uDC00\"]", SURROGATE, 1, 3),
    BAD("[\"\\uD7FF\\uDC00\"]", SURROGATE, 1, 9),
    BAD("[\"\\uD834\\uE000\"]", SURROGATE, 1, 3),
    BAD("[\"\\uDd1e\\uD834\"]", SURROGATE, 1, 3),
    BAD("[\"\\uD834\\uDD1E\\uD834\"]", SURROGATE, 1, 15),
    BAD("[\"\\ud800abc\"]", SURROGATE, 1, 3),
    BAD("{\"\\uDFAA\":0}", SURROGATE, 1, 3),
    /* What is not UTF-8. */
    BAD("\xE5", UTF8, 1, 1),
    BAD("[\xE5]", UTF8, 1, 2),
    BAD("[123\xE5]", UTF8, 1, 5),
    BAD("[1e1\xE5]", UTF8, 1, 5),
    BAD("[0\xE5]\n", UTF8, 1, 3),
    BAD("[a\xE5]", EXPECTED, 1, 2),
    BAD("\xEF\xBB{}", UTF8, 1, 1),
    BAD("[\"\\\xE5\"]", UTF8, 1, 4),
    BAD("[\"\\u\xE5\"]", ESCAPE, 1, 3),
    BAD("{\"\xB9\":\"0\",}", UTF8, 1, 3),
    BAD("[\"\xFF\"]", UTF8, 1, 3),
    BAD("[\"\x80\"]", UTF8, 1, 3),
    BAD("[\"\xC0\xAF\"]", UTF8, 1, 3),
    BAD("[\"\xC1\xBF\"]", UTF8, 1, 3),
    BAD("[\"\xE0\x80\xAF\"]", UTF8, 1, 3),
    BAD("[\"\xE0\x9F\xBF\"]", UTF8, 1, 3),
    BAD("[\"\xF0\x80\x80\xAF\"]", UTF8, 1, 3),
    BAD("[\"\xF0\x8F\xBF\xBF\"]", UTF8, 1, 3),
    BAD("[\"\xFC\x80\x80\x80\x80\x80\"]", UTF8, 1, 3),
    BAD("[\"\xED\xA0\x80\"]", UTF8, 1, 3),
    BAD("[\"\xED\xBF\xBF\"]", UTF8, 1, 3),
    BAD("[\"\xF4\x90\x80\x80\"]", UTF8, 1, 3),
    BAD("[\"\xF5\x80\x80\x80\"]", UTF8, 1, 3),
    BAD("[\"\xE1\xBA\"]", UTF8, 1, 3),
    BAD("[\"\xF0\x9F\x8C\"]", UTF8, 1, 3),
    BAD("[\"\xC3", UTF8, 1, 3),
    BAD("[\"\xC3\xA9\xE9\"]", UTF8, 1, 4),
    BAD("[\n \"Ti\xC3\xAAu ch\xED\"]", UTF8, 2, 10),
    BAD("[\"\\u00E9\xE9\"]", UTF8, 1, 9),
    /* Other encodings. */
    BAD("\xFF\xFE[\0]\0", UTF8, 1, 1),
    BAD("\xFE\xFF\0[\0]", UTF8, 1, 1),
    BAD("[\0\"\0\xE9\0\"\0]\0", EXPECTED, 1, 2),
    BAD("\0[\0\"\0\xE9\0\"\0]", EXPECTED, 1, 1),
};
/* clang-format on */

START_TEST(refuses)
{
    const char *text = bad_documents[_i].text;
    const size_t length = bad_documents[_i].length;
    dti_report *report = refuse(text, length, &standard, DTI_E_SYNTAX);
    check_finding(report, 0, bad_documents[_i].message, bad_documents[_i].line,
                  bad_documents[_i].column, text);
    ck_assert_uint_eq(dti_report_count(report), 1);
    ck_assert_str_eq(dti_report_source(report, 0), "test.json");
    dti_report_unref(report);
}
END_TEST

/* A document that breaks off anywhere is refused there. */
START_TEST(refuses_every_beginning)
{
    static const char text[] =
        "{\"a\": [1, -2.5e3, \"t\\u00ea\xC3\xAA\"], \"b\": {\"c\": null, \"d\": true}}";
    for (size_t length = 0; length < sizeof text - 1; length++) {
        dti_report_unref(refuse(text, length, &standard, DTI_E_SYNTAX));
    }
}
END_TEST

/* What was found, as the first argument of the message. */
static const struct {
    const char *text;
    const char *found;
} found_texts[] = {
    {"[nul]", "nul"},
    {"[+1.5e]", "+1.5e"},
    {"[zaZA_90.+-x]", "zaZA_90.+-x"},
    {"[a{]", "a"},
    {"[\"\\u12G4567\"]", "\\u12G4"},
    {"[1,]", "]"},
    {"[\xE2\x80\x9C]", "\xE2\x80\x9C (U+201C)"},
    {"[\xF0\x9F\x98\x80]", "\xF0\x9F\x98\x80 (U+1F600)"},
    {"[\xC3\xA9]", "\xC3\xA9 (U+00E9)"},
    {"[\xEF\xBB\xBF]", "\xEF\xBB\xBF (U+FEFF)"},
    {"[\f]", "U+000C"},
    {"[\x7F]", "U+007F"},
    {"[\"\x1F\"]", "U+001F"},
    {"[\"\n\"]", "U+000A"},
    {"[\"\\q\"]", "\\q"},
    {"[\"\\\xC3\xA9\"]", "\\\xC3\xA9 (U+00E9)"},
    {"[\"\\u12G4\"]", "\\u12G4"},
    {"[\"\\u1\"]", "\\u1"},
    {"[\"\xE9\"]", "E9"},
    {"[1e999]", "1e999"},
    {"[0123456789012345678901234567890123456789012345678901234567890]",
     "01234567890123456789012345678901234567890123…"},
    {"[x2345678901234567890123456789012345678901234]",
     "x2345678901234567890123456789012345678901234"},
    {"1 ok", "ok"},
};

START_TEST(shows_what_was_found)
{
    const char *text = found_texts[_i].text;
    dti_report *report = refuse(text, strlen(text), &standard, DTI_E_SYNTAX);
    const bool has_expected =
        strcmp(dti_report_id(report, 0), dti__message_id(DTI__MSG_JSON_EXPECTED)) == 0;
    ck_assert_uint_eq(dti_report_arg_count(report, 0), has_expected ? 2 : 1);
    ck_assert_str_eq(dti_report_arg(report, 0, 0), found_texts[_i].found);
    dti_report_unref(report);
}
END_TEST

/* What would have been right, as the last argument of the message. */
static const struct {
    const char *text;
    enum dti__msg term;
} expected_terms[] = {
    {"", DTI__MSG_TERM_VALUE},
    {"[1", DTI__MSG_TERM_COMMA_OR_BRACKET},
    {"{", DTI__MSG_TERM_KEY},
    {"{\"a\"", DTI__MSG_TERM_COLON},
    {"{\"a\":", DTI__MSG_TERM_VALUE},
    {"{\"a\":1", DTI__MSG_TERM_COMMA_OR_BRACE},
    {"{\"a\":1,", DTI__MSG_TERM_KEY},
    {"\"a", DTI__MSG_TERM_END_OF_STRING},
    {"\"a\\", DTI__MSG_TERM_END_OF_STRING},
    {"[}", DTI__MSG_TERM_VALUE},
    {"{1", DTI__MSG_TERM_KEY},
    {"{\"a\"=1}", DTI__MSG_TERM_COLON},
    {"[1 2]", DTI__MSG_TERM_COMMA_OR_BRACKET},
    {"{\"a\":1;}", DTI__MSG_TERM_COMMA_OR_BRACE},
    {"[{\"a\":1]", DTI__MSG_TERM_COMMA_OR_BRACE},
    {"[[1}", DTI__MSG_TERM_COMMA_OR_BRACKET},
    {"{\"a\":[1],\"b\":{}]", DTI__MSG_TERM_COMMA_OR_BRACE},
};

START_TEST(says_what_was_expected)
{
    char term[128];
    const char *text = expected_terms[_i].text;
    dti__message_format(expected_terms[_i].term, DTI_LANG_EN, NULL, 0, term, sizeof term);
    dti_report *report = refuse(text, strlen(text), &standard, DTI_E_SYNTAX);
    ck_assert_str_eq(dti_report_arg(report, 0, dti_report_arg_count(report, 0) - 1), term);
    dti_report_unref(report);
}
END_TEST

/* ---- Accepted ---- */

#define GOOD(text, canonical)                                                                      \
    {                                                                                              \
        text, sizeof(text) - 1, canonical                                                          \
    }

/* clang-format off */
static const struct {
    const char *text;
    size_t length;
    const char *canonical;
} good_documents[] = {
    GOOD("[]", "[]"),
    GOOD("{}", "{}"),
    GOOD(" [] ", "[]"),
    GOOD("\t\r\n{\r\n}\n\t ", "{}"),
    GOOD("\xEF\xBB\xBF{}", "{}"),
    GOOD("\xEF\xBB\xBF \"x\"", "\"x\""),
    GOOD("[[]   ]", "[[]]"),
    GOOD("[[],[[]],{}]", "[[],[[]],{}]"),
    GOOD("true", "true"),
    GOOD("false", "false"),
    GOOD("null", "null"),
    GOOD("\"\"", "\"\""),
    GOOD("42", "42"),
    GOOD("[null, 1, \"1\", {}]", "[null,1,\"1\",{}]"),
    GOOD("[1\n]", "[1]"),
    GOOD(" [1]", "[1]"),
    GOOD("[1,null,null,null,2]", "[1,null,null,null,2]"),
    GOOD("{\"\":0}", "{\"\":0}"),
    GOOD("{\"a\":[]}", "{\"a\":[]}"),
    GOOD("{\"a\":\"b\",\"A\":\"c\"}", "{\"A\":\"c\",\"a\":\"b\"}"),
    GOOD("{\n\"a\": \"b\"\n}", "{\"a\":\"b\"}"),
    GOOD("{\"x\":[{\"id\":\"xxx\"}],\"id\":\"yyy\"}", "{\"id\":\"yyy\",\"x\":[{\"id\":\"xxx\"}]}"),
    GOOD("{\"foo\\/bar\": 42}", "{\"foo/bar\":42}"),
    GOOD("{ \"min\": -1.0e+28, \"max\": 1.0e+28 }", "{\"max\":1e+28,\"min\":-1e+28}"),
    GOOD("0", "0"),
    GOOD("[-0]", "[0]"),
    GOOD("[-0.0e5]", "[0]"),
    GOOD("[0e+1]", "[0]"),
    GOOD("[0e999999]", "[0]"),
    GOOD("[1E22]", "[1e+22]"),
    GOOD("[1e21]", "[1e+21]"),
    GOOD("[100000000000000000000]", "[100000000000000000000]"),
    GOOD("[1E-2]", "[0.01]"),
    GOOD("[123.456e78]", "[1.23456e+80]"),
    GOOD("[20e1]", "[200]"),
    GOOD("[-123]", "[-123]"),
    GOOD("[-1]", "[-1]"),
    GOOD("[0.30000000000000004]", "[0.30000000000000004]"),
    GOOD("[9007199254740993]", "[9007199254740992]"),
    GOOD("[1e-400]", "[0]"),
    GOOD("[5e-324]", "[5e-324]"),
    GOOD("[1.7976931348623157e308]", "[1.7976931348623157e+308]"),
    GOOD("[-1.7976931348623158e308]", "[-1.7976931348623157e+308]"),
    GOOD("[0.000000000000000000000000000000000000000000000000000000000000000000000000000001]",
         "[1e-78]"),
    GOOD("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "[\"\\\"\\\\/\\b\\f\\n\\r\\t\"]"),
    GOOD("[\"\\\\n\"]", "[\"\\\\n\"]"),
    GOOD("[\"\\\\u0000\"]", "[\"\\\\u0000\"]"),
    GOOD("[\"\\u0012\"]", "[\"\\u0012\"]"),
    GOOD("[\"\\u0060\\u012a\\u12AB\"]", "[\"`\xC4\xAA\xE1\x8A\xAB\"]"),
    GOOD("[\"\\uD801\\udc37\"]", "[\"\xF0\x90\x90\xB7\"]"),
    GOOD("[\"\\ud83d\\ude39\\ud83d\\udc8d\"]", "[\"\xF0\x9F\x98\xB9\xF0\x9F\x92\x8D\"]"),
    GOOD("[\"\\uDBFF\\uDFFE\"]", "[\"\xF4\x8F\xBF\xBE\"]"),
    GOOD("[\"\\uD7FF\\uE000\"]", "[\"\xED\x9F\xBF\xEE\x80\x80\"]"),
    GOOD("[\"\\uFFFF\"]", "[\"\xEF\xBF\xBF\"]"),
    GOOD("[\"\\u007F\"]", "[\"\x7F\"]"),
    GOOD("[\"\x7F\"]", "[\"\x7F\"]"),
    GOOD("[\"\\u2028\xE2\x80\xA9\"]", "[\"\xE2\x80\xA8\xE2\x80\xA9\"]"),
    GOOD("[\"\xF4\x8F\xBF\xBF\"]", "[\"\xF4\x8F\xBF\xBF\"]"),
    GOOD("[\"\\u0041\"]", "[\"A\"]"),
    GOOD("[\"\\uFEFF\xEF\xBB\xBF\"]", "[\"\xEF\xBB\xBF\xEF\xBB\xBF\"]"),
    /* NFD in, NFC out: composed by the table of Unicode, in values and in keys. */
    GOOD("[\"e\\u0301\"]", "[\"\xC3\xA9\"]"),
    GOOD("[\"e\xCC\x81\"]", "[\"\xC3\xA9\"]"),
    GOOD("{\"Tie\xCC\x82\xCC\x81ng Vie\xCC\xA3\xCC\x82t\": 1}",
         "{\"Ti\xE1\xBA\xBFng Vi\xE1\xBB\x87t\":1}"),
    GOOD("[\"\\u1E9B\\u0323\"]", "[\"\xE1\xBA\x9B\xCC\xA3\"]"),
    GOOD("[\"\\u212B\"]", "[\"\xC3\x85\"]"),
};
/* clang-format on */

static void check_canonical(const char *text, size_t length, const char *expected)
{
    cJSON *tree = NULL;
    dti_report *report = dti__report_new(NULL);
    ck_assert_int_eq(parse(text, length, &standard, report, &tree), DTI_OK);
    ck_assert_uint_eq(dti_report_count(report), 0);
    dti_report_unref(report);
    struct dti__buffer buffer;
    dti__buffer_init(&buffer, &dti__malloc_allocator);
    dti__json_write(tree, DTI__JSON_CANONICAL, &buffer);
    dti_text *written = dti__buffer_take_text(&buffer);
    ck_assert_str_eq(dti_text_data(written), expected);
    dti_text_free(written);
    dti__json_free(tree);
}

START_TEST(accepts)
{
    check_canonical(good_documents[_i].text, good_documents[_i].length,
                    good_documents[_i].canonical);
}
END_TEST

START_TEST(builds_every_kind)
{
    static const char text[] = "{\"b\": true, \"a\": [null, 2.5, \"x\"], \"c\": {\"d\": false}}";
    cJSON *tree = NULL;
    ck_assert_int_eq(parse(text, sizeof text - 1, &standard, NULL, &tree), DTI_OK);
    ck_assert_int_eq(tree->type & 0xFF, cJSON_Object);
    const cJSON *b = tree->child;
    ck_assert_str_eq(b->string, "b");
    ck_assert_int_eq(b->type & 0xFF, cJSON_True);
    const cJSON *a = b->next;
    ck_assert_str_eq(a->string, "a");
    ck_assert_int_eq(a->type & 0xFF, cJSON_Array);
    ck_assert_int_eq(a->child->type & 0xFF, cJSON_NULL);
    ck_assert_double_eq(a->child->next->valuedouble, 2.5);
    ck_assert_str_eq(a->child->next->next->valuestring, "x");
    ck_assert_ptr_null(a->child->next->next->next);
    ck_assert_str_eq(a->next->child->string, "d");
    ck_assert_int_eq(a->next->child->type & 0xFF, cJSON_False);
    ck_assert_ptr_null(a->next->next);
    dti__json_free(tree);
    dti__json_free(NULL);
}
END_TEST

START_TEST(takes_null_for_an_empty_text)
{
    cJSON *tree = NULL;
    ck_assert_int_eq(dti__json_parse(NULL, 0, &standard, NULL, &tree), DTI_E_SYNTAX);
    ck_assert_ptr_null(tree);
}
END_TEST

/* ---- Keys that are there twice ---- */

struct twin {
    const char *key;
    uint32_t line;
    uint32_t column;
    const char *first_line;
};

/* clang-format off */
static const struct {
    const char *text;
    struct twin twins[4];
} twin_documents[] = {
    {"{\"a\":1,\"a\":2}", {{"a", 1, 8, "1"}}},
    {"{\"a\":1,\n\"b\":2,\n\"a\":1}", {{"a", 3, 1, "1"}}},
    {"{\"a\":1,\n\"\\u0061\":2}", {{"a", 2, 1, "1"}}},
    {"{\"\\ud83d\\ude00\":1,\n\n \"\xF0\x9F\x98\x80\":2}", {{"\xF0\x9F\x98\x80", 3, 2, "1"}}},
    {"{\"\xC3\xA9\":1,\n\"e\xCC\x81\":2}", {{"\xC3\xA9", 2, 1, "1"}}},
    {"{\"e\\u0301\":1,\"\xC3\xA9\":2}", {{"\xC3\xA9", 1, 14, "1"}}},
    {"{\"\":1,\"\":2}", {{"", 1, 7, "1"}}},
    {"{\"x-a\":1,\"x-a\":2}", {{"x-a", 1, 10, "1"}}},
    /* Three times: both later ones, against the first. */
    {"{\"a\":1,\n\"a\":2,\n\"a\":3}", {{"a", 2, 1, "1"}, {"a", 3, 1, "1"}}},
    /* In the order of the text, although the inner object ends first. */
    {"{\"a\":0,\n\"a\":\n{\"b\":1,\"b\":2},\n\"c\":[{\"d\":1,\n\"d\":1}],\n\"a\":1}",
     {{"a", 2, 1, "1"}, {"b", 3, 8, "3"}, {"d", 5, 1, "4"}, {"a", 6, 1, "1"}}},
    /* More keys than are compared one by one. */
    {"{\"a\":0,\"b\":0,\"c\":0,\"d\":0,\"e\":0,\"f\":0,\"g\":0,\"h\":0,\"i\":0,\n\"j\":0,\"k\":0,\"l\":0,"
     "\"m\":0,\"n\":0,\"o\":0,\"p\":0,\"q\":0,\"r\":0,\"s\":0,\n\"j\":0,\"A\":0,\"c\":0}",
     {{"j", 3, 1, "2"}, {"c", 3, 13, "1"}}},
};
/* clang-format on */

START_TEST(refuses_keys_that_are_there_twice)
{
    const char *text = twin_documents[_i].text;
    const struct twin *twins = twin_documents[_i].twins;
    dti_report *report = refuse(text, strlen(text), &standard, DTI_E_SYNTAX);
    size_t count = 0;
    for (; count < COUNT(twin_documents[_i].twins) && twins[count].key != NULL; count++) {
        check_finding(report, count, DTI__MSG_JSON_DUPLICATE, twins[count].line,
                      twins[count].column, text);
        ck_assert_str_eq(dti_report_arg(report, count, 0), twins[count].key);
        ck_assert_str_eq(dti_report_arg(report, count, 1), twins[count].first_line);
        ck_assert_int_eq(text[dti_report_offset(report, count)], '"');
    }
    ck_assert_uint_eq(dti_report_count(report), count);
    dti_report_unref(report);
}
END_TEST

/* One name in two objects, or in two cases, is not twice. */
START_TEST(accepts_keys_that_only_look_alike)
{
    static const char text[] = "{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":1}],\"A\":1}";
    check_canonical(text, sizeof text - 1, "{\"A\":1,\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":1}]}");
}
END_TEST

static dti_text *repeat_key(size_t count, bool distinct)
{
    struct dti__buffer buffer;
    dti__buffer_init(&buffer, &dti__malloc_allocator);
    for (size_t i = 0; i < count; i++) {
        char member[48];
        const int length = snprintf(member, sizeof member, "%c\n\"key-%zu\": 0", i == 0 ? '{' : ',',
                                    distinct ? i : 7);
        dti__buffer_put(&buffer, member, (size_t)length);
    }
    dti__buffer_put_char(&buffer, '}');
    return dti__buffer_take_text(&buffer);
}

START_TEST(counts_more_twins_than_a_report_keeps)
{
    dti_text *text = repeat_key(1500, false);
    dti_report *report =
        refuse(dti_text_data(text), dti_text_length(text), &standard, DTI_E_SYNTAX);
    ck_assert_uint_eq(dti_report_count(report), DTI_LIMIT_FINDINGS);
    ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_ERROR), 1499);
    for (size_t i = 0; i < DTI_LIMIT_FINDINGS; i++) {
        check_finding(report, i, DTI__MSG_JSON_DUPLICATE, (uint32_t)(i + 3), 1, "many");
        ck_assert_str_eq(dti_report_arg(report, i, 1), "2");
    }
    dti_report_unref(report);
    dti_text_free(text);
}
END_TEST

START_TEST(accepts_many_keys)
{
    dti_text *text = repeat_key(20000, true);
    cJSON *tree = NULL;
    ck_assert_int_eq(parse(dti_text_data(text), dti_text_length(text), &standard, NULL, &tree),
                     DTI_OK);
    size_t count = 0;
    for (const cJSON *member = tree->child; member != NULL; member = member->next) {
        char key[32];
        snprintf(key, sizeof key, "key-%zu", count);
        ck_assert_str_eq(member->string, key);
        count++;
    }
    ck_assert_uint_eq(count, 20000);
    dti__json_free(tree);
    dti_text_free(text);
}
END_TEST

/* ---- Limits, at, below and above ---- */

static const struct {
    const char *text;
    struct dti__json_limits limits;
    enum dti__msg message; /* DTI__MSG_COUNT: accepted */
    uint32_t line;
    uint32_t column;
} limit_cases[] = {
    {"[1]", {4, 64, 100, 100}, DTI__MSG_COUNT, 0, 0},
    {"[1]", {3, 64, 100, 100}, DTI__MSG_COUNT, 0, 0},
    {"[1]", {2, 64, 100, 100}, DTI__MSG_JSON_BYTES, 0, 0},
    {"[[1]]", {100, 3, 100, 100}, DTI__MSG_COUNT, 0, 0},
    {"[[1]]", {100, 2, 100, 100}, DTI__MSG_COUNT, 0, 0},
    {"[[1]]", {100, 1, 100, 100}, DTI__MSG_JSON_DEPTH, 1, 2},
    {"[\n{\"a\": {}}]", {100, 2, 100, 100}, DTI__MSG_JSON_DEPTH, 2, 7},
    {"[[],[],[]]", {100, 2, 100, 100}, DTI__MSG_COUNT, 0, 0},
    {"1", {100, 0, 100, 100}, DTI__MSG_COUNT, 0, 0},
    {"[]", {100, 0, 100, 100}, DTI__MSG_JSON_DEPTH, 1, 1},
    {"[1,2,{\"a\":3}]", {100, 64, 7, 100}, DTI__MSG_COUNT, 0, 0},
    {"[1,2,{\"a\":3}]", {100, 64, 6, 100}, DTI__MSG_COUNT, 0, 0},
    {"[1,2,{\"a\":3}]", {100, 64, 5, 100}, DTI__MSG_JSON_VALUES, 1, 11},
    {"[1,2,{\"a\":3}]", {100, 64, 4, 100}, DTI__MSG_JSON_VALUES, 1, 7},
    {"[1,2,{\"a\":3}]", {100, 64, 0, 100}, DTI__MSG_JSON_VALUES, 1, 1},
    {"[\"abcd\"]", {100, 64, 100, 5}, DTI__MSG_COUNT, 0, 0},
    {"[\"abcd\"]", {100, 64, 100, 4}, DTI__MSG_COUNT, 0, 0},
    {"[\"abcd\"]", {100, 64, 100, 3}, DTI__MSG_JSON_STRING, 1, 2},
    {"{\"abcd\":1}", {100, 64, 100, 3}, DTI__MSG_JSON_STRING, 1, 2},
    {"[\"\"]", {100, 64, 100, 0}, DTI__MSG_COUNT, 0, 0},
    {"[\"\\n\"]", {100, 64, 100, 1}, DTI__MSG_COUNT, 0, 0},
    {"[\"\\u00e9\"]", {100, 64, 100, 2}, DTI__MSG_COUNT, 0, 0},
    {"[\"\\u00e9\"]", {100, 64, 100, 1}, DTI__MSG_JSON_STRING, 1, 2},
    {"[\"\\ud83d\\ude00\"]", {100, 64, 100, 4}, DTI__MSG_COUNT, 0, 0},
    {"[\"\\ud83d\\ude00\"]", {100, 64, 100, 3}, DTI__MSG_JSON_STRING, 1, 2},
};

START_TEST(keeps_limits)
{
    const char *text = limit_cases[_i].text;
    const struct dti__json_limits *limits = &limit_cases[_i].limits;
    if (limit_cases[_i].message == DTI__MSG_COUNT) {
        cJSON *tree = NULL;
        ck_assert_int_eq(parse(text, strlen(text), limits, NULL, &tree), DTI_OK);
        dti__json_free(tree);
        return;
    }
    dti_report *report = refuse(text, strlen(text), limits, DTI_E_LIMIT);
    check_finding(report, 0, limit_cases[_i].message, limit_cases[_i].line, limit_cases[_i].column,
                  text);
    dti_report_unref(report);
}
END_TEST

/* Nests `depth` arrays or objects. */
static dti_text *nest(size_t depth, const char *open, const char *inside, const char *close)
{
    struct dti__buffer buffer;
    dti__buffer_init(&buffer, &dti__malloc_allocator);
    for (size_t i = 0; i < depth; i++) {
        dti__buffer_put_text(&buffer, open);
    }
    dti__buffer_put_text(&buffer, inside);
    for (size_t i = 0; i < depth; i++) {
        dti__buffer_put_text(&buffer, close);
    }
    return dti__buffer_take_text(&buffer);
}

static void check_depth(const char *open, const char *inside, const char *close)
{
    /* No option raises the limit of 64. */
    struct dti__json_limits limits = standard;
    limits.depth = UINT32_MAX;
    cJSON *tree = NULL;
    dti_text *text = nest(64, open, inside, close);
    ck_assert_int_eq(parse(dti_text_data(text), dti_text_length(text), &limits, NULL, &tree),
                     DTI_OK);
    dti__json_free(tree);
    dti_text_free(text);
    text = nest(65, open, inside, close);
    dti_report *report = refuse(dti_text_data(text), dti_text_length(text), &limits, DTI_E_LIMIT);
    check_finding(report, 0, DTI__MSG_JSON_DEPTH, 1, (uint32_t)(64 * strlen(open) + 1), "deep");
    ck_assert_str_eq(dti_report_arg(report, 0, 0), "64");
    dti_report_unref(report);
    dti_text_free(text);
}

START_TEST(nests_64_levels)
{
    check_depth("[", "", "]");
    check_depth("{\"a\":", "1", "}");
    check_depth("[", "\"x\"", "]");
}
END_TEST

START_TEST(bounds_the_text_of_numbers)
{
    char text[1104];
    memset(text, '0', sizeof text);
    text[1] = '.';
    cJSON *tree = NULL;
    ck_assert_int_eq(parse(text, 1100, &standard, NULL, &tree), DTI_OK);
    ck_assert_double_eq(tree->valuedouble, 0.0);
    dti__json_free(tree);
    dti_report *report = refuse(text, 1101, &standard, DTI_E_LIMIT);
    check_finding(report, 0, DTI__MSG_JSON_NUMBER_LONG, 1, 1, "0.000...");
    dti_report_unref(report);
    /* 309 digits are too large even without an exponent, 308 never are. */
    memset(text, '9', sizeof text);
    ck_assert_int_eq(parse(text, 308, &standard, NULL, &tree), DTI_OK);
    dti__json_free(tree);
    report = refuse(text, 309, &standard, DTI_E_SYNTAX);
    check_finding(report, 0, DTI__MSG_JSON_NUMBER_RANGE, 1, 1, "999...");
    dti_report_unref(report);
}
END_TEST

/* ---- Memory ---- */

static const char sample[] =
    "{\"a\": [1, true, null, \"text\"], \"t\xC3\xAAn\": \"Tie\xCC\x82\xCC\x81ng\",\n"
    " \"o\": {\"k\": false, \"l\": {}, \"m\": []}, \"\\u0065\\u0301\": \"\\u00e9\"}";

static dti_status parse_sample(const dti_allocator *allocator, void *context)
{
    (void)allocator;
    (void)context;
    cJSON *tree = NULL;
    const dti_status status = dti__json_parse(sample, sizeof sample - 1, &standard, NULL, &tree);
    ck_assert_int_eq(tree != NULL, status == DTI_OK);
    dti__json_free(tree);
    return status;
}

START_TEST(survives_without_memory)
{
    test_nomem(parse_sample, NULL);
}
END_TEST

/* A fault is told, or the report knows that memory ran out. */
static dti_status parse_faulty(const dti_allocator *allocator, void *context)
{
    const char *text = context;
    (void)allocator;
    cJSON *tree = NULL;
    dti_report *report = dti__report_new(NULL);
    if (report == NULL) {
        return DTI_E_NOMEM;
    }
    dti_status status = dti__json_parse(text, strlen(text), &standard, report, &tree);
    ck_assert_ptr_null(tree);
    if (status != DTI_E_NOMEM) {
        ck_assert_int_eq(status, DTI_E_SYNTAX);
        status = dti__report_result(report, NULL);
    }
    dti_report_unref(report);
    return status == DTI_E_SYNTAX ? DTI_OK : status;
}

START_TEST(tells_faults_without_memory)
{
    char syntax[] = "{\"a\": nul}";
    char twins[] = "{\"a\": {\"b\": 1, \"b\": 2}, \"a\": \"\xC3\xA9\", \"a\": 1}";
    test_nomem(parse_faulty, syntax);
    test_nomem(parse_faulty, twins);
}
END_TEST

/* ---- The corpus, of which fuzzing starts as well ---- */

static const struct {
    const char *path;
    dti_status status;
} corpus[] = {
    {"tests/data/json/good-kinds.json", DTI_OK},
    {"tests/data/json/good-numbers.json", DTI_OK},
    {"tests/data/json/good-strings.json", DTI_OK},
    {"tests/data/json/good-nested.json", DTI_OK},
    {"tests/data/json/good-bom.json", DTI_OK},
    {"tests/data/json/good-names.json", DTI_OK},
    {"tests/data/json/bad-twins.json", DTI_E_SYNTAX},
    {"tests/data/json/bad-escape.json", DTI_E_SYNTAX},
    {"tests/data/json/bad-surrogate.json", DTI_E_SYNTAX},
    {"tests/data/json/bad-latin1.json", DTI_E_SYNTAX},
    {"tests/data/json/bad-number.json", DTI_E_SYNTAX},
    {"tests/data/json/bad-range.json", DTI_E_SYNTAX},
    {"tests/data/json/bad-comma.json", DTI_E_SYNTAX},
    {"tests/data/json/bad-cut.json", DTI_E_SYNTAX},
    {"tests/data/json/bad-trailing.json", DTI_E_SYNTAX},
    {"tests/data/json/bad-deep.json", DTI_E_LIMIT},
};

START_TEST(reads_the_corpus)
{
    size_t length;
    char *text = test_read_file(corpus[_i].path, &length);
    cJSON *tree = NULL;
    const dti_status status = parse(text, length, &standard, NULL, &tree);
    ck_assert_msg(status == corpus[_i].status, "%s: %d", corpus[_i].path, (int)status);
    dti__json_free(tree);
    free(text);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("json/tree");
    TCase *refused = tcase_create("refused");
    tcase_add_loop_test(refused, refuses, 0, (int)COUNT(bad_documents));
    tcase_add_test(refused, refuses_every_beginning);
    tcase_add_loop_test(refused, shows_what_was_found, 0, (int)COUNT(found_texts));
    tcase_add_loop_test(refused, says_what_was_expected, 0, (int)COUNT(expected_terms));
    suite_add_tcase(suite, refused);
    TCase *accepted = tcase_create("accepted");
    tcase_add_loop_test(accepted, accepts, 0, (int)COUNT(good_documents));
    tcase_add_test(accepted, builds_every_kind);
    tcase_add_test(accepted, takes_null_for_an_empty_text);
    suite_add_tcase(suite, accepted);
    TCase *keys = tcase_create("keys");
    tcase_add_loop_test(keys, refuses_keys_that_are_there_twice, 0, (int)COUNT(twin_documents));
    tcase_add_test(keys, accepts_keys_that_only_look_alike);
    tcase_add_test(keys, counts_more_twins_than_a_report_keeps);
    tcase_add_test(keys, accepts_many_keys);
    suite_add_tcase(suite, keys);
    TCase *limits = tcase_create("limits");
    tcase_add_loop_test(limits, keeps_limits, 0, (int)COUNT(limit_cases));
    tcase_add_test(limits, nests_64_levels);
    tcase_add_test(limits, bounds_the_text_of_numbers);
    suite_add_tcase(suite, limits);
    TCase *memory = tcase_create("memory");
    tcase_add_test(memory, survives_without_memory);
    tcase_add_test(memory, tells_faults_without_memory);
    suite_add_tcase(suite, memory);
    TCase *files = tcase_create("corpus");
    tcase_add_loop_test(files, reads_the_corpus, 0, (int)COUNT(corpus));
    suite_add_tcase(suite, files);
    return suite;
}
