/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "model/words.h"

#include <stdio.h>

struct dti__arg dti__figure_arg(const struct dti__input *input, uint8_t state, double number,
                                const char *text)
{
    static const enum dti__msg states[DTI__STATE_COUNT] = {
        DTI__MSG_WORD_PRESENT, DTI__MSG_WORD_MISSING, DTI__MSG_WORD_NOT_APPLICABLE,
        DTI__MSG_WORD_NOT_ASSESSED, DTI__MSG_WORD_REJECTED};
    if (state != DTI_STATE_PRESENT)
        return DTI__TERM(states[state]);
    switch (input->kind) {
    case DTI_INPUT_CHOICE:
        return DTI__NAMES(input->choices[(size_t)number].names.vi,
                          input->choices[(size_t)number].names.en);
    case DTI_INPUT_YES_NO:
        return DTI__TERM(number > 0 ? DTI__MSG_WORD_YES : DTI__MSG_WORD_NO);
    case DTI_INPUT_TEXT:
        return DTI__TEXT(text);
    default:
        return DTI__NUMBER(number, -1);
    }
}

struct dti__arg dti__report_arg(const struct dti__input *input, const struct dti__report_of *report)
{
    return dti__figure_arg(input, report->state, report->number, report->text);
}

const char *dti__origin_text(const struct dti__report_of *report, char out[DTI__ORIGIN_SIZE])
{
    const char *form = report->form ? report->form : "";
    const char *row = report->row ? report->row : "";
    (void)snprintf(out, DTI__ORIGIN_SIZE, "%.60s%s%.16s%s%.16s",
                   report->reporter ? report->reporter : "–", *form || *row ? " " : "", form,
                   *form && *row ? "." : "", row);
    return out;
}
