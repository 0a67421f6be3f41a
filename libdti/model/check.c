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

void dti__check_unknown_input(const dti_framework *framework, const char *name, dti_report *report,
                              const char *pointer)
{
    struct dti__suggestion best = {0};
    bool is_early = dti_report_severity_count(report, DTI_SEVERITY_ERROR) < MOST_SUGGESTIONS;
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
        for (size_t k = 0; k < i; k++)
            if (input != DTI_NONE && operands->inputs[k] == input)
                dti__check_find(report, DTI__MSG_DUPLICATE_ID,
                                DTI__ARGS(DTI__TEXT(operands->names[i])), "%s/%zu", pointer, i);
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

/* Adding up needs figures of one unit. */
static void check_units(const dti_framework *framework, const struct dti__operands *operands,
                        dti_report *report, const char *pointer)
{
    for (size_t i = 0; i < operands->count; i++) {
        const struct dti__input *input = &framework->inputs[operands->inputs[i]];
        if (input->kind == DTI_INPUT_CHOICE || input->kind == DTI_INPUT_TEXT ||
            input->kind == DTI_INPUT_YES_NO) {
            if (operands->count > 1)
                dti__check_find(report, DTI__MSG_NOT_A_FIGURE, DTI__ARGS(DTI__TEXT(input->id)),
                                "%s/%zu", pointer, i);
            continue;
        }
        const struct dti__input *first = &framework->inputs[operands->inputs[0]];
        if (input->unit != first->unit)
            dti__check_find(report, DTI__MSG_UNITS_DIFFER,
                            DTI__ARGS(DTI__TEXT(first->id),
                                      DTI__TEXT(first->unit_name ? first->unit_name : "–"),
                                      DTI__TEXT(input->id),
                                      DTI__TEXT(input->unit_name ? input->unit_name : "–")),
                            "%s/%zu", pointer, i);
    }
}

/* A difference is the sum of one list minus the other, so both lists must have one unit. */
static void check_difference(const dti_framework *framework, const struct dti__quantity *quantity,
                             dti_report *report, const char *pointer)
{
    const struct dti__input *a = &framework->inputs[quantity->of.inputs[0]];
    const struct dti__input *b = &framework->inputs[quantity->to.inputs[0]];
    if (a->unit != b->unit)
        dti__check_find(report, DTI__MSG_UNITS_DIFFER,
                        DTI__ARGS(DTI__TEXT(a->id), DTI__TEXT(a->unit_name ? a->unit_name : "–"),
                                  DTI__TEXT(b->id), DTI__TEXT(b->unit_name ? b->unit_name : "–")),
                        "%s/difference/1", pointer);
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
        if (!dti__check_operands(framework, &quantity->of, report, place) ||
            !dti__check_operands(framework, &quantity->to, report, place))
            return false;
        if (dti__operands_resolved(&quantity->of) && dti__operands_resolved(&quantity->to))
            check_difference(framework, quantity, report, pointer);
        return true;
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
    if (!provenance->source)
        return;
    if (dti__names_find(&framework->source_names, provenance->source) != DTI_NONE ||
        dti__names_find(&framework->legal_names, provenance->source) != DTI_NONE)
        return;
    dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                    DTI__ARGS(DTI__TERM(DTI__MSG_TERM_SOURCE), DTI__TEXT(provenance->source)),
                    "%s/source", pointer);
}
