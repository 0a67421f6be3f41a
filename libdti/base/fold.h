/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Fold: what is left of a name when case, white space and ways of encoding it are taken away, so
 * that a name that people typed is found again. */
#ifndef DTI_BASE_FOLD_H
#define DTI_BASE_FOLD_H

#include "base/arena.h"

/* Texts beyond this are compared as they are: nobody types such names, and ordering their marks
 * would take long. */
#define DTI__MOST_FOLDED 4096

/* NFKC, case folded, without white space and invisible characters; "đ" stands for all letters that
 * look like it. Valid UTF-8 in; terminated text in the arena, NULL when out of memory. */
char *dti__fold(struct dti__arena *arena, const char *text);

#endif
