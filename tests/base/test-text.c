/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Text: UTF-8, NFC, ids, codes and names. */
#include "support.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/name.h"
#include "base/utf8.h"

#define LITERAL(text) text, sizeof(text) - 1

/* ---- UTF-8 ---- */

static const struct {
    const char *text;
    size_t length;
    size_t count; /* of code points */
} valid[] = {
    {LITERAL(""), 0},
    {LITERAL("DTI"), 3},
    {LITERAL("a\0b"), 3},
    {LITERAL("\x7F"), 1},
    {LITERAL("\xC2\x80"), 1},
    {LITERAL("\xDF\xBF"), 1},
    {LITERAL("\xE0\xA0\x80"), 1},
    {LITERAL("\xED\x9F\xBF"), 1},
    {LITERAL("\xEE\x80\x80"), 1},
    {LITERAL("\xEF\xBF\xBF"), 1},
    {LITERAL("\xF0\x90\x80\x80"), 1},
    {LITERAL("\xF4\x8F\xBF\xBF"), 1},
    {LITERAL("Qu\xE1\xBA\xA3ng Nam"), 9},
    {LITERAL("\xEF\xBB\xBFx"), 2},
};

START_TEST(test_valid)
{
    size_t bad = 4711;
    char *text = test_exact(valid[_i].text, valid[_i].length);
    ck_assert(dti__utf8_valid(text, valid[_i].length, &bad));
    ck_assert_uint_eq(bad, 4711);
    ck_assert_uint_eq(dti__utf8_count(text, valid[_i].length), valid[_i].count);
    free(text);
}
END_TEST

static const struct {
    const char *text;
    size_t length;
    size_t bad;
} invalid[] = {
    {LITERAL("\x80"), 0}, /* continuation alone */
    {LITERAL("abc\xBF"), 3},
    {LITERAL("\xC0\x80"), 0}, /* overlong forms of 0 and 7F */
    {LITERAL("\xC1\xBF"), 0},
    {LITERAL("\xE0\x80\x80"), 0},
    {LITERAL("\xE0\x9F\xBF"), 0},
    {LITERAL("\xF0\x80\x80\x80"), 0},
    {LITERAL("\xF0\x8F\xBF\xBF"), 0},
    {LITERAL("\xED\xA0\x80"), 0}, /* surrogates */
    {LITERAL("\xED\xBF\xBF"), 0},
    {LITERAL("ab\xED\xA0\xBD\xED\xB8\x80"), 2}, /* CESU-8 */
    {LITERAL("\xF4\x90\x80\x80"), 0},           /* U+110000 */
    {LITERAL("\xF5\x80\x80\x80"), 0},
    {LITERAL("\xF8\x88\x80\x80\x80"), 0}, /* five bytes, as once upon a time */
    {LITERAL("\xFE"), 0},
    {LITERAL("\xFF"), 0},
    {LITERAL("\xC3"), 0}, /* cut off */
    {LITERAL("\xE1\xBA"), 0},
    {LITERAL("\xF0\x9F\x98"), 0},
    {LITERAL("x\xE1"), 1},
    {LITERAL("\xC3("), 0}, /* interrupted */
    {LITERAL("\xE1(\xA3"), 0},
    {LITERAL("\xE1\xBA("), 0},
    {LITERAL("\xF0(\x98\x80"), 0},
    {LITERAL("\xF0\x9F(\x80"), 0},
    {LITERAL("\xF0\x9F\x98("), 0},
    {LITERAL("Qu\xE1\xBA\xA3ng \xE1\xBA Nam"), 8},
    {LITERAL("Qu\xC3\xA3ng Nam T\xEDnh"), 12}, /* Latin-1 */
};

START_TEST(test_invalid)
{
    size_t bad = 4711;
    char *text = test_exact(invalid[_i].text, invalid[_i].length);
    ck_assert(!dti__utf8_valid(text, invalid[_i].length, &bad));
    ck_assert_uint_eq(bad, invalid[_i].bad);
    free(text);
}
END_TEST

/* All code points there are, and the first two bytes against table 3-7 of the Unicode standard. */
START_TEST(test_every_code_point)
{
    for (uint32_t point = 0; point <= 0x10FFFF; point++) {
        char text[4];
        size_t bad;
        const size_t length = dti__utf8_put(point, text);
        const size_t expected = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        const bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
        if (length != expected || dti__utf8_valid(text, length, &bad) == is_surrogate ||
            dti__utf8_count(text, length) != 1) {
            ck_abort_msg("U+%04X", (unsigned)point);
        }
    }
    static const struct {
        int first_low, first_high, second_low, second_high;
        size_t length;
    } table_3_7[] = {
        {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3},
        {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
        {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
    };
    for (int first = 0x80; first <= 0xFF; first++) {
        for (int second = 0; second <= 0xFF; second++) {
            size_t length = 0;
            for (size_t i = 0; i < sizeof table_3_7 / sizeof *table_3_7; i++) {
                if (first >= table_3_7[i].first_low && first <= table_3_7[i].first_high &&
                    second >= table_3_7[i].second_low && second <= table_3_7[i].second_high) {
                    length = table_3_7[i].length;
                }
            }
            for (size_t given = 2; given <= 4; given++) {
                const char text[4] = {(char)first, (char)second, (char)0x80, (char)0x80};
                size_t bad = 0;
                if (dti__utf8_valid(text, given, &bad) != (given == length)) {
                    ck_abort_msg("%02X %02X, %zu bytes", (unsigned)first, (unsigned)second, given);
                }
            }
        }
    }
}
END_TEST

START_TEST(test_put)
{
    char out[4];
    ck_assert_uint_eq(dti__utf8_put(0x1EA3, out), 3);
    ck_assert_mem_eq(out, "\xE1\xBA\xA3", 3);
    ck_assert_uint_eq(dti__utf8_put(0x1F600, out), 4);
    ck_assert_mem_eq(out, "\xF0\x9F\x98\x80", 4);
    ck_assert_uint_eq(dti__utf8_put(0xE9, out), 2);
    ck_assert_mem_eq(out, "\xC3\xA9", 2);
    ck_assert_uint_eq(dti__utf8_put('z', out), 1);
    ck_assert_int_eq(out[0], 'z');
}
END_TEST

/* ---- NFC ---- */

/* Vietnamese in every spelling, and lines of NormalizationTest.txt (Unicode) that decide something.
 */
static const struct {
    const char *text;
    const char *composed;
} nfc_cases[] = {
    {"", ""},
    {"Quang Nam", "Quang Nam"},
    {"Qua\xCC\x89ng Nam", "Qu\xE1\xBA\xA3ng Nam"},
    {"Qu\xE1\xBA\xA3ng Nam", "Qu\xE1\xBA\xA3ng Nam"},
    {"Chi\xCC\x89 s\x6F\xCC\x82\xCC\x81 chuye\xCC\x82\xCC\x89n \xC4\x91o\xCC\x82\xCC\x89i",
     "Ch\xE1\xBB\x89 s\xE1\xBB\x91 chuy\xE1\xBB\x83n \xC4\x91\xE1\xBB\x95i"},
    {"a\xCC\x81\xCC\xA3\x62", "\xE1\xBA\xA1\xCC\x81\x62"}, /* a disorder in the middle */
    {"e\xCC\xA3\xCC\x82", "\xE1\xBB\x87"},                 /* e, dot below, circumflex */
    {"e\xCC\x82\xCC\xA3", "\xE1\xBB\x87"},                 /* the other order */
    {"\xC3\xAA\xCC\xA3", "\xE1\xBB\x87"},                  /* ê, dot below: as Windows types it */
    {"\xE1\xBA\xB9\xCC\x82", "\xE1\xBB\x87"},              /* ẹ, circumflex */
    {"u\xCC\x9B\xCC\xA3", "\xE1\xBB\xB1"},                 /* u, horn, dot below */
    {"u\xCC\xA3\xCC\x9B", "\xE1\xBB\xB1"},                 /* the other order */
    {"U\xCC\x9B\xCC\x83", "\xE1\xBB\xAE"},                 /* Ữ */
    {"\xC6\xB0\xCC\x80", "\xE1\xBB\xAB"},                  /* ư, grave */
    {"a\xCD\x80", "\xC3\xA0"}, /* U+0340, the old Vietnamese tone mark */
    {"a\xCD\x81", "\xC3\xA1"}, /* U+0341 */
    {"\xE2\x80\x93 \xE2\x80\x9C\xE2\x80\x9D", "\xE2\x80\x93 \xE2\x80\x9C\xE2\x80\x9D"},
    {"\xE2\x84\xAB", "\xC3\x85"},                     /* Ångström sign */
    {"\xE2\x84\xA6", "\xCE\xA9"},                     /* ohm sign */
    {"\xE2\x80\x80", "\xE2\x80\x82"},                 /* en quad */
    {"\xE1\xB8\x8A\xCC\xA3", "\xE1\xB8\x8C\xCC\x87"}, /* 1E0A 0323 → 1E0C 0307 */
    {"D\xCC\x87\xCC\xA3", "\xE1\xB8\x8C\xCC\x87"},
    {"\xE0\xA5\x98", "\xE0\xA4\x95\xE0\xA4\xBC"}, /* 0958 is excluded from composition */
    {"\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", "\xEA\xB0\x81"},
    {"\xEA\xB0\x80\xE1\x86\xA8", "\xEA\xB0\x81"},
    {"\xEF\xA4\x80", "\xE8\xB1\x88"}, /* a compatibility ideograph with a canonical mapping */
    {"\xF0\x9D\x85\x9E", "\xF0\x9D\x85\x97\xF0\x9D\x85\xA5"},
    {"\xF0\x91\x82\x99\xF0\x91\x82\xBA", "\xF0\x91\x82\x9A"},
    {"\xCC\x81\x61", "\xCC\x81\x61"}, /* a mark with nothing before it */
    {"\xEF\xAC\x81", "\xEF\xAC\x81"}, /* the ligature fi is compatibility only */
};

START_TEST(test_nfc)
{
    struct dti__arena arena;
    dti__arena_init(&arena, &dti__malloc_allocator);
    const size_t length = strlen(nfc_cases[_i].text);
    char *text = test_exact(nfc_cases[_i].text, length);
    char *composed = dti__nfc(&arena, text, length);
    ck_assert_ptr_nonnull(composed);
    ck_assert_str_eq(composed, nfc_cases[_i].composed);
    ck_assert_str_eq(dti__nfc(&arena, composed, strlen(composed)), composed);
    free(text);
    dti__arena_release(&arena);
}
END_TEST

/* The glance that passes a text as composed must not pass what the tables would change: U+4E00
 * behind a letter leads it through the tables. */
START_TEST(test_nfc_glance)
{
    static const struct {
        uint32_t low, high;
    } ranges[] = {{1, 0x2FF}, {0x1EA0, 0x1EFF}, {0x2010, 0x2027}};
    struct dti__arena arena;
    dti__arena_init(&arena, &dti__malloc_allocator);
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        for (uint32_t point = ranges[i].low; point <= ranges[i].high; point++) {
            char text[16] = "a";
            const size_t length = 1 + dti__utf8_put(point, text + 1);
            ck_assert_str_eq(dti__nfc(&arena, text, length), text);
            strcpy(text + length, "\xE4\xB8\x80");
            ck_assert_str_eq(dti__nfc(&arena, text, strlen(text)), text);
        }
    }
    /* … and must look at the neighbours of these ranges. */
    ck_assert_str_eq(dti__nfc(&arena, "a\xCC\x80", 3), "\xC3\xA0");
    ck_assert_str_eq(dti__nfc(&arena, "\xE1\xBA\x9B", 3), "\xE1\xBA\x9B");
    ck_assert_str_eq(dti__nfc(&arena, "\xE1\xBC\x80\xCC\x80", 5), "\xE1\xBC\x82");
    ck_assert_str_eq(dti__nfc(&arena, "\xE1\xBD\xB1", 3), "\xCE\xAC");
    ck_assert_str_eq(dti__nfc(&arena, "\xE2\x80\x81", 3), "\xE2\x80\x83");
    dti__arena_release(&arena);
}
END_TEST

START_TEST(test_nfc_nul)
{
    struct dti__arena arena;
    dti__arena_init(&arena, &dti__malloc_allocator);
    ck_assert_mem_eq(dti__nfc(&arena, "a\0a\xCC\x80", 5), "a\0\xC3\xA0", 5);
    dti__arena_release(&arena);
}
END_TEST

/* A million combining marks in the worst order: quadratic work would take minutes. */
START_TEST(test_nfc_hostile)
{
    enum {
        PAIRS = 250000
    };
    struct dti__arena arena;
    dti__arena_init(&arena, &dti__malloc_allocator);
    const size_t length = 1 + 4 * (size_t)PAIRS;
    char *text = malloc(length);
    ck_assert_ptr_nonnull(text);
    text[0] = 'a';
    for (size_t i = 0; i < PAIRS; i++) {
        memcpy(text + 1 + 4 * i, "\xCC\x81\xCC\xA3", 4); /* acute (230), dot below (220) */
    }
    const char *composed = dti__nfc(&arena, text, length);
    free(text);
    ck_assert_ptr_nonnull(composed);
    ck_assert_uint_eq(strlen(composed), 3 + 2 * (2 * (size_t)PAIRS - 1));
    ck_assert_mem_eq(composed, "\xE1\xBA\xA1", 3); /* ạ took the first dot */
    for (size_t i = 0; i < 2 * (size_t)PAIRS - 1; i++) {
        if (memcmp(composed + 3 + 2 * i, i < PAIRS - 1 ? "\xCC\xA3" : "\xCC\x81", 2) != 0) {
            ck_abort_msg("mark %zu", i);
        }
    }
    dti__arena_release(&arena);
}
END_TEST

static dti_status nfc_scenario(const dti_allocator *given, void *context)
{
    dti_allocator allocator;
    struct dti__arena arena;
    (void)context;
    ck_assert(dti__allocator_take(given, &allocator));
    dti__arena_init(&arena, &allocator);
    const char *composed = dti__nfc(&arena, "Qua\xCC\x89ng", 7);
    const char *plain = composed == NULL ? NULL : dti__nfc(&arena, "Quang", 5);
    if (plain != NULL) {
        ck_assert_str_eq(composed, "Qu\xE1\xBA\xA3ng");
    }
    dti__arena_release(&arena);
    return composed != NULL ? DTI_OK : DTI_E_NOMEM;
}

START_TEST(test_nfc_nomem)
{
    test_nomem(nfc_scenario, NULL);
}
END_TEST

/* ---- Ids and codes ---- */

#define TEN   "0123456789"
#define SIXTY TEN TEN TEN TEN TEN TEN

static const char *const ids[] = {
    "a",   "1",       "so-noi-vu",           "gso:49", "a-b-c", "vn-dti-province-922", "49",
    "x:y", "a-b:c-d", SIXTY SIXTY "0123456",
};

static const char *const no_ids[] = {
    NULL,        "",    "-",     "a-",   "-a",   "a--b", "A",
    "So-Noi-Vu", "a_b", "a.b",   "a b",  "a ",   " a",   ":",
    ":a",        "a:",  "a:b:c", "a:-b", "a-:b", "a::b", "s\xE1\xBB\x9F",
    "a/b",       "a\n", "{",     "`",    "/",    ":0:",  SIXTY SIXTY "01234567",
};

static const char *const codes[] = {
    "1", "6.10", "dti", "0.14", "1.2.3", "a-b", "-", "1-.-2", "01", SIXTY "012",
};

static const char *const no_codes[] = {
    NULL,  "",   ".",  "1.",  ".1",  "1..2",     "A",
    "1.A", "1 ", " 1", "1,2", "1:2", "\xC4\x91", SIXTY "0123",
};

START_TEST(test_id)
{
    ck_assert(dti__is_id(ids[_i]));
}
END_TEST

START_TEST(test_no_id)
{
    ck_assert(!dti__is_id(no_ids[_i]));
}
END_TEST

START_TEST(test_code)
{
    ck_assert(dti__is_code(codes[_i]));
}
END_TEST

START_TEST(test_no_code)
{
    ck_assert(!dti__is_code(no_codes[_i]));
}
END_TEST

/* ---- Names ---- */

START_TEST(test_names)
{
    static const char *const texts[] = {"dti", NULL, "6.10", "6.1", "", "dti", "6.1", NULL};
    struct test_memory memory;
    struct dti__arena arena;
    struct dti__names names;
    size_t duplicate = 4711;
    test_memory_init(&memory);
    dti__arena_init(&arena, &memory.allocator);
    ck_assert(dti__names_build(&names, &arena, texts, 8, &duplicate));
    ck_assert_uint_eq(duplicate, 5);
    ck_assert_uint_eq(dti__names_find(&names, "dti"), 0);
    ck_assert_uint_eq(dti__names_find(&names, "6.10"), 2);
    ck_assert_uint_eq(dti__names_find(&names, "6.1"), 3);
    ck_assert_uint_eq(dti__names_find(&names, ""), 4);
    ck_assert_uint_eq(dti__names_find(&names, "6.11"), DTI__NONE);
    ck_assert_uint_eq(dti__names_find(&names, "DTI"), DTI__NONE);
    ck_assert_uint_eq(dti__names_find(&names, NULL), DTI__NONE);

    ck_assert(dti__names_build(&names, &arena, texts, 5, &duplicate));
    ck_assert_uint_eq(duplicate, DTI__NONE);
    ck_assert(dti__names_build(&names, &arena, NULL, 0, &duplicate));
    ck_assert_uint_eq(duplicate, DTI__NONE);
    ck_assert_uint_eq(dti__names_find(&names, "dti"), DTI__NONE);

    ck_assert(!dti__names_build(&names, &arena, texts, SIZE_MAX, &duplicate));
    ck_assert_uint_eq(dti__names_find(&names, "dti"), DTI__NONE);
    dti__arena_release(&arena);
    ck_assert_uint_eq(memory.live, 0);
}
END_TEST

START_TEST(test_many_names)
{
    enum {
        COUNT_OF_NAMES = 20000
    };
    struct dti__arena arena;
    struct dti__names names;
    size_t duplicate;
    dti__arena_init(&arena, &dti__malloc_allocator);
    const char **texts = dti__arena_array(&arena, COUNT_OF_NAMES, sizeof *texts);
    ck_assert_ptr_nonnull(texts);
    char text[16];
    for (int i = 0; i < COUNT_OF_NAMES; i++) {
        const int length = snprintf(text, sizeof text, "%d.%d", i / 100, i % 100);
        texts[i] = dti__arena_text(&arena, text, (size_t)length);
    }
    ck_assert(dti__names_build(&names, &arena, texts, COUNT_OF_NAMES, &duplicate));
    ck_assert_uint_eq(duplicate, DTI__NONE);
    for (int i = 0; i < COUNT_OF_NAMES; i++) {
        snprintf(text, sizeof text, "%d.%d", i / 100, i % 100);
        if (dti__names_find(&names, text) != (size_t)i) {
            ck_abort_msg("%s", text);
        }
    }
    ck_assert_uint_eq(dti__names_find(&names, "200.0"), DTI__NONE);
    dti__arena_release(&arena);
}
END_TEST

static dti_status names_scenario(const dti_allocator *given, void *context)
{
    static const char *const texts[] = {"a", "b", "c"};
    dti_allocator allocator;
    struct dti__arena arena;
    struct dti__names names;
    size_t duplicate;
    (void)context;
    ck_assert(dti__allocator_take(given, &allocator));
    dti__arena_init(&arena, &allocator);
    const bool is_built = dti__names_build(&names, &arena, texts, 3, &duplicate);
    ck_assert_uint_eq(dti__names_find(&names, "b"), is_built ? 1 : DTI__NONE);
    dti__arena_release(&arena);
    return is_built ? DTI_OK : DTI_E_NOMEM;
}

START_TEST(test_names_nomem)
{
    test_nomem(names_scenario, NULL);
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

Suite *test_suite(void)
{
    Suite *suite = suite_create("base-text");
    TCase *cases = tcase_create("utf8");
    tcase_add_loop_test(cases, test_valid, 0, COUNT(valid));
    tcase_add_loop_test(cases, test_invalid, 0, COUNT(invalid));
    tcase_add_test(cases, test_every_code_point);
    tcase_add_test(cases, test_put);
    suite_add_tcase(suite, cases);

    cases = tcase_create("nfc");
    tcase_add_loop_test(cases, test_nfc, 0, COUNT(nfc_cases));
    tcase_add_test(cases, test_nfc_glance);
    tcase_add_test(cases, test_nfc_nul);
    tcase_add_test(cases, test_nfc_hostile);
    tcase_add_test(cases, test_nfc_nomem);
    suite_add_tcase(suite, cases);

    cases = tcase_create("names");
    tcase_add_loop_test(cases, test_id, 0, COUNT(ids));
    tcase_add_loop_test(cases, test_no_id, 0, COUNT(no_ids));
    tcase_add_loop_test(cases, test_code, 0, COUNT(codes));
    tcase_add_loop_test(cases, test_no_code, 0, COUNT(no_codes));
    tcase_add_test(cases, test_names);
    tcase_add_test(cases, test_many_names);
    tcase_add_test(cases, test_names_nomem);
    suite_add_tcase(suite, cases);
    return suite;
}
