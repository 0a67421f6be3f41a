/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The dossier builder: rows go into a draft; freezing it is the business of io/, which writes the
 * draft and reads it strictly. */
#include "model/dossier.h"

#include <stdio.h>
#include <string.h>

/* Faults of a row are collected in a report of their own and handed out as one error. */
static dti_status finish_row(dti_report *report, dti_error **error)
{
    dti_status status = report ? dti__report_result(report, error) : dti__fail_nomem(error);
    dti_report_unref(report);
    return status;
}

dti_status dti_dossier_builder_set_names(dti_dossier_builder *builder, const char *id,
                                         const char *name_vi, const char *name_en,
                                         dti_error **error)
{
    if (!builder)
        return dti__fail_null(error, "builder");
    if (id && !dti__is_id(id))
        return dti__fail(error, DTI__MSG_NOT_ID, DTI__ARGS(DTI__TEXT(id)));
    struct {
        const char *given;
        const char **to;
    } parts[] = {{id, &builder->draft->id},
                 {name_vi, &builder->draft->unit_names.vi},
                 {name_en, &builder->draft->unit_names.en}};
    const char *copies[3] = {NULL, NULL, NULL};
    for (int i = 0; i < 3; i++) {
        dti_status status = dti__builder_text(builder, parts[i].given, &copies[i], error);
        if (status != DTI_OK)
            return status;
    }
    for (int i = 0; i < 3; i++)
        if (copies[i])
            *parts[i].to = copies[i];
    return DTI_OK;
}

/* Finds the input of a row; what it does not find it reports. */
static dti_status find_input(const dti_dossier_builder *builder, const char *input, size_t *out,
                             dti_error **error)
{
    if (!builder || !input)
        return dti__fail_null(error, builder ? "input" : "builder");
    return dti__framework_find_input(builder->draft->framework, input, out, error);
}

static struct dti__figure *list(dti_dossier_builder *builder, size_t input)
{
    struct dti__figure *figure = &builder->draft->figures[input];
    if (!figure->is_listed)
        builder->draft->order[builder->draft->listed_count++] = input;
    figure->is_listed = true;
    return figure;
}

dti_status dti_dossier_builder_set_number(dti_dossier_builder *builder, const char *input,
                                          double value, dti_error **error)
{
    size_t index = 0;
    dti_status status = find_input(builder, input, &index, error);
    if (status != DTI_OK)
        return status;
    dti_report *report = dti__report_new(NULL);
    struct dti__figure *figure = &builder->draft->figures[index];
    if (report &&
        dti__figure_set_number(builder->draft->framework, index, value, figure, report, NULL))
        list(builder, index)->reason = (struct dti__text2){NULL, NULL};
    return finish_row(report, error);
}

dti_status dti_dossier_builder_set_answer(dti_dossier_builder *builder, const char *input,
                                          const char *answer, dti_error **error)
{
    size_t index = 0;
    dti_status status = find_input(builder, input, &index, error);
    if (status != DTI_OK)
        return status;
    if (!answer)
        return dti__fail_null(error, "answer");
    dti_report *report = dti__report_new(NULL);
    struct dti__figure *figure = &builder->draft->figures[index];
    if (report &&
        dti__figure_set_answer(builder->draft->framework, index, answer, figure, report, NULL))
        list(builder, index)->reason = (struct dti__text2){NULL, NULL};
    return finish_row(report, error);
}

/* The list doubles when its length is a power of two; the old one stays in the arena until the
 * builder is freed. */
static dti_status add_item(dti_dossier_builder *builder, size_t input, const char *text,
                           dti_error **error)
{
    struct dti__figure *figure = &builder->draft->figures[input];
    size_t count = figure->state == DTI_STATE_PRESENT ? figure->item_count : 0;
    bool is_full = (count & (count - 1)) == 0; /* 0, 1, 2, 4, 8 … */
    const char **items =
        is_full ? dti__arena_array(&builder->draft->arena, count ? 2 * count : 1, sizeof *items)
                : figure->items;
    if (!items)
        return dti__fail_nomem(error);
    if (is_full && count > 0)
        memcpy(items, figure->items, count * sizeof *items);
    items[count] = text;
    figure->items = items;
    figure->item_count = count + 1;
    figure->number = (double)(count + 1);
    return DTI_OK;
}

dti_status dti_dossier_builder_add_text(dti_dossier_builder *builder, const char *input,
                                        const char *text, dti_error **error)
{
    size_t index = 0;
    const char *copy = NULL;
    dti_status status = find_input(builder, input, &index, error);
    if (status != DTI_OK)
        return status;
    if (!text)
        return dti__fail_null(error, "text");
    int kind = builder->draft->framework->inputs[index].kind;
    if (kind != DTI_INPUT_TEXT && kind != DTI_INPUT_LIST)
        return dti__fail(error, DTI__MSG_WRONG_TYPE,
                         DTI__ARGS(DTI__TEXT(input), DTI__TERM(DTI__MSG_TERM_STRING),
                                   DTI__TERM(dti__figure_expected(kind))));
    status = dti__builder_text(builder, text, &copy, error);
    if (status == DTI_OK && kind == DTI_INPUT_LIST)
        status = add_item(builder, index, copy, error);
    if (status != DTI_OK)
        return status;
    struct dti__figure *figure = list(builder, index);
    figure->text = kind == DTI_INPUT_TEXT ? copy : NULL;
    figure->state = DTI_STATE_PRESENT;
    figure->reason = (struct dti__text2){NULL, NULL};
    return DTI_OK;
}

dti_status dti_dossier_builder_set_state(dti_dossier_builder *builder, const char *input,
                                         dti_state state, const char *reason_vi, dti_error **error)
{
    size_t index = 0;
    const char *reason = NULL;
    dti_status status = find_input(builder, input, &index, error);
    if (status != DTI_OK)
        return status;
    if (state <= DTI_STATE_PRESENT || state > DTI_STATE_REJECTED)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("state")));
    status = dti__builder_text(builder, reason_vi, &reason, error);
    if (status != DTI_OK)
        return status;
    struct dti__figure *figure = list(builder, index);
    figure->state = (uint8_t)state;
    figure->reason.vi = reason;
    return DTI_OK;
}
