/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Name key: what is left of a proper name when it is compared with what people write: letters,
 * digits, and marks as long as they help. */
#ifndef DTI_BASE_NAME_KEY_H
#define DTI_BASE_NAME_KEY_H

#include "base/arena.h"

enum dti__name_key {
    DTI__KEY_MARKED, /* "TP. Huế", "thành phố Huế" and "HUẾ" are one */
    DTI__KEY_BARE,   /* and so is "TP Hue" */
    DTI__KEY_LOOSE,  /* and so is "thanh pho Hue": a name may begin with such a word, so this is for
                        what is looked for, never for what is found */
};

/* The key of valid UTF-8: case, ways of encoding, đ, dashes, spaces, points and a word for
 * "province" or "city" in front are gone. Terminated text in the arena, "" if there is no letter
 * and no digit; NULL when out of memory. */
char *dti__name_key(struct dti__arena *arena, const char *text, enum dti__name_key kind);

#endif
