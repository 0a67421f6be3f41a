/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Figures and their origins as arguments of messages. */
#ifndef DTI_MODEL_WORDS_H
#define DTI_MODEL_WORDS_H

#include "model/dossier.h"

/* What is said of an input: a figure, the name of a choice, a word for a state. The argument
 * borrows its texts. */
struct dti__arg dti__figure_arg(const struct dti__input *input, uint8_t state, double number,
                                const char *text);
struct dti__arg dti__report_arg(const struct dti__input *input,
                                const struct dti__report_of *report);

#define DTI__ORIGIN_SIZE 96
/* Who reported where, "so-noi-vu II.I.1"; long names are cut. */
const char *dti__origin_text(const struct dti__report_of *report, char out[DTI__ORIGIN_SIZE]);

#endif
