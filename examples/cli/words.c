/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* All that the command says, in Vietnamese and English (words.def). */
#include "words.h"

#include <string.h>

static const struct {
    const char *vi;
    const char *en;
} words[] = {
#define WORD(name, vi, en) {vi, en},
#include "words.def"
#undef WORD
};

const char *word(dti_lang lang, enum word id)
{
    return lang == DTI_LANG_EN ? words[id].en : words[id].vi;
}

void word_fill(struct text *out, dti_lang lang, enum word id, const char *const *with)
{
    size_t count = 0;
    while (with[count]) {
        count++;
    }
    const char *at = word(lang, id);
    for (const char *place = strchr(at, '{'); place; place = strchr(at, '{')) {
        text_add_bytes(out, at, (size_t)(place - at));
        size_t index = (size_t)(place[1] - '0');
        text_add(out, index < count ? with[index] : "");
        at = place + strlen("{0}");
    }
    text_add(out, at);
}
