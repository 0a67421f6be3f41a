/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "diag/sentence.h"

#include "diag/line.h"

#include <string.h>

struct dti__sentence dti__sentence_begin(dti_lang lang, char *buffer, size_t size)
{
    if (size > 0)
        buffer[0] = '\0';
    return (struct dti__sentence){buffer, size, 0, lang};
}

void dti__sentence_put(struct dti__sentence *sentence, const char *text)
{
    size_t count = strlen(text);
    if (sentence->length < sentence->size) {
        size_t room = sentence->size - sentence->length - 1;
        size_t copied = count < room ? count : room;
        while (copied < count && copied > 0 && ((unsigned char)text[copied] & 0xC0) == 0x80)
            copied--;
        memcpy(sentence->buffer + sentence->length, text, copied);
        sentence->buffer[sentence->length + copied] = '\0';
        if (copied < count)
            sentence->size = 0; /* nothing goes behind a cut */
    }
    sentence->length += count;
}

void dti__sentence_say(struct dti__sentence *sentence, enum dti__msg message,
                       const struct dti__arg *args, size_t arg_count)
{
    char text[512];
    dti__message_format(message, sentence->lang, args, arg_count, text, sizeof text);
    dti__sentence_put(sentence, text);
}

void dti__sentence_quote(struct dti__sentence *sentence, const char *text)
{
    char safe[1024];
    struct dti__line line;
    dti__line_init(&line, safe, sizeof safe);
    dti__line_put(&line, text, strlen(text));
    dti__sentence_put(sentence, safe);
}
