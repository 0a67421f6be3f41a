/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Amounts of a reconciliation in sentences: as the figure beside them is printed, briefly. */
#ifndef DTI_ANALYSE_RECONCILE_AMOUNTS_H
#define DTI_ANALYSE_RECONCILE_AMOUNTS_H

#include "analyse/reconcile.h"
#include "diag/sentence.h"

/* How amounts of an unknown are shown: times by ÷ over, with so many decimals. */
struct dti__measure {
    int64_t by;
    int64_t over;
    int digits;
    bool is_whole;         /* ranks, counts: nothing between whole numbers */
    bool is_step;          /* a change of rank: up or down */
    enum dti__msg pattern; /* "{0} points"; that of no word is DTI__MSG_COUNT */
    const char *unit;      /* behind it, such as "%"; "" */
};

struct dti__shown {
    char text[176];
};

/* Points without the word; whatever has no word, with all its decimals. */
extern const struct dti__measure dti__measure_points;
extern const struct dti__measure dti__measure_plain;

/* As a figure is printed; as an unknown usually is. */
struct dti__measure dti__measure_of_figure(const dti_reconciliation *found,
                                           const struct dti__said *said, dti_lang lang);
struct dti__measure dti__measure_of_unknown(const dti_reconciliation *found, size_t unknown);

/* "41,75 đến 41,79", or one number where the digits of print do not tell more; without words. */
struct dti__shown dti__show_span(const struct dti__measure *measure, struct dti__span span,
                                 dti_lang lang);
/* The same with words: "giá trị 0,5808", "hạng 15", "tăng 8 bậc". */
struct dti__shown dti__show_amount(const struct dti__measure *measure, struct dti__span span,
                                   dti_lang lang);
/* The same beside a figure that says already what it is: "0,5808", "14", "tăng 8 bậc". Ends that
 * are the limits of nature are none: "ít nhất 0,30 điểm". */
struct dti__shown dti__show_other(const struct dti__measure *measure, struct dti__span span,
                                  struct dti__span limits, dti_lang lang);
/* The number alone, as printed, with the decimal mark of the language. */
struct dti__shown dti__show_digits(const struct dti__said *said, dti_lang lang);
/* "thừa 3,00 điểm": by how many points something is too much, or too little. */
struct dti__shown dti__show_surplus(struct dti__span span, dti_lang lang);
/* A figure as printed, with words, and with the decimal mark of the language. */
struct dti__shown dti__show_figure(const dti_reconciliation *found, const struct dti__said *said,
                                   dti_lang lang);

#endif
