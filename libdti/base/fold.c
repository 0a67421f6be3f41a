/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "base/fold.h"

#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

#define OPTIONS                                                                                    \
    ((utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE |                    \
                         UTF8PROC_CASEFOLD | UTF8PROC_IGNORE))

#define D_WITH_STROKE 0x111 /* đ */
#define ETH           0xF0  /* ð: old Vietnamese fonts and keyboards have it for đ */
#define D_WITH_TAIL   0x256 /* ɖ, whose capital looks like Đ */

static bool is_space(utf8proc_int32_t point)
{
    const utf8proc_category_t category = utf8proc_category(point);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP || (point >= '\t' && point <= '\r') || point == 0x85;
}

static utf8proc_ssize_t drop_spaces(utf8proc_int32_t *points, utf8proc_ssize_t count)
{
    utf8proc_ssize_t kept = 0;
    for (utf8proc_ssize_t i = 0; i < count; i++) {
        if (!is_space(points[i])) {
            points[kept++] =
                points[i] == ETH || points[i] == D_WITH_TAIL ? D_WITH_STROKE : points[i];
        }
    }
    return kept;
}

char *dti__fold(struct dti__arena *arena, const char *text)
{
    const size_t length = strlen(text);
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    if (length > DTI__MOST_FOLDED) {
        return dti__arena_text(arena, text, length);
    }
    const utf8proc_ssize_t needed =
        utf8proc_decompose(bytes, (utf8proc_ssize_t)length, NULL, 0, OPTIONS);
    if (needed <= 0) {
        return dti__arena_text(arena, text, needed == 0 ? 0 : length);
    }
    /* One more: the UTF-8 text, written over the code points, is terminated. */
    utf8proc_int32_t *points = dti__arena_array(arena, (size_t)needed + 1, sizeof *points);
    if (points == NULL) {
        return NULL;
    }
    utf8proc_ssize_t count =
        utf8proc_decompose(bytes, (utf8proc_ssize_t)length, points, needed, OPTIONS);
    count = drop_spaces(points, count);
    return utf8proc_reencode(points, count, OPTIONS) < 0 ? NULL : (char *)points;
}
