/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Stated figures beside results: what contradicts is a finding, nothing is repaired. */
#include "base/tens.h"
#include "base/wide.h"
#include "score/result.h"

bool dti__stated_fits(const struct dti__stated *stated, int64_t amount)
{
    int64_t difference = amount - stated->amount;
    return (difference < 0 ? -difference : difference) <= dti__half_unit(stated->decimals);
}

static const char *code_of(const dti_result *result, size_t node)
{
    return dti_framework_node_code(result->dossier->framework, node, result->dossier->numbering);
}

static struct dti__arg name_of(const dti_result *result, size_t node)
{
    const struct dti__text2 *names = &result->dossier->framework->nodes[node].names;
    return DTI__NAMES(names->vi, names->en);
}

/* A component: what somebody stated against what the rule gives. */
static void compare_component(dti_result *result, size_t node, const struct dti__stated *stated)
{
    const struct dti__node_result *at = &result->nodes[node];
    if (stated->quantity != DTI_QUANTITY_POINTS || at->rule_state != DTI_STATE_PRESENT ||
        dti__stated_fits(stated, at->rule_points))
        return;
    dti__report_add(result->findings, DTI__MSG_STATED_DIFFERS, NULL,
                    DTI__ARGS(DTI__TEXT(code_of(result, node)), name_of(result, node),
                              DTI__POINTS(at->rule_points, 4), DTI__POINTS(stated->amount, -1)));
}

/* A node above components: what is stated of it against the sum on the same track. */
static void compare_sum(dti_result *result, size_t node, const struct dti__stated *stated)
{
    const struct dti__outcome *outcome = &result->nodes[node].outcome;
    int64_t amount = outcome->points;
    if (stated->track != (int)result->track || outcome->decided < outcome->max_points)
        return;
    if (stated->quantity == DTI_QUANTITY_VALUE &&
        !dti__muldiv(outcome->points, DTI_POINT, outcome->max_points, DTI__ROUND_HALF_EVEN,
                     &amount))
        return;
    if ((stated->quantity != DTI_QUANTITY_POINTS && stated->quantity != DTI_QUANTITY_VALUE) ||
        dti__stated_fits(stated, amount))
        return;
    bool is_absent = result->dossier->framework->nodes[node].absent.is_given;
    dti__report_add(result->findings, is_absent ? DTI__MSG_STATED_DISAGREE : DTI__MSG_SUM_DIFFERS,
                    NULL,
                    DTI__ARGS(DTI__TEXT(code_of(result, node)), name_of(result, node),
                              DTI__POINTS(amount, 6), DTI__POINTS(stated->amount, -1)));
}

/* What rounding of the print can account for: half a digit of the sum and of each part. */
static int64_t rounding_slack(const dti_result *result, size_t node)
{
    const dti_dossier *dossier = result->dossier;
    const struct dti__node *at = &dossier->framework->nodes[node];
    const struct dti__stated *stated = dti__dossier_stated_points(dossier, node, result->track);
    int64_t slack = stated ? dti__half_unit(stated->decimals) : 0;
    for (size_t i = 0; i < at->child_count; i++) {
        const struct dti__stated *part =
            dti__dossier_stated_points(dossier, at->children[i], result->track);
        slack += part ? dti__half_unit(part->decimals) : 0;
    }
    return slack;
}

static void compare_residual(dti_result *result, size_t node)
{
    const struct dti__outcome *outcome = &result->nodes[node].outcome;
    int64_t slack = rounding_slack(result, node);
    if (outcome->unallocated >= -slack && outcome->unallocated <= outcome->unallocated_max + slack)
        return;
    dti__report_add(result->findings, DTI__MSG_RESIDUAL, NULL,
                    DTI__ARGS(DTI__TEXT(code_of(result, node)), name_of(result, node),
                              DTI__POINTS(outcome->unallocated, 4),
                              DTI__POINTS(outcome->unallocated_max, 4)));
}

/* Sources may well exceed what is left of a group, but no single indicator can have more than its
 * maximum. */
static void compare_range(dti_result *result, size_t node)
{
    int64_t max_points = result->dossier->framework->nodes[node].max_points;
    for (dti_track track = DTI_TRACK_SELF; track <= DTI_TRACK_FINAL;
         track = (dti_track)(track + 1)) {
        const struct dti__stated *stated = dti__dossier_stated_points(result->dossier, node, track);
        int64_t points = 0;
        if (!stated && dti__dossier_stated_amount(result->dossier, node, track, &points) &&
            (points < 0 || points > max_points))
            dti__report_add(result->findings, DTI__MSG_POINTS_OUTSIDE, NULL,
                            DTI__ARGS(DTI__POINTS(points, -1), DTI__TEXT(code_of(result, node)),
                                      DTI__POINTS(max_points, -1)));
        if (stated &&
            (stated->amount < 0 || stated->amount > max_points + dti__half_unit(stated->decimals)))
            dti__report_add(result->findings, DTI__MSG_POINTS_OUTSIDE, NULL,
                            DTI__ARGS(DTI__POINTS(stated->amount, -1),
                                      DTI__TEXT(code_of(result, node)),
                                      DTI__POINTS(max_points, -1)));
    }
}

void dti__compare_stated(dti_result *result)
{
    const dti_framework *framework = result->dossier->framework;
    for (size_t i = 0; i < framework->node_count; i++) {
        const struct dti__node_result *at = &result->nodes[i];
        for (size_t k = 0; k < at->stated_count; k++) {
            const struct dti__stated *stated = &result->dossier->stated[at->stated[k]];
            if (framework->nodes[i].rule)
                compare_component(result, i, stated);
            else
                compare_sum(result, i, stated);
        }
        compare_residual(result, i);
        compare_range(result, i);
    }
}
