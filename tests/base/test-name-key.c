/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What two names have in common: each case says at which strictness they are one. */
#include "support.h"

#include "base/fold.h"
#include "base/name-key.h"

#include <stdlib.h>
#include <string.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

enum same {
    NEVER,
    WITH_MARKS, /* already when marks count */
    WITHOUT_MARKS,
    LOOSELY, /* only when the first has a title without marks */
};

static const struct {
    const char *written;
    const char *name;
    enum same same;
} pairs[] = {
    {"Quảng Nam", "Quảng Nam", WITH_MARKS},
    {"QUẢNG NAM", "quảng nam", WITH_MARKS},
    {"Qua\xCC\x89ng Nam", "Quảng Nam", WITH_MARKS},              /* NFD */
    {"Đà Nẵng", "\xC3\x90\xC3\xA0 N\xE1\xBA\xB5ng", WITH_MARKS}, /* Ð of Icelandic */
    {"ﬁ", "fi", WITH_MARKS},
    {"  Quảng\xC2\xA0 Nam ", "Quảng Nam", WITH_MARKS},
    {"TT-Huế", "TT. Huế", WITH_MARKS},
    {"Bà Rịa – Vũng Tàu", "Bà Rịa-Vũng Tàu", WITH_MARKS},
    {"BR – VT", "BRVT", WITH_MARKS},
    {"Bộ Văn hóa, Thể thao", "Bộ Văn hóa Thể thao", WITH_MARKS},
    {"tỉnh Quảng Nam", "Quảng Nam", WITH_MARKS},
    {"Tỉnh: Quảng Nam", "Quảng Nam", WITH_MARKS},
    {"Thành phố Đà Nẵng", "TP. Đà Nẵng", WITH_MARKS},
    {"TP.Đà Nẵng", "Đà Nẵng", WITH_MARKS},
    {"Da Nang", "Đà Nẵng", WITHOUT_MARKS},
    {"Dà Nẵng", "Đà Nẵng", WITH_MARKS}, /* đ is no difference */
    {"Hoà Bình", "Hòa Bình", WITHOUT_MARKS},
    {"Kiến Giang", "Kiên Giang", WITHOUT_MARKS},
    {"TP Hue", "Huế", WITHOUT_MARKS},
    {"tinh Quang Nam", "Quảng Nam", LOOSELY},
    {"thanh pho Ho Chi Minh", "Hồ Chí Minh", LOOSELY},
    {"thanh  pho - Ho Chi Minh", "Hồ Chí Minh", LOOSELY},
    {"Tinh Gia", "Tĩnh Gia", WITHOUT_MARKS},
    {"Gia", "Tĩnh Gia", NEVER}, /* the title of a name that is found is only taken with its marks */
    {"Quảng Ngãi", "Quảng Nam", NEVER},
    {"tỉnhQuảng Nam", "Quảng Nam", NEVER},
    {"TPHCM", "HCM", NEVER}, /* no word ends there */
    {"TP", "", NEVER},
    {"tỉnh", "", NEVER},
    {" – ", "", WITH_MARKS},
    {"a1", "a2", NEVER},
};

static char *key(struct dti__arena *arena, const char *text, enum dti__name_key kind)
{
    char *exact = test_exact(text, strlen(text) + 1);
    char *made = dti__name_key(arena, exact, kind);
    ck_assert_ptr_nonnull(made);
    free(exact);
    return made;
}

START_TEST(tells_what_is_the_same)
{
    struct dti__arena arena;
    dti__arena_init(&arena, &dti__malloc_allocator);
    const char *written = pairs[_i].written;
    const char *name = pairs[_i].name;
    const char *bare = key(&arena, name, DTI__KEY_BARE);
    const bool is_marked =
        strcmp(key(&arena, written, DTI__KEY_MARKED), key(&arena, name, DTI__KEY_MARKED)) == 0;
    const bool is_bare = strcmp(key(&arena, written, DTI__KEY_BARE), bare) == 0;
    const bool is_loose = strcmp(key(&arena, written, DTI__KEY_LOOSE), bare) == 0;
    const enum same found = is_marked  ? WITH_MARKS
                            : is_bare  ? WITHOUT_MARKS
                            : is_loose ? LOOSELY
                                       : NEVER;
    ck_assert_msg(found == pairs[_i].same, "\"%s\" and \"%s\": %d instead of %d", written, name,
                  (int)found, (int)pairs[_i].same);
    dti__arena_release(&arena);
}
END_TEST

START_TEST(reads_as_one_word)
{
    struct dti__arena arena;
    dti__arena_init(&arena, &dti__malloc_allocator);
    ck_assert_str_eq(key(&arena, "TP. Hồ Chí Minh", DTI__KEY_BARE), "hochiminh");
    ck_assert_str_eq(key(&arena, "Đắk Lắk 2", DTI__KEY_LOOSE), "daklak2");
    ck_assert_str_eq(key(&arena, "Huế", DTI__KEY_MARKED), "hue\xCC\x82\xCC\x81");
    ck_assert_str_eq(key(&arena, "", DTI__KEY_MARKED), "");
    dti__arena_release(&arena);
}
END_TEST

START_TEST(leaves_long_texts_alone)
{
    struct dti__arena arena;
    dti__arena_init(&arena, &dti__malloc_allocator);
    char text[DTI__MOST_FOLDED + 2];
    memset(text, 'A', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    ck_assert_str_eq(key(&arena, text, DTI__KEY_BARE), text);
    text[DTI__MOST_FOLDED] = '\0';
    ck_assert_int_eq(key(&arena, text, DTI__KEY_BARE)[0], 'a');
    dti__arena_release(&arena);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("base-name-key");
    TCase *tcase = tcase_create("name key");
    tcase_add_loop_test(tcase, tells_what_is_the_same, 0, LENGTH_OF(pairs));
    tcase_add_test(tcase, reads_as_one_word);
    tcase_add_test(tcase, leaves_long_texts_alone);
    suite_add_tcase(suite, tcase);
    return suite;
}
