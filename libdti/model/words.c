/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "model/words.h"

#include "diag/line.h"

#include <stdio.h>
#include <string.h>

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

void dti__place_words(const struct dti__report_of *report, struct dti__place_words *words)
{
    const char *only = report->form ? report->form : report->row ? report->row : "";
    for (int lang = DTI_LANG_VI; lang <= DTI_LANG_EN; lang++) {
        char *out = words->in[lang];
        if (report->form && report->row)
            (void)dti__message_format(DTI__MSG_SAY_PLACE, (dti_lang)lang,
                                      DTI__ARGS(DTI__TEXT(report->form), DTI__TEXT(report->row)),
                                      out, DTI__PLACE_SIZE);
        else
            (void)snprintf(out, DTI__PLACE_SIZE, "%s", only);
    }
}

/* The place is never cut: somebody has to find the row. */
struct dti__arg dti__origin_arg(const struct dti__report_of *report, struct dti__text2 names,
                                struct dti__origin_words *words)
{
    struct dti__place_words place = {{"", ""}};
    dti__place_words(report, &place);
    for (int lang = DTI_LANG_VI; lang <= DTI_LANG_EN; lang++) {
        struct dti__line line;
        const char *name = dti__text2_in(names, (dti_lang)lang);
        name = *name ? name : report->reporter ? report->reporter : "–";
        dti__line_init(&line, words->in[lang], DTI__SHOWN_SIZE - strlen(place.in[lang]) - 2);
        dti__line_put(&line, name, strlen(name));
        (void)snprintf(words->in[lang] + line.length, sizeof words->in[lang] - line.length, "%s%s",
                       *place.in[lang] ? ", " : "", place.in[lang]);
    }
    return DTI__NAMES(words->in[DTI_LANG_VI], words->in[DTI_LANG_EN]);
}
