/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Arguments: what one argument of a message looks like to a reader and to a program. */
#ifndef DTI_DIAG_ARGUMENT_H
#define DTI_DIAG_ARGUMENT_H

#include "diag/message.h"

enum {
    DTI__SHOWN_SIZE = 120 + 1, /* of an argument inside a message */
    DTI__MESSAGE_SIZE = 500 + 1,
};

/* For readers: in a language, safe, cut. Returns the length. */
size_t dti__argument_show(const struct dti__arg *arg, dti_lang lang, char out[DTI__SHOWN_SIZE]);

/* For programs: texts as they came, numbers exact with a decimal point, words in English. The text
 * of the argument itself, static text, or written to scratch. */
const char *dti__argument_plain(const struct dti__arg *arg, char scratch[DTI__SHOWN_SIZE]);

#endif
