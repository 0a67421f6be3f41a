/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "intake/combine.h"

#include <string.h>

static bool is_number(const struct dti__input *input)
{
    return input->kind == DTI_INPUT_COUNT || input->kind == DTI_INPUT_AMOUNT ||
           input->kind == DTI_INPUT_RATIO;
}

/* Only figures can be added; what cannot be has to agree. */
static int way_of(const struct dti__input *input)
{
    bool is_ordered =
        is_number(input) || input->kind == DTI_INPUT_CHOICE || input->kind == DTI_INPUT_YES_NO;
    if (input->combine == DTI__COMBINE_WORST)
        return is_ordered ? DTI__COMBINE_WORST : DTI__COMBINE_AGREE;
    if (input->combine == DTI__COMBINE_SUM || input->combine == DTI__COMBINE_SHARE)
        return is_number(input) ? input->combine : DTI__COMBINE_AGREE;
    return DTI__COMBINE_AGREE;
}

bool dti__combine_needs_all(const struct dti__input *input)
{
    return way_of(input) != DTI__COMBINE_AGREE;
}

/* The reports that count, one per row: of those of the same day and revision, which all count if
 * they say the same, the last. */
static const struct dti__report_of *next_row(const struct dti__figure *figure, size_t *at,
                                             bool *is_torn)
{
    const struct dti__report_of *found = NULL;
    *is_torn = false;
    for (; *at < figure->report_count; (*at)++) {
        const struct dti__report_of *report = &figure->reports[*at];
        if (!report->reporter || report->is_superseded)
            continue;
        if (found && !dti__report_is_of_one_row(found, report))
            break;
        *is_torn = *is_torn || (found && !dti__report_says_same(found, report));
        found = report;
    }
    return found;
}

/* Of what is not there, the worst, in the order in which quantities take states over. */
static uint8_t worse_state(uint8_t a, uint8_t b)
{
    static const uint8_t badness[DTI__STATE_COUNT] = {0, 3, 1, 2, 4};
    return badness[a] >= badness[b] ? a : b;
}

struct tally {
    double sum;
    double least;
    size_t figures;
    const struct dti__report_of *first; /* that speaks */
    const struct dti__report_of *worst;
    uint8_t silent;
};

static void count_row(const struct dti__report_of *report, struct tally *tally,
                      struct dti__combined *out)
{
    out->asked++;
    if (!dti__report_speaks(report)) {
        tally->silent = worse_state(tally->silent, report->state);
        return;
    }
    out->said++;
    if (tally->first && !dti__report_says_same(tally->first, report))
        out->disputes |= DTI__DISPUTE_REPORTS;
    if (!tally->first)
        tally->first = report;
    if (report->state != DTI_STATE_PRESENT)
        return;
    tally->sum += report->number;
    tally->figures++;
    if (!tally->worst || report->number < tally->worst->number)
        tally->worst = report;
}

/* Sums, means and worst answers need everybody; who has none of it counts as nothing. */
static void combine_whole(const struct dti__input *input, const struct tally *tally,
                          struct dti__combined *out)
{
    out->disputes &= ~(unsigned)DTI__DISPUTE_REPORTS;
    if (out->said < out->asked)
        out->outcome = DTI__OUTCOME_AWAITED;
    if (tally->figures == 0) {
        out->of = tally->first;
        out->state = tally->first->state;
        return;
    }
    out->state = DTI_STATE_PRESENT;
    if (way_of(input) == DTI__COMBINE_WORST) {
        out->of = tally->worst;
        out->number = tally->worst->number;
        return;
    }
    double divisor = way_of(input) == DTI__COMBINE_SHARE ? (double)tally->figures : 1;
    out->number = tally->sum / divisor;
    if (out->number < input->low || out->number > input->high)
        out->disputes |= DTI__DISPUTE_RANGE;
}

void dti__combine_reports(const struct dti__input *input, const struct dti__figure *figure,
                          struct dti__combined *out)
{
    struct tally tally = {.silent = DTI_STATE_PRESENT};
    const struct dti__report_of *report = NULL;
    bool is_torn = false;
    size_t at = 0;
    *out = (struct dti__combined){.outcome = DTI__OUTCOME_AGREED, .constraint = DTI_NONE};
    while ((report = next_row(figure, &at, &is_torn))) {
        out->disputes |= is_torn ? DTI__DISPUTE_SELF : 0U;
        count_row(report, &tally, out);
    }
    if (out->said == 0) {
        out->outcome = DTI__OUTCOME_SILENT;
        out->state = out->asked > 0 ? tally.silent : DTI_STATE_MISSING;
        return;
    }
    if (dti__combine_needs_all(input)) {
        combine_whole(input, &tally, out);
    } else {
        out->of = tally.first;
        out->state = tally.first->state;
        out->number = tally.first->number;
    }
    if (out->disputes != 0)
        out->outcome = DTI__OUTCOME_DISPUTED;
}

const struct dti__report_of *dti__decision_of(const struct dti__figure *figure,
                                              const struct dti__decision *decision)
{
    const struct dti__report_of *found = NULL;
    const struct dti__report_of *report = NULL;
    bool is_torn = false;
    size_t at = 0;
    while ((report = next_row(figure, &at, &is_torn))) {
        if (strcmp(report->reporter, decision->reporter) != 0 || !dti__report_speaks(report))
            continue;
        if (is_torn || (found && !dti__report_says_same(found, report)))
            return NULL;
        found = report;
    }
    return found;
}
