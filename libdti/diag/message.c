/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Messages: the registry as a constant table, and filling in the arguments. */
#include "diag/message.h"

#include "diag/argument.h"
#include "diag/line.h"

#include <string.h>

/* The registry writes a status without its prefix; this lets "OK" be pasted like the others. */
#define DTI_E_OK DTI_OK

struct entry {
    char id[sizeof "DTI-0000"];
    dti_severity severity;
    dti_status status;
    const char *vi;
    const char *en;
};

static const struct entry entries[] = {
#define DTI_MSG(number, name, severity, status, vi, en)                                            \
    [DTI__MSG_##name] = {"DTI-" #number, DTI_SEVERITY_##severity, DTI_E_##status, vi, en},
#include "diag/messages.def"
#undef DTI_MSG
};

static const struct entry *entry_of(enum dti__msg message)
{
    const size_t index = (size_t)message;
    return &entries[index < DTI__MSG_COUNT ? index : DTI__MSG_INTERNAL];
}

const char *dti__message_id(enum dti__msg message)
{
    return entry_of(message)->id;
}

const char *dti__message_text(enum dti__msg message, dti_lang lang)
{
    const struct entry *entry = entry_of(message);
    return lang == DTI_LANG_EN ? entry->en : entry->vi;
}

dti_severity dti__message_severity(enum dti__msg message)
{
    return entry_of(message)->severity;
}

dti_status dti__message_status(enum dti__msg message)
{
    return entry_of(message)->status;
}

/* Fills one line. A placeholder without its argument stays visible: it is a fault of ours and must
 * not look like a sentence. */
static void fill(struct dti__line *line, const char *pattern, dti_lang lang,
                 const struct dti__arg *args, size_t arg_count)
{
    while (*pattern != '\0') {
        const size_t plain = strcspn(pattern, "{");
        dti__line_put(line, pattern, plain);
        pattern += plain;
        if (pattern[0] == '\0') {
            return;
        }
        const size_t index = (size_t)((unsigned char)pattern[1] - '0'); /* huge if it is no digit */
        if (index < arg_count && index < DTI__MAX_ARGS && pattern[2] == '}') {
            char shown[DTI__SHOWN_SIZE];
            dti__line_put(line, shown, dti__argument_show(&args[index], lang, shown));
            pattern += strlen("{0}");
        } else {
            dti__line_put(line, pattern, 1);
            pattern += pattern[1] == '{' ? 2 : 1;
        }
    }
}

/* As snprintf(), but never leaves half a character. */
static size_t copy_out(const char *text, size_t length, char *buffer, size_t size)
{
    if (size == 0 || buffer == NULL) {
        return length;
    }
    size_t end = length < size ? length : size - 1;
    while (end > 0 && ((unsigned char)text[end] & 0xC0) == 0x80) {
        end--;
    }
    memcpy(buffer, text, end);
    buffer[end] = '\0';
    return length;
}

size_t dti__message_format(enum dti__msg message, dti_lang lang, const struct dti__arg *args,
                           size_t arg_count, char *buffer, size_t size)
{
    const struct entry *entry = entry_of(message);
    char text[DTI__MESSAGE_SIZE];
    struct dti__line line;
    dti__line_init(&line, text, sizeof text);
    fill(&line, lang == DTI_LANG_EN ? entry->en : entry->vi, lang, args,
         args != NULL ? arg_count : 0);
    return copy_out(text, line.length, buffer, size);
}
