/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* All that the command says, in Vietnamese and English (words.def). */
#ifndef DTI_CLI_WORDS_H
#define DTI_CLI_WORDS_H

#include "text.h"

#include <dti/dti.h>

enum word {
#define WORD(name, vi, en) WORD_##name,
#include "words.def"
#undef WORD
    WORD_COUNT
};

const char *word(dti_lang lang, enum word id);

/* What stands for "{0}", "{1}" … in a text: WITH("a", "b"). */
#define WITH(...)                                                                                  \
    (const char *const[])                                                                          \
    {                                                                                              \
        __VA_ARGS__, NULL                                                                          \
    }

#define WITH_NOTHING ((const char *const[]){NULL})

/* Adds a text with its places filled. with: NULL-terminated. */
void word_fill(struct text *out, dti_lang lang, enum word id, const char *const *with);

#endif
