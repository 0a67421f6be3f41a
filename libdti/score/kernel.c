/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "score/kernel.h"

/* Adding and subtracting 1.5 × 2^52 leaves the nearest whole number of a double below 2^51, ties to
 * even; it vectorises, llround() does not. A framework's total is at most 10^15 of 10^-9 point, so
 * every product is in range. */
static const double ROUND = 0x1.8p52;

static inline int64_t round_points(double share, double max_points)
{
    double nano = share * max_points * 1e9;
    return (int64_t)((nano + ROUND) - ROUND);
}

static inline double clamp(double share, double low, double high)
{
    double raised = share < low ? low : share;
    return raised > high ? high : raised;
}

int64_t dti__kernel_points(const struct dti__rule *rule, int64_t max_points, double share)
{
    return round_points(clamp(share, rule->clamp_low, rule->clamp_high), (double)max_points / 1e9);
}

/* ratio, given, share-of-base: quantity over one divisor after the other, each rounded as the rule
 * writes it. */
static void linear(const struct dti__rule *rule, size_t n, const struct dti__scores *out)
{
    double base = rule->kind == DTI__RULE_SHARE_OF_BASE ? rule->base : 1;
    for (size_t i = 0; i < n; i++) {
        double share = out->quantities[i] / base / rule->target;
        out->shares[i] = rule->lower_is_better ? 1 - share : share;
    }
}

static void count(const struct dti__rule *rule, size_t n, const struct dti__scores *out)
{
    for (size_t i = 0; i < n; i++) {
        double share = out->quantities[i] * rule->share_per_item;
        out->shares[i] = rule->lower_is_better ? 1 - share : share;
    }
}

static void tiers(const struct dti__rule *rule, size_t n, const struct dti__scores *out)
{
    for (size_t i = 0; i < n; i++)
        out->shares[i] = rule->otherwise;
    for (size_t k = 0; k < rule->tier_count;
         k++) { /* the best is last, so a later one replaces an earlier one */
        const struct dti__tier *tier = &rule->tiers[k];
        for (size_t i = 0; i < n; i++) {
            bool is_reached = rule->lower_is_better ? out->quantities[i] <= tier->threshold
                                                    : out->quantities[i] >= tier->threshold;
            out->shares[i] = is_reached ? tier->share : out->shares[i];
        }
    }
}

static void choice(const struct dti__rule *rule, size_t n, const struct dti__scores *out)
{
    for (size_t i = 0; i < n;
         i++) /* a figure that is not present is 0, which is a choice too; its state decides */
        out->shares[i] = rule->answers[(size_t)out->quantities[i]].share;
}

static void document(const struct dti__rule *rule, size_t n, const struct dti__scores *out)
{
    for (size_t i = 0; i < n; i++)
        out->shares[i] = out->quantities[i] >= (double)rule->count ? 1 : 0;
}

/* The checklist reads a column per item; its quantity is the number of items answered yes. */
static void checklist(const struct dti__rule *rule, const struct dti__column *columns, size_t n,
                      const struct dti__scores *out)
{
    for (size_t i = 0; i < n; i++) {
        out->quantities[i] = 0;
        out->shares[i] = 0;
        out->states[i] = DTI_STATE_PRESENT;
    }
    for (size_t k = 0; k < rule->item_count; k++) {
        const struct dti__item *item = &rule->items[k];
        const struct dti__column *column = &columns[item->input];
        for (size_t i = 0; i < n; i++) {
            out->quantities[i] += column->values[i];
            out->shares[i] += column->values[i] * item->share;
            out->states[i] = dti__state_worse(out->states[i], column->states[i]);
        }
    }
}

/* Without bounds there is nothing to measure against. */
static void cohort(const struct dti__rule *rule, size_t n, const struct dti__scores *out)
{
    (void)rule;
    for (size_t i = 0; i < n; i++)
        if (out->states[i] == DTI_STATE_PRESENT)
            out->states[i] = DTI_STATE_NOT_ASSESSED;
}

typedef void kernel(const struct dti__rule *rule, size_t n, const struct dti__scores *out);

static kernel *const kernels[DTI__RULE_KIND_COUNT] = {
    [DTI__RULE_RATIO] = linear,          [DTI__RULE_SHARE_OF_BASE] = linear,
    [DTI__RULE_COUNT] = count,           [DTI__RULE_TIERS] = tiers,
    [DTI__RULE_CHOICE] = choice,         [DTI__RULE_CHECKLIST] = NULL,
    [DTI__RULE_DOCUMENT] = document,     [DTI__RULE_GIVEN] = linear,
    [DTI__RULE_BEST_OF_COHORT] = cohort, [DTI__RULE_MIN_MAX] = cohort,
};

/* A zero base is no number; the rule says what it means. */
static void settle_base_zero(const struct dti__rule *rule, size_t n, const struct dti__scores *out)
{
    bool is_scored = rule->when_base_zero != DTI__BASE_ZERO_NOT_APPLICABLE;
    for (size_t i = 0; i < n; i++) {
        if (out->states[i] != DTI__STATE_BASE_ZERO)
            continue;
        out->states[i] = is_scored ? DTI_STATE_PRESENT : DTI_STATE_NOT_APPLICABLE;
        out->shares[i] = rule->when_base_zero == DTI__BASE_ZERO_FULL ? 1 : 0;
    }
}

void dti__kernel_run(const struct dti__node *component, const struct dti__column *columns, size_t n,
                     const struct dti__scores *out)
{
    const struct dti__rule *rule = component->rule;
    double max_points = (double)component->max_points / 1e9;
    if (rule->kind == DTI__RULE_CHECKLIST) {
        checklist(rule, columns, n, out);
    } else {
        dti__quantity_evaluate(&rule->quantity, columns, n, out->quantities, out->states);
        kernels[rule->kind](rule, n, out);
    }
    settle_base_zero(rule, n, out);
    for (size_t i = 0; i < n; i++) {
        bool is_present = out->states[i] == DTI_STATE_PRESENT;
        double share = clamp(out->shares[i], rule->clamp_low, rule->clamp_high);
        out->quantities[i] = is_present ? out->quantities[i] : 0;
        out->shares[i] = is_present ? out->shares[i] : 0;
        out->points[i] = is_present ? round_points(share, max_points) : 0;
    }
}
