/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* RFC 8785, sections 3.2.2.1 to 3.2.2.3: literals, the escapes of ECMAScript, its numbers. */
#include "json/scalar.h"

#include "base/number.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static bool needs_escape(char c)
{
    return (unsigned char)c < 0x20 || c == '"' || c == '\\';
}

static void put_escape(struct dti__buffer *out, char c)
{
    static const char names[] = "\"\\bfnrt";
    static const char values[] = "\"\\\b\f\n\r\t";
    const char *value = memchr(values, c, sizeof values - 1);
    if (value != NULL) {
        const char escape[] = {'\\', names[value - values]};
        dti__buffer_put(out, escape, sizeof escape);
    } else {
        static const char digits[] = "0123456789abcdef";
        const char escape[] = {'\\', 'u', '0', '0', digits[(c >> 4) & 0xF], digits[c & 0xF]};
        dti__buffer_put(out, escape, sizeof escape);
    }
}

void dti__json_put_string(struct dti__buffer *out, const char *text)
{
    dti__buffer_put_char(out, '"');
    const char *run = text;
    const char *at = text;
    for (; *at != '\0'; at++) {
        if (needs_escape(*at)) {
            dti__buffer_put(out, run, (size_t)(at - run));
            put_escape(out, *at);
            run = at + 1;
        }
    }
    dti__buffer_put(out, run, (size_t)(at - run));
    dti__buffer_put_char(out, '"');
}

static void put_number(struct dti__buffer *out, double value)
{
    char text[DTI__NUMBER_SIZE];
    assert(isfinite(value));
    dti__buffer_put(out, text, dti__number_write(value, text));
}

void dti__json_put_scalar(struct dti__buffer *out, const cJSON *value)
{
    switch (value->type & 0xFF) {
    case cJSON_String:
        dti__json_put_string(out, value->valuestring);
        return;
    case cJSON_Number:
        put_number(out, value->valuedouble);
        return;
    case cJSON_True:
        dti__buffer_put_text(out, "true");
        return;
    case cJSON_False:
        dti__buffer_put_text(out, "false");
        return;
    default:
        assert((value->type & 0xFF) == cJSON_NULL);
        dti__buffer_put_text(out, "null");
        return;
    }
}

bool dti__json_is_object(const cJSON *value)
{
    return (value->type & 0xFF) == cJSON_Object;
}

bool dti__json_is_container(const cJSON *value)
{
    return dti__json_is_object(value) || (value->type & 0xFF) == cJSON_Array;
}
