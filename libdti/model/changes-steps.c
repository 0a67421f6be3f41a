/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Steps of replies and stages among the changes: kept as they were given, for they are taken only
 * when the list is applied, each after what stands before it. */
#include "base/number.h"
#include "base/time.h"
#include "diag/given.h"
#include "diag/options.h"
#include "model/changes.h"

#include <string.h>

static dti_status take_names(struct dti__arena *arena, const dti_history_step *given,
                             struct dti__history_step *step, dti_error **error)
{
    dti_status status = DTI_OK;
    if (given->name_count > 0 && !given->names)
        return dti__fail_null(error, "names");
    step->names = dti__arena_array(arena, given->name_count, sizeof *step->names);
    if (!step->names)
        return dti__fail_nomem(error);
    step->name_count = given->name_count;
    for (size_t i = 0; status == DTI_OK && i < given->name_count; i++) {
        if (!given->names[i])
            return dti__fail_null(error, "names");
        status = dti__given_text(arena, given->names[i], "names", &step->names[i], error);
    }
    return status;
}

/* A step in the list's own memory. */
static dti_status take_step(dti_changes *changes, const dti_history_step *step,
                            struct dti__history_step *out, dti_error **error)
{
    dti_history_step given = DTI_HISTORY_STEP_INIT;
    struct dti__arena *arena = &changes->arena;
    dti_status status = dti__options_read(step, &given, sizeof given, "dti_history_step", error);
    if (status != DTI_OK)
        return status;
    if (!given.at || !given.by)
        return dti__fail_null(error, given.at ? "by" : "at");
    if (!dti__time_read(given.at, &out->time))
        return dti__fail(error, DTI__MSG_NOT_TIME, DTI__ARGS(DTI__TEXT(given.at)));
    out->action = (int)given.action;
    status = dti__given_text(arena, given.at, "at", &out->at, error);
    if (status == DTI_OK)
        status = dti__given_text(arena, given.by, "by", &out->by, error);
    if (status == DTI_OK)
        status = dti__given_text(arena, given.agency, "agency", &out->agency, error);
    if (status == DTI_OK)
        status = dti__given_text(arena, given.reason_vi, "reason_vi", &out->reason.vi, error);
    if (status == DTI_OK)
        status = dti__given_text(arena, given.reason_en, "reason_en", &out->reason.en, error);
    return status == DTI_OK ? take_names(arena, &given, out, error) : status;
}

static dti_status add_step(dti_changes *changes, const struct dti__change *item, dti_error **error)
{
    return dti__changes_add(changes, item) ? DTI_OK : dti__fail_nomem(error);
}

dti_status dti_changes_reply(dti_changes *changes, const char *code, const dti_history_step *step,
                             const char *points, dti_error **error)
{
    struct dti__change item = {.kind = DTI_CHANGE_REPLY};
    int64_t amount = 0;
    int decimals = 0;
    if (!changes || !code || !step)
        return dti__fail_null(error, !changes ? "changes" : !code ? "code" : "step");
    item.node = dti_framework_find(changes->framework, NULL, code);
    if (item.node == DTI_NONE)
        return dti__fail(error, DTI__MSG_UNKNOWN_REFERENCE,
                         DTI__ARGS(DTI__TERM(DTI__MSG_TERM_NODE), DTI__TEXT(code)));
    if (!changes->framework->nodes[item.node].rule)
        return dti__fail(error, DTI__MSG_REPLY_NOT_COMPONENT, DTI__ARGS(DTI__TEXT(code)));
    if (points && !dti__decimal_read(points, strlen(points), &amount, &decimals))
        return dti__fail(error, DTI__MSG_NOT_DECIMAL, DTI__ARGS(DTI__TEXT(points)));
    dti_status status = take_step(changes, step, &item.step, error);
    if (status == DTI_OK)
        status = dti__given_text(&changes->arena, points, "points", &item.step.points, error);
    return status == DTI_OK ? add_step(changes, &item, error) : status;
}

dti_status dti_changes_stage(dti_changes *changes, const dti_history_step *step, int64_t deadline,
                             dti_error **error)
{
    struct dti__change item = {.kind = DTI_CHANGE_STAGE, .deadline = deadline};
    if (!changes || !step)
        return dti__fail_null(error, changes ? "step" : "changes");
    dti_status status = take_step(changes, step, &item.step, error);
    return status == DTI_OK ? add_step(changes, &item, error) : status;
}
