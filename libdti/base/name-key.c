/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "base/name-key.h"

#include "base/fold.h"

#include <string.h>
#include <utf8proc.h>

/* Decomposed, so that marks stand by themselves. */
#define OPTIONS                                                                                    \
    ((utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |                  \
                         UTF8PROC_CASEFOLD | UTF8PROC_IGNORE))

#define CIRCUMFLEX 0x302
#define ACUTE      0x301
#define GRAVE      0x300
#define HOOK       0x309

#define LONGEST_TITLE 16

/* "tỉnh", "thành phố", "tp", each with the space after it. */
static const utf8proc_int32_t titles[][LONGEST_TITLE] = {
    {'t', 'i', HOOK, 'n', 'h', ' '},
    {'t', 'h', 'a', GRAVE, 'n', 'h', ' ', 'p', 'h', 'o', CIRCUMFLEX, ACUTE, ' '},
    {'t', 'p', ' '},
};

static bool is_mark(utf8proc_int32_t point)
{
    const utf8proc_category_t category = utf8proc_category(point);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ME;
}

static bool is_letter(utf8proc_int32_t point)
{
    const utf8proc_category_t category = utf8proc_category(point);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

static utf8proc_int32_t plain(utf8proc_int32_t point)
{
    const bool is_d = point == 0x111 || point == 0xF0 || point == 0x256; /* đ, ð, ɖ */
    return is_d ? 'd' : point;
}

/* Words with one space between them. */
static size_t keep_words(utf8proc_int32_t *points, size_t count)
{
    size_t kept = 0;
    bool is_apart = false;
    for (size_t i = 0; i < count; i++) {
        if (!is_letter(points[i]) && !is_mark(points[i])) {
            is_apart = kept > 0;
            continue;
        }
        /* kept < i where a space is due: what stood between the words made room for it */
        if (is_apart) {
            points[kept++] = ' ';
        }
        is_apart = false;
        points[kept++] = plain(points[i]);
    }
    return kept;
}

static size_t skip_marks(const utf8proc_int32_t *points, size_t count, size_t at)
{
    while (at < count && is_mark(points[at])) {
        at++;
    }
    return at;
}

/* Where the name begins if this title stands before it, else 0. */
static size_t after_title(const utf8proc_int32_t *points, size_t count,
                          const utf8proc_int32_t *title, bool is_loose)
{
    size_t at = 0;
    size_t k = 0;
    while (title[k] != 0) {
        if (is_loose) {
            at = skip_marks(points, count, at);
            k = skip_marks(title, LONGEST_TITLE, k);
        }
        if (at == count || points[at] != title[k]) {
            return 0;
        }
        at++;
        k++;
    }
    return at;
}

static size_t begin_of(const utf8proc_int32_t *points, size_t count, bool is_loose)
{
    for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++) {
        const size_t begin = after_title(points, count, titles[i], is_loose);
        if (begin > 0) {
            return begin;
        }
    }
    return 0;
}

/* One word without spaces, and without marks if they do not count. */
static size_t squeeze(utf8proc_int32_t *points, size_t begin, size_t count, bool keeps_marks)
{
    size_t kept = 0;
    for (size_t i = begin; i < count; i++) {
        if (points[i] != ' ' && (keeps_marks || !is_mark(points[i]))) {
            points[kept++] = points[i];
        }
    }
    return kept;
}

char *dti__name_key(struct dti__arena *arena, const char *text, enum dti__name_key kind)
{
    const size_t length = strlen(text);
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    if (length > DTI__MOST_FOLDED) {
        return dti__arena_text(arena, text, length);
    }
    const utf8proc_ssize_t needed =
        utf8proc_decompose(bytes, (utf8proc_ssize_t)length, NULL, 0, OPTIONS);
    if (needed <= 0) {
        return dti__arena_text(arena, text, 0);
    }
    /* One more: the UTF-8 text, written over the code points, is terminated. */
    utf8proc_int32_t *points = dti__arena_array(arena, (size_t)needed + 1, sizeof *points);
    if (points == NULL) {
        return NULL;
    }
    utf8proc_decompose(bytes, (utf8proc_ssize_t)length, points, needed, OPTIONS);
    size_t count = keep_words(points, (size_t)needed);
    const size_t begin = begin_of(points, count, kind == DTI__KEY_LOOSE);
    count = squeeze(points, begin, count, kind == DTI__KEY_MARKED);
    points[count] = 0;
    return utf8proc_reencode(points, (utf8proc_ssize_t)count, OPTIONS) < 0 ? NULL : (char *)points;
}
