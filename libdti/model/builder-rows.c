/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The lists of the dossier builder: agencies, stated figures, explanations; and its making and
 * freeing. */
#include "base/number.h"
#include "diag/given.h"
#include "diag/options.h"
#include "model/dossier.h"

#include <stdio.h>
#include <string.h>

dti_status dti__builder_text(dti_dossier_builder *builder, const char *text, const char **copy,
                             dti_error **error)
{
    return dti__given_text(&builder->draft->arena, text, "", copy, error);
}

/* Room for one more entry; the old list stays in the arena until the builder is freed. */
static void *grow(dti_dossier_builder *builder, void *list, size_t count, size_t *capacity,
                  size_t size)
{
    if (count < *capacity)
        return list;
    size_t wanted = *capacity ? 2 * *capacity : 16;
    void *grown = dti__arena_array(&builder->draft->arena, wanted, size);
    if (grown && count > 0)
        memcpy(grown, list, count * size);
    if (grown)
        *capacity = wanted;
    return grown;
}

dti_status dti_dossier_builder_new(const dti_framework *framework, const char *unit, int32_t year,
                                   const dti_parse_options *options, dti_dossier_builder **out,
                                   dti_error **error)
{
    dti_parse_options known = DTI_PARSE_OPTIONS_INIT;
    dti_allocator allocator;
    if (!framework || !unit || !out)
        return dti__fail_null(error, !framework ? "framework" : !unit ? "unit" : "out");
    dti_status status =
        dti__options_read(options, &known, sizeof known, "dti_parse_options", error);
    if (status == DTI_OK)
        status = dti__options_allocator(known.allocator, &allocator, error);
    if (status != DTI_OK)
        return status;
    if (!dti__is_id(unit))
        return dti__fail(error, DTI__MSG_NOT_ID, DTI__ARGS(DTI__TEXT(unit)));
    if (year < DTI__FIRST_YEAR || year > DTI__LAST_YEAR)
        return dti__fail(error, DTI__MSG_OUT_OF_RANGE,
                         DTI__ARGS(DTI__INTEGER(year), DTI__INTEGER(DTI__FIRST_YEAR),
                                   DTI__INTEGER(DTI__LAST_YEAR)));
    dti_dossier_builder *builder = dti__alloc(&allocator, sizeof *builder);
    if (!builder)
        return dti__fail_nomem(error);
    builder->allocator = allocator;
    builder->log = known.log;
    builder->log_context = known.log_context;
    builder->log_lang = known.log_lang;
    builder->draft = dti__dossier_new(framework, &allocator);
    char id[192];
    snprintf(id, sizeof id, "%s-%d", unit, (int)year);
    for (char *c = id; *c; c++)
        *c = *c == ':' ? '-' : *c;
    status = builder->draft ? dti__builder_text(builder, id, &builder->draft->id, error)
                            : dti__fail_nomem(error);
    if (status == DTI_OK)
        status = dti__builder_text(builder, unit, &builder->draft->unit_id, error);
    if (status != DTI_OK) {
        dti_dossier_builder_free(builder);
        return status;
    }
    builder->draft->year = year;
    builder->draft->version = "1.0.0";
    builder->draft->numbering = framework->numberings[0].id;
    *out = builder;
    return DTI_OK;
}

void dti_dossier_builder_free(dti_dossier_builder *builder)
{
    if (!builder)
        return;
    dti_allocator allocator = builder->allocator;
    dti_dossier_unref(builder->draft);
    dti__release(&allocator, builder, sizeof *builder);
}

static dti_status add_agency(dti_dossier_builder *builder, const char *agency, const char *name_vi,
                             const char **id, dti_error **error)
{
    dti_dossier *draft = builder->draft;
    struct dti__agency entry = {NULL, {NULL, NULL}};
    for (size_t i = 0; i < draft->agency_count; i++)
        if (strcmp(draft->agencies[i].id, agency) == 0) {
            *id = draft->agencies[i].id;
            return DTI_OK;
        }
    if (!dti__is_id(agency))
        return dti__fail(error, DTI__MSG_NOT_ID, DTI__ARGS(DTI__TEXT(agency)));
    dti_status status = dti__builder_text(builder, agency, &entry.id, error);
    if (status == DTI_OK)
        status = dti__builder_text(builder, name_vi ? name_vi : agency, &entry.names.vi, error);
    if (status != DTI_OK)
        return status;
    struct dti__agency *list = grow(builder, draft->agencies, draft->agency_count,
                                    &builder->agency_capacity, sizeof *list);
    if (!list)
        return dti__fail_nomem(error);
    draft->agencies = list;
    list[draft->agency_count++] = entry;
    *id = entry.id;
    return DTI_OK;
}

dti_status dti_dossier_builder_set_agency(dti_dossier_builder *builder, const char *input,
                                          const char *agency, const char *name_vi,
                                          dti_error **error)
{
    const char *id = NULL;
    size_t index = 0;
    if (!builder || !input || !agency)
        return dti__fail_null(error, !builder ? "builder" : !input ? "input" : "agency");
    dti_status status = dti__framework_find_input(builder->draft->framework, input, &index, error);
    if (status == DTI_OK)
        status = add_agency(builder, agency, name_vi, &id, error);
    if (status != DTI_OK)
        return status;
    struct dti__figure *figure = &builder->draft->figures[index];
    if (!figure->is_listed)
        builder->draft->order[builder->draft->listed_count++] = index;
    figure->is_listed = true;
    figure->has_origin = true;
    figure->origin =
        (struct dti__origin){.kind = DTI__ORIGIN_AGENCY, .agency = id, .agency_index = DTI_NONE};
    return DTI_OK;
}

/* A node by its code, and a stated track: what the lists of figures and explanations have in
 * common. */
static dti_status check_row(const dti_dossier_builder *builder, const char *code, dti_track track,
                            dti_error **error)
{
    size_t node = 0;
    if (!builder || !code)
        return dti__fail_null(error, builder ? "code" : "builder");
    if (track < DTI_TRACK_SELF || track > DTI_TRACK_FINAL)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("track")));
    return dti__framework_find_node(builder->draft->framework, code, &node, error);
}

/* Points count on a track, and of an absent node a value does: once each. */
static dti_status check_twice(const dti_dossier_builder *builder, const struct dti__stated *row,
                              dti_error **error)
{
    const dti_framework *framework = builder->draft->framework;
    size_t node = dti_framework_find(framework, NULL, row->code);
    bool is_value =
        row->quantity == DTI_QUANTITY_VALUE && dti_framework_node_is_absent(framework, node);
    for (size_t i = 0;
         (row->quantity == DTI_QUANTITY_POINTS || is_value) && i < builder->draft->stated_count;
         i++) {
        const struct dti__stated *other = &builder->draft->stated[i];
        if (other->quantity == row->quantity && other->track == row->track &&
            strcmp(other->code, row->code) == 0)
            return dti__fail(
                error, is_value ? DTI__MSG_VALUE_TWICE : DTI__MSG_STATED_TWICE,
                DTI__ARGS(DTI__TEXT(row->code), DTI__TEXT(other->text), DTI__TEXT(row->text)));
    }
    return DTI_OK;
}

dti_status dti_dossier_builder_add_stated(dti_dossier_builder *builder, const char *code,
                                          dti_track track, dti_quantity_kind quantity,
                                          const char *text, int decimals, dti_error **error)
{
    struct dti__stated row = {.track = (int)track, .quantity = (int)quantity, .decimals = decimals};
    int printed = 0;
    dti_status status = check_row(builder, code, track, error);
    if (status != DTI_OK)
        return status;
    if (!text)
        return dti__fail_null(error, "text");
    if (quantity < DTI_QUANTITY_POINTS || quantity > DTI_QUANTITY_COUNT || decimals < -1 ||
        decimals > 9)
        return dti__fail(
            error, DTI__MSG_ARG_RANGE,
            DTI__ARGS(DTI__TEXT(decimals < -1 || decimals > 9 ? "decimals" : "quantity")));
    if (!dti__decimal_read(text, strlen(text), &row.amount, &printed))
        return dti__fail(error, DTI__MSG_NOT_DECIMAL, DTI__ARGS(DTI__TEXT(text)));
    if (row.amount > DTI__MOST_STATED || row.amount < -DTI__MOST_STATED)
        return dti__fail(error, DTI__MSG_STATED_TOO_LARGE,
                         DTI__ARGS(DTI__TEXT(text), DTI__INTEGER(DTI__MOST_STATED / DTI_POINT)));
    if (quantity == DTI_QUANTITY_POINTS &&
        (row.amount > DTI__MOST_POINTS || row.amount < -DTI__MOST_POINTS))
        return dti__fail(error, DTI__MSG_POINTS_TOO_LARGE,
                         DTI__ARGS(DTI__TEXT(text), DTI__INTEGER(DTI_MAX_TOTAL_POINTS)));
    if (decimals >= 0 && decimals < printed)
        return dti__fail(error, DTI__MSG_DECIMALS_FEWER,
                         DTI__ARGS(DTI__INTEGER(decimals), DTI__INTEGER(printed)));
    status = dti__builder_text(builder, code, &row.code, error);
    if (status == DTI_OK)
        status = dti__builder_text(builder, text, &row.text, error);
    if (status == DTI_OK)
        status = check_twice(builder, &row, error);
    if (status != DTI_OK)
        return status;
    dti_dossier *draft = builder->draft;
    struct dti__stated *list =
        grow(builder, draft->stated, draft->stated_count, &builder->stated_capacity, sizeof *list);
    if (!list)
        return dti__fail_nomem(error);
    draft->stated = list;
    list[draft->stated_count++] = row;
    return DTI_OK;
}

dti_status dti_dossier_builder_explain(dti_dossier_builder *builder, const char *code,
                                       dti_track track, const char *text_vi, const char *text_en,
                                       dti_error **error)
{
    struct dti__explanation row = {.track = (int)track, .code_count = 1};
    dti_status status = check_row(builder, code, track, error);
    if (status != DTI_OK)
        return status;
    if (!text_vi)
        return dti__fail_null(error, "text_vi");
    dti_dossier *draft = builder->draft;
    row.codes = dti__arena_array(&draft->arena, 1, sizeof *row.codes);
    if (!row.codes)
        return dti__fail_nomem(error);
    status = dti__builder_text(builder, code, &row.codes[0], error);
    if (status == DTI_OK)
        status = dti__builder_text(builder, text_vi, &row.text.vi, error);
    if (status == DTI_OK)
        status = dti__builder_text(builder, text_en, &row.text.en, error);
    if (status != DTI_OK)
        return status;
    struct dti__explanation *list = grow(builder, draft->explanations, draft->explanation_count,
                                         &builder->explanation_capacity, sizeof *list);
    if (!list)
        return dti__fail_nomem(error);
    draft->explanations = list;
    list[draft->explanation_count++] = row;
    return DTI_OK;
}
