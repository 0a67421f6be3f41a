/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Merging forms and reviewing a dossier, as callers see it: what intake/ finds about reports and
 * what score/ finds about figures, in one report. */
#include "intake/merge.h"
#include "model/dossier-draft.h"
#include "score/lower.h"

static bool review(const dti_dossier *dossier, const dti_dossier *last_year, dti_report *report)
{
    if (!dti__review_reports(dossier, report) || !dti__figures_check(dossier, report))
        return false;
    if (last_year)
        dti__review_jumps(dossier, last_year, report);
    return dti__report_result(report, NULL) != DTI_E_NOMEM;
}

dti_status dti_merge(const dti_dossier *dossier, const dti_form *const *forms, size_t count,
                     dti_changes **changes, dti_report **report, dti_error **error)
{
    if (!dossier || (!forms && count > 0) || !changes)
        return dti__fail_null(error, !dossier ? "dossier" : !changes ? "changes" : "forms");
    dti_changes *made = NULL;
    dti_status status = dti__merge_check(dossier, forms, count, error);
    if (status == DTI_OK)
        status = dti_changes_new(dossier->framework, &dossier->arena.allocator, &made, error);
    if (status != DTI_OK)
        return status;
    dti_dossier *draft = dti__draft_new(dossier, NULL);
    dti_report *found = dti__report_new(NULL);
    bool has_room = draft && found && dti__merge(dossier, draft, forms, count, made);
    if (has_room) {
        dti__draft_list(draft);
        has_room = !report || review(draft, NULL, found);
    }
    dti_dossier_unref(draft);
    if (!has_room) {
        dti_changes_free(made);
        dti_report_unref(found);
        return dti__fail_nomem(error);
    }
    *changes = made;
    if (report)
        *report = found;
    else
        dti_report_unref(found);
    return DTI_OK;
}

dti_status dti_merge_review(const dti_dossier *dossier, const dti_dossier *last_year,
                            dti_report **report, dti_error **error)
{
    if (!dossier || !report)
        return dti__fail_null(error, dossier ? "report" : "dossier");
    dti_report *found = dti__report_new(NULL);
    if (!found || !review(dossier, last_year, found)) {
        dti_report_unref(found);
        return dti__fail_nomem(error);
    }
    *report = found;
    return DTI_OK;
}
