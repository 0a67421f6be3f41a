/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "model/check.h"

#include "base/suggest.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define POINTER_SIZE 512

void dti__check_find(dti_report *report, enum dti__msg message, const struct dti__arg *args,
                     size_t arg_count, const char *format, ...)
{
    char pointer[POINTER_SIZE];
    va_list list;
    va_start(list, format);
    vsnprintf(pointer, sizeof pointer, format, list);
    va_end(list);
    dti__report_add(report, message, pointer, args, arg_count);
}

/* Looking for the nearest name costs a look at all of them; a document full of faults gets the
 * first few. */
#define MOST_SUGGESTIONS 20
#define MOST_CANDIDATES  2000

void dti__check_unknown_input(const dti_framework *framework, const char *name, dti_report *report,
                              const char *pointer)
{
    struct dti__suggestion best = {0};
    bool is_early =
        framework->input_count <= MOST_CANDIDATES && dti__report_errors(report) < MOST_SUGGESTIONS;
    for (size_t i = 0; is_early && i < framework->input_count; i++)
        dti__suggest(&best, name, framework->inputs[i].id);
    if (best.word)
        dti__report_add(report, DTI__MSG_UNKNOWN_INPUT_NEAR, pointer,
                        DTI__ARGS(DTI__TEXT(name), DTI__TEXT(best.word)));
    else
        dti__report_add(report, DTI__MSG_UNKNOWN_REFERENCE, pointer,
                        DTI__ARGS(DTI__TERM(DTI__MSG_TERM_INPUT), DTI__TEXT(name)));
}

bool dti__check_unique(struct dti__arena *arena, struct dti__names *names, const void *first,
                       size_t stride, size_t count, dti_report *report, const char *array)
{
    size_t duplicate = DTI_NONE;
    const char **texts = dti__arena_array(arena, count, sizeof *texts);
    if (!texts)
        return false;
    for (size_t i = 0; i < count; i++)
        memcpy(&texts[i], (const char *)first + i * stride, sizeof texts[i]);
    if (!dti__names_build(names, arena, texts, count, &duplicate))
        return false;
    for (size_t i = duplicate; i < count; i++) {
        char pointer[POINTER_SIZE];
        if (!texts[i] || dti__names_find(names, texts[i]) == i)
            continue;
        snprintf(pointer, sizeof pointer, "%s/%zu/id", array, i);
        dti__report_add(report, DTI__MSG_DUPLICATE_ID, pointer, DTI__ARGS(DTI__TEXT(texts[i])));
    }
    return true;
}

bool dti__check_operands(dti_framework *framework, struct dti__operands *operands,
                         dti_report *report, const char *pointer)
{
    operands->inputs =
        dti__arena_array(&framework->arena, operands->count, sizeof *operands->inputs);
    if (!operands->inputs)
        return false;
    for (size_t i = 0; i < operands->count; i++) {
        size_t input = dti__names_find(&framework->input_names, operands->names[i]);
        operands->inputs[i] = input;
        for (size_t k = 0; k < i && input != DTI_NONE; k++) {
            if (operands->inputs[k] != input)
                continue;
            dti__check_find(report, DTI__MSG_DUPLICATE_ID, DTI__ARGS(DTI__TEXT(operands->names[i])),
                            "%s/%zu", pointer, i);
            break;
        }
        if (input == DTI_NONE)
            dti__check_find(
                report, DTI__MSG_UNKNOWN_REFERENCE,
                DTI__ARGS(DTI__TERM(DTI__MSG_TERM_INPUT), DTI__TEXT(operands->names[i])), "%s/%zu",
                pointer, i);
    }
    return true;
}

bool dti__operands_resolved(const struct dti__operands *operands)
{
    for (size_t i = 0; i < operands->count; i++)
        if (operands->inputs[i] == DTI_NONE)
            return false;
    return true;
}

static bool is_figure(const struct dti__input *input)
{
    return input->kind == DTI_INPUT_COUNT || input->kind == DTI_INPUT_AMOUNT ||
           input->kind == DTI_INPUT_RATIO || input->kind == DTI_INPUT_LIST;
}

/* Figures of one unit, and no shares among amounts even where both are called per cent. */
static bool go_together(const struct dti__input *a, const struct dti__input *b)
{
    return a->unit == b->unit && (a->kind == DTI_INPUT_RATIO) == (b->kind == DTI_INPUT_RATIO);
}

static void check_pair(const struct dti__input *first, const struct dti__input *input,
                       dti_report *report, const char *pointer, size_t index)
{
    if (!is_figure(input))
        dti__check_find(report, DTI__MSG_NOT_A_FIGURE, DTI__ARGS(DTI__TEXT(input->id)), "%s/%zu",
                        pointer, index);
    else if (is_figure(first) && !go_together(first, input))
        dti__check_find(
            report, DTI__MSG_UNITS_DIFFER,
            DTI__ARGS(DTI__TEXT(first->id), DTI__TEXT(first->unit_name ? first->unit_name : "–"),
                      DTI__TEXT(input->id), DTI__TEXT(input->unit_name ? input->unit_name : "–")),
            "%s/%zu", pointer, index);
}

void dti__check_units(const dti_framework *framework, size_t first,
                      const struct dti__operands *operands, dti_report *report, const char *pointer)
{
    for (size_t i = 0; i < operands->count; i++)
        if (operands->inputs[i] != DTI_NONE && first != DTI_NONE)
            check_pair(&framework->inputs[first], &framework->inputs[operands->inputs[i]], report,
                       pointer, i);
}

static void check_units(const dti_framework *framework, const struct dti__operands *operands,
                        dti_report *report, const char *pointer)
{
    dti__check_units(framework, operands->inputs[0], operands, report, pointer);
}

/* a − b: two operands in one list of the document. */
static bool check_difference(dti_framework *framework, struct dti__quantity *quantity,
                             dti_report *report, const char *pointer)
{
    const char *names[2] = {quantity->of.names[0], quantity->to.names[0]};
    struct dti__operands both = {names, NULL, 2};
    size_t *inputs = dti__arena_array(&framework->arena, 2, sizeof *inputs);
    if (!inputs || !dti__check_operands(framework, &both, report, pointer))
        return false;
    inputs[0] = both.inputs[0];
    inputs[1] = both.inputs[1];
    quantity->of.inputs = inputs;
    quantity->to.inputs = inputs + 1;
    if (dti__operands_resolved(&both))
        check_units(framework, &both, report, pointer);
    return true;
}

static bool check_single(dti_framework *framework, struct dti__quantity *quantity,
                         dti_report *report, const char *pointer)
{
    quantity->of.inputs = dti__arena_array(&framework->arena, 1, sizeof *quantity->of.inputs);
    if (!quantity->of.inputs)
        return false;
    quantity->of.inputs[0] = dti__names_find(&framework->input_names, quantity->of.names[0]);
    if (quantity->of.inputs[0] == DTI_NONE) {
        char place[POINTER_SIZE];
        snprintf(place, sizeof place, "%s/input", pointer);
        dti__check_unknown_input(framework, quantity->of.names[0], report, place);
    }
    return true;
}

bool dti__check_quantity(dti_framework *framework, struct dti__quantity *quantity,
                         dti_report *report, const char *pointer)
{
    char place[POINTER_SIZE];
    switch (quantity->form) {
    case DTI__FORM_NONE:
        return true;
    case DTI__FORM_SUM:
        if (!quantity->of_is_list)
            return check_single(framework, quantity, report, pointer);
        snprintf(place, sizeof place, "%s/sum", pointer);
        if (!dti__check_operands(framework, &quantity->of, report, place))
            return false;
        if (dti__operands_resolved(&quantity->of))
            check_units(framework, &quantity->of, report, place);
        return true;
    case DTI__FORM_DIFFERENCE:
        snprintf(place, sizeof place, "%s/difference", pointer);
        return check_difference(framework, quantity, report, place);
    case DTI__FORM_RATIO:
        break;
    }
    snprintf(place, sizeof place, "%s/ratio/of", pointer);
    if (!dti__check_operands(framework, &quantity->of, report, place))
        return false;
    if (dti__operands_resolved(&quantity->of))
        check_units(framework, &quantity->of, report, place);
    snprintf(place, sizeof place, "%s/ratio/to", pointer);
    if (!dti__check_operands(framework, &quantity->to, report, place))
        return false;
    if (dti__operands_resolved(&quantity->to))
        check_units(framework, &quantity->to, report, place);
    return true;
}

void dti__check_provenance(const dti_framework *framework, const struct dti__provenance *provenance,
                           dti_report *report, const char *pointer)
{
    if (!provenance->source || dti__framework_source(framework, provenance->source))
        return;
    dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                    DTI__ARGS(DTI__TERM(DTI__MSG_TERM_SOURCE), DTI__TEXT(provenance->source)),
                    "%s/source", pointer);
}
