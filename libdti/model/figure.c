/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Figures: what an input accepts as its value. */
#include "model/dossier.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum dti__msg dti__figure_expected(int kind)
{
    static const enum dti__msg terms[] = {
        DTI__MSG_TERM_NUMBER,  DTI__MSG_TERM_NUMBER, DTI__MSG_TERM_NUMBER, DTI__MSG_TERM_CHOICE,
        DTI__MSG_TERM_BOOLEAN, DTI__MSG_TERM_ARRAY,  DTI__MSG_TERM_STRING};
    return terms[kind];
}

static bool report_range(const struct dti__input *input, double value, dti_report *report,
                         const char *pointer)
{
    bool has_low = value < input->low || input->low > -DTI__MOST_FIGURE;
    bool has_high = value > input->high || input->high < DTI__MOST_FIGURE;
    if (has_low && has_high)
        dti__report_add(report, DTI__MSG_OUT_OF_RANGE, pointer,
                        DTI__ARGS(DTI__NUMBER(value, -1), DTI__NUMBER(input->low, -1),
                                  DTI__NUMBER(input->high, -1)));
    else
        dti__report_add(
            report, has_low ? DTI__MSG_BELOW : DTI__MSG_ABOVE, pointer,
            DTI__ARGS(DTI__NUMBER(value, -1), DTI__NUMBER(has_low ? input->low : input->high, -1)));
    return false;
}

bool dti__figure_set_number(const dti_framework *framework, size_t input, double value,
                            struct dti__figure *figure, dti_report *report, const char *pointer)
{
    const struct dti__input *at = &framework->inputs[input];
    bool takes_numbers =
        at->kind == DTI_INPUT_COUNT || at->kind == DTI_INPUT_AMOUNT || at->kind == DTI_INPUT_RATIO;
    if (takes_numbers && !isfinite(value)) {
        dti__report_add(report, DTI__MSG_NOT_FINITE, pointer, DTI__ARGS(DTI__TEXT(at->id)));
        return false;
    }
    if (!takes_numbers) {
        dti__report_add(report, DTI__MSG_WRONG_TYPE, pointer,
                        DTI__ARGS(DTI__TEXT(at->id), DTI__TERM(DTI__MSG_TERM_NUMBER),
                                  DTI__TERM(dti__figure_expected(at->kind))));
        return false;
    }
    if (value < at->low || value > at->high)
        return report_range(at, value, report, pointer);
    if (at->kind == DTI_INPUT_COUNT && floor(value) < value) {
        dti__report_add(report, DTI__MSG_NOT_WHOLE, pointer, DTI__ARGS(DTI__NUMBER(value, -1)));
        return false;
    }
    figure->number = value;
    figure->state = DTI_STATE_PRESENT;
    return true;
}

/* Names the answers there are, as many as fit into a message. */
static bool refuse_answer(const struct dti__input *input, const char *answer, dti_report *report,
                          const char *pointer)
{
    char list[120] = "";
    size_t length = 0;
    for (size_t i = 0; i < input->choice_count && length < sizeof list; i++)
        length += (size_t)snprintf(list + length, sizeof list - length, "%s%s", i > 0 ? ", " : "",
                                   input->choices[i].id);
    dti__report_add(
        report, DTI__MSG_UNKNOWN_CHOICE, pointer,
        DTI__ARGS(DTI__TEXT(answer), DTI__TEXT(input->choice_count > 0 ? list : "no, yes")));
    return false;
}

bool dti__figure_set_answer(const dti_framework *framework, size_t input, const char *answer,
                            struct dti__figure *figure, dti_report *report, const char *pointer)
{
    const struct dti__input *at = &framework->inputs[input];
    size_t choice = DTI_NONE;
    if (at->kind != DTI_INPUT_CHOICE && at->kind != DTI_INPUT_YES_NO) {
        dti__report_add(report, DTI__MSG_WRONG_TYPE, pointer,
                        DTI__ARGS(DTI__TEXT(at->id), DTI__TERM(DTI__MSG_TERM_STRING),
                                  DTI__TERM(dti__figure_expected(at->kind))));
        return false;
    }
    if (at->kind == DTI_INPUT_YES_NO)
        choice = strcmp(answer, "yes") == 0 ? 1 : strcmp(answer, "no") == 0 ? 0 : DTI_NONE;
    for (size_t i = 0; i < at->choice_count; i++)
        if (strcmp(at->choices[i].id, answer) == 0)
            choice = i;
    if (choice == DTI_NONE)
        return refuse_answer(at, answer, report, pointer);
    figure->number = (double)choice;
    figure->state = DTI_STATE_PRESENT;
    return true;
}
