/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What a file is: its content tells, not its name. */
#ifndef DTI_CLI_KIND_H
#define DTI_CLI_KIND_H

#include "words.h"

enum kind {
    KIND_DOSSIER, /* also what cannot be told: the library says what is wrong with it */
    KIND_FRAMEWORK,
    KIND_EVIDENCE,
    KIND_COLLECTION,
    KIND_FORM,
    KIND_TABLE,
    KIND_SHEET, /* a table of points, or a form whose titles were spelt in an unusual way: CSV */
    KIND_UNITS,
    KIND_CROSSWALK,
    KIND_TARGETS,
    KIND_OTHER /* a document of libdti that says so, but none of these */
};

enum kind kind_of(const char *text, size_t length);

/* "dossier", "evidence record" … */
enum word kind_word(enum kind kind);

#endif
