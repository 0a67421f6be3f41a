/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Tallies that are no sums: of weighted indices, and of what is absent. */
#include "score/batch.h"
#include "score/weigh.h"

static void weigh_points(const struct dti__batch *batch, const struct dti__node *index,
                         int64_t *points, size_t n)
{
    const struct dti__tally *tallies = batch->scratch->tallies;
    for (size_t row = 0; row < n; row++) {
        struct dti__wide sum = {0, 0};
        for (size_t k = 0; k < index->child_count; k++)
            dti__wide_add(&sum, index->weighing.factors[k],
                          tallies[index->children[k]].points[row]);
        points[row] = dti__weigh_round(sum, index);
    }
}

static void weigh_row(const struct dti__batch *batch, const struct dti__node *index,
                      struct dti__tally *tally, size_t row)
{
    struct dti__weighed weighed = {.low = {0, 0}};
    int64_t undecided = 0;
    for (size_t k = 0; k < index->child_count; k++) {
        size_t child = index->children[k];
        const struct dti__node *node = &batch->scratch->framework->nodes[child];
        const struct dti__tally *part = &batch->scratch->tallies[child];
        const struct dti__amounts amounts = {part->points[row], part->points[row] + part->open[row],
                                             node->max_points - part->excluded[row]};
        dti__weigh_add(&weighed, index, k, &amounts);
        undecided += (size_t)part->undecided[row] >= batch->program->leaf_counts[child];
    }
    const struct dti__amounts amounts = dti__weigh_end(&weighed, index);
    tally->points[row] = amounts.low;
    tally->open[row] = amounts.high - amounts.low;
    tally->excluded[row] = index->max_points - amounts.max;
    tally->undecided[row] = undecided;
}

void dti__tally_weigh(const struct dti__batch *batch, size_t index, size_t n)
{
    const struct dti__node *node = &batch->scratch->framework->nodes[index];
    struct dti__tally *tally = &batch->scratch->tallies[index];
    if (!tally->open) {
        weigh_points(batch, node, tally->points, n);
        return;
    }
    for (size_t row = 0; row < n; row++)
        weigh_row(batch, node, tally, row);
}

void dti__tally_absent(const struct dti__node *node, struct dti__tally *tally, size_t n)
{
    for (size_t row = 0; row < n; row++)
        tally->points[row] = 0;
    for (size_t row = 0; tally->open && row < n; row++) {
        tally->open[row] = node->max_points;
        tally->excluded[row] = 0;
        tally->undecided[row] = 1;
    }
}
