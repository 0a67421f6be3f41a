/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A line shows nothing unsafe, ends at a whole character, and says when it was cut. */
#include "diag/line.h"

#include "support.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define FFFD             "\xEF\xBF\xBD"
#define LENGTH_OF(array) (sizeof(array) / sizeof((array)[0]))

static const struct {
    const char *text;
    const char *shown;
} shown_cases[] = {
    {"", ""},
    {"Quảng Nam", "Quảng Nam"},
    {"\xF0\x9F\x8C\xBE", "\xF0\x9F\x8C\xBE"}, /* U+1F33E */
    {"a\tb\nc\rd\x1B[31me\x7F", "a" FFFD "b" FFFD "c" FFFD "d" FFFD "[31me" FFFD},
    {"\xC2\x80|\xC2\x9F|\xC2\xA0", FFFD "|" FFFD "|\xC2\xA0"}, /* U+00A0 is an ordinary space */
    {"\xD8\x9C", FFFD},                                        /* U+061C */
    {"\xE2\x80\x8D", "\xE2\x80\x8D"},                          /* U+200D joins emoji: harmless */
    {"\xE2\x80\x8E|\xE2\x80\x8F|\xE2\x80\x90", FFFD "|" FFFD "|\xE2\x80\x90"},
    {"\xE2\x80\xA7|\xE2\x80\xA8|\xE2\x80\xA9", "\xE2\x80\xA7|" FFFD "|" FFFD},
    {"\xE2\x80\xAA\xE2\x80\xAB\xE2\x80\xAC\xE2\x80\xAD\xE2\x80\xAE|\xE2\x80\xAF",
     FFFD FFFD FFFD FFFD FFFD "|\xE2\x80\xAF"},
    {"\xE2\x81\xA5|\xE2\x81\xA6\xE2\x81\xA7\xE2\x81\xA8\xE2\x81\xA9|\xE2\x81\xAA",
     "\xE2\x81\xA5|" FFFD FFFD FFFD FFFD "|\xE2\x81\xAA"},
    {"\xEF\xBB\xBFx", FFFD "x"},                                          /* U+FEFF */
    {"\xEF\xBF\xBE\xEF\xBF\xBF|\xEF\xBF\xBD", FFFD FFFD "|" FFFD},        /* U+FFFE, U+FFFF */
    {"\xEF\xB7\x90\xEF\xB7\xAF|\xEF\xB7\x8F", FFFD FFFD "|\xEF\xB7\x8F"}, /* U+FDD0, U+FDEF */
    {"\xF4\x8F\xBF\xBF|\xF4\x8F\xBF\xBD", FFFD "|\xF4\x8F\xBF\xBD"},      /* U+10FFFF, U+10FFFD */
    {"a\xFFz", "a" FFFD "z"},                  /* never a byte of UTF-8 */
    {"\x80", FFFD},                            /* a continuation alone */
    {"\xC0\x80", FFFD FFFD},                   /* overlong U+0000 */
    {"\xED\xA0\x80", FFFD FFFD FFFD},          /* a surrogate */
    {"\xF4\x90\x80\x80", FFFD FFFD FFFD FFFD}, /* U+110000 */
    {"a\xE1\xBA", "a" FFFD FFFD},              /* ends inside a character */
    {"\xE1\xBAz", FFFD FFFD "z"},
};

START_TEST(test_shown)
{
    const char *text = shown_cases[_i].text;
    char *exact = test_exact(text, strlen(text));
    char bytes[100];
    struct dti__line line;
    dti__line_init(&line, bytes, sizeof bytes);
    dti__line_put(&line, exact, strlen(text));
    ck_assert_str_eq(bytes, shown_cases[_i].shown);
    ck_assert_uint_eq(line.length, strlen(bytes));
    ck_assert(!line.is_cut);
    free(exact);
}
END_TEST

/* Buffers of 11 bytes: 10 and a terminator; "…" takes 3. */
static const struct {
    const char *parts[3];
    const char *shown;
} cut_cases[] = {
    {{"0123456789"}, "0123456789"},
    {{"01234567890"}, "0123456…"},
    {{"0123456", "789"}, "0123456789"},
    {{"0123456", "7890"}, "0123456…"},
    {{"0123456789", "0"}, "0123456…"},
    {{"0123456789", ""}, "0123456789"},
    {{"01234567890", "a", "b"}, "0123456…"}, /* nothing follows a cut */
    {{"012345ệ9"}, "012345ệ9"},              /* ệ takes 3 bytes: 6 + 3 + 1 */
    {{"012345ệ90"}, "012345…"},              /* 6 + 3 leave 1: the mark goes before ệ */
    {{"0123ệ90123"}, "0123ệ…"},              /* 4 + 3 leave exactly 3 */
    {{"012345ệệ"}, "012345…"},               /* 6 + 3 + 3 */
    {{"ệệệ", "\xF0\x9F\x8C\xBE"}, "ệệ…"},    /* 6 + 3 = 9 */
    {{"0123456\t"}, "0123456" FFFD},         /* a replacement fits */
    {{"01234567\t"}, "0123456…"},            /* and this one does not */
};

START_TEST(test_cut)
{
    char *bytes = malloc(11); /* exact, for the address sanitizer */
    ck_assert_ptr_nonnull(bytes);
    struct dti__line line;
    dti__line_init(&line, bytes, 11);
    ck_assert_str_eq(bytes, "");
    for (size_t i = 0; i < 3 && cut_cases[_i].parts[i] != NULL; i++) {
        dti__line_put(&line, cut_cases[_i].parts[i], strlen(cut_cases[_i].parts[i]));
    }
    ck_assert_str_eq(bytes, cut_cases[_i].shown);
    ck_assert_uint_eq(line.length, strlen(bytes));
    ck_assert_int_eq(line.is_cut, strstr(bytes, "…") != NULL);
    free(bytes);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("diag/line");
    TCase *tcase = tcase_create("line");
    tcase_add_loop_test(tcase, test_shown, 0, (int)LENGTH_OF(shown_cases));
    tcase_add_loop_test(tcase, test_cut, 0, (int)LENGTH_OF(cut_cases));
    suite_add_tcase(suite, tcase);
    return suite;
}
