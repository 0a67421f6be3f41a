/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A text in two languages, as names and titles in documents are. */
#ifndef DTI_BASE_TEXT2_H
#define DTI_BASE_TEXT2_H

#include <dti/base.h>

struct dti__text2 { /* NULL: not given */
    const char *vi;
    const char *en;
};

/* The text in a language, Vietnamese where there is no other, "" where there is none. */
static inline const char *dti__text2_in(struct dti__text2 text, dti_lang lang)
{
    if (lang == DTI_LANG_EN && text.en)
        return text.en;
    return text.vi ? text.vi : "";
}

#endif
