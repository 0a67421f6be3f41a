/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Do the figures of a dossier hold together? Warnings only: which of them is wrong, the library
 * cannot know. */
#include "model/check.h"
#include "base/number.h"
#include "base/rounding.h"
#include "score/lower.h"

#include <math.h>

/* The sum of operands in the unit of the inputs; false if one is not present. */
static bool sum(const dti_dossier *dossier, const struct dti__row *row,
                const struct dti__operands *operands, double *out)
{
    double total = 0;
    for (size_t i = 0; i < operands->count; i++) {
        size_t input = operands->inputs[i];
        size_t unit = dossier->framework->inputs[input].unit;
        if (row->states[input] != DTI_STATE_PRESENT)
            return false;
        total +=
            row->values[input] * (unit == DTI_NONE ? 1 : dossier->framework->units[unit].divisor);
    }
    *out = total;
    return true;
}

/* Where an input stands in the document: the row for a pointer. */
static size_t row_of(const dti_dossier *dossier, size_t input)
{
    size_t at = 0;
    while (at < dossier->listed_count && dossier->order[at] != input)
        at++;
    return at;
}

static void find(const dti_dossier *dossier, dti_report *report, enum dti__msg message,
                 size_t input, const struct dti__arg *args, size_t arg_count)
{
    size_t at = row_of(dossier, input);
    if (at < dossier->listed_count)
        dti__check_find(report, message, args, arg_count, "/inputs/%zu/value", at);
    else
        dti__report_add(report, message, "/inputs", args, arg_count);
}

#define SLACK 1e-9 /* of the larger side: sums of decimals are not exact in binary */

static void check_constraint(const dti_dossier *dossier, const struct dti__row *row,
                             const struct dti__constraint *constraint, dti_report *report)
{
    double left = 0;
    double right = 0;
    if (!sum(dossier, row, &constraint->left, &left) ||
        !sum(dossier, row, &constraint->right, &right))
        return;
    double slack = SLACK * fmax(fabs(left), fabs(right));
    bool holds = constraint->is_equal ? fabs(left - right) <= slack : left <= right + slack;
    if (holds)
        return;
    const struct dti__input *first = &dossier->framework->inputs[constraint->left.inputs[0]];
    const struct dti__input *other = &dossier->framework->inputs[constraint->right.inputs[0]];
    find(dossier, report, constraint->is_equal ? DTI__MSG_NOT_EQUAL : DTI__MSG_NOT_AT_MOST,
         constraint->left.inputs[0],
         DTI__ARGS(DTI__NAMES(first->names.vi, first->names.en), DTI__TEXT(first->id),
                   DTI__NUMBER(left, 6), DTI__NAMES(other->names.vi, other->names.en),
                   DTI__TEXT(other->id), DTI__NUMBER(right, 6)));
}

/* A reported figure may differ from what it derives from by the rounding of its own print. */
static void check_derived(const dti_dossier *dossier, const struct dti__row *row, size_t index,
                          dti_report *report)
{
    const struct dti__input *input = &dossier->framework->inputs[index];
    const struct dti__figure *figure = &dossier->figures[index];
    double derived = 0;
    if (figure->state != DTI_STATE_PRESENT)
        return;
    if (dti__row_quantity(row, &input->derive, &derived) != DTI_STATE_PRESENT)
        return;
    derived *= input->unit == DTI_NONE ? 1 : dossier->framework->units[input->unit].divisor;
    double half = 0.5;
    for (int i = dti__number_decimals(figure->number); i > 0; i--)
        half /= 10;
    if (fabs(figure->number - derived) > half + SLACK * fabs(derived))
        find(dossier, report, DTI__MSG_DERIVED_DISAGREES, index,
             DTI__ARGS(DTI__TEXT(input->id), DTI__NUMBER(figure->number, -1),
                       DTI__NUMBER(derived, 6)));
}

static void check_count(const dti_dossier *dossier, const struct dti__support *support,
                        size_t index, dti_report *report)
{
    const struct dti__input *input = &dossier->framework->inputs[index];
    const struct dti__figure *figure = &dossier->figures[index];
    double count = 0;
    if (figure->state != DTI_STATE_PRESENT || !dti__support_count(support, input, &count))
        return;
    if (figure->number < count || figure->number > count)
        find(dossier, report, DTI__MSG_COUNT_DISAGREES, index,
             DTI__ARGS(DTI__TEXT(input->id), DTI__NUMBER(figure->number, -1),
                       DTI__NUMBER(count, 0)));
}

void dti__row_check(const dti_dossier *dossier, const struct dti__support *support,
                    const struct dti__row *row, dti_report *report)
{
    const dti_framework *framework = dossier->framework;
    for (size_t i = 0; i < framework->constraint_count; i++)
        check_constraint(dossier, row, &framework->constraints[i], report);
    for (size_t i = 0; i < framework->derive_count; i++)
        check_derived(dossier, row, framework->derive_order[i], report);
    for (size_t i = 0; support && i < framework->input_count; i++)
        check_count(dossier, support, i, report);
}

bool dti__figures_check(const dti_dossier *dossier, dti_report *report)
{
    struct dti__arena arena;
    struct dti__row row;
    struct dti__support found = {.nodes = NULL};
    dti__arena_init(&arena, &dossier->arena.allocator);
    int rounding = dti__rounding_begin();
    const struct dti__support *support = dossier->has_evidence ? &found : NULL;
    bool has_room = (!support || dti__support_find(dossier, INT64_MAX, &arena, &found)) &&
                    dti__row_lower(dossier, support, &arena, &row);
    if (has_room)
        dti__row_check(dossier, support, &row, report);
    dti__rounding_end(rounding);
    dti__arena_release(&arena);
    return has_room;
}
