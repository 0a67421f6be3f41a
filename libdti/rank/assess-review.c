/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What does not hold together in targets and their figures: shares that are not their quotient,
 * statuses and counts that the figures contradict. */
#include "base/tens.h"
#include "base/wide.h"
#include "model/check.h"
#include "rank/assess.h"

#include <stdio.h>
#include <string.h>

#define SHOWN_DECIMALS 2 /* of a share that is not what is printed; the printed ones, if more */
#define SHARE_SIZE     64

/* ── shares ── */

/* part ÷ whole in the target's quantity, rounded half-up to so many decimals, in 10^-9. */
static bool share_of(const struct dti__target *target, const struct dti__target_figure *figure,
                     int decimals, int64_t *out)
{
    int64_t times = target->quantity == DTI__TARGET_PERCENT ? 100 : 1;
    return dti__muldiv(figure->part_amount, times * dti__power_of_ten(decimals),
                       figure->whole_amount, DTI__ROUND_HALF_UP, out) &&
           dti__mul_i64(*out, dti__power_of_ten(9 - decimals), out);
}

/* With all its decimals, zeros too: "8,20 %". */
static void write_share(const struct dti__target *target, int64_t share, int decimals,
                        dti_lang lang, char out[SHARE_SIZE])
{
    size_t length = dti_points_format(share, decimals, lang, out, SHARE_SIZE);
    if (target->quantity == DTI__TARGET_PERCENT)
        snprintf(out + length, SHARE_SIZE - length, " %%");
}

struct shown { /* by language */
    char vi[SHARE_SIZE];
    char en[SHARE_SIZE];
};

static struct shown show(const struct dti__target *target, int64_t share, int decimals)
{
    struct shown shown = {"", ""};
    write_share(target, share, decimals, DTI_LANG_VI, shown.vi);
    write_share(target, share, decimals, DTI_LANG_EN, shown.en);
    return shown;
}

static struct dti__arg status_word(int status)
{
    return DTI__NAMES(dti_target_status_name((dti_target_status)status, DTI_LANG_VI),
                      dti_target_status_name((dti_target_status)status, DTI_LANG_EN));
}

/* The status if this figure were another one. False when out of memory. */
static bool assess_with(dti_assessment *assessment, size_t target, const struct dti__known *figures,
                        size_t count, const struct dti__target_figure *changed, int64_t amount,
                        int *status)
{
    struct dti__known *others = dti__arena_array(&assessment->arena, count, sizeof *others);
    if (!others)
        return false;
    for (size_t i = 0; i < count; i++) {
        others[i] = figures[i];
        if (figures[i].own == changed)
            others[i].amount = amount;
    }
    *status =
        dti__assess(&assessment->targets->targets[target], others, count, assessment->today).status;
    return true;
}

static bool review_share(dti_assessment *assessment, size_t index, const struct dti__known *figures,
                         size_t count, const struct dti__target_figure *figure)
{
    const struct dti__target *target = &assessment->targets->targets[index];
    int digits = figure->decimals > SHOWN_DECIMALS ? figure->decimals : SHOWN_DECIMALS;
    int before = assessment->assessed[index].status;
    int after = before;
    int64_t printed = 0;
    int64_t share = 0;
    int64_t right = 0;
    if (!share_of(target, figure, figure->decimals, &printed) || printed == figure->amount ||
        !share_of(target, figure, digits, &share) || !share_of(target, figure, 9, &right))
        return true;
    if (!assess_with(assessment, index, figures, count, figure, right, &after))
        return false;
    struct shown is = show(target, share, digits);
    struct shown says = show(target, figure->amount, figure->decimals);
    dti__check_find(
        assessment->findings, after == before ? DTI__MSG_TARGET_SHARE : DTI__MSG_TARGET_SHARE_TELLS,
        DTI__ARGS(DTI__TEXT(target->id), DTI__TEXT(figure->part), DTI__TEXT(figure->whole),
                  DTI__NAMES(is.vi, is.en), DTI__NAMES(says.vi, says.en), status_word(after),
                  status_word(before)),
        "/targets/%zu/figures/%zu", index, (size_t)(figure - target->figures));
    return true;
}

/* ── what the source states ── */

bool dti__assess_review(dti_assessment *assessment, size_t index, const struct dti__known *figures,
                        size_t count)
{
    const struct dti__target *target = &assessment->targets->targets[index];
    int status = assessment->assessed[index].status;
    for (size_t i = 0; i < target->figure_count; i++)
        if (target->figures[i].part &&
            !review_share(assessment, index, figures, count, &target->figures[i]))
            return false;
    if (target->has_stated && target->stated != DTI_TARGET_OPEN && status != DTI_TARGET_OPEN &&
        status != target->stated)
        dti__check_find(
            assessment->findings, DTI__MSG_TARGET_STATED_DIFFERS,
            DTI__ARGS(DTI__TEXT(target->id), status_word(target->stated), status_word(status)),
            "/targets/%zu/stated/status", index);
    return true;
}

void dti__assess_review_counts(dti_assessment *assessment)
{
    const dti_targets *targets = assessment->targets;
    size_t achieved = assessment->stated_counts[DTI_TARGET_ACHIEVED];
    if (targets->has_stated && (achieved != (size_t)targets->stated_achieved ||
                                targets->target_count != (size_t)targets->stated_of))
        dti__report_add(assessment->findings, DTI__MSG_TARGET_COUNT_DIFFERS, "/stated",
                        DTI__ARGS(DTI__INTEGER(targets->stated_achieved),
                                  DTI__INTEGER(targets->stated_of), DTI__INTEGER(achieved),
                                  DTI__INTEGER(targets->target_count)));
}
