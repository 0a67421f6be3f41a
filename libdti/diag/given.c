/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "diag/given.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

dti_status dti__given_text(struct dti__arena *arena, const char *text, const char *name,
                           const char **copy, dti_error **error)
{
    size_t bad = 0;
    if (text == NULL) {
        return DTI_OK;
    }
    const size_t length = strlen(text);
    if (length == 0) {
        return dti__fail(error, DTI__MSG_EMPTY_TEXT, DTI__ARGS(DTI__TEXT(name)));
    }
    if (length > DTI_LIMIT_STRING) {
        return dti__fail(error, DTI__MSG_JSON_STRING, DTI__ARGS(DTI__INTEGER(DTI_LIMIT_STRING)));
    }
    if (!dti__utf8_valid(text, length, &bad)) {
        char byte[8];
        (void)snprintf(byte, sizeof byte, "0x%02X", (unsigned)(unsigned char)text[bad]);
        return dti__fail(error, DTI__MSG_JSON_UTF8, DTI__ARGS(DTI__TEXT(byte)));
    }
    const char *normal = dti__nfc(arena, text, length);
    if (normal == NULL) {
        return dti__fail_nomem(error);
    }
    *copy = normal;
    return DTI_OK;
}
