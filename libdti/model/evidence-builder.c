/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The builder of records: texts are kept as given; freezing them is the business of io/, which
 * writes the draft and reads it strictly. */
#include "model/evidence.h"

#include "diag/given.h"
#include "diag/options.h"

#include <string.h>

/* A list doubles when its length is a power of two; the old one stays in the arena until the
 * builder is freed. */
static dti_status add(dti_evidence_builder *builder, const char ***list, size_t *count,
                      const char *text, const char *name, dti_error **error)
{
    const char *copy = NULL;
    const dti_status status = dti__given_text(&builder->arena, text, name, &copy, error);
    if (status != DTI_OK)
        return status;
    const bool is_full = (*count & (*count - 1)) == 0; /* 0, 1, 2, 4, 8 … */
    if (is_full) {
        const char **longer =
            dti__arena_array(&builder->arena, *count > 0 ? 2 * *count : 1, sizeof *longer);
        if (!longer)
            return dti__fail_nomem(error);
        if (*count > 0)
            memcpy(longer, *list, *count * sizeof *longer);
        *list = longer;
    }
    (*list)[*count] = copy;
    (*count)++;
    return DTI_OK;
}

/* The builder holds a reference on its base, whose texts it can therefore borrow. */
static void copy_content(dti_evidence_builder *builder, const struct dti__content *content)
{
    memcpy(builder->texts, content->texts, sizeof builder->texts);
    memcpy(builder->signature, content->signature, sizeof builder->signature);
}

static dti_status copy_lists(dti_evidence_builder *builder, const struct dti__content *content,
                             dti_error **error)
{
    dti_status status = DTI_OK;
    for (size_t i = 0; i < content->code_count && status == DTI_OK; i++)
        status = dti_evidence_builder_add_component(builder, content->codes[i], error);
    for (size_t i = 0; i < content->input_count && status == DTI_OK; i++)
        status = dti_evidence_builder_add_input(builder, content->inputs[i], error);
    return status;
}

static dti_status begin(dti_evidence_builder *builder, const char *id, const dti_evidence *base,
                        dti_error **error)
{
    memset(builder->signature, -1, sizeof builder->signature);
    if (base) {
        builder->base = dti_evidence_ref(base);
        copy_content(builder, &base->content);
        const dti_status status = copy_lists(builder, &base->content, error);
        if (status != DTI_OK || !id)
            return status;
    }
    return dti_evidence_builder_set(builder, DTI_EVIDENCE_ID, id, error);
}

static dti_status check_base(const dti_evidence *base, dti_error **error)
{
    const dti_review_state state = dti_evidence_state(base);
    if (state == DTI_REVIEW_DRAFT || state == DTI_REVIEW_REJECTED)
        return DTI_OK;
    return dti__fail(error, DTI__MSG_CONTENT_LOCKED,
                     DTI__ARGS(DTI__TEXT(base->content.id), DTI__TERM(dti__process_state_term(
                                                                DTI__PROCESS_REVIEW, (int)state))));
}

dti_status dti_evidence_builder_new(const char *id, const dti_evidence *base,
                                    const dti_allocator *allocator, dti_evidence_builder **out,
                                    dti_error **error)
{
    dti_allocator known;
    if (!out || (!id && !base))
        return dti__fail_null(error, out ? "id" : "out");
    dti_status status = dti__options_allocator(allocator, &known, error);
    if (status == DTI_OK)
        status = check_base(base, error);
    if (status != DTI_OK)
        return status;
    dti_evidence_builder *builder = dti__alloc(&known, sizeof *builder);
    if (!builder)
        return dti__fail_nomem(error);
    builder->allocator = known;
    dti__arena_init(&builder->arena, &known);
    status = begin(builder, id, base, error);
    if (status == DTI_OK)
        *out = builder;
    else
        dti_evidence_builder_free(builder);
    return status;
}

void dti_evidence_builder_free(dti_evidence_builder *builder)
{
    if (!builder)
        return;
    const dti_allocator allocator = builder->allocator;
    dti_evidence_unref(builder->base);
    dti__arena_release(&builder->arena);
    dti__release(&allocator, builder, sizeof *builder);
}

dti_status dti_evidence_builder_set(dti_evidence_builder *builder, dti_evidence_field field,
                                    const char *text, dti_error **error)
{
    const char *copy = NULL;
    if (!builder)
        return dti__fail_null(error, "builder");
    if ((int)field < 0 || (int)field >= DTI__EVIDENCE_FIELDS)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("field")));
    const dti_status status = dti__given_text(&builder->arena, text, "text", &copy, error);
    if (status == DTI_OK)
        builder->texts[field] = copy;
    return status;
}

dti_status dti_evidence_builder_add_component(dti_evidence_builder *builder, const char *code,
                                              dti_error **error)
{
    if (!builder || !code)
        return dti__fail_null(error, builder ? "code" : "builder");
    return add(builder, &builder->codes, &builder->code_count, code, "code", error);
}

dti_status dti_evidence_builder_add_input(dti_evidence_builder *builder, const char *input,
                                          dti_error **error)
{
    if (!builder || !input)
        return dti__fail_null(error, builder ? "input" : "builder");
    return add(builder, &builder->inputs, &builder->input_count, input, "input", error);
}

dti_status dti_evidence_builder_clear_links(dti_evidence_builder *builder, dti_error **error)
{
    if (!builder)
        return dti__fail_null(error, "builder");
    builder->code_count = 0;
    builder->input_count = 0;
    return DTI_OK;
}

dti_status dti_evidence_builder_set_signature(dti_evidence_builder *builder,
                                              dti_signature_fact fact, int value, dti_error **error)
{
    if (!builder)
        return dti__fail_null(error, "builder");
    if ((int)fact < 0 || (int)fact >= DTI__SIGNATURE_FACTS)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("fact")));
    if (value < -1 || value > 1)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("value")));
    builder->signature[fact] = (int8_t)value;
    return DTI_OK;
}
