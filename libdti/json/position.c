/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Lines and columns are found by counting line feeds, and characters behind the last of them. */
#include "json/position.h"

#include "base/utf8.h"

#include <string.h>

struct dti__position dti__position_first(size_t origin)
{
    return (struct dti__position){.offset = origin, .line = 1, .column = 1};
}

void dti__position_advance(struct dti__position *position, const char *text, size_t offset)
{
    const char *end = text + offset;
    const char *from = text + position->offset;
    const char *feed;
    while (from < end && (feed = memchr(from, '\n', (size_t)(end - from))) != NULL) {
        from = feed + 1;
        position->line++;
        position->column = 1;
    }
    position->column += (uint32_t)dti__utf8_count(from, (size_t)(end - from));
    position->offset = offset;
}
