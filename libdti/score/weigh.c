/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "score/weigh.h"

/* Amounts within the maxima never come near; a stated figure that is out of all proportion, which
 * is a finding of its own, must not overflow what adds it up. */
#define MOST (DTI_MAX_TOTAL_POINTS * DTI_POINT)

int64_t dti__weigh_round(struct dti__wide sum, const struct dti__node *index)
{
    bool is_below = sum.high >> 63 != 0;
    int64_t amount = 0;
    if (!dti__wide_divide(sum, index->weighing.divisor, DTI__ROUND_HALF_EVEN, &amount))
        return is_below ? -MOST : MOST;
    return amount > MOST ? MOST : amount < -MOST ? -MOST : amount;
}

void dti__weigh_add(struct dti__weighed *sum, const struct dti__node *index, size_t place,
                    const struct dti__amounts *part)
{
    int64_t factor = index->weighing.factors[place];
    dti__wide_add(&sum->low, factor, part->low);
    dti__wide_add(&sum->high, factor, part->high);
    dti__wide_add(&sum->max, factor, part->max);
}

struct dti__amounts dti__weigh_end(const struct dti__weighed *sum, const struct dti__node *index)
{
    return (struct dti__amounts){.low = dti__weigh_round(sum->low, index),
                                 .high = dti__weigh_round(sum->high, index),
                                 .max = dti__weigh_round(sum->max, index)};
}
