/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* In a token, "~" is written "~0" and "/" is written "~1" (RFC 6901, section 3). */
#include "json/pointer.h"

#include <string.h>

void dti__pointer_put_key(struct dti__buffer *out, const char *key)
{
    dti__buffer_put_char(out, '/');
    for (;;) {
        const size_t run = strcspn(key, "~/");
        dti__buffer_put(out, key, run);
        key += run;
        if (*key == '\0') {
            return;
        }
        dti__buffer_put_text(out, *key == '~' ? "~0" : "~1");
        key++;
    }
}

void dti__pointer_put_index(struct dti__buffer *out, size_t index)
{
    char digits[24]; /* of any size_t */
    size_t first = sizeof digits;
    do {
        first--;
        digits[first] = (char)('0' + index % 10);
        index /= 10;
    } while (index > 0);
    dti__buffer_put_char(out, '/');
    dti__buffer_put(out, digits + first, sizeof digits - first);
}
