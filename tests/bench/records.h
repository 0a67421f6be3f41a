/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A year's evidence of a large province: a dossier with as many records as are wanted, each with
 * the history of its review, as the text of a document. */
#ifndef BENCH_RECORDS_H
#define BENCH_RECORDS_H

#include <dti/dti.h>

/* NULL when something failed. Yours: dti_text_free(). */
dti_text *records_make(const dti_dossier *base, unsigned count);

#endif
