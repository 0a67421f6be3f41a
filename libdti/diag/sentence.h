/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Sentence: words one after the other in the caller's buffer, with the whole length counted as
 * snprintf() does. */
#ifndef DTI_DIAG_SENTENCE_H
#define DTI_DIAG_SENTENCE_H

#include "diag/message.h"

struct dti__sentence {
    char *buffer;
    size_t size;
    size_t length;
    dti_lang lang;
};

/* An empty sentence; buffer may be NULL with size 0. */
struct dti__sentence dti__sentence_begin(dti_lang lang, char *buffer, size_t size);
/* What does not fit is cut between characters. */
void dti__sentence_put(struct dti__sentence *sentence, const char *text);
void dti__sentence_say(struct dti__sentence *sentence, enum dti__msg message,
                       const struct dti__arg *args, size_t arg_count);
/* Text from outside that may be longer than an argument of a message: shown safely, up to 1 KiB. */
void dti__sentence_quote(struct dti__sentence *sentence, const char *text);

#endif
