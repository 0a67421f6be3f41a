/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Position: turns offsets into lines and columns, walking forward so that many cost one pass. */
#ifndef DTI_JSON_POSITION_H
#define DTI_JSON_POSITION_H

#include <stddef.h>
#include <stdint.h>

struct dti__position {
    size_t offset;
    uint32_t line;   /* line feeds before it + 1 */
    uint32_t column; /* code points before it in its line + 1 */
};

/* The place of the first character of a text that begins at `origin`, see dti__scan_origin(). */
struct dti__position dti__position_first(size_t origin);
/* Goes on to an offset that is not before position->offset; the text between is valid UTF-8. */
void dti__position_advance(struct dti__position *position, const char *text, size_t offset);

#endif
