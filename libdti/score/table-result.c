/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Results as rows of a table: exact points of every node that is decided. */
#include "model/table.h"
#include "score/result.h"

static dti_status check_result(const dti_table *draft, const dti_result *result, dti_error **error)
{
    const dti_dossier *dossier = result->dossier;
    const dti_framework *own = dossier->framework;
    if (!dti__framework_is_same(own, draft->framework))
        return dti__fail(error, DTI__MSG_TABLE_RESULT_FRAMEWORK,
                         DTI__ARGS(DTI__TEXT(dossier->id ? dossier->id : dossier->unit_id),
                                   DTI__TEXT(own->id), DTI__TEXT(own->version),
                                   DTI__TEXT(draft->framework->id),
                                   DTI__TEXT(draft->framework->version)));
    if (dossier->year != draft->year)
        return dti__fail(error, DTI__MSG_TABLE_RESULT_YEAR,
                         DTI__ARGS(DTI__TEXT(dossier->id ? dossier->id : dossier->unit_id),
                                   DTI__INTEGER(dossier->year), DTI__INTEGER(draft->year)));
    return DTI_OK;
}

/* Points of which a part is still open are no points to be ranked by. */
static dti_status check_decided(const dti_table *draft, const dti_result *result, size_t entry,
                                dti_error **error)
{
    const size_t overall = draft->framework->overall;
    if (overall == DTI_NONE)
        return DTI_OK;
    const struct dti__outcome *outcome = &result->nodes[overall].outcome;
    if (outcome->decided == outcome->max_points)
        return DTI_OK;
    return dti__fail(
        error, DTI__MSG_TABLE_RESULT_OPEN,
        DTI__ARGS(dti__table_unit_arg(draft, entry), dti__table_node_arg(draft, overall),
                  DTI__POINTS(outcome->decided, 2), DTI__POINTS(outcome->max_points, 2)));
}

static dti_status add_points(dti_table_builder *builder, struct dti__table_row *row,
                             const dti_result *result, dti_error **error)
{
    dti_status status = DTI_OK;
    for (size_t node = 0; node < builder->draft->framework->node_count && status == DTI_OK;
         node++) {
        const struct dti__outcome *outcome = &result->nodes[node].outcome;
        bool is_decided = outcome->decided == outcome->max_points && outcome->is_decided;
        if (is_decided)
            status = dti__table_builder_points(builder, row, node,
                                               dti_result_rescaled_points(result, node),
                                               DTI_PROVENANCE_DERIVED, error);
    }
    return status;
}

dti_status dti_table_builder_add_result(dti_table_builder *builder, const dti_result *result,
                                        dti_error **error)
{
    if (!builder || !result)
        return dti__fail_null(error, builder ? "result" : "builder");
    dti_table *draft = builder->draft;
    struct dti__table_row *row = NULL;
    size_t rows = draft->row_count;
    dti_status status = check_result(draft, result, error);
    if (status == DTI_OK)
        status = dti__table_builder_row(builder, result->dossier->unit_id, &row, error);
    if (status != DTI_OK)
        return status;
    const size_t entry = row->unit;
    if (draft->row_count == rows) /* there was one */
        return dti__fail(error, DTI__MSG_TABLE_UNIT_TWICE,
                         DTI__ARGS(dti__table_unit_arg(draft, entry)));
    status = check_decided(draft, result, entry, error);
    if (status == DTI_OK)
        status = add_points(builder, row, result, error);
    if (status != DTI_OK) { /* nothing of it stays */
        draft->row_of[entry] = DTI_NONE;
        draft->row_count--;
    }
    return status;
}
