/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Figures and their origins as arguments of messages. */
#ifndef DTI_MODEL_WORDS_H
#define DTI_MODEL_WORDS_H

#include "diag/argument.h"
#include "model/dossier.h"

/* What is said of an input: a figure, the name of a choice, a word for a state. The argument
 * borrows its texts. */
struct dti__arg dti__figure_arg(const struct dti__input *input, uint8_t state, double number,
                                const char *text);
struct dti__arg dti__report_arg(const struct dti__input *input,
                                const struct dti__report_of *report);

/* In which row of which form, "biểu II, dòng II.1", by dti_lang; shorter than an argument is shown.
 */
#define DTI__PLACE_SIZE 90
struct dti__place_words {
    char in[2][DTI__PLACE_SIZE];
};
void dti__place_words(const struct dti__report_of *report, struct dti__place_words *words);

/* Who reported where, "Sở Nội vụ, biểu II, dòng II.1"; long names are cut. Without names it is the
 * id of the reporter. The argument borrows the words. */
struct dti__origin_words {
    char in[2][DTI__SHOWN_SIZE];
};
struct dti__arg dti__origin_arg(const struct dti__report_of *report, struct dti__text2 names,
                                struct dti__origin_words *words);

#endif
