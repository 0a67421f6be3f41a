/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Shares of targets, and the part and the whole that are given with them. */
#include "analyse/figures.h"

#include "model/dossier.h"
#include "model/targets.h"

#include <string.h>

enum {
    SHARE,
    PART,
    WHOLE
}; /* details of the unknown of a target */

struct gatherer {
    dti_figures *figures;
    const dti_targets *targets;
    size_t target;
    const struct dti__target_figure *figure;
};

static struct dti__text2 source_of(const dti_targets *targets, const char *id)
{
    for (size_t i = 0; id && i < targets->source_count; i++)
        if (strcmp(targets->sources[i].id, id) == 0)
            return targets->sources[i].titles;
    const struct dti__text2 *source = dti__framework_source(targets->framework, id);
    return source ? *source : targets->titles;
}

static size_t unknown_of(const struct gatherer *gatherer, uint32_t detail)
{
    const struct dti__subject_of of = {DTI__ABOUT_TARGET,
                                       gatherer->targets->unit_id,
                                       gatherer->targets->id,
                                       gatherer->target,
                                       (int32_t)gatherer->figure->year,
                                       0,
                                       detail};
    return dti__figures_unknown(gatherer->figures, &of, (struct dti__span){0, DTI__MOST_STATED});
}

static size_t say(const struct gatherer *gatherer, uint32_t detail, const char *text,
                  dti_quantity_kind quantity, struct dti__span span)
{
    const struct dti__target *target = &gatherer->targets->targets[gatherer->target];
    const struct dti__said said = {
        .unknown = unknown_of(gatherer, detail),
        .span = span,
        .quantity = quantity,
        .text = text,
        .unit = gatherer->targets->unit_id,
        .unit_names = gatherer->targets->unit_names,
        .name = target->text,
        .source = source_of(gatherer->targets,
                            gatherer->figure->source ? gatherer->figure->source : target->source),
        .place = gatherer->figure->place ? gatherer->figure->place : target->place,
        .note = gatherer->figure->note,
        .node = DTI_NONE,
        .input = DTI_NONE,
        .year = (int32_t)gatherer->figure->year,
        .is_calculated = detail == SHARE,
    };
    return dti__figures_say(gatherer->figures, &said);
}

/* Figures as they are: 47.500 persons are that many, in hundreds only if somebody says so. */
static struct dti__span amount_of(const char *text, int64_t amount)
{
    size_t whole = strcspn(text, ".,");
    size_t length = strlen(text);
    return whole < length ? dti__span_of(amount, (int64_t)(length - whole) - 1)
                          : (struct dti__span){amount, amount};
}

/* The least and the most that part ÷ whole can be, in 10^-9. */
static bool divide(struct dti__span part, struct dti__span whole, struct dti__span *out)
{
    struct dti__span low;
    struct dti__span high;
    if (whole.low <= 0 ||
        !dti__span_scale((struct dti__span){part.low, part.low}, DTI_POINT, whole.high, &low) ||
        !dti__span_scale((struct dti__span){part.high, part.high}, DTI_POINT, whole.low, &high))
        return false;
    *out = (struct dti__span){low.low, high.high};
    return true;
}

/* What the printed share says of the true one. */
static bool share_of(const struct gatherer *gatherer, struct dti__span *out)
{
    const struct dti__target_figure *figure = gatherer->figure;
    bool is_percent = gatherer->targets->targets[gatherer->target].quantity == DTI__TARGET_PERCENT;
    if (figure->bound == DTI__BOUND_ABOUT ||
        !dti__span_printed(figure->amount, figure->decimals, 1, is_percent ? 100 : 1, out))
        return false;
    if (figure->bound == DTI__BOUND_AT_LEAST)
        out->high = DTI__MOST_STATED;
    if (figure->bound == DTI__BOUND_AT_MOST)
        out->low = 0;
    return true;
}

static void gather_share(const struct gatherer *gatherer)
{
    const struct dti__target_figure *figure = gatherer->figure;
    int quantity = gatherer->targets->targets[gatherer->target].quantity;
    struct dti__span share;
    struct dti__span ratio;
    if (!figure->part || !figure->whole || !share_of(gatherer, &share))
        return;
    struct dti__span part = amount_of(figure->part, figure->part_amount);
    struct dti__span whole = amount_of(figure->whole, figure->whole_amount);
    if (!divide(part, whole, &ratio))
        return;
    size_t said =
        say(gatherer, SHARE, figure->text,
            quantity == DTI__TARGET_PERCENT ? DTI_QUANTITY_PERCENT : DTI_QUANTITY_VALUE, share);
    const size_t needs[] = {
        say(gatherer, PART, figure->part, DTI_QUANTITY_COUNT, part),
        say(gatherer, WHOLE, figure->whole, DTI_QUANTITY_COUNT, whole),
    };
    if (said == DTI_NONE || needs[0] == DTI_NONE || needs[1] == DTI_NONE)
        return;
    const struct dti__addend term = {gatherer->figures->said[said].unknown, 1};
    const struct dti__identity identity = {
        .kind = DTI_IDENTITY_RATIO,
        .terms = &term,
        .term_count = 1,
        .span = ratio,
        .needs = needs,
        .need_count = 2,
        .node = DTI_NONE,
        .unit = gatherer->targets->unit_id,
        .unit_names = gatherer->targets->unit_names,
        .year = (int32_t)figure->year,
    };
    dti__figures_tie(gatherer->figures, &identity);
}

dti_status dti_figures_add_targets(dti_figures *figures, const dti_targets *targets,
                                   dti_error **error)
{
    if (!figures || !targets)
        return dti__fail_null(error, !figures ? "figures" : "targets");
    const dti_framework *own = figures->framework;
    if (!dti__framework_is_same(own, targets->framework))
        return dti__fail(error, DTI__MSG_FIGURES_FRAMEWORK,
                         DTI__ARGS(DTI__TEXT(targets->id), DTI__TEXT(targets->framework->id),
                                   DTI__TEXT(targets->framework->version), DTI__TEXT(own->id),
                                   DTI__TEXT(own->version)));
    struct dti__figures_mark mark = dti__figures_begin(figures);
    for (size_t i = 0; i < targets->target_count; i++)
        for (size_t k = 0; k < targets->targets[i].figure_count; k++) {
            const struct gatherer gatherer = {figures, targets, i, &targets->targets[i].figures[k]};
            gather_share(&gatherer);
        }
    return dti__figures_settle(figures, mark, error);
}
